//! Short names for what the tests are about.

use chrono::{DateTime, Utc};
use redress::approval::signing::ExcludedPerson;
use redress::approval::{
    Chain, Delegation, Holding, Progress, Roster, RosterBuilder, Signature, Signers, Step,
};
use redress::calendar::instant;
use redress::vocab::course::{ApprovalAct, DecisionKind, Exclusion};
use redress::vocab::{ActorId, Money, Role, RuleId};

pub(crate) const MANAGER: Role = Role::MANAGER;
pub(crate) const HEAD: Role = Role::DEPARTMENT_HEAD;
pub(crate) const LEADER: Role = Role::LEADER_IN_CHARGE;

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    instant::parse(text).unwrap()
}

/// The start of a month of 2026.
pub(crate) fn month(number: u32) -> DateTime<Utc> {
    at(&format!("2026-{number:02}-01T00:00:00Z"))
}

/// The instant at which tests sign.
pub(crate) fn now() -> DateTime<Utc> {
    at("2026-06-15T10:00:00Z")
}

pub(crate) fn who(id: &str) -> ActorId {
    id.parse().unwrap()
}

pub(crate) fn rule(id: &str) -> RuleId {
    id.parse().unwrap()
}

pub(crate) fn eur(minor: u64) -> Money {
    Money::new(minor, "EUR".parse().unwrap())
}

pub(crate) fn usd(minor: u64) -> Money {
    Money::new(minor, "USD".parse().unwrap())
}

pub(crate) fn roster() -> RosterBuilder {
    Roster::builder("r1")
}

pub(crate) fn held(id: &str, role: Role) -> Holding {
    Holding::new(who(id), role)
}

/// A delegation for June 2026.
pub(crate) fn lent(from: &str, to: &str, role: Role) -> Delegation {
    Delegation { from: who(from), to: who(to), role, since: month(6), until: month(7), limit: None }
}

pub(crate) fn approve(id: &str, role: Role) -> Step {
    Step::new(rule(id), ApprovalAct::Approve, Signers::one(role))
}

pub(crate) fn chain(id: &str) -> Chain {
    Chain::new(rule(id), DecisionKind::Remedy)
}

/// The row, which says that nobody signs where no step of it is signed.
pub(crate) fn meant(row: Chain) -> Chain {
    if row.steps().iter().any(Step::approves) { row } else { row.with_nobody_signs() }
}

pub(crate) fn excluded(id: &str, because: Exclusion) -> ExcludedPerson {
    ExcludedPerson { person: who(id), because }
}

/// Signs or panics.
#[track_caller]
pub(crate) fn sign(progress: &Progress<'_>, roster: &Roster, id: &str) -> Signature {
    progress.signature_by(roster, who(id), now()).unwrap()
}

/// The whole text of a refusal to sign.
#[track_caller]
pub(crate) fn refusal(progress: &Progress<'_>, roster: &Roster, id: &str) -> String {
    progress.signature_by(roster, who(id), now()).unwrap_err().to_string()
}

/// Who may sign next, parted by spaces, or why nobody may.
pub(crate) fn next(progress: &Progress<'_>, roster: &Roster) -> String {
    match progress.possible_signers(roster, now()) {
        Ok(passable) => passable.next.iter().map(ActorId::as_str).collect::<Vec<_>>().join(" "),
        Err(stuck) => stuck.to_string(),
    }
}
