//! Which history a state comes from.
//!
//! A decision belongs to the state that it was made on, and a number of 64 bits tells that state from any other: it
//! folds each event, with all that it carries, into the number before. It is kept with the state and never stored, so
//! that it may change from release to release. It guards against mistakes, and is no seal: see
//! [`audit`](crate::docs::trust#seals).
//!
//! A word of eight bytes costs a rotation and a multiplication.

use core::hash::{Hash, Hasher};

use crate::case::event::Event;

/// An odd number whose bits are as good as random: the fraction of the golden ratio.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// The number of a history with one event more.
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
        // The same on every machine.
        self.word(u64::try_from(word).unwrap_or(u64::MAX));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
