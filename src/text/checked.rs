//! Texts that were checked when they were created, and are stored as bytes.

/// Returns the text of bytes that are valid UTF-8 by construction. Other bytes are a bug of this crate.
#[inline]
pub(crate) fn text(bytes: &[u8]) -> &str {
    let text = str::from_utf8(bytes);
    debug_assert!(text.is_ok(), "{bytes:?} were checked to be a text");
    text.unwrap_or_default()
}
