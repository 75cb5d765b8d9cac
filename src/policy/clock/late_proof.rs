//! Checks of a limit on late entries, when a policy is built.
//!
//! | Refused | Because |
//! |---|---|
//! | a limit without a role and without a term | it limits nothing |
//! | a limit on a clock whose misses stay ([`AfterBreach::StaysBreached`]) | no entry makes them disappear |
//! | a role twice, or more roles than [`MAX_LATE_ROLES`] | a mistake |
//! | a term to a fixed instant | it must count from the event that is entered |
//! | roles of which none may take an action at all | the action could never be entered late |

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::deadline::Count;
use crate::deadline::rule::AfterBreach;
use crate::policy::clock::rule::ClockRule;
use crate::policy::fault::{FaultPlace, LateEntryProblem, PolicyFault};
use crate::policy::limits::MAX_LATE_ROLES;
use crate::policy::track::Track;
use crate::taxonomy::Taxonomy;
use crate::vocab::{Action, Role};

/// The actions that can enter something that lies in the past.
const ENTRIES: [Action; 4] = [Action::Correct, Action::Happen, Action::Pause, Action::Resume];

impl ClockRule {
    pub(in crate::policy) fn prove_late_entry(&self, taxonomy: &Taxonomy, faults: &mut Vec<PolicyFault>) {
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
        let place = FaultPlace::Clock(clock);
        let undeclared = late.by.iter().filter_map(|&role| taxonomy.check_known(role).err());
        faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
    }

    /// Checks that those who may enter late may take the action at all.
    pub(in crate::policy) fn prove_late_permits(&self, track: &Track, faults: &mut Vec<PolicyFault>) {
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
}
