//! Who is at fault, and how to speak about it.

use crate::guidance::judgement::Judgement;
use crate::policy::track::ToneRule;
use crate::triage::Complaint;
use crate::vocab::kind::{Dynamic, Origin};
use crate::vocab::{Cause, Fact, FaultParty};

/// What is known about the fault.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new finding must break every embedder's match")]
pub enum FaultFinding {
    /// No responsible party is named, so that a complaint about a product cannot be concluded.
    Undetermined,
    /// The customer misused the product, and nobody has checked whether the manual or the explanation contributed.
    ContributoryCheckOwed,
    /// This party is at fault.
    Party(FaultParty),
}

/// Returns who is at fault, or what must be checked first.
///
/// A fall in prices and a change of regulations are nobody's fault, unless a party is named. If the customer is at
/// fault, maker and seller must still check whether the manual was unclear or the use was not explained: one of these
/// facts must be stated, or that they were ruled out.
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

/// Returns the party that was determined. If none is named, the cause may be one for which nobody is at fault.
fn party(complaint: &Complaint) -> Option<FaultParty> {
    let faultless = [Cause::EXTERNAL_PRICE_FALL, Cause::EXTERNAL_POLICY_CHANGE];
    let nobody =
        complaint.cause().is_some_and(|cause| faultless.iter().any(|other| cause.is_or_under(other)));
    complaint.fault_party().or(nobody.then_some(FaultParty::NONE)).filter(FaultParty::is_determined)
}

/// Returns whether a complaint arose from the organisation. It is exogenous if nobody is at fault. `None` until a party
/// is named.
///
/// ```
/// use redress::guidance::fault::origin;
/// use redress::sample;
/// use redress::vocab::{Cause, FaultParty};
/// use redress::vocab::kind::Origin;
///
/// let complaint = sample::complaint()?;
/// assert_eq!(origin(&complaint), None);
/// assert_eq!(origin(&complaint.clone().with_fault_party(FaultParty::COMPANY)), Some(Origin::ENDOGENOUS));
/// assert_eq!(origin(&complaint.with_cause(Cause::EXTERNAL_PRICE_FALL)), Some(Origin::EXOGENOUS));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn origin(complaint: &Complaint) -> Option<Origin> {
    match party(complaint)? {
        party if party.is_or_under(&FaultParty::NONE) => Some(Origin::EXOGENOUS),
        _ => Some(Origin::ENDOGENOUS),
    }
}

/// Returns the changes to watch for in a complaint of this origin. An exogenous one may turn inward.
///
/// ```
/// use redress::guidance::fault::dynamics_to_watch;
/// use redress::vocab::kind::{Dynamic, Origin};
///
/// assert_eq!(dynamics_to_watch(Origin::EXOGENOUS), [Dynamic::EXOGENOUS_INTERNALISED]);
/// ```
#[must_use]
pub fn dynamics_to_watch(origin: Origin) -> &'static [Dynamic] {
    match origin {
        Origin::EXOGENOUS => &[Dynamic::EXOGENOUS_INTERNALISED],
        _ => &[Dynamic::SLIGHT_WORSENED, Dynamic::SINGLE_GENERALISED],
    }
}

/// How to speak about the fault.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new tone must break every embedder's match")]
pub enum Tone {
    /// As about one's own fault: ask for all details, and apologise.
    Apologise,
    /// Politely and with regret, so that the customer keeps face.
    SpareTheCustomer,
    /// Politely. The procedure says no more about such a fault.
    Polite,
}

/// Returns how to speak about the fault that was found. The rule changes the tone only, and never the finding.
///
/// `None` if the rule needs the party and it is not known.
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
        // The customer stays at fault for misuse, even if the manual contributed.
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
