//! Who may enter late what takes a miss back, and how late.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::deadline::{AfterBreach, Count, DeadlineError, Due, Term, TermFault};
use crate::policy::window::{from_instant, to_the_end_of_the_day};
use crate::policy::{ClockRule, Place, PolicyFault, Track};
use crate::taxonomy::Taxonomy;
use crate::vocab::{Action, Role};

/// The most roles that may enter late.
pub const MAX_LATE_ROLES: usize = 16;

/// Who may enter late what takes the miss of a clock back, and how late.
///
/// A clock with [`AfterBreach::FollowsNewDue`] is in time where what was done in time is entered later. Whoever enters
/// it can make a miss go away; a policy says here whom it trusts with that. An entry that takes nothing back needs no
/// such role.
///
/// ```
/// use redress::deadline::{AfterBreach, Clock, Count, Term};
/// use redress::policy::{ClockRule, LateEntry};
/// use redress::vocab::{Anchor, ClockName, Role};
///
/// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_after_breach(AfterBreach::FollowsNewDue);
/// let late = LateEntry::new().by([Role::DEPARTMENT_HEAD]).within(Count::WorkingDays(5));
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
    pub fn by(mut self, roles: impl IntoIterator<Item = Role>) -> Self {
        self.by.extend(roles);
        self
    }

    /// Keeps it to so much time after what is entered: days, weeks and months to the end of the last day, real and
    /// working time to the instant, which is in time.
    #[must_use]
    pub const fn within(self, count: Count) -> Self {
        self.within_term(to_the_end_of_the_day(count))
    }

    /// Keeps it to a term that counts from what is entered.
    #[must_use]
    pub const fn within_term(mut self, term: Term) -> Self {
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

/// What is wrong with who may enter late.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LateEntryProblem {
    /// Nothing is limited.
    #[error("names neither roles nor a time, expected `by`, `within` or both")]
    Nothing,
    /// A clock whose miss nothing takes back.
    #[error("no late entry takes a miss back, expected it left out, or `after-breach = \"follows-new-due\"`")]
    StaysBreached,
    /// More roles than there can be.
    #[error("{roles} roles may enter late, expected at most {MAX_LATE_ROLES}")]
    TooManyRoles {
        /// How many.
        roles: usize,
    },
    /// One role that stands twice.
    #[error("`{role}` stands twice in `by`, expected it once")]
    RoleTwice {
        /// The role.
        role: Role,
    },
    /// A time that ends at one instant.
    #[error("the time ends at a fixed instant, expected an amount that counts from what is entered")]
    Instant,
    /// A time that cannot be.
    #[error("within: {0}")]
    Term(TermFault),
    /// Roles that may not do what makes a late entry.
    #[error("none of its roles may `{action}`, expected one that may, or a permit for one of them")]
    NotPermitted {
        /// What they may not.
        action: Action,
    },
}

/// What enters something that may lie in the past.
const ENTRIES: [Action; 4] = [Action::Correct, Action::Happen, Action::Pause, Action::Resume];

impl ClockRule {
    pub(super) fn prove_late_entry(&self, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
        let Some(late) = &self.late_entry else { return };
        let clock = self.name();
        let mut add = |problem| faults.push(PolicyFault::LateEntry { clock, problem });
        if late.by.is_empty() && late.within.is_none() {
            add(LateEntryProblem::Nothing);
        }
        if self.clock.after_breach == AfterBreach::StaysBreached {
            add(LateEntryProblem::StaysBreached);
        }
        if late.by.len() > MAX_LATE_ROLES {
            return add(LateEntryProblem::TooManyRoles { roles: late.by.len() });
        }
        let mut seen: BTreeSet<Role> = BTreeSet::new();
        for &role in &late.by {
            if !seen.insert(role) {
                add(LateEntryProblem::RoleTwice { role });
            }
        }
        if let Some(term) = late.within {
            match (term.count(), term.fault()) {
                (Count::At(_), _) => add(LateEntryProblem::Instant),
                (_, Some(fault)) => add(LateEntryProblem::Term(fault)),
                (_, None) => {}
            }
        }
        let place = Place::Clock(clock);
        let undeclared = late.by.iter().filter_map(|&role| taxonomy.check_known(role).err());
        faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
    }

    /// Proves that those who may enter late may enter at all.
    pub(super) fn prove_late_permits(&self, track: &Track, faults: &mut Vec<PolicyFault>) {
        let Some(late) = self.late_entry.as_ref().filter(|late| !late.by.is_empty()) else { return };
        let clock = self.name();
        for action in ENTRIES {
            let mut permitted = track.roles_for(action).peekable();
            if permitted.peek().is_some() && !permitted.any(|role| late.by.contains(&role)) {
                let problem = LateEntryProblem::NotPermitted { action };
                faults.push(PolicyFault::LateEntry { clock, problem });
            }
        }
    }

    /// Keeps what takes a miss back to some roles, or to some time.
    #[must_use]
    pub fn with_late_entry(mut self, late: LateEntry) -> Self {
        self.late_entry = Some(late);
        self
    }

    /// Who may enter late what takes a miss back, where that is limited.
    #[must_use]
    pub const fn late_entry(&self) -> Option<&LateEntry> {
        self.late_entry.as_ref()
    }
}
