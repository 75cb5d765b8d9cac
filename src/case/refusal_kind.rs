//! What a host branches on when a request is refused.

use crate::case::refusal::Refusal;
use crate::text::text_enum::text_enum;

/// What kind of refusal it is, and so what a host does next.
///
/// Refusals say exactly what is wrong, and there may be new ones in every version. The kinds are few, and stay.
///
/// ```
/// use redress::case::{Refusal, RefusalKind};
///
/// let refusal = Refusal::NoConsent;
/// assert_eq!(refusal.code(), "no-consent"); // stored, counted, translated
/// match refusal.kind() {
///     RefusalKind::Stale => println!("load the case again, and ask again"),
///     RefusalKind::NotPermitted => println!("somebody else has to do this"),
///     _ => println!("{refusal}"),
/// }
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "hosts branch on all of them")]
pub enum RefusalKind {
    /// The case is not as it was seen, or the id was used for another command: load it again, then ask again.
    Stale,
    /// The policy given is not the one that the case goes by, or not one that it could go by.
    OtherPolicy,
    /// This person may not; somebody else may.
    NotPermitted,
    /// Not possible from where the case stands: something else comes first, or it is over.
    NotFromHere,
    /// Something is missing that the policy asks for: fill it in and ask again.
    Incomplete,
    /// What was given contradicts itself, the case or the policy's words: correct it and ask again.
    Invalid,
    /// An approval is missing, in the way, or cannot be completed by the people of the roster.
    Approval,
    /// A clock or a limit of time keeps it from happening.
    Clock,
    /// The answer depends on something that nobody knows, such as days that a calendar does not cover.
    Unknown,
}

text_enum!(RefusalKind = "a" "kind of refusal" {
    Stale = "stale",
    OtherPolicy = "other-policy",
    NotPermitted = "not-permitted",
    NotFromHere = "not-from-here",
    Incomplete = "incomplete",
    Invalid = "invalid",
    Approval = "approval",
    Clock = "clock",
    Unknown = "unknown",
});

impl Refusal {
    /// Returns what kind of refusal it is: what a host branches on.
    #[must_use]
    pub const fn kind(&self) -> RefusalKind {
        self.row().1
    }

    /// Returns a stable name, such as `no-consent`: what a host stores, counts or translates by.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.row().0
    }

    const fn row(&self) -> (&'static str, RefusalKind) {
        match self {
            Self::OtherPolicy { .. } => ("other-policy", RefusalKind::OtherPolicy),
            Self::Stale { .. } => ("stale", RefusalKind::Stale),
            Self::OtherContent(_) => ("other-content", RefusalKind::OtherPolicy),
            Self::OtherCase { .. } => ("other-case", RefusalKind::Stale),
            Self::OtherCommand { .. } => ("other-command", RefusalKind::Stale),
            Self::Backwards { .. } => ("backwards", RefusalKind::Invalid),
            Self::InTheFuture { .. } => ("in-the-future", RefusalKind::Invalid),
            Self::BeforeReceipt { .. } => ("before-receipt", RefusalKind::Invalid),
            Self::Unwritable { .. } => ("unwritable", RefusalKind::Invalid),
            Self::NotFromHere { .. } => ("not-from-here", RefusalKind::NotFromHere),
            Self::NotThere { .. } => ("not-there", RefusalKind::NotFromHere),
            Self::NotPermitted { .. } => ("not-permitted", RefusalKind::NotPermitted),
            Self::Complaint(_) => ("complaint", RefusalKind::Invalid),
            Self::Word(_) => ("word", RefusalKind::Invalid),
            Self::NotAtReceipt { .. } => ("not-at-receipt", RefusalKind::Invalid),
            Self::MissingFields { .. } => ("missing-fields", RefusalKind::Incomplete),
            Self::NotWrittenDown => ("not-written-down", RefusalKind::Incomplete),
            Self::NotMinor { .. } => ("not-minor", RefusalKind::NotFromHere),
            Self::NotAtOnce => ("not-at-once", RefusalKind::NotFromHere),
            Self::Unrouted => ("unrouted", RefusalKind::Incomplete),
            Self::NoTransferWhenUnclosed { .. } => ("no-transfer-when-unclosed", RefusalKind::Clock),
            Self::ClosedByForce => ("closed-by-force", RefusalKind::NotFromHere),
            Self::NotOnForcedClosureList { .. } => ("not-on-forced-closure-list", RefusalKind::NotFromHere),
            Self::FaultNotKnown => ("fault-not-known", RefusalKind::NotFromHere),
            Self::NotCustomersFault => ("not-customers-fault", RefusalKind::NotFromHere),
            Self::MissingPart { .. } => ("missing-part", RefusalKind::Incomplete),
            Self::HowMany { .. } => ("how-many", RefusalKind::Invalid),
            Self::Already { .. } => ("already", RefusalKind::Invalid),
            Self::NoSuch { .. } => ("no-such", RefusalKind::Invalid),
            Self::ApologyOwed { .. } => ("apology-owed", RefusalKind::NotFromHere),
            Self::NotApproved { .. } => ("not-approved", RefusalKind::Approval),
            Self::NothingToApprove => ("nothing-to-approve", RefusalKind::Approval),
            Self::ApprovalUnknown(_) => ("approval-unknown", RefusalKind::Approval),
            Self::ApprovalOver { .. } => ("approval-over", RefusalKind::Approval),
            Self::ApprovalOpen { .. } => ("approval-open", RefusalKind::Approval),
            Self::NotTheProposer { .. } => ("not-the-proposer", RefusalKind::NotPermitted),
            Self::SignedIt { .. } => ("signed-it", RefusalKind::NotPermitted),
            Self::NoStepToReturnTo { .. } => ("no-step-to-return-to", RefusalKind::Approval),
            Self::Signing(_) => ("signing", RefusalKind::NotPermitted),
            Self::Stuck(_) => ("stuck", RefusalKind::Approval),
            Self::NoConsent => ("no-consent", RefusalKind::NotFromHere),
            Self::TooEarly { .. } => ("too-early", RefusalKind::Clock),
            Self::TooLate { .. } => ("too-late", RefusalKind::Clock),
            Self::LateEntry { .. } => ("late-entry", RefusalKind::NotPermitted),
            Self::TooLateEntry { .. } => ("too-late-entry", RefusalKind::Clock),
            Self::LateEntryNotKnown { .. } => ("late-entry-not-known", RefusalKind::Unknown),
            Self::WindowNotKnown(_) => ("window-not-known", RefusalKind::Unknown),
            Self::NoReopening => ("no-reopening", RefusalKind::NotFromHere),
            Self::FollowUpsMissing { .. } => ("follow-ups-missing", RefusalKind::NotFromHere),
            Self::NotSatisfied => ("not-satisfied", RefusalKind::NotFromHere),
            Self::PromiseOpen { .. } => ("promise-open", RefusalKind::NotFromHere),
            Self::EffectNotConfirmed { .. } => ("effect-not-confirmed", RefusalKind::NotFromHere),
            Self::FindingsMissing { .. } => ("findings-missing", RefusalKind::NotFromHere),
            Self::ContainmentMissing { .. } => ("containment-missing", RefusalKind::NotFromHere),
            Self::OpenApproval { .. } => ("open-approval", RefusalKind::Approval),
            Self::OpenProject => ("open-project", RefusalKind::NotFromHere),
            Self::OpenRecall { .. } => ("open-recall", RefusalKind::NotFromHere),
            Self::NotProjectDue => ("not-project-due", RefusalKind::NotFromHere),
            Self::GoodsOrder { .. } => ("goods-order", RefusalKind::NotFromHere),
            Self::RecallOrder { .. } => ("recall-order", RefusalKind::NotFromHere),
            Self::MeasureOrder { .. } => ("measure-order", RefusalKind::NotFromHere),
            Self::AccidentOrder { .. } => ("accident-order", RefusalKind::NotFromHere),
            Self::BillBeforeSolution => ("bill-before-solution", RefusalKind::NotFromHere),
            Self::Clock(_) => ("clock", RefusalKind::Clock),
            Self::NoSuchClock { .. } => ("no-such-clock", RefusalKind::Invalid),
            Self::NotTold { .. } => ("not-told", RefusalKind::Incomplete),
            Self::LaterCorrection { .. } => ("later-correction", RefusalKind::Invalid),
            Self::NothingToCorrect { .. } => ("nothing-to-correct", RefusalKind::Invalid),
            Self::OwnCommand { .. } => ("own-command", RefusalKind::Invalid),
            Self::SameCase { .. } => ("same-case", RefusalKind::Invalid),
            Self::AmountOutOfRange => ("amount-out-of-range", RefusalKind::Invalid),
            Self::HandledIt { .. } => ("handled-it", RefusalKind::NotPermitted),
            Self::NoOverride => ("no-override", RefusalKind::NotPermitted),
            Self::NothingSigned { .. } => ("nothing-signed", RefusalKind::NotPermitted),
            Self::NotTheirs { .. } => ("not-theirs", RefusalKind::NotPermitted),
            Self::ComplainantAlone { .. } => ("complainant-alone", RefusalKind::NotPermitted),
            Self::Parted { .. } => ("parted", RefusalKind::NotPermitted),
            Self::Concerned { .. } => ("concerned", RefusalKind::NotPermitted),
            Self::TakesBothPolicies => ("takes-both-policies", RefusalKind::OtherPolicy),
            Self::OtherTarget { .. } => ("other-target", RefusalKind::OtherPolicy),
            Self::StageNotThere { .. } => ("stage-not-there", RefusalKind::OtherPolicy),
        }
    }
}
