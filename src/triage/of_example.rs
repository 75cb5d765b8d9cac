//! Turns the example in a fault of a policy into a complaint.

use chrono::{DateTime, Utc};

use crate::policy::fault::{RoutingExample, SeverityExample};
use crate::policy::routing::InputAnswer;
use crate::triage::complaint::Complaint;
use crate::vocab::{CaseId, Facet, Input};

impl Complaint {
    /// Creates the complaint that shows a fault of a routing table, so that you can make a test of it.
    ///
    /// The example holds no facts. Severity and marks follow from facts, so that the complaint does not have those of
    /// the example.
    ///
    /// # Example: nobody gets complaints about the product environment
    ///
    /// ```
    /// use redress::policy::routing::{Cell, Row};
    /// use redress::policy::{Policy, PolicyFault, Routing};
    /// use redress::triage::Complaint;
    /// use redress::vocab::{Department, Input, RuleId, Subject};
    /// # use redress::{sample, word};
    ///
    /// let service = Row::owner(word!(RuleId, "service"), Department::BUSINESS).with_cell(Cell::is(Subject::SERVICE));
    /// let routing = Routing::by([Input::SUBJECT]).with_row(service);
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?);
    /// let faults = desk.routing(routing).build().unwrap_err();
    /// let Some(PolicyFault::Gap { example }) = faults.faults().first() else { return Err("no gap".into()) };
    ///
    /// let unrouted = Complaint::of_example("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?, example);
    /// assert_eq!(unrouted.subject(), Some(Subject::PRODUCT_ENVIRONMENT));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_example(id: CaseId, received: DateTime<Utc>, example: &RoutingExample) -> Self {
        let complaint = Self::new(id, received);
        complaint.with_answers(example.words())
    }

    /// Creates the complaint that no severity rule rates, so that you can make a test of it.
    ///
    /// The example does not say what the complaint repeats.
    ///
    /// # Example: three tries are not rated
    ///
    /// ```
    /// use redress::policy::severity::SeverityRule;
    /// use redress::policy::{Condition, Policy, PolicyFault, Routing, SeverityRules};
    /// use redress::triage::Complaint;
    /// use redress::vocab::{Fact, RuleId, Severity};
    /// # use redress::{sample, word};
    ///
    /// let few = Condition::not(Condition::at_least(Fact::HOTLINE_TRIES, 3));
    /// let rules = SeverityRules::new([Severity::Minor])
    ///     .with_rule(SeverityRule::new(word!(RuleId, "few"), Severity::Minor, few));
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let faults = desk.severity(rules).build().unwrap_err();
    /// let Some(PolicyFault::SeverityGap { example, .. }) = faults.faults().first() else { return Err("none".into()) };
    ///
    /// let unrated = Complaint::of_unrated("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?, example);
    /// assert_eq!(unrated.count(Fact::HOTLINE_TRIES), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_unrated(id: CaseId, received: DateTime<Utc>, example: &SeverityExample) -> Self {
        let facts = example.facts().iter();
        let complaint =
            facts.fold(Self::new(id, received), |complaint, &(fact, count)| complaint.with_fact(fact, count));
        let complaint = complaint.with_answers(example.words());
        match example.amount() {
            Some(amount) => complaint.with_amount(amount),
            None => complaint,
        }
    }

    fn with_answers(self, answers: &[(Input, InputAnswer)]) -> Self {
        let mut complaint = self;
        for &(input, answer) in answers {
            let word = match answer {
                InputAnswer::Word(word) => word,
                InputAnswer::Nothing if input == Input::DEMAND => {
                    complaint = complaint.with_no_demand();
                    continue;
                }
                InputAnswer::Nothing | InputAnswer::NotKnown => continue,
            };
            // The severity and the marks follow from facts.
            if let Some(facet) = input.facet().filter(|facet| *facet != Facet::Mark) {
                complaint = complaint.with_code(facet, word);
            }
        }
        complaint
    }
}
