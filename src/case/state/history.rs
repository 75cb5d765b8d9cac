//! A number that identifies the history of a case.
//!
//! # How a history is identified
//!
//! The problem: a decision is made on one state of a case and must not be applied to another. The revision alone is not
//! enough: two copies of a case can have the same number of events, and different events.
//!
//! The idea: each case carries a number of 64 bits. Each new event, with its whole content, is folded into the number
//! before. Two cases with the same events have the same number. Two cases that differ in one event have different
//! numbers from that event on, except with a chance of about one in 2^64.
//!
//! A decision carries the number of its state, and [`Case::after`](crate::case::Case::after) compares.
//!
//! The fold takes eight bytes at a time: it rotates the number, adds the bytes by XOR, and multiplies by an odd
//! constant. The multiplication spreads each bit upwards, and the rotation brings the high bits down again. Multiplying
//! by an odd number loses nothing: two different numbers stay different.
//!
//! Cost: one rotation and one multiplication for each eight bytes of an event. The number is updated, never computed
//! from the beginning.
//!
//! The number is kept in memory and never stored, so the function may change with any release. It protects against
//! mistakes and not against attackers: whoever can choose the content of events can construct a collision. For
//! protection against changes in a store, see [seals](crate::docs::trust#seals).
//!
//! SHA-256 was rejected here: it costs many times as much for each event, and protects nothing that a process must be
//! protected from inside itself.

use core::hash::{Hash, Hasher};

use crate::case::event::Event;

/// An odd number without a pattern in its bits: the fraction of the golden ratio.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Returns the number of a history with one more event.
pub(in crate::case) fn history(before: u64, event: &Event) -> u64 {
    let mut fold = Fold(before);
    event.hash(&mut fold);
    fold.finish()
}

struct Fold(u64);

impl Fold {
    const fn word(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    }
}

impl Hasher for Fold {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.word(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            let mut last = [0; 8];
            for (byte, given) in last.iter_mut().zip(rest) {
                *byte = *given;
            }
            self.word(u64::from_le_bytes(last));
        }
    }

    fn write_u8(&mut self, word: u8) {
        self.word(u64::from(word));
    }

    fn write_u32(&mut self, word: u32) {
        self.word(u64::from(word));
    }

    fn write_u64(&mut self, word: u64) {
        self.word(word);
    }

    fn write_usize(&mut self, word: usize) {
        // A `usize` has the same hash on every machine.
        self.word(u64::try_from(word).unwrap_or(u64::MAX));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
