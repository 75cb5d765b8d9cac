//! Limits in words.

use crate::labels::phrase::phrases;

phrases! {
    LIMIT_FROM = "limit.from", [
        "({limit}, from: {event})",
        "（{limit}，起算：{event}）",
        "（{limit}，起算：{event}）"
    ];
    LIMIT_PART = "limit.part", ["({part})", "（{part}）", "（{part}）"];
    LIMIT_WHICHEVER_FIRST = "limit.whichever-first", [
        "{parts}, whichever is first",
        "{parts}，以最早者为准",
        "{parts}，以最早者為準"
    ];
    LIMIT_WHICHEVER_LAST = "limit.whichever-last", [
        "{parts}, whichever is last",
        "{parts}，以最晚者为准",
        "{parts}，以最晚者為準"
    ];
    LIMIT_DAY_EVENT_FIRST = "limit.day-event-first", [
        "the day of the event is the first day",
        "事件当日计为第一日",
        "事件當日計為第一日"
    ];
    LIMIT_START_CLOSED_DAY = "limit.start-closed-day", [
        "a start on a closed day counts as one on the next working day",
        "起算于休息日的视为下一工作日起算",
        "起算於休息日的視為下一工作日起算"
    ];
    LIMIT_START_OUTSIDE_WORKING = "limit.start-outside-working", [
        "a start outside working hours counts as one at the next opening",
        "起算于工作时间以外的视为下次开始工作时起算",
        "起算於工作時間以外的視為下次開始工作時起算"
    ];
    LIMIT_FROM_END_MONTH = "limit.from-end-month", [
        "from the end of a month to the end of a month",
        "月末起算的至月末止",
        "月末起算的至月末止"
    ];
    LIMIT_COUNTED_FROM_END = "limit.counted-from-end", [
        "counted from the end of the month of the event",
        "自事件当月月末起算",
        "自事件當月月末起算"
    ];
    LIMIT_THEN_END_MONTH = "limit.then-end-month", [
        "then on to the end of that month",
        "再顺延至该月月末",
        "再順延至該月月末"
    ];
    LIMIT_SAME_DAY = "limit.same-day", ["the same day", "当日", "當日"];
    LIMIT_SAME_WORKING_DAY = "limit.same-working-day", ["the same working day", "当个工作日", "當個工作日"];
    LIMIT_AT_SAME_TIME = "limit.at-same-time", [", at the same time of day", "，同一时刻", "，同一時刻"];
    LIMIT_BEFORE = "limit.before", [", before {time}", "，早于 {time}", "，早於 {time}"];
    LIMIT_BY = "limit.by", [", by {time}", "，不晚于 {time}", "，不晚於 {time}"];
    LIMIT_OPENING_TIME = "limit.opening-time", [
        ", by opening time",
        "，不晚于开始工作时",
        "，不晚於開始工作時"
    ];
    LIMIT_CLOSE_BUSINESS = "limit.close-business", [
        ", by close of business",
        "，不晚于下班时",
        "，不晚於下班時"
    ];
    LIMIT_END_DAY = "limit.end-day", [", by the end of the day", "，当日结束前", "，當日結束前"];
    LIMIT_MIDNIGHT_INCLUDED = "limit.midnight-included", [" (midnight included)", "（含零时）", "（含零時）"];
    LIMIT_INSTANT_TOO_LATE = "limit.instant-too-late", [
        " (that instant is too late)",
        "（不含该时刻）",
        "（不含該時刻）"
    ];
    LIMIT_SECOND_TIME_WHERE = "limit.second-time-where", [
        " (the second time where the clock shows it twice)",
        "（时钟两次显示时取第二次）",
        "（時鐘兩次顯示時取第二次）"
    ];
    LIMIT_CLOSED_DAY_NEXT = "limit.closed-day-next", [
        "on a closed day the next opening",
        "遇休息日顺延至下一工作日开始工作时",
        "遇休息日順延至下一工作日開始工作時"
    ];
    LIMIT_CLOSED_DAY_NEXT_WORKING = "limit.closed-day-next-working", [
        "on a closed day the next working day{end}",
        "遇休息日顺延至下一工作日{end}",
        "遇休息日順延至下一工作日{end}"
    ];
    LIMIT_CLOSED_DAY_WORKING = "limit.closed-day-working", [
        "on a closed day the working day before{end}",
        "遇休息日提前至上一工作日{end}",
        "遇休息日提前至上一工作日{end}"
    ];
    LIMIT_CLOSED_DAY_NEXT_WORKING_DAY = "limit.closed-day-next-working-day", [
        "on a closed day the next working day of the same month, or else the one before{end}",
        "遇休息日顺延至当月内的下一工作日，跨月则提前至上一工作日{end}",
        "遇休息日順延至當月內的下一工作日，跨月則提前至上一工作日{end}"
    ];
    LIMIT_AT_CLOSE = "limit.at-close", ["close of business", "下班时", "下班時"];
    LIMIT_DAY_TIME = "limit.day-time", ["{day} {time}", "{day} {time}", "{day} {time}"];
    LIMIT_AFTER = "limit.after", ["after {times}", "{times} 之后", "{times} 之後"];
    LIMIT_AT_OR_LATER = "limit.at-or-later", ["at {times} or later", "{times} 及之后", "{times} 及之後"];
    LIMIT_WHAT_COMES_COUNTS = "limit.what-comes-counts", [
        "what comes in {when} counts as received on the next day",
        "{when}收到的视为次日收到",
        "{when}收到的視為次日收到"
    ];
    LIMIT_WHAT_COMES_COUNTS_RECEIVED = "limit.what-comes-counts-received", [
        "what comes in {when} counts as received on the next working day",
        "{when}收到的视为下一工作日收到",
        "{when}收到的視為下一工作日收到"
    ];
}
