//! Errors of approval. What reads how is pinned by the tests of approval; here each is made once.

use chrono::{DateTime, Utc};
use redress::approval::signing::{ChainQuery, ExcludedPerson, TimeLimit};
use redress::approval::{
    ApprovalFault, ApprovalTable, Chain, Delegation, Holding, Progress, Roster, RosterBuilder, Signature,
    Signers, Step,
};
use redress::deadline::Term;
use redress::deadline::choice::FirstDay;
use redress::taxonomy::Taxonomy;
use redress::vocab::course::{ApprovalAct, DecisionKind, Exclusion};
use redress::vocab::{ActorId, Money, Remedy, Role, RuleId, Severity};

use crate::messages::{Texts, at};

const MANAGER: Role = Role::MANAGER;
const HEAD: Role = Role::DEPARTMENT_HEAD;

fn who(id: &str) -> ActorId {
    id.parse().unwrap()
}

fn rule(id: &str) -> RuleId {
    id.parse().unwrap()
}

fn amount(minor: u64, currency: &str) -> Money {
    Money::new(minor, currency.parse().unwrap())
}

fn chain(id: &str) -> Chain {
    Chain::new(rule(id), DecisionKind::Remedy)
}

fn signed_by(signers: Signers) -> Step {
    Step::new(rule("s"), ApprovalAct::Approve, signers)
}

fn step(id: &str, role: Role) -> Step {
    Step::new(rule(id), ApprovalAct::Approve, Signers::one(role))
}

fn now() -> DateTime<Utc> {
    at("2026-06-15T10:00:00Z")
}

fn lent(from: &str, to: &str) -> Delegation {
    Delegation {
        from: who(from),
        to: who(to),
        role: MANAGER,
        since: at("2026-06-01T00:00:00Z"),
        until: at("2026-07-01T00:00:00Z"),
        limit: None,
    }
}

fn prove(table: &ApprovalTable) -> Vec<ApprovalFault> {
    table.prove(&Taxonomy::standard(), Some(&[Severity::General, Severity::Serious]))
}

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    tables(&mut texts);
    unknown(&mut texts);
    rosters(&mut texts);
    signing(&mut texts);
    texts
}

fn all(texts: &mut Texts, faults: Vec<ApprovalFault>) {
    for fault in faults {
        texts.seen(fault);
    }
}

fn tables(texts: &mut Texts) {
    let limit = TimeLimit { term: Term::working_days(0).with_first_day(FirstDay::DayOne), escalate_to: HEAD };
    let roles = (0..33).map(|number| format!("acme:r{number}").parse().unwrap());
    let steps = [
        signed_by(Signers::any(0, [MANAGER])),
        signed_by(Signers::any(1, roles)),
        signed_by(Signers::any(17, [MANAGER, MANAGER])),
        Step::consent(rule("s")).with_system(who("bot")).with_limit(limit),
        step("s", "acme:nobody".parse().unwrap()).with_limit(limit),
    ];
    for one in steps {
        let row = chain("c").with_step(one).with_step(step("s", HEAD));
        all(texts, prove(&ApprovalTable::new().with_chain(row)));
    }
    let rows = [
        chain("c").with_above(amount(1, "EUR")).with_from_severity(Severity::Minor),
        chain("c").with_above(amount(u64::MAX, "USD")).with_remedies([]),
    ];
    let table = rows.into_iter().fold(ApprovalTable::new(), ApprovalTable::with_chain);
    all(texts, prove(&table));
    all(texts, table.prove(&Taxonomy::standard(), None));
    all(texts, prove(&ApprovalTable::new().with_chain(chain("c"))));
    all(
        texts,
        prove(&ApprovalTable::new().with_chain(chain("c").with_step(step("s", HEAD)).with_nobody_signs())),
    );
    let serious = chain("a").with_from_severity(Severity::Serious);
    let table = ApprovalTable::new()
        .with_chain(serious.clone())
        .with_chain(chain("b").with_from_severity(Severity::Serious));
    all(texts, prove(&table));
    let long = (0..9).fold(chain("c"), |chain, place| chain.with_step(step(&format!("s{place}"), HEAD)));
    all(texts, prove(&ApprovalTable::new().with_chain(long)));
    let many = (0..201).fold(ApprovalTable::new(), |table, _| table.with_chain(serious.clone()));
    all(texts, prove(&many));
}

fn unknown(texts: &mut Texts) {
    let table = ApprovalTable::new().with_chain(
        chain("a")
            .with_from_severity(Severity::Serious)
            .with_above(amount(1, "EUR"))
            .with_remedies([Remedy::REFUND]),
    );
    let serious = Some(Severity::Serious);
    for (severity, amount) in [
        (None, Some(amount(2, "EUR"))),
        (serious, None),
        (serious, Some(amount(2, "USD"))),
        (Some(Severity::General), None),
    ] {
        let unknown = table
            .select(
                ChainQuery::new(DecisionKind::Remedy)
                    .with_severity(severity)
                    .with_amount(amount)
                    .with_remedies(&[Remedy::REFUND]),
            )
            .unwrap_err();
        texts.seen(unknown);
        texts.seen(unknown.missing);
    }
}

fn rosters(texts: &mut Texts) {
    let manager = |id| Holding::new(who(id), MANAGER);
    let empty =
        Delegation { from: who("a"), to: who("b"), role: MANAGER, since: now(), until: now(), limit: None };
    let far = DateTime::<Utc>::MAX_UTC;
    let late =
        Delegation { from: who("a"), to: who("e"), role: MANAGER, since: now(), until: far, limit: None };
    let all = Roster::builder("")
        .holding(manager("a"))
        .holding(manager("a").with_until(far))
        .holding(manager("b").with_since(now()).with_until(now()))
        .system(who("bot"));
    let all = [empty, lent("a", "a"), lent("a", "c"), lent("a", "c"), lent("c", "d"), lent("a", "bot"), late]
        .into_iter()
        .fold(all, RosterBuilder::delegation);
    for fault in &all.build().unwrap_err() {
        texts.seen(fault.clone());
    }
    let systems =
        (0..1_001).fold(Roster::builder("r1"), |roster, number| roster.system(who(&format!("s{number}"))));
    texts.seen(systems.build().unwrap_err().faults().first().unwrap().clone());
}

fn signing(texts: &mut Texts) {
    let eur = |minor| amount(minor, "EUR");
    let roster = Roster::builder("r1")
        .holding(Holding::new(who("a"), MANAGER))
        .holding(Holding::new(who("b"), MANAGER).with_limit(eur(10)))
        .holding(Holding::new(who("c"), MANAGER))
        .holding(Holding::new(who("c"), HEAD))
        .delegation(lent("a", "d"))
        .system(who("bot"))
        .build()
        .unwrap();
    let steps = [step("first", MANAGER), step("second", HEAD)];
    let plain = Progress { amount: Some(eur(11)), ..Progress::of(&steps) };
    let out = [ExcludedPerson { person: who("a"), because: Exclusion::Handler }];
    let refused = [plain.may_refuse(&roster, who("a"), now()).unwrap()];
    let two = [signed_by(Signers::any(2, [MANAGER]))];
    let first: [Signature; 1] = [Progress::of(&two).signature_by(&roster, who("a"), now()).unwrap()];
    let many = [signed_by(Signers::any(17, [MANAGER]))];
    let cases = [
        (plain, "b"),
        (Progress { amount: None, ..plain }, "b"),
        (Progress { amount: Some(amount(1, "USD")), ..plain }, "b"),
        (plain, "c"),
        (plain, "x"),
        (plain, "bot"),
        (Progress { excluded: &out, ..plain }, "a"),
        (Progress { excluded: &out, ..plain }, "d"),
        (Progress { refused: &refused, ..plain }, "d"),
        (Progress { signed: &first, ..Progress::of(&two) }, "d"),
        (Progress::of(&many), "a"),
        (Progress::of(&[]), "a"),
    ];
    for (progress, id) in cases {
        texts.seen(progress.signature_by(&roster, who(id), now()).unwrap_err());
    }
    texts.seen(Progress::of(&many).possible_signers(&roster, now()).unwrap_err());
    let heads = [signed_by(Signers::any(2, [HEAD, MANAGER])), step("t", HEAD)];
    let none = Progress { excluded: &out, amount: Some(amount(1, "USD")), ..Progress::of(&heads) };
    texts.seen(none.possible_signers(&roster, now()).unwrap_err());
    let table = ApprovalTable::new().with_chain(chain("c").with_step(step("s", Role::LEADER_IN_CHARGE)));
    texts.seen(table.check(&roster, now()).unwrap_err().faults().first().unwrap().clone());
}
