//! Policies as documents: written down, read back equal, refused with the place of the mistake.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod fingerprints;

use std::{env, fs};

use chrono::Weekday;
use redress::calendar::reading::Fold;
use redress::calendar::{Calendar, Hours, KnownDays, LocalTime, Span, WeekPattern, Zone, instant};
use redress::deadline::choice::{Alternative, Bound, ClosedStart, FirstDay, LateReceipt};
use redress::deadline::{Cutoff, Deadline, End, Roll, Term};
use redress::labels::Labels;
use redress::policy::record::{Cadence, Form, ReportRule};
use redress::policy::routing::{Cell, Row};
use redress::policy::severity::{Rating, RatingRule};
use redress::policy::track::{CompensationRule, Conduct, ConversationRule, ToneRule};
use redress::policy::{Condition, Policy, PolicyDocument, Routing, SeverityRules};
use redress::profiles::choice::{
    HandlingLimit, NoticePeriod, PhaseLimit, Ratings, ResponseLimit, Signatures,
};
use redress::profiles::{
    AutoRepair, Bank, ConsumerBusiness, Control, Defusing, Desk, Developer, GeneralHandling, Hospital, Hotel,
    InstalledGoods, Listening, Nev, Platform, Supplier, SupplierQc, TaxDevice, Wire,
};
use redress::taxonomy::Taxonomy;
use redress::triage::{Complaint, History, triage};
use redress::vocab::kind::{CauseGroup, Importance, Urgency};
use redress::vocab::organisation::{Record, Report};
use redress::vocab::{
    Anchor, Category, Cause, Channel, Demand, Department, Fact, FormField, Input, Locale, Region, Role,
    RuleId, Severity, Subject,
};
use redress::word;

fn calendar() -> Calendar {
    let known = KnownDays::years(2025, 2026).unwrap();
    let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, known).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:30")]);
    Calendar::builder("cn", zone)
        .week(week)
        .holiday("2025-10-01".parse().unwrap(), "National Day")
        .build()
        .unwrap()
}

fn zone(name: &str, known: KnownDays) -> Option<Zone> {
    (name == "Asia/Shanghai").then(|| Zone::tabulate(name, &chrono_tz::Asia::Shanghai, known).unwrap())
}

fn severity() -> SeverityRules {
    SeverityRules::new([Severity::General]).with_otherwise(Severity::General)
}

/// One department owns everything.
fn to(department: Department) -> Routing {
    Routing::by([]).with_row(Row::owner(word!(RuleId, "all"), department))
}

/// A business that acknowledges within an hour of its service and replies within a working day.
fn generic() -> Policy {
    let owners = Routing::by([Input::SUBJECT, Input::Severity])
        .with_row(Row::owner(word!(RuleId, "service"), Department::CUSTOMER_SERVICE))
        .with_row(
            Row::owner(word!(RuleId, "product"), Department::TECHNICAL_SUPPORT)
                .with_cell(Cell::is(Subject::PRODUCT_QUALITY)),
        );
    let hour = ResponseLimit::Within(Term::working(Span::hours(1)).into());
    let day = ResponseLimit::Within(Term::working_days(1).into());
    ConsumerBusiness::new(calendar(), severity(), owners)
        .with_acknowledgement(hour)
        .with_reply(day)
        .build()
        .unwrap()
}

/// From nine to half past six, every day.
fn service_hours() -> Calendar {
    let known = KnownDays::years(2025, 2026).unwrap();
    let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, known).unwrap();
    Calendar::builder("platform", zone).week(Platform::week()).build().unwrap()
}

pub(crate) fn profiles() -> Vec<(&'static str, Policy)> {
    let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
    let limit = HandlingLimit::Within(Term::working_days(5).into());
    let use_affected = Condition::has(Fact::MAY_AFFECT_USE);
    let importance = Rating::new()
        .with_rule(RatingRule::new(word!(RuleId, "use"), Importance::PRIMARY, use_affected))
        .with_otherwise(Importance::SECONDARY);
    let urgency = Rating::new().with_otherwise(Urgency::ROUTINE);
    let desk = || Routing::none().with_row(Row::owner(word!(RuleId, "desk"), Department::CUSTOMER_SERVICE));
    let signatures = Signatures {
        prepared: Role::PERSON_IN_CHARGE,
        reviewed: Role::DEPARTMENT_HEAD,
        approved: Role::SENIOR_MANAGEMENT,
    };
    let ten_days = PhaseLimit::Within(Term::calendar_days(10).into());
    let supplier_qc = SupplierQc::new(calendar(), signatures).with_root_cause(ten_days);
    let terrace = word!(Region, "lake:terrace");
    vec![
        ("nev", Nev::new(calendar(), owners, NoticePeriod::Days(7)).build().unwrap()),
        ("general", GeneralHandling::new(calendar(), severity(), Routing::none()).build().unwrap()),
        ("tax-device", TaxDevice::new(calendar(), limit).build().unwrap()),
        ("supplier", Supplier::new(calendar(), Department::SALES).build().unwrap()),
        ("control", Control::new(calendar(), severity(), Ratings { importance, urgency }).build().unwrap()),
        ("auto-repair", AutoRepair::new(calendar()).build().unwrap()),
        ("bank", Bank::new(calendar(), to(Department::BUSINESS), Cadence::HALF_YEAR).build().unwrap()),
        ("desk", Desk::new(calendar(), Department::CUSTOMER_SERVICE).build().unwrap()),
        ("generic", generic()),
        ("hospital", Hospital::new(calendar(), to(Department::QUALITY), Role::MANAGER).build().unwrap()),
        (
            "installed-goods",
            InstalledGoods::new(calendar(), to(Department::CUSTOMER_SERVICE)).build().unwrap(),
        ),
        ("platform", Platform::new(service_hours(), Department::CUSTOMER_SERVICE).build().unwrap()),
        ("defusing", Defusing::new(calendar(), Department::CUSTOMER_SERVICE).build().unwrap()),
        ("developer", Developer::new(calendar(), desk()).build().unwrap()),
        ("hotel", Hotel::new(calendar(), [terrace], Cadence::MONTH).build().unwrap()),
        ("listening", Listening::new(calendar(), severity(), desk()).build().unwrap()),
        ("supplier-qc", supplier_qc.build().unwrap()),
        ("wire", Wire::new(calendar()).build().unwrap()),
    ]
}

/// Complaints about this and that.
fn complaints() -> Vec<Complaint> {
    let new = |id: &str, received| Complaint::new(id.parse().unwrap(), instant::parse(received).unwrap());
    vec![
        new("c-1", "2025-03-11T10:00:00+08:00").with_category(Category::PRODUCT_QUALITY),
        new("c-2", "2025-09-30T16:45:00+08:00").with_category(Category::SALES_PROCESS),
        new("c-3", "2025-03-14T10:00:00+08:00")
            .with_fact(Fact::MINUTES_LATE, 40)
            .with_fact(Fact::CHARGES_AT_WILL, 1)
            .with_staff("kim".parse().unwrap()),
        new("c-4", "2026-01-02T23:59:59+08:00")
            .with_subject(Subject::SERVICE)
            .with_demand(Demand::EXCHANGE)
            .with_department(Department::SALES, instant::parse("2026-01-05T09:00:00+08:00").unwrap()),
        new("c-5", "2025-05-01T09:00:00+08:00")
            .with_fact(Fact::ON_FORCED_CLOSURE_LIST, 1)
            .with_fact(Fact::NO_SOLUTION_NOW, 1),
    ]
}

/// What a policy comes to as a document.
fn written(policy: &Policy) -> (String, String) {
    let document = PolicyDocument::of(policy);
    (serde_json::to_string_pretty(&document).unwrap(), toml::to_string(&document).unwrap())
}

#[test]
fn every_profile_is_read_back_equal_from_json_and_toml() {
    for (name, policy) in profiles() {
        let (json, toml) = written(&policy);
        let of_json: PolicyDocument = serde_json::from_str(&json).unwrap();
        let of_toml: PolicyDocument = toml::from_str(&toml).unwrap();
        assert_eq!(of_json, PolicyDocument::of(&policy), "{name}");
        assert_eq!(of_toml, of_json, "{name}");
        let again = of_toml.build(zone).unwrap();
        assert_eq!(PolicyDocument::of(&again), of_json, "{name}");
        for complaint in complaints() {
            let triaged =
                |policy| triage(policy, &complaint, &History::none()).map(|triage| triage.explain());
            assert_eq!(triaged(&again), triaged(&policy), "{name}: {}", complaint.id());
        }
        let stored = format!("examples/policies/{name}.toml");
        if env::var_os("UPDATE_GOLDEN").is_some() {
            fs::create_dir_all("examples/policies").unwrap();
            fs::write(&stored, &toml).unwrap();
        }
        assert_eq!(fs::read_to_string(&stored).unwrap(), toml, "{stored}");
    }
}

// Catalogue §5.4.
#[test]
fn the_profiles_have_the_forms_and_the_reports_of_their_procedures() {
    let mut kept = Vec::new();
    for (name, policy) in profiles() {
        for form in policy.forms() {
            let asked: Vec<String> = form.required().iter().map(ToString::to_string).collect();
            let asked = asked.join(" ").replace('`', "");
            kept.push(format!("{name}: {} ({}): {asked}", form.record(), form.citation()));
        }
        for report in policy.reports() {
            kept.push(format!("{name}: {} ({}): {:?}", report.report(), report.citation(), report.cadence()));
        }
    }
    kept.sort_unstable();
    let expected = [
        "bank: training-plan (S05-R22): Months(6)",
        "control: loss-assessment (S18-R18): PerCase",
        "control: quality-sheet (S18-R26): part-number model batch order-time delivery-time delivered-quantity problem-time region phenomenon",
        "control: written-report (S18-R17): PerCase",
        "general: complaint-register (S03-R02): complainant time object demand narrative",
        "generic: complaint-register (S06-R03 S30-R02): complainant contact time narrative",
        "generic: pattern-sort (S30-R03): OnRequest",
        "hotel: complaint-report (S11-R05 S11-R08): narrative findings",
        "hotel: guest-form (S11-R02 S11-R03): narrative time region staff or service signature",
        "hotel: trend-review (S11-R18): Months(1)",
        "nev: classification-list (S23-R21): list-number list-text",
        "nev: forced-closure-list (S23-R19): list-letter list-text",
        "nev: unclosed-notice (S23-R16): Days(7)",
        "supplier-qc: complaint-list (S16-R14): reference",
        "supplier-qc: customer-form (S16-R16): ",
        "supplier-qc: management-review (S16-R15): Months(6)",
        "supplier: complaint-list (S15-R09): reference",
        "supplier: return-list (S15-R10): return-time customer model quantity return-reason",
        "tax-device: handling-sheet (S10-R21 S10-R22 S10-R24): enterprise-data contract-term service-unit device-out-of-store-date or system-activation-date demand grounds class handling-method responsible-unit persons",
        "tax-device: ledger (S10-R30): reference",
        "tax-device: monthly-statistics (S10-R31): Months(1)",
        "tax-device: opinion-report (S10-R32): PerCase",
        "wire: abnormal-sheet (S19-R06 S19-R09): narrative",
        "wire: tracking-sheet (S19-R12): reference",
    ];
    assert_eq!(kept, expected);
}

/// Who gets or fills in something, by the words of the document.
fn people(roles: &[Role], departments: &[Department]) -> Vec<String> {
    let roles = roles.iter().map(ToString::to_string);
    roles.chain(departments.iter().map(ToString::to_string)).collect()
}

// Catalogue §5.4, the last column of both tables.
#[test]
fn each_report_goes_to_those_whom_its_procedure_names() {
    let all = profiles();
    let readers = |profile: &str, report| {
        let (_, policy) = all.iter().find(|(name, _)| *name == profile).unwrap();
        let rule = policy.report(report).unwrap();
        people(rule.roles(), rule.departments())
    };
    assert_eq!(readers("tax-device", Report::MONTHLY_STATISTICS), ["company"]);
    assert_eq!(readers("tax-device", Report::OPINION_REPORT), ["company"]);
    assert_eq!(readers("generic", Report::PATTERN_SORT), ["company"]);
    assert_eq!(readers("control", Report::LOSS_ASSESSMENT), ["complainant", "company"]);
    assert_eq!(readers("control", Report::WRITTEN_REPORT), ["complainant", "company"]);
    assert_eq!(readers("hotel", Report::TREND_REVIEW), ["manager"]);
    assert_eq!(readers("nev", Report::UNCLOSED_NOTICE), ["dealer"]);
    assert_eq!(readers("supplier-qc", Report::MANAGEMENT_REVIEW), ["senior-management", "quality", "market"]);
}

#[test]
fn each_form_is_filled_in_by_those_whom_its_procedure_names() {
    let mut by = Vec::new();
    for (name, policy) in profiles() {
        for form in policy.forms() {
            let people = people(form.roles(), form.departments()).join(" ");
            by.push(format!("{name}: {}: {people}", form.record()));
        }
    }
    by.sort_unstable();
    let expected = [
        "control: quality-sheet: quality",
        "general: complaint-register: handler",
        "generic: complaint-register: handler",
        "hotel: complaint-report: manager department-head",
        "hotel: guest-form: front-desk-staff complainant",
        "nev: classification-list: customer-service",
        "nev: forced-closure-list: company",
        "supplier-qc: complaint-list: quality market",
        "supplier-qc: customer-form: responsible-department",
        "supplier: complaint-list: quality",
        "supplier: return-list: quality",
        "tax-device: handling-sheet: marketing",
        "tax-device: ledger: marketing",
        "wire: abnormal-sheet: salesperson sales-assistant office-supervisor",
        "wire: tracking-sheet: management-representative",
    ];
    assert_eq!(by, expected);
}

#[test]
fn w026_no_profile_takes_a_slip_in_the_street_for_an_accident_of_the_business() {
    let received = instant::parse("2025-03-11T10:00:00+08:00").unwrap();
    let slipped = Complaint::new("c-1".parse().unwrap(), received).with_cause(CauseGroup::ACCIDENT.into());
    for (name, policy) in profiles() {
        let refused = triage(&policy, &slipped, &History::none()).unwrap_err().to_string();
        assert!(refused.contains("cause `accident` needs requirement `s04-r10`"), "{name}: {refused}");
        let inside = slipped.clone().with_fact(Fact::ON_PREMISES, 1);
        assert!(triage(&policy, &inside, &History::none()).is_ok(), "{name}");
    }
}

#[test]
fn a_house_without_the_word_for_an_accident_needs_no_guard_of_it() {
    let attitude =
        Taxonomy::standard().with_only(&[CauseGroup::SERVICE]).with_only(&[Cause::SERVICE_ATTITUDE]);
    let desk = |words| Desk::new(calendar(), Department::CUSTOMER_SERVICE).taxonomy(words).build();
    assert!(desk(attitude).unwrap().requirements().is_empty());
    // Without one of the leaves it is shown by the others.
    let lobby = Taxonomy::standard().with_only(&[Cause::ACCIDENT_ON_PREMISES]);
    let lobby = desk(lobby).unwrap();
    let [guard] = lobby.requirements() else { panic!("one requirement") };
    assert_eq!((guard.id().as_str(), guard.citation()), ("s04-r10", "S04-R10"));
}

/// A desk in JSON, with one part of it replaced.
fn desk(key: &str, value: &str) -> String {
    let parts = [
        ("name", r#""desk""#),
        ("version", r#""1""#),
        (
            "calendar",
            r#"{"name": "cn", "revision": "1", "zone": "Asia/Shanghai", "first": "2026-01-01",
                         "last": "2026-12-31", "week": {"mon": ["09:00-17:00"]}}"#,
        ),
        ("routing", r#"{"inputs": [], "rows": [{"row": "all", "act": "owner", "department": "sales"}]}"#),
    ];
    let mut parts: Vec<(&str, &str)> = parts.into_iter().filter(|(known, _)| *known != key).collect();
    parts.push((key, value));
    let parts: Vec<String> = parts.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
    format!("{{{}}}", parts.join(", "))
}

fn read(text: &str) -> Result<PolicyDocument, String> {
    let place = |error: serde_json::Error| error.to_string().split(" at line").next().unwrap().to_owned();
    serde_json::from_str(text).map_err(place)
}

#[test]
fn a_misspelt_document_is_refused_with_the_place_of_the_mistake() {
    let clock = |due: &str| format!(r#"[{{"clock": "closure", "from": "received", "due": {due}}}]"#);
    let step = |rest: &str| {
        format!(
            r#"[{{"chain": "c", "decision": "remedy", "steps": [{{"step": "s", "act": "approve"{rest}}}]}}]"#
        )
    };
    let cases = [
        ("clokcs", "[]".to_owned(), "unknown field `clokcs`, expected `clocks`, or another key of a policy"),
        ("clocks", clock("{}"), "clocks[0]: due: has no amount, expected one of `elapsed`, `working`, \
            `calendar-days`, `working-days`, `weeks`, `months`, `at`, `earliest` or `latest`"),
        ("clocks", clock(r#"{"weeks": 1, "months": 1}"#), "clocks[0]: due: has more than one amount, expected \
            one of `elapsed`, `working`, `calendar-days`, `working-days`, `weeks`, `months`, `at`, `earliest` or `latest`"),
        ("clocks", clock(r#"{"elapsed": 24}"#), "clocks[0]: due: elapsed: invalid type: integer `24`, expected an amount of time such as `24 h`"),
        ("clocks", clock(r#"{"elapsed": "1.5 h"}"#), "clocks[0]: due: elapsed: `1.5 h` is not an amount of time, expected hours, minutes and seconds such as `24 h`, `1 h 30 min` or `90 s`"),
        ("clocks", clock(r#"{"working-days": 2, "end": "5pm"}"#), "clocks[0]: due: end: end `5pm` is not valid, \
            expected a time of day such as `16:30`, `same-time`, `opening`, `close-of-business` or `end-of-day`, or a map"),
        ("clocks", clock(r#"{"working-days": 2, "roll": "forward"}"#), "clocks[0]: due: roll: roll `forward` is \
            not valid, expected `none`, `following`, `preceding` or `modified-following`, or a map"),
        ("clocks", clock(r#"{"working-days": 2, "cutoff": {"late": "next-calendar-day"}}"#), "clocks[0]: due: \
            cutoff: has no time, expected `at`, or the times of single weekdays"),
        ("clocks", clock(r#"{"working-days": 2, "cutoff": {"at": "16:30", "sat": "11:00", "late": "next-calendar-day"}}"#),
            "clocks[0]: due: cutoff: `at` stands beside single weekdays; use one of the two"),
        ("clocks", clock(r#"{"earliest": [{"weeks": 1}], "roll": "following"}"#), "clocks[0]: due: has parts of \
            a term beside alternatives; move them into each alternative"),
        ("clocks", clock(r#"{"latest": [{"weeks": 1}, {"from": "closed"}]}"#), "clocks[0]: due: latest[1]: has \
            no amount, expected one of `elapsed`, `working`, `calendar-days`, `working-days`, `weeks`, `months`, `at`, `earliest` or `latest`"),
        ("clocks", clock(r#"{"weeks": 1, "from": "closed"}"#), "clocks[0]: due: `from` is possible only in an \
            alternative; a deadline counts from the event of its clock"),
        ("clocks", r#"[{"clock": "closure", "from": "received"}]"#.to_owned(), "clocks[0]: expected one of \
            `due`, `targets` and `not-set`"),
        ("clocks", r#"[{"clock": "closure", "from": "received", "due": {"weeks": 1}, "warnings": [{}]}]"#.to_owned(),
            "clocks[0]: warnings[0]: expected one of `percent` and `before`"),
        ("clocks", r#"[{"clock": "closure", "from": "received", "due": {"weeks": 1}, "warnings": [{"percent": 300}]}]"#.to_owned(), "clocks[0]: warnings[0]: percent: 300 percent, expected 1 to 99"),
        ("clocks", r#"[{"clock": "closure", "from": "received", "due": {"weeks": 1}, "escalation": [{"after": {"weeks": 1, "roll": "following"}, "to": "manager"}]}]"#.to_owned(), "clocks[0]: escalation[0]: after: unknown field `roll`, expected one of `elapsed`, `working`, `calendar-days`, `working-days`, `weeks`, `months`, `percent`, `at`"),
        ("clocks", "{}".to_owned(), "clocks: invalid type: map, expected a list"),
        ("track", r#"{"consent": "yes"}"#.to_owned(), "track: consent: a text, expected true or false"),
        ("track", r#"{"consnet": true}"#.to_owned(), "track: unknown field `consnet`, expected `consent`, or another key of a track"),
        ("track", r#"{"permits": [["close", "manager"]]}"#.to_owned(), "track: permits[0]: invalid type: sequence, expected a permit as a map"),
        ("track", r#"{"follow-up": {"kind": "return-visit", "minimum": -1, "target": 2}}"#.to_owned(), "track: follow-up: minimum: invalid value: integer `-1`, expected a whole number from 0 to 4294967295"),
        ("conduct", r#"{"compensation": "never"}"#.to_owned(), "conduct: compensation: rule of compensation `never` is unknown, expected `proactive`, `grave-errors`, `unsatisfied` or `avoid`"),
        ("conduct", r#"{"conversation": "mail"}"#.to_owned(), "conduct: conversation: rule of conversations `mail` is unknown, expected `call-first`, `by-matter` or `bring-back`"),
        ("conduct", r#"{"tone": true}"#.to_owned(), "conduct: tone: "),
        ("conduct", r#"{"apology": "always"}"#.to_owned(), "conduct: unknown field `apology`, expected one of `compensation`, `conversation`, `tone`"),
        ("conduct", r#"["avoid"]"#.to_owned(), "conduct: invalid type: sequence, expected the conduct as a map"),
        ("approvals", step(""), "approvals[0]: steps[0]: nobody signs, expected one of `by`, `any-of` and \
            `one-of-each`"),
        ("approvals", step(r#", "by": "manager", "any-of": ["manager"]"#), "approvals[0]: steps[0]: who signs is \
            named in more than one way, expected one of `by`, `any-of` and `one-of-each`"),
        ("approvals", step(r#", "by": "manager", "within": {"working-days": 2}"#), "approvals[0]: steps[0]: \
            `within` and `escalate-to` require each other; set both or neither"),
        ("approvals", step(r#", "needed": 2"#), "approvals[0]: steps[0]: `needed` requires `any-of` beside it"),
        ("words", r#"[{"facet": "categorie", "word": "acme:noise"}]"#.to_owned(), "words[0]: facet: facet `categorie` is unknown, expected one of"),
        ("words", r#"[{"facet": "category", "word": "Noise"}]"#.to_owned(), "words[0]: word: code `Noise` has 'N' at byte 0"),
        ("forced-closure", r#"{"test": "list", "listed": "on-forced-closure-list", "no-solution": "no-solution-now"}"#.to_owned(), "forced-closure: test: test for forced closure `list` is unknown, expected `list-and-no-solution` or `list-alone`"),
        ("forms", r#"[{"form": "ledger", "feilds": ["demand"]}]"#.to_owned(), "forms[0]: unknown field `feilds`, expected `fields`, or another key of a form"),
        ("forms", r#"[{"form": "ledger", "fields": ["demand"], "fields": []}]"#.to_owned(), "forms[0]: duplicate field `fields`"),
        ("forms", r#"[{"fields": ["demand"]}]"#.to_owned(), "forms[0]: missing field `form`"),
        ("forms", r#"[{"form": "ledger", "fields": [["demand", "Cause"]]}]"#.to_owned(), "forms[0]: fields[0]: code `Cause` has 'C' at byte 0"),
        ("forms", r#"[{"form": "ledger", "open-ended": 1}]"#.to_owned(), "forms[0]: open-ended: invalid type: integer `1`, expected true or false"),
        ("reports", r#"[{"report": "trend-review"}]"#.to_owned(), "reports[0]: missing field `period`"),
        ("reports", r#"[{"report": "trend-review", "period": "monthly"}]"#.to_owned(), "reports[0]: period: unknown variant `monthly`, expected one of `per-case`, `per-measure`, `on-request`, `days`, `weeks`, `months`, `not-set`"),
        ("reports", r#"[{"report": "trend-review", "period": {"months": "6"}}]"#.to_owned(), "reports[0]: period: months: a text, expected a whole number from 0 to 4294967295"),
        ("reports", r#"[{"report": "trend-review", "period": {"months": 1, "weeks": 1}}]"#.to_owned(), "reports[0]: period: another key beside `months`, expected one key"),
        ("reports", r#"[{"report": "trend-review", "period": "per-case", "audience": "all"}]"#.to_owned(), "reports[0]: unknown field `audience`"),
        ("urgency", r#"{"otherwise": 3}"#.to_owned(), "urgency: otherwise: invalid type: integer `3`, expected a code"),
    ];
    let mut wrong = Vec::new();
    for (key, value, expected) in cases {
        let found = read(&desk(key, &value)).map_or_else(|error| error, |_| String::from("accepted"));
        if !found.starts_with(expected) {
            wrong.push(format!("{key} {value}\n  is        {found}\n  should be {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_document_that_is_no_policy_says_every_fault() {
    let refused = |key: &str, value: &str| {
        let document = read(&desk(key, value)).unwrap();
        document.build(zone).unwrap_err().to_string()
    };
    assert_eq!(
        refused(
            "calendar",
            r#"{"name": "cn", "revision": "1", "zone": "Mars/Base", "first": "2026-01-01", "last": "2026-12-31", "week": {"mon": ["09:00-17:00"]}}"#
        ),
        "calendar: zone `Mars/Base` is unknown, expected a name that the resolver knows, such as `Europe/Berlin`",
    );
    assert_eq!(
        refused(
            "words",
            r#"[{"facet": "category", "word": "acme:x"}, {"facet": "category", "word": "acme:x"}]"#
        ),
        "words: category `acme:x` is declared twice, expected once",
    );
    let both = desk("words", r#"[{"facet": "category", "word": "acme:x"}]"#);
    let both = both.replacen('{', r#"{"only": [{"facet": "category", "words": ["spare-parts"]}], "#, 1);
    let words: Vec<Category> =
        read(&both).unwrap().build(zone).unwrap().taxonomy().words().map(|declared| declared.word).collect();
    assert_eq!(words, [word!(Category, "acme:x"), Category::SPARE_PARTS]);
    assert_eq!(
        refused("words", r#"[{"facet": "category", "word": "acme:x", "en": " "}]"#),
        "words: label of category `acme:x` in `en` is blank, expected 1 to 200 characters",
    );
    assert_eq!(
        refused(
            "approvals",
            r#"[{"chain": "c", "decision": "remedy", "steps": [{"step": "s", "act": "approve", "by": "acme:boss"}]}]"#
        ),
        "approval chain `c` step `s`: role `acme:boss` is not declared in the taxonomy, expected one of 17 words such as `manager`, `counsellor` or `handler`",
    );
}

#[test]
fn every_conduct_is_read_back_equal_and_none_is_not_written() {
    let compensation = [
        None,
        Some(CompensationRule::Proactive),
        Some(CompensationRule::GraveErrors),
        Some(CompensationRule::Unsatisfied),
        Some(CompensationRule::Avoid),
    ];
    let conversation = [
        None,
        Some(ConversationRule::CallFirst),
        Some(ConversationRule::ByMatter),
        Some(ConversationRule::BringBack),
    ];
    let tone = [None, Some(ToneRule::ByFault), Some(ToneRule::OursAlways)];
    let mut seen = 0;
    for offered in compensation {
        for talked in conversation {
            for spoken in tone {
                let mut conduct = Conduct::new();
                conduct = offered.map_or(conduct, |rule| conduct.with_compensation(rule));
                conduct = talked.map_or(conduct, |rule| conduct.with_conversation(rule));
                conduct = spoken.map_or(conduct, |rule| conduct.with_tone(rule));
                let policy =
                    Policy::builder("desk").version("1").calendar(calendar()).routing(Routing::none());
                let policy = policy.conduct(conduct).build().unwrap();
                let (json, toml) = written(&policy);
                assert_eq!(json.contains("conduct"), conduct != Conduct::new(), "{json}");
                let read: PolicyDocument = toml::from_str(&toml).unwrap();
                let again = read.build(zone).unwrap();
                let conduct = again.conduct();
                let parts = (conduct.compensation(), conduct.conversation(), conduct.tone());
                assert_eq!(parts, (offered, talked, spoken), "{toml}");
                assert_eq!(serde_json::from_str::<PolicyDocument>(&json).unwrap(), read);
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 60);
}

#[test]
fn a_conduct_asks_for_no_fact_that_no_complaint_can_have() {
    let other = word!(Fact, "acme:other");
    let faults = |conduct| {
        let words = Taxonomy::standard().with_only(&[other]);
        let builder = Policy::builder("desk")
            .version("1")
            .taxonomy(words)
            .calendar(calendar())
            .routing(Routing::none());
        match builder.conduct(conduct).build() {
            Ok(_) => String::new(),
            Err(faults) => faults.to_string(),
        }
    };
    let expected = "conduct: fact `grave-error` is not declared in the taxonomy, expected `acme:other`";
    assert_eq!(faults(Conduct::new().with_compensation(CompensationRule::GraveErrors)), expected);
    let expected = "conduct: fact `common-sense-question` is not declared in the taxonomy, expected `acme:other`\n\
                    conduct: fact `in-published-faq` is not declared in the taxonomy, expected `acme:other`";
    assert_eq!(faults(Conduct::new().with_conversation(ConversationRule::ByMatter)), expected);
    let plain = Conduct::new()
        .with_compensation(CompensationRule::Avoid)
        .with_conversation(ConversationRule::CallFirst)
        .with_tone(ToneRule::OursAlways);
    assert_eq!(faults(plain), "");
}

#[test]
fn own_words_are_read_with_their_labels_and_days() {
    let words = r#"[{"facet": "category", "word": "acme:noise", "en": "noise", "zh-Hans": "噪音", "from": "2026-02-01"},
                    {"facet": "channel", "word": "fax", "until": "2026-06-30"}]"#;
    let document = read(&desk("words", words)).unwrap();
    let policy = document.build(zone).unwrap();
    let noise = word!(Category, "acme:noise");
    assert_eq!(policy.labels().label(&noise, Locale::ZhHans), "噪音");
    assert!(policy.taxonomy().check_new(noise, "2026-01-31".parse().unwrap()).is_err());
    assert!(policy.taxonomy().check_new(noise, "2026-02-01".parse().unwrap()).is_ok());
    assert!(policy.taxonomy().check_new(Channel::FAX, "2026-07-01".parse().unwrap()).is_err());
    assert_eq!(PolicyDocument::of(&policy).words, document.words);
}

#[test]
fn every_kind_of_deadline_is_read_back_equal() {
    let at = instant::parse("2026-03-02T10:00:00Z").unwrap();
    let saturday = Cutoff::by_weekday(LateReceipt::NextWorkingDay)
        .with_weekday(Weekday::Sat, LocalTime::from_static("11:00"))
        .with_bound(Bound::Exclusive);
    let deadlines = [
        Deadline::from(Term::elapsed(Span::seconds(90))),
        Term::working(Span::minutes(90)).into(),
        Term::calendar_days(0).with_end(End::END_OF_DAY).into(),
        Term::working_days(3).with_end(End::OPENING.with_bound(Bound::Exclusive)).into(),
        Term::weeks(8).with_first_day(FirstDay::DayOne).into(),
        Term::months(3).with_roll(Roll::MODIFIED_FOLLOWING.with_end(End::CLOSE_OF_BUSINESS)).into(),
        Term::at(at).into(),
        Term::working_days(1).with_cutoff(saturday).with_closed_start(ClosedStart::NextWorkingDay).into(),
        Term::calendar_days(1)
            .with_end(End::at(LocalTime::from_static("02:30")).with_fold(Fold::Later))
            .into(),
        Deadline::earliest([
            Alternative::from(Anchor::ACKNOWLEDGED, Term::working_days(2)),
            Deadline::latest([Term::weeks(1), Term::months(1)]).into(),
        ]),
    ];
    for deadline in deadlines {
        let json = serde_json::to_string(&deadline).unwrap();
        assert_eq!(serde_json::from_str::<Deadline>(&json).unwrap(), deadline, "{json}");
    }
}

#[test]
fn forms_and_reports_are_read_back_equal() {
    let forms = r#"[{"form": "handling-sheet", "fields": ["demand", ["device-out-of-store-date", "system-activation-date"]],
                     "optional": ["contact"], "roles": ["handler"], "departments": ["marketing"], "citation": "S10-R21"},
                    {"form": "customer-form", "open-ended": true, "answers-where": {"fact": "customer-form-wanted"}}]"#;
    let document = read(&desk("forms", forms)).unwrap();
    let policy = document.build(zone).unwrap();
    let sheet = Form::new(Record::HANDLING_SHEET)
        .with_fields([FormField::DEMAND])
        .with_one_of([FormField::DEVICE_OUT_OF_STORE_DATE, FormField::SYSTEM_ACTIVATION_DATE])
        .with_optional([FormField::CONTACT])
        .with_role(Role::HANDLER)
        .with_department(Department::MARKETING)
        .with_citation("S10-R21");
    let own = Form::new(Record::CUSTOMER_FORM)
        .with_open_end()
        .with_answers_where(Condition::has(Fact::CUSTOMER_FORM_WANTED));
    assert_eq!(policy.forms(), [sheet, own]);
    let (json, toml) = written(&policy);
    assert_eq!(serde_json::from_str::<PolicyDocument>(&json).unwrap(), document);
    assert_eq!(toml::from_str::<PolicyDocument>(&toml).unwrap(), document);

    let reports = r#"[{"report": "management-review", "period": {"months": 6}, "counted-from": "2025-04-01",
                       "roles": ["senior-management"], "departments": ["quality"], "citation": "S16-R15"},
                      {"report": "opinion-report", "period": "per-case"},
                      {"report": "unclosed-notice", "period": {"not-set": "the period of the notice"}}]"#;
    let document = read(&desk("reports", reports)).unwrap();
    let policy = document.build(zone).unwrap();
    let review = ReportRule::new(Report::MANAGEMENT_REVIEW, Cadence::HALF_YEAR)
        .with_counted_from("2025-04-01".parse().unwrap())
        .with_role(Role::SENIOR_MANAGEMENT)
        .with_department(Department::QUALITY)
        .with_citation("S16-R15");
    let not_set = Cadence::NotSet("the period of the notice".into());
    let others = [
        ReportRule::new(Report::OPINION_REPORT, Cadence::PerCase),
        ReportRule::new(Report::UNCLOSED_NOTICE, not_set),
    ];
    assert_eq!(policy.reports().split_first().unwrap(), (&review, &others[..]));
    let (json, toml) = written(&policy);
    assert_eq!(serde_json::from_str::<PolicyDocument>(&json).unwrap(), document);
    assert_eq!(toml::from_str::<PolicyDocument>(&toml).unwrap(), document);
}

#[test]
fn labels_that_a_document_would_lose_or_confuse_are_faults() {
    let (noise, din) = (word!(Category, "acme:noise"), word!(Category, "acme:din"));
    let built = |taxonomy: Taxonomy, labels: Labels| {
        let routing = Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::SALES));
        let builder = Policy::builder("desk").version("1").calendar(calendar()).routing(routing);
        builder.taxonomy(taxonomy).labels(labels).build()
    };
    let label = |labels: Labels, word, text| labels.with_label(word, Locale::En, text).unwrap();
    let words = Taxonomy::standard().with_word(noise).with_word(din);
    // A label of a word that nobody declares.
    let faults = built(Taxonomy::standard(), label(Labels::standard(), noise, "noise")).unwrap_err();
    assert!(faults.to_string().starts_with("labels: category `acme:noise` is not declared"), "{faults}");
    // One label for two words, of which a person can mean either.
    let one = label(label(Labels::standard(), noise, "noise"), din, "noise");
    assert_eq!(
        built(words.clone(), one.clone()).unwrap_err().to_string(),
        "words: category `acme:noise` has the same label as `acme:din` in `en`; give the two words different labels"
    );
    // One after the other they may have one.
    let after =
        Taxonomy::standard().with_word(noise).with_retired(noise, "2025-12-31".parse().unwrap()).unwrap();
    let after = after.with_from(din, "2026-01-01".parse().unwrap());
    let policy = built(after, one).unwrap();
    let again = PolicyDocument::of(&policy).build(zone).unwrap();
    assert_eq!(again.labels(), policy.labels());
    // A standard word keeps its own label beside others that differ.
    let parts = Labels::standard().label(&Category::SPARE_PARTS, Locale::En).to_owned();
    assert!(built(words.clone(), label(Labels::standard(), noise, &parts)).is_err());
    assert!(built(words, label(Labels::standard(), noise, "noise")).is_ok());
}

#[test]
fn thousands_of_own_words_are_read_and_built() {
    let word = |number: usize| {
        format!(r#"{{"facet": "category", "word": "acme:w{number}", "en": "word {number}"}}"#)
    };
    let words: Vec<String> = (0..4_000).map(word).collect();
    let document = read(&desk("words", &format!("[{}]", words.join(",")))).unwrap();
    let policy = document.build(zone).unwrap();
    assert_eq!(PolicyDocument::of(&policy).words.len(), 4_000);
    let twice = format!("[{},{}]", words.join(","), word(3_999));
    let faults = read(&desk("words", &twice)).unwrap().build(zone).unwrap_err();
    assert!(faults.to_string().starts_with("words: category `acme:w3999`"), "{faults}");
}
