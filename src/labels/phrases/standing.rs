//! Where a case stands.

use crate::labels::phrase::phrases;

phrases! {
    STANDING_STANDING = "standing.standing", [", {standing}", "，{standing}", "，{standing}"];
    STANDING_UNDETERMINED = "standing.undetermined", [
        ", undetermined: {reason}",
        "，无法确定：{reason}",
        "，無法確定：{reason}"
    ];
    STANDING_AT = "standing.at", [
        "At {now}: {stage}{standing}",
        "截至 {now}：{stage}{standing}",
        "截至 {now}：{stage}{standing}"
    ];
    STANDING_OWED_SINCE = "standing.owed-since", [
        "  owed: {duty}{to}, since {since}",
        "  待办：{duty}{to}，自 {since}",
        "  待辦：{duty}{to}，自 {since}"
    ];
    STANDING_NEXT = "standing.next", [
        "  next: {at}, {what}",
        "  下一时点：{at}，{what}",
        "  下一時點：{at}，{what}"
    ];
    STANDING_RUN = "standing.run", [", run {n}", "，第 {n} 次", "，第 {n} 次"];
    STANDING_CLOCK = "standing.clock", [
        "  {name}{department}{turn}: {status}",
        "  {name}{department}{turn}：{status}",
        "  {name}{department}{turn}：{status}"
    ];
    STANDING_IF_RESUMED_NOW = "standing.if-resumed-now", [
        "; if it resumed now, it would be due {due}",
        "；若此刻恢复，到期 {due}",
        "；若此刻恢復，到期 {due}"
    ];
    STANDING_DUE = "standing.due", [", due {due}", "，到期 {due}", "，到期 {due}"];
    STANDING_NOT_STARTED = "standing.not-started", ["not started", "尚未起算", "尚未起算"];
    STANDING_RUNNING = "standing.running", ["running{due}", "计时中{due}", "計時中{due}"];
    STANDING_PAUSED_SINCE = "standing.paused-since", [
        "paused since {since} ({reason}){projected}",
        "自 {since} 暂停（{reason}）{projected}",
        "自 {since} 暫停（{reason}）{projected}"
    ];
    STANDING_MET = "standing.met", ["met {at}{due}", "{at} 按期完成{due}", "{at} 按期完成{due}"];
    STANDING_MET_LATE = "standing.met-late", [
        "met late {at}{due}",
        "{at} 逾期完成{due}",
        "{at} 逾期完成{due}"
    ];
    STANDING_BREACHED_SINCE = "standing.breached-since", [
        "breached since {since}",
        "自 {since} 超时",
        "自 {since} 逾時"
    ];
    STANDING_ENDED = "standing.ended", ["ended (`{reason}`)", "已终止（`{reason}`）", "已終止（`{reason}`）"];
    STANDING_HAD_RUN_OUT = "standing.had-run-out", [
        "; had run out {at} until a later entry",
        "；补录之前曾于 {at} 显示超时",
        "；補錄之前曾於 {at} 顯示逾時"
    ];
    STANDING_RAN_OUT = "standing.ran-out", ["; ran out {at}", "；曾于 {at} 超时", "；曾於 {at} 逾時"];
    STANDING_TARGET_MISSED = "standing.target-missed", [
        "; target missed {at}",
        "；未达目标 {at}",
        "；未達目標 {at}"
    ];
    STANDING_DUTY_OF = "standing.duty-of", ["{duty} ({of})", "{duty}（{of}）", "{duty}（{of}）"];
    STANDING_CLOCK_CHANGES = "standing.clock-changes", ["a clock changes", "计时变化", "計時變化"];
    STANDING_NO_REOPENING_FROM = "standing.no-reopening-from", [
        "no reopening from then on",
        "此后不再重新受理",
        "此後不再重新受理"
    ];
}
