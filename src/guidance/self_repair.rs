//! A repair that the complainant organises and somebody else pays.

use crate::vocab::{FaultParty, Money};

/// A repair that the owner organises and the contractor pays.
///
/// The amount is the estimate of the decoration firm. It is paid once, and only after somebody confirms that the repair
/// is complete.
///
/// ```
/// use redress::guidance::self_repair::{SelfRepair, SelfRepairRefusal};
/// use redress::vocab::Money;
///
/// let mut crack = SelfRepair::new(Money::new(180_000, "CNY".parse()?));
/// assert_eq!(crack.pay(), Err(SelfRepairRefusal::NotComplete));
/// crack.confirm_complete();
/// assert_eq!(crack.pay(), Ok(Money::new(180_000, "CNY".parse()?)));
/// assert_eq!(crack.pay(), Err(SelfRepairRefusal::Paid));
/// # Ok::<(), redress::vocab::error::CurrencyError>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "a repair pays nothing until you call `pay`"]
pub struct SelfRepair {
    payer: FaultParty,
    estimate: Money,
    complete: bool,
    paid: bool,
}

/// Why a repair is not paid.
#[derive(Clone, Copy, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SelfRepairRefusal {
    /// Nobody has confirmed that the repair is complete.
    #[error("the repair is not confirmed complete; confirm it before you pay")]
    NotComplete,
    /// The repair was paid before.
    #[error("the repair has already been paid; do not pay it again")]
    Paid,
}

impl SelfRepair {
    /// Makes a repair with an estimate, paid by the contractor.
    pub const fn new(estimate: Money) -> Self {
        Self { payer: FaultParty::CONTRACTOR, estimate, complete: false, paid: false }
    }

    /// Sets another party who pays.
    pub const fn with_payer(mut self, payer: FaultParty) -> Self {
        self.payer = payer;
        self
    }

    /// Returns who pays.
    #[must_use]
    pub const fn payer(&self) -> FaultParty {
        self.payer
    }

    /// Returns the amount to pay.
    #[must_use]
    pub const fn estimate(&self) -> Money {
        self.estimate
    }

    /// Records that the repair is complete.
    pub const fn confirm_complete(&mut self) {
        self.complete = true;
    }

    /// Returns the amount to pay, once.
    ///
    /// # Errors
    ///
    /// - [`SelfRepairRefusal::NotComplete`] until somebody confirms that the repair is complete.
    /// - [`SelfRepairRefusal::Paid`] if it was paid before.
    pub const fn pay(&mut self) -> Result<Money, SelfRepairRefusal> {
        if !self.complete {
            return Err(SelfRepairRefusal::NotComplete);
        }
        if self.paid {
            return Err(SelfRepairRefusal::Paid);
        }
        self.paid = true;
        Ok(self.estimate)
    }
}
