//! Errors and hints around a term: pauses, extensions, escalations, ends of months. Each variant once, with its whole text.

use redress::calendar::{LocalTime, Span};
use redress::deadline::choice::{Bound, FirstDay, LateReceipt, MonthEnd, TermFault, TermHint};
use redress::deadline::rule::ClockError;
use redress::deadline::{Count, Cutoff, Deadline, Due, DueTable, End, Roll, Term};
use redress::policy::fault::FaultPlace;
use redress::policy::{PolicyFault, PolicyHint};
use redress::vocab::{Anchor, ClockName, PauseReason, Role};

use crate::messages::{Texts, at, calendar};

const CLOCK: ClockName = ClockName::CLOSURE;

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    let due = Due::new(at("2026-03-09T09:00:00Z"), Bound::Inclusive);
    texts.is(
        ClockError::EarlierThanDue { clock: CLOCK, due },
        "clock `closure` is due at 2026-03-09T09:00:00Z, and an extension cannot make it earlier; name a later date",
    );
    texts.is(
        ClockError::BeyondLimit { clock: CLOCK, limit: Count::WorkingDays(35), due },
        "clock `closure` may be extended to 35 working days in all; extend it to 2026-03-09T09:00:00Z at the latest",
    );
    let (before, start) = (at("2026-03-02T08:00:00Z"), at("2026-03-02T09:00:00Z"));
    texts.is(
        ClockError::StoppedBeforeStart { clock: CLOCK, at: before, start },
        "clock `closure` cannot stop at 2026-03-02T08:00:00Z, before it started; stop it at 2026-03-02T09:00:00Z or \
         later",
    );
    texts.is(
        ClockError::NoCalendar { clock: CLOCK, reason: PauseReason::AWAITING_CUSTOMER },
        "clock `closure` limits pauses for `awaiting-customer` in days; pass its calendar with `counted_in`",
    );
    columns(&mut texts);
    terms(&mut texts);
    policies(&mut texts);
    texts
}

fn columns(texts: &mut Texts) {
    let (calendar, mut column) = (calendar(), [0; 2]);
    texts.is(
        calendar.working_time_between_each(&[0; 2], &[0], &mut column).unwrap_err(),
        "column `until` has the length 1, expected 2: one entry for each record",
    );
    let deadlines = [Deadline::from(Term::calendar_days(1))];
    let table = DueTable::new(&calendar, Anchor::RECEIVED, &deadlines);
    texts.is(
        table.due_each(&[0; 2], &[0, 1], &mut column).unwrap_err(),
        "column `deadlines` has the number 1 in record 1, expected a number below 1",
    );
}

fn terms(texts: &mut Texts) {
    let most = Count::WorkingDays(u32::MAX);
    let half_past_four = End::at(LocalTime::from_static("16:30"));
    for (term, text) in [
        (
            Term::elapsed(Span::hours(0)),
            "the term counts nothing and is due when it starts; count at least 1, or \
            end at the end of the day",
        ),
        (
            Term::calendar_days(0).with_end(half_past_four),
            "the term counts no days, so that a receipt after its end is due before it was received; set a cut-off \
             at or before the end, or use `end-of-day`",
        ),
        (
            Term::of(most),
            "4294967295 working days lead beyond the year 9999 for every receipt; use a smaller amount",
        ),
        (
            Term::elapsed(Span::hours(1)).with_month_end(MonthEnd::After),
            "a term of elapsed or working time has no month end; count days, weeks or months",
        ),
        (
            Term::weeks(1).with_month_end(MonthEnd::Keep),
            "only a count of months can keep the end of a month; count months, or remove the month end",
        ),
    ] {
        let fault: TermFault = term.fault().unwrap();
        texts.is(fault, text);
    }
    let cutoff = Cutoff::daily(LocalTime::from_static("16:30"), LateReceipt::NextWorkingDay);
    for (term, text) in [
        (
            Term::working_days(1).with_cutoff(cutoff),
            "a receipt on a closed day can be due before an earlier receipt after the cut-off; start receipts on \
             closed days on the next working day, too",
        ),
        (
            Term::calendar_days(1)
                .with_end(half_past_four)
                .with_roll(Roll::FOLLOWING.with_end(End::END_OF_DAY)),
            "a receipt whose date was rolled can be due after a later receipt; use the same end for rolled and \
             other dates",
        ),
        (
            Term::calendar_days(1).with_first_day(FirstDay::DayOne).with_end(half_past_four),
            "a receipt after the end of its own day is due before it was received; set a cut-off at that time",
        ),
    ] {
        let hint: TermHint = term.hint().unwrap();
        texts.is(hint, text);
    }
}

fn policies(texts: &mut Texts) {
    let (clock, to) = (CLOCK, Role::MANAGER);
    texts.is(
        PolicyFault::WarningLead { clock, lead: Count::WorkingDays(0) },
        "clock `closure`: a warning 0 working days ahead does not come before the due date; use an amount of time",
    );
    texts.is(
        PolicyFault::PauseOfNothing { clock },
        "clock `closure`: a pause limit of zero allows no pause; use an amount of time, or remove the pause",
    );
    texts.is(
        PolicyFault::ExtensionLimit {
            clock,
            limit: Count::WorkingDays(35),
            target: Count::Elapsed(Span::hours(24)),
        },
        "clock `closure`: extensions are limited to 35 working days in all, but a target is 24 h elapsed; count \
         both in days, or in the same unit",
    );
    texts.is(
        PolicyFault::RungParts { clock, to },
        "clock `closure`: escalates to `manager` after a term with a cut-off, a start or a roll; use only an \
         amount and an end",
    );
    texts.is(
        PolicyFault::RungShare { clock, to, percent: 100 },
        "clock `closure`: escalates to `manager` at 100 % of the target, expected 101 or more: a step comes \
         after the missed limit",
    );
    texts.is(
        PolicyHint::ResponseAfterClosure {
            clock: ClockName::RESPONSE,
            response: Count::WorkingDays(10),
            limit: clock,
            closure: Count::WorkingDays(5),
        },
        "clock `response`: 10 working days for the response are more than the 5 working days of clock `closure` \
         for the closing; check whether this is meant",
    );
    texts.is(
        PolicyHint::Term { place: FaultPlace::Clock(clock), hint: TermHint::EndOfRoll },
        "clock `closure`: a receipt whose date was rolled can be due after a later receipt; use the same end for \
         rolled and other dates",
    );
}
