//! What a step of an approval does.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What a step of an approval does.
    #[expect(clippy::exhaustive_enums, reason = "the signing rules depend on the act")]
    pub enum ApprovalAct = "an" "approval act";

    /// Prepare (S16-R09, S23-R20).
    Prepare = "prepare", ["prepare", "编制", "編製"];
    /// Recheck (S23-R20).
    Recheck = "recheck", ["recheck", "复核", "複核"];
    /// Review (S16-R09, S23-R20, S11-R05, S10-R27).
    Review = "review", ["review", "审核", "審核"];
    /// Instruct, decide on file (S03-R15, S19-R07).
    Instruct = "instruct", ["instruct, decide on file", "批示", "批示"];
    /// Approve (S16-R09, S16-R07).
    Approve = "approve", ["approve", "批准", "批准"];
    /// Sign and issue (S23-R20).
    SignIssue = "sign-issue", ["sign and issue", "签发", "簽發"];
    /// Customer's consent (S02-R11, S11-R15, S07-R06).
    CustomerConsent = "customer-consent", ["customer's consent", "客户同意", "客戶同意"];
}
