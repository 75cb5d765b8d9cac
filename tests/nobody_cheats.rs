//! Nobody approves, handles or ends what they have a stake in, and a stored history is that of its case.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod forgeries;
mod histories;
mod people;
mod signatures;
