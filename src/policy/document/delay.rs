//! When a step of an escalation comes, as a document.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::calendar::Span;
use crate::deadline::{Count, End, Term};
use crate::policy::choice::EscalationDelay;
use crate::policy::document::term::EndDocument;
use crate::text::left_out::{some, some_amount};
use crate::text::map_only::{Amount, map_only};

/// An amount of time, with a time of day if it names one; or a share of the target in percent.
#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(in crate::policy) struct DelayDocument {
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
    #[serde(default, deserialize_with = "some_percent", skip_serializing_if = "Option::is_none")]
    percent: Option<u16>,
    /// The time of day of the step.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    at: Option<EndDocument>,
}

map_only!(DelayDocument, "the time until a step of an escalation");

fn some_percent<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    let percent = Amount::deserialize(deserializer)?.0;
    let wrong = || serde::de::Error::custom(format_args!("{percent} percent, expected 101 to 65535"));
    u16::try_from(percent).map(Some).map_err(|_| wrong())
}

const COUNTS: &str = "`elapsed`, `working`, `calendar-days`, `working-days`, `weeks`, `months` or `percent`";

impl DelayDocument {
    pub(in crate::policy) fn build(self) -> Result<EscalationDelay, String> {
        let counts = [
            self.elapsed.map(Count::Elapsed),
            self.working.map(Count::Working),
            self.calendar_days.map(Count::CalendarDays),
            self.working_days.map(Count::WorkingDays),
            self.weeks.map(Count::Weeks),
            self.months.map(Count::Months),
        ];
        let mut counts = counts.into_iter().flatten();
        match (counts.next(), counts.next(), self.percent) {
            (Some(count), None, None) => {
                let end = self.at.map_or(End::SAME_TIME, |end| end.0);
                Ok(EscalationDelay::Term(Term::of(count).with_end(end)))
            }
            (None, None, Some(percent)) if self.at.is_none() => Ok(EscalationDelay::Percent(percent)),
            (None, None, Some(_)) => Err(
                "`at` cannot stand beside `percent`, because a share of the target ends at its own instant"
                    .into(),
            ),
            (None, None, None) => Err(alloc::format!("has no amount, expected one of {COUNTS}")),
            (_, _, _) => Err(alloc::format!("has more than one amount, expected one of {COUNTS}")),
        }
    }
}

impl From<EscalationDelay> for DelayDocument {
    fn from(delay: EscalationDelay) -> Self {
        let term = match delay {
            EscalationDelay::Percent(percent) => return Self { percent: Some(percent), ..Self::default() },
            EscalationDelay::Term(term) => term,
        };
        let at = (term.end != End::SAME_TIME).then_some(EndDocument(term.end));
        let document = Self { at, ..Self::default() };
        match term.count() {
            Count::Elapsed(span) => Self { elapsed: Some(span), ..document },
            Count::Working(span) => Self { working: Some(span), ..document },
            Count::CalendarDays(days) => Self { calendar_days: Some(days), ..document },
            Count::WorkingDays(days) => Self { working_days: Some(days), ..document },
            Count::Weeks(weeks) => Self { weeks: Some(weeks), ..document },
            Count::Months(months) => Self { months: Some(months), ..document },
            // The policy refuses a step at an instant.
            Count::At(_) => document,
        }
    }
}
