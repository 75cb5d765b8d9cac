//! The side tracks of a case, which run beside its course.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::track::SanctionProposal;
use crate::vocab::track::{AccidentStep, GoodsStep, MeasureStep, RecallStep};
use crate::vocab::{Department, RuleId};

/// The side tracks of a case: containment, returned goods, a recall, measures, disciplines, sanctions, the bill, an
/// accident, a project.
///
/// INVARIANT: a track keeps its last step only. Each department and each measure is kept once, in the order in which
/// they came. A sanction that is decided is no longer proposed.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct SideTracks {
    /// The departments with a containment measure, each with its instant. `None` if the department needs no measure.
    contained: Vec<(Department, Option<DateTime<Utc>>)>,
    goods: Option<GoodsStep>,
    recall: Option<RecallStep>,
    measures: Vec<(RuleId, MeasureStep, DateTime<Utc>)>,
    /// The number of steps of 8D or PDCA that were taken.
    disciplines: u32,
    proposed_sanctions: Vec<SanctionProposal>,
    sanctions: Vec<SanctionProposal>,
    billing_held: bool,
    accident: Option<AccidentStep>,
    project: Option<Project>,
}

/// A project that the case is or was.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Project {
    since: DateTime<Utc>,
    finished: bool,
}

impl SideTracks {
    /// Notes that a department has a measure since an instant, or needs none. This replaces what was noted of the
    /// department in an earlier round.
    pub(in crate::case::state) fn contained(&mut self, department: Department, at: Option<DateTime<Utc>>) {
        match self.contained.iter_mut().find(|(known, _)| *known == department) {
            Some(known) => *known = (department, at),
            None => self.contained.push((department, at)),
        }
    }

    pub(in crate::case::state) const fn handled_goods(&mut self, step: GoodsStep) {
        self.goods = Some(step);
    }

    pub(in crate::case::state) const fn recalled(&mut self, step: RecallStep) {
        self.recall = Some(step);
    }

    /// Notes a step of a measure, which replaces the step before.
    pub(in crate::case::state) fn took_action(
        &mut self,
        measure: RuleId,
        step: MeasureStep,
        at: DateTime<Utc>,
    ) {
        match self.measures.iter_mut().find(|(known, ..)| *known == measure) {
            Some(known) => *known = (measure, step, at),
            None => self.measures.push((measure, step, at)),
        }
    }

    pub(in crate::case::state) const fn recorded_discipline(&mut self) {
        self.disciplines = self.disciplines.saturating_add(1);
    }

    pub(in crate::case::state) fn proposed_sanction(&mut self, sanction: SanctionProposal) {
        self.proposed_sanctions.push(sanction);
    }

    /// Notes that a sanction was decided. It is then no longer proposed.
    pub(in crate::case::state) fn decided_sanction(&mut self, sanction: SanctionProposal) {
        self.proposed_sanctions.retain(|proposed| *proposed != sanction);
        self.sanctions.push(sanction);
    }

    pub(in crate::case::state) const fn hold_billing(&mut self, held: bool) {
        self.billing_held = held;
    }

    pub(in crate::case::state) const fn took_accident_step(&mut self, step: AccidentStep) {
        self.accident = Some(step);
    }

    /// Notes that the case became a project. This can happen again after a project was finished.
    pub(in crate::case::state) const fn opened_project(&mut self, since: DateTime<Utc>) {
        self.project = Some(Project { since, finished: false });
    }

    pub(in crate::case::state) fn finished_project(&mut self) {
        debug_assert!(self.has_open_project(), "only an open project ends");
        if let Some(project) = &mut self.project {
            project.finished = true;
        }
    }

    pub(in crate::case) fn contained_departments(&self) -> &[(Department, Option<DateTime<Utc>>)] {
        &self.contained
    }

    /// Returns `true` if a department has a measure, or needs none.
    pub(in crate::case) fn is_contained(&self, department: Department) -> bool {
        self.contained.iter().any(|(known, _)| *known == department)
    }

    pub(in crate::case) const fn goods(&self) -> Option<GoodsStep> {
        self.goods
    }

    pub(in crate::case) const fn recall(&self) -> Option<RecallStep> {
        self.recall
    }

    pub(in crate::case) fn measures(&self) -> &[(RuleId, MeasureStep, DateTime<Utc>)] {
        &self.measures
    }

    /// Returns the last step of a measure, or `None` if nobody has planned it.
    pub(in crate::case) fn step_of(&self, measure: RuleId) -> Option<MeasureStep> {
        self.measures.iter().find(|(known, ..)| *known == measure).map(|&(_, step, _)| step)
    }

    pub(in crate::case) const fn disciplines(&self) -> u32 {
        self.disciplines
    }

    pub(in crate::case) fn proposed_sanctions(&self) -> &[SanctionProposal] {
        &self.proposed_sanctions
    }

    pub(in crate::case) fn sanctions(&self) -> &[SanctionProposal] {
        &self.sanctions
    }

    /// Returns the sanctions that are proposed, then those that are decided.
    pub(in crate::case) fn all_sanctions(&self) -> impl Iterator<Item = &SanctionProposal> {
        self.proposed_sanctions.iter().chain(&self.sanctions)
    }

    pub(in crate::case) const fn is_billing_held(&self) -> bool {
        self.billing_held
    }

    pub(in crate::case) const fn accident(&self) -> Option<AccidentStep> {
        self.accident
    }

    /// Returns the instant at which the case last became a project.
    pub(in crate::case) const fn project_since(&self) -> Option<DateTime<Utc>> {
        match self.project {
            Some(Project { since, .. }) => Some(since),
            None => None,
        }
    }

    pub(in crate::case) const fn has_open_project(&self) -> bool {
        matches!(self.project, Some(Project { finished: false, .. }))
    }

    pub(in crate::case) const fn has_finished_project(&self) -> bool {
        matches!(self.project, Some(Project { finished: true, .. }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocab::track::{Accountable, Sanction};
    use crate::word;

    fn at(hour: u32) -> DateTime<Utc> {
        alloc::format!("2026-03-02T{hour:02}:00:00Z").parse().unwrap()
    }

    fn sanction(person: &str) -> SanctionProposal {
        SanctionProposal::new(person.parse().unwrap(), Accountable::ALL[0], Sanction::ALL[0])
    }

    #[test]
    fn a_step_replaces_the_one_before() {
        let mut tracks = SideTracks::default();
        assert_eq!((tracks.goods(), tracks.recall(), tracks.accident()), (None, None, None));
        for &step in GoodsStep::ALL {
            tracks.handled_goods(step);
            assert_eq!(tracks.goods(), Some(step));
        }
        for &step in RecallStep::ALL {
            tracks.recalled(step);
            assert_eq!(tracks.recall(), Some(step));
        }
        for &step in AccidentStep::ALL {
            tracks.took_accident_step(step);
            assert_eq!(tracks.accident(), Some(step));
        }
    }

    #[test]
    fn a_measure_stands_once_at_its_last_step() {
        let (first, second) = (word!(RuleId, "first"), word!(RuleId, "second"));
        let mut tracks = SideTracks::default();
        tracks.took_action(first, MeasureStep::Planned, at(8));
        tracks.took_action(second, MeasureStep::Planned, at(9));
        tracks.took_action(first, MeasureStep::CarriedOut, at(10));
        assert_eq!(
            tracks.measures(),
            [(first, MeasureStep::CarriedOut, at(10)), (second, MeasureStep::Planned, at(9))]
        );
        assert_eq!(tracks.step_of(second), Some(MeasureStep::Planned));
        assert_eq!(tracks.step_of(word!(RuleId, "third")), None);
    }

    #[test]
    fn a_department_stands_once_as_it_was_said_last() {
        let mut tracks = SideTracks::default();
        tracks.contained(Department::QUALITY, Some(at(8)));
        tracks.contained(Department::SALES_OFFICE, None);
        tracks.contained(Department::QUALITY, None);
        let known = [(Department::QUALITY, None), (Department::SALES_OFFICE, None)];
        assert_eq!(tracks.contained_departments(), known);
        assert!(tracks.is_contained(Department::SALES_OFFICE) && !tracks.is_contained(Department::SALES));
    }

    #[test]
    fn a_decided_sanction_is_not_proposed_any_more() {
        let mut tracks = SideTracks::default();
        tracks.proposed_sanction(sanction("tom"));
        tracks.proposed_sanction(sanction("uma"));
        tracks.decided_sanction(sanction("tom"));
        assert_eq!(tracks.proposed_sanctions(), [sanction("uma")]);
        assert_eq!(tracks.sanctions(), [sanction("tom")]);
        assert!(tracks.all_sanctions().eq(&[sanction("uma"), sanction("tom")]));
    }

    #[test]
    fn a_project_ends_and_can_begin_again() {
        let mut tracks = SideTracks::default();
        assert!(!tracks.has_open_project() && !tracks.has_finished_project());
        tracks.opened_project(at(8));
        assert!(tracks.has_open_project() && !tracks.has_finished_project());
        tracks.finished_project();
        assert!(!tracks.has_open_project() && tracks.has_finished_project());
        assert_eq!(tracks.project_since(), Some(at(8)));
        tracks.opened_project(at(9));
        assert!(tracks.has_open_project() && !tracks.has_finished_project());
        assert_eq!(tracks.project_since(), Some(at(9)));
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "only an open project ends")]
    fn the_end_of_no_project_is_seen() {
        SideTracks::default().finished_project();
    }
}
