//! Triage: every answer of a policy to one complaint.
//!
//! **The problem.** The answers depend on each other. A mark can depend on the rule that decided the severity, the
//! owner on the severity and the marks, a clock on the severity and on another clock. Any of them can depend on
//! something that is unknown. A host needs all of them at once, with the same result for the same input.
//!
//! **The idea.** Ask in one fixed order, in which each answer needs only earlier ones:
//!
//! ```text
//! complaint + counts of earlier complaints
//!   1  claim kind        asks for words and facts           `prepared.rs`
//!   2  requirements      refuse words that may not stand    `prepared.rs`
//!   3  severity          a set of possible levels           `severity.rs`
//!      importance, urgency
//!   4  marks             given, or open                     `marking.rs`
//!   5  owner and routes  ask for severity and marks too     `routes.rs`
//!   6  clocks            in the order of the policy         `clock.rs`
//! ```
//!
//! No step is repeated, because a policy is checked when it is built: no rule asks for the result of a later step, and
//! a clock that starts at the due date of another one stands behind it.
//!
//! **Unknowns.** A condition has three values: true, false, unknown ([`Truth`]). A fact that the policy requires to be
//! asked is unknown until it is answered; any other fact counts as "no". Severity is kept as the set of levels that it
//! may be. If the set has one level, the severity is decided, even if some rules stay open. If it has several, later
//! steps see no severity, but ask every level: a clock has a target if all possible levels lead to the same one. So an
//! unknown that changes nothing does not spread.
//!
//! **The layout.** [`Known`] is what conditions look at. It borrows the complaint and grows by each answer: levels,
//! marks, claim kind. Rules of severity and routing do not compare words. Each word of the complaint is turned into a
//! number once ([`PreparedComplaint`]), and the compiled tables work on sets of numbers. A result holds positions of
//! rules and borrows; [`Triage::explain`] makes copies.
//!
//! **Cost.** One look-up for each word and fact, one pass over the open rules of each table, one date calculation for
//! each clock and category. Earlier complaints are not looked at here: their counts come in as [`PastCounts`].
//!
//! **Edges.** A complaint that is closed by force is rated and marked, but it has no owner, no routes, and its clocks
//! are exempt. A clock for departments becomes one clock for each department, or a single one if no department has
//! received the complaint. A clock of later rounds is left out until the case was reopened. A condition on an
//! unanswered fact keeps its clock, as undetermined.
//!
//! **Rejected.** A general rule engine that fires rules until nothing changes: its result depends on the order of
//! rules, and it cannot say why it stopped.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::calendar::Calendar;
use crate::policy::clock::{ClockRounds, ClockScope};
use crate::policy::condition::Truth;
use crate::policy::{ClockRule, Condition, Policy};
use crate::triage::clock::{ClockOutcome, ClockTriage, clock_of};
use crate::triage::complaint::Complaint;
use crate::triage::fault::TriageError;
use crate::triage::history::History;
use crate::triage::known::Known;
use crate::triage::marks::Marks;
use crate::triage::outcome::Triage;
use crate::triage::past::PastCounts;
use crate::triage::prepared::{PreparedComplaint, Rest, with_found};
use crate::triage::recurrence::RecurrenceCount;
use crate::triage::routes::Routes;
use crate::triage::severity::SeverityTriage;
use crate::vocab::Anchor;

/// Returns how severe a complaint is, who is responsible, when it is due, and everything else a policy says about it.
///
/// # Errors
///
/// Returns a [`TriageError`] with every fault of the complaint: a word that the policy does not declare for the day of
/// receipt, a word that a requirement does not allow, a step that is dated before the receipt. A complaint without a
/// category, an owner or a target is not an error; the answer says what is missing.
///
/// # Example: a deadline on a Saturday
///
/// ```
/// use redress::profiles::Nev;
/// use redress::profiles::choice::NoticePeriod;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Category, ClockName, Department};
///
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// # let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
/// # let office = WeekPattern::weekdays([Hours::from_static("09:00-17:30")]);
/// # let calendar = Calendar::builder("cn", zone).week(office).build()?;
/// let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
/// let policy = Nev::new(calendar, owners, NoticePeriod::Days(7)).build()?;
/// let complaint = Complaint::new("NEV-1".parse()?, "2025-03-14T10:00:00+08:00".parse()?)
///     .with_category(Category::SPARE_PARTS);
///
/// let due = triage(&policy, &complaint, &History::none())?.due(ClockName::CLOSURE).ok_or("undetermined")?;
/// assert_eq!(due.at().to_rfc3339(), "2025-03-17T08:30:00+00:00"); // Monday, 16:30 in Shanghai
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Example: an unknown category
///
/// ```
/// use redress::sample;
/// use redress::triage::{Complaint, History, Owner, triage};
/// use redress::vocab::Input;
///
/// let policy = sample::policy()?;
/// let complaint = Complaint::new("A-18".parse()?, "2026-04-02T08:00:00Z".parse()?); // nobody has said what about
/// let owner = triage(&policy, &complaint, &History::none())?.owner();
/// assert_eq!(owner, Owner::Undetermined { missing: vec![Input::CATEGORY], otherwise: None });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn triage<'a>(
    policy: &'a Policy,
    complaint: &'a Complaint,
    history: &History,
) -> Result<Triage<'a>, TriageError> {
    triage_with(policy, complaint, PastCounts::of(policy, complaint, history))
}

/// Returns the same as [`triage`], with earlier complaints counted beforehand.
///
/// # Errors
///
/// Returns a [`TriageError`], as [`triage`] does, and [`ComplaintFault::OtherPast`](crate::triage::ComplaintFault) if
/// the counts do not match what the policy asks for.
///
/// # Example: the counts are stored, the history is not
///
/// ```
/// use redress::sample;
/// use redress::triage::{History, PastCounts, triage, triage_with};
///
/// let (policy, complaint) = (sample::policy()?, sample::complaint()?);
/// let stored = serde_json::to_string(&PastCounts::of(&policy, &complaint, &History::none()))?;
///
/// let later = triage_with(&policy, &complaint, serde_json::from_str(&stored)?)?;
/// assert_eq!(later.explain(), triage(&policy, &complaint, &History::none())?.explain());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn triage_with<'a>(
    policy: &'a Policy,
    complaint: &'a Complaint,
    past: PastCounts,
) -> Result<Triage<'a>, TriageError> {
    policy.prepare_with(complaint, past).map(PreparedComplaint::triage)
}

impl<'a> Triage<'a> {
    /// Returns every answer of a policy to a prepared complaint.
    pub(super) fn of(prepared: PreparedComplaint<'a>) -> Self {
        let (policy, complaint) = (prepared.policy, prepared.complaint);
        let forced = prepared.forced();
        let mut known = prepared.known();
        let severity = prepared.rated(&known);
        let importance = policy.importance().map(|rating| rating.rate(&known));
        let urgency = policy.urgency().map(|rating| rating.rate(&known));
        let marks = Marks::of(policy, &known, severity.as_ref(), prepared.claim_kind());
        let level = severity.as_ref().and_then(SeverityTriage::decided);
        known.marks = Some(&marks);
        known.severity = level;
        known.levels = severity.as_ref().map(SeverityTriage::levels);
        let table = policy.routing_table();
        let answered = table.route_by_cell(prepared.numbers(), level).unwrap_or_else(|| {
            let numbers = with_found(policy, Cow::Borrowed(prepared.numbers()), &marks, level);
            table.route(&numbers, &known)
        });
        let routes = Routes::new(table, answered);
        let mut clocks: Vec<ClockTriage<'a>> = Vec::with_capacity(policy.clocks().len());
        // A complaint that has never been reopened is in its first round.
        let is_first = complaint.anchors.get(Anchor::REOPENED).is_none();
        let is_here = |rule: &&ClockRule| {
            (rule.rounds() != ClockRounds::Later || !is_first)
                && rule.is_for(complaint, known.open) != Truth::False
        };
        for rule in policy.clocks().iter().filter(is_here) {
            match (forced, rule.scope) {
                (Some(test), _) => clocks.push(ClockTriage {
                    rule,
                    department: None,
                    target: None,
                    calendar: policy.calendar_of(rule, None),
                    starts: None,
                    outcome: ClockOutcome::Exempt(test),
                }),
                (None, ClockScope::Department) if !complaint.departments.is_empty() => {
                    for &(department, received) in &complaint.departments {
                        let received = Some((department, received));
                        clocks.push(clock_of(policy, &known, rule, received, &clocks));
                    }
                }
                (None, _) => clocks.push(clock_of(policy, &known, rule, None, &clocks)),
            }
        }
        let Rest { past, open, claim_kind } = prepared.into_rest();
        let PastCounts { repeats: recurred, of_complainant: repeats } = past;
        Self {
            policy,
            complaint,
            severity,
            importance,
            urgency,
            claim_kind,
            marks,
            recurred,
            routes,
            forced,
            clocks,
            repeats,
            open,
        }
    }
}

impl Complaint {
    /// Returns whether a condition holds for this complaint, for authors who try out a rule.
    ///
    /// [`triage`] comes to the same answer for all conditions of a policy at once, with two differences: here the claim
    /// kind is known only if the complaint says it, and no fact must be asked, so that an unanswered fact counts as
    /// "no".
    ///
    /// # Example: an unknown cause
    ///
    /// ```
    /// use redress::policy::Condition;
    /// use redress::policy::condition::Truth;
    /// use redress::triage::History;
    /// use redress::vocab::kind::CauseGroup;
    /// use redress::vocab::{Cause, Fact};
    /// # use redress::sample;
    /// # let calendar = sample::calendar()?;
    ///
    /// let late = sample::complaint()?.with_fact(Fact::MINUTES_LATE, 29);
    /// let ask = |condition| late.satisfies(&condition, &History::none(), &calendar);
    /// assert_eq!(ask(Condition::at_least(Fact::MINUTES_LATE, 30)), Truth::False);
    /// assert_eq!(ask(Condition::has(Fact::ON_PREMISES)), Truth::False); // not answered
    /// assert_eq!(ask(Condition::is(Cause::from(CauseGroup::SERVICE))), Truth::Unknown);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn satisfies(&self, condition: &Condition, history: &History, calendar: &Calendar) -> Truth {
        let mut asked = Vec::new();
        condition.recurrences(&mut asked);
        let counted = asked.iter().map(|asked| self.repetitions(asked, history, calendar));
        let recurred: Vec<RecurrenceCount> = counted.collect();
        condition.holds(&Known::of(self, &asked, &recurred))
    }
}
