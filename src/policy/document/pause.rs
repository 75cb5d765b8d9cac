//! Pauses and extensions of a clock as documents.

use alloc::string::String;
use core::fmt;

use chrono::NaiveDate;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess};
use serde::{Deserialize, Serialize, Serializer};

use crate::calendar::Span;
use crate::deadline::Count;
use crate::deadline::rule::{ExtensionChange, ExtensionRule, PauseLimit};
use crate::text::left_out::{is_default, some, some_amount};
use crate::text::map_only::map_only;
use crate::text::text_or::{TextOr, text_or};
use crate::text::written_as::written_as;
use crate::vocab::course::ExtensionReason;

/// A limit of pauses that is not a time span: a map with one unit.
#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct FullLimit {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    elapsed: Option<Span>,
    #[serde(default, deserialize_with = "some_amount", skip_serializing_if = "Option::is_none")]
    calendar_days: Option<u32>,
    #[serde(default, deserialize_with = "some_amount", skip_serializing_if = "Option::is_none")]
    working_days: Option<u32>,
}

map_only!(FullLimit, "a limit of pauses");

impl TextOr for PauseLimit {
    const EXPECTED: &'static str =
        "a time span such as `72 h`, or a map with one of `elapsed`, `calendar-days` and `working-days`";

    fn text<E: Error>(text: &str) -> Result<Self, E> {
        text.parse().map(Self::Elapsed).map_err(E::custom)
    }

    fn map<'de, A: MapAccess<'de>>(entries: A) -> Result<Self, A::Error> {
        let full = <FullLimit as Deserialize>::deserialize(MapAccessDeserializer::new(entries))?;
        let elapsed = full.elapsed.map(PauseLimit::Elapsed);
        let days = full.calendar_days.map(PauseLimit::CalendarDays);
        let working = full.working_days.map(PauseLimit::WorkingDays);
        let mut limits = elapsed.into_iter().chain(days).chain(working);
        match (limits.next(), limits.next()) {
            (Some(limit), None) => Ok(limit),
            (None, _) | (_, Some(_)) => Err(A::Error::custom(
                "the limit must have one of `elapsed`, `calendar-days` and `working-days`, and no other",
            )),
        }
    }
}

text_or!(PauseLimit);

impl Serialize for PauseLimit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let full = match *self {
            Self::Elapsed(span) => return span.serialize(serializer),
            Self::CalendarDays(days) => FullLimit { calendar_days: Some(days), ..FullLimit::default() },
            Self::WorkingDays(days) => FullLimit { working_days: Some(days), ..FullLimit::default() },
        };
        Serialize::serialize(&full, serializer)
    }
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(in crate::policy) struct ExtensionDocument {
    reason: ExtensionReason,
    #[serde(default, deserialize_with = "crate::text::map_only::switch", skip_serializing_if = "is_default")]
    approval: bool,
    #[serde(default, deserialize_with = "crate::text::map_only::switch", skip_serializing_if = "is_default")]
    notice: bool,
    #[serde(default = "once", deserialize_with = "crate::text::map_only::amount")]
    times: u32,
    /// How long the extended term may be in all.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    limit: Option<CountDocument>,
}

map_only!(ExtensionDocument, "an extension");

const fn once() -> u32 {
    1
}

impl From<&ExtensionRule> for ExtensionDocument {
    fn from(rule: &ExtensionRule) -> Self {
        Self {
            reason: rule.reason,
            approval: rule.needs_approval,
            notice: rule.wants_notice,
            times: rule.at_most,
            limit: rule.limit.map(Into::into),
        }
    }
}

impl ExtensionDocument {
    pub(in crate::policy) fn build(self) -> Result<ExtensionRule, String> {
        Ok(ExtensionRule {
            reason: self.reason,
            needs_approval: self.approval,
            wants_notice: self.notice,
            at_most: self.times,
            limit: self
                .limit
                .map(CountDocument::build)
                .transpose()
                .map_err(|error| alloc::format!("limit: {error}"))?,
        })
    }
}

/// An amount in one unit.
#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(in crate::policy) struct CountDocument {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    elapsed: Option<Span>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    working: Option<Span>,
    #[serde(default, deserialize_with = "some_amount", skip_serializing_if = "Option::is_none")]
    calendar_days: Option<u32>,
    #[serde(default, deserialize_with = "some_amount", skip_serializing_if = "Option::is_none")]
    working_days: Option<u32>,
    #[serde(default, deserialize_with = "some_amount", skip_serializing_if = "Option::is_none")]
    weeks: Option<u32>,
    #[serde(default, deserialize_with = "some_amount", skip_serializing_if = "Option::is_none")]
    months: Option<u32>,
}

map_only!(CountDocument, "an amount");

/// The keys of an amount, for an error text.
struct Units;

impl fmt::Display for Units {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one of `elapsed`, `working`, `calendar-days`, `working-days`, `weeks` and `months`")
    }
}

impl CountDocument {
    pub(in crate::policy) fn build(self) -> Result<Count, String> {
        let counts = [
            self.elapsed.map(Count::Elapsed),
            self.working.map(Count::Working),
            self.calendar_days.map(Count::CalendarDays),
            self.working_days.map(Count::WorkingDays),
            self.weeks.map(Count::Weeks),
            self.months.map(Count::Months),
        ];
        let mut counts = counts.into_iter().flatten();
        match (counts.next(), counts.next()) {
            (Some(count), None) => Ok(count),
            (None, _) => Err(alloc::format!("has no amount, expected {Units}")),
            (_, Some(_)) => Err(alloc::format!("has more than one amount, expected {Units}")),
        }
    }
}

impl From<Count> for CountDocument {
    fn from(count: Count) -> Self {
        let none = Self::default();
        match count {
            Count::Elapsed(span) => Self { elapsed: Some(span), ..none },
            Count::Working(span) => Self { working: Some(span), ..none },
            Count::CalendarDays(days) => Self { calendar_days: Some(days), ..none },
            Count::WorkingDays(days) => Self { working_days: Some(days), ..none },
            Count::Weeks(weeks) => Self { weeks: Some(weeks), ..none },
            Count::Months(months) => Self { months: Some(months), ..none },
            // A policy refuses a limit at an instant.
            Count::At(_) => none,
        }
    }
}

/// What an extension changes.
#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct ChangeDocument {
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    total: Option<CountDocument>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    add: Option<CountDocument>,
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    until: Option<NaiveDate>,
    #[serde(default, with = "crate::calendar::date::option", skip_serializing_if = "Option::is_none")]
    until_fixed: Option<NaiveDate>,
}

map_only!(ChangeDocument, "what an extension does");

impl From<&ExtensionChange> for ChangeDocument {
    fn from(change: &ExtensionChange) -> Self {
        let none = Self::default();
        match *change {
            ExtensionChange::ReplaceTotal(count) => Self { total: Some(count.into()), ..none },
            ExtensionChange::Add(count) => Self { add: Some(count.into()), ..none },
            ExtensionChange::Until { date, fixed: false } => Self { until: Some(date), ..none },
            ExtensionChange::Until { date, fixed: true } => Self { until_fixed: Some(date), ..none },
        }
    }
}

impl ChangeDocument {
    fn build(self) -> Result<ExtensionChange, String> {
        let at = |key: &'static str| move |error| alloc::format!("{key}: {error}");
        match (self.total, self.add, self.until, self.until_fixed) {
            (Some(total), None, None, None) => {
                total.build().map(ExtensionChange::ReplaceTotal).map_err(at("total"))
            }
            (None, Some(more), None, None) => more.build().map(ExtensionChange::Add).map_err(at("add")),
            (None, None, Some(date), None) => Ok(ExtensionChange::Until { date, fixed: false }),
            (None, None, None, Some(date)) => Ok(ExtensionChange::Until { date, fixed: true }),
            (_, _, _, _) => Err("expected one of `total`, `add`, `until` and `until-fixed`".into()),
        }
    }
}

written_as! {
    /// Reads what an extension changes: one of `total`, `add`, `until` and `until-fixed`.
    ///
    /// ```
    /// use redress::deadline::Count;
    /// use redress::deadline::rule::ExtensionChange;
    ///
    /// let change: ExtensionChange = serde_json::from_str(r#"{"add": {"months": 2}}"#)?;
    /// assert_eq!(change, ExtensionChange::Add(Count::Months(2)));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ExtensionChange = ChangeDocument, build
}
