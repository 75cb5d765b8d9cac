//! Clocks with calendars of their own over the life of a case: pauses, changes, warnings, escalations, extensions.

use redress::calendar::Span;
use redress::case::command::{
    ClockExtension, ClockPause, ExtensionAmount, Findings, InvestigationStart, PolicyMove, TimeAmount,
};
use redress::case::migration::{Migration, PolicyDiff};
use redress::case::{Case, Command, Office, Request, Stamp};
use redress::deadline::explanation::TraceStep;
use redress::deadline::rule::{ChangeEffect, ClockState, ExtensionRule, PauseRule, Warning};
use redress::deadline::{Clock, Count, Term};
use redress::policy::clock::{ClockScope, Target};
use redress::policy::{ClockRule, Policy, PolicyVersion};
use redress::render::Renderer;
use redress::triage::ComplaintDocument;
use redress::vocab::course::ExtensionReason;
use redress::vocab::{Anchor, Category, ClockName, Department, Locale, PauseReason, Role, RuleId};
use redress::word;

use crate::policy_clocks::support::*;

const RESPONSE: ClockName = ClockName::RESPONSE;
const CUSTOMER: PauseReason = PauseReason::AWAITING_CUSTOMER;
const PARTS: Category = Category::SPARE_PARTS;
const SALES: Category = Category::SALES_PROCESS;

fn clock() -> Clock {
    Clock::new(RESPONSE, Anchor::RECEIVED).with_pause(PauseRule::new(CUSTOMER))
}

fn hours(amount: u32) -> Term {
    Term::working(Span::hours(amount))
}

/// Spare parts by the office, sales by the desk that works every day.
fn rule(clock: Clock, parts: Term, sales: Term) -> ClockRule {
    ClockRule::by_target(
        clock,
        [
            Target::new(word!(RuleId, "parts"), PARTS, parts),
            Target::new(word!(RuleId, "sales"), SALES, sales).with_calendar("daily"),
        ],
    )
}

fn policy(rule: ClockRule) -> Policy {
    desk().named_calendar(daily()).clock(rule).build().unwrap()
}

fn story(policy: Policy, received: &str, categories: &[Category]) -> Story {
    let said = ComplaintDocument::new("a-1".parse().unwrap(), berlin(received));
    Story::of(policy, ComplaintDocument { words: categories.iter().copied().collect(), ..said })
        .does(Command::Register)
}

fn filed(category: Category) -> Command {
    Command::Reclassify(Findings::of(category))
}

fn paused() -> Command {
    Command::Pause(ClockPause::new(CUSTOMER))
}

fn resumed() -> Command {
    Command::Resume(ClockPause::new(CUSTOMER))
}

/// The calendar by which the clock counts now.
fn counts_by(story: &Story) -> String {
    let clocks = story.clocks();
    clocks[0].calendar(&story.policy, story.now).name().to_owned()
}

fn state(story: &Story) -> ClockState {
    story.clocks()[0].reading(&story.policy, story.now).status().state()
}

#[test]
fn fault_c02_a_pause_counts_in_the_working_time_of_each_calendar() {
    // Friday 10:00. The office has 8 hours until Monday 10:00, the daily desk 12 until Saturday 14:00.
    let story = story(policy(rule(clock(), hours(8), hours(12))), "2026-03-06 10:00", &[PARTS, SALES]);
    assert_eq!((story.due(RESPONSE), counts_by(&story)), ("Sat 2026-03-07 14:00".into(), "daily".into()));
    // Two hours are used by Friday noon. From Monday 09:00 on the office has 6 left, the daily desk 10.
    let story = story.on("2026-03-06 12:00").does(paused()).on("2026-03-09 09:00").does(resumed());
    assert_eq!((story.due(RESPONSE), counts_by(&story)), ("Mon 2026-03-09 15:00".into(), "office".into()));
}

#[test]
fn a_pause_that_ends_by_itself_switches_the_calendar_in_the_outlook() {
    let clock = Clock::new(RESPONSE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(CUSTOMER).with_at_most(Span::hours(69)));
    let story = story(policy(rule(clock, hours(8), hours(12))), "2026-03-06 10:00", &[PARTS, SALES]);
    let story = story.on("2026-03-06 12:00").does(paused());
    // From Friday 12:00 for 69 hours: until Monday 09:00, as above.
    assert_eq!(story.ahead(), ["Mon 2026-03-09 15:00 breach of clock response 0"]);
}

#[test]
fn fault_c02_another_target_counts_anew_from_the_start_by_its_calendar() {
    let two_days = || Term::working_days(2);
    let with = |on_change| {
        let clock = clock().with_on_change(on_change);
        story(policy(rule(clock, two_days(), two_days())), "2026-03-05 10:00", &[PARTS])
    };
    let keep = with(ChangeEffect::KeepStart);
    assert_eq!((keep.due(RESPONSE), counts_by(&keep)), ("Mon 2026-03-09 10:00".into(), "office".into()));
    let keep = keep.on("2026-03-06 12:00").does(filed(SALES));
    assert_eq!((keep.due(RESPONSE), counts_by(&keep)), ("Sat 2026-03-07 10:00".into(), "daily".into()));
    // And back.
    let keep = keep.on("2026-03-06 13:00").does(filed(PARTS));
    assert_eq!((keep.due(RESPONSE), counts_by(&keep)), ("Mon 2026-03-09 10:00".into(), "office".into()));
    let restart = with(ChangeEffect::Restart).on("2026-03-06 12:00").does(filed(SALES));
    assert_eq!(restart.due(RESPONSE), "Sun 2026-03-08 12:00");
}

#[test]
fn a_pause_from_before_the_change_counts_by_the_new_calendar() {
    let story = story(policy(rule(clock(), hours(8), hours(8))), "2026-03-06 10:00", &[PARTS]);
    // Paused from Friday 16:00 to Sunday 12:00: of the office one hour, of the daily desk twelve.
    let story = story.on("2026-03-06 16:00").does(paused()).on("2026-03-08 12:00").does(resumed());
    assert_eq!(story.due(RESPONSE), "Mon 2026-03-09 11:00");
    let story = story.does(filed(SALES));
    // Six hours were used on Friday; two are left from Sunday 12:00 on.
    assert_eq!(story.due(RESPONSE), "Sun 2026-03-08 14:00");
}

#[test]
fn a_limit_that_had_passed_by_the_earlier_calendar_stays_passed() {
    let two_days = || Term::working_days(2);
    let story = story(policy(rule(clock(), two_days(), two_days())), "2026-03-05 10:00", &[SALES]);
    assert_eq!(story.due(RESPONSE), "Sat 2026-03-07 10:00");
    let story = story.on("2026-03-08 12:00").does(filed(PARTS));
    let clocks = story.clocks();
    let reading = clocks[0].reading(&story.policy, story.now);
    assert_eq!(shown(reading.due().unwrap().at()), "Mon 2026-03-09 10:00");
    assert_eq!(reading.first_breach().map(shown).unwrap(), "Sat 2026-03-07 10:00");
    assert_eq!(reading.status().state(), ClockState::Breached);
}

#[test]
fn fault_c02_warnings_and_escalations_count_by_the_calendar_that_decides() {
    let clock = clock().with_warning(Warning::Lead(Count::Working(Span::hours(4))));
    let rule = rule(clock, hours(8), hours(8)).with_escalation(Count::Working(Span::hours(8)), Role::MANAGER);
    let ahead = |category| story(policy(rule.clone()), "2026-03-06 12:00", &[category]).ahead();
    // Fri 12–17 and Sat 9–12; four hours before are Friday 16:00; eight hours after are Sunday 12:00.
    assert_eq!(
        ahead(SALES),
        [
            "Fri 2026-03-06 16:00 warning of clock response 0",
            "Sat 2026-03-07 12:00 breach of clock response 0",
            "Sun 2026-03-08 12:00 escalation of clock response 0",
            "Sun 2026-03-08 12:00 ladder-exhausted of clock response 0",
        ]
    );
    assert_eq!(
        ahead(PARTS),
        [
            "Fri 2026-03-06 16:00 warning of clock response 0",
            "Mon 2026-03-09 12:00 breach of clock response 0",
            "Tue 2026-03-10 12:00 escalation of clock response 0",
            "Tue 2026-03-10 12:00 ladder-exhausted of clock response 0",
        ]
    );
    // Where the two meet, the one that is due first says how its warnings count.
    let both = story(policy(rule.clone()), "2026-03-06 12:00", &[PARTS, SALES]).ahead();
    assert_eq!(both, ahead(SALES));
}

#[test]
fn an_extension_is_made_before_its_clock_has_run_out_by_its_own_calendar() {
    let clock = clock().with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE));
    let longer = |amount: u32| {
        let change = ExtensionAmount::Add(TimeAmount::WorkingMinutes(amount * 60));
        Command::Extend(ClockExtension::new(RESPONSE, ExtensionReason::COMPLEX_CASE, change))
    };
    let at_noon = |category| {
        story(policy(rule(clock.clone(), hours(8), hours(8))), "2026-03-06 10:00", &[category])
            .on("2026-03-07 12:00")
    };
    // By the office the clock runs until Monday 10:00; by the daily desk it had run out on Saturday at 10:00.
    assert_eq!(at_noon(PARTS).does(longer(2)).due(RESPONSE), "Mon 2026-03-09 12:00");
    at_noon(SALES).refused(
        longer(2),
        "clock `response` ran out at 2026-03-07T09:00:00Z and cannot be extended at 2026-03-07T11:00:00Z; extend a \
         clock before it runs out",
    );
    let in_time = story(policy(rule(clock.clone(), hours(8), hours(8))), "2026-03-06 10:00", &[SALES]);
    assert_eq!(in_time.does(longer(2)).due(RESPONSE), "Sat 2026-03-07 12:00");
}

#[test]
fn a_clock_from_the_due_date_of_another_starts_by_that_and_counts_by_its_own() {
    let next = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(1))
        .with_from_due_of(RESPONSE);
    let policy = desk()
        .named_calendar(daily())
        .clock(rule(clock(), Term::working_days(1), Term::working_days(1)))
        .clock(next)
        .build()
        .unwrap();
    let sales = story(policy.clone(), "2026-03-06 10:00", &[SALES]).on("2026-03-07 11:00");
    assert_eq!(
        (sales.due(RESPONSE), sales.due(ClockName::CLOSURE)),
        ("Sat 2026-03-07 10:00".into(), "Mon 2026-03-09 10:00".into())
    );
}

#[test]
fn fault_c02_the_clock_of_a_department_runs_by_the_calendar_of_the_department() {
    let containment = ClockRule::new(
        Clock::new(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED),
        Term::working(Span::hours(2)),
    )
    .with_scope(ClockScope::Department);
    let policy = desk()
        .named_calendar(warehouse())
        .department_calendar(Department::PRODUCTION, "warehouse")
        .clock(containment)
        .build()
        .unwrap();
    let story = Story::new(policy, "2026-03-06 13:00")
        .does(Command::Register)
        .does(Command::Triage(Findings::default()))
        .does(Command::Dispatch(redress::case::command::Dispatch::to(Department::PRODUCTION)))
        .does(Command::Start(InvestigationStart::now()));
    // The warehouse closes at 14:00 on Friday and opens at 06:00 on Monday.
    assert_eq!(story.due(ClockName::CONTAINMENT), "Mon 2026-03-09 07:00");
    let clocks = story.clocks();
    assert_eq!(clocks[0].calendar(&story.policy, story.now).name(), "warehouse");
    let (_, trace) = clocks[0]
        .rule()
        .clock()
        .explain(
            story.policy.calendar_of(clocks[0].rule(), clocks[0].department()),
            clocks[0].record().unwrap(),
            story.now,
        )
        .unwrap();
    assert!(
        matches!(&trace.steps()[0], TraceStep::Calendar { name, .. } if name == "warehouse"),
        "{trace:?}"
    );
}

#[test]
fn the_trace_of_a_target_names_its_calendar_whatever_calendar_is_given() {
    let story = story(policy(rule(clock(), hours(8), hours(8))), "2026-03-06 10:00", &[SALES]);
    let clocks = story.clocks();
    let record = clocks[0].record().unwrap();
    let (due, trace) = clocks[0].rule().clock().explain(story.policy.calendar(), record, story.now).unwrap();
    assert_eq!(shown(due.at()), "Sat 2026-03-07 10:00");
    assert!(matches!(&trace.steps()[0], TraceStep::Calendar { name, .. } if name == "daily"), "{trace:?}");
}

#[test]
fn a_due_date_is_shown_by_the_wall_clock_of_its_calendar() {
    let closure = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(1));
    let policy = desk()
        .named_calendar(plant())
        .clock(ClockRule::new(clock(), Term::working_days(1)).with_calendar("plant"))
        .clock(closure)
        .build()
        .unwrap();
    let story = Story::new(policy, "2026-03-03 05:00");
    let told = Renderer::of(&story.policy, Locale::En).standing(&story.case, &story.policy, story.now);
    // 05:00 in Berlin is 12:00 in Shanghai.
    assert!(told.contains("response: running, due Wed 2026-03-04 12:00"), "{told}");
    assert!(told.contains("closure: running, due Wed 2026-03-04 05:00"), "{told}");
}

#[test]
fn fault_c02_a_move_to_a_policy_with_another_calendar_is_seen() {
    let versioned = |version: &str, rule: ClockRule| {
        Policy::builder("desk")
            .version(version)
            .calendar(office())
            .named_calendar(daily())
            .routing(redress::policy::Routing::none())
            .clock(rule)
            .clock(
                ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(9))
                    .with_calendar("daily"),
            )
            .build()
            .unwrap()
    };
    let day = || ClockRule::new(clock(), Term::working_days(1));
    let (old, new) = (versioned("1", day()), versioned("2", day().with_calendar("daily")));
    let diff_of = |received: &str| {
        let story = Story::new(old.clone(), received);
        (Migration { from: &old, to: &new }.diff(&story.case, story.now).unwrap(), story)
    };
    let (diff, story) = diff_of("2026-03-06 10:00");
    let named = |(name, revision): &(String, String)| format!("{name} {revision}");
    let seen = |diff: &PolicyDiff| -> Vec<String> {
        let line = |change: &redress::case::migration::CalendarChange| {
            format!("{}: {} → {}", change.clock, named(&change.before), named(&change.after))
        };
        diff.calendars.iter().map(line).collect()
    };
    assert_eq!(seen(&diff), ["response: office 1 → daily 1"]);
    let dates: Vec<String> = diff
        .clocks
        .iter()
        .map(|change| {
            format!(
                "{}: {} → {}",
                change.clock,
                shown(change.before.unwrap().at()),
                shown(change.after.unwrap().at())
            )
        })
        .collect();
    assert_eq!(dates, ["response: Mon 2026-03-09 10:00 → Sat 2026-03-07 10:00"]);
    // Where the date is the same by both, the calendar is another one all the same.
    let (same, _) = diff_of("2026-03-03 10:00");
    assert_eq!((same.clocks.len(), seen(&same)), (0, seen(&diff)));
    let moving =
        PolicyMove { to: PolicyVersion::of(&new), reason: "a desk for the weekend".parse().unwrap() };
    let request = Request::on(
        &story.case,
        Stamp::new("k-move".parse().unwrap(), "anna".parse().unwrap(), story.now),
        Command::MovePolicy(moving),
    );
    let roster = redress::approval::Roster::builder("r-1").build().unwrap();
    let decision = Office::new(&old, &roster).decide_move(&story.case, &new, request).unwrap();
    let case = story.case.clone().after(&decision).unwrap();
    assert_eq!(Case::replay(&[&old, &new], case.events()).unwrap(), case);
    let moved = Story { policy: new, case, now: story.now };
    assert_eq!((moved.due(RESPONSE), counts_by(&moved)), ("Sat 2026-03-07 10:00".into(), "daily".into()));
    assert_eq!(state(&moved), ClockState::Running);
}
