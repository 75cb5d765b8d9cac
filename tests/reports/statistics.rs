//! Summaries, Pareto, trend, effect, ageing: edges of periods and of numbers.

use redress::labels::Labels;
use redress::policy::record::ReportPeriod;
use redress::report::ledger::{
    ComparedPeriods, Effect, GroupValue, Grouping, Ledger, Ratio, Summary, Timing, TrendChange,
};
use redress::vocab::course::{ClosureKind, Opinion};
use redress::vocab::kind::CauseGroup;
use redress::vocab::{Category, Cause, Locale, Money, Region, Severity, Stage, Standing};
use redress::word;

use crate::cases::support::{at, euros};
use crate::reports::{closed, days, reopened, row};

fn march() -> ReportPeriod {
    days("2026-03-01", "2026-04-01")
}

#[test]
fn an_empty_period_has_counts_of_0_and_no_rates() {
    let ledger = Ledger::new([row("a", "2026-03-01")]).unwrap();
    let empty = ReportPeriod { from: march().from, until: march().from };
    let summary = ledger.summary(empty);
    assert_eq!(summary, Summary::nothing(empty));
    let rates = [
        summary.closure_rate(),
        summary.on_time_rate(),
        summary.reopen_rate(),
        summary.satisfaction_rate(),
        summary.complaint_rate(0),
    ];
    assert_eq!(rates, [None; 5]);
    assert!(ledger.by(empty, Grouping::CATEGORY).is_empty());
    assert!(ledger.pareto(empty, Grouping::CATEGORY).is_empty());
    assert!(Ledger::new([]).unwrap().pareto(march(), Grouping::CATEGORY).is_empty());
}

#[test]
fn an_instant_on_the_edge_belongs_to_the_period_that_begins_with_it() {
    let ledger =
        Ledger::new([closed("a", "2026-03-01", "2026-04-01", Timing::InTime), row("b", "2026-04-01")])
            .unwrap();
    let (march, april) = (ledger.summary(march()), ledger.summary(days("2026-04-01", "2026-05-01")));
    assert_eq!((march.received, march.closed, march.open, march.settled), (1, 0, 1, 0));
    assert_eq!((april.received, april.closed, april.open), (1, 1, 1));
}

#[test]
fn a_case_reopened_across_periods_counts_where_each_thing_happened() {
    let mut again = reopened(closed("a", "2026-02-10", "2026-03-05", Timing::InTime), "2026-03-20");
    again.rounds[1].end = Some(crate::reports::end(at("2026-04-02T00:00:00Z"), Timing::Late));
    again.stage = Stage::Closed;
    let ledger = Ledger::new([again]).unwrap();
    let counts = |period| {
        let summary = ledger.summary(period);
        (summary.received, summary.closed, summary.undone, summary.reopened, summary.open)
    };
    assert_eq!(counts(days("2026-02-01", "2026-03-01")), (1, 0, 0, 0, 1));
    assert_eq!(counts(march()), (0, 1, 1, 1, 1));
    assert_eq!(counts(days("2026-04-01", "2026-05-01")), (0, 1, 0, 0, 0));
    assert_eq!(ledger.summary(march()).reopen_rate(), Ratio::of(1, 1));
}

#[test]
fn a_merged_case_is_not_counted_twice() {
    let mut merged = closed("a", "2026-03-02", "2026-03-03", Timing::InTime);
    merged.rounds[0].end.as_mut().unwrap().kind = ClosureKind::Merged;
    merged.words.add(Category::SPARE_PARTS);
    let mut other = row("b", "2026-03-02");
    other.words.add(Category::SPARE_PARTS);
    let ledger = Ledger::new([merged, other]).unwrap();
    let summary = ledger.summary(march());
    assert_eq!((summary.received, summary.merged, summary.closed, summary.open), (1, 1, 0, 1));
    assert_eq!(ledger.pareto(march(), Grouping::CATEGORY)[0].count, 1);
    assert_eq!(ledger.patterns(march(), &[Grouping::CATEGORY])[0].1, 1);
    assert_eq!(ledger.ageing(march().until, &[])[0].count, 1);
}

fn merged(mut row: redress::report::ledger::LedgerRow, into: &str) -> redress::report::ledger::LedgerRow {
    let last = row.rounds.last_mut().unwrap();
    let (opened, kind) = (last.opened, ClosureKind::Merged);
    last.end =
        Some(redress::report::ledger::RoundEnd { kind, ..crate::reports::end(opened, Timing::InTime) });
    (row.stage, row.merged_into) = (Stage::Closed, Some(into.parse().unwrap()));
    row
}

#[test]
fn what_ended_before_a_case_was_taken_up_again_and_merged_is_counted_where_it_was() {
    let late = || closed("a", "2026-03-02", "2026-03-10", Timing::Late);
    let both = [merged(reopened(late(), "2026-04-02"), "b"), row("b", "2026-04-01")];
    let ledger = Ledger::new(both).unwrap();
    let summary = ledger.summary(march());
    assert_eq!((summary.received, summary.closed, summary.late), (1, 1, 1));
    assert_eq!((summary.undone, summary.settled, summary.open, summary.merged), (1, 1, 0, 1));
    // What was taken up again goes on in the other case.
    let april = ledger.summary(days("2026-04-01", "2026-05-01"));
    assert_eq!((april.received, april.reopened, april.closed, april.open), (1, 0, 0, 1));
    assert_eq!(ledger.pareto(march(), Grouping::CATEGORY)[0].count, 1);
    let ages = |day: &str| ledger.ageing(at(&format!("{day}T00:00:00Z")), &[])[0].count;
    assert_eq!((ages("2026-03-05"), ages("2026-03-20"), ages("2026-05-01")), (1, 0, 1));
}

#[test]
fn what_is_merged_in_a_ring_would_be_counted_nowhere_and_is_refused() {
    let chain =
        [merged(row("a", "2026-03-02"), "b"), merged(row("b", "2026-03-02"), "c"), row("c", "2026-03-02")];
    assert_eq!(Ledger::new(chain.clone()).unwrap().summary(march()).received, 1);
    let [one, two, three] = chain;
    for last in [merged(three, "a"), merged(row("c", "2026-03-02"), "b")] {
        let refused = Ledger::new([one.clone(), two.clone(), last]).unwrap_err();
        assert!(matches!(refused, redress::report::ledger::LedgerError::Ring { .. }), "{refused}");
    }
    // Where the other case has no row, nobody knows of a ring.
    assert!(Ledger::new([one]).is_ok());
}

#[test]
fn the_limit_that_nobody_knows_is_in_no_rate_and_is_told() {
    let timings = [Timing::InTime, Timing::Late, Timing::NoLimit, Timing::Undetermined];
    let rows = timings.into_iter().zip(["a", "b", "c", "d"]);
    let rows = rows.map(|(timing, id)| closed(id, "2026-03-02", "2026-03-03", timing));
    let summary = Ledger::new(rows).unwrap().summary(march());
    assert_eq!(summary.on_time_rate(), Ratio::of(1, 2));
    assert_eq!((summary.closed, summary.no_limit, summary.undetermined), (4, 1, 1));
}

#[test]
fn what_is_not_known_has_a_row_of_its_own_at_the_end() {
    let mut known = row("a", "2026-03-02");
    known.words.add(word!(Region, "zz"));
    let ledger = Ledger::new([row("b", "2026-03-02"), known]).unwrap();
    let regions = ledger.by(march(), Grouping::REGION);
    let labels: Vec<String> =
        regions.iter().map(|(value, _)| value.label(&Labels::standard(), Locale::ZhHant)).collect();
    assert_eq!(labels, ["zz", "未知"]);
    assert_eq!(regions[1].0, GroupValue::not_known(Grouping::REGION));
    assert!(!regions[1].0.is_known());
}

#[test]
fn causes_are_counted_by_the_real_one_and_by_its_group() {
    let mut attitude = row("a", "2026-03-02");
    attitude.stated_cause = Some(Cause::from(CauseGroup::PRODUCT_QUALITY));
    attitude.words.add(Cause::SERVICE_ATTITUDE);
    let mut service = row("b", "2026-03-02");
    service.words.add(Cause::from(CauseGroup::SERVICE));
    let ledger = Ledger::new([attitude, service]).unwrap();
    let texts = |by| {
        let rows = ledger.by(march(), by).into_iter();
        rows.map(|(value, summary)| (value.text().map(ToOwned::to_owned), summary.received))
            .collect::<Vec<_>>()
    };
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(texts(Grouping::CAUSE), [(text("service"), 1), (text("service.attitude"), 1)]);
    assert_eq!(texts(Grouping::CAUSE_GROUP), [(text("service"), 2)]);
    assert_eq!(texts(Grouping::StatedCause), [(text("product-quality"), 1), (None, 1)]);
}

#[test]
fn every_question_has_labels_in_three_languages() {
    let mut full = closed("a", "2026-03-02", "2026-03-03", Timing::Late);
    full.severity = Some(Severity::Serious);
    full.opinion = Some(Opinion::Satisfied);
    for by in Grouping::standard() {
        let value = GroupValue::of(&full, by);
        assert_eq!(value.by(), by);
        for &locale in Locale::ALL {
            assert!(!value.label(&Labels::standard(), locale).is_empty());
        }
    }
    let label = |by, locale| GroupValue::of(&full, by).label(&Labels::standard(), locale);
    assert_eq!(label(Grouping::Severity, Locale::ZhHant), "嚴重");
    assert_eq!(label(Grouping::ClosureKind, Locale::ZhHans), "已解决");
    assert_eq!(label(Grouping::Opinion, Locale::En), "satisfied");
    assert_eq!(label(Grouping::Product, Locale::En), "not known");
}

fn of_category(id: &str, category: Category) -> redress::report::ledger::LedgerRow {
    let mut row = row(id, "2026-03-02");
    row.words.add(category);
    row
}

#[test]
fn pareto_puts_the_most_frequent_first_and_breaks_ties_by_the_word() {
    let ledger = Ledger::new([
        of_category("a", Category::SPARE_PARTS),
        of_category("b", Category::SALES_PROCESS),
        of_category("c", Category::PRODUCT_QUALITY),
        of_category("d", Category::PRODUCT_QUALITY),
    ])
    .unwrap();
    let rows: Vec<(String, u64, String)> = ledger
        .pareto(march(), Grouping::CATEGORY)
        .iter()
        .map(|row| (row.value.text().unwrap().to_owned(), row.count, row.cumulative.to_string()))
        .collect();
    let row = |text: &str, count, cumulative: &str| (text.to_owned(), count, cumulative.to_owned());
    assert_eq!(
        rows,
        [row("product-quality", 2, "50 %"), row("sales-process", 1, "75 %"), row("spare-parts", 1, "100 %")]
    );
    assert_eq!(ledger.recurring(march(), Grouping::CATEGORY, 2).len(), 1);
}

#[test]
fn patterns_join_the_answers_to_several_questions() {
    let mut north = of_category("a", Category::SPARE_PARTS);
    north.words.add(word!(Region, "acme:north"));
    let mut again = north.clone();
    again.case = "b".parse().unwrap();
    let ledger = Ledger::new([north, again, of_category("c", Category::SPARE_PARTS)]).unwrap();
    let patterns = ledger.patterns(march(), &[Grouping::CATEGORY, Grouping::Product, Grouping::REGION]);
    assert_eq!(patterns.len(), 2);
    assert_eq!(patterns[0].1, 2);
    assert_eq!(patterns[0].0[2].text(), Some("acme:north"));
    assert!(!patterns[1].0[2].is_known());
    // No question is one answer.
    assert_eq!(ledger.patterns(march(), &[]), [(Vec::new(), 3)]);
}

#[test]
fn a_trend_tells_the_change_from_one_period_to_the_next() {
    let ledger =
        Ledger::new([row("a", "2026-02-02"), row("b", "2026-03-02"), row("c", "2026-03-03")]).unwrap();
    let months = [
        days("2026-01-01", "2026-02-01"),
        days("2026-02-01", "2026-03-01"),
        march(),
        days("2026-04-01", "2026-05-01"),
    ];
    let changes: Vec<Option<String>> =
        ledger.trend(&months).iter().map(|point| point.change.map(|change| change.to_string())).collect();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(changes, [None, text("0 → 1"), text("+100 %"), text("-100 %")]);
}

#[test]
fn an_effect_tells_counts_and_satisfaction_before_and_after() {
    let said = |id: &str, day: &str, opinion| {
        let mut row = of_category(id, Category::SPARE_PARTS);
        row.received = at(&format!("{day}T00:00:00Z"));
        row.rounds[0].opened = row.received;
        row.opinion = opinion;
        row
    };
    let ledger = Ledger::new([
        said("a", "2026-02-02", Some(Opinion::Unsatisfied)),
        said("b", "2026-02-03", Some(Opinion::Silent)),
        said("c", "2026-03-02", Some(Opinion::Satisfied)),
    ])
    .unwrap();
    let effect = ledger.effect(
        Grouping::CATEGORY,
        ComparedPeriods { before: days("2026-02-01", "2026-03-01"), after: march() },
    );
    assert_eq!(effect.len(), 1);
    assert_eq!(effect[0].count.change(), TrendChange::Fell(Ratio::of(1, 2).unwrap()));
    assert_eq!(effect[0].satisfaction_before, Ratio::of(0, 1)); // silence is neither
    assert_eq!(effect[0].satisfaction_after, Ratio::of(1, 1));
    // What came in neither before nor after has no row.
    let none = days("2020-01-01", "2020-02-01");
    assert!(ledger.effect(Grouping::CATEGORY, ComparedPeriods { before: none, after: none }).is_empty());
}

#[test]
fn ages_are_counted_from_the_receipt_in_days_of_24_hours() {
    let ledger = Ledger::new([
        row("a", "2026-03-01"),
        row("b", "2026-03-29"),
        row("c", "2026-03-31"),
        closed("d", "2026-03-01", "2026-03-02", Timing::InTime),
    ])
    .unwrap();
    let buckets: Vec<(u32, Option<u32>, u64)> = ledger
        .ageing(march().until, &[30, 3, 3, 7])
        .iter()
        .map(|bucket| (bucket.from_days, bucket.until_days, bucket.count))
        .collect();
    // 1 day, exactly 3, and 31.
    assert_eq!(buckets, [(0, Some(3), 1), (3, Some(7), 1), (7, Some(30), 0), (30, None, 1)]);
}

#[test]
fn the_notice_lists_what_is_past_its_limit_and_what_has_one_that_nobody_knows() {
    let standing = |id: &str, standing, due: Option<&str>| {
        let mut row = row(id, "2026-03-01");
        row.standing = standing;
        row.due = due.map(|due| at(&format!("{due}T00:00:00Z")));
        row
    };
    let mut open = standing("e", None, None);
    open.undetermined = true;
    let mut over = standing("f", Some(Standing::Unclosed), Some("2026-03-02"));
    over.rounds[0].end = Some(crate::reports::end(at("2026-03-03T00:00:00Z"), Timing::Late));
    over.stage = Stage::Closed;
    let ledger = Ledger::new([
        standing("a", Some(Standing::OnTime), Some("2026-03-02")),
        standing("b", Some(Standing::Unclosed), Some("2026-03-09")),
        standing("c", Some(Standing::ProjectDue), Some("2026-03-05")),
        standing("d", None, None),
        open,
        over,
    ])
    .unwrap();
    let listed: Vec<String> = ledger.unclosed().iter().map(|row| row.case.to_string()).collect();
    assert_eq!(listed, ["e", "c", "b"]);
}

#[test]
fn losses_are_summed_by_currency_and_never_overflow() {
    let cost = |id: &str, amounts| {
        let mut row = row(id, "2026-03-02");
        row.amounts = amounts;
        row
    };
    let yen = Money::new(7, "JPY".parse().unwrap());
    let ledger = Ledger::new([
        cost("a", Some(vec![euros(u64::MAX), yen])),
        cost("b", Some(vec![euros(u64::MAX)])),
        cost("c", None),
        cost("d", Some(Vec::new())),
    ])
    .unwrap();
    let losses = ledger.losses(march());
    let sums: Vec<(String, u128)> =
        losses.sums.iter().map(|(currency, sum)| (currency.to_string(), *sum)).collect();
    assert_eq!(sums, [("EUR".to_owned(), u128::from(u64::MAX) * 2), ("JPY".to_owned(), 7)]);
    assert_eq!((losses.known, losses.unknown), (3, 1));
}

#[test]
fn percentages_say_when_they_are_rounded() {
    let text = |part, whole| Ratio::of(part, whole).unwrap().to_string();
    assert_eq!(text(0, 7), "0 %");
    assert_eq!(text(7, 7), "100 %");
    assert_eq!(text(1, 3), "≈33.3 %");
    assert_eq!(text(1, 16), "≈6.3 %"); // 6.25, half up
    assert_eq!(text(1, 40), "2.5 %");
    assert_eq!(text(15, 1), "1500 %");
    assert_eq!(text(1, u64::MAX), "<0.1 %");
    assert_eq!(text(u64::MAX - 1, u64::MAX), ">99.9 %");
    assert_eq!(text(u64::MAX, 1), "1844674407370955161500 %");
    assert_eq!(format!("{:.0}", Ratio::of(1, 3).unwrap()), "≈33 %");
    assert_eq!(format!("{:.2}", Ratio::of(1, 16).unwrap()), "6.25 %");
    assert_eq!(format!("{:.400}", Ratio::of(1, 3).unwrap()), "≈33.333333333 %");
    assert_eq!(Ratio::of(1, 0), None);
    assert_eq!(Ratio::of(u64::MAX, 1).unwrap().share_of(u64::MAX), u64::MAX);
    assert_eq!(Ratio::of(1, 2).unwrap().share_of(3), 2); // 1.5, half up
    assert_eq!(Ratio::of(1, 3).unwrap().share_of(4), 1);
}

#[test]
fn changes_carry_their_sign_and_say_when_they_are_rounded() {
    let change = |before, after| Effect { before, after }.change().to_string();
    assert_eq!(change(3, 2), "≈-33.3 %");
    assert_eq!(change(3, 4), "≈+33.3 %");
    assert_eq!(change(5, 5), "0 %");
    assert_eq!(change(0, 0), "0 %");
    assert_eq!(change(0, u64::MAX), "0 → 18446744073709551615");
    assert_eq!(change(u64::MAX, 0), "-100 %");
    assert_eq!(format!("{:.2}", Effect { before: 3, after: 2 }.change()), "≈-33.33 %");
}

#[test]
fn a_ledger_refuses_a_case_with_two_rows_and_rounds_that_cannot_be() {
    assert!(Ledger::new([row("a", "2026-03-01"), row("a", "2026-03-02")]).is_err());
    // Ids that differ in case are one case.
    assert!(Ledger::new([row("a", "2026-03-01"), row("A", "2026-03-02")]).is_err());
    let mut none = row("a", "2026-03-01");
    none.rounds.clear();
    let mut other = row("a", "2026-03-01");
    other.rounds[0].opened = at("2026-03-02T00:00:00Z");
    let backwards = closed("a", "2026-03-02", "2026-03-01", Timing::InTime);
    let early = reopened(closed("a", "2026-03-02", "2026-03-05", Timing::InTime), "2026-03-04");
    let mut itself = row("a", "2026-03-01");
    itself.merged_into = Some("a".parse().unwrap());
    let mut two_sums = row("a", "2026-03-01");
    two_sums.amounts = Some(vec![euros(1), euros(2)]);
    let mut open = closed("a", "2026-03-02", "2026-03-03", Timing::InTime);
    open.stage = Stage::Resolved;
    let mut over = row("a", "2026-03-02");
    over.stage = Stage::Reviewed;
    let mut elsewhere = closed("a", "2026-03-02", "2026-03-03", Timing::InTime);
    elsewhere.merged_into = Some("b".parse().unwrap());
    for row in [none, other, backwards, early, itself, two_sums, open, over, elsewhere] {
        assert!(Ledger::new([row]).is_err());
    }
    // All in one instant can be.
    let at_once = reopened(closed("a", "2026-03-02", "2026-03-02", Timing::InTime), "2026-03-02");
    assert!(Ledger::new([at_once]).is_ok());
}
