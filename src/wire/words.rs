//! Words with their labels, and policies in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::labels::Labels;
use crate::policy::fingerprint::Fingerprint;
use crate::policy::{Policy, PolicyDocument, PolicyHint, PolicyVersion};
use crate::render::{PolicyText, Renderer};
use crate::vocab::{Code, Facet, Locale};
use crate::wire::ask::{Answer, Ask, Held, Source, request};
use crate::wire::shelf::Shelf;
use crate::wire::trouble::Trouble;

type Sent = Source<PolicyDocument>;

/// The policy whose labels count, if the request names one.
fn held(shelf: &Shelf, policy: Option<Sent>) -> Result<Option<Held<'_, Policy>>, Trouble> {
    policy.map(|policy| shelf.hold::<Policy>(policy, "/policy")).transpose()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct LabelOf {
    facet: Facet,
    word: Code,
    #[serde(default)]
    policy: Option<Sent>,
}

request!(LabelOf, "a word");

#[derive(Serialize)]
struct Label<'a> {
    label: &'a str,
}

/// Returns the name of a word in a language, in English if no language is asked for.
pub(super) fn label(shelf: &mut Shelf, asked: LabelOf, ask: Ask) -> Result<Answer, Trouble> {
    let policy = held(shelf, asked.policy)?;
    let standard = Labels::standard();
    let labels = policy.as_ref().map_or(&standard, |policy| policy.labels());
    let locale = ask.language.unwrap_or(Locale::En);
    Answer::of(&Label { label: labels.label_of(asked.facet, &asked.word, locale) })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct WordOf {
    facet: Facet,
    label: String,
    #[serde(default)]
    policy: Option<Sent>,
}

request!(WordOf, "a label");

#[derive(Serialize)]
struct Found {
    /// `None` if no word has this label, or if several have it.
    word: Option<Code>,
}

/// Returns the word that has a label in any language.
pub(super) fn word(shelf: &mut Shelf, asked: WordOf, _: Ask) -> Result<Answer, Trouble> {
    let policy = held(shelf, asked.policy)?;
    let standard = Labels::standard();
    let labels = policy.as_ref().map_or(&standard, |policy| policy.labels());
    Answer::of(&Found { word: labels.code_by_label(asked.facet, &asked.label) })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
pub(super) struct PolicyOf {
    policy: Sent,
}

request!(PolicyOf, "a policy");

/// A policy that was proved.
#[derive(Serialize)]
struct Proved {
    policy: PolicyVersion,
    fingerprint: Fingerprint,
    hints: Vec<PolicyHint>,
    document: PolicyDocument,
}

/// Proves a policy, and returns its fingerprint and what is valid but most often not meant.
pub(super) fn policy(shelf: &mut Shelf, asked: PolicyOf, _: Ask) -> Result<Answer, Trouble> {
    let policy = shelf.hold::<Policy>(asked.policy, "/policy")?;
    Answer::of(&Proved {
        policy: PolicyVersion::of(&policy),
        fingerprint: policy.fingerprint(),
        hints: policy.hints(),
        document: PolicyDocument::of(&policy),
    })
}

#[derive(Serialize)]
struct InWords {
    #[serde(flatten)]
    sections: PolicyText,
    text: String,
}

/// Tells a policy in words, in English if no language is asked for.
pub(super) fn policy_in_words(shelf: &mut Shelf, asked: PolicyOf, ask: Ask) -> Result<Answer, Trouble> {
    let policy = shelf.hold::<Policy>(asked.policy, "/policy")?;
    let told = Renderer::of(&policy, ask.language.unwrap_or(Locale::En)).policy(&policy);
    Answer::of(&InWords { text: told.to_string(), sections: told })
}
