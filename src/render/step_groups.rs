//! The steps to a due date, grouped by the function that writes them. A new step does not compile until a group has it.

use alloc::string::String;

use crate::deadline::explanation::TraceStep;

macro_rules! of_intake {
    () => {
        TraceStep::BeforeCutoff { .. }
            | TraceStep::AfterCutoff { .. }
            | TraceStep::ClosedStart { .. }
            | TraceStep::NextOpening { .. }
    };
}

macro_rules! of_extension {
    () => {
        TraceStep::ReplacedTotal { .. }
            | TraceStep::Added { .. }
            | TraceStep::ExtendedUntil { .. }
            | TraceStep::NotExtended { .. }
    };
}

macro_rules! of_pause {
    () => {
        TraceStep::Paused { .. }
            | TraceStep::PausedFixed { .. }
            | TraceStep::PausedTooLate { .. }
            | TraceStep::NotEarlier { .. }
    };
}

macro_rules! of_clock_change {
    () => {
        TraceStep::SkippedTime { .. } | TraceStep::RepeatedTime { .. }
    };
}

/// The steps that [`Renderer::step`](crate::render::renderer::Renderer) writes itself.
macro_rules! of_itself {
    () => {
        TraceStep::Calendar { .. }
            | TraceStep::Anchored { .. }
            | TraceStep::MonthEnd { .. }
            | TraceStep::CountedDays { .. }
            | TraceStep::CountedSpan { .. }
            | TraceStep::Chosen { .. }
            | TraceStep::Rolled { .. }
            | TraceStep::Decided { .. }
            | TraceStep::LeftOut { .. }
            | TraceStep::NotBeforeChange { .. }
            | TraceStep::Due { .. }
    };
}

pub(super) fn of_another_group(step: &TraceStep) -> Option<String> {
    debug_assert!(false, "a function of another group tells {step:?}");
    None
}

pub(super) use {of_clock_change, of_extension, of_intake, of_itself, of_pause};
