//! S37: complaints at a property developer.

use crate::approval::{ApprovalTable, Chain, Step};
use crate::calendar::Calendar;
use crate::policy::severity::MarkRule;
use crate::policy::track::{CompensationRule, Conduct, ConversationRule};
use crate::policy::{Condition, Policy, PolicyBuilder, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::DecisionKind;
use crate::vocab::{Fact, FormField, Mark, RuleId};
use crate::word;

/// The handling of owners' complaints at a property developer (S37).
///
/// - What an owner says is written down (S37-R34). For a complex or disputed matter, a date for the answer is agreed
///   (S37-R35).
/// - The investigation is based on facts and evidence: contract, sales papers, drawings, law, earlier cases
///   ([`EvidenceBasis`](crate::vocab::organisation::EvidenceBasis), S37-R19 to S37-R23, S37-R48).
/// - The company, a contractor or a supporting unit may be at fault (S37-R46), or nobody: a fall in prices comes from
///   outside, and can still turn against the company ([`origin`](crate::guidance::fault::origin), S37-R04, S37-R05).
/// - What is not feasible is said at once and explained (S37-R38, S37-R52).
/// - The owner helps to choose the solution and must agree (S37-R40). Each piece of the agreed work is a measure, and
///   the case is closed only when each is confirmed (S37-R41, S37-R51). Nobody else approves anything.
///
/// A complaint that may spread gets a mark: to other owners, to the media, to an authority, to the hand-over of a whole
/// estate (S37-R16 to S37-R18).
///
/// The table of owners is an argument, because the source names no department. There is no severity.
///
/// # Example: the press calls
///
/// ```
/// use redress::policy::Routing;
/// use redress::policy::routing::Row;
/// use redress::profiles::Developer;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Department, Fact, Mark, RuleId};
/// use redress::word;
///
/// # let calendar = redress::sample::calendar()?;
/// let owner = Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE);
/// let policy = Developer::new(calendar, Routing::none().with_row(owner)).build()?;
/// let complaint = Complaint::new("E-1".parse()?, "2026-03-11T10:00:00+08:00".parse()?)
///     .with_fact(Fact::COLLECTIVE, 1)
///     .with_fact(Fact::PRESS_ENQUIRY, 1); // nothing is published yet
///
/// let triage = triage(&policy, &complaint, &History::none())?;
/// assert!(triage.is_marked(Mark::MAY_SPREAD_COLLECTIVELY) && triage.is_marked(Mark::MAY_REACH_MEDIA));
/// assert!(!triage.is_marked(Mark::MAY_BLOCK_HANDOVER));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct Developer {
    house: House,
    routing: Routing,
}

in_house!(Developer);

impl Developer {
    /// Makes the principles with the organisation's table of owners.
    pub fn new(calendar: Calendar, routing: Routing) -> Self {
        // S37-R15; S37-R34 to S37-R36.
        let conduct = Conduct::new()
            .with_compensation(CompensationRule::Avoid)
            .with_conversation(ConversationRule::ByMatter);
        Self { house: House::new(calendar, "S37").with_conduct(conduct), routing }
    }

    /// Checks the principles and returns their policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), for example of a given row, or an undeclared word.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let policy = self.house.policy("developer", course(), agreed()).routing(self.routing);
        spread_risks().into_iter().fold(policy, PolicyBuilder::mark).build()
    }
}

fn course() -> Track {
    Track::new().with_required([FormField::NARRATIVE]).with_consent().with_effect_check()
}

/// The owner of the home chooses (S37-R40).
fn agreed() -> ApprovalTable {
    ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "s37-r40"), DecisionKind::Remedy)
            .with_step(Step::consent(word!(RuleId, "owner")))
            .with_nobody_signs()
            .with_citation("S37-R40"),
    )
}

/// Marks for the ways in which a complaint may spread (S37-R16 to S37-R18).
fn spread_risks() -> [MarkRule; 4] {
    let has = Condition::has;
    let media = Condition::any([has(Fact::MEDIA_EXPOSURE), has(Fact::PRESS_ENQUIRY)]);
    [
        (word!(RuleId, "s37-r16"), Mark::MAY_SPREAD_COLLECTIVELY, has(Fact::COLLECTIVE), "S37-R16"),
        (word!(RuleId, "s37-r17-media"), Mark::MAY_REACH_MEDIA, media, "S37-R17"),
        (
            word!(RuleId, "s37-r17-penalty"),
            Mark::MAY_BRING_PENALTY,
            has(Fact::AUTHORITY_CRITICISM),
            "S37-R17",
        ),
        (word!(RuleId, "s37-r18"), Mark::MAY_BLOCK_HANDOVER, has(Fact::HANDOVER_REFUSED), "S37-R18"),
    ]
    .map(|(id, mark, when, citation)| MarkRule::new(id, mark, when).with_citation(citation))
}
