//! Questions of a small table as bits.

use crate::policy::bits::WORDS;
use crate::policy::condition::Truth;

/// The answers to the questions of a small table: a bit for each that holds, and one for each that is unknown.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Answers {
    pub(crate) holds: [u64; WORDS],
    pub(crate) unknown: [u64; WORDS],
}

/// Questions that must hold, and questions that must not.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Mask {
    pub(super) want: [u64; WORDS],
    pub(super) forbid: [u64; WORDS],
}

impl Mask {
    /// The mask of one question, which must hold or must not. Its number is below `INLINE`.
    #[expect(clippy::indexing_slicing, reason = "the caller has checked the number of questions")]
    pub(super) fn of(question: u32, wanted: bool) -> Self {
        let mut mask = Self::default();
        let bits = if wanted { &mut mask.want } else { &mut mask.forbid };
        bits[question as usize / 64] |= 1 << (question % 64);
        mask
    }

    pub(super) fn and(mut self, other: &Self) -> Self {
        for (word, more) in self.want.iter_mut().zip(other.want) {
            *word |= more;
        }
        for (word, more) in self.forbid.iter_mut().zip(other.forbid) {
            *word |= more;
        }
        self
    }

    pub(super) fn holds(&self, holds: &[u64; WORDS], unknown: &[u64; WORDS]) -> Truth {
        let (mut against, mut open) = (0, 0);
        for (((&want, &forbid), &holds), &unknown) in
            self.want.iter().zip(&self.forbid).zip(holds).zip(unknown)
        {
            against |= want & !holds & !unknown | forbid & holds;
            open |= (want | forbid) & unknown;
        }
        match (against, open) {
            (0, 0) => Truth::True,
            (0, _) => Truth::Unknown,
            _ => Truth::False,
        }
    }
}
