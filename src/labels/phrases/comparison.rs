//! What is different between two policies.

use crate::labels::phrase::phrases;

phrases! {
    COMPARISON_NOTHING = "comparison.nothing", [
        "Policy {other_name}, version {other}: nothing differs from {name}, version {version}",
        "制度 {other_name}，版本 {other}：与 {name}，版本 {version} 无差异",
        "制度 {other_name}，版本 {other}：與 {name}，版本 {version} 無差異"
    ];
    COMPARISON_HEAD = "comparison.head", [
        "Policy {other_name}, version {other}: what differs from {name}, version {version}",
        "制度 {other_name}，版本 {other}：与 {name}，版本 {version} 的差异",
        "制度 {other_name}，版本 {other}：與 {name}，版本 {version} 的差異"
    ];
    COMPARISON_OTHER = "comparison.other", ["Other settings", "其他设置", "其他設定"];
    COMPARISON_BEFORE = "comparison.before", ["before: ", "变更前：", "變更前："];
    COMPARISON_AFTER = "comparison.after", ["after: ", "变更后：", "變更後："];
}
