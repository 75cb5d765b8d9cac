//! Advice from the first look to the solution.

use super::entries;
use crate::guidance::playbook::Cue;
use crate::vocab::Topic;

entries! {
    "look.real-cause" Do [] [Investigating]
        "Ask on until you know the real cause and where the grievance comes from; then act by the cause."
        "问到真正的原因和怨气的来处，再按原因处理。"
        "問到真正的原因與怨氣的來處，再按原因處理。"
        ["S01-R45" "S05-R19" "S29-R10" "S30-R07" "S09-R01"];
    "look.interest" Know [] [Received, Investigating]
        "Who complains has had an interest harmed: find out which."
        "投诉的人必有利益受损：弄清是哪一项。"
        "投訴的人必有利益受損：弄清是哪一項。"
        ["S02-R06"];
    "look.facts-and-rules" Do [] [Investigating]
        "Go by what happened and by what the policy says: check, then verify."
        "调查以投诉事实和政策为依据，核心是调查核实。"
        "調查以投訴事實和政策為依據，核心是調查核實。"
        ["S37-R48"];
    "look.both-sides" Do [] [Investigating]
        "Weigh it from both sides: product, service after the sale, delivery."
        "从双方角度客观评估：产品、售后、交付。"
        "從雙方角度客觀評估：產品、售後、交貨。"
        ["S30-R05"];
    "look.help-out" Do [] [Received, Investigating]
        "Soothe, and help out of the present difficulty before all else."
        "先安抚客户，帮其摆脱眼前的困难。"
        "先安撫客戶，幫其擺脫眼前的困難。"
        ["S10-R23"];
    "look.lanes" Know [] [Dispatched, Investigating]
        "Three sides have a part: the customer, the quality department, the technical service unit."
        "流程分三方：客户、质量部门、技术服务单位。"
        "流程分三方：客戶、品質部門、技術服務單位。"
        ["S10-R02"];
    "solution.make-good" Do [] [Proposed]
        "Do whatever can be done to make good the loss."
        "采取一切可能的措施挽回损失。"
        "採取一切可能的措施挽回損失。"
        ["S03-R16"];
    "solution.name-it" Do [] [Proposed, Offered]
        "Own up to your mistake, explain it, name the solution, and say what keeps it from happening again: to soothe is not enough."
        "承认己方的错误并说明原因，给出解决办法和防止再发生的措施：仅口头安抚不够。"
        "承認己方的錯誤並說明原因，給出解決辦法與防止再發生的措施：僅口頭安撫不夠。"
        ["S09-R04" "S12-R03" "S24-R03" "S25-R04"];
    "solution.fit-and-quick" Do [] [Proposed, Offered]
        "Be quick, and offer what fits the problem; let the customer choose where there is a choice."
        "尽快提出切合问题的方案，有选择时让客户选。"
        "盡快提出切合問題的方案，有選擇時讓客戶選。"
        ["S05-R20" "S17-R03" "S25-R03"];
    "solution.tell-result" Do [] [Executing, Resolved]
        "Tell the customer the solution and what follows, and stay in touch."
        "告知客户解决方案和后续安排，并保持联系。"
        "告知客戶解決方案與後續安排，並保持聯絡。"
        ["S06-R14" "S11-R16"];
    "solution.visit-and-repair" Do [Cue::Topic(Topic::PRODUCT_QUALITY)] [Proposed, FollowingUp]
        "Visit on your own account, and repair it for free."
        "主动回访，并免费维修。"
        "主動回訪，並免費維修。"
        ["S05-R27"];
    "solution.reward" Do [] [Resolved, Reviewed]
        "Reward a useful complaint or suggestion."
        "对有用的投诉和建议给予奖励。"
        "對有用的投訴和建議給予獎勵。"
        ["S13-R09"];
}
