//! What was done in a case.

use crate::labels::phrase::phrases;

phrases! {
    DEED_DEED = "deed.deed", [
        "{action}: {particulars}",
        "{action}：{particulars}",
        "{action}：{particulars}"
    ];
    DEED_RECEIVED = "deed.received", ["received {at}", "收到 {at}", "收到 {at}"];
    DEED_THROUGH = "deed.through", ["through {person}", "直接责任者 {person}", "直接責任者 {person}"];
    DEED_POSSIBLE_CAUSE = "deed.possible-cause", [
        "possible cause: {cause}",
        "可能原因：{cause}",
        "可能原因：{cause}"
    ];
    DEED_SAMPLES_ASKED = "deed.samples-asked", ["samples asked for", "索取样品", "索取樣品"];
    DEED_STEP = "deed.step", ["to step `{step}`", "退至步骤 `{step}`", "退至步驟 `{step}`"];
    DEED_AUTOMATIC = "deed.automatic", ["automatic", "自动发送", "自動發送"];
    DEED_NEXT_ANSWER_UNTIL = "deed.next-answer-until", [
        "next answer until {next}",
        "下次答复不晚于 {next}",
        "下次答覆不晚於 {next}"
    ];
    DEED_NOBODY_TELL = "deed.nobody-tell", ["nobody to tell", "无人可告知", "無人可告知"];
    DEED_NOT_COMPLETE = "deed.not-complete", ["not complete", "不完整", "不完整"];
    DEED_AT_FAULT = "deed.at-fault", ["at fault: {word}", "过错方：{word}", "過錯方：{word}"];
    DEED_WANTS_NOTHING = "deed.wants-nothing", ["wants nothing", "无诉求", "無訴求"];
    DEED_NO = "deed.no", ["no {fact}", "无{fact}", "無{fact}"];
    DEED_OR = "deed.or", ["; or {none}", "；或{none}", "；或{none}"];
    DEED_FOR = "deed.for", ["{remedies} for {amount}", "{remedies}，{amount}", "{remedies}，{amount}"];
    DEED_PERSON_PART = "deed.person-part", ["{person} ({part})", "{person}（{part}）", "{person}（{part}）"];
    DEED_ALL = "deed.all", ["{total} in all", "共 {total}", "共 {total}"];
    DEED_MORE = "deed.more", ["{more} more", "增加 {more}", "增加 {more}"];
    DEED_APPROVAL = "deed.approval", ["approval {number}", "审批 {number}", "簽核 {number}"];
}
