//! What may be done in a case now, with content that fits.
//!
//! [`Office::allowed`] tells which actions a person may take, and not with which content. Here each allowed action gets
//! the contents that make a difference for the policy: one for each remedy that a chain names and each amount around
//! its thresholds, one for each pause reason of a clock, one for each open approval, and so on. What `decide` accepts
//! of them is possible.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::{Chain, Holding};
use crate::case::approval::{
    Approval, ApprovalOverride, ApprovalReference, ApprovalReturn, ApprovalState, ApprovalSubject,
};
use crate::case::command::{
    Apology, CauseFinding, ClockExtension, ClockPause, Continuation, CustomerCausedFinding, Delivery,
    Dispatch, ExtensionAmount, Findings, FollowUpResult, InvestigationStart, Lessons, Message,
    NotEstablishedFinding, Note, Offer, Promise, Proposal, Question, Remark, TimeAmount,
};
#[cfg(feature = "proptest")]
use crate::case::course::arrows;
use crate::case::track::{
    ContainmentWaiver, DepartmentContainment, GoodsProgress, MeasureProgress, RecallProgress,
};
use crate::case::{Case, Command, Office, Outlook, Request, Stamp};
use crate::policy::Policy;
use crate::policy::track::FollowUpRule;
use crate::vocab::course::{FollowUp, NotEstablishedReason, Opinion};
use crate::vocab::track::{Containment, GoodsStep, MeasureStep, RecallStep};
use crate::vocab::{
    Action, ActorId, Cause, Code, Department, Facet, FaultParty, FormField, Money, PauseReason, Remedy,
    RuleId, Stage,
};
use crate::word;

/// The people of a roster that are tried: more of one role would do the same.
const MAX_PEOPLE: usize = 24;

/// The proposals that are tried.
const MAX_PROPOSALS: usize = 12;

/// Returns requests that the office accepts for a case at an instant: by each person of the roster, and by two people
/// who hold no role, with contents that make a difference for the policy.
///
/// The list names each kind of step that is possible now, and not every content that it could have. It is empty if the
/// instant lies before the last event of the case, or if the case follows another policy. Moves to another policy, and
/// mergers and links with other cases, are left out.
///
/// # Example
///
/// ```
/// use redress::case::Office;
/// use redress::laws::possible_requests;
/// use redress::sample;
/// use redress::vocab::Action;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?; // proposed by `anna`
/// let possible = possible_requests(&Office::new(&policy, &roster), &case, "2026-04-02T09:00:00Z".parse()?);
/// let signers: Vec<_> =
///     possible.iter().filter(|request| request.command.action() == Action::Sign).map(|request| request.actor).collect();
/// assert_eq!(signers, ["mia".parse()?]);
/// # Ok(()) }
/// ```
#[must_use]
pub fn possible_requests(office: &Office<'_>, case: &Case, at: DateTime<Utc>) -> Vec<Request> {
    requests(office, case, (at, Action::ALL))
}

/// The possible requests for some of the actions.
pub(super) fn requests(
    office: &Office<'_>,
    case: &Case,
    (at, actions): (DateTime<Utc>, &[Action]),
) -> Vec<Request> {
    let Ok(id) = format!("law-{}", case.revision()).parse() else { return Vec::new() };
    let mut found = Vec::new();
    for actor in people(office, at) {
        let allowed = office.allowed(case, actor, at);
        let allowed =
            allowed.into_iter().filter(|row| row.refusal.is_none() && actions.contains(&row.action));
        for command in allowed.flat_map(|row| commands(office.policy(), case, (row.action, at))) {
            let request = Request::on(case, Stamp::new(id, actor, at), command);
            if office.decide(case, request.clone()).is_ok() {
                found.push(request);
            }
        }
    }
    found
}

/// One of the possible requests, chosen by a number. Mostly it moves the case on.
#[cfg(feature = "proptest")]
pub(crate) fn possible_request(
    office: &Office<'_>,
    case: &Case,
    (at, pick): (DateTime<Utc>, u64),
) -> Option<Request> {
    let chosen = |length: usize, part: u32| {
        let part = usize::try_from(pick >> part & 0xFFFF).unwrap_or(0);
        part.checked_rem(length)
    };
    let id = format!("law-{}", case.revision()).parse().ok()?;
    let mut people = people(office, at);
    // Somebody else takes over if the chosen person can do nothing.
    let first = chosen(people.len(), 0)?;
    people.rotate_left(first);
    for actor in people {
        let allowed: Vec<Action> = office
            .allowed(case, actor, at)
            .into_iter()
            .filter(|row| row.refusal.is_none())
            .map(|row| row.action)
            .collect();
        let moves = |action: &Action| {
            let here = case.stage();
            let mut arrows = arrows(office.policy().track(), here, *action);
            arrows.any(|arrow| arrow.to != here) && !matches!(action, Action::Withdraw | Action::Merge)
        };
        let moving: Vec<Action> = allowed.iter().copied().filter(moves).collect();
        let from = if pick >> 60 < 11 && !moving.is_empty() { &moving } else { &allowed };
        let Some(action) = chosen(from.len(), 16).and_then(|place| from.get(place)) else { continue };
        let mut contents = commands(office.policy(), case, (*action, at));
        let Some(place) = chosen(contents.len(), 32) else { continue };
        let request = Request::on(case, Stamp::new(id, actor, at), contents.swap_remove(place));
        if office.decide(case, request.clone()).is_ok() {
            return Some(request);
        }
    }
    None
}

/// Two people without a role, and each person and each system of the roster.
fn people(office: &Office<'_>, at: DateTime<Utc>) -> Vec<ActorId> {
    let roster = office.roster();
    let mut known = BTreeSet::new();
    let held = roster.holdings().iter().filter(|holding| holding.covers(at)).map(Holding::person);
    let delegates = roster
        .delegations()
        .iter()
        .filter(|delegation| delegation.covers(at))
        .map(|delegation| delegation.to);
    let all = held.chain(delegates).chain(roster.systems().iter().copied());
    let mut found: Vec<ActorId> = all.filter(|person| known.insert(*person)).take(MAX_PEOPLE).collect();
    let fresh = (1_u32..).filter_map(|number| format!("desk-{number}").parse().ok());
    let fresh = fresh.filter(|person| !known.contains(person)).take(2);
    found.splice(0..0, fresh);
    found
}

fn note() -> Option<Note> {
    "as found".parse().ok()
}

/// The first word of a facet that is in use, if the policy declares one.
fn some_word(policy: &Policy, facet: Facet, at: DateTime<Utc>) -> Option<Code> {
    words(policy, facet, at).next()
}

/// The words of a facet that are in use. All of them if the calendar does not know the day.
fn words(policy: &Policy, facet: Facet, at: DateTime<Utc>) -> impl Iterator<Item = Code> + '_ {
    let day = policy.calendar().date(at).ok();
    let in_use = move |(known, word): &(Facet, crate::taxonomy::Declared<Code>)| {
        *known == facet && day.is_none_or(|day| word.is_in_use(day))
    };
    policy.taxonomy().declarations().filter(in_use).map(|(_, word)| word.word)
}

/// The proposals that lead to different chains.
fn proposals(policy: &Policy, at: DateTime<Utc>) -> Vec<Proposal> {
    let chains = policy.approvals().chains();
    let named = chains.iter().flat_map(|chain| chain.remedies().unwrap_or_default().iter().copied());
    let any = words(policy, Facet::Remedy, at).map(Remedy::from).take(2);
    let mut remedies: Vec<Remedy> = any.chain(named).collect();
    remedies.dedup();
    let over = chains.iter().filter_map(Chain::over);
    let raised = over.clone().map(|amount| Money::new(amount.minor().saturating_add(1), amount.currency()));
    let mut amounts: Vec<Option<Money>> =
        core::iter::once(None).chain(over.chain(raised).map(Some)).collect();
    amounts.dedup();
    let wanted = policy.track().alternatives_wanted().max(1);
    let each = amounts.into_iter().flat_map(|amount| remedies.iter().map(move |remedy| (amount, *remedy)));
    let made = each.map(|(amount, remedy)| {
        let offer = amount.into_iter().fold(Offer::new(remedy), Offer::with_amount);
        (1..wanted).fold(Proposal::of(offer.clone()), |proposal, _| proposal.with_alternative(offer.clone()))
    });
    made.take(MAX_PROPOSALS).collect()
}

/// What is still to be found out before a case can go on.
fn findings(policy: &Policy, case: &Case, at: DateTime<Utc>) -> Findings {
    let mut findings = Findings::default();
    let required = policy.track().required().iter().filter_map(FormField::facet);
    for facet in required.filter(|facet| case.complaint().words().codes(*facet).next().is_none()) {
        if let Some(word) = some_word(policy, facet, at) {
            findings.words.add_code(facet, word);
        }
    }
    for fact in policy.must_ask().iter().filter(|fact| !case.complaint().is_answered(**fact)) {
        findings = findings.with_fact(*fact, 0);
    }
    findings
}

/// Findings of the cause, one for each kind of fault party.
fn causes(policy: &Policy, case: &Case, at: DateTime<Utc>) -> Vec<CauseFinding> {
    let parties: Vec<FaultParty> = words(policy, Facet::FaultParty, at).map(FaultParty::from).collect();
    let own = parties.iter().find(|party| party.is_own() && party.is_determined());
    let other = parties.iter().find(|party| !party.is_own() && party.is_determined());
    let by = |party: Option<&FaultParty>| {
        let mut found = CauseFinding { findings: findings(policy, case, at), ..CauseFinding::default() };
        if let Some(cause) = some_word(policy, Facet::Cause, at) {
            found.findings.words.add(Cause::from(cause));
        }
        if let Some(party) = party {
            found.findings.words.add(*party);
        }
        found
    };
    let mut found: Vec<CauseFinding> =
        [own, other].into_iter().flatten().map(|party| by(Some(party))).collect();
    if found.is_empty() {
        found.push(by(None));
    }
    found
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm an action, so that the compiler sees that none is forgotten"
)]
fn commands(policy: &Policy, case: &Case, (action, at): (Action, DateTime<Utc>)) -> Vec<Command> {
    let Some(note) = note() else { return Vec::new() };
    let remark = || Remark::new(note.clone());
    let one = |command: Command| Vec::from([command]);
    let approvals = || case.approvals().iter().filter(|approval| is_running(approval)).map(Approval::number);
    let on = |make: fn(ApprovalReference) -> Command| {
        approvals().map(|number| make(ApprovalReference::new(number))).collect()
    };
    let stages = || {
        let known = [Stage::Investigating, Stage::Proposed, Stage::Triaged];
        known
            .into_iter()
            .filter(|stage| policy.track().has_stage(*stage))
            .map(|stage| Continuation::to(stage, note.clone()))
    };
    let departments = || {
        let received = case.complaint().departments().iter().map(|(department, _)| *department);
        let mut all: Vec<Department> = case.department().into_iter().chain(received).collect();
        all.extend(words(policy, Facet::Department, at).map(Department::from).take(2));
        all.dedup();
        all
    };
    let pauses = || {
        let rules = policy.clocks().iter().flat_map(|rule| rule.clock().pauses());
        rules.map(|rule| rule.reason()).collect::<BTreeSet<PauseReason>>().into_iter().map(ClockPause::new)
    };
    match action {
        Action::Acknowledge => one(Command::Acknowledge),
        Action::Register => one(Command::Register),
        Action::Triage => one(Command::Triage(findings(policy, case, at))),
        Action::AnswerAtOnce => one(Command::AnswerAtOnce(remark())),
        Action::FindNotEstablished => words(policy, Facet::NotEstablishedReason, at)
            .take(1)
            .map(|reason| NotEstablishedFinding::new(NotEstablishedReason::from(reason), note.clone()))
            .map(Command::FindNotEstablished)
            .collect(),
        Action::Dispatch => departments()
            .into_iter()
            .map(|to| Command::Dispatch(Dispatch::to(to).with_reason(note.clone())))
            .collect(),
        Action::Redispatch => departments()
            .into_iter()
            .map(|to| Command::Redispatch(Dispatch::to(to).with_reason(note.clone())))
            .collect(),
        Action::Start => one(Command::Start(InvestigationStart::now())),
        Action::AskCustomer => one(Command::AskCustomer(Question::new(note.clone()))),
        Action::FindCause => causes(policy, case, at).into_iter().map(Command::FindCause).collect(),
        Action::FindCustomerCaused => one(Command::FindCustomerCaused(CustomerCausedFinding {
            explanation: note.clone(),
            manual_unclear: false,
            not_explained: false,
            cause: Some(note.clone()),
            corrective: Some(note.clone()),
            preventive: Some(note.clone()),
        })),
        Action::Propose => proposals(policy, at).into_iter().map(Command::Propose).collect(),
        Action::Amend => proposals(policy, at).into_iter().map(Command::Amend).collect(),
        Action::Submit => one(Command::Submit),
        Action::SendBack => approvals()
            .map(|number| Command::SendBack(ApprovalReturn::to_author(number, note.clone())))
            .collect(),
        Action::Sign => on(Command::Sign),
        Action::RefuseToSign => on(Command::RefuseToSign),
        Action::WithdrawSignature => on(Command::WithdrawSignature),
        Action::TakeBack => on(Command::TakeBack),
        Action::Override => approvals()
            .map(|approval| Command::Override(ApprovalOverride { approval, reason: note.clone() }))
            .collect(),
        Action::Offer => one(Command::Offer),
        Action::Object => one(Command::Object(remark())),
        Action::Lapse => one(Command::Lapse),
        Action::Consent => one(Command::Consent),
        Action::CarryOut => one(Command::CarryOut),
        Action::Finish => one(Command::Finish),
        Action::Fail => stages().map(Command::Fail).collect(),
        Action::FollowUp => {
            let kinds = policy.track().follow_up().map(FollowUpRule::kind).into_iter();
            let kinds: BTreeSet<FollowUp> =
                kinds.chain([FollowUp::SATISFACTION_CHECK, FollowUp::EFFECT_CHECK]).collect();
            kinds
                .into_iter()
                .map(|kind| Command::FollowUp(FollowUpResult::new(kind, Opinion::Satisfied)))
                .collect()
        }
        Action::RecordDissatisfaction => stages().map(Command::RecordDissatisfaction).collect(),
        Action::Close => one(Command::Close),
        Action::ForceClose => one(Command::ForceClose),
        Action::Withdraw => one(Command::Withdraw(remark())),
        Action::OpenProject => one(Command::OpenProject),
        Action::FinishProject => one(Command::FinishProject),
        Action::Reopen => stages().map(Command::Reopen).collect(),
        Action::Review => one(Command::Review(Lessons::new(note.clone()))),
        Action::Promise => {
            let until = at.checked_add_signed(chrono::TimeDelta::days(2));
            until.map(|until| Command::Promise(Promise::until(until))).into_iter().collect()
        }
        Action::Answer => one(Command::Answer(Message::new().with_note(note.clone()))),
        Action::HearCustomer => one(Command::HearCustomer(Message::new().with_note(note.clone()))),
        Action::NotifyProgress => one(Command::NotifyProgress(remark())),
        Action::Apologise => one(Command::Apologise(Apology {
            individual: Some(note.clone()),
            effect: Some(note.clone()),
            measure: Some(note.clone()),
        })),
        Action::Contain => {
            let measures: Vec<Containment> =
                words(policy, Facet::Containment, at).map(Containment::from).take(1).collect();
            let of = |department| DepartmentContainment { department, measures: measures.clone() };
            departments().into_iter().map(|department| Command::Contain(of(department))).collect()
        }
        Action::WaiveContainment => departments()
            .into_iter()
            .map(|department| {
                Command::WaiveContainment(ContainmentWaiver { department, reason: note.clone() })
            })
            .collect(),
        Action::HandleGoods => {
            GoodsStep::ALL.iter().map(|step| Command::HandleGoods(GoodsProgress { step: *step })).collect()
        }
        Action::Recall => {
            RecallStep::ALL.iter().map(|step| Command::Recall(RecallProgress { step: *step })).collect()
        }
        Action::TakeAction => MeasureStep::ALL
            .iter()
            .map(|step| MeasureProgress {
                measure: word!(RuleId, "m-1"),
                step: *step,
                note: Some(note.clone()),
            })
            .map(Command::TakeAction)
            .collect(),
        Action::HoldBilling => one(Command::HoldBilling),
        Action::ReleaseBilling => one(Command::ReleaseBilling),
        Action::Reclassify => one(Command::Reclassify(findings(policy, case, at))),
        Action::Pause => pauses().map(Command::Pause).collect(),
        Action::Resume => pauses().map(Command::Resume).collect(),
        Action::Extend => {
            let each = policy.clocks().iter().flat_map(|rule| {
                rule.clock().extensions().iter().map(|extension| (rule.name(), extension.reason()))
            });
            let longer = |(clock, reason)| {
                let change = ExtensionAmount::Add(TimeAmount::CalendarDays(2));
                Command::Extend(ClockExtension::new(clock, reason, change).with_told(at))
            };
            each.map(longer).collect()
        }
        Action::Apply => [ApprovalSubject::ForcedClosure, ApprovalSubject::Recall]
            .into_iter()
            .map(Command::Apply)
            .collect(),
        Action::Relax => one(Command::Relax(remark())),
        Action::Note => one(Command::Note(remark())),
        Action::Deliver => {
            let outlook = Outlook::of(case, policy, at);
            outlook.owed(at).take(1).map(|owed| Command::Deliver(Delivery::new(owed.key))).collect()
        }
        // What needs another case, another person or another policy, or content that no policy limits.
        Action::Receive
        | Action::Merge
        | Action::Link
        | Action::MovePolicy
        | Action::RecordDiscipline
        | Action::ProposeSanction
        | Action::DecideSanction
        | Action::TakeAccidentStep
        | Action::Thank
        | Action::Correct
        | Action::Happen => Vec::new(),
    }
}

fn is_running(approval: &Approval) -> bool {
    approval.state() == ApprovalState::Open
}
