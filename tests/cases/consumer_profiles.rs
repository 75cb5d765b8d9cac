//! The courses of the profiles of businesses that serve consumers, each from the receipt to its end, and their
//! worked examples: W097 to W102, W106, W119, W133, W161.

use redress::approval::Roster;
use redress::case::clock::standing;
use redress::case::command::{
    AnchorEvent, Apology, CauseFinding, Dispatch, Findings, FollowUpResult, NotEstablishedFinding, Offer,
    Promise, Proposal, Question,
};
use redress::case::track::MeasureProgress;
use redress::case::{Case, Command, Intake, Stamp, open};
use redress::deadline::Term;
use redress::deadline::rule::{ClockState, Hardness};
use redress::policy::routing::Row;
use redress::policy::track::ApologyRule;
use redress::policy::{Policy, Routing, SeverityRules};
use redress::profiles::choice::{Register, ResponseLimit, SameDay, VisitPeriod};
use redress::profiles::{AutoRepair, Bank, ConsumerBusiness, Desk, Hospital, InstalledGoods, Platform};
use redress::triage::{Complaint, ComplaintDocument, History, PastCase, PastCounts};
use redress::vocab::course::{ClosureKind, Duty, FollowUp, NotEstablishedReason, Opinion};
use redress::vocab::track::{MeasureStep, ThanksOccasion};
use redress::vocab::{
    Act, Anchor, Cause, ClockName, Department, Fact, FaultParty, Mark, Remedy, Role, RuleId, Severity, Stage,
};
use redress::word;

use crate::cases::clocks::{InTime, answer, by_machine, china};
use crate::cases::course::*;
use crate::cases::support::*;

fn china() -> redress::calendar::Calendar {
    china::calendar_in(chrono_tz::Asia::Shanghai)
}

// The houses.

fn owners() -> Routing {
    Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE))
}

fn severity() -> SeverityRules {
    SeverityRules::new([Severity::General]).with_otherwise(Severity::General)
}

fn bank() -> Bank {
    Bank::new(china(), owners(), redress::policy::record::Cadence::HALF_YEAR)
}

fn generic(acknowledgement: ResponseLimit, reply: ResponseLimit) -> ConsumerBusiness {
    ConsumerBusiness::new(china(), severity(), owners())
        .with_acknowledgement(acknowledgement)
        .with_reply(reply)
}

fn hospital() -> Hospital {
    Hospital::new(china(), owners(), Role::MANAGER)
}

/// A complaint of Monday 2025-11-10 at 10:00, with more to it.
#[track_caller]
fn of(policy: Policy, more: &str) -> Story {
    received(policy, "2025-11-10T10:00:00+08:00", more)
}

#[track_caller]
fn received(policy: Policy, at: &str, more: &str) -> Story {
    let json = format!(r#"{{"id": "W-1", "received": "{at}"{more}}}"#);
    Story::of(policy, serde_json::from_str(&json).unwrap())
}

/// From the receipt to the investigation.
#[track_caller]
fn looked_into(story: Story) -> Story {
    let story = story.does("anna", Command::Register);
    let story = if story.policy.track().triage() { story.does("anna", triage()) } else { story };
    story.does("anna", dispatch()).does("anna", start()).is(Stage::Investigating)
}

fn sorry() -> Command {
    Command::Apologise(Apology::default())
}

fn visited() -> Command {
    Command::FollowUp(FollowUpResult { kind: FollowUp::RETURN_VISIT, opinion: Opinion::Asked })
}

fn now_known(fact: Fact) -> Command {
    finding(fact, 1)
}

fn is_marked(story: &Story, mark: Mark) -> bool {
    story.case.marks(&story.policy, story.now).contains(&mark)
}

const NOT_SATISFIED: &str = "the complainant has not said that they are satisfied, which closing requires; silence \
    does not count";

#[track_caller]
fn owes_an_apology(story: &Story, command: Command) {
    let refusal = story.try_to("anna", command).unwrap_err().to_string();
    assert!(refusal.starts_with("an apology must come before the solution"), "{refusal}");
}

// The bank.

#[test]
fn w097_the_bank_closes_nothing_that_is_not_known_to_satisfy() {
    looked_into(of(bank().build().unwrap(), ""))
        .does("anna", sorry())
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .refused(
            "anna",
            Command::Close,
            "follow-up contacts made: 0 of at least 1; contact the complainant again before closing",
        )
        .does("anna", asked(Opinion::Silent))
        .refused("anna", Command::Close, NOT_SATISFIED)
        .does("anna", asked(Opinion::Satisfied))
        .does("anna", Command::Close)
        .is(Stage::Closed);
}

#[test]
fn what_is_explained_is_closed_though_the_customer_is_not_satisfied() {
    let explained = Command::FindNotEstablished(NotEstablishedFinding {
        reasons: vec![NotEstablishedReason::UNREASONABLE_DEMAND],
        explanation: note("the loan is not for that"),
    });
    let asked = |opinion| Command::FollowUp(FollowUpResult { kind: FollowUp::SATISFACTION_CHECK, opinion });
    let story = looked_into(of(bank().build().unwrap(), ""))
        .does("anna", explained)
        .refused(
            "anna",
            Command::Close,
            "follow-up contacts made: 0 of at least 1; contact the complainant again before closing",
        )
        .does("anna", asked(Opinion::Unsatisfied))
        .does("anna", Command::Close)
        .is(Stage::Closed);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::ExplainedNotEstablished);
}

#[test]
fn w098_who_is_not_satisfied_with_the_bank_or_the_business_gets_another_proposal() {
    let solved = |story: Story| {
        story
            .does("anna", Command::Propose(exchange()))
            .does("anna", Command::CarryOut)
            .does("anna", Command::Finish)
    };
    let at_the_bank = looked_into(of(bank().build().unwrap(), "")).does("anna", sorry());
    let form = r#", "customer": "c-1", "text": "it rattles""#;
    let policy = generic(ResponseLimit::NotSet, ResponseLimit::NotSet).build().unwrap();
    let at_the_business = looked_into(of(policy, form)).does("anna", found(FaultParty::PRODUCER));
    for story in [at_the_bank, at_the_business] {
        solved(story)
            .does("anna", asked(Opinion::Unsatisfied))
            .refused("anna", Command::Close, NOT_SATISFIED)
            .does("anna", Command::RecordDissatisfaction(going_on(Stage::Investigating)))
            .is(Stage::Investigating)
            .does("anna", Command::Propose(Proposal::of(Offer::new(Remedy::REFUND))))
            .does("anna", Command::CarryOut)
            .does("anna", Command::Finish)
            // The satisfaction with what was done before counts no more.
            .refused(
                "anna",
                Command::Close,
                "follow-up contacts made: 0 of at least 1; contact the complainant again before closing",
            )
            .does("anna", asked(Opinion::Satisfied))
            .does("anna", Command::Close);
    }
}

#[test]
fn k01_the_bank_says_sorry_whoever_was_at_fault_unless_it_wants_it_otherwise() {
    let propose = || Command::Propose(exchange());
    for party in [FaultParty::COMPANY, FaultParty::CUSTOMER, FaultParty::NONE] {
        let story = looked_into(of(bank().build().unwrap(), "")).does("anna", found(party));
        owes_an_apology(&story, propose());
        story.does("anna", sorry()).does("anna", propose());
    }
    let own = bank().with_apology(ApologyRule::OwnFault).build().unwrap();
    let own = |party| looked_into(of(own.clone(), "")).does("anna", found(party));
    owes_an_apology(&own(FaultParty::COMPANY), propose());
    own(FaultParty::CUSTOMER).does("anna", propose());
}

#[test]
fn w161_who_lacks_a_condition_of_the_loan_gets_an_explanation() {
    let findings = Findings::of(Cause::CUSTOMER_SIDE_CONDITIONS_NOT_MET).with_word(FaultParty::CUSTOMER);
    let story = looked_into(of(bank().build().unwrap(), ""));
    assert!(!is_marked(&story, Mark::EXPLANATION_OWED));
    let story = story.does("anna", Command::FindCause(CauseFinding { findings, ..CauseFinding::default() }));
    assert!(is_marked(&story, Mark::EXPLANATION_OWED));
    let story = story
        .does("anna", customer_caused())
        .is(Stage::Resolved)
        .does("anna", asked(Opinion::Satisfied))
        .does("anna", Command::Close);
    assert_eq!(story.case.complaint().cause(), Some(Cause::CUSTOMER_SIDE_CONDITIONS_NOT_MET));
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::ExplainedCustomerCaused);
}

// Any business.

const REGISTER: &str = r#", "customer": "c-1", "text": "it rattles""#;

#[test]
fn a_business_registers_finds_who_is_at_fault_and_closes_what_satisfies() {
    let hour = |hours| ResponseLimit::Within(Term::elapsed(redress::calendar::Span::hours(hours)).into());
    let policy = generic(hour(1), hour(2)).build().unwrap();
    of(policy.clone(), "").refused(
        "anna",
        Command::Register,
        "the form is not complete; fill in `complainant`, `narrative`",
    );
    let story = of(policy, REGISTER).does("anna", Command::Acknowledge);
    assert_eq!(story.state(ClockName::ACKNOWLEDGEMENT, "2025-11-10 12:00"), ClockState::Met);
    looked_into(story)
        .refused(
            "anna",
            Command::Propose(exchange()),
            "the party at fault is not known; record it before proposing a remedy",
        )
        .does("anna", Command::AskCustomer(Question { note: note("since when?"), samples: false }))
        .does("anna", found(FaultParty::PRODUCER))
        .does("anna", answer())
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .does("anna", asked(Opinion::Satisfied))
        .does("anna", Command::Close)
        .is(Stage::Closed);
}

#[test]
fn an_answer_that_was_entered_before_the_cause_counts_from_the_cause_on() {
    let hours = ResponseLimit::Within(Term::elapsed(redress::calendar::Span::hours(4)).into());
    let policy = generic(ResponseLimit::NotSet, hours).build().unwrap();
    let story = looked_into(of(policy, REGISTER)).on("2025-11-12 09:00");
    // Answered in the very instant in which the cause was found, and entered first.
    let story = story.does("anna", answer()).does("anna", found(FaultParty::COMPANY));
    assert_eq!(story.state(ClockName::RESPONSE, "2025-11-12 09:00"), ClockState::Met);
}

#[test]
fn a_business_has_one_of_three_registers() {
    let of_register = |register| {
        let policy =
            generic(ResponseLimit::NotSet, ResponseLimit::NotSet).with_register(register).build().unwrap();
        of(policy, "").try_to("anna", Command::Register).unwrap_err().to_string()
    };
    let asks = |fields: &str| format!("the form is not complete; fill in {fields}");
    assert_eq!(of_register(Register::default()), asks("`complainant`, `narrative`"));
    assert_eq!(of_register(Register::Purchase), asks("`complainant`, `product`, `narrative`"));
    assert_eq!(of_register(Register::Place), asks("`region`, `narrative`"));
}

#[test]
fn k10_a_receipt_is_acknowledged_at_once_and_answered_after_the_verification() {
    let hours = |hours| ResponseLimit::Within(Term::elapsed(redress::calendar::Span::hours(hours)).into());
    let policy = generic(hours(1), hours(4)).build().unwrap();
    let story = of(policy, REGISTER);
    assert_eq!(story.due(ClockName::ACKNOWLEDGEMENT), "Mon 2025-11-10 11:00");
    assert_eq!(story.state(ClockName::RESPONSE, "2025-11-10 20:00"), ClockState::NotStarted);
    // The acknowledgement is no answer, and an answer before the verification is none after it.
    let story = story.does("anna", Command::Acknowledge);
    let story = looked_into(story).does("anna", answer()).on("2025-11-12 09:00");
    assert_eq!(story.state(ClockName::RESPONSE, "2025-11-12 09:00"), ClockState::NotStarted);
    let story = story.does("anna", found(FaultParty::COMPANY));
    assert_eq!(story.due(ClockName::RESPONSE), "Wed 2025-11-12 13:00");
    // A machine acknowledges, and answers nothing.
    let story = story.does("anna", by_machine());
    assert_eq!(story.state(ClockName::RESPONSE, "2025-11-12 09:00"), ClockState::Running);
    assert_eq!(story.owed("2025-11-12 14:00"), ["missed-target of clock response 0"]);
    let story = story.on("2025-11-12 13:00").does("anna", answer());
    assert_eq!(story.state(ClockName::RESPONSE, "2025-11-12 14:00"), ClockState::Met);
}

#[test]
fn soon_without_a_number_is_a_clock_that_says_what_is_missing() {
    let story = of(generic(ResponseLimit::NotSet, ResponseLimit::NotSet).build().unwrap(), REGISTER);
    let undetermined = story.outlook().owed(story.now).any(|owed| owed.key.duty == Duty::UndeterminedClock);
    assert!(undetermined);
    assert_eq!(story.state(ClockName::ACKNOWLEDGEMENT, "2025-11-10 12:00"), ClockState::Undetermined);
}

// The repair shop.

fn repair(more: &str) -> Story {
    looked_into(of(AutoRepair::new(china()).build().unwrap(), more))
}

#[test]
fn w133_extra_work_takes_the_customers_consent_before_the_workshop_is_told() {
    let works = |remedies: [Remedy; 2], cost| {
        let [first, second] = remedies;
        Proposal::of(Offer::new(first).with_remedy(second).with_amount(euros(cost)))
    };
    let story = repair("")
        .does("anna", Command::Propose(Proposal::of(Offer::new(Remedy::REPAIR).with_amount(euros(4_900)))))
        .refused("anna", Command::CarryOut, "the complainant has not agreed yet; record their consent first")
        .does("anna", Command::Offer)
        .does("anna", Command::Consent)
        .is(Stage::Executing);
    // More work, or the same at a higher price.
    let dearer = Proposal::of(Offer::new(Remedy::REPAIR).with_amount(euros(9_900)));
    for extra in [works([Remedy::REPAIR, Remedy::EXCHANGE], 4_900), dearer] {
        let story = story.clone().does("anna", Command::Amend(extra)).is(Stage::Offered);
        not_from_here(story.clone(), Command::Finish);
        not_from_here(story.clone(), Command::CarryOut);
        story.does("anna", Command::Consent).does("anna", Command::Finish).is(Stage::Resolved);
    }
}

/// A car that stands in the shop with a quote for its owner.
fn quoted() -> Story {
    let wish = r#", "text": "the brakes squeal", "channel": "visit""#;
    let to = Dispatch { department: Department::WORKSHOP, person: None, reason: None };
    let quote = Proposal::of(Offer::new(Remedy::REPAIR).with_amount(euros(4_900)));
    of(AutoRepair::new(china()).build().unwrap(), wish)
        .does("anna", Command::Register)
        // The hand-over papers go with the car (S07-R05).
        .does("anna", Command::Dispatch(to))
        .does("anna", start())
        // The technical diagnosis, then the quote (S07-R03).
        .does("anna", found(FaultParty::UNDETERMINED))
        .does("anna", Command::Propose(quote))
        .does("anna", Command::Offer)
        .is(Stage::Offered)
}

#[test]
fn s07_a_car_is_welcomed_in_and_seen_out() {
    let story = quoted();
    let complaint = story.case.complaint();
    let triaged = redress::triage::triage(&story.policy, complaint, &History::none()).unwrap();
    let intake: Vec<_> = triaged.routes(Act::Intake).map(redress::policy::routing::Row::citation).collect();
    assert_eq!(intake, ["S07-R02"]);
    assert_eq!(story.case.department(), Some(Department::WORKSHOP));
    // In: the owner agrees. Out: checked and done, called to collect, inspected and paid together, seen off.
    let story = story
        .does("anna", Command::Consent)
        .does("anna", Command::HoldBilling)
        .refused(
            "anna",
            Command::ReleaseBilling,
            "the bill cannot be released until the complaint is resolved",
        )
        .does("anna", Command::Finish)
        .is(Stage::Resolved)
        .does("anna", Command::NotifyProgress(because("ready to be collected, with its papers")))
        .does("anna", Command::ReleaseBilling)
        .does("anna", visited())
        .does("anna", Command::Close)
        .is(Stage::Closed);
    assert_eq!((story.case.notice_count(), story.case.closure().unwrap().kind), (1, ClosureKind::Resolved));
}

#[test]
fn s07_a_customer_may_come_in_book_or_take_the_quote_and_go() {
    quoted().does("anna", Command::Consent).is(Stage::Executing);
    // A booked repair keeps its day and begins with the consent given then.
    let booked = Command::Promise(Promise { until: at("2025-11-14T09:00:00+08:00") });
    let story = quoted().does("anna", booked).is(Stage::Offered).until("2025-11-14T09:00:00+08:00");
    assert_eq!(story.case.open_promise().unwrap().until, story.now);
    story.does("anna", Command::Consent).is(Stage::Executing);
    // Who wanted the quote alone is seen off.
    let off = quoted().does("anna", Command::Withdraw(because("the quote was all that was wanted")));
    assert_eq!(off.case.closure().unwrap().kind, ClosureKind::Withdrawn);
}

#[test]
fn a_repair_shop_closes_after_one_contact_and_says_sorry_for_its_own_fault() {
    let story = repair("").does("anna", found(FaultParty::COMPANY));
    owes_an_apology(&story, Command::Propose(exchange()));
    story
        .does("anna", sorry())
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Offer)
        .does("anna", Command::Consent)
        .does("anna", Command::Finish)
        .refused(
            "anna",
            Command::Close,
            "follow-up contacts made: 0 of at least 1; contact the complainant again before closing",
        )
        .does("anna", visited())
        .does("anna", Command::Close)
        .is(Stage::Closed);
}

#[test]
fn k02_the_owner_of_a_car_can_be_at_fault_and_is_told() {
    let story = repair("")
        .does("anna", found(FaultParty::CUSTOMER))
        .does("anna", customer_caused())
        .is(Stage::Resolved)
        .does("anna", visited())
        .does("anna", Command::Close);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::ExplainedCustomerCaused);
}

// The hospital.

#[test]
fn w099_a_patient_is_contacted_then_a_plan_is_agreed_on_then_the_patient_has_an_answer() {
    let policy = hospital().build().unwrap();
    let story = received(policy, "2025-07-10T09:15:00+08:00", "");
    assert_eq!(story.due(ClockName::SAME_DAY_ANSWER), "Thu 2025-07-10 24:00");
    assert!(is_marked(&story, Mark::CONTACT_FIRST));
    let story = looked_into(story)
        .does("anna", Command::AskCustomer(Question { note: note("what happened?"), samples: false }))
        .does("anna", now_known(Fact::CONTACTED_BY_PHONE_OR_FAX));
    assert!(!is_marked(&story, Mark::CONTACT_FIRST));
    let story = story
        .does("anna", Command::Propose(Proposal::of(Offer::new(Remedy::EXPLANATION))))
        .refused("anna", Command::CarryOut, "this must first be approved by chain `s14-r05`")
        .does("anna", Command::Submit)
        .refused(
            "anna",
            Command::Sign(on(1)),
            "`anna` cannot sign step `agree`: this requires the role `manager`, which roster `r-1` does not give them",
        )
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Executing)
        .does("anna", answer())
        .does("anna", Command::Finish)
        .does("anna", Command::Close)
        .is(Stage::Closed);
    assert_eq!(story.state(ClockName::SAME_DAY_ANSWER, "2025-07-11 00:00"), ClockState::Met);
}

#[test]
fn w100_a_soft_target_that_is_missed_is_a_warning_and_no_breach() {
    for (hardness, owed) in [
        (Hardness::Soft, "missed-target of clock same-day-answer 0"),
        (Hardness::Hard, "breach of clock same-day-answer 0"),
    ] {
        let policy = hospital().with_hardness(hardness).build().unwrap();
        let story = received(policy, "2025-07-12T23:50:00+08:00", "");
        assert_eq!(story.owed("2025-07-12 23:59:59.999999999"), Vec::<String>::new());
        assert_eq!(story.owed("2025-07-13 00:00"), [owed]);
        let story = story.on("2025-07-13 08:00").does("anna", answer());
        let reading = story.reading(ClockName::SAME_DAY_ANSWER, "2025-07-13 08:00");
        let midnight = Some(story.instant("2025-07-13 00:00"));
        let soft = hardness == Hardness::Soft;
        assert_eq!(
            (reading.missed(), reading.first_breach()),
            if soft { (midnight, None) } else { (None, midnight) }
        );
        assert_eq!(standing(&story.case, &story.policy, story.now), Ok(None));
    }
    // A18: by the service hours, Saturday has none.
    let policy = hospital().with_same_day(SameDay::ServiceHours).build().unwrap();
    let story = received(policy, "2025-07-12T23:50:00+08:00", "");
    assert_eq!(story.due(ClockName::SAME_DAY_ANSWER), "Mon 2025-07-14 18:00");
}

#[test]
fn a_hospital_is_checked_against_the_people_it_has() {
    let policy = hospital().build().unwrap();
    let now = at("2025-07-10T09:15:00+08:00");
    assert!(policy.check(&roster(), now).is_ok());
    let empty = Roster::builder("empty").build().unwrap();
    let stuck = policy.check(&empty, now).unwrap_err().to_string();
    assert!(stuck.contains("s14-r05") && stuck.contains("agree"), "{stuck}");
    // The consent of a customer is nobody's to give, so a repair shop needs nobody for it.
    assert!(AutoRepair::new(china()).build().unwrap().check(&empty, now).is_ok());
}

// The desk.

#[test]
fn w119_who_has_software_that_hangs_is_asked_to_restart_before_the_technical_team_gets_it() {
    let to = redress::case::command::Dispatch { department: Department::TECHNICAL_SUPPORT, ..dispatching() };
    let question = Question { note: note("did you restart and update?"), samples: false };
    let policy = Desk::new(china(), Department::CUSTOMER_SERVICE).build().unwrap();
    let story = looked_into(of(policy, r#", "topic": "technical""#));
    assert!(is_marked(&story, Mark::ASK_FOR_RESTART));
    let story = story
        .does("anna", Command::AskCustomer(question))
        .does("anna", now_known(Fact::RESTART_OR_UPDATE_ASKED))
        .does("anna", Command::Redispatch(to));
    assert!(!is_marked(&story, Mark::ASK_FOR_RESTART));
    assert_eq!(story.case.department(), Some(Department::TECHNICAL_SUPPORT));
    story
        .does("anna", start())
        .does("anna", Command::Propose(Proposal::of(Offer::new(Remedy::REPAIR))))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        // Nobody asks afterwards.
        .does("anna", Command::Close)
        .is(Stage::Closed);
}

// The platform.

fn refund(facts: &str) -> Story {
    let policy = Platform::new(china(), Department::CUSTOMER_SERVICE).build().unwrap();
    of(policy, &format!(r#", "demand": ["refund"], "facts": {{{facts}}}"#)).does("anna", Command::Register)
}

#[test]
fn w105_an_admissible_refund_is_paid() {
    let story = refund(r#""partly-previewable": 1, "hidden-part-defective": 1"#);
    assert!(is_marked(&story, Mark::REFUND_ADMISSIBLE));
    story
        .does("anna", triage())
        .does("anna", dispatch())
        .does("anna", start())
        .does("anna", Command::Propose(Proposal::of(Offer::new(Remedy::REFUND))))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .does("anna", Command::Close)
        .is(Stage::Closed);
}

#[test]
fn w106_a_refund_that_is_not_admissible_is_recorded_and_explained() {
    let story = refund(r#""fully-previewable": 1"#);
    assert!(is_marked(&story, Mark::REFUND_EXCLUDED) && !is_marked(&story, Mark::REFUND_ADMISSIBLE));
    let found = NotEstablishedFinding {
        reasons: vec![NotEstablishedReason::UNREASONABLE_DEMAND],
        explanation: note("all of it could be read before"),
    };
    let story = story
        .does("anna", triage())
        .does("anna", Command::FindNotEstablished(found))
        .does("anna", Command::Close);
    assert_eq!(story.case.closure().unwrap().kind, ClosureKind::ExplainedNotEstablished);
}

// Installed goods.

#[test]
fn w101_two_visits_are_owed_within_a_month_of_the_installation() {
    // W102: clamped to the end of February. A19: thirty days by the other reading.
    for (reading, installed, due) in [
        (VisitPeriod::Month, "2025-06-20", "Sun 2025-07-20 24:00"),
        (VisitPeriod::Month, "2026-01-31", "Sat 2026-02-28 24:00"),
        (VisitPeriod::ThirtyDays, "2025-06-20", "Sun 2025-07-20 24:00"),
        (VisitPeriod::ThirtyDays, "2026-01-31", "Mon 2026-03-02 24:00"),
    ] {
        let policy = InstalledGoods::new(china(), owners()).with_visit_period(reading).build().unwrap();
        let story = received(policy, &format!("{installed}T10:00:00+08:00"), "");
        let now = format!("{installed} 11:00");
        assert_eq!(story.state(ClockName::RETURN_VISITS, &now), ClockState::NotStarted);
        let event = AnchorEvent { event: Anchor::INSTALLED, at: story.now, department: None };
        let story = looked_into(story.does("anna", Command::Happen(event)))
            .does("anna", Command::Propose(exchange()))
            .does("anna", Command::CarryOut)
            .does("anna", Command::Finish);
        assert_eq!(story.due(ClockName::RETURN_VISITS), due);
        let once = story.does("anna", visited()).refused(
            "anna",
            Command::Close,
            "follow-up contacts made: 1 of at least 2; contact the complainant again before closing",
        );
        assert_eq!(once.state(ClockName::RETURN_VISITS, &now), ClockState::Running);
        let twice = once.does("anna", visited());
        assert_eq!(twice.state(ClockName::RETURN_VISITS, &now), ClockState::Met);
        twice.does("anna", Command::Close).is(Stage::Closed);
    }
}

#[test]
fn a_customer_who_helped_is_thanked_and_one_who_is_practised_visited_no_more() {
    let story =
        of(InstalledGoods::new(china(), owners()).build().unwrap(), "").does("anna", Command::Register);
    assert!(is_marked(&story, Mark::USAGE_VISIT_DUE) && !is_marked(&story, Mark::THANKS_DUE));
    let story = story
        .does("anna", now_known(Fact::CUSTOMER_HELPED))
        .does("anna", now_known(Fact::USE_PRACTISED))
        .does("anna", Command::Thank(ThanksOccasion::CUSTOMER_HELPED.into()));
    assert!(!is_marked(&story, Mark::USAGE_VISIT_DUE) && is_marked(&story, Mark::THANKS_DUE));
    let replayed = Case::replay(&story.policy, story.case.events()).unwrap();
    assert_eq!(replayed, story.case);
}

#[test]
fn w032_a_long_term_measure_is_taken_beside_the_case_and_its_severity_stays() {
    let policy = generic(ResponseLimit::NotSet, ResponseLimit::NotSet).build().unwrap();
    let about = |id: &str, received: &str| {
        Complaint::new(id.parse().unwrap(), at(received)).with_cause(Cause::SERVICE_ATTITUDE)
    };
    let before = [about("P-1", "2025-09-01T09:00:00+08:00"), about("P-2", "2025-10-09T09:00:00+08:00")];
    let history = History::of(before.iter().map(PastCase::of)).unwrap();
    let json = r#"{"id": "W-1", "received": "2025-11-10T10:00:00+08:00", "cause": "service.attitude",
        "customer": "c-1", "text": "it rattles"}"#;
    let said: ComplaintDocument = serde_json::from_str(json).unwrap();
    let now = at("2025-11-10T10:05:00+08:00");
    let third = about("W-1", "2025-11-10T10:00:00+08:00");
    let past = Some(PastCounts::of(&policy, &third, &history));
    let case = open(
        &policy,
        Intake::from(said).with_past(past),
        Stamp::new("k-0".parse().unwrap(), who("anna"), now),
    )
    .unwrap();
    let story = Story { roster: roster(), case, now, policy };
    assert!(is_marked(&story, Mark::LONG_TERM_MEASURE_DUE));
    assert_eq!(story.case.severity(), Some(Severity::General));
    let measure =
        |step| Command::TakeAction(MeasureProgress { measure: word!(RuleId, "training"), step, note: None });
    looked_into(story)
        .does("anna", found(FaultParty::STAFF_MEMBER))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
        .does("anna", measure(MeasureStep::Planned))
        .does("anna", asked(Opinion::Satisfied))
        // The case does not wait for the measure, which goes on after it.
        .does("anna", Command::Close)
        .does("anna", measure(MeasureStep::CarriedOut))
        .does("anna", measure(MeasureStep::EffectConfirmed));
}
