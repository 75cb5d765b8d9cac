//! Catalogue §9.7, W142 to W149 and W157: claim kinds, compensation, remedies of a playbook, origin.

use redress::guidance::fault::{FaultFinding, dynamics_to_watch, fault, origin};
use redress::guidance::playbook;
use redress::guidance::remedy::compensation_allowed;
use redress::policy::Policy;
use redress::policy::track::CompensationRule;
use redress::profiles::choice::ClaimKindSource;
use redress::triage::{Complaint, History, triage};
use redress::vocab::kind::{ClaimKind, Dynamic, Origin};
use redress::vocab::{Cause, Demand, Facet, Fact, FaultParty, Mark, Remedy, Subject, Topic};

use super::support::{complaint, control, so};

/// Under which definition a complaint is pursued, and by which elements; whether damages are flagged.
#[track_caller]
fn pursued(policy: &Policy, complaint: &Complaint) -> (ClaimKind, String, bool) {
    let triage = triage(policy, complaint, &History::none()).unwrap();
    let explanation = triage.explain();
    let account = explanation.words().iter().find(|account| account.facet() == Facet::ClaimKind).unwrap();
    let rules = policy.claim_kind().unwrap().rules();
    let rule = rules.iter().find(|rule| Some(rule.id()) == account.rule());
    let citation = rule.map_or("", |rule| rule.citation()).to_owned();
    (triage.claim_kind().unwrap(), citation, triage.is_marked(Mark::COMPENSATION_DEMANDED))
}

#[track_caller]
fn by_demand() -> Policy {
    control().build().unwrap()
}

#[track_caller]
fn by_subject() -> Policy {
    control().with_claim_kind(ClaimKindSource::Subject).build().unwrap()
}

fn appeal() -> (ClaimKind, String, bool) {
    (ClaimKind::APPEAL, "S18-R02".into(), false)
}

fn claim() -> (ClaimKind, String, bool) {
    (ClaimKind::CLAIM, "S18-R03".into(), false)
}

fn other(damages: bool) -> (ClaimKind, String, bool) {
    (ClaimKind::OTHER, "S18-R04".into(), damages)
}

fn wants<const N: usize>(subject: Subject, demands: [Demand; N]) -> Complaint {
    demands.into_iter().fold(complaint().with_subject(subject), Complaint::with_demand)
}

#[test]
fn w142_who_wants_a_replacement_and_no_damages_appeals() {
    let complaint = wants(Subject::PRODUCT_QUALITY, [Demand::EXCHANGE]);
    assert_eq!(pursued(&by_demand(), &complaint), appeal());
    for demand in [Demand::REWORK, Demand::RETURN] {
        assert_eq!(pursued(&by_demand(), &wants(Subject::PRODUCT_QUALITY, [demand])), appeal());
    }
}

// The careful and fast search for the cause and the loss assessment (S18-R18) belong to the course of a case.
#[test]
fn w143_who_wants_a_replacement_and_damages_under_the_contract_claims() {
    let complaint = wants(Subject::PRODUCT_QUALITY, [Demand::EXCHANGE, Demand::CONTRACT_DAMAGES]);
    assert_eq!(pursued(&by_demand(), &complaint), claim());
    // In whichever order the demands were put.
    let complaint = wants(Subject::PRODUCT_QUALITY, [Demand::CONTRACT_DAMAGES, Demand::EXCHANGE]);
    assert_eq!(pursued(&by_demand(), &complaint), claim());
}

// The definition of an appeal excludes compensation of any kind.
#[test]
fn who_wants_a_replacement_and_compensation_does_not_appeal() {
    let complaint = wants(Subject::PRODUCT_QUALITY, [Demand::EXCHANGE, Demand::COMPENSATION]);
    assert_eq!(pursued(&by_demand(), &complaint), claim());
    assert_eq!(pursued(&by_subject(), &complaint), claim());
    let alone = wants(Subject::PRODUCT_QUALITY, [Demand::COMPENSATION]);
    assert_eq!(pursued(&by_demand(), &alone), claim());
}

#[test]
fn w144_who_was_delivered_late_and_wants_nothing_back_makes_another_complaint() {
    let late = complaint().with_subject(Subject::SERVICE).with_cause(Cause::DELIVERY_LATE).with_no_demand();
    assert_eq!(pursued(&by_demand(), &late), other(false));
}

fn w145() -> Complaint {
    wants(Subject::SERVICE, [Demand::RETURN])
}

#[test]
fn w145_who_was_served_badly_and_wants_to_return_the_goods_appeals() {
    assert_eq!(pursued(&by_demand(), &w145()), appeal());
}

#[test]
fn w145_a26_a_complaint_about_service_is_another_one_where_the_subject_decides_first() {
    assert_eq!(pursued(&by_subject(), &w145()), other(false));
}

fn w146() -> Complaint {
    wants(Subject::SERVICE, [Demand::CONTRACT_DAMAGES]).with_cause(Cause::DELIVERY_LATE)
}

#[test]
fn w146_a_contract_penalty_for_late_delivery_is_another_complaint_with_a_flag() {
    assert_eq!(pursued(&by_demand(), &w146()), other(true));
}

#[test]
fn w146_a26_the_subject_decides_the_same() {
    assert_eq!(pursued(&by_subject(), &w146()), other(true));
    // It is the first to decide: goods and damages for bad service are no claim then.
    let both = wants(Subject::SERVICE, [Demand::RETURN, Demand::CONTRACT_DAMAGES]);
    assert_eq!(pursued(&by_subject(), &both), other(true));
    assert_eq!(pursued(&by_demand(), &both), claim());
}

#[test]
fn w147_no_coupon_is_offered_for_a_slight_error() {
    assert!(!compensation_allowed(&complaint(), CompensationRule::default()));
    assert_eq!(CompensationRule::default(), CompensationRule::GraveErrors);
}

#[test]
fn w147_k05_a_slight_error_by_the_other_sides() {
    let slight = complaint();
    assert!(compensation_allowed(&slight, CompensationRule::Proactive));
    assert!(!compensation_allowed(&slight, CompensationRule::Unsatisfied));
    assert!(!compensation_allowed(&slight, CompensationRule::Avoid));
    let unsatisfied = so([Fact::UNSATISFIED]);
    assert!(compensation_allowed(&unsatisfied, CompensationRule::Unsatisfied));
    assert!(!compensation_allowed(&unsatisfied, CompensationRule::GraveErrors));
}

// Which of coupon, discount and longer service term may be offered is shown in `judgement`.
#[test]
fn w148_compensation_may_be_offered_for_a_grave_error() {
    assert!(compensation_allowed(&so([Fact::GRAVE_ERROR]), CompensationRule::GraveErrors));
}

#[test]
fn w148_k05_a_grave_error_by_the_other_sides() {
    let grave = so([Fact::GRAVE_ERROR]);
    assert!(compensation_allowed(&grave, CompensationRule::Proactive));
    assert!(!compensation_allowed(&grave, CompensationRule::Unsatisfied));
    assert!(!compensation_allowed(&grave, CompensationRule::Avoid));
    let unsatisfied = so([Fact::GRAVE_ERROR, Fact::UNSATISFIED]);
    assert!(compensation_allowed(&unsatisfied, CompensationRule::Unsatisfied));
    assert!(!compensation_allowed(&unsatisfied, CompensationRule::Avoid));
}

#[test]
fn w149_the_playbook_offers_a_new_product_or_training_and_experienced_staff() {
    assert_eq!(playbook::remedies(Topic::PRODUCT_QUALITY), [Remedy::APOLOGY, Remedy::EXCHANGE]);
    assert_eq!(playbook::remedies(Topic::SERVICE_ATTITUDE), [Remedy::APOLOGY, Remedy::STAFF_RETRAINING]);
}

#[test]
fn w157_a_price_fall_that_nobody_is_at_fault_for_is_exogenous_and_may_turn_inward() {
    let fell = complaint().with_cause(Cause::EXTERNAL_PRICE_FALL).with_fault_party(FaultParty::NONE);
    assert_eq!(origin(&fell), Some(Origin::EXOGENOUS));
    assert_eq!(fault(&fell), FaultFinding::Party(FaultParty::NONE));
    assert_eq!(dynamics_to_watch(Origin::EXOGENOUS), [Dynamic::EXOGENOUS_INTERNALISED]);
    // A complaint that somebody is at fault for arises from the organisation.
    let own = complaint().with_fault_party(FaultParty::COMPANY);
    assert_eq!(origin(&own), Some(Origin::ENDOGENOUS));
}

// S37-R04 calls a price fall a no-fault cause: the row states nothing else.
#[test]
fn w157_the_price_fall_alone_says_that_nobody_is_at_fault() {
    let fell = complaint().with_cause(Cause::EXTERNAL_PRICE_FALL);
    assert_eq!(origin(&fell), Some(Origin::EXOGENOUS));
    assert_eq!(fault(&fell), FaultFinding::Party(FaultParty::NONE));
}
