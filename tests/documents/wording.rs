//! What the errors of documents were found to say badly, each with what is right.

use redress::policy::{Condition, Routing, SeverityRules};
use redress::triage::ComplaintDocument;

use super::forged::{asking, of_row};
use super::support::{desk, refused};

fn of_complaint(rest: &str) -> String {
    let text = format!(r#"{{"id":"a","received":"2026-03-02T10:00:00Z",{rest}}}"#);
    refused(serde_json::from_str::<ComplaintDocument>(&text), &text)
}

#[test]
fn the_key_of_a_complainant_is_not_shown_whatever_its_type() {
    for key in ["13912345678", "13912345678.5", "-13912345678", "[13912345678]"] {
        let error = of_complaint(&format!(r#""customer":{key}"#));
        assert!(!error.contains("139"), "{error}");
    }
    let error = of_complaint(r#""text":13912345678"#);
    assert!(!error.contains("139"), "{error}");
}

#[test]
fn a_narrative_in_the_wrong_place_is_not_repeated() {
    let narrative = "my battery caught fire and I want my money back, call me at 139 1234 5678";
    for key in ["no-demand", "amount", "facts", "departments", "customer"] {
        let error = of_complaint(&format!(r#""{key}":"{narrative}""#));
        assert!(!error.contains("1234"), "{error}");
    }
}

#[test]
fn the_error_of_a_complaint_names_the_key() {
    let wrong = [
        ("fault-party", "3"),
        ("claim-kind", "\"Appeal\""),
        ("no-demand", "1"),
        ("amount", "{\"minor\":1}"),
        ("containment", "3"),
        ("containment", "[\"Rework\"]"),
        ("region", "\"New York\""),
        ("topic", "7"),
        ("unit", "\"Dealer\""),
        ("staff", "17"),
        ("product", "\"B 17\""),
        ("customer", "true"),
        ("facts", "{\"late\":-1}"),
        ("departments", "{\"dealer\":\"today\"}"),
        ("registered", "\"today\""),
        ("closed", "1"),
    ];
    let errors = wrong.map(|(key, value)| (key, of_complaint(&format!("\"{key}\":{value}"))));
    let unnamed: Vec<_> = errors.iter().filter(|(key, error)| !error.starts_with(key)).collect();
    assert!(unnamed.is_empty(), "{unnamed:#?}");
}

#[test]
fn the_error_of_a_rule_or_a_row_names_the_key() {
    let with = |key: &str, value: &str| {
        let mut rule = serde_json::json!({"rule": "a", "level": "general", "when": {"fact": "late"}});
        rule[key] = serde_json::from_str(value).unwrap();
        let text = format!(r#"{{"levels":["general"],"rules":[{rule}]}}"#);
        (key.to_owned(), refused(serde_json::from_str::<SeverityRules>(&text), &text))
    };
    let in_row = |key: &str, value: &str| {
        let mut row = serde_json::json!({"row": "a", "act": "owner", "department": "quality"});
        row[key] = serde_json::from_str(value).unwrap();
        let text = of_row(&row.to_string());
        (key.to_owned(), refused(serde_json::from_str::<Routing>(&text), &text))
    };
    let repeats = |key: &str, value: &str| {
        let text = asking(&format!(r#"{{"repeats":{{"by":["staff"],"at-least":3,"{key}":{value}}}}}"#));
        (key.to_owned(), refused(serde_json::from_str::<SeverityRules>(&text), &text))
    };
    let errors = [
        with("rule", "3"),
        with("level", "null"),
        with("citation", "[]"),
        in_row("row", "\"A\""),
        in_row("act", "null"),
        in_row("department", "\"Quality\""),
        in_row("role", "\"Manager\""),
        in_row("unit-concerned-or", "true"),
        in_row("citation", "7"),
        repeats("severity", "[]"),
        repeats("upheld", "\"yes\""),
        repeats("admonished", "1"),
    ];
    let unnamed: Vec<_> =
        errors.iter().filter(|(key, error)| !error.contains(&format!(" {key}: "))).collect();
    assert!(unnamed.is_empty(), "{unnamed:#?}");
}

#[test]
fn a_wrong_type_says_what_was_expected() {
    for text in [
        r#"{"inputs":[],"gaps":null,"rows":[]}"#,
        r#"{"inputs":[],"gaps":true,"rows":[]}"#,
        r#"{"inputs":[],"hit-policies":{"owner":null},"rows":[]}"#,
    ] {
        let error = refused(serde_json::from_str::<Routing>(text), text);
        let expected = ["expected a meaning of gaps", "expected a hit policy"];
        assert!(expected.iter().any(|expected| error.contains(expected)), "{error}");
    }
}

/// A word that is an input is not called unknown where an input is expected.
#[test]
fn a_condition_about_the_severity_is_told_that_it_may_not_ask_for_it() {
    let text = asking(r#"{"severity":"serious"}"#);
    let said = match serde_json::from_str::<SeverityRules>(&text) {
        Ok(rules) => desk().severity(rules).routing(Routing::none()).build().unwrap_err().to_string(),
        Err(error) => error.to_string(),
    };
    assert!(!said.contains("is unknown"), "{said}");
}

#[test]
fn a_misspelt_key_of_a_complaint_is_shown_whole_keys() {
    for key in ["recieved", "fault_party", "departments_received", "texts"] {
        let error = of_complaint(&format!("\"{key}\":1"));
        assert_eq!(error.matches('`').count() % 2, 0, "{error}");
    }
}

#[test]
fn an_error_within_deep_nesting_still_says_what_is_wrong() {
    for levels in [20, 60, 100] {
        let nested = format!("{}{{\"fcat\":\"late\"}}{}", "{\"not\":".repeat(levels), "}".repeat(levels));
        let text = asking(&nested);
        let error = refused(serde_json::from_str::<SeverityRules>(&text), &text);
        assert!(error.contains("fcat"), "{error}");
    }
}

/// An error about a condition that is read by itself is as short as one within a table.
#[test]
fn a_long_text_in_the_place_of_a_condition_is_not_repeated() {
    let long = "x".repeat(10_000);
    for text in [format!("\"{long}\""), format!("{{\"all\":\"{long}\"}}"), format!("{{\"not\":\"{long}\"}}")]
    {
        let error = serde_json::from_str::<Condition>(&text).unwrap_err().to_string();
        assert!(error.len() < 400, "{} bytes", error.len());
    }
}

/// Characters that turn the direction of writing or break a line are shown by their numbers.
#[test]
fn an_unknown_key_is_shown_without_what_disorders_a_line() {
    for odd in ['\u{202e}', '\u{2028}', '\u{2066}'] {
        let text = format!("{{\"levels\":[\"general\"],\"ru{odd}les\":[]}}");
        let error = refused(serde_json::from_str::<SeverityRules>(&text), &text);
        assert!(!error.contains(odd), "{error:?}");
    }
}

/// The form has its own way to show a place; nothing of it is left over in the words.
#[test]
fn an_error_in_toml_is_in_plain_words() {
    let texts = [
        "levels = 3",
        "levels = ['general']\nrulez = []",
        "levels = ['general']\n[[rules]]\nrule = 'late'\nlevel = 'grave'\nwhen = { fact = 'late' }",
        "levels = ['general']\n[[rules]]\nrule = 'late'\nlevel = 'general'\nwhen = { fact = 'Late' }",
    ];
    for text in texts {
        let error = toml::from_str::<SeverityRules>(text).unwrap_err();
        assert!(!error.message().contains('\\') && !error.message().contains('…'), "{}", error.message());
    }
}
