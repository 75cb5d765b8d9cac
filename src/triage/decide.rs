//! Triage: every answer of a policy to one complaint.

use alloc::vec::Vec;

use crate::calendar::Calendar;
use crate::faults::Faults;
use crate::policy::clock::{ClockRounds, ClockScope};
use crate::policy::condition::{Facts, Truth};
use crate::policy::severity::RatingOutcome;
use crate::policy::{ClockRule, Condition, Policy};
use crate::triage::clock::{ClockOutcome, ClockTriage, clock_of};
use crate::triage::complaint::Complaint;
use crate::triage::fault::{ComplaintFault, TriageError};
use crate::triage::history::History;
use crate::triage::known::Known;
use crate::triage::marks::Marks;
use crate::triage::outcome::Triage;
use crate::triage::past::PastCounts;
use crate::triage::recurrence::RecurrenceCount;
use crate::triage::routes::Routes;
use crate::triage::severity::SeverityTriage;
use crate::vocab::{Anchor, Code, Facet, Severity};

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
    let asked = policy.recurrences();
    let PastCounts { repeats: recurred, of_complainant: repeats } = past;
    if recurred.len() != asked.len() {
        return Err(ComplaintFault::OtherPast { counts: recurred.len(), asked: asked.len() }.into());
    }
    let open = policy.to_ask(complaint);
    let mut known = Known { open: &open, ..Known::of(complaint, asked, &recurred) };
    let forced = policy.forced_closure().filter(|test| test.wanted().all(|fact| complaint.count(fact) > 0));
    let claim_kind = policy.claim_kind().filter(|_| complaint.claim_kind().is_none());
    let claim_kind = claim_kind.map(|rating| rating.rate(&known));
    known.claim_kind = claim_kind.as_ref().and_then(RatingOutcome::word).map(Into::into);
    check(policy, complaint, &known)?;
    let severity = policy.severity_table().map(|table| SeverityTriage::of(table, &known));
    let importance = policy.importance().map(|rating| rating.rate(&known));
    let urgency = policy.urgency().map(|rating| rating.rate(&known));
    let marks = Marks::of(policy, &known, severity.as_ref(), claim_kind.as_ref());
    known.marks = Some(&marks);
    known.severity = severity.as_ref().and_then(|severity| severity.level().severity()).map(Severity::code);
    known.levels = severity.as_ref().map(SeverityTriage::levels);
    let routes = Routes::new(policy.routing_table(), policy.routing_table().route(&known));
    let mut clocks: Vec<ClockTriage<'a>> = Vec::with_capacity(policy.clocks().len());
    // A complaint that was never reopened is in its first round.
    let is_first = complaint.anchors.get(Anchor::REOPENED).is_none();
    let is_here = |rule: &&ClockRule| {
        (rule.rounds() != ClockRounds::Later || !is_first) && rule.is_for(complaint, &open) != Truth::False
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
    Ok(Triage {
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
    })
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

/// Every word declared on the day of receipt and where it may be, every step after the receipt.
fn check(policy: &Policy, complaint: &Complaint, known: &Known<'_>) -> Result<(), TriageError> {
    let utc = complaint.received.date_naive();
    // Where the zone does not know the day of receipt, a word must be in use on every day that it may be.
    let possible = [utc, utc.pred_opt().unwrap_or(utc), utc.succ_opt().unwrap_or(utc)];
    let known_day = policy.calendar().date(complaint.received).map(|day| [day]);
    let days = known_day.as_ref().map_or(possible.as_slice(), |day| day.as_slice());
    let mut faults = Vec::new();
    faults.extend(complaint.steps_before_receipt());
    let fault = |facet, word: &Code| {
        days.iter().find_map(|&day| policy.check_new(facet, word, day).err()).map(ComplaintFault::Word)
    };
    faults.extend(complaint.words.each().filter_map(|(facet, word)| fault(facet, word)));
    let facts = complaint.facts.iter().map(|(fact, _)| fact).chain(&complaint.not_so);
    faults.extend(facts.filter_map(|fact| fault(Facet::Fact, fact.code())));
    let departments = complaint.departments.iter().map(|(department, _)| department.code());
    faults.extend(departments.filter_map(|department| fault(Facet::Department, department)));
    faults.extend(complaint.anchors.iter().filter_map(|(event, _)| fault(Facet::Anchor, event.code())));
    for rule in policy.requirements() {
        let word = known.words(rule.input).find(|word| word.is_or_under(&rule.word));
        if let Some(&word) = word
            && rule.when.holds(known) != Truth::True
        {
            faults.push(ComplaintFault::NotAllowed { rule: rule.id, input: rule.input, word });
        }
    }
    Faults::none_or(faults, ())
}
