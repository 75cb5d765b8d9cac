//! Why something went wrong.

use crate::vocab::facet::cause_group::CauseGroup;
use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Why something went wrong: `service.attitude` is a leaf of the group `service`.
    ///
    /// A group alone is a cause too, for as long as nobody knows more. Leaves that begin with `root-` are
    /// what an analysis finds behind the cause that the complainant saw.
    pub struct Cause;
    /// The causes every organisation starts with.
    pub enum StandardCause {
        /// Product range incomplete (S01-R02).
        ProductQualityRangeIncomplete, PRODUCT_QUALITY_RANGE_INCOMPLETE
            = "product-quality.range-incomplete", ["product range incomplete", "品种不齐全", "品種不齊全"];
        /// Function lacking (S01-R03).
        ProductQualityFunctionLacking, PRODUCT_QUALITY_FUNCTION_LACKING
            = "product-quality.function-lacking", ["function lacking", "功能欠缺", "功能欠缺"];
        /// Original function not performed (S01-R04).
        ProductQualityFunctionNotPerforming, PRODUCT_QUALITY_FUNCTION_NOT_PERFORMING
            = "product-quality.function-not-performing",
            ["original function not performed", "无法发挥原有功能", "無法發揮原有功能"];
        /// Not as ordered, wrong item (S01-R06).
        ProductQualityWrongItem, PRODUCT_QUALITY_WRONG_ITEM
            = "product-quality.wrong-item",
            ["not as ordered, wrong item", "未按客户要求提供", "未按客戶要求提供"];
        /// Below quality standard (S01-R08, S01-R41).
        ProductQualityBelowStandard, PRODUCT_QUALITY_BELOW_STANDARD
            = "product-quality.below-standard",
            ["below quality standard", "未达到质量标准", "未達到質量標準"];
        /// Major quality problem (S01-R09).
        ProductQualityMajorDefect, PRODUCT_QUALITY_MAJOR_DEFECT
            = "product-quality.major-defect", ["major quality problem", "重大质量问题", "重大質量問題"];
        /// Poor or spoiled (S01-R10).
        ProductQualitySpoiled, PRODUCT_QUALITY_SPOILED
            = "product-quality.spoiled", ["poor or spoiled", "变坏变质", "變壞變質"];
        /// Lost authenticity or effect (S01-R11).
        ProductQualityLostEffect, PRODUCT_QUALITY_LOST_EFFECT
            = "product-quality.lost-effect", ["lost authenticity or effect", "失真失效", "失真失效"];
        /// Breaks down in use (S01-R14).
        ProductQualityBreakdownInUse, PRODUCT_QUALITY_BREAKDOWN_IN_USE
            = "product-quality.breakdown-in-use", ["breaks down in use", "使用中出现故障", "使用中出現故障"];
        /// Performance, unstable performance (S05-R02, S32-R01).
        ProductQualityPerformance, PRODUCT_QUALITY_PERFORMANCE
            = "product-quality.performance",
            ["performance, unstable performance", "性能不稳定", "性能不穩定"];
        /// Appearance (S05-R03).
        ProductQualityAppearance, PRODUCT_QUALITY_APPEARANCE
            = "product-quality.appearance", ["appearance", "外观", "外觀"];
        /// Short service life (S32-R01, S36-R02).
        ProductQualityShortLife, PRODUCT_QUALITY_SHORT_LIFE
            = "product-quality.short-life", ["short service life", "使用寿命短", "使用壽命短"];
        /// Easily damaged (S36-R02).
        ProductQualityEasilyDamaged, PRODUCT_QUALITY_EASILY_DAMAGED
            = "product-quality.easily-damaged", ["easily damaged", "易损坏", "易損壞"];
        /// Unstable quality hurts customer's own product (S28-R11).
        ProductQualityHarmsDownstream, PRODUCT_QUALITY_HARMS_DOWNSTREAM
            = "product-quality.harms-downstream",
            ["unstable quality hurts customer's own product", "影响下游产品", "影響下游產品"];
        /// Root: unreasonable process (S33-R01).
        ProductQualityRootProcess, PRODUCT_QUALITY_ROOT_PROCESS
            = "product-quality.root-process",
            ["root: unreasonable process", "生产工艺不合理", "生產工藝不合理"];
        /// Root: raw material selection or purchasing (S33-R01, S36-R04).
        ProductQualityRootMaterial, PRODUCT_QUALITY_ROOT_MATERIAL
            = "product-quality.root-material",
            ["root: raw material selection or purchasing", "原材料质量问题", "原材料質量問題"];
        /// Root: lax inspection (S33-R01).
        ProductQualityRootInspection, PRODUCT_QUALITY_ROOT_INSPECTION
            = "product-quality.root-inspection", ["root: lax inspection", "质检不严格", "質檢不嚴格"];
        /// Root: standard not followed (S36-R03, S35-R01).
        ProductQualityRootStandardNotFollowed, PRODUCT_QUALITY_ROOT_STANDARD_NOT_FOLLOWED
            = "product-quality.root-standard-not-followed",
            ["root: standard not followed", "未按质量标准操作", "未按質量標準操作"];
        /// Root: equipment not maintained (S36-R05).
        ProductQualityRootEquipment, PRODUCT_QUALITY_ROOT_EQUIPMENT
            = "product-quality.root-equipment",
            ["root: equipment not maintained", "设备维护不及时", "設備維護不及時"];
        /// Root: transport or storage (S35-R01).
        ProductQualityRootTransportStorage, PRODUCT_QUALITY_ROOT_TRANSPORT_STORAGE
            = "product-quality.root-transport-storage",
            ["root: transport or storage", "运输和存储", "運輸和存儲"];
        /// Crack in the wall (S37-R51).
        ProductQualityCrack, PRODUCT_QUALITY_CRACK
            = "product-quality.crack", ["crack in the wall", "墙体裂缝", "牆體裂縫"];
        /// Design takes usable space (S37-R52).
        ProductQualityDesignSpace, PRODUCT_QUALITY_DESIGN_SPACE
            = "product-quality.design-space", ["design takes usable space", "占用使用面积", "佔用使用面積"];
        /// Part of the contracted product missing (wall) (S37-R30, S37-R28).
        ProductQualityMissingPart, PRODUCT_QUALITY_MISSING_PART
            = "product-quality.missing-part",
            ["part of the contracted product missing (wall)", "与合同约定不符", "與合同約定不符"];
        /// Attitude: cold, impatient, vile (S01-R16, S01-R17, S05-R04, S33-R02, S34-R02, S35-R02,
        /// S10-R12).
        ServiceAttitude, SERVICE_ATTITUDE
            = "service.attitude", ["attitude: cold, impatient, vile", "服务态度", "服務態度"];
        /// Question ignored, enquiry unattended (S01-R15, S28-R14).
        ServiceQuestionIgnored, SERVICE_QUESTION_IGNORED
            = "service.question-ignored",
            ["question ignored, enquiry unattended", "不理会客户的询问", "不理會客戶的詢問"];
        /// Hotline not reached (S10-R04).
        ServiceHotlineUnreachable, SERVICE_HOTLINE_UNREACHABLE
            = "service.hotline-unreachable", ["hotline not reached", "服务热线忙", "服務熱線忙"];
        /// Hotline rude, shirking, inactive (S10-R05).
        ServiceHotlineAttitude, SERVICE_HOTLINE_ATTITUDE
            = "service.hotline-attitude",
            ["hotline rude, shirking, inactive", "热线接听人员态度差", "熱線接聽人員態度差"];
        /// Poor manners (S28-R19).
        ServiceManners, SERVICE_MANNERS
            = "service.manners", ["poor manners", "不注重文明礼仪", "不注重文明禮儀"];
        /// Low skill, repair fails repeatedly (S10-R07, S28-R18, S33-R03).
        ServiceSkill, SERVICE_SKILL
            = "service.skill", ["low skill, repair fails repeatedly", "业务素质不高", "業務素質不高"];
        /// Operating rules broken (S28-R17).
        ServiceOperationNotCompliant, SERVICE_OPERATION_NOT_COMPLIANT
            = "service.operation-not-compliant",
            ["operating rules broken", "不符合操作规范", "不符合操作規範"];
        /// Equal customers served unequally (S28-R20).
        ServiceUnequalTreatment, SERVICE_UNEQUAL_TREATMENT
            = "service.unequal-treatment",
            ["equal customers served unequally", "未享受到同等服务", "未享受到同等服務"];
        /// Slow response or reaction (S35-R03, S34-R01, S33-R03, S36-R06).
        ServiceSlowResponse, SERVICE_SLOW_RESPONSE
            = "service.slow-response", ["slow response or reaction", "服务响应不及时", "服務響應不及時"];
        /// On-site visit evaded (S10-R08).
        ServiceOnsiteEvaded, SERVICE_ONSITE_EVADED
            = "service.onsite-evaded", ["on-site visit evaded", "推辞上门服务", "推辭上門服務"];
        /// Late for the appointment (S10-R09).
        ServiceLateForAppointment, SERVICE_LATE_FOR_APPOINTMENT
            = "service.late-for-appointment", ["late for the appointment", "约定时间迟到", "約定時間遲到"];
        /// Appointments broken (S10-R13).
        ServiceAppointmentBroken, SERVICE_APPOINTMENT_BROKEN
            = "service.appointment-broken", ["appointments broken", "数次违约", "數次違約"];
        /// Faulty product not replaced in time (S10-R06).
        ServiceNotReplacedInTime, SERVICE_NOT_REPLACED_IN_TIME
            = "service.not-replaced-in-time",
            ["faulty product not replaced in time", "没有及时更换", "沒有及時更換"];
        /// Upgrade missed (S10-R10).
        ServiceUpgradeMissed, SERVICE_UPGRADE_MISSED
            = "service.upgrade-missed", ["upgrade missed", "没有及时升级", "沒有及時升級"];
        /// Service not in place, incomplete (S10-R14, S18-R04, S32-R02).
        ServiceNotInPlace, SERVICE_NOT_IN_PLACE
            = "service.not-in-place", ["service not in place, incomplete", "服务不到位", "服務不到位"];
        /// Service efficiency (S05-R05).
        ServiceEfficiency, SERVICE_EFFICIENCY = "service.efficiency", ["service efficiency", "效率", "效率"];
        /// Checkout wait (S01-R20).
        ServiceCheckoutWait, SERVICE_CHECKOUT_WAIT
            = "service.checkout-wait", ["checkout wait", "等待过久", "等待過久"];
        /// No luggage help (S01-R22).
        ServiceLuggage, SERVICE_LUGGAGE = "service.luggage", ["no luggage help", "行李服务", "行李服務"];
        /// Required service form missing (S01-R23).
        ServiceFormMissing, SERVICE_FORM_MISSING
            = "service.form-missing", ["required service form missing", "缺少服务形式", "缺少服務形式"];
        /// Product support (S05-R11).
        ServiceProductSupport, SERVICE_PRODUCT_SUPPORT
            = "service.product-support", ["product support", "产品支持", "產品支持"];
        /// Return/exchange policy (S05-R12).
        ServiceReturnPolicy, SERVICE_RETURN_POLICY
            = "service.return-policy", ["return/exchange policy", "退换货政策", "退換貨政策"];
        /// Repair service (S05-R13).
        ServiceRepair, SERVICE_REPAIR = "service.repair", ["repair service", "维修服务", "維修服務"];
        /// Repair or maintenance items not all done (S23-R22).
        ServiceWorkIncomplete, SERVICE_WORK_INCOMPLETE
            = "service.work-incomplete",
            ["repair or maintenance items not all done", "项目未做全", "項目未做全"];
        /// Fault cause misjudged (S23-R23).
        ServiceMisdiagnosis, SERVICE_MISDIAGNOSIS
            = "service.misdiagnosis", ["fault cause misjudged", "故障原因判断不准", "故障原因判斷不準"];
        /// Impatient pre-sales advice (S36-R06).
        ServicePresaleImpatient, SERVICE_PRESALE_IMPATIENT
            = "service.presale-impatient", ["impatient pre-sales advice", "售前咨询不耐心", "售前諮詢不耐心"];
        /// Viewing refused (safety reason) (S37-R02).
        ServiceViewingRefused, SERVICE_VIEWING_REFUSED
            = "service.viewing-refused", ["viewing refused (safety reason)", "拒绝看房", "拒絕看房"];
        /// Property-management service (S37-R03).
        ServiceProperty, SERVICE_PROPERTY
            = "service.property", ["property-management service", "物业服务", "物業服務"];
        /// Price above accepted ceiling (S01-R35).
        PriceChargeAboveCeiling, PRICE_CHARGE_ABOVE_CEILING
            = "price-charge.above-ceiling",
            ["price above accepted ceiling", "高于期望值的价格", "高於期望值的價格"];
        /// Overcharged (S01-R18).
        PriceChargeOvercharged, PRICE_CHARGE_OVERCHARGED
            = "price-charge.overcharged", ["overcharged", "多收", "多收"];
        /// Short-changed (S01-R19).
        PriceChargeShortChanged, PRICE_CHARGE_SHORT_CHANGED
            = "price-charge.short-changed", ["short-changed", "少找钱", "少找錢"];
        /// Charges at will (S10-R17).
        PriceChargeAtWill, PRICE_CHARGE_AT_WILL
            = "price-charge.at-will", ["charges at will", "乱收费", "亂收費"];
        /// After-sales fee (S36-R09).
        PriceChargeAfterSalesFee, PRICE_CHARGE_AFTER_SALES_FEE
            = "price-charge.after-sales-fee", ["after-sales fee", "售后服务费用", "售後服務費用"];
        /// Fee against a newer regulation (S37-R27).
        PriceChargeFeeAgainstRule, PRICE_CHARGE_FEE_AGAINST_RULE
            = "price-charge.fee-against-rule",
            ["fee against a newer regulation", "收费不符合规定", "收費不符合規定"];
        /// Commercial deception (S01-R38).
        IntegrityCommercialDeception, INTEGRITY_COMMERCIAL_DECEPTION
            = "integrity.commercial-deception", ["commercial deception", "商业欺骗", "商業欺騙"];
        /// Improper selling, false information (S32-R03).
        IntegrityImproperSelling, INTEGRITY_IMPROPER_SELLING
            = "integrity.improper-selling",
            ["improper selling, false information", "不当的销售手段", "不當的銷售手段"];
        /// Unrealistic publicity (S01-R34).
        IntegrityUnrealisticPublicity, INTEGRITY_UNREALISTIC_PUBLICITY
            = "integrity.unrealistic-publicity",
            ["unrealistic publicity", "不切实际地宣传", "不切實際地宣傳"];
        /// Inferior as good (S01-R12).
        IntegrityInferiorAsGood, INTEGRITY_INFERIOR_AS_GOOD
            = "integrity.inferior-as-good", ["inferior as good", "以次充好", "以次充好"];
        /// Fake as genuine (S01-R13).
        IntegrityFakeAsGenuine, INTEGRITY_FAKE_AS_GENUINE
            = "integrity.fake-as-genuine", ["fake as genuine", "以假充真", "以假充真"];
        /// Promise not kept, over-promise (S01-R29, S09-R03, S37-R02).
        IntegrityOverpromise, INTEGRITY_OVERPROMISE
            = "integrity.overpromise", ["promise not kept, over-promise", "承诺未兑现", "承諾未兌現"];
        /// Pushes products (S10-R16).
        IntegrityProductPushing, INTEGRITY_PRODUCT_PUSHING
            = "integrity.product-pushing", ["pushes products", "随意推销产品", "隨意推銷產品"];
        /// Takes or asks for property (S10-R18).
        IntegrityTakesProperty, INTEGRITY_TAKES_PROPERTY
            = "integrity.takes-property", ["takes or asks for property", "接受或索取财物", "接受或索取財物"];
        /// Defects not admitted (S28-R15).
        IntegrityDefectDenied, INTEGRITY_DEFECT_DENIED
            = "integrity.defect-denied", ["defects not admitted", "不承认产品缺陷", "不承認產品缺陷"];
        /// Accident on the premises (S04-R10).
        AccidentOnPremises, ACCIDENT_ON_PREMISES
            = "accident.on-premises", ["accident on the premises", "经营场所", "經營場所"];
        /// Accident in the business scope (S04-R10).
        AccidentInScope, ACCIDENT_IN_SCOPE
            = "accident.in-scope", ["accident in the business scope", "经营范围", "經營範圍"];
        /// Cargo damage in transit (S02-R14).
        AccidentCargoLoss, ACCIDENT_CARGO_LOSS
            = "accident.cargo-loss", ["cargo damage in transit", "货物损失", "貨物損失"];
        /// Unclear information (S05-R07).
        CommunicationUnclear, COMMUNICATION_UNCLEAR
            = "communication.unclear", ["unclear information", "信息传递不清晰", "信息傳遞不清晰"];
        /// Wrong information (S01-R05).
        CommunicationWrongInformation, COMMUNICATION_WRONG_INFORMATION
            = "communication.wrong-information", ["wrong information", "错误的信息", "錯誤的信息"];
        /// Unfriendly agent (S05-R08).
        CommunicationUnfriendlyAgent, COMMUNICATION_UNFRIENDLY_AGENT
            = "communication.unfriendly-agent", ["unfriendly agent", "客服态度不友好", "客服態度不友好"];
        /// Manual hard to follow (S01-R43).
        CommunicationManualUnclear, COMMUNICATION_MANUAL_UNCLEAR
            = "communication.manual-unclear",
            ["manual hard to follow", "说明书不便于操作", "說明書不便於操作"];
        /// Not explained clearly (S01-R43, S28-R24).
        CommunicationNotExplained, COMMUNICATION_NOT_EXPLAINED
            = "communication.not-explained", ["not explained clearly", "没有解说明白", "沒有解說明白"];
        /// Model shown at sale differs from plan (S37-R31).
        CommunicationSalesModelDiffers, COMMUNICATION_SALES_MODEL_DIFFERS
            = "communication.sales-model-differs",
            ["model shown at sale differs from plan", "销售沙盘偏差", "銷售沙盤偏差"];
        /// Expectation management failure (S05-R09).
        ExpectationManagementFailure, EXPECTATION_MANAGEMENT_FAILURE
            = "expectation.management-failure",
            ["expectation management failure", "期望管理失误", "期望管理失誤"];
        /// Quality below expectation (S01-R36).
        ExpectationQualityBelow, EXPECTATION_QUALITY_BELOW
            = "expectation.quality-below",
            ["quality below expectation", "低于期望值的品质", "低於期望值的品質"];
        /// Service below expectation (S01-R37).
        ExpectationServiceBelow, EXPECTATION_SERVICE_BELOW
            = "expectation.service-below",
            ["service below expectation", "低于期望值的服务", "低於期望值的服務"];
        /// Demand exceeds the enterprise's own standard (S29-R05).
        ExpectationDemandExceedsStandard, EXPECTATION_DEMAND_EXCEEDS_STANDARD
            = "expectation.demand-exceeds-standard",
            ["demand exceeds the enterprise's own standard", "要求超出企业自身要求", "要求超出企業自身要求"];
        /// Different yardstick (S29-R06).
        ExpectationDifferentYardstick, EXPECTATION_DIFFERENT_YARDSTICK
            = "expectation.different-yardstick", ["different yardstick", "衡量尺度不同", "衡量尺度不同"];
        /// Needs not really met (S28-R29, S37-R01).
        ExpectationNeedsUnmet, EXPECTATION_NEEDS_UNMET
            = "expectation.needs-unmet", ["needs not really met", "需要未得到满足", "需要未得到滿足"];
        /// Not enough funds (S01-R30).
        InternalManagementFunds, INTERNAL_MANAGEMENT_FUNDS
            = "internal-management.funds", ["not enough funds", "资金不足", "資金不足"];
        /// Understaffed (S01-R31).
        InternalManagementUnderstaffed, INTERNAL_MANAGEMENT_UNDERSTAFFED
            = "internal-management.understaffed", ["understaffed", "人手不够", "人手不夠"];
        /// Unclear duties, blame shifting (S01-R32, S28-R16).
        InternalManagementUnclearDuties, INTERNAL_MANAGEMENT_UNCLEAR_DUTIES
            = "internal-management.unclear-duties",
            ["unclear duties, blame shifting", "职责不明", "職責不明"];
        /// Poor communication between departments (S31-R04, S33-R04).
        InternalManagementCommunication, INTERNAL_MANAGEMENT_COMMUNICATION
            = "internal-management.communication",
            ["poor communication between departments", "部门沟通不畅", "部門溝通不暢"];
        /// Flows unsound or undefined (S33-R04, S36-R07, S31-R03).
        InternalManagementFlowUnsound, INTERNAL_MANAGEMENT_FLOW_UNSOUND
            = "internal-management.flow-unsound", ["flows unsound or undefined", "流程不规范", "流程不規範"];
        /// System failure (S31-R03).
        InternalManagementSystemFailure, INTERNAL_MANAGEMENT_SYSTEM_FAILURE
            = "internal-management.system-failure", ["system failure", "系统故障", "系統故障"];
        /// Clumsy operation (S31-R03).
        InternalManagementClumsyOperation, INTERNAL_MANAGEMENT_CLUMSY_OPERATION
            = "internal-management.clumsy-operation", ["clumsy operation", "操作繁琐", "操作繁瑣"];
        /// Unsynchronised data (S31-R03).
        InternalManagementDataUnsynchronised, INTERNAL_MANAGEMENT_DATA_UNSYNCHRONISED
            = "internal-management.data-unsynchronised", ["unsynchronised data", "信息不同步", "信息不同步"];
        /// Weak quality awareness (S28-R12).
        InternalManagementQualityAwareness, INTERNAL_MANAGEMENT_QUALITY_AWARENESS
            = "internal-management.quality-awareness",
            ["weak quality awareness", "质量意识淡薄", "質量意識淡薄"];
        /// Weak cost awareness (S28-R13).
        InternalManagementCostAwareness, INTERNAL_MANAGEMENT_COST_AWARENESS
            = "internal-management.cost-awareness", ["weak cost awareness", "成本意识淡薄", "成本意識淡薄"];
        /// Weak service awareness (S28-R14).
        InternalManagementServiceAwareness, INTERNAL_MANAGEMENT_SERVICE_AWARENESS
            = "internal-management.service-awareness",
            ["weak service awareness", "服务意识淡薄", "服務意識淡薄"];
        /// Bad work arrangement (S28-R20).
        InternalManagementWorkArrangement, INTERNAL_MANAGEMENT_WORK_ARRANGEMENT
            = "internal-management.work-arrangement",
            ["bad work arrangement", "工作安排不适当", "工作安排不適當"];
        /// Lack of training (S31-R01, S33-R02).
        StaffCapabilityTraining, STAFF_CAPABILITY_TRAINING
            = "staff-capability.training", ["lack of training", "缺乏培训", "缺乏培訓"];
        /// Lack of knowledge, skill, patience (S36-R08, S33-R05).
        StaffCapabilityKnowledge, STAFF_CAPABILITY_KNOWLEDGE
            = "staff-capability.knowledge",
            ["lack of knowledge, skill, patience", "缺乏专业性", "缺乏專業性"];
        /// Pressure at work (S31-R02, S33-R02).
        StaffCapabilityPressure, STAFF_CAPABILITY_PRESSURE
            = "staff-capability.pressure", ["pressure at work", "工作压力大", "工作壓力大"];
        /// Lack of knowledge of product or service (S01-R25).
        CustomerSideLackOfKnowledge, CUSTOMER_SIDE_LACK_OF_KNOWLEDGE
            = "customer-side.lack-of-knowledge",
            ["lack of knowledge of product or service", "缺乏了解", "缺乏瞭解"];
        /// Improper use, operating error (S01-R42, S19-R05, S26-R06, S29-R12).
        CustomerSideImproperUse, CUSTOMER_SIDE_IMPROPER_USE
            = "customer-side.improper-use", ["improper use, operating error", "使用不当", "使用不當"];
        /// Customer's machine failed (S19-R05).
        CustomerSideOwnMachine, CUSTOMER_SIDE_OWN_MACHINE
            = "customer-side.own-machine", ["customer's machine failed", "机器故障", "機器故障"];
        /// Improper storage (S19-R05).
        CustomerSideImproperStorage, CUSTOMER_SIDE_IMPROPER_STORAGE
            = "customer-side.improper-storage", ["improper storage", "保存不当", "保存不當"];
        /// Request does not meet conditions (S28-R22).
        CustomerSideConditionsNotMet, CUSTOMER_SIDE_CONDITIONS_NOT_MET
            = "customer-side.conditions-not-met",
            ["request does not meet conditions", "不符合条件", "不符合條件"];
        /// Procedure not known (S28-R23).
        CustomerSideProcedureUnknown, CUSTOMER_SIDE_PROCEDURE_UNKNOWN
            = "customer-side.procedure-unknown", ["procedure not known", "不了解工作程序", "不瞭解工作程序"];
        /// Character or personality, excessive demand (S29-R07).
        CustomerSidePersonality, CUSTOMER_SIDE_PERSONALITY
            = "customer-side.personality",
            ["character or personality, excessive demand", "个性原因", "個性原因"];
        /// Late delivery, not on schedule (S01-R07, S18-R04, S32-R04, S36-R09).
        DeliveryLate, DELIVERY_LATE
            = "delivery.late", ["late delivery, not on schedule", "交付延迟", "交付延遲"];
        /// Logistics delay (S12-R09, S05-R26).
        DeliveryLogisticsDelay, DELIVERY_LOGISTICS_DELAY
            = "delivery.logistics-delay", ["logistics delay", "物流延误", "物流延誤"];
        /// Transport problem (S03-R06, S18-R04).
        DeliveryTransport, DELIVERY_TRANSPORT
            = "delivery.transport", ["transport problem", "运输问题", "運輸問題"];
        /// Improper packing (S01-R21).
        DeliveryPacking, DELIVERY_PACKING = "delivery.packing", ["improper packing", "包装失当", "包裝失當"];
        /// Facilities do not meet the need (S28-R21).
        FacilityInsufficient, FACILITY_INSUFFICIENT
            = "facility.insufficient",
            ["facilities do not meet the need", "硬件设施不能满足需求", "硬件設施不能滿足需求"];
        /// Business way or strategy (S29-R04).
        PolicyDisagreementStrategy, POLICY_DISAGREEMENT_STRATEGY
            = "policy-disagreement.strategy",
            ["business way or strategy", "经营方式及策略", "經營方式及策略"];
        /// Order-tracking staff error (S29-R02).
        WorkErrorOrderTracking, WORK_ERROR_ORDER_TRACKING
            = "work-error.order-tracking", ["order-tracking staff error", "跟单失误", "跟單失誤"];
        /// Work error (S01-R39).
        WorkErrorGeneral, WORK_ERROR_GENERAL = "work-error.general", ["work error", "工作差错", "工作差錯"];
        /// Natural disaster (S33-R06).
        ExternalNaturalDisaster, EXTERNAL_NATURAL_DISASTER
            = "external.natural-disaster", ["natural disaster", "自然灾害", "自然災害"];
        /// Supply chain (S33-R06).
        ExternalSupplyChain, EXTERNAL_SUPPLY_CHAIN
            = "external.supply-chain", ["supply chain", "供应链问题", "供應鏈問題"];
        /// Policy change (S33-R06, S37-R04).
        ExternalPolicyChange, EXTERNAL_POLICY_CHANGE
            = "external.policy-change", ["policy change", "政策变化", "政策變化"];
        /// Price fall (S37-R04).
        ExternalPriceFall, EXTERNAL_PRICE_FALL
            = "external.price-fall", ["price fall", "价格下跌", "價格下跌"];
        /// Unstable voltage (S26-R06).
        ExternalUnstableVoltage, EXTERNAL_UNSTABLE_VOLTAGE
            = "external.unstable-voltage", ["unstable voltage", "电压不稳", "電壓不穩"];
        /// Trade-wide flaw (S37-R46).
        ExternalTradeWideFlaw, EXTERNAL_TRADE_WIDE_FLAW
            = "external.trade-wide-flaw", ["trade-wide flaw", "行业通病", "行業通病"];
    }
}

impl Cause {
    /// The group this cause belongs to: what stands before its first dot.
    ///
    /// ```
    /// use redress::vocab::Cause;
    /// use redress::vocab::kind::CauseGroup;
    ///
    /// assert_eq!(Cause::SERVICE_ATTITUDE.group(), CauseGroup::SERVICE);
    /// ```
    ///
    /// # Example: a group is its own group
    ///
    /// ```
    /// # use redress::vocab::Cause;
    /// # use redress::vocab::kind::CauseGroup;
    /// assert_eq!(Cause::from(CauseGroup::SERVICE).group(), CauseGroup::SERVICE);
    /// ```
    #[must_use]
    pub fn group(&self) -> CauseGroup {
        CauseGroup::from_code(self.code().root())
    }
}

impl From<CauseGroup> for Cause {
    fn from(group: CauseGroup) -> Self {
        Self::from_code(*group.code())
    }
}
