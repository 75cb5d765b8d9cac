//! Fingerprints of policies: one for what decides, whatever is shown and however it was written.

use std::collections::BTreeSet;
use std::{env, fs};

use redress::approval::{ApprovalTable, Chain, Signers, Step};
use redress::calendar::{Calendar, CalendarDocument, KnownDays, Zone};
use redress::deadline::{Clock, Deadline, Term};
use redress::labels::Labels;
use redress::policy::clock::Target;
use redress::policy::condition::{Recurrence, RecurrenceKey};
use redress::policy::fingerprint::{CoveredCalendars, Fingerprint, PolicyContent};
use redress::policy::routing::{Cell, HitPolicy, RoutingGaps, Row};
use redress::policy::severity::{Rating, RatingRule, SeverityRule};
use redress::policy::{ClockRule, Condition, Policy, PolicyBuilder, PolicyDocument, Routing, SeverityRules};
use redress::taxonomy::Taxonomy;
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::kind::Importance;
use redress::vocab::{
    Act, Anchor, Category, ClockName, Demand, Department, Fact, Input, Locale, Remedy, Role, RuleId, Severity,
};
use redress::word;
use serde_json::{Value, json};

/// The keys whose value only people read.
const SHOWN: [&str; 5] = ["citation", "en", "zh-Hans", "zh-Hant", "outside-days"];

/// The lists whose order decides.
const ORDERED: [&str; 6] = ["inputs", "steps", "escalation", "earliest", "latest", "by"];

/// The keys whose values on the page hang together with others: none of them can become another one alone.
const TIED: [&str; 16] = [
    "after-breach",      // a late entry needs it
    "complainant-alone", // it is theirs
    "complained-about-may",
    "consent", // a step shows it
    "input",
    "inputs", // each is asked for
    "known",
    "levels", // each is reached
    "must-ask",
    "nobody-signs", // the chain has no steps
    "nothing",
    "open-ended",
    "overriders",
    "scope", // a department has a calendar
    "second-person",
    "words",
];

fn any_zone(name: &str, known: KnownDays) -> Option<Zone> {
    let zone: chrono_tz::Tz = name.parse().ok()?;
    Zone::tabulate(name, &zone, known).ok()
}

fn build(document: &Value) -> Result<Policy, String> {
    let document: PolicyDocument =
        serde_json::from_str(&document.to_string()).map_err(|error| error.to_string())?;
    document.build(any_zone).map_err(|faults| faults.to_string())
}

/// The policy of the page of keys, which has all of them.
fn of_the_page() -> Value {
    let page = fs::read_to_string("src/docs/policy_file.md").unwrap();
    let blocks = page.split("```toml\n").skip(1).map(|block| block.split("```").next().unwrap());
    let table: toml::Table = toml::from_str(&blocks.collect::<Vec<_>>().join("\n")).unwrap();
    let document = serde_json::to_value(table).unwrap();
    // As it is written down again: dates and hours in one form, each default left out.
    serde_json::to_value(PolicyDocument::of(&build(&document).unwrap())).unwrap()
}

/// What a calendar says of each day, by its answers.
fn effective(calendar: &Calendar) -> Value {
    let (known, zone) = (calendar.known(), calendar.zone().known());
    let days = known.first().iter_days().take_while(|day| *day <= known.last());
    let days: Vec<String> = days
        .map(|day| {
            let mut spans: Vec<_> = calendar.spans_of_day(day).unwrap().collect();
            spans.dedup_by(|later, earlier| {
                let touch = earlier.1 == later.0;
                if touch {
                    earlier.1 = later.1;
                }
                touch
            });
            format!("{spans:?} {:?}", calendar.start_of_day(day).unwrap())
        })
        .collect();
    let changes: Vec<String> = calendar.zone().changes().map(|change| format!("{change:?}")).collect();
    json!([days, format!("{zone:?}"), changes, format!("{:?}", calendar.local_times())])
}

/// What decides of a policy, by its document and the answers of its calendars.
fn decides(policy: &Policy) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(map) => {
                map.retain(|key, _| !SHOWN.contains(&key.as_str()));
                map.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut document = serde_json::to_value(PolicyDocument::of(policy)).unwrap();
    strip(&mut document);
    let map = document.as_object_mut().unwrap();
    map.remove("name");
    map.remove("version");
    // How facets are called is shown; of a facet with some of the standard words all are named, labelled or not.
    for shown in ["facets", "texts", "fallback-language"] {
        map.remove(shown);
    }
    if let Some(only) = map.get_mut("only").and_then(Value::as_array_mut) {
        for facet in only {
            let declared = policy.taxonomy().declarations();
            let words = declared.filter(|(of, _)| facet["facet"] == of.as_str()).map(|(_, word)| word.word);
            facet["words"] = words.map(|word| word.to_string()).collect::<Vec<_>>().into();
        }
    }
    map.insert("calendar".into(), effective(policy.calendar()));
    let named = policy.calendars().skip(1).map(|calendar| (calendar.name().into(), effective(calendar)));
    map.insert("calendars".into(), named.collect::<serde_json::Map<_, _>>().into());
    // A standard word that has but other labels is a word that nobody named.
    if let Some(words) = map.get_mut("words").and_then(Value::as_array_mut) {
        words.retain(|word| {
            let is_own = |key: &str| word[key].as_str().unwrap().contains(':');
            word.as_object().unwrap().len() > 2 || is_own("word") || is_own("facet")
        });
    }
    document
}

/// The JSON pointers of every value, with the key that leads to it.
fn pointers(value: &Value, at: &str, key: &str, found: &mut Vec<(String, String)>) {
    found.push((at.to_owned(), key.to_owned()));
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                pointers(value, &format!("{at}/{}", name.replace('/', "~1")), name, found);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                pointers(value, &format!("{at}/{place}"), key, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Other texts that may stand under a key, beside those that the policy has there.
fn others(key: &str) -> &'static [&'static str] {
    match key {
        "zone" => &["Europe/Paris", "Europe/London"],
        "date" | "from" | "to" | "first" | "last" | "zone-last" | "counted-from" | "until" => &[
            "2026-03-03",
            "2026-04-29",
            "2026-06-16",
            "2026-12-29",
            "closed",
            "answered",
            "minor",
            "handler",
        ],
        "at" => &["2026-12-02T12:00:00+01:00", "15:00", "close-of-business"],
        "end" => &["same-time", "15:00", "end-of-day"],
        "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun" | "hours" => {
            &["08:30-11:00", "18:00-19:00", "10:00"]
        }
        "elapsed" | "working" | "at-most" | "silence" => &["7 h"],
        "observed" => &["nearest-weekday", "on-date"],
        "local-times" | "gap" | "overlap" => &["earlier", "later", "refused"],
        "facet" => &["channel"],
        "word" | "words" | "category" => &["acme:other", "repair", "urgent", "primary", "appeal", "fire"],
        "mark" | "mark-if-missed" => &["may-reach-media", "recall-required", "grave"],
        "fact" | "only-where" | "listed" | "no-solution" => {
            &["danger-to-person", "on-premises", "grave-error"]
        }
        "input" => &["category", "subject"],
        "inputs" => &["subject"],
        "channel" => &["email"],
        "demand" => &["apology", "repair"],
        "by" => &["category", "complainant", "senior-management", "quality-manager"],
        "level" | "levels" | "otherwise" | "severity" | "from-severity" => {
            &["critical", "general", "serious", "minor", "primary", "immediate", "claim"]
        }
        "under" => &["product-quality"],
        "department" | "departments" | "unit-concerned-or" => &["sales", "quality", "marketing"],
        "role" | "roles" | "escalate-to" | "any-of" | "one-of-each" | "intake-review" => {
            &["handler", "agent"]
        }
        "act" => &["support", "owner", "recheck", "review", "approve", "copy"],
        "gaps" => &["unrouted"],
        "copy" => &["collect", "unique"],
        "clock" => &["return-visits", "project"],
        "hardness" => &["hard"],
        "several" => &["main"],
        "reason" => &["legal-matter", "supplier-needed", "awaiting-authority", "parts"],
        "pause-effect" => &["moves-term"],
        "on-change" => &["restart"],
        "after-breach" => &["stays-breached"],
        "on-reopening" => &["resume"],
        "rounds" => &["every", "first"],
        "repeats" => &["messages", "never"],
        "repeats-from" => &["done"],
        "fulfilled-by" => &["acknowledged", "dispatched"],
        "part" => &["project", "other"],
        "not-set" => &["another parameter"],
        "closed-start" => &["next-working-day", "next-opening"],
        "month-end" => &["before", "keep"],
        "first-day" => &["day-zero"],
        "late" => &["next-working-day"],
        "bound" => &["inclusive"],
        "fold" => &["earlier"],
        "roll" | "rule" => &["preceding", "following", "another-id"],
        "test" => &["list-alone"],
        "required" => &["contact", "time"],
        "apology" => &["always", "not-asked"],
        "reopening" => &["never"],
        "kind" => &["satisfaction-survey", "effect-check"],
        "action" => &["reopen", "propose"],
        "compensation" => &["avoid", "proactive"],
        "conversation" => &["call-first"],
        "tone" => &["ours-always"],
        "decision" => &["sanction", "extension", "remedy"],
        "remedies" => &["repair", "apology"],
        "currency" => &["USD"],
        "systems" => &["other-bot"],
        "text-changed" => &["void", "keep"],
        "amount-raised" | "remedy-changed" => &["keep"],
        "form" => &["ledger", "complaint-register"],
        "fields" | "optional" => &["model", "batch"],
        "report" => &["opinion-report", "monthly-statistics", "training-plan"],
        "period" => &["per-measure", "on-request"],
        "citation" | "name" | "revision" | "version" | "en" | "zh-Hans" | "zh-Hant" => &["another text"],
        "row" | "target" | "chain" | "step" => &["another-id"],
        "calendar" | "front-desk" => &["office"],
        "make-up-days" => &["as-pattern"],
        "outside-days" => &["left-out"],
        "only-for" => &["repair"],
        "fault-only-of" => &["accident"],
        _ => &[],
    }
}

/// What else may stand in the place of a value.
fn mutations(document: &Value, key: &str, value: &Value) -> Vec<Value> {
    match value {
        Value::Bool(switch) => vec![json!(!switch)],
        Value::Number(number) => {
            let number = number.as_u64().unwrap();
            [number + 1, number.saturating_sub(1), number * 2].map(Value::from).to_vec()
        }
        Value::String(text) => {
            let mut found = Vec::new();
            pointers(document, "", "", &mut found);
            let same = found.iter().filter(|(_, other)| other == key);
            let same = same.filter_map(|(at, _)| document.pointer(at).and_then(Value::as_str));
            let all: BTreeSet<&str> = others(key).iter().copied().chain(same).collect();
            all.into_iter().filter(|other| other != text).map(Value::from).collect()
        }
        Value::Array(items) if items.len() > 1 => (0..items.len())
            .map(|left_out| {
                let rest = items.iter().enumerate().filter(|(place, _)| *place != left_out);
                rest.map(|(_, item)| item.clone()).collect()
            })
            .collect(),
        Value::Null | Value::Array(_) | Value::Object(_) => Vec::new(),
    }
}

fn replaced(document: &Value, at: &str, value: Value) -> Value {
    let mut changed = document.clone();
    *changed.pointer_mut(at).unwrap() = value;
    changed
}

/// The document without the value at a pointer.
fn without(document: &Value, at: &str) -> Option<Value> {
    let (parent, last) = at.rsplit_once('/')?;
    let mut changed = document.clone();
    changed.pointer_mut(parent)?.as_object_mut()?.remove(&last.replace("~1", "/"))?;
    Some(changed)
}

/// Every value of the policy of the page is changed, one at a time, and left out, one at a time.
#[test]
fn fault_p04_whatever_decides_changes_the_fingerprint_and_whatever_is_shown_does_not() {
    let document = of_the_page();
    let base = build(&document).unwrap();
    let (before, decided) = (base.fingerprint(), decides(&base));
    let mut found = Vec::new();
    pointers(&document, "", "", &mut found);
    let (mut changed, mut kept, mut never, mut built) =
        (0, BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (at, key) in &found {
        let value = document.pointer(at).unwrap();
        let is_leaf = !(value.is_array() || value.is_object());
        let others = mutations(&document, key, value).into_iter().map(|value| replaced(&document, at, value));
        let mut tried = 0;
        for other in others.chain(without(&document, at)) {
            if tried == 4 {
                break;
            }
            let Ok(policy) = build(&other) else { continue };
            tried += 1;
            let (is_same, decides_same) = (policy.fingerprint() == before, decides(&policy) == decided);
            assert_eq!(is_same, decides_same, "{at}: {value} became {:?}", other.pointer(at));
            if is_same {
                kept.insert(key.as_str());
            } else {
                changed += 1;
            }
        }
        if is_leaf {
            if tried == 0 {
                never.insert(key.as_str())
            } else {
                built.insert(key.as_str())
            };
        }
    }
    assert!(changed > 300, "{changed} changes");
    for key in ["citation", "en", "zh-Hans", "zh-Hant", "name", "revision", "version"] {
        assert!(kept.contains(key), "`{key}` was not changed");
    }
    let never: Vec<_> = never.difference(&built).copied().collect();
    assert_eq!(never, TIED, "keys of which no other value builds");
}

/// Every list of the policy of the page is turned round, one at a time.
#[test]
fn the_order_of_a_list_counts_where_it_decides() {
    let document = of_the_page();
    let before = build(&document).unwrap().fingerprint();
    let mut found = Vec::new();
    pointers(&document, "", "", &mut found);
    let (mut same, mut other) = (BTreeSet::new(), BTreeSet::new());
    for (at, key) in &found {
        let Some(items) = document.pointer(at).unwrap().as_array().filter(|items| items.len() > 1) else {
            continue;
        };
        let turned: Vec<Value> = items.iter().rev().cloned().collect();
        let Ok(policy) = build(&replaced(&document, at, turned.into())) else { continue };
        if policy.fingerprint() == before {
            same.insert(key.as_str())
        } else {
            other.insert(key.as_str())
        };
    }
    // Rows of the act `copy` count in their order; the two chains for remedies do not build the other way round.
    let ordered: BTreeSet<&str> = ORDERED.into_iter().chain(["rows"]).collect();
    assert!(other.is_subset(&ordered), "{other:?}");
    assert!(same.is_disjoint(&ordered), "{same:?}");
    for key in ["clocks", "marks", "words", "any", "all", "levels", "permits", "required", "forms", "fields"]
    {
        assert!(same.contains(key), "`{key}` was not turned round");
    }
    for key in ["inputs", "escalation", "earliest", "latest", "by"] {
        assert!(other.contains(key), "`{key}` was not turned round");
    }
}

/// From nine to five from Monday to Friday, with what else is declared.
fn office(first: i32, last: i32, more: &Value) -> CalendarDocument {
    let day = ["09:00-17:00"];
    let mut document = json!({
        "name": "office", "revision": "1", "zone": "Europe/Berlin",
        "first": format!("{first}-01-01"), "last": format!("{last}-12-31"),
        "week": { "mon": day, "tue": day, "wed": day, "thu": day, "fri": day },
    });
    for (key, value) in more.as_object().unwrap() {
        document.as_object_mut().unwrap().insert(key.clone(), value.clone());
    }
    serde_json::from_value(document).unwrap()
}

fn desk(calendar: Calendar) -> PolicyBuilder {
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    Policy::builder("desk")
        .version("2026-1")
        .calendar(calendar)
        .routing(Routing::none())
        .clock(ClockRule::new(clock, Term::working_days(2)))
}

/// A desk with one calendar.
fn by(calendar: &CalendarDocument) -> Policy {
    desk(calendar.build(any_zone).unwrap()).build().unwrap()
}

fn holidays() -> Value {
    json!({ "holidays": [{ "date": "2026-05-01", "name": "Labour Day" }], "recurring": [{ "name": "Christmas Day", "month": 12, "day": 25 }] })
}

#[test]
fn fault_a09_a_prolonged_calendar_has_the_content_of_the_covered_days() {
    let content = PolicyContent::of(&by(&office(2026, 2026, &holidays())));
    let text = serde_json::to_string(&content).unwrap();
    assert!(
        text.ends_with(r#","covered":{"calendar":{"first":"2026-01-01","last":"2026-12-31"}}}"#),
        "{text}"
    );
    let content: PolicyContent = serde_json::from_str(&text).unwrap();
    let mut longer = holidays();
    longer["holidays"].as_array_mut().unwrap().push(json!({ "date": "2027-05-03", "name": "Bridge" }));
    for (first, last) in [(2026, 2026), (2026, 2027), (2026, 2035), (2024, 2027), (1990, 2080)] {
        let days = if last > 2026 { &longer } else { &holidays() };
        let policy = by(&office(first, last, days));
        assert_eq!(content.check(&policy), Ok(()), "{first} to {last}");
        assert_eq!(policy.fingerprint_of(&content.covered), Ok(content.fingerprint));
        assert_eq!(policy.fingerprint() == content.fingerprint, (first, last) == (2026, 2026));
        assert!(PolicyContent::of(&policy).is_of(&policy));
    }
    // The zone alone may be known for longer: terms without a roll then reach further.
    let mut zone = holidays();
    zone["zone-last"] = json!("2027-06-30");
    let policy = by(&office(2026, 2026, &zone));
    assert_eq!(content.check(&policy), Ok(()));
    assert_ne!(policy.fingerprint(), content.fingerprint);
    let refused = PolicyContent::of(&policy).check(&by(&office(2026, 2026, &holidays()))).unwrap_err();
    let not_known = "calendar `office` does not know all covered days, expected 2026-01-01 to 2027-06-30";
    assert!(refused.to_string().ends_with(not_known), "{refused}");
}

#[test]
fn fault_a09_another_covered_day_is_other_content() {
    let content = PolicyContent::of(&by(&office(2026, 2026, &holidays())));
    let with = |key: &str, value: Value| {
        let mut days = holidays();
        days[key] = value;
        days
    };
    let two =
        json!([{ "date": "2026-05-01", "name": "Labour Day" }, { "date": "2026-05-04", "name": "Bridge" }]);
    let early = json!({ "mon": ["08:00-17:00"], "tue": ["09:00-17:00"], "wed": ["09:00-17:00"], "thu": ["09:00-17:00"], "fri": ["09:00-17:00"] });
    let others = [
        with("holidays", two),
        with("holidays", json!([])),
        with("recurring", json!([])),
        with("week", early),
        with("special-hours", json!([{ "date": "2026-12-31", "name": "Short", "hours": ["09:00-12:00"] }])),
        with("special-hours", json!([{ "date": "2026-06-01", "name": "Late", "hours": ["09:00-17:01"] }])),
        with("working-days", json!([{ "date": "2026-05-02", "name": "Made up", "hours": ["09:00-10:00"] }])),
        with("local-times", json!({ "overlap": "later" })),
        with("zone", json!("Africa/Lagos")),
    ];
    for other in others {
        for last in [2026, 2027] {
            let policy = by(&office(2026, last, &other));
            let refused = content.check(&policy).map(|()| other.to_string()).unwrap_err();
            assert_eq!((refused.expected, refused.not_covered.clone()), (content.fingerprint, None));
            assert_ne!(refused.found, refused.expected);
            assert_eq!(
                refused.to_string(),
                format!(
                    "policy `desk 2026-1` has the fingerprint `{}`, expected `{}`: its content has changed; give changed content another version",
                    refused.found, refused.expected
                )
            );
        }
    }
}

#[test]
fn fault_a09_an_offset_that_changes_on_another_day_is_other_content() {
    // Both are an hour east in winter and two in summer; in 2007 America moved its dates, Europe did not.
    let at = |zone: &str| {
        let daily = json!({ "zone": zone, "week": { "mon": ["00:00-24:00"] } });
        by(&office(2007, 2007, &daily))
    };
    assert_ne!(at("America/New_York").fingerprint(), at("America/Havana").fingerprint());
    assert_eq!(at("Europe/Berlin").fingerprint(), at("Europe/Paris").fingerprint());
}

#[test]
fn fault_a09_fewer_days_or_other_calendars_are_not_the_content() {
    let two_years = PolicyContent::of(&by(&office(2026, 2027, &holidays())));
    let one_year = by(&office(2026, 2026, &holidays()));
    let refused = two_years.check(&one_year).unwrap_err();
    assert_eq!(
        refused.to_string(),
        format!(
            "policy `desk 2026-1` has the fingerprint `{}`, expected `{}`: calendar `office` does not know all covered days, expected 2026-01-01 to 2027-12-31",
            one_year.fingerprint(),
            two_years.fingerprint
        )
    );
    let named = |name: &'static str| {
        let shift = office(2026, 2026, &json!({ "name": name, "week": { "sat": ["09:00-12:00"] } }));
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
        desk(office(2026, 2026, &holidays()).build(any_zone).unwrap())
            .named_calendar(shift.build(any_zone).unwrap())
            .clock(ClockRule::new(clock, Term::working_days(2)).with_calendar(name))
            .build()
            .unwrap()
    };
    let (with_shift, content) = (named("shift"), PolicyContent::of(&named("shift")));
    let covered = serde_json::to_value(&content.covered).unwrap();
    assert_eq!(covered["calendars"]["shift"]["last"], "2026-12-31");
    assert_eq!(serde_json::from_value::<CoveredCalendars>(covered).unwrap(), content.covered);
    assert!(content.is_of(&with_shift));
    assert_eq!(
        one_year.fingerprint_of(&content.covered).unwrap_err().to_string(),
        "the policy has no calendar `shift`, but days of it are covered; use a policy with this calendar"
    );
    assert_eq!(
        with_shift.fingerprint_of(&CoveredCalendars::of(&one_year)).unwrap_err().to_string(),
        "no days of calendar `shift` are covered; add its first and last day"
    );
    // A calendar that has to be named is known by its name.
    assert_ne!(named("late shift").fingerprint(), with_shift.fingerprint());
}

#[test]
fn fault_a09_how_a_calendar_was_written_is_not_its_content() {
    let of = |more: Value| by(&office(2025, 2027, &more)).fingerprint();
    let christmas = |year: i32| json!({ "date": format!("{year}-12-25"), "name": "Xmas" });
    let rule = of(json!({ "recurring": [{ "name": "Christmas Day", "month": 12, "day": 25 }] }));
    assert_eq!(rule, of(json!({ "holidays": [christmas(2025), christmas(2026), christmas(2027)] })));
    assert_eq!(
        rule,
        of(
            json!({ "revision": "2", "name": "desk", "holidays": [christmas(2027), christmas(2026), christmas(2025)] })
        )
    );
    assert_ne!(rule, of(json!({ "holidays": [christmas(2025), christmas(2027)] })));
    // A holiday on a closed day, hours that touch, an exception that agrees with the week.
    let plain = of(json!({}));
    assert_eq!(plain, of(json!({ "holidays": [{ "date": "2026-08-01", "name": "a Saturday" }] })));
    let split = ["09:00-12:00", "12:00-17:00"];
    assert_eq!(
        plain,
        of(json!({ "week": { "mon": split, "tue": split, "wed": split, "thu": split, "fri": split } }))
    );
    let lunch = ["09:00-12:00", "12:01-17:00"];
    assert_ne!(
        plain,
        of(json!({ "week": { "mon": lunch, "tue": split, "wed": split, "thu": split, "fri": split } }))
    );
    assert_eq!(
        plain,
        of(
            json!({ "special-hours": [{ "date": "2026-06-01", "name": "as ever", "hours": ["09:00-17:00"] }] })
        )
    );
    assert_eq!(plain, of(json!({ "zone-last": "2027-12-31", "outside-days": "left-out" })));
    assert_eq!(
        plain,
        of(
            json!({ "working-days": [{ "date": "2026-08-01", "name": "made up", "hours": ["09:00-17:00"] }], "make-up-days": "as-pattern" })
        )
    );
}

#[test]
fn the_calendar_for_everything_is_known_by_its_place() {
    let named = |main: &'static str,
                 clock_calendar: Option<&'static str>,
                 target_calendar: Option<&'static str>| {
        let shift = json!({ "name": "shift", "week": { "sat": ["09:00-12:00"] } });
        let mut target = Target::new(word!(RuleId, "all"), Category::SPARE_PARTS, Term::working_days(3));
        if let Some(name) = target_calendar {
            target = target.with_calendar(name);
        }
        let mut rule = ClockRule::by_target(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), [target])
            .with_otherwise(Term::working_days(4));
        if let Some(name) = clock_calendar {
            rule = rule.with_calendar(name);
        }
        let by_shift =
            ClockRule::new(Clock::new(ClockName::ACKNOWLEDGEMENT, Anchor::RECEIVED), Term::working_days(1));
        desk(office(2026, 2026, &json!({ "name": main })).build(any_zone).unwrap())
            .named_calendar(office(2026, 2026, &shift).build(any_zone).unwrap())
            .clock(by_shift.with_calendar("shift"))
            .clock(rule)
            .build()
            .unwrap()
            .fingerprint()
    };
    let plain = named("office", None, None);
    assert_eq!(plain, named("house", None, None));
    assert_eq!(plain, named("house", Some("house"), None));
    assert_ne!(plain, named("office", Some("shift"), None));
    // A target that names it goes before the calendar of a department.
    assert_eq!(named("office", None, Some("office")), named("house", None, Some("house")));
    assert_ne!(plain, named("office", None, Some("office")));
    assert_ne!(named("office", None, Some("shift")), named("office", None, Some("office")));
}

/// The first key that the complaint has decides which earlier ones are counted; of the roles that may sign any counts.
#[test]
fn the_keys_of_a_repetition_have_an_order_and_signers_have_none() {
    let counted = |by: [RecurrenceKey; 2]| {
        let again = Condition::repeats(Recurrence::new(by, 2));
        let rule = SeverityRule::new(word!(RuleId, "again"), Severity::Serious, again);
        let rules = SeverityRules::new([Severity::General, Severity::Serious]).with_rule(rule);
        plain_desk().severity(rules.with_otherwise(Severity::General)).build().unwrap().fingerprint()
    };
    let [first, second] = [RecurrenceKey::Complainant, RecurrenceKey::Product];
    assert_ne!(counted([first, second]), counted([second, first]));
    let signed = |roles: [Role; 2]| {
        let step = Step::new(word!(RuleId, "sign"), ApprovalAct::Approve, Signers::any(1, roles));
        let chain = Chain::new(word!(RuleId, "refunds"), DecisionKind::Remedy).with_step(step);
        plain_desk().approvals(ApprovalTable::new().with_chain(chain)).build().unwrap().fingerprint()
    };
    let [first, second] = [Role::MANAGER, Role::LEADER_IN_CHARGE];
    assert_eq!(signed([first, second]), signed([second, first]));
}

fn plain_desk() -> PolicyBuilder {
    desk(office(2026, 2026, &json!({})).build(any_zone).unwrap())
}

#[test]
fn rows_have_an_order_where_the_first_counts() {
    let rows = || {
        [
            Row::owner(word!(RuleId, "rest"), Department::SALES),
            Row::owner(word!(RuleId, "bills"), Department::MARKETING)
                .with_cell(Cell::is(Category::SPARE_PARTS)),
            Row::new(word!(RuleId, "told"), Act::Copy, Department::COMPANY),
            Row::new(word!(RuleId, "asked"), Act::Copy, Department::QUALITY)
                .with_cell(Cell::is(Category::SALES_PROCESS)),
        ]
    };
    let table = |order: [usize; 4], copy: HitPolicy| {
        let rows = rows();
        let rows = order.map(|place| rows[place].clone());
        let routing = Routing::by([Input::CATEGORY]).with_rows(rows).with_hit_policy(Act::Copy, copy);
        Some(plain_desk().routing(routing).build().ok()?.fingerprint())
    };
    let all = table([0, 1, 2, 3], HitPolicy::Collect);
    assert!(all.is_some());
    assert_eq!(all, table([3, 2, 1, 0], HitPolicy::Collect));
    assert_eq!(all, table([2, 0, 3, 1], HitPolicy::Collect));
    let first = table([0, 1, 3, 2], HitPolicy::First);
    assert!(first.is_some());
    assert_ne!(first, all);
    assert_eq!(first, table([3, 1, 2, 0], HitPolicy::First));
    // The other way round the second row never counts; where it does not mask, order tells policies apart.
    let two = |order: [usize; 2]| {
        let rows = [
            Row::new(word!(RuleId, "bills"), Act::Copy, Department::COMPANY)
                .with_cell(Cell::is(Category::SPARE_PARTS)),
            Row::new(word!(RuleId, "cheap"), Act::Copy, Department::QUALITY)
                .with_cell(Cell::is(Demand::REFUND)),
        ];
        let rows = order.map(|place| rows[place].clone());
        let routing = Routing::by([Input::CATEGORY, Input::DEMAND]).with_rows(rows);
        let routing = routing.with_gaps(RoutingGaps::Unrouted).with_hit_policy(Act::Copy, HitPolicy::First);
        plain_desk().routing(routing).build().unwrap().fingerprint()
    };
    assert_ne!(two([0, 1]), two([1, 0]));
}

#[test]
fn rules_have_an_order_where_the_first_decides() {
    let when = [Fact::MINUTES_LATE, Fact::DANGER_TO_PERSON].map(Condition::has);
    let rating = |order: [usize; 2]| {
        let rules = [
            RatingRule::new(word!(RuleId, "late"), Importance::PRIMARY, when[0].clone()),
            RatingRule::new(word!(RuleId, "danger"), Importance::SECONDARY, when[1].clone()),
        ];
        let rating =
            order.iter().fold(Rating::new(), |rating, &place| rating.with_rule(rules[place].clone()));
        plain_desk().importance(rating).build().unwrap().fingerprint()
    };
    assert_ne!(rating([0, 1]), rating([1, 0]));
    let severity = |order: [usize; 2]| {
        let rules = [
            SeverityRule::new(word!(RuleId, "late"), Severity::General, when[0].clone()),
            SeverityRule::new(word!(RuleId, "danger"), Severity::Serious, when[1].clone()),
        ];
        let table = SeverityRules::new([Severity::Serious, Severity::Minor, Severity::General])
            .with_otherwise(Severity::Minor);
        let table = order.iter().fold(table, |table, &place| table.with_rule(rules[place].clone()));
        plain_desk().severity(table).build().unwrap().fingerprint()
    };
    assert_eq!(severity([0, 1]), severity([1, 0]));
    let chain = |id: RuleId, kind, remedies: Option<Remedy>| {
        let chain = Chain::new(id, kind).with_step(Step::new(
            word!(RuleId, "sign"),
            ApprovalAct::Approve,
            Signers::one(Role::MANAGER),
        ));
        match remedies {
            Some(remedy) => chain.with_remedies([remedy]),
            None => chain,
        }
    };
    let approvals = |order: [usize; 4]| {
        let chains = [
            chain(word!(RuleId, "refund"), DecisionKind::Remedy, Some(Remedy::REFUND)),
            chain(word!(RuleId, "repair"), DecisionKind::Remedy, Some(Remedy::REPAIR)),
            chain(word!(RuleId, "rest"), DecisionKind::Remedy, None),
            chain(word!(RuleId, "force"), DecisionKind::ForcedClosure, None),
        ];
        let table =
            order.iter().fold(ApprovalTable::new(), |table, &place| table.with_chain(chains[place].clone()));
        plain_desk().approvals(table).build().unwrap().fingerprint()
    };
    assert_eq!(approvals([0, 1, 2, 3]), approvals([3, 0, 1, 2]));
    assert_eq!(approvals([0, 1, 2, 3]), approvals([0, 1, 3, 2]));
    assert_ne!(approvals([0, 1, 2, 3]), approvals([1, 0, 2, 3]));
    let (short, long) = (Term::working_days(1), Term::calendar_days(3));
    let due = |deadline: Deadline| {
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
        plain_desk().clock(ClockRule::new(clock, deadline)).build().unwrap().fingerprint()
    };
    assert_ne!(due(Deadline::earliest([short, long])), due(Deadline::earliest([long, short])));
    assert_ne!(due(Deadline::earliest([short, long])), due(Deadline::latest([short, long])));
}

#[test]
fn words_are_a_set_and_labels_are_not_in_it() {
    let words = |order: [usize; 2], until: Option<&str>| {
        let own = [word!(Category, "acme:noise"), word!(Category, "acme:smell")];
        let mut taxonomy = Taxonomy::standard();
        for place in order {
            taxonomy = taxonomy.with_word(own[place]);
        }
        let mut labels = Labels::standard();
        if until.is_some() {
            labels = labels.with_label(own[0], Locale::En, "noise").unwrap();
        }
        plain_desk().taxonomy(taxonomy).labels(labels).build().unwrap().fingerprint()
    };
    let plain = plain_desk().build().unwrap().fingerprint();
    assert_eq!(words([0, 1], None), words([1, 0], None));
    assert_eq!(words([0, 1], None), words([0, 1], Some("labelled")));
    assert_ne!(words([0, 1], None), plain);
    let only = |words: &[Category]| {
        plain_desk().taxonomy(Taxonomy::standard().with_only(words)).build().unwrap().fingerprint()
    };
    assert_eq!(
        only(&[Category::SPARE_PARTS, Category::SALES_PROCESS]),
        only(&[Category::SALES_PROCESS, Category::SPARE_PARTS])
    );
    assert_ne!(only(&[Category::SPARE_PARTS]), only(&[Category::SPARE_PARTS, Category::SALES_PROCESS]));
    assert_eq!(only(Category::ALL), plain);
}

/// The 18 profiles and every policy under `examples/policies`.
#[test]
fn fault_p04_a_policy_has_one_fingerprint_however_it_was_read() {
    let mut policies: Vec<(String, Policy)> = crate::policy_documents::profiles()
        .into_iter()
        .map(|(name, policy)| (name.to_owned(), policy))
        .collect();
    assert_eq!(policies.len(), 18);
    for file in fs::read_dir("examples/policies").unwrap() {
        let path = file.unwrap().path();
        let document: PolicyDocument = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let policy = document.build(any_zone).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if let Some((_, profile)) = policies.iter().find(|(other, _)| other == name) {
            assert_eq!(policy.fingerprint(), profile.fingerprint(), "{name}");
        }
        policies.push((format!("{name}.toml"), policy));
    }
    let mut all: Vec<(Fingerprint, String)> = Vec::new();
    for (name, policy) in policies {
        let document = PolicyDocument::of(&policy);
        let json: PolicyDocument = serde_json::from_str(&serde_json::to_string(&document).unwrap()).unwrap();
        let toml: PolicyDocument = toml::from_str(&toml::to_string(&document).unwrap()).unwrap();
        for read in [document, json, toml] {
            assert_eq!(read.build(any_zone).unwrap().fingerprint(), policy.fingerprint(), "{name}");
        }
        assert!(PolicyContent::of(&policy).is_of(&policy));
        all.push((policy.fingerprint(), name));
    }
    let stored = "tests/golden/fingerprints.txt";
    let lines: Vec<String> = all.iter().take(18).map(|(of, name)| format!("{of} {name}\n")).collect();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(stored, lines.concat()).unwrap();
    }
    assert_eq!(
        fs::read_to_string(stored).unwrap(),
        lines.concat(),
        "a release gives a profile other content"
    );
    // Each has its own, but for a profile and the file that it was written to.
    let differ: BTreeSet<Fingerprint> = all.iter().map(|(of, _)| *of).collect();
    assert_eq!(differ.len(), all.len() - 18);
}

#[test]
fn a_fingerprint_is_its_digits() {
    let fingerprint = plain_desk().build().unwrap().fingerprint();
    let text = fingerprint.to_string();
    assert_eq!(text.len(), 64);
    assert_eq!((format!("{fingerprint:?}"), text.parse()), (text.clone(), Ok(fingerprint)));
    assert_eq!(serde_json::to_string(&fingerprint).unwrap(), format!("\"{text}\""));
    assert_eq!(serde_json::from_str::<Fingerprint>(&format!("\"{text}\"")).unwrap(), fingerprint);
    for wrong in ["ab", &text.to_uppercase(), &text[1..], &format!("{text}0"), &text.replace(&text[..1], "é")]
    {
        let refused = wrong.parse::<Fingerprint>().unwrap_err();
        assert!(
            refused.to_string().ends_with("is not a fingerprint, expected 64 lowercase hexadecimal digits")
        );
    }
    assert_eq!(
        serde_json::from_str::<Fingerprint>("7").unwrap_err().to_string().split(" at").next(),
        Some("invalid type: integer `7`, expected a fingerprint")
    );
}

#[test]
fn covered_days_are_read_strictly() {
    let read = |text: &str| serde_json::from_str::<CoveredCalendars>(text).map_err(|error| error.to_string());
    let days = r#"{"first":"2026-01-01","last":"2026-12-31"}"#;
    assert!(read(&format!(r#"{{"calendar":{days}}}"#)).is_ok());
    let zone = r#"{"calendar":{"first":"2026-01-01","last":"2026-12-31","zone-last":"2027-06-30"}}"#;
    assert_eq!(serde_json::to_string(&read(zone).unwrap()).unwrap(), zone);
    for (text, expected) in [
        (
            r#"{"calendar":{"first":"2026-12-31","last":"2026-01-01"}}"#.to_owned(),
            "calendar: days 2026-12-31 to 2026-01-01 are reversed",
        ),
        (
            format!(r#"{{"calendar":{days},"calendars":{{"a":{days},"a":{days}}}}}"#),
            "calendars: key `a` stands twice",
        ),
        (format!(r#"{{"calendar":{days},"calendars":{{"":{days}}}}}"#), "calendars: `` is empty"),
        (format!(r#"{{"calendar":{days},"x":1}}"#), "unknown field `x`"),
    ] {
        let refused = read(&text).unwrap_err();
        assert!(refused.starts_with(expected), "{refused}");
    }
}
