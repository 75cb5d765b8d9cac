//! The worked examples of the catalogue that concern a case.
