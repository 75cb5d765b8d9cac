//! Roles that nobody holds, and roles that nobody asks for.

use redress::approval::signing::TimeLimit;
use redress::approval::staff::{RolePlace, StaffingFault, StaffingHint};
use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
use redress::deadline::{Clock, Term};
use redress::policy::record::{Cadence, Form, ReportRule};
use redress::policy::routing::{Assignee, Row};
use redress::policy::{ClockRule, Policy, PolicyBuilder, Routing, Track};
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::organisation::{Record, Report};
use redress::vocab::{Act, Action, Anchor, ClockName, Department, Role, RuleId};

use crate::trusted::support::{at, desk};

const MANAGER: Role = Role::MANAGER;
const HEAD: Role = Role::DEPARTMENT_HEAD;
const LEADER: Role = Role::LEADER_IN_CHARGE;

fn id(text: &str) -> RuleId {
    text.parse().unwrap()
}

fn role(text: &str) -> Role {
    text.parse().unwrap()
}

fn roster(roles: &[Role]) -> Roster {
    let holds = |roster: redress::approval::RosterBuilder, role: &Role| {
        roster.holding(Holding::new("anna".parse().unwrap(), *role))
    };
    roles.iter().fold(Roster::builder("r-1"), holds).build().unwrap()
}

fn policy(builder: PolicyBuilder) -> Policy {
    builder.build().unwrap()
}

/// The faults, or the hints where there are none, text by text.
fn told(policy: &Policy, roles: &[Role]) -> (bool, Vec<String>) {
    match policy.check(&roster(roles), at("2026-03-02T10:00:00Z")) {
        Ok(hints) => (true, hints.iter().map(ToString::to_string).collect()),
        Err(faults) => (false, faults.iter().map(ToString::to_string).collect()),
    }
}

fn ok(hints: &[&str]) -> (bool, Vec<String>) {
    (true, hints.iter().map(ToString::to_string).collect())
}

fn bad(faults: &[&str]) -> (bool, Vec<String>) {
    (false, faults.iter().map(ToString::to_string).collect())
}

#[test]
fn fault_a11_a_permit_that_nobody_can_use_is_named_with_the_role_that_was_meant() {
    let policy = policy(desk().track(Track::new().with_permit(Action::Close, MANAGER)));
    assert_eq!(told(&policy, &[MANAGER]), ok(&[]));
    assert_eq!(
        told(&policy, &[role("manger")]),
        bad(&["permit of `close`: nobody in the roster holds `manager`; the roster has `manger`"])
    );
    assert_eq!(
        told(&policy, &[LEADER]),
        bad(&["permit of `close`: nobody in the roster holds `manager`; add a holder"])
    );
}

#[test]
fn fault_a11_of_several_roles_one_will_do_and_the_other_is_a_hint() {
    let track = Track::new().with_permit(Action::Close, MANAGER).with_permit(Action::Close, HEAD);
    let policy = policy(desk().track(track));
    assert_eq!(
        told(&policy, &[HEAD]),
        ok(&["permit of `close`: nobody in the roster holds `manager`; add a holder"])
    );
    assert_eq!(
        told(&policy, &[]),
        bad(&["permit of `close`: nobody in the roster holds `manager` or `department-head`; add a holder"])
    );
}

#[test]
fn fault_a11_a_role_of_the_roster_that_no_policy_knows_is_a_hint() {
    let policy = policy(desk().track(Track::new().with_permit(Action::Close, MANAGER)));
    assert_eq!(
        told(&policy, &[MANAGER, role("manger"), LEADER]),
        ok(&[
            "roster: the policy never names role `leader-in-charge`; remove it, or correct its name",
            "roster: the policy does not declare role `manger`; the policy names `manager`",
        ])
    );
}

#[test]
fn fault_a11_rows_are_owned_by_somebody() {
    let alone = Row::to_role(id("boss"), Act::Owner, MANAGER);
    let alone = policy(desk().routing(Routing::by([]).with_row(alone)));
    assert_eq!(
        told(&alone, &[HEAD]).1,
        ["routing row `boss`: nobody in the roster holds `manager`; add a holder"]
    );
    assert_eq!(told(&alone, &[MANAGER]), ok(&[]));
    // A department that stands beside the role has the complaint all the same.
    let beside = Row::to(id("boss"), Act::Owner, Assignee::RoleIn(MANAGER, Department::QUALITY));
    let beside = policy(desk().routing(Routing::by([]).with_row(beside)));
    assert_eq!(
        told(&beside, &[]),
        ok(&["routing row `boss`: nobody in the roster holds `manager`; add a holder"])
    );
}

#[test]
fn fault_a11_escalations_tell_somebody() {
    let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED);
    let rule = ClockRule::new(clock, Term::working_days(3))
        .with_escalation(Term::working_days(1), MANAGER)
        .with_escalation(Term::working_days(1), LEADER);
    let policy = policy(desk().clock(rule));
    assert_eq!(
        told(&policy, &[MANAGER]),
        bad(&[
            "clock `closure` escalation step 2: nobody in the roster holds `leader-in-charge`; add a holder"
        ])
    );
    assert_eq!(told(&policy, &[MANAGER, LEADER]), ok(&[]));
}

#[test]
fn fault_a11_steps_of_chains_and_their_escalations_are_signed_by_somebody() {
    let limit = TimeLimit { term: Term::working_days(2), escalate_to: LEADER };
    let step = Step::new(id("s"), ApprovalAct::Approve, Signers::any(1, [MANAGER, HEAD])).with_limit(limit);
    let chain = Chain::new(id("c"), DecisionKind::Recall).with_step(step);
    let policy = policy(desk().approvals(ApprovalTable::new().with_chain(chain)));
    let faults = policy.check(&roster(&[role("manger")]), at("2026-03-02T10:00:00Z")).unwrap_err();
    let [stuck, step, escalation] = faults.faults() else { panic!("{faults}") };
    assert!(matches!(stuck, StaffingFault::Stuck { chain, .. } if *chain == id("c")), "{stuck}");
    assert_eq!(
        *step,
        StaffingFault::NobodyHolds {
            place: RolePlace::Step(id("c"), id("s")),
            roles: vec![MANAGER, HEAD],
            nearest: Some(role("manger")),
        }
    );
    assert_eq!(
        escalation.to_string(),
        "approval chain `c` step `s` escalation: nobody in the roster holds `leader-in-charge`; add a holder"
    );
    assert_eq!(
        told(&policy, &[HEAD, LEADER]),
        ok(&["approval chain `c` step `s`: nobody in the roster holds `manager`; add a holder"])
    );
}

#[test]
fn fault_a11_a_holding_that_has_ended_is_none() {
    let policy = policy(desk().track(Track::new().with_permit(Action::Close, MANAGER)));
    let ended = Holding::new("anna".parse().unwrap(), MANAGER).with_until(at("2026-03-01T00:00:00Z"));
    let roster = Roster::builder("r-1").holding(ended).build().unwrap();
    assert!(policy.check(&roster, at("2026-02-28T00:00:00Z")).is_ok());
    assert!(policy.check(&roster, at("2026-03-01T00:00:00Z")).is_err());
}

#[test]
fn fault_a11_forms_and_reports_without_a_holder_are_hints() {
    let form = Form::new(Record::CUSTOMER_FORM).with_open_end().with_role(MANAGER);
    let report = ReportRule::new(Report::MONTHLY_STATISTICS, Cadence::MONTH).with_role(HEAD);
    let policy = policy(desk().form(form).report(report));
    let hints = policy.check(&roster(&[]), at("2026-03-02T10:00:00Z")).unwrap();
    assert_eq!(
        hints,
        [
            StaffingHint::NotHeld {
                place: RolePlace::Form(Record::CUSTOMER_FORM),
                role: MANAGER,
                nearest: None
            },
            StaffingHint::NotHeld {
                place: RolePlace::Report(Report::MONTHLY_STATISTICS),
                role: HEAD,
                nearest: None
            },
        ]
    );
}

#[test]
fn fault_a11_only_a_slip_of_the_pen_is_taken_for_the_role_that_was_meant() {
    let nearest = |written: &str| {
        let policy = policy(desk().track(Track::new().with_permit(Action::Close, MANAGER)));
        let faults = policy.check(&roster(&[role(written)]), at("2026-03-02T10:00:00Z")).unwrap_err();
        let [StaffingFault::NobodyHolds { nearest, .. }] = faults.faults() else { panic!("{faults}") };
        nearest.is_some()
    };
    for slip in ["manger", "manager2", "mangaer", "managre", "menager", "manage"] {
        assert!(nearest(slip), "{slip}");
    }
    for other in ["acme:manager", "danger-man", "man", "handler"] {
        assert!(!nearest(other), "{other}");
    }
}
