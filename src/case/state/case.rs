//! Where a case stands: everything that its events say, and nothing else.

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

/// A case: where a complaint stands by what has happened to it.
///
/// It is made by [`open`](crate::case::open) and [`Case::after`], or rebuilt by [`Case::replay`];
/// it holds its events, so that what is stored of it are these and nothing else.
///
/// On a machine of 64 bits it takes 2.9 kB and an event 390 bytes; with all that these point to, a case in the
/// midst of its course takes 24 kB, and every further notice, note or message about 750 bytes.
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
    /// When a duty was passed on last.
    pub(super) delivered: BTreeMap<DutyKey, DateTime<Utc>>,
}

impl Case {
    /// The events, in their order.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        self.journal.events()
    }

    /// The events, by their commands and with the number of their history.
    pub(in crate::case) const fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Makes room for events to come.
    pub(in crate::case) fn reserve(&mut self, count: usize) {
        self.journal.reserve(count);
    }

    /// How many events it has: what a [`Request`](crate::case::Request) expects.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.journal.events().len() as u64
    }

    /// The id: that of the complaint.
    #[must_use]
    pub const fn id(&self) -> CaseId {
        self.id
    }

    /// The policy by which it is dealt with.
    #[must_use]
    pub const fn policy(&self) -> &PolicyVersion {
        &self.policy
    }

    /// What that policy decided by when it took the case: its fingerprint, and the days that it covers.
    #[must_use]
    pub const fn policy_content(&self) -> Option<&PolicyContent> {
        self.assessments.content()
    }

    /// Whether a policy is the one by which it is dealt with: name, version and content.
    #[must_use]
    pub fn is_by(&self, policy: &Policy) -> bool {
        self.policy.is_of(policy) && self.policy_content().is_none_or(|content| content.is_of(policy))
    }

    /// The complaint as far as it is known now.
    #[must_use]
    pub const fn complaint(&self) -> &Complaint {
        &self.complaint
    }

    /// The cause as it was stated, where another was found (S29-R08).
    #[must_use]
    pub fn stated_cause(&self) -> Option<Cause> {
        self.causes
            .stated()
            .filter(|_| self.causes.is_found() && self.causes.stated() != self.complaint.cause())
    }

    /// The cause as it was stated, whether or not another was found.
    #[must_use]
    pub const fn cause_as_stated(&self) -> Option<Cause> {
        self.causes.stated()
    }

    /// Whether the cause that is known is one that was found, and not only stated.
    #[must_use]
    pub const fn has_found_cause(&self) -> bool {
        self.causes.is_found()
    }

    /// What the policy says of it, by what is known now.
    #[must_use]
    pub const fn assessment(&self) -> &Assessment {
        self.assessments.current()
    }

    /// What the policy says and said of it.
    pub(in crate::case) const fn assessments(&self) -> &Assessments {
        &self.assessments
    }

    /// How bad it is, if that is known.
    #[must_use]
    pub const fn severity(&self) -> Option<Severity> {
        self.assessment().severity
    }

    /// The worst severity that it had: approvals go by it until somebody relaxes them.
    #[must_use]
    pub const fn highest_severity(&self) -> Option<Severity> {
        self.assessments.strictest()
    }

    /// Where it stands on its course.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// Since when it stands there.
    #[must_use]
    pub const fn stage_since(&self) -> DateTime<Utc> {
        self.stage_since
    }

    /// Whether it is open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        is_open(self.stage)
    }

    /// Whether a remedy is done or an explanation given.
    #[must_use]
    pub const fn is_solved(&self) -> bool {
        is_solved(self.stage)
    }

    /// Returns the department that owns the case: from the receipt on the one to which the policy routes the complaint,
    /// then the one to which it was dispatched. `None` if nobody owns it, or a role without a department does.
    #[must_use]
    pub const fn department(&self) -> Option<Department> {
        match self.department {
            Some(department) => Some(department),
            None => self.assessment().department,
        }
    }

    /// The person in charge there.
    #[must_use]
    pub const fn person_in_charge(&self) -> Option<ActorId> {
        self.person_in_charge
    }

    /// The people through whose doing it went wrong.
    #[must_use]
    pub fn responsible(&self) -> &[ActorId] {
        self.people.responsible()
    }

    /// Every cause that was thought possible while the cause was looked for, each once (S16-R01).
    #[must_use]
    pub fn possible_causes(&self) -> &[Cause] {
        self.causes.possible()
    }

    /// What the findings of the cause rest on, each once (S11-R07).
    #[must_use]
    pub fn evidence(&self) -> &[EvidenceBasis] {
        self.causes.evidence()
    }

    /// What is proposed.
    #[must_use]
    pub const fn proposal(&self) -> Option<&Proposal> {
        self.proposals.current()
    }

    /// What is proposed, and how far that is.
    pub(in crate::case) const fn proposals(&self) -> &Proposals {
        &self.proposals
    }

    /// The alternative that is offered, or carried out.
    #[must_use]
    pub fn offer(&self) -> Option<&Offer> {
        self.proposals.offer()
    }

    /// What the complainant gets, or is to get: the alternative that is proposed, offered or carried out. None before
    /// something is proposed, none where the last answer was another one than a remedy, and none where the case
    /// ended in another way than resolved.
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

    /// What was written down where the customer caused it, as long as that is the answer on the matter (S19-R09).
    #[must_use]
    pub fn customer_caused(&self) -> Option<&CustomerCausedFinding> {
        let Some(EventKind::FoundCustomerCaused(found)) = self.last_answer() else { return None };
        self.is_solved().then_some(found)
    }

    /// The last answer on the matter: a remedy that was carried out, or an explanation.
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

    /// Whether the complainant agreed to it.
    #[must_use]
    pub const fn has_consent(&self) -> bool {
        self.proposals.has_consent()
    }

    /// What its clocks look at.
    pub(in crate::case) const fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// When a duty was passed on last.
    pub(in crate::case) fn delivered(&self, duty: &DutyKey) -> Option<DateTime<Utc>> {
        self.delivered.get(duty).copied()
    }

    /// Its approvals, in their order.
    #[must_use]
    pub fn approvals(&self) -> &[Approval] {
        self.approvals.all()
    }

    /// An approval by its number.
    #[must_use]
    pub fn approval(&self, number: u32) -> Option<&Approval> {
        self.approvals.by_number(number)
    }

    /// The approval of the remedy that is open or complete and not yet used.
    #[must_use]
    pub fn remedy_approval(&self) -> Option<&Approval> {
        self.live(|matter| matches!(matter, ApprovalSubject::Remedy(_)))
    }

    /// The approval of a matter that is open, or complete and not yet used.
    pub(in crate::case) fn live(&self, of: impl Fn(&ApprovalSubject) -> bool) -> Option<&Approval> {
        self.approvals.live().rev().find(|approval| of(&approval.matter))
    }

    /// The approval of a matter that was given and not used.
    pub(in crate::case) fn granted(&self, matter: &ApprovalSubject) -> Option<&Approval> {
        self.approvals.granted(matter)
    }

    /// The approvals that are open, or complete and not yet used.
    pub(in crate::case) fn live_approvals(&self) -> impl Iterator<Item = &Approval> {
        self.approvals.live()
    }

    /// The refusals that still count when the same content is submitted again.
    pub(in crate::case) fn refusals_of(&self, matter: &ApprovalSubject) -> Vec<Signature> {
        self.approvals.refusals_of(matter)
    }

    /// Who may sign nothing in this case, and why.
    #[must_use]
    pub fn excluded(&self) -> Vec<ExcludedPerson> {
        self.people.excluded()
    }

    /// Who is concerned, and who did what.
    pub(in crate::case) const fn people(&self) -> &People {
        &self.people
    }

    /// The promises, in their order.
    #[must_use]
    pub fn promises(&self) -> &[PromiseRecord] {
        self.promises.all()
    }

    /// The promise that is not answered yet: at most one.
    #[must_use]
    pub fn open_promise(&self) -> Option<&PromiseRecord> {
        self.promises.open()
    }

    /// The departments with a measure in place, each with when; none where none is needed.
    #[must_use]
    pub fn contained_departments(&self) -> &[(Department, Option<DateTime<Utc>>)] {
        self.side_tracks.contained_departments()
    }

    /// How far returned goods are.
    #[must_use]
    pub const fn goods_step(&self) -> Option<GoodsStep> {
        self.side_tracks.goods()
    }

    /// How far a recall is.
    #[must_use]
    pub const fn recall_step(&self) -> Option<RecallStep> {
        self.side_tracks.recall()
    }

    /// The measures against the cause, each with how far it is, and since when.
    #[must_use]
    pub fn measures(&self) -> &[(RuleId, MeasureStep, DateTime<Utc>)] {
        self.side_tracks.measures()
    }

    /// How many steps of 8D or PDCA were taken; which, its events say.
    #[must_use]
    pub const fn discipline_count(&self) -> u32 {
        self.side_tracks.disciplines()
    }

    /// How far the order after an accident is.
    #[must_use]
    pub const fn accident_step(&self) -> Option<AccidentStep> {
        self.side_tracks.accident()
    }

    /// Who is to be held to account, as far as that is not decided.
    #[must_use]
    pub fn proposed_sanctions(&self) -> &[SanctionProposal] {
        self.side_tracks.proposed_sanctions()
    }

    /// Who is held to account.
    #[must_use]
    pub fn sanctions(&self) -> &[SanctionProposal] {
        self.side_tracks.sanctions()
    }

    /// Whether no bill may be sent.
    #[must_use]
    pub const fn is_billing_held(&self) -> bool {
        self.side_tracks.is_billing_held()
    }

    /// Since when it has been a project, if it is one or was.
    #[must_use]
    pub const fn project_since(&self) -> Option<DateTime<Utc>> {
        self.side_tracks.project_since()
    }

    /// How many notices of progress were sent.
    #[must_use]
    pub const fn notice_count(&self) -> u32 {
        self.contacts.notices()
    }

    /// Whether the project that it is or was has ended.
    #[must_use]
    pub const fn is_project_finished(&self) -> bool {
        self.side_tracks.has_finished_project()
    }

    /// What runs beside its course.
    pub(in crate::case) const fn side_tracks(&self) -> &SideTracks {
        &self.side_tracks
    }

    /// The last apology; a complete one stays before others.
    #[must_use]
    pub const fn apology(&self) -> Option<&Apology> {
        self.contacts.apology()
    }

    /// The contacts with the complainant afterwards.
    #[must_use]
    pub fn contacts(&self) -> &[Contact] {
        self.contacts.all()
    }

    /// The contacts since it was solved the last time: those that count before it is closed.
    #[must_use]
    pub fn contacts_about_solution(&self) -> &[Contact] {
        self.contacts.about_solution()
    }

    /// The contacts from an instant on.
    pub(in crate::case) fn contacts_since(&self, since: DateTime<Utc>) -> &[Contact] {
        self.contacts.since(since)
    }

    /// How it ended, if it did.
    #[must_use]
    pub fn closure(&self) -> Option<Closure> {
        self.closures().last().copied().filter(|_| !self.is_open())
    }

    /// Every end that it had.
    #[must_use]
    pub fn closures(&self) -> &[Closure] {
        self.endings.all()
    }

    /// How it ends, or ended last.
    pub(in crate::case) const fn ending(&self) -> ClosureKind {
        self.endings.kind()
    }

    /// How often it was taken up again.
    #[must_use]
    pub const fn reopening_count(&self) -> u32 {
        self.endings.reopened()
    }

    /// The cases that have to do with it.
    #[must_use]
    pub fn links(&self) -> &[CaseLink] {
        &self.links
    }

    /// The case in which it goes on.
    #[must_use]
    pub const fn merged_into(&self) -> Option<CaseId> {
        self.endings.merged_into()
    }

    /// The amounts that count for approvals: what was carried out before, and the greater of what was begun and the
    /// dearest alternative of today, one for each currency. None where an alternative does not say what it costs, or
    /// a sum leaves the range.
    #[must_use]
    pub fn approval_amounts(&self) -> Option<Vec<Money>> {
        self.spending.with(self.proposal()).map(Sums::into_vec)
    }

    /// What was carried out, or begun to be, by currency; none where nobody has said what it came to. What was only
    /// proposed, or refused, is no part of it.
    #[must_use]
    pub fn carried_out(&self) -> Option<Vec<Money>> {
        self.spending.carried_out().map(Sums::into_vec)
    }

    /// What its remedies cost.
    pub(in crate::case) const fn spending(&self) -> &Spending {
        &self.spending
    }

    /// The case as another one sees it: with the dates by which something is still due, were it not over.
    #[must_use]
    pub fn summary(&self, policy: &crate::policy::Policy) -> CaseSummary {
        let now = self.journal.last_at();
        let clocks = self.clocks(policy, now);
        // Of several runs and departments the earliest counts.
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
