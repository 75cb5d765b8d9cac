//! An index from a command id to its events.
//!
//! # How the index works
//!
//! The problem: every request asks first whether its command id was used before. A walk over all events would make each
//! request slower as a case grows. A map from whole ids would hold 65 bytes per command, and a long case has thousands.
//!
//! The idea: the events of one command stand beside each other. So the index only needs the position of the first one.
//! A hash of 8 bytes stands for the id of up to 64 bytes. The event at that position shows the whole id, so that a hash
//! that two ids share cannot give a wrong answer.
//!
//! Layout: `by_hash` maps each hash to the first event of the first command with that hash. If a later command has the
//! same hash, it goes into `others`, which maps whole ids. `others` is almost always empty.
//!
//! Look-up: find the hash. If the event there carries the id, this is the answer. If it carries another id, look in
//! `others`. To list all events of the command, walk on while the id stays the same.
//!
//! Cost: logarithmic in the number of commands, and 16 bytes per command.
//!
//! The hash is FNV-1a, because it is small and gives the same result on every machine. It is not secure: somebody who
//! chooses ids can make many hashes equal. Then `others` grows, and look-ups stay logarithmic. So nothing breaks, and
//! only the saving of memory is lost.

use alloc::collections::BTreeMap;

use crate::case::event::Event;
use crate::vocab::CommandId;

/// The position of the first event of each command.
#[derive(Clone, Debug, Default)]
pub(in crate::case) struct Commands {
    by_hash: BTreeMap<u64, usize>,
    /// The commands whose hash an earlier command already has.
    others: BTreeMap<CommandId, usize>,
}

impl Commands {
    /// Returns the position of the first event of a command.
    pub(in crate::case) fn begin(&self, events: &[Event], id: CommandId) -> Option<usize> {
        let first = *self.by_hash.get(&hash(id))?;
        if events.get(first).is_some_and(|event| event.command == id) {
            return Some(first);
        }
        self.others.get(&id).copied()
    }

    /// Returns the events of a command. They stand beside each other.
    pub(in crate::case) fn events<'e>(&self, events: &'e [Event], id: CommandId) -> &'e [Event] {
        let behind = self.begin(events, id).and_then(|first| events.get(first..)).unwrap_or_default();
        let count = behind.iter().take_while(|event| event.command == id).count();
        behind.get(..count).unwrap_or_default()
    }

    /// Notes the command of an event that is about to be added after `events`.
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
