//! The choices of a clock: to what it belongs, from when it counts, and what a reopening does to it.

use crate::deadline::choice::EndAt;
use crate::deadline::{Count, Roll, Term};
use crate::text::text_enum::text_enum;
use crate::vocab::{ClockName, Role};

/// What reopening a closed case does to a clock that has ended.
///
/// Whichever is chosen, a clock that the case lost because it was closed by force counts from the reopening.
///
/// | Effect | The time between closing and reopening |
/// |---|---|
/// | [`Stays`](Self::Stays) | does not count: a new turn counts from the reopening |
/// | [`Rest`](Self::Rest) | does not count: it was a pause |
/// | [`Resume`](Self::Resume) | counts: the clock continues from its original start |
///
/// # Example
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::ClockRule;
/// use redress::policy::clock::ReopeningEffect;
/// use redress::vocab::{Anchor, ClockName};
///
/// let closure = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(5));
/// assert_eq!(closure.on_reopening(), ReopeningEffect::Stays);
/// assert_eq!(closure.with_on_reopening(ReopeningEffect::Rest).on_reopening(), ReopeningEffect::Rest);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the three readings in use")]
pub enum ReopeningEffect {
    /// The result stays. A clock that was met or missed keeps this result permanently, and the reopening starts a
    /// separate turn, whose term counts from the reopening.
    ///
    /// A clock that only the closing ended continues from its first start. The exception is a clock that limits how
    /// long a case is open: closing the case was what it waited for, so that it has another turn too.
    ///
    /// A turn whose start event has never happened waits for that event. A clock that waits for something that
    /// happens only once in a case, such as the registration, has no second turn.
    #[default]
    Stays,
    /// The clock continues with the rest of its time: from its end to the reopening it was paused. Only what the
    /// reopening undoes continues: a clock that ended with the case or with a solution.
    Rest,
    /// The clock continues from its original start, as if the case had never been closed. Its earlier result stays on
    /// record. Only what the reopening undoes continues: a clock that ended with the case or with a solution.
    Resume,
}

text_enum!(ReopeningEffect = "an" "effect of a reopening" {
    Stays = "stays",
    Rest = "rest",
    Resume = "resume",
});

/// The rounds of a case to which a clock belongs. The first round lasts from the receipt to the first reopening, and
/// each reopening begins another round.
///
/// # Example: a second stage with its own limit
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::ClockRule;
/// use redress::policy::clock::ClockRounds;
/// use redress::vocab::{Anchor, ClockName};
/// use redress::word;
///
/// // 20 working days from the acknowledgement of the request for a second stage.
/// let clock = Clock::new(word!(ClockName, "acme:stage-2"), Anchor::ACKNOWLEDGED);
/// let rule = ClockRule::new(clock, Term::working_days(20)).with_rounds(ClockRounds::Later);
/// assert_eq!(rule.rounds(), ClockRounds::Later);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a case has a first round and later ones")]
pub enum ClockRounds {
    /// The clock belongs to every round.
    #[default]
    Every,
    /// The clock belongs to the first round only. A reopening ends it permanently, and its result stays on record.
    First,
    /// The clock belongs to every round but the first. It counts from its event in that round: events of an earlier
    /// round neither start nor end it.
    Later,
}

text_enum!(ClockRounds = "a" "choice of rounds" { Every = "every", First = "first", Later = "later" });

impl ClockRounds {
    /// The rounds, as an error names them.
    pub(crate) const fn told(self) -> &'static str {
        match self {
            Self::Every => "every round",
            Self::First => "the first round",
            Self::Later => "the later rounds",
        }
    }
}

/// A step of an escalation: to whom a missed limit is reported, and when.
///
/// A step is owed even if nobody holds the role.
///
/// # Example: to a manager after a day, to the head of department after three
///
/// ```
/// use redress::deadline::{Clock, Count, Term};
/// use redress::policy::ClockRule;
/// use redress::vocab::{Anchor, ClockName, Role};
///
/// let closure = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(5))
///     .with_escalation(Count::WorkingDays(1), Role::MANAGER)
///     .with_escalation(Count::WorkingDays(2), Role::DEPARTMENT_HEAD); // two days after the first step
/// assert_eq!(closure.escalation().len(), 2);
/// assert_eq!(closure.escalation()[1].to, Role::DEPARTMENT_HEAD);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a step, whole as it is")]
pub struct EscalationStep {
    /// How long after the due date the step comes, or after the step before it.
    pub after: EscalationDelay,
    /// The role to which the missed limit is reported.
    pub to: Role,
}

/// How long after a missed due date, or after the step before, a step of an escalation comes.
///
/// # Example: at twice the target
///
/// ```
/// use redress::deadline::{Count, Term};
/// use redress::policy::clock::EscalationDelay;
///
/// let after_a_day = EscalationDelay::from(Count::WorkingDays(1));
/// assert_eq!(after_a_day, EscalationDelay::Term(Term::working_days(1)));
/// assert_ne!(after_a_day, EscalationDelay::Percent(200));
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a term, or a share of the target")]
pub enum EscalationDelay {
    /// An amount that counts from the due date or from the step before, and optionally an end.
    ///
    /// Days count from the *date*: 24:00 of a day belongs to that day. The time of day stays the same, unless the end
    /// names one. If the end is an opening or a close of business and falls on a day without working hours, the hours
    /// of the next working day apply.
    Term(Term),
    /// The instant at which this share of the time from the start to the due date has passed, in percent, from 101.
    /// It is measured in working time for clocks of working time or working days, and in real time for all others.
    Percent(u16),
}

impl EscalationDelay {
    /// The term of a step. On a day without working hours, the hours of the next working day apply.
    pub(crate) fn of(term: Term) -> Term {
        let by_hours = matches!(term.end.at, EndAt::Opening | EndAt::CloseOfBusiness);
        if by_hours && term.count().is_of_days() { term.with_roll(Roll::FOLLOWING) } else { term }
    }
}

impl From<Count> for EscalationDelay {
    fn from(count: Count) -> Self {
        Self::Term(Term::of(count))
    }
}

impl From<Term> for EscalationDelay {
    fn from(term: Term) -> Self {
        Self::Term(term)
    }
}

/// The start of a clock.
///
/// # Example
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::ClockRule;
/// use redress::policy::clock::ClockStart;
/// use redress::vocab::{Anchor, ClockName};
///
/// let closure = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(5));
/// assert_eq!(closure.start(), ClockStart::Event);
/// let after = closure.with_from_due_of(ClockName::RESPONSE);
/// assert_eq!(after.start(), ClockStart::DueOf(ClockName::RESPONSE));
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a clock starts from an event or from another clock")]
pub enum ClockStart {
    /// The clock starts with its own event.
    #[default]
    Event,
    /// The clock starts at the due date of another clock.
    DueOf(ClockName),
}

/// Whether a complaint has one clock of a rule, or one for each department that receives it.
///
/// # Example
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::ClockRule;
/// use redress::policy::clock::ClockScope;
/// use redress::vocab::{Anchor, ClockName};
///
/// // Each department has two days from its own receipt.
/// let clock = Clock::new(ClockName::RESPONSE, Anchor::DEPARTMENT_RECEIVED);
/// let rule = ClockRule::new(clock, Term::working_days(2)).with_scope(ClockScope::Department);
/// assert_eq!(rule.scope(), ClockScope::Department);
/// assert_eq!(ClockScope::default(), ClockScope::Case);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a complaint has one clock of a rule, or one for each department"
)]
pub enum ClockScope {
    /// One clock for the complaint.
    #[default]
    Case,
    /// One clock for each department, from the receipt of the complaint by that department.
    Department,
}

text_enum!(ClockScope = "a" "scope of a clock" { Case = "case", Department = "department" });

/// Which target of a clock applies if a complaint has several categories.
///
/// # Example
///
/// ```
/// use redress::policy::clock::SeveralCategories;
///
/// assert_eq!(SeveralCategories::default(), SeveralCategories::Earliest);
/// assert_eq!("main".parse(), Ok(SeveralCategories::Main)); // the key `several` of a clock in a document
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings in use")]
pub enum SeveralCategories {
    /// The target that is due first.
    #[default]
    Earliest,
    /// The target of the category that was named first.
    Main,
}

text_enum!(SeveralCategories = "a" "choice among several categories" {
    Earliest = "earliest",
    Main = "main",
});

/// What a missed clock makes of a complaint: not closed in time, a project, or neither.
///
/// # Example: the default depends on the name
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::ClockRule;
/// use redress::policy::clock::ClockPart;
/// use redress::vocab::{Anchor, ClockName};
///
/// let part = |name| ClockRule::new(Clock::new(name, Anchor::RECEIVED), Term::working_days(5)).part();
/// assert_eq!(part(ClockName::CLOSURE), ClockPart::Closure);
/// assert_eq!(part(ClockName::RESPONSE), ClockPart::Other);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the parts that a standing is derived from")]
pub enum ClockPart {
    /// A miss does not change the standing of the complaint.
    #[default]
    Other,
    /// The clock limits how long the complaint may stay open.
    Closure,
    /// A complaint that is still open at the due date of the clock becomes a project.
    Project,
}

text_enum!(ClockPart = "a" "part of a clock" { Other = "other", Closure = "closure", Project = "project" });
