//! Errors of the door, each made once; `door` makes them by real requests.

use redress::vocab::error::Excerpt;
use redress::wire::WireError;

use crate::messages::Texts;

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    for error in [
        WireError::TooLong { limit: 8 },
        WireError::TooDeep { limit: 8 },
        WireError::TooManyValues { limit: 8 },
        WireError::NotUtf8 { byte: 3 },
        WireError::NotJson { problem: "expected value".into(), line: 1, column: 2 },
        WireError::LargeNumber {},
        WireError::RepeatedKey { key: Excerpt::of("date") },
        WireError::UnknownKey { problem: "unknown field `dat`, expected `date`".into() },
        WireError::MissingKey { key: "`calendar`".into() },
        WireError::Value { problem: "a text, expected true or false".into() },
        WireError::Version { version: 2, expected: 1 },
        WireError::Operation { call: Excerpt::of("triag"), meant: Some("triage") },
        WireError::NotLoaded { what: "policy", name: Excerpt::of("shp") },
        WireError::Full { limit: 8 },
        WireError::TooMuch { limit: 8 },
        WireError::Unwritable { problem: "expected a text as a key".into() },
    ] {
        texts.seen(error);
    }
    texts
}
