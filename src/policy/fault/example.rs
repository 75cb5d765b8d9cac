//! The smallest complaint that shows a fault.

use alloc::vec::Vec;
use core::fmt;

use crate::policy::answer::InputAnswer;
use crate::policy::recurrence::Recurrence;
use crate::vocab::{Fact, Input, Money};

/// The smallest complaint that shows a fault of a routing table. It has an answer for each input that matters.
///
/// [`Complaint::of_example`](../triage/struct.Complaint.html#method.of_example) turns it into a complaint for a test.
///
/// # Example
///
/// ```
/// use redress::policy::routing::{Cell, InputAnswer, Row};
/// use redress::policy::{Policy, PolicyFault, Routing};
/// use redress::sample;
/// use redress::vocab::{Department, Input, RuleId, Subject};
/// use redress::word;
///
/// let service = Row::owner(word!(RuleId, "service"), Department::BUSINESS).with_cell(Cell::is(Subject::SERVICE));
/// let routing = Routing::by([Input::SUBJECT]).with_row(service);
/// let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?);
/// let faults = desk.routing(routing).build().unwrap_err();
/// let PolicyFault::Gap { example } = &faults.faults()[0] else { return Err("no gap".into()) };
/// let missing = InputAnswer::Word(Subject::PRODUCT_ENVIRONMENT.into());
/// assert_eq!(example.words(), [(Input::SUBJECT, missing)]);
/// assert_eq!(example.to_string(), "subject `product-environment`");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RoutingExample {
    pub(in crate::policy) words: Vec<(Input, InputAnswer)>,
}

impl RoutingExample {
    /// Returns the answers to the inputs that matter. Empty if every complaint shows the fault.
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

/// The smallest complaint that no severity rule rates, although the same complaint with less of something is rated.
///
/// [`Complaint::of_unrated`](../triage/struct.Complaint.html#method.of_unrated) turns it into a complaint for a test.
///
/// # Example: fewer than three calls are minor, and what are three?
///
/// ```
/// use redress::policy::severity::SeverityRule;
/// use redress::policy::{Condition, Policy, PolicyFault, Routing, SeverityRules};
/// use redress::sample;
/// use redress::vocab::{Fact, RuleId, Severity};
/// use redress::word;
///
/// let few = Condition::not(Condition::at_least(Fact::HOTLINE_TRIES, 3));
/// let rules = SeverityRules::new([Severity::Minor])
///     .with_rule(SeverityRule::new(word!(RuleId, "few"), Severity::Minor, few));
/// let faults = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
///     .severity(rules)
///     .build()
///     .unwrap_err();
/// let PolicyFault::SeverityGap { example, .. } = &faults.faults()[0] else { return Err("no gap".into()) };
/// assert_eq!(example.facts(), [(Fact::HOTLINE_TRIES, 3)]);
/// assert_eq!(example.amount(), None); // it does not matter
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct SeverityExample {
    pub(in crate::policy) facts: Vec<(Fact, u32)>,
    pub(in crate::policy) amount: Option<Money>,
    pub(in crate::policy) words: Vec<(Input, InputAnswer)>,
    pub(in crate::policy) repeats: Option<(Recurrence, u32)>,
}

impl SeverityExample {
    /// Returns the facts that occurred, and how often.
    #[must_use]
    pub fn facts(&self) -> &[(Fact, u32)] {
        &self.facts
    }

    /// Returns the amount at stake, or `None` if it does not matter.
    #[must_use]
    pub const fn amount(&self) -> Option<Money> {
        self.amount
    }

    /// Returns the answers to the inputs that matter.
    #[must_use]
    pub fn words(&self) -> &[(Input, InputAnswer)] {
        &self.words
    }

    /// Returns which earlier complaints count and how many there are, or `None` if there are none.
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
