//! What is done in a case.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What is done in a case: one action for each command.
    ///
    /// It has no order: which may follow which is the table of the case's course. `T` and `X` name the arrows and
    /// side tracks of the unified lifecycle; an action without one is our choice.
    #[expect(clippy::exhaustive_enums, reason = "a new action must break every embedder's match")]
    pub enum Action = "an" "action";

    /// A complaint came in (T01).
    Receive = "receive", ["receive", "接收", "接收"];
    /// Tells the complainant that it came in (T02, X1).
    Acknowledge = "acknowledge", ["acknowledge", "确认收悉", "確認收悉"];
    /// Puts it in the register (T03).
    Register = "register", ["register", "登记", "登記"];
    /// Says what it is about and how bad it is (T04).
    Triage = "triage", ["triage", "分级分类", "分級分類"];
    /// Settles a small matter where it is raised (T05).
    AnswerAtOnce = "answer-at-once", ["answer at once", "当场答复", "當場答覆"];
    /// Explains why it does not stand (T06).
    FindNotEstablished = "find-not-established", ["find not established", "认定不成立", "認定不成立"];
    /// Sends it to the unit that deals with it (T07).
    Dispatch = "dispatch", ["dispatch", "派发", "派發"];
    /// Passes it on to another unit (T08).
    Redispatch = "redispatch", ["re-dispatch", "转派", "轉派"];
    /// The unit got it and starts to work on it (T09).
    Start = "start", ["start the investigation", "开始调查", "開始調查"];
    /// Asks a question, or for samples (T10).
    AskCustomer = "ask-customer", ["ask the customer", "询问客户", "詢問客戶"];
    /// Says why it went wrong and through whom (T11).
    FindCause = "find-cause", ["find the cause", "查明原因", "查明原因"];
    /// Explains that the customer caused it (T12).
    FindCustomerCaused = "find-customer-caused", ["find it customer-caused", "认定客户原因", "認定客戶原因"];
    /// Drafts what the complainant is to get (T13).
    Propose = "propose", ["propose", "拟定方案", "擬定方案"];
    /// Puts the proposal before those who decide (T14).
    Submit = "submit", ["submit for approval", "提交审批", "提交審批"];
    /// Returns what was submitted, to a step or to its author (T15).
    SendBack = "send-back", ["send back", "退回", "退回"];
    /// Agrees, as one step of an approval (T16).
    Sign = "sign", ["sign", "签署", "簽署"];
    /// Says no to what was submitted.
    RefuseToSign = "refuse-to-sign", ["refuse to sign", "拒签", "拒簽"];
    /// Approves in an emergency, in the place of those who have not signed yet.
    Override = "override", ["override the approval", "紧急越权批准", "緊急越權批准"];
    /// Takes a signature or a refusal of one's own back, as long as its step is open.
    WithdrawSignature = "withdraw-signature", ["withdraw a signature", "撤回签署", "撤回簽署"];
    /// Withdraws what one has submitted.
    TakeBack = "take-back", ["take back", "收回", "收回"];
    /// Changes a proposal.
    Amend = "amend", ["amend the proposal", "修改方案", "修改方案"];
    /// Shows the complainant the best alternative (T17).
    Offer = "offer", ["offer", "向客户提出", "向客戶提出"];
    /// The complainant does not want it (T18).
    Object = "object", ["record an objection", "记录异议", "記錄異議"];
    /// The complainant has been silent for too long.
    Lapse = "lapse", ["let the offer lapse", "提议失效", "提議失效"];
    /// The complainant agrees (T19).
    Consent = "consent", ["record the consent", "记录同意", "記錄同意"];
    /// Begins what was decided (T20).
    CarryOut = "carry-out", ["carry out", "实施", "實施"];
    /// The remedy is done and the complainant told (T21).
    Finish = "finish", ["finish", "完成实施", "完成實施"];
    /// The remedy did not work.
    Fail = "fail", ["report a failure", "报告失败", "報告失敗"];
    /// Asks the complainant afterwards (T22).
    FollowUp = "follow-up", ["follow up", "回访", "回訪"];
    /// The complainant is not satisfied (T23).
    RecordDissatisfaction = "record-dissatisfaction", ["record dissatisfaction", "记录不满意", "記錄不滿意"];
    /// Ends it (T24).
    Close = "close", ["close", "闭环", "閉環"];
    /// Ends it without a solution (T25).
    ForceClose = "force-close", ["close by force", "强制闭环", "強制閉環"];
    /// The complainant takes it back.
    Withdraw = "withdraw", ["record a withdrawal", "记录撤回", "記錄撤回"];
    /// Goes on in another case.
    Merge = "merge", ["merge", "合并", "合併"];
    /// Makes it a project (T26, X9).
    OpenProject = "open-project", ["open a project", "立项", "立項"];
    /// Ends the project (X9).
    FinishProject = "finish-project", ["finish the project", "结项", "結項"];
    /// Takes up a closed complaint again (T27).
    Reopen = "reopen", ["reopen", "重新受理", "重新受理"];
    /// Records lessons and measures (T28).
    Review = "review", ["review", "总结", "總結"];
    /// Promises an answer at an instant (X2).
    Promise = "promise", ["promise", "承诺", "承諾"];
    /// Tells the complainant how things stand (X2, X10).
    Answer = "answer", ["answer", "答复", "答覆"];
    /// The complainant wrote or spoke.
    HearCustomer = "hear-customer", ["hear the customer", "记录客户来函或来电", "記錄客戶來函或來電"];
    /// Tells the complainant of progress (X10).
    NotifyProgress = "notify-progress", ["notify progress", "告知进展", "告知進展"];
    /// Says sorry (X11).
    Apologise = "apologise", ["apologise", "道歉", "道歉"];
    /// A measure against further damage is in place (X3).
    Contain = "contain", ["contain", "围堵", "圍堵"];
    /// No measure is needed there (X3).
    WaiveContainment = "waive-containment", ["waive containment", "免于围堵", "免於圍堵"];
    /// Moves returned goods on (X4).
    HandleGoods = "handle-goods", ["handle returned goods", "处理退货", "處理退貨"];
    /// Starts or finishes a recall, or rules it out (X5).
    Recall = "recall", ["recall", "召回", "召回"];
    /// Plans a measure against the cause or moves it on (X6).
    TakeAction = "take-action", ["take corrective action", "采取纠正措施", "採取糾正措施"];
    /// A step of 8D or PDCA was taken (X6).
    RecordDiscipline = "record-discipline", ["record a discipline", "记录步骤", "記錄步驟"];
    /// Proposes to hold somebody to account (X7).
    ProposeSanction = "propose-sanction", ["propose a sanction", "提出追责", "提出追責"];
    /// Decides to hold somebody to account (X7).
    DecideSanction = "decide-sanction", ["decide a sanction", "决定追责", "決定追責"];
    /// Sends no bill until it is solved (X8).
    HoldBilling = "hold-billing", ["hold billing", "暂缓收费", "暫緩收費"];
    /// Sends the bill (X8).
    ReleaseBilling = "release-billing", ["release billing", "恢复收费", "恢復收費"];
    /// A step of the order after an accident (S02-R14).
    TakeAccidentStep = "take-accident-step", ["take an accident step", "事故处理步骤", "事故處理步驟"];
    /// Sends a letter of thanks.
    Thank = "thank", ["thank", "致谢", "致謝"];
    /// Changes category, facts or other words.
    Reclassify = "reclassify", ["reclassify", "重新分类", "重新分類"];
    /// An event was earlier than recorded.
    Correct = "correct", ["correct an instant", "更正时间", "更正時間"];
    /// An event happened that a clock counts from.
    Happen = "happen", ["record an event", "记录事件", "記錄事件"];
    /// Clocks stand still for a reason.
    Pause = "pause", ["pause clocks", "暂停计时", "暫停計時"];
    /// Clocks run on.
    Resume = "resume", ["resume clocks", "恢复计时", "恢復計時"];
    /// Gives a clock a later date.
    Extend = "extend", ["extend a limit", "延期", "延期"];
    /// Puts another decision than the remedy before those who decide.
    Apply = "apply", ["apply for approval", "申请审批", "申請審批"];
    /// Lets approvals go by the severity of today.
    Relax = "relax", ["relax the approval", "放宽审批", "放寬審批"];
    /// Another case has to do with it.
    Link = "link", ["link a case", "关联案件", "關聯案件"];
    /// Writes something down.
    Note = "note", ["note", "备注", "備註"];
    /// A warning, an escalation or another duty was passed on.
    Deliver = "deliver", ["deliver a duty", "送达提醒", "送達提醒"];
    /// Goes on by another version of the policy.
    MovePolicy = "move-policy", ["move to another policy", "变更政策版本", "變更政策版本"];
}
