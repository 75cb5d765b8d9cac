//! The choices of a clock: to what it belongs, from what it counts, and what a reopening does to it.

use crate::deadline::choice::EndAt;
use crate::deadline::{Count, Roll, Term};
use crate::text::text_enum::text_enum;
use crate::vocab::{ClockName, Role};

/// What the reopening of a closed case does to a clock that has ended.
///
/// Whichever is chosen, a clock that the case had no more because it was closed by force counts from the reopening.
///
/// ```
/// use redress::policy::clock::ReopeningEffect;
///
/// assert_eq!(ReopeningEffect::default(), ReopeningEffect::Stays);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the three readings in use")]
pub enum ReopeningEffect {
    /// The result stays. A clock that was met or breached keeps that for good, and the reopening starts a separate
    /// turn, whose term counts from it. A clock that the closing alone ended continues from its first start, unless
    /// it limits how long a case is open: then closing the case was what it waited for, and it has another turn too.
    ///
    /// A turn whose start event has never happened waits for that event. A clock that waits for what happens once in
    /// a case, such as the registration, has no second turn.
    #[default]
    Stays,
    /// The rest of the time goes on: from its end to the reopening the clock was paused, and it is the same clock
    /// before and after. Only what the reopening undoes continues: what ended with the case or with a solution.
    Rest,
    /// It continues from its original start, as if the case had never been closed; what it was before stays on
    /// record. Only what the reopening undoes continues: what ended with the case or with a solution.
    Resume,
}

text_enum!(ReopeningEffect = "an" "effect of a reopening" {
    Stays = "stays",
    Rest = "rest",
    Resume = "resume",
});

/// To which rounds of a case a clock belongs. The first round lasts from the receipt to the first reopening; each
/// reopening begins another one.
///
/// ```
/// use redress::deadline::{Clock, Term};
/// use redress::policy::ClockRule;
/// use redress::policy::clock::ClockRounds;
/// use redress::vocab::{Anchor, ClockName};
/// use redress::word;
///
/// // A second stage with its own limit: 20 working days from the acknowledgement of the request for it.
/// let clock = Clock::new(word!(ClockName, "acme:stage-2"), Anchor::ACKNOWLEDGED);
/// let rule = ClockRule::new(clock, Term::working_days(20)).with_rounds(ClockRounds::Later);
/// assert_eq!(rule.rounds(), ClockRounds::Later);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a case has a first round and later ones")]
pub enum ClockRounds {
    /// To every round.
    #[default]
    Every,
    /// To the first round alone: a reopening ends it for good, and what it showed stays on record.
    First,
    /// To every round but the first. It counts from its event in that round: what happened in an earlier one starts
    /// and ends nothing.
    Later,
}

text_enum!(ClockRounds = "a" "choice of rounds" { Every = "every", First = "first", Later = "later" });

impl ClockRounds {
    /// The rounds, in an error.
    pub(crate) const fn told(self) -> &'static str {
        match self {
            Self::Every => "every round",
            Self::First => "the first round",
            Self::Later => "the later rounds",
        }
    }
}

/// One step of an escalation: to whom a missed limit is reported, and when.
///
/// A step is never passed over because nobody holds the role: it is owed all the same.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a step, whole as it is")]
pub struct EscalationStep {
    /// How long after the due date, or after the step before.
    pub after: EscalationDelay,
    /// To whom.
    pub to: Role,
}

/// How long after a missed due date, or after the step before, a step of an escalation comes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a term, or a share of the target")]
pub enum EscalationDelay {
    /// An amount that counts from the due date, or from the step before, with an end if it names one. Days count from
    /// the *date*: 24:00 of a day belongs to that day. The time of day stays unless the end names one; an opening or a
    /// close of business of a day without hours is that of the next working day.
    Term(Term),
    /// When so many percent of the time from the start to the due date have passed, from 101 on: working time for clocks
    /// of working time and working days, real time for all others.
    Percent(u16),
}

impl EscalationDelay {
    /// The term of a step. The hours of a day that has none are those of the next working day.
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

/// From when a clock runs.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a clock starts from an event or from another clock")]
pub enum ClockStart {
    /// From the clock's own event.
    #[default]
    Event,
    /// From the due date of another clock.
    DueOf(ClockName),
}

/// Whether a complaint has one such clock or several.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings of catalogue A43")]
pub enum ClockScope {
    /// One for the complaint.
    #[default]
    Case,
    /// One for each department, from when that department received it.
    Department,
}

text_enum!(ClockScope = "a" "scope of a clock" { Case = "case", Department = "department" });

/// Which target counts where a complaint has several categories.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings of catalogue A44")]
pub enum SeveralCategories {
    /// The one that is due first.
    #[default]
    Earliest,
    /// That of the category named first.
    Main,
}

text_enum!(SeveralCategories = "a" "choice among several categories" {
    Earliest = "earliest",
    Main = "main",
});

/// What part a clock plays for the standing of a complaint.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the parts that a standing is derived from")]
pub enum ClockPart {
    /// None.
    #[default]
    Other,
    /// Its end is the limit for closing the complaint.
    Closure,
    /// Its end makes the open complaint a project.
    Project,
}

text_enum!(ClockPart = "a" "part of a clock" { Other = "other", Closure = "closure", Project = "project" });
