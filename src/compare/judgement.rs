//! What a policy answers to one complaint, in the parts that are compared.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::approval::Chain;
use crate::approval::signing::ChainQuery;
use crate::deadline::Due;
use crate::policy::Policy;
use crate::triage::answer::{AnswerForm, Level, SeverityTriage, answer_form};
use crate::triage::{Complaint, History, Owner, PastCounts, Triage, TriageError, triage_with};
use crate::vocab::course::DecisionKind;
use crate::vocab::organisation::Record;
use crate::vocab::{Act, ClockName, Department, Role, Severity};

/// A part of an answer in which two policies can differ.
///
/// ```
/// use redress::compare::Aspect;
///
/// assert_eq!(serde_json::to_string(&Aspect::Dates)?, r#""dates""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "a new part must break every reader")]
pub enum Aspect {
    /// The severity, or the levels that are possible.
    Severity,
    /// The owner, and who else takes part.
    Owner,
    /// The due dates of the clocks.
    Dates,
    /// The approval chains of decisions about the amount of the complaint, before any remedy is chosen.
    Approvals,
    /// The form of the answer.
    Forms,
}

impl Aspect {
    /// Every part.
    pub const ALL: [Self; 5] = [Self::Severity, Self::Owner, Self::Dates, Self::Approvals, Self::Forms];

    /// Returns the name by which the part is written, such as `dates`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Severity => "severity",
            Self::Owner => "owner",
            Self::Dates => "dates",
            Self::Approvals => "approvals",
            Self::Forms => "forms",
        }
    }
}

impl core::fmt::Display for Aspect {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.as_str())
    }
}

/// Who owns a complaint, without the row that says so.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::exhaustive_enums, reason = "a new outcome must break every reader")]
pub enum OwnerAnswer {
    /// This department, or this role, or both.
    Assigned {
        /// The department.
        #[serde(skip_serializing_if = "Option::is_none")]
        department: Option<Department>,
        /// The role.
        #[serde(skip_serializing_if = "Option::is_none")]
        role: Option<Role>,
    },
    /// Nobody: no row matches.
    Unrouted,
    /// It depends on something that is not known.
    Undetermined,
    /// Nobody, because the complaint is closed by force.
    NotDispatched,
}

/// What a policy answers to one complaint: severity, owner, due dates, approvals and form.
///
/// As JSON, approvals are the ids of their chains.
///
/// # Example
///
/// ```
/// use redress::compare::Judgement;
/// use redress::sample;
/// use redress::triage::History;
/// use redress::vocab::{ClockName, Severity};
///
/// let policy = sample::policy()?;
/// let judged = Judgement::of(&policy, &sample::complaint()?, &History::none())?;
/// assert_eq!(judged.severity(), Some(Severity::General));
/// assert!(judged.due(ClockName::RESPONSE).is_some());
/// assert_eq!(judged.differences(&judged.clone()).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement<'p> {
    level: Option<Level>,
    owner: OwnerAnswer,
    routes: Vec<(Act, Option<Department>, Option<Role>)>,
    due: BTreeMap<ClockName, Option<Due>>,
    approvals: Vec<(DecisionKind, Option<&'p Chain>)>,
    form: Option<(Record, bool)>,
}

impl<'p> Judgement<'p> {
    /// Returns what a policy answers to a complaint.
    ///
    /// # Errors
    ///
    /// Returns a [`TriageError`] if the policy does not accept the complaint.
    pub fn of(policy: &'p Policy, complaint: &Complaint, history: &History) -> Result<Self, TriageError> {
        let past = PastCounts::of(policy, complaint, history);
        let form = match answer_form(policy, complaint, &past) {
            AnswerForm::On(form) => Some((form.record(), true)),
            AnswerForm::Undetermined(record) => Some((record, false)),
            AnswerForm::Free => None,
        };
        Ok(Self::of_triage(policy, &triage_with(policy, complaint, past)?, form))
    }

    fn of_triage(policy: &'p Policy, triaged: &Triage<'_>, form: Option<(Record, bool)>) -> Self {
        let level = triaged.severity().map(SeverityTriage::level);
        let owner = match triaged.owner() {
            Owner::Row(row) => {
                OwnerAnswer::Assigned { department: triaged.department_of(row), role: row.assignee().role() }
            }
            Owner::Unrouted => OwnerAnswer::Unrouted,
            Owner::Undetermined { .. } => OwnerAnswer::Undetermined,
            Owner::NotDispatched(_) => OwnerAnswer::NotDispatched,
        };
        let acts = Act::ALL.iter().filter(|act| **act != Act::Owner);
        let of_act = |act: Act| {
            triaged.routes(act).map(move |row| (act, triaged.department_of(row), row.assignee().role()))
        };
        let mut routes: Vec<_> = acts.flat_map(|act| of_act(*act)).collect();
        routes.sort_unstable_by_key(|(act, department, role)| (*act as usize, *department, *role));
        routes.dedup();
        let mut due: BTreeMap<ClockName, Option<Due>> = BTreeMap::new();
        for clock in triaged.clocks() {
            let earliest = due.entry(clock.name()).or_default();
            *earliest = [*earliest, clock.due()].into_iter().flatten().min();
        }
        let severity = level.and_then(Level::severity);
        let amount = triaged.complaint().amount();
        let chain = |kind: DecisionKind| {
            let query = ChainQuery::new(kind).with_severity(severity).with_amount(amount);
            (kind, policy.approvals().select(query).ok().flatten())
        };
        let approvals = if policy.approvals().chains().is_empty() {
            Vec::new()
        } else {
            DecisionKind::ALL.iter().map(|kind| chain(*kind)).filter(|(_, chain)| chain.is_some()).collect()
        };
        Self { level, owner, routes, due, approvals, form }
    }

    /// Returns the severity. `None` if the complaint is not rated, or if several levels are possible.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        self.level.and_then(Level::severity)
    }

    /// Returns what the severity rules come to. `None` if the policy has none.
    #[must_use]
    pub const fn level(&self) -> Option<Level> {
        self.level
    }

    /// Returns the owner.
    #[must_use]
    pub const fn owner(&self) -> OwnerAnswer {
        self.owner
    }

    /// Returns who else takes part, by act.
    #[must_use]
    pub fn routes(&self) -> &[(Act, Option<Department>, Option<Role>)] {
        &self.routes
    }

    /// Returns the due date of a clock, the earliest if it has several. `None` if there is none.
    #[must_use]
    pub fn due(&self, clock: ClockName) -> Option<Due> {
        self.due.get(&clock).copied().flatten()
    }

    /// Returns the clocks of the complaint, each with its earliest due date.
    pub fn clocks(&self) -> impl Iterator<Item = (ClockName, Option<Due>)> + '_ {
        self.due.iter().map(|(clock, due)| (*clock, *due))
    }

    /// Returns the approval chains of decisions about the complaint, without any remedy.
    #[must_use]
    pub fn approvals(&self) -> &[(DecisionKind, Option<&'p Chain>)] {
        &self.approvals
    }

    /// Returns the form of the answer, and whether it is certain. `None` for an answer without a form.
    #[must_use]
    pub const fn form(&self) -> Option<(Record, bool)> {
        self.form
    }

    /// Returns the parts in which another answer differs.
    pub fn differences<'s>(&'s self, other: &'s Judgement<'_>) -> impl Iterator<Item = Aspect> + 's {
        Aspect::ALL.into_iter().filter(move |aspect| self.differs(other, *aspect))
    }

    /// Returns whether another answer differs in a part.
    #[must_use]
    pub fn differs<'s>(&'s self, other: &'s Judgement<'_>, aspect: Aspect) -> bool {
        match aspect {
            Aspect::Severity => levels(self.level) != levels(other.level),
            Aspect::Owner => self.owner != other.owner || self.routes != other.routes,
            Aspect::Dates => {
                let dated = |of: &Judgement<'_>| -> Vec<(ClockName, Due)> {
                    of.clocks().filter_map(|(clock, due)| due.map(|due| (clock, due))).collect()
                };
                dated(self) != dated(other)
            }
            Aspect::Approvals => {
                let asked = |of: &'s Judgement<'_>| {
                    of.approvals.iter().map(|(kind, chain)| (*kind, chain.map(signed)))
                };
                !asked(self).eq(asked(other))
            }
            Aspect::Forms => self.form != other.form,
        }
    }
}

/// What the severity rules come to, whether by a rule or by the default.
const fn levels(level: Option<Level>) -> (Option<Severity>, Option<Severity>) {
    match level {
        None | Some(Level::Unrated) => (None, None),
        Some(Level::ByRules(level) | Level::Default(level)) => (Some(level), Some(level)),
        Some(Level::Undetermined(lowest, highest)) => (lowest, Some(highest)),
    }
}

/// What a chain asks for: its steps, or that nobody signs.
fn signed(chain: &Chain) -> (&[crate::approval::Step], bool) {
    (chain.steps(), chain.is_unsigned())
}

impl Serialize for Judgement<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Judgement", 6)?;
        map.serialize_field("severity", &self.severity())?;
        map.serialize_field("owner", &self.owner)?;
        map.serialize_field("routes", &self.routes)?;
        let due: BTreeMap<ClockName, Due> =
            self.clocks().filter_map(|(clock, due)| due.map(|due| (clock, due))).collect();
        map.serialize_field("due", &due)?;
        let chains: Vec<_> = self
            .approvals
            .iter()
            .filter_map(|(kind, chain)| chain.map(|chain| (*kind, chain.id())))
            .collect();
        map.serialize_field("approvals", &chains)?;
        map.serialize_field("form", &self.form.map(|(record, _)| record))?;
        map.end()
    }
}
