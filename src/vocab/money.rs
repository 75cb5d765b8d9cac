//! Amounts of money.

use core::fmt;
use core::str::FromStr;

use super::excerpt::Excerpt;
use super::text::deserialize_text;

/// An amount of money: whole minor units of a currency, such as cents.
///
/// Amounts of different currencies are not compared: [`Money::at_least`] then does not know.
///
/// ```
/// use redress::vocab::{Currency, Money};
///
/// let claimed = Money::new(129_900, Currency::from_static("EUR"));
/// assert_eq!(claimed.to_string(), "129900 EUR");
/// assert_eq!(claimed.at_least(Money::new(100_000, Currency::from_static("EUR"))), Some(true));
/// assert_eq!(claimed.at_least(Money::new(100_000, Currency::from_static("USD"))), None);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    minor_units: u64,
    currency: Currency,
}

impl Money {
    /// So many minor units of a currency.
    #[must_use]
    pub const fn new(minor_units: u64, currency: Currency) -> Self {
        Self { minor_units, currency }
    }

    /// The minor units.
    #[must_use]
    pub const fn minor_units(self) -> u64 {
        self.minor_units
    }

    /// The currency.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// Whether it is at least another amount; `None` in another currency.
    #[must_use]
    pub fn at_least(self, other: Self) -> Option<bool> {
        (self.currency == other.currency).then_some(self.minor_units >= other.minor_units)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.minor_units, self.currency)
    }
}

/// A currency by its ISO 4217 code: three capital letters.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Currency([u8; 3]);

/// A text that is no currency code.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("`{text}` is not a currency, expected three capital letters as in ISO 4217, such as `EUR`")]
#[non_exhaustive]
pub struct CurrencyError {
    /// The beginning of the text.
    pub text: Excerpt,
}

impl Currency {
    /// The currency of a literal.
    ///
    /// # Panics
    ///
    /// Panics when the text is not three capital letters; in a `const` that is a compile error.
    #[must_use]
    #[expect(clippy::panic, reason = "for literals: a malformed one does not compile in a const")]
    pub const fn from_static(text: &'static str) -> Self {
        match read(text.as_bytes()) {
            Some(currency) => currency,
            None => panic!("a currency is three capital letters"),
        }
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

const fn read(text: &[u8]) -> Option<Currency> {
    match text {
        [a @ b'A'..=b'Z', b @ b'A'..=b'Z', c @ b'A'..=b'Z'] => Some(Currency([*a, *b, *c])),
        _ => None,
    }
}

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Self, CurrencyError> {
        read(text.as_bytes()).ok_or(CurrencyError { text: Excerpt::of(text) })
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Currency({:?})", self.as_str())
    }
}

impl serde::Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_text(deserializer, "a currency code such as `EUR`")
    }
}
