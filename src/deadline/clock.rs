//! A clock: when it starts, what may pause or extend it, when it warns, and what a miss means.

use alloc::vec::Vec;

use crate::deadline::pause::{ExtensionRule, PauseRule};
use crate::deadline::pause_limit::PauseLimit;
use crate::deadline::term::Count;
use crate::text::text_enum::text_enum;
use crate::vocab::{Anchor, ClockName, PauseReason};

/// The rule of a clock: the event that starts it, and everything that may happen to it afterwards.
///
/// What is due, and when, is its [`Deadline`](crate::deadline::Deadline). What happened to the clock of one complaint
/// is its [`ClockRecord`](crate::deadline::ClockRecord). A clock answers questions about a record:
///
/// | Question | Method |
/// |---|---|
/// | Where does the clock stand? | [`reading`](Self::reading) |
/// | When is it due? | [`due`](Self::due), [`projected_due`](Self::projected_due), [`explain`](Self::explain) |
/// | When does it warn? | [`warnings_at`](Self::warnings_at) |
/// | When should a host look again? | [`next_change`](Self::next_change) |
/// | How much working time is left? | [`working_time_left`](Self::working_time_left) |
///
/// # Example: a clock that waits for the customer
///
/// ```
/// use redress::calendar::Span;
/// use redress::deadline::Clock;
/// use redress::deadline::rule::{PauseRule, Warning};
/// use redress::vocab::{Anchor, ClockName, PauseReason};
///
/// let closure = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
///     .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER).with_at_most(Span::hours(72)))
///     .with_warning(Warning::Share(80));
/// assert_eq!((closure.name(), closure.start()), (ClockName::CLOSURE, Anchor::RECEIVED));
/// assert_eq!(closure.pauses().len(), 1);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Clock {
    pub(crate) name: ClockName,
    pub(crate) start: Anchor,
    pub(crate) pauses: Vec<PauseRule>,
    pub(crate) extensions: Vec<ExtensionRule>,
    pub(crate) warnings: Vec<Warning>,
    pub(crate) hardness: Hardness,
    pub(crate) on_change: ChangeEffect,
    pub(crate) after_breach: AfterBreach,
    pub(crate) pause_effect: PauseEffect,
    pub(crate) pause_total: Option<PauseLimit>,
}

/// The date that a pause moves: the counted date, which rolls afterwards, or the due date itself.
///
/// # Example: a pause before a weekend
///
/// ```
/// # use redress::deadline::{Anchors, Clock, ClockRecord, Roll, Term, rule::{PauseEffect, PauseRule}};
/// # use redress::{sample, vocab::{Anchor, ClockName, PauseReason}};
/// # let (calendar, waiting) = (sample::calendar()?, PauseReason::AWAITING_CUSTOMER);
/// let term = Term::calendar_days(2).with_roll(Roll::FOLLOWING);
/// let thursday = "2026-03-05T16:00:00+01:00".parse()?; // counts to Saturday, due on Monday at 16:00
/// let friday: chrono::DateTime<chrono::Utc> = "2026-03-06T10:00:00+01:00".parse()?;
/// let sunday = friday + chrono::TimeDelta::days(2);
/// for (effect, expected) in [
///     (PauseEffect::MovesTerm, "2026-03-09 16:00:00"), // Saturday and two days: still Monday
///     (PauseEffect::MovesDue, "2026-03-11 16:00:00"),  // Monday and two days: Wednesday
/// ] {
///     let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED)
///         .with_pause(PauseRule::new(waiting))
///         .with_pause_effect(effect);
///     let mut record = ClockRecord::new(term, Anchors::received(thursday));
///     record.pause(&clock, waiting, friday)?;
///     record.resume(&clock, waiting, sunday)?;
///     let due = clock.due(&calendar, &record, sunday)?.ok_or("paused")?;
///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum PauseEffect {
    /// A pause moves the counted date, which then rolls again.
    ///
    /// A closed day that the roll gives anyway is not given twice. Once the counted date has passed, a pause moves the
    /// date to which it rolled.
    #[default]
    MovesTerm,
    /// A pause moves the due date: two paused days are two days more, whatever a weekend gave.
    ///
    /// An extension adds to the moved date. A new total is counted and rolled, and then moved by what was paused so far.
    MovesDue,
}

text_enum!(PauseEffect = "an" "effect of a pause" { MovesTerm = "moves-term", MovesDue = "moves-due" });

/// When a clock warns before its due date.
///
/// A warning lies at or after the start of the clock and before the due date. If there is no such instant, there is no
/// warning. A warning in working time or working days is for people at work: it waits for the next opening.
///
/// # Example: half of the time, and a working day ahead
///
/// ```
/// # use redress::deadline::{Anchors, Clock, ClockRecord, Count, End, Term, rule::Warning};
/// # use redress::{sample, vocab::{Anchor, ClockName}};
/// let calendar = sample::calendar()?; // 09:00 to 17:00
/// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
///     .with_warning(Warning::Share(50))
///     .with_warning(Warning::Lead(Count::WorkingDays(1)));
/// let monday = "2026-03-02T09:00:00+01:00".parse()?;
/// let term = Term::working_days(4).with_end(End::CLOSE_OF_BUSINESS); // due on Friday at 17:00, after 40 hours of work
/// let record = ClockRecord::new(term, Anchors::received(monday));
/// let warnings = clock.warnings_at(&calendar, &record, monday)?;
/// assert_eq!(calendar.local(warnings[0])?.to_string(), "2026-03-04 13:00:00"); // after 20 hours of work
/// assert_eq!(calendar.local(warnings[1])?.to_string(), "2026-03-05 09:00:00"); // at 17:00 nobody works any more
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a warning is a share or a lead")]
pub enum Warning {
    /// When this percentage of the time from the start to the due date has passed, from 1 to 99.
    ///
    /// Terms of working time and of working days measure working time, all others real time, rounded down to a second.
    /// The due date includes pauses and extensions, so that the warning moves with them.
    Share(u8),
    /// This long before the due date, in the unit of the amount.
    ///
    /// A warning some working days ahead comes at the due date's time of day, or at the opening of that day if nobody
    /// works at this time.
    Lead(Count),
}

/// What it means that a clock runs past its due date.
///
/// # Example: a target without a breach
///
/// ```
/// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::{ClockState, Hardness}};
/// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName}};
/// let calendar = sample::calendar()?;
/// let target = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_hardness(Hardness::Soft);
/// let monday = "2026-03-02T10:00:00+01:00".parse()?;
/// let record = ClockRecord::new(Term::elapsed(Span::hours(24)), Anchors::received(monday));
/// let reading = target.reading(&calendar, &record, "2026-03-03T12:00:00+01:00".parse()?);
/// assert_eq!(reading.status().state(), ClockState::Running); // a soft clock keeps running
/// assert_eq!(reading.missed(), Some("2026-03-03T10:00:00+01:00".parse()?));
/// assert_eq!(reading.first_breach(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a target binds or it does not")]
pub enum Hardness {
    /// A breach of an obligation.
    #[default]
    Hard,
    /// A missed target: worth a warning, but no breach.
    Soft,
}

text_enum!(Hardness = "a" "hardness" { Hard = "hard", Soft = "soft" });

/// From when a new deadline counts if the category, the severity or the policy of a complaint changes.
///
/// # Example: from five days to two, on the second day
///
/// ```
/// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::ChangeEffect};
/// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName}};
/// # let calendar = sample::calendar()?;
/// let days = |n: u32| Term::elapsed(Span::hours(24 * n));
/// let (monday, thursday) = ("2026-03-02T10:00:00+01:00".parse()?, "2026-03-05T15:00:00+01:00".parse()?);
/// for (effect, expected) in [
///     (ChangeEffect::KeepStart, "2026-03-04 10:00:00"),    // two days after Monday: already passed
///     (ChangeEffect::CarryElapsed, "2026-03-05 15:00:00"), // the same, but not before the change
///     (ChangeEffect::Restart, "2026-03-07 15:00:00"),      // two days after the change
/// ] {
///     let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_on_change(effect);
///     let mut record = ClockRecord::new(days(5), Anchors::received(monday));
///     record.change(&clock, thursday, days(2))?;
///     let due = clock.due(&calendar, &record, thursday)?.ok_or("paused")?;
///     assert_eq!(calendar.local(due.at())?.to_string(), expected);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the three readings in use")]
pub enum ChangeEffect {
    /// From the original start, with every pause and extension.
    #[default]
    KeepStart,
    /// From the original start, so that used time stays used. The new deadline is not due before the change, and must
    /// have the unit of the old one.
    CarryElapsed,
    /// From the change. Earlier extensions no longer count.
    Restart,
}

text_enum!(ChangeEffect = "an" "effect of a change" {
    KeepStart = "keep-start",
    CarryElapsed = "carry-elapsed",
    Restart = "restart",
});

/// What a clock shows if a later entry moves a due date that had already passed.
///
/// Such an entry is a change, an extension, an event, or a pause that is entered late.
///
/// # Example: extended too late
///
/// ```
/// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::{AfterBreach, ClockState}};
/// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName}};
/// # let calendar = sample::calendar()?;
/// let hours = |n| Term::elapsed(Span::hours(n));
/// let (monday, tuesday_noon) = ("2026-03-02T10:00:00+01:00".parse()?, "2026-03-03T12:00:00+01:00".parse()?);
/// for (rule, expected) in [
///     (AfterBreach::StaysBreached, ClockState::Breached),
///     (AfterBreach::FollowsNewDue, ClockState::Running),
/// ] {
///     let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_after_breach(rule);
///     let mut record = ClockRecord::new(hours(24), Anchors::received(monday));
///     record.change(&clock, tuesday_noon, hours(48))?; // two hours after the due date
///     let reading = clock.reading(&calendar, &record, tuesday_noon);
///     assert_eq!(reading.status().state(), expected);
///     assert_eq!(reading.first_breach(), Some("2026-03-03T10:00:00+01:00".parse()?)); // kept by both
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum AfterBreach {
    /// The clock stays breached. Whatever is done then is late by the time since this breach.
    #[default]
    StaysBreached,
    /// The clock runs until the new due date. The first breach stays on record.
    FollowsNewDue,
}

text_enum!(AfterBreach = "a" "state after a breach" {
    StaysBreached = "stays-breached",
    FollowsNewDue = "follows-new-due",
});

impl Clock {
    /// Creates a hard clock that an event starts, without pauses, extensions or warnings.
    #[must_use]
    pub const fn new(name: ClockName, start: Anchor) -> Self {
        Self {
            name,
            start,
            pauses: Vec::new(),
            extensions: Vec::new(),
            warnings: Vec::new(),
            hardness: Hardness::Hard,
            on_change: ChangeEffect::KeepStart,
            after_breach: AfterBreach::StaysBreached,
            pause_effect: PauseEffect::MovesTerm,
            pause_total: None,
        }
    }

    /// Allows pauses for a reason. If two rules have one reason, the first counts.
    #[must_use]
    pub fn with_pause(mut self, rule: PauseRule) -> Self {
        self.pauses.push(rule);
        self
    }

    /// Allows extensions for a reason. If two rules have one reason, the first counts.
    #[must_use]
    pub fn with_extension(mut self, rule: ExtensionRule) -> Self {
        self.extensions.push(rule);
        self
    }

    /// Adds a warning.
    #[must_use]
    pub fn with_warning(mut self, warning: Warning) -> Self {
        self.warnings.push(warning);
        self
    }

    /// Chooses what a miss means. The default is [`Hardness::Hard`].
    #[must_use]
    pub const fn with_hardness(mut self, hardness: Hardness) -> Self {
        self.hardness = hardness;
        self
    }

    /// Chooses from when a new deadline counts. The default is [`ChangeEffect::KeepStart`].
    #[must_use]
    pub const fn with_on_change(mut self, on_change: ChangeEffect) -> Self {
        self.on_change = on_change;
        self
    }

    /// Chooses what the clock shows after a breach. The default is [`AfterBreach::StaysBreached`].
    #[must_use]
    pub const fn with_after_breach(mut self, after_breach: AfterBreach) -> Self {
        self.after_breach = after_breach;
        self
    }

    /// Chooses the date that a pause moves. The default is [`PauseEffect::MovesTerm`].
    #[must_use]
    pub const fn with_pause_effect(mut self, effect: PauseEffect) -> Self {
        self.pause_effect = effect;
        self
    }

    /// Limits all pauses together, whatever their reasons. Time covered by several pauses counts once.
    ///
    /// When the limit is used up, the clock resumes by itself, and further pauses have no effect.
    ///
    /// # Example: a week of waiting, 48 hours of it for free
    ///
    /// ```
    /// # use redress::deadline::{Anchors, Clock, ClockRecord, Term, rule::PauseRule};
    /// # use redress::{calendar::Span, sample, vocab::{Anchor, ClockName, PauseReason}};
    /// # let (customer, supplier) = (PauseReason::AWAITING_CUSTOMER, PauseReason::AWAITING_SUPPLIER);
    /// let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
    ///     .with_pause(PauseRule::new(customer))
    ///     .with_pause(PauseRule::new(supplier))
    ///     .with_pause_total(Span::hours(48));
    /// let monday: chrono::DateTime<chrono::Utc> = "2026-03-02T10:00:00+01:00".parse()?;
    /// let mut record = ClockRecord::new(Term::elapsed(Span::hours(72)), Anchors::received(monday));
    /// record.pause(&clock, customer, monday)?;
    /// record.pause(&clock, supplier, monday)?; // both at once count once
    /// let due = clock.due(&sample::calendar()?, &record, monday + chrono::TimeDelta::days(7))?.ok_or("paused")?;
    /// assert_eq!(due.at(), monday + chrono::TimeDelta::hours(72 + 48));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_pause_total(mut self, limit: impl Into<PauseLimit>) -> Self {
        self.pause_total = Some(limit.into());
        self
    }

    /// Returns the pauses that the clock allows, in the order in which they were added.
    #[must_use]
    pub fn pauses(&self) -> &[PauseRule] {
        &self.pauses
    }

    /// Returns the extensions that the clock allows, in the order in which they were added.
    #[must_use]
    pub fn extensions(&self) -> &[ExtensionRule] {
        &self.extensions
    }

    /// Returns the date that a pause moves.
    #[must_use]
    pub const fn pause_effect(&self) -> PauseEffect {
        self.pause_effect
    }

    /// Returns the limit of all pauses together, or `None` if there is none.
    #[must_use]
    pub const fn pause_total(&self) -> Option<PauseLimit> {
        self.pause_total
    }

    /// Returns the name of the clock, by which a policy and a case refer to it.
    #[must_use]
    pub const fn name(&self) -> ClockName {
        self.name
    }

    /// Returns the event that starts the clock. An alternative of its deadline may count from another event.
    #[must_use]
    pub const fn start(&self) -> Anchor {
        self.start
    }

    /// Returns what a miss means.
    #[must_use]
    pub const fn hardness(&self) -> Hardness {
        self.hardness
    }

    /// Returns the warnings, in the order in which they were added.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The first rule that allows extensions for a reason.
    pub(crate) fn extension_rule(
        &self,
        reason: crate::vocab::course::ExtensionReason,
    ) -> Option<&ExtensionRule> {
        self.extensions.iter().find(|rule| rule.reason == reason)
    }

    /// The rule of a pause. A closed case pauses every clock that asks for that, whatever the clock declares.
    pub(crate) fn pause_rule(&self, reason: PauseReason) -> Option<&PauseRule> {
        const CLOSED: PauseRule = PauseRule::new(PauseReason::CASE_CLOSED);
        if reason == PauseReason::CASE_CLOSED { Some(&CLOSED) } else { self.declared_pause(reason) }
    }

    /// The rule of a pause that a person may begin.
    pub(crate) fn declared_pause(&self, reason: PauseReason) -> Option<&PauseRule> {
        self.pauses.iter().find(|rule| rule.reason == reason && reason != PauseReason::CASE_CLOSED)
    }
}
