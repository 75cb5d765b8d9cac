//! What the complainant was promised.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

/// A promise and what became of it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct PromiseRecord {
    /// When it was made.
    pub made: DateTime<Utc>,
    /// Until when an answer was promised.
    pub until: DateTime<Utc>,
    /// When the answer came, if it did.
    pub answered: Option<DateTime<Utc>>,
}

/// Whether a promise is kept (S02-R05).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the states of the side track X2")]
pub enum PromiseOutcome {
    /// It is open, and its instant has not passed.
    Pending,
    /// It was answered by its instant.
    Kept,
    /// Its instant passed without an answer.
    Broken,
}

impl PromiseRecord {
    /// Whether it is kept, at an instant. An answer at the very instant is in time.
    #[must_use]
    pub fn kept(&self, now: DateTime<Utc>) -> PromiseOutcome {
        match self.answered.filter(|&at| at <= now) {
            Some(at) if at <= self.until => PromiseOutcome::Kept,
            None if now <= self.until => PromiseOutcome::Pending,
            _ => PromiseOutcome::Broken,
        }
    }
}

/// The promises of a case, in their order.
///
/// INVARIANT: at most one promise is open, the last one. The next one comes with the answer to it or later.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct Promises(Vec<PromiseRecord>);

impl Promises {
    /// Notes that an answer was promised until an instant.
    pub(in crate::case::state) fn promise(&mut self, made: DateTime<Utc>, until: DateTime<Utc>) {
        debug_assert!(self.open().is_none(), "one promise is open at a time");
        self.0.push(PromiseRecord { made, until, answered: None });
    }

    /// Notes an answer, which keeps or breaks the promise that is open.
    pub(in crate::case::state) fn answer(&mut self, at: DateTime<Utc>) {
        if let Some(promise) = self.0.last_mut().filter(|promise| promise.answered.is_none()) {
            promise.answered = Some(at);
        }
    }

    /// Returns the promises, in their order.
    pub(in crate::case) fn all(&self) -> &[PromiseRecord] {
        &self.0
    }

    /// Returns the promise that is not answered yet.
    pub(in crate::case) fn open(&self) -> Option<&PromiseRecord> {
        self.0.last().filter(|promise| promise.answered.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32) -> DateTime<Utc> {
        alloc::format!("2026-03-02T{hour:02}:00:00Z").parse().unwrap()
    }

    #[test]
    fn one_promise_is_open_at_a_time() {
        let mut promises = Promises::default();
        promises.answer(at(8));
        assert_eq!((promises.all().len(), promises.open()), (0, None));
        promises.promise(at(9), at(11));
        promises.answer(at(10));
        // A second answer answers nothing more.
        promises.answer(at(12));
        promises.promise(at(12), at(14));
        let answered = PromiseRecord { made: at(9), until: at(11), answered: Some(at(10)) };
        let open = PromiseRecord { made: at(12), until: at(14), answered: None };
        assert_eq!(promises.all(), [answered, open]);
        assert_eq!(promises.open(), Some(&open));
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "one promise is open at a time")]
    fn a_second_open_promise_is_seen() {
        let mut promises = Promises::default();
        promises.promise(at(9), at(11));
        promises.promise(at(10), at(12));
    }
}
