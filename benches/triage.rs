//! Triage of the sample complaints of the example, from a parsed complaint and from a line of JSON.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on stops")]

#[path = "support/measure.rs"]
mod measure;
#[path = "support/random.rs"]
mod random;
#[path = "support/sample.rs"]
mod sample;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use criterion::Criterion;
use redress::calendar::optional_instant;
use redress::deadline::Due;
use redress::policy::Policy;
use redress::render::Renderer;
use redress::triage::{Complaint, ComplaintDocument, History, Triage, triage};
use redress::vocab::{CaseId, ClockName, Department, Locale, Standing};
use serde::{Deserialize, Serialize};

use crate::measure::each;
use crate::random::Random;

/// The complaints come in a random order: in their own a branch predictor learns them.
const INPUTS: usize = 1 << 12;

/// A complaint as a program without a vocabulary reads it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(dead_code, reason = "read and dropped")]
struct Bare {
    id: String,
    received: DateTime<Utc>,
    #[serde(default)]
    category: Vec<String>,
    subject: Option<String>,
    cause: Option<String>,
    channel: Option<String>,
    medium: Option<String>,
    #[serde(default)]
    demand: Vec<String>,
    customer: Option<String>,
    #[serde(default)]
    facts: BTreeMap<String, u32>,
    registered: Option<DateTime<Utc>>,
    acknowledged: Option<DateTime<Utc>>,
    dispatched: Option<DateTime<Utc>>,
    department_received: Option<DateTime<Utc>>,
    #[serde(default)]
    departments: BTreeMap<String, DateTime<Utc>>,
    closed: Option<DateTime<Utc>>,
    text: Option<String>,
}

/// What a program writes down about a complaint.
#[derive(Serialize)]
struct Line {
    id: CaseId,
    owner: Option<Department>,
    standing: Option<Standing>,
    #[serde(with = "optional_instant")]
    due: Option<DateTime<Utc>>,
}

fn read(line: &str) -> Complaint {
    serde_json::from_str::<ComplaintDocument>(line).unwrap().build().unwrap()
}

fn triaged<'a>(policy: &'a Policy, complaint: &'a Complaint) -> Triage<'a> {
    triage(policy, complaint, &History::none()).unwrap()
}

fn line(triage: &Triage<'_>, now: DateTime<Utc>) -> String {
    let line = Line {
        id: triage.complaint().id(),
        owner: triage.department(),
        standing: triage.standing(now).ok().flatten(),
        due: triage.due(ClockName::CLOSURE).map(Due::at),
    };
    serde_json::to_string(&line).unwrap()
}

fn main() {
    let mut criterion: Criterion = measure::criterion();
    let (policy, now) = (sample::policy(), sample::now());
    let sample = sample::lines();
    let mut random = Random::seeded(10);
    let drawn = |_| sample.get(random.below(u32::try_from(sample.len()).unwrap()) as usize).unwrap().clone();
    let lines: Vec<String> = (0..INPUTS).map(drawn).collect();
    let complaints: Vec<Complaint> = lines.iter().map(|line| read(line)).collect();

    let short = |triage: &Triage<'_>| Renderer::of(&policy, Locale::En).short(&triage.explain());

    let mut group = criterion.benchmark_group("complaint");
    each(&mut group, "triage", &complaints, |complaint| triaged(&policy, complaint).department());
    each(&mut group, "triage, standing", &complaints, |complaint| {
        triaged(&policy, complaint).standing(now).ok().flatten()
    });
    each(&mut group, "triage, explain", &complaints, |complaint| triaged(&policy, complaint).explain());
    each(&mut group, "triage, explain, render short", &complaints, |complaint| {
        short(&triaged(&policy, complaint))
    });
    each(&mut group, "triage, standing, explain, render short", &complaints, |complaint| {
        let triage = triaged(&policy, complaint);
        (triage.standing(now).ok().flatten(), short(&triage))
    });
    group.finish();

    let mut group = criterion.benchmark_group("line");
    each(&mut group, "bare parse", &lines, |line| serde_json::from_str::<Bare>(line).unwrap());
    each(&mut group, "parse", &lines, |line| serde_json::from_str::<ComplaintDocument>(line).unwrap());
    each(&mut group, "parse, triage", &lines, |line| triaged(&policy, &read(line)).department());
    each(&mut group, "parse, triage, standing, write a line", &lines, |text| {
        line(&triaged(&policy, &read(text)), now)
    });
    each(&mut group, "parse, triage, explain, write the account", &lines, |line| {
        serde_json::to_string(&triaged(&policy, &read(line)).explain()).unwrap()
    });
    group.finish();
    criterion.final_summary();
}
