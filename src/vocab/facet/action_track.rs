//! The words of the facet `action-track`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What the organisation does beside its answer, for itself and for others.
    ///
    /// An action track runs beside the course of the complaint. What the complainant receives is a
    /// [`Remedy`](crate::vocab::Remedy).
    pub struct ActionTrack;
    /// The tracks every organisation starts with.
    pub enum StandardActionTrack {
        /// Stops further damage before the cause is known.
        Containment, CONTAINMENT = "containment", ["containment", "围堵", "圍堵"];
        /// Calls back products that may have left for customers, if a quality or environmental problem may affect them.
        Recall, RECALL = "recall", ["product recall", "产品召回", "產品召回"];
        /// Takes in goods that were sent back, and keeps them apart from good stock.
        ReturnedGoods, RETURNED_GOODS
            = "returned-goods", ["returned-goods handling", "退货处理", "退貨處理"];
        /// Removes the cause and prevents its return. It ends with a check of its effect.
        CorrectiveAction, CORRECTIVE_ACTION
            = "corrective-action", ["corrective and preventive action", "纠正与预防措施", "糾正與預防措施"];
        /// Holds people to account who caused the problem or delayed the answer.
        Accountability, ACCOUNTABILITY = "accountability", ["accountability", "责任追究", "責任追究"];
        /// Charges nothing until the problem is solved.
        BillingHold, BILLING_HOLD = "billing-hold", ["billing hold", "暂缓收费", "暫緩收費"];
        /// Turns a problem that stays unsolved for months into a project.
        Project, PROJECT = "project", ["project", "立项", "立項"];
    }
}
