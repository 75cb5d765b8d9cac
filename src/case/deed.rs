//! Commands and the events that they make: one row for each.

use alloc::boxed::Box;

use serde::{Deserialize, Serialize};

use crate::case::approval::{
    ApprovalEnded, ApprovalOpened, ApprovalRaised, SignatureGiven, SignatureWithdrawn, SignaturesVoided,
};
use crate::case::assessment::Assessed;
use crate::case::findings::{CauseFound, CustomerCaused, Findings, NotEstablished};
use crate::case::proposal::{Matter, Proposal};
use crate::case::records::{
    Accident, Apology, Because, Contained, Correction, Delivered, Disciplined, Dispatching, Extending,
    FollowedUp, GoingOn, Goods, Happened, Lessons, Linked, Measure, Merged, Message, Moving, OnApproval,
    Overriding, Pausing, Promised, Question, Recall, Receipt, Returning, SanctionProposed, Starting, Thanks,
    Waived,
};
use crate::vocab::one_key::one_key;
use crate::vocab::{Action, Stage};

/// Makes [`Command`], the events that commands make, and the way from one to the other.
macro_rules! deeds {
    (
        commands { $($(#[$meta:meta])* $command:ident / $event:ident $(($payload:ty))?;)+ }
        consequences { $($(#[$then_meta:meta])* $then:ident $(($then_payload:ty))?;)+ }
    ) => {
        /// What somebody asks a case to record or to decide. Imperative: a command may be refused.
        ///
        /// Its stored form is one key, the command, with what it carries: `{"propose": {"alternatives": […]}}`; a
        /// command that carries nothing is its name alone: `"register"`.
        #[derive(Clone, Debug, Eq, PartialEq, Deserialize, Serialize)]
        #[serde(rename_all = "kebab-case", remote = "Self")]
        #[expect(clippy::exhaustive_enums, reason = "a new command must break every embedder's match")]
        pub enum Command {
            $($(#[$meta])* $command $(($payload))?,)+
        }

        /// What happened in a case: the deed of a command, or what followed from it. Past tense: an event is a fact.
        ///
        /// Its stored form is one key, as that of a [`Command`]; a stored event is read for ever.
        #[derive(Clone, Debug, Eq, Hash, PartialEq, Deserialize, Serialize, strum::IntoStaticStr)]
        #[serde(rename_all = "kebab-case", remote = "Self")]
        #[strum(serialize_all = "kebab-case")]
        #[expect(clippy::exhaustive_enums, reason = "a new event must break every reader")]
        pub enum What {
            $($(#[$meta])* $event $((Box<$payload>))?,)+
            $($(#[$then_meta])* $then $((Box<$then_payload>))?,)+
        }

        one_key!(Command, "a command");
        one_key!(What, "what happened");

        impl Command {
            /// What is done by it.
            #[must_use]
            pub const fn action(&self) -> Action {
                match self {
                    $(deeds!(@command $command $(, $payload)?) => Action::$command,)+
                }
            }
        }

        impl From<Command> for What {
            fn from(command: Command) -> Self {
                match command {
                    $(deeds!(@bind command payload $command $(, $payload)?)
                        => deeds!(@boxed payload $event $(, $payload)?),)+
                }
            }
        }

        impl What {
            /// The command that made it; none for what followed from another event.
            #[must_use]
            pub fn command(&self) -> Option<Command> {
                Some(match self {
                    $(deeds!(@bind what payload $event $(, $payload)?)
                        => deeds!(@unboxed payload $command $(, $payload)?),)+
                    $(deeds!(@what $then $(, $then_payload)?) => return None,)+
                })
            }

            /// The name of its stored form.
            #[must_use]
            pub fn name(&self) -> &'static str {
                self.into()
            }

            /// What was done by it; none for what followed from another event.
            #[must_use]
            pub const fn action(&self) -> Option<Action> {
                match self {
                    $(deeds!(@what $event $(, $payload)?) => Some(Action::$command),)+
                    $(deeds!(@what $then $(, $then_payload)?) => None,)+
                }
            }
        }
    };
    (@command $name:ident) => { Self::$name };
    (@command $name:ident, $payload:ty) => { Self::$name(_) };
    (@what $name:ident) => { Self::$name };
    (@what $name:ident, $payload:ty) => { Self::$name(_) };
    (@bind command $bound:ident $name:ident) => { Command::$name };
    (@bind command $bound:ident $name:ident, $payload:ty) => { Command::$name($bound) };
    (@bind what $bound:ident $name:ident) => { Self::$name };
    (@bind what $bound:ident $name:ident, $payload:ty) => { Self::$name($bound) };
    (@boxed $bound:ident $name:ident) => { Self::$name };
    (@boxed $bound:ident $name:ident, $payload:ty) => { Self::$name(Box::new($bound)) };
    (@unboxed $bound:ident $name:ident) => { Command::$name };
    (@unboxed $bound:ident $name:ident, $payload:ty) => { Command::$name((**$bound).clone()) };
}

deeds! {
    commands {
        /// A complaint came in (T01).
        Receive / Received(Receipt);
        /// The complainant was told that it came in (T02).
        Acknowledge / Acknowledged;
        /// It was entered in the register (T03).
        Register / Registered;
        /// It was said what it is about (T04).
        Triage / Triaged(Findings);
        /// It was settled where it was raised (T05).
        AnswerAtOnce / AnsweredAtOnce(Because);
        /// It does not stand (T06).
        FindNotEstablished / FoundNotEstablished(NotEstablished);
        /// It was sent to a unit (T07).
        Dispatch / Dispatched(Dispatching);
        /// It was passed on to another unit (T08).
        Redispatch / Redispatched(Dispatching);
        /// The unit got it and started (T09).
        Start / Started(Starting);
        /// The customer was asked (T10).
        AskCustomer / AskedCustomer(Question);
        /// The cause was found (T11).
        FindCause / FoundCause(CauseFound);
        /// The customer caused it (T12).
        FindCustomerCaused / FoundCustomerCaused(CustomerCaused);
        /// A remedy was proposed (T13).
        Propose / Proposed(Proposal);
        /// The proposal was put before those who decide (T14).
        Submit / Submitted;
        /// What was submitted was returned (T15).
        SendBack / SentBack(Returning);
        /// A step of an approval was signed (T16).
        Sign / Signed(OnApproval);
        /// A signature was refused.
        RefuseToSign / RefusedToSign(OnApproval);
        /// An approval was given in an emergency, without the missing signatures.
        Override / Overrode(Overriding);
        /// A signer withdrew their signature or refusal before its step was complete.
        WithdrawSignature / WithdrewSignature(OnApproval);
        /// What was submitted was withdrawn: by who did, or by anybody where nobody is left who can sign it.
        TakeBack / TookBack(OnApproval);
        /// The proposal was changed.
        Amend / Amended(Proposal);
        /// The complainant was shown the best alternative (T17).
        Offer / Offered;
        /// The complainant does not want it (T18).
        Object / Objected(Because);
        /// The complainant was silent for too long.
        Lapse / Lapsed;
        /// The complainant agreed (T19).
        Consent / Consented;
        /// It began to be carried out (T20).
        CarryOut / CarriedOut;
        /// The remedy is done and the complainant told (T21).
        Finish / Finished;
        /// The remedy did not work.
        Fail / Failed(GoingOn);
        /// The complainant was asked afterwards (T22).
        FollowUp / FollowedUp(FollowedUp);
        /// The complainant is not satisfied (T23).
        RecordDissatisfaction / Dissatisfied(GoingOn);
        /// It ended (T24).
        Close / Closed;
        /// It ended without a solution (T25).
        ForceClose / ForceClosed;
        /// The complainant took it back.
        Withdraw / Withdrawn(Because);
        /// It goes on in another case.
        Merge / Merged(Merged);
        /// It became a project (T26).
        OpenProject / OpenedProject;
        /// The project ended.
        FinishProject / FinishedProject;
        /// It was taken up again (T27).
        Reopen / Reopened(GoingOn);
        /// Lessons were recorded (T28).
        Review / Reviewed(Lessons);
        /// An answer was promised.
        Promise / Promised(Promised);
        /// The complainant was told how things stand.
        Answer / Answered(Message);
        /// The complainant wrote or spoke.
        HearCustomer / HeardCustomer(Message);
        /// The complainant was told of progress.
        NotifyProgress / NotifiedProgress(Because);
        /// Somebody said sorry.
        Apologise / Apologised(Apology);
        /// A measure against further damage is in place.
        Contain / Contained(Contained);
        /// A department needs no measure.
        WaiveContainment / WaivedContainment(Waived);
        /// Returned goods moved on.
        HandleGoods / HandledGoods(Goods);
        /// A recall moved on.
        Recall / Recalled(Recall);
        /// A measure against the cause moved on.
        TakeAction / TookAction(Measure);
        /// A step of 8D or PDCA was taken.
        RecordDiscipline / RecordedDiscipline(Disciplined);
        /// Somebody is to be held to account.
        ProposeSanction / ProposedSanction(SanctionProposed);
        /// Somebody is held to account.
        DecideSanction / DecidedSanction(SanctionProposed);
        /// No bill is sent until it is solved.
        HoldBilling / HeldBilling;
        /// The bill may be sent.
        ReleaseBilling / ReleasedBilling;
        /// A step of the order after an accident was taken.
        TakeAccidentStep / TookAccidentStep(Accident);
        /// A letter of thanks was sent.
        Thank / Thanked(Thanks);
        /// Category, facts or other words changed.
        Reclassify / Reclassified(Findings);
        /// An event was earlier than recorded.
        Correct / Corrected(Correction);
        /// An event happened that a clock counts from.
        Happen / Happened(Happened);
        /// Clocks stand still.
        Pause / Paused(Pausing);
        /// Clocks run on.
        Resume / Resumed(Pausing);
        /// A clock got a later date.
        Extend / Extended(Extending);
        /// Another decision than the remedy was put before those who decide.
        Apply / Applied(Matter);
        /// Approvals go by the severity of today.
        Relax / Relaxed(Because);
        /// Another case has to do with it.
        Link / Linked(Linked);
        /// Something was written down.
        Note / Noted(Because);
        /// A duty was passed on.
        Deliver / Delivered(Delivered);
        /// It goes on by another policy.
        MovePolicy / MovedPolicy(Moving);
    }
    consequences {
        /// It was judged by the policy: severity, owner, targets.
        Assessed(Assessed);
        /// An approval began, by this row of the table.
        ApprovalOpened(ApprovalOpened);
        /// A signature was given, by this authority.
        SignatureGiven(SignatureGiven);
        /// It was approved in an emergency, by this authority.
        ApprovalOverridden(SignatureGiven);
        /// A signature was refused, by somebody with this authority.
        SignatureRefused(SignatureGiven);
        /// A signature or refusal of this step was withdrawn.
        SignatureWithdrawn(SignatureWithdrawn);
        /// It was returned, by somebody with this authority.
        SignatureReturned(SignatureGiven);
        /// Signatures are void, for what they were given for changed.
        SignaturesVoided(SignaturesVoided);
        /// A stricter chain took the place of another.
        ApprovalRaised(ApprovalRaised);
        /// An approval ended.
        ApprovalEnded(ApprovalEnded);
        /// It came to another stage.
        Moved(Stage);
    }
}
