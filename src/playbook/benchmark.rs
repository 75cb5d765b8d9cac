//! Figures to compare one's own with.

/// A share of customers that an essay names, or how many times as many; not measured here, and bound to nothing.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Benchmark {
    /// The key of the [entry](crate::playbook::Playbook::entry) that says what it means.
    pub key: &'static str,
    /// The ratio.
    pub ratio: Ratio,
    /// The element.
    pub citation: &'static str,
}

/// A ratio of two whole numbers.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "two numbers are what there is")]
pub struct Ratio {
    /// So many …
    pub of: u32,
    /// … in so many.
    pub among: u32,
}

impl Ratio {
    /// How many it makes of so many, to the nearest whole one; half of one counts as one.
    ///
    /// ```
    /// use redress::playbook::Ratio;
    ///
    /// assert_eq!(Ratio { of: 2, among: 3 }.times(100), 67);
    /// ```
    #[must_use]
    pub fn times(self, count: u32) -> u64 {
        let (of, among) = (u64::from(self.of), u64::from(self.among).max(1));
        (u64::from(count) * of * 2 + among) / (among * 2)
    }
}

/// The figures of the procedures.
///
/// ```
/// use redress::playbook::BENCHMARKS;
///
/// let again = BENCHMARKS.iter().find(|benchmark| benchmark.citation == "S26-R03").ok_or("not there")?;
/// assert_eq!(again.ratio.times(100), 95); // of 100 whose complaint was solved well and in time
/// # Ok::<(), &str>(())
/// ```
pub const BENCHMARKS: &[Benchmark] = &[
    Benchmark { key: "benchmark.ignored", ratio: Ratio { of: 2, among: 3 }, citation: "S26-R01" },
    Benchmark { key: "benchmark.solved", ratio: Ratio { of: 70, among: 100 }, citation: "S26-R02" },
    Benchmark { key: "benchmark.in-time", ratio: Ratio { of: 95, among: 100 }, citation: "S26-R03" },
    Benchmark { key: "benchmark.referred", ratio: Ratio { of: 15, among: 1 }, citation: "S27-R07" },
];
