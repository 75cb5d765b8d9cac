//! The kinds of findings, one row for each: its data, its sentence, its grade, its place and its example.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::approval::staff::{StaffingFault, StaffingHint};
use crate::coded::{Coded, codes};
use crate::deadline::Count;
use crate::policy::fault::{FaultPlace, PolicyFault, RoutingExample, SeverityExample};
use crate::policy::finding::example::{Example, StartExample};
use crate::policy::finding::grade::Grade;
use crate::policy::hint::PolicyHint;
use crate::vocab::{Action, ActorId, Anchor, Choice, ClockName, Code, Facet, Role, RuleId, Severity};

/// Something in a policy that somebody should look at, with its place and the smallest example.
///
/// A finding has a stable [code](Self::code), a [grade](Self::grade), a [place](Self::place) with a
/// [pointer](Self::pointer) into the document, an [example](Self::example) that shows it again, and a sentence.
/// [The page of findings](crate::docs::findings) shows each of them.
///
/// | Call | What it looks at |
/// |---|---|
/// | [`Policy::findings`](crate::policy::Policy::findings) | a policy that was built |
/// | [`PolicyBuilder::findings`](crate::policy::PolicyBuilder::findings) | a draft, which may have faults |
/// | [`Policy::findings_on`](crate::policy::Policy::findings_on) | the calendars, from a day on |
/// | [`Policy::findings_with`](crate::policy::Policy::findings_with) | the people of a roster |
///
/// # Example: a rule that another one overrides
///
/// ```
/// use redress::policy::finding::{Example, Grade};
/// use redress::policy::severity::SeverityRule;
/// use redress::policy::{Condition, Policy, Routing, SeverityRules};
/// use redress::sample;
/// use redress::vocab::{Fact, RuleId, Severity};
/// use redress::word;
///
/// let press = Condition::has(Fact::MEDIA_EXPOSURE);
/// let often = Condition::at_least(Fact::MEDIA_EXPOSURE, 3);
/// let rules = SeverityRules::new([Severity::Minor, Severity::General, Severity::Serious])
///     .with_rule(SeverityRule::new(word!(RuleId, "press"), Severity::Serious, press))
///     .with_rule(SeverityRule::new(word!(RuleId, "often"), Severity::General, often))
///     .with_otherwise(Severity::Minor);
/// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
///     .severity(rules)
///     .build()?;
/// let findings = policy.findings();
/// assert_eq!(findings[0].code(), "finding.rule-never-decides");
/// assert_eq!(findings[0].grade(), Grade::Warning);
/// assert_eq!(
///     findings[0].to_string(),
///     "severity rule `often`: never decides, because rule `press` decides wherever it holds, such as for fact \
///      `media-exposure` 3 times; narrow what decides, or remove this rule",
/// );
/// let Some(Example::Severity(example)) = findings[0].example() else { return Err("no complaint".into()) };
/// assert_eq!(example.facts(), [(Fact::MEDIA_EXPOSURE, 3)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Finding {
    /// A fault, for which no policy is built.
    #[error("{0}")]
    Fault(Box<PolicyFault>),
    /// A rule that is valid, but most often not meant.
    #[error("{0}")]
    Hint(PolicyHint),
    /// The people of a roster cannot do what the policy requires.
    #[error("{0}")]
    Staffing(StaffingFault),
    /// A roster and a policy name different roles.
    #[error("{0}")]
    Roles(StaffingHint),
    /// The table allows complaints without an owner, and there are some.
    #[error(
        "routing: no row assigns an owner to {example}, as `gaps = \"unrouted\"` allows; add a row if one should"
    )]
    Unrouted {
        /// The smallest complaint without an owner.
        example: RoutingExample,
    },
    /// Two rows share some complaints, each has others of its own, and the order of the rows decides.
    #[error(
        "routing row `{row}`: row `{earlier}` decides for {example} only because it stands first; check whether the \
         order is meant"
    )]
    OrderDecides {
        /// The later row.
        row: RuleId,
        /// The earlier row.
        earlier: RuleId,
        /// The smallest complaint that both rows match.
        example: RoutingExample,
    },
    /// A row of an act that collects rows adds nothing, because another row has the same assignee wherever it matches.
    #[error(
        "routing row `{row}`: adds nothing, because row `{by}` names the same assignee wherever it matches, such as \
         for {example}; remove one of the two"
    )]
    RowAddsNothing {
        /// The row that adds nothing.
        row: RuleId,
        /// The row that matches whatever it matches.
        by: RuleId,
        /// The smallest complaint that both rows match.
        example: RoutingExample,
    },
    /// The routing table is too complex to be looked at completely.
    #[error("routing: the {rows} rows are too complex to be looked at completely; use fewer inputs in a row")]
    RoutingTooComplex {
        /// How many rows the table has.
        rows: usize,
    },
    /// The condition of a rule contradicts itself.
    #[error(
        "{place}: never holds, because its condition contradicts itself; correct the condition, or remove the rule"
    )]
    RuleNeverHolds {
        /// The rule.
        place: FaultPlace,
    },
    /// Another rule decides wherever a rule holds.
    #[error(
        "{place}: never decides, because {} wherever it holds, such as for {}; narrow what decides, or remove this rule",
        Deciding(by),
        Shown(example)
    )]
    RuleNeverDecides {
        /// The rule that never decides.
        place: FaultPlace,
        /// Up to three of the rules that decide for the example.
        by: Vec<RuleId>,
        /// The smallest complaint for which the rule holds.
        example: SeverityExample,
    },
    /// Two rules give the same for the same condition.
    #[error("{place}: says the same as rule `{earlier}`; remove one of the two")]
    RuleTwice {
        /// The second rule.
        place: FaultPlace,
        /// The first rule.
        earlier: RuleId,
    },
    /// No complaint has a level, although rules give it.
    #[error(
        "severity: no complaint has the level `{level}`, although rules give it; correct the rules, or remove the level"
    )]
    LevelNeverGiven {
        /// The level.
        level: Severity,
    },
    /// No complaint is left for the default.
    #[error(
        "severity: `otherwise` never applies, because some rule holds for every complaint; remove it, or correct the rules"
    )]
    DefaultNeverApplies {
        /// The default.
        level: Severity,
    },
    /// One more of something lowers the severity.
    #[error(
        "severity rule `{rule}`: more of something lowers the severity: it is `{from}` for {}, and `{to}` for {}; let \
         more facts never lower the severity",
        Shown(less),
        Shown(more)
    )]
    NotMonotone {
        /// The rule that gives the higher severity, or if the default does, the rule that gives the lower one.
        rule: RuleId,
        /// The complaint with less.
        less: SeverityExample,
        /// The complaint with more.
        more: SeverityExample,
        /// The severity of the complaint with less.
        from: Severity,
        /// The severity of the complaint with more.
        to: Severity,
    },
    /// The rules allow unrated complaints, and a complaint with more than a rated one is unrated.
    #[error(
        "severity: no rule rates {}, where rule `{rule}` ends, as `gaps = \"unrated\"` allows; add a rule if one should",
        Shown(example)
    )]
    Unrated {
        /// The rule that holds for a complaint with one less of something.
        rule: RuleId,
        /// The smallest complaint in the gap.
        example: SeverityExample,
    },
    /// The conditions of some rules are too complex to be looked at completely.
    #[error(
        "{place}: the {rules} rules are too complex to be looked at completely; split or simplify their conditions"
    )]
    RulesTooComplex {
        /// The rules.
        place: FaultPlace,
        /// How many there are.
        rules: usize,
    },
    /// A word that the policy declares is named by none of its rules.
    #[error(
        "words: {facet} `{word}` is declared, but nothing in the policy names it; use it in a rule, or remove it"
    )]
    WordNotUsed {
        /// The facet.
        facet: Facet,
        /// The word.
        word: Code,
    },
    /// The list of unused words is cut off.
    #[error("words: only the first {told} words that nothing names are listed; {more} more are declared")]
    MoreWords {
        /// How many words are listed.
        told: usize,
        /// How many are not.
        more: usize,
    },
    /// The event from which a clock starts does not happen in this policy.
    #[error(
        "clock `{clock}`: never starts, because `{event}` does not happen in this track; use another event, or change the track"
    )]
    NeverStarts {
        /// The clock.
        clock: ClockName,
        /// The event from which it starts.
        event: Anchor,
    },
    /// A clock of the later rounds belongs to a track that reopens no case.
    #[error(
        "clock `{clock}`: never starts, because it belongs to the later rounds and the track reopens no case; change one of the two"
    )]
    NoLaterRound {
        /// The clock.
        clock: ClockName,
    },
    /// A clock starts from the due date of a clock that has none.
    #[error(
        "clock `{clock}`: never starts, because `{other}` has no target that is set; set one, or start it from an event"
    )]
    FromNotSet {
        /// The clock.
        clock: ClockName,
        /// The clock it starts from.
        other: ClockName,
    },
    /// The event at which a clock stops does not happen in this policy.
    #[error(
        "clock `{clock}`: never stops, because `{event}` does not happen in this track; use another event, or change the track"
    )]
    NeverStops {
        /// The clock.
        clock: ClockName,
        /// The event at which it stops.
        event: Anchor,
    },
    /// The target of a clock is a parameter that is not set.
    #[error("clock `{clock}`: has no limit until the parameter `{parameter}` is set; set it")]
    NotSet {
        /// The clock.
        clock: ClockName,
        /// The parameter.
        parameter: String,
    },
    /// No target of a clock covers some complaints.
    #[error("clock `{clock}`: no target covers {example}; add a target, or set `otherwise`")]
    NoLimit {
        /// The clock.
        clock: ClockName,
        /// The smallest complaint without a limit.
        example: RoutingExample,
    },
    /// A warning is at least as long before the due date as the target is long.
    #[error(
        "{place}: a warning {lead} ahead comes at the start, because the target is {target}; warn later, or lengthen the \
         target"
    )]
    WarnsAtStart {
        /// The clock or the target.
        place: FaultPlace,
        /// How long before the due date it should come.
        lead: Count,
        /// The amount of the target.
        target: Count,
    },
    /// A soft target is due after the hard limit for the same event.
    #[error(
        "clock `{clock}`: its own promise is later than the limit of clock `{limit}`: {example}, and the limit is due \
         at `{}`; shorten the promise",
        crate::calendar::instant::format(example.other.at())
    )]
    PromiseBeyondLimit {
        /// The clock with the soft target.
        clock: ClockName,
        /// The clock with the hard limit.
        limit: ClockName,
        /// The first start at which the promise is later.
        example: StartExample,
    },
    /// An escalation reports a second time to a role that was told already.
    #[error(
        "clock `{clock}`: escalates to `{role}` again, which was told by an earlier step; name another role, or remove the step"
    )]
    EscalatesAgain {
        /// The clock.
        clock: ClockName,
        /// The role.
        role: Role,
    },
    /// The time limit of an approval step escalates to a role that could sign the step all along.
    #[error(
        "approval chain `{chain}` step `{step}`: escalates to `{role}`, which can sign this step already; name another \
         role"
    )]
    EscalatesToSigner {
        /// The chain.
        chain: RuleId,
        /// The step.
        step: RuleId,
        /// The role.
        role: Role,
    },
    /// Months are counted to a month that lacks the day.
    #[error(
        "{place}: a month can lack the day that is counted to: {example}, on the last day of that month; if the next day \
         counts, it is due at `{}`",
        crate::calendar::instant::format(example.other.at())
    )]
    MonthLacksDay {
        /// The clock, the target or the part of the course.
        place: FaultPlace,
        /// The first start at which the readings differ.
        example: StartExample,
    },
    /// The due date falls on a time that the clocks skip.
    #[error(
        "{place}: the due time can fall into an hour that the clocks skip: {example}; with the offset from before the \
         change, it is due at `{}`",
        crate::calendar::instant::format(example.other.at())
    )]
    SkippedTime {
        /// The clock, the target or the part of the course.
        place: FaultPlace,
        /// The first start at which the readings differ.
        example: StartExample,
    },
    /// The due date falls on a time that the clocks show twice.
    #[error(
        "{place}: the due time can fall into an hour that the clocks show twice: {example}; at the other of the two, it \
         is due at `{}`",
        crate::calendar::instant::format(example.other.at())
    )]
    RepeatedTime {
        /// The clock, the target or the part of the course.
        place: FaultPlace,
        /// The first start at which the readings differ.
        example: StartExample,
    },
    /// A date that is rolled can leave its month.
    #[error(
        "{place}: a rolled date can leave its month: {example}; if it {} its month, it is due at `{}`",
        if *stays { "leaves" } else { "stays in" },
        crate::calendar::instant::format(example.other.at())
    )]
    RollLeavesMonth {
        /// The clock, the target or the part of the course.
        place: FaultPlace,
        /// Whether the policy keeps the date in its month.
        stays: bool,
        /// The first start at which the readings differ.
        example: StartExample,
    },
    /// A receipt after the closing counts for the same day, because the cut-off is later.
    #[error(
        "{place}: the cut-off comes after the close of business: {example}; if receipts after hours count from the next \
         day, it is due at `{}`",
        crate::calendar::instant::format(example.other.at())
    )]
    CutoffAfterClosing {
        /// The clock, the target or the part of the course.
        place: FaultPlace,
        /// The first start at which the readings differ.
        example: StartExample,
    },
    /// A pause moves the due date differently if it moves the end of the term or the due date itself.
    #[error(
        "{place}: what a pause moves makes a difference: {example}; if a pause {}, it is due at `{}`",
        if *moves_due { "moves the end of the term" } else { "moves the due date itself" },
        crate::calendar::instant::format(example.other.at())
    )]
    PauseReading {
        /// The clock or the target.
        place: FaultPlace,
        /// Whether pauses of this clock move the due date itself.
        moves_due: bool,
        /// The first start at which the readings differ, with a pause.
        example: StartExample,
    },
    /// The term was not counted from every start, because the policy has too many terms and days.
    #[error(
        "{place}: not every start was counted, because the policy has too many terms and days; use fewer known days"
    )]
    ReadingsNotTried {
        /// The clock, the target or the part of the course.
        place: FaultPlace,
    },
    /// A calendar ends before a clock that starts today is due.
    #[error(
        "clock `{clock}`: started on {today}, it is due after {last}, the last known day of calendar `{calendar}`; \
         extend the calendar"
    )]
    CalendarEnds {
        /// The clock.
        clock: ClockName,
        /// The name of the calendar.
        calendar: String,
        /// Its last known day.
        last: NaiveDate,
        /// The day on which the clock would start.
        today: NaiveDate,
    },
    /// Whoever may propose, or take another action that is parted from signing, is needed among the signers.
    #[error(
        "approval chain `{chain}`: nobody who may `{action}` leaves enough others to sign, and nobody may do both: without \
         `{person}`, {stuck}"
    )]
    NobodyElseSigns {
        /// The chain.
        chain: RuleId,
        /// The action that excludes whoever takes it from signing.
        action: Action,
        /// A person who may take the action and is then missing among the signers.
        person: ActorId,
        /// Why the chain cannot be completed without them.
        stuck: crate::approval::StuckApproval,
    },
    /// Two actions require two people, and one person alone can take both.
    #[error(
        "people: `{one}` and `{other}` require two people, but only `{person}` can do either; add a holder of a role that may"
    )]
    OneForTwo {
        /// One of the actions.
        one: Action,
        /// The other action.
        other: Action,
        /// The person.
        person: ActorId,
    },
}

codes! {
    Finding "finding" {
        Unrouted = "unrouted", "Add a row for the example if it should have an owner.";
        OrderDecides = "order-decides", "Check the order of the two rows, or make one of them more specific.";
        RowAddsNothing = "row-adds-nothing", "Remove one of the two rows.";
        RoutingTooComplex = "routing-too-complex", "Use fewer inputs in a row.";
        RuleNeverHolds = "rule-never-holds", "Correct the condition, or remove the rule.";
        RuleNeverDecides = "rule-never-decides", "Narrow the rules that decide, or remove the rule.";
        RuleTwice = "rule-twice", "Remove one of the two rules.";
        LevelNeverGiven = "level-never-given", "Correct the rules of the level, or remove the level.";
        DefaultNeverApplies = "default-never-applies", "Remove the default, or correct the rules.";
        NotMonotone = "not-monotone", "Let the rule go on, or let a higher rule begin where it ends.";
        Unrated = "unrated", "Add a rule for the example if it should be rated.";
        RulesTooComplex = "rules-too-complex", "Split or simplify the conditions.";
        WordNotUsed = "word-not-used", "Use the word in a rule, or remove it.";
        MoreWords = "more-words", "Remove the words that nothing names.";
        NeverStarts = "never-starts", "Start the clock from another event, or change the track.";
        NoLaterRound = "no-later-round", "Let the clock run in every round, or allow cases to be reopened.";
        FromNotSet = "from-not-set", "Set the target of the other clock, or start from an event.";
        NeverStops = "never-stops", "Stop the clock at another event, or change the track.";
        NotSet = "not-set", "Set the parameter.";
        NoLimit = "no-limit", "Add a target for the example, or set `otherwise`.";
        WarnsAtStart = "warns-at-start", "Warn later, or lengthen the target.";
        PromiseBeyondLimit = "promise-beyond-limit", "Shorten the promise.";
        EscalatesAgain = "escalates-again", "Name another role, or remove the step.";
        EscalatesToSigner = "escalates-to-signer", "Escalate to a role that cannot sign the step already.";
        MonthLacksDay = "month-lacks-day", "Check which day the text of the rule means.";
        SkippedTime = "skipped-time", "Check which instant the text of the rule means.";
        RepeatedTime = "repeated-time", "Check which instant the text of the rule means.";
        RollLeavesMonth = "roll-leaves-month", "Check whether the date may leave its month.";
        CutoffAfterClosing = "cutoff-after-closing", "Check whether a receipt after hours counts for the same day.";
        PauseReading = "pause-reading", "Check what the text of the rule says that a pause moves.";
        ReadingsNotTried = "readings-not-tried", "Use fewer known days, or look at fewer terms at once.";
        CalendarEnds = "calendar-ends", "Extend the known days of the calendar.";
        NobodyElseSigns = "nobody-else-signs", "Add a holder of a role that signs.";
        OneForTwo = "one-for-two", "Add a holder of a role that may take one of the actions.";
    }
    wraps { Fault.0, Hint.0, Staffing.0, Roles.0 }
    ;

    fn place(&self) -> Option<String> {
        self.place().map(|place| place.to_string())
    }

    fn faults(&self) -> Vec<&dyn Coded> {
        if let Self::Fault(fault) = self { Coded::faults(&**fault) } else { Vec::new() }
    }
}

impl From<PolicyFault> for Finding {
    fn from(fault: PolicyFault) -> Self {
        Self::Fault(Box::new(fault))
    }
}

impl Finding {
    /// Returns how much this finding matters.
    #[must_use]
    pub const fn grade(&self) -> Grade {
        match self {
            Self::Fault(_) | Self::Staffing(_) | Self::NobodyElseSigns { .. } | Self::OneForTwo { .. } => {
                Grade::Fault
            }
            Self::RowAddsNothing { .. }
            | Self::RuleNeverHolds { .. }
            | Self::RuleNeverDecides { .. }
            | Self::RuleTwice { .. }
            | Self::LevelNeverGiven { .. }
            | Self::DefaultNeverApplies { .. }
            | Self::NotMonotone { .. }
            | Self::NeverStarts { .. }
            | Self::NoLaterRound { .. }
            | Self::FromNotSet { .. }
            | Self::NeverStops { .. }
            | Self::NotSet { .. }
            | Self::NoLimit { .. }
            | Self::WarnsAtStart { .. }
            | Self::PromiseBeyondLimit { .. }
            | Self::EscalatesToSigner { .. }
            | Self::CalendarEnds { .. } => Grade::Warning,
            Self::Hint(_)
            | Self::Roles(_)
            | Self::Unrouted { .. }
            | Self::OrderDecides { .. }
            | Self::RoutingTooComplex { .. }
            | Self::Unrated { .. }
            | Self::RulesTooComplex { .. }
            | Self::WordNotUsed { .. }
            | Self::MoreWords { .. }
            | Self::EscalatesAgain { .. }
            | Self::MonthLacksDay { .. }
            | Self::SkippedTime { .. }
            | Self::RepeatedTime { .. }
            | Self::RollLeavesMonth { .. }
            | Self::CutoffAfterClosing { .. }
            | Self::ReadingsNotTried { .. }
            | Self::PauseReading { .. } => Grade::Hint,
        }
    }

    /// Returns the smallest example, or `None` if this finding needs none: it is about the text of the policy alone.
    ///
    /// # Example: an example that replays
    ///
    /// ```
    /// use redress::policy::finding::Example;
    /// use redress::policy::routing::{Cell, Row, RoutingGaps};
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    /// use redress::triage::{Complaint, History, triage};
    /// use redress::vocab::{Department, Input, RuleId, Subject};
    /// use redress::word;
    ///
    /// let service = Row::owner(word!(RuleId, "service"), Department::BUSINESS).with_cell(Cell::is(Subject::SERVICE));
    /// let routing = Routing::by([Input::SUBJECT]).with_row(service).with_gaps(RoutingGaps::Unrouted);
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(routing).build()?;
    /// let findings = policy.findings();
    /// let Some(Example::Routing(example)) = findings[0].example() else { return Err("no complaint".into()) };
    ///
    /// let complaint = Complaint::of_example("A-1".parse()?, "2026-03-06T10:00:00+01:00".parse()?, example);
    /// assert_eq!(triage(&policy, &complaint, &History::none())?.department(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn example(&self) -> Option<Example<'_>> {
        Some(match self {
            Self::Fault(fault) => return of_fault(fault),
            Self::Unrouted { example }
            | Self::OrderDecides { example, .. }
            | Self::RowAddsNothing { example, .. }
            | Self::NoLimit { example, .. } => Example::Routing(example),
            Self::RuleNeverDecides { example, .. } | Self::Unrated { example, .. } => {
                Example::Severity(example)
            }
            Self::NotMonotone { less, more, .. } => Example::More { less, more },
            Self::PromiseBeyondLimit { example, .. }
            | Self::MonthLacksDay { example, .. }
            | Self::SkippedTime { example, .. }
            | Self::RepeatedTime { example, .. }
            | Self::RollLeavesMonth { example, .. }
            | Self::CutoffAfterClosing { example, .. }
            | Self::PauseReading { example, .. } => Example::Start(*example),
            Self::NobodyElseSigns { person, .. } | Self::OneForTwo { person, .. } => Example::Person(*person),
            Self::Hint(_)
            | Self::Staffing(_)
            | Self::Roles(_)
            | Self::RoutingTooComplex { .. }
            | Self::RuleNeverHolds { .. }
            | Self::RuleTwice { .. }
            | Self::LevelNeverGiven { .. }
            | Self::DefaultNeverApplies { .. }
            | Self::RulesTooComplex { .. }
            | Self::WordNotUsed { .. }
            | Self::MoreWords { .. }
            | Self::NeverStarts { .. }
            | Self::NoLaterRound { .. }
            | Self::FromNotSet { .. }
            | Self::NeverStops { .. }
            | Self::NotSet { .. }
            | Self::WarnsAtStart { .. }
            | Self::EscalatesAgain { .. }
            | Self::EscalatesToSigner { .. }
            | Self::ReadingsNotTried { .. }
            | Self::CalendarEnds { .. } => return None,
        })
    }

    /// Returns the place of this finding, or `None` if it has no single place, such as the words of a policy.
    #[must_use]
    pub const fn place(&self) -> Option<FaultPlace> {
        Some(match self {
            Self::Fault(fault) => return fault.place(),
            Self::Hint(PolicyHint::Term { place, .. })
            | Self::RuleNeverHolds { place }
            | Self::RuleNeverDecides { place, .. }
            | Self::RuleTwice { place, .. }
            | Self::RulesTooComplex { place, .. }
            | Self::WarnsAtStart { place, .. }
            | Self::MonthLacksDay { place, .. }
            | Self::SkippedTime { place, .. }
            | Self::RepeatedTime { place, .. }
            | Self::RollLeavesMonth { place, .. }
            | Self::CutoffAfterClosing { place, .. }
            | Self::ReadingsNotTried { place }
            | Self::PauseReading { place, .. } => *place,
            Self::Unrouted { .. } | Self::RoutingTooComplex { .. } => FaultPlace::Routing,
            Self::OrderDecides { row, .. } | Self::RowAddsNothing { row, .. } => FaultPlace::Row(*row),
            Self::LevelNeverGiven { .. } | Self::DefaultNeverApplies { .. } => FaultPlace::SeverityRules,
            Self::NotMonotone { rule, .. } | Self::Unrated { rule, .. } => FaultPlace::Severity(*rule),
            Self::WordNotUsed { facet, word } => FaultPlace::Word(*facet, *word),
            Self::Hint(PolicyHint::ResponseAfterClosure { clock, .. })
            | Self::NeverStarts { clock, .. }
            | Self::NoLaterRound { clock }
            | Self::FromNotSet { clock, .. }
            | Self::NeverStops { clock, .. }
            | Self::NotSet { clock, .. }
            | Self::NoLimit { clock, .. }
            | Self::PromiseBeyondLimit { clock, .. }
            | Self::EscalatesAgain { clock, .. }
            | Self::CalendarEnds { clock, .. } => FaultPlace::Clock(*clock),
            Self::EscalatesToSigner { chain, step, .. } => FaultPlace::Step(*chain, *step),
            Self::NobodyElseSigns { chain, .. } | Self::Staffing(StaffingFault::Stuck { chain, .. }) => {
                FaultPlace::Chain(*chain)
            }
            Self::OneForTwo { .. } => FaultPlace::People,
            Self::Staffing(StaffingFault::NobodyHolds { place, .. })
            | Self::Roles(StaffingHint::NotHeld { place, .. }) => FaultPlace::of_role(place),
            Self::Roles(StaffingHint::NotDeclared { .. } | StaffingHint::NotUsed { .. })
            | Self::MoreWords { .. } => {
                return None;
            }
        })
    }
}

/// The example that a fault holds.
fn of_fault(fault: &PolicyFault) -> Option<Example<'_>> {
    if let PolicyFault::Gap { example } | PolicyFault::Overlap { example, .. } = fault {
        return Some(Example::Routing(example));
    }
    if let PolicyFault::SeverityGap { example, .. } = fault { Some(Example::Severity(example)) } else { None }
}

/// Names the rules that decide instead of another.
struct Deciding<'a>(&'a [RuleId]);

impl core::fmt::Display for Deciding<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            [] => f.write_str("other rules decide"),
            [one] => write!(f, "rule `{one}` decides"),
            rules => write!(f, "rules such as {} decide", Choice(rules)),
        }
    }
}

/// A complaint, or any if nothing about it matters.
struct Shown<'a>(&'a SeverityExample);

impl core::fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if *self.0 == SeverityExample::default() { f.write_str("any complaint") } else { self.0.fmt(f) }
    }
}
