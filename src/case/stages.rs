//! Questions that a stage answers alone: whether a case is open or solved, and which actions may run beside its course.

use crate::vocab::{Action, Stage};

/// The stages at which an action may be taken that does not move the case.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(in crate::case) enum Beside {
    /// While the case is open.
    Open,
    /// While the case is open, and after it was closed.
    Always,
    /// While the case is open and not solved.
    Unsolved,
}

/// Returns when an action may be taken without moving the case. `None` if the action always moves it.
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
        // A person can be held to account, and a cause removed, after the complaint is closed.
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
        // The table of the course says when these may be taken.
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

/// Returns `true` if a case at this stage is open.
///
/// ```
/// use redress::case::course::is_open;
/// use redress::vocab::Stage;
///
/// assert!(is_open(Stage::FollowingUp) && !is_open(Stage::Closed));
/// ```
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

/// Returns `true` if a remedy was completed or an explanation given. Every closed stage counts as solved.
///
/// ```
/// use redress::case::course::is_solved;
/// use redress::vocab::Stage;
///
/// assert!(!is_solved(Stage::Executing) && is_solved(Stage::Resolved) && is_solved(Stage::Closed));
/// ```
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
