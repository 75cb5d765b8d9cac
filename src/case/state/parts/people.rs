//! The people of a case: those whom it concerns, what each person did, and those who sign nothing.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::approval::signing::ExcludedPerson;
use crate::case::command::Proposal;
use crate::case::deed::EventKind;
use crate::case::event::Event;
use crate::case::state::parts::named::{Named, actor_of, named};
use crate::triage::Complaint;
use crate::vocab::course::Exclusion;
use crate::vocab::{Action, ActorId, ComplainantKey};

/// The people of a case.
///
/// INVARIANT: nobody is ever removed. A person who was named or did something stays on record, whatever is found or
/// undone later. Naming another person frees nobody.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct People {
    /// Everybody whom the complaint was ever about, or who was found responsible.
    complained_about: BTreeSet<ActorId>,
    /// Everybody whose actions caused the problem, in the order in which they were found.
    responsible: Vec<ActorId>,
    /// Every actor who was ever named as the complainant or their representative.
    complainants: BTreeSet<ActorId>,
    /// Every key that the complainant ever had.
    keys: Vec<ComplainantKey>,
    /// The people who handled a case that was merged into this one.
    handled_before: BTreeSet<ActorId>,
    /// The people who proposed or submitted something.
    proposers: BTreeSet<ActorId>,
    /// The people who prepared or carried out something.
    handlers: BTreeSet<ActorId>,
    /// The people who made less of the complaint.
    lowered: BTreeSet<ActorId>,
    /// Every action with everybody who took it. The action is kept as its name.
    acts: BTreeSet<(&'static str, ActorId)>,
}

impl People {
    /// Returns the people whom a complaint names at its receipt.
    pub(in crate::case::state) fn at_receipt(complaint: &Complaint) -> Self {
        let mut people = Self {
            complained_about: complaint.staff().into_iter().collect(),
            complainants: complaint.complainant_actors().collect(),
            ..Self::default()
        };
        people.know(complaint.complainant());
        people
    }

    fn know(&mut self, keys: impl IntoIterator<Item = ComplainantKey>) {
        add_new(&mut self.keys, keys);
    }

    /// Records the person who acted, and the people whom an event names. A signature on behalf of somebody counts for
    /// both.
    pub(in crate::case::state) fn act(&mut self, event: &Event) {
        let action = event.what.action();
        let mut did = |action: Action, person: ActorId| self.acts.insert((action.as_str(), person));
        if let Some(action) = action {
            did(action, event.by);
        }
        if let EventKind::SignatureGiven(given) | EventKind::ApprovalOverridden(given) = &event.what {
            given.signature.people().for_each(|person| {
                did(Action::Sign, person);
            });
        }
        for named in named(&event.what) {
            match (named, action) {
                (Named::About(person), _) => self.complained_about.extend([person]),
                (Named::Complainant(person), _) => self.complainants.extend([person]),
                (Named::Key(key), _) => self.know([key]),
                (Named::HandledBefore(person), _) => self.handled_before.extend([person]),
                (Named::Behind(person), Some(action)) => self.acts.extend([(action.as_str(), person)]),
                (Named::Behind(_), None) => {}
            }
        }
    }

    /// Notes the proposer of a remedy, and the person behind a system account.
    pub(in crate::case::state) fn proposed_remedy(&mut self, by: ActorId, proposal: &Proposal) {
        self.proposed(by);
        self.proposers.extend(proposal.person_behind);
    }

    /// Notes a person who proposed or submitted something.
    pub(in crate::case::state) fn proposed(&mut self, by: ActorId) {
        self.proposers.insert(by);
    }

    /// Notes a person who prepared or carried out something.
    pub(in crate::case::state) fn handled(&mut self, by: ActorId) {
        self.handlers.insert(by);
    }

    /// Notes a person who made less of the complaint.
    pub(in crate::case::state) fn lowered(&mut self, by: ActorId) {
        self.lowered.insert(by);
    }

    /// Notes the people whose actions caused the problem.
    pub(in crate::case::state) fn named_responsible(&mut self, people: &[ActorId]) {
        add_new(&mut self.responsible, people.iter().copied());
    }

    /// Returns everybody who was ever complained about, or found responsible.
    pub(in crate::case) const fn complained_about(&self) -> &BTreeSet<ActorId> {
        &self.complained_about
    }

    /// Returns the people whose actions caused the problem.
    pub(in crate::case) fn responsible(&self) -> &[ActorId] {
        &self.responsible
    }

    /// Returns every actor who was ever said to be the complainant, or to represent them.
    pub(in crate::case) const fn complainant_actors(&self) -> &BTreeSet<ActorId> {
        &self.complainants
    }

    /// Returns every key that the complainant ever had.
    pub(in crate::case) fn complainant_keys(&self) -> &[ComplainantKey] {
        &self.keys
    }

    /// Returns the people who handled a case that was merged into this one.
    pub(in crate::case) const fn handled_before(&self) -> &BTreeSet<ActorId> {
        &self.handled_before
    }

    /// Returns the people who proposed, prepared or carried out anything in this case.
    pub(in crate::case) fn handled_here(&self) -> impl Iterator<Item = ActorId> + '_ {
        self.proposers.union(&self.handlers).copied()
    }

    /// Returns `true` if a person is the complainant, as the host says or because the key is the same.
    pub(in crate::case) fn is_complainant(&self, actor: ActorId) -> bool {
        self.complainants().any(|complainant| complainant == actor)
    }

    /// Returns every actor who is the complainant, as the host says or because the key is the same.
    pub(in crate::case) fn complainants(&self) -> impl Iterator<Item = ActorId> + '_ {
        self.complainants.iter().copied().chain(self.keys.iter().copied().filter_map(actor_of))
    }

    /// Returns the ways in which the case concerns a person.
    pub(in crate::case) fn concerns(&self, actor: ActorId) -> impl Iterator<Item = Exclusion> {
        let about = self.complained_about.contains(&actor).then_some(Exclusion::ComplainedAbout);
        about.into_iter().chain(self.is_complainant(actor).then_some(Exclusion::Complainant))
    }

    /// Returns `true` if a person has made less of the complaint.
    pub(in crate::case) fn has_lowered(&self, actor: ActorId) -> bool {
        self.lowered.contains(&actor)
    }

    /// Returns `true` if a person took an action.
    pub(in crate::case) fn did(&self, actor: ActorId, action: Action) -> bool {
        self.acts.contains(&(action.as_str(), actor))
    }

    /// Returns everybody who took an action.
    pub(in crate::case) fn who_did(&self, action: Action) -> impl Iterator<Item = ActorId> + '_ {
        self.acts.iter().filter(move |(done, _)| *done == action.as_str()).map(|(_, actor)| *actor)
    }

    /// Returns everybody who may sign nothing in this case, with the reasons.
    pub(in crate::case) fn excluded(&self) -> Vec<ExcludedPerson> {
        let mark = |because| move |person| ExcludedPerson { person, because };
        let about = self.complained_about.iter().copied().map(mark(Exclusion::ComplainedAbout));
        let complainants = self.complainants().map(mark(Exclusion::Complainant));
        let proposers = self.proposers.iter().copied().map(mark(Exclusion::Proposer));
        let handlers = self.handlers.union(&self.handled_before).copied().map(mark(Exclusion::Handler));
        about.chain(complainants).chain(proposers).chain(handlers).collect()
    }
}

/// Adds the items that a list does not have yet.
pub(super) fn add_new<T: PartialEq>(known: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    for one in more {
        if !known.contains(&one) {
            known.push(one);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(id: &str) -> ActorId {
        id.parse().unwrap()
    }

    fn event(by: &str, what: &str) -> Event {
        let json = alloc::format!(
            r#"{{"case":"a-1","number":2,"at":"2026-03-02T09:00:00Z","by":"{by}","command":"k-2","what":{what}}}"#
        );
        serde_json::from_str(&json).unwrap()
    }

    fn excluded(people: &People) -> Vec<(ActorId, Exclusion)> {
        people.excluded().into_iter().map(|excluded| (excluded.person, excluded.because)).collect()
    }

    #[test]
    fn nobody_is_lost_when_somebody_else_is_named() {
        let mut people = People::default();
        for (staff, key) in [("tom", "kim"), ("uma", "lee")] {
            let found = alloc::format!(r#"{{"triaged":{{"staff":"{staff}","complainant":"{key}"}}}}"#);
            people.act(&event("anna", &found));
        }
        let about = [actor("tom"), actor("uma")];
        assert!(people.complained_about().iter().copied().eq(about));
        assert!(people.complainants().eq([actor("kim"), actor("lee")]));
        assert_eq!(people.complainant_keys().len(), 2);
        for concerned in about {
            assert!(people.concerns(concerned).eq([Exclusion::ComplainedAbout]));
        }
        assert!(people.did(actor("anna"), Action::Triage) && !people.did(actor("tom"), Action::Triage));
    }

    #[test]
    fn each_way_of_handling_keeps_from_signing_under_its_own_name() {
        let mut people = People::default();
        let behind = Proposal { alternatives: Vec::new(), person_behind: Some(actor("ben")) };
        people.proposed_remedy(actor("bot"), &behind);
        people.proposed(actor("cat"));
        people.handled(actor("dan"));
        people.handled(actor("dan"));
        people.lowered(actor("eve"));
        let proposers = ["ben", "bot", "cat"].map(|id| (actor(id), Exclusion::Proposer));
        let all: Vec<_> = proposers.into_iter().chain([(actor("dan"), Exclusion::Handler)]).collect();
        assert_eq!(excluded(&people), all);
        assert!(people.handled_here().eq(["ben", "bot", "cat", "dan"].map(actor)));
        // Whoever made less of it may still sign; they must not handle it.
        assert!(people.has_lowered(actor("eve")) && !people.has_lowered(actor("dan")));
    }

    #[test]
    fn the_responsible_stand_once_in_the_order_in_which_they_were_found() {
        let mut people = People::default();
        people.named_responsible(&[actor("uma"), actor("tom")]);
        people.named_responsible(&[actor("tom"), actor("anna"), actor("uma")]);
        assert_eq!(people.responsible(), ["uma", "tom", "anna"].map(actor));
    }
}
