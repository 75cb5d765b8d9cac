//! The course: every arrow, every stage, every guard.
