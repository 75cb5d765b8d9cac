//! The commands by the room that decides them: each command is in one group.
//!
//! A group is a pattern over [`Command`](crate::case::deed::Command). [`Desk::carry`](crate::case::decide::Desk) matches
//! all of them, and each room lists its own commands beside the groups of the others. So a new command does not
//! compile until it has a group and its room says what is checked.

/// Commands of the course, up to the solution.
macro_rules! on_course {
    () => {
        Command::Acknowledge
            | Command::Register
            | Command::Triage(_)
            | Command::AnswerAtOnce(_)
            | Command::FindNotEstablished(_)
            | Command::Dispatch(_)
            | Command::Redispatch(_)
            | Command::Start(_)
            | Command::AskCustomer(_)
            | Command::FindCause(_)
            | Command::FindCustomerCaused(_)
            | Command::Propose(_)
            | Command::Offer
            | Command::Object(_)
            | Command::Lapse
            | Command::Consent
            | Command::CarryOut
            | Command::Finish
            | Command::Fail(_)
            | Command::Reclassify(_)
    };
}

/// Commands that end a case, and what follows the end.
macro_rules! to_the_end {
    () => {
        Command::FollowUp(_)
            | Command::RecordDissatisfaction(_)
            | Command::Close
            | Command::ForceClose
            | Command::Withdraw(_)
            | Command::Merge(_)
            | Command::OpenProject
            | Command::FinishProject
            | Command::Reopen(_)
            | Command::Review(_)
    };
}

/// Commands on approvals.
macro_rules! approving {
    () => {
        Command::Submit
            | Command::Apply(_)
            | Command::Sign(_)
            | Command::RefuseToSign(_)
            | Command::Override(_)
            | Command::WithdrawSignature(_)
            | Command::SendBack(_)
            | Command::TakeBack(_)
            | Command::Amend(_)
            | Command::Relax(_)
    };
}

/// Commands about clocks and duties.
macro_rules! timing {
    () => {
        Command::Correct(_)
            | Command::Happen(_)
            | Command::Pause(_)
            | Command::Resume(_)
            | Command::Extend(_)
            | Command::Deliver(_)
    };
}

/// Commands of the side tracks.
macro_rules! beside {
    () => {
        Command::Promise(_)
            | Command::Answer(_)
            | Command::HearCustomer(_)
            | Command::NotifyProgress(_)
            | Command::Apologise(_)
            | Command::Contain(_)
            | Command::WaiveContainment(_)
            | Command::HandleGoods(_)
            | Command::Recall(_)
            | Command::TakeAction(_)
            | Command::RecordDiscipline(_)
            | Command::ProposeSanction(_)
            | Command::DecideSanction(_)
            | Command::HoldBilling
            | Command::ReleaseBilling
            | Command::TakeAccidentStep(_)
            | Command::Thank(_)
            | Command::Link(_)
            | Command::Note(_)
    };
}

/// Commands that no case decides: the receipt begins one, and a move takes two policies.
macro_rules! elsewhere {
    () => {
        Command::Receive(_) | Command::MovePolicy(_)
    };
}

pub(super) use {approving, beside, elsewhere, on_course, timing, to_the_end};
