//! A small shop to try things with: its calendar, policy, roster, one complaint and one case.
//!
//! The examples of this documentation use these values, so that each shows only what it is about. A test of your own
//! may use them too, with the feature `sample`.
//!
//! The shop is in Berlin. It is open from Monday to Friday, 09:00 to 17:00, and closed on four holidays of 2026. Its
//! policy knows two categories and two severities, answers within two working days, closes within five, and asks a
//! manager to sign every remedy.
//!
//! # Example: a complaint before Easter
//!
//! ```
//! use redress::sample;
//! use redress::triage::answer::Level;
//! use redress::triage::{History, triage};
//! use redress::vocab::{ClockName, Department, Severity};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let policy = sample::policy()?;
//! let complaint = sample::complaint()?; // about a product, received on Thursday, 2026-04-02 at 10:00
//! let answer = triage(&policy, &complaint, &History::none())?;
//!
//! assert_eq!(answer.severity().ok_or("no rules")?.level(), Level::Default(Severity::General));
//! assert_eq!(answer.department(), Some(Department::QUALITY));
//! let due = answer.due(ClockName::RESPONSE).ok_or("no due date")?;
//! assert_eq!(due.at().to_rfc3339(), "2026-04-08T15:00:00+00:00"); // Wednesday, 17:00 in Berlin
//! # Ok(()) }
//! ```

use alloc::boxed::Box;
use core::error::Error;

use chrono::{
    DateTime, Datelike as _, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, TimeZone, Utc,
};

use crate::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
use crate::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use crate::case::approval::ApprovalReference;
use crate::case::command::{InvestigationStart, Offer};
use crate::case::{Case, Command, Office, Request, Stamp, open};
use crate::deadline::rule::{PauseRule, Warning};
use crate::deadline::{Clock, End, Term};
use crate::policy::routing::{Cell, Row};
use crate::policy::severity::SeverityRule;
use crate::policy::{ClockRule, Condition, Policy, Routing, SeverityRules, Track};
use crate::taxonomy::Taxonomy;
use crate::triage::{Complaint, ComplaintDocument};
use crate::vocab::course::{ApprovalAct, DecisionKind};
use crate::vocab::{
    Anchor, Category, ClockName, Department, Fact, Input, PauseReason, Remedy, Role, RuleId, Severity,
};
use crate::word;

/// The result of a function of this module: what it makes, or the fault of its builder.
pub type SampleResult<T> = Result<T, Box<dyn Error>>;

/// Returns the calendar `office`: 2026 in Berlin, Monday to Friday, 09:00 to 17:00.
///
/// Good Friday (April 3), Easter Monday (April 6) and Christmas (December 25 and 26) are holidays.
///
/// # Errors
///
/// None is known: the calendar is always the same.
pub fn calendar() -> SampleResult<Calendar> {
    let zone = Zone::tabulate("Europe/Berlin", &CentralEurope, KnownDays::years(2026, 2026)?)?;
    Ok(Calendar::builder("office", zone)
        .revision("2026-1")
        .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
        .holiday("2026-04-03".parse()?, "Good Friday")
        .holiday("2026-04-06".parse()?, "Easter Monday")
        .holiday("2026-12-25".parse()?, "Christmas Day")
        .holiday("2026-12-26".parse()?, "Second Day of Christmas")
        .build()?)
}

/// Returns the policy `shop`, over the calendar of [`calendar()`].
///
/// | Part | Rule |
/// |---|---|
/// | severity | serious if a person is in danger, general otherwise |
/// | owner | the quality department for product quality, customer service for the service process |
/// | clock `response` | 2 working days, until close of business |
/// | clock `closure` | 5 working days, until close of business; a pause while the customer is asked, a warning after 80 % |
/// | course | no triage stage and no dispatch stage |
/// | approval | a manager reviews every remedy |
///
/// # Errors
///
/// None is known: the policy is always the same.
pub fn policy() -> SampleResult<Policy> {
    policy_with(track())
}

/// Returns the track of [`policy()`]: the required stages, without triage and dispatch.
#[must_use]
pub const fn track() -> Track {
    Track::new().without_triage().without_dispatch()
}

/// Returns the policy of [`policy()`] with another track, to see what a rule of the course does.
///
/// # Errors
///
/// The faults of the policy, if the track contradicts itself.
///
/// # Example: a complaint must say what is demanded
///
/// ```
/// use redress::sample;
/// use redress::vocab::FormField;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy_with(sample::track().with_required([FormField::DEMAND]))?;
/// let refused = sample::case(&policy, &sample::roster()?).unwrap_err(); // it registers the complaint
/// assert_eq!(refused.to_string(), "the form is not complete; fill in `demand`");
/// # Ok(()) }
/// ```
pub fn policy_with(track: Track) -> SampleResult<Policy> {
    let severity = SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(SeverityRule::new(
            word!(RuleId, "danger"),
            Severity::Serious,
            Condition::has(Fact::DANGER_TO_PERSON),
        ))
        .with_otherwise(Severity::General);
    let routing = Routing::by([Input::CATEGORY])
        .with_row(
            Row::owner(word!(RuleId, "product"), Department::QUALITY)
                .with_cell(Cell::under(Category::PRODUCT_QUALITY)),
        )
        .with_row(
            Row::owner(word!(RuleId, "service"), Department::CUSTOMER_SERVICE)
                .with_cell(Cell::under(Category::SERVICE_PROCESS)),
        );
    let response = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    let closure = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER))
        .with_warning(Warning::Share(80));
    let review = Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(Role::MANAGER));
    let refunds = Chain::new(word!(RuleId, "refunds"), DecisionKind::Remedy).with_step(review);
    Ok(Policy::builder("shop")
        .version("1")
        .taxonomy(Taxonomy::standard().with_only(&[Category::PRODUCT_QUALITY, Category::SERVICE_PROCESS]))
        .calendar(calendar()?)
        .severity(severity)
        .routing(routing)
        .clock(ClockRule::new(response, Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS)))
        .clock(ClockRule::new(closure, Term::working_days(5).with_end(End::CLOSE_OF_BUSINESS)))
        .track(track)
        .approvals(ApprovalTable::new().with_chain(refunds))
        .build()?)
}

/// Returns the roster of the shop: `anna` and `mia` are managers.
///
/// # Errors
///
/// None is known: the roster is always the same.
pub fn roster() -> SampleResult<Roster> {
    Ok(Roster::builder("2026-03")
        .holding(Holding::new("anna".parse()?, Role::MANAGER))
        .holding(Holding::new("mia".parse()?, Role::MANAGER))
        .build()?)
}

/// Returns complaint `A-17`: about product quality, received on Thursday, 2026-04-02 at 10:00 in Berlin.
///
/// # Errors
///
/// None is known: the complaint is always the same.
pub fn complaint() -> SampleResult<Complaint> {
    Ok(Complaint::new("A-17".parse()?, received()?).with_category(Category::PRODUCT_QUALITY))
}

/// Returns the case of [`complaint()`], opened and registered by `anna` at the moment of receipt.
///
/// # Errors
///
/// If `policy` or `roster` is not the one of this module and refuses a step.
pub fn case(policy: &Policy, roster: &Roster) -> SampleResult<Case> {
    let mut said = ComplaintDocument::new("A-17".parse()?, received()?);
    said.words.add(Category::PRODUCT_QUALITY);
    let case = open(policy, said, Stamp::new("k-0".parse()?, "anna".parse()?, received()?))?;
    step(policy, roster, case, ("k-1", Command::Register))
}

/// Returns the case of [`case_in_approval()`] after `mia` has signed, and `anna` has carried out the refund and closed
/// the case.
///
/// # Errors
///
/// If `policy` or `roster` is not the one of this module and refuses a step.
///
/// # Example
///
/// ```
/// use redress::sample;
/// use redress::vocab::Stage;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let case = sample::closed_case(&sample::policy()?, &sample::roster()?)?;
/// assert_eq!(case.stage(), Stage::Closed);
/// # Ok(()) }
/// ```
pub fn closed_case(policy: &Policy, roster: &Roster) -> SampleResult<Case> {
    let case = case_in_approval(policy, roster)?;
    let stamp = Stamp::new("k-5".parse()?, "mia".parse()?, received()?);
    let sign = Request::on(&case, stamp, Command::Sign(ApprovalReference::new(1)));
    let decision = Office::new(policy, roster).decide(&case, sign)?;
    [("k-6", Command::Finish), ("k-7", Command::Close)]
        .into_iter()
        .try_fold(case.after(&decision)?, |case, next| step(policy, roster, case, next))
}

/// Returns the case of [`case()`] after `anna` has proposed a refund and submitted it for approval.
///
/// Its stage is [`Stage::InApproval`](crate::vocab::Stage::InApproval): a manager other than `anna` can sign.
///
/// # Errors
///
/// If `policy` or `roster` is not the one of this module and refuses a step.
///
/// # Example
///
/// ```
/// use redress::sample;
/// use redress::vocab::Stage;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?;
/// assert_eq!(case.stage(), Stage::InApproval);
/// # Ok(()) }
/// ```
pub fn case_in_approval(policy: &Policy, roster: &Roster) -> SampleResult<Case> {
    [
        ("k-2", Command::Start(InvestigationStart::now())),
        ("k-3", Command::Propose(Offer::new(Remedy::REFUND).into())),
        ("k-4", Command::Submit),
    ]
    .into_iter()
    .try_fold(case(policy, roster)?, |case, next| step(policy, roster, case, next))
}

fn received() -> SampleResult<DateTime<Utc>> {
    Ok("2026-04-02T08:00:00Z".parse()?)
}

fn step(policy: &Policy, roster: &Roster, case: Case, (key, command): (&str, Command)) -> SampleResult<Case> {
    let request = Request::on(&case, Stamp::new(key.parse()?, "anna".parse()?, received()?), command);
    let decision = Office::new(policy, roster).decide(&case, request)?;
    Ok(case.after(&decision)?)
}

/// The clock of Central Europe by the rule of the European Union, so that no crate with zones is needed.
// Directive 2000/84/EC: summer time from the last Sunday of March to the last Sunday of October, 01:00 UTC each.
#[derive(Clone, Copy, Debug)]
struct CentralEurope;

impl CentralEurope {
    fn hours_ahead(utc: NaiveDateTime) -> i32 {
        let change = |month| {
            let last = NaiveDate::from_ymd_opt(utc.year(), month, 31)?;
            let sunday = last - chrono::Days::new(u64::from(last.weekday().num_days_from_sunday()));
            sunday.and_hms_opt(1, 0, 0)
        };
        let is_summer =
            change(3).is_some_and(|start| utc >= start) && change(10).is_some_and(|end| utc < end);
        1 + i32::from(is_summer)
    }
}

impl TimeZone for CentralEurope {
    type Offset = FixedOffset;

    fn from_offset(_: &FixedOffset) -> Self {
        Self
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<FixedOffset> {
        self.offset_from_local_datetime(&local.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<FixedOffset> {
        let reading = |hours: i32| {
            let offset = FixedOffset::east_opt(hours * 3_600)?;
            (self.offset_from_utc_datetime(&(*local - offset)) == offset).then_some(offset)
        };
        match (reading(2), reading(1)) {
            (Some(earlier), Some(later)) => MappedLocalTime::Ambiguous(earlier, later),
            (Some(one), None) | (None, Some(one)) => MappedLocalTime::Single(one),
            (None, None) => MappedLocalTime::None,
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> FixedOffset {
        self.offset_from_utc_datetime(&utc.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> FixedOffset {
        use chrono::Offset as _;
        FixedOffset::east_opt(Self::hours_ahead(*utc) * 3_600).unwrap_or_else(|| Utc.fix())
    }
}
