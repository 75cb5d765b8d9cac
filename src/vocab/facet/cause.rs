//! The words of the facet `cause`.

use crate::vocab::facet::cause_group::CauseGroup;
use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Why something went wrong, as a path: `service.attitude` is a cause of the group `service`.
    ///
    /// A group alone is a cause too, as long as nobody knows more. Causes whose second part begins with `root-` are
    /// found by analysis behind the cause that the complainant saw.
    ///
    /// ```
    /// use redress::vocab::Cause;
    /// use redress::vocab::kind::CauseGroup;
    ///
    /// let known = Cause::from(CauseGroup::SERVICE); // nobody knows more yet
    /// assert!(Cause::SERVICE_ATTITUDE.is_or_under(&known));
    /// assert!(!known.is_or_under(&Cause::SERVICE_ATTITUDE));
    /// ```
    pub struct Cause;
    /// The causes every organisation starts with.
    pub enum StandardCause {
        /// The organisation does not offer a product that the customer needs. Not for a product that is offered and out
        /// of stock.
        ProductQualityRangeIncomplete, PRODUCT_QUALITY_RANGE_INCOMPLETE
            = "product-quality.range-incomplete", ["product range incomplete", "品种不齐全", "品種不齊全"];
        /// The product was never made to do what the customer needs. A function that it has and that fails is
        /// [`PRODUCT_QUALITY_FUNCTION_NOT_PERFORMING`](crate::vocab::Cause::PRODUCT_QUALITY_FUNCTION_NOT_PERFORMING).
        ProductQualityFunctionLacking, PRODUCT_QUALITY_FUNCTION_LACKING
            = "product-quality.function-lacking", ["function lacking", "功能欠缺", "功能欠缺"];
        /// A function that the product should have does not work.
        ProductQualityFunctionNotPerforming, PRODUCT_QUALITY_FUNCTION_NOT_PERFORMING
            = "product-quality.function-not-performing",
            ["original function not performed", "无法发挥原有功能", "無法發揮原有功能"];
        /// The customer got another item than the one ordered: a mistake in picking or shipping, not a defect.
        ProductQualityWrongItem, PRODUCT_QUALITY_WRONG_ITEM
            = "product-quality.wrong-item",
            ["not as ordered, wrong item", "未按客户要求提供", "未按客戶要求提供"];
        /// The product fails the quality standard that applies to it. If it only disappoints, use
        /// [`EXPECTATION_QUALITY_BELOW`](crate::vocab::Cause::EXPECTATION_QUALITY_BELOW).
        ProductQualityBelowStandard, PRODUCT_QUALITY_BELOW_STANDARD
            = "product-quality.below-standard",
            ["below quality standard", "未达到质量标准", "未達到品質標準"];
        /// The product has a defect so large that it cannot be used as intended.
        ProductQualityMajorDefect, PRODUCT_QUALITY_MAJOR_DEFECT
            = "product-quality.major-defect", ["major quality problem", "重大质量问题", "重大品質問題"];
        /// The goods are of poor quality or have gone bad, such as food past its date.
        ProductQualitySpoiled, PRODUCT_QUALITY_SPOILED
            = "product-quality.spoiled", ["poor or spoiled", "变坏变质", "變壞變質"];
        /// The product no longer has the effect or the character it is sold for, such as an expired medicine.
        ProductQualityLostEffect, PRODUCT_QUALITY_LOST_EFFECT
            = "product-quality.lost-effect", ["lost authenticity or effect", "失真失效", "失真失效"];
        /// The product worked at first and broke down during normal use.
        ProductQualityBreakdownInUse, PRODUCT_QUALITY_BREAKDOWN_IN_USE
            = "product-quality.breakdown-in-use", ["breaks down in use", "使用中出现故障", "使用中出現故障"];
        /// The product works, but performs badly or not steadily.
        ProductQualityPerformance, PRODUCT_QUALITY_PERFORMANCE
            = "product-quality.performance",
            ["performance, unstable performance", "性能不稳定", "性能不穩定"];
        /// The product looks wrong: scratches, colour, finish. Its function is not affected.
        ProductQualityAppearance, PRODUCT_QUALITY_APPEARANCE
            = "product-quality.appearance", ["appearance", "外观", "外觀"];
        /// The product wears out earlier than a customer may expect.
        ProductQualityShortLife, PRODUCT_QUALITY_SHORT_LIFE
            = "product-quality.short-life", ["short service life", "使用寿命短", "使用壽命短"];
        /// The product breaks too easily in normal handling.
        ProductQualityEasilyDamaged, PRODUCT_QUALITY_EASILY_DAMAGED
            = "product-quality.easily-damaged", ["easily damaged", "易损坏", "易損壞"];
        /// Uneven quality of a supplied material spoils what the customer makes of it.
        ProductQualityHarmsDownstream, PRODUCT_QUALITY_HARMS_DOWNSTREAM
            = "product-quality.harms-downstream",
            ["unstable quality hurts customer's own product", "影响下游产品", "影響下游產品"];
        /// Found by analysis: the production process is not suitable.
        ProductQualityRootProcess, PRODUCT_QUALITY_ROOT_PROCESS
            = "product-quality.root-process",
            ["root: unreasonable process", "生产工艺不合理", "生產工藝不合理"];
        /// Found by analysis: the raw material was chosen or purchased badly.
        ProductQualityRootMaterial, PRODUCT_QUALITY_ROOT_MATERIAL
            = "product-quality.root-material",
            ["root: raw material selection or purchasing", "原材料质量问题", "原材料品質問題"];
        /// Found by analysis: inspection was not strict enough and let the defect pass.
        ProductQualityRootInspection, PRODUCT_QUALITY_ROOT_INSPECTION
            = "product-quality.root-inspection", ["root: lax inspection", "质检不严格", "質檢不嚴格"];
        /// Found by analysis: production did not follow a standard that exists.
        ProductQualityRootStandardNotFollowed, PRODUCT_QUALITY_ROOT_STANDARD_NOT_FOLLOWED
            = "product-quality.root-standard-not-followed",
            ["root: standard not followed", "未按质量标准操作", "未按品質標準操作"];
        /// Found by analysis: the production equipment was not maintained.
        ProductQualityRootEquipment, PRODUCT_QUALITY_ROOT_EQUIPMENT
            = "product-quality.root-equipment",
            ["root: equipment not maintained", "设备维护不及时", "設備維護不及時"];
        /// Found by analysis: the product was damaged in transport or storage. A complaint that states a transport
        /// problem is [`DELIVERY_TRANSPORT`](crate::vocab::Cause::DELIVERY_TRANSPORT).
        ProductQualityRootTransportStorage, PRODUCT_QUALITY_ROOT_TRANSPORT_STORAGE
            = "product-quality.root-transport-storage",
            ["root: transport or storage", "运输和存储", "運輸和存儲"];
        /// A wall of the building has a crack.
        ProductQualityCrack, PRODUCT_QUALITY_CRACK
            = "product-quality.crack", ["crack in the wall", "墙体裂缝", "牆體裂縫"];
        /// The design of the building takes space that the buyer wanted to use. The work itself has no defect.
        ProductQualityDesignSpace, PRODUCT_QUALITY_DESIGN_SPACE
            = "product-quality.design-space", ["design takes usable space", "占用使用面积", "佔用使用面積"];
        /// A part that the contract promises was not delivered, such as a wall that was not built.
        ProductQualityMissingPart, PRODUCT_QUALITY_MISSING_PART
            = "product-quality.missing-part",
            ["part of the contracted product missing (wall)", "与合同约定不符", "與合同約定不符"];
        /// Staff were cold, impatient or offensive to the customer.
        ServiceAttitude, SERVICE_ATTITUDE
            = "service.attitude", ["attitude: cold, impatient, vile", "服务态度", "服務態度"];
        /// A customer asked, and nobody answered or cared.
        ServiceQuestionIgnored, SERVICE_QUESTION_IGNORED
            = "service.question-ignored",
            ["question ignored, enquiry unattended", "不理会客户的询问", "不理會客戶的詢問"];
        /// The customer called the hotline and could not get through.
        ServiceHotlineUnreachable, SERVICE_HOTLINE_UNREACHABLE
            = "service.hotline-unreachable", ["hotline not reached", "服务热线忙", "服務熱線忙"];
        /// The person at the hotline was rude, passed the customer on, or did nothing.
        ServiceHotlineAttitude, SERVICE_HOTLINE_ATTITUDE
            = "service.hotline-attitude",
            ["hotline rude, shirking, inactive", "热线接听人员态度差", "熱線接聽人員態度差"];
        /// Staff did not behave or speak as service staff should. Less than
        /// [`SERVICE_ATTITUDE`](crate::vocab::Cause::SERVICE_ATTITUDE).
        ServiceManners, SERVICE_MANNERS
            = "service.manners", ["poor manners", "不注重文明礼仪", "不注重文明禮儀"];
        /// Staff lack the skill for the work, for example when a repair fails again and again.
        ServiceSkill, SERVICE_SKILL
            = "service.skill", ["low skill, repair fails repeatedly", "业务素质不高", "業務素質不高"];
        /// Staff broke an operating rule of the organisation while serving the customer.
        ServiceOperationNotCompliant, SERVICE_OPERATION_NOT_COMPLIANT
            = "service.operation-not-compliant",
            ["operating rules broken", "不符合操作规范", "不符合操作規範"];
        /// Customers of the same kind were served differently.
        ServiceUnequalTreatment, SERVICE_UNEQUAL_TREATMENT
            = "service.unequal-treatment",
            ["equal customers served unequally", "未享受到同等服务", "未享受到同等服務"];
        /// The organisation reacted too slowly once it was asked.
        ServiceSlowResponse, SERVICE_SLOW_RESPONSE
            = "service.slow-response", ["slow response or reaction", "服务响应不及时", "服務響應不及時"];
        /// Staff should have come to the customer's site and avoided it.
        ServiceOnsiteEvaded, SERVICE_ONSITE_EVADED
            = "service.onsite-evaded", ["on-site visit evaded", "推辞上门服务", "推辭上門服務"];
        /// Staff came, but later than agreed.
        ServiceLateForAppointment, SERVICE_LATE_FOR_APPOINTMENT
            = "service.late-for-appointment", ["late for the appointment", "约定时间迟到", "約定時間遲到"];
        /// Staff did not come at the agreed time at all.
        ServiceAppointmentBroken, SERVICE_APPOINTMENT_BROKEN
            = "service.appointment-broken", ["appointments broken", "数次违约", "數次違約"];
        /// A faulty product was not replaced soon enough.
        ServiceNotReplacedInTime, SERVICE_NOT_REPLACED_IN_TIME
            = "service.not-replaced-in-time",
            ["faulty product not replaced in time", "没有及时更换", "沒有及時更換"];
        /// A device or software of the customer was not upgraded when it was due.
        ServiceUpgradeMissed, SERVICE_UPGRADE_MISSED
            = "service.upgrade-missed", ["upgrade missed", "没有及时升级", "沒有及時升級"];
        /// A service that was due was given only in part or not at all.
        ServiceNotInPlace, SERVICE_NOT_IN_PLACE
            = "service.not-in-place", ["service not in place, incomplete", "服务不到位", "服務不到位"];
        /// The service was given, but took too long or too many steps.
        ServiceEfficiency, SERVICE_EFFICIENCY = "service.efficiency", ["service efficiency", "效率", "效率"];
        /// The customer waited too long to pay.
        ServiceCheckoutWait, SERVICE_CHECKOUT_WAIT
            = "service.checkout-wait", ["checkout wait", "等待过久", "等待過久"];
        /// Nobody helped a guest with the luggage.
        ServiceLuggage, SERVICE_LUGGAGE = "service.luggage", ["no luggage help", "行李服务", "行李服務"];
        /// A service form that the customer needed was not offered, such as delivery or payment by card.
        ServiceFormMissing, SERVICE_FORM_MISSING
            = "service.form-missing", ["required service form missing", "缺少服务形式", "缺少服務形式"];
        /// The customer got too little help in using the product.
        ServiceProductSupport, SERVICE_PRODUCT_SUPPORT
            = "service.product-support", ["product support", "产品支持", "產品支援"];
        /// The customer is not content with the rules for returns and exchanges, or with how they were applied.
        ServiceReturnPolicy, SERVICE_RETURN_POLICY
            = "service.return-policy", ["return/exchange policy", "退换货政策", "退換貨政策"];
        /// The repair service was bad. Choose a more exact word if it is known, such as
        /// [`SERVICE_MISDIAGNOSIS`](crate::vocab::Cause::SERVICE_MISDIAGNOSIS).
        ServiceRepair, SERVICE_REPAIR = "service.repair", ["repair service", "维修服务", "維修服務"];
        /// Some of the ordered repair or maintenance work was not done.
        ServiceWorkIncomplete, SERVICE_WORK_INCOMPLETE
            = "service.work-incomplete",
            ["repair or maintenance items not all done", "项目未做全", "項目未做全"];
        /// The workshop named a wrong cause for the fault.
        ServiceMisdiagnosis, SERVICE_MISDIAGNOSIS
            = "service.misdiagnosis", ["fault cause misjudged", "故障原因判断不准", "故障原因判斷不準"];
        /// Staff were impatient while they advised a customer before the purchase.
        ServicePresaleImpatient, SERVICE_PRESALE_IMPATIENT
            = "service.presale-impatient", ["impatient pre-sales advice", "售前咨询不耐心", "售前諮詢不耐心"];
        /// A buyer was not allowed to view the building, for reasons of safety.
        ServiceViewingRefused, SERVICE_VIEWING_REFUSED
            = "service.viewing-refused", ["viewing refused (safety reason)", "拒绝看房", "拒絕看房"];
        /// The property management serves its residents badly.
        ServiceProperty, SERVICE_PROPERTY
            = "service.property", ["property-management service", "物业服务", "物業服務"];
        /// The price is higher than the customer is willing to accept. The charge itself was correct.
        PriceChargeAboveCeiling, PRICE_CHARGE_ABOVE_CEILING
            = "price-charge.above-ceiling",
            ["price above accepted ceiling", "高于期望值的价格", "高於期望值的價格"];
        /// The customer was charged more than the agreed or listed price.
        PriceChargeOvercharged, PRICE_CHARGE_OVERCHARGED
            = "price-charge.overcharged", ["overcharged", "多收", "多收"];
        /// The customer got too little change, or too little for the money.
        PriceChargeShortChanged, PRICE_CHARGE_SHORT_CHANGED
            = "price-charge.short-changed", ["short-changed", "少找钱", "少找錢"];
        /// Staff made up a charge that no rule allows.
        PriceChargeAtWill, PRICE_CHARGE_AT_WILL
            = "price-charge.at-will", ["charges at will", "乱收费", "亂收費"];
        /// The customer objects to a fee for after-sales service.
        PriceChargeAfterSalesFee, PRICE_CHARGE_AFTER_SALES_FEE
            = "price-charge.after-sales-fee", ["after-sales fee", "售后服务费用", "售後服務費用"];
        /// A fee was taken that a newer regulation forbids.
        PriceChargeFeeAgainstRule, PRICE_CHARGE_FEE_AGAINST_RULE
            = "price-charge.fee-against-rule",
            ["fee against a newer regulation", "收费不符合规定", "收費不符合規定"];
        /// The organisation deceived the customer in business.
        IntegrityCommercialDeception, INTEGRITY_COMMERCIAL_DECEPTION
            = "integrity.commercial-deception", ["commercial deception", "商业欺骗", "商業欺騙"];
        /// A sale was made with false information or by improper means.
        IntegrityImproperSelling, INTEGRITY_IMPROPER_SELLING
            = "integrity.improper-selling",
            ["improper selling, false information", "不当的销售手段", "不當的銷售手段"];
        /// Advertising said more than the product does.
        IntegrityUnrealisticPublicity, INTEGRITY_UNREALISTIC_PUBLICITY
            = "integrity.unrealistic-publicity",
            ["unrealistic publicity", "不切实际地宣传", "不切實際地宣傳"];
        /// Goods of lower quality were sold as good ones.
        IntegrityInferiorAsGood, INTEGRITY_INFERIOR_AS_GOOD
            = "integrity.inferior-as-good", ["inferior as good", "以次充好", "以次充好"];
        /// A fake was sold as genuine.
        IntegrityFakeAsGenuine, INTEGRITY_FAKE_AS_GENUINE
            = "integrity.fake-as-genuine", ["fake as genuine", "以假充真", "以假充真"];
        /// A promise was not kept, or promised too much from the start.
        IntegrityOverpromise, INTEGRITY_OVERPROMISE
            = "integrity.overpromise", ["promise not kept, over-promise", "承诺未兑现", "承諾未兌現"];
        /// Staff pressed the customer to buy products.
        IntegrityProductPushing, INTEGRITY_PRODUCT_PUSHING
            = "integrity.product-pushing", ["pushes products", "随意推销产品", "隨意推銷產品"];
        /// Staff accepted or demanded money or goods from the customer.
        IntegrityTakesProperty, INTEGRITY_TAKES_PROPERTY
            = "integrity.takes-property", ["takes or asks for property", "接受或索取财物", "接受或索取財物"];
        /// The organisation does not admit a defect that is there.
        IntegrityDefectDenied, INTEGRITY_DEFECT_DENIED
            = "integrity.defect-denied", ["defects not admitted", "不承认产品缺陷", "不承認產品缺陷"];
        /// An accident happened on the premises of the organisation.
        AccidentOnPremises, ACCIDENT_ON_PREMISES
            = "accident.on-premises", ["accident on the premises", "经营场所", "經營場所"];
        /// An accident happened elsewhere, within the business of the organisation.
        AccidentInScope, ACCIDENT_IN_SCOPE
            = "accident.in-scope", ["accident in the business scope", "经营范围", "經營範圍"];
        /// Goods were lost or damaged on their way to the customer.
        AccidentCargoLoss, ACCIDENT_CARGO_LOSS
            = "accident.cargo-loss", ["cargo damage in transit", "货物损失", "貨物損失"];
        /// The information was correct, but the customer could not understand it.
        CommunicationUnclear, COMMUNICATION_UNCLEAR
            = "communication.unclear", ["unclear information", "信息传递不清晰", "資訊傳遞不清晰"];
        /// The customer was told something untrue, without intent. With intent, use a word of
        /// [`INTEGRITY`](crate::vocab::kind::CauseGroup::INTEGRITY).
        CommunicationWrongInformation, COMMUNICATION_WRONG_INFORMATION
            = "communication.wrong-information", ["wrong information", "错误的信息", "錯誤的資訊"];
        /// The agent who spoke with the customer was not friendly.
        CommunicationUnfriendlyAgent, COMMUNICATION_UNFRIENDLY_AGENT
            = "communication.unfriendly-agent", ["unfriendly agent", "客服态度不友好", "客服態度不友好"];
        /// The manual is hard to follow, so that the customer used the product wrongly or not at all.
        CommunicationManualUnclear, COMMUNICATION_MANUAL_UNCLEAR
            = "communication.manual-unclear",
            ["manual hard to follow", "说明书不便于操作", "說明書不便於操作"];
        /// Nobody explained the product or the procedure to the customer clearly enough.
        CommunicationNotExplained, COMMUNICATION_NOT_EXPLAINED
            = "communication.not-explained", ["not explained clearly", "没有解说明白", "沒有解說明白"];
        /// The model shown at the sale differs from the plan of the contract.
        CommunicationSalesModelDiffers, COMMUNICATION_SALES_MODEL_DIFFERS
            = "communication.sales-model-differs",
            ["model shown at sale differs from plan", "销售沙盘偏差", "銷售沙盤偏差"];
        /// The organisation let the customer expect more than it could give.
        ExpectationManagementFailure, EXPECTATION_MANAGEMENT_FAILURE
            = "expectation.management-failure",
            ["expectation management failure", "期望管理失误", "期望管理失誤"];
        /// The quality meets the standard, but not what the customer expected.
        ExpectationQualityBelow, EXPECTATION_QUALITY_BELOW
            = "expectation.quality-below",
            ["quality below expectation", "低于期望值的品质", "低於期望值的品質"];
        /// The service meets the standard, but not what the customer expected.
        ExpectationServiceBelow, EXPECTATION_SERVICE_BELOW
            = "expectation.service-below",
            ["service below expectation", "低于期望值的服务", "低於期望值的服務"];
        /// The customer demands more than the organisation's own standard.
        ExpectationDemandExceedsStandard, EXPECTATION_DEMAND_EXCEEDS_STANDARD
            = "expectation.demand-exceeds-standard",
            ["demand exceeds the enterprise's own standard", "要求超出企业自身要求", "要求超出企業自身要求"];
        /// Customer and organisation judge by different standards.
        ExpectationDifferentYardstick, EXPECTATION_DIFFERENT_YARDSTICK
            = "expectation.different-yardstick", ["different yardstick", "衡量尺度不同", "衡量尺度不同"];
        /// The product or service was as promised, but does not serve the customer's real need.
        ExpectationNeedsUnmet, EXPECTATION_NEEDS_UNMET
            = "expectation.needs-unmet", ["needs not really met", "需要未得到满足", "需要未得到滿足"];
        /// There was too little money for the material or the service.
        InternalManagementFunds, INTERNAL_MANAGEMENT_FUNDS
            = "internal-management.funds", ["not enough funds", "资金不足", "資金不足"];
        /// There were too few staff.
        InternalManagementUnderstaffed, INTERNAL_MANAGEMENT_UNDERSTAFFED
            = "internal-management.understaffed", ["understaffed", "人手不够", "人手不夠"];
        /// Nobody knew who was responsible, so that each blamed another.
        InternalManagementUnclearDuties, INTERNAL_MANAGEMENT_UNCLEAR_DUTIES
            = "internal-management.unclear-duties",
            ["unclear duties, blame shifting", "职责不明", "職責不明"];
        /// Departments did not tell each other what they had to know.
        InternalManagementCommunication, INTERNAL_MANAGEMENT_COMMUNICATION
            = "internal-management.communication",
            ["poor communication between departments", "部门沟通不畅", "部門溝通不暢"];
        /// A work flow was missing or did not fit the work.
        InternalManagementFlowUnsound, INTERNAL_MANAGEMENT_FLOW_UNSOUND
            = "internal-management.flow-unsound", ["flows unsound or undefined", "流程不规范", "流程不規範"];
        /// A computer system of the organisation failed.
        InternalManagementSystemFailure, INTERNAL_MANAGEMENT_SYSTEM_FAILURE
            = "internal-management.system-failure", ["system failure", "系统故障", "系統故障"];
        /// A computer system works, but is awkward to use.
        InternalManagementClumsyOperation, INTERNAL_MANAGEMENT_CLUMSY_OPERATION
            = "internal-management.clumsy-operation", ["clumsy operation", "操作繁琐", "操作繁瑣"];
        /// Two systems hold different data about the same matter.
        InternalManagementDataUnsynchronised, INTERNAL_MANAGEMENT_DATA_UNSYNCHRONISED
            = "internal-management.data-unsynchronised", ["unsynchronised data", "信息不同步", "資訊不同步"];
        /// Staff do not care enough about quality.
        InternalManagementQualityAwareness, INTERNAL_MANAGEMENT_QUALITY_AWARENESS
            = "internal-management.quality-awareness",
            ["weak quality awareness", "质量意识淡薄", "品質意識淡薄"];
        /// The organisation takes too little care of costs.
        InternalManagementCostAwareness, INTERNAL_MANAGEMENT_COST_AWARENESS
            = "internal-management.cost-awareness", ["weak cost awareness", "成本意识淡薄", "成本意識淡薄"];
        /// Staff do not care enough about service.
        InternalManagementServiceAwareness, INTERNAL_MANAGEMENT_SERVICE_AWARENESS
            = "internal-management.service-awareness",
            ["weak service awareness", "服务意识淡薄", "服務意識淡薄"];
        /// The work was planned or distributed badly.
        InternalManagementWorkArrangement, INTERNAL_MANAGEMENT_WORK_ARRANGEMENT
            = "internal-management.work-arrangement",
            ["bad work arrangement", "工作安排不适当", "工作安排不適當"];
        /// The person responsible was not trained for the work.
        StaffCapabilityTraining, STAFF_CAPABILITY_TRAINING
            = "staff-capability.training", ["lack of training", "缺乏培训", "缺乏培訓"];
        /// The person responsible lacks knowledge, skill or patience.
        StaffCapabilityKnowledge, STAFF_CAPABILITY_KNOWLEDGE
            = "staff-capability.knowledge",
            ["lack of knowledge, skill, patience", "缺乏专业性", "缺乏專業性"];
        /// The person responsible was under too much pressure at work.
        StaffCapabilityPressure, STAFF_CAPABILITY_PRESSURE
            = "staff-capability.pressure", ["pressure at work", "工作压力大", "工作壓力大"];
        /// The customer does not know the product or service well enough. If nobody explained it, that may be the
        /// organisation's fault: see [`COMMUNICATION_NOT_EXPLAINED`](crate::vocab::Cause::COMMUNICATION_NOT_EXPLAINED).
        CustomerSideLackOfKnowledge, CUSTOMER_SIDE_LACK_OF_KNOWLEDGE
            = "customer-side.lack-of-knowledge",
            ["lack of knowledge of product or service", "缺乏了解", "缺乏瞭解"];
        /// The customer used the product wrongly.
        CustomerSideImproperUse, CUSTOMER_SIDE_IMPROPER_USE
            = "customer-side.improper-use", ["improper use, operating error", "使用不当", "使用不當"];
        /// A machine of the customer failed.
        CustomerSideOwnMachine, CUSTOMER_SIDE_OWN_MACHINE
            = "customer-side.own-machine", ["customer's machine failed", "机器故障", "機器故障"];
        /// The customer stored the goods wrongly.
        CustomerSideImproperStorage, CUSTOMER_SIDE_IMPROPER_STORAGE
            = "customer-side.improper-storage", ["improper storage", "保存不当", "保存不當"];
        /// The customer asked for something without meeting its conditions.
        CustomerSideConditionsNotMet, CUSTOMER_SIDE_CONDITIONS_NOT_MET
            = "customer-side.conditions-not-met",
            ["request does not meet conditions", "不符合条件", "不符合條件"];
        /// The customer did not know the procedure.
        CustomerSideProcedureUnknown, CUSTOMER_SIDE_PROCEDURE_UNKNOWN
            = "customer-side.procedure-unknown", ["procedure not known", "不了解工作程序", "不瞭解工作程序"];
        /// The complaint comes from the customer's character, or demands too much by any standard.
        CustomerSidePersonality, CUSTOMER_SIDE_PERSONALITY
            = "customer-side.personality",
            ["character or personality, excessive demand", "个性原因", "個性原因"];
        /// The delivery came later than agreed, whoever caused it.
        DeliveryLate, DELIVERY_LATE
            = "delivery.late", ["late delivery, not on schedule", "交付延迟", "交付延遲"];
        /// The logistics company caused the delay.
        DeliveryLogisticsDelay, DELIVERY_LOGISTICS_DELAY
            = "delivery.logistics-delay", ["logistics delay", "物流延误", "物流延誤"];
        /// Something went wrong in transport, other than a delay.
        DeliveryTransport, DELIVERY_TRANSPORT
            = "delivery.transport", ["transport problem", "运输问题", "運輸問題"];
        /// The goods were not packed well enough for their journey.
        DeliveryPacking, DELIVERY_PACKING = "delivery.packing", ["improper packing", "包装失当", "包裝失當"];
        /// Rooms or equipment are too few or too poor for the customers.
        FacilityInsufficient, FACILITY_INSUFFICIENT
            = "facility.insufficient",
            ["facilities do not meet the need", "硬件设施不能满足需求", "硬件設施不能滿足需求"];
        /// The customer disagrees with how the organisation does business, and not with one case.
        PolicyDisagreementStrategy, POLICY_DISAGREEMENT_STRATEGY
            = "policy-disagreement.strategy",
            ["business way or strategy", "经营方式及策略", "經營方式及策略"];
        /// The person who tracks the order made a mistake.
        WorkErrorOrderTracking, WORK_ERROR_ORDER_TRACKING
            = "work-error.order-tracking", ["order-tracking staff error", "跟单失误", "跟單失誤"];
        /// Somebody made a mistake at work that no other word describes.
        WorkErrorGeneral, WORK_ERROR_GENERAL = "work-error.general", ["work error", "工作差错", "工作差錯"];
        /// A natural disaster prevented what was agreed.
        ExternalNaturalDisaster, EXTERNAL_NATURAL_DISASTER
            = "external.natural-disaster", ["natural disaster", "自然灾害", "自然災害"];
        /// A supplier or the market failed to supply.
        ExternalSupplyChain, EXTERNAL_SUPPLY_CHAIN
            = "external.supply-chain", ["supply chain", "供应链问题", "供應鏈問題"];
        /// A public authority changed its rules.
        ExternalPolicyChange, EXTERNAL_POLICY_CHANGE
            = "external.policy-change", ["policy change", "政策变化", "政策變化"];
        /// The market price fell after the purchase.
        ExternalPriceFall, EXTERNAL_PRICE_FALL
            = "external.price-fall", ["price fall", "价格下跌", "價格下跌"];
        /// The electricity supply at the customer's site is not steady.
        ExternalUnstableVoltage, EXTERNAL_UNSTABLE_VOLTAGE
            = "external.unstable-voltage", ["unstable voltage", "电压不稳", "電壓不穩"];
        /// All products of the trade have this flaw.
        ExternalTradeWideFlaw, EXTERNAL_TRADE_WIDE_FLAW
            = "external.trade-wide-flaw", ["trade-wide flaw", "行业通病", "行業通病"];
    }
}

impl Cause {
    /// Returns the group of this cause: the part of its code before the first dot.
    ///
    /// ```
    /// use redress::vocab::Cause;
    /// use redress::vocab::kind::CauseGroup;
    ///
    /// assert_eq!(Cause::SERVICE_ATTITUDE.group(), CauseGroup::SERVICE);
    /// assert_eq!(Cause::from(CauseGroup::SERVICE).group(), CauseGroup::SERVICE); // a group is its own group
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
