//! Where the clocks of a case stand, what is owed, and what comes next, as text.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::Calendar;
use crate::case::clock::{CaseClock, UpcomingKind};
use crate::case::command::DutyKey;
use crate::case::{Case, Outlook};
use crate::deadline::{ClockReading, ClockStatus};
use crate::policy::Policy;
use crate::render::phrase::{moment, tell};
use crate::render::renderer::Renderer;
use crate::vocab::{Locale, Role};

impl Renderer<'_> {
    /// Writes one line about the case, then one for each clock, each duty, and what comes next.
    pub(super) fn standing_lines(&self, case: &Case, policy: &Policy, now: DateTime<Utc>) -> Vec<String> {
        let locale = self.locale;
        let local = |at| moment(locale, at, policy.calendar().local(at).ok());
        let outlook = Outlook::of(case, policy, now);
        let standing = match outlook.standing(now) {
            Ok(Some(standing)) => {
                tell!(
                    locale,
                    ", {standing}",
                    "，{standing}",
                    "，{standing}",
                    standing = standing.label(locale)
                )
            }
            Ok(None) => String::new(),
            Err(error) => tell!(
                locale,
                ", undetermined: {reason}",
                "，无法确定：{reason}",
                "，無法確定：{reason}",
                reason = self.error(&error)
            ),
        };
        let mut lines = Vec::from([tell!(
            locale,
            "At {now}: {stage}{standing}",
            "截至 {now}：{stage}{standing}",
            "截至 {now}：{stage}{standing}",
            now = local(now),
            stage = case.stage().label(locale)
        )]);
        let clocks = case.clocks(policy, now);
        lines.extend(clocks.iter().map(|clock| self.case_clock(clock, policy, now)));
        lines.extend(outlook.owed(now).map(|owed| {
            tell!(
                locale,
                "  owed: {duty}{to}, since {since}",
                "  待办：{duty}{to}，自 {since}",
                "  待辦：{duty}{to}，自 {since}",
                duty = self.duty(owed.key),
                to = self.to(owed.to),
                since = local(owed.since)
            )
        }));
        lines.extend(outlook.next_change(now).map(|at| {
            // A change that is seen at a whole second happened within the second before.
            let moments = outlook.moments().iter().filter(|moment| now < moment.at && moment.at <= at);
            let mut kinds: Vec<String> = Vec::new();
            for moment in moments {
                let kind = self.moment_kind(moment.kind);
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
            let what = kinds.join(self.semicolon());
            tell!(
                locale,
                "  next: {at}, {what}",
                "  下一时点：{at}，{what}",
                "  下一時點：{at}，{what}",
                at = local(at)
            )
        }));
        lines
    }

    fn case_clock(&self, clock: &CaseClock<'_>, policy: &Policy, now: DateTime<Utc>) -> String {
        let locale = self.locale;
        let name = clock.name();
        let department = clock.department().map_or(String::new(), |department| {
            tell!(
                locale,
                " ({department})",
                "（{department}）",
                "（{department}）",
                department = self.label(&department)
            )
        });
        let turn = match clock.turn() {
            0 => String::new(),
            turn => {
                tell!(locale, ", run {n}", "，第 {n} 次", "，第 {n} 次", n = u64::from(turn) + 1)
            }
        };
        tell!(
            locale,
            "  {name}{department}{turn}: {status}",
            "  {name}{department}{turn}：{status}",
            "  {name}{department}{turn}：{status}",
            name = self.label(&name),
            status = self.status(&clock.reading(policy, now), clock.calendar(policy, now))
        )
    }

    /// Writes where a clock stands, in the local time of its own calendar.
    fn status(&self, reading: &ClockReading, calendar: &Calendar) -> String {
        let locale = self.locale;
        let local = |at| moment(locale, at, calendar.local(at).ok());
        let projected = reading.projected().map_or(String::new(), |due| {
            let due = self.due(calendar, due);
            tell!(
                locale,
                "; if it resumed now, it would be due {due}",
                "；若此刻恢复，到期 {due}",
                "；若此刻恢復，到期 {due}"
            )
        });
        let due = reading.due().map_or(String::new(), |due| {
            let due = self.due(calendar, due);
            tell!(locale, ", due {due}", "，到期 {due}", "，到期 {due}")
        });
        let status = match reading.status() {
            ClockStatus::NotStarted => tell!(locale, "not started", "尚未起算", "尚未起算"),
            ClockStatus::Running { .. } => tell!(locale, "running{due}", "计时中{due}", "計時中{due}"),
            ClockStatus::Paused { since, reason } => tell!(
                locale,
                "paused since {since} ({reason}){projected}",
                "自 {since} 暂停（{reason}）{projected}",
                "自 {since} 暫停（{reason}）{projected}",
                since = local(*since),
                reason = self.label(reason)
            ),
            ClockStatus::Met { at } => {
                tell!(locale, "met {at}{due}", "{at} 按期完成{due}", "{at} 按期完成{due}", at = local(*at))
            }
            ClockStatus::MetLate { at, .. } => {
                tell!(
                    locale,
                    "met late {at}{due}",
                    "{at} 逾期完成{due}",
                    "{at} 逾期完成{due}",
                    at = local(*at)
                )
            }
            ClockStatus::Breached { since } => tell!(
                locale,
                "breached since {since}",
                "自 {since} 超时",
                "自 {since} 逾時",
                since = local(*since)
            ),
            ClockStatus::Cancelled { reason } => {
                tell!(locale, "ended (`{reason}`)", "已终止（`{reason}`）", "已終止（`{reason}`）")
            }
            ClockStatus::Undetermined { reason } => tell!(
                locale,
                "undetermined: {reason}",
                "无法确定：{reason}",
                "無法確定：{reason}",
                reason = self.error(reason)
            ),
        };
        let missed = match (reading.status(), reading.first_breach(), reading.missed()) {
            _ if reading.is_entered_late() => {
                reading.first_breach().or(reading.missed()).map_or(String::new(), |at| {
                    tell!(
                        locale,
                        "; had run out {at} until a later entry",
                        "；补录之前曾于 {at} 显示超时",
                        "；補錄之前曾於 {at} 顯示逾時",
                        at = local(at)
                    )
                })
            }
            // The status already says it.
            (ClockStatus::Breached { .. } | ClockStatus::MetLate { .. }, ..) | (_, None, None) => {
                String::new()
            }
            (_, Some(at), _) => {
                tell!(locale, "; ran out {at}", "；曾于 {at} 超时", "；曾於 {at} 逾時", at = local(at))
            }
            (_, None, Some(at)) => {
                tell!(locale, "; target missed {at}", "；未达目标 {at}", "；未達目標 {at}", at = local(at))
            }
        };
        status + &missed
    }

    /// Writes what is owed: by which clock, of which department.
    pub(super) fn duty(&self, key: DutyKey) -> String {
        let clock = key.clock.map(|clock| String::from(self.label(&clock)));
        let department = key.department.map(|department| String::from(self.label(&department)));
        let of: Vec<String> = clock.into_iter().chain(department).collect();
        let duty = key.duty.label(self.locale);
        if of.is_empty() {
            return String::from(duty);
        }
        let of = of.join(self.comma());
        tell!(self.locale, "{duty} ({of})", "{duty}（{of}）", "{duty}（{of}）")
    }

    fn moment_kind(&self, kind: UpcomingKind) -> String {
        let locale = self.locale;
        match kind {
            UpcomingKind::Clock => tell!(locale, "a clock changes", "计时变化", "計時變化"),
            UpcomingKind::Duty(key) => self.duty(key),
            UpcomingKind::ReopeningEnds => {
                tell!(locale, "no reopening from then on", "此后不再重新受理", "此後不再重新受理")
            }
        }
    }

    fn to(&self, role: Option<Role>) -> String {
        role.map_or(String::new(), |role| {
            let label = self.label(&role);
            match self.locale {
                Locale::En => format!(" → {label}"),
                Locale::ZhHans | Locale::ZhHant => format!("→{label}"),
            }
        })
    }
}
