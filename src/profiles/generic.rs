//! S06, S30 and S32: complaints at any business that serves consumers.

use crate::approval::ApprovalTable;
use crate::calendar::Calendar;
use crate::deadline::rule::Hardness;
use crate::deadline::{Clock, Deadline};
use crate::policy::condition::{Recurrence, RecurrenceKey};
use crate::policy::record::{Cadence, Form, ReportRule};
use crate::policy::routing::{Cell, Row};
use crate::policy::severity::MarkRule;
use crate::policy::track::FollowUpRule;
use crate::policy::{ClockRule, Condition, Policy, PolicyFaults, Routing, SeverityRules, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::FollowUp;
use crate::vocab::organisation::{Record, Report};
use crate::vocab::{Act, Anchor, ClockName, Department, Fact, FormField, Input, Mark, Role, RuleId};
use crate::word;

/// The intake, transfer and reply of any business that serves consumers (S06), with the analysis of S30 and the
/// follow-up of S32.
///
/// The complainant is told soon that the complaint arrived, and gets a reply when it was investigated: two events, each
/// with a clock of its own (K10). Nature and severity decide who gets the complaint. The root and the responsible party
/// are found before anything is proposed (S06-R08), and the case is closed when the customer is satisfied (S32-R13). A
/// problem that keeps coming back requires a long-term measure; its severity stays the same (S06-R13). There are no
/// approvals.
///
/// The rules for severity and the table of owners are arguments (S06-R05). The source says "soon" without a number: the
/// limit is a choice, and missing it is not a breach.
///
/// # Example: the third time
///
/// ```
/// use redress::policy::{Routing, SeverityRules};
/// use redress::policy::routing::Row;
/// use redress::profiles::ConsumerBusiness;
/// use redress::triage::{Complaint, History, PastCase, triage};
/// use redress::vocab::{Cause, Department, Mark, RuleId, Severity};
/// use redress::word;
///
/// # let calendar = redress::sample::calendar()?;
/// let severity = SeverityRules::new([Severity::General]).with_otherwise(Severity::General);
/// let owners = Routing::by([]).with_row(Row::owner(word!(RuleId, "all"), Department::CUSTOMER_SERVICE));
/// let policy = ConsumerBusiness::new(calendar, severity, owners).build()?;
///
/// let about = |id: &str, received: &str| -> Result<_, Box<dyn std::error::Error>> {
///     Ok(Complaint::new(id.parse()?, received.parse()?).with_cause(Cause::SERVICE_ATTITUDE))
/// };
/// let before = [about("C-1", "2026-02-03T09:00:00+08:00")?, about("C-2", "2026-02-18T16:00:00+08:00")?];
/// let third = about("C-3", "2026-03-11T10:00:00+08:00")?;
/// let triage = triage(&policy, &third, &History::of(before.iter().map(PastCase::of))?)?;
/// assert!(triage.is_marked(Mark::LONG_TERM_MEASURE_DUE));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct ConsumerBusiness {
    house: House,
    severity: SeverityRules,
    owners: Routing,
    acknowledgement: ResponseLimit,
    reply: ResponseLimit,
    recurring: u32,
    register: Register,
}

/// What "as soon as possible" means. The procedure has no number.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a target, or that nobody has set it")]
pub enum ResponseLimit {
    /// By this deadline. It is a target, so that missing it is not a breach.
    Within(Deadline),
    /// No limit is set: the clock is undetermined.
    NotSet,
}

/// The fields of the register. The time of receipt is always recorded.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the registers of S06, S30 and S32")]
pub enum Register {
    /// The complainant and what was said: the fields that S06 and S30 agree on (S30-R02).
    #[default]
    Contact,
    /// Also what was bought (S06-R03).
    Purchase,
    /// Where it happened, and what was said (S32-R06).
    Place,
}

in_house!(ConsumerBusiness);

impl ConsumerBusiness {
    /// Makes the procedure in its default readings, with the rules for severity and the table of owners.
    pub fn new(calendar: Calendar, severity: SeverityRules, owners: Routing) -> Self {
        Self {
            house: House::new(calendar, "S06-S30-S32"),
            severity,
            owners,
            acknowledgement: ResponseLimit::NotSet,
            reply: ResponseLimit::NotSet,
            recurring: 3,
            register: Register::Contact,
        }
    }

    /// Sets how soon after its receipt a complaint is acknowledged. Not set by default.
    pub fn with_acknowledgement(mut self, soon: ResponseLimit) -> Self {
        self.acknowledgement = soon;
        self
    }

    /// Sets how soon a complaint is answered after its cause was found. Not set by default.
    pub fn with_reply(mut self, soon: ResponseLimit) -> Self {
        self.reply = soon;
        self
    }

    /// Sets how many complaints with the same cause make a problem recurring (A14). The default is 3.
    pub const fn with_recurring(mut self, several: u32) -> Self {
        self.recurring = several;
        self
    }

    /// Sets the fields of the register.
    pub const fn with_register(mut self, register: Register) -> Self {
        self.register = register;
        self
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), for example of a given rule, row or deadline, an undeclared
    /// word, or a problem that recurs with its first complaint.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        // The new complaint counts as one of them, so that one less must have come before.
        let again =
            Condition::repeats(Recurrence::new([RecurrenceKey::CAUSE], self.recurring.saturating_sub(1)));
        let again = MarkRule::new(word!(RuleId, "s06-r13"), Mark::LONG_TERM_MEASURE_DUE, again);
        let support = Condition::has(Fact::ANALYSIS_NEEDS_SUPPORT);
        let support = MarkRule::new(word!(RuleId, "s30-r04"), Mark::SUPPORT_NEEDED, support);
        self.house
            .policy("generic", course(self.register), ApprovalTable::new())
            .severity(self.severity)
            .mark(again.with_citation("S06-R13"))
            .mark(support.with_citation("S30-R04"))
            .routing(routing(&self.owners))
            .clock(acknowledgement(self.acknowledgement))
            .clock(reply(self.reply))
            .form(form(self.register))
            .report(
                ReportRule::new(Report::PATTERN_SORT, Cadence::OnRequest)
                    .with_department(Department::COMPANY)
                    .with_citation("S30-R03"),
            )
            .build()
    }
}

/// The register (S06-R03, S30-R02, S32-R06), root and responsible party (S06-R08), satisfaction (S32-R13).
fn course(register: Register) -> Track {
    let fields: &[FormField] = match register {
        Register::Contact => &[FormField::COMPLAINANT, FormField::NARRATIVE],
        Register::Purchase => &[FormField::COMPLAINANT, FormField::PRODUCT, FormField::NARRATIVE],
        Register::Place => &[FormField::REGION, FormField::NARRATIVE],
    };
    Track::new()
        .with_required(fields.iter().copied())
        .with_fault_before_proposal()
        .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1).with_satisfaction())
}

/// The register with all its fields. A case must have those of [`course`] (S06-R03, S30-R02, S32-R06).
fn form(register: Register) -> Form {
    let form = Form::new(Record::COMPLAINT_REGISTER).with_role(Role::HANDLER);
    let contact = [FormField::COMPLAINANT, FormField::CONTACT, FormField::TIME, FormField::NARRATIVE];
    match register {
        Register::Contact => form.with_fields(contact).with_citation("S06-R03 S30-R02"),
        Register::Purchase => {
            form.with_fields(contact).with_fields([FormField::PURCHASE_RECORD]).with_citation("S06-R03")
        }
        Register::Place => form
            .with_fields([
                FormField::TIME,
                FormField::REGION,
                FormField::HANDLING_PERSON,
                FormField::NARRATIVE,
            ])
            .with_citation("S32-R06"),
    }
}

/// The complaint arrived and is being worked on (S06-R02, S30-R06). A machine may send this message.
fn acknowledgement(within: ResponseLimit) -> ClockRule {
    let clock = Clock::new(ClockName::ACKNOWLEDGEMENT, Anchor::RECEIVED);
    promptly(clock, within, "the time until the acknowledgement")
        .with_automatic_messages()
        .with_citation("S06-R02 S30-R06")
}

/// A prompt reply after verification (S32-R08).
fn reply(within: ResponseLimit) -> ClockRule {
    let clock = Clock::new(ClockName::RESPONSE, Anchor::CAUSE_FOUND);
    promptly(clock, within, "the time from the verification to the reply").with_citation("S32-R08")
}

fn promptly(clock: Clock, within: ResponseLimit, parameter: &'static str) -> ClockRule {
    let clock = clock.with_hardness(Hardness::Soft);
    match within {
        ResponseLimit::Within(deadline) => ClockRule::new(clock, deadline),
        ResponseLimit::NotSet => ClockRule::not_set(clock, parameter),
    }
}

/// The organisation's table (S06-R05), and the departments that help with an analysis (S30-R04).
fn routing(owners: &Routing) -> Routing {
    let marks = (!owners.inputs().contains(&Input::MARK)).then_some(Input::MARK);
    let rows = owners.rows().iter().cloned().map(|row| match row.act() {
        Act::Owner if row.citation().is_empty() => row.with_citation("S06-R05"),
        Act::Intake | Act::Owner | Act::Responsible | Act::Containment | Act::Support | Act::Copy => row,
    });
    let helps = [
        (word!(RuleId, "rt26-customer-service"), Department::CUSTOMER_SERVICE),
        (word!(RuleId, "rt26-rnd"), Department::RND),
        (word!(RuleId, "rt26-sales"), Department::SALES),
    ];
    let helps = helps.into_iter().map(|(id, department)| {
        Row::new(id, Act::Support, department)
            .with_cell(Cell::is(Mark::SUPPORT_NEEDED))
            .with_citation("S30-R04")
    });
    let table = Routing::by(owners.inputs().iter().copied().chain(marks))
        .with_gaps(owners.gaps())
        .with_rows(rows)
        .with_rows(helps);
    Act::ALL.iter().fold(table, |table, &act| table.with_hit_policy(act, owners.hit_policy(act)))
}
