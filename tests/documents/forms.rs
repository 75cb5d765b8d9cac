//! What the documents of ready policies look like.

use std::{env, fs};

use redress::deadline::Term;
use redress::policy::severity::Rating;
use redress::policy::{Policy, Routing, SeverityRules};
use redress::profiles::choice::{HandlingLimit, NoticePeriod, Ratings};
use redress::profiles::{Control, GeneralHandling, Nev, Supplier, TaxDevice};
use redress::vocab::kind::{Importance, Urgency};
use redress::vocab::{Category, Department, Severity};
use serde::Serialize;

use super::random::is_read_as_written;
use super::support::office;

fn golden<T: Serialize>(name: &str, value: &T) {
    let path = format!("tests/golden/{name}.json");
    let text = serde_json::to_string_pretty(value).unwrap() + "\n";
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, text).unwrap();
    } else {
        let expected = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(text, expected, "{path}");
    }
}

fn all_general() -> SeverityRules {
    SeverityRules::new([Severity::General]).with_otherwise(Severity::General)
}

fn tax_device() -> Policy {
    TaxDevice::new(office(), HandlingLimit::Within(Term::working_days(3).into())).build().unwrap()
}

fn supplier() -> Policy {
    Supplier::new(office(), Department::SALES).build().unwrap()
}

pub(crate) fn general() -> Policy {
    GeneralHandling::new(office(), all_general(), Routing::none()).build().unwrap()
}

fn control() -> Policy {
    let importance = Rating::new().with_otherwise(Importance::SECONDARY);
    Control::new(
        office(),
        all_general(),
        Ratings { importance, urgency: Rating::new().with_otherwise(Urgency::ROUTINE) },
    )
    .build()
    .unwrap()
}

fn nev() -> Policy {
    let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
    Nev::new(office(), owners, NoticePeriod::NotSet).build().unwrap()
}

#[test]
fn the_rules_of_a_maker_of_tax_devices_keep_their_form() {
    golden("severity_tax_device", tax_device().severity().unwrap());
}

#[test]
fn the_table_of_a_supplier_keeps_its_form() {
    golden("routing_supplier", supplier().routing());
}

#[test]
fn the_rules_of_every_ready_policy_are_read_as_they_were_written() {
    for policy in [tax_device(), supplier(), general(), control(), nev()] {
        if let Some(rules) = policy.severity() {
            is_read_as_written(rules);
        }
    }
}

#[test]
fn the_table_of_every_ready_policy_is_read_as_it_was_written() {
    for policy in [tax_device(), supplier(), control(), nev()] {
        is_read_as_written(policy.routing());
    }
}

#[test]
fn what_need_not_be_said_is_not_written() {
    let text = |value: &Routing| serde_json::to_string(value).unwrap();
    assert_eq!(text(&Routing::by([])), r#"{"inputs":[],"rows":[]}"#);
    assert_eq!(text(&Routing::none()), r#"{"inputs":[],"gaps":"unrouted","rows":[]}"#);
    let rules = serde_json::to_string(&all_general()).unwrap();
    assert_eq!(rules, r#"{"levels":["general"],"rules":[],"otherwise":"general"}"#);
}
