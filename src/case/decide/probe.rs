//! What a person may do, before there is a command.

use crate::case::approval::{ApprovalOverride, ApprovalReference, ApprovalReturn, ApprovalState};
use crate::case::command::Note;
use crate::case::decide::authority::Authority;
use crate::case::decide::desk::{Desk, Draft};
use crate::case::deed::Command;
use crate::case::refusal::Refusal;
use crate::vocab::Action;

impl<A: Authority> Desk<'_, A> {
    /// Whether an action may be taken, as far as that does not depend on what its command carries.
    pub(in crate::case) fn probe(&self, action: Action) -> Result<(), Refusal> {
        if self.at < self.case.last {
            return Err(Refusal::Backwards { at: self.at, last: self.case.last });
        }
        self.may(action)?;
        let whole = match action {
            Action::Acknowledge => Command::Acknowledge,
            Action::Register => Command::Register,
            Action::Submit => Command::Submit,
            Action::Offer => Command::Offer,
            Action::Lapse => Command::Lapse,
            Action::Consent => Command::Consent,
            Action::CarryOut => Command::CarryOut,
            Action::Finish => Command::Finish,
            Action::Close => Command::Close,
            Action::ForceClose => Command::ForceClose,
            Action::OpenProject => Command::OpenProject,
            Action::FinishProject => Command::FinishProject,
            Action::HoldBilling => Command::HoldBilling,
            Action::ReleaseBilling => Command::ReleaseBilling,
            Action::Sign
            | Action::RefuseToSign
            | Action::Override
            | Action::WithdrawSignature
            | Action::SendBack
            | Action::TakeBack => {
                return self.probe_approvals(action);
            }
            other => return self.probe_guards(other),
        };
        self.carry(whole, &mut Draft::default())
    }

    /// Whether one of the open approvals lets the person act.
    fn probe_approvals(&self, action: Action) -> Result<(), Refusal> {
        let mut refused = Refusal::NoSuch { what: "open approval" };
        for approval in self.case.approvals.iter().filter(|approval| approval.state == ApprovalState::Open) {
            let on = ApprovalReference { approval: approval.number, note: None };
            let tried = match action {
                Action::Sign => self.carry(Command::Sign(on), &mut Draft::default()),
                Action::Override => {
                    let on = ApprovalOverride { approval: on.approval, reason: Note::placeholder() };
                    self.carry(Command::Override(on), &mut Draft::default())
                }
                Action::WithdrawSignature => {
                    self.carry(Command::WithdrawSignature(on), &mut Draft::default())
                }
                Action::TakeBack => self.carry(Command::TakeBack(on), &mut Draft::default()),
                Action::SendBack => {
                    let (approval, reason) = (on.approval, Note::placeholder());
                    let back = ApprovalReturn { approval, step: None, reason };
                    self.carry(Command::SendBack(back), &mut Draft::default())
                }
                _ => self.carry(Command::RefuseToSign(on), &mut Draft::default()),
            };
            match tried {
                Ok(()) => return Ok(()),
                Err(refusal) => refused = refusal,
            }
        }
        Err(refused)
    }
}
