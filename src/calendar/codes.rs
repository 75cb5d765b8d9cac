//! The stable codes of the errors of calendars, each with advice.

use crate::calendar::column::ColumnError;
use crate::calendar::date::DateError;
use crate::calendar::error::CalendarError;
use crate::calendar::fault::CalendarFault;
use crate::calendar::hint::CalendarHint;
use crate::calendar::hours::HoursError;
use crate::calendar::instant::{InstantError, InstantProblem};
use crate::calendar::local::{LocalError, LocalProblem};
use crate::calendar::local_time::LocalTimeError;
use crate::calendar::recurring_problem::RecurringProblem;
use crate::calendar::span::SpanError;
use crate::coded::codes;

codes! {
    CalendarError "calendar" {
        NotKnown = "not-known", "Extend the known days of the calendar.";
        AfterLastYear = "after-last-year", "Ask for a smaller amount of time.";
        BeforeFirstYear = "before-first-year", "Ask for a smaller amount of time.";
        NoBusinessHours = "no-business-hours", "Ask about a working day.";
        SkippedTime = "skipped-time", "Give a time that the clock of the zone shows.";
        RepeatedTime = "repeated-time", "Give the instant with its UTC offset.";
    }
}

codes! {
    CalendarFault "calendar" {
        NoWorkingTime = "no-working-time", "Give at least one weekday working hours.";
        OverlapInWeek = "overlap-in-week", "Change the hours of the weekday so that they do not overlap.";
        OverlapOnDay = "overlap-on-day", "Change the hours of the day so that they do not overlap.";
        OutsideKnownDays = "outside-known-days", "Remove the day, extend the known days, or leave such days out by `outside-days`.";
        Contradiction = "contradiction", "Keep one of the two entries of the day.";
        NoHours = "no-hours", "Give the day working hours, or list it as a holiday.";
        TooManyHours = "too-many-hours", "Join or remove hours.";
        TooMany = "too-many", "Remove entries.";
        ReversedDays = "reversed-days", "Swap the two dates.";
        YearOutOfRange = "year-out-of-range", "Use a year from 1 to 9999.";
        TooManyDays = "too-many-days", "Choose fewer known days.";
        BeyondZone = "beyond-zone", "Tabulate the zone for more days, or choose fewer known days.";
        UnknownZone = "unknown-zone", "Use a zone name that the resolver knows.";
        Zone = "zone", "Correct the problem that the resolver reports, or name another zone.";
        Name = "name", "Give a name of 1 to 100 visible characters.";
        Document = "document", "Correct the entry that the place names.";
    }
    wraps { Recurring.problem }
}

codes! {
    HoursError "hours" {
        Malformed = "malformed", "Write the hours as `09:00-17:00`.";
        Empty = "empty", "Let the hours close later than they open.";
        Reversed = "reversed", "Let the hours close later: write `24:00` for midnight, or `+1` for the next day.";
        TooLong = "too-long", "Split the hours into spans of one day at most.";
    }
}

codes! {
    RecurringProblem "holiday" {
        NoSuchDay = "no-such-day", "Use a day that the month has.";
        NoSuchWeekday = "no-such-weekday", "Count the weekday from 1 to 5, or from -1 to -5.";
        NoSuchMonth = "no-such-month", "Use a month from 1 to 12.";
        FarFromEaster = "far-from-easter", "Use a date in place of a distance from Easter.";
        NoWeekday = "no-weekday", "Leave at least one weekday out of the weekend.";
        NoDayToObserve = "no-day-to-observe", "Observe the holiday on another day, or remove a holiday beside it.";
        Year = "year", "Use a year from 1 to 9999.";
        ReversedYears = "reversed-years", "Swap the two years.";
        Name = "name", "Give a name of 1 to 100 visible characters.";
    }
}

codes! {
    ColumnError "column" {
        Length = "length", "Give each column one entry for each record.";
        Number = "number", "Use the number of an item that was given.";
    }
}

codes!(DateError = "date.malformed", "Write the date as `2026-03-06`.");

codes!(LocalTimeError = "local-time.malformed", "Write the time of day as `16:30`.");

codes!(SpanError = "span.malformed", "Write the amount of time as `24 h`, `1 h 30 min` or `90 s`.");

codes! {
    CalendarHint "hint" {
        EndsBeforeMidnight = "ends-before-midnight", "Write `24:00` for the end of the day, if that is meant.";
        FifthWeekday = "fifth-weekday", "Count from the end of the month, if that is meant.";
        LeftOut = "left-out", "Extend the known days, if these days must count.";
    }
}

codes! {
    InstantError by problem: InstantProblem "instant" {
        NoOffset = "no-offset", "Add `Z` or the UTC offset.";
        Shape = "shape", "Write the instant as `2026-03-06T18:00:00+01:00`.";
        Field = "field", "Use a date and a time that exist.";
        LeapSecond = "leap-second", "Use seconds from 00 to 59.";
        Offset = "offset", "Use `Z` or an offset of less than a day.";
        Year = "year", "Use a year from 0001 to 9999.";
    }
}

codes! {
    LocalError by problem: LocalProblem "local" {
        Offset = "offset", "Remove the UTC offset, or give an instant.";
        Shape = "shape", "Write the local time as `2026-03-06T18:00:00`.";
        Field = "field", "Use a date and a time that exist.";
        LeapSecond = "leap-second", "Use seconds from 00 to 59.";
        Year = "year", "Use a year from 0001 to 9999.";
    }
}
