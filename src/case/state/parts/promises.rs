//! The promises of answers to the complainant.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

/// A promise of an answer, with the answer if it came.
///
/// [`Case::promises`](crate::case::Case::promises) returns them.
///
/// # Example: an answer at the very last instant is in time
///
/// ```
/// use redress::case::command::Promise;
/// use redress::case::state::PromiseOutcome;
/// use redress::case::{Command, Office, Request, Stamp};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case(&policy, &roster)?;
/// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
/// let promise = Command::Promise(Promise::until("2026-04-02T15:00:00Z".parse()?));
/// let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, promise))?;
///
/// let case = case.after(&decision)?;
/// let promise = case.open_promise().ok_or("no promise")?;
/// assert_eq!(promise.kept("2026-04-02T15:00:00Z".parse()?), PromiseOutcome::Pending);
/// assert_eq!(promise.kept("2026-04-02T15:00:01Z".parse()?), PromiseOutcome::Broken);
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct PromiseRecord {
    /// The instant at which the promise was made.
    pub made: DateTime<Utc>,
    /// The last instant at which an answer keeps the promise.
    pub until: DateTime<Utc>,
    /// The instant of the answer. `None` if there is none yet.
    pub answered: Option<DateTime<Utc>>,
}

/// The state of a promise.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the states of the side track X2")]
pub enum PromiseOutcome {
    /// There is no answer yet, and the promised instant has not passed.
    Pending,
    /// The answer came at or before the promised instant.
    Kept,
    /// The promised instant passed without an answer. A later answer does not change that.
    Broken,
}

impl PromiseRecord {
    /// Returns the state of the promise at `now`. An answer at exactly the promised instant is in time.
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
/// INVARIANT: only the last promise can be open. The next promise comes with the answer to it, or later.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct Promises(Vec<PromiseRecord>);

impl Promises {
    /// Notes a promise of an answer by an instant.
    pub(in crate::case::state) fn promise(&mut self, made: DateTime<Utc>, until: DateTime<Utc>) {
        debug_assert!(self.open().is_none(), "one promise is open at a time");
        self.0.push(PromiseRecord { made, until, answered: None });
    }

    /// Notes an answer, which keeps or breaks the open promise.
    pub(in crate::case::state) fn answer(&mut self, at: DateTime<Utc>) {
        if let Some(promise) = self.0.last_mut().filter(|promise| promise.answered.is_none()) {
            promise.answered = Some(at);
        }
    }

    /// Returns the promises, in their order.
    pub(in crate::case) fn all(&self) -> &[PromiseRecord] {
        &self.0
    }

    /// Returns the open promise.
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
