//! Who gets which complaints, in words.

use alloc::string::String;
use alloc::vec::Vec;

use crate::policy::Routing;
use crate::policy::routing::{Assignee, Cell, CellTest, HitPolicy, RoutingGaps, Row};
use crate::render::phrase::tell;
use crate::render::renderer::Renderer;
use crate::render::rules::entry::PolicyEntry;
use crate::vocab::Act;

impl Renderer<'_> {
    pub(super) fn routing_rules(&self, routing: &Routing) -> Vec<PolicyEntry> {
        let locale = self.locale;
        let mut lines = Vec::new();
        if !routing.inputs().is_empty() {
            let inputs: Vec<&str> =
                routing.inputs().iter().map(|input| self.labels.input(input, locale)).collect();
            let inputs = inputs.join(self.comma());
            lines.push(PolicyEntry::new(tell!(
                locale,
                "inputs, in order of weight: {inputs}",
                "依据（前者优先）：{inputs}",
                "依據（前者優先）：{inputs}"
            )));
        }
        lines.extend(routing.rows().iter().map(|row| self.row(row)));
        for &act in Act::ALL {
            if routing.rows().iter().filter(|row| row.act == act).count() < 2 {
                continue;
            }
            let hit = routing.hit_policy(act);
            let act = act.label(locale);
            lines.push(PolicyEntry::new(match hit {
                HitPolicy::Unique => tell!(
                    locale,
                    "{act}: if several rows match, the most specific counts",
                    "{act}：多行适用时取最具体者",
                    "{act}：多列適用時取最具體者"
                ),
                HitPolicy::First => tell!(
                    locale,
                    "{act}: if several rows match, the first counts",
                    "{act}：多行适用时取首行",
                    "{act}：多列適用時取首列"
                ),
                HitPolicy::Collect => tell!(
                    locale,
                    "{act}: all matching rows count",
                    "{act}：所有适用的行均有效",
                    "{act}：所有適用的列均有效"
                ),
            }));
        }
        if routing.gaps() == RoutingGaps::Unrouted && !routing.rows().is_empty() {
            lines.push(PolicyEntry::new(tell!(
                locale,
                "a complaint that matches no row has no owner",
                "无适用行的投诉没有负责方",
                "無適用列的投訴沒有負責方"
            )));
        }
        lines
    }

    fn row(&self, row: &Row) -> PolicyEntry {
        let locale = self.locale;
        let (id, act, whom) = (row.id, row.act.label(locale), self.assignee(row.assignee));
        let cells: Vec<String> = row.cells.iter().map(|cell| self.cell(cell)).collect();
        let when = if cells.is_empty() {
            tell!(locale, "every complaint", "所有投诉", "所有投訴")
        } else {
            cells.join(self.comma())
        };
        let text = tell!(
            locale,
            "{act}: {whom}, for {when} (`{id}`)",
            "{act}：{whom}；条件：{when}（`{id}`）",
            "{act}：{whom}；條件：{when}（`{id}`）"
        );
        PolicyEntry::new(text).cited(&row.citation)
    }

    fn assignee(&self, assignee: Assignee) -> String {
        let locale = self.locale;
        let department = assignee.department().map(|unit| {
            let unit = self.text(&unit);
            if assignee.is_unit_concerned() {
                tell!(
                    locale,
                    "the unit concerned, or else {unit}",
                    "相关单位，未指明时为{unit}",
                    "相關單位，未指明時為{unit}"
                )
            } else {
                unit
            }
        });
        let role = assignee.role().map(|role| self.text(&role));
        match (role, department) {
            (Some(role), Some(unit)) => tell!(locale, "{role} in {unit}", "{unit}的{role}", "{unit}的{role}"),
            (one, other) => one.or(other).unwrap_or_default(),
        }
    }

    fn cell(&self, cell: &Cell) -> String {
        let locale = self.locale;
        let input = self.labels.input(&cell.input, locale);
        match &cell.test {
            CellTest::OneOf(words) => {
                let words = self.either(cell.input, words);
                tell!(locale, "{input} {words}", "{input}为{words}", "{input}為{words}")
            }
            CellTest::Under(word) => {
                let word = self.input_word(cell.input, word);
                tell!(
                    locale,
                    "{input} {word} and what is under it",
                    "{input}为{word}及其下级",
                    "{input}為{word}及其下級"
                )
            }
            CellTest::NotKnown => self.not_known(cell.input),
            CellTest::Nothing => tell!(locale, "no {input}", "无{input}", "無{input}"),
        }
    }
}
