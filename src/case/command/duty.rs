//! Duties that a host has passed on to people.

use alloc::vec::Vec;
use core::fmt;

use crate::case::payload::payload;
use crate::text::map_only::map_only;
use crate::vocab::course::Duty;
use crate::vocab::{ActorId, ClockName, Department};

/// The identity of a duty, such as the second warning of clock `closure`.
///
/// A duty has the same key each time a host asks what is [owed](crate::case::Outlook::owed). So a host can pass each
/// duty on once, and record that with [`Command::Deliver`](crate::case::Command::Deliver).
///
/// # Example
///
/// ```
/// use redress::case::command::DutyKey;
/// use redress::vocab::ClockName;
/// use redress::vocab::course::Duty;
///
/// let second_warning = DutyKey::of(Duty::Warning, 1).with_clock(ClockName::CLOSURE, None);
/// assert_eq!(second_warning.to_string(), "warning of clock closure 1");
/// assert!(second_warning.is_passed_on());
/// assert!(!DutyKey::of(Duty::FollowUp, 0).is_passed_on()); // a contact is made, not passed on
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a key, whole as it is")]
pub struct DutyKey {
    /// The kind of duty.
    pub duty: Duty,
    /// The clock that causes the duty. `None` if no clock does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<ClockName>,
    /// The department, if the clock runs once for each department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Department>,
    /// The position among several duties of one kind, from 0.
    #[serde(default, deserialize_with = "crate::text::map_only::amount")]
    pub number: u32,
}

map_only!(DutyKey, "the key of a duty");

impl DutyKey {
    /// Creates the key of a duty that no clock causes.
    #[must_use]
    pub const fn of(duty: Duty, number: u32) -> Self {
        Self { duty, clock: None, department: None, number }
    }

    /// Returns `true` if the duty is fulfilled by passing it on to people. Every other duty has a command of its own.
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

    /// Sets the clock that causes the duty, and its department if there is one per department.
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
    /// A duty that was passed on to people: a warning, an escalation or a reminder.
    ///
    /// ```
    /// use redress::case::Command;
    /// use redress::case::command::{Delivery, DutyKey};
    /// use redress::vocab::ClockName;
    /// use redress::vocab::course::Duty;
    ///
    /// let key = DutyKey::of(Duty::Warning, 0).with_clock(ClockName::CLOSURE, None);
    /// let told = Delivery::new(key).with_recipient("mia".parse()?);
    /// assert_eq!(told.to, ["mia".parse()?]);
    /// let command = Command::Deliver(told);
    /// # assert_eq!(command.action(), redress::vocab::Action::Deliver);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Delivery = "a delivered duty" {
        /// The key under which the duty is [owed](crate::case::Outlook::owed).
        pub duty: crate::case::command::duty::DutyKey,
        /// The people who were told. Empty if there was nobody to tell, which is then on record.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub to: Vec<ActorId>,
    }
}

impl Delivery {
    /// Creates the record of a duty that was passed on to nobody yet.
    #[must_use]
    pub const fn new(duty: DutyKey) -> Self {
        Self { duty, to: Vec::new() }
    }

    /// Adds a person who was told.
    #[must_use]
    pub fn with_recipient(mut self, person: ActorId) -> Self {
        self.to.push(person);
        self
    }
}
