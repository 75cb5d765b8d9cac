//! A world as plain data: people, chains, proposals. The policy, the roster and the oracle are made of it.

use chrono::{DateTime, Utc};
use redress::approval::signing::TimeLimit;
use redress::approval::{ApprovalTable, Chain, Delegation, Holding, Roster, Signers, Step};
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone, instant};
use redress::case::command::{Findings, InvestigationStart, Offer, Proposal};
use redress::case::{Case, Command, Office, Request, Stamp, open};
use redress::deadline::Term;
use redress::policy::severity::SeverityRule;
use redress::policy::{Condition, Policy, Routing, SeverityRules, Track};
use redress::triage::ComplaintDocument;
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::{ActorId, Fact, Money, Remedy, Role, RuleId, Severity};
use redress::word;

/// Somebody: the roles held, each with the greatest amount, and what he is to the case.
pub(crate) struct Person {
    pub(crate) id: &'static str,
    pub(crate) roles: Vec<(Role, Option<u64>)>,
    /// Whether he proposes, submits and amends.
    pub(crate) handles: bool,
    /// People of one group differ in nothing but their names; 0 is nobody's.
    pub(crate) group: u8,
    pub(crate) is_system: bool,
}

pub(crate) struct StepOf {
    pub(crate) id: &'static str,
    pub(crate) act: ApprovalAct,
    pub(crate) roles: Vec<Role>,
    /// How many of the roles' holders; none for one of each role.
    pub(crate) any: Option<u32>,
    pub(crate) systems: Vec<&'static str>,
    pub(crate) escalates: Option<Role>,
}

/// A row of the table; rows are asked in their order.
pub(crate) struct Tier {
    pub(crate) id: &'static str,
    pub(crate) over: Option<u64>,
    pub(crate) severity: Option<Severity>,
    pub(crate) steps: Vec<StepOf>,
}

pub(crate) struct Given {
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    pub(crate) role: Role,
    pub(crate) limit: Option<u64>,
}

pub(crate) struct World {
    pub(crate) people: Vec<Person>,
    pub(crate) given: Vec<Given>,
    pub(crate) tiers: Vec<Tier>,
    pub(crate) menu: Vec<Proposal>,
    pub(crate) complained: Option<&'static str>,
    pub(crate) consent: bool,
    /// How many approvals a case may have.
    pub(crate) rounds: usize,
    /// Whether it may be found worse than it is, and relaxed.
    pub(crate) severity: bool,
    /// Whether time limits may pass.
    pub(crate) waits: bool,
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    instant::parse(text).unwrap()
}

pub(crate) fn who(text: &str) -> ActorId {
    text.parse().unwrap()
}

pub(crate) fn code(text: &str) -> RuleId {
    text.parse().unwrap()
}

pub(crate) fn euros(minor: u64) -> Money {
    Money::new(minor, "EUR".parse().unwrap())
}

pub(crate) fn offer(remedy: Remedy, minor: u64) -> Offer {
    Offer::new(remedy).with_amount(euros(minor))
}

pub(crate) fn person(id: &'static str, roles: &[Role]) -> Person {
    let roles = roles.iter().map(|role| (*role, None)).collect();
    Person { id, roles, handles: false, group: 0, is_system: false }
}

impl Person {
    pub(crate) fn handling(mut self) -> Self {
        self.handles = true;
        self
    }

    pub(crate) fn up_to(mut self, limit: u64) -> Self {
        self.roles.iter_mut().for_each(|(_, of_role)| *of_role = Some(limit));
        self
    }

    pub(crate) fn of_group(mut self, group: u8) -> Self {
        self.group = group;
        self
    }

    pub(crate) fn system(mut self) -> Self {
        self.is_system = true;
        self
    }
}

pub(crate) fn any(id: &'static str, act: ApprovalAct, needed: u32, roles: &[Role]) -> StepOf {
    StepOf { id, act, roles: roles.to_vec(), any: Some(needed), systems: Vec::new(), escalates: None }
}

pub(crate) fn each(id: &'static str, act: ApprovalAct, roles: &[Role]) -> StepOf {
    StepOf { any: None, ..any(id, act, 0, roles) }
}

impl StepOf {
    pub(crate) fn slots(&self) -> u32 {
        self.any.unwrap_or(u32::try_from(self.roles.len()).unwrap())
    }

    pub(crate) fn roles_of(&self, slot: u32) -> Vec<Role> {
        if self.any.is_some() { self.roles.clone() } else { vec![self.roles[slot as usize]] }
    }

    fn step(&self) -> Step {
        let roles = self.roles.iter().copied();
        let signers = match self.any {
            Some(needed) => Signers::any(needed, roles),
            None => Signers::one_of_each(roles),
        };
        let mut step = Step::new(code(self.id), self.act, signers);
        for system in &self.systems {
            step = step.with_system(who(system));
        }
        match self.escalates {
            Some(escalate_to) => step.with_limit(TimeLimit { term: Term::working_days(1), escalate_to }),
            None => step,
        }
    }
}

/// Before every time limit has passed, and after every one that began then.
pub(crate) fn now(late: bool) -> DateTime<Utc> {
    at(if late { "2026-03-05T10:00:00+08:00" } else { "2026-03-02T10:00:00+08:00" })
}

impl World {
    pub(crate) fn roster(&self) -> Roster {
        let mut roster = Roster::builder("r-1");
        for person in &self.people {
            for (role, limit) in &person.roles {
                let holding = Holding::new(who(person.id), *role);
                roster = roster.holding(limit.map_or(holding, |limit| holding.with_limit(euros(limit))));
            }
            if person.is_system {
                roster = roster.system(who(person.id));
            }
        }
        for given in &self.given {
            let (since, until) = (at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"));
            let delegation = Delegation {
                from: who(given.from),
                to: who(given.to),
                role: given.role,
                since,
                until,
                limit: None,
            };
            roster = roster
                .delegation(given.limit.map_or(delegation, |limit| delegation.with_limit(euros(limit))));
        }
        roster.build().unwrap()
    }

    pub(crate) fn policy(&self) -> Policy {
        let known = KnownDays::years(2026, 2026).unwrap();
        let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, known).unwrap();
        let week = WeekPattern::weekdays([Hours::from_static("09:00-17:30")]);
        let calendar = Calendar::builder("cn", zone).week(week).build().unwrap();
        let rule = Condition::at_least(Fact::MINUTES_LATE, 30);
        let severity = SeverityRules::new([Severity::General, Severity::Serious])
            .with_rule(SeverityRule::new(word!(RuleId, "late"), Severity::Serious, rule))
            .with_otherwise(Severity::General);
        let mut table = ApprovalTable::new();
        for tier in &self.tiers {
            let mut chain = Chain::new(code(tier.id), DecisionKind::Remedy);
            if let Some(over) = tier.over {
                chain = chain.with_above(euros(over));
            }
            if let Some(severity) = tier.severity {
                chain = chain.with_from_severity(severity);
            }
            if tier.steps.is_empty() {
                chain = chain.with_nobody_signs();
            }
            table =
                table.with_chain(tier.steps.iter().fold(chain, |chain, step| chain.with_step(step.step())));
        }
        let track = Track::new().without_triage().without_dispatch();
        let track = if self.consent { track.with_consent() } else { track };
        Policy::builder("desk")
            .version("1")
            .calendar(calendar)
            .severity(severity)
            .routing(Routing::none())
            .approvals(table)
            .track(track)
            .build()
            .unwrap()
    }

    /// A case under investigation.
    pub(crate) fn case(&self, policy: &Policy, roster: &Roster) -> Case {
        let said = match self.complained {
            Some(staff) => {
                format!(r#"{{"id": "A-1", "received": "2026-03-02T09:00:00+08:00", "staff": "{staff}"}}"#)
            }
            None => r#"{"id": "A-1", "received": "2026-03-02T09:00:00+08:00"}"#.to_string(),
        };
        let said: ComplaintDocument = serde_json::from_str(&said).unwrap();
        let mut case =
            open(policy, said, Stamp::new("k-0".parse().unwrap(), who("intake"), now(false))).unwrap();
        let start = InvestigationStart { department: None, received: None };
        for command in [Command::Register, Command::Start(start)] {
            let id = format!("k-{}", case.revision()).parse().unwrap();
            let request = Request::new(case.revision(), Stamp::new(id, who("intake"), now(false)), command);
            case = case.clone().after(&Office::new(policy, roster).decide(&case, request).unwrap()).unwrap();
        }
        case
    }

    pub(crate) fn index(&self, actor: ActorId) -> Option<usize> {
        self.people.iter().position(|person| who(person.id) == actor)
    }

    pub(crate) fn tier(&self, chain: RuleId) -> &Tier {
        self.tiers.iter().find(|tier| code(tier.id) == chain).unwrap()
    }
}

pub(crate) fn found(minutes: u32) -> Findings {
    Findings::default().with_fact(Fact::MINUTES_LATE, minutes)
}
