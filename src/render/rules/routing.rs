//! Who gets which complaints, in words.

use alloc::string::String;
use alloc::vec::Vec;

use crate::policy::Routing;
use crate::policy::routing::{Assignee, Cell, CellTest, HitPolicy, RoutingGaps, Row};
use crate::render::phrase::Said;
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
            lines.push(PolicyEntry::new(tell!(self, RULE_INPUTS_ORDER_WEIGHT, inputs)));
        }
        lines.extend(routing.rows().iter().map(|row| self.row(row)));
        for &act in Act::ALL {
            if routing.rows().iter().filter(|row| row.act == act).count() < 2 {
                continue;
            }
            let hit = routing.hit_policy(act);
            let act = act.said(self);
            lines.push(PolicyEntry::new(match hit {
                HitPolicy::Unique => tell!(self, RULE_IF_SEVERAL_ROWS, act),
                HitPolicy::First => tell!(self, RULE_IF_SEVERAL_ROWS_MATCH, act),
                HitPolicy::Collect => tell!(self, RULE_ALL_MATCHING_ROWS, act),
            }));
        }
        if routing.gaps() == RoutingGaps::Unrouted && !routing.rows().is_empty() {
            lines.push(PolicyEntry::new(tell!(self, RULE_COMPLAINT_MATCHES_NO)));
        }
        lines
    }

    fn row(&self, row: &Row) -> PolicyEntry {
        let (id, act, whom) = (row.id, row.act.said(self), self.assignee(row.assignee));
        let cells: Vec<String> = row.cells.iter().map(|cell| self.cell(cell)).collect();
        let when =
            if cells.is_empty() { tell!(self, RULE_EVERY_COMPLAINT) } else { cells.join(self.comma()) };
        let text = tell!(self, RULE_FOR_ACT_WHOM_WHEN_ID, act, whom, when, id);
        PolicyEntry::new(text).cited(&row.citation)
    }

    fn assignee(&self, assignee: Assignee) -> String {
        let department = assignee.department().map(|unit| {
            let unit = self.text(&unit);
            if assignee.is_unit_concerned() { tell!(self, RULE_UNIT_CONCERNED_OR, unit) } else { unit }
        });
        let role = assignee.role().map(|role| self.text(&role));
        match (role, department) {
            (Some(role), Some(unit)) => tell!(self, RULE_IN, role, unit),
            (one, other) => one.or(other).unwrap_or_default(),
        }
    }

    fn cell(&self, cell: &Cell) -> String {
        let locale = self.locale;
        let input = self.labels.input(&cell.input, locale);
        match &cell.test {
            CellTest::OneOf(words) => {
                let words = self.either(cell.input, words);
                tell!(self, RULE_INPUT_WORDS, input, words)
            }
            CellTest::Under(word) => {
                let word = self.input_word(cell.input, word);
                tell!(self, RULE_WHAT_UNDER, input, word)
            }
            CellTest::NotKnown => self.not_known(cell.input),
            CellTest::Nothing => tell!(self, FINDING_NO, input),
        }
    }
}
