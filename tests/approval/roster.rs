//! Rosters: what they answer and what is wrong with them.

use chrono::{DateTime, TimeDelta, Utc};
use redress::approval::{Delegation, Holding, Roster, RosterBuilder, RosterFault};
use redress::vocab::ActorId;

use crate::approval::world::{HEAD, MANAGER, eur, held, lent, month, now, roster, who};

#[track_caller]
fn fault(builder: RosterBuilder) -> String {
    builder.build().unwrap_err().to_string()
}

fn people(roster: &Roster, at: DateTime<Utc>) -> Vec<ActorId> {
    roster.people(MANAGER, at).collect()
}

#[test]
fn a_roster_answers_by_role_and_by_person() {
    let roster = roster()
        .holds(held("c", MANAGER))
        .holds(held("a", MANAGER).until(month(3)))
        .holds(held("a", MANAGER).from(month(4)).up_to(eur(5)))
        .holds(held("b", HEAD))
        .system(who("bot"))
        .system(who("bot"))
        .build()
        .unwrap();
    assert_eq!(roster.revision(), "r1");
    assert_eq!(people(&roster, month(2)), [who("a"), who("c")]);
    assert_eq!(people(&roster, month(3)), [who("c")]);
    assert_eq!(people(&roster, month(4)), [who("a"), who("c")]);
    assert!(roster.holds(who("b"), HEAD, now()) && !roster.holds(who("b"), MANAGER, now()));
    assert!(!roster.holds(who("zz"), MANAGER, now()) && !roster.holds(who("0"), HEAD, now()));
    assert_eq!(roster.holding(who("a"), MANAGER, month(2)).unwrap().limit(), None);
    assert_eq!(roster.holding(who("a"), MANAGER, month(5)).unwrap().limit(), Some(eur(5)));
    assert_eq!(roster.holding(who("a"), MANAGER, month(3)), None);
    assert!(roster.is_system(who("bot")) && !roster.is_system(who("a")));
    assert_eq!((roster.systems().len(), roster.holdings().len(), roster.delegations().len()), (1, 4, 0));
}

#[test]
fn rosters_of_the_same_entries_are_equal_in_whatever_order() {
    let (a, b) = (held("a", MANAGER), held("b", HEAD));
    let one = roster().holds(a).holds(b).build().unwrap();
    assert_eq!(roster().holds(b).holds(a).build().unwrap(), one);
}

#[test]
fn a_revision_is_a_name() {
    for (text, problem) in [
        ("", "is empty"),
        (" r", "begins or ends with white space"),
        ("r\n1", "holds a control character"),
        (&"r".repeat(101), "is longer than 100 characters"),
    ] {
        let text = fault(Roster::builder(text));
        assert!(text.starts_with("roster revision `") && text.contains(problem), "{text}");
        assert!(text.ends_with(", expected 1 to 100 visible characters"), "{text}");
    }
}

#[test]
fn a_period_ends_after_its_start() {
    for end in [month(6), month(5)] {
        let start = "2026-06-01T00:00:00Z";
        let text = end.format("%Y-%m-%dT%H:%M:%SZ");
        assert_eq!(
            fault(roster().holds(held("a", MANAGER).from(month(6)).until(end))),
            format!(
                "holding of `manager` by `a`: ends {text} and starts {start}, expected an end after its start"
            )
        );
        let lent = Delegation::new(who("a"), who("b"), MANAGER, month(6), end);
        assert_eq!(
            fault(roster().holds(held("a", MANAGER)).delegates(lent)),
            format!(
                "delegation of `manager` from `a` to `b`: ends {text} and starts {start}, \
                 expected an end after its start"
            )
        );
    }
}

#[test]
fn a_person_has_a_role_once_at_a_time() {
    let twice =
        "holding of `manager` by `a`: stands twice for the same time, expected periods that do not overlap";
    let a = || held("a", MANAGER);
    assert_eq!(fault(roster().holds(a()).holds(a())), twice);
    assert_eq!(fault(roster().holds(a().until(month(6))).holds(a().until(month(5)))), twice);
    assert_eq!(fault(roster().holds(a().from(month(5))).holds(a().from(month(6)))), twice);
    assert_eq!(
        fault(roster().holds(a().until(month(6))).holds(a().from(month(6) - TimeDelta::nanoseconds(1)))),
        twice
    );
    // The first one covers the third, whatever the second does.
    let long = a().from(month(1)).until(month(9));
    let (early, late) = (a().from(month(2)).until(month(3)), a().from(month(4)).until(month(5)));
    assert_eq!(roster().holds(long).holds(early).holds(late).build().unwrap_err().faults().len(), 2);
    assert!(
        roster()
            .holds(a().until(month(6)))
            .holds(a().from(month(6)))
            .holds(held("b", MANAGER))
            .build()
            .is_ok()
    );
}

#[test]
fn nobody_delegates_to_himself_or_what_he_does_not_hold_all_the_while() {
    assert_eq!(
        fault(roster().holds(held("a", MANAGER)).delegates(lent("a", "a", MANAGER))),
        "delegation of `manager` from `a` to `a`: to oneself, expected somebody else"
    );
    let text = "delegation of `manager` from `a` to `b`: `a` does not hold the role all the while, \
                expected a role that the giver holds from 2026-06-01T00:00:00Z until 2026-07-01T00:00:00Z";
    let by = |holdings: &[Holding]| {
        holdings
            .iter()
            .fold(roster(), |roster, holding| roster.holds(*holding))
            .delegates(lent("a", "b", MANAGER))
    };
    let a = || held("a", MANAGER);
    let second = TimeDelta::seconds(1);
    assert_eq!(fault(by(&[])), text);
    assert_eq!(fault(by(&[held("a", HEAD), held("b", MANAGER)])), text);
    assert_eq!(fault(by(&[a().from(month(6) + second)])), text);
    assert_eq!(fault(by(&[a().until(month(7) - second)])), text);
    assert_eq!(fault(by(&[a().until(now()), a().from(now() + second)])), text);
    assert!(by(&[a().from(month(6)).until(month(7))]).build().is_ok());
    assert!(by(&[a().until(now()), a().from(now()).until(month(8))]).build().is_ok());
}

#[test]
fn what_was_received_is_passed_on_by_nobody_at_that_time() {
    let all = || roster().holds(held("a", MANAGER)).holds(held("b", MANAGER)).holds(held("b", HEAD));
    let later = Delegation::new(who("b"), who("c"), MANAGER, month(7), month(8));
    assert!(all().delegates(lent("a", "b", MANAGER)).delegates(later).build().is_ok());
    let other = lent("b", "c", HEAD);
    assert!(all().delegates(lent("a", "b", MANAGER)).delegates(other).build().is_ok());
    let overlapping = Delegation::new(who("b"), who("c"), MANAGER, now(), month(8));
    assert_eq!(
        fault(all().delegates(overlapping).delegates(lent("a", "b", MANAGER))),
        "delegation of `manager` from `b` to `c`: `b` received the role from `a` for a part of that time, \
         expected no delegation of what was received"
    );
}

#[test]
fn the_same_delegation_stands_once_at_a_time() {
    let all = || roster().holds(held("a", MANAGER)).delegates(lent("a", "b", MANAGER));
    assert_eq!(
        fault(all().delegates(lent("a", "b", MANAGER).up_to(eur(1)))),
        "delegation of `manager` from `a` to `b`: stands twice for the same time, \
         expected periods that do not overlap"
    );
    let later = Delegation::new(who("a"), who("b"), MANAGER, month(7), month(8));
    assert!(all().delegates(later).delegates(lent("a", "c", MANAGER)).build().is_ok());
}

#[test]
fn system_accounts_neither_give_nor_receive() {
    let all = || roster().holds(held("a", MANAGER)).holds(held("bot", MANAGER)).system(who("bot"));
    assert_eq!(
        fault(all().delegates(lent("a", "bot", MANAGER))),
        "delegation of `manager` from `a` to `bot`: `bot` is a system account, expected people"
    );
    assert_eq!(
        fault(all().delegates(lent("bot", "a", MANAGER))),
        "delegation of `manager` from `bot` to `a`: `bot` is a system account, expected people"
    );
}

#[test]
fn rosters_are_of_bounded_size() {
    let many = |count: usize| {
        (0..count).fold(roster(), |roster, number| roster.holds(held(&format!("u{number}"), MANAGER)))
    };
    assert!(many(10_000).build().is_ok());
    assert_eq!(fault(many(10_001)), "roster has 10001 holdings, expected at most 10000");
    let lent_out = |count: usize| {
        (0..count).fold(roster().holds(held("a", MANAGER)), |roster, number| {
            roster.delegates(lent("a", &format!("u{number}"), MANAGER))
        })
    };
    assert!(lent_out(1_000).build().is_ok());
    assert_eq!(fault(lent_out(1_001)), "roster has 1001 delegations, expected at most 1000");
    let systems = (0..1_001).fold(roster(), |roster, number| roster.system(who(&format!("s{number}"))));
    assert_eq!(fault(systems), "roster has 1001 system accounts, expected at most 1000");
    let currencies = (0..51_u8).fold(roster(), |roster, number| {
        let code = format!("X{}{}", char::from(b'A' + number / 26), char::from(b'A' + number % 26));
        let limit = redress::vocab::Money::new(1, code.parse().unwrap());
        roster.holds(held(&format!("u{number}"), MANAGER).up_to(limit))
    });
    assert_eq!(fault(currencies), "roster has 51 currencies of limits, expected at most 50");
}

#[test]
fn periods_can_be_written() {
    let far = DateTime::<Utc>::MAX_UTC;
    assert_eq!(
        fault(roster().holds(held("a", MANAGER).until(far))),
        "holding of `manager` by `a`: its period is out of range, expected years from 1 to 9999"
    );
    let lent = Delegation::new(who("a"), who("b"), MANAGER, month(6), far);
    assert_eq!(
        fault(roster().holds(held("a", MANAGER)).delegates(lent)),
        "delegation of `manager` from `a` to `b`: its period is out of range, expected years from 1 to 9999"
    );
}

#[test]
fn every_fault_is_told_at_once() {
    let faults = Roster::builder("")
        .holds(held("a", MANAGER).from(month(2)).until(month(1)))
        .delegates(lent("a", "a", MANAGER))
        .delegates(lent("a", "b", MANAGER))
        .build()
        .unwrap_err();
    let kinds = faults.iter().map(|fault| match fault {
        RosterFault::Revision { .. } => "revision",
        RosterFault::HoldingEmpty { .. } => "empty",
        RosterFault::DelegationToOneself { .. } => "oneself",
        RosterFault::DelegationNotHeld { .. } => "not held",
        _ => "other",
    });
    assert_eq!(kinds.collect::<Vec<_>>(), ["revision", "empty", "oneself", "not held"]);
}

#[test]
fn limits_are_in_as_many_currencies_as_a_roster_holds() {
    let of = |currencies: u8| {
        let held = |number: u8| {
            let letter = |of: u8| char::from(b'A' + of);
            let code = format!("A{}{}", letter(number / 26), letter(number % 26)).parse().unwrap();
            held(&format!("p-{number}"), MANAGER).up_to(redress::vocab::Money::new(1, code))
        };
        (0..currencies).map(held).fold(roster(), RosterBuilder::holds)
    };
    of(50).build().unwrap();
    assert!(fault(of(51)).contains("51 currencies of limits"));
}

#[test]
fn of_several_holdings_the_one_that_reaches_furthest_is_compared_with_the_next() {
    let from = |start, end| held("a", MANAGER).from(month(start)).until(month(end));
    let twice = |last| roster().holds(from(1, 9)).holds(from(2, 3)).holds(last);
    let faults = |roster: RosterBuilder| roster.build().unwrap_err().faults().len();
    // The first overlaps with the second, and with the third, which the second does not reach.
    assert_eq!((faults(twice(from(5, 6))), faults(twice(from(10, 11)))), (2, 1));
    // Where the second reaches further, it is that one.
    let further = roster().holds(from(1, 3)).holds(from(2, 9)).holds(from(5, 6));
    assert_eq!(faults(further), 2);
}
