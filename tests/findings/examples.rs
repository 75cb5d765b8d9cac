//! A policy for each finding, and the page that shows them.
//!
//! `UPDATE_GOLDEN=1 cargo test findings::` rewrites `src/docs/findings.md`.

use std::fmt::Write as _;
use std::{env, fs};

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Berlin;
use redress::approval::signing::TimeLimit;
use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
use redress::calendar::{Calendar, Hours, KnownDays, LocalTime, WeekPattern, Zone};
use redress::deadline::choice::LateReceipt;
use redress::deadline::rule::{Hardness, PauseRule, Warning};
use redress::deadline::{Clock, Count, Cutoff, End, Roll, Term};
use redress::policy::clock::{ClockRounds, Target};
use redress::policy::fault::FaultPlace;
use redress::policy::finding::{Example, Finding, Grade};
use redress::policy::people::PeopleRules;
use redress::policy::routing::{Cell, CellTest, HitPolicy, RoutingGaps, Row};
use redress::policy::severity::{SeverityGaps, SeverityRule};
use redress::policy::track::ReopeningWindow;
use redress::policy::{
    ClockRule, Condition, Policy, PolicyBuilder, PolicyDocument, Routing, SeverityRules, Track,
};
use redress::taxonomy::Taxonomy;
use redress::triage::{Complaint, History, Owner, triage};
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::{
    Act, Action, Anchor, Category, Channel, ClockName, Department, Facet, Fact, Input, PauseReason, Role,
    RuleId, Severity, Subject,
};
use redress::word;

const PAGE: &str = "src/docs/findings.md";

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn calendar() -> Calendar {
    let zone = Zone::tabulate("Europe/Berlin", &Berlin, KnownDays::years(2026, 2026).unwrap()).unwrap();
    Calendar::builder("office", zone)
        .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
        .build()
        .unwrap()
}

fn desk() -> PolicyBuilder {
    Policy::builder("desk").version("1").calendar(calendar()).routing(Routing::none())
}

fn id(text: &str) -> RuleId {
    text.parse().unwrap()
}

fn rule(name: &str, level: Severity, when: Condition) -> SeverityRule {
    SeverityRule::new(id(name), level, when)
}

fn levels() -> SeverityRules {
    SeverityRules::new([Severity::Minor, Severity::Serious]).with_otherwise(Severity::Minor)
}

fn response() -> Clock {
    Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
}

fn time(text: &str) -> LocalTime {
    text.parse().unwrap()
}

fn routed(rows: impl IntoIterator<Item = Row>, act: Act, hit: HitPolicy) -> PolicyBuilder {
    let routing = Routing::by([Input::SUBJECT, Input::CHANNEL]).with_gaps(RoutingGaps::Unrouted);
    desk().routing(routing.with_hit_policy(act, hit).with_rows(rows))
}

fn refunds(step: Step) -> ApprovalTable {
    ApprovalTable::new().with_chain(Chain::new(id("refunds"), DecisionKind::Remedy).with_step(step))
}

fn review() -> Step {
    Step::new(id("review"), ApprovalAct::Review, Signers::one(Role::MANAGER))
}

fn roster(people: &[(&str, Role)]) -> Roster {
    let builder = Roster::builder("r-1");
    people
        .iter()
        .fold(builder, |builder, (person, role)| {
            builder.holding(Holding::new(person.parse().unwrap(), *role))
        })
        .build()
        .unwrap()
}

/// A finding of every kind, each of a policy that shows it.
#[expect(
    clippy::too_many_lines,
    clippy::large_stack_arrays,
    reason = "one list of everything that can be found"
)]
pub(crate) fn examples() -> Vec<Finding> {
    let press = || Condition::has(Fact::MEDIA_EXPOSURE);
    let calls = |least| Condition::at_least(Fact::HOTLINE_TRIES, least);
    let service = |name: &str, unit| Row::owner(id(name), unit).with_cell(Cell::is(Subject::SERVICE));
    let copy = |name: &str| Row::new(id(name), Act::Copy, Department::COMPANY);
    let phone = Cell::is(Channel::PHONE);
    let months = Term::months(1);
    let in_the_night = |text| Term::calendar_days(1).with_end(End::at(time(text)));
    let waiting = PauseRule::new(PauseReason::AWAITING_CUSTOMER);
    let visits = Clock::new(ClockName::RETURN_VISITS, Anchor::RECEIVED);
    let closure =
        |days| ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::calendar_days(days));
    let promise = response().with_hardness(Hardness::Soft);
    let promise = ClockRule::new(promise, Term::working_days(5)).with_until(Anchor::CLOSED);
    let noise = word!(Fact, "acme:noise");
    let words = |taxonomy: Taxonomy| desk().taxonomy(taxonomy);
    let many = (0..102).fold(Taxonomy::standard(), |taxonomy, number| {
        taxonomy.with_word(Fact::from(format!("acme:f-{number}").parse::<redress::vocab::Code>().unwrap()))
    });
    let target = Target::new(id("quality"), Category::PRODUCT_QUALITY, Term::working_days(2));
    let only = Taxonomy::standard().with_only(&[Category::PRODUCT_QUALITY, Category::SALES_PROCESS]);
    let quality =
        Row::owner(id("quality"), Department::QUALITY).with_cell(Cell::is(Category::PRODUCT_QUALITY));
    let owners =
        Routing::by([Input::CATEGORY]).with_row(quality).with_row(Row::owner(id("rest"), Department::SALES));
    let limit = TimeLimit { term: Term::working_days(1), escalate_to: Role::MANAGER };
    let people = PeopleRules::new().with_parted(Action::FindCause, Action::Close);
    let parted = Track::new()
        .with_permit(Action::FindCause, Role::MANAGER)
        .with_permit(Action::Close, Role::DEPARTMENT_HEAD);
    let drafts = [
        desk().routing(Routing::by([Input::SUBJECT]).with_row(service("service", Department::BUSINESS))),
        desk().clock(ClockRule::new(
            response(),
            Term::working_days(1).with_cutoff(Cutoff::daily(time("16:00"), LateReceipt::NextWorkingDay)),
        )),
        routed([service("service", Department::BUSINESS)], Act::Owner, HitPolicy::Unique),
        routed(
            [
                service("service", Department::BUSINESS),
                Row::owner(id("phone"), Department::SALES).with_cell(phone.clone()),
                Row::owner(id("rest"), Department::QUALITY),
            ],
            Act::Owner,
            HitPolicy::First,
        ),
        routed([copy("all"), copy("phone").with_cell(phone)], Act::Copy, HitPolicy::Collect),
        desk().severity(
            levels()
                .with_rule(rule(
                    "both",
                    Severity::Serious,
                    Condition::all([press(), Condition::not(press())]),
                ))
                .with_rule(rule("press", Severity::Serious, press())),
        ),
        desk().severity(
            levels()
                .with_level(Severity::General)
                .with_rule(rule("press", Severity::Serious, press()))
                .with_rule(rule("often", Severity::General, Condition::at_least(Fact::MEDIA_EXPOSURE, 3)))
                .with_otherwise(Severity::Minor),
        ),
        desk().severity(levels().with_rule(rule("press", Severity::Serious, press())).with_rule(rule(
            "media",
            Severity::Serious,
            press(),
        ))),
        desk().severity(levels().with_rule(rule("press", Severity::Serious, press())).with_rule(rule(
            "quiet",
            Severity::Minor,
            Condition::not(press()),
        ))),
        desk().severity(levels().with_rule(rule(
            "few",
            Severity::Serious,
            Condition::all([calls(1), Condition::not(calls(3))]),
        ))),
        desk().severity(
            SeverityRules::new([Severity::Serious]).with_gaps(SeverityGaps::Unrated).with_rule(rule(
                "few",
                Severity::Serious,
                Condition::all([calls(1), Condition::not(calls(3))]),
            )),
        ),
        words(Taxonomy::standard().with_word(noise)),
        words(many),
        desk()
            .clock(ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::CONSENTED), Term::working_days(1))),
        desk().track(Track::new().with_reopening(ReopeningWindow::Never)).clock(
            ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::CUSTOMER_WROTE), Term::working_days(1))
                .with_rounds(ClockRounds::Later),
        ),
        desk()
            .clock(ClockRule::not_set(response(), "the days for a response"))
            .clock(closure(5).with_from_due_of(ClockName::RESPONSE)),
        desk().clock(ClockRule::new(visits, Term::working_days(1))),
        desk().taxonomy(only).routing(owners).clock(ClockRule::by_target(response(), [target])),
        desk().clock(ClockRule::new(
            response().with_warning(Warning::Lead(Count::WorkingDays(2))),
            Term::working_days(2),
        )),
        desk().clock(closure(6)).clock(promise),
        desk().clock(
            ClockRule::new(response(), Term::working_days(1))
                .with_escalation(Term::working_days(1), Role::MANAGER)
                .with_escalation(Term::working_days(2), Role::MANAGER),
        ),
        desk().approvals(refunds(review().with_limit(limit))),
        desk().clock(ClockRule::new(response(), months)),
        desk().clock(ClockRule::new(response(), in_the_night("02:30"))),
        desk().clock(ClockRule::new(
            response(),
            Term::calendar_days(2).with_end(End::CLOSE_OF_BUSINESS).with_roll(Roll::FOLLOWING),
        )),
        desk().clock(ClockRule::new(
            response(),
            Term::working_days(1)
                .with_end(End::CLOSE_OF_BUSINESS)
                .with_cutoff(Cutoff::daily(time("18:00"), LateReceipt::NextWorkingDay))
                .with_closed_start(redress::deadline::choice::ClosedStart::NextWorkingDay),
        )),
        desk().clock(ClockRule::new(
            response().with_pause(waiting),
            Term::calendar_days(4).with_end(End::END_OF_DAY).with_roll(Roll::MODIFIED_FOLLOWING),
        )),
    ];
    let mut found: Vec<Finding> = drafts.iter().flat_map(PolicyBuilder::findings).collect();
    let late = desk().clock(ClockRule::new(response(), Term::working_days(5))).build().unwrap();
    found.extend(late.findings_on(at("2026-12-28T10:00:00Z")));
    let now = at("2026-03-02T10:00:00Z");
    let signed = desk().approvals(refunds(review()));
    let own = signed.clone().track(Track::new().with_permit(Action::Propose, Role::MANAGER)).build().unwrap();
    let signed = signed.build().unwrap();
    found.extend(signed.findings_with(&roster(&[]), now));
    found.extend(
        signed.findings_with(&roster(&[("anna", Role::MANAGER), ("kim", Role::PERSON_IN_CHARGE)]), now),
    );
    found.extend(own.findings_with(&roster(&[("anna", Role::MANAGER)]), now));
    let parted = desk().track(parted).people(people).build().unwrap();
    found.extend(
        parted.findings_with(&roster(&[("anna", Role::MANAGER), ("anna", Role::DEPARTMENT_HEAD)]), now),
    );
    // What takes a table of a size that nobody would read.
    found.push(Finding::RoutingTooComplex { rows: 20_000 });
    found.push(Finding::RulesTooComplex { place: FaultPlace::SeverityRules, rules: 20_000 });
    found.push(Finding::ReadingsNotTried { place: FaultPlace::Clock(ClockName::RESPONSE) });
    found
}

/// One finding of each code, in the order of the codes.
fn of_each_code() -> Vec<Finding> {
    let all = examples();
    let first = |code: &str| all.iter().find(|finding| finding.code() == code).cloned();
    let codes = Finding::CODES.iter().map(|code| code.code);
    codes.map(|code| first(code).unwrap_or_else(|| panic!("no example of {code}"))).collect()
}

#[test]
fn the_page_shows_each_finding() {
    let mut page = String::from(
        "Every finding of a policy, with its grade, what to do, and the sentence of an example.\n\n\
         [`Policy::findings`](crate::policy::Policy::findings) tells them for a policy, and\n\
         [`PolicyBuilder::findings`](crate::policy::PolicyBuilder::findings) for a draft, with its faults. What depends on the\n\
         day or on people is told by [`Policy::findings_on`](crate::policy::Policy::findings_on) and\n\
         [`Policy::findings_with`](crate::policy::Policy::findings_with). A finding never prevents a policy from being built,\n\
         unless it is a fault of [the page of codes](crate::docs::errors), which keeps its own code.\n\n\
         | code | grade | what to do | example |\n|---|---|---|---|\n",
    );
    for (finding, code) in of_each_code().iter().zip(Finding::CODES) {
        writeln!(page, "| `{}` | {} | {} | {finding} |", code.code, finding.grade(), code.advice).unwrap();
    }
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(PAGE, &page).unwrap();
    }
    assert_eq!(fs::read_to_string(PAGE).unwrap(), page, "{PAGE}");
}

#[test]
fn a_draft_tells_its_faults_with_code_place_and_example() {
    let routing = Routing::by([Input::SUBJECT])
        .with_row(Row::owner(id("service"), Department::BUSINESS).with_cell(Cell::is(Subject::SERVICE)));
    let draft = desk().routing(routing);
    let faults = draft.clone().build().unwrap_err();
    let findings = draft.findings();
    assert_eq!(findings.len(), faults.faults().len());
    for (finding, fault) in findings.iter().zip(&faults) {
        assert_eq!((finding.code(), finding.grade()), (fault.code(), Grade::Fault));
        assert_eq!((finding.place(), finding.to_string()), (fault.place(), fault.to_string()));
        assert!(matches!(finding.example(), Some(Example::Routing(_))));
    }
}

#[test]
fn a_profile_without_one_of_its_rows_names_what_is_missing() {
    for (name, policy) in crate::policy_documents::profiles() {
        let document = PolicyDocument::of(&policy);
        let before: Vec<String> = policy.findings().iter().map(ToString::to_string).collect();
        let owners = document.routing.rows().iter().filter(|row| row.act() == Act::Owner).count();
        for row in document.routing.rows().iter().filter(|row| row.act() == Act::Owner) {
            // A row that only prefers another owner leaves no complaint out.
            let rest = document.routing.rows().iter().filter(|other| other.id() != row.id()).cloned();
            let mut routing =
                Routing::by(document.routing.inputs().iter().copied()).with_gaps(document.routing.gaps());
            for act in Act::ALL {
                routing = routing.with_hit_policy(*act, document.routing.hit_policy(*act));
            }
            let less = PolicyDocument { routing: routing.with_rows(rest), ..document.clone() };
            let built = less.build(|name, known| Zone::iana(name, known).ok());
            let findings = match &built {
                Ok(policy) => policy.findings(),
                Err(faults) => faults.iter().cloned().map(Finding::from).collect(),
            };
            let named = findings.iter().any(|finding| !before.contains(&finding.to_string()));
            // A table with gaps already tells the first of them only.
            let had_gaps = before.iter().any(|text| text.starts_with("routing: no row"));
            if owners > 1 && !named && !had_gaps {
                // Then another row owns what this one did.
                let without = built.unwrap();
                let mut complaint = Complaint::new("A-1".parse().unwrap(), at("2025-03-05T10:00:00Z"));
                for cell in row.cells() {
                    let word = match cell.test() {
                        CellTest::OneOf(words) => words[0],
                        CellTest::Under(word) => *word,
                        CellTest::NotKnown | CellTest::Nothing => continue,
                    };
                    if let Some(facet) = cell.input().facet().filter(|facet| *facet != Facet::Mark) {
                        complaint = complaint.with_code(facet, word);
                    }
                }
                let answer = triage(&without, &complaint, &History::none()).unwrap();
                assert!(
                    !matches!(answer.owner(), Owner::Unrouted),
                    "{name}: nothing is told without {}",
                    row.id()
                );
            }
            for finding in findings.iter().filter(|finding| finding.grade() == Grade::Fault) {
                assert!(
                    matches!(finding.example(), Some(Example::Routing(_))) || finding.place().is_some(),
                    "{finding}"
                );
            }
        }
    }
}

#[test]
fn every_pointer_leads_to_a_part_of_the_document() {
    for draft in [
        desk().clock(ClockRule::new(response(), Term::months(1))),
        desk().taxonomy(Taxonomy::standard().with_word(word!(Fact, "acme:noise"))),
        desk().severity(
            levels()
                .with_rule(rule("press", Severity::Serious, Condition::has(Fact::MEDIA_EXPOSURE)))
                .with_rule(rule("media", Severity::Serious, Condition::has(Fact::MEDIA_EXPOSURE))),
        ),
        desk().approvals(refunds(
            review().with_limit(TimeLimit { term: Term::months(1), escalate_to: Role::MANAGER }),
        )),
    ] {
        let policy = draft.build().unwrap();
        let document = PolicyDocument::of(&policy);
        let json = serde_json::to_value(&document).unwrap();
        assert!(!policy.findings().is_empty());
        for finding in policy.findings() {
            let pointer = finding.pointer(&document);
            assert!(!pointer.is_empty() && json.pointer(&pointer).is_some(), "{pointer}: {finding}");
        }
    }
}
