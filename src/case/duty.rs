//! What is owed in a case, and how a host says that it was done.

use core::fmt;

use chrono::{DateTime, Utc};

use crate::vocab::map_only::map_only;
use crate::vocab::{ClockName, Department, Duty, Role};

/// Which duty it is: the same at every look, so that a host does it once and says so by
/// [`Command::Deliver`](crate::case::Command::Deliver).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a key, whole as it is")]
pub struct DutyKey {
    /// What is owed.
    pub duty: Duty,
    /// By which clock, if by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<ClockName>,
    /// Of which department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Department>,
    /// Which one of several, counted from 0.
    #[serde(default, deserialize_with = "crate::vocab::map_only::amount")]
    pub number: u32,
}

map_only!(DutyKey, "the key of a duty");

impl DutyKey {
    /// The key of a duty of a case.
    #[must_use]
    pub const fn of(duty: Duty, number: u32) -> Self {
        Self { duty, clock: None, department: None, number }
    }

    /// Whether the duty is done by passing it on; any other is done by doing it.
    #[must_use]
    pub const fn is_passed_on(&self) -> bool {
        matches!(
            self.duty,
            Duty::Warning
                | Duty::Breach
                | Duty::MissedTarget
                | Duty::Escalation
                | Duty::LadderExhausted
                | Duty::UndeterminedClock
                | Duty::BrokenPromise
                | Duty::Signature
                | Duty::OverdueSignature
        )
    }

    /// The same by a clock.
    #[must_use]
    pub const fn by(mut self, clock: ClockName, department: Option<Department>) -> Self {
        self.clock = Some(clock);
        self.department = department;
        self
    }
}

impl fmt::Display for DutyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.duty)?;
        if let Some(clock) = self.clock {
            write!(f, " of clock {clock}")?;
        }
        if let Some(department) = self.department {
            write!(f, " of {department}")?;
        }
        write!(f, " {}", self.number)
    }
}

/// Something that should have happened by now, and is not on record yet.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub struct Owed {
    /// Since when.
    pub since: DateTime<Utc>,
    /// What.
    pub key: DutyKey,
    /// To whom it goes, where the policy names a role. Whether anybody holds it does not matter: it is owed.
    pub to: Option<Role>,
}
