//! Aliases: texts that are read as a standard word, and never shown for it.
//!
//! The printed procedures use other forms and synonyms than the labels: `消极抱怨性投诉` where the label is `消极抱怨`,
//! `更换` where the label is `换货`. Aliases let people paste such text. Three aliases are slips of automatic conversion
//! into the traditional script: `型別` for `類型`, `發泄` for `發洩`, and `投訴物件` for `投訴對象`.

/// The vocabulary, the code of the word, and its aliases.
///
/// Within a vocabulary, no alias is a label or an alias of another word. The table holds texts and not words, because
/// the words are defined with it. A test checks that each code is a word.
pub(super) const ALIASES: &[(&str, &str, &[&str])] = &[
    (SEVERITY, "general", &["一般投诉", "一般投訴", "一般性投诉", "一般性投訴"]),
    (SEVERITY, "serious", &["严重投诉", "嚴重投訴", "严重性投诉", "嚴重性投訴"]),
    (VALIDITY, "not-established", &["无效投诉", "無效投訴"]),
    (APPROVAL_ACT, "instruct", &["核示"]),
    (FACET, "complainant-kind", &["投訴人型別"]),
    (FACET, "churn-kind", &["流失型別"]),
    (FACET, "lapse-kind", &["失誤型別"]),
    (FACET, "harm-kind", &["損害型別"]),
    (FACET, "benefit-sought", &["利益型別"]),
    (FORM_FIELD, "object", &["投訴物件"]),
    (FORM_FIELD, "demand", &["投诉要求", "投訴要求"]),
    (FORM_FIELD, "customer", &["客户姓名", "客戶姓名", "顾客", "顧客"]),
    (FORM_FIELD, "time", &["抱怨时间", "抱怨時間"]),
    (FORM_FIELD, "narrative", &["抱怨内容", "抱怨內容"]),
    (FORM_FIELD, "model", &["型号", "型號"]),
    (FORM_FIELD, "order-time", &["订单时间", "訂單時間"]),
    (FORM_FIELD, "delivery-time", &["产品交货时间", "產品交貨時間"]),
    (FORM_FIELD, "problem-time", &["发生时间", "發生時間"]),
    (FORM_FIELD, "phenomenon", &["现象", "現象"]),
    (FORM_FIELD, "corrective-measure", &["矫正措施", "矯正措施"]),
    (FORM_FIELD, "preventive-measure", &["预防对策", "預防對策"]),
    (
        CAUSE_GROUP,
        "product-quality",
        &["产品质量投诉", "產品質量投訴", "产品质量问题", "產品質量問題", "產品質量"],
    ),
    (CAUSE_GROUP, "service", &["服务投诉", "服務投訴"]),
    (CAUSE_GROUP, "price-charge", &["价格投诉", "價格投訴"]),
    (CAUSE_GROUP, "integrity", &["诚信投诉", "誠信投訴"]),
    (CAUSE_GROUP, "accident", &["意外事故投诉", "意外事故投訴"]),
    (CAUSE_GROUP, "customer-side", &["客户自身的原因", "客戶自身的原因"]),
    (CAUSE_GROUP, "internal-management", &["内部管理问题", "內部管理問題"]),
    (CAUSE_GROUP, "staff-capability", &["人员素质问题", "人員素質問題"]),
    (CAUSE_GROUP, "external", &["外部环境因素", "外部環境因素"]),
    (SUBJECT, "service", &["服务类抱怨", "服務類抱怨"]),
    (SUBJECT, "product-quality", &["产品品质类抱怨", "產品品質類抱怨"]),
    (SUBJECT, "product-environment", &["产品环保类抱怨", "產品環保類抱怨"]),
    (ORIGIN, "endogenous", &["内生性投诉", "內生性投訴"]),
    (ORIGIN, "exogenous", &["外生性投诉", "外生性投訴"]),
    (CAUSE, "service.skill", &["操作业务不熟练", "操作業務不熟練"]),
    (CAUSE, "integrity.defect-denied", &["不承认自己产品的缺陷", "不承認自己產品的缺陷"]),
    (CAUSE, "customer-side.improper-storage", &["货品不当保存", "貨品不當保存"]),
    (CAUSE, "communication.wrong-information", &["錯誤的信息"]),
    (CAUSE, "external.policy-change", &["政策改变", "政策改變"]),
    (CAUSE, "external.price-fall", &["房价下跌", "房價下跌"]),
    (BEHAVIOUR, "passive-grumbling", &["消极抱怨性投诉", "消極抱怨性投訴"]),
    (BEHAVIOUR, "negative-publicity", &["负面宣传型投诉", "負面宣傳型投訴"]),
    (BEHAVIOUR, "angry-venting", &["愤怒发泄型投诉", "憤怒發洩型投訴", "憤怒發泄", "憤怒發泄型投訴"]),
    (BEHAVIOUR, "extreme-radical", &["极端激进型投诉", "極端激進型投訴"]),
    (PURPOSE, "suggestion", &["建议性投诉", "建議性投訴"]),
    (PURPOSE, "criticism", &["批评性投诉", "批評性投訴"]),
    (PURPOSE, "accusation", &["控告性投诉", "控告性投訴"]),
    (PURPOSE, "demand", &["索取性投诉", "索取性投訴"]),
    (MOTIVE, "venting", &["发泄心理", "發洩心理", "發泄", "發泄心理"]),
    (MOTIVE, "respect", &["尊重心理"]),
    (MOTIVE, "redress", &["补救心理", "補救心理"]),
    (MOTIVE, "recognition", &["认同心理", "認同心理"]),
    (MOTIVE, "showing-off", &["表现心理", "表現心理"]),
    (MOTIVE, "revenge", &["报复心理", "報復心理", "报复手段", "報復手段"]),
    (NATURE, "emotional", &["情绪化抱怨", "情緒化抱怨"]),
    (NATURE, "rational", &["理性抱怨"]),
    (NATURE, "structural", &["结构性抱怨", "結構性抱怨"]),
    (REMEDY, "exchange", &["更换", "更換", "更换产品", "更換產品", "更换全新的产品", "更換全新的產品"]),
    (REMEDY, "repair", &["修复", "修復"]),
    (REMEDY, "price-reduction", &["优惠", "優惠", "折扣"]),
    (FAULT_PARTY, "company", &["企业", "企業", "公司", "修理厂", "修理廠"]),
    (FAULT_PARTY, "customer", &["车主", "車主", "顾客", "顧客"]),
    (CHANNEL, "email", &["邮件", "郵件"]),
    (DEPARTMENT, "quality", &["品质部", "品質部", "质量部", "質量部", "质量部门", "質量部門", "質量管理部"]),
    (DEPARTMENT, "sales", &["营业部", "營業部", "销售部门", "銷售部門"]),
    (DEPARTMENT, "customer-service", &["客服部门", "客服部門"]),
    (STEP_AFTER_AN_ACCIDENT, "feed-back", &["反饋客戶"]),
    (ACTION, "submit", &["提交審批"]),
    (ACTION, "close", &["闭环", "閉環"]),
    (ACTION, "force-close", &["强制闭环", "強制閉環"]),
    (ACTION, "apply", &["申請審批"]),
    (ACTION, "relax", &["放寬審批"]),
    (ACTION, "move-policy", &["变更政策版本", "變更政策版本"]),
    (CLOSURE_KIND, "explained-not-established", &["解释关闭", "解釋關閉"]),
    (CLOSURE_KIND, "explained-customer-caused", &["客户原因关闭", "客戶原因關閉"]),
    (CLOSURE_KIND, "forced", &["强制闭环", "強制閉環"]),
    (KIND_OF_DECISION, "forced-closure", &["强制闭环", "強制閉環"]),
    (KIND_OF_DECISION, "policy-change", &["政策版本变更", "政策版本變更"]),
    (DUTY, "breach", &["超時"]),
    (ANCHOR, "closed", &["闭环", "閉環"]),
    (CATEGORY, "product-quality", &["產品質量"]),
    (CAUSE, "product-quality.below-standard", &["未達到質量標準"]),
    (CAUSE, "product-quality.major-defect", &["重大質量問題"]),
    (CAUSE, "product-quality.root-material", &["原材料質量問題"]),
    (CAUSE, "product-quality.root-standard-not-followed", &["未按質量標準操作"]),
    (CAUSE, "service.product-support", &["產品支持"]),
    (CAUSE, "communication.unclear", &["信息傳遞不清晰"]),
    (CAUSE, "internal-management.quality-awareness", &["質量意識淡薄"]),
    (CAUSE_GROUP, "communication", &["溝通與信息"]),
    (CHANNEL, "social-media", &["社交媒體"]),
    (CHANNEL, "online-form", &["在線表單"]),
    (CHANNEL, "online-platform", &["在線投訴平台"]),
    (CHANNEL, "online-service", &["在線客服"]),
    (CLOCK_NAME, "closure", &["闭环时限", "閉環時限"]),
    (CLOCK_NAME, "unclosed-notice", &["未闭环通报", "未閉環通報"]),
    (DEPARTMENT, "technical-support", &["技術支持團隊"]),
    (FACT, "on-forced-closure-list", &["在强制关闭清单上", "在強制關閉清單上"]),
    (FACT, "customer-helped", &["承蒙顾客帮忙", "承蒙顧客幫忙"]),
    (FACT, "regular-customer-and-trip", &["旅游致谢老顾客", "旅遊致謝老顧客"]),
    (FOLLOW_UP, "progress-notice", &["進展反饋"]),
    (FOLLOW_UP, "improvement-notice", &["改進反饋"]),
    (FORM_FIELD, "enterprise-data", &["企業基本信息"]),
    (IMPROVEMENT_MEASURE, "feedback-mechanism", &["反饋機制"]),
    (IMPROVEMENT_MEASURE, "quality-control", &["質量控制"]),
    (FACET, "channel", &["投訴渠道"]),
    (FACET, "approval-level", &["審批層級"]),
    (RECORD, "complaint-list", &["顾客抱怨清单", "顧客抱怨清單"]),
    (RECORD, "return-list", &["顾客退货清单", "顧客退貨清單"]),
    (RECORD, "customer-form", &["顾客规定的表单", "顧客規定的表單"]),
    (RECORD, "forced-closure-list", &["强制关闭清单", "強制關閉清單"]),
    (REPORT, "unclosed-notice", &["未闭环通报", "未閉環通報"]),
    (RISK_AREA, "construction-quality", &["工程質量"]),
    (SATISFACTION_FACTOR, "quality", &["質量"]),
    (THANKS_OCCASION, "customer-helped", &["顾客帮忙", "顧客幫忙"]),
    (TOPIC, "product-quality", &["產品質量問題"]),
    (STAGE, "in-approval", &["審批中"]),
    (STAGE, "closed", &["已闭环", "已閉環"]),
    (STANDING, "unclosed", &["未闭环", "未閉環"]),
    (STANDING, "closed-in-time", &["按期闭环", "按期閉環"]),
    (STANDING, "closed-late", &["逾期闭环", "逾期閉環"]),
];

// The closed vocabularies by the text that their macro has for them, the open ones by their facet.
const SEVERITY: &str = "severity";
const VALIDITY: &str = "validity";
const APPROVAL_ACT: &str = "approval act";
const FACET: &str = "facet";
const BEHAVIOUR: &str = "behaviour";
const PURPOSE: &str = "purpose";
const MOTIVE: &str = "motive";
const NATURE: &str = "nature";
const REMEDY: &str = "remedy";
const FAULT_PARTY: &str = "fault-party";
const CHANNEL: &str = "channel";
const DEPARTMENT: &str = "department";
const FORM_FIELD: &str = "form-field";
const SUBJECT: &str = "subject";
const ORIGIN: &str = "origin";
const STEP_AFTER_AN_ACCIDENT: &str = "step after an accident";
const ACTION: &str = "action";
const CLOSURE_KIND: &str = "closure kind";
const KIND_OF_DECISION: &str = "kind of decision";
const DUTY: &str = "duty";
const ANCHOR: &str = "anchor";
const CATEGORY: &str = "category";
const CAUSE: &str = "cause";
const CAUSE_GROUP: &str = "cause-group";
const CLOCK_NAME: &str = "clock-name";
const FACT: &str = "fact";
const FOLLOW_UP: &str = "follow-up";
const IMPROVEMENT_MEASURE: &str = "improvement-measure";
const RECORD: &str = "record";
const REPORT: &str = "report";
const RISK_AREA: &str = "risk-area";
const SATISFACTION_FACTOR: &str = "satisfaction-factor";
const THANKS_OCCASION: &str = "thanks-occasion";
const TOPIC: &str = "topic";
const STAGE: &str = "stage";
const STANDING: &str = "standing";

/// Returns the word of a vocabulary that an alias means.
pub(crate) fn word(vocabulary: &str, alias: &str) -> Option<&'static str> {
    let mut rows = ALIASES.iter().filter(|(of, _, _)| *of == vocabulary);
    rows.find(|(_, _, aliases)| aliases.contains(&alias)).map(|(_, word, _)| *word)
}

/// Returns the aliases of a word of a vocabulary.
pub(crate) fn aliases(vocabulary: &str, word: &str) -> &'static [&'static str] {
    let row = ALIASES.iter().find(|(of, known, _)| *of == vocabulary && *known == word);
    row.map_or(&[], |(_, _, aliases)| aliases)
}
