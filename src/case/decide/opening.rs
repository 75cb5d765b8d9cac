//! Opening a case: the receipt of a complaint, and the events that it makes.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::case::assessment::Assessment;
use crate::case::command::Receipt;
use crate::case::decide::storable;
use crate::case::deed::{Command, EventKind};
use crate::case::event::{Event, Stamp};
use crate::case::refusal::Refusal;
use crate::case::state::Case;
use crate::policy::fingerprint::PolicyContent;
use crate::policy::{Policy, PolicyVersion};
use crate::private::Private;
use crate::triage::limits::MAX_FACTS;
use crate::triage::{Complaint, ComplaintDocument, History, PastCounts};
use crate::vocab::Anchor;

/// A complaint as it arrives, together with the number of similar earlier complaints.
///
/// [`open`] takes an intake. If no earlier complaints were counted, pass the [`ComplaintDocument`] alone.
///
/// # Example: with counts of earlier complaints
///
/// ```
/// use redress::case::{Intake, Stamp, open};
/// use redress::sample;
/// use redress::triage::{ComplaintDocument, History, PastCounts};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
/// let past = PastCounts::of(&policy, &complaint, &History::none()); // your own history in place of none
/// let said = ComplaintDocument::new(complaint.id(), complaint.received());
///
/// let stamp = Stamp::new("k-1".parse()?, "anna".parse()?, complaint.received());
/// let case = open(&policy, Intake::from(said).with_past(past), stamp)?;
/// assert_eq!(case.revision(), 2); // received, assessed
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Intake {
    complaint: ComplaintDocument,
    past: Option<PastCounts>,
}

impl Intake {
    /// Sets the counts of earlier complaints. Without them the complaint counts as the first of its kind.
    #[must_use]
    pub fn with_past(mut self, past: impl Into<Option<PastCounts>>) -> Self {
        self.past = past.into();
        self
    }
}

impl From<ComplaintDocument> for Intake {
    fn from(complaint: ComplaintDocument) -> Self {
        Self { complaint, past: None }
    }
}

/// Opens a case for a complaint that was received.
///
/// The returned case already holds its first two events: the receipt, and the assessment by the policy. Store
/// [`Case::events`]. Takes a [`ComplaintDocument`], or an [`Intake`] if earlier complaints were counted.
///
/// # Errors
///
/// Returns a [`Refusal`] if
/// - the complaint is not valid for the policy,
/// - the complaint, or an event in it, is dated after the stamp,
/// - the complaint names events of its handling, which need a case first ([`Refusal::NotAtReceipt`]).
///
/// # Example
///
/// ```
/// use redress::case::{Stamp, open};
/// use redress::sample;
/// use redress::triage::ComplaintDocument;
/// use redress::vocab::{Category, Department};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let mut said = ComplaintDocument::new("A-17".parse()?, "2026-04-02T08:00:00Z".parse()?);
/// said.words.add(Category::PRODUCT_QUALITY);
///
/// let stamp = Stamp::new("k-1".parse()?, "anna".parse()?, "2026-04-02T08:05:00Z".parse()?);
/// let case = open(&policy, said, stamp)?;
/// assert_eq!(case.department(), Some(Department::QUALITY));
/// # Ok(()) }
/// ```
///
/// # Example: received in the future
///
/// ```
/// use redress::case::{Stamp, open};
/// use redress::sample;
/// use redress::triage::ComplaintDocument;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let said = ComplaintDocument::new("A-18".parse()?, "2026-04-02T08:00:01Z".parse()?);
/// let stamp = Stamp::new("k-1".parse()?, "anna".parse()?, "2026-04-02T08:00:00Z".parse()?);
/// assert_eq!(
///     open(&sample::policy()?, said, stamp).unwrap_err().to_string(),
///     "2026-04-02T08:00:01Z is in the future: the request was made at 2026-04-02T08:00:00Z, \
///      expected that instant or an earlier one",
/// );
/// # Ok(()) }
/// ```
pub fn open(policy: &Policy, intake: impl Into<Intake>, stamp: Stamp) -> Result<Case, Refusal> {
    let Intake { complaint, past } = intake.into();
    let receipt = Receipt { policy: PolicyVersion::of(policy), complaint: Box::new(complaint), past };
    let events = opening(policy, receipt, stamp)?;
    begun(&events)
}

/// Builds a case from its first events.
pub(crate) fn begun(events: &[Event]) -> Result<Case, Refusal> {
    let (Some(first), rest) = (events.first(), events.get(1..).unwrap_or_default()) else {
        return Err(Refusal::NoSuch { what: "receipt" });
    };
    let EventKind::Received(receipt) = &first.what else { return Err(Refusal::NoSuch { what: "receipt" }) };
    let case = Case::begin(receipt, first)?;
    Ok(rest.iter().fold(case, crate::case::state::evolve))
}

/// Decides the events of a receipt.
pub(in crate::case) fn opening(
    policy: &Policy,
    receipt: Receipt,
    Stamp { id: command, actor, at }: Stamp,
) -> Result<Vec<Event>, Refusal> {
    // The stored complaint must say by itself when it was received.
    let complaint = Box::new(receipt.complaint.resolve(policy.calendar())?);
    let receipt = Receipt { complaint, ..receipt };
    let given = &receipt.complaint;
    // Commands record what happens to a case. Only events from before the case are part of the receipt.
    let before_case = |event: Anchor| event.code().is_own() || Anchor::BEFORE_CASE.contains(&event);
    let department = given.departments.values().next().map(|_| Anchor::DEPARTMENT_RECEIVED);
    let handling = given.told_events().map(|(event, _)| event).chain(department);
    if let Some(event) = handling.into_iter().find(|&event| !before_case(event)) {
        return Err(Refusal::NotAtReceipt { event });
    }
    given.text.as_ref().map_or(Ok(()), check_narrative)?;
    let expected = PolicyVersion::of(policy);
    storable::check_instant(at)?;
    given.received.map_or(Ok(()), storable::check_instant)?;
    storable::check_words(&given.words)?;
    storable::check_most("facts", given.facts.len(), MAX_FACTS)?;
    if receipt.policy != expected {
        return Err(Refusal::OtherPolicy { case: given.id, given: expected, expected: receipt.policy });
    }
    let complaint = (**given).clone().build()?;
    for (_, event) in complaint.anchors().iter() {
        storable::check_instant(event)?;
        if event > at {
            return Err(Refusal::InTheFuture { at: event, now: at });
        }
    }
    let given_id = given.id;
    let past = past_of(policy, &complaint, receipt.past.as_ref());
    let assessed = Assessment::of(policy, &complaint, past)?;
    let assessed = Assessment { content: Some(PolicyContent::of(policy)), ..assessed };
    let whats = [EventKind::from(Command::Receive(receipt)), EventKind::Assessed(Box::new(assessed))];
    let (case, numbered) = (given_id, (1..).zip(whats));
    let event = |(number, what)| Event { case, number, at, by: actor, role: None, command, what };
    Ok(numbered.map(event).collect())
}

/// The maximum number of bytes of the text of a complaint.
const MAX_NARRATIVE: usize = 20_000;

pub(super) fn check_narrative(text: &Private<String>) -> Result<(), Refusal> {
    let count = text.reveal().len();
    if count > MAX_NARRATIVE {
        return Err(Refusal::HowMany { what: "bytes of narrative", count, limit: MAX_NARRATIVE });
    }
    Ok(())
}

pub(in crate::case) fn past_of(
    policy: &Policy,
    complaint: &Complaint,
    past: Option<&PastCounts>,
) -> PastCounts {
    past.map_or_else(|| PastCounts::of(policy, complaint, &History::none()), Clone::clone)
}
