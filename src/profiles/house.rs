//! What every profile takes from the house that uses it.

use crate::approval::ApprovalTable;
use crate::calendar::Calendar;
use crate::labels::Labels;
use crate::policy::{Policy, PolicyBuilder, Track};
use crate::taxonomy::Taxonomy;

/// Calendar, words and labels, how the house calls this version of the procedure, and how its cases go.
#[derive(Clone, Debug)]
pub(super) struct House {
    pub(super) calendar: Calendar,
    pub(super) version: &'static str,
    pub(super) taxonomy: Taxonomy,
    pub(super) labels: Labels,
    pub(super) track: Track,
    pub(super) approvals: ApprovalTable,
}

impl House {
    /// The standard words, and the procedure's own version.
    pub(super) fn new(calendar: Calendar, version: &'static str) -> Self {
        Self {
            calendar,
            version,
            taxonomy: Taxonomy::standard(),
            labels: Labels::standard(),
            track: Track::new(),
            approvals: ApprovalTable::none(),
        }
    }

    /// A policy of these parts, still to be filled.
    pub(super) fn policy(self, name: &str) -> PolicyBuilder {
        Policy::builder(name, self.version)
            .taxonomy(self.taxonomy)
            .labels(self.labels)
            .calendar(self.calendar)
            .track(self.track)
            .approvals(self.approvals)
    }
}

/// Implements the choices of a house for a profile with a field `house`.
macro_rules! in_house {
    ($profile:ty) => {
        impl $profile {
            /// Names the version of the policy; the source of the procedure unless given.
            pub const fn version(mut self, version: &'static str) -> Self {
                self.house.version = version;
                self
            }

            /// Declares other words than the standard ones.
            pub fn taxonomy(mut self, taxonomy: $crate::taxonomy::Taxonomy) -> Self {
                self.house.taxonomy = taxonomy;
                self
            }

            /// Reads words by other labels than the standard ones.
            pub fn labels(mut self, labels: $crate::labels::Labels) -> Self {
                self.house.labels = labels;
                self
            }

            /// Lets its cases take another course than the required stages with triage and dispatch.
            pub fn track(mut self, track: $crate::policy::Track) -> Self {
                self.house.track = track;
                self
            }

            /// Says who has to approve what; nobody anything unless given.
            pub fn approvals(mut self, table: $crate::approval::ApprovalTable) -> Self {
                self.house.approvals = table;
                self
            }
        }
    };
}

pub(super) use in_house;
