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
            PeriodStart::Due => tell!(
                self.locale,
                "repeats until: {until}; a period is fulfilled by: {events}; the next one counts from the due date",
                "周期重复，直至：{until}；履行方式：{events}；下一期自到期日起算",
                "週期重複，直至：{until}；履行方式：{events}；下一期自到期日起算"
            ),
            PeriodStart::Done => tell!(
                self.locale,
                "repeats until: {until}; a period is fulfilled by: {events}; the next one counts from that event",
                "周期重复，直至：{until}；履行方式：{events}；下一期自履行之时起算",
                "週期重複，直至：{until}；履行方式：{events}；下一期自履行之時起算"
            ),
        })
    }
}
