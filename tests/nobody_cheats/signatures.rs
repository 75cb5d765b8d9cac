//! What is approved is what is carried out, and a refusal stands.

use redress::approval::signing::{AmendmentEffect, AmendmentRule};
use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
use redress::case::approval::{ApprovalOverride, ApprovalState};
use redress::case::command::{Offer, Proposal};
use redress::case::{Case, Command, EventKind};
use redress::policy::Track;
use redress::policy::people::PeopleRules;
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::{Money, PayeeKey, Remedy, Role, RuleId};
use redress::word;

use crate::cases::support::{Story, desk, euros, note, on, roster, two_steps, who};

fn refund(minor: u64) -> Offer {
    Offer::new(Remedy::REFUND).with_amount(euros(minor))
}

fn submitted(table: ApprovalTable, roster: Roster, offer: Offer) -> Story {
    let mut story = Story::new(desk(Track::new()).approvals(table).build().unwrap());
    story.roster = roster;
    story.investigating().does("anna", Command::Propose(Proposal::of(offer))).does("anna", Command::Submit)
}

fn payee(text: &str) -> PayeeKey {
    text.parse().unwrap()
}

fn signed(story: &Story) -> usize {
    story.case.approval(1).unwrap().signed().len()
}

#[test]
fn fault_a05_another_payee_voids_every_signature() {
    let offer = refund(5_000).with_payee(payee("account-1"));
    let story = submitted(two_steps(), roster(), offer).does("mia", Command::Sign(on(1)));
    assert_eq!(signed(&story), 1);
    for offer in [refund(5_000).with_payee(payee("account-2")), refund(5_000)] {
        let amended = story.clone().does("anna", Command::Amend(Proposal::of(offer)));
        assert_eq!(signed(&amended), 0);
    }
    // Nothing that a policy says keeps a signature on another payee.
    let keeps = AmendmentRule {
        amount_raised: AmendmentEffect::Keep,
        remedy_changed: AmendmentEffect::Keep,
        text_changed: AmendmentEffect::Keep,
    };
    let table = ApprovalTable::new().with_chain(
        [("review", Role::MANAGER), ("approve", Role::LEADER_IN_CHARGE)].into_iter().fold(
            Chain::new(word!(RuleId, "keeps"), DecisionKind::Remedy),
            |chain, (id, role)| {
                let step = Step::new(id.parse().unwrap(), ApprovalAct::Approve, Signers::one(role));
                chain.with_step(step.with_material(keeps))
            },
        ),
    );
    let story = submitted(table, roster(), refund(5_000)).does("mia", Command::Sign(on(1)));
    let kept = story.clone().does("anna", Command::Amend(Proposal::of(refund(6_000))));
    assert_eq!(signed(&kept), 1);
    let other = refund(5_000).with_payee(payee("account-2"));
    assert_eq!(signed(&story.does("anna", Command::Amend(Proposal::of(other)))), 0);
}

#[test]
fn fault_a05_a_changed_text_voids_unless_the_policy_keeps_it() {
    let said = |text: &str| Offer { note: Some(note(text)), ..refund(5_000) };
    let story = submitted(two_steps(), roster(), said("to the card")).does("mia", Command::Sign(on(1)));
    let amended = story.does("anna", Command::Amend(Proposal::of(said("to another card"))));
    assert_eq!(signed(&amended), 0);
}

#[test]
fn fault_a06_to_keep_a_signature_never_extends_its_limit() {
    let keeps = AmendmentRule { amount_raised: AmendmentEffect::Keep, ..AmendmentRule::default() };
    let step = |id: &str, role| {
        Step::new(id.parse().unwrap(), ApprovalAct::Approve, Signers::one(role)).with_material(keeps)
    };
    let table = ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "keeps"), DecisionKind::Remedy)
            .with_step(step("review", Role::MANAGER))
            .with_step(step("approve", Role::LEADER_IN_CHARGE)),
    );
    let roster = Roster::builder("r-2")
        .holding(Holding::new(who("mia"), Role::MANAGER).with_limit(euros(100_000)))
        .holding(Holding::new(who("max"), Role::MANAGER))
        .holding(Holding::new(who("leo"), Role::LEADER_IN_CHARGE))
        .build()
        .unwrap();
    let story = submitted(table, roster, refund(99_900)).does("mia", Command::Sign(on(1)));
    // Up to the limit it is kept, beyond it is not.
    let kept = story.clone().does("anna", Command::Amend(Proposal::of(refund(100_000))));
    assert_eq!(signed(&kept), 1);
    let beyond = story.clone().does("anna", Command::Amend(Proposal::of(refund(100_001))));
    assert_eq!(signed(&beyond), 0);
    // Nor is an amount that nobody knows.
    let unknown = story.does("anna", Command::Amend(Proposal::of(Offer::new(Remedy::REFUND))));
    assert_eq!(signed(&unknown), 0);
}

#[test]
fn fault_a08_a_refusal_stands_against_the_same_content() {
    let two = ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "two"), DecisionKind::Remedy).with_step(Step::new(
            word!(RuleId, "approve"),
            ApprovalAct::Approve,
            Signers::any(2, [Role::MANAGER, Role::LEADER_IN_CHARGE]),
        )),
    );
    let story = submitted(two, roster(), refund(5_000)).does("mia", Command::RefuseToSign(on(1)));
    let story = story.does("anna", Command::TakeBack(on(1))).does("anna", Command::Submit);
    let refusal = story.try_to("mia", Command::Sign(on(2))).unwrap_err().to_string();
    assert!(refusal.contains("refused"), "{refusal}");
    assert_eq!(story.case.approval(2).unwrap().refused().len(), 1);
    // The others may still sign it, and another content is another question.
    let others = story.clone().does("max", Command::Sign(on(2))).does("leo", Command::Sign(on(2)));
    assert_eq!(others.case.approval(2).unwrap().state(), ApprovalState::Approved);
    let other = story
        .does("anna", Command::TakeBack(on(2)))
        .does("anna", Command::Amend(Proposal::of(refund(4_000))))
        .does("anna", Command::Submit);
    assert_eq!(other.case.approval(3).unwrap().refused().len(), 0);
    other.does("mia", Command::Sign(on(3)));
}

#[test]
fn fault_a08_what_nobody_else_could_sign_is_not_submitted_again() {
    let one =
        ApprovalTable::new().with_chain(Chain::new(word!(RuleId, "one"), DecisionKind::Remedy).with_step(
            Step::new(word!(RuleId, "approve"), ApprovalAct::Approve, Signers::any(2, [Role::MANAGER])),
        ));
    let story = submitted(one, roster(), refund(5_000)).does("mia", Command::RefuseToSign(on(1)));
    assert_eq!(story.case.approval(1).unwrap().state(), ApprovalState::Refused);
    let again = story.try_to("anna", Command::Submit).unwrap_err().to_string();
    assert!(again.contains("approve"), "{again}");
    let story = story.does("anna", Command::Amend(Proposal::of(refund(4_000))));
    story.does("anna", Command::Submit);
}

#[test]
fn fault_a01_a_signature_states_what_was_signed_and_does_not_move_behind_an_amendment() {
    let story = submitted(two_steps(), roster(), refund(5_000));
    let signed = story.clone().does("mia", Command::Sign(on(1)));
    let given = signed.case.events().iter().find_map(|event| match &event.what {
        EventKind::SignatureGiven(given) => Some(given.content),
        _ => None,
    });
    assert_eq!(given, Some(story.case.approval(1).unwrap().content()));
    // The same signature behind another offer, of the same amount.
    let other = Offer { note: Some(note("to another card")), ..refund(5_000) };
    let amended = story.clone().does("anna", Command::Amend(Proposal::of(other)));
    assert_ne!(amended.case.approval(1).unwrap().content(), story.case.approval(1).unwrap().content());
    let mut events = amended.case.events().to_vec();
    let number = events.len() as u64;
    let moved = signed.case.events().iter().skip(story.case.events().len()).cloned();
    for (next, mut event) in (number + 1..).zip(moved) {
        (event.number, event.command) = (next, "k-99".parse().unwrap());
        events.push(event);
    }
    let error = Case::replay(&story.policy, &events).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("event {}: differs from what its command produces, expected `signature-given`", number + 2)
    );
    // Given anew it is another signature.
    amended.does("mia", Command::Sign(on(1)));
}

#[test]
fn a_signature_is_its_signers_until_the_step_is_complete() {
    let table = ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "two"), DecisionKind::Remedy).with_step(Step::new(
            word!(RuleId, "approve"),
            ApprovalAct::Approve,
            Signers::any(2, [Role::MANAGER, Role::LEADER_IN_CHARGE]),
        )),
    );
    let story = submitted(table, roster(), refund(5_000));
    let nothing =
        "`mia` cannot withdraw anything: they have not signed or refused the open step of approval 1";
    let story = story.refused("mia", Command::WithdrawSignature(on(1)), nothing);
    let story = story.does("mia", Command::Sign(on(1))).does("mia", Command::WithdrawSignature(on(1)));
    assert_eq!(signed(&story), 0);
    // It can be given again, and a refusal is taken back as well.
    let story = story.does("mia", Command::RefuseToSign(on(1)));
    let story = story.does("mia", Command::WithdrawSignature(on(1))).does("mia", Command::Sign(on(1)));
    let story = story
        .refused(
            "max",
            Command::WithdrawSignature(on(1)),
            "`max` cannot withdraw anything: they have not signed or refused the open step of approval 1",
        )
        .does("max", Command::Sign(on(1)));
    assert_eq!(story.case.approval(1).unwrap().state(), ApprovalState::Approved);
    assert!(story.try_to("mia", Command::WithdrawSignature(on(1))).is_err());
}

#[test]
fn an_emergency_is_one_only_where_the_policy_knows_it() {
    let overriding = || {
        Command::Override(ApprovalOverride {
            approval: 1,
            reason: note("the house burns, and nobody is there"),
        })
    };
    let story = submitted(two_steps(), roster(), refund(5_000));
    story.refused(
        "leo",
        overriding(),
        "this policy lets nobody override an approval; collect the signatures of its chain",
    );
    let people = PeopleRules::new().with_overrider(Role::LEADER_IN_CHARGE);
    let mut story = Story::new(desk(Track::new()).approvals(two_steps()).people(people).build().unwrap());
    story.roster = roster();
    let story = story
        .investigating()
        .does("anna", Command::Propose(Proposal::of(refund(5_000))))
        .does("anna", Command::Submit);
    let refused = story.try_to("mia", overriding()).unwrap_err().to_string();
    assert!(refused.contains("leader-in-charge"), "{refused}");
    let given = story.does("leo", overriding());
    let approval = given.case.approval(1).unwrap();
    assert_eq!((approval.state(), approval.signed().len()), (ApprovalState::Approved, 0));
    let by = given.case.events().iter().find(|event| matches!(event.what, EventKind::Overrode(_))).unwrap();
    assert_eq!((by.by, by.role), (who("leo"), Some(Role::LEADER_IN_CHARGE)));
    // It was given for this content alone.
    let amended = given.does("anna", Command::Amend(Proposal::of(refund(6_000))));
    assert_eq!(amended.case.approval(1).unwrap().state(), ApprovalState::Open);
}

#[test]
fn whom_a_case_excludes_overrides_nothing() {
    let people = PeopleRules::new().with_overrider(Role::HANDLER).with_overrider(Role::MANAGER);
    let policy = desk(Track::new()).approvals(two_steps()).people(people).build().unwrap();
    let said = redress::triage::ComplaintDocument {
        staff: Some(who("mia")),
        ..crate::cases::support::said("A-1", "2025-03-11T10:00:00+08:00")
    };
    let story = Story::of(policy, said)
        .investigating()
        .does("anna", Command::Propose(Proposal::of(refund(5_000))))
        .does("anna", Command::Submit);
    let overriding = || Command::Override(ApprovalOverride { approval: 1, reason: note("at once") });
    for excluded in ["anna", "mia"] {
        let refused = story.try_to(excluded, overriding()).unwrap_err().to_string();
        assert!(refused.contains("may not `override`"), "{refused}");
    }
    story.does("max", overriding());
}

#[test]
fn whoever_overrides_does_so_up_to_their_limit() {
    let people = PeopleRules::new().with_overrider(Role::SENIOR_MANAGEMENT);
    let policy = desk(Track::new()).approvals(two_steps()).people(people).build().unwrap();
    let overriding = || Command::Override(ApprovalOverride { approval: 1, reason: note("at once") });
    let story = |offer: Offer| {
        let mut story = Story::new(policy.clone());
        let head = Holding::new(who("head"), Role::SENIOR_MANAGEMENT).with_limit(euros(10_000));
        story.roster = Roster::builder("r-2")
            .holding(Holding::new(who("anna"), Role::HANDLER))
            .holding(Holding::new(who("mia"), Role::MANAGER))
            .holding(Holding::new(who("leo"), Role::LEADER_IN_CHARGE))
            .holding(head)
            .build()
            .unwrap();
        story
            .investigating()
            .does("anna", Command::Propose(Proposal::of(offer)))
            .does("anna", Command::Submit)
    };
    let given = story(refund(10_000)).does("head", overriding());
    assert_eq!(given.case.approval(1).unwrap().state(), ApprovalState::Approved);
    assert_eq!(Case::replay(&given.policy, given.case.events()).unwrap(), given.case);
    let dollars = Offer::new(Remedy::REFUND).with_amount(Money::new(1, "USD".parse().unwrap()));
    for offer in [refund(10_001), Offer::new(Remedy::REFUND), dollars] {
        let refused = story(offer).try_to("head", overriding()).unwrap_err().to_string();
        assert!(refused.contains("override"), "{refused}");
    }
    // A history in which an amount grew past it is none.
    let text = serde_json::to_string(given.case.events()).unwrap().replace("10000", "10001");
    let forged: Vec<redress::case::Event> = serde_json::from_str(&text).unwrap();
    assert!(Case::replay(&given.policy, &forged).is_err());
}

#[test]
fn a_row_that_nobody_signs_is_for_nothing_beside_its_remedies() {
    let table = ApprovalTable::new()
        .with_chain(
            Chain::new(word!(RuleId, "apologies"), DecisionKind::Remedy)
                .with_remedies([Remedy::APOLOGY])
                .with_nobody_signs(),
        )
        .with_chain(Chain::new(word!(RuleId, "rest"), DecisionKind::Remedy).with_step(Step::new(
            word!(RuleId, "approve"),
            ApprovalAct::Approve,
            Signers::one(Role::MANAGER),
        )));
    let policy = desk(Track::new()).approvals(table).build().unwrap();
    let proposed = |proposal: Proposal| {
        Story::new(policy.clone()).investigating().does("anna", Command::Propose(proposal))
    };
    let apology = || Offer::new(Remedy::APOLOGY);
    proposed(Proposal::of(apology())).does("anna", Command::CarryOut);
    let both = Proposal::of(apology().with_remedy(Remedy::REFUND));
    let either = Proposal::of(apology()).with_alternative(Offer::new(Remedy::REFUND));
    for proposal in [both, either] {
        let story = proposed(proposal);
        let refused = story.try_to("anna", Command::CarryOut).unwrap_err();
        assert!(matches!(refused, redress::case::Refusal::NotApproved { .. }), "{refused}");
        story.does("anna", Command::Submit).does("mia", Command::Sign(on(1)));
    }
}

#[test]
fn whoever_overrode_an_approval_does_not_change_what_it_is_for() {
    let people = PeopleRules::new().with_overrider(Role::LEADER_IN_CHARGE);
    let policy = desk(Track::new()).approvals(two_steps()).people(people).build().unwrap();
    let story = Story::new(policy).investigating();
    let story =
        story.does("anna", Command::Propose(Proposal::of(refund(5_000)))).does("anna", Command::Submit);
    let overriding = Command::Override(ApprovalOverride { approval: 1, reason: note("at once") });
    let story = story.does("leo", overriding);
    for minor in [4_000, 6_000] {
        let amended = || Command::Amend(Proposal::of(refund(minor)));
        let refused = story.try_to("leo", amended()).unwrap_err();
        assert!(matches!(refused, redress::case::Refusal::SignedIt { .. }), "{refused}");
        // Somebody else does, and it is to be approved anew.
        let amended = story.clone().does("anna", amended());
        assert_eq!(amended.case.approval(1).unwrap().state(), ApprovalState::Open);
    }
}

#[test]
fn to_be_let_sign_is_not_to_be_let_override() {
    use redress::vocab::Action;
    use redress::vocab::course::Exclusion;
    let said = || redress::triage::ComplaintDocument {
        staff: Some(who("leo")),
        ..crate::cases::support::said("A-1", "2025-03-11T10:00:00+08:00")
    };
    let story = |people: PeopleRules| {
        let policy = desk(Track::new()).approvals(two_steps()).people(people).build().unwrap();
        Story::of(policy, said())
            .investigating()
            .does("anna", Command::Propose(Proposal::of(refund(5_000))))
            .does("anna", Command::Submit)
    };
    let overriding = || Command::Override(ApprovalOverride { approval: 1, reason: note("at once") });
    let signs = PeopleRules::new()
        .with_overrider(Role::LEADER_IN_CHARGE)
        .with_permission(Exclusion::ComplainedAbout, Action::Sign);
    let refused = story(signs.clone()).try_to("leo", overriding()).unwrap_err().to_string();
    assert!(refused.contains("may not `override`"), "{refused}");
    story(signs.clone().with_permission(Exclusion::ComplainedAbout, Action::Override))
        .does("leo", overriding());
    // Whoever overrides has signed: what is parted from signing is parted from them.
    let parted =
        PeopleRules::new().with_overrider(Role::LEADER_IN_CHARGE).with_parted(Action::Sign, Action::Finish);
    let story = story(parted).does("lea", overriding());
    let refused = story.try_to("lea", Command::Finish).unwrap_err().to_string();
    assert_eq!(
        refused,
        "`lea` may not `finish`: they did `sign`, and the policy requires different people for \
        the two"
    );
}
