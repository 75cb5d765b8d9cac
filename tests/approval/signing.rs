//! The signing rules, one by one.

use redress::approval::signing::{SigningObstacle, TimeLimit};
use redress::approval::{Progress, Roster, Signers, SigningRefusal, Step, StuckApproval};
use redress::deadline::Term;
use redress::vocab::RuleId;
use redress::vocab::course::{ApprovalAct, Exclusion};

use crate::approval::world::{
    HEAD, LEADER, MANAGER, approve, eur, excluded, held, lent, month, next, now, refusal, roster, rule, sign,
    usd, who,
};

fn two_managers_and_a_head() -> Roster {
    roster().holding(held("a", MANAGER)).holding(held("b", MANAGER)).holding(held("h", HEAD)).build().unwrap()
}

#[test]
fn a_signature_holds_what_it_relied_on() {
    let roster = roster()
        .holding(held("a", MANAGER).with_limit(eur(500)))
        .delegation(lent("a", "b", MANAGER).with_limit(eur(300)))
        .build()
        .unwrap();
    let steps = [approve("release", MANAGER)];
    let progress = Progress { amount: Some(eur(300)), ..Progress::of(&steps) };
    let own = sign(&progress, &roster, "a");
    assert_eq!((own.step(), own.slot(), own.by()), (rule("release"), 0, who("a")));
    assert_eq!((own.instead_of(), own.role(), own.limit()), (None, MANAGER, Some(eur(500))));
    let delegated = sign(&progress, &roster, "b");
    assert_eq!((delegated.by(), delegated.instead_of()), (who("b"), Some(who("a"))));
    assert_eq!(delegated.limit(), Some(eur(300)));
    assert!(delegated.is_of(who("a")) && delegated.is_of(who("b")) && !delegated.is_of(who("c")));
}

#[test]
fn the_proposer_and_the_handler_prepare_and_the_person_complained_about_does_not() {
    let roster = two_managers_and_a_head();
    let prepare = [Step::new(rule("draft"), ApprovalAct::Prepare, Signers::one(MANAGER))];
    let own = "the proposer may not approve their own proposal";
    let handled = "a person who handled the case may not approve the answer to it";
    let about = "the person complained about may not sign";
    for (because, may, why) in [
        (Exclusion::Proposer, true, own),
        (Exclusion::Handler, true, handled),
        (Exclusion::ComplainedAbout, false, about),
    ] {
        let out = [excluded("a", because)];
        let progress = Progress { excluded: &out, ..Progress::of(&prepare) };
        assert_eq!(progress.signature_by(&roster, who("a"), now()).is_ok(), may, "{because}");
        for act in [
            ApprovalAct::Recheck,
            ApprovalAct::Review,
            ApprovalAct::Instruct,
            ApprovalAct::Approve,
            ApprovalAct::SignIssue,
        ] {
            let other = [Step::new(rule("release"), act, Signers::one(MANAGER))];
            let progress = Progress { steps: &other, ..progress };
            assert_eq!(refusal(&progress, &roster, "a"), format!("`a` cannot sign step `release`: {why}"));
        }
    }
    // Who proposed and is complained about is the latter, too.
    let out = [excluded("a", Exclusion::Proposer), excluded("a", Exclusion::ComplainedAbout)];
    let progress = Progress { excluded: &out, ..Progress::of(&prepare) };
    assert_eq!(
        refusal(&progress, &roster, "a"),
        "`a` cannot sign step `draft`: the person complained about may not sign"
    );
}

#[test]
fn nobody_signs_twice_in_one_step() {
    let roster = two_managers_and_a_head();
    let steps = [Step::new(rule("release"), ApprovalAct::Approve, Signers::any(2, [MANAGER]))];
    let signed = [sign(&Progress::of(&steps), &roster, "a")];
    let progress = Progress { signed: &signed, ..Progress::of(&steps) };
    assert_eq!(
        refusal(&progress, &roster, "a"),
        "`a` cannot sign step `release`: step `release` is already signed by or for `a`; nobody signs twice"
    );
    assert_eq!(sign(&progress, &roster, "b").slot(), 1);
}

#[test]
fn nobody_signs_for_somebody_who_has_signed_nor_after_somebody_signed_for_him() {
    let roster = roster()
        .holding(held("a", MANAGER))
        .holding(held("c", MANAGER))
        .holding(held("d", MANAGER))
        .delegation(lent("a", "b", MANAGER))
        .build()
        .unwrap();
    let steps = [approve("first", MANAGER), approve("second", MANAGER)];
    let start = Progress::of(&steps);
    let by_a = [sign(&start, &roster, "a")];
    assert_eq!(
        refusal(&Progress { signed: &by_a, ..start }, &roster, "b"),
        "`b` cannot sign step `second` for `a`: step `first` is already signed by or for `a`; nobody signs twice"
    );
    let by_b = [sign(&start, &roster, "b")];
    assert_eq!(
        refusal(&Progress { signed: &by_b, ..start }, &roster, "a"),
        "`a` cannot sign step `second`: step `first` is already signed by or for `a`; nobody signs twice"
    );
}

#[test]
fn a_step_by_anyone_again_looks_at_no_other_step_and_no_other_at_it() {
    let roster = roster().holding(held("a", MANAGER)).build().unwrap();
    let again = || approve("again", MANAGER).with_by_anyone_again();
    for steps in [[approve("once", MANAGER), again()], [again(), approve("once", MANAGER)]] {
        let first = sign(&Progress::of(&steps), &roster, "a");
        let signed = [first];
        let progress = Progress { signed: &signed, ..Progress::of(&steps) };
        let signed = [first, sign(&progress, &roster, "a")];
        assert!(Progress { signed: &signed, ..progress }.is_complete());
    }
    // Within itself it takes different people.
    let steps =
        [Step::new(rule("two"), ApprovalAct::Approve, Signers::any(2, [MANAGER])).with_by_anyone_again()];
    assert!(Progress::of(&steps).possible_signers(&roster, now()).is_err());
}

#[test]
fn a_limit_includes_its_amount_and_speaks_of_one_currency() {
    let roster = roster()
        .holding(held("a", MANAGER).with_limit(eur(500)))
        .holding(held("b", MANAGER))
        .delegation(lent("b", "c", MANAGER).with_limit(eur(200)))
        .build()
        .unwrap();
    let steps = [approve("release", MANAGER)];
    let of = |amount| Progress { amount, ..Progress::of(&steps) };
    assert_eq!(next(&of(Some(eur(200))), &roster), "a b c");
    assert_eq!(next(&of(Some(eur(500))), &roster), "a b");
    assert_eq!(next(&of(None), &roster), "b");
    assert_eq!(
        refusal(&of(Some(eur(501))), &roster, "a"),
        "`a` cannot sign step `release`: the amount `5.01 EUR` is above the limit `5.00 EUR`"
    );
    assert_eq!(
        refusal(&of(Some(usd(1))), &roster, "a"),
        "`a` cannot sign step `release`: the amount `0.01 USD` is not in the currency of the limit \
         `5.00 EUR`"
    );
    assert_eq!(
        refusal(&of(None), &roster, "a"),
        "`a` cannot sign step `release`: the amount is unknown and the limit is `5.00 EUR`; state \
         the amount"
    );
    assert_eq!(
        refusal(&of(Some(eur(201))), &roster, "c"),
        "`c` cannot sign step `release` for `b`: the amount `2.01 EUR` is above the limit `2.00 EUR`"
    );
}

#[test]
fn a_delegate_never_signs_more_than_the_giver() {
    let roster = roster()
        .holding(held("a", MANAGER).with_limit(eur(100)))
        .delegation(lent("a", "b", MANAGER).with_limit(eur(900)))
        .delegation(lent("a", "c", MANAGER).with_limit(usd(900)))
        .build()
        .unwrap();
    let steps = [approve("release", MANAGER)];
    let of = |amount| Progress { amount: Some(amount), ..Progress::of(&steps) };
    assert_eq!(sign(&of(eur(100)), &roster, "b").limit(), Some(eur(100)));
    assert_eq!(
        refusal(&of(eur(101)), &roster, "b"),
        "`b` cannot sign step `release` for `a`: the amount `1.01 EUR` is above the limit `1.00 EUR`"
    );
    assert_eq!(
        refusal(&of(eur(1)), &roster, "c"),
        "`c` cannot sign step `release` for `a`: the amount `0.01 EUR` is not in the currency of \
         the limit `9.00 USD`"
    );
}

#[test]
fn a_system_account_signs_where_the_step_names_it_and_nowhere_else() {
    let roster =
        roster().holding(held("a", MANAGER)).holding(held("bot", HEAD)).system(who("bot")).build().unwrap();
    let named = [approve("release", MANAGER).with_system(who("bot"))];
    let progress = Progress::of(&named);
    assert_eq!(next(&progress, &roster), "a bot");
    let signature = sign(&progress, &roster, "bot");
    assert_eq!((signature.role(), signature.limit()), (MANAGER, None));

    // Holding the role is not being named.
    let other = [approve("release", HEAD)];
    assert_eq!(
        refusal(&Progress::of(&other), &roster, "bot"),
        "`bot` cannot sign step `release`: the step does not name this system account; a person must sign"
    );
    assert_eq!(
        next(&Progress::of(&other), &roster),
        "step `release` cannot be signed: 1 signature is needed, but nobody can sign (`bot` is a system account \
         that the step does not name); 1 more person is needed"
    );
    // A person whom a step names is no system account.
    let person = [approve("release", HEAD).with_system(who("a"))];
    assert_eq!(
        refusal(&Progress::of(&person), &roster, "a"),
        "`a` cannot sign step `release`: this requires the role `department-head`, which roster `r1` does not give them"
    );
}

#[test]
fn an_escalated_step_is_open_to_the_role_it_escalates_to_and_approves_nothing() {
    let roster = two_managers_and_a_head();
    let limit = TimeLimit { term: Term::working_days(2), escalate_to: HEAD };
    let steps = [approve("first", LEADER).with_limit(limit), approve("second", LEADER).with_limit(limit)];
    let progress = Progress::of(&steps[..1]);
    assert_eq!(
        refusal(&progress, &roster, "h"),
        "`h` cannot sign step `first`: this requires the role `leader-in-charge`, which roster `r1` does not give them"
    );
    let escalated = Progress { escalated: true, ..progress };
    assert!(!escalated.is_complete());
    assert_eq!(sign(&escalated, &roster, "h").role(), HEAD);
    assert_eq!(
        refusal(&escalated, &roster, "a"),
        "`a` cannot sign step `first`: this requires the role `leader-in-charge` or `department-head`, which \
         roster `r1` does not give them"
    );
    // The step behind it has not escalated.
    assert_eq!(
        next(&Progress { steps: &steps, ..escalated }, &roster),
        "step `second` cannot be signed: 1 signature is needed, but nobody can sign; 1 more person is needed"
    );
}

#[test]
fn own_roles_go_before_delegations_and_delegations_in_the_order_of_the_roster() {
    let people =
        || roster().holding(held("a", MANAGER)).holding(held("z", MANAGER)).holding(held("own", MANAGER));
    let delegated = people()
        .delegation(lent("z", "b", MANAGER))
        .delegation(lent("a", "b", MANAGER))
        .delegation(lent("a", "own", MANAGER))
        .build()
        .unwrap();
    let steps = [approve("release", MANAGER)];
    assert_eq!(sign(&Progress::of(&steps), &delegated, "b").instead_of(), Some(who("z")));
    assert_eq!(sign(&Progress::of(&steps), &delegated, "own").instead_of(), None);
    // Where the first giver may not, the next one is tried.
    let out = [excluded("z", Exclusion::Handler)];
    let progress = Progress { excluded: &out, ..Progress::of(&steps) };
    assert_eq!(sign(&progress, &delegated, "b").instead_of(), Some(who("a")));
}

#[test]
fn a_signature_that_leaves_nobody_for_a_later_step_is_refused() {
    let roster = roster()
        .holding(held("a", MANAGER))
        .holding(held("b", MANAGER))
        .holding(held("a", LEADER))
        .delegation(lent("a", "b", LEADER))
        .build()
        .unwrap();
    let steps = [approve("first", MANAGER), approve("second", LEADER)];
    let progress = Progress::of(&steps);
    assert_eq!(next(&progress, &roster), "b");
    assert_eq!(
        refusal(&progress, &roster, "a"),
        "`a` cannot sign: too few people would remain to sign step `second`; ask somebody else to sign this step"
    );
    // To refuse strands nobody.
    assert!(progress.may_refuse(&roster, who("a"), now()).is_ok());
}

#[test]
fn a_chain_that_is_stuck_anyhow_is_signed_as_far_as_it_goes() {
    let roster = two_managers_and_a_head();
    let steps = [approve("first", MANAGER), approve("second", HEAD), approve("third", LEADER)];
    let progress = Progress::of(&steps);
    assert_eq!(
        next(&progress, &roster),
        "step `third` cannot be signed: 1 signature is needed, but nobody can sign; 1 more person is needed"
    );
    assert!(progress.signature_by(&roster, who("a"), now()).is_ok());
}

#[test]
fn who_refused_does_not_sign_nor_anybody_for_him() {
    let roster = roster()
        .holding(held("a", MANAGER))
        .holding(held("c", MANAGER))
        .delegation(lent("a", "b", MANAGER))
        .build()
        .unwrap();
    let steps = [approve("release", MANAGER)];
    let progress = Progress::of(&steps);
    let by_a = [progress.may_refuse(&roster, who("a"), now()).unwrap()];
    let refused = Progress { refused: &by_a, ..progress };
    assert_eq!(
        refusal(&refused, &roster, "a"),
        "`a` cannot sign step `release`: the step was already refused by or for `a`"
    );
    assert_eq!(
        refusal(&refused, &roster, "b"),
        "`b` cannot sign step `release` for `a`: the step was already refused by or for `a`"
    );
    assert!(refused.may_refuse(&roster, who("a"), now()).is_err());
    assert_eq!(next(&refused, &roster), "c");
    // What a delegate refuses, the giver refuses.
    let by_b = [progress.may_refuse(&roster, who("b"), now()).unwrap()];
    assert_eq!(next(&Progress { refused: &by_b, ..progress }, &roster), "c");
    assert!(Progress { refused: &by_b, ..progress }.is_open_step_reachable(&roster, now()));
}

#[test]
fn one_of_each_takes_a_person_for_the_slot_that_nobody_else_fits() {
    let roster = roster()
        .holding(held("a", MANAGER))
        .holding(held("a", HEAD))
        .holding(held("b", MANAGER))
        .build()
        .unwrap();
    let steps = [Step::new(rule("both"), ApprovalAct::Approve, Signers::one_of_each([MANAGER, HEAD]))];
    let first = sign(&Progress::of(&steps), &roster, "a");
    assert_eq!((first.slot(), first.role()), (1, HEAD));
    let signed = [first];
    let progress = Progress { signed: &signed, ..Progress::of(&steps) };
    assert_eq!(
        refusal(&progress, &roster, "a"),
        "`a` cannot sign step `both`: step `both` is already signed by or for `a`; nobody signs twice"
    );
    assert_eq!(sign(&progress, &roster, "b").slot(), 0);
}

#[test]
fn a_period_holds_from_its_first_instant_until_just_before_its_last() {
    let roster = roster()
        .holding(held("a", MANAGER).with_since(month(6)).with_until(month(7)))
        .delegation(lent("a", "b", MANAGER))
        .build()
        .unwrap();
    let steps = [approve("release", MANAGER)];
    let progress = Progress::of(&steps);
    let second = chrono::TimeDelta::seconds(1);
    for (at, may) in
        [(month(6) - second, false), (month(6), true), (month(7) - second, true), (month(7), false)]
    {
        assert_eq!(progress.signature_by(&roster, who("a"), at).is_ok(), may, "{at}");
        assert_eq!(progress.signature_by(&roster, who("b"), at).is_ok(), may, "{at}");
    }
}

#[test]
fn the_customers_consent_is_never_open() {
    let roster = two_managers_and_a_head();
    let steps = [approve("first", MANAGER), Step::consent(rule("consent"))];
    let signed = [sign(&Progress::of(&steps), &roster, "a")];
    assert!(Progress { signed: &signed, ..Progress::of(&steps) }.is_complete());
    assert_eq!(steps[1].slots(), 0);
}

#[test]
fn a_step_that_asks_for_nobody_is_not_signed_by_nobody() {
    let roster = two_managers_and_a_head();
    let steps = [Step::new(rule("empty"), ApprovalAct::Approve, Signers::any(0, [MANAGER]))];
    assert!(!Progress::of(&steps).is_complete());
    assert!(Progress::of(&steps).possible_signers(&roster, now()).is_err());
}

#[test]
fn more_than_a_table_has_is_too_complex_and_never_fine() {
    let roster = two_managers_and_a_head();
    let many = [Step::new(rule("many"), ApprovalAct::Approve, Signers::any(u32::MAX, [MANAGER]))];
    let progress = Progress::of(&many);
    let text = "1 steps with 4294967295 signatures, expected at most 8 steps and 16 signatures";
    assert_eq!(next(&progress, &roster), text);
    assert_eq!(refusal(&progress, &roster, "a"), text);
    assert!(!progress.is_open_step_reachable(&roster, now()));
    let long: Vec<Step> = (0..9).map(|place| approve(&format!("s{place}"), MANAGER)).collect();
    assert_eq!(
        Progress::of(&long).possible_signers(&roster, now()),
        Err(StuckApproval::TooComplex { steps: 9, signatures: 9 })
    );
}

#[test]
fn a_stuck_chain_names_who_is_left_out_and_why() {
    let roster = roster()
        .holding(held("a", MANAGER))
        .holding(held("b", MANAGER).with_limit(eur(10)))
        .holding(held("c", MANAGER).with_limit(usd(10)))
        .holding(held("d", MANAGER))
        .holding(held("h", HEAD))
        .build()
        .unwrap();
    let steps = [approve("first", HEAD), approve("second", MANAGER), approve("third", MANAGER)];
    let out = [excluded("a", Exclusion::Handler)];
    let start = Progress { amount: Some(eur(11)), excluded: &out, ..Progress::of(&steps) };
    let signed = [sign(&start, &roster, "h")];
    let progress = Progress { signed: &signed, ..start };
    let Err(StuckApproval::Nobody { steps: short, people, needed, left_out }) =
        progress.possible_signers(&roster, now())
    else {
        panic!("not stuck");
    };
    assert_eq!((short, people, needed), (vec![rule("second"), rule("third")], vec![who("d")], 2));
    assert_eq!(
        left_out,
        [
            (who("a"), SigningObstacle::Excluded(Exclusion::Handler)),
            (who("b"), SigningObstacle::OverLimit(eur(10))),
            (who("c"), SigningObstacle::OtherCurrency(usd(10))),
        ]
    );
    assert_eq!(
        next(&progress, &roster),
        "steps `second` and `third` cannot be signed: 2 signatures are needed, but only `d` can sign (`a` is \
         excluded as `handler`; `b` may sign at most `0.10 EUR`; \
         `c` may sign at most `0.10 USD`, the amount is in another currency); 1 more person is needed"
    );
    let progress = Progress { amount: None, ..progress };
    assert!(next(&progress, &roster).contains("`b` may sign at most `0.10 EUR`, the amount is unknown;"));
}

#[test]
fn a_stuck_step_names_who_has_signed_and_counts_the_rest() {
    let people: Vec<String> = (0..5).map(|number| format!("u{number}")).collect();
    let all = people.iter().fold(roster(), |roster, id| roster.holding(held(id, HEAD)));
    let roster = all.holding(held("a", MANAGER)).holding(held("a", HEAD)).build().unwrap();
    let steps = [approve("first", MANAGER), approve("second", HEAD)];
    let signed = [sign(&Progress::of(&steps), &roster, "a")];
    let out: Vec<_> = people.iter().map(|id| excluded(id, Exclusion::Handler)).collect();
    let progress = Progress { signed: &signed, excluded: &out, ..Progress::of(&steps) };
    assert_eq!(
        next(&progress, &roster),
        "step `second` cannot be signed: 1 signature is needed, but nobody can sign (`a` has signed `first`; \
         `u0` is excluded as `handler`; `u1` is excluded as `handler`; and 3 more); 1 more person is needed"
    );
}

#[test]
fn a_signature_on_a_step_that_is_gone_uses_up_its_people_and_fills_nothing() {
    let roster = two_managers_and_a_head();
    let old = [approve("gone", MANAGER)];
    let signed = [sign(&Progress::of(&old), &roster, "a")];
    let steps = [approve("release", MANAGER)];
    let progress = Progress { signed: &signed, ..Progress::of(&steps) };
    assert_eq!(progress.open_step().map(Step::id), Some(rule("release")));
    assert_eq!(next(&progress, &roster), "b");
}

#[test]
fn several_stranded_steps_are_all_named() {
    // `a` and `b` alone can sign the last two steps.
    let roster = roster()
        .holding(held("a", MANAGER))
        .holding(held("c", MANAGER))
        .holding(held("a", LEADER))
        .holding(held("b", LEADER))
        .build()
        .unwrap();
    let steps = [approve("one", MANAGER), approve("two", LEADER), approve("three", LEADER)];
    let refused = Progress::of(&steps).signature_by(&roster, who("a"), now()).unwrap_err();
    let expected: Vec<RuleId> = vec![rule("two"), rule("three")];
    assert_eq!(refused, SigningRefusal::WouldStrand { actor: who("a"), steps: expected });
    assert_eq!(
        refused.to_string(),
        "`a` cannot sign: too few people would remain to sign steps `two` and `three`; ask somebody else to \
         sign this step"
    );
}

#[test]
fn ten_thousand_people_and_sixteen_slots_are_answered() {
    let mut all = roster();
    for number in 0..9_000 {
        all = all.holding(held(&format!("u{number}"), MANAGER));
    }
    for number in 0..1_000 {
        all = all.delegation(lent(&format!("u{number}"), &format!("d{number}"), MANAGER));
    }
    let roster = all.build().unwrap();
    let two =
        |place| Step::new(rule(&format!("s{place}")), ApprovalAct::Approve, Signers::any(2, [MANAGER, HEAD]));
    let steps: Vec<Step> = (0..8).map(two).collect();
    let passable = Progress::of(&steps).possible_signers(&roster, now()).unwrap();
    assert_eq!(passable.next.len(), 10_000);
}
