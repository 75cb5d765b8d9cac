//! Errors about people, and about what belongs to another case or another policy.

use redress::case::stored::ReplayProblem;
use redress::case::{Case, Refusal, Stamp, open};
use redress::policy::fingerprint::PolicyContent;
use redress::policy::people::PeopleRules;
use redress::policy::{PolicyFault, Routing};
use redress::report::ledger::LedgerRow;
use redress::triage::ComplaintDocument;
use redress::vocab::course::Exclusion;
use redress::vocab::{Action, ActorId, CaseId, Role};

use crate::messages::{Texts, at, calendar, policy, policy_fault};

fn anna() -> ActorId {
    "anna".parse().unwrap()
}

fn id(text: &str) -> CaseId {
    text.parse().unwrap()
}

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    refusals(&mut texts);
    rules(&mut texts);
    other_contents(&mut texts);
    texts
}

fn refusals(texts: &mut Texts) {
    let (actor, action) = (anna(), Action::Close);
    texts.is(
        Refusal::OtherCase { case: id("a-1"), given: id("b-2") },
        "the decision is for case `b-2`, not for `a-1`; record it in case `b-2`",
    );
    texts.is(
        Refusal::NotTheirs { actor, action, because: Exclusion::ComplainedAbout },
        "`anna` may not `close`: the complaint is about them; somebody else must do this",
    );
    texts.is(
        Refusal::Parted { actor, action, did: Action::Propose },
        "`anna` may not `close`: they did `propose`, and the policy requires different people for the two",
    );
    texts.is(
        Refusal::ComplainantAlone { actor, action: Action::Withdraw },
        "`anna` may not `withdraw`: only the complainant may",
    );
    texts.is(
        Refusal::NothingSigned { actor, approval: 2 },
        "`anna` cannot withdraw anything: they have not signed or refused the open step of approval 2",
    );
    texts.is(
        Refusal::NoOverride,
        "this policy lets nobody override an approval; collect the signatures of its chain",
    );
}

fn rules(texts: &mut Texts) {
    let (note, sign) = (Action::Note, Action::Sign);
    let many = (0..101).fold(PeopleRules::new(), |people, _| people.with_second_person(note));
    let rules = [
        (many, "second-person: 101 entries, expected at most 100"),
        (
            PeopleRules::new().with_second_person(note).with_second_person(note),
            "second-person: `note` is named twice; name it once",
        ),
        (
            PeopleRules::new().with_overrider(Role::MANAGER).with_overrider(Role::MANAGER),
            "overriders: `manager` is named twice; name it once",
        ),
        (
            PeopleRules::new().with_permission(Exclusion::Complainant, Action::Receive),
            "complainant-may: cannot name `receive`, which creates the case; name an action on a case",
        ),
        (
            PeopleRules::new().with_complainant_alone(Action::Close),
            "complainant-alone: `close` is not one of `complainant-may`; add it there too",
        ),
        (
            PeopleRules::new().with_parted(sign, sign),
            "parted: `sign` is paired with itself; name two different actions",
        ),
        (
            PeopleRules::new().with_parted(sign, note).with_parted(note, sign),
            "parted: the pair `note` and `sign` is named twice; name it once",
        ),
    ];
    for (people, expected) in rules {
        let fault = policy_fault(policy().people(people));
        let PolicyFault::People { problem } = fault else { panic!("{fault}") };
        texts.is(problem, expected);
        texts.is(fault, &format!("people: {expected}"));
    }
}

fn other_contents(texts: &mut Texts) {
    let received = at("2026-03-02T09:00:00Z");
    let said = || ComplaintDocument::new("a-1".parse().unwrap(), received);
    let built = policy().build().unwrap();
    let case = open(&built, said(), Stamp::new("k-1".parse().unwrap(), anna(), received)).unwrap();
    let mut events = case.events().to_vec();
    events[1].case = id("b-2");
    let error = Case::replay(&built, &events).unwrap_err();
    texts.is(error.problem.clone(), "belongs to case `b-2`, expected `a-1`");
    texts.is(error, "event 2: belongs to case `b-2`, expected `a-1`");
    let error = Case::replay_at(&built, case.events(), at("2026-03-01T09:00:00Z")).unwrap_err();
    let ReplayProblem::InTheFuture { .. } = error.problem else { panic!("{error}") };
    texts.is(
        error.problem.clone(),
        "its time 2026-03-02T09:00:00Z is in the future, expected 2026-03-01T09:00:00Z or earlier",
    );
    // The same name and version, and a clock more.
    let other = redress::policy::Policy::builder("desk")
        .version("1")
        .routing(Routing::none())
        .calendar(calendar())
        .must_ask([redress::vocab::Fact::MEDIA_EXPOSURE])
        .build()
        .unwrap();
    let different = PolicyContent::of(&built).check(&other).unwrap_err();
    let text = different.to_string();
    texts.is(Refusal::OtherContent(Box::new(different)), &text);
    texts.is(LedgerRow::of(&case, &other, received).unwrap_err(), &text);
}
