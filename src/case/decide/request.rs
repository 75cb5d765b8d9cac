//! Deciding a request: the one place that says yes or no.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::approval::Step;
use crate::approval::signing::PossibleSigners;
use crate::case::approval::ApprovalState;
use crate::case::decide::authority::Authority;
use crate::case::decide::desk::{Desk, Draft};
use crate::case::decide::office::Office;
use crate::case::decide::people::excluded_from;
use crate::case::deed::EventKind;
use crate::case::event::{Decision, Request};
use crate::case::refusal::Refusal;
use crate::case::state::Case;
use crate::policy::Policy;
use crate::vocab::{Action, ActorId, RuleId};

impl Office<'_> {
    /// Decides what follows from a request, or why nothing does. It changes nothing: the events of the decision are
    /// recorded by [`Case::after`], and a refused request leaves no trace.
    ///
    /// The same command id again is answered with the events that it made the first time, whatever else the request
    /// says of time and revision.
    ///
    /// # Errors
    ///
    /// [`Refusal`], with what was expected.
    ///
    /// # Example
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::approval::Roster;
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::policy::{Policy, Routing};
    /// use redress::case::{Command, Office, Request, Stamp, open};
    /// use redress::triage::ComplaintDocument;
    /// use redress::vocab::Stage;
    ///
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("office", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// # let policy = Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).build()?;
    /// let roster = Roster::builder("2026-03").build()?;
    /// let said: ComplaintDocument =
    ///     serde_json::from_str(r#"{"id": "A-1", "received": "2026-03-02T09:00:00+01:00"}"#)?;
    /// let case = open(&policy, said, Stamp::new("k-1".parse()?, "anna".parse()?, "2026-03-02T08:05:00Z".parse()?))?;
    ///
    /// let register = Request::new(case.revision(), Stamp::new("k-2".parse()?, "anna".parse()?, "2026-03-02T08:06:00Z".parse()?), Command::Register);
    /// let decision = Office::new(&policy, &roster).decide(&case, register)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(case.stage(), Stage::Registered);
    /// # Ok(()) }
    /// ```
    pub fn decide(&self, case: &Case, request: Request) -> Result<Decision, Refusal> {
        match case.repeated(&request)? {
            Some(decision) => Ok(decision),
            None => decide_by(case, self.policy, self.roster, request),
        }
    }

    /// Who could sign an approval of a case next, such that the rest can be completed still.
    ///
    /// # Errors
    ///
    /// [`Refusal::Stuck`] where nobody can complete it, with a smallest set of steps that cannot all be signed;
    /// [`Refusal::NoSuch`] and [`Refusal::ApprovalOver`] where there is nothing to sign.
    pub fn possible_signers(
        &self,
        case: &Case,
        approval: u32,
        at: DateTime<Utc>,
    ) -> Result<PossibleSigners, Refusal> {
        let nobody = case.events().first().map(|event| event.by).ok_or(Refusal::NoSuch { what: "event" })?;
        let desk = Desk { case, policy: self.policy, authority: self.roster, actor: nobody, at };
        desk.check_policy()?;
        let approval = desk.open_approval(approval)?;
        let excluded = excluded_from(case, self.policy.people(), &approval.matter, Action::Sign);
        Ok(desk.progress(approval, &excluded)?.possible_signers(self.roster, at)?)
    }

    /// Whoever could have signed a step of an approval and is not waited for any more, in the order of the steps and
    /// then of the ids: as many have signed as it takes, or the approval is over. Who signed or refused is not among
    /// them.
    ///
    /// # Errors
    ///
    /// [`Refusal::NoSuch`] where there is no such approval, [`Refusal::OtherPolicy`] for a policy that is not the
    /// case's.
    pub fn no_longer_needed(
        &self,
        case: &Case,
        approval: u32,
        at: DateTime<Utc>,
    ) -> Result<Vec<(RuleId, ActorId)>, Refusal> {
        let nobody = case.events().first().map(|event| event.by).ok_or(Refusal::NoSuch { what: "event" })?;
        let desk = Desk { case, policy: self.policy, authority: self.roster, actor: nobody, at };
        desk.check_policy()?;
        let approval =
            case.approval(approval).ok_or(Refusal::NoSuch { what: "approval with that number" })?;
        let excluded = excluded_from(case, self.policy.people(), &approval.matter, Action::Sign);
        let progress = desk.progress(approval, &excluded)?;
        let open = progress.open_step().filter(|_| approval.state == ApprovalState::Open).map(Step::id);
        let mut people = Vec::new();
        for step in progress.steps.iter().take_while(|step| Some(step.id()) != open) {
            let has_acted = |person| {
                let acts = approval.signed.iter().chain(&approval.refused);
                acts.into_iter().any(|act| act.step() == step.id() && act.is_of(person))
            };
            let never = |person| excluded.iter().any(|excluded| excluded.person == person);
            let holders = step.signers().roles().iter().flat_map(|&role| self.roster.people(role, at));
            let mut free: Vec<ActorId> = holders
                .filter(|&person| !self.roster.is_system(person) && !never(person) && !has_acted(person))
                .collect();
            free.sort_unstable();
            free.dedup();
            people.extend(free.into_iter().map(|person| (step.id(), person)));
        }
        Ok(people)
    }
}

impl Case {
    /// The events that the command of a request has made, if it was carried out before.
    pub(in crate::case) fn repeated(&self, request: &Request) -> Result<Option<Decision>, Refusal> {
        let events = self.journal().events_of(request.id);
        let Some(event) = events.first() else { return Ok(None) };
        if event.by != request.actor || event.what != EventKind::from(request.command.clone()) {
            let was = event.what.action();
            debug_assert!(was.is_some(), "the first event of a command is its deed");
            let was = was.unwrap_or(Action::Note);
            return Err(Refusal::OtherCommand { command: request.id, was, by: event.by });
        }
        Ok(Some(Decision {
            events: events.to_vec(),
            notices: Vec::new(),
            repeated: true,
            on: self.journal().history(),
        }))
    }
}

pub(in crate::case) fn decide_by<A: Authority>(
    case: &Case,
    policy: &Policy,
    authority: &A,
    request: Request,
) -> Result<Decision, Refusal> {
    let Request { id, expected, actor, at, command } = request;
    let desk = Desk { case, policy, authority, actor, at };
    let (action, role) = (command.action(), desk.admit(expected, &command)?);
    let mut draft = Draft::default();
    desk.carry(command, &mut draft)?;
    let mut decision = draft.decided(case, id, actor, at, role);
    desk.check_entered_late(action, &mut decision)?;
    Ok(decision)
}
