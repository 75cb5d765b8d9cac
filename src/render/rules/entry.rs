//! The text of a policy: its sections and entries.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use crate::render::renderer::cited;

/// A policy as text, section by section. `Display` writes it with indented lines.
///
/// [`Renderer::policy`](crate::render::Renderer::policy) makes it. As a document it serves a host that lays it out
/// itself.
///
/// ```
/// use redress::{render::Renderer, sample, vocab::Locale};
///
/// let policy = sample::policy()?;
/// let text = Renderer::of(&policy, Locale::En).policy(&policy);
/// assert_eq!(text.heading(), "Policy shop, version 1");
/// let first = text.sections().first().ok_or("no section")?;
/// assert!(!first.title().is_empty() && !first.entries().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct PolicyText {
    pub(super) heading: String,
    pub(super) sections: Vec<PolicySection>,
}

/// A section of a policy as text, such as its clocks.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct PolicySection {
    pub(super) title: String,
    pub(super) entries: Vec<PolicyEntry>,
}

/// A rule of a policy as text, with its particulars.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct PolicyEntry {
    pub(super) text: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) citation: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) details: Vec<Self>,
}

impl PolicyText {
    /// Returns the name of the policy and its version.
    #[must_use]
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// Returns the sections. A section without entries is left out.
    #[must_use]
    pub fn sections(&self) -> &[PolicySection] {
        &self.sections
    }
}

impl PolicySection {
    /// Returns the title of the section.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns the entries, in the order of the policy.
    #[must_use]
    pub fn entries(&self) -> &[PolicyEntry] {
        &self.entries
    }
}

impl PolicyEntry {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), citation: String::new(), details: Vec::new() }
    }

    pub(super) fn cited(mut self, citation: &str) -> Self {
        self.citation = citation.into();
        self
    }

    pub(super) fn with(mut self, details: impl IntoIterator<Item = Self>) -> Self {
        self.details.extend(details);
        self
    }

    /// Returns the text of the rule, on one line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the source of the rule. Empty for a rule without one.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// Returns the particulars of the rule.
    #[must_use]
    pub fn details(&self) -> &[Self] {
        &self.details
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        let indent = 2 * depth;
        writeln!(f, "{:indent$}{}{}", "", self.text, cited(&self.citation))?;
        self.details.iter().try_for_each(|detail| detail.write(f, depth + 1))
    }
}

impl From<String> for PolicyEntry {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl fmt::Display for PolicyText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.heading)?;
        self.sections.iter().try_for_each(|section| write!(f, "\n{section}"))
    }
}

impl fmt::Display for PolicySection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.title)?;
        self.entries.iter().try_for_each(|entry| entry.write(f, 1))
    }
}

impl fmt::Display for PolicyEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}
