//! Findings of chains.
