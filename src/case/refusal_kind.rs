//! The few kinds of refusals, on which a host branches.

use crate::case::refusal::Refusal;
use crate::text::text_enum::text_enum;

/// The kind of a refusal, which tells a host what to do next.
///
/// A [`Refusal`] says exactly what is wrong, and new ones may come with every version. The kinds are few and stay the
/// same, so that a host can match on all of them.
///
/// | Kind | What a host does |
/// |---|---|
/// | [`Stale`](Self::Stale) | loads the case again, and decides again |
/// | [`OtherPolicy`](Self::OtherPolicy) | loads the right policy |
/// | [`NotPermitted`](Self::NotPermitted) | asks another person |
/// | [`NotFromHere`](Self::NotFromHere), [`Approval`](Self::Approval) | shows the text: something else comes first |
/// | [`Clock`](Self::Clock) | shows the text: it is too early or too late |
/// | [`Incomplete`](Self::Incomplete), [`Invalid`](Self::Invalid) | shows the text at the form |
/// | [`Unknown`](Self::Unknown) | reports it: a calendar usually ends too early |
///
/// # Example
///
/// ```
/// use redress::case::{Refusal, RefusalKind};
///
/// let refusal = Refusal::NoConsent;
/// assert_eq!(refusal.code(), "case.no-consent"); // stored, counted, translated
/// match refusal.kind() {
///     RefusalKind::Stale => println!("somebody else was faster: please check, and try again"),
///     RefusalKind::NotPermitted => println!("somebody else must do this"),
///     _ => println!("{refusal}"),
/// }
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "hosts branch on all of them")]
pub enum RefusalKind {
    /// The case has changed since it was read, or the command id was used before. Load the case again, then try again.
    Stale,
    /// The given policy is not the one that the case follows, or not one to which it can move.
    OtherPolicy,
    /// This person may not do it. Somebody else may.
    NotPermitted,
    /// Not possible in the present state of the case: something else comes first, or the time for it is over.
    NotFromHere,
    /// Something that the policy requires is missing. Fill it in and try again.
    Incomplete,
    /// A given value contradicts itself, the case, or the words of the policy. Correct it and try again.
    Invalid,
    /// An approval is missing, is in the way, or cannot be completed by the people in the roster.
    Approval,
    /// A clock or a time limit prevents it.
    Clock,
    /// The answer depends on something unknown, such as days that a calendar does not cover.
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
    /// Returns the kind of this refusal, on which a host branches.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::{Command, Office, RefusalKind, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::new(case.revision() - 1, stamp, Command::Acknowledge);
    /// let refusal = Office::new(&policy, &roster).decide(&case, request).unwrap_err();
    /// assert_eq!(refusal.kind(), RefusalKind::Stale);
    /// assert_eq!(refusal.kind().to_string(), "stale"); // as in JSON
    /// # Ok(()) }
    /// ```
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
