//! Errors of the comparison of two policies.

use redress::compare::{Comparison, PastRecord, WhatIf, WhatIfError};
use redress::policy::{Policy, PolicyVersion, Routing};
use redress::triage::Complaint;

use crate::messages::{Texts, at, calendar};

fn desk(version: &str) -> Policy {
    Policy::builder("desk").version(version).calendar(calendar()).routing(Routing::none()).build().unwrap()
}

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    let (policy, draft) = (desk("1"), desk("2"));
    let comparison = Comparison { policy: &policy, draft: &draft };
    let mut what_if = WhatIf::of(comparison, at("2026-06-01T00:00:00Z"));
    let complaint = |received| Complaint::new("a-1".parse().unwrap(), at(received));
    what_if.add(PastRecord::new(&complaint("2026-03-03T00:00:00Z"))).unwrap();
    texts.is(
        what_if.add(PastRecord::new(&complaint("2026-03-02T00:00:00Z"))).unwrap_err(),
        "record `a-1` was received at 2026-03-02T00:00:00Z, before the record that was added last, at \
         2026-03-03T00:00:00Z; sort the records by receipt",
    );
    let version = |version: &str| PolicyVersion { name: "desk".into(), version: version.into() };
    texts.is(
        WhatIfError::OtherPolicy {
            case: "a-1".parse().unwrap(),
            found: version("2"),
            expected: version("1"),
        },
        "case `a-1` follows policy `desk 2`, expected `desk 1`; compare the policy that the case follows",
    );
    let other = WhatIf::of(comparison, at("2026-06-02T00:00:00Z"));
    texts.is(
        what_if.merged(&other).unwrap_err(),
        "the two parts compare different policies, count by different words, or have different times; merge parts of one \
         comparison",
    );
    texts
}
