//! One entry of what happened to the clocks of a case.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::assessment::ClockTargets;
use crate::case::command::ClockExtension;
use crate::vocab::{Anchor, ClockName, Department, PauseReason, RuleId};
use crate::word;

/// Why a clock ends without a result: the case is over.
pub(in crate::case) const CASE_OVER: RuleId = word!(RuleId, "case-over");
/// Why a clock ends without a result: it belongs to the first round of the case, and that is over.
pub(in crate::case) const ROUND_OVER: RuleId = word!(RuleId, "round-over");
/// Why a period of a duty ends without a result: what it waits for is over.
pub(in crate::case) const DUTY_OVER: RuleId = word!(RuleId, "duty-over");
/// Why a missed period of a duty ends without a result: a later one was fulfilled.
pub(in crate::case) const CAUGHT_UP: RuleId = word!(RuleId, "caught-up");
/// Why a clock ends without a result: the policy, or what was found, no longer has it.
pub(in crate::case) const SUPERSEDED: RuleId = word!(RuleId, "superseded");
/// Why a clock ends without a result: the case is closed by force.
pub(in crate::case) const BY_FORCE: RuleId = word!(RuleId, "closed-by-force");

/// One entry.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::case) struct Entry {
    pub(in crate::case) recorded: DateTime<Utc>,
    pub(in crate::case) what: Kind,
}

#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::case) enum Kind {
    /// An event, in a department where it has one of its own. It may happen again.
    Happened {
        event: Anchor,
        department: Option<Department>,
        at: DateTime<Utc>,
        automatic: bool,
    },
    /// An event was earlier than recorded.
    Corrected {
        event: Anchor,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    },
    /// The targets that hold from now on, or that there are no clocks.
    Targets {
        targets: Vec<ClockTargets>,
        exempt: bool,
    },
    /// The policy changed, and with it every rule.
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
    /// What was resolved is not.
    SetBack,
    /// The case is over.
    Over {
        by_force: bool,
        /// Whether it was solved: what follows a solution still comes.
        solved: bool,
    },
    /// It was taken up again, the first time, the second …: a round of the case begins.
    Reopened {
        round: u32,
    },
    /// A case that was merged into this one was due by then.
    Absorbed {
        clock: ClockName,
        at: DateTime<Utc>,
    },
}
