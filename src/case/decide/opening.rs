//! The receipt: how a case begins.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::assessment::Assessment;
use crate::case::command::Receipt;
use crate::case::decide::storable;
use crate::case::deed::{Command, EventKind};
use crate::case::event::Event;
use crate::case::refusal::Refusal;
use crate::case::state::Case;
use crate::policy::fingerprint::PolicyContent;
use crate::policy::{Policy, PolicyVersion};
use crate::private::Private;
use crate::triage::limits::{MAX_FACTS, MAX_WORDS};
use crate::triage::{Complaint, History, Past};
use crate::vocab::{ActorId, Anchor};

/// Begins a case with the receipt of a complaint: its first events are in the case.
///
/// `past` is how it repeats earlier complaints; as if there were none where it is not given.
///
/// # Errors
///
/// [`Refusal`] for a complaint that the policy does not take, one received after `at`, and one that comes with steps
/// of a handling that is no case yet.
pub fn open(
    policy: &Policy,
    complaint: crate::triage::ComplaintDocument,
    past: Option<Past>,
    command: crate::vocab::CommandId,
    actor: ActorId,
    at: DateTime<Utc>,
) -> Result<Case, Refusal> {
    let receipt =
        Receipt { policy: PolicyVersion::of(policy), complaint: alloc::boxed::Box::new(complaint), past };
    let events = opening(policy, receipt, command, actor, at)?;
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
    command: crate::vocab::CommandId,
    actor: ActorId,
    at: DateTime<Utc>,
) -> Result<Vec<Event>, Refusal> {
    // What is stored says by itself when it was received.
    let complaint = alloc::boxed::Box::new(receipt.complaint.resolve(policy.calendar())?);
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
    for (what, count) in [
        ("categories", given.category.len()),
        ("demands", given.demand.len()),
        ("measures", given.containment.len()),
    ] {
        storable::check_most(what, count, MAX_WORDS)?;
    }
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
    let whats =
        [EventKind::from(Command::Receive(receipt)), EventKind::Assessed(alloc::boxed::Box::new(assessed))];
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

pub(in crate::case) fn past_of(policy: &Policy, complaint: &Complaint, past: Option<&Past>) -> Past {
    past.map_or_else(|| Past::of(policy, complaint, &History::none()), Clone::clone)
}
