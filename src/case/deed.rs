//! Commands and the events that they make: one row for each.

use alloc::boxed::Box;

use serde::{Deserialize, Serialize};

use crate::case::approval::{
    ApprovalEnd, ApprovalOpening, ApprovalOverride, ApprovalReference, ApprovalReturn, ApprovalSignature,
    ApprovalSubject, ChainReplacement, SignatureWithdrawal, VoidedSignatures,
};
use crate::case::assessment::Assessment;
use crate::case::command::{
    AnchorEvent, Apology, CaseLink, CauseFinding, ClockExtension, ClockPause, Continuation, Correction,
    CustomerCausedFinding, Delivery, Dispatch, Findings, FollowUpResult, InvestigationStart, Lessons, Merger,
    Message, NotEstablishedFinding, PolicyMove, Promise, Proposal, Question, Receipt, Remark, ThanksLetter,
};
use crate::case::track::{
    AccidentProgress, ContainmentWaiver, DepartmentContainment, DisciplineRecord, GoodsProgress,
    MeasureProgress, RecallProgress, SanctionProposal,
};
use crate::text::kebab::kebab;
use crate::text::one_key::one_key;
use crate::vocab::{Action, Stage};

/// Makes [`Command`], the events that commands make, and the way from one to the other. What an event carries is boxed,
/// so that events stay small; what stands in `[…]` is small enough as it is.
macro_rules! deeds {
    (
        commands { $($(#[$meta:meta])* $command:ident / $event:ident $(($payload:ty))?;)+ }
        consequences { $($(#[$then_meta:meta])* $then:ident $(($then_payload:ty))? $([$inline:ty])?;)+ }
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
        #[derive(Clone, Debug, Eq, Hash, PartialEq, Deserialize, Serialize)]
        #[serde(rename_all = "kebab-case", remote = "Self")]
        #[expect(clippy::exhaustive_enums, reason = "a new event must break every reader")]
        pub enum EventKind {
            $($(#[$meta])* $event $((Box<$payload>))?,)+
            $($(#[$then_meta])* $then $((Box<$then_payload>))? $(($inline))?,)+
        }

        /// The deed of a command, as a pattern over [`EventKind`].
        macro_rules! deed {
            () => { $(EventKind::$event { .. })|+ };
        }

        pub(in crate::case) use deed;

        one_key!(Command, "a command");
        one_key!(EventKind, "what happened");

        impl Command {
            /// What is done by it.
            #[must_use]
            pub const fn action(&self) -> Action {
                match self {
                    $(deeds!(@command $command $(, $payload)?) => Action::$command,)+
                }
            }
        }

        impl From<Command> for EventKind {
            fn from(command: Command) -> Self {
                match command {
                    $(deeds!(@bind command payload $command $(, $payload)?)
                        => deeds!(@boxed payload $event $(, $payload)?),)+
                }
            }
        }

        impl EventKind {
            /// The command that made it; none for what followed from another event.
            #[must_use]
            pub fn command(&self) -> Option<Command> {
                Some(match self {
                    $(deeds!(@bind what payload $event $(, $payload)?)
                        => deeds!(@unboxed payload $command $(, $payload)?),)+
                    $(deeds!(@what $then $(, $then_payload)? $(, $inline)?) => return None,)+
                })
            }

            /// The name of its stored form.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self {
                    $(deeds!(@what $event $(, $payload)?) => kebab!($event),)+
                    $(deeds!(@what $then $(, $then_payload)? $(, $inline)?) => kebab!($then),)+
                }
            }

            /// What was done by it; none for what followed from another event.
            #[must_use]
            pub const fn action(&self) -> Option<Action> {
                match self {
                    $(deeds!(@what $event $(, $payload)?) => Some(Action::$command),)+
                    $(deeds!(@what $then $(, $then_payload)? $(, $inline)?) => None,)+
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
        AnswerAtOnce / AnsweredAtOnce(Remark);
        /// It does not stand (T06).
        FindNotEstablished / FoundNotEstablished(NotEstablishedFinding);
        /// It was sent to a unit (T07).
        Dispatch / Dispatched(Dispatch);
        /// It was passed on to another unit (T08).
        Redispatch / Redispatched(Dispatch);
        /// The unit got it and started (T09).
        Start / Started(InvestigationStart);
        /// The customer was asked (T10).
        AskCustomer / AskedCustomer(Question);
        /// The cause was found (T11).
        FindCause / FoundCause(CauseFinding);
        /// The customer caused it (T12).
        FindCustomerCaused / FoundCustomerCaused(CustomerCausedFinding);
        /// A remedy was proposed (T13).
        Propose / Proposed(Proposal);
        /// The proposal was put before those who decide (T14).
        Submit / Submitted;
        /// What was submitted was returned (T15).
        SendBack / SentBack(ApprovalReturn);
        /// A step of an approval was signed (T16).
        Sign / Signed(ApprovalReference);
        /// A signature was refused.
        RefuseToSign / RefusedToSign(ApprovalReference);
        /// An approval was given in an emergency, without the missing signatures.
        Override / Overrode(ApprovalOverride);
        /// A signer withdrew their signature or refusal before its step was complete.
        WithdrawSignature / WithdrewSignature(ApprovalReference);
        /// What was submitted was withdrawn: by who did, or by anybody where nobody is left who can sign it.
        TakeBack / TookBack(ApprovalReference);
        /// The proposal was changed.
        Amend / Amended(Proposal);
        /// The complainant was shown the best alternative (T17).
        Offer / Offered;
        /// The complainant does not want it (T18).
        Object / Objected(Remark);
        /// The complainant was silent for too long.
        Lapse / Lapsed;
        /// The complainant agreed (T19).
        Consent / Consented;
        /// It began to be carried out (T20).
        CarryOut / CarriedOut;
        /// The remedy is done and the complainant told (T21).
        Finish / Finished;
        /// The remedy did not work.
        Fail / Failed(Continuation);
        /// The complainant was asked afterwards (T22).
        FollowUp / FollowedUp(FollowUpResult);
        /// The complainant is not satisfied (T23).
        RecordDissatisfaction / Dissatisfied(Continuation);
        /// It ended (T24).
        Close / Closed;
        /// It ended without a solution (T25).
        ForceClose / ForceClosed;
        /// The complainant took it back.
        Withdraw / Withdrawn(Remark);
        /// It goes on in another case.
        Merge / Merged(Merger);
        /// It became a project (T26).
        OpenProject / OpenedProject;
        /// The project ended.
        FinishProject / FinishedProject;
        /// It was taken up again (T27).
        Reopen / Reopened(Continuation);
        /// Lessons were recorded (T28).
        Review / Reviewed(Lessons);
        /// An answer was promised.
        Promise / Promised(Promise);
        /// The complainant was told how things stand.
        Answer / Answered(Message);
        /// The complainant wrote or spoke.
        HearCustomer / HeardCustomer(Message);
        /// The complainant was told of progress.
        NotifyProgress / NotifiedProgress(Remark);
        /// Somebody said sorry.
        Apologise / Apologised(Apology);
        /// A measure against further damage is in place.
        Contain / Contained(DepartmentContainment);
        /// A department needs no measure.
        WaiveContainment / WaivedContainment(ContainmentWaiver);
        /// Returned goods moved on.
        HandleGoods / HandledGoods(GoodsProgress);
        /// A recall moved on.
        Recall / Recalled(RecallProgress);
        /// A measure against the cause moved on.
        TakeAction / TookAction(MeasureProgress);
        /// A step of 8D or PDCA was taken.
        RecordDiscipline / RecordedDiscipline(DisciplineRecord);
        /// Somebody is to be held to account.
        ProposeSanction / ProposedSanction(SanctionProposal);
        /// Somebody is held to account.
        DecideSanction / DecidedSanction(SanctionProposal);
        /// No bill is sent until it is solved.
        HoldBilling / HeldBilling;
        /// The bill may be sent.
        ReleaseBilling / ReleasedBilling;
        /// A step of the order after an accident was taken.
        TakeAccidentStep / TookAccidentStep(AccidentProgress);
        /// A letter of thanks was sent.
        Thank / Thanked(ThanksLetter);
        /// Category, facts or other words changed.
        Reclassify / Reclassified(Findings);
        /// An event was earlier than recorded.
        Correct / Corrected(Correction);
        /// An event happened that a clock counts from.
        Happen / Happened(AnchorEvent);
        /// Clocks stand still.
        Pause / Paused(ClockPause);
        /// Clocks run on.
        Resume / Resumed(ClockPause);
        /// A clock got a later date.
        Extend / Extended(ClockExtension);
        /// Another decision than the remedy was put before those who decide.
        Apply / Applied(ApprovalSubject);
        /// Approvals go by the severity of today.
        Relax / Relaxed(Remark);
        /// Another case has to do with it.
        Link / Linked(CaseLink);
        /// Something was written down.
        Note / Noted(Remark);
        /// A duty was passed on.
        Deliver / Delivered(Delivery);
        /// It goes on by another policy.
        MovePolicy / MovedPolicy(PolicyMove);
    }
    consequences {
        /// It was judged by the policy: severity, owner, targets.
        Assessed(Assessment);
        /// An approval began, by this row of the table.
        ApprovalOpened(ApprovalOpening);
        /// A signature was given, by this authority.
        SignatureGiven(ApprovalSignature);
        /// It was approved in an emergency, by this authority.
        ApprovalOverridden(ApprovalSignature);
        /// A signature was refused, by somebody with this authority.
        SignatureRefused(ApprovalSignature);
        /// A signature or refusal of this step was withdrawn.
        SignatureWithdrawn(SignatureWithdrawal);
        /// It was returned, by somebody with this authority.
        SignatureReturned(ApprovalSignature);
        /// Signatures are void, for what they were given for changed.
        SignaturesVoided(VoidedSignatures);
        /// A stricter chain took the place of another.
        ApprovalRaised(ChainReplacement);
        /// An approval ended.
        ApprovalEnded(ApprovalEnd);
        /// It came to another stage.
        Moved [Stage];
    }
}
