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
        PolicyEntry::new(tell!(
            self.locale,
            "{name}: time zone {zone}, {first} to {last}, edition {revision}",
            "{name}：时区 {zone}，{first} 至 {last}，版本 {revision}",
            "{name}：時區 {zone}，{first} 至 {last}，版本 {revision}"
        ))
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
            (_, true) => tell!(self.locale, "{name}: no words", "{name}：无", "{name}：無"),
            (true, _) => {
                tell!(self.locale, "{name}, these words alone", "{name}（仅限下列）", "{name}（僅限下列）")
            }
            (false, _) => tell!(
                self.locale,
                "{name}, beside the standard words",
                "{name}（标准用语之外）",
                "{name}（標準用語之外）"
            ),
        };
        Some(PolicyEntry::new(text).with(told))
    }

    fn declared(&self, facet: Facet, declared: &Declared<Code>) -> PolicyEntry {
        let (code, label) = (&declared.word, self.labels.label_of(facet, &declared.word, self.locale));
        let days = match (declared.first_day, declared.last_day) {
            (None, None) => String::new(),
            (Some(from), None) => tell!(self.locale, ", from {from} on", "，自 {from} 起", "，自 {from} 起"),
            (None, Some(until)) => {
                tell!(self.locale, ", until {until}", "，至 {until} 止", "，至 {until} 止")
            }
            (Some(from), Some(until)) => {
                tell!(self.locale, ", {from} to {until}", "，{from} 至 {until}", "，{from} 至 {until}")
            }
        };
        if label == code.as_str() {
            return PolicyEntry::new(tell!(
                self.locale,
                "`{code}`{days}",
                "`{code}`{days}",
                "`{code}`{days}"
            ));
        }
        PolicyEntry::new(tell!(
            self.locale,
            "{label} (`{code}`){days}",
            "{label}（`{code}`）{days}",
            "{label}（`{code}`）{days}"
        ))
    }
}
