//! How a complaint changes while it is open.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// How a complaint changes while it is open; several may hold.
    pub struct Dynamic;
    /// The dynamics every organisation starts with.
    pub enum StandardDynamic {
        /// Exogenous turned inward (S37-R05).
        ExogenousInternalised, EXOGENOUS_INTERNALISED = "exogenous-internalised", ["exogenous turned inward", "外生投诉内化", "外生投訴內化"];
        /// Slight problem worsened (S37-R06).
        SlightWorsened, SLIGHT_WORSENED = "slight-worsened", ["slight problem worsened", "轻微问题恶化", "輕微問題惡化"];
        /// Single problem generalised (S37-R07).
        SingleGeneralised, SINGLE_GENERALISED = "single-generalised", ["single problem generalised", "个别问题泛化", "個別問題泛化"];
    }
}
