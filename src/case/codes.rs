//! The codes of the errors of cases, each with what to do about it.

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
        OtherPolicy = "other-policy", "Load the policy that the case goes by.";
        Stale = "stale", "Load the case again, then ask again.";
        OtherCase = "other-case", "Record the decision in the case that it is on.";
        OtherCommand = "other-command", "Use a new id for the command.";
        Backwards = "backwards", "Ask with the present instant.";
        InTheFuture = "in-the-future", "Correct the instant.";
        BeforeReceipt = "before-receipt", "Correct the instant.";
        Unwritable = "unwritable", "Use an instant of the years 1 to 9999 that is no leap second.";
        NotFromHere = "not-from-here", "Take one of the actions that are possible here.";
        NotThere = "not-there", "Choose one of the stages that are listed.";
        NotPermitted = "not-permitted", "Let somebody ask who holds one of the roles.";
        Complaint = "complaint", "Correct the faults of the complaint, which are listed.";
        NotAtReceipt = "not-at-receipt", "Receive the complaint alone, and enter the event by its command.";
        MissingFields = "missing-fields", "Fill in the fields.";
        NotWrittenDown = "not-written-down", "Write down what was said.";
        NotMinor = "not-minor", "Dispatch the case.";
        NotAtOnce = "not-at-once", "Dispatch the case.";
        Unrouted = "unrouted", "Name the department.";
        NoTransferWhenUnclosed = "no-transfer-when-unclosed", "Let the department go on.";
        ClosedByForce = "closed-by-force", "Close the case by force, or find a solution first.";
        NotOnForcedClosureList = "not-on-forced-closure-list", "Record the missing facts, or close the case otherwise.";
        FaultNotKnown = "fault-not-known", "Find out whose fault it was.";
        NotCustomersFault = "not-customers-fault", "Record the fault of the customer first, or answer otherwise.";
        MissingPart = "missing-part", "Write down the part.";
        HowMany = "how-many", "Change how many there are.";
        Already = "already", "Leave it: it is there.";
        NoSuch = "no-such", "Name one that is there.";
        ApologyOwed = "apology-owed", "Record a complete apology first.";
        NotApproved = "not-approved", "Submit it for approval.";
        NothingToApprove = "nothing-to-approve", "Go on without approval.";
        ApprovalOver = "approval-over", "Leave it: the approval is over.";
        ApprovalOpen = "approval-open", "End the approval first.";
        NotTheProposer = "not-the-proposer", "Let the person take it back who submitted it.";
        SignedIt = "signed-it", "Let somebody else change it.";
        NoStepToReturnTo = "no-step-to-return-to", "Return it to one of the steps that are listed.";
        NoConsent = "no-consent", "Ask the complainant first.";
        TooEarly = "too-early", "Wait until the instant that is named.";
        TooLate = "too-late", "Leave it: the time is over.";
        LateEntry = "late-entry", "Let somebody enter it who holds one of the roles.";
        TooLateEntry = "too-late-entry", "Leave it: the time for late entries is over.";
        LateEntryNotKnown = "late-entry-not-known", "Extend the known days of the calendar.";
        WindowNotKnown = "window-not-known", "Extend the known days of the calendar.";
        NoReopening = "no-reopening", "Open a new case.";
        FollowUpsMissing = "follow-ups-missing", "Ask the complainant again.";
        NotSatisfied = "not-satisfied", "Ask the complainant whether they are satisfied.";
        PromiseOpen = "promise-open", "Answer the promise first.";
        EffectNotConfirmed = "effect-not-confirmed", "Confirm the effect of the measure first.";
        FindingsMissing = "findings-missing", "Name the cause and the responsible person.";
        ContainmentMissing = "containment-missing", "Record the measure of the department, or that none is needed.";
        OpenApproval = "open-approval", "End the approval first.";
        OpenProject = "open-project", "End the project first.";
        OpenRecall = "open-recall", "End the recall first.";
        NotProjectDue = "not-project-due", "Wait until the project is due.";
        GoodsOrder = "goods-order", "Take the step that is expected next.";
        RecallOrder = "recall-order", "Take the step that is expected next.";
        MeasureOrder = "measure-order", "Take the step that is expected next.";
        AccidentOrder = "accident-order", "Take the step that is expected next.";
        BillBeforeSolution = "bill-before-solution", "Find a solution first.";
        NoSuchClock = "no-such-clock", "Name one of the clocks that are listed.";
        NotTold = "not-told", "Say when the complainant was told.";
        LaterCorrection = "later-correction", "Correct what was entered last.";
        NothingToCorrect = "nothing-to-correct", "Leave it: there is nothing to correct.";
        OwnCommand = "own-command", "Use the command of the event.";
        SameCase = "same-case", "Name another case.";
        AmountOutOfRange = "amount-out-of-range", "Give a smaller amount.";
        HandledIt = "handled-it", "Let somebody else do it.";
        NoOverride = "no-override", "Let somebody do it whom the policy lets override.";
        NothingSigned = "nothing-signed", "Leave it: the person has signed nothing there.";
        NotTheirs = "not-theirs", "Let somebody do it who is not concerned.";
        ComplainantAlone = "complainant-alone", "Let the complainant do it.";
        Parted = "parted", "Let somebody else do it.";
        Concerned = "concerned", "Let somebody do it who is not concerned.";
        TakesBothPolicies = "takes-both-policies", "Use `decide_move`, with both policies.";
        OtherTarget = "other-target", "Give the policy that the case is moved to.";
        StageNotThere = "stage-not-there", "Let the case go on first.";
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
        FewFollowUps = "few-follow-ups", "Ask the complainant more often.";
        IncompleteApology = "incomplete-apology", "Complete the apology.";
        NoPromise = "no-promise", "Promise an instant for the next answer.";
        TellComplainant = "tell-complainant", "Tell the complainant.";
        TellSigners = "tell-signers", "Tell the signers of the change.";
    }
}

codes! {
    NoteError "note" {
        Empty = "empty", "Write something.";
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
