//! Which clocks a complaint has.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::deadline::{Clock, Count, Deadline, EndAt, Roll, Term};
use crate::policy::target_index::Indexed;
use crate::policy::{LateEntry, Periods, Target, Targets};
use crate::vocab::{Anchor, Category, ClockName, Fact, Mark, Role};

/// The most clocks of a policy.
pub const MAX_CLOCKS: usize = 128;

/// The most steps of one escalation.
pub const MAX_RUNGS: usize = 16;

/// The most warnings of a clock.
pub const MAX_WARNINGS: usize = 16;

/// The most targets of a clock, and the most categories that one is for.
pub const MAX_TARGETS: usize = 1_000;

/// The most reasons for which a clock may be paused, and for which it may be extended.
pub const MAX_REASONS: usize = 1_000;

/// A clock of a policy: how it runs, for whom, and by which targets.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClockRule {
    pub(crate) clock: Clock,
    pub(crate) targets: Targets,
    /// The name of the calendar by which it runs; none where that is the one of the policy.
    pub(crate) calendar: Option<Cow<'static, str>>,
    pub(crate) start: Start,
    pub(crate) scope: Scope,
    pub(crate) several: SeveralCategories,
    pub(crate) part: Part,
    /// The categories it is for, children included; all where empty.
    pub(crate) only_for: Vec<Category>,
    /// The fact that has to be so; none where it does not matter.
    pub(crate) only_where: Option<Fact>,
    /// What is due where no target covers the category.
    pub(crate) otherwise: Option<Deadline>,
    /// The event that it waits for.
    pub(crate) end: Anchor,
    pub(crate) on_reopening: OnReopening,
    pub(crate) rounds: Rounds,
    /// Whether it comes again: each turn is a duty of its own.
    pub(crate) repeats: bool,
    /// How it comes again by the calendar; none where it comes again with messages, or not at all.
    pub(crate) periods: Option<Periods>,
    /// Whether an automatic message is an answer that ends it.
    pub(crate) automatic: bool,
    pub(crate) ladder: Vec<Rung>,
    pub(crate) mark: Option<Mark>,
    pub(crate) late_entry: Option<LateEntry>,
    pub(crate) citation: Cow<'static, str>,
    /// What finds its targets, once a policy has it.
    pub(crate) indexed: Indexed,
}

/// What the reopening of a closed case does to a clock that has ended.
///
/// Whichever is chosen, a clock that the case had no more because it was closed by force counts from the reopening.
///
/// ```
/// use redress::policy::OnReopening;
///
/// assert_eq!(OnReopening::default(), OnReopening::Stays);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the three readings in use")]
pub enum OnReopening {
    /// The result stays. A clock that was met or breached keeps that for good, and the reopening starts a separate
    /// turn, whose term counts from it. A clock that the closing alone ended continues from its first start, unless
    /// it limits how long a case is open: then closing the case was what it waited for, and it has another turn too.
    ///
    /// A turn whose start event has never happened waits for that event. A clock that waits for what happens once in
    /// a case, such as the registration, has no second turn.
    #[default]
    Stays,
    /// The rest of the time goes on: from its end to the reopening the clock was paused, and it is the same clock
    /// before and after. Only what the reopening undoes continues: what ended with the case or with a solution.
    Rest,
    /// It continues from its original start, as if the case had never been closed; what it was before stays on
    /// record. Only what the reopening undoes continues: what ended with the case or with a solution.
    Resume,
}

/// To which rounds of a case a clock belongs. The first round lasts from the receipt to the first reopening; each
/// reopening begins another one.
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::{ClockRule, Rounds};
/// use redress::vocab::{Anchor, ClockName};
/// use redress::word;
///
/// // A second stage with its own limit: 20 working days from the acknowledgement of the request for it.
/// let clock = Clock::new(word!(ClockName, "acme:stage-2"), Anchor::ACKNOWLEDGED);
/// let rule = ClockRule::new(clock, Term::working_days(20)).with_rounds(Rounds::Later);
/// assert_eq!(rule.rounds(), Rounds::Later);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a case has a first round and later ones")]
pub enum Rounds {
    /// To every round.
    #[default]
    Every,
    /// To the first round alone: a reopening ends it for good, and what it showed stays on record.
    First,
    /// To every round but the first. It counts from its event in that round: what happened in an earlier one starts
    /// and ends nothing.
    Later,
}

impl Rounds {
    /// The rounds, in an error.
    pub(crate) const fn told(self) -> &'static str {
        match self {
            Self::Every => "every round",
            Self::First => "the first round",
            Self::Later => "the later rounds",
        }
    }
}

/// One step of an escalation: to whom a missed limit is reported, and when.
///
/// A step is never passed over because nobody holds the role: it is owed all the same.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a step, whole as it is")]
pub struct Rung {
    /// How long after the due date, or after the step before.
    pub after: Delay,
    /// To whom.
    pub to: Role,
}

/// How long after a missed due date, or after the step before, a step of an escalation comes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a term, or a share of the target")]
pub enum Delay {
    /// An amount that counts from the due date, or from the step before, with an end if it names one. Days count from
    /// the *date*: 24:00 of a day belongs to that day. The time of day stays unless the end names one; an opening or a
    /// close of business of a day without hours is that of the next working day.
    Term(Term),
    /// When so many percent of the time from the start to the due date have passed, from 101 on: working time for clocks
    /// of working time and working days, real time for all others.
    Percent(u16),
}

impl Delay {
    /// The term of a step. The hours of a day that has none are those of the next working day.
    pub(crate) fn of(term: Term) -> Term {
        let by_hours = matches!(term.end.at, EndAt::Opening | EndAt::CloseOfBusiness);
        if by_hours && term.count().is_of_days() { term.with_roll(Roll::FOLLOWING) } else { term }
    }
}

impl From<Count> for Delay {
    fn from(count: Count) -> Self {
        Self::Term(Term::of(count))
    }
}

impl From<Term> for Delay {
    fn from(term: Term) -> Self {
        Self::Term(term)
    }
}

/// From when a clock runs.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a clock starts from an event or from another clock")]
pub enum Start {
    /// From the clock's own event.
    #[default]
    Event,
    /// From the due date of another clock.
    DueOf(ClockName),
}

/// Whether a complaint has one such clock or several.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings of catalogue A43")]
pub enum Scope {
    /// One for the complaint.
    #[default]
    Case,
    /// One for each department, from when that department received it.
    Department,
}

/// Which target counts where a complaint has several categories.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings of catalogue A44")]
pub enum SeveralCategories {
    /// The one that is due first.
    #[default]
    Earliest,
    /// That of the category named first.
    Main,
}

/// What part a clock plays for the standing of a complaint.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the parts that a standing is derived from")]
pub enum Part {
    /// None.
    #[default]
    Other,
    /// Its end is the limit for closing the complaint.
    Closure,
    /// Its end makes the open complaint a project.
    Project,
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
            start: Start::Event,
            scope: Scope::Case,
            several: SeveralCategories::Earliest,
            part: match clock_name {
                ClockName::CLOSURE => Part::Closure,
                ClockName::PROJECT => Part::Project,
                _ => Part::Other,
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
            on_reopening: OnReopening::Stays,
            rounds: Rounds::Every,
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
    pub const fn ending_with(mut self, event: Anchor) -> Self {
        self.end = event;
        self
    }

    /// Starts it anew once it has ended: the time until the next answer, from the first message that nobody has
    /// answered. Such a clock starts from [`Anchor::CUSTOMER_WROTE`] and ends with [`Anchor::ANSWERED`].
    #[must_use]
    pub const fn repeating(mut self) -> Self {
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
    pub const fn on_reopening(mut self, choice: OnReopening) -> Self {
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
    pub const fn with_rounds(mut self, rounds: Rounds) -> Self {
        self.rounds = rounds;
        self
    }

    /// Reports a miss to a role, so long after the due date or after the step before.
    #[must_use]
    pub fn escalating(mut self, after: impl Into<Delay>, to: Role) -> Self {
        self.ladder.push(Rung { after: after.into(), to });
        self
    }

    /// Marks a case in which it was missed.
    #[must_use]
    pub const fn marking_a_miss(mut self, mark: Mark) -> Self {
        self.mark = Some(mark);
        self
    }

    /// The event that it waits for.
    #[must_use]
    pub const fn end(&self) -> Anchor {
        self.end
    }

    /// To whom a miss is reported, step by step.
    #[must_use]
    pub fn ladder(&self) -> &[Rung] {
        &self.ladder
    }

    /// What marks a case in which it was missed.
    #[must_use]
    pub const fn miss_mark(&self) -> Option<Mark> {
        self.mark
    }

    /// What the reopening of a case does to it.
    #[must_use]
    pub const fn reopening(&self) -> OnReopening {
        self.on_reopening
    }

    /// The rounds of a case to which it belongs.
    #[must_use]
    pub const fn rounds(&self) -> Rounds {
        self.rounds
    }

    /// Sets the deadline of complaints that no target covers, those without a category among them.
    #[must_use]
    pub fn otherwise(mut self, deadline: impl Into<Deadline>) -> Self {
        self.otherwise = Some(deadline.into());
        self
    }

    /// Keeps it to complaints of some categories, children included; others have no such clock.
    #[must_use]
    pub fn only_for(mut self, categories: impl IntoIterator<Item = Category>) -> Self {
        self.only_for.extend(categories);
        self
    }

    /// Keeps it to complaints in which a fact is so; others have no such clock.
    #[must_use]
    pub const fn only_where(mut self, fact: Fact) -> Self {
        self.only_where = Some(fact);
        self
    }

    /// Starts it when another clock of the policy is due.
    #[must_use]
    pub const fn starting_when_due(mut self, other: ClockName) -> Self {
        self.start = Start::DueOf(other);
        self
    }

    /// Chooses whether there is one for each department.
    #[must_use]
    pub const fn with_scope(mut self, scope: Scope) -> Self {
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
    pub const fn with_part(mut self, part: Part) -> Self {
        self.part = part;
        self
    }

    /// Says where the clock comes from.
    #[must_use]
    pub fn citing(mut self, source: impl Into<Cow<'static, str>>) -> Self {
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
    pub const fn start(&self) -> Start {
        self.start
    }

    /// Whether a complaint has one such clock or one for each department.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        self.scope
    }

    /// What counts where a complaint has several categories.
    #[must_use]
    pub const fn several(&self) -> SeveralCategories {
        self.several
    }

    /// What part it plays for the standing of a complaint.
    #[must_use]
    pub const fn part(&self) -> Part {
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
}
