//! The whole of a policy, section by section.

use alloc::string::String;
use alloc::vec::Vec;

use crate::labels::phrases;
use crate::policy::Policy;
use crate::render::phrase::tell;
use crate::render::renderer::Renderer;
use crate::render::rules::entry::{PolicyEntry, PolicySection, PolicyText};
use crate::vocab::Word;

impl Renderer<'_> {
    /// Writes a whole policy, for people who do not read TOML: its calendars and words, how complaints are rated, who
    /// gets them, every clock with all its limits, the course of a case, approvals, forms and reports.
    ///
    /// Most settings that are left at their default are not written.
    ///
    /// ```
    /// use redress::{render::Renderer, sample, vocab::Locale};
    ///
    /// let policy = sample::policy()?;
    /// let text = Renderer::of(&policy, Locale::En).policy(&policy).to_string();
    /// assert!(text.contains("due: 2 working days, by close of business"), "{text}");
    /// assert!(text.contains("Good Friday"), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn policy(&self, policy: &Policy) -> PolicyText {
        let (name, version) = (policy.name(), policy.version());
        let heading = tell!(self, RULE_POLICY_VERSION, name, version);
        let optional = |entries: Option<Vec<PolicyEntry>>| entries.unwrap_or_default();
        let must_ask = policy.must_ask().iter().map(|fact| self.text(fact).into());
        let sections = [
            (phrases::TITLE_CALENDARS, self.calendars(policy)),
            (phrases::TITLE_WORDS, self.declared_words(policy)),
            (phrases::TITLE_FACTS_THAT_MUST_BE_ASKED, must_ask.collect()),
            (phrases::TITLE_SEVERITY, optional(policy.severity().map(|rules| self.severity_rules(rules)))),
            (phrases::TITLE_IMPORTANCE, optional(policy.importance().map(|rating| self.rating(rating)))),
            (phrases::TITLE_URGENCY, optional(policy.urgency().map(|rating| self.rating(rating)))),
            (phrases::TITLE_CLAIM_KIND, optional(policy.claim_kind().map(|rating| self.rating(rating)))),
            (phrases::TITLE_MARKS, policy.marks().iter().map(|rule| self.mark_rule(rule)).collect()),
            (
                phrases::TITLE_WORDS_THAT_NEED_A_REASON,
                policy.requirements().iter().map(|rule| self.requirement(rule)).collect(),
            ),
            (phrases::TITLE_WHO_GETS_WHAT, self.routing_rules(policy.routing())),
            (
                phrases::TITLE_FORCED_CLOSURE,
                policy.forced_closure().map(|test| self.forced_closure(test)).into_iter().collect(),
            ),
            (phrases::TITLE_CLOCKS, policy.clocks().iter().map(|rule| self.clock_rule(rule)).collect()),
            (phrases::TITLE_COURSE_OF_A_CASE, self.track_rules(policy.track())),
            (phrases::TITLE_CONDUCT, self.conduct_rules(*policy.conduct())),
            (phrases::TITLE_PEOPLE, self.people_rules(policy.people())),
            (phrases::TITLE_APPROVALS, self.approval_rules(policy.approvals())),
            (phrases::TITLE_FORMS, policy.forms().iter().map(|form| self.form_rule(form)).collect()),
            (phrases::TITLE_REPORTS, policy.reports().iter().map(|rule| self.report_rule(rule)).collect()),
        ];
        let sections = sections.into_iter().filter(|(_, entries)| !entries.is_empty());
        let sections =
            sections.map(|(title, entries)| PolicySection { title: self.plain(title).into(), entries });
        PolicyText { heading, sections: sections.collect() }
    }

    /// Writes the labels of words, one after the other.
    pub(super) fn names<W: Word>(&self, words: &[W]) -> String {
        words.iter().map(|word| self.label(word)).collect::<Vec<_>>().join(self.comma())
    }
}
