//! The readings of the procedure, and the values that it leaves open.

use crate::vocab::Role;

/// The roles of the four different people who sign a new edition of the procedure (S23-R20).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "the four signatures of the document")]
pub struct DocumentSigners {
    /// The role that prepares.
    pub prepared: Role,
    /// The role that rechecks.
    pub rechecked: Role,
    /// The role that reviews.
    pub reviewed: Role,
    /// The role that signs and issues.
    pub issued: Role,
}

/// What the cut-off does (A01).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A01")]
pub enum CutoffMeaning {
    /// A later receipt counts as received the next day, and closing is due by the cut-off.
    #[default]
    DayBoundary,
    /// Closing is due by the cut-off. The time of receipt does not matter.
    DueOnly,
    /// A later receipt counts as received the next day. Closing is due by the end of the day.
    ReceiptOnly,
}

/// What `24 h` means (A02).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A02")]
pub enum HoursReading {
    /// One day, because limits are counted in days.
    #[default]
    Days,
    /// 24 hours of real time.
    Elapsed,
}

/// Which days are counted (A03).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A03")]
pub enum LimitCount {
    /// All days. Only a due date on a holiday moves.
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
    /// It moves to the first working day, at opening time.
    Opening,
    /// It moves to the first working day, at the time of day of the receipt. A limit of elapsed hours moves to the time
    /// of day at which it would have ended.
    SameTime,
    /// It stays.
    NoRoll,
}

/// How long a complaint must be open before it becomes a project (A10): strictly more than this.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A10")]
pub enum ProjectLimit {
    /// Three months, to the end of that day. In a shorter month, to the end of its last day.
    #[default]
    ThreeMonths,
    /// Ninety days, to the end of that day.
    NinetyDays,
}

/// From when that time runs (A11).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A11")]
pub enum ProjectStart {
    /// From the receipt.
    #[default]
    Received,
    /// From the due date of closing.
    DueDate,
    /// From the dispatch.
    Dispatched,
}

/// How often the list of complaints that are not closed is circulated (A38). The source says "regularly".
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a period, or that nobody has set it")]
pub enum NoticePeriod {
    /// Every so many days.
    Days(u32),
    /// Every so many weeks.
    Weeks(u32),
    /// Every so many months.
    Months(u32),
    /// No period is set: the list has no dates.
    NotSet,
}

/// Who approves a forced closure (A41).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A41")]
pub enum ForcedClosureApproval {
    /// One holder of a role, in one step. The default is the company's senior management.
    By(Role),
    /// Nobody.
    NotNeeded,
}
