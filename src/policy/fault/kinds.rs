//! What is wrong with a policy as it is described.

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

/// One thing that keeps a description from being a policy, with its place.
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyFault {
    /// A part that every policy has is missing.
    #[error("policy has no {part}, expected one")]
    Missing {
        /// The part.
        part: &'static str,
    },
    /// A name or version that is none.
    #[error("policy {part} `{text}` {problem}, expected 1 to 100 visible characters")]
    Name {
        /// Whether it is the name or the version.
        part: &'static str,
        /// The text, cut short.
        text: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// The name of a parameter that is not set is none.
    #[error("{place}: parameter `{text}` {problem}, expected 1 to 100 visible characters")]
    Parameter {
        /// The clock or the report.
        place: FaultPlace,
        /// The text, cut short.
        text: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A word that the taxonomy does not declare.
    #[error("{place}: {error}")]
    Undeclared {
        /// Where it is used.
        place: FaultPlace,
        /// Which word.
        error: TaxonomyError,
    },
    /// Two rows or targets with one id.
    #[error("{place}: id stands twice, expected ids that differ")]
    IdTwice {
        /// The second one.
        place: FaultPlace,
    },
    /// Two targets for the same complaints.
    #[error("{place}: covers the same complaints as `{earlier}`, expected targets that differ")]
    TargetTwice {
        /// The second one.
        place: FaultPlace,
        /// The first one.
        earlier: RuleId,
    },
    /// Complaints that no row gives an owner.
    #[error("routing: nobody owns {example}, expected a row, or gaps declared as unrouted")]
    Gap {
        /// The smallest such complaint.
        example: RoutingExample,
    },
    /// More gaps than are told.
    #[error("routing: nobody owns more than these {told} kinds of complaints, expected a row for the rest")]
    MoreGaps {
        /// How many are told.
        told: usize,
    },
    /// More contradictions than are told.
    #[error(
        "routing: more than these {told} pairs of rows meet with another assignee, expected one of each to be more specific"
    )]
    MoreOverlaps {
        /// How many are told.
        told: usize,
    },
    /// A cell for what rules always answer.
    #[error(
        "routing row `{row}`: asks for a {input} that is not known, but rules always answer it, expected another cell"
    )]
    AlwaysKnown {
        /// The row.
        row: RuleId,
        /// The input.
        input: Input,
    },
    /// Several owners of one complaint.
    #[error("routing: owners are collected, expected the hit policy `unique` or `first` for the one owner")]
    OwnersCollected,
    /// Two rows of an act that has one, of which neither is more specific, send one complaint to two.
    #[error(
        "routing row `{row}`: meets row `{other}` at {example} with another assignee, expected one of them to be more specific"
    )]
    Overlap {
        /// The one.
        row: RuleId,
        /// The other.
        other: RuleId,
        /// The smallest complaint that both match.
        example: RoutingExample,
    },
    /// A row that never decides, for others go before it wherever it matches.
    #[error(
        "routing row `{row}`: never decides, {} before it wherever it matches, expected a row that can",
        Before(by)
    )]
    Masked {
        /// The row.
        row: RuleId,
        /// Some of the others.
        by: Vec<RuleId>,
    },
    /// A row that says what another says.
    #[error("routing row `{row}`: says the same as row `{earlier}`, expected rows that differ")]
    RowTwice {
        /// The second one.
        row: RuleId,
        /// The first one.
        earlier: RuleId,
    },
    /// A cell of an input that the table does not look at.
    #[error("routing row `{row}`: asks about {input}, expected one of the inputs of the table")]
    InputNotDeclared {
        /// The row.
        row: RuleId,
        /// The input.
        input: Input,
    },
    /// An input named twice.
    #[error("{place}: {input} stands twice, expected each input once")]
    InputTwice {
        /// The table or the row.
        place: FaultPlace,
        /// The input.
        input: Input,
    },
    /// A cell of no words, or of more than fit.
    #[error("routing row `{row}`: asks for one of {words} words of {input}, expected 1 to {MAX_WORDS}")]
    CellWords {
        /// The row.
        row: RuleId,
        /// The input.
        input: Input,
        /// How many.
        words: usize,
    },
    /// A row of words of so many depths that no order of specificity is of use.
    #[error(
        "routing row `{row}`: its words lie at {parts} combinations of depths, expected at most {MAX_COMBINATIONS}"
    )]
    RowDepths {
        /// The row.
        row: RuleId,
        /// How many combinations.
        parts: usize,
    },
    /// More rows than a table has.
    #[error("routing: {rows} rows, expected at most {MAX_ROWS}")]
    TooManyRows {
        /// How many.
        rows: usize,
    },
    /// A table whose proof needs more work than it may be.
    #[error(
        "routing: {rows} rows that depend on each other in too many ways to be proved, expected fewer inputs in a row, or a row for the rest"
    )]
    TooComplex {
        /// How many rows.
        rows: usize,
    },
    /// A row or a target that asks for the severity where nothing gives one.
    #[error("{place}: asks for the severity, expected severity rules in the policy")]
    NoSeverityRules {
        /// The row or the target.
        place: FaultPlace,
    },
    /// A condition that cannot be meant.
    #[error("{place}: {problem}")]
    Condition {
        /// Where it stands.
        place: FaultPlace,
        /// What is wrong with it.
        problem: ConditionProblem,
    },
    /// A rule for the claim kind that asks for the claim kind.
    #[error("claim-kind rule `{rule}`: asks for the claim kind itself, expected other questions")]
    AsksForItself {
        /// The rule.
        rule: RuleId,
    },
    /// A level that the organisation does not use.
    #[error("{place}: level `{level}` is not declared, expected one of the levels of the policy")]
    LevelNotDeclared {
        /// Where it stands.
        place: FaultPlace,
        /// The level.
        level: Severity,
    },
    /// More severity rules than a table has.
    #[error("severity: {rules} rules, expected at most {MAX_RULES}")]
    TooManyRules {
        /// How many.
        rules: usize,
    },
    /// A requirement of what is not known yet when a complaint is checked.
    #[error(
        "requirement `{rule}`: asks for a word of {input}, which is not known yet, expected an input of the complaint"
    )]
    RequirementTooEarly {
        /// The requirement.
        rule: RuleId,
        /// What it asks for.
        input: Input,
    },
    /// A deadline for what no target covers, of a clock without targets.
    #[error("clock `{clock}`: `otherwise` without targets, expected targets, or one deadline for all")]
    OtherwiseAlone {
        /// The clock.
        clock: ClockName,
    },
    /// The only words of a facet are listed twice.
    #[error("only: {facet} stands twice, expected one list a facet")]
    OnlyTwice {
        /// The facet.
        facet: Facet,
    },
    /// One of the only words of a facet is none.
    #[error(
        "only: {facet} `{word}` is neither a standard word nor one of `words`, expected it declared there"
    )]
    OnlyUnknown {
        /// The facet.
        facet: Facet,
        /// The word.
        word: Code,
    },
    /// More inputs than a table has.
    #[error("routing: {inputs} inputs, expected at most {MAX_INPUTS}")]
    TooManyInputs {
        /// How many.
        inputs: usize,
    },
    /// A table by what is counted, and is no word of a complaint.
    #[error("routing: asks for facts, which are counted, expected a mark that a rule gives by them")]
    RoutedByFact,
    /// More clocks than a policy has.
    #[error("{clocks} clocks, expected at most {MAX_CLOCKS}")]
    TooManyClocks {
        /// How many.
        clocks: usize,
    },
    /// No level at all.
    #[error("severity: no level is declared, expected at least one")]
    NoLevels,
    /// A level that no rule gives.
    #[error("severity: no rule gives the level `{level}`, expected a rule, a default, or the level left out")]
    LevelNotReached {
        /// The level.
        level: Severity,
    },
    /// A complaint between the rules.
    #[error(
        "severity: no rule rates {example}, where rule `{rule}` leaves off, expected a rule that does, a default, or gaps declared as unrated"
    )]
    SeverityGap {
        /// The rule that holds for a complaint with one less of something.
        rule: RuleId,
        /// The smallest such complaint.
        example: SeverityExample,
    },
    /// Rules whose gaps would take too long to find.
    #[error(
        "severity: {rules} rules are too intricate to find the gaps between them, expected a default, or gaps declared as unrated"
    )]
    SeverityTooComplex {
        /// How many there are.
        rules: usize,
    },
    /// A default that the organisation does not use.
    #[error("severity: the default `{level}` is not declared, expected one of the levels of the policy")]
    DefaultNotDeclared {
        /// The level.
        level: Severity,
    },
    /// An escalation that does not lift.
    #[error(
        "severity rule `{rule}`: escalates from `{from}` to `{to}`, expected a declared level and a higher one"
    )]
    EscalationFrom {
        /// The rule.
        rule: RuleId,
        /// The level it lifts from.
        from: Severity,
        /// The level it gives.
        to: Severity,
    },
    /// An escalation past a level: a complaint that reaches that level by itself would stand lower.
    #[error("severity rule `{rule}`: escalates from `{from}` past `{level}`, expected the next level up")]
    EscalationSkips {
        /// The rule.
        rule: RuleId,
        /// The level it lifts from.
        from: Severity,
        /// The level it passes.
        level: Severity,
    },
    /// Two clocks of one name.
    #[error("clock `{clock}`: declared twice, expected names that differ")]
    ClockTwice {
        /// The name.
        clock: ClockName,
    },
    /// A deadline that can never be evaluated.
    #[error("{place}: {fault}")]
    Deadline {
        /// Where it stands.
        place: FaultPlace,
        /// Why.
        fault: DeadlineFault,
    },
    /// A clock starts from the due date of one that is not there.
    #[error(
        "clock `{clock}`: starts when `{other}` is due, expected the name of another clock of the policy"
    )]
    UnknownClock {
        /// The clock.
        clock: ClockName,
        /// What it starts from.
        other: ClockName,
    },
    /// Clocks that start from each other's due dates.
    #[error(
        "clock `{clock}`: starts from its own due date, directly or by way of others, expected an event at the beginning"
    )]
    ClockCycle {
        /// One clock of the cycle.
        clock: ClockName,
    },
    /// A clock by targets that has none.
    #[error("clock `{clock}`: has no targets, expected at least one, or a deadline otherwise")]
    NoTargets {
        /// The clock.
        clock: ClockName,
    },
    /// A warning that does not lie before the due date.
    #[error("clock `{clock}`: a warning {lead} ahead is not before the due date, expected an amount of time")]
    WarningLead {
        /// The clock.
        clock: ClockName,
        /// The lead.
        lead: Count,
    },
    /// A warning at a share that is none.
    #[error("clock `{clock}`: warns at {percent} %, expected 1 to 99")]
    WarningShare {
        /// The clock.
        clock: ClockName,
        /// The share.
        percent: u8,
    },
    /// A pause reason declared twice.
    #[error("clock `{clock}`: pause reason `{reason}` declared twice, expected reasons that differ")]
    PauseTwice {
        /// The clock.
        clock: ClockName,
        /// The reason.
        reason: PauseReason,
    },
    /// An extension reason declared twice.
    #[error("clock `{clock}`: extension reason `{reason}` declared twice, expected reasons that differ")]
    ExtensionTwice {
        /// The clock.
        clock: ClockName,
        /// The reason.
        reason: ExtensionReason,
    },
    /// A clock for every department that starts from an event of the case.
    #[error(
        "clock `{clock}`: one for each department starts from `{anchor}`, expected `department-received`"
    )]
    DepartmentAnchor {
        /// The clock.
        clock: ClockName,
        /// The event given.
        anchor: Anchor,
    },
    /// A clock that starts anew with something else than a message that waits for an answer.
    #[error(
        "clock `{clock}` starts anew from `{start}` until `{end}`, expected one of the case from `customer-wrote` until `answered`"
    )]
    RepeatsNoMessage {
        /// The clock.
        clock: ClockName,
        /// The event it starts from.
        start: Anchor,
        /// The event it waits for.
        end: Anchor,
    },
    /// A clock that cannot come again by the calendar.
    #[error("{place}: {problem}")]
    Periods {
        /// The clock or the target.
        place: FaultPlace,
        /// What is wrong with it.
        problem: PeriodsProblem,
    },
    /// Rules of people that nobody can follow.
    #[error("people: {problem}")]
    People {
        /// What is wrong with them.
        problem: PeopleProblem,
    },
    /// A rule of late entries that nobody can follow.
    #[error("clock `{clock}`: late-entry: {problem}")]
    LateEntry {
        /// The clock.
        clock: ClockName,
        /// What is wrong with it.
        problem: LateEntryProblem,
    },
    /// A clock that starts from the due date of one that has many.
    #[error(
        "clock `{clock}`: starts when `{other}` is due, which repeats by the calendar and has no single due date, expected an event to start from"
    )]
    FromPeriods {
        /// The clock.
        clock: ClockName,
        /// What it starts from.
        other: ClockName,
    },
    /// More steps of an escalation than a clock has.
    #[error("clock `{clock}` escalates in {rungs} steps, expected at most {MAX_RUNGS}")]
    LadderTooLong {
        /// The clock.
        clock: ClockName,
        /// How many.
        rungs: usize,
    },
    /// A step of an escalation at an instant, which cannot follow a miss.
    #[error("clock `{clock}` escalates to `{to}` at an instant, expected an amount of time after the miss")]
    RungAtInstant {
        /// The clock.
        clock: ClockName,
        /// To whom.
        to: Role,
    },
    /// A limit that allows no pause at all.
    #[error("clock `{clock}`: a limit of no time allows no pause, expected an amount of time")]
    PauseOfNothing {
        /// The clock.
        clock: ClockName,
    },
    /// A limit of extensions in a unit that a target does not count in.
    #[error(
        "clock `{clock}`: extensions are limited to {limit} in all and a target is {target}, expected both in days or in the same unit"
    )]
    ExtensionLimit {
        /// The clock.
        clock: ClockName,
        /// The limit.
        limit: Count,
        /// The target.
        target: Count,
    },
    /// A step of an escalation with parts of a term beside its amount and its end.
    #[error(
        "clock `{clock}` escalates to `{to}` after a term with a cut-off, a start or a roll, expected an amount and an end alone"
    )]
    RungParts {
        /// The clock.
        clock: ClockName,
        /// To whom.
        to: Role,
    },
    /// A step of an escalation at a share of the target that comes before the miss.
    #[error(
        "clock `{clock}` escalates to `{to}` at {percent} % of the target, expected 101 or more: a step comes after the miss"
    )]
    RungShare {
        /// The clock.
        clock: ClockName,
        /// To whom.
        to: Role,
        /// The share.
        percent: u16,
    },
    /// A clock of some rounds of a case that starts or ends with what never happens in them.
    #[error(
        "clock `{clock}`: belongs to {} of a case, in which `{anchor}` does not happen; expected another event, or every round",
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
    /// A clock of some rounds of a case that starts from the due date of a clock of the others.
    #[error(
        "clock `{clock}`: belongs to {} of a case and starts when `{other}` is due, which does not; expected clocks of the same rounds",
        rounds.told()
    )]
    OtherRounds {
        /// The clock.
        clock: ClockName,
        /// The rounds to which it belongs.
        rounds: ClockRounds,
        /// What it starts from.
        other: ClockName,
    },
    /// A clock of the first round of a case that says what a reopening does to it.
    #[error(
        "clock `{clock}`: belongs to the first round of a case, which a reopening ends; expected no `on-reopening`, or every round"
    )]
    FirstRoundReopened {
        /// The clock.
        clock: ClockName,
    },
    /// A clock that may be paused for a reason that is not for anybody to give.
    #[error(
        "clock `{clock}`: pauses for `{reason}`, which only the closing of a case does; expected another reason, or `on-reopening = \"rest\"`"
    )]
    PauseReserved {
        /// The clock.
        clock: ClockName,
        /// The reason.
        reason: PauseReason,
    },
    /// A window for a reopening that ends at an instant.
    #[error(
        "track: a closed complaint may be reopened until {}, the same for all; expected an amount of time after the closing",
        format(*at)
    )]
    WindowAtInstant {
        /// The instant.
        at: DateTime<Utc>,
    },
    /// Fewer contacts wanted than it takes.
    #[error("track: {target} follow-ups are wanted where it takes {minimum}, expected as many or more")]
    FollowUpTarget {
        /// How many it takes.
        minimum: u32,
        /// How many are wanted.
        target: u32,
    },
    /// The receipt kept to a role, though nobody is asked for one: there is no case yet.
    #[error(
        "track: keeps `receive` to `{role}`, expected an action on a case: a receipt asks nobody for a role"
    )]
    PermitOnReceipt {
        /// The role.
        role: Role,
    },
    /// An offer lapses where none is made.
    #[error("track: an offer lapses where none waits for consent, expected the stage `offered`")]
    LapseWithoutConsent,
    /// A group of causes of which it has to be known whose fault it was, where that has not to be known.
    #[error("track: `fault-only-of` without `fault-before-proposal`, expected both or neither")]
    FaultOfCauseWithoutGuard,
    /// A review before a triage that is left out.
    #[error("track: the intake is reviewed where nothing is triaged, expected the stage `triaged`")]
    ReviewWithoutTriage,
    /// A field is asked for before the registration that no complaint answers by itself.
    #[error(
        "track: asks for field `{field}`, which a complaint does not hold, expected {}, or the name of a facet",
        Choice(FormField::OF_COMPLAINT)
    )]
    FieldNotOfComplaint {
        /// The field.
        field: FormField,
    },
    /// A field asked for twice.
    #[error("{place}: field `{field}` stands twice, expected each field once")]
    FieldTwice {
        /// The form, or the course.
        place: FaultPlace,
        /// The field.
        field: FormField,
    },
    /// Two forms of one kind.
    #[error("form `{form}`: declared twice, expected forms that differ")]
    FormTwice {
        /// The form.
        form: Record,
    },
    /// A form that asks for nothing and takes nothing.
    #[error("form `{form}`: has no fields, expected at least one, or an open-ended form")]
    FormAsksNothing {
        /// The form.
        form: Record,
    },
    /// A choice of no fields.
    #[error("form `{form}`: asks for one of no fields, expected at least one")]
    NoChoice {
        /// The form.
        form: Record,
    },
    /// More fields than a form has.
    #[error("form `{form}`: has {fields} fields, expected at most {MAX_FIELDS}")]
    TooManyFields {
        /// The form.
        form: Record,
        /// How many.
        fields: usize,
    },
    /// Two rules for one report.
    #[error("report `{report}`: declared twice, expected reports that differ")]
    ReportTwice {
        /// The report.
        report: Report,
    },
    /// A period that is none.
    #[error("report `{report}`: a period of {length}, expected 1 to {MAX_KNOWN_DAYS}")]
    PeriodLength {
        /// The report.
        report: Report,
        /// How many days, weeks or months.
        length: u32,
    },
    /// More forms, reports or rules of a kind than a policy has.
    #[error("{what}: {count} of them, expected at most {most}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// More of something than one place has.
    #[error("{place}: {count} {what}, expected at most {most}")]
    TooManyIn {
        /// Where.
        place: FaultPlace,
        /// Of what.
        what: &'static str,
        /// How many.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// The periods of a report are counted from a day that no document can have.
    #[error("report `{report}`: counted from {from}, expected a day of the years 0001 to 9999")]
    CountedFrom {
        /// The report.
        report: Report,
        /// The day.
        from: NaiveDate,
    },
    /// A chain shows a step of consent where the course has none.
    #[error(
        "approval chain `{chain}` shows the customer's consent where the track asks for none, expected the stage `offered`"
    )]
    ConsentNotAsked {
        /// The chain.
        chain: RuleId,
    },
    /// The approval table is not sound.
    #[error("{0}")]
    Approval(ApprovalFault),
    /// The words cannot be declared.
    #[error("words: {0}")]
    Words(TaxonomyFault),
    /// Two words of a facet, in use at one time, that read alike.
    #[error("words: {facet} `{word}` has the label of `{other}` in `{locale}`, expected labels that differ")]
    LabelTwice {
        /// The facet.
        facet: Facet,
        /// The one.
        word: Code,
        /// The other.
        other: Code,
        /// The language.
        locale: Locale,
    },
    /// A label is none.
    #[error("words: {0}")]
    Label(LabelError),
    /// The calendar cannot be built in the reading that was chosen.
    #[error("calendar: {0}")]
    Calendar(CalendarFaults),
    /// A calendar that is named cannot be built.
    #[error("calendar `{name}`: {faults}")]
    NamedCalendar {
        /// Its name, cut short.
        name: String,
        /// Why.
        faults: CalendarFaults,
    },
    /// A source that cannot be shown as it is.
    #[error("{place}: citation `{text}` {problem}, expected at most {MAX_CITATION} visible characters")]
    Citation {
        /// What it is the source of.
        place: FaultPlace,
        /// The text, cut short.
        text: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// Two calendars of one name.
    #[error("calendar `{name}`: declared twice, expected names that differ")]
    CalendarTwice {
        /// The name, cut short.
        name: String,
    },
    /// A calendar by which nothing counts.
    #[error(
        "calendar `{name}`: nothing counts by it, expected a clock, a target or a department that names it"
    )]
    CalendarNotUsed {
        /// The name, cut short.
        name: String,
    },
    /// The name of a calendar that the policy does not have.
    #[error("{place}: calendar `{name}` is not declared, expected {}", Choice(expected))]
    UnknownCalendar {
        /// Where it is named.
        place: FaultPlace,
        /// The name, cut short.
        name: String,
        /// The first names of those that the policy has.
        expected: Vec<String>,
    },
    /// Two calendars of one department.
    #[error("department calendar `{department}`: stands twice, expected one for each department")]
    DepartmentCalendarTwice {
        /// The department.
        department: Department,
    },
    /// The calendar of a department, where no department has a clock of its own.
    #[error(
        "department calendar `{department}`: no clock asks for it, expected a clock of the scope `department`"
    )]
    DepartmentCalendarNotUsed {
        /// The first department that has one.
        department: Department,
    },
    /// A clock that carries over what is used up, though its targets count by different calendars.
    #[error(
        "clock `{clock}`: carries what is used up from one target to another, and they count by different calendars, expected `keep-start`, `restart` or one calendar"
    )]
    CarriesOverCalendars {
        /// The clock.
        clock: ClockName,
    },
}

/// Where in a policy something stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum FaultPlace {
    /// The routing table.
    Routing,
    /// A row of the routing table.
    Row(RuleId),
    /// A severity rule.
    Severity(RuleId),
    /// A rule that gives a word.
    Rating(Facet, RuleId),
    /// The rules that give a word.
    Ratings(Facet),
    /// The word that is given where no rule holds.
    Otherwise(Facet),
    /// A rule that marks.
    Mark(RuleId),
    /// A requirement of a word.
    Requirement(RuleId),
    /// The facts that must be asked.
    MustAsk,
    /// A clock.
    Clock(ClockName),
    /// A target of a clock.
    Target(ClockName, RuleId),
    /// The test for forced closure.
    ForcedClosure,
    /// The course of the cases.
    Track,
    /// A chain of the approval table.
    Chain(RuleId),
    /// A form.
    Form(Record),
    /// A report.
    Report(Report),
    /// The calendar of a department.
    DepartmentCalendar(Department),
    /// How a complainant is met.
    Conduct,
    /// The rules of people.
    People,
    /// The labels of words.
    Labels,
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
        }
    }
}

impl PolicyFault {
    /// Why a source is not to be shown, if it is not.
    pub(in crate::policy) fn citation(place: FaultPlace, text: &str) -> Option<Self> {
        let problem = text_problem(text, MAX_CITATION, "is longer than 500 characters");
        problem.map(|problem| Self::Citation { place, text: excerpt(text), problem })
    }

    /// Why the name of a parameter is none, if it is none.
    pub(in crate::policy) fn parameter(place: FaultPlace, name: &str) -> Option<Self> {
        name_problem(name).map(|problem| Self::Parameter { place, text: excerpt(name), problem })
    }
}

/// Everything that keeps a description from being a policy; never empty.
pub type PolicyFaults = Faults<PolicyFault>;

/// Names the rows that go before another.
struct Before<'a>(&'a [RuleId]);

impl fmt::Display for Before<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => f.write_str("others go"),
            [one] => write!(f, "row `{one}` goes"),
            rows => write!(f, "rows such as {} go", Choice(rows)),
        }
    }
}
