//! Which customers leave, and which signs announce it.

use crate::guidance::judgement::Judgement;
use crate::policy::condition::Truth;
use crate::vocab::person::{ChurnKind, ChurnSignal, SilentOutlet};
use crate::vocab::track::SpreadRisk;

/// How the relation with a customer ended.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "one of the two ends it, or nobody knows which")]
pub enum Departure {
    /// The customer went to another supplier.
    CustomerLeft,
    /// The organisation ended it, for example because the customer does not pay in bad faith.
    OrganisationEnded,
    /// It ended, and nobody knows who ended it.
    Unknown,
}

/// How a customer was lost, and what announced it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct Churn {
    /// How the customer was lost. `None` if it is not known.
    pub kind: Option<ChurnKind>,
    /// The sign that announced it. `None` if it is not known, or if the organisation ended the relation.
    pub signal: Option<ChurnSignal>,
}

/// What is known about a customer who may leave.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "the two signs of the procedure")]
pub struct CustomerSigns {
    /// Whether the customer is dissatisfied.
    pub dissatisfied: Truth,
    /// Whether the customer has complained.
    pub complained: Truth,
}

/// Returns how a customer was lost, and what announced it.
///
/// A customer who leaves without a word was silent, and silence is a sign like a complaint.
///
/// ```
/// use redress::guidance::churn::{Churn, Departure, churn};
/// use redress::policy::condition::Truth;
/// use redress::vocab::person::{ChurnKind, ChurnSignal};
///
/// let moved = churn(Departure::CustomerLeft, Truth::False).answer;
/// assert_eq!(moved, Churn { kind: Some(ChurnKind::ACTIVE), signal: Some(ChurnSignal::SILENCE) });
/// ```
#[must_use]
pub const fn churn(departure: Departure, complained: Truth) -> Judgement<Churn> {
    match departure {
        Departure::CustomerLeft => Judgement::new(
            Churn {
                kind: Some(ChurnKind::ACTIVE),
                signal: churn_signal(CustomerSigns { dissatisfied: Truth::True, complained }).answer,
            },
            &["S28-R09", "S28-R01"],
        ),
        Departure::OrganisationEnded => {
            Judgement::new(Churn { kind: Some(ChurnKind::PASSIVE), signal: None }, &["S28-R10"])
        }
        Departure::Unknown => Judgement::new(Churn { kind: None, signal: None }, &["S28-R09", "S28-R10"]),
    }
}

/// Returns the sign that a customer may leave: a complaint, or the silence of a dissatisfied customer.
///
/// `None` if there is no sign, or if it is not known. Silence of a customer whose satisfaction nobody knows says
/// nothing: neither that the customer leaves nor that all is well.
///
/// ```
/// use redress::guidance::churn::{CustomerSigns, churn_signal};
/// use redress::policy::condition::Truth;
/// use redress::vocab::person::ChurnSignal;
///
/// let silent = CustomerSigns { dissatisfied: Truth::True, complained: Truth::False };
/// assert_eq!(churn_signal(silent).answer, Some(ChurnSignal::SILENCE));
/// let unknown = CustomerSigns { dissatisfied: Truth::Unknown, complained: Truth::False };
/// assert_eq!(churn_signal(unknown).answer, None);
/// ```
#[must_use]
pub const fn churn_signal(signs: CustomerSigns) -> Judgement<Option<ChurnSignal>> {
    let signal = match (signs.dissatisfied, signs.complained) {
        (_, Truth::True) => Some(ChurnSignal::COMPLAINT),
        (Truth::True, Truth::False) => Some(ChurnSignal::SILENCE),
        (Truth::True, Truth::Unknown) | (Truth::False | Truth::Unknown, Truth::False | Truth::Unknown) => {
            None
        }
    };
    Judgement::new(signal, &["S28-R01"])
}

/// Returns how a complaint spreads by what a silent customer does. `None` if it does not spread.
///
/// ```
/// use redress::guidance::churn::spread_of;
/// use redress::vocab::person::SilentOutlet;
/// use redress::vocab::track::SpreadRisk;
///
/// assert_eq!(spread_of(SilentOutlet::TELLS_FRIENDS), Some(SpreadRisk::WORD_OF_MOUTH));
/// assert_eq!(spread_of(SilentOutlet::REJECTS_INWARDLY), None);
/// ```
#[must_use]
pub fn spread_of(outlet: SilentOutlet) -> Option<SpreadRisk> {
    outlet.is_or_under(&SilentOutlet::TELLS_FRIENDS).then_some(SpreadRisk::WORD_OF_MOUTH)
}
