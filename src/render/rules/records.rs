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
        let locale = self.locale;
        let record = form.record();
        let mut lines = Vec::new();
        let required: Vec<String> = form
            .required()
            .iter()
            .map(|asked| asked.fields().iter().map(|field| self.text(field)).collect::<Vec<_>>().join(" / "))
            .collect();
        if !required.is_empty() {
            let fields = required.join(self.comma());
            lines.push(tell!(locale, "must have: {fields}", "必填：{fields}", "必填：{fields}").into());
        }
        if !form.optional().is_empty() {
            let fields = self.names(form.optional());
            lines.push(tell!(locale, "may have: {fields}", "选填：{fields}", "選填：{fields}").into());
        }
        if form.is_open_ended() {
            lines.push(tell!(locale, "takes other fields too", "可另加其他字段", "可另加其他欄位").into());
        }
        lines.extend(
            self.holders(form.roles(), form.departments()).map(|by| {
                PolicyEntry::new(tell!(locale, "filled in by: {by}", "填写人：{by}", "填寫人：{by}"))
            }),
        );
        lines.extend(form.answers_where().map(|when| {
            let when = self.condition(when);
            PolicyEntry::new(tell!(
                locale,
                "complaints are answered on it if: {when}",
                "用于答复：{when}",
                "用於答覆：{when}"
            ))
        }));
        PolicyEntry::new(self.text(&record)).cited(form.citation()).with(lines)
    }

    pub(super) fn report_rule(&self, rule: &ReportRule) -> PolicyEntry {
        let locale = self.locale;
        let report = rule.report();
        let report = self.text(&report);
        let often = match rule.cadence() {
            Cadence::PerCase => tell!(locale, "for each case", "每案一份", "每案一份"),
            Cadence::PerMeasure => {
                tell!(locale, "for each measure against a cause", "每项改进措施一份", "每項改進措施一份")
            }
            Cadence::OnRequest => tell!(locale, "when somebody asks", "按需", "按需"),
            Cadence::Days(1) => tell!(locale, "every day", "每天", "每天"),
            Cadence::Days(n) => tell!(locale, "every {n} days", "每 {n} 天", "每 {n} 天"),
            Cadence::Weeks(1) => tell!(locale, "every week", "每周", "每週"),
            Cadence::Weeks(n) => tell!(locale, "every {n} weeks", "每 {n} 周", "每 {n} 週"),
            Cadence::Months(1) => tell!(locale, "every month", "每月", "每月"),
            Cadence::Months(n) => tell!(locale, "every {n} months", "每 {n} 个月", "每 {n} 個月"),
            Cadence::NotSet(parameter) => tell!(
                locale,
                "regularly; how often is not set: {parameter}",
                "定期，周期尚未设定（{parameter}）",
                "定期，週期尚未設定（{parameter}）"
            ),
        };
        let from = rule.from_day().map_or(String::new(), |day| {
            tell!(locale, ", counted from {day}", "，自 {day} 起算", "，自 {day} 起算")
        });
        let whom = self
            .holders(rule.roles(), rule.departments())
            .map_or(String::new(), |whom| tell!(locale, ", for {whom}", "，报送{whom}", "，報送{whom}"));
        PolicyEntry::new(tell!(
            locale,
            "{report}: {often}{from}{whom}",
            "{report}：{often}{from}{whom}",
            "{report}：{often}{from}{whom}"
        ))
        .cited(rule.citation())
    }

    fn holders(&self, roles: &[Role], departments: &[Department]) -> Option<String> {
        let roles = roles.iter().map(|role| self.label(role));
        let all: Vec<&str> = roles.chain(departments.iter().map(|unit| self.label(unit))).collect();
        (!all.is_empty()).then(|| all.join(self.comma()))
    }
}
