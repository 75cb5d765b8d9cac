//! A procedure with approval and consent, cases under it, and how they grow.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Asia::Shanghai;
use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
use redress::calendar::{Calendar, Hours, KnownDays, LocalTime, Span, WeekPattern, Zone};
use redress::case::approval::ApprovalReference;
use redress::case::command::{Dispatch, Findings, InvestigationStart, Message, Offer, Proposal, Remark};
use redress::case::{Case, Command, Office, Outlook, Request, Stamp, open};
use redress::deadline::choice::LateReceipt;
use redress::deadline::rule::Warning;
use redress::deadline::{Clock, Cutoff, End, Roll, Term};
use redress::policy::clock::ClockPart;
use redress::policy::routing::Row;
use redress::policy::severity::SeverityRule;
use redress::policy::{ClockRule, Condition, Policy, Routing, SeverityRules, Track};
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::{Anchor, ClockName, Department, Fact, Money, Remedy, Role, RuleId, Severity};
use redress::word;

pub(crate) fn because() -> Remark {
    Remark { note: "It goes on.".parse().unwrap() }
}

pub(crate) fn answer() -> Command {
    Command::Answer(Message { next: None, automatic: false, note: None })
}

fn hear() -> Command {
    Command::HearCustomer(Message { next: None, automatic: false, note: None })
}

/// Closed within two days, answered within five; a project three days after the limit.
pub(crate) fn policy() -> Policy {
    let zone = Zone::tabulate("Asia/Shanghai", &Shanghai, KnownDays::years(2025, 2026).unwrap()).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:30")]);
    let calendar = Calendar::builder("cn", zone).week(week).build().unwrap();
    let cut_off = LocalTime::from_static("16:30");
    let limit = Term::calendar_days(2)
        .with_cutoff(Cutoff::daily(cut_off, LateReceipt::NextCalendarDay))
        .with_end(End::at(cut_off))
        .with_roll(Roll::FOLLOWING);
    let closure = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED).with_warning(Warning::Share(50));
    let response = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    let project = Clock::new(word!(ClockName, "project"), Anchor::RECEIVED);
    let late = Condition::at_least(Fact::MINUTES_LATE, 30);
    let severity = SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(SeverityRule::new(word!(RuleId, "late"), Severity::Serious, late))
        .with_otherwise(Severity::General);
    let step = |id, role| Step::new(id, ApprovalAct::Approve, Signers::one(role));
    let approvals = ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "two"), DecisionKind::Remedy)
            .with_step(step(word!(RuleId, "review"), Role::MANAGER))
            .with_step(step(word!(RuleId, "approve"), Role::LEADER_IN_CHARGE)),
    );
    Policy::builder("desk")
        .version("1")
        .calendar(calendar)
        .severity(severity)
        .routing(Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE)))
        .clock(ClockRule::new(closure, limit).with_part(ClockPart::Closure))
        .clock(ClockRule::new(response, Term::working_days(5)).with_until(Anchor::FINAL_RESPONSE_SENT))
        .clock(
            ClockRule::new(project, Term::elapsed(Span::hours(72)))
                .with_from_due_of(ClockName::CLOSURE)
                .with_part(ClockPart::Project),
        )
        .track(Track::new().with_consent())
        .approvals(approvals)
        .build()
        .unwrap()
}

pub(crate) fn roster() -> Roster {
    Roster::builder("r-1")
        .holding(Holding::new("mia".parse().unwrap(), Role::MANAGER))
        .holding(Holding::new("leo".parse().unwrap(), Role::LEADER_IN_CHARGE))
        .build()
        .unwrap()
}

pub(crate) fn request(case: &Case, actor: &str, at: DateTime<Utc>, command: Command) -> Request {
    let id = format!("k-{}", case.revision()).parse().unwrap();
    Request::new(case.revision(), Stamp::new(id, actor.parse().unwrap(), at), command)
}

fn begun(policy: &Policy, id: &str, received: &str) -> (Case, DateTime<Utc>) {
    let said = format!(r#"{{"id": "{id}", "received": "{received}", "text": "The delivery came late."}}"#);
    let said = serde_json::from_str::<redress::triage::ComplaintDocument>(&said).unwrap();
    let now = said.received.unwrap() + TimeDelta::minutes(5);
    let case = open(policy, said, Stamp::new("k-0".parse().unwrap(), "anna".parse().unwrap(), now)).unwrap();
    (case, now)
}

fn does(
    case: Case,
    policy: &Policy,
    roster: &Roster,
    actor: &str,
    at: DateTime<Utc>,
    command: Command,
) -> Case {
    let decision = Office::new(policy, roster).decide(&case, request(&case, actor, at, command)).unwrap();
    case.after(&decision).unwrap()
}

fn course() -> Vec<(&'static str, Command)> {
    let on = || ApprovalReference { approval: 1, note: None };
    let dispatching = Dispatch { department: Department::QUALITY, person: None, reason: None };
    let offer = Offer::new(Remedy::EXCHANGE).with_amount(Money::new(4_900, "EUR".parse().unwrap()));
    vec![
        ("anna", Command::Register),
        ("anna", Command::Acknowledge),
        ("anna", Command::Triage(Findings::default())),
        ("anna", Command::Dispatch(dispatching)),
        ("anna", Command::Start(InvestigationStart { department: None, received: None })),
        ("anna", Command::Propose(Proposal::of(offer))),
        ("anna", Command::Submit),
        ("mia", Command::Sign(on())),
        ("leo", Command::Sign(on())),
        ("anna", Command::Consent),
    ]
}

/// A case from its receipt to the remedy being carried out.
pub(crate) fn walked(policy: &Policy, roster: &Roster, id: &str) -> (Case, DateTime<Utc>) {
    let (mut case, mut now) = begun(policy, id, "2025-03-11T10:00:00+08:00");
    for (actor, command) in course() {
        now += TimeDelta::minutes(10);
        case = does(case, policy, roster, actor, now, command);
    }
    (case, now)
}

/// A case with so many events: notes, notices of progress, messages and answers.
pub(crate) fn grown(policy: &Policy, roster: &Roster, events: u64) -> Case {
    let (mut case, mut now) = walked(policy, roster, "A-1");
    while case.revision() < events {
        now += TimeDelta::seconds(10);
        let command = match case.revision() % 4 {
            0 => Command::Note(because()),
            1 => Command::NotifyProgress(because()),
            2 => hear(),
            _ => answer(),
        };
        case = does(case, policy, roster, "anna", now, command);
    }
    case
}

/// Outlooks of open cases, received over three weeks and at different places of their course.
pub(crate) fn open_cases(policy: &Policy, count: u32) -> Vec<(Outlook, DateTime<Utc>)> {
    let roster = roster();
    let start = "2025-03-03T01:00:00Z".parse::<DateTime<Utc>>().unwrap();
    let each = (0..count).map(|number| {
        let received = start + TimeDelta::seconds(i64::from(number) * 18);
        let (mut case, mut now) = begun(policy, &format!("A-{number}"), &received.to_rfc3339());
        for (actor, command) in course().into_iter().take(number as usize % 10) {
            now += TimeDelta::minutes(10);
            case = does(case, policy, &roster, actor, now, command);
        }
        (Outlook::of(&case, policy, now), now)
    });
    each.collect()
}
