//! Terms and deadlines as documents.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::Span;
use crate::calendar::reading::Fold;
use crate::deadline::choice::{
    Alternative, Bound, ClosedStart, CutoffTime, EndAt, FirstDay, LateReceipt, MonthEnd, RollRule,
};
use crate::deadline::limits::MAX_ALTERNATIVES;
use crate::deadline::{Count, Cutoff, Deadline, End, Roll, Term};
use crate::text::left_out::{is_default, some, some_amount};
use crate::text::list::list;
use crate::text::map_only::map_only;
use crate::text::text_or::{TextOr, text_or};
use crate::text::written_as::written_as;
use crate::vocab::Anchor;

/// A deadline: one term, or the earliest or the latest of several.
#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(in crate::policy) struct DeadlineDocument {
    /// The event from which an alternative counts, if it is not the event of the clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<Anchor>,
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
    #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
    at: Option<DateTime<Utc>>,
    #[serde(default, deserialize_with = "alternatives", skip_serializing_if = "Vec::is_empty")]
    earliest: Vec<DeadlineDocument>,
    #[serde(default, deserialize_with = "alternatives", skip_serializing_if = "Vec::is_empty")]
    latest: Vec<DeadlineDocument>,
    #[serde(default, skip_serializing_if = "is_default")]
    first_day: FirstDay,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    cutoff: Option<CutoffDocument>,
    #[serde(default, skip_serializing_if = "is_default")]
    closed_start: ClosedStart,
    #[serde(default, skip_serializing_if = "is_default")]
    month_end: MonthEnd,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    end: Option<EndDocument>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    roll: Option<RollDocument>,
}

map_only!(DeadlineDocument, "a deadline");

fn alternatives<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<DeadlineDocument>, D::Error> {
    list(MAX_ALTERNATIVES, deserializer)
}

/// A cut-off: one time for every day (`at`), or a time for each of some weekdays.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct CutoffDocument {
    #[serde(default, with = "cutoff_time", skip_serializing_if = "Option::is_none")]
    at: Option<CutoffTime>,
    #[serde(default, with = "cutoff_time", skip_serializing_if = "Option::is_none")]
    mon: Option<CutoffTime>,
    #[serde(default, with = "cutoff_time", skip_serializing_if = "Option::is_none")]
    tue: Option<CutoffTime>,
    #[serde(default, with = "cutoff_time", skip_serializing_if = "Option::is_none")]
    wed: Option<CutoffTime>,
    #[serde(default, with = "cutoff_time", skip_serializing_if = "Option::is_none")]
    thu: Option<CutoffTime>,
    #[serde(default, with = "cutoff_time", skip_serializing_if = "Option::is_none")]
    fri: Option<CutoffTime>,
    #[serde(default, with = "cutoff_time", skip_serializing_if = "Option::is_none")]
    sat: Option<CutoffTime>,
    #[serde(default, with = "cutoff_time", skip_serializing_if = "Option::is_none")]
    sun: Option<CutoffTime>,
    /// What a receipt after the cut-off counts as.
    late: LateReceipt,
    #[serde(default, skip_serializing_if = "is_default")]
    bound: Bound,
}

map_only!(CutoffDocument, "a cut-off");

/// A time of day, or `close-of-business`.
mod cutoff_time {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::deadline::choice::CutoffTime;
    use crate::vocab::error::Excerpt;

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "the signature that serde asks for"
    )]
    pub(in crate::policy) fn serialize<S: Serializer>(
        at: &Option<CutoffTime>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match at {
            Some(CutoffTime::At(at)) => serializer.collect_str(at),
            Some(CutoffTime::CloseOfBusiness) => serializer.serialize_str("close-of-business"),
            None => serializer.serialize_none(),
        }
    }

    pub(in crate::policy) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<CutoffTime>, D::Error> {
        let text = alloc::borrow::Cow::<str>::deserialize(deserializer)?;
        if text == "close-of-business" {
            return Ok(Some(CutoffTime::CloseOfBusiness));
        }
        let time = text.parse().map(CutoffTime::At);
        time.map(Some).map_err(|_| {
            let text = Excerpt::of(&text);
            D::Error::custom(format_args!(
                "cut-off `{text}` is not valid, expected a time of day such as `16:30`, or `close-of-business`"
            ))
        })
    }
}

impl From<Cutoff> for CutoffDocument {
    fn from(cutoff: Cutoff) -> Self {
        let [mon, tue, wed, thu, fri, sat, sun] = cutoff.at;
        let daily = mon.filter(|_| cutoff.at.iter().all(|day| *day == mon));
        let day = |day: Option<CutoffTime>| day.filter(|_| daily.is_none());
        Self {
            at: daily,
            mon: day(mon),
            tue: day(tue),
            wed: day(wed),
            thu: day(thu),
            fri: day(fri),
            sat: day(sat),
            sun: day(sun),
            late: cutoff.late,
            bound: cutoff.bound,
        }
    }
}

impl CutoffDocument {
    fn build(self) -> Result<Cutoff, &'static str> {
        let days = [self.mon, self.tue, self.wed, self.thu, self.fri, self.sat, self.sun];
        let single = days.iter().any(Option::is_some);
        let at = match (self.at, single) {
            (Some(at), false) => [Some(at); 7],
            (None, true) => days,
            (Some(_), true) => return Err("`at` stands beside single weekdays; use one of the two"),
            (None, false) => return Err("has no time, expected `at`, or the times of single weekdays"),
        };
        Ok(Cutoff { at, bound: self.bound, late: self.late })
    }
}

pub(in crate::policy) struct EndDocument(pub(in crate::policy) End);

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct FullEnd {
    at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bound: Option<Bound>,
    #[serde(default, skip_serializing_if = "is_default")]
    fold: Fold,
}

map_only!(FullEnd, "an end of day");

impl EndDocument {
    fn named(text: &str) -> Option<End> {
        Some(match text {
            "same-time" => End::SAME_TIME,
            "opening" => End::OPENING,
            "close-of-business" => End::CLOSE_OF_BUSINESS,
            "end-of-day" => End::END_OF_DAY,
            time => End::at(time.parse().ok()?),
        })
    }

    fn name(at: EndAt) -> String {
        match at {
            EndAt::SameTime => "same-time".into(),
            EndAt::Opening => "opening".into(),
            EndAt::CloseOfBusiness => "close-of-business".into(),
            EndAt::EndOfDay => "end-of-day".into(),
            EndAt::At(time) => time.to_string(),
        }
    }
}

impl TextOr for EndDocument {
    const EXPECTED: &'static str = "a time of day such as `16:30`, `same-time`, `opening`, `close-of-business` or \
                                    `end-of-day`, or a map";

    fn text<E: Error>(text: &str) -> Result<Self, E> {
        let unknown = || {
            E::custom(format_args!(
                "end `{}` is not valid, expected {}",
                crate::vocab::error::Excerpt::of(text),
                Self::EXPECTED
            ))
        };
        Self::named(text).map(Self).ok_or_else(unknown)
    }

    fn map<'de, A: MapAccess<'de>>(entries: A) -> Result<Self, A::Error> {
        let full = <FullEnd as Deserialize>::deserialize(MapAccessDeserializer::new(entries))?;
        let Self(end) = Self::text(&full.at)?;
        let end = full.bound.map_or(end, |bound| end.with_bound(bound));
        Ok(Self(end.with_fold(full.fold)))
    }
}

text_or!(EndDocument);

impl Serialize for EndDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let name = Self::name(self.0.at);
        if Self::named(&name) == Some(self.0) {
            return serializer.serialize_str(&name);
        }
        let bound = Some(self.0.bound);
        Serialize::serialize(&FullEnd { at: name, bound, fold: self.0.fold }, serializer)
    }
}

struct RollDocument(Roll);

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct FullRoll {
    rule: RollRule,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    end: Option<EndDocument>,
}

map_only!(FullRoll, "a roll");

impl TextOr for RollDocument {
    const EXPECTED: &'static str = "`none`, `following`, `preceding` or `modified-following`, or a map";

    fn text<E: Error>(text: &str) -> Result<Self, E> {
        text.parse().map(|rule| Self(Roll { rule, end: None })).map_err(|_| {
            let text = crate::vocab::error::Excerpt::of(text);
            E::custom(format_args!("roll `{text}` is not valid, expected {}", Self::EXPECTED))
        })
    }

    fn map<'de, A: MapAccess<'de>>(entries: A) -> Result<Self, A::Error> {
        let full = <FullRoll as Deserialize>::deserialize(MapAccessDeserializer::new(entries))?;
        Ok(Self(Roll { rule: full.rule, end: full.end.map(|end| end.0) }))
    }
}

text_or!(RollDocument);

impl Serialize for RollDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rule = self.0.rule;
        match self.0.end {
            None => rule.serialize(serializer),
            Some(end) => Serialize::serialize(&FullRoll { rule, end: Some(EndDocument(end)) }, serializer),
        }
    }
}

impl From<&Term> for DeadlineDocument {
    fn from(term: &Term) -> Self {
        let mut document = Self {
            first_day: term.first_day,
            cutoff: term.intake.map(Into::into),
            closed_start: term.closed_start,
            month_end: term.month_end,
            end: (term.end != End::SAME_TIME).then_some(EndDocument(term.end)),
            roll: (term.roll != Roll::NONE).then_some(RollDocument(term.roll)),
            ..Self::default()
        };
        match term.count {
            Count::Elapsed(span) => document.elapsed = Some(span),
            Count::Working(span) => document.working = Some(span),
            Count::CalendarDays(days) => document.calendar_days = Some(days),
            Count::WorkingDays(days) => document.working_days = Some(days),
            Count::Weeks(weeks) => document.weeks = Some(weeks),
            Count::Months(months) => document.months = Some(months),
            Count::At(at) => document.at = Some(at),
        }
        document
    }
}

impl From<&Alternative> for DeadlineDocument {
    fn from(part: &Alternative) -> Self {
        Self { from: part.from, ..Self::from(&part.deadline) }
    }
}

impl From<&Deadline> for DeadlineDocument {
    fn from(deadline: &Deadline) -> Self {
        match deadline {
            Deadline::Term(term) => term.into(),
            Deadline::Earliest(parts) => {
                Self { earliest: parts.iter().map(Into::into).collect(), ..Self::default() }
            }
            Deadline::Latest(parts) => {
                Self { latest: parts.iter().map(Into::into).collect(), ..Self::default() }
            }
            // No rule of a policy has one: its calendar is named beside the deadline.
            Deadline::WithCalendar(own) => own.deadline().into(),
        }
    }
}

impl DeadlineDocument {
    /// The term of a window. If it counts days, it ends with the last one, unless it names another end.
    pub(in crate::policy) fn window(mut self) -> Result<Term, String> {
        if self.end.is_none() && self.counts().any(Count::is_of_days) {
            self.end = Some(EndDocument(End::END_OF_DAY));
        }
        self.one_term()
    }

    /// The document of such a term.
    pub(in crate::policy) fn of_window(term: &Term) -> Self {
        let is_usual = term.end == End::END_OF_DAY;
        let end = Some(EndDocument(term.end)).filter(|_| term.count.is_of_days() && !is_usual);
        Self { end, ..Self::from(term) }
    }
}

const COUNTS: &str =
    "`elapsed`, `working`, `calendar-days`, `working-days`, `weeks`, `months`, `at`, `earliest` or `latest`";

impl DeadlineDocument {
    fn counts(&self) -> impl Iterator<Item = Count> {
        let counts = [
            self.elapsed.map(Count::Elapsed),
            self.working.map(Count::Working),
            self.calendar_days.map(Count::CalendarDays),
            self.working_days.map(Count::WorkingDays),
            self.weeks.map(Count::Weeks),
            self.months.map(Count::Months),
            self.at.map(Count::At),
        ];
        counts.into_iter().flatten()
    }

    fn has_options(&self) -> bool {
        !is_default(&self.first_day)
            || !is_default(&self.closed_start)
            || !is_default(&self.month_end)
            || self.cutoff.is_some()
            || self.end.is_some()
            || self.roll.is_some()
    }

    /// The deadline. `inside` says that it is an alternative, which may count from an event of its own.
    fn build(self, inside: bool) -> Result<Alternative, String> {
        if self.from.is_some() && !inside {
            return Err(
                "`from` is possible only in an alternative; a deadline counts from the event of its clock"
                    .into(),
            );
        }
        let lists = usize::from(!self.earliest.is_empty()) + usize::from(!self.latest.is_empty());
        match (self.counts().count(), lists) {
            (0, 1) if self.has_options() => {
                return Err("has parts of a term beside alternatives; move them into each alternative".into());
            }
            (1, 0) | (0, 1) => {}
            (0, 0) => return Err(alloc::format!("has no amount, expected one of {COUNTS}")),
            _ => return Err(alloc::format!("has more than one amount, expected one of {COUNTS}")),
        }
        let from = self.from;
        let parts = |parts: Vec<Self>, name: &str| -> Result<Vec<Alternative>, String> {
            let build = |(index, part): (usize, Self)| {
                part.build(true).map_err(|error| alloc::format!("{name}[{index}]: {error}"))
            };
            parts.into_iter().enumerate().map(build).collect()
        };
        let deadline = if !self.earliest.is_empty() {
            Deadline::Earliest(parts(self.earliest, "earliest")?)
        } else if !self.latest.is_empty() {
            Deadline::Latest(parts(self.latest, "latest")?)
        } else {
            Deadline::Term(self.term()?)
        };
        Ok(Alternative { from, deadline })
    }

    fn deadline(self) -> Result<Deadline, String> {
        self.build(false).map(|part| part.deadline)
    }

    fn one_term(self) -> Result<Term, String> {
        match self.deadline()? {
            Deadline::Term(term) => Ok(term),
            Deadline::Earliest(_) | Deadline::Latest(_) | Deadline::WithCalendar(_) => {
                Err("has alternatives, expected one term".into())
            }
        }
    }

    fn term(self) -> Result<Term, String> {
        let Some(count) = self.counts().next() else {
            return Err(alloc::format!("has no amount, expected one of {COUNTS}"));
        };
        let intake = self.cutoff.map(CutoffDocument::build).transpose();
        Ok(Term {
            count,
            first_day: self.first_day,
            intake: intake.map_err(|error| alloc::format!("cutoff: {error}"))?,
            closed_start: self.closed_start,
            month_end: self.month_end,
            end: self.end.map_or(End::SAME_TIME, |end| end.0),
            roll: self.roll.map_or(Roll::NONE, |roll| roll.0),
        })
    }
}

written_as! {
    /// Reads a deadline: one amount with the parts of its term, or `earliest` or `latest` with a list of deadlines.
    ///
    /// A deadline in such a list may count `from` an event of its own.
    ///
    /// ```
    /// use redress::calendar::LocalTime;
    /// use redress::deadline::{Cutoff, Deadline, End, Roll, Term};
    /// use redress::deadline::choice::LateReceipt;
    ///
    /// let cut_off = LocalTime::from_static("16:30");
    /// let written = r#"{"calendar-days": 2, "cutoff": {"at": "16:30", "late": "next-calendar-day"},
    ///                   "end": "16:30", "roll": "following"}"#;
    /// let read: Deadline = serde_json::from_str(written)?;
    /// let two_days = Term::calendar_days(2)
    ///     .with_cutoff(Cutoff::daily(cut_off, LateReceipt::NextCalendarDay))
    ///     .with_end(End::at(cut_off))
    ///     .with_roll(Roll::FOLLOWING);
    /// assert_eq!(read, Deadline::from(two_days));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    Deadline = DeadlineDocument, deadline
}

written_as! {
    /// Reads a term: a [`Deadline`] without alternatives.
    Term = DeadlineDocument, one_term
}
