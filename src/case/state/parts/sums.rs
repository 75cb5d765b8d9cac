//! Amounts of several currencies.

use alloc::vec::Vec;

use crate::vocab::Money;

/// Amounts with one sum per currency.
///
/// INVARIANT: each currency occurs once.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::case) struct Sums(Vec<Money>);

impl Sums {
    /// Adds an amount to the sum of its currency. `None` if the sum does not fit into 64 bits; then nothing is added.
    pub(in crate::case) fn add(&mut self, amount: Money) -> Option<()> {
        match self.of_currency(amount) {
            Some(known) => {
                *known = Money::new(known.minor().checked_add(amount.minor())?, amount.currency());
            }
            None => self.0.push(amount),
        }
        Some(())
    }

    /// Adds several amounts. `None` if a sum does not fit into 64 bits.
    pub(in crate::case) fn add_all(&mut self, amounts: impl IntoIterator<Item = Money>) -> Option<()> {
        amounts.into_iter().try_for_each(|amount| self.add(amount))
    }

    /// Raises the sum of a currency to an amount, if it is lower.
    pub(in crate::case) fn raise_to(&mut self, amount: Money) {
        match self.of_currency(amount) {
            Some(known) => *known = Money::new(known.minor().max(amount.minor()), amount.currency()),
            None => self.0.push(amount),
        }
    }

    /// Returns the sums, in the order in which their currencies came.
    pub(in crate::case) fn as_slice(&self) -> &[Money] {
        &self.0
    }

    /// Returns the sums, in the order in which their currencies came.
    pub(in crate::case) fn into_vec(self) -> Vec<Money> {
        self.0
    }

    fn of_currency(&mut self, amount: Money) -> Option<&mut Money> {
        self.0.iter_mut().find(|known| known.currency() == amount.currency())
    }
}

impl IntoIterator for Sums {
    type Item = Money;
    type IntoIter = alloc::vec::IntoIter<Money>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(minor: u64, currency: &str) -> Money {
        Money::new(minor, currency.parse().unwrap())
    }

    #[test]
    fn each_currency_stands_once() {
        let mut sums = Sums::default();
        for amount in [money(1, "EUR"), money(2, "USD"), money(3, "EUR")] {
            sums.add(amount).unwrap();
            sums.raise_to(amount);
        }
        assert_eq!(sums.as_slice(), [money(4, "EUR"), money(2, "USD")]);
    }

    #[test]
    fn raising_never_lowers() {
        let mut sums = Sums::default();
        sums.raise_to(money(5, "EUR"));
        sums.raise_to(money(3, "EUR"));
        assert_eq!(sums.into_vec(), [money(5, "EUR")]);
    }

    #[test]
    fn a_sum_out_of_range_is_told_and_nothing_is_added() {
        let mut sums = Sums::default();
        sums.add(money(u64::MAX, "EUR")).unwrap();
        assert_eq!(sums.add(money(1, "EUR")), None);
        assert_eq!(sums.as_slice(), [money(u64::MAX, "EUR")]);
    }
}
