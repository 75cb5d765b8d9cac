//! The complaint database of the US Consumer Financial Protection Bureau.
//!
//! The owner is the company: it answers the complaint that the Bureau sends it. It has 15 calendar days from the day
//! of sending; if it says within that time that its answer is in progress, it has 60. The data have dates without
//! times of day, and no date of the answer. Only the flag `timely_response` tells whether the answer came in time, so
//! a row is on time or late by the flag alone.
//!
//! Two things can be compared. "Untimely response" means that nothing came in time. And if a row is in progress while
//! the newest date of the file is later than both limits, its flag says less than it seems, because there is no final
//! answer; such a row is undetermined, never on time. For every other row, the data neither confirm nor deny the flag.

use std::error::Error;

use chrono::{DateTime, NaiveDate, Utc};
use redress::calendar::{Calendar, KnownDays, WeekPattern, Zone, date};
use redress::deadline::{Clock, End, Term};
use redress::labels::Labels;
use redress::policy::routing::Row;
use redress::policy::{ClockRule, Policy, Routing};
use redress::render::Renderer;
use redress::taxonomy::Taxonomy;
use redress::triage::{Complaint, History, triage};
use redress::vocab::error::Excerpt;
use redress::vocab::{
    Act, Anchor, Category, Channel, ClockName, Department, Locale, Region, RuleId, Subject,
};
use redress::word;
use serde::Deserialize;

use crate::table::{AGREES, Column, DIFFERS, LATE, ON_TIME, OWNER, RATE, ROWS, UNCHECKED, UNDETERMINED};
use crate::words::Words;
use crate::{Check, Judged, Outcome, Source};

/// The Bureau keeps a complaint that names no company.
const BUREAU: Department = word!(Department, "cfpb:bureau");
const FINAL_RESPONSE: ClockName = word!(ClockName, "cfpb:final-response");

/// The products, which the Bureau renamed and regrouped over the years, under what they are about.
#[rustfmt::skip]
const PRODUCTS: [(Category, &[&str]); 7] = [
    (word!(Category, "cfpb:account"), &["Bank account or service", "Checking or savings account"]),
    (word!(Category, "cfpb:card"), &["Credit card", "Credit card or prepaid card", "Prepaid card"]),
    (word!(Category, "cfpb:debt"), &["Debt collection", "Debt or credit management"]),
    (word!(Category, "cfpb:loan"), &[
        "Consumer Loan", "Payday loan", "Payday loan, title loan, or personal loan",
        "Payday loan, title loan, personal loan, or advance loan", "Student loan", "Vehicle loan or lease",
    ]),
    (word!(Category, "cfpb:money"), &[
        "Money transfer, virtual currency, or money service", "Money transfers", "Virtual currency",
    ]),
    (word!(Category, "cfpb:mortgage"), &["Mortgage"]),
    (word!(Category, "cfpb:reporting"), &[
        "Credit reporting", "Credit reporting or other personal consumer reports",
        "Credit reporting, credit repair services, or other personal consumer reports",
    ]),
];

const UNLISTED: &str = "cfpb:unlisted";

const CHANNELS: [(&str, Channel); 5] = [
    ("Email", Channel::EMAIL),
    ("Fax", Channel::FAX),
    ("Phone", Channel::PHONE),
    ("Postal mail", Channel::POST),
    ("Web", Channel::ONLINE_FORM),
];

const SENT_LATE: &str =
    "timely, though sent more than 15 days after its receipt: the limit runs from the sending";
const IN_PROGRESS: &str = "in progress when the newest row was sent, after the limit for a final answer";

#[derive(Deserialize)]
pub(crate) struct Report<'r> {
    date_received: &'r str,
    product: &'r str,
    issue: &'r str,
    company: &'r str,
    state: &'r str,
    submitted_via: &'r str,
    date_sent_to_company: &'r str,
    company_response_to_consumer: &'r str,
    timely_response: &'r str,
    complaint_id: &'r str,
}

/// What the company answered.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Answer {
    Final,
    InProgress,
    Untimely,
    Unknown,
}

impl Report<'_> {
    fn answer(&self) -> Result<Answer, String> {
        match self.company_response_to_consumer {
            "" => Ok(Answer::Unknown),
            "In progress" => Ok(Answer::InProgress),
            "Untimely response" => Ok(Answer::Untimely),
            closed if closed.starts_with("Closed") => Ok(Answer::Final),
            other => Err(format!(
                "company_response_to_consumer `{}`, expected `Closed …`, `In progress`, `Untimely response`",
                Excerpt::of(other)
            )),
        }
    }

    fn timely(&self) -> Result<Option<bool>, String> {
        match self.timely_response {
            "" => Ok(None),
            "Yes" => Ok(Some(true)),
            "No" => Ok(Some(false)),
            other => Err(format!("timely_response `{}`, expected `Yes` or `No`", Excerpt::of(other))),
        }
    }

    fn days_to_sending(&self) -> Option<i64> {
        let received = date::parse(self.date_received).ok()?;
        Some(date::parse(self.date_sent_to_company).ok()?.signed_duration_since(received).num_days())
    }
}

pub(crate) struct ConsumerBureau {
    calendar: Calendar,
    products: Words<Category>,
    issues: Words<Subject>,
    companies: Words<Department>,
    channels: Words<Channel>,
    states: Words<Region>,
    /// When the newest complaint of the file was sent: the file was written no earlier.
    newest: Option<NaiveDate>,
}

impl Source for ConsumerBureau {
    type Row<'r> = Report<'r>;

    const COLUMNS: &'static [&'static str] = &[
        "date_received",
        "product",
        "issue",
        "company",
        "state",
        "submitted_via",
        "date_sent_to_company",
        "company_response_to_consumer",
        "timely_response",
        "complaint_id",
    ];

    const TABLE: &'static [Column] =
        &[ROWS, OWNER, ON_TIME, LATE, UNDETERMINED, RATE, AGREES, DIFFERS, UNCHECKED];

    fn new() -> Result<Self, Box<dyn Error>> {
        let zone =
            Zone::tabulate("America/New_York", &chrono_tz::America::New_York, KnownDays::years(2011, 2050)?)?;
        // Both limits are in calendar days.
        let calendar = Calendar::builder("Bureau", zone).week(WeekPattern::always()).build()?;
        let mut products = Words::known([]);
        for (root, texts) in PRODUCTS {
            for text in texts {
                products.learn(root.as_str(), text);
            }
        }
        Ok(Self {
            calendar,
            products,
            issues: Words::known([]),
            companies: Words::known([]),
            channels: Words::known(CHANNELS),
            states: Words::known([]),
            newest: None,
        })
    }

    fn learn(&mut self, row: &Report<'_>) {
        self.products.learn(UNLISTED, row.product);
        self.issues.learn("cfpb:", row.issue);
        self.companies.learn("cfpb:company", row.company);
        self.channels.learn("cfpb:", row.submitted_via);
        self.states.learn("us", row.state);
        let sent = date::parse(row.date_sent_to_company).ok();
        self.newest = self.newest.max(sent.filter(|sent| self.calendar.known().contains(*sent)));
    }

    fn policy(&self) -> Result<Policy, Box<dyn Error>> {
        let taxonomy = self.products.declare(self.issues.declare(Taxonomy::standard()));
        let taxonomy = self.states.declare(self.channels.declare(self.companies.declare(taxonomy)));
        let labels = self.products.label(self.issues.label(Labels::standard())?)?;
        let labels = self.states.label(self.channels.label(self.companies.label(labels)?)?)?;
        let labels = labels.with_label(BUREAU, Locale::En, "Consumer Financial Protection Bureau")?;
        let labels = labels.with_label(FINAL_RESPONSE, Locale::En, "final response")?;

        let company = Row::to_unit_concerned(word!(RuleId, "company"), Act::Owner, BUREAU);
        // The data have no times of day: the whole of the last day is in time.
        let after = |days| Term::calendar_days(days).with_end(End::END_OF_DAY);
        let clock = |name| Clock::new(name, Anchor::DISPATCHED);
        let policy = Policy::builder("company portal")
            .version("15 and 60 days")
            .taxonomy(taxonomy.with_word(BUREAU).with_word(FINAL_RESPONSE))
            .labels(labels)
            .calendar(self.calendar.clone())
            .routing(Routing::by([]).with_row(company))
            .clock(ClockRule::new(clock(ClockName::RESPONSE), after(15)))
            .clock(ClockRule::new(clock(FINAL_RESPONSE), after(60)))
            .build()?;
        Ok(policy)
    }

    fn judge(&self, policy: &Policy, row: &Report<'_>) -> Result<Judged, Box<dyn Error>> {
        let complaint = self.complaint(row)?;
        let triage = triage(policy, &complaint, &History::none())?;
        let newest = self.newest.and_then(|newest| self.calendar.start_of_day(newest).ok());
        let both_passed =
            triage.due(FINAL_RESPONSE).zip(newest).is_some_and(|(due, newest)| !due.is_met_at(newest));
        let (answer, timely) = (row.answer()?, row.timely()?);
        let outcome = match (answer, timely) {
            (Answer::Final, Some(true)) => Outcome::OnTime,
            (Answer::Untimely, None) | (_, Some(false)) => Outcome::Late,
            _ => Outcome::Undetermined,
        };
        let check = match (answer, timely) {
            (Answer::Untimely, Some(false)) => Check::Agrees,
            (Answer::Untimely, Some(true)) => Check::Differs,
            (Answer::InProgress, Some(true)) if both_passed => Check::Differs,
            _ => Check::Unchecked,
        };
        let mut notes = Vec::new();
        if outcome == Outcome::OnTime && row.days_to_sending() > Some(15) {
            notes.push(SENT_LATE);
        }
        if check == Check::Differs && answer == Answer::InProgress {
            notes.push(IN_PROGRESS);
        }
        Ok(Judged {
            category: complaint.categories().next(),
            owner: triage.department(),
            same_owner: None,
            outcome,
            check,
            notes,
        })
    }

    fn explain(&self, policy: &Policy, row: &Report<'_>) -> Result<String, Box<dyn Error>> {
        let complaint = self.complaint(row)?;
        let account = triage(policy, &complaint, &History::none())?.explain();
        let account = Renderer::of(policy, Locale::En).explanation(&account);
        let why = match (row.answer()?, self.newest) {
            (Answer::InProgress, Some(newest)) => format!(
                "The file has a row that was sent on {newest}, after both limits, and this one is still in \
                 progress. Either it was written down long before, or there was no final answer in time: the \
                 flag does not tell which, and the row is undetermined."
            ),
            _ => "The answer and the flag contradict each other.".to_owned(),
        };
        Ok(format!(
            "the record says `{}` and timely `{}`.\n{account}\n{why}",
            row.company_response_to_consumer, row.timely_response
        ))
    }
}

impl ConsumerBureau {
    fn complaint(&self, row: &Report<'_>) -> Result<Complaint, Box<dyn Error>> {
        let sent = self.day("date_sent_to_company", row.date_sent_to_company)?;
        let mut complaint =
            Complaint::new(row.complaint_id.parse()?, self.day("date_received", row.date_received)?)
                .with_event(Anchor::DISPATCHED, sent);
        if let Some(product) = self.products.of("product", row.product)? {
            complaint = complaint.with_category(product);
        }
        if let Some(issue) = self.issues.of("issue", row.issue)? {
            complaint = complaint.with_subject(issue);
        }
        if let Some(company) = self.companies.of("company", row.company)? {
            complaint = complaint.with_unit(company);
        }
        if let Some(channel) = self.channels.of("submitted_via", row.submitted_via)? {
            complaint = complaint.with_channel(channel);
        }
        if let Some(state) = self.states.of("state", row.state)? {
            complaint = complaint.with_region(state);
        }
        Ok(complaint)
    }

    /// The first instant of a date.
    fn day(&self, column: &str, text: &str) -> Result<DateTime<Utc>, Box<dyn Error>> {
        let day = date::parse(text).map_err(|error| format!("{column} {error}"))?;
        Ok(self.calendar.start_of_day(day)?)
    }
}
