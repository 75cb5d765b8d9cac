//! Why a rule holds, or what it waits for, as text: what the rule asked, and what was found.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::labels::phrases;
use crate::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow, Truth};
use crate::render::phrase::Said;
use crate::render::phrase::{money, span, tell};
use crate::render::renderer::Renderer;
use crate::triage::account::{Finding, Ground};
use crate::triage::answer::RecurrenceCount;
use crate::vocab::{Code, Facet, Input, Money};

impl<'a> Renderer<'a> {
    /// Writes the grounds of a rule that holds.
    pub(super) fn because(&self, grounds: &[Ground]) -> String {
        let grounds: Vec<String> = grounds.iter().map(|ground| self.ground(ground)).collect();
        grounds.join(self.comma())
    }

    /// Writes the grounds of a rule that waits: first what it waits for, then what is known.
    pub(super) fn waiting(&self, grounds: &[Ground]) -> String {
        let told = |is_open: bool| {
            let grounds = grounds.iter().filter(|ground| ground.is_open() == is_open);
            grounds.map(|ground| self.ground(ground)).collect::<Vec<_>>().join(self.comma())
        };
        let (open, known) = (told(true), told(false));
        if open.is_empty() {
            known
        } else if known.is_empty() {
            open
        } else {
            tell!(self, GROUND_KNOWN, open, known)
        }
    }

    fn ground(&self, ground: &Ground) -> String {
        let told = match ground.finding() {
            Finding::Fact { fact, at_least, found } => {
                let fact = self.label(fact);
                match found {
                    None => self.fact_to_ask(fact, *at_least),
                    Some(count) => self.fact(fact, *count, *at_least),
                }
            }
            Finding::Word { input, asked, found } => self.word_found(*input, asked, found.as_deref()),
            Finding::Amount { at_least, found } => self.amount(*found, *at_least),
            Finding::Repeats { asked, found } => self.repeated(asked, *found),
        };
        if !ground.takes_unknown_as_no() {
            return told;
        }
        tell!(self, GROUND_COUNTS_NO, told)
    }

    fn fact_to_ask(&self, fact: &str, at_least: u32) -> String {
        if at_least == 1 {
            return tell!(self, GROUND_TO_ASK, fact);
        }
        tell!(self, GROUND_TO_ASK_FOR, fact, at_least)
    }

    fn fact(&self, fact: &str, count: u32, at_least: u32) -> String {
        match (count, at_least) {
            (0, 1) => tell!(self, DEED_NO, fact),
            (1, 1) => fact.to_string(),
            _ if count < at_least => tell!(self, GROUND_FEWER_THAN, fact, count, at_least),
            _ => tell!(self, GROUND_COUNT_ASKED, fact, count, at_least),
        }
    }

    /// Writes the words that matched, or all words if none did.
    fn word_found(&self, input: Input, asked: &[Code], found: Option<&[Code]>) -> String {
        let join = |words: &[&Code], between: &str| {
            words.iter().map(|word| self.input_word(input, word)).collect::<Vec<_>>().join(between)
        };
        let wanted = join(&asked.iter().collect::<Vec<_>>(), self.or());
        let name = self.labels.input(&input, self.locale);
        let Some(found) = found else {
            let not_known = self.not_known(input);
            return tell!(self, GROUND_NOT_KNOWN_ASKED, not_known, wanted);
        };
        if found.is_empty() {
            return tell!(self, GROUND_NO_ASKED, name, wanted);
        }
        let fits = |word: &&Code| asked.iter().any(|asked| word.is_or_under(asked));
        let fitting: Vec<&Code> = found.iter().filter(fits).collect();
        if fitting.is_empty() {
            let words = join(&found.iter().collect::<Vec<_>>(), self.and());
            return tell!(self, GROUND_NOT, name, words, wanted);
        }
        let words = join(&fitting, self.and());
        // A child is written together with the word that the rule asked for.
        if fitting.iter().all(|word| asked.contains(word)) {
            return tell!(self, GROUND_NAME_WORDS, name, words);
        }
        let parents: Vec<&Code> =
            asked.iter().filter(|asked| fitting.iter().any(|word| word.is_or_under(asked))).collect();
        let wanted = join(&parents, self.or());
        tell!(self, GROUND_WORDS_ASKED, name, words, wanted)
    }

    fn amount(&self, found: Option<Money>, at_least: Money) -> String {
        let asked = money(self, at_least);
        let Some(found) = found else {
            return tell!(self, GROUND_AMOUNT_NOT_KNOWN, asked);
        };
        let amount = money(self, found);
        match found.is_at_least(&at_least) {
            Some(true) => tell!(self, GROUND_AMOUNT_ASKED, amount, asked),
            Some(false) => tell!(self, GROUND_AMOUNT_LESS_THAN, amount, asked),
            None => tell!(self, GROUND_AMOUNT_ASKED_ANOTHER, amount, asked),
        }
    }

    fn repeated(&self, asked: &Recurrence, found: Option<RecurrenceCount>) -> String {
        let (which, at_least) = (self.counted(asked), asked.threshold());
        let found = found.filter(|found| found.key.is_some() || found.count < RecurrenceCount::NOT_COUNTED);
        let Some(found) = found else {
            return tell!(self, GROUND_EARLIER_COMPLAINTS_NOT, which, at_least);
        };
        let count = found.count;
        let held = if found.reached == Truth::False {
            tell!(self, GROUND_FEWER_THAN_AT_LEAST, at_least)
        } else {
            tell!(self, GROUND_ASKED_AT_LEAST, at_least)
        };
        let Some(key) = &found.key else {
            let keys: Vec<&str> = asked.by.iter().map(|key| self.key(key)).collect();
            let keys = keys.join(self.or());
            return tell!(self, GROUND_EARLIER_COMPLAINTS_AT, which, count, keys, held);
        };
        let key = self.key(key);
        // If the calendar does not cover the beginning of the window, the count is an upper bound.
        let most = match found.reached {
            Truth::Unknown => tell!(self, GROUND_AT_MOST),
            Truth::True | Truth::False => String::new(),
        };
        tell!(self, GROUND_EARLIER_COMPLAINTS, key, which, most, count, held)
    }

    /// Writes what links earlier complaints to this one.
    pub(super) fn key<'k>(&'k self, key: &'k RecurrenceKey) -> &'k str {
        match key {
            RecurrenceKey::Word(Facet::Department) => self.plain(phrases::MARK_UNIT),
            RecurrenceKey::Word(Facet::Cause) => self.plain(phrases::MARK_CAUSE),
            RecurrenceKey::Word(facet) => self.labels.facet(facet, self.locale),
            RecurrenceKey::Complainant => self.plain(phrases::MARK_COMPLAINANT),
            RecurrenceKey::Staff => self.plain(phrases::MARK_STAFF),
            RecurrenceKey::Product => self.plain(phrases::MARK_PRODUCT),
        }
    }

    /// Writes which earlier complaints count, if not all of them do.
    pub(super) fn counted(&self, asked: &Recurrence) -> String {
        let mut parts = Vec::new();
        match asked.within {
            RecurrenceWindow::Always => {}
            RecurrenceWindow::Elapsed(length) => {
                let length = span(self, length);
                parts.push(tell!(self, GROUND_WITHIN, length));
            }
            RecurrenceWindow::Days(1) => {
                parts.push(tell!(self, GROUND_WITHIN_1_DAY));
            }
            RecurrenceWindow::Days(n) => parts.push(tell!(self, GROUND_WITHIN_DAYS, n)),
            RecurrenceWindow::Months(1) => {
                parts.push(tell!(self, GROUND_WITHIN_1_MONTH));
            }
            RecurrenceWindow::Months(n) => {
                parts.push(tell!(self, GROUND_WITHIN_MONTHS, n));
            }
        }
        if let Some(level) = asked.severity {
            let level = level.said(self);
            parts.push(tell!(self, GROUND_RATED, level));
        }
        if asked.upheld {
            parts.push(tell!(self, GROUND_UPHELD));
        }
        if asked.admonished {
            parts.push(tell!(self, GROUND_SOMEBODY_ADMONISHED));
        }
        if parts.is_empty() {
            return String::new();
        }
        let parts = parts.join(self.comma());
        tell!(self, GROUND_PARTS, parts)
    }

    fn and(&self) -> &'a str {
        self.plain(phrases::MARK_AND)
    }

    pub(super) fn or(&self) -> &'a str {
        self.plain(phrases::MARK_OR)
    }
}
