//! The codes of the errors of deadlines and clocks, each with advice for whoever meets it.
//!
//! A code is the same in every release. The advice is written for the person who entered something, not for the one
//! who wrote the program, and names one thing to do.

use crate::coded::codes;
use crate::deadline::clock_error::ClockError;
use crate::deadline::error::DeadlineError;
use crate::deadline::fault::DeadlineFault;
use crate::deadline::hint::TermHint;
use crate::deadline::term::TermFault;

codes! {
    DeadlineError "deadline" {
        OutOfRange = "out-of-range", "Use a smaller amount of time.";
        UnitMismatch = "unit-mismatch", "Extend the clock in the unit of its term.";
        NoAnchor = "no-anchor", "Enter the event from which the clock runs.";
        OtherPolicy = "other-policy", "Use the version of the policy that the case belongs to.";
        TooManyPeriods = "too-many-periods", "Make the period longer, or close the case.";
        NoPartApplies = "no-part-applies", "Enter an event from which one of the alternatives runs.";
        NoTarget = "no-target", "Set a target for it in the policy.";
        SeverityNotKnown = "severity-not-known", "Enter the facts on which the severity depends.";
        NotAnswered = "not-answered", "Ask the complainant, and enter the answer.";
    }
    wraps { Calendar.0, Fault.0 }
}

codes! {
    DeadlineFault "deadline" {
        NoParts = "no-parts", "Give at least one alternative.";
        TooMany = "too-many", "Remove alternatives.";
        TooDeep = "too-deep", "Nest alternatives less deeply.";
    }
    wraps { Term.0 }
}

codes! {
    TermFault "term" {
        CutoffOfSpan = "cutoff-of-span", "Remove the cut-off, or count days, weeks or months.";
        ClosedStartOfSpan = "closed-start-of-span", "Remove the closed start, or count days, weeks or months.";
        DayOneOfSpan = "day-one-of-span", "Remove day one, or count days, weeks or months.";
        EndOfSpan = "end-of-span", "End at the same time, or give the roll an end.";
        RollOfWorkingTime = "roll-of-working-time", "Remove the roll.";
        AtMoves = "at-moves", "Remove every other part of the term.";
        AtUnwritable = "at-unwritable", "Use an instant in the years 1 to 9999 that is not a leap second.";
        EmptyCutoff = "empty-cutoff", "Set the cut-off on every day, or on some.";
        MonthEndOfSpan = "month-end-of-span", "Remove the month end, or count days, weeks or months.";
        MonthEndOfDays = "month-end-of-days", "Remove the month end, or count months.";
        Nothing = "nothing", "Count at least 1, or end at the end of the day.";
        EndsBeforeStart = "ends-before-start", "Set a cut-off at or before the end, or end at the end of the day.";
        TooMuch = "too-much", "Count less.";
        NothingFromDayOne = "nothing-from-day-one", "Count at least 1.";
        NoBusinessHours = "no-business-hours", "Count working days, or add a roll.";
    }
}

codes! {
    TermHint "hint" {
        CutoffBeforeClosedDay = "cutoff-before-closed-day", "Start receipts on closed days on the next working day, if that is meant.";
        EndOfRoll = "end-of-roll", "Use one end for rolled and other dates, if that is meant.";
        MayEndBeforeStart = "may-end-before-start", "Set a cut-off at the end of the day, if that is meant.";
    }
}

codes! {
    ClockError "clock" {
        UndeclaredPause = "undeclared-pause", "Use a pause reason that the clock declares.";
        PausedThen = "paused-then", "Begin the pause before or after the other pause.";
        AlreadyPaused = "already-paused", "Resume the clock first.";
        NotPaused = "not-paused", "Do nothing: the clock is not paused.";
        ResumedBeforePause = "resumed-before-pause", "Resume the clock when the pause began, or later.";
        StoppedBeforeStart = "stopped-before-start", "Enter an instant at or after the start of the clock.";
        NoCalendar = "no-calendar", "Pass the calendar of the clock.";
        UndeclaredExtension = "undeclared-extension", "Use an extension reason that the clock declares.";
        NotApproved = "not-approved", "Have the extension approved first.";
        TooManyExtensions = "too-many-extensions", "Do not extend the clock again.";
        Expired = "expired", "Answer as soon as possible: a clock that has run out cannot be extended.";
        BeyondLimit = "beyond-limit", "Extend the clock by less.";
        EarlierThanDue = "earlier-than-due", "Extend the clock to a later date.";
        BoundByMerger = "bound-by-merger", "Answer by the date of the merged case.";
        Over = "over", "Do nothing: the clock has ended.";
        InTheFuture = "in-the-future", "Enter an instant that has passed.";
        Backwards = "backwards", "Make the entry with a later instant.";
        HappenedBefore = "happened-before", "Do nothing: the event is already entered.";
        TooManyEntries = "too-many-entries", "Make no further entry of this kind.";
    }
    wraps { Deadline.0 }
}
