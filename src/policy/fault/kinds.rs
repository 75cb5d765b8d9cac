//! The kinds of faults that a policy can have.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, NaiveDate, Utc};

use crate::approval::ApprovalFault;
use crate::calendar::CalendarFaults;
use crate::calendar::instant::format;
use crate::calendar::limits::MAX_KNOWN_DAYS;
use crate::calendar::text::{excerpt, name_problem, text_problem};
use crate::deadline::Count;
use crate::deadline::choice::DeadlineFault;
use crate::faults::Faults;
use crate::labels::LabelError;
use crate::policy::choice::ClockRounds;
use crate::policy::fault::example::{RoutingExample, SeverityExample};
use crate::policy::fault::problem::{ConditionProblem, LateEntryProblem, PeopleProblem, PeriodsProblem};
use crate::policy::limits::{
    MAX_CITATION, MAX_CLOCKS, MAX_COMBINATIONS, MAX_FIELDS, MAX_INPUTS, MAX_ROWS, MAX_RULES, MAX_RUNGS,
    MAX_WORDS,
};
use crate::taxonomy::{TaxonomyError, TaxonomyFault};
use crate::vocab::course::ExtensionReason;
use crate::vocab::organisation::{Record, Report};
use crate::vocab::{
    Anchor, Choice, ClockName, Code, Department, Facet, FormField, Input, Locale, PauseReason, Role, RuleId,
    Severity,
};

/// A reason why a description is not a policy, with its place.
///
/// # Example
///
/// ```
/// use redress::Coded;
/// use redress::policy::{Policy, PolicyFault, Routing};
///
/// let faults = Policy::builder("desk").version("1").routing(Routing::none()).build().unwrap_err();
/// let fault = &faults.faults()[0];
/// assert_eq!(fault, &PolicyFault::Missing { part: "calendar" });
/// assert_eq!(fault.to_string(), "the policy has no calendar");
/// assert_eq!(fault.code(), "policy.missing"); // stable, for programs
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyFault {
    /// A required part is missing: the calendar or the routing.
    #[error("the policy has no {part}")]
    Missing {
        /// The name of the part, such as `calendar`.
        part: &'static str,
    },
    /// The policy's name or version is not a valid name.
    #[error("policy {part} `{text}` {problem}, expected 1 to 100 visible characters")]
    Name {
        /// `name` or `version`.
        part: &'static str,
        /// The invalid text, cut short.
        text: String,
        /// What is wrong with it, such as `is empty`.
        problem: &'static str,
    },
    /// The name of a parameter that is not set yet is not a valid name.
    #[error("{place}: parameter `{text}` {problem}, expected 1 to 100 visible characters")]
    Parameter {
        /// The clock or the report.
        place: FaultPlace,
        /// The invalid text, cut short.
        text: String,
        /// What is wrong with it, such as `is empty`.
        problem: &'static str,
    },
    /// A word is used that the taxonomy does not declare, or that is not in use on the days of the calendar.
    #[error("{place}: {error}")]
    Undeclared {
        /// Where the word is used.
        place: FaultPlace,
        /// Which word, and which one may have been meant.
        error: TaxonomyError,
    },
    /// Two rules, rows or targets of one table have the same id.
    #[error("{place}: the id is used twice; give each its own id")]
    IdTwice {
        /// The second one with this id.
        place: FaultPlace,
    },
    /// Two targets of a clock cover the same complaints.
    #[error("{place}: covers the same complaints as target `{earlier}`; remove one of the two")]
    TargetTwice {
        /// The second target.
        place: FaultPlace,
        /// The id of the first target.
        earlier: RuleId,
    },
    /// The routing table gives some complaints no owner.
    #[error("routing: no row assigns an owner to {example}; add a row, or set `gaps = \"unrouted\"`")]
    Gap {
        /// The smallest complaint without an owner.
        example: RoutingExample,
    },
    /// The list of gaps is cut off. There may be more of them.
    #[error("routing: only the first {told} gaps are listed; add rows, and check the table again")]
    MoreGaps {
        /// How many gaps are listed.
        told: usize,
    },
    /// The list of conflicting rows is cut off. There may be more of them.
    #[error("routing: only the first {told} conflicts are listed; resolve them, and check the table again")]
    MoreOverlaps {
        /// How many conflicts are listed.
        told: usize,
    },
    /// A cell asks for an unknown input that can never be unknown, because rules answer it.
    #[error(
        "routing row `{row}`: the {input} is always known, so `known = false` never matches; use another cell"
    )]
    AlwaysKnown {
        /// The row with the cell.
        row: RuleId,
        /// The input of the cell.
        input: Input,
    },
    /// The hit policy of the owner is `collect`, but a complaint has one owner.
    #[error(
        "routing: a complaint has one owner, so owners cannot be collected; use the hit policy `unique` or \
         `first`"
    )]
    OwnersCollected,
    /// Two rows match the same complaint and name different assignees, and neither row is more specific.
    #[error(
        "routing row `{row}`: conflicts with row `{other}`: both match {example}, and they name different \
         assignees; make one of them more specific"
    )]
    Overlap {
        /// One of the two rows.
        row: RuleId,
        /// The other row.
        other: RuleId,
        /// The smallest complaint that both rows match.
        example: RoutingExample,
    },
    /// A row never decides, because other rows take precedence wherever it matches.
    #[error(
        "routing row `{row}`: never decides, because {} wherever it matches; narrow what takes precedence, or \
         remove this row",
        Before(by)
    )]
    Masked {
        /// The row that never decides.
        row: RuleId,
        /// Up to three of the rows that take precedence.
        by: Vec<RuleId>,
    },
    /// Two rows of an act that collects rows say the same.
    #[error("routing row `{row}`: says the same as row `{earlier}`; remove one of the two")]
    RowTwice {
        /// The second row.
        row: RuleId,
        /// The first row.
        earlier: RuleId,
    },
    /// A cell asks about an input that the table does not list.
    #[error(
        "routing row `{row}`: asks about {input}, which is not one of the table's `inputs`; add it there, or \
         remove the cell"
    )]
    InputNotDeclared {
        /// The row with the cell.
        row: RuleId,
        /// The input of the cell.
        input: Input,
    },
    /// An input is named twice in the table, or has two cells in a row.
    #[error("{place}: {input} is named twice; name each input once")]
    InputTwice {
        /// The table or the row.
        place: FaultPlace,
        /// The repeated input.
        input: Input,
    },
    /// A cell lists no words, or too many.
    #[error("routing row `{row}`: a cell lists {words} words of {input}, expected 1 to {MAX_WORDS}")]
    CellWords {
        /// The row with the cell.
        row: RuleId,
        /// The input of the cell.
        input: Input,
        /// How many words it lists.
        words: usize,
    },
    /// The words of a row lie at too many different depths of their trees to be compared with other rows.
    #[error(
        "routing row `{row}`: its words lie at {parts} combinations of depths, expected at most \
         {MAX_COMBINATIONS}; split the row"
    )]
    RowDepths {
        /// The row.
        row: RuleId,
        /// How many combinations of depths it has.
        parts: usize,
    },
    /// The routing table has too many rows.
    #[error("routing: the table has {rows} rows, expected at most {MAX_ROWS}")]
    TooManyRows {
        /// How many rows it has.
        rows: usize,
    },
    /// The proof of the routing table would take too long.
    #[error(
        "routing: the {rows} rows depend on each other in too many ways to be proved; use fewer inputs in a \
         row, or add a row for the rest"
    )]
    TooComplex {
        /// How many rows the table has.
        rows: usize,
    },
    /// A row or a target asks for the severity, but the policy does not rate complaints.
    #[error(
        "{place}: asks for the severity, but the policy has no severity rules; add some, or ask for something \
         else"
    )]
    NoSeverityRules {
        /// The row or the target.
        place: FaultPlace,
    },
    /// A condition is not valid.
    #[error("{place}: {problem}")]
    Condition {
        /// The rule with the condition.
        place: FaultPlace,
        /// What is wrong with it.
        problem: ConditionProblem,
    },
    /// A rule that gives the claim kind asks for the claim kind.
    #[error(
        "claim-kind rule `{rule}`: cannot ask for the claim kind, which it gives; ask for something else"
    )]
    AsksForItself {
        /// The rule.
        rule: RuleId,
    },
    /// A severity level is used that the policy does not declare.
    #[error("{place}: level `{level}` is not one of the policy's `levels`; declare it, or use another one")]
    LevelNotDeclared {
        /// Where the level is used.
        place: FaultPlace,
        /// The undeclared level.
        level: Severity,
    },
    /// The policy has too many severity rules, fallbacks and escalations included.
    #[error("severity: the policy has {rules} rules, expected at most {MAX_RULES}")]
    TooManyRules {
        /// How many rules it has.
        rules: usize,
    },
    /// A requirement is about something that is not known yet when a complaint is checked, such as its severity.
    #[error(
        "requirement `{rule}`: the {input} is not known yet when a complaint is checked; ask for an input of \
         the complaint"
    )]
    RequirementTooEarly {
        /// The requirement.
        rule: RuleId,
        /// The input it is about.
        input: Input,
    },
    /// A clock has a deadline for complaints that no target covers, but no targets.
    #[error("clock `{clock}`: `otherwise` requires `targets`; add targets, or use `due` for all complaints")]
    OtherwiseAlone {
        /// The clock.
        clock: ClockName,
    },
    /// A facet has two lists of the only words in use.
    #[error("only: {facet} is listed twice; keep one list for each facet")]
    OnlyTwice {
        /// The facet.
        facet: Facet,
    },
    /// A list of the only words in use names a word that does not exist.
    #[error(
        "only: {facet} `{word}` is not a standard word and not one of `words`; declare it in `words`, or \
         correct it"
    )]
    OnlyUnknown {
        /// The facet.
        facet: Facet,
        /// The unknown word.
        word: Code,
    },
    /// The routing table has too many inputs.
    #[error("routing: the table has {inputs} inputs, expected at most {MAX_INPUTS}")]
    TooManyInputs {
        /// How many inputs it has.
        inputs: usize,
    },
    /// The routing table asks for facts, which are counted and are no words of a complaint.
    #[error(
        "routing: facts are counted and cannot be an input; give a mark by the facts, and route by the mark"
    )]
    RoutedByFact,
    /// The policy has too many clocks.
    #[error("the policy has {clocks} clocks, expected at most {MAX_CLOCKS}")]
    TooManyClocks {
        /// How many clocks it has.
        clocks: usize,
    },
    /// The severity rules declare no level.
    #[error("severity: `levels` is empty, expected at least one level")]
    NoLevels,
    /// A declared level is given by no rule and is not the default.
    #[error(
        "severity: no rule gives the level `{level}`; add a rule or a default for it, or remove it from `levels`"
    )]
    LevelNotReached {
        /// The level that is never given.
        level: Severity,
    },
    /// A complaint lies between the severity rules: one with less is rated, and this one is not.
    #[error(
        "severity: no rule rates {example}, where rule `{rule}` ends; add a rule, set `otherwise`, or set `gaps \
         = \"unrated\"`"
    )]
    SeverityGap {
        /// The rule that holds for a complaint with one less of something.
        rule: RuleId,
        /// The smallest complaint in the gap.
        example: SeverityExample,
    },
    /// The search for gaps between the severity rules would take too long.
    #[error(
        "severity: the {rules} rules are too complex to be checked for gaps; set `otherwise`, or set `gaps = \
         \"unrated\"`"
    )]
    SeverityTooComplex {
        /// How many rules there are, fallbacks and escalations included.
        rules: usize,
    },
    /// The default severity is a level that the policy does not declare.
    #[error("severity: the default `{level}` is not one of `levels`; declare it, or use another one")]
    DefaultNotDeclared {
        /// The undeclared level.
        level: Severity,
    },
    /// An escalation does not raise the severity, or starts from a level that the policy does not declare.
    #[error(
        "severity rule `{rule}`: escalates from `{from}` to `{to}`; the first must be a declared level, and the \
         second a higher one"
    )]
    EscalationFrom {
        /// The rule that escalates.
        rule: RuleId,
        /// The level it starts from.
        from: Severity,
        /// The level it gives.
        to: Severity,
    },
    /// An escalation skips a level. A complaint that reaches the skipped level by itself would then end up lower.
    #[error("severity rule `{rule}`: escalates from `{from}` past `{level}`; escalate to the next level up")]
    EscalationSkips {
        /// The rule that escalates.
        rule: RuleId,
        /// The level it starts from.
        from: Severity,
        /// The level it skips.
        level: Severity,
    },
    /// Two clocks have the same name.
    #[error("clock `{clock}`: declared twice; give each clock its own name")]
    ClockTwice {
        /// The repeated name.
        clock: ClockName,
    },
    /// A deadline can never be evaluated.
    #[error("{place}: {fault}")]
    Deadline {
        /// The clock or the target.
        place: FaultPlace,
        /// What is wrong with it.
        fault: DeadlineFault,
    },
    /// A clock starts from the due date of a clock that does not exist.
    #[error("clock `{clock}`: starts when `{other}` is due, but the policy has no clock `{other}`")]
    UnknownClock {
        /// The clock.
        clock: ClockName,
        /// The clock that does not exist.
        other: ClockName,
    },
    /// Clocks start from each other's due dates, so that none of them ever starts.
    #[error(
        "clock `{clock}`: starts from its own due date, directly or through other clocks; start one of them \
         from an event"
    )]
    ClockCycle {
        /// One clock of the cycle.
        clock: ClockName,
    },
    /// A clock with targets has an empty list of them and no deadline `otherwise`.
    #[error("clock `{clock}`: has no targets; add one, or set `otherwise`")]
    NoTargets {
        /// The clock.
        clock: ClockName,
    },
    /// A warning does not come before the due date: its lead is zero, or a fixed instant.
    #[error(
        "clock `{clock}`: a warning {lead} ahead does not come before the due date; use an amount of time"
    )]
    WarningLead {
        /// The clock.
        clock: ClockName,
        /// How long before the due date it should come.
        lead: Count,
    },
    /// A warning at a share of the term that is not between 1 and 99 percent.
    #[error("clock `{clock}`: warns at {percent} %, expected 1 to 99")]
    WarningShare {
        /// The clock.
        clock: ClockName,
        /// The share, in percent.
        percent: u8,
    },
    /// A clock declares the same reason for a pause twice.
    #[error("clock `{clock}`: pause reason `{reason}` is declared twice; keep one of the two")]
    PauseTwice {
        /// The clock.
        clock: ClockName,
        /// The repeated reason.
        reason: PauseReason,
    },
    /// A clock declares the same reason for an extension twice.
    #[error("clock `{clock}`: extension reason `{reason}` is declared twice; keep one of the two")]
    ExtensionTwice {
        /// The clock.
        clock: ClockName,
        /// The repeated reason.
        reason: ExtensionReason,
    },
    /// A clock that runs for each department starts from an event of the case.
    #[error(
        "clock `{clock}`: a clock for each department must start from `department-received`, not from `{anchor}`"
    )]
    DepartmentAnchor {
        /// The clock.
        clock: ClockName,
        /// The event it starts from.
        anchor: Anchor,
    },
    /// A clock repeats with messages, but does not wait for the answer to a message.
    #[error(
        "clock `{clock}`: cannot repeat from `{start}` until `{end}`: only a clock of the case from \
         `customer-wrote` until `answered` can"
    )]
    RepeatsNoMessage {
        /// The clock.
        clock: ClockName,
        /// The event it starts from.
        start: Anchor,
        /// The event it waits for.
        end: Anchor,
    },
    /// A clock cannot repeat by the calendar.
    #[error("{place}: {problem}")]
    Periods {
        /// The clock or the target.
        place: FaultPlace,
        /// What prevents it.
        problem: PeriodsProblem,
    },
    /// The rules about people are not valid.
    #[error("people: {problem}")]
    People {
        /// What is wrong with them.
        problem: PeopleProblem,
    },
    /// The rule about late entries is not valid.
    #[error("clock `{clock}`: late-entry: {problem}")]
    LateEntry {
        /// The clock.
        clock: ClockName,
        /// What is wrong with the rule.
        problem: LateEntryProblem,
    },
    /// A clock starts from the due date of a clock that has many, because it repeats by the calendar.
    #[error(
        "clock `{clock}`: starts when `{other}` is due, but `{other}` repeats by the calendar and has no single \
         due date; start it from an event"
    )]
    FromPeriods {
        /// The clock.
        clock: ClockName,
        /// The clock that repeats.
        other: ClockName,
    },
    /// The escalation of a clock has too many steps.
    #[error("clock `{clock}`: escalates in {rungs} steps, expected at most {MAX_RUNGS}")]
    LadderTooLong {
        /// The clock.
        clock: ClockName,
        /// How many steps it has.
        rungs: usize,
    },
    /// A step of an escalation comes at a fixed instant, which may lie before the missed limit.
    #[error(
        "clock `{clock}`: escalates to `{to}` at a fixed instant; use an amount of time after the missed limit"
    )]
    RungAtInstant {
        /// The clock.
        clock: ClockName,
        /// The role that the step reports to.
        to: Role,
    },
    /// A limit of pauses is zero, so that no pause is possible.
    #[error(
        "clock `{clock}`: a pause limit of zero allows no pause; use an amount of time, or remove the pause"
    )]
    PauseOfNothing {
        /// The clock.
        clock: ClockName,
    },
    /// Extensions are limited in a unit in which a target does not count.
    #[error(
        "clock `{clock}`: extensions are limited to {limit} in all, but a target is {target}; count both in \
         days, or in the same unit"
    )]
    ExtensionLimit {
        /// The clock.
        clock: ClockName,
        /// The limit of the extended term.
        limit: Count,
        /// The target that does not fit.
        target: Count,
    },
    /// A step of an escalation uses parts of a term beside its amount and its end.
    #[error(
        "clock `{clock}`: escalates to `{to}` after a term with a cut-off, a start or a roll; use only an \
         amount and an end"
    )]
    RungParts {
        /// The clock.
        clock: ClockName,
        /// The role that the step reports to.
        to: Role,
    },
    /// A step of an escalation comes at a share of the target that lies before the due date or on it.
    #[error(
        "clock `{clock}`: escalates to `{to}` at {percent} % of the target, expected 101 or more: a step comes \
         after the missed limit"
    )]
    RungShare {
        /// The clock.
        clock: ClockName,
        /// The role that the step reports to.
        to: Role,
        /// The share, in percent.
        percent: u16,
    },
    /// A clock of certain rounds of a case starts or ends with an event that never happens in them.
    #[error(
        "clock `{clock}`: belongs to {} of a case, in which `{anchor}` does not happen; use another event, or \
         set `rounds = \"every\"`",
        rounds.told()
    )]
    NotInRounds {
        /// The clock.
        clock: ClockName,
        /// The rounds to which it belongs.
        rounds: ClockRounds,
        /// The event that it starts from or waits for.
        anchor: Anchor,
    },
    /// A clock of the first round starts from the due date of a clock of the later rounds, or the reverse.
    #[error(
        "clock `{clock}`: belongs to {} of a case, but starts when `{other}` is due, which does not; use clocks \
         of the same rounds",
        rounds.told()
    )]
    OtherRounds {
        /// The clock.
        clock: ClockName,
        /// The rounds to which it belongs.
        rounds: ClockRounds,
        /// The clock it starts from.
        other: ClockName,
    },
    /// A clock of the first round says what a reopening does to it, but a reopening ends that round.
    #[error(
        "clock `{clock}`: belongs to the first round of a case, which a reopening ends; remove `on-reopening`, \
         or set `rounds = \"every\"`"
    )]
    FirstRoundReopened {
        /// The clock.
        clock: ClockName,
    },
    /// A clock pauses for the reason that is reserved for closed cases.
    #[error(
        "clock `{clock}`: cannot pause for `{reason}`, which is reserved for closed cases; use another reason, \
         or set `on-reopening = \"rest\"`"
    )]
    PauseReserved {
        /// The clock.
        clock: ClockName,
        /// The reserved reason.
        reason: PauseReason,
    },
    /// The window in which a closed case may be reopened ends at a fixed instant.
    #[error(
        "track: closed cases may be reopened until {}, which is the same for all cases; use an amount of time \
         after the closing",
        format(*at)
    )]
    WindowAtInstant {
        /// The instant.
        at: DateTime<Utc>,
    },
    /// The target number of follow-ups is below the required minimum.
    #[error(
        "track: the target of {target} follow-ups is below the minimum of {minimum}; use the minimum or more"
    )]
    FollowUpTarget {
        /// The required number of follow-ups.
        minimum: u32,
        /// The target number of follow-ups.
        target: u32,
    },
    /// The receipt is permitted to a role only. A receipt creates the case, so no role is checked for it.
    #[error(
        "track: cannot permit `receive` to `{role}` only: a receipt creates the case and checks no role; name \
         another action"
    )]
    PermitOnReceipt {
        /// The role.
        role: Role,
    },
    /// Offers lapse, but the track has no stage in which an offer waits for consent.
    #[error("track: offers lapse, but the track has no stage `offered`; add the stage, or remove the lapse")]
    LapseWithoutConsent,
    /// The track names causes whose fault must be known, but does not require the fault to be known at all.
    #[error("track: `fault-only-of` requires `fault-before-proposal`; set both or neither")]
    FaultOfCauseWithoutGuard,
    /// The intake is reviewed, but the track has no triage stage.
    #[error(
        "track: the intake is reviewed, but the track has no stage `triaged`; add the stage, or remove the \
         review"
    )]
    ReviewWithoutTriage,
    /// A field is required before the registration that a complaint does not have.
    #[error(
        "track: field `{field}` is not part of a complaint, expected {}, or the name of a facet",
        Choice(FormField::OF_COMPLAINT)
    )]
    FieldNotOfComplaint {
        /// The field.
        field: FormField,
    },
    /// A field is named twice.
    #[error("{place}: field `{field}` is named twice; name each field once")]
    FieldTwice {
        /// The form or the track.
        place: FaultPlace,
        /// The repeated field.
        field: FormField,
    },
    /// A form is declared twice.
    #[error("form `{form}`: declared twice; keep one of the two")]
    FormTwice {
        /// The form.
        form: Record,
    },
    /// A form has no fields and accepts no others.
    #[error("form `{form}`: has no fields; add one, or set `open-ended = true`")]
    FormAsksNothing {
        /// The form.
        form: Record,
    },
    /// A form requires one of several fields, but lists none.
    #[error("form `{form}`: a choice in `fields` lists no fields, expected at least one")]
    NoChoice {
        /// The form.
        form: Record,
    },
    /// A form has too many fields.
    #[error("form `{form}`: has {fields} fields, expected at most {MAX_FIELDS}")]
    TooManyFields {
        /// The form.
        form: Record,
        /// How many fields it has.
        fields: usize,
    },
    /// A report is declared twice.
    #[error("report `{report}`: declared twice; keep one of the two")]
    ReportTwice {
        /// The report.
        report: Report,
    },
    /// The period of a report is empty or too long.
    #[error("report `{report}`: a period length of {length}, expected 1 to {MAX_KNOWN_DAYS}")]
    PeriodLength {
        /// The report.
        report: Report,
        /// The length, in days, weeks or months.
        length: u32,
    },
    /// The policy has too many forms, reports or rules of one kind.
    #[error("the policy has {count} {what}, expected at most {most}")]
    TooMany {
        /// What they are, such as `forms`.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// One place of the policy has too many entries.
    #[error("{place}: {count} {what}, expected at most {most}")]
    TooManyIn {
        /// The place.
        place: FaultPlace,
        /// What they are, such as `rules`.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// The periods of a report are counted from a day that a document cannot hold.
    #[error(
        "report `{report}`: its periods are counted from {from}, expected a day of the years 0001 to 9999"
    )]
    CountedFrom {
        /// The report.
        report: Report,
        /// The day.
        from: NaiveDate,
    },
    /// An approval chain has a step of customer consent, but the track has no stage for it.
    #[error(
        "approval chain `{chain}`: has a step of customer consent, but the track has no stage `offered`; add \
         the stage, or remove the step"
    )]
    ConsentNotAsked {
        /// The chain.
        chain: RuleId,
    },
    /// The approval table is not valid.
    #[error("{0}")]
    Approval(ApprovalFault),
    /// The words of the policy cannot be declared.
    #[error("words: {0}")]
    Words(TaxonomyFault),
    /// Two words of a facet, both in use on the same day, have the same label.
    #[error(
        "words: {facet} `{word}` has the same label as `{other}` in `{locale}`; give the two words different \
         labels"
    )]
    LabelTwice {
        /// The facet.
        facet: Facet,
        /// One of the two words.
        word: Code,
        /// The other word.
        other: Code,
        /// The language of the label.
        locale: Locale,
    },
    /// A label is not valid.
    #[error("words: {0}")]
    Label(LabelError),
    /// The main calendar of the policy cannot be built.
    #[error("{}", .0.at("calendar"))]
    Calendar(CalendarFaults),
    /// A named calendar of the policy cannot be built.
    #[error("{}", .faults.at(format_args!("calendar `{name}`")))]
    NamedCalendar {
        /// The name of the calendar, cut short.
        name: String,
        /// What is wrong with it.
        faults: CalendarFaults,
    },
    /// A citation is too long, or contains invisible characters.
    #[error("{place}: citation `{text}` {problem}, expected at most {MAX_CITATION} visible characters")]
    Citation {
        /// The rule with the citation.
        place: FaultPlace,
        /// The citation, cut short.
        text: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// Two calendars have the same name.
    #[error("calendar `{name}`: declared twice; give each calendar its own name")]
    CalendarTwice {
        /// The repeated name, cut short.
        name: String,
    },
    /// A named calendar is not used by any clock, target or department.
    #[error("calendar `{name}`: is not used; name it in a clock, a target or a department, or remove it")]
    CalendarNotUsed {
        /// The name, cut short.
        name: String,
    },
    /// A calendar is named that the policy does not have.
    #[error("{place}: calendar `{name}` is not declared, expected {}", Choice(expected))]
    UnknownCalendar {
        /// The clock, the target or the department that names it.
        place: FaultPlace,
        /// The unknown name, cut short.
        name: String,
        /// The names that the policy has, at most eight of them.
        expected: Vec<String>,
    },
    /// A department has two calendars.
    #[error("department calendar `{department}`: declared twice; keep one calendar for each department")]
    DepartmentCalendarTwice {
        /// The department.
        department: Department,
    },
    /// A department has a calendar, but no clock runs for each department.
    #[error(
        "department calendar `{department}`: is not used, because no clock has the scope `department`; add such \
         a clock, or remove the calendar"
    )]
    DepartmentCalendarNotUsed {
        /// The first department that has a calendar.
        department: Department,
    },
    /// A clock carries its elapsed time over to a new target, but its targets use different calendars.
    #[error(
        "clock `{clock}`: cannot carry elapsed time from one target to another, because they use different \
         calendars; use `keep-start`, `restart`, or one calendar"
    )]
    CarriesOverCalendars {
        /// The clock.
        clock: ClockName,
    },
}

/// A place in a policy. Its text is the beginning of the text of a fault.
///
/// # Example
///
/// ```
/// use redress::policy::fault::FaultPlace;
/// use redress::vocab::{ClockName, RuleId};
/// use redress::word;
///
/// let target = FaultPlace::Target(ClockName::CLOSURE, word!(RuleId, "parts"));
/// assert_eq!(target.to_string(), "clock `closure` target `parts`");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum FaultPlace {
    /// The routing table as a whole.
    Routing,
    /// A row of the routing table, by its id.
    Row(RuleId),
    /// A severity rule, by its id.
    Severity(RuleId),
    /// A rule of a rating, by the facet of its word and its id.
    Rating(Facet, RuleId),
    /// A rating as a whole, by the facet of its words.
    Ratings(Facet),
    /// The word that a rating gives if no rule holds, by its facet.
    Otherwise(Facet),
    /// A mark rule, by its id.
    Mark(RuleId),
    /// A requirement of a word, by its id.
    Requirement(RuleId),
    /// The facts that must be asked.
    MustAsk,
    /// A clock, by its name.
    Clock(ClockName),
    /// A target of a clock, by the name of the clock and the id of the target.
    Target(ClockName, RuleId),
    /// The test for closing a complaint by force.
    ForcedClosure,
    /// The course of a case.
    Track,
    /// A chain of the approval table, by its id.
    Chain(RuleId),
    /// A form.
    Form(Record),
    /// A report.
    Report(Report),
    /// The calendar of a department.
    DepartmentCalendar(Department),
    /// The rules about how complainants are treated.
    Conduct,
    /// The rules about people.
    People,
    /// The labels of words.
    Labels,
    /// The severity rules as a whole.
    SeverityRules,
    /// A step of a chain of the approval table, by the ids of the chain and the step.
    Step(RuleId, RuleId),
    /// A declared word.
    Word(Facet, Code),
}

impl fmt::Display for FaultPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Routing => f.write_str("routing"),
            Self::Row(row) => write!(f, "routing row `{row}`"),
            Self::Severity(rule) => write!(f, "severity rule `{rule}`"),
            Self::Rating(facet, rule) => write!(f, "{facet} rule `{rule}`"),
            Self::Ratings(facet) => write!(f, "{facet}"),
            Self::Otherwise(facet) => write!(f, "{facet} otherwise"),
            Self::Mark(rule) => write!(f, "mark rule `{rule}`"),
            Self::Requirement(rule) => write!(f, "requirement `{rule}`"),
            Self::MustAsk => f.write_str("must-ask"),
            Self::Clock(clock) => write!(f, "clock `{clock}`"),
            Self::Target(clock, target) => write!(f, "clock `{clock}` target `{target}`"),
            Self::ForcedClosure => f.write_str("forced closure"),
            Self::Track => f.write_str("track"),
            Self::Chain(chain) => write!(f, "approval chain `{chain}`"),
            Self::Form(form) => write!(f, "form `{form}`"),
            Self::Report(report) => write!(f, "report `{report}`"),
            Self::DepartmentCalendar(department) => write!(f, "department calendar `{department}`"),
            Self::Conduct => f.write_str("conduct"),
            Self::People => f.write_str("people"),
            Self::Labels => f.write_str("labels"),
            Self::SeverityRules => f.write_str("severity"),
            Self::Step(chain, step) => write!(f, "approval chain `{chain}` step `{step}`"),
            Self::Word(facet, word) => write!(f, "word `{word}` of {facet}"),
        }
    }
}

impl PolicyFault {
    /// The fault of a citation that is too long or has invisible characters, if it has one.
    pub(in crate::policy) fn citation(place: FaultPlace, text: &str) -> Option<Self> {
        let problem = text_problem(text, MAX_CITATION, "is longer than 500 characters");
        problem.map(|problem| Self::Citation { place, text: excerpt(text), problem })
    }

    /// The fault of the name of a parameter, if it is not a valid name.
    pub(in crate::policy) fn parameter(place: FaultPlace, name: &str) -> Option<Self> {
        name_problem(name).map(|problem| Self::Parameter { place, text: excerpt(name), problem })
    }
}

/// All reasons why a description is not a policy; never empty.
///
/// # Example
///
/// ```
/// use redress::policy::Policy;
///
/// let faults = Policy::builder("desk").version("1").build().unwrap_err();
/// assert_eq!(faults.faults().len(), 2);
/// assert_eq!(faults.to_string(), "the policy has no calendar\nthe policy has no routing");
/// ```
pub type PolicyFaults = Faults<PolicyFault>;

/// Names the rows that take precedence over another.
struct Before<'a>(&'a [RuleId]);

impl fmt::Display for Before<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => f.write_str("other rows take precedence"),
            [one] => write!(f, "row `{one}` takes precedence"),
            rows => write!(f, "rows such as {} take precedence", Choice(rows)),
        }
    }
}
