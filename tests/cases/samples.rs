//! One value of every command and every event, with everything that it can carry and with nothing that it need not.

use redress::case::approval::{
    ApprovalEnd, ApprovalOpening, ApprovalOverride, ApprovalReference, ApprovalReturn, ApprovalSignature,
    ApprovalState, ApprovalSubject, ChainReplacement, PolicyEdition, SignatureWithdrawal, VoidedSignatures,
};
use redress::case::assessment::{Assessment, ClockTargets};
use redress::case::command::{
    AnchorEvent, Apology, CaseLink, CaseSummary, CauseFinding, ClockDue, ClockExtension, ClockPause,
    Continuation, Correction, CustomerCausedFinding, Delivery, Dispatch, DutyKey, ExtensionAmount, Findings,
    FollowUpResult, InvestigationStart, Lessons, Merger, Message, NotEstablishedFinding, Note, Offer,
    PolicyMove, Promise, Proposal, Question, Receipt, Remark, ThanksLetter, TimeAmount,
};
use redress::case::track::{
    AccidentProgress, ContainmentWaiver, DepartmentContainment, DisciplineRecord, GoodsProgress,
    MeasureProgress, RecallProgress, SanctionProposal,
};
use redress::case::{Command, Event, EventKind};
use redress::policy::PolicyVersion;
use redress::policy::fingerprint::Fingerprint;
use redress::triage::ComplaintDocument;
use redress::vocab::course::{
    ApprovalAct, Duty, ExtensionReason, FollowUp, NotEstablishedReason, Opinion, Relation,
};
use redress::vocab::kind::{ClaimKind, Medium};
use redress::vocab::organisation::EvidenceBasis;
use redress::vocab::track::{
    AccidentStep, Accountable, Containment, Discipline, GoodsStep, MeasureStep, RecallStep, Sanction,
    ThanksOccasion,
};
use redress::vocab::{
    Action, Anchor, Category, Cause, Channel, Classification, ClockName, Demand, Department, Fact,
    FaultParty, Mark, Money, PauseReason, Region, Remedy, Role, RuleId, Severity, Stage, Subject, Topic,
};
use redress::word;
use serde_json::json;

use crate::cases::support::{at, euros, said, who};

const WHEN: &str = "2025-03-12T02:00:00.000000001Z";

fn rule(id: &str) -> RuleId {
    id.parse().unwrap()
}

fn note() -> Note {
    "第一行\nsecond line".parse().unwrap()
}

fn version() -> PolicyVersion {
    PolicyVersion { name: "desk".into(), version: "2025-03".into() }
}

fn fingerprint() -> Fingerprint {
    "0f".repeat(32).parse().unwrap()
}

/// Gives a value where everything is to be given.
#[derive(Clone, Copy)]
struct Give(bool);

impl Give {
    fn some<T>(self, value: T) -> Option<T> {
        self.0.then_some(value)
    }

    fn list<T>(self, values: impl IntoIterator<Item = T>) -> Vec<T> {
        if self.0 { values.into_iter().collect() } else { Vec::new() }
    }

    fn findings(self) -> Findings {
        if !self.0 {
            return Findings::default();
        }
        let past = json!({ "repeats": [{ "count": 3, "reached": "true" }], "of-complainant": 2 });
        Findings {
            words: Classification::of(Category::SPARE_PARTS)
                .with(word!(Category, "acme:lounge"))
                .with(Subject::PRODUCT_QUALITY)
                .with(Cause::PRODUCT_QUALITY_FUNCTION_LACKING)
                .with(FaultParty::COMPANY)
                .with(ClaimKind::CLAIM)
                .with(Channel::PHONE)
                .with(Medium::ORAL)
                .with(word!(Region, "cn"))
                .with(Topic::GENERAL_COMPLAINT)
                .with(Department::SALES)
                .with(Demand::REFUND)
                .with(Containment::REWORK),
            staff: Some(who("max")),
            complainant_actors: vec![who("cleo"), who("carl")],
            product: Some("lot-7".parse().unwrap()),
            complainant: Some("customer-7".parse().unwrap()),
            no_demand: true,
            amount: Some(euros(700)),
            facts: [(Fact::HOTLINE_TRIES, 3), (Fact::MINUTES_LATE, 0)].into(),
            text: Some(redress::Private::new("late by hours".into())),
            spent: Some(euros(300)),
            past: Some(serde_json::from_value(past).unwrap()),
        }
    }

    fn proposal(self) -> Proposal {
        let offer = Offer {
            remedies: vec![Remedy::REFUND],
            amount: self.some(euros(4_900)),
            payee: self.some("account-17".parse().unwrap()),
            note: self.some(note()),
        };
        Proposal {
            alternatives: std::iter::once(offer).chain(self.list([Offer::new(Remedy::EXCHANGE)])).collect(),
            person_behind: self.some(who("mia")),
        }
    }

    fn summary(self) -> CaseSummary {
        CaseSummary {
            complained_about: Vec::new(),
            complainants: Vec::new(),
            handled_by: Vec::new(),
            complainant_keys: Vec::new(),
            id: "B-2".parse().unwrap(),
            unstated: false,
            amounts: self.list([euros(1), Money::new(u64::MAX, "JPY".parse().unwrap())]),
            received: at(WHEN),
            due: self.list([ClockDue { clock: ClockName::CLOSURE, at: at(WHEN) }]),
        }
    }

    fn sanction(self) -> SanctionProposal {
        let (part, kind) = (Accountable::Direct, Sanction::PENALTY);
        SanctionProposal { person: who("max"), part, kind, amount: self.some(euros(20_000)) }
    }

    fn extending(self) -> ClockExtension {
        ClockExtension {
            clock: ClockName::CLOSURE,
            department: self.some(Department::QUALITY),
            reason: ExtensionReason::COMPLEX_CASE,
            change: if self.0 {
                ExtensionAmount::Until("2025-04-01".parse().unwrap())
            } else {
                ExtensionAmount::Add(TimeAmount::WorkingDays(2))
            },
            told: self.some(at(WHEN)),
        }
    }

    fn pausing(self) -> ClockPause {
        let clock = self.some(ClockName::CLOSURE);
        ClockPause { reason: PauseReason::AWAITING_CUSTOMER, clock, at: self.some(at(WHEN)) }
    }

    fn message(self) -> Message {
        Message { next: self.some(at(WHEN)), automatic: self.0, note: self.some(note()) }
    }

    fn dispatching(self) -> Dispatch {
        let (person, reason) = (self.some(who("mia")), self.some(note()));
        Dispatch { department: Department::QUALITY, person, reason }
    }

    fn complaint(self) -> ComplaintDocument {
        let mut complaint = said("A-1", "2025-03-11T10:00:00+08:00");
        complaint.text = self.some(redress::Private::new("what was said".into()));
        complaint.customer = self.some("customer-7".parse().unwrap());
        complaint.words = self.list([Category::SPARE_PARTS]).into_iter().collect();
        complaint
    }

    fn signature(self) -> ApprovalSignature {
        let signature = if self.0 {
            json!({ "step": "review", "slot": 1, "by": "dan", "instead-of": "mia", "role": "manager",
                    "limit": { "minor": 5000, "currency": "EUR" } })
        } else {
            json!({ "step": "review", "slot": 0, "by": "mia", "role": "manager" })
        };
        ApprovalSignature {
            approval: 1,
            signature: serde_json::from_value(signature).unwrap(),
            content: "0123456789abcdef".repeat(4).parse().unwrap(),
            act: ApprovalAct::Review,
            completes: self.0,
            roster: "r-1".into(),
        }
    }

    fn assessed(self) -> Assessment {
        if !self.0 {
            return Assessment::default();
        }
        let past = json!({ "repeats": [{ "count": 3, "reached": "true" }], "of-complainant": 2 });
        Assessment {
            content: Some(redress::policy::fingerprint::PolicyContent::of(
                &crate::cases::support::desk(redress::policy::Track::new()).build().unwrap(),
            )),
            severity: Some(Severity::Serious),
            at_worst: Some(Severity::Critical),
            rules: vec![rule("late")],
            marks: vec![Mark::from_static("acme:watch")],
            department: Some(Department::QUALITY),
            role: Some(Role::MANAGER),
            row: Some(rule("all")),
            exempt: true,
            past: Some(serde_json::from_value(past).unwrap()),
            targets: vec![
                ClockTargets {
                    clock: ClockName::CLOSURE,
                    by: vec![rule("s")],
                    otherwise: true,
                    missing: true,
                },
                ClockTargets { clock: ClockName::RESPONSE, by: Vec::new(), otherwise: false, missing: false },
            ],
        }
    }
}

/// A command of an action, with everything or with as little as it takes.
#[expect(
    clippy::too_many_lines,
    reason = "one arm an action, so that the compiler sees that none is forgotten"
)]
pub(crate) fn command(action: Action, everything: bool) -> Command {
    let give = Give(everything);
    let because = Remark { note: note() };
    let going_on = Continuation { to: Stage::Investigating, reason: note() };
    let on = ApprovalReference { approval: 1, note: give.some(note()) };
    match action {
        Action::Receive => Command::Receive(Receipt {
            policy: version(),
            complaint: Box::new(give.complaint()),
            past: give.findings().past,
        }),
        Action::Acknowledge => Command::Acknowledge,
        Action::Register => Command::Register,
        Action::Triage => Command::Triage(give.findings()),
        Action::AnswerAtOnce => Command::AnswerAtOnce(because),
        Action::FindNotEstablished => Command::FindNotEstablished(NotEstablishedFinding {
            reasons: vec![NotEstablishedReason::MISUNDERSTANDING],
            explanation: note(),
        }),
        Action::Dispatch => Command::Dispatch(give.dispatching()),
        Action::Redispatch => Command::Redispatch(give.dispatching()),
        Action::Start => Command::Start(InvestigationStart {
            department: give.some(Department::QUALITY),
            received: give.some(at(WHEN)),
        }),
        Action::AskCustomer => Command::AskCustomer(Question { note: note(), samples: everything }),
        Action::FindCause => Command::FindCause(CauseFinding {
            findings: give.findings(),
            responsible: give.list([who("max"), who("leo")]),
            possible: give.list([Cause::SERVICE_ATTITUDE, Cause::PRODUCT_QUALITY_SPOILED]),
            evidence: give.list([EvidenceBasis::SITE_INSPECTION, EvidenceBasis::STAFF_VERIFICATION]),
        }),
        Action::FindCustomerCaused => Command::FindCustomerCaused(CustomerCausedFinding {
            explanation: note(),
            manual_unclear: everything,
            not_explained: everything,
            cause: give.some(note()),
            corrective: give.some(note()),
            preventive: give.some(note()),
        }),
        Action::Propose => Command::Propose(give.proposal()),
        Action::Submit => Command::Submit,
        Action::SendBack => {
            Command::SendBack(ApprovalReturn { approval: 1, step: give.some(rule("review")), reason: note() })
        }
        Action::Sign => Command::Sign(on),
        Action::RefuseToSign => Command::RefuseToSign(on),
        Action::WithdrawSignature => Command::WithdrawSignature(on),
        Action::Override => Command::Override(ApprovalOverride { approval: 1, reason: note() }),
        Action::TakeBack => Command::TakeBack(on),
        Action::Amend => Command::Amend(give.proposal()),
        Action::Offer => Command::Offer,
        Action::Object => Command::Object(because),
        Action::Lapse => Command::Lapse,
        Action::Consent => Command::Consent,
        Action::CarryOut => Command::CarryOut,
        Action::Finish => Command::Finish,
        Action::Fail => Command::Fail(going_on),
        Action::FollowUp => Command::FollowUp(FollowUpResult {
            kind: FollowUp::SATISFACTION_CHECK,
            opinion: Opinion::Satisfied,
        }),
        Action::RecordDissatisfaction => Command::RecordDissatisfaction(going_on),
        Action::Close => Command::Close,
        Action::ForceClose => Command::ForceClose,
        Action::Withdraw => Command::Withdraw(because),
        Action::Merge => Command::Merge(Merger { into: give.summary(), reason: note() }),
        Action::OpenProject => Command::OpenProject,
        Action::FinishProject => Command::FinishProject,
        Action::Reopen => Command::Reopen(going_on),
        Action::Review => Command::Review(Lessons { note: note() }),
        Action::Promise => Command::Promise(Promise { until: at(WHEN) }),
        Action::Answer => Command::Answer(give.message()),
        Action::HearCustomer => Command::HearCustomer(give.message()),
        Action::NotifyProgress => Command::NotifyProgress(because),
        Action::Apologise => {
            let part = give.some(note());
            Command::Apologise(Apology { individual: part.clone(), effect: part.clone(), measure: part })
        }
        Action::Contain => Command::Contain(DepartmentContainment {
            department: Department::QUALITY,
            measures: vec![Containment::REWORK, Containment::ISOLATE],
        }),
        Action::WaiveContainment => {
            Command::WaiveContainment(ContainmentWaiver { department: Department::QUALITY, reason: note() })
        }
        Action::HandleGoods => Command::HandleGoods(GoodsProgress { step: GoodsStep::Listed }),
        Action::Recall => Command::Recall(RecallProgress { step: RecallStep::Needed }),
        Action::TakeAction => Command::TakeAction(MeasureProgress {
            measure: rule("m-1"),
            step: MeasureStep::Planned,
            note: give.some(note()),
        }),
        Action::RecordDiscipline => {
            Command::RecordDiscipline(DisciplineRecord { discipline: Discipline::D4, note: note() })
        }
        Action::ProposeSanction => Command::ProposeSanction(give.sanction()),
        Action::DecideSanction => Command::DecideSanction(give.sanction()),
        Action::HoldBilling => Command::HoldBilling,
        Action::ReleaseBilling => Command::ReleaseBilling,
        Action::TakeAccidentStep => {
            Command::TakeAccidentStep(AccidentProgress { step: AccidentStep::Notify })
        }
        Action::Thank => Command::Thank(ThanksLetter { occasion: ThanksOccasion::CUSTOMER_HELPED }),
        Action::Reclassify => Command::Reclassify(give.findings()),
        Action::Correct => Command::Correct(Correction {
            event: Anchor::RECEIVED,
            from: at(WHEN),
            to: at("2025-03-11T02:00:00Z"),
            reason: note(),
        }),
        Action::Happen => Command::Happen(AnchorEvent {
            event: Anchor::AGREED,
            at: at(WHEN),
            department: give.some(Department::QUALITY),
        }),
        Action::Pause => Command::Pause(give.pausing()),
        Action::Resume => Command::Resume(give.pausing()),
        Action::Extend => Command::Extend(give.extending()),
        Action::Apply => Command::Apply(if everything {
            ApprovalSubject::Extension(give.extending())
        } else {
            ApprovalSubject::ForcedClosure
        }),
        Action::Relax => Command::Relax(because),
        Action::Link => Command::Link(CaseLink { case: give.summary(), relation: Relation::Absorbed }),
        Action::Note => Command::Note(because),
        Action::Deliver => Command::Deliver(Delivery {
            duty: if everything {
                DutyKey::of(Duty::Warning, 7).with_clock(ClockName::CLOSURE, Some(Department::QUALITY))
            } else {
                DutyKey::of(Duty::Signature, 0)
            },
            to: give.list([who("mia")]),
        }),
        Action::MovePolicy => Command::MovePolicy(PolicyMove { to: version(), reason: note() }),
    }
}

/// What follows from commands.
pub(crate) fn consequences(everything: bool) -> Vec<EventKind> {
    let give = Give(everything);
    let signature = || Box::new(give.signature());
    vec![
        EventKind::Assessed(Box::new(give.assessed())),
        EventKind::ApprovalOpened(Box::new(ApprovalOpening {
            approval: 1,
            matter: ApprovalSubject::Remedy(give.proposal()),
            chain: rule("two"),
            amount: give.some(euros(4_900)),
        })),
        EventKind::SignatureGiven(signature()),
        EventKind::SignatureRefused(signature()),
        EventKind::SignatureReturned(signature()),
        EventKind::ApprovalOverridden(signature()),
        EventKind::SignaturesVoided(Box::new(VoidedSignatures {
            approval: 1,
            steps: vec![rule("review")],
            notified: give.list([rule("approve")]),
        })),
        EventKind::ApprovalRaised(Box::new(ChainReplacement {
            approval: 1,
            chain: rule("serious"),
            amount: give.some(euros(4_900)),
        })),
        EventKind::ApprovalEnded(Box::new(ApprovalEnd { approval: 1, state: ApprovalState::TakenBack })),
        EventKind::SignatureWithdrawn(Box::new(SignatureWithdrawal { approval: 1, step: rule("review") })),
        EventKind::Moved(Stage::InApproval),
    ]
}

/// Every matter and every change of an extension.
pub(crate) fn matters() -> Vec<ApprovalSubject> {
    let (give, bare) = (Give(true), Give(false));
    let amounts = [
        TimeAmount::Minutes(1),
        TimeAmount::WorkingMinutes(2),
        TimeAmount::CalendarDays(3),
        TimeAmount::WorkingDays(4),
        TimeAmount::Weeks(5),
        TimeAmount::Months(u32::MAX),
    ];
    let date = "2025-04-01".parse().unwrap();
    let changes = amounts.map(ExtensionAmount::Add).into_iter();
    let changes = changes.chain([
        ExtensionAmount::Total(TimeAmount::Weeks(3)),
        ExtensionAmount::Until(date),
        ExtensionAmount::UntilFixed(date),
    ]);
    let extensions =
        changes.map(|change| ApprovalSubject::Extension(ClockExtension { change, ..bare.extending() }));
    [
        ApprovalSubject::Remedy(give.proposal()),
        ApprovalSubject::ForcedClosure,
        ApprovalSubject::Recall,
        ApprovalSubject::Sanction(give.sanction()),
        ApprovalSubject::CorrectiveAction(rule("m-1")),
        ApprovalSubject::PolicyChange(PolicyEdition { version: version(), content: fingerprint() }),
    ]
    .into_iter()
    .chain(extensions)
    .collect()
}

/// An event with something that happened.
pub(crate) fn event(what: EventKind, everything: bool) -> Event {
    Event {
        case: "a-1".parse().unwrap(),
        number: 3,
        at: at(WHEN),
        by: who("anna"),
        role: Give(everything).some(Role::HANDLER),
        command: "k-2".parse().unwrap(),
        what,
    }
}

/// Every thing that can happen, with everything and with little.
pub(crate) fn events() -> Vec<(&'static str, [Event; 2])> {
    let commanded = Action::ALL.iter().map(|&action| {
        [true, false].map(|everything| event(EventKind::from(command(action, everything)), everything))
    });
    let then = consequences(true).into_iter().zip(consequences(false));
    let then = then.map(|(whole, bare)| [event(whole, true), event(bare, false)]);
    commanded.chain(then).map(|events| (events[0].what.name(), events)).collect()
}
