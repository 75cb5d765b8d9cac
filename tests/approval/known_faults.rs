//! Rows T94 to T102 of the list of known faults.

use redress::approval::signing::{AmendmentEffect, AmendmentRule, ChainQuery};
use redress::approval::{ApprovalTable, Progress, Signers, Step};
use redress::vocab::course::{ApprovalAct, DecisionKind, Exclusion};

use crate::approval::world::{
    HEAD, LEADER, MANAGER, approve, at, chain, eur, excluded, held, lent, next, now, refusal, roster, rule,
    sign, who,
};

#[test]
fn fault_t94_one_refusal_of_ten_that_are_all_needed_ends_the_step() {
    let people: Vec<String> = (0..10).map(|number| format!("u{number}")).collect();
    let roster =
        people.iter().fold(roster(), |roster, id| roster.holding(held(id, MANAGER))).build().unwrap();
    let steps = [Step::new(rule("all"), ApprovalAct::Approve, Signers::any(10, [MANAGER]))];
    let progress = Progress::of(&steps);
    assert!(progress.is_open_step_reachable(&roster, now()));

    let refused = [progress.may_refuse(&roster, who("u3"), now()).unwrap()];
    let progress = Progress { refused: &refused, ..progress };
    assert!(!progress.is_open_step_reachable(&roster, now()));
    assert_eq!(
        next(&progress, &roster),
        "step `all` cannot be signed: 10 signatures are needed, but only `u0`, `u1`, `u2`, `u4` and 5 more can \
         sign (`u3` has refused); 1 more person is needed"
    );
}

#[test]
fn fault_t95_whoever_is_not_needed_any_longer_is_not_waited_for() {
    let roster = ["a", "b", "c", "d"].iter().fold(roster(), |roster, id| roster.holding(held(id, MANAGER)));
    let roster = roster.build().unwrap();
    let steps = [Step::new(rule("two"), ApprovalAct::Approve, Signers::any(2, [MANAGER]))];
    let mut signed = vec![sign(&Progress::of(&steps), &roster, "a")];
    let progress = Progress { signed: &signed, ..Progress::of(&steps) };
    assert_eq!(next(&progress, &roster), "b c d");

    signed.push(sign(&progress, &roster, "b"));
    let progress = Progress { signed: &signed, ..Progress::of(&steps) };
    assert!(progress.is_complete());
    assert_eq!(next(&progress, &roster), "");
    assert_eq!(refusal(&progress, &roster, "c"), "`c` cannot sign: every step is already signed");
}

#[test]
fn fault_t96_a_refusal_counts_in_the_round_it_is_given_for() {
    let roster = roster().holding(held("a", MANAGER)).holding(held("b", HEAD)).build().unwrap();
    let steps = [approve("first", MANAGER), approve("second", HEAD)];
    let signed = [sign(&Progress::of(&steps), &roster, "a")];
    let progress = Progress { signed: &signed, ..Progress::of(&steps) };
    let refused = [progress.may_refuse(&roster, who("b"), now()).unwrap()];

    let progress = Progress { refused: &refused, ..progress };
    assert!(!progress.is_complete());
    assert!(!progress.is_open_step_reachable(&roster, now()));
}

#[test]
fn fault_t97_the_line_manager_alone_does_not_release_21000() {
    let table = ApprovalTable::new()
        .with_chain(
            chain("large")
                .with_above(eur(20_000))
                .with_step(approve("line", MANAGER))
                .with_step(approve("project", HEAD)),
        )
        .with_chain(chain("medium").with_above(eur(10_000)).with_step(approve("line", MANAGER)))
        .with_chain(chain("small").with_nobody_signs());
    let select = |amount| {
        table.select(ChainQuery::new(DecisionKind::Remedy).with_amount(eur(amount))).unwrap().unwrap()
    };
    assert_eq!(select(10_000).id(), rule("small"));
    assert_eq!(select(10_001).id(), rule("medium"));
    assert_eq!(select(20_000).id(), rule("medium"));
    assert!(Progress::of(select(10_000).steps()).is_complete());

    let roster = roster().holding(held("line", MANAGER)).holding(held("lead", HEAD)).build().unwrap();
    let steps = select(21_000).steps();
    let amount = Some(eur(21_000));
    let signed = [sign(&Progress { amount, ..Progress::of(steps) }, &roster, "line")];
    let progress = Progress { amount, signed: &signed, ..Progress::of(steps) };
    assert!(!progress.is_complete());
    assert_eq!(next(&progress, &roster), "lead");
}

#[test]
fn fault_t98_a_chain_with_one_person_for_two_steps_is_refused_with_his_name() {
    let table = ApprovalTable::new().with_chain(
        chain("four-steps")
            .with_step(approve("first", LEADER))
            .with_step(approve("second", MANAGER))
            .with_step(approve("third", MANAGER))
            .with_step(approve("fourth", LEADER)),
    );
    let roster = roster()
        .holding(held("u", LEADER))
        .holding(held("a", MANAGER))
        .holding(held("b", MANAGER))
        .holding(held("c", MANAGER))
        .build()
        .unwrap();
    assert_eq!(
        table.check(&roster, now()).unwrap_err().to_string(),
        "approval chain `four-steps`: steps `first` and `fourth` cannot be signed: 2 signatures are needed, but only \
         `u` can sign; 1 more person is needed"
    );
}

#[test]
fn fault_t99_nobody_approves_his_own_request_through_a_delegation() {
    let roster = roster().holding(held("a", MANAGER)).delegation(lent("a", "r", MANAGER)).build().unwrap();
    let steps = [approve("release", MANAGER)];
    let out = [excluded("r", Exclusion::Proposer)];
    let progress = Progress { excluded: &out, ..Progress::of(&steps) };
    assert_eq!(
        refusal(&progress, &roster, "r"),
        "`r` cannot sign step `release`: the proposer may not approve their own proposal"
    );
    assert_eq!(next(&progress, &roster), "a");

    // The other way round: who stands in for the proposer inherits his exclusion.
    let out = [excluded("a", Exclusion::Proposer)];
    let progress = Progress { excluded: &out, ..Progress::of(&steps) };
    assert_eq!(
        refusal(&progress, &roster, "r"),
        "`r` cannot sign step `release` for `a`: the proposer may not approve their own proposal"
    );
}

#[test]
fn fault_t99_a_delegation_goes_neither_on_nor_round() {
    let all = || roster().holding(held("a", MANAGER)).holding(held("b", MANAGER));
    assert_eq!(
        all()
            .delegation(lent("a", "b", MANAGER))
            .delegation(lent("b", "a", MANAGER))
            .build()
            .unwrap_err()
            .to_string(),
        "delegation of `manager` from `a` to `b`: `a` received the role from `b` during that time; a delegate \
         cannot delegate\n\
         delegation of `manager` from `b` to `a`: `b` received the role from `a` during that time; a delegate \
         cannot delegate"
    );
    assert_eq!(
        all()
            .delegation(lent("a", "b", MANAGER))
            .delegation(lent("b", "c", MANAGER))
            .build()
            .unwrap_err()
            .to_string(),
        "delegation of `manager` from `b` to `c`: `b` received the role from `a` during that time; a delegate \
         cannot delegate"
    );
}

#[test]
fn fault_t100_a_step_declares_what_an_amendment_voids() {
    let step = approve("release", MANAGER);
    let usual = AmendmentRule {
        amount_raised: AmendmentEffect::Void,
        remedy_changed: AmendmentEffect::Void,
        text_changed: AmendmentEffect::Void,
    };
    assert_eq!((step.material(), AmendmentRule::default()), (usual, usual));
    let own = AmendmentRule { text_changed: AmendmentEffect::Notify, ..usual };
    assert_eq!(step.with_material(own).material(), own);
}

#[test]
fn fault_t100_a_step_whose_signature_was_voided_is_open_again_and_the_later_ones_stay() {
    let roster = roster().holding(held("a", MANAGER)).holding(held("b", HEAD)).build().unwrap();
    let steps = [approve("first", MANAGER), approve("second", HEAD)];
    let first = sign(&Progress::of(&steps), &roster, "a");
    let second = sign(&Progress { signed: &[first], ..Progress::of(&steps) }, &roster, "b");
    let signed = [second];
    let progress = Progress { signed: &signed, ..Progress::of(&steps) };
    assert_eq!(progress.open_step().map(Step::id), Some(rule("first")));
    assert_eq!(next(&progress, &roster), "a");
}

#[test]
fn fault_t101_a_level_without_an_approver_is_held_and_never_skipped() {
    let table = ApprovalTable::new()
        .with_chain(chain("levels").with_step(approve("one", MANAGER)).with_step(approve("two", HEAD)));
    let roster = roster().holding(held("b", HEAD)).build().unwrap();
    assert_eq!(
        table.check(&roster, now()).unwrap_err().to_string(),
        "approval chain `levels`: step `one` cannot be signed: 1 signature is needed, but nobody can sign; 1 \
         more person is needed"
    );
    let progress = Progress::of(table.chains()[0].steps());
    assert_eq!(progress.open_step().map(Step::id), Some(rule("one")));
    assert_eq!(
        refusal(&progress, &roster, "b"),
        "`b` cannot sign step `one`: this requires the role `manager`, which roster `r1` does not give them"
    );
}

#[test]
fn fault_t102_the_requester_named_as_approver_is_refused() {
    let roster = roster().holding(held("r", MANAGER)).holding(held("a", MANAGER)).build().unwrap();
    let steps = [approve("release", MANAGER)];
    let out = [excluded("r", Exclusion::Proposer)];
    let progress = Progress { excluded: &out, ..Progress::of(&steps) };
    assert_eq!(
        refusal(&progress, &roster, "r"),
        "`r` cannot sign step `release`: the proposer may not approve their own proposal"
    );
    assert_eq!(next(&progress, &roster), "a");
    assert!(progress.signature_by(&roster, who("a"), at("2026-06-15T10:00:00Z")).is_ok());
}
