//! Problem, analysis and solution of cases.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::Case;
use crate::case::command::Offer;
use crate::private::Private;
use crate::vocab::organisation::EvidenceBasis;
use crate::vocab::track::MeasureStep;
use crate::vocab::{CaseId, Category, Cause, Fact, FaultParty, ProductKey, RuleId, Subject};

/// A problem, its analysis, and its one solution (S36-R01): an entry of the report of an investigation.
///
/// A case is one problem. A report of several is a list of these, so that each problem has its own solution, or is seen
/// to have none yet.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Investigation<'c> {
    /// The problem.
    pub problem: InvestigationProblem<'c>,
    /// The analysis.
    pub analysis: InvestigationAnalysis<'c>,
    /// The solution: the alternative that is proposed, offered or carried out. None where nothing is.
    pub solution: Option<&'c Offer>,
}

/// What a problem is.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct InvestigationProblem<'c> {
    /// The case.
    pub case: CaseId,
    /// When it was received.
    pub received: DateTime<Utc>,
    /// The categories, the main one first.
    pub categories: Vec<Category>,
    /// What it is about.
    pub subject: Option<Subject>,
    /// The product, batch or device.
    pub product: Option<ProductKey>,
    /// The cause as it was stated.
    pub stated_cause: Option<Cause>,
    /// What was said.
    pub narrative: Option<&'c Private<alloc::string::String>>,
}

/// What was found of it.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct InvestigationAnalysis<'c> {
    /// The cause that was found; none as long as there is only the stated one.
    pub cause: Option<Cause>,
    /// Every cause that was thought possible.
    pub possible: &'c [Cause],
    /// What the findings rest on.
    pub evidence: &'c [EvidenceBasis],
    /// Whose fault it was.
    pub fault_party: Option<FaultParty>,
    /// What is so, and how often.
    pub facts: Vec<(Fact, u32)>,
    /// The measures against the cause, each with how far it is.
    pub measures: Vec<(RuleId, MeasureStep)>,
}

/// A part that a report of an investigation lacks.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum MissingPart {
    /// Nobody has found the cause.
    Cause,
    /// Nothing is proposed.
    Solution,
}

impl<'c> Investigation<'c> {
    /// What a case says of its problem.
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

    /// What it lacks.
    pub fn lacking(&self) -> impl Iterator<Item = MissingPart> {
        let cause = self.analysis.cause.is_none().then_some(MissingPart::Cause);
        let solution = self.solution.is_none().then_some(MissingPart::Solution);
        cause.into_iter().chain(solution)
    }
}
