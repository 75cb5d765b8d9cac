//! S05 and S28: complaints at a bank.

use crate::approval::ApprovalTable;
use crate::calendar::Calendar;
use crate::policy::record::{Cadence, ReportRule};
use crate::policy::severity::MarkRule;
use crate::policy::track::{ApologyRule, FollowUpRule};
use crate::policy::{Condition, Policy, PolicyBuilder, PolicyFaults, Routing, Track};
use crate::profiles::house::{House, in_house};
use crate::vocab::course::FollowUp;
use crate::vocab::organisation::Report;
use crate::vocab::{Cause, Mark, RuleId};
use crate::word;

/// The handling of complaints at a bank (S05), with the causes for which customers of a credit union leave (S28).
///
/// Five steps: listen; apologise, whoever is at fault; ask until the root of the problem is known; offer a solution
/// that fits; follow up until the customer is satisfied. There are no approvals, no limits and no severity.
///
/// A complaint with a cause for which customers leave gets a mark as a warning. If the customer lacks a condition, the
/// procedure or an explanation, nothing has to be corrected; the complaint gets a mark that an explanation is owed.
///
/// The table of owners is an argument: the source says only that departments which pass a complaint back and forth lose
/// the customer (S28-R16). How often staff are trained is an argument too, because the source says "regularly"
/// (S05-R22).
///
/// # Example: a condition of the loan is not met
///
/// ```
/// use redress::policy::Routing;
/// use redress::policy::record::Cadence;
/// use redress::policy::routing::Row;
/// use redress::profiles::Bank;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Cause, Department, Mark, RuleId};
/// use redress::word;
///
/// # let calendar = redress::sample::calendar()?;
/// let owners = Routing::by([]).with_row(Row::owner(word!(RuleId, "branch"), Department::BUSINESS));
/// let policy = Bank::new(calendar, owners, Cadence::HALF_YEAR).build()?;
/// let complaint = Complaint::new("B-1".parse()?, "2026-03-11T10:00:00+08:00".parse()?)
///     .with_cause(Cause::CUSTOMER_SIDE_CONDITIONS_NOT_MET);
///
/// let triage = triage(&policy, &complaint, &History::none())?;
/// assert!(triage.is_marked(Mark::EXPLANATION_OWED) && !triage.is_marked(Mark::CHURN_CAUSE));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a profile is not a policy until you call `build`"]
pub struct Bank {
    house: House,
    owners: Routing,
    training: Cadence,
    apology: ApologyRule,
}

in_house!(Bank);

impl Bank {
    /// Makes the procedure with the bank's table of owners, and how often staff training is planned (A38).
    pub fn new(calendar: Calendar, owners: Routing, training: Cadence) -> Self {
        Self { house: House::new(calendar, "S05-S28"), owners, training, apology: ApologyRule::Always }
    }

    /// Sets when an apology is owed (K01). By default always (S05-R18).
    pub const fn with_apology(mut self, rule: ApologyRule) -> Self {
        self.apology = rule;
        self
    }

    /// Checks the procedure and returns its policy.
    ///
    /// # Errors
    ///
    /// Every [`PolicyFault`](crate::policy::PolicyFault), for example of a given row, an undeclared word, or a period
    /// of 0.
    pub fn build(self) -> Result<Policy, PolicyFaults> {
        let policy = self.house.policy("bank", course(self.apology), ApprovalTable::new());
        let training = ReportRule::new(Report::TRAINING_PLAN, self.training).with_citation("S05-R22");
        let policy = policy.routing(self.owners).report(training);
        marks().into_iter().fold(policy, PolicyBuilder::mark).build()
    }
}

/// An apology before the solution (S05-R18), and a question about satisfaction after it (S05-R21).
fn course(apology: ApologyRule) -> Track {
    Track::new()
        .with_apology(apology)
        .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1).with_satisfaction())
}

/// Marks for causes for which customers leave, and for explanations that are owed.
fn marks() -> [MarkRule; 10] {
    let churn = |id, cause: Cause, source| {
        MarkRule::new(id, Mark::CHURN_CAUSE, Condition::is(cause)).with_citation(source)
    };
    let explain = |id, cause: Cause, source| {
        MarkRule::new(id, Mark::EXPLANATION_OWED, Condition::is(cause)).with_citation(source)
    };
    // What the source lists under it: arrogance, questions that nobody answers, and slow work.
    let little_service = Condition::is_one_of([
        Cause::INTERNAL_MANAGEMENT_SERVICE_AWARENESS,
        Cause::SERVICE_ATTITUDE,
        Cause::SERVICE_QUESTION_IGNORED,
        Cause::SERVICE_SLOW_RESPONSE,
        Cause::SERVICE_EFFICIENCY,
    ]);
    [
        churn(word!(RuleId, "s28-r11"), Cause::PRODUCT_QUALITY_HARMS_DOWNSTREAM, "S28-R11"),
        churn(word!(RuleId, "s28-r12"), Cause::INTERNAL_MANAGEMENT_QUALITY_AWARENESS, "S28-R12"),
        churn(word!(RuleId, "s28-r13"), Cause::INTERNAL_MANAGEMENT_COST_AWARENESS, "S28-R13"),
        MarkRule::new(word!(RuleId, "s28-r14"), Mark::CHURN_CAUSE, little_service).with_citation("S28-R14"),
        churn(word!(RuleId, "s28-r15"), Cause::INTEGRITY_DEFECT_DENIED, "S28-R15"),
        churn(word!(RuleId, "s28-r16"), Cause::INTERNAL_MANAGEMENT_UNCLEAR_DUTIES, "S28-R16"),
        churn(word!(RuleId, "s28-r29"), Cause::EXPECTATION_NEEDS_UNMET, "S28-R29"),
        explain(word!(RuleId, "s28-r22"), Cause::CUSTOMER_SIDE_CONDITIONS_NOT_MET, "S28-R22"),
        explain(word!(RuleId, "s28-r23"), Cause::CUSTOMER_SIDE_PROCEDURE_UNKNOWN, "S28-R23"),
        explain(word!(RuleId, "s28-r24"), Cause::COMMUNICATION_NOT_EXPLAINED, "S28-R24"),
    ]
}
