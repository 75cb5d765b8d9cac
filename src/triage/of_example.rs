//! The complaint that shows a fault of a table or of rules.

use chrono::{DateTime, Utc};

use crate::policy::fault::{RoutingExample, SeverityExample};
use crate::policy::routing::InputAnswer;
use crate::triage::complaint::Complaint;
use crate::vocab::{CaseId, Facet, Input};

impl Complaint {
    /// The complaint that shows a fault of a routing table, to be asked again as a test. Its severity and its
    /// marks follow from facts, which are not in the example.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// use redress::policy::{Policy, PolicyFault, Routing};
    /// use redress::policy::routing::{Cell, Row};
    /// use redress::triage::Complaint;
    /// use redress::vocab::{Department, Input, RuleId, Subject};
    /// use redress::word;
    ///
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("office", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// let service = Row::owner(word!(RuleId, "service"), Department::BUSINESS).with_cell(Cell::is(Subject::SERVICE));
    /// let routing = Routing::by([Input::SUBJECT]).with_row(service);
    /// let faults = Policy::builder("desk").version("1").calendar(calendar).routing(routing).build().unwrap_err();
    /// let Some(PolicyFault::Gap { example }) = faults.faults().first() else { return Err("no gap".into()) };
    ///
    /// let nobodys = Complaint::of_example("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?, example);
    /// assert_eq!(nobodys.subject(), Some(Subject::PRODUCT_ENVIRONMENT));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn of_example(id: CaseId, received: DateTime<Utc>, example: &RoutingExample) -> Self {
        let complaint = Self::new(id, received);
        complaint.with_answers(example.words())
    }

    /// The complaint that no severity rule rates, to be asked again as a test. What it repeats is not in it.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// use redress::policy::{Condition, Policy, PolicyFault, Routing, SeverityRules};
    /// use redress::policy::severity::SeverityRule;
    /// use redress::triage::Complaint;
    /// use redress::vocab::{Fact, RuleId, Severity};
    /// use redress::word;
    ///
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("office", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// let few = Condition::not(Condition::at_least(Fact::HOTLINE_TRIES, 3));
    /// let rules = SeverityRules::new([Severity::Minor])
    ///     .with_rule(SeverityRule::new(word!(RuleId, "few"), Severity::Minor, few));
    /// let desk = Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).severity(rules);
    /// let faults = desk.build().unwrap_err();
    /// let Some(PolicyFault::SeverityGap { example, .. }) = faults.faults().first() else { return Err("none".into()) };
    ///
    /// let unrated = Complaint::of_unrated("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?, example);
    /// assert_eq!(unrated.count(Fact::HOTLINE_TRIES), 3);
    /// # Ok(()) }
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
