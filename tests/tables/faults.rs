//! What other systems are known to get wrong in routing, each as a table with the right answer: rows T90 to T93 of the list
//! of known faults.

use chrono::NaiveDate;
use redress::policy::routing::{Assignee, Cell, HitPolicy, RoutingGaps, Row};
use redress::policy::{Policy, PolicyFault, PolicyFaults, Routing};
use redress::taxonomy::Taxonomy;
use redress::triage::account::OwnerAccount;
use redress::triage::{Complaint, History, Owner, triage};
use redress::vocab::{Act, Category, Department, Input, Region, RuleId};
use redress::word;

use crate::tables::world::{BERLIN, at};

const WATER: Category = Category::from_static("own:water");
const NOISE: Category = Category::from_static("own:noise");
const CITY: Region = Region::from_static("land.city");
const WARD: Region = Region::from_static("land.city.ward");
const OTHER_WARD: Region = Region::from_static("land.city.other");
const OTHER_CITY: Region = Region::from_static("land.town");

fn taxonomy() -> Taxonomy {
    Taxonomy::standard().with_only(&[WATER, NOISE]).with_only(&[CITY, WARD, OTHER_WARD, OTHER_CITY])
}

fn build(routing: Routing) -> Result<Policy, PolicyFaults> {
    Policy::builder("known faults")
        .version("1")
        .taxonomy(taxonomy())
        .calendar(BERLIN.clone())
        .routing(routing)
        .build()
}

fn complaint(category: Category) -> Complaint {
    Complaint::new("A-1".parse().unwrap(), at("2026-03-02T10:00:00Z")).with_category(category)
}

fn row(id: &str, department: Department) -> Row {
    Row::owner(id.parse().unwrap(), department)
}

/// (type, ward), (type, city), (type, any), (any, ward).
fn walk() -> Routing {
    Routing::by([Input::CATEGORY, Input::REGION])
        .with_row(row("any-ward", Department::CUSTOMER_SERVICE).with_cell(Cell::under(WARD)))
        .with_row(row("type", Department::TECHNICAL).with_cell(Cell::under(WATER)))
        .with_row(
            row("type-city", Department::QUALITY).with_cell(Cell::under(CITY)).with_cell(Cell::under(WATER)),
        )
        .with_row(
            row("type-ward", Department::DEALER).with_cell(Cell::under(WATER)).with_cell(Cell::under(WARD)),
        )
}

fn rest() -> Row {
    row("rest", Department::FRONT_DESK)
}

#[test]
fn fault_t90_the_most_specific_row_decides_up_the_tree_of_places() {
    let policy = build(walk().with_row(rest())).unwrap();
    for (category, region, expected) in [
        (WATER, WARD, "type-ward"),
        (WATER, OTHER_WARD, "type-city"),
        (WATER, CITY, "type-city"),
        (WATER, OTHER_CITY, "type"),
        (NOISE, WARD, "any-ward"),
        (NOISE, OTHER_WARD, "rest"),
        (NOISE, CITY, "rest"),
        (NOISE, OTHER_CITY, "rest"),
    ] {
        let complaint = complaint(category).with_region(region);
        let answer = triage(&policy, &complaint, &History::none()).unwrap();
        assert_eq!(answer.because(), Some(expected.parse().unwrap()), "{category} in {region}");
    }
}

#[test]
fn fault_t90_a_place_that_is_not_known_yet_leaves_the_owner_open() {
    let policy = build(walk().with_row(rest())).unwrap();
    let complaint = complaint(WATER);
    let answer = triage(&policy, &complaint, &History::none()).unwrap();
    let Owner::Undetermined { missing, otherwise } = answer.owner() else { panic!("{:?}", answer.owner()) };
    assert_eq!(missing, [Input::REGION]);
    assert_eq!(otherwise.map(Row::id), Some(word!(RuleId, "type")));
    assert_eq!(answer.because(), None);
}

#[test]
fn fault_t90_a_table_without_a_row_for_the_rest_is_refused() {
    let faults = build(walk()).unwrap_err();
    let mut holes: Vec<String> = faults.iter().map(ToString::to_string).collect();
    holes.sort_unstable();
    let hole = |region: Region| {
        format!(
            "routing: no row assigns an owner to category `own:noise`, region `{region}`; add a row, or set \
             `gaps = \"unrouted\"`"
        )
    };
    assert_eq!(holes, [hole(OTHER_WARD), hole(CITY), hole(OTHER_CITY)]);
    // Said aloud it is an answer.
    let policy = build(walk().with_gaps(RoutingGaps::Unrouted)).unwrap();
    let complaint = complaint(NOISE).with_region(CITY);
    assert_eq!(triage(&policy, &complaint, &History::none()).unwrap().owner(), Owner::Unrouted);
}

#[test]
fn fault_t91_a_row_for_anything_decides_only_where_no_other_does() {
    let specific = || row("water", Department::TECHNICAL).with_cell(Cell::is(WATER));
    for rows in [[rest(), specific()], [specific(), rest()]] {
        let policy = build(Routing::by([Input::CATEGORY]).with_rows(rows)).unwrap();
        for (category, expected) in [(WATER, Department::TECHNICAL), (NOISE, Department::FRONT_DESK)] {
            let complaint = complaint(category);
            let answer = triage(&policy, &complaint, &History::none()).unwrap();
            assert_eq!(answer.department(), Some(expected));
            assert_eq!(answer.routes(Act::Owner).count(), 1);
        }
    }
}

#[test]
fn fault_t91_where_the_first_row_decides_one_behind_a_row_for_anything_is_refused() {
    let table = Routing::by([Input::CATEGORY]).with_hit_policy(Act::Owner, HitPolicy::First);
    let faults = build(
        table.with_row(rest()).with_row(row("water", Department::TECHNICAL).with_cell(Cell::is(WATER))),
    );
    let expected = PolicyFault::Masked { row: word!(RuleId, "water"), by: vec![word!(RuleId, "rest")] };
    assert_eq!(faults.unwrap_err().faults(), [expected]);
}

#[test]
fn fault_t92_the_account_and_the_answer_name_the_same_single_owner() {
    for hit in [HitPolicy::Unique, HitPolicy::First] {
        let rows = walk().rows().iter().rev().cloned().collect::<Vec<_>>();
        let table = Routing::by([Input::CATEGORY, Input::REGION]).with_hit_policy(Act::Owner, hit);
        let policy = build(table.with_rows(rows).with_row(rest())).unwrap();
        for category in [WATER, NOISE] {
            for region in [CITY, WARD, OTHER_WARD, OTHER_CITY] {
                let complaint = complaint(category).with_region(region);
                let answer = triage(&policy, &complaint, &History::none()).unwrap();
                let owners: Vec<RuleId> = answer.routes(Act::Owner).map(Row::id).collect();
                assert_eq!(owners, [answer.because().unwrap()]);
                let account = answer.explain();
                let OwnerAccount::Routed(account) = account.owner() else { panic!("{:?}", account.owner()) };
                assert_eq!(Some(account.row()), answer.because());
                assert_eq!(account.department(), answer.department());
            }
        }
    }
}

#[test]
fn fault_t93_a_row_to_a_unit_that_goes_out_of_use_is_refused() {
    let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
    let built = |department: Department, last_day: &str, row: Row| {
        Policy::builder("known faults")
            .version("1")
            .taxonomy(taxonomy().with_retired(department, day(last_day)).unwrap())
            .calendar(BERLIN.clone())
            .routing(Routing::by([Input::CATEGORY]).with_row(row))
            .build()
    };
    let (desk, id) = (Department::FRONT_DESK, word!(RuleId, "rest"));
    let assignees = [
        Assignee::Department(desk),
        Assignee::RoleIn(redress::vocab::Role::MANAGER, desk),
        Assignee::UnitConcerned(desk),
    ];
    for assignee in assignees {
        let row = Row::to(id, Act::Owner, assignee);
        let faults = built(desk, "2026-06-30", row.clone()).unwrap_err();
        assert!(
            faults
                .to_string()
                .starts_with("routing row `rest`: department `front-desk` was in use until 2026-06-30"),
            "{faults}"
        );
        // The calendar knows no later day.
        assert!(built(desk, "2027-12-31", row).is_ok());
    }
}

#[test]
fn fault_t93_a_row_to_a_unit_that_nobody_declares_is_refused() {
    let nobody = word!(Department, "own:nobody");
    let faults = build(Routing::by([]).with_row(row("rest", nobody))).unwrap_err();
    assert!(matches!(faults.faults(), [PolicyFault::Undeclared { .. }]), "{faults}");
}
