//! Cases: opened, decided, replayed and looked at. The host stores the events; the door keeps none.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize};

use crate::approval::signing::PossibleSigners;
use crate::approval::{Roster, RosterDocument};
use crate::case::clock::{CaseClock, OpenDuty};
use crate::case::migration::{Migration, PolicyDiff};
use crate::case::stored::{CaseDocument, Policies};
use crate::case::{Allowed, Case, Decision, Event, Intake, Office, Outlook, Request, Stamp, open};
use crate::deadline::ClockReading;
use crate::policy::{Policy, PolicyDocument, PolicyVersion};
use crate::text::list::list;
use crate::triage::answer::DocumentInstant;
use crate::triage::{ComplaintDocument, PastCase, PastCounts};
use crate::vocab::{ActorId, CaseId, CommandId, Department, Locale, RuleId, Severity, Stage};
use crate::wire::ask::{Answer, Ask, AtPart, Held, Source, request};
use crate::wire::shelf::Shelf;
use crate::wire::triages::counted;
use crate::wire::trouble::Trouble;

/// The most earlier policies of one case.
const MAX_EARLIER: usize = 100;

type Sent = Source<PolicyDocument>;

/// The policies of a case: the one by which it goes now, and those by which it went before.
struct Known<'s> {
    now: Held<'s, Policy>,
    earlier: Vec<Held<'s, Policy>>,
}

impl Policies for Known<'_> {
    fn find(&self, version: &PolicyVersion) -> Option<&Policy> {
        let all = core::iter::once(&self.now).chain(&self.earlier);
        all.map(|policy| &**policy).find(|policy| version.is_of(policy))
    }
}

fn earlier<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Sent>, D::Error> {
    list(MAX_EARLIER, deserializer)
}

/// Replays a case by its policies.
fn replayed(
    shelf: &Shelf,
    case: CaseDocument,
    policy: Sent,
    earlier: Vec<Sent>,
) -> Result<(Case, Known<'_>), Trouble> {
    let mut known = Known { now: shelf.hold::<Policy>(policy, "/policy")?, earlier: Vec::new() };
    for (place, policy) in earlier.into_iter().enumerate() {
        known.earlier.push(shelf.hold::<Policy>(policy, &alloc::format!("/earlier/{place}"))?);
    }
    let case = case.build(&known).map_err(|error| {
        let place = error.number.saturating_sub(1);
        Trouble::of(error).at_part(&alloc::format!("/case/events/{place}"))
    })?;
    Ok((case, known))
}

/// What a case is now.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct View {
    id: CaseId,
    revision: u64,
    policy: PolicyVersion,
    stage: Stage,
    stage_since: DocumentInstant,
    open: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<Severity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    department: Option<Department>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person_in_charge: Option<ActorId>,
}

impl View {
    fn of(case: &Case) -> Self {
        Self {
            id: case.id(),
            revision: case.revision(),
            policy: case.policy().clone(),
            stage: case.stage(),
            stage_since: DocumentInstant(case.stage_since()),
            open: case.is_open(),
            severity: case.severity(),
            department: case.department(),
            person_in_charge: case.person_in_charge(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct OpenCase {
    policy: Sent,
    complaint: ComplaintDocument,
    #[serde(default)]
    past: Option<PastCounts>,
    #[serde(default, deserialize_with = "history")]
    history: Vec<PastCase>,
    /// The id of the command that opens the case.
    id: CommandId,
    actor: ActorId,
    at: DocumentInstant,
}

request!(OpenCase, "a case to open");

fn history<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PastCase>, D::Error> {
    crate::text::list::any_number(deserializer)
}

#[derive(Serialize)]
struct Opened<'a> {
    events: &'a [Event],
    case: View,
}

/// Opens a case for a complaint, and returns the events to store.
pub(super) fn open_case(shelf: &mut Shelf, asked: OpenCase, _: Ask) -> Result<Answer, Trouble> {
    let policy = shelf.hold::<Policy>(asked.policy, "/policy")?;
    let past = if asked.past.is_none() && asked.history.is_empty() {
        None
    } else {
        let complaint = asked.complaint.clone().build_with(policy.calendar()).at_part("/complaint")?;
        Some(counted(&policy, &complaint, asked.history, asked.past)?)
    };
    let stamp = Stamp::new(asked.id, asked.actor, asked.at.0);
    let case = open(&policy, Intake::from(asked.complaint).with_past(past), stamp).at_part("/complaint")?;
    Answer::of(&Opened { events: case.events(), case: View::of(&case) })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct Decide {
    policy: Sent,
    #[serde(default, deserialize_with = "earlier")]
    earlier: Vec<Sent>,
    roster: Source<RosterDocument>,
    case: CaseDocument,
    request: Request,
    /// The policy to which the command `move-policy` moves the case.
    #[serde(default)]
    to: Option<Sent>,
}

request!(Decide, "a request on a case");

#[derive(Serialize)]
struct Decided<'a> {
    #[serde(flatten)]
    decision: &'a Decision,
    case: View,
}

/// Refuses a request on a case, or returns the events to store.
pub(super) fn decide(shelf: &mut Shelf, asked: Decide, _: Ask) -> Result<Answer, Trouble> {
    let (case, known) = replayed(shelf, asked.case, asked.policy, asked.earlier)?;
    let roster = shelf.hold::<Roster>(asked.roster, "/roster")?;
    let to = asked.to.map(|to| shelf.hold::<Policy>(to, "/to")).transpose()?;
    let office = Office::new(&known.now, &roster);
    let decision = match &to {
        Some(to) => office.decide_move(&case, to, asked.request),
        None => office.decide(&case, asked.request),
    };
    let decision = decision.at_part("/request")?;
    let after = case.after(&decision).at_part("/request")?;
    Answer::of(&Decided { decision: &decision, case: View::of(&after) })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct ReplayOf {
    policy: Sent,
    #[serde(default, deserialize_with = "earlier")]
    earlier: Vec<Sent>,
    case: CaseDocument,
}

request!(ReplayOf, "a case to replay");

#[derive(Serialize)]
struct Replayed {
    case: View,
}

/// Checks every event of a case, and returns what the case is now.
pub(super) fn replay(shelf: &mut Shelf, asked: ReplayOf, _: Ask) -> Result<Answer, Trouble> {
    let (case, _) = replayed(shelf, asked.case, asked.policy, asked.earlier)?;
    Answer::of(&Replayed { case: View::of(&case) })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct AllowedTo {
    policy: Sent,
    #[serde(default, deserialize_with = "earlier")]
    earlier: Vec<Sent>,
    roster: Source<RosterDocument>,
    case: CaseDocument,
    actor: ActorId,
    now: DocumentInstant,
}

request!(AllowedTo, "a person and a case");

#[derive(Serialize)]
struct Actions {
    actions: Vec<Allowed>,
}

/// Says what a person may do with a case now, and why not the rest.
pub(super) fn allowed(shelf: &mut Shelf, asked: AllowedTo, _: Ask) -> Result<Answer, Trouble> {
    let (case, known) = replayed(shelf, asked.case, asked.policy, asked.earlier)?;
    let roster = shelf.hold::<Roster>(asked.roster, "/roster")?;
    let actions = Office::new(&known.now, &roster).allowed(&case, asked.actor, asked.now.0);
    Answer::of(&Actions { actions })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct SignersOf {
    policy: Sent,
    #[serde(default, deserialize_with = "earlier")]
    earlier: Vec<Sent>,
    roster: Source<RosterDocument>,
    case: CaseDocument,
    #[serde(deserialize_with = "crate::text::map_only::amount")]
    approval: u32,
    now: DocumentInstant,
}

request!(SignersOf, "an approval of a case");

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Signers {
    #[serde(flatten)]
    possible: PossibleSigners,
    no_longer_needed: Vec<NotNeeded>,
}

#[derive(Serialize)]
struct NotNeeded {
    step: RuleId,
    actor: ActorId,
}

/// Says who can sign an approval next, and who need not sign any more.
pub(super) fn possible_signers(shelf: &mut Shelf, asked: SignersOf, _: Ask) -> Result<Answer, Trouble> {
    let (case, known) = replayed(shelf, asked.case, asked.policy, asked.earlier)?;
    let roster = shelf.hold::<Roster>(asked.roster, "/roster")?;
    let (approval, now) = (asked.approval, asked.now.0);
    let office = Office::new(&known.now, &roster);
    let possible = office.possible_signers(&case, approval, now).at_part("/approval")?;
    let rest = office.no_longer_needed(&case, approval, now).at_part("/approval")?.into_iter();
    Answer::of(&Signers {
        possible,
        no_longer_needed: rest.map(|(step, actor)| NotNeeded { step, actor }).collect(),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct CaseAt {
    policy: Sent,
    #[serde(default, deserialize_with = "earlier")]
    earlier: Vec<Sent>,
    case: CaseDocument,
    now: DocumentInstant,
}

request!(CaseAt, "a case at an instant");

/// What comes next in a case, what is owed, and where each clock stands.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Ahead<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    next_change: Option<DocumentInstant>,
    owed: Vec<OpenDuty>,
    clocks: Vec<Read<'a>>,
    outlook: &'a Outlook,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

#[derive(Serialize)]
struct Read<'a> {
    #[serde(flatten)]
    clock: &'a CaseClock<'a>,
    reading: ClockReading,
}

/// Says what comes next in a case, what is owed, and where each clock stands.
pub(super) fn outlook(shelf: &mut Shelf, asked: CaseAt, ask: Ask) -> Result<Answer, Trouble> {
    let (case, known) = replayed(shelf, asked.case, asked.policy, asked.earlier)?;
    let (policy, now) = (&known.now, asked.now.0);
    let outlook = Outlook::of(&case, policy, now);
    let clocks = case.clocks(policy, now);
    Answer::of(&Ahead {
        next_change: outlook.next_change(now).map(DocumentInstant),
        owed: outlook.owed(now).collect(),
        clocks: clocks.iter().map(|clock| Read { clock, reading: clock.reading(policy, now) }).collect(),
        text: ask.text(policy.labels(), |renderer| renderer.standing(&case, policy, now)),
        outlook: &outlook,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct TimelineOf {
    policy: Sent,
    #[serde(default, deserialize_with = "earlier")]
    earlier: Vec<Sent>,
    case: CaseDocument,
    /// Whether to tell notes too.
    #[serde(default, deserialize_with = "crate::text::map_only::switch")]
    notes: bool,
}

request!(TimelineOf, "a case to tell");

#[derive(Serialize)]
struct Told {
    text: String,
}

/// Tells what happened in a case, in English if no language is asked for.
pub(super) fn timeline(shelf: &mut Shelf, asked: TimelineOf, ask: Ask) -> Result<Answer, Trouble> {
    let (case, known) = replayed(shelf, asked.case, asked.policy, asked.earlier)?;
    let policy = &known.now;
    let renderer = crate::render::Renderer::of(policy, ask.language.unwrap_or(Locale::En));
    let timeline = renderer.timeline(&case, policy);
    let timeline = if asked.notes { timeline.with_notes() } else { timeline };
    Answer::of(&Told { text: timeline.to_string() })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct CompareOf {
    policy: Sent,
    #[serde(default, deserialize_with = "earlier")]
    earlier: Vec<Sent>,
    case: CaseDocument,
    to: Sent,
    now: DocumentInstant,
}

request!(CompareOf, "a case and another policy");

#[derive(Serialize)]
struct Compared {
    changes: PolicyDiff,
}

/// Says what a move to another policy would change in a case.
pub(super) fn compare(shelf: &mut Shelf, asked: CompareOf, _: Ask) -> Result<Answer, Trouble> {
    let (case, known) = replayed(shelf, asked.case, asked.policy, asked.earlier)?;
    let to = shelf.hold::<Policy>(asked.to, "/to")?;
    let changes = Migration { from: &known.now, to: &to }.diff(&case, asked.now.0).at_part("/to")?;
    Answer::of(&Compared { changes })
}
