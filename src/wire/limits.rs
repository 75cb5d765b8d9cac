//! How much one request may hold, and one session.

/// The version of requests and answers.
///
/// New operations, and new keys of requests and answers, do not change it.
pub const VERSION: u64 = 1;

/// The most bytes of the id of a request.
pub const MAX_ID: usize = 200;

/// The most bytes of a request.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// The most lists and maps in one another.
pub const MAX_DEPTH: usize = 100;

/// The most values of a request, counting each list and each map as one more.
pub const MAX_VALUES: usize = 250_000;

/// The most calendars, policies and rosters that a session holds.
pub const MAX_LOADED: usize = 1_000;

/// The most days or spans that one answer lists.
pub const MAX_LISTED: usize = 10_000;

/// The most bytes of a name under which something is loaded.
pub const MAX_NAME: usize = 200;
