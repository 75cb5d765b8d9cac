//! W8, a complaint as a line of JSON, judged by a whole policy, and the answer written.
//!
//! * `redress`            the host's own struct is read, and a complaint is made of it
//! * `redress-parse`      what is spent of this before the policy is asked
//! * `redress-doc`        the same complaints as documents of redress
//! * `redress-parse-doc`  the documents are read, and nothing is asked
//! * `parse-doc`          a bare struct with the fields of a document is read: what `redress-doc` is held against
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Read, Write};

use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};
use redress::calendar::instant;
use redress::deadline::{Clock as DeadlineClock, End, Roll, Term};
use redress::policy::clock::Target;
use redress::policy::routing::{Cell, Row};
use redress::policy::{ClockRule, Policy};
use redress::taxonomy::{Taxonomy, TaxonomyError};
use redress::triage::{Complaint, ComplaintDocument, ComplaintFault, History, TriageError, triage};
use redress::vocab::{
    Anchor, Category, Channel, ClockName, Facet, Fact, Input, Region, RuleId, Severity, Subject,
};
use redress::word;
use serde::Deserialize;

use crate::own;
use crate::protocol::*;
use crate::tables::{self, FACTS};

#[derive(Deserialize)]
struct Counts {
    deaths: i64,
    injured: i64,
    complaints_90d: i64,
    group_size: i64,
    amount_cents: i64,
    days_open: i64,
}
#[derive(Deserialize)]
struct Customer<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    phone: Cow<'a, str>,
    vip: bool,
}
/// The host's record; its text and its customer stay with the host.
#[derive(Deserialize)]
struct Rec<'a> {
    id: &'a str,
    received: &'a str,
    channel: &'a str,
    product: &'a str,
    category: &'a str,
    region: &'a str,
    #[serde(borrow)]
    customer: Customer<'a>,
    #[serde(borrow)]
    flags: Vec<&'a str>,
    counts: Counts,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

/// The bare typed parse of redress's own document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(dead_code)]
struct Bare {
    id: String,
    received: DateTime<Utc>,
    #[serde(default)]
    category: Vec<String>,
    subject: Option<String>,
    channel: Option<String>,
    region: Option<String>,
    customer: Option<String>,
    #[serde(default)]
    facts: BTreeMap<String, u32>,
    text: Option<String>,
}

fn flag(name: &str) -> Option<Fact> {
    Some(match name {
        "injury" => FACTS[0],
        "hospitalised" => FACTS[1],
        "media" => FACTS[2],
        "regulator" => FACTS[3],
        "legal_threat" => FACTS[4],
        "vulnerable" => FACTS[5],
        "privacy" => FACTS[6],
        "fraud" => FACTS[7],
        "repeat_open" => FACTS[8],
        _ => return None,
    })
}

fn is_id(id: &str) -> bool {
    let b = id.as_bytes();
    b.len() == 15
        && &b[..3] == b"CP-"
        && b[7] == b'-'
        && b[3..7].iter().chain(&b[8..]).all(u8::is_ascii_digit)
}

fn complaint(r: &Rec) -> Result<Complaint, &'static str> {
    if !is_id(r.id) {
        return Err("id");
    }
    let received = instant::parse(r.received).map_err(|_| "received")?;
    let mut said = Complaint::new(r.id.parse().map_err(|_| "id")?, received)
        .with_channel(r.channel.parse().map_err(|_| "channel")?)
        .with_subject(r.product.parse().map_err(|_| "product")?)
        .with_category(r.category.parse().map_err(|_| "category")?)
        .with_region(r.region.parse().map_err(|_| "region")?);
    for name in &r.flags {
        said = said.with_fact(flag(name).ok_or("flags")?, 1);
    }
    said = said.with_fact(FACTS[9], r.customer.vip.into());
    let c = &r.counts;
    let counts = [c.deaths, c.injured, c.complaints_90d, c.group_size, c.amount_cents, c.days_open];
    for (&count, &fact) in counts.iter().zip(&FACTS[10..]) {
        let count = u32::try_from(count).ok().filter(|count| *count <= 1_000_000_000).ok_or("counts")?;
        said = said.with_fact(fact, count);
    }
    if r.text.is_empty() || (r.text.len() > 2000 && r.text.chars().count() > 2000) {
        return Err("text");
    }
    Ok(said)
}

fn fail(code: &str, out: &mut String) {
    writeln!(out, "{{\"ok\":false,\"error\":\"{code}\"}}").unwrap();
}

/// Which field a refused word stands in.
fn field(error: &TriageError) -> &'static str {
    let facet = match error.iter().next() {
        Some(ComplaintFault::Word(
            TaxonomyError::NotDeclared { facet, .. }
            | TaxonomyError::NotYet { facet, .. }
            | TaxonomyError::Retired { facet, .. },
        )) => *facet,
        _ => return "json",
    };
    match facet {
        Facet::Channel => "channel",
        Facet::Subject => "product",
        Facet::Category => "category",
        Facet::Region => "region",
        _ => "flags",
    }
}

fn answer(
    policy: &Policy,
    none: &History,
    said: &Complaint,
    id: &str,
    out: &mut String,
) -> Result<(), &'static str> {
    let triage = triage(policy, said, none).map_err(|error| field(&error))?;
    let severity = triage.severity().ok_or("severity")?;
    let level = ["none", "general", "serious"]
        [tables::level(severity.level().severity().ok_or("severity")?) as usize];
    write!(out, "{{\"id\":\"{id}\",\"ok\":true,\"severity\":\"{level}\",\"rules\":[").unwrap();
    let mut separator = "";
    for rule in severity.matched() {
        let id = rule.id();
        out.push_str(separator);
        out.push('"');
        out.push(if id.as_str().starts_with('s') { 'S' } else { 'G' });
        out.push_str(&id.as_str()[1..]);
        out.push('"');
        separator = ",";
    }
    let unit = triage.department().ok_or("unit")?;
    let due = triage.due(ClockName::CLOSURE).ok_or("received")?.at();
    let due = due.with_timezone(&FixedOffset::east_opt(8 * 3600).unwrap());
    let due = due.to_rfc3339_opts(SecondsFormat::Secs, false);
    writeln!(out, "],\"unit\":\"{}\",\"due\":\"{due}\"}}", unit.as_str()).unwrap();
    Ok(())
}

pub fn policy(a: &Args) -> Policy {
    let calendar = own::calendar(&CalFile::load(a, "cal_cn"), (2023, 2028));
    let days = |n| Term::calendar_days(n).with_end(End::at(super::HALF_PAST_FOUR)).with_roll(Roll::FOLLOWING);
    let clock = DeadlineClock::new(ClockName::CLOSURE, Anchor::RECEIVED);
    let serious = Target::of_severity(word!(RuleId, "serious"), Severity::Serious, days(1));
    let plain = Policy::builder("peers")
        .version("1")
        .taxonomy(tables::words(Taxonomy::standard().with_only(&FACTS)))
        .calendar(calendar)
        .severity(tables::rules(a))
        .clock(ClockRule::by_target(clock, [serious]).with_otherwise(days(2)));
    let levels = [Severity::Minor, Severity::General, Severity::Serious];
    let row = |(number, line): (usize, tables::Line)| {
        let id: RuleId = format!("row-{}", number + 1).parse().unwrap();
        let word = |at: usize, prefix: &str, width: usize| {
            line.cells[at].map(|value| tables::word(prefix, width, value.into()))
        };
        let cells = [
            word(0, "ch", 1).map(|word| Cell::is(Channel::from_code(word))),
            word(1, "p", 2).map(|word| Cell::is(Subject::from_code(word))),
            word(2, "c", 1).map(|word| Cell::is(Category::from_code(word))),
            word(3, "r", 1).map(|word| Cell::is(Region::from_code(word))),
            line.cells[4].map(|level| Cell::severity([levels[usize::from(level)]])),
        ];
        cells.into_iter().flatten().fold(Row::owner(id, tables::unit(line.unit)), Row::with_cell)
    };
    let rows = tables::lines(a).into_iter().enumerate().map(row).collect();
    let inputs = [Input::CHANNEL, Input::SUBJECT, Input::CATEGORY, Input::REGION, Input::Severity];
    tables::built(&plain, inputs, rows)
}

/// The record as redress's own document; none for a line that cannot be one.
fn document(line: &[u8]) -> Option<String> {
    let r: Rec = serde_json::from_slice(line).ok()?;
    complaint(&r).ok()?;
    let mut facts = serde_json::Map::new();
    for name in &r.flags {
        facts.insert(flag(name)?.to_string(), 1.into());
    }
    let c = &r.counts;
    let counts = [
        i64::from(r.customer.vip),
        c.deaths,
        c.injured,
        c.complaints_90d,
        c.group_size,
        c.amount_cents,
        c.days_open,
    ];
    for (count, fact) in counts.iter().zip(&FACTS[9..]).filter(|(count, _)| **count > 0) {
        facts.insert(fact.to_string(), (*count).into());
    }
    let said = serde_json::json!({
        "id": r.id, "received": r.received, "channel": r.channel, "subject": r.product, "category": [r.category],
        "region": r.region, "customer": r.customer.phone, "facts": facts, "text": r.text,
    });
    Some(said.to_string() + "\n")
}

pub fn json(a: &Args) {
    let mut bytes = Vec::new();
    let file = std::fs::File::open(format!("{}/w8.jsonl", a.data)).unwrap();
    let want = file.metadata().unwrap().len().min((a.limit as u64).saturating_mul(600));
    bytes.reserve_exact(want as usize + 1);
    file.take(want).read_to_end(&mut bytes).unwrap();
    if a.limit < usize::MAX {
        if let Some(p) = memchr::memchr_iter(b'\n', &bytes).nth(a.limit - 1) {
            bytes.truncate(p + 1);
        }
        bytes.shrink_to_fit();
    }
    if a.peer.ends_with("-doc") {
        bytes = bytes.split(|&b| b == b'\n').filter_map(document).collect::<String>().into_bytes();
    }
    let n = memchr::memchr_iter(b'\n', &bytes).count();
    let (policy, none) = (policy(a), History::none());
    let mut out = String::with_capacity(n * 140);
    let mut ns = Vec::new();
    for _ in 0..a.inner {
        out.clear();
        let t = Clock::start();
        let mut from = 0;
        for end in memchr::memchr_iter(b'\n', &bytes) {
            let line = &bytes[from..end];
            from = end + 1;
            match a.peer.as_str() {
                "redress" => {
                    let from = out.len();
                    let done = serde_json::from_slice::<Rec>(line).map_err(|_| "json").and_then(|r| {
                        std::hint::black_box((&r.customer.name, &r.customer.phone));
                        answer(&policy, &none, &complaint(&r)?, r.id, &mut out)
                    });
                    if let Err(code) = done {
                        out.truncate(from);
                        fail(code, &mut out);
                    }
                }
                "redress-doc" => {
                    let said: ComplaintDocument = serde_json::from_slice(line).unwrap();
                    let said = said.build().unwrap();
                    let from = out.len();
                    if let Err(code) = answer(&policy, &none, &said, said.id().as_str(), &mut out) {
                        out.truncate(from);
                        fail(code, &mut out);
                    }
                }
                "redress-parse-doc" => {
                    let _ = std::hint::black_box(serde_json::from_slice::<ComplaintDocument>(line).is_ok());
                }
                "parse-doc" => {
                    let _ = std::hint::black_box(serde_json::from_slice::<Bare>(line).is_ok());
                }
                // what is spent before the policy is asked
                "redress-parse" => {
                    let r = serde_json::from_slice::<Rec>(line);
                    let _ = std::hint::black_box(r.map_err(|_| "json").and_then(|r| complaint(&r)).is_ok());
                }
                p => panic!("no peer {p}"),
            }
        }
        ns.push(t.stop());
        std::hint::black_box(&out);
    }
    report(a, n, &ns);
    if let Some(f) = &a.answers {
        std::fs::File::create(f).unwrap().write_all(out.as_bytes()).unwrap();
    }
}
