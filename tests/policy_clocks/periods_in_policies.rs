//! Duties that come again by the calendar: in a policy, its document and its triage.

use redress::calendar::Span;
use redress::deadline::choice::Alternative;
use redress::deadline::rule::ExtensionRule;
use redress::deadline::{Clock, Deadline, Term};
use redress::policy::clock::{ClockPart, PeriodStart, Periods, ReopeningEffect, Target};
use redress::policy::limits::MIN_PERIOD;
use redress::policy::{ClockRule, Policy, PolicyDocument};
use redress::render::Renderer;
use redress::triage::{History, triage};
use redress::vocab::course::ExtensionReason;
use redress::vocab::{Anchor, Category, ClockName, Locale, RuleId};
use redress::word;

use crate::policy_clocks::support::*;

const UPDATE: ClockName = ClockName::UPDATE;

fn clock() -> Clock {
    Clock::new(UPDATE, Anchor::RECEIVED)
}

fn updates() -> Periods {
    Periods::new([Anchor::UPDATED])
}

fn every(deadline: impl Into<Deadline>) -> ClockRule {
    ClockRule::new(clock(), deadline).with_periods(updates())
}

fn policy(rule: ClockRule) -> Result<Policy, redress::policy::PolicyFaults> {
    desk().clock(rule).build()
}

#[test]
fn fault_c01_triage_shows_the_first_period_and_how_it_goes_on() {
    let policy = policy(every(Term::working_days(20))).unwrap();
    let said = complaint("2026-03-02 10:00");
    let triage = triage(&policy, &said, &History::none()).unwrap();
    assert_eq!(shown(triage.due(UPDATE).unwrap().at()), "Mon 2026-03-30 10:00");
    let account = triage.explain();
    let periods = account.clocks()[0].periods().unwrap();
    assert_eq!((periods.fulfilled_by(), periods.until()), ([Anchor::UPDATED].as_slice(), Anchor::CLOSED));
    assert_eq!(periods.next_from(), PeriodStart::Due);
    let json = serde_json::to_value(&account).unwrap();
    assert_eq!(
        json["clocks"][0]["periods"],
        serde_json::json!({ "fulfilled-by": ["updated"], "next-from": "due", "until": "closed" })
    );
    let shown = |locale| Renderer::of(&policy, locale).explanation(&account);
    assert!(
        shown(Locale::En).contains(
            "  - repeats until: closed; a period is fulfilled by: told of progress; the next one counts from the due date"
        ),
        "{}",
        shown(Locale::En)
    );
    assert!(shown(Locale::ZhHans).contains("周期重复，直至：结案；履行方式：告知进展；下一期自到期日起算"));
    assert!(shown(Locale::ZhHant).contains("週期重複，直至：結案；履行方式：告知進展；下一期自到期日起算"));
}

#[test]
fn fault_c01_a_file_says_how_a_clock_repeats_and_is_read_back_equal() {
    let read = |json: &str| serde_json::from_str::<ClockRule>(json);
    let written = r#"{"clock": "update", "from": "received", "due": {"working-days": 20}, "repeats": "periods",
        "fulfilled-by": ["updated", "answered"], "repeats-from": "done", "until": "resolved"}"#;
    let rule = read(written).unwrap();
    let periods = rule.periods().unwrap();
    assert_eq!(periods.fulfilled_by(), [Anchor::UPDATED, Anchor::ANSWERED]);
    assert_eq!((periods.start(), rule.until()), (PeriodStart::Done, Anchor::RESOLVED));
    assert_eq!(read(&serde_json::to_string(&rule).unwrap()).unwrap(), rule);
    // One event is written as one word, and what is usual is not written.
    let plain = every(Term::working_days(20));
    let json = serde_json::to_value(&plain).unwrap();
    assert_eq!((&json["repeats"], &json["fulfilled-by"]), (&"periods".into(), &"updated".into()));
    assert!(json.get("repeats-from").is_none());
    assert_eq!(serde_json::from_value::<ClockRule>(json).unwrap(), plain);
    let policy = policy(plain).unwrap();
    let document = PolicyDocument::of(&policy);
    assert_eq!(PolicyDocument::of(&document.build(zone).unwrap()), document);
    // Messages as before.
    let waiting = r#"{"clock": "response", "from": "customer-wrote", "until": "answered", "due": {"working": "8 h"},
        "repeats": "messages"}"#;
    let waiting = read(waiting).unwrap();
    assert!(waiting.periods().is_none());
    assert_eq!(serde_json::to_value(&waiting).unwrap()["repeats"], "messages");
    for (key, value) in [("fulfilled-by", r#""updated""#), ("repeats-from", r#""due""#)] {
        let alone =
            format!(r#"{{"clock": "update", "from": "received", "due": {{"weeks": 1}}, "{key}": {value}}}"#);
        let refused = read(&alone).unwrap_err().to_string();
        assert!(refused.starts_with(&format!("`{key}` requires `repeats = \"periods\"`")), "{refused}");
    }
    let refused = read(r#"{"clock": "update", "from": "received", "due": {"weeks": 1}, "repeats": true}"#);
    assert!(refused.unwrap_err().to_string().starts_with("repeats: "));
}

#[test]
fn fault_c01_a_bad_period_is_refused_at_its_place() {
    let one = |rule: ClockRule| faults(policy(rule));
    let days = || Term::working_days(20);
    let plain = |periods: Periods| ClockRule::new(clock(), days()).with_periods(periods);
    assert_eq!(
        one(plain(Periods::new([]))),
        ["clock `update`: no event fulfils a period; name at least one in `fulfilled-by`"]
    );
    assert_eq!(
        one(plain(Periods::new([Anchor::UPDATED, Anchor::UPDATED]))),
        ["clock `update`: `fulfilled-by` names `updated` twice; name it once"]
    );
    assert_eq!(
        one(plain(Periods::new([Anchor::CLOSED]))),
        [
            "clock `update`: `closed` both fulfils a period and ends the clock; use another event for one of the two"
        ]
    );
    let many = (0..17).map(|number| format!("acme:e{number}").parse().unwrap());
    assert_eq!(
        one(plain(Periods::new(many)))[0],
        "clock `update`: `fulfilled-by` names 17 events, expected at most 16"
    );
    assert!(
        one(plain(Periods::new([word!(Anchor, "acme:told")])))[0]
            .starts_with("clock `update`: anchor `acme:told` is not declared in the taxonomy")
    );
    let short = Term::elapsed(Span::minutes(1));
    assert_eq!(
        one(every(short)),
        [
            "clock `update`: a period of 1 min elapsed is too short, expected at least 15 min, or one day, week or month"
        ]
    );
    assert!(policy(every(Term::elapsed(MIN_PERIOD))).is_ok());
    let target = Target::new(word!(RuleId, "parts"), Category::SPARE_PARTS, Term::working(Span::minutes(14)));
    assert_eq!(
        one(ClockRule::by_target(clock(), [target]).with_otherwise(days()).with_periods(updates())),
        ["clock `update` target `parts`: a period of 14 min of working time is too short, \
          expected at least 15 min, or one day, week or month"]
    );
    assert_eq!(
        one(every(Term::at(berlin("2026-06-01 10:00")))),
        [
            "clock `update`: a period cannot end at a fixed instant, which comes only once; use an amount of time"
        ]
    );
    let parts = Deadline::earliest([days().into(), Alternative::from(Anchor::DISPATCHED, days())]);
    assert_eq!(
        one(every(parts)),
        [
            "clock `update`: a part of a period cannot count from `dispatched`, because each period counts from \
             the one before; remove `from`"
        ]
    );
    let extended = clock().with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE));
    assert_eq!(
        one(ClockRule::new(extended, days()).with_periods(updates())),
        [
            "clock `update`: a clock that repeats by the calendar cannot be extended; remove `extensions`, and \
             pause the clock instead"
        ]
    );
    assert_eq!(
        one(every(days()).with_on_reopening(ReopeningEffect::Resume)),
        ["clock `update`: a clock that repeats by the calendar counts again from a reopening; remove \
             `on-reopening`"]
    );
    assert_eq!(
        one(every(days()).with_part(ClockPart::Project)),
        [
            "clock `update`: a clock that repeats by the calendar cannot make a case a project; use another `part`"
        ]
    );
    let next =
        ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), days()).with_from_due_of(UPDATE);
    assert_eq!(
        faults(desk().clock(every(days())).clock(next).build()),
        ["clock `closure`: starts when `update` is due, but `update` repeats by the calendar and has no \
             single due date; start it from an event"]
    );
}
