//! S15: complaints at a supplier of parts.

use crate::approval::ApprovalTable;
use crate::calendar::{Calendar, Span};
use crate::deadline::{Clock, Roll, Term};
use crate::policy::clock::ClockScope;
use crate::policy::record::Form;
use crate::policy::routing::{Cell, HitPolicy, Row};
use crate::policy::severity::MarkRule;
use crate::policy::{ClockRule, Condition, Policy, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::organisation::Record;
use crate::vocab::track::Containment;
use crate::vocab::{
    Act, Anchor, Category, Channel, ClockName, Department, Fact, FormField, Input, Mark, RuleId,
};
use crate::word;

/// The handling of customers' complaints at a supplier of parts (S15).
///
/// Sales takes complaints in. The quality department owns complaints about product quality and names the responsible
/// departments. Each of these has 24 hours from its own receipt to limit the damage. Goods that come back without a
/// message are a complaint too. A complaint is closed only when each department has its measure in place, or needs
/// none. There are no approvals.
///
/// The procedure assigns questions of quality and technology only; the owner of the rest is an argument.
///
/// # Example: two departments, two clocks
///
/// ```
/// use redress::profiles::Supplier;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Act, Category, Department};
/// use redress::vocab::track::Containment;
///
/// # let calendar = redress::sample::calendar()?;
/// let policy = Supplier::new(calendar, Department::SALES).build()?;
/// let complaint = Complaint::new("P-1".parse()?, "2026-03-02T08:30:00+08:00".parse()?)
///     .with_category(Category::PRODUCT_QUALITY)
///     .with_containment(Containment::RESHIP)
///     .with_containment(Containment::REWORK)
///     .with_department(Department::SALES, "2026-03-02T09:00:00+08:00".parse()?)
///     .with_department(Department::PRODUCTION, "2026-03-02T13:30:00+08:00".parse()?);
///
/// let triage = triage(&policy, &complaint, &History::none())?;
/// assert_eq!(triage.department(), Some(Department::QUALITY));
/// let containing: Vec<_> = triage.routes(Act::Containment).map(|row| row.citation()).collect();
/// assert_eq!(containing, ["S15-R19", "S15-R21"]);
/// assert_eq!(triage.clocks().len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct Supplier {
    house: House,
    others: Department,
    containment: ContainmentCount,
}

/// How the 24 hours for containment are counted (A23).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A23")]
pub enum ContainmentCount {
    /// 24 hours of real time, over weekends and holidays.
    #[default]
    Elapsed,
    /// 24 hours of real time. An end on a closed day moves to the next working day, at the same time of day.
    Rolled,
    /// 24 hours of working time.
    Working,
}

in_house!(Supplier);

impl Supplier {
    /// Makes the procedure in its default readings. `others` owns complaints that are about neither quality nor
    /// technology.
    pub fn new(calendar: Calendar, others: Department) -> Self {
        Self { house: House::new(calendar, "S15"), others, containment: ContainmentCount::Elapsed }
    }

    /// Sets how the 24 hours for containment are counted (A23).
    ///
    /// ```
    /// use redress::profiles::{Supplier, choice::ContainmentCount};
    /// use redress::{sample, vocab::Department};
    ///
    /// let supplier = Supplier::new(sample::calendar()?, Department::SALES);
    /// let real_time = supplier.clone().build()?;
    /// let working_time = supplier.with_containment(ContainmentCount::Working).build()?;
    /// assert_ne!(real_time.clocks(), working_time.clocks());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn with_containment(mut self, reading: ContainmentCount) -> Self {
        self.containment = reading;
        self
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), such as an undeclared word.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let day = Span::hours(24);
        let term = match self.containment {
            ContainmentCount::Elapsed => Term::elapsed(day),
            ContainmentCount::Rolled => Term::elapsed(day).with_roll(Roll::FOLLOWING),
            ContainmentCount::Working => Term::working(day),
        };
        let containment = Clock::new(ClockName::CONTAINMENT, Anchor::DEPARTMENT_RECEIVED);
        let unclear = Condition::has(Fact::DESCRIPTION_UNCLEAR);
        let samples = MarkRule::new(word!(RuleId, "s15-r12"), Mark::SAMPLES_NEEDED, unclear);
        self.house
            .policy("supplier", Track::new().with_containment().with_effect_check(), ApprovalTable::new())
            .routing(routing(self.others))
            .mark(samples.with_citation("S15-R12"))
            .clock(
                ClockRule::new(containment, term).with_scope(ClockScope::Department).with_citation("S15-R18"),
            )
            .form(complaint_list())
            .form(return_list())
            .build()
    }
}

fn routing(others: Department) -> Routing {
    let returned = || Cell::is(Channel::RETURNED_GOODS);
    let measures = |measures: [Containment; 2]| Cell::one_of(measures);
    let warehouse = Department::FINISHED_GOODS_WAREHOUSE;
    let contain = |id, department| Row::new(id, Act::Containment, department);
    Routing::by([Input::CATEGORY, Input::CHANNEL, Input::CONTAINMENT])
        .with_hit_policy(Act::Owner, HitPolicy::First)
        .with_row(Row::new(word!(RuleId, "rt09"), Act::Intake, Department::SALES).with_citation("S15-R02"))
        .with_row(
            Row::new(word!(RuleId, "rt10"), Act::Intake, warehouse)
                .with_cell(returned())
                .with_citation("S15-R07"),
        )
        .with_row(
            Row::new(word!(RuleId, "rt10-quality"), Act::Support, Department::QUALITY)
                .with_cell(returned())
                .with_citation("S15-R08"),
        )
        .with_row(
            Row::owner(word!(RuleId, "rt11"), Department::QUALITY)
                .with_cell(Cell::under(Category::PRODUCT_QUALITY))
                .with_citation("S15-R03 S15-R11"),
        )
        .with_row(
            Row::owner(word!(RuleId, "rt12"), Department::TECHNICAL)
                .with_cell(Cell::under(Category::TECHNICAL_CAPABILITY))
                .with_citation("S15-R04"),
        )
        .with_row(Row::owner(word!(RuleId, "others"), others).with_citation("S15-R05"))
        .with_row(
            contain(word!(RuleId, "rt13"), Department::SALES)
                .with_cell(measures([Containment::RETURN_EXCHANGE, Containment::RESHIP]))
                .with_citation("S15-R19"),
        )
        .with_row(
            contain(word!(RuleId, "rt14"), Department::QUALITY)
                .with_cell(measures([Containment::EXTRA_INSPECTION, Containment::STOCK_RECHECK]))
                .with_citation("S15-R20"),
        )
        .with_row(
            contain(word!(RuleId, "rt15"), Department::PRODUCTION)
                .with_cell(Cell::is(Containment::REWORK))
                .with_citation("S15-R21"),
        )
        .with_row(Row::new(word!(RuleId, "list"), Act::Copy, Department::QUALITY).with_citation("S15-R09"))
}

/// A list of every complaint. The procedure does not name its columns (S15-R09).
fn complaint_list() -> Form {
    Form::new(Record::COMPLAINT_LIST)
        .with_fields([FormField::REFERENCE])
        .with_open_end()
        .with_department(Department::QUALITY)
        .with_citation("S15-R09")
}

/// A list of everything that came back (S15-R10).
fn return_list() -> Form {
    Form::new(Record::RETURN_LIST)
        .with_fields([
            FormField::RETURN_TIME,
            FormField::CUSTOMER,
            FormField::MODEL,
            FormField::QUANTITY,
            FormField::RETURN_REASON,
        ])
        .with_department(Department::QUALITY)
        .with_citation("S15-R10")
}
