//! The clocks of a case: known faults T60 to T81, worked examples W070 to W103, and how they cannot be gamed.

use chrono::{DateTime, NaiveDateTime, Utc};
use redress::calendar::{Calendar, Fold, Hours, KnownDays, Span, WeekPattern, Zone};
use redress::case::{
    Amount, Case, CaseClock, Command, Contained, Correction, Delivered, DutyKey, Extending, Findings,
    Happened, Linked, Longer, Merged, Message, NotEstablished, Pausing, Promised, Receipt, Starting, open,
    standing,
};
use redress::deadline::{
    AfterBreach, Bound, Clock, ClockState, Count, Deadline, End, ExtensionRule, Hardness, OnChange, PauseRule,
    Reading, Roll, Term, Warning,
};
use redress::policy::{
    ClockRule, FollowUpRule, OnReopening, Policy, PolicyBuilder, Reopening, Routing, Row, Scope, Target, Track,
};
use redress::profiles::{ContainmentCount, Nev, NoticePeriod, ProjectLimit, ProjectStart, Supplier};
use redress::vocab::{
    Anchor, Category, ClockName, ClosureKind, Containment, Department, Duty, ExtensionReason, Fact, FollowUp,
    Mark, NotEstablishedReason, Opinion, PauseReason, Relation, Role, RuleId, Stage, Standing,
};
use redress::word;

use crate::support::*;

#[path = "../worked_examples/china.rs"]
mod china;

/// An office in UTC that is open on weekdays.
pub(crate) fn office(hours: Hours) -> Calendar {
    let utc = chrono::FixedOffset::east_opt(0).unwrap();
    let zone = Zone::fixed(utc, KnownDays::years(2025, 2027).unwrap());
    Calendar::builder("office", zone).week(WeekPattern::weekdays([hours])).build().unwrap()
}

/// From eight to six.
pub(crate) fn from_eight_to_six() -> Calendar {
    office(Hours::from_static("08:00-18:00"))
}

/// A desk that owns everything.
pub(crate) fn desk_in(calendar: Calendar) -> PolicyBuilder {
    Policy::builder("desk", "1")
        .calendar(calendar)
        .routing(Routing::none().row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE)))
}

/// A desk with clocks alone.
pub(crate) fn desk_with(calendar: Calendar, clocks: impl IntoIterator<Item = ClockRule>) -> Policy {
    clocks.into_iter().fold(desk_in(calendar), PolicyBuilder::clock).build().unwrap()
}

pub(crate) fn clock(name: ClockName) -> Clock {
    Clock::new(name, Anchor::RECEIVED)
        .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER))
        .with_pause(PauseRule::new(PauseReason::AWAITING_SUPPLIER).at_most(Span::hours(72)))
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
    fn reading(&self, name: ClockName, now: &str) -> Reading;
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
    fn reading(&self, name: ClockName, now: &str) -> Reading {
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
pub(crate) fn shown(policy: &Policy, reading: &Reading) -> String {
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
    (said.received, said.category, said.facts) = (received, known.category, known.facts);
    let case = open(&policy, said, None, "k-0".parse().unwrap(), who("anna"), received).unwrap();
    Story { policy, roster: roster(), case, now: received }
}

pub(crate) fn pause(reason: PauseReason) -> Command {
    Command::Pause(Pausing { reason, clock: None, at: None })
}

pub(crate) fn resume(reason: PauseReason) -> Command {
    Command::Resume(Pausing { reason, clock: None, at: None })
}

pub(crate) fn about(category: Category) -> Findings {
    Findings { category: vec![category], ..Findings::default() }
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
    Command::FindNotEstablished(NotEstablished {
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

fn later(clock: ClockName, change: Longer) -> Command {
    let reason = ExtensionReason::COMPLEX_CASE;
    Command::Extend(Extending { clock, department: None, reason, change, told: None })
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
        story.refused("anna", pause(PauseReason::AWAITING_CUSTOMER), "101 pauses, expected 1 to 100");
    assert_eq!(Case::replay(&story.policy, story.case.events()).unwrap(), story.case);
    assert_eq!(story.outlook().next_event(story.now), Some(story.instant("2026-01-13 10:38:20")));
}

/// Does something without a replay of everything before.
#[track_caller]
pub(crate) fn quickly(mut story: Story, command: Command) -> Story {
    let asked = format!("{command:?}");
    let decision = story.try_to("anna", command).unwrap_or_else(|refusal| panic!("{asked}: {refusal}"));
    story.record(decision.events());
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
    let refused = open(&policy, over, None, "k-0".parse().unwrap(), who("anna"), at("2026-01-12T11:00:00Z"));
    assert_eq!(
        refused.unwrap_err().to_string(),
        "`closed` stands in the receipt, expected the receipt alone and a command for what followed"
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
    ClockRule::new(clock, hours(2)).ending_with(Anchor::ANSWERED).repeating()
}

const NEXT: ClockName = word!(ClockName, "desk:next-response");

fn answering(next: ClockRule) -> Policy {
    let first = ClockRule::new(clock(ClockName::RESPONSE), hours(8));
    let words = redress::taxonomy::Taxonomy::standard().with(NEXT);
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
    let merged = Merged { into: begin(policy.clone(), "2026-01-11 09:00").case.summary(&policy), reason: note("same") };
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
    let rule = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), hours(2)).repeating();
    let faults = desk_in(from_eight_to_six()).clock(rule).build().unwrap_err();
    assert_eq!(
        faults.to_string(),
        "clock `closure` starts anew from `received` until `closed`, expected one of the case from `customer-wrote` \
         until `answered`"
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
    let story = of_quality(by_category(clock(ClockName::CLOSURE), working(8), working(4)), "2026-01-12 10:00")
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
        (OnChange::KeepStart, "Mon 2026-01-12 12:00"),
        (OnChange::CarryElapsed, "Mon 2026-01-12 12:00"),
        (OnChange::Restart, "Mon 2026-01-12 13:00"),
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
        (OnChange::KeepStart, "Mon 2026-01-12 10:00", ClockState::Breached),
        (OnChange::Restart, "Mon 2026-01-12 11:30", ClockState::Running),
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
            .with_scope(Scope::Department),
    ];
    let story = begin(desk_with(from_eight_to_six(), clocks), "2026-01-12 09:00")
        .investigating()
        .on("2026-01-12 10:30")
        .does("anna", Command::Redispatch(redress::case::Dispatching {
            department: Department::PRODUCTION,
            person: None,
            reason: Some(note("theirs")),
        }))
        .does("anna", Command::Start(Starting { department: None, received: None }));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 11:00");
    assert_eq!(dues(&story, ClockName::CONTAINMENT), [
        (Some(Department::QUALITY), "Mon 2026-01-12 10:00".to_owned()),
        (Some(Department::PRODUCTION), "Mon 2026-01-12 11:30".to_owned()),
    ]);
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
    let start = Clock::new(ClockName::CLOSURE, Anchor::DISPATCHED).with_on_change(OnChange::Restart);
    let story = of_quality(by_category(start, hours(3), hours(2)), "2026-01-12 09:00")
        .on("2026-01-12 10:00")
        .does("anna", Command::Triage(about(Category::SERVICE_PROCESS)));
    assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 10:00"), ClockState::NotStarted);
    let story = story.on("2026-01-12 15:00").does("anna", Command::Dispatch(dispatching()));
    assert_eq!(story.due(ClockName::CLOSURE), "Mon 2026-01-12 17:00");
}

#[test]
fn fault_t72_a_clock_that_is_no_longer_there_ends_as_superseded_and_takes_up_where_it_was() {
    let update = ClockRule::new(clock(ClockName::RESPONSE), hours(4)).only_for([Category::PRODUCT_QUALITY]);
    let policy = desk_with(from_eight_to_six(), [
        ClockRule::new(clock(ClockName::CLOSURE), hours(48)),
        update,
    ]);
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
    let rule = ClockRule::new(clock(ClockName::CLOSURE), hours(4)).only_for([Category::SERVICE_PROCESS]);
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
    let policy = answering(next.ending_with(Anchor::ANSWERED).repeating());
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
        let story = of_quality(by_category(clock, hours(2), hours(5)), "2026-01-12 09:00").on("2026-01-12 12:00");
        assert_eq!(story.owed("2026-01-12 12:00"), ["breach of clock closure 0"]);
        let key = DutyKey::of(Duty::Breach, 0).by(ClockName::CLOSURE, None);
        let told = Delivered { duty: key, to: vec![who("mia")] };
        let story = story.does("anna", Command::Deliver(told.clone())).does("anna", to_service());
        assert_eq!(story.state(ClockName::CLOSURE, "2026-01-12 12:00"), state, "{reading:?}");
        let seen = story.reading(ClockName::CLOSURE, "2026-01-12 18:00");
        assert_eq!(seen.first_breach(), Some(story.instant("2026-01-12 11:00")), "{reading:?}");
        assert_eq!(story.owed("2026-01-12 18:00"), Vec::<String>::new(), "{reading:?}");
        story.refused("anna", Command::Deliver(told), "there is no such duty owed now, expected one");
    }
}

#[test]
fn fault_t75_reopened_is_reopened_whether_it_was_solved_or_closed() {
    let clock = ClockRule::new(clock(ClockName::RESPONSE), Term::elapsed(Span::minutes(5)))
        .ending_with(Anchor::RESOLVED);
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
    assert_eq!(story.outlook().next_event(story.now), None);
}

#[test]
fn fault_t77_the_window_of_a_reopening_includes_its_last_instant() {
    let track = Track::new().reopening(Reopening::Within(Span::hours(72)));
    let policy = desk_in(from_eight_to_six()).track(track).build().unwrap();
    let story = closed(begin(policy, "2026-01-12 09:00"));
    let reopen = || Command::Reopen(going_on(Stage::Investigating));
    assert_eq!(
        story.outlook().next_event(story.now),
        Some(story.instant("2026-01-15 09:00:00.000000001"))
    );
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
        .escalating(Count::Elapsed(Span::minutes(0)), Role::MANAGER);
    let story = begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00")
        .on("2026-01-12 09:50")
        .does("anna", Command::Note(because("looking into it")))
        .does("anna", Command::NotifyProgress(because("soon")))
        .does("anna", by_machine());
    assert_eq!(
        story.owed("2026-01-12 10:05"),
        ["breach of clock response 0", "escalation of clock response 0", "ladder-exhausted of clock response 0"]
    );
}

#[test]
fn fault_t79_a_ladder_goes_up_step_by_step_and_says_when_it_ends() {
    let rule = ClockRule::new(clock(ClockName::RESPONSE), hours(1))
        .escalating(Count::Elapsed(Span::hours(24)), Role::HANDLER)
        .escalating(Count::Elapsed(Span::hours(4)), Role::LEADER_IN_CHARGE);
    // Nobody is in charge, and nobody holds the roles: it is owed all the same.
    let mut story = begin(desk_with(from_eight_to_six(), [rule]), "2026-01-12 09:00");
    story.roster = redress::approval::Roster::builder("r-0").build().unwrap();
    let owed: Vec<_> = story.outlook().owed(story.instant("2026-01-20 09:00")).collect();
    let told: Vec<_> = owed.iter().map(|owed| (owed.key.duty, owed.since, owed.to)).collect();
    assert_eq!(told, [
        (Duty::Breach, story.instant("2026-01-12 10:00:00.000000001"), None),
        (Duty::Escalation, story.instant("2026-01-13 10:00"), Some(Role::HANDLER)),
        (Duty::Escalation, story.instant("2026-01-13 14:00"), Some(Role::LEADER_IN_CHARGE)),
        (Duty::LadderExhausted, story.instant("2026-01-13 14:00"), Some(Role::LEADER_IN_CHARGE)),
    ]);
    // Nobody there to tell is on record too.
    let story = story.on("2026-01-13 11:00");
    let told = Delivered { duty: owed[1].key, to: Vec::new() };
    let story = story.does("anna", Command::Deliver(told));
    assert_eq!(story.owed("2026-01-13 11:00"), ["breach of clock response 0"]);
}

#[test]
fn fault_t80_a_warning_comes_a_business_hour_before() {
    let clock = clock(ClockName::CLOSURE).with_warning(Warning::Lead(Count::Working(Span::hours(1))));
    let story = begin(
        desk_with(from_eight_to_six(), [ClockRule::new(clock, working(4))]),
        "2026-01-12 17:00",
    );
    assert_eq!(story.due(ClockName::CLOSURE), "Tue 2026-01-13 11:00");
    assert_eq!(story.outlook().next_event(story.now), Some(story.instant("2026-01-13 10:00")));
    assert_eq!(story.owed("2026-01-13 09:59:59"), Vec::<String>::new());
    assert_eq!(story.owed("2026-01-13 10:00"), ["warning of clock closure 0"]);
}

#[test]
fn fault_t81_a_case_that_no_target_covers_is_undetermined_and_somebody_is_told() {
    let story = begin_with(
        desk_with(
            from_eight_to_six(),
            [by_category(clock(ClockName::CLOSURE), hours(2), hours(4))],
        ),
        "2026-01-12 09:00",
        about(Category::SPARE_PARTS),
    );
    let expected = "no target is set for category `spare-parts`, expected one in the policy";
    let reading = story.reading(ClockName::CLOSURE, "2026-01-12 09:00");
    let redress::deadline::ClockStatus::Undetermined { reason } = reading.status() else { panic!("{reading:?}") };
    assert_eq!(reason.to_string(), expected);
    assert_eq!(standing(&story.case, &story.policy, story.now).unwrap_err().to_string(), expected);
    assert_eq!(story.outlook().standing(story.now).unwrap_err().to_string(), expected);
    assert_eq!(story.owed("2026-01-12 09:00"), ["undetermined-clock of clock closure 0"]);
}
