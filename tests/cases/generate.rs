//! Policies of every kind, a roster, and random commands by random people at random instants.

use redress::vocab::person::Behaviour;
use std::sync::OnceLock;

use chrono::{DateTime, TimeDelta, Utc};
use redress::approval::signing::{AmendmentEffect, AmendmentRule, TimeLimit};
use redress::approval::{ApprovalTable, Chain, Delegation, Holding, Roster, Signers, Step};
use redress::calendar::Span;
use redress::case::approval::{
    ApprovalOverride, ApprovalReference, ApprovalReturn, ApprovalSubject, PolicyEdition,
};
use redress::case::command::{
    AnchorEvent, Apology, CaseLink, CaseSummary, CauseFinding, ClockDue, ClockExtension, ClockPause,
    Correction, CustomerCausedFinding, Delivery, Dispatch, DutyKey, ExtensionAmount, Findings,
    FollowUpResult, InvestigationStart, Lessons, Merger, Message, NotEstablishedFinding, Note, Offer,
    PolicyMove, Promise, Proposal, Question, Receipt, ThanksLetter, TimeAmount,
};
use redress::case::track::{
    AccidentProgress, ContainmentWaiver, DepartmentContainment, DisciplineRecord, GoodsProgress,
    MeasureProgress, RecallProgress, SanctionProposal,
};
use redress::case::{Allowed, Case, Command, Office, Outlook, Request, Stamp, open};
use redress::deadline::rule::{ExtensionRule, Hardness, PauseRule, Warning};
use redress::deadline::{Clock, Count, Term};
use redress::policy::clock::{ClockPart, ClockScope, ReopeningEffect, Target};
use redress::policy::track::{ApologyRule, FollowUpRule, ForcedClosure, ForcedClosureTest, ReopeningWindow};
use redress::policy::{ClockRule, Policy, PolicyVersion, Track};
use redress::triage::{ComplaintDocument, PastCounts};
use redress::vocab::course::{
    ApprovalAct, DecisionKind, Duty, ExtensionReason, FollowUp, NotEstablishedReason, Opinion, Relation,
};
use redress::vocab::kind::Medium;
use redress::vocab::track::{
    AccidentStep, Accountable, Containment, Discipline, GoodsStep, MeasureStep, RecallStep, Sanction,
    ThanksOccasion,
};
use redress::vocab::{
    Action, ActorId, Anchor, Category, Cause, Classification, ClockName, Demand, Department, Fact,
    FaultParty, Money, PauseReason, Remedy, Role, RuleId, Severity, Stage, Standing,
};
use redress::word;

use crate::cases::support::{at, closure, desk, euros, going_on, roster, said, two_steps, who};

/// What no error and no `Debug` may show.
pub(crate) const MARKER: &str = "zqx-private";

/// xorshift64*.
#[derive(Clone)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) const fn seeded(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x2545_F491_4F6C_DD1D) ^ 0x9E37_79B9_7F4A_7C15)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32;
        usize::try_from(high).unwrap() % limit
    }

    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn maybe<T>(&mut self, value: T) -> Option<T> {
        self.chance(50).then_some(value)
    }
}

/// How many random walks are tried.
pub(crate) fn cases(default: u64) -> u64 {
    std::env::var("REDRESS_CASES").ok().map_or(default, |text| text.parse().unwrap())
}

fn rule(id: &str) -> RuleId {
    id.parse().unwrap()
}

/// Every kind of decision is approved: by severity, amount and remedy, by several, by a system, with consent.
fn approvals() -> ApprovalTable {
    let role = |id: &str, act, role| Step::new(rule(id), act, Signers::one(role));
    let limit = TimeLimit { term: Term::working_days(1), escalate_to: Role::SENIOR_MANAGEMENT };
    let strict = AmendmentRule {
        amount_raised: AmendmentEffect::Void,
        remedy_changed: AmendmentEffect::Void,
        text_changed: AmendmentEffect::Void,
    };
    let mild = AmendmentRule {
        amount_raised: AmendmentEffect::Void,
        remedy_changed: AmendmentEffect::Notify,
        text_changed: AmendmentEffect::Notify,
    };
    let one = |id: &str, kind| {
        Chain::new(rule(id), kind).with_step(role("release", ApprovalAct::Approve, Role::MANAGER))
    };
    ApprovalTable::new()
        .with_chain(
            Chain::new(rule("serious"), DecisionKind::Remedy)
                .with_from_severity(Severity::Serious)
                .with_step(
                    Step::new(
                        rule("review"),
                        ApprovalAct::Review,
                        Signers::any(2, [Role::MANAGER, Role::LEADER_IN_CHARGE]),
                    )
                    .with_material(mild),
                )
                .with_step(
                    role("final", ApprovalAct::SignIssue, Role::LEADER_IN_CHARGE)
                        .with_by_anyone_again()
                        .with_material(strict),
                )
                .with_step(Step::consent(rule("consent"))),
        )
        .with_chain(
            Chain::new(rule("dear"), DecisionKind::Remedy)
                .with_above(euros(100_000))
                .with_step(role("prepare", ApprovalAct::Prepare, Role::HANDLER))
                .with_step(
                    role("review", ApprovalAct::Review, Role::MANAGER).with_limit(limit).with_material(mild),
                )
                .with_step(
                    Step::new(
                        rule("both"),
                        ApprovalAct::Approve,
                        Signers::one_of_each([Role::LEADER_IN_CHARGE, Role::SENIOR_MANAGEMENT]),
                    )
                    .with_material(strict),
                ),
        )
        .with_chain(
            Chain::new(rule("refund"), DecisionKind::Remedy)
                .with_remedies([Remedy::REFUND])
                .with_step(role("check", ApprovalAct::Recheck, Role::MANAGER).with_system(who("robot"))),
        )
        .with_chain(
            Chain::new(rule("small"), DecisionKind::Remedy)
                .with_step(Step::consent(rule("consent")))
                .with_nobody_signs(),
        )
        .with_chain(one("forced", DecisionKind::ForcedClosure))
        .with_chain(one("longer", DecisionKind::Extension))
        .with_chain(one("recall", DecisionKind::Recall))
        .with_chain(one("sanction", DecisionKind::Sanction))
        .with_chain(one("measure", DecisionKind::CorrectiveAction))
        .with_chain(one("policy", DecisionKind::PolicyChange))
}

/// Clocks of every kind: with pauses, extensions and warnings, of departments, repeated, followed by a project.
fn clocked(track: Track, version: &str) -> redress::policy::PolicyBuilder {
    let paused = Clock::new(word!(ClockName, "response"), Anchor::RECEIVED)
        .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER))
        .with_pause(PauseRule::new(PauseReason::AWAITING_SUPPLIER).with_at_most(Span::hours(48)))
        .with_extension(
            ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_approval().with_notice().with_times(2),
        )
        .with_extension(ExtensionRule::new(ExtensionReason::AGREED_WITH_COMPLAINANT))
        .with_warning(Warning::Share(50))
        .with_warning(Warning::Lead(Count::WorkingDays(1)));
    let levels = [
        Target::of_severity(rule("s"), Severity::Serious, Term::working_days(2)),
        Target::of_severity(rule("g"), Severity::Minor, Term::working_days(5)),
    ];
    let office = desk(track);
    // `desk` names itself; another version is built of the same parts.
    let base = if version == "1" { office } else { office_of(version) };
    base.clock(
        ClockRule::by_target(paused, levels)
            .with_otherwise(Term::working_days(10))
            .with_until(Anchor::FINAL_RESPONSE_SENT)
            .with_escalation(Count::Elapsed(Span::hours(4)), Role::MANAGER)
            .with_escalation(Count::WorkingDays(1), Role::SENIOR_MANAGEMENT)
            .with_on_reopening(ReopeningEffect::Stays),
    )
    .clock(
        ClockRule::new(
            Clock::new(word!(ClockName, "containment"), Anchor::DEPARTMENT_RECEIVED),
            Term::elapsed(Span::hours(24)),
        )
        .with_scope(ClockScope::Department)
        .with_until(Anchor::CONTAINED),
    )
    .clock(
        ClockRule::new(
            Clock::new(word!(ClockName, "acme:reply"), Anchor::CUSTOMER_WROTE).with_hardness(Hardness::Soft),
            Term::working_days(1),
        )
        .with_repeats()
        .with_until(Anchor::ANSWERED),
    )
    .clock(
        ClockRule::new(Clock::new(word!(ClockName, "acme:visit"), Anchor::RESOLVED), Term::calendar_days(7))
            .with_until(Anchor::FOLLOWED_UP),
    )
    .clock(
        ClockRule::new(
            Clock::new(word!(ClockName, "acme:project"), Anchor::RECEIVED),
            Term::calendar_days(30),
        )
        .with_from_due_of(ClockName::CLOSURE)
        .with_part(ClockPart::Project),
    )
}

fn office_of(version: &str) -> redress::policy::PolicyBuilder {
    use redress::policy::routing::Row;
    use redress::policy::severity::SeverityRule;
    use redress::policy::{Condition, Routing, SeverityRules};
    let late =
        SeverityRule::new(rule("late"), Severity::Serious, Condition::at_least(Fact::MINUTES_LATE, 40));
    let small =
        SeverityRule::new(rule("small"), Severity::Minor, Condition::at_least(Fact::FAILED_REPAIRS, 2));
    let levels = [Severity::Minor, Severity::General, Severity::Serious];
    Policy::builder("desk")
        .version(version)
        .calendar(crate::cases::support::calendar())
        .severity(
            SeverityRules::new(levels).with_rule(late).with_rule(small).with_otherwise(Severity::General),
        )
        .routing(Routing::none().with_row(Row::owner(rule("all"), Department::QUALITY)))
        .clock(closure())
}

fn full() -> Track {
    Track::new()
        .with_consent()
        .with_review()
        .with_at_once()
        .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1).with_target(2))
        .with_promises()
        .with_apology(ApologyRule::OwnFault)
        .with_containment()
        .with_effect_check()
        .with_customer_caused_form()
        .with_alternatives_wanted(2)
        .with_silence(Span::hours(72))
        .with_reopening(ReopeningWindow::within(Count::Elapsed(Span::hours(24 * 30))))
        .with_permit(Action::ForceClose, Role::MANAGER)
        .with_permit(Action::ForceClose, Role::LEADER_IN_CHARGE)
        .with_permit(Action::Relax, Role::MANAGER)
}

/// Policies with all optional stages, with none, and with some of them; each with one that a case may go on by.
pub(crate) fn worlds() -> &'static [[Policy; 2]] {
    static WORLDS: OnceLock<Vec<[Policy; 2]>> = OnceLock::new();
    WORLDS.get_or_init(|| {
        let taxonomy = || {
            redress::taxonomy::Taxonomy::standard()
                .with_word(word!(ClockName, "acme:reply"))
                .with_word(word!(ClockName, "acme:visit"))
                .with_word(word!(ClockName, "acme:project"))
        };
        let forced = |test| ForcedClosure::new(test);
        let second = || clocked(full().without_triage(), "2").taxonomy(taxonomy()).build().unwrap();
        let whole = clocked(full(), "1")
            .taxonomy(taxonomy())
            .approvals(approvals())
            .people(redress::policy::people::PeopleRules::new().with_overrider(Role::LEADER_IN_CHARGE))
            .forced_closure(forced(ForcedClosureTest::ListAndNoSolution));
        let bare =
            desk(Track::new().without_triage().without_dispatch().with_reopening(ReopeningWindow::Never));
        let plain = desk(Track::new().with_findings_before_closing().with_fault_before_proposal())
            .approvals(two_steps());
        let consent = clocked(
            Track::new().without_triage().with_consent().with_apology(ApologyRule::AlwaysComplete),
            "1",
        )
        .taxonomy(taxonomy());
        let transfer = clocked(Track::new().with_no_transfer_when_unclosed().with_review(), "1")
            .taxonomy(taxonomy())
            .approvals(approvals_without_consent())
            .forced_closure(forced(ForcedClosureTest::ListAlone));
        let no_dispatch = desk(Track::new().without_dispatch().with_promises()).approvals(two_steps());
        [whole, bare, plain, consent, transfer, no_dispatch]
            .into_iter()
            .map(|policy| [policy.build().unwrap(), second()])
            .collect()
    })
}

fn approvals_without_consent() -> ApprovalTable {
    approvals()
        .chains()
        .iter()
        .filter(|chain| chain.id() == rule("dear") || chain.kind() != DecisionKind::Remedy)
        .cloned()
        .fold(ApprovalTable::new(), ApprovalTable::with_chain)
        .with_chain(Chain::new(rule("any"), DecisionKind::Remedy).with_step(Step::new(
            rule("review"),
            ApprovalAct::Review,
            Signers::one(Role::MANAGER),
        )))
}

pub(crate) const PEOPLE: [&str; 10] =
    ["anna", "mia", "max", "leo", "lea", "sam", "sue", "dan", "robot", "nobody"];

/// `sam` and `sue` are senior, `dan` stands in for `mia`, `robot` is a system; `nobody` is unknown.
pub(crate) fn people() -> &'static Roster {
    static PEOPLE: OnceLock<Roster> = OnceLock::new();
    PEOPLE.get_or_init(|| {
        let (from, until) = (at("2025-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"));
        let base = roster();
        let known = base.holdings().iter().copied();
        known
            .fold(Roster::builder("r-2"), redress::approval::RosterBuilder::holding)
            .holding(Holding::new(who("sam"), Role::SENIOR_MANAGEMENT))
            .holding(Holding::new(who("sue"), Role::SENIOR_MANAGEMENT))
            .holding(Holding::new(who("sue"), Role::MANAGER).with_limit(euros(20_000)))
            .holding(Holding::new(who("lea"), Role::HANDLER))
            .delegation(Delegation {
                from: who("mia"),
                to: who("dan"),
                role: Role::MANAGER,
                since: from,
                until,
                limit: None,
            })
            .system(who("robot"))
            .build()
            .unwrap()
    })
}

/// A case that goes on at random.
pub(crate) struct Walk {
    pub(crate) random: Random,
    pub(crate) policies: &'static [Policy; 2],
    pub(crate) case: Case,
    pub(crate) now: DateTime<Utc>,
    pub(crate) asked: u32,
}

/// What was asked of a case.
pub(crate) struct Asked {
    pub(crate) request: Request,
    /// Whether the person was said to be allowed to.
    pub(crate) allowed: Allowed,
    pub(crate) policy: &'static Policy,
    pub(crate) to: &'static Policy,
}

impl Walk {
    pub(crate) fn seeded(seed: u64) -> Self {
        let mut random = Random::seeded(seed);
        let worlds = worlds();
        let policies = &worlds[random.below(worlds.len())];
        let id = format!("A-{seed}");
        let complaint = Self::complaint(&mut random, &id);
        let now = complaint.received.unwrap() + TimeDelta::minutes(5);
        let case =
            open(&policies[0], complaint, Stamp::new("k-0".parse().unwrap(), who("anna"), now)).unwrap();
        Self { random, policies, case, now, asked: 0 }
    }

    fn complaint(random: &mut Random, id: &str) -> ComplaintDocument {
        let mut complaint = said(id, "2025-03-11T10:00:00+08:00");
        complaint.text = random.maybe(redress::Private::new(format!("{MARKER} narrative")));
        complaint.customer = random.maybe(format!("{MARKER}-key").parse().unwrap());
        complaint.words = random.maybe(Category::SPARE_PARTS).into_iter().collect();
        complaint.facts = random.maybe((Fact::MINUTES_LATE, 30)).into_iter().collect();
        if random.chance(20) {
            complaint.facts.insert(Fact::FAILED_REPAIRS, 1);
        }
        if random.chance(35) {
            complaint.facts.insert(Fact::ON_FORCED_CLOSURE_LIST, 1);
            complaint.facts.insert(Fact::NO_SOLUTION_NOW, 1);
        }
        complaint.staff = random.chance(10).then(|| who("max"));
        complaint
    }

    pub(crate) fn policy(&self) -> &'static Policy {
        let [first, second] = self.policies;
        if PolicyVersion::of(first) == *self.case.policy() { first } else { second }
    }

    pub(crate) fn policies(&self) -> [&'static Policy; 2] {
        let [first, second] = self.policies;
        [first, second]
    }

    /// Waits for some time, and asks for something.
    pub(crate) fn ask(&mut self) -> Asked {
        self.asked += 1;
        self.now = match self.random.below(1_000) {
            0..400 => self.now,
            400..800 => self.now + TimeDelta::minutes(i64::try_from(self.random.below(300)).unwrap()),
            800..960 => self.now + TimeDelta::hours(i64::try_from(self.random.below(100)).unwrap()),
            960..997 => self.now + TimeDelta::nanoseconds(1),
            _ => self.now + TimeDelta::days(i64::try_from(self.random.below(400)).unwrap()),
        };
        let mut at = self.now.max(self.case.events().last().unwrap().at);
        match self.random.below(100) {
            0 => at -= TimeDelta::days(2),
            1 => at -= TimeDelta::nanoseconds(1),
            _ => {}
        }
        let actor = who(self.random.pick(&PEOPLE));
        let policy = self.policy();
        let may = Office::new(policy, people()).allowed(&self.case, actor, at);
        let open: Vec<Action> =
            may.iter().filter(|one| one.refusal.is_none()).map(|one| one.action).collect();
        // What moves the case on is asked for more often than what stands beside it.
        let moving: Vec<Action> = open
            .iter()
            .copied()
            .filter(|&action| {
                let track = policy.track();
                redress::case::course::arrows(track, self.case.stage(), action).next().is_some()
                    && !matches!(
                        action,
                        Action::Withdraw | Action::Merge | Action::Acknowledge | Action::Reclassify
                    )
            })
            .collect();
        let action = match self.random.below(10) {
            // A narrow way, that hardly anybody finds by chance.
            0..9 if open.contains(&Action::ForceClose) => Action::ForceClose,
            0..9 if open.contains(&Action::Lapse) => Action::Lapse,
            0..5 if !moving.is_empty() => self.random.pick(&moving),
            0..8 if !open.is_empty() => self.random.pick(&open),
            8 => self.random.pick(&[
                Action::MovePolicy,
                Action::Apply,
                Action::Sign,
                Action::Recall,
                Action::ForceClose,
            ]),
            _ => self.random.pick(Action::ALL),
        };
        let allowed = may.into_iter().find(|one| one.action == action).unwrap();
        let command = self.command(action, at);
        let id = match self.random.below(100) {
            0..4 => format!("k-{}", self.random.below(self.asked as usize)),
            _ => format!("k-{}", self.asked),
        };
        let expected = match self.random.below(100) {
            0 => self.case.revision() - 1,
            1 => self.case.revision() + 1,
            2 => 0,
            _ => self.case.revision(),
        };
        let request = Request::new(expected, Stamp::new(id.parse().unwrap(), actor, at), command);
        let to = self.policies.iter().find(|one| PolicyVersion::of(one) != *self.case.policy()).unwrap();
        Asked { request, allowed, policy, to }
    }

    pub(crate) fn record(&mut self, decision: &redress::case::Decision) {
        self.case = self.case.clone().after(decision).unwrap();
        self.now = self.now.max(self.case.events().last().unwrap().at);
    }

    /// Asks so often, and records what is not refused.
    pub(crate) fn goes_on(mut self, times: usize) -> Self {
        for _ in 0..times {
            let asked = self.ask();
            if let Ok(decision) = asked.decide(&self.case)
                && !decision.is_repeated()
            {
                self.record(&decision);
            }
        }
        self
    }

    fn note(&mut self) -> Note {
        let text = self.random.pick(&["a reason", "第二個原因", "two\nlines"]);
        format!("{text} {MARKER}").parse().unwrap()
    }

    fn instant(&mut self, now: DateTime<Utc>) -> DateTime<Utc> {
        let received = self.case.complaint().received();
        match self.random.below(20) {
            0 => at("1970-01-01T00:00:00Z"),
            1 => at("9999-12-31T23:59:59Z"),
            2 => received - TimeDelta::nanoseconds(1),
            3 => now + TimeDelta::nanoseconds(1),
            4..7 => received,
            7..10 => now + TimeDelta::days(2),
            10..13 => now - TimeDelta::hours(3),
            13..15 => self.case.stage_since(),
            _ => now,
        }
    }

    fn department(&mut self) -> Department {
        let known = [Department::QUALITY, Department::SALES, Department::CUSTOMER_SERVICE];
        if self.random.chance(4) { word!(Department, "acme:unheard-of") } else { self.random.pick(&known) }
    }

    fn person(&mut self) -> ActorId {
        who(self.random.pick(&PEOPLE))
    }

    fn findings(&mut self) -> Findings {
        let random = &mut self.random;
        let mut findings = Findings::default();
        if random.chance(30) {
            findings.words.add(random.pick(&[Category::SPARE_PARTS, Category::PRODUCT_QUALITY]));
        }
        if random.chance(5) {
            findings.words = Classification::of(word!(Category, "acme:unheard-of"));
        }
        let party = match random.below(5) {
            0..2 => Some(FaultParty::COMPANY),
            2 => Some(FaultParty::CUSTOMER),
            3 => Some(FaultParty::UNDETERMINED),
            _ => None,
        };
        if let Some(party) = party {
            findings.words.add(party);
        }
        random.maybe(random_cause()).into_iter().for_each(|cause| findings.words.add(cause));
        random.maybe(Medium::ORAL).into_iter().for_each(|medium| findings.words.add(medium));
        random.maybe(Behaviour::ANGRY_VENTING).into_iter().for_each(|how| findings.words.add(how));
        findings.staff = random.chance(5).then(|| who("mia"));
        findings.complainant = random.maybe(format!("{MARKER}-key-2").parse().unwrap());
        findings.no_demand = random.chance(20);
        random.maybe(Demand::REFUND).into_iter().for_each(|demand| findings.words.add(demand));
        findings.amount = random.maybe(euros(700));
        match random.below(8) {
            0 => findings = findings.with_fact(Fact::MINUTES_LATE, 45),
            1 => findings = findings.with_fact(Fact::MINUTES_LATE, 0),
            2 => findings = findings.with_fact(Fact::FAILED_REPAIRS, 1),
            3 => {
                findings =
                    findings.with_fact(Fact::ON_FORCED_CLOSURE_LIST, 1).with_fact(Fact::NO_SOLUTION_NOW, 1);
            }
            4 => findings = findings.with_fact(Fact::ON_FORCED_CLOSURE_LIST, 0),
            _ => {}
        }
        if random.chance(5) {
            let policy = self.policy();
            let past = PastCounts::of(policy, self.case.complaint(), &redress::triage::History::none());
            findings.past = Some(past);
        }
        findings
    }

    fn amount(&mut self) -> Option<Money> {
        match self.random.below(12) {
            0 => None,
            1 => Some(euros(u64::MAX)),
            2 => Some(Money::new(500, "USD".parse().unwrap())),
            3 => Some(euros(0)),
            4..6 => Some(euros(100_001)),
            6 => Some(euros(20_001)),
            _ => Some(euros(4_900)),
        }
    }

    fn proposal(&mut self) -> Proposal {
        let count = if self.random.chance(3) { self.random.pick(&[0, 17]) } else { 1 + self.random.below(3) };
        let alternatives = (0..count).map(|_| {
            let remedies = match self.random.below(12) {
                0 => Vec::new(),
                1 => vec![word!(Remedy, "acme:unheard-of")],
                2..5 => vec![Remedy::REFUND, Remedy::EXCHANGE],
                _ => vec![self.random.pick(&[Remedy::EXCHANGE, Remedy::REPAIR])],
            };
            let note = if self.random.chance(40) { Some(self.note()) } else { None };
            Offer { remedies, amount: self.amount(), payee: None, note }
        });
        Proposal { alternatives: alternatives.collect(), person_behind: None }
    }

    /// A proposal beside the one that there is.
    fn amended(&mut self) -> Proposal {
        let Some(mut proposal) = self.case.proposal().cloned() else { return self.proposal() };
        let place = self.random.below(proposal.alternatives.len());
        let (note, amount) = (self.note(), self.amount());
        let offer = &mut proposal.alternatives[place];
        match self.random.below(4) {
            0 => offer.note = Some(note),
            1 => offer.amount = amount,
            2 => offer.remedies = vec![Remedy::REPAIR],
            _ => return self.proposal(),
        }
        proposal
    }

    fn sanction(&mut self) -> SanctionProposal {
        let known = self.case.approvals().iter().filter_map(|approval| match approval.subject() {
            ApprovalSubject::Sanction(sanction) => Some(sanction.clone()),
            _ => None,
        });
        let known: Vec<SanctionProposal> = known.collect();
        if !known.is_empty() && self.random.chance(60) {
            return self.random.pick(&known);
        }
        let person = who(self.random.pick(&["max", "leo"]));
        let kind = self.random.pick(&[Sanction::TRAINING, Sanction::PENALTY]);
        SanctionProposal { person, part: Accountable::Direct, kind, amount: None }
    }

    fn extending(&mut self, now: DateTime<Utc>) -> ClockExtension {
        let known = self.case.approvals().iter().filter_map(|approval| match approval.subject() {
            ApprovalSubject::Extension(extending) => Some(extending.clone()),
            _ => None,
        });
        let known: Vec<ClockExtension> = known.collect();
        if !known.is_empty() && self.random.chance(60) {
            return self.random.pick(&known);
        }
        let changes = [
            ExtensionAmount::Add(TimeAmount::WorkingDays(2)),
            ExtensionAmount::Add(TimeAmount::Minutes(90)),
            ExtensionAmount::Total(TimeAmount::Weeks(3)),
            ExtensionAmount::Until("2025-05-05".parse().unwrap()),
            ExtensionAmount::UntilFixed("2025-05-04".parse().unwrap()),
            ExtensionAmount::Add(TimeAmount::CalendarDays(u32::MAX)),
            ExtensionAmount::Total(TimeAmount::Months(1)),
            ExtensionAmount::Add(TimeAmount::WorkingMinutes(60)),
        ];
        ClockExtension {
            clock: self.clock(),
            department: if self.random.chance(10) { Some(self.department()) } else { None },
            reason: self
                .random
                .pick(&[ExtensionReason::COMPLEX_CASE, ExtensionReason::AGREED_WITH_COMPLAINANT]),
            change: self.random.pick(&changes),
            told: if self.random.chance(60) { Some(self.instant(now)) } else { None },
        }
    }

    fn clock(&mut self) -> ClockName {
        let known = [word!(ClockName, "response"), word!(ClockName, "response"), ClockName::CLOSURE];
        self.random.pick(&known)
    }

    fn matter(&mut self, now: DateTime<Utc>) -> ApprovalSubject {
        let to = self.policies.iter().map(PolicyEdition::of).collect::<Vec<_>>();
        if self.case.complaint().count(Fact::ON_FORCED_CLOSURE_LIST) > 0 && self.random.chance(60) {
            return ApprovalSubject::ForcedClosure;
        }
        match self.random.below(8) {
            0 => ApprovalSubject::Remedy(self.proposal()),
            1 => ApprovalSubject::ForcedClosure,
            2 | 3 => ApprovalSubject::Extension(self.extending(now)),
            4 => ApprovalSubject::Recall,
            5 => ApprovalSubject::Sanction(self.sanction()),
            6 => ApprovalSubject::CorrectiveAction(rule("m-1")),
            _ => ApprovalSubject::PolicyChange(self.random.pick(&to)),
        }
    }

    fn on(&mut self) -> ApprovalReference {
        let note = if self.random.chance(30) { Some(self.note()) } else { None };
        ApprovalReference { approval: self.approval(), note }
    }

    fn approval(&mut self) -> u32 {
        let last = u32::try_from(self.case.approvals().len()).unwrap();
        match self.random.below(20) {
            0 => 0,
            1 => u32::MAX,
            2..6 => 1 + u32::try_from(self.random.below(3)).unwrap(),
            _ => last,
        }
    }

    fn summary(&mut self, now: DateTime<Utc>) -> CaseSummary {
        let id = if self.random.chance(10) {
            self.case.id()
        } else {
            format!("B-{}", self.random.below(4)).parse().unwrap()
        };
        CaseSummary {
            complained_about: Vec::new(),
            complainants: Vec::new(),
            handled_by: Vec::new(),
            complainant_keys: Vec::new(),
            id,
            amounts: self.amount().into_iter().collect(),
            unstated: self.random.chance(10),
            received: self.instant(now),
            due: if self.random.chance(50) {
                vec![ClockDue { clock: ClockName::CLOSURE, at: self.instant(now) }]
            } else {
                Vec::new()
            },
        }
    }

    fn stage(&mut self) -> Stage {
        if self.random.chance(10) {
            self.random.pick(Stage::ALL)
        } else {
            self.random.pick(&[Stage::Proposed, Stage::Investigating, Stage::Triaged])
        }
    }

    /// A command with what it carries: mostly right, at times wrong.
    #[expect(
        clippy::too_many_lines,
        reason = "one arm an action, so that the compiler sees that none is forgotten"
    )]
    fn command(&mut self, action: Action, now: DateTime<Utc>) -> Command {
        let because = |walk: &mut Self| redress::case::command::Remark { note: walk.note() };
        let going = |walk: &mut Self| {
            let mut on = going_on(walk.stage());
            on.reason = walk.note();
            on
        };
        match action {
            Action::Receive => Command::Receive(Receipt {
                policy: PolicyVersion::of(self.policy()),
                complaint: Box::new(Self::complaint(&mut self.random, "A-1")),
                past: None,
            }),
            Action::Acknowledge => Command::Acknowledge,
            Action::Register => Command::Register,
            Action::Triage => Command::Triage(self.findings()),
            Action::AnswerAtOnce => Command::AnswerAtOnce(because(self)),
            Action::FindNotEstablished => Command::FindNotEstablished(NotEstablishedFinding {
                reasons: if self.random.chance(10) {
                    Vec::new()
                } else {
                    vec![NotEstablishedReason::MISUNDERSTANDING]
                },
                explanation: self.note(),
            }),
            Action::Dispatch | Action::Redispatch => {
                let to = Dispatch {
                    department: self.department(),
                    person: if self.random.chance(50) { Some(self.person()) } else { None },
                    reason: if self.random.chance(50) { Some(self.note()) } else { None },
                };
                if action == Action::Dispatch { Command::Dispatch(to) } else { Command::Redispatch(to) }
            }
            Action::Start => Command::Start(InvestigationStart {
                department: if self.random.chance(30) { Some(self.department()) } else { None },
                received: if self.random.chance(40) { Some(self.instant(now)) } else { None },
            }),
            Action::AskCustomer => {
                Command::AskCustomer(Question { note: self.note(), samples: self.random.chance(50) })
            }
            Action::FindCause => Command::FindCause(CauseFinding {
                findings: self.findings(),
                responsible: if self.random.chance(30) { vec![who("max")] } else { Vec::new() },
                possible: self.random.chance(20).then_some(Cause::SERVICE_ATTITUDE).into_iter().collect(),
                evidence: Vec::new(),
            }),
            Action::FindCustomerCaused => {
                let part = self.random.chance(70).then(|| self.note());
                Command::FindCustomerCaused(CustomerCausedFinding {
                    explanation: self.note(),
                    manual_unclear: false,
                    not_explained: self.random.chance(50),
                    cause: part.clone(),
                    corrective: part.clone(),
                    preventive: part,
                })
            }
            Action::Propose => Command::Propose(self.proposal()),
            Action::Submit => Command::Submit,
            Action::SendBack => {
                let signed = self.case.approvals().iter().flat_map(redress::case::approval::Approval::signed);
                let steps: Vec<RuleId> = signed.map(redress::approval::Signature::step).collect();
                let step = if steps.is_empty() { rule("review") } else { self.random.pick(&steps) };
                Command::SendBack(ApprovalReturn {
                    approval: self.approval(),
                    step: self.random.maybe(step),
                    reason: self.note(),
                })
            }
            Action::Sign => Command::Sign(self.on()),
            Action::RefuseToSign => Command::RefuseToSign(self.on()),
            Action::WithdrawSignature => Command::WithdrawSignature(self.on()),
            Action::Override => {
                Command::Override(ApprovalOverride { approval: self.approval(), reason: self.note() })
            }
            Action::TakeBack => Command::TakeBack(self.on()),
            Action::Amend => Command::Amend(self.amended()),
            Action::Offer => Command::Offer,
            Action::Object => Command::Object(because(self)),
            Action::Lapse => Command::Lapse,
            Action::Consent => Command::Consent,
            Action::CarryOut => Command::CarryOut,
            Action::Finish => Command::Finish,
            Action::Fail => Command::Fail(going(self)),
            Action::FollowUp => Command::FollowUp(FollowUpResult {
                kind: self.random.pick(&[FollowUp::SATISFACTION_CHECK, FollowUp::EFFECT_CHECK]),
                opinion: self.random.pick(Opinion::ALL),
            }),
            Action::RecordDissatisfaction => Command::RecordDissatisfaction(going(self)),
            Action::Close => Command::Close,
            Action::ForceClose => Command::ForceClose,
            Action::Withdraw => Command::Withdraw(because(self)),
            Action::Merge => Command::Merge(Merger { into: self.summary(now), reason: self.note() }),
            Action::OpenProject => Command::OpenProject,
            Action::FinishProject => Command::FinishProject,
            Action::Reopen => Command::Reopen(going(self)),
            Action::Review => Command::Review(Lessons { note: self.note() }),
            Action::Promise => Command::Promise(Promise { until: self.instant(now) + TimeDelta::hours(5) }),
            Action::Answer => Command::Answer(Message {
                next: if self.random.chance(40) { Some(now + TimeDelta::hours(30)) } else { None },
                automatic: self.random.chance(20),
                note: if self.random.chance(50) { Some(self.note()) } else { None },
            }),
            Action::HearCustomer => Command::HearCustomer(Message {
                next: None,
                automatic: self.random.chance(10),
                note: Some(self.note()),
            }),
            Action::NotifyProgress => Command::NotifyProgress(because(self)),
            Action::Apologise => Command::Apologise(Apology {
                individual: Some(self.note()),
                effect: if self.random.chance(70) { Some(self.note()) } else { None },
                measure: if self.random.chance(70) { Some(self.note()) } else { None },
            }),
            Action::Contain => Command::Contain(DepartmentContainment {
                department: self.department(),
                measures: vec![Containment::REWORK],
            }),
            Action::WaiveContainment => Command::WaiveContainment(ContainmentWaiver {
                department: self.department(),
                reason: self.note(),
            }),
            Action::HandleGoods => {
                let next = GoodsStep::ALL.iter().position(|step| Some(*step) == self.case.goods_step());
                let next = GoodsStep::ALL.get(next.map_or(0, |place| place + 1)).copied();
                let any = self.random.pick(GoodsStep::ALL);
                Command::HandleGoods(GoodsProgress {
                    step: next.filter(|_| self.random.chance(80)).unwrap_or(any),
                })
            }
            Action::Recall => Command::Recall(RecallProgress { step: self.random.pick(RecallStep::ALL) }),
            Action::TakeAction => Command::TakeAction(MeasureProgress {
                measure: rule(self.random.pick(&["m-1", "m-1", "m-2"])),
                step: self.random.pick(MeasureStep::ALL),
                note: Some(self.note()),
            }),
            Action::RecordDiscipline => Command::RecordDiscipline(DisciplineRecord {
                discipline: self.random.pick(Discipline::ALL),
                note: self.note(),
            }),
            Action::ProposeSanction => Command::ProposeSanction(self.sanction()),
            Action::DecideSanction => Command::DecideSanction(self.sanction()),
            Action::HoldBilling => Command::HoldBilling,
            Action::ReleaseBilling => Command::ReleaseBilling,
            Action::TakeAccidentStep => {
                Command::TakeAccidentStep(AccidentProgress { step: self.random.pick(AccidentStep::ALL) })
            }
            Action::Thank => Command::Thank(ThanksLetter { occasion: ThanksOccasion::CUSTOMER_HELPED }),
            Action::Reclassify => Command::Reclassify(self.findings()),
            Action::Correct => Command::Correct(Correction {
                event: self.random.pick(&[Anchor::RECEIVED, Anchor::REGISTERED, Anchor::DEPARTMENT_RECEIVED]),
                from: self.instant(now),
                to: self.instant(now) - TimeDelta::hours(1),
                reason: self.note(),
            }),
            Action::Happen => Command::Happen(AnchorEvent {
                event: self.random.pick(&[
                    Anchor::DEPARTMENT_RECEIVED,
                    Anchor::AGREED,
                    Anchor::INSTALLED,
                    Anchor::CLOSED,
                ]),
                at: self.instant(now),
                department: if self.random.chance(50) { Some(self.department()) } else { None },
            }),
            Action::Pause | Action::Resume => {
                let pausing = ClockPause {
                    reason: self
                        .random
                        .pick(&[PauseReason::AWAITING_CUSTOMER, PauseReason::AWAITING_SUPPLIER]),
                    clock: if self.random.chance(50) { Some(self.clock()) } else { None },
                    at: if self.random.chance(40) { Some(self.instant(now)) } else { None },
                };
                if action == Action::Pause { Command::Pause(pausing) } else { Command::Resume(pausing) }
            }
            Action::Extend => Command::Extend(self.extending(now)),
            Action::Apply => Command::Apply(self.matter(now)),
            Action::Relax => Command::Relax(because(self)),
            Action::Link => {
                Command::Link(CaseLink { case: self.summary(now), relation: self.random.pick(Relation::ALL) })
            }
            Action::Note => Command::Note(because(self)),
            Action::Deliver => {
                let outlook = Outlook::of(&self.case, self.policy(), now);
                let owed: Vec<DutyKey> = outlook.owed(now).map(|owed| owed.key).collect();
                let any = DutyKey::of(Duty::Warning, 7);
                let duty = if owed.is_empty() { any } else { self.random.pick(&owed) };
                let to = if self.random.chance(80) { vec![self.person()] } else { Vec::new() };
                Command::Deliver(Delivery { duty, to })
            }
            Action::MovePolicy => Command::MovePolicy(PolicyMove {
                to: PolicyVersion::of(if self.random.chance(70) {
                    &self.policies[1]
                } else {
                    &self.policies[0]
                }),
                reason: self.note(),
            }),
        }
    }
}

fn random_cause() -> Cause {
    Cause::PRODUCT_QUALITY_FUNCTION_LACKING
}

impl Asked {
    pub(crate) fn decide(&self, case: &Case) -> Result<redress::case::Decision, redress::case::Refusal> {
        let request = self.request.clone();
        if matches!(request.command, Command::MovePolicy(_)) {
            Office::new(self.policy, people()).decide_move(case, self.to, request)
        } else {
            Office::new(self.policy, people()).decide(case, request)
        }
    }
}

/// Everything that is derived from a case, as text.
pub(crate) fn derived(case: &Case, policy: &Policy, now: DateTime<Utc>) -> String {
    let outlook = Outlook::of(case, policy, now);
    let owed: Vec<_> = outlook.owed(now + TimeDelta::days(60)).collect();
    let readings: Vec<_> = case.clocks(policy, now).iter().map(|clock| clock.reading(policy, now)).collect();
    let standing: Result<Option<Standing>, _> = outlook.standing(now);
    let may = Office::new(policy, people()).allowed(case, who("mia"), now);
    format!("{case:?}\n{outlook:?}\n{owed:?}\n{readings:?}\n{standing:?}\n{may:?}")
}
