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
/// assert_eq!(asked.to_string(), "1200.00 EUR");
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

    /// Returns the number with all decimal digits of the minor unit, as people write it: `49.00`.
    pub(crate) fn number(&self) -> impl fmt::Display {
        let digits = self.currency.minor_digits();
        let unit = 10_u64.pow(digits);
        Number { whole: self.minor / unit, parts: self.minor % unit, digits }
    }

    /// Returns whether this amount is at least the other one. `None` if the currencies differ.
    #[must_use]
    pub fn is_at_least(&self, other: &Self) -> Option<bool> {
        (self.currency == other.currency).then_some(self.minor >= other.minor)
    }
}

/// A number with a fixed count of decimal digits.
struct Number {
    whole: u64,
    parts: u64,
    digits: u32,
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.digits == 0 {
            return write!(f, "{}", self.whole);
        }
        let width = usize::try_from(self.digits).unwrap_or(0);
        write!(f, "{}.{:0width$}", self.whole, self.parts)
    }
}

/// The amount in the unit of its currency, with all its decimal digits: `49.00 EUR`, `1250 JPY`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.number(), self.currency)
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

    /// Returns how many decimal digits the minor unit has: 2 for `EUR`, 0 for `JPY`, 3 for `KWD`.
    ///
    /// The digits are those of list one of ISO 4217, as its maintenance agency publishes it. What has no minor unit
    /// there, such as gold (`XAU`), has 0. A code that the list does not have has 2.
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
        // List one of ISO 4217: the column "minor unit". All codes that are not here have 2, or are not on the list.
        match self.as_str() {
            // "N.A.": precious metals, units of account, and the codes for tests and for no currency.
            "XAG" | "XAU" | "XBA" | "XBB" | "XBC" | "XBD" | "XDR" | "XPD" | "XPT" | "XSU" | "XTS" | "XUA"
            | "XXX"
            // Currencies without a minor unit.
            | "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
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
