//! Who may enter an event so late that a miss of a clock disappears, and until when.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::deadline::{Count, DeadlineError, Due, Term};
use crate::policy::track::{from_instant, to_the_end_of_the_day};
use crate::vocab::Role;

/// A limit on entries that come late and make the miss of a clock disappear.
///
/// An answer was sent in time, but nobody entered it until the due date had passed. With
/// [`AfterBreach::FollowsNewDue`](crate::deadline::rule::AfterBreach::FollowsNewDue), the clock was missed until the
/// entry, and is in time from then on. So anybody who may enter events could remove a miss. This type says whom the
/// policy trusts with such an entry, and how long after the event the entry may come. An entry that removes no miss is
/// not limited.
///
/// # Example: a department head, within five working days
///
/// ```
/// use redress::deadline::{Clock, Count, End, Term};
/// use redress::deadline::rule::AfterBreach;
/// use redress::policy::ClockRule;
/// use redress::policy::clock::LateEntry;
/// use redress::vocab::{Anchor, ClockName, Role};
///
/// let late = LateEntry::new().with_roles([Role::DEPARTMENT_HEAD]).with_count(Count::WorkingDays(5));
/// assert_eq!(late.term(), Some(Term::working_days(5).with_end(End::END_OF_DAY)));
///
/// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_after_breach(AfterBreach::FollowsNewDue);
/// let rule = ClockRule::new(clock, Term::working_days(2)).with_late_entry(late);
/// assert_eq!(rule.late_entry().map(LateEntry::roles), Some(&[Role::DEPARTMENT_HEAD][..]));
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct LateEntry {
    pub(crate) by: Vec<Role>,
    pub(crate) within: Option<Term>,
}

impl LateEntry {
    /// Creates a limit that limits nothing yet: any person, at any time. A policy refuses it without a role or a term.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Limits late entries to holders of one of these roles. Further calls add roles.
    #[must_use]
    pub fn with_roles(mut self, roles: impl IntoIterator<Item = Role>) -> Self {
        self.by.extend(roles);
        self
    }

    /// Limits late entries to this much time after the event that is entered.
    ///
    /// Days, weeks and months last until the end of the last day. Real time and working time last to the instant, which
    /// is still in time.
    #[must_use]
    pub const fn with_count(self, count: Count) -> Self {
        self.with_term(to_the_end_of_the_day(count))
    }

    /// Limits late entries to a term that counts from the event that is entered.
    #[must_use]
    pub const fn with_term(mut self, term: Term) -> Self {
        self.within = Some(term);
        self
    }

    /// Returns the roles that may enter late. Empty: anybody may.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.by
    }

    /// Returns how long after the event a late entry is possible, or `None` if there is no limit.
    #[must_use]
    pub const fn term(&self) -> Option<Term> {
        self.within
    }

    /// Returns until when an event may be entered that happened at `happened`, or `None` if there is no limit.
    pub(crate) fn until(
        &self,
        calendar: &Calendar,
        happened: DateTime<Utc>,
    ) -> Result<Option<Due>, DeadlineError> {
        self.within.map(|term| from_instant(term, calendar, happened)).transpose()
    }
}
