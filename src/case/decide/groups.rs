//! The groups of commands. Each command is in exactly one group, and each group is decided in one room.
//!
//! A group is a pattern over [`Command`](crate::case::deed::Command), or over the [`Action`](crate::vocab::Action) of
//! one where that is named. [`Desk::carry`](crate::case::decide::Desk) matches all of them, and each room lists its own
//! commands beside the groups of the others. So a new command does not compile until it has a group and its room says
//! what is checked.

/// Commands that lead from the receipt to the solution.
macro_rules! on_course {
    () => {
        $crate::case::decide::groups::on_course!(Command)
    };
    ($of:ident) => {
        $of::Acknowledge { .. }
            | $of::Register { .. }
            | $of::Triage { .. }
            | $of::AnswerAtOnce { .. }
            | $of::FindNotEstablished { .. }
            | $of::Dispatch { .. }
            | $of::Redispatch { .. }
            | $of::Start { .. }
            | $of::AskCustomer { .. }
            | $of::FindCause { .. }
            | $of::FindCustomerCaused { .. }
            | $of::Propose { .. }
            | $of::Offer { .. }
            | $of::Object { .. }
            | $of::Lapse { .. }
            | $of::Consent { .. }
            | $of::CarryOut { .. }
            | $of::Finish { .. }
            | $of::Fail { .. }
            | $of::Reclassify { .. }
    };
}

/// Commands that close a case, and commands after the closing.
macro_rules! to_the_end {
    () => {
        $crate::case::decide::groups::to_the_end!(Command)
    };
    ($of:ident) => {
        $of::FollowUp { .. }
            | $of::RecordDissatisfaction { .. }
            | $of::Close { .. }
            | $of::ForceClose { .. }
            | $of::Withdraw { .. }
            | $of::Merge { .. }
            | $of::OpenProject { .. }
            | $of::FinishProject { .. }
            | $of::Reopen { .. }
            | $of::Review { .. }
    };
}

/// Commands about approvals.
macro_rules! approving {
    () => {
        $crate::case::decide::groups::approving!(Command)
    };
    ($of:ident) => {
        $of::Submit { .. }
            | $of::Apply { .. }
            | $of::Sign { .. }
            | $of::RefuseToSign { .. }
            | $of::Override { .. }
            | $of::WithdrawSignature { .. }
            | $of::SendBack { .. }
            | $of::TakeBack { .. }
            | $of::Amend { .. }
            | $of::Relax { .. }
    };
}

/// Commands about clocks and duties.
macro_rules! timing {
    () => {
        $crate::case::decide::groups::timing!(Command)
    };
    ($of:ident) => {
        $of::Correct { .. }
            | $of::Happen { .. }
            | $of::Pause { .. }
            | $of::Resume { .. }
            | $of::Extend { .. }
            | $of::Deliver { .. }
    };
}

/// Commands of the side tracks.
macro_rules! beside {
    () => {
        $crate::case::decide::groups::beside!(Command)
    };
    ($of:ident) => {
        $of::Promise { .. }
            | $of::Answer { .. }
            | $of::HearCustomer { .. }
            | $of::NotifyProgress { .. }
            | $of::Apologise { .. }
            | $of::Contain { .. }
            | $of::WaiveContainment { .. }
            | $of::HandleGoods { .. }
            | $of::Recall { .. }
            | $of::TakeAction { .. }
            | $of::RecordDiscipline { .. }
            | $of::ProposeSanction { .. }
            | $of::DecideSanction { .. }
            | $of::HoldBilling { .. }
            | $of::ReleaseBilling { .. }
            | $of::TakeAccidentStep { .. }
            | $of::Thank { .. }
            | $of::Link { .. }
            | $of::Note { .. }
    };
}

/// Commands that `decide` never accepts: `open` takes the receipt, and `decide_move` takes both policies of a move.
macro_rules! elsewhere {
    () => {
        $crate::case::decide::groups::elsewhere!(Command)
    };
    ($of:ident) => {
        $of::Receive { .. } | $of::MovePolicy { .. }
    };
}

pub(in crate::case) use {approving, beside, elsewhere, on_course, timing, to_the_end};
