//! A case under a policy file, told by the days of its calendar.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use redress::approval::Roster;
use redress::calendar::reading::Fold;
use redress::calendar::{KnownDays, Zone};
use redress::case::{Case, Command, Office, Outlook, Request, Stamp, open};
use redress::deadline::choice::Bound;
use redress::deadline::rule::ClockState;
use redress::policy::{Policy, PolicyDocument};
use redress::triage::ComplaintDocument;
use redress::vocab::ClockName;

/// A policy of `examples/policies`, proved, which comes back from a document equal.
pub(crate) fn policy(name: &str) -> Policy {
    let text = std::fs::read_to_string(format!("examples/policies/{name}.toml")).unwrap();
    let document: PolicyDocument = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let policy = document.build(zone).unwrap_or_else(|faults| panic!("{name}: {faults}"));
    let written = toml::to_string(&PolicyDocument::of(&policy)).unwrap();
    let again = toml::from_str::<PolicyDocument>(&written).unwrap().build(zone).unwrap();
    assert_eq!(PolicyDocument::of(&again), PolicyDocument::of(&policy), "{name}");
    policy
}

fn zone(name: &str, known: KnownDays) -> Option<Zone> {
    let zone: chrono_tz::Tz = name.parse().ok()?;
    Zone::tabulate(name, &zone, known).ok()
}

/// A case as it goes on, with a clerk who does everything.
pub(crate) struct Story {
    pub(crate) policy: Policy,
    pub(crate) case: Case,
    pub(crate) now: DateTime<Utc>,
}

impl Story {
    /// Received at noon of a day.
    pub(crate) fn received(policy: Policy, day: &str) -> Self {
        let now = noon(&policy, day);
        let said = format!(r#"{{"id": "A-1", "received": "{}"}}"#, now.to_rfc3339());
        let said: ComplaintDocument = serde_json::from_str(&said).unwrap();
        let case =
            open(&policy, said, Stamp::new("k-0".parse().unwrap(), "clerk".parse().unwrap(), now)).unwrap();
        Self { policy, case, now }
    }

    /// Waits until noon of a day.
    pub(crate) fn on(mut self, day: &str) -> Self {
        self.now = noon(&self.policy, day);
        self
    }

    /// Does something that has to succeed, and whose history has to replay.
    #[track_caller]
    pub(crate) fn does(mut self, command: Command) -> Self {
        let asked = format!("{command:?}");
        let id = format!("k-{}", self.case.revision()).parse().unwrap();
        let request =
            Request::new(self.case.revision(), Stamp::new(id, "clerk".parse().unwrap(), self.now), command);
        let roster = Roster::builder("r-1").build().unwrap();
        let decision = Office::new(&self.policy, &roster).decide(&self.case, request);
        let decision = decision.unwrap_or_else(|refusal| panic!("{asked}: {refusal}"));
        self.case = self.case.after(&decision).unwrap();
        assert_eq!(Case::replay(&self.policy, self.case.events()).unwrap(), self.case);
        self
    }

    /// The day on which the last turn of a clock is due, to its end.
    #[track_caller]
    pub(crate) fn due(&self, name: ClockName) -> NaiveDate {
        let clocks = self.case.clocks(&self.policy, self.now);
        let last = clocks.iter().rfind(|clock| clock.name() == name);
        let reading = last.unwrap_or_else(|| panic!("no clock `{name}`")).reading(&self.policy, self.now);
        let due = reading.due().unwrap_or_else(|| panic!("`{name}`: {:?}", reading.status()));
        let local = self.policy.calendar().zone().local(due.at()).unwrap();
        assert_eq!((due.bound(), local.time()), (Bound::Exclusive, NaiveTime::MIN), "`{name}`");
        (local - TimeDelta::days(1)).date()
    }

    /// Where the turns of a clock stand.
    pub(crate) fn states(&self, name: ClockName) -> Vec<ClockState> {
        let clocks = self.case.clocks(&self.policy, self.now);
        let of_name = clocks.iter().filter(|clock| clock.name() == name);
        of_name.map(|clock| clock.reading(&self.policy, self.now).status().state()).collect()
    }

    /// What is owed now, in the words of its keys.
    pub(crate) fn owed(&self) -> Vec<String> {
        let outlook = Outlook::of(&self.case, &self.policy, self.now);
        outlook.owed(self.now).map(|owed| owed.key.to_string()).collect()
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn noon(policy: &Policy, day: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::new(self::day(day), NaiveTime::from_hms_opt(12, 0, 0).unwrap());
    policy.calendar().zone().instant(local, Fold::Earlier).unwrap()
}
