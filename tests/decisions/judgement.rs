//! Catalogue §9.7, W150 to W156, W158 to W160, W162 and W163: what is owed by
//! the criteria of a developer, how one talks, what spreads, who leaves. And every rule with what is not known.

use redress::guidance::accident::{AccidentViolation, accident_violation};
use redress::guidance::checklist::{
    AgreedPart, AgreedWork, AnswerPart, OwnMistakeAnswer, Understanding, UnderstoodPart,
};
use redress::guidance::choice::{Choice, Scores, guide};
use redress::guidance::churn::{Churn, CustomerSigns, Departure, churn, churn_signal};
use redress::guidance::conversation::{
    Conversation, ConversationQuestion, ConversationStep, Reply, TalkFacts, TechnicalStep, converse, reply,
    technical_step,
};
use redress::guidance::criteria::{Conformity, Consequence, Criterion, CriterionQuestion};
use redress::guidance::fault::{FaultFinding, Tone, tone};
use redress::guidance::remedy::{compensation_remedies, extent, price_above_ceiling, remedies_by_fault};
use redress::guidance::self_repair::{SelfRepair, SelfRepairRefusal};
use redress::guidance::spread::{Change, Development, develop, dynamics, spread_risks};
use redress::policy::condition::Truth;
use redress::policy::track::{CompensationRule, ConversationRule, ToneRule};
use redress::triage::Complaint;
use redress::vocab::answer::ComparisonAxis;
use redress::vocab::course::Measurability;
use redress::vocab::kind::Dynamic;
use redress::vocab::organisation::JudgementCriterion;
use redress::vocab::person::{ChurnKind, ChurnSignal};
use redress::vocab::track::SpreadRisk;
use redress::vocab::{Channel, Demand, Fact, FaultParty, Money, Remedy};

use super::support::{complaint, so};

const TRUTHS: [Truth; 3] = [Truth::True, Truth::False, Truth::Unknown];

#[test]
fn w147_and_w148_compensation_is_that_of_the_procedure_whose_side_is_taken() {
    let (slight, grave) = (complaint(), so([Fact::GRAVE_ERROR]));
    let offered = |complaint: &Complaint, rule| compensation_remedies(complaint, rule).answer;
    assert_eq!(offered(&slight, CompensationRule::GraveErrors), []);
    let coupon = [Remedy::COUPON, Remedy::PRICE_REDUCTION, Remedy::TERM_EXTENSION];
    assert_eq!(offered(&grave, CompensationRule::GraveErrors), coupon);
    assert_eq!(compensation_remedies(&grave, CompensationRule::GraveErrors).because, ["S25-R05"]);
    // K05, the other sides.
    assert_eq!(
        offered(&so([Fact::UNSATISFIED]), CompensationRule::Unsatisfied),
        [Remedy::REFUND, Remedy::EXCHANGE]
    );
    assert_eq!(offered(&grave, CompensationRule::Unsatisfied), []);
    assert!(offered(&slight, CompensationRule::Proactive).contains(&Remedy::MEAL_VOUCHER));
    assert_eq!(offered(&grave, CompensationRule::Avoid), []);
}

/// What follows, with nothing left open.
#[track_caller]
fn follows(criterion: Criterion) -> (&'static [Consequence], &'static [&'static str]) {
    let judged = criterion.judge();
    assert_eq!(judged.open, [], "{criterion:?}");
    (judged.follows, judged.because)
}

/// It is answered, and another criterion decides.
#[track_caller]
fn says_nothing(criterion: Criterion, answer: Truth) {
    assert_eq!(follows(criterion).0, [], "{criterion:?}");
    assert_eq!(criterion.judge().answer, answer, "{criterion:?}");
}

#[test]
fn w150_where_the_terms_for_late_delivery_are_not_met_there_is_no_penalty_and_it_is_rectified() {
    let contract = |condition_met, handed_over| Criterion::LossInContract {
        regulated: Truth::True,
        condition_met,
        handed_over,
    };
    let pipes = contract(Truth::False, Truth::False);
    let (consequences, because) = follows(pipes);
    assert_eq!(consequences, [Consequence::NoPenalty, Consequence::Rectify]);
    assert_eq!(because, ["S37-R28"]);
    assert_eq!(
        consequences.iter().filter_map(|one| one.remedy()).collect::<Vec<_>>(),
        [Remedy::RECTIFICATION]
    );
    assert_eq!(pipes.word(), JudgementCriterion::LOSS_IN_CONTRACT);
    // Where they are met, the contract says what is owed.
    assert_eq!(follows(contract(Truth::True, Truth::Unknown)).0, [Consequence::AsContracted]);
    // The procedure tells it of a hand-over that is still to come, and of no other.
    assert_eq!(follows(contract(Truth::False, Truth::True)).0, [Consequence::NoPenalty]);
    let judged = contract(Truth::False, Truth::Unknown).judge();
    assert_eq!(judged.follows, [Consequence::NoPenalty]);
    assert_eq!(judged.open, [CriterionQuestion::HandedOver]);
}

fn policy(conforms: Truth, fee_against_rule: Truth) -> Criterion {
    Criterion::LawfulAndAgreed { conforms, of: Conformity::Policy { fee_against_rule } }
}

#[test]
fn w151_a_fee_against_a_newer_rule_is_paid_back_to_every_owner() {
    for said in [Truth::Unknown, Truth::False] {
        let fee = policy(said, Truth::True);
        let (consequences, because) = follows(fee);
        assert_eq!(consequences, [Consequence::RefundEveryOwner]);
        assert_eq!(consequences[0].remedy(), Some(Remedy::REFUND));
        assert_eq!(because, ["S37-R24", "S37-R27"]);
        assert_eq!(fee.judge().answer, Truth::False);
    }
}

fn service(conforms: Truth, change_notified: Truth) -> Criterion {
    Criterion::LawfulAndAgreed { conforms, of: Conformity::Service { change_notified } }
}

#[test]
fn w152_a_change_of_the_design_that_was_notified_is_explained() {
    let (consequences, because) = follows(service(Truth::True, Truth::True));
    assert_eq!(consequences, [Consequence::Explain]);
    assert_eq!(because, ["S37-R24", "S37-R26"]);
    // It is whatever else is found of the service.
    for conforms in TRUTHS {
        assert!(service(conforms, Truth::True).judge().follows.contains(&Consequence::Explain));
    }
}

fn product(conforms: Truth, handover_refused: Truth) -> Criterion {
    Criterion::LawfulAndAgreed { conforms, of: Conformity::Product { handover_refused } }
}

#[test]
fn s37_r25_an_owner_who_refuses_a_flawed_flat_gets_it_rectified_and_the_time_is_no_late_delivery() {
    let (consequences, because) = follows(product(Truth::False, Truth::True));
    assert_eq!(consequences, [Consequence::Rectify, Consequence::NotLateDelivery]);
    assert_eq!(because, ["S37-R24", "S37-R25"]);
    assert_eq!(follows(product(Truth::False, Truth::False)), (&[Consequence::Rectify][..], &["S37-R24"][..]));
    says_nothing(product(Truth::True, Truth::Unknown), Truth::True);
}

// Neither a change of the design nor a fee: the case that the procedure tells is not the criterion.
#[test]
fn s37_r24_service_and_policy_are_held_against_the_law_and_the_agreement_like_a_product() {
    for of in [service, policy] {
        let broken = of(Truth::False, Truth::False);
        assert_eq!(follows(broken), (&[Consequence::Rectify][..], &["S37-R24"][..]));
        assert_eq!(broken.judge().answer, Truth::False);
        says_nothing(of(Truth::True, Truth::False), Truth::True);
    }
}

fn measurable(measurable: Truth, part_missing: Truth, difficult: Truth) -> Criterion {
    Criterion::CostMeasurable { measurable, part_missing, difficult }
}

#[test]
fn w153_a_missing_wall_is_built_or_the_material_supplied_as_the_owner_chooses() {
    let wall = measurable(Truth::True, Truth::True, Truth::Unknown);
    assert_eq!(follows(wall), (&[Consequence::BuildOrMaterials][..], &["S37-R29", "S37-R30"][..]));
    assert_eq!(wall.measurability(), Some(Measurability::MEASURABLE));
}

#[test]
fn s37_r29_of_what_can_be_measured_and_is_no_missing_part_the_remedy_stays_open() {
    let noise = measurable(Truth::True, Truth::False, Truth::Unknown);
    says_nothing(noise, Truth::True);
    assert_eq!(noise.judge().because, ["S37-R29"]);
}

#[test]
fn w154_what_cannot_be_measured_gets_no_figure_and_is_talked_about_face_to_face() {
    let parking = measurable(Truth::False, Truth::False, Truth::True);
    let (consequences, because) = follows(parking);
    assert_eq!(consequences, [Consequence::NoMoneyFigure, Consequence::FaceToFace]);
    assert_eq!(because, ["S37-R29", "S37-R31", "S37-R36"]);
    assert_eq!(parking.measurability(), Some(Measurability::UNMEASURABLE));
    let easy = measurable(Truth::False, Truth::Unknown, Truth::False);
    assert_eq!(follows(easy).0, [Consequence::NoMoneyFigure]);
}

fn recoverable(recoverable: Truth, crack_under_decoration: Truth, kept_by_design: Truth) -> Criterion {
    Criterion::LossRecoverable { recoverable, crack_under_decoration, kept_by_design }
}

#[test]
fn w155_a_crack_is_repaired_by_the_owner_and_paid_by_the_contractor_once_it_is_confirmed_complete() {
    let (consequences, because) = follows(recoverable(Truth::True, Truth::True, Truth::False));
    assert_eq!(consequences, [Consequence::PaidSelfRepair]);
    assert_eq!(because, ["S37-R50", "S37-R51"]);
    let estimate = Money::new(180_000, "CNY".parse().unwrap());
    let mut crack = SelfRepair::new(estimate);
    assert_eq!(crack.payer(), FaultParty::CONTRACTOR);
    // The owner wants the money now.
    assert_eq!(crack.pay(), Err(SelfRepairRefusal::NotComplete));
    crack.confirm_complete();
    assert_eq!(crack.pay(), Ok(estimate));
    assert_eq!(crack.pay(), Err(SelfRepairRefusal::Paid));
}

#[test]
fn s37_r50_what_can_be_removed_and_no_floor_lies_over_is_put_right() {
    let (consequences, because) = follows(recoverable(Truth::True, Truth::False, Truth::Unknown));
    assert_eq!((consequences, because), (&[Consequence::Rectify][..], &["S37-R50"][..]));
}

#[test]
fn w156_what_the_design_keeps_is_explained_with_its_pros_and_cons_and_no_remedy_is_owed() {
    let (consequences, because) = follows(recoverable(Truth::False, Truth::Unknown, Truth::True));
    assert_eq!(consequences, [Consequence::ExplainProsAndCons, Consequence::NoRemedyOwed]);
    assert_eq!(because, ["S37-R50", "S37-R52", "S37-R38"]);
    // What neither can be removed nor is kept by design, another criterion decides.
    says_nothing(recoverable(Truth::False, Truth::Unknown, Truth::False), Truth::False);
}

#[test]
fn a_criterion_that_is_not_answered_says_what_is_to_be_found_out() {
    use Truth::{False, True, Unknown};
    let contract = |regulated, condition_met| Criterion::LossInContract {
        regulated,
        condition_met,
        handed_over: Unknown,
    };
    let open = [
        (product(Unknown, True), CriterionQuestion::Conforms),
        (service(Unknown, False), CriterionQuestion::Conforms),
        (service(True, Unknown), CriterionQuestion::ChangeNotified),
        (policy(Unknown, False), CriterionQuestion::Conforms),
        (policy(Unknown, Unknown), CriterionQuestion::Conforms),
        (policy(False, Unknown), CriterionQuestion::FeeAgainstRule),
        // It is said to conform, and shown not to.
        (policy(True, True), CriterionQuestion::Conforms),
        (recoverable(Unknown, True, False), CriterionQuestion::Recoverable),
        (recoverable(Unknown, True, Unknown), CriterionQuestion::Recoverable),
        (recoverable(True, True, True), CriterionQuestion::Recoverable),
        (recoverable(True, Unknown, False), CriterionQuestion::CrackUnderDecoration),
        (recoverable(False, False, Unknown), CriterionQuestion::KeptByDesign),
        (contract(Unknown, True), CriterionQuestion::Regulated),
        (contract(True, Unknown), CriterionQuestion::ConditionMet),
        (measurable(Unknown, True, True), CriterionQuestion::Measurable),
        (measurable(True, Unknown, False), CriterionQuestion::PartMissing),
    ];
    for (criterion, question) in open {
        let judged = criterion.judge();
        assert_eq!((judged.follows, judged.open), (&[][..], &[question][..]), "{criterion:?}");
    }
    says_nothing(contract(False, Unknown), False);
    assert_eq!(measurable(Unknown, True, True).measurability(), None);
    assert_eq!(recoverable(True, True, True).judge().answer, Unknown);
}

#[test]
fn what_follows_either_way_is_told_beside_the_open_question() {
    use Truth::{False, Unknown};
    let either = |criterion: Criterion| {
        let judged = criterion.judge();
        (judged.follows, judged.open)
    };
    let (rectify, no_figure) = (&[Consequence::Rectify][..], &[Consequence::NoMoneyFigure][..]);
    assert_eq!(either(product(False, Unknown)), (rectify, &[CriterionQuestion::HandoverRefused][..]));
    assert_eq!(either(service(False, Unknown)), (rectify, &[CriterionQuestion::ChangeNotified][..]));
    assert_eq!(either(measurable(False, Unknown, Unknown)), (no_figure, &[CriterionQuestion::Difficult][..]));
}

/// Every criterion, with every answer to each of its questions.
fn every_criterion() -> Vec<Criterion> {
    let mut all = Vec::new();
    for first in TRUTHS {
        for second in TRUTHS {
            all.extend([product(first, second), service(first, second), policy(first, second)]);
            for third in TRUTHS {
                all.push(Criterion::LossInContract {
                    regulated: first,
                    condition_met: second,
                    handed_over: third,
                });
                all.extend([recoverable(first, second, third), measurable(first, second, third)]);
            }
        }
    }
    all
}

/// The criteria that it may turn out to be: each unknown answer either way.
fn known(criterion: Criterion) -> Vec<Criterion> {
    let is = |said: Truth, known: Truth| said == Truth::Unknown || said == known;
    let answers = |criterion: Criterion| match criterion {
        Criterion::LawfulAndAgreed { conforms, of } => match of {
            Conformity::Product { handover_refused: other } => (0, [conforms, other, Truth::True]),
            Conformity::Service { change_notified: other } => (1, [conforms, other, Truth::True]),
            Conformity::Policy { fee_against_rule: other } => (2, [conforms, other, Truth::True]),
        },
        Criterion::LossInContract { regulated, condition_met, handed_over } => {
            (3, [regulated, condition_met, handed_over])
        }
        Criterion::LossRecoverable { recoverable, crack_under_decoration, kept_by_design } => {
            (4, [recoverable, crack_under_decoration, kept_by_design])
        }
        Criterion::CostMeasurable { measurable, part_missing, difficult } => {
            (5, [measurable, part_missing, difficult])
        }
    };
    let (kind, said) = answers(criterion);
    let mut all = every_criterion();
    all.retain(|&other| {
        let (other_kind, found) = answers(other);
        let fits = said.iter().zip(found).all(|(&said, found)| found != Truth::Unknown && is(said, found));
        // What contradicts itself is none of them.
        let contradiction = other.judge().answer == Truth::Unknown;
        kind == other_kind && fits && !contradiction
    });
    all
}

// The rule of the page itself: an answer that is not known leaves open what depends on it, and nothing else.
#[test]
fn what_follows_of_a_criterion_is_what_follows_however_its_open_questions_are_answered() {
    for criterion in every_criterion() {
        let (judged, known) = (criterion.judge(), known(criterion));
        let always =
            |consequence: &Consequence| known.iter().all(|other| other.judge().follows.contains(consequence));
        let possible = known.iter().flat_map(|other| other.judge().follows);
        let expected: Vec<_> = possible.filter(|one| always(one)).collect();
        assert!(judged.follows.iter().all(|one| expected.contains(&one)), "{criterion:?}");
        assert!(expected.iter().all(|one| judged.follows.contains(one)), "{criterion:?}");
        let differs = known.iter().any(|other| other.judge().follows != judged.follows);
        assert_eq!(judged.open.is_empty(), !differs && !known.is_empty(), "{criterion:?}");
    }
}

fn by_phone() -> Complaint {
    complaint().with_channel(Channel::PHONE)
}

#[track_caller]
fn talk(talk: TalkFacts) -> (Vec<ConversationStep>, Vec<ConversationQuestion>) {
    let Conversation { steps, open, .. } = converse(talk, ConversationRule::ByMatter);
    (steps, open)
}

#[test]
fn w158_what_the_published_answers_cover_is_answered_directly_on_the_phone() {
    for fact in [Fact::IN_PUBLISHED_FAQ, Fact::COMMON_SENSE_QUESTION] {
        let asked = TalkFacts::about(&by_phone().with_fact(fact, 1));
        assert_eq!(talk(asked), (vec![ConversationStep::AnswerDirectly], vec![]));
    }
    assert_eq!(ConversationStep::AnswerDirectly.citation(), "S37-R34");
}

fn disputed() -> TalkFacts {
    TalkFacts::about(&by_phone()).with_plain_question(Truth::False).with_dispute(Truth::True)
}

#[test]
fn w159_a_disputed_claim_on_the_phone_is_listened_to_and_talked_about_in_person() {
    let steps = vec![ConversationStep::ListenAndCheck, ConversationStep::FaceToFace];
    assert_eq!(talk(disputed().with_answer_date(Truth::False)), (steps.clone(), vec![]));
    assert_eq!(steps.iter().map(|step| step.citation()).collect::<Vec<_>>(), ["S37-R34", "S37-R36"]);
    // Whether a date was agreed decides how far one goes on the phone; until that is known, no further than to listen.
    assert_eq!(talk(disputed()), (steps, vec![ConversationQuestion::AnswerDateAgreed]));
}

#[test]
fn s37_r35_with_an_agreed_date_one_says_by_phone_where_one_stands_and_no_more() {
    let steps = vec![ConversationStep::AttitudeOnly, ConversationStep::FaceToFace];
    assert_eq!(talk(disputed().with_answer_date(Truth::True)), (steps, vec![]));
}

#[test]
fn a_question_of_which_nothing_is_known_is_not_answered_on_the_phone() {
    let open = vec![
        ConversationQuestion::PlainQuestion,
        ConversationQuestion::Disputed,
        ConversationQuestion::Difficult,
    ];
    assert_eq!(talk(TalkFacts::about(&by_phone())), (vec![ConversationStep::ListenAndCheck], open));
    // Nor is it known whether it is on the phone where nobody says so.
    let (steps, open) = talk(TalkFacts::about(&complaint()));
    assert!(steps.is_empty() && open.contains(&ConversationQuestion::ByPhone));
}

#[test]
fn s37_r36_a_difficult_matter_is_talked_about_face_to_face_wherever_it_was_raised() {
    let letter = complaint().with_channel(Channel::LETTER);
    let difficult = TalkFacts::about(&letter).with_difficulty(Truth::True);
    assert_eq!(talk(difficult), (vec![ConversationStep::FaceToFace], vec![]));
    let plain = TalkFacts::about(&letter).with_difficulty(Truth::False).with_dispute(Truth::False);
    assert_eq!(talk(plain), (vec![], vec![]));
}

#[test]
fn k04_the_other_sides_call_first_or_ask_the_customer_to_bring_it_back() {
    let call = converse(disputed(), ConversationRule::CallFirst).steps;
    let expected = [ConversationStep::CallOrFax, ConversationStep::AgreeInside, ConversationStep::Answer];
    assert_eq!(call, expected);
    assert_eq!(
        call.iter().map(|step| step.citation()).collect::<Vec<_>>(),
        ["S14-R04", "S14-R05", "S14-R05"]
    );
    let back = |complaint: &Complaint| converse(TalkFacts::about(complaint), ConversationRule::BringBack);
    assert_eq!(back(&by_phone()).steps, [ConversationStep::BringBack]);
    assert_eq!(back(&complaint().with_channel(Channel::VISIT)), Conversation::default());
    assert_eq!(back(&complaint()).open, [ConversationQuestion::ByPhone]);
}

#[test]
fn w160_with_other_owners_and_the_press_it_is_no_single_problem_any_more() {
    let joined = develop(&complaint(), Development::OthersJoin);
    let press = develop(&complaint(), Development::PressAsks);
    let risks = [joined.answer.risk, press.answer.risk];
    assert_eq!(risks, [Some(SpreadRisk::COLLECTIVE), Some(SpreadRisk::MEDIA)]);
    for developed in [joined, press] {
        assert_eq!(developed.answer.change, Change::Into(Dynamic::SINGLE_GENERALISED));
    }
    assert_eq!(joined.because, ["S37-R07", "S37-R16"]);
    assert_eq!(press.because, ["S37-R07", "S37-R17"]);
    // A call is no report: it is a fact of its own, that raises no severity.
    let asked = press.answer.fact.unwrap();
    assert_eq!(asked, Fact::PRESS_ENQUIRY);
    let after = complaint().with_fact(joined.answer.fact.unwrap(), 1).with_fact(asked, 1);
    assert!(spread_risks(&after).eq([SpreadRisk::COLLECTIVE, SpreadRisk::MEDIA]));
    assert!(dynamics(&after).eq([Dynamic::SINGLE_GENERALISED]));
    assert!(dynamics(&complaint().with_fact(asked, 1)).eq([Dynamic::SINGLE_GENERALISED]));
    assert!(dynamics(&complaint()).eq([]));
    // Asked about and then reported is one risk.
    let reported = develop(&complaint(), Development::PressReports).answer.fact.unwrap();
    assert!(spread_risks(&so([asked, reported])).eq([SpreadRisk::MEDIA]));
}

#[test]
fn s37_r05_only_what_nobody_is_at_fault_of_turns_inward() {
    let change = |complaint: &Complaint| develop(complaint, Development::TurnedInward).answer.change;
    let exogenous = complaint().with_fault_party(FaultParty::NONE);
    assert_eq!(change(&exogenous), Change::Into(Dynamic::EXOGENOUS_INTERNALISED));
    assert_eq!(change(&complaint().with_fault_party(FaultParty::COMPANY)), Change::Nothing);
    assert_eq!(change(&complaint()), Change::Undetermined);
    let worse = develop(&complaint(), Development::GrewWorse).answer;
    assert_eq!(worse.change, Change::Into(Dynamic::SLIGHT_WORSENED));
}

#[test]
fn each_development_that_is_recorded_shows_as_the_risk_it_brings() {
    let developments = [
        Development::OthersJoin,
        Development::PressAsks,
        Development::PressReports,
        Development::AuthorityActs,
        Development::HandoverRefused,
        Development::WordSpreads,
    ];
    for development in developments {
        let developed = develop(&complaint(), development).answer;
        let after = complaint().with_fact(developed.fact.unwrap(), 1);
        assert!(spread_risks(&after).eq(developed.risk), "{development:?}");
    }
}

#[test]
fn w162_who_is_shown_the_door_for_arrears_is_lost_passively() {
    let ended = churn(Departure::OrganisationEnded, Truth::False);
    assert_eq!(ended.answer, Churn { kind: Some(ChurnKind::PASSIVE), signal: None });
    assert_eq!(ended.because, ["S28-R10"]);
}

#[test]
fn w163_who_goes_to_another_bank_without_a_word_is_lost_actively_and_was_silent() {
    let moved = churn(Departure::CustomerLeft, Truth::False);
    let expected = Churn { kind: Some(ChurnKind::ACTIVE), signal: Some(ChurnSignal::SILENCE) };
    assert_eq!((moved.answer, moved.because), (expected, &["S28-R09", "S28-R01"][..]));
    let complained = churn(Departure::CustomerLeft, Truth::True).answer;
    assert_eq!(complained.signal, Some(ChurnSignal::COMPLAINT));
}

#[test]
fn what_is_not_known_of_a_lost_customer_is_not_guessed() {
    assert_eq!(churn(Departure::Unknown, Truth::True).answer, Churn { kind: None, signal: None });
    assert_eq!(churn(Departure::CustomerLeft, Truth::Unknown).answer.signal, None);
    assert_eq!(
        churn_signal(CustomerSigns { dissatisfied: Truth::Unknown, complained: Truth::False }).answer,
        None
    );
    assert_eq!(
        churn_signal(CustomerSigns { dissatisfied: Truth::False, complained: Truth::False }).answer,
        None
    );
    assert_eq!(
        churn_signal(CustomerSigns { dissatisfied: Truth::True, complained: Truth::False }).answer,
        Some(ChurnSignal::SILENCE)
    );
    assert_eq!(
        churn_signal(CustomerSigns { dissatisfied: Truth::Unknown, complained: Truth::True }).answer,
        Some(ChurnSignal::COMPLAINT)
    );
}

fn scores(money: u32, safety: u32, peace: u32) -> Scores {
    Scores::new()
        .with_score(ComparisonAxis::MONEY, money)
        .with_score(ComparisonAxis::SAFETY, safety)
        .with_score(ComparisonAxis::PEACE, peace)
}

#[test]
fn s37_r40_the_best_alternative_is_shown_with_the_drawbacks_of_the_others() {
    let guided = guide(ComparisonAxis::ALL, &[scores(5, 1, 1), scores(2, 4, 4), scores(3, 4, 2)]);
    assert_eq!(guided.choice, Choice::Best(1));
    let told: Vec<_> =
        guided.drawbacks.iter().map(|one| (one.alternative, one.axis, one.score, one.best)).collect();
    let (safety, peace) = (ComparisonAxis::SAFETY, ComparisonAxis::PEACE);
    assert_eq!(told, [(0, safety, 1, 4), (0, peace, 1, 4), (2, peace, 2, 4)]);
}

#[test]
fn alternatives_of_one_sum_are_a_tie_that_is_said_aloud() {
    let guided = guide(ComparisonAxis::ALL, &[scores(3, 1, 1), scores(1, 3, 1), scores(1, 1, 1)]);
    assert_eq!(guided.choice, Choice::Tie(vec![0, 1]));
    // Each has its drawback against the other.
    assert!(guided.drawbacks.iter().any(|one| (one.alternative, one.axis) == (0, ComparisonAxis::SAFETY)));
    assert!(guided.drawbacks.iter().any(|one| (one.alternative, one.axis) == (1, ComparisonAxis::MONEY)));
}

#[test]
fn no_alternative_is_the_best_where_a_score_is_not_known() {
    let unknown = Scores::new().with_score(ComparisonAxis::MONEY, 9);
    let guided = guide(ComparisonAxis::ALL, &[scores(1, 1, 1), unknown]);
    let missing = vec![(1, ComparisonAxis::SAFETY), (1, ComparisonAxis::PEACE)];
    assert_eq!(guided.choice, Choice::Undetermined(missing));
    assert!(guided.drawbacks.is_empty());
    assert_eq!(guide(ComparisonAxis::ALL, &[]).choice, Choice::Nothing);
    // The sum of what is as large as can be does not overflow, and an axis that is named twice counts once.
    let most = guide(ComparisonAxis::ALL, &[scores(u32::MAX, u32::MAX, u32::MAX), scores(0, 0, 0)]);
    assert_eq!(most.choice, Choice::Best(0));
    let twice = [ComparisonAxis::MONEY, ComparisonAxis::MONEY, ComparisonAxis::SAFETY];
    assert_eq!(guide(&twice, &[scores(2, 0, 0), scores(0, 3, 0)]).choice, Choice::Best(1));
}

#[test]
fn w136_misuse_is_repaired_and_the_right_use_is_taught() {
    let expected = Some(&[Remedy::REPAIR, Remedy::TEACH_USE][..]);
    for finding in [FaultFinding::Party(FaultParty::CUSTOMER), FaultFinding::ContributoryCheckOwed] {
        for defective in TRUTHS {
            let remedies = remedies_by_fault(finding, defective);
            assert_eq!((remedies.answer, remedies.because), (expected, &["S29-R12"][..]));
        }
    }
    assert_eq!(remedies_by_fault(FaultFinding::Undetermined, Truth::True).answer, None);
}

#[test]
fn s29_r13_who_answers_for_a_product_that_is_really_defective_compensates() {
    let by = |party, defective| remedies_by_fault(FaultFinding::Party(party), defective);
    let compensation = Some(&[Remedy::COMPENSATION][..]);
    let answer = [
        FaultParty::PRODUCER,
        FaultParty::SELLER,
        FaultParty::COMPANY,
        FaultParty::DEPARTMENT,
        FaultParty::SERVICE_UNIT,
        FaultParty::STAFF_MEMBER,
    ];
    for party in answer {
        let defective = by(party, Truth::True);
        assert_eq!((defective.answer, defective.because), (compensation, &["S29-R13"][..]), "{party}");
        assert_eq!(by(party, Truth::False).answer, Some(&[][..]), "{party}");
    }
    // S01-R41: the producer's fault is that the product breaks its standard.
    let producer = by(FaultParty::PRODUCER, Truth::Unknown);
    assert_eq!((producer.answer, producer.because), (compensation, &["S29-R13", "S01-R41"][..]));
    assert_eq!(by(FaultParty::COMPANY, Truth::Unknown).answer, None);
    for party in [FaultParty::CARRIER, FaultParty::NONE] {
        assert_eq!(by(party, Truth::True).answer, Some(&[][..]), "{party}");
    }
}

#[test]
fn k02_the_tone_goes_by_the_fault_or_is_always_ones_own_and_the_finding_stays() {
    let party = FaultFinding::Party;
    let by_fault = |finding| tone(finding, ToneRule::ByFault);
    assert_eq!(by_fault(party(FaultParty::COMPANY)).answer, Some(Tone::Apologise));
    assert_eq!(by_fault(party(FaultParty::COMPANY)).because, ["S08-R05"]);
    assert_eq!(by_fault(party(FaultParty::CUSTOMER)).answer, Some(Tone::SpareTheCustomer));
    assert_eq!(by_fault(FaultFinding::ContributoryCheckOwed).answer, Some(Tone::SpareTheCustomer));
    assert_eq!(by_fault(party(FaultParty::NONE)).answer, Some(Tone::Polite));
    assert_eq!(by_fault(FaultFinding::Undetermined).answer, None);
    for finding in [party(FaultParty::CUSTOMER), FaultFinding::Undetermined] {
        let ours = tone(finding, ToneRule::OursAlways);
        assert_eq!((ours.answer, ours.because), (Some(Tone::Apologise), &["S08-R01"][..]));
    }
}

#[test]
fn s06_r12_demands_are_met_as_far_as_they_are_reasonable() {
    let extent = extent([
        (Demand::COMPENSATION, Truth::False),
        (Demand::REPAIR, Truth::True),
        (Demand::APOLOGY, Truth::Unknown),
    ]);
    assert_eq!(extent.met, [Demand::REPAIR]);
    assert_eq!(extent.refused, [Demand::COMPENSATION]);
    assert_eq!(extent.undetermined, [Demand::APOLOGY]);
}

#[test]
fn s01_r35_a_price_is_too_high_above_the_ceiling_and_not_at_it() {
    let of = |minor, currency: &str| Money::new(minor, currency.parse().unwrap());
    assert_eq!(price_above_ceiling(of(101, "CNY"), Some(of(100, "CNY"))), Truth::True);
    assert_eq!(price_above_ceiling(of(100, "CNY"), Some(of(100, "CNY"))), Truth::False);
    assert_eq!(price_above_ceiling(of(101, "CNY"), Some(of(100, "EUR"))), Truth::Unknown);
    assert_eq!(price_above_ceiling(of(101, "CNY"), None), Truth::Unknown);
}

#[test]
fn s21_r02_nobody_gets_the_technical_team_before_a_restart_was_asked_for() {
    for asked in [Truth::False, Truth::Unknown] {
        let step = technical_step(asked);
        assert_eq!((step.answer, step.because), (TechnicalStep::AskRestartOrUpdate, &["S21-R02"][..]));
    }
    assert_eq!(technical_step(Truth::True).answer, TechnicalStep::ToTechnicalTeam);
}

/// Nothing is there until it is said, and what is missing is told in its order.
macro_rules! told_part_by_part {
    ($part:ident, $list:ident) => {
        assert!($list::new().missing().eq($part::ALL.iter().copied()));
        let all = $part::ALL.iter().fold($list::new(), |list, &part| list.with(part));
        assert_eq!(all.missing().count(), 0);
        for &part in $part::ALL {
            let others = $part::ALL.iter().filter(|&&other| other != part);
            let list = others.fold($list::new(), |list, &other| list.with(other).with(other));
            assert!(list.missing().eq([part]));
        }
    };
}

#[test]
fn s37_r41_what_nobody_planned_of_the_agreed_work_is_missing() {
    told_part_by_part!(AgreedPart, AgreedWork);
}

#[test]
fn s12_r03_to_soothe_is_no_answer_to_ones_own_mistake() {
    told_part_by_part!(AnswerPart, OwnMistakeAnswer);
}

#[test]
fn s24_r01_what_was_not_asked_is_not_understood() {
    told_part_by_part!(UnderstoodPart, Understanding);
}

#[test]
fn w134_who_bills_before_the_customer_is_told_has_violated_the_order() {
    use redress::vocab::track::AccidentStep::{AskInsurance, Bill, CheckCarrier, FeedBack, Notify, Solve};
    assert_eq!(accident_violation(&[Notify, AskInsurance, CheckCarrier, FeedBack, Solve, Bill]), None);
    assert_eq!(accident_violation(&[]), None);
    let dunned = accident_violation(&[Bill, Notify, AskInsurance]);
    assert_eq!(dunned, Some(AccidentViolation { step: Bill, before: Notify }));
    // S02-R15: nor before it is solved, whatever else was done.
    let early = accident_violation(&[Notify, AskInsurance, CheckCarrier, FeedBack, Bill, Solve]);
    assert_eq!(early, Some(AccidentViolation { step: Bill, before: Solve }));
    let skipped = accident_violation(&[Notify, CheckCarrier]);
    assert_eq!(skipped, Some(AccidentViolation { step: CheckCarrier, before: AskInsurance }));
}

#[test]
fn k10_it_is_acknowledged_at_once_and_answered_once_it_is_verified() {
    for verified in [Truth::False, Truth::Unknown] {
        let sent = reply(verified);
        assert_eq!((sent.answer, sent.because), (Reply::Acknowledgement, &["S06-R02", "S30-R06"][..]));
    }
    assert_eq!((reply(Truth::True).answer, reply(Truth::True).because), (Reply::Answer, &["S32-R08"][..]));
}
