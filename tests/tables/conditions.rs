//! Conditions against a plain three-valued evaluation.

use proptest::collection::vec;
use proptest::prelude::*;
use redress::policy::condition::Truth;
use redress::policy::severity::{SeverityGaps, SeverityRule};
use redress::policy::{Condition, Routing, SeverityRules};
use redress::triage::{History, triage};
use redress::vocab::{Demand, RuleId, Severity};

use crate::tables::asks::{Ask, any_asks, evaluate, truth};
use crate::tables::cases;
use crate::tables::past::{history, pasts};
use crate::tables::world::{BERLIN, Model, Words, models, policy};

fn rule_id(number: usize) -> RuleId {
    format!("r{number}").parse().unwrap()
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_condition_holds_as_it_does_question_by_question(
        conditions in vec(any_asks(3), 1..6),
        new in models(&Words::all()),
        past in pasts(0..8, 24),
    ) {
        let (complaint, before) = (new.complaint(), history(&past, &new));
        for ask in &conditions {
            let condition = ask.condition();
            let found = complaint.satisfies(&condition, &before, &BERLIN);
            prop_assert_eq!(found, truth(evaluate(ask, &new, &past)), "{:?}", ask);
            prop_assert_eq!(condition.is_free_of_not(), !ask.has_not());
        }
    }

    #[test]
    fn the_rules_that_hold_alone_are_those_that_hold_together(
        conditions in prop_oneof![4 => vec(any_asks(3), 1..40), 1 => vec(any_asks(2), 60..70), 1 => vec(any_asks(2), 126..140)],
        new in models(&Words::all()),
        past in pasts(0..8, 24),
    ) {
        let rules = conditions.iter().enumerate().map(|(number, ask)| {
            SeverityRule::new(rule_id(number), Severity::General, ask.condition())
        });
        let none = SeverityRules::new([Severity::General]).with_gaps(SeverityGaps::Unrated);
        let rules = rules.fold(none, SeverityRules::with_rule);
        let policy = policy(&Words::all(), Some(rules), Routing::none()).unwrap();
        let (complaint, before) = (new.complaint(), history(&past, &new));
        let answer = triage(&policy, &complaint, &before).unwrap();
        let matched: Vec<RuleId> = answer.severity().unwrap().matched().map(SeverityRule::id).collect();
        let expected = conditions.iter().enumerate();
        let expected = expected.filter(|(_, ask)| evaluate(ask, &new, &past) == Some(true));
        let expected: Vec<RuleId> = expected.map(|(number, _)| rule_id(number)).collect();
        prop_assert_eq!(matched, expected);
    }
}

#[test]
fn wanting_nothing_is_an_answer_and_no_word_is_none() {
    let ask =
        |model: &Model, ask: &Ask| model.complaint().satisfies(&ask.condition(), &History::none(), &BERLIN);
    let wants = Ask::Is(redress::vocab::Input::DEMAND, vec![crate::tables::world::code("own:a")]);
    let mut model = Model::of([].into());
    assert_eq!(ask(&model, &wants), Truth::Unknown);
    assert_eq!(ask(&model, &Ask::Not(Box::new(wants.clone()))), Truth::Unknown);
    model.wants_nothing = true;
    assert_eq!(ask(&model, &wants), Truth::False);
    assert_eq!(ask(&model, &Ask::Not(Box::new(wants))), Truth::True);
    // A demand takes it back.
    let complaint = model.complaint().with_demand(redress::word!(Demand, "own:a"));
    let any = Condition::is(redress::word!(Demand, "own:a"));
    assert_eq!(complaint.satisfies(&any, &History::none(), &BERLIN), Truth::True);
}
