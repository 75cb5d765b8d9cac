//! The cost of the remedies of a case.
//!
//! # How costs are counted
//!
//! The problem: limits of approval must not be avoided by splitting a remedy, by changing a proposal after money was
//! paid, or by not stating a cost. So the case counts what really happened, and never forgets any of it.
//!
//! A remedy passes through two states.
//! - It is *begun* as soon as the case carries it out. Of one proposal, the highest amount of each currency counts.
//! - It is *booked* once its proposal is past, or back with its author. Booked amounts add up, and the next proposal
//!   counts in addition.
//!
//! A cost can be unknown. A remedy that was begun without an amount sets a flag. When it is booked, the flag becomes
//! one more unstated cost. Each unstated cost can be stated once. Until then the total is unknown, and never zero.
//!
//! Example: a refund of 30 EUR is begun, then changed to 50 EUR, then fails. The next proposal is a voucher of 20 EUR.
//! Booked is 50 EUR, because the higher amount counts. The total for the approval of the voucher is 70 EUR.
//!
//! Amounts of different currencies are kept side by side and never converted. A sum that does not fit into 64 bits
//! makes the booked total unknown for the rest of the case.
//!
//! Cost: linear in the number of currencies.

use crate::case::command::Proposal;
use crate::case::state::parts::sums::Sums;
use crate::vocab::Money;

/// The cost of the remedies of a case, by which approval chains are chosen.
///
/// INVARIANT: no sum ever goes down. An unstated cost, or a sum that does not fit into 64 bits, makes the total
/// unknown. It never counts as zero.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::case) struct Spending {
    /// The highest amounts of the current proposal that were begun.
    begun: Sums,
    /// Whether something was begun without a stated cost.
    begun_unstated: bool,
    /// The total of past remedies. `None` if a sum did not fit into 64 bits.
    booked: Option<Sums>,
    /// The number of past remedies without a stated cost.
    booked_unstated: u32,
}

impl Spending {
    /// Returns the spending of a case without a remedy.
    pub(in crate::case::state) fn nothing() -> Self {
        Self {
            begun: Sums::default(),
            begun_unstated: false,
            booked: Some(Sums::default()),
            booked_unstated: 0,
        }
    }

    /// Notes that a remedy is being carried out, with its cost. A later change of the remedy does not undo that.
    pub(in crate::case::state) fn begin(&mut self, cost: Option<Money>) {
        match cost {
            Some(amount) => self.begun.raise_to(amount),
            None => self.begun_unstated = true,
        }
    }

    /// Notes a changed proposal. If it states the cost of every alternative, the cost of what was begun is stated too.
    pub(in crate::case::state) fn amend(&mut self, proposal: &Proposal) {
        self.begun_unstated &= proposal.alternatives.iter().any(|offer| offer.amount.is_none());
    }

    /// Books what was begun, because its proposal is past or back with its author.
    pub(in crate::case::state) fn book(&mut self) {
        self.booked_unstated =
            self.booked_unstated.saturating_add(u32::from(core::mem::take(&mut self.begun_unstated)));
        for amount in core::mem::take(&mut self.begun) {
            self.spend(amount);
        }
    }

    /// States the cost of one booked remedy. Does nothing if no cost is missing.
    pub(in crate::case::state) fn state(&mut self, amount: Money) {
        if let Some(left) = self.booked_unstated.checked_sub(1) {
            self.booked_unstated = left;
            self.spend(amount);
        }
    }

    fn spend(&mut self, amount: Money) {
        self.booked = self.booked.take().and_then(|mut sums| sums.add(amount).map(|()| sums));
    }

    /// Returns `true` if a past remedy has no stated cost.
    pub(in crate::case) const fn is_cost_missing(&self) -> bool {
        self.booked_unstated > 0
    }

    /// Returns `true` if an amount can be booked and the sum still fits into 64 bits.
    pub(in crate::case) fn has_room_for(&self, amount: Money) -> bool {
        self.booked.clone().is_some_and(|mut sums| sums.add(amount).is_some())
    }

    /// Returns what is booked. `None` if it is unknown.
    pub(in crate::case) fn booked(&self) -> Option<&Sums> {
        self.booked.as_ref().filter(|_| !self.is_cost_missing())
    }

    /// Returns what a proposal counts for: the most expensive alternative in each currency, and at least what was
    /// begun. `None` if a cost is not stated.
    pub(in crate::case) fn at_stake(&self, proposal: Option<&Proposal>) -> Option<Sums> {
        let mut sums = Sums::default();
        match proposal {
            Some(proposal) => {
                for offer in &proposal.alternatives {
                    sums.raise_to(offer.amount?);
                }
            }
            None if self.begun_unstated => return None,
            None => {}
        }
        for &begun in self.begun.as_slice() {
            sums.raise_to(begun);
        }
        Some(sums)
    }

    /// Returns what is booked together with what a proposal counts for. `None` if it is unknown.
    pub(in crate::case) fn with(&self, proposal: Option<&Proposal>) -> Option<Sums> {
        let mut sums = self.booked()?.clone();
        sums.add_all(self.at_stake(proposal)?)?;
        Some(sums)
    }

    /// Returns what was carried out or begun. `None` if it is unknown.
    pub(in crate::case) fn carried_out(&self) -> Option<Sums> {
        let mut sums = self.booked()?.clone();
        if self.begun_unstated {
            return None;
        }
        sums.add_all(self.begun.clone())?;
        Some(sums)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::command::Offer;
    use crate::vocab::Remedy;

    fn money(minor: u64, currency: &str) -> Money {
        Money::new(minor, currency.parse().unwrap())
    }

    fn offer(amount: Option<Money>) -> Offer {
        Offer { amount, ..Offer::new(Remedy::REFUND) }
    }

    #[track_caller]
    fn check(spending: &Spending, carried_out: Option<&[Money]>) {
        assert_eq!(spending.carried_out().map(Sums::into_vec).as_deref(), carried_out);
    }

    #[test]
    fn no_sum_goes_down() {
        let mut spending = Spending::nothing();
        check(&spending, Some(&[]));
        spending.begin(Some(money(50, "EUR")));
        // The same remedy, made cheaper while it is carried out.
        spending.begin(Some(money(20, "EUR")));
        check(&spending, Some(&[money(50, "EUR")]));
        spending.book();
        check(&spending, Some(&[money(50, "EUR")]));
        spending.book();
        spending.begin(Some(money(7, "EUR")));
        spending.begin(Some(money(3, "USD")));
        check(&spending, Some(&[money(57, "EUR"), money(3, "USD")]));
        let cheap = Proposal::of(offer(Some(money(1, "EUR"))));
        let total = spending.with(Some(&cheap)).unwrap();
        assert_eq!(total.as_slice(), [money(57, "EUR"), money(3, "USD")]);
    }

    #[test]
    fn a_cost_that_nobody_states_is_unknown_until_somebody_does() {
        let mut spending = Spending::nothing();
        spending.begin(None);
        check(&spending, None);
        assert_eq!(spending.at_stake(None), None);
        spending.book();
        check(&spending, None);
        assert!(spending.is_cost_missing() && spending.booked().is_none());
        spending.state(money(9, "EUR"));
        check(&spending, Some(&[money(9, "EUR")]));
        // No cost is missing any more: nothing is counted twice.
        spending.state(money(9, "EUR"));
        check(&spending, Some(&[money(9, "EUR")]));
    }

    #[test]
    fn an_amendment_states_the_cost_of_what_was_begun_only_if_it_states_all() {
        let mut spending = Spending::nothing();
        spending.begin(None);
        let half = Proposal::of(offer(Some(money(4, "EUR")))).with_alternative(offer(None));
        spending.amend(&half);
        check(&spending, None);
        spending.amend(&Proposal::of(offer(Some(money(4, "EUR")))));
        spending.begin(Some(money(4, "EUR")));
        check(&spending, Some(&[money(4, "EUR")]));
    }

    #[test]
    fn a_sum_out_of_range_is_unknown_for_good_and_never_nothing() {
        let mut spending = Spending::nothing();
        spending.begin(Some(money(u64::MAX, "EUR")));
        spending.book();
        assert!(!spending.has_room_for(money(1, "EUR")) && spending.has_room_for(money(1, "USD")));
        spending.begin(Some(money(1, "EUR")));
        check(&spending, None);
        spending.book();
        check(&spending, None);
        spending.begin(Some(money(1, "USD")));
        spending.book();
        check(&spending, None);
        assert!(spending.booked().is_none() && !spending.has_room_for(money(1, "USD")));
    }

    #[test]
    fn the_dearest_alternative_of_each_currency_is_at_stake() {
        let proposal = Proposal::of(offer(Some(money(4, "EUR"))))
            .with_alternative(offer(Some(money(6, "EUR"))))
            .with_alternative(offer(Some(money(5, "USD"))));
        let sums = Spending::nothing().at_stake(Some(&proposal)).unwrap();
        assert_eq!(sums.into_vec(), [money(6, "EUR"), money(5, "USD")]);
        let unstated = proposal.with_alternative(offer(None));
        assert_eq!(Spending::nothing().at_stake(Some(&unstated)), None);
    }
}
