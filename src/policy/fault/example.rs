//! The smallest complaint that shows a fault.

use alloc::vec::Vec;
use core::fmt;

use crate::policy::answer::InputAnswer;
use crate::policy::recurrence::Recurrence;
use crate::vocab::{Fact, Input, Money};

/// The smallest complaint that shows a fault of a table: an answer to each input that matters.
/// [`Complaint::of_example`](../triage/struct.Complaint.html#method.of_example) asks it again as a test.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RoutingExample {
    pub(in crate::policy) words: Vec<(Input, InputAnswer)>,
}

impl RoutingExample {
    /// What it answers to the inputs that matter.
    #[must_use]
    pub fn words(&self) -> &[(Input, InputAnswer)] {
        &self.words
    }
}

impl fmt::Display for RoutingExample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.words.is_empty() {
            return f.write_str("any complaint");
        }
        for (at, (input, word)) in self.words.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            match word {
                InputAnswer::Word(word) => write!(f, "{comma}{input} `{word}`")?,
                InputAnswer::NotKnown => write!(f, "{comma}{input} not known")?,
                InputAnswer::Nothing => write!(f, "{comma}no {input}")?,
            }
        }
        Ok(())
    }
}

/// The smallest complaint that no severity rule rates, though one with less of something is rated.
/// [`Complaint::of_unrated`](../triage/struct.Complaint.html#method.of_unrated) asks it again as a test.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct SeverityExample {
    pub(in crate::policy) facts: Vec<(Fact, u32)>,
    pub(in crate::policy) amount: Option<Money>,
    pub(in crate::policy) words: Vec<(Input, InputAnswer)>,
    pub(in crate::policy) repeats: Option<(Recurrence, u32)>,
}

impl SeverityExample {
    /// The facts that are so, and how often.
    #[must_use]
    pub fn facts(&self) -> &[(Fact, u32)] {
        &self.facts
    }

    /// The amount at stake; `None` where it does not matter.
    #[must_use]
    pub const fn amount(&self) -> Option<Money> {
        self.amount
    }

    /// The words that matter.
    #[must_use]
    pub fn words(&self) -> &[(Input, InputAnswer)] {
        &self.words
    }

    /// What it repeats, and how often; `None` where it repeats nothing.
    #[must_use]
    pub const fn repeats(&self) -> Option<&(Recurrence, u32)> {
        self.repeats.as_ref()
    }
}

impl fmt::Display for SeverityExample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut comma = "";
        for (fact, count) in &self.facts {
            write!(f, "{comma}fact `{fact}` {}", Times(*count))?;
            comma = ", ";
        }
        if let Some(amount) = self.amount {
            write!(f, "{comma}an amount of `{amount}`")?;
            comma = ", ";
        }
        if let Some((_, count)) = &self.repeats {
            write!(f, "{comma}{count} earlier complaints")?;
            comma = ", ";
        }
        for (input, word) in &self.words {
            match word {
                InputAnswer::Word(word) => write!(f, "{comma}{input} `{word}`")?,
                InputAnswer::NotKnown => write!(f, "{comma}{input} not known")?,
                InputAnswer::Nothing => write!(f, "{comma}no {input}")?,
            }
            comma = ", ";
        }
        Ok(())
    }
}

struct Times(u32);

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 1 { f.write_str("once") } else { write!(f, "{} times", self.0) }
    }
}
