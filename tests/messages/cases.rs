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
        "the repair is not confirmed complete, expected that before it is paid",
    );
    texts.is(SelfRepairRefusal::Paid, "the repair is paid already, expected one payment");
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
        "`anna` may not enter late what takes the miss of clock `closure` back, expected somebody who holds \
         `department-head` or `manager`",
    );
    texts.is(
        Refusal::TooLateEntry {
            clock: ClockName::CLOSURE,
            at: late,
            until: Due::new(early, Bound::Inclusive),
        },
        "what takes the miss of clock `closure` back is entered at 2026-03-02T10:00:00Z, expected \
         2026-03-02T09:00:00Z or earlier",
    );
    texts.is(
        Refusal::LateEntryNotKnown {
            clock: ClockName::CLOSURE,
            reason: DeadlineError::OutOfRange { count: Count::Months(120_000) },
        },
        "until when something may be entered late for clock `closure` is not known: 120000 months leads beyond the \
         year 9999, expected a smaller amount",
    );
    texts.is(
        Refusal::WindowNotKnown(DeadlineError::OutOfRange { count: Count::Months(120_000) }),
        "until when a closed case may be reopened is not known: 120000 months leads beyond the year 9999, expected a \
         smaller amount",
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
        "case `A-1` goes by policy `desk 1`, expected that and not `desk 2`",
    );
    texts.is(
        Refusal::Stale { case: case(), expected: 3, actual: 5 },
        "case `A-1` has 5 events, expected 3 as it was seen",
    );
    texts.is(
        Refusal::OtherCommand { command: command(), was: Action::Register, by: who("anna") },
        "command `K-1` was `register` by `anna`, expected the same again, or another id",
    );
    let (action, stage) = (Action::Close, Stage::Received);
    texts.is(
        Refusal::NotFromHere { action, stage, allowed: vec![Action::Register, Action::Note] },
        "cannot `close` while `received`, allowed here: `register`, `note`, and what runs beside the course",
    );
    texts.is(
        Refusal::NotFromHere { action, stage, allowed: Vec::new() },
        "cannot `close` while `received`, allowed here: nothing, and what runs beside the course",
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
        "clock `closure` is not paused for `awaiting-customer`, expected an open pause",
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
    texts.is(
        Refusal::NotApproved { chain: rule("two") },
        "it is not approved, expected approval by chain `two` first",
    );
    texts.is(
        Refusal::SignedIt { actor: who("mia"), approval: 2 },
        "`mia` has signed approval 2, expected somebody else to change what it is for",
    );
    texts.is(Refusal::NothingToApprove, "nobody has to approve it by the policy, expected to go on without");
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
        "approval 1 is open or not yet carried out, expected its end first",
    );
    texts.is(
        Refusal::NotTheProposer { actor: who("mia"), proposer: who("anna") },
        "`anna` submitted it, expected that person to take it back and not `mia`",
    );
    texts.is(
        Refusal::NoStepToReturnTo { step: rule("final"), expected: vec![rule("review")] },
        "step `final` is not signed yet or not in the chain, expected `review`",
    );
    texts.is(
        Refusal::AmountOutOfRange,
        "the total of all amounts is out of range, expected less than 2^64 minor units",
    );
    texts.is(
        Refusal::HandledIt { actor: who("anna") },
        "`anna` handled the case, expected somebody else to say so",
    );
    texts.is(
        Refusal::Concerned { actor: who("max"), action: Action::DecideSanction },
        "`max` is concerned and may not `decide-sanction`, expected somebody else",
    );
}

fn closing(texts: &mut Texts) {
    texts.is(Refusal::NoConsent, "the complainant has not agreed, expected consent before it is carried out");
    texts.is(Refusal::NoReopening, "the policy takes up no closed case, expected a new case");
    texts.is(
        Refusal::FollowUpsMissing { done: 1, minimum: 2 },
        "the complainant was asked 1 times, expected at least 2 before it is closed",
    );
    texts.is(
        Refusal::NotSatisfied,
        "the complainant has not said to be satisfied, expected that before it is closed; silence does not say it",
    );
    texts.is(
        Refusal::EffectNotConfirmed { measure: rule("m-1") },
        "the effect of measure `m-1` is not confirmed, expected that before it is closed",
    );
    texts.is(
        Refusal::FindingsMissing { part: "the cause" },
        "the cause is not named, expected cause and responsible person before it is closed",
    );
    texts.is(
        Refusal::ContainmentMissing { department: Department::QUALITY },
        "department `quality` has no measure in place, expected one, or that none is needed",
    );
    texts.is(
        Refusal::OpenApproval { approval: 3 },
        "approval 3 is open, expected its end before it is closed",
    );
    texts.is(Refusal::OpenProject, "the project is open, expected its end before it is closed");
    texts.is(
        Refusal::OpenRecall { step: RecallStep::Started },
        "the recall is `started`, expected it to be finished before it is closed",
    );
    texts.is(
        Refusal::NotProjectDue,
        "it is not due to become a project, expected more time to have passed since its receipt",
    );
    texts.is(
        Refusal::NotOnForcedClosureList { missing: vec![Fact::NO_SOLUTION_NOW] },
        "it cannot be closed by force without `no-solution-now`, expected that it is so",
    );
}

fn side_tracks(texts: &mut Texts) {
    texts.is(
        Refusal::NotAtReceipt { event: Anchor::REGISTERED },
        "`registered` stands in the receipt, expected the receipt alone and a command for what followed",
    );
    texts.is(
        Refusal::MissingFields { missing: vec![FormField::CATEGORY, FormField::NARRATIVE] },
        "the form asks for `category`, `narrative`, expected that it is filled in",
    );
    texts.is(
        Refusal::NotWrittenDown,
        "the complaint was spoken and nobody wrote it down, expected a note of what was said",
    );
    texts.is(
        Refusal::NotMinor { severity: Some(Severity::General) },
        "it is `general`, expected `minor` to be answered at once",
    );
    texts.is(
        Refusal::NotMinor { severity: None },
        "it is not known how bad it is, expected `minor` to be answered at once",
    );
    texts.is(Refusal::NotAtOnce, "it is not marked `answer-at-once`, expected that it can be solved at once");
    texts.is(
        Refusal::Unrouted,
        "nobody owns it by the routing table and nobody is named, expected a department",
    );
    texts.is(
        Refusal::ClosedByForce,
        "it is to be closed by force, expected that, or a solution to be found first",
    );
    texts.is(
        Refusal::FaultNotKnown,
        "it is not known whose fault it was, expected the party at fault before a proposal",
    );
    texts.is(
        Refusal::NotCustomersFault,
        "the party at fault is not the customer, expected that it is found to be",
    );
    texts.is(
        Refusal::MissingPart { part: "the cause" },
        "the form asks for the cause, expected it to be written down",
    );
    texts.is(
        Refusal::HowMany { what: "alternatives", count: 17, limit: 16 },
        "17 alternatives, expected 1 to 16",
    );
    texts.is(Refusal::Already { what: "project".into() }, "`project` is there already, expected it once");
    texts.is(Refusal::NoSuch { what: "open project" }, "there is no open project, expected one");
    texts.is(
        Refusal::ApologyOwed { missing: vec!["effect", "measure"] },
        "an apology is owed before the solution, expected one that names `effect`, `measure`",
    );
    texts.is(
        Refusal::ApologyOwed { missing: Vec::new() },
        "an apology is owed before the solution, expected one that is given",
    );
    let (step, before, expected) = (GoodsStep::Disposed, Some(GoodsStep::Listed), GoodsStep::StateConfirmed);
    texts.is(
        Refusal::GoodsOrder { step, before, expected },
        "returned goods are `listed`, expected `state-confirmed` next and not `disposed`",
    );
    texts.is(
        Refusal::RecallOrder {
            step: RecallStep::Finished,
            before: None,
            expected: vec![RecallStep::Needed, RecallStep::NotNeeded],
        },
        "the recall is not begun, expected `needed` or `not-needed` next and not `finished`",
    );
    texts.is(
        Refusal::MeasureOrder {
            measure: rule("m-1"),
            step: MeasureStep::Standardised,
            before: Some(MeasureStep::Planned),
            expected: vec![MeasureStep::CarriedOut],
        },
        "measure `m-1` is `planned`, expected `carried-out` next and not `standardised`",
    );
    texts.is(
        Refusal::AccidentOrder { step: AccidentStep::Bill, before: None, expected: AccidentStep::Notify },
        "after the accident it is not begun, expected `notify` next and not `bill`",
    );
    texts.is(Refusal::BillBeforeSolution, "it is not solved, expected no bill before that");
    texts.is(Refusal::SameCase { case: case() }, "case `A-1` is this one, expected another");
}

fn clocks(texts: &mut Texts) {
    texts.is(
        Refusal::NoSuchClock { expected: vec![ClockName::CLOSURE, ClockName::RESPONSE] },
        "no clock of the case does that, expected `closure`, `response`",
    );
    texts.is(
        Refusal::NoSuchClock { expected: Vec::new() },
        "no clock of the case does that, expected nothing",
    );
    texts.is(
        Refusal::NotTold { clock: ClockName::CLOSURE },
        "clock `closure` is extended and the complainant was not told, expected the instant of the notice",
    );
    texts.is(
        Refusal::OwnCommand { event: Anchor::CLOSED },
        "`closed` has a command of its own, expected an event from outside",
    );
    let leap = at("2025-06-30T23:59:59Z").with_nanosecond(1_500_000_000).unwrap();
    texts.is(
        Refusal::Unwritable { at: leap },
        "2025-07-01T00:00:00.500Z cannot be written, expected an instant of the years 1 to 9999 that is no leap second",
    );
}

fn moves(texts: &mut Texts) {
    texts.is(Refusal::TakesBothPolicies, "moving to another policy takes both, expected `decide_move`");
    texts.is(
        Refusal::OtherTarget { given: version("2"), expected: version("3") },
        "the case is moved to `desk 3`, expected that policy and not `desk 2`",
    );
    texts.is(
        Refusal::StageNotThere { policy: version("2"), stage: Stage::Triaged },
        "policy `desk 2` has no stage `triaged`, expected the case to go on first",
    );
}

fn notices(texts: &mut Texts) {
    texts.is(Notice::FewAlternatives { given: 1, wanted: 3 }, "1 alternatives, expected 3");
    texts.is(Notice::FewFollowUps { done: 1, wanted: 2 }, "1 follow-ups, expected 2");
    texts.is(
        Notice::IncompleteApology { individual: true, effect: false, measure: false },
        "the apology is not complete, expected one that names `effect`, `measure`",
    );
    texts.is(
        Notice::NoPromise,
        "it is not solved and nothing is promised, expected an instant for the next answer",
    );
    texts.is(
        Notice::TellComplainant,
        "it is closed without a solution, expected that the complainant is told",
    );
    texts.is(
        Notice::TellSigners { step: rule("review") },
        "the signatures on step `review` stay, expected that their signers are told of the change",
    );
}

fn notes(texts: &mut Texts) {
    let refused = |text: &str| -> NoteError { text.parse::<Note>().unwrap_err() };
    texts.is(refused(" "), "note is empty, expected 1 to 4000 bytes");
    texts.is(refused(&"x".repeat(4_001)), "note has 4001 bytes, expected at most 4000");
    texts.is(
        refused("ab\tc"),
        "note has a control or invisible character at byte 2, expected none but line feeds",
    );
}

/// What a policy for cases asks for besides.
fn policies(texts: &mut Texts) {
    let clock = ClockName::CLOSURE;
    texts.is(
        PolicyFault::LadderTooLong { clock, rungs: 17 },
        "clock `closure` escalates in 17 steps, expected at most 16",
    );
    texts.is(
        PolicyFault::RungAtInstant { clock, to: Role::MANAGER },
        "clock `closure` escalates to `manager` at an instant, expected an amount of time after the miss",
    );
    texts.is(
        PolicyFault::NotInRounds { clock, rounds: ClockRounds::Later, anchor: Anchor::RECEIVED },
        "clock `closure`: belongs to the later rounds of a case, in which `received` does not happen; expected another \
         event, or every round",
    );
    texts.is(
        PolicyFault::OtherRounds { clock, rounds: ClockRounds::First, other: ClockName::RESPONSE },
        "clock `closure`: belongs to the first round of a case and starts when `response` is due, which does not; \
         expected clocks of the same rounds",
    );
    texts.is(
        PolicyFault::FirstRoundReopened { clock },
        "clock `closure`: belongs to the first round of a case, which a reopening ends; expected no `on-reopening`, or \
         every round",
    );
    texts.is(
        PolicyFault::PauseReserved { clock, reason: PauseReason::CASE_CLOSED },
        "clock `closure`: pauses for `case-closed`, which only the closing of a case does; expected another reason, or \
         `on-reopening = \"rest\"`",
    );
    texts.is(
        PolicyFault::WindowAtInstant { at: at("2026-03-02T09:00:00Z") },
        "track: a closed complaint may be reopened until 2026-03-02T09:00:00Z, the same for all; expected an amount of \
         time after the closing",
    );
    texts.is(
        PolicyFault::FollowUpTarget { minimum: 2, target: 1 },
        "track: 1 follow-ups are wanted where it takes 2, expected as many or more",
    );
    texts.is(
        PolicyFault::LapseWithoutConsent,
        "track: an offer lapses where none waits for consent, expected the stage `offered`",
    );
    texts.is(
        PolicyFault::FaultOfCauseWithoutGuard,
        "track: `fault-only-of` without `fault-before-proposal`, expected both or neither",
    );
    texts.is(
        PolicyFault::ReviewWithoutTriage,
        "track: the intake is reviewed where nothing is triaged, expected the stage `triaged`",
    );
    texts.is(
        PolicyFault::ConsentNotAsked { chain: rule("two") },
        "approval chain `two` shows the customer's consent where the track asks for none, expected the stage `offered`",
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
        "clock `closure` starts anew from `received` until `closed`, expected one of the case from `customer-wrote` until `answered`",
    );
    let received = redress::deadline::Anchors::received(at("2026-03-02T09:00:00Z"));
    let bound = redress::deadline::Deadline::from(redress::deadline::Term::at(at("2026-03-04T09:00:00Z")));
    let due = bound.due(&crate::messages::calendar(), Anchor::RECEIVED, &received).unwrap();
    texts.is(
        ClockError::BoundByMerger { clock, due },
        "clock `closure` is due at 2026-03-04T09:00:00Z by a case that was merged into this one, expected no extension",
    );
    let span = "1.5 h".parse::<redress::calendar::Span>().unwrap_err();
    texts.is(
        span,
        "`1.5 h` is not an amount of time, expected hours, minutes and seconds such as `24 h`, `1 h 30 min` or `90 s`",
    );
    texts.is(
        ComplaintFault::OtherPast { counts: 1, asked: 2 },
        "1 counts of earlier complaints, expected the 2 that the policy asks for",
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
    met(&changed(0, &unknown), "requires policy `desk 2`, which was not supplied");
    let early = |event: &mut Event| event.at = at("2026-03-02T09:04:00Z");
    met(
        &changed(2, &early),
        "2026-03-02T09:04:00Z lies before the last event at 2026-03-02T09:05:00Z, expected that or a later instant",
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
