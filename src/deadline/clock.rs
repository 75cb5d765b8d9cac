//! A clock: when it starts, when it may stand still, when it warns.

use alloc::vec::Vec;

use crate::deadline::pause::{ExtensionRule, PauseRule};
use crate::deadline::pause_limit::PauseLimit;
use crate::deadline::term::Count;
use crate::text::text_enum::text_enum;
use crate::vocab::{Anchor, ClockName, PauseReason};

/// How a clock runs. What is due when is its [`Deadline`](crate::deadline::Deadline); what happened to it
/// is its [`ClockRecord`](crate::deadline::ClockRecord).
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
/// assert_eq!(closure.name(), ClockName::CLOSURE);
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

/// What a pause of a clock moves.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum PauseEffect {
    /// The end of the term, which then rolls again. A paused day that the roll gave anyway is not given twice. Once the
    /// unrolled end has passed, a pause moves the date to which it rolled.
    #[default]
    MovesTerm,
    /// The due date itself: two paused days are two days more, whatever a weekend gave.
    MovesDue,
}

text_enum!(PauseEffect = "an" "effect of a pause" { MovesTerm = "moves-term", MovesDue = "moves-due" });

/// When a clock warns before it runs out; never outside working time where it counts that.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a warning is a share or a lead")]
pub enum Warning {
    /// When so many percent of the amount are used up, from 1 to 99, extensions and pauses included; whole days
    /// are rounded down. It waits for the next opening where working time or working days are counted.
    Share(u8),
    /// So long before the due date, in the unit of the clock. Working days before, it is at the due date's time
    /// of day, or at the opening of that day where the day is over by then.
    Lead(Count),
}

/// What it means that a clock has run out.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a target binds or it does not (catalogue A18)")]
pub enum Hardness {
    /// A breach.
    #[default]
    Hard,
    /// A missed target, worth a warning.
    Soft,
}

text_enum!(Hardness = "a" "hardness" { Hard = "hard", Soft = "soft" });

/// What a changed category, severity or policy does to a running clock.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the three readings in use")]
pub enum ChangeEffect {
    /// The new deadline counts from the original start, with every pause (catalogue A45).
    #[default]
    KeepStart,
    /// What is used up stays used up: the same as to keep the start, except that the new deadline must be in
    /// the unit of the old one, and that nothing falls due before the change.
    CarryElapsed,
    /// The new deadline counts from the change.
    Restart,
}

text_enum!(ChangeEffect = "an" "effect of a change" {
    KeepStart = "keep-start",
    CarryElapsed = "carry-elapsed",
    Restart = "restart",
});

/// What a clock shows after a breach that a later entry would undo: a change, an extension, an event, or a
/// pause that is entered late.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum AfterBreach {
    /// It stays breached, and what is done then is late by the time since that breach.
    #[default]
    StaysBreached,
    /// It runs by the new date; the first breach stays on record.
    FollowsNewDue,
}

text_enum!(AfterBreach = "a" "state after a breach" {
    StaysBreached = "stays-breached",
    FollowsNewDue = "follows-new-due",
});

impl Clock {
    /// A clock that runs from an event, without pauses, extensions or warnings; a miss is a breach.
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

    /// Lets it stand still for a reason.
    #[must_use]
    pub fn with_pause(mut self, rule: PauseRule) -> Self {
        self.pauses.push(rule);
        self
    }

    /// Lets it be extended for a reason.
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

    /// Chooses what a miss means.
    #[must_use]
    pub const fn with_hardness(mut self, hardness: Hardness) -> Self {
        self.hardness = hardness;
        self
    }

    /// Chooses what a change does to it while it runs.
    #[must_use]
    pub const fn with_on_change(mut self, on_change: ChangeEffect) -> Self {
        self.on_change = on_change;
        self
    }

    /// Chooses what it shows after a breach.
    #[must_use]
    pub const fn with_after_breach(mut self, after_breach: AfterBreach) -> Self {
        self.after_breach = after_breach;
        self
    }

    /// Chooses what a pause moves.
    #[must_use]
    pub const fn with_pause_effect(mut self, effect: PauseEffect) -> Self {
        self.pause_effect = effect;
        self
    }

    /// Limits all pauses together, whatever their reasons. Time in which several pauses hold counts once.
    #[must_use]
    pub fn with_pause_total(mut self, limit: impl Into<PauseLimit>) -> Self {
        self.pause_total = Some(limit.into());
        self
    }

    /// Returns the reasons for which it may be paused.
    #[must_use]
    pub fn pauses(&self) -> &[PauseRule] {
        &self.pauses
    }

    /// Returns the reasons for which it may be extended.
    #[must_use]
    pub fn extensions(&self) -> &[ExtensionRule] {
        &self.extensions
    }

    /// Returns what a pause moves.
    #[must_use]
    pub const fn pause_effect(&self) -> PauseEffect {
        self.pause_effect
    }

    /// Returns the limit of all pauses together.
    #[must_use]
    pub const fn pause_total(&self) -> Option<PauseLimit> {
        self.pause_total
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> ClockName {
        self.name
    }

    /// The event from which it runs.
    #[must_use]
    pub const fn start(&self) -> Anchor {
        self.start
    }

    /// What a miss means.
    #[must_use]
    pub const fn hardness(&self) -> Hardness {
        self.hardness
    }

    /// Its warnings.
    #[must_use]
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    pub(crate) fn extension_rule(
        &self,
        reason: crate::vocab::course::ExtensionReason,
    ) -> Option<&ExtensionRule> {
        self.extensions.iter().find(|rule| rule.reason == reason)
    }

    /// The rule of a pause for a reason. A closed case pauses every clock that asks for that, whatever it declares.
    pub(crate) fn pause_rule(&self, reason: PauseReason) -> Option<&PauseRule> {
        const CLOSED: PauseRule = PauseRule::new(PauseReason::CASE_CLOSED);
        if reason == PauseReason::CASE_CLOSED { Some(&CLOSED) } else { self.declared_pause(reason) }
    }

    /// The rule of a pause that somebody may begin.
    pub(crate) fn declared_pause(&self, reason: PauseReason) -> Option<&PauseRule> {
        self.pauses.iter().find(|rule| rule.reason == reason && reason != PauseReason::CASE_CLOSED)
    }
}
