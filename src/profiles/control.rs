//! S18: control of customers' complaints.

use crate::approval::ApprovalTable;
use crate::calendar::Calendar;
use crate::policy::record::{Cadence, Form, ReportRule};
use crate::policy::routing::{Cell, HitPolicy, Row};
use crate::policy::severity::{MarkRule, Rating, RatingRule};
use crate::policy::track::FollowUpRule;
use crate::policy::{Condition, Policy, PolicyFaults, Routing, SeverityRules, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::FollowUp;
use crate::vocab::kind::{ClaimKind, Importance, Urgency};
use crate::vocab::organisation::{Record, Report};
use crate::vocab::track::Containment;
use crate::vocab::{Act, Demand, Department, Fact, FormField, Input, Mark, Role, RuleId, Subject};
use crate::word;

/// The procedure by which complaints are controlled (S18).
///
/// The business department deals with complaints about service; the quality department deals with those about product
/// and environment, and files all. The demand and the subject decide whether a complaint is an appeal, a claim, or
/// neither. Products with a fault that matters are recalled if they may have left the company, and the complaint is not
/// closed before somebody decides about the recall. The business department surveys the customer's satisfaction before
/// closing (S18-R12). There are no approvals.
///
/// The procedure rates severity, importance and urgency without a scale (A25): the rules of all three are arguments.
///
/// # Example: a replacement and damages
///
/// ```
/// use redress::policy::SeverityRules;
/// use redress::policy::severity::Rating;
/// use redress::profiles::Control;
/// use redress::profiles::choice::Ratings;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Demand, Department, Severity, Subject};
/// use redress::vocab::kind::{ClaimKind, Importance, Urgency};
///
/// # let calendar = redress::sample::calendar()?;
/// let severity = SeverityRules::new([Severity::General]).with_otherwise(Severity::General);
/// let importance = Rating::new().with_otherwise(Importance::SECONDARY);
/// let urgency = Rating::new().with_otherwise(Urgency::ROUTINE);
/// let policy = Control::new(calendar, severity, Ratings { importance, urgency }).build()?;
///
/// let complaint = Complaint::new("C-1".parse()?, "2026-03-11T10:00:00+08:00".parse()?)
///     .with_subject(Subject::PRODUCT_QUALITY)
///     .with_demand(Demand::EXCHANGE)
///     .with_demand(Demand::CONTRACT_DAMAGES);
/// let triage = triage(&policy, &complaint, &History::none())?;
/// assert_eq!(triage.claim_kind(), Some(ClaimKind::CLAIM));
/// assert_eq!(triage.department(), Some(Department::QUALITY));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct Control {
    house: House,
    severity: SeverityRules,
    importance: Rating<Importance>,
    urgency: Rating<Urgency>,
    claim_kind: ClaimKindSource,
}

/// The rules for importance and urgency (S18-R11).
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_structs, reason = "the two ratings of the procedure")]
pub struct Ratings {
    /// The rules for the weight of a complaint.
    pub importance: Rating<Importance>,
    /// The rules for its urgency.
    pub urgency: Rating<Urgency>,
}

/// Whether the demand or the subject comes first in deciding what kind of claim a complaint is (A26).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A26")]
pub enum ClaimKindSource {
    /// The demand comes first.
    #[default]
    Demand,
    /// The subject comes first.
    Subject,
}

in_house!(Control);

impl Control {
    /// Makes the procedure in its default readings, with the rules by which complaints are rated.
    pub fn new(
        calendar: Calendar,
        severity: SeverityRules,
        Ratings { importance, urgency }: Ratings,
    ) -> Self {
        Self {
            house: House::new(calendar, "S18"),
            severity,
            importance,
            urgency,
            claim_kind: ClaimKindSource::Demand,
        }
    }

    /// Sets whether the demand or the subject comes first (A26).
    pub const fn with_claim_kind(mut self, reading: ClaimKindSource) -> Self {
        self.claim_kind = reading;
        self
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), for example of a given rule, an undeclared word, or a subject
    /// of the organisation's own that no row assigns.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let recall = Condition::all([
            Condition::has(Fact::MAY_AFFECT_USE),
            Condition::has(Fact::MAY_HAVE_BEEN_DELIVERED),
        ]);
        let recall = MarkRule::new(word!(RuleId, "s18-r05"), Mark::RECALL_REQUIRED, recall);
        self.house
            .policy("control", course(), ApprovalTable::new())
            .severity(self.severity)
            .importance(self.importance)
            .urgency(self.urgency)
            .claim_kind(claim_kinds(self.claim_kind))
            .mark(recall.with_citation("S18-R05"))
            .routing(routing())
            .form(quality_sheet())
            .report(of_case(Report::LOSS_ASSESSMENT).with_citation("S18-R18"))
            .report(of_case(Report::WRITTEN_REPORT).with_citation("S18-R17"))
            .build()
    }
}

/// Countermeasures are checked for effect and standardised (S18-R16); satisfaction is surveyed after the handling
/// (S18-R12).
fn course() -> Track {
    Track::new()
        .with_effect_check()
        .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_SURVEY, 1))
        .with_review()
}

/// The legal form of a complaint (S18-R02, S18-R03, S18-R04): an appeal wants the goods put right and nothing more, a
/// claim wants money for the damage, and a complaint about neither quality nor environment is another one.
pub(super) fn claim_kinds(by: ClaimKindSource) -> Rating<ClaimKind> {
    let goods = || Condition::is_one_of([Demand::REWORK, Demand::EXCHANGE, Demand::RETURN]);
    // An appeal wants no compensation of any kind (S18-R02).
    let damages = || Condition::is_one_of([Demand::CONTRACT_DAMAGES, Demand::COMPENSATION]);
    let product = Condition::is_one_of([Subject::PRODUCT_QUALITY, Subject::PRODUCT_ENVIRONMENT]);
    let claim_for_goods = RatingRule::new(
        word!(RuleId, "claim-for-goods"),
        ClaimKind::CLAIM,
        Condition::all([goods(), damages()]),
    );
    let appeal = RatingRule::new(word!(RuleId, "appeal"), ClaimKind::APPEAL, goods());
    let other = RatingRule::new(word!(RuleId, "other"), ClaimKind::OTHER, Condition::not(product))
        .with_mark_where(Mark::COMPENSATION_DEMANDED, damages())
        .with_citation("S18-R04");
    let claim = RatingRule::new(word!(RuleId, "claim"), ClaimKind::CLAIM, damages()).with_citation("S18-R03");
    let claim_for_goods = claim_for_goods.with_citation("S18-R03");
    let appeal = appeal.with_citation("S18-R02");
    let rules = match by {
        ClaimKindSource::Demand => [claim_for_goods, appeal, other, claim],
        ClaimKindSource::Subject => [other, claim_for_goods, appeal, claim],
    };
    rules.into_iter().fold(Rating::new(), Rating::with_rule).with_otherwise(ClaimKind::APPEAL)
}

fn routing() -> Routing {
    let emergency = [Containment::ISOLATE, Containment::ON_SITE_STAFF, Containment::SUPPLY_GOOD];
    Routing::by([Input::SUBJECT, Input::CONTAINMENT])
        .with_hit_policy(Act::Owner, HitPolicy::First)
        .with_row(
            Row::owner(word!(RuleId, "rt18"), Department::BUSINESS)
                .with_cell(Cell::under(Subject::SERVICE))
                .with_citation("S18-R10"),
        )
        .with_row(
            Row::owner(word!(RuleId, "rt19"), Department::QUALITY)
                .with_cell(Cell::one_of([Subject::PRODUCT_QUALITY, Subject::PRODUCT_ENVIRONMENT]))
                .with_citation("S18-R13"),
        )
        .with_row(
            Row::new(word!(RuleId, "intake"), Act::Intake, Department::BUSINESS).with_citation("S18-R10"),
        )
        .with_row(
            Row::new(word!(RuleId, "intake-quality"), Act::Intake, Department::QUALITY)
                .with_cell(Cell::one_of([Subject::PRODUCT_QUALITY, Subject::PRODUCT_ENVIRONMENT]))
                .with_citation("S18-R13"),
        )
        .with_row(
            Row::new(word!(RuleId, "emergency"), Act::Containment, Department::QUALITY)
                .with_cell(Cell::one_of(emergency))
                .with_citation("S18-R14 S18-R15"),
        )
        .with_row(Row::new(word!(RuleId, "rt20"), Act::Copy, Department::QUALITY).with_citation("S18-R23"))
        .with_row(
            Row::to_unit_concerned(
                word!(RuleId, "support"),
                Act::Support,
                Department::RESPONSIBLE_DEPARTMENT,
            )
            .with_citation("S18-R19 S18-R27"),
        )
}

/// A report about one case, to the company and the complainant.
fn of_case(report: Report) -> ReportRule {
    ReportRule::new(report, Cadence::PerCase)
        .with_department(Department::COMPANY)
        .with_role(Role::COMPLAINANT)
}

/// The product with its batch and delivery, and the problem (S18-R26).
fn quality_sheet() -> Form {
    Form::new(Record::QUALITY_SHEET)
        .with_fields([
            FormField::PART_NUMBER,
            FormField::MODEL,
            FormField::BATCH,
            FormField::ORDER_TIME,
            FormField::DELIVERY_TIME,
            FormField::DELIVERED_QUANTITY,
            FormField::PROBLEM_TIME,
            FormField::REGION,
            FormField::PHENOMENON,
        ])
        .with_department(Department::QUALITY)
        .with_citation("S18-R26")
}
