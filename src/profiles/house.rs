//! What every profile takes from the organisation that uses it.

use crate::approval::ApprovalTable;
use crate::calendar::{Calendar, Span};
use crate::labels::Labels;
use crate::policy::track::{Conduct, PeopleRules, Requirement};
use crate::policy::{Condition, Policy, PolicyBuilder, Track};
use crate::taxonomy::Taxonomy;
use crate::vocab::kind::CauseGroup;
use crate::vocab::{Action, Cause, Fact, RuleId};
use crate::word;

/// Calendar, words and labels of the organisation, the version of the procedure, and the parts that the organisation
/// replaces.
#[derive(Clone, Debug)]
pub(super) struct House {
    pub(super) calendar: Calendar,
    pub(super) version: &'static str,
    pub(super) taxonomy: Taxonomy,
    pub(super) labels: Labels,
    pub(super) track: Option<Track>,
    pub(super) approvals: Option<ApprovalTable>,
    pub(super) conduct: Conduct,
    pub(super) silence: Option<Span>,
}

impl House {
    /// Makes a house with the standard words and the procedure's own version.
    pub(super) fn new(calendar: Calendar, version: &'static str) -> Self {
        Self {
            calendar,
            version,
            taxonomy: Taxonomy::standard(),
            labels: Labels::standard(),
            track: None,
            approvals: None,
            conduct: Conduct::new(),
            silence: None,
        }
    }

    /// Sets how the procedure treats a complainant: compensation, talk and tone (K02, K04, K05).
    pub(super) const fn with_conduct(mut self, conduct: Conduct) -> Self {
        self.conduct = conduct;
        self
    }

    /// Starts a policy with the course and the approvals of the procedure, unless the organisation replaced them. In
    /// every procedure, an accident elsewhere is not an accident of the business (S04-R10).
    pub(super) fn policy(self, name: &str, track: Track, approvals: ApprovalTable) -> PolicyBuilder {
        let guard = accident_inside(&self.taxonomy);
        let track = self.track.unwrap_or(track);
        let track = match self.silence {
            Some(silence) => track.with_silence(silence),
            None => track,
        };
        let approvals = self.approvals.unwrap_or(approvals);
        // If the policy has approvals, relaxing them or moving to another policy needs a second person. Otherwise one
        // person could avoid the approvals that way.
        let people = match approvals.chains() {
            [] => PeopleRules::new(),
            _ => PeopleRules::new().with_second_person(Action::Relax).with_second_person(Action::MovePolicy),
        };
        let policy = Policy::builder(name).version(self.version);
        guard
            .into_iter()
            .fold(policy, PolicyBuilder::requirement)
            .taxonomy(self.taxonomy)
            .labels(self.labels)
            .calendar(self.calendar)
            .track(track)
            .approvals(approvals)
            .people(people)
            .conduct(self.conduct)
    }
}

/// Requires that an accident happened within the business or on the premises (S04-R10). `None` if the organisation does
/// not use the words for it; a missing cause or fact is left out.
fn accident_inside(words: &Taxonomy) -> Option<Requirement> {
    const LEAVES: [Cause; 3] =
        [Cause::ACCIDENT_ON_PREMISES, Cause::ACCIDENT_IN_SCOPE, Cause::ACCIDENT_CARGO_LOSS];
    let accident = Cause::from(CauseGroup::ACCIDENT);
    let leaves = LEAVES.into_iter().filter(|&leaf| words.contains(leaf)).map(Condition::is);
    let facts = [Fact::ON_PREMISES, Fact::IN_BUSINESS_SCOPE];
    let facts = facts.into_iter().filter(|&fact| words.contains(fact)).map(Condition::has);
    let rule = |inside| Requirement::new(word!(RuleId, "s04-r10"), accident, inside).with_citation("S04-R10");
    words.contains(accident).then(|| rule(Condition::any(leaves.chain(facts))))
}

/// Implements the setters of [`House`] for a profile with a field `house`.
macro_rules! in_house {
    ($profile:ty) => {
        impl $profile {
            /// Sets the version of the policy. The default is the code of the source.
            pub const fn version(mut self, version: &'static str) -> Self {
                self.house.version = version;
                self
            }

            /// Sets the words. The default is the standard words.
            pub fn taxonomy(mut self, taxonomy: $crate::taxonomy::Taxonomy) -> Self {
                self.house.taxonomy = taxonomy;
                self
            }

            /// Sets the labels. The default is the standard labels.
            pub fn labels(mut self, labels: $crate::labels::Labels) -> Self {
                self.house.labels = labels;
                self
            }

            /// Lets an offer lapse after the complainant has been silent for so long, if the procedure requires
            /// consent. By default an offer waits without a limit, because the sources name none.
            pub const fn lapsing_after(mut self, silence: $crate::calendar::Span) -> Self {
                self.house.silence = Some(silence);
                self
            }

            /// Replaces the course of the procedure.
            pub fn track(mut self, track: $crate::policy::Track) -> Self {
                self.house.track = Some(track);
                self
            }

            /// Replaces the approvals of the procedure.
            pub fn approvals(mut self, table: $crate::approval::ApprovalTable) -> Self {
                self.house.approvals = Some(table);
                self
            }

            /// Replaces the conduct of the procedure: when compensation is offered (K05), how a complaint is talked
            /// about (K04), and in which tone (K02).
            pub const fn conduct(mut self, conduct: $crate::policy::track::Conduct) -> Self {
                self.house.conduct = conduct;
                self
            }
        }
    };
}

pub(super) use in_house;
