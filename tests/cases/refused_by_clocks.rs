//! What a clock refuses of what was decided for its case: only what is routine, whatever a case goes through.
//!
//! A clock that refuses anything else stops a debug build, so a walk that ends has met nothing else.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use redress::approval::{ApprovalTable, Chain, Roster, Signers, Step};
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::case::command::{
    AnchorEvent, CaseLink, CaseSummary, ClockDue, ClockExtension, ClockPause, Correction, ExtensionAmount,
    InvestigationStart, PolicyMove, TimeAmount,
};
use redress::case::track::DepartmentContainment;
use redress::case::{Case, Command, Office, Outlook, Request, Stamp, open};
use redress::deadline::choice::Alternative;
use redress::deadline::rule::{ChangeEffect, ClockState, ExtensionRule, PauseLimit, PauseRule};
use redress::deadline::{Clock, Count, Deadline, Term};
use redress::policy::clock::{ClockRounds, ClockScope, PeriodStart, Periods, ReopeningEffect, Target};
use redress::policy::routing::Row;
use redress::policy::track::{FollowUpRule, ForcedClosure, ForcedClosureTest, ReopeningWindow};
use redress::policy::{ClockRule, Policy, PolicyVersion, Routing, Track};
use redress::taxonomy::Taxonomy;
use redress::vocab::course::{ApprovalAct, DecisionKind, ExtensionReason, FollowUp, Opinion, Relation};
use redress::vocab::track::Containment;
use redress::vocab::{
    Action, Anchor, Category, ClockName, Department, Fact, PauseReason, Role, RuleId, Stage,
};
use redress::word;

use crate::cases::clocks::*;
use crate::cases::generate::{Random, cases};
use crate::cases::support::*;

const CUSTOMER: PauseReason = PauseReason::AWAITING_CUSTOMER;
const SUPPLIER: PauseReason = PauseReason::AWAITING_SUPPLIER;
const COMPLEX: ExtensionReason = ExtensionReason::COMPLEX_CASE;
const AGREED: ExtensionReason = ExtensionReason::AGREED_WITH_COMPLAINANT;

const REPLY: ClockName = word!(ClockName, "desk:reply");
const FIRST: ClockName = word!(ClockName, "desk:first");
const LATER: ClockName = word!(ClockName, "desk:later");
const CHAIN: ClockName = word!(ClockName, "desk:chain");
const VISIT: ClockName = word!(ClockName, "desk:visit");
const PROOF: ClockName = word!(ClockName, "desk:proof");
const SHOWN: Anchor = word!(Anchor, "desk:shown");
const PROVED: Anchor = word!(Anchor, "desk:proved");

const NAMES: [ClockName; 9] = [
    ClockName::CLOSURE,
    ClockName::RESPONSE,
    ClockName::CONTAINMENT,
    ClockName::UPDATE,
    REPLY,
    FIRST,
    LATER,
    CHAIN,
    PROOF,
];

fn of_department(department: Option<Department>, at: Option<chrono::DateTime<chrono::Utc>>) -> Command {
    Command::Start(InvestigationStart { department, received: at })
}

fn extended(department: Option<Department>, days: u32) -> Command {
    Command::Extend(ClockExtension {
        clock: ClockName::CONTAINMENT,
        department,
        reason: COMPLEX,
        change: ExtensionAmount::Add(TimeAmount::CalendarDays(days)),
        told: None,
    })
}

/// Two departments: quality since the receipt on Monday at 9:00, sales since Tuesday at 9:00, two days each.
#[track_caller]
fn of_two_departments(rule: ExtensionRule) -> Story {
    let clock = Clock::new(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED).with_extension(rule);
    let containment = ClockRule::new(clock, Term::calendar_days(2))
        .with_scope(ClockScope::Department)
        .with_until(Anchor::CONTAINED);
    let track = Track::new().without_triage().without_dispatch();
    let policy = desk_in(from_eight_to_six()).track(track).clock(containment).build().unwrap();
    begin(policy, "2026-01-12 09:00")
        .does("anna", Command::Register)
        .does("anna", of_department(Some(Department::QUALITY), None))
        .on("2026-01-13 09:00")
        .does(
            "anna",
            Command::Happen(AnchorEvent {
                event: Anchor::DEPARTMENT_RECEIVED,
                at: local(&from_eight_to_six(), "2026-01-13 09:00"),
                department: Some(Department::SALES),
            }),
        )
}

/// When the clocks of both departments are due.
fn dues(story: &Story) -> Vec<String> {
    let clocks = story.case.clocks(&story.policy, story.now);
    clocks.iter().map(|clock| shown(&story.policy, &clock.reading(&story.policy, story.now))).collect()
}

#[test]
fn an_extension_of_all_departments_is_one_of_those_that_have_one_left() {
    let story = of_two_departments(ExtensionRule::new(COMPLEX).with_times(1))
        .does("anna", extended(Some(Department::QUALITY), 1))
        .does("anna", extended(None, 3));
    assert_eq!(dues(&story), ["Thu 2026-01-15 09:00", "Sun 2026-01-18 09:00"]);
}

#[test]
fn an_extension_of_all_departments_is_none_of_one_that_is_bound_by_a_merger() {
    let bound = CaseSummary {
        due: vec![ClockDue {
            clock: ClockName::CONTAINMENT,
            at: local(&from_eight_to_six(), "2026-01-16 09:00"),
        }],
        ..summary()
    };
    let story = of_two_departments(ExtensionRule::new(COMPLEX).with_times(5))
        .does("anna", Command::Link(CaseLink { case: bound, relation: Relation::Absorbed }))
        .does("anna", extended(Some(Department::QUALITY), 5))
        .does("anna", extended(None, 5));
    assert_eq!(dues(&story), ["Fri 2026-01-16 09:00"; 2]);
    let clocks = story.case.clocks(&story.policy, story.now);
    let extensions: Vec<usize> =
        clocks.iter().map(|clock| clock.record().unwrap().extensions().len()).collect();
    assert_eq!(extensions, [1, 1]);
}

#[test]
fn a_pause_of_all_clocks_is_one_of_those_that_run() {
    let clock = |name| Clock::new(name, Anchor::RECEIVED).with_pause(PauseRule::new(CUSTOMER));
    let rule = |name| ClockRule::new(clock(name), Term::working_days(2));
    let policy = desk_with(from_eight_to_six(), [rule(ClockName::CLOSURE), rule(ClockName::RESPONSE)]);
    let of_closure = ClockPause { reason: CUSTOMER, clock: Some(ClockName::CLOSURE), at: None };
    let story = begin(policy, "2026-01-12 09:00")
        .on("2026-01-12 10:00")
        .does("anna", Command::Pause(of_closure))
        .on("2026-01-13 10:00")
        .does("anna", pause(CUSTOMER))
        .on("2026-01-14 10:00")
        .does("anna", resume(CUSTOMER));
    assert_eq!(story.due(ClockName::CLOSURE), "Fri 2026-01-16 09:00");
    assert_eq!(story.due(ClockName::RESPONSE), "Thu 2026-01-15 09:00");
}

#[test]
fn an_extension_of_all_departments_is_refused_where_one_of_them_may_not_have_it() {
    let rule = ExtensionRule::new(COMPLEX).with_times(5).with_limit(Count::CalendarDays(9));
    let story = of_two_departments(rule).does("anna", extended(Some(Department::QUALITY), 5));
    // Quality has 7 days, sales 2: of 5 more each, quality would have 12.
    let refused = "clock `containment` may be extended to 9 calendar days in all; extend it to 2026-01-21T09:00:00Z \
        at the latest";
    story
        .refused("anna", extended(Some(Department::QUALITY), 5), refused)
        .refused("anna", extended(None, 5), refused)
        .does("anna", extended(Some(Department::SALES), 5))
        .does("anna", extended(None, 2));
}

#[test]
fn a_pause_in_days_that_ended_while_its_clock_was_off_the_case_does_not_end_again() {
    let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(CUSTOMER).with_at_most(PauseLimit::CalendarDays(20)));
    let rule = ClockRule::new(clock, Term::working_days(3)).with_only_for([Category::PRODUCT_QUALITY]);
    let policy = desk_with(from_eight_to_six(), [rule]);
    let quality = || Command::Reclassify(about(Category::PRODUCT_QUALITY));
    let other = || Command::Reclassify(about(Category::SERVICE_PROCESS));
    let story = begin_with(policy, "2026-01-12 09:00", about(Category::PRODUCT_QUALITY))
        .does("anna", Command::Register)
        .on("2026-01-12 12:00")
        .does("anna", pause(CUSTOMER))
        .does("anna", other())
        .on("2026-01-13 12:00")
        .does("anna", resume(CUSTOMER))
        .on("2026-01-14 12:00")
        .refused(
            "anna",
            resume(CUSTOMER),
            "no running clock of this case matches the command; running clocks: none",
        )
        .does("anna", quality());
    // Nothing is left of the pause but the day that it took.
    assert_eq!(story.due(ClockName::CLOSURE), "Fri 2026-01-16 09:00");
}

#[test]
fn what_ended_a_clock_that_ran_by_an_alternative_ends_it_however_early_it_was_after_all() {
    let start = Clock::new(ClockName::RESPONSE, Anchor::DEPARTMENT_RECEIVED);
    let deadline = Deadline::earliest([
        Alternative::from(Anchor::RECEIVED, Term::working_days(10)),
        Alternative::from(Anchor::DEPARTMENT_RECEIVED, Term::working_days(2)),
    ]);
    let rule = ClockRule::new(start, deadline).with_until(Anchor::FINAL_RESPONSE_SENT);
    let track = Track::new().without_triage().without_dispatch();
    let policy = desk_in(from_eight_to_six()).track(track).clock(rule).build().unwrap();
    let story = begin(policy, "2026-01-12 09:00")
        .does("anna", Command::Register)
        .on("2026-01-13 09:00")
        .does("anna", of_department(Some(Department::QUALITY), None))
        .on("2026-01-14 09:00")
        .does("anna", explained());
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-14 09:00"), ClockState::Met);
    // The answer was sent before the department had the complaint, and after the clock began to run.
    let corrected = Command::Correct(Correction {
        event: Anchor::FINAL_RESPONSE_SENT,
        from: story.instant("2026-01-14 09:00"),
        to: story.instant("2026-01-12 15:00"),
        reason: note("it was told by telephone"),
    });
    let story = story.does("anna", corrected);
    assert_eq!(story.state(ClockName::RESPONSE, "2026-02-20 09:00"), ClockState::Met);
}

fn summary() -> CaseSummary {
    CaseSummary {
        complained_about: Vec::new(),
        complainants: Vec::new(),
        handled_by: Vec::new(),
        complainant_keys: Vec::new(),
        id: "B-1".parse().unwrap(),
        unstated: false,
        amounts: Vec::new(),
        received: at("2026-01-10T10:00:00Z"),
        due: Vec::new(),
    }
}

/// Clocks of every kind that cases have. The strict policy declares fewer pauses and extensions under the same names.
fn rules(strict: bool) -> Vec<ClockRule> {
    let customer = || {
        PauseRule::new(CUSTOMER)
            .with_at_most(PauseLimit::CalendarDays(if strict { 1 } else { 3 }))
            .with_total(PauseLimit::WorkingDays(6))
    };
    let supplier = || PauseRule::new(SUPPLIER).with_at_most(PauseLimit::WorkingDays(2));
    let complex = || {
        let rule = ExtensionRule::new(COMPLEX).with_times(if strict { 1 } else { 3 });
        if strict { rule.with_approval() } else { rule.with_limit(Count::CalendarDays(20)) }
    };
    let paused = |clock: Clock| clock.with_pause(customer()).with_extension(complex());
    let closure = paused(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)).with_pause(supplier());
    let closure = if strict { closure } else { closure.with_extension(ExtensionRule::new(AGREED)) };
    let response =
        Clock::new(ClockName::RESPONSE, Anchor::DEPARTMENT_RECEIVED).with_on_change(ChangeEffect::Restart);
    let response = if strict { response.with_extension(complex()) } else { paused(response) };
    let either = Deadline::earliest([
        Alternative::from(Anchor::RECEIVED, Term::calendar_days(20)),
        Alternative::from(Anchor::DEPARTMENT_RECEIVED, Term::working_days(6)),
    ]);
    let targets = [
        Target::new(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, Term::working_days(2)),
        Target::new(word!(RuleId, "service"), Category::SERVICE_PROCESS, either),
    ];
    let containment = Clock::new(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED)
        .with_pause(customer())
        .with_extension(complex());
    let update =
        Clock::new(ClockName::UPDATE, Anchor::RECEIVED).with_pause(customer()).with_pause(supplier());
    let start = if strict { PeriodStart::Done } else { PeriodStart::Due };
    vec![
        ClockRule::new(closure, Term::calendar_days(6)).with_on_reopening(ReopeningEffect::Stays),
        ClockRule::by_target(response, targets)
            .with_until(Anchor::FINAL_RESPONSE_SENT)
            .with_on_reopening(ReopeningEffect::Resume),
        ClockRule::new(containment, Term::calendar_days(4))
            .with_scope(ClockScope::Department)
            .with_until(Anchor::CONTAINED)
            .with_on_reopening(ReopeningEffect::Rest),
        ClockRule::new(update, Term::working_days(3))
            .with_periods(Periods::new([Anchor::UPDATED]).with_start(start)),
        ClockRule::new(
            Clock::new(REPLY, Anchor::CUSTOMER_WROTE).with_pause(supplier()),
            Term::working_days(2),
        )
        .with_repeats()
        .with_until(Anchor::ANSWERED),
        ClockRule::new(paused(Clock::new(FIRST, Anchor::RECEIVED)), Term::working_days(4))
            .with_only_for([Category::PRODUCT_QUALITY])
            .with_rounds(ClockRounds::First),
        ClockRule::new(paused(Clock::new(LATER, Anchor::REOPENED)), Term::working_days(4))
            .with_rounds(ClockRounds::Later)
            .with_on_reopening(ReopeningEffect::Rest),
        ClockRule::new(paused(Clock::new(CHAIN, Anchor::RECEIVED)), Term::calendar_days(5))
            .with_from_due_of(ClockName::CLOSURE),
        ClockRule::new(
            Clock::new(VISIT, Anchor::RESOLVED).with_pause(PauseRule::new(SUPPLIER)),
            Term::calendar_days(7),
        )
        .with_until(Anchor::FOLLOWED_UP),
        ClockRule::new(paused(Clock::new(PROOF, SHOWN)), Term::calendar_days(5)).with_until(PROVED),
    ]
}

/// Known for so few days that walks leave them.
fn narrow() -> Calendar {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let known = KnownDays::new(day(1, 1), day(2, 20)).unwrap();
    let zone = Zone::fixed(chrono::FixedOffset::east_opt(0).unwrap(), known).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("08:00-18:00")]);
    Calendar::builder("narrow", zone).week(week).build().unwrap()
}

fn policy(calendar: Calendar, version: &str, strict: bool) -> Policy {
    let names = [REPLY, FIRST, LATER, CHAIN, VISIT, PROOF];
    let taxonomy = names.into_iter().fold(Taxonomy::standard(), Taxonomy::with_word);
    let track = Track::new()
        .without_triage()
        .without_dispatch()
        .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1).with_target(2))
        .with_reopening(ReopeningWindow::Always);
    let release = Step::new(word!(RuleId, "release"), ApprovalAct::Approve, Signers::one(Role::MANAGER));
    let chain = Chain::new(word!(RuleId, "longer"), DecisionKind::Extension).with_step(release);
    let approvals = if strict { ApprovalTable::new().with_chain(chain) } else { ApprovalTable::new() };
    let base = Policy::builder("desk")
        .version(version)
        .calendar(calendar)
        .routing(Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE)))
        .taxonomy(taxonomy.with_word(SHOWN).with_word(PROVED))
        .track(track)
        .approvals(approvals)
        .forced_closure(ForcedClosure::new(ForcedClosureTest::ListAlone));
    rules(strict).into_iter().fold(base, redress::policy::PolicyBuilder::clock).build().unwrap()
}

/// A case that goes from clock to clock.
struct Ride<'p> {
    random: Random,
    policies: &'p [Policy; 2],
    roster: Roster,
    case: Case,
    now: chrono::DateTime<chrono::Utc>,
}

impl<'p> Ride<'p> {
    fn seeded(seed: u64, policies: &'p [Policy; 2]) -> Self {
        let mut random = Random::seeded(seed);
        let now = at("2026-01-12T09:00:00Z");
        let mut said = said("A-1", "2026-01-12T09:00:00Z");
        said.words.add(random.pick(&[Category::PRODUCT_QUALITY, Category::SERVICE_PROCESS]));
        said.facts.insert(Fact::ON_FORCED_CLOSURE_LIST, u32::from(random.chance(20)));
        let case = open(&policies[0], said, Stamp::new("k-0".parse().unwrap(), who("anna"), now)).unwrap();
        Self { random, policies, roster: roster(), case, now }
    }

    fn policy(&self) -> &'p Policy {
        let [first, second] = self.policies;
        if PolicyVersion::of(first) == *self.case.policy() { first } else { second }
    }

    fn minutes(&mut self, most: usize) -> TimeDelta {
        TimeDelta::minutes(i64::try_from(self.random.below(most)).unwrap())
    }

    /// Now, or some time before.
    fn earlier(&mut self) -> chrono::DateTime<chrono::Utc> {
        if self.random.chance(60) { self.now } else { self.now - self.minutes(60 * 24 * 6) }
    }

    fn department(&mut self) -> Option<Department> {
        self.random.pick(&[None, Some(Department::QUALITY), Some(Department::SALES)])
    }

    fn halt(&mut self) -> ClockPause {
        ClockPause {
            reason: self.random.pick(&[CUSTOMER, CUSTOMER, SUPPLIER]),
            clock: if self.random.chance(40) { Some(self.random.pick(&NAMES)) } else { None },
            at: if self.random.chance(50) { Some(self.earlier()) } else { None },
        }
    }

    fn longer(&mut self) -> ClockExtension {
        let date = (self.now + self.minutes(60 * 24 * 12)).date_naive();
        ClockExtension {
            clock: self.random.pick(&NAMES),
            department: self.department(),
            reason: self.random.pick(&[COMPLEX, COMPLEX, AGREED]),
            change: self.random.pick(&[
                ExtensionAmount::Add(TimeAmount::CalendarDays(4)),
                ExtensionAmount::Add(TimeAmount::WorkingDays(1)),
                ExtensionAmount::Total(TimeAmount::CalendarDays(12)),
                ExtensionAmount::Until(date),
                ExtensionAmount::UntilFixed(date),
            ]),
            told: None,
        }
    }

    /// An event of the case, earlier than it was entered.
    fn correction(&mut self) -> Correction {
        let anchors = [
            Anchor::RECEIVED,
            Anchor::DEPARTMENT_RECEIVED,
            Anchor::FINAL_RESPONSE_SENT,
            Anchor::CONTAINED,
            Anchor::CUSTOMER_WROTE,
            Anchor::UPDATED,
            SHOWN,
            PROVED,
        ];
        let event = self.random.pick(&anchors);
        let known: Vec<_> = self.case.events().iter().map(|event| event.at).collect();
        let from = if event == Anchor::RECEIVED {
            self.case.complaint().received()
        } else {
            self.random.pick(&known)
        };
        Correction { event, from, to: from - self.minutes(60 * 24 * 4), reason: note("it was earlier") }
    }

    fn other_case(&mut self) -> CaseSummary {
        let count = self.random.below(3);
        let due = (0..count).map(|_| {
            let at = self.now + TimeDelta::days(3) - self.minutes(9_000);
            ClockDue { clock: self.random.pick(&NAMES), at }
        });
        let due = due.collect();
        CaseSummary { due, ..summary() }
    }

    fn command(&mut self) -> Command {
        match self.random.below(40) {
            0..5 => Command::Pause(self.halt()),
            5..9 => Command::Resume(self.halt()),
            9..14 => Command::Extend(self.longer()),
            14..16 => Command::Correct(self.correction()),
            16..19 => Command::Happen(AnchorEvent {
                event: self.random.pick(&[Anchor::DEPARTMENT_RECEIVED, SHOWN, PROVED, Anchor::AGREED]),
                at: self.earlier(),
                department: self.department(),
            }),
            19..22 => Command::Reclassify(about(self.random.pick(&[
                Category::PRODUCT_QUALITY,
                Category::SERVICE_PROCESS,
                Category::SPARE_PARTS,
            ]))),
            22 => Command::Withdraw(because("never mind")),
            23 | 24 => explained(),
            25 => Command::Close,
            26 => Command::RecordDissatisfaction(going_on(Stage::Investigating)),
            27 | 28 => Command::Reopen(going_on(Stage::Investigating)),
            29 => heard(),
            30 => answer(),
            31 => Command::NotifyProgress(because("soon")),
            32 => Command::Contain(DepartmentContainment {
                department: self.random.pick(&[Department::QUALITY, Department::SALES]),
                measures: vec![Containment::REWORK],
            }),
            33 => Command::Link(CaseLink { case: self.other_case(), relation: Relation::Absorbed }),
            34 => asked(Opinion::Satisfied),
            35 => Command::ForceClose,
            36 => Command::MovePolicy(PolicyMove {
                to: PolicyVersion::of(self.other_policy()),
                reason: note("the other one is in force"),
            }),
            37 => of_department(self.department(), None),
            38 => Command::Register,
            _ => Command::Merge(redress::case::command::Merger {
                into: self.other_case(),
                reason: note("it goes on there"),
            }),
        }
    }

    fn other_policy(&self) -> &'p Policy {
        let [first, second] = self.policies;
        if PolicyVersion::of(first) == *self.case.policy() { second } else { first }
    }

    /// Does something that is not refused; the action, if there was any.
    fn goes_on(&mut self, number: usize) -> Option<Action> {
        let waits = match self.random.below(10) {
            0..4 => TimeDelta::zero(),
            4..8 => self.minutes(600),
            _ => self.minutes(60 * 24 * 3),
        };
        self.now += waits;
        let command = self.command();
        let action = command.action();
        let id = format!("k-{number}").parse().unwrap();
        let request = Request::new(self.case.revision(), Stamp::new(id, who("anna"), self.now), command);
        let (policy, other) = (self.policy(), self.other_policy());
        let decision = if action == Action::MovePolicy {
            Office::new(policy, &self.roster).decide_move(&self.case, other, request)
        } else {
            Office::new(policy, &self.roster).decide(&self.case, request)
        };
        self.case = self.case.clone().after(&decision.ok()?).unwrap();
        // By what is known now and, of duties that go on, by what will be.
        for now in [self.now, self.now + TimeDelta::days(90)] {
            for clock in self.case.clocks(self.policy(), now) {
                let _ = clock.reading(self.policy(), now);
            }
        }
        Some(action)
    }
}

#[test]
fn clocks_refuse_nothing_that_was_decided_but_what_is_routine() {
    let (wide, narrow) = (from_eight_to_six(), narrow());
    let worlds =
        [wide, narrow].map(|calendar| [policy(calendar.clone(), "1", false), policy(calendar, "2", true)]);
    let mut done = BTreeSet::new();
    for seed in 0..cases(400) {
        for policies in &worlds {
            let mut ride = Ride::seeded(seed, policies);
            done.extend((1..=90).filter_map(|number| ride.goes_on(number)).map(Action::as_str));
            let _ = Outlook::of(&ride.case, ride.policy(), ride.now);
            let [first, second] = policies;
            let again = Case::replay(&[first, second], ride.case.events());
            assert_eq!(again.unwrap(), ride.case, "seed {seed}");
        }
    }
    let wanted = [
        Action::Pause,
        Action::Resume,
        Action::Extend,
        Action::Correct,
        Action::Happen,
        Action::Reclassify,
        Action::Withdraw,
        Action::FindNotEstablished,
        Action::Close,
        Action::RecordDissatisfaction,
        Action::Reopen,
        Action::HearCustomer,
        Action::Answer,
        Action::NotifyProgress,
        Action::Contain,
        Action::Link,
        Action::FollowUp,
        Action::ForceClose,
        Action::MovePolicy,
        Action::Start,
        Action::Merge,
    ];
    let missing: Vec<_> = wanted.into_iter().filter(|action| !done.contains(action.as_str())).collect();
    assert!(missing.is_empty(), "never done: {missing:?}");
}
