//! Random worlds: what the crate answers is what trying everything answers.

use proptest::prelude::*;
use redress::approval::{SigningRefusal, Step, StuckApproval};
use redress::vocab::Money;
use redress::vocab::course::{ApprovalAct, Exclusion};

use crate::approval::cases;
use crate::approval::oracle::{Given, Person, Spec, World, person, step_id};
use crate::approval::world::{eur, now, usd};

const PEOPLE: Person = 7;

fn limits() -> impl Strategy<Value = Option<Money>> {
    prop_oneof![4 => Just(None), 2 => Just(Some(eur(100))), 1 => Just(Some(eur(50))), 1 => Just(Some(usd(500)))]
}

fn specs() -> impl Strategy<Value = Spec> {
    let act = prop_oneof![Just(ApprovalAct::Approve), Just(ApprovalAct::Review), Just(ApprovalAct::Prepare)];
    let roles = proptest::sample::subsequence(vec![0_u8, 1, 2], 1..=3);
    let systems = prop_oneof![4 => Just(vec![]), 1 => proptest::collection::vec(0..PEOPLE, 1..=2)];
    let escalates = proptest::option::weighted(0.4, 0..3_u8);
    (act, proptest::option::weighted(0.6, 1..=2_u32), roles, prop::bool::weighted(0.2), escalates, systems)
        .prop_map(|(act, needed, roles, repeats, escalates, mut systems)| {
            systems.dedup();
            Spec { act, needed, roles, repeats, escalates, systems }
        })
}

/// Worlds of up to 7 people and 4 steps, with what happened before chosen by `picks`.
fn worlds() -> impl Strategy<Value = World> {
    let held = proptest::collection::vec((0..PEOPLE, 0..3_u8, limits(), prop::bool::weighted(0.85)), 0..10);
    let lent = proptest::collection::vec(
        (0..PEOPLE, 0..PEOPLE, 0..3_u8, limits(), prop::bool::weighted(0.85)),
        0..5,
    );
    let systems = prop_oneof![3 => Just(vec![]), 1 => proptest::collection::vec(0..PEOPLE, 1..=2)];
    let steps = (proptest::collection::vec(specs(), 1..=4), prop::bool::weighted(0.2));
    let amount = prop_oneof![1 => Just(None), 5 => Just(Some(eur(80))), 1 => Just(Some(eur(100)))];
    let because = proptest::sample::select(Exclusion::ALL);
    let excluded = proptest::collection::vec((0..PEOPLE, because), 0..3);
    let happened = proptest::collection::vec((any::<bool>(), any::<prop::sample::Index>()), 0..4);
    (held, lent, systems, steps, amount, excluded, happened, prop::bool::weighted(0.3)).prop_map(
        |(held, lent, systems, (mut steps, consents), amount, excluded, happened, escalated)| {
            if consents {
                steps.push(Spec {
                    act: ApprovalAct::CustomerConsent,
                    needed: Some(0),
                    roles: vec![],
                    repeats: false,
                    escalates: None,
                    systems: vec![],
                });
            }
            let (signed, refused) = (vec![], vec![]);
            let mut world =
                World { held, lent, systems, steps, amount, excluded, signed, refused, escalated };
            tidy(&mut world);
            for (signs, pick) in happened {
                let open = world.open_step();
                let able: Vec<Given> = open.iter().flat_map(|slot| world.authorities(*slot)).collect();
                if !able.is_empty() {
                    let given = able[pick.index(able.len())].clone();
                    if signs { world.signed.push(given) } else { world.refused.push(given) }
                }
            }
            world
        },
    )
}

/// Leaves out what no roster admits, and slots that would make trying everything slow.
fn tidy(world: &mut World) {
    let mut held: Vec<(Person, u8, Option<Money>, bool)> = Vec::new();
    for holding in &world.held {
        if !held.iter().any(|other| (other.0, other.1, other.3) == (holding.0, holding.1, holding.3)) {
            held.push(*holding);
        }
    }
    held.sort_by_key(|holding| holding.0);
    world.held = held;
    let mut lent: Vec<(Person, Person, u8, Option<Money>, bool)> = Vec::new();
    for &(from, to, role, limit, holds) in &world.lent {
        let holder = world.held.iter().any(|held| held.3 && (held.0, held.1) == (from, role));
        let people = from != to && !world.systems.contains(&from) && !world.systems.contains(&to);
        let passed = lent.iter().any(|other| {
            (other.2, other.4) == (role, holds)
                && (other.1 == from || other.0 == to || (other.0, other.1) == (from, to))
        });
        if holder && people && !passed {
            lent.push((from, to, role, limit, holds));
        }
    }
    world.lent = lent;
    let mut slots = 0;
    world.steps.retain(|spec| {
        slots += spec.slots();
        slots <= 6
    });
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn whether_a_chain_can_pass_is_what_trying_everything_says(world in worlds()) {
        let asked = world.asked();
        let progress = asked.progress(&world);
        let open = world.open();
        let first = world.open_step();

        prop_assert_eq!(progress.is_complete(), open.is_empty());
        prop_assert_eq!(progress.open_step().map(Step::id), first.first().map(|(step, _)| step_id(*step)));
        prop_assert_eq!(
            progress.is_open_step_reachable(&asked.roster, now()),
            world.most(&first) == first.len()
        );
        match progress.possible_signers(&asked.roster, now()) {
            Ok(passable) => {
                prop_assert_eq!(world.most(&open), open.len());
                let mut next: Vec<_> =
                    (0..PEOPLE).filter(|by| world.signature(*by).is_ok()).map(person).collect();
                next.sort_unstable();
                prop_assert_eq!(passable.next, next);
            }
            Err(StuckApproval::Nobody { steps, people, needed, left_out }) => {
                let of = |without: Option<usize>| -> Vec<(usize, u32)> {
                    let within = |(step, _): &(usize, u32)| {
                        steps.contains(&step_id(*step)) && Some(*step) != without
                    };
                    open.iter().copied().filter(within).collect()
                };
                let short = of(None);
                prop_assert!(world.most(&short) < short.len());
                for (step, _) in &short {
                    let fewer = of(Some(*step));
                    prop_assert_eq!(world.most(&fewer), fewer.len(), "{:?} is not needed", step);
                }
                prop_assert_eq!(people.len() + 1, needed as usize);
                prop_assert!(people.is_sorted() && left_out.is_sorted_by_key(|(person, _)| *person));
                prop_assert!(!left_out.iter().any(|(person, _)| people.contains(person)));
                for one in &people {
                    let signs = |slot: &(usize, u32)| {
                        world.authorities(*slot).iter().any(|given| person(given.by) == *one)
                    };
                    prop_assert!(short.iter().any(signs), "{one} can sign none");
                }
            }
            Err(other) => prop_assert!(false, "nothing here is too complex: {other}"),
        }
    }

    #[test]
    fn who_may_sign_and_what_is_what_trying_everything_says(world in worlds(), by in 0..PEOPLE) {
        let asked = world.asked();
        let progress = asked.progress(&world);
        let able = world.open_step().iter().any(|slot| {
            world.authorities(*slot).iter().any(|given| given.by == by)
        });
        prop_assert_eq!(progress.may_refuse(&asked.roster, person(by), now()).is_ok(), able);
        match (progress.signature_by(&asked.roster, person(by), now()), world.signature(by)) {
            (Ok(signature), Ok(given)) => prop_assert_eq!(signature, given.signature()),
            (Err(SigningRefusal::WouldStrand { actor, steps }), Err(true)) => {
                prop_assert_eq!(actor, person(by));
                prop_assert!(!steps.is_empty());
            }
            (Err(refusal), Err(false)) => {
                let strands = matches!(refusal, SigningRefusal::WouldStrand { .. });
                prop_assert!(!strands);
                prop_assert_eq!(
                    matches!(refusal, SigningRefusal::NothingOpen { .. }),
                    world.open().is_empty()
                );
                let text = refusal.to_string();
                prop_assert!(text.starts_with(&format!("`{}` cannot sign", person(by))), "{}", text);
                prop_assert!(text.contains(": ") && !text.contains('\n'), "{}", text);
            }
            (answer, expected) => prop_assert!(false, "{answer:?} in place of {expected:?}"),
        }
    }

    /// Whoever is let to sign never makes a chain fail that could be completed.
    #[test]
    fn signing_as_may_sign_says_ends_every_chain_that_can_pass(
        world in worlds(),
        picks in proptest::collection::vec(any::<prop::sample::Index>(), 6),
    ) {
        let asked = world.asked();
        let mut signed = asked.signed.clone();
        let start = asked.progress(&world);
        prop_assume!(start.possible_signers(&asked.roster, now()).is_ok());
        for pick in picks {
            // An escalation is of the step that was open, and ends with it.
            let progress = redress::approval::Progress { signed: &signed, escalated: false, ..start };
            let Ok(passable) = progress.possible_signers(&asked.roster, now()) else {
                prop_assert!(world.escalated);
                return Ok(());
            };
            if passable.next.is_empty() {
                prop_assert!(progress.is_complete());
                return Ok(());
            }
            let by = passable.next[pick.index(passable.next.len())];
            signed.push(progress.signature_by(&asked.roster, by, now()).unwrap());
        }
        let end = redress::approval::Progress { signed: &signed, ..start };
        prop_assert!(end.is_complete());
    }
}
