//! What stages say by themselves: whether a case is open or solved, and what may be done that moves it nowhere.

use crate::vocab::{Action, Stage};

/// When an action that moves nothing may be taken.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(in crate::case) enum Beside {
    /// While the case is open.
    Open,
    /// While it is open, and after it was closed.
    Always,
    /// While nothing is solved yet.
    Unsolved,
}

/// When an action may be taken that the table does not move the case by.
pub(in crate::case) const fn beside(action: Action) -> Option<Beside> {
    Some(match action {
        Action::Promise | Action::HoldBilling => Beside::Unsolved,
        Action::Answer
        | Action::HearCustomer
        | Action::NotifyProgress
        | Action::Apologise
        | Action::Contain
        | Action::WaiveContainment
        | Action::Correct
        | Action::Happen
        | Action::Pause
        | Action::Resume
        | Action::Extend
        | Action::Relax
        | Action::MovePolicy => Beside::Open,
        // Somebody may be held to account, and a cause be removed, after the complaint is closed.
        Action::Apply
        | Action::Sign
        | Action::RefuseToSign
        | Action::WithdrawSignature
        | Action::Override
        | Action::SendBack
        | Action::TakeBack
        | Action::TakeAccidentStep
        | Action::HandleGoods
        | Action::Recall
        | Action::TakeAction
        | Action::RecordDiscipline
        | Action::ProposeSanction
        | Action::DecideSanction
        | Action::ReleaseBilling
        | Action::FinishProject
        | Action::Thank
        | Action::Link
        | Action::Note
        | Action::Deliver
        | Action::FollowUp => Beside::Always,
        // What moves a case stands in the table.
        Action::Receive
        | Action::Acknowledge
        | Action::Register
        | Action::Triage
        | Action::AnswerAtOnce
        | Action::FindNotEstablished
        | Action::Dispatch
        | Action::Redispatch
        | Action::Start
        | Action::AskCustomer
        | Action::FindCause
        | Action::FindCustomerCaused
        | Action::Propose
        | Action::Submit
        | Action::Amend
        | Action::Offer
        | Action::Object
        | Action::Lapse
        | Action::Consent
        | Action::CarryOut
        | Action::Finish
        | Action::Fail
        | Action::RecordDissatisfaction
        | Action::Close
        | Action::ForceClose
        | Action::Withdraw
        | Action::Merge
        | Action::OpenProject
        | Action::Reopen
        | Action::Review
        | Action::Reclassify => return None,
    })
}

impl Beside {
    pub(in crate::case) const fn holds(self, stage: Stage) -> bool {
        match self {
            Self::Always => true,
            Self::Open => is_open(stage),
            Self::Unsolved => is_open(stage) && !is_solved(stage),
        }
    }
}

/// Whether a case of this stage is open.
#[must_use]
pub const fn is_open(stage: Stage) -> bool {
    match stage {
        Stage::Closed | Stage::Reviewed => false,
        Stage::Received
        | Stage::Registered
        | Stage::Triaged
        | Stage::Dispatched
        | Stage::Investigating
        | Stage::Proposed
        | Stage::InApproval
        | Stage::Offered
        | Stage::Executing
        | Stage::Resolved
        | Stage::FollowingUp => true,
    }
}

/// Whether a remedy is done or an explanation given.
#[must_use]
pub const fn is_solved(stage: Stage) -> bool {
    match stage {
        Stage::Resolved | Stage::FollowingUp | Stage::Closed | Stage::Reviewed => true,
        Stage::Received
        | Stage::Registered
        | Stage::Triaged
        | Stage::Dispatched
        | Stage::Investigating
        | Stage::Proposed
        | Stage::InApproval
        | Stage::Offered
        | Stage::Executing => false,
    }
}
