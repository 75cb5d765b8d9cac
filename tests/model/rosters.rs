//! Models of five, eight, eleven and sixteen people.

use redress::case::command::Proposal;
use redress::vocab::course::ApprovalAct;
use redress::vocab::{Remedy, Role, Severity};

use crate::model::search::{Found, search};
use crate::model::world::{Given, StepOf, Tier, World, any, each, offer, person};

fn tier(id: &'static str, over: Option<u64>, steps: Vec<StepOf>) -> Tier {
    Tier { id, over, severity: None, steps }
}

fn review() -> StepOf {
    any("review", ApprovalAct::Review, 1, &[Role::MANAGER])
}

fn approve() -> StepOf {
    any("approve", ApprovalAct::Approve, 1, &[Role::LEADER_IN_CHARGE])
}

/// Nobody up to 100 euros, a manager up to 200, a manager and the leader above.
fn tiers() -> Vec<Tier> {
    vec![
        tier("large", Some(20_000), vec![review(), approve()]),
        tier("medium", Some(10_000), vec![review()]),
        tier("small", None, Vec::new()),
    ]
}

fn menu(amounts: &[(Remedy, u64)]) -> Vec<Proposal> {
    amounts.iter().map(|(remedy, minor)| Proposal::of(offer(*remedy, *minor))).collect()
}

fn world(people: Vec<crate::model::world::Person>) -> World {
    World {
        people,
        given: Vec::new(),
        tiers: tiers(),
        menu: menu(&[(Remedy::EXCHANGE, 9_000), (Remedy::REFUND, 15_000), (Remedy::REFUND, 21_000)]),
        complained: None,
        consent: false,
        rounds: 2,
        severity: false,
        waits: false,
    }
}

#[track_caller]
fn has_seen(found: &Found, expected: &[&str]) {
    for name in expected {
        assert!(found.happened.contains_key(name), "{name} never happened in {:?}", found.happened);
    }
    assert!(found.transitions > found.states);
}

#[test]
fn model_of_five_people() {
    let people = vec![
        person("anna", &[Role::HANDLER]).handling(),
        person("mia", &[Role::MANAGER]).handling(),
        person("max", &[Role::MANAGER]),
        person("leo", &[Role::LEADER_IN_CHARGE]),
        person("head", &[Role::SENIOR_MANAGEMENT]),
    ];
    let world = World { consent: true, severity: false, rounds: 3, ..world(people) };
    let found = search(&world, 16_000);
    has_seen(&found, &["approved", "used", "refused", "returned", "taken back", "void", "voided"]);
}

#[test]
fn model_of_eight_people() {
    let people = vec![
        person("anna", &[Role::HANDLER]).handling(),
        person("mia", &[Role::MANAGER]).handling(),
        person("max", &[Role::MANAGER]).up_to(20_000),
        person("moe", &[Role::MANAGER]),
        person("culprit", &[Role::LEADER_IN_CHARGE]),
        person("leo", &[Role::LEADER_IN_CHARGE]),
        person("dan", &[]),
        person("head", &[Role::SENIOR_MANAGEMENT]),
    ];
    let given = vec![
        Given { from: "moe", to: "dan", role: Role::MANAGER, limit: Some(16_000) },
        Given { from: "mia", to: "leo", role: Role::MANAGER, limit: None },
    ];
    let mut tiers = tiers();
    tiers.insert(
        0,
        Tier { severity: Some(Severity::Serious), ..tier("grave", None, vec![review(), approve()]) },
    );
    let world = World { given, tiers, severity: true, rounds: 2, ..world(people) };
    let found = search(&world, 59_000);
    has_seen(&found, &["approved", "used", "signed for another", "approval-raised", "back to approval"]);
}

#[test]
fn model_of_eleven_people() {
    let people = vec![
        person("anna", &[Role::HANDLER]).handling(),
        person("pia", &[Role::SALESPERSON]),
        person("m-1", &[Role::MANAGER]).of_group(1),
        person("m-2", &[Role::MANAGER]).of_group(1),
        person("m-3", &[Role::MANAGER, Role::DEPARTMENT_HEAD]).handling(),
        person("d-1", &[Role::DEPARTMENT_HEAD]).of_group(2),
        person("d-2", &[Role::DEPARTMENT_HEAD]).of_group(2),
        person("leo", &[Role::LEADER_IN_CHARGE]),
        person("lea", &[Role::LEADER_IN_CHARGE]),
        person("robot", &[Role::LEADER_IN_CHARGE]).system(),
        person("head", &[Role::SENIOR_MANAGEMENT]),
    ];
    let prepare = any("prepare", ApprovalAct::Prepare, 1, &[Role::SALESPERSON, Role::HANDLER]);
    let both = StepOf {
        escalates: Some(Role::SENIOR_MANAGEMENT),
        ..each("both", ApprovalAct::Recheck, &[Role::MANAGER, Role::DEPARTMENT_HEAD])
    };
    let sign = StepOf { systems: vec!["robot"], ..approve() };
    let tiers = vec![
        tier("large", Some(20_000), vec![prepare, both, sign]),
        tier("medium", Some(10_000), vec![review()]),
        tier("small", None, Vec::new()),
    ];
    let world = World { tiers, waits: true, complained: Some("lea"), rounds: 1, ..world(people) };
    let found = search(&world, 23_000);
    has_seen(
        &found,
        &["approved", "used", "returned to a step", "signed by a system", "signed after escalation"],
    );
}

#[test]
fn model_of_sixteen_people() {
    let mut people = vec![
        person("anna", &[Role::HANDLER]).handling(),
        person("bob", &[Role::HANDLER]).handling(),
        person("mia", &[Role::MANAGER, Role::DEPARTMENT_HEAD]),
        person("max", &[Role::MANAGER]).up_to(15_000),
        person("leo", &[Role::LEADER_IN_CHARGE]),
        person("lea", &[Role::LEADER_IN_CHARGE]),
        person("head", &[Role::SENIOR_MANAGEMENT]),
        person("robot", &[Role::MANAGER]).system(),
    ];
    people.extend(["m-1", "m-2", "m-3", "m-4"].map(|id| person(id, &[Role::MANAGER]).of_group(1)));
    people.extend(["d-1", "d-2", "d-3", "d-4"].map(|id| person(id, &[Role::DEPARTMENT_HEAD]).of_group(2)));
    let three = any("three", ApprovalAct::Approve, 3, &[Role::MANAGER, Role::DEPARTMENT_HEAD]);
    let tiers = vec![tier("large", Some(20_000), vec![three, approve()]), tier("small", None, Vec::new())];
    let given = vec![Given { from: "lea", to: "bob", role: Role::LEADER_IN_CHARGE, limit: None }];
    let menu = menu(&[(Remedy::REFUND, 21_000), (Remedy::REFUND, 30_000)]);
    let world =
        World { tiers, given, menu, consent: true, complained: Some("mia"), rounds: 1, ..world(people) };
    let found = search(&world, 2_600);
    has_seen(&found, &["approved", "used", "voided", "kept"]);
}
