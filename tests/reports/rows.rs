//! Rows of the ledger: what a case leaves in it.

use redress::case::command::{CauseFinding, Findings, Merger, Offer};
use redress::case::{Case, Command, Office};
use redress::policy::Track;
use redress::policy::clock::ReopeningEffect;
use redress::report::investigation::{Investigation, MissingPart};
use redress::report::ledger::{LedgerRow, Timing};
use redress::triage::ComplaintDocument;
use redress::vocab::course::{ClosureKind, Opinion};
use redress::vocab::{Cause, FaultParty, Remedy, Stage, Standing};

use crate::cases::support::{Story, asked, at, desk, euros, going_on, note, said, who};

fn policy() -> redress::policy::Policy {
    let rule =
        redress::policy::track::FollowUpRule::new(redress::vocab::course::FollowUp::SATISFACTION_CHECK, 0);
    desk(Track::new().with_follow_up(rule)).build().unwrap()
}

/// The limit alone, with what a reopening does to it.
fn limited(choice: ReopeningEffect) -> redress::policy::Policy {
    let rule =
        redress::policy::track::FollowUpRule::new(redress::vocab::course::FollowUp::SATISFACTION_CHECK, 0);
    redress::policy::Policy::builder("desk")
        .version("1")
        .calendar(crate::cases::support::calendar())
        .routing(redress::policy::Routing::none())
        .clock(crate::cases::support::closure().with_on_reopening(choice))
        .track(Track::new().with_follow_up(rule))
        .build()
        .unwrap()
}

/// About quality, as the customer says.
fn complaint() -> ComplaintDocument {
    let mut complaint = said("A-1", "2025-03-11T10:00:00+08:00");
    complaint.words.add(Cause::from(redress::vocab::kind::CauseGroup::PRODUCT_QUALITY));
    complaint
}

fn found() -> Command {
    Command::FindCause(CauseFinding {
        findings: Findings::of(Cause::SERVICE_ATTITUDE).with_word(FaultParty::COMPANY),
        responsible: vec![who("wilma")],
        ..CauseFinding::default()
    })
}

fn finished(story: Story) -> Story {
    story
        .does("anna", Command::Propose(Offer::new(Remedy::EXCHANGE).with_amount(euros(4_900)).into()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish)
}

fn row(story: &Story) -> LedgerRow {
    LedgerRow::of(&story.case, &story.policy, story.now).unwrap()
}

fn ends(row: &LedgerRow) -> Vec<Option<Timing>> {
    row.rounds.iter().map(|round| round.end.map(|end| end.timing)).collect()
}

#[test]
fn a_row_tells_of_a_case_and_names_nobody() {
    let story = Story::of(policy(), complaint()).investigating().does("anna", found());
    let story = finished(story).does("anna", asked(Opinion::Satisfied)).does("anna", Command::Close);
    let row = row(&story);
    assert_eq!(row.case, story.case.id());
    assert_eq!(row.stage, Stage::Closed);
    assert_eq!(row.opinion, Some(Opinion::Satisfied));
    assert_eq!(row.remedies, [Remedy::EXCHANGE]);
    assert_eq!(row.amounts, Some(vec![euros(4_900)]));
    assert_eq!(row.standing, Some(Standing::ClosedInTime));
    assert_eq!(row.due, Some(at("2025-03-13T16:30:00+08:00")));
    assert_eq!(ends(&row), [Some(Timing::InTime)]);
    let json = serde_json::to_string(&row).unwrap();
    assert!(!json.contains("wilma") && !json.contains("anna"), "{json}");
    assert_eq!(serde_json::from_str::<LedgerRow>(&json).unwrap(), row);
}

#[test]
fn a_stored_row_keeps_its_form() {
    let story = Story::of(policy(), complaint()).investigating().does("anna", found());
    let row = row(&finished(story).does("anna", Command::Close));
    let json = serde_json::to_value(&row).unwrap();
    let expected = serde_json::json!({
        "case": "A-1", "received": "2025-03-11T02:00:00Z", "seen": "2025-03-11T02:05:00Z", "stage": "closed",
        "severity": "general", "stated-cause": "product-quality", "cause": "service.attitude",
        "fault-party": "company", "department": "quality", "remedies": ["exchange"],
        "amounts": [{"minor": 4900, "currency": "EUR"}], "due": "2025-03-13T08:30:00Z",
        "standing": "closed-in-time",
        "rounds": [{
            "opened": "2025-03-11T02:00:00Z",
            "end": {"at": "2025-03-11T02:05:00Z", "kind": "resolved", "timing": "in-time"},
        }],
    });
    assert_eq!(json, expected);
    let mut misspelt = json;
    misspelt["sevrity"] = "general".into();
    let refused = serde_json::from_value::<LedgerRow>(misspelt).unwrap_err().to_string();
    assert!(refused.starts_with("unknown field `sevrity`, expected a key of this document"), "{refused}");
}

// W139, S29-R08.
#[test]
fn the_stated_cause_is_kept_beside_the_real_one() {
    let story = Story::of(policy(), complaint()).investigating();
    let stated = Some(Cause::from(redress::vocab::kind::CauseGroup::PRODUCT_QUALITY));
    assert_eq!((row(&story).stated_cause, row(&story).words.first()), (stated, stated));
    let story = story.does("anna", found());
    assert_eq!(
        (row(&story).stated_cause, row(&story).words.first()),
        (stated, Some(Cause::SERVICE_ATTITUDE))
    );
    // Where nothing was stated, what was found does not become it.
    let silent = said("A-1", "2025-03-11T10:00:00+08:00");
    let story = Story::of(policy(), silent).investigating().does("anna", found());
    assert_eq!((row(&story).stated_cause, row(&story).words.first()), (None, Some(Cause::SERVICE_ATTITUDE)));
}

#[test]
fn what_was_closed_late_stays_late_when_it_is_taken_up_again() {
    let late = "2025-03-14T10:00:00+08:00";
    let closed = |choice| {
        let story = Story::of(limited(choice), complaint()).investigating();
        let story = finished(story).until(late).does("anna", Command::Close);
        assert_eq!(ends(&row(&story)), [Some(Timing::Late)]);
        story.until("2025-03-20T10:00:00+08:00").does("anna", Command::Reopen(going_on(Stage::Investigating)))
    };
    // As late as before, or a turn of its own: the first end stays late either way.
    for (choice, standing, timing) in [
        (ReopeningEffect::Stays, Standing::OnTime, Timing::InTime),
        (ReopeningEffect::Rest, Standing::Unclosed, Timing::Late),
        (ReopeningEffect::Resume, Standing::Unclosed, Timing::Late),
    ] {
        let story = closed(choice);
        let again = row(&story);
        assert_eq!(ends(&again), [Some(Timing::Late), None]);
        assert_eq!(again.reopened(), 1);
        assert_eq!(again.rounds[1].opened, story.now);
        assert_eq!(again.end(), None);
        assert_eq!(again.standing, Some(standing), "{choice:?}");
        let story = finished(story).does("anna", Command::Close);
        assert_eq!(ends(&row(&story)), [Some(Timing::Late), Some(timing)], "{choice:?}");
    }
}

#[test]
fn what_was_closed_late_under_another_policy_stays_late_when_it_is_taken_up_again() {
    let version = |number: &str| {
        let rule = redress::policy::track::FollowUpRule::new(
            redress::vocab::course::FollowUp::SATISFACTION_CHECK,
            0,
        );
        let two_days = crate::cases::support::closure();
        redress::policy::Policy::builder("desk")
            .version(number)
            .calendar(crate::cases::support::calendar())
            .routing(redress::policy::Routing::none())
            .clock(two_days)
            .track(Track::new().with_follow_up(rule))
            .build()
            .unwrap()
    };
    let (first, second) = (version("1"), version("2"));
    let mut story = Story::of(first.clone(), complaint()).investigating();
    let moving = redress::case::command::PolicyMove {
        to: redress::policy::PolicyVersion::of(&second),
        reason: note("new"),
    };
    let request = story.request("anna", Command::MovePolicy(moving));
    let moved = Office::new(&first, &story.roster).decide_move(&story.case, &second, request).unwrap();
    story.record(&moved);
    (story.policy, story.now) = (second.clone(), at("2025-03-14T10:00:00+08:00"));
    let then = |mut story: Story, command| {
        let decision = story.try_to("anna", command).unwrap();
        story.record(&decision);
        assert_eq!(Case::replay(&[&first, &second], story.case.events()).unwrap(), story.case);
        story
    };
    for command in [
        Command::Propose(Offer::new(Remedy::EXCHANGE).with_amount(euros(4_900)).into()),
        Command::CarryOut,
        Command::Finish,
        Command::Close,
    ] {
        story = then(story, command);
    }
    assert_eq!(ends(&row(&story)), [Some(Timing::Late)]);
    let story = then(story, Command::Reopen(going_on(Stage::Investigating)));
    assert_eq!(ends(&row(&story)), [Some(Timing::Late), None]);

    // What ended under the first policy was judged by that one, of which the second knows nothing.
    let story = finished(Story::of(first.clone(), complaint()).investigating()).does("anna", Command::Close);
    let mut story = story.does("anna", Command::Reopen(going_on(Stage::Investigating)));
    let moving = redress::case::command::PolicyMove {
        to: redress::policy::PolicyVersion::of(&second),
        reason: note("new"),
    };
    let request = story.request("anna", Command::MovePolicy(moving));
    let moved = Office::new(&first, &story.roster).decide_move(&story.case, &second, request).unwrap();
    story.record(&moved);
    story.policy = second.clone();
    assert_eq!(ends(&row(&story)), [Some(Timing::Undetermined), None]);
}

#[test]
fn a_second_limit_after_a_late_end_is_a_limit_of_its_own() {
    let separate = limited(ReopeningEffect::Stays);
    let story = finished(Story::of(separate, complaint()).investigating());
    let story = story.until("2025-03-14T10:00:00+08:00").does("anna", Command::Close);
    assert_eq!(row(&story).standing, Some(Standing::ClosedLate));
    let story = story
        .until("2025-03-20T10:00:00+08:00")
        .does("anna", Command::Reopen(going_on(Stage::Investigating)));
    let running = row(&story);
    assert_eq!(ends(&running), [Some(Timing::Late), None]);
    assert_eq!(running.standing, Some(Standing::OnTime));
    assert!(redress::report::ledger::Ledger::new([running]).unwrap().unclosed().is_empty());
    let over = row(&finished(story).does("anna", Command::Close));
    assert_eq!(ends(&over), [Some(Timing::Late), Some(Timing::InTime)]);
    assert_eq!(over.standing, Some(Standing::ClosedInTime));
}

#[test]
fn what_the_complainant_never_got_is_no_remedy() {
    let solution = |story: &Story| Investigation::of(&story.case).solution.is_some();
    let two = || {
        redress::case::command::Proposal::of(Offer::new(Remedy::EXCHANGE))
            .with_alternative(Offer::new(Remedy::REFUND))
    };
    let investigating = || Story::of(policy(), complaint()).investigating().does("anna", found());
    // From the proposal on something is to be given.
    let proposed = investigating().does("anna", Command::Propose(two()));
    assert_eq!((row(&proposed).remedies, solution(&proposed)), (vec![Remedy::EXCHANGE], true));
    // Taken back, nothing is.
    let withdrawn =
        proposed.clone().does("anna", Command::Withdraw(crate::cases::support::because("never mind")));
    assert_eq!((row(&withdrawn).remedies, solution(&withdrawn)), (vec![], false));
    // What failed leaves an alternative, which nobody has proposed anew.
    let failed =
        proposed.does("anna", Command::CarryOut).does("anna", Command::Fail(going_on(Stage::Investigating)));
    assert_eq!((row(&failed).remedies, solution(&failed)), (vec![], false));
    let explained = failed.does(
        "anna",
        Command::FindNotEstablished(redress::case::command::NotEstablishedFinding {
            reasons: vec![redress::vocab::course::NotEstablishedReason::MISUNDERSTANDING],
            explanation: note("a misunderstanding"),
        }),
    );
    assert_eq!((row(&explained).remedies, solution(&explained)), (vec![], false));
    let explained = explained.does("anna", Command::Close);
    assert_eq!((row(&explained).remedies, solution(&explained)), (vec![], false));
    // What was given once is not what is given after a reopening.
    let given = investigating()
        .does("anna", Command::Propose(two()))
        .does("anna", Command::CarryOut)
        .does("anna", Command::Finish);
    assert_eq!((row(&given).remedies, solution(&given)), (vec![Remedy::EXCHANGE], true));
    let given = given.does("anna", Command::Close);
    assert_eq!((row(&given).remedies, solution(&given)), (vec![Remedy::EXCHANGE], true));
    let again = given.does("anna", Command::Reopen(going_on(Stage::Investigating)));
    assert_eq!((row(&again).remedies, solution(&again)), (vec![], false));
}

#[test]
fn fault_c05_each_end_of_a_case_stands_in_the_ledger_with_a_limit_of_its_own() {
    let story = Story::of(limited(ReopeningEffect::Stays), complaint()).investigating();
    let story = finished(story).does("anna", Command::Close);
    let reopen = |story: Story, at: &str| {
        story.until(at).does("anna", Command::Reopen(going_on(Stage::Investigating)))
    };
    // Closed in time, taken up again two weeks later and closed late, and a third time in time.
    let story = reopen(story, "2025-03-25T10:00:00+08:00");
    assert_eq!(row(&story).due, Some(at("2025-03-27T16:30:00+08:00")));
    let story = finished(story.until("2025-03-28T10:00:00+08:00")).does("anna", Command::Close);
    let story = reopen(story, "2025-04-08T10:00:00+08:00");
    assert_eq!(row(&story).standing, Some(Standing::OnTime));
    let story = finished(story).does("anna", Command::Close);
    let over = row(&story);
    assert_eq!(ends(&over), [Some(Timing::InTime), Some(Timing::Late), Some(Timing::InTime)]);
    assert_eq!(over.standing, Some(Standing::ClosedInTime));
}

#[test]
fn what_was_closed_in_time_stays_in_time_when_it_is_closed_again_late() {
    for choice in [ReopeningEffect::Stays, ReopeningEffect::Rest, ReopeningEffect::Resume] {
        let story = Story::of(limited(choice), complaint()).investigating();
        let story = finished(story)
            .does("anna", Command::Close)
            .until("2025-03-20T10:00:00+08:00")
            .does("anna", Command::Reopen(going_on(Stage::Investigating)))
            .until("2025-03-26T10:00:00+08:00");
        let story = finished(story).does("anna", Command::Close);
        assert_eq!(ends(&row(&story)), [Some(Timing::InTime), Some(Timing::Late)], "{choice:?}");
    }
}

#[test]
fn without_a_limit_an_end_is_neither_in_time_nor_late() {
    let plain = redress::policy::Policy::builder("desk")
        .version("1")
        .calendar(crate::cases::support::calendar())
        .routing(redress::policy::Routing::none())
        .build()
        .unwrap();
    let story = finished(Story::of(plain, complaint()).investigating()).does("anna", Command::Close);
    assert_eq!(ends(&row(&story)), [Some(Timing::NoLimit)]);
    assert_eq!((row(&story).due, row(&story).standing), (None, None));
}

#[test]
fn a_limit_that_nobody_knows_is_said_and_not_taken_for_none() {
    let clock =
        redress::deadline::Clock::new(redress::vocab::ClockName::CLOSURE, redress::vocab::Anchor::RECEIVED);
    let rule = redress::policy::ClockRule::not_set(clock, "the limit")
        .with_part(redress::policy::clock::ClockPart::Closure);
    let open = redress::policy::Policy::builder("desk")
        .version("1")
        .calendar(crate::cases::support::calendar())
        .routing(redress::policy::Routing::none())
        .clock(rule)
        .build()
        .unwrap();
    let story = Story::of(open, complaint()).investigating();
    assert!(row(&story).undetermined);
    let story = finished(story).does("anna", Command::Close);
    assert_eq!(ends(&row(&story)), [Some(Timing::Undetermined)]);
}

#[test]
fn a_merged_case_says_where_it_goes_on() {
    let story = Story::of(policy(), complaint()).investigating();
    let other = Story::of(policy(), said("A-2", "2025-03-11T10:00:00+08:00"));
    let into = other.case.summary(&other.policy);
    let merged = Merger { into, reason: note("the same matter") };
    let story = story.does("anna", Command::Merge(merged));
    let row = row(&story);
    assert!(row.is_merged());
    assert_eq!(row.merged_into, Some(other.case.id()));
    assert_eq!(row.end().unwrap().kind, ClosureKind::Merged);
}

#[test]
fn a_row_is_no_older_than_the_last_event() {
    let story = Story::of(policy(), complaint()).investigating();
    let early = LedgerRow::of(&story.case, &story.policy, at("2025-01-01T00:00:00Z")).unwrap();
    assert_eq!(early.seen, story.now);
}

#[test]
fn an_amount_that_nobody_has_said_is_not_nothing() {
    let story = Story::of(policy(), complaint()).investigating();
    assert_eq!(row(&story).amounts, Some(Vec::new()));
    // What is proposed is not carried out yet.
    let story = story.does("anna", Command::Propose(Offer::new(Remedy::EXCHANGE).into()));
    assert_eq!(row(&story).amounts, Some(Vec::new()));
    let story = story.does("anna", Command::CarryOut).does("anna", Command::Finish);
    assert_eq!(row(&story).amounts, None);
}

// S36-R01.
#[test]
fn an_investigation_tells_problem_analysis_and_one_solution() {
    let story = Story::of(policy(), complaint()).investigating();
    let lacking = |case: &Case| Investigation::of(case).lacking().collect::<Vec<_>>();
    // The stated cause is no finding.
    assert_eq!(lacking(&story.case), [MissingPart::Cause, MissingPart::Solution]);
    let story = story.does("anna", found());
    assert_eq!(lacking(&story.case), [MissingPart::Solution]);
    let proposal = redress::case::command::Proposal::of(Offer::new(Remedy::EXCHANGE))
        .with_alternative(Offer::new(Remedy::REFUND));
    let story = story.does("anna", Command::Propose(proposal));
    let report = Investigation::of(&story.case);
    assert_eq!(report.problem.stated_cause, complaint().words.first());
    assert_eq!(report.analysis.cause, Some(Cause::SERVICE_ATTITUDE));
    assert_eq!(report.analysis.fault_party, Some(FaultParty::COMPANY));
    // Of two alternatives the one that is offered is the solution.
    assert_eq!(report.solution.unwrap().remedies, [Remedy::EXCHANGE]);
    assert_eq!(lacking(&story.case), []);
}
