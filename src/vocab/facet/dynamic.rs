//! The words of the facet `dynamic`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How a complaint changes while it is open. Several words may apply.
    pub struct Dynamic;
    /// The dynamics every organisation starts with.
    pub enum StandardDynamic {
        /// The problem came from outside, and the customer now blames the organisation for it.
        ExogenousInternalised, EXOGENOUS_INTERNALISED = "exogenous-internalised", ["exogenous turned inward", "外生投诉内化", "外生投訴內化"];
        /// A slight problem got worse.
        SlightWorsened, SLIGHT_WORSENED = "slight-worsened", ["slight problem worsened", "轻微问题恶化", "輕微問題惡化"];
        /// One person's problem is now seen as everyone's.
        SingleGeneralised, SINGLE_GENERALISED = "single-generalised", ["single problem generalised", "个别问题泛化", "個別問題泛化"];
    }
}
