//! How much a policy holds: a document with more is refused.

use crate::calendar::Span;

/// The most roles that may enter late.
pub const MAX_LATE_ROLES: usize = 16;

/// The most levels of a condition.
pub(crate) const MAX_DEPTH: usize = 8;

/// The most questions of one condition, the groups counted too.
pub(crate) const MAX_PARTS: usize = 256;

/// The most words of one question.
pub(crate) const MAX_WORDS: usize = 1_000;

/// The most keys of one repetition.
pub const MAX_KEYS: usize = 100;

/// The most reports of a policy.
pub const MAX_REPORTS: usize = 100;

/// The most bytes of an entry.
pub const MAX_ENTRY: usize = 10_000;

/// The shortest period in real or working time.
pub const MIN_PERIOD: Span = Span::minutes(15);

/// The most periods of one clock of a case; behind the last one the clock is undetermined.
pub const MAX_PERIODS: u32 = 10_000;

/// The most events that can fulfil a period.
pub const MAX_FULFILMENTS: usize = 16;

/// The most facts that a policy asks for.
pub const MAX_MUST_ASK: usize = 1_000;

/// The most rules of one table, fallbacks and escalations included.
pub const MAX_RULES: usize = 20_000;

/// The most forms of a policy.
pub const MAX_FORMS: usize = 100;

/// The most fields of a form.
pub const MAX_FIELDS: usize = 100;

/// The most calendars of a policy beside the one for everything.
pub const MAX_CALENDARS: usize = 100;

/// The most departments of a policy that have calendars of their own.
pub const MAX_DEPARTMENT_CALENDARS: usize = 1_000;

/// The most actions of one list, and the most pairs of actions that are parted.
pub const MAX_ACTIONS: usize = 100;

/// The most roles of a form or a report, and the most departments.
pub const MAX_HOLDERS: usize = 100;

/// The most clocks of a policy.
pub const MAX_CLOCKS: usize = 128;

/// The most steps of one escalation.
pub const MAX_RUNGS: usize = 16;

/// The most warnings of a clock.
pub const MAX_WARNINGS: usize = 16;

/// The most targets of a clock, and the most categories that one is for.
pub const MAX_TARGETS: usize = 1_000;

/// The most reasons for which a clock may be paused, and for which it may be extended.
pub const MAX_REASONS: usize = 1_000;

/// The most characters of a citation.
pub const MAX_CITATION: usize = 500;

/// The most facets that an organisation adds and labels.
pub const MAX_OWN_FACETS: usize = 100;

/// The most inputs of one table.
pub const MAX_INPUTS: usize = 64;

/// The most rows of one table.
pub const MAX_ROWS: usize = 20_000;

/// The most parts of one row.
pub(crate) const MAX_COMBINATIONS: usize = 64;

/// The most own words of a policy.
pub(crate) const MAX_DECLARED_WORDS: usize = 10_000;
