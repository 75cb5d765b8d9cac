//! The codes of the errors of reports, each with what to do about it.

use crate::coded::codes;
use crate::report::ledger::LedgerError;

codes! {
    LedgerError "ledger" {
        OtherPolicy = "other-policy", "Give the policy that the case uses.";
        Twice = "twice", "Keep one row of the case.";
        Rounds = "rounds", "Correct the rounds of the case.";
        Stage = "stage", "Correct the stage or the last round of the case.";
        NotMerged = "not-merged", "Correct the end of the case, or remove `merged-into`.";
        Ring = "ring", "Correct in which cases the merged ones continue.";
        EnteredLate = "entered-late", "Set `timing` to `in-time`, or remove `entered-late`.";
        Sums = "sums", "Add the amounts of one currency.";
    }
    wraps { OtherContent.0 }
}
