//! The table of operations. Dispatch, the list that `version` answers, and the page that describes them follow from it.

use serde::de::DeserializeOwned;

use crate::wire::ask::{Answer, Ask};
use crate::wire::general::{Nothing, about};
use crate::wire::node::Node;
use crate::wire::read::read;
use crate::wire::shelf::Shelf;
use crate::wire::trouble::Trouble;
use crate::wire::{calendars, cases, clocks, general, triages, words};

/// An operation: its name, and what it does.
pub(super) struct Operation {
    pub(super) name: &'static str,
    pub(super) run: fn(&mut Shelf, &Node, Ask) -> Result<Answer, Trouble>,
}

/// Reads what an operation is asked, and lets it answer.
fn run<R: DeserializeOwned>(
    operation: fn(&mut Shelf, R, Ask) -> Result<Answer, Trouble>,
    shelf: &mut Shelf,
    with: &Node,
    ask: Ask,
) -> Result<Answer, Trouble> {
    operation(shelf, read(with, "/with")?, ask)
}

/// One row for each operation: its name, and the function that answers it. The function names the type of the request.
macro_rules! operations {
    ($($(#[$meta:meta])* $name:literal = $function:path;)*) => {
        pub(super) static OPERATIONS: &[Operation] = &[
            $($(#[$meta])* Operation {
                name: $name,
                run: |shelf, with, ask| run($function, shelf, with, ask),
            },)*
        ];
    };
}

/// Returns what the door is.
fn version(_: &mut Shelf, _: Nothing, _: Ask) -> Result<Answer, Trouble> {
    about(OPERATIONS.iter().map(|operation| operation.name).collect())
}

operations! {
    "version" = version;
    "loaded" = general::loaded;
    "load-calendar" = general::load_calendar;
    "load-policy" = general::load_policy;
    "load-roster" = general::load_roster;
    "unload" = general::unload;

    "day" = calendars::day;
    "holidays" = calendars::holidays;
    "working-day-after" = calendars::working_day_after;
    "working-day-before" = calendars::working_day_before;
    "working-day-on-or-after" = calendars::working_day_on_or_after;
    "working-day-on-or-before" = calendars::working_day_on_or_before;
    "working-days-between" = calendars::working_days_between;
    "same-time-after" = calendars::same_time_after;
    "same-time-before" = calendars::same_time_before;
    "instant" = calendars::instant_of;
    "local" = calendars::local_of;
    "openings" = calendars::openings;
    "add-working-time" = calendars::add_working_time;
    "subtract-working-time" = calendars::subtract_working_time;
    "working-time-between" = calendars::working_time_between;

    "due" = clocks::due;
    "clock" = clocks::clock;

    "severity" = triages::severity;
    "route" = triages::route;
    "triage" = triages::triage_of;

    "open" = cases::open_case;
    "decide" = cases::decide;
    "replay" = cases::replay;
    "allowed" = cases::allowed;
    "possible-signers" = cases::possible_signers;
    "outlook" = cases::outlook;
    "timeline" = cases::timeline;
    "compare" = cases::compare;

    "label" = words::label;
    "word" = words::word;
    "policy" = words::policy;
    "policy-in-words" = words::policy_in_words;
}
