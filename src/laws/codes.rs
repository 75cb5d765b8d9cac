//! The codes of the laws.

use crate::coded::codes;
use crate::laws::broken::{Broken, Law};

codes!(Broken by law: Law "law" {
    OwnerForEveryone = "owner-for-everyone", "Add a row to the routing table.";
    MonotoneSeverity = "monotone-severity", "Remove the `not` from the rule, or do not use this law.";
    DueAfterReceipt = "due-after-receipt", "Let the term end after every receipt, for example by a cut-off.";
    ExplanationIsTrue = "explanation-is-true", "Explain the answer again by the policy that decided.";
    NoDueInAPause = "no-due-in-a-pause", "Use a term that moves with pauses.";
    NobodyApprovesTheirOwn = "nobody-approves-their-own", "Do not permit proposers to sign.";
    EveryCaseCanEnd = "every-case-can-end", "Complete the roster, or make the course of the case less strict.";
    ReplayEqualsState = "replay-equals-state", "Replay the case by the policy that decided it.";
    DiffIsEmpty = "diff-is-empty", "Compare two editions that should be the same.";
});
