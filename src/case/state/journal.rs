//! The events of a case.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::event::Event;
use crate::case::state::commands::Commands;
use crate::case::state::history::history;
use crate::vocab::CommandId;

/// The events of a case, with an index by command and the number of their history.
///
/// INVARIANT: there is at least one event. Events are only added at the end, in the order of time. The index and the
/// number always belong to the events.
#[derive(Clone, Debug)]
pub(in crate::case) struct Journal {
    events: Vec<Event>,
    commands: Commands,
    /// The number of the history.
    history: u64,
    last: DateTime<Utc>,
}

impl Journal {
    /// Begins with the first event.
    pub(in crate::case::state) fn begin(first: Event) -> Self {
        let (events, commands) = (Vec::new(), Commands::default());
        let mut journal = Self { events, commands, history: 0, last: first.at };
        journal.keep(first);
        journal
    }

    /// Adds one event.
    pub(in crate::case::state) fn keep(&mut self, event: Event) {
        debug_assert!(self.last <= event.at, "time does not run backwards");
        self.commands.note(&self.events, event.command);
        self.history = history(self.history, &event);
        self.last = event.at;
        self.events.push(event);
    }

    /// Makes room for events to come.
    pub(in crate::case::state) fn reserve(&mut self, count: usize) {
        self.events.reserve(count);
    }

    /// Returns the events, in their order.
    pub(in crate::case) const fn events(&self) -> &[Event] {
        self.events.as_slice()
    }

    /// Returns `true` if a command has events.
    pub(in crate::case) fn has(&self, command: CommandId) -> bool {
        self.commands.begin(&self.events, command).is_some()
    }

    /// Returns the events of a command.
    pub(in crate::case) fn events_of(&self, command: CommandId) -> &[Event] {
        self.commands.events(&self.events, command)
    }

    /// Returns the number that identifies the history.
    pub(in crate::case) const fn history(&self) -> u64 {
        self.history
    }

    /// Returns the instant at which the last event was recorded.
    pub(in crate::case) const fn last_at(&self) -> DateTime<Utc> {
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(number: u64, command: &str) -> Event {
        let json = alloc::format!(
            r#"{{"case":"a-1","number":{number},"at":"2026-03-02T09:00:0{number}Z","by":"anna","command":"{command}","what":"registered"}}"#
        );
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn the_events_of_a_command_are_found_together() {
        let mut journal = Journal::begin(event(1, "k-1"));
        for (number, command) in [(2, "k-1"), (3, "k-2"), (4, "k-3"), (5, "k-3")] {
            journal.keep(event(number, command));
        }
        let numbers = |command: &str| -> Vec<u64> {
            journal.events_of(command.parse().unwrap()).iter().map(|event| event.number).collect()
        };
        assert_eq!(["k-1", "k-2", "k-3", "k-4"].map(numbers), [&[1, 2][..], &[3], &[4, 5], &[]]);
        assert!(journal.has("k-2".parse().unwrap()) && !journal.has("k-4".parse().unwrap()));
        assert_eq!(journal.last_at(), event(5, "k-3").at);
    }

    #[test]
    fn two_histories_differ_in_their_number_from_the_first_event_that_differs() {
        let (mut one, mut other) = (Journal::begin(event(1, "k-1")), Journal::begin(event(1, "k-1")));
        assert_eq!(one.history(), other.history());
        one.keep(event(2, "k-2"));
        other.keep(event(2, "k-3"));
        assert_ne!(one.history(), other.history());
        one.keep(event(3, "k-4"));
        other.keep(event(3, "k-4"));
        assert_ne!(one.history(), other.history());
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "time does not run backwards")]
    fn an_event_before_the_last_one_is_seen() {
        Journal::begin(event(2, "k-1")).keep(event(1, "k-2"));
    }
}
