//! Documents that are refused, each with every word of its error.

use redress::policy::severity::SeverityGaps;
use redress::policy::{Condition, Routing, SeverityRules};
use redress::triage::ComplaintDocument;

use super::support::{compare, desk, is_shown, refused};

/// Severity rules with one rule that asks this.
pub(crate) fn asking(condition: &str) -> String {
    format!(r#"{{"levels":["general"],"rules":[{{"rule":"a","level":"general","when":{condition}}}]}}"#)
}

/// A routing table with this row alone.
pub(crate) fn of_row(row: &str) -> String {
    format!(r#"{{"inputs":["subject"],"rows":[{row}]}}"#)
}

/// A routing table with one row of these cells.
pub(crate) fn of_cells(cells: &str) -> String {
    of_row(&format!(r#"{{"row":"a","act":"owner","department":"quality","when":{cells}}}"#))
}

#[track_caller]
fn rules(text: &str) -> Vec<String> {
    vec![refused(serde_json::from_str::<SeverityRules>(text), text)]
}

#[track_caller]
fn table(text: &str) -> Vec<String> {
    vec![refused(serde_json::from_str::<Routing>(text), text)]
}

#[test]
fn misspelt_severity_rules_are_refused_with_their_place() {
    compare("severity", |texts| rules(texts[0]));
}

#[test]
fn misspelt_conditions_are_refused_with_their_place() {
    compare("conditions", |texts| rules(&asking(texts[0])));
}

#[test]
fn misspelt_routing_tables_are_refused_with_their_place() {
    compare("tables", |texts| table(texts[0]));
}

#[test]
fn misspelt_rows_are_refused_with_their_place() {
    compare("rows", |texts| table(&of_row(texts[0])));
}

#[test]
fn misspelt_cells_are_refused_with_their_place() {
    compare("cells", |texts| table(&of_cells(texts[0])));
}

#[test]
fn misspelt_complaints_are_refused() {
    compare("complaints", |texts| {
        vec![refused(serde_json::from_str::<ComplaintDocument>(texts[0]), texts[0])]
    });
}

#[test]
fn documents_that_make_no_policy_are_refused_with_every_fault() {
    compare("refused", |texts| {
        let mut policy = desk().routing(Routing::none());
        for text in texts {
            policy = match serde_json::from_str::<SeverityRules>(text) {
                Ok(rules) => policy.severity(rules),
                Err(_) => {
                    policy.routing(serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}")))
                }
            };
        }
        let Err(faults) = policy.build() else { panic!("built: {}", texts.join(" ")) };
        faults.faults().to_vec()
    });
}

#[test]
fn the_line_and_the_column_stand_behind_the_error() {
    let text = "{\n  \"levels\": [\"general\"],\n  \"rules\": [\n    {\"rule\": \"a\", \"level\": \"generall\"}\n  ]\n}";
    assert_eq!(
        serde_json::from_str::<SeverityRules>(text).unwrap_err().to_string(),
        "rules[0]: level: severity `generall` is unknown, expected `minor`, `general`, `serious` or `critical` at line 4 column 37"
    );
}

/// A document beyond a limit says which limit, and where.
#[test]
fn documents_that_are_too_large_are_refused_with_their_place() {
    let many = |item: &str, count: usize| vec![item; count].join(",");
    let fact = r#"{"fact":"late"}"#;
    let rule = format!(r#"{{"rule":"a","level":"general","when":{fact}}}"#);
    let row = r#"{"row":"a","act":"copy","department":"quality"}"#;
    let mark = r#"{"mark":"grave"}"#;
    let cases = [
        (
            asking(&format!(r#"{{"all":[{}]}}"#, many(fact, 257))),
            "rules[0]: when: all: more than 256 items; shorten the list",
        ),
        (
            asking(&format!(r#"{{"not":{{"any":[{}]}}}}"#, many(fact, 257))),
            "rules[0]: when: not: any: more than 256 items; shorten the list",
        ),
        (
            asking(&format!(r#"{{"subject":[{}]}}"#, many("\"service\"", 1_001))),
            "rules[0]: when: subject: the list has more than 1000 words; shorten it",
        ),
        (
            format!(r#"{{"levels":["general"],"rules":[{}]}}"#, many(&rule, 20_001)),
            "rules: more than 20000 items; shorten the list",
        ),
        (
            format!(r#"{{"levels":["general"],"fallbacks":[{}]}}"#, many(&rule, 20_001)),
            "fallbacks: more than 20000 items; shorten the list",
        ),
        (
            format!(
                r#"{{"levels":["general"],"rules":[{{"rule":"a","level":"general","when":{fact},"marks":[{}]}}]}}"#,
                many(mark, 20_001)
            ),
            "rules[0]: marks: more than 20000 items; shorten the list",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(rules(&text), [expected]);
    }
    let cases = [
        (
            format!(r#"{{"inputs":[],"rows":[{}]}}"#, many(row, 20_001)),
            "rows: more than 20000 items; shorten the list",
        ),
        (
            of_cells(&format!(r#"{{"subject":[{}]}}"#, many("\"service\"", 1_001))),
            "rows[0]: when: subject: the list has more than 1000 words; shorten it",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(table(&text), [expected]);
    }
    let words = |count: usize| (0..count).map(|n| format!("\"acme:{n}\"")).collect::<Vec<_>>().join(",");
    for key in ["category", "demand", "containment"] {
        let complaint =
            |count| format!(r#"{{"id":"a","received":"2026-03-02T10:00:00Z","{key}":[{}]}}"#, words(count));
        assert!(serde_json::from_str::<ComplaintDocument>(&complaint(100)).is_ok());
        let error = refused(serde_json::from_str::<ComplaintDocument>(&complaint(101)), key);
        assert_eq!(error, format!("{key}: more than 100 words; shorten the list"));
    }
}

/// As deep as the place of an error may be in a document that a policy would take.
#[test]
fn the_longest_place_leaves_room_for_the_error() {
    let beside = r#"{"fact":"late"},"#.repeat(200);
    let asks = |inner: &str| format!(r#"{{"any":[{beside}{inner}]}}"#);
    let question = format!(r#"{{"{}":1}}"#, "q".repeat(100));
    let condition = (0..7).fold(question, |inner, _| asks(&inner));
    let rule = r#"{"rule":"a","level":"general","when":{"fact":"late"}},"#.repeat(19_999);
    let last = format!(r#"{{"rule":"a","level":"general","when":{condition}}}"#);
    let text = format!(r#"{{"levels":["general"],"rules":[{rule}{last}]}}"#);
    let found = rules(&text);
    is_shown(&found[0]);
    assert!(found[0].starts_with("rules[19999]: when: any[200]: any[200]: "), "{found:?}");
    assert!(found[0].contains("is unknown, expected `fact`"), "{found:?}");
}

#[test]
fn deep_nesting_is_refused_by_the_policy_or_the_reader() {
    for levels in [7, 8, 100, 119, 130, 10_000, 1_000_000] {
        let nested = [
            format!("{}{{\"fact\":\"minutes-late\"}}{}", "{\"not\":".repeat(levels), "}".repeat(levels)),
            format!("{}{{\"fact\":\"minutes-late\"}}{}", "{\"all\":[".repeat(levels), "]}".repeat(levels)),
        ];
        for text in nested {
            match serde_json::from_str::<Condition>(&text) {
                Ok(_) => {
                    let rules = serde_json::from_str(&asking(&text));
                    let unrated = |rules: SeverityRules| rules.with_gaps(SeverityGaps::Unrated);
                    let built =
                        rules.map(|rules| desk().severity(unrated(rules)).routing(Routing::none()).build());
                    match built {
                        Ok(Ok(_)) => assert!(levels < 8),
                        Ok(Err(faults)) => assert_eq!(
                            faults.to_string(),
                            "severity rule `a`: the condition has more than 8 levels; split it into several rules"
                        ),
                        Err(error) => assert!(levels > 8, "{error}"),
                    }
                }
                Err(_) => assert!(levels > 8),
            }
        }
    }
}

/// The few mistakes again in TOML, which has its own way to show a place.
#[test]
fn misspelt_toml_is_refused_with_its_place() {
    let rule =
        |rest: &str| format!("levels = ['general']\n[[rules]]\nrule = 'late'\nlevel = 'general'\n{rest}");
    let row = |rest: &str| format!("inputs = ['subject']\n[[rows]]\nrow = 'a'\nact = 'owner'\n{rest}");
    let rules = [
        ("levels = 3".to_owned(), "levels: invalid type: integer `3`, expected a list"),
        (
            "levels = ['general']\nrulez = []".to_owned(),
            "unknown field `rulez`, expected `rules`, or another key of severity rules",
        ),
        (rule("when = { fakt = 'late' }"), "rules[0]: when: key `fakt` is unknown, expected `fact`"),
        (rule("[rules.when]\nfact = 'late'\nat-leest = 3"), "rules[0]: when: key `at-leest` is unknown"),
        (
            rule("when = { all = [{ fact = 'a' }, { fact = 'b', at-least = '3' }] }"),
            "rules[0]: when: all[1]: at-least: a text, expected a whole number",
        ),
        (
            rule("when = { fact = 'late', at-least = -1 }"),
            "rules[0]: when: at-least: invalid value: integer `-1`, expected a whole number",
        ),
        (
            rule("when = { repeats = { by = ['staff'], at-least = 3, within = { days = 1, months = 1 } } }"),
            "rules[0]: when: repeats: within: expected one of `seconds`, `days` and `months`",
        ),
        (
            rule("when = { amount-at-least = { minor = 1, currency = 'eur' } }"),
            "rules[0]: when: amount-at-least: currency: `eur` is not the code of a currency",
        ),
        (
            rule("when = { fact = 'late' }\nlevels = 1"),
            "rules[0]: unknown field `levels`, expected `level`, or another key of a severity rule",
        ),
    ];
    for (text, expected) in rules {
        let error = toml::from_str::<SeverityRules>(&text).unwrap_err();
        assert!(error.message().starts_with(expected), "{}\n{expected}", error.message());
    }
    let rows = [
        (
            "inputs = ['subjekt']\nrows = []".to_owned(),
            "inputs[0]: input `subjekt` is unknown, expected `category`",
        ),
        (row(""), "rows[0] `a`: expected `department` or `unit-concerned-or`"),
        (
            row("department = 'quality'\nwhen = { subjekt = 'service' }"),
            "rows[0]: when: input `subjekt` is unknown",
        ),
        (
            row("department = 'quality'\n[rows.when]\nsubject = { over = 'service' }"),
            "rows[0]: when: subject: unknown field `over`, expected one of `under`",
        ),
        (
            row("department = 'quality'\nwhen = { subject = { nothing = true } }"),
            "rows[0]: when: subject: only demands and marks can be `nothing`",
        ),
        (
            "inputs = []\nrows = []\n[hit-policies]\nowner = 'any'".to_owned(),
            "hit-policies: owner: hit policy `any` is unknown, expected `unique`",
        ),
    ];
    for (text, expected) in rows {
        let error = toml::from_str::<Routing>(&text).unwrap_err();
        assert!(error.message().starts_with(expected), "{}\n{expected}", error.message());
    }
}
