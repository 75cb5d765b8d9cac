//! Who leaves, and what says so beforehand.

use crate::guidance::judgement::Judgement;
use crate::policy::condition::Truth;
use crate::vocab::person::{ChurnKind, ChurnSignal, SilentOutlet};
use crate::vocab::track::SpreadRisk;

/// How a relation with a customer ended.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "one of the two ends it, or nobody knows which")]
pub enum Departure {
    /// The customer went to another supplier (S28-R09).
    CustomerLeft,
    /// The organisation ended it, say for arrears in bad faith (S28-R10).
    OrganisationEnded,
    /// It ended, and nobody knows through whom.
    Unknown,
}

/// How a customer was lost, and what had said so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct Churn {
    /// How; none where it is not known.
    pub kind: Option<ChurnKind>,
    /// What had said that the customer may leave; none where it is not known, and where the organisation ended it.
    pub signal: Option<ChurnSignal>,
}

/// What is known of a customer who may leave.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "the two signs of the procedure")]
pub struct CustomerSigns {
    /// Whether the customer is dissatisfied.
    pub dissatisfied: Truth,
    /// Whether the customer has complained.
    pub complained: Truth,
}

/// Says how a customer was lost.
///
/// Who leaves without a word was silent, and silence is a signal as a complaint is.
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

/// What says that a customer may leave (S28-R01): a complaint, or that somebody dissatisfied says nothing.
///
/// None where there is no signal, or it is not known: the silence of a customer of whom nobody knows how satisfied
/// they are says nothing, not that all is well.
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

/// Where a complaint spreads to by what a silent customer does with the displeasure (S28-R08).
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
