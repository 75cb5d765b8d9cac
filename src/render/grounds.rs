//! Why a rule holds, or what it waits for, as text: what the rule asked, and what was found.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow, Truth};
use crate::render::phrase::{money, span, tell};
use crate::render::renderer::Renderer;
use crate::triage::account::{Finding, Ground};
use crate::triage::answer::RecurrenceCount;
use crate::vocab::{Code, Facet, Input, Locale, Money};

impl Renderer<'_> {
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
            tell!(self.locale, "{open}; known: {known}", "{open}；已知：{known}", "{open}；已知：{known}")
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
        tell!(self.locale, "{told} – counts as no", "{told}——按否计", "{told}——按否計")
    }

    fn fact_to_ask(&self, fact: &str, at_least: u32) -> String {
        if at_least == 1 {
            return tell!(
                self.locale,
                "{fact}, which is to be asked",
                "{fact}（待询问）",
                "{fact}（待詢問）"
            );
        }
        tell!(
            self.locale,
            "{fact}, which is to be asked (asked for {at_least})",
            "{fact}（待询问，须达 {at_least}）",
            "{fact}（待詢問，須達 {at_least}）"
        )
    }

    fn fact(&self, fact: &str, count: u32, at_least: u32) -> String {
        match (count, at_least) {
            (0, 1) => tell!(self.locale, "no {fact}", "无{fact}", "無{fact}"),
            (1, 1) => fact.to_string(),
            _ if count < at_least => tell!(
                self.locale,
                "{fact} {count} (fewer than {at_least})",
                "{fact} {count}（不足 {at_least}）",
                "{fact} {count}（不足 {at_least}）"
            ),
            _ => tell!(
                self.locale,
                "{fact} {count} (asked for {at_least})",
                "{fact} {count}（须达 {at_least}）",
                "{fact} {count}（須達 {at_least}）"
            ),
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
            return tell!(
                self.locale,
                "{not_known} (asked for {wanted})",
                "{not_known}（须为{wanted}）",
                "{not_known}（須為{wanted}）"
            );
        };
        if found.is_empty() {
            return tell!(
                self.locale,
                "no {name} (asked for {wanted})",
                "无{name}（须为{wanted}）",
                "無{name}（須為{wanted}）"
            );
        }
        let fits = |word: &&Code| asked.iter().any(|asked| word.is_or_under(asked));
        let fitting: Vec<&Code> = found.iter().filter(fits).collect();
        if fitting.is_empty() {
            let words = join(&found.iter().collect::<Vec<_>>(), self.and());
            return tell!(
                self.locale,
                "{name} {words} (not {wanted})",
                "{name}为{words}（而非{wanted}）",
                "{name}為{words}（而非{wanted}）"
            );
        }
        let words = join(&fitting, self.and());
        // A child is written together with the word that the rule asked for.
        if fitting.iter().all(|word| asked.contains(word)) {
            return tell!(self.locale, "{name} {words}", "{name}为{words}", "{name}為{words}");
        }
        let parents: Vec<&Code> =
            asked.iter().filter(|asked| fitting.iter().any(|word| word.is_or_under(asked))).collect();
        let wanted = join(&parents, self.or());
        tell!(
            self.locale,
            "{name} {words} (asked for {wanted})",
            "{name}为{words}（须为{wanted}）",
            "{name}為{words}（須為{wanted}）"
        )
    }

    fn amount(&self, found: Option<Money>, at_least: Money) -> String {
        let asked = money(self.locale, at_least);
        let Some(found) = found else {
            return tell!(
                self.locale,
                "amount not known (asked for {asked})",
                "金额尚不清楚（须达 {asked}）",
                "金額尚不清楚（須達 {asked}）"
            );
        };
        let amount = money(self.locale, found);
        match found.is_at_least(&at_least) {
            Some(true) => tell!(
                self.locale,
                "amount {amount} (asked for {asked})",
                "金额 {amount}（须达 {asked}）",
                "金額 {amount}（須達 {asked}）"
            ),
            Some(false) => tell!(
                self.locale,
                "amount {amount} (less than {asked})",
                "金额 {amount}（不足 {asked}）",
                "金額 {amount}（不足 {asked}）"
            ),
            None => tell!(
                self.locale,
                "amount {amount} (asked for {asked}, in another currency)",
                "金额 {amount}（须达 {asked}，币种不同，无法比较）",
                "金額 {amount}（須達 {asked}，幣別不同，無法比較）"
            ),
        }
    }

    fn repeated(&self, asked: &Recurrence, found: Option<RecurrenceCount>) -> String {
        let (which, at_least) = (self.counted(asked), asked.threshold());
        let found = found.filter(|found| found.key.is_some() || found.count < RecurrenceCount::NOT_COUNTED);
        let Some(found) = found else {
            return tell!(
                self.locale,
                "earlier complaints{which} not counted (asked for {at_least})",
                "此前的投诉{which}未统计（须达 {at_least} 件）",
                "此前的投訴{which}未統計（須達 {at_least} 件）"
            );
        };
        let count = found.count;
        let held = if found.reached == Truth::False {
            tell!(self.locale, " (fewer than {at_least})", "（不足 {at_least} 件）", "（不足 {at_least} 件）")
        } else {
            tell!(self.locale, " (asked for {at_least})", "（须达 {at_least} 件）", "（須達 {at_least} 件）")
        };
        let Some(key) = &found.key else {
            let keys: Vec<&str> = asked.by.iter().map(|key| self.key(key)).collect();
            let keys = keys.join(self.or());
            return tell!(
                self.locale,
                "earlier complaints{which}: at most {count} by a {keys} that is not known{held}",
                "此前的投诉{which}至多 {count} 件；{keys}尚不清楚{held}",
                "此前的投訴{which}至多 {count} 件；{keys}尚不清楚{held}"
            );
        };
        let key = self.key(key);
        // If the calendar does not cover the beginning of the window, the count is an upper bound.
        let most = match found.reached {
            Truth::Unknown => tell!(self.locale, "at most ", "至多 ", "至多 "),
            Truth::True | Truth::False => String::new(),
        };
        tell!(
            self.locale,
            "earlier complaints by {key}{which}: {most}{count}{held}",
            "按{key}计此前的投诉{which}：{most}{count} 件{held}",
            "按{key}計此前的投訴{which}：{most}{count} 件{held}"
        )
    }

    /// Writes what links earlier complaints to this one.
    pub(super) fn key<'a>(&'a self, key: &'a RecurrenceKey) -> &'a str {
        match key {
            RecurrenceKey::Word(facet @ Facet::Own(_)) => self.labels.facet(facet, self.locale),
            RecurrenceKey::Word(_)
            | RecurrenceKey::Complainant
            | RecurrenceKey::Staff
            | RecurrenceKey::Product => key.label(self.locale),
        }
    }

    /// Writes which earlier complaints count, if not all of them do.
    pub(super) fn counted(&self, asked: &Recurrence) -> String {
        let locale = self.locale;
        let mut parts = Vec::new();
        match asked.within {
            RecurrenceWindow::Always => {}
            RecurrenceWindow::Elapsed(length) => {
                let length = span(locale, length);
                parts.push(tell!(locale, "within {length}", "{length}内", "{length}內"));
            }
            RecurrenceWindow::Days(1) => {
                parts.push(tell!(locale, "within 1 day", "1 天内", "1 天內"));
            }
            RecurrenceWindow::Days(n) => parts.push(tell!(locale, "within {n} days", "{n} 天内", "{n} 天內")),
            RecurrenceWindow::Months(1) => {
                parts.push(tell!(locale, "within 1 month", "1 个月内", "1 個月內"));
            }
            RecurrenceWindow::Months(n) => {
                parts.push(tell!(locale, "within {n} months", "{n} 个月内", "{n} 個月內"));
            }
        }
        if let Some(level) = asked.severity {
            let level = level.label(locale);
            parts.push(tell!(locale, "rated {level}", "定级为{level}", "定級為{level}"));
        }
        if asked.upheld {
            parts.push(tell!(locale, "upheld", "成立", "成立"));
        }
        if asked.admonished {
            parts.push(tell!(locale, "with somebody admonished", "有人受到告诫", "有人受到告誡"));
        }
        if parts.is_empty() {
            return String::new();
        }
        let parts = parts.join(self.comma());
        tell!(locale, " ({parts})", "（{parts}）", "（{parts}）")
    }

    fn and(&self) -> &'static str {
        if self.locale == Locale::En { " and " } else { "、" }
    }

    pub(super) fn or(&self) -> &'static str {
        if self.locale == Locale::En { " or " } else { "或" }
    }
}
