//! Which duty a host passed on.

use alloc::vec::Vec;
use core::fmt;

use crate::case::payload::payload;
use crate::text::map_only::map_only;
use crate::vocab::course::Duty;
use crate::vocab::{ActorId, ClockName, Department};

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
    #[serde(default, deserialize_with = "crate::text::map_only::amount")]
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
        match self.duty {
            Duty::Warning
            | Duty::Breach
            | Duty::MissedTarget
            | Duty::Escalation
            | Duty::LadderExhausted
            | Duty::UndeterminedClock
            | Duty::BrokenPromise
            | Duty::Signature
            | Duty::OverdueSignature => true,
            Duty::Project
            | Duty::PromisedAnswer
            | Duty::NewPromise
            | Duty::FollowUp
            | Duty::FurtherFollowUp
            | Duty::Lapse
            | Duty::Containment
            | Duty::EffectCheck => false,
        }
    }

    /// The same by a clock.
    #[must_use]
    pub const fn with_clock(mut self, clock: ClockName, department: Option<Department>) -> Self {
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

payload! {
    /// A duty that was passed on: a warning, an escalation, a reminder.
    pub struct Delivery = "a delivered duty" {
        /// Which duty, by the key under which it is [owed](crate::case::Outlook::owed).
        pub duty: crate::case::command::duty::DutyKey,
        /// To whom; nobody where there was nobody to tell, which is then on record.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub to: Vec<ActorId>,
    }
}

impl Delivery {
    /// To nobody yet.
    #[must_use]
    pub const fn new(duty: DutyKey) -> Self {
        Self { duty, to: Vec::new() }
    }

    /// To somebody, too.
    #[must_use]
    pub fn with_recipient(mut self, person: ActorId) -> Self {
        self.to.push(person);
        self
    }
}
