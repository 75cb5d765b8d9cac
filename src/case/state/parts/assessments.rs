//! The assessments of a complaint by its policy.

use crate::case::assessment::Assessment;
use crate::policy::fingerprint::PolicyContent;
use crate::triage::PastCounts;
use crate::vocab::Severity;

/// The current assessment of a case, and what is kept of earlier ones.
///
/// INVARIANT: the severity by which chains are chosen is at least that of the current assessment, and only
/// [`Assessments::relax`] lowers it. Counts and policy content stay until new ones are given. The current assessment
/// holds neither.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct Assessments {
    current: Assessment,
    /// The highest severity that the case has had, by which chains are chosen.
    strictest: Option<Severity>,
    /// The counts of earlier complaints.
    past: Option<PastCounts>,
    content: Option<PolicyContent>,
}

impl Assessments {
    /// Begins without an assessment, with the counts of the receipt.
    pub(in crate::case::state) fn with_past(past: Option<PastCounts>) -> Self {
        Self { past, ..Self::default() }
    }

    /// Takes a new assessment. A higher severity raises the one by which chains are chosen. A lower one does not lower
    /// it.
    pub(in crate::case::state) fn assess(&mut self, assessed: &Assessment) {
        self.strictest = self.strictest_with(assessed);
        self.count(assessed.past.as_ref());
        if assessed.content.is_some() {
            self.content.clone_from(&assessed.content);
        }
        self.current = Assessment { past: None, content: None, ..assessed.clone() };
    }

    /// Lets chains be chosen by the current severity.
    pub(in crate::case::state) fn relax(&mut self) {
        self.strictest = self.current.worst();
    }

    /// Takes new counts, if there are any.
    pub(in crate::case::state) fn count(&mut self, past: Option<&PastCounts>) {
        if let Some(past) = past {
            self.past = Some(past.clone());
        }
    }

    /// Returns the current assessment.
    pub(in crate::case) const fn current(&self) -> &Assessment {
        &self.current
    }

    /// Returns the severity by which chains are chosen.
    pub(in crate::case) const fn strictest(&self) -> Option<Severity> {
        self.strictest
    }

    /// Returns the severity by which chains would be chosen after another assessment.
    pub(in crate::case) fn strictest_with(&self, assessed: &Assessment) -> Option<Severity> {
        self.strictest.max(assessed.worst())
    }

    /// Returns the counts of earlier complaints, if there are any.
    pub(in crate::case) const fn past(&self) -> Option<&PastCounts> {
        self.past.as_ref()
    }

    /// Returns the fingerprint of the policy by which the case was assessed.
    pub(in crate::case) const fn content(&self) -> Option<&PolicyContent> {
        self.content.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(severity: Severity) -> Assessment {
        Assessment { severity: Some(severity), ..Assessment::default() }
    }

    #[test]
    fn only_relaxing_lowers_what_approvals_go_by() {
        let mut assessments = Assessments::default();
        for (severity, strictest) in [
            (Severity::Minor, Severity::Minor),
            (Severity::Critical, Severity::Critical),
            (Severity::Minor, Severity::Critical),
        ] {
            assessments.assess(&of(severity));
            assert_eq!(assessments.current().severity, Some(severity));
            assert_eq!(assessments.strictest(), Some(strictest));
        }
        assessments.relax();
        assert_eq!(assessments.strictest(), Some(Severity::Minor));
    }

    #[test]
    fn where_the_severity_is_not_known_approvals_go_by_the_worst() {
        let mut assessments = Assessments::default();
        let worst = Assessment { at_worst: Some(Severity::Critical), ..Assessment::default() };
        assessments.assess(&worst);
        assert_eq!(assessments.strictest(), Some(Severity::Critical));
    }

    #[test]
    fn counts_stay_until_others_are_given_and_stand_apart() {
        let past: PastCounts = serde_json::from_str(r#"{"repeats":[],"of-complainant":2}"#).unwrap();
        let mut assessments = Assessments::with_past(None);
        assessments.assess(&Assessment { past: Some(past.clone()), ..of(Severity::Minor) });
        assert_eq!((assessments.past(), &assessments.current().past), (Some(&past), &None));
        assessments.assess(&of(Severity::Critical));
        assessments.count(None);
        assert_eq!(assessments.past(), Some(&past));
    }
}
