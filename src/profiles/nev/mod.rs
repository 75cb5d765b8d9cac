//! S23: closed-loop handling at a maker of new-energy vehicles.

mod clocks;
mod readings;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

pub use self::readings::{
    CutoffMeaning, DocumentSigners, ForcedClosureApproval, HoursReading, LimitCount, NoticePeriod,
    ProjectLimit, ProjectStart, RolledEnd,
};
use crate::approval::{ApprovalTable, Chain, Signers, Step};
use crate::calendar::reading::MakeUpDays;
use crate::calendar::{Calendar, LocalTime};
use crate::deadline::choice::{Bound, ClosedStart, FirstDay};
use crate::deadline::rule::{ChangeEffect, ExtensionRule, PauseRule};
use crate::policy::clock::{ClockScope, SeveralCategories};
use crate::policy::record::{Cadence, Form, ReportRule};
use crate::policy::routing::{Cell, Row};
use crate::policy::track::{ForcedClosure, ForcedClosureTest};
use crate::policy::{Policy, PolicyFault, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::{ApprovalAct, DecisionKind};
use crate::vocab::organisation::{Record, Report};
use crate::vocab::{Act, Action, Anchor, Category, Code, Department, FormField, Input, Role, RuleId};
use crate::word;

/// The closed-loop measures of a maker of new-energy vehicles with dealers (S23).
///
/// Six categories have a closing limit of 24 hours or 2 days with a cut-off at 16:30, moved past holidays. A complaint
/// that is not closed by then may no longer be transferred, and after more than three months it becomes a project. A
/// complaint that the company lists and cannot solve is closed by force.
///
/// Customer service takes complaints in and sends them to departments (S23-R12). The list of complaints that are not
/// closed is a report of the policy: a complaint that is still open appears on the first list after its due date. The
/// final opinion is approved in one step (S23-R14, A30), and so is a forced closure, at company level (A41).
///
/// The procedure does not say which department handles which category, nor how often the list is circulated: both are
/// arguments. Where it is ambiguous, a setter chooses the reading; the default is the first variant.
///
/// # Example: the default, and another reading
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::profiles::Nev;
/// use redress::profiles::choice::{HoursReading, NoticePeriod};
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Category, ClockName, Department};
///
/// # let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
/// # let calendar = Calendar::builder("cn", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:30")]))
/// #     .build()?;
/// let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
/// let nev = Nev::new(calendar, owners, NoticePeriod::Days(7));
/// let complaint = Complaint::new("NEV-1".parse()?, "2025-03-11T10:00:00+08:00".parse()?)
///     .with_category(Category::SALES_PROCESS);
///
/// let by_days = nev.clone().build()?;
/// let due = triage(&by_days, &complaint, &History::none())?.due(ClockName::CLOSURE).ok_or("due")?;
/// assert_eq!(due.at().to_rfc3339(), "2025-03-12T08:30:00+00:00"); // 16:30 on the next day
///
/// let elapsed = nev.with_hours_as(HoursReading::Elapsed).build()?;
/// let due = triage(&elapsed, &complaint, &History::none())?.due(ClockName::CLOSURE).ok_or("due")?;
/// assert_eq!(due.at().to_rfc3339(), "2025-03-12T02:00:00+00:00"); // 24 hours later
/// # Ok(()) }
/// ```
///
/// # Example: on the next list
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::profiles::Nev;
/// use redress::profiles::choice::NoticePeriod;
/// use redress::vocab::{Category, Department};
/// use redress::vocab::organisation::Report;
///
/// # let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
/// # let calendar = Calendar::builder("cn", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:30")]))
/// #     .build()?;
/// # let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
/// let policy = Nev::new(calendar, owners, NoticePeriod::Weeks(1)).build()?;
/// let list = policy.report(Report::UNCLOSED_NOTICE).ok_or("no list")?;
/// let due = "2025-03-17T16:30:00+08:00".parse()?; // a Monday
/// let next = list.next(policy.calendar(), due)?;
/// assert_eq!(next.to_rfc3339(), "2025-03-23T16:00:00+00:00"); // the Monday after, at 00:00
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct Nev {
    house: House,
    owners: Vec<(Category, Department)>,
    notice: NoticePeriod,
    limits: Vec<(Category, Limit, &'static str)>,
    cutoff: Option<LocalTime>,
    cutoff_meaning: CutoffMeaning,
    hours_as: HoursReading,
    count: LimitCount,
    start: Anchor,
    first_day: FirstDay,
    closed_start: ClosedStart,
    make_up_days: Option<MakeUpDays>,
    at_cutoff: Bound,
    rolled_end: RolledEnd,
    project_limit: ProjectLimit,
    project_start: ProjectStart,
    forced_closure: ForcedClosureTest,
    scope: ClockScope,
    several: SeveralCategories,
    on_change: ChangeEffect,
    pauses: Vec<PauseRule>,
    extensions: Vec<ExtensionRule>,
    final_opinion: Role,
    forced_closure_approval: ForcedClosureApproval,
    closure_confirmed_by: Option<Role>,
    documents: Option<DocumentSigners>,
}

/// A closing limit as the procedure writes it: `24 h` or `2 days`.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Limit {
    Hours(u32),
    Days(u32),
}

const CUT_OFF: LocalTime = LocalTime::from_static("16:30");

in_house!(Nev);

impl Nev {
    /// Makes the procedure in its default readings, with the owner of each category and the period of the notice.
    ///
    /// Other categories than the six, and children of these, can have an owner too. They have no limit, and their
    /// closing clock says so.
    pub fn new(
        calendar: Calendar,
        owners: impl IntoIterator<Item = (Category, Department)>,
        notice: NoticePeriod,
    ) -> Self {
        Self {
            house: House::new(calendar, "S23"),
            owners: owners.into_iter().collect(),
            notice,
            // A28: the source lost its table. Six categories and six limits are paired by position.
            limits: Vec::from([
                (Category::PRODUCT_QUALITY, Limit::Days(2), "S23-R01"),
                (Category::SALES_PROCESS, Limit::Hours(24), "S23-R02"),
                (Category::SPARE_PARTS, Limit::Hours(24), "S23-R03"),
                (Category::TECHNICAL_CAPABILITY, Limit::Days(2), "S23-R04"),
                (Category::SERVICE_PROCESS, Limit::Hours(24), "S23-R05"),
                (Category::VEHICLE_DOCUMENTS, Limit::Days(2), "S23-R06"),
            ]),
            cutoff: Some(CUT_OFF),
            cutoff_meaning: CutoffMeaning::DayBoundary,
            hours_as: HoursReading::Days,
            count: LimitCount::CalendarDays,
            start: Anchor::RECEIVED,
            first_day: FirstDay::DayZero,
            closed_start: ClosedStart::Keep,
            make_up_days: None,
            at_cutoff: Bound::Inclusive,
            rolled_end: RolledEnd::Cutoff,
            project_limit: ProjectLimit::ThreeMonths,
            project_start: ProjectStart::Received,
            forced_closure: ForcedClosureTest::ListAndNoSolution,
            scope: ClockScope::Case,
            several: SeveralCategories::Earliest,
            on_change: ChangeEffect::KeepStart,
            pauses: Vec::new(),
            extensions: Vec::new(),
            final_opinion: Role::LEADER_IN_CHARGE,
            forced_closure_approval: ForcedClosureApproval::By(Role::SENIOR_MANAGEMENT),
            closure_confirmed_by: None,
            documents: None,
        }
    }

    /// Sets the limit of a category in hours (A28).
    pub fn with_limit_hours(self, category: Category, hours: u32) -> Self {
        self.limit(category, Limit::Hours(hours))
    }

    /// Sets the limit of a category in days (A28).
    ///
    /// # Example: spare parts within three days
    ///
    /// ```
    /// # use redress::{profiles::{Nev, choice::NoticePeriod}, sample, triage::{Complaint, History, triage}};
    /// use redress::vocab::{Category, ClockName, Department};
    ///
    /// let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
    /// let nev = Nev::new(sample::calendar()?, owners, NoticePeriod::Days(7));
    /// let nev = nev.with_limit_days(Category::SPARE_PARTS, 3);
    /// let complaint =
    ///     Complaint::new("A-1".parse()?, "2026-03-02T09:00:00Z".parse()?).with_category(Category::SPARE_PARTS);
    /// let policy = nev.build()?;
    /// let due = triage(&policy, &complaint, &History::none())?.due(ClockName::CLOSURE).ok_or("no due date")?;
    /// assert_eq!(due.at().to_rfc3339(), "2026-03-05T15:30:00+00:00"); // three days later, 16:30 in Berlin
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_limit_days(self, category: Category, days: u32) -> Self {
        self.limit(category, Limit::Days(days))
    }

    /// Sets the cut-off. The default is 16:30 (S23-R09); with `None`, a limit ends with its day.
    ///
    /// # Example: without a cut-off
    ///
    /// ```
    /// # use redress::{profiles::{Nev, choice::NoticePeriod}, sample, triage::{Complaint, History, triage}};
    /// use redress::vocab::{Category, ClockName, Department};
    ///
    /// let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
    /// let nev = Nev::new(sample::calendar()?, owners, NoticePeriod::Days(7)).with_cutoff(None);
    /// let complaint =
    ///     Complaint::new("A-1".parse()?, "2026-03-02T09:00:00Z".parse()?).with_category(Category::SPARE_PARTS);
    /// let policy = nev.build()?;
    /// let due = triage(&policy, &complaint, &History::none())?.due(ClockName::CLOSURE).ok_or("no due date")?;
    /// assert_eq!(due.at().to_rfc3339(), "2026-03-03T23:00:00+00:00"); // the end of the next day in Berlin
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn with_cutoff(mut self, cutoff: Option<LocalTime>) -> Self {
        self.cutoff = cutoff;
        self
    }

    /// Sets what the cut-off does (A01).
    pub const fn with_cutoff_meaning(mut self, reading: CutoffMeaning) -> Self {
        self.cutoff_meaning = reading;
        self
    }

    /// Sets what `24 h` means (A02).
    pub const fn with_hours_as(mut self, reading: HoursReading) -> Self {
        self.hours_as = reading;
        self
    }

    /// Sets which days are counted (A03).
    pub const fn with_count(mut self, reading: LimitCount) -> Self {
        self.count = reading;
        self
    }

    /// Sets the event from which the closing limit runs (A04): received, registered, dispatched, or
    /// department-received.
    pub const fn with_start(mut self, event: Anchor) -> Self {
        self.start = event;
        self
    }

    /// Sets whether the day of receipt counts (A05).
    pub const fn with_first_day(mut self, reading: FirstDay) -> Self {
        self.first_day = reading;
        self
    }

    /// Sets how a receipt on a closed day counts (A06).
    pub const fn with_closed_start(mut self, reading: ClosedStart) -> Self {
        self.closed_start = reading;
        self
    }

    /// Sets whether make-up days count as working days (A07). By default the calendar decides.
    pub const fn with_make_up_days(mut self, reading: MakeUpDays) -> Self {
        self.make_up_days = Some(reading);
        self
    }

    /// Sets whether exactly 16:30:00 is in time, for receipt and closing (A08).
    pub const fn with_cutoff_bound(mut self, reading: Bound) -> Self {
        self.at_cutoff = reading;
        self
    }

    /// Sets what happens to a due date on a holiday (A09).
    pub const fn with_rolled_end(mut self, reading: RolledEnd) -> Self {
        self.rolled_end = reading;
        self
    }

    /// Sets after how long a complaint becomes a project (A10).
    pub const fn with_project_limit(mut self, reading: ProjectLimit) -> Self {
        self.project_limit = reading;
        self
    }

    /// Sets from when that time runs (A11).
    pub const fn with_project_start(mut self, reading: ProjectStart) -> Self {
        self.project_start = reading;
        self
    }

    /// Sets what a forced closure requires (A12).
    pub const fn with_forced_closure(mut self, reading: ForcedClosureTest) -> Self {
        self.forced_closure = reading;
        self
    }

    /// Sets whether several responsible departments share one clock (A43). If each has its own, it runs from when that
    /// department received the complaint.
    pub const fn with_scope(mut self, reading: ClockScope) -> Self {
        self.scope = reading;
        self
    }

    /// Sets which limit applies to a complaint in two categories (A44).
    pub const fn with_several_categories(mut self, reading: SeveralCategories) -> Self {
        self.several = reading;
        self
    }

    /// Sets from when the limit of a changed category counts (A45).
    pub const fn with_on_change(mut self, reading: ChangeEffect) -> Self {
        self.on_change = reading;
        self
    }

    /// Allows the closing clock to be paused for a reason. The procedure names none.
    pub fn with_pause(mut self, rule: PauseRule) -> Self {
        self.pauses.push(rule);
        self
    }

    /// Allows the closing clock to be extended for a reason. The procedure names none.
    pub fn with_extension(mut self, rule: ExtensionRule) -> Self {
        self.extensions.push(rule);
        self
    }

    /// Sets who signs a new edition of the procedure before cases move to it (S23-R20). By default nobody, because the
    /// source does not name the roles.
    pub const fn with_document_signers(mut self, signers: DocumentSigners) -> Self {
        self.documents = Some(signers);
        self
    }

    /// Sets who approves the final opinion on a complaint, in one step (A30). The source has lost the levels; the
    /// default is the leader in charge. For another chain, use [`approvals`](Self::approvals).
    pub const fn with_final_opinion(mut self, role: Role) -> Self {
        self.final_opinion = role;
        self
    }

    /// Sets who approves a forced closure (A41).
    pub const fn with_forced_closure_approval(mut self, reading: ForcedClosureApproval) -> Self {
        self.forced_closure_approval = reading;
        self
    }

    /// Sets who confirms the closing of a complaint (S23-R13). By default, whoever closes it.
    pub const fn with_closure_confirmer(mut self, role: Role) -> Self {
        self.closure_confirmed_by = Some(role);
        self
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`], such as a declared category without an owner, an undeclared word, or readings that
    /// contradict each other.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let closure = self.closure();
        let project = self.project();
        let report = self.notice_report();
        let (track, approvals) = (self.course(), self.decisions());
        let forced = ForcedClosure::new(self.forced_closure).with_citation("S23-R18");
        let mut house = self.house;
        if let Some(reading) = self.make_up_days {
            house.calendar = house.calendar.with_make_up_days(reading).map_err(PolicyFault::Calendar)?;
        }
        // Owners come in any order, and a category may stand beside its parent: the most exact one counts.
        let rows = self.owners.into_iter().map(|(category, department)| {
            Row::owner(rule_id(category), department)
                .with_cell(Cell::under(category))
                .with_citation("S23-R12")
        });
        let policy = house
            .policy("nev", track, approvals)
            .clock(closure)
            .clock(project)
            .forced_closure(forced)
            .form(classification_list())
            .form(forced_closure_list())
            .report(report);
        let intake = Row::new(word!(RuleId, "intake"), Act::Intake, Department::CUSTOMER_SERVICE);
        let routing =
            Routing::by([Input::CATEGORY]).with_row(intake.with_citation("S23-R12")).with_rows(rows);
        let policy = policy.routing(routing);
        policy.build()
    }

    /// The course: no transfer after the closing limit (S23-R15). A person confirms the closing (S23-R13), as on every
    /// course.
    fn course(&self) -> Track {
        let track = Track::new().with_no_transfer_when_unclosed();
        match self.closure_confirmed_by {
            Some(role) => track.with_permit(Action::Close, role),
            None => track,
        }
    }

    fn decisions(&self) -> ApprovalTable {
        let approve = |by| Step::new(word!(RuleId, "approve"), ApprovalAct::Approve, Signers::one(by));
        let opinion = Chain::new(word!(RuleId, "s23-r14"), DecisionKind::Remedy)
            .with_step(approve(self.final_opinion))
            .with_citation("S23-R14");
        let edition = self.documents.map(|by| {
            let step = |id, act, role| Step::new(id, act, Signers::one(role));
            Chain::new(word!(RuleId, "s23-r20"), DecisionKind::PolicyChange)
                .with_step(step(word!(RuleId, "prepare"), ApprovalAct::Prepare, by.prepared))
                .with_step(step(word!(RuleId, "recheck"), ApprovalAct::Recheck, by.rechecked))
                .with_step(step(word!(RuleId, "review"), ApprovalAct::Review, by.reviewed))
                .with_step(step(word!(RuleId, "issue"), ApprovalAct::SignIssue, by.issued))
                .with_citation("S23-R20")
        });
        let table =
            edition.into_iter().fold(ApprovalTable::new().with_chain(opinion), ApprovalTable::with_chain);
        match self.forced_closure_approval {
            ForcedClosureApproval::By(role) => table.with_chain(
                Chain::new(word!(RuleId, "s23-r18"), DecisionKind::ForcedClosure)
                    .with_step(approve(role))
                    .with_citation("S23-R18"),
            ),
            ForcedClosureApproval::NotNeeded => table,
        }
    }

    fn limit(mut self, category: Category, limit: Limit) -> Self {
        match self.limits.iter_mut().find(|(known, ..)| *known == category) {
            Some((_, given, _)) => *given = limit,
            None => self.limits.push((category, limit, "")),
        }
        self
    }

    /// The list of complaints that are not closed (S23-R16), circulated regularly to the departments that own
    /// complaints. A single complaint has no limit for it: it appears on the first list after its due date.
    fn notice_report(&self) -> ReportRule {
        let cadence = match self.notice {
            NoticePeriod::Days(days) => Cadence::Days(days),
            NoticePeriod::Weeks(weeks) => Cadence::Weeks(weeks),
            NoticePeriod::Months(months) => Cadence::Months(months),
            NoticePeriod::NotSet => Cadence::NotSet(NOTICE_PERIOD.into()),
        };
        let owners: BTreeSet<Department> = self.owners.iter().map(|(_, department)| *department).collect();
        let report = ReportRule::new(Report::UNCLOSED_NOTICE, cadence).with_citation("S23-R16");
        owners.into_iter().fold(report, ReportRule::with_department)
    }
}

/// The value that the procedure leaves open.
const NOTICE_PERIOD: &str = "the period of the unclosed notice (A38)";

/// How sample complaints are classified: numbered texts. The source has lost their categories (S23-R21, A29).
fn classification_list() -> Form {
    Form::new(Record::CLASSIFICATION_LIST)
        .with_fields([FormField::LIST_NUMBER, FormField::LIST_TEXT])
        .with_optional([FormField::CATEGORY])
        .with_department(Department::CUSTOMER_SERVICE)
        .with_citation("S23-R21")
}

/// What may be closed without a solution, by letters; the source has kept the first (S23-R19).
fn forced_closure_list() -> Form {
    Form::new(Record::FORCED_CLOSURE_LIST)
        .with_fields([FormField::LIST_LETTER, FormField::LIST_TEXT])
        .with_department(Department::COMPANY)
        .with_citation("S23-R19")
}

/// Returns the name of a category's row or target: its code.
fn rule_id(category: Category) -> RuleId {
    let code: Code = category.into();
    RuleId::from_code(code)
}
