//! Clocks as documents.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize};

use crate::deadline::rule::{
    AfterBreach, ChangeEffect, Hardness, PauseEffect, PauseLimit, PauseRule, Warning,
};
use crate::deadline::{Clock, Count, Deadline, Term};
use crate::policy::choice::{
    ClockPart, ClockRounds, ClockScope, ClockStart, EscalationStep, ReopeningEffect, SeveralCategories,
};
use crate::policy::clock::{ClockRule, PeriodStart, Target, Targets};
use crate::policy::document::delay::DelayDocument;
use crate::policy::document::late_entry::LateEntryDocument;
use crate::policy::document::pause::ExtensionDocument;
use crate::policy::document::periods::{Repeats, fulfilled_by};
use crate::policy::document::word_list::OneOrMany;
use crate::policy::limits::{MAX_REASONS, MAX_RUNGS, MAX_TARGETS, MAX_WARNINGS};
use crate::text::left_out::{is_default, some};
use crate::text::list::list;
use crate::text::map_only::{Amount, map_only};
use crate::text::written_as::written_as;
use crate::vocab::{Anchor, Category, ClockName, Fact, Mark, Role};

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct RuleDocument {
    clock: ClockName,
    /// The event from which the clock runs.
    from: Anchor,
    /// The clock from whose due date this one runs instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from_due_of: Option<ClockName>,
    /// The event that the clock waits for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Anchor>,
    /// The deadline, if it is the same for all complaints.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    due: Option<Deadline>,
    #[serde(default, deserialize_with = "targets", skip_serializing_if = "Vec::is_empty")]
    targets: Vec<Target>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    otherwise: Option<Deadline>,
    /// The name of the parameter that nobody has set yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    not_set: Option<String>,
    /// The name of the calendar that the clock uses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    calendar: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    scope: ClockScope,
    #[serde(default, skip_serializing_if = "is_default")]
    several: SeveralCategories,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    part: Option<ClockPart>,
    #[serde(default, deserialize_with = "categories", skip_serializing_if = "Vec::is_empty")]
    only_for: Vec<Category>,
    /// The fact that must have occurred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    only_where: Option<Fact>,
    #[serde(default, deserialize_with = "pauses", skip_serializing_if = "Vec::is_empty")]
    pauses: Vec<PauseRule>,
    #[serde(default, deserialize_with = "extensions", skip_serializing_if = "Vec::is_empty")]
    extensions: Vec<ExtensionDocument>,
    #[serde(default, deserialize_with = "warnings", skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<WarningDocument>,
    #[serde(default, skip_serializing_if = "is_default")]
    hardness: Hardness,
    /// What a pause moves.
    #[serde(default, skip_serializing_if = "is_default")]
    pause_effect: PauseEffect,
    /// The limit of all pauses together.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pause_total: Option<PauseLimit>,
    #[serde(default, skip_serializing_if = "is_default")]
    on_change: ChangeEffect,
    #[serde(default, skip_serializing_if = "is_default")]
    after_breach: AfterBreach,
    #[serde(default, skip_serializing_if = "is_default")]
    on_reopening: ReopeningEffect,
    #[serde(default, skip_serializing_if = "is_default")]
    rounds: ClockRounds,
    #[serde(default, skip_serializing_if = "is_default")]
    repeats: Repeats,
    /// The events that can fulfil a period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fulfilled_by: Option<OneOrMany>,
    /// From when the next period counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repeats_from: Option<PeriodStart>,
    #[serde(default, deserialize_with = "crate::text::map_only::switch", skip_serializing_if = "is_default")]
    automatic_messages: bool,
    #[serde(default, deserialize_with = "ladder", skip_serializing_if = "Vec::is_empty")]
    escalation: Vec<RungDocument>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    late_entry: Option<LateEntryDocument>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mark_if_missed: Option<Mark>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    citation: String,
}

map_only!(RuleDocument, "a clock");

/// A warning: at a share of the term in percent, or at a lead before the due date.
#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct WarningDocument {
    #[serde(default, deserialize_with = "some_percent", skip_serializing_if = "Option::is_none")]
    percent: Option<u8>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    before: Option<Term>,
}

map_only!(WarningDocument, "a warning");

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct RungDocument {
    after: DelayDocument,
    to: Role,
}

map_only!(RungDocument, "a step of an escalation");

fn targets<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Target>, D::Error> {
    list(MAX_TARGETS, deserializer)
}

fn categories<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Category>, D::Error> {
    list(MAX_TARGETS, deserializer)
}

fn pauses<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PauseRule>, D::Error> {
    list(MAX_REASONS, deserializer)
}

fn extensions<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<ExtensionDocument>, D::Error> {
    list(MAX_REASONS, deserializer)
}

fn warnings<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<WarningDocument>, D::Error> {
    list(MAX_WARNINGS, deserializer)
}

fn ladder<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<RungDocument>, D::Error> {
    list(MAX_RUNGS, deserializer)
}

fn some_percent<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    let percent = Amount::deserialize(deserializer)?.0;
    let wrong = || serde::de::Error::custom(format_args!("{percent} percent, expected 1 to 99"));
    u8::try_from(percent).map(Some).map_err(|_| wrong())
}

/// The amount of a term that has no other parts.
fn bare(term: Term) -> Result<Count, &'static str> {
    if term == Term::of(term.count()) {
        Ok(term.count())
    } else {
        Err("has parts of a term beside the amount, expected an amount alone")
    }
}

impl From<Warning> for WarningDocument {
    fn from(warning: Warning) -> Self {
        match warning {
            Warning::Share(percent) => Self { percent: Some(percent), before: None },
            Warning::Lead(count) => Self { percent: None, before: Some(Term::of(count)) },
        }
    }
}

/// How a clock runs, without its deadlines.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct ClockDocument {
    clock: ClockName,
    from: Anchor,
    #[serde(default, deserialize_with = "pauses", skip_serializing_if = "Vec::is_empty")]
    pauses: Vec<PauseRule>,
    #[serde(default, deserialize_with = "extensions", skip_serializing_if = "Vec::is_empty")]
    extensions: Vec<ExtensionDocument>,
    #[serde(default, deserialize_with = "warnings", skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<WarningDocument>,
    #[serde(default, skip_serializing_if = "is_default")]
    hardness: Hardness,
    #[serde(default, skip_serializing_if = "is_default")]
    pause_effect: PauseEffect,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pause_total: Option<PauseLimit>,
    #[serde(default, skip_serializing_if = "is_default")]
    on_change: ChangeEffect,
    #[serde(default, skip_serializing_if = "is_default")]
    after_breach: AfterBreach,
}

map_only!(ClockDocument, "a clock");

impl From<&Clock> for ClockDocument {
    fn from(clock: &Clock) -> Self {
        Self {
            clock: clock.name,
            from: clock.start,
            pauses: clock.pauses.clone(),
            extensions: clock.extensions.iter().map(Into::into).collect(),
            warnings: clock.warnings.iter().copied().map(Into::into).collect(),
            hardness: clock.hardness,
            pause_effect: clock.pause_effect,
            pause_total: clock.pause_total,
            on_change: clock.on_change,
            after_breach: clock.after_breach,
        }
    }
}

impl ClockDocument {
    fn build(self) -> Result<Clock, String> {
        let mut clock = Clock::new(self.clock, self.from)
            .with_hardness(self.hardness)
            .with_pause_effect(self.pause_effect)
            .with_on_change(self.on_change)
            .with_after_breach(self.after_breach);
        clock.pause_total = self.pause_total;
        clock.pauses = self.pauses;
        for (index, extension) in self.extensions.into_iter().enumerate() {
            let rule = extension.build();
            clock.extensions.push(rule.map_err(|error| alloc::format!("extensions[{index}]: {error}"))?);
        }
        for (index, warning) in self.warnings.into_iter().enumerate() {
            let warning = match (warning.percent, warning.before) {
                (Some(percent), None) => Warning::Share(percent),
                (None, Some(term)) => Warning::Lead(
                    bare(term).map_err(|error| alloc::format!("warnings[{index}]: before: {error}"))?,
                ),
                _ => return Err(alloc::format!("warnings[{index}]: expected one of `percent` and `before`")),
            };
            clock.warnings.push(warning);
        }
        Ok(clock)
    }
}

written_as! {
    /// Reads how a clock runs: the keys of a clock of a policy, without its deadlines.
    ///
    /// ```
    /// use redress::deadline::Clock;
    /// use redress::deadline::rule::PauseEffect;
    ///
    /// let clock: Clock = serde_json::from_str(
    ///     r#"{"clock": "response", "from": "received", "pauses": [{"reason": "awaiting-customer", "at-most": "72 h"}],
    ///         "pause-effect": "moves-due"}"#,
    /// )?;
    /// assert_eq!(clock.pause_effect(), PauseEffect::MovesDue);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    Clock = ClockDocument, build
}

impl From<&ClockRule> for RuleDocument {
    fn from(rule: &ClockRule) -> Self {
        let clock = &rule.clock;
        let usual = ClockRule::new(Clock::new(rule.name(), clock.start), Term::calendar_days(0));
        let (due, targets, not_set) = match &rule.targets {
            Targets::Same(deadline) => (Some(deadline.clone()), Vec::new(), None),
            Targets::Table(targets) => (None, targets.clone(), None),
            Targets::NotSet(parameter) => (None, Vec::new(), Some(parameter.clone().into_owned())),
        };
        Self {
            clock: rule.name(),
            from: clock.start,
            from_due_of: match rule.start {
                ClockStart::DueOf(other) => Some(other),
                ClockStart::Event => None,
            },
            until: Some(rule.end).filter(|end| *end != usual.end),
            due,
            targets,
            otherwise: rule.otherwise.clone(),
            not_set,
            calendar: rule.calendar.clone().map(Cow::into_owned),
            scope: rule.scope,
            several: rule.several,
            part: Some(rule.part).filter(|_| rule.part != usual.part),
            only_for: rule.only_for.clone(),
            only_where: rule.only_where,
            pauses: clock.pauses.clone(),
            extensions: clock.extensions.iter().map(Into::into).collect(),
            warnings: clock.warnings.iter().copied().map(Into::into).collect(),
            hardness: clock.hardness,
            pause_effect: clock.pause_effect,
            pause_total: clock.pause_total,
            on_change: clock.on_change,
            after_breach: clock.after_breach,
            on_reopening: rule.on_reopening,
            rounds: rule.rounds,
            repeats: Repeats::of(rule),
            fulfilled_by: fulfilled_by(rule),
            repeats_from: rule
                .periods
                .as_ref()
                .filter(|periods| periods.start != PeriodStart::default())
                .map(|periods| periods.start),
            automatic_messages: rule.automatic,
            escalation: rule
                .ladder
                .iter()
                .map(|rung| RungDocument { after: rung.after.into(), to: rung.to })
                .collect(),
            late_entry: rule.late_entry.as_ref().map(Into::into),
            mark_if_missed: rule.mark,
            citation: rule.citation.clone().into_owned(),
        }
    }
}

impl RuleDocument {
    fn build(self) -> Result<ClockRule, String> {
        let clock = ClockDocument {
            clock: self.clock,
            from: self.from,
            pauses: self.pauses,
            extensions: self.extensions,
            warnings: self.warnings,
            hardness: self.hardness,
            pause_effect: self.pause_effect,
            pause_total: self.pause_total,
            on_change: self.on_change,
            after_breach: self.after_breach,
        };
        let clock = clock.build()?;
        let mut rule = match (self.due, self.targets.is_empty(), self.not_set) {
            (Some(due), true, None) => ClockRule::new(clock, due),
            (None, false, None) => ClockRule::by_target(clock, self.targets),
            (None, true, Some(parameter)) => ClockRule::not_set(clock, parameter),
            // A clock whose targets were all removed uses the deadline `otherwise`.
            (None, true, None) if self.otherwise.is_some() => ClockRule::by_target(clock, []),
            _ => return Err("expected one of `due`, `targets` and `not-set`".into()),
        };
        rule.otherwise = self.otherwise;
        rule.calendar = self.calendar.map(Cow::Owned);
        if let Some(other) = self.from_due_of {
            rule.start = ClockStart::DueOf(other);
        }
        rule.end = self.until.unwrap_or(rule.end);
        rule.scope = self.scope;
        rule.several = self.several;
        rule.part = self.part.unwrap_or(rule.part);
        rule.only_for = self.only_for;
        rule.only_where = self.only_where;
        rule.on_reopening = self.on_reopening;
        rule.rounds = self.rounds;
        self.repeats.apply(&mut rule, self.fulfilled_by, self.repeats_from)?;
        rule.automatic = self.automatic_messages;
        for (index, rung) in self.escalation.into_iter().enumerate() {
            let after =
                rung.after.build().map_err(|error| alloc::format!("escalation[{index}]: after: {error}"))?;
            rule.ladder.push(EscalationStep { after, to: rung.to });
        }
        rule.mark = self.mark_if_missed;
        rule.late_entry = self.late_entry.map(Into::into);
        rule.citation = Cow::Owned(self.citation);
        Ok(rule)
    }
}

written_as! {
    /// Reads a clock. The policy proves it.
    ///
    /// ```
    /// use redress::policy::ClockRule;
    ///
    /// let written = r#"{"clock": "closure", "from": "received",
    ///     "targets": [{"target": "parts", "category": "spare-parts", "due": {"working-days": 3}}],
    ///     "otherwise": {"working-days": 10},
    ///     "pauses": [{"reason": "awaiting-customer", "at-most": "72 h"}],
    ///     "warnings": [{"percent": 80}],
    ///     "escalation": [{"after": {"elapsed": "24 h"}, "to": "manager"}]}"#;
    /// let rule: ClockRule = serde_json::from_str(written)?;
    /// let again: ClockRule = serde_json::from_str(&serde_json::to_string(&rule)?)?;
    /// assert_eq!(again, rule);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ClockRule = RuleDocument, build
}
