//! S16: complaints at a supplier with quality control.

use crate::approval::{ApprovalTable, Chain, Signers, Step};
use crate::calendar::Calendar;
use crate::deadline::{Clock, Deadline};
use crate::policy::record::{Cadence, Form, ReportRule};
use crate::policy::routing::{Cell, HitPolicy, Row};
use crate::policy::{ClockRule, Condition, Policy, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::{ApprovalAct, DecisionKind};
use crate::vocab::organisation::{Record, Report};
use crate::vocab::{Act, Anchor, ClockName, Department, Fact, FormField, Input, Role, RuleId, Subject};
use crate::word;

/// The handling of customers' complaints at a supplier that works with the tools of quality control (S16).
///
/// The quality department handles complaints about quality, and the market department all others (S16-R10, S16-R11).
/// The responsible unit analyses the cause and carries out corrective and preventive measures (S16-R01, S16-R12). Three
/// different people must prepare, review and approve each measure and each solution before it is carried out (S16-R07,
/// S16-R09). A case is closed only when the effect of each measure is confirmed (S16-R08). If the customer requires it,
/// the answer uses the customer's own form (S16-R16).
///
/// The procedure limits the analysis of the root cause and the verification to a number of days each. Both numbers are
/// lost (A24), so that they are choices. It does not name the roles that sign: they are arguments. The half-yearly
/// review by senior management (S16-R15) is a report over all cases.
///
/// # Example: a number that nobody has set
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::deadline::Term;
/// use redress::profiles::SupplierQc;
/// use redress::profiles::choice::{PhaseLimit, Signatures};
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{ClockName, Department, Role, Subject};
///
/// # let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
/// # let calendar = Calendar::builder("cn", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:30")]))
/// #     .build()?;
/// let signatures = Signatures {
///     prepared: Role::PERSON_IN_CHARGE,
///     reviewed: Role::DEPARTMENT_HEAD,
///     approved: Role::SENIOR_MANAGEMENT,
/// };
/// let ten_days = PhaseLimit::Within(Term::calendar_days(10).into());
/// let policy = SupplierQc::new(calendar, signatures).with_root_cause(ten_days).build()?;
/// let complaint = Complaint::new("Q-1".parse()?, "2025-03-11T10:00:00+08:00".parse()?)
///     .with_subject(Subject::PRODUCT_QUALITY);
///
/// let triage = triage(&policy, &complaint, &History::none())?;
/// assert_eq!(triage.department(), Some(Department::QUALITY));
/// let due = triage.due(ClockName::ROOT_CAUSE).ok_or("not due")?;
/// assert_eq!(due.at().to_rfc3339(), "2025-03-21T02:00:00+00:00"); // ten days later at 10:00
/// assert_eq!(triage.due(ClockName::VERIFICATION), None); // undetermined, and it says what is missing
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct SupplierQc {
    house: House,
    signatures: Signatures,
    root_cause: PhaseLimit,
    verification: PhaseLimit,
    phases: PhaseScope,
}

/// The roles of the three different people who sign a document (S16-R09). The three may have the same role.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "the three signatures of the procedure")]
pub struct Signatures {
    /// The role that prepares.
    pub prepared: Role,
    /// The role that reviews.
    pub reviewed: Role,
    /// The role that approves.
    pub approved: Role,
}

/// The limit of a phase, whose number the procedure has lost (A24).
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a limit, or that nobody has set it")]
pub enum PhaseLimit {
    /// This deadline, counted from the receipt.
    Within(Deadline),
    /// No number is set: the clock is undetermined.
    NotSet,
}

/// The customers for whose complaints the two phases are limited (A42).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A42")]
pub enum PhaseScope {
    /// All customers: those that the procedure names are examples.
    #[default]
    AllCustomers,
    /// Only the customers that the procedure names: complaints with [`Fact::NAMED_CUSTOMER`].
    NamedCustomers,
}

in_house!(SupplierQc);

impl SupplierQc {
    /// Makes the procedure in its default reading, with the roles that sign.
    pub fn new(calendar: Calendar, signatures: Signatures) -> Self {
        Self {
            house: House::new(calendar, "S16"),
            signatures,
            root_cause: PhaseLimit::NotSet,
            verification: PhaseLimit::NotSet,
            phases: PhaseScope::AllCustomers,
        }
    }

    /// Sets the limit for finding the root cause (A24). Not set by default.
    pub fn with_root_cause(mut self, limit: PhaseLimit) -> Self {
        self.root_cause = limit;
        self
    }

    /// Sets the limit for verifying the measures (A24). Not set by default.
    pub fn with_verification(mut self, limit: PhaseLimit) -> Self {
        self.verification = limit;
        self
    }

    /// Sets for whose complaints the two phases are limited (A42).
    pub const fn with_phases(mut self, reading: PhaseScope) -> Self {
        self.phases = reading;
        self
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), such as a role that is not declared, or a limit that counts
    /// nothing.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let phase = |name, limit, parameter, citation| {
            let clock = Clock::new(name, Anchor::RECEIVED);
            let rule = match limit {
                PhaseLimit::Within(deadline) => ClockRule::new(clock, deadline),
                PhaseLimit::NotSet => ClockRule::not_set(clock, parameter),
            };
            let rule = rule.with_citation(citation);
            match self.phases {
                PhaseScope::AllCustomers => rule,
                PhaseScope::NamedCustomers => rule.with_only_where(Fact::NAMED_CUSTOMER),
            }
        };
        let root_cause = phase(
            ClockName::ROOT_CAUSE,
            self.root_cause,
            "the days for the root-cause analysis (A24)",
            "S16-R05",
        );
        let verification = phase(
            ClockName::VERIFICATION,
            self.verification,
            "the days for the verification (A24)",
            "S16-R06",
        );
        self.house
            .policy("supplier-qc", course(), approvals(self.signatures))
            .routing(routing())
            .clock(root_cause)
            .clock(verification)
            .form(customer_form())
            .form(register())
            .report(
                ReportRule::new(Report::MANAGEMENT_REVIEW, Cadence::HALF_YEAR)
                    .with_role(Role::SENIOR_MANAGEMENT)
                    .with_department(Department::QUALITY)
                    .with_department(Department::MARKET)
                    .with_citation("S16-R15"),
            )
            .build()
    }
}

/// The effect of measures is confirmed (S16-R08), and lessons go into the half-yearly review (S16-R15).
fn course() -> Track {
    Track::new().with_effect_check().with_review()
}

/// Measures and solutions are carried out after three signatures (S16-R07, S16-R09).
fn approvals(by: Signatures) -> ApprovalTable {
    let step = |id, act, role| Step::new(id, act, Signers::one(role));
    let signed = |id, kind| {
        Chain::new(id, kind)
            .with_step(step(word!(RuleId, "prepare"), ApprovalAct::Prepare, by.prepared))
            .with_step(step(word!(RuleId, "review"), ApprovalAct::Review, by.reviewed))
            .with_step(step(word!(RuleId, "approve"), ApprovalAct::Approve, by.approved))
            .with_citation("S16-R07 S16-R09")
    };
    ApprovalTable::new()
        .with_chain(signed(word!(RuleId, "s16-r09"), DecisionKind::Remedy))
        .with_chain(signed(word!(RuleId, "s16-r07"), DecisionKind::CorrectiveAction))
}

/// By subject. The effect of a product on the environment counts as quality.
fn routing() -> Routing {
    let quality = || Cell::one_of([Subject::PRODUCT_QUALITY, Subject::PRODUCT_ENVIRONMENT]);
    let responsible = Department::RESPONSIBLE_DEPARTMENT;
    let takes_in = |id, department| Row::new(id, Act::Intake, department);
    Routing::by([Input::SUBJECT])
        .with_hit_policy(Act::Intake, HitPolicy::Unique)
        .with_row(
            takes_in(word!(RuleId, "intake-quality"), Department::QUALITY)
                .with_cell(quality())
                .with_citation("S16-R14"),
        )
        .with_row(
            takes_in(word!(RuleId, "intake-market"), Department::MARKET).with_citation("S16-R10 S16-R14"),
        )
        .with_row(
            Row::owner(word!(RuleId, "rt16"), Department::QUALITY)
                .with_cell(quality())
                .with_citation("S16-R11"),
        )
        .with_row(Row::owner(word!(RuleId, "rt17"), Department::MARKET).with_citation("S16-R10"))
        .with_row(
            Row::to_unit_concerned(word!(RuleId, "unit"), Act::Responsible, responsible)
                .with_citation("S16-R12"),
        )
}

/// The form that a customer requires for the answer. The customer decides its fields (S16-R16), and the responsible
/// unit fills it in.
fn customer_form() -> Form {
    Form::new(Record::CUSTOMER_FORM)
        .with_open_end()
        .with_answers_where(Condition::has(Fact::CUSTOMER_FORM_WANTED))
        .with_department(Department::RESPONSIBLE_DEPARTMENT)
        .with_citation("S16-R16")
}

/// One register for everything that quality or market receives (S16-R14).
fn register() -> Form {
    Form::new(Record::COMPLAINT_LIST)
        .with_fields([FormField::REFERENCE])
        .with_open_end()
        .with_department(Department::QUALITY)
        .with_department(Department::MARKET)
        .with_citation("S16-R14")
}
