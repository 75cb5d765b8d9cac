//! Whether a complaint repeats earlier ones.

use chrono::{DateTime, Days, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow, Truth};
use crate::text::map_only::map_only;
use crate::triage::complaint::Complaint;
use crate::triage::history::History;

/// How many earlier complaints a complaint repeats, and whether these are enough for a rule.
///
/// [`Complaint::repetitions`] counts them.
///
/// # Example: the complainant is unknown
///
/// ```
/// use redress::policy::condition::{Recurrence, RecurrenceKey, Truth};
/// use redress::sample;
/// use redress::triage::{History, PastCase};
///
/// let past = PastCase::new("A-1".parse()?, "2026-02-01T10:00:00Z".parse()?).with_complainant("K-1".parse()?);
/// let (history, calendar) = (History::of([past])?, sample::calendar()?);
/// let complaint = sample::complaint()?; // nobody has said who complains
/// let asked = |number| Recurrence::new([RecurrenceKey::Complainant], number);
///
/// let once = complaint.repetitions(&asked(1), &history, &calendar);
/// assert_eq!((once.key, once.count, once.reached), (None, 1, Truth::Unknown)); // it may be the same person
/// let twice = complaint.repetitions(&asked(2), &history, &calendar);
/// assert_eq!(twice.reached, Truth::False); // nobody has complained twice
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct RecurrenceCount {
    /// The key by which complaints were counted. `None` if the complaint has none of the keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<RecurrenceKey>,
    /// How many earlier complaints there are. Without a key: how many there are at most.
    #[serde(deserialize_with = "crate::text::map_only::count")]
    pub count: usize,
    /// Whether the rule's number is reached. Unknown if it depends on a key that the complaint does not have, or on a
    /// window whose beginning the calendar does not know.
    pub reached: Truth,
}

map_only!(RecurrenceCount, "a count of earlier complaints");

impl RecurrenceCount {
    /// The count of a recurrence that was never counted: it may be any number.
    pub const NOT_COUNTED: usize = u32::MAX as usize;

    /// Compares what was counted for one rule with the number of another. `is_sure` says that the count is exact.
    pub(super) fn against(self, counted: &Recurrence, asked: &Recurrence, is_sure: bool) -> Self {
        let number = |asked: &Recurrence| usize::try_from(asked.at_least).unwrap_or(usize::MAX);
        let reached = match self.key {
            _ if self.count < number(asked) => Truth::False,
            Some(_) if is_sure => Truth::True,
            // What is reached at one number is reached at a smaller one.
            Some(_) if self.reached == Truth::True && number(asked) <= number(counted) => Truth::True,
            _ => Truth::Unknown,
        };
        Self { reached, ..self }
    }
}

/// Returns the instant from which a window counts. `None` if the calendar does not know it, or if the window has no
/// beginning.
pub(super) fn begins(
    received: DateTime<Utc>,
    within: RecurrenceWindow,
    calendar: &Calendar,
) -> Option<DateTime<Utc>> {
    let (latest, earliest) = window(received, within, calendar);
    latest.filter(|_| latest == earliest)
}

impl Complaint {
    /// Counts the earlier complaints that this complaint repeats.
    ///
    /// Only complaints that were received before it count. If this complaint has none of the keys, or if the calendar
    /// does not know the beginning of the window, it is unknown whether the number is reached, unless it is the same
    /// either way.
    ///
    /// # Example: the second one is outside the window
    ///
    /// ```
    /// use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow, Truth};
    /// use redress::sample;
    /// use redress::triage::{History, PastCase};
    ///
    /// # let calendar = sample::calendar()?;
    /// let key = "K-1".parse()?;
    /// let past = |id: &str, received: &str| -> Result<PastCase, Box<dyn std::error::Error>> {
    ///     Ok(PastCase::new(id.parse()?, received.parse()?).with_complainant(key))
    /// };
    /// let history = History::of([past("A-1", "2026-02-01T10:00:00Z")?, past("A-2", "2026-03-09T10:00:00Z")?])?;
    /// let again = sample::complaint()?.with_complainant(key); // received on 2026-04-02
    ///
    /// let twice = Recurrence::new([RecurrenceKey::Complainant], 2);
    /// let found = again.repetitions(&twice, &history, &calendar);
    /// assert_eq!((found.count, found.reached), (2, Truth::True));
    /// let within = twice.with_window(RecurrenceWindow::Days(30));
    /// let found = again.repetitions(&within, &history, &calendar);
    /// assert_eq!((found.count, found.reached), (1, Truth::False));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn repetitions(&self, asked: &Recurrence, history: &History, calendar: &Calendar) -> RecurrenceCount {
        let needed = usize::try_from(asked.at_least).unwrap_or(usize::MAX);
        let (latest, earliest) = window(self.received, asked.within, calendar);
        let (key, fewest) = history.repeated(self, asked, latest);
        let (_, most) =
            if latest == earliest { (key, fewest) } else { history.repeated(self, asked, earliest) };
        let reached = match (key, fewest >= needed, most >= needed) {
            (_, _, false) => Truth::False,
            (Some(_), true, _) => Truth::True,
            _ => Truth::Unknown,
        };
        RecurrenceCount { key, count: most, reached }
    }
}

/// Returns the latest and the earliest instant at which the window may begin. They are equal if the calendar knows it.
fn window(
    received: DateTime<Utc>,
    within: RecurrenceWindow,
    calendar: &Calendar,
) -> (Option<DateTime<Utc>>, Option<DateTime<Utc>>) {
    let back = |date: NaiveDate| match within {
        RecurrenceWindow::Days(n) => date.checked_sub_days(Days::new(u64::from(n))),
        RecurrenceWindow::Months(n) => date.checked_sub_months(Months::new(n)),
        RecurrenceWindow::Always | RecurrenceWindow::Elapsed(_) => None,
    };
    match within {
        RecurrenceWindow::Always => (None, None),
        RecurrenceWindow::Elapsed(span) => {
            let from = received.checked_sub_signed(span.delta());
            (from, from)
        }
        RecurrenceWindow::Days(_) | RecurrenceWindow::Months(_) => {
            let local = calendar.date(received).ok();
            if let Some(from) = local.and_then(back).and_then(|first| calendar.start_of_day(first).ok()) {
                return (Some(from), Some(from));
            }
            // The zone does not know the day. The local date is then the date in UTC or a neighbour of it, and a day
            // begins within a day of its midnight in UTC. Months back from neighbouring days may lie further apart.
            let utc = received.date_naive();
            let previous = |date: NaiveDate| date.pred_opt().unwrap_or(date);
            let next = |date: NaiveDate| date.succ_opt().unwrap_or(date);
            let midnight = |date: NaiveDate| date.and_time(chrono::NaiveTime::MIN).and_utc();
            let latest = back(local.unwrap_or_else(|| next(utc))).map(next).map(midnight);
            let earliest = back(local.unwrap_or_else(|| previous(utc))).map(previous).map(midnight);
            (latest, earliest)
        }
    }
}
