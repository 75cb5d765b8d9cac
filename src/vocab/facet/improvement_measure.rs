//! What is done so that it does not happen again.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What is done for the future: a [`Remedy`](crate::vocab::Remedy) is for this complainant, a
    /// [`Containment`](crate::vocab::track::Containment) against further damage.
    pub struct ImprovementMeasure;
    /// The measures every organisation starts with.
    pub enum StandardImprovementMeasure {
        /// Train staff: knowledge, technique, communication, attitude (S13-R05, S05-R22, S31-R05,
        /// S36-R11).
        Training, TRAINING = "training", ["training", "培训", "培訓"];
        /// Make it easy to give feedback, over several channels (S13-R04, S05-R23, S36-R11).
        FeedbackMechanism, FEEDBACK_MECHANISM
            = "feedback-mechanism", ["feedback mechanism", "反馈机制", "反饋機制"];
        /// Tools: customer records, data analysis, online service (S13-R10, S05-R24, S25-R06).
        Technology, TECHNOLOGY = "technology", ["technology, CRM, AI", "技术投入", "技術投入"];
        /// Check regularly, foresee problems, act early (S13-R07, S37-R42).
        Prevention, PREVENTION = "prevention", ["prevention", "预防措施", "預防措施"];
        /// Better flows, systems and duties (S31-R09, S36-R11, S33-R08).
        Process, PROCESS = "process", ["flows and systems", "流程优化", "流程優化"];
        /// Look after the staff (S31-R07).
        Welfare, WELFARE = "welfare", ["staff welfare", "员工福利", "員工福利"];
        /// Psychological support for staff (S31-R08).
        Counselling, COUNSELLING = "counselling", ["psychological counselling", "心理辅导", "心理輔導"];
        /// Better communication and cooperation inside (S31-R10).
        Cooperation, COOPERATION = "cooperation", ["internal cooperation", "内部协作", "內部協作"];
        /// Incentives that attract and keep people (S35-R07, S33-R09).
        Incentive, INCENTIVE = "incentive", ["incentive system", "激励机制", "激勵機制"];
        /// Stronger quality control, inspection and testing (S32-R14, S34-R06, S36-R10).
        QualityControl, QUALITY_CONTROL
            = "quality-control", ["quality control and inspection", "质量控制", "質量控制"];
        /// Manage the suppliers of raw material (S36-R10).
        SupplierManagement, SUPPLIER_MANAGEMENT
            = "supplier-management", ["supplier management", "供应商管理", "供應商管理"];
        /// Keep the equipment in repair (S36-R10).
        EquipmentMaintenance, EQUIPMENT_MAINTENANCE
            = "equipment-maintenance", ["equipment maintenance", "设备维护", "設備維護"];
        /// A plan for causes from outside (S33-R07).
        EmergencyPlan, EMERGENCY_PLAN = "emergency-plan", ["emergency plan", "应急预案", "應急預案"];
        /// Make what worked the standard, and spread it (S16-R06, S18-R16).
        Standardise, STANDARDISE = "standardise", ["standardise and spread", "标准化", "標準化"];
    }
}
