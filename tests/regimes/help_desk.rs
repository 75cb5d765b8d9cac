//! A help desk with three calendars. The desk works Monday to Friday, 08:00 to 17:00; a service for the priorities 1 and 2
//! on Saturdays, 09:00 to 13:00, too; the warehouse Monday to Friday, 06:00 to 14:00. Dates of 2026, worked out by hand.

use redress::case::command::Findings;
use redress::case::{Case, Command, Office, Outlook, Request, Stamp, open};
use redress::policy::Policy;
use redress::render::Renderer;
use redress::triage::{Complaint, ComplaintDocument, History, triage};
use redress::vocab::{ClockName, Department, Fact, Locale};
use redress::word;

use crate::regimes::dates::{at, policy};

const OUTAGE: Fact = word!(Fact, "desk:outage");
const BLOCKED: Fact = word!(Fact, "desk:blocked");
const QUESTION: Fact = word!(Fact, "desk:question");
const WAREHOUSE: Department = word!(Department, "desk:warehouse");

fn ticket(fact: Option<Fact>, received: &str) -> Complaint {
    let ticket = Complaint::new("t-1".parse().unwrap(), at(received));
    match fact {
        Some(fact) => ticket.with_fact(fact, 1),
        None => ticket,
    }
}

/// The clocks of a ticket: by which calendar, and when they are due.
fn clocks(policy: &Policy, ticket: &Complaint) -> Vec<String> {
    let judged = triage(policy, ticket, &History::none()).unwrap();
    let clocks = judged.clocks().iter().filter_map(|clock| {
        let due = Renderer::of(policy, Locale::En).due(clock.calendar(), clock.due()?);
        let department = clock.department().map_or(String::new(), |department| format!(" {department}"));
        Some(format!("{}{department} by {}: {due}", clock.name(), clock.calendar().name()))
    });
    clocks.collect()
}

fn closure(policy: &Policy, fact: Option<Fact>, received: &str) -> String {
    clocks(policy, &ticket(fact, received)).remove(0)
}

/// The trap: by the service for the priorities 1 and 2 the answer would be Saturday 13:00.
#[test]
fn fault_c02_a_ticket_of_priority_3_gains_nothing_from_the_saturday() {
    let policy = policy("help-desk");
    // Eight hours from Friday 13:00: four until 17:00, four on Monday from 08:00 on.
    let friday = "2026-03-06T13:00:00+01:00";
    assert_eq!(closure(&policy, None, friday), "closure by desk: Mon 2026-03-09 12:00");
    // The same eight hours of a ticket of priority 2: four on Friday, four on Saturday.
    assert_eq!(closure(&policy, Some(BLOCKED), friday), "closure by Saturday service: Sat 2026-03-07 13:00");
}

#[test]
fn each_priority_has_its_hours() {
    let policy = policy("help-desk");
    let due = |fact, received| closure(&policy, fact, received);
    // Four hours from Friday 16:00: one on Friday, three on Saturday from 09:00 on.
    assert_eq!(
        due(Some(OUTAGE), "2026-03-06T16:00:00+01:00"),
        "closure by Saturday service: Sat 2026-03-07 12:00"
    );
    // Saturday 14:00: the service has closed; Monday 08:00 and four hours.
    assert_eq!(
        due(Some(OUTAGE), "2026-03-07T14:00:00+01:00"),
        "closure by Saturday service: Mon 2026-03-09 12:00"
    );
    // Twenty-four hours from Friday 13:00: 4 on Friday, 9 on Monday, 9 on Tuesday, 2 on Wednesday.
    assert_eq!(due(Some(QUESTION), "2026-03-06T13:00:00+01:00"), "closure by desk: Wed 2026-03-11 10:00");
}

#[test]
fn over_easter_the_saturday_between_the_holidays_counts_for_priority_2() {
    let policy = policy("help-desk");
    let thursday = "2026-04-02T13:00:00+02:00";
    // Good Friday is 3 April, Easter Monday the 6th.
    assert_eq!(
        closure(&policy, Some(BLOCKED), thursday),
        "closure by Saturday service: Sat 2026-04-04 13:00"
    );
    assert_eq!(closure(&policy, None, thursday), "closure by desk: Tue 2026-04-07 12:00");
}

#[test]
fn the_warehouse_hands_out_devices_by_its_own_hours() {
    let policy = policy("help-desk");
    let friday = at("2026-03-06T13:00:00+01:00");
    let ticket = ticket(None, "2026-03-06T12:00:00+01:00")
        .with_department(WAREHOUSE, friday)
        .with_department(Department::TECHNICAL_SUPPORT, friday);
    // The warehouse has one hour left on Friday, and three on Monday from 06:00 on.
    assert_eq!(
        clocks(&policy, &ticket)[1..],
        [
            "containment desk:warehouse by warehouse: Mon 2026-03-09 09:00",
            "containment technical-support by desk: Fri 2026-03-06 17:00"
        ]
    );
}

fn opened(policy: &Policy, fact: Option<Fact>, received: &str) -> Case {
    let facts = fact.into_iter().map(|fact| (fact, 1)).collect();
    let said = ComplaintDocument { facts, ..ComplaintDocument::new("t-1".parse().unwrap(), at(received)) };
    open(policy, said, Stamp::new("k-0".parse().unwrap(), "anna".parse().unwrap(), at(received))).unwrap()
}

fn after(case: Case, policy: &Policy, now: &str, command: Command) -> Case {
    let roster = redress::approval::Roster::builder("r-1").build().unwrap();
    let id = format!("k-{}", case.revision()).parse().unwrap();
    let request = Request::on(&case, Stamp::new(id, "anna".parse().unwrap(), at(now)), command);
    let decision = Office::new(policy, &roster).decide(&case, request).unwrap();
    case.after(&decision).unwrap()
}

/// When the closure is due in a case, and by which calendar.
fn closure_of(case: &Case, policy: &Policy, now: &str) -> String {
    let clocks = case.clocks(policy, at(now));
    let clock = clocks.iter().find(|clock| clock.name() == ClockName::CLOSURE).unwrap();
    let calendar = clock.calendar(policy, at(now));
    format!(
        "{} by {}",
        Renderer::of(policy, Locale::En).due(calendar, clock.reading(policy, at(now)).due().unwrap()),
        calendar.name()
    )
}

#[test]
fn a_ticket_that_turns_out_to_be_graver_counts_from_its_receipt_by_the_other_calendar() {
    let policy = policy("help-desk");
    let case = opened(&policy, None, "2026-03-06T13:00:00+01:00");
    let case = after(case, &policy, "2026-03-06T13:05:00+01:00", Command::Register);
    assert_eq!(closure_of(&case, &policy, "2026-03-06T13:05:00+01:00"), "Mon 2026-03-09 12:00 by desk");
    // On Saturday at 10:00 it becomes one of priority 2.
    let graver = Command::Reclassify(Findings::default().with_fact(BLOCKED, 1));
    let case = after(case, &policy, "2026-03-07T10:00:00+01:00", graver);
    assert_eq!(
        closure_of(&case, &policy, "2026-03-07T10:00:00+01:00"),
        "Sat 2026-03-07 13:00 by Saturday service"
    );
}

#[test]
fn a_miss_goes_up_an_hour_later_by_the_hours_of_the_ticket() {
    let policy = policy("help-desk");
    let step = |fact, received: &str| {
        let case = opened(&policy, fact, received);
        let outlook = Outlook::of(&case, &policy, at(received));
        let mut owed = outlook.owed(at("2026-12-31T00:00:00Z"));
        let owed = owed.find(|owed| owed.key.duty == redress::vocab::course::Duty::Escalation).unwrap();
        policy.calendar().local(owed.since).unwrap().format("%a %H:%M").to_string()
    };
    // Missed on Saturday at 13:00, when the service closes: the next hour of it ends on Monday at 09:00.
    assert_eq!(step(Some(BLOCKED), "2026-03-06T13:00:00+01:00"), "Mon 09:00");
    // Missed on Saturday at 12:00.
    assert_eq!(step(Some(OUTAGE), "2026-03-06T16:00:00+01:00"), "Sat 13:00");
    // Missed on Monday at 12:00.
    assert_eq!(step(None, "2026-03-06T13:00:00+01:00"), "Mon 13:00");
}

#[test]
fn fault_c01_during_an_outage_everybody_hears_every_working_hour() {
    let policy = policy("help-desk");
    let received = "2026-03-06T16:30:00+01:00";
    let case = opened(&policy, Some(OUTAGE), received);
    let outlook = Outlook::of(&case, &policy, at(received));
    let updates = outlook.owed(at("2026-03-09T10:00:00+01:00")).filter(|owed| {
        owed.key.clock == Some(ClockName::UPDATE) && owed.key.duty == redress::vocab::course::Duty::Breach
    });
    let updates: Vec<String> = updates
        .map(|owed| policy.calendar().local(owed.since).unwrap().format("%a %H:%M").to_string())
        .collect();
    // Half an hour on Friday; Saturday from 09:00 on; the last half hour before 13:00, and the next on Monday.
    assert_eq!(updates, ["Sat 09:30", "Sat 10:30", "Sat 11:30", "Sat 12:30", "Mon 08:30", "Mon 09:30"]);
    assert!(clocks(&policy, &ticket(None, received)).iter().all(|line| !line.starts_with("update")));
}

#[test]
fn an_explanation_names_the_calendar_by_which_a_ticket_counts() {
    let policy = policy("help-desk");
    let told = |fact| {
        let ticket = ticket(fact, "2026-03-06T13:00:00+01:00");
        let account = triage(&policy, &ticket, &History::none()).unwrap().explain();
        Renderer::of(&policy, Locale::En).explanation(&account)
    };
    assert!(told(Some(BLOCKED)).contains("calendar Saturday service"), "{}", told(Some(BLOCKED)));
    assert!(!told(None).contains("Saturday service"), "{}", told(None));
}
