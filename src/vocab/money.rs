//! Amounts of money.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::checked;
use crate::text::excerpt::Excerpt;
use crate::text::map_only::map_only;
use crate::text::text_enum::serde_as_text;

/// An amount in minor units of a currency: 1,250 of `EUR` are 12.50 euros, and 1,250 of `JPY` are 1,250 yen.
///
/// As a document it is `{"minor": 1250, "currency": "EUR"}`. Amounts have no order, because amounts of two currencies
/// cannot be compared: see [`Money::is_at_least`].
///
/// ```
/// use redress::vocab::Money;
///
/// let asked = Money::new(120_000, "EUR".parse()?);
/// assert_eq!(asked.is_at_least(&Money::new(100_000, "EUR".parse()?)), Some(true));
/// assert_eq!(asked.is_at_least(&Money::new(100_000, "USD".parse()?)), None);
/// assert_eq!(asked.to_string(), "120000 minor units of EUR");
/// # Ok::<(), redress::vocab::error::CurrencyError>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Money {
    #[serde(deserialize_with = "crate::text::map_only::whole")]
    minor: u64,
    currency: Currency,
}

map_only!(Money, "an amount");

impl Money {
    /// Makes an amount from a number of minor units.
    #[must_use]
    pub const fn new(minor: u64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Returns the amount in minor units, such as cents.
    #[must_use]
    pub const fn minor(&self) -> u64 {
        self.minor
    }

    /// Returns the currency.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// Returns whether this amount is at least the other one. `None` if the currencies differ.
    #[must_use]
    pub fn is_at_least(&self, other: &Self) -> Option<bool> {
        (self.currency == other.currency).then_some(self.minor >= other.minor)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} minor units of {}", self.minor, self.currency)
    }
}

/// A currency, by its ISO 4217 code of three capital letters. Whether the code is in use is not checked.
///
/// ```
/// use redress::vocab::Currency;
///
/// assert_eq!("EUR".parse::<Currency>()?.as_str(), "EUR");
/// let error = "euro".parse::<Currency>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`euro` is not the code of a currency, expected three letters from `A` to `Z` such as `EUR`",
/// );
/// # Ok::<(), redress::vocab::error::CurrencyError>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Currency([u8; 3]);

/// A text that is not the code of a currency.
#[derive(Clone, Copy, Eq, PartialEq, thiserror::Error)]
#[error("`{text}` is not the code of a currency, expected three letters from `A` to `Z` such as `EUR`")]
#[non_exhaustive]
pub struct CurrencyError {
    /// The beginning of the text.
    pub text: Excerpt,
}

impl Currency {
    /// Returns the code, such as `EUR`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        checked::text(&self.0)
    }

    /// Returns how many decimal digits the minor unit has: 2 for `EUR`, 0 for `JPY`, 3 for `KWD`. A code that ISO 4217
    /// does not list has 2.
    ///
    /// ```
    /// use redress::vocab::Currency;
    ///
    /// assert_eq!("JPY".parse::<Currency>()?.minor_digits(), 0);
    /// assert_eq!("KWD".parse::<Currency>()?.minor_digits(), 3);
    /// # Ok::<(), redress::vocab::error::CurrencyError>(())
    /// ```
    #[must_use]
    pub fn minor_digits(&self) -> u32 {
        match self.as_str() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
            | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            "CLF" | "UYW" => 4,
            _ => 2,
        }
    }
}

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Self, CurrencyError> {
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(letters) if letters.iter().all(u8::is_ascii_uppercase) => Ok(Self(letters)),
            _ => Err(CurrencyError { text: Excerpt::of(text) }),
        }
    }
}

impl TryFrom<&str> for Currency {
    type Error = CurrencyError;

    fn try_from(text: &str) -> Result<Self, CurrencyError> {
        text.parse()
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

serde_as_text!(Currency, "the code of a currency");
