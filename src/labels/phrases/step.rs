//! The steps to a due date.

use crate::labels::phrase::phrases;

phrases! {
    STEP_RUNS_FROM_DUE = "step.runs-from-due", [
        "runs from the due date of: {other}",
        "自该时限到期起算：{other}",
        "自該時限到期起算：{other}"
    ];
    STEP_AFTER_NEXT_DAY = "step.after-next-day", [
        "after {cutoff}, next day",
        "晚于 {cutoff}，计次日",
        "晚於 {cutoff}，計次日"
    ];
    STEP_AFTER_COUNTS = "step.after-counts", [
        "after {cutoff}, counts for {to}",
        "晚于 {cutoff}，计入 {to}",
        "晚於 {cutoff}，計入 {to}"
    ];
    STEP_NAME = "step.name", [" ({name})", "（{name}）", "（{name}）"];
    STEP_CALENDAR_REVISION = "step.calendar-revision", [
        "calendar {name}, revision {revision}, {zone}",
        "日历 {name}，版本 {revision}，{zone}",
        "日曆 {name}，版本 {revision}，{zone}"
    ];
    STEP_STARTS = "step.starts", ["starts {at}", "起算 {at}", "起算 {at}"];
    STEP_END_MONTH = "step.end-month", [
        "end of the month of {from}: {to}",
        "{from}所在月的月末：{to}",
        "{from}所在月的月末：{to}"
    ];
    STEP_DAY_ONE = "step.day-one", [
        "{amount} with {from} as day one: {to}{closed}",
        "自 {from}当日起 {amount}：{to}{closed}",
        "自 {from}當日起 {amount}：{to}{closed}"
    ];
    STEP_AFTER = "step.after", [
        "{amount} after {from}: {to}{closed}",
        "{from}之后 {amount}：{to}{closed}",
        "{from}之後 {amount}：{to}{closed}"
    ];
    STEP_CHOSEN = "step.chosen", ["chosen: {at}", "约定：{at}", "約定：{at}"];
    STEP_EARLIEST_ALTERNATIVES_NUMBER = "step.earliest-alternatives-number", [
        "the earliest of {of} alternatives is number {part}",
        "{of} 项中最早者为第 {part} 项",
        "{of} 項中最早者為第 {part} 項"
    ];
    STEP_LATEST_ALTERNATIVES_NUMBER = "step.latest-alternatives-number", [
        "the latest of {of} alternatives is number {part}",
        "{of} 项中最晚者为第 {part} 项",
        "{of} 項中最晚者為第 {part} 項"
    ];
    STEP_ALTERNATIVE_LEFT_OUT = "step.alternative-left-out", [
        "alternative {part} is left out, it waits for: {event}",
        "第 {part} 项不适用，等待：{event}",
        "第 {part} 項不適用，等待：{event}"
    ];
    STEP_NOT_BEFORE_CHANGE = "step.not-before-change", [
        "not before the change at {at}",
        "不早于变更时刻 {at}",
        "不早於變更時刻 {at}"
    ];
    STEP_CUT_OFF_COUNTS = "step.cut-off-counts", [
        "by the cut-off {cutoff}: counts for its day",
        "不晚于截止时刻 {cutoff}，计入当天",
        "不晚於截止時刻 {cutoff}，計入當天"
    ];
    STEP_AFTER_CUT_OFF = "step.after-cut-off", [
        "after the cut-off {cutoff}: counts for {to}",
        "晚于截止时刻 {cutoff}，计入 {to}",
        "晚於截止時刻 {cutoff}，計入 {to}"
    ];
    STEP_CLOSED_COUNTS = "step.closed-counts", [
        "{from} is closed: counts for {to}",
        "{from}非工作日，计入 {to}",
        "{from}非工作日，計入 {to}"
    ];
    STEP_OUTSIDE_WORKING_HOURS = "step.outside-working-hours", [
        "outside working hours: counts from {at}",
        "非工作时间，自 {at} 起计",
        "非工作時間，自 {at} 起計"
    ];
    STEP_PAUSED_FROM_UNTIL = "step.paused-from-until", [
        "paused from {from} until {until}: the rolled date moves by {moved}",
        "暂停 {from} 至 {until}：顺延后的日期再延 {moved}",
        "暫停 {from} 至 {until}：順延後的日期再延 {moved}"
    ];
    STEP_PAUSED_FROM_UNTIL_LATER = "step.paused-from-until-later", [
        "paused from {from} until {until}: {moved} later",
        "暂停 {from} 至 {until}：顺延 {moved}",
        "暫停 {from} 至 {until}：順延 {moved}"
    ];
    STEP_PAUSED_FROM_UNTIL_DATE = "step.paused-from-until-date", [
        "paused from {from} until {until}: the date is fixed and does not move",
        "暂停 {from} 至 {until}：日期固定，不顺延",
        "暫停 {from} 至 {until}：日期固定，不順延"
    ];
    STEP_PAUSED_FROM_AFTER = "step.paused-from-after", [
        "paused from {from}, after it ran out at {due}: no later",
        "{from} 暂停时已于 {due} 到期，不顺延",
        "{from} 暫停時已於 {due} 到期，不順延"
    ];
    STEP_STAYS_DUE_PAUSE = "step.stays-due-pause", [
        "stays due {at}: a pause or an extension gives no earlier date",
        "仍于 {at} 到期：暂停或延长不使期限提前",
        "仍於 {at} 到期：暫停或延長不使期限提前"
    ];
    STEP_EXTENDED_ALL = "step.extended-all", [
        "extended to {amount} in all: {reason}",
        "延长为共 {amount}：{reason}",
        "延長為共 {amount}：{reason}"
    ];
    STEP_EXTENDED = "step.extended", [
        "extended by {amount}: {reason}",
        "再延长 {amount}：{reason}",
        "再延長 {amount}：{reason}"
    ];
    STEP_EXTENDED_UNTIL = "step.extended-until", [
        "extended until {date}: {reason}",
        "延长至 {date}：{reason}",
        "延長至 {date}：{reason}"
    ];
    STEP_EXTENSION_EARLIER_THAN = "step.extension-earlier-than", [
        "the extension of {made} is earlier than the date and changes nothing: {reason}",
        "{made} 的延长早于原期限，不生效：{reason}",
        "{made} 的延長早於原期限，不生效：{reason}"
    ];
    STEP_SKIPPED_CLOCK_FIRST = "step.skipped-clock-first", [
        "{local} is skipped by the clock: the first instant after the gap",
        "{local} 因调时不存在，取其后首个时刻",
        "{local} 因調時不存在，取其後首個時刻"
    ];
    STEP_SHOWN_TWICE_CLOCK = "step.shown-twice-clock", [
        "{local} is shown twice by the clock: the later time",
        "{local} 因调时出现两次，取较晚者",
        "{local} 因調時出現兩次，取較晚者"
    ];
    STEP_SHOWN_TWICE_CLOCK_EARLIER = "step.shown-twice-clock-earlier", [
        "{local} is shown twice by the clock: the earlier time",
        "{local} 因调时出现两次，取较早者",
        "{local} 因調時出現兩次，取較早者"
    ];
    STEP_CLOSED_ROLLED = "step.closed-rolled", [
        "{from} is closed, rolled to {to}",
        "{from}非工作日，移至 {to}",
        "{from}非工作日，移至 {to}"
    ];
    STEP_WORKED = "step.worked", ["{name} {dates}, worked", "{name} {dates}，上班", "{name} {dates}，上班"];
    STEP_DAYS_OFF = "step.days-off", ["days off: {days}", "休息日 {days} 天", "休息日 {days} 天"];
}
