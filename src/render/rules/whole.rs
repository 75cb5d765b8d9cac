//! The whole of a policy, section by section.

use alloc::string::String;
use alloc::vec::Vec;

use crate::policy::Policy;
use crate::render::phrase::tell;
use crate::render::renderer::Renderer;
use crate::render::rules::entry::{PolicyEntry, PolicySection, PolicyText};
use crate::vocab::{Locale, Word};

impl Renderer<'_> {
    /// Writes all that a policy says, for people who read no TOML: its calendars and words, how complaints are rated, who
    /// gets them, every clock with all its limits, the course of a case, approvals, forms and reports.
    ///
    /// What the policy leaves at its default is mostly not told.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// use redress::deadline::rule::Warning;
    /// use redress::deadline::{Clock, End, Term};
    /// use redress::policy::{ClockRule, Policy, Routing};
    /// use redress::render::Renderer;
    /// use redress::vocab::{Anchor, ClockName, Locale, Role};
    ///
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("office", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED).with_warning(Warning::Share(80));
    /// let rule = ClockRule::new(clock, Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS))
    ///     .with_escalation(Term::working_days(1), Role::MANAGER);
    /// let policy = Policy::builder("desk")
    ///     .version("1")
    ///     .calendar(calendar)
    ///     .routing(Routing::none())
    ///     .clock(rule)
    ///     .build()?;
    /// let text = Renderer::of(&policy, Locale::En).policy(&policy).to_string();
    /// assert!(text.contains("due: 2 working days, by close of business"), "{text}");
    /// assert!(text.contains("warns: when 80 % of the time is used up"), "{text}");
    /// assert!(text.contains("a miss is reported to manager: counted from the due date, 1 working day"), "{text}");
    /// # Ok(()) }
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
                ["Forced closure", "强制闭环", "強制閉環"],
                policy.forced_closure().map(|test| self.forced_closure(test)).into_iter().collect(),
            ),
            (["Clocks", "时限", "時限"], policy.clocks().iter().map(|rule| self.clock_rule(rule)).collect()),
            (["Course of a case", "办理流程", "辦理流程"], self.track_rules(policy.track())),
            (["Conduct", "沟通方式", "溝通方式"], self.conduct_rules(*policy.conduct())),
            (["People", "人员回避", "人員迴避"], self.people_rules(policy.people())),
            (["Approvals", "审批", "審批"], self.approval_rules(policy.approvals())),
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

    /// Labels of words, one behind the other.
    pub(super) fn names<W: Word>(&self, words: &[W]) -> String {
        words.iter().map(|word| self.label(word)).collect::<Vec<_>>().join(self.comma())
    }
}
