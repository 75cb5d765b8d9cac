//! Errors of cases: each variant once, with its whole text. Which request makes which is shown by the tests of cases.

use chrono::Timelike;
use redress::approval::signing::{MissingInput, UnknownChain};
use redress::approval::{ApprovalFault, Roster, SigningRefusal, StuckApproval};
use redress::case::approval::ApprovalState;
use redress::case::command::{Note, NoteError};
use redress::case::{
    Case, Command, Event, EventKind, Notice, Office, Refusal, RefusalKind, Request, Stamp, open,
};
use redress::deadline::choice::Bound;
use redress::deadline::rule::ClockError;
use redress::deadline::{Count, DeadlineError, Due};
use redress::guidance::self_repair::SelfRepairRefusal;
use redress::policy::clock::ClockRounds;
use redress::policy::{Policy, PolicyFault, PolicyVersion, Routing};
use redress::taxonomy::Taxonomy;
use redress::triage::{ComplaintDocument, ComplaintFault};
use redress::vocab::track::{AccidentStep, GoodsStep, MeasureStep, RecallStep};
use redress::vocab::{
    Action, ActorId, Anchor, CaseId, ClockName, CommandId, Department, Facet, Fact, FormField, Locale,
    PauseReason, Role, RuleId, Severity, Stage,
};

use crate::messages::{Texts, at};

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
    policies(&mut texts);
    texts.is(
        SelfRepairRefusal::NotComplete,
        "the repair is not confirmed complete; confirm it before you pay",
    );
    texts.is(SelfRepairRefusal::Paid, "the repair has already been paid; do not pay it again");
    #[cfg(feature = "audit")]
    seals(&mut texts);
    texts
}

fn instants(texts: &mut Texts) {
    let (early, late) = (at("2026-03-02T09:00:00Z"), at("2026-03-02T10:00:00Z"));
    texts.is(
        Refusal::Backwards { at: early, last: late },
        "2026-03-02T09:00:00Z is before the last event at 2026-03-02T10:00:00Z, expected that instant or a later one",
    );
    texts.is(
        Refusal::InTheFuture { at: late, now: early },
        "2026-03-02T10:00:00Z is in the future: the request was made at 2026-03-02T09:00:00Z, expected that instant \
         or an earlier one",
    );
    texts.is(
        Refusal::BeforeReceipt { at: early, received: late },
        "2026-03-02T09:00:00Z is before the receipt at 2026-03-02T10:00:00Z, expected that instant or a later one",
    );
    texts.is(
        Refusal::TooEarly { at: early, from: late },
        "2026-03-02T09:00:00Z is too early, expected 2026-03-02T10:00:00Z or later",
    );
    texts.is(
        Refusal::TooLate { at: late, until: Due::new(early, Bound::Inclusive) },
        "2026-03-02T10:00:00Z is too late, expected 2026-03-02T09:00:00Z or earlier",
    );
    texts.is(
        Refusal::TooLate { at: late, until: Due::new(early, Bound::Exclusive) },
        "2026-03-02T10:00:00Z is too late, expected an instant before 2026-03-02T09:00:00Z",
    );
    texts.is(
        Refusal::LateEntry {
            actor: "anna".parse().unwrap(),
            clock: ClockName::CLOSURE,
            roles: vec![Role::DEPARTMENT_HEAD, Role::MANAGER],
        },
        "`anna` may not enter this late: it would cancel the miss of clock `closure`, which requires the role \
         `department-head` or `manager`",
    );
    texts.is(
        Refusal::TooLateEntry {
            clock: ClockName::CLOSURE,
            at: late,
            until: Due::new(early, Bound::Inclusive),
        },
        "2026-03-02T10:00:00Z is too late for an entry that cancels the miss of clock `closure`, expected \
         2026-03-02T09:00:00Z or earlier",
    );
    texts.is(
        Refusal::LateEntryNotKnown {
            clock: ClockName::CLOSURE,
            reason: DeadlineError::OutOfRange { count: Count::Months(120_000) },
        },
        "the time limit for a late entry on clock `closure` cannot be determined: 120000 months leads beyond the \
         year 9999; use a smaller amount",
    );
    texts.is(
        Refusal::WindowNotKnown(DeadlineError::OutOfRange { count: Count::Months(120_000) }),
        "the time limit for reopening a closed case cannot be determined: 120000 months leads beyond the year 9999; use a \
         smaller amount",
    );
    texts.is(
        Refusal::LaterCorrection { event: Anchor::RECEIVED, from: early, to: late },
        "`received` was recorded at 2026-03-02T09:00:00Z and can only be corrected to an earlier instant, not to \
         2026-03-02T10:00:00Z",
    );
    texts.is(
        Refusal::NothingToCorrect { event: Anchor::RECEIVED, from: early },
        "`received` is not recorded at 2026-03-02T09:00:00Z; name the instant on record",
    );
    texts.is(
        Refusal::PromiseOpen { until: late },
        "an answer is promised by 2026-03-02T10:00:00Z; give that answer first",
    );
    texts.is(
        Refusal::NoTransferWhenUnclosed { clock: ClockName::CLOSURE, due: early },
        "clock `closure` was due at 2026-03-02T09:00:00Z: an overdue complaint cannot be transferred to another \
         department",
    );
}

fn course(texts: &mut Texts) {
    texts.is(
        Refusal::OtherPolicy { case: case(), given: version("2"), expected: version("1") },
        "case `A-1` follows policy `desk 1`, not `desk 2`; load policy `desk 1`",
    );
    texts.is(
        Refusal::Stale { case: case(), expected: 3, actual: 5 },
        "case `A-1` has changed: the request is for revision 3, the case is at revision 5; load it again",
    );
    texts.is(
        Refusal::OtherCommand { command: command(), was: Action::Register, by: who("anna") },
        "command id `K-1` was already used by `anna` for `register`; repeat that request unchanged, or use a new id",
    );
    let (action, stage) = (Action::Close, Stage::Received);
    texts.is(
        Refusal::NotFromHere { action, stage, allowed: vec![Action::Register, Action::Note] },
        "cannot `close` while `received`; possible now: `register`, `note` (side-track actions are not listed)",
    );
    texts.is(
        Refusal::NotFromHere { action, stage, allowed: Vec::new() },
        "cannot `close` while `received`; possible now: none (side-track actions are not listed)",
    );
    let (action, stage, to) = (Action::Reopen, Stage::Closed, Stage::Offered);
    texts.is(
        Refusal::NotThere { action, stage, to, expected: vec![Stage::Triaged, Stage::Investigating] },
        "`reopen` cannot lead from `closed` to `offered`, expected `triaged` or `investigating`",
    );
    let (actor, action) = (who("anna"), Action::Close);
    texts.is(
        Refusal::NotPermitted { actor, action, roles: vec![Role::MANAGER, Role::HANDLER] },
        "`anna` may not `close`: this requires the role `manager` or `handler`",
    );
}

fn passed_on(texts: &mut Texts) {
    let unknown: Department = "acme:nowhere".parse().unwrap();
    let word = Taxonomy::standard().check_known(unknown).unwrap_err();
    texts.is(Refusal::Word(word.clone()), &word.to_string());
    let said = r#"{"id": "a", "received": "2026-03-02T10:00:00Z", "demand": ["refund"], "no-demand": true}"#;
    let complaint = serde_json::from_str::<ComplaintDocument>(said).unwrap().build().unwrap_err();
    texts.is(Refusal::Complaint(complaint.clone()), &complaint.to_string());
    let clock = ClockError::NotPaused { clock: ClockName::CLOSURE, reason: crate::messages::CUSTOMER };
    texts.is(
        Refusal::Clock(clock),
        "clock `closure` is not paused for `awaiting-customer`; there is nothing to resume",
    );
    let unknown = UnknownChain { chain: rule("two"), missing: MissingInput::Severity };
    texts.is(
        Refusal::ApprovalUnknown(unknown),
        "approval chain `two`: the severity is unknown; rate the complaint first",
    );
    let signing = SigningRefusal::NothingOpen { actor: who("anna") };
    texts.is(Refusal::Signing(signing.clone()), &signing.to_string());
    let stuck = StuckApproval::TooComplex { steps: 100, signatures: 1_000 };
    texts.is(Refusal::Stuck(stuck.clone()), &stuck.to_string());
}

fn approvals(texts: &mut Texts) {
    texts.is(Refusal::NotApproved { chain: rule("two") }, "this must first be approved by chain `two`");
    texts.is(
        Refusal::SignedIt { actor: who("mia"), approval: 2 },
        "`mia` cannot change what approval 2 is for: they have signed it",
    );
    texts.is(Refusal::NothingToApprove, "the policy requires no approval for this; go on without one");
    let states = [
        (ApprovalState::Open, "open"),
        (ApprovalState::Approved, "complete"),
        (ApprovalState::Used, "carried out"),
        (ApprovalState::Refused, "refused"),
        (ApprovalState::Returned, "returned"),
        (ApprovalState::TakenBack, "taken back"),
        (ApprovalState::Void, "void"),
    ];
    for (state, told) in states {
        let over = Refusal::ApprovalOver { approval: 1, state };
        texts.is(over, &format!("approval 1 is {told}, expected an open one"));
    }
    texts.is(
        Refusal::ApprovalOpen { approval: 1 },
        "approval 1 is still open or not yet carried out; it must end first",
    );
    texts.is(
        Refusal::NotTheProposer { actor: who("mia"), proposer: who("anna") },
        "`mia` cannot take the approval back: only `anna`, who submitted it, can",
    );
    texts.is(
        Refusal::NoStepToReturnTo { step: rule("final"), expected: vec![rule("review")] },
        "the approval cannot be returned to step `final`: it is not signed yet or not in the chain, expected `review`",
    );
    texts.is(
        Refusal::AmountOutOfRange,
        "the total of all amounts is too large, expected less than 2^64 minor units",
    );
    texts.is(
        Refusal::HandledIt { actor: who("anna") },
        "`anna` is involved in this case; somebody who is not must do this",
    );
    texts.is(
        Refusal::Concerned { actor: who("max"), action: Action::DecideSanction },
        "`max` may not `decide-sanction`: it concerns them; somebody else must do this",
    );
}

fn closing(texts: &mut Texts) {
    texts.is(Refusal::NoConsent, "the complainant has not agreed yet; record their consent first");
    texts.is(Refusal::NoReopening, "this policy does not allow closed cases to be reopened; open a new case");
    texts.is(
        Refusal::FollowUpsMissing { done: 1, minimum: 2 },
        "follow-up contacts made: 1 of at least 2; contact the complainant again before closing",
    );
    texts.is(
        Refusal::NotSatisfied,
        "the complainant has not said that they are satisfied, which closing requires; silence does not count",
    );
    texts.is(
        Refusal::EffectNotConfirmed { measure: rule("m-1") },
        "the effect of measure `m-1` must be confirmed before closing",
    );
    texts.is(Refusal::FindingsMissing { part: "the cause" }, "the cause must be recorded before closing");
    texts.is(
        Refusal::ContainmentMissing { department: Department::QUALITY },
        "department `quality` has no containment measure; record one, or record that none is needed",
    );
    texts.is(Refusal::OpenApproval { approval: 3 }, "approval 3 is open; it must end before closing");
    texts.is(Refusal::OpenProject, "the project is open; it must be finished before closing");
    texts.is(
        Refusal::OpenRecall { step: RecallStep::Started },
        "the recall is `started`; it must be finished before closing",
    );
    texts.is(
        Refusal::NotProjectDue,
        "the case cannot become a project yet: its project clock has not run out",
    );
    texts.is(
        Refusal::NotOnForcedClosureList { missing: vec![Fact::NO_SOLUTION_NOW] },
        "the complaint cannot be closed by force: this requires fact `no-solution-now`",
    );
}

fn side_tracks(texts: &mut Texts) {
    texts.is(
        Refusal::NotAtReceipt { event: Anchor::REGISTERED },
        "`registered` cannot be part of the receipt; open the case without it, then record it with its own command",
    );
    texts.is(
        Refusal::MissingFields { missing: vec![FormField::CATEGORY, FormField::NARRATIVE] },
        "the form is not complete; fill in `category`, `narrative`",
    );
    texts.is(
        Refusal::NotWrittenDown,
        "a spoken complaint must be written down; add what was said as its text",
    );
    texts.is(
        Refusal::NotMinor { severity: Some(Severity::General) },
        "the complaint cannot be answered at once: it is `general`, expected `minor`",
    );
    texts.is(
        Refusal::NotMinor { severity: None },
        "the complaint cannot be answered at once: its severity is not known, expected `minor`",
    );
    texts.is(
        Refusal::NotAtOnce,
        "the complaint cannot be answered at once: no rule of the policy marks it \
        `answer-at-once`",
    );
    texts.is(Refusal::Unrouted, "the routing table names no owner; name a department in the command");
    texts.is(
        Refusal::ClosedByForce,
        "the complaint meets the test for forced closure; close it by force, or record first that there is a solution",
    );
    texts.is(Refusal::FaultNotKnown, "the party at fault is not known; record it before proposing a remedy");
    texts.is(
        Refusal::NotCustomersFault,
        "the customer is not recorded as the party at fault; record that first, or give another answer",
    );
    texts.is(Refusal::MissingPart { part: "the cause" }, "the form requires the cause; fill it in");
    texts.is(
        Refusal::HowMany { what: "alternatives", count: 17, limit: 16 },
        "17 alternatives, expected at most 16",
    );
    texts.is(
        Refusal::Already { what: "project".into() },
        "`project` is already on record; it cannot be recorded \
        twice",
    );
    texts.is(Refusal::NoSuch { what: "open project" }, "this cannot be done: there is no open project");
    texts.is(
        Refusal::ApologyOwed { missing: vec!["effect", "measure"] },
        "an apology must come before the solution; record one that names `effect`, `measure`",
    );
    texts.is(
        Refusal::ApologyOwed { missing: Vec::new() },
        "an apology must come before the solution; record one",
    );
    let (step, before, expected) = (GoodsStep::Disposed, Some(GoodsStep::Listed), GoodsStep::StateConfirmed);
    texts.is(
        Refusal::GoodsOrder { step, before, expected },
        "returned goods: `disposed` cannot follow `listed`, expected `state-confirmed`",
    );
    texts.is(
        Refusal::RecallOrder {
            step: RecallStep::Finished,
            before: None,
            expected: vec![RecallStep::Needed, RecallStep::NotNeeded],
        },
        "recall: `finished` cannot come first, expected `needed` or `not-needed`",
    );
    texts.is(
        Refusal::MeasureOrder {
            measure: rule("m-1"),
            step: MeasureStep::Standardised,
            before: Some(MeasureStep::Planned),
            expected: vec![MeasureStep::CarriedOut],
        },
        "measure `m-1`: `standardised` cannot follow `planned`, expected `carried-out`",
    );
    texts.is(
        Refusal::AccidentOrder { step: AccidentStep::Bill, before: None, expected: AccidentStep::Notify },
        "accident: `bill` cannot come first, expected `notify`",
    );
    texts.is(Refusal::BillBeforeSolution, "the bill cannot be released until the complaint is resolved");
    texts.is(Refusal::SameCase { case: case() }, "case `A-1` cannot be linked to itself; name another case");
}

fn clocks(texts: &mut Texts) {
    texts.is(
        Refusal::NoSuchClock { expected: vec![ClockName::CLOSURE, ClockName::RESPONSE] },
        "no running clock of this case matches the command; running clocks: `closure`, `response`",
    );
    texts.is(
        Refusal::NoSuchClock { expected: Vec::new() },
        "no running clock of this case matches the command; running clocks: none",
    );
    texts.is(
        Refusal::NotTold { clock: ClockName::CLOSURE },
        "clock `closure` can only be extended after the complainant was told; say when that was",
    );
    texts.is(
        Refusal::OwnCommand { event: Anchor::CLOSED },
        "`closed` has a command of its own; use that command to record it",
    );
    let leap = at("2025-06-30T23:59:59Z").with_nanosecond(1_500_000_000).unwrap();
    texts.is(
        Refusal::Unwritable { at: leap },
        "2025-07-01T00:00:00.500Z cannot be stored, expected an instant from year 1 to 9999 that is not a leap second",
    );
}

fn moves(texts: &mut Texts) {
    texts.is(Refusal::TakesBothPolicies, "a move to another policy needs both policies; call `decide_move`");
    texts.is(
        Refusal::OtherTarget { given: version("2"), expected: version("3") },
        "the command moves the case to policy `desk 3`, not to `desk 2`; give policy `desk 3`",
    );
    texts.is(
        Refusal::StageNotThere { policy: version("2"), stage: Stage::Triaged },
        "policy `desk 2` has no stage `triaged`; move the case on first",
    );
}

fn notices(texts: &mut Texts) {
    texts.is(
        Notice::FewAlternatives { given: 1, wanted: 3 },
        "the proposal has 1 of 3 alternatives that the policy \
        asks for; add more",
    );
    texts.is(
        Notice::FewFollowUps { done: 1, wanted: 2 },
        "1 of 2 follow-up contacts were made; contact the \
        complainant again",
    );
    texts.is(
        Notice::IncompleteApology { individual: true, effect: false, measure: false },
        "the apology is not complete; it should also name `effect`, `measure`",
    );
    texts.is(
        Notice::NoPromise,
        "the complaint is not solved and nothing is promised; promise the time of the next answer",
    );
    texts.is(Notice::TellComplainant, "the case was closed without a solution; tell the complainant");
    texts.is(
        Notice::TellSigners { step: rule("review") },
        "the signatures on step `review` stay valid; tell their signers about the change",
    );
}

fn notes(texts: &mut Texts) {
    let refused = |text: &str| -> NoteError { text.parse::<Note>().unwrap_err() };
    texts.is(refused(" "), "note is empty, expected 1 to 4000 bytes");
    texts.is(refused(&"x".repeat(4_001)), "note has 4001 bytes, expected at most 4000");
    texts.is(
        refused("ab\tc"),
        "note has a control or invisible character at byte 2; only line feeds are allowed",
    );
}

/// What a policy for cases asks for besides.
fn policies(texts: &mut Texts) {
    let clock = ClockName::CLOSURE;
    texts.is(
        PolicyFault::LadderTooLong { clock, rungs: 17 },
        "clock `closure`: escalates in 17 steps, expected at most 16",
    );
    texts.is(
        PolicyFault::RungAtInstant { clock, to: Role::MANAGER },
        "clock `closure`: escalates to `manager` at a fixed instant; use an amount of time after the missed limit",
    );
    texts.is(
        PolicyFault::NotInRounds { clock, rounds: ClockRounds::Later, anchor: Anchor::RECEIVED },
        "clock `closure`: belongs to the later rounds of a case, in which `received` does not happen; use \
         another event, or set `rounds = \"every\"`",
    );
    texts.is(
        PolicyFault::OtherRounds { clock, rounds: ClockRounds::First, other: ClockName::RESPONSE },
        "clock `closure`: belongs to the first round of a case, but starts when `response` is due, which does \
         not; use clocks of the same rounds",
    );
    texts.is(
        PolicyFault::FirstRoundReopened { clock },
        "clock `closure`: belongs to the first round of a case, which a reopening ends; remove `on-reopening`, \
         or set `rounds = \"every\"`",
    );
    texts.is(
        PolicyFault::PauseReserved { clock, reason: PauseReason::CASE_CLOSED },
        "clock `closure`: cannot pause for `case-closed`, which is reserved for closed cases; use another \
         reason, or set `on-reopening = \"rest\"`",
    );
    texts.is(
        PolicyFault::WindowAtInstant { at: at("2026-03-02T09:00:00Z") },
        "track: closed cases may be reopened until 2026-03-02T09:00:00Z, which is the same for all cases; use an \
         amount of time after the closing",
    );
    texts.is(
        PolicyFault::FollowUpTarget { minimum: 2, target: 1 },
        "track: the target of 1 follow-ups is below the minimum of 2; use the minimum or more",
    );
    texts.is(
        PolicyFault::LapseWithoutConsent,
        "track: offers lapse, but the track has no stage `offered`; add the stage, or remove the lapse",
    );
    texts.is(
        PolicyFault::FaultOfCauseWithoutGuard,
        "track: `fault-only-of` requires `fault-before-proposal`; set both or neither",
    );
    texts.is(
        PolicyFault::ReviewWithoutTriage,
        "track: the intake is reviewed, but the track has no stage `triaged`; add the stage, or remove the review",
    );
    texts.is(
        PolicyFault::ConsentNotAsked { chain: rule("two") },
        "approval chain `two`: has a step of customer consent, but the track has no stage `offered`; add the \
         stage, or remove the step",
    );
    let fault = ApprovalFault::NotRated { chain: rule("two"), level: Severity::Serious };
    texts.is(PolicyFault::Approval(fault.clone()), &fault.to_string());
    let noise = redress::word!(redress::vocab::Category, "acme:x");
    let declared = redress::taxonomy::Declared::always(*noise.code());
    let twice = Taxonomy::new([(Facet::Category, declared), (Facet::Category, declared)]).unwrap_err();
    texts.is(
        PolicyFault::Words(twice.faults()[0].clone()),
        "words: category `acme:x` is declared twice, expected once",
    );
    let blank = redress::labels::Labels::standard().with_label(noise, Locale::En, " ").unwrap_err();
    texts.is(PolicyFault::Label(blank), &format!("words: {blank}"));
    let (clock, start, end) = (ClockName::CLOSURE, Anchor::RECEIVED, Anchor::CLOSED);
    texts.is(
        PolicyFault::RepeatsNoMessage { clock, start, end },
        "clock `closure`: cannot repeat from `received` until `closed`: only a clock of the case from \
         `customer-wrote` until `answered` can",
    );
    let received = redress::deadline::Anchors::received(at("2026-03-02T09:00:00Z"));
    let bound = redress::deadline::Deadline::from(redress::deadline::Term::at(at("2026-03-04T09:00:00Z")));
    let due = bound.due(&crate::messages::calendar(), Anchor::RECEIVED, &received).unwrap();
    texts.is(
        ClockError::BoundByMerger { clock, due },
        "clock `closure` is due at 2026-03-04T09:00:00Z because of a case that was merged into this one; it cannot \
         be extended",
    );
    let span = "1.5 h".parse::<redress::calendar::Span>().unwrap_err();
    texts.is(
        span,
        "`1.5 h` is not an amount of time, expected hours, minutes and seconds such as `24 h`, `1 h 30 min` or `90 s`",
    );
    texts.is(
        ComplaintFault::OtherPast { counts: 1, asked: 2 },
        "counts of earlier complaints: 1 given, expected 2; count again with this policy",
    );
}

/// The code of a refusal is its name, and the same kind of refusal gives the same advice.
#[test]
fn every_refusal_has_a_code_and_a_kind() {
    let (at, case) = (at("2026-03-02T09:05:00Z"), || "a-1".parse().unwrap());
    let given = [
        (Refusal::Stale { case: case(), expected: 3, actual: 5 }, "stale", RefusalKind::Stale),
        (Refusal::SameCase { case: case() }, "same-case", RefusalKind::Invalid),
        (Refusal::NoConsent, "no-consent", RefusalKind::NotFromHere),
        (Refusal::Unrouted, "unrouted", RefusalKind::Incomplete),
        (Refusal::OpenApproval { approval: 1 }, "open-approval", RefusalKind::Approval),
        (Refusal::TooEarly { at, from: at }, "too-early", RefusalKind::Clock),
        (Refusal::NoOverride, "no-override", RefusalKind::NotPermitted),
        (Refusal::TakesBothPolicies, "takes-both-policies", RefusalKind::OtherPolicy),
    ];
    for (refusal, code, kind) in given {
        assert_eq!((refusal.code().strip_prefix("case."), refusal.kind()), (Some(code), kind), "{refusal}");
        assert_eq!(kind.to_string().parse::<RefusalKind>().unwrap(), kind);
    }
}

/// Every code is the name of its refusal, and there is one for each that does not pass another error on.
#[test]
fn the_codes_of_refusals_are_their_names() {
    let kebab = |name: &str| {
        let mut text = String::new();
        for (index, letter) in name.char_indices() {
            if letter.is_ascii_uppercase() && index > 0 {
                text.push('-');
            }
            text.push(letter.to_ascii_lowercase());
        }
        text
    };
    assert!(Refusal::CODES.len() > 70, "{}", Refusal::CODES.len());
    for row in Refusal::CODES {
        assert_eq!(format!("case.{}", kebab(row.name)), row.code);
    }
}

/// A case that was received and registered, and a policy.
fn registered() -> (Policy, Vec<Event>) {
    let policy =
        Policy::builder("desk").version("1").calendar(crate::messages::calendar()).routing(Routing::none());
    let policy = policy.build().unwrap();
    let said: ComplaintDocument =
        serde_json::from_str(r#"{"id": "A-1", "received": "2026-03-02T09:00:00Z"}"#).unwrap();
    let now = at("2026-03-02T09:05:00Z");
    let case = open(&policy, said, Stamp::new("k-0".parse().unwrap(), who("anna"), now)).unwrap();
    let request = Request::new(case.revision(), Stamp::new(command(), who("anna"), now), Command::Register);
    let roster = Roster::builder("r-1").build().unwrap();
    let made = Office::new(&policy, &roster).decide(&case, request).unwrap();
    let events = case.events().iter().chain(made.events()).cloned().collect();
    (policy, events)
}

fn histories(texts: &mut Texts) {
    let (policy, events) = registered();
    let replayed = |events: &[Event]| Case::replay(&policy, events).unwrap_err();
    let mut met = |events: &[Event], expected: &str| {
        let error = replayed(events);
        texts.is(error.problem.clone(), expected);
        texts.is(error.clone(), &format!("event {}: {expected}", error.number));
    };
    let changed = |place: usize, change: &dyn Fn(&mut Event)| {
        let mut events = events.clone();
        change(&mut events[place]);
        events
    };
    met(&[], "the history is empty, expected the receipt of a complaint");
    let mut without = events[2..].to_vec();
    for (number, event) in (1..).zip(&mut without) {
        event.number = number;
    }
    met(&without, "a history must begin with the receipt of a complaint");
    met(
        &changed(2, &|event| event.number = 7),
        "its number is 7; events must be numbered from 1 without gaps",
    );
    let mut twice = events.clone();
    let mut again = events[0].clone();
    again.number = 5;
    twice.push(again);
    met(&twice, "command `k-0` was already used; the events of a command must stand together");
    met(
        &changed(2, &|event| event.what = EventKind::Moved(Stage::Registered)),
        "a command cannot begin with this event",
    );
    let unknown = |event: &mut Event| {
        if let EventKind::Received(receipt) = &mut event.what {
            receipt.policy = version("2");
        }
    };
    met(&changed(0, &unknown), "requires policy `desk 2`, which was not supplied; load it");
    let early = |event: &mut Event| event.at = at("2026-03-02T09:04:00Z");
    met(
        &changed(2, &early),
        "2026-03-02T09:04:00Z is before the last event at 2026-03-02T09:05:00Z, expected that instant or a later one",
    );
    met(
        &changed(3, &|event| event.what = EventKind::Moved(Stage::Triaged)),
        "differs from what its command produces, expected `moved`",
    );
    met(&events[..3], "is missing; the command before also produces `moved`");
    let mut more = events.clone();
    let mut surplus = events[3].clone();
    surplus.number = 5;
    more.push(surplus);
    met(&more, "its command cannot produce this event");
}

#[cfg(feature = "audit")]
fn seals(texts: &mut Texts) {
    use redress::case::audit::{Seal, SealedEvent, seal, verify};
    texts.is(
        "ABC".parse::<Seal>().unwrap_err(),
        "`ABC` is not a seal: expected 64 lowercase hexadecimal digits",
    );
    let (_, events) = registered();
    let mut sealed = SealedEvent::all(Seal::START, &events[..1]);
    sealed[0].seal = Seal::START;
    let (found, expected) = (Seal::START, seal(Seal::START, &events[0]));
    texts.is(
        verify(&sealed, None).unwrap_err(),
        &format!("event 1 does not match its seal: expected `{expected}`, found `{found}`"),
    );
}
