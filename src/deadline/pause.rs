//! Pauses and extensions of a clock: the rules that allow them, and the entries that are made.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::deadline::pause_limit::{Limits, PauseLimit};
use crate::deadline::term::Count;
use crate::deadline::view::{Entry, View};
use crate::text::left_out::some;
use crate::text::map_only::map_only;
use crate::vocab::PauseReason;
use crate::vocab::course::ExtensionReason;

/// A reason for pausing a clock, with optional limits on each pause and on all of them together.
///
/// While a clock is paused, no time counts against it. Resuming the clock moves its due date:
///
/// | Term | The due date moves by |
/// |---|---|
/// | elapsed time | the length of the pause |
/// | working time | the working time inside the pause |
/// | days, weeks, months | one day for each end of day inside the pause |
/// | working days | one working day for each end of a working day inside the pause |
///
/// The end of a day is the time at which the term falls due, such as 17:00. A pause from 16:55 to 17:05 therefore adds
/// a day, and a pause from 10:00 to 16:00 adds nothing. Ends of day up to day zero, the day from which the term counts,
/// add nothing.
///
/// A pause that begins at or after the due date moves nothing.
///
/// # Example: waiting for the customer over a weekend
///
/// ```
/// # use redress::deadline::{Anchors, Clock, ClockRecord, End, Term, rule::PauseRule};
/// # use redress::{sample, vocab::{Anchor, ClockName, PauseReason}};
/// # let (calendar, waiting) = (sample::calendar()?, PauseReason::AWAITING_CUSTOMER);
/// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_pause(PauseRule::new(waiting));
/// let thursday = "2026-03-05T10:00:00+01:00".parse()?;
/// let three_days = Term::working_days(3).with_end(End::CLOSE_OF_BUSINESS); // due on Tuesday, March 10
/// let mut record = ClockRecord::new(three_days, Anchors::received(thursday));
/// record.pause(&clock, waiting, "2026-03-06T10:00:00+01:00".parse::<chrono::DateTime<_>>()?)?;
/// let monday = "2026-03-09T10:00:00+01:00".parse()?;
/// record.resume(&clock, waiting, monday)?;
/// let due = clock.due(&calendar, &record, monday)?.ok_or("paused")?;
/// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-11 17:00:00"); // one working day ended in the pause
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: in a policy file
///
/// A rule is a map with a key for each part. A limit is a time span, or a map with one unit.
///
/// ```
/// use redress::deadline::rule::{PauseLimit, PauseRule};
///
/// let rule: PauseRule = serde_json::from_str(r#"{"reason": "awaiting-customer", "total": {"working-days": 10}}"#)?;
/// assert_eq!(rule.total(), Some(PauseLimit::WorkingDays(10)));
/// assert_eq!(rule.limit(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub struct PauseRule {
    pub(crate) reason: PauseReason,
    /// The limit of each pause.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub(crate) at_most: Option<PauseLimit>,
    /// The limit of all pauses for the reason together.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub(crate) total: Option<PauseLimit>,
}

map_only!(PauseRule, "a pause");

impl PauseRule {
    /// Allows pauses for a reason, each until somebody ends it.
    #[must_use]
    pub const fn new(reason: PauseReason) -> Self {
        Self { reason, at_most: None, total: None }
    }

    /// Limits each pause. The clock then resumes by itself.
    ///
    /// # Example: 24 hours at most
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::PauseRule};
    /// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName, PauseReason}};
    /// # let (calendar, waiting) = (sample::calendar()?, PauseReason::AWAITING_CUSTOMER);
    /// let rule = PauseRule::new(waiting).with_at_most(Span::hours(24));
    /// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_pause(rule);
    /// let monday = "2026-03-02T10:00:00+01:00".parse()?;
    /// let mut record = ClockRecord::new(Term::elapsed(Span::hours(48)), Anchors::received(monday));
    /// record.pause(&clock, waiting, monday)?;
    /// let friday = "2026-03-06T10:00:00+01:00".parse()?;
    /// let due = clock.due(&calendar, &record, friday)?.ok_or("paused")?;
    /// assert_eq!(calendar.local(due.at())?.to_string(), "2026-03-05 10:00:00"); // nobody resumed it
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_at_most(mut self, limit: impl Into<PauseLimit>) -> Self {
        self.at_most = Some(limit.into());
        self
    }

    /// Limits all pauses for the reason together. The clock then resumes by itself, and further pauses have no effect.
    ///
    /// # Example: two pauses of 16 hours, 24 hours in all
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::PauseRule};
    /// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName, PauseReason}};
    /// # let (calendar, waiting) = (sample::calendar()?, PauseReason::AWAITING_CUSTOMER);
    /// # let hours = chrono::TimeDelta::hours;
    /// let rule = PauseRule::new(waiting).with_total(Span::hours(24));
    /// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_pause(rule);
    /// let monday: chrono::DateTime<chrono::Utc> = "2026-03-02T10:00:00+01:00".parse()?;
    /// let mut record = ClockRecord::new(Term::elapsed(Span::hours(72)), Anchors::received(monday));
    /// for day in [hours(0), hours(24)] {
    ///     record.pause(&clock, waiting, monday + day)?;
    ///     if day == hours(0) {
    ///         record.resume(&clock, waiting, monday + hours(16))?;
    ///     } // the second pause ends by itself after 8 hours
    /// }
    /// let due = clock.due(&calendar, &record, monday + hours(40))?.ok_or("paused")?;
    /// assert_eq!(due.at(), monday + hours(72 + 24));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_total(mut self, limit: impl Into<PauseLimit>) -> Self {
        self.total = Some(limit.into());
        self
    }

    /// Returns the reason for which the clock may be paused.
    #[must_use]
    pub const fn reason(self) -> PauseReason {
        self.reason
    }

    /// Returns the limit of each pause, or `None` if a pause lasts until somebody ends it.
    #[must_use]
    pub const fn limit(self) -> Option<PauseLimit> {
        self.at_most
    }

    /// Returns the limit of all pauses for the reason together, or `None` if there is none.
    #[must_use]
    pub const fn total(self) -> Option<PauseLimit> {
        self.total
    }

    /// Its two limits, to find when a pause ends by itself.
    pub(super) const fn limits(self) -> Limits {
        Limits { each: self.at_most, total: self.total }
    }

    /// Whether a calendar is required to know when a pause ends by itself.
    pub(super) const fn asks_a_calendar(self) -> bool {
        matches!(self.at_most, Some(limit) if limit.is_of_days())
            || matches!(self.total, Some(limit) if limit.is_of_days())
    }
}

/// A pause as it was recorded.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Pause {
    pub(crate) reason: PauseReason,
    pub(crate) from: DateTime<Utc>,
    pub(crate) until: Option<DateTime<Utc>>,
    pub(crate) entered: Entry,
    /// When its end was entered. `None` while nobody has ended it.
    pub(crate) ended: Option<Entry>,
}

impl Pause {
    /// The pause as a view shows it: open until the view shows the entry of its end.
    pub(super) fn seen(self, view: View) -> Option<Self> {
        let ended = self.ended.is_some_and(|ended| view.shows(ended));
        view.shows(self.entered).then_some(Self { until: self.until.filter(|_| ended), ..self })
    }

    /// Returns why the clock was paused.
    #[must_use]
    pub const fn reason(self) -> PauseReason {
        self.reason
    }

    /// Returns when the pause began.
    #[must_use]
    pub const fn from(self) -> DateTime<Utc> {
        self.from
    }

    /// Returns when somebody ended the pause. `None` while it is open, and if it ended by itself.
    #[must_use]
    pub const fn until(self) -> Option<DateTime<Utc>> {
        self.until
    }

    /// Returns when its beginning was entered. This is later than [`from`](Self::from) for a late entry.
    #[must_use]
    pub const fn recorded(self) -> DateTime<Utc> {
        self.entered.at
    }
}

/// What an extension does to a due date.
///
/// # Example: three ways to get to a later date
///
/// ```
/// # use redress::deadline::rule::{Extension, ExtensionChange, ExtensionRule};
/// # use redress::deadline::{Anchors, Clock, ClockRecord, Count, Roll, Term};
/// # use redress::vocab::{Anchor, ClockName, course::ExtensionReason};
/// # let (calendar, reason) = (redress::sample::calendar()?, ExtensionReason::COMPLEX_CASE);
/// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_extension(ExtensionRule::new(reason));
/// let monday = "2026-03-02T10:00:00+01:00".parse()?;
/// let ten_days = Term::calendar_days(10).with_roll(Roll::FOLLOWING); // Thursday, March 12
/// let sunday = "2026-03-15".parse()?;
/// for (change, expected) in [
///     (ExtensionChange::ReplaceTotal(Count::CalendarDays(15)), "2026-03-17 10:00:00"),
///     (ExtensionChange::Add(Count::WorkingDays(2)), "2026-03-16 10:00:00"),
///     (ExtensionChange::Until { date: sunday, fixed: false }, "2026-03-16 10:00:00"), // rolls to Monday
///     (ExtensionChange::Until { date: sunday, fixed: true }, "2026-03-15 10:00:00"),
/// ] {
///     let mut record = ClockRecord::new(ten_days, Anchors::received(monday));
///     record.extend(&clock, &calendar, Extension::new(change, reason, monday))?;
///     let due = clock.due(&calendar, &record, monday)?.ok_or("paused")?;
///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the three kinds of the algebra")]
pub enum ExtensionChange {
    /// Replaces the total, counted from the same event: 30 days instead of 15.
    ReplaceTotal(Count),
    /// Adds to the counted date or amount, before any roll.
    Add(Count),
    /// Names the date.
    Until {
        /// The date, which ends at the time of day of the term.
        date: chrono::NaiveDate,
        /// Whether the date stays where it is, on a closed day and in a pause. Otherwise it rolls as the term does.
        fixed: bool,
    },
}

/// A reason for extending a clock, with its conditions.
///
/// | Condition | Default | Set by |
/// |---|---|---|
/// | an approval at or before the extension | not required | [`with_approval`](Self::with_approval) |
/// | a notice to the complainant | not required | [`with_notice`](Self::with_notice) |
/// | how often the reason may be used | once | [`with_times`](Self::with_times) |
/// | how long the term may become in all | no limit | [`with_limit`](Self::with_limit) |
///
/// [`ClockRecord::extend`](crate::deadline::ClockRecord::extend) checks all of them but the notice; a case checks
/// that, too.
///
/// ```
/// use redress::deadline::Count;
/// use redress::deadline::rule::ExtensionRule;
/// use redress::vocab::course::ExtensionReason;
///
/// let rule = ExtensionRule::new(ExtensionReason::COMPLEX_CASE)
///     .with_notice()
///     .with_limit(Count::WorkingDays(35)); // 15 working days may become 35
/// assert!(rule.wants_notice());
/// assert_eq!(rule.limit(), Some(Count::WorkingDays(35)));
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ExtensionRule {
    pub(crate) reason: ExtensionReason,
    pub(crate) needs_approval: bool,
    pub(crate) wants_notice: bool,
    pub(crate) at_most: u32,
    pub(crate) limit: Option<Count>,
}

impl ExtensionRule {
    /// Allows one extension for a reason, without an approval.
    #[must_use]
    pub const fn new(reason: ExtensionReason) -> Self {
        Self { reason, needs_approval: false, wants_notice: false, at_most: 1, limit: None }
    }

    /// Requires an approval, at or before the extension.
    ///
    /// ```
    /// # use redress::deadline::rule::{ClockError, Extension, ExtensionChange, ExtensionRule};
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Count, Term};
    /// # use redress::vocab::{Anchor, ClockName, course::ExtensionReason};
    /// # let (calendar, reason) = (redress::sample::calendar()?, ExtensionReason::COMPLEX_CASE);
    /// let rule = ExtensionRule::new(reason).with_approval();
    /// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_extension(rule);
    /// let monday = "2026-03-02T10:00:00+01:00".parse()?;
    /// let mut record = ClockRecord::new(Term::weeks(1), Anchors::received(monday));
    /// let one_more = Extension::new(ExtensionChange::Add(Count::Weeks(1)), reason, monday);
    /// let refused = record.extend(&clock, &calendar, one_more);
    /// assert!(matches!(refused, Err(ClockError::NotApproved { .. })));
    /// record.extend(&clock, &calendar, one_more.with_approval(monday))?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_approval(mut self) -> Self {
        self.needs_approval = true;
        self
    }

    /// Requires that the complainant is told of the extension.
    #[must_use]
    pub const fn with_notice(mut self) -> Self {
        self.wants_notice = true;
        self
    }

    /// Returns whether the complainant must be told of the extension.
    #[must_use]
    pub const fn wants_notice(&self) -> bool {
        self.wants_notice
    }

    /// Limits the whole term, extensions included, such as "at most 35 working days".
    ///
    /// ```
    /// # use redress::deadline::rule::{Extension, ExtensionChange, ExtensionRule};
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Count, Term};
    /// # use redress::vocab::{Anchor, ClockName, course::ExtensionReason};
    /// # let (calendar, reason) = (redress::sample::calendar()?, ExtensionReason::COMPLEX_CASE);
    /// let rule = ExtensionRule::new(reason).with_limit(Count::WorkingDays(8));
    /// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_extension(rule);
    /// let monday = "2026-03-02T10:00:00+01:00".parse()?;
    /// let mut record = ClockRecord::new(Term::working_days(5), Anchors::received(monday));
    /// let add = |days| Extension::new(ExtensionChange::Add(Count::WorkingDays(days)), reason, monday);
    /// let refused = record.extend(&clock, &calendar, add(4)).unwrap_err();
    /// assert_eq!(
    ///     refused.to_string(),
    ///     "clock `closure` may be extended to 8 working days in all; extend it to 2026-03-12T09:00:00Z at the latest"
    /// );
    /// record.extend(&clock, &calendar, add(3))?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_limit(mut self, limit: Count) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Returns how long the term may become in all, or `None` if there is no limit.
    #[must_use]
    pub const fn limit(&self) -> Option<Count> {
        self.limit
    }

    /// Sets how often the clock may be extended for the reason.
    #[must_use]
    pub const fn with_times(mut self, at_most: u32) -> Self {
        self.at_most = at_most;
        self
    }

    /// Returns the reason for which the clock may be extended.
    #[must_use]
    pub const fn reason(self) -> ExtensionReason {
        self.reason
    }
}

/// An extension as it was recorded.
///
/// # Example: approved a day before
///
/// ```
/// use chrono::{DateTime, TimeDelta, Utc};
/// use redress::deadline::Count;
/// use redress::deadline::rule::{Extension, ExtensionChange};
/// use redress::vocab::course::ExtensionReason;
///
/// let made: DateTime<Utc> = "2026-03-03T09:00:00Z".parse()?;
/// let one_week = ExtensionChange::Add(Count::Weeks(1));
/// let extension = Extension::new(one_week, ExtensionReason::COMPLEX_CASE, made)
///     .with_approval(made - TimeDelta::days(1));
/// assert!(extension.approval() < Some(extension.made()));
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Extension {
    pub(crate) change: ExtensionChange,
    pub(crate) reason: ExtensionReason,
    pub(crate) made: DateTime<Utc>,
    pub(crate) approved: Option<DateTime<Utc>>,
    /// Its number among the entries of its record.
    pub(crate) number: u32,
}

impl Extension {
    /// Creates an extension that was made at an instant, without an approval.
    #[must_use]
    pub const fn new(change: ExtensionChange, reason: ExtensionReason, made: DateTime<Utc>) -> Self {
        Self { change, reason, made, approved: None, number: 0 }
    }

    /// Sets when the extension was approved.
    #[must_use]
    pub const fn with_approval(mut self, at: DateTime<Utc>) -> Self {
        self.approved = Some(at);
        self
    }

    /// When the extension was made, as an entry of its record.
    pub(crate) const fn entry(self) -> Entry {
        Entry { at: self.made, number: self.number }
    }

    /// Returns when the extension was approved, or `None` if it was not.
    #[must_use]
    pub const fn approval(self) -> Option<DateTime<Utc>> {
        self.approved
    }

    /// Returns what the extension does to the due date.
    #[must_use]
    pub const fn change(self) -> ExtensionChange {
        self.change
    }

    /// Returns why the clock was extended.
    #[must_use]
    pub const fn reason(self) -> ExtensionReason {
        self.reason
    }

    /// Returns when the extension was made. It counts in the order of these instants.
    #[must_use]
    pub const fn made(self) -> DateTime<Utc> {
        self.made
    }
}
