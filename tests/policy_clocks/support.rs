//! Calendars, policies and a case to tell of.

use chrono::{DateTime, NaiveDateTime, Utc};
use redress::approval::Roster;
use redress::calendar::reading::Fold;
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::case::clock::CaseClock;
use redress::case::{Case, Command, Decision, Office, Outlook, Refusal, Request, Stamp, open};
use redress::deadline::ClockStatus;
use redress::policy::routing::Row;
use redress::policy::{Policy, PolicyBuilder, PolicyDocument, PolicyFaults, Routing};
use redress::triage::{Complaint, ComplaintDocument};
use redress::vocab::{ClockName, Department, RuleId};
use redress::word;

pub(crate) fn zone(name: &str, known: KnownDays) -> Option<Zone> {
    let zone: chrono_tz::Tz = name.parse().ok()?;
    Zone::tabulate(name, &zone, known).ok()
}

/// A calendar of 2026 in a zone of the IANA database.
pub(crate) fn calendar(name: &str, zone_name: &str, week: WeekPattern) -> Calendar {
    let zone = zone(zone_name, KnownDays::years(2026, 2026).unwrap()).unwrap();
    Calendar::builder(name, zone).week(week).build().unwrap()
}

/// Mon–Fri 09:00–17:00 in Berlin.
pub(crate) fn office() -> Calendar {
    calendar("office", "Europe/Berlin", WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
}

/// Every day 09:00–17:00 in Berlin.
pub(crate) fn daily() -> Calendar {
    calendar("daily", "Europe/Berlin", WeekPattern::daily([Hours::from_static("09:00-17:00")]))
}

/// Mon–Fri 06:00–14:00 in Berlin.
pub(crate) fn warehouse() -> Calendar {
    calendar("warehouse", "Europe/Berlin", WeekPattern::weekdays([Hours::from_static("06:00-14:00")]))
}

/// Mon–Fri 09:00–17:00 in Shanghai.
pub(crate) fn plant() -> Calendar {
    calendar("plant", "Asia/Shanghai", WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
}

/// A desk that owns everything, by the calendar of the office.
pub(crate) fn desk() -> PolicyBuilder {
    Policy::builder("desk")
        .version("1")
        .calendar(office())
        .routing(Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE)))
}

/// An instant by the wall clock in Berlin.
pub(crate) fn berlin(local: &str) -> DateTime<Utc> {
    local_in(&office(), local)
}

pub(crate) fn local_in(calendar: &Calendar, local: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
    calendar.zone().instant(local, Fold::Earlier).unwrap()
}

/// An instant as the wall clock in Berlin shows it, with its weekday.
pub(crate) fn shown(at: DateTime<Utc>) -> String {
    office().local(at).unwrap().format("%a %Y-%m-%d %H:%M").to_string()
}

pub(crate) fn complaint(received: &str) -> Complaint {
    Complaint::new("a-1".parse().unwrap(), berlin(received))
}

#[track_caller]
pub(crate) fn read(text: &str) -> PolicyDocument {
    toml::from_str(text).unwrap_or_else(|error| panic!("{error}"))
}

/// The faults of a policy, a line each.
#[track_caller]
pub(crate) fn faults(built: Result<Policy, PolicyFaults>) -> Vec<String> {
    let faults = built.unwrap_err();
    faults.iter().map(ToString::to_string).collect()
}

/// A case as it goes on.
#[derive(Clone)]
pub(crate) struct Story {
    pub(crate) policy: Policy,
    pub(crate) case: Case,
    pub(crate) now: DateTime<Utc>,
}

impl Story {
    /// Received by the wall clock in Berlin, and entered at once.
    pub(crate) fn new(policy: Policy, received: &str) -> Self {
        Self::of(policy, ComplaintDocument::new("a-1".parse().unwrap(), berlin(received)))
    }

    pub(crate) fn of(policy: Policy, said: ComplaintDocument) -> Self {
        let now = said.received.unwrap();
        let actor = "anna".parse().unwrap();
        let case = open(&policy, said, Stamp::new("k-0".parse().unwrap(), actor, now)).unwrap();
        Self { policy, case, now }
    }

    /// Goes on at an instant by the wall clock in Berlin.
    pub(crate) fn on(mut self, local: &str) -> Self {
        self.now = berlin(local);
        self
    }

    pub(crate) fn request(&self, command: Command) -> Request {
        let id = format!("k-{}", self.case.revision()).parse().unwrap();
        Request::on(&self.case, Stamp::new(id, "anna".parse().unwrap(), self.now), command)
    }

    pub(crate) fn try_to(&self, command: Command) -> Result<Decision, Refusal> {
        let roster = Roster::builder("r-1").build().unwrap();
        Office::new(&self.policy, &roster).decide(&self.case, self.request(command))
    }

    /// Does something that has to succeed, and whose history has to replay.
    #[track_caller]
    pub(crate) fn does(mut self, command: Command) -> Self {
        let asked = format!("{command:?}");
        let decision = self.try_to(command).unwrap_or_else(|refusal| panic!("{asked}: {refusal}"));
        self.case = self.case.after(&decision).unwrap();
        assert_eq!(Case::replay(&self.policy, self.case.events()).unwrap(), self.case);
        self
    }

    #[track_caller]
    pub(crate) fn refused(self, command: Command, expected: &str) -> Self {
        match self.try_to(command) {
            Ok(decision) => panic!("not refused: {:?}", decision.events()),
            Err(refusal) => assert_eq!(refusal.to_string(), expected),
        }
        self
    }

    pub(crate) fn clocks(&self) -> Vec<CaseClock<'_>> {
        self.case.clocks(&self.policy, self.now)
    }

    /// The clock of a name that started last, as it is due.
    #[track_caller]
    pub(crate) fn due(&self, name: ClockName) -> String {
        let clocks = self.clocks();
        let last = clocks.iter().rfind(|clock| clock.name() == name).unwrap_or_else(|| panic!("no `{name}`"));
        match last.reading(&self.policy, self.now).due() {
            Some(due) => shown(due.at()),
            None => format!("{:?}", last.reading(&self.policy, self.now).status()),
        }
    }

    pub(crate) fn outlook(&self) -> Outlook {
        Outlook::of(&self.case, &self.policy, self.now)
    }

    /// Every turn of a clock, with where it stands and what it shows of its due date and of a miss.
    pub(crate) fn turns(&self, name: ClockName) -> Vec<String> {
        let of_name = |clock: &&CaseClock<'_>| clock.name() == name;
        let clocks = self.clocks();
        let line = |clock: &CaseClock<'_>| {
            let reading = clock.reading(&self.policy, self.now);
            let due = reading.projected().map_or("–".to_owned(), |due| shown(due.at()));
            let missed =
                reading.ran_out().map_or(String::new(), |due| format!(", missed {}", shown(due.at())));
            let how = match reading.status() {
                ClockStatus::Met { at } | ClockStatus::MetLate { at, .. } => format!(" {}", shown(*at)),
                ClockStatus::Cancelled { reason } => format!(" {reason}"),
                ClockStatus::Undetermined { reason } => format!(" {reason}"),
                _ => String::new(),
            };
            format!("{} {}{how}, due {due}{missed}", clock.turn(), reading.status().state())
        };
        clocks.iter().filter(of_name).map(line).collect()
    }

    /// What will be owed, in the words of its keys, each with the instant from which on.
    pub(crate) fn ahead(&self) -> Vec<String> {
        let far = DateTime::<Utc>::MAX_UTC;
        let outlook = self.outlook();
        outlook.owed(far).map(|owed| format!("{} {}", shown(owed.since), owed.key)).collect()
    }
}
