//! Another version of the policy while cases are under way: refused or a named act, and never unseen.

use redress::approval::{ApprovalTable, Chain, Signers, Step};
use redress::case::approval::{ApprovalState, ApprovalSubject, PolicyEdition};
use redress::case::command::PolicyMove;
use redress::case::migration::Migration;
use redress::case::{Case, Command, Decision, Office, Refusal};
use redress::policy::routing::Row;
use redress::policy::{Policy, PolicyBuilder, PolicyVersion, Routing, Track};
use redress::profiles::Nev;
use redress::profiles::choice::{DocumentSigners, NoticePeriod};
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::{Category, Department, Role, RuleId, Severity, Stage};
use redress::word;

use crate::cases::support::*;

fn version(number: &str, track: Track) -> PolicyBuilder {
    let rules = redress::policy::SeverityRules::new([Severity::General]).with_otherwise(Severity::General);
    Policy::builder("desk")
        .version(number)
        .calendar(calendar())
        .severity(rules)
        .routing(Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE)))
        .clock(closure())
        .track(track)
}

fn step(id: RuleId, role: Role) -> Step {
    Step::new(id, ApprovalAct::Approve, Signers::one(role))
}

fn lines(steps: impl IntoIterator<Item = Step>) -> ApprovalTable {
    let chain = Chain::new(word!(RuleId, "line"), DecisionKind::Remedy);
    ApprovalTable::new().with_chain(steps.into_iter().fold(chain, Chain::with_step))
}

fn line() -> ApprovalTable {
    lines([step(word!(RuleId, "manager"), Role::MANAGER)])
}

fn changed_by_leader(table: ApprovalTable) -> ApprovalTable {
    table.with_chain(
        Chain::new(word!(RuleId, "change"), DecisionKind::PolicyChange)
            .with_step(step(word!(RuleId, "leader"), Role::LEADER_IN_CHARGE)),
    )
}

fn to(policy: &Policy) -> Command {
    Command::MovePolicy(PolicyMove {
        to: PolicyVersion::of(policy),
        reason: note("the new edition is in force"),
    })
}

fn tried(story: &Story, actor: &str, to_policy: &Policy) -> Result<Decision, Refusal> {
    let request = story.request(actor, to(to_policy));
    Office::new(&story.policy, &story.roster).decide_move(&story.case, to_policy, request)
}

/// Goes on by another policy, and replays by both.
#[track_caller]
fn moved(mut story: Story, actor: &str, to_policy: &Policy) -> Story {
    let decision = tried(&story, actor, to_policy).unwrap();
    story.record(&decision);
    let again = Case::replay(&[&story.policy, to_policy], story.case.events()).unwrap();
    assert_eq!(again, story.case);
    story.policy = to_policy.clone();
    story
}

/// Does something under the second of two policies.
#[track_caller]
fn then(mut story: Story, first: &Policy, actor: &str, command: Command) -> Story {
    let decision = story.try_to(actor, command).unwrap();
    story.record(&decision);
    assert_eq!(Case::replay(&[first, &story.policy], story.case.events()).unwrap(), story.case);
    story
}

#[test]
fn fault_t103_a_stage_that_the_new_policy_does_not_have_is_refused_and_nothing_is_stuck() {
    let old = version("1", Track::new()).build().unwrap();
    let new = version("2", Track::new().without_triage()).build().unwrap();
    let story = Story::new(old)
        .does("anna", Command::Register)
        .does("anna", Command::Triage(redress::case::command::Findings::default()))
        .is(Stage::Triaged);
    assert_eq!(
        tried(&story, "anna", &new).unwrap_err().to_string(),
        "policy `desk 2` has no stage `triaged`; move the case on first"
    );
    let story = story.does("anna", Command::Dispatch(dispatching()));
    let story = moved(story, "anna", &new);
    assert_eq!(story.case.policy().to_string(), "desk 2");
    assert_eq!(story.case.stage(), Stage::Dispatched);
    let at_review = Story::new(version("1", Track::new()).approvals(line()).build().unwrap())
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit);
    let none = version("2", Track::new()).build().unwrap();
    assert_eq!(
        tried(&at_review, "anna", &none).unwrap_err().to_string(),
        "policy `desk 2` has no stage `in-approval`; move the case on first"
    );
}

#[test]
fn an_edited_policy_is_another_policy() {
    let story = Story::new(version("1", Track::new()).build().unwrap());
    let edited = version("2", Track::new()).build().unwrap();
    let refused =
        Office::new(&edited, &story.roster).decide(&story.case, story.request("anna", Command::Register));
    assert_eq!(
        refused.unwrap_err().to_string(),
        "case `A-1` follows policy `desk 1`, not `desk 2`; load policy `desk 1`"
    );
    let refused =
        Office::new(&story.policy, &story.roster).decide(&story.case, story.request("anna", to(&edited)));
    assert_eq!(
        refused.unwrap_err().to_string(),
        "a move to another policy needs both policies; call `decide_move`"
    );
    let third = version("3", Track::new()).build().unwrap();
    let request = story.request("anna", to(&third));
    let refused = Office::new(&story.policy, &story.roster).decide_move(&story.case, &edited, request);
    assert_eq!(
        refused.unwrap_err().to_string(),
        "the command moves the case to policy `desk 3`, not to `desk 2`; give policy `desk 3`"
    );
}

#[test]
fn a_change_of_policy_is_approved_by_the_old_one_to_the_very_version() {
    let old = version("1", Track::new()).approvals(changed_by_leader(line())).build().unwrap();
    let new = version("2", Track::new()).approvals(changed_by_leader(line())).build().unwrap();
    let third = version("3", Track::new()).approvals(changed_by_leader(line())).build().unwrap();
    let story = Story::new(old);
    let not_approved = "this must first be approved by chain `change`";
    assert_eq!(tried(&story, "anna", &new).unwrap_err().to_string(), not_approved);
    let story = story
        .does("anna", Command::Apply(ApprovalSubject::PolicyChange(PolicyEdition::of(&new))))
        .refused(
            "mia",
            Command::Sign(on(1)),
            "`mia` cannot sign step `leader`: this requires the role `leader-in-charge`, which roster `r-1` \
             does not give them",
        )
        .does("leo", Command::Sign(on(1)));
    // Approved for the second edition, not for the third.
    assert_eq!(tried(&story, "anna", &third).unwrap_err().to_string(), not_approved);
    let story = moved(story, "anna", &new);
    assert_eq!(story.case.approval(1).unwrap().state(), ApprovalState::Used);
}

// S23-R20: four signatures stand on the procedure itself.
#[test]
fn a_new_edition_is_prepared_rechecked_reviewed_and_issued_by_four_people() {
    let signers = DocumentSigners {
        prepared: Role::HANDLER,
        rechecked: Role::MANAGER,
        reviewed: Role::LEADER_IN_CHARGE,
        issued: Role::LEADER_IN_CHARGE,
    };
    let nev = |edition| {
        let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
        let nev = Nev::new(calendar(), owners, NoticePeriod::Weeks(1));
        nev.version(edition).with_document_signers(signers).build().unwrap()
    };
    let new = nev("2");
    let mut story = Story::new(nev("1"))
        .does("anna", Command::Apply(ApprovalSubject::PolicyChange(PolicyEdition::of(&new))));
    for signer in ["anna", "mia", "leo"] {
        story = story.does(signer, Command::Sign(on(1)));
        assert_eq!(
            tried(&story, "max", &new).unwrap_err().to_string(),
            "this must first be approved by chain `s23-r20`"
        );
    }
    let story = story
        .refused(
            "leo",
            Command::Sign(on(1)),
            "`leo` cannot sign step `issue`: step `review` is already signed by or for `leo`; nobody signs twice",
        )
        .does("lea", Command::Sign(on(1)));
    moved(story, "max", &new);
}

#[test]
fn a_change_of_policy_waits_for_what_is_being_signed() {
    let policy = |number| version(number, Track::new()).approvals(line()).build().unwrap();
    let story = Story::new(policy("1"))
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit);
    assert_eq!(
        tried(&story, "anna", &policy("2")).unwrap_err().to_string(),
        "approval 1 is still open or not yet carried out; it must end first"
    );
}

#[test]
fn what_was_approved_stays_approved_only_where_the_new_policy_asks_for_no_more() {
    let first = version("1", Track::new()).approvals(line()).build().unwrap();
    let executing = Story::new(first.clone())
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::Submit)
        .does("mia", Command::Sign(on(1)))
        .is(Stage::Executing);
    let same = version("2", Track::new()).approvals(line()).build().unwrap();
    let story = moved(executing.clone(), "anna", &same);
    assert_eq!(story.case.approval(1).unwrap().state(), ApprovalState::Approved);
    let story = then(story, &first, "anna", Command::Finish);
    assert_eq!(story.case.stage(), Stage::Resolved);

    let manager = || step(word!(RuleId, "manager"), Role::MANAGER);
    let leader = || step(word!(RuleId, "leader"), Role::LEADER_IN_CHARGE);
    // The row has one step more under the old name.
    let longer = version("2", Track::new()).approvals(lines([manager(), leader()])).build().unwrap();
    // The row has another name.
    let renamed = ApprovalTable::new()
        .with_chain(Chain::new(word!(RuleId, "boss"), DecisionKind::Remedy).with_step(leader()));
    let renamed = version("2", Track::new()).approvals(renamed).build().unwrap();
    // The row is there, and another one before it decides now.
    let before = ApprovalTable::new()
        .with_chain(
            Chain::new(word!(RuleId, "boss"), DecisionKind::Remedy).with_above(euros(1)).with_step(leader()),
        )
        .with_chain(Chain::new(word!(RuleId, "line"), DecisionKind::Remedy).with_step(manager()));
    let before = version("2", Track::new()).approvals(before).build().unwrap();
    for (new, chain) in [(longer, "line"), (renamed, "boss"), (before, "boss")] {
        let story = moved(executing.clone(), "anna", &new);
        assert_eq!(story.case.approval(1).unwrap().state(), ApprovalState::Void);
        let refused = story.try_to("anna", Command::Finish).unwrap_err().to_string();
        assert_eq!(refused, format!("this must first be approved by chain `{chain}`"));
        // And it goes on: what is being carried out is signed by the new policy.
        let mut story = then(story, &first, "anna", Command::Amend(exchange()));
        assert_eq!(story.case.stage(), Stage::InApproval);
        if chain == "line" {
            story = then(story, &first, "max", Command::Sign(on(2)));
        }
        let story = then(story, &first, "leo", Command::Sign(on(2)));
        let story = then(story, &first, "anna", Command::Finish);
        assert_eq!(story.case.stage(), Stage::Resolved);
    }
}

#[test]
fn who_proposed_by_the_old_policy_signs_nothing_by_the_new_one() {
    let first = version("1", Track::new()).approvals(line()).build().unwrap();
    let story = Story::new(first.clone()).investigating().does("mia", Command::Propose(exchange()));
    let story = moved(story, "anna", &version("2", Track::new()).approvals(line()).build().unwrap());
    let story = then(story, &first, "anna", Command::Submit);
    assert_eq!(
        story.try_to("mia", Command::Sign(on(1))).unwrap_err().to_string(),
        "`mia` cannot sign step `manager`: the proposer may not approve their own proposal"
    );
}

#[test]
fn what_a_change_of_policy_changes_is_told_beforehand() {
    let old = version("1", Track::new()).build().unwrap();
    let graver = version("2", Track::new())
        .severity(redress::policy::SeverityRules::new([Severity::Serious]).with_otherwise(Severity::Serious))
        .routing(Routing::none().with_row(Row::owner(word!(RuleId, "all"), Department::QUALITY)))
        .build()
        .unwrap();
    let story = Story::new(old);
    let diff = Migration { from: &story.policy, to: &graver }.diff(&story.case, story.now).unwrap();
    assert_eq!(diff.severity, (Some(Severity::General), Some(Severity::Serious)));
    assert_eq!(diff.department, (Some(Department::CUSTOMER_SERVICE), Some(Department::QUALITY)));
    assert_eq!(diff.clocks, []);
    let story = moved(story, "anna", &graver);
    assert_eq!(story.case.severity(), Some(Severity::Serious));
    // A milder policy afterwards leaves the approvals by the worst that it was.
    assert_eq!(story.case.highest_severity(), Some(Severity::Serious));
}

#[test]
fn a_move_that_is_repeated_is_answered_with_its_events() {
    let old = version("1", Track::new()).build().unwrap();
    let new = version("2", Track::new()).build().unwrap();
    let story = Story::new(old.clone());
    let request = story.request("anna", to(&new));
    let events = tried(&story, "anna", &new).unwrap();
    let story = moved(story, "anna", &new);
    let again = Office::new(&old, &story.roster).decide_move(&story.case, &new, request).unwrap();
    assert!(again.is_repeated());
    assert_eq!(again.events(), events.events());
}

#[test]
fn a_policy_that_asks_for_consent_finishes_nothing_without_it() {
    let first = version("1", Track::new()).build().unwrap();
    let asking = version("2", Track::new().with_consent()).build().unwrap();
    let story = Story::new(first.clone())
        .investigating()
        .does("anna", Command::Propose(exchange()))
        .does("anna", Command::CarryOut);
    let story = moved(story, "anna", &asking);
    assert_eq!(
        story.try_to("anna", Command::Finish).unwrap_err().to_string(),
        "the complainant has not agreed yet; record their consent first"
    );
    let story = then(story, &first, "anna", Command::Amend(exchange()));
    assert_eq!(story.case.stage(), Stage::Offered);
    let story = then(story, &first, "anna", Command::Consent);
    let story = then(story, &first, "anna", Command::Finish);
    assert_eq!(story.case.stage(), Stage::Resolved);
}

#[test]
fn what_is_signed_for_a_policy_is_signed_for_its_content() {
    let old = version("1", Track::new()).approvals(changed_by_leader(line())).build().unwrap();
    let strict = version("2", Track::new()).approvals(changed_by_leader(line())).build().unwrap();
    let lenient = version("2", Track::new()).build().unwrap();
    let story = Story::new(old)
        .does("anna", Command::Apply(ApprovalSubject::PolicyChange(PolicyEdition::of(&strict))))
        .does("leo", Command::Sign(on(1)));
    assert_eq!(
        tried(&story, "anna", &lenient).unwrap_err().to_string(),
        "this must first be approved by chain `change`"
    );
    moved(story, "anna", &strict);
}

#[test]
fn no_case_is_judged_by_two_contents_of_one_version() {
    let one = version("1", Track::new()).build().unwrap();
    let two = version("2", Track::new()).build().unwrap();
    let other_one = version("1", Track::new()).approvals(line()).build().unwrap();
    let story = Story::new(one.clone());
    let refused = tried(&story, "anna", &other_one).unwrap_err();
    assert!(matches!(refused, Refusal::OtherContent { .. }), "{refused:?}");
    // Nor after another version in between; to the same content a case may go back.
    let between = moved(story, "anna", &two);
    let refused = tried(&between, "anna", &other_one).unwrap_err();
    assert!(matches!(refused, Refusal::OtherContent { .. }), "{refused:?}");
    assert!(tried(&between, "anna", &one).is_ok());
}
