//! The amounts by which approvals go: of a case with its linked ones, and of a person.

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

/// The amount that decides.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Total {
    /// Nobody has spoken of an amount.
    Nothing,
    /// An alternative does not say what it costs, or the amounts are of several currencies.
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
    /// The amount that decides: the case's total over all its proposals and linked cases.
    pub(super) fn total(&self, matter: &ApprovalSubject) -> Result<Total, Refusal> {
        self.total_with(matter, None)
    }

    /// The same with one more linked case.
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
        // A case that is linked twice counts once, with the most that was seen of it. Whether it is known by now is
        // what was seen last.
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
        // What another case came to without anybody saying how much is not nothing.
        if of_links.values().any(|(unstated, _)| *unstated) {
            return Ok(Total::Unknown);
        }
        let Some(own) = self.case.spending().at_stake(proposal) else { return Ok(Total::Unknown) };
        let others = of_links.into_values().flat_map(|(_, most)| most);
        sums.add_all(others.chain(own)).ok_or(Refusal::AmountOutOfRange)?;
        // What costs nothing is of no currency.
        let sums = sums.as_slice();
        let mut counted = sums.iter().filter(|sum| sum.minor() > 0);
        Ok(match (counted.next(), counted.next()) {
            (Some(&only), None) => Total::Of(only),
            (None, _) => sums.first().map_or(Total::Nothing, |&nothing| Total::Of(nothing)),
            _ => Total::Unknown,
        })
    }

    /// What a person is held to account for in this case with one more sanction: what was decided, what is applied for
    /// or approved, and this one. Several small ones are no way round a limit.
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

    /// What was carried out without an amount comes to one, each of it once; a sum out of range would bar every later
    /// step.
    pub(super) fn check_spent(&self, amount: Money) -> Result<(), Refusal> {
        if !self.case.spending().is_cost_missing() {
            return Err(Refusal::NoSuch { what: "remedy whose cost is still to be stated" });
        }
        // Nor does whoever proposed it or carried it out.
        if self.case.excluded().iter().any(|excluded| excluded.person == self.actor) {
            return Err(Refusal::HandledIt { actor: self.actor });
        }
        if self.case.spending().has_room_for(amount) { Ok(()) } else { Err(Refusal::AmountOutOfRange) }
    }

    pub(super) fn check_total(&self, proposal: &Proposal) -> Result<(), Refusal> {
        self.total(&ApprovalSubject::Remedy(proposal.clone())).map(|_| ())
    }

    /// A sum out of range would bar every later step.
    pub(super) fn check_total_with(&self, linked: &CaseLink) -> Result<(), Refusal> {
        self.total_with(&ApprovalSubject::ForcedClosure, Some(linked)).map(|_| ())
    }
}
