//! The entries of a timeline: everything that can happen to the clocks of a case.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::assessment::ClockTargets;
use crate::case::command::ClockExtension;
use crate::vocab::{Anchor, ClockName, Department, PauseReason, RuleId};
use crate::word;

/// The reason for a clock that ends without a result: the case is over.
pub(in crate::case) const CASE_OVER: RuleId = word!(RuleId, "case-over");
/// The reason for a clock that ends without a result: it belongs to the first round of the case, which is over.
pub(in crate::case) const ROUND_OVER: RuleId = word!(RuleId, "round-over");
/// The reason for a period that ends without a result: the duty is over.
pub(in crate::case) const DUTY_OVER: RuleId = word!(RuleId, "duty-over");
/// The reason for a missed period that ends without a result: a later period was fulfilled.
pub(in crate::case) const CAUGHT_UP: RuleId = word!(RuleId, "caught-up");
/// The reason for a clock that ends without a result: after a change of policy or findings, the case no longer has it.
pub(in crate::case) const SUPERSEDED: RuleId = word!(RuleId, "superseded");
/// The reason for a clock that ends without a result: the case was closed by force.
pub(in crate::case) const BY_FORCE: RuleId = word!(RuleId, "closed-by-force");

/// One entry, with the instant at which it was recorded.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::case) struct Entry {
    pub(in crate::case) recorded: DateTime<Utc>,
    pub(in crate::case) what: Kind,
}

#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::case) enum Kind {
    /// An event happened, in a department if each has its own. The same event can happen again.
    Happened {
        event: Anchor,
        department: Option<Department>,
        at: DateTime<Utc>,
        automatic: bool,
    },
    /// An event happened earlier than recorded.
    Corrected {
        event: Anchor,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    },
    /// The targets changed, or the case is now exempt from clocks.
    Targets {
        targets: Vec<ClockTargets>,
        exempt: bool,
    },
    /// The policy changed, and with it every rule and target.
    Moved {
        targets: Vec<ClockTargets>,
        exempt: bool,
    },
    Paused {
        reason: PauseReason,
        clock: Option<ClockName>,
        at: DateTime<Utc>,
    },
    Resumed {
        reason: PauseReason,
        clock: Option<ClockName>,
        at: DateTime<Utc>,
    },
    Extended {
        extending: Box<ClockExtension>,
        approved: Option<DateTime<Utc>>,
    },
    /// The complaint turned out not to be resolved.
    SetBack,
    /// The case is over.
    Over {
        by_force: bool,
        /// Whether the complaint was solved. Clocks that follow a solution then still run.
        solved: bool,
    },
    /// The case was reopened, and a new round begins. The first reopening begins round 1.
    Reopened {
        round: u32,
    },
    /// A case was merged into this one, and its clock was due at that instant.
    Absorbed {
        clock: ClockName,
        at: DateTime<Utc>,
    },
}
