//! What is owed, and when anything changes by itself.
