//! How a clock repeats, as a document.

use alloc::string::String;
use alloc::vec::Vec;

use crate::policy::clock::{ClockRule, PeriodStart, Periods};
use crate::policy::document::word_list::OneOrMany;
use crate::text::text_enum::text_enum;
use crate::vocab::Anchor;

/// How a clock repeats.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(in crate::policy) enum Repeats {
    /// The clock does not repeat.
    #[default]
    Never,
    /// The clock runs again for each message that nobody has answered.
    Messages,
    /// The clock repeats by the calendar.
    Periods,
}

text_enum!(Repeats = "a" "way to repeat" { Never = "never", Messages = "messages", Periods = "periods" });

impl Repeats {
    pub(in crate::policy) const fn of(rule: &ClockRule) -> Self {
        match (&rule.periods, rule.repeats) {
            (Some(_), _) => Self::Periods,
            (None, true) => Self::Messages,
            (None, false) => Self::Never,
        }
    }

    /// Applies it to a clock, with the events that fulfil a period and the start of the next one.
    pub(in crate::policy) fn apply(
        self,
        rule: &mut ClockRule,
        fulfilled_by: Option<OneOrMany>,
        start: Option<PeriodStart>,
    ) -> Result<(), String> {
        let alone = |key: &str| alloc::format!("`{key}` requires `repeats = \"periods\"`");
        rule.repeats = self != Self::Never;
        match (self, fulfilled_by, start) {
            (Self::Periods, fulfilled_by, start) => {
                let events: Vec<Anchor> =
                    fulfilled_by.into_iter().flat_map(|events| events.0).map(Anchor::from_code).collect();
                rule.periods = Some(Periods::new(events).with_start(start.unwrap_or_default()));
                Ok(())
            }
            (Self::Never | Self::Messages, Some(_), _) => Err(alone("fulfilled-by")),
            (Self::Never | Self::Messages, None, Some(_)) => Err(alone("repeats-from")),
            (Self::Never | Self::Messages, None, None) => Ok(()),
        }
    }
}

/// The events that can fulfil a period.
pub(in crate::policy) fn fulfilled_by(rule: &ClockRule) -> Option<OneOrMany> {
    let periods = rule.periods.as_ref()?;
    Some(OneOrMany(periods.fulfilled_by.iter().map(|event| *event.code()).collect()))
}
