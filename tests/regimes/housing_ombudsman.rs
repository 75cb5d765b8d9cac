//! The Complaint Handling Code of the UK Housing Ombudsman: two stages, each with an acknowledgement and a response.

use redress::case::Command;
use redress::case::command::{
    ClockExtension, Continuation, ExtensionAmount, Findings, InvestigationStart, NotEstablishedFinding,
    TimeAmount,
};
use redress::deadline::rule::ClockState;
use redress::vocab::course::{ExtensionReason, NotEstablishedReason};
use redress::vocab::{ClockName, Stage};
use redress::word;

use crate::regimes::support::{Story, day, policy};

const STAGE_2_ACKNOWLEDGEMENT: ClockName = word!(ClockName, "housing:stage-2-acknowledgement");
const STAGE_2_RESPONSE: ClockName = word!(ClockName, "housing:stage-2-response");
const REASON_GIVEN: ExtensionReason = word!(ExtensionReason, "housing:reason-given");

fn extend(story: Story, clock: ClockName, days: u32) -> Story {
    let told = Some(story.now);
    let change = ExtensionAmount::Add(TimeAmount::WorkingDays(days));
    story.does(Command::Extend(ClockExtension {
        clock,
        department: None,
        reason: REASON_GIVEN,
        change,
        told,
    }))
}

fn explained() -> Command {
    Command::FindNotEstablished(NotEstablishedFinding {
        reasons: vec![NotEstablishedReason::MISUNDERSTANDING],
        explanation: "it is as it should be".parse().unwrap(),
    })
}

/// Received and acknowledged, and the request for stage 2 received and acknowledged, with the days by which each is due.
struct Worked {
    received: &'static str,
    acknowledge_by: &'static str,
    acknowledged: &'static str,
    respond_by: &'static str,
    extended: &'static str,
    escalated: &'static str,
    acknowledge_again_by: &'static str,
    acknowledged_again: &'static str,
    respond_again_by: &'static str,
    extended_again: &'static str,
}

const WORKED: [Worked; 3] = [
    // A bank holiday on 31 August.
    Worked {
        received: "2026-08-27",
        acknowledge_by: "2026-09-04",
        acknowledged: "2026-09-02",
        respond_by: "2026-09-16",
        extended: "2026-09-30",
        escalated: "2026-09-21",
        acknowledge_again_by: "2026-09-28",
        acknowledged_again: "2026-09-28",
        respond_again_by: "2026-10-26",
        extended_again: "2026-11-23",
    },
    // Over Christmas and New Year.
    Worked {
        received: "2026-12-18",
        acknowledge_by: "2026-12-29",
        acknowledged: "2026-12-23",
        respond_by: "2027-01-11",
        extended: "2027-01-25",
        escalated: "2027-01-11",
        acknowledge_again_by: "2027-01-18",
        acknowledged_again: "2027-01-15",
        respond_again_by: "2027-02-12",
        extended_again: "2027-03-12",
    },
    // Over Easter, and the bank holidays of May.
    Worked {
        received: "2026-04-01",
        acknowledge_by: "2026-04-10",
        acknowledged: "2026-04-09",
        respond_by: "2026-04-23",
        extended: "2026-05-08",
        escalated: "2026-05-01",
        acknowledge_again_by: "2026-05-11",
        acknowledged_again: "2026-05-08",
        respond_again_by: "2026-06-08",
        extended_again: "2026-07-06",
    },
];

#[test]
fn both_stages_are_due_as_worked_out_by_hand() {
    for worked in WORKED {
        let story = Story::received(policy("housing-ombudsman"), worked.received);
        assert_eq!(story.due(ClockName::ACKNOWLEDGEMENT), day(worked.acknowledge_by));
        // The time for the response runs from the acknowledgement.
        assert_eq!(story.states(ClockName::RESPONSE), [ClockState::NotStarted]);
        let story = story.on(worked.acknowledged).does(Command::Acknowledge);
        assert_eq!(story.states(ClockName::ACKNOWLEDGEMENT), [ClockState::Met]);
        assert_eq!(story.due(ClockName::RESPONSE), day(worked.respond_by));
        let story = extend(story, ClockName::RESPONSE, 10);
        assert_eq!(story.due(ClockName::RESPONSE), day(worked.extended));
        let story = story
            .does(Command::Register)
            .does(Command::Triage(Findings::default()))
            .does(Command::Start(InvestigationStart { department: None, received: None }))
            .does(explained())
            .does(Command::Close);
        assert_eq!(story.states(ClockName::RESPONSE), [ClockState::Met]);
        assert_eq!(story.states(STAGE_2_RESPONSE), []);

        let asked =
            Continuation { to: Stage::Investigating, reason: "the tenant asks for stage 2".parse().unwrap() };
        let story = story.on(worked.escalated).does(Command::Reopen(asked));
        assert_eq!(story.due(STAGE_2_ACKNOWLEDGEMENT), day(worked.acknowledge_again_by));
        assert_eq!(story.states(STAGE_2_RESPONSE), [ClockState::NotStarted]);
        // Stage 1 is over, with its results.
        assert_eq!(story.states(ClockName::ACKNOWLEDGEMENT), [ClockState::Met]);
        assert_eq!(story.states(ClockName::RESPONSE), [ClockState::Met]);
        let story = story.on(worked.acknowledged_again).does(Command::Acknowledge);
        assert_eq!(story.states(STAGE_2_ACKNOWLEDGEMENT), [ClockState::Met]);
        assert_eq!(story.due(STAGE_2_RESPONSE), day(worked.respond_again_by));
        let story = extend(story, STAGE_2_RESPONSE, 20);
        assert_eq!(story.due(STAGE_2_RESPONSE), day(worked.extended_again));
        let story = story.on(worked.extended_again).does(explained()).does(Command::Close);
        assert_eq!(story.states(STAGE_2_RESPONSE), [ClockState::Met]);
        assert_eq!(story.owed(), Vec::<String>::new());
    }
}

#[test]
fn a_stage_that_is_late_is_late_by_its_own_limit() {
    let worked = &WORKED[0];
    let story = Story::received(policy("housing-ombudsman"), worked.received).on("2026-09-05");
    assert_eq!(story.owed(), ["breach of clock acknowledgement 0"]);
    let story = story
        .does(Command::Acknowledge)
        .does(Command::Register)
        .does(Command::Triage(Findings::default()))
        .does(Command::Start(InvestigationStart { department: None, received: None }))
        .does(explained())
        .does(Command::Close);
    assert_eq!(story.states(ClockName::ACKNOWLEDGEMENT), [ClockState::MetLate]);
    let asked =
        Continuation { to: Stage::Investigating, reason: "the tenant asks for stage 2".parse().unwrap() };
    let story = story.on(worked.escalated).does(Command::Reopen(asked)).on("2026-09-29");
    assert_eq!(
        story.owed(),
        ["breach of clock acknowledgement 0", "breach of clock housing:stage-2-acknowledgement 0"]
    );
}
