//! Who gets a complaint by its marks, beside a plain scan over the rows.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::policy::routing::{Cell, HitPolicy, RoutingGaps, Row};
use redress::policy::severity::MarkRule;
use redress::policy::{Condition, Policy, Routing};
use redress::triage::{Complaint, History, Owner, Triage, triage};
use redress::vocab::{Act, Category, Channel, Department, Fact, Input, Mark, RuleId};

use crate::tables::cases;
use crate::tables::routing::alone;

const MARKS: [Mark; 3] = [Mark::GRAVE, Mark::RECALL_REQUIRED, Mark::SAMPLES_NEEDED];
const FACTS: [Fact; 3] = [Fact::GRAVE_ERROR, Fact::MAY_AFFECT_USE, Fact::DESCRIPTION_UNCLEAR];

/// What a row asks: some marks, or that there is none, or nothing; and a category or any.
#[derive(Clone, Debug)]
struct Line {
    marks: Option<BTreeSet<usize>>,
    category: Option<usize>,
    department: usize,
}

impl Line {
    fn row(&self, number: usize, act: Act) -> Row {
        let id: RuleId = format!("{act}-{number}").parse().unwrap();
        let row = Row::new(id, act, Department::ALL[self.department]);
        let row = match &self.marks {
            None => row,
            Some(marks) if marks.is_empty() => row.with_cell(Cell::no_mark()),
            Some(marks) => row.with_cell(Cell::one_of(marks.iter().map(|mark| MARKS[*mark]))),
        };
        self.category.map_or(row.clone(), |category| row.with_cell(Cell::is(Category::ALL[category])))
    }

    fn matches(&self, marks: &BTreeSet<usize>, category: usize) -> bool {
        let by_mark = match &self.marks {
            None => true,
            Some(asked) if asked.is_empty() => marks.is_empty(),
            Some(asked) => !asked.is_disjoint(marks),
        };
        by_mark && self.category.is_none_or(|asked| asked == category)
    }
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let marks = proptest::option::weighted(0.8, proptest::collection::btree_set(0..3_usize, 0..3));
    let line = (marks, proptest::option::of(0..3_usize), 0..4_usize)
        .prop_map(|(marks, category, department)| Line { marks, category, department });
    vec(line, 1..12)
}

/// A policy that gives mark `n` where fact `n` is so, of some marks only where the complaint was phoned.
fn policy(owners: &[Line], copies: &[Line], phoned: [bool; 3]) -> Option<Policy> {
    let known = KnownDays::years(2026, 2026).unwrap();
    let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, known).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
    let calendar = Calendar::builder("office", zone).week(week).build().unwrap();
    let rows = owners.iter().enumerate().map(|(number, line)| line.row(number, Act::Owner));
    let routing = Routing::by([Input::MARK, Input::CATEGORY])
        .with_gaps(RoutingGaps::Unrouted)
        .with_hit_policy(Act::Owner, HitPolicy::First)
        .with_rows(rows)
        .with_rows(copies.iter().enumerate().map(|(number, line)| line.row(number, Act::Copy)));
    let mut policy = Policy::builder("marks").version("1").calendar(calendar).routing(routing);
    for (number, (mark, fact)) in MARKS.into_iter().zip(FACTS).enumerate() {
        let when = if phoned[number] {
            Condition::all([Condition::has(fact), Condition::is(Channel::PHONE)])
        } else {
            Condition::has(fact)
        };
        policy = policy.mark(MarkRule::new(format!("m{number}").parse().unwrap(), mark, when));
    }
    policy.build().ok()
}

fn copies_of(answer: &Triage<'_>) -> BTreeSet<RuleId> {
    answer.routes(Act::Copy).map(Row::id).collect()
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn all_marks_count_at_once_and_those_that_may_come_leave_it_open(
        owners in lines(),
        copies in lines(),
        phoned in any::<[bool; 3]>(),
        facts in any::<[bool; 3]>(),
        category in 0..3_usize,
    ) {
        // Rows that never count are taken out by another test.
        let Some(policy) = policy(&owners, &copies, phoned) else { return Ok(()) };
        let plain = Complaint::new("A-1".parse().unwrap(), "2026-03-02T10:00:00Z".parse().unwrap())
            .with_category(Category::ALL[category]);
        let plain = FACTS.into_iter().zip(facts).fold(plain, |plain, (fact, so)| plain.with_fact(fact, so.into()));
        let ways = [(Channel::PHONE, true), (Channel::EMAIL, false)].map(|(channel, by_phone)| {
            let marks: BTreeSet<usize> = (0..3).filter(|at| facts[*at] && (by_phone || !phoned[*at])).collect();
            let owner = owners.iter().position(|line| line.matches(&marks, category));
            let told: BTreeSet<RuleId> = copies.iter().enumerate()
                .filter(|(_, line)| line.matches(&marks, category))
                .map(|(number, _)| format!("copy-{number}").parse().unwrap())
                .collect();
            (channel, owner, told)
        });
        for (channel, owner, told) in &ways {
            let complaint = plain.clone().with_channel(*channel);
            let answer = triage(&policy, &complaint, &History::none()).unwrap();
            let row = owner.map(|number| owners[number].row(number, Act::Owner));
            let expected = row.as_ref().map_or(Owner::Unrouted, Owner::Row);
            prop_assert_eq!(answer.owner(), expected);
            prop_assert_eq!(&copies_of(&answer), told);
            prop_assert_eq!(answer.open_marks(), &[]);
            alone(&policy, &complaint, &answer)?;
        }
        // Where nobody knows the channel, what is decided holds either way, and what holds either way is collected.
        let answer = triage(&policy, &plain, &History::none()).unwrap();
        alone(&policy, &plain, &answer)?;
        let [(_, phone, by_phone), (_, mail, by_mail)] = &ways;
        let department = |owner: &Option<usize>| owner.map(|number| owners[number].department);
        match answer.owner() {
            Owner::Row(row) => {
                let found = Department::ALL.iter().position(|unit| Some(*unit) == row.assignee().department());
                prop_assert_eq!((department(phone), department(mail)), (found, found));
            }
            Owner::Unrouted => prop_assert_eq!((phone, mail), (&None, &None)),
            Owner::Undetermined { missing, .. } => prop_assert_eq!(missing, [Input::MARK]),
            Owner::NotDispatched(_) => prop_assert!(false, "closed by force"),
        }
        let sure = copies_of(&answer);
        prop_assert!(sure.is_subset(by_phone) && sure.is_subset(by_mail));
        let open = by_phone != by_mail || &sure != by_phone;
        prop_assert_eq!(answer.missing(Act::Copy).next().is_some(), open, "{:?} {:?} {:?}", sure, by_phone, by_mail);
    }
}
