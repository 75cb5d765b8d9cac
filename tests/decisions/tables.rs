//! The tables of the ready policies against those of the catalogue: the severity rules of §6.1, the routing
//! rows of §6.3, the claim kinds of §6.2.
//!
//! The tables stand here as the catalogue writes them. A slow reading of them has to come to what the
//! policies come to, for every complaint of a few facts.

use std::collections::BTreeSet;

use redress::policy::Policy;
use redress::policy::routing::{Assignee, Row};
use redress::policy::severity::SeverityRule;
use redress::profiles::choice::{
    ClaimKindSource, CommaReading, HalfHour, ListedGrave, NoticePeriod, UnlistedGrave,
};
use redress::profiles::{Nev, TaxDevice};
use redress::triage::{Complaint, History, triage};
use redress::vocab::kind::ClaimKind;
use redress::vocab::track::Containment;
use redress::vocab::{Act, Category, Cause, Channel, Demand, Department, Fact, Mark, Severity, Subject};

use super::support::{china, complaint, control, general, supplier, tax_device, upheld};

/// A rule of §6.1: where any of the lines holds. A line holds where all its facts are so, as often as said.
struct Rule {
    id: &'static str,
    level: Severity,
    citation: &'static str,
    lines: Vec<Vec<(Fact, u32)>>,
    /// Whether the conditions are joined by the commas of A16.
    joined: bool,
}

/// The readings that change a rule.
#[derive(Clone, Copy, Debug)]
struct Reading {
    half_hour: HalfHour,
    several: u32,
    joined: CommaReading,
    unlisted: UnlistedGrave,
    listed: ListedGrave,
}

const DEFAULT: Reading = Reading {
    half_hour: HalfHour::AtLeast,
    several: 3,
    joined: CommaReading::All,
    unlisted: UnlistedGrave::Serious,
    listed: ListedGrave::General,
};

/// §6.1, items 2 and 3, but for R15, which looks at what came before, and R11, which looks at the others.
fn rules(reading: Reading) -> Vec<Rule> {
    let general = |id, citation, line: &[(Fact, u32)]| Rule {
        id,
        level: Severity::General,
        citation,
        lines: vec![line.to_vec()],
        joined: false,
    };
    let serious = |id, citation, lines: &[&[(Fact, u32)]], joined| Rule {
        id,
        level: Severity::Serious,
        citation,
        lines: lines.iter().map(|line| line.to_vec()).collect(),
        joined,
    };
    let n = reading.several;
    let late = match reading.half_hour {
        HalfHour::AtLeast => 30,
        HalfHour::MoreThan => 31,
    };
    let reputation = (Fact::REPUTATION_GRAVELY_AFFECTED, 1);
    let difficulty = (Fact::BUSINESS_IN_DIFFICULTY, 1);
    let mut rules = vec![
        general("s10-r04", "S10-R04", &[(Fact::HOTLINE_TRIES, n)]),
        general("s10-r05", "S10-R05", &[(Fact::HOTLINE_MISCONDUCT, 1)]),
        general("s10-r06", "S10-R06", &[(Fact::NOT_REPLACED_IN_TIME, 1)]),
        general("s10-r07", "S10-R07", &[(Fact::FAILED_REPAIRS, n), (Fact::LOW_SKILL, 1)]),
        general("s10-r08", "S10-R08", &[(Fact::VISIT_EVADED, 1)]),
        general("s10-r09", "S10-R09", &[(Fact::MINUTES_LATE, late)]),
        general("s10-r10", "S10-R10", &[(Fact::NOT_UPGRADED_IN_TIME, 1), (Fact::INVOICING_TROUBLE, 1)]),
        serious(
            "s10-r12",
            "S10-R12",
            &[&[(Fact::VILE_ATTITUDE, 1), reputation], &[(Fact::IMPROPER_WORDS, 1), reputation]],
            true,
        ),
        serious(
            "s10-r13",
            "S10-R13",
            &[&[(Fact::BROKEN_APPOINTMENTS, n), difficulty, (Fact::GRAVE_CONSEQUENCES, 1)]],
            true,
        ),
        serious(
            "s10-r14",
            "S10-R14",
            &[&[(Fact::SERVICE_NOT_IN_PLACE, 1), difficulty, (Fact::MEDIA_EXPOSURE, 1)]],
            true,
        ),
        serious("s10-r16", "S10-R16", &[&[(Fact::PUSHES_PRODUCTS, 1)]], false),
        serious("s10-r17", "S10-R17", &[&[(Fact::CHARGES_AT_WILL, 1)]], false),
        serious("s10-r18", "S10-R18", &[&[(Fact::TAKES_PROPERTY, 1)]], false),
        serious(
            "s10-r19",
            "S10-R19",
            &[&[(Fact::REPUTATION_HARMED, 1), (Fact::AUTHORITY_CRITICISM, 1)]],
            true,
        ),
    ];
    if reading.joined == CommaReading::Any {
        for rule in rules.iter_mut().filter(|rule| rule.joined) {
            rule.lines = rule.lines.concat().into_iter().map(|fact| vec![fact]).collect();
        }
    }
    rules
}

/// A rule that matched: id, level, citation.
type Matched = (String, Severity, String);

/// What §6.1 comes to: the level, the rules that matched, the marks.
type Outcome = (Severity, BTreeSet<Matched>, Vec<Mark>);

/// §6.1, step by step.
fn by_the_catalogue(reading: Reading, complaint: &Complaint, recurs: bool) -> Outcome {
    let grave = complaint.count(Fact::GRAVE_CONSEQUENCES) > 0;
    let matched = |id: &str, level, citation: &str| (id.to_owned(), level, citation.to_owned());
    let holds = |line: &Vec<(Fact, u32)>| line.iter().all(|&(fact, n)| complaint.count(fact) >= n);
    let mut found: BTreeSet<Matched> = rules(reading)
        .iter()
        .filter(|rule| rule.lines.iter().any(holds))
        .map(|rule| matched(rule.id, rule.level, rule.citation))
        .collect();
    let mut marks = Vec::new();
    let listed_general = found.iter().any(|(_, level, _)| *level == Severity::General);
    if listed_general && grave && reading.listed == ListedGrave::Serious {
        found.insert(matched("a46", Severity::Serious, ""));
    }
    let mut level = found.iter().map(|(_, level, _)| *level).max().unwrap_or(Severity::General);
    if found.is_empty() {
        match (grave, reading.unlisted) {
            (false, _) => {
                found.insert(matched("s10-r11", Severity::General, "S10-R11"));
            }
            (true, UnlistedGrave::Serious) => {
                found.insert(matched("a17", Severity::Serious, ""));
                level = Severity::Serious;
                marks.push(Mark::UNLISTED_GRAVE);
            }
            (true, UnlistedGrave::General) => {}
        }
    }
    if level == Severity::General && recurs {
        found.insert(matched("s10-r15", Severity::Serious, "S10-R15"));
        level = Severity::Serious;
    }
    if level == Severity::General && listed_general && grave {
        // Once for each listed case.
        marks.extend(found.iter().map(|_| Mark::GRAVE));
    }
    (level, found, marks)
}

fn by_the_profile(policy: &Policy, complaint: &Complaint, history: &History) -> Outcome {
    let triage = triage(policy, complaint, history).unwrap();
    let severity = triage.severity().unwrap();
    let rules = severity.matched();
    let matched = rules.map(|rule| (rule.id().to_string(), rule.level(), rule.citation().to_owned()));
    let matched = matched.collect();
    let marks = triage.marks().iter().map(|(mark, _)| *mark).collect();
    (severity.level().severity().unwrap(), matched, marks)
}

fn profile(reading: Reading) -> TaxDevice {
    tax_device()
        .with_half_hour(reading.half_hour)
        .with_hotline_tries(reading.several)
        .with_failed_repairs(reading.several)
        .with_broken_appointments(reading.several)
        .with_recurrence(TaxDevice::same_staff(reading.several))
        .with_joined(reading.joined)
        .with_unlisted_grave(reading.unlisted)
        .with_listed_grave(reading.listed)
}

/// Everything that a rule looks at, at the numbers on both sides of its bound.
const STATEMENTS: [(Fact, u32); 30] = [
    (Fact::HOTLINE_TRIES, 1),
    (Fact::HOTLINE_TRIES, 2),
    (Fact::HOTLINE_TRIES, 3),
    (Fact::HOTLINE_MISCONDUCT, 1),
    (Fact::NOT_REPLACED_IN_TIME, 1),
    (Fact::FAILED_REPAIRS, 1),
    (Fact::FAILED_REPAIRS, 2),
    (Fact::FAILED_REPAIRS, 3),
    (Fact::LOW_SKILL, 1),
    (Fact::VISIT_EVADED, 1),
    (Fact::MINUTES_LATE, 29),
    (Fact::MINUTES_LATE, 30),
    (Fact::MINUTES_LATE, 31),
    (Fact::NOT_UPGRADED_IN_TIME, 1),
    (Fact::INVOICING_TROUBLE, 1),
    (Fact::GRAVE_CONSEQUENCES, 1),
    (Fact::VILE_ATTITUDE, 1),
    (Fact::IMPROPER_WORDS, 1),
    (Fact::REPUTATION_GRAVELY_AFFECTED, 1),
    (Fact::BROKEN_APPOINTMENTS, 1),
    (Fact::BROKEN_APPOINTMENTS, 2),
    (Fact::BROKEN_APPOINTMENTS, 3),
    (Fact::BUSINESS_IN_DIFFICULTY, 1),
    (Fact::SERVICE_NOT_IN_PLACE, 1),
    (Fact::MEDIA_EXPOSURE, 1),
    (Fact::PUSHES_PRODUCTS, 1),
    (Fact::CHARGES_AT_WILL, 1),
    (Fact::TAKES_PROPERTY, 1),
    (Fact::REPUTATION_HARMED, 1),
    (Fact::AUTHORITY_CRITICISM, 1),
];

/// Every complaint about the technician of which at most so many statements are so.
fn complaints(most: usize) -> Vec<Complaint> {
    let mut found = Vec::new();
    say_more(&complaint().with_staff("T-7".parse().unwrap()), &STATEMENTS, most, &mut found);
    found
}

/// The complaint, and with it every one of which up to so many of these statements are so besides.
fn say_more(known: &Complaint, statements: &[(Fact, u32)], most: usize, found: &mut Vec<Complaint>) {
    found.push(known.clone());
    if most == 0 {
        return;
    }
    for (place, &(fact, count)) in statements.iter().enumerate() {
        // A fact is so as often as was said, not twice.
        if known.count(fact) == 0 {
            let more = known.clone().with_fact(fact, count);
            say_more(&more, statements.get(place + 1..).unwrap_or_default(), most - 1, found);
        }
    }
}

/// What came before: the technician has so many upheld general complaints.
fn before(upheld_complaints: usize) -> History {
    let days = ["Wed 2025-01-08 09:00", "Wed 2025-02-12 14:00", "Mon 2025-03-03 16:00"];
    let cases = days.iter().zip(["P-1", "P-2", "P-3"]).take(upheld_complaints);
    History::of(cases.map(|(local, id)| upheld(id, local).with_staff("T-7".parse().unwrap()))).unwrap()
}

/// Compares both readings of the table, and returns the rules that ever matched.
#[track_caller]
fn agree(reading: Reading, most: usize) -> BTreeSet<Matched> {
    let policy = profile(reading).build().unwrap();
    let several = usize::try_from(reading.several).unwrap();
    let mut seen = BTreeSet::new();
    for (history, recurs) in [(before(several - 1), false), (before(several), true)] {
        for complaint in complaints(most) {
            let expected = by_the_catalogue(reading, &complaint, recurs);
            let found = by_the_profile(&policy, &complaint, &history);
            assert_eq!(found, expected, "{reading:?}: {:?}", complaint.facts().collect::<Vec<_>>());
            seen.extend(found.1);
        }
    }
    seen
}

/// The lines of §6.1, items 2 to 4, with the levels they give: first those that stand for themselves.
const RULES: [(&str, Severity, &str); 14] = [
    ("s10-r04", Severity::General, "S10-R04"),
    ("s10-r05", Severity::General, "S10-R05"),
    ("s10-r06", Severity::General, "S10-R06"),
    ("s10-r07", Severity::General, "S10-R07"),
    ("s10-r08", Severity::General, "S10-R08"),
    ("s10-r09", Severity::General, "S10-R09"),
    ("s10-r10", Severity::General, "S10-R10"),
    ("s10-r12", Severity::Serious, "S10-R12"),
    ("s10-r13", Severity::Serious, "S10-R13"),
    ("s10-r14", Severity::Serious, "S10-R14"),
    ("s10-r16", Severity::Serious, "S10-R16"),
    ("s10-r17", Severity::Serious, "S10-R17"),
    ("s10-r18", Severity::Serious, "S10-R18"),
    ("s10-r19", Severity::Serious, "S10-R19"),
];

/// General f, and what is neither in a list nor without grave consequences (A17).
const FALLBACKS: [(&str, Severity, &str); 2] =
    [("s10-r11", Severity::General, "S10-R11"), ("a17", Severity::Serious, "")];

/// Serious d lifts a general complaint.
const RECURRENCE: (&str, Severity, &str) = ("s10-r15", Severity::Serious, "S10-R15");

#[test]
fn the_tax_device_declares_the_severity_rules_of_the_catalogue_and_no_others() {
    let policy = tax_device().build().unwrap();
    let rules = policy.severity().unwrap();
    let told = |rule: &SeverityRule| (rule.id().to_string(), rule.level(), rule.citation().to_owned());
    let written = |(id, level, citation): (&str, Severity, &str)| (id.to_owned(), level, citation.to_owned());
    assert!(rules.rules().iter().map(told).eq(RULES.map(written)));
    assert!(rules.fallbacks().iter().map(told).eq(FALLBACKS.map(written)));
    let lifts: Vec<_> = rules.escalations().map(|(from, rule)| (from, told(rule))).collect();
    assert_eq!(lifts, [(Severity::General, written(RECURRENCE))]);
    assert_eq!(rules.otherwise(), None);
    assert_eq!(rules.levels(), [Severity::General, Severity::Serious]);
}

#[test]
fn every_severity_rule_of_the_tax_device_is_the_one_of_the_catalogue() {
    let seen = agree(DEFAULT, 4);
    // None of them is there for nothing.
    let all = RULES.into_iter().chain(FALLBACKS).chain([RECURRENCE]);
    let all = all.map(|(id, level, citation)| (id.to_owned(), level, citation.to_owned()));
    assert_eq!(seen, all.collect());
}

#[test]
fn every_severity_rule_of_the_tax_device_is_the_one_of_the_catalogue_in_every_reading() {
    for half_hour in [HalfHour::AtLeast, HalfHour::MoreThan] {
        for several in [2, 3] {
            for joined in [CommaReading::All, CommaReading::Any] {
                for unlisted in [UnlistedGrave::Serious, UnlistedGrave::General] {
                    for listed in [ListedGrave::General, ListedGrave::Serious] {
                        agree(Reading { half_hour, several, joined, unlisted, listed }, 3);
                    }
                }
            }
        }
    }
}

/// A row of §6.3: id, when, act, to, element. When: a complaint that the row is for, and one that it is not
/// for, where there is one.
struct Line {
    id: &'static str,
    when: Complaint,
    not_when: Option<Complaint>,
    act: Act,
    to: Department,
    element: &'static str,
}

/// Checks every row, and that the policy has no other rows than these and the ones said to be beside them.
#[track_caller]
fn has(policy: &Policy, lines: &[Line], beside: &[(&str, Act, Department, &str)]) {
    let rows = policy.routing().rows();
    let row = |id: &str| -> &Row { rows.iter().find(|row| row.id().as_str() == id).unwrap() };
    for line in lines {
        let row = row(line.id);
        let told = (row.act(), row.assignee().department(), row.citation());
        assert_eq!(told, (line.act, Some(line.to), line.element), "{}", line.id);
        let gets = |complaint: &Complaint| {
            let triage = triage(policy, complaint, &History::none()).unwrap();
            triage.routes(line.act).any(|got| got.id() == row.id())
        };
        assert!(gets(&line.when), "{}", line.id);
        assert!(!line.not_when.as_ref().is_some_and(gets), "{}", line.id);
    }
    for (id, act, to, element) in beside {
        let row = row(id);
        assert_eq!((row.act(), row.assignee().department(), row.citation()), (*act, Some(*to), *element));
    }
    assert_eq!(rows.len(), lines.len() + beside.len());
}

/// A row for a complaint, and not for another.
fn line(
    id: &'static str,
    when: Complaint,
    not_when: impl Into<Option<Complaint>>,
    (act, to): (Act, Department),
    element: &'static str,
) -> Line {
    Line { id, when, not_when: not_when.into(), act, to, element }
}

#[test]
fn the_general_procedure_has_its_rows() {
    let topic = |cause| complaint().with_cause(cause);
    let (transport, quality) = (Cause::DELIVERY_TRANSPORT, Cause::PRODUCT_QUALITY_SPOILED);
    let owner = |department| (Act::Owner, department);
    has(
        &general().build().unwrap(),
        &[
            line("rt01", topic(transport), topic(quality), owner(Department::STORAGE_TRANSPORT), "S03-R06"),
            line("rt02", topic(quality), topic(transport), owner(Department::QUALITY), "S03-R07"),
        ],
        &[],
    );
}

#[test]
fn the_maker_of_tax_devices_has_its_rows() {
    let policy = tax_device().build().unwrap();
    has(
        &policy,
        &[
            line("rt04", complaint(), None, (Act::Owner, Department::MARKETING), "S10-R20"),
            line(
                "rt05",
                complaint(),
                None,
                (Act::Responsible, Department::TECHNICAL_SERVICE_UNIT),
                "S10-R34",
            ),
        ],
        // The third lane of the drawing (A27).
        &[("lane", Act::Support, Department::QUALITY, "S10-R02")],
    );
    // It is the unit of the customer's contract.
    let unit = Assignee::UnitConcerned(Department::TECHNICAL_SERVICE_UNIT);
    assert!(policy.routing().rows().iter().any(|row| row.assignee() == unit));
}

#[test]
fn the_supplier_of_parts_has_its_rows() {
    let returned = complaint().with_channel(Channel::RETURNED_GOODS);
    let phoned = complaint().with_channel(Channel::PHONE);
    let about = |category| complaint().with_category(category);
    let measure = |measure| complaint().with_containment(measure);
    let (quality, technology) = (Category::PRODUCT_QUALITY, Category::TECHNICAL_CAPABILITY);
    let warehouse = Department::FINISHED_GOODS_WAREHOUSE;
    let (intake, owner) = (|to| (Act::Intake, to), |to| (Act::Owner, to));
    let contained = |id, when, not_when, to, element| {
        line(id, measure(when), measure(not_when), (Act::Containment, to), element)
    };
    let policy = supplier().build().unwrap();
    has(
        &policy,
        &[
            line("rt09", complaint(), None, intake(Department::SALES), "S15-R02"),
            line("rt10", returned, phoned, intake(warehouse), "S15-R07"),
            line("rt11", about(quality), about(technology), owner(Department::QUALITY), "S15-R03 S15-R11"),
            line("rt12", about(technology), about(quality), owner(Department::TECHNICAL), "S15-R04"),
            contained(
                "rt13",
                Containment::RETURN_EXCHANGE,
                Containment::EXTRA_INSPECTION,
                Department::SALES,
                "S15-R19",
            ),
            contained(
                "rt14",
                Containment::EXTRA_INSPECTION,
                Containment::REWORK,
                Department::QUALITY,
                "S15-R20",
            ),
            contained("rt15", Containment::REWORK, Containment::RESHIP, Department::PRODUCTION, "S15-R21"),
        ],
        &[
            // RT10 goes on: sales informs quality.
            ("rt10-quality", Act::Support, Department::QUALITY, "S15-R08"),
            ("others", Act::Owner, Department::SALES, "S15-R05"),
            ("list", Act::Copy, Department::QUALITY, "S15-R09"),
        ],
    );
    for (measure, element) in [
        (Containment::RETURN_EXCHANGE, Some("S15-R19")),
        (Containment::RESHIP, Some("S15-R19")),
        (Containment::EXTRA_INSPECTION, Some("S15-R20")),
        (Containment::STOCK_RECHECK, Some("S15-R20")),
        (Containment::REWORK, Some("S15-R21")),
        (Containment::ISOLATE, None),
    ] {
        let complaint = complaint().with_containment(measure);
        let triage = triage(&policy, &complaint, &History::none()).unwrap();
        assert!(triage.routes(Act::Containment).map(Row::citation).eq(element), "{measure}");
    }
}

#[test]
fn the_control_of_complaints_has_its_rows() {
    let about = |subject| complaint().with_subject(subject);
    let policy = control().build().unwrap();
    has(
        &policy,
        &[
            line(
                "rt18",
                about(Subject::SERVICE),
                about(Subject::PRODUCT_QUALITY),
                (Act::Owner, Department::BUSINESS),
                "S18-R10",
            ),
            line(
                "rt19",
                about(Subject::PRODUCT_QUALITY),
                about(Subject::SERVICE),
                (Act::Owner, Department::QUALITY),
                "S18-R13",
            ),
            line("rt20", complaint(), None, (Act::Copy, Department::QUALITY), "S18-R23"),
            line(
                "emergency",
                complaint().with_containment(Containment::SUPPLY_GOOD),
                complaint().with_containment(Containment::REWORK),
                (Act::Containment, Department::QUALITY),
                "S18-R14 S18-R15",
            ),
            line(
                "intake-quality",
                about(Subject::PRODUCT_ENVIRONMENT),
                about(Subject::SERVICE),
                (Act::Intake, Department::QUALITY),
                "S18-R13",
            ),
        ],
        &[
            ("intake", Act::Intake, Department::BUSINESS, "S18-R10"),
            ("support", Act::Support, Department::RESPONSIBLE_DEPARTMENT, "S18-R19 S18-R27"),
        ],
    );
    let substance = about(Subject::PRODUCT_ENVIRONMENT);
    let triage = triage(&policy, &substance, &History::none()).unwrap();
    assert_eq!(triage.because().unwrap().as_str(), "rt19");
}

#[test]
fn the_maker_of_vehicles_has_a_row_for_every_category() {
    let businesses = [
        (Category::PRODUCT_QUALITY, Department::QUALITY),
        (Category::SALES_PROCESS, Department::DEALER),
        (Category::SPARE_PARTS, Department::BUSINESS),
        (Category::TECHNICAL_CAPABILITY, Department::TECHNICAL),
        (Category::SERVICE_PROCESS, Department::DEALER),
        (Category::VEHICLE_DOCUMENTS, Department::SALES),
    ];
    let policy = Nev::new(china(), businesses, NoticePeriod::Days(7)).build().unwrap();
    let owners = policy.routing().rows().iter().filter(|row| row.act() == Act::Owner);
    assert_eq!(owners.count(), businesses.len());
    for (category, business) in businesses {
        let complaint = complaint().with_category(category);
        let triage = triage(&policy, &complaint, &History::none()).unwrap();
        let [row] = triage.routes(Act::Owner).collect::<Vec<_>>()[..] else { panic!("one owner") };
        assert_eq!(
            (row.act(), row.assignee(), row.citation()),
            (Act::Owner, Assignee::Department(business), "S23-R12")
        );
        // K07: whatever it is about, customer service takes it in.
        let others = Act::ALL.iter().filter(|&&act| act != Act::Owner);
        let [intake] = others.flat_map(|&act| triage.routes(act)).collect::<Vec<_>>()[..] else {
            panic!("one intake")
        };
        assert_eq!(
            (intake.act(), intake.assignee(), intake.citation()),
            (Act::Intake, Assignee::Department(Department::CUSTOMER_SERVICE), "S23-R12")
        );
    }
}

/// §6.2, step by step: the kind and whether damages are flagged.
fn claim_kind(by: ClaimKindSource, subject: Subject, demands: &[Demand]) -> (ClaimKind, bool) {
    let goods =
        [Demand::REWORK, Demand::EXCHANGE, Demand::RETURN].iter().any(|goods| demands.contains(goods));
    let damages =
        [Demand::CONTRACT_DAMAGES, Demand::COMPENSATION].iter().any(|money| demands.contains(money));
    let product = [Subject::PRODUCT_QUALITY, Subject::PRODUCT_ENVIRONMENT].contains(&subject);
    let demand_first = match (goods, damages) {
        (true, true) => Some((ClaimKind::CLAIM, false)),
        (true, false) => Some((ClaimKind::APPEAL, false)),
        (false, _) => None,
    };
    let subject_next = (!product).then_some((ClaimKind::OTHER, damages));
    let found = match by {
        ClaimKindSource::Demand => demand_first.or(subject_next),
        ClaimKindSource::Subject => subject_next.or(demand_first),
    };
    let last = if damages { ClaimKind::CLAIM } else { ClaimKind::APPEAL };
    found.unwrap_or((last, false))
}

#[test]
fn every_claim_kind_is_the_one_of_the_catalogue() {
    let wanted = [
        Demand::REWORK,
        Demand::EXCHANGE,
        Demand::RETURN,
        Demand::CONTRACT_DAMAGES,
        Demand::COMPENSATION,
        Demand::APOLOGY,
    ];
    for by in [ClaimKindSource::Demand, ClaimKindSource::Subject] {
        let policy = control().with_claim_kind(by).build().unwrap();
        for subject in [Subject::SERVICE, Subject::PRODUCT_QUALITY, Subject::PRODUCT_ENVIRONMENT] {
            for chosen in 0..1_u32 << wanted.len() {
                let demands = wanted.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1);
                let demands: Vec<Demand> = demands.map(|(_, demand)| *demand).collect();
                let said = complaint().with_subject(subject).with_no_demand();
                let said = demands.iter().copied().fold(said, Complaint::with_demand);
                let triage = triage(&policy, &said, &History::none()).unwrap();
                let found = (triage.claim_kind().unwrap(), triage.is_marked(Mark::COMPENSATION_DEMANDED));
                assert_eq!(found, claim_kind(by, subject, &demands), "{by:?}, {subject}, {demands:?}");
            }
        }
    }
}
