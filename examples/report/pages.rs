//! The reports as Markdown.

use std::error::Error;
use std::fmt::{Display, Write};

use chrono::{DateTime, TimeDelta, Utc};
use redress::policy::Policy;
use redress::policy::record::{ReportPeriod, ReportRule};
use redress::render::Renderer;
use redress::report::ledger::{Grouping, Ledger, Summary};
use redress::vocab::Locale;
use redress::vocab::organisation::Report;

pub(crate) struct Pages<'a> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) policy: &'a Policy,
    pub(crate) now: DateTime<Utc>,
    pub(crate) lang: Locale,
    /// What the complaint rate is a share of.
    pub(crate) base: u64,
}

type Page = Result<String, Box<dyn Error>>;

/// How many periods a trend shows.
const TREND: usize = 3;

impl Pages<'_> {
    pub(crate) fn all(&self) -> Page {
        let rule =
            self.policy.report(Report::MONTHLY_STATISTICS).ok_or("the policy has no monthly statistics")?;
        let month = self.before(rule, self.now)?;
        let pages = [self.statistics(month)?, self.unclosed()?, self.causes(month), self.trend(rule)?];
        Ok(pages.join("\n"))
    }

    /// The period before the one in which an instant lies.
    fn before(&self, rule: &ReportRule, at: DateTime<Utc>) -> Result<ReportPeriod, Box<dyn Error>> {
        let calendar = self.policy.calendar();
        let now = rule.period_at(calendar, at)?;
        Ok(rule.period_at(calendar, now.from - TimeDelta::nanoseconds(1))?)
    }

    fn pick(&self, [english, simplified, traditional]: [&'static str; 3]) -> &'static str {
        match self.lang {
            Locale::ZhHans => simplified,
            Locale::ZhHant => traditional,
            Locale::En | Locale::Other(_) => english,
        }
    }

    fn colon(&self) -> &'static str {
        self.pick([": ", "：", "："])
    }

    /// `2025-11-01 – 2025-11-30`, as the calendar counts days.
    fn days(&self, period: ReportPeriod) -> Page {
        let calendar = self.policy.calendar();
        let last = calendar.date(period.until - TimeDelta::nanoseconds(1))?;
        Ok(format!("{} – {last}", calendar.date(period.from)?))
    }

    fn report(&self, report: Report) -> String {
        self.policy.labels().label(&report, self.lang).to_owned()
    }

    fn statistics(&self, month: ReportPeriod) -> Page {
        let mut page =
            format!("# {}{}{}\n\n", self.report(Report::MONTHLY_STATISTICS), self.colon(), self.days(month)?);
        let head = [
            ["class", "级别", "級別"],
            ["received", "受理", "受理"],
            ["closed", "结案", "結案"],
            ["in time", "按期", "按期"],
            ["late", "逾期", "逾期"],
            ["reopened", "重新受理", "重新受理"],
            ["open", "未结", "未結"],
        ];
        page += &row(head.map(|text| self.pick(text)));
        page += &row(["---"; 7]);
        let line = |class: String, of: &Summary| {
            let counts = [of.received, of.closed, of.in_time, of.late, of.reopened, of.open];
            row(std::iter::once(class).chain(counts.map(|count| count.to_string())))
        };
        for (class, summary) in self.ledger.by_class(month, self.policy) {
            page += &line(class.label(self.policy.labels(), self.lang), &summary);
        }
        let all = self.ledger.summary(month);
        page += &line(self.pick(["**all**", "**合计**", "**合計**"]).to_owned(), &all);
        let rates = [
            (["closed of the received", "受理件结案率", "受理件結案率"], all.closure_rate()),
            (["closed in time", "按期率", "按期率"], all.on_time_rate()),
            (["taken up again", "重新受理率", "重新受理率"], all.reopen_rate()),
            (["satisfied", "满意率", "滿意率"], all.satisfaction_rate()),
            (["complaint rate", "投诉率", "投訴率"], all.complaint_rate(self.base)),
        ];
        page.push('\n');
        for (name, rate) in rates {
            let rate = rate.map_or_else(
                || {
                    self.pick(["none, for there is nothing to be a share of", "无，无基数", "無，無基數"])
                        .to_owned()
                },
                |rate| format!("{rate:.2} ({}/{})", rate.part(), rate.whole()),
            );
            writeln!(page, "- {}{}{rate}", self.pick(name), self.colon())?;
        }
        Ok(page)
    }

    fn unclosed(&self) -> Page {
        let calendar = self.policy.calendar();
        let at = Renderer::of(self.policy, self.lang).instant(calendar, self.now);
        let mut page = format!("# {}{}{at}\n\n", self.report(Report::UNCLOSED_NOTICE), self.colon());
        let rows = self.ledger.unclosed();
        if rows.is_empty() {
            return Ok(
                page + self.pick(["Nothing is past its limit.\n", "无逾期未结案。\n", "無逾期未結案。\n"])
            );
        }
        let head = [
            ["case", "编号", "編號"],
            ["due", "到期", "到期"],
            ["standing", "状态", "狀態"],
            ["department", "部门", "部門"],
        ];
        page += &row(head.map(|text| self.pick(text)));
        page += &row(["---"; 4]);
        for known in rows {
            let due = known.due.map_or_else(
                || "?".to_owned(),
                |due| Renderer::of(self.policy, self.lang).instant(calendar, due),
            );
            let standing = known.standing.map_or("?", |standing| standing.label(self.lang));
            let department = known.department.map_or_else(
                || "?".to_owned(),
                |department| self.policy.labels().label(&department, self.lang).to_owned(),
            );
            page += &row([known.case.to_string(), due, standing.to_owned(), department]);
        }
        page.push('\n');
        for bucket in self.ledger.ageing(self.now, &[7, 30]) {
            let (from, count) = (bucket.from_days, bucket.count);
            let until = bucket.until_days.map_or_else(|| "…".to_owned(), |days| days.to_string());
            match self.lang {
                Locale::ZhHans => writeln!(page, "- 未结 {from}–{until} 天：{count}")?,
                Locale::ZhHant => writeln!(page, "- 未結 {from}–{until} 天：{count}")?,
                Locale::En | Locale::Other(_) => writeln!(page, "- open for {from}–{until} days: {count}")?,
            }
        }
        Ok(page)
    }

    fn causes(&self, month: ReportPeriod) -> String {
        let title =
            self.pick(["Causes, the most frequent first", "原因分析（排列图）", "原因分析（柏拉圖）"]);
        let mut page = format!("# {title}\n\n");
        let head = [
            ["cause", "原因", "原因"],
            ["received", "件数", "件數"],
            ["share", "占比", "占比"],
            ["together", "累计", "累計"],
        ];
        page += &row(head.map(|text| self.pick(text)));
        page += &row(["---"; 4]);
        for line in self.ledger.pareto(month, Grouping::CAUSE) {
            let cause = line.value.label(self.policy.labels(), self.lang);
            page +=
                &row([cause, line.count.to_string(), line.share.to_string(), line.cumulative.to_string()]);
        }
        page
    }

    fn trend(&self, rule: &ReportRule) -> Page {
        let mut page = format!("# {}\n\n", self.report(Report::TREND_REVIEW));
        let head = [
            ["period", "期间", "期間"],
            ["received", "受理", "受理"],
            ["change", "变化", "變化"],
            ["open", "未结", "未結"],
        ];
        page += &row(head.map(|text| self.pick(text)));
        page += &row(["---"; 4]);
        let mut periods = Vec::new();
        let mut at = self.now;
        while periods.len() < TREND {
            let earlier = self.before(rule, at)?;
            at = earlier.from;
            periods.push(earlier);
        }
        periods.reverse();
        for point in self.ledger.trend(&periods) {
            let of = point.summary;
            let change = point.change.map_or_else(|| "–".to_owned(), |change| change.to_string());
            page += &row([self.days(of.period)?, of.received.to_string(), change, of.open.to_string()]);
        }
        Ok(page)
    }
}

/// A line of a table.
fn row(cells: impl IntoIterator<Item = impl Display>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|cell| cell.to_string()).collect();
    format!("| {} |\n", cells.join(" | "))
}
