//! The severity, the marks and the owner of a complaint.

use crate::labels::phrase::phrases;

phrases! {
    FINDING_SEVERITY = "finding.severity", ["Severity: {level}", "严重程度：{level}", "嚴重程度：{level}"];
    FINDING_ASKED = "finding.asked", ["To be asked: {facts}", "待询问：{facts}", "待詢問：{facts}"];
    FINDING_MARK_RULE = "finding.mark-rule", [
        "Mark: {mark}, by rule `{rule}`: {because}",
        "标记：{mark}，依规则 `{rule}`：{because}",
        "標記：{mark}，依規則 `{rule}`：{because}"
    ];
    FINDING_MARK_MAY_HOLD = "finding.mark-may-hold", [
        "Mark: {mark} may hold, by rule `{rule}`: {because}",
        "标记：可能为{mark}，依规则 `{rule}`：{because}",
        "標記：可能為{mark}，依規則 `{rule}`：{because}"
    ];
    FINDING_ACT_ROUTE = "finding.act-route", ["{act}: {route}", "{act}：{route}", "{act}：{route}"];
    FINDING_MORE_MAY_COME = "finding.more-may-come", [
        "{act}: more may come, not known: {inputs}",
        "{act}：可能还有，尚不清楚：{inputs}",
        "{act}：可能還有，尚不清楚：{inputs}"
    ];
    FINDING_BY = "finding.by", ["{level} by {by}", "{level}，依 {by}", "{level}，依 {by}"];
    FINDING_DEFAULT_WHETHER_OR = "finding.default-whether-or", [
        "{level}, the default, whether or not the open rules hold",
        "{level}（缺省，未定的规则成立与否均同）",
        "{level}（預設，未定的規則成立與否均同）"
    ];
    FINDING_DEFAULT_NO_RULE = "finding.default-no-rule", [
        "{level}, the default: no rule holds",
        "{level}（缺省，无规则成立）",
        "{level}（預設，無規則成立）"
    ];
    FINDING_NOT_RATED_NO = "finding.not-rated-no", [
        "not rated: no rule holds",
        "未定级：无规则成立",
        "未定級：無規則成立"
    ];
    FINDING_NOT_RATED = "finding.not-rated", ["not rated", "未定级", "未定級"];
    FINDING_UNDETERMINED_FROM = "finding.undetermined-from", [
        "undetermined, from {lowest} to {highest}",
        "无法确定，{lowest}至{highest}",
        "無法確定，{lowest}至{highest}"
    ];
    FINDING_RULE = "finding.rule", [
        "  - rule `{id}` ({level}): {because}{citation}",
        "  - 规则 `{id}`（{level}）：{because}{citation}",
        "  - 規則 `{id}`（{level}）：{because}{citation}"
    ];
    FINDING_RULE_MAY_HOLD = "finding.rule-may-hold", [
        "  - rule `{id}` ({level}) may hold: {because}{citation}",
        "  - 规则 `{id}`（{level}）可能成立：{because}{citation}",
        "  - 規則 `{id}`（{level}）可能成立：{because}{citation}"
    ];
    FINDING_RULE_HOLDS_MAY = "finding.rule-holds-may", [
        "  - rule `{id}` ({level}) holds and may decide: {because}{citation}",
        "  - 规则 `{id}`（{level}）成立，可能起决定作用：{because}{citation}",
        "  - 規則 `{id}`（{level}）成立，可能起決定作用：{because}{citation}"
    ];
    FINDING_ANSWERED_FORM_PERHAPS = "finding.answered-form-perhaps", [
        "Answered on form: {record}, perhaps: {because}{citation}",
        "答复表单：可能为{record}：{because}{citation}",
        "答覆表單：可能為{record}：{because}{citation}"
    ];
    FINDING_ANSWERED_FORM = "finding.answered-form", [
        "Answered on form: {record}: {because}{citation}",
        "答复表单：{record}：{because}{citation}",
        "答覆表單：{record}：{because}{citation}"
    ];
    FINDING_UNDETERMINED = "finding.undetermined", ["undetermined", "无法确定", "無法確定"];
    FINDING_NONE_NO_RULE = "finding.none-no-rule", ["none, no rule holds", "无，无规则成立", "無，無規則成立"];
    FINDING_BY_RULE = "finding.by-rule", [
        ", by rule `{rule}`: {because}{citation}",
        "，依规则 `{rule}`：{because}{citation}",
        "，依規則 `{rule}`：{because}{citation}"
    ];
    FINDING_WORD = "finding.word", [
        "{facet}: {value}{because}",
        "{facet}：{value}{because}",
        "{facet}：{value}{because}"
    ];
    FINDING_NOBODY_POLICY_NO = "finding.nobody-policy-no", [
        "nobody: the policy has no routing table",
        "无：制度没有分派表",
        "無：制度沒有分派表"
    ];
    FINDING_NOBODY_NO_ROW = "finding.nobody-no-row", [
        "nobody: no row for {words}",
        "无：没有适用的规则（{words}）",
        "無：沒有適用的規則（{words}）"
    ];
    FINDING_UNDETERMINED_NOT_KNOWN = "finding.undetermined-not-known", [
        "undetermined, not known: {missing}",
        "无法确定，尚不清楚：{missing}",
        "無法確定，尚不清楚：{missing}"
    ];
    FINDING_UNDETERMINED_OTHERWISE = "finding.undetermined-otherwise", [
        "undetermined, not known: {missing}; otherwise {route}",
        "无法确定，尚不清楚：{missing}；否则为{route}",
        "無法確定，尚不清楚：{missing}；否則為{route}"
    ];
    FINDING_NOBODY_CLOSED_FORCE = "finding.nobody-closed-force", [
        "nobody, closed by force: {facts}{citation}",
        "不派发，强制结案：{facts}{citation}",
        "不派發，強制結案：{facts}{citation}"
    ];
    FINDING_UNIT_CONCERNED = "finding.unit-concerned", [
        "{whom} as the unit concerned",
        "{whom}（相关单位）",
        "{whom}（相關單位）"
    ];
    FINDING_ROW = "finding.row", [
        "{whom}, by row `{row}`{citation}",
        "{whom}，依规则 `{row}`{citation}",
        "{whom}，依規則 `{row}`{citation}"
    ];
    FINDING_ROW_FOR = "finding.row-for", [
        "{whom}, by row `{row}` for {matched}{citation}",
        "{whom}，依规则 `{row}`（{matched}）{citation}",
        "{whom}，依規則 `{row}`（{matched}）{citation}"
    ];
    FINDING_NO = "finding.no", ["no {input}", "无{input}", "無{input}"];
    FINDING_NOT_KNOWN = "finding.not-known", ["{input} not known", "{input}尚不清楚", "{input}尚不清楚"];
    FINDING_LABEL_PARENT = "finding.label-parent", [
        "{label} ({parent})",
        "{label}（{parent}）",
        "{label}（{parent}）"
    ];
}
