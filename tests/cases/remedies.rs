//! Each remedy of a procedure in a case of that procedure: proposed, kept back until what the procedure asks for is
//! there, and carried out.

use redress::case::Command;
use redress::case::command::{Apology, Offer, Proposal};
use redress::policy::{Routing, SeverityRules};
use redress::profiles::choice::Register;
use redress::profiles::{ConsumerBusiness, GeneralHandling};
use redress::taxonomy::Taxonomy;
use redress::vocab::{Department, FaultParty, Region, Remedy, Severity, Stage};

use crate::cases::course::*;
use crate::cases::defusing::defusing;
use crate::cases::hotel::solution_of;
use crate::cases::houses::*;
use crate::cases::support::*;

fn propose(remedy: Remedy) -> Command {
    Command::Propose(Proposal::of(Offer::new(remedy).with_amount(euros(4_900))))
}

/// What is carried out is what was proposed.
#[track_caller]
fn carried_out(story: Story, remedy: Remedy) {
    assert_eq!(story.case.offer().unwrap().remedies, [remedy]);
    story.is(Stage::Executing).does("anna", Command::Finish).is(Stage::Resolved);
}

/// S03: by the leader's instruction alone (S03-R15).
#[track_caller]
fn by_eight_steps(remedy: Remedy) {
    let policy = GeneralHandling::new(calendar(), all_general(), all_to_customer_service()).build().unwrap();
    let form = r#", "customer": "c-1", "demand": ["exchange"], "text": "it does not start""#;
    let story = looked_into(on_monday(policy, form)).refused(
        "anna",
        propose(remedy),
        "the party at fault is not known; record it before proposing a remedy",
    );
    let story = story.does("anna", found(FaultParty::COMPANY)).does("anna", propose(remedy)).refused(
        "anna",
        Command::CarryOut,
        "this must first be approved by chain `s03-r15`",
    );
    let story = story.does("anna", Command::Submit).does("pia", Command::Sign(on(1)));
    not_from_here(story.clone(), Command::Finish);
    carried_out(story.does("leo", Command::Sign(on(1))), remedy);
}

fn all_to_customer_service() -> Routing {
    let row = redress::policy::routing::Row::owner(
        redress::word!(redress::vocab::RuleId, "all"),
        Department::CUSTOMER_SERVICE,
    );
    Routing::none().with_row(row)
}

#[test]
fn s03_r10_goods_are_taken_back() {
    by_eight_steps(Remedy::RETURN);
}

#[test]
fn s03_r11_goods_are_exchanged() {
    by_eight_steps(Remedy::EXCHANGE);
}

#[test]
fn s03_r12_goods_are_repaired() {
    by_eight_steps(Remedy::REPAIR);
}

#[test]
fn s03_r13_the_price_is_lowered() {
    by_eight_steps(Remedy::PRICE_REDUCTION);
}

#[test]
fn s03_r14_the_customer_is_compensated() {
    by_eight_steps(Remedy::COMPENSATION);
}

/// S06 and S32: nothing before the responsible party is found (S06-R08).
#[track_caller]
fn by_any_business(register: Register, more: &str, remedy: Remedy) {
    let severity = SeverityRules::new([Severity::General]).with_otherwise(Severity::General);
    let business = ConsumerBusiness::new(calendar(), severity, all_to_customer_service());
    let words = Taxonomy::standard().with_word(TERRACE);
    let policy = business.with_register(register).taxonomy(words).build().unwrap();
    let story = looked_into(on_monday(policy, more)).refused(
        "anna",
        propose(remedy),
        "the party at fault is not known; record it before proposing a remedy",
    );
    let story = story.does("anna", found(FaultParty::PRODUCER)).does("anna", propose(remedy));
    carried_out(story.does("anna", Command::CarryOut), remedy);
}

const TERRACE: Region = Region::from_static("lake:terrace");
const BOUGHT: &str = r#", "customer": "c-1", "product": "kettle-3", "text": "it leaks""#;
const PLACE: &str = r#", "region": "lake:terrace", "text": "it leaks""#;

#[test]
fn s06_r09_what_is_broken_is_repaired() {
    by_any_business(Register::Purchase, BOUGHT, Remedy::REPAIR);
}

#[test]
fn s06_r10_what_is_broken_is_replaced() {
    by_any_business(Register::Purchase, BOUGHT, Remedy::EXCHANGE);
}

#[test]
fn s06_r11_the_price_is_paid_back() {
    by_any_business(Register::Purchase, BOUGHT, Remedy::REFUND);
}

#[test]
fn s32_r10_the_product_is_replaced() {
    by_any_business(Register::Place, PLACE, Remedy::EXCHANGE);
}

#[test]
fn s32_r11_the_loss_is_compensated() {
    by_any_business(Register::Place, PLACE, Remedy::COMPENSATION);
}

#[test]
fn s32_r12_the_service_is_improved() {
    by_any_business(Register::Place, PLACE, Remedy::SERVICE_IMPROVEMENT);
}

/// S11: drafted by the head, seen by the manager, agreed to by the guest (S11-R09, S11-R14, S11-R15).
#[track_caller]
fn by_the_hotel(remedy: Remedy) {
    let story = solution_of(Proposal::of(Offer::new(remedy).with_amount(euros(4_900)))).refused(
        "fei",
        Command::Offer,
        "this must first be approved by chain `s11-r14`",
    );
    let story = story
        .does("hanna", Command::Submit)
        .does("hanna", Command::Sign(on(1)))
        .does("mia", Command::Sign(on(1)));
    not_from_here(story.clone(), Command::Finish);
    carried_out(story.is(Stage::Offered).does("fei", Command::Consent), remedy);
}

#[test]
fn s11_r11_the_guest_gets_a_voucher_for_a_meal() {
    by_the_hotel(Remedy::MEAL_VOUCHER);
}

#[test]
fn s11_r12_the_guest_gets_the_room_cheaper() {
    by_the_hotel(Remedy::ROOM_DISCOUNT);
}

#[test]
fn s11_r13_the_service_or_the_process_is_improved() {
    by_the_hotel(Remedy::SERVICE_IMPROVEMENT);
}

/// S17: after an apology (S17-R05), and agreed to (S24-R05).
#[track_caller]
fn by_words(remedy: Remedy) {
    let apology = Apology {
        individual: Some(note("you waited two evenings at home")),
        effect: Some(note("the birthday passed without the present")),
        measure: Some(note("a courier calls an hour before")),
    };
    let story = looked_into(on_monday(defusing().build().unwrap(), r#", "text": "the kettle leaks""#)).refused(
        "anna",
        propose(remedy),
        "an apology must come before the solution; record one that names `individual`, `effect`, `measure`",
    );
    let story = story.does("anna", Command::Apologise(apology)).does("anna", propose(remedy)).refused(
        "anna",
        Command::CarryOut,
        "the complainant has not agreed yet; record their consent first",
    );
    carried_out(story.does("anna", Command::Offer).does("anna", Command::Consent), remedy);
}

#[test]
fn s17_r06_goods_are_taken_back_or_exchanged() {
    by_words(Remedy::RETURN);
    by_words(Remedy::EXCHANGE);
}

#[test]
fn s17_r07_repair_and_upgrade_are_free() {
    by_words(Remedy::FREE_REPAIR);
    by_words(Remedy::FREE_UPGRADE);
}

#[test]
fn s17_r08_the_customer_is_compensated_in_money() {
    by_words(Remedy::COMPENSATION);
}
