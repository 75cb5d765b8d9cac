//! Deciding a request: the one place that says yes or no.
//!
//! # How a request is decided
//!
//! The problem: a request must be judged against everything that the case, the policy and the roster say. The answer is
//! the complete list of new events, or one refusal. A half-accepted request must not exist. Each refusal must name the
//! cause that helps the person most.
//!
//! The idea: checks run in a fixed order, from the most general to the most special. The first one that fails is the
//! answer.
//!
//! 1. **Repetition.** If the command id is known, the request is not judged again: the stored events are the answer.
//!    This comes first, because a network may deliver a request twice, and the second time the revision is stale.
//! 2. **Policy and revision.** The policy must be the one of the case, with the same content. The revision must be
//!    current. The time must not run backwards.
//! 3. **Storability.** Every instant and list must survive a round trip through JSON.
//! 4. **Stage.** The table of [`course`](crate::case::course) must have an arrow, or the action must run beside the
//!    course.
//! 5. **Person.** The person must not be kept from the action by their part in the case, and must hold a role that the
//!    policy asks for.
//! 6. **Content.** The room of the command (`course`, `ending`, `approving`, `timing`, `beside`) checks what the
//!    command carries, and writes the events into a [`Draft`].
//! 7. **Late entries.** Finally the events are tried on the case, to see whether they cancel a missed deadline. This
//!    needs the complete list, so it comes last.
//!
//! [`Office::allowed`](crate::case::Office::allowed) uses steps 2 (without the revision), 4 and 5, and the checks of
//! step 6 that need no content.
//!
//! The case is borrowed and never changed. The decision carries the number of the history on which it was made, so that
//! [`Case::after`](crate::case::Case::after) refuses to apply it to another state.
//!
//! Cost: steps 1 to 5 take logarithmic time in the number of events. Most commands add a constant amount of work. A
//! policy that limits late entries reads all clocks of the case. The case is only copied if one of them has run out.
//!
//! The roster is asked through the trait `Authority`. Replay decides the same requests again with the authority that
//! the stored events recorded, and compares the results. So there is one set of rules and not two.

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
    /// Decides a request: returns the events that follow from it, or the reason against it.
    ///
    /// Nothing changes yet. Store the events of the decision, and apply them with [`Case::after`]. A refused request
    /// leaves no trace.
    ///
    /// A command id that is already in the case gets the events of the first time again, whatever the time and revision
    /// of the new request. A client can therefore repeat a request safely after a lost connection.
    ///
    /// # Errors
    ///
    /// Returns a [`Refusal`] that says what is wrong and what to do. Nothing is recorded.
    ///
    /// # Example: a request that arrives twice
    ///
    /// ```
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let office = Office::new(&policy, &roster);
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let request = Request::new(case.revision(), stamp, Command::Acknowledge);
    ///
    /// let decision = office.decide(&case, request.clone())?;
    /// let case = case.after(&decision)?;
    /// let again = office.decide(&case, request)?;
    /// assert!(again.is_repeated());
    /// assert_eq!(again.events(), decision.events());
    /// # Ok(()) }
    /// ```
    ///
    /// # Example: nobody signs their own proposal
    ///
    /// ```
    /// use redress::case::approval::ApprovalReference;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case_in_approval(&policy, &roster)?; // proposed by `anna`
    /// let sign = |actor: &str| -> Result<Request, Box<dyn std::error::Error>> {
    ///     let stamp = Stamp::new("k-5".parse()?, actor.parse()?, "2026-04-02T09:00:00Z".parse()?);
    ///     Ok(Request::on(&case, stamp, Command::Sign(ApprovalReference::new(1))))
    /// };
    /// let office = Office::new(&policy, &roster);
    /// assert!(office.decide(&case, sign("anna")?).is_err());
    /// assert!(office.decide(&case, sign("mia")?).is_ok());
    /// # Ok(()) }
    /// ```
    pub fn decide(&self, case: &Case, request: Request) -> Result<Decision, Refusal> {
        match case.repeated(&request)? {
            Some(decision) => Ok(decision),
            None => decide_by(case, self.policy, self.roster, request),
        }
    }

    /// Returns everybody who can sign an approval next so that the remaining steps can still be completed.
    ///
    /// # Errors
    ///
    /// - [`Refusal::Stuck`] if nobody can complete the approval, with a smallest set of steps that cannot all be
    ///   signed,
    /// - [`Refusal::NoSuch`] if there is no such approval, or [`Refusal::ApprovalOver`] if it is not open,
    /// - [`Refusal::OtherPolicy`] or [`Refusal::OtherContent`] if the case follows another policy.
    ///
    /// # Example: everybody but the proposer
    ///
    /// ```
    /// use redress::case::Office;
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?); // `anna` and `mia` are managers
    /// let case = sample::case_in_approval(&policy, &roster)?; // proposed by `anna`
    /// let signers = Office::new(&policy, &roster).possible_signers(&case, 1, "2026-04-02T09:00:00Z".parse()?)?;
    /// assert_eq!(signers.next, ["mia".parse()?]);
    /// # Ok(()) }
    /// ```
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

    /// Returns the people who could have signed a step and need not sign any more, because the step has enough
    /// signatures or the approval is over.
    ///
    /// Use it to withdraw reminders. People who signed or refused the step are not in the list. It is ordered by step,
    /// then by id.
    ///
    /// # Errors
    ///
    /// - [`Refusal::NoSuch`] if there is no such approval,
    /// - [`Refusal::OtherPolicy`] or [`Refusal::OtherContent`] if the case follows another policy.
    ///
    /// # Example: after the proposal was taken back
    ///
    /// ```
    /// use redress::case::approval::ApprovalReference;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case_in_approval(&policy, &roster)?; // proposed by `anna`
    /// let (office, now) = (Office::new(&policy, &roster), "2026-04-02T09:00:00Z".parse()?);
    /// assert!(office.no_longer_needed(&case, 1, now)?.is_empty()); // `mia` can still sign
    ///
    /// let stamp = Stamp::new("k-5".parse()?, "anna".parse()?, now);
    /// let request = Request::on(&case, stamp, Command::TakeBack(ApprovalReference::new(1)));
    /// let decision = office.decide(&case, request)?;
    /// let case = case.after(&decision)?;
    /// assert_eq!(office.no_longer_needed(&case, 1, now)?, [("review".parse()?, "mia".parse()?)]);
    /// # Ok(()) }
    /// ```
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
    /// Returns the events of an earlier request with the same id. `None` if there is none.
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
