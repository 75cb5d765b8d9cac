//! Who may enter late what takes a miss back, and how late.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::deadline::{Count, DeadlineError, Due, Term};
use crate::policy::track::{from_instant, to_the_end_of_the_day};
use crate::vocab::Role;

/// Who may enter late what takes the miss of a clock back, and how late.
///
/// A clock with [`AfterBreach::FollowsNewDue`](crate::deadline::rule::AfterBreach::FollowsNewDue) is in time where what
/// was done in time is entered later. Whoever enters it can make a miss go away; a policy says here whom it trusts with
/// that. An entry that takes nothing back needs no such role.
///
/// ```
/// use redress::deadline::{Clock, Count, Term};
/// use redress::deadline::rule::AfterBreach;
/// use redress::policy::ClockRule;
/// use redress::policy::clock::LateEntry;
/// use redress::vocab::{Anchor, ClockName, Role};
///
/// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_after_breach(AfterBreach::FollowsNewDue);
/// let late = LateEntry::new().with_roles([Role::DEPARTMENT_HEAD]).with_count(Count::WorkingDays(5));
/// let rule = ClockRule::new(clock, Term::working_days(2)).with_late_entry(late.clone());
/// assert_eq!(rule.late_entry(), Some(&late));
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct LateEntry {
    pub(crate) by: Vec<Role>,
    pub(crate) within: Option<Term>,
}

impl LateEntry {
    /// Anybody, however late.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps it to those who hold one of some roles.
    #[must_use]
    pub fn with_roles(mut self, roles: impl IntoIterator<Item = Role>) -> Self {
        self.by.extend(roles);
        self
    }

    /// Keeps it to so much time after what is entered: days, weeks and months to the end of the last day, real and
    /// working time to the instant, which is in time.
    #[must_use]
    pub const fn with_count(self, count: Count) -> Self {
        self.with_term(to_the_end_of_the_day(count))
    }

    /// Keeps it to a term that counts from what is entered.
    #[must_use]
    pub const fn with_term(mut self, term: Term) -> Self {
        self.within = Some(term);
        self
    }

    /// The roles that may enter late. Without roles anybody may.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.by
    }

    /// The term from what is entered, where there is one.
    #[must_use]
    pub const fn term(&self) -> Option<Term> {
        self.within
    }

    /// Until when something that happened at an instant may be entered; none where that is not limited.
    pub(crate) fn until(
        &self,
        calendar: &Calendar,
        happened: DateTime<Utc>,
    ) -> Result<Option<Due>, DeadlineError> {
        self.within.map(|term| from_instant(term, calendar, happened)).transpose()
    }
}
