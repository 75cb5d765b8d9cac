//! A policy: one organisation's procedure as data, proved when it is built.
//!
//! A policy names the words an organisation uses, its calendar, how bad complaints are, who gets them, which
//! clocks run, when a complaint is closed without a solution, the course of its cases, who approves what, and how a
//! complainant is met. [`PolicyBuilder::build`] returns the policy or every
//! fault at once, each with its place; a built policy has no undeclared word, no gap in its routing, no row that never counts,
//! no term that contradicts itself and no clocks that start from each other.

mod bits;
mod builder;
mod calendars;
mod cited;
mod clock_proof;
mod clock_rule;
mod code_map;
mod condition;
mod conduct;
mod document;
mod fault;
mod filled;
mod fingerprint;
mod forced_closure;
mod form;
mod hint;
mod holders;
mod ids;
mod label_proof;
mod late_entry;
mod lexicon;
mod mark_rule;
mod people;
mod periods;
mod rating;
mod recurrence;
mod report_rule;
mod requirement;
mod routing;
mod rules;
mod severity;
mod severity_gap;
mod severity_table;
mod staffing;
mod target;
mod target_index;
mod track;
mod version;
mod window;

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::approval::ApprovalTable;
use crate::labels::Labels;
use crate::taxonomy::{Taxonomy, TaxonomyError};
use crate::vocab::{ClaimKind, ClockName, Fact, Importance, Mark, Record, Report, Urgency, Word};

use self::calendars::Calendars;
use self::fingerprint::Digests;
use self::lexicon::Lexicon;

pub(crate) use self::bits::Bits;
pub use self::builder::{MAX_MUST_ASK, PolicyBuilder};
pub use self::calendars::{MAX_CALENDARS, MAX_DEPARTMENT_CALENDARS};
pub use self::clock_rule::{
    ClockRule, Delay, MAX_CLOCKS, MAX_REASONS, MAX_RUNGS, MAX_TARGETS, MAX_WARNINGS, OnReopening, Part,
    Rounds, Rung, Scope, SeveralCategories, Start,
};
pub(crate) use self::condition::Facts;
pub use self::condition::{Condition, ConditionProblem, Truth};
pub use self::conduct::{CompensationRule, Conduct, ConversationRule, ToneRule};
pub use self::document::{OnlyDocument, PolicyDocument, WordDocument};
pub use self::fault::{MAX_CITATION, Place, PolicyFault, PolicyFaults};
pub use self::filled::{Filled, FormError, MAX_ENTRY};
pub use self::fingerprint::{
    Covered, CoveredDays, Fingerprint, FingerprintError, NotCovered, OtherContent, PolicyContent,
};
pub use self::forced_closure::{ForcedClosure, ForcedClosureTest};
pub use self::form::{Asked, Form, MAX_FIELDS, MAX_FORMS};
pub use self::hint::PolicyHint;
pub use self::holders::MAX_HOLDERS;
pub use self::late_entry::{LateEntry, LateEntryProblem, MAX_LATE_ROLES};
pub use self::mark_rule::MarkRule;
pub use self::people::{MAX_ACTIONS, People, PeopleProblem};
pub use self::periods::{MAX_FULFILMENTS, MAX_PERIODS, MIN_PERIOD, PeriodStart, Periods, PeriodsProblem};
pub use self::rating::{Rated, Rating, RatingRule};
pub use self::recurrence::{Key, Recurrence, Window};
pub use self::report_rule::{Cadence, MAX_REPORTS, NoPeriod, Period, ReportRule};
pub use self::requirement::Requirement;
pub use self::routing::{Answer, Assignee, Cell, Example, Gaps, HitPolicy, MAX_ROWS, Routing, Row, Test};
pub(crate) use self::routing::{Decision, Inputs, Routed, RoutingTable};
pub use self::severity::{MAX_RULES, SeverityGaps, SeverityRule, SeverityRules};
pub use self::severity_gap::Unrated;
pub(crate) use self::severity_table::{Levels, SeverityTable};
pub use self::target::{Target, Targets};
pub use self::track::{ApologyRule, FollowUpRule, Track};
pub use self::version::PolicyVersion;
pub use self::window::Reopening;
