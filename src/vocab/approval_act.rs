//! What a step of an approval does.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What a step of an approval does.
    ///
    /// The acts describe the step for people. Two rules depend on them: only [`Prepare`](Self::Prepare) may be signed
    /// by the proposer and the handlers, and [`CustomerConsent`](Self::CustomerConsent) is given by the complainant.
    #[expect(clippy::exhaustive_enums, reason = "the signing rules depend on the act")]
    pub enum ApprovalAct = "an" "approval act";

    /// Somebody prepares what the others sign. The proposer may do it.
    Prepare = "prepare", ["prepare", "编制", "編製"];
    /// Somebody checks what was prepared, for errors.
    Recheck = "recheck", ["recheck", "复核", "複核"];
    /// Somebody judges the content.
    Review = "review", ["review", "审核", "審核"];
    /// Somebody decides on file and gives instructions.
    Instruct = "instruct", ["instruct, decide on file", "批示", "批示"];
    /// Somebody approves.
    Approve = "approve", ["approve", "批准", "批准"];
    /// Somebody signs and issues the document.
    SignIssue = "sign-issue", ["sign and issue", "签发", "簽發"];
    /// The customer agrees.
    CustomerConsent = "customer-consent", ["customer's consent", "客户同意", "客戶同意"];
}
