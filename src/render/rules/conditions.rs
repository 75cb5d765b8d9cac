//! Conditions of rules, in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::labels::phrases;
use crate::policy::Condition;
use crate::render::phrase::{money, tell};
use crate::render::renderer::Renderer;
use crate::vocab::{Code, Input};

impl Renderer<'_> {
    /// Writes a condition in words.
    ///
    /// ```
    /// use redress::labels::Labels;
    /// use redress::policy::Condition;
    /// use redress::render::Renderer;
    /// use redress::vocab::{Channel, Fact, Locale};
    ///
    /// let late = Condition::at_least(Fact::MINUTES_LATE, 30);
    /// let direct = Condition::not(Condition::is_one_of([Channel::HOTLINE, Channel::PHONE]));
    /// let labels = Labels::standard();
    /// let english = Renderer::new(&labels, Locale::En);
    /// assert_eq!(
    ///     english.condition(&Condition::all([late, direct])),
    ///     "minutes late at least 30 and not (channel service hotline / phone)",
    /// );
    /// ```
    #[must_use]
    pub fn condition(&self, condition: &Condition) -> String {
        self.part(condition, false)
    }

    fn part(&self, condition: &Condition, nested: bool) -> String {
        let locale = self.locale;
        match condition {
            Condition::Fact { fact, at_least: 1 } => self.label(fact).to_string(),
            Condition::Fact { fact, at_least } => {
                let fact = self.label(fact);
                tell!(self, RULE_AT_LEAST, fact, at_least)
            }
            Condition::Word { input, any_of } => {
                let (input, words) = (self.labels.input(input, locale), self.either(*input, any_of));
                tell!(self, RULE_INPUT_WORDS, input, words)
            }
            Condition::Amount(at_least) => {
                let at_least = money(self, *at_least);
                tell!(self, RULE_AMOUNT_AT_LEAST, at_least)
            }
            Condition::Repeats(asked) => {
                let keys: Vec<&str> = asked.by.iter().map(|key| self.key(key)).collect();
                let (keys, which, number) = (keys.join(self.or()), self.counted(asked), asked.threshold());
                tell!(self, RULE_AT_LEAST_EARLIER, number, keys, which)
            }
            Condition::All(parts) => self.joined(parts, nested, self.plain(phrases::MARK_AND_CLAUSE)),
            Condition::Any(parts) => self.joined(parts, nested, self.plain(phrases::MARK_OR_CLAUSE)),
            Condition::Not(part) => {
                if let Condition::Fact { fact, at_least: 1 } = &**part {
                    let fact = self.label(fact);
                    return tell!(self, DEED_NO, fact);
                }
                let part = self.part(part, false);
                tell!(self, RULE_NOT, part)
            }
            Condition::Surely(part) => {
                let part = self.part(part, false);
                tell!(self, RULE_KNOWN, part)
            }
        }
    }

    fn joined(&self, parts: &[Condition], nested: bool, between: &str) -> String {
        if let [part] = parts {
            return self.part(part, nested);
        }
        let parts: Vec<String> = parts.iter().map(|part| self.part(part, true)).collect();
        let parts = parts.join(between);
        if nested { tell!(self, RULE_PARTS, parts) } else { parts }
    }

    /// Writes words of an input, one of which is enough.
    pub(super) fn either(&self, input: Input, words: &[Code]) -> String {
        words.iter().map(|word| self.input_word(input, word)).collect::<Vec<_>>().join(" / ")
    }
}
