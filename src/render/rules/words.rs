//! The words that a policy declares, and its calendars, as text.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::Calendar;
use crate::policy::Policy;
use crate::render::phrase::tell;
use crate::render::renderer::Renderer;
use crate::render::rules::entry::PolicyEntry;
use crate::taxonomy::{Declared, Taxonomy};
use crate::vocab::{Code, Facet};

impl Renderer<'_> {
    pub(super) fn calendar(&self, calendar: &Calendar) -> PolicyEntry {
        let (name, known) = (calendar.name(), calendar.known());
        let (first, last) = (known.first(), known.last());
        let revision = calendar.revision();
        let zone = calendar.zone().name().to_string();
        PolicyEntry::new(tell!(self, RULE_TIME_ZONE_EDITION, name, zone, first, last, revision))
    }

    /// Writes the words of each facet whose words, labels or days differ from the standard.
    pub(super) fn declared_words(&self, policy: &Policy) -> Vec<PolicyEntry> {
        let standard = Taxonomy::standard();
        policy.taxonomy().facets().filter_map(|facet| self.facet(policy, &standard, facet)).collect()
    }

    fn facet(&self, policy: &Policy, standard: &Taxonomy, facet: Facet) -> Option<PolicyEntry> {
        let words: Vec<Declared<Code>> = policy.taxonomy().codes(facet).collect();
        let usual: Vec<Code> = standard.codes(facet).map(|declared| declared.word).collect();
        let is_only = usual.iter().any(|code| words.iter().all(|declared| declared.word != *code));
        let is_own = |declared: &&Declared<Code>| {
            let labelled = policy.labels().own(facet, &declared.word, self.locale).is_some();
            labelled
                || !usual.contains(&declared.word)
                || declared.first_day.is_some()
                || declared.last_day.is_some()
        };
        let told: Vec<PolicyEntry> = words
            .iter()
            .filter(|declared| is_only || is_own(declared))
            .map(|declared| self.declared(facet, declared))
            .collect();
        if told.is_empty() && !is_only {
            return None;
        }
        let name = self.labels.facet(&facet, self.locale);
        let text = match (is_only, words.is_empty()) {
            (_, true) => tell!(self, RULE_NO_WORDS, name),
            (true, _) => {
                tell!(self, RULE_THESE_WORDS_ALONE, name)
            }
            (false, _) => tell!(self, RULE_BESIDE_STANDARD_WORDS, name),
        };
        Some(PolicyEntry::new(text).with(told))
    }

    fn declared(&self, facet: Facet, declared: &Declared<Code>) -> PolicyEntry {
        let (code, label) = (&declared.word, self.labels.label_of(facet, &declared.word, self.locale));
        let days = match (declared.first_day, declared.last_day) {
            (None, None) => String::new(),
            (Some(from), None) => tell!(self, RULE_FROM_FROM, from),
            (None, Some(until)) => {
                tell!(self, RULE_UNTIL_UNTIL, until)
            }
            (Some(from), Some(until)) => {
                tell!(self, RULE_TO_FROM_UNTIL, from, until)
            }
        };
        if label == code.as_str() {
            return PolicyEntry::new(tell!(self, RULE_CODE_DAYS, code, days));
        }
        PolicyEntry::new(tell!(self, RULE_LABEL_CODE_DAYS, label, code, days))
    }
}
