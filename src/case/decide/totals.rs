//! The amounts by which approval chains are chosen.
//!
//! # How the amount of a decision is found
//!
//! The problem: a limit of 100 EUR means nothing if a remedy of 300 EUR can be split into four proposals, or over three
//! linked cases. The amount of a decision must count everything that belongs together.
//!
//! The amount of a case is the sum of
//! - what earlier proposals cost, as far as they were carried out or started ("booked");
//! - the greater of what was started of the current proposal and its most expensive alternative;
//! - the amounts of all linked cases. A case that is linked twice counts once, with the highest amount seen.
//!
//! The amount of a sanction is the sum of all sanctions against the same person in the case: decided, applied for, or
//! approved.
//!
//! The answer is one of three: `Nothing` if no amount was ever named, `Of(amount)` if all amounts are of one currency,
//! and `Unknown` otherwise. Amounts of zero have no currency of their own: 0 EUR and 50 USD make 50 USD. Amounts are
//! never converted.
//!
//! `Unknown` is not zero. A chain that depends on the amount can then not be chosen, and the request is refused until
//! the cost is stated. A sum that does not fit into 64 bits is refused as soon as it would arise, because it would
//! block every later step of the case.
//!
//! Cost: linear in the number of links and alternatives.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::case::approval::{Approval, ApprovalSubject};
use crate::case::command::{CaseLink, Proposal};
use crate::case::decide::authority::Authority;
use crate::case::decide::desk::Desk;
use crate::case::refusal::Refusal;
use crate::case::state::parts::Sums;
use crate::case::track::SanctionProposal;
use crate::vocab::{CaseId, Money};

/// The amount by which a chain is chosen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Total {
    /// No amount was ever named.
    Nothing,
    /// An alternative does not state its cost, or the amounts are of several currencies.
    Unknown,
    Of(Money),
}

impl Total {
    pub(super) fn known(self) -> Option<Money> {
        match self {
            Self::Of(amount) => Some(amount),
            Self::Nothing | Self::Unknown => None,
        }
    }
}

impl<A: Authority> Desk<'_, A> {
    /// Returns the amount of a decision, over all proposals and linked cases.
    pub(super) fn total(&self, matter: &ApprovalSubject) -> Result<Total, Refusal> {
        self.total_with(matter, None)
    }

    /// Returns the amount with one more linked case.
    pub(super) fn total_with(
        &self,
        matter: &ApprovalSubject,
        more: Option<&CaseLink>,
    ) -> Result<Total, Refusal> {
        let proposal = match matter {
            ApprovalSubject::Sanction(sanction) => return self.total_of_sanctions(sanction),
            ApprovalSubject::Remedy(proposal) => Some(proposal),
            ApprovalSubject::ForcedClosure
            | ApprovalSubject::Extension(_)
            | ApprovalSubject::Recall
            | ApprovalSubject::CorrectiveAction(_)
            | ApprovalSubject::PolicyChange(_) => self.case.proposal(),
        };
        let Some(mut sums) = self.case.spending().booked().cloned() else { return Ok(Total::Unknown) };
        // A case that is linked twice counts once, with the highest amount seen. The last link says whether its costs
        // are known by now.
        let mut of_links: BTreeMap<CaseId, (bool, Sums)> = BTreeMap::new();
        for linked in self.case.links().iter().chain(more) {
            let (unstated, most) = of_links.entry(linked.case.id).or_default();
            *unstated = linked.case.unstated;
            let mut seen = Sums::default();
            seen.add_all(linked.case.amounts.iter().copied()).ok_or(Refusal::AmountOutOfRange)?;
            for amount in seen {
                most.raise_to(amount);
            }
        }
        // An unstated cost of another case is unknown, and not zero.
        if of_links.values().any(|(unstated, _)| *unstated) {
            return Ok(Total::Unknown);
        }
        let Some(own) = self.case.spending().at_stake(proposal) else { return Ok(Total::Unknown) };
        let others = of_links.into_values().flat_map(|(_, most)| most);
        sums.add_all(others.chain(own)).ok_or(Refusal::AmountOutOfRange)?;
        // An amount of zero has no currency of its own.
        let sums = sums.as_slice();
        let mut counted = sums.iter().filter(|sum| sum.minor() > 0);
        Ok(match (counted.next(), counted.next()) {
            (Some(&only), None) => Total::Of(only),
            (None, _) => sums.first().map_or(Total::Nothing, |&nothing| Total::Of(nothing)),
            _ => Total::Unknown,
        })
    }

    /// Returns the total of the sanctions against one person in this case: decided ones, those that are applied for or
    /// approved, and this one. Several small sanctions cannot bypass a limit.
    pub(super) fn total_of_sanctions(&self, sanction: &SanctionProposal) -> Result<Total, Refusal> {
        let live = |approval: &Approval| match &approval.matter {
            ApprovalSubject::Sanction(other) => approval.state.is_live().then(|| other.clone()),
            ApprovalSubject::Remedy(_)
            | ApprovalSubject::ForcedClosure
            | ApprovalSubject::Extension(_)
            | ApprovalSubject::Recall
            | ApprovalSubject::CorrectiveAction(_)
            | ApprovalSubject::PolicyChange(_) => None,
        };
        let others =
            self.case.sanctions().iter().cloned().chain(self.case.approvals().iter().filter_map(live));
        let mut seen: Vec<SanctionProposal> = Vec::new();
        for other in others.filter(|other| other.person == sanction.person && other != sanction) {
            if !seen.contains(&other) {
                seen.push(other);
            }
        }
        let Some(mut total) = sanction.amount else { return Ok(Total::Unknown) };
        for amount in seen.iter().filter_map(|other| other.amount) {
            if amount.currency() != total.currency() {
                return Ok(Total::Unknown);
            }
            let minor = total.minor().checked_add(amount.minor()).ok_or(Refusal::AmountOutOfRange)?;
            total = Money::new(minor, total.currency());
        }
        Ok(Total::Of(total))
    }

    /// Checks a statement of what a remedy has cost. Each remedy without a stated cost can be stated once.
    pub(super) fn check_spent(&self, amount: Money) -> Result<(), Refusal> {
        if !self.case.spending().is_cost_missing() {
            return Err(Refusal::NoSuch { what: "remedy whose cost is still to be stated" });
        }
        // People who have a part in the case do not state its costs.
        if self.case.excluded().iter().any(|excluded| excluded.person == self.actor) {
            return Err(Refusal::HandledIt { actor: self.actor });
        }
        if self.case.spending().has_room_for(amount) { Ok(()) } else { Err(Refusal::AmountOutOfRange) }
    }

    pub(super) fn check_total(&self, proposal: &Proposal) -> Result<(), Refusal> {
        self.total(&ApprovalSubject::Remedy(proposal.clone())).map(|_| ())
    }

    /// Refuses a link whose amounts would make the total too large: it would block every later step.
    pub(super) fn check_total_with(&self, linked: &CaseLink) -> Result<(), Refusal> {
        self.total_with(&ApprovalSubject::ForcedClosure, Some(linked)).map(|_| ())
    }
}
