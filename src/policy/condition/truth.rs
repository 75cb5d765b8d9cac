//! The three truth values of a condition, and what conditions are asked of.
//!
//! The values are those of Kleene's strong logic. Their order is false < unknown < true. With this order `and` is the
//! minimum, `or` is the maximum, and `not` mirrors the order. `surely` maps unknown to false.
//!
//! The logic is monotone in knowledge: once an answer is true or false, no further answer to an unknown question
//! changes it. `surely` is the one exception, because it turns "unknown" into an answer.
//!
//! The logic does not know that a question and its negation belong together: `any` of `x` and `not x` is unknown
//! while `x` is unknown, although one of the two must hold. Whoever relies on such a pair has to handle it (see
//! `SeverityRules::may_leave_unrated`).

use crate::policy::condition::levels::Levels;
use crate::policy::recurrence::Recurrence;
use crate::text::text_enum::text_enum;
use crate::vocab::{Code, Fact, Input, Money};

/// The answer to a condition: true, false, or unknown.
///
/// The order is false < unknown < true, so that [`and`](Self::and) is the minimum and [`or`](Self::or) the maximum.
///
/// # Example
///
/// ```
/// use redress::policy::condition::Truth;
///
/// assert_eq!(Truth::Unknown.and(Truth::False), Truth::False); // one "no" is enough
/// assert_eq!(Truth::Unknown.or(Truth::True), Truth::True); // one "yes" is enough
/// assert_eq!(Truth::Unknown.not(), Truth::Unknown);
/// assert_eq!(Truth::Unknown.surely(), Truth::False);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "three values are what there is")]
pub enum Truth {
    /// The condition does not hold.
    False,
    /// The condition may hold or not, depending on something that nobody has said.
    Unknown,
    /// The condition holds.
    True,
}

text_enum!(Truth = "a" "truth value" { False = "false", Unknown = "unknown", True = "true" });

impl Truth {
    /// Returns whether both conditions hold.
    ///
    /// ```
    /// use redress::policy::condition::Truth;
    ///
    /// assert_eq!(Truth::True.and(Truth::Unknown), Truth::Unknown);
    /// ```
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Returns whether at least one of the two conditions holds.
    ///
    /// ```
    /// use redress::policy::condition::Truth;
    ///
    /// assert_eq!(Truth::False.or(Truth::Unknown), Truth::Unknown);
    /// ```
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// Returns whether the condition is known to hold: [`Truth::Unknown`] becomes [`Truth::False`].
    ///
    /// ```
    /// use redress::policy::condition::Truth;
    ///
    /// assert_eq!(Truth::Unknown.surely(), Truth::False);
    /// assert_eq!(Truth::Unknown.not().surely(), Truth::False); // neither it nor its opposite is known
    /// ```
    #[must_use]
    pub const fn surely(self) -> Self {
        match self {
            Self::True => Self::True,
            Self::Unknown | Self::False => Self::False,
        }
    }

    /// Returns whether the condition does not hold: [`Truth::Unknown`] stays unknown.
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

/// What conditions are asked of: a complaint and the complaints before it.
pub(crate) trait Facts {
    /// How often a fact occurred; 0 if nobody mentioned it.
    fn count(&self, fact: Fact) -> u32;

    /// Whether a fact must be asked and was not answered. Its count is then unknown.
    fn is_open(&self, fact: Fact) -> bool;

    /// The words that answer an input, the main word first.
    fn words(&self, input: Input) -> impl Iterator<Item = Code>;

    /// Whether it is known that the input has no word. Matters only if [`words`](Self::words) is empty.
    fn is_known(&self, input: Input) -> bool;

    /// The levels that the severity may have; `None` if the complaint was not rated.
    fn levels(&self) -> Option<Levels>;

    /// The amount at stake, if somebody named one.
    fn amount(&self) -> Option<Money>;

    /// Whether the complaint repeats earlier ones.
    fn repeats(&self, recurrence: &Recurrence) -> Truth;
}
