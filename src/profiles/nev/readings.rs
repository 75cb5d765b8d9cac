//! The readings of the procedure, and what it leaves to its user.

use crate::vocab::Role;

/// Who signs a new edition of the procedure (S23-R20), four different people.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "the four signatures of the document")]
pub struct DocumentSigners {
    /// Who prepares it.
    pub prepared: Role,
    /// Who rechecks it.
    pub rechecked: Role,
    /// Who reviews it.
    pub reviewed: Role,
    /// Who signs and issues it.
    pub issued: Role,
}

/// What the cut-off does (A01).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A01")]
pub enum CutoffMeaning {
    /// A later receipt counts for the next day, and closing is due by it.
    #[default]
    DayBoundary,
    /// Closing is due by it; the time of receipt does not matter.
    DueOnly,
    /// A later receipt counts for the next day; closing is due by the end of the day.
    ReceiptOnly,
}

/// What `24 h` means (A02).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A02")]
pub enum HoursReading {
    /// One day, for limits are counted in days.
    #[default]
    Days,
    /// 24 hours of real time.
    Elapsed,
}

/// Which days are counted (A03).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A03")]
pub enum LimitCount {
    /// All; only a due date on a holiday moves.
    #[default]
    CalendarDays,
    /// Working days.
    WorkingDays,
}

/// What happens to a due date on a holiday (A09).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A09, and no roll")]
pub enum RolledEnd {
    /// It moves to the first working day, at the cut-off.
    #[default]
    Cutoff,
    /// It moves to the first working day, at opening.
    Opening,
    /// It moves to the first working day, at the time of day of the receipt; for elapsed hours, at the time
    /// of day at which they end.
    SameTime,
    /// It stays.
    NoRoll,
}

/// How long an open complaint may stay one before it becomes a project (A10): always strictly more.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A10")]
pub enum ProjectLimit {
    /// Three months, to the end of that day; the last day of a shorter month.
    #[default]
    ThreeMonths,
    /// Ninety days, to the end of that day.
    NinetyDays,
}

/// From when those months run (A11).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A11")]
pub enum ProjectStart {
    /// From the receipt.
    #[default]
    Received,
    /// From the due date of the closure.
    DueDate,
    /// From the dispatch.
    Dispatched,
}

/// How often the list of unclosed complaints is passed round (A38): the procedure says "regularly".
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a period, or that nobody has set it")]
pub enum NoticePeriod {
    /// Every so many days.
    Days(u32),
    /// Every so many weeks.
    Weeks(u32),
    /// Every so many months.
    Months(u32),
    /// Nobody has said: no list has a date.
    NotSet,
}

/// Who approves that a complaint is closed by force (A41).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A41")]
pub enum ForcedClosureApproval {
    /// One holder of a role, in one act: the company's senior management unless given.
    By(Role),
    /// Nobody.
    NotNeeded,
}
