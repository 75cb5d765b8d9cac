//! What is wrong with a table of golden complaints.

use alloc::string::String;

/// What is wrong with a table of golden complaints.
///
/// # Example: a misspelt column
///
/// ```
/// use redress::laws::golden::GoldenTable;
/// use redress::sample;
///
/// let faults = GoldenTable::read(&sample::policy()?, "received,categroy\n2026-04-02 10:00,product-quality\n").unwrap_err();
/// assert_eq!(
///     faults.to_string(),
///     "line 1: `categroy` is no column of a golden table, expected such as `category`",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum GoldenFault {
    /// The table has no row.
    #[error("the table has no row; write a line of columns, and a line for each complaint")]
    Empty {},
    /// A quote is opened and not closed.
    #[error("line {line}: a quote is opened and never closed; close it, or write it twice")]
    Quote {
        /// The line in which the cell begins.
        line: usize,
    },
    /// A column is not known.
    #[error("line {line}: `{column}` is no column of a golden table, expected {}", expected(meant.as_deref()))]
    Column {
        /// The line of the columns.
        line: usize,
        /// The column.
        column: String,
        /// The column that was probably meant.
        meant: Option<String>,
    },
    /// A column occurs twice.
    #[error("line {line}: column `{column}` occurs twice; keep one of the two")]
    Twice {
        /// The line of the columns.
        line: usize,
        /// The column.
        column: String,
    },
    /// A required column is missing.
    #[error("line {line}: there is no column `{column}`; add it")]
    Missing {
        /// The line of the columns.
        line: usize,
        /// The column.
        column: &'static str,
    },
    /// A row has more cells than there are columns.
    #[error(
        "line {line}: {cells} cells, expected at most {columns}; put a cell that holds a separator in quotes"
    )]
    Cells {
        /// The line of the row.
        line: usize,
        /// The cells of the row.
        cells: usize,
        /// The columns of the table.
        columns: usize,
    },
    /// A cell cannot be read.
    #[error("line {line}, {column}: `{value}` {problem}")]
    Cell {
        /// The line of the row.
        line: usize,
        /// The column.
        column: String,
        /// The text of the cell.
        value: String,
        /// What is wrong with it.
        problem: CellProblem,
    },
}

fn expected(meant: Option<&str>) -> String {
    meant.map_or_else(|| "a column of the list".into(), |meant| alloc::format!("such as `{meant}`"))
}

/// What is wrong with a cell.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum CellProblem {
    /// It is no instant that the calendar knows.
    Instant,
    /// It is no amount of money.
    Amount,
    /// It is no count.
    Count,
    /// It is neither `yes` nor `no`.
    YesOrNo,
    /// It is not one of the words that may stand there.
    Word,
    /// It is no id.
    Id,
    /// Nothing says when the complaint was received.
    NotReceived,
}

impl core::fmt::Display for CellProblem {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Instant => {
                "is no known time, expected such as `2026-04-02 10:00` or `2026-04-02T08:00:00Z`"
            }
            Self::Amount => "is no amount, expected such as `12.50 EUR`",
            Self::Count => "is no count, expected a number, `yes` or `no`",
            Self::YesOrNo => "is neither `yes` nor `no`",
            Self::Word => "is no word that may stand there",
            Self::Id => "is no id, expected 1 to 64 visible ASCII characters",
            Self::NotReceived => "is empty; say when the complaint was received",
        })
    }
}
