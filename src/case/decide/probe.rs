//! Checking an action before its command is written.
//!
//! [`Office::allowed`](crate::case::Office::allowed) asks for every action at once whether a person may take it. For an
//! action without content, the probe decides the whole command and drops the result. For an action with content it runs
//! the checks that do not depend on the content. An action on an approval is allowed if at least one open approval
//! allows it; if none does, the refusal of the last one is shown.
//!
//! So an allowed action can still be refused for its content. The reverse never happens: whatever the probe refuses,
//! `decide` refuses too. The match names every action, so that a new one must be given its checks.

use crate::case::approval::{ApprovalOverride, ApprovalReference, ApprovalReturn, ApprovalState};
use crate::case::command::Note;
use crate::case::decide::authority::Authority;
use crate::case::decide::desk::{Desk, Draft};
use crate::case::deed::Command;
use crate::case::refusal::Refusal;
use crate::vocab::Action;

impl<A: Authority> Desk<'_, A> {
    /// Checks whether an action may be taken, as far as that does not depend on the content of its command.
    pub(in crate::case) fn probe(&self, action: Action) -> Result<(), Refusal> {
        if self.at < self.case.journal().last_at() {
            return Err(Refusal::Backwards { at: self.at, last: self.case.journal().last_at() });
        }
        self.may(action)?;
        let whole = |command| self.carry(command, &mut Draft::default());
        match action {
            Action::Acknowledge => whole(Command::Acknowledge),
            Action::Register => whole(Command::Register),
            Action::Submit => whole(Command::Submit),
            Action::Offer => whole(Command::Offer),
            Action::Lapse => whole(Command::Lapse),
            Action::Consent => whole(Command::Consent),
            Action::CarryOut => whole(Command::CarryOut),
            Action::Finish => whole(Command::Finish),
            Action::Close => whole(Command::Close),
            Action::ForceClose => whole(Command::ForceClose),
            Action::OpenProject => whole(Command::OpenProject),
            Action::FinishProject => whole(Command::FinishProject),
            Action::HoldBilling => whole(Command::HoldBilling),
            Action::ReleaseBilling => whole(Command::ReleaseBilling),
            Action::Sign => self.probe_approvals(Command::Sign),
            Action::RefuseToSign => self.probe_approvals(Command::RefuseToSign),
            Action::WithdrawSignature => self.probe_approvals(Command::WithdrawSignature),
            Action::TakeBack => self.probe_approvals(Command::TakeBack),
            Action::Override => self.probe_approvals(|ApprovalReference { approval, .. }| {
                Command::Override(ApprovalOverride { approval, reason: Note::placeholder() })
            }),
            Action::SendBack => self.probe_approvals(|ApprovalReference { approval, .. }| {
                Command::SendBack(ApprovalReturn { approval, step: None, reason: Note::placeholder() })
            }),
            Action::AnswerAtOnce => self.check_not_by_force().and_then(|()| self.check_minor()),
            Action::Dispatch | Action::Start | Action::FindNotEstablished => self.check_not_by_force(),
            Action::Redispatch => self.check_not_by_force().and_then(|()| self.check_transfer()),
            Action::FindCustomerCaused => {
                self.check_not_by_force().and_then(|()| self.check_customers_fault())
            }
            Action::Propose => self.check_not_by_force().and_then(|()| self.check_may_propose()),
            Action::Amend => self.check_may_propose().and_then(|()| self.check_not_signed()),
            Action::Relax => self.check_relaxing(),
            Action::Reopen => self.check_reopening(),
            Action::Promise => self.check_no_promise(),
            Action::MovePolicy => Err(Refusal::TakesBothPolicies),
            Action::HandleGoods => self.probe_goods(),
            Action::TakeAccidentStep => self.probe_accident(),
            Action::DecideSanction => self.check_sanction_proposed(),
            Action::ProposeSanction => self.check_room_for_sanction(),
            Action::Link => Self::check_room("links", self.case.links().len()),
            Action::Contain | Action::WaiveContainment => {
                Self::check_room("departments", self.case.contained_departments().len())
            }
            Action::Deliver => self.probe_delivery(),
            // Only the content of their commands can speak against these.
            Action::Receive
            | Action::Triage
            | Action::AskCustomer
            | Action::FindCause
            | Action::Object
            | Action::Fail
            | Action::FollowUp
            | Action::RecordDissatisfaction
            | Action::Withdraw
            | Action::Merge
            | Action::Review
            | Action::Answer
            | Action::HearCustomer
            | Action::NotifyProgress
            | Action::Apologise
            | Action::Recall
            | Action::TakeAction
            | Action::RecordDiscipline
            | Action::Thank
            | Action::Reclassify
            | Action::Correct
            | Action::Happen
            | Action::Pause
            | Action::Resume
            | Action::Extend
            | Action::Apply
            | Action::Note => Ok(()),
        }
    }

    /// Checks whether at least one open approval lets the person act.
    fn probe_approvals(&self, act: impl Fn(ApprovalReference) -> Command) -> Result<(), Refusal> {
        let mut refused = Refusal::NoSuch { what: "open approval" };
        for approval in self.case.approvals().iter().filter(|approval| approval.state == ApprovalState::Open)
        {
            let on = ApprovalReference { approval: approval.number, note: None };
            match self.carry(act(on), &mut Draft::default()) {
                Ok(()) => return Ok(()),
                Err(refusal) => refused = refusal,
            }
        }
        Err(refused)
    }
}
