//! Policies, a roster and a story to tell: one line a step, one line a refusal.

use chrono::{DateTime, TimeDelta, Utc};
use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
use redress::calendar::{Calendar, Hours, KnownDays, LocalTime, WeekPattern, Zone, instant};
use redress::case::approval::ApprovalReference;
use redress::case::command::{
    Continuation, Dispatch, Findings, FollowUpResult, InvestigationStart, Note, Offer, Proposal, Remark,
};
use redress::case::{Case, Command, Decision, Office, Outlook, Refusal, Request, Stamp, open};
use redress::deadline::choice::LateReceipt;
use redress::deadline::{Clock, Cutoff, End, Roll, Term};
use redress::policy::routing::Row;
use redress::policy::severity::SeverityRule;
use redress::policy::{ClockRule, Condition, Policy, PolicyBuilder, Routing, SeverityRules, Track};
use redress::triage::ComplaintDocument;
use redress::vocab::course::{ApprovalAct, DecisionKind, FollowUp, Opinion};
use redress::vocab::{
    ActorId, Anchor, ClockName, Department, Fact, Money, Remedy, Role, RuleId, Severity, Stage,
};
use redress::word;

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    instant::parse(text).unwrap()
}

pub(crate) fn who(text: &str) -> ActorId {
    text.parse().unwrap()
}

pub(crate) fn note(text: &str) -> Note {
    text.parse().unwrap()
}

pub(crate) fn because(text: &str) -> Remark {
    Remark { note: note(text) }
}

pub(crate) fn euros(minor: u64) -> Money {
    Money::new(minor, "EUR".parse().unwrap())
}

pub(crate) fn going_on(to: Stage) -> Continuation {
    Continuation { to, reason: note("for a reason") }
}

pub(crate) fn on(approval: u32) -> ApprovalReference {
    ApprovalReference { approval, note: None }
}

pub(crate) fn exchange() -> Proposal {
    Proposal::of(Offer::new(Remedy::EXCHANGE).with_amount(euros(4_900)))
}

/// An office in China, 09:00 to 17:30 on weekdays, known for 2025 and 2026.
pub(crate) fn calendar() -> Calendar {
    let known = KnownDays::years(2025, 2026).unwrap();
    let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, known).unwrap();
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:30")]);
    Calendar::builder("cn", zone).week(week).build().unwrap()
}

/// Two days, cut-off 16:30, rolled.
pub(crate) fn closure() -> ClockRule {
    let cut_off = LocalTime::from_static("16:30");
    let term = Term::calendar_days(2)
        .with_cutoff(Cutoff::daily(cut_off, LateReceipt::NextCalendarDay))
        .with_end(End::at(cut_off))
        .with_roll(Roll::FOLLOWING);
    ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), term)
}

/// A desk that owns everything, rates everything general, and has one clock.
pub(crate) fn desk(track: Track) -> PolicyBuilder {
    let levels = [Severity::Minor, Severity::General, Severity::Serious];
    Policy::builder("desk")
        .version("1")
        .calendar(calendar())
        .severity(severity(levels))
        .routing(Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE)))
        .clock(closure())
        .track(track)
}

/// One failed repair makes it minor, 30 minutes of delay serious; everything else is general.
fn severity(levels: [Severity; 3]) -> SeverityRules {
    let rule = |id, level, fact, count| SeverityRule::new(id, level, Condition::at_least(fact, count));
    SeverityRules::new(levels)
        .with_rule(rule(word!(RuleId, "small"), Severity::Minor, Fact::FAILED_REPAIRS, 1))
        .with_rule(rule(word!(RuleId, "late"), Severity::Serious, Fact::MINUTES_LATE, 30))
        .with_otherwise(Severity::General)
}

/// Reviewed by a manager, then approved by the leader in charge.
pub(crate) fn two_steps() -> ApprovalTable {
    ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "two"), DecisionKind::Remedy)
            .with_step(Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(Role::MANAGER)))
            .with_step(Step::new(
                word!(RuleId, "approve"),
                ApprovalAct::Approve,
                Signers::one(Role::LEADER_IN_CHARGE),
            )),
    )
}

/// `anna` handles; `mia` and `max` are managers, `leo` and `lea` leaders in charge.
pub(crate) fn roster() -> Roster {
    Roster::builder("r-1")
        .holding(Holding::new(who("anna"), Role::HANDLER))
        .holding(Holding::new(who("mia"), Role::MANAGER))
        .holding(Holding::new(who("max"), Role::MANAGER))
        .holding(Holding::new(who("leo"), Role::LEADER_IN_CHARGE))
        .holding(Holding::new(who("lea"), Role::LEADER_IN_CHARGE))
        .build()
        .unwrap()
}

pub(crate) fn said(id: &str, received: &str) -> ComplaintDocument {
    serde_json::from_str(&format!(r#"{{"id": "{id}", "received": "{received}"}}"#)).unwrap()
}

/// A case as it goes on.
#[derive(Clone)]
pub(crate) struct Story {
    pub(crate) policy: Policy,
    pub(crate) roster: Roster,
    pub(crate) case: Case,
    pub(crate) now: DateTime<Utc>,
}

impl Story {
    /// Received on Tuesday 2025-03-11 at 10:00, entered five minutes later.
    pub(crate) fn new(policy: Policy) -> Self {
        Self::of(policy, said("A-1", "2025-03-11T10:00:00+08:00"))
    }

    pub(crate) fn of(policy: Policy, complaint: ComplaintDocument) -> Self {
        let now = complaint.received.unwrap() + TimeDelta::minutes(5);
        let case = open(&policy, complaint, Stamp::new("k-0".parse().unwrap(), who("anna"), now)).unwrap();
        Self { policy, roster: roster(), case, now }
    }

    pub(crate) fn request(&self, actor: &str, command: Command) -> Request {
        let id = format!("k-{}", self.case.revision()).parse().unwrap();
        Request::new(self.case.revision(), Stamp::new(id, who(actor), self.now), command)
    }

    pub(crate) fn try_to(&self, actor: &str, command: Command) -> Result<Decision, Refusal> {
        Office::new(&self.policy, &self.roster).decide(&self.case, self.request(actor, command))
    }

    pub(crate) fn record(&mut self, decision: &Decision) {
        self.case = self.case.clone().after(decision).unwrap();
    }

    /// Does something that has to succeed, and whose history has to replay.
    #[track_caller]
    pub(crate) fn does(mut self, actor: &str, command: Command) -> Self {
        let asked = format!("{command:?}");
        let decision = self.try_to(actor, command).unwrap_or_else(|refusal| panic!("{asked}: {refusal}"));
        self.record(&decision);
        let again = Case::replay(&self.policy, self.case.events());
        assert_eq!(again.unwrap(), self.case);
        self
    }

    #[track_caller]
    pub(crate) fn refused(self, actor: &str, command: Command, expected: &str) -> Self {
        match self.try_to(actor, command) {
            Ok(decision) => panic!("not refused: {:?}", decision.events()),
            Err(refusal) => assert_eq!(refusal.to_string(), expected),
        }
        self
    }

    #[track_caller]
    pub(crate) fn is(self, stage: Stage) -> Self {
        assert_eq!(self.case.stage(), stage);
        self
    }

    /// Waits until an instant.
    pub(crate) fn until(mut self, instant: &str) -> Self {
        self.now = at(instant);
        self
    }

    pub(crate) fn outlook(&self) -> Outlook {
        Outlook::of(&self.case, &self.policy, self.now)
    }

    /// From the receipt to the investigation.
    #[track_caller]
    pub(crate) fn investigating(self) -> Self {
        self.does("anna", Command::Register)
            .does("anna", Command::Triage(Findings::default()))
            .does("anna", Command::Dispatch(dispatching()))
            .does("anna", Command::Start(InvestigationStart { department: None, received: None }))
            .is(Stage::Investigating)
    }
}

pub(crate) fn dispatching() -> Dispatch {
    Dispatch { department: Department::QUALITY, person: None, reason: None }
}

pub(crate) fn asked(opinion: Opinion) -> Command {
    Command::FollowUp(FollowUpResult { kind: FollowUp::SATISFACTION_CHECK, opinion })
}
