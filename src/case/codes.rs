//! The stable codes of the errors of cases, each with one sentence of advice.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "audit")]
use crate::case::audit::SealError;
#[cfg(feature = "audit")]
use crate::case::audit::SealMismatch;
use crate::case::command::NoteError;
use crate::case::event::Notice;
use crate::case::refusal::Refusal;
use crate::case::stored::ReplayError;
use crate::case::stored::ReplayProblem;
use crate::coded::Coded;
use crate::coded::codes;

codes! {
    Refusal "case" {
        OtherPolicy = "other-policy", "Load the policy that the case follows.";
        Stale = "stale", "Load the case again, then ask again.";
        OtherCase = "other-case", "Record the decision in the case for which it was made.";
        OtherCommand = "other-command", "Use a new id for the command.";
        Backwards = "backwards", "Send the request with the current time.";
        InTheFuture = "in-the-future", "Correct the instant.";
        BeforeReceipt = "before-receipt", "Correct the instant.";
        Unwritable = "unwritable", "Use an instant from year 1 to 9999 that is not a leap second.";
        NotFromHere = "not-from-here", "Take one of the listed actions.";
        NotThere = "not-there", "Choose one of the listed stages.";
        NotPermitted = "not-permitted", "Ask somebody who holds one of the listed roles.";
        Complaint = "complaint", "Correct the listed faults of the complaint.";
        NotAtReceipt = "not-at-receipt", "Open the case without the event, then record it with its own command.";
        MissingFields = "missing-fields", "Fill in the fields.";
        NotWrittenDown = "not-written-down", "Write down what was said.";
        NotMinor = "not-minor", "Dispatch the case.";
        NotAtOnce = "not-at-once", "Dispatch the case.";
        Unrouted = "unrouted", "Name the department.";
        NoTransferWhenUnclosed = "no-transfer-when-unclosed", "Resolve the complaint in its current department.";
        ClosedByForce = "closed-by-force", "Close the case by force, or record first that there is a solution.";
        NotOnForcedClosureList = "not-on-forced-closure-list",
            "Record the missing facts if they hold, or close the case in another way.";
        FaultNotKnown = "fault-not-known", "Find out and record who was at fault.";
        NotCustomersFault = "not-customers-fault", "Record that the customer was at fault, or give another answer.";
        MissingPart = "missing-part", "Fill in the missing part.";
        HowMany = "how-many", "Give as many as are allowed.";
        Already = "already", "Do nothing: it is already on record.";
        NoSuch = "no-such", "Name something that exists.";
        ApologyOwed = "apology-owed", "Record a complete apology first.";
        NotApproved = "not-approved", "Submit it for approval.";
        NothingToApprove = "nothing-to-approve", "Go on without approval.";
        ApprovalOver = "approval-over", "Do nothing: the approval has ended.";
        ApprovalOpen = "approval-open", "Complete the approval or take it back first.";
        NotTheProposer = "not-the-proposer", "Ask the person who submitted it.";
        SignedIt = "signed-it", "Ask somebody who has not signed it.";
        NoStepToReturnTo = "no-step-to-return-to", "Return it to one of the listed steps.";
        NoConsent = "no-consent", "Ask the complainant first, and record their consent.";
        TooEarly = "too-early", "Wait until the instant in the text.";
        TooLate = "too-late", "Do nothing: the time for this is over.";
        LateEntry = "late-entry", "Ask somebody who holds one of the listed roles.";
        TooLateEntry = "too-late-entry", "Do nothing: the time for late entries is over.";
        LateEntryNotKnown = "late-entry-not-known", "Extend the known days of the calendar.";
        WindowNotKnown = "window-not-known", "Extend the known days of the calendar.";
        NoReopening = "no-reopening", "Open a new case.";
        FollowUpsMissing = "follow-ups-missing", "Contact the complainant again.";
        NotSatisfied = "not-satisfied", "Ask the complainant whether they are satisfied.";
        PromiseOpen = "promise-open", "Answer the promise first.";
        EffectNotConfirmed = "effect-not-confirmed", "Confirm the effect of the measure first.";
        FindingsMissing = "findings-missing", "Name the cause and the responsible person.";
        ContainmentMissing = "containment-missing", "Record a containment measure, or that none is needed.";
        OpenApproval = "open-approval", "Complete the approval or take it back first.";
        OpenProject = "open-project", "Finish the project first.";
        OpenRecall = "open-recall", "Finish the recall first.";
        NotProjectDue = "not-project-due", "Wait until the project is due.";
        GoodsOrder = "goods-order", "Take the expected step first.";
        RecallOrder = "recall-order", "Take the expected step first.";
        MeasureOrder = "measure-order", "Take the expected step first.";
        AccidentOrder = "accident-order", "Take the expected step first.";
        BillBeforeSolution = "bill-before-solution", "Resolve the complaint first.";
        NoSuchClock = "no-such-clock", "Name one of the listed clocks.";
        NotTold = "not-told", "Say when the complainant was told.";
        LaterCorrection = "later-correction", "Give an earlier instant.";
        NothingToCorrect = "nothing-to-correct", "Give the instant on record.";
        OwnCommand = "own-command", "Use the command that records the event.";
        SameCase = "same-case", "Name another case.";
        AmountOutOfRange = "amount-out-of-range", "Give a smaller amount.";
        HandledIt = "handled-it", "Ask somebody else.";
        NoOverride = "no-override", "Collect the signatures of the chain.";
        NothingSigned = "nothing-signed", "Do nothing: there is no signature to withdraw.";
        NotTheirs = "not-theirs", "Ask somebody who is not concerned.";
        ComplainantAlone = "complainant-alone", "Ask the complainant.";
        Parted = "parted", "Ask somebody else.";
        Concerned = "concerned", "Ask somebody who is not concerned.";
        TakesBothPolicies = "takes-both-policies", "Call `decide_move` with both policies.";
        OtherTarget = "other-target", "Give the policy that the command names.";
        StageNotThere = "stage-not-there", "Move the case on to another stage first.";
    }
    wraps { OtherContent.0, Word.0, ApprovalUnknown.0, Signing.0, Stuck.0, Clock.0 }
    ;

    fn kind(&self) -> Option<&'static str> {
        Some(self.kind().text())
    }

    fn faults(&self) -> Vec<&dyn Coded> {
        if let Self::Complaint(faults) = self { faults.coded() } else { Vec::new() }
    }
}

codes! {
    Notice "notice" {
        FewAlternatives = "few-alternatives", "Offer more alternatives.";
        FewFollowUps = "few-follow-ups", "Contact the complainant again.";
        IncompleteApology = "incomplete-apology", "Complete the apology.";
        NoPromise = "no-promise", "Promise the time of the next answer.";
        TellComplainant = "tell-complainant", "Tell the complainant.";
        TellSigners = "tell-signers", "Tell the signers about the change.";
    }
}

codes! {
    NoteError "note" {
        Empty = "empty", "Write a note that is not empty.";
        TooLong = "too-long", "Shorten the note.";
        Control = "control", "Remove the control or invisible character.";
    }
}

codes! {
    ReplayProblem "replay" {
        Missing = "missing", "Restore the event.";
        NoReceipt = "no-receipt", "Restore the receipt.";
        Number = "number", "Restore the order of the events.";
        OtherCase = "other-case", "Remove the event of the other case.";
        InTheFuture = "in-the-future", "Correct the clock of the machine, or wait.";
        CommandTwice = "command-twice", "Restore the events as they were stored.";
        NoDeed = "no-deed", "Restore the events as they were stored.";
        UnknownPolicy = "unknown-policy", "Give the policy that the event names.";
        Other = "other", "Restore the events as they were stored.";
        Incomplete = "incomplete", "Restore the missing event.";
        Surplus = "surplus", "Restore the events as they were stored.";
    }
    wraps { Refused.0 }
    ;

    fn kind(&self) -> Option<&'static str> {
        if let Self::Refused(refusal) = self { Coded::kind(&**refusal) } else { None }
    }

    fn faults(&self) -> Vec<&dyn Coded> {
        if let Self::Refused(refusal) = self { Coded::faults(&**refusal) } else { Vec::new() }
    }
}

codes! {
    ReplayError by problem;

    fn kind(&self) -> Option<&'static str> {
        Coded::kind(&self.problem)
    }

    fn place(&self) -> Option<String> {
        Some(format!("event {}", self.number))
    }

    fn faults(&self) -> Vec<&dyn Coded> {
        Coded::faults(&self.problem)
    }
}

#[cfg(feature = "audit")]
codes!(SealMismatch = "seal.mismatch", "Find out who altered the history.");

#[cfg(feature = "audit")]
codes!(SealError = "seal.malformed", "Give 64 hexadecimal digits in lower case.");
