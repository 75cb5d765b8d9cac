//! The search: every state, every command of everybody, by breadth; what has to hold in each, and over all.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use redress::approval::{Roster, Signature, SigningRefusal};
use redress::case::approval::{Approval, ApprovalReference, ApprovalReturn, ApprovalState, ApprovalSubject};
use redress::case::command::{CauseFinding, Continuation, Proposal, Remark};
use redress::case::{Case, Command, Decision, EventKind, Office, Refusal, Request, Stamp};
use redress::policy::Policy;
use redress::vocab::course::Exclusion;
use redress::vocab::{Action, ActorId, Money, Remedy, Severity, Stage};

use crate::model::oracle::{View, contents, excluded, is_as_good, may_be_done};
use crate::model::world::{World, code, found, now, who};

/// A case in a world, with two clients: both have seen it as it is, or one of them has not.
#[derive(Clone)]
struct State {
    case: Case,
    late: bool,
    /// The revision that the slower client has seen.
    seen: u64,
}

/// What was reached.
pub(crate) struct Found {
    pub(crate) states: usize,
    pub(crate) transitions: usize,
    pub(crate) happened: BTreeMap<&'static str, usize>,
}

struct Search<'w> {
    world: &'w World,
    policy: Policy,
    roster: Roster,
    known: HashMap<Vec<u8>, usize>,
    queue: VecDeque<(usize, State)>,
    /// Who leads to each state.
    before: Vec<Vec<usize>>,
    open: Vec<bool>,
    transitions: usize,
    happened: BTreeMap<&'static str, usize>,
}

fn going_on(to: Stage) -> Continuation {
    Continuation { to, reason: "for a reason".parse().unwrap() }
}

fn because() -> Remark {
    Remark { note: "for a reason".parse().unwrap() }
}

/// Since when the open step has been open: read from the events.
fn step_since(case: &Case, number: u32) -> chrono::DateTime<chrono::Utc> {
    let mut since = case.last_at();
    let mut chain = None;
    for event in case.events() {
        let anew = match &event.what {
            EventKind::ApprovalOpened(opened) if opened.approval == number => {
                chain = Some(opened.chain);
                true
            }
            EventKind::SignatureGiven(given) => given.approval == number && given.completes,
            EventKind::SignaturesVoided(voided) => voided.approval == number && !voided.steps.is_empty(),
            EventKind::ApprovalRaised(raised) if raised.approval == number => {
                chain.replace(raised.chain) != Some(raised.chain)
            }
            _ => false,
        };
        if anew {
            since = event.at;
        }
    }
    since
}

trait Last {
    fn last_at(&self) -> chrono::DateTime<chrono::Utc>;
}

impl Last for Case {
    fn last_at(&self) -> chrono::DateTime<chrono::Utc> {
        self.events().last().unwrap().at
    }
}

impl State {
    fn live(&self) -> Option<&Approval> {
        self.case.remedy_approval()
    }

    fn told(&self) -> Vec<String> {
        self.case.events().iter().map(|event| format!("{} {:?}", event.by, event.what)).collect()
    }

    fn is_overdue(&self, approval: &Approval) -> bool {
        self.late && step_since(&self.case, approval.number()) < now(true)
    }
}

pub(crate) fn search(world: &World, least: usize) -> Found {
    let (policy, roster) = (world.policy(), world.roster());
    let case = world.case(&policy, &roster);
    let seen = case.revision();
    let (known, queue, happened) = (HashMap::new(), VecDeque::new(), BTreeMap::new());
    let (before, open, transitions) = (Vec::new(), Vec::new(), 0);
    let mut search = Search { world, policy, roster, known, queue, before, open, transitions, happened };
    search.add(State { case, late: false, seen }, None);
    while let Some((number, state)) = search.queue.pop_front() {
        search.expand(number, &state);
    }
    search.check_end_is_reached();
    let states = search.before.len();
    println!("{states} states, {} transitions, {:?}", search.transitions, search.happened);
    assert!(states >= least, "{states} states, expected at least {least}: the model has shrunk");
    Found { states, transitions: search.transitions, happened: search.happened }
}

impl Search<'_> {
    fn add(&mut self, state: State, from: Option<usize>) -> usize {
        let key = self.key(&state);
        let next = self.before.len();
        let number = *self.known.entry(key).or_insert(next);
        if number == next {
            self.before.push(Vec::new());
            self.open.push(state.case.is_open());
            self.queue.push_back((number, state));
        }
        if let Some(from) = from {
            self.transitions += 1;
            self.before[number].push(from);
        }
        number
    }

    /// Everything on which what can happen depends, and nothing else: no numbers, no instants. Two cases of one key go
    /// on alike.
    fn key(&self, state: &State) -> Vec<u8> {
        let case = &state.case;
        let mut key = vec![
            case.stage() as u8,
            u8::from(state.late),
            u8::from(state.seen == case.revision()),
            u8::from(case.has_consent()),
            case.severity().map_or(9, |severity| severity as u8),
            case.highest_severity().map_or(9, |severity| severity as u8),
            u8::try_from(case.approvals().len()).unwrap(),
            u8::try_from(case.closures().len()).unwrap(),
            u8::try_from(case.responsible().len()).unwrap(),
        ];
        for amount in case.approval_amounts().unwrap() {
            key.extend(amount.minor().to_le_bytes());
        }
        key.push(0xff);
        match case.proposal() {
            Some(proposal) => {
                let at = proposal.alternatives.iter().position(|offer| Some(offer) == case.offer());
                key.push(u8::try_from(at.unwrap_or(99)).unwrap());
                content(&mut key, proposal);
            }
            None => key.push(0xfe),
        }
        // What each person is to the case: who is like another swaps with him.
        let live = state.live();
        let given = live.map_or_else(Vec::new, |_| contents(case));
        let excluded = excluded(self.world, case);
        let mut profiles: Vec<(u8, Vec<u8>)> = Vec::new();
        for (index, person) in self.world.people.iter().enumerate() {
            let id = who(person.id);
            let mut profile = Vec::new();
            for because in [Exclusion::ComplainedAbout, Exclusion::Proposer, Exclusion::Handler] {
                profile.push(u8::from(excluded.contains(&(id, because))));
            }
            if let Some(approval) = live {
                profile.push(u8::from(approval.proposer() == id));
                let mut entries: Vec<Vec<u8>> = Vec::new();
                for (kind, signatures) in [(1, approval.signed()), (2, approval.refused())] {
                    for signature in signatures.iter().filter(|signature| signature.by() == id) {
                        let mut entry = vec![kind, u8::try_from(signature.slot()).unwrap()];
                        entry.extend(signature.step().to_string().bytes());
                        let lender = signature.instead_of().and_then(|lender| self.world.index(lender));
                        entry.push(u8::try_from(lender.unwrap_or(99)).unwrap());
                        entry.extend(signature.role().to_string().bytes());
                        if kind == 1 {
                            let was = given
                                .iter()
                                .rfind(|(of, other, _)| *of == approval.number() && other == signature);
                            content(&mut entry, &was.unwrap().2);
                        }
                        entries.push(entry);
                    }
                }
                entries.sort_unstable();
                profile.extend(entries.concat());
            }
            let group = if person.group == 0 { 100 + u8::try_from(index).unwrap() } else { person.group };
            profiles.push((group, profile));
        }
        profiles.sort_unstable();
        for (group, profile) in profiles {
            key.push(group);
            key.extend((profile.len() as u64).to_le_bytes());
            key.extend(profile);
        }
        if let Some(approval) = live {
            key.extend(approval.chain().to_string().bytes());
            key.push(approval.state() as u8);
            key.push(u8::from(state.is_overdue(approval)));
            key.extend(approval.amount().map_or(u64::MAX, |amount| amount.minor()).to_le_bytes());
        }
        key
    }

    /// Every command that anybody might think of here.
    fn commands(&self, state: &State) -> Vec<(ActorId, Command)> {
        let (world, case) = (self.world, &state.case);
        let last_round = case.approvals().len() >= world.rounds;
        let mut commands = Vec::new();
        let intake = who("intake");
        for person in &world.people {
            let id = who(person.id);
            if let Some(approval) = state.live() {
                let on = ApprovalReference { approval: approval.number(), note: None };
                commands.push((id, Command::Sign(on.clone())));
                commands.push((id, Command::TakeBack(on.clone())));
                commands.push((id, Command::RefuseToSign(on)));
                let back = |step| ApprovalReturn {
                    approval: approval.number(),
                    step,
                    reason: "look again".parse().unwrap(),
                };
                let first = &world.tier(approval.chain()).steps[0];
                commands.push((id, Command::SendBack(back(Some(code(first.id))))));
                commands.push((id, Command::SendBack(back(None))));
            }
            if person.handles {
                for proposal in &world.menu {
                    if case.proposal().is_none() {
                        commands.push((id, Command::Propose(proposal.clone())));
                    }
                    if case.proposal() != Some(proposal) {
                        commands.push((id, Command::Amend(proposal.clone())));
                    }
                }
                commands.push((id, Command::Submit));
            }
        }
        commands.push((intake, Command::Offer));
        commands.push((intake, Command::Consent));
        commands.push((intake, Command::CarryOut));
        commands.push((intake, Command::Finish));
        commands.push((intake, Command::Object(because())));
        commands.push((intake, Command::Fail(going_on(Stage::Proposed))));
        commands.push((intake, Command::Fail(going_on(Stage::Investigating))));
        commands.push((intake, Command::RecordDissatisfaction(going_on(Stage::Proposed))));
        commands.push((intake, Command::Close));
        if case.closures().len() < 2 {
            commands.push((intake, Command::Reopen(going_on(Stage::Investigating))));
        }
        if world.severity {
            let minutes = if case.severity() == Some(Severity::Serious) { 0 } else { 60 };
            commands.push((intake, Command::Reclassify(found(minutes))));
            commands.push((who("head"), Command::Relax(because())));
            commands.push((intake, Command::Relax(because())));
        }
        if case.responsible().is_empty()
            && let Some(culprit) = world.people.iter().find(|person| person.id == "culprit")
        {
            let found = CauseFinding {
                findings: found(0),
                responsible: vec![who(culprit.id)],
                ..CauseFinding::default()
            };
            commands.push((intake, Command::FindCause(found)));
        }
        // In the last round nobody throws away what was begun, so that the bound bars nobody from the end.
        commands.retain(|(_, command)| !last_round || !self.throws_away(state, command));
        commands
    }

    fn throws_away(&self, state: &State, command: &Command) -> bool {
        match command {
            Command::TakeBack(_)
            | Command::SendBack(ApprovalReturn { step: None, .. })
            | Command::RefuseToSign(_)
            | Command::Object(_)
            | Command::Fail(_)
            | Command::RecordDissatisfaction(_)
            | Command::Reopen(_)
            | Command::Relax(_)
            | Command::Reclassify(_) => true,
            Command::Submit => state.case.approvals().len() >= self.world.rounds,
            _ => false,
        }
    }

    fn expand(&mut self, number: usize, state: &State) {
        self.check_state(state);
        let fresh = state.seen == state.case.revision();
        if !fresh {
            // The slower client looks again.
            let seen = state.case.revision();
            self.add(State { seen, ..state.clone() }, Some(number));
        }
        if self.world.waits && !state.late {
            self.add(State { late: true, ..state.clone() }, Some(number));
        }
        let commands = self.commands(state);
        let mut accepted = 0;
        for (actor, command) in &commands {
            let revision = state.case.revision();
            let id = format!("k-{revision}").parse().unwrap();
            let request = Request::new(revision, Stamp::new(id, *actor, now(state.late)), command.clone());
            let decided = Office::new(&self.policy, &self.roster).decide(&state.case, request.clone());
            self.check_decision(state, *actor, command, decided.as_ref());
            if !fresh {
                self.check_slower(state, *actor, command);
            }
            let Ok(decision) = decided else { continue };
            accepted += 1;
            self.note(&decision);
            let next = after(&state.case, &decision);
            for what in self.check_step(state, &next, command, &decision) {
                *self.happened.entry(what).or_default() += 1;
            }
            self.check_two_writers(state, &next, &request, &decision, &commands);
            let state = State { case: next, late: state.late, seen: revision };
            self.add(state, Some(number));
        }
        assert!(
            accepted > 0
                || !state.case.is_open()
                || !fresh
                || state.case.approvals().len() >= self.world.rounds,
            "nobody can go on from {:?}",
            state.told()
        );
    }

    fn note(&mut self, decision: &Decision) {
        for event in decision.events() {
            let name = match &event.what {
                EventKind::ApprovalEnded(ended) => match ended.state {
                    ApprovalState::Open => "open again",
                    ApprovalState::Approved => "approved",
                    ApprovalState::Used => "used",
                    ApprovalState::Refused => "refused",
                    ApprovalState::Returned => "returned",
                    ApprovalState::TakenBack => "taken back",
                    ApprovalState::Void => "void",
                },
                EventKind::SignaturesVoided(voided) if voided.steps.is_empty() => "kept",
                EventKind::SignaturesVoided(_) => "voided",
                EventKind::SentBack(back) if back.step.is_some() => "returned to a step",
                EventKind::SignatureGiven(given) if given.signature.instead_of().is_some() => {
                    "signed for another"
                }
                EventKind::SignatureGiven(given)
                    if self
                        .world
                        .people
                        .iter()
                        .any(|person| person.is_system && who(person.id) == given.signature.by()) =>
                {
                    "signed by a system"
                }
                EventKind::SignatureGiven(given) if given.completes => "step signed",
                other => other.name(),
            };
            *self.happened.entry(name).or_default() += 1;
        }
    }

    /// What holds in every state.
    fn check_state(&self, state: &State) {
        let case = &state.case;
        let open: Vec<&Approval> =
            case.approvals().iter().filter(|approval| approval.state() == ApprovalState::Open).collect();
        // A remedy is signed at one stage, and that stage is never without what is to be signed.
        assert_eq!(open.len(), usize::from(case.stage() == Stage::InApproval), "{:?}", state.told());
        if matches!(case.stage(), Stage::Closed | Stage::Resolved | Stage::Investigating | Stage::Proposed) {
            assert!(state.live().is_none(), "an approval outlives its use: {:?}", state.told());
        }
        let Some(approval) = state.live() else { return };
        let proposal = case.proposal().unwrap();
        // It is for what is proposed, to the letter.
        assert_eq!(*approval.subject(), ApprovalSubject::Remedy(proposal.clone()));
        let given = contents(case);
        let authors = excluded(self.world, case);
        for signature in approval.signed() {
            let was = given.iter().rfind(|(of, other, _)| *of == approval.number() && other == signature);
            let Some((_, _, content)) = was else { panic!("a signature out of nothing") };
            assert!(is_as_good(content, proposal), "{signature:?} was for {content:?}: {:?}", state.told());
            for person in signature.people() {
                let is_author = authors.contains(&(person, Exclusion::Proposer));
                let prepares = self.world.tier(approval.chain()).steps.iter().any(|step| {
                    code(step.id) == signature.step()
                        && step.act == redress::vocab::course::ApprovalAct::Prepare
                });
                assert!(!is_author || prepares, "{person} is an author and has signed: {:?}", state.told());
            }
        }
        // Withdrawing is open to the complainant everywhere, and ends what was begun.
        if case.is_open() {
            let id = format!("k-{}", case.revision()).parse().unwrap();
            let withdraw = Command::Withdraw(because());
            let request =
                Request::new(case.revision(), Stamp::new(id, who("intake"), now(state.late)), withdraw);
            let decision = Office::new(&self.policy, &self.roster).decide(case, request).unwrap();
            let ended = after(case, &decision);
            assert!(!ended.is_open() && ended.remedy_approval().is_none());
        }
    }

    /// Whether a decision is the one that the oracle makes.
    fn check_decision(
        &self,
        state: &State,
        actor: ActorId,
        command: &Command,
        decided: Result<&Decision, &Refusal>,
    ) {
        let case = &state.case;
        let told = || format!("{actor} {command:?}: {decided:?}\n{:#?}", state.told());
        match command {
            Command::Sign(_) => self.check_signing(state, actor, decided),
            Command::RefuseToSign(_) | Command::SendBack(_) => {
                let approval = state.live().unwrap();
                let view = View::of(self.world, case, approval, state.is_overdue(approval));
                let mut may = case.stage() == Stage::InApproval && !view.entitled(actor).is_empty();
                if let Command::SendBack(ApprovalReturn { step: Some(step), .. }) = command {
                    may &= approval.signed().iter().any(|signature| signature.step() == *step);
                }
                assert_eq!(may, decided.is_ok(), "{}", told());
                if let (Command::RefuseToSign(_), Ok(decision)) = (command, decided) {
                    let after = after(case, decision);
                    let approval = after.approval(approval.number()).unwrap();
                    let view = View::of(self.world, &after, approval, state.is_overdue(approval));
                    let ended = approval.state() == ApprovalState::Refused;
                    assert_eq!(ended, !view.open_step_can_be_completed(), "{}", told());
                }
            }
            Command::TakeBack(_) => {
                let approval = state.live().unwrap();
                let view = View::of(self.world, case, approval, state.is_overdue(approval));
                let may = case.stage() == Stage::InApproval
                    && (approval.proposer() == actor
                        || !view.can_be_completed(&[], None)
                            && view.excluded.iter().all(|(person, _)| *person != actor));
                assert_eq!(may, decided.is_ok(), "{}", told());
            }
            Command::Finish => {
                let may = case.stage() == Stage::Executing && may_be_done(self.world, case).is_ok();
                assert_eq!(may, decided.is_ok(), "{:?} {}", may_be_done(self.world, case), told());
            }
            Command::Offer | Command::CarryOut if decided.is_ok() => {
                let total: u64 = case.approval_amounts().unwrap().iter().map(Money::minor).sum();
                let needed =
                    crate::model::oracle::needed(self.world, total, case.highest_severity().unwrap());
                assert!(needed.is_none(), "{}", told());
                let consent = matches!(command, Command::CarryOut) && self.world.consent;
                assert!(!consent, "{}", told());
            }
            Command::Relax(_) => {
                let open = !matches!(case.stage(), Stage::Closed | Stage::Reviewed);
                let handled = excluded(self.world, case).iter().any(|(person, _)| *person == actor);
                assert_eq!(open && state.live().is_none() && !handled, decided.is_ok(), "{}", told());
            }
            Command::Amend(_) => {
                // Whoever prepares a proposal is one of its authors.
                let signed = |approval: &Approval| {
                    let given = approval.signed().iter();
                    given.filter(|given| given.step().as_str() != "prepare").any(|given| given.is_of(actor))
                };
                if state.live().is_some_and(signed) {
                    assert!(decided.is_err(), "{}", told());
                }
            }
            _ => {}
        }
    }

    fn check_signing(&self, state: &State, actor: ActorId, decided: Result<&Decision, &Refusal>) {
        let case = &state.case;
        let approval = state.live().unwrap();
        let told = || format!("{actor} signs: {decided:?}\n{:#?}", state.told());
        let view = View::of(self.world, case, approval, state.is_overdue(approval));
        let entitled = view.entitled(actor);
        let here = case.stage() == Stage::InApproval;
        let whole = view.can_be_completed(&[], None);
        assert_eq!(
            Office::new(&self.policy, &self.roster)
                .possible_signers(case, approval.number(), now(state.late))
                .is_ok(),
            whole && approval.state() == ApprovalState::Open,
            "{}",
            told()
        );
        match decided {
            Ok(decision) => {
                assert!(here, "{}", told());
                let given = decision.events().iter().find_map(|event| match &event.what {
                    EventKind::SignatureGiven(given) => Some(given.signature),
                    _ => None,
                });
                let given: Signature = given.unwrap();
                let step = view.open_step().unwrap();
                assert_eq!((given.by(), given.step()), (actor, code(step.id)), "{}", told());
                let fits = entitled.iter().any(|(slot, way)| {
                    (*slot, way.instead_of, way.role) == (given.slot(), given.instead_of(), given.role())
                });
                assert!(fits, "{}", told());
                let used: Vec<ActorId> = given.people().collect();
                let rest = view.can_be_completed(&used, Some((step.id, given.slot())));
                assert!(!whole || rest, "the rest is stranded: {}", told());
            }
            Err(Refusal::Signing(SigningRefusal::WouldStrand { .. })) => {
                let open = view.open_step().unwrap().id;
                let saved = entitled.iter().any(|(slot, way)| {
                    let used: Vec<ActorId> = std::iter::once(way.by).chain(way.instead_of).collect();
                    view.can_be_completed(&used, Some((open, *slot)))
                });
                assert!(!entitled.is_empty() && !saved, "{}", told());
            }
            Err(_) => assert!(entitled.is_empty() || !here, "{}", told()),
        }
    }

    /// What holds of a case and what became of it.
    fn check_step(
        &self,
        state: &State,
        next: &Case,
        command: &Command,
        decision: &Decision,
    ) -> Vec<&'static str> {
        let mut happened = Vec::new();
        let told = || format!("{command:?}\n{:#?}", state.told());
        let total = |case: &Case| -> u64 { case.approval_amounts().unwrap().iter().map(Money::minor).sum() };
        if let (Some(before), Some(now)) = (state.live(), next.remedy_approval())
            && before.number() == now.number()
        {
            // A chain once begun never shrinks: rows are asked from the strictest to the mildest.
            let place = |approval: &Approval| {
                self.world.tiers.iter().position(|tier| code(tier.id) == approval.chain()).unwrap()
            };
            assert!(place(now) <= place(before), "the chain has shrunk: {}", told());
            assert!(now.amount().unwrap().minor() >= before.amount().unwrap().minor(), "{}", told());
            let greatest = total(next).max(now.amount().unwrap().minor());
            let needed = crate::model::oracle::needed(self.world, greatest, next.highest_severity().unwrap());
            let enough = needed.is_none_or(|tier| {
                let asks = |step: &crate::model::world::StepOf| {
                    let own = &self.world.tier(now.chain()).steps;
                    own.iter().any(|known| known.id == step.id)
                };
                tier.steps.iter().all(asks)
            });
            assert!(enough, "the chain is too short: {}", told());
            // An amendment voids what it touches, and nothing else.
            if let (Command::Amend(after), true) = (command, before.chain() == now.chain())
                && is_as_good(state.case.proposal().unwrap(), after)
            {
                assert_eq!((before.signed(), before.state()), (now.signed(), now.state()), "{}", told());
            }
        }
        if next.stage() == Stage::InApproval
            && matches!(state.case.stage(), Stage::Offered | Stage::Executing)
        {
            happened.push("back to approval");
        }
        let to_done = decision.events().iter().any(|event| matches!(event.what, EventKind::Finished));
        if to_done {
            may_be_done(self.world, &state.case).unwrap();
        }
        if state.late && matches!(command, Command::Sign(_)) {
            let approval = state.live().unwrap();
            let view = View::of(self.world, &state.case, approval, false);
            let by = decision.events()[0].by;
            if view.entitled(by).is_empty() {
                happened.push("signed after escalation");
            }
        }
        // A limit that has passed approves nothing.
        assert_eq!(decision.events()[0].what.action(), Some(command.action()));
        if command.action() != Action::Sign {
            let approved = |what: &EventKind| matches!(what, EventKind::ApprovalEnded(ended) if ended.state == ApprovalState::Approved);
            assert!(!decision.events().iter().any(|event| approved(&event.what)), "{}", told());
        }
        happened
    }

    /// The slower client acts on what it remembers, and loses.
    fn check_slower(&self, state: &State, actor: ActorId, command: &Command) {
        let id = "k-slow".parse().unwrap();
        let request = Request::new(state.seen, Stamp::new(id, actor, now(state.late)), command.clone());
        match Office::new(&self.policy, &self.roster).decide(&state.case, request) {
            Err(Refusal::Stale { expected, actual, .. }) => {
                assert_eq!((expected, actual), (state.seen, state.case.revision()));
            }
            other => panic!("the slower client was not refused: {other:?}"),
        }
    }

    /// Of two writers on one revision one wins, and who says the same again gets the same answer.
    fn check_two_writers(
        &self,
        state: &State,
        next: &Case,
        request: &Request,
        decision: &Decision,
        commands: &[(ActorId, Command)],
    ) {
        let again = Office::new(&self.policy, &self.roster).decide(next, request.clone()).unwrap();
        assert!(again.is_repeated());
        assert_eq!(again.events(), decision.events());
        let other = &commands[(next.events().len() * 7) % commands.len()];
        let id = "k-other".parse().unwrap();
        let late =
            Request::new(state.case.revision(), Stamp::new(id, other.0, now(state.late)), other.1.clone());
        let refused = Office::new(&self.policy, &self.roster).decide(next, late).unwrap_err();
        assert!(matches!(refused, Refusal::Stale { .. }), "{refused}");
    }

    /// From every state the end can be reached without giving up, but where the bound of rounds bars the way.
    fn check_end_is_reached(&self) {
        let mut reaches: Vec<bool> = self.open.iter().map(|open| !open).collect();
        let mut queue: VecDeque<usize> = (0..reaches.len()).filter(|&state| reaches[state]).collect();
        while let Some(state) = queue.pop_front() {
            for &before in &self.before[state] {
                if !reaches[before] {
                    reaches[before] = true;
                    queue.push_back(before);
                }
            }
        }
        let barred: BTreeSet<usize> = (0..reaches.len()).filter(|&state| !reaches[state]).collect();
        let stranded = self
            .known
            .iter()
            .find(|(key, number)| barred.contains(number) && usize::from(key[6]) < self.world.rounds);
        assert!(stranded.is_none(), "{} states do not reach the end, one is {stranded:?}", barred.len());
    }
}

fn content(key: &mut Vec<u8>, proposal: &Proposal) {
    for offer in &proposal.alternatives {
        key.push(0xfd);
        for remedy in &offer.remedies {
            key.push(if *remedy == Remedy::REFUND { 1 } else { 2 });
        }
        key.extend(offer.amount.unwrap().minor().to_le_bytes());
    }
    key.push(0xfc);
}

fn after(case: &Case, decision: &redress::case::Decision) -> Case {
    case.clone().after(decision).unwrap()
}
