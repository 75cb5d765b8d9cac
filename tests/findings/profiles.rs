//! The findings of every profile.
//!
//! `UPDATE_GOLDEN=1 cargo test findings::` rewrites `tests/golden/findings.txt`. Each line of it was read and judged.

use std::fmt::Write as _;
use std::{env, fs};

use crate::policy_documents::profiles;

const GOLDEN: &str = "tests/golden/findings.txt";

#[test]
fn the_findings_of_every_profile_are_those_that_were_judged() {
    let mut text = String::new();
    for (name, policy) in profiles() {
        writeln!(text, "{name}").unwrap();
        for finding in policy.findings() {
            writeln!(text, "  {} [{}] {finding}", finding.grade(), finding.code()).unwrap();
        }
    }
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(GOLDEN, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(GOLDEN).unwrap(), text, "{GOLDEN}");
}
