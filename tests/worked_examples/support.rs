//! How a row is written: what came in when, what is due when, and by which steps.

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Timelike, Utc};
use chrono_tz::Asia::Shanghai;
use redress::calendar::Calendar;
use redress::calendar::reading::Fold;
use redress::deadline::Due;
use redress::deadline::choice::Bound;
use redress::deadline::explanation::{ClosedDays, TraceStep};
use redress::policy::Policy;
use redress::profiles::Nev;
use redress::profiles::choice::NoticePeriod;
use redress::triage::account::ClockAccount;
use redress::triage::answer::ClockOutcome;
use redress::triage::{Complaint, History, Triage, triage};
use redress::vocab::{Anchor, Category, ClockName, Department};

use super::china::calendar_in;

static CHINA: LazyLock<Calendar> = LazyLock::new(|| calendar_in(Shanghai));

/// The calendar of every row that names none.
pub(crate) fn china() -> &'static Calendar {
    &CHINA
}

/// The profile in its default readings. The procedure names no department: the dealer owns all.
pub(crate) fn nev() -> Nev {
    nev_by(china())
}

/// The same by another calendar.
pub(crate) fn nev_by(calendar: &Calendar) -> Nev {
    let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
    Nev::new(calendar.clone(), owners, NoticePeriod::Days(7))
}

/// An instant by the wall clock in China, such as `Tue 2025-03-11 10:00`; the weekday must be right.
#[track_caller]
pub(crate) fn at(local: &str) -> DateTime<Utc> {
    at_in(china(), local)
}

/// The same by the wall clock of another calendar.
#[track_caller]
pub(crate) fn at_in(calendar: &Calendar, local: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(local, "%a %Y-%m-%d %H:%M:%S")
        .or_else(|_| NaiveDateTime::parse_from_str(local, "%a %Y-%m-%d %H:%M"))
        .unwrap_or_else(|error| panic!("`{local}`: {error}"));
    calendar.zone().instant(local, Fold::Earlier).unwrap()
}

/// A due date as the rows write it: `24:00` is the exclusive end of the day; any other time is inclusive
/// unless it says `exclusive`.
pub(crate) fn shown(calendar: &Calendar, due: Due) -> String {
    let local = calendar.zone().local(due.at()).unwrap();
    match (last_date(local, due.bound()), due.bound()) {
        (date, Bound::Exclusive) if date != local.date() => format!("{} 24:00", day(date)),
        (date, Bound::Exclusive) => format!("{} {} exclusive", day(date), time(local)),
        (date, Bound::Inclusive) => format!("{} {}", day(date), time(local)),
    }
}

/// The last date with an instant that is in time.
fn last_date(local: NaiveDateTime, bound: Bound) -> NaiveDate {
    let is_midnight = local.num_seconds_from_midnight() == 0 && local.nanosecond() == 0;
    if is_midnight && bound == Bound::Exclusive { local.date().pred_opt().unwrap() } else { local.date() }
}

fn day(date: NaiveDate) -> String {
    date.format("%a %Y-%m-%d").to_string()
}

fn time(local: NaiveDateTime) -> String {
    local.format(if local.second() == 0 { "%H:%M" } else { "%H:%M:%S" }).to_string()
}

/// A complaint with a category, received at a time of the wall clock in China.
#[track_caller]
pub(crate) fn complaint(received: &str, category: Category) -> Complaint {
    Complaint::new("W-1".parse().unwrap(), at(received)).with_category(category)
}

/// What the clocks of a name come to, and by which steps: for each a due date, or why there is none.
///
/// Every account is checked on the way: it ends with the very due date, and each of its steps starts on the
/// date on which the step before it ended.
#[track_caller]
pub(crate) fn outcomes(triage: &Triage<'_>, name: ClockName) -> Vec<(String, Vec<String>)> {
    let explanation = triage.explain();
    assert_eq!(explanation.clocks().len(), triage.clocks().len());
    let accounts = triage.clocks().iter().zip(explanation.clocks());
    let mut outcomes = Vec::new();
    for (clock, account) in accounts.filter(|(clock, _)| clock.name() == name) {
        assert_eq!(account.clock(), name);
        assert_eq!(account.due(), clock.due());
        let calendar = triage.policy().calendar();
        let (text, steps) = match clock.outcome() {
            ClockOutcome::Due(due) => (shown(calendar, *due), steps_to(*due, calendar, account)),
            ClockOutcome::NotStarted(anchor) => (format!("waits for `{anchor}`"), Vec::new()),
            ClockOutcome::Exempt(_) => ("exempt".into(), Vec::new()),
            ClockOutcome::Undetermined(reason) => (reason.to_string(), Vec::new()),
        };
        assert_eq!(account.trace().steps().is_empty(), clock.due().is_none(), "{text}");
        outcomes.push((text, steps));
    }
    outcomes
}

/// What the clocks of a name come to.
#[track_caller]
pub(crate) fn texts(triage: &Triage<'_>, name: ClockName) -> Vec<String> {
    outcomes(triage, name).into_iter().map(|(text, _)| text).collect()
}

/// What the one clock of a name comes to for a complaint.
#[track_caller]
pub(crate) fn text(policy: &Policy, complaint: &Complaint, name: ClockName) -> String {
    let triage = triage(policy, complaint, &History::none()).unwrap();
    let [text] = <[String; 1]>::try_from(texts(&triage, name)).unwrap();
    text
}

/// The steps of an account that are not the calendar, the start and the due date.
#[track_caller]
fn steps_to(due: Due, calendar: &Calendar, account: &ClockAccount) -> Vec<String> {
    let [
        TraceStep::Calendar { name, revision, zone },
        TraceStep::Anchored { at, local, .. },
        between @ ..,
        TraceStep::Due { at: end, bound, local: end_local },
    ] = account.trace().steps()
    else {
        panic!("an account without calendar, start or due date: {:?}", account.trace());
    };
    let named = (calendar.name(), calendar.revision(), calendar.zone().name());
    assert_eq!((name.as_str(), revision.as_str(), zone.as_str()), named);
    assert_eq!(*local, calendar.local(*at).ok());
    assert_eq!((*end, *bound), (due.at(), due.bound()));
    assert_eq!(*end_local, calendar.local(*end).ok());
    let mut reached = local.unwrap().date();
    let mut texts = Vec::new();
    for step in between {
        let (from, to, text) = match step {
            TraceStep::BeforeCutoff { cutoff } => (reached, reached, format!("by {cutoff}")),
            TraceStep::AfterCutoff { cutoff, from, to } => {
                (*from, *to, format!("after {cutoff}: counts as {}", day(*to)))
            }
            TraceStep::ClosedStart { from, to } => (*from, *to, format!("closed: counts as {}", day(*to))),
            TraceStep::CountedDays { count, from, to, .. } => {
                (*from, *to, format!("{count} to {}", day(*to)))
            }
            TraceStep::CountedSpan { count, from, to, .. } => {
                assert_eq!(from, at);
                let to = calendar.zone().local(*to).unwrap();
                (reached, to.date(), format!("{count} to {} {}", day(to.date()), time(to)))
            }
            TraceStep::Rolled { from, to, closed, .. } => {
                (*from, *to, format!("rolls past {} to {}", names(closed), day(*to)))
            }
            step => panic!("a step that no row takes: {step:?}"),
        };
        assert_eq!(from, reached, "{step:?}");
        reached = to;
        texts.push(text);
    }
    assert_eq!(reached, last_date(calendar.zone().local(due.at()).unwrap(), due.bound()));
    texts
}

/// Why days are closed: the holidays among them, or the weekend.
fn names(closed: &ClosedDays) -> String {
    let mut names: Vec<&str> = Vec::new();
    for day in closed.named().iter().filter(|day| !day.is_working()) {
        if names.last() != Some(&day.name()) {
            names.push(day.name());
        }
    }
    if names.is_empty() { "the weekend".into() } else { names.join(", ") }
}

/// One row: a complaint of which the closure is asked.
pub(crate) struct Row {
    complaint: Complaint,
    calendar: &'static Calendar,
}

/// A complaint with a category, received at a time of the wall clock in China.
#[track_caller]
pub(crate) fn received(at: &str, category: Category) -> Row {
    Row { complaint: complaint(at, category), calendar: china() }
}

impl Row {
    /// The same with a further category.
    pub(crate) fn and(self, category: Category) -> Self {
        Self { complaint: self.complaint.with_category(category), ..self }
    }

    /// The same with a further event.
    #[track_caller]
    pub(crate) fn with(self, event: Anchor, local: &str) -> Self {
        let at = at_in(self.calendar, local);
        Self { complaint: self.complaint.with_event(event, at), ..self }
    }

    /// Checks when it is due in the default readings.
    #[track_caller]
    pub(crate) fn due(self, expected: &str) -> Self {
        self.under(|nev| nev, expected)
    }

    /// Checks by which steps it is due in the default readings.
    #[track_caller]
    pub(crate) fn because<const N: usize>(self, expected: [&str; N]) -> Self {
        assert_eq!(self.closure(nev_by(self.calendar)).1, expected);
        self
    }

    /// Checks when it is due in another reading, all others at their default.
    #[track_caller]
    pub(crate) fn under(self, reading: impl FnOnce(Nev) -> Nev, expected: &str) -> Self {
        assert_eq!(self.closure(reading(nev_by(self.calendar))).0, expected);
        self
    }

    /// The closure under a policy, and its steps.
    #[track_caller]
    fn closure(&self, nev: Nev) -> (String, Vec<String>) {
        let policy = nev.build().unwrap();
        let triage = triage(&policy, &self.complaint, &History::none()).unwrap();
        let [(text, steps)] = <[_; 1]>::try_from(outcomes(&triage, ClockName::CLOSURE)).unwrap();
        let [clock] = triage.clocks_of(ClockName::CLOSURE).collect::<Vec<_>>()[..] else {
            panic!("several clocks of one case");
        };
        if let (Some(target), [category]) =
            (clock.target(), &self.complaint.categories().collect::<Vec<_>>()[..])
        {
            assert_eq!(target.category(), Some(*category));
            assert_eq!(target.citation(), element(*category));
        }
        assert_eq!(triage.due(ClockName::CLOSURE), clock.due());
        (text, steps)
    }
}

/// The element of the procedure that sets the limit of a category.
fn element(category: Category) -> &'static str {
    match category {
        Category::PRODUCT_QUALITY => "S23-R01",
        Category::SALES_PROCESS => "S23-R02",
        Category::SPARE_PARTS => "S23-R03",
        Category::TECHNICAL_CAPABILITY => "S23-R04",
        Category::SERVICE_PROCESS => "S23-R05",
        Category::VEHICLE_DOCUMENTS => "S23-R06",
        _ => "",
    }
}
