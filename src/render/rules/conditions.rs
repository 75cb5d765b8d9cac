//! Conditions of rules, in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::policy::Condition;
use crate::render::phrase::{money, tell};
use crate::render::renderer::Renderer;
use crate::vocab::{Code, Input, Locale};

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
                tell!(
                    locale,
                    "{fact} at least {at_least}",
                    "{fact}不少于 {at_least}",
                    "{fact}不少於 {at_least}"
                )
            }
            Condition::Word { input, any_of } => {
                let (input, words) = (self.labels.input(input, locale), self.either(*input, any_of));
                tell!(locale, "{input} {words}", "{input}为{words}", "{input}為{words}")
            }
            Condition::Amount(at_least) => {
                let at_least = money(self.locale, *at_least);
                tell!(locale, "amount at least {at_least}", "金额不少于 {at_least}", "金額不少於 {at_least}")
            }
            Condition::Repeats(asked) => {
                let keys: Vec<&str> = asked.by.iter().map(|key| self.key(key)).collect();
                let (keys, which, number) = (keys.join(self.or()), self.counted(asked), asked.threshold());
                tell!(
                    locale,
                    "at least {number} earlier complaints by {keys}{which}",
                    "按{keys}计此前的投诉{which}不少于 {number} 件",
                    "按{keys}計此前的投訴{which}不少於 {number} 件"
                )
            }
            Condition::All(parts) => {
                self.joined(parts, nested, if locale == Locale::En { " and " } else { "，且" })
            }
            Condition::Any(parts) => {
                self.joined(parts, nested, if locale == Locale::En { " or " } else { "，或" })
            }
            Condition::Not(part) => {
                if let Condition::Fact { fact, at_least: 1 } = &**part {
                    let fact = self.label(fact);
                    return tell!(locale, "no {fact}", "无{fact}", "無{fact}");
                }
                let part = self.part(part, false);
                tell!(locale, "not ({part})", "并非（{part}）", "並非（{part}）")
            }
            Condition::Surely(part) => {
                let part = self.part(part, false);
                tell!(locale, "it is known that ({part})", "已确知（{part}）", "已確知（{part}）")
            }
        }
    }

    fn joined(&self, parts: &[Condition], nested: bool, between: &str) -> String {
        if let [part] = parts {
            return self.part(part, nested);
        }
        let parts: Vec<String> = parts.iter().map(|part| self.part(part, true)).collect();
        let parts = parts.join(between);
        if nested { tell!(self.locale, "({parts})", "（{parts}）", "（{parts}）") } else { parts }
    }

    /// Writes words of an input, one of which is enough.
    pub(super) fn either(&self, input: Input, words: &[Code]) -> String {
        words.iter().map(|word| self.input_word(input, word)).collect::<Vec<_>>().join(" / ")
    }
}
