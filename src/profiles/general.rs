//! S01 to S04: complaints in general.

use crate::approval::{ApprovalTable, Chain, Signers, Step};
use crate::calendar::Calendar;
use crate::policy::record::Form;
use crate::policy::routing::{Cell, HitPolicy, Row};
use crate::policy::severity::{MarkRule, SeverityRule};
use crate::policy::track::FollowUpRule;
use crate::policy::{Condition, Policy, PolicyBuilder, PolicyFaults, Routing, SeverityRules, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::{ApprovalAct, DecisionKind, FollowUp};
use crate::vocab::kind::CauseGroup;
use crate::vocab::organisation::Record;
use crate::vocab::{Act, Action, Cause, Department, Fact, FormField, Input, Mark, Role, RuleId, Severity};
use crate::word;

/// The handling of complaints in general: causes and responsibility (S01), techniques (S02), eight steps (S03) and five
/// types (S04).
///
/// | Part | Rule |
/// |---|---|
/// | owner | storage and transport, or quality (S03-R06, S03-R07); the argument `others` for the rest |
/// | severity | an argument: the levels have names and no criteria (A35) |
/// | register | complainant, demand and content (S03-R02) |
/// | before a proposal | the party at fault is known (S01-R40) |
/// | approval | the responsible department prepares, the leader in charge decides, whatever the value (S03-R15) |
/// | before closing | cause and responsible person are named (S03-R08), and the complainant was asked once (S03-R23) |
/// | end | a review (S03-R24) |
///
/// # Example: nobody owns a price
///
/// ```
/// use redress::policy::{Routing, SeverityRules};
/// use redress::profiles::GeneralHandling;
/// use redress::triage::{Complaint, History, Owner, triage};
/// use redress::vocab::{Cause, Severity};
/// use redress::vocab::kind::CauseGroup;
///
/// # let calendar = redress::sample::calendar()?;
/// let severity = SeverityRules::new([Severity::General]).with_otherwise(Severity::General);
/// let policy = GeneralHandling::new(calendar, severity, Routing::none()).build()?;
/// let complaint = Complaint::new("G-1".parse()?, "2026-03-11T10:00:00+08:00".parse()?)
///     .with_cause(Cause::from(CauseGroup::PRICE_CHARGE));
/// assert_eq!(triage(&policy, &complaint, &History::none())?.owner(), Owner::Unrouted);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct GeneralHandling {
    house: House,
    severity: SeverityRules,
    others: Routing,
    small: SmallMatter,
}

/// How a small matter is treated (A40).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A40, and that it is not used")]
pub enum SmallMatter {
    /// It is not treated specially: the given rules alone decide the level.
    #[default]
    NotUsed,
    /// It has a level below general.
    Level,
    /// It has a mark beside the level.
    Flag,
}

in_house!(GeneralHandling);

impl GeneralHandling {
    /// Makes the procedure in its default readings. `others` is the table for everything that the procedure assigns to
    /// nobody.
    pub fn new(calendar: Calendar, severity: SeverityRules, others: Routing) -> Self {
        Self { house: House::new(calendar, "S01-S04"), severity, others, small: SmallMatter::NotUsed }
    }

    /// Sets how a small matter is treated (A40).
    ///
    /// A small matter that can be solved at once is answered at once (S02-R03). With [`SmallMatter::Level`], this holds
    /// only if no other rule gives a higher level.
    pub const fn with_small_matter(mut self, reading: SmallMatter) -> Self {
        self.small = reading;
        self
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), for example of a given rule or row, or an undeclared word.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let severity = match self.small {
            SmallMatter::NotUsed | SmallMatter::Flag => self.severity,
            SmallMatter::Level => with_small(self.severity),
        };
        let mut policy = self
            .house
            .policy("general", course(self.small), approvals())
            .severity(severity)
            // The leader in charge reviews, and then decides (S03-R18 to S03-R21).
            .parting(Action::ProposeSanction, Action::DecideSanction)
            .routing(routing(&self.others))
            .form(register());
        if self.small == SmallMatter::Flag {
            policy = small_marks().into_iter().fold(policy, PolicyBuilder::mark);
        }
        policy.build()
    }
}

/// Adds the level of small matters, which are answered at once if they can be solved at once (S02-R03).
pub(super) fn with_small(rules: SeverityRules) -> SeverityRules {
    let small = Condition::has(Fact::SMALL_MATTER);
    let rule = SeverityRule::new(word!(RuleId, "s02-r03"), Severity::Minor, small)
        .with_mark_where(Mark::ANSWER_AT_ONCE, Condition::has(Fact::SOLVABLE_AT_ONCE));
    rules.with_level(Severity::Minor).with_rule(rule.with_citation("S02-R03"))
}

/// Makes the same as marks beside the level.
pub(super) fn small_marks() -> [MarkRule; 2] {
    let small = || Condition::has(Fact::SMALL_MATTER);
    let at_once = Condition::all([small(), Condition::has(Fact::SOLVABLE_AT_ONCE)]);
    [
        MarkRule::new(word!(RuleId, "small"), Mark::SMALL_MATTER, small()).with_citation("S02-R03"),
        MarkRule::new(word!(RuleId, "at-once"), Mark::ANSWER_AT_ONCE, at_once).with_citation("S02-R03"),
    ]
}

/// The eight steps (S03), with a promise while nothing is solved (S02-R04).
fn course(small: SmallMatter) -> Track {
    let track = Track::new()
        .with_required([FormField::COMPLAINANT, FormField::DEMAND, FormField::NARRATIVE])
        .with_fault_only_of([CauseGroup::PRODUCT_QUALITY, CauseGroup::PRODUCT_ENVIRONMENT])
        .with_promises()
        .with_findings_before_closing()
        .with_follow_up(FollowUpRule::new(FollowUp::OPINION_REQUEST, 1))
        .with_review();
    // K06: a small matter without a level of its own is not settled at once.
    if small == SmallMatter::Level { track.with_at_once() } else { track }
}

/// The fields of the complaint register (S03-R02).
fn register() -> Form {
    Form::new(Record::COMPLAINT_REGISTER)
        .with_fields([
            FormField::COMPLAINANT,
            FormField::TIME,
            FormField::OBJECT,
            FormField::DEMAND,
            FormField::NARRATIVE,
        ])
        .with_role(Role::HANDLER)
        .with_citation("S03-R02")
}

/// The responsible department prepares every proposal, and the leader in charge decides (S03-R15), whatever its value.
fn approvals() -> ApprovalTable {
    let prepare = Signers::one(Role::PERSON_IN_CHARGE);
    let instruct = Signers::one(Role::LEADER_IN_CHARGE);
    ApprovalTable::new().with_chain(
        Chain::new(word!(RuleId, "s03-r15"), DecisionKind::Remedy)
            .with_step(Step::new(word!(RuleId, "prepare"), ApprovalAct::Prepare, prepare))
            .with_step(Step::new(word!(RuleId, "instruct"), ApprovalAct::Instruct, instruct))
            .with_citation("S03-R15"),
    )
}

/// The two rows of the procedure, before those of the organisation.
fn routing(others: &Routing) -> Routing {
    let quality = Cause::from(CauseGroup::PRODUCT_QUALITY);
    let inputs = others.inputs().iter().copied().filter(|input| *input != Input::CAUSE);
    let acts = Act::ALL.iter().map(|&act| (act, others.hit_policy(act)));
    let gaps = others.gaps();
    let table = Routing::by(core::iter::once(Input::CAUSE).chain(inputs))
        .with_gaps(gaps)
        .with_row(
            Row::owner(word!(RuleId, "rt01"), Department::STORAGE_TRANSPORT)
                .with_cell(Cell::under(Cause::DELIVERY_TRANSPORT))
                .with_citation("S03-R06"),
        )
        .with_row(
            Row::owner(word!(RuleId, "rt02"), Department::QUALITY)
                .with_cell(Cell::under(quality))
                .with_citation("S03-R07"),
        )
        .with_rows(others.rows().iter().cloned());
    acts.fold(table, |table, (act, hit)| table.with_hit_policy(act, hit))
        .with_hit_policy(Act::Owner, HitPolicy::First)
}
