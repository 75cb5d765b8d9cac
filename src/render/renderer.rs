//! The account of a triage as text.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::{Calendar, CalendarError};
use crate::deadline::choice::{Bound, MissingTarget};
use crate::deadline::explanation::TraceStep;
use crate::deadline::{DeadlineError, Due, Trace};
use crate::labels::Labels;
use crate::policy::Policy;
use crate::render::phrase::{count, due, moment, tell};
use crate::triage::Explanation;
use crate::triage::account::{ClockAccount, LocalAccount, LocalChoice, MissingDueDate, OwnerAccount};
use crate::vocab::{Locale, Word};

/// Writes answers as text for people, in one language, with the labels of an organisation.
///
/// The text is for people only. No part of the crate reads it, and it may improve in any version. A program should read
/// the answer itself, such as an [`Explanation`].
///
/// ```
/// use redress::render::Renderer;
/// use redress::sample;
/// use redress::triage::{History, triage};
/// use redress::vocab::Locale;
///
/// let policy = sample::policy()?;
/// let account = triage(&policy, &sample::complaint()?, &History::none())?.explain();
/// let (english, chinese) = (Renderer::of(&policy, Locale::En), Renderer::of(&policy, Locale::ZhHans));
/// assert_eq!(english.short(&account), "general, the default: no rule holds; 2 working days");
/// assert_eq!(chinese.short(&account), "一般（缺省，无规则成立）；2 个工作日");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Renderer<'a> {
    pub(super) labels: &'a Labels,
    pub(super) locale: Locale,
}

impl<'a> Renderer<'a> {
    /// Makes a renderer with a language and your own labels.
    #[must_use]
    pub const fn new(labels: &'a Labels, locale: Locale) -> Self {
        Self { labels, locale }
    }

    /// Makes a renderer with a language and the labels of a policy.
    #[must_use]
    pub fn of(policy: &'a Policy, locale: Locale) -> Self {
        Self { labels: policy.labels(), locale }
    }

    /// Writes the steps to a due date, one for each line. The trace of a running clock includes its pauses and
    /// extensions.
    ///
    /// ```
    /// use redress::render::Renderer;
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{ClockName, Locale};
    ///
    /// let policy = sample::policy()?;
    /// let account = triage(&policy, &sample::complaint()?, &History::none())?.explain();
    /// let text = Renderer::of(&policy, Locale::En).trace(&account.clocks()[0].trace());
    /// assert!(text.contains("Good Friday"), "{text}");
    /// assert!(text.ends_with("due Wed 2026-04-08 17:00"), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn trace(&self, trace: &Trace) -> String {
        let lines = trace.steps().iter().filter_map(|step| {
            let TraceStep::Due { at, bound, local } = step else { return self.step(step, false) };
            let due = due(self.locale, *at, *bound, *local);
            Some(tell!(self.locale, "due {due}", "到期 {due}", "到期 {due}"))
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Writes an instant in the local time of a calendar.
    ///
    /// ```
    /// use redress::render::Renderer;
    /// use redress::sample;
    /// use redress::vocab::Locale;
    ///
    /// let (calendar, policy) = (sample::calendar()?, sample::policy()?);
    /// let at = "2026-04-02T08:00:00Z".parse()?;
    /// assert_eq!(Renderer::of(&policy, Locale::En).instant(&calendar, at), "Thu 2026-04-02 10:00");
    /// assert_eq!(Renderer::of(&policy, Locale::ZhHant).instant(&calendar, at), "2026-04-02（週四）10:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn instant(&self, calendar: &Calendar, at: DateTime<Utc>) -> String {
        moment(self.locale, at, calendar.local(at).ok())
    }

    /// Writes a due date in the local time of a calendar. A midnight that is already too late is written as 24:00 of
    /// the day before.
    ///
    /// ```
    /// use redress::{render::Renderer, sample, vocab::{ClockName, Locale}};
    /// use redress::triage::{History, triage};
    ///
    /// let (calendar, policy) = (sample::calendar()?, sample::policy()?);
    /// let answer = triage(&policy, &sample::complaint()?, &History::none())?.due(ClockName::RESPONSE);
    /// let due = answer.ok_or("no due date")?;
    /// assert_eq!(Renderer::of(&policy, Locale::En).due(&calendar, due), "Wed 2026-04-08 17:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn due(&self, calendar: &Calendar, at: Due) -> String {
        due(self.locale, at.at(), at.bound(), calendar.wall_clock(at.at(), at.bound() == Bound::Exclusive))
    }
}

impl Renderer<'_> {
    /// Writes the whole account of a triage, over several lines.
    ///
    /// ```
    /// use redress::render::Renderer;
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::Locale;
    ///
    /// let policy = sample::policy()?;
    /// let account = triage(&policy, &sample::complaint()?, &History::none())?.explain();
    /// let text = Renderer::of(&policy, Locale::En).explanation(&account);
    /// assert!(text.starts_with("Complaint A-17 — policy shop (1)\n"), "{text}");
    /// assert!(text.contains("\nOwner: quality department"), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn explanation(&self, account: &Explanation) -> String {
        let (policy, version) = account.policy();
        let mut lines = Vec::from([tell!(
            self.locale,
            "Complaint {id} — policy {policy} ({version})",
            "投诉 {id} — 制度 {policy}（{version}）",
            "投訴 {id} — 制度 {policy}（{version}）",
            id = account.complaint
        )]);
        lines.extend(account.local_times().iter().map(|read| self.local_time(read)));
        lines.extend(self.findings(account));
        lines.push(tell!(
            self.locale,
            "Owner: {owner}",
            "负责方：{owner}",
            "負責方：{owner}",
            owner = self.owner(&account.owner)
        ));
        lines.extend(self.routes(account));
        let mut calendar = None;
        for clock in &account.clocks {
            lines.push(self.clock(clock));
            // The calendar is written once, and again only when another one follows.
            lines.extend(self.steps(clock, calendar).map(|step| format!("  - {step}")));
            lines.extend(self.periods(clock).map(|periods| format!("  - {periods}")));
            let asked = clock.trace.steps().iter().find(|step| matches!(step, TraceStep::Calendar { .. }));
            calendar = asked.or(calendar);
        }
        if account.repeats > 0 {
            lines.push(tell!(
                self.locale,
                "Earlier complaints of the same customer: {n}",
                "同一客户此前的投诉：{n} 件",
                "同一客戶此前的投訴：{n} 件",
                n = account.repeats
            ));
        }
        lines.join("\n")
    }

    /// Writes how a local time was read that the clock of the zone does not show exactly once.
    fn local_time(&self, read: &LocalAccount) -> String {
        let event = read.event();
        let event = self.label(&event);
        let local = read.local().format("%Y-%m-%d %H:%M:%S");
        match read.reading() {
            LocalChoice::AfterGap => tell!(
                self.locale,
                "{event}: the clock skips {local}, read as the first instant after it",
                "{event}：时钟跳过 {local}，按其后的第一刻计",
                "{event}：時鐘跳過 {local}，按其後的第一刻計",
            ),
            LocalChoice::Earlier => tell!(
                self.locale,
                "{event}: the clock shows {local} twice, read as the first time",
                "{event}：时钟两次显示 {local}，按第一次计",
                "{event}：時鐘兩次顯示 {local}，按第一次計",
            ),
            LocalChoice::Later => tell!(
                self.locale,
                "{event}: the clock shows {local} twice, read as the second time",
                "{event}：时钟两次显示 {local}，按第二次计",
                "{event}：時鐘兩次顯示 {local}，按第二次計",
            ),
        }
    }

    /// Writes the severity and what moved the due date of the first clock, on one line for a table. The example of
    /// [`Renderer`] shows it.
    #[must_use]
    pub fn short(&self, account: &Explanation) -> String {
        if let OwnerAccount::NotDispatched { .. } = account.owner {
            return self.owner(&account.owner);
        }
        let severity = account.severity.as_ref().map(|severity| self.severity_in_short(severity));
        let clock = account.clocks.first().map(|clock| match &clock.without {
            Some(without) => self.without(without),
            None => self.key_steps(clock).collect::<Vec<_>>().join(self.semicolon()),
        });
        severity.into_iter().chain(clock).collect::<Vec<_>>().join(self.semicolon())
    }

    /// Writes the headline of a clock: its name, when it is due, and by which target.
    fn clock(&self, clock: &ClockAccount) -> String {
        let department = clock.department.as_ref().map_or(String::new(), |department| {
            let department = self.label(department);
            tell!(self.locale, " ({department})", "（{department}）", "（{department}）")
        });
        let answer = match (&clock.without, clock.trace.steps().last()) {
            (Some(without), _) => self.without(without),
            (None, Some(TraceStep::Due { at, bound, local })) => {
                let due = due(self.locale, *at, *bound, *local);
                tell!(self.locale, "due {due}", "到期 {due}", "到期 {due}")
            }
            (None, _) => String::new(),
        };
        let target = clock.target.as_ref().map_or(String::new(), |target| {
            tell!(
                self.locale,
                ", by target `{id}`{citation}",
                "，依时限 `{id}`{citation}",
                "，依時限 `{id}`{citation}",
                id = target.id,
                citation = cited(&target.citation),
            )
        });
        tell!(
            self.locale,
            "{name}{department}: {answer}{target}{citation}",
            "{name}{department}：{answer}{target}{citation}",
            "{name}{department}：{answer}{target}{citation}",
            name = self.label(&clock.clock),
            citation = cited(&clock.citation),
        )
    }

    fn without(&self, without: &MissingDueDate) -> String {
        match without {
            MissingDueDate::NotStarted { anchor } => tell!(
                self.locale,
                "waits for: {event}",
                "等待：{event}",
                "等待：{event}",
                event = self.label(anchor)
            ),
            MissingDueDate::Exempt { citation } => tell!(
                self.locale,
                "does not run, closed by force{citation}",
                "不计时，强制结案{citation}",
                "不計時，強制結案{citation}",
                citation = cited(citation)
            ),
            MissingDueDate::Undetermined { reason } => tell!(
                self.locale,
                "undetermined: {reason}",
                "无法确定：{reason}",
                "無法確定：{reason}",
                reason = self.error(reason)
            ),
        }
    }

    pub(super) fn error(&self, error: &DeadlineError) -> String {
        match error {
            DeadlineError::Calendar(CalendarError::NotKnown { calendar, asked, first, last }) => tell!(
                self.locale,
                "calendar {calendar} is not known on {asked}, only from {first} to {last}",
                "日历“{calendar}”不含 {asked}，仅含 {first} 至 {last}",
                "日曆「{calendar}」不含 {asked}，僅含 {first} 至 {last}",
            ),
            DeadlineError::Calendar(CalendarError::AfterLastYear { calendar }) => tell!(
                self.locale,
                "calendar {calendar}: the answer lies after the year 9999",
                "日历“{calendar}”：结果晚于公元 9999 年，任何日历都不包含",
                "日曆「{calendar}」：結果晚於西元 9999 年，任何日曆都不包含",
            ),
            DeadlineError::Calendar(CalendarError::BeforeFirstYear { calendar }) => tell!(
                self.locale,
                "calendar {calendar}: the answer lies before the year 1",
                "日历“{calendar}”：结果早于公元 1 年，任何日历都不包含",
                "日曆「{calendar}」：結果早於西元 1 年，任何日曆都不包含",
            ),
            DeadlineError::Calendar(CalendarError::SkippedTime { calendar, local }) => tell!(
                self.locale,
                "the clock of calendar {calendar} skips {local}",
                "日历“{calendar}”的时钟跳过了 {local}",
                "日曆「{calendar}」的時鐘跳過了 {local}",
                local = local.format("%Y-%m-%d %H:%M:%S")
            ),
            DeadlineError::Calendar(CalendarError::RepeatedTime { calendar, local }) => tell!(
                self.locale,
                "the clock of calendar {calendar} shows {local} twice",
                "日历“{calendar}”的时钟两次显示 {local}",
                "日曆「{calendar}」的時鐘兩次顯示 {local}",
                local = local.format("%Y-%m-%d %H:%M:%S")
            ),
            DeadlineError::Calendar(CalendarError::NoBusinessHours { calendar, date }) => tell!(
                self.locale,
                "calendar {calendar} has no business hours on {date}",
                "日历“{calendar}”在 {date} 没有工作时间",
                "日曆「{calendar}」在 {date} 沒有工作時間",
            ),
            DeadlineError::SeverityNotKnown => tell!(
                self.locale,
                "the severity is not known, and its levels have different limits",
                "严重程度尚不清楚，而各级时限不同",
                "嚴重程度尚不清楚，而各級時限不同"
            ),
            DeadlineError::NotAnswered { fact } => tell!(
                self.locale,
                "it runs only if there is {fact}, which is not known yet",
                "仅在有{fact}时计时，待询问",
                "僅在有{fact}時計時，待詢問",
                fact = self.label(fact)
            ),
            DeadlineError::NoTarget { wanted } => tell!(
                self.locale,
                "the policy has no time limit for {wanted}",
                "未设定时限：{wanted}",
                "未設定時限：{wanted}",
                wanted = match wanted {
                    MissingTarget::Category(category) => self.label(category).to_string(),
                    MissingTarget::Parameter(name) => name.clone(),
                    MissingTarget::AnyCategory => tell!(
                        self.locale,
                        "a complaint without a category",
                        "没有类别的投诉",
                        "沒有類別的投訴"
                    ),
                }
            ),
            DeadlineError::OutOfRange { count: amount } => tell!(
                self.locale,
                "{amount} leads beyond the year 9999",
                "{amount}超出公元 9999 年",
                "{amount}超出西元 9999 年",
                amount = count(self.locale, *amount)
            ),
            DeadlineError::TooManyPeriods { most } => tell!(
                self.locale,
                "the duty repeats more than {most} times",
                "同一周期性义务已超过 {most} 期",
                "同一週期性義務已超過 {most} 期"
            ),
            // The rest are faults of the policy. They are for its author, in the words of the error.
            error @ (DeadlineError::Fault(_)
            | DeadlineError::UnitMismatch { .. }
            | DeadlineError::NoAnchor { .. }
            | DeadlineError::OtherPolicy {}
            | DeadlineError::NoPartApplies { .. }) => error.to_string(),
        }
    }

    pub(super) fn label<'l, W: Word>(&'l self, word: &'l W) -> &'l str {
        self.labels.label(word, self.locale)
    }

    pub(super) fn semicolon(&self) -> &'static str {
        if self.locale == Locale::En { "; " } else { "；" }
    }
}

/// Writes a citation behind a rule. Empty for a rule without one.
pub(super) fn cited(citation: &str) -> String {
    if citation.is_empty() { String::new() } else { format!(" [{citation}]") }
}
