//! What follows from the facts of a complaint alone, by rules that procedures share.

use alloc::vec::Vec;

use crate::triage::Complaint;
use crate::vocab::{
    Cause, Dynamic, Fact, FaultParty, NotEstablishedReason, Origin, Remedy, SpreadRisk, StandardTopic, Topic,
    Validity,
};

/// Whether a complaint stands, and the tests that it failed.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct ValidityFinding {
    /// Whether it stands.
    pub validity: Validity,
    /// Why it does not; empty unless it does not.
    pub reasons: Vec<NotEstablishedReason>,
}

/// Judges whether a complaint stands: its grounds are sufficient and its demand is reasonable, both (S03-R03);
/// a misunderstanding does not stand (S01-R26).
///
/// A test that nobody made, or that was answered both ways, leaves it undetermined, unless another one
/// failed.
///
/// ```
/// use redress::triage::{Complaint, validity};
/// use redress::vocab::{Fact, Validity};
///
/// let complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?);
/// assert_eq!(validity(&complaint).validity, Validity::Undetermined);
/// let judged = complaint.with_fact(Fact::GROUNDS_SUFFICIENT, 1).with_fact(Fact::DEMAND_REASONABLE, 1);
/// assert_eq!(validity(&judged).validity, Validity::Established);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn validity(complaint: &Complaint) -> ValidityFinding {
    let has = |fact| complaint.count(fact) > 0;
    let judged = |yes, no| match (has(yes), has(no)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    let grounds = judged(Fact::GROUNDS_SUFFICIENT, Fact::GROUNDS_INSUFFICIENT);
    let demand = judged(Fact::DEMAND_REASONABLE, Fact::DEMAND_UNREASONABLE);
    let mut reasons = Vec::new();
    if grounds == Some(false) {
        reasons.push(NotEstablishedReason::INSUFFICIENT_GROUNDS);
    }
    if demand == Some(false) {
        reasons.push(NotEstablishedReason::UNREASONABLE_DEMAND);
    }
    if has(Fact::MISUNDERSTANDING) {
        reasons.push(NotEstablishedReason::MISUNDERSTANDING);
    }
    let validity = match (grounds, demand) {
        _ if !reasons.is_empty() => Validity::NotEstablished,
        (Some(true), Some(true)) => Validity::Established,
        _ => Validity::Undetermined,
    };
    ValidityFinding { validity, reasons }
}

/// What the finding of the fault asks for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new finding must break every embedder's match")]
pub enum FaultFinding {
    /// No responsible party is named: a product complaint cannot be concluded (S01-R40).
    Undetermined,
    /// The customer misused the product, and whether the manual or the explanation contributed was not looked
    /// into (S01-R42, S01-R43).
    ContributoryCheckOwed,
    /// This party answers for it.
    Party(FaultParty),
}

/// Says whose fault it was, and whether that may stand.
///
/// A price fall and a change of policy are nobody's fault, unless somebody else is named (S37-R04). Where the
/// customer is at fault, the maker and the seller still look whether the manual is unclear or the
/// use was not explained (S01-R43): one of these facts, or that they were ruled out, must be there.
///
/// ```
/// use redress::triage::{Complaint, FaultFinding, fault};
/// use redress::vocab::{Fact, FaultParty};
///
/// let misuse = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?)
///     .with_fault_party(FaultParty::CUSTOMER);
/// assert_eq!(fault(&misuse), FaultFinding::ContributoryCheckOwed);
/// let checked = misuse.with_fact(Fact::MANUAL_UNCLEAR, 1);
/// assert_eq!(fault(&checked), FaultFinding::Party(FaultParty::CUSTOMER));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn fault(complaint: &Complaint) -> FaultFinding {
    let checked = [Fact::MANUAL_UNCLEAR, Fact::NOT_EXPLAINED, Fact::CONTRIBUTORY_CAUSE_RULED_OUT];
    match party(complaint) {
        None | Some(FaultParty::UNDETERMINED) => FaultFinding::Undetermined,
        Some(FaultParty::CUSTOMER) if checked.iter().all(|&fact| complaint.count(fact) == 0) => {
            FaultFinding::ContributoryCheckOwed
        }
        Some(party) => FaultFinding::Party(party),
    }
}

/// The party that was named; without one, nobody where the cause is one that nobody is at fault of (S37-R04).
fn party(complaint: &Complaint) -> Option<FaultParty> {
    let faultless = [Cause::EXTERNAL_PRICE_FALL, Cause::EXTERNAL_POLICY_CHANGE];
    let nobody = complaint.cause.is_some_and(|cause| faultless.iter().any(|other| cause.is_or_under(other)));
    complaint.fault_party.or(nobody.then_some(FaultParty::NONE))
}

/// Whether a complaint arises from the organisation: exogenous is one of which nobody is at fault (S37-R04).
/// Nothing, as long as no party is named.
#[must_use]
pub fn origin(complaint: &Complaint) -> Option<Origin> {
    match party(complaint)? {
        FaultParty::UNDETERMINED => None,
        FaultParty::NONE => Some(Origin::EXOGENOUS),
        _ => Some(Origin::ENDOGENOUS),
    }
}

/// How a complaint of an origin may change, to be watched: an exogenous one may turn inward (S37-R05).
#[must_use]
pub fn dynamics_to_watch(origin: Origin) -> &'static [Dynamic] {
    match origin {
        Origin::EXOGENOUS => &[Dynamic::EXOGENOUS_INTERNALISED],
        _ => &[Dynamic::SLIGHT_WORSENED, Dynamic::SINGLE_GENERALISED],
    }
}

/// Whether products must be recalled: the fault may affect their function or use, and some may have left the
/// company (S18-R05). What is recalled is what left.
#[must_use]
pub fn recall_required(complaint: &Complaint) -> bool {
    complaint.count(Fact::MAY_AFFECT_USE) > 0 && complaint.count(Fact::MAY_HAVE_BEEN_DELIVERED) > 0
}

/// When compensation may be offered (K05).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the sides of K05")]
pub enum CompensationRule {
    /// Before anybody asks for it (S11-R11, S17-R08).
    Proactive,
    /// For grave errors (S25-R05).
    #[default]
    GraveErrors,
    /// Where the complainant is not satisfied otherwise (S22-R07).
    Unsatisfied,
    /// Not by the organisation itself (S37-R15).
    Avoid,
}

/// Whether compensation such as a voucher may be offered.
#[must_use]
pub fn compensation_allowed(complaint: &Complaint, rule: CompensationRule) -> bool {
    match rule {
        CompensationRule::Proactive => true,
        CompensationRule::GraveErrors => complaint.count(Fact::GRAVE_ERROR) > 0,
        CompensationRule::Unsatisfied => complaint.count(Fact::UNSATISFIED) > 0,
        CompensationRule::Avoid => false,
    }
}

/// What compensation may be offered, where it may: a voucher, a discount, a longer term (S25-R05).
#[must_use]
pub fn compensation_remedies(complaint: &Complaint, rule: CompensationRule) -> &'static [Remedy] {
    if compensation_allowed(complaint, rule) {
        &[Remedy::COUPON, Remedy::PRICE_REDUCTION, Remedy::TERM_EXTENSION]
    } else {
        &[]
    }
}

/// Whether a question on the phone may be answered directly (S37-R34).
#[must_use]
pub fn direct_phone_answer_allowed(complaint: &Complaint) -> bool {
    complaint.count(Fact::COMMON_SENSE_QUESTION) > 0 || complaint.count(Fact::IN_PUBLISHED_FAQ) > 0
}

/// Where a complaint may spread to, by its facts.
///
/// ```
/// use redress::triage::{Complaint, spread_risks};
/// use redress::vocab::{Fact, SpreadRisk};
///
/// let complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?)
///     .with_fact(Fact::MEDIA_EXPOSURE, 1);
/// assert!(spread_risks(&complaint).eq([SpreadRisk::MEDIA]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn spread_risks(complaint: &Complaint) -> impl Iterator<Item = SpreadRisk> + '_ {
    const RISKS: [(Fact, SpreadRisk); 5] = [
        (Fact::COLLECTIVE, SpreadRisk::COLLECTIVE),
        (Fact::MEDIA_EXPOSURE, SpreadRisk::MEDIA),
        (Fact::AUTHORITY_CRITICISM, SpreadRisk::ADMINISTRATIVE_PENALTY),
        (Fact::HANDOVER_REFUSED, SpreadRisk::HANDOVER_REFUSAL),
        (Fact::SPREAD_BY_WORD, SpreadRisk::WORD_OF_MOUTH),
    ];
    RISKS.into_iter().filter(|(fact, _)| complaint.count(*fact) > 0).map(|(_, risk)| risk)
}

/// The remedies that a playbook offers for a topic (S12-R07, S12-R08, S12-R09, S21-R05); none for a topic of
/// an organisation's own, or one without.
#[must_use]
pub fn playbook_remedies(topic: Topic) -> &'static [Remedy] {
    match topic.standard() {
        Some(StandardTopic::ProductQuality) => &[Remedy::APOLOGY, Remedy::EXCHANGE],
        Some(StandardTopic::ServiceAttitude) => &[Remedy::APOLOGY, Remedy::STAFF_RETRAINING],
        Some(StandardTopic::LogisticsDelay) => &[Remedy::APOLOGY, Remedy::EXPEDITE_LOGISTICS],
        Some(StandardTopic::Refund) => &[Remedy::REFUND],
        Some(_) | None => &[],
    }
}
