//! All findings of a policy, in one list.

use alloc::vec::Vec;

use crate::policy::builder::PolicyBuilder;
use crate::policy::finding::kinds::Finding;
use crate::policy::finding::starts::Starts;
use crate::policy::finding::{clocks, readings, routing, rules, words};
use crate::policy::procedure::Policy;

impl Policy {
    /// Returns everything in this policy that somebody should look at, in the order of the description: words, severity,
    /// routing, clocks, and last the terms whose dates depend on a reading.
    ///
    /// A built policy has no faults. What depends on people or on the current day has calls of its own:
    /// [`findings_with`](Self::findings_with) and [`findings_on`](Self::findings_on).
    ///
    /// # Example: a clock that never stops
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::{ClockRule, Policy, Routing};
    /// use redress::sample;
    /// use redress::vocab::{Anchor, ClockName};
    ///
    /// let visits = Clock::new(ClockName::RETURN_VISITS, Anchor::CLOSED); // until the complainant was visited
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .clock(ClockRule::new(visits, Term::working_days(5)))
    ///     .build()?;
    /// let findings = policy.findings();
    /// assert_eq!(findings[0].code(), "finding.never-stops"); // the track has no follow-up
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut starts = Starts::new();
        words::add(self, &mut found);
        rules::add(self, &mut found);
        routing::add(self, &mut found);
        clocks::add(self, &mut starts, &mut found);
        readings::add(self, &mut starts, &mut found);
        found
    }
}

impl PolicyBuilder {
    /// Returns everything in this draft that somebody should look at: its faults, or, if it has none, the
    /// [findings of the policy](Policy::findings) that it builds.
    ///
    /// A fault has the code, the place and the example that [`build`](Self::build) gives it.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::finding::Grade;
    /// use redress::policy::{Policy, Routing};
    ///
    /// let draft = Policy::builder("desk").version("1").routing(Routing::none());
    /// let findings = draft.findings();
    /// assert_eq!((findings[0].code(), findings[0].grade()), ("policy.missing", Grade::Fault)); // no calendar
    /// ```
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        match self.clone().build() {
            Ok(policy) => policy.findings(),
            Err(faults) => faults.iter().cloned().map(Finding::from).collect(),
        }
    }
}
