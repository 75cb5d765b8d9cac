//! What the people of a roster cannot do: approvals that nobody can complete, and separated duties for one person alone.
//!
//! [`Policy::check`] tells what is impossible under the best circumstances: every approval has enough signers, and every
//! role has a holder. Two more things are impossible because of who may not do both:
//!
//! - Whoever proposes a remedy, or takes an action that is parted from signing, cannot sign it. If every person who may do
//!   the first is needed among the signers, no case gets through. A person is tried after the other.
//! - Of two actions that are parted, one person alone can take both.
//!
//! An action that is not limited to roles is open to everybody, also to people who are not in the roster, so that nothing
//! can be said about it.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::Roster;
use crate::approval::staff::StaffingFault;
use crate::policy::finding::kinds::Finding;
use crate::policy::procedure::Policy;
use crate::vocab::course::{DecisionKind, Exclusion};
use crate::vocab::{Action, ActorId};

impl Policy {
    /// Returns what the people of a roster cannot do at an instant, and the roles that a roster and this policy name
    /// differently.
    ///
    /// It tells what [`check`](Self::check) tells, and also the separated duties for which the roster has too few people.
    ///
    /// # Example: the only manager cannot sign their own proposal
    ///
    /// ```
    /// use redress::approval::{Holding, Roster};
    /// use redress::policy::{Policy, Track};
    /// use redress::sample;
    /// use redress::vocab::{Action, Role};
    ///
    /// let shop = sample::policy()?; // a manager signs every refund
    /// let policy = Policy::builder("shop").version("2").calendar(sample::calendar()?).routing(shop.routing().clone())
    ///     .taxonomy(shop.taxonomy().clone())
    ///     .approvals(shop.approvals().clone())
    ///     .track(Track::new().with_permit(Action::Propose, Role::MANAGER))
    ///     .build()?;
    /// let roster = Roster::builder("r-1").holding(Holding::new("anna".parse()?, Role::MANAGER)).build()?;
    /// let now = "2026-03-02T10:00:00+01:00".parse()?;
    /// assert!(policy.check(&roster, now).is_ok()); // there is a manager
    /// let findings = policy.findings_with(&roster, now);
    /// assert_eq!(findings[0].code(), "finding.nobody-else-signs");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn findings_with(&self, roster: &Roster, at: DateTime<Utc>) -> Vec<Finding> {
        let (faults, hints) = match self.check(roster, at) {
            Ok(hints) => (Vec::new(), hints),
            Err(faults) => (faults.faults().to_vec(), Vec::new()),
        };
        let is_stuck = |chain| {
            faults
                .iter()
                .any(|fault| matches!(fault, StaffingFault::Stuck { chain: stuck, .. } if *stuck == chain))
        };
        let mut found = Vec::new();
        // Who takes one of these actions cannot sign.
        let apart = self.people().parted_from(Action::Sign).map(|action| (action, Exclusion::Parted));
        let apart: Vec<(Action, Exclusion)> =
            core::iter::once((Action::Propose, Exclusion::Proposer)).chain(apart).collect();
        for chain in self.approvals().chains().iter().filter(|chain| !is_stuck(chain.id())) {
            for &(action, because) in &apart {
                if action == Action::Propose && chain.kind() != DecisionKind::Remedy {
                    continue;
                }
                let Some(people) = self.able(roster, action, at) else { continue };
                let mut shown = None;
                let all = people.iter().all(|person| {
                    let stuck = self.approvals().stuck_without(chain, roster, at, (*person, because));
                    let is_stuck = stuck.is_some();
                    shown = shown.take().or(stuck.map(|stuck| (*person, stuck)));
                    is_stuck
                });
                if let Some((person, stuck)) = shown.filter(|_| all) {
                    found.push(Finding::NobodyElseSigns { chain: chain.id(), action, person, stuck });
                    break;
                }
            }
        }
        for (one, other) in self.people().parted_pairs() {
            let (Some(first), Some(second)) = (self.able(roster, one, at), self.able(roster, other, at))
            else {
                continue;
            };
            let mut people = first.union(&second);
            if let (Some(person), None) = (people.next(), people.next())
                && !first.is_empty()
                && !second.is_empty()
            {
                found.push(Finding::OneForTwo { one, other, person: *person });
            }
        }
        let faults = faults.into_iter().map(Finding::Staffing);
        faults.chain(found).chain(hints.into_iter().map(Finding::Roles)).collect()
    }

    /// The people who may take an action; `None` if anybody may.
    fn able(&self, roster: &Roster, action: Action, at: DateTime<Utc>) -> Option<BTreeSet<ActorId>> {
        let mut roles = self.track().roles_for(action).peekable();
        roles.peek()?;
        Some(roles.flat_map(|role| roster.people(role, at).collect::<Vec<_>>()).collect())
    }
}
