//! What may be offered, and how far demands are met.

use alloc::vec::Vec;

use crate::guidance::fault::FaultFinding;
use crate::guidance::judgement::Judgement;
use crate::policy::condition::Truth;
use crate::policy::track::CompensationRule;
use crate::triage::Complaint;
use crate::vocab::{Demand, Fact, FaultParty, Money, Remedy};

/// Returns whether compensation, such as a voucher, may be offered.
///
/// A fact that nobody recorded (`grave-error`, `unsatisfied`) counts as absent: in doubt, nothing is offered.
///
/// ```
/// use redress::guidance::remedy::compensation_allowed;
/// use redress::policy::track::CompensationRule;
/// use redress::sample;
/// use redress::vocab::Fact;
///
/// let complaint = sample::complaint()?;
/// assert!(!compensation_allowed(&complaint, CompensationRule::GraveErrors)); // nobody said so
/// assert!(compensation_allowed(&complaint.with_fact(Fact::GRAVE_ERROR, 1), CompensationRule::GraveErrors));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compensation_allowed(complaint: &Complaint, rule: CompensationRule) -> bool {
    match rule {
        CompensationRule::Proactive => true,
        CompensationRule::GraveErrors => complaint.count(Fact::GRAVE_ERROR) > 0,
        CompensationRule::Unsatisfied => complaint.count(Fact::UNSATISFIED) > 0,
        CompensationRule::Avoid => false,
    }
}

/// Returns the compensation that may be offered under a rule. Empty if none may be.
///
/// ```
/// use redress::guidance::remedy::compensation_remedies;
/// use redress::policy::track::CompensationRule;
/// use redress::triage::Complaint;
/// use redress::vocab::{Fact, Remedy};
///
/// let unsatisfied = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?)
///     .with_fact(Fact::UNSATISFIED, 1);
/// let offered = compensation_remedies(&unsatisfied, CompensationRule::Unsatisfied);
/// assert_eq!(offered.answer, [Remedy::REFUND, Remedy::EXCHANGE]);
/// assert!(compensation_remedies(&unsatisfied, CompensationRule::GraveErrors).answer.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compensation_remedies(complaint: &Complaint, rule: CompensationRule) -> Judgement<&'static [Remedy]> {
    let (remedies, because): (&[Remedy], &[&str]) = match rule {
        CompensationRule::Proactive => (
            &[
                Remedy::MEAL_VOUCHER,
                Remedy::ROOM_DISCOUNT,
                Remedy::RETURN,
                Remedy::EXCHANGE,
                Remedy::FREE_REPAIR,
                Remedy::FREE_UPGRADE,
                Remedy::COMPENSATION,
            ],
            &["S11-R11", "S11-R12", "S17-R06", "S17-R07", "S17-R08", "S17-R09"],
        ),
        CompensationRule::GraveErrors => {
            (&[Remedy::COUPON, Remedy::PRICE_REDUCTION, Remedy::TERM_EXTENSION], &["S25-R05"])
        }
        CompensationRule::Unsatisfied => (&[Remedy::REFUND, Remedy::EXCHANGE], &["S22-R07"]),
        CompensationRule::Avoid => (&[], &["S37-R15"]),
    };
    let allowed = compensation_allowed(complaint, rule);
    Judgement { answer: if allowed { remedies } else { &[] }, because }
}

/// Returns the remedies that follow from who is at fault, and from whether the product is really defective.
///
/// | at fault | remedies |
/// |---|---|
/// | customer | the product is repaired, and its correct use is shown |
/// | producer | compensation, unless the product is known not to be defective |
/// | seller, or the organisation itself | compensation if the product is defective |
/// | anybody else | the procedures say nothing: an empty list |
///
/// `None` if it is not known who is at fault, or, for the seller and the organisation, whether the product is
/// defective.
///
/// ```
/// use redress::guidance::fault::FaultFinding;
/// use redress::guidance::remedy::remedies_by_fault;
/// use redress::policy::condition::Truth;
/// use redress::vocab::{FaultParty, Remedy};
///
/// let misuse = remedies_by_fault(FaultFinding::Party(FaultParty::CUSTOMER), Truth::False);
/// assert_eq!(misuse.answer, Some(&[Remedy::REPAIR, Remedy::TEACH_USE][..]));
/// assert_eq!(misuse.because, ["S29-R12"]);
/// let defective = remedies_by_fault(FaultFinding::Party(FaultParty::COMPANY), Truth::True);
/// assert_eq!(defective.answer, Some(&[Remedy::COMPENSATION][..]));
/// assert_eq!(remedies_by_fault(FaultFinding::Undetermined, Truth::True).answer, None);
/// ```
#[must_use]
pub fn remedies_by_fault(finding: FaultFinding, defective: Truth) -> Judgement<Option<&'static [Remedy]>> {
    let party = match finding {
        FaultFinding::Undetermined => return Judgement::new(None, &["S01-R40"]),
        // The customer stays at fault for misuse, even if the manual contributed.
        FaultFinding::ContributoryCheckOwed => FaultParty::CUSTOMER,
        FaultFinding::Party(party) => party,
    };
    if party.is_or_under(&FaultParty::CUSTOMER) {
        return Judgement::new(Some(&[Remedy::REPAIR, Remedy::TEACH_USE]), &["S29-R12"]);
    }
    let producer = party.is_or_under(&FaultParty::PRODUCER);
    let answers = producer || party.is_own() || party.is_or_under(&FaultParty::SELLER);
    match defective {
        Truth::True if answers => Judgement::new(Some(&[Remedy::COMPENSATION]), &["S29-R13"]),
        Truth::Unknown if producer => Judgement::new(Some(&[Remedy::COMPENSATION]), &["S29-R13", "S01-R41"]),
        Truth::Unknown if answers => Judgement::new(None, &["S29-R13"]),
        Truth::True | Truth::Unknown | Truth::False => Judgement::new(Some(&[]), &[]),
    }
}

/// How far demands are met. Only reasonable demands are met, and the complainant is told at once about the others.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Extent {
    /// The demands that are met.
    pub met: Vec<Demand>,
    /// The demands that are not met. The complainant must be told.
    pub refused: Vec<Demand>,
    /// The demands that nobody has judged.
    pub undetermined: Vec<Demand>,
}

/// Sorts demands by whether they are reasonable.
///
/// ```
/// use redress::guidance::remedy::extent;
/// use redress::policy::condition::Truth;
/// use redress::vocab::Demand;
///
/// let extent = extent([
///     (Demand::REPAIR, Truth::True),
///     (Demand::COMPENSATION, Truth::False),
///     (Demand::APOLOGY, Truth::Unknown),
/// ]);
/// assert_eq!((extent.met, extent.refused), (vec![Demand::REPAIR], vec![Demand::COMPENSATION]));
/// assert_eq!(extent.undetermined, [Demand::APOLOGY]);
/// ```
#[must_use]
pub fn extent(demands: impl IntoIterator<Item = (Demand, Truth)>) -> Extent {
    let mut extent = Extent::default();
    for (demand, reasonable) in demands {
        let list = match reasonable {
            Truth::True => &mut extent.met,
            Truth::False => &mut extent.refused,
            Truth::Unknown => &mut extent.undetermined,
        };
        list.push(demand);
    }
    extent
}

/// Returns whether a price is above the most that the customer accepts, which gives the cause
/// [`PRICE_CHARGE_ABOVE_CEILING`](crate::vocab::Cause::PRICE_CHARGE_ABOVE_CEILING).
///
/// Unknown if there is no ceiling, or if it is in another currency.
///
/// ```
/// use redress::guidance::remedy::price_above_ceiling;
/// use redress::policy::condition::Truth;
/// use redress::vocab::Money;
///
/// let euros = |minor| Ok::<_, redress::vocab::error::CurrencyError>(Money::new(minor, "EUR".parse()?));
/// assert_eq!(price_above_ceiling(euros(10_001)?, Some(euros(10_000)?)), Truth::True);
/// assert_eq!(price_above_ceiling(euros(10_000)?, Some(euros(10_000)?)), Truth::False);
/// assert_eq!(price_above_ceiling(euros(10_000)?, None), Truth::Unknown);
/// # Ok::<(), redress::vocab::error::CurrencyError>(())
/// ```
#[must_use]
pub fn price_above_ceiling(price: Money, ceiling: Option<Money>) -> Truth {
    match ceiling.and_then(|ceiling| ceiling.is_at_least(&price)) {
        Some(true) => Truth::False,
        Some(false) => Truth::True,
        None => Truth::Unknown,
    }
}
