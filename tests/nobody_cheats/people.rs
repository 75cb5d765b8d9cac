//! Who somebody is to a complaint, and what that keeps them from.

use redress::case::command::{
    CaseLink, Findings, FollowUpResult, InvestigationStart, Offer, PolicyMove, Proposal, Remark,
};
use redress::case::{Case, Command, Office};
use redress::policy::people::PeopleRules;
use redress::policy::record::ReportPeriod;
use redress::policy::{PolicyBuilder, PolicyDocument, PolicyVersion, Routing, SeverityRules, Track};
use redress::report::ledger::{Ledger, LedgerRow};
use redress::triage::ComplaintDocument;
use redress::vocab::course::{Exclusion, FollowUp, Opinion, Relation};
use redress::vocab::{Action, Fact, Locale, Remedy, Severity, Stage, Standing};

use crate::cases::support::{
    Story, because, calendar, desk, dispatching, euros, exchange, note, on, said, two_steps, who,
};

fn complaint() -> ComplaintDocument {
    said("A-1", "2025-03-11T10:00:00+08:00")
}

/// About `mia`, a manager.
fn about_mia() -> ComplaintDocument {
    ComplaintDocument { staff: Some(who("mia")), ..complaint() }
}

/// Of somebody whose key is that of `max`, a manager.
fn by_max() -> ComplaintDocument {
    ComplaintDocument { customer: Some("MAX".parse().unwrap()), ..complaint() }
}

/// Of somebody whom `lea` represents.
fn by_lea() -> ComplaintDocument {
    ComplaintDocument {
        customer: Some("k-17".parse().unwrap()),
        complainant_actors: vec![who("lea")],
        ..complaint()
    }
}

fn policy() -> PolicyBuilder {
    desk(Track::new()).approvals(two_steps())
}

fn story(said: ComplaintDocument) -> Story {
    Story::of(policy().build().unwrap(), said)
}

fn refused_to(story: &Story, actor: &str, action: Action) -> Option<String> {
    let answers = Office::new(&story.policy, &story.roster).allowed(&story.case, who(actor), story.now);
    let answer = answers.into_iter().find(|answer| answer.action == action).unwrap();
    answer.refusal.map(|refusal| refusal.to_string())
}

#[test]
fn fault_a02_whom_a_complaint_is_about_handles_and_ends_nothing_of_it() {
    let story = story(about_mia());
    let refused = |action: &str| {
        format!("`mia` may not `{action}`: the complaint is about them; somebody else must do this")
    };
    let story = story
        .refused("mia", Command::Register, &refused("register"))
        .refused("mia", Command::Acknowledge, &refused("acknowledge"))
        .does("anna", Command::Register)
        .does("anna", Command::Triage(Findings::default()))
        .refused("mia", Command::Dispatch(dispatching()), &refused("dispatch"))
        .does("anna", Command::Dispatch(dispatching()));
    let start = || Command::Start(InvestigationStart { department: None, received: None });
    let story = story.refused("mia", start(), &refused("start")).does("anna", start());
    let story = story
        .refused("mia", Command::Propose(exchange()), &refused("propose"))
        .refused("mia", Command::Withdraw(because("never mind")), &refused("withdraw"))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit);
    // Signing has its own words for it.
    let signing = story.try_to("mia", Command::Sign(on(1))).unwrap_err().to_string();
    assert!(signing.contains("person complained about") || signing.contains("complained"), "{signing}");
    let story = story.does("max", Command::Sign(on(1))).does("leo", Command::Sign(on(1)));
    // What is theirs: they say how it was.
    let story = story.does("mia", Command::Note(because("It was raining, and the bus was late.")));
    assert!(refused_to(&story, "mia", Action::Close).unwrap().len() > 10);
}

/// Of all actions at all stages of a story none but theirs is open to those whom the complaint concerns.
#[test]
fn fault_a02_a03_every_action_but_theirs_is_refused_at_every_stage() {
    for (said, actor, concern) in [
        (about_mia(), "mia", Exclusion::ComplainedAbout),
        (by_max(), "max", Exclusion::Complainant),
        (by_lea(), "lea", Exclusion::Complainant),
    ] {
        let theirs = |action| PeopleRules::THEIRS.contains(&(concern, action));
        let mut story = story(said);
        let steps = [
            ("anna", Command::Register),
            ("anna", Command::Triage(Findings::default())),
            ("anna", Command::Dispatch(dispatching())),
            ("anna", Command::Start(InvestigationStart { department: None, received: None })),
            ("anna", Command::Propose(exchange())),
            ("anna", Command::Submit),
        ];
        for (by, command) in steps {
            for answer in
                Office::new(&story.policy, &story.roster).allowed(&story.case, who(actor), story.now)
            {
                if answer.refusal.is_none() {
                    assert!(theirs(answer.action), "{actor}: {}", answer.action);
                }
            }
            story = story.does(by, command);
        }
    }
}

#[test]
fn fault_a03_a_complainant_whose_key_is_an_actors_id_handles_nothing() {
    let story = story(by_max());
    let refused = |action: &str| {
        format!("`max` may not `{action}`: the complaint is theirs; somebody else must do this")
    };
    let story = story.refused("max", Command::Register, &refused("register")).investigating();
    let story = story.does("anna", Command::Propose(exchange())).does("anna", Command::Submit);
    let signing = story.try_to("max", Command::Sign(on(1))).unwrap_err().to_string();
    assert!(signing.contains("complainant"), "{signing}");
    // The roster has one manager more.
    story.does("mia", Command::Sign(on(1)));
}

#[test]
fn fault_a03_a_host_says_which_actor_a_complainant_is() {
    let story = story(by_lea()).investigating();
    let story = story.does("anna", Command::Propose(exchange())).does("anna", Command::Submit);
    let story = story.does("mia", Command::Sign(on(1)));
    let signing = story.try_to("lea", Command::Sign(on(1))).unwrap_err().to_string();
    assert!(signing.contains("complainant"), "{signing}");
    // It can be found later, and nobody is taken off by another name.
    let found = Findings { complainant_actors: vec![who("leo")], ..Findings::default() };
    let story = story.does("anna", Command::Reclassify(found));
    for actor in ["leo", "lea"] {
        let signing = story.try_to(actor, Command::Sign(on(1))).unwrap_err().to_string();
        assert!(signing.contains("complainant"), "{signing}");
    }
    // Whom the complainant is not, keeps what is theirs.
    story.does("lea", Command::Withdraw(Remark { note: note("never mind") }));
}

#[test]
fn fault_a03_a_later_key_takes_nobody_off() {
    let story = story(by_max()).does("anna", Command::Register);
    let found = Findings { complainant: Some("k-9".parse().unwrap()), ..Findings::default() };
    let story = story.does("anna", Command::Triage(found));
    assert_eq!(
        refused_to(&story, "max", Action::Dispatch).unwrap(),
        "`max` may not `dispatch`: the complaint is theirs; somebody else must do this"
    );
}

#[test]
fn fault_a02_a_policy_lets_them_by_name() {
    let people = PeopleRules::new()
        .with_permission(Exclusion::ComplainedAbout, Action::Register)
        .with_permission(Exclusion::ComplainedAbout, Action::Sign)
        .with_permission(Exclusion::Complainant, Action::Acknowledge);
    let policy = policy().people(people).build().unwrap();
    let story = Story::of(policy.clone(), about_mia()).does("mia", Command::Register);
    assert!(refused_to(&story, "mia", Action::Acknowledge).is_some());
    let findings = Command::Triage(Findings::default());
    let story = story
        .does("anna", findings)
        .does("anna", Command::Dispatch(dispatching()))
        .does("anna", Command::Start(InvestigationStart { department: None, received: None }))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit);
    story.does("mia", Command::Sign(on(1)));
    let story = Story::of(policy, by_max());
    story.does("max", Command::Acknowledge);
}

fn parted(pairs: &[(Action, Action)]) -> Story {
    let people =
        pairs.iter().fold(PeopleRules::new(), |people, &(one, other)| people.with_parted(one, other));
    Story::new(policy().people(people).build().unwrap())
}

#[test]
fn fault_a04_a_policy_parts_acts_by_person() {
    let story = parted(&[(Action::Register, Action::Start)]).does("mia", Command::Register);
    let story = story.does("anna", Command::Triage(Findings::default()));
    let story = story.does("anna", Command::Dispatch(dispatching()));
    let start = || Command::Start(InvestigationStart { department: None, received: None });
    story
        .refused(
            "mia",
            start(),
            "`mia` may not `start`: they did `register`, and the policy requires different \
            people for the two",
        )
        .does("anna", start());
}

#[test]
fn fault_a04_whoever_investigated_does_not_sign() {
    let story = parted(&[(Action::Start, Action::Sign)]).does("anna", Command::Register);
    let story = story
        .does("anna", Command::Triage(Findings::default()))
        .does("anna", Command::Dispatch(dispatching()))
        .does("mia", Command::Start(InvestigationStart { department: None, received: None }))
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit);
    let signing = story.try_to("mia", Command::Sign(on(1))).unwrap_err().to_string();
    assert!(signing.contains("the policy separates signing from an action"), "{signing}");
    // Who can sign next is reckoned without her.
    let next = Office::new(&story.policy, &story.roster).possible_signers(&story.case, 1, story.now).unwrap();
    let next = format!("{next:?}");
    assert!(next.contains("max") && !next.contains("mia"), "{next}");
    let story = story.does("max", Command::Sign(on(1)));
    // And the other way round: who has signed does not start anew.
    assert_eq!(
        refused_to(&story, "max", Action::Start).unwrap().split(',').next(),
        story
            .try_to("max", Command::Start(InvestigationStart { department: None, received: None }))
            .err()
            .map(|refusal| refusal.to_string())
            .as_deref()
            .and_then(|text| text.split(',').next())
    );
}

#[test]
fn fault_a04_a_chain_that_the_parted_alone_could_sign_is_stuck() {
    let story = parted(&[(Action::Dispatch, Action::Sign)]).does("anna", Command::Register);
    let story = story.does("anna", Command::Triage(Findings::default()));
    // Both managers have dispatched.
    let redispatch = || {
        Command::Redispatch(redress::case::command::Dispatch {
            reason: Some(note("not ours")),
            ..dispatching()
        })
    };
    let story = story.does("mia", Command::Dispatch(dispatching()));
    let story = match story.try_to("max", redispatch()) {
        Ok(_) => story.does("max", redispatch()),
        Err(refusal) => panic!("{refusal}"),
    };
    let story = story.does("anna", Command::Start(InvestigationStart { department: None, received: None }));
    let story = story.does("anna", Command::Propose(exchange()));
    // Parting dispatch says nothing of a second dispatch by another action.
    let submitted = story.try_to("anna", Command::Submit);
    assert!(submitted.is_ok(), "{submitted:?}");
}

#[test]
fn a_person_behind_a_system_account_has_proposed() {
    let proposal = Proposal {
        person_behind: Some(who("mia")),
        ..Proposal::of(Offer::new(Remedy::REFUND).with_amount(euros(100)))
    };
    let story = story(complaint()).investigating().does("anna", Command::Propose(proposal));
    let story = story.does("anna", Command::Submit);
    let signing = story.try_to("mia", Command::Sign(on(1))).unwrap_err().to_string();
    assert!(signing.contains("propos"), "{signing}");
    story.does("max", Command::Sign(on(1)));
}

#[test]
fn a_policy_asks_for_a_second_person_where_a_fact_becomes_less() {
    let people = PeopleRules::new().with_second_person(Action::Reclassify);
    let late = |count| Findings::default().with_fact(Fact::MINUTES_LATE, count);
    let story = Story::new(policy().people(people).build().unwrap())
        .does("anna", Command::Register)
        .does("anna", Command::Triage(late(40)))
        .does("anna", Command::Dispatch(dispatching()))
        .does("anna", Command::Start(InvestigationStart { department: None, received: None }))
        .does("anna", Command::Propose(exchange()));
    // More of it may be found by anybody.
    let story = story.does("anna", Command::Reclassify(late(45)));
    let refused = story.try_to("anna", Command::Reclassify(late(10))).unwrap_err().to_string();
    assert!(refused.starts_with("`anna` "), "{refused}");
    story.does("max", Command::Reclassify(late(10)));
}

#[test]
fn a_policy_asks_for_a_second_person_to_move_a_case() {
    let people = || PeopleRules::new().with_second_person(Action::MovePolicy);
    let from = policy().people(people()).build().unwrap();
    let to = redress::policy::Policy::builder("desk")
        .version("2")
        .calendar(calendar())
        .routing(redress::policy::Routing::none())
        .people(people())
        .build()
        .unwrap();
    let story = Story::new(from).investigating().does("anna", Command::Propose(exchange()));
    let moving =
        || Command::MovePolicy(PolicyMove { to: PolicyVersion::of(&to), reason: note("a new edition") });
    let decide = |actor: &str| {
        let request = story.request(actor, moving());
        Office::new(&story.policy, &story.roster).decide_move(&story.case, &to, request)
    };
    let refused = decide("anna").unwrap_err().to_string();
    assert!(refused.starts_with("`anna` "), "{refused}");
    let decision = decide("max").unwrap();
    let moved = story.case.clone().after(&decision).unwrap();
    assert_eq!(Case::replay(&[&story.policy, &to], moved.events()).unwrap(), moved);
}

#[test]
fn fault_a12_a_policy_keeps_a_withdrawal_to_the_complainant() {
    let people = PeopleRules::new().with_complainant_alone(Action::Withdraw);
    let policy = policy().people(people).build().unwrap();
    let story = Story::of(policy, by_lea()).does("anna", Command::Register);
    let withdraw = || Command::Withdraw(because("never mind"));
    story
        .refused("anna", withdraw(), "`anna` may not `withdraw`: only the complainant may")
        .does("lea", withdraw());
}

#[test]
fn fault_a12_what_is_withdrawn_counts_apart() {
    let row = |story: &Story| LedgerRow::of(&story.case, &story.policy, story.now).unwrap();
    let story = story(complaint()).does("anna", Command::Register);
    let withdrawn = story.clone().does("anna", Command::Withdraw(because("never mind")));
    assert_eq!(row(&withdrawn).standing, Some(Standing::Withdrawn));
    let other = redress::case::command::CaseSummary {
        complained_about: Vec::new(),
        complainants: Vec::new(),
        handled_by: Vec::new(),
        complainant_keys: Vec::new(),
        id: "B-2".parse().unwrap(),
        unstated: false,
        amounts: Vec::new(),
        received: withdrawn.now,
        due: Vec::new(),
    };
    let merged = redress::case::command::Merger { into: other, reason: note("the same") };
    let merged = story.does("anna", Command::Merge(merged));
    assert_eq!(row(&merged).standing, Some(Standing::Merged));
    let day = ReportPeriod {
        from: withdrawn.now - chrono::TimeDelta::days(1),
        until: withdrawn.now + chrono::TimeDelta::days(1),
    };
    let summary = Ledger::new([row(&withdrawn)]).unwrap().summary(day);
    assert_eq!((summary.closed, summary.withdrawn, summary.in_time), (1, 1, 0));
    assert_eq!(summary.on_time_rate(), None);
}

#[test]
fn fault_a13_in_general_nobody_proposes_and_decides_a_sanction() {
    let severity = SeverityRules::new([Severity::General]).with_otherwise(Severity::General);
    let general =
        redress::profiles::GeneralHandling::new(calendar(), severity, Routing::none()).build().unwrap();
    assert!(general.people().is_parted(Action::DecideSanction, Action::ProposeSanction));
}

#[test]
fn rules_of_people_are_read_back_as_they_were_written() {
    let people = PeopleRules::new()
        .with_permission(Exclusion::ComplainedAbout, Action::CarryOut)
        .with_permission(Exclusion::Complainant, Action::Note)
        .with_parted(Action::FindCause, Action::Sign)
        .with_second_person(Action::MovePolicy);
    let policy = policy().people(people.clone()).build().unwrap();
    let document = PolicyDocument::of(&policy);
    let json = serde_json::to_value(&document).unwrap();
    assert_eq!(
        json["people"],
        serde_json::json!({
            "complainant-may": ["note"],
            "complained-about-may": ["carry-out"],
            "parted": [["find-cause", "sign"]],
            "second-person": ["move-policy"],
        })
    );
    let again: PolicyDocument = serde_json::from_value(json).unwrap();
    assert_eq!(again.people, people);
    let refused = serde_json::from_str::<PeopleRules>(r#"{"parted": [["find-cause", "sing"]]}"#).unwrap_err();
    assert!(refused.to_string().contains("sing"), "{refused}");
}

#[test]
fn rules_of_people_that_say_nothing_are_faults() {
    let faults = |people: PeopleRules| {
        let faults = policy().people(people).build().unwrap_err();
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let (sign, note) = (Action::Sign, Action::Note);
    assert_eq!(
        faults(PeopleRules::new().with_parted(sign, sign)),
        ["people: parted: `sign` is paired with itself; name two different actions"]
    );
    assert_eq!(
        faults(PeopleRules::new().with_parted(sign, note).with_parted(note, sign)),
        ["people: parted: the pair `note` and `sign` is named twice; name it once"]
    );
    assert_eq!(
        faults(PeopleRules::new().with_second_person(note).with_second_person(note)),
        ["people: second-person: `note` is named twice; name it once"]
    );
    assert_eq!(
        faults(PeopleRules::new().with_permission(Exclusion::Complainant, Action::Receive)),
        ["people: complainant-may: cannot name `receive`, which creates the case; name an action on a case"]
    );
    assert_eq!(
        faults(PeopleRules::new().with_complainant_alone(Action::Close)),
        ["people: complainant-alone: `close` is not one of `complainant-may`; add it there too"]
    );
    let many = (0..101).fold(PeopleRules::new(), |people, _| people.with_second_person(note));
    assert_eq!(faults(many), ["people: second-person: 101 entries, expected at most 100"]);
}

#[test]
fn what_the_complainant_does_is_theirs() {
    let story = story(by_lea()).investigating();
    let rated = FollowUpResult { kind: FollowUp::SATISFACTION_CHECK, opinion: Opinion::Satisfied };
    assert!(PeopleRules::THEIRS.contains(&(Exclusion::Complainant, Action::FollowUp)));
    let story = story.does("lea", Command::FollowUp(rated));
    assert_eq!(story.case.events().last().unwrap().by, who("lea"));
    assert_eq!(Exclusion::Complainant.label(Locale::En), "complainant");
}

fn events(story: &Story) -> Vec<&'static str> {
    story.case.events().iter().map(|event| event.what.name()).collect()
}

#[test]
fn whoever_has_signed_and_turns_out_to_be_concerned_has_not_signed() {
    let signed = || {
        let story = story(complaint()).investigating().does("anna", Command::Propose(exchange()));
        story.does("anna", Command::Submit).does("mia", Command::Sign(on(1)))
    };
    let about = Findings { staff: Some(who("mia")), ..Findings::default() };
    let of = Findings { complainant_actors: vec![who("mia")], ..Findings::default() };
    let by_key = Findings { complainant: Some("Mia".parse().unwrap()), ..Findings::default() };
    for found in [about, of, by_key] {
        // The approval is open still.
        let story = signed().does("anna", Command::Reclassify(found.clone()));
        assert_eq!(story.case.approval(1).unwrap().signed(), [], "{found:?}");
        // It is complete, and the complainant is to be asked.
        let story = signed().does("leo", Command::Sign(on(1)));
        let before = story.case.stage();
        let story = story.does("anna", Command::Reclassify(found));
        assert_ne!(story.case.stage(), before);
        assert_eq!(story.case.stage(), Stage::InApproval);
        let signers: Vec<_> =
            story.case.approval(1).unwrap().signed().iter().map(redress::approval::Signature::by).collect();
        assert_eq!(signers, [who("leo")]);
        let story = story.does("max", Command::Sign(on(1)));
        assert_eq!(story.case.stage(), before);
        assert_eq!(Case::replay(&story.policy, story.case.events()).unwrap(), story.case);
    }
    // Of somebody who has signed nothing nothing is void.
    let found = Findings { staff: Some(who("max")), ..Findings::default() };
    let story = signed().does("anna", Command::Reclassify(found));
    assert!(!events(&story).contains(&"signatures-voided"));
}

#[test]
fn a_policy_that_lets_the_concerned_sign_keeps_what_they_signed() {
    let people = PeopleRules::new().with_permission(Exclusion::ComplainedAbout, Action::Sign);
    let story = Story::of(policy().people(people).build().unwrap(), complaint()).investigating();
    let story = story.does("anna", Command::Propose(exchange())).does("anna", Command::Submit);
    let about = Findings { staff: Some(who("mia")), ..Findings::default() };
    let story = story.does("mia", Command::Sign(on(1))).does("anna", Command::Reclassify(about));
    assert_eq!(story.case.approval(1).unwrap().signed().len(), 1);
}

#[test]
fn a_person_behind_a_later_proposal_has_not_signed_it() {
    let story = story(complaint()).investigating().does("anna", Command::Propose(exchange()));
    let story = story.does("anna", Command::Submit).does("mia", Command::Sign(on(1)));
    // The same to the letter, but for whose it is.
    let behind = Proposal { person_behind: Some(who("mia")), ..exchange() };
    let story = story.does("anna", Command::Amend(behind));
    assert_eq!(story.case.approval(1).unwrap().signed(), []);
    assert!(story.try_to("mia", Command::Sign(on(1))).is_err());
    story.does("max", Command::Sign(on(1)));
}

/// The other case, about `mia` and of `leo`.
fn other(story: &Story) -> redress::case::command::CaseSummary {
    let said = ComplaintDocument {
        staff: Some(who("mia")),
        complainant_actors: vec![who("leo")],
        ..said("B-2", "2025-03-11T10:00:00+08:00")
    };
    let other = Story::of(story.policy.clone(), said).does("anna", Command::Register);
    other.case.summary(&other.policy)
}

#[test]
fn whom_a_merged_case_concerns_is_concerned_where_it_goes_on() {
    for (relation, is_concerned) in [
        (Relation::Absorbed, true),
        (Relation::Duplicate, true),
        (Relation::Related, false),
        (Relation::Recurrence, false),
    ] {
        let story = story(complaint()).investigating().does("anna", Command::Propose(exchange()));
        let story = story.does("anna", Command::Submit).does("mia", Command::Sign(on(1)));
        let case = other(&story);
        assert_eq!(
            (&case.complained_about[..], &case.complainants[..]),
            (&[who("mia")][..], &[who("leo")][..])
        );
        let story = story.does("anna", Command::Link(CaseLink { case, relation }));
        let signed = story.case.approval(1).unwrap().signed().len();
        assert_eq!(signed, usize::from(!is_concerned), "{relation}");
        let may_sign = story.try_to("leo", Command::Sign(on(1)));
        if is_concerned {
            let story = story.does("max", Command::Sign(on(1)));
            let refused = story.try_to("leo", Command::Sign(on(1))).unwrap_err().to_string();
            assert!(refused.contains("complainant"), "{refused}");
            assert!(refused_to(&story, "mia", Action::Dispatch).is_some());
        } else {
            assert!(may_sign.is_ok(), "{may_sign:?}");
        }
    }
}

#[test]
fn what_was_approved_by_whom_a_merged_case_concerns_is_not_carried_out() {
    let story = story(complaint()).investigating().does("anna", Command::Propose(exchange()));
    let story = story.does("anna", Command::Submit);
    let story = story.does("mia", Command::Sign(on(1))).does("leo", Command::Sign(on(1)));
    let case = other(&story);
    let story = story.does("anna", Command::Link(CaseLink { case, relation: Relation::Absorbed }));
    let refused = story.try_to("anna", Command::Finish).unwrap_err();
    assert!(matches!(refused, redress::case::Refusal::NotApproved { .. }), "{refused}");
    // Amended, it is signed by others.
    let story = story.does("anna", Command::Amend(exchange()));
    assert_eq!((story.case.stage(), story.case.approval(1).unwrap().signed().len()), (Stage::InApproval, 0));
}

#[test]
fn a_case_names_no_more_people_than_can_be_read_again() {
    let mut story = story(complaint()).does("anna", Command::Register);
    let named = |number: usize| Findings {
        staff: Some(format!("p-{number}").parse().unwrap()),
        ..Findings::default()
    };
    story = story.does("anna", Command::Triage(named(0)));
    for number in 1..200 {
        story = story.does("anna", Command::Reclassify(named(number)));
    }
    let refused = story.try_to("anna", Command::Reclassify(named(200))).unwrap_err().to_string();
    assert!(refused.contains("people complained about"), "{refused}");
    let summary = story.case.summary(&story.policy);
    assert_eq!(summary.complained_about.len(), 200);
    let json = serde_json::to_string(&summary).unwrap();
    assert_eq!(serde_json::from_str::<redress::case::command::CaseSummary>(&json).unwrap(), summary);
}

#[test]
fn whoever_proposed_in_a_merged_case_signs_nothing_where_it_goes_on() {
    let elsewhere = Story::of(story(complaint()).policy, said("B-2", "2025-03-11T10:00:00+08:00"))
        .investigating()
        .does("mia", Command::Propose(exchange()));
    let case = elsewhere.case.summary(&elsewhere.policy);
    assert_eq!(case.handled_by, [who("mia")]);
    let story = story(complaint()).investigating().does("anna", Command::Propose(exchange()));
    let story = story.does("anna", Command::Submit);
    let link = Command::Link(CaseLink { case, relation: Relation::Absorbed });
    // Before the signature, and after it.
    let refused = story.clone().does("anna", link.clone()).try_to("mia", Command::Sign(on(1))).unwrap_err();
    assert!(refused.to_string().contains("a person who handled the case may not approve"), "{refused}");
    let signed = story.does("mia", Command::Sign(on(1))).does("anna", link);
    assert_eq!(signed.case.approval(1).unwrap().signed(), []);
}

#[test]
fn a_second_person_stays_one() {
    let people = PeopleRules::new().with_second_person(Action::Relax).with_second_person(Action::Reclassify);
    let late = |count| Findings::default().with_fact(Fact::MINUTES_LATE, count);
    let story = Story::new(policy().people(people).build().unwrap())
        .does("anna", Command::Register)
        .does("anna", Command::Triage(late(40)))
        .does("anna", Command::Dispatch(dispatching()))
        .does("anna", Command::Start(InvestigationStart { department: None, received: None }));
    let lowered = story.clone().does("max", Command::Reclassify(late(10)));
    let refused = lowered.try_to("max", Command::Propose(exchange())).unwrap_err().to_string();
    assert_eq!(
        refused,
        "`max` may not `propose`: they did `reclassify`, and the policy requires different people \
        for the two"
    );
    lowered.does("mia", Command::Propose(exchange()));
    let relaxed = story.clone().does("max", Command::Relax(because("it was a slip")));
    assert!(relaxed.try_to("max", Command::Propose(exchange())).is_err());
    // More of it may be found by whoever handles it.
    story.does("max", Command::Reclassify(late(50))).does("max", Command::Propose(exchange()));
}

#[test]
fn nobody_says_that_they_are_the_complainant() {
    let people = PeopleRules::new().with_complainant_alone(Action::Consent);
    let track = Track::new().with_consent();
    let policy = desk(track).people(people).build().unwrap();
    let oneself = || Findings { complainant_actors: vec![who("anna")], ..Findings::default() };
    let story = Story::of(policy, by_lea()).investigating().does("anna", Command::Propose(exchange()));
    let story = story.refused(
        "anna",
        Command::Reclassify(oneself()),
        "`anna` may not `reclassify`: it concerns them; somebody else must do this",
    );
    // Nor does somebody else make the proposer the complainant whose word it is.
    let story = story.does("max", Command::Reclassify(oneself())).does("max", Command::Offer);
    assert!(story.try_to("anna", Command::Consent).is_err());
    story.does("lea", Command::Consent);
}

#[test]
fn a_person_behind_a_proposal_has_done_what_is_parted_from_others() {
    let people = PeopleRules::new().with_parted(Action::Propose, Action::Close);
    let policy = policy().people(people).build().unwrap();
    let story = Story::of(policy, complaint()).investigating();
    let behind = Proposal { person_behind: Some(who("max")), ..exchange() };
    let story = story.does("anna", Command::Propose(behind));
    assert_eq!(
        refused_to(&story, "max", Action::Close).is_some(),
        refused_to(&story, "anna", Action::Close).is_some()
    );
    let story = story.does("anna", Command::Submit).does("mia", Command::Sign(on(1)));
    let story = story.does("leo", Command::Sign(on(1))).does("anna", Command::Finish);
    let refused = story.try_to("max", Command::Close).unwrap_err().to_string();
    assert_eq!(
        refused,
        "`max` may not `close`: they did `propose`, and the policy requires different people for \
        the two"
    );
}

#[test]
fn whom_a_complaint_concerns_proposes_nothing_through_a_system() {
    for (said, actor, because) in [
        (about_mia(), "mia", "the complaint is about them"),
        (by_max(), "max", "the complaint is theirs"),
        (by_lea(), "lea", "the complaint is theirs"),
    ] {
        let story = story(said).investigating();
        let behind = || Proposal { person_behind: Some(who(actor)), ..exchange() };
        story
            .clone()
            .refused(
                "bot",
                Command::Propose(behind()),
                &format!("`{actor}` may not `propose`: {because}; somebody else must do this"),
            )
            .does("anna", Command::Propose(exchange()))
            .refused(
                "bot",
                Command::Amend(behind()),
                &format!("`{actor}` may not `amend`: {because}; somebody else must do this"),
            );
    }
}
