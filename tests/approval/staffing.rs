//! Whether a roster can sign what a table asks for.

use redress::approval::{ApprovalTable, Signers, Step};
use redress::vocab::course::ApprovalAct;

use crate::approval::world::{
    HEAD, LEADER, MANAGER, approve, chain, eur, held, lent, now, roster, rule, usd,
};

#[test]
fn every_chain_that_cannot_be_completed_is_told() {
    let table = ApprovalTable::new()
        .with_chain(chain("large").with_above(eur(100)).with_step(approve("head", HEAD)))
        .with_chain(chain("medium").with_above(eur(10)).with_step(approve("leader", LEADER)))
        .with_chain(chain("small").with_step(approve("manager", MANAGER)));
    let roster = roster().holding(held("m", MANAGER)).build().unwrap();
    assert_eq!(
        table.check(&roster, now()).unwrap_err().to_string(),
        "approval chain `large`: step `head` cannot be signed: 1 signature is needed, but nobody can sign; 1 \
         more person is needed\n\
         approval chain `medium`: step `leader` cannot be signed: 1 signature is needed, but nobody can sign; 1 \
         more person is needed"
    );
}

#[test]
fn a_chain_is_tried_at_its_smallest_amount() {
    let table = ApprovalTable::new()
        .with_chain(chain("large").with_above(eur(100)).with_step(approve("s", MANAGER)))
        .with_chain(chain("small").with_step(approve("s", MANAGER)));
    let up_to = |limit| roster().holding(held("m", MANAGER).with_limit(limit)).build().unwrap();
    assert!(table.check(&up_to(eur(101)), now()).is_ok());
    assert_eq!(
        table.check(&up_to(eur(100)), now()).unwrap_err().to_string(),
        "approval chain `large`: step `s` cannot be signed: 1 signature is needed, but nobody can sign (`m` may \
         sign at most `1.00 EUR`); 1 more person is needed"
    );
    assert_eq!(table.check(&up_to(usd(100)), now()).unwrap_err().faults().len(), 2);
}

#[test]
fn without_a_currency_of_its_own_a_chain_passes_in_any_one() {
    let table = ApprovalTable::new().with_chain(chain("c").with_step(Step::new(
        rule("s"),
        ApprovalAct::Approve,
        Signers::any(2, [MANAGER]),
    )));
    let two = |one, other| {
        roster()
            .holding(held("a", MANAGER).with_limit(one))
            .holding(held("b", MANAGER).with_limit(other))
            .build()
            .unwrap()
    };
    assert!(table.check(&two(usd(5), usd(0)), now()).is_ok());
    assert!(table.check(&two(usd(5), eur(5)), now()).is_err());
    assert!(ApprovalTable::new().check(&two(usd(5), eur(5)), now()).is_ok());
}

#[test]
fn a_delegate_is_no_second_signer() {
    let table = ApprovalTable::new().with_chain(chain("c").with_step(Step::new(
        rule("s"),
        ApprovalAct::Approve,
        Signers::any(2, [MANAGER]),
    )));
    let roster = roster().holding(held("a", MANAGER)).delegation(lent("a", "b", MANAGER)).build().unwrap();
    assert_eq!(
        table.check(&roster, now()).unwrap_err().to_string(),
        "approval chain `c`: step `s` cannot be signed: 2 signatures are needed, but only `a` can sign; 1 more \
         person is needed"
    );
}

#[test]
fn an_unproved_chain_is_told_as_too_complex() {
    let many = Step::new(rule("s"), ApprovalAct::Approve, Signers::any(17, [MANAGER]));
    let table = ApprovalTable::new().with_chain(chain("c").with_step(many));
    assert_eq!(
        table.check(&roster().build().unwrap(), now()).unwrap_err().to_string(),
        "approval chain `c`: 1 steps with 17 signatures, expected at most 8 steps and 16 signatures"
    );
}
