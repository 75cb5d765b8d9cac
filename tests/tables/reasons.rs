//! The reasons of an answer are true: read back as conditions they have the value of the rule, for the complaint and for
//! every other one that agrees with what was found.

use proptest::collection::vec;
use proptest::prelude::*;
use redress::policy::condition::Truth;
use redress::policy::severity::{MarkRule, Rating, RatingRule};
use redress::policy::{Condition, Policy, PolicyBuilder, Routing};
use redress::render::Renderer;
use redress::triage::account::{Finding, Ground};
use redress::triage::{Complaint, Explanation, History, triage};
use redress::vocab::kind::Importance;
use redress::vocab::{Fact, Input, Locale, Mark, RuleId};

use crate::tables::asks::{Ask, any_asks};
use crate::tables::cases;
use crate::tables::past::{history, pasts};
use crate::tables::rules::tables;
use crate::tables::world::{BERLIN, FACTS, INPUTS, Model, Words, models};

/// A mark for each condition, so that each is answered on its own.
fn marking(builder: PolicyBuilder, conditions: &[Condition]) -> PolicyBuilder {
    conditions.iter().enumerate().fold(builder, |builder, (number, when)| {
        builder.mark(MarkRule::new(rule(number), mark(number), when.clone()))
    })
}

fn rule(number: usize) -> RuleId {
    format!("m{number}").parse().unwrap()
}

fn mark(number: usize) -> Mark {
    format!("own:m{number}").parse().unwrap()
}

fn base(must_ask: &[Fact], marks: usize) -> PolicyBuilder {
    let marks: Vec<Mark> = (0..marks).map(mark).collect();
    let taxonomy = Words::all().taxonomy().with_only(&marks);
    let policy = Policy::builder("reasons").version("1").taxonomy(taxonomy).calendar(BERLIN.clone());
    policy.routing(Routing::none()).must_ask(must_ask.iter().copied())
}

fn marked(must_ask: &[Fact], conditions: &[Condition]) -> Policy {
    marking(base(must_ask, conditions.len()), conditions).build().unwrap()
}

/// What conditions come to, each on its own.
fn values(
    must_ask: &[Fact],
    conditions: &[Condition],
    complaint: &Complaint,
    before: &History,
) -> Vec<Truth> {
    let policy = marked(must_ask, conditions);
    let answer = triage(&policy, complaint, before).unwrap();
    let value = |number| {
        if answer.marks().iter().any(|(given, _)| *given == mark(number)) {
            Truth::True
        } else if answer.open_marks().contains(&mark(number)) {
            Truth::Unknown
        } else {
            Truth::False
        }
    };
    (0..conditions.len()).map(value).collect()
}

fn read_back(grounds: &[Ground]) -> Condition {
    Condition::all(grounds.iter().map(Ground::condition))
}

/// The grounds of each mark that is given or may be.
fn reasons(account: &Explanation) -> Vec<(Mark, Truth, Vec<Ground>)> {
    let given = account.marks().iter().map(|found| (found.mark(), Truth::True, found.because().to_vec()));
    let open = account.open_marks().iter();
    let open = open.map(|found| (found.mark(), Truth::Unknown, found.because().to_vec()));
    given.chain(open).collect()
}

/// A complaint that has much of another one.
fn like(new: &Model, other: &Model, kept: &[bool]) -> Model {
    let mut mixed = other.clone();
    let mut kept = kept.iter().copied();
    let mut keeps = || kept.next().unwrap();
    for input in INPUTS {
        if keeps() {
            mixed.words.remove(&input);
            mixed.words.extend(new.words.get(&input).map(|words| (input, words.clone())));
        }
    }
    mixed.wants_nothing = new.wants_nothing && !mixed.words.contains_key(&Input::DEMAND);
    for (fact, count) in mixed.facts.iter_mut().zip(new.facts) {
        *fact = if keeps() { count } else { *fact };
    }
    mixed.amount = if keeps() { new.amount } else { mixed.amount };
    if keeps() {
        (mixed.staff, mixed.product, mixed.complainant) = (new.staff, new.product, new.complainant);
    }
    mixed
}

const KEPT: usize = INPUTS.len() + FACTS.len() + 2;

/// The facts of a mask.
fn facts(mask: u8) -> Vec<Fact> {
    FACTS.into_iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, fact)| fact).collect()
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn fault_w01_the_reasons_of_a_decision_are_true(
        asks in vec(any_asks(3), 1..6),
        new in models(&Words::all()),
        past in pasts(0..8, 16),
        must_ask in 0_u8..32,
        answered in 0_u8..32,
    ) {
        let conditions: Vec<Condition> = asks.iter().map(Ask::condition).collect();
        let must_ask = facts(must_ask);
        let (complaint, before) = (new.complaint_of(&facts(answered)), history(&past, &new));
        let policy = marked(&must_ask, &conditions);
        let account = triage(&policy, &complaint, &before).unwrap().explain();
        let reasons = reasons(&account);
        let back: Vec<Condition> = reasons.iter().map(|(_, _, grounds)| read_back(grounds)).collect();
        let found = values(&must_ask, &back, &complaint, &before);
        for ((mark, value, grounds), found) in reasons.iter().zip(found) {
            prop_assert_eq!(*value, found, "{}: {:?} of {:?}", mark, grounds, conditions);
            // What waits says what for, and nothing else does.
            prop_assert_eq!(grounds.iter().any(Ground::is_open), *value == Truth::Unknown);
        }
        // No reason is told twice, and a renderer of any language has a text for each.
        for (_, _, grounds) in &reasons {
            let twice = grounds.iter().enumerate().any(|(number, ground)| grounds[..number].contains(ground));
            prop_assert!(!twice && !grounds.is_empty());
        }
        for &locale in Locale::ALL {
            let text = Renderer::of(&policy, locale).explanation(&account);
            prop_assert!(!text.contains("not (") && !text.contains("并非") && !text.contains("並非"));
        }
    }

    #[test]
    fn fault_w01_another_complaint_that_agrees_with_the_findings_is_judged_alike(
        asks in vec(any_asks(2), 1..4),
        new in models(&Words::all()),
        others in vec((models(&Words::all()), vec(prop::bool::weighted(0.8), KEPT)), 4),
        past in pasts(0..8, 16),
    ) {
        let conditions: Vec<Condition> = asks.iter().map(Ask::condition).collect();
        let (complaint, before) = (new.complaint(), history(&past, &new));
        let policy = marked(&[], &conditions);
        let account = triage(&policy, &complaint, &before).unwrap().explain();
        for (other, kept) in &others {
            let other = like(&new, other, kept);
            let (complaint, before) = (other.complaint(), history(&past, &other));
            let judged = values(&[], &conditions, &complaint, &before);
            for (given, value, grounds) in reasons(&account) {
                let questions: Vec<Condition> = grounds.iter().map(|ground| ground.finding().question()).collect();
                let answers = values(&[], &questions, &complaint, &before);
                if grounds.iter().map(Ground::holds).eq(answers) {
                    let number = (0..conditions.len()).find(|&number| mark(number) == given).unwrap();
                    prop_assert_eq!(judged[number], value, "{:?} of {:?}", grounds, conditions[number]);
                }
            }
        }
    }

    #[test]
    fn fault_w01_what_was_found_is_what_the_complaint_says(
        asks in vec(any_asks(3), 1..6),
        new in models(&Words::all()),
        past in pasts(0..8, 16),
        must_ask in 0_u8..32,
        answered in 0_u8..32,
    ) {
        let conditions: Vec<Condition> = asks.iter().map(Ask::condition).collect();
        let (must_ask, answered) = (facts(must_ask), facts(answered));
        let (complaint, before) = (new.complaint_of(&answered), history(&past, &new));
        let policy = marked(&must_ask, &conditions);
        let account = triage(&policy, &complaint, &before).unwrap().explain();
        for ground in reasons(&account).iter().flat_map(|(_, _, grounds)| grounds) {
            match ground.finding() {
                Finding::Fact { fact, found, .. } => {
                    let open = must_ask.contains(fact) && !complaint.is_answered(*fact);
                    prop_assert_eq!(*found, (!open).then(|| complaint.count(*fact)));
                }
                Finding::Word { input, found, .. } => {
                    let words = (!new.is_unset(*input)).then(|| new.words(*input).to_vec());
                    prop_assert_eq!(found, &words);
                }
                Finding::Amount { found, .. } => prop_assert_eq!(*found, complaint.amount()),
                Finding::Repeats { asked, found } => {
                    let counted = complaint.repetitions(asked, &before, &BERLIN);
                    prop_assert_eq!(*found, Some(counted));
                }
                _ => unreachable!("a finding of another kind"),
            }
        }
    }

    #[test]
    fn fault_w01_the_reasons_of_levels_and_ratings_are_true(
        table in tables(1..12, 3),
        asks in vec(any_asks(3), 1..5),
        new in models(&Words::all()),
        past in pasts(0..8, 16),
        must_ask in 0_u8..32,
        answered in 0_u8..32,
    ) {
        let must_ask = facts(must_ask);
        let (complaint, before) = (new.complaint_of(&facts(answered)), history(&past, &new));
        let words = [Importance::PRIMARY, Importance::SECONDARY];
        let rating = asks.iter().enumerate().fold(Rating::new(), |rating, (number, ask)| {
            rating.with_rule(RatingRule::new(rule(number), words[number % 2], ask.condition()))
        });
        let policy = base(&must_ask, 0).severity(table.build(|_| 0)).importance(rating).build().unwrap();
        let account = triage(&policy, &complaint, &before).unwrap().explain();
        let severity = account.severity().unwrap();
        let mut told: Vec<(Truth, &[Ground])> = Vec::new();
        told.extend(severity.matched().iter().map(|rule| (Truth::True, rule.because())));
        for rule in severity.open() {
            // One that holds may be open all the same: whether it comes to count.
            let waits = rule.because().iter().any(Ground::is_open);
            told.push((if waits { Truth::Unknown } else { Truth::True }, rule.because()));
        }
        for word in account.words().iter().filter(|word| word.rule().is_some()) {
            told.push((if word.is_undetermined() { Truth::Unknown } else { Truth::True }, word.because()));
        }
        let back: Vec<Condition> = told.iter().map(|(_, grounds)| read_back(grounds)).collect();
        let found = values(&must_ask, &back, &complaint, &before);
        for ((value, grounds), found) in told.iter().zip(found) {
            prop_assert_eq!(*value, found, "{:?}", grounds);
        }
    }
}
