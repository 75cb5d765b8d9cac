//! What is different between two policies, as text.
//!
//! Both policies are written as text by the same [`Renderer`], and the texts are compared rule by rule. So a difference
//! reads as the rule itself does, in the language of the reader. Rules with the same id stand below each other. What the
//! text of a policy does not tell is told by the keys of the document.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::compare::comparison::Comparison;
use crate::labels::{Labels, phrases};
use crate::render::phrase::tell;
use crate::render::{PolicyEntry, PolicySection, Renderer};
use crate::vocab::Locale;

impl Comparison<'_> {
    /// Writes what differs, section by section, for people who do not read TOML. Each rule that differs is written as it
    /// was and as it would be.
    ///
    /// Settings that the text of a policy leaves out are written with the keys of the document.
    ///
    /// # Example: other words for the same rule
    ///
    /// ```
    /// use redress::compare::Comparison;
    /// use redress::policy::PolicyDocument;
    /// use redress::sample;
    /// use redress::vocab::Locale;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let policy = sample::policy()?;
    /// let mut file = serde_json::to_value(PolicyDocument::of(&policy))?;
    /// file["version"] = "2".into();
    /// file["routing"]["rows"][0]["department"] = "company".into();
    /// let zone = policy.calendar().zone().clone();
    /// let draft = serde_json::from_value::<PolicyDocument>(file)?.build(|_, _| Some(zone.clone()))?;
    /// let text = Comparison { policy: &policy, draft: &draft }.text(Locale::ZhHans);
    /// assert!(text.contains("变更后：负责部门：公司"), "{text}");
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn text(self, locale: Locale) -> String {
        let Self { policy, draft } = self;
        let (name, version) = (policy.name(), policy.version());
        let (other_name, other) = (draft.name(), draft.version());
        let by = Renderer::of(policy, locale);
        let changes = self.changes();
        if changes.is_empty() {
            return tell!(by, COMPARISON_NOTHING, other_name, other, name, version) + "\n";
        }
        let mut text = tell!(by, COMPARISON_HEAD, other_name, other, name, version) + "\n";
        let before = by.policy(policy);
        let after = Renderer::of(draft, locale).policy(draft);
        for (title, old, new) in paired_sections(before.sections(), after.sections()) {
            let lines = Lines { by }.of(old, new, 1);
            if !lines.is_empty() {
                text.extend([format!("\n{title}\n{lines}")]);
            }
        }
        let told = self.told_parts();
        let mut untold = changes.rows().iter().filter(|change| !told.contains(top(&change.part))).peekable();
        if untold.peek().is_some() {
            text.extend(["\n", &tell!(by, COMPARISON_OTHER), "\n"]);
            for change in untold {
                text.extend([format!("  {change}\n")]);
            }
        }
        text
    }

    /// The parts of the document whose differences the text of a policy tells.
    fn told_parts(self) -> BTreeSet<&'static str> {
        // The standard titles name the parts, whatever an organisation calls them.
        let standard = Labels::standard();
        let by = Renderer::new(&standard, Locale::En);
        let [before, after] = [self.policy, self.draft].map(|policy| by.policy(policy));
        let mut told = BTreeSet::new();
        for (title, old, new) in paired_sections(before.sections(), after.sections()) {
            if old != new {
                told.extend(SECTIONS.iter().filter(|(_, of)| *of == title).map(|(part, _)| *part));
            }
        }
        told
    }
}

/// The key of a document to which a part belongs.
fn top(part: &str) -> &str {
    part.split('.').next().unwrap_or(part)
}

/// The section of the text for each key of a document.
const SECTIONS: [(&str, &str); 22] = [
    ("calendar", "Calendars"),
    ("calendars", "Calendars"),
    ("department-calendars", "Calendars"),
    ("facets", "Words"),
    ("only", "Words"),
    ("words", "Words"),
    ("must-ask", "Facts that must be asked"),
    ("severity", "Severity"),
    ("importance", "Importance"),
    ("urgency", "Urgency"),
    ("claim-kind", "Claim kind"),
    ("marks", "Marks"),
    ("requirements", "Words that need a reason"),
    ("routing", "Who gets what"),
    ("forced-closure", "Forced closure"),
    ("clocks", "Clocks"),
    ("track", "Course of a case"),
    ("conduct", "Conduct"),
    ("people", "People"),
    ("approvals", "Approvals"),
    ("forms", "Forms"),
    ("reports", "Reports"),
];

type Entries<'e> = &'e [PolicyEntry];

/// The sections of both texts by their titles: first those of the one, then those that only the other has.
fn paired_sections<'e>(
    before: &'e [PolicySection],
    after: &'e [PolicySection],
) -> impl Iterator<Item = (&'e str, Entries<'e>, Entries<'e>)> {
    let find = |sections: &'e [PolicySection], title: &str| {
        sections.iter().find(|section| section.title() == title).map_or(&[][..], PolicySection::entries)
    };
    let both =
        before.iter().map(move |section| (section.title(), section.entries(), find(after, section.title())));
    let is_new = move |section: &&PolicySection| before.iter().all(|other| other.title() != section.title());
    let new = after.iter().filter(is_new).map(|section| (section.title(), &[][..], section.entries()));
    both.chain(new)
}

/// Writes the entries that differ.
#[derive(Clone, Copy)]
struct Lines<'a> {
    by: Renderer<'a>,
}

impl Lines<'_> {
    fn of(self, before: Entries<'_>, after: Entries<'_>, depth: usize) -> String {
        let (old, mut new) = (only_in(before, after), only_in(after, before));
        let mut text = String::new();
        for entry in old {
            let partner = new.iter().position(|other| other.text() == entry.text());
            let partner = partner.or_else(|| {
                let id = id(entry)?;
                new.iter().position(|other| self::id(other) == Some(id))
            });
            match partner.map(|place| new.remove(place)) {
                Some(other) if other.text() == entry.text() && other.citation() == entry.citation() => {
                    let details = self.of(entry.details(), other.details(), depth + 1);
                    text.extend([format!("{:indent$}{}\n{details}", "", entry.text(), indent = 2 * depth)]);
                }
                Some(other) => {
                    text += &self.line(true, entry, depth);
                    text += &self.line(false, other, depth);
                }
                None => text += &self.line(true, entry, depth),
            }
        }
        for entry in new {
            text += &self.line(false, entry, depth);
        }
        text
    }

    /// An entry with its particulars, marked as what was or what would be.
    fn line(self, was: bool, entry: &PolicyEntry, depth: usize) -> String {
        let written = format!("{entry}");
        let mark = if was {
            self.by.plain(phrases::COMPARISON_BEFORE)
        } else {
            self.by.plain(phrases::COMPARISON_AFTER)
        };
        let mut text = String::new();
        for (place, line) in written.lines().enumerate() {
            let mark = if place == 0 { mark } else { "  " };
            text.extend([format!("{:indent$}{mark}{line}\n", "", indent = 2 * depth)]);
        }
        text
    }
}

/// The entries that only one of two lists has. Entries that stand several times are counted.
fn only_in<'e>(these: Entries<'e>, others: Entries<'_>) -> Vec<&'e PolicyEntry> {
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for entry in others {
        *counted.entry(format!("{entry}")).or_default() += 1;
    }
    let is_only = |entry: &&PolicyEntry| match counted.get_mut(&format!("{entry}")) {
        Some(count @ 1..) => {
            *count -= 1;
            false
        }
        Some(_) | None => true,
    };
    these.iter().filter(is_only).collect()
}

/// What identifies an entry: its last word in backticks, such as the id of a rule.
fn id(entry: &PolicyEntry) -> Option<&str> {
    entry.text().rsplit('`').nth(1)
}
