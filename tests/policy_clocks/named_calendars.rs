//! Calendars of their own for clocks, targets and departments: in the policy, its document and its triage.

use proptest::prelude::*;
use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern};
use redress::deadline::explanation::TraceStep;
use redress::deadline::rule::{ChangeEffect, Warning};
use redress::deadline::{Anchors, Clock, Count, Deadline, Term};
use redress::policy::clock::{ClockScope, SeveralCategories, Target};
use redress::policy::limits::MAX_CALENDARS;
use redress::policy::{ClockRule, Policy, PolicyBuilder, PolicyDocument};
use redress::render::Renderer;
use redress::triage::answer::ClockOutcome;
use redress::triage::{Complaint, ComplaintDocument, History, triage};
use redress::vocab::{Anchor, Category, ClockName, Department, Locale, Role, RuleId, Severity};
use redress::word;

use crate::policy_clocks::support::*;

const RESPONSE: ClockName = ClockName::RESPONSE;
const CONTAINMENT: ClockName = ClockName::CONTAINMENT;
const PARTS: Category = Category::SPARE_PARTS;
const SALES: Category = Category::SALES_PROCESS;

fn response(due: Term) -> ClockRule {
    ClockRule::new(Clock::new(RESPONSE, Anchor::RECEIVED), due)
}

fn targets(targets: impl IntoIterator<Item = Target>) -> ClockRule {
    ClockRule::by_target(Clock::new(RESPONSE, Anchor::RECEIVED), targets)
}

fn target(id: RuleId, category: Category, due: Term) -> Target {
    Target::new(id, category, due)
}

/// A clock of each department, from when that received it.
fn of_departments(due: Term) -> ClockRule {
    let clock = Clock::new(CONTAINMENT, Anchor::DEPARTMENT_RECEIVED);
    ClockRule::new(clock, due).with_scope(ClockScope::Department)
}

#[track_caller]
fn due(policy: &Policy, complaint: &Complaint, name: ClockName) -> String {
    let triage = triage(policy, complaint, &History::none()).unwrap();
    shown(triage.due(name).unwrap_or_else(|| panic!("{:?}", triage.clocks())).at())
}

/// The clocks of a complaint: name, department, calendar and due date.
fn all(policy: &Policy, complaint: &Complaint) -> Vec<String> {
    let triage = triage(policy, complaint, &History::none()).unwrap();
    let line = |clock: &redress::triage::answer::ClockTriage<'_>| {
        let department = clock.department().map_or(String::new(), |unit| format!(" {unit}"));
        let due = clock.due().map_or("–".to_owned(), |due| shown(due.at()));
        format!("{}{department} by {}: {due}", clock.name(), clock.calendar().name())
    };
    triage.clocks().iter().map(line).collect()
}

#[test]
fn fault_c02_a_clock_counts_by_the_calendar_that_it_names() {
    let policy = desk()
        .named_calendar(daily())
        .clock(response(Term::working(Span::hours(4))).with_calendar("daily"))
        .clock(ClockRule::new(
            Clock::new(ClockName::CLOSURE, Anchor::RECEIVED),
            Term::working(Span::hours(4)),
        ))
        .build()
        .unwrap();
    // Friday 16:00: one hour left of the day; the rest on Saturday, or on Monday.
    let friday = complaint("2026-03-06 16:00");
    assert_eq!(due(&policy, &friday, RESPONSE), "Sat 2026-03-07 12:00");
    assert_eq!(due(&policy, &friday, ClockName::CLOSURE), "Mon 2026-03-09 12:00");
}

#[test]
fn fault_c02_a_target_goes_before_a_department_that_before_a_clock_and_that_before_the_policy() {
    let day = || Term::working_days(1);
    let policy = |clock: ClockRule| {
        desk()
            .named_calendar(daily())
            .named_calendar(warehouse())
            .named_calendar(plant())
            .department_calendar(Department::QUALITY, "warehouse")
            .clock(clock)
            .clock(response(day()).with_calendar("plant"))
            .clock(
                ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), day())
                    .with_calendar("daily"),
            )
            .build()
            .unwrap()
    };
    let friday = berlin("2026-03-06 10:00");
    let said = complaint("2026-03-06 10:00")
        .with_category(PARTS)
        .with_department(Department::QUALITY, friday)
        .with_department(Department::SALES, friday);
    let with_target = |target: Target| {
        let clock = Clock::new(CONTAINMENT, Anchor::DEPARTMENT_RECEIVED);
        ClockRule::by_target(clock, [target]).with_scope(ClockScope::Department)
    };
    let containment = |clock: ClockRule| {
        let mut lines = all(&policy(clock), &said);
        lines.retain(|line| line.starts_with("containment"));
        lines
    };
    // Of the policy.
    assert_eq!(
        containment(of_departments(day())),
        [
            "containment quality by warehouse: Mon 2026-03-09 10:00",
            "containment sales by office: Mon 2026-03-09 10:00"
        ]
    );
    // Of the clock, and the department before it.
    assert_eq!(
        containment(of_departments(day()).with_calendar("daily")),
        [
            "containment quality by warehouse: Mon 2026-03-09 10:00",
            "containment sales by daily: Sat 2026-03-07 10:00"
        ]
    );
    // Of the target, before all.
    let parts = || target(word!(RuleId, "parts"), PARTS, day());
    assert_eq!(
        containment(with_target(parts().with_calendar("daily")).with_calendar("plant")),
        [
            "containment quality by daily: Sat 2026-03-07 10:00",
            "containment sales by daily: Sat 2026-03-07 10:00"
        ]
    );
    // A target that names none, and one that names the policy's own.
    assert_eq!(
        containment(with_target(parts()).with_calendar("daily")),
        [
            "containment quality by warehouse: Mon 2026-03-09 10:00",
            "containment sales by daily: Sat 2026-03-07 10:00"
        ]
    );
    assert_eq!(
        containment(with_target(parts().with_calendar("office")).with_calendar("daily")),
        [
            "containment quality by office: Mon 2026-03-09 10:00",
            "containment sales by office: Mon 2026-03-09 10:00"
        ]
    );
}

#[test]
fn a_department_below_another_has_its_calendar() {
    let north = word!(Department, "acme:stores.north");
    let stores = word!(Department, "acme:stores");
    let taxonomy = redress::taxonomy::Taxonomy::standard().with_word(stores).with_word(north);
    let policy = desk()
        .taxonomy(taxonomy)
        .named_calendar(daily())
        .named_calendar(warehouse())
        .department_calendar(stores, "daily")
        .department_calendar(Department::QUALITY, "warehouse")
        .clock(of_departments(Term::working_days(1)))
        .build()
        .unwrap();
    let rule = policy.clock(CONTAINMENT).unwrap();
    let of = |unit| policy.calendar_of(rule, unit).name().to_owned();
    assert_eq!(of(Some(north)), "daily");
    assert_eq!(of(Some(Department::QUALITY)), "warehouse");
    assert_eq!(of(Some(Department::SALES)), "office");
    assert_eq!(of(None), "office");
}

#[test]
fn otherwise_is_no_target_and_counts_by_the_clock() {
    let policy = desk()
        .named_calendar(daily())
        .named_calendar(warehouse())
        .clock(
            targets([
                target(word!(RuleId, "parts"), PARTS, Term::working(Span::hours(8))).with_calendar("daily")
            ])
            .with_otherwise(Term::working(Span::hours(8)))
            .with_calendar("warehouse"),
        )
        .build()
        .unwrap();
    let friday = || complaint("2026-03-06 16:00");
    assert_eq!(all(&policy, &friday().with_category(PARTS)), ["response by daily: Sat 2026-03-07 16:00"]);
    assert_eq!(all(&policy, &friday()), ["response by warehouse: Mon 2026-03-09 14:00"]);
    assert_eq!(all(&policy, &friday().with_category(SALES)), ["response by warehouse: Mon 2026-03-09 14:00"]);
}

/// Of several categories each target counts by its own calendar, and the earliest instant is due, whichever had fewer days.
#[test]
fn of_several_targets_each_counts_by_its_own_calendar() {
    let clock = targets([
        target(word!(RuleId, "parts"), PARTS, Term::working_days(1)),
        target(word!(RuleId, "sales"), SALES, Term::working_days(2)).with_calendar("daily"),
    ]);
    let policy =
        |several| desk().named_calendar(daily()).clock(clock.clone().with_several(several)).build().unwrap();
    let friday = complaint("2026-03-06 10:00").with_category(PARTS).with_category(SALES);
    // Two days of the daily desk end on Sunday, one of the office on Monday.
    let earliest = policy(SeveralCategories::Earliest);
    assert_eq!(all(&earliest, &friday), ["response by daily: Sun 2026-03-08 10:00"]);
    let main = policy(SeveralCategories::Main);
    assert_eq!(all(&main, &friday), ["response by office: Mon 2026-03-09 10:00"]);
    // On a Monday the office is first.
    let monday = complaint("2026-03-09 10:00").with_category(PARTS).with_category(SALES);
    assert_eq!(all(&earliest, &monday), ["response by office: Tue 2026-03-10 10:00"]);
}

#[test]
fn a_clock_from_the_due_date_of_another_counts_by_its_own_calendar() {
    let next = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(1))
        .with_from_due_of(RESPONSE)
        .with_calendar("daily");
    let policy =
        desk().named_calendar(daily()).clock(next).clock(response(Term::working_days(1))).build().unwrap();
    assert_eq!(
        all(&policy, &complaint("2026-03-05 10:00")),
        ["response by office: Fri 2026-03-06 10:00", "closure by daily: Sat 2026-03-07 10:00"]
    );
}

/// A host that keeps the record of a clock by itself asks it with the calendar of the policy.
#[test]
fn the_record_of_a_clock_keeps_its_calendar() {
    let policy = desk()
        .named_calendar(daily())
        .clock(response(Term::working_days(1)).with_calendar("daily"))
        .clock(ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(1)))
        .build()
        .unwrap();
    let said = complaint("2026-03-06 10:00");
    let judged = triage(&policy, &said, &History::none()).unwrap();
    let dues: Vec<String> = judged
        .clocks()
        .iter()
        .map(|clock| {
            let record = judged.record(clock).unwrap();
            let due = clock.rule().clock().due(policy.calendar(), &record, said.received()).unwrap().unwrap();
            assert_eq!(Some(due), clock.due());
            shown(due.at())
        })
        .collect();
    assert_eq!(dues, ["Sat 2026-03-07 10:00", "Mon 2026-03-09 10:00"]);
}

#[test]
fn an_explanation_names_the_calendar_of_each_clock() {
    let policy = desk()
        .named_calendar(plant())
        .clock(response(Term::working_days(1)).with_calendar("plant"))
        .clock(ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(3)))
        .build()
        .unwrap();
    let said = complaint("2026-03-06 10:00");
    let account = triage(&policy, &said, &History::none()).unwrap().explain();
    let named = account.clocks().iter().map(|clock| match &clock.trace().steps()[0] {
        TraceStep::Calendar { name, zone, .. } => format!("{name} {zone}"),
        other => panic!("{other:?}"),
    });
    assert_eq!(named.collect::<Vec<_>>(), ["plant Asia/Shanghai", "office Europe/Berlin"]);
    let text = Renderer::of(&policy, Locale::En).explanation(&account);
    // The due date of the plant is shown by its wall clock.
    assert!(text.contains("response: due Mon 2026-03-09 17:00"), "{text}");
    assert!(text.contains("calendar plant"), "{text}");
    assert!(text.contains("calendar office"), "{text}");
    for locale in [Locale::ZhHans, Locale::ZhHant] {
        let text = Renderer::of(&policy, locale).explanation(&account);
        assert!(text.contains("plant") && text.contains("office"), "{text}");
    }
}

#[test]
fn what_a_calendar_does_not_know_is_its_own_error() {
    let known = KnownDays::new("2026-01-01".parse().unwrap(), "2026-03-10".parse().unwrap()).unwrap();
    let short = Calendar::builder("short", zone("Europe/Berlin", known).unwrap())
        .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
        .build()
        .unwrap();
    let policy = desk()
        .named_calendar(short)
        .clock(response(Term::working_days(5)).with_calendar("short"))
        .clock(ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(5)))
        .build()
        .unwrap();
    let said = complaint("2026-03-06 10:00");
    let triage = triage(&policy, &said, &History::none()).unwrap();
    let texts: Vec<String> = triage
        .clocks()
        .iter()
        .map(|clock| match clock.outcome() {
            ClockOutcome::Undetermined(error) => error.to_string(),
            ClockOutcome::Due(due) => shown(due.at()),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(
        texts,
        [
            "calendar `short` does not cover 2026-03-11, only 2026-01-01 to 2026-03-10; extend its known days",
            "Fri 2026-03-13 10:00"
        ]
    );
}

const FILE: &str = r#"
    name = "desk"
    version = "1"
    department-calendars = { quality = "warehouse" }

    [calendar]
    name = "office"
    revision = "2026"
    zone = "Europe/Berlin"
    first = "2026-01-01"
    last = "2026-12-31"
    week = { mon = ["09:00-17:00"], tue = ["09:00-17:00"] }

    [[calendars]]
    name = "warehouse"
    revision = "w-1"
    zone = "Asia/Shanghai"
    first = "2026-01-01"
    last = "2026-12-31"
    week = { wed = ["09:00-17:00"] }

    [[calendars]]
    name = "Saturday service"
    revision = "s-1"
    zone = "Europe/Berlin"
    first = "2026-01-01"
    last = "2026-06-30"
    week = { sat = ["09:00-13:00"] }

    [routing]
    inputs = []
    gaps = "unrouted"
    rows = []

    [[clocks]]
    clock = "response"
    from = "received"
    calendar = "warehouse"
    otherwise = { working = "2 h" }
    targets = [{ target = "parts", category = "spare-parts", due = { working = "1 h" }, calendar = "Saturday service" }]

    [[clocks]]
    clock = "containment"
    from = "department-received"
    scope = "department"
    due = { working = "3 h" }
"#;

#[test]
fn fault_c02_a_file_has_named_calendars_and_is_read_back_equal() {
    let document = read(FILE);
    let policy = document.build(zone).unwrap();
    let names: Vec<&str> = policy.calendars().map(Calendar::name).collect();
    assert_eq!(names, ["office", "warehouse", "Saturday service"]);
    assert_eq!(policy.calendar().name(), "office");
    let of_departments: Vec<String> =
        policy.department_calendars().map(|(unit, own)| format!("{unit}: {}", own.name())).collect();
    assert_eq!(of_departments, ["quality: warehouse"]);
    let rule = policy.clock(RESPONSE).unwrap();
    assert_eq!(rule.calendar(), Some("warehouse"));
    assert_eq!(rule.target(Some(PARTS), None).and_then(Target::calendar), Some("Saturday service"));
    let written = PolicyDocument::of(&policy);
    let json = serde_json::to_string(&written).unwrap();
    assert_eq!(serde_json::from_str::<PolicyDocument>(&json).unwrap(), written);
    assert_eq!(toml::from_str::<PolicyDocument>(&toml::to_string(&written).unwrap()).unwrap(), written);
    assert_eq!(PolicyDocument::of(&written.build(zone).unwrap()), written);
    assert_eq!(written.calendars, document.calendars);
    assert_eq!(written.department_calendars, document.department_calendars);
}

#[test]
fn fault_c02_a_bad_calendar_is_refused_at_its_place() {
    let changed = |from: &str, to: &str| {
        assert!(FILE.contains(from), "{from}");
        faults(read(&FILE.replace(from, to)).build(zone))
    };
    assert_eq!(
        changed(r#"calendar = "warehouse""#, r#"calendar = "stores""#),
        [
            "clock `response`: calendar `stores` is not declared, expected `office`, `warehouse` or `Saturday service`"
        ]
    );
    assert_eq!(
        changed(r#"calendar = "Saturday service""#, r#"calendar = "saturday service""#),
        [
            "clock `response` target `parts`: calendar `saturday service` is not declared, \
             expected `office`, `warehouse` or `Saturday service`",
            "calendar `Saturday service`: is not used; name it in a clock, a target or a department, or remove it",
        ]
    );
    assert_eq!(
        changed(r#"quality = "warehouse""#, r#"quality = "none""#),
        ["department calendar `quality`: calendar `none` is not declared, \
             expected `office`, `warehouse` or `Saturday service`"]
    );
    assert_eq!(
        changed(r#"{ quality = "warehouse" }"#, r#"{ qualty = "warehouse" }"#),
        ["department calendar `qualty`: department `qualty` is not declared in the taxonomy, \
             expected one of 25 words such as `quality`, `dealer` or `sales`"]
    );
    assert_eq!(
        changed(r#"name = "Saturday service""#, r#"name = "office""#)[0],
        "calendar `office`: declared twice; give each calendar its own name"
    );
    assert_eq!(
        changed(r#"scope = "department""#, r#"scope = "case""#),
        [
            "department calendar `quality`: is not used, because no clock has the scope `department`; add such a \
            clock, or remove the calendar"
        ]
    );
    let hours = changed(r#"week = { sat = ["09:00-13:00"] }"#, r#"week = { sat = ["9:00-13:00"] }"#);
    assert_eq!(hours.len(), 1);
    assert!(hours[0].starts_with("calendar `Saturday service`: week.sat[0]: "), "{hours:?}");
    assert_eq!(
        changed(r#"zone = "Asia/Shanghai""#, r#"zone = "Asia/Shangai""#),
        [
            "calendar `warehouse`: zone `Asia/Shangai` is unknown, expected a name that the resolver knows, such as `Europe/Berlin`"
        ]
    );
    let misspelt =
        toml::from_str::<PolicyDocument>(&FILE.replace("quality = \"warehouse\"", "Quality = \"warehouse\""));
    let misspelt = misspelt.unwrap_err();
    assert!(misspelt.message().starts_with("department-calendars: "), "{misspelt}");
    let twice = serde_json::from_str::<PolicyDocument>(
        r#"{"name": "desk", "version": "1", "department-calendars": {"quality": "a", "quality": "b"}}"#,
    );
    let twice = twice.unwrap_err().to_string();
    assert!(
        twice.starts_with("department-calendars: key `quality` stands twice, expected it once"),
        "{twice}"
    );
}

#[test]
fn fault_c02_every_fault_of_calendars_is_told_in_rust_too() {
    let one = |builder: PolicyBuilder| faults(builder.clock(response(Term::working_days(1))).build());
    assert_eq!(
        one(desk().named_calendar(daily())),
        ["calendar `daily`: is not used; name it in a clock, a target or a department, or remove it"]
    );
    assert_eq!(
        faults(desk().clock(response(Term::working_days(1)).with_calendar("day\nly")).build()),
        ["clock `response`: calendar `day\\nly` is not declared, expected `office`"]
    );
    let twice = desk()
        .named_calendar(daily())
        .department_calendar(Department::QUALITY, "daily")
        .department_calendar(Department::QUALITY, "office")
        .clock(of_departments(Term::working_days(1)));
    assert_eq!(
        faults(twice.build()),
        ["department calendar `quality`: declared twice; keep one calendar for each department"]
    );
    let many = (0..=MAX_CALENDARS).fold(desk(), |builder, _| builder.named_calendar(daily()));
    assert_eq!(one(many), ["the policy has 101 named calendars, expected at most 100"]);
    let carries = |targets: [Target; 2]| {
        let clock = Clock::new(RESPONSE, Anchor::RECEIVED).with_on_change(ChangeEffect::CarryElapsed);
        desk().named_calendar(daily()).clock(ClockRule::by_target(clock, targets)).build()
    };
    let [parts, sales] = [
        target(word!(RuleId, "parts"), PARTS, Term::working(Span::hours(1))).with_calendar("daily"),
        target(word!(RuleId, "sales"), SALES, Term::working(Span::hours(2))),
    ];
    assert_eq!(
        faults(carries([parts.clone(), sales.clone()])),
        [
            "clock `response`: cannot carry elapsed time from one target to another, because they use different \
             calendars; use `keep-start`, `restart`, or one calendar"
        ]
    );
    assert!(carries([parts, sales.with_calendar("daily")]).is_ok());
}

#[test]
fn a_policy_without_a_calendar_says_so_once() {
    let none = Policy::builder("desk")
        .version("1")
        .routing(redress::policy::Routing::none())
        .named_calendar(daily())
        .clock(response(Term::working_days(1)).with_calendar("daily"));
    assert_eq!(faults(none.build()), ["the policy has no calendar"]);
}

/// Warnings and escalations have no calendar of their own, and the rule of a clock is one for all of them.
#[test]
fn a_clock_with_a_calendar_keeps_its_other_parts() {
    let clock = Clock::new(RESPONSE, Anchor::RECEIVED).with_warning(Warning::Share(80));
    let rule = ClockRule::new(clock, Term::working_days(2))
        .with_calendar("daily")
        .with_escalation(Count::WorkingDays(1), Role::MANAGER);
    let json = serde_json::to_value(&rule).unwrap();
    assert_eq!(json["calendar"], "daily");
    assert_eq!(serde_json::from_value::<ClockRule>(json).unwrap(), rule);
}

proptest! {
    /// The oracle: each category's target by its own calendar, one by one, and the least of the instants.
    #[test]
    fn the_earliest_of_targets_by_any_calendars_is_the_least_of_each_alone(
        picks in prop::collection::vec((0_usize..4, 1_u32..6, 0_usize..3), 1..5),
        hour in 0_i64..24 * 28,
    ) {
        let calendars = [office(), daily(), warehouse(), plant()];
        let categories = [PARTS, SALES, Category::PRODUCT_QUALITY, Category::TECHNICAL_CAPABILITY];
        let terms = |amount: u32, kind: usize| match kind {
            0 => Term::working(Span::hours(amount)),
            1 => Term::working_days(amount),
            _ => Term::calendar_days(amount),
        };
        let id = |index: usize| format!("t-{index}").parse::<RuleId>().unwrap();
        let made = picks.iter().zip(categories).enumerate().map(|(index, (&(own, amount, kind), category))| {
            target(id(index), category, terms(amount, kind)).with_calendar(calendars[own].name().to_owned())
        });
        let rule = targets(made);
        let used: Vec<usize> = picks.iter().map(|pick| pick.0).collect();
        let named = (1..4).filter(|index| used.contains(index)).map(|index| calendars[index].clone());
        let policy = named.fold(desk(), PolicyBuilder::named_calendar).clock(rule).build().unwrap();
        let received = berlin("2026-03-01 00:00") + chrono::TimeDelta::hours(hour);
        let said = ComplaintDocument { words: categories[..picks.len()].iter().copied().collect(), ..ComplaintDocument::new("a-1".parse().unwrap(), received) };
        let each = picks.iter().map(|&(own, amount, kind)| {
            let anchors = Anchors::received(received);
            Deadline::from(terms(amount, kind)).due(&calendars[own], Anchor::RECEIVED, &anchors).unwrap()
        });
        let least = each.min();
        let complaint = said.clone().build().unwrap();
        let judged = triage(&policy, &complaint, &History::none()).unwrap();
        prop_assert_eq!(judged.due(RESPONSE), least);
        let story = Story::of(policy.clone(), said);
        let clocks = story.clocks();
        prop_assert_eq!(clocks[0].reading(&policy, story.now).due(), least);
        prop_assert_eq!(clocks[0].calendar(&policy, story.now).name(), judged.clocks()[0].calendar().name());
    }
}

#[test]
fn a_severity_that_is_not_known_asks_for_the_same_target_at_every_level() {
    // Two levels, one target by each calendar: while the severity is open nobody knows which counts.
    let rules = redress::policy::SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(redress::policy::severity::SeverityRule::new(
            word!(RuleId, "grave"),
            Severity::Serious,
            redress::policy::Condition::is(redress::vocab::Cause::from(
                redress::vocab::kind::CauseGroup::SERVICE,
            )),
        ))
        .with_otherwise(Severity::General);
    let policy = desk()
        .severity(rules)
        .named_calendar(daily())
        .clock(targets([
            Target::of_severity(word!(RuleId, "all"), Severity::General, Term::working_days(1)),
            Target::of_severity(word!(RuleId, "grave"), Severity::Serious, Term::working_days(1))
                .with_calendar("daily"),
        ]))
        .build()
        .unwrap();
    let said = complaint("2026-03-06 10:00");
    let judged = triage(&policy, &said, &History::none()).unwrap();
    assert!(matches!(judged.clocks()[0].outcome(), ClockOutcome::Undetermined(_)), "{:?}", judged.clocks());
}
