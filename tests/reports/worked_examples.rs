//! The worked examples of records, reports and statistics, each with its other readings.

use redress::policy::record::{Cadence, Form, PeriodError, ReportPeriod, ReportRule};
use redress::policy::{Condition, SeverityRules};
use redress::profiles::choice::{HandlingLimit, NoticePeriod};
use redress::profiles::{Nev, TaxDevice};
use redress::report::ledger::{
    BENCHMARKS, Circumstance, ComparedPeriods, Effect, GroupValue, Grouping, Ledger, LedgerRow, Ratio,
    Timing, TrendChange,
};
use redress::triage::answer::{AnswerForm, answer_form};
use redress::triage::{Complaint, History, PastCounts};
use redress::vocab::course::Opinion;
use redress::vocab::organisation::{Record, Report};
use redress::vocab::{Category, Cause, Classification, Department, Fact, Role, Severity, Stage, Subject};

use crate::cases::support::{at, calendar};
use crate::reports::{closed, days};

fn nev(notice: NoticePeriod) -> redress::policy::Policy {
    let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
    Nev::new(calendar(), owners, notice).build().unwrap()
}

fn in_china(day: &str) -> chrono::DateTime<chrono::Utc> {
    at(&format!("{day}T00:00:00+08:00"))
}

// W086, A38.
#[test]
fn w086_the_unclosed_notice_has_no_date_until_somebody_sets_its_period() {
    let policy = nev(NoticePeriod::NotSet);
    let rule = policy.report(Report::UNCLOSED_NOTICE).unwrap();
    assert_eq!(rule.citation(), "S23-R16");
    for refused in [
        rule.next(policy.calendar(), in_china("2025-03-11")).unwrap_err(),
        rule.periods(policy.calendar(), 2025).unwrap_err(),
    ] {
        let parameter = "the period of the unclosed notice (A38)".to_owned();
        assert_eq!(refused, PeriodError::NotSet { report: Report::UNCLOSED_NOTICE, parameter });
    }
}

// The other readings of A38: numbers that an organisation sets.
#[test]
fn w086_with_a_period_the_notice_goes_round_on_its_day() {
    let next = |notice| {
        let policy = nev(notice);
        let rule = policy.report(Report::UNCLOSED_NOTICE).unwrap();
        assert_eq!(rule.departments(), [Department::DEALER]);
        rule.next(policy.calendar(), in_china("2025-03-11")).unwrap()
    };
    assert_eq!(next(NoticePeriod::Weeks(1)), in_china("2025-03-17")); // the next Monday
    assert_eq!(next(NoticePeriod::Days(7)), in_china("2025-03-17"));
    assert_eq!(next(NoticePeriod::Months(1)), in_china("2025-04-01"));
}

fn management_review() -> ReportRule {
    ReportRule::new(Report::MANAGEMENT_REVIEW, Cadence::HALF_YEAR)
        .with_role(Role::SENIOR_MANAGEMENT)
        .with_citation("S16-R15")
}

// W104, S16-R15.
#[test]
fn w104_a_year_has_two_management_reviews_of_count_and_handling_status() {
    let calendar = calendar();
    let periods = management_review().periods(&calendar, 2025).unwrap();
    let halves = [
        ReportPeriod { from: in_china("2025-01-01"), until: in_china("2025-07-01") },
        ReportPeriod { from: in_china("2025-07-01"), until: in_china("2026-01-01") },
    ];
    assert_eq!(periods, halves);
    let subjects =
        [Some(Subject::PRODUCT_QUALITY), Some(Subject::SERVICE), Some(Subject::PRODUCT_QUALITY), None];
    let rows = subjects.into_iter().zip(["a", "b", "c", "d"]).map(|(subject, id)| {
        let mut row = closed(id, "2025-03-03", "2025-03-05", Timing::InTime);
        row.words = subject.into_iter().collect();
        if id == "c" {
            row.rounds[0].end = None;
            row.stage = Stage::Investigating;
        }
        row
    });
    let ledger = Ledger::new(rows).unwrap();
    let total = ledger.summary(periods[0]);
    assert_eq!((total.received, total.settled, total.open), (4, 3, 1));
    let status: Vec<(Option<String>, u64, u64)> = ledger
        .by(periods[0], Grouping::SUBJECT)
        .iter()
        .map(|(value, summary)| (value.text().map(ToOwned::to_owned), summary.received, summary.settled))
        .collect();
    let subject = |word: Subject| Some(word.to_string());
    assert_eq!(
        status,
        [(subject(Subject::PRODUCT_QUALITY), 2, 1), (subject(Subject::SERVICE), 1, 1), (None, 1, 1)]
    );
    // At the end of the year what is open is what is open, whenever it came in.
    assert_eq!(ledger.summary(periods[1]).open, 1);
}

#[test]
fn w104_the_half_year_of_2026_ends_on_1_july_and_with_the_year() {
    let reviews = management_review().periods(&calendar(), 2026).unwrap();
    let dates: Vec<_> = reviews.iter().map(|period| period.until).collect();
    assert_eq!(dates, [in_china("2026-07-01"), in_china("2027-01-01")]);
    // An organisation whose year begins in April counts from there.
    let from_april = management_review().with_counted_from("2026-04-01".parse().unwrap());
    let begins = from_april.periods(&calendar(), 2025).unwrap();
    let begins: Vec<_> = begins.iter().map(|period| period.from).collect();
    assert_eq!(begins, [in_china("2025-04-01"), in_china("2025-10-01")]);
    // The second one of 2026 ends beyond the calendar: that is said, and no date guessed.
    assert!(matches!(from_april.periods(&calendar(), 2026), Err(PeriodError::Calendar(_))));
}

// W132, S16-R16.
#[test]
fn w132_a_customer_who_demands_a_form_gets_the_answer_on_it() {
    let form = |condition| {
        let form = Form::new(Record::CUSTOMER_FORM)
            .with_open_end()
            .with_answers_where(condition)
            .with_citation("S16-R16");
        crate::cases::support::desk(redress::policy::Track::new()).form(form).build().unwrap()
    };
    let complaint = Complaint::new("A-1".parse().unwrap(), in_china("2025-03-11"));
    let demanded = complaint.clone().with_fact(Fact::CUSTOMER_FORM_WANTED, 1);
    let policy = form(Condition::has(Fact::CUSTOMER_FORM_WANTED));
    let answer = |complaint: &Complaint| {
        let past = PastCounts::of(&policy, complaint, &History::none());
        match answer_form(&policy, complaint, &past) {
            AnswerForm::On(form) => Some(form.record()),
            AnswerForm::Free => None,
            AnswerForm::Undetermined(form) => panic!("{form}"),
        }
    };
    assert_eq!(answer(&demanded), Some(Record::CUSTOMER_FORM));
    assert_eq!(answer(&complaint), None);
}

// W164, S03-R25: our choice is cases by base; the base is the host's.
#[test]
fn w164_40_complaints_on_8000_services_are_half_a_percent() {
    let rows = (0..40)
        .map(|number| LedgerRow::new(format!("c-{number}").parse().unwrap(), at("2025-09-10T00:00:00Z")));
    let ledger = Ledger::new(rows).unwrap();
    let september = ledger.summary(days("2025-09-01", "2025-10-01"));
    assert_eq!(september.complaint_rate(8_000), Ratio::of(40, 8_000));
    assert_eq!(september.complaint_rate(8_000).unwrap().to_string(), "0.5 %");
    // Without a base there is no rate.
    assert_eq!(september.complaint_rate(0), None);
}

// W165, S10-R31.
#[test]
fn w165_the_monthly_table_has_a_row_for_each_class() {
    let policy = TaxDevice::new(calendar(), HandlingLimit::NotSet).build().unwrap();
    let rule = policy.report(Report::MONTHLY_STATISTICS).unwrap();
    let november = rule.period_at(policy.calendar(), in_china("2025-11-15")).unwrap();
    assert_eq!(november, ReportPeriod { from: in_china("2025-11-01"), until: in_china("2025-12-01") });
    let rows = (0..12).map(|number| {
        let mut row = LedgerRow::new(format!("c-{number}").parse().unwrap(), in_china("2025-11-01"));
        row.severity = Some(if number < 9 { Severity::General } else { Severity::Serious });
        row
    });
    // In China it is December already.
    let late = LedgerRow::new("late".parse().unwrap(), at("2025-11-30T16:00:00Z"));
    let ledger = Ledger::new(rows.chain([late])).unwrap();
    let counts = |period| -> Vec<(GroupValue, u64)> {
        let rows = ledger.by_class(period, &policy).into_iter();
        rows.map(|(class, summary)| (class, summary.received)).collect()
    };
    let (general, serious) =
        (GroupValue::severity(Severity::General), GroupValue::severity(Severity::Serious));
    assert_eq!(counts(november), [(general, 9), (serious, 3)]);
    assert_eq!(ledger.summary(november).received, 12);
    // A class without a complaint has its row, and what nobody rated has one beside them.
    let december = rule.period_at(policy.calendar(), in_china("2025-12-15")).unwrap();
    assert_eq!(
        counts(december),
        [(general, 0), (serious, 0), (GroupValue::not_known(Grouping::Severity), 1)]
    );
    let levels = policy.severity().map(SeverityRules::levels).unwrap();
    assert_eq!(levels.len(), 2);
}

// W166, S34-R07.
#[test]
fn w166_12_complaints_after_20_are_40_percent_fewer_and_satisfaction_is_compared() {
    let attitude = |number: usize, day: &str, opinion| {
        let mut row = LedgerRow::new(format!("c-{number}").parse().unwrap(), at(&format!("{day}T00:00:00Z")));
        (row.words, row.opinion) = (Classification::of(Cause::SERVICE_ATTITUDE), Some(opinion));
        row
    };
    let before = (0..20).map(|number| {
        attitude(number, "2026-02-10", if number < 5 { Opinion::Satisfied } else { Opinion::Unsatisfied })
    });
    let after = (20..32).map(|number| {
        attitude(number, "2026-04-10", if number < 29 { Opinion::Satisfied } else { Opinion::Unsatisfied })
    });
    let ledger = Ledger::new(before.chain(after)).unwrap();
    let (february, april) = (days("2026-02-01", "2026-03-01"), days("2026-04-01", "2026-05-01"));
    let effect = ledger.effect(Grouping::CAUSE, ComparedPeriods { before: february, after: april });
    assert_eq!(effect.len(), 1);
    assert_eq!(effect[0].count, Effect { before: 20, after: 12 });
    assert_eq!(effect[0].count.change(), TrendChange::Fell(Ratio::of(8, 20).unwrap()));
    assert_eq!(effect[0].count.change().to_string(), "-40 %");
    assert_eq!(effect[0].satisfaction_before.unwrap().to_string(), "25 %");
    assert_eq!(effect[0].satisfaction_after.unwrap().to_string(), "75 %");
    // From nothing there is no percentage.
    let back = ledger
        .effect(Grouping::CAUSE, ComparedPeriods { before: days("2026-03-01", "2026-04-01"), after: april });
    assert_eq!(back[0].count.change(), TrendChange::FromNothing { to: 12 });
}

// W167, S26-R01, S26-R02, S26-R03.
#[test]
fn w167_of_100_complainants_95_come_again_about_70_or_about_67_switch() {
    let of = |circumstance| BENCHMARKS.iter().find(|known| known.of == circumstance).unwrap();
    let figures = [
        (Circumstance::SolvedInTime, 95, false, "S26-R03"),
        (Circumstance::Solved, 70, true, "S26-R02"),
        (Circumstance::Ignored, 67, true, "S26-R01"),
        (Circumstance::Referred, 1_500, true, "S27-R07"),
    ];
    for (circumstance, figure, rough, citation) in figures {
        let benchmark = of(circumstance);
        assert_eq!((benchmark.among(100), benchmark.is_rough), (figure, rough));
        assert_eq!(benchmark.citation, citation);
    }
    assert_eq!(BENCHMARKS.len(), figures.len());
}
