//! Errors of the content of a policy.

use redress::calendar::{Calendar, KnownDays, WeekPattern};
use redress::deadline::{Clock, Term};
use redress::policy::ClockRule;
use redress::policy::fingerprint::{CoveredCalendars, CoveredDays, Fingerprint, PolicyContent};
use redress::vocab::{Anchor, ClockName};

use crate::messages::{OFFICE, Texts, policy, zone};

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    texts.is(
        "ab".parse::<Fingerprint>().unwrap_err(),
        "`ab` is not a fingerprint, expected 64 lowercase hexadecimal digits",
    );
    let built = policy().build().unwrap();
    let longer = Calendar::builder("office", zone("2026-01-01", "2026-12-31"));
    let other =
        policy().calendar(longer.week(WeekPattern::daily([OFFICE])).build().unwrap()).build().unwrap();
    let content = PolicyContent::of(&built);
    let refused = content.check(&other).unwrap_err();
    let expected = format!(
        "policy `{}` has the fingerprint `{}`, expected `{}`: its content has changed; give changed content another version",
        refused.policy, refused.found, content.fingerprint
    );
    assert_ne!(refused.found, content.fingerprint);
    texts.is(refused, &expected);
    let days = CoveredDays::new(KnownDays::years(1990, 1990).unwrap());
    texts.is(
        built.fingerprint_of(&CoveredCalendars::new(days)).unwrap_err(),
        "calendar `office` does not know all covered days, expected 1990-01-01 to 1990-12-31",
    );
    texts.is(
        built.fingerprint_of(&content.covered.clone().with_calendar("shift", days)).unwrap_err(),
        "the policy has no calendar `shift`, but days of it are covered; use a policy with this calendar",
    );
    let shift =
        Calendar::builder("shift", zone("2026-01-01", "2026-12-31")).week(WeekPattern::daily([OFFICE]));
    let by_shift = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::weeks(1));
    let named = policy().named_calendar(shift.build().unwrap()).clock(by_shift.with_calendar("shift"));
    texts.is(
        named.build().unwrap().fingerprint_of(&content.covered).unwrap_err(),
        "no days of calendar `shift` are covered; add its first and last day",
    );
    texts
}
