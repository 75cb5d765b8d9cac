//! Reports about complaints: forms, the ledger of cases, and its statistics.
//!
//! A [`Ledger`](crate::report::ledger::Ledger) contains one [`LedgerRow`](crate::report::ledger::LedgerRow) for each
//! case. Its answers are plain values: exact counts and [`Ratio`](crate::report::ledger::Ratio)s. The host decides how
//! to show them.
//!
//! | Report | Answer |
//! |---|---|
//! | monthly statistics | [`Ledger::by_class`](crate::report::ledger::Ledger::by_class), [`Ledger::by`](crate::report::ledger::Ledger::by) |
//! | half-yearly management review | [`Ledger::summary`](crate::report::ledger::Ledger::summary), [`Ledger::by`](crate::report::ledger::Ledger::by) subject |
//! | notice of unclosed complaints | [`Ledger::unclosed`](crate::report::ledger::Ledger::unclosed), [`Ledger::ageing`](crate::report::ledger::Ledger::ageing) |
//! | review of causes and trends | [`Ledger::pareto`](crate::report::ledger::Ledger::pareto), [`Ledger::trend`](crate::report::ledger::Ledger::trend) |
//! | effect of a measure | [`Ledger::effect`](crate::report::ledger::Ledger::effect) |
//! | search for patterns | [`Ledger::patterns`](crate::report::ledger::Ledger::patterns), [`Ledger::recurring`](crate::report::ledger::Ledger::recurring) |
//! | loss assessment | [`Ledger::losses`](crate::report::ledger::Ledger::losses) |
//! | problem, analysis, solution | [`Investigation`](crate::report::investigation::Investigation) |
//! | a form of the procedure | [`Form::prefilled`](crate::policy::record::Form::prefilled) |
//!
//! A policy says when each report is due, by its [`ReportRule`](crate::policy::record::ReportRule)s.

mod codes;
mod form;
pub mod investigation;
pub mod ledger;
