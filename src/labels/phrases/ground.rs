//! Why a rule holds, or what it waits for.

use crate::labels::phrase::phrases;

phrases! {
    GROUND_KNOWN = "ground.known", [
        "{open}; known: {known}",
        "{open}；已知：{known}",
        "{open}；已知：{known}"
    ];
    GROUND_COUNTS_NO = "ground.counts-no", ["{told} – counts as no", "{told}——按否计", "{told}——按否計"];
    GROUND_TO_ASK = "ground.to-ask", ["{fact}, which is to be asked", "{fact}（待询问）", "{fact}（待詢問）"];
    GROUND_TO_ASK_FOR = "ground.to-ask-for", [
        "{fact}, which is to be asked (asked for {at_least})",
        "{fact}（待询问，须达 {at_least}）",
        "{fact}（待詢問，須達 {at_least}）"
    ];
    GROUND_FEWER_THAN = "ground.fewer-than", [
        "{fact} {count} (fewer than {at_least})",
        "{fact} {count}（不足 {at_least}）",
        "{fact} {count}（不足 {at_least}）"
    ];
    GROUND_COUNT_ASKED = "ground.count-asked", [
        "{fact} {count} (asked for {at_least})",
        "{fact} {count}（须达 {at_least}）",
        "{fact} {count}（須達 {at_least}）"
    ];
    GROUND_NOT_KNOWN_ASKED = "ground.not-known-asked", [
        "{not_known} (asked for {wanted})",
        "{not_known}（须为{wanted}）",
        "{not_known}（須為{wanted}）"
    ];
    GROUND_NO_ASKED = "ground.no-asked", [
        "no {name} (asked for {wanted})",
        "无{name}（须为{wanted}）",
        "無{name}（須為{wanted}）"
    ];
    GROUND_NOT = "ground.not", [
        "{name} {words} (not {wanted})",
        "{name}为{words}（而非{wanted}）",
        "{name}為{words}（而非{wanted}）"
    ];
    GROUND_NAME_WORDS = "ground.name-words", ["{name} {words}", "{name}为{words}", "{name}為{words}"];
    GROUND_WORDS_ASKED = "ground.words-asked", [
        "{name} {words} (asked for {wanted})",
        "{name}为{words}（须为{wanted}）",
        "{name}為{words}（須為{wanted}）"
    ];
    GROUND_AMOUNT_NOT_KNOWN = "ground.amount-not-known", [
        "amount not known (asked for {asked})",
        "金额尚不清楚（须达 {asked}）",
        "金額尚不清楚（須達 {asked}）"
    ];
    GROUND_AMOUNT_ASKED = "ground.amount-asked", [
        "amount {amount} (asked for {asked})",
        "金额 {amount}（须达 {asked}）",
        "金額 {amount}（須達 {asked}）"
    ];
    GROUND_AMOUNT_LESS_THAN = "ground.amount-less-than", [
        "amount {amount} (less than {asked})",
        "金额 {amount}（不足 {asked}）",
        "金額 {amount}（不足 {asked}）"
    ];
    GROUND_AMOUNT_ASKED_ANOTHER = "ground.amount-asked-another", [
        "amount {amount} (asked for {asked}, in another currency)",
        "金额 {amount}（须达 {asked}，币种不同，无法比较）",
        "金額 {amount}（須達 {asked}，幣別不同，無法比較）"
    ];
    GROUND_EARLIER_COMPLAINTS_NOT = "ground.earlier-complaints-not", [
        "earlier complaints{which} not counted (asked for {at_least})",
        "此前的投诉{which}未统计（须达 {at_least} 件）",
        "此前的投訴{which}未統計（須達 {at_least} 件）"
    ];
    GROUND_FEWER_THAN_AT_LEAST = "ground.fewer-than-at-least", [
        " (fewer than {at_least})",
        "（不足 {at_least} 件）",
        "（不足 {at_least} 件）"
    ];
    GROUND_ASKED_AT_LEAST = "ground.asked-at-least", [
        " (asked for {at_least})",
        "（须达 {at_least} 件）",
        "（須達 {at_least} 件）"
    ];
    GROUND_EARLIER_COMPLAINTS_AT = "ground.earlier-complaints-at", [
        "earlier complaints{which}: at most {count} by a {keys} that is not known{held}",
        "此前的投诉{which}至多 {count} 件；{keys}尚不清楚{held}",
        "此前的投訴{which}至多 {count} 件；{keys}尚不清楚{held}"
    ];
    GROUND_AT_MOST = "ground.at-most", ["at most ", "至多 ", "至多 "];
    GROUND_EARLIER_COMPLAINTS = "ground.earlier-complaints", [
        "earlier complaints by {key}{which}: {most}{count}{held}",
        "按{key}计此前的投诉{which}：{most}{count} 件{held}",
        "按{key}計此前的投訴{which}：{most}{count} 件{held}"
    ];
    GROUND_WITHIN = "ground.within", ["within {length}", "{length}内", "{length}內"];
    GROUND_WITHIN_1_DAY = "ground.within-1-day", ["within 1 day", "1 天内", "1 天內"];
    GROUND_WITHIN_DAYS = "ground.within-days", ["within {n} days", "{n} 天内", "{n} 天內"];
    GROUND_WITHIN_1_MONTH = "ground.within-1-month", ["within 1 month", "1 个月内", "1 個月內"];
    GROUND_WITHIN_MONTHS = "ground.within-months", ["within {n} months", "{n} 个月内", "{n} 個月內"];
    GROUND_RATED = "ground.rated", ["rated {level}", "定级为{level}", "定級為{level}"];
    GROUND_UPHELD = "ground.upheld", ["upheld", "成立", "成立"];
    GROUND_SOMEBODY_ADMONISHED = "ground.somebody-admonished", [
        "with somebody admonished",
        "有人受到告诫",
        "有人受到告誡"
    ];
    GROUND_PARTS = "ground.parts", [" ({parts})", "（{parts}）", "（{parts}）"];
}
