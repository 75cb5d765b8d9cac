//! Triage: every answer of a policy to one complaint.

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

/// Says how bad a complaint is, who owns it and by when it must be dealt with.
///
/// # Errors
///
/// [`TriageError`] with every fault of the complaint: words that the policy does not declare for the day of
/// receipt or does not allow where they stand, and steps dated before the receipt. A complaint without a
/// category, an owner or a target is no error: the answer says so.
///
/// # Example
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
/// use redress::profiles::Nev;
/// use redress::profiles::choice::NoticePeriod;
/// use redress::triage::{Complaint, History, triage};
/// use redress::vocab::{Category, ClockName, Department};
/// use redress::vocab::standard::StandardCategory;
///
/// # let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
/// # let calendar = Calendar::builder("cn", zone)
/// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:30")]))
/// #     .build()?;
/// let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
/// let policy = Nev::new(calendar, owners, NoticePeriod::Days(7)).build()?;
/// let complaint = Complaint::new("NEV-1".parse()?, "2025-03-14T10:00:00+08:00".parse()?)
///     .with_category(Category::SPARE_PARTS);
///
/// let triage = triage(&policy, &complaint, &History::none())?;
/// let due = triage.due(ClockName::CLOSURE).ok_or("undetermined")?;
/// assert_eq!(due.at().to_rfc3339(), "2025-03-17T08:30:00+00:00"); // Monday 16:30: Saturday rolls
/// # Ok(()) }
/// ```
pub fn triage<'a>(
    policy: &'a Policy,
    complaint: &'a Complaint,
    history: &History,
) -> Result<Triage<'a>, TriageError> {
    triage_with(policy, complaint, PastCounts::of(policy, complaint, history))
}

/// The same, where it was counted before how the complaint repeats earlier ones.
///
/// # Errors
///
/// [`TriageError`], as [`triage`]; and where the counts are not those that the policy asks for.
pub fn triage_with<'a>(
    policy: &'a Policy,
    complaint: &'a Complaint,
    past: PastCounts,
) -> Result<Triage<'a>, TriageError> {
    policy.prepare_with(complaint, past).map(PreparedComplaint::triage)
}

impl<'a> Triage<'a> {
    /// Every answer of a policy to a complaint that is ready for it.
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
        let numbers = with_found(policy, Cow::Borrowed(prepared.numbers()), &marks, level);
        let table = policy.routing_table();
        let routes = Routes::new(table, table.route(&numbers, &known));
        let mut clocks: Vec<ClockTriage<'a>> = Vec::with_capacity(policy.clocks().len());
        // A complaint that was never reopened is in its first round.
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
    /// Says whether a condition holds, question by question, as an author of rules tries it out.
    ///
    /// [`triage`] asks all conditions of a policy at once and comes to the same, but for what a policy adds: a claim kind
    /// that its rules give is known here only where the complaint says it, and no fact has to be asked.
    ///
    /// ```
    /// use redress::policy::Condition;
    /// use redress::policy::condition::Truth;
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// use redress::triage::{Complaint, History};
    /// use redress::vocab::{Cause, Fact};
    /// use redress::vocab::kind::CauseGroup;
    ///
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("office", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// let late = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?).with_fact(Fact::MINUTES_LATE, 29);
    /// let ask = |condition| late.satisfies(&condition, &History::none(), &calendar);
    /// assert_eq!(ask(Condition::at_least(Fact::MINUTES_LATE, 30)), Truth::False);
    /// assert_eq!(ask(Condition::is(Cause::from(CauseGroup::SERVICE))), Truth::Unknown); // it has no cause yet
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
