//! Whose fault it was, and how one speaks of it.

use crate::guidance::judgement::Judgement;
use crate::policy::track::ToneRule;
use crate::triage::Complaint;
use crate::vocab::kind::{Dynamic, Origin};
use crate::vocab::{Cause, Fact, FaultParty};

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
/// use redress::guidance::fault::{FaultFinding, fault};
/// use redress::triage::Complaint;
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
        None => FaultFinding::Undetermined,
        Some(party)
            if party.is_or_under(&FaultParty::CUSTOMER)
                && checked.iter().all(|&fact| complaint.count(fact) == 0) =>
        {
            FaultFinding::ContributoryCheckOwed
        }
        Some(party) => FaultFinding::Party(party),
    }
}

/// The party that was determined; where none is named, nobody if the cause is one that nobody is at fault of
/// (S37-R04).
fn party(complaint: &Complaint) -> Option<FaultParty> {
    let faultless = [Cause::EXTERNAL_PRICE_FALL, Cause::EXTERNAL_POLICY_CHANGE];
    let nobody =
        complaint.cause().is_some_and(|cause| faultless.iter().any(|other| cause.is_or_under(other)));
    complaint.fault_party().or(nobody.then_some(FaultParty::NONE)).filter(FaultParty::is_determined)
}

/// Whether a complaint arises from the organisation: exogenous is one of which nobody is at fault (S37-R04).
/// Nothing, as long as no party is named.
#[must_use]
pub fn origin(complaint: &Complaint) -> Option<Origin> {
    match party(complaint)? {
        party if party.is_or_under(&FaultParty::NONE) => Some(Origin::EXOGENOUS),
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

/// How one speaks of the fault.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new tone must break every embedder's match")]
pub enum Tone {
    /// As of one's own fault: all details are asked for, and one apologises.
    Apologise,
    /// Politely and with regret, so that the customer keeps face.
    SpareTheCustomer,
    /// Politely; the procedure says no more for such a fault.
    Polite,
}

/// How to speak of the fault that was found. The finding stays what it is: no rule of tone changes it (K02).
///
/// None where the party that a rule asks for is not known.
///
/// ```
/// use redress::guidance::fault::{FaultFinding, Tone, tone};
/// use redress::policy::track::ToneRule;
/// use redress::vocab::FaultParty;
///
/// let misuse = FaultFinding::Party(FaultParty::CUSTOMER);
/// assert_eq!(tone(misuse, ToneRule::ByFault).answer, Some(Tone::SpareTheCustomer));
/// assert_eq!(tone(misuse, ToneRule::OursAlways).answer, Some(Tone::Apologise));
/// assert_eq!(tone(FaultFinding::Undetermined, ToneRule::ByFault).answer, None);
/// ```
#[must_use]
pub fn tone(finding: FaultFinding, rule: ToneRule) -> Judgement<Option<Tone>> {
    let party = match (rule, finding) {
        (ToneRule::OursAlways, _) => return Judgement::new(Some(Tone::Apologise), &["S08-R01"]),
        (ToneRule::ByFault, FaultFinding::Undetermined) => {
            return Judgement::new(None, &["S08-R05", "S08-R06"]);
        }
        // Misuse is the customer's fault, whatever contributed to it.
        (ToneRule::ByFault, FaultFinding::ContributoryCheckOwed) => FaultParty::CUSTOMER,
        (ToneRule::ByFault, FaultFinding::Party(party)) => party,
    };
    if party.is_or_under(&FaultParty::CUSTOMER) {
        Judgement::new(Some(Tone::SpareTheCustomer), &["S08-R06"])
    } else if party.is_own() {
        Judgement::new(Some(Tone::Apologise), &["S08-R05"])
    } else {
        Judgement::new(Some(Tone::Polite), &[])
    }
}
