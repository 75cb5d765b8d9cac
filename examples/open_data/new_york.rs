//! New York City 311 service requests.
//!
//! The owners are the agencies that deal with each type of request. The terms were read off the due dates that some
//! requests of 2010 to 2019 have. Agreement therefore shows that the records follow these terms, not that the city
//! promised them. If no request of a type has such a date, or if its only date fits no number of days, there is no
//! term, and no request of the type is called on time.
//!
//! Times are local and have no offset. A time that the clock shows twice is read as the first, unless that is before
//! the receipt; a time that the clock skips is read as the first instant after the gap. Both are counted.

use std::error::Error;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};
use redress::calendar::reading::Fold;
use redress::calendar::{Calendar, KnownDays, LocalTime, Span, WeekPattern, Zone, date};
use redress::deadline::{Clock, Term};
use redress::labels::Labels;
use redress::policy::clock::{ClockPart, Target};
use redress::policy::routing::{Cell, RoutingGaps, Row};
use redress::policy::{ClockRule, Policy, Routing};
use redress::render::Renderer;
use redress::taxonomy::Taxonomy;
use redress::triage::{Complaint, History, Triage, triage};
use redress::vocab::error::Excerpt;
use redress::vocab::{
    Act, Anchor, Category, Channel, ClockName, Department, Input, Locale, Region, RuleId, Standing,
};
use redress::word;
use serde::Deserialize;

use crate::table::{
    AGREES, Column, DIFFERS, LATE, ON_TIME, OWNER, RATE, ROWS, SAME_DAY, SAME_OWNER, UNCHECKED, UNDETERMINED,
};
use crate::words::{Words, spelled};
use crate::{Check, Judged, Outcome, Source};

const DCWP: Department = word!(Department, "nyc:dcwp");
const DEP: Department = word!(Department, "nyc:dep");
const DFTA: Department = word!(Department, "nyc:dfta");
const DHS: Department = word!(Department, "nyc:dhs");
const DOB: Department = word!(Department, "nyc:dob");
const DOE: Department = word!(Department, "nyc:doe");
const DOHMH: Department = word!(Department, "nyc:dohmh");
const DOT: Department = word!(Department, "nyc:dot");
const DPR: Department = word!(Department, "nyc:dpr");
const DSNY: Department = word!(Department, "nyc:dsny");
const HPD: Department = word!(Department, "nyc:hpd");
const NYCEM: Department = word!(Department, "nyc:nycem");
const NYPD: Department = word!(Department, "nyc:nypd");
const TLC: Department = word!(Department, "nyc:tlc");

/// The agencies as the data call them.
const AGENCIES: [(&str, Department); 14] = [
    ("DCWP", DCWP),
    ("DEP", DEP),
    ("DFTA", DFTA),
    ("DHS", DHS),
    ("DOB", DOB),
    ("DOE", DOE),
    ("DOHMH", DOHMH),
    ("DOT", DOT),
    ("DPR", DPR),
    ("DSNY", DSNY),
    ("HPD", HPD),
    ("NYCEM", NYCEM),
    ("NYPD", NYPD),
    ("TLC", TLC),
];

const CHANNELS: [(&str, Channel); 3] = [
    ("PHONE", Channel::PHONE),
    ("ONLINE", Channel::ONLINE_FORM),
    ("MOBILE", word!(Channel, "nyc:mobile-app")),
];

const NOISE: Category = word!(Category, "nyc:noise");
const PARKING: Category = word!(Category, "nyc:parking");
const ENCAMPMENT: Category = word!(Category, "nyc:order.encampment");

/// Who owns what: a category, its agency, and the types under it as the data spell them.
#[rustfmt::skip]
const OWNERS: [(Category, Department, &[&str]); 16] = [
    (NOISE, NYPD, &[
        "Noise - Commercial", "Noise - Park", "Noise - Residential", "Noise - Street/Sidewalk",
        "Noise - Vehicle",
    ]),
    (PARKING, NYPD, &[
        "Abandoned Vehicle", "Blocked Driveway", "Derelict Vehicle", "Illegal Parking",
        "Traffic/Illegal Parking",
    ]),
    (word!(Category, "nyc:order"), NYPD, &[
        "Animal-Abuse", "Encampment", "Non-Emergency Police Matter", "Panhandling",
    ]),
    (word!(Category, "nyc:housing"), HPD, &[
        "APPLIANCE", "DOOR/WINDOW", "ELECTRIC", "FLOORING/STAIRS", "GENERAL", "GENERAL CONSTRUCTION",
        "HEAT/HOT WATER", "HEATING", "PAINT - PLASTER", "PAINT/PLASTER", "PLUMBING", "SAFETY",
        "UNSANITARY CONDITION", "WATER LEAK",
    ]),
    (word!(Category, "nyc:building"), DOB, &[
        "Boilers", "Construction", "Electrical", "Elevator", "Emergency Response Team (ERT)",
        "General Construction/Plumbing", "Scaffold Safety", "Special Projects Inspection Team (SPIT)",
    ]),
    (word!(Category, "nyc:road"), DOT, &[
        "Bike Rack", "Broken Muni Meter", "Broken Parking Meter", "Sidewalk Condition", BLOCKED_SIDEWALK,
        "Street Condition", "Street Light Condition", "Traffic Signal Condition",
    ]),
    (word!(Category, "nyc:environment"), DEP, &["Air Quality", "Lead", "Noise", "Sewer", "Water System"]),
    (word!(Category, "nyc:parks"), DPR, &[
        "Animal in a Park", "Damaged Tree", "Dead/Dying Tree", "Overgrown Tree/Branches",
        "Root/Sewer/Sidewalk Condition",
    ]),
    (word!(Category, "nyc:clean-streets"), DSNY, &[
        "Derelict Vehicles", "Dirty Condition", "Dirty Conditions", "Graffiti", "Illegal Dumping",
        "Missed Collection", "Missed Collection (All Materials)", "Request Large Bulky Item Collection",
        "Residential Disposal Complaint", "Sanitation Condition", "Vacant Lot", "Vendor Enforcement",
    ]),
    (word!(Category, "nyc:health"), DOHMH, &["Food Establishment", "Rodent"]),
    (word!(Category, "nyc:taxi"), TLC, &["For Hire Vehicle Complaint", "Lost Property", "Taxi Complaint"]),
    (word!(Category, "nyc:homeless"), DHS, &["DHS Advantage - Tenant", "Homeless Person Assistance"]),
    (word!(Category, "nyc:aging"), DFTA, &["Housing - Low Income Senior"]),
    (word!(Category, "nyc:consumer"), DCWP, &["Consumer Complaint"]),
    (word!(Category, "nyc:school"), DOE, &["School Maintenance"]),
    (word!(Category, "nyc:emergency"), NYCEM, &["OEM Literature Request"]),
];

/// What is not in that list: nobody owns it.
const UNLISTED: &str = "nyc:unlisted";

/// The one descriptor whose term is not that of its type, as a type under it.
const BLOCKED_SIDEWALK: &str = "Sidewalk Condition - Blocked - Construction";

/// The terms in days, each to the time of day of the receipt.
const DAYS: [(Category, u32); 14] = [
    (word!(Category, "nyc:aging.housing.low-income-senior"), 14),
    (word!(Category, "nyc:building.construction"), 4),
    (word!(Category, "nyc:health.food-establishment"), 60),
    (word!(Category, "nyc:health.rodent"), 30),
    (word!(Category, "nyc:homeless.dhs-advantage.tenant"), 7),
    (word!(Category, "nyc:parks.damaged-tree"), 8),
    (word!(Category, "nyc:parks.overgrown-tree-branches"), 10),
    (word!(Category, "nyc:parks.root-sewer-sidewalk-condition"), 30),
    (word!(Category, "nyc:road.broken-muni-meter"), 20),
    (word!(Category, "nyc:road.broken-parking-meter"), 20),
    (word!(Category, "nyc:road.sidewalk-condition"), 30),
    (word!(Category, "nyc:road.sidewalk-condition.blocked.construction"), 10),
    (word!(Category, "nyc:road.street-condition"), 10),
    (word!(Category, "nyc:taxi.taxi-complaint"), 21),
];

const TWICE: &str = "a time that the clock shows twice, read as the first that can be";
const SKIPPED: &str = "a time that the clock skips, read as the first after the gap";
const CLOSED_UNDATED: &str = "closed, without a time";
const OPEN_DATED: &str = "not closed, with a time of closing";
const NO_TERM: &str = "a due date, but no term for its type";

#[derive(Deserialize)]
pub(crate) struct Request<'r> {
    id: &'r str,
    created: &'r str,
    closed: &'r str,
    due: &'r str,
    agency: &'r str,
    r#type: &'r str,
    descriptor: &'r str,
    status: &'r str,
    action_updated: &'r str,
    channel: &'r str,
    borough: &'r str,
}

impl Request<'_> {
    fn kind(&self) -> String {
        let finer = format!("{} - {}", self.r#type, self.descriptor);
        if finer == BLOCKED_SIDEWALK { finer } else { self.r#type.to_owned() }
    }

    /// The data have words for unknown values.
    fn channel(&self) -> &str {
        if self.channel == "UNKNOWN" { "" } else { self.channel }
    }

    fn borough(&self) -> &str {
        if self.borough == "Unspecified" { "" } else { self.borough }
    }
}

pub(crate) struct NewYork {
    calendar: Calendar,
    types: Words<Category>,
    agencies: Words<Department>,
    channels: Words<Channel>,
    boroughs: Words<Region>,
}

impl Source for NewYork {
    type Row<'r> = Request<'r>;

    const COLUMNS: &'static [&'static str] = &[
        "id",
        "created",
        "closed",
        "due",
        "agency",
        "type",
        "descriptor",
        "status",
        "action_updated",
        "channel",
        "borough",
    ];

    const TABLE: &'static [Column] =
        &[ROWS, OWNER, SAME_OWNER, ON_TIME, LATE, UNDETERMINED, RATE, AGREES, SAME_DAY, DIFFERS, UNCHECKED];

    fn new() -> Result<Self, Box<dyn Error>> {
        let zone =
            Zone::tabulate("America/New_York", &chrono_tz::America::New_York, KnownDays::years(2003, 2050)?)?;
        // Requests are taken and dealt with at any hour, and no term counts working days.
        let calendar = Calendar::builder("311", zone).week(WeekPattern::always()).build()?;
        let mut types = Words::known([]);
        for (root, _, texts) in OWNERS {
            for text in texts {
                let named_after_root = spelled("nyc:", text).starts_with(&format!("{root}."));
                types.learn(if named_after_root { "nyc:" } else { root.as_str() }, text);
            }
        }
        let (agencies, channels) = (Words::known(AGENCIES), Words::known(CHANNELS));
        Ok(Self { calendar, types, agencies, channels, boroughs: Words::known([]) })
    }

    fn learn(&mut self, row: &Request<'_>) {
        self.types.learn(UNLISTED, &row.kind());
        self.agencies.learn("nyc:", row.agency);
        self.channels.learn("nyc:", row.channel());
        self.boroughs.learn("us.ny.nyc", row.borough());
    }

    fn policy(&self) -> Result<Policy, Box<dyn Error>> {
        let roots = OWNERS.map(|(root, ..)| root);
        let taxonomy = roots.into_iter().fold(self.types.declare(Taxonomy::standard()), Taxonomy::with_word);
        let taxonomy = self.boroughs.declare(self.channels.declare(self.agencies.declare(taxonomy)));
        let labels = self.agencies.label(self.types.label(Labels::standard())?)?;
        let labels = self.boroughs.label(self.channels.label(labels)?)?;

        let owners =
            OWNERS.map(|(root, agency, _)| Row::owner(named(root), agency).with_cell(Cell::under(root)));
        let help = Row::new(word!(RuleId, "help"), Act::Support, DHS).with_cell(Cell::is(ENCAMPMENT));
        let eight_hours = Term::elapsed(Span::hours(8));
        let in_hours = [NOISE, PARKING].map(|root| Target::new(named(root), root, eight_hours));
        let in_days = DAYS.map(|(kind, days)| Target::new(named(kind), kind, Term::calendar_days(days)));
        let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
        let closure = ClockRule::by_target(clock, in_hours.into_iter().chain(in_days));
        let policy = Policy::builder("311")
            .version("as recorded")
            .taxonomy(taxonomy)
            .labels(labels)
            .calendar(self.calendar.clone())
            .routing(
                Routing::by([Input::CATEGORY])
                    .with_rows(owners)
                    .with_row(help)
                    .with_gaps(RoutingGaps::Unrouted),
            )
            .clock(closure.with_part(ClockPart::Closure))
            .build()?;
        Ok(policy)
    }

    fn judge(&self, policy: &Policy, row: &Request<'_>) -> Result<Judged, Box<dyn Error>> {
        let mut notes = Vec::new();
        let complaint = self.complaint(row, &mut notes)?;
        let triage = triage(policy, &complaint, &History::none())?;
        if !row.due.is_empty() && triage.due(ClockName::CLOSURE).is_none() {
            notes.push(NO_TERM);
        }
        Ok(Judged {
            category: complaint.categories().next(),
            owner: triage.department(),
            same_owner: self
                .agencies
                .of("agency", row.agency)?
                .map(|agency| triage.department() == Some(agency)),
            outcome: self.outcome(&triage, row, &notes)?,
            check: self.check(&triage, row)?,
            notes,
        })
    }

    fn explain(&self, policy: &Policy, row: &Request<'_>) -> Result<String, Box<dyn Error>> {
        let complaint = self.complaint(row, &mut Vec::new())?;
        let triage = triage(policy, &complaint, &History::none())?;
        let account = Renderer::of(policy, Locale::En).explanation(&triage.explain());
        let without_time = self.calendar.local(complaint.received())?.time() == NaiveTime::MIN;
        let why = match self.check(&triage, row)? {
            Check::SameDay if without_time => {
                "The date is the same. The receipt was kept without its time of day, the due date with one."
            }
            Check::SameDay => {
                "The date is the same. The time of day is the record's own, as if the term had begun when \
                 somebody passed the request on, which the file does not say."
            }
            Check::Agrees | Check::Differs | Check::Unchecked => {
                "The date is another one: somebody set it anew, or by a rule that the type does not tell; \
                 the file says neither."
            }
        };
        Ok(format!("the record says due {}.\n{account}\n{why}", row.due.replace('T', " ")))
    }
}

impl NewYork {
    fn complaint(
        &self,
        row: &Request<'_>,
        notes: &mut Vec<&'static str>,
    ) -> Result<Complaint, Box<dyn Error>> {
        let received = self.instant("created", row.created, DateTime::<Utc>::MIN_UTC, notes)?;
        let mut complaint = Complaint::new(row.id.parse()?, received);
        if let Some(category) = self.types.of("type", &row.kind())? {
            complaint = complaint.with_category(category);
        }
        if let Some(channel) = self.channels.of("channel", row.channel())? {
            complaint = complaint.with_channel(channel);
        }
        if let Some(borough) = self.boroughs.of("borough", row.borough())? {
            complaint = complaint.with_region(borough);
        }
        match (row.status, row.closed) {
            ("Closed", "") => notes.push(CLOSED_UNDATED),
            ("Closed", closed) => {
                let closed = self.instant("closed", closed, received, notes)?;
                complaint = complaint.with_event(Anchor::CLOSED, closed);
            }
            (_, "") => {}
            (_, _) => notes.push(OPEN_DATED),
        }
        Ok(complaint)
    }

    /// The instant of a local time, of two the first that is not too early.
    fn instant(
        &self,
        column: &str,
        text: &str,
        earliest: DateTime<Utc>,
        notes: &mut Vec<&'static str>,
    ) -> Result<DateTime<Utc>, Box<dyn Error>> {
        let (day, time) = local(column, text)?;
        let at = |fold| self.calendar.instant(day, time, fold);
        let (first, second) = (at(Fold::Earlier)?, at(Fold::Later)?);
        if first != second {
            notes.push(TWICE);
        } else if !is_shown(self.calendar.local(first)?, (day, time)) {
            notes.push(SKIPPED);
        }
        Ok(if first < earliest { second } else { first })
    }

    /// Whether it was closed in time. A request that is open is judged by when something was last done to it:
    /// late if that was too late already, and otherwise not yet.
    fn outcome(
        &self,
        triage: &Triage<'_>,
        row: &Request<'_>,
        notes: &[&'static str],
    ) -> Result<Outcome, Box<dyn Error>> {
        let last_seen = match (triage.complaint().closed(), row.action_updated) {
            (Some(closed), _) => closed,
            (None, "") => return Ok(Outcome::Undetermined),
            (None, updated) => {
                let received = triage.complaint().received();
                self.instant("action_updated", updated, received, &mut Vec::new())?
            }
        };
        if notes.contains(&CLOSED_UNDATED) || notes.contains(&OPEN_DATED) {
            return Ok(Outcome::Undetermined);
        }
        Ok(match triage.standing(last_seen) {
            Ok(Some(Standing::ClosedInTime)) => Outcome::OnTime,
            Ok(Some(Standing::ClosedLate | Standing::Unclosed | Standing::ProjectDue)) => Outcome::Late,
            // A request that was withdrawn, or that continues elsewhere, has no answer.
            Ok(Some(Standing::OnTime | Standing::Withdrawn | Standing::Merged) | None) | Err(_) => {
                Outcome::Undetermined
            }
        })
    }

    /// How the due date of the record compares on the wall clock.
    fn check(&self, triage: &Triage<'_>, row: &Request<'_>) -> Result<Check, Box<dyn Error>> {
        let recorded = if row.due.is_empty() { None } else { Some(local("due", row.due)?) };
        let (Some(recorded), Some(due)) = (recorded, triage.due(ClockName::CLOSURE)) else {
            return Ok(Check::Unchecked);
        };
        let ours = self.calendar.local(due.at())?;
        Ok(if is_shown(ours, recorded) {
            Check::Agrees
        } else if ours.date() == recorded.0 {
            Check::SameDay
        } else {
            Check::Differs
        })
    }
}

/// A local time such as `2019-04-18T21:55:45`.
fn local(column: &str, text: &str) -> Result<(NaiveDate, LocalTime), String> {
    let parts =
        text.split_once('T').and_then(|(day, time)| Some((date::parse(day).ok()?, time.parse().ok()?)));
    let expected = "expected a local time such as `2019-04-18T21:55:45`";
    parts.ok_or_else(|| format!("{column} `{}` is no time, {expected}", Excerpt::of(text)))
}

/// Whether the wall clock shows a day and a time.
fn is_shown(clock: NaiveDateTime, (day, time): (NaiveDate, LocalTime)) -> bool {
    clock.date() == day && clock.num_seconds_from_midnight() == time.seconds()
}

/// A rule is named by the category that it is for.
fn named(category: Category) -> RuleId {
    RuleId::from_code(*category.code())
}
