//! How a duty repeats.

use crate::labels::phrase::phrases;

phrases! {
    DUTY_REPEATS_UNTIL_PERIOD = "duty.repeats-until-period", [
        "repeats until: {until}; a period is fulfilled by: {events}; the next one counts from the due date",
        "周期重复，直至：{until}；履行方式：{events}；下一期自到期日起算",
        "週期重複，直至：{until}；履行方式：{events}；下一期自到期日起算"
    ];
    DUTY_REPEATS_UNTIL_PERIOD_FULFILLED = "duty.repeats-until-period-fulfilled", [
        "repeats until: {until}; a period is fulfilled by: {events}; the next one counts from that event",
        "周期重复，直至：{until}；履行方式：{events}；下一期自履行之时起算",
        "週期重複，直至：{until}；履行方式：{events}；下一期自履行之時起算"
    ];
}
