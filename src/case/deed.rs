//! Commands, and the events that they make.
//!
//! # How the table works
//!
//! A command that is accepted becomes exactly one event with the same content: its deed. `Register` becomes
//! `Registered`, and `Propose(proposal)` becomes `Proposed(proposal)`. Further events may follow from the deed, such as
//! a move to another stage. Replay must find the way back: from the deed to the command that made it.
//!
//! The macro `deeds!` below takes one row per command and one row per consequence. From the rows it makes:
//!
//! - [`Command`] and [`EventKind`], with the same documentation for a command and its deed;
//! - [`Command::action`], [`EventKind::action`] and [`EventKind::name`], as matches over all rows;
//! - the conversion from a command to its deed, which moves the content, and [`EventKind::command`], the way back,
//!   which clones the content;
//! - the pattern `deed!()`, with which other files match every deed at once.
//!
//! So no row can lack its event, its action or its way back: a forgotten one does not compile. No match has a `_` arm,
//! and a new row breaks every match of the crate that must decide about it.
//!
//! Layout: a deed holds its content in a `Box`, because the largest content would otherwise set the size of every event
//! of a case. Content in `[…]`, only the stage of a move, is small enough to stand inline. A command holds its content
//! directly: there is one command per request, and it does not live long.
//!
//! Cost: each conversion is one match and at most one allocation. `command()` clones the content; replay does this once
//! per command.
//!
//! A table of function pointers, or a trait per command, was rejected. Both would allow a command without an event, and
//! a host could no longer match on the commands exhaustively.

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

/// Makes [`Command`], [`EventKind`] and the conversions between them. The head of this file explains the rows.
macro_rules! deeds {
    (
        commands { $($(#[$meta:meta])* $command:ident / $event:ident $(($payload:ty))?;)+ }
        consequences { $($(#[$then_meta:meta])* $then:ident $(($then_payload:ty))? $([$inline:ty])?;)+ }
    ) => {
        /// Something that a person asks a case to record or to decide. A command may be refused.
        ///
        /// A command is named in the imperative, and the event that it makes in the past tense. A [`Request`] adds
        /// the person, the time and the revision of the case.
        ///
        /// As JSON, a command is a map with one key: `{"propose": {"alternatives": […]}}`. A command without content is
        /// its name alone: `"register"`. The page [`commands`](crate::docs::commands) shows every command.
        ///
        /// [`Request`]: crate::case::Request
        ///
        /// # Example: the two stored forms
        ///
        /// ```
        /// use redress::case::Command;
        /// use redress::case::command::Remark;
        ///
        /// let note = Command::Note(Remark::new("called back".parse()?));
        /// assert_eq!(serde_json::to_string(&note)?, r#"{"note":{"note":"called back"}}"#);
        /// assert_eq!(serde_json::to_string(&Command::Register)?, r#""register""#);
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Clone, Debug, Eq, PartialEq, Deserialize, Serialize)]
        #[serde(rename_all = "kebab-case", remote = "Self")]
        #[expect(clippy::exhaustive_enums, reason = "a new command must break every embedder's match")]
        pub enum Command {
            $($(#[$meta])* $command $(($payload))?,)+
        }

        /// A fact in the life of a case: the deed of a command, or a consequence of one.
        ///
        /// The deed records what the command said. Consequences follow it, such as an assessment by the policy or a
        /// move to another stage. They have no command of their own: [`command`](Self::command) returns `None`.
        ///
        /// The stored form has the shape of a [`Command`]. Every later version reads it.
        ///
        /// # Example: a deed and a consequence
        ///
        /// ```
        /// use redress::case::{Command, EventKind};
        /// use redress::vocab::{Action, Stage};
        ///
        /// let deed = EventKind::from(Command::Register);
        /// assert_eq!((deed.name(), deed.action()), ("registered", Some(Action::Register)));
        /// assert_eq!(deed.command(), Some(Command::Register));
        ///
        /// let consequence = EventKind::Moved(Stage::Registered);
        /// assert_eq!((consequence.name(), consequence.action()), ("moved", None));
        /// assert_eq!(consequence.command(), None);
        /// ```
        #[derive(Clone, Debug, Eq, Hash, PartialEq, Deserialize, Serialize)]
        #[serde(rename_all = "kebab-case", remote = "Self")]
        #[expect(clippy::exhaustive_enums, reason = "a new event must break every reader")]
        pub enum EventKind {
            $($(#[$meta])* $event $((Box<$payload>))?,)+
            $($(#[$then_meta])* $then $((Box<$then_payload>))? $(($inline))?,)+
        }

        /// A pattern over [`EventKind`] that matches every deed of a command, and no consequence.
        macro_rules! deed {
            () => { $(EventKind::$event { .. })|+ };
        }

        pub(in crate::case) use deed;

        one_key!(Command, "a command");
        one_key!(EventKind, "what happened");

        impl Command {
            /// Returns the action that the command takes: the same row of the table, without the content.
            ///
            /// ```
            /// use redress::case::Command;
            /// use redress::vocab::Action;
            ///
            /// assert_eq!(Command::Close.action(), Action::Close);
            /// ```
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
            /// Returns the command that made this event, or `None` for a consequence of another event.
            #[must_use]
            pub fn command(&self) -> Option<Command> {
                Some(match self {
                    $(deeds!(@bind what payload $event $(, $payload)?)
                        => deeds!(@unboxed payload $command $(, $payload)?),)+
                    $(deeds!(@what $then $(, $then_payload)? $(, $inline)?) => return None,)+
                })
            }

            /// Returns the name of the stored form, such as `registered`.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self {
                    $(deeds!(@what $event $(, $payload)?) => kebab!($event),)+
                    $(deeds!(@what $then $(, $then_payload)? $(, $inline)?) => kebab!($then),)+
                }
            }

            /// Returns the action that this event records, or `None` for a consequence of another event.
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
        /// The organisation received a complaint.
        Receive / Received(Receipt);
        /// The complainant was told that the complaint has arrived.
        Acknowledge / Acknowledged;
        /// The complaint was entered in the register.
        Register / Registered;
        /// The complaint was classified: what it is about, and what is known of it.
        Triage / Triaged(Findings);
        /// A minor complaint was settled where it was raised.
        AnswerAtOnce / AnsweredAtOnce(Remark);
        /// The complaint was found to be unfounded, and the complainant was told why.
        FindNotEstablished / FoundNotEstablished(NotEstablishedFinding);
        /// The complaint was sent to a department.
        Dispatch / Dispatched(Dispatch);
        /// The complaint was passed on to another department.
        Redispatch / Redispatched(Dispatch);
        /// The department received the complaint and started its investigation.
        Start / Started(InvestigationStart);
        /// The customer was asked for information or samples.
        AskCustomer / AskedCustomer(Question);
        /// The cause was found.
        FindCause / FoundCause(CauseFinding);
        /// The customer was found to have caused the problem.
        FindCustomerCaused / FoundCustomerCaused(CustomerCausedFinding);
        /// A remedy was proposed.
        Propose / Proposed(Proposal);
        /// The proposal was submitted for approval.
        Submit / Submitted;
        /// An approval was returned to its author or to an earlier step.
        SendBack / SentBack(ApprovalReturn);
        /// A step of an approval was signed.
        Sign / Signed(ApprovalReference);
        /// A person refused to sign a step of an approval.
        RefuseToSign / RefusedToSign(ApprovalReference);
        /// An approval was given in an emergency, without the missing signatures.
        Override / Overrode(ApprovalOverride);
        /// A signer withdrew their signature or refusal before the step was complete.
        WithdrawSignature / WithdrewSignature(ApprovalReference);
        /// An approval was taken back by the person who submitted it, or by anybody if nobody is left who can sign it.
        TakeBack / TookBack(ApprovalReference);
        /// The proposal was changed.
        Amend / Amended(Proposal);
        /// The complainant was offered the best alternative.
        Offer / Offered;
        /// The complainant rejected the offer.
        Object / Objected(Remark);
        /// The offer lapsed, because the complainant was silent for too long.
        Lapse / Lapsed;
        /// The complainant accepted the offer.
        Consent / Consented;
        /// Somebody began to carry out the remedy.
        CarryOut / CarriedOut;
        /// The remedy was completed, and the complainant was told.
        Finish / Finished;
        /// The remedy did not work.
        Fail / Failed(Continuation);
        /// The complainant was contacted after the solution.
        FollowUp / FollowedUp(FollowUpResult);
        /// The complainant said that they are not satisfied.
        RecordDissatisfaction / Dissatisfied(Continuation);
        /// The case was closed.
        Close / Closed;
        /// The case was closed by force, without a solution.
        ForceClose / ForceClosed;
        /// The complainant withdrew the complaint.
        Withdraw / Withdrawn(Remark);
        /// The case was merged into another case.
        Merge / Merged(Merger);
        /// The case became a project.
        OpenProject / OpenedProject;
        /// The project was finished.
        FinishProject / FinishedProject;
        /// The closed case was reopened.
        Reopen / Reopened(Continuation);
        /// The lessons of the closed case were recorded.
        Review / Reviewed(Lessons);
        /// The complainant was promised an answer.
        Promise / Promised(Promise);
        /// The complainant was told how things stand.
        Answer / Answered(Message);
        /// The complainant wrote or spoke to the organisation.
        HearCustomer / HeardCustomer(Message);
        /// The complainant was told about progress.
        NotifyProgress / NotifiedProgress(Remark);
        /// Somebody apologised to the complainant.
        Apologise / Apologised(Apology);
        /// A department put a measure against further damage in place.
        Contain / Contained(DepartmentContainment);
        /// A department was found to need no measure against further damage.
        WaiveContainment / WaivedContainment(ContainmentWaiver);
        /// Returned goods reached their next step.
        HandleGoods / HandledGoods(GoodsProgress);
        /// A recall reached its next step.
        Recall / Recalled(RecallProgress);
        /// A measure against the cause reached its next step.
        TakeAction / TookAction(MeasureProgress);
        /// A step of 8D or PDCA was taken.
        RecordDiscipline / RecordedDiscipline(DisciplineRecord);
        /// It was proposed to hold a person to account.
        ProposeSanction / ProposedSanction(SanctionProposal);
        /// It was decided to hold a person to account.
        DecideSanction / DecidedSanction(SanctionProposal);
        /// The bill was put on hold until the complaint is resolved.
        HoldBilling / HeldBilling;
        /// The bill was released.
        ReleaseBilling / ReleasedBilling;
        /// The next step after an accident was taken.
        TakeAccidentStep / TookAccidentStep(AccidentProgress);
        /// A letter of thanks was sent.
        Thank / Thanked(ThanksLetter);
        /// Category, facts or other words of the complaint were changed.
        Reclassify / Reclassified(Findings);
        /// The recorded instant of an event was corrected to an earlier one.
        Correct / Corrected(Correction);
        /// Something happened from which a clock counts.
        Happen / Happened(AnchorEvent);
        /// Clocks were paused.
        Pause / Paused(ClockPause);
        /// Paused clocks were resumed.
        Resume / Resumed(ClockPause);
        /// A clock was given a later due date.
        Extend / Extended(ClockExtension);
        /// A decision other than the remedy was submitted for approval.
        Apply / Applied(ApprovalSubject);
        /// Approvals follow the current severity again, and no longer the highest one that the case has had.
        Relax / Relaxed(Remark);
        /// The case was linked to another case.
        Link / Linked(CaseLink);
        /// A note was written down.
        Note / Noted(Remark);
        /// A duty, such as a warning or an escalation, was passed on to people.
        Deliver / Delivered(Delivery);
        /// The case was moved to another policy.
        MovePolicy / MovedPolicy(PolicyMove);
    }
    consequences {
        /// The policy assessed the complaint: severity, owner, and the targets of the clocks.
        Assessed(Assessment);
        /// An approval began, and a chain of the policy was chosen for it.
        ApprovalOpened(ApprovalOpening);
        /// A signature was given, with the authority that it relied on.
        SignatureGiven(ApprovalSignature);
        /// An approval was given in an emergency, with the authority that it relied on.
        ApprovalOverridden(ApprovalSignature);
        /// A signature was refused, with the authority that the refusal relied on.
        SignatureRefused(ApprovalSignature);
        /// A signature or refusal of this step was withdrawn.
        SignatureWithdrawn(SignatureWithdrawal);
        /// An approval was returned, with the authority that the return relied on.
        SignatureReturned(ApprovalSignature);
        /// Signatures became void, because what they were given for has changed.
        SignaturesVoided(VoidedSignatures);
        /// A stricter chain replaced the chain of an approval, or the same chain got another amount.
        ApprovalRaised(ChainReplacement);
        /// An approval ended, or what was approved was carried out.
        ApprovalEnded(ApprovalEnd);
        /// The case moved to another stage.
        Moved [Stage];
    }
}
