//! What is reported of complaints: forms, the ledger of cases, and the statistics of it.
//!
//! A [`Ledger`](crate::report::ledger::Ledger) is made of one [`LedgerRow`](crate::report::ledger::LedgerRow) a case
//! and answers in plain values, exact counts and [`Ratio`](crate::report::ledger::Ratio)s, that a host lays out as it
//! likes:
//!
//! | Report | Answer |
//! |---|---|
//! | monthly statistics (S10-R31) | [`Ledger::by_class`](crate::report::ledger::Ledger::by_class), [`Ledger::by`](crate::report::ledger::Ledger::by) |
//! | half-yearly management review (S16-R15) | [`Ledger::summary`](crate::report::ledger::Ledger::summary), [`Ledger::by`](crate::report::ledger::Ledger::by) subject |
//! | notice of unclosed complaints (S23-R16) | [`Ledger::unclosed`](crate::report::ledger::Ledger::unclosed), [`Ledger::ageing`](crate::report::ledger::Ledger::ageing) |
//! | review of causes and trends (S11-R18) | [`Ledger::pareto`](crate::report::ledger::Ledger::pareto), [`Ledger::trend`](crate::report::ledger::Ledger::trend) |
//! | effect of a measure (S34-R07, S13-R06) | [`Ledger::effect`](crate::report::ledger::Ledger::effect) |
//! | sorting for patterns (S30-R03) | [`Ledger::patterns`](crate::report::ledger::Ledger::patterns), [`Ledger::recurring`](crate::report::ledger::Ledger::recurring) |
//! | loss assessment (S18-R18) | [`Ledger::losses`](crate::report::ledger::Ledger::losses) |
//! | problem, analysis, solution (S36-R01) | [`Investigation`](crate::report::investigation::Investigation) |
//! | a form of the procedure | [`Form::prefilled`](crate::policy::record::Form::prefilled) |
//!
//! When a report is due is for the [`ReportRule`](crate::policy::record::ReportRule) of a policy to say.

mod codes;
mod form;
pub mod investigation;
pub mod ledger;
