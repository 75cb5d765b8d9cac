//! How severe a complaint is.

use crate::vocab::closed::closed_vocabulary;
use crate::vocab::code::Code;

closed_vocabulary! {
    /// How severe a complaint is: `minor < general < serious < critical`.
    ///
    /// A policy declares which of the levels it uses. If several rules match, the highest level decides.
    ///
    /// ```
    /// use redress::vocab::Severity;
    ///
    /// assert!(Severity::General < Severity::Serious);
    /// assert_eq!("serious".parse::<Severity>()?, Severity::Serious);
    /// # Ok::<(), redress::vocab::error::UnknownWord>(())
    /// ```
    #[derive(PartialOrd, Ord)]
    #[expect(clippy::exhaustive_enums, reason = "a new level must break every embedder's match")]
    pub enum Severity = "a" "severity";

    /// A small matter that is answered at once where it is raised.
    Minor = "minor", ["minor", "较小", "較小"];
    /// The level of most complaints.
    General = "general", ["general", "一般", "一般"];
    /// Grave consequences, broken rules, or harm to the reputation.
    Serious = "serious", ["serious", "严重", "嚴重"];
    /// Danger to life, to health, or to the organisation's licence.
    Critical = "critical", ["critical", "特别严重", "特別嚴重"];
}

impl Severity {
    /// Returns the level as a code, as decision tables store it.
    pub(crate) const fn code(self) -> Code {
        const MINOR: Code = Code::from_static(Severity::Minor.as_str());
        const GENERAL: Code = Code::from_static(Severity::General.as_str());
        const SERIOUS: Code = Code::from_static(Severity::Serious.as_str());
        const CRITICAL: Code = Code::from_static(Severity::Critical.as_str());
        match self {
            Self::Minor => MINOR,
            Self::General => GENERAL,
            Self::Serious => SERIOUS,
            Self::Critical => CRITICAL,
        }
    }
}
