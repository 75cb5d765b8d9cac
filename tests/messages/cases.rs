//! Errors of cases: each variant once, with its whole text. Which request makes which is shown by the tests of cases.

use redress::approval::{ApprovalUnknown, Missing, SigningRefusal, Stuck};
use redress::case::{ApprovalState, Notice, Note, NoteError, Refusal, ReplayProblem};
use redress::deadline::ClockError;
use redress::policy::PolicyVersion;
use redress::taxonomy::Taxonomy;
use redress::triage::TriageError;
use redress::vocab::{
    AccidentStep, Action, ActorId, Anchor, CaseId, ClockName, CommandId, Department, Fact, FormField,
    GoodsStep, MeasureStep, RecallStep, Role, RuleId, Severity, Stage, StandardSubject,
};

use crate::{Texts, at};

fn who(id: &str) -> ActorId {
    id.parse().unwrap()
}

fn rule(id: &str) -> RuleId {
    id.parse().unwrap()
}

fn case() -> CaseId {
    "A-1".parse().unwrap()
}

fn command() -> CommandId {
    "K-1".parse().unwrap()
}

fn version(version: &str) -> PolicyVersion {
    PolicyVersion { name: "desk".into(), version: version.into() }
}

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    instants(&mut texts);
    course(&mut texts);
    passed_on(&mut texts);
    approvals(&mut texts);
    closing(&mut texts);
    side_tracks(&mut texts);
    clocks(&mut texts);
    moves(&mut texts);
    notices(&mut texts);
    notes(&mut texts);
    histories(&mut texts);
    #[cfg(feature = "audit")]
    seals(&mut texts);
    texts
}

fn instants(texts: &mut Texts) {
    let (early, late) = (at("2026-03-02T09:00:00Z"), at("2026-03-02T10:00:00Z"));
    texts.is(
        Refusal::Backwards { at: early, last: late },
        "2026-03-02T09:00:00Z lies before the last event at 2026-03-02T10:00:00Z, expected that or a later instant",
    );
    texts.is(
        Refusal::InTheFuture { at: late, now: early },
        "2026-03-02T10:00:00Z is later than the request at 2026-03-02T09:00:00Z, expected that or an earlier instant",
    );
    texts.is(
        Refusal::BeforeReceipt { at: early, received: late },
        "2026-03-02T09:00:00Z lies before the receipt at 2026-03-02T10:00:00Z, expected that or a later instant",
    );
    texts.is(
        Refusal::TooEarly { at: early, from: late },
        "2026-03-02T09:00:00Z is too early, expected 2026-03-02T10:00:00Z or later",
    );
    texts.is(
        Refusal::TooLate { at: late, until: early },
        "2026-03-02T10:00:00Z is too late, expected 2026-03-02T09:00:00Z or earlier",
    );
    texts.is(
        Refusal::LaterCorrection { event: Anchor::RECEIVED, from: early, to: late },
        "`received` was at 2026-03-02T09:00:00Z, expected an earlier instant and not 2026-03-02T10:00:00Z: \
         a correction gives no later date",
    );
    texts.is(
        Refusal::NothingToCorrect { event: Anchor::RECEIVED, from: early },
        "`received` is not recorded at 2026-03-02T09:00:00Z, expected the instant on record",
    );
    texts.is(
        Refusal::PromiseOpen { until: late },
        "an answer is promised until 2026-03-02T10:00:00Z, expected it before",
    );
    texts.is(
        Refusal::NoTransferWhenUnclosed { clock: ClockName::CLOSURE, due: early },
        "the limit of clock `closure` passed at 2026-03-02T09:00:00Z, expected that the department goes on \
         (no transfer when unclosed)",
    );
}

fn course(texts: &mut Texts) {
    texts.is(
        Refusal::OtherPolicy { case: case(), given: version("2"), expected: version("1") },
        "case `a-1` goes by policy `desk 1`, expected that and not `desk 2`",
    );
    texts.is(
        Refusal::Stale { case: case(), expected: 3, actual: 5 },
        "case `a-1` has 5 events, expected 3 as it was seen",
    );
    texts.is(
        Refusal::OtherCommand { command: command(), was: Action::Register, by: who("anna") },
        "command `k-1` was `register` by `anna`, expected the same again, or another id",
    );
    let (action, stage) = (Action::Close, Stage::Received);
    texts.is(
        Refusal::NotFromHere { action, stage, allowed: vec![Action::Register, Action::Note] },
        "cannot `close` while `received`, allowed here: `register`, `note`, expected one of these",
    );
    texts.is(
        Refusal::NotFromHere { action, stage, allowed: Vec::new() },
        "cannot `close` while `received`, allowed here: nothing, expected one of these",
    );
    let (action, stage, to) = (Action::Reopen, Stage::Closed, Stage::Offered);
    texts.is(
        Refusal::NotThere { action, stage, to, expected: vec![Stage::Triaged, Stage::Investigating] },
        "`reopen` does not lead from `closed` to `offered`, expected `triaged`, `investigating`",
    );
    let (actor, action) = (who("anna"), Action::Close);
    texts.is(
        Refusal::NotPermitted { actor, action, roles: vec![Role::MANAGER, Role::HANDLER] },
        "`anna` may not `close`, expected somebody who holds `manager` or `handler`",
    );
}
