//! Triage by policies of an organisation's own.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{DateTime, Utc};
use redress::calendar::{Calendar, Hours, KnownDays, LocalTime, Span, WeekPattern, Zone, instant};
use redress::deadline::choice::LateReceipt;
use redress::deadline::{Clock, Cutoff, Deadline, End, Term};
use redress::labels::Labels;
use redress::policy::clock::{ClockPart, ClockScope, SeveralCategories, Target};
use redress::policy::condition::Truth;
use redress::policy::routing::{Cell, HitPolicy, RoutingGaps, Row};
use redress::policy::severity::{MarkRule, SeverityRule};
use redress::policy::{ClockRule, Condition, Policy, PolicyBuilder, Routing, SeverityRules};
use redress::render::Renderer;
use redress::taxonomy::Taxonomy;
use redress::triage::answer::{ClockOutcome, Level};
use redress::triage::{Complaint, History, Owner, PastCase, triage};
use redress::vocab::kind::CauseGroup;
use redress::vocab::{
    Act, Anchor, Category, Cause, Channel, ClockName, Department, Facet, Fact, Input, Locale, Mark, Money,
    RuleId, Severity, Standing,
};
use redress::word;

const LEAK: Category = Category::from_static("acme:leak");
const FLOODING: Category = Category::from_static("acme:leak.flooding");
const BILLING: Category = Category::from_static("acme:billing");
const NETWORK: Department = Department::from_static("acme:network");

fn at(text: &str) -> DateTime<Utc> {
    instant::parse(text).unwrap()
}

fn calendar() -> Calendar {
    let known = KnownDays::years(2026, 2026).unwrap();
    let zone = Zone::tabulate("Europe/Dublin", &chrono_tz::Europe::Dublin, known).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
    Calendar::builder("office", zone).week(week).build().unwrap()
}

fn taxonomy() -> Taxonomy {
    Taxonomy::standard().with_only(&[LEAK, FLOODING, BILLING]).with_word(NETWORK)
}

fn leaks() -> Row {
    Row::owner(word!(RuleId, "leaks"), NETWORK).with_cell(Cell::under(LEAK))
}

/// A table by category alone, without rows.
fn by_category() -> Routing {
    Routing::by([Input::CATEGORY])
}

fn routing() -> Routing {
    let bills = Row::owner(word!(RuleId, "bills"), Department::CUSTOMER_SERVICE);
    by_category().with_row(leaks()).with_row(bills.with_cell(Cell::under(BILLING)))
}

fn desk() -> PolicyBuilder {
    Policy::builder("desk").version("1").taxonomy(taxonomy()).calendar(calendar()).routing(routing())
}

fn response(targets: impl IntoIterator<Item = (Category, Term)>) -> ClockRule {
    let targets = targets.into_iter().map(|(category, term)| {
        Target::new(RuleId::from_code(category.into()), category, Deadline::from(term))
    });
    ClockRule::by_target(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), targets)
        .with_part(ClockPart::Closure)
}

fn complaint(category: Category) -> Complaint {
    Complaint::new("A-1".parse().unwrap(), at("2026-03-06T10:00:00Z")).with_category(category)
}

#[test]
fn a_category_without_a_row_belongs_to_the_owner_of_its_nearest_parent() {
    let policy = desk().build().unwrap();
    let flooding = complaint(FLOODING);
    let answer = triage(&policy, &flooding, &History::none()).unwrap();
    assert_eq!(answer.department(), Some(NETWORK));
    assert_eq!(answer.because(), Some(word!(RuleId, "leaks")));

    let own = Row::owner(word!(RuleId, "floods"), Department::TECHNICAL).with_cell(Cell::under(FLOODING));
    let policy = desk().routing(routing().with_row(own)).build().unwrap();
    let answer = triage(&policy, &flooding, &History::none()).unwrap();
    assert_eq!(answer.department(), Some(Department::TECHNICAL));
    assert_eq!(answer.because(), Some(word!(RuleId, "floods")));
}

#[test]
fn the_most_specific_target_counts() {
    let targets = [(LEAK, Term::working_days(5)), (FLOODING, Term::working(Span::hours(4)))];
    let policy = desk().clock(response(targets)).build().unwrap();
    let (leak, flooding) = (complaint(LEAK), complaint(FLOODING));
    let due = |complaint| {
        triage(&policy, complaint, &History::none()).unwrap().due(ClockName::RESPONSE).unwrap().at()
    };
    assert_eq!(due(&leak), at("2026-03-13T10:00:00Z"));
    assert_eq!(due(&flooding), at("2026-03-06T14:00:00Z"));
}

#[test]
fn a_gap_among_the_owners_is_a_fault_unless_it_is_an_answer() {
    let faults = desk().routing(by_category().with_row(leaks())).build().unwrap_err();
    assert_eq!(
        faults.to_string(),
        "routing: no row assigns an owner to category `acme:billing`; add a row, or set `gaps = \"unrouted\"`",
    );
    let routing = by_category().with_row(leaks()).with_gaps(RoutingGaps::Unrouted);
    let policy = desk().routing(routing.clone()).build().unwrap();
    let (leak, billing) = (complaint(LEAK), complaint(BILLING));
    assert_eq!(triage(&policy, &leak, &History::none()).unwrap().owner(), Owner::Row(&routing.rows()[0]));
    assert_eq!(triage(&policy, &billing, &History::none()).unwrap().owner(), Owner::Unrouted);
    for none in [Routing::none(), by_category().with_gaps(RoutingGaps::Unrouted)] {
        let policy = desk().routing(none).build().unwrap();
        assert_eq!(triage(&policy, &leak, &History::none()).unwrap().owner(), Owner::Unrouted);
    }
}

#[test]
fn a_complaint_without_a_category_has_an_undetermined_owner_and_limit() {
    let policy = desk().clock(response([(LEAK, Term::working_days(5))])).build().unwrap();
    let unknown = Complaint::new("A-1".parse().unwrap(), at("2026-03-06T10:00:00Z"));
    let answer = triage(&policy, &unknown, &History::none()).unwrap();
    assert_eq!(answer.owner(), Owner::Undetermined { missing: vec![Input::CATEGORY], otherwise: None });
    assert_eq!((answer.department(), answer.because()), (None, None));
    assert!(matches!(answer.clocks()[0].outcome(), ClockOutcome::Undetermined(_)));
    assert_eq!(
        answer.standing(at("2026-03-06T11:00:00Z")).unwrap_err().to_string(),
        "the policy sets no target for a complaint without a category; add one",
    );
}

#[test]
fn a_row_without_a_cell_decides_for_a_complaint_without_a_category_unless_another_may() {
    let unknown = Complaint::new("A-1".parse().unwrap(), at("2026-03-06T10:00:00Z"));
    let rest = |department| Row::owner(word!(RuleId, "rest"), department);
    let owner = |routing: Routing, expected: Owner| {
        let policy = desk().routing(routing).build().unwrap();
        assert_eq!(triage(&policy, &unknown, &History::none()).unwrap().owner(), expected);
    };
    owner(by_category().with_row(rest(NETWORK)), Owner::Row(&rest(NETWORK)));
    // Wherever it comes from, the network gets it.
    owner(by_category().with_row(leaks()).with_row(rest(NETWORK)), Owner::Row(&rest(NETWORK)));
    let desk = rest(Department::FRONT_DESK);
    let undetermined = Owner::Undetermined { missing: vec![Input::CATEGORY], otherwise: Some(&desk) };
    owner(by_category().with_row(leaks()).with_row(desk.clone()), undetermined);
    let asked = rest(Department::FRONT_DESK).with_cell(Cell::not_known(Input::CATEGORY));
    // That nobody knows the category is what the row is about: nothing is left open.
    owner(routing().with_row(asked.clone()), Owner::Row(&asked));
}

#[test]
fn a_retired_word_is_refused_on_new_complaints_and_read_on_old_ones() {
    let taxonomy = taxonomy().with_retired(BILLING, "2026-03-05".parse().unwrap()).unwrap();
    let policy = desk().taxonomy(taxonomy).build().unwrap();
    let new = complaint(BILLING);
    assert_eq!(
        triage(&policy, &new, &History::none()).unwrap_err().to_string(),
        "category `acme:billing` was in use until 2026-03-05; choose a word that is in use on 2026-03-06",
    );
    let old = Complaint::new("A-1".parse().unwrap(), at("2026-03-05T23:59:59Z")).with_category(BILLING);
    assert!(triage(&policy, &old, &History::none()).is_ok());
}

#[test]
fn every_fault_of_a_complaint_is_reported_at_once() {
    let policy = desk().build().unwrap();
    let bad = complaint(word!(Category, "acme:leek"))
        .with_department(word!(Department, "acme:nobody"), at("2026-03-06T09:59:59Z"));
    let error = triage(&policy, &bad, &History::none()).unwrap_err();
    assert_eq!(error.faults().len(), 3, "{error}");
}

#[test]
fn the_limit_of_two_categories_is_the_earliest_or_that_of_the_main_one() {
    let targets = [(LEAK, Term::working_days(5)), (BILLING, Term::working_days(2))];
    let both = complaint(LEAK).with_category(BILLING);
    let due = |several| {
        let policy = desk().clock(response(targets).with_several(several)).build().unwrap();
        triage(&policy, &both, &History::none()).unwrap().due(ClockName::RESPONSE).unwrap().at()
    };
    assert_eq!(due(SeveralCategories::Earliest), at("2026-03-10T10:00:00Z"));
    assert_eq!(due(SeveralCategories::Main), at("2026-03-13T10:00:00Z"));
}

#[test]
fn a_clock_for_each_department_runs_from_its_own_receipt() {
    let containment = Clock::new(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED);
    let rule = ClockRule::new(containment, Term::elapsed(Span::hours(24))).with_scope(ClockScope::Department);
    let policy = desk().clock(rule).build().unwrap();
    let shared = complaint(LEAK)
        .with_department(NETWORK, at("2026-03-06T11:00:00Z"))
        .with_department(Department::QUALITY, at("2026-03-06T12:00:00Z"));
    let answer = triage(&policy, &shared, &History::none()).unwrap();
    let dues: Vec<_> =
        answer.clocks().iter().map(|clock| (clock.department(), clock.due().unwrap().at())).collect();
    assert_eq!(
        dues,
        [
            (Some(NETWORK), at("2026-03-07T11:00:00Z")),
            (Some(Department::QUALITY), at("2026-03-07T12:00:00Z")),
        ],
    );
    // Nobody has received it: the clock waits.
    let early = complaint(LEAK);
    let answer = triage(&policy, &early, &History::none()).unwrap();
    assert_eq!(*answer.clocks()[0].outcome(), ClockOutcome::NotStarted(Anchor::DEPARTMENT_RECEIVED));
}

#[test]
fn a_clock_may_start_when_another_is_due() {
    let first = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), Term::working_days(1));
    let second = ClockRule::new(Clock::new(ClockName::VERIFICATION, Anchor::RECEIVED), Term::working_days(2))
        .with_from_due_of(ClockName::RESPONSE);
    // In whatever order they are declared.
    let policy = desk().clock(second).clock(first).build().unwrap();
    let leak = complaint(LEAK);
    let answer = triage(&policy, &leak, &History::none()).unwrap();
    assert_eq!(answer.due(ClockName::VERIFICATION).unwrap().at(), at("2026-03-11T10:00:00Z"));
}

#[test]
fn standing_is_judged_at_the_limit_and_when_closed() {
    let policy = desk().clock(response([(LEAK, Term::working_days(1))])).build().unwrap();
    let standing = |closed: Option<&str>, now: &str| {
        let leak =
            closed.map_or(complaint(LEAK), |closed| complaint(LEAK).with_event(Anchor::CLOSED, at(closed)));
        triage(&policy, &leak, &History::none()).unwrap().standing(at(now)).unwrap()
    };
    assert_eq!(standing(None, "2026-03-09T10:00:00Z"), Some(Standing::OnTime));
    assert_eq!(standing(None, "2026-03-09T10:00:00.000000001Z"), Some(Standing::Unclosed));
    assert_eq!(standing(Some("2026-03-09T10:00:00Z"), "2026-05-01T00:00:00Z"), Some(Standing::ClosedInTime));
    assert_eq!(standing(Some("2026-03-09T10:00:01Z"), "2026-05-01T00:00:00Z"), Some(Standing::ClosedLate));
    // What is closed later is open now.
    assert_eq!(standing(Some("2026-03-12T10:00:00Z"), "2026-03-10T00:00:00Z"), Some(Standing::Unclosed));
}

#[test]
fn a_limit_beyond_the_calendar_is_undetermined_and_not_within() {
    let policy = desk().clock(response([(LEAK, Term::working_days(5))])).build().unwrap();
    let late = Complaint::new("A-1".parse().unwrap(), at("2026-12-30T10:00:00Z")).with_category(LEAK);
    let answer = triage(&policy, &late, &History::none()).unwrap();
    assert_eq!(answer.due(ClockName::RESPONSE), None);
    // Until the last known day has passed, a due date beyond it has not.
    assert_eq!(answer.standing(at("2026-12-31T10:00:00Z")).unwrap(), Some(Standing::OnTime));
    assert_eq!(
        answer.standing(at("2027-01-04T10:00:00Z")).unwrap_err().to_string(),
        "calendar `office` does not cover 2027-01-01, only 2026-01-01 to 2026-12-31; extend its known days",
    );
}

#[test]
fn earlier_complaints_of_the_same_customer_are_counted_and_told() {
    let policy = desk().build().unwrap();
    let key = "K-1".parse().unwrap();
    let past =
        |id: &str, received: &str| PastCase::new(id.parse().unwrap(), at(received)).with_complainant(key);
    let history = History::of([
        past("A-0", "2026-01-01T00:00:00Z"),
        past("A-1", "2026-02-01T00:00:00Z"), // the same case
        past("A-2", "2026-04-01T00:00:00Z"), // later
        PastCase::new("A-3".parse().unwrap(), at("2026-01-01T00:00:00Z")), // somebody else
    ])
    .unwrap();
    let again = complaint(LEAK).with_complainant(key);
    let answer = triage(&policy, &again, &history).unwrap();
    assert_eq!(answer.repeats(), 1);
    let told = Renderer::of(&policy, Locale::En).explanation(&answer.explain());
    assert!(told.ends_with("Earlier complaints of the same customer: 1"), "{told}");
}

#[test]
fn an_account_is_told_in_three_languages_with_an_organisations_labels() {
    let labels = Labels::standard()
        .with_label(LEAK, Locale::En, "Leak")
        .and_then(|labels| labels.with_label(LEAK, Locale::ZhHans, "漏水"))
        .and_then(|labels| labels.with_label(NETWORK, Locale::ZhHans, "管网部"))
        .unwrap();
    let end = End::at(LocalTime::from_static("17:00"));
    let clock = response([(LEAK, Term::working_days(1).with_end(end))]);
    let policy = desk().labels(labels).clock(clock).build().unwrap();
    let leak = complaint(LEAK);
    let account = triage(&policy, &leak, &History::none()).unwrap().explain();
    let told = |locale| Renderer::of(&policy, locale).explanation(&account);
    assert_eq!(
        told(Locale::En),
        "Complaint A-1 — policy desk (1)\n\
         Owner: acme:network, by row `leaks` for Leak\n\
         response: due Mon 2026-03-09 17:00, by target `acme:leak`\n  \
         - calendar office, revision 1, Europe/Dublin\n  \
         - received Fri 2026-03-06 10:00\n  \
         - 1 working day after Fri 2026-03-06: Mon 2026-03-09 [days off: 2]",
    );
    assert_eq!(
        told(Locale::ZhHans),
        "投诉 A-1 — 制度 desk（1）\n\
         负责方：管网部，依规则 `leaks`（漏水）\n\
         答复时限：到期 2026-03-09（周一）17:00，依时限 `acme:leak`\n  \
         - 日历 office，版本 1，Europe/Dublin\n  \
         - 收到 2026-03-06（周五）10:00\n  \
         - 2026-03-06（周五）之后 1 个工作日：2026-03-09（周一） [休息日 2 天]",
    );
    assert!(told(Locale::ZhHant).contains("答覆時限：到期 2026-03-09（週一）17:00"));
}

#[test]
fn what_is_explained_is_what_was_decided() {
    let targets = [(LEAK, Term::working_days(5)), (BILLING, Term::months(1).with_end(End::END_OF_DAY))];
    let policy = desk().clock(response(targets)).build().unwrap();
    for day in 1..=28 {
        for category in [LEAK, FLOODING, BILLING] {
            let received = at(&format!("2026-02-{day:02}T23:30:00Z"));
            let complaint = Complaint::new("A-1".parse().unwrap(), received).with_category(category);
            let answer = triage(&policy, &complaint, &History::none()).unwrap();
            let account = answer.explain();
            for (clock, told) in answer.clocks().iter().zip(account.clocks()) {
                assert_eq!(clock.due(), told.due());
                let last = serde_json::to_value(told.trace().steps().last().unwrap()).unwrap();
                assert_eq!(last["at"], serde_json::to_value(told.due().unwrap()).unwrap()["at"]);
            }
        }
    }
}

#[test]
fn a_limit_may_go_by_the_severity_and_by_the_category() {
    let grave =
        SeverityRule::new(word!(RuleId, "grave"), Severity::Serious, Condition::has(Fact::GRAVE_ERROR));
    let phoned =
        SeverityRule::new(word!(RuleId, "phoned"), Severity::Critical, Condition::is(Channel::PHONE));
    let levels = [Severity::General, Severity::Serious, Severity::Critical];
    let severity =
        SeverityRules::new(levels).with_rule(grave).with_rule(phoned).with_otherwise(Severity::General);
    let closure = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    let targets = [
        Target::of_severity(word!(RuleId, "serious"), Severity::Serious, Term::working_days(2)),
        Target::new(word!(RuleId, "leaks"), LEAK, Term::working_days(5)),
        Target::new(word!(RuleId, "grave-leaks"), LEAK, Term::working_days(1))
            .with_from_severity(Severity::Serious),
    ];
    let rule = ClockRule::by_target(closure, targets).with_otherwise(Term::working_days(10));
    let policy = desk().severity(severity).clock(rule.clone()).build().unwrap();
    let target = |complaint: &Complaint| {
        let answer = triage(&policy, complaint, &History::none()).unwrap();
        let clock = &answer.clocks()[0];
        match clock.outcome() {
            ClockOutcome::Due(_) => {
                clock.target().map_or("otherwise".to_owned(), |target| target.id().to_string())
            }
            ClockOutcome::Undetermined(error) => error.to_string(),
            other => panic!("{other:?}"),
        }
    };
    let written = |category| complaint(category).with_channel(Channel::EMAIL);
    let grave = |category| written(category).with_fact(Fact::GRAVE_ERROR, 1);
    assert_eq!(target(&written(LEAK)), "leaks");
    assert_eq!(target(&grave(FLOODING)), "grave-leaks");
    assert_eq!(target(&written(BILLING)), "otherwise");
    assert_eq!(target(&grave(BILLING)), "serious");
    // Whether it was phoned is not known: as grave as it is, the limit is the same; otherwise it is not.
    assert_eq!(target(&complaint(BILLING).with_fact(Fact::GRAVE_ERROR, 1)), "serious");
    let unknown = "the target depends on the severity, which is not known; complete the complaint so that it can be \
        rated";
    assert_eq!(target(&complaint(BILLING)), unknown);
    let open = complaint(BILLING);
    let answer = triage(&policy, &open, &History::none()).unwrap();
    assert!(answer.record(&answer.clocks()[0]).is_none());

    let faults = desk().clock(rule).build().unwrap_err();
    assert_eq!(
        faults.to_string(),
        "clock `response` target `serious`: asks for the severity, but the policy has no severity rules; \
         add some, or ask for something else\n\
         clock `response` target `grave-leaks`: asks for the severity, but the policy has no severity rules; \
         add some, or ask for something else",
    );
}

#[test]
fn facts_decide_who_gets_it_by_way_of_marks() {
    let (lawsuit, press) = (word!(Mark, "acme:lawsuit"), word!(Mark, "acme:press"));
    let threat = MarkRule::new(word!(RuleId, "threat"), lawsuit, Condition::has(Fact::AUTHORITY_CRITICISM));
    let phoned = Condition::all([Condition::has(Fact::MEDIA_EXPOSURE), Condition::is(Channel::PHONE)]);
    let reported = MarkRule::new(word!(RuleId, "reported"), press, phoned);
    let legal = word!(Department, "acme:legal");
    let routing = Routing::by([Input::MARK, Input::CATEGORY])
        .with_row(Row::owner(word!(RuleId, "rest"), NETWORK))
        .with_row(Row::owner(word!(RuleId, "sued"), legal).with_cell(Cell::is(lawsuit)))
        .with_row(Row::new(word!(RuleId, "told"), Act::Copy, Department::COMPANY).with_cell(Cell::is(press)))
        .with_row(
            Row::new(word!(RuleId, "quiet"), Act::Support, Department::QUALITY).with_cell(Cell::no_mark()),
        );
    let policy = desk()
        .taxonomy(taxonomy().with_word(legal).with_word(lawsuit).with_word(press))
        .routing(routing)
        .mark(threat)
        .mark(reported)
        .build()
        .unwrap();
    let told = |complaint: &Complaint| {
        let answer = triage(&policy, complaint, &History::none()).unwrap();
        let rows = |act| answer.routes(act).map(|row| row.id().to_string()).collect::<Vec<_>>();
        let missing: Vec<Input> = answer.missing(Act::Copy).collect();
        (answer.department(), rows(Act::Copy), rows(Act::Support), missing)
    };
    let leak = complaint(LEAK).with_channel(Channel::PHONE);
    assert_eq!(told(&leak), (Some(NETWORK), vec![], vec!["quiet".to_owned()], vec![]));
    // What a complaint says of itself is no mark: rules give it.
    let said = leak.clone().with_code(Facet::Mark, lawsuit.into());
    assert_eq!(told(&said), told(&leak));
    let sued = leak.with_fact(Fact::AUTHORITY_CRITICISM, 1);
    assert_eq!(told(&sued), (Some(legal), vec![], vec![], vec![]));
    // Both marks hold at once.
    let both = sued.with_fact(Fact::MEDIA_EXPOSURE, 1);
    assert_eq!(told(&both), (Some(legal), vec!["told".to_owned()], vec![], vec![]));
    // Whether it was phoned is not known, and so is whether the press is.
    let unknown = complaint(LEAK).with_fact(Fact::MEDIA_EXPOSURE, 1);
    assert_eq!(told(&unknown), (Some(NETWORK), vec![], vec![], vec![Input::MARK]));
    let answer = triage(&policy, &unknown, &History::none()).unwrap();
    assert_eq!((answer.marks(), answer.open_marks()), (&[][..], &[press][..]));
}

/// The group of an own cause need not be declared: it is none of those that are.
#[test]
fn a_group_that_is_not_declared_is_known_to_be_no_other() {
    let torn = word!(Cause, "acme:belt.torn");
    let (service, desk_row, other) =
        (CauseGroup::SERVICE, word!(RuleId, "desk"), word!(RuleId, "about-service"));
    let policy = |asked: &Condition| {
        let rule = SeverityRule::new(word!(RuleId, "rule"), Severity::Serious, asked.clone());
        let severity = SeverityRules::new([Severity::General, Severity::Serious])
            .with_rule(rule)
            .with_otherwise(Severity::General);
        let routing = Routing::by([Input::Word(Facet::CauseGroup)])
            .with_row(Row::owner(desk_row, NETWORK))
            .with_row(Row::owner(other, Department::QUALITY).with_cell(Cell::is(service)));
        desk().taxonomy(taxonomy().with_word(torn)).severity(severity).routing(routing).build().unwrap()
    };
    let complaint = complaint(LEAK).with_cause(torn);
    let about_service = Condition::is(service);
    for (asked, truth, level) in [
        (about_service.clone(), Truth::False, Level::Default(Severity::General)),
        (Condition::not(about_service), Truth::True, Level::ByRules(Severity::Serious)),
    ] {
        let policy = policy(&asked);
        assert_eq!(complaint.satisfies(&asked, &History::none(), policy.calendar()), truth);
        let answer = triage(&policy, &complaint, &History::none()).unwrap();
        assert_eq!(answer.severity().unwrap().level(), level, "{asked:?}");
        assert_eq!(answer.department(), Some(NETWORK));
    }
}

#[test]
fn two_rows_about_different_marks_meet() {
    let row =
        |id: &str, mark, department| Row::owner(id.parse().unwrap(), department).with_cell(Cell::is(mark));
    let rows = [row("a", Mark::GRAVE, NETWORK), row("b", Mark::RECALL_REQUIRED, Department::QUALITY)];
    let routing = Routing::by([Input::MARK]).with_gaps(RoutingGaps::Unrouted).with_rows(rows);
    assert_eq!(
        desk().routing(routing.clone()).build().unwrap_err().to_string(),
        "routing row `b`: conflicts with row `a`: both match mark `grave`, mark `recall-required`, and they name \
         different assignees; make one of them more specific",
    );
    // By their order the first decides.
    assert!(desk().routing(routing.with_hit_policy(Act::Owner, HitPolicy::First)).build().is_ok());
}

#[test]
fn what_is_unknown_may_count_as_no() {
    let dear = Condition::amount_at_least(Money::new(100_000, "EUR".parse().unwrap()));
    let level = |condition| {
        let rule = SeverityRule::new(word!(RuleId, "dear"), Severity::Serious, condition);
        let rules = SeverityRules::new([Severity::General, Severity::Serious]).with_rule(rule);
        let policy = desk().severity(rules.with_otherwise(Severity::General)).build().unwrap();
        let leak = complaint(LEAK);
        triage(&policy, &leak, &History::none()).unwrap().severity().unwrap().level()
    };
    assert_eq!(level(dear.clone()), Level::Undetermined(Some(Severity::General), Severity::Serious));
    assert_eq!(level(Condition::surely(dear.clone())), Level::Default(Severity::General));
    let other = Condition::not(Condition::surely(dear));
    assert_eq!(level(other), Level::ByRules(Severity::Serious));
}

#[test]
fn the_short_account_says_for_which_day_a_late_receipt_counts() {
    let noon = LocalTime::from_static("12:00");
    let told = |late, received: &str, locale| {
        let term = Term::working_days(1).with_cutoff(Cutoff::daily(noon, late));
        let policy = desk().clock(response([(LEAK, term)])).build().unwrap();
        let complaint = Complaint::new("A-1".parse().unwrap(), at(received)).with_category(LEAK);
        let answer = triage(&policy, &complaint, &History::none()).unwrap();
        Renderer::of(&policy, locale).short(&answer.explain())
    };
    let (friday, thursday) = ("2026-03-06T13:00:00Z", "2026-03-05T13:00:00Z");
    let monday = told(LateReceipt::NextWorkingDay, friday, Locale::En);
    assert_eq!(monday, "after 12:00, counts for Mon 2026-03-09; 1 working day");
    let monday = told(LateReceipt::NextWorkingDay, friday, Locale::ZhHant);
    assert!(monday.starts_with("晚於 12:00，計入 2026-03-09（週一）"), "{monday}");
    assert_eq!(
        told(LateReceipt::NextWorkingDay, thursday, Locale::En),
        "after 12:00, next day; 1 working day"
    );
    assert_eq!(
        told(LateReceipt::NextCalendarDay, friday, Locale::En),
        "after 12:00, next day; 1 working day"
    );
}
