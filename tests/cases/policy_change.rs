//! Going on by another version of the policy.
