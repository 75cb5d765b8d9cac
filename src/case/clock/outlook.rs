//! What happens to a case by itself: worked out once after each event, asked as often as one likes.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

use crate::approval::Progress;
use crate::calendar::Calendar;
use crate::case::approval::ApprovalState;
use crate::case::clock::case_clock::CaseClock;
use crate::case::clock::clocks::{end_of, last_runs, standing_of};
use crate::case::clock::duty::OpenDuty;
use crate::case::clock::step::step_due;
use crate::case::clock::undetermined::undetermined_from;
use crate::case::command::DutyKey;
use crate::case::state::Case;
use crate::deadline::choice::Bound;
use crate::deadline::rule::{AfterBreach, Hardness};
use crate::deadline::{Anchors, Clock, ClockRecord, ClockStatus, Deadline, DeadlineError, Due, whole_second};
use crate::policy::Policy;
use crate::policy::clock::{ClockPart, EscalationDelay, PeriodStart, Periods};
use crate::vocab::course::Duty;
use crate::vocab::track::MeasureStep;
use crate::vocab::{Anchor, ClockName, Department, Role, Stage, Standing};

/// What happens to a case by itself, if nobody does anything: when it warns, when limits pass, what is then owed.
///
/// It is good from the instant for which it was made until the next event of the case, and for that policy; where a
/// duty repeats by the calendar, until [`Outlook::good_until`]. It answers by halving and without an allocation, so
/// that a host sweeps over any number of cases.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Outlook {
    /// In the order of their instants.
    moments: Vec<UpcomingEvent>,
    /// From when on the case stands how; the first from the beginning of time.
    standings: Vec<(DateTime<Utc>, Judged)>,
    /// The limits that lie ahead, in the order of their due dates.
    dues: Vec<UpcomingDue>,
    /// Until when it looks ahead, where a duty repeats by the calendar.
    until: Option<DateTime<Utc>>,
}

/// How a case stands, or why nobody knows.
type Judged = Result<Option<Standing>, DeadlineError>;

/// An instant at which something changes by itself.
///
/// As JSON it is `{"at": "…", "kind": "clock"}`, with `{"duty": {…}}` or `reopening-ends` as the kind, and with `to` where
/// the policy names a role.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct UpcomingEvent {
    /// When.
    #[serde(with = "crate::calendar::instant")]
    pub at: DateTime<Utc>,
    /// What.
    pub kind: UpcomingKind,
    /// To whom it goes, where the policy names a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Role>,
}

/// A clock of a case that has not ended, and when it is due if nobody does anything.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct UpcomingDue {
    /// When.
    pub due: Due,
    /// The clock.
    pub clock: ClockName,
    /// Whose clock it is, where there is one for each department.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<Department>,
}

/// What changes at a moment.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "a change or a duty")]
pub enum UpcomingKind {
    /// What a clock shows changes: it starts, a pause ends by itself, time is up.
    Clock,
    /// Something is owed from then on, unless it is on record.
    Duty(DutyKey),
    /// From then on a closed case is not taken up again.
    ReopeningEnds,
}

const INSTANT: TimeDelta = TimeDelta::nanoseconds(1);

/// The most changes of one clock that are looked ahead to: more than its pauses and warnings can make.
const AHEAD: usize = 256;

/// How many periods of a duty that repeats by the calendar are looked ahead to, beyond the one that runs.
const PERIODS_AHEAD: u32 = 12;

/// The due date of the last period that was made, of the duty that comes to an end first.
fn looks_ahead_to(clocks: &[CaseClock<'_>], policy: &Policy, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let repeats = |clock: &&CaseClock<'_>| {
        let from_due = |periods: &Periods| periods.start() == PeriodStart::Due;
        clock.rule().periods().is_some_and(from_due)
            && clock.record().is_some_and(|record| record.ended(now).is_none())
    };
    let last = last_runs(clocks).filter(repeats);
    last.filter_map(|clock| clock.settled(policy, now)).map(Due::at).min()
}

impl Outlook {
    /// Works out what happens to a case from an instant on.
    ///
    /// By another policy than that of the case nothing is known: how it stands is an error, and an undetermined clock is
    /// owed from its receipt on.
    #[must_use]
    pub fn of(case: &Case, policy: &Policy, now: DateTime<Utc>) -> Self {
        let mut outlook = Self { moments: Vec::new(), standings: Vec::new(), dues: Vec::new(), until: None };
        if !case.is_by(policy) {
            // Nothing is known by it, and that is not that nothing is owed.
            let unknown = DutyKey::of(Duty::UndeterminedClock, 0);
            outlook.add(case.complaint().received(), UpcomingKind::Duty(unknown), None);
            outlook.standings.push((DateTime::<Utc>::MIN_UTC, Err(DeadlineError::OtherPolicy {})));
            return outlook;
        }
        let clocks = case.clocks_ahead(policy, now, PERIODS_AHEAD);
        outlook.until = looks_ahead_to(&clocks, policy, now);
        let mut turning: Vec<DateTime<Utc>> = Vec::new();
        let mut made: BTreeSet<(DateTime<Utc>, DutyKey)> = BTreeSet::new();
        for clock in &clocks {
            outlook.clock(clock, case, policy, now, &mut turning, &mut made);
        }
        outlook.due(&clocks, policy, now);
        outlook.promises(case, policy);
        outlook.approvals(case, policy);
        outlook.course(case, policy);
        outlook.moments.sort_unstable();
        outlook.moments.dedup();
        turning.sort_unstable();
        turning.dedup();
        let judge = |at| standing_of(&clocks, policy, end_of(case), at);
        outlook.standings.push((DateTime::<Utc>::MIN_UTC, judge(now)));
        for at in turning.into_iter().filter(|&at| at > now) {
            let standing = judge(at);
            if outlook.standings.last().is_none_or(|(_, last)| *last != standing) {
                outlook.standings.push((at, standing));
            }
        }
        outlook
    }

    /// Returns the first whole second after `now` at which something has changed by itself, or `None` if nothing will.
    ///
    /// Set one timer per case to this instant, and call [`owed`](Self::owed) when it fires. If a limit may still be met
    /// at 16:30:00, this method returns 16:30:01. A change is a warning, a start or a limit that has passed;
    /// [`next_due`](Self::next_due) answers with the limit itself.
    #[must_use]
    pub fn next_change(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let place = self.moments.partition_point(|moment| moment.at <= now);
        self.moments.get(place).map(|moment| whole_second(moment.at))
    }

    /// Returns the clock that is due next, and when: the limit that somebody works towards. `None` if no clock runs whose
    /// limit lies ahead.
    ///
    /// The due date of a clock that is paused until an instant is the one that it has after the pause. A clock whose
    /// pause goes on until somebody ends it has none.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::case::{Outlook, Stamp, open};
    /// # use redress::deadline::{Clock, Term};
    /// # use redress::policy::{ClockRule, Policy, Routing};
    /// # use redress::triage::ComplaintDocument;
    /// # use redress::vocab::{Anchor, ClockName};
    /// # let utc = chrono::FixedOffset::east_opt(0).ok_or("offset")?;
    /// # let calendar = Calendar::builder("desk", Zone::fixed(utc, KnownDays::years(2026, 2026)?)?)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// # let closure = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(2));
    /// # let policy = Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).clock(closure).build()?;
    /// # let now = "2026-03-05T15:00:00Z".parse()?;
    /// # let said = ComplaintDocument::new("A-17".parse()?, now);
    /// # let case = open(&policy, said, Stamp::new("k-0".parse()?, "anna".parse()?, now))?;
    /// let outlook = Outlook::of(&case, &policy, now);
    /// let next = outlook.next_due(now).ok_or("nothing is due")?;
    /// assert_eq!(next.clock, ClockName::CLOSURE);
    /// assert_eq!(next.due.at(), "2026-03-09T15:00:00Z".parse::<chrono::DateTime<chrono::Utc>>()?);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn next_due(&self, now: DateTime<Utc>) -> Option<UpcomingDue> {
        self.dues.iter().copied().find(|ahead| ahead.due.is_met_at(now))
    }

    /// Returns every limit that lay ahead when the outlook was made, in the order of the due dates.
    #[must_use]
    pub fn dues(&self) -> &[UpcomingDue] {
        &self.dues
    }

    /// Everything that should have happened by now and is not on record, the oldest first: the same at every look,
    /// until a command puts it on record.
    pub fn owed(&self, now: DateTime<Utc>) -> impl Iterator<Item = OpenDuty> + '_ {
        let place = self.moments.partition_point(|moment| moment.at <= now);
        let past = self.moments.get(..place).unwrap_or_default();
        past.iter().filter_map(|moment| match moment.kind {
            UpcomingKind::Duty(key) => Some(OpenDuty { since: moment.at, key, to: moment.to }),
            UpcomingKind::Clock | UpcomingKind::ReopeningEnds => None,
        })
    }

    /// How the case stands against its limit (catalogue F40).
    ///
    /// # Errors
    ///
    /// The [`DeadlineError`] by which the limit is undetermined.
    pub fn standing(&self, now: DateTime<Utc>) -> Result<Option<Standing>, DeadlineError> {
        let place = self.standings.partition_point(|&(from, _)| from <= now);
        match place.checked_sub(1).and_then(|place| self.standings.get(place)) {
            Some((_, standing)) => standing.clone(),
            None => Ok(None),
        }
    }

    /// Returns until when the outlook looks ahead, or `None` if it is good until the next event of the case.
    ///
    /// A duty that repeats by the calendar has no last due date. The outlook holds the period that runs and the next 12.
    /// Make another outlook at this instant; [`next_change`](Self::next_change) leads to it.
    #[must_use]
    pub const fn good_until(&self) -> Option<DateTime<Utc>> {
        self.until
    }

    /// Every moment, in order.
    #[must_use]
    pub fn moments(&self) -> &[UpcomingEvent] {
        &self.moments
    }

    /// From when on the case stands how, in order; the first from the beginning of time.
    pub(in crate::case) fn standings(
        &self,
    ) -> impl Iterator<Item = (DateTime<Utc>, Result<Option<Standing>, &DeadlineError>)> {
        self.standings.iter().map(|(from, standing)| (*from, standing.as_ref().copied()))
    }

    fn add(&mut self, at: DateTime<Utc>, kind: UpcomingKind, to: Option<Role>) {
        self.moments.push(UpcomingEvent { at, kind, to });
    }

    /// Adds a duty, unless it is on record that it was passed on. What was told of an earlier date is told again of a
    /// later one.
    fn duty(&mut self, case: &Case, at: DateTime<Utc>, key: DutyKey, to: Option<Role>) {
        if case.delivered(&key).is_none_or(|told| told < at) {
            self.add(at, UpcomingKind::Duty(key), to);
        }
    }

    /// Adds a duty of a clock, unless it was one at the same instant before the clock went on after a reopening: what
    /// was told is not told again.
    fn of_turn(
        &mut self,
        case: &Case,
        at: DateTime<Utc>,
        key: DutyKey,
        to: Option<Role>,
        (turns, made): (Option<u32>, &mut BTreeSet<(DateTime<Utc>, DutyKey)>),
    ) {
        made.insert((at, key));
        let before =
            turns.and_then(|turns| key.number.checked_sub(turns)).map(|number| DutyKey { number, ..key });
        if before.is_none_or(|before| !made.contains(&(at, before))) {
            self.duty(case, at, key, to);
        }
    }

    /// The limits that lie ahead: of each clock that of its last turn, and of one that repeats that of each.
    fn due(&mut self, clocks: &[CaseClock<'_>], policy: &Policy, now: DateTime<Utc>) {
        let repeats = |clock: &&CaseClock<'_>| clock.rule().repeats || clock.rule().periods().is_some();
        let once = last_runs(clocks).filter(|clock| !repeats(clock));
        let each = clocks.iter().filter(|clock| clock.counts() && repeats(clock));
        let ahead = once.chain(each).filter_map(|clock| {
            let due = clock.next_due(policy, now)?;
            Some(UpcomingDue { due, clock: clock.name(), department: clock.department() })
        });
        self.dues = ahead.collect();
        self.dues.sort_unstable();
    }

    fn clock(
        &mut self,
        clock: &CaseClock<'_>,
        case: &Case,
        policy: &Policy,
        now: DateTime<Utc>,
        turning: &mut Vec<DateTime<Utc>>,
        made: &mut BTreeSet<(DateTime<Utc>, DutyKey)>,
    ) {
        let rule = clock.rule();
        let key = |duty, number| DutyKey::of(duty, number).with_clock(clock.name(), clock.department());
        let turn = clock.turn();
        // Every wait of a repeating clock is another one.
        let turns = |numbers| (!rule.repeats).then_some(numbers);
        let Some(record) = clock.record() else {
            if let ClockStatus::Undetermined { .. } = clock.reading(policy, now).status()
                && case.is_open()
            {
                self.duty(case, case.timeline().unsettled(), key(Duty::UndeterminedClock, turn), None);
            }
            return;
        };
        let calendar = clock.usual_calendar(policy);
        // As far as it changes by itself.
        let next = |at: &DateTime<Utc>| rule.clock().change_after(calendar, record, *at);
        let changes: Vec<DateTime<Utc>> = core::iter::successors(next(&now), next).take(AHEAD).collect();
        for &at in &changes {
            self.add(at, UpcomingKind::Clock, None);
        }
        let horizon = changes.last().copied().unwrap_or(now);
        if rule.part() != ClockPart::Other {
            turning.extend(changes.iter().copied());
        }
        let reading = rule.clock().reading(calendar, record, horizon);
        let undetermined = match reading.status() {
            // It has been so since something was entered, or the date moved out of what the calendar knows.
            ClockStatus::Undetermined { .. } => {
                let since = case.timeline().unsettled();
                undetermined_from(rule.clock(), calendar, record, since).or(Some(since))
            }
            // A pause that nobody ends moves the date on, and at last out of what the calendar knows.
            ClockStatus::Paused { .. } => undetermined_from(rule.clock(), calendar, record, horizon),
            ClockStatus::NotStarted
            | ClockStatus::Running { .. }
            | ClockStatus::Met { .. }
            | ClockStatus::MetLate { .. }
            | ClockStatus::Breached { .. }
            | ClockStatus::Cancelled { .. } => None,
        };
        if let Some(at) = undetermined.filter(|_| case.is_open()) {
            if at > now {
                self.add(at, UpcomingKind::Clock, None);
                turning.extend(Some(at).filter(|_| rule.part() != ClockPart::Other));
            }
            self.duty(case, at, key(Duty::UndeterminedClock, turn), None);
        }
        // What was missed until somebody entered the end was missed, however early they say that it was.
        let ended = record.ended(now).map(|stop| stop.entered.at);
        // A clock that stays breached warns no more, whatever its new date.
        let stays = rule.clock().after_breach == AfterBreach::StaysBreached;
        let last =
            reading.ran_out().map(Due::at).filter(|_| stays && rule.clock().hardness() == Hardness::Hard);
        let come = rule.clock().warnings_come(calendar, record, horizon);
        for (index, at) in come.into_iter().filter(|&(_, at)| last.is_none_or(|last| at <= last)) {
            let number =
                turn.saturating_mul(WARNINGS).saturating_add(u32::try_from(index).unwrap_or(u32::MAX));
            self.of_turn(case, at, key(Duty::Warning, number), None, (turns(WARNINGS), made));
        }
        let Some(missed) = reading.ran_out() else { return };
        let at = missed.at();
        let late = too_late(missed);
        if ended.is_some_and(|ended| ended < at) {
            return;
        }
        match (rule.clock().hardness(), rule.part()) {
            (Hardness::Soft, _) => {
                self.of_turn(case, late, key(Duty::MissedTarget, turn), None, (turns(1), made));
            }
            // A project is not passed on, it is opened.
            (Hardness::Hard, ClockPart::Project) => {
                if case.project_since().is_none() && case.is_open() {
                    self.add(late, UpcomingKind::Duty(key(Duty::Project, turn)), None);
                }
            }
            (Hardness::Hard, ClockPart::Closure | ClockPart::Other) => {
                self.of_turn(case, late, key(Duty::Breach, turn), None, (turns(1), made));
            }
        }
        let (usual, calendar) = (calendar, clock.calendar(policy, horizon));
        // Nobody who is missing, and no comment, keeps a step from its instant.
        let mut step = missed;
        let mut since = at;
        for (index, rung) in (0_u32..).zip(rule.escalation()) {
            let calendars = (usual, calendar);
            let Ok(next) = rung_due(rule.clock(), calendars, record, (horizon, missed), (step, rung.after))
            else {
                self.duty(case, late, key(Duty::UndeterminedClock, turn), Some(rung.to));
                return;
            };
            step = next;
            since = step.at();
            if ended.is_some_and(|ended| ended < since) {
                return;
            }
            let number = turn.saturating_mul(RUNGS).saturating_add(index);
            let key = key(Duty::Escalation, number);
            self.of_turn(case, since.max(late), key, Some(rung.to), (turns(RUNGS), made));
        }
        if let Some(last) = rule.escalation().last() {
            let key = key(Duty::LadderExhausted, turn);
            self.of_turn(case, since.max(late), key, Some(last.to), (turns(1), made));
        }
    }

    fn promises(&mut self, case: &Case, policy: &Policy) {
        // After the end nobody answers any more; what was broken before stays broken.
        let over = case.closure().map(|closure| closure.at);
        for (index, promise) in (0_u32..).zip(case.promises()) {
            if promise.answered.is_none() && over.is_none() {
                self.add(promise.until, UpcomingKind::Duty(DutyKey::of(Duty::PromisedAnswer, index)), None);
            }
            if promise.answered.or(over).is_none_or(|at| promise.until < at) {
                self.duty(case, after(promise.until), DutyKey::of(Duty::BrokenPromise, index), None);
            }
        }
        let unsolved = case.is_open() && !case.is_solved() && case.stage() != Stage::Received;
        if policy.track().promises && unsolved && case.open_promise().is_none() {
            let since = case.promises().last().and_then(|promise| promise.answered);
            // Since it is unsolved again, where it was solved in between.
            let since = since.max(case.timeline().unsolved_since()).unwrap_or(case.stage_since());
            let number = u32::try_from(case.promises().len()).unwrap_or(u32::MAX);
            self.add(since, UpcomingKind::Duty(DutyKey::of(Duty::NewPromise, number)), None);
        }
    }

    fn approvals(&mut self, case: &Case, policy: &Policy) {
        let open = case.approvals().iter().filter(|approval| approval.state == ApprovalState::Open);
        for approval in open {
            let Some(chain) = policy.approvals().chain_of(approval.chain) else { continue };
            let progress = Progress { signed: &approval.signed, ..Progress::of(chain.steps()) };
            let Some(step) = progress.open_step() else { continue };
            let place = chain.steps().iter().position(|known| known.id() == step.id()).unwrap_or_default();
            let place = u32::try_from(place).unwrap_or_default();
            let number = approval.number * ROUNDS + approval.round.min(ROUNDS / STEPS - 1) * STEPS + place;
            let to = step.signers().roles().first().copied();
            self.duty(case, approval.step_since, DutyKey::of(Duty::Signature, number), to);
            if let Some(limit) = step.limit() {
                let key = DutyKey::of(Duty::OverdueSignature, number);
                match step_due(policy, limit.term, approval.step_since) {
                    Ok(due) => self.duty(case, too_late(due), key, Some(limit.escalate_to)),
                    // A limit that nobody knows is seen to at once.
                    Err(_) => self.duty(case, approval.step_since, key, Some(limit.escalate_to)),
                }
            }
        }
    }

    fn course(&mut self, case: &Case, policy: &Policy) {
        let track = policy.track();
        if let (Some(asked), true) = (case.follow_up(policy), case.is_open() && case.is_solved()) {
            if asked.missing() > 0 {
                self.add(
                    case.stage_since(),
                    UpcomingKind::Duty(DutyKey::of(Duty::FollowUp, asked.done)),
                    None,
                );
            } else if asked.left() > 0 {
                self.add(
                    case.stage_since(),
                    UpcomingKind::Duty(DutyKey::of(Duty::FurtherFollowUp, asked.done)),
                    None,
                );
            }
        }
        if let (Stage::Offered, Some(silence)) = (case.stage(), track.silence) {
            let since = case.proposals().waiting_since().unwrap_or(case.stage_since());
            if let Some(at) = since.checked_add_signed(silence.delta()) {
                self.add(at, UpcomingKind::Duty(DutyKey::of(Duty::Lapse, 0)), None);
            }
        }
        if track.containment && case.is_open() {
            let contained = |department| case.side_tracks().is_contained(department);
            for department in case.timeline().departments() {
                if !contained(department) {
                    let key = DutyKey { department: Some(department), ..DutyKey::of(Duty::Containment, 0) };
                    let since = case.timeline().department_received(department).unwrap_or(case.stage_since());
                    self.add(since, UpcomingKind::Duty(key), None);
                }
            }
        }
        if track.effect_check {
            for (index, &(_, step, at)) in (0_u32..).zip(case.measures()) {
                if step == MeasureStep::CarriedOut {
                    self.add(at, UpcomingKind::Duty(DutyKey::of(Duty::EffectCheck, index)), None);
                }
            }
        }
        // Where nobody knows when the window ends, a request for a reopening is told so.
        if let Some(closure) = case.closure()
            && let Ok(Some(until)) = track.reopening.until(policy.calendar(), closure.at)
        {
            self.add(too_late(until), UpcomingKind::ReopeningEnds, None);
        }
    }
}

/// When a step of an escalation comes: after the step before, which for the first one is the missed due date.
fn rung_due(
    clock: &Clock,
    (usual, calendar): (&Calendar, &Calendar),
    record: &ClockRecord,
    (now, missed): (DateTime<Utc>, Due),
    (step, after): (Due, EscalationDelay),
) -> Result<Due, DeadlineError> {
    match after {
        EscalationDelay::Term(term) if term.is_nothing() => Ok(step),
        EscalationDelay::Term(term) => {
            let anchors = Anchors::new().with_due(Anchor::RECEIVED, step);
            Deadline::from(EscalationDelay::of(term)).due(calendar, Anchor::RECEIVED, &anchors)
        }
        EscalationDelay::Percent(percent) => {
            let at = clock.share_of(usual, record, now, (missed, percent))?;
            Ok(Due::new(at, Bound::Inclusive))
        }
    }
}

/// How many warnings, rungs, rounds and steps one key counts.
const WARNINGS: u32 = 64;
const RUNGS: u32 = 64;
const STEPS: u32 = 16;
const ROUNDS: u32 = 1 << 16;

/// The first instant that is too late for a due date.
fn too_late(due: Due) -> DateTime<Utc> {
    match due.bound() {
        Bound::Inclusive => after(due.at()),
        Bound::Exclusive => due.at(),
    }
}

/// The next instant; the last one has none.
fn after(at: DateTime<Utc>) -> DateTime<Utc> {
    at.checked_add_signed(INSTANT).unwrap_or(at)
}
