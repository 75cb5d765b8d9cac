//! Policies compared with their drafts.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod changes;
mod effects;
mod what_if;

use std::fs;

use redress::calendar::Zone;
use redress::policy::{Policy, PolicyDocument};

/// The policies of the examples, as documents.
fn documents() -> Vec<(String, PolicyDocument)> {
    let files = fs::read_dir("examples/policies").unwrap().map(|entry| entry.unwrap().path());
    let mut documents: Vec<(String, PolicyDocument)> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            (path.display().to_string(), toml::from_str(&text).unwrap())
        })
        .collect();
    documents.sort_by(|(one, _), (other, _)| one.cmp(other));
    documents
}

fn build(document: &PolicyDocument) -> Option<Policy> {
    document.build(Zone::iana).ok()
}

fn of_json(value: serde_json::Value) -> Option<Policy> {
    build(&serde_json::from_value::<PolicyDocument>(value).ok()?)
}
