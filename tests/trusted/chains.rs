//! Chains that nobody signs.

use redress::approval::{ApprovalTable, Chain, Signers, Step};
use redress::policy::PolicyDocument;
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::{Role, RuleId};

use crate::trusted::support::{desk, faults, read_back};

const UNSIGNED: &str = "approval chain `c`: nobody signs it; add a step other than `prepare` and \
 `customer-consent`, or set `nobody-signs`";

fn rule(id: &str) -> RuleId {
    id.parse().unwrap()
}

fn step(id: &str, act: ApprovalAct) -> Step {
    Step::new(rule(id), act, Signers::one(Role::MANAGER))
}

fn chain(steps: impl IntoIterator<Item = Step>) -> Chain {
    steps.into_iter().fold(Chain::new(rule("c"), DecisionKind::Recall), Chain::with_step)
}

fn faults_of(chain: Chain) -> Vec<String> {
    faults(desk().approvals(ApprovalTable::new().with_chain(chain)))
}

#[test]
fn fault_a07_a_chain_that_nobody_signs_is_refused_unless_it_says_so() {
    let prepared = chain([step("p", ApprovalAct::Prepare), step("q", ApprovalAct::Prepare)]);
    for unsigned in [chain([]), prepared] {
        assert_eq!(faults_of(unsigned.clone()), [UNSIGNED]);
        assert_eq!(faults_of(unsigned.with_nobody_signs()), [""; 0]);
    }
}

#[test]
fn fault_a07_the_consent_of_the_customer_is_no_signature() {
    let consent = || Step::consent(rule("customer"));
    let table = |chain| desk().track(redress::policy::Track::new().with_consent()).approvals(chain);
    let asked = |row: Chain| faults(table(ApprovalTable::new().with_chain(row)));
    let remedy = |steps: Vec<Step>| {
        steps.into_iter().fold(Chain::new(rule("c"), DecisionKind::Remedy), Chain::with_step)
    };
    assert_eq!(asked(remedy(vec![consent()])), [UNSIGNED]);
    assert_eq!(asked(remedy(vec![step("p", ApprovalAct::Prepare), consent()])), [UNSIGNED]);
    assert_eq!(asked(remedy(vec![consent()]).with_nobody_signs()), [""; 0]);
    assert_eq!(asked(remedy(vec![step("a", ApprovalAct::Approve), consent()])), [""; 0]);
}

#[test]
fn fault_a07_every_act_but_preparing_and_consent_is_a_signature() {
    for &act in ApprovalAct::ALL {
        let signs = !matches!(act, ApprovalAct::Prepare | ApprovalAct::CustomerConsent);
        assert_eq!(step("s", act).approves(), signs, "{act}");
        if act != ApprovalAct::CustomerConsent {
            assert_eq!(faults_of(chain([step("s", act)])).is_empty(), signs, "{act}");
        }
    }
}

#[test]
fn fault_a07_a_chain_that_nobody_signs_has_no_step_that_somebody_signs() {
    let signed = chain([step("p", ApprovalAct::Prepare), step("r", ApprovalAct::Review)]).with_nobody_signs();
    assert_eq!(
        faults_of(signed),
        [
            "approval chain `c` step `r`: somebody signs it, but the chain has `nobody-signs`; remove one of the two"
        ]
    );
}

#[test]
fn fault_a07_a_step_that_needs_no_signature_is_refused_whatever_its_chain_says() {
    let nobody = "approval chain `c` step `s`: nobody signs it, expected at least one signature and one role";
    for act in [ApprovalAct::Prepare, ApprovalAct::Approve] {
        for signers in [Signers::any(0, [Role::MANAGER]), Signers::any(1, []), Signers::one_of_each([])] {
            let told = faults_of(chain([Step::new(rule("s"), act, signers)]));
            assert!(told.contains(&nobody.to_string()), "{told:?}");
        }
    }
}

#[test]
fn fault_a07_the_policy_file_says_aloud_that_nobody_signs() {
    let policy =
        desk().approvals(ApprovalTable::new().with_chain(chain([]).with_nobody_signs())).build().unwrap();
    let written = serde_json::to_value(PolicyDocument::of(&policy)).unwrap();
    assert_eq!(written["approvals"][0]["nobody-signs"], serde_json::json!(true));
    assert_eq!(read_back(&policy).approvals(), policy.approvals());
    assert!(policy.approvals().chains()[0].is_unsigned());

    let signed = desk().approvals(ApprovalTable::new().with_chain(chain([step("a", ApprovalAct::Approve)])));
    let written = serde_json::to_value(PolicyDocument::of(&signed.build().unwrap())).unwrap();
    assert_eq!(written["approvals"][0].get("nobody-signs"), None);
    let read = |text: &str| serde_json::from_str::<ApprovalTable>(text).map_err(|error| error.to_string());
    let bad = read(r#"[{"chain": "c", "decision": "recall", "nobody-signs": "yes"}]"#).unwrap_err();
    assert_eq!(bad, "[0]: nobody-signs: a text, expected true or false at line 1 column 59");
}
