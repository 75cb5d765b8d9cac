//! Which clocks a complaint has, and what their targets are.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::calendar::text::{excerpt, name_problem};
use crate::deadline::{Clock, Count, Deadline, Warning};
use crate::policy::cited::cited;
use crate::policy::{Place, PolicyFault};
use crate::taxonomy::Taxonomy;
use crate::vocab::{Anchor, Category, ClockName, Fact, Mark, Role, RuleId, Severity};

/// The most clocks of a policy.
pub const MAX_CLOCKS: usize = 128;

/// The most steps of one escalation.
pub const MAX_RUNGS: usize = 16;

/// A clock of a policy: how it runs, for whom, and by which targets.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClockRule {
    pub(crate) clock: Clock,
    pub(crate) targets: Targets,
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
    /// Whether it starts anew with each event after it has ended.
    pub(crate) repeats: bool,
    /// Whether an automatic message is an answer that ends it.
    pub(crate) automatic: bool,
    pub(crate) ladder: Vec<Rung>,
    pub(crate) mark: Option<Mark>,
    pub(crate) citation: Cow<'static, str>,
}

/// What the reopening of a closed case does to a clock that has ended.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum OnReopening {
    /// It runs on from its original start, as if it had not ended; what it was before stays on record.
    #[default]
    Resume,
    /// A second clock starts from the reopening; the first one stays ended.
    Separate,
}

/// One step of an escalation: to whom a missed limit is reported, and how long after the miss or the step before.
///
/// A step is never passed over because nobody holds the role: it is owed all the same.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a step, whole as it is")]
pub struct Rung {
    /// How long after the miss, or after the step before.
    pub after: Count,
    /// To whom.
    pub to: Role,
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

/// By what a clock is due.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a target is the same for all, by a table, or not set")]
pub enum Targets {
    /// By one deadline, whatever the complaint is about.
    Same(Deadline),
    /// By the category and the severity; a complaint that no target covers has none.
    Table(Vec<Target>),
    /// By nothing yet: a number that the procedure leaves open and nobody has set. The clock is
    /// undetermined, and says what is missing.
    NotSet(Cow<'static, str>),
}

/// The deadline of the complaints of a category, and of its children, or of those of a severity and above.
///
/// Of several that cover a complaint the one of the nearest category counts, and of these the one of the
/// highest level.
///
/// ```
/// use redress::calendar::Span;
/// use redress::deadline::{Clock, Term};
/// use redress::policy::{ClockRule, Target};
/// use redress::vocab::{Anchor, Category, ClockName, RuleId, Severity};
/// use redress::word;
///
/// let closure = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
/// let rule = ClockRule::by_target(
///     closure,
///     [
///         Target::of_severity(word!(RuleId, "serious"), Severity::Serious, Term::elapsed(Span::hours(24))),
///         Target::new(word!(RuleId, "parts"), Category::SPARE_PARTS, Term::working_days(3)),
///         Target::new(word!(RuleId, "grave-parts"), Category::SPARE_PARTS, Term::working_days(1))
///             .from_severity(Severity::Serious),
///     ],
/// )
/// .otherwise(Term::working_days(10));
/// let grave = rule.target(Some(Category::SPARE_PARTS), Some(Severity::Critical)).map(Target::id);
/// assert_eq!(grave, Some(word!(RuleId, "grave-parts")));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Target {
    pub(crate) id: RuleId,
    pub(crate) category: Option<Category>,
    pub(crate) level: Option<Severity>,
    pub(crate) deadline: Deadline,
    pub(crate) citation: Cow<'static, str>,
}

cited!(Target);

impl Target {
    /// A target of a category with the id that reasons name it by.
    #[must_use]
    pub fn new(id: RuleId, category: Category, deadline: impl Into<Deadline>) -> Self {
        let citation = Cow::Borrowed("");
        Self { id, category: Some(category), level: None, deadline: deadline.into(), citation }
    }

    /// A target of a severity and above, whatever the category, with the id that reasons name it by.
    #[must_use]
    pub fn of_severity(id: RuleId, level: Severity, deadline: impl Into<Deadline>) -> Self {
        let citation = Cow::Borrowed("");
        Self { id, category: None, level: Some(level), deadline: deadline.into(), citation }
    }

    /// Keeps it to complaints of a severity and above.
    #[must_use]
    pub const fn from_severity(mut self, level: Severity) -> Self {
        self.level = Some(level);
        self
    }

    /// The category it covers, children included; none where it covers all.
    #[must_use]
    pub const fn category(&self) -> Option<Category> {
        self.category
    }

    /// The severity from which on it covers; none where it covers all.
    #[must_use]
    pub const fn severity(&self) -> Option<Severity> {
        self.level
    }

    fn covers(&self, category: Option<Category>, level: Option<Severity>) -> bool {
        let in_category = match (&self.category, category) {
            (None, _) => true,
            (Some(own), Some(category)) => category.is_or_under(own),
            (Some(_), None) => false,
        };
        in_category && (self.level.is_none() || self.level <= level)
    }

    /// The deadline.
    #[must_use]
    pub const fn deadline(&self) -> &Deadline {
        &self.deadline
    }
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
                ClockName::ROOT_CAUSE => Anchor::CAUSE_FOUND,
                ClockName::VERIFICATION => Anchor::EFFECT_CONFIRMED,
                _ => Anchor::CLOSED,
            },
            on_reopening: OnReopening::Resume,
            repeats: false,
            automatic: false,
            ladder: Vec::new(),
            mark: None,
            citation: Cow::Borrowed(""),
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

    /// Reports a miss to a role, so long after it or after the step before.
    #[must_use]
    pub fn escalating(mut self, after: Count, to: Role) -> Self {
        self.ladder.push(Rung { after, to });
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

    /// The target of a complaint of a category and a severity, as far as it has them.
    #[must_use]
    pub fn target(&self, category: Option<Category>, level: Option<Severity>) -> Option<&Target> {
        let Targets::Table(targets) = &self.targets else { return None };
        let nearness = |target: &&Target| (target.category.map(|own| own.as_str().len()), target.level);
        targets.iter().filter(|target| target.covers(category, level)).max_by_key(nearness)
    }

    /// Whether a complaint of these categories, in which these are so, has this clock.
    pub(crate) fn is_for(&self, categories: &[Category], count: impl Fn(Fact) -> u32) -> bool {
        let covers = |category: &Category| self.only_for.iter().any(|own| category.is_or_under(own));
        let filed = self.only_for.is_empty() || categories.iter().any(covers);
        filed && self.only_where.is_none_or(|fact| count(fact) > 0)
    }

    /// Every deadline it may have, with its place.
    fn deadlines(&self) -> Vec<(Place, &Deadline)> {
        let mut deadlines = self.targets_with_places();
        deadlines.extend(self.otherwise.as_ref().map(|deadline| (Place::Clock(self.name()), deadline)));
        deadlines
    }

    fn targets_with_places(&self) -> Vec<(Place, &Deadline)> {
        match &self.targets {
            Targets::Same(deadline) => Vec::from([(Place::Clock(self.name()), deadline)]),
            Targets::Table(targets) => targets
                .iter()
                .map(|target| (Place::Target(self.name(), target.id), &target.deadline))
                .collect(),
            Targets::NotSet(_) => Vec::new(),
        }
    }

    pub(crate) fn prove(
        &self,
        taxonomy: &Taxonomy,
        levels: Option<&[Severity]>,
        faults: &mut Vec<PolicyFault>,
    ) {
        let clock = self.name();
        for (place, deadline) in self.deadlines() {
            faults.extend(deadline.fault().map(|fault| PolicyFault::Deadline { place, fault }));
            let events = deadline.events().filter_map(|event| taxonomy.check_known(event).err());
            faults.extend(events.map(|error| PolicyFault::Undeclared { place, error }));
            for term in deadline.terms() {
                self.prove_warnings(term.count(), faults);
            }
        }
        if self.otherwise.is_some() && !matches!(self.targets, Targets::Table(_)) {
            faults.push(PolicyFault::OtherwiseAlone { clock });
        }
        for &warning in self.clock.warnings() {
            if let Warning::Share(percent @ (0 | 100..)) = warning {
                faults.push(PolicyFault::WarningShare { clock, percent });
            }
        }
        match &self.targets {
            Targets::Same(_) => {}
            Targets::Table(targets) => self.prove_targets(targets, taxonomy, levels, faults),
            Targets::NotSet(parameter) => {
                let fault =
                    |problem| PolicyFault::Name { part: "parameter", text: excerpt(parameter), problem };
                faults.extend(name_problem(parameter).map(fault));
            }
        }
        let place = Place::Clock(clock);
        if self.ladder.len() > MAX_RUNGS {
            faults.push(PolicyFault::LadderTooLong { clock, rungs: self.ladder.len() });
        }
        let roles = self.ladder.iter().filter_map(|rung| taxonomy.check_known(rung.to).err());
        faults.extend(roles.map(|error| PolicyFault::Undeclared { place, error }));
        let ends = [
            taxonomy.check_known(self.end).err(),
            self.mark.and_then(|mark| taxonomy.check_known(mark).err()),
            self.only_where.and_then(|fact| taxonomy.check_known(fact).err()),
        ];
        faults.extend(ends.into_iter().flatten().map(|error| PolicyFault::Undeclared { place, error }));
        let by_message = self.clock.start() == Anchor::CUSTOMER_WROTE && self.end == Anchor::ANSWERED;
        if self.repeats && !(by_message && self.scope == Scope::Case && self.start == Start::Event) {
            faults.push(PolicyFault::RepeatsNoMessage { clock, start: self.clock.start(), end: self.end });
        }
        if let Some(rung) = self.ladder.iter().find(|rung| matches!(rung.after, Count::At(_))) {
            faults.push(PolicyFault::RungAtInstant { clock, to: rung.to });
        }
        let words = [Some(taxonomy.check_known(clock)), Some(taxonomy.check_known(self.clock.start()))];
        let pauses = self.clock.pauses.iter().map(|rule| taxonomy.check_known(rule.reason()));
        let extensions = self.clock.extensions.iter().map(|rule| taxonomy.check_known(rule.reason()));
        let only_for = self.only_for.iter().map(|&category| taxonomy.check_known(category));
        let undeclared = words
            .into_iter()
            .flatten()
            .chain(only_for)
            .chain(pauses)
            .chain(extensions)
            .filter_map(Result::err);
        faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
        for (index, rule) in self.clock.pauses.iter().enumerate() {
            let reason = rule.reason();
            if self.clock.pauses.iter().take(index).any(|earlier| earlier.reason() == reason) {
                faults.push(PolicyFault::PauseTwice { clock, reason });
            }
        }
        for (index, rule) in self.clock.extensions.iter().enumerate() {
            let reason = rule.reason();
            if self.clock.extensions.iter().take(index).any(|earlier| earlier.reason() == reason) {
                faults.push(PolicyFault::ExtensionTwice { clock, reason });
            }
        }
        if self.scope == Scope::Department && self.clock.start() != Anchor::DEPARTMENT_RECEIVED {
            faults.push(PolicyFault::DepartmentAnchor { clock, anchor: self.clock.start() });
        }
    }

    fn prove_targets(
        &self,
        targets: &[Target],
        taxonomy: &Taxonomy,
        levels: Option<&[Severity]>,
        faults: &mut Vec<PolicyFault>,
    ) {
        for (index, target) in targets.iter().enumerate() {
            let place = Place::Target(self.name(), target.id);
            let undeclared = target.category.and_then(|category| taxonomy.check_known(category).err());
            faults.extend(undeclared.map(|error| PolicyFault::Undeclared { place, error }));
            match (target.level, levels) {
                (Some(_), None) => faults.push(PolicyFault::NoSeverityRules { place }),
                (Some(level), Some(levels)) if !levels.contains(&level) => {
                    faults.push(PolicyFault::LevelNotDeclared { place, level });
                }
                _ => {}
            }
            let earlier = targets.get(..index).unwrap_or_default();
            if earlier.iter().any(|other| other.id == target.id) {
                faults.push(PolicyFault::IdTwice { place });
            }
            let same = |other: &&Target| other.category == target.category && other.level == target.level;
            if let Some(other) = earlier.iter().find(same) {
                faults.push(PolicyFault::TargetTwice { place, earlier: other.id });
            }
        }
    }

    fn prove_warnings(&self, target: Count, faults: &mut Vec<PolicyFault>) {
        let clock = self.name();
        for &warning in self.clock.warnings() {
            if let Warning::Lead(lead) = warning
                && !leads(lead, target)
            {
                let fault = PolicyFault::WarningUnit { clock, lead, target };
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
            }
        }
    }
}

/// Whether a lead is in the unit of a target; weeks and months are led by days too.
fn leads(lead: Count, target: Count) -> bool {
    match target {
        Count::Weeks(_) | Count::Months(_) | Count::CalendarDays(_) => {
            matches!(lead, Count::CalendarDays(_)) || lead.same_unit(target)
        }
        Count::At(_) => matches!(lead, Count::Elapsed(_)),
        _ => lead.same_unit(target),
    }
}
