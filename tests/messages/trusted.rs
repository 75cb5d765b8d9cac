//! Errors whose texts the tests of `trusted` pin; here each is made once.

use redress::approval::staff::{RolePlace, StaffingFault, StaffingHint};
use redress::labels::Labels;
use redress::policy::severity::{MarkRule, SeverityRule};
use redress::policy::{Condition, PolicyFault, SeverityRules};
use redress::triage::{History, PastCase};
use redress::vocab::{Action, Fact, Locale, Mark, Role, RuleId, Severity};
use redress::word;

use crate::messages::{Texts, policy, policy_fault};

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    let few = Condition::not(Condition::at_least(Fact::HOTLINE_TRIES, 3));
    let few = SeverityRule::new(word!(RuleId, "few"), Severity::Minor, few);
    texts.seen(policy_fault(policy().severity(SeverityRules::new([Severity::Minor]).with_rule(few))));
    texts.seen(PolicyFault::SeverityTooComplex { rules: 416 });
    for hint in [
        StaffingHint::NotHeld { place: RolePlace::Permit(Action::Close), role: Role::MANAGER, nearest: None },
        StaffingHint::NotDeclared { role: word!(Role, "manger"), nearest: Some(Role::MANAGER) },
        StaffingHint::NotUsed { role: Role::HANDLER, nearest: None },
    ] {
        texts.seen(hint);
    }
    let mark = MarkRule::new(word!(RuleId, "m"), Mark::GRAVE, Condition::has(Fact::HOTLINE_TRIES));
    texts.is(
        policy_fault(policy().mark(mark.with_citation("rule 7\nOwner: nobody"))),
        r"mark rule `m`: citation `rule 7\nOwner: nobody` holds a control character, expected at most 500 visible characters",
    );
    texts.is(
        Labels::standard().with_label(Mark::GRAVE, Locale::En, " grave").unwrap_err(),
        "label of mark `grave` in `en` begins or ends with white space; remove the white space",
    );
    let one = PastCase::new("A-1".parse().unwrap(), crate::messages::at("2026-02-01T10:00:00Z"));
    let other = PastCase::new("A-1".parse().unwrap(), crate::messages::at("2026-02-09T10:00:00Z"));
    texts.is(
        History::of([one, other]).unwrap_err(),
        "case `A-1` has two different records, received at 2026-02-01T10:00:00Z and at 2026-02-09T10:00:00Z; \
         keep one of them",
    );
    let place = RolePlace::Permit(Action::Close);
    let roles = vec![Role::MANAGER, Role::DEPARTMENT_HEAD];
    texts.seen(StaffingFault::NobodyHolds { place, roles, nearest: Some(word!(Role, "manger")) });
    texts
}
