//! What stands between and around words.

use crate::labels::phrase::phrases;
use crate::vocab::input;

phrases! {
    MARK_COMMA = "mark.comma", [", ", "，", "，"];
    MARK_SEMICOLON = "mark.semicolon", ["; ", "；", "；"];
    MARK_LIST = "mark.list", [", ", "、", "、"];
    MARK_AND = "mark.and", [" and ", "、", "、"];
    MARK_OR = "mark.or", [" or ", "或", "或"];
    MARK_OR_LIST = "mark.or-list", [" or ", "、", "、"];
    MARK_AND_CLAUSE = "mark.and-clause", [" and ", "，且", "，且"];
    MARK_OR_CLAUSE = "mark.or-clause", [" or ", "，或", "，或"];
    MARK_COLON = "mark.colon", [": ", "：", "："];
    MARK_TO = "mark.to", [" → {whom}", "→{whom}", "→{whom}"];
    MARK_UNTIL = "mark.until", ["until {until}", "至 {until}", "至 {until}"];
    MARK_QUOTE = "mark.quote", ["“{text}”", "“{text}”", "「{text}」"];
    MARK_NONE = "mark.none", ["none", "无", "無"];
    MARK_NOT_KNOWN = "mark.not-known", ["not known", "未知", "未知"];
    MARK_UNIT = "mark.unit", input::UNIT;
    MARK_CAUSE = "mark.cause", input::CAUSE;
    MARK_SEVERITY = "mark.severity", input::SEVERITY;
    MARK_COMPLAINANT = "mark.complainant", ["complainant", "投诉人", "投訴人"];
    MARK_STAFF = "mark.staff", ["person complained about", "被投诉人", "被投訴人"];
    MARK_PRODUCT = "mark.product", ["product", "产品", "產品"];
}
