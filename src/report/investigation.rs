//! The problem, the analysis and the solution of a case.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::Case;
use crate::case::command::Offer;
use crate::private::Private;
use crate::vocab::organisation::EvidenceBasis;
use crate::vocab::track::MeasureStep;
use crate::vocab::{CaseId, Category, Cause, Fact, FaultParty, ProductKey, RuleId, Subject};

/// A problem, its analysis, and its solution: one entry of an investigation report.
///
/// One case is one problem. A report about several problems is a list of these values, so that each problem has its own
/// solution, or visibly has none yet.
///
/// # Example: a case in approval
///
/// ```
/// use redress::report::investigation::{Investigation, MissingPart};
/// use redress::sample;
/// use redress::vocab::Remedy;
///
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?;
/// let entry = Investigation::of(&case);
/// assert_eq!(entry.solution.map(|offer| offer.remedies.as_slice()), Some([Remedy::REFUND].as_slice()));
/// assert_eq!(entry.lacking().collect::<Vec<_>>(), [MissingPart::Cause]); // nobody has found it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Investigation<'c> {
    /// What went wrong.
    pub problem: InvestigationProblem<'c>,
    /// What was found.
    pub analysis: InvestigationAnalysis<'c>,
    /// The alternative that is proposed, offered or carried out. `None` if there is none.
    pub solution: Option<&'c Offer>,
}

/// What went wrong, as the complaint states it.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct InvestigationProblem<'c> {
    /// The id of the case.
    pub case: CaseId,
    /// The instant at which the complaint was received.
    pub received: DateTime<Utc>,
    /// The categories, the main one first.
    pub categories: Vec<Category>,
    /// What the complaint is about.
    pub subject: Option<Subject>,
    /// The product, batch or device.
    pub product: Option<ProductKey>,
    /// The cause that the complainant stated.
    pub stated_cause: Option<Cause>,
    /// What the complainant said.
    pub narrative: Option<&'c Private<alloc::string::String>>,
}

/// What the investigation found.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct InvestigationAnalysis<'c> {
    /// The cause that was found. `None` while only the stated cause is known.
    pub cause: Option<Cause>,
    /// Every cause that was considered.
    pub possible: &'c [Cause],
    /// What the findings are based on.
    pub evidence: &'c [EvidenceBasis],
    /// The party at fault. `None` if nobody has said.
    pub fault_party: Option<FaultParty>,
    /// The facts of the case with their counts.
    pub facts: Vec<(Fact, u32)>,
    /// The measures against the cause, each with its progress.
    pub measures: Vec<(RuleId, MeasureStep)>,
}

/// A part that is missing in an entry of an investigation report.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum MissingPart {
    /// Nobody has found the cause.
    Cause,
    /// Nothing is proposed.
    Solution,
}

impl<'c> Investigation<'c> {
    /// Reads the entry of a case.
    #[must_use]
    pub fn of(case: &'c Case) -> Self {
        let complaint = case.complaint();
        Self {
            problem: InvestigationProblem {
                case: case.id(),
                received: complaint.received(),
                categories: complaint.categories().collect(),
                subject: complaint.subject(),
                product: complaint.product(),
                stated_cause: case.cause_as_stated(),
                narrative: complaint.narrative(),
            },
            analysis: InvestigationAnalysis {
                cause: complaint.cause().filter(|_| case.has_found_cause()),
                possible: case.possible_causes(),
                evidence: case.evidence(),
                fault_party: complaint.fault_party(),
                facts: complaint.facts().collect(),
                measures: case.measures().iter().map(|&(measure, step, _)| (measure, step)).collect(),
            },
            solution: case.solution(),
        }
    }

    /// Returns the parts that are missing.
    pub fn lacking(&self) -> impl Iterator<Item = MissingPart> {
        let cause = self.analysis.cause.is_none().then_some(MissingPart::Cause);
        let solution = self.solution.is_none().then_some(MissingPart::Solution);
        cause.into_iter().chain(solution)
    }
}
