//! Golden complaints: a table that says what a policy must decide, written by those who know the procedure.
//!
//! A table is a file of comma-separated values, as spreadsheets write it. Each row is one complaint. Some columns say
//! what the complaint is, and the columns that begin with `expect.` say what must be decided about it.
//!
//! | Column | What is in it |
//! |---|---|
//! | `received` | required: `2026-04-02 10:00` by the wall clock of the policy's calendar, or an instant such as `2026-04-02T08:00:00Z` |
//! | `name` | how a failure names the row |
//! | a facet, such as `category` or `acme:store` | words of the complaint, several separated by `\|` |
//! | `fact.F` | how often the fact `F` is so, or `yes` or `no` |
//! | `amount` | the amount at stake, such as `12.50 EUR` |
//! | `no-demand` | `yes` if the complainant demands nothing |
//! | `customer`, `staff`, `product`, `id` | a key or an id |
//! | `at.E` | when the event `E` happened, as `received` |
//! | `department.D` | when the department `D` received the complaint |
//! | `earlier` | when earlier complaints of the same customer, person and product about the same were received, separated by `\|` |
//! | `decision`, `remedy` | a kind of decision such as `remedy`, and the remedies proposed, for `expect.chain` and `expect.steps` |
//! | `expect.severity`, `expect.importance`, `expect.urgency`, `expect.claim-kind` | a word |
//! | `expect.owner`, `expect.role`, `expect.row` | the responsible department or role, and the row of the routing table |
//! | `expect.marks` | the marks, separated by `\|`, in any order |
//! | `expect.due.C` | when the clock `C` is due, as `received` |
//! | `expect.chain`, `expect.steps` | the approval chain of the decision for the amount of the complaint, and its steps, in order and separated by `\|` |
//!
//! An empty cell says nothing about the complaint, and checks nothing. In a column of `expect.`, `none` means that
//! there is nothing: no owner, no due date, no mark; and `open` means that the answer depends on something unknown.
//!
//! # Example: two rows, one of them wrong
//!
//! ```
//! use redress::laws::golden::GoldenTable;
//! use redress::sample;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let policy = sample::policy()?;
//! let table = GoldenTable::read(&policy, "
//! name,         received,         category,        fact.danger-to-person, expect.severity, expect.owner, expect.due.response
//! before Easter,2026-04-02 10:00, product-quality, ,                      general,         quality,      2026-04-08 17:00
//! a hot kettle, 2026-04-02 10:00, product-quality, yes,                   general,         quality,
//! ")?;
//! let report = table.check(&policy);
//! assert_eq!(
//!     report.to_string(),
//!     "line 4 `a hot kettle`: expect.severity: expected `general`, found `serious` (severity rule `danger`)\n\
//!      1 of 2 complaints decided otherwise; 5 of 7 parts reached; \
//!      not reached: routing row `service`, approval chain `refunds`",
//! );
//! # Ok(()) }
//! ```

mod check;
mod codes;
mod csv;
mod fault;
mod read;

pub use self::check::{GoldenReport, Mismatch};
pub use self::fault::{CellProblem, GoldenFault};
pub use self::read::GoldenTable;
