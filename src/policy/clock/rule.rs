//! Which clocks a complaint has.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::deadline::{Clock, Deadline};
use crate::policy::choice::{
    ClockPart, ClockRounds, ClockScope, ClockStart, EscalationDelay, EscalationStep, ReopeningEffect,
    SeveralCategories,
};
use crate::policy::clock::late_entry::LateEntry;
use crate::policy::clock::periods::Periods;
use crate::policy::clock::target::{Target, Targets};
use crate::policy::clock::target_index::Indexed;
use crate::vocab::{Anchor, Category, ClockName, Fact, Mark, Role};

/// A clock of a policy: how it runs, for whom, and by which targets.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClockRule {
    pub(crate) clock: Clock,
    pub(crate) targets: Targets,
    /// The name of the calendar by which it runs; none where that is the one of the policy.
    pub(crate) calendar: Option<Cow<'static, str>>,
    pub(crate) start: ClockStart,
    pub(crate) scope: ClockScope,
    pub(crate) several: SeveralCategories,
    pub(crate) part: ClockPart,
    /// The categories it is for, children included; all where empty.
    pub(crate) only_for: Vec<Category>,
    /// The fact that has to be so; none where it does not matter.
    pub(crate) only_where: Option<Fact>,
    /// What is due where no target covers the category.
    pub(crate) otherwise: Option<Deadline>,
    /// The event that it waits for.
    pub(crate) end: Anchor,
    pub(crate) on_reopening: ReopeningEffect,
    pub(crate) rounds: ClockRounds,
    /// Whether it comes again: each turn is a duty of its own.
    pub(crate) repeats: bool,
    /// How it comes again by the calendar; none where it comes again with messages, or not at all.
    pub(crate) periods: Option<Periods>,
    /// Whether an automatic message is an answer that ends it.
    pub(crate) automatic: bool,
    pub(crate) ladder: Vec<EscalationStep>,
    pub(crate) mark: Option<Mark>,
    pub(crate) late_entry: Option<LateEntry>,
    pub(crate) citation: Cow<'static, str>,
    /// What finds its targets, once a policy has it.
    pub(crate) indexed: Indexed,
}

impl ClockRule {
    /// A clock with one deadline for every complaint.
    #[must_use]
    pub fn new(clock: Clock, deadline: impl Into<Deadline>) -> Self {
        Self::with_targets(clock, Targets::Same(deadline.into()))
    }

    /// A clock with a deadline for each category, each severity, or each category of a severity.
    #[must_use]
    pub fn by_target(clock: Clock, targets: impl IntoIterator<Item = Target>) -> Self {
        Self::with_targets(clock, Targets::Table(targets.into_iter().collect()))
    }

    /// A clock whose number nobody has set; `parameter` names it, such as "the period of the notice".
    #[must_use]
    pub fn not_set(clock: Clock, parameter: impl Into<Cow<'static, str>>) -> Self {
        Self::with_targets(clock, Targets::NotSet(parameter.into()))
    }

    fn with_targets(clock: Clock, targets: Targets) -> Self {
        let clock_name = clock.name();
        Self {
            clock,
            targets,
            calendar: None,
            start: ClockStart::Event,
            scope: ClockScope::Case,
            several: SeveralCategories::Earliest,
            part: match clock_name {
                ClockName::CLOSURE => ClockPart::Closure,
                ClockName::PROJECT => ClockPart::Project,
                _ => ClockPart::Other,
            },
            only_for: Vec::new(),
            only_where: None,
            otherwise: None,
            end: match clock_name {
                ClockName::PROJECT => Anchor::PROJECT_OPENED,
                ClockName::CONTAINMENT => Anchor::CONTAINED,
                ClockName::ACKNOWLEDGEMENT => Anchor::ACKNOWLEDGED,
                ClockName::RESPONSE | ClockName::SAME_DAY_ANSWER => Anchor::ANSWERED,
                ClockName::RETURN_VISITS => Anchor::FOLLOWED_UP,
                ClockName::ROOT_CAUSE => Anchor::PLAN_SUBMITTED,
                ClockName::VERIFICATION => Anchor::STANDARDISED,
                _ => Anchor::CLOSED,
            },
            on_reopening: ReopeningEffect::Stays,
            rounds: ClockRounds::Every,
            repeats: false,
            periods: None,
            automatic: false,
            ladder: Vec::new(),
            mark: None,
            late_entry: None,
            citation: Cow::Borrowed(""),
            indexed: Indexed::default(),
        }
    }

    /// Sets the event that it waits for. Unless given, a clock ends with what its name says: an acknowledgement,
    /// an answer, a measure in place, the opening of a project; and any other with the closing.
    #[must_use]
    pub const fn with_until(mut self, event: Anchor) -> Self {
        self.end = event;
        self
    }

    /// Starts it anew once it has ended: the time until the next answer, from the first message that nobody has
    /// answered. Such a clock starts from [`Anchor::CUSTOMER_WROTE`] and ends with [`Anchor::ANSWERED`].
    #[must_use]
    pub const fn with_repeats(mut self) -> Self {
        self.repeats = true;
        self
    }

    /// Lets it come again by the calendar, period after period, until the event that it waits for: its deadline is the
    /// length of a period.
    #[must_use]
    pub fn with_periods(mut self, periods: Periods) -> Self {
        (self.repeats, self.periods) = (true, Some(periods));
        self
    }

    /// How it comes again by the calendar, if it does.
    #[must_use]
    pub const fn periods(&self) -> Option<&Periods> {
        self.periods.as_ref()
    }

    /// Whether it waits for an event, or an event fulfils a period of it.
    pub(crate) fn waits_for(&self, event: Anchor) -> bool {
        let fulfils = |periods: &Periods| periods.fulfilled_by.contains(&event);
        self.end == event || self.periods.as_ref().is_some_and(fulfils)
    }

    /// Lets an automatic message end it; otherwise only a person does.
    #[must_use]
    pub const fn with_automatic_messages(mut self) -> Self {
        self.automatic = true;
        self
    }

    /// Chooses what the reopening of a case does to it.
    #[must_use]
    pub const fn with_on_reopening(mut self, choice: ReopeningEffect) -> Self {
        self.on_reopening = choice;
        self
    }

    /// Lets it run by a calendar of the policy that has this name; the calendar of a department or of a target goes
    /// before.
    #[must_use]
    pub fn with_calendar(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.calendar = Some(name.into());
        self
    }

    /// Keeps it to the first round of a case, or to those that follow a reopening.
    #[must_use]
    pub const fn with_rounds(mut self, rounds: ClockRounds) -> Self {
        self.rounds = rounds;
        self
    }

    /// Reports a miss to a role, so long after the due date or after the step before.
    #[must_use]
    pub fn with_escalation(mut self, after: impl Into<EscalationDelay>, to: Role) -> Self {
        self.ladder.push(EscalationStep { after: after.into(), to });
        self
    }

    /// Marks a case in which it was missed.
    #[must_use]
    pub const fn with_mark_if_missed(mut self, mark: Mark) -> Self {
        self.mark = Some(mark);
        self
    }

    /// The event that it waits for.
    #[must_use]
    pub const fn until(&self) -> Anchor {
        self.end
    }

    /// To whom a miss is reported, step by step.
    #[must_use]
    pub fn escalation(&self) -> &[EscalationStep] {
        &self.ladder
    }

    /// What marks a case in which it was missed.
    #[must_use]
    pub const fn mark_if_missed(&self) -> Option<Mark> {
        self.mark
    }

    /// What the reopening of a case does to it.
    #[must_use]
    pub const fn on_reopening(&self) -> ReopeningEffect {
        self.on_reopening
    }

    /// The rounds of a case to which it belongs.
    #[must_use]
    pub const fn rounds(&self) -> ClockRounds {
        self.rounds
    }

    /// Sets the deadline of complaints that no target covers, those without a category among them.
    #[must_use]
    pub fn with_otherwise(mut self, deadline: impl Into<Deadline>) -> Self {
        self.otherwise = Some(deadline.into());
        self
    }

    /// Keeps it to complaints of some categories, children included; others have no such clock.
    #[must_use]
    pub fn with_only_for(mut self, categories: impl IntoIterator<Item = Category>) -> Self {
        self.only_for.extend(categories);
        self
    }

    /// Keeps it to complaints in which a fact is so; others have no such clock.
    #[must_use]
    pub const fn with_only_where(mut self, fact: Fact) -> Self {
        self.only_where = Some(fact);
        self
    }

    /// Starts it when another clock of the policy is due.
    #[must_use]
    pub const fn with_from_due_of(mut self, other: ClockName) -> Self {
        self.start = ClockStart::DueOf(other);
        self
    }

    /// Chooses whether there is one for each department.
    #[must_use]
    pub const fn with_scope(mut self, scope: ClockScope) -> Self {
        self.scope = scope;
        self
    }

    /// Chooses what counts where a complaint has several categories.
    #[must_use]
    pub const fn with_several(mut self, several: SeveralCategories) -> Self {
        self.several = several;
        self
    }

    /// Says what part it plays for the standing of a complaint. Unless given, the clock named `closure` limits the
    /// closure, the one named `project` makes a project, and no other plays one.
    #[must_use]
    pub const fn with_part(mut self, part: ClockPart) -> Self {
        self.part = part;
        self
    }

    /// Says where the clock comes from.
    #[must_use]
    pub fn with_citation(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citation = source.into();
        self
    }

    /// How it runs.
    #[must_use]
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> ClockName {
        self.clock.name()
    }

    /// From when it runs.
    #[must_use]
    pub const fn start(&self) -> ClockStart {
        self.start
    }

    /// Whether a complaint has one such clock or one for each department.
    #[must_use]
    pub const fn scope(&self) -> ClockScope {
        self.scope
    }

    /// What counts where a complaint has several categories.
    #[must_use]
    pub const fn several(&self) -> SeveralCategories {
        self.several
    }

    /// What part it plays for the standing of a complaint.
    #[must_use]
    pub const fn part(&self) -> ClockPart {
        self.part
    }

    /// The name of the calendar by which it runs; none where it names none.
    #[must_use]
    pub fn calendar(&self) -> Option<&str> {
        self.calendar.as_deref()
    }

    /// By what it is due.
    #[must_use]
    pub const fn targets(&self) -> &Targets {
        &self.targets
    }

    /// Where it comes from; empty when it is the organisation's own.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// Keeps what takes a miss back to some roles, or to some time.
    #[must_use]
    pub fn with_late_entry(mut self, late: LateEntry) -> Self {
        self.late_entry = Some(late);
        self
    }

    /// Who may enter late what takes a miss back, where that is limited.
    #[must_use]
    pub const fn late_entry(&self) -> Option<&LateEntry> {
        self.late_entry.as_ref()
    }
}
