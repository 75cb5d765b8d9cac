//! Catalogue §9.1, W023 to W032: small matters, accidents, whether a complaint stands, recall, recurrence.

use redress::guidance::fault::{FaultFinding, fault};
use redress::guidance::spread::recall_required;
use redress::guidance::validity::validity;
use redress::policy::fault::{ConditionProblem, FaultPlace};
use redress::policy::severity::{Rating, RatingRule, SeverityRule};
use redress::policy::track::Requirement;
use redress::policy::{Condition, Policy, PolicyFault, Routing, SeverityRules};
use redress::profiles::choice::{Ratings, SmallMatter, Smallness};
use redress::profiles::{ConsumerBusiness, Control, GeneralHandling, Listening};
use redress::triage::answer::Level;
use redress::triage::{Complaint, ComplaintFault, History, PastCase, triage};
use redress::vocab::course::{NotEstablishedReason, Validity};
use redress::vocab::kind::{CauseGroup, Importance, Urgency};
use redress::vocab::{Cause, Demand, Fact, FaultParty, Input, Mark, RuleId, Severity, Subject};
use redress::word;

use super::support::{
    Judged, all_general, at, china, complaint, control, general, judged, judged_after, marked_by, received,
    routed, so,
};

/// The techniques of S02, in a reading of what it is to be small.
#[track_caller]
fn listening(reading: Smallness) -> Policy {
    Listening::new(china(), all_general(), Routing::none()).with_small(reading).build().unwrap()
}

// T05 (the answer itself, state resolved, no approval) belongs to the course of a case.
#[test]
fn w023_a_small_thing_that_the_handler_can_solve_is_minor_and_answered_at_once() {
    let small = so([Fact::SMALL_MATTER, Fact::SOLVABLE_AT_ONCE]);
    let expected = Judged::minor(["S02-R03"]).marked([Mark::ANSWER_AT_ONCE]);
    assert_eq!(judged(&listening(Smallness::Level), &small), expected);
    let by = marked_by(&listening(Smallness::Level), &small, Mark::ANSWER_AT_ONCE);
    assert_eq!(by, ["S02-R03"]);
    // Minor lies below general.
    assert!(Severity::Minor < Severity::General);
}

#[test]
fn w023_a40_small_is_a_flag_beside_the_level() {
    let small = so([Fact::SMALL_MATTER, Fact::SOLVABLE_AT_ONCE]);
    let expected = Judged::default(Severity::General).marked([Mark::SMALL_MATTER, Mark::ANSWER_AT_ONCE]);
    assert_eq!(judged(&listening(Smallness::Flag), &small), expected);
}

/// The same in the general procedure.
#[track_caller]
fn in_general(reading: SmallMatter) -> Policy {
    general().with_small_matter(reading).build().unwrap()
}

#[test]
fn w023_a40_a_profile_that_does_not_use_it_says_nothing_of_small_matters() {
    let small = so([Fact::SMALL_MATTER, Fact::SOLVABLE_AT_ONCE]);
    assert_eq!(judged(&in_general(SmallMatter::NotUsed), &small), Judged::default(Severity::General));
    let levels = |policy: &Policy| policy.severity().unwrap().levels().to_vec();
    assert_eq!(levels(&in_general(SmallMatter::NotUsed)), [Severity::General]);
    assert_eq!(levels(&in_general(SmallMatter::Level)), [Severity::Minor, Severity::General]);
}

/// The rules of an organisation for which media exposure is serious.
fn media_are_serious() -> SeverityRules {
    let media = Condition::has(Fact::MEDIA_EXPOSURE);
    SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(SeverityRule::new(word!(RuleId, "acme:media"), Severity::Serious, media))
        .with_otherwise(Severity::General)
}

// T05 asks that the severity is minor.
#[test]
fn w023_a_small_thing_that_another_rule_makes_serious_is_not_answered_at_once() {
    let policy = GeneralHandling::new(china(), media_are_serious(), Routing::none())
        .with_small_matter(SmallMatter::Level)
        .build()
        .unwrap();
    let exposed = so([Fact::SMALL_MATTER, Fact::SOLVABLE_AT_ONCE, Fact::MEDIA_EXPOSURE]);
    assert_eq!(judged(&policy, &exposed), Judged::serious(["S02-R03", "(acme:media)"]));
}

// The promise with an instant (S02-R04) belongs to the course of a case.
#[test]
fn w024_a_small_thing_that_the_handler_cannot_solve_now_is_not_answered_at_once() {
    let small = so([Fact::SMALL_MATTER]);
    assert_eq!(judged(&listening(Smallness::Level), &small), Judged::minor(["S02-R03"]));
}

#[test]
fn w024_a40_small_is_a_flag_and_no_answer_at_once() {
    let small = so([Fact::SMALL_MATTER]);
    let expected = Judged::default(Severity::General).marked([Mark::SMALL_MATTER]);
    assert_eq!(judged(&listening(Smallness::Flag), &small), expected);
}

/// An accident counts within the business scope or on the premises (S04-R10).
fn accident_inside() -> Requirement {
    let inside = Condition::any([
        Condition::is_one_of([Cause::ACCIDENT_ON_PREMISES, Cause::ACCIDENT_IN_SCOPE]),
        Condition::has(Fact::ON_PREMISES),
        Condition::has(Fact::IN_BUSINESS_SCOPE),
    ]);
    Requirement::new(word!(RuleId, "s04-r10"), Cause::from(CauseGroup::ACCIDENT), inside)
        .with_citation("S04-R10")
}

/// Anybody who takes over the requirement and rates nothing.
#[track_caller]
fn any_procedure() -> Policy {
    let policy = Policy::builder("any").version("S04").calendar(china()).routing(Routing::none());
    policy.requirement(accident_inside()).build().unwrap()
}

#[test]
fn w025_a_slip_on_a_wet_floor_in_the_lobby_is_an_accident_that_nobody_rated() {
    let slipped = complaint().with_cause(Cause::ACCIDENT_ON_PREMISES);
    let policy = any_procedure();
    let triaged = triage(&policy, &slipped, &History::none()).unwrap();
    assert_eq!(triaged.complaint().cause(), Some(Cause::ACCIDENT_ON_PREMISES));
    assert!(triaged.severity().is_none());
    // Where the leaf is not known, that it happened on the premises is enough.
    let group = Cause::from(CauseGroup::ACCIDENT);
    let slipped = complaint().with_cause(group).with_fact(Fact::ON_PREMISES, 1);
    assert!(triage(&policy, &slipped, &History::none()).is_ok());
    assert!(triage(&general().build().unwrap(), &slipped, &History::none()).is_ok());
}

#[test]
fn w025_a35_the_profile_rates_the_accident() {
    let slipped = complaint().with_cause(Cause::ACCIDENT_ON_PREMISES);
    let rule = |cause: Cause| {
        SeverityRule::new(word!(RuleId, "acme:accident"), Severity::Serious, Condition::is(cause))
    };
    let levels = || SeverityRules::new([Severity::General, Severity::Serious]);
    let serious = levels().with_rule(rule(CauseGroup::ACCIDENT.into())).with_otherwise(Severity::General);
    let policy = GeneralHandling::new(china(), serious, Routing::none()).build().unwrap();
    assert_eq!(judged(&policy, &slipped), Judged::serious(["(acme:accident)"]));
    let by_default = SeverityRules::new([Severity::General]).with_otherwise(Severity::General);
    let policy = GeneralHandling::new(china(), by_default, Routing::none()).build().unwrap();
    assert_eq!(judged(&policy, &slipped), Judged::default(Severity::General));
    // Rules that say nothing of accidents, and no default.
    let silent = SeverityRules::new([Severity::Serious]).with_rule(rule(Cause::EXTERNAL_PRICE_FALL));
    let policy = GeneralHandling::new(china(), silent, Routing::none()).build().unwrap();
    assert_eq!(judged(&policy, &slipped).level, Level::Unrated);
}

#[test]
fn w026_a_slip_in_the_street_two_blocks_away_is_no_accident_of_the_business() {
    let slipped = complaint().with_cause(CauseGroup::ACCIDENT.into());
    for policy in [any_procedure(), general().build().unwrap()] {
        let refused = triage(&policy, &slipped, &History::none()).unwrap_err();
        let [ComplaintFault::NotAllowed { rule, input: Input::CAUSE, word }] = refused.faults() else {
            panic!("{refused}")
        };
        assert_eq!((rule.as_str(), word.as_str()), ("s04-r10", "accident"));
        let [requirement] = policy.requirements() else { panic!("one requirement") };
        assert_eq!((requirement.id(), requirement.citation()), (*rule, "S04-R10"));
        // Any other cause may stand.
        let cold = complaint().with_cause(Cause::SERVICE_ATTITUDE);
        assert!(triage(&policy, &cold, &History::none()).is_ok());
    }
}

// That it is explained and helped with all the same, and closed as explained-not-established, belongs to the
// course of a case.
#[test]
fn w027_a_misreading_of_the_manual_does_not_stand_and_asks_for_a_look_at_the_manual() {
    let misread = complaint()
        .with_demand(Demand::EXCHANGE)
        .with_fact(Fact::MISUNDERSTANDING, 1)
        .with_fault_party(FaultParty::CUSTOMER);
    let finding = validity(&misread);
    assert_eq!(finding.validity, Validity::NotEstablished);
    assert_eq!(finding.reasons, [NotEstablishedReason::MISUNDERSTANDING]);
    // However good its grounds look: a misunderstanding is invalid (S01-R26).
    let passed = misread.clone().with_fact(Fact::GROUNDS_SUFFICIENT, 1).with_fact(Fact::DEMAND_REASONABLE, 1);
    assert_eq!(validity(&passed), finding);
    // It is still handled: triage answers.
    let policy = general().build().unwrap();
    assert!(triage(&policy, &misread, &History::none()).is_ok());
    // Why it was misread has to be looked into.
    assert_eq!(fault(&misread), FaultFinding::ContributoryCheckOwed);
    let checked = misread.with_fact(Fact::MANUAL_UNCLEAR, 1);
    assert_eq!(fault(&checked), FaultFinding::Party(FaultParty::CUSTOMER));
}

// The tactful answer belongs to the course of a case.
#[test]
fn w028_good_grounds_with_an_unreasonable_demand_do_not_stand() {
    let finding = validity(&so([Fact::GROUNDS_SUFFICIENT, Fact::DEMAND_UNREASONABLE]));
    assert_eq!(finding.validity, Validity::NotEstablished);
    assert_eq!(finding.reasons, [NotEstablishedReason::UNREASONABLE_DEMAND]);
}

#[test]
fn w028_both_tests_are_needed() {
    let judged = |facts: [Fact; 2]| validity(&so(facts));
    let grounds = NotEstablishedReason::INSUFFICIENT_GROUNDS;
    let demand = NotEstablishedReason::UNREASONABLE_DEMAND;
    let stands = judged([Fact::GROUNDS_SUFFICIENT, Fact::DEMAND_REASONABLE]);
    assert_eq!((stands.validity, stands.reasons), (Validity::Established, vec![]));
    let fails = judged([Fact::GROUNDS_INSUFFICIENT, Fact::DEMAND_REASONABLE]);
    assert_eq!((fails.validity, fails.reasons), (Validity::NotEstablished, vec![grounds]));
    let fails = judged([Fact::GROUNDS_INSUFFICIENT, Fact::DEMAND_UNREASONABLE]);
    assert_eq!((fails.validity, fails.reasons), (Validity::NotEstablished, vec![grounds, demand]));
    let open = validity(&so([Fact::GROUNDS_SUFFICIENT]));
    assert_eq!((open.validity, open.reasons), (Validity::Undetermined, vec![]));
}

/// A complaint about the quality of a product.
fn defect<const N: usize>(facts: [Fact; N]) -> Complaint {
    so(facts).with_subject(Subject::PRODUCT_QUALITY)
}

// The recall of what left, as a track of its own, belongs to the course of a case.
#[test]
fn w029_a_defect_that_may_affect_the_function_and_may_have_shipped_is_recalled() {
    let shipped = defect([Fact::MAY_AFFECT_USE, Fact::MAY_HAVE_BEEN_DELIVERED]);
    assert!(recall_required(&shipped));
    let policy = control().build().unwrap();
    assert_eq!(marked_by(&policy, &shipped, Mark::RECALL_REQUIRED), ["S18-R05"]);
    // It is as bad as the organisation says: a recall is no severity.
    assert_eq!(judged(&policy, &shipped), Judged::default(Severity::General).marked([Mark::RECALL_REQUIRED]));
}

#[test]
fn w029_a25_the_organisation_rates_severity_weight_and_urgency_by_its_own_rules() {
    let use_affected = || Condition::has(Fact::MAY_AFFECT_USE);
    let severity = SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(SeverityRule::new(word!(RuleId, "acme:severity"), Severity::Serious, use_affected()))
        .with_otherwise(Severity::General);
    let importance = Rating::new()
        .with_rule(RatingRule::new(word!(RuleId, "acme:weight"), Importance::PRIMARY, use_affected()))
        .with_otherwise(Importance::SECONDARY);
    let may_be_out = Condition::has(Fact::MAY_HAVE_BEEN_DELIVERED);
    let urgency = Rating::new()
        .with_rule(RatingRule::new(
            word!(RuleId, "acme:danger"),
            Urgency::IMMEDIATE,
            Condition::has(Fact::DANGER_TO_PERSON),
        ))
        .with_rule(RatingRule::new(word!(RuleId, "acme:urgency"), Urgency::URGENT, may_be_out))
        .with_otherwise(Urgency::ROUTINE);
    let policy = Control::new(china(), severity, Ratings { importance, urgency }).build().unwrap();
    let ratings = |complaint: &Complaint| {
        let triage = triage(&policy, complaint, &History::none()).unwrap();
        let level = triage.severity().unwrap().level().severity().unwrap();
        (level, triage.importance().unwrap().word().unwrap(), triage.urgency().unwrap().word().unwrap())
    };
    let shipped = defect([Fact::MAY_AFFECT_USE, Fact::MAY_HAVE_BEEN_DELIVERED]);
    assert_eq!(ratings(&shipped), (Severity::Serious, Importance::PRIMARY, Urgency::URGENT));
    let dangerous = shipped.with_fact(Fact::DANGER_TO_PERSON, 1);
    assert_eq!(ratings(&dangerous), (Severity::Serious, Importance::PRIMARY, Urgency::IMMEDIATE));
    let shade = defect([]);
    assert_eq!(ratings(&shade), (Severity::General, Importance::SECONDARY, Urgency::ROUTINE));
}

// To isolate the lot and to count the reach (S18-R14) belong to the course of a case.
#[test]
fn w030_a_lot_that_is_all_in_stock_is_not_recalled() {
    let in_stock = defect([Fact::MAY_AFFECT_USE]);
    assert!(!recall_required(&in_stock));
    let policy = control().build().unwrap();
    assert_eq!(judged(&policy, &in_stock), Judged::default(Severity::General));
    // It is the quality department that does so.
    assert!(routed(&policy, &in_stock).contains(&"owner quality S18-R13".to_owned()));
}

#[test]
fn w031_a_shade_off_that_affects_no_use_is_not_recalled() {
    let shade = defect([Fact::MAY_HAVE_BEEN_DELIVERED]);
    assert!(!recall_required(&shade));
    assert_eq!(judged(&control().build().unwrap(), &shade), Judged::default(Severity::General));
}

/// The profile in its default readings; how soon is soon, no row asks, nor who owns what.
fn generic() -> ConsumerBusiness {
    ConsumerBusiness::new(china(), media_are_serious(), Routing::none())
}

/// A complaint with a real cause, and those that came before it.
fn repeated<const N: usize>(real_causes: [Cause; N]) -> History {
    let received = ["Mon 2025-02-03 09:00", "Tue 2025-02-18 16:00", "Fri 2025-03-07 11:00"];
    let ids = ["P-1", "P-2", "P-3"];
    let cases = real_causes.into_iter().zip(received).zip(ids);
    History::of(cases.map(|((cause, local), id)| {
        // What was stated, and what was found.
        let stated = received_about(id, local, Cause::PRODUCT_QUALITY_PERFORMANCE);
        PastCase::of(&stated).with_cause(cause)
    }))
    .unwrap()
}

fn received_about(id: &str, local: &str, cause: Cause) -> Complaint {
    Complaint::new(id.parse().unwrap(), at(local)).with_cause(cause)
}

// The measure itself, track X6, belongs to the course of a case.
#[test]
fn w032_the_third_complaint_with_one_real_cause_asks_for_a_long_term_measure() {
    let third = complaint().with_cause(Cause::SERVICE_ATTITUDE);
    let twice = repeated([Cause::SERVICE_ATTITUDE; 2]);
    let due = Judged::default(Severity::General).marked([Mark::LONG_TERM_MEASURE_DUE]);
    let policy = generic().build().unwrap();
    assert_eq!(judged_after(&policy, &third, &twice), due);
    assert_eq!(policy.marks()[0].citation(), "S06-R13");
    // As bad as the first one was.
    assert_eq!(judged(&policy, &third), Judged::default(Severity::General));
    // The second one, or one with another real cause behind the same statement, asks for nothing.
    let once = repeated([Cause::SERVICE_ATTITUDE]);
    assert_eq!(judged_after(&policy, &third, &once), Judged::default(Severity::General));
    let mixed = repeated([Cause::SERVICE_ATTITUDE, Cause::PRODUCT_QUALITY_PERFORMANCE]);
    assert_eq!(judged_after(&policy, &third, &mixed), Judged::default(Severity::General));
}

#[test]
fn w032_the_severity_stays_what_it_is_however_often_it_comes_back() {
    let exposed = received("Tue 2025-03-11 10:00")
        .with_cause(Cause::SERVICE_ATTITUDE)
        .with_fact(Fact::MEDIA_EXPOSURE, 1);
    let policy = generic().build().unwrap();
    let serious = || Judged::serious(["(acme:media)"]);
    assert_eq!(judged(&policy, &exposed), serious());
    let history = repeated([Cause::SERVICE_ATTITUDE; 3]);
    assert_eq!(judged_after(&policy, &exposed, &history), serious().marked([Mark::LONG_TERM_MEASURE_DUE]));
}

#[test]
fn w032_a14_several_times_is_as_often_as_the_organisation_says() {
    let again = complaint().with_cause(Cause::SERVICE_ATTITUDE);
    let due = || Judged::default(Severity::General).marked([Mark::LONG_TERM_MEASURE_DUE]);
    let not_due = || Judged::default(Severity::General);
    let before = |times| {
        let all = repeated([Cause::SERVICE_ATTITUDE; 3]);
        History::of(all.cases().take(times)).unwrap()
    };
    let of = |several| generic().with_recurring(several).build().unwrap();
    assert_eq!(judged_after(&of(2), &again, &before(1)), due());
    assert_eq!(judged_after(&of(2), &again, &before(0)), not_due());
    assert_eq!(judged_after(&of(4), &again, &before(2)), not_due());
    assert_eq!(judged_after(&of(4), &again, &before(3)), due());
}

#[test]
fn w032_a14_nothing_recurs_with_its_first_complaint() {
    for several in [0, 1] {
        let faults = generic().with_recurring(several).build().unwrap_err();
        let [PolicyFault::Condition { place, problem: ConditionProblem::RepeatsNone }] = faults.faults()
        else {
            panic!("{faults}")
        };
        assert_eq!(*place, FaultPlace::Mark(word!(RuleId, "s06-r13")));
    }
}
