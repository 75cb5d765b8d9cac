//! What rules look at.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// Something that is so in a case, and how often: what rules look at beside the other words.
    pub struct Fact;
    /// The facts every organisation starts with.
    pub enum StandardFact {
        /// The complaint is of a kind that the company lists for forced closure (S23-R18, S23-R19).
        OnForcedClosureList, ON_FORCED_CLOSURE_LIST
            = "on-forced-closure-list",
            ["on the forced-closure list", "在强制关闭清单上", "在強制關閉清單上"];
        /// The company has no solution for now (S23-R18).
        NoSolutionNow, NO_SOLUTION_NOW
            = "no-solution-now", ["no solution for now", "暂无解决方案", "暫無解決方案"];
        /// How often the complainant tried to reach the hotline in vain (S10-R04).
        HotlineTries, HOTLINE_TRIES
            = "hotline-tries", ["tries to reach the hotline", "拨打热线次数", "撥打熱線次數"];
        /// How many repairs did not help (S10-R07).
        FailedRepairs, FAILED_REPAIRS
            = "failed-repairs", ["repairs without success", "维修未果次数", "維修未果次數"];
        /// How many minutes after the agreed time somebody came (S10-R09).
        MinutesLate, MINUTES_LATE = "minutes-late", ["minutes late", "迟到分钟数", "遲到分鐘數"];
        /// How many appointments were not kept (S10-R13).
        BrokenAppointments, BROKEN_APPOINTMENTS
            = "broken-appointments", ["appointments broken", "违约次数", "違約次數"];
        /// The complainant's own business is in difficulty (S10-R13, S10-R14).
        BusinessInDifficulty, BUSINESS_IN_DIFFICULTY
            = "business-in-difficulty", ["business in difficulty", "业务陷入困境", "業務陷入困境"];
        /// What happened had grave consequences (S10-R11, S10-R13).
        GraveConsequences, GRAVE_CONSEQUENCES
            = "grave-consequences", ["grave consequences", "严重后果", "嚴重後果"];
        /// The good name of the organisation is gravely affected (S10-R12).
        ReputationGravelyAffected, REPUTATION_GRAVELY_AFFECTED
            = "reputation-gravely-affected", ["reputation gravely affected", "严重影响声誉", "嚴重影響聲譽"];
        /// The good name of the organisation is harmed in another way (S10-R19).
        ReputationHarmed, REPUTATION_HARMED
            = "reputation-harmed", ["reputation harmed", "损害声誉", "損害聲譽"];
        /// The media reported on it (S10-R14).
        MediaExposure, MEDIA_EXPOSURE = "media-exposure", ["media exposure", "媒体曝光", "媒體曝光"];
        /// The media asked about it; nothing need be published (S37-R17).
        PressEnquiry, PRESS_ENQUIRY = "press-enquiry", ["press enquiry", "媒体询问", "媒體詢問"];
        /// An authority criticised the organisation for it (S10-R19).
        AuthorityCriticism, AUTHORITY_CRITICISM
            = "authority-criticism", ["criticised by an authority", "主管机关批评", "主管機關批評"];
        /// The fault may affect what the product does, or its use (S18-R05).
        MayAffectUse, MAY_AFFECT_USE
            = "may-affect-use", ["may affect function or use", "可能影响功能或使用", "可能影響功能或使用"];
        /// Faulty goods may have left the company (S18-R05).
        MayHaveBeenDelivered, MAY_HAVE_BEEN_DELIVERED
            = "may-have-been-delivered", ["may have been delivered", "可能已交付客户", "可能已交付客戶"];
        /// Somebody's life or health is in danger.
        DangerToPerson, DANGER_TO_PERSON
            = "danger-to-person", ["danger to a person", "危及人身安全", "危及人身安全"];
        /// The hotline person was rude, shirked or did nothing (S10-R05).
        HotlineMisconduct, HOTLINE_MISCONDUCT = "hotline-misconduct", ["misconduct at the hotline", "热线人员态度差", "熱線人員態度差"];
        /// A faulty product was not replaced in time (S10-R06).
        NotReplacedInTime, NOT_REPLACED_IN_TIME = "not-replaced-in-time", ["not replaced in time", "未及时更换", "未及時更換"];
        /// The staff lacked the skill (S10-R07).
        LowSkill, LOW_SKILL = "low-skill", ["low skill", "技术水平低", "技術水平低"];
        /// Somebody evaded a visit on the site (S10-R08).
        VisitEvaded, VISIT_EVADED = "visit-evaded", ["visit evaded", "推辞上门服务", "推辭上門服務"];
        /// A single enterprise was not upgraded in time (S10-R10).
        NotUpgradedInTime, NOT_UPGRADED_IN_TIME = "not-upgraded-in-time", ["not upgraded in time", "未及时升级", "未及時升級"];
        /// The enterprise has trouble to issue invoices (S10-R10).
        InvoicingTrouble, INVOICING_TROUBLE = "invoicing-trouble", ["trouble with invoicing", "开票困难", "開票困難"];
        /// The attitude of service staff was vile (S10-R12).
        VileAttitude, VILE_ATTITUDE = "vile-attitude", ["vile attitude", "态度恶劣", "態度惡劣"];
        /// Service staff used improper words (S10-R12).
        ImproperWords, IMPROPER_WORDS = "improper-words", ["improper words", "言辞不当", "言辭不當"];
        /// The service was not in place (S10-R14).
        ServiceNotInPlace, SERVICE_NOT_IN_PLACE = "service-not-in-place", ["service not in place", "服务不到位", "服務不到位"];
        /// Staff pushed products on the customer (S10-R16).
        PushesProducts, PUSHES_PRODUCTS = "pushes-products", ["pushes products", "随意推销产品", "隨意推銷產品"];
        /// Staff charged at will (S10-R17).
        ChargesAtWill, CHARGES_AT_WILL = "charges-at-will", ["charges at will", "乱收费", "亂收費"];
        /// Staff took or asked for property (S10-R18).
        TakesProperty, TAKES_PROPERTY = "takes-property", ["takes or asks for property", "接受或索取财物", "接受或索取財物"];
        /// The grounds were found sufficient (S03-R03).
        GroundsSufficient, GROUNDS_SUFFICIENT = "grounds-sufficient", ["grounds sufficient", "理由充分", "理由充分"];
        /// The grounds were found insufficient (S03-R03).
        GroundsInsufficient, GROUNDS_INSUFFICIENT = "grounds-insufficient", ["grounds insufficient", "理由不充分", "理由不充分"];
        /// The demand was found reasonable (S03-R03).
        DemandReasonable, DEMAND_REASONABLE = "demand-reasonable", ["demand reasonable", "要求合理", "要求合理"];
        /// The demand was found unreasonable (S03-R03).
        DemandUnreasonable, DEMAND_UNREASONABLE = "demand-unreasonable", ["demand unreasonable", "要求不合理", "要求不合理"];
        /// The complaint comes from a misunderstanding (S01-R25, S01-R26).
        Misunderstanding, MISUNDERSTANDING = "misunderstanding", ["misunderstanding", "误会", "誤會"];
        /// The manual is hard to follow (S01-R43).
        ManualUnclear, MANUAL_UNCLEAR = "manual-unclear", ["manual unclear", "说明书不便于操作", "說明書不便於操作"];
        /// The seller did not explain the use (S01-R43).
        NotExplained, NOT_EXPLAINED = "not-explained", ["use not explained", "未解说明白", "未解說明白"];
        /// Manual and explanation were looked into and are in order (S01-R43).
        ContributoryCauseRuledOut, CONTRIBUTORY_CAUSE_RULED_OUT = "contributory-cause-ruled-out", ["no contributory cause", "无促成原因", "無促成原因"];
        /// The matter is small (S02-R03).
        SmallMatter, SMALL_MATTER = "small-matter", ["small matter", "较小的投诉", "較小的投訴"];
        /// The handler can solve it alone and at once (S02-R03).
        SolvableAtOnce, SOLVABLE_AT_ONCE = "solvable-at-once", ["solvable at once", "可当场解决", "可當場解決"];
        /// It happened on the premises (S04-R10).
        OnPremises, ON_PREMISES = "on-premises", ["on the premises", "在经营场所", "在經營場所"];
        /// It happened within the scope of the business (S04-R10).
        InBusinessScope, IN_BUSINESS_SCOPE = "in-business-scope", ["in the business scope", "在经营范围", "在經營範圍"];
        /// The description or the pictures of the defect are unclear (S15-R12).
        DescriptionUnclear, DESCRIPTION_UNCLEAR = "description-unclear", ["description unclear", "描述不清", "描述不清"];
        /// The complainant is one of the customers whom the procedure names (S16-R05).
        NamedCustomer, NAMED_CUSTOMER = "named-customer", ["customer named by the procedure", "程序指名的客户", "程序指名的客戶"];
        /// The customer wants the answer on a form of its own (S16-R16).
        CustomerFormWanted, CUSTOMER_FORM_WANTED = "customer-form-wanted", ["customer wants its own form", "客户要求其规定的表单", "客戶要求其規定的表單"];
        /// The error is grave (S25-R05).
        GraveError, GRAVE_ERROR = "grave-error", ["grave error", "严重的错误", "嚴重的錯誤"];
        /// The complainant is not satisfied with what was done (S22-R07).
        Unsatisfied, UNSATISFIED = "unsatisfied", ["not satisfied", "不满意", "不滿意"];
        /// It is a question of common sense (S37-R34).
        CommonSenseQuestion, COMMON_SENSE_QUESTION = "common-sense-question", ["common-sense question", "常识性问题", "常識性問題"];
        /// A published list of questions and answers covers it (S37-R34).
        InPublishedFaq, IN_PUBLISHED_FAQ = "in-published-faq", ["in the published FAQ", "答客问已载明", "答客問已載明"];
        /// Several complainants join (S37-R16).
        Collective, COLLECTIVE = "collective", ["collective", "集体投诉", "集體投訴"];
        /// Buyers refuse the hand-over together (S37-R18).
        HandoverRefused, HANDOVER_REFUSED = "handover-refused", ["hand-over refused", "集体拒绝交房", "集體拒絕交房"];
        /// It is spread by word of mouth (S35-R04, S28-R08).
        SpreadByWord, SPREAD_BY_WORD = "spread-by-word", ["spread by word of mouth", "口碑传播", "口碑傳播"];
        /// The complainant was contacted by phone or fax to learn the details (S14-R04).
        ContactedByPhoneOrFax, CONTACTED_BY_PHONE_OR_FAX = "contacted-by-phone-or-fax", ["contacted by phone or fax", "已电话或传真联系", "已電話或傳真聯繫"];
        /// The customer was asked whether a restart or an update was tried (S21-R02).
        RestartOrUpdateAsked, RESTART_OR_UPDATE_ASKED = "restart-or-update-asked", ["asked about restart or update", "已询问重启或更新", "已詢問重啟或更新"];
        /// A restart of the device or an update of the software was tried (S21-R02).
        RestartOrUpdateTried, RESTART_OR_UPDATE_TRIED = "restart-or-update-tried", ["restart or update tried", "已尝试重启或更新", "已嘗試重啟或更新"];
        /// The document was marked as one of which only a part can be seen before it is bought (S38-R02).
        PartlyPreviewable, PARTLY_PREVIEWABLE = "partly-previewable", ["partly previewable", "仅部分预览", "僅部分預覽"];
        /// The whole document could be seen before it was bought (S38-R02).
        FullyPreviewable, FULLY_PREVIEWABLE = "fully-previewable", ["fully previewable", "可全部预览", "可全部預覽"];
        /// The part that could not be seen before is defective (S38-R02).
        HiddenPartDefective, HIDDEN_PART_DEFECTIVE = "hidden-part-defective", ["hidden part defective", "未预览部分有问题", "未預覽部分有問題"];
        /// What is on the platform infringes somebody's rights (S38-R03).
        RightsInfringed, RIGHTS_INFRINGED = "rights-infringed", ["rights infringed", "侵犯权益", "侵犯權益"];
        /// What is on the training site infringes a copyright (S38-R04).
        CopyrightInfringed, COPYRIGHT_INFRINGED = "copyright-infringed", ["copyright infringed", "侵犯版权", "侵犯版權"];
        /// The analysis needs other departments (S30-R04).
        AnalysisNeedsSupport, ANALYSIS_NEEDS_SUPPORT = "analysis-needs-support", ["analysis needs support", "分析需协助", "分析需協助"];
        /// A first visit to the customer met with a good reaction, with a purchase or without (S27-R08).
        FirstVisitWellReceived, FIRST_VISIT_WELL_RECEIVED = "first-visit-well-received", ["first visit well received", "初次访问反应良好", "初次訪問反應良好"];
        /// The customer signed a contract (S27-R09).
        ContractSigned, CONTRACT_SIGNED = "contract-signed", ["contract signed", "已签订契约", "已簽訂契約"];
        /// The customer gave help (S27-R10).
        CustomerHelped, CUSTOMER_HELPED = "customer-helped", ["customer gave help", "承蒙顾客帮忙", "承蒙顧客幫忙"];
        /// The customer is a regular one, and the salesperson travels (S27-R11).
        RegularCustomerAndTrip, REGULAR_CUSTOMER_AND_TRIP = "regular-customer-and-trip", ["trip, and a regular customer", "旅游致谢老顾客", "旅遊致謝老顧客"];
        /// The customer is practised in the use of the product (S27-R12).
        UsePractised, USE_PRACTISED = "use-practised", ["use practised", "使用熟练", "使用熟練"];
    }
}
