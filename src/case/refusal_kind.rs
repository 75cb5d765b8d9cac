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
            Self::OtherPolicy { .. }
            | Self::OtherContent(_)
            | Self::TakesBothPolicies
            | Self::OtherTarget { .. }
            | Self::StageNotThere { .. } => RefusalKind::OtherPolicy,
            Self::Stale { .. } | Self::OtherCase { .. } | Self::OtherCommand { .. } => RefusalKind::Stale,
            Self::Backwards { .. }
            | Self::InTheFuture { .. }
            | Self::BeforeReceipt { .. }
            | Self::Unwritable { .. }
            | Self::Complaint(_)
            | Self::Word(_)
            | Self::NotAtReceipt { .. }
            | Self::HowMany { .. }
            | Self::Already { .. }
            | Self::NoSuch { .. }
            | Self::NoSuchClock { .. }
            | Self::LaterCorrection { .. }
            | Self::NothingToCorrect { .. }
            | Self::OwnCommand { .. }
            | Self::SameCase { .. }
            | Self::AmountOutOfRange => RefusalKind::Invalid,
            Self::NotFromHere { .. }
            | Self::NotThere { .. }
            | Self::NotMinor { .. }
            | Self::NotAtOnce
            | Self::ClosedByForce
            | Self::NotOnForcedClosureList { .. }
            | Self::FaultNotKnown
            | Self::NotCustomersFault
            | Self::ApologyOwed { .. }
            | Self::NoConsent
            | Self::NoReopening
            | Self::FollowUpsMissing { .. }
            | Self::NotSatisfied
            | Self::PromiseOpen { .. }
            | Self::EffectNotConfirmed { .. }
            | Self::FindingsMissing { .. }
            | Self::ContainmentMissing { .. }
            | Self::OpenProject
            | Self::OpenRecall { .. }
            | Self::NotProjectDue
            | Self::GoodsOrder { .. }
            | Self::RecallOrder { .. }
            | Self::MeasureOrder { .. }
            | Self::AccidentOrder { .. }
            | Self::BillBeforeSolution => RefusalKind::NotFromHere,
            Self::NotPermitted { .. }
            | Self::NotTheProposer { .. }
            | Self::SignedIt { .. }
            | Self::Signing(_)
            | Self::LateEntry { .. }
            | Self::HandledIt { .. }
            | Self::NoOverride
            | Self::NothingSigned { .. }
            | Self::NotTheirs { .. }
            | Self::ComplainantAlone { .. }
            | Self::Parted { .. }
            | Self::Concerned { .. } => RefusalKind::NotPermitted,
            Self::MissingFields { .. }
            | Self::NotWrittenDown
            | Self::Unrouted
            | Self::MissingPart { .. }
            | Self::NotTold { .. } => RefusalKind::Incomplete,
            Self::NoTransferWhenUnclosed { .. }
            | Self::TooEarly { .. }
            | Self::TooLate { .. }
            | Self::TooLateEntry { .. }
            | Self::Clock(_) => RefusalKind::Clock,
            Self::NotApproved { .. }
            | Self::NothingToApprove
            | Self::ApprovalUnknown(_)
            | Self::ApprovalOver { .. }
            | Self::ApprovalOpen { .. }
            | Self::NoStepToReturnTo { .. }
            | Self::Stuck(_)
            | Self::OpenApproval { .. } => RefusalKind::Approval,
            Self::LateEntryNotKnown { .. } | Self::WindowNotKnown(_) => RefusalKind::Unknown,
        }
    }
}
