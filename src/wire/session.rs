//! The door: one request in, one answer out.

use alloc::string::String;

use serde::Deserialize;

use crate::text::distance::meant;
use crate::text::excerpt::Excerpt;
use crate::vocab::Locale;
use crate::wire::ask::{Answer, Ask, request};
use crate::wire::error::WireError;
use crate::wire::limits::{MAX_BYTES, MAX_ID, VERSION};
use crate::wire::node::Node;
use crate::wire::operation::{OPERATIONS, Operation};
use crate::wire::read::read;
use crate::wire::shelf::Shelf;
use crate::wire::trouble::Trouble;

/// The calendars, policies and rosters that were loaded, and the door to everything that the crate can do.
///
/// A session is a plain value: it is cloned, sent to a thread or dropped as any other. It reads no clock and no file, and
/// an answer depends on nothing but the request and what was loaded.
///
/// # Example: load a calendar, then ask it
///
/// ```
/// use redress::wire::Session;
///
/// let mut session = Session::new();
/// let loaded = session.call(
///     r#"{"version": 1, "call": "load-calendar", "with": {"name": "shop", "calendar": {
///         "name": "shop", "revision": "1", "zone": "+01:00", "first": "2026-01-01", "last": "2026-12-31",
///         "week": {"mon": ["09:00-17:00"], "tue": ["09:00-17:00"]}}}}"#,
/// );
/// assert_eq!(loaded, r#"{"version":1,"answer":{"name":"shop"}}"#);
/// assert_eq!(
///     session.call(
///         r#"{"version": 1, "id": "q-1", "call": "working-day-after",
///             "with": {"calendar": "shop", "date": "2026-03-03", "working-days": 1}}"#,
///     ),
///     r#"{"version":1,"id":"q-1","answer":{"date":"2026-03-09"}}"#,
/// );
/// ```
#[derive(Clone, Debug, Default)]
pub struct Session {
    shelf: Shelf,
}

/// A request without what the operation is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct Envelope {
    #[serde(deserialize_with = "crate::text::map_only::whole")]
    version: u64,
    #[serde(default)]
    id: Option<String>,
    call: String,
    /// Taken out before the envelope is read; named here for the list of keys.
    #[serde(default, rename = "with")]
    _with: (),
    #[serde(default)]
    language: Option<Locale>,
}

request!(Envelope, "a request");

impl Session {
    /// Creates a session in which nothing is loaded.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers one request. The answer is one line of JSON.
    ///
    /// Whatever the request is, there is an answer: with the key `answer`, or with the key `error`.
    ///
    /// # Example: a key that does not exist
    ///
    /// ```
    /// use redress::wire::Session;
    ///
    /// let mut session = Session::new();
    /// assert_eq!(
    ///     session.call(r#"{"version": 1, "call": "loaded", "with": {"nam": "shop"}}"#),
    ///     r#"{"version":1,"error":{"code":"wire.unknown-key","message":"#.to_owned()
    ///         + r#""unknown field `nam`, there are no fields","at":"/with/nam"}}"#,
    /// );
    /// ```
    #[must_use]
    pub fn call(&mut self, request: &str) -> String {
        match Node::read(request) {
            Ok(mut node) => self.answer(&mut node),
            Err((wrong, place)) => refusal(&Trouble::of(wrong).at(place), None, None),
        }
    }

    /// Answers one request that may not be UTF-8, such as a line of a file.
    ///
    /// # Example: Latin-1
    ///
    /// ```
    /// use redress::wire::Session;
    ///
    /// let answer = Session::new().call_bytes(b"{\"version\": 1, \"call\": \"caf\xe9\"}");
    /// assert!(answer.contains(r#""code":"wire.encoding""#), "{answer}");
    /// ```
    #[must_use]
    pub fn call_bytes(&mut self, request: &[u8]) -> String {
        if request.len() > MAX_BYTES {
            return refusal(&Trouble::of(WireError::TooLong { limit: MAX_BYTES }), None, None);
        }
        match core::str::from_utf8(request) {
            Ok(request) => self.call(request),
            Err(error) => refusal(&Trouble::of(WireError::NotUtf8 { byte: error.valid_up_to() }), None, None),
        }
    }

    /// Returns the names of all operations, in the order of [the page that describes them](crate::docs::wire).
    ///
    /// ```
    /// use redress::wire::Session;
    ///
    /// assert_eq!(Session::operations().next(), Some("version"));
    /// ```
    #[must_use]
    pub fn operations() -> impl ExactSizeIterator<Item = &'static str> {
        OPERATIONS.iter().map(|operation| operation.name)
    }

    fn answer(&mut self, request: &mut Node) -> String {
        let with = request.take("with");
        let called = called(request);
        // The place of an error may lie in what was taken out.
        let given = with.unwrap_or(Node::Map(alloc::vec::Vec::new()));
        let answered = called.and_then(|(operation, ask)| (operation.run)(&mut self.shelf, &given, ask));
        let id = match request.get("id") {
            Some(Node::Text(id)) if id.len() <= MAX_ID => Some(id.clone()),
            _ => None,
        };
        match answered {
            Ok(Answer(answer)) => reply(id.as_deref(), "answer", &answer),
            Err(trouble) => {
                request.put("with", given);
                refusal(&trouble, Some(request), id.as_deref())
            }
        }
    }
}

/// Reads which operation is called.
fn called(request: &Node) -> Result<(&'static Operation, Ask), Trouble> {
    let Envelope { version, id, call, language, _with: () } = read(request, "")?;
    if version != VERSION {
        return Err(Trouble::of(WireError::Version { version, expected: VERSION }).at("/version"));
    }
    if id.is_some_and(|id| id.len() > MAX_ID) {
        let problem = alloc::format!("the id is too long, expected at most {MAX_ID} bytes");
        return Err(Trouble::of(WireError::Value { problem }).at("/id"));
    }
    let operation = OPERATIONS.iter().find(|operation| operation.name == call).ok_or_else(|| {
        let meant = meant(&call, Session::operations()).map(|(_, name)| name);
        Trouble::of(WireError::Operation { call: Excerpt::of(&call), meant }).at("/call")
    })?;
    Ok((operation, Ask { language }))
}

fn refusal(trouble: &Trouble, request: Option<&Node>, id: Option<&str>) -> String {
    match serde_json::to_string(&trouble.shown(request)) {
        Ok(error) => reply(id, "error", &error),
        // Writing to a string does not fail, but an answer is owed in any case.
        Err(_) => reply(id, "error", r#"{"code":"wire.unwritable","message":"the error cannot be written"}"#),
    }
}

/// Puts an answer or an error into its envelope.
fn reply(id: Option<&str>, key: &str, body: &str) -> String {
    let id = id.and_then(|id| serde_json::to_string(id).ok());
    let id = id.map(|id| alloc::format!(r#""id":{id},"#)).unwrap_or_default();
    alloc::format!(r#"{{"version":{VERSION},{id}"{key}":{body}}}"#)
}
