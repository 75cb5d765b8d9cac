//! The codes of the errors of complaints, each with what to do about it.

use crate::coded::codes;
use crate::triage::fault::ComplaintFault;
use crate::triage::history::ConflictingCase;

codes! {
    ComplaintFault "complaint" {
        NotReceived = "not-received", "Give `received` or `received-local`.";
        TwoInstants = "two-instants", "Keep one of the two.";
        NoCalendar = "no-calendar", "Give an instant, or read the document with a calendar.";
        BeforeReceipt = "before-receipt", "Correct the instant of the event or of the receipt.";
        DepartmentBeforeReceipt = "department-before-receipt", "Correct the instant of the department or of the receipt.";
        DemandOfNothing = "demand-of-nothing", "Keep one of the two.";
        EventHasKey = "event-has-key", "Use the key of the event.";
        OtherPast = "other-past", "Count again with the policy that is given.";
        NotAllowed = "not-allowed", "Use another word, or find out what it requires.";
    }
    wraps { Word.0, LocalTime.error }
}

codes!(ConflictingCase = "history.conflicting-case", "Keep one of the two records of the case.");
