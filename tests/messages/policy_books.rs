//! Errors about books of policies.

use redress::policy::PolicyBook;
use redress::policy::book::{BookFault, PolicyValidity};
use redress::policy::limits::MAX_VALIDITIES;
use redress::policy::{Policy, PolicyVersion, Routing};

use crate::messages::{Texts, at, calendar, date};

fn desk(version: &str) -> Policy {
    Policy::builder("desk").version(version).calendar(calendar()).routing(Routing::none()).build().unwrap()
}

fn from(first: &str, version: &str) -> PolicyValidity {
    PolicyValidity::from_day(date(first), desk(version))
}

fn fault(validities: Vec<PolicyValidity>) -> BookFault {
    PolicyBook::new(validities).unwrap_err().faults()[0].clone()
}

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    texts.is(fault(Vec::new()), "the book has no policy; add one with its first day");
    texts.is(
        fault(vec![from("2026-01-01", "1"); MAX_VALIDITIES + 1]),
        "the book has 1001 policies, expected at most 1000",
    );
    texts.is(
        fault(vec![from("2026-03-02", "1").with_last_day(date("2026-03-01"))]),
        "policy `desk 1` is valid from 2026-03-02 to 2026-03-01, expected a last day on or after the first",
    );
    texts.is(
        fault(vec![from("2026-03-02", "1").with_last_day(date("2027-03-01"))]),
        "the calendar of policy `desk 1` does not know 2027-03-01; extend the calendar, or choose another day",
    );
    texts.is(
        fault(vec![from("2026-01-01", "1").with_last_day(date("2026-01-31")), from("2026-02-03", "2")]),
        "no policy is valid from 2026-02-01 to 2026-02-02; let `desk 1` end later, or `desk 2` begin earlier",
    );
    texts.is(
        fault(vec![from("2026-01-01", "1"), from("2026-01-01", "2").with_last_day(date("2026-03-31"))]),
        "two policies are valid on 2026-01-01; let `desk 1` end earlier, or `desk 2` begin later",
    );
    let version = |version: &str| PolicyVersion { name: "desk".into(), version: version.into() };
    texts.is(
        BookFault::NeverValid { policy: version("1"), first: date("2026-04-01"), next: version("2") },
        "policy `desk 1` would begin on 2026-04-01 after `desk 2`, in another time zone; let `desk 2` begin later",
    );
    texts.is(
        BookFault::OtherContent { policy: version("1") },
        "policy `desk 1` stands in the book with two contents; give changed content another version",
    );
    let faults = Policy::builder("").version("1").calendar(calendar()).routing(Routing::none()).build();
    texts.is(
        BookFault::Policy { policy: version("1"), faults: faults.unwrap_err() },
        "policy `desk 1`: policy name `` is empty, expected 1 to 100 visible characters",
    );
    let book = PolicyBook::new([from("2026-02-01", "1").with_last_day(date("2026-02-28"))]).unwrap();
    texts.is(
        book.policy_at(at("2026-01-31T22:59:59Z")).unwrap_err(),
        "no policy is valid at 2026-01-31T22:59:59Z; the first one, `desk 1`, begins on 2026-02-01",
    );
    texts.is(
        book.policy_at(at("2026-02-28T23:00:00Z")).unwrap_err(),
        "no policy is valid at 2026-02-28T23:00:00Z; the last one, `desk 1`, ended with 2026-02-28",
    );
    texts
}
