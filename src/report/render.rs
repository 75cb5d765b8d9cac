//! The account of a triage as text.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::CalendarError;
use crate::deadline::{ClosedDays, DeadlineError, Moved, Step, Wanted};
use crate::labels::Labels;
use crate::report::phrase::{count, day, day_and_time, due, moment, say};
use crate::triage::{ClockAccount, Explanation, OwnerAccount, Without};
use crate::vocab::{Locale, Word};

/// How much of an account is rendered.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a line, or all of it")]
pub enum Detail {
    /// Everything, line by line.
    #[default]
    Full,
    /// What moved the first clock's due date, in one line for a table.
    Short,
}

/// Renders an account in a language, by the labels of an organisation.
///
/// The text is for people: nothing in the crate reads it, and it may improve in any version. What programs
/// read is the [`Explanation`] itself.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// # use redress::profiles::{Nev, NoticePeriod};
/// # use redress::triage::{Complaint, History, triage};
/// # use redress::vocab::{Category, Department, Locale};
/// use redress::report::{Detail, render};
///
/// # let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
/// # let calendar = Calendar::builder("cn", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:30")]))
/// #     .build()?;
/// # let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
/// # let policy = Nev::new(calendar, owners, NoticePeriod::Days(7)).build()?;
/// # let complaint = Complaint::new("NEV-1".parse()?, "2025-03-14T10:00:00+08:00".parse()?)
/// #     .with_category(Category::SPARE_PARTS);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// assert_eq!(
///     render(&account, policy.labels(), Locale::En, Detail::Short),
///     "1 calendar day; Sat 2025-03-15 is closed, rolled to Mon 2025-03-17",
/// );
/// assert_eq!(
///     render(&account, policy.labels(), Locale::ZhHans, Detail::Short),
///     "1 个自然日；2025-03-15（周六）非工作日，顺延至 2025-03-17（周一）",
/// );
/// # Ok(()) }
/// ```
#[must_use]
pub fn render(account: &Explanation, labels: &Labels, locale: Locale, detail: Detail) -> String {
    let renderer = Renderer { labels, locale };
    match detail {
        Detail::Full => renderer.full(account),
        Detail::Short => renderer.short(account),
    }
}

struct Renderer<'a> {
    labels: &'a Labels,
    locale: Locale,
}

impl Renderer<'_> {
    fn full(&self, account: &Explanation) -> String {
        let mut lines = Vec::new();
        let (policy, version) = account.policy();
        lines.push(format!(
            "{} {} — {} {policy} ({version})",
            self.say("Complaint", "投诉", "投訴"),
            account.complaint,
            self.say("policy", "制度", "制度"),
        ));
        lines.push(format!("{}: {}", self.say("Owner", "负责部门", "負責部門"), self.owner(&account.owner)));
        for clock in &account.clocks {
            self.clock(clock, &mut lines);
        }
        if account.repeats > 0 {
            lines.push(match self.locale {
                Locale::En => format!("Earlier complaints of the same customer: {}", account.repeats),
                Locale::ZhHans => format!("同一客户此前的投诉：{} 件", account.repeats),
                Locale::ZhHant => format!("同一客戶此前的投訴：{} 件", account.repeats),
            });
        }
        lines.join("\n")
    }

    fn short(&self, account: &Explanation) -> String {
        if let OwnerAccount::NotDispatched { .. } = account.owner {
            return self.owner(&account.owner);
        }
        let Some(clock) = account.clocks.first() else { return String::new() };
        if let Some(without) = &clock.without {
            return self.without(without);
        }
        let said = clock.trace.steps().iter().filter_map(|step| self.short_step(step)).collect::<Vec<_>>();
        said.join(self.say("; ", "；", "；"))
    }

    fn owner(&self, owner: &OwnerAccount) -> String {
        match owner {
            OwnerAccount::Department { department, row, category, citation } => format!(
                "{} — {} `{row}`, {}{}",
                self.label(department),
                self.say("row", "规则", "規則"),
                self.label(category),
                cited(citation),
            ),
            OwnerAccount::Unrouted { category: Some(category) } => format!(
                "{} {}",
                self.say("nobody: no row for", "无：没有适用的规则，类别", "無：沒有適用的規則，類別"),
                self.label(category),
            ),
            OwnerAccount::Unrouted { category: None } => self
                .say("nobody: the complaint has no category", "无：投诉没有类别", "無：投訴沒有類別")
                .to_string(),
            OwnerAccount::NotDispatched { facts, citation } => {
                let facts: Vec<&str> = facts.iter().map(|fact| self.label(fact)).collect();
                format!(
                    "{}: {}{}",
                    self.say("nobody, closed by force", "不派发，强制闭环", "不派發，強制閉環",),
                    facts.join(self.say(", ", "，", "，")),
                    cited(citation),
                )
            }
        }
    }

    fn clock(&self, clock: &ClockAccount, lines: &mut Vec<String>) {
        let mut title = self.label(&clock.clock).to_string();
        if let Some(department) = &clock.department {
            title.push_str(&format!(" ({})", self.label(department)));
        }
        if let Some(without) = &clock.without {
            lines.push(format!("{title}: {}{}", self.without(without), cited(&clock.citation)));
            return;
        }
        let end = clock.trace.steps().iter().rev().find_map(|step| match step {
            Step::Due { at, bound, local } => Some(due(self.locale, *at, *bound, *local)),
            _ => None,
        });
        let target = clock.target.as_ref().map_or(String::new(), |target| {
            format!(", {} `{}`{}", self.say("target", "时限", "時限"), target.id, cited(&target.citation))
        });
        lines.push(format!("{title}: {}{target}{}", end.unwrap_or_default(), cited(&clock.citation),));
        if let Some(other) = &clock.due_of {
            lines.push(format!(
                "  - {} {}",
                self.say("runs from the due date of", "起算于到期日：", "起算於到期日："),
                self.label(other),
            ));
        }
        lines.extend(
            clock.trace.steps().iter().filter_map(|step| Some(format!("  - {}", self.step(step, clock)?))),
        );
    }

    fn without(&self, without: &Without) -> String {
        match without {
            Without::NotStarted { anchor } => {
                format!("{} {}", self.say("waits for", "等待：", "等待："), self.label(anchor))
            }
            Without::Exempt { citation } => format!(
                "{}{}",
                self.say("does not run, closed by force", "不计时，强制闭环", "不計時，強制閉環"),
                cited(citation),
            ),
            Without::Undetermined { reason } => {
                format!("{}: {}", self.say("undetermined", "无法确定", "無法確定"), self.error(reason))
            }
        }
    }

    fn error(&self, error: &DeadlineError) -> String {
        let (calendar, date, known) = match error {
            DeadlineError::Calendar(CalendarError::NotKnown { calendar, asked, first, last }) => {
                (calendar, asked, Some((first, last)))
            }
            DeadlineError::Calendar(CalendarError::NoBusinessHours { calendar, date }) => {
                (calendar, date, None)
            }
            DeadlineError::NoTarget { wanted } => {
                let wanted = match wanted {
                    Wanted::Category(category) => self.label(category).to_string(),
                    Wanted::AnyCategory => self
                        .say("a complaint without a category", "没有类别的投诉", "沒有類別的投訴")
                        .to_string(),
                    Wanted::Parameter(name) => name.clone(),
                };
                return format!(
                    "{} {wanted}",
                    self.say("no target is set for", "未设定时限：", "未設定時限：")
                );
            }
            // What remains is a fault of the policy, for its author, in the words of the error.
            error => return error.to_string(),
        };
        match (self.locale, known) {
            (Locale::En, _) => error.to_string(),
            (Locale::ZhHans, Some((first, last))) => {
                format!("日历“{calendar}”不含 {date}，已知范围为 {first} 至 {last}")
            }
            (Locale::ZhHant, Some((first, last))) => {
                format!("日曆「{calendar}」不含 {date}，已知範圍為 {first} 至 {last}")
            }
            (Locale::ZhHans, None) => format!("日历“{calendar}”在 {date} 没有工作时间"),
            (Locale::ZhHant, None) => format!("日曆「{calendar}」在 {date} 沒有工作時間"),
        }
    }

    fn step(&self, step: &Step, clock: &ClockAccount) -> Option<String> {
        let locale = self.locale;
        Some(match step {
            Step::Calendar { name, revision, zone } => format!(
                "{} {name}, {} {revision}, {zone}",
                self.say("calendar", "日历", "日曆"),
                self.say("revision", "版本", "版本"),
            ),
            Step::Anchored { at, local } => {
                let event = if clock.due_of.is_some() {
                    self.say("starts", "起算", "起算")
                } else {
                    self.label(&clock.start)
                };
                format!("{event} {}", moment(locale, *at, *local))
            }
            Step::BeforeCutoff { cutoff } => match locale {
                Locale::En => format!("by the cut-off {cutoff}: counts for its day"),
                Locale::ZhHans => format!("不晚于截止时刻 {cutoff}，计入当天"),
                Locale::ZhHant => format!("不晚於截止時刻 {cutoff}，計入當天"),
            },
            Step::AfterCutoff { cutoff, to, .. } => match locale {
                Locale::En => format!("after the cut-off {cutoff}: counts for {}", day(locale, *to)),
                Locale::ZhHans => format!("晚于截止时刻 {cutoff}，计入 {}", day(locale, *to)),
                Locale::ZhHant => format!("晚於截止時刻 {cutoff}，計入 {}", day(locale, *to)),
            },
            Step::ClosedStart { from, to } => match locale {
                Locale::En => format!("{} is closed: counts for {}", day(locale, *from), day(locale, *to)),
                Locale::ZhHans => format!("{}非工作日，计入 {}", day(locale, *from), day(locale, *to)),
                Locale::ZhHant => format!("{}非工作日，計入 {}", day(locale, *from), day(locale, *to)),
            },
            Step::CountedDays { count: amount, day_one, from, to, closed } => format!(
                "{} {}{}: {}{}",
                count(locale, *amount),
                self.say("from ", "，自 ", "，自 "),
                day(locale, *from)
                    + if *day_one {
                        self.say(" (day one)", "（当日起算）", "（當日起算）")
                    } else {
                        ""
                    },
                day(locale, *to),
                self.closed(closed),
            ),
            Step::CountedSpan { count: amount, closed, .. } => {
                format!("{}{}", count(locale, *amount), self.closed(closed))
            }
            Step::Chosen { at } => {
                format!("{} {}", self.say("chosen", "约定", "約定"), moment(locale, *at, None))
            }
            Step::ReplacedTotal { count: amount, reason } => format!(
                "{} {} ({})",
                self.say("extended to", "延长至", "延長至"),
                count(locale, *amount),
                self.label(reason)
            ),
            Step::Added { count: amount, reason } => format!(
                "{} {} ({})",
                self.say("extended by", "再延长", "再延長"),
                count(locale, *amount),
                self.label(reason)
            ),
            Step::ExtendedUntil { date, reason, .. } => format!(
                "{} {} ({})",
                self.say("extended until", "延长到", "延長到"),
                day(locale, *date),
                self.label(reason)
            ),
            Step::Paused { from, until, moved } => format!(
                "{} {} – {}: {}",
                self.say("paused", "暂停", "暫停"),
                moment(locale, *from, None),
                moment(locale, *until, None),
                self.moved(*moved)
            ),
            Step::PausedTooLate { from, .. } => format!(
                "{} {}",
                self.say(
                    "past due already, so unmoved by the pause from",
                    "已逾期，暂停不影响：",
                    "已逾期，暫停不影響："
                ),
                moment(locale, *from, None)
            ),
            Step::Rolled { from, to, closed, .. } => {
                format!("{}{}", self.rolled(*from, *to), self.closed(closed))
            }
            Step::SkippedTime { local } => format!(
                "{} {}",
                day_and_time(locale, *local),
                self.say(
                    "is skipped by the clock: the first instant after",
                    "因调时不存在，取其后首个时刻",
                    "因調時不存在，取其後首個時刻"
                )
            ),
            Step::RepeatedTime { local, later } => format!(
                "{} {}",
                day_and_time(locale, *local),
                if *later {
                    self.say(
                        "occurs twice: the later",
                        "因调时出现两次，取较晚者",
                        "因調時出現兩次，取較晚者",
                    )
                } else {
                    self.say(
                        "occurs twice: the earlier",
                        "因调时出现两次，取较早者",
                        "因調時出現兩次，取較早者",
                    )
                }
            ),
            Step::Decided { part, of, earliest } => match (locale, earliest) {
                (Locale::En, true) => format!("the earliest of {of} alternatives is number {part}"),
                (Locale::En, false) => format!("the latest of {of} alternatives is number {part}"),
                (Locale::ZhHans, true) => format!("{of} 项中最早者为第 {part} 项"),
                (Locale::ZhHans, false) => format!("{of} 项中最晚者为第 {part} 项"),
                (Locale::ZhHant, true) => format!("{of} 項中最早者為第 {part} 項"),
                (Locale::ZhHant, false) => format!("{of} 項中最晚者為第 {part} 項"),
            },
            Step::LeftOut { part, anchor } => match locale {
                Locale::En => format!("alternative {part} is left out: waits for {}", self.label(anchor)),
                Locale::ZhHans => format!("第 {part} 项不适用，等待：{}", self.label(anchor)),
                Locale::ZhHant => format!("第 {part} 項不適用，等待：{}", self.label(anchor)),
            },
            Step::Due { .. } => return None,
        })
    }

    fn short_step(&self, step: &Step) -> Option<String> {
        let locale = self.locale;
        Some(match step {
            Step::AfterCutoff { cutoff, .. } => match locale {
                Locale::En => format!("after {cutoff}, next day"),
                Locale::ZhHans => format!("晚于 {cutoff}，计次日"),
                Locale::ZhHant => format!("晚於 {cutoff}，計次日"),
            },
            Step::CountedDays { count: amount, .. } | Step::CountedSpan { count: amount, .. } => {
                count(locale, *amount)
            }
            Step::Rolled { from, to, closed, .. } => {
                match closed.named().iter().find(|named| !named.is_working()) {
                    Some(named) => format!("{} ({})", self.rolled(*from, *to), named.name()),
                    None => self.rolled(*from, *to),
                }
            }
            _ => return None,
        })
    }

    fn rolled(&self, from: chrono::NaiveDate, to: chrono::NaiveDate) -> String {
        let (from, to) = (day(self.locale, from), day(self.locale, to));
        match self.locale {
            Locale::En => format!("{from} is closed, rolled to {to}"),
            Locale::ZhHans => format!("{from}非工作日，顺延至 {to}"),
            Locale::ZhHant => format!("{from}非工作日，順延至 {to}"),
        }
    }

    /// The days without work in between, the named ones by name.
    fn closed(&self, closed: &ClosedDays) -> String {
        let mut parts = Vec::new();
        let mut named = closed.named().iter().peekable();
        while let Some(first) = named.next() {
            let mut last = first;
            while let Some(next) = named.next_if(|next| {
                next.name() == first.name()
                    && next.is_working() == first.is_working()
                    && last.date().succ_opt() == Some(next.date())
            }) {
                last = next;
            }
            let dates = if last.date() == first.date() {
                first.date().to_string()
            } else {
                format!("{}…{}", first.date(), last.date())
            };
            let worked = if first.is_working() { self.say(", worked", "，上班", "，上班") } else { "" };
            parts.push(format!("{} {dates}{worked}", first.name()));
        }
        if closed.by_pattern() > 0 {
            parts.push(match self.locale {
                Locale::En => format!("closed weekdays: {}", closed.by_pattern()),
                Locale::ZhHans => format!("休息日 {} 天", closed.by_pattern()),
                Locale::ZhHant => format!("休息日 {} 天", closed.by_pattern()),
            });
        }
        if parts.is_empty() {
            String::new()
        } else {
            format!(" [{}]", parts.join(self.say("; ", "；", "；")))
        }
    }

    fn moved(&self, moved: Moved) -> String {
        let (amount, en, hans, hant) = match moved {
            Moved::Elapsed(seconds) => (seconds, "s", "秒", "秒"),
            Moved::Working(seconds) => (seconds, "s of working time", "秒工作时间", "秒工作時間"),
            Moved::CalendarDays(days) => (days, "calendar days", "个自然日", "個自然日"),
            Moved::WorkingDays(days) => (days, "working days", "个工作日", "個工作日"),
        };
        format!("+{amount} {}", self.say(en, hans, hant))
    }

    fn label<'l, W: Word>(&'l self, word: &'l W) -> &'l str {
        self.labels.label(word, self.locale)
    }

    const fn say<'s>(&self, en: &'s str, hans: &'s str, hant: &'s str) -> &'s str {
        say(self.locale, en, hans, hant)
    }
}

fn cited(citation: &str) -> String {
    if citation.is_empty() { String::new() } else { format!(" [{citation}]") }
}
