//! Histories that were altered.
