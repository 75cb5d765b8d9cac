//! How a duty repeats, in words.

use alloc::string::String;
use alloc::vec::Vec;

use crate::policy::clock::PeriodStart;
use crate::render::phrase::tell;
use crate::render::renderer::Renderer;
use crate::triage::account::{ClockAccount, PeriodsAccount};

impl Renderer<'_> {
    /// Writes until when a duty repeats, what fulfils a period, and from when the next one counts.
    pub(super) fn periods(&self, clock: &ClockAccount) -> Option<String> {
        let PeriodsAccount { fulfilled_by, next_from, until } = clock.periods.as_ref()?;
        let events: Vec<&str> = fulfilled_by.iter().map(|event| self.label(event)).collect();
        let events = events.join(self.comma());
        let until = self.label(until);
        Some(match next_from {
            PeriodStart::Due => tell!(self, DUTY_REPEATS_UNTIL_PERIOD, until, events),
            PeriodStart::Done => tell!(self, DUTY_REPEATS_UNTIL_PERIOD_FULFILLED, until, events),
        })
    }
}
