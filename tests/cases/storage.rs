//! What is stored: forms, limits, revisions, repeated commands.
