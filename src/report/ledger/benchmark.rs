//! Published figures for comparison.

use crate::report::ledger::ratio::Ratio;
use crate::vocab::organisation::Indicator;

/// A published figure.
///
/// It is a claim from an essay and not a measurement. Use it to compare your own figures; no rule depends on it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Benchmark {
    /// The group of people that the figure is about.
    pub of: Circumstance,
    /// What is measured. `None` if no indicator has a name for it.
    pub indicator: Option<Indicator>,
    /// The figure.
    pub figure: Ratio,
    /// Whether the source calls the figure approximate.
    pub is_rough: bool,
    /// The source of the figure.
    pub citation: &'static str,
}

/// The group of people that a figure is about.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Circumstance {
    /// Complainants whose complaint was solved well and in time.
    SolvedInTime,
    /// Complainants whose complaint was solved in the end.
    Solved,
    /// Complainants whose complaint was ignored.
    Ignored,
    /// Prospective customers whom a customer sent, compared with others.
    Referred,
}

impl Benchmark {
    /// Returns how many of a number of people the figure stands for, rounded half up.
    ///
    /// ```
    /// use redress::report::ledger::{BENCHMARKS, Circumstance};
    ///
    /// let of = |circumstance| BENCHMARKS.iter().find(|known| known.of == circumstance).map(|known| known.among(100));
    /// assert_eq!(of(Circumstance::SolvedInTime), Some(95)); // buy again
    /// assert_eq!(of(Circumstance::Solved), Some(70)); // buy again, approximately
    /// assert_eq!(of(Circumstance::Ignored), Some(67)); // go to a competitor, approximately
    /// ```
    #[must_use]
    pub fn among(&self, number: u64) -> u64 {
        self.figure.share_of(number)
    }
}

const fn benchmark(
    of: Circumstance,
    indicator: Option<Indicator>,
    (part, whole): (u64, u64),
    is_rough: bool,
    citation: &'static str,
) -> Benchmark {
    // A literal with a whole of 0 does not compile.
    let Some(figure) = Ratio::of(part, whole) else { unreachable!() };
    Benchmark { of, indicator, figure, is_rough, citation }
}

/// The published figures.
pub const BENCHMARKS: &[Benchmark] = &[
    benchmark(Circumstance::SolvedInTime, Some(Indicator::RETURN_RATE), (95, 100), false, "S26-R03"),
    benchmark(Circumstance::Solved, Some(Indicator::RETURN_RATE), (70, 100), true, "S26-R02"),
    benchmark(Circumstance::Ignored, Some(Indicator::SWITCH_RATE), (2, 3), true, "S26-R01"),
    // They are 15 times as likely to buy.
    benchmark(Circumstance::Referred, None, (15, 1), true, "S27-R07"),
];
