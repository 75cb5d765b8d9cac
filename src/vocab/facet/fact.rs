//! The words of the facet `fact`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// A fact of a case, with a count: what rules look at beside the other words.
    ///
    /// A complaint states a fact with a number. Most facts are simply true or not: the number is 1 or 0. A fact that
    /// counts, such as failed repairs, or that measures, such as minutes, has any number.
    ///
    /// ```
    /// use redress::policy::Condition;
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::triage::answer::Level;
    /// use redress::vocab::{Fact, Severity};
    ///
    /// let policy = sample::policy()?; // serious if a person is in danger
    /// let complaint = sample::complaint()?.with_fact(Fact::DANGER_TO_PERSON, 1);
    /// let answer = triage(&policy, &complaint, &History::none())?;
    /// assert_eq!(answer.severity().and_then(|graded| graded.level().severity()), Some(Severity::Serious));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Fact;
    /// The facts every organisation starts with.
    pub enum StandardFact {
        /// The complaint is of a kind that the company lists for forced closure.
        OnForcedClosureList, ON_FORCED_CLOSURE_LIST
            = "on-forced-closure-list",
            ["on the forced-closure list", "在强制结案清单上", "在強制結案清單上"];
        /// The company has no solution for now.
        NoSolutionNow, NO_SOLUTION_NOW
            = "no-solution-now", ["no solution for now", "暂无解决方案", "暫無解決方案"];
        /// The number of times the complainant called the hotline in vain.
        HotlineTries, HOTLINE_TRIES
            = "hotline-tries", ["tries to reach the hotline", "拨打热线次数", "撥打熱線次數"];
        /// The number of repairs that did not help.
        FailedRepairs, FAILED_REPAIRS
            = "failed-repairs", ["repairs without success", "维修未果次数", "維修未果次數"];
        /// The number of minutes by which somebody came after the agreed time.
        MinutesLate, MINUTES_LATE = "minutes-late", ["minutes late", "迟到分钟数", "遲到分鐘數"];
        /// The number of appointments that were not kept.
        BrokenAppointments, BROKEN_APPOINTMENTS
            = "broken-appointments", ["appointments broken", "违约次数", "違約次數"];
        /// The problem brings the complainant's own business into difficulty.
        BusinessInDifficulty, BUSINESS_IN_DIFFICULTY
            = "business-in-difficulty", ["business in difficulty", "业务陷入困境", "業務陷入困境"];
        /// What happened had grave consequences.
        GraveConsequences, GRAVE_CONSEQUENCES
            = "grave-consequences", ["grave consequences", "严重后果", "嚴重後果"];
        /// The organisation's reputation is gravely affected.
        ReputationGravelyAffected, REPUTATION_GRAVELY_AFFECTED
            = "reputation-gravely-affected", ["reputation gravely affected", "严重影响声誉", "嚴重影響聲譽"];
        /// The organisation's reputation is harmed in a way that no other fact covers.
        ReputationHarmed, REPUTATION_HARMED
            = "reputation-harmed", ["reputation harmed", "损害声誉", "損害聲譽"];
        /// The media reported on the matter. A question alone is [`PRESS_ENQUIRY`](crate::vocab::Fact::PRESS_ENQUIRY).
        MediaExposure, MEDIA_EXPOSURE = "media-exposure", ["media exposure", "媒体曝光", "媒體曝光"];
        /// The media asked about the matter. Nothing need have been published.
        PressEnquiry, PRESS_ENQUIRY = "press-enquiry", ["press enquiry", "媒体询问", "媒體詢問"];
        /// An authority criticised the organisation for the matter.
        AuthorityCriticism, AUTHORITY_CRITICISM
            = "authority-criticism", ["criticised by an authority", "主管机关批评", "主管機關批評"];
        /// The fault may affect the function or the use of the product.
        MayAffectUse, MAY_AFFECT_USE
            = "may-affect-use", ["may affect function or use", "可能影响功能或使用", "可能影響功能或使用"];
        /// Faulty goods may have left the company.
        MayHaveBeenDelivered, MAY_HAVE_BEEN_DELIVERED
            = "may-have-been-delivered", ["may have been delivered", "可能已交付客户", "可能已交付客戶"];
        /// Somebody's life or health is in danger.
        DangerToPerson, DANGER_TO_PERSON
            = "danger-to-person", ["danger to a person", "危及人身安全", "危及人身安全"];
        /// The person at the hotline was rude, passed the customer on, or did nothing.
        HotlineMisconduct, HOTLINE_MISCONDUCT = "hotline-misconduct", ["misconduct at the hotline", "热线人员态度差", "熱線人員態度差"];
        /// A faulty product was not replaced in time.
        NotReplacedInTime, NOT_REPLACED_IN_TIME = "not-replaced-in-time", ["not replaced in time", "未及时更换", "未及時更換"];
        /// The staff lacked the skill for the work.
        LowSkill, LOW_SKILL = "low-skill", ["low skill", "技术水平低", "技術水平低"];
        /// Staff avoided a visit to the customer's site.
        VisitEvaded, VISIT_EVADED = "visit-evaded", ["visit evaded", "推辞上门服务", "推辭上門服務"];
        /// A single enterprise was not upgraded in time.
        NotUpgradedInTime, NOT_UPGRADED_IN_TIME = "not-upgraded-in-time", ["not upgraded in time", "未及时升级", "未及時升級"];
        /// The enterprise has trouble issuing its invoices.
        InvoicingTrouble, INVOICING_TROUBLE = "invoicing-trouble", ["trouble with invoicing", "开票困难", "開票困難"];
        /// Service staff behaved in an offensive way.
        VileAttitude, VILE_ATTITUDE = "vile-attitude", ["vile attitude", "态度恶劣", "態度惡劣"];
        /// Service staff used improper words.
        ImproperWords, IMPROPER_WORDS = "improper-words", ["improper words", "言辞不当", "言辭不當"];
        /// The service that was due was not given, or not completely.
        ServiceNotInPlace, SERVICE_NOT_IN_PLACE = "service-not-in-place", ["service not in place", "服务不到位", "服務不到位"];
        /// Staff pressed the customer to buy products.
        PushesProducts, PUSHES_PRODUCTS = "pushes-products", ["pushes products", "随意推销产品", "隨意推銷產品"];
        /// Staff made up charges that no rule allows.
        ChargesAtWill, CHARGES_AT_WILL = "charges-at-will", ["charges at will", "乱收费", "亂收費"];
        /// Staff accepted or demanded money or goods.
        TakesProperty, TAKES_PROPERTY = "takes-property", ["takes or asks for property", "接受或索取财物", "接受或索取財物"];
        /// Somebody judged that the grounds are sufficient.
        GroundsSufficient, GROUNDS_SUFFICIENT = "grounds-sufficient", ["grounds sufficient", "理由充分", "理由充分"];
        /// Somebody judged that the grounds are not sufficient. It is a fact of its own: without a judgement, neither
        /// is stated.
        GroundsInsufficient, GROUNDS_INSUFFICIENT = "grounds-insufficient", ["grounds insufficient", "理由不充分", "理由不充分"];
        /// Somebody judged that the demand is reasonable.
        DemandReasonable, DEMAND_REASONABLE = "demand-reasonable", ["demand reasonable", "要求合理", "要求合理"];
        /// Somebody judged that the demand is not reasonable.
        DemandUnreasonable, DEMAND_UNREASONABLE = "demand-unreasonable", ["demand unreasonable", "要求不合理", "要求不合理"];
        /// The complaint comes from a misunderstanding.
        Misunderstanding, MISUNDERSTANDING = "misunderstanding", ["misunderstanding", "误会", "誤會"];
        /// The manual is hard to follow.
        ManualUnclear, MANUAL_UNCLEAR = "manual-unclear", ["manual unclear", "说明书不便于操作", "說明書不便於操作"];
        /// The seller did not explain how to use the product.
        NotExplained, NOT_EXPLAINED = "not-explained", ["use not explained", "未解说明白", "未解說明白"];
        /// Manual and explanation were looked into, and both are in order.
        ContributoryCauseRuledOut, CONTRIBUTORY_CAUSE_RULED_OUT = "contributory-cause-ruled-out", ["no contributory cause", "无促成原因", "無促成原因"];
        /// The matter is small.
        SmallMatter, SMALL_MATTER = "small-matter", ["small matter", "较小的投诉", "較小的投訴"];
        /// The handler can solve the matter alone and at once.
        SolvableAtOnce, SOLVABLE_AT_ONCE = "solvable-at-once", ["solvable at once", "可当场解决", "可當場解決"];
        /// The event happened on the premises of the organisation.
        OnPremises, ON_PREMISES = "on-premises", ["on the premises", "在经营场所", "在經營場所"];
        /// The event happened within the business of the organisation.
        InBusinessScope, IN_BUSINESS_SCOPE = "in-business-scope", ["in the business scope", "在经营范围", "在經營範圍"];
        /// The description or the pictures of the defect are not clear enough to judge.
        DescriptionUnclear, DESCRIPTION_UNCLEAR = "description-unclear", ["description unclear", "描述不清", "描述不清"];
        /// The complainant is a customer whom the procedure treats specially, by name.
        NamedCustomer, NAMED_CUSTOMER = "named-customer", ["customer named by the procedure", "程序指名的客户", "程序指名的客戶"];
        /// The customer requires the answer on a form of their own.
        CustomerFormWanted, CUSTOMER_FORM_WANTED = "customer-form-wanted", ["customer wants its own form", "客户要求其规定的表单", "客戶要求其規定的表單"];
        /// The organisation made a grave error.
        GraveError, GRAVE_ERROR = "grave-error", ["grave error", "严重的错误", "嚴重的錯誤"];
        /// The complainant is not satisfied with what was done.
        Unsatisfied, UNSATISFIED = "unsatisfied", ["not satisfied", "不满意", "不滿意"];
        /// The question can be answered by common sense.
        CommonSenseQuestion, COMMON_SENSE_QUESTION = "common-sense-question", ["common-sense question", "常识性问题", "常識性問題"];
        /// A published list of questions and answers covers the question.
        InPublishedFaq, IN_PUBLISHED_FAQ = "in-published-faq", ["in the published FAQ", "答客问已载明", "答客問已載明"];
        /// Several complainants join.
        Collective, COLLECTIVE = "collective", ["collective", "集体投诉", "集體投訴"];
        /// Buyers refuse together to take over their homes.
        HandoverRefused, HANDOVER_REFUSED = "handover-refused", ["hand-over refused", "集体拒绝交房", "集體拒絕交房"];
        /// People tell each other about the matter.
        SpreadByWord, SPREAD_BY_WORD = "spread-by-word", ["spread by word of mouth", "口碑传播", "口碑傳播"];
        /// The complainant was contacted by phone or fax to learn the details.
        ContactedByPhoneOrFax, CONTACTED_BY_PHONE_OR_FAX = "contacted-by-phone-or-fax", ["contacted by phone or fax", "已电话或传真联系", "已電話或傳真聯繫"];
        /// The customer was asked whether they had tried a restart or an update.
        RestartOrUpdateAsked, RESTART_OR_UPDATE_ASKED = "restart-or-update-asked", ["asked about restart or update", "已询问重启或更新", "已詢問重啟或更新"];
        /// The customer tried a restart of the device or an update of the software.
        RestartOrUpdateTried, RESTART_OR_UPDATE_TRIED = "restart-or-update-tried", ["restart or update tried", "已尝试重启或更新", "已嘗試重啟或更新"];
        /// The document was marked as one of which only a part can be seen before the purchase.
        PartlyPreviewable, PARTLY_PREVIEWABLE = "partly-previewable", ["partly previewable", "仅部分预览", "僅部分預覽"];
        /// The whole document could be seen before the purchase.
        FullyPreviewable, FULLY_PREVIEWABLE = "fully-previewable", ["fully previewable", "可全部预览", "可全部預覽"];
        /// The part that could not be seen before the purchase is defective.
        HiddenPartDefective, HIDDEN_PART_DEFECTIVE = "hidden-part-defective", ["hidden part defective", "未预览部分有问题", "未預覽部分有問題"];
        /// Content of the platform infringes somebody's rights.
        RightsInfringed, RIGHTS_INFRINGED = "rights-infringed", ["rights infringed", "侵犯权益", "侵犯權益"];
        /// Content of the training site infringes a copyright.
        CopyrightInfringed, COPYRIGHT_INFRINGED = "copyright-infringed", ["copyright infringed", "侵犯版权", "侵犯版權"];
        /// The analysis needs other departments.
        AnalysisNeedsSupport, ANALYSIS_NEEDS_SUPPORT = "analysis-needs-support", ["analysis needs support", "分析需协助", "分析需協助"];
        /// The customer reacted well to a first visit, with or without a purchase.
        FirstVisitWellReceived, FIRST_VISIT_WELL_RECEIVED = "first-visit-well-received", ["first visit well received", "初次访问反应良好", "初次訪問反應良好"];
        /// The customer signed a contract.
        ContractSigned, CONTRACT_SIGNED = "contract-signed", ["contract signed", "已签订契约", "已簽訂契約"];
        /// The customer gave help.
        CustomerHelped, CUSTOMER_HELPED = "customer-helped", ["customer gave help", "承蒙客户帮忙", "承蒙客戶幫忙"];
        /// The customer is a regular one, and the salesperson is on a trip.
        RegularCustomerAndTrip, REGULAR_CUSTOMER_AND_TRIP = "regular-customer-and-trip", ["trip, and a regular customer", "旅游致谢老客户", "旅遊致謝老客戶"];
        /// The customer is practised in the use of the product.
        UsePractised, USE_PRACTISED = "use-practised", ["use practised", "使用熟练", "使用熟練"];
    }
}
