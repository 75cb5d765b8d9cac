//! What is entered late, at the same instant, or in another order than it happened hides no breach; and what
//! one place says of a limit, every other says too.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{DateTime, Utc};
use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone, instant};
use redress::deadline::choice::Alternative;
use redress::deadline::explanation::TraceStep;
use redress::deadline::rule::{
    ChangeEffect, ClockState, Extension, ExtensionChange, ExtensionRule, Occurrence, PauseRule, Warning,
};
use redress::deadline::{Anchors, Clock, ClockRecord, ClockStatus, Count, Deadline, End, Roll, Term};
use redress::labels::Labels;
use redress::policy::clock::{ClockPart, SeveralCategories, Target};
use redress::policy::{ClockRule, Policy, Routing};
use redress::render::Renderer;
use redress::taxonomy::Taxonomy;
use redress::triage::answer::ClockOutcome;
use redress::triage::{Complaint, History, triage};
use redress::vocab::course::ExtensionReason;
use redress::vocab::{Anchor, Category, ClockName, Locale, PauseReason, RuleId, Standing};
use redress::word;

const CUSTOMER: PauseReason = PauseReason::AWAITING_CUSTOMER;

fn at(text: &str) -> DateTime<Utc> {
    instant::parse(text).unwrap()
}

/// An instant of Monday, 2 March 2026.
fn monday(time: &str) -> DateTime<Utc> {
    at(&format!("2026-03-02T{time}:00Z"))
}

fn office() -> Calendar {
    let utc = chrono::FixedOffset::east_opt(0).unwrap();
    let zone = Zone::fixed(utc, KnownDays::years(2026, 2026).unwrap()).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
    Calendar::builder("office", zone).week(week).build().unwrap()
}

fn clock() -> Clock {
    Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(CUSTOMER))
        .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE))
}

fn record(deadline: impl Into<Deadline>) -> ClockRecord {
    ClockRecord::new(deadline, Anchors::received(monday("10:00")))
}

#[test]
fn a_stop_entered_late_keeps_the_breach_that_was_visible() {
    let (office, clock) = (office(), clock());
    let mut late = record(Term::elapsed(Span::hours(1)));
    late.stop(&clock, Occurrence::at(monday("10:59")).entered(monday("15:00"))).unwrap();
    let before = clock.reading(&office, &late, monday("14:00"));
    assert_eq!(
        (before.status().state(), before.first_breach()),
        (ClockState::Breached, Some(monday("11:00")))
    );
    let after = clock.reading(&office, &late, monday("15:00"));
    // One answer: it is late by the time until it was entered.
    assert_eq!(
        *after.status(),
        ClockStatus::MetLate { at: monday("10:59"), late_by: chrono::TimeDelta::hours(4) }
    );
    assert_eq!(after.first_breach(), Some(monday("11:00")));

    let mut prompt = record(Term::elapsed(Span::hours(1)));
    prompt.stop(&clock, monday("10:59")).unwrap();
    assert_eq!(clock.reading(&office, &prompt, monday("15:00")).first_breach(), None);
}

#[test]
fn a_cancellation_entered_late_keeps_the_breach_too() {
    let (office, clock) = (office(), clock());
    let mut record = record(Term::elapsed(Span::hours(1)));
    record
        .cancel(&clock, word!(RuleId, "withdrawn"), Occurrence::at(monday("10:59")).entered(monday("15:00")))
        .unwrap();
    let reading = clock.reading(&office, &record, monday("16:00"));
    assert_eq!(
        (reading.status().state(), reading.first_breach()),
        (ClockState::Cancelled, Some(monday("11:00"))),
    );
}

#[test]
fn nothing_is_stopped_before_it_is_entered() {
    let clock = clock();
    let mut record = record(Term::elapsed(Span::hours(1)));
    let unchanged = record.clone();
    assert!(
        record.stop(&clock, Occurrence::at(at("9000-01-01T00:00:00Z")).entered(monday("11:00"))).is_err()
    );
    assert!(
        record
            .cancel(&clock, word!(RuleId, "x"), Occurrence::at(monday("11:01")).entered(monday("11:00")))
            .is_err()
    );
    assert_eq!(record, unchanged);
}

#[test]
fn a_resume_entered_late_does_not_rewrite_what_was_read_before() {
    let (office, clock) = (office(), clock());
    let mut record = record(Term::elapsed(Span::hours(1)));
    record.pause(&clock, CUSTOMER, monday("10:15")).unwrap();
    let read = clock.reading(&office, &record, monday("16:00"));
    assert_eq!(read.status().state(), ClockState::Paused);
    record.resume(&clock, CUSTOMER, Occurrence::at(monday("10:30")).entered(monday("20:00"))).unwrap();
    assert_eq!(clock.reading(&office, &record, monday("16:00")), read);
    // Once it is known, the clock had run out at 11:15.
    assert_eq!(clock.reading(&office, &record, monday("20:00")).first_breach(), Some(monday("11:15")));
}

#[test]
fn entries_of_one_instant_are_ordered_by_number() {
    let (office, clock) = (office(), clock());
    let mut record = record(Term::elapsed(Span::hours(10)));
    let noon = monday("12:00");
    record.change(&clock, noon, Term::elapsed(Span::hours(1))).unwrap();
    assert_eq!(clock.reading(&office, &record, noon).first_breach(), Some(monday("11:00")));
    record.change(&clock, noon, Term::elapsed(Span::hours(100))).unwrap();
    let reading = clock.reading(&office, &record, noon);
    assert_eq!(
        (reading.status().state(), reading.first_breach()),
        (ClockState::Breached, Some(monday("11:00")))
    );
}

#[test]
fn a_carried_due_date_is_explained_as_it_is() {
    let clock = clock().with_on_change(ChangeEffect::CarryElapsed);
    let mut record = record(Term::elapsed(Span::hours(10)));
    record.change(&clock, monday("15:00"), Term::elapsed(Span::hours(2))).unwrap();
    let (due, trace) = clock.explain(&office(), &record, monday("15:00")).unwrap();
    assert_eq!(due.at(), monday("15:00"));
    assert!(matches!(trace.steps().last(), Some(TraceStep::Due { at, .. }) if *at == due.at()));
    assert!(trace.steps().contains(&TraceStep::NotBeforeChange { at: due.at() }));
}

#[test]
fn a_fixed_date_is_not_moved_by_a_pause() {
    let (office, clock) = (office(), clock());
    let term = Term::calendar_days(2).with_end(End::CLOSE_OF_BUSINESS).with_roll(Roll::FOLLOWING);
    let mut record = record(term);
    let friday = ExtensionChange::Until { date: "2026-03-06".parse().unwrap(), fixed: true };
    let extension = Extension::new(friday, ExtensionReason::COMPLEX_CASE, monday("11:00"));
    record.extend(&clock, &office, extension).unwrap();
    let (from, until) = (at("2026-03-05T16:59:00Z"), at("2026-03-05T17:01:00Z"));
    record.pause(&clock, CUSTOMER, from).unwrap();
    record.resume(&clock, CUSTOMER, until).unwrap();
    assert_eq!(clock.due(&office, &record, until).unwrap().unwrap().at(), at("2026-03-06T17:00:00Z"));
    assert_eq!(
        clock.reading(&office, &record, at("2026-06-01T00:00:00Z")).status().state(),
        ClockState::Breached
    );
}

#[test]
fn an_alternative_with_an_event_of_its_own_runs_before_the_clock_starts() {
    let office = office();
    let clock = Clock::new(ClockName::CLOSURE, Anchor::DISPATCHED);
    let deadline = Deadline::earliest([
        Alternative::from(Anchor::RECEIVED, Term::elapsed(Span::hours(4))),
        Alternative::from(Anchor::DISPATCHED, Term::elapsed(Span::hours(1))),
    ]);
    let rule = ClockRule::new(clock.clone(), deadline).with_part(ClockPart::Closure);
    let policy = Policy::builder("desk")
        .version("1")
        .routing(Routing::none())
        .calendar(office)
        .clock(rule)
        .build()
        .unwrap();
    let complaint = Complaint::new("a".parse().unwrap(), monday("10:00"));
    let triage = triage(&policy, &complaint, &History::none()).unwrap();
    let days_later = at("2026-03-05T10:00:00Z");
    assert_eq!(triage.standing(days_later).unwrap(), Some(Standing::Unclosed));
    let record = triage.record(&triage.clocks()[0]).unwrap();
    let reading = clock.reading(policy.calendar(), &record, days_later);
    assert_eq!(
        (reading.status().state(), reading.first_breach()),
        (ClockState::Breached, Some(monday("14:00")))
    );
}

#[test]
fn a_chained_clock_has_no_record_before_the_other_is_due() {
    let closure = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::DISPATCHED), Term::working_days(1));
    let project = ClockRule::new(Clock::new(ClockName::PROJECT, Anchor::RECEIVED), Term::months(3))
        .with_from_due_of(ClockName::CLOSURE);
    let builder = Policy::builder("desk").version("1").routing(Routing::none()).calendar(office());
    let policy = builder.clock(closure).clock(project).build().unwrap();
    let complaint = Complaint::new("a".parse().unwrap(), monday("10:00"));
    let answer = triage(&policy, &complaint, &History::none()).unwrap();
    let project = answer.clocks_of(ClockName::PROJECT).next().unwrap();
    assert_eq!(*project.outcome(), ClockOutcome::NotStarted(Anchor::DISPATCHED));
    assert_eq!(answer.record(project), None);
    assert!(answer.record(answer.clocks_of(ClockName::CLOSURE).next().unwrap()).is_some());
}

#[test]
fn a_limit_is_not_within_because_one_of_its_parts_is_unknown() {
    let (noise, smell) = (word!(Category, "acme:noise"), word!(Category, "acme:smell"));
    let (unknown, hour) = (Term::working_days(5), Term::elapsed(Span::hours(1)));
    let closure = || Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
    let both = ClockRule::new(closure(), Deadline::earliest([hour, unknown]));
    let targets =
        [Target::new(word!(RuleId, "n"), noise, unknown), Target::new(word!(RuleId, "s"), smell, hour)];
    let by_category = ClockRule::by_target(closure(), targets).with_several(SeveralCategories::Earliest);
    let received = at("2026-12-28T10:00:00Z");
    for rule in [both, by_category] {
        let policy = Policy::builder("desk")
            .version("1")
            .taxonomy(Taxonomy::standard().with_only(&[noise, smell]))
            .routing(Routing::none())
            .calendar(office())
            .clock(rule.with_part(ClockPart::Closure))
            .build()
            .unwrap();
        let complaint =
            Complaint::new("a".parse().unwrap(), received).with_category(noise).with_category(smell);
        let answer = triage(&policy, &complaint, &History::none()).unwrap();
        assert!(answer.standing(at("2026-12-30T10:00:00Z")).is_err());
    }
}

#[test]
fn the_end_of_a_day_is_24_00_also_where_the_clock_skips_midnight() {
    let known = KnownDays::years(2018, 2018).unwrap();
    let zone = Zone::tabulate("America/Sao_Paulo", &chrono_tz::America::Sao_Paulo, known).unwrap();
    let week = WeekPattern::daily([Hours::from_static("09:00-17:00")]);
    let calendar = Calendar::builder("São Paulo", zone).week(week).build().unwrap();
    let clock = clock().with_warning(Warning::Lead(Count::WorkingDays(1)));
    let received = Anchors::received(at("2018-11-01T12:00:00Z"));
    let record = ClockRecord::new(Term::working_days(2).with_end(End::END_OF_DAY), received);
    let now = at("2018-11-01T12:00:00Z");
    let due = clock.projected_due(&calendar, &record, now).unwrap();
    assert_eq!(Renderer::new(&Labels::standard(), Locale::En).due(&calendar, due), "Sat 2018-11-03 24:00");
    // A working day before, which is over at 24:00: at its opening.
    assert_eq!(clock.warnings_at(&calendar, &record, now).unwrap(), [at("2018-11-02T12:00:00Z")]);
}
