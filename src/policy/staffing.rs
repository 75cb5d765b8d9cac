//! Whether the people of a roster can do everything that a policy requires.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::staff::{RolePlace, StaffingFault, StaffingFaults, StaffingHint};
use crate::approval::{Roster, Signers, nearest};
use crate::policy::procedure::Policy;
use crate::vocab::{Action, Role};

impl Policy {
    /// Checks that the people of a roster can do everything that this policy requires at an instant: give every
    /// approval, perform every action, own what is routed to a role, and receive every escalation.
    ///
    /// Call it whenever the policy or the roster changes, so that no case gets stuck unnoticed.
    ///
    /// Returns hints that are no faults: a role that nobody holds although somebody else can act, and a role of the
    /// roster that the policy does not declare or never uses.
    ///
    /// # Errors
    ///
    /// Returns every approval chain that can never be completed, with the steps that cannot all be signed and the
    /// people who could sign them. Returns also everything for which nobody holds a required role, with the role of
    /// the roster that is spelt most like it.
    ///
    /// # Example: a misspelt role
    ///
    /// ```
    /// use redress::approval::{Holding, Roster};
    /// use redress::sample;
    /// use redress::vocab::Role;
    /// use redress::word;
    ///
    /// let policy = sample::policy()?; // a manager reviews every refund
    /// let check = |role| -> Result<_, Box<dyn std::error::Error>> {
    ///     let roster = Roster::builder("r-1").holding(Holding::new("mia".parse()?, role)).build()?;
    ///     Ok(policy.check(&roster, "2026-03-02T10:00:00Z".parse()?))
    /// };
    /// assert_eq!(check(Role::MANAGER)?, Ok(vec![]));
    /// let faults = check(word!(Role, "manger"))?.unwrap_err();
    /// assert!(faults.to_string().contains("`manger`"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Example: a permit that nobody holds
    ///
    /// ```
    /// use redress::approval::{Holding, Roster};
    /// use redress::policy::{Policy, Routing, Track};
    /// use redress::sample;
    /// use redress::vocab::{Action, Role};
    /// use redress::word;
    ///
    /// let track = Track::new().with_permit(Action::Close, Role::MANAGER);
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .track(track)
    ///     .build()?;
    /// let roster = Roster::builder("r-1").holding(Holding::new("anna".parse()?, word!(Role, "manger"))).build()?;
    /// assert_eq!(
    ///     policy.check(&roster, "2026-03-02T10:00:00Z".parse()?).unwrap_err().to_string(),
    ///     "permit of `close`: nobody in the roster holds `manager`; the roster has `manger`",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check(&self, roster: &Roster, at: DateTime<Utc>) -> Result<Vec<StaffingHint>, StaffingFaults> {
        let mut faults: Vec<StaffingFault> = match self.approvals.check(roster, at) {
            Ok(()) => Vec::new(),
            Err(stuck) => stuck.faults().to_vec(),
        };
        let (mut hints, mut used) = (Vec::new(), BTreeSet::new());
        for Asked { place, roles, is_needed } in self.asked() {
            used.extend(roles.iter().copied());
            let is_held = |role: &Role| roster.people(*role, at).next().is_some();
            let missing: Vec<Role> = roles.iter().copied().filter(|role| !is_held(role)).collect();
            if is_needed && !roles.is_empty() && missing.len() == roles.len() {
                let nearest = missing.iter().find_map(|role| nearest(*role, roster.roles()));
                faults.push(StaffingFault::NobodyHolds { place, roles, nearest });
                continue;
            }
            hints.extend(missing.into_iter().map(|role| {
                let nearest = nearest(role, roster.roles());
                StaffingHint::NotHeld { place, role, nearest }
            }));
        }
        let unused = roster.roles().filter(|role| !used.contains(role));
        hints.extend(unused.map(|role| {
            let nearest = nearest(role, used.iter().copied());
            if self.taxonomy.check_known(role).is_ok() {
                StaffingHint::NotUsed { role, nearest }
            } else {
                StaffingHint::NotDeclared { role, nearest }
            }
        }));
        StaffingFaults::none_or(faults, hints)
    }

    /// Everything for which the policy names roles.
    fn asked(&self) -> impl Iterator<Item = Asked> + '_ {
        let permits = Action::ALL.iter().map(|&action| Asked {
            place: RolePlace::Permit(action),
            roles: self.track.roles_for(action).collect(),
            is_needed: true,
        });
        // A department beside the role owns the complaint even if nobody holds the role.
        let rows = self.routing.routing().rows().iter().map(|row| Asked {
            place: RolePlace::Row(row.id()),
            roles: row.assignee().role().into_iter().collect(),
            is_needed: row.assignee().department().is_none(),
        });
        let rungs = self.clocks.iter().flat_map(|rule| {
            rule.escalation().iter().zip(1..).map(|(rung, number)| Asked {
                place: RolePlace::Rung(rule.name(), number),
                roles: Vec::from([rung.to]),
                is_needed: true,
            })
        });
        let forms = self.forms.iter().map(|form| Asked {
            place: RolePlace::Form(form.record()),
            roles: form.roles().to_vec(),
            is_needed: false,
        });
        let reports = self.reports.iter().map(|report| Asked {
            place: RolePlace::Report(report.report()),
            roles: report.roles().to_vec(),
            is_needed: false,
        });
        permits.chain(rows).chain(rungs).chain(self.signers()).chain(forms).chain(reports)
    }

    fn signers(&self) -> impl Iterator<Item = Asked> + '_ {
        self.approvals.chains().iter().flat_map(|chain| {
            chain.steps().iter().flat_map(|step| {
                let place = RolePlace::Step(chain.id(), step.id());
                let slots: Vec<Vec<Role>> = match step.signers() {
                    Signers::AnyOf { roles, .. } => Vec::from([roles.clone()]),
                    Signers::OneOfEach(roles) => roles.iter().map(|role| Vec::from([*role])).collect(),
                };
                // A system account may sign instead of a person.
                let is_needed = step.systems().is_empty();
                let slots = slots.into_iter().map(move |roles| Asked { place, roles, is_needed });
                let escalated = step.limit().map(|limit| Asked {
                    place: RolePlace::EscalateTo(chain.id(), step.id()),
                    roles: Vec::from([limit.escalate_to]),
                    is_needed: true,
                });
                slots.chain(escalated)
            })
        })
    }
}

/// A place of the policy that requires one of several roles.
struct Asked {
    place: RolePlace,
    roles: Vec<Role>,
    /// Whether nobody else can act, so that a missing role is a fault.
    is_needed: bool,
}
