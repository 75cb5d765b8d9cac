//! What the organisation does beside the answer.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What the organisation does for itself and for others while the complaint takes its course: a track
    /// beside it. A [`Remedy`](crate::vocab::Remedy) is for the complainant.
    pub struct ActionTrack;
    /// The tracks every organisation starts with.
    pub enum StandardActionTrack {
        /// Stop further damage, before the cause is known (S15-R18).
        Containment, CONTAINMENT = "containment", ["containment", "围堵", "圍堵"];
        /// Call back what may have left for customers, when a quality or environmental problem may affect
        /// them (S18-R05).
        Recall, RECALL = "recall", ["product recall", "产品召回", "產品召回"];
        /// Take in what was sent back, and keep it apart (S15-R07).
        ReturnedGoods, RETURNED_GOODS
            = "returned-goods", ["returned-goods handling", "退货处理", "退貨處理"];
        /// Correct the cause and prevent its return, checked for effect (S16-R07, S19-R12, S10-R29).
        CorrectiveAction, CORRECTIVE_ACTION
            = "corrective-action", ["corrective and preventive action", "纠正与预防措施", "糾正與預防措施"];
        /// Hold to account who caused or delayed it (S03-R18, S03-R21).
        Accountability, ACCOUNTABILITY = "accountability", ["accountability", "责任追究", "責任追究"];
        /// Collect no charges until the problem is solved (S02-R15).
        BillingHold, BILLING_HOLD = "billing-hold", ["billing hold", "暂缓收费", "暫緩收費"];
        /// Make a project of what stays unsolved for months (S23-R17).
        Project, PROJECT = "project", ["project", "立项", "立項"];
    }
}
