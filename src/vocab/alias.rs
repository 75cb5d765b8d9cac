//! Texts that are read as a standard word and never shown for it.
//!
//! They are the forms and synonyms that the procedures print. Where the labels shorten a printed form (`消极抱怨`
//! for `消极抱怨性投诉`) or join synonyms (`换货` for `更换`), what stands in the procedures is still read.
//! Three are slips of conversion into the traditional script: `型別` for `類型`, `發泄` for `發洩`, and `投訴物件` for
//! `投訴對象`.

/// The vocabulary, the code of the word, and its aliases. No alias is a label or alias of another word of the
/// vocabulary.
///
/// Texts alone, for the words stand upon this table. A test of the facets says that each code is a word.
pub(super) const ALIASES: &[(&str, &str, &[&str])] = &[
    // S04-R02, S10-R03.
    (SEVERITY, "general", &["一般投诉", "一般投訴", "一般性投诉", "一般性投訴"]),
    // S04-R03, S10-R03.
    (SEVERITY, "serious", &["严重投诉", "嚴重投訴", "严重性投诉", "嚴重性投訴"]),
    // S01-R26.
    (VALIDITY, "not-established", &["无效投诉", "無效投訴"]),
    // S19-R07.
    (APPROVAL_ACT, "instruct", &["核示"]),
    // The title of S04 in the traditional script: 客戶投訴的型別.
    (FACET, "complainant-kind", &["投訴人型別"]),
    (FACET, "churn-kind", &["流失型別"]),
    (FACET, "lapse-kind", &["失誤型別"]),
    (FACET, "harm-kind", &["損害型別"]),
    (FACET, "benefit-sought", &["利益型別"]),
    // S03-R02, in the traditional script.
    (FORM_FIELD, "object", &["投訴物件"]),
    // S04-R12.
    (BEHAVIOUR, "passive-grumbling", &["消极抱怨性投诉", "消極抱怨性投訴"]),
    // S04-R13.
    (BEHAVIOUR, "negative-publicity", &["负面宣传型投诉", "負面宣傳型投訴"]),
    // S04-R14.
    (BEHAVIOUR, "angry-venting", &["愤怒发泄型投诉", "憤怒發洩型投訴", "憤怒發泄", "憤怒發泄型投訴"]),
    // S04-R15.
    (BEHAVIOUR, "extreme-radical", &["极端激进型投诉", "極端激進型投訴"]),
    // S04-R17.
    (PURPOSE, "suggestion", &["建议性投诉", "建議性投訴"]),
    // S04-R18.
    (PURPOSE, "criticism", &["批评性投诉", "批評性投訴"]),
    // S04-R19.
    (PURPOSE, "accusation", &["控告性投诉", "控告性投訴"]),
    // S04-R20.
    (PURPOSE, "demand", &["索取性投诉", "索取性投訴"]),
    // S04-R22.
    (MOTIVE, "venting", &["发泄心理", "發洩心理", "發泄", "發泄心理"]),
    // S04-R23.
    (MOTIVE, "respect", &["尊重心理"]),
    // S04-R24.
    (MOTIVE, "redress", &["补救心理", "補救心理"]),
    // S04-R25.
    (MOTIVE, "recognition", &["认同心理", "認同心理"]),
    // S04-R26.
    (MOTIVE, "showing-off", &["表现心理", "表現心理"]),
    // S04-R27, S28-R02.
    (MOTIVE, "revenge", &["报复心理", "報復心理", "报复手段", "報復手段"]),
    // S05-R14.
    (NATURE, "emotional", &["情绪化抱怨", "情緒化抱怨"]),
    // S05-R15.
    (NATURE, "rational", &["理性抱怨"]),
    // S05-R16.
    (NATURE, "structural", &["结构性抱怨", "結構性抱怨"]),
    // S06-R10, S18-R07; S32-R10; S12-R07.
    (REMEDY, "exchange", &["更换", "更換", "更换产品", "更換產品", "更换全新的产品", "更換全新的產品"]),
    // S06-R09.
    (REMEDY, "repair", &["修复", "修復"]),
    // S08-R12; S25-R05.
    (REMEDY, "price-reduction", &["优惠", "優惠", "折扣"]),
    // S08-R05.
    (FAULT_PARTY, "company", &["企业", "企業", "公司", "修理厂", "修理廠"]),
    // S08-R06.
    (FAULT_PARTY, "customer", &["车主", "車主", "顾客", "顧客"]),
    // S06-R01.
    (CHANNEL, "email", &["邮件", "郵件"]),
    // S15-R03, S18-R13; S16-R11; S10-R02.
    (DEPARTMENT, "quality", &["品质部", "品質部", "质量部", "質量部", "质量部门", "質量部門"]),
    // S19-R10.
    (DEPARTMENT, "sales", &["营业部", "營業部"]),
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

/// The word of a vocabulary that an alias is read as.
pub(crate) fn word(vocabulary: &str, alias: &str) -> Option<&'static str> {
    let mut rows = ALIASES.iter().filter(|(of, _, _)| *of == vocabulary);
    rows.find(|(_, _, aliases)| aliases.contains(&alias)).map(|(_, word, _)| *word)
}

/// What is read as a word of a vocabulary beside its labels.
pub(crate) fn aliases(vocabulary: &str, word: &str) -> &'static [&'static str] {
    let row = ALIASES.iter().find(|(of, known, _)| *of == vocabulary && *known == word);
    row.map_or(&[], |(_, _, aliases)| aliases)
}
