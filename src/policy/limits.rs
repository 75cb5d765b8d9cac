//! The limits of a policy: a description with more is refused.
//!
//! The limits keep the work of a proof bounded, whatever the description is.

use crate::calendar::Span;

/// The most roles that may enter late.
pub const MAX_LATE_ROLES: usize = 16;

/// The most levels of a condition.
pub(crate) const MAX_DEPTH: usize = 8;

/// The most parts of a condition, questions and groups together.
pub(crate) const MAX_PARTS: usize = 256;

/// The most words of one question.
pub(crate) const MAX_WORDS: usize = 1_000;

/// The most keys of a repetition.
pub const MAX_KEYS: usize = 100;

/// The most reports of a policy.
pub const MAX_REPORTS: usize = 100;

/// The most bytes of an entry in a form.
pub const MAX_ENTRY: usize = 10_000;

/// The shortest period of a clock that repeats by the calendar, in real or working time.
pub const MIN_PERIOD: Span = Span::minutes(15);

/// The most periods of one clock of a case. After the last one the clock is undetermined.
pub const MAX_PERIODS: u32 = 10_000;

/// The most events that can fulfil a period.
pub const MAX_FULFILMENTS: usize = 16;

/// The most facts that must be asked.
pub const MAX_MUST_ASK: usize = 1_000;

/// The most rules of one table, fallbacks and escalations included.
pub const MAX_RULES: usize = 20_000;

/// The most forms of a policy.
pub const MAX_FORMS: usize = 100;

/// The most fields of a form.
pub const MAX_FIELDS: usize = 100;

/// The most named calendars of a policy. The main calendar is not counted.
pub const MAX_CALENDARS: usize = 100;

/// The most departments with a calendar of their own.
pub const MAX_DEPARTMENT_CALENDARS: usize = 1_000;

/// The most actions of one list of the rules about people, and the most pairs of actions that are kept apart.
pub const MAX_ACTIONS: usize = 100;

/// The most roles, and the most departments, of a form or a report.
pub const MAX_HOLDERS: usize = 100;

/// The most clocks of a policy.
pub const MAX_CLOCKS: usize = 128;

/// The most steps of one escalation.
pub const MAX_RUNGS: usize = 16;

/// The most warnings of a clock.
pub const MAX_WARNINGS: usize = 16;

/// The most targets of a clock, and the most categories to which a clock is limited.
pub const MAX_TARGETS: usize = 1_000;

/// The most reasons for a pause, and the most reasons for an extension, of one clock.
pub const MAX_REASONS: usize = 1_000;

/// The most characters of a citation.
pub const MAX_CITATION: usize = 500;

/// The most facets that an organisation adds and labels.
pub const MAX_OWN_FACETS: usize = 100;

/// The most policies of a book.
pub const MAX_VALIDITIES: usize = 1_000;

/// The most inputs of a routing table.
pub const MAX_INPUTS: usize = 64;

/// The most rows of a routing table.
pub const MAX_ROWS: usize = 20_000;

/// The most parts of one routing row, see `routing/part.rs`.
pub(crate) const MAX_COMBINATIONS: usize = 64;

/// The most languages with own texts.
pub(crate) const MAX_LANGUAGES: usize = 100;

/// The most own texts of one language.
pub(crate) const MAX_TEXTS: usize = 20_000;

/// The most words of its own that a policy document declares.
pub(crate) const MAX_DECLARED_WORDS: usize = 10_000;
