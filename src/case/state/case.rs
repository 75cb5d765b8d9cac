//! The state of a case: everything that its events say, and nothing else.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::Signature;
use crate::approval::signing::ExcludedPerson;
use crate::case::approval::{Approval, ApprovalSubject};
use crate::case::assessment::Assessment;
use crate::case::command::{Apology, CaseLink, CaseSummary, CustomerCausedFinding, DutyKey, Offer, Proposal};
use crate::case::course::{is_open, is_solved};
use crate::case::deed::EventKind;
use crate::case::event::Event;
use crate::case::state::journal::Journal;
use crate::case::state::parts::{
    Approvals, Assessments, Causes, Closure, Contact, Contacts, Endings, People, PromiseRecord, Promises,
    Proposals, SideTracks, Spending, Sums,
};
use crate::case::state::timeline::Timeline;
use crate::case::track::SanctionProposal;
use crate::policy::fingerprint::PolicyContent;
use crate::policy::{Policy, PolicyVersion};
use crate::triage::Complaint;
use crate::vocab::course::ClosureKind;
use crate::vocab::organisation::EvidenceBasis;
use crate::vocab::track::{AccidentStep, GoodsStep, MeasureStep, RecallStep};
use crate::vocab::{ActorId, CaseId, Cause, ClockName, Department, Money, RuleId, Severity, Stage};

/// A case: one complaint and everything that has happened to it so far.
///
/// A case begins with [`open`](crate::case::open) and changes only through [`Case::after`]. It holds its events, so a
/// host stores the events and nothing else. [`Case::replay`] rebuilds the case from them.
///
/// A case answers what is true now: its stage, severity, owner, proposal, approvals and contacts. What *may* happen is
/// the question of an [`Office`](crate::case::Office), and what *will* happen if nobody acts is that of an
/// [`Outlook`](crate::case::Outlook).
///
/// On a 64-bit machine, a `Case` takes 2.9 kB and each event 390 bytes. Together with everything that they point to, a
/// case in the middle of its course takes 24 kB, and each further note or message about 750 bytes.
///
/// # Example
///
/// ```
/// use redress::sample;
/// use redress::vocab::{Department, Severity, Stage};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case(&policy, &roster)?;
///
/// assert_eq!((case.id().as_str(), case.stage()), ("A-17", Stage::Registered));
/// assert_eq!(case.severity(), Some(Severity::General));
/// assert_eq!(case.department(), Some(Department::QUALITY)); // by the routing table
/// assert!(case.is_open() && !case.is_solved() && case.proposal().is_none());
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Case {
    pub(super) journal: Journal,
    pub(super) id: CaseId,
    pub(super) policy: PolicyVersion,
    pub(super) complaint: Complaint,
    pub(super) causes: Causes,
    pub(super) assessments: Assessments,
    pub(super) stage: Stage,
    pub(super) stage_since: DateTime<Utc>,
    pub(super) department: Option<Department>,
    pub(super) person_in_charge: Option<ActorId>,
    pub(super) people: People,
    pub(super) proposals: Proposals,
    pub(super) spending: Spending,
    pub(super) approvals: Approvals,
    pub(super) timeline: Timeline,
    pub(super) promises: Promises,
    pub(super) contacts: Contacts,
    pub(super) side_tracks: SideTracks,
    pub(super) endings: Endings,
    pub(super) links: Vec<CaseLink>,
    /// The instant at which each duty was last passed on.
    pub(super) delivered: BTreeMap<DutyKey, DateTime<Utc>>,
}

impl Case {
    /// Returns the events in their order, the receipt first. Store these, and nothing else.
    ///
    /// # Example: what a new case holds
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let names: Vec<_> = case.events().iter().map(|event| event.what.name()).collect();
    /// assert_eq!(names, ["received", "assessed", "registered", "moved"]);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn events(&self) -> &[Event] {
        self.journal.events()
    }

    /// Returns the events with their index by command and the number of their history.
    pub(in crate::case) const fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Makes room for events to come.
    pub(in crate::case) fn reserve(&mut self, count: usize) {
        self.journal.reserve(count);
    }

    /// Returns the number of events. A [`Request`](crate::case::Request) names the revision that its sender saw.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.journal.events().len() as u64
    }

    /// Returns the id of the case, which is the id of its complaint.
    #[must_use]
    pub const fn id(&self) -> CaseId {
        self.id
    }

    /// Returns the name and version of the policy that the case follows.
    #[must_use]
    pub const fn policy(&self) -> &PolicyVersion {
        &self.policy
    }

    /// Returns the fingerprint of that policy, and the days that its calendars cover, as they were when the case began
    /// or last moved to another policy. `None` if no event keeps them.
    #[must_use]
    pub const fn policy_content(&self) -> Option<&PolicyContent> {
        self.assessments.content()
    }

    /// Returns `true` if the case follows `policy`: the same name, version and content.
    ///
    /// # Example: another version
    ///
    /// ```
    /// use redress::policy::{Policy, Routing};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let next = Policy::builder("shop").version("2").calendar(sample::calendar()?).routing(Routing::none()).build()?;
    /// assert!(case.is_by(&policy) && !case.is_by(&next));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn is_by(&self, policy: &Policy) -> bool {
        self.policy.is_of(policy) && self.policy_content().is_none_or(|content| content.is_of(policy))
    }

    /// Returns the complaint as it is known now: as received, with all later findings and corrections.
    ///
    /// # Example: a correction of the receipt
    ///
    /// ```
    /// use redress::case::command::Correction;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::Anchor;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let correction = Correction {
    ///     event: Anchor::RECEIVED,
    ///     from: "2026-04-02T08:00:00Z".parse()?,
    ///     to: "2026-04-01T14:30:00Z".parse()?,
    ///     reason: "the letter arrived the day before".parse()?,
    /// };
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::Correct(correction));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.complaint().received(), "2026-04-01T14:30:00Z".parse::<chrono::DateTime<chrono::Utc>>()?);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn complaint(&self) -> &Complaint {
        &self.complaint
    }

    /// Returns the cause that was first stated, if another one was found later. Otherwise `None`.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::command::{CauseFinding, Findings, InvestigationStart};
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::{Cause, FaultParty};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let mut case = sample::case(&policy, &roster)?;
    /// for (key, command) in [
    ///     ("k-2", Command::Reclassify(Findings::of(Cause::SERVICE_ATTITUDE))),
    ///     ("k-3", Command::Start(InvestigationStart::now())),
    ///     ("k-4", Command::FindCause(CauseFinding::new(Cause::SERVICE_OPERATION_NOT_COMPLIANT, FaultParty::COMPANY))),
    /// ] {
    ///     let stamp = Stamp::new(key.parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    ///     let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, command))?;
    ///     case = case.after(&decision)?;
    /// }
    /// assert_eq!(case.complaint().cause(), Some(Cause::SERVICE_OPERATION_NOT_COMPLIANT));
    /// assert_eq!(case.stated_cause(), Some(Cause::SERVICE_ATTITUDE));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn stated_cause(&self) -> Option<Cause> {
        self.causes
            .stated()
            .filter(|_| self.causes.is_found() && self.causes.stated() != self.complaint.cause())
    }

    /// Returns the cause that was first stated, whether or not another one was found later.
    #[must_use]
    pub const fn cause_as_stated(&self) -> Option<Cause> {
        self.causes.stated()
    }

    /// Returns `true` if the cause of the complaint was found, and not only stated.
    #[must_use]
    pub const fn has_found_cause(&self) -> bool {
        self.causes.is_found()
    }

    /// Returns the current assessment by the policy: severity, owner, and the targets of the clocks.
    #[must_use]
    pub const fn assessment(&self) -> &Assessment {
        self.assessments.current()
    }

    /// Returns the current assessment together with what is kept of earlier ones.
    pub(in crate::case) const fn assessments(&self) -> &Assessments {
        &self.assessments
    }

    /// Returns the current severity. `None` if the policy rates nothing, or if the severity depends on something
    /// unknown.
    ///
    /// # Example: the default of the shop
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Severity;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?; // no rule holds for it
    /// assert_eq!(case.severity(), Some(Severity::General));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn severity(&self) -> Option<Severity> {
        self.assessment().severity
    }

    /// Returns the highest severity that the case has had. `None` if it was never rated.
    ///
    /// Approval chains are chosen by it until a `Relax` command resets it to the current severity. While the severity
    /// is not known, the worst one that is possible counts.
    ///
    /// # Example: a severity that falls again
    ///
    /// ```
    /// use redress::case::command::Findings;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::{Fact, Severity};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let mut case = sample::case(&policy, &roster)?;
    /// for (key, command) in [
    ///     ("k-2", Command::Reclassify(Findings::default().with_fact(Fact::DANGER_TO_PERSON, 1))),
    ///     ("k-3", Command::Reclassify(Findings::default().with_fact(Fact::DANGER_TO_PERSON, 0))),
    /// ] {
    ///     let stamp = Stamp::new(key.parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    ///     let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, command))?;
    ///     case = case.after(&decision)?;
    /// }
    /// assert_eq!(case.severity(), Some(Severity::General));
    /// assert_eq!(case.highest_severity(), Some(Severity::Serious)); // chains are still chosen by this
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn highest_severity(&self) -> Option<Severity> {
        self.assessments.strictest()
    }

    /// Returns the stage of the case on its course.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// Returns the instant at which the case entered its current stage.
    #[must_use]
    pub const fn stage_since(&self) -> DateTime<Utc> {
        self.stage_since
    }

    /// Returns `true` until the case is closed.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        is_open(self.stage)
    }

    /// Returns `true` once a remedy was completed or an explanation given, and also after every kind of closing.
    ///
    /// # Example: approved is not solved
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// assert!(!sample::case_in_approval(&policy, &roster)?.is_solved());
    /// let closed = sample::closed_case(&policy, &roster)?;
    /// assert!(closed.is_solved() && !closed.is_open());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn is_solved(&self) -> bool {
        is_solved(self.stage)
    }

    /// Returns the department that owns the case.
    ///
    /// Until the case is dispatched, it is the department to which the policy routes the complaint. `None` if nobody
    /// owns the case, or if a role without a department does.
    ///
    /// # Example: by the category, without a dispatch
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Department;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?; // about product quality
    /// assert_eq!(case.department(), Some(Department::QUALITY));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn department(&self) -> Option<Department> {
        match self.department {
            Some(department) => Some(department),
            None => self.assessment().department,
        }
    }

    /// Returns the person in charge in that department, as the last dispatch names them.
    ///
    /// # Example: nobody was named
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let case = sample::case(&sample::policy()?, &sample::roster()?)?;
    /// assert!(case.department().is_some() && case.person_in_charge().is_none()); // the shop dispatches nothing
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn person_in_charge(&self) -> Option<ActorId> {
        self.person_in_charge
    }

    /// Returns the people whose actions caused the problem, in the order in which they were found.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::command::{CauseFinding, InvestigationStart};
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::course::Exclusion;
    /// use redress::vocab::{Cause, FaultParty};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let mut case = sample::case(&policy, &roster)?;
    /// let found = CauseFinding::new(Cause::SERVICE_ATTITUDE, FaultParty::COMPANY).with_responsible("li".parse()?);
    /// for (key, command) in [
    ///     ("k-2", Command::Start(InvestigationStart::now())),
    ///     ("k-3", Command::FindCause(found)),
    /// ] {
    ///     let stamp = Stamp::new(key.parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    ///     let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, command))?;
    ///     case = case.after(&decision)?;
    /// }
    /// assert_eq!(case.responsible(), ["li".parse()?]);
    /// assert!(case.has_found_cause());
    /// assert!(case.excluded().iter().any(|one| one.because == Exclusion::ComplainedAbout)); // `li` signs nothing
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn responsible(&self) -> &[ActorId] {
        self.people.responsible()
    }

    /// Returns every cause that was considered possible, each once, in the order in which they were named.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::command::{CauseFinding, InvestigationStart};
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::{Cause, FaultParty};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let mut case = sample::case(&policy, &roster)?;
    /// let found = CauseFinding::new(Cause::SERVICE_ATTITUDE, FaultParty::COMPANY)
    ///     .with_possible(Cause::SERVICE_ATTITUDE)
    ///     .with_possible(Cause::SERVICE_OPERATION_NOT_COMPLIANT);
    /// for (key, command) in [
    ///     ("k-2", Command::Start(InvestigationStart::now())),
    ///     ("k-3", Command::FindCause(found)),
    /// ] {
    ///     let stamp = Stamp::new(key.parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    ///     let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, command))?;
    ///     case = case.after(&decision)?;
    /// }
    /// assert_eq!(case.possible_causes().len(), 2);
    /// assert_eq!(case.complaint().cause(), Some(Cause::SERVICE_ATTITUDE)); // the main one
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn possible_causes(&self) -> &[Cause] {
        self.causes.possible()
    }

    /// Returns what the findings of the cause rest on, each once, in the order in which it was named.
    #[must_use]
    pub fn evidence(&self) -> &[EvidenceBasis] {
        self.causes.evidence()
    }

    /// Returns the current proposal. Alternatives that the complainant rejected first are still in it.
    #[must_use]
    pub const fn proposal(&self) -> Option<&Proposal> {
        self.proposals.current()
    }

    /// Returns the proposal together with its progress.
    pub(in crate::case) const fn proposals(&self) -> &Proposals {
        &self.proposals
    }

    /// Returns the alternative that is offered or carried out.
    ///
    /// Before an offer it is the best alternative. After an objection it is the next one.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Remedy;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case_in_approval(&policy, &roster)?;
    /// let offer = case.offer().ok_or("nothing proposed")?;
    /// assert_eq!(offer.remedies, [Remedy::REFUND]);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn offer(&self) -> Option<&Offer> {
        self.proposals.offer()
    }

    /// Returns what the complainant gets or is to get: the alternative that is proposed, offered or carried out.
    ///
    /// `None` before something is proposed, if the last answer was an explanation and not a remedy, and if the case
    /// ended in another way than [`ClosureKind::Resolved`].
    ///
    /// # Example: a proposal is a solution, a registered complaint has none
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::Remedy;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// assert!(sample::case(&policy, &roster)?.solution().is_none());
    /// let case = sample::case_in_approval(&policy, &roster)?;
    /// assert_eq!(case.solution().map(|offer| offer.remedies[0]), Some(Remedy::REFUND));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn solution(&self) -> Option<&Offer> {
        let stands = match self.stage {
            Stage::Received
            | Stage::Registered
            | Stage::Triaged
            | Stage::Dispatched
            | Stage::Investigating => false,
            Stage::Proposed | Stage::InApproval | Stage::Offered | Stage::Executing => true,
            Stage::Resolved | Stage::FollowingUp | Stage::Closed | Stage::Reviewed => {
                self.endings.kind() == ClosureKind::Resolved
                    && matches!(self.last_answer(), Some(EventKind::Finished))
            }
        };
        self.offer().filter(|_| stands)
    }

    /// Returns the finding that the customer caused the problem, as long as it is the last answer to the complaint.
    #[must_use]
    pub fn customer_caused(&self) -> Option<&CustomerCausedFinding> {
        let Some(EventKind::FoundCustomerCaused(found)) = self.last_answer() else { return None };
        self.is_solved().then_some(found)
    }

    /// Returns the last answer to the complaint: a remedy that was completed, or an explanation.
    fn last_answer(&self) -> Option<&EventKind> {
        self.events().iter().rev().map(|event| &event.what).find(|what| {
            matches!(
                what,
                EventKind::Finished
                    | EventKind::AnsweredAtOnce(_)
                    | EventKind::FoundNotEstablished(_)
                    | EventKind::FoundCustomerCaused(_)
            )
        })
    }

    /// Returns `true` if the complainant has agreed to the current offer. A changed proposal needs consent again.
    ///
    /// # Example: nobody was asked
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let closed = sample::closed_case(&policy, &roster)?; // the shop asks for no consent
    /// assert!(closed.is_solved() && !closed.has_consent());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn has_consent(&self) -> bool {
        self.proposals.has_consent()
    }

    /// Returns what the clocks of the case look at.
    pub(in crate::case) const fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Returns the instant at which a duty was last passed on.
    pub(in crate::case) fn delivered(&self, duty: &DutyKey) -> Option<DateTime<Utc>> {
        self.delivered.get(duty).copied()
    }

    /// Returns the approvals in the order in which they began. The approval with number `n` is at index `n - 1`.
    ///
    /// # Example: an approval is used once
    ///
    /// ```
    /// use redress::sample;
    /// use redress::case::approval::ApprovalState;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let closed = sample::closed_case(&policy, &roster)?; // the refund was approved, and then carried out
    /// assert_eq!(closed.approvals()[0].state(), ApprovalState::Used);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn approvals(&self) -> &[Approval] {
        self.approvals.all()
    }

    /// Returns the approval with a number, counted from 1.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::approval::ApprovalState;
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case_in_approval(&policy, &roster)?;
    /// let approval = case.approval(1).ok_or("not submitted")?;
    /// assert_eq!(approval.state(), ApprovalState::Open);
    /// assert!(case.approval(0).is_none() && case.approval(2).is_none());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn approval(&self, number: u32) -> Option<&Approval> {
        self.approvals.by_number(number)
    }

    /// Returns the approval of the remedy, if one is open, or complete and not yet used.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// assert!(sample::case(&policy, &roster)?.remedy_approval().is_none());
    /// let case = sample::case_in_approval(&policy, &roster)?;
    /// assert_eq!(case.remedy_approval().map(|approval| approval.number()), Some(1));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn remedy_approval(&self) -> Option<&Approval> {
        self.live(|matter| matches!(matter, ApprovalSubject::Remedy(_)))
    }

    /// Returns the last approval of a matter that is open, or complete and not yet used.
    pub(in crate::case) fn live(&self, of: impl Fn(&ApprovalSubject) -> bool) -> Option<&Approval> {
        self.approvals.live().rev().find(|approval| of(&approval.matter))
    }

    /// Returns the last approval of a matter that was given and not used.
    pub(in crate::case) fn granted(&self, matter: &ApprovalSubject) -> Option<&Approval> {
        self.approvals.granted(matter)
    }

    /// Returns the approvals that are open, or complete and not yet used.
    pub(in crate::case) fn live_approvals(&self) -> impl Iterator<Item = &Approval> {
        self.approvals.live()
    }

    /// Returns the refusals that still count when the same content is submitted again.
    pub(in crate::case) fn refusals_of(&self, matter: &ApprovalSubject) -> Vec<Signature> {
        self.approvals.refusals_of(matter)
    }

    /// Returns everybody who may sign nothing in this case, with the reason. A person can occur more than once.
    ///
    /// The policy can let some of them sign after all.
    /// [`Office::possible_signers`](crate::case::Office::possible_signers) takes that into account.
    ///
    /// # Example: the proposer
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::course::Exclusion;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case_in_approval(&policy, &roster)?; // proposed by `anna`
    /// let excluded = case.excluded();
    /// assert_eq!((excluded[0].person.as_str(), excluded[0].because), ("anna", Exclusion::Proposer));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn excluded(&self) -> Vec<ExcludedPerson> {
        self.people.excluded()
    }

    /// Returns the people whom the case concerns, and who did what.
    pub(in crate::case) const fn people(&self) -> &People {
        &self.people
    }

    /// Returns the promises in the order in which they were made, answered ones included.
    ///
    /// # Example: an answer that promises the next one
    ///
    /// ```
    /// use redress::case::command::{Message, Promise};
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let mut case = sample::case(&policy, &roster)?;
    /// let (noon, evening) = ("2026-04-02T10:00:00Z".parse()?, "2026-04-02T15:00:00Z".parse()?);
    /// for (key, command) in [
    ///     ("k-2", Command::Promise(Promise::until(noon))),
    ///     ("k-3", Command::Answer(Message::new().with_next(evening))),
    /// ] {
    ///     let stamp = Stamp::new(key.parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    ///     let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, command))?;
    ///     case = case.after(&decision)?;
    /// }
    /// assert!(case.promises()[0].answered.is_some());
    /// assert_eq!(case.open_promise().map(|promise| promise.until), Some(evening));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn promises(&self) -> &[PromiseRecord] {
        self.promises.all()
    }

    /// Returns the promise that is not answered yet. There is at most one.
    #[must_use]
    pub fn open_promise(&self) -> Option<&PromiseRecord> {
        self.promises.open()
    }

    /// Returns the departments with a containment measure, each with its instant. The instant is `None` if the
    /// department was found to need no measure.
    ///
    /// # Example: a department that needs no measure
    ///
    /// ```
    /// use redress::case::track::ContainmentWaiver;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::Department;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let waived = ContainmentWaiver::new(Department::QUALITY, "only one bottle".parse()?);
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::WaiveContainment(waived));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.contained_departments(), [(Department::QUALITY, None)]);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn contained_departments(&self) -> &[(Department, Option<DateTime<Utc>>)] {
        self.side_tracks.contained_departments()
    }

    /// Returns the last step of returned goods, or `None` if no goods were returned.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::track::GoodsProgress;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::track::GoodsStep;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::HandleGoods(GoodsProgress { step: GoodsStep::InReturnZone }));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.goods_step(), Some(GoodsStep::InReturnZone));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn goods_step(&self) -> Option<GoodsStep> {
        self.side_tracks.goods()
    }

    /// Returns the last step of the recall, or `None` if nobody has recorded one.
    ///
    /// # Example: a step out of order
    ///
    /// ```
    /// use redress::case::track::RecallProgress;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::track::RecallStep;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::Recall(RecallProgress { step: RecallStep::Finished }));
    /// let refusal = Office::new(&policy, &roster).decide(&case, request).unwrap_err();
    /// assert_eq!(refusal.to_string(), "recall: `finished` cannot come first, expected `needed` or `not-needed`");
    /// assert_eq!(case.recall_step(), None);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn recall_step(&self) -> Option<RecallStep> {
        self.side_tracks.recall()
    }

    /// Returns the measures against the cause, each with its last step and the instant of that step.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::track::MeasureProgress;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::track::MeasureStep;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let planned = MeasureProgress::new("new-seal".parse()?, MeasureStep::Planned);
    /// let request = Request::on(&case, stamp, Command::TakeAction(planned));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// let (measure, step, _) = case.measures()[0];
    /// assert_eq!((measure.as_str(), step), ("new-seal", MeasureStep::Planned));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn measures(&self) -> &[(RuleId, MeasureStep, DateTime<Utc>)] {
        self.side_tracks.measures()
    }

    /// Returns the number of steps of 8D or PDCA that were taken. The events tell which.
    ///
    /// # Example: the first step of 8D
    ///
    /// ```
    /// use redress::case::track::DisciplineRecord;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::track::Discipline;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let record = DisciplineRecord::new(Discipline::D0, "the line was stopped".parse()?);
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::RecordDiscipline(record));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.discipline_count(), 1);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn discipline_count(&self) -> u32 {
        self.side_tracks.disciplines()
    }

    /// Returns the last step after an accident, or `None` if there was none.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::track::AccidentProgress;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::track::AccidentStep;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let notified = Command::TakeAccidentStep(AccidentProgress { step: AccidentStep::Notify });
    /// let request = Request::on(&case, stamp, notified);
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.accident_step(), Some(AccidentStep::Notify));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn accident_step(&self) -> Option<AccidentStep> {
        self.side_tracks.accident()
    }

    /// Returns the sanctions that were proposed and are not decided yet.
    ///
    /// # Example: nobody proposes a sanction against themselves
    ///
    /// ```
    /// use redress::case::track::SanctionProposal;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::track::{Accountable, Sanction};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let against = |person: &str| -> Result<Command, Box<dyn std::error::Error>> {
    ///     let sanction = SanctionProposal::new(person.parse()?, Accountable::Direct, Sanction::BONUS_DEDUCTION);
    ///     Ok(Command::ProposeSanction(sanction))
    /// };
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let office = Office::new(&policy, &roster);
    /// assert!(office.decide(&case, Request::on(&case, stamp, against("anna")?)).is_err());
    /// let decision = office.decide(&case, Request::on(&case, stamp, against("li")?))?;
    /// assert_eq!(case.after(&decision)?.proposed_sanctions().len(), 1);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn proposed_sanctions(&self) -> &[SanctionProposal] {
        self.side_tracks.proposed_sanctions()
    }

    /// Returns the sanctions that were decided.
    #[must_use]
    pub fn sanctions(&self) -> &[SanctionProposal] {
        self.side_tracks.sanctions()
    }

    /// Returns `true` while the bill is on hold.
    ///
    /// # Example: no bill before the solution
    ///
    /// ```
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::HoldBilling);
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert!(case.is_billing_held());
    ///
    /// let stamp = Stamp::new("k-3".parse()?, "anna".parse()?, "2026-04-02T10:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::ReleaseBilling);
    /// let refusal = Office::new(&policy, &roster).decide(&case, request).unwrap_err();
    /// assert_eq!(refusal.to_string(), "the bill cannot be released until the complaint is resolved");
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn is_billing_held(&self) -> bool {
        self.side_tracks.is_billing_held()
    }

    /// Returns the instant at which the case last became a project. `None` if it never did.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::OpenProject);
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.project_since(), Some("2026-04-02T09:00:00Z".parse()?));
    /// assert!(!case.is_project_finished());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn project_since(&self) -> Option<DateTime<Utc>> {
        self.side_tracks.project_since()
    }

    /// Returns the number of progress notices that the complainant received.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::command::Remark;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::NotifyProgress(Remark::new("the part was ordered".parse()?)));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.notice_count(), 1);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn notice_count(&self) -> u32 {
        self.contacts.notices()
    }

    /// Returns `true` if the last project of the case is finished. `false` if there never was one.
    #[must_use]
    pub const fn is_project_finished(&self) -> bool {
        self.side_tracks.has_finished_project()
    }

    /// Returns the state of the side tracks.
    pub(in crate::case) const fn side_tracks(&self) -> &SideTracks {
        &self.side_tracks
    }

    /// Returns the last apology. A complete apology is not replaced by an incomplete one.
    ///
    /// # Example: an incomplete apology gives a notice
    ///
    /// ```
    /// use redress::case::command::Apology;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let apology = Apology { effect: Some("the party had no cake".parse()?), ..Apology::default() };
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::Apologise(apology));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(
    ///     decision.notices()[0].to_string(),
    ///     "the apology is not complete; it should also name `individual`, `measure`",
    /// );
    /// assert!(case.apology().is_some());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn apology(&self) -> Option<&Apology> {
        self.contacts.apology()
    }

    /// Returns all follow-up contacts with the complainant, in the order of time.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::command::FollowUpResult;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::course::{FollowUp, Opinion};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let contact = FollowUpResult::new(FollowUp::OPINION_REQUEST, Opinion::Satisfied);
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::FollowUp(contact));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.contacts()[0].opinion, Opinion::Satisfied);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn contacts(&self) -> &[Contact] {
        self.contacts.all()
    }

    /// Returns the contacts since the complaint was last resolved. Only these count before closing.
    ///
    /// # Example: a contact before the solution does not count
    ///
    /// ```
    /// use redress::case::command::{FollowUpResult, InvestigationStart, NotEstablishedFinding};
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::course::{FollowUp, NotEstablishedReason, Opinion};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let mut case = sample::case(&policy, &roster)?;
    /// let told = "the bill is right".parse()?;
    /// let unfounded = NotEstablishedFinding::new(NotEstablishedReason::MISUNDERSTANDING, told);
    /// let asked = || Command::FollowUp(FollowUpResult::new(FollowUp::OPINION_REQUEST, Opinion::Asked));
    /// for (key, command) in [
    ///     ("k-2", asked()),
    ///     ("k-3", Command::Start(InvestigationStart::now())),
    ///     ("k-4", Command::FindNotEstablished(unfounded)),
    ///     ("k-5", asked()),
    /// ] {
    ///     let stamp = Stamp::new(key.parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    ///     let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, command))?;
    ///     case = case.after(&decision)?;
    /// }
    /// assert_eq!((case.contacts().len(), case.contacts_about_solution().len()), (2, 1));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn contacts_about_solution(&self) -> &[Contact] {
        self.contacts.about_solution()
    }

    /// Returns the contacts at or after an instant.
    pub(in crate::case) fn contacts_since(&self, since: DateTime<Utc>) -> &[Contact] {
        self.contacts.since(since)
    }

    /// Returns how and when the case was closed. `None` while it is open, also after a reopening.
    ///
    /// # Example: a complaint that is withdrawn
    ///
    /// ```
    /// use redress::case::command::Remark;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::course::ClosureKind;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-07T08:00:00Z".parse()?);
    /// let withdraw = Command::Withdraw(Remark::new("the customer found the part".parse()?));
    /// let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, withdraw))?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.closure().map(|closure| closure.kind), Some(ClosureKind::Withdrawn));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn closure(&self) -> Option<Closure> {
        self.closures().last().copied().filter(|_| !self.is_open())
    }

    /// Returns every closing of the case, the oldest first. A reopened case can have several.
    ///
    /// # Example: closed and reopened
    ///
    /// ```
    /// use redress::case::command::{Continuation, Remark};
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::Stage;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let mut case = sample::case(&policy, &roster)?;
    /// for (key, command) in [
    ///     ("k-2", Command::Withdraw(Remark::new("the part was found".parse()?))),
    ///     ("k-3", Command::Reopen(Continuation::to(Stage::Investigating, "it broke again".parse()?))),
    /// ] {
    ///     let stamp = Stamp::new(key.parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    ///     let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, command))?;
    ///     case = case.after(&decision)?;
    /// }
    /// assert!(case.is_open() && case.closure().is_none());
    /// assert_eq!((case.closures().len(), case.reopening_count()), (1, 1)); // the first closing stays on record
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn closures(&self) -> &[Closure] {
        self.endings.all()
    }

    /// Returns the kind of closing for which the case is heading, or with which it last closed.
    pub(in crate::case) const fn ending(&self) -> ClosureKind {
        self.endings.kind()
    }

    /// Returns how often the case was reopened.
    #[must_use]
    pub const fn reopening_count(&self) -> u32 {
        self.endings.reopened()
    }

    /// Returns the links to other cases in the order in which they were made. A linked case is shown as it was then.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::command::CaseLink;
    /// use redress::case::{Command, Office, Request, Stamp, open};
    /// use redress::sample;
    /// use redress::triage::ComplaintDocument;
    /// use redress::vocab::course::Relation;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let said = ComplaintDocument::new("A-16".parse()?, "2026-04-01T08:00:00Z".parse()?);
    /// let other = open(&policy, said, Stamp::new("k-0".parse()?, "anna".parse()?, "2026-04-01T08:00:00Z".parse()?))?;
    /// let link = CaseLink::new(other.summary(&policy), Relation::Related);
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::Link(link));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.links()[0].case.id, other.id());
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn links(&self) -> &[CaseLink] {
        &self.links
    }

    /// Returns the case into which this one was merged. `None` again after a reopening.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::case::command::Merger;
    /// use redress::case::{Command, Office, Request, Stamp, open};
    /// use redress::sample;
    /// use redress::triage::ComplaintDocument;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let said = ComplaintDocument::new("A-16".parse()?, "2026-04-01T08:00:00Z".parse()?);
    /// let other = open(&policy, said, Stamp::new("k-0".parse()?, "anna".parse()?, "2026-04-01T08:00:00Z".parse()?))?;
    /// let merger = Merger::into(other.summary(&policy), "the same complaint by mail".parse()?);
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::Merge(merger));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.merged_into(), Some(other.id()));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn merged_into(&self) -> Option<CaseId> {
        self.endings.merged_into()
    }

    /// Returns the amounts by which approvals are chosen, one per currency.
    ///
    /// They are the cost of earlier remedies, plus the greater of what was begun and the most expensive alternative of
    /// the current proposal. `None` if an alternative does not state its cost, or if a sum does not fit into 64 bits.
    ///
    /// # Example: an alternative without a price
    ///
    /// ```
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// assert_eq!(case.approval_amounts(), Some(vec![])); // nothing is proposed
    /// let case = sample::case_in_approval(&policy, &roster)?; // a refund that does not state its cost
    /// assert_eq!(case.approval_amounts(), None);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn approval_amounts(&self) -> Option<Vec<Money>> {
        self.spending.with(self.proposal()).map(Sums::into_vec)
    }

    /// Returns the total of all remedies that were carried out or started, one amount per currency.
    ///
    /// `None` if the cost of any of them is unknown. Proposed or rejected remedies do not count.
    ///
    /// # Example: a cost that nobody has stated
    ///
    /// ```
    /// use redress::case::approval::ApprovalReference;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let mut case = sample::case_in_approval(&policy, &roster)?; // a refund that does not state its cost
    /// assert_eq!(case.carried_out(), Some(vec![])); // nothing is carried out yet
    /// for (key, actor, command) in [
    ///     ("k-5", "mia", Command::Sign(ApprovalReference::new(1))),
    ///     ("k-6", "anna", Command::Finish),
    /// ] {
    ///     let stamp = Stamp::new(key.parse()?, actor.parse()?, "2026-04-02T09:00:00Z".parse()?);
    ///     let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, command))?;
    ///     case = case.after(&decision)?;
    /// }
    /// assert!(case.is_solved());
    /// assert_eq!(case.carried_out(), None); // unknown, and not zero
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn carried_out(&self) -> Option<Vec<Money>> {
        self.spending.carried_out().map(Sums::into_vec)
    }

    /// Returns the cost of the remedies, as it is kept.
    pub(in crate::case) const fn spending(&self) -> &Spending {
        &self.spending
    }

    /// Returns a summary of the case for a [link](CaseLink) or a merger in another case.
    ///
    /// Its due dates are those of the clocks that are still owed, or would be if the case were not closed. If a clock
    /// runs more than once, the earliest due date counts.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::ClockName;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let summary = case.summary(&policy);
    /// let clocks: Vec<_> = summary.due.iter().map(|due| due.clock).collect();
    /// assert_eq!(clocks, [ClockName::CLOSURE, ClockName::RESPONSE]);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn summary(&self, policy: &crate::policy::Policy) -> CaseSummary {
        let now = self.journal.last_at();
        let clocks = self.clocks(policy, now);
        // A clock can run several times, or once per department. The earliest due date counts.
        let mut due: BTreeMap<ClockName, DateTime<Utc>> = BTreeMap::new();
        for (index, clock) in clocks.iter().enumerate() {
            if let Some(at) = clock.owed_by(policy, clocks.get(index + 1..).unwrap_or_default(), now) {
                due.entry(clock.name()).and_modify(|known| *known = at.min(*known)).or_insert(at);
            }
        }
        let due = due.into_iter().map(|(clock, at)| crate::case::command::ClockDue { clock, at });
        CaseSummary {
            id: self.id,
            amounts: self.approval_amounts().unwrap_or_default(),
            unstated: self.approval_amounts().is_none(),
            complained_about: self.people.complained_about().iter().copied().collect(),
            handled_by: self.people.handled_here().collect(),
            complainants: self.people.complainant_actors().iter().copied().collect(),
            complainant_keys: self.people.complainant_keys().to_vec(),
            received: self.complaint.received(),
            due: due.collect(),
        }
    }
}
