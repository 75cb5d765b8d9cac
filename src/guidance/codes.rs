//! The codes of the errors of the guidance, each with what to do about it.

use crate::coded::codes;
use crate::guidance::self_repair::SelfRepairRefusal;

codes! {
    SelfRepairRefusal "self-repair" {
        NotComplete = "not-complete", "Confirm that the repair is complete.";
        Paid = "paid", "Do nothing: the repair is paid.";
    }
}
