//! Exact ratios, and changes of a count.

use core::fmt;

/// An exact ratio of two counts, such as 2 of 3. The whole is never 0.
///
/// `Display` writes a percentage, rounded half up to one decimal or to the given precision. A rounded percentage begins
/// with `≈`. A share that is not zero is never written as 0 %, and a share below the whole never as 100 %.
///
/// ```
/// use redress::report::ledger::Ratio;
///
/// let rate = Ratio::of(40, 8_000).ok_or("no base")?;
/// assert_eq!(rate.to_string(), "0.5 %");
/// assert_eq!(Ratio::of(2, 3).ok_or("no base")?.to_string(), "≈66.7 %");
/// assert_eq!(format!("{:.3}", Ratio::of(2, 3).ok_or("no base")?), "≈66.667 %");
/// assert_eq!(Ratio::of(1, 8_000).ok_or("no base")?.to_string(), "<0.1 %");
/// assert_eq!(Ratio::of(7_999, 8_000).ok_or("no base")?.to_string(), ">99.9 %");
/// assert_eq!(Ratio::of(0, 0), None); // there is no rate, which is not 0 %
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Ratio {
    part: u64,
    /// INVARIANT: not 0.
    whole: u64,
}

/// The greatest number of decimals with which a ratio is written.
const MAX_DECIMALS: u32 = 9;

impl Ratio {
    /// Makes the ratio of a part and a whole. `None` if the whole is 0.
    #[must_use]
    pub const fn of(part: u64, whole: u64) -> Option<Self> {
        if whole == 0 { None } else { Some(Self { part, whole }) }
    }

    /// Returns the part.
    #[must_use]
    pub const fn part(self) -> u64 {
        self.part
    }

    /// Returns the whole.
    #[must_use]
    pub const fn whole(self) -> u64 {
        self.whole
    }

    /// Returns the same share of another number, rounded half up: two thirds of 100 are 67. A result beyond `u64`
    /// becomes `u64::MAX`.
    ///
    /// ```
    /// use redress::report::ledger::Ratio;
    ///
    /// assert_eq!(Ratio::of(2, 3).map(|share| share.share_of(100)), Some(67));
    /// ```
    #[must_use]
    pub fn share_of(self, number: u64) -> u64 {
        let (part, whole) = (u128::from(self.part), u128::from(self.whole));
        let share = part * u128::from(number);
        // Compares with half of the whole, because doubling the remainder could overflow.
        let up = share % whole >= whole.div_ceil(2);
        u64::try_from(share / whole + u128::from(up)).unwrap_or(u64::MAX)
    }

    /// Returns the percentage in units of the last decimal, and whether it is exact.
    fn rounded(self, decimals: u32) -> (u128, bool) {
        // 64 bits times 100 times 10^9 fit into 128 bits.
        let scaled = u128::from(self.part) * 100 * 10_u128.pow(decimals);
        let whole = u128::from(self.whole);
        let (floor, rest) = (scaled / whole, scaled % whole);
        (floor + u128::from(rest * 2 >= whole), rest == 0)
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = f.precision().map_or(1, |asked| u32::try_from(asked).unwrap_or(MAX_DECIMALS));
        let decimals = decimals.min(MAX_DECIMALS);
        let (units, exact) = self.rounded(decimals);
        let one = 10_u128.pow(decimals);
        let all = 100 * one;
        let (sign, units) = if exact {
            ("", units)
        } else if units == 0 {
            ("<", 1)
        } else if units == all && self.part < self.whole {
            (">", all - 1)
        } else {
            ("≈", units)
        };
        let (integer, fraction) = (units / one, units % one);
        let places = usize::try_from(decimals).unwrap_or_default();
        // In an exact percentage, zeros at the end carry no information.
        let digits = alloc::format!("{fraction:0places$}");
        let digits = if exact { digits.trim_end_matches('0') } else { digits.as_str() };
        if decimals == 0 || digits.is_empty() {
            write!(f, "{sign}{integer} %")
        } else {
            write!(f, "{sign}{integer}.{digits} %")
        }
    }
}

/// A count before and after something.
///
/// ```
/// use redress::report::ledger::{Effect, TrendChange};
///
/// let training = Effect { before: 20, after: 12 };
/// assert_eq!(training.change().to_string(), "-40 %");
/// // A change from 0 has no percentage.
/// let new = Effect { before: 0, after: 5 };
/// assert_eq!(new.change(), TrendChange::FromNothing { to: 5 });
/// assert_eq!(new.change().to_string(), "0 → 5");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "two counts, whole as they are")]
pub struct Effect {
    /// The count before.
    pub before: u64,
    /// The count after.
    pub after: u64,
}

/// The change of a count, as a share of what it was.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "down, up, the same, or from nothing")]
pub enum TrendChange {
    /// The count is the same.
    Same,
    /// The count fell by this share.
    Fell(Ratio),
    /// The count rose by this share. It may be more than 100 %.
    Rose(Ratio),
    /// The count was 0, so that no share exists.
    FromNothing {
        /// The count now.
        to: u64,
    },
}

impl Effect {
    /// Returns how the count changed.
    #[must_use]
    pub const fn change(self) -> TrendChange {
        let Self { before, after } = self;
        let by = Ratio::of(before.abs_diff(after), before);
        match by {
            _ if before == after => TrendChange::Same,
            Some(by) if after < before => TrendChange::Fell(by),
            Some(by) => TrendChange::Rose(by),
            None => TrendChange::FromNothing { to: after },
        }
    }
}

impl fmt::Display for TrendChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signed = |f: &mut fmt::Formatter<'_>, sign: char, ratio: &Ratio| {
            let text = match f.precision() {
                Some(precision) => alloc::format!("{ratio:.precision$}"),
                None => alloc::format!("{ratio}"),
            };
            // The sign stands directly before the number: `≈-33.3 %`.
            let number = text.trim_start_matches(['≈', '<', '>']);
            let mark = text.strip_suffix(number).unwrap_or_default();
            write!(f, "{mark}{sign}{number}")
        };
        match self {
            Self::Same => f.write_str("0 %"),
            Self::Fell(by) => signed(f, '-', by),
            Self::Rose(by) => signed(f, '+', by),
            Self::FromNothing { to } => write!(f, "0 → {to}"),
        }
    }
}
