//! The page of every code, made from the tables of the errors.
//!
//! `UPDATE_GOLDEN=1 cargo test errors_page::` rewrites `src/docs/errors.md`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Debug, Write as _};
use std::path::Path;
use std::{env, fs};

use redress::{Coded, ErrorCode};
use serde::Serialize;

use crate::sources::sources;

const PAGE: &str = "src/docs/errors.md";

/// What every error type is.
fn is_told<T: Coded + Debug + Serialize>() {}

macro_rules! types {
    ($($($part:ident)::+),* $(,)?) => {
        /// Every error type with its codes.
        fn types() -> Vec<(&'static str, &'static [ErrorCode])> {
            $(is_told::<$($part)::+>();)*
            vec![$((stringify!($($part)::+), <$($part)::+>::CODES)),*]
        }
    };
}

types! {
    redress::approval::SigningRefusal,
    redress::approval::StuckApproval,
    redress::approval::RosterFault,
    redress::approval::signing::MissingInput,
    redress::approval::staff::StaffingFault,
    redress::approval::staff::StaffingHint,
    redress::approval::ApprovalFault,
    redress::calendar::CalendarError,
    redress::calendar::CalendarFault,
    redress::calendar::CalendarHint,
    redress::calendar::column::ColumnError,
    redress::calendar::date::DateError,
    redress::calendar::holiday::RecurringProblem,
    redress::calendar::parse::HoursError,
    redress::calendar::parse::LocalTimeError,
    redress::calendar::parse::SpanError,
    redress::calendar::instant::InstantError,
    redress::calendar::local::LocalError,
    redress::case::Notice,
    redress::case::Refusal,
    redress::case::audit::SealError,
    redress::case::audit::SealMismatch,
    redress::case::command::NoteError,
    redress::case::stored::ReplayProblem,
    redress::compare::WhatIfError,
    redress::deadline::DeadlineError,
    redress::deadline::choice::DeadlineFault,
    redress::deadline::choice::TermFault,
    redress::deadline::choice::TermHint,
    redress::deadline::rule::ClockError,
    redress::guidance::self_repair::SelfRepairRefusal,
    redress::labels::LabelError,
    redress::laws::Broken,
    redress::laws::golden::GoldenFault,
    redress::policy::PolicyFault,
    redress::policy::PolicyHint,
    redress::policy::book::BookFault,
    redress::policy::book::NoPolicyError,
    redress::policy::fault::ConditionProblem,
    redress::policy::fault::LateEntryProblem,
    redress::policy::fault::PeopleProblem,
    redress::policy::fault::PeriodsProblem,
    redress::policy::finding::Finding,
    redress::policy::fingerprint::ContentMismatch,
    redress::policy::fingerprint::CoverageError,
    redress::policy::fingerprint::FingerprintError,
    redress::policy::record::FormError,
    redress::policy::record::PeriodError,
    redress::report::ledger::LedgerError,
    redress::taxonomy::TaxonomyError,
    redress::taxonomy::TaxonomyFault,
    redress::triage::ComplaintFault,
    redress::triage::answer::ConflictingCase,
    redress::vocab::error::CodeError,
    redress::vocab::error::CurrencyError,
    redress::vocab::error::LocaleError,
    redress::vocab::error::IdError,
    redress::vocab::error::OwnFacetError,
    redress::vocab::error::UnknownWord,
    redress::wire::WireError,
}

/// The types that have no code of their own: they answer that of a part.
const BY_A_PART: [&str; 2] = ["ReplayError", "UnknownChain"];

fn name(path: &str) -> &str {
    path.rsplit("::").next().unwrap().trim()
}

fn page() -> String {
    let mut rows = BTreeMap::new();
    for (path, codes) in types() {
        let path: String = path.split_whitespace().collect();
        let link = path.replacen("redress::", "crate::", 1);
        for ErrorCode { code, name: variant, advice, .. } in codes {
            let shown = if *variant == name(&path) { String::new() } else { format!("::{variant}") };
            let row = format!("| `{code}` | [`{}{shown}`]({link}) | {advice} |\n", name(&path));
            assert!(rows.insert(*code, row).is_none(), "{code} stands twice");
        }
    }
    let mut page = String::from(
        "Every code of an error, a fault, a refusal, a notice or a hint, with its type and what to do about it.\n\n\
         Codes are stable: a release may add codes, but it never renames one or gives it another meaning. For a \
         refusal, let your\nprogram branch on [`Refusal::kind`](crate::case::Refusal::kind). Store, count and translate \
         by the code. An error that wraps\nanother one has the code of the inner one.\n\n\
         Each of these types implements [`Coded`](crate::Coded) and is serialised as a map of `code` and `message`, \
         and of `kind`,\n`place` and `faults` if it has them. A [`Faults`](crate::Faults) is serialised as a list of \
         them.\n\n```json\n\
         {\"code\": \"case.stale\", \"kind\": \"stale\", \"message\": \"case `a-17` has changed: the request is for revision 4, the case is at revision 5; load it again\"}\n```\n\n\
         A code that begins with `finding`, `hint` or `notice` is no error: what it belongs to is done all the same.\n\n\
         | code | type | what to do |\n|---|---|---|\n",
    );
    for row in rows.values() {
        write!(page, "{row}").unwrap();
    }
    page
}

#[test]
fn fault_u01_the_page_shows_every_code() {
    let written = page();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(PAGE, written).unwrap();
        return;
    }
    for (stored, written) in fs::read_to_string(PAGE).unwrap().lines().zip(written.lines()) {
        assert_eq!(stored, written, "{PAGE}");
    }
    assert_eq!(fs::read_to_string(PAGE).unwrap(), written, "{PAGE}");
}

/// Every type of the sources that has a text of its own as an error stands on the page.
#[test]
fn fault_u01_every_error_of_the_sources_has_codes() {
    let known: BTreeSet<&str> = types().into_iter().map(|(path, _)| name(path)).chain(BY_A_PART).collect();
    let mut missing = Vec::new();
    for file in sources(Path::new("src")) {
        let text = fs::read_to_string(&file).unwrap();
        let mut is_error = false;
        for line in text.lines() {
            is_error |= line.starts_with("#[derive(") && line.contains("thiserror::Error");
            let behind = line.strip_prefix("pub enum ").or_else(|| line.strip_prefix("pub struct "));
            let by_hand = line.strip_prefix("impl core::error::Error for ");
            let is_open = line.starts_with("impl core::error::Error for");
            if let Some(found) = behind.filter(|_| is_error).or(by_hand.filter(|_| is_open)) {
                is_error = false;
                let found: String = found.chars().take_while(|letter| letter.is_alphanumeric()).collect();
                // What fails inside of the crate alone is no error of a host.
                if !["NotRead", "NotWritten"].contains(&found.as_str()) && !known.contains(found.as_str()) {
                    missing.push(format!("{}: {found}", file.display()));
                }
            }
        }
    }
    assert_eq!(missing, [""; 0], "no codes");
}

/// Every public error may grow without breaking a host.
#[test]
fn fault_u01_every_error_may_grow() {
    let mut closed = Vec::new();
    for file in sources(Path::new("src")) {
        let text = fs::read_to_string(&file).unwrap();
        for (before, behind) in text.match_indices("thiserror::Error").map(|(at, _)| text.split_at(at)) {
            let head = behind.split("\npub ").next().unwrap();
            let is_enum = behind.split("\npub ").nth(1).is_some_and(|body| body.starts_with("enum "));
            if is_enum && !head.contains("#[non_exhaustive]") {
                closed.push(format!("{} line {}", file.display(), before.lines().count()));
            }
        }
    }
    assert_eq!(closed, [""; 0], "not `#[non_exhaustive]`");
}

#[test]
fn codes_are_names_in_lower_case_and_advice_is_a_sentence() {
    for (path, codes) in types() {
        for ErrorCode { code, advice, .. } in codes {
            let (space, rest) = code.split_once('.').unwrap();
            let is_name = |text: &str| {
                !text.is_empty() && text.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
            };
            assert!(is_name(space) && is_name(rest), "{path}: {code}");
            assert!(advice.ends_with('.') && advice.starts_with(char::is_uppercase), "{path}: {advice}");
        }
    }
}
