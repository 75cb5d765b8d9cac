//! What is known of a question.

use crate::policy::condition::levels::Levels;
use crate::policy::recurrence::Recurrence;
use crate::text::text_enum::text_enum;
use crate::vocab::{Code, Fact, Input, Money};

/// What is known of a question: Kleene's three values, of which false is the least and true the greatest.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "three values are what there is")]
pub enum Truth {
    /// It does not hold.
    False,
    /// It may hold or not.
    Unknown,
    /// It holds.
    True,
}

text_enum!(Truth = "a" "truth value" { False = "false", Unknown = "unknown", True = "true" });

impl Truth {
    /// Whether both hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Whether one of the two holds.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// Whether it holds and is known to.
    #[must_use]
    pub const fn surely(self) -> Self {
        match self {
            Self::True => Self::True,
            Self::Unknown | Self::False => Self::False,
        }
    }

    /// Whether it does not hold.
    #[must_use]
    pub const fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

/// What conditions are asked of: a complaint with what came before it.
pub(crate) trait Facts {
    /// How often a fact is so.
    fn count(&self, fact: Fact) -> u32;

    /// Whether a fact must be asked and was not answered: how often it is so is unknown.
    fn is_open(&self, fact: Fact) -> bool;

    /// The words that answer an input, the main one first.
    fn words(&self, input: Input) -> impl Iterator<Item = Code>;

    /// Whether it is known that the input has no more answer than its words, where it has none.
    fn is_known(&self, input: Input) -> bool;

    /// The levels that the severity may be, where it was rated.
    fn levels(&self) -> Option<Levels>;

    /// The amount at stake.
    fn amount(&self) -> Option<Money>;

    /// Whether the complaint repeats earlier ones.
    fn repeats(&self, recurrence: &Recurrence) -> Truth;
}
