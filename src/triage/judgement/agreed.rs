//! What an agreement needs before it is carried out.

/// A part of what was agreed with a complainant (S37-R41).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the parts that the procedure names")]
pub enum AgreedPart {
    /// People are planned for it.
    People,
    /// Money is planned for it.
    Money,
    /// Material is planned for it.
    Material,
    /// Every handler inside has a duty.
    Duties,
    /// The time was agreed with the customer.
    Time,
    /// The details were agreed with the customer.
    Details,
    /// Somebody keeps track of it.
    Tracking,
}

/// What is planned of the work that was agreed with a complainant; what nobody planned is missing (S37-R41).
///
/// ```
/// use redress::triage::{AgreedPart, AgreedWork};
///
/// let work = AgreedWork::new().with(AgreedPart::People).with(AgreedPart::Time);
/// assert_eq!(work.missing().next(), Some(AgreedPart::Money));
/// assert_eq!(work.missing().count(), 5);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct AgreedWork {
    planned: [bool; AgreedPart::ALL.len()],
}

impl AgreedPart {
    /// Every part, in the order of the procedure.
    pub const ALL: &'static [Self] =
        &[Self::People, Self::Money, Self::Material, Self::Duties, Self::Time, Self::Details, Self::Tracking];
}

impl AgreedWork {
    /// Nothing is planned.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Records that a part is planned.
    #[must_use]
    pub fn with(mut self, part: AgreedPart) -> Self {
        for (planned, known) in self.planned.iter_mut().zip(AgreedPart::ALL) {
            *planned |= *known == part;
        }
        self
    }

    /// The parts that nobody planned.
    pub fn missing(&self) -> impl Iterator<Item = AgreedPart> + '_ {
        AgreedPart::ALL.iter().zip(&self.planned).filter(|(_, planned)| !**planned).map(|(part, _)| *part)
    }
}
