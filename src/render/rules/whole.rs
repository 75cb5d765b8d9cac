//! The whole of a policy, section by section.

use alloc::string::String;
use alloc::vec::Vec;

use crate::policy::Policy;
use crate::render::phrase::tell;
use crate::render::renderer::Renderer;
use crate::render::rules::entry::{PolicyEntry, PolicySection, PolicyText};
use crate::vocab::{Locale, Word};

impl Renderer<'_> {
    /// Writes a whole policy, for people who do not read TOML: its calendars and words, how complaints are rated, who
    /// gets them, every clock with all its limits, the course of a case, approvals, forms and reports.
    ///
    /// Most settings that are left at their default are not written.
    ///
    /// ```
    /// use redress::{render::Renderer, sample, vocab::Locale};
    ///
    /// let policy = sample::policy()?;
    /// let text = Renderer::of(&policy, Locale::En).policy(&policy).to_string();
    /// assert!(text.contains("due: 2 working days, by close of business"), "{text}");
    /// assert!(text.contains("Good Friday"), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn policy(&self, policy: &Policy) -> PolicyText {
        let (name, version) = (policy.name(), policy.version());
        let heading = tell!(
            self.locale,
            "Policy {name}, version {version}",
            "制度 {name}，版本 {version}",
            "制度 {name}，版本 {version}"
        );
        let optional = |entries: Option<Vec<PolicyEntry>>| entries.unwrap_or_default();
        let must_ask = policy.must_ask().iter().map(|fact| self.text(fact).into());
        let sections = [
            (["Calendars", "日历", "日曆"], self.calendars(policy)),
            (["Words", "用语", "用語"], self.declared_words(policy)),
            (["Facts that must be asked", "必须询问的事实", "必須詢問的事實"], must_ask.collect()),
            (
                ["Severity", "严重程度", "嚴重程度"],
                optional(policy.severity().map(|rules| self.severity_rules(rules))),
            ),
            (
                ["Importance", "主次程度", "主次程度"],
                optional(policy.importance().map(|rating| self.rating(rating))),
            ),
            (["Urgency", "迫切性", "迫切性"], optional(policy.urgency().map(|rating| self.rating(rating)))),
            (
                ["Claim kind", "诉求类别", "訴求類別"],
                optional(policy.claim_kind().map(|rating| self.rating(rating))),
            ),
            (["Marks", "标记", "標記"], policy.marks().iter().map(|rule| self.mark_rule(rule)).collect()),
            (
                ["Words that need a reason", "用语的使用条件", "用語的使用條件"],
                policy.requirements().iter().map(|rule| self.requirement(rule)).collect(),
            ),
            (["Who gets what", "责任分派", "責任分派"], self.routing_rules(policy.routing())),
            (
                ["Forced closure", "强制结案", "強制結案"],
                policy.forced_closure().map(|test| self.forced_closure(test)).into_iter().collect(),
            ),
            (["Clocks", "时限", "時限"], policy.clocks().iter().map(|rule| self.clock_rule(rule)).collect()),
            (["Course of a case", "办理流程", "辦理流程"], self.track_rules(policy.track())),
            (["Conduct", "沟通方式", "溝通方式"], self.conduct_rules(*policy.conduct())),
            (["People", "人员回避", "人員迴避"], self.people_rules(policy.people())),
            (["Approvals", "审批", "簽核"], self.approval_rules(policy.approvals())),
            (["Forms", "表单", "表單"], policy.forms().iter().map(|form| self.form_rule(form)).collect()),
            (
                ["Reports", "报表", "報表"],
                policy.reports().iter().map(|rule| self.report_rule(rule)).collect(),
            ),
        ];
        let sections = sections.into_iter().filter(|(_, entries)| !entries.is_empty());
        let sections = sections.map(|([english, simplified, traditional], entries)| PolicySection {
            title: String::from(match self.locale {
                Locale::En => english,
                Locale::ZhHans => simplified,
                Locale::ZhHant => traditional,
            }),
            entries,
        });
        PolicyText { heading, sections: sections.collect() }
    }

    /// Writes the labels of words, one after the other.
    pub(super) fn names<W: Word>(&self, words: &[W]) -> String {
        words.iter().map(|word| self.label(word)).collect::<Vec<_>>().join(self.comma())
    }
}
