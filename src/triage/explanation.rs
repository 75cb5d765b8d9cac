//! The account of a triage: every answer with its reasons, as data.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use crate::deadline::{DeadlineError, Due, Trace};
use crate::policy::clock::PeriodStart;
use crate::policy::condition::Truth;
use crate::triage::clock::{ClockOutcome, ClockTriage};
use crate::triage::findings::{
    FormAccount, MarkAccount, OwnerAccount, RouteAccount, SeverityAccount, WordAccount,
};
use crate::triage::form::form_of;
use crate::triage::grounds::{Ground, grounds};
use crate::triage::known::Known;
use crate::triage::local::LocalAccount;
use crate::triage::marking::each_mark;
use crate::triage::outcome::Triage;
use crate::vocab::{Act, Anchor, CaseId, Category, ClockName, Department, Fact, Input, RuleId, Severity};

/// The account of a triage. It owns what it says, serialises with keys as those of documents (`open-marks`), and is rendered in any language by
/// [`Renderer::explanation`](crate::render::Renderer::explanation).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Explanation {
    /// The complaint.
    pub(crate) complaint: CaseId,
    /// The name of the policy.
    pub(crate) policy: String,
    /// The version of the policy.
    pub(crate) version: String,
    /// How local times of its document were read that the wall clock skips or shows twice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) local_times: Vec<LocalAccount>,
    /// How bad it is, where the policy rates complaints.
    pub(crate) severity: Option<SeverityAccount>,
    /// The facts that must be asked and were not answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) to_ask: Vec<Fact>,
    /// The words that rules gave it: its importance, its urgency, its claim kind.
    pub(crate) words: Vec<WordAccount>,
    /// What is to be kept in mind about it.
    pub(crate) marks: Vec<MarkAccount>,
    /// What may have to be, because it depends on something unknown.
    pub(crate) open_marks: Vec<MarkAccount>,
    /// On which form it is answered; none where the policy has no such form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) form: Option<FormAccount>,
    /// Who owns the complaint.
    pub(crate) owner: OwnerAccount,
    /// Who else gets it, and what for.
    pub(crate) routes: Vec<RouteAccount>,
    /// The acts for which more may get it, with the inputs that are not known.
    pub(crate) missing: Vec<(Act, Vec<Input>)>,
    /// By when it must be dealt with.
    pub(crate) clocks: Vec<ClockAccount>,
    /// How many earlier complaints of the same complainant there are.
    pub(crate) repeats: usize,
}

/// Why a clock comes to what it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ClockAccount {
    /// The clock.
    pub(crate) clock: ClockName,
    /// The department whose clock it is, where there is one for each.
    pub(crate) department: Option<Department>,
    /// The event from which it runs.
    pub(crate) start: Anchor,
    /// The clock from whose due date it runs, in place of the event.
    pub(crate) due_of: Option<ClockName>,
    /// The target that decided, where targets go by category.
    pub(crate) target: Option<TargetAccount>,
    /// When it is due, if it is.
    pub(crate) due: Option<Due>,
    /// Why there is no due date, if there is none.
    pub(crate) without: Option<MissingDueDate>,
    /// How it repeats by the calendar: the due date is that of the first period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) periods: Option<PeriodsAccount>,
    /// The steps to the due date.
    pub(crate) trace: Trace,
    /// Where the clock comes from.
    pub(crate) citation: String,
}

/// How a duty repeats by the calendar.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PeriodsAccount {
    /// The events that can fulfil a period, one event one period.
    pub(crate) fulfilled_by: Vec<Anchor>,
    /// From when the next period counts.
    pub(crate) next_from: PeriodStart,
    /// The event that ends the duty.
    pub(crate) until: Anchor,
}

/// The target that decided.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TargetAccount {
    /// Its id.
    pub(crate) id: RuleId,
    /// Its category; none where it covers all.
    pub(crate) category: Option<Category>,
    /// The severity from which on it covers; none where it covers all.
    pub(crate) severity: Option<Severity>,
    /// Where it comes from.
    pub(crate) citation: String,
}

/// Why a clock has no due date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum MissingDueDate {
    /// It waits for an event.
    NotStarted {
        /// The event.
        anchor: Anchor,
    },
    /// The complaint is closed by force.
    Exempt {
        /// Where that rule comes from.
        citation: String,
    },
    /// It cannot be said.
    Undetermined {
        /// Why.
        #[serde(serialize_with = "as_text")]
        reason: DeadlineError,
    },
}

fn as_text<S: serde::Serializer>(error: &DeadlineError, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(error)
}

impl Triage<'_> {
    /// The full account: every answer with its reasons, owning all of it.
    #[must_use]
    pub fn explain(&self) -> Explanation {
        Explanation::of(self)
    }
}

impl Explanation {
    fn of(triage: &Triage<'_>) -> Self {
        let known = &triage.known();
        let others = || Act::ALL.iter().copied().filter(|act| *act != Act::Owner);
        let missing =
            |act| Some((act, triage.missing(act).collect::<Vec<_>>())).filter(|(_, all)| !all.is_empty());
        let words = [
            triage.importance.as_ref().map(|rated| WordAccount::of(rated, known)),
            triage.urgency.as_ref().map(|rated| WordAccount::of(rated, known)),
            triage.claim_kind.as_ref().map(|rated| WordAccount::of(rated, known)),
        ];
        let (marks, open_marks) = marks_of(triage, known);
        Self {
            complaint: triage.complaint.id(),
            policy: triage.policy.name().into(),
            version: triage.policy.version().into(),
            local_times: triage.complaint.local_times.clone(),
            severity: triage.severity.as_ref().map(|severity| SeverityAccount::of(severity, known)),
            to_ask: triage.to_ask().to_vec(),
            words: words.into_iter().flatten().collect(),
            marks,
            open_marks,
            form: FormAccount::of(&form_of(triage.policy, known), triage, known),
            owner: OwnerAccount::of(triage, known),
            routes: others()
                .flat_map(|act| triage.routes(act))
                .map(|row| RouteAccount::of(row, triage, known))
                .collect(),
            missing: others().filter_map(missing).collect(),
            clocks: triage.clocks.iter().map(|clock| ClockAccount::of(triage, clock)).collect(),
            repeats: triage.repeats,
        }
    }

    /// The complaint.
    #[must_use]
    pub const fn complaint(&self) -> CaseId {
        self.complaint
    }

    /// The name of the policy and its version.
    #[must_use]
    pub fn policy(&self) -> (&str, &str) {
        (&self.policy, &self.version)
    }

    /// Returns how local times of the complaint's document were read that the wall clock skips or shows twice.
    #[must_use]
    pub fn local_times(&self) -> &[LocalAccount] {
        &self.local_times
    }

    /// Who owns the complaint, and why.
    #[must_use]
    pub const fn owner(&self) -> &OwnerAccount {
        &self.owner
    }

    /// How bad it is, and why; none where the policy does not rate complaints.
    #[must_use]
    pub const fn severity(&self) -> Option<&SeverityAccount> {
        self.severity.as_ref()
    }

    /// The facts that must be asked and were not answered.
    #[must_use]
    pub fn to_ask(&self) -> &[Fact] {
        &self.to_ask
    }

    /// The words that rules gave it: its importance, its urgency, its claim kind.
    #[must_use]
    pub fn words(&self) -> &[WordAccount] {
        &self.words
    }

    /// What is to be kept in mind about it.
    #[must_use]
    pub fn marks(&self) -> &[MarkAccount] {
        &self.marks
    }

    /// Returns what may have to be kept in mind about it: a mark for each rule that may give one.
    #[must_use]
    pub fn open_marks(&self) -> &[MarkAccount] {
        &self.open_marks
    }

    /// Returns on which form it is answered, and why; none where the policy has no such form.
    #[must_use]
    pub const fn form(&self) -> Option<&FormAccount> {
        self.form.as_ref()
    }

    /// Who gets it for other acts than owning it.
    #[must_use]
    pub fn routes(&self) -> &[RouteAccount] {
        &self.routes
    }

    /// How many earlier complaints of the same complainant there are.
    #[must_use]
    pub const fn repeats(&self) -> usize {
        self.repeats
    }

    /// By when it must be dealt with, and why.
    #[must_use]
    pub fn clocks(&self) -> &[ClockAccount] {
        &self.clocks
    }
}

/// The marks that rules gave, and those that rules may give.
fn marks_of(triage: &Triage<'_>, known: &Known<'_>) -> (Vec<MarkAccount>, Vec<MarkAccount>) {
    let (mut given, mut open) = (Vec::new(), Vec::new());
    each_mark(triage.policy, known, triage.severity.as_ref(), triage.claim_kind.as_ref(), |found| {
        let because = || {
            let mut all: Vec<Ground> = Vec::new();
            for ground in found.asked.iter().flatten().flat_map(|asked| grounds(asked, known)) {
                if !all.contains(&ground) {
                    all.push(ground);
                }
            }
            MarkAccount { mark: found.mark, rule: found.rule, because: all }
        };
        match found.given {
            Truth::True => given.push(because()),
            Truth::Unknown => open.push(because()),
            Truth::False => {}
        }
    });
    open.retain(|one| !given.iter().any(|other| other.mark == one.mark));
    (given, open)
}

impl ClockAccount {
    fn of(triage: &Triage<'_>, clock: &ClockTriage<'_>) -> Self {
        let without = match clock.outcome() {
            ClockOutcome::Due(_) => None,
            ClockOutcome::NotStarted(anchor) => Some(MissingDueDate::NotStarted { anchor: *anchor }),
            ClockOutcome::Exempt(test) => {
                Some(MissingDueDate::Exempt { citation: test.citation.to_string() })
            }
            ClockOutcome::Undetermined(reason) => {
                Some(MissingDueDate::Undetermined { reason: reason.clone() })
            }
        };
        Self {
            clock: clock.name(),
            department: clock.department(),
            start: clock.rule().clock().start(),
            due_of: match clock.rule().start() {
                crate::policy::clock::ClockStart::Event => None,
                crate::policy::clock::ClockStart::DueOf(other) => Some(other),
            },
            target: clock.target().map(|target| TargetAccount {
                id: target.id(),
                category: target.category(),
                severity: target.severity(),
                citation: target.citation().into(),
            }),
            due: clock.due(),
            periods: clock.rule().periods().map(|periods| PeriodsAccount {
                fulfilled_by: periods.fulfilled_by().to_vec(),
                next_from: periods.start(),
                until: clock.rule().until(),
            }),
            without,
            trace: triage.trace(clock).unwrap_or_default(),
            citation: clock.rule().citation().into(),
        }
    }

    /// The clock.
    #[must_use]
    pub const fn clock(&self) -> ClockName {
        self.clock
    }

    /// The department whose clock it is, where there is one for each.
    #[must_use]
    pub const fn department(&self) -> Option<Department> {
        self.department
    }

    /// The event from which it runs.
    #[must_use]
    pub const fn start(&self) -> Anchor {
        self.start
    }

    /// The clock from whose due date it runs, in place of the event.
    #[must_use]
    pub const fn due_of(&self) -> Option<ClockName> {
        self.due_of
    }

    /// When it is due, if it is.
    #[must_use]
    pub const fn due(&self) -> Option<Due> {
        self.due
    }

    /// How it repeats by the calendar, if it does: the due date is that of the first period.
    #[must_use]
    pub const fn periods(&self) -> Option<&PeriodsAccount> {
        self.periods.as_ref()
    }

    /// Why there is no due date, if there is none.
    #[must_use]
    pub const fn without(&self) -> Option<&MissingDueDate> {
        self.without.as_ref()
    }

    /// Where the clock comes from; empty when it is the organisation's own.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// The steps to the due date; none where there is no due date.
    #[must_use]
    pub const fn trace(&self) -> &Trace {
        &self.trace
    }

    /// The target that decided, where targets go by category.
    #[must_use]
    pub const fn target(&self) -> Option<&TargetAccount> {
        self.target.as_ref()
    }
}

impl PeriodsAccount {
    /// The events that can fulfil a period, one event one period.
    #[must_use]
    pub fn fulfilled_by(&self) -> &[Anchor] {
        &self.fulfilled_by
    }

    /// From when the next period counts.
    #[must_use]
    pub const fn next_from(&self) -> PeriodStart {
        self.next_from
    }

    /// The event that ends the duty.
    #[must_use]
    pub const fn until(&self) -> Anchor {
        self.until
    }
}

impl TargetAccount {
    /// Its id.
    #[must_use]
    pub const fn id(&self) -> RuleId {
        self.id
    }

    /// Its category; none where it covers all.
    #[must_use]
    pub const fn category(&self) -> Option<Category> {
        self.category
    }

    /// The severity from which on it covers; none where it covers all.
    #[must_use]
    pub const fn severity(&self) -> Option<Severity> {
        self.severity
    }

    /// Where it comes from.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }
}
