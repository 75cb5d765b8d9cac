//! A repair that the complainant has done and somebody else pays.

use crate::vocab::{FaultParty, Money};

/// A repair that the owner has done, and the contractor pays: the sum of the decoration firm's estimate, and only
/// after the repair is confirmed complete (S37-R51).
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
#[must_use = "it pays nothing by itself"]
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
    /// Nobody has confirmed that it is done.
    #[error("the repair is not confirmed complete, expected that before it is paid")]
    NotComplete,
    /// It was paid before.
    #[error("the repair is paid already, expected one payment")]
    Paid,
}

impl SelfRepair {
    /// A repair for the sum of an estimate, which the contractor pays.
    pub const fn new(estimate: Money) -> Self {
        Self { payer: FaultParty::CONTRACTOR, estimate, complete: false, paid: false }
    }

    /// Has another party pay.
    pub const fn with_payer(mut self, payer: FaultParty) -> Self {
        self.payer = payer;
        self
    }

    /// Who pays.
    #[must_use]
    pub const fn payer(&self) -> FaultParty {
        self.payer
    }

    /// The sum.
    #[must_use]
    pub const fn estimate(&self) -> Money {
        self.estimate
    }

    /// Records that the repair is confirmed complete.
    pub const fn confirm_complete(&mut self) {
        self.complete = true;
    }

    /// Releases the sum, once.
    ///
    /// # Errors
    ///
    /// As long as nobody has confirmed that the repair is complete, and where it is paid already.
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
