//! Where the events of each command begin.

use alloc::collections::BTreeMap;

use crate::case::event::Event;
use crate::vocab::CommandId;

/// An index of the events of a case by their commands: a hash of 8 bytes stands for an id of 64, so that long histories
/// stay near at hand. Ids of the same hash are told apart by the events themselves.
#[derive(Clone, Debug, Default)]
pub(in crate::case) struct Commands {
    by_hash: BTreeMap<u64, usize>,
    /// Those whose hash was taken before.
    others: BTreeMap<CommandId, usize>,
}

impl Commands {
    /// Where the events of a command begin.
    pub(in crate::case) fn begin(&self, events: &[Event], id: CommandId) -> Option<usize> {
        let first = *self.by_hash.get(&hash(id))?;
        if events.get(first).is_some_and(|event| event.command == id) {
            return Some(first);
        }
        self.others.get(&id).copied()
    }

    /// The events of a command; they stand beside each other.
    pub(in crate::case) fn events<'e>(&self, events: &'e [Event], id: CommandId) -> &'e [Event] {
        let behind = self.begin(events, id).and_then(|first| events.get(first..)).unwrap_or_default();
        let count = behind.iter().take_while(|event| event.command == id).count();
        behind.get(..count).unwrap_or_default()
    }

    /// Notes that an event comes behind those that there are.
    pub(in crate::case) fn note(&mut self, events: &[Event], id: CommandId) {
        if events.last().is_some_and(|last| last.command == id) {
            return;
        }
        let index = events.len();
        let first = *self.by_hash.entry(hash(id)).or_insert(index);
        if events.get(first).is_some_and(|event| event.command != id) {
            self.others.entry(id).or_insert(index);
        }
    }
}

/// FNV-1a, the same on every machine.
fn hash(id: CommandId) -> u64 {
    let bytes = id.as_str().bytes();
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
