//! What will happen to a case if nobody acts. Computed once after each event, queried as often as needed.
//!
//! # The problem
//!
//! A host must act when a limit passes, and in time it must warn. Asking every case every minute what it owes costs
//! too much: a reading of a clock walks through a calendar, and a house has a million cases. The answer hardly ever
//! changes between two events of a case.
//!
//! # The idea
//!
//! If nobody acts, the future of a case is fixed. So it is computed once, as a sorted list of *moments*: instants at
//! which something changes by itself, each with what is owed from then on. Every question is then a binary search.
//!
//! 1. All clocks of the case are made, with 12 further periods of duties that repeat.
//! 2. For each clock, `change_after` is called again and again from `now` on: start, end of a pause, warning, due
//!    date, the first instant that is too late. The last of these instants is the *horizon*. A reading at the horizon
//!    shows everything that the clock will ever say by itself: its warnings, its miss, or that nobody knows its date.
//! 3. From these the duties follow: a warning, a breach or missed target, then each step of the escalation, counted
//!    from the missed date.
//! 4. Promises, open approvals, follow-ups, silence after an offer, containment, effect checks and the end of the
//!    time for reopening add moments of their own.
//! 5. At each change of a limiting clock the standing of the case is judged, and kept if it differs from the one
//!    before.
//!
//! # Data and cost
//!
//! Three sorted lists: moments, standings, due dates. Making them costs a few readings for each change; [`AHEAD`]
//! bounds the changes of one clock. Queries do not allocate (an error of `standing` is cloned). `next_change`, `owed`
//! and `standing` find their place by halving; `next_due` scans the few due dates.
//!
//! # Which duties
//!
//! A duty has a key, so that a host can record that it passed it on. Keys must never be reused: the number of a key
//! counts the turn of the clock and, within it, the warning or the step (`WARNINGS`, `RUNGS`). A duty that is on
//! record is left out, unless the date has moved to later since: then it is owed again. If a clock continues after a
//! reopening, as a further turn with the same history, the same instant and duty is not owed twice (`of_turn`).
//!
//! # At the edges
//!
//! - A limit is missed one nanosecond after an inclusive due date, and at an exclusive one.
//! - What was breached until a late entry of the end stays a duty, even if the end is dated earlier.
//! - A duty that repeats by the calendar has no last date. `good_until` says how far the list reaches.
//! - With the policy of another case nothing can be known. The outlook then owes an undetermined clock, because an
//!   empty list would read as "nothing is owed".
//! - A missing role or an unknown term of a step does not delay a duty: an unknown limit is owed at once.
//!
//! Rejected: a timer for each clock (a case has many, and each event would cancel most of them), and a list of the
//! next change only (a host that was down for a day must still see everything in between).

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

/// Everything that will happen to a case if nobody acts: warnings, missed limits, and the duties that follow.
///
/// Create an outlook once per event of a case and keep it. It stays valid until the next event of the case, or until
/// [`good_until`](Self::good_until), and for the policy it was made with. Queries do not allocate, so that a nightly
/// sweep over a million cases is cheap.
///
/// # Example: what is owed after a missed answer
///
/// ```
/// use redress::case::Outlook;
/// use redress::sample;
/// use redress::vocab::ClockName;
/// use redress::vocab::course::Duty;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let case = sample::case(&policy, &sample::roster()?)?; // to be answered by 2026-04-08, 15:00 UTC
/// let outlook = Outlook::of(&case, &policy, "2026-04-02T08:00:00Z".parse()?);
///
/// let breaches = |now: &str| -> Result<Vec<Option<ClockName>>, chrono::ParseError> {
///     let owed = outlook.owed(now.parse()?);
///     Ok(owed.filter(|duty| duty.key.duty == Duty::Breach).map(|duty| duty.key.clock).collect())
/// };
/// assert!(breaches("2026-04-08T15:00:00Z")?.is_empty());
/// assert_eq!(breaches("2026-04-08T15:00:01Z")?, [Some(ClockName::RESPONSE)]);
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Outlook {
    /// The moments, in order.
    moments: Vec<UpcomingEvent>,
    /// From when on the case stands how. The first entry is from the beginning of time.
    standings: Vec<(DateTime<Utc>, Judged)>,
    /// The limits that lie ahead, in the order of their due dates.
    dues: Vec<UpcomingDue>,
    /// How far it looks ahead, if a duty repeats by the calendar.
    until: Option<DateTime<Utc>>,
}

/// How a case stands, or why nobody knows.
type Judged = Result<Option<Standing>, DeadlineError>;

/// An instant at which something changes by itself.
///
/// In JSON, it is `{"at": "…", "kind": "clock"}`. The kind can also be `{"duty": {…}}` or `reopening-ends`, and there
/// is `to` if the policy names a role.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct UpcomingEvent {
    /// The instant, exact to the nanosecond.
    #[serde(with = "crate::calendar::instant")]
    pub at: DateTime<Utc>,
    /// What changes.
    pub kind: UpcomingKind,
    /// The role to which the duty goes, if the policy names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Role>,
}

/// A clock that still runs, and when it is due if nobody acts.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct UpcomingDue {
    /// When it is due, after every pause that ends by itself.
    pub due: Due,
    /// The name of the clock.
    pub clock: ClockName,
    /// The department whose clock it is; `None` if the clock belongs to the whole case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<Department>,
}

/// What changes at a moment.
///
/// # Example: one warning
///
/// ```
/// use redress::case::Outlook;
/// use redress::case::clock::UpcomingKind;
/// use redress::sample;
/// use redress::vocab::course::Duty;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let case = sample::case(&policy, &sample::roster()?)?;
/// let outlook = Outlook::of(&case, &policy, "2026-04-02T08:00:00Z".parse()?);
/// let is_warning = |kind| matches!(kind, UpcomingKind::Duty(key) if key.duty == Duty::Warning);
/// let warnings = outlook.moments().iter().filter(|moment| is_warning(moment.kind));
/// assert_eq!(warnings.count(), 1); // the clock `closure` warns after 80 % of its time
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "a change or a duty")]
pub enum UpcomingKind {
    /// The reading of a clock changes: it starts, a pause ends by itself, or its time is up.
    Clock,
    /// Something is owed from then on, unless it is on record.
    Duty(DutyKey),
    /// A closed case can no longer be reopened.
    ReopeningEnds,
}

const INSTANT: TimeDelta = TimeDelta::nanoseconds(1);

/// The greatest number of changes of one clock that are computed: more than its pauses and warnings can make.
const AHEAD: usize = 256;

/// The number of periods of a repeating duty that are computed after the current one.
const PERIODS_AHEAD: u32 = 12;

/// Returns the due date of the last computed period, of the repeating duty that ends first.
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
    /// Computes what will happen to a case from an instant on.
    ///
    /// If `policy` is not the policy of the case, nothing can be determined: [`standing`](Self::standing) returns an
    /// error, and [`owed`](Self::owed) reports an undetermined clock from the date of receipt.
    #[must_use]
    pub fn of(case: &Case, policy: &Policy, now: DateTime<Utc>) -> Self {
        let mut outlook = Self { moments: Vec::new(), standings: Vec::new(), dues: Vec::new(), until: None };
        if !case.is_by(policy) {
            // An empty outlook would read as "nothing is owed".
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

    /// Returns the first whole second after `now` at which something has changed by itself, or `None` if nothing
    /// will.
    ///
    /// Set one timer per case to this instant, and call [`owed`](Self::owed) when it fires. A change is a start, a
    /// warning, a due date, or a limit that has passed. If a limit may still be met at 16:30:00, this method returns
    /// 16:30:00 and then, for `now` at 16:30:00, it returns 16:30:01: the limit has passed.
    /// [`next_due`](Self::next_due) returns the limit itself.
    ///
    /// # Example: the due date, and the first second after it
    ///
    /// ```
    /// use redress::case::Outlook;
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let case = sample::case(&policy, &sample::roster()?)?;
    /// let outlook = Outlook::of(&case, &policy, "2026-04-02T08:00:00Z".parse()?);
    /// let due = outlook.next_change("2026-04-08T14:00:00Z".parse()?).ok_or("nothing changes")?;
    /// assert_eq!(due.to_rfc3339(), "2026-04-08T15:00:00+00:00");
    /// let missed = outlook.next_change(due).ok_or("nothing changes")?;
    /// assert_eq!(missed.to_rfc3339(), "2026-04-08T15:00:01+00:00");
    /// assert_eq!(outlook.next_change("2026-12-24T12:00:00Z".parse()?), None);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn next_change(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let place = self.moments.partition_point(|moment| moment.at <= now);
        self.moments.get(place).map(|moment| whole_second(moment.at))
    }

    /// Returns the clock that is due next, and its due date, or `None` if no limit lies ahead.
    ///
    /// If a clock is paused until a known instant, its due date is the one after the pause. A clock that is paused
    /// until somebody resumes it has no due date.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::Outlook;
    /// use redress::sample;
    /// use redress::vocab::ClockName;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let case = sample::case(&policy, &sample::roster()?)?;
    /// let now = "2026-04-02T08:00:00Z".parse()?;
    /// let outlook = Outlook::of(&case, &policy, now);
    /// assert_eq!(outlook.next_due(now).map(|next| next.clock), Some(ClockName::RESPONSE));
    /// // The answer is late. The next limit is the closing of the case.
    /// let later = outlook.next_due("2026-04-09T08:00:00Z".parse()?).ok_or("nothing is due")?;
    /// assert_eq!(later.due.at().to_rfc3339(), "2026-04-13T15:00:00+00:00");
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn next_due(&self, now: DateTime<Utc>) -> Option<UpcomingDue> {
        self.dues.iter().copied().find(|ahead| ahead.due.is_met_at(now))
    }

    /// Returns every limit that lay ahead when the outlook was made, in the order of the due dates.
    ///
    /// ```
    /// use redress::case::Outlook;
    /// use redress::sample;
    /// use redress::vocab::ClockName;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let case = sample::case(&policy, &sample::roster()?)?;
    /// let outlook = Outlook::of(&case, &policy, "2026-04-02T08:00:00Z".parse()?);
    /// let clocks: Vec<ClockName> = outlook.dues().iter().map(|ahead| ahead.clock).collect();
    /// assert_eq!(clocks, [ClockName::RESPONSE, ClockName::CLOSURE]);
    /// assert_eq!(outlook.good_until(), None); // no clock of the shop repeats
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn dues(&self) -> &[UpcomingDue] {
        &self.dues
    }

    /// Returns everything that should have happened by `now` and is not on record, the oldest first.
    ///
    /// The same duties are returned each time, until a command puts them on record and you make another outlook.
    ///
    /// # Example: at the limit, and just after it
    ///
    /// ```
    /// use redress::case::Outlook;
    /// use redress::sample;
    /// use redress::vocab::course::Duty;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?; // an answer is due on Wednesday, 17:00 in Berlin
    /// let limit = "2026-04-08T15:00:00Z".parse()?;
    /// let outlook = Outlook::of(&case, &policy, limit);
    /// assert_eq!(outlook.owed(limit).count(), 0); // still in time
    /// let owed: Vec<Duty> = outlook.owed("2026-04-08T15:00:01Z".parse()?).map(|owed| owed.key.duty).collect();
    /// assert_eq!(owed, [Duty::Breach]);
    /// # Ok(()) }
    /// ```
    pub fn owed(&self, now: DateTime<Utc>) -> impl Iterator<Item = OpenDuty> + '_ {
        let place = self.moments.partition_point(|moment| moment.at <= now);
        let past = self.moments.get(..place).unwrap_or_default();
        past.iter().filter_map(|moment| match moment.kind {
            UpcomingKind::Duty(key) => Some(OpenDuty { since: moment.at, key, to: moment.to }),
            UpcomingKind::Clock | UpcomingKind::ReopeningEnds => None,
        })
    }

    /// Returns how the case stands against its limit, as [`standing`](crate::case::clock::standing) does, without the
    /// cost of making its clocks.
    ///
    /// # Errors
    ///
    /// Returns the [`DeadlineError`] that leaves the limit undetermined.
    ///
    /// # Example: the standing changes at the limit
    ///
    /// ```
    /// use redress::case::Outlook;
    /// use redress::sample;
    /// use redress::vocab::Standing;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let case = sample::case(&policy, &sample::roster()?)?;
    /// let outlook = Outlook::of(&case, &policy, "2026-04-02T08:00:00Z".parse()?);
    /// assert_eq!(outlook.standing("2026-04-13T15:00:00Z".parse()?)?, Some(Standing::OnTime));
    /// assert_eq!(outlook.standing("2026-04-13T15:00:01Z".parse()?)?, Some(Standing::Unclosed));
    /// # Ok(()) }
    /// ```
    pub fn standing(&self, now: DateTime<Utc>) -> Result<Option<Standing>, DeadlineError> {
        let place = self.standings.partition_point(|&(from, _)| from <= now);
        match place.checked_sub(1).and_then(|place| self.standings.get(place)) {
            Some((_, standing)) => standing.clone(),
            None => Ok(None),
        }
    }

    /// Returns until when the outlook looks ahead, or `None` if it is valid until the next event of the case.
    ///
    /// A duty that repeats by the calendar has no last due date. The outlook holds the current period and the next
    /// 12. Make another outlook at this instant; [`next_change`](Self::next_change) leads to it.
    #[must_use]
    pub const fn good_until(&self) -> Option<DateTime<Utc>> {
        self.until
    }

    /// Returns every moment, in order.
    #[must_use]
    pub fn moments(&self) -> &[UpcomingEvent] {
        &self.moments
    }

    /// Returns from when on the case stands how, in order. The first entry is from the beginning of time.
    pub(in crate::case) fn standings(
        &self,
    ) -> impl Iterator<Item = (DateTime<Utc>, Result<Option<Standing>, &DeadlineError>)> {
        self.standings.iter().map(|(from, standing)| (*from, standing.as_ref().copied()))
    }

    fn add(&mut self, at: DateTime<Utc>, kind: UpcomingKind, to: Option<Role>) {
        self.moments.push(UpcomingEvent { at, kind, to });
    }

    /// Adds a duty, unless it is on record that it was passed on. If its date has moved to later since then, it is
    /// owed again.
    fn duty(&mut self, case: &Case, at: DateTime<Utc>, key: DutyKey, to: Option<Role>) {
        if case.delivered(&key).is_none_or(|told| told < at) {
            self.add(at, UpcomingKind::Duty(key), to);
        }
    }

    /// Adds a duty of a clock, unless the turn before had the same duty at the same instant: a clock that continues
    /// after a reopening does not repeat what was told.
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

    /// Adds the limits that lie ahead: of the last turn of each clock, and of every turn of a clock that repeats.
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

    /// Adds everything that a clock will do by itself.
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
        // Each turn of a repeating clock is about another message, so that nothing was told before.
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
        // Every instant at which it changes by itself.
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
            // Undetermined since the last entry, or since the date left the days that the calendar knows.
            ClockStatus::Undetermined { .. } => {
                let since = case.timeline().unsettled();
                undetermined_from(rule.clock(), calendar, record, since).or(Some(since))
            }
            // A pause that nobody ends moves the date on, until it leaves the days that the calendar knows.
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
        // A limit that passed before the end was entered was missed, even if the end is dated earlier.
        let ended = record.ended(now).map(|stop| stop.entered.at);
        // A clock that stays breached no longer warns, whatever its new date.
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
            // This duty is done by opening the project, not by telling somebody.
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
        // A step comes at its instant, whether or not anybody holds the role.
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

    /// Adds answers that were promised, broken promises, and promises that must be made.
    fn promises(&mut self, case: &Case, policy: &Policy) {
        // After the case is closed nobody answers any more, but a promise that was broken before stays broken.
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
            // If it was solved in between, the promise is owed since it became unsolved again.
            let since = since.max(case.timeline().unsolved_since()).unwrap_or(case.stage_since());
            let number = u32::try_from(case.promises().len()).unwrap_or(u32::MAX);
            self.add(since, UpcomingKind::Duty(DutyKey::of(Duty::NewPromise, number)), None);
        }
    }

    /// Adds open signatures, and signatures whose time limit has passed.
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
                    // Somebody must look at an unknown limit at once.
                    Err(_) => self.duty(case, approval.step_since, key, Some(limit.escalate_to)),
                }
            }
        }
    }

    /// Adds the duties of the course: follow-ups, silence after an offer, containment, effect checks, and the end of
    /// the time for reopening.
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
        // If the end of the window is unknown, a request to reopen is refused with that reason.
        if let Some(closure) = case.closure()
            && let Ok(Some(until)) = track.reopening.until(policy.calendar(), closure.at)
        {
            self.add(too_late(until), UpcomingKind::ReopeningEnds, None);
        }
    }
}

/// Returns when a step of an escalation comes: its delay after the step before, or after the missed due date for the
/// first step.
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

/// How many warnings, escalation steps, approval steps and rounds the number of a key can tell apart.
const WARNINGS: u32 = 64;
const RUNGS: u32 = 64;
const STEPS: u32 = 16;
const ROUNDS: u32 = 1 << 16;

/// Returns the first instant that is too late for a due date.
fn too_late(due: Due) -> DateTime<Utc> {
    match due.bound() {
        Bound::Inclusive => after(due.at()),
        Bound::Exclusive => due.at(),
    }
}

/// Returns the next nanosecond. The last instant has none.
fn after(at: DateTime<Utc>) -> DateTime<Utc> {
    at.checked_add_signed(INSTANT).unwrap_or(at)
}
