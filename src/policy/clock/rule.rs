//! The rule of a clock: how it runs, which complaints have it, and by which targets it is due.

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

/// A clock of a policy: how it runs, which complaints have it, and when it is due.
///
/// A rule starts with a [`Clock`] and a deadline. Everything else has a default:
///
/// | Question | Default |
/// |---|---|
/// | Which event stops it? | the event that its name implies, see [`with_until`](Self::with_until) |
/// | Which complaints have it? | all |
/// | Which calendar does it use? | the calendar of the policy |
/// | What does a reopening do? | the result stays ([`ReopeningEffect::Stays`]) |
/// | Does an automatic message stop it? | no, only a person does |
/// | Who hears of a miss? | nobody |
///
/// # Example: a clock for two categories, with an escalation
///
/// ```
/// use redress::deadline::{Clock, Count, End, Term};
/// use redress::policy::ClockRule;
/// use redress::vocab::{Anchor, Category, ClockName, Role};
///
/// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
/// let rule = ClockRule::new(clock, Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS))
///     .with_only_for([Category::PRODUCT_QUALITY, Category::SPARE_PARTS])
///     .with_escalation(Count::WorkingDays(1), Role::DEPARTMENT_HEAD) // a working day after the due date
///     .with_escalation(Count::WorkingDays(2), Role::SENIOR_MANAGEMENT); // two working days after that
/// assert_eq!(rule.until(), Anchor::ANSWERED); // the name `response` implies it
/// assert_eq!(rule.escalation()[1].to, Role::SENIOR_MANAGEMENT);
/// ```
///
/// # Example: the same clock in a triage
///
/// ```
/// use redress::sample;
/// # use redress::deadline::{Clock, End, Term};
/// # use redress::policy::{ClockRule, Policy, Routing};
/// # use redress::triage::{History, triage};
/// # use redress::vocab::{Anchor, ClockName};
/// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
/// let rule = ClockRule::new(clock, Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS));
/// let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let (policy, complaint) = (desk.clock(rule).build()?, sample::complaint()?);
///
/// // Received on Thursday; Good Friday and Easter Monday are holidays.
/// let due = triage(&policy, &complaint, &History::none())?.due(ClockName::RESPONSE).ok_or("no due date")?;
/// assert_eq!(due.at().to_rfc3339(), "2026-04-08T15:00:00+00:00"); // Wednesday, 17:00 in Berlin
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClockRule {
    pub(crate) clock: Clock,
    pub(crate) targets: Targets,
    /// The name of the calendar by which the clock counts. `None` means the calendar of the policy.
    pub(crate) calendar: Option<Cow<'static, str>>,
    pub(crate) start: ClockStart,
    pub(crate) scope: ClockScope,
    pub(crate) several: SeveralCategories,
    pub(crate) part: ClockPart,
    /// The categories that have the clock, with their children. Empty: all complaints have it.
    pub(crate) only_for: Vec<Category>,
    /// The fact that must be so. `None`: the clock asks for no fact.
    pub(crate) only_where: Option<Fact>,
    /// The deadline of complaints that no target covers.
    pub(crate) otherwise: Option<Deadline>,
    /// The event that stops the clock.
    pub(crate) end: Anchor,
    pub(crate) on_reopening: ReopeningEffect,
    pub(crate) rounds: ClockRounds,
    /// Whether the clock runs again after it has ended. Each run is a duty of its own.
    pub(crate) repeats: bool,
    /// How the clock repeats by the calendar. `None`: it repeats with messages, or not at all.
    pub(crate) periods: Option<Periods>,
    /// Whether an automatic message counts as the event that stops the clock.
    pub(crate) automatic: bool,
    pub(crate) ladder: Vec<EscalationStep>,
    pub(crate) mark: Option<Mark>,
    pub(crate) late_entry: Option<LateEntry>,
    pub(crate) citation: Cow<'static, str>,
    /// The index over targets and categories, once the rule is part of a policy.
    pub(crate) indexed: Indexed,
}

impl ClockRule {
    /// Creates a clock with one deadline for every complaint.
    #[must_use]
    pub fn new(clock: Clock, deadline: impl Into<Deadline>) -> Self {
        Self::with_targets(clock, Targets::Same(deadline.into()))
    }

    /// Creates a clock whose deadline depends on the category, the severity, or both.
    ///
    /// [`Target`] has an example. [`ClockRule::with_otherwise`] sets the deadline of complaints that no target covers.
    #[must_use]
    pub fn by_target(clock: Clock, targets: impl IntoIterator<Item = Target>) -> Self {
        Self::with_targets(clock, Targets::Table(targets.into_iter().collect()))
    }

    /// Creates a clock whose length the organisation has not set yet.
    ///
    /// `parameter` names the missing number, such as "the period of the notice". The clock of a complaint is then
    /// undetermined, and its error names the parameter.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::deadline::Clock;
    /// use redress::policy::ClockRule;
    /// use redress::policy::clock::Targets;
    /// use redress::vocab::{Anchor, ClockName};
    ///
    /// let notice = Clock::new(ClockName::UPDATE, Anchor::RECEIVED);
    /// let rule = ClockRule::not_set(notice, "the period of the notice");
    /// assert_eq!(rule.targets(), &Targets::NotSet("the period of the notice".into()));
    /// ```
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

    /// Sets the event that stops the clock.
    ///
    /// Without this call, the name of the clock decides:
    ///
    /// | Clock | Stops at |
    /// |---|---|
    /// | `acknowledgement` | [`Anchor::ACKNOWLEDGED`] |
    /// | `response`, `same-day-answer` | [`Anchor::ANSWERED`] |
    /// | `containment` | [`Anchor::CONTAINED`] |
    /// | `project` | [`Anchor::PROJECT_OPENED`] |
    /// | `return-visits` | [`Anchor::FOLLOWED_UP`] |
    /// | `root-cause` | [`Anchor::PLAN_SUBMITTED`] |
    /// | `verification` | [`Anchor::STANDARDISED`] |
    /// | any other | [`Anchor::CLOSED`] |
    ///
    /// # Example
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::ClockRule;
    /// use redress::vocab::{Anchor, ClockName};
    ///
    /// let closure = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(5));
    /// assert_eq!(closure.until(), Anchor::CLOSED);
    /// assert_eq!(closure.with_until(Anchor::RESOLVED).until(), Anchor::RESOLVED);
    /// ```
    #[must_use]
    pub const fn with_until(mut self, event: Anchor) -> Self {
        self.end = event;
        self
    }

    /// Starts the clock again each time it has ended: the time until the next answer.
    ///
    /// Each run counts from the first message that nobody has answered. Such a clock starts from
    /// [`Anchor::CUSTOMER_WROTE`], ends with [`Anchor::ANSWERED`] and belongs to the case, not to a department; a
    /// policy with any other repeating clock is refused. [`ClockRule::with_periods`] repeats a clock by the calendar.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::ClockRule;
    /// use redress::vocab::{Anchor, ClockName};
    ///
    /// // Every message of the customer is answered within one working day.
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::CUSTOMER_WROTE);
    /// let rule = ClockRule::new(clock, Term::working_days(1)).with_repeats();
    /// assert_eq!((rule.clock().start(), rule.until()), (Anchor::CUSTOMER_WROTE, Anchor::ANSWERED));
    /// ```
    #[must_use]
    pub const fn with_repeats(mut self) -> Self {
        self.repeats = true;
        self
    }

    /// Repeats the clock by the calendar, period after period, until the event that stops it.
    ///
    /// The deadline of the rule is the length of one period. [`Periods`] has an example.
    #[must_use]
    pub fn with_periods(mut self, periods: Periods) -> Self {
        (self.repeats, self.periods) = (true, Some(periods));
        self
    }

    /// Returns how the clock repeats by the calendar, or `None` if it does not.
    #[must_use]
    pub const fn periods(&self) -> Option<&Periods> {
        self.periods.as_ref()
    }

    /// Returns whether an event stops the clock or fulfils one of its periods.
    pub(crate) fn waits_for(&self, event: Anchor) -> bool {
        let fulfils = |periods: &Periods| periods.fulfilled_by.contains(&event);
        self.end == event || self.periods.as_ref().is_some_and(fulfils)
    }

    /// Lets an automatic message stop the clock. Without this call, only a message of a person does.
    #[must_use]
    pub const fn with_automatic_messages(mut self) -> Self {
        self.automatic = true;
        self
    }

    /// Sets what the reopening of a closed case does to the clock.
    #[must_use]
    pub const fn with_on_reopening(mut self, choice: ReopeningEffect) -> Self {
        self.on_reopening = choice;
        self
    }

    /// Makes the clock count by the calendar of the policy that has this name.
    ///
    /// The calendar of a department and the calendar of a target take precedence.
    ///
    /// # Example: a night desk
    ///
    /// ```
    /// use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::{ClockRule, Policy, Routing};
    /// use redress::vocab::{Anchor, ClockName};
    /// # use redress::sample;
    ///
    /// let utc = Zone::fixed(chrono::FixedOffset::east_opt(0).ok_or("offset")?, KnownDays::years(2026, 2026)?)?;
    /// let night = Calendar::builder("night", utc).week(WeekPattern::daily([Hours::from_static("20:00-24:00")]));
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    /// let rule = ClockRule::new(clock, Term::working_days(1)).with_calendar("night");
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let policy = desk.named_calendar(night.build()?).clock(rule).build()?;
    /// assert_eq!(policy.calendar_of(&policy.clocks()[0], None).name(), "night");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_calendar(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.calendar = Some(name.into());
        self
    }

    /// Limits the clock to the first round of a case, or to the rounds after a reopening.
    #[must_use]
    pub const fn with_rounds(mut self, rounds: ClockRounds) -> Self {
        self.rounds = rounds;
        self
    }

    /// Adds a step of escalation: a missed due date is reported to `to`.
    ///
    /// The first step counts from the due date, every further step from the step before it.
    ///
    /// A delay is a term, or a share of the time that the clock had.
    ///
    /// # Example: when half as much time again has passed
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::clock::EscalationDelay;
    /// use redress::policy::{ClockRule, Policy, Routing};
    /// use redress::vocab::{Anchor, ClockName, Role};
    /// # use redress::sample;
    ///
    /// let rule = |percent| {
    ///     ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), Term::working_days(2))
    ///         .with_escalation(EscalationDelay::Percent(percent), Role::SENIOR_MANAGEMENT)
    /// };
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// assert!(desk.clone().clock(rule(150)).build().is_ok());
    /// assert!(desk.clock(rule(100)).build().is_err()); // at 100 % nothing is missed yet
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_escalation(mut self, after: impl Into<EscalationDelay>, to: Role) -> Self {
        self.ladder.push(EscalationStep { after: after.into(), to });
        self
    }

    /// Gives the case this mark if the clock is missed.
    #[must_use]
    pub const fn with_mark_if_missed(mut self, mark: Mark) -> Self {
        self.mark = Some(mark);
        self
    }

    /// Returns the event that stops the clock.
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::ClockRule;
    /// use redress::vocab::{Anchor, ClockName};
    ///
    /// let rule = |name| ClockRule::new(Clock::new(name, Anchor::RECEIVED), Term::working_days(5));
    /// assert_eq!(rule(ClockName::CLOSURE).until(), Anchor::CLOSED); // by the name of the clock
    /// ```
    #[must_use]
    pub const fn until(&self) -> Anchor {
        self.end
    }

    /// Returns to whom a miss is reported, step by step. Empty: to nobody.
    #[must_use]
    pub fn escalation(&self) -> &[EscalationStep] {
        &self.ladder
    }

    /// Returns the mark of a case in which the clock was missed, if there is one.
    #[must_use]
    pub const fn mark_if_missed(&self) -> Option<Mark> {
        self.mark
    }

    /// Returns what the reopening of a closed case does to the clock.
    #[must_use]
    pub const fn on_reopening(&self) -> ReopeningEffect {
        self.on_reopening
    }

    /// Returns the rounds of a case in which the clock runs.
    #[must_use]
    pub const fn rounds(&self) -> ClockRounds {
        self.rounds
    }

    /// Sets the deadline of complaints that no target covers, for example because they have no category.
    ///
    /// A policy is refused if the rule has no table of targets.
    ///
    /// # Example: a default needs targets
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::{ClockRule, Policy, Routing};
    /// use redress::vocab::{Anchor, ClockName};
    /// # use redress::sample;
    ///
    /// let rule = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), Term::working_days(2))
    ///     .with_otherwise(Term::working_days(5)); // every complaint has two days already
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let faults = desk.clock(rule).build().unwrap_err();
    /// assert!(faults.to_string().starts_with("clock `response`: `otherwise` requires `targets`"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_otherwise(mut self, deadline: impl Into<Deadline>) -> Self {
        self.otherwise = Some(deadline.into());
        self
    }

    /// Limits the clock to complaints of these categories and of their children. Other complaints do not have the
    /// clock.
    ///
    /// Further calls add categories.
    ///
    /// # Example: a complaint about something else has no such clock
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::{ClockRule, Policy, Routing};
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Anchor, Category, ClockName};
    /// # use redress::sample;
    ///
    /// let rule = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), Term::working_days(2))
    ///     .with_only_for([Category::SERVICE_PROCESS]);
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let policy = desk.clock(rule).build()?;
    /// let complaint = sample::complaint()?; // about a product
    /// assert!(triage(&policy, &complaint, &History::none())?.clocks().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_only_for(mut self, categories: impl IntoIterator<Item = Category>) -> Self {
        self.only_for.extend(categories);
        self
    }

    /// Limits the clock to complaints in which a fact is so. Other complaints do not have the clock.
    ///
    /// If the policy requires the fact to be asked and the complaint does not answer it, the clock is undetermined.
    ///
    /// # Example: a clock for accidents
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::{ClockRule, Policy, Routing};
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Anchor, ClockName, Fact};
    /// # use redress::sample;
    ///
    /// let rule = ClockRule::new(Clock::new(ClockName::CONTAINMENT, Anchor::RECEIVED), Term::calendar_days(1));
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let policy = desk.clock(rule.with_only_where(Fact::DANGER_TO_PERSON)).build()?;
    /// let complaint = sample::complaint()?;
    /// assert!(triage(&policy, &complaint, &History::none())?.clocks().is_empty());
    /// let danger = complaint.with_fact(Fact::DANGER_TO_PERSON, 1);
    /// assert_eq!(triage(&policy, &danger, &History::none())?.clocks().len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_only_where(mut self, fact: Fact) -> Self {
        self.only_where = Some(fact);
        self
    }

    /// Starts the clock at the due date of another clock of the policy.
    ///
    /// While that clock has no due date, this clock has none either, for the same reason. If the other clock has
    /// several due dates, one for each department, the earliest counts.
    ///
    /// # Example: three working days after the answer is due
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::ClockRule;
    /// use redress::policy::clock::ClockStart;
    /// use redress::vocab::{Anchor, ClockName};
    ///
    /// let rule = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(3))
    ///     .with_from_due_of(ClockName::RESPONSE);
    /// assert_eq!(rule.start(), ClockStart::DueOf(ClockName::RESPONSE));
    /// ```
    #[must_use]
    pub const fn with_from_due_of(mut self, other: ClockName) -> Self {
        self.start = ClockStart::DueOf(other);
        self
    }

    /// Sets whether the case has one such clock, or each responsible department has its own.
    ///
    /// A clock of departments must start from [`Anchor::DEPARTMENT_RECEIVED`].
    ///
    /// # Example: two departments, two clocks
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::clock::ClockScope;
    /// use redress::policy::{ClockRule, Policy, Routing};
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Anchor, ClockName, Department};
    /// # use redress::sample;
    ///
    /// let clock = Clock::new(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED);
    /// let rule = ClockRule::new(clock, Term::working_days(1)).with_scope(ClockScope::Department);
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let policy = desk.clock(rule).build()?;
    /// let complaint = sample::complaint()?
    ///     .with_department(Department::QUALITY, "2026-04-02T09:00:00Z".parse()?)
    ///     .with_department(Department::CUSTOMER_SERVICE, "2026-04-07T09:00:00Z".parse()?);
    /// let answer = triage(&policy, &complaint, &History::none())?;
    /// assert_eq!(answer.clocks()[1].department(), Some(Department::CUSTOMER_SERVICE));
    /// assert!(answer.clocks()[0].due() < answer.clocks()[1].due());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_scope(mut self, scope: ClockScope) -> Self {
        self.scope = scope;
        self
    }

    /// Sets which target decides if a complaint has several categories.
    ///
    /// # Example: the main category, even if another one is due earlier
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::clock::{SeveralCategories, Target};
    /// use redress::policy::{ClockRule, Policy, Routing};
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{Anchor, Category, ClockName, RuleId};
    /// # use redress::{sample, word};
    ///
    /// let target = |id, category, days| Target::new(id, category, Term::working_days(days));
    /// let quality = target(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, 10);
    /// let parts = target(word!(RuleId, "parts"), Category::SPARE_PARTS, 3);
    /// let rule = ClockRule::by_target(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), [quality, parts])
    ///     .with_several(SeveralCategories::Main);
    /// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
    /// let policy = desk.clock(rule).build()?;
    /// let complaint = sample::complaint()?.with_category(Category::SPARE_PARTS); // product quality is the main one
    /// let answer = triage(&policy, &complaint, &History::none())?;
    /// assert_eq!(answer.clocks()[0].target().map(Target::id), Some(word!(RuleId, "quality")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_several(mut self, several: SeveralCategories) -> Self {
        self.several = several;
        self
    }

    /// Sets how the clock affects the [standing](crate::vocab::Standing) of a complaint.
    ///
    /// Without this call, the clock `closure` limits how long a complaint may be open, the clock `project` turns an
    /// open complaint into a project, and all other clocks have no effect.
    ///
    /// # Example: a clock of the organisation's own that limits the closing
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::ClockRule;
    /// use redress::policy::clock::ClockPart;
    /// use redress::vocab::{Anchor, ClockName};
    /// use redress::word;
    ///
    /// let clock = Clock::new(word!(ClockName, "acme:final-answer"), Anchor::RECEIVED);
    /// let rule = ClockRule::new(clock, Term::weeks(8));
    /// assert_eq!(rule.part(), ClockPart::Other); // the name says nothing
    /// assert_eq!(rule.with_part(ClockPart::Closure).part(), ClockPart::Closure);
    /// ```
    #[must_use]
    pub const fn with_part(mut self, part: ClockPart) -> Self {
        self.part = part;
        self
    }

    /// Sets the source of the rule, such as the section of a procedure or a law.
    #[must_use]
    pub fn with_citation(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citation = source.into();
        self
    }

    /// Returns how the clock runs: its name, start event, pauses, extensions and warnings.
    #[must_use]
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Returns the name of the clock.
    #[must_use]
    pub const fn name(&self) -> ClockName {
        self.clock.name()
    }

    /// Returns whether the clock counts from its event or from the due date of another clock.
    #[must_use]
    pub const fn start(&self) -> ClockStart {
        self.start
    }

    /// Returns whether the case has one such clock, or each responsible department has its own.
    #[must_use]
    pub const fn scope(&self) -> ClockScope {
        self.scope
    }

    /// Returns which target decides if a complaint has several categories.
    #[must_use]
    pub const fn several(&self) -> SeveralCategories {
        self.several
    }

    /// Returns how the clock affects the standing of a complaint.
    #[must_use]
    pub const fn part(&self) -> ClockPart {
        self.part
    }

    /// Returns the name of the calendar by which the clock counts, or `None` for the calendar of the policy.
    #[must_use]
    pub fn calendar(&self) -> Option<&str> {
        self.calendar.as_deref()
    }

    /// Returns how much time there is.
    #[must_use]
    pub const fn targets(&self) -> &Targets {
        &self.targets
    }

    /// Returns the source of the rule. It is empty if the organisation made the rule itself.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// Limits who may enter an event so late that a miss of the clock disappears, and until when.
    #[must_use]
    pub fn with_late_entry(mut self, late: LateEntry) -> Self {
        self.late_entry = Some(late);
        self
    }

    /// Returns the limit on late entries, or `None` if there is none.
    #[must_use]
    pub const fn late_entry(&self) -> Option<&LateEntry> {
        self.late_entry.as_ref()
    }
}
