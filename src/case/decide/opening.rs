//! The receipt: how a case begins.

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

/// A complaint as it comes in, with how it repeats earlier ones.
///
/// ```
/// use redress::case::Intake;
/// use redress::triage::ComplaintDocument;
///
/// let said = ComplaintDocument::new("A-1".parse()?, "2026-03-02T08:00:00Z".parse()?);
/// let intake = Intake::from(said); // the first of its kind
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Intake {
    complaint: ComplaintDocument,
    past: Option<PastCounts>,
}

impl Intake {
    /// Says how the complaint repeats earlier ones. Without it the complaint counts as the first of its kind.
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

/// Opens a case with the receipt of a complaint: its first events are in the case.
///
/// Takes a [`ComplaintDocument`], or an [`Intake`] where earlier complaints were counted.
///
/// # Errors
///
/// [`Refusal`] for a complaint that the policy does not take, one received after `at`, and one that comes with steps
/// of a handling that is no case yet.
pub fn open(policy: &Policy, intake: impl Into<Intake>, stamp: Stamp) -> Result<Case, Refusal> {
    let Intake { complaint, past } = intake.into();
    let receipt = Receipt { policy: PolicyVersion::of(policy), complaint: Box::new(complaint), past };
    let events = opening(policy, receipt, stamp)?;
    begun(&events)
}

/// The case of its first events.
pub(crate) fn begun(events: &[Event]) -> Result<Case, Refusal> {
    let (Some(first), rest) = (events.first(), events.get(1..).unwrap_or_default()) else {
        return Err(Refusal::NoSuch { what: "receipt" });
    };
    let EventKind::Received(receipt) = &first.what else { return Err(Refusal::NoSuch { what: "receipt" }) };
    let case = Case::begin(receipt, first)?;
    Ok(rest.iter().fold(case, crate::case::state::evolve))
}

/// The events of a receipt.
pub(in crate::case) fn opening(
    policy: &Policy,
    receipt: Receipt,
    Stamp { id: command, actor, at }: Stamp,
) -> Result<Vec<Event>, Refusal> {
    // What is stored says by itself when it was received.
    let complaint = Box::new(receipt.complaint.resolve(policy.calendar())?);
    let receipt = Receipt { complaint, ..receipt };
    let given = &receipt.complaint;
    // What happens to a case is told by commands; what lies before it is known at its receipt.
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

/// The most bytes of what was said.
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
