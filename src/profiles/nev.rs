//! S23: closed-loop handling at a maker of new-energy vehicles.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::approval::{ApprovalTable, Chain, Signers, Step};
use crate::calendar::{Calendar, LocalTime, MakeUpDays, Span};
use crate::deadline::{
    Bound, Clock, ClosedStart, Cutoff, End, ExtensionRule, FirstDay, LateReceipt, OnChange, PauseRule, Roll,
    Term,
};
use crate::policy::{
    Cadence, Cell, ClockRule, ForcedClosure, ForcedClosureTest, Form, Part, Policy, PolicyFault,
    PolicyFaults, ReportRule, Routing, Row, Scope, SeveralCategories, Target, Track,
};
use crate::profiles::house::{House, in_house};
use crate::vocab::{
    Action, Anchor, ApprovalAct, Category, ClockName, Code, DecisionKind, Department, FormField, Input,
    Record, Report, Role, RuleId,
};
use crate::word;

/// The closed-loop measures of a maker of new-energy vehicles with dealers (S23).
///
/// Six categories carry a closure limit of 24 hours or 2 days with a cut-off at 16:30, rolled past holidays.
/// A complaint that is not closed by then is unclosed and is passed on no more; after more than three months
/// it becomes a project. One that the company lists and has no solution for is closed by force.
///
/// The procedure does not say which department deals with which category, nor how often the list of
/// unclosed complaints is passed round: both are arguments. What it says ambiguously is an option, its
/// default first in the option's type.
///
/// The final opinion is approved in one act (S23-R14, A30), and so is a forced closure, at company level (A41).
///
/// # Example: the default, and another reading
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::profiles::{HoursAs, Nev, NoticePeriod};
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
/// let elapsed = nev.hours_as(HoursAs::Elapsed).build()?;
/// let due = triage(&elapsed, &complaint, &History::none())?.due(ClockName::CLOSURE).ok_or("due")?;
/// assert_eq!(due.at().to_rfc3339(), "2025-03-12T02:00:00+00:00"); // 24 hours later
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is no policy until it is built"]
pub struct Nev {
    house: House,
    owners: Vec<(Category, Department)>,
    notice: NoticePeriod,
    limits: Vec<(Category, Limit, &'static str)>,
    cutoff: Option<LocalTime>,
    cutoff_meaning: CutoffMeaning,
    hours_as: HoursAs,
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
    scope: Scope,
    several: SeveralCategories,
    on_change: OnChange,
    pauses: Vec<PauseRule>,
    extensions: Vec<ExtensionRule>,
    final_opinion: Role,
    forced_closure_approval: ForcedClosureApproval,
    closure_confirmed_by: Option<Role>,
    documents: Option<DocumentSigners>,
}

/// Who signs a new edition of the procedure (S23-R20), four different people.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "the four signatures of the document")]
pub struct DocumentSigners {
    /// Who prepares it.
    pub prepared: Role,
    /// Who rechecks it.
    pub rechecked: Role,
    /// Who reviews it.
    pub reviewed: Role,
    /// Who signs and issues it.
    pub issued: Role,
}

/// A closure limit as the procedure writes it: `24 h` or `2 days`.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
enum Limit {
    Hours(u32),
    Days(u32),
}

/// What the cut-off does (A01).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A01")]
pub enum CutoffMeaning {
    /// A later receipt counts for the next day, and closing is due by it.
    #[default]
    DayBoundary,
    /// Closing is due by it; the time of receipt does not matter.
    DueOnly,
    /// A later receipt counts for the next day; closing is due by the end of the day.
    ReceiptOnly,
}

/// What `24 h` means (A02).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A02")]
pub enum HoursAs {
    /// One day, for limits are counted in days.
    #[default]
    Days,
    /// 24 hours of real time.
    Elapsed,
}

/// Which days are counted (A03).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A03")]
pub enum LimitCount {
    /// All; only a due date on a holiday moves.
    #[default]
    CalendarDays,
    /// Working days.
    WorkingDays,
}

/// What happens to a due date on a holiday (A09).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A09, and no roll")]
pub enum RolledEnd {
    /// It moves to the first working day, at the cut-off.
    #[default]
    Cutoff,
    /// It moves to the first working day, at opening.
    Opening,
    /// It moves to the first working day, at the time of day of the receipt; for elapsed hours, at the time
    /// of day at which they end.
    SameTime,
    /// It stays.
    NoRoll,
}

/// How long an open complaint may stay one before it becomes a project (A10): always strictly more.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A10")]
pub enum ProjectLimit {
    /// Three months, to the end of that day; the last day of a shorter month.
    #[default]
    ThreeMonths,
    /// Ninety days, to the end of that day.
    NinetyDays,
}

/// From when those months run (A11).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A11")]
pub enum ProjectStart {
    /// From the receipt.
    #[default]
    Received,
    /// From the due date of the closure.
    DueDate,
    /// From the dispatch.
    Dispatched,
}

/// How often the list of unclosed complaints is passed round (A38): the procedure says "regularly".
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a period, or that nobody has set it")]
pub enum NoticePeriod {
    /// Every so many days.
    Days(u32),
    /// Every so many weeks.
    Weeks(u32),
    /// Every so many months.
    Months(u32),
    /// Nobody has said: the clock is undetermined.
    NotSet,
}

/// Who approves that a complaint is closed by force (A41).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the readings of A41")]
pub enum ForcedClosureApproval {
    /// One holder of a role, in one act: the company's senior management unless given.
    By(Role),
    /// Nobody.
    NotNeeded,
}

const CUT_OFF: LocalTime = LocalTime::from_static("16:30");

in_house!(Nev);

impl Nev {
    /// The procedure in its default readings, over a calendar, with the owner of each category and the
    /// period of the notice.
    ///
    /// Categories beyond the six (or children of them) may have an owner too; they have no limit, and their
    /// closure clock says so.
    pub fn new(
        calendar: Calendar,
        owners: impl IntoIterator<Item = (Category, Department)>,
        notice: NoticePeriod,
    ) -> Self {
        Self {
            house: House::new(calendar, "S23"),
            owners: owners.into_iter().collect(),
            notice,
            // A28: the table was flattened; categories and limits pair by position, six and six.
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
            hours_as: HoursAs::Days,
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
            scope: Scope::Case,
            several: SeveralCategories::Earliest,
            on_change: OnChange::KeepStart,
            pauses: Vec::new(),
            extensions: Vec::new(),
            final_opinion: Role::LEADER_IN_CHARGE,
            forced_closure_approval: ForcedClosureApproval::By(Role::SENIOR_MANAGEMENT),
            closure_confirmed_by: None,
            documents: None,
        }
    }

    /// Gives a category a limit of so many hours (A28), in place of the one it has.
    pub fn limit_hours(self, category: Category, hours: u32) -> Self {
        self.limit(category, Limit::Hours(hours))
    }

    /// Gives a category a limit of so many days (A28), in place of the one it has.
    pub fn limit_days(self, category: Category, days: u32) -> Self {
        self.limit(category, Limit::Days(days))
    }

    /// Sets the cut-off; without one a limit ends with its day. 16:30 unless given (S23-R09).
    pub const fn cutoff(mut self, cutoff: Option<LocalTime>) -> Self {
        self.cutoff = cutoff;
        self
    }

    /// A01: what the cut-off does.
    pub const fn cutoff_meaning(mut self, reading: CutoffMeaning) -> Self {
        self.cutoff_meaning = reading;
        self
    }

    /// A02: what `24 h` means.
    pub const fn hours_as(mut self, reading: HoursAs) -> Self {
        self.hours_as = reading;
        self
    }

    /// A03: which days are counted.
    pub const fn count(mut self, reading: LimitCount) -> Self {
        self.count = reading;
        self
    }

    /// A04: from which event the closure runs: received, registered, dispatched or department-received.
    pub const fn start(mut self, event: Anchor) -> Self {
        self.start = event;
        self
    }

    /// A05: whether the day of the receipt counts.
    pub const fn first_day(mut self, reading: FirstDay) -> Self {
        self.first_day = reading;
        self
    }

    /// A06: what a receipt on a day without work counts as.
    pub const fn closed_start(mut self, reading: ClosedStart) -> Self {
        self.closed_start = reading;
        self
    }

    /// A07: whether make-up days count as working days; as the calendar has it unless given.
    pub const fn make_up_days(mut self, reading: MakeUpDays) -> Self {
        self.make_up_days = Some(reading);
        self
    }

    /// A08: whether exactly 16:30:00 is in time, for receipt and closure alike.
    pub const fn at_cutoff(mut self, reading: Bound) -> Self {
        self.at_cutoff = reading;
        self
    }

    /// A09: what happens to a due date on a holiday.
    pub const fn rolled_end(mut self, reading: RolledEnd) -> Self {
        self.rolled_end = reading;
        self
    }

    /// A10: after how long a complaint becomes a project.
    pub const fn project_limit(mut self, reading: ProjectLimit) -> Self {
        self.project_limit = reading;
        self
    }

    /// A11: from when that runs.
    pub const fn project_start(mut self, reading: ProjectStart) -> Self {
        self.project_start = reading;
        self
    }

    /// A12: what a forced closure asks.
    pub const fn forced_closure(mut self, reading: ForcedClosureTest) -> Self {
        self.forced_closure = reading;
        self
    }

    /// A43: whether several responsible departments share one clock. With one for each, it runs from when
    /// that department received the complaint.
    pub const fn scope(mut self, reading: Scope) -> Self {
        self.scope = reading;
        self
    }

    /// A44: which limit counts for a complaint in two categories.
    pub const fn several_categories(mut self, reading: SeveralCategories) -> Self {
        self.several = reading;
        self
    }

    /// A45: from when the limit of a changed category counts.
    pub const fn on_change(mut self, reading: OnChange) -> Self {
        self.on_change = reading;
        self
    }

    /// Lets the closure clock stand still for a reason. The procedure names none.
    pub fn pause(mut self, rule: PauseRule) -> Self {
        self.pauses.push(rule);
        self
    }

    /// Lets the closure clock be extended for a reason. The procedure names none.
    pub fn extension(mut self, rule: ExtensionRule) -> Self {
        self.extensions.push(rule);
        self
    }

    /// S23-R20: who signs a new edition of the procedure before cases go over to it; nobody unless given, for the
    /// roles are not said.
    pub const fn documents_signed_by(mut self, signers: DocumentSigners) -> Self {
        self.documents = Some(signers);
        self
    }

    /// A30: who approves the final opinion on a complaint, in one act. The levels are lost from the source; the leader
    /// in charge unless given, and any other chain by [`approvals`](Self::approvals).
    pub const fn final_opinion_by(mut self, role: Role) -> Self {
        self.final_opinion = role;
        self
    }

    /// A41: who approves that a complaint is closed by force.
    pub const fn forced_closure_approval(mut self, reading: ForcedClosureApproval) -> Self {
        self.forced_closure_approval = reading;
        self
    }

    /// Who confirms that a complaint is closed (S23-R13); whoever closes it unless given.
    pub const fn closure_confirmed_by(mut self, role: Role) -> Self {
        self.closure_confirmed_by = Some(role);
        self
    }

    /// Proves the procedure in the chosen readings.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`]: an owner missing for a declared category, an undeclared word, a reading that
    /// contradicts another.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let closure = self.closure();
        let project = self.project();
        let notice = self.notice();
        let report = self.notice_report();
        let (track, approvals) = (self.course(), self.decisions());
        let forced = ForcedClosure::new(self.forced_closure).citing("S23-R18");
        let mut house = self.house;
        if let Some(reading) = self.make_up_days {
            house.calendar = house.calendar.with_make_up_days(reading).map_err(PolicyFault::Calendar)?;
        }
        // Owners come in any order, a category beside its parent: the nearest counts, not the first.
        let rows = self.owners.into_iter().map(|(category, department)| {
            Row::owner(rule_id(category), department).when(Cell::under(category)).citing("S23-R12")
        });
        let policy = house
            .policy("nev", track, approvals)
            .clock(closure)
            .clock(project)
            .clock(notice)
            .forced_closure(forced)
            .form(classification_list())
            .form(forced_closure_list())
            .report(report);
        let policy = policy.routing(Routing::by([Input::Category]).with_rows(rows));
        policy.build()
    }

    /// An unclosed complaint is passed on no more (S23-R15). That it is closed is confirmed by an act of its own
    /// (S23-R13), as on every course.
    fn course(&self) -> Track {
        let track = Track::new().without_transfer_when_unclosed();
        match self.closure_confirmed_by {
            Some(role) => track.permitting(Action::Close, role),
            None => track,
        }
    }

    fn decisions(&self) -> ApprovalTable {
        let approve = |by| Step::new(word!(RuleId, "approve"), ApprovalAct::Approve, Signers::one(by));
        let opinion = Chain::new(word!(RuleId, "s23-r14"), DecisionKind::Remedy)
            .step(approve(self.final_opinion))
            .citing("S23-R14");
        let edition = self.documents.map(|by| {
            let step = |id, act, role| Step::new(id, act, Signers::one(role));
            Chain::new(word!(RuleId, "s23-r20"), DecisionKind::PolicyChange)
                .step(step(word!(RuleId, "prepare"), ApprovalAct::Prepare, by.prepared))
                .step(step(word!(RuleId, "recheck"), ApprovalAct::Recheck, by.rechecked))
                .step(step(word!(RuleId, "review"), ApprovalAct::Review, by.reviewed))
                .step(step(word!(RuleId, "issue"), ApprovalAct::SignIssue, by.issued))
                .citing("S23-R20")
        });
        let table = edition.into_iter().fold(ApprovalTable::none().chain(opinion), ApprovalTable::chain);
        match self.forced_closure_approval {
            ForcedClosureApproval::By(role) => table.chain(
                Chain::new(word!(RuleId, "s23-r18"), DecisionKind::ForcedClosure)
                    .step(approve(role))
                    .citing("S23-R18"),
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

    /// S23-R01…R11: the closure limit of each category.
    fn closure(&self) -> ClockRule {
        let start = match self.scope {
            Scope::Case => self.start,
            Scope::Department => Anchor::DEPARTMENT_RECEIVED,
        };
        let clock = Clock::new(ClockName::CLOSURE, start).with_on_change(self.on_change);
        let clock = self.pauses.iter().fold(clock, |clock, &rule| clock.with_pause(rule));
        let clock = self.extensions.iter().fold(clock, |clock, &rule| clock.with_extension(rule));
        let targets = self.limits.iter().map(|&(category, limit, citation)| {
            Target::new(rule_id(category), category, self.term(limit)).citing(citation)
        });
        ClockRule::by_target(clock, targets)
            .with_scope(self.scope)
            .with_several(self.several)
            .with_part(Part::Closure)
            .citing("S23-R07 S23-R08 S23-R09 S23-R10 S23-R11")
    }

    /// Catalogue §6.4, step by step.
    fn term(&self, limit: Limit) -> Term {
        let days = match (limit, self.hours_as) {
            (Limit::Hours(hours), HoursAs::Elapsed) => {
                let at_cutoff =
                    self.cutoff.map_or(End::END_OF_DAY, |at| End::at(at).with_bound(self.at_cutoff));
                return Term::elapsed(Span::hours(hours))
                    .with_end(End::SAME_TIME.with_bound(self.at_cutoff))
                    .with_roll(self.roll(at_cutoff));
            }
            // S23-R08: limits are counted in days.
            (Limit::Hours(hours), HoursAs::Days) => hours.div_ceil(24),
            (Limit::Days(days), _) => days,
        };
        let term = match self.count {
            LimitCount::CalendarDays => Term::calendar_days(days),
            LimitCount::WorkingDays => Term::working_days(days),
        };
        let term = term
            .with_first_day(self.first_day)
            .with_closed_start(self.closed_start)
            .with_end(self.end())
            .with_roll(self.roll(self.end()));
        match (self.cutoff, self.cutoff_meaning) {
            (Some(at), CutoffMeaning::DayBoundary | CutoffMeaning::ReceiptOnly) => {
                term.with_cutoff(Cutoff::daily(at, LateReceipt::NextCalendarDay).with_bound(self.at_cutoff))
            }
            _ => term,
        }
    }

    fn end(&self) -> End {
        match (self.cutoff, self.cutoff_meaning) {
            (Some(at), CutoffMeaning::DayBoundary | CutoffMeaning::DueOnly) => {
                End::at(at).with_bound(self.at_cutoff)
            }
            _ => End::END_OF_DAY,
        }
    }

    /// S23-R10: a due date in a holiday period moves to the first working day after it, to the same cut-off.
    fn roll(&self, at_cutoff: End) -> Roll {
        match self.rolled_end {
            RolledEnd::Cutoff => Roll::FOLLOWING.with_end(at_cutoff),
            RolledEnd::Opening => Roll::FOLLOWING.with_end(End::OPENING.with_bound(self.at_cutoff)),
            RolledEnd::SameTime => Roll::FOLLOWING.with_end(End::SAME_TIME.with_bound(self.at_cutoff)),
            RolledEnd::NoRoll => Roll::NONE,
        }
    }

    /// S23-R17: unclosed for more than three months, it is reported to the company and becomes a project.
    fn project(&self) -> ClockRule {
        let term = match self.project_limit {
            ProjectLimit::ThreeMonths => Term::months(3),
            ProjectLimit::NinetyDays => Term::calendar_days(90),
        };
        let event = match self.project_start {
            ProjectStart::Received | ProjectStart::DueDate => Anchor::RECEIVED,
            ProjectStart::Dispatched => Anchor::DISPATCHED,
        };
        let rule = ClockRule::new(Clock::new(ClockName::PROJECT, event), term.with_end(End::END_OF_DAY))
            .with_part(Part::Project)
            .citing("S23-R17");
        match self.project_start {
            ProjectStart::DueDate => rule.starting_when_due(ClockName::CLOSURE),
            ProjectStart::Received | ProjectStart::Dispatched => rule,
        }
    }

    /// S23-R16: the list of unclosed complaints is passed round regularly.
    fn notice(&self) -> ClockRule {
        let clock = Clock::new(ClockName::UNCLOSED_NOTICE, Anchor::RECEIVED);
        let every = |term: Term| {
            ClockRule::new(clock.clone(), term.with_end(End::END_OF_DAY))
                .starting_when_due(ClockName::CLOSURE)
        };
        let rule = match self.notice {
            NoticePeriod::Days(days) => every(Term::calendar_days(days)),
            NoticePeriod::Weeks(weeks) => every(Term::weeks(weeks)),
            NoticePeriod::Months(months) => every(Term::months(months)),
            NoticePeriod::NotSet => ClockRule::not_set(clock, NOTICE_PERIOD),
        };
        rule.citing("S23-R16")
    }

    /// The same as a report to the departments that own complaints.
    fn notice_report(&self) -> ReportRule {
        let cadence = match self.notice {
            NoticePeriod::Days(days) => Cadence::Days(days),
            NoticePeriod::Weeks(weeks) => Cadence::Weeks(weeks),
            NoticePeriod::Months(months) => Cadence::Months(months),
            NoticePeriod::NotSet => Cadence::NotSet(NOTICE_PERIOD.into()),
        };
        let owners: BTreeSet<Department> = self.owners.iter().map(|(_, department)| *department).collect();
        let report = ReportRule::new(Report::UNCLOSED_NOTICE, cadence).citing("S23-R16");
        owners.into_iter().fold(report, ReportRule::for_department)
    }
}

/// The number that the procedure leaves open.
const NOTICE_PERIOD: &str = "the period of the unclosed notice (A38)";

/// How complaints are classified by samples: numbered texts, whose categories the procedure has lost (S23-R21, A29).
fn classification_list() -> Form {
    Form::new(Record::CLASSIFICATION_LIST)
        .asking([FormField::LIST_NUMBER, FormField::LIST_TEXT])
        .optionally([FormField::CATEGORY])
        .by_department(Department::CUSTOMER_SERVICE)
        .citing("S23-R21")
}

/// What may be closed without a solution, by letters of which the procedure keeps the first (S23-R19).
fn forced_closure_list() -> Form {
    Form::new(Record::FORCED_CLOSURE_LIST)
        .asking([FormField::LIST_LETTER, FormField::LIST_TEXT])
        .citing("S23-R19")
}

/// The row or target of a category goes by its code.
fn rule_id(category: Category) -> RuleId {
    let code: Code = category.into();
    RuleId::from_code(code)
}
