//! Random commands by random people at random instants.
