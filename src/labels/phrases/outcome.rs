//! What followed from a command in a case.

use crate::labels::phrase::phrases;

phrases! {
    OUTCOME_STEP_NOT_SIGNED = "outcome.step-not-signed", [
        "step `{step}` is not signed by them any more",
        "步骤 `{step}` 的签署已撤回",
        "步驟 `{step}` 的簽署已撤回"
    ];
    OUTCOME_APPROVAL = "outcome.approval", [
        "approval {number}: {state}",
        "审批 {number}：{state}",
        "簽核 {number}：{state}"
    ];
    OUTCOME_DEFAULT = "outcome.default", [", the default", "（缺省）", "（預設）"];
    OUTCOME_UNDETERMINED_AT_WORST = "outcome.undetermined-at-worst", [
        "undetermined, at worst {worst}",
        "无法确定，最高为{worst}",
        "無法確定，最高為{worst}"
    ];
    OUTCOME_SEVERITY = "outcome.severity", [
        "severity: {level}{rules}",
        "严重程度：{level}{rules}",
        "嚴重程度：{level}{rules}"
    ];
    OUTCOME_ROLE_UNIT = "outcome.role-unit", ["{role}, {unit}", "{unit}{role}", "{unit}{role}"];
    OUTCOME_OWNER = "outcome.owner", ["owner: {whom}{row}", "负责方：{whom}{row}", "負責方：{whom}{row}"];
    OUTCOME_NO_CLOCKS_CLOSED = "outcome.no-clocks-closed", [
        "no clocks: to be closed by force",
        "不计时：应强制结案",
        "不計時：應強制結案"
    ];
    OUTCOME_MARK = "outcome.mark", ["mark: {marks}", "标记：{marks}", "標記：{marks}"];
    OUTCOME_BY = "outcome.by", [", by {rules}", "，依 {rules}", "，依 {rules}"];
    OUTCOME_APPROVAL_OPENED = "outcome.approval-opened", [
        "approval {number} for {kind}, by {chain}",
        "审批 {number}（{kind}），依{chain}",
        "簽核 {number}（{kind}），依{chain}"
    ];
    OUTCOME_APPROVAL_GOES_FROM = "outcome.approval-goes-from", [
        "approval {number} goes from now on by {chain}",
        "审批 {number} 自此依{chain}",
        "簽核 {number} 自此依{chain}"
    ];
    OUTCOME_OVER = "outcome.over", [", over {amount}", "，金额 {amount}", "，金額 {amount}"];
    OUTCOME_STEPS = "outcome.steps", [": {steps}", "：{steps}", "：{steps}"];
    OUTCOME_CHAIN = "outcome.chain", [
        "chain `{id}`{citation}{amount}{steps}",
        "审批链 `{id}`{citation}{amount}{steps}",
        "簽核鏈 `{id}`{citation}{amount}{steps}"
    ];
    OUTCOME_NOBODY_SIGNS = "outcome.nobody-signs", ["nobody signs", "无须签署", "無須簽署"];
    OUTCOME_STEP = "outcome.step", [
        "{act} ({several}{roles})",
        "{act}（{several}{roles}）",
        "{act}（{several}{roles}）"
    ];
    OUTCOME_STEP_COMPLETE = "outcome.step-complete", [
        "; the step is complete",
        "；该步骤已完成",
        "；該步驟已完成"
    ];
    OUTCOME_FOR = "outcome.for", [" for {person}", "，代 {person}", "，代 {person}"];
    OUTCOME_UP = "outcome.up", [", up to {limit}", "，限额 {limit}", "，限額 {limit}"];
    OUTCOME_STEP_ROSTER = "outcome.step-roster", [
        "step `{step}` ({act}) as {role}{instead_of}{limit}, by roster {roster}",
        "步骤 `{step}`（{act}），身份：{role}{instead_of}{limit}，依名册 {roster}",
        "步驟 `{step}`（{act}），身分：{role}{instead_of}{limit}，依名冊 {roster}"
    ];
    OUTCOME_APPROVAL_NO_SIGNATURE = "outcome.approval-no-signature", [
        "approval {number}: no signature is void",
        "审批 {number}：签署均不作废",
        "簽核 {number}：簽署均不作廢"
    ];
    OUTCOME_APPROVAL_VOID_SIGNATURES = "outcome.approval-void-signatures", [
        "approval {number}: void are the signatures of {steps}",
        "审批 {number}：作废的签署步骤为 {steps}",
        "簽核 {number}：作廢的簽署步驟為 {steps}"
    ];
    OUTCOME_TOLD_THEIR_SIGNATURES = "outcome.told-their-signatures", [
        "to be told, and their signatures stay: {steps}",
        "须告知而签署不作废：{steps}",
        "須告知而簽署不作廢：{steps}"
    ];
    OUTCOME_OPEN = "outcome.open", ["open", "进行中", "進行中"];
    OUTCOME_COMPLETE = "outcome.complete", ["complete", "已通过", "已通過"];
    OUTCOME_CARRIED_OUT = "outcome.carried-out", ["carried out", "已执行", "已執行"];
    OUTCOME_REFUSED = "outcome.refused", ["refused", "被拒", "被拒"];
    OUTCOME_RETURNED = "outcome.returned", ["returned", "已退回", "已退回"];
    OUTCOME_TAKEN_BACK = "outcome.taken-back", ["taken back", "已收回", "已收回"];
    OUTCOME_VOID = "outcome.void", ["void", "已失效", "已失效"];
}
