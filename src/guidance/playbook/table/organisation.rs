//! How the organisation keeps problems from happening again.

use super::entries;
use crate::guidance::playbook::Cue;
use crate::vocab::Topic;
use crate::vocab::answer::ImprovementMeasure;

entries! {
    "measure.training" Do [Cue::ImprovementMeasure(ImprovementMeasure::TRAINING), Cue::Topic(Topic::SERVICE_ATTITUDE)] [Reviewed]
        "Train staff regularly: products, technique, talking, attitude; let them see good houses."
        "定期培训员工：产品知识、服务技巧、沟通、态度，并参观优秀同行。"
        "定期培訓員工：產品知識、服務技巧、溝通、態度，並參觀優秀同業。"
        ["S05-R22" "S13-R05" "S31-R05" "S31-R06" "S34-R05" "S34-R08" "S35-R07" "S36-R11"];
    "measure.feedback" Do [Cue::ImprovementMeasure(ImprovementMeasure::FEEDBACK_MECHANISM)] [Reviewed]
        "Keep several channels open on which one complains easily."
        "保持多种畅通的渠道，方便反映意见。"
        "保持多種暢通的管道，方便反映意見。"
        ["S05-R23" "S13-R04" "S36-R11"];
    "measure.technology" Do [Cue::ImprovementMeasure(ImprovementMeasure::TECHNOLOGY)] [Reviewed]
        "Use tools: customer records, online service, watching social media, analysis of data."
        "运用技术：客户管理系统、在线客服、社交媒体监测、数据分析。"
        "運用技術：客戶管理系統、線上客服、社群媒體監測、資料分析。"
        ["S05-R24" "S13-R10" "S25-R06"];
    "measure.prevention" Do [Cue::ImprovementMeasure(ImprovementMeasure::PREVENTION)] [Reviewed]
        "Check regularly and foresee trouble with the customer's eyes, from design to hand-over."
        "定期检查，以客户的眼光预见隐患，贯穿开发全程。"
        "定期檢查，以客戶的眼光預見隱患，貫穿開發全程。"
        ["S13-R07" "S37-R42"];
    "measure.process" Do [Cue::ImprovementMeasure(ImprovementMeasure::PROCESS)] [Reviewed]
        "Set clear flows, standards and duties; bring systems up to date."
        "明确流程、标准和职责，升级系统。"
        "明確流程、標準與職責，升級系統。"
        ["S31-R09" "S33-R08" "S34-R04" "S36-R10" "S36-R11"];
    "measure.welfare" Do [Cue::ImprovementMeasure(ImprovementMeasure::WELFARE)] [Reviewed]
        "Look after the staff who take the pressure."
        "关心承受压力的员工，改善福利。"
        "關心承受壓力的員工，改善福利。"
        ["S31-R07"];
    "measure.counselling" Do [Cue::ImprovementMeasure(ImprovementMeasure::COUNSELLING)] [Reviewed]
        "Offer staff psychological support."
        "为员工提供心理辅导。"
        "為員工提供心理輔導。"
        ["S31-R08" "S05-R30"];
    "measure.cooperation" Do [Cue::ImprovementMeasure(ImprovementMeasure::COOPERATION)] [Reviewed]
        "Let departments talk to each other and work together."
        "加强部门之间的沟通与协作。"
        "加強部門之間的溝通與協作。"
        ["S31-R10" "S34-R04"];
    "measure.incentive" Do [Cue::ImprovementMeasure(ImprovementMeasure::INCENTIVE)] [Reviewed]
        "Give people a reason to stay and to do well."
        "建立激励机制，吸引并留住人才。"
        "建立激勵機制，吸引並留住人才。"
        ["S33-R09" "S35-R07"];
    "measure.quality" Do [Cue::ImprovementMeasure(ImprovementMeasure::QUALITY_CONTROL), Cue::Topic(Topic::PRODUCT_QUALITY)] [Reviewed]
        "Inspect and test more closely; have a team for service after the sale."
        "加强质量控制与检测，配备售后团队。"
        "加強品質控制與檢測，配備售後團隊。"
        ["S32-R14" "S34-R06"];
    "measure.suppliers" Do [Cue::ImprovementMeasure(ImprovementMeasure::SUPPLIER_MANAGEMENT)] [Reviewed]
        "Manage those who supply raw material."
        "管好原材料供应商。"
        "管好原料供應商。"
        ["S36-R10"];
    "measure.equipment" Do [Cue::ImprovementMeasure(ImprovementMeasure::EQUIPMENT_MAINTENANCE)] [Reviewed]
        "Keep the equipment in repair."
        "按时维护生产设备。"
        "按時維護生產設備。"
        ["S36-R10"];
    "measure.emergency" Do [Cue::ImprovementMeasure(ImprovementMeasure::EMERGENCY_PLAN)] [Reviewed]
        "Have a plan for what comes from outside."
        "为外部原因准备应急预案。"
        "為外部原因準備應變計畫。"
        ["S33-R07"];
    "measure.standard" Do [Cue::ImprovementMeasure(ImprovementMeasure::STANDARDISE)] [Reviewed]
        "Make what worked the standard, and spread it."
        "把有效的做法标准化并推广。"
        "把有效的做法標準化並推廣。"
        ["S18-R16"];
    "improve.product-or-service" Do [] [Reviewed]
        "Improve the product in design, function and performance, or the service in process and quality."
        "改进产品的设计、功能、性能，或服务的流程、质量。"
        "改進產品的設計、功能、性能，或服務的流程、品質。"
        ["S13-R03"];
    "improve.after-sales" Do [] [Reviewed]
        "Build a service after the sale that accepts, records, handles, answers in time and follows up."
        "建立售后体系：受理、记录、处理、及时反馈、跟进。"
        "建立售後體系：受理、記錄、處理、及時回饋、跟進。"
        ["S35-R06"];
    "improve.reports" Do [] [Reviewed]
        "Go through the reports for causes and trends; how often is for you to set."
        "审查报告中的原因和趋势，周期由本单位规定。"
        "審查報告中的原因與趨勢，週期由本單位規定。"
        ["S11-R18"];
    "improve.lessons" Know [] [Reviewed]
        "What cases teach: answer in time, solve it well, admit mistakes, learn from what is said."
        "案例的教训：及时响应、有效解决、承认错误、从反馈中学习。"
        "案例的教訓：及時回應、有效解決、承認錯誤、從回饋中學習。"
        ["S22-R08"];
    "improve.pass-on" Do [] [Reviewed]
        "Pass what customers need on, as improvements."
        "把客户的需求转化为改进。"
        "把客戶的需求轉化為改進。"
        ["S34-R08"];
}
