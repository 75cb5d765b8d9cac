//! The words of the facet `improvement-measure`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What is done so that the problem does not happen again.
    ///
    /// It serves the future. What this complainant receives is a [`Remedy`](crate::vocab::Remedy); action against
    /// further damage is a [`Containment`](crate::vocab::track::Containment).
    pub struct ImprovementMeasure;
    /// The measures every organisation starts with.
    pub enum StandardImprovementMeasure {
        /// Train the staff in knowledge, technique, communication or attitude.
        Training, TRAINING = "training", ["training", "培训", "培訓"];
        /// Make it easy to give feedback, over several channels.
        FeedbackMechanism, FEEDBACK_MECHANISM
            = "feedback-mechanism", ["feedback mechanism", "反馈机制", "回饋機制"];
        /// Introduce tools: customer records, data analysis, online service.
        Technology, TECHNOLOGY = "technology", ["technology, CRM, AI", "技术投入", "技術投入"];
        /// Check regularly, foresee problems, and act early.
        Prevention, PREVENTION = "prevention", ["prevention", "预防措施", "預防措施"];
        /// Improve work flows, systems and duties.
        Process, PROCESS = "process", ["flows and systems", "流程优化", "流程優化"];
        /// Look after the staff.
        Welfare, WELFARE = "welfare", ["staff welfare", "员工福利", "員工福利"];
        /// Give the staff psychological support.
        Counselling, COUNSELLING = "counselling", ["psychological counselling", "心理辅导", "心理輔導"];
        /// Improve communication and cooperation between departments.
        Cooperation, COOPERATION = "cooperation", ["internal cooperation", "内部协作", "內部協作"];
        /// Introduce incentives that attract and keep good people.
        Incentive, INCENTIVE = "incentive", ["incentive system", "激励机制", "激勵機制"];
        /// Strengthen quality control, inspection and testing.
        QualityControl, QUALITY_CONTROL
            = "quality-control", ["quality control and inspection", "质量控制", "品質控制"];
        /// Manage the suppliers of raw material.
        SupplierManagement, SUPPLIER_MANAGEMENT
            = "supplier-management", ["supplier management", "供应商管理", "供應商管理"];
        /// Keep the equipment in repair.
        EquipmentMaintenance, EQUIPMENT_MAINTENANCE
            = "equipment-maintenance", ["equipment maintenance", "设备维护", "設備維護"];
        /// Prepare a plan for causes from outside.
        EmergencyPlan, EMERGENCY_PLAN = "emergency-plan", ["emergency plan", "应急预案", "應急預案"];
        /// Make what worked the standard, and spread it.
        Standardise, STANDARDISE = "standardise", ["standardise and spread", "标准化", "標準化"];
    }
}
