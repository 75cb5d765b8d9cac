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
/// assert_eq!(refusal.code(), "case.no-consent"); // stored, counted, translated
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
        match self {
            Self::OtherPolicy { .. } => RefusalKind::OtherPolicy,
            Self::Stale { .. } => RefusalKind::Stale,
            Self::OtherContent(_) => RefusalKind::OtherPolicy,
            Self::OtherCase { .. } => RefusalKind::Stale,
            Self::OtherCommand { .. } => RefusalKind::Stale,
            Self::Backwards { .. } => RefusalKind::Invalid,
            Self::InTheFuture { .. } => RefusalKind::Invalid,
            Self::BeforeReceipt { .. } => RefusalKind::Invalid,
            Self::Unwritable { .. } => RefusalKind::Invalid,
            Self::NotFromHere { .. } => RefusalKind::NotFromHere,
            Self::NotThere { .. } => RefusalKind::NotFromHere,
            Self::NotPermitted { .. } => RefusalKind::NotPermitted,
            Self::Complaint(_) => RefusalKind::Invalid,
            Self::Word(_) => RefusalKind::Invalid,
            Self::NotAtReceipt { .. } => RefusalKind::Invalid,
            Self::MissingFields { .. } => RefusalKind::Incomplete,
            Self::NotWrittenDown => RefusalKind::Incomplete,
            Self::NotMinor { .. } => RefusalKind::NotFromHere,
            Self::NotAtOnce => RefusalKind::NotFromHere,
            Self::Unrouted => RefusalKind::Incomplete,
            Self::NoTransferWhenUnclosed { .. } => RefusalKind::Clock,
            Self::ClosedByForce => RefusalKind::NotFromHere,
            Self::NotOnForcedClosureList { .. } => RefusalKind::NotFromHere,
            Self::FaultNotKnown => RefusalKind::NotFromHere,
            Self::NotCustomersFault => RefusalKind::NotFromHere,
            Self::MissingPart { .. } => RefusalKind::Incomplete,
            Self::HowMany { .. } => RefusalKind::Invalid,
            Self::Already { .. } => RefusalKind::Invalid,
            Self::NoSuch { .. } => RefusalKind::Invalid,
            Self::ApologyOwed { .. } => RefusalKind::NotFromHere,
            Self::NotApproved { .. } => RefusalKind::Approval,
            Self::NothingToApprove => RefusalKind::Approval,
            Self::ApprovalUnknown(_) => RefusalKind::Approval,
            Self::ApprovalOver { .. } => RefusalKind::Approval,
            Self::ApprovalOpen { .. } => RefusalKind::Approval,
            Self::NotTheProposer { .. } => RefusalKind::NotPermitted,
            Self::SignedIt { .. } => RefusalKind::NotPermitted,
            Self::NoStepToReturnTo { .. } => RefusalKind::Approval,
            Self::Signing(_) => RefusalKind::NotPermitted,
            Self::Stuck(_) => RefusalKind::Approval,
            Self::NoConsent => RefusalKind::NotFromHere,
            Self::TooEarly { .. } => RefusalKind::Clock,
            Self::TooLate { .. } => RefusalKind::Clock,
            Self::LateEntry { .. } => RefusalKind::NotPermitted,
            Self::TooLateEntry { .. } => RefusalKind::Clock,
            Self::LateEntryNotKnown { .. } => RefusalKind::Unknown,
            Self::WindowNotKnown(_) => RefusalKind::Unknown,
            Self::NoReopening => RefusalKind::NotFromHere,
            Self::FollowUpsMissing { .. } => RefusalKind::NotFromHere,
            Self::NotSatisfied => RefusalKind::NotFromHere,
            Self::PromiseOpen { .. } => RefusalKind::NotFromHere,
            Self::EffectNotConfirmed { .. } => RefusalKind::NotFromHere,
            Self::FindingsMissing { .. } => RefusalKind::NotFromHere,
            Self::ContainmentMissing { .. } => RefusalKind::NotFromHere,
            Self::OpenApproval { .. } => RefusalKind::Approval,
            Self::OpenProject => RefusalKind::NotFromHere,
            Self::OpenRecall { .. } => RefusalKind::NotFromHere,
            Self::NotProjectDue => RefusalKind::NotFromHere,
            Self::GoodsOrder { .. } => RefusalKind::NotFromHere,
            Self::RecallOrder { .. } => RefusalKind::NotFromHere,
            Self::MeasureOrder { .. } => RefusalKind::NotFromHere,
            Self::AccidentOrder { .. } => RefusalKind::NotFromHere,
            Self::BillBeforeSolution => RefusalKind::NotFromHere,
            Self::Clock(_) => RefusalKind::Clock,
            Self::NoSuchClock { .. } => RefusalKind::Invalid,
            Self::NotTold { .. } => RefusalKind::Incomplete,
            Self::LaterCorrection { .. } => RefusalKind::Invalid,
            Self::NothingToCorrect { .. } => RefusalKind::Invalid,
            Self::OwnCommand { .. } => RefusalKind::Invalid,
            Self::SameCase { .. } => RefusalKind::Invalid,
            Self::AmountOutOfRange => RefusalKind::Invalid,
            Self::HandledIt { .. } => RefusalKind::NotPermitted,
            Self::NoOverride => RefusalKind::NotPermitted,
            Self::NothingSigned { .. } => RefusalKind::NotPermitted,
            Self::NotTheirs { .. } => RefusalKind::NotPermitted,
            Self::ComplainantAlone { .. } => RefusalKind::NotPermitted,
            Self::Parted { .. } => RefusalKind::NotPermitted,
            Self::Concerned { .. } => RefusalKind::NotPermitted,
            Self::TakesBothPolicies => RefusalKind::OtherPolicy,
            Self::OtherTarget { .. } => RefusalKind::OtherPolicy,
            Self::StageNotThere { .. } => RefusalKind::OtherPolicy,
        }
    }
}
