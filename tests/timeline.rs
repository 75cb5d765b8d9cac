//! The life of a case as people read it: in three languages, with everything that happened, and nothing personal
//! unless asked for.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;

use chrono::{DateTime, TimeDelta, Utc};
use redress::approval::{ApprovalTable, Chain, Delegation, Holding, Roster, Signers, Step};
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone, instant};
use redress::case::approval::{
    ApprovalEnd, ApprovalOverride, ApprovalReference, ApprovalReturn, ApprovalState, ApprovalSubject,
    ChainReplacement, SignatureWithdrawal, VoidedSignatures,
};
use redress::case::assessment::Assessment;
use redress::case::command::{
    AnchorEvent, Apology, CaseLink, CaseSummary, CauseFinding, ClockExtension, ClockPause, Continuation,
    Correction, CustomerCausedFinding, Delivery, Dispatch, DutyKey, ExtensionAmount, Findings,
    FollowUpResult, InvestigationStart, Lessons, Merger, Message, NotEstablishedFinding, Note, Offer,
    PolicyMove, Promise, Proposal, Question, Remark, ThanksLetter, TimeAmount,
};
use redress::case::track::{
    AccidentProgress, ContainmentWaiver, DepartmentContainment, DisciplineRecord, MeasureProgress,
    SanctionProposal,
};
use redress::case::{Case, Command, Event, EventKind, Office, Outlook, Request, Stamp, open};
use redress::deadline::rule::{Hardness, PauseRule};
use redress::deadline::{Clock, End, Term};
use redress::policy::routing::Row;
use redress::policy::severity::SeverityRule;
use redress::policy::track::FollowUpRule;
use redress::policy::{ClockRule, Condition, Policy, Routing, SeverityRules, Track};
use redress::render::Renderer;
use redress::triage::ComplaintDocument;
use redress::vocab::course::{
    ApprovalAct, DecisionKind, Duty, ExtensionReason, FollowUp, NotEstablishedReason, Opinion, Relation,
};
use redress::vocab::track::{
    AccidentStep, Accountable, Containment, Discipline, GoodsStep, MeasureStep, RecallStep, Sanction,
    ThanksOccasion,
};
use redress::vocab::{
    Action, ActorId, Anchor, Category, Cause, Channel, Classification, ClockName, Department, Fact,
    FaultParty, Locale, Mark, Money, PauseReason, Remedy, Role, RuleId, Severity, Stage,
};
use redress::{Private, word};

const LOCALES: [Locale; 3] = [Locale::En, Locale::ZhHans, Locale::ZhHant];

fn at(text: &str) -> DateTime<Utc> {
    instant::parse(text).unwrap()
}

fn who(text: &str) -> ActorId {
    text.parse().unwrap()
}

fn note(text: &str) -> Note {
    text.parse().unwrap()
}

fn yuan(minor: u64) -> Money {
    Money::new(minor, "CNY".parse().unwrap())
}

/// An office in Shanghai: everything belongs to quality, what takes 30 minutes too long is serious.
fn policy() -> Policy {
    let zone =
        Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2026, 2026).unwrap())
            .unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:30")]);
    let late = Condition::at_least(Fact::MINUTES_LATE, 30);
    let severity = SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(SeverityRule::new(word!(RuleId, "late"), Severity::Serious, late))
        .with_otherwise(Severity::General);
    let review = Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(Role::MANAGER));
    let two = Signers::any(2, [Role::LEADER_IN_CHARGE, Role::SENIOR_MANAGEMENT]);
    let approve = Step::new(word!(RuleId, "approve"), ApprovalAct::Approve, two);
    let large = Chain::new(word!(RuleId, "large"), DecisionKind::Remedy).with_above(yuan(100_000));
    let usual = Chain::new(word!(RuleId, "usual"), DecisionKind::Remedy).with_citation("rule 7");
    let consent = || Step::consent(word!(RuleId, "consent"));
    let table = ApprovalTable::new()
        .with_chain(large.with_step(review.clone()).with_step(approve).with_step(consent()))
        .with_chain(usual.with_step(review).with_step(consent()));
    let closure = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER));
    let answer = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_hardness(Hardness::Soft);
    Policy::builder("desk")
        .version("3")
        .calendar(Calendar::builder("cn", zone).week(week).build().unwrap())
        .severity(severity)
        .routing(Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::QUALITY)))
        .clock(ClockRule::new(closure, Term::working_days(3).with_end(End::CLOSE_OF_BUSINESS)))
        .clock(ClockRule::new(answer, Term::working_days(1)))
        .track(
            Track::new()
                .with_consent()
                .with_intake_review(Role::MANAGER)
                .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1)),
        )
        .approvals(table)
        .build()
        .unwrap()
}

fn roster() -> Roster {
    let (from, until) = (at("2026-03-01T00:00:00Z"), at("2026-04-01T00:00:00Z"));
    Roster::builder("r-9")
        .holding(Holding::new(who("mei"), Role::MANAGER).with_limit(yuan(500_000)))
        .holding(Holding::new(who("lin"), Role::LEADER_IN_CHARGE))
        .holding(Holding::new(who("lu"), Role::SENIOR_MANAGEMENT))
        .holding(Holding::new(who("luo"), Role::LEADER_IN_CHARGE))
        .delegation(Delegation {
            from: who("mei"),
            to: who("dan"),
            role: Role::MANAGER,
            since: from,
            until,
            limit: None,
        })
        .build()
        .unwrap()
}

fn said() -> ComplaintDocument {
    ComplaintDocument {
        words: Classification::of(Category::SPARE_PARTS).with(Channel::HOTLINE),
        customer: Some("phone-5550100".parse().unwrap()),
        text: Some(Private::new("nobody ever called me back".into())),
        ..ComplaintDocument::new("A-1".parse().unwrap(), at("2026-03-05T16:00:00+08:00"))
    }
}

struct Told {
    policy: Policy,
    roster: Roster,
    case: Case,
}

impl Told {
    fn new() -> Self {
        let policy = policy();
        let entered = at("2026-03-05T16:05:00+08:00");
        let case = open(&policy, said(), Stamp::new("k-0".parse().unwrap(), who("an"), entered)).unwrap();
        Self { policy, roster: roster(), case }
    }

    #[track_caller]
    fn does(mut self, time: &str, actor: &str, command: Command) -> Self {
        let id = format!("k-{}", self.case.revision()).parse().unwrap();
        let now = at(&format!("2026-03-{}:00+08:00", time.replace(' ', "T")));
        let asked = command.action();
        let request = Request::on(&self.case, Stamp::new(id, who(actor), now), command);
        let decision = Office::new(&self.policy, &self.roster).decide(&self.case, request);
        let decision = decision.unwrap_or_else(|refusal| panic!("{asked}: {refusal}"));
        self.case = self.case.clone().after(&decision).unwrap();
        self
    }
}

/// Paused over a weekend, made dearer after approval, consented to and done.
fn story() -> Told {
    let refund = |minor| Proposal::from(Offer::new(Remedy::REFUND).with_amount(yuan(minor)));
    Told::new()
        .does("05 16:10", "an", Command::Register)
        .does("05 16:20", "mei", Command::Triage(Findings::default().with_fact(Fact::MINUTES_LATE, 45)))
        .does("05 16:30", "an", Command::Dispatch(Dispatch::to(Department::QUALITY).with_person(who("qi"))))
        .does("05 16:40", "qi", Command::Start(InvestigationStart::now()))
        .does("06 10:00", "qi", Command::AskCustomer(Question::new(note("which part?")).with_samples()))
        .does("06 10:00", "qi", Command::Pause(ClockPause::new(PauseReason::AWAITING_CUSTOMER)))
        .does("09 11:00", "an", Command::Resume(ClockPause::new(PauseReason::AWAITING_CUSTOMER)))
        .does("09 13:00", "qi", Command::Propose(refund(90_000)))
        .does("09 13:05", "qi", Command::Submit)
        .does("09 14:00", "mei", Command::Sign(ApprovalReference::new(1).with_note(note("fair"))))
        .does("09 15:00", "qi", Command::Amend(refund(120_000)))
        .does("09 15:30", "dan", Command::Sign(ApprovalReference::new(1)))
        .does("09 16:00", "lin", Command::Sign(ApprovalReference::new(1)))
        .does("09 16:30", "lu", Command::Sign(ApprovalReference::new(1)))
        .does("10 09:00", "an", Command::Consent)
        .does("10 10:00", "an", Command::Finish)
}

/// Compares with a file; `UPDATE_GOLDEN=1` rewrites it.
#[track_caller]
fn golden(name: &str, locale: Locale, text: &str) {
    let path = format!("tests/golden/timeline/{name}.{locale}.txt");
    let text = format!("{text}\n");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all("tests/golden/timeline").unwrap();
        fs::write(&path, &text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, expected, "{path}");
}

#[test]
fn a_case_is_told_in_three_languages() {
    let told = story();
    for locale in LOCALES {
        let now = at("2026-03-10T10:00:00+08:00");
        golden(
            "story",
            locale,
            &Renderer::of(&told.policy, locale)
                .timeline(&told.case, &told.policy)
                .with_standing(now)
                .to_string(),
        );
    }
}

#[test]
fn an_entry_is_a_command_with_what_followed_from_it() {
    let told = story();
    let entries = Renderer::of(&told.policy, Locale::En).timeline(&told.case, &told.policy);
    let entries = entries.entries();
    let deeds: Vec<&Event> =
        told.case.events().iter().filter(|event| event.what.action().is_some()).collect();
    assert_eq!(entries.len(), deeds.len());
    for (entry, deed) in entries.iter().zip(deeds) {
        assert_eq!((entry.number, entry.at, entry.by), (deed.number, deed.at, deed.by));
        assert_eq!((entry.role, entry.command, entry.action), (deed.role, deed.command, deed.what.action()));
    }
    let amended = entries.iter().find(|entry| entry.action == Some(Action::Amend)).unwrap();
    assert_eq!(amended.to, Some(Stage::InApproval));
    assert_eq!(
        amended.then,
        [
            "approval 1: void are the signatures of `review`",
            "approval 1 goes from now on by chain `large`, over 1200.00 CNY: review (manager) → \
             approve (2 × leader in charge, senior management) → customer's consent",
        ]
    );
}

#[test]
fn notes_are_shown_only_to_those_who_ask() {
    let told = story();
    for locale in LOCALES {
        let shown = Renderer::of(&told.policy, locale).timeline(&told.case, &told.policy);
        let entry = shown.entries().iter().find(|entry| entry.action == Some(Action::AskCustomer)).unwrap();
        assert_eq!(entry.notes, [note("which part?")]);
        for text in [shown.to_string(), format!("{shown:?}")] {
            assert!(!text.contains("which part?") && !text.contains("fair"), "{text}");
        }
        let text = shown.with_notes().to_string();
        assert!(text.contains("which part?") && text.contains("fair"), "{text}");
    }
}

#[test]
fn who_complains_and_what_was_said_is_never_told() {
    let told = story();
    for locale in LOCALES {
        let shown = Renderer::of(&told.policy, locale).timeline(&told.case, &told.policy).with_notes();
        for text in [shown.to_string(), format!("{shown:?}")] {
            assert!(!text.contains("5550100") && !text.contains("called me back"), "{text}");
        }
    }
}

#[test]
fn a_note_of_several_lines_is_indented() {
    let told = Told::new().does("05 17:00", "an", Command::Note(Remark::new(note("first\nsecond"))));
    let text = |locale| {
        Renderer::of(&told.policy, locale).timeline(&told.case, &told.policy).with_notes().to_string()
    };
    assert!(text(Locale::En).ends_with("  an: note\n    “first\n    second”"));
    assert!(text(Locale::ZhHans).ends_with("  an：备注\n    “first\n    second”"));
    assert!(text(Locale::ZhHant).ends_with("  an：備註\n    「first\n    second」"));
}

#[test]
fn a_clock_is_told_while_it_runs_while_it_is_paused_when_it_is_met_and_when_it_ran_out() {
    let told = story();
    let paused = Told { case: up_to(&told, Action::Pause), ..Told::new() };
    let running = Told { case: up_to(&told, Action::Start), ..Told::new() };
    for locale in LOCALES {
        let standing =
            |told: &Told, now| Renderer::of(&told.policy, locale).standing(&told.case, &told.policy, at(now));
        let texts = [
            standing(&running, "2026-03-06T09:00:00+08:00"),
            standing(&paused, "2026-03-07T12:00:00+08:00"),
            standing(&running, "2026-03-20T09:00:00+08:00"),
        ];
        golden("standing", locale, &texts.join("\n"));
    }
}

/// The case as it was after an action.
fn up_to(told: &Told, action: Action) -> Case {
    let events = told.case.events();
    let command = events.iter().find(|event| event.what.action() == Some(action)).unwrap().command;
    let end = events.iter().rposition(|event| event.command == command).unwrap();
    Case::replay(&told.policy, &events[..=end]).unwrap()
}

/// A command of every kind.
#[expect(clippy::too_many_lines, reason = "one of each")]
fn every_command() -> Vec<Command> {
    let reason = || note("private reason");
    let because = || Remark::new(reason());
    let proposal = || {
        Proposal::of(Offer::new(Remedy::EXCHANGE).with_remedy(Remedy::APOLOGY).with_note(reason()))
            .with_alternative(Offer::new(Remedy::REFUND).with_amount(yuan(4_900)))
    };
    let sanction = || {
        SanctionProposal::new(who("tom"), Accountable::Direct, Sanction::TRAINING).with_amount(yuan(10_000))
    };
    let measure = word!(RuleId, "new-fixture");
    let day = |text: &str| at(&format!("2026-03-{text}T09:00:00+08:00"));
    let summary = || CaseSummary {
        complained_about: Vec::new(),
        complainants: Vec::new(),
        handled_by: Vec::new(),
        complainant_keys: Vec::new(),
        id: "B-2".parse().unwrap(),
        unstated: false,
        amounts: Vec::new(),
        received: day("02"),
        due: Vec::new(),
    };
    let extending = ClockExtension::new(
        ClockName::CLOSURE,
        ExtensionReason::COMPLEX_CASE,
        ExtensionAmount::Add(TimeAmount::WorkingDays(2)),
    );
    let findings = Findings {
        words: Classification::of(Category::SPARE_PARTS),
        staff: Some(who("tom")),
        product: Some("batch-7".parse().unwrap()),
        no_demand: true,
        amount: Some(yuan(4_900)),
        complainant: Some("phone-5550100".parse().unwrap()),
        ..Findings::default()
    };
    let customer_caused = CustomerCausedFinding {
        explanation: reason(),
        manual_unclear: false,
        not_explained: false,
        cause: None,
        corrective: None,
        preventive: None,
    };
    let policy = policy();
    vec![
        Command::Acknowledge,
        Command::Register,
        Command::Triage(findings.clone()),
        Command::AnswerAtOnce(because()),
        Command::FindNotEstablished(NotEstablishedFinding::new(
            NotEstablishedReason::ALL.first().copied().unwrap(),
            reason(),
        )),
        Command::Dispatch(Dispatch::to(Department::QUALITY).with_person(who("qi"))),
        Command::Redispatch(Dispatch::to(Department::SALES).with_reason(reason())),
        Command::Start(InvestigationStart::now().with_department(Department::SALES).with_received(day("05"))),
        Command::AskCustomer(Question::new(reason()).with_samples()),
        Command::FindCause(
            CauseFinding::new(Cause::PRODUCT_QUALITY_BREAKDOWN_IN_USE, FaultParty::COMPANY)
                .with_responsible(who("tom")),
        ),
        Command::FindCustomerCaused(customer_caused),
        Command::Propose(proposal()),
        Command::Submit,
        Command::SendBack(ApprovalReturn::to_step(1, word!(RuleId, "review"), reason())),
        Command::SendBack(ApprovalReturn::to_author(1, reason())),
        Command::Sign(ApprovalReference::new(1)),
        Command::RefuseToSign(ApprovalReference::new(1).with_note(reason())),
        Command::WithdrawSignature(ApprovalReference::new(1)),
        Command::Override(ApprovalOverride { approval: 1, reason: reason() }),
        Command::TakeBack(ApprovalReference::new(1)),
        Command::Amend(proposal()),
        Command::Offer,
        Command::Object(because()),
        Command::Lapse,
        Command::Consent,
        Command::CarryOut,
        Command::Finish,
        Command::Fail(Continuation::to(Stage::Proposed, reason())),
        Command::FollowUp(FollowUpResult::new(FollowUp::SATISFACTION_CHECK, Opinion::Silent)),
        Command::RecordDissatisfaction(Continuation::to(Stage::Proposed, reason())),
        Command::Close,
        Command::ForceClose,
        Command::Withdraw(because()),
        Command::Merge(Merger::into(summary(), reason())),
        Command::OpenProject,
        Command::FinishProject,
        Command::Reopen(Continuation::to(Stage::Investigating, reason())),
        Command::Review(Lessons::new(reason())),
        Command::Promise(Promise::until(day("12"))),
        Command::Answer(Message::new().with_next(day("13"))),
        Command::Answer(Message::automatic()),
        Command::HearCustomer(Message::new().with_note(reason())),
        Command::NotifyProgress(because()),
        Command::Apologise(Apology {
            individual: Some(reason()),
            effect: Some(reason()),
            measure: Some(reason()),
        }),
        Command::Apologise(Apology::default()),
        Command::Contain(DepartmentContainment::by(
            Department::SALES,
            [Containment::REWORK, Containment::ISOLATE],
        )),
        Command::WaiveContainment(ContainmentWaiver::new(Department::QUALITY, reason())),
        Command::HandleGoods(GoodsStep::Listed.into()),
        Command::Recall(RecallStep::Started.into()),
        Command::TakeAction(MeasureProgress::new(measure, MeasureStep::Planned).with_note(reason())),
        Command::RecordDiscipline(DisciplineRecord::new(Discipline::D4, reason())),
        Command::ProposeSanction(sanction()),
        Command::DecideSanction(sanction()),
        Command::HoldBilling,
        Command::ReleaseBilling,
        Command::TakeAccidentStep(AccidentProgress::from(AccidentStep::Notify)),
        Command::Thank(ThanksLetter::from(ThanksOccasion::ALL.first().copied().unwrap())),
        Command::Reclassify(Findings::of(Category::SALES_PROCESS)),
        Command::Correct(Correction {
            event: Anchor::RECEIVED,
            from: day("05"),
            to: day("04"),
            reason: reason(),
        }),
        Command::Happen(
            AnchorEvent::new(Anchor::DEPARTMENT_RECEIVED, day("05")).with_department(Department::SALES),
        ),
        Command::Pause(
            ClockPause::new(PauseReason::AWAITING_SAMPLES).with_clock(ClockName::CLOSURE).with_at(day("06")),
        ),
        Command::Resume(ClockPause::new(PauseReason::AWAITING_SAMPLES)),
        Command::Extend(extending.clone().with_department(Department::SALES).with_told(day("06"))),
        Command::Extend(ClockExtension {
            change: ExtensionAmount::Total(TimeAmount::WorkingMinutes(90)),
            ..extending.clone()
        }),
        Command::Extend(ClockExtension {
            change: ExtensionAmount::UntilFixed("2026-03-31".parse().unwrap()),
            ..extending.clone()
        }),
        Command::Apply(ApprovalSubject::Sanction(sanction())),
        Command::Apply(ApprovalSubject::CorrectiveAction(measure)),
        Command::Apply(ApprovalSubject::Extension(extending)),
        Command::Apply(ApprovalSubject::ForcedClosure),
        Command::Apply(ApprovalSubject::Recall),
        Command::Apply(ApprovalSubject::PolicyChange(redress::case::approval::PolicyEdition::of(&policy))),
        Command::Relax(because()),
        Command::Link(CaseLink::new(summary(), Relation::Recurrence)),
        Command::Note(because()),
        Command::Deliver(
            Delivery::new(
                DutyKey::of(Duty::Breach, 0).with_clock(ClockName::CONTAINMENT, Some(Department::SALES)),
            )
            .with_recipient(who("sun"))
            .with_recipient(who("sam")),
        ),
        Command::Deliver(Delivery::new(DutyKey::of(Duty::BrokenPromise, 0))),
        Command::MovePolicy(PolicyMove::to(&policy, reason())),
    ]
}

/// What follows from commands, of every kind.
fn every_consequence() -> Vec<EventKind> {
    let assessed = Assessment {
        severity: Some(Severity::Serious),
        rules: vec![word!(RuleId, "late"), word!(RuleId, "press")],
        marks: vec![Mark::SAMPLES_NEEDED],
        department: Some(Department::QUALITY),
        role: Some(Role::DEPARTMENT_HEAD),
        row: Some(word!(RuleId, "all")),
        exempt: true,
        ..Assessment::default()
    };
    let unknown = Assessment { at_worst: Some(Severity::Serious), ..Assessment::default() };
    let voided = |steps: &[RuleId], notified: &[RuleId]| {
        EventKind::SignaturesVoided(Box::new(VoidedSignatures {
            approval: 1,
            steps: steps.to_vec(),
            notified: notified.to_vec(),
        }))
    };
    let (review, approve) = (word!(RuleId, "review"), word!(RuleId, "approve"));
    let raised = ChainReplacement { approval: 1, chain: word!(RuleId, "of-an-older-table"), amount: None };
    let states = [
        ApprovalState::Open,
        ApprovalState::Approved,
        ApprovalState::Used,
        ApprovalState::Refused,
        ApprovalState::Returned,
        ApprovalState::TakenBack,
        ApprovalState::Void,
    ];
    let ended = states.map(|state| EventKind::ApprovalEnded(Box::new(ApprovalEnd { approval: 1, state })));
    let moves = Stage::ALL.iter().map(|&stage| EventKind::Moved(stage));
    let story = story();
    let given = story.case.events().iter().filter_map(|event| match &event.what {
        EventKind::SignatureGiven(given) => Some(given.clone()),
        _ => None,
    });
    let given: Vec<_> = given.collect();
    let mut all = vec![
        EventKind::Assessed(Box::new(assessed)),
        EventKind::Assessed(Box::new(unknown)),
        voided(&[review, approve], &[]),
        voided(&[], &[approve]),
        EventKind::ApprovalRaised(Box::new(raised)),
        EventKind::SignatureRefused(given[0].clone()),
        EventKind::SignatureReturned(given[1].clone()),
        EventKind::ApprovalOverridden(given[1].clone()),
        EventKind::SignatureWithdrawn(Box::new(SignatureWithdrawal { approval: 1, step: review })),
    ];
    all.extend(ended);
    all.extend(moves);
    all
}

/// The events of a case to which everything has happened, whether or not it may.
fn everything() -> Vec<Event> {
    let mut events = Told::new().case.events().to_vec();
    let mut record = |what: EventKind, command: String| {
        let last = events.last().unwrap();
        let event = Event {
            case: last.case,
            number: last.number + 1,
            at: last.at + TimeDelta::minutes(1),
            by: who("an"),
            role: None,
            command: command.parse().unwrap(),
            what,
        };
        events.push(event);
    };
    for (number, command) in every_command().into_iter().enumerate() {
        record(EventKind::from(command), format!("c-{number}"));
    }
    // What follows from another event has no line of its own, unless the event is not there.
    for (number, what) in every_consequence().into_iter().enumerate() {
        record(EventKind::Submitted, format!("d-{number}"));
        record(what, format!("d-{number}"));
    }
    events
}

#[test]
fn every_event_is_told_in_three_languages() {
    let policy = policy();
    let events = everything();
    let id = events[0].case;
    let done: BTreeSet<&str> =
        events.iter().filter_map(|event| event.what.action()).map(Action::as_str).collect();
    assert_eq!(done, Action::ALL.iter().map(|action| action.as_str()).collect());
    for locale in LOCALES {
        let told = Renderer::of(&policy, locale).events(id, &events, &policy).to_string();
        assert!(!told.contains("private reason") && !told.contains("5550100"), "{told}");
        golden("every_event", locale, &told);
    }
    // Every note that is stored is told to those who ask.
    let notes = Renderer::of(&policy, Locale::En).events(id, &events, &policy).with_notes().to_string();
    let stored = serde_json::to_string(&events).unwrap();
    assert_eq!(notes.matches("private reason").count(), stored.matches("private reason").count());
}

/// Characters of simplified writing that traditional writing has not, of those that the texts use.
#[test]
fn traditional_text_is_written_and_not_mixed_with_simplified() {
    const SIMPLIFIED: &str = "审签执级时间个应为类录条约闭环发诉记过证严责务户销质给该规则权额认这实确范围须财产经办处归报术岗号仅满开关进还";
    let policy = policy();
    let told = Renderer::of(&policy, Locale::ZhHant)
        .events("a-1".parse().unwrap(), &everything(), &policy)
        .to_string();
    let mixed: BTreeSet<char> = told.chars().filter(|character| SIMPLIFIED.contains(*character)).collect();
    assert!(mixed.is_empty(), "{mixed:?}");
}

#[test]
fn a_history_that_begins_in_the_middle_of_a_command_is_told_still() {
    let policy = policy();
    let case = Told::new().case;
    let last = case.events().last().unwrap();
    let lone = Event {
        number: 3,
        command: "k-9".parse().unwrap(),
        what: EventKind::Moved(Stage::Closed),
        ..last.clone()
    };
    let told = Renderer::of(&policy, Locale::En).events(case.id(), &[lone], &policy);
    let entry = told.entries().last().unwrap();
    assert_eq!((entry.action, entry.to), (None, Some(Stage::Closed)));
    assert_eq!(entry.to_string(), "Thu 2026-03-05 16:05  an: moved → closed");
}

#[test]
fn what_is_owed_for_containment_is_owed_since_the_department_received_it() {
    let zone =
        Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2026, 2026).unwrap());
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:30")]);
    let calendar = Calendar::builder("cn", zone.unwrap()).week(week).build().unwrap();
    let policy = redress::profiles::Supplier::new(calendar, Department::SALES)
        .track(Track::new().without_triage().without_dispatch().with_containment())
        .build()
        .unwrap();
    let entered = at("2026-03-05T16:05:00+08:00");
    let case = open(&policy, said(), Stamp::new("k-0".parse().unwrap(), who("an"), entered)).unwrap();
    let told = Told { policy, roster: roster(), case }
        .does("05 16:10", "an", Command::Register)
        .does(
            "05 16:30",
            "an",
            Command::Start(InvestigationStart::now().with_department(Department::PRODUCTION)),
        )
        .does(
            "06 10:00",
            "an",
            Command::Happen(
                AnchorEvent::new(Anchor::DEPARTMENT_RECEIVED, at("2026-03-06T09:30:00+08:00"))
                    .with_department(Department::SALES),
            ),
        )
        .does("06 10:30", "an", Command::Propose(Offer::new(Remedy::EXCHANGE).into()));
    let now = at("2026-03-06T11:00:00+08:00");
    let outlook = Outlook::of(&told.case, &told.policy, now);
    let owed: Vec<_> = outlook
        .owed(now)
        .filter(|owed| owed.key.duty == Duty::Containment)
        .map(|owed| (owed.key.department.unwrap(), owed.since))
        .collect();
    assert_eq!(
        owed,
        [
            (Department::PRODUCTION, at("2026-03-05T16:30:00+08:00")),
            (Department::SALES, at("2026-03-06T09:30:00+08:00")),
        ]
    );
}
