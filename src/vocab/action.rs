//! What is done in a case: one action for each command.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What is done in a case: each command has one action.
    ///
    /// Actions have no order. The course of the case says which action may follow which stage: see [the
    /// course](crate::case).
    ///
    /// ```
    /// use redress::vocab::{Action, Locale};
    ///
    /// assert_eq!("force-close".parse(), Ok(Action::ForceClose));
    /// assert_eq!(Action::ForceClose.label(Locale::En), "close by force");
    /// assert!("closing".parse::<Action>().is_err());
    /// ```
    #[expect(clippy::exhaustive_enums, reason = "a new action must break every embedder's match")]
    pub enum Action = "an" "action";

    /// Records that a complaint arrived. It opens the case.
    Receive = "receive", ["receive", "接收", "接收"];
    /// Tells the complainant that the complaint arrived.
    Acknowledge = "acknowledge", ["acknowledge", "确认收悉", "確認收悉"];
    /// Enters the complaint in the register.
    Register = "register", ["register", "登记", "登記"];
    /// Says what the complaint is about and how severe it is.
    Triage = "triage", ["triage", "分级分类", "分級分類"];
    /// Settles a small matter where it is raised.
    AnswerAtOnce = "answer-at-once", ["answer at once", "当场答复", "當場答覆"];
    /// Explains why the complaint is not established.
    FindNotEstablished = "find-not-established", ["find not established", "认定不成立", "認定不成立"];
    /// Sends the complaint to the unit that deals with it.
    Dispatch = "dispatch", ["dispatch", "派发", "派發"];
    /// Sends the complaint on to another unit.
    Redispatch = "redispatch", ["re-dispatch", "转派", "轉派"];
    /// Records that the unit received the complaint and starts to work on it.
    Start = "start", ["start the investigation", "开始调查", "開始調查"];
    /// Asks the customer a question, or for samples.
    AskCustomer = "ask-customer", ["ask the customer", "询问客户", "詢問客戶"];
    /// Records the cause, and who is at fault.
    FindCause = "find-cause", ["find the cause", "查明原因", "查明原因"];
    /// Explains that the customer caused the problem.
    FindCustomerCaused = "find-customer-caused", ["find it customer-caused", "认定客户原因", "認定客戶原因"];
    /// Drafts what the complainant should receive.
    Propose = "propose", ["propose", "拟定方案", "擬定方案"];
    /// Submits the proposal for approval.
    Submit = "submit", ["submit for approval", "提交审批", "提交簽核"];
    /// Returns what was submitted, to an earlier step or to its author.
    SendBack = "send-back", ["send back", "退回", "退回"];
    /// Agrees, as one signature of an approval.
    Sign = "sign", ["sign", "签署", "簽署"];
    /// Refuses what was submitted.
    RefuseToSign = "refuse-to-sign", ["refuse to sign", "拒签", "拒簽"];
    /// Approves in an emergency, in place of the people who have not signed yet.
    Override = "override", ["override the approval", "紧急越权批准", "緊急越權批准"];
    /// Takes back one's own signature or refusal, while its step is open.
    WithdrawSignature = "withdraw-signature", ["withdraw a signature", "撤回签署", "撤回簽署"];
    /// Takes back what one submitted.
    TakeBack = "take-back", ["take back", "收回", "收回"];
    /// Changes a proposal.
    Amend = "amend", ["amend the proposal", "修改方案", "修改方案"];
    /// Shows the complainant the best alternative that is left.
    Offer = "offer", ["offer", "向客户提出", "向客戶提出"];
    /// Records that the complainant does not accept the offer.
    Object = "object", ["record an objection", "记录异议", "記錄異議"];
    /// Ends an offer, because the complainant has not answered for too long.
    Lapse = "lapse", ["let the offer lapse", "提议失效", "提議失效"];
    /// Records that the complainant accepts the offer.
    Consent = "consent", ["record the consent", "记录同意", "記錄同意"];
    /// Starts what was decided.
    CarryOut = "carry-out", ["carry out", "实施", "實施"];
    /// Records that the remedy is done and the complainant was told.
    Finish = "finish", ["finish", "完成实施", "完成實施"];
    /// Records that the remedy did not work.
    Fail = "fail", ["report a failure", "报告失败", "報告失敗"];
    /// Contacts the complainant after the solution.
    FollowUp = "follow-up", ["follow up", "回访", "回訪"];
    /// Records that the complainant is not satisfied.
    RecordDissatisfaction = "record-dissatisfaction", ["record dissatisfaction", "记录不满意", "記錄不滿意"];
    /// Closes the complaint.
    Close = "close", ["close", "结案", "結案"];
    /// Closes the complaint without a solution.
    ForceClose = "force-close", ["close by force", "强制结案", "強制結案"];
    /// Records that the complainant withdrew the complaint.
    Withdraw = "withdraw", ["record a withdrawal", "记录撤回", "記錄撤回"];
    /// Ends this case, because it continues in another one.
    Merge = "merge", ["merge", "合并", "合併"];
    /// Turns the complaint into a project.
    OpenProject = "open-project", ["open a project", "立项", "立項"];
    /// Ends the project.
    FinishProject = "finish-project", ["finish the project", "结项", "結項"];
    /// Opens a closed complaint again.
    Reopen = "reopen", ["reopen", "重新受理", "重新受理"];
    /// Records lessons and measures after the end.
    Review = "review", ["review", "总结", "總結"];
    /// Promises the complainant an answer by a certain instant.
    Promise = "promise", ["promise", "承诺", "承諾"];
    /// Tells the complainant how the matter stands.
    Answer = "answer", ["answer", "答复", "答覆"];
    /// Records that the complainant wrote or called.
    HearCustomer = "hear-customer", ["hear the customer", "记录客户来函或来电", "記錄客戶來函或來電"];
    /// Tells the complainant of progress.
    NotifyProgress = "notify-progress", ["notify progress", "告知进展", "告知進展"];
    /// Apologises to the complainant.
    Apologise = "apologise", ["apologise", "道歉", "道歉"];
    /// Records that a measure against further damage is in place.
    Contain = "contain", ["contain", "围堵", "圍堵"];
    /// Records that a department needs no measure against further damage.
    WaiveContainment = "waive-containment", ["waive containment", "免于围堵", "免於圍堵"];
    /// Moves returned goods to their next step.
    HandleGoods = "handle-goods", ["handle returned goods", "处理退货", "處理退貨"];
    /// Starts or finishes a recall, or records that none is needed.
    Recall = "recall", ["recall", "召回", "召回"];
    /// Plans a measure against the cause, or moves it to its next step.
    TakeAction = "take-action", ["take corrective action", "采取纠正措施", "採取糾正措施"];
    /// Records a step of 8D or PDCA.
    RecordDiscipline = "record-discipline", ["record a discipline", "记录步骤", "記錄步驟"];
    /// Proposes to hold somebody to account.
    ProposeSanction = "propose-sanction", ["propose a sanction", "提出追责", "提出追責"];
    /// Decides whether somebody is held to account.
    DecideSanction = "decide-sanction", ["decide a sanction", "决定追责", "決定追責"];
    /// Holds the bill back until the complaint is solved.
    HoldBilling = "hold-billing", ["hold billing", "暂缓收费", "暫緩收費"];
    /// Allows the bill to be sent.
    ReleaseBilling = "release-billing", ["release billing", "恢复收费", "恢復收費"];
    /// Records a step of the procedure after an accident.
    TakeAccidentStep = "take-accident-step", ["take an accident step", "事故处理步骤", "事故處理步驟"];
    /// Sends a letter of thanks.
    Thank = "thank", ["thank", "致谢", "致謝"];
    /// Changes the category, the facts or other words of the complaint.
    Reclassify = "reclassify", ["reclassify", "重新分类", "重新分類"];
    /// Corrects the instant of an event that was earlier than recorded.
    Correct = "correct", ["correct an instant", "更正时间", "更正時間"];
    /// Records an event from which a clock counts.
    Happen = "happen", ["record an event", "记录事件", "記錄事件"];
    /// Pauses clocks for a reason.
    Pause = "pause", ["pause clocks", "暂停计时", "暫停計時"];
    /// Lets paused clocks run again.
    Resume = "resume", ["resume clocks", "恢复计时", "恢復計時"];
    /// Gives a clock a later due date.
    Extend = "extend", ["extend a limit", "延期", "延期"];
    /// Submits a decision other than the remedy for approval.
    Apply = "apply", ["apply for approval", "申请审批", "申請簽核"];
    /// Lets approvals follow today's severity instead of the highest one that the case had.
    Relax = "relax", ["relax the approval", "放宽审批", "放寬簽核"];
    /// Records how another case is related to this one.
    Link = "link", ["link a case", "关联案件", "關聯案件"];
    /// Writes a note.
    Note = "note", ["note", "备注", "備註"];
    /// Records that a warning, an escalation or another duty was passed on.
    Deliver = "deliver", ["deliver a duty", "送达提醒", "送達提醒"];
    /// Moves the case to another version of the policy.
    MovePolicy = "move-policy", ["move to another policy", "变更制度版本", "變更制度版本"];
}
