//! The people of a case: who is concerned, who did what, and who signs nothing.

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
/// INVARIANT: nobody is lost. Whoever was named or did something stays, whatever is found or undone later: to name
/// somebody else frees nobody.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct People {
    /// Everybody who was ever complained about, or found responsible.
    complained_about: BTreeSet<ActorId>,
    /// Everybody through whose doing it went wrong, in the order in which they were found.
    responsible: Vec<ActorId>,
    /// Every actor who was ever said to be the complainant, or to represent them.
    complainants: BTreeSet<ActorId>,
    /// Every key that the complainant ever had.
    keys: Vec<ComplainantKey>,
    /// Who handled a case that goes on in this one.
    handled_before: BTreeSet<ActorId>,
    /// Who proposed something, or submitted it.
    proposers: BTreeSet<ActorId>,
    /// Who prepared something, or carried it out.
    handlers: BTreeSet<ActorId>,
    /// Who made less of the complaint.
    lowered: BTreeSet<ActorId>,
    /// Who did what.
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

    /// Records who did something, and whom an event names. A signature for somebody else counts as signed by both.
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

    /// Notes who proposed a remedy: whoever did it, and the person behind a system account.
    pub(in crate::case::state) fn proposed_remedy(&mut self, by: ActorId, proposal: &Proposal) {
        self.proposed(by);
        self.proposers.extend(proposal.person_behind);
    }

    /// Notes who proposed something, or submitted it.
    pub(in crate::case::state) fn proposed(&mut self, by: ActorId) {
        self.proposers.insert(by);
    }

    /// Notes who prepared something, or carried it out.
    pub(in crate::case::state) fn handled(&mut self, by: ActorId) {
        self.handlers.insert(by);
    }

    /// Notes who made less of the complaint.
    pub(in crate::case::state) fn lowered(&mut self, by: ActorId) {
        self.lowered.insert(by);
    }

    /// Notes through whose doing it went wrong.
    pub(in crate::case::state) fn named_responsible(&mut self, people: &[ActorId]) {
        add_new(&mut self.responsible, people.iter().copied());
    }

    /// Returns everybody who was ever complained about, or found responsible.
    pub(in crate::case) const fn complained_about(&self) -> &BTreeSet<ActorId> {
        &self.complained_about
    }

    /// Returns the people through whose doing it went wrong.
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

    /// Returns who handled a case that goes on in this one.
    pub(in crate::case) const fn handled_before(&self) -> &BTreeSet<ActorId> {
        &self.handled_before
    }

    /// Returns who proposed, prepared or carried out anything in this case.
    pub(in crate::case) fn handled_here(&self) -> impl Iterator<Item = ActorId> + '_ {
        self.proposers.union(&self.handlers).copied()
    }

    /// Whether somebody is the complainant, by what the host says or by the same key.
    pub(in crate::case) fn is_complainant(&self, actor: ActorId) -> bool {
        self.complainants().any(|complainant| complainant == actor)
    }

    /// Returns every actor who is the complainant: by what the host says, or by the same key.
    pub(in crate::case) fn complainants(&self) -> impl Iterator<Item = ActorId> + '_ {
        self.complainants.iter().copied().chain(self.keys.iter().copied().filter_map(actor_of))
    }

    /// Returns in which ways somebody is concerned.
    pub(in crate::case) fn concerns(&self, actor: ActorId) -> impl Iterator<Item = Exclusion> {
        let about = self.complained_about.contains(&actor).then_some(Exclusion::ComplainedAbout);
        about.into_iter().chain(self.is_complainant(actor).then_some(Exclusion::Complainant))
    }

    /// Whether somebody has made less of the complaint.
    pub(in crate::case) fn has_lowered(&self, actor: ActorId) -> bool {
        self.lowered.contains(&actor)
    }

    /// Whether somebody did something.
    pub(in crate::case) fn did(&self, actor: ActorId, action: Action) -> bool {
        self.acts.contains(&(action.as_str(), actor))
    }

    /// Returns everybody who did something.
    pub(in crate::case) fn who_did(&self, action: Action) -> impl Iterator<Item = ActorId> + '_ {
        self.acts.iter().filter(move |(done, _)| *done == action.as_str()).map(|(_, actor)| *actor)
    }

    /// Returns who may sign nothing in this case, and why.
    pub(in crate::case) fn excluded(&self) -> Vec<ExcludedPerson> {
        let mark = |because| move |person| ExcludedPerson { person, because };
        let about = self.complained_about.iter().copied().map(mark(Exclusion::ComplainedAbout));
        let complainants = self.complainants().map(mark(Exclusion::Complainant));
        let proposers = self.proposers.iter().copied().map(mark(Exclusion::Proposer));
        let handlers = self.handlers.union(&self.handled_before).copied().map(mark(Exclusion::Handler));
        about.chain(complainants).chain(proposers).chain(handlers).collect()
    }
}

/// Adds to a list what is new to it.
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
