//! What happens by itself: an outlook against a recomputation at each instant, and clocks against a slow model.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use redress::calendar::Span;
use redress::case::clock::{OpenDuty, UpcomingKind, standing};
use redress::case::command::{
    AnchorEvent, ClockExtension, ClockPause, Correction, Delivery, ExtensionAmount, Findings,
    InvestigationStart, Promise, TimeAmount,
};
use redress::case::{Case, Command, Outlook};
use redress::deadline::rule::{
    AfterBreach, ChangeEffect, ClockState, ExtensionRule, Hardness, PauseRule, Warning,
};
use redress::deadline::{Clock, ClockReading, Count, End, Term};
use redress::policy::clock::{ClockRounds, ClockScope, ReopeningEffect, Target};
use redress::policy::routing::Row;
use redress::policy::severity::SeverityRule;
use redress::policy::track::{FollowUpRule, ReopeningWindow};
use redress::policy::{ClockRule, Condition, Policy, Routing, SeverityRules, Track};
use redress::vocab::course::{Duty, ExtensionReason, FollowUp};
use redress::vocab::{Anchor, Category, ClockName, Department, PauseReason, Role, RuleId, Severity, Stage};
use redress::word;

use crate::cases::clocks::*;
use crate::cases::support::*;

const NANO: TimeDelta = TimeDelta::nanoseconds(1);

/// What a clock shows that does not merely go on: where it stands, what it missed, and when it is due unless that
/// moves on with a pause.
type Shown = (ClockName, Option<Department>, u32, ClockState, Option<DateTime<Utc>>, Option<DateTime<Utc>>);

fn shown_at(case: &Case, policy: &Policy, now: DateTime<Utc>) -> Vec<Shown> {
    let show = |reading: &ClockReading| (reading.status().state(), reading.first_breach(), reading.missed());
    let clocks = case.clocks(policy, now);
    let shown = clocks.iter().map(|clock| {
        let (state, breach, missed) = show(&clock.reading(policy, now));
        (clock.name(), clock.department(), clock.turn(), state, breach, missed)
    });
    shown.collect()
}

/// Holds an outlook to one made anew at each instant, and to what the clocks show then.
fn check(story: &Story, grid: impl IntoIterator<Item = DateTime<Utc>>) {
    let (case, policy) = (&story.case, &story.policy);
    let outlook = story.outlook();
    let mut instants: Vec<DateTime<Utc>> = grid.into_iter().filter(|&at| at >= story.now).collect();
    let ahead = outlook.moments().iter().filter(|moment| moment.at > story.now + NANO);
    instants.extend(ahead.flat_map(|moment| [moment.at - NANO, moment.at]));
    instants.push(story.now);
    instants.sort_unstable();
    instants.dedup();
    let end = *instants.last().unwrap();
    let mut before: Option<(DateTime<Utc>, Vec<Shown>, Vec<OpenDuty>)> = None;
    for &now in &instants {
        let anew = Outlook::of(case, policy, now);
        let owed: Vec<OpenDuty> = outlook.owed(now).collect();
        assert_eq!(owed, anew.owed(now).collect::<Vec<_>>(), "owed at {now}");
        assert_eq!(owed, outlook.owed(now).collect::<Vec<_>>(), "the same at every look");
        assert_eq!(
            outlook.owed(end).collect::<Vec<_>>(),
            anew.owed(end).collect::<Vec<_>>(),
            "ahead from {now}"
        );
        assert_eq!(outlook.next_change(now), anew.next_change(now), "the next event after {now}");
        let stands = standing(case, policy, now);
        assert_eq!(outlook.standing(now), stands, "standing at {now}");
        assert!(owed.iter().all(|owed| owed.since <= now), "nothing of the future at {now}");
        let shown = shown_at(case, policy, now);
        if let Some((earlier, shown_before, owed_before)) = before {
            let changed = shown != shown_before || owed != owed_before;
            let next = outlook.next_change(earlier);
            if changed {
                assert!(
                    // A timer is set to a whole second.
                    next.is_some_and(|next| next < now + TimeDelta::seconds(1)),
                    "a change between {earlier} and {now}: {shown:?}"
                );
            }
        }
        before = Some((now, shown, owed));
    }
}

fn every(minutes: i64, from: DateTime<Utc>, hours: i64) -> impl Iterator<Item = DateTime<Utc>> {
    (0..=hours * 60 / minutes).map(move |step| from + TimeDelta::minutes(step * minutes))
}

/// Every moment changes something, or is the last instant that is in time.
fn check_moments(story: &Story) {
    let outlook = story.outlook();
    for moment in outlook.moments().iter().filter(|moment| moment.at > story.now) {
        let at = |now| {
            let owed: Vec<OpenDuty> = outlook.owed(now).collect();
            (shown_at(&story.case, &story.policy, now), owed)
        };
        let clocks = story.case.clocks(&story.policy, moment.at);
        let up = |clock: &redress::case::clock::CaseClock<'_>| {
            clock.reading(&story.policy, moment.at).due().is_some_and(|due| due.at() == moment.at)
        };
        let changes = at(moment.at - NANO) != at(moment.at);
        assert!(changes || clocks.iter().any(up) || moment.kind == UpcomingKind::ReopeningEnds, "{moment:?}");
    }
}

fn warned() -> Clock {
    clock(ClockName::CLOSURE)
        .with_warning(Warning::Share(50))
        .with_warning(Warning::Lead(Count::Elapsed(Span::minutes(45))))
}

#[test]
fn a_breach_stays_owed_when_an_early_end_is_entered_late() {
    let done = Story::new(desk(Track::new()).build().unwrap())
        .investigating()
        .until("2025-03-20T10:00:00+08:00")
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish);
    let breach = ["breach of clock closure 0"];
    assert_eq!(told(&done), breach);
    let (from, to) = (done.now, at("2025-03-12T10:00:00+08:00"));
    let correction = Correction { event: Anchor::RESOLVED, from, to, reason: note("solved before") };
    let corrected = done.until("2025-03-20T11:00:00+08:00").does("anna", Command::Correct(correction));
    assert_eq!(told(&corrected), breach);
}

#[test]
fn what_was_told_before_a_reopening_is_not_told_again_after_it() {
    let rule = closure().with_escalation(Count::Elapsed(Span::hours(24)), Role::MANAGER);
    let policy = Policy::builder("desk")
        .version("1")
        .calendar(calendar())
        .severity(SeverityRules::new([Severity::General]).with_otherwise(Severity::General))
        .routing(Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE)))
        .clock(rule)
        .track(Track::new())
        .build()
        .unwrap();
    let mut done = Story::new(policy)
        .investigating()
        .until("2025-03-20T10:00:00+08:00")
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish);
    let owed: Vec<OpenDuty> = done.outlook().owed(done.now).collect();
    let of_clock = |owed: &&OpenDuty| owed.key.clock.is_some();
    assert!(owed.iter().filter(of_clock).count() >= 3, "{owed:?}");
    let before: Vec<String> = owed.iter().filter(of_clock).map(|owed| owed.key.to_string()).collect();
    let reopened = done
        .clone()
        .does("anna", Command::Close)
        .does("anna", Command::Reopen(going_on(Stage::Investigating)));
    let after: Vec<OpenDuty> = reopened.outlook().owed(reopened.now).collect();
    let after: Vec<String> = after.iter().filter(of_clock).map(|owed| owed.key.to_string()).collect();
    assert_eq!(after, before);
    for owed in owed.iter().filter(of_clock) {
        done = done.does("anna", Command::Deliver(Delivery { duty: owed.key, to: Vec::new() }));
    }
    let reopened =
        done.does("anna", Command::Close).does("anna", Command::Reopen(going_on(Stage::Investigating)));
    assert_eq!(reopened.outlook().owed(reopened.now).filter(|owed| owed.key.clock.is_some()).count(), 0);
}

fn told(story: &Story) -> Vec<String> {
    let owed: Vec<OpenDuty> = story.outlook().owed(story.now).collect();
    owed.iter().filter(|owed| owed.key.duty == Duty::Breach).map(|owed| owed.key.to_string()).collect()
}

#[test]
fn the_next_event_is_the_next_change_minute_by_minute() {
    let rule = ClockRule::new(warned(), hours(4))
        .with_escalation(Count::Elapsed(Span::minutes(30)), Role::MANAGER)
        .with_escalation(Count::Elapsed(Span::hours(1)), Role::LEADER_IN_CHARGE);
    let story = begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00");
    check(&story, every(1, story.now, 9));
    check_moments(&story);
    let story = story.on("2026-01-12 10:00").does("anna", pause(PauseReason::AWAITING_CUSTOMER));
    assert_eq!(story.outlook().next_change(story.now), None);
    check(&story, every(1, story.now, 9));
    let story = story.until("2026-01-12T11:00:00Z").does("anna", resume(PauseReason::AWAITING_CUSTOMER));
    check(&story, every(1, story.now, 9));
    check_moments(&story);
    let told: Vec<String> = story.owed("2026-01-13 09:00");
    assert_eq!(
        told,
        [
            "warning of clock closure 0",
            "warning of clock closure 1",
            "breach of clock closure 0",
            "escalation of clock closure 0",
            "escalation of clock closure 1",
            "ladder-exhausted of clock closure 0",
        ]
    );
}

#[test]
fn a_warning_that_came_before_an_open_pause_does_not_move_with_it() {
    let story =
        begin(desk_with(from_eight_to_six(), [ClockRule::new(warned(), hours(4))]), "2026-01-12 09:00")
            .on("2026-01-12 12:30")
            .does("anna", pause(PauseReason::AWAITING_CUSTOMER));
    let since: Vec<_> =
        story.outlook().owed(story.instant("2026-01-14 09:00")).map(|owed| owed.since).collect();
    assert_eq!(since, [story.instant("2026-01-12 11:00"), story.instant("2026-01-12 12:15")]);
    check(&story, every(30, story.now, 48));
}

#[test]
fn a_clock_that_starts_from_the_limit_of_another_waits_while_that_one_stands_still() {
    let chain =
        |name, other| ClockRule::new(Clock::new(name, Anchor::RECEIVED), hours(1)).with_from_due_of(other);
    let clocks = [
        ClockRule::new(clock(ClockName::CLOSURE), hours(4)),
        chain(ClockName::PROJECT, ClockName::CLOSURE),
        chain(ClockName::UNCLOSED_NOTICE, ClockName::PROJECT),
    ];
    let story = begin(desk_with(from_eight_to_six(), clocks), "2026-01-12 09:00");
    // The chain is seen to its end from the beginning.
    let last = story.outlook().moments().last().unwrap().at;
    assert_eq!(last, story.instant("2026-01-12 15:00:00.000000001"));
    check(&story, every(5, story.now, 10));
    let story = story.on("2026-01-12 10:00").does("anna", pause(PauseReason::AWAITING_CUSTOMER));
    check(&story, every(5, story.now, 10));
    assert_eq!(story.outlook().next_change(story.now), None);
    // With a maximum its end is known.
    let story = story.does("anna", pause(PauseReason::AWAITING_SUPPLIER));
    let story = story.on("2026-01-12 11:00").does("anna", resume(PauseReason::AWAITING_CUSTOMER));
    check(&story, every(60, story.now, 100));
    assert_eq!(story.outlook().moments().last().unwrap().at, story.instant("2026-01-15 15:00:00.000000001"));
}

#[test]
fn a_limit_that_goes_by_an_unknown_severity_is_undetermined_until_it_is_known() {
    let severity = SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(SeverityRule::new(
            word!(RuleId, "dear"),
            Severity::Serious,
            Condition::amount_at_least(euros(100_000)),
        ))
        .with_otherwise(Severity::General);
    let rule = ClockRule::by_target(
        clock(ClockName::CLOSURE),
        [
            Target::of_severity(word!(RuleId, "general"), Severity::General, hours(48)),
            Target::of_severity(word!(RuleId, "serious"), Severity::Serious, hours(24)),
        ],
    );
    let policy = desk_in(from_eight_to_six()).severity(severity).clock(rule).build().unwrap();
    let story = begin(policy, "2026-01-12 09:00").does("anna", Command::Register);
    assert!(story.outlook().standing(story.now).is_err());
    assert_eq!(story.owed("2026-01-12 09:00"), ["undetermined-clock of clock closure 0"]);
    check(&story, every(60, story.now, 60));
    let known = Findings { amount: Some(euros(200_000)), ..Findings::default() };
    let story = story.on("2026-01-12 12:00").does("anna", Command::Triage(known));
    assert_eq!(story.due(ClockName::CLOSURE), "Tue 2026-01-13 09:00");
    assert_eq!(story.owed("2026-01-12 12:00"), Vec::<String>::new());
    check(&story, every(60, story.now, 60));
}

#[test]
fn what_was_passed_on_is_owed_no_more_and_what_has_to_be_done_stays() {
    let track = Track::new()
        .with_promises()
        .with_containment()
        .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1).with_target(2));
    let clocks = [ClockRule::new(warned(), hours(1))];
    let policy = clocks
        .into_iter()
        .fold(desk_in(from_eight_to_six()).track(track), redress::policy::PolicyBuilder::clock);
    let mut story = begin(policy.build().unwrap(), "2026-01-12 09:00").investigating().on("2026-01-12 12:00");
    assert_eq!(
        story.owed("2026-01-12 12:00"),
        [
            "new-promise 0",
            "containment of quality 0",
            "warning of clock closure 1",
            "warning of clock closure 0",
            "breach of clock closure 0",
        ]
    );
    while let Some(owed) = story.outlook().owed(story.now).find(|owed| owed.key.is_passed_on()) {
        story = story.does("anna", Command::Deliver(Delivery { duty: owed.key, to: vec![who("mia")] }));
    }
    assert_eq!(story.owed("2026-01-12 12:00"), ["new-promise 0", "containment of quality 0"]);
    let waived = redress::case::track::ContainmentWaiver {
        department: Department::QUALITY,
        reason: note("none left"),
    };
    let story = story.does("anna", Command::WaiveContainment(waived)).does("anna", explained());
    assert_eq!(story.owed("2026-01-12 12:00"), ["follow-up 0"]);
    let story = story.does("anna", asked(redress::vocab::course::Opinion::Silent));
    assert_eq!(story.owed("2026-01-12 12:00"), ["further-follow-up 1"]);
    let story = story.does("anna", Command::Close);
    assert_eq!(story.owed("2027-01-12 12:00"), Vec::<String>::new());
}

#[test]
fn an_approval_that_waits_too_long_goes_up_and_is_owed_until_it_is_signed() {
    use redress::approval::{ApprovalTable, Chain, Signers, Step};
    use redress::vocab::course::{ApprovalAct, DecisionKind};
    let step =
        Step::new(word!(RuleId, "approve"), ApprovalAct::Approve, Signers::one(Role::MANAGER)).with_limit(
            redress::approval::signing::TimeLimit { term: hours(2), escalate_to: Role::LEADER_IN_CHARGE },
        );
    let table = ApprovalTable::new()
        .with_chain(Chain::new(word!(RuleId, "one"), DecisionKind::Remedy).with_step(step));
    let policy = desk_in(from_eight_to_six()).approvals(table).build().unwrap();
    let story = begin(policy, "2026-01-12 09:00")
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit);
    let owed: Vec<_> = story.outlook().owed(story.instant("2026-01-13 09:00")).collect();
    let told: Vec<_> = owed.iter().map(|owed| (owed.key.duty, owed.since, owed.to)).collect();
    assert_eq!(
        told,
        [
            (Duty::Signature, story.now, Some(Role::MANAGER)),
            (
                Duty::OverdueSignature,
                story.instant("2026-01-12 11:00:00.000000001"),
                Some(Role::LEADER_IN_CHARGE)
            ),
        ]
    );
    check(&story, every(10, story.now, 5));
    check_moments(&story);
    let story = story.on("2026-01-12 12:00").does("mia", Command::Sign(on(1)));
    assert_eq!(story.owed("2026-01-13 09:00"), Vec::<String>::new());
}

#[test]
fn a_signature_is_owed_anew_by_each_approval_each_round_and_each_step() {
    use redress::approval::{ApprovalTable, Chain, Signers, Step};
    use redress::vocab::course::{ApprovalAct, DecisionKind};
    let step = |id, role| Step::new(id, ApprovalAct::Approve, Signers::one(role));
    let chain = |id, kind| {
        Chain::new(id, kind)
            .with_step(step(word!(RuleId, "review"), Role::MANAGER))
            .with_step(step(word!(RuleId, "approve"), Role::LEADER_IN_CHARGE))
    };
    let table = ApprovalTable::new()
        .with_chain(chain(word!(RuleId, "remedy"), DecisionKind::Remedy))
        .with_chain(chain(word!(RuleId, "recall"), DecisionKind::Recall));
    let policy = desk_in(from_eight_to_six()).approvals(table).build().unwrap();
    let owed = |story: &Story| story.owed("2026-01-12 09:00");
    let story = begin(policy, "2026-01-12 09:00")
        .does("anna", Command::Apply(redress::case::approval::ApprovalSubject::Recall));
    // The number of the approval, its round, and the place of the step: 65,536 times the first, 16 times the second.
    assert_eq!(owed(&story), ["signature 65536"]);
    let story = story.does("mia", Command::Sign(on(1)));
    assert_eq!(owed(&story), ["signature 65537"]);
    let story =
        story.investigating().does("anna", Command::Propose(exchange())).does("anna", Command::Submit);
    assert_eq!(owed(&story), ["signature 65537", "signature 131072"]);
    let back =
        redress::case::approval::ApprovalReturn::to_step(1, word!(RuleId, "review"), note("once more"));
    let story = story.does("leo", Command::SendBack(back));
    assert_eq!(owed(&story), ["signature 65552", "signature 131072"]);
    let story = story.does("max", Command::Sign(on(1)));
    assert_eq!(owed(&story), ["signature 65553", "signature 131072"]);
    let numbers = story.case.approvals().iter().map(redress::case::approval::Approval::number);
    assert_eq!(numbers.collect::<Vec<_>>(), [1, 2]);
}

// Random policies and histories.

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of a policy")]
struct Plan {
    working: bool,
    change: ChangeEffect,
    after: AfterBreach,
    hard: bool,
    reopening: ReopeningEffect,
    rounds: ClockRounds,
    promises: bool,
    several: bool,
}

fn plans() -> impl Strategy<Value = Plan> {
    let change = prop_oneof![
        Just(ChangeEffect::KeepStart),
        Just(ChangeEffect::CarryElapsed),
        Just(ChangeEffect::Restart)
    ];
    let after = prop_oneof![Just(AfterBreach::StaysBreached), Just(AfterBreach::FollowsNewDue)];
    let reopening =
        prop_oneof![Just(ReopeningEffect::Resume), Just(ReopeningEffect::Rest), Just(ReopeningEffect::Stays)];
    let rounds = prop_oneof![Just(ClockRounds::Every), Just(ClockRounds::First), Just(ClockRounds::Later)];
    let switches = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (change, after, reopening, rounds, switches).prop_map(
        |(change, after, reopening, rounds, (working, hard, promises, several))| Plan {
            working,
            change,
            after,
            hard,
            reopening,
            rounds,
            promises,
            several,
        },
    )
}

impl Plan {
    fn policy(&self) -> Policy {
        let term = |amount| if self.working { working(amount) } else { hours(amount) };
        let lead = if self.working { Count::Working(Span::hours(1)) } else { Count::Elapsed(Span::hours(1)) };
        let hardness = if self.hard { Hardness::Hard } else { Hardness::Soft };
        let of = |name, start| {
            Clock::new(name, start)
                .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER))
                .with_pause(PauseRule::new(PauseReason::AWAITING_SUPPLIER).with_at_most(Span::hours(3)))
                .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_times(5))
                .with_warning(Warning::Share(60))
        };
        let closure = of(ClockName::CLOSURE, Anchor::RECEIVED)
            .with_warning(Warning::Lead(lead))
            .with_on_change(self.change)
            .with_after_breach(self.after)
            .with_hardness(hardness);
        let chain = |name, other| {
            ClockRule::new(Clock::new(name, Anchor::RECEIVED).with_warning(Warning::Share(50)), hours(3))
                .with_from_due_of(other)
        };
        let (next, again) = (word!(ClockName, "desk:next"), word!(ClockName, "desk:again"));
        let track = Track::new().with_reopening(ReopeningWindow::within(Count::Elapsed(Span::hours(20))));
        let track = if self.promises { track.with_promises() } else { track };
        desk_in(from_eight_to_six())
            .taxonomy(redress::taxonomy::Taxonomy::standard().with_word(next).with_word(again))
            .track(track)
            .clock(
                ClockRule::by_target(
                    closure,
                    [
                        Target::new(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, term(5)),
                        Target::new(word!(RuleId, "service"), Category::SERVICE_PROCESS, term(3)),
                    ],
                )
                .with_on_reopening(self.reopening)
                .with_escalation(Count::Elapsed(Span::hours(1)), Role::MANAGER),
            )
            .clock(chain(ClockName::PROJECT, ClockName::CLOSURE))
            .clock(chain(ClockName::UNCLOSED_NOTICE, ClockName::PROJECT))
            .clock(
                ClockRule::new(of(ClockName::RESPONSE, Anchor::RECEIVED), term(2))
                    .with_only_for([Category::PRODUCT_QUALITY, Category::SPARE_PARTS]),
            )
            .clock(
                ClockRule::new(of(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED), hours(6))
                    .with_scope(ClockScope::Department),
            )
            .clock(
                ClockRule::new(
                    of(ClockName::SAME_DAY_ANSWER, Anchor::RECEIVED),
                    Term::calendar_days(1).with_end(End::END_OF_DAY),
                )
                .with_until(Anchor::RESOLVED),
            )
            .clock(
                ClockRule::new(of(next, Anchor::CUSTOMER_WROTE), hours(2))
                    .with_until(Anchor::ANSWERED)
                    .with_repeats()
                    .with_on_reopening(if self.rounds == ClockRounds::First {
                        ReopeningEffect::Stays
                    } else {
                        self.reopening
                    })
                    .with_rounds(self.rounds),
            )
            .clock(
                ClockRule::new(of(again, Anchor::REOPENED), term(2))
                    .with_until(Anchor::ANSWERED)
                    .with_rounds(if self.rounds == ClockRounds::First {
                        ClockRounds::Every
                    } else {
                        self.rounds
                    }),
            )
            .build()
            .unwrap()
    }
}

/// The commands of a step: what is refused is left out.
fn commands(story: &Story, step: u8, back: i64) -> Vec<Command> {
    let then = (story.now - TimeDelta::minutes(back)).max(story.case.complaint().received());
    let halt = |reason| ClockPause { reason, clock: None, at: (back % 3 == 0).then_some(then) };
    let happened = |department| {
        Command::Happen(AnchorEvent {
            event: Anchor::DEPARTMENT_RECEIVED,
            at: then,
            department: Some(department),
        })
    };
    match step % 20 {
        0 => vec![Command::Pause(halt(PauseReason::AWAITING_CUSTOMER))],
        1 | 2 => vec![Command::Resume(halt(PauseReason::AWAITING_CUSTOMER))],
        3 | 4 => vec![Command::Pause(halt(PauseReason::AWAITING_SUPPLIER))],
        5 => vec![Command::Resume(halt(PauseReason::AWAITING_SUPPLIER))],
        6 => vec![Command::Reclassify(about(Category::SERVICE_PROCESS))],
        7 => vec![Command::Reclassify(about(Category::PRODUCT_QUALITY))],
        8 => vec![Command::Reclassify(about(Category::SPARE_PARTS))],
        9 => vec![happened(if back % 2 == 0 { Department::SALES } else { Department::QUALITY })],
        10 => vec![answer()],
        11 => vec![by_machine()],
        12 | 13 => vec![heard()],
        14 => vec![
            Command::Extend(ClockExtension {
                clock: if back % 2 == 0 { ClockName::CLOSURE } else { ClockName::RESPONSE },
                department: None,
                reason: ExtensionReason::COMPLEX_CASE,
                change: ExtensionAmount::Add(TimeAmount::Minutes(90)),
                told: None,
            }),
            Command::Extend(ClockExtension {
                clock: ClockName::CLOSURE,
                department: None,
                reason: ExtensionReason::COMPLEX_CASE,
                change: ExtensionAmount::Add(TimeAmount::WorkingMinutes(90)),
                told: None,
            }),
        ],
        15 => {
            let from = story.case.complaint().received();
            let to = from - TimeDelta::minutes(back);
            vec![Command::Correct(Correction { event: Anchor::RECEIVED, from, to, reason: note("earlier") })]
        }
        16 => vec![Command::Promise(Promise { until: story.now + TimeDelta::minutes(back + 1) })],
        17 => vec![Command::Triage(Findings::default()), explained(), Command::Close],
        18 => vec![
            Command::Reopen(going_on(Stage::Investigating)),
            Command::RecordDissatisfaction(going_on(Stage::Investigating)),
            Command::Start(InvestigationStart { department: None, received: None }),
        ],
        _ => {
            let owed = story.outlook().owed(story.now).find(|owed| owed.key.is_passed_on());
            owed.map(|owed| Command::Deliver(Delivery { duty: owed.key, to: Vec::new() }))
                .into_iter()
                .collect()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn an_outlook_answers_for_every_later_instant(
        plan in plans(),
        steps in vec((any::<u8>(), 0_i64..240, 0_i64..200), 0..14),
    ) {
        let category = if plan.several {
            vec![Category::PRODUCT_QUALITY, Category::SERVICE_PROCESS]
        } else {
            vec![Category::PRODUCT_QUALITY]
        };
        let known = Findings { words: category.into_iter().collect(), ..Findings::default() };
        let mut story = begin_with(plan.policy(), "2026-01-12 09:00", known).does("anna", Command::Register);
        for (step, wait, back) in steps {
            story.now += TimeDelta::minutes(wait);
            for command in commands(&story, step, back) {
                if let Ok(decision) = story.try_to("anna", command) {
                    story.record(&decision);
                }
            }
        }
        prop_assert_eq!(Case::replay(&story.policy, story.case.events()).unwrap(), story.case.clone());
        check(&story, every(97, story.now, 60));
    }
}

// A clock by a slow model.

/// What is known of one clock: plain facts with the number of the entry that told them.
#[derive(Clone, Debug, Default)]
struct Facts {
    start: i64,
    /// Whether the start is another than when entries were made.
    is_corrected: bool,
    /// The limit in minutes, from which entry on.
    limits: Vec<(usize, i64)>,
    added: Vec<(usize, i64)>,
    pauses: Vec<Still>,
    /// When each entry was made.
    entries: Vec<i64>,
    ended: Option<i64>,
}

#[derive(Clone, Copy, Debug)]
struct Still {
    entry: usize,
    from: i64,
    /// With the entry that told it.
    until: Option<(usize, i64)>,
    at_most: Option<i64>,
    reason: PauseReason,
}

impl Still {
    fn end(&self, before: usize) -> i64 {
        let until = self.until.filter(|&(entry, _)| entry < before).map_or(i64::MAX, |(_, at)| at);
        until.min(self.at_most.map_or(i64::MAX, |length| self.from + length))
    }
}

/// Minutes since Monday 2026-01-12 00:00 that are worked.
fn is_worked(minute: i64) -> bool {
    let (day, time) = (minute.div_euclid(1440).rem_euclid(7), minute.rem_euclid(1440));
    day < 5 && (480..1080).contains(&time)
}

impl Facts {
    fn is_paused(&self, minute: i64, before: usize) -> bool {
        let seen = self.pauses.iter().filter(|still| still.entry < before);
        seen.into_iter().any(|still| still.from <= minute && minute < still.end(before))
    }

    /// When it is due, minute by minute, by the entries before one, with open pauses until now.
    fn due(&self, working: bool, before: usize, now: i64) -> i64 {
        let limit = self.limits.iter().rfind(|&&(entry, _)| entry < before).unwrap().1;
        let added: i64 = self.added.iter().filter(|&&(entry, _)| entry < before).map(|&(_, more)| more).sum();
        let mut left = limit + added;
        let mut minute = self.start;
        while left > 0 {
            let stands = minute < now && self.is_paused(minute, before);
            if !stands && (!working || is_worked(minute)) {
                left -= 1;
            }
            minute += 1;
        }
        minute
    }

    /// The first instant that was too late by what was known then, and what the clock shows.
    fn show(&self, working: bool, now: i64) -> (Option<i64>, ClockState, i64) {
        let all = self.entries.len();
        let runs_out = |before: usize, at: i64| {
            let due = self.due(working, before, at);
            (due < at).then_some(due)
        };
        let judged = self.ended.unwrap_or(now);
        let entries = self.entries.iter().enumerate().skip(1);
        let undone = entries.filter_map(|(entry, &at)| runs_out(entry, at));
        let breach = undone.chain(runs_out(all, judged)).min();
        let due = self.due(working, all, judged);
        let state = match (self.ended, breach) {
            (Some(_), None) => ClockState::Met,
            (Some(_), Some(_)) => ClockState::MetLate,
            (None, Some(_)) => ClockState::Breached,
            (None, None) if self.is_paused(now, all) && due > now => ClockState::Paused,
            (None, None) => ClockState::Running,
        };
        (breach, state, due)
    }
}

fn minute_of(at: DateTime<Utc>) -> i64 {
    (at - crate::cases::support::at("2026-01-12T00:00:00Z")).num_minutes()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_clock_equals_a_recomputation_from_scratch(
        working in any::<bool>(),
        steps in vec((0_u8..11, 0_i64..150, 0_i64..120), 0..14),
    ) {
        let term = |amount| if working { self::working(amount) } else { hours(amount) };
        let more = |n| if working { TimeAmount::WorkingMinutes(n) } else { TimeAmount::Minutes(n) };
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
            .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER))
            .with_pause(PauseRule::new(PauseReason::AWAITING_SUPPLIER).with_at_most(Span::hours(2)))
            .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_times(9));
        let rule = ClockRule::by_target(clock, [
            Target::new(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, term(4)),
            Target::new(word!(RuleId, "service"), Category::SERVICE_PROCESS, term(3)),
        ])
        .with_on_reopening(ReopeningEffect::Resume);
        let policy = desk_with(from_eight_to_six(), [rule]);
        let mut story =
            begin_with(policy, "2026-01-12 14:00", about(Category::PRODUCT_QUALITY)).does("anna", Command::Register);
        let mut facts = Facts {
            start: minute_of(story.now),
            limits: vec![(0, 240)],
            entries: vec![minute_of(story.now)],
            ..Facts::default()
        };
        for (step, wait, back) in steps {
            story.now += TimeDelta::minutes(wait);
            let now = minute_of(story.now);
            let then = (now - back).max(facts.start);
            let then_at = Some(story.now - TimeDelta::minutes(now - then));
            let reason = if step % 2 == 0 { PauseReason::AWAITING_CUSTOMER } else { PauseReason::AWAITING_SUPPLIER };
            let halt = ClockPause { reason, clock: None, at: then_at };
            let command = match step {
                0 | 1 => Command::Pause(halt),
                2 | 3 => Command::Resume(halt),
                4 => Command::Reclassify(about(Category::SERVICE_PROCESS)),
                5 => Command::Reclassify(about(Category::PRODUCT_QUALITY)),
                6 => Command::Extend(ClockExtension {
                    clock: ClockName::CLOSURE,
                    department: None,
                    reason: ExtensionReason::COMPLEX_CASE,
                    change: ExtensionAmount::Add(more(30)),
                    told: None,
                }),
                7 => Command::Correct(Correction {
                    event: Anchor::RECEIVED,
                    from: story.case.complaint().received(),
                    to: story.case.complaint().received() - TimeDelta::minutes(back),
                    reason: note("earlier"),
                }),
                8 => Command::Withdraw(because("never mind")),
                9 => Command::Reopen(going_on(Stage::Investigating)),
                _ => answer(),
            };
            let Ok(decision) = story.try_to("anna", command) else { continue };
            story.record(&decision);
            let entry = facts.entries.len();
            match step {
                0 | 1 => {
                    let at_most = (reason == PauseReason::AWAITING_SUPPLIER).then_some(120);
                    facts.pauses.push(Still { entry, from: then, until: None, at_most, reason });
                }
                2 | 3 => {
                    let mut open: Vec<_> = facts.pauses.iter_mut().filter(|still| {
                        still.reason == reason && still.until.is_none() && then < still.end(usize::MAX)
                    }).collect();
                    open.sort_by_key(|still| still.from);
                    open.pop().unwrap().until = Some((entry, then));
                }
                4 | 5 => facts.limits.push((entry, if step == 4 { 180 } else { 240 })),
                6 => facts.added.push((entry, 30)),
                7 => {
                    facts.start -= back;
                    facts.is_corrected |= back > 0;
                }
                8 => facts.ended = Some(now),
                9 => facts.ended = None,
                _ => {}
            }
            // What ends and what takes up again is no entry that moves a date, nor is a resume, a correction, or an
            // entry made at once.
            let moves = match step {
                0 | 1 => then < now,
                4 | 5 => facts.limits.iter().rev().take(2).map(|&(_, limit)| limit).collect::<Vec<_>>() .windows(2)
                    .all(|pair| pair[0] != pair[1]),
                6 => true,
                _ => false,
            };
            facts.entries.push(if moves { now } else { i64::MIN });
            for ahead in [0, 1, 59, 60, 61, 179, 240, 700, 3_000] {
                let at = story.now + TimeDelta::minutes(ahead);
                let clocks = story.case.clocks(&story.policy, at);
                let reading = clocks.last().unwrap().reading(&story.policy, at);
                // An extension is judged by the end as it stood when it was made: this oracle knows no such order.
                if !facts.added.is_empty() && (facts.limits.len() > 1 || facts.is_corrected) {
                    continue;
                }
                let (breach, state, due) = facts.show(working, now + ahead);
                prop_assert_eq!(reading.status().state(), state, "at {}: {:?}", at, facts);
                prop_assert_eq!(reading.first_breach().map(minute_of), breach, "at {}: {:?}", at, facts);
                prop_assert_eq!(reading.projected().map(|due| minute_of(due.at())), Some(due), "at {}: {:?}", at, facts);
            }
        }
    }
}
