//! What refusals speak of: things that are missing, and things that are too many.

use crate::labels::phrase::phrases;

phrases! {
    THING_ALTERNATIVES = "thing.alternatives", ["alternatives", "方案数", "方案數"];
    THING_AMOUNTS_OF_ANOTHER_CASE = "thing.amounts-of-another-case", ["amounts of another case", "另一案件的金额项数", "另一案件的金額項數"];
    THING_APPROVALS = "thing.approvals", ["approvals", "审批数", "簽核數"];
    THING_CATEGORIES = "thing.categories", ["categories", "类别数", "類別數"];
    THING_COMPLAINANTS = "thing.complainants", ["complainants", "投诉人数", "投訴人數"];
    THING_DEPARTMENTS = "thing.departments", ["departments", "部门数", "部門數"];
    THING_DUE_DATES_OF_ANOTHER_CASE = "thing.due-dates-of-another-case", ["due dates of another case", "另一案件的到期日数", "另一案件的到期日數"];
    THING_EVENTS = "thing.events", ["events", "事件数", "事件數"];
    THING_EVIDENCE = "thing.evidence", ["evidence", "证据数", "證據數"];
    THING_FACETS = "thing.facets", ["facets", "用语种类数", "用語種類數"];
    THING_FACTS_AND_MARKS_AMONG_THE = "thing.facts-and-marks-among-the", ["facts and marks among the words", "用语中的事实与标记数", "用語中的事實與標記數"];
    THING_FACTS = "thing.facts", ["facts", "事实数", "事實數"];
    THING_LINKS = "thing.links", ["links", "关联数", "關聯數"];
    THING_MEASURES = "thing.measures", ["measures", "措施数", "措施數"];
    THING_PEOPLE_COMPLAINED_ABOUT = "thing.people-complained-about", ["people complained about", "被投诉人数", "被投訴人數"];
    THING_PEOPLE = "thing.people", ["people", "人数", "人數"];
    THING_POSSIBLE_CAUSES = "thing.possible-causes", ["possible causes", "可能原因数", "可能原因數"];
    THING_REASONS = "thing.reasons", ["reasons", "理由数", "理由數"];
    THING_REMEDIES_OF_AN_ALTERNATIVE = "thing.remedies-of-an-alternative", ["remedies of an alternative", "单一方案的补救措施数", "單一方案的補救措施數"];
    THING_RESPONSIBLE_PEOPLE = "thing.responsible-people", ["responsible people", "责任人数", "責任人數"];
    THING_SANCTIONS = "thing.sanctions", ["sanctions", "责任追究数", "責任追究數"];
    THING_BYTES_OF_NARRATIVE = "thing.bytes-of-narrative", ["bytes of narrative", "投诉内容的字节数", "投訴內容的位元組數"];
    THING_APPLICATION_FOR_A_REMEDY_PROPOSE = "thing.application-for-a-remedy-propose", ["application for a remedy; propose the remedy and submit it", "处理方案的申请；请拟定方案并提交", "處理方案的申請；請擬定方案並提交"];
    THING_APPROVAL_WITH_THAT_NUMBER = "thing.approval-with-that-number", ["approval with that number", "该编号的审批", "該編號的簽核"];
    THING_BILLING_HOLD = "thing.billing-hold", ["billing hold", "暂停中的账单", "暫停中的帳單"];
    THING_CHAIN_WITH_THAT_ID_IN = "thing.chain-with-that-id-in", ["chain with that id in the policy", "制度中该编号的审批链", "制度中該編號的簽核鏈"];
    THING_DELIVERY_FOR_A_DUTY_OF = "thing.delivery-for-a-duty-of", ["delivery for a duty of that kind; fulfil it by its own command", "此类待办的送达；请用其专用指令履行", "此類待辦的送達；請用其專用指令履行"];
    THING_EVENT = "thing.event", ["event", "事件", "事件"];
    THING_FURTHER_ANSWER_TO_PROMISE_ONCE = "thing.further-answer-to-promise-once", ["further answer to promise once the complaint is solved", "投诉解决后可再承诺的答复", "投訴解決後可再承諾的答覆"];
    THING_OPEN_APPROVAL = "thing.open-approval", ["open approval", "进行中的审批", "進行中的簽核"];
    THING_OPEN_PROJECT = "thing.open-project", ["open project", "进行中的专项", "進行中的專案"];
    THING_POLICY_WITH_THAT_NAME_THE = "thing.policy-with-that-name-the", ["policy with that name: the name or version is not valid", "该名称的制度：名称或版本无效", "該名稱的制度：名稱或版本無效"];
    THING_PROMISE_IN_AN_AUTOMATIC_MESSAGE = "thing.promise-in-an-automatic-message", ["promise in an automatic message; a person must promise the next answer", "自动消息中的承诺；须由人员承诺下次答复", "自動訊息中的承諾；須由人員承諾下次答覆"];
    THING_PROPOSAL = "thing.proposal", ["proposal", "方案", "方案"];
    THING_RECEIPT = "thing.receipt", ["receipt", "收件记录", "收件記錄"];
    THING_REMEDY_WHOSE_COST_IS_STILL = "thing.remedy-whose-cost-is-still", ["remedy whose cost is still to be stated", "尚待写明费用的补救措施", "尚待寫明費用的補救措施"];
    THING_SUCH_DUTY_AT_THE_MOMENT = "thing.such-duty-at-the-moment", ["such duty at the moment", "此项待办", "此項待辦"];
    THING_SUCH_SANCTION_AMONG_THOSE_PROPOSED = "thing.such-sanction-among-those-proposed", ["such sanction among those proposed", "所拟的此项责任追究", "所擬的此項責任追究"];
    THING_TIME_AFTER_WHICH_AN_OFFER = "thing.time-after-which-an-offer", ["time after which an offer lapses", "方案失效的期限", "方案失效的期限"];
    THING_OPEN_CASE_ONLY_A_SANCTION = "thing.open-case-only-a-sanction", ["open case; only a sanction, a corrective action or a recall can be approved after the end", "进行中的案件；结案后只能审批责任追究、纠正措施或召回", "進行中的案件；結案後只能簽核責任追究、糾正措施或召回"];
    THING_THE_CAUSE = "thing.the-cause", ["the cause", "原因", "原因"];
    THING_THE_CORRECTIVE_MEASURE = "thing.the-corrective-measure", ["the corrective measure", "纠正措施", "糾正措施"];
    THING_THE_PREVENTIVE_MEASURE = "thing.the-preventive-measure", ["the preventive measure", "预防措施", "預防措施"];
    THING_THE_RESPONSIBLE_PERSON = "thing.the-responsible-person", ["the responsible person", "责任人", "責任人"];
    THING_INDIVIDUAL = "thing.individual", ["individual", "对个人的说明", "對個人的說明"];
    THING_EFFECT = "thing.effect", ["effect", "造成的影响", "造成的影響"];
    THING_MEASURE = "thing.measure", ["measure", "改进措施", "改進措施"];
}
