//! The stable code of each error of a policy, with what to do about it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::coded::Coded;
use crate::coded::codes;
use crate::policy::fault::ConditionProblem;
use crate::policy::fault::LateEntryProblem;
use crate::policy::fault::PeopleProblem;
use crate::policy::fault::PeriodsProblem;
use crate::policy::fault::PolicyFault;
use crate::policy::fingerprint::ContentMismatch;
use crate::policy::fingerprint::CoverageError;
use crate::policy::fingerprint::FingerprintError;
use crate::policy::hint::PolicyHint;
use crate::policy::policy_book::{BookFault, NoPolicyError};
use crate::policy::record::FormError;
use crate::policy::record::PeriodError;

codes! {
    PolicyFault "policy" {
        Missing = "missing", "Add the part that is named.";
        Name = "name", "Give a name of 1 to 100 visible characters.";
        Parameter = "parameter", "Give a name of 1 to 100 visible characters.";
        Undeclared = "undeclared", "Declare the word in the taxonomy, or use a declared one.";
        IdTwice = "id-twice", "Give each rule, row and target its own id.";
        TargetTwice = "target-twice", "Remove one of the targets.";
        Gap = "gap", "Add a row for the example, or set `gaps = \"unrouted\"`.";
        MoreGaps = "more-gaps", "Add rows for the rest, or set `gaps = \"unrouted\"`.";
        MoreOverlaps = "more-overlaps", "Make one row of each pair more specific.";
        AlwaysKnown = "always-known", "Use another cell, because the input is always known.";
        OwnersCollected = "owners-collected", "Use the hit policy `unique` or `first` for owners.";
        Overlap = "overlap", "Make one of the two rows more specific.";
        Masked = "masked", "Narrow the rows that take precedence, or remove the row.";
        RowTwice = "row-twice", "Remove one of the two rows.";
        InputNotDeclared = "input-not-declared", "Add the input to the table, or ask about another one.";
        InputTwice = "input-twice", "Name the input once.";
        CellWords = "cell-words", "Name fewer words, and at least one.";
        RowDepths = "row-depths", "Split the row into several rows.";
        TooManyRows = "too-many-rows", "Remove rows.";
        TooComplex = "too-complex", "Use fewer inputs in a row, or add a row for the rest.";
        NoSeverityRules = "no-severity-rules", "Add severity rules, or ask for something else.";
        AsksForItself = "asks-for-itself", "Ask for something other than the claim kind.";
        LevelNotDeclared = "level-not-declared", "Use a level that the policy declares.";
        TooManyRules = "too-many-rules", "Remove rules.";
        RequirementTooEarly = "requirement-too-early", "Ask for an input of the complaint.";
        OtherwiseAlone = "otherwise-alone", "Add targets, or use one deadline for all.";
        OnlyTwice = "only-twice", "Keep one list for the facet.";
        OnlyUnknown = "only-unknown", "Declare the word under `words`, or correct it.";
        TooManyInputs = "too-many-inputs", "Use fewer inputs.";
        RoutedByFact = "routed-by-fact", "Give a mark by the facts, and route by the mark.";
        TooManyClocks = "too-many-clocks", "Remove clocks.";
        NoLevels = "no-levels", "Declare at least one level.";
        LevelNotReached = "level-not-reached", "Add a rule or a default for the level, or remove the level.";
        SeverityGap = "severity-gap", "Add a rule for the example, set `otherwise`, or set `gaps = \"unrated\"`.";
        SeverityTooComplex = "severity-too-complex", "Set `otherwise`, or set `gaps = \"unrated\"`.";
        DefaultNotDeclared = "default-not-declared", "Use a level that the policy declares.";
        EscalationFrom = "escalation-from", "Escalate from a declared level to a higher one.";
        EscalationSkips = "escalation-skips", "Escalate to the next level up.";
        ClockTwice = "clock-twice", "Give each clock its own name.";
        UnknownClock = "unknown-clock", "Name another clock of the policy.";
        ClockCycle = "clock-cycle", "Let one of the clocks start from an event.";
        NoTargets = "no-targets", "Add a target, or set `otherwise`.";
        WarningLead = "warning-lead", "Warn by an amount of time before the due date.";
        WarningShare = "warning-share", "Warn at 1 to 99 percent.";
        PauseTwice = "pause-twice", "Declare the reason once.";
        ExtensionTwice = "extension-twice", "Declare the reason once.";
        DepartmentAnchor = "department-anchor", "Start the clock from `department-received`.";
        RepeatsNoMessage = "repeats-no-message", "Let the clock run from `customer-wrote` until `answered`.";
        FromPeriods = "from-periods", "Start the clock from an event.";
        LadderTooLong = "ladder-too-long", "Remove steps of the escalation.";
        RungAtInstant = "rung-at-instant", "Escalate after an amount of time.";
        PauseOfNothing = "pause-of-nothing", "Allow an amount of time, or remove the pause.";
        ExtensionLimit = "extension-limit", "Give the limit and the target in the same unit.";
        RungParts = "rung-parts", "Use only an amount and an end.";
        RungShare = "rung-share", "Escalate at 101 percent or more.";
        NotInRounds = "not-in-rounds", "Use another event, or let the clock run in every round.";
        OtherRounds = "other-rounds", "Let both clocks run in the same rounds.";
        FirstRoundReopened = "first-round-reopened", "Remove `on-reopening`, or let the clock run in every round.";
        PauseReserved = "pause-reserved", "Use another reason, or `on-reopening = \"rest\"`.";
        WindowAtInstant = "window-at-instant", "Use an amount of time after the closing.";
        FollowUpTarget = "follow-up-target", "Set a target of at least the minimum.";
        PermitOnReceipt = "permit-on-receipt", "Name another action.";
        LapseWithoutConsent = "lapse-without-consent", "Add the stage `offered`, or remove the lapse.";
        FaultOfCauseWithoutGuard = "fault-of-cause-without-guard", "Set both keys, or neither.";
        ReviewWithoutTriage = "review-without-triage", "Add the stage `triaged`, or remove the review.";
        FieldNotOfComplaint = "field-not-of-complaint", "Ask for a field that a complaint holds.";
        FieldTwice = "field-twice", "Name the field once.";
        FormTwice = "form-twice", "Declare the form once.";
        FormAsksNothing = "form-asks-nothing", "Add a field, or make the form open-ended.";
        NoChoice = "no-choice", "Name at least one field.";
        TooManyFields = "too-many-fields", "Remove fields.";
        ReportTwice = "report-twice", "Declare the report once.";
        PeriodLength = "period-length", "Use a period of fewer days, and at least one.";
        TooMany = "too-many", "Remove entries.";
        TooManyIn = "too-many-in", "Remove entries.";
        CountedFrom = "counted-from", "Count from a day of the years 0001 to 9999.";
        ConsentNotAsked = "consent-not-asked", "Add the stage `offered`, or remove the step.";
        LabelTwice = "label-twice", "Give the two words different labels.";
        Calendar = "calendar", "Correct the faults of the calendar, which are listed.";
        NamedCalendar = "named-calendar", "Correct the faults of the calendar, which are listed.";
        Citation = "citation", "Shorten the citation to 500 visible characters.";
        CalendarTwice = "calendar-twice", "Give each calendar its own name.";
        CalendarNotUsed = "calendar-not-used", "Name the calendar where it counts, or remove it.";
        UnknownCalendar = "unknown-calendar", "Name a calendar that the policy declares.";
        DepartmentCalendarTwice = "department-calendar-twice", "Keep one calendar for the department.";
        DepartmentCalendarNotUsed = "department-calendar-not-used", "Add a clock for each department, or remove the calendar.";
        CarriesOverCalendars = "carries-over-calendars", "Use `keep-start`, `restart`, or one calendar.";
    }
    wraps { Approval.0, Words.0, Label.0, Condition.problem, Deadline.fault, Periods.problem, People.problem, LateEntry.problem }
    ;

    fn place(&self) -> Option<String> {
        self.place().map(|place| place.to_string())
    }

    fn faults(&self) -> Vec<&dyn Coded> {
        if let Self::Calendar(faults) | Self::NamedCalendar { faults, .. } = self {
            faults.coded()
        } else {
            Vec::new()
        }
    }
}

codes! {
    ConditionProblem "condition" {
        Empty = "empty", "Give at least one condition.";
        AtLeastNone = "at-least-none", "Ask for at least 1.";
        AmountNone = "amount-none", "Ask for more than 0.";
        NoWords = "no-words", "Name at least one word.";
        TooManyWords = "too-many-words", "Name fewer words.";
        NotAsked = "not-asked", "Ask for an input of the complaint.";
        NoKeys = "no-keys", "Name at least one key.";
        TooManyKeys = "too-many-keys", "Name fewer keys.";
        NotCounted = "not-counted", "Use a key for which complaints have words.";
        KeyWithoutWords = "key-without-words", "Declare words of the facet, or count by another key.";
        RepeatsNone = "repeats-none", "Ask for at least 1.";
        NoWindow = "no-window", "Give the window a length.";
        TooDeep = "too-deep", "Nest conditions less deeply.";
        TooLarge = "too-large", "Split the condition into several rules.";
    }
}

codes! {
    LateEntryProblem "late-entry" {
        Nothing = "nothing", "Set `by`, `within` or both.";
        StaysBreached = "stays-breached", "Remove it, or set `after-breach = \"follows-new-due\"`.";
        TooManyRoles = "too-many-roles", "Name fewer roles.";
        RoleTwice = "role-twice", "Name the role once.";
        Instant = "instant", "Use an amount of time.";
        NotPermitted = "not-permitted", "Name a role that may do it, or permit it to one of the roles.";
    }
    wraps { Term.0 }
}

codes! {
    PeriodsProblem "periods" {
        NoFulfilment = "no-fulfilment", "Name an event in `fulfilled-by`.";
        TooManyFulfilments = "too-many-fulfilments", "Name fewer events.";
        FulfilledTwice = "fulfilled-twice", "Name the event once.";
        FulfilledByEnd = "fulfilled-by-end", "Use another event for one of the two.";
        Extended = "extended", "Remove `extensions`, and declare a pause instead.";
        Reopened = "reopened", "Remove `on-reopening`.";
        Project = "project", "Use another `part`.";
        TooShort = "too-short", "Make the period longer.";
        Instant = "instant", "Use an amount of time.";
        OwnEvent = "own-event", "Let every period count from the one before.";
    }
}

codes! {
    PeopleProblem "people" {
        TooMany = "too-many", "Remove entries.";
        Twice = "twice", "Name the action once.";
        RoleTwice = "role-twice", "Name the role once.";
        Receipt = "receipt", "Name an action on a case.";
        NotTheirs = "not-theirs", "Add the action to `complainant-may`.";
        PartedFromItself = "parted-from-itself", "Name two actions.";
        PartedTwice = "parted-twice", "Name the pair once.";
    }
}

codes!(FingerprintError = "fingerprint.malformed", "Give 64 hexadecimal digits in lower case.");

codes!(
    ContentMismatch = "policy.other-content",
    "Load the policy with the content that the case keeps, or move the case."
);

codes! {
    CoverageError "coverage" {
        NoCalendar = "no-calendar", "Name a calendar of the policy.";
        NoDays = "no-days", "Give the first and the last day that are covered.";
        NotKnown = "not-known", "Extend the known days of the calendar.";
    }
}

codes! {
    PeriodError "period" {
        Occasional = "occasional", "Make the report when its occasion comes.";
        NotSet = "not-set", "Set the parameter.";
    }
    wraps { Calendar.0 }
}

codes! {
    FormError "form" {
        NotAsked = "not-asked", "Leave the field out.";
        TooLong = "too-long", "Shorten the entry.";
        Control = "control", "Remove the control or invisible character.";
        TooMany = "too-many", "Leave entries out.";
    }
}

codes! {
    PolicyHint "hint" {
        ResponseAfterClosure = "response-after-closure", "Check whether the response may come after the closing.";
    }
    wraps { Term.hint }
}

codes! {
    BookFault "book" {
        Empty = "empty", "Add a policy with its first day.";
        TooMany = "too-many", "Remove policies.";
        Reversed = "reversed", "Correct the first or the last day.";
        NotKnown = "not-known", "Extend the known days of the calendar, or choose another day.";
        Gap = "gap", "Let one of the two policies be valid on these days.";
        Overlap = "overlap", "Let only one of the two policies be valid on these days.";
        NeverValid = "never-valid", "Let the next policy begin at least a day later.";
        OtherContent = "other-content", "Give one of the two contents another version.";
        Policy = "policy", "Correct the faults of the policy, which are listed.";
    }
    ;

    fn place(&self) -> Option<String> {
        match self {
            Self::Empty | Self::TooMany { .. } => None,
            Self::Reversed { policy, .. }
            | Self::NotKnown { policy, .. }
            | Self::Gap { policy, .. }
            | Self::Overlap { policy, .. }
            | Self::NeverValid { policy, .. }
            | Self::OtherContent { policy }
            | Self::Policy { policy, .. } => Some(policy.to_string()),
        }
    }

    fn faults(&self) -> Vec<&dyn Coded> {
        if let Self::Policy { faults, .. } = self { faults.coded() } else { Vec::new() }
    }
}

codes! {
    NoPolicyError "no-policy" {
        BeforeFirst = "before-first", "Add the policy that was valid then, or correct the receipt.";
        AfterLast = "after-last", "Add the policy that is valid then, or correct the receipt.";
    }
}
