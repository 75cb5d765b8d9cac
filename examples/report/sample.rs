//! Complaints of one autumn, made by commands, as a program would have stored them.

use std::error::Error;

use chrono::{DateTime, TimeDelta, Utc};
use redress::approval::{Holding, Roster};
use redress::calendar::instant;
use redress::case::approval::ApprovalReference;
use redress::case::command::{
    CauseFinding, Continuation, Dispatch, Findings, FollowUpResult, InvestigationStart, Offer,
};
use redress::case::{Case, Command, Office, Request, Stamp, open};
use redress::policy::Policy;
use redress::triage::ComplaintDocument;
use redress::vocab::course::{FollowUp, Opinion};
use redress::vocab::{
    Cause, Classification, Demand, Department, Fact, FaultParty, Money, Remedy, Role, Stage,
};

type Told<T = ()> = Result<T, Box<dyn Error>>;

/// One complaint: when it was received, its facts, its cause, how long it took, what the customer said, and after how
/// many days it was reopened, if it was.
struct Story {
    id: &'static str,
    received: &'static str,
    fact: (Fact, u32),
    cause: Cause,
    /// Days until it was closed; `None` if it is open.
    days: Option<i64>,
    opinion: Opinion,
    again: Option<i64>,
}

const fn told(
    id: &'static str,
    received: &'static str,
    fact: (Fact, u32),
    cause: Cause,
    days: Option<i64>,
    opinion: Opinion,
) -> Story {
    Story { id, received, fact, cause, days, opinion, again: None }
}

const STORIES: [Story; 14] = [
    told(
        "TAX-101",
        "10-13T09:10",
        (Fact::HOTLINE_TRIES, 4),
        Cause::SERVICE_HOTLINE_UNREACHABLE,
        Some(3),
        Opinion::Satisfied,
    ),
    told(
        "TAX-102",
        "10-20T14:00",
        (Fact::MINUTES_LATE, 45),
        Cause::SERVICE_ATTITUDE,
        Some(4),
        Opinion::Silent,
    ),
    told(
        "TAX-103",
        "10-28T10:30",
        (Fact::FAILED_REPAIRS, 3),
        Cause::SERVICE_SKILL,
        Some(9),
        Opinion::Unsatisfied,
    ),
    told(
        "TAX-104",
        "11-03T08:45",
        (Fact::MINUTES_LATE, 30),
        Cause::SERVICE_ATTITUDE,
        Some(2),
        Opinion::Satisfied,
    ),
    told(
        "TAX-105",
        "11-04T11:20",
        (Fact::HOTLINE_TRIES, 3),
        Cause::SERVICE_HOTLINE_UNREACHABLE,
        Some(2),
        Opinion::Satisfied,
    ),
    Story {
        again: Some(6),
        ..told(
            "TAX-106",
            "11-05T16:00",
            (Fact::VISIT_EVADED, 1),
            Cause::SERVICE_ATTITUDE,
            Some(5),
            Opinion::Satisfied,
        )
    },
    told(
        "TAX-107",
        "11-10T09:00",
        (Fact::CHARGES_AT_WILL, 1),
        Cause::SERVICE_ATTITUDE,
        Some(3),
        Opinion::Unsatisfied,
    ),
    told(
        "TAX-108",
        "11-12T13:40",
        (Fact::NOT_REPLACED_IN_TIME, 1),
        Cause::SERVICE_SKILL,
        Some(12),
        Opinion::Silent,
    ),
    told(
        "TAX-109",
        "11-18T15:15",
        (Fact::HOTLINE_TRIES, 5),
        Cause::SERVICE_HOTLINE_UNREACHABLE,
        Some(1),
        Opinion::Satisfied,
    ),
    told("TAX-110", "11-24T10:05", (Fact::TAKES_PROPERTY, 1), Cause::SERVICE_ATTITUDE, None, Opinion::Asked),
    told(
        "TAX-111",
        "11-27T17:20",
        (Fact::MINUTES_LATE, 60),
        Cause::SERVICE_SKILL,
        Some(4),
        Opinion::Satisfied,
    ),
    told(
        "TAX-112",
        "12-01T09:30",
        (Fact::HOTLINE_MISCONDUCT, 1),
        Cause::SERVICE_ATTITUDE,
        None,
        Opinion::Asked,
    ),
    told(
        "TAX-113",
        "12-08T10:00",
        (Fact::PUSHES_PRODUCTS, 1),
        Cause::SERVICE_ATTITUDE,
        Some(2),
        Opinion::Satisfied,
    ),
    told(
        "TAX-114",
        "12-12T11:00",
        (Fact::HOTLINE_TRIES, 3),
        Cause::SERVICE_HOTLINE_UNREACHABLE,
        None,
        Opinion::Asked,
    ),
];

struct Desk<'p> {
    policy: &'p Policy,
    roster: Roster,
    case: Case,
    now: DateTime<Utc>,
}

pub(crate) fn cases(policy: &Policy) -> Told<Vec<Case>> {
    STORIES.iter().map(|story| case(policy, story)).collect()
}

fn case(policy: &Policy, story: &Story) -> Told<Case> {
    let received = instant::parse(&format!("2025-{}:00+08:00", story.received))?;
    let mut said = ComplaintDocument::new(story.id.parse()?, received);
    said.words = Classification::of(Department::TECHNICAL_SERVICE_UNIT).with(Demand::REPAIR);
    said.facts.insert(story.fact.0, story.fact.1);
    let now = received + TimeDelta::minutes(20);
    let roster = Roster::builder("2025-10")
        .holding(Holding::new("mei".parse()?, Role::HANDLER))
        .holding(Holding::new("lin".parse()?, Role::PERSON_IN_CHARGE))
        .build()?;
    let case = open(policy, said, Stamp::new("k-0".parse()?, "mei".parse()?, now))?;
    let mut desk = Desk { policy, roster, case, now };
    desk.does("mei", Command::Register)?;
    desk.does("mei", Command::Triage(Findings::default()))?;
    desk.does("mei", Command::Dispatch(Dispatch::to(Department::TECHNICAL_SERVICE_UNIT)))?;
    desk.does("mei", Command::Start(InvestigationStart::now()))?;
    desk.now += TimeDelta::hours(3);
    let findings = Findings::of(story.cause).with_word(FaultParty::COMPANY);
    desk.does("mei", Command::FindCause(CauseFinding { findings, ..CauseFinding::default() }))?;
    let Some(days) = story.days else { return Ok(desk.case) };
    desk.now = received + TimeDelta::days(days);
    desk.solves(1, story.opinion)?;
    if let Some(days) = story.again {
        desk.now += TimeDelta::days(days);
        let back = Continuation { to: Stage::Investigating, reason: "It happened again.".parse()? };
        desk.does("mei", Command::Reopen(back))?;
        desk.now += TimeDelta::days(2);
        desk.solves(2, story.opinion)?;
    }
    Ok(desk.case)
}

impl Desk<'_> {
    /// From the proposal to the end.
    fn solves(&mut self, approval: u32, opinion: Opinion) -> Told {
        let offer = Offer::new(Remedy::REPAIR).with_amount(Money::new(12_000, "CNY".parse()?));
        self.does("mei", Command::Propose(offer.into()))?;
        self.does("mei", Command::Submit)?;
        self.does("lin", Command::Sign(ApprovalReference::new(approval)))?;
        self.does("mei", Command::Finish)?;
        self.does("mei", Command::FollowUp(FollowUpResult { kind: FollowUp::REACTION_RELAY, opinion }))?;
        self.does("mei", Command::Close)
    }

    fn does(&mut self, who: &str, command: Command) -> Told {
        let id = format!("k-{}", self.case.revision()).parse()?;
        let request = Request::on(&self.case, Stamp::new(id, who.parse()?, self.now), command);
        let decision = Office::new(self.policy, &self.roster).decide(&self.case, request)?;
        self.case = self.case.clone().after(&decision)?;
        Ok(())
    }
}
