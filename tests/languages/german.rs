//! German, as a whole overlay.
