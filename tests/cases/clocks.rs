//! The clocks of a case: known faults T60 to T81, worked examples W070 to W103, and how they cannot be gamed.

use chrono::{DateTime, NaiveDateTime, Utc};
use redress::calendar::reading::Fold;
use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone};
use redress::case::clock::standing;
use redress::case::command::{
    AnchorEvent, CaseLink, ClockExtension, ClockPause, Correction, Delivery, DutyKey, ExtensionAmount,
    Findings, InvestigationStart, Merger, Message, NotEstablishedFinding, Promise, TimeAmount,
};
use redress::case::track::DepartmentContainment;
use redress::case::{Case, Command, Stamp, open};
use redress::deadline::choice::Bound;
use redress::deadline::rule::{AfterBreach, ChangeEffect, ClockState, ExtensionRule, PauseRule, Warning};
use redress::deadline::{Clock, ClockReading, Count, Term};
use redress::policy::clock::{ClockScope, ReopeningEffect, Target};
use redress::policy::routing::Row;
use redress::policy::track::ReopeningWindow;
use redress::policy::{ClockRule, Policy, PolicyBuilder, Routing, Track};
use redress::profiles::choice::{ContainmentCount, NoticePeriod, ProjectLimit, ProjectStart};
use redress::profiles::{Nev, Supplier};
use redress::report::ledger::{LedgerRow, Timing};
use redress::vocab::course::{ClosureKind, Duty, ExtensionReason, NotEstablishedReason, Opinion, Relation};
use redress::vocab::track::Containment;
use redress::vocab::{
    Anchor, Category, ClockName, Department, Fact, Mark, PauseReason, Role, RuleId, Stage, Standing,
};
use redress::word;

use crate::cases::support::*;

pub(crate) use crate::worked_examples::china;

/// An office in UTC that is open on weekdays.
pub(crate) fn office(hours: Hours) -> Calendar {
    let utc = chrono::FixedOffset::east_opt(0).unwrap();
    let zone = Zone::fixed(utc, KnownDays::years(2025, 2027).unwrap()).unwrap();
    Calendar::builder("office", zone).week(WeekPattern::weekdays([hours])).build().unwrap()
}

/// From eight to six.
pub(crate) fn from_eight_to_six() -> Calendar {
    office(Hours::from_static("08:00-18:00"))
}

/// A desk that owns everything.
pub(crate) fn desk_in(calendar: Calendar) -> PolicyBuilder {
    Policy::builder("desk")
        .version("1")
        .calendar(calendar)
        .routing(Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE)))
}

/// A desk with clocks alone.
pub(crate) fn desk_with(calendar: Calendar, clocks: impl IntoIterator<Item = ClockRule>) -> Policy {
    clocks.into_iter().fold(desk_in(calendar), PolicyBuilder::clock).build().unwrap()
}

pub(crate) fn clock(name: ClockName) -> Clock {
    Clock::new(name, Anchor::RECEIVED)
        .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER))
        .with_pause(PauseRule::new(PauseReason::AWAITING_SUPPLIER).with_at_most(Span::hours(72)))
}

pub(crate) fn hours(amount: u32) -> Term {
    Term::elapsed(Span::hours(amount))
}

pub(crate) fn working(amount: u32) -> Term {
    Term::working(Span::hours(amount))
}

/// Instants by the wall clock of the policy.
pub(crate) trait InTime: Sized {
    fn instant(&self, local: &str) -> DateTime<Utc>;
    /// Goes on at an instant.
    fn on(self, local: &str) -> Self;
    /// The clock of a name that started last.
    fn reading(&self, name: ClockName, now: &str) -> ClockReading;
    /// When it is due, seen from now.
    fn due(&self, name: ClockName) -> String;
    fn state(&self, name: ClockName, now: &str) -> ClockState;
    fn standing(&self, now: &str) -> Option<Standing>;
    /// What is owed at an instant, in the words of its keys.
    fn owed(&self, now: &str) -> Vec<String>;
}

pub(crate) fn local(calendar: &Calendar, local: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M:%S%.f")
        .or_else(|_| NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M"))
        .unwrap_or_else(|error| panic!("`{local}`: {error}"));
    calendar.zone().instant(local, Fold::Earlier).unwrap()
}

impl InTime for Story {
    fn instant(&self, instant: &str) -> DateTime<Utc> {
        local(self.policy.calendar(), instant)
    }

    fn on(mut self, local: &str) -> Self {
        self.now = self.instant(local);
        self
    }

    #[track_caller]
    fn reading(&self, name: ClockName, now: &str) -> ClockReading {
        let now = self.instant(now);
        let clocks = self.case.clocks(&self.policy, now);
        let last = clocks.iter().rfind(|clock| clock.name() == name);
        last.unwrap_or_else(|| panic!("no clock `{name}`")).reading(&self.policy, now)
    }

    #[track_caller]
    fn due(&self, name: ClockName) -> String {
        let clocks = self.case.clocks(&self.policy, self.now);
        let last = clocks.iter().rfind(|clock| clock.name() == name);
        let reading = last.unwrap_or_else(|| panic!("no clock `{name}`")).reading(&self.policy, self.now);
        shown(&self.policy, &reading)
    }

    #[track_caller]
    fn state(&self, name: ClockName, now: &str) -> ClockState {
        self.reading(name, now).status().state()
    }

    fn standing(&self, now: &str) -> Option<Standing> {
        let now = self.instant(now);
        let standing = standing(&self.case, &self.policy, now).unwrap();
        if now >= self.case.events().last().unwrap().at {
            assert_eq!(self.outlook().standing(now), Ok(standing));
        }
        standing
    }

    fn owed(&self, now: &str) -> Vec<String> {
        self.outlook().owed(self.instant(now)).map(|owed| owed.key.to_string()).collect()
    }
}

/// A due date as the catalogue writes it: 24:00 is the exclusive end of a day.
pub(crate) fn shown(policy: &Policy, reading: &ClockReading) -> String {
    let Some(due) = reading.due() else { return format!("none: {:?}", reading.status().state()) };
    let local = policy.calendar().zone().local(due.at()).unwrap();
    match due.bound() {
        Bound::Exclusive if local.format("%H:%M:%S").to_string() == "00:00:00" => {
            format!("{} 24:00", local.date().pred_opt().unwrap().format("%a %Y-%m-%d"))
        }
        _ if local.format("%S").to_string() == "00" => local.format("%a %Y-%m-%d %H:%M").to_string(),
        _ => local.format("%a %Y-%m-%d %H:%M:%S").to_string(),
    }
}

/// Received and entered at the same instant.
#[track_caller]
pub(crate) fn begin(policy: Policy, received: &str) -> Story {
    begin_with(policy, received, Findings::default())
}

/// The same, with what is known at the receipt.
#[track_caller]
pub(crate) fn begin_with(policy: Policy, received: &str, known: Findings) -> Story {
    let received = local(policy.calendar(), received);
    let mut said = said("A-1", "2025-01-01T00:00:00Z");
    (said.received, said.words, said.facts) = (Some(received), known.words, known.facts);
    let case = open(&policy, said, Stamp::new("k-0".parse().unwrap(), who("anna"), received)).unwrap();
    Story { policy, roster: roster(), case, now: received }
}

pub(crate) fn pause(reason: PauseReason) -> Command {
    Command::Pause(ClockPause { reason, clock: None, at: None })
}

pub(crate) fn resume(reason: PauseReason) -> Command {
    Command::Resume(ClockPause { reason, clock: None, at: None })
}

pub(crate) fn about(category: Category) -> Findings {
    Findings::of(category)
}

pub(crate) fn answer() -> Command {
    Command::Answer(Message { next: None, automatic: false, note: None })
}

pub(crate) fn by_machine() -> Command {
    Command::Answer(Message { next: None, automatic: true, note: None })
}

pub(crate) fn heard() -> Command {
    Command::HearCustomer(Message { next: None, automatic: false, note: None })
}

pub(crate) fn explained() -> Command {
    Command::FindNotEstablished(NotEstablishedFinding {
        reasons: vec![NotEstablishedReason::MISUNDERSTANDING],
        explanation: note("it is as it should be"),
    })
}

/// From the register to a resolution, all at once.
#[track_caller]
pub(crate) fn solved(story: Story) -> Story {
    let story = story.does("anna", Command::Register).does("anna", Command::Triage(Findings::default()));
    story.does("anna", explained()).is(Stage::Resolved)
}

#[track_caller]
pub(crate) fn closed(story: Story) -> Story {
    solved(story).does("anna", Command::Close).is(Stage::Closed)
}

fn later(clock: ClockName, change: ExtensionAmount) -> Command {
    let reason = ExtensionReason::COMPLEX_CASE;
    Command::Extend(ClockExtension { clock, department: None, reason, change, told: None })
}

// Known faults: pauses.

#[test]
fn fault_t60_a_pause_over_the_night_costs_working_time_only() {
    let policy = desk_with(
        office(Hours::from_static("08:00-17:00")),
        [ClockRule::new(clock(ClockName::CLOSURE), working(2))],
    );
    let paused = begin(policy, "2026-01-09 16:00").does("anna", pause(PauseReason::AWAITING_CUSTOMER));
    // T61: the same until Monday.
    let monday = paused.clone().on("2026-01-12 08:00").does("anna", resume(PauseReason::AWAITING_CUSTOMER));
    assert_eq!(monday.due(ClockName::CLOSURE), "Mon 2026-01-12 10:00");
    let saturday = paused.on("2026-01-10 10:00").does("anna", resume(PauseReason::AWAITING_CUSTOMER));
    assert_eq!(saturday.due(ClockName::CLOSURE), "Mon 2026-01-12 10:00");
}

#[test]
fn fault_t62_a_pause_over_the_weekend_moves_a_working_limit_by_what_was_worked() {
    let policy = desk_with(
        office(Hours::from_static("08:00-20:00")),
        [ClockRule::new(clock(ClockName::CLOSURE), working(8))],
    );
    let story = begin(policy, "2026-01-09 10:00")
        .on("2026-01-09 12:00")
        .does("anna", pause(PauseReason::AWAITING_CUSTOMER))
        .on("2026-01-12 12:00")
        .does("anna", resume(PauseReason::AWAITING_CUSTOMER));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 18:00");
}

#[test]
fn fault_t63_what_is_solved_out_of_a_pause_is_not_late_by_it() {
    let policy = desk_with(from_eight_to_six(), [ClockRule::new(clock(ClockName::CLOSURE), hours(48))]);
    let story = begin(policy, "2026-02-10 09:00")
        .on("2026-02-11 09:00")
        .does("anna", pause(PauseReason::AWAITING_CUSTOMER))
        .on("2026-08-03 09:00");
    let story = closed(story);
    assert_eq!(story.state(ClockName::CLOSURE, "2026-08-03 09:00"), ClockState::Met);
    assert_eq!(story.standing("2026-08-04 09:00"), Some(Standing::ClosedInTime));
}

#[test]
fn fault_t64_a_hundred_short_pauses_move_the_date_to_the_second_and_no_more_are_taken() {
    let policy = desk_with(from_eight_to_six(), [ClockRule::new(clock(ClockName::CLOSURE), hours(24))]);
    let mut story = begin(policy, "2026-01-12 09:00");
    for minute in 0..100 {
        story = story.on(&format!("2026-01-12 {:02}:{:02}", 9 + minute / 60, minute % 60));
        story = quickly(story, pause(PauseReason::AWAITING_CUSTOMER));
        story = story.on(&format!("2026-01-12 {:02}:{:02}:59", 9 + minute / 60, minute % 60));
        story = quickly(story, resume(PauseReason::AWAITING_CUSTOMER));
    }
    assert_eq!(story.due(ClockName::CLOSURE), "Tue 2026-01-13 10:38:20");
    let story = story.on("2026-01-12 12:00");
    let story =
        story.refused("anna", pause(PauseReason::AWAITING_CUSTOMER), "101 pauses, expected at most 100");
    assert_eq!(Case::replay(&story.policy, story.case.events()).unwrap(), story.case);
    assert_eq!(story.outlook().next_change(story.now), Some(story.instant("2026-01-13 10:38:20")));
}

/// Does something without a replay of everything before.
#[track_caller]
pub(crate) fn quickly(mut story: Story, command: Command) -> Story {
    let asked = format!("{command:?}");
    let decision = story.try_to("anna", command).unwrap_or_else(|refusal| panic!("{asked}: {refusal}"));
    story.case = story.case.after(&decision).unwrap();
    story
}

#[test]
fn fault_t65_holds_that_overlap_count_once() {
    let policy = desk_with(from_eight_to_six(), [ClockRule::new(clock(ClockName::CLOSURE), hours(24))]);
    let story = begin(policy, "2026-01-12 09:00")
        .on("2026-01-12 10:00")
        .does("anna", pause(PauseReason::AWAITING_CUSTOMER))
        .on("2026-01-12 11:00")
        .does("anna", pause(PauseReason::AWAITING_SUPPLIER))
        .on("2026-01-12 12:00")
        .does("anna", resume(PauseReason::AWAITING_CUSTOMER));
    assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 12:30"), ClockState::Paused);
    let story = story.on("2026-01-12 13:00").does("anna", resume(PauseReason::AWAITING_SUPPLIER));
    assert_eq!(story.due(ClockName::CLOSURE), "Tue 2026-01-13 12:00");
}

#[test]
fn fault_t66_a_case_that_waits_from_the_beginning_does_not_burn_its_time() {
    let policy = desk_with(from_eight_to_six(), [ClockRule::new(clock(ClockName::CLOSURE), hours(2))]);
    let story = begin(policy.clone(), "2026-01-12 09:00").does("anna", pause(PauseReason::AWAITING_CUSTOMER));
    assert_eq!(story.state(ClockName::CLOSURE, "2026-02-12 09:00"), ClockState::Paused);
    let story = story.on("2026-02-12 09:00").does("anna", resume(PauseReason::AWAITING_CUSTOMER));
    assert_eq!(story.due(ClockName::CLOSURE), "Thu 2026-02-12 11:00");

    let mut over = said("A-2", "2026-01-12T09:00:00Z");
    over.closed = Some(at("2026-01-12T10:00:00Z"));
    let refused =
        open(&policy, over, Stamp::new("k-0".parse().unwrap(), who("anna"), at("2026-01-12T11:00:00Z")));
    assert_eq!(
        refused.unwrap_err().to_string(),
        "`closed` cannot be part of the receipt; open the case without it, then record it with its own command"
    );
}

#[test]
fn a_pause_of_a_case_whose_limit_nobody_knew_yet_counts_once_it_is_known() {
    let target = Target::new(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, hours(24));
    let policy = desk_with(
        from_eight_to_six(),
        [
            ClockRule::by_target(clock(ClockName::CLOSURE), [target]),
            ClockRule::new(clock(ClockName::ACKNOWLEDGEMENT), hours(4)),
        ],
    );
    let story = begin(policy, "2026-01-12 09:00");
    assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 09:00"), ClockState::Undetermined);
    let story = story
        .does("anna", pause(PauseReason::AWAITING_CUSTOMER))
        .on("2026-01-12 12:00")
        .does("anna", resume(PauseReason::AWAITING_CUSTOMER))
        .does("anna", Command::Register)
        .does("anna", Command::Triage(about(Category::PRODUCT_QUALITY)));
    assert_eq!(story.due(ClockName::CLOSURE), "Tue 2026-01-13 12:00");
}

#[test]
fn what_was_done_before_the_limit_was_known_is_done() {
    let target = Target::new(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, hours(24));
    let policy = desk_with(from_eight_to_six(), [ClockRule::by_target(clock(ClockName::RESPONSE), [target])]);
    let story = begin(policy, "2026-01-12 09:00")
        .on("2026-01-12 10:00")
        .does("anna", answer())
        .does("anna", Command::Register)
        .on("2026-01-20 10:00")
        .does("anna", Command::Triage(about(Category::PRODUCT_QUALITY)));
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-20 10:00"), ClockState::Met);
}

// Known faults: answers.

fn until_answered() -> ClockRule {
    let clock = Clock::new(word!(ClockName, "desk:next-response"), Anchor::CUSTOMER_WROTE)
        .with_pause(PauseRule::new(PauseReason::AWAITING_SUPPLIER));
    ClockRule::new(clock, hours(2)).with_until(Anchor::ANSWERED).with_repeats()
}

const NEXT: ClockName = word!(ClockName, "desk:next-response");

fn answering(next: ClockRule) -> Policy {
    let first = ClockRule::new(clock(ClockName::RESPONSE), hours(8));
    let words = redress::taxonomy::Taxonomy::standard().with_word(NEXT);
    desk_in(from_eight_to_six()).taxonomy(words).clock(first).clock(next).build().unwrap()
}

fn turns(story: &Story, name: ClockName, now: &str) -> Vec<ClockState> {
    let now = story.instant(now);
    let clocks = story.case.clocks(&story.policy, now);
    let of_name = clocks.iter().filter(|clock| clock.name() == name);
    of_name.map(|clock| clock.reading(&story.policy, now).status().state()).collect()
}

#[test]
fn fault_t67_the_next_answer_is_waited_for_only_while_a_message_waits() {
    let story = begin(answering(until_answered()), "2026-01-12 09:00");
    // Nobody wrote, or somebody answered last: nothing waits.
    assert_eq!(turns(&story, NEXT, "2026-01-12 12:00"), []);
    let story = story.on("2026-01-12 10:00").does("anna", answer());
    assert_eq!(turns(&story, NEXT, "2026-01-12 18:00"), []);
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 18:00"), ClockState::Met);
    // A note on the web page is a message as any other.
    let story = story.on("2026-01-12 11:00").does("anna", heard());
    assert_eq!(turns(&story, NEXT, "2026-01-12 12:00"), [ClockState::Running]);
    assert_eq!(turns(&story, NEXT, "2026-01-12 13:00:00.000000001"), [ClockState::Breached]);
    // It ends with the solution, though the customer said thanks last.
    let story = solved(story.on("2026-01-12 12:00")).does("anna", heard()).does("anna", Command::Close);
    assert_eq!(turns(&story, NEXT, "2026-03-12 12:00"), [ClockState::Met, ClockState::Cancelled]);
    assert_eq!(story.owed("2026-03-12 12:00"), Vec::<String>::new());
}

#[test]
fn the_first_response_is_not_overruled_by_a_shorter_next_one() {
    let story = begin(answering(until_answered()), "2026-01-12 09:00").does("anna", heard());
    assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 17:00");
    assert_eq!(story.due(NEXT), "Mon 2026-01-12 11:00");
}

#[test]
fn fault_t68_the_next_response_counts_from_the_first_unanswered_message() {
    let mut story = begin(answering(until_answered()), "2026-01-12 09:00");
    for time in ["10:00", "10:30", "11:00"] {
        story = story.on(&format!("2026-01-12 {time}")).does("anna", heard());
    }
    assert_eq!(story.due(NEXT), "Mon 2026-01-12 12:00");
    let story = story.on("2026-01-12 11:30").does("anna", answer()).does("anna", heard());
    assert_eq!(turns(&story, NEXT, "2026-01-12 11:30"), [ClockState::Met, ClockState::Running]);
    assert_eq!(story.due(NEXT), "Mon 2026-01-12 13:30");
}

#[test]
fn an_automatic_message_answers_only_where_the_policy_says_so() {
    let policy = answering(until_answered());
    let story = begin(policy, "2026-01-12 09:00").does("anna", heard()).does("anna", by_machine());
    assert_eq!(turns(&story, NEXT, "2026-01-12 10:00"), [ClockState::Running]);
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 10:00"), ClockState::Running);

    let policy = answering(until_answered().with_automatic_messages());
    let story = begin(policy, "2026-01-12 09:00").does("anna", heard()).does("anna", by_machine());
    assert_eq!(turns(&story, NEXT, "2026-01-12 10:00"), [ClockState::Met]);
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 10:00"), ClockState::Running);

    let first = ClockRule::new(clock(ClockName::RESPONSE), hours(8)).with_automatic_messages();
    let story = begin(desk_with(from_eight_to_six(), [first]), "2026-01-12 09:00").does("anna", by_machine());
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 10:00"), ClockState::Met);
}

#[test]
fn the_wait_for_an_answer_stands_still_as_any_other_clock() {
    let story = begin(answering(until_answered()), "2026-01-12 09:00")
        .does("anna", heard())
        .on("2026-01-12 10:00")
        .does("anna", pause(PauseReason::AWAITING_SUPPLIER));
    assert_eq!(turns(&story, NEXT, "2026-01-12 15:00"), [ClockState::Paused]);
    let story = story.on("2026-01-12 15:00").does("anna", resume(PauseReason::AWAITING_SUPPLIER));
    assert_eq!(story.due(NEXT), "Mon 2026-01-12 16:00");
}

#[test]
fn a_message_waits_on_after_a_reopening() {
    let policy = answering(until_answered());
    let merged = Merger {
        into: begin(policy.clone(), "2026-01-11 09:00").case.summary(&policy),
        reason: note("same"),
    };
    let mut story = begin(policy, "2026-01-12 09:00").does("anna", heard()).on("2026-01-12 10:00");
    // Another id, for a case does not go on in itself.
    let Command::Merge(mut other) = Command::Merge(merged) else { unreachable!() };
    other.into.id = "A-2".parse().unwrap();
    story = story.does("anna", Command::Merge(other));
    assert_eq!(turns(&story, NEXT, "2026-01-12 15:00"), [ClockState::Cancelled]);
    let story = story.on("2026-01-12 15:00").does("anna", Command::Reopen(going_on(Stage::Triaged)));
    assert_eq!(turns(&story, NEXT, "2026-01-12 15:00"), [ClockState::Breached]);
}

#[test]
fn a_clock_that_starts_anew_waits_for_answers_to_messages() {
    let rule = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), hours(2)).with_repeats();
    let faults = desk_in(from_eight_to_six()).clock(rule).build().unwrap_err();
    assert_eq!(
        faults.to_string(),
        "clock `closure`: cannot repeat from `received` until `closed`: only a clock of the case from \
         `customer-wrote` until `answered` can"
    );
}

// Known faults: changes.

/// Two categories, two limits.
fn by_category(clock: Clock, quality: Term, service: Term) -> ClockRule {
    ClockRule::by_target(
        clock,
        [
            Target::new(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, quality),
            Target::new(word!(RuleId, "service"), Category::SERVICE_PROCESS, service),
        ],
    )
}

/// A complaint about quality.
#[track_caller]
fn of_quality(rule: ClockRule, received: &str) -> Story {
    begin_with(desk_with(from_eight_to_six(), [rule]), received, about(Category::PRODUCT_QUALITY))
        .does("anna", Command::Register)
}

fn to_service() -> Command {
    Command::Reclassify(about(Category::SERVICE_PROCESS))
}

fn to_quality() -> Command {
    Command::Reclassify(about(Category::PRODUCT_QUALITY))
}

#[test]
fn fault_t69_another_limit_keeps_the_start_and_the_pauses() {
    let story =
        of_quality(by_category(clock(ClockName::CLOSURE), working(8), working(4)), "2026-01-12 10:00")
            .on("2026-01-12 11:00")
            .does("anna", pause(PauseReason::AWAITING_CUSTOMER))
            .on("2026-01-12 13:00")
            .does("anna", resume(PauseReason::AWAITING_CUSTOMER))
            .on("2026-01-12 13:30")
            .does("anna", to_service());
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 16:00");
}

#[test]
fn fault_t70_what_a_change_does_to_the_time_used_up_has_a_name() {
    for (reading, due) in [
        (ChangeEffect::KeepStart, "Mon 2026-01-12 12:00"),
        (ChangeEffect::CarryElapsed, "Mon 2026-01-12 12:00"),
        (ChangeEffect::Restart, "Mon 2026-01-12 13:00"),
    ] {
        let clock = clock(ClockName::CLOSURE).with_on_change(reading);
        let story = of_quality(by_category(clock, hours(3), hours(2)), "2026-01-12 10:00")
            .on("2026-01-12 11:00")
            .does("anna", to_service());
        assert_eq!(story.due(ClockName::CLOSURE), due, "{reading:?}");
    }
}

#[test]
fn fault_t71_a_hand_over_has_a_named_meaning() {
    // From the start: breached on arrival. From the hand-over: an hour from then.
    for (reading, due, state) in [
        (ChangeEffect::KeepStart, "Mon 2026-01-12 10:00", ClockState::Breached),
        (ChangeEffect::Restart, "Mon 2026-01-12 11:30", ClockState::Running),
    ] {
        let clock = clock(ClockName::CLOSURE).with_on_change(reading);
        let story = of_quality(by_category(clock, hours(2), hours(1)), "2026-01-12 09:00")
            .on("2026-01-12 10:30")
            .does("anna", to_service());
        assert_eq!(story.due(ClockName::CLOSURE), due, "{reading:?}");
        assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 10:30"), state, "{reading:?}");
    }
    // Between units: each has a clock of its own, from its own receipt, beside that of the case.
    let clocks = [
        ClockRule::new(clock(ClockName::CLOSURE), hours(2)),
        ClockRule::new(Clock::new(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED), hours(1))
            .with_scope(ClockScope::Department),
    ];
    let story = begin(desk_with(from_eight_to_six(), clocks), "2026-01-12 09:00")
        .investigating()
        .on("2026-01-12 10:30")
        .does(
            "anna",
            Command::Redispatch(redress::case::command::Dispatch {
                department: Department::PRODUCTION,
                person: None,
                reason: Some(note("theirs")),
            }),
        )
        .does("anna", Command::Start(InvestigationStart { department: None, received: None }));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 11:00");
    assert_eq!(
        dues(&story, ClockName::CONTAINMENT),
        [
            (Some(Department::QUALITY), "Mon 2026-01-12 10:00".to_owned()),
            (Some(Department::PRODUCTION), "Mon 2026-01-12 11:30".to_owned()),
        ]
    );
}

fn dues(story: &Story, name: ClockName) -> Vec<(Option<Department>, String)> {
    let clocks = story.case.clocks(&story.policy, story.now);
    let of_name = clocks.iter().filter(|clock| clock.name() == name);
    of_name
        .map(|clock| (clock.department(), shown(&story.policy, &clock.reading(&story.policy, story.now))))
        .collect()
}

#[test]
fn a_change_before_the_start_does_not_start_a_clock() {
    let start = Clock::new(ClockName::CLOSURE, Anchor::DISPATCHED).with_on_change(ChangeEffect::Restart);
    let story = of_quality(by_category(start, hours(3), hours(2)), "2026-01-12 09:00")
        .on("2026-01-12 10:00")
        .does("anna", Command::Triage(about(Category::SERVICE_PROCESS)));
    assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 10:00"), ClockState::NotStarted);
    let story = story.on("2026-01-12 15:00").does("anna", Command::Dispatch(dispatching()));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 17:00");
}

#[test]
fn fault_t72_a_clock_that_is_no_longer_there_ends_as_superseded_and_takes_up_where_it_was() {
    let update =
        ClockRule::new(clock(ClockName::RESPONSE), hours(4)).with_only_for([Category::PRODUCT_QUALITY]);
    let policy =
        desk_with(from_eight_to_six(), [ClockRule::new(clock(ClockName::CLOSURE), hours(48)), update]);
    let story = begin_with(policy, "2026-01-12 09:00", about(Category::PRODUCT_QUALITY))
        .does("anna", Command::Register)
        .on("2026-01-12 10:00")
        .does("anna", to_service());
    let reading = story.reading(ClockName::RESPONSE, "2026-01-12 20:00");
    assert!(matches!(
        reading.status(),
        redress::deadline::ClockStatus::Cancelled { reason } if reason.as_str() == "superseded"
    ));
    assert_eq!(story.owed("2026-01-12 20:00"), Vec::<String>::new());
    // There and back gives no later date.
    let story = story.on("2026-01-12 14:00").does("anna", to_quality());
    assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 13:00");
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 14:00"), ClockState::Breached);
}

#[test]
fn a_clock_that_the_complaint_has_not_is_not_shown() {
    let rule = ClockRule::new(clock(ClockName::CLOSURE), hours(4)).with_only_for([Category::SERVICE_PROCESS]);
    let story = of_quality(rule, "2026-01-12 09:00");
    assert!(story.case.clocks(&story.policy, story.now).is_empty());
    assert_eq!(story.standing("2026-01-12 20:00"), None);
}

#[test]
fn fault_t73_what_was_met_stays_met() {
    let rule = by_category(clock(ClockName::RESPONSE), hours(4), hours(2));
    let story = of_quality(rule, "2026-01-12 09:00")
        .on("2026-01-12 11:30")
        .does("anna", answer())
        .does("anna", to_service());
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-13 09:00"), ClockState::Met);
    assert_eq!(story.reading(ClockName::RESPONSE, "2026-01-13 09:00").first_breach(), None);
    // So it is for each answer to a message.
    let target = |id, category, term| Target::new(id, category, term);
    let next = ClockRule::by_target(
        Clock::new(NEXT, Anchor::CUSTOMER_WROTE),
        [
            target(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, hours(4)),
            target(word!(RuleId, "service"), Category::SERVICE_PROCESS, hours(2)),
        ],
    );
    let policy = answering(next.with_until(Anchor::ANSWERED).with_repeats());
    let story = begin_with(policy, "2026-01-12 09:00", about(Category::PRODUCT_QUALITY))
        .does("anna", Command::Register)
        .does("anna", heard())
        .on("2026-01-12 12:00")
        .does("anna", answer())
        .does("anna", to_service())
        .does("anna", heard());
    assert_eq!(turns(&story, NEXT, "2026-01-12 14:30"), [ClockState::Met, ClockState::Breached]);
}

#[test]
fn fault_t74_one_breach_is_kept_and_told_once() {
    for (reading, state) in [
        (AfterBreach::StaysBreached, ClockState::Breached),
        (AfterBreach::FollowsNewDue, ClockState::Running),
    ] {
        let clock = clock(ClockName::CLOSURE).with_after_breach(reading);
        let story =
            of_quality(by_category(clock, hours(2), hours(5)), "2026-01-12 09:00").on("2026-01-12 12:00");
        assert_eq!(story.owed("2026-01-12 12:00"), ["breach of clock closure 0"]);
        let key = DutyKey::of(Duty::Breach, 0).with_clock(ClockName::CLOSURE, None);
        let told = Delivery { duty: key, to: vec![who("mia")] };
        let story = story.does("anna", Command::Deliver(told.clone())).does("anna", to_service());
        assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 12:00"), state, "{reading:?}");
        let seen = story.reading(ClockName::CLOSURE, "2026-01-12 18:00");
        assert_eq!(seen.first_breach(), Some(story.instant("2026-01-12 11:00")), "{reading:?}");
        // Told once; a clock that follows its new date has run out a second time, at 14:00.
        if reading == AfterBreach::FollowsNewDue {
            assert_eq!(story.owed("2026-01-12 13:00"), Vec::<String>::new());
            assert_eq!(story.owed("2026-01-12 18:00"), ["breach of clock closure 0"]);
        } else {
            assert_eq!(story.owed("2026-01-12 18:00"), Vec::<String>::new());
        }
        story.refused(
            "anna",
            Command::Deliver(told),
            "this cannot be done: there is no such duty at the moment",
        );
    }
}

#[test]
fn fault_t75_reopened_is_reopened_whether_it_was_solved_or_closed() {
    let clock = ClockRule::new(clock(ClockName::RESPONSE), Term::elapsed(Span::minutes(5)))
        .with_until(Anchor::RESOLVED)
        .with_on_reopening(ReopeningEffect::Resume);
    let story = solved(begin(desk_with(from_eight_to_six(), [clock]), "2026-01-12 09:00"));
    let back = story
        .clone()
        .on("2026-01-12 09:05")
        .does("anna", Command::RecordDissatisfaction(going_on(Stage::Investigating)));
    let reopened = story
        .does("anna", Command::Close)
        .on("2026-01-12 09:05")
        .does("anna", Command::Reopen(going_on(Stage::Investigating)));
    for story in [back, reopened] {
        assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 09:05"), ClockState::Running);
        assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 09:05:00.000000001"), ClockState::Breached);
    }
}

#[test]
fn fault_t76_overdue_is_derived_and_a_closed_case_keeps_its_date() {
    let rule = by_category(
        clock(ClockName::CLOSURE).with_after_breach(AfterBreach::FollowsNewDue),
        hours(2),
        hours(24),
    );
    let story = of_quality(rule, "2026-01-12 09:00").on("2026-01-12 10:00");
    assert_eq!(story.standing("2026-01-12 12:00"), Some(Standing::Unclosed));
    // Moved into the future before it ran out: nothing sticks.
    let story = story.does("anna", to_service());
    assert_eq!(story.standing("2026-01-12 12:00"), Some(Standing::OnTime));
    let story = story
        .on("2026-01-12 12:00")
        .does("anna", Command::Triage(Findings::default()))
        .does("anna", explained())
        .does("anna", Command::Close);
    assert_eq!(story.due(ClockName::CLOSURE), "Tue 2026-01-13 09:00");
    let story = story.on("2027-01-12 12:00");
    assert_eq!(story.due(ClockName::CLOSURE), "Tue 2026-01-13 09:00");
    assert_eq!(story.standing("2027-01-12 12:00"), Some(Standing::ClosedInTime));
    assert_eq!(story.outlook().next_change(story.now), None);
}

#[test]
fn fault_t77_the_window_of_a_reopening_includes_its_last_instant() {
    let track = Track::new().with_reopening(ReopeningWindow::within(Count::Elapsed(Span::hours(72))));
    let policy = desk_in(from_eight_to_six()).track(track).build().unwrap();
    let story = closed(begin(policy, "2026-01-12 09:00"));
    let reopen = || Command::Reopen(going_on(Stage::Investigating));
    assert_eq!(story.outlook().next_change(story.now), Some(story.instant("2026-01-15 09:00:01")));
    // A note, or whatever else comes later, does not move the window.
    let story = story.on("2026-01-15 08:00").does("anna", Command::Note(because("seen")));
    let story = story.on("2026-01-15 09:00:00.001").refused(
        "anna",
        reopen(),
        "2026-01-15T09:00:00.001Z is too late, expected 2026-01-15T09:00:00Z or earlier",
    );
    story.on("2026-01-15 09:00").does("anna", reopen()).is(Stage::Investigating);
}

#[test]
fn fault_t78_a_comment_does_not_restart_an_escalation() {
    let rule = ClockRule::new(clock(ClockName::RESPONSE), hours(1))
        .with_escalation(Count::Elapsed(Span::minutes(0)), Role::MANAGER);
    let story = begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00")
        .on("2026-01-12 09:50")
        .does("anna", Command::Note(because("looking into it")))
        .does("anna", Command::NotifyProgress(because("soon")))
        .does("anna", by_machine());
    assert_eq!(
        story.owed("2026-01-12 10:05"),
        [
            "breach of clock response 0",
            "escalation of clock response 0",
            "ladder-exhausted of clock response 0"
        ]
    );
}

#[test]
fn fault_t79_a_ladder_goes_up_step_by_step_and_says_when_it_ends() {
    let rule = ClockRule::new(clock(ClockName::RESPONSE), hours(1))
        .with_escalation(Count::Elapsed(Span::hours(24)), Role::HANDLER)
        .with_escalation(Count::Elapsed(Span::hours(4)), Role::LEADER_IN_CHARGE);
    // Nobody is in charge, and nobody holds the roles: it is owed all the same.
    let mut story = begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00");
    story.roster = redress::approval::Roster::builder("r-0").build().unwrap();
    let owed: Vec<_> = story.outlook().owed(story.instant("2026-01-20 09:00")).collect();
    let told: Vec<_> = owed.iter().map(|owed| (owed.key.duty, owed.since, owed.to)).collect();
    assert_eq!(
        told,
        [
            (Duty::Breach, story.instant("2026-01-12 10:00:00.000000001"), None),
            (Duty::Escalation, story.instant("2026-01-13 10:00"), Some(Role::HANDLER)),
            (Duty::Escalation, story.instant("2026-01-13 14:00"), Some(Role::LEADER_IN_CHARGE)),
            (Duty::LadderExhausted, story.instant("2026-01-13 14:00"), Some(Role::LEADER_IN_CHARGE)),
        ]
    );
    // Nobody there to tell is on record too.
    let story = story.on("2026-01-13 11:00");
    let told = Delivery { duty: owed[1].key, to: Vec::new() };
    let story = story.does("anna", Command::Deliver(told));
    assert_eq!(story.owed("2026-01-13 11:00"), ["breach of clock response 0"]);
}

#[test]
fn fault_t80_a_warning_comes_a_business_hour_before() {
    let clock = clock(ClockName::CLOSURE).with_warning(Warning::Lead(Count::Working(Span::hours(1))));
    let story =
        begin(desk_with(from_eight_to_six(), [ClockRule::new(clock, working(4))]), "2026-01-12 17:00");
    assert_eq!(story.due(ClockName::CLOSURE), "Tue 2026-01-13 11:00");
    assert_eq!(story.outlook().next_change(story.now), Some(story.instant("2026-01-13 10:00")));
    assert_eq!(story.owed("2026-01-13 09:59:59"), Vec::<String>::new());
    assert_eq!(story.owed("2026-01-13 10:00"), ["warning of clock closure 0"]);
}

#[test]
fn fault_t81_a_case_that_no_target_covers_is_undetermined_and_somebody_is_told() {
    let story = begin_with(
        desk_with(from_eight_to_six(), [by_category(clock(ClockName::CLOSURE), hours(2), hours(4))]),
        "2026-01-12 09:00",
        about(Category::SPARE_PARTS),
    );
    let expected = "the policy sets no target for category `spare-parts`; add one";
    let reading = story.reading(ClockName::CLOSURE, "2026-01-12 09:00");
    let redress::deadline::ClockStatus::Undetermined { reason } = reading.status() else {
        panic!("{reading:?}")
    };
    assert_eq!(reason.to_string(), expected);
    assert_eq!(standing(&story.case, &story.policy, story.now).unwrap_err().to_string(), expected);
    assert_eq!(story.outlook().standing(story.now).unwrap_err().to_string(), expected);
    assert_eq!(story.owed("2026-01-12 09:00"), ["undetermined-clock of clock closure 0"]);
}

// Worked examples: closure limits.

/// A category of the house, which has no limit.
const BILLING: Category = word!(Category, "house:billing");

fn nev() -> Nev {
    let owners =
        Category::ALL.iter().copied().chain([BILLING]).map(|category| (category, Department::DEALER));
    Nev::new(china::calendar_in(chrono_tz::Asia::Shanghai), owners, NoticePeriod::Days(7))
        .taxonomy(redress::taxonomy::Taxonomy::standard().with_word(BILLING))
        .with_forced_closure_approval(redress::profiles::choice::ForcedClosureApproval::NotNeeded)
}

#[track_caller]
fn nev_case(nev: Nev, received: &str, categories: &[Category]) -> Story {
    let known = Findings { words: categories.iter().copied().collect(), ..Findings::default() };
    begin_with(nev.build().unwrap(), received, known)
}

#[track_caller]
fn triaged(story: Story) -> Story {
    story.does("anna", Command::Register).does("anna", Command::Triage(Findings::default()))
}

#[test]
fn w069_a_limit_on_a_make_up_saturday_does_not_roll() {
    let story = nev_case(nev(), "2026-10-08 10:00", &[Category::PRODUCT_QUALITY]);
    assert_eq!(story.due(ClockName::CLOSURE), "Sat 2026-10-10 16:30");
    let other = nev().with_make_up_days(redress::calendar::reading::MakeUpDays::AsPattern);
    let story = nev_case(other, "2026-10-08 10:00", &[Category::PRODUCT_QUALITY]);
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-10-12 16:30");
}

#[test]
fn w070_the_limit_runs_from_the_receipt_and_not_from_the_dispatch() {
    for (start, due) in
        [(Anchor::RECEIVED, "Wed 2025-03-12 16:30"), (Anchor::DISPATCHED, "Thu 2025-03-13 16:30")]
    {
        let story =
            triaged(nev_case(nev().with_start(start), "2025-03-11 10:00", &[Category::SALES_PROCESS]))
                .on("2025-03-12 09:00")
                .does("anna", Command::Dispatch(dispatching()));
        assert_eq!(story.due(ClockName::CLOSURE), due, "{start}");
        // Passing it on moves nothing.
        let story = story.on("2025-03-12 11:00").does("anna", Command::Redispatch(dispatching()));
        assert_eq!(story.due(ClockName::CLOSURE), due, "{start}");
    }
}

#[test]
fn w071_of_two_categories_the_earliest_limit_counts() {
    let both = [Category::PRODUCT_QUALITY, Category::SERVICE_PROCESS];
    let story = nev_case(nev(), "2025-03-11 10:00", &both);
    assert_eq!(story.due(ClockName::CLOSURE), "Wed 2025-03-12 16:30");
    let main = nev().with_several_categories(redress::policy::clock::SeveralCategories::Main);
    assert_eq!(nev_case(main, "2025-03-11 10:00", &both).due(ClockName::CLOSURE), "Thu 2025-03-13 16:30");
}

#[test]
fn w072_another_category_counts_from_the_original_start() {
    for (reading, due) in
        [(ChangeEffect::KeepStart, "Wed 2025-03-12 16:30"), (ChangeEffect::Restart, "Thu 2025-03-13 16:30")]
    {
        let story = triaged(nev_case(
            nev().with_on_change(reading),
            "2025-03-11 10:00",
            &[Category::PRODUCT_QUALITY],
        ));
        assert_eq!(story.due(ClockName::CLOSURE), "Thu 2025-03-13 16:30");
        let story = story.on("2025-03-12 09:00").does("anna", to_service());
        assert_eq!(story.due(ClockName::CLOSURE), due, "{reading:?}");
    }
}

#[test]
fn w073_a_category_without_a_limit_is_undetermined_but_keeps_the_limit_that_was_known() {
    let story = nev_case(nev(), "2025-03-11 10:00", &[BILLING]);
    assert_eq!(story.state(ClockName::CLOSURE, "2025-03-11 10:00"), ClockState::Undetermined);
    assert_eq!(
        standing(&story.case, &story.policy, story.now).unwrap_err().to_string(),
        "the policy sets no target for category `house:billing`; add one"
    );
    let story = triaged(nev_case(nev(), "2025-03-11 10:00", &[Category::SALES_PROCESS]))
        .does("anna", Command::Reclassify(about(BILLING)));
    assert_eq!(story.due(ClockName::CLOSURE), "Wed 2025-03-12 16:30");
}

// Worked examples: standing, projects, forced closure.

/// Received on Friday, due on Monday 2025-03-17 at 16:30.
fn due_on_monday(nev: Nev) -> Story {
    let story = triaged(nev_case(nev, "2025-03-14 10:00", &[Category::SPARE_PARTS]));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2025-03-17 16:30");
    story
}

#[test]
fn w074_closed_at_the_very_instant_is_in_time() {
    let story =
        due_on_monday(nev()).on("2025-03-17 16:30").does("anna", explained()).does("anna", Command::Close);
    assert_eq!(story.standing("2025-03-18 10:00"), Some(Standing::ClosedInTime));
    // A08: late by the other reading.
    let story = due_on_monday(nev().with_cutoff_bound(Bound::Exclusive))
        .on("2025-03-17 16:30")
        .does("anna", explained())
        .does("anna", Command::Close);
    assert_eq!(story.standing("2025-03-18 10:00"), Some(Standing::ClosedLate));
}

#[test]
fn w075_closed_a_second_later_is_late() {
    let story =
        due_on_monday(nev()).on("2025-03-17 16:30:01").does("anna", explained()).does("anna", Command::Close);
    assert_eq!(story.standing("2025-03-18 10:00"), Some(Standing::ClosedLate));
    assert_eq!(story.owed("2025-03-18 10:00"), ["breach of clock closure 0"]);
}

#[test]
fn w076_an_unclosed_complaint_is_passed_on_no_more_and_comes_on_the_next_list() {
    let policy = desk(Track::new().with_no_transfer_when_unclosed()).build().unwrap();
    let story = begin(policy, "2025-03-14 10:00").investigating();
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2025-03-17 16:30");
    assert_eq!(story.standing("2025-03-17 16:30"), Some(Standing::OnTime));
    assert_eq!(story.standing("2025-03-17 16:31"), Some(Standing::Unclosed));
    let refused = "clock `closure` was due at 2025-03-17T08:30:00Z: an overdue complaint cannot be transferred to \
        another department";
    story
        .on("2025-03-17 16:30")
        .does("anna", Command::Redispatch(dispatching()))
        .is(Stage::Dispatched)
        .on("2025-03-17 16:31")
        .refused("anna", Command::Redispatch(dispatching()), refused)
        // W077: nor on the next day.
        .on("2025-03-18 09:00")
        .refused("anna", Command::Redispatch(dispatching()), refused)
        .does("anna", Command::Start(InvestigationStart { department: None, received: None }));
}

// S23-R16: the list is no limit of a complaint: that it comes round is no breach.
#[test]
fn w076_what_is_unclosed_is_on_the_next_list_and_breaches_nothing_by_it() {
    let story = due_on_monday(nev());
    let due = story.instant("2025-03-17 16:30");
    let list = story.policy.report(redress::vocab::organisation::Report::UNCLOSED_NOTICE).unwrap();
    assert_eq!(list.next(story.policy.calendar(), due), Ok(story.instant("2025-03-24 00:00")));
    assert!(story.policy.clocks().iter().all(|rule| rule.name() != ClockName::UNCLOSED_NOTICE));
    for later in ["2025-03-24 00:00", "2025-03-25 00:01", "2025-06-13 10:00"] {
        assert_eq!(story.owed(later), ["breach of clock closure 0"], "{later}");
    }
}

/// From which day on a complaint is due to become a project.
#[track_caller]
fn project_from(nev: Nev, received: &str, last: &str, first: &str) -> Story {
    let story = nev_case(nev, received, &[Category::SPARE_PARTS]);
    assert_eq!(story.standing(&format!("{last} 23:59:59.999999999")), Some(Standing::Unclosed));
    assert_eq!(story.standing(&format!("{first} 00:00")), Some(Standing::ProjectDue));
    story
}

#[test]
fn w078_three_months_to_the_day_are_not_more_than_three_months() {
    let story = project_from(nev(), "2025-03-14 10:00", "2025-06-14", "2025-06-15");
    story.on("2025-06-14 12:00").refused(
        "anna",
        Command::OpenProject,
        "the case cannot become a project yet: its project clock has not run out",
    );
    project_from(
        nev().with_project_limit(ProjectLimit::NinetyDays),
        "2025-03-14 10:00",
        "2025-06-12",
        "2025-06-13",
    );
    project_from(
        nev().with_project_start(ProjectStart::DueDate),
        "2025-03-14 10:00",
        "2025-06-17",
        "2025-06-18",
    );
}

#[test]
fn w079_after_more_than_three_months_it_becomes_a_project_and_stays_where_it_is() {
    let story = due_on_monday(nev()).on("2025-06-15 00:00");
    let owed = story.owed("2025-06-15 00:00");
    assert!(owed.contains(&"project of clock project 0".to_owned()), "{owed:?}");
    let told =
        Delivery { duty: DutyKey::of(Duty::Project, 0).with_clock(ClockName::PROJECT, None), to: Vec::new() };
    let story = story.refused(
        "anna",
        Command::Deliver(told),
        "this cannot be done: there is no delivery for a duty of that kind; fulfil it by its own command",
    );
    let story = story.does("anna", Command::OpenProject).is(Stage::Triaged);
    // It no longer has to become one.
    assert_eq!(story.standing("2025-06-15 00:00"), Some(Standing::Unclosed));
    assert!(!story.owed("2026-06-15 00:00").contains(&"project of clock project 0".to_owned()));
    story.refused(
        "anna",
        Command::OpenProject,
        "`project` is already on record; it cannot be recorded twice",
    );
}

#[test]
fn w080_three_months_end_with_the_last_day_of_a_shorter_month() {
    project_from(nev(), "2025-11-30 10:00", "2026-02-28", "2026-03-01");
    project_from(
        nev().with_project_limit(ProjectLimit::NinetyDays),
        "2025-11-30 10:00",
        "2026-02-28",
        "2026-03-01",
    );
}

#[test]
fn w081_the_project_clock_does_not_roll() {
    project_from(nev(), "2025-05-31 10:00", "2025-08-31", "2025-09-01");
    project_from(
        nev().with_project_limit(ProjectLimit::NinetyDays),
        "2025-05-31 10:00",
        "2025-08-29",
        "2025-08-30",
    );
}

#[test]
fn a_project_is_due_though_the_closure_limit_is_not_known() {
    let story = nev_case(nev(), "2025-03-14 10:00", &[BILLING]).on("2025-06-15 00:00");
    story.does("anna", Command::OpenProject);
}

#[test]
fn a_project_that_was_opened_in_time_never_falls_due() {
    let clocks = [
        ClockRule::new(clock(ClockName::CLOSURE), hours(48)),
        ClockRule::new(clock(ClockName::PROJECT), hours(2)).with_until(word!(Anchor, "desk:project")),
    ];
    let words = redress::taxonomy::Taxonomy::standard().with_word(word!(Anchor, "desk:project"));
    let policy = clocks.into_iter().fold(desk_in(from_eight_to_six()).taxonomy(words), PolicyBuilder::clock);
    let story = begin(policy.build().unwrap(), "2026-01-12 09:00");
    let happened = AnchorEvent { event: word!(Anchor, "desk:project"), at: story.now, department: None };
    let story = story.does("anna", Command::Happen(happened));
    assert_eq!(story.standing("2026-01-12 12:00"), Some(Standing::OnTime));
    assert_eq!(story.owed("2026-01-12 12:00"), Vec::<String>::new());
}

#[test]
fn a_project_of_a_case_that_is_over_is_not_owed() {
    let story =
        due_on_monday(nev()).on("2025-06-16 10:00").does("anna", Command::Withdraw(because("never mind")));
    assert_eq!(story.owed("2025-06-20 00:00"), ["breach of clock closure 0"]);
}

fn listed(no_solution: u32) -> Findings {
    about(Category::SPARE_PARTS)
        .with_fact(Fact::ON_FORCED_CLOSURE_LIST, 1)
        .with_fact(Fact::NO_SOLUTION_NOW, no_solution)
}

#[test]
fn w082_what_is_listed_and_without_a_solution_is_closed_by_force_and_has_no_limit() {
    let story = triaged(begin_with(nev().build().unwrap(), "2025-03-14 10:00", listed(1))).refused(
        "anna",
        Command::Dispatch(dispatching()),
        "the complaint meets the test for forced closure; close it by force, or record first that there is a solution",
    );
    assert_eq!(story.state(ClockName::CLOSURE, "2025-03-20 10:00"), ClockState::Cancelled);
    assert_eq!(story.standing("2025-03-20 10:00"), None);
    let story = story.does("anna", Command::ForceClose).is(Stage::Closed);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::Forced);
    assert_eq!(story.standing("2025-03-20 10:00"), None);
    assert_eq!(story.owed("2025-03-20 10:00"), Vec::<String>::new());
}

#[test]
fn w083_what_is_listed_with_a_solution_is_dispatched_and_its_limit_runs() {
    let story = triaged(begin_with(nev().build().unwrap(), "2025-03-14 10:00", listed(0)))
        .does("anna", Command::Dispatch(dispatching()));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2025-03-17 16:30");
    let list_alone =
        nev().with_forced_closure(redress::policy::track::ForcedClosureTest::ListAlone).build().unwrap();
    triaged(begin_with(list_alone, "2025-03-14 10:00", listed(0))).does("anna", Command::ForceClose);
}

#[test]
fn w084_what_is_on_no_list_is_not_closed_by_force() {
    let known = about(Category::SPARE_PARTS).with_fact(Fact::NO_SOLUTION_NOW, 1);
    let story = triaged(begin_with(nev().build().unwrap(), "2025-03-14 10:00", known)).refused(
        "anna",
        Command::ForceClose,
        "the complaint cannot be closed by force: this requires fact `on-forced-closure-list`",
    );
    story.does("anna", Command::Dispatch(dispatching()));
}

#[test]
fn w085_a_solution_found_later_starts_a_new_limit_from_the_reopening() {
    let story = triaged(begin_with(nev().build().unwrap(), "2025-03-14 10:00", listed(1)))
        .does("anna", Command::ForceClose)
        .on("2025-04-08 10:00")
        .does("anna", Command::Reopen(going_on(Stage::Triaged)))
        .on("2025-04-09 09:00")
        .does("anna", Command::Reclassify(listed(0)))
        .does("anna", Command::Dispatch(dispatching()));
    assert_eq!(story.due(ClockName::CLOSURE), "Wed 2025-04-09 16:30");
    assert_eq!(story.standing("2025-04-09 12:00"), Some(Standing::OnTime));
    // A limit that had run before the case was put on the list starts anew too, and what it showed stays.
    let story = due_on_monday(nev())
        .on("2025-03-18 09:00")
        .does("anna", Command::Reclassify(listed(1)))
        .does("anna", Command::ForceClose)
        .on("2025-04-08 10:00")
        .does("anna", Command::Reopen(going_on(Stage::Triaged)))
        .does("anna", Command::Reclassify(listed(0)));
    assert_eq!(
        turns(&story, ClockName::CLOSURE, "2025-04-08 12:00"),
        [ClockState::Cancelled, ClockState::Running]
    );
    assert_eq!(story.due(ClockName::CLOSURE), "Wed 2025-04-09 16:30");
    // The case stands by the limit that runs.
    assert_eq!(story.standing("2025-04-08 12:00"), Some(Standing::OnTime));
    assert_eq!(story.standing("2025-04-09 16:31"), Some(Standing::Unclosed));
    let row = LedgerRow::of(&story.case, &story.policy, story.instant("2025-04-08 12:00")).unwrap();
    assert_eq!(row.rounds[0].end.unwrap().timing, Timing::Late);
}

#[test]
fn a_limit_that_ended_without_a_result_is_no_due_date() {
    let story = due_on_monday(nev());
    let due = |story: &Story| LedgerRow::of(&story.case, &story.policy, story.now).unwrap().due;
    assert_eq!(due(&story), Some(story.instant("2025-03-17 16:30")));
    let story = story.does("anna", Command::Reclassify(listed(1)));
    assert_eq!((due(&story), story.standing("2025-03-20 10:00")), (None, None));
    // One that had run out before shows that it had, and when.
    let late = due_on_monday(nev()).on("2025-03-18 09:00").does("anna", Command::Reclassify(listed(1)));
    assert_eq!(due(&late), Some(late.instant("2025-03-17 16:30")));
}

#[test]
fn to_be_put_on_the_list_and_taken_off_again_gives_no_later_date() {
    let story = due_on_monday(nev())
        .does("anna", Command::Reclassify(listed(1)))
        .on("2025-03-17 10:00")
        .does("anna", Command::Reclassify(listed(0)));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2025-03-17 16:30");
    // Nor does it give one to a complaint that was on it from the beginning.
    let story = triaged(begin_with(nev().build().unwrap(), "2025-03-14 10:00", listed(1)))
        .on("2025-03-20 10:00")
        .does("anna", Command::Reclassify(listed(0)));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2025-03-17 16:30");
    assert_eq!(story.standing("2025-03-20 10:00"), Some(Standing::Unclosed));
}

#[test]
fn w086_a_period_that_nobody_has_set_is_said_to_be_missing() {
    let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
    let nev = Nev::new(china::calendar_in(chrono_tz::Asia::Shanghai), owners, NoticePeriod::NotSet);
    let story = nev_case(nev, "2025-03-14 10:00", &[Category::SPARE_PARTS]);
    let list = story.policy.report(redress::vocab::organisation::Report::UNCLOSED_NOTICE).unwrap();
    assert_eq!(
        list.next(story.policy.calendar(), story.now).unwrap_err().to_string(),
        "report `unclosed-notice` has no period yet; \
         set the parameter `the period of the unclosed notice (A38)` in the policy"
    );
    assert_eq!(story.owed("2025-03-14 10:00"), Vec::<String>::new());
}

// Worked examples: other clocks.

#[track_caller]
fn supplied(reading: ContainmentCount, received: &str) -> Story {
    let calendar = china::calendar_in(chrono_tz::Asia::Shanghai);
    let policy = Supplier::new(calendar, Department::SALES).with_containment(reading).build().unwrap();
    triaged(begin_with(policy, received, about(Category::PRODUCT_QUALITY)))
        .does("anna", Command::Dispatch(dispatching()))
}

fn started(department: Option<Department>) -> Command {
    Command::Start(InvestigationStart { department, received: None })
}

#[test]
fn w087_containment_does_not_wait_for_the_weekend() {
    for (reading, due) in [
        (ContainmentCount::Elapsed, "Sat 2025-09-27 15:20"),
        (ContainmentCount::Rolled, "Sun 2025-09-28 15:20"),
        (ContainmentCount::Working, "Tue 2025-09-30 12:20"),
    ] {
        let story = supplied(reading, "2025-09-26 14:00").on("2025-09-26 15:20").does("anna", started(None));
        assert_eq!(story.due(ClockName::CONTAINMENT), due, "{reading:?}");
    }
}

#[test]
fn w088_containment_does_not_wait_for_national_day() {
    for (reading, due) in [
        (ContainmentCount::Elapsed, "Wed 2025-10-01 17:00"),
        (ContainmentCount::Rolled, "Thu 2025-10-09 17:00"),
    ] {
        let story = supplied(reading, "2025-09-30 16:00").on("2025-09-30 17:00").does("anna", started(None));
        assert_eq!(story.due(ClockName::CONTAINMENT), due, "{reading:?}");
    }
}

#[test]
fn w089_each_department_has_a_limit_of_its_own_and_meets_it_on_its_own() {
    let story = supplied(ContainmentCount::Elapsed, "2026-03-02 08:30").on("2026-03-02 09:00");
    let story = story.does("anna", started(Some(Department::SALES))).on("2026-03-02 13:30");
    let event = AnchorEvent {
        event: Anchor::DEPARTMENT_RECEIVED,
        at: story.now,
        department: Some(Department::PRODUCTION),
    };
    let story = story.does("anna", Command::Happen(event));
    assert_eq!(
        dues(&story, ClockName::CONTAINMENT),
        [
            (Some(Department::SALES), "Tue 2026-03-03 09:00".to_owned()),
            (Some(Department::PRODUCTION), "Tue 2026-03-03 13:30".to_owned()),
        ]
    );
    let contained =
        DepartmentContainment { department: Department::SALES, measures: vec![Containment::RESHIP] };
    let story = story.on("2026-03-03 09:00").does("anna", Command::Contain(contained));
    assert_eq!(
        turns(&story, ClockName::CONTAINMENT, "2026-03-04 09:00"),
        [ClockState::Met, ClockState::Breached]
    );
    assert_eq!(
        story.owed("2026-03-04 09:00"),
        ["containment of production 0", "breach of clock containment of production 0"]
    );
}

fn promising() -> Story {
    let track = Track::new().with_promises();
    let policy = desk_in(china::calendar_in(chrono_tz::Asia::Shanghai)).track(track).build().unwrap();
    let story = begin(policy, "2025-11-12 10:00").does("anna", Command::Register);
    assert_eq!(story.owed("2025-11-12 10:00"), ["new-promise 0"]);
    let until = story.instant("2025-11-12 15:00");
    story.does("anna", Command::Promise(Promise { until }))
}

#[test]
fn w092_at_the_promised_instant_an_answer_is_owed_whatever_the_progress() {
    let story = promising().on("2025-11-12 14:50");
    assert_eq!(story.owed("2025-11-12 14:59:59"), Vec::<String>::new());
    assert_eq!(story.owed("2025-11-12 15:00"), ["promised-answer 0"]);
    let until = story.instant("2025-11-13 15:00");
    let story = story.refused(
        "anna",
        Command::Promise(Promise { until }),
        "an answer is promised by 2025-11-12T07:00:00Z; give that answer first",
    );
    let next = Message { next: Some(until), automatic: false, note: Some(note("we are looking")) };
    let story = story.does("anna", Command::Answer(next));
    assert_eq!(story.owed("2025-11-13 14:59"), Vec::<String>::new());
    assert_eq!(story.outlook().next_change(story.now), Some(until));
}

#[test]
fn w093_a_promise_without_an_answer_is_broken_the_instant_after() {
    let story = promising();
    let broken = ["promised-answer 0", "broken-promise 0"];
    assert_eq!(story.owed("2025-11-12 15:00"), broken[..1]);
    assert_eq!(story.owed("2025-11-12 15:00:00.000000001"), broken);
    // A late answer does not mend it, nor does one of a machine.
    let story = story.on("2025-11-12 15:01").does("anna", by_machine());
    assert_eq!(story.owed("2025-11-12 15:01"), broken);
    let story = story.does("anna", answer());
    assert_eq!(story.owed("2025-11-12 15:01"), ["broken-promise 0", "new-promise 1"]);
}

#[test]
fn w094_an_answer_at_the_very_instant_keeps_the_promise_and_a_new_one_is_next() {
    let story = promising().on("2025-11-12 15:00").does("anna", answer());
    assert_eq!(story.owed("2025-11-14 15:00"), ["new-promise 1"]);
    let kept = story.case.promises()[0].kept(story.instant("2025-11-14 15:00"));
    assert_eq!(kept, redress::case::state::PromiseOutcome::Kept);
}

#[test]
fn a_promise_is_owed_no_more_once_the_case_is_over() {
    let story = promising().on("2025-11-12 14:00").does("anna", Command::Withdraw(because("never mind")));
    assert_eq!(story.owed("2025-11-20 15:00"), Vec::<String>::new());
    assert_eq!(story.outlook().next_change(story.now), None);
    let story = promising().on("2025-11-12 16:00").does("anna", Command::Withdraw(because("never mind")));
    assert_eq!(story.owed("2025-11-20 15:00"), ["broken-promise 0"]);
}

#[test]
fn the_last_instant_that_can_be_written_may_be_promised() {
    let story = begin(desk_in(from_eight_to_six()).build().unwrap(), "2026-01-12 09:00");
    let until = at("9999-12-31T23:59:59.999999999Z");
    let story = story.does("anna", Command::Promise(Promise { until }));
    assert_eq!(story.outlook().next_change(story.now), Some(until));
}

#[test]
fn one_contact_is_enough_where_nobody_says_how_many() {
    let rule = ClockRule::new(clock(ClockName::RETURN_VISITS), hours(48));
    let story = closed(begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00"));
    assert_eq!(story.state(ClockName::RETURN_VISITS, "2026-01-12 09:00"), ClockState::Running);
    let story = story.does("anna", asked(Opinion::Silent));
    assert_eq!(story.state(ClockName::RETURN_VISITS, "2026-01-20 09:00"), ClockState::Met);
}

#[test]
fn nobody_asks_afterwards_what_was_withdrawn() {
    let rule = ClockRule::new(clock(ClockName::RETURN_VISITS), hours(48));
    let story = begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00")
        .does("anna", Command::Withdraw(because("never mind")));
    assert_eq!(story.state(ClockName::RETURN_VISITS, "2026-01-20 09:00"), ClockState::Cancelled);
}

#[test]
fn w103_a_number_that_is_lost_is_asked_for() {
    let rule = ClockRule::not_set(clock(ClockName::ROOT_CAUSE), "the time for the root cause (A24)");
    let story = begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00");
    assert_eq!(story.state(ClockName::ROOT_CAUSE, "2027-01-12 09:00"), ClockState::Undetermined);
    assert_eq!(story.owed("2026-01-12 09:00"), ["undetermined-clock of clock root-cause 0"]);
}

// A clock cannot be gamed.

fn two_hours() -> Story {
    begin(
        desk_with(from_eight_to_six(), [ClockRule::new(clock(ClockName::CLOSURE), hours(2))]),
        "2026-01-12 09:00",
    )
}

#[test]
fn a_pause_at_or_after_the_due_instant_changes_nothing() {
    for begins in ["2026-01-12 11:00", "2026-01-12 11:30"] {
        let story = two_hours().on(begins).does("anna", pause(PauseReason::AWAITING_CUSTOMER));
        assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 12:00"), ClockState::Breached, "{begins}");
        let story = story.on("2026-01-13 09:00").does("anna", resume(PauseReason::AWAITING_CUSTOMER));
        assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 11:00", "{begins}");
        assert_eq!(story.owed("2026-01-13 09:00"), ["breach of clock closure 0"], "{begins}");
    }
}

#[test]
fn a_pause_entered_late_keeps_the_earlier_breach_visible() {
    let late = ClockPause {
        reason: PauseReason::AWAITING_CUSTOMER,
        clock: None,
        at: Some(at("2026-01-12T10:00:00Z")),
    };
    let story = two_hours().on("2026-01-12 12:00").does("anna", Command::Pause(late));
    let reading = story.reading(ClockName::CLOSURE, "2026-01-12 12:00");
    assert_eq!(reading.first_breach(), Some(story.instant("2026-01-12 11:00")));
    assert_eq!(story.standing("2026-01-12 12:00"), Some(Standing::Unclosed));
}

#[test]
fn a_pause_has_a_declared_reason_and_starts_once() {
    let story = two_hours()
        .refused(
            "anna",
            pause(PauseReason::AWAITING_SAMPLES),
            "clock `closure` cannot pause for `awaiting-samples`, expected `awaiting-customer` or `awaiting-supplier`",
        )
        .refused(
            "anna",
            resume(PauseReason::AWAITING_CUSTOMER),
            "clock `closure` is not paused for `awaiting-customer`; there is nothing to resume",
        )
        .does("anna", pause(PauseReason::AWAITING_CUSTOMER))
        .on("2026-01-12 09:30")
        .refused(
            "anna",
            pause(PauseReason::AWAITING_CUSTOMER),
            "clock `closure` has been paused for `awaiting-customer` since 2026-01-12T09:00:00Z; end that pause \
             first",
        );
    let of_another =
        ClockPause { reason: PauseReason::AWAITING_CUSTOMER, clock: Some(ClockName::RESPONSE), at: None };
    story.refused(
        "anna",
        Command::Pause(of_another),
        "no running clock of this case matches the command; running \
        clocks: `closure`",
    );
}

#[test]
fn a_pause_lies_between_the_receipt_and_now() {
    let when = |text| ClockPause { reason: PauseReason::AWAITING_CUSTOMER, clock: None, at: Some(at(text)) };
    two_hours()
        .refused(
            "anna",
            Command::Pause(when("2026-01-12T08:59:59Z")),
            "2026-01-12T08:59:59Z is before the receipt at 2026-01-12T09:00:00Z, expected that instant or a later one",
        )
        .refused(
            "anna",
            Command::Pause(when("2026-01-12T09:00:01Z")),
            "2026-01-12T09:00:01Z is in the future: the request was made at 2026-01-12T09:00:00Z, expected that \
             instant or an earlier one",
        );
}

#[test]
fn a_pause_ends_by_itself_at_its_maximum() {
    let story = two_hours().does("anna", pause(PauseReason::AWAITING_SUPPLIER));
    assert_eq!(story.outlook().next_change(story.now), Some(story.instant("2026-01-15 09:00")));
    assert_eq!(story.state(ClockName::CLOSURE, "2026-01-15 08:59"), ClockState::Paused);
    assert_eq!(story.state(ClockName::CLOSURE, "2026-01-15 09:00"), ClockState::Running);
    let story = story.on("2026-01-15 10:00");
    assert_eq!(story.due(ClockName::CLOSURE), "Thu 2026-01-15 11:00");
    story.refused(
        "anna",
        resume(PauseReason::AWAITING_SUPPLIER),
        "clock `closure` is not paused for `awaiting-supplier`; there is nothing to resume",
    );
}

#[test]
fn a_closed_case_does_not_pause() {
    let story = closed(two_hours());
    let refused = story.try_to("anna", pause(PauseReason::AWAITING_CUSTOMER)).unwrap_err().to_string();
    assert!(refused.starts_with("cannot `pause` while `closed`; possible now: "), "{refused}");
}

#[test]
fn a_case_that_is_merged_into_another_gives_it_its_earliest_date() {
    let policy = desk_with(
        from_eight_to_six(),
        [
            ClockRule::new(
                clock(ClockName::CLOSURE)
                    .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_times(3)),
                hours(48),
            ),
            ClockRule::new(clock(ClockName::ACKNOWLEDGEMENT), hours(4)),
        ],
    );
    let earlier = begin(policy.clone(), "2026-01-12 09:00").does("anna", Command::Acknowledge);
    let mut later = begin(policy.clone(), "2026-01-13 09:00");
    let mut summary = earlier.case.summary(&policy);
    // It was acknowledged: that date is owed no more.
    assert_eq!(summary.due.len(), 1);
    summary.id = "A-2".parse().unwrap();
    let mut into = later.case.summary(&policy);
    into.id = "A-3".parse().unwrap();
    // In either order: before the other case ends, and after.
    let over =
        earlier.on("2026-01-13 10:00").does("anna", Command::Merge(Merger { into, reason: note("same") }));
    let mut after = over.case.summary(&policy);
    after.id = "A-2".parse().unwrap();
    assert_eq!(after.due, summary.due);

    let absorbed = |case| Command::Link(CaseLink { case, relation: Relation::Absorbed });
    later = later.on("2026-01-13 10:00").does("anna", absorbed(after));
    assert_eq!(later.due(ClockName::CLOSURE), "Wed 2026-01-14 09:00");
    assert_eq!(later.due(ClockName::ACKNOWLEDGEMENT), "Tue 2026-01-13 13:00");
    // Neither a pause nor an extension moves a date that was given in the other case.
    later = later
        .refused(
            "anna",
            self::later(ClockName::CLOSURE, ExtensionAmount::Add(TimeAmount::Minutes(60))),
            "clock `closure` is due at 2026-01-14T09:00:00Z because of a case that was merged into this one; it \
             cannot be extended",
        )
        .does("anna", pause(PauseReason::AWAITING_CUSTOMER))
        .on("2026-01-13 12:00")
        .does("anna", resume(PauseReason::AWAITING_CUSTOMER));
    assert_eq!(later.due(ClockName::CLOSURE), "Wed 2026-01-14 09:00");
}

#[test]
fn a_merger_keeps_what_was_extended_before() {
    let rule = |reason| clock(ClockName::CLOSURE).with_extension(ExtensionRule::new(reason));
    let policy =
        desk_with(from_eight_to_six(), [ClockRule::new(rule(ExtensionReason::COMPLEX_CASE), hours(24))]);
    let mut other = begin(policy.clone(), "2026-01-14 09:00").case.summary(&policy);
    other.id = "A-2".parse().unwrap();
    let story = begin(policy, "2026-01-12 09:00")
        .does("anna", later(ClockName::CLOSURE, ExtensionAmount::Add(TimeAmount::Minutes(5 * 24 * 60))));
    assert_eq!(story.due(ClockName::CLOSURE), "Sun 2026-01-18 09:00");
    let story = story
        .on("2026-01-14 10:00")
        .does("anna", Command::Link(CaseLink { case: other, relation: Relation::Absorbed }));
    assert_eq!(story.due(ClockName::CLOSURE), "Thu 2026-01-15 09:00");
    assert_eq!(story.reading(ClockName::CLOSURE, "2026-01-14 10:00").first_breach(), None);
}

fn reopened(choice: ReopeningEffect) -> Story {
    let rule = ClockRule::new(clock(ClockName::CLOSURE), hours(2)).with_on_reopening(choice);
    closed(begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00").on("2026-01-12 10:00"))
        .on("2026-01-12 10:30")
        .does("anna", Command::Reopen(going_on(Stage::Investigating)))
}

#[test]
fn a_reopened_case_runs_on_from_its_original_start_and_its_first_result_stays() {
    let story = reopened(ReopeningEffect::Resume);
    assert_eq!(turns(&story, ClockName::CLOSURE, "2026-01-12 10:30"), [ClockState::Met, ClockState::Running]);
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 11:00");
    assert_eq!(story.standing("2026-01-12 11:01"), Some(Standing::Unclosed));
    assert_eq!(story.owed("2026-01-12 11:01"), ["breach of clock closure 1"]);
}

#[test]
fn a_reopened_case_gets_a_second_clock_where_the_policy_says_so() {
    let story = reopened(ReopeningEffect::Stays);
    assert_eq!(turns(&story, ClockName::CLOSURE, "2026-01-12 10:30"), [ClockState::Met, ClockState::Running]);
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 12:30");
}

#[test]
fn a_second_clock_is_not_late_because_the_first_one_was() {
    let late = |choice| {
        let rule = ClockRule::new(clock(ClockName::CLOSURE), hours(2)).with_on_reopening(choice);
        let policy =
            desk_in(from_eight_to_six()).clock(rule).track(Track::new().with_no_transfer_when_unclosed());
        closed(begin(policy.build().unwrap(), "2026-01-12 09:00").on("2026-01-12 13:00"))
            .on("2026-01-12 14:00")
            .does("anna", Command::Reopen(going_on(Stage::Investigating)))
    };
    let story = late(ReopeningEffect::Stays);
    assert_eq!(story.standing("2026-01-12 16:00"), Some(Standing::OnTime));
    assert_eq!(story.standing("2026-01-12 16:01"), Some(Standing::Unclosed));
    // What it showed stays owed.
    assert_eq!(story.owed("2026-01-12 15:00"), ["breach of clock closure 0"]);
    // Nor is it kept from another department.
    let story = story.does("anna", Command::Redispatch(dispatching()));
    assert_eq!(story.case.stage(), Stage::Dispatched);
    // A clock that resumes is as late as it was.
    let story = late(ReopeningEffect::Resume);
    assert_eq!(story.standing("2026-01-12 14:00"), Some(Standing::Unclosed));
    story.refused(
        "anna",
        Command::Redispatch(dispatching()),
        "clock `closure` was due at 2026-01-12T11:00:00Z: an overdue complaint cannot be transferred to another \
         department",
    );
}

#[test]
fn a_change_while_it_was_solved_counts_when_it_goes_on() {
    let rule = by_category(clock(ClockName::RESPONSE), hours(4), hours(2)).with_until(Anchor::RESOLVED);
    let story = of_quality(rule, "2026-01-12 09:00")
        .does("anna", Command::Triage(Findings::default()))
        .does("anna", explained())
        .on("2026-01-12 10:00")
        .does("anna", to_service())
        .does("anna", Command::RecordDissatisfaction(going_on(Stage::Investigating)));
    assert_eq!(story.due(ClockName::RESPONSE), "Mon 2026-01-12 11:00");
}

#[test]
fn a_correction_gives_no_later_date_and_keeps_both_instants() {
    let correct = |from: &str, to: &str| {
        Command::Correct(Correction {
            event: Anchor::RECEIVED,
            from: at(from),
            to: at(to),
            reason: note("it was so"),
        })
    };
    let story = two_hours()
        .refused(
            "anna",
            correct("2026-01-12T09:00:00Z", "2026-01-12T09:00:01Z"),
            "`received` was recorded at 2026-01-12T09:00:00Z and can only be corrected to an earlier instant, not \
             to 2026-01-12T09:00:01Z",
        )
        .does("anna", correct("2026-01-12T09:00:00Z", "2026-01-12T08:30:00Z"));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 10:30");
    let story = story.does("anna", correct("2026-01-12T08:30:00Z", "2026-01-12T08:00:00Z"));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 10:00");
    let what = format!("{:?}", story.case.events().last().unwrap().what);
    assert!(what.contains("2026-01-12T08:30:00Z") && what.contains("2026-01-12T08:00:00Z"), "{what}");
}

#[test]
fn what_was_done_late_is_not_made_timely_by_a_correction() {
    let rule = ClockRule::new(clock(ClockName::RESPONSE), hours(2));
    let story = begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00")
        .on("2026-01-12 12:00")
        .does("anna", answer());
    assert_eq!(story.state(ClockName::RESPONSE, "2026-01-12 12:00"), ClockState::MetLate);
    let correction = Correction {
        event: Anchor::ANSWERED,
        from: story.now,
        to: story.instant("2026-01-12 10:00"),
        reason: note("it was sent before"),
    };
    let story = story.does("anna", Command::Correct(correction));
    let reading = story.reading(ClockName::RESPONSE, "2026-01-12 12:00");
    assert_eq!(reading.first_breach(), Some(story.instant("2026-01-12 11:00")));
}

#[test]
fn an_extension_that_was_given_in_time_survives_a_correction() {
    let rule = clock(ClockName::CLOSURE).with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE));
    let rule = rule.with_after_breach(AfterBreach::FollowsNewDue);
    let story = begin(desk_with(from_eight_to_six(), [ClockRule::new(rule, hours(2))]), "2026-01-12 09:00")
        .on("2026-01-12 10:59")
        .does("anna", later(ClockName::CLOSURE, ExtensionAmount::Add(TimeAmount::Minutes(180))));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 14:00");
    let correction = Correction {
        event: Anchor::RECEIVED,
        from: at("2026-01-12T09:00:00Z"),
        to: at("2026-01-12T08:00:00Z"),
        reason: note("it lay there"),
    };
    let story = story.does("anna", Command::Correct(correction));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 13:00");
    // By what is known now the limit had passed before it was extended.
    let reading = story.reading(ClockName::CLOSURE, "2026-01-12 11:00");
    assert_eq!(reading.first_breach(), Some(story.instant("2026-01-12 10:00")));
}

#[test]
fn an_extension_comes_before_the_limit_and_as_often_as_the_policy_says() {
    let rule = clock(ClockName::CLOSURE).with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE));
    let story = begin(desk_with(from_eight_to_six(), [ClockRule::new(rule, hours(2))]), "2026-01-12 09:00");
    let longer = || later(ClockName::CLOSURE, ExtensionAmount::Add(TimeAmount::Minutes(60)));
    story.clone().on("2026-01-12 11:00:00.000000001").refused(
        "anna",
        longer(),
        "clock `closure` ran out at 2026-01-12T11:00:00Z and cannot be extended at 2026-01-12T11:00:00.000000001Z; \
         extend a clock before it runs out",
    );
    story.on("2026-01-12 11:00").does("anna", longer()).refused(
        "anna",
        longer(),
        "clock `closure` cannot be extended for `complex-case` again; the most for this reason is 1",
    );
}

#[test]
fn a_closing_ends_the_limit_of_every_department() {
    let rule = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::DEPARTMENT_RECEIVED), hours(2))
        .with_scope(ClockScope::Department);
    let story = begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00")
        .investigating()
        .does("anna", explained())
        .does("anna", Command::Close);
    assert_eq!(turns(&story, ClockName::CLOSURE, "2026-01-20 09:00"), [ClockState::Met]);
    assert_eq!(story.standing("2026-01-20 09:00"), Some(Standing::ClosedInTime));
}

#[test]
fn a_clock_that_was_missed_marks_the_case() {
    let rule = ClockRule::new(clock(ClockName::RESPONSE), hours(2)).with_mark_if_missed(Mark::GRAVE);
    let story = begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00");
    assert_eq!(story.case.marks(&story.policy, story.instant("2026-01-12 11:00")), []);
    let after = story.instant("2026-01-12 11:00:00.000000001");
    assert_eq!(story.case.marks(&story.policy, after), [Mark::GRAVE]);
    let story = story.on("2026-01-12 12:00").does("anna", answer());
    assert_eq!(story.case.marks(&story.policy, story.now), [Mark::GRAVE]);
}

// Limits.

#[test]
fn targets_change_so_often_and_no_more() {
    let mut story =
        of_quality(by_category(clock(ClockName::CLOSURE), hours(48), hours(24)), "2026-01-12 09:00");
    for change in 0..31 {
        story = quickly(story, if change % 2 == 0 { to_service() } else { to_quality() });
    }
    let story = story.refused("anna", to_quality(), "33 changes of targets, expected at most 32");
    assert_eq!(story.due(ClockName::CLOSURE), "Tue 2026-01-13 09:00");
    Case::replay(&story.policy, story.case.events()).unwrap();
}

#[test]
fn messages_cost_nothing_to_the_clocks() {
    let mut story = begin(answering(until_answered()), "2026-01-12 09:00").does("anna", heard());
    let before = story.case.clocks(&story.policy, story.now).len();
    for _ in 0..2_000 {
        story = quickly(story, Command::NotifyProgress(because("soon")));
        story = quickly(story, heard());
    }
    assert_eq!(story.case.clocks(&story.policy, story.now).len(), before);
    let moments = story.outlook().moments().len();
    assert!(moments < 16, "{moments}");
}
