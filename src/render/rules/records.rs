//! Forms and reports, in words.

use alloc::string::String;
use alloc::vec::Vec;

use crate::policy::record::{Cadence, Form, ReportRule};
use crate::render::phrase::tell;
use crate::render::renderer::Renderer;
use crate::render::rules::entry::PolicyEntry;
use crate::vocab::{Department, Role};

impl Renderer<'_> {
    pub(super) fn form_rule(&self, form: &Form) -> PolicyEntry {
        let record = form.record();
        let mut lines = Vec::new();
        let required: Vec<String> = form
            .required()
            .iter()
            .map(|asked| asked.fields().iter().map(|field| self.text(field)).collect::<Vec<_>>().join(" / "))
            .collect();
        if !required.is_empty() {
            let fields = required.join(self.comma());
            lines.push(tell!(self, RULE_MUST_HAVE, fields).into());
        }
        if !form.optional().is_empty() {
            let fields = self.names(form.optional());
            lines.push(tell!(self, RULE_MAY_HAVE, fields).into());
        }
        if form.is_open_ended() {
            lines.push(tell!(self, RULE_TAKES_OTHER_FIELDS).into());
        }
        lines.extend(
            self.holders(form.roles(), form.departments())
                .map(|by| PolicyEntry::new(tell!(self, RULE_FILLED, by))),
        );
        lines.extend(form.answers_where().map(|when| {
            let when = self.condition(when);
            PolicyEntry::new(tell!(self, RULE_COMPLAINTS_ANSWERED_IF, when))
        }));
        PolicyEntry::new(self.text(&record)).cited(form.citation()).with(lines)
    }

    pub(super) fn report_rule(&self, rule: &ReportRule) -> PolicyEntry {
        let report = rule.report();
        let report = self.text(&report);
        let often = match rule.cadence() {
            Cadence::PerCase => tell!(self, RULE_EACH_CASE),
            Cadence::PerMeasure => {
                tell!(self, RULE_EACH_MEASURE_AGAINST)
            }
            Cadence::OnRequest => tell!(self, RULE_WHEN_SOMEBODY_ASKS),
            Cadence::Days(1) => tell!(self, RULE_EVERY_DAY),
            Cadence::Days(n) => tell!(self, RULE_EVERY_DAYS, n),
            Cadence::Weeks(1) => tell!(self, RULE_EVERY_WEEK),
            Cadence::Weeks(n) => tell!(self, RULE_EVERY_WEEKS, n),
            Cadence::Months(1) => tell!(self, RULE_EVERY_MONTH),
            Cadence::Months(n) => tell!(self, RULE_EVERY_MONTHS, n),
            Cadence::NotSet(parameter) => tell!(self, RULE_REGULARLY_HOW_OFTEN, parameter),
        };
        let from = rule.from_day().map_or(String::new(), |day| tell!(self, RULE_COUNTED_FROM_DAY, day));
        let whom = self
            .holders(rule.roles(), rule.departments())
            .map_or(String::new(), |whom| tell!(self, RULE_FOR, whom));
        PolicyEntry::new(tell!(self, RULE_REPORT, report, often, from, whom)).cited(rule.citation())
    }

    fn holders(&self, roles: &[Role], departments: &[Department]) -> Option<String> {
        let roles = roles.iter().map(|role| self.label(role));
        let all: Vec<&str> = roles.chain(departments.iter().map(|unit| self.label(unit))).collect();
        (!all.is_empty()).then(|| all.join(self.comma()))
    }
}
