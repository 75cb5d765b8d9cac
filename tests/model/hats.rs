//! Two cases and people who wear several hats: somebody signs the one and is complained about in the other, complains
//! of the one and signs the other, signs for somebody who may not, or stands behind an account that proposes.
//!
//! Who may sign is told by an oracle that reads the events of both cases and the roster, and asks neither case.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use redress::approval::{Roster, Signature};
use redress::case::approval::{Approval, ApprovalReference, ApprovalState, ApprovalSubject};
use redress::case::command::{
    CaseLink, Continuation, Findings, InvestigationStart, Merger, Proposal, Remark,
};
use redress::case::{Case, Command, Decision, EventKind, Office, Refusal, Request, Stamp, open};
use redress::policy::Policy;
use redress::policy::people::PeopleRules;
use redress::triage::ComplaintDocument;
use redress::vocab::course::{Exclusion, Relation};
use redress::vocab::{Action, ActorId, Money, Remedy, Role, Stage};

use crate::model::oracle::{View, needed};
use crate::model::world::{Given, Tier, World, any, now, offer, person, who};

type Excluded = HashSet<(ActorId, Exclusion)>;

/// What a complaint says of people.
#[derive(Clone, Copy)]
struct Said {
    id: &'static str,
    about: &'static str,
    of: &'static str,
}

/// Of `max`, about `mia`.
const FIRST: Said = Said { id: "A-1", about: "mia", of: "max" };
/// Of `moe`, about `leo`.
const SECOND: Said = Said { id: "B-1", about: "leo", of: "moe" };

/// Two cases, and whom the second one took over from the first.
///
/// The first one goes its way; once it is over, the second one does. They have nothing to do with each other but what the
/// second one is told of the first, so that no order of their steps is another story.
#[derive(Clone)]
struct State {
    cases: [Case; 2],
    taken_over: Excluded,
    /// Whether the second one has begun.
    is_second: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Which {
    First,
    Second,
}

impl Which {
    const ALL: [Self; 2] = [Self::First, Self::Second];

    const fn said(self) -> Said {
        match self {
            Self::First => FIRST,
            Self::Second => SECOND,
        }
    }
}

fn world() -> World {
    let people = vec![
        person("ada", &[Role::HANDLER]).handling(),
        person("mia", &[Role::MANAGER]),
        person("max", &[Role::MANAGER]),
        person("moe", &[Role::MANAGER]),
        person("dan", &[Role::MANAGER, Role::LEADER_IN_CHARGE]),
        person("leo", &[Role::LEADER_IN_CHARGE]),
        person("eli", &[Role::HANDLER]),
        person("bot", &[Role::HANDLER]).system(),
    ];
    let review = any("review", redress::vocab::course::ApprovalAct::Review, 1, &[Role::MANAGER]);
    let approve = any("approve", redress::vocab::course::ApprovalAct::Approve, 1, &[Role::LEADER_IN_CHARGE]);
    let tier = |id, over, steps| Tier { id, over, severity: None, steps };
    let review_again = any("review", redress::vocab::course::ApprovalAct::Review, 1, &[Role::MANAGER]);
    World {
        people,
        given: vec![Given { from: "leo", to: "eli", role: Role::LEADER_IN_CHARGE, limit: None }],
        tiers: vec![
            tier("large", Some(20_000), vec![review, approve]),
            tier("small", None, vec![review_again]),
        ],
        menu: vec![
            Proposal::of(offer(Remedy::REFUND, 15_000)),
            Proposal { person_behind: Some(who("dan")), ..Proposal::of(offer(Remedy::REFUND, 21_000)) },
        ],
        complained: None,
        consent: true,
        rounds: 2,
        severity: false,
        waits: false,
    }
}

fn because() -> Remark {
    Remark { note: "for a reason".parse().unwrap() }
}

fn request(case: &Case, actor: ActorId, command: Command) -> Request {
    let id = format!("k-{}", case.revision()).parse().unwrap();
    Request::new(case.revision(), Stamp::new(id, actor, now(false)), command)
}

fn total(amounts: &[Money]) -> u64 {
    amounts.iter().map(Money::minor).sum()
}

/// Everything on which what can happen depends; no numbers, no instants.
fn key(state: &State) -> String {
    let of = |case: &Case| {
        let approvals: Vec<_> = case
            .approvals()
            .iter()
            .map(|approval| {
                let of = |signature: &Signature| {
                    (signature.step(), signature.slot(), signature.by(), signature.instead_of())
                };
                let signed: BTreeSet<_> = approval.signed().iter().map(of).collect();
                let refused: BTreeSet<_> = approval.refused().iter().map(of).collect();
                let proposal = match approval.subject() {
                    ApprovalSubject::Remedy(proposal) => proposal.person_behind,
                    _ => None,
                };
                (approval.state(), approval.chain(), approval.amount(), proposal, signed, refused)
            })
            .collect();
        let mut excluded: Vec<_> =
            case.excluded().iter().map(|excluded| (excluded.person, excluded.because)).collect();
        excluded.sort_by_key(|(person, because)| (*person, because.as_str()));
        let links: Vec<_> =
            case.links().iter().map(|link| (link.relation, link.case.amounts.clone())).collect();
        let course = (
            case.stage(),
            case.has_consent(),
            case.proposal().cloned(),
            case.merged_into(),
            case.closures().len(),
        );
        format!("{course:?} {approvals:?} {excluded:?} {links:?} {:?}", case.approval_amounts())
    };
    let [first, second] = &state.cases;
    if state.is_second {
        // What the second one is told of the first.
        format!("{:?} {:?}\n{}", first.merged_into(), first.approval_amounts(), of(second))
    } else {
        of(first)
    }
}

struct Search {
    world: World,
    policy: Policy,
    roster: Roster,
    known: HashSet<String>,
    queue: VecDeque<State>,
    transitions: usize,
    refused: usize,
    happened: BTreeMap<String, usize>,
}

impl Search {
    fn received(&self, which: Which) -> Case {
        let Said { id, about, of } = which.said();
        let said = ComplaintDocument {
            staff: Some(who(about)),
            complainant_actors: vec![who(of)],
            ..ComplaintDocument::new(id.parse().unwrap(), now(false))
        };
        let mut case =
            open(&self.policy, said, Stamp::new("k-0".parse().unwrap(), who("intake"), now(false))).unwrap();
        let start = InvestigationStart { department: None, received: None };
        for command in [Command::Register, Command::Start(start)] {
            case = self.does(&case, who("intake"), command);
        }
        case
    }

    fn does(&self, case: &Case, actor: ActorId, command: Command) -> Case {
        let decision =
            Office::new(&self.policy, &self.roster).decide(case, request(case, actor, command)).unwrap();
        case.clone().after(&decision).unwrap()
    }

    fn add(&mut self, state: State) {
        if self.known.insert(key(&state)) {
            self.check_state(&state);
            self.queue.push_back(state);
        }
    }

    /// What may be tried with one of the cases.
    fn commands(&self, state: &State, which: Which) -> Vec<(ActorId, Command)> {
        let case = &state.cases[which as usize];
        let [first, second] = &state.cases;
        if state.is_second != (which == Which::Second) && (state.is_second || first.is_open()) {
            return Vec::new();
        }
        let complainant = who(which.said().of);
        let mut commands = vec![
            (who("ada"), Command::Offer),
            (complainant, Command::Consent),
            (who("ada"), Command::CarryOut),
            (who("ada"), Command::Finish),
        ];
        if case.approvals().len() < self.world.rounds {
            commands.push((who("ada"), Command::Submit));
        }
        if let Some(approval) = case.remedy_approval() {
            let on = || ApprovalReference { approval: approval.number(), note: None };
            for person in &self.world.people {
                commands.push((who(person.id), Command::Sign(on())));
                commands.push((who(person.id), Command::RefuseToSign(on())));
                commands.push((who(person.id), Command::WithdrawSignature(on())));
            }
        }
        match which {
            Which::First => {
                commands.push((who("ada"), Command::Propose(self.world.menu[0].clone())));
                commands.push((who("bot"), Command::Propose(self.world.menu[1].clone())));
                commands.push((complainant, Command::Withdraw(because())));
                if case.closures().len() < 2 {
                    let to =
                        Continuation { to: Stage::Investigating, reason: "for a reason".parse().unwrap() };
                    commands.push((complainant, Command::Reopen(to)));
                }
                if second.is_open() {
                    let into = second.summary(&self.policy);
                    commands.push((
                        who("ada"),
                        Command::Merge(Merger { into, reason: "the same".parse().unwrap() }),
                    ));
                }
            }
            Which::Second => {
                if first.merged_into() == Some(second.id()) && second.links().is_empty() {
                    let case = first.summary(&self.policy);
                    commands
                        .push((who("ada"), Command::Link(CaseLink { case, relation: Relation::Absorbed })));
                }
                if state.taken_over.is_empty() && second.proposal().is_some() {
                    // `dan` is behind it.
                    commands.push((who("bot"), Command::Amend(self.world.menu[1].clone())));
                }
                // Who is complained about besides is found later.
                let found = Findings { staff: Some(who("mia")), ..Findings::default() };
                commands.push((who("ada"), Command::Reclassify(found)));
            }
        }
        commands
    }

    fn expand(&mut self, state: &State) {
        for which in Which::ALL {
            let at = which as usize;
            for (actor, command) in self.commands(state, which) {
                let case = &state.cases[at];
                let request = request(case, actor, command.clone());
                let decided = Office::new(&self.policy, &self.roster).decide(case, request);
                self.check_decision(state, which, actor, &command, decided.as_ref());
                let Ok(decision) = decided else {
                    self.refused += 1;
                    continue;
                };
                let other = state.cases[1 - at].clone();
                assert!(
                    matches!(other.after(&decision), Err(Refusal::OtherCase { .. })),
                    "a decision on one case is taken by the other"
                );
                let mut next = state.clone();
                next.cases[at] = case.clone().after(&decision).unwrap();
                next.is_second = which == Which::Second;
                if matches!(command, Command::Link(_)) {
                    next.taken_over = concerned(FIRST, &state.cases[0], &Excluded::new());
                    let handled = Self::excluded(state, Which::First).into_iter();
                    let handled = handled
                        .filter(|(_, because)| matches!(because, Exclusion::Proposer | Exclusion::Handler));
                    next.taken_over.extend(handled.map(|(person, _)| (person, Exclusion::Handler)));
                }
                self.transitions += 1;
                self.note(&decision, actor);
                self.add(next);
            }
        }
    }

    fn note(&mut self, decision: &Decision, actor: ActorId) {
        for event in decision.events() {
            let name = match &event.what {
                EventKind::SignatureGiven(given) if given.signature.instead_of().is_some() => {
                    "signed for another"
                }
                EventKind::SignaturesVoided(voided) if !voided.steps.is_empty() => "voided",
                EventKind::Proposed(proposal) if proposal.person_behind.is_some() => "proposed for somebody",
                EventKind::ApprovalEnded(ended) if ended.state == ApprovalState::Used => "used",
                other => other.name(),
            };
            *self.happened.entry(name.to_string()).or_default() += 1;
            if matches!(event.what, EventKind::SignatureGiven(_)) {
                *self
                    .happened
                    .entry(format!("{actor} signs in {}", decision.events()[0].case))
                    .or_default() += 1;
            }
        }
    }

    fn excluded(state: &State, which: Which) -> Excluded {
        let case = &state.cases[which as usize];
        let none = Excluded::new();
        let taken_over = if which == Which::Second { &state.taken_over } else { &none };
        let mut excluded = concerned(which.said(), case, taken_over);
        for event in case.events() {
            match &event.what {
                EventKind::Proposed(proposal) | EventKind::Amended(proposal) => {
                    excluded.insert((event.by, Exclusion::Proposer));
                    excluded.extend(proposal.person_behind.map(|person| (person, Exclusion::Proposer)));
                }
                EventKind::Submitted | EventKind::ApprovalOpened(_) => {
                    excluded.insert((event.by, Exclusion::Proposer));
                }
                EventKind::CarriedOut | EventKind::Finished => {
                    excluded.insert((event.by, Exclusion::Handler));
                }
                _ => {}
            }
        }
        excluded
    }

    fn view<'w>(&'w self, state: &State, which: Which, approval: &Approval) -> View<'w> {
        View {
            world: &self.world,
            tier: self.world.tier(approval.chain()),
            amount: approval.amount(),
            excluded: Self::excluded(state, which),
            signed: approval.signed().to_vec(),
            refused: approval.refused().to_vec(),
            overdue: false,
        }
    }

    /// Whether a decision is the one that the oracle makes.
    fn check_decision(
        &self,
        state: &State,
        which: Which,
        actor: ActorId,
        command: &Command,
        decided: Result<&Decision, &Refusal>,
    ) {
        let case = &state.cases[which as usize];
        let told = || {
            let events: Vec<_> =
                case.events().iter().map(|event| format!("{} {:?}", event.by, event.what)).collect();
            format!("{which:?}: {actor} {command:?}: {decided:?}\n{events:#?}")
        };
        match command {
            Command::Sign(_) | Command::RefuseToSign(_) => {
                let approval = case.remedy_approval().unwrap();
                let view = self.view(state, which, approval);
                let here = case.stage() == Stage::InApproval;
                let entitled = view.entitled(actor);
                if !here || entitled.is_empty() {
                    assert!(decided.is_err(), "{}", told());
                    return;
                }
                let strands = entitled.iter().all(|(slot, way)| {
                    let used: Vec<ActorId> = std::iter::once(way.by).chain(way.instead_of).collect();
                    let open = view.open_step().unwrap().id;
                    !view.can_be_completed(&used, Some((open, *slot)))
                });
                let may = matches!(command, Command::RefuseToSign(_))
                    || !strands
                    || !view.can_be_completed(&[], None);
                assert_eq!(may, decided.is_ok(), "{}", told());
            }
            Command::WithdrawSignature(_) => {
                let approval = case.remedy_approval().unwrap();
                let view = self.view(state, which, approval);
                let open = view.open_step().map(|step| crate::model::world::code(step.id));
                let mut given = approval.signed().iter().chain(approval.refused());
                let theirs = given.any(|given| Some(given.step()) == open && given.by() == actor);
                let may = theirs && case.stage() == Stage::InApproval;
                assert_eq!(may, decided.is_ok(), "{}", told());
            }
            Command::CarryOut | Command::Finish if decided.is_ok() => {
                self.check_may_be_done(state, which).unwrap_or_else(|why| panic!("{why}: {}", told()));
            }
            _ => {}
        }
    }

    /// Whether enough people have signed what is proposed, each another, and none whom the complaint concerns.
    fn check_may_be_done(&self, state: &State, which: Which) -> Result<(), String> {
        let case = &state.cases[which as usize];
        let mut amount = total(&case.approval_amounts().unwrap());
        for link in case.links() {
            amount += total(&link.case.amounts);
        }
        let Some(tier) = needed(&self.world, amount, redress::vocab::Severity::General) else {
            return Err("every tier is signed".to_string());
        };
        let approved = |approval: &&Approval| {
            approval.state() == ApprovalState::Approved
                && matches!(approval.subject(), ApprovalSubject::Remedy(proposal) if Some(proposal) == case.proposal())
        };
        let Some(approval) = case.approvals().iter().rfind(approved) else {
            return Err("it is not approved".to_string());
        };
        let excluded = Self::excluded(state, which);
        let mut people = HashSet::new();
        for signature in approval.signed() {
            for person in signature.people() {
                if !people.insert(person) {
                    return Err(format!("{person} has signed twice"));
                }
                let barred = [Exclusion::ComplainedAbout, Exclusion::Complainant, Exclusion::Proposer];
                if barred.iter().any(|&because| excluded.contains(&(person, because))) {
                    return Err(format!("{person} is excluded and has signed"));
                }
            }
        }
        let own = self.world.tier(approval.chain());
        for step in own.steps.iter().chain(&tier.steps) {
            let of_step = |signature: &&Signature| signature.step() == crate::model::world::code(step.id);
            let count = approval.signed().iter().filter(of_step).count();
            if count != step.slots() as usize {
                return Err(format!("{} is not signed", step.id));
            }
        }
        Ok(())
    }

    /// What holds in every state.
    fn check_state(&self, state: &State) {
        let [first, second] = &state.cases;
        for which in Which::ALL {
            let case = &state.cases[which as usize];
            assert_eq!(Case::replay(&self.policy, case.events()).unwrap(), *case);
            // An event of the other case continues no history.
            let mut mixed = case.events().to_vec();
            let stranger = &state.cases[1 - which as usize];
            let last = mixed.len() - 1;
            mixed[last] = stranger.events().last().unwrap().clone();
            assert!(Case::replay(&self.policy, &mixed).is_err());
            // No live signature is of somebody who may not sign, and nobody signs twice.
            let excluded = Self::excluded(state, which);
            for approval in case.approvals().iter().filter(|approval| approval.state() == ApprovalState::Open)
            {
                for person in approval.signed().iter().flat_map(Signature::people) {
                    let about = [Exclusion::ComplainedAbout, Exclusion::Complainant, Exclusion::Proposer];
                    for because in about {
                        assert!(!excluded.contains(&(person, because)), "{which:?}: {person} {because}");
                    }
                    let handled_before =
                        which == Which::Second && state.taken_over.contains(&(person, Exclusion::Handler));
                    assert!(!handled_before, "{person} handled what goes on here");
                }
            }
            self.check_theirs(state, which, &excluded);
        }
        if first.merged_into().is_some() {
            assert!(!first.is_open() && first.remedy_approval().is_none());
        }
        // What was carried out in both is never signed by fewer than its sum asks for: see `check_may_be_done`.
        assert!(second.links().iter().all(|link| link.relation == Relation::Absorbed));
    }

    /// Whom a complaint concerns does nothing of it but what is theirs.
    fn check_theirs(&self, state: &State, which: Which, excluded: &Excluded) {
        let case = &state.cases[which as usize];
        for person in &self.world.people {
            let id = who(person.id);
            let concerns: Vec<Exclusion> = [Exclusion::ComplainedAbout, Exclusion::Complainant]
                .into_iter()
                .filter(|&because| excluded.contains(&(id, because)))
                .collect();
            if concerns.is_empty() {
                continue;
            }
            for answer in Office::new(&self.policy, &self.roster).allowed(case, id, now(false)) {
                let theirs =
                    concerns.iter().all(|&concern| PeopleRules::THEIRS.contains(&(concern, answer.action)));
                // What was signed in good faith can be taken back.
                let own = answer.action == Action::WithdrawSignature;
                assert!(answer.refusal.is_some() || theirs || own, "{which:?}: {id} may {}", answer.action);
            }
        }
    }
}

/// Whom a case concerns: by its receipt, by what was found, and by another case that went on in it.
fn concerned(said: Said, case: &Case, taken_over: &Excluded) -> Excluded {
    let mut concerned = taken_over.clone();
    concerned.insert((who(said.about), Exclusion::ComplainedAbout));
    concerned.insert((who(said.of), Exclusion::Complainant));
    for event in case.events() {
        if let EventKind::Reclassified(found) = &event.what {
            concerned.extend(found.staff.map(|staff| (staff, Exclusion::ComplainedAbout)));
        }
    }
    concerned
}

#[test]
fn model_of_two_cases_and_people_with_several_hats() {
    let world = world();
    let (policy, roster) = (world.policy(), world.roster());
    let mut search = Search {
        world,
        policy,
        roster,
        known: HashSet::new(),
        queue: VecDeque::new(),
        transitions: 0,
        refused: 0,
        happened: BTreeMap::new(),
    };
    let first = search.received(Which::First);
    let second = search.received(Which::Second);
    let second = search.does(&second, who("ada"), Command::Propose(search.world.menu[0].clone()));
    let second = search.does(&second, who("ada"), Command::Submit);
    search.add(State { cases: [first, second], taken_over: Excluded::new(), is_second: false });
    while let Some(state) = search.queue.pop_front() {
        search.expand(&state);
    }
    let Search { known, transitions, refused, happened, .. } = search;
    println!("{} states, {transitions} transitions, {refused} refusals, {happened:?}", known.len());
    assert!(known.len() >= 10_000, "{} states: the model has shrunk", known.len());
    for name in [
        "mia signs in B-1",
        "max signs in B-1",
        "leo signs in A-1",
        "eli signs in A-1",
        "moe signs in A-1",
        "dan signs in B-1",
        "merged",
        "linked",
        "reopened",
        "voided",
        "signed for another",
        "proposed for somebody",
        "withdrew-signature",
        "used",
    ] {
        assert!(happened.contains_key(name), "{name} never happened in {happened:?}");
    }
    for name in
        ["mia signs in A-1", "max signs in A-1", "moe signs in B-1", "leo signs in B-1", "eli signs in B-1"]
    {
        assert!(!happened.contains_key(name), "{name}");
    }
}
