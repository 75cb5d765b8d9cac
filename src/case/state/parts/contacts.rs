//! The contacts with the complainant: notices, the apology, and follow-ups.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::command::Apology;
use crate::vocab::course::{FollowUp, Opinion};

/// A follow-up contact with the complainant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Contact {
    /// The kind of contact.
    pub kind: FollowUp,
    /// What the complainant said. [`Opinion::Asked`] if there was no answer yet.
    pub opinion: Opinion,
    /// The instant at which the contact was recorded.
    pub at: DateTime<Utc>,
}

/// The notices of progress, the apology, and the contacts after a solution.
///
/// INVARIANT: contacts are in the order of time and are never removed. Those before the last solution are not about it.
/// A complete apology is never replaced by an incomplete one.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct Contacts {
    /// The number of progress notices.
    notices: u32,
    apology: Option<Apology>,
    all: Vec<Contact>,
    /// The number of contacts before the last solution. These are not about it.
    before_solution: usize,
}

impl Contacts {
    pub(in crate::case::state) const fn notified(&mut self) {
        self.notices = self.notices.saturating_add(1);
    }

    pub(in crate::case::state) fn apologised(&mut self, apology: &Apology) {
        let complete = |apology: &Apology| apology.missing().next().is_none();
        if complete(apology) || !self.apology.as_ref().is_some_and(complete) {
            self.apology = Some(apology.clone());
        }
    }

    /// Notes a contact after the solution.
    pub(in crate::case::state) fn followed_up(&mut self, contact: Contact) {
        debug_assert!(
            self.all.last().is_none_or(|last| last.at <= contact.at),
            "time does not run backwards"
        );
        self.all.push(contact);
    }

    /// Notes a solution: the contacts so far are not about it.
    pub(in crate::case::state) const fn solved(&mut self) {
        self.before_solution = self.all.len();
    }

    /// Returns the number of progress notices.
    pub(in crate::case) const fn notices(&self) -> u32 {
        self.notices
    }

    /// Returns the last apology. A complete one is not replaced by an incomplete one.
    pub(in crate::case) const fn apology(&self) -> Option<&Apology> {
        self.apology.as_ref()
    }

    /// Returns every contact.
    pub(in crate::case) fn all(&self) -> &[Contact] {
        &self.all
    }

    /// Returns the contacts since the last solution.
    pub(in crate::case) fn about_solution(&self) -> &[Contact] {
        debug_assert!(self.before_solution <= self.all.len(), "contacts are never taken off");
        self.all.get(self.before_solution..).unwrap_or_default()
    }

    /// Returns the contacts at or after an instant.
    pub(in crate::case) fn since(&self, since: DateTime<Utc>) -> &[Contact] {
        let before = self.all.partition_point(|contact| contact.at < since);
        self.all.get(before..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(hour: u32) -> Contact {
        let at = alloc::format!("2026-03-02T{hour:02}:00:00Z").parse().unwrap();
        Contact { kind: FollowUp::OPINION_REQUEST, opinion: Opinion::Satisfied, at }
    }

    #[test]
    fn contacts_before_the_last_solution_are_not_about_it() {
        let mut contacts = Contacts::default();
        contacts.solved();
        contacts.followed_up(contact(8));
        contacts.followed_up(contact(9));
        assert_eq!(contacts.about_solution(), [contact(8), contact(9)]);
        contacts.solved();
        assert_eq!(contacts.about_solution(), []);
        contacts.followed_up(contact(10));
        assert_eq!(contacts.about_solution(), [contact(10)]);
        assert_eq!(contacts.all(), [8, 9, 10].map(contact));
        assert_eq!(contacts.since(contact(9).at), [contact(9), contact(10)]);
    }

    #[test]
    fn a_complete_apology_stays_before_one_that_is_not() {
        let note = || Some("sorry".parse().unwrap());
        let half = Apology { individual: note(), ..Apology::default() };
        let whole = Apology { effect: note(), measure: note(), ..half.clone() };
        let mut contacts = Contacts::default();
        for (given, kept) in [(&half, &half), (&whole, &whole), (&half, &whole)] {
            contacts.apologised(given);
            assert_eq!(contacts.apology(), Some(kept));
        }
    }
}
