//! The account of a triage.

use crate::labels::phrase::phrases;

phrases! {
    ACCOUNT_DUE = "account.due", ["due {due}", "到期 {due}", "到期 {due}"];
    ACCOUNT_HEAD = "account.head", [
        "Complaint {id} — policy {policy} ({version})",
        "投诉 {id} — 制度 {policy}（{version}）",
        "投訴 {id} — 制度 {policy}（{version}）"
    ];
    ACCOUNT_OWNER = "account.owner", ["Owner: {owner}", "负责方：{owner}", "負責方：{owner}"];
    ACCOUNT_EARLIER_COMPLAINTS_SAME = "account.earlier-complaints-same", [
        "Earlier complaints of the same customer: {n}",
        "同一客户此前的投诉：{n} 件",
        "同一客戶此前的投訴：{n} 件"
    ];
    ACCOUNT_CLOCK_SKIPS_READ = "account.clock-skips-read", [
        "{event}: the clock skips {local}, read as the first instant after it",
        "{event}：时钟跳过 {local}，按其后的第一刻计",
        "{event}：時鐘跳過 {local}，按其後的第一刻計"
    ];
    ACCOUNT_CLOCK_SHOWS_TWICE = "account.clock-shows-twice", [
        "{event}: the clock shows {local} twice, read as the first time",
        "{event}：时钟两次显示 {local}，按第一次计",
        "{event}：時鐘兩次顯示 {local}，按第一次計"
    ];
    ACCOUNT_CLOCK_SHOWS_TWICE_READ = "account.clock-shows-twice-read", [
        "{event}: the clock shows {local} twice, read as the second time",
        "{event}：时钟两次显示 {local}，按第二次计",
        "{event}：時鐘兩次顯示 {local}，按第二次計"
    ];
    ACCOUNT_DEPARTMENT = "account.department", [" ({department})", "（{department}）", "（{department}）"];
    ACCOUNT_TARGET = "account.target", [
        ", by target `{id}`{citation}",
        "，依时限 `{id}`{citation}",
        "，依時限 `{id}`{citation}"
    ];
    ACCOUNT_CLOCK = "account.clock", [
        "{name}{department}: {answer}{target}{citation}",
        "{name}{department}：{answer}{target}{citation}",
        "{name}{department}：{answer}{target}{citation}"
    ];
    ACCOUNT_WAITS = "account.waits", ["waits for: {event}", "等待：{event}", "等待：{event}"];
    ACCOUNT_DOES_NOT_RUN = "account.does-not-run", [
        "does not run, closed by force{citation}",
        "不计时，强制结案{citation}",
        "不計時，強制結案{citation}"
    ];
    ACCOUNT_UNDETERMINED = "account.undetermined", [
        "undetermined: {reason}",
        "无法确定：{reason}",
        "無法確定：{reason}"
    ];
    ACCOUNT_CALENDAR_NOT_KNOWN = "account.calendar-not-known", [
        "calendar {calendar} is not known on {asked}, only from {first} to {last}",
        "日历“{calendar}”不含 {asked}，仅含 {first} 至 {last}",
        "日曆「{calendar}」不含 {asked}，僅含 {first} 至 {last}"
    ];
    ACCOUNT_CALENDAR_ANSWER_LIES = "account.calendar-answer-lies", [
        "calendar {calendar}: the answer lies after the year 9999",
        "日历“{calendar}”：结果晚于公元 9999 年，任何日历都不包含",
        "日曆「{calendar}」：結果晚於西元 9999 年，任何日曆都不包含"
    ];
    ACCOUNT_CALENDAR_ANSWER_LIES_BEFORE = "account.calendar-answer-lies-before", [
        "calendar {calendar}: the answer lies before the year 1",
        "日历“{calendar}”：结果早于公元 1 年，任何日历都不包含",
        "日曆「{calendar}」：結果早於西元 1 年，任何日曆都不包含"
    ];
    ACCOUNT_CLOCK_CALENDAR_SKIPS = "account.clock-calendar-skips", [
        "the clock of calendar {calendar} skips {local}",
        "日历“{calendar}”的时钟跳过了 {local}",
        "日曆「{calendar}」的時鐘跳過了 {local}"
    ];
    ACCOUNT_CLOCK_CALENDAR_SHOWS = "account.clock-calendar-shows", [
        "the clock of calendar {calendar} shows {local} twice",
        "日历“{calendar}”的时钟两次显示 {local}",
        "日曆「{calendar}」的時鐘兩次顯示 {local}"
    ];
    ACCOUNT_CALENDAR_NO_BUSINESS = "account.calendar-no-business", [
        "calendar {calendar} has no business hours on {date}",
        "日历“{calendar}”在 {date} 没有工作时间",
        "日曆「{calendar}」在 {date} 沒有工作時間"
    ];
    ACCOUNT_SEVERITY_NOT_KNOWN = "account.severity-not-known", [
        "the severity is not known, and its levels have different limits",
        "严重程度尚不清楚，而各级时限不同",
        "嚴重程度尚不清楚，而各級時限不同"
    ];
    ACCOUNT_RUNS_ONLY_IF = "account.runs-only-if", [
        "it runs only if there is {fact}, which is not known yet",
        "仅在有{fact}时计时，待询问",
        "僅在有{fact}時計時，待詢問"
    ];
    ACCOUNT_COMPLAINT_WITHOUT_CATEGORY = "account.complaint-without-category", [
        "a complaint without a category",
        "没有类别的投诉",
        "沒有類別的投訴"
    ];
    ACCOUNT_NO_TARGET_SET = "account.no-target-set", [
        "the policy has no time limit for {wanted}",
        "未设定时限：{wanted}",
        "未設定時限：{wanted}"
    ];
    ACCOUNT_LEADS_BEYOND_YEAR = "account.leads-beyond-year", [
        "{amount} leads beyond the year 9999",
        "{amount}超出公元 9999 年",
        "{amount}超出西元 9999 年"
    ];
    ACCOUNT_MORE_THAN_PERIODS = "account.more-than-periods", [
        "the duty repeats more than {most} times",
        "同一周期性义务已超过 {most} 期",
        "同一週期性義務已超過 {most} 期"
    ];
}
