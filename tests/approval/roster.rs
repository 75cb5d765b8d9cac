//! Rosters: what they answer and what is wrong with them.

use chrono::{DateTime, TimeDelta, Utc};
use redress::approval::limits::MAX_ACCOUNTS;
use redress::approval::{Delegation, Holding, Roster, RosterBuilder, RosterDocument, RosterFault};
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
        .holding(held("c", MANAGER))
        .holding(held("a", MANAGER).with_until(month(3)))
        .holding(held("a", MANAGER).with_since(month(4)).with_limit(eur(5)))
        .holding(held("b", HEAD))
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
    let one = roster().holding(a).holding(b).build().unwrap();
    assert_eq!(roster().holding(b).holding(a).build().unwrap(), one);
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
            fault(roster().holding(held("a", MANAGER).with_since(month(6)).with_until(end))),
            format!(
                "holding of `manager` by `a`: starts {start} and ends {text}; it must end after its start"
            )
        );
        let lent = Delegation {
            from: who("a"),
            to: who("b"),
            role: MANAGER,
            since: month(6),
            until: end,
            limit: None,
        };
        assert_eq!(
            fault(roster().holding(held("a", MANAGER)).delegation(lent)),
            format!(
                "delegation of `manager` from `a` to `b`: starts {start} and ends {text}; it must end after its start"
            )
        );
    }
}

#[test]
fn a_person_has_a_role_once_at_a_time() {
    let twice = "holding of `manager` by `a`: two periods overlap; make them one, or end the first earlier";
    let a = || held("a", MANAGER);
    assert_eq!(fault(roster().holding(a()).holding(a())), twice);
    assert_eq!(fault(roster().holding(a().with_until(month(6))).holding(a().with_until(month(5)))), twice);
    assert_eq!(fault(roster().holding(a().with_since(month(5))).holding(a().with_since(month(6)))), twice);
    assert_eq!(
        fault(
            roster()
                .holding(a().with_until(month(6)))
                .holding(a().with_since(month(6) - TimeDelta::nanoseconds(1)))
        ),
        twice
    );
    // The first one covers the third, whatever the second does.
    let long = a().with_since(month(1)).with_until(month(9));
    let (early, late) =
        (a().with_since(month(2)).with_until(month(3)), a().with_since(month(4)).with_until(month(5)));
    assert_eq!(roster().holding(long).holding(early).holding(late).build().unwrap_err().faults().len(), 2);
    assert!(
        roster()
            .holding(a().with_until(month(6)))
            .holding(a().with_since(month(6)))
            .holding(held("b", MANAGER))
            .build()
            .is_ok()
    );
}

#[test]
fn nobody_delegates_to_himself_or_what_he_does_not_hold_all_the_while() {
    assert_eq!(
        fault(roster().holding(held("a", MANAGER)).delegation(lent("a", "a", MANAGER))),
        "delegation of `manager` from `a` to `a`: nobody can be their own delegate; name another person"
    );
    let text = "delegation of `manager` from `a` to `b`: `a` must hold the role from 2026-06-01T00:00:00Z until \
     2026-07-01T00:00:00Z";
    let by = |holdings: &[Holding]| {
        holdings
            .iter()
            .fold(roster(), |roster, holding| roster.holding(*holding))
            .delegation(lent("a", "b", MANAGER))
    };
    let a = || held("a", MANAGER);
    let second = TimeDelta::seconds(1);
    assert_eq!(fault(by(&[])), text);
    assert_eq!(fault(by(&[held("a", HEAD), held("b", MANAGER)])), text);
    assert_eq!(fault(by(&[a().with_since(month(6) + second)])), text);
    assert_eq!(fault(by(&[a().with_until(month(7) - second)])), text);
    assert_eq!(fault(by(&[a().with_until(now()), a().with_since(now() + second)])), text);
    assert!(by(&[a().with_since(month(6)).with_until(month(7))]).build().is_ok());
    assert!(by(&[a().with_until(now()), a().with_since(now()).with_until(month(8))]).build().is_ok());
}

#[test]
fn what_was_received_is_passed_on_by_nobody_at_that_time() {
    let all = || roster().holding(held("a", MANAGER)).holding(held("b", MANAGER)).holding(held("b", HEAD));
    let later = Delegation {
        from: who("b"),
        to: who("c"),
        role: MANAGER,
        since: month(7),
        until: month(8),
        limit: None,
    };
    assert!(all().delegation(lent("a", "b", MANAGER)).delegation(later).build().is_ok());
    let other = lent("b", "c", HEAD);
    assert!(all().delegation(lent("a", "b", MANAGER)).delegation(other).build().is_ok());
    let overlapping = Delegation {
        from: who("b"),
        to: who("c"),
        role: MANAGER,
        since: now(),
        until: month(8),
        limit: None,
    };
    assert_eq!(
        fault(all().delegation(overlapping).delegation(lent("a", "b", MANAGER))),
        "delegation of `manager` from `b` to `c`: `b` received the role from `a` during that time; a delegate \
         cannot delegate"
    );
}

#[test]
fn the_same_delegation_stands_once_at_a_time() {
    let all = || roster().holding(held("a", MANAGER)).delegation(lent("a", "b", MANAGER));
    assert_eq!(
        fault(all().delegation(lent("a", "b", MANAGER).with_limit(eur(1)))),
        "delegation of `manager` from `a` to `b`: two periods overlap; make them one, or end the first earlier"
    );
    let later = Delegation {
        from: who("a"),
        to: who("b"),
        role: MANAGER,
        since: month(7),
        until: month(8),
        limit: None,
    };
    assert!(all().delegation(later).delegation(lent("a", "c", MANAGER)).build().is_ok());
}

#[test]
fn system_accounts_neither_give_nor_receive() {
    let all = || roster().holding(held("a", MANAGER)).holding(held("bot", MANAGER)).system(who("bot"));
    assert_eq!(
        fault(all().delegation(lent("a", "bot", MANAGER))),
        "delegation of `manager` from `a` to `bot`: `bot` is a system account, expected a person"
    );
    assert_eq!(
        fault(all().delegation(lent("bot", "a", MANAGER))),
        "delegation of `manager` from `bot` to `a`: `bot` is a system account, expected a person"
    );
}

#[test]
fn rosters_are_of_bounded_size() {
    let many = |count: usize| {
        (0..count).fold(roster(), |roster, number| roster.holding(held(&format!("u{number}"), MANAGER)))
    };
    assert!(many(10_000).build().is_ok());
    assert_eq!(fault(many(10_001)), "roster: 10001 holdings, expected at most 10000");
    let lent_out = |count: usize| {
        (0..count).fold(roster().holding(held("a", MANAGER)), |roster, number| {
            roster.delegation(lent("a", &format!("u{number}"), MANAGER))
        })
    };
    assert!(lent_out(1_000).build().is_ok());
    assert_eq!(fault(lent_out(1_001)), "roster: 1001 delegations, expected at most 1000");
    let systems = |count| {
        (0..count).fold(roster(), |roster: RosterBuilder, number| roster.system(who(&format!("s{number}"))))
    };
    let full = systems(MAX_ACCOUNTS).build().unwrap();
    let written = serde_json::to_string(&RosterDocument::from(&full)).unwrap();
    assert_eq!(serde_json::from_str::<RosterDocument>(&written).unwrap().build().unwrap(), full);
    assert_eq!(fault(systems(1_001)), "roster: 1001 system accounts, expected at most 1000");
    let currencies = (0..51_u8).fold(roster(), |roster, number| {
        let code = format!("X{}{}", char::from(b'A' + number / 26), char::from(b'A' + number % 26));
        let limit = redress::vocab::Money::new(1, code.parse().unwrap());
        roster.holding(held(&format!("u{number}"), MANAGER).with_limit(limit))
    });
    assert_eq!(fault(currencies), "roster: 51 currencies of limits, expected at most 50");
}

#[test]
fn periods_can_be_written() {
    let far = DateTime::<Utc>::MAX_UTC;
    assert_eq!(
        fault(roster().holding(held("a", MANAGER).with_until(far))),
        "holding of `manager` by `a`: the period is out of range, expected years from 1 to 9999"
    );
    let lent =
        Delegation { from: who("a"), to: who("b"), role: MANAGER, since: month(6), until: far, limit: None };
    assert_eq!(
        fault(roster().holding(held("a", MANAGER)).delegation(lent)),
        "delegation of `manager` from `a` to `b`: the period is out of range, expected years from 1 to 9999"
    );
}

#[test]
fn every_fault_is_told_at_once() {
    let faults = Roster::builder("")
        .holding(held("a", MANAGER).with_since(month(2)).with_until(month(1)))
        .delegation(lent("a", "a", MANAGER))
        .delegation(lent("a", "b", MANAGER))
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
            held(&format!("p-{number}"), MANAGER).with_limit(redress::vocab::Money::new(1, code))
        };
        (0..currencies).map(held).fold(roster(), RosterBuilder::holding)
    };
    of(50).build().unwrap();
    assert!(fault(of(51)).contains("51 currencies of limits"));
}

#[test]
fn of_several_holdings_the_one_that_reaches_furthest_is_compared_with_the_next() {
    let from = |start, end| held("a", MANAGER).with_since(month(start)).with_until(month(end));
    let twice = |last| roster().holding(from(1, 9)).holding(from(2, 3)).holding(last);
    let faults = |roster: RosterBuilder| roster.build().unwrap_err().faults().len();
    // The first overlaps with the second, and with the third, which the second does not reach.
    assert_eq!((faults(twice(from(5, 6))), faults(twice(from(10, 11)))), (2, 1));
    // Where the second reaches further, it is that one.
    let further = roster().holding(from(1, 3)).holding(from(2, 9)).holding(from(5, 6));
    assert_eq!(faults(further), 2);
}
