//! Clocks and what happened to them, worked out by hand from `design.md` §5 and `faults.md`.
//!
//! `stories_of_the_oracle` asks the slow oracle for the answers, `stories_of_the_library` the library.

use std::collections::BTreeMap;

use super::answer;
use crate::oracle::clock::{Answer, Made, Pause, Why};
use crate::oracle::{
    Calendar, ClosedStart, Count, Due, End, EndAt, Extension, FirstDay, Intake, LaterCountsAs, Roll,
    RollRule, Term, Unknown, day, weekdays,
};
use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

pub(crate) const HALF_PAST_FOUR: i64 = 16 * 60 + 30;
const FOLLOWING: Option<Roll> = Some(Roll { rule: RollRule::Following, end: None });
const PRECEDING: Option<Roll> = Some(Roll { rule: RollRule::Preceding, end: None });

/// Monday to Friday, 08:00 to 16:30, UTC, no holidays. 2 March 2026 is a Monday.
pub(crate) fn office() -> Calendar {
    office_in(Tz::UTC, (8 * 60, HALF_PAST_FOUR))
}

pub(crate) fn office_in(zone: Tz, hours: (i64, i64)) -> Calendar {
    Calendar {
        zone,
        first: day("2026-01-01"),
        last: day("2026-12-31"),
        week: weekdays(&[hours]),
        special: BTreeMap::new(),
    }
}

pub(crate) fn at(calendar: &Calendar, text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(&format!("2026-{text}"), "%Y-%m-%d %H:%M").unwrap();
    let minutes = (local - local.date().and_time(NaiveTime::MIN)).num_minutes();
    calendar.resolve_local(local.date(), minutes, false).unwrap()
}

pub(crate) fn shown(calendar: &Calendar, due: Due) -> String {
    let local = calendar.local(due.at);
    if due.exclusive && local.time() == NaiveTime::MIN {
        format!("{} 24:00", (local.date() - TimeDelta::days(1)).format("%m-%d"))
    } else {
        local.format("%m-%d %H:%M").to_string()
    }
}

pub(crate) fn by(end: EndAt, count: Count) -> Term {
    Term { end: End::new(end), ..Term::new(count) }
}

pub(crate) fn by_half_past_four(count: Count) -> Term {
    by(EndAt::At(HALF_PAST_FOUR), count)
}

fn rolled(term: Term) -> Term {
    Term { roll: FOLLOWING, ..term }
}

pub(crate) fn cutoff(minutes: i64) -> Intake {
    Intake { at: [Some(minutes); 7], exclusive: false, later_counts_as: LaterCountsAs::NextCalendarDay }
}

/// A term from a receipt, and what happens to it; local times of 2026.
pub(crate) struct Story {
    pub(crate) calendar: Calendar,
    pub(crate) term: Term,
    pub(crate) received: DateTime<Utc>,
    pub(crate) pauses: Vec<Pause>,
    pub(crate) extensions: Vec<Made>,
}

impl Story {
    fn in_office(term: Term, received: &str) -> Self {
        Self::of(office(), term, received)
    }

    fn of(calendar: Calendar, term: Term, received: &str) -> Self {
        let received = at(&calendar, received);
        let (pauses, extensions) = (Vec::new(), Vec::new());
        Self { calendar, term, received, pauses, extensions }
    }

    pub(crate) fn paused(mut self, from: &str, until: &str) -> Self {
        self.pauses.push(Pause::closed(at(&self.calendar, from), at(&self.calendar, until)));
        self
    }

    fn paused_since(mut self, from: &str) -> Self {
        self.pauses.push(Pause::open(at(&self.calendar, from)));
        self
    }

    fn extended(mut self, made: &str, change: Extension) -> Self {
        self.extensions.push(Made { at: at(&self.calendar, made), change });
        self
    }

    #[track_caller]
    fn is_due(&self, expected: &str) {
        assert_eq!(told(&self.calendar, answer(self)), expected);
    }

    #[track_caller]
    fn is(&self, expected: Answer) {
        assert_eq!(answer(self), expected);
    }
}

/// A due date in local time, or what else is answered.
pub(crate) fn told(calendar: &Calendar, answer: Answer) -> String {
    match answer {
        Answer::Due(due) => shown(calendar, due),
        other => format!("{other:?}"),
    }
}

fn until(date: &str) -> Extension {
    Extension::Until { date: day(&format!("2026-{date}")), fixed: false }
}

fn fixed_until(date: &str) -> Extension {
    Extension::Until { date: day(&format!("2026-{date}")), fixed: true }
}

// ---------------------------------------------------------------------------------------------------------------------------
// The rows of part D
// ---------------------------------------------------------------------------------------------------------------------------

pub(crate) fn d01() -> Story {
    Story::in_office(rolled(by_half_past_four(Count::CalendarDays(2))), "03-06 10:00")
}

#[test]
fn fault_d01_a_pause_after_the_unrolled_end_moves_the_rolled_date() {
    d01().is_due("03-09 16:30");
    d01().paused("03-09 09:30", "03-10 09:30").is_due("03-10 16:30");
}

pub(crate) fn d02() -> Story {
    Story::in_office(rolled(Term::new(Count::Elapsed(1440))), "03-06 10:00")
}

#[test]
fn fault_d02_elapsed_time_moves_the_rolled_date_by_real_time() {
    d02().is_due("03-09 10:00");
    d02().paused("03-09 09:00", "03-10 09:00").is_due("03-10 10:00");
}

#[test]
fn fault_d06_months_are_summed_before_the_clamp() {
    let months = |n| by(EndAt::EndOfDay, Count::Months(n));
    let add = |n| Extension::Add(Count::Months(n));
    Story::in_office(months(1), "01-31 10:00").extended("02-10 10:00", add(2)).is_due("04-30 24:00");
    Story::in_office(months(1), "01-30 10:00").extended("02-10 10:00", add(1)).is_due("03-30 24:00");
    // "whatever lies between": a pause of three days, and a day more.
    Story::in_office(months(1), "01-31 10:00")
        .paused("02-02 12:00", "02-05 12:00")
        .extended("02-10 10:00", add(2))
        .is_due("05-03 24:00");
    Story::in_office(months(1), "01-31 10:00")
        .extended("02-09 10:00", Extension::Add(Count::CalendarDays(1)))
        .extended("02-10 10:00", add(2))
        .is_due("05-01 24:00");
    // Months that are added to days are summed as well: 31 January, 31 March.
    Story::in_office(by(EndAt::EndOfDay, Count::CalendarDays(10)), "01-21 10:00")
        .extended("01-22 10:00", add(1))
        .extended("01-23 10:00", add(1))
        .is_due("03-31 24:00");
    // The day before: 30 April without the last day.
    Story::in_office(Term { first_day: FirstDay::DayOne, ..months(1) }, "01-31 10:00")
        .extended("02-10 10:00", add(2))
        .is_due("04-29 24:00");
}

#[test]
fn fault_d14_day_zero_is_not_counted() {
    let office = || office_in(Tz::UTC, (9 * 60, 17 * 60));
    let end = EndAt::At(17 * 60);
    Story::of(office(), by(end, Count::WorkingDays(1)), "07-01 10:00")
        .paused("07-01 12:00", "07-01 18:00")
        .is_due("07-02 17:00");
    let deemed = Term {
        intake: Some(cutoff(17 * 60)),
        closed_start: ClosedStart::NextWorkingDay,
        ..by(end, Count::CalendarDays(2))
    };
    Story::of(office(), deemed, "07-03 18:00").paused("07-04 10:00", "07-05 20:00").is_due("07-08 17:00");
}

#[test]
fn fault_d20_a_fixed_date_never_moves() {
    let story = || Story::in_office(by(EndAt::EndOfDay, Count::CalendarDays(3)), "03-02 10:00");
    story()
        .extended("03-02 11:00", fixed_until("03-10"))
        .paused("03-09 10:00", "03-12 10:00")
        .is_due("03-10 24:00");
    // One that is not fixed does: the ends of Monday, Tuesday and Wednesday.
    story()
        .extended("03-02 11:00", until("03-10"))
        .paused("03-09 10:00", "03-12 10:00")
        .is_due("03-13 24:00");
}

#[test]
fn fault_d21_nothing_earlier() {
    let story = || Story::in_office(by(EndAt::EndOfDay, Count::CalendarDays(5)), "03-02 10:00");
    story().is_due("03-07 24:00");
    let earlier = || Answer::Refused(0, Why::Earlier);
    story().extended("03-03 10:00", until("03-05")).is(earlier());
    story().extended("03-03 10:00", fixed_until("03-05")).is(earlier());
    story().extended("03-03 10:00", Extension::ReplaceTotal(Count::CalendarDays(3))).is(earlier());
    story().extended("03-03 10:00", until("03-07")).is_due("03-07 24:00");
    Story::in_office(rolled(Term::new(Count::Elapsed(1440))), "03-06 23:00")
        .extended("03-07 10:00", Extension::Add(Count::Elapsed(300)))
        .is_due("03-09 23:00");
    // Sunday is later than the unrolled Saturday, and earlier than the rolled Monday.
    let rolls = || Story::in_office(rolled(by_half_past_four(Count::CalendarDays(5))), "03-02 10:00");
    rolls().extended("03-03 10:00", fixed_until("03-08")).is(earlier());
    rolls().extended("03-03 10:00", until("03-08")).is_due("03-09 16:30");
    // "its unrolled end or its due instant": Saturday rolls to Monday, but Sunday is later.
    let sunday = || Story::in_office(rolled(by_half_past_four(Count::CalendarDays(6))), "03-02 10:00");
    sunday().extended("03-03 10:00", until("03-07")).is(earlier());
}

#[test]
fn fault_d23_touching_pauses_are_one() {
    let story = || Story::in_office(by_half_past_four(Count::WorkingDays(2)), "03-02 10:00");
    story().is_due("03-04 16:30");
    story().paused("03-04 12:00", "03-05 16:30").is_due("03-05 16:30");
    story().paused("03-04 12:00", "03-06 12:00").is_due("03-06 16:30");
    let one = story().paused("03-04 12:00", "03-05 16:30").paused("03-05 16:30", "03-06 12:00");
    one.is_due("03-06 16:30");
    // In any order, and overlapping.
    let two = story().paused("03-05 16:30", "03-06 12:00").paused("03-04 12:00", "03-05 16:30");
    two.is_due("03-06 16:30");
    story().paused("03-05 09:00", "03-06 12:00").paused("03-04 12:00", "03-05 16:30").is_due("03-06 16:30");
    // A minute later, the due instant has come.
    story().paused("03-04 12:00", "03-05 16:30").paused("03-05 16:31", "03-06 12:00").is_due("03-05 16:30");
}

// ---------------------------------------------------------------------------------------------------------------------------
// Boundaries
// ---------------------------------------------------------------------------------------------------------------------------

fn three_days() -> Story {
    Story::in_office(by_half_past_four(Count::CalendarDays(3)), "03-02 10:00")
}

fn three_working_days() -> Story {
    Story::in_office(by_half_past_four(Count::WorkingDays(3)), "03-02 10:00")
}

#[test]
fn a_day_for_each_boundary() {
    three_days().is_due("03-05 16:30");
    three_days().paused("03-03 12:00", "03-03 15:00").is_due("03-05 16:30");
    three_days().paused("03-03 12:00", "03-03 17:00").is_due("03-06 16:30");
    // Half-open: the one at the beginning counts, the one at the resume does not.
    three_days().paused("03-03 16:30", "03-04 16:30").is_due("03-06 16:30");
    three_days().paused("03-03 16:31", "03-04 16:30").is_due("03-05 16:30");
    three_days().paused("03-03 16:30", "03-04 16:31").is_due("03-07 16:30");
    // A night is no day, however long; two minutes may be one.
    three_days().paused("03-03 16:31", "03-04 16:29").is_due("03-05 16:30");
    three_days().paused("03-03 16:29", "03-03 16:31").is_due("03-06 16:30");
}

#[test]
fn working_days_pass_working_days_alone() {
    // The ends of Thursday and Friday; of Thursday to Sunday.
    three_working_days().paused("03-05 10:00", "03-09 10:00").is_due("03-09 16:30");
    three_days().paused("03-05 10:00", "03-09 10:00").is_due("03-09 16:30");
    three_working_days().paused("03-05 10:00", "03-07 10:00").is_due("03-09 16:30");
    three_days().paused("03-05 10:00", "03-07 10:00").is_due("03-07 16:30");
}

#[test]
fn a_pause_at_or_after_the_due_instant_changes_nothing() {
    three_days().paused("03-05 16:30", "03-20 10:00").is_due("03-05 16:30");
    three_days().paused("03-05 16:29", "03-06 10:00").is_due("03-06 16:30");
    three_days().paused_since("03-05 16:30").is_due("03-05 16:30");
    three_days().paused_since("03-05 16:29").is(Answer::Paused);
}

#[test]
fn day_zero_counts_with_day_one_or_as_the_end_itself() {
    three_working_days().paused("03-02 12:00", "03-03 12:00").is_due("03-05 16:30");
    let day_one = Term { first_day: FirstDay::DayOne, ..by_half_past_four(Count::CalendarDays(3)) };
    Story::in_office(day_one, "03-02 10:00").is_due("03-04 16:30");
    Story::in_office(day_one, "03-02 10:00").paused("03-02 12:00", "03-02 18:00").is_due("03-05 16:30");
    for count in [Count::CalendarDays(0), Count::WorkingDays(0)] {
        let today = Term { intake: Some(cutoff(HALF_PAST_FOUR)), ..by_half_past_four(count) };
        Story::in_office(today, "03-02 10:00").paused("03-02 12:00", "03-02 16:00").is_due("03-02 16:30");
        Story::in_office(today, "03-02 10:00").paused("03-02 12:00", "03-03 12:00").is_due("03-03 16:30");
        Story::in_office(today, "03-02 10:00").paused("03-02 12:00", "03-04 18:00").is_due("03-05 16:30");
    }
    let deemed = Term { intake: Some(cutoff(HALF_PAST_FOUR)), ..by_half_past_four(Count::CalendarDays(2)) };
    let deemed = || Story::in_office(deemed, "03-02 18:00");
    deemed().is_due("03-05 16:30");
    deemed().paused("03-03 10:00", "03-03 18:00").is_due("03-05 16:30");
    deemed().paused("03-03 10:00", "03-04 18:00").is_due("03-06 16:30");
}

#[test]
fn the_end_that_is_moved_counts_on_a_closed_day() {
    let today =
        Term { closed_start: ClosedStart::Keep, ..rolled(by(EndAt::EndOfDay, Count::WorkingDays(0))) };
    let saturday = || Story::in_office(today, "03-07 10:00");
    saturday().is_due("03-09 24:00");
    // Saturday's end is the clock's own; Sunday's is that of no working day.
    saturday().paused("03-07 12:00", "03-08 12:00").is_due("03-09 24:00");
    saturday().paused("03-07 12:00", "03-09 12:00").is_due("03-09 24:00");
    saturday().paused("03-07 12:00", "03-10 12:00").is_due("03-10 24:00");
    // An `Until` on a Saturday: the ends of Friday and of Saturday.
    let days = rolled(by_half_past_four(Count::WorkingDays(2)));
    let until = || Story::in_office(days, "03-02 10:00").extended("03-02 11:00", until("03-07"));
    until().is_due("03-09 16:30");
    until().paused("03-07 10:00", "03-08 10:00").is_due("03-09 16:30");
    until().paused("03-06 10:00", "03-08 10:00").is_due("03-10 16:30");
}

/// The text as it stands: an end on a closed day counts where a pause passes it, and is none where a pause ends before it. So a
/// day more may be due a day earlier.
#[test]
fn an_end_of_working_days_on_a_closed_day() {
    let story = |days| {
        Story::in_office(by_half_past_four(Count::WorkingDays(1)), "03-02 10:00")
            .extended("03-02 11:00", Extension::Add(Count::CalendarDays(days)))
            .paused("03-06 10:00", "03-07 18:00")
    };
    // Saturday: the ends of Friday and its own. Sunday: that of Friday.
    story(4).is_due("03-10 16:30");
    story(5).is_due("03-09 16:30");
}

#[test]
fn the_end_of_a_day_is_that_days() {
    let story = || Story::in_office(by(EndAt::EndOfDay, Count::CalendarDays(3)), "03-02 10:00");
    story().is_due("03-05 24:00");
    // Tuesday's end is at the beginning, Wednesday's at the resume.
    story().paused("03-04 00:00", "03-05 00:00").is_due("03-06 24:00");
    story().paused("03-04 00:01", "03-05 00:00").is_due("03-05 24:00");
    story().paused("03-05 23:59", "03-06 00:00").is_due("03-05 24:00");
    story().paused("03-05 23:59", "03-06 00:01").is_due("03-06 24:00");
}

#[test]
fn the_close_of_a_short_day() {
    let mut calendar = office();
    calendar.special.insert(day("2026-03-05"), vec![(8 * 60, 12 * 60)]);
    let close = by(EndAt::CloseOfBusiness, Count::WorkingDays(3));
    let story = || Story::of(calendar.clone(), close, "03-02 10:00");
    story().is_due("03-05 12:00");
    story().paused("03-04 10:00", "03-05 11:00").is_due("03-06 16:30");
    story().paused("03-04 10:00", "03-05 12:00").is_due("03-06 16:30");
    story().paused("03-04 10:00", "03-05 12:01").is_due("03-09 16:30");
    let opening = by(EndAt::Opening, Count::WorkingDays(3));
    let story = || Story::of(calendar.clone(), opening, "03-02 10:00");
    story().paused("03-04 08:00", "03-05 08:00").is_due("03-06 08:00");
}

#[test]
fn a_make_up_saturday_is_a_working_day() {
    let mut calendar = office();
    calendar.special.insert(day("2026-03-07"), vec![(8 * 60, HALF_PAST_FOUR)]);
    let story = || Story::of(calendar.clone(), by_half_past_four(Count::WorkingDays(5)), "03-02 10:00");
    story().is_due("03-07 16:30");
    story().paused("03-06 10:00", "03-07 18:00").is_due("03-10 16:30");
    story().paused("03-07 10:00", "03-08 18:00").is_due("03-09 16:30");
}

/// Choice of the oracle: a closed date ends with its day.
#[test]
fn closed_days_end_at_midnight_where_the_term_ends_with_business() {
    let term = rolled(by(EndAt::CloseOfBusiness, Count::CalendarDays(4)));
    let story = || Story::in_office(term, "03-02 10:00");
    story().is_due("03-06 16:30");
    story().paused("03-06 10:00", "03-07 23:59").is_due("03-09 16:30");
    // Friday, Saturday, Sunday.
    story().paused("03-06 10:00", "03-09 00:00").is_due("03-09 16:30");
    story().paused("03-06 10:00", "03-09 00:01").is_due("03-09 16:30");
    story().paused("03-06 10:00", "03-09 16:31").is_due("03-10 16:30");
}

/// Berlin, 29 March: 02:00 to 03:00 does not exist; 25 October: 02:00 to 03:00 comes twice.
#[test]
fn boundaries_where_the_clocks_change() {
    let berlin = || office_in(chrono_tz::Europe::Berlin, (8 * 60, HALF_PAST_FOUR));
    let spring = || Story::of(berlin(), Term::new(Count::CalendarDays(3)), "03-27 02:30");
    spring().is_due("03-30 02:30");
    spring().paused("03-28 12:00", "03-29 03:00").is_due("03-30 02:30");
    spring().paused("03-28 12:00", "03-29 03:01").is_due("03-31 02:30");
    let autumn = || Story::of(berlin(), Term::new(Count::CalendarDays(3)), "10-23 02:30");
    // The earlier 02:30 lies in the hour before the later one, which `at` does not name.
    autumn().paused("10-24 12:00", "10-25 02:30").is_due("10-26 02:30");
    autumn().paused("10-24 12:00", "10-25 02:31").is_due("10-27 02:30");
    let elapsed = Story::of(berlin(), Term::new(Count::Elapsed(3 * 1440)), "10-23 02:30");
    // 25 hours.
    elapsed.paused("10-24 12:00", "10-25 12:00").is_due("10-27 02:30");
}

// ---------------------------------------------------------------------------------------------------------------------------
// Roll
// ---------------------------------------------------------------------------------------------------------------------------

#[test]
fn the_moved_end_is_rolled() {
    // Four days: Friday. With Thursday's end it is Saturday.
    let story = || Story::in_office(rolled(by_half_past_four(Count::CalendarDays(4))), "03-02 10:00");
    story().paused("03-05 12:00", "03-06 12:00").is_due("03-09 16:30");
    story().paused("03-04 12:00", "03-06 12:00").is_due("03-09 16:30");
    story().paused("03-03 12:00", "03-06 12:00").is_due("03-09 16:30");
    story().paused("03-05 12:00", "03-09 12:00").is_due("03-10 16:30");
}

#[test]
fn once_the_unrolled_end_has_passed_each_later_pause_moves_the_rolled_date() {
    d01().paused("03-08 16:30", "03-09 12:00").is_due("03-09 16:30");
    d01().paused("03-08 16:30", "03-09 16:31").is_due("03-10 16:30");
    d01().paused("03-09 09:00", "03-16 09:00").is_due("03-16 16:30");
    d01().paused("03-09 09:30", "03-10 09:30").paused("03-10 10:00", "03-11 12:00").is_due("03-11 16:30");
    // Before it, the weekend takes the moved end: Saturday's end is passed, so Monday it is.
    d01().paused("03-07 10:00", "03-07 18:00").is_due("03-09 16:30");
    d01().paused("03-07 10:00", "03-08 12:00").is_due("03-09 16:30");
    d01().paused("03-07 10:00", "03-08 18:00").is_due("03-10 16:30");
    // Friday is day zero.
    d01().paused("03-06 12:00", "03-07 12:00").is_due("03-09 16:30");
}

#[test]
fn a_backward_roll_rolls_forward_where_it_would_be_too_early() {
    let preceding = |n| Term { roll: PRECEDING, ..by_half_past_four(Count::CalendarDays(n)) };
    let story = || Story::in_office(preceding(5), "03-02 10:00");
    story().is_due("03-06 16:30");
    story().paused("03-05 10:00", "03-05 18:00").is_due("03-06 16:30");
    story().paused("03-06 10:00", "03-06 12:00").is_due("03-06 16:30");
    story().paused("03-06 10:00", "03-06 16:30").is_due("03-06 16:30");
    story().paused("03-06 10:00", "03-06 16:31").is_due("03-09 16:30");
    story().paused("03-06 10:00", "03-06 18:00").is_due("03-09 16:30");
    story().paused("03-06 16:30", "03-12 18:00").is_due("03-06 16:30");
    // At or before the start.
    let same_time = Term { roll: PRECEDING, ..Term::new(Count::CalendarDays(1)) };
    Story::in_office(same_time, "03-06 10:00").is_due("03-09 10:00");
    Story::in_office(preceding(1), "03-06 10:00").is_due("03-06 16:30");
    Story::in_office(preceding(1), "03-06 17:00").is_due("03-09 16:30");
    // Saturday, 31 January: the next working day lies in February.
    let modified = Some(Roll { rule: RollRule::ModifiedFollowing, end: None });
    let modified = Term { roll: modified, ..by_half_past_four(Count::CalendarDays(1)) };
    Story::in_office(modified, "01-30 10:00").is_due("01-30 16:30");
    Story::in_office(modified, "01-30 10:00").paused("01-30 12:00", "01-30 18:00").is_due("02-02 16:30");
}

#[test]
fn an_own_end_of_the_roll() {
    let opening = Some(Roll { rule: RollRule::Following, end: Some(End::new(EndAt::Opening)) });
    let term = Term { roll: opening, ..by_half_past_four(Count::CalendarDays(5)) };
    let story = || Story::in_office(term, "03-02 10:00");
    story().is_due("03-09 08:00");
    // Law 1: Monday 08:00 must leave the pause.
    story().paused("03-08 10:00", "03-09 12:00").is_due("03-10 08:00");
    story().paused("03-08 10:00", "03-09 08:00").is_due("03-09 08:00");
    // Before Saturday 16:30: the ends of Saturday and Sunday, so Monday, and not rolled.
    story().paused("03-07 10:00", "03-08 17:00").is_due("03-09 16:30");
    // Law 3: Monday 24:00 stays, though the moved end is Monday 16:30.
    let late = Some(Roll { rule: RollRule::Following, end: Some(End::new(EndAt::EndOfDay)) });
    let term = Term { roll: late, ..by_half_past_four(Count::CalendarDays(6)) };
    Story::in_office(term, "03-02 10:00").is_due("03-09 24:00");
    Story::in_office(term, "03-02 10:00").paused("03-08 10:00", "03-08 18:00").is_due("03-09 24:00");
}

// ---------------------------------------------------------------------------------------------------------------------------
// Amounts of time
// ---------------------------------------------------------------------------------------------------------------------------

#[test]
fn elapsed_time() {
    Story::in_office(Term::new(Count::Elapsed(2 * 1440)), "03-02 10:00")
        .paused("03-03 10:00", "03-03 13:20")
        .is_due("03-04 13:20");
    // Saturday 10:00 becomes Sunday 10:00, and rolls to Monday.
    d02().paused("03-06 12:00", "03-07 12:00").is_due("03-09 10:00");
    // Monday 10:00 becomes Saturday 10:00, and rolls again.
    d02().paused("03-09 09:00", "03-14 09:00").is_due("03-16 10:00");
    d02().paused("03-09 09:00", "03-09 09:30").is_due("03-09 10:30");
    // Rolled to the end of Monday; three days more are Thursday 24:00, and a holiday on Friday does not matter.
    let mut calendar = office();
    calendar.special.insert(day("2026-03-13"), Vec::new());
    let end_of_day = Some(Roll { rule: RollRule::Following, end: Some(End::new(EndAt::EndOfDay)) });
    let term = Term { roll: end_of_day, ..Term::new(Count::Elapsed(1440)) };
    Story::of(calendar, term, "03-06 10:00").paused("03-09 10:00", "03-12 10:00").is_due("03-12 24:00");
}

#[test]
fn working_time() {
    let story = || Story::in_office(Term::new(Count::Working(480)), "03-02 10:00");
    story().is_due("03-03 09:30");
    // 90 minutes of Monday and 30 of Tuesday.
    story().paused("03-02 15:00", "03-03 08:30").is_due("03-03 11:30");
    story().paused("03-02 16:30", "03-03 08:00").is_due("03-03 09:30");
    // Law 1, where the text says nothing: an `Until` on a Saturday, 10:00, and a pause without working time.
    let until = || story().extended("03-02 11:00", until("03-07"));
    until().is_due("03-07 10:00");
    until().paused("03-07 09:00", "03-08 12:00").is_due("03-08 12:00");
    until().paused("03-06 16:00", "03-08 12:00").is_due("03-09 08:30");
}

// ---------------------------------------------------------------------------------------------------------------------------
// Extensions
// ---------------------------------------------------------------------------------------------------------------------------

#[test]
fn an_extension_divides_a_pause() {
    let add = Extension::Add(Count::CalendarDays(2));
    let paused = || three_days().paused("03-04 10:00", "03-06 10:00");
    paused().is_due("03-07 16:30");
    paused().extended("03-05 12:00", add).is_due("03-09 16:30");
    // A date takes in what was before it: Thursday's end alone is after.
    paused().extended("03-05 12:00", until("03-10")).is_due("03-11 16:30");
    paused().extended("03-05 12:00", fixed_until("03-10")).is_due("03-10 16:30");
    // At one instant the extension comes first.
    paused().extended("03-04 10:00", until("03-10")).is_due("03-12 16:30");
    paused().extended("03-06 10:00", until("03-10")).is_due("03-10 16:30");
    three_days().paused_since("03-04 10:00").extended("03-05 12:00", add).is(Answer::Paused);
}

#[test]
fn an_extension_that_adds_nothing_changes_nothing() {
    let nothing = Extension::Add(Count::CalendarDays(0));
    for made in ["03-04 10:00", "03-04 16:30", "03-05 12:00", "03-05 16:30", "03-06 09:59"] {
        three_days().paused("03-04 10:00", "03-06 10:00").extended(made, nothing).is_due("03-07 16:30");
    }
}

/// No months are no origin of months that are added later: 1 March and a month, not 17 February, a month and 12 days.
#[test]
fn no_months_change_nothing_for_months_that_follow() {
    let story = || {
        Story::in_office(by(EndAt::EndOfDay, Count::CalendarDays(10)), "02-07 00:00")
            .paused("02-07 00:00", "02-20 12:00")
    };
    let (none, one) = (Extension::Add(Count::Months(0)), Extension::Add(Count::Months(1)));
    story().is_due("03-01 24:00");
    story().extended("02-21 00:00", one).is_due("04-01 24:00");
    story().extended("02-07 00:00", none).extended("02-21 00:00", one).is_due("04-01 24:00");
}

/// Exactly at the unrolled end: the clock stood still before it already, and so has not reached it.
#[test]
fn an_extension_at_the_end_divides_a_pause_that_began_before() {
    let nothing = Extension::Add(Count::CalendarDays(0));
    let story = || Story::in_office(by_half_past_four(Count::CalendarDays(4)), "03-02 10:00");
    story().paused("03-06 10:00", "03-08 10:00").is_due("03-08 16:30");
    story().paused("03-06 10:00", "03-08 10:00").extended("03-06 16:30", nothing).is_due("03-08 16:30");
}

#[test]
fn a_clock_that_stands_still_does_not_expire() {
    let story = || Story::in_office(by(EndAt::EndOfDay, Count::CalendarDays(3)), "03-02 10:00");
    let add = Extension::Add(Count::CalendarDays(1));
    story().extended("03-05 23:59", add).is_due("03-06 24:00");
    story().extended("03-06 00:00", add).is(Answer::Refused(0, Why::Expired));
    story().paused("03-05 12:00", "03-07 12:00").extended("03-06 00:00", add).is_due("03-08 24:00");
    // It runs again at the resume, and 24:00 has come.
    story()
        .paused("03-05 12:00", "03-06 00:00")
        .extended("03-06 00:00", add)
        .is(Answer::Refused(0, Why::Expired));
    // A pause that began too late does not make it stand still.
    story()
        .paused("03-06 00:00", "03-08 12:00")
        .extended("03-07 00:00", add)
        .is(Answer::Refused(0, Why::Expired));
}

#[test]
fn as_the_clock_stood_when_it_was_made() {
    let paused = || three_days().paused("03-03 12:00", "03-03 18:00");
    paused().is_due("03-06 16:30");
    paused().extended("03-04 10:00", until("03-05")).is(Answer::Refused(0, Why::Earlier));
    paused().extended("03-03 12:00", until("03-05")).is_due("03-06 16:30");
    paused().extended("03-04 10:00", until("03-06")).is_due("03-06 16:30");
    // A total counts time that is not paused: five days and one.
    paused().extended("03-04 10:00", Extension::ReplaceTotal(Count::CalendarDays(5))).is_due("03-08 16:30");
    paused().extended("03-03 10:00", Extension::ReplaceTotal(Count::CalendarDays(5))).is_due("03-08 16:30");
    paused().extended("03-04 10:00", Extension::Add(Count::CalendarDays(2))).is_due("03-08 16:30");
    paused()
        .extended("03-04 10:00", Extension::ReplaceTotal(Count::CalendarDays(2)))
        .is(Answer::Refused(0, Why::Earlier));
    // Two extensions: the second is judged by the first.
    paused()
        .extended("03-04 10:00", until("03-20"))
        .extended("03-05 10:00", until("03-19"))
        .is(Answer::Refused(1, Why::Earlier));
}

#[test]
fn a_later_unrolled_end_may_be_due_on_the_same_day() {
    // Saturday; a day more is Sunday. Both roll to Monday.
    let story = || Story::in_office(rolled(by_half_past_four(Count::CalendarDays(5))), "03-02 10:00");
    let day_more = Extension::Add(Count::CalendarDays(1));
    story().extended("03-09 10:00", day_more).is_due("03-09 16:30");
    story().extended("03-09 10:00", Extension::Add(Count::CalendarDays(2))).is_due("03-09 16:30");
    story().extended("03-09 10:00", Extension::Add(Count::CalendarDays(3))).is_due("03-10 16:30");
    // The rolled date has moved to Tuesday: it stays, and the next pause is judged by the end as it stands then.
    let moved = || story().paused("03-09 09:30", "03-10 09:30");
    moved().is_due("03-10 16:30");
    moved().extended("03-10 10:00", day_more).is_due("03-10 16:30");
    moved().extended("03-10 10:00", Extension::Add(Count::CalendarDays(5))).is_due("03-12 16:30");
    moved()
        .extended("03-10 10:00", Extension::Add(Count::CalendarDays(5)))
        .paused("03-11 10:00", "03-12 10:00")
        .is_due("03-13 16:30");
}

#[test]
fn chosen_instants_and_fixed_dates_do_not_stand_still() {
    let calendar = office();
    let chosen = Term::new(Count::At(at(&calendar, "03-04 12:00")));
    Story::in_office(chosen, "03-02 10:00").paused("03-03 10:00", "03-05 10:00").is_due("03-04 12:00");
    Story::in_office(chosen, "03-02 10:00").paused_since("03-03 10:00").is_due("03-04 12:00");
    three_days()
        .extended("03-02 11:00", fixed_until("03-10"))
        .paused_since("03-03 10:00")
        .is_due("03-10 16:30");
}

#[test]
fn beyond_the_known_days() {
    let december = |received| Story::in_office(by_half_past_four(Count::WorkingDays(1)), received);
    december("12-30 10:00").is_due("12-31 16:30");
    december("12-30 10:00").paused("12-31 10:00", "12-31 18:00").is(Answer::Unknown(Unknown::NotKnown));
    december("12-30 10:00").paused("12-31 16:30", "12-31 18:00").is_due("12-31 16:30");
    // Nothing before day zero is asked for.
    december("01-01 05:00").paused("01-01 05:00", "01-01 12:00").is_due("01-02 16:30");
}

/// Fakaofo had no 30 December 2011: that date ends with the 29th, at the instant at which the pause does.
#[test]
fn a_pause_until_the_end_of_a_date_that_was_skipped_has_neither_end() {
    let midnight = |text: &str| -> DateTime<Utc> { format!("{text}T11:00:00Z").parse().unwrap() };
    let calendar = Calendar {
        zone: Tz::Pacific__Fakaofo,
        first: day("2011-12-13"),
        last: day("2012-01-27"),
        week: weekdays(&[(6 * 60, 7 * 60)]),
        special: BTreeMap::new(),
    };
    let term =
        Term { end: End { exclusive: true, ..End::new(EndAt::EndOfDay) }, ..Term::new(Count::Weeks(2)) };
    let paused = |until| Story {
        calendar: calendar.clone(),
        term,
        received: midnight("2011-12-14"),
        pauses: vec![Pause::closed(midnight("2011-12-15"), midnight(until))],
        extensions: Vec::new(),
    };
    // From the 15th on, day zero does not count; the 28th ends at the resume.
    paused("2011-12-29").is_due("01-10 24:00");
    paused("2011-12-30").is_due("01-11 24:00");
    // The 29th and the 30th.
    paused("2011-12-31").is_due("01-13 24:00");
}

/// An agreed end may lie on a Saturday, on which nobody works, and a pause of no working time over it.
#[test]
fn what_is_added_during_a_pause_of_no_working_time_counts_from_its_end() {
    let story = || {
        Story::in_office(Term::new(Count::Working(60)), "03-02 10:00")
            .extended("03-02 10:30", until("03-07"))
            .paused("03-06 17:00", "03-08 12:00")
    };
    let added = |minutes| story().extended("03-07 09:00", Extension::Add(Count::Working(minutes)));
    story().is_due("03-08 12:00");
    added(0).is_due("03-08 12:00");
    added(60).is_due("03-09 09:00");
}
