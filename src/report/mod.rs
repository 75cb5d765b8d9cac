//! What is reported of complaints: forms, the ledger of cases, and the statistics of it.
//!
//! A [`Ledger`] is made of one [`LedgerRow`] a case and answers in plain values, exact
//! counts and [`Ratio`]s, that a host lays out as it likes:
//!
//! | Report | Answer |
//! |---|---|
//! | monthly statistics (S10-R31) | [`Ledger::by_class`], [`Ledger::by`] |
//! | half-yearly management review (S16-R15) | [`Ledger::summary`], [`Ledger::by`] subject |
//! | notice of unclosed complaints (S23-R16) | [`Ledger::unclosed`], [`Ledger::ageing`] |
//! | review of causes and trends (S11-R18) | [`Ledger::pareto`], [`Ledger::trend`] |
//! | effect of a measure (S34-R07, S13-R06) | [`Ledger::effect`] |
//! | sorting for patterns (S30-R03) | [`Ledger::patterns`], [`Ledger::recurring`] |
//! | loss assessment (S18-R18) | [`Ledger::losses`] |
//! | problem, analysis, solution (S36-R01) | [`Investigation`] |
//! | a form of the procedure | [`prefilled`] |
//!
//! When a report is due is for the [`ReportRule`](crate::policy::record::ReportRule) of a policy to say.

mod form;
pub mod investigation;
pub mod ledger;

pub use self::form::prefilled;
