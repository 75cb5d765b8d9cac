//! What the profiles of businesses that serve consumers say of a complaint as it stands: W105, W106, the rows
//! RT03, RT08 and RT26 of §6.3, what is marked, and what is no policy.

use redress::calendar::{Hours, LocalTime, WeekPattern};
use redress::deadline::Term;
use redress::deadline::rule::Hardness;
use redress::policy::routing::{Cell, HitPolicy, RoutingGaps, Row};
use redress::policy::{ClockRule, Policy, PolicyFaults, Routing, SeverityRules};
use redress::profiles::choice::{ResponseLimit, SameDay};
use redress::profiles::{AutoRepair, Bank, ConsumerBusiness, Desk, Hospital, InstalledGoods, Platform};
use redress::triage::{Complaint, History, triage};
use redress::vocab::{
    Act, Cause, Channel, ClockName, Demand, Department, Fact, Input, Mark, Role, RuleId, Severity, Subject,
    Topic,
};
use redress::word;

use super::support::{all_general, china, complaint, marked_by, routed, so};

const NOWHERE: Department = Department::from_static("acme:nowhere");
const NOBODY: Role = Role::from_static("acme:nobody");

fn platform() -> Policy {
    Platform::new(china(), Department::BUSINESS).build().unwrap()
}

/// Somebody who wants the money back for a document of which these are so.
fn refund<const N: usize>(facts: [Fact; N]) -> Complaint {
    so(facts).with_demand(Demand::REFUND)
}

#[test]
fn w105_the_defect_of_a_hidden_part_makes_a_refund_admissible() {
    let hidden = refund([Fact::PARTLY_PREVIEWABLE, Fact::HIDDEN_PART_DEFECTIVE]);
    assert_eq!(marked_by(&platform(), &hidden, Mark::REFUND_ADMISSIBLE), ["S38-R02"]);
    assert!(marked_by(&platform(), &hidden, Mark::REFUND_EXCLUDED).is_empty());
    // Either alone is not enough, and neither is a defect that nobody wants a refund for.
    let sound = refund([Fact::PARTLY_PREVIEWABLE]);
    let unmarked = refund([Fact::HIDDEN_PART_DEFECTIVE]);
    let improved =
        so([Fact::PARTLY_PREVIEWABLE, Fact::HIDDEN_PART_DEFECTIVE]).with_demand(Demand::IMPROVEMENT);
    for other in [sound, unmarked, improved] {
        assert!(marked_by(&platform(), &other, Mark::REFUND_ADMISSIBLE).is_empty());
        assert!(marked_by(&platform(), &other, Mark::REFUND_EXCLUDED).is_empty());
    }
}

#[test]
fn w106_what_could_be_seen_before_is_not_refunded() {
    let seen = refund([Fact::FULLY_PREVIEWABLE]);
    assert_eq!(marked_by(&platform(), &seen, Mark::REFUND_EXCLUDED), ["S38-R02"]);
    // Whatever else is said of it.
    let poor = refund([Fact::FULLY_PREVIEWABLE, Fact::PARTLY_PREVIEWABLE, Fact::HIDDEN_PART_DEFECTIVE]);
    assert!(marked_by(&platform(), &poor, Mark::REFUND_ADMISSIBLE).is_empty());
    // Of what nobody has looked at, nothing is said: it is neither admitted nor excluded.
    let unknown = refund([]);
    assert!(marked_by(&platform(), &unknown, Mark::REFUND_ADMISSIBLE).is_empty());
    assert!(marked_by(&platform(), &unknown, Mark::REFUND_EXCLUDED).is_empty());
}

#[test]
fn an_infringement_goes_to_customer_service_and_a_copy_is_removed() {
    let infringed = so([Fact::RIGHTS_INFRINGED]);
    assert_eq!(routed(&platform(), &infringed), ["owner customer-service S38-R03"]);
    assert!(marked_by(&platform(), &infringed, Mark::REMOVAL_DUE).is_empty());
    let copied = so([Fact::COPYRIGHT_INFRINGED]);
    assert_eq!(routed(&platform(), &copied), ["owner customer-service S38-R03"]);
    assert_eq!(marked_by(&platform(), &copied, Mark::REMOVAL_DUE), ["S38-R04"]);
    assert_eq!(routed(&platform(), &refund([Fact::FULLY_PREVIEWABLE])), ["owner business"]);
}

#[test]
fn people_answer_at_the_platform_from_nine_to_half_past_six_every_day() {
    let hours = [Hours::new(LocalTime::from_static("09:00"), LocalTime::from_static("18:30")).unwrap()];
    assert_eq!(Platform::week(), WeekPattern::daily(hours));
}

/// What is rational or structural is for the business to say: here the subject stands for the nature.
fn owners() -> Routing {
    let serious = Cell::severity_at_least(Severity::Serious);
    Routing::by([Input::SUBJECT, Input::Severity])
        .with_hit_policy(Act::Owner, HitPolicy::First)
        .with_row(Row::owner(word!(RuleId, "grave"), Department::SALES).with_cell(serious))
        .with_row(
            Row::owner(word!(RuleId, "product"), Department::TECHNICAL_SUPPORT)
                .with_cell(Cell::is(Subject::PRODUCT_QUALITY)),
        )
        .with_row(
            Row::owner(word!(RuleId, "rest"), Department::CUSTOMER_SERVICE).with_citation("house rule 4"),
        )
}

fn severity() -> SeverityRules {
    let media = redress::policy::Condition::has(Fact::MEDIA_EXPOSURE);
    let media =
        redress::policy::severity::SeverityRule::new(word!(RuleId, "media"), Severity::Serious, media);
    SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(media)
        .with_otherwise(Severity::General)
}

fn generic(owners: Routing) -> ConsumerBusiness {
    ConsumerBusiness::new(china(), severity(), owners)
}

#[test]
fn rt03_nature_and_severity_say_who_owns_it() {
    let policy = generic(owners()).build().unwrap();
    let product = complaint().with_subject(Subject::PRODUCT_QUALITY);
    assert_eq!(routed(&policy, &product), ["owner technical-support S06-R05"]);
    let exposed = product.with_fact(Fact::MEDIA_EXPOSURE, 1);
    assert_eq!(routed(&policy, &exposed), ["owner sales S06-R05"]);
    // A citation of the house's own stays.
    let rude = complaint().with_subject(Subject::SERVICE);
    assert_eq!(routed(&policy, &rude), ["owner customer-service house rule 4"]);
    assert_eq!(policy.routing().gaps(), RoutingGaps::Refused);
    assert_eq!(policy.routing().hit_policy(Act::Owner), HitPolicy::First);
}

#[test]
fn rt26_service_development_and_sales_help_where_the_analysis_needs_it() {
    let policy = generic(owners()).build().unwrap();
    let helped = so([Fact::ANALYSIS_NEEDS_SUPPORT]).with_subject(Subject::PRODUCT_QUALITY);
    assert_eq!(
        routed(&policy, &helped),
        [
            "owner technical-support S06-R05",
            "support customer-service S30-R04",
            "support rnd S30-R04",
            "support sales S30-R04",
        ]
    );
    // A table that looks at marks already keeps its inputs.
    let by_mark = Routing::by([Input::MARK])
        .with_hit_policy(Act::Owner, HitPolicy::First)
        .with_row(
            Row::owner(word!(RuleId, "again"), Department::QUALITY)
                .with_cell(Cell::is(Mark::LONG_TERM_MEASURE_DUE)),
        )
        .with_row(Row::owner(word!(RuleId, "rest"), Department::SALES));
    let policy = generic(by_mark).build().unwrap();
    assert_eq!(policy.routing().inputs(), [Input::MARK]);
    assert_eq!(routed(&policy, &helped)[0], "owner sales S06-R05");
}

#[test]
fn rt08_an_owner_with_an_objection_gets_a_capable_receptionist() {
    let policy = AutoRepair::new(china()).build().unwrap();
    let objection = complaint().with_channel(Channel::VISIT);
    assert_eq!(
        routed(&policy, &objection),
        [
            "intake reception-room S07-R02",
            "owner receptionist of reception-room S08-R03",
            "responsible workshop S07-R05",
            "support business-hall S07-R09",
        ]
    );
    assert!(marked_by(&policy, &objection, Mark::BRING_THE_CAR_BACK).is_empty());
    for channel in [Channel::PHONE, Channel::HOTLINE] {
        let called = complaint().with_channel(channel);
        assert_eq!(marked_by(&policy, &called, Mark::BRING_THE_CAR_BACK), ["S08-R11"]);
    }
}

#[test]
fn a_bank_marks_what_customers_leave_for_and_what_is_to_be_explained() {
    let policy =
        Bank::new(china(), Routing::none(), redress::policy::record::Cadence::HALF_YEAR).build().unwrap();
    let marked = |cause, mark| marked_by(&policy, &complaint().with_cause(cause), mark);
    for (cause, element) in [
        (Cause::PRODUCT_QUALITY_HARMS_DOWNSTREAM, "S28-R11"),
        (Cause::INTERNAL_MANAGEMENT_QUALITY_AWARENESS, "S28-R12"),
        (Cause::INTERNAL_MANAGEMENT_COST_AWARENESS, "S28-R13"),
        (Cause::INTERNAL_MANAGEMENT_SERVICE_AWARENESS, "S28-R14"),
        (Cause::SERVICE_ATTITUDE, "S28-R14"),
        (Cause::SERVICE_QUESTION_IGNORED, "S28-R14"),
        (Cause::SERVICE_SLOW_RESPONSE, "S28-R14"),
        (Cause::SERVICE_EFFICIENCY, "S28-R14"),
        (Cause::INTEGRITY_DEFECT_DENIED, "S28-R15"),
        (Cause::INTERNAL_MANAGEMENT_UNCLEAR_DUTIES, "S28-R16"),
        (Cause::EXPECTATION_NEEDS_UNMET, "S28-R29"),
    ] {
        assert_eq!(marked(cause, Mark::CHURN_CAUSE), [element]);
        assert!(marked(cause, Mark::EXPLANATION_OWED).is_empty());
    }
    for (cause, element) in [
        (Cause::CUSTOMER_SIDE_CONDITIONS_NOT_MET, "S28-R22"),
        (Cause::CUSTOMER_SIDE_PROCEDURE_UNKNOWN, "S28-R23"),
        (Cause::COMMUNICATION_NOT_EXPLAINED, "S28-R24"),
    ] {
        assert_eq!(marked(cause, Mark::EXPLANATION_OWED), [element]);
        assert!(marked(cause, Mark::CHURN_CAUSE).is_empty());
    }
    assert!(marked(Cause::SERVICE_MANNERS, Mark::CHURN_CAUSE).is_empty());
}

#[test]
fn k04_a_patient_is_contacted_by_phone_or_fax_first() {
    let policy = Hospital::new(china(), Routing::none(), Role::MANAGER).build().unwrap();
    assert_eq!(marked_by(&policy, &complaint(), Mark::CONTACT_FIRST), ["S14-R04"]);
    let called = so([Fact::CONTACTED_BY_PHONE_OR_FAX]);
    assert!(marked_by(&policy, &called, Mark::CONTACT_FIRST).is_empty());
}

#[test]
fn who_wants_money_back_is_asked_what_is_wanted() {
    let policy = Desk::new(china(), Department::CUSTOMER_SERVICE).build().unwrap();
    let money = complaint().with_topic(Topic::REFUND);
    assert_eq!(marked_by(&policy, &money, Mark::ASK_FOR_DEMAND), ["S21-R05"]);
    let said = money.with_demand(Demand::REFUND);
    assert!(marked_by(&policy, &said, Mark::ASK_FOR_DEMAND).is_empty());
    let technical = complaint().with_topic(Topic::TECHNICAL);
    assert!(marked_by(&policy, &technical, Mark::ASK_FOR_DEMAND).is_empty());
}

#[test]
fn a_customer_is_visited_until_practised_and_thanked_on_four_occasions() {
    let policy = InstalledGoods::new(china(), Routing::none()).build().unwrap();
    assert_eq!(marked_by(&policy, &complaint(), Mark::USAGE_VISIT_DUE), ["S27-R12"]);
    assert!(marked_by(&policy, &so([Fact::USE_PRACTISED]), Mark::USAGE_VISIT_DUE).is_empty());
    assert!(marked_by(&policy, &complaint(), Mark::THANKS_DUE).is_empty());
    for (occasion, element) in [
        (Fact::FIRST_VISIT_WELL_RECEIVED, "S27-R08"),
        (Fact::CONTRACT_SIGNED, "S27-R09"),
        (Fact::CUSTOMER_HELPED, "S27-R10"),
        (Fact::REGULAR_CUSTOMER_AND_TRIP, "S27-R11"),
    ] {
        assert_eq!(marked_by(&policy, &so([occasion]), Mark::THANKS_DUE), [element]);
    }
}

// What the sources leave open.

#[test]
fn how_soon_is_soon_is_said_by_nobody_but_the_business() {
    let clocks = |policy: &Policy| policy.clocks().iter().map(ClockRule::name).collect::<Vec<_>>();
    let unset = generic(Routing::none()).build().unwrap();
    assert_eq!(clocks(&unset), [ClockName::ACKNOWLEDGEMENT, ClockName::RESPONSE]);
    let complaint = complaint();
    let triaged = triage(&unset, &complaint, &History::none()).unwrap();
    let outcomes: Vec<String> = triaged
        .clocks()
        .iter()
        .filter(|clock| clock.due().is_none())
        .map(|clock| format!("{:?}", clock.outcome()))
        .collect();
    assert_eq!(outcomes.len(), 2, "{outcomes:?}");
    let day = ResponseLimit::Within(Term::working_days(1).into());
    let set = ConsumerBusiness::new(china(), all_general(), Routing::none())
        .with_acknowledgement(day.clone())
        .with_reply(day)
        .build()
        .unwrap();
    assert!(triage(&set, &complaint, &History::none()).unwrap().due(ClockName::ACKNOWLEDGEMENT).is_some());
    // A target of the house's own, and no breach.
    assert!(set.clocks().iter().all(|rule| rule.clock().hardness() == Hardness::Soft));
    // The others set no clock that their sources do not have.
    for policy in [
        Bank::new(china(), Routing::none(), redress::policy::record::Cadence::HALF_YEAR).build().unwrap(),
        AutoRepair::new(china()).build().unwrap(),
        Desk::new(china(), Department::SALES).build().unwrap(),
        platform(),
    ] {
        assert!(policy.clocks().is_empty(), "{}", policy.name());
        assert!(policy.severity().is_none(), "{}", policy.name());
    }
}

fn to_nowhere() -> Routing {
    Routing::by([]).with_row(Row::owner(word!(RuleId, "all"), NOWHERE))
}

#[track_caller]
fn refused(built: Result<Policy, PolicyFaults>) -> String {
    built.unwrap_err().to_string()
}

#[test]
fn a_bad_argument_is_a_fault_with_its_place() {
    let nowhere = |place: &str| {
        format!(
            "{place}: department `acme:nowhere` is not declared in the taxonomy, expected one of 25 words such as `sales`, `market` or `business`"
        )
    };
    let begins = |found: String, place: &str| {
        let expected = nowhere(place);
        let until = expected.find(", expected").unwrap();
        assert!(found.starts_with(&expected[..until]), "{found}");
    };
    begins(
        refused(Bank::new(china(), to_nowhere(), redress::policy::record::Cadence::HALF_YEAR).build()),
        "routing row `all`",
    );
    begins(refused(generic(to_nowhere()).build()), "routing row `all`");
    begins(refused(Hospital::new(china(), to_nowhere(), Role::MANAGER).build()), "routing row `all`");
    begins(refused(InstalledGoods::new(china(), to_nowhere()).build()), "routing row `all`");
    begins(refused(Desk::new(china(), NOWHERE).build()), "routing row `ask-first`");
    begins(refused(Platform::new(china(), NOWHERE).build()), "routing row `others`");

    let nobody = refused(Hospital::new(china(), Routing::none(), NOBODY).build());
    let expected = "approval chain `s14-r05` step `agree`: role `acme:nobody` is not declared";
    assert!(nobody.starts_with(expected), "{nobody}");

    let by_closing =
        Hospital::new(china(), Routing::none(), Role::MANAGER).with_same_day(SameDay::ServiceHours);
    by_closing.build().unwrap();

    let unrated = SeverityRules::new([]);
    let faults = ConsumerBusiness::new(china(), unrated, Routing::none()).build();
    assert!(faults.is_err());
    let never = ResponseLimit::Within(
        Term::calendar_days(0).with_first_day(redress::deadline::choice::FirstDay::DayOne).into(),
    );
    let faults = |first: &ResponseLimit, then: &ResponseLimit| {
        refused(
            ConsumerBusiness::new(china(), all_general(), Routing::none())
                .with_acknowledgement(first.clone())
                .with_reply(then.clone())
                .build(),
        )
    };
    assert!(faults(&never, &ResponseLimit::NotSet).starts_with("clock `acknowledgement`"));
    assert!(faults(&ResponseLimit::NotSet, &never).starts_with("clock `response`"));
}
