//! What a draft would have meant: equal to an oracle that forgets nothing, whole or in parts.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use redress::calendar::{Calendar, Hours, KnownDays, Span, WeekPattern, Zone};
use redress::compare::{Aspect, Comparison, DifferenceKind, Judgement, PastRecord, WhatIf, WhatIfError};
use redress::deadline::{Clock, Term};
use redress::policy::clock::Target;
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow};
use redress::policy::routing::{Cell, Row};
use redress::policy::severity::SeverityRule;
use redress::policy::{ClockRule, Condition, Policy, PolicyDocument, Routing, SeverityRules};
use redress::sample;
use redress::triage::{Complaint, History, PastCase};
use redress::vocab::course::Validity;
use redress::vocab::{Anchor, Category, ClockName, Department, Facet, Input, RuleId, Severity};
use redress::word;

fn calendar() -> Calendar {
    let zone =
        Zone::fixed(FixedOffset::east_opt(3_600).unwrap(), KnownDays::years(2025, 2027).unwrap()).unwrap();
    Calendar::builder("office", zone)
        .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
        .build()
        .unwrap()
}

/// Repetitions by complainant and level raise the severity, which shortens the limit and changes the owner.
fn policy(version: &str, times: u32, window: RecurrenceWindow, days: u32) -> Policy {
    let again = Recurrence::new([RecurrenceKey::Complainant], times).with_window(window);
    let upheld = Recurrence::new([RecurrenceKey::Complainant], 1)
        .with_window(RecurrenceWindow::Days(3))
        .with_upheld()
        .with_severity(Severity::General);
    let rule = |id, level, when| SeverityRule::new(id, level, Condition::repeats(when));
    let rules = SeverityRules::new([Severity::General, Severity::Serious, Severity::Critical])
        .with_rule(rule(word!(RuleId, "again"), Severity::Serious, again))
        .with_rule(rule(word!(RuleId, "upheld"), Severity::Critical, upheld))
        .with_otherwise(Severity::General);
    let routing = Routing::by([Input::Severity])
        .with_row(Row::owner(word!(RuleId, "rest"), Department::BUSINESS))
        .with_row(
            Row::owner(word!(RuleId, "serious"), Department::QUALITY)
                .with_cell(Cell::severity_at_least(Severity::Serious)),
        );
    let clock = ClockRule::by_target(
        Clock::new(ClockName::CLOSURE, Anchor::RECEIVED),
        [Target::of_severity(word!(RuleId, "serious-limit"), Severity::Serious, Term::working_days(1))],
    )
    .with_otherwise(Term::working_days(days))
    .with_until(Anchor::CLOSED);
    Policy::builder("desk")
        .version(version)
        .calendar(calendar())
        .severity(rules)
        .routing(routing)
        .clock(clock)
        .build()
        .unwrap()
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

struct Made {
    complaint: Complaint,
    validity: Validity,
}

fn records(count: usize, complainants: u64) -> Vec<Made> {
    let mut dice = Dice(count as u64);
    let mut at: DateTime<Utc> = "2026-01-05T08:00:00Z".parse().unwrap();
    (0..count)
        .map(|number| {
            // Some arrive at the same instant, and do not repeat each other.
            at += TimeDelta::minutes(i64::try_from(dice.below(90)).unwrap() / 10 * 10);
            let mut complaint = Complaint::new(format!("r-{number}").parse().unwrap(), at)
                .with_complainant(format!("c-{}", dice.below(complainants)).parse().unwrap())
                .with_category(if dice.below(2) == 0 {
                    Category::PRODUCT_QUALITY
                } else {
                    Category::SPARE_PARTS
                });
            if dice.below(4) > 0 {
                let hours = i64::try_from(dice.below(200)).unwrap();
                complaint = complaint.with_event(Anchor::CLOSED, at + TimeDelta::hours(hours));
            }
            let validity = if dice.below(3) == 0 { Validity::Established } else { Validity::Undetermined };
            Made { complaint, validity }
        })
        .collect()
}

fn what_if(comparison: Comparison<'_>, now: DateTime<Utc>) -> WhatIf<'_> {
    WhatIf::of(comparison, now).with_facets([Facet::Category]).with_examples(4)
}

/// The differences, by a history that forgets nothing and is written out in full.
fn slow(comparison: Comparison<'_>, records: &[Made], now: DateTime<Utc>) -> BTreeMap<DifferenceKind, u64> {
    let mut histories = [History::none(), History::none()];
    let mut counts = BTreeMap::new();
    for Made { complaint, validity } in records {
        let policies = [comparison.policy, comparison.draft];
        let judged = [0, 1].map(|side| Judgement::of(policies[side], complaint, &histories[side]).unwrap());
        for (history, judged) in histories.iter_mut().zip(&judged) {
            let case = PastCase::of(complaint).with_validity(*validity);
            history.insert(case.with_severity(judged.severity().unwrap())).unwrap();
        }
        for aspect in Aspect::ALL {
            if judged[0].differs(&judged[1], aspect) {
                *counts.entry(DifferenceKind::Answer(aspect)).or_default() += 1;
            }
        }
        let closed = complaint.closed().filter(|closed| *closed <= now).unwrap_or(now);
        let [was, would] =
            [0, 1].map(|side| !judged[side].due(ClockName::CLOSURE).unwrap().is_met_at(closed));
        if was != would {
            let kind = if would { DifferenceKind::Later } else { DifferenceKind::NoLonger };
            *counts.entry(kind(ClockName::CLOSURE)).or_default() += 1;
        }
    }
    counts
}

#[test]
fn counts_are_those_of_a_history_that_forgets_nothing() {
    let now = "2026-09-01T00:00:00Z".parse().unwrap();
    let windows = [
        RecurrenceWindow::Days(5),
        RecurrenceWindow::Months(1),
        RecurrenceWindow::Elapsed(Span::hours(30)),
        RecurrenceWindow::Always,
    ];
    for (place, window) in windows.into_iter().enumerate() {
        let (old, new) = (policy("1", 2, window, 5), policy("2", 3, windows[(place + 1) % 3], 4));
        let comparison = Comparison { policy: &old, draft: &new };
        assert_eq!(comparison.keys(), [RecurrenceKey::Complainant]);
        let records = records(3_000, 150);
        let mut whole = what_if(comparison, now);
        let mut parts = [what_if(comparison, now), what_if(comparison, now), what_if(comparison, now)];
        for Made { complaint, validity } in &records {
            let record = PastRecord::new(complaint).with_validity(*validity);
            whole.add(record).unwrap();
            let key = complaint.complainant().unwrap().to_string();
            parts[key.len() * 7 % 3].add(record).unwrap();
        }
        let found: BTreeMap<DifferenceKind, u64> = whole.differences().collect();
        assert_eq!(found, slow(comparison, &records, now));
        assert!(whole.would_be_later() && found.len() >= 4, "{found:?}");
        assert_eq!(whole.records(), 3_000);
        assert_eq!(whole.severities().map(|shift| shift.count).sum::<u64>(), 3_000);
        assert_eq!(whole.words(Facet::Category).map(|(_, counts)| counts.records).sum::<u64>(), 3_000);

        let [one, two, three] = parts;
        let merged = three.merged(&one).unwrap().merged(&two).unwrap();
        assert_eq!(serde_json::to_string(&merged).unwrap(), serde_json::to_string(&whole).unwrap());
        assert_eq!(merged.to_string(), whole.to_string());
    }
}

#[test]
fn nothing_differs_from_itself() {
    let policy = policy("1", 2, RecurrenceWindow::Days(9), 5);
    let comparison = Comparison { policy: &policy, draft: &policy };
    let mut whole = what_if(comparison, "2026-09-01T00:00:00Z".parse().unwrap());
    for Made { complaint, validity } in &records(500, 20) {
        whole.add(PastRecord::new(complaint).with_validity(*validity)).unwrap();
    }
    assert_eq!(whole.differences().count(), 0);
    assert!(!whole.would_be_later());
    let counts = whole.clock(ClockName::CLOSURE).unwrap();
    assert_eq!((counts.same, counts.late_before), (500, counts.late_after));
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let (one, other) =
        (policy("1", 2, RecurrenceWindow::Days(9), 5), policy("2", 2, RecurrenceWindow::Days(9), 4));
    let comparison = Comparison { policy: &one, draft: &other };
    let now = "2026-09-01T00:00:00Z".parse().unwrap();
    let error = what_if(comparison, now).merged(&WhatIf::of(comparison, now)).unwrap_err();
    assert_eq!(error, WhatIfError::OtherComparison);
    let at = |text: &str| Complaint::new("a".parse().unwrap(), text.parse().unwrap());
    let mut whole = what_if(comparison, now);
    whole.add(PastRecord::new(&at("2026-02-02T08:00:00Z"))).unwrap();
    let error = whole.add(PastRecord::new(&at("2026-02-02T07:59:59Z"))).unwrap_err();
    assert_eq!(
        error.to_string(),
        "record `a` was received at 2026-02-02T07:59:59Z, before the record that was added last, at \
         2026-02-02T08:00:00Z; sort the records by receipt"
    );
    assert_eq!(whole.records(), 1);
}

/// A running case is judged with what happened in it, and a case of another policy is refused.
#[test]
fn running_cases_are_put_to_the_draft() {
    let (policy, roster) = (sample::policy().unwrap(), sample::roster().unwrap());
    let case = sample::case(&policy, &roster).unwrap();
    let mut file = serde_json::to_value(PolicyDocument::of(&policy)).unwrap();
    file["version"] = "2".into();
    file["clocks"][1]["due"]["working-days"] = 2.into();
    let draft = crate::compare::of_json(file).unwrap();
    let comparison = Comparison { policy: &policy, draft: &draft };
    let mut whole = WhatIf::of(comparison, "2026-04-09T08:00:00Z".parse().unwrap());
    whole.add_case(&case).unwrap();
    assert_eq!(whole.count_of(DifferenceKind::Answer(Aspect::Dates)), 1, "{whole}");
    assert_eq!(whole.count_of(DifferenceKind::Later(ClockName::CLOSURE)), 1, "{whole}");
    let back = Comparison { policy: &draft, draft: &policy };
    let error = WhatIf::of(back, "2026-04-09T08:00:00Z".parse().unwrap()).add_case(&case).unwrap_err();
    assert!(matches!(error, WhatIfError::OtherPolicy { .. }));
}
