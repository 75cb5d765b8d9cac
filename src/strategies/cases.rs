//! Cases of a policy, with their whole histories.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use chrono::TimeDelta;
use proptest::collection::vec as list;
use proptest::prelude::Strategy;
use proptest::prop_oneof;
use proptest::sample::select;

use crate::approval::Roster;
use crate::calendar::instant::format as instant;
use crate::case::{Case, EventKind, Intake, Office, Request, Stamp, open};
use crate::laws::{Situation, possible_request, possible_requests};
use crate::policy::Policy;
use crate::strategies::complaints::situations;
use crate::triage::{ComplaintDocument, PastCounts};

/// How many steps a case may take. Steps that are not possible are left out.
const MAX_STEPS: usize = 48;

/// A case as a strategy gives it. Its `Debug` form is its history, one event on each line.
///
/// # Example
///
/// ```
/// use redress::sample;
/// use redress::strategies::CaseStory;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let story = CaseStory::from(sample::case_in_approval(&sample::policy()?, &sample::roster()?)?);
/// assert!(format!("{story:?}").lines().any(|line| line.ends_with("anna proposed")));
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct CaseStory(Case);

impl CaseStory {
    /// Returns the case.
    #[must_use]
    pub const fn case(&self) -> &Case {
        &self.0
    }
}

impl From<Case> for CaseStory {
    fn from(case: Case) -> Self {
        Self(case)
    }
}

impl fmt::Debug for CaseStory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for event in self.0.events() {
            if let EventKind::Moved(stage) = event.what {
                writeln!(f, "    → {stage}")?;
            } else {
                writeln!(f, "{} {} {}", instant(event.at), event.by, event.what.name())?;
            }
        }
        Ok(())
    }
}

/// Returns a strategy for cases of a policy and a roster, from the receipt to anywhere: closed, reopened, or stuck.
///
/// A case begins with one of the complaints of [`situations`]. At each step some time passes, and somebody of the
/// roster, or somebody without a role, does something that is possible. A failure shrinks to a short history.
///
/// # Example
///
/// ```
/// use proptest::test_runner::{Config, TestRunner};
/// use redress::{laws, sample, strategies};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// TestRunner::new(Config::with_cases(8)).run(&strategies::cases(&policy, &roster), |story| {
///     Ok(laws::replay_equals_state(&policy, story.case())?)
/// })?;
/// # Ok(()) }
/// ```
pub fn cases(policy: &Policy, roster: &Roster) -> impl Strategy<Value = CaseStory> + use<> {
    let (policy, roster) = (Arc::new(policy.clone()), roster.clone());
    let wait = prop_oneof![
        4 => 0..240_i64,
        2 => select(Vec::from([0_i64, 24 * 60, 3 * 24 * 60])),
        1 => 0..40 * 24 * 60_i64,
    ];
    let steps = list((proptest::num::u64::ANY, wait), 0..MAX_STEPS);
    (situations(&policy), steps).prop_filter_map(
        "a complaint that a case can begin with",
        move |(situation, steps)| {
            let office = Office::new(&policy, &roster);
            let mut case = begun(&policy, &situation)?;
            for (pick, minutes) in steps {
                let Some(at) = later(&case, minutes) else { continue };
                let Some(request) = possible_request(&office, &case, (at, pick)) else { continue };
                if let Ok(next) =
                    office.decide(&case, request).and_then(|decision| case.clone().after(&decision))
                {
                    case = next;
                }
            }
            Some(CaseStory(case))
        },
    )
}

/// Returns a strategy for the requests that an office accepts for a case: now, or some time after its last event.
///
/// `None` if nothing is possible. See [`possible_requests`] for what is left out.
///
/// # Example
///
/// ```
/// use proptest::strategy::{Strategy as _, ValueTree as _};
/// use proptest::test_runner::TestRunner;
/// use redress::case::Office;
/// use redress::{sample, strategies};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let (office, case) = (Office::new(&policy, &roster), sample::case_in_approval(&policy, &roster)?);
/// let requests = strategies::requests(&office, &case);
/// let request = requests.new_tree(&mut TestRunner::deterministic()).map_err(|reason| reason.to_string())?.current().ok_or("nothing is possible")?;
/// assert!(office.decide(&case, request).is_ok());
/// # Ok(()) }
/// ```
pub fn requests(office: &Office<'_>, case: &Case) -> impl Strategy<Value = Option<Request>> + use<> {
    let mut found: Vec<Option<Request>> = Vec::new();
    for minutes in [0, 60, 3 * 24 * 60] {
        let at = later(case, minutes).into_iter();
        found.extend(at.flat_map(|at| possible_requests(office, case, at)).map(Some));
    }
    if found.is_empty() {
        found.push(None);
    }
    select(found)
}

fn later(case: &Case, minutes: i64) -> Option<chrono::DateTime<chrono::Utc>> {
    case.events().last()?.at.checked_add_signed(TimeDelta::try_minutes(minutes)?)
}

/// The case of a complaint, opened when it was received.
fn begun(policy: &Policy, situation: &Situation) -> Option<Case> {
    let complaint = situation.complaint();
    let mut said = ComplaintDocument::new(complaint.id(), complaint.received());
    said.words = complaint.words().clone();
    said.no_demand = complaint.wants_nothing();
    said.facts = complaint.facts().chain(complaint.facts_not_so().map(|fact| (fact, 0))).collect();
    (said.amount, said.staff) = (complaint.amount(), complaint.staff());
    (said.customer, said.product) = (complaint.complainant(), complaint.product());
    let past = PastCounts::of(policy, complaint, situation.history());
    let stamp = Stamp::new("law-0".parse().ok()?, "desk-1".parse().ok()?, complaint.received());
    open(policy, Intake::from(said).with_past(past), stamp).ok()
}
