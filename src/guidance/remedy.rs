//! What may be offered, and how far it goes.

use alloc::vec::Vec;

use crate::guidance::fault::FaultFinding;
use crate::guidance::judgement::Judgement;
use crate::policy::condition::Truth;
use crate::policy::track::CompensationRule;
use crate::triage::Complaint;
use crate::vocab::{Demand, Fact, FaultParty, Money, Remedy};

/// Whether compensation such as a voucher may be offered.
///
/// A fact that nobody recorded is none (`grave-error`, `unsatisfied`): in doubt nothing is offered.
#[must_use]
pub fn compensation_allowed(complaint: &Complaint, rule: CompensationRule) -> bool {
    match rule {
        CompensationRule::Proactive => true,
        CompensationRule::GraveErrors => complaint.count(Fact::GRAVE_ERROR) > 0,
        CompensationRule::Unsatisfied => complaint.count(Fact::UNSATISFIED) > 0,
        CompensationRule::Avoid => false,
    }
}

/// What compensation may be offered, where it may, by the procedure whose rule it is.
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

/// What is done for the complainant because of whose fault it was, and of whether the product is really defective.
///
/// Misuse is no reason to do nothing: the product is repaired and its right use taught (S29-R12). For a product that
/// is really defective there is compensation, whether the producer, the seller or the company itself answers for it
/// (S29-R13). That it is the producer's fault says that it is, unless it is known not to be (S01-R41). None where
/// nobody knows whose fault it was, or whether the product is defective; nothing where the procedures say nothing.
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
        // It is the customer's, whatever contributed to it.
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

/// How far demands are met: only as far as they are reasonable (S06-R12), and of what is not, one says at once that
/// it cannot be (S37-R38).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Extent {
    /// What is met.
    pub met: Vec<Demand>,
    /// What is not, and is said to be so.
    pub refused: Vec<Demand>,
    /// Of which nobody has judged it.
    pub undetermined: Vec<Demand>,
}

/// Says how far demands are met, each with whether it is reasonable.
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

/// Whether a price is above what the customer accepts at most (S01-R35), which gives the cause
/// [`PRICE_CHARGE_ABOVE_CEILING`](crate::vocab::Cause::PRICE_CHARGE_ABOVE_CEILING). Unknown without a ceiling, and
/// in another currency.
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
