//! Dates, lengths and amounts.

use crate::labels::phrase::phrases;

phrases! {
    AMOUNT_MONDAY = "amount.monday", ["Mon", "周一", "週一"];
    AMOUNT_TUESDAY = "amount.tuesday", ["Tue", "周二", "週二"];
    AMOUNT_WEDNESDAY = "amount.wednesday", ["Wed", "周三", "週三"];
    AMOUNT_THURSDAY = "amount.thursday", ["Thu", "周四", "週四"];
    AMOUNT_FRIDAY = "amount.friday", ["Fri", "周五", "週五"];
    AMOUNT_SATURDAY = "amount.saturday", ["Sat", "周六", "週六"];
    AMOUNT_SUNDAY = "amount.sunday", ["Sun", "周日", "週日"];
    AMOUNT_DAY = "amount.day", ["{weekday} {date}", "{date}（{weekday}）", "{date}（{weekday}）"];
    AMOUNT_MOMENT = "amount.moment", ["{day} {time}", "{day}{time}", "{day}{time}"];
    AMOUNT_HOURS = "amount.hours", ["{n} h", "{n} 小时", "{n} 小時"];
    AMOUNT_MINUTES = "amount.minutes", ["{n} min", "{n} 分钟", "{n} 分鐘"];
    AMOUNT_SECONDS = "amount.seconds", ["{n} s", "{n} 秒", "{n} 秒"];
    AMOUNT_WORKING_TIME = "amount.working-time", ["{span} of working time", "{span}工作时间", "{span}工作時間"];
    AMOUNT_CALENDAR_DAY = "amount.calendar-day", ["{n} calendar day", "{n} 个自然日", "{n} 個自然日"];
    AMOUNT_CALENDAR_DAYS = "amount.calendar-days", ["{n} calendar days", "{n} 个自然日", "{n} 個自然日"];
    AMOUNT_WORKING_DAY = "amount.working-day", ["{n} working day", "{n} 个工作日", "{n} 個工作日"];
    AMOUNT_WORKING_DAYS = "amount.working-days", ["{n} working days", "{n} 个工作日", "{n} 個工作日"];
    AMOUNT_WEEK = "amount.week", ["{n} week", "{n} 周", "{n} 週"];
    AMOUNT_WEEKS = "amount.weeks", ["{n} weeks", "{n} 周", "{n} 週"];
    AMOUNT_MONTH = "amount.month", ["{n} month", "{n} 个月", "{n} 個月"];
    AMOUNT_MONTHS = "amount.months", ["{n} months", "{n} 个月", "{n} 個月"];
    AMOUNT_MONEY = "amount.money", ["{number} {currency}", "{number} {currency}", "{number} {currency}"];
    AMOUNT_YUAN = "amount.yuan", ["{number} CNY", "{number} 元", "人民幣 {number} 元"];
}
