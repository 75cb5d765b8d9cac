//! What commands of the course and of the side tracks carry.

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::case::Note;
use crate::case::payload::payload;
use crate::case::proposal::CaseSummary;
use crate::deadline::{Count, ExtensionChange};
use crate::policy::PolicyVersion;
use crate::triage::{ComplaintDocument, Past};
use crate::vocab::one_key::one_key;
use crate::vocab::{
    AccidentStep, Accountable, ActorId, Anchor, ClockName, Containment, Department, Discipline,
    ExtensionReason, FollowUp, GoodsStep, MeasureStep, Money, Opinion, PauseReason, RecallStep, Relation,
    RuleId, Sanction, Stage, ThanksOccasion,
};

payload! {
    /// The receipt of a complaint: what was said, and by which policy it is dealt with.
    pub struct Receipt = "a receipt" {
        /// The policy, for the whole life of the case.
        pub policy: PolicyVersion,
        /// The complaint as it came in.
        pub complaint: Box<ComplaintDocument>,
        /// How it repeats earlier ones; counted as if there were none unless given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub past: Option<Past>,
    }
}

payload! {
    /// A text alone: an explanation, a reason, a note.
    pub struct Because = "a text" {
        /// The text.
        pub note: Note,
    }
}

payload! {
    /// To whom a complaint is sent.
    pub struct Dispatching = "a dispatch" {
        /// The unit.
        pub department: Department,
        /// The person in charge there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub person: Option<ActorId>,
        /// Why it is passed on, where it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<Note>,
    }
}

payload! {
    /// Which department got the complaint, and when.
    pub struct Starting = "the start of an investigation" {
        /// The department; the one it was sent to unless given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub department: Option<Department>,
        /// When it got the message; the instant of the command unless given.
        #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
        pub received: Option<DateTime<Utc>>,
    }
}

payload! {
    /// What the customer is asked for (S06-R08, S15-R12).
    pub struct Question = "a question" {
        /// The question.
        pub note: Note,
        /// Whether samples are asked for.
        #[serde(deserialize_with = "crate::vocab::map_only::switch")]
        pub samples: bool,
    }
}

payload! {
    /// Where an approval is returned to.
    pub struct Returning = "a return" {
        /// Which approval of the case.
        #[serde(deserialize_with = "crate::vocab::map_only::amount")]
        pub approval: u32,
        /// The step from which on it is signed anew; none where it goes back to its author.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub step: Option<RuleId>,
        /// Why.
        pub reason: Note,
    }
}

payload! {
    /// An act on an approval.
    pub struct OnApproval = "an act on an approval" {
        /// Which approval of the case, counted from 1.
        #[serde(deserialize_with = "crate::vocab::map_only::amount")]
        pub approval: u32,
        /// What there is to say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<Note>,
    }
}

payload! {
    /// Where a case goes on, and why.
    pub struct GoingOn = "a stage and a reason" {
        /// The stage.
        pub to: Stage,
        /// Why.
        pub reason: Note,
    }
}

payload! {
    /// A contact with the complainant afterwards.
    pub struct FollowedUp = "a follow-up" {
        /// The kind of contact.
        pub kind: FollowUp,
        /// What the complainant says.
        pub opinion: Opinion,
    }
}

payload! {
    /// The lessons of a case (S03-R24, S11-R19).
    pub struct Lessons = "lessons" {
        /// What was learnt, and what is to be improved.
        pub note: Note,
    }
}

payload! {
    /// A promise to the complainant (S02-R04).
    pub struct Promised = "a promise" {
        /// Until when an answer was promised, that instant included.
        #[serde(with = "crate::calendar::instant")]
        pub until: DateTime<Utc>,
    }
}

payload! {
    /// What the complainant was told (S02-R05, S12-R05).
    pub struct Message = "a message" {
        /// The next promised instant; the answer keeps or breaks the one that is open.
        #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
        pub next: Option<DateTime<Utc>>,
        /// Whether a machine sent it.
        #[serde(default, deserialize_with = "crate::vocab::map_only::switch", skip_serializing_if = "crate::triage::document::is_false")]
        pub automatic: bool,
        /// What was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<Note>,
    }
}

payload! {
    /// An apology, with what shows that it was thought about (S24-R04).
    #[derive(Default)]
    pub struct Apology = "an apology" {
        /// What it says to this person and to nobody else.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub individual: Option<Note>,
        /// What the fault did to the complainant.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub effect: Option<Note>,
        /// What is done so that it does not happen again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub measure: Option<Note>,
    }
}

impl Apology {
    /// The parts that a complete apology has and this one has not (S24-R04).
    ///
    /// ```
    /// use redress::case::Apology;
    ///
    /// let template = Apology::default();
    /// assert_eq!(template.missing().collect::<Vec<_>>(), ["individual", "effect", "measure"]);
    /// ```
    pub fn missing(&self) -> impl Iterator<Item = &'static str> {
        let parts = [("individual", &self.individual), ("effect", &self.effect), ("measure", &self.measure)];
        parts.into_iter().filter(|(_, part)| part.is_none()).map(|(name, _)| name)
    }
}

payload! {
    /// Measures against further damage in a department (S15-R18 to S15-R21).
    pub struct Contained = "a containment" {
        /// The department.
        pub department: Department,
        /// What was done; at least one measure.
        #[serde(deserialize_with = "crate::case::payload::few")]
        pub measures: Vec<Containment>,
    }
}

payload! {
    /// That a department needs no measure.
    pub struct Waived = "a waived containment" {
        /// The department.
        pub department: Department,
        /// Why.
        pub reason: Note,
    }
}

payload! {
    /// How far returned goods are.
    pub struct Goods = "a step of returned goods" {
        /// The step.
        pub step: GoodsStep,
    }
}

payload! {
    /// How far a recall is.
    pub struct Recall = "a step of a recall" {
        /// The step.
        pub step: RecallStep,
    }
}

payload! {
    /// How far a measure against the cause is.
    pub struct Measure = "a step of a measure" {
        /// Which measure.
        pub measure: RuleId,
        /// The step.
        pub step: MeasureStep,
        /// What is to be said of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<Note>,
    }
}

payload! {
    /// A step of 8D or PDCA.
    pub struct Disciplined = "a discipline" {
        /// The step.
        pub discipline: Discipline,
        /// What came of it.
        pub note: Note,
    }
}

payload! {
    /// Who is to be held to account, and how (S03-R18 to S03-R21, S11-R10).
    pub struct SanctionProposed = "a sanction" {
        /// Who.
        pub person: ActorId,
        /// As what.
        pub part: Accountable,
        /// How.
        pub kind: Sanction,
        /// The amount by the organisation's own schedule, where there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub amount: Option<Money>,
    }
}

payload! {
    /// A step of the order after an accident.
    pub struct Accident = "a step after an accident" {
        /// The step.
        pub step: AccidentStep,
    }
}

payload! {
    /// A letter of thanks.
    pub struct Thanks = "thanks" {
        /// What for.
        pub occasion: ThanksOccasion,
    }
}

payload! {
    /// Another case and what it has to do with this one.
    pub struct Linked = "a link" {
        /// The other case.
        pub case: CaseSummary,
        /// What it has to do with this one.
        pub relation: Relation,
    }
}

payload! {
    /// The case in which this one goes on.
    pub struct Merged = "a merger" {
        /// The other case.
        pub into: CaseSummary,
        /// Why.
        pub reason: Note,
    }
}

payload! {
    /// An approval in an emergency: why it could not wait.
    pub struct Overriding = "an override" {
        /// Which approval.
        #[serde(deserialize_with = "crate::vocab::map_only::amount")]
        pub approval: u32,
        /// Why.
        pub reason: Note,
    }
}

payload! {
    /// An event that a clock counts from.
    pub struct Happened = "an event" {
        /// The event.
        pub event: Anchor,
        /// When.
        #[serde(with = "crate::calendar::instant")]
        pub at: DateTime<Utc>,
        /// In which department, where it is one's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub department: Option<Department>,
    }
}

payload! {
    /// That an event was earlier than recorded; both instants are kept.
    pub struct Correction = "a correction" {
        /// The event.
        pub event: Anchor,
        /// When it was recorded to be.
        #[serde(with = "crate::calendar::instant")]
        pub from: DateTime<Utc>,
        /// When it was.
        #[serde(with = "crate::calendar::instant")]
        pub to: DateTime<Utc>,
        /// Why.
        pub reason: Note,
    }
}

payload! {
    /// The beginning or the end of a pause.
    pub struct Pausing = "a pause" {
        /// Why clocks stand still.
        pub reason: PauseReason,
        /// Which clock; every clock that may stand still for the reason unless given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub clock: Option<ClockName>,
        /// When it began or ended; the instant of the command unless given.
        #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
        pub at: Option<DateTime<Utc>>,
    }
}

payload! {
    /// A later date for a clock.
    pub struct Extending = "an extension" {
        /// The clock.
        pub clock: ClockName,
        /// Whose clock, where there is one for each department.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub department: Option<Department>,
        /// Why.
        pub reason: ExtensionReason,
        /// What it does to the due date.
        pub change: Longer,
        /// When the complainant was told, where the rule wants that.
        #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
        pub told: Option<DateTime<Utc>>,
    }
}

/// What an extension does to a due date: an [`ExtensionChange`] as it is stored.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_enums, reason = "the kinds of the algebra")]
pub enum Longer {
    /// A new total, counted from the same event.
    Total(Amount),
    /// More on top.
    Add(Amount),
    /// A date, rolled as the term rolls.
    Until(#[serde(with = "crate::calendar::date")] NaiveDate),
    /// A date that stays where it is.
    UntilFixed(#[serde(with = "crate::calendar::date")] NaiveDate),
}

one_key!(Longer, "what an extension does");

/// An amount of an extension: a [`Count`] as it is stored.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_enums, reason = "the units of the algebra but for an instant")]
pub enum Amount {
    /// Minutes of real time.
    Minutes(#[serde(deserialize_with = "crate::vocab::map_only::amount")] u32),
    /// Minutes of working time.
    WorkingMinutes(#[serde(deserialize_with = "crate::vocab::map_only::amount")] u32),
    /// Calendar days.
    CalendarDays(#[serde(deserialize_with = "crate::vocab::map_only::amount")] u32),
    /// Working days.
    WorkingDays(#[serde(deserialize_with = "crate::vocab::map_only::amount")] u32),
    /// Weeks.
    Weeks(#[serde(deserialize_with = "crate::vocab::map_only::amount")] u32),
    /// Months.
    Months(#[serde(deserialize_with = "crate::vocab::map_only::amount")] u32),
}

one_key!(Amount, "an amount of time");

impl From<Amount> for Count {
    fn from(amount: Amount) -> Self {
        use crate::calendar::Span;
        match amount {
            Amount::Minutes(n) => Self::Elapsed(Span::minutes(n)),
            Amount::WorkingMinutes(n) => Self::Working(Span::minutes(n)),
            Amount::CalendarDays(n) => Self::CalendarDays(n),
            Amount::WorkingDays(n) => Self::WorkingDays(n),
            Amount::Weeks(n) => Self::Weeks(n),
            Amount::Months(n) => Self::Months(n),
        }
    }
}

impl From<Longer> for ExtensionChange {
    fn from(longer: Longer) -> Self {
        match longer {
            Longer::Total(amount) => Self::ReplaceTotal(amount.into()),
            Longer::Add(amount) => Self::Add(amount.into()),
            Longer::Until(date) => Self::Until { date, fixed: false },
            Longer::UntilFixed(date) => Self::Until { date, fixed: true },
        }
    }
}

payload! {
    /// A duty that was passed on: a warning, an escalation, a reminder.
    pub struct Delivered = "a delivered duty" {
        /// Which duty, by the key under which it is [owed](crate::case::Outlook::owed).
        pub duty: crate::case::DutyKey,
        /// To whom; nobody where there was nobody to tell, which is then on record.
        #[serde(default, deserialize_with = "crate::case::payload::records", skip_serializing_if = "Vec::is_empty")]
        pub to: Vec<ActorId>,
    }
}

payload! {
    /// The policy by which a case goes on.
    pub struct Moving = "a change of policy" {
        /// The policy.
        pub to: PolicyVersion,
        /// Why.
        pub reason: Note,
    }
}
