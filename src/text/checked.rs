//! Texts that were checked when they were made, and are held as bytes.

/// The text of bytes that are one by construction. Bytes that are none are a bug of this crate.
#[inline]
pub(crate) fn text(bytes: &[u8]) -> &str {
    let text = str::from_utf8(bytes);
    debug_assert!(text.is_ok(), "{bytes:?} were checked to be a text");
    text.unwrap_or_default()
}
