//! The account of a triage: every answer with its reasons, as data.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;

use crate::deadline::{DeadlineError, Due, Trace};
use crate::policy::clock::PeriodStart;
use crate::policy::condition::Truth;
use crate::triage::clock::{ClockOutcome, ClockTriage};
use crate::triage::findings::{
    FormAccount, MarkAccount, OwnerAccount, RouteAccount, SeverityAccount, WordAccount,
};
use crate::triage::form::form_of;
use crate::triage::grounds::{Ground, grounds};
use crate::triage::known::Known;
use crate::triage::local::LocalAccount;
use crate::triage::marking::each_mark;
use crate::triage::outcome::Triage;
use crate::vocab::{Act, Anchor, CaseId, Category, ClockName, Department, Fact, Input, RuleId, Severity};

/// Every answer of a triage with its reasons.
///
/// An explanation owns its content, so that you can store it. With serde, its keys are those of documents, such as
/// `open-marks`. [`Renderer::explanation`](crate::render::Renderer::explanation) writes it as text in several
/// languages.
///
/// # Example: the steps to a due date
///
/// ```
/// use redress::sample;
/// use redress::triage::{History, triage};
/// use redress::vocab::ClockName;
///
/// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// assert_eq!(account.policy(), ("shop", "1"));
/// let response = &account.clocks()[0];
/// assert_eq!(response.clock(), ClockName::RESPONSE);
/// assert!(response.due().is_some() && response.without().is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: as text
///
/// ```
/// use redress::render::Renderer;
/// use redress::sample;
/// use redress::triage::{History, triage};
/// use redress::vocab::Locale;
///
/// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// let text = Renderer::of(&policy, Locale::En).explanation(&account);
/// assert!(text.contains("Good Friday"), "{text}"); // the holiday that moved the due date
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Explanation {
    /// The id of the complaint.
    pub(crate) complaint: CaseId,
    /// The name of the policy.
    pub(crate) policy: String,
    /// The version of the policy.
    pub(crate) version: String,
    /// How local times of the document were read that the wall clock skips or shows twice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) local_times: Vec<LocalAccount>,
    /// How severe it is, if the policy rates complaints.
    pub(crate) severity: Option<SeverityAccount>,
    /// The facts that must be asked and that the complaint does not answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) to_ask: Vec<Fact>,
    /// The words that rules gave it: importance, urgency, claim kind.
    pub(crate) words: Vec<WordAccount>,
    /// The marks that rules gave it.
    pub(crate) marks: Vec<MarkAccount>,
    /// The marks that rules may give it, because they depend on something unknown.
    pub(crate) open_marks: Vec<MarkAccount>,
    /// The form on which it is answered, if the policy has such a form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) form: Option<FormAccount>,
    /// Who is responsible for it.
    pub(crate) owner: OwnerAccount,
    /// Who else gets it, and for which act.
    pub(crate) routes: Vec<RouteAccount>,
    /// The acts for which more departments may get it, with the unknown inputs.
    pub(crate) missing: Vec<(Act, Vec<Input>)>,
    /// Its clocks.
    pub(crate) clocks: Vec<ClockAccount>,
    /// How many earlier complaints the same complainant made.
    pub(crate) repeats: usize,
}

/// One clock of a complaint: when it is due, or why it has no due date.
///
/// # Example: from which target it comes
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::clock::Target;
/// use redress::policy::{ClockRule, Policy, Routing};
/// use redress::triage::{History, triage};
/// use redress::vocab::{Anchor, Category, ClockName, RuleId};
/// # use redress::{sample, word};
///
/// let quality = Target::new(word!(RuleId, "quality"), Category::PRODUCT_QUALITY, Term::working_days(10));
/// let rule = ClockRule::by_target(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), [quality]);
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let (policy, complaint) = (desk.clock(rule).build()?, sample::complaint()?);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// let clock = &account.clocks()[0];
/// assert_eq!((clock.clock(), clock.start()), (ClockName::CLOSURE, Anchor::RECEIVED));
/// let target = clock.target().ok_or("no target")?;
/// assert_eq!((target.id().as_str(), target.category()), ("quality", Some(Category::PRODUCT_QUALITY)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ClockAccount {
    /// The name of the clock.
    pub(crate) clock: ClockName,
    /// The department whose clock it is, if there is one for each.
    pub(crate) department: Option<Department>,
    /// The event from which it counts.
    pub(crate) start: Anchor,
    /// The clock from whose due date it counts, instead of the event.
    pub(crate) due_of: Option<ClockName>,
    /// The target that decided, if the rule has a table of targets.
    pub(crate) target: Option<TargetAccount>,
    /// When it is due.
    pub(crate) due: Option<Due>,
    /// Why there is no due date.
    pub(crate) without: Option<MissingDueDate>,
    /// How it repeats by the calendar. The due date is the one of the first period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) periods: Option<PeriodsAccount>,
    /// The steps to the due date.
    pub(crate) trace: Trace,
    /// The source of the clock.
    pub(crate) citation: String,
}

/// How a duty repeats by the calendar.
///
/// # Example
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::clock::{PeriodStart, Periods};
/// use redress::policy::{ClockRule, Policy, Routing};
/// use redress::sample;
/// use redress::triage::{History, triage};
/// use redress::vocab::{Anchor, ClockName};
///
/// let rule = ClockRule::new(Clock::new(ClockName::UPDATE, Anchor::RECEIVED), Term::working_days(20))
///     .with_periods(Periods::new([Anchor::UPDATED]));
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let (policy, complaint) = (desk.clock(rule).build()?, sample::complaint()?);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// let periods = account.clocks()[0].periods().ok_or("no periods")?;
/// assert_eq!((periods.next_from(), periods.until()), (PeriodStart::Due, Anchor::CLOSED));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct PeriodsAccount {
    /// The events that fulfil a period. One event fulfils one period.
    pub(crate) fulfilled_by: Vec<Anchor>,
    /// From when the next period counts.
    pub(crate) next_from: PeriodStart,
    /// The event that ends the duty.
    pub(crate) until: Anchor,
}

/// The target that decided how much time there is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TargetAccount {
    /// Its id.
    pub(crate) id: RuleId,
    /// Its category. `None` if it covers all.
    pub(crate) category: Option<Category>,
    /// The lowest severity that it covers. `None` if it covers all.
    pub(crate) severity: Option<Severity>,
    /// The source of the target.
    pub(crate) citation: String,
}

/// Why a clock has no due date.
///
/// # Example: a number that nobody has set
///
/// ```
/// use redress::deadline::Clock;
/// use redress::policy::{ClockRule, Policy, Routing};
/// use redress::sample;
/// use redress::triage::account::MissingDueDate;
/// use redress::triage::{History, triage};
/// use redress::vocab::{Anchor, ClockName};
///
/// let rule = ClockRule::not_set(Clock::new(ClockName::UPDATE, Anchor::RECEIVED), "the period of the notice");
/// # let desk = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none());
/// let (policy, complaint) = (desk.clock(rule).build()?, sample::complaint()?);
/// let account = triage(&policy, &complaint, &History::none())?.explain();
/// let Some(MissingDueDate::Undetermined { reason }) = account.clocks()[0].without() else { return Err("due".into()) };
/// assert!(reason.to_string().contains("the period of the notice"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[non_exhaustive]
pub enum MissingDueDate {
    /// The clock waits for an event.
    NotStarted {
        /// The event.
        anchor: Anchor,
    },
    /// The clock does not run, because the complaint is closed by force.
    Exempt {
        /// The source of that rule.
        citation: String,
    },
    /// The due date cannot be determined.
    Undetermined {
        /// The error that says why.
        #[serde(serialize_with = "as_text")]
        reason: DeadlineError,
    },
}

fn as_text<S: serde::Serializer>(error: &DeadlineError, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(error)
}

impl Triage<'_> {
    /// Returns every answer with its reasons, as data that owns its content. [`Explanation`] has an example.
    #[must_use]
    pub fn explain(&self) -> Explanation {
        Explanation::of(self)
    }
}

impl Explanation {
    fn of(triage: &Triage<'_>) -> Self {
        let known = &triage.known();
        let others = || Act::ALL.iter().copied().filter(|act| *act != Act::Owner);
        let missing =
            |act| Some((act, triage.missing(act).collect::<Vec<_>>())).filter(|(_, all)| !all.is_empty());
        let words = [
            triage.importance.as_ref().map(|rated| WordAccount::of(rated, known)),
            triage.urgency.as_ref().map(|rated| WordAccount::of(rated, known)),
            triage.claim_kind.as_ref().map(|rated| WordAccount::of(rated, known)),
        ];
        let (marks, open_marks) = marks_of(triage, known);
        Self {
            complaint: triage.complaint.id(),
            policy: triage.policy.name().into(),
            version: triage.policy.version().into(),
            local_times: triage.complaint.local_times.clone(),
            severity: triage.severity.as_ref().map(|severity| SeverityAccount::of(severity, known)),
            to_ask: triage.to_ask().to_vec(),
            words: words.into_iter().flatten().collect(),
            marks,
            open_marks,
            form: FormAccount::of(&form_of(triage.policy, known), triage, known),
            owner: OwnerAccount::of(triage, known),
            routes: others()
                .flat_map(|act| triage.routes(act))
                .map(|row| RouteAccount::of(row, triage, known))
                .collect(),
            missing: others().filter_map(missing).collect(),
            clocks: triage.clocks.iter().map(|clock| ClockAccount::of(triage, clock)).collect(),
            repeats: triage.repeats,
        }
    }

    /// Returns the id of the complaint.
    #[must_use]
    pub const fn complaint(&self) -> CaseId {
        self.complaint
    }

    /// Returns the name and the version of the policy.
    #[must_use]
    pub fn policy(&self) -> (&str, &str) {
        (&self.policy, &self.version)
    }

    /// Returns how local times of the complaint's document were read that the wall clock skips or shows twice.
    #[must_use]
    pub fn local_times(&self) -> &[LocalAccount] {
        &self.local_times
    }

    /// Returns who is responsible, and why.
    #[must_use]
    pub const fn owner(&self) -> &OwnerAccount {
        &self.owner
    }

    /// Returns how severe the complaint is, and why, or `None` if the policy does not rate complaints.
    #[must_use]
    pub const fn severity(&self) -> Option<&SeverityAccount> {
        self.severity.as_ref()
    }

    /// Returns the facts that must be asked and that the complaint does not answer.
    #[must_use]
    pub fn to_ask(&self) -> &[Fact] {
        &self.to_ask
    }

    /// Returns the words that rules gave the complaint: importance, urgency, claim kind.
    #[must_use]
    pub fn words(&self) -> &[WordAccount] {
        &self.words
    }

    /// Returns the marks that rules gave the complaint, each with its reasons.
    #[must_use]
    pub fn marks(&self) -> &[MarkAccount] {
        &self.marks
    }

    /// Returns the marks that rules may give, one for each such rule, with what the rule waits for.
    #[must_use]
    pub fn open_marks(&self) -> &[MarkAccount] {
        &self.open_marks
    }

    /// Returns the form on which the complaint is answered, and why, or `None` if it is not answered on a particular
    /// form.
    #[must_use]
    pub const fn form(&self) -> Option<&FormAccount> {
        self.form.as_ref()
    }

    /// Returns who gets the complaint for acts other than owning it.
    #[must_use]
    pub fn routes(&self) -> &[RouteAccount] {
        &self.routes
    }

    /// Returns how many earlier complaints the same complainant made.
    #[must_use]
    pub const fn repeats(&self) -> usize {
        self.repeats
    }

    /// Returns the clocks of the complaint, in the order of the policy.
    #[must_use]
    pub fn clocks(&self) -> &[ClockAccount] {
        &self.clocks
    }
}

/// Returns the marks that rules gave, and those that rules may give.
fn marks_of(triage: &Triage<'_>, known: &Known<'_>) -> (Vec<MarkAccount>, Vec<MarkAccount>) {
    let (mut given, mut open) = (Vec::new(), Vec::new());
    each_mark(triage.policy, known, triage.severity.as_ref(), triage.claim_kind.as_ref(), |found| {
        let because = || {
            let mut all: Vec<Ground> = Vec::new();
            for ground in found.asked.iter().flatten().flat_map(|asked| grounds(asked, known)) {
                if !all.contains(&ground) {
                    all.push(ground);
                }
            }
            MarkAccount { mark: found.mark, rule: found.rule, because: all }
        };
        match found.given {
            Truth::True => given.push(because()),
            Truth::Unknown => open.push(because()),
            Truth::False => {}
        }
    });
    open.retain(|one| !given.iter().any(|other| other.mark == one.mark));
    (given, open)
}

impl ClockAccount {
    fn of(triage: &Triage<'_>, clock: &ClockTriage<'_>) -> Self {
        let without = match clock.outcome() {
            ClockOutcome::Due(_) => None,
            ClockOutcome::NotStarted(anchor) => Some(MissingDueDate::NotStarted { anchor: *anchor }),
            ClockOutcome::Exempt(test) => {
                Some(MissingDueDate::Exempt { citation: test.citation.to_string() })
            }
            ClockOutcome::Undetermined(reason) => {
                Some(MissingDueDate::Undetermined { reason: reason.clone() })
            }
        };
        Self {
            clock: clock.name(),
            department: clock.department(),
            start: clock.rule().clock().start(),
            due_of: match clock.rule().start() {
                crate::policy::clock::ClockStart::Event => None,
                crate::policy::clock::ClockStart::DueOf(other) => Some(other),
            },
            target: clock.target().map(|target| TargetAccount {
                id: target.id(),
                category: target.category(),
                severity: target.severity(),
                citation: target.citation().into(),
            }),
            due: clock.due(),
            periods: clock.rule().periods().map(|periods| PeriodsAccount {
                fulfilled_by: periods.fulfilled_by().to_vec(),
                next_from: periods.start(),
                until: clock.rule().until(),
            }),
            without,
            trace: triage.trace(clock).unwrap_or_default(),
            citation: clock.rule().citation().into(),
        }
    }

    /// Returns the name of the clock.
    #[must_use]
    pub const fn clock(&self) -> ClockName {
        self.clock
    }

    /// Returns the department whose clock it is, or `None` if it belongs to the whole complaint.
    #[must_use]
    pub const fn department(&self) -> Option<Department> {
        self.department
    }

    /// Returns the event from which the clock counts.
    #[must_use]
    pub const fn start(&self) -> Anchor {
        self.start
    }

    /// Returns the clock from whose due date this one counts, or `None` if it counts from its event.
    #[must_use]
    pub const fn due_of(&self) -> Option<ClockName> {
        self.due_of
    }

    /// Returns when the clock is due, or `None` if it has no due date.
    #[must_use]
    pub const fn due(&self) -> Option<Due> {
        self.due
    }

    /// Returns how the clock repeats by the calendar, or `None` if it does not. The due date is the one of the first
    /// period.
    #[must_use]
    pub const fn periods(&self) -> Option<&PeriodsAccount> {
        self.periods.as_ref()
    }

    /// Returns why there is no due date, or `None` if there is one.
    #[must_use]
    pub const fn without(&self) -> Option<&MissingDueDate> {
        self.without.as_ref()
    }

    /// Returns the source of the clock. It is empty if the organisation made the rule itself.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// Returns the steps to the due date. They are empty if there is no due date.
    #[must_use]
    pub const fn trace(&self) -> &Trace {
        &self.trace
    }

    /// Returns the target that decided, or `None` if the rule has one deadline for all, or no target covers the
    /// complaint.
    #[must_use]
    pub const fn target(&self) -> Option<&TargetAccount> {
        self.target.as_ref()
    }
}

impl PeriodsAccount {
    /// Returns the events that fulfil a period. One event fulfils one period.
    #[must_use]
    pub fn fulfilled_by(&self) -> &[Anchor] {
        &self.fulfilled_by
    }

    /// Returns from when the next period counts.
    #[must_use]
    pub const fn next_from(&self) -> PeriodStart {
        self.next_from
    }

    /// Returns the event that ends the duty.
    #[must_use]
    pub const fn until(&self) -> Anchor {
        self.until
    }
}

impl TargetAccount {
    /// Returns the id of the target.
    #[must_use]
    pub const fn id(&self) -> RuleId {
        self.id
    }

    /// Returns the category of the target, or `None` if it covers all.
    #[must_use]
    pub const fn category(&self) -> Option<Category> {
        self.category
    }

    /// Returns the lowest severity that the target covers, or `None` if it covers all.
    #[must_use]
    pub const fn severity(&self) -> Option<Severity> {
        self.severity
    }

    /// Returns the source of the target. It is empty if the organisation set it itself.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }
}
