//! A ledger gives back what it was given, whatever a row has.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use redress::policy::record::ReportPeriod;
use redress::report::ledger::{GroupValue, Grouping, Ledger, LedgerRow, Round, RoundEnd, Timing};
use redress::vocab::course::ClosureKind;
use redress::vocab::kind::CauseGroup;
use redress::vocab::{
    Category, Cause, Code, Department, Facet, Money, OwnFacet, ProductKey, Region, Remedy, Stage, Standing,
};
use redress::word;

use crate::cases::support::at;

/// Instants to the nanosecond, some of them before 1970.
fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (-4_000_000_000_i64..8_000_000_000, 0..1_000_000_000_u32)
        .prop_map(|(second, nanos)| DateTime::from_timestamp(second, nanos).unwrap())
}

/// Words of a facet: standard ones, and many of an organisation's own.
fn own(name: &'static str) -> impl Strategy<Value = Code> {
    (0..400_u32).prop_map(move |number| format!("acme:{name}-{number}").parse().unwrap())
}

fn money() -> impl Strategy<Value = Vec<Money>> {
    prop::collection::btree_map("[A-Z]{3}", any::<u64>(), 0..4).prop_map(|amounts| {
        amounts.into_iter().map(|(currency, minor)| Money::new(minor, currency.parse().unwrap())).collect()
    })
}

/// A row with everything that a row can have.
fn a_row() -> impl Strategy<Value = LedgerRow> {
    let ids = ("[!-~]{1,64}", prop::option::of("[!-~]{1,64}"), prop::option::of("[!-~]{1,64}"));
    let words = (
        prop::collection::vec(own("category"), 0..5),
        prop::option::of(prop::sample::select(Cause::ALL.to_vec())),
        prop::option::of(own("group")),
        prop::collection::vec(own("store"), 0..5),
        prop::collection::vec(own("region"), 0..3),
    );
    let single = (
        prop::option::of(prop::sample::select(Cause::ALL.to_vec())),
        prop::option::of(prop::sample::select(Department::ALL.to_vec())),
        prop::collection::vec(prop::sample::select(Remedy::ALL.to_vec()), 0..4),
        prop::option::of(money()),
    );
    let rest = (
        instant(),
        prop::option::of(instant()),
        prop::collection::vec((0..1_000_000_i64, any::<bool>()), 0..4),
        prop::option::of(prop::sample::select(Standing::ALL.to_vec())),
        any::<bool>(),
    );
    (ids, words, single, rest).prop_map(|((id, product, into), words, single, rest)| {
        let (received, due, steps, standing, undetermined) = rest;
        let mut row = LedgerRow::new(id.parse().unwrap(), received);
        let (categories, cause, group, stores, regions) = words;
        for category in categories {
            row.words.add_code(Facet::Category, category);
        }
        for store in stores {
            row.words.add_code(Facet::Own(word!(OwnFacet, "acme:store")), store);
        }
        if let Some(cause) = cause {
            row.words.add(cause);
        }
        if let Some(group) = group {
            row.words.add_code(Facet::CauseGroup, group);
        }
        for region in regions {
            row.words.add_code(Facet::Region, region);
        }
        (row.stated_cause, row.department, row.remedies, row.amounts) = single;
        row.product = product.map(|key| key.parse().unwrap());
        (row.due, row.standing, row.undetermined) = (due, standing, undetermined);
        let mut now = received;
        for (step, late) in steps {
            now += TimeDelta::seconds(step);
            match row.rounds.last_mut().unwrap() {
                Round { end: end @ None, .. } => {
                    let timing = if late { Timing::Late } else { Timing::InTime };
                    *end = Some(RoundEnd { at: now, kind: ClosureKind::Merged, timing, entered_late: !late });
                }
                Round { .. } => row.rounds.push(Round { opened: now, end: None }),
            }
        }
        row.seen = now;
        row.merged_into = into.filter(|_| row.is_merged()).map(|into| into.parse().unwrap());
        row.stage = row.end().map_or(Stage::Investigating, |_| Stage::Reviewed);
        row
    })
}

/// Rows of different cases.
fn rows() -> impl Strategy<Value = Vec<LedgerRow>> {
    prop::collection::vec(a_row(), 0..10).prop_map(|rows| {
        let by_id: BTreeMap<_, _> = rows.into_iter().map(|row| (row.case, row)).collect();
        let mut rows: Vec<_> = by_id.into_values().collect();
        rows.sort_by_key(|row| row.seen); // an order other than that of the ids
        rows
    })
}

fn spelled(row: &LedgerRow) -> [Option<String>; 3] {
    let product = row.product.as_ref().map(ToString::to_string);
    [Some(row.case.to_string()), product, row.merged_into.as_ref().map(ToString::to_string)]
}

/// The answer of a row to a question, from the row itself.
fn plain(row: &LedgerRow, by: Grouping) -> Option<String> {
    let text = |code: &Code| code.to_string();
    match by {
        Grouping::StatedCause => row.stated_cause.as_ref().map(ToString::to_string),
        Grouping::Product => row.product.as_ref().map(ToString::to_string),
        Grouping::Department => row.department.as_ref().map(ToString::to_string),
        Grouping::Remedy => row.remedies.first().map(ToString::to_string),
        Grouping::ClosureKind => row.end().map(|end| end.kind.to_string()),
        Grouping::Word(Facet::CauseGroup) => {
            let stated = row.words.first::<CauseGroup>();
            let of_cause = row.words.first::<Cause>().map(|cause| cause.group());
            stated.or(of_cause).map(|group| text(group.code()))
        }
        Grouping::Word(Facet::Category) => row.words.first::<Category>().map(|word| text(word.code())),
        Grouping::Word(Facet::Cause) => row.words.first::<Cause>().map(|word| text(word.code())),
        Grouping::Word(Facet::Region) => row.words.first::<Region>().map(|word| text(word.code())),
        _ => panic!("a question that is not asked here"),
    }
}

const ASKED: [Grouping; 9] = [
    Grouping::StatedCause,
    Grouping::Product,
    Grouping::Department,
    Grouping::Remedy,
    Grouping::ClosureKind,
    Grouping::CAUSE_GROUP,
    Grouping::CATEGORY,
    Grouping::CAUSE,
    Grouping::REGION,
];

proptest! {
    #[test]
    fn a_ledger_gives_back_the_rows_that_it_was_given(rows in rows()) {
        let Ok(ledger) = Ledger::new(rows.clone()) else { return Ok(()) }; // merged into one another
        let mut sorted = rows;
        sorted.sort_by_key(|row| row.case);
        let given: Vec<LedgerRow> = ledger.rows().collect();
        prop_assert_eq!(&given, &sorted);
        prop_assert!(given.iter().map(spelled).eq(sorted.iter().map(spelled)));
        prop_assert_eq!(&Ledger::new(given).unwrap(), &ledger);
        prop_assert_eq!(ledger.clone(), ledger);
    }

    #[test]
    fn rows_are_grouped_by_what_each_of_them_says(rows in rows()) {
        let Ok(ledger) = Ledger::new(rows.clone()) else { return Ok(()) };
        let always = ReportPeriod { from: at("0001-01-01T00:00:00Z"), until: at("9999-01-01T00:00:00Z") };
        for by in ASKED {
            for row in &rows {
                let value = GroupValue::of(row, by);
                prop_assert_eq!(value.text().map(str::to_owned), plain(row, by), "{:?}", by);
            }
            let mut counts: BTreeMap<GroupValue, u64> = BTreeMap::new();
            for row in rows.iter().filter(|row| row.rounds.iter().any(|round| {
                round.end.is_none_or(|end| end.kind != ClosureKind::Merged)
            })) {
                *counts.entry(GroupValue::of(row, by)).or_default() += 1;
            }
            let found: BTreeMap<_, _> = ledger.by(always, by).into_iter()
                .filter(|(_, summary)| summary.received > 0)
                .map(|(value, summary)| (value, summary.received))
                .collect();
            prop_assert_eq!(found, counts);
        }
    }

    #[test]
    fn losses_are_the_sums_of_the_rows(rows in rows()) {
        let Ok(ledger) = Ledger::new(rows.clone()) else { return Ok(()) };
        let always = ReportPeriod { from: at("0001-01-01T00:00:00Z"), until: at("9999-01-01T00:00:00Z") };
        let counted = rows.iter().filter(|row| row.rounds.iter().any(|round| {
            round.end.is_none_or(|end| end.kind != ClosureKind::Merged)
        }));
        let (mut sums, mut known) = (BTreeMap::new(), 0);
        for amounts in counted.filter_map(|row| row.amounts.as_ref()) {
            known += 1;
            for amount in amounts {
                *sums.entry(amount.currency()).or_insert(0_u128) += u128::from(amount.minor());
            }
        }
        let losses = ledger.losses(always);
        prop_assert_eq!((losses.sums, losses.known), (sums.into_iter().collect(), known));
    }

    #[test]
    fn products_that_differ_in_case_are_one_group(key in "[a-zA-Z]{1,8}") {
        let row = |id: &str, key: &str| {
            let mut row = LedgerRow::new(id.parse().unwrap(), at("2026-03-02T00:00:00Z"));
            row.product = Some(key.parse::<ProductKey>().unwrap());
            row
        };
        let ledger = Ledger::new([row("a", &key), row("B", &key.to_uppercase()), row("c", &key.to_lowercase())]).unwrap();
        let march = ReportPeriod { from: at("2026-03-01T00:00:00Z"), until: at("2026-04-01T00:00:00Z") };
        let groups = ledger.by(march, Grouping::Product);
        prop_assert_eq!(groups.len(), 1);
        prop_assert_eq!(groups[0].1.received, 3);
    }
}
