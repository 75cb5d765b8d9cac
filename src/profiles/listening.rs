//! S02: handling by listening, promises and alternatives.

use crate::approval::{ApprovalTable, Chain, Step};
use crate::calendar::Calendar;
use crate::policy::track::{ApologyRule, FollowUpRule};
use crate::policy::{Policy, PolicyBuilder, PolicyFaults, Routing, SeverityRules, Track};
use crate::profiles::general::{small_marks, with_small};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::{DecisionKind, FollowUp};
use crate::vocab::{FormField, RuleId};
use crate::word;

/// How a handler deals with a complaint by listening (S02).
///
/// - Write down what the complainant says (S02-R01).
/// - Answer a small matter at once if the handler can solve it alone (S02-R03). Otherwise promise an answer, give it at
///   the promised time, and make the next promise until the matter is solved (S02-R04, S02-R05).
/// - Apologise for an own fault before drafting a solution (S02-R08).
/// - Prepare at least three alternatives. Offer the best first, and the next one after an objection (S02-R09,
///   S02-R10).
/// - Do nothing before the complainant agrees (S02-R11). Nobody else approves anything.
/// - Ask the complainant for an opinion afterwards (S02-R12).
///
/// After an accident with cargo, the steps have an order that ends with the bill, and nothing is charged until the
/// matter is solved (S02-R14 to S02-R16): see [`AccidentStep`](crate::vocab::track::AccidentStep), and the billing hold
/// of a case.
///
/// The techniques rate small matters only and know no departments. The rules for other severities and the table of
/// owners are arguments.
///
/// # Example: small, and solvable at the counter
///
/// ```
/// use redress::policy::{Routing, SeverityRules};
/// use redress::policy::routing::Row;
/// use redress::profiles::Listening;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Department, Fact, Mark, RuleId, Severity};
/// use redress::word;
///
/// # let calendar = redress::sample::calendar()?;
/// let others = SeverityRules::new([Severity::General]).with_otherwise(Severity::General);
/// let desk = Row::owner(word!(RuleId, "desk"), Department::CUSTOMER_SERVICE);
/// let policy = Listening::new(calendar, others, Routing::none().with_row(desk)).build()?;
/// assert!(policy.track().at_once() && policy.track().promises());
///
/// let small = Complaint::new("L-1".parse()?, "2026-03-11T10:00:00+08:00".parse()?)
///     .with_fact(Fact::SMALL_MATTER, 1)
///     .with_fact(Fact::SOLVABLE_AT_ONCE, 1);
/// let triage = triage(&policy, &small, &History::none())?;
/// let severity = triage.severity().ok_or("not rated")?;
/// assert_eq!(severity.level().severity(), Some(Severity::Minor));
/// assert!(triage.is_marked(Mark::ANSWER_AT_ONCE));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct Listening {
    house: House,
    severity: SeverityRules,
    routing: Routing,
    small: Smallness,
    opinions: OpinionRequests,
}

/// How a small matter is rated (A40).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A40")]
pub enum Smallness {
    /// It has a level below the others.
    #[default]
    Level,
    /// It has a mark beside the level. Then nothing is answered at once, because that requires the level (K06).
    Flag,
}

/// How often the complainant is asked for an opinion: the source says "at least one to two times" (A20).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A20")]
pub enum OpinionRequests {
    /// At least once. Twice is better.
    #[default]
    OnceOrTwice,
    /// At least twice.
    Twice,
}

in_house!(Listening);

impl Listening {
    /// Makes the techniques in their default readings, with the rules for the severity of everything that is not small,
    /// and the organisation's table of owners.
    pub fn new(calendar: Calendar, severity: SeverityRules, routing: Routing) -> Self {
        Self {
            house: House::new(calendar, "S02"),
            severity,
            routing,
            small: Smallness::Level,
            opinions: OpinionRequests::OnceOrTwice,
        }
    }

    /// Sets how a small matter is rated (A40).
    pub const fn with_small(mut self, reading: Smallness) -> Self {
        self.small = reading;
        self
    }

    /// Sets how often the complainant is asked for an opinion (A20).
    pub const fn with_opinions(mut self, reading: OpinionRequests) -> Self {
        self.opinions = reading;
        self
    }

    /// Checks the techniques and returns their policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), for example of a given rule or row, or an undeclared word.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let track = course(self.small, self.opinions);
        let policy = self.house.policy("listening", track, confirmed()).routing(self.routing);
        match self.small {
            Smallness::Level => policy.severity(with_small(self.severity)).build(),
            Smallness::Flag => {
                small_marks().into_iter().fold(policy.severity(self.severity), PolicyBuilder::mark).build()
            }
        }
    }
}

fn course(small: Smallness, opinions: OpinionRequests) -> Track {
    let asked = match opinions {
        OpinionRequests::OnceOrTwice => FollowUpRule::new(FollowUp::OPINION_REQUEST, 1).with_target(2),
        OpinionRequests::Twice => FollowUpRule::new(FollowUp::OPINION_REQUEST, 2),
    };
    let track = Track::new()
        .with_required([FormField::NARRATIVE])
        .with_apology(ApologyRule::OwnFault)
        .with_alternatives_wanted(3)
        .with_consent()
        .with_promises()
        .with_follow_up(asked);
    match small {
        Smallness::Level => track.with_at_once(),
        Smallness::Flag => track,
    }
}

/// Nobody but the complainant must agree (S02-R11).
fn confirmed() -> ApprovalTable {
    ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "s02-r11"), DecisionKind::Remedy)
            .with_step(Step::consent(word!(RuleId, "customer")))
            .with_nobody_signs()
            .with_citation("S02-R11"),
    )
}
