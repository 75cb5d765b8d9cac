//! Terms that are allowed but often not meant.

use crate::deadline::term::{ClosedStart, EndAt, FirstDay, LateReceipt, RollRule, Term};

/// Why a later receipt can be due earlier, or a receipt can be due before it was received.
///
/// [`Term::hint`] finds it. A hint is not a fault: a policy accepts the term.
///
/// # Example: rolled dates end later
///
/// ```
/// use redress::deadline::choice::TermHint;
/// use redress::deadline::{End, Roll, Term};
///
/// // A receipt that rolls to Monday is due at 24:00. A later one that lands on Monday is due at its own time of day.
/// let term = Term::calendar_days(2).with_end(End::SAME_TIME).with_roll(Roll::FOLLOWING.with_end(End::END_OF_DAY));
/// assert_eq!(term.hint(), Some(TermHint::EndOfRoll));
/// assert_eq!(term.with_roll(Roll::FOLLOWING).hint(), None);
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd, thiserror::Error)]
#[non_exhaustive]
pub enum TermHint {
    /// Receipts after the cut-off count as the next working day, but receipts on a closed day count as that day.
    ///
    /// A receipt on Saturday can then be due before one on Friday evening.
    #[error(
        "a receipt on a closed day can be due before an earlier receipt after the cut-off; start receipts on closed \
         days on the next working day, too"
    )]
    CutoffBeforeClosedDay,
    /// Dates that were rolled to end at another time of day than dates that were not.
    #[error(
        "a receipt whose date was rolled can be due after a later receipt; use the same end for rolled and other dates"
    )]
    EndOfRoll,
    /// The day of the event is the last day, and it ends before its last receipt.
    #[error(
        "a receipt after the end of its own day is due before it was received; set a cut-off at that time"
    )]
    MayEndBeforeStart,
}

impl Term {
    /// Returns what is surprising about the term, or `None`.
    ///
    /// A term with a hint is valid, and a policy accepts it.
    ///
    /// # Example: Friday evening is later than Saturday
    ///
    /// ```
    /// use redress::calendar::LocalTime;
    /// use redress::deadline::{Cutoff, Term};
    /// use redress::deadline::choice::{ClosedStart, LateReceipt, TermHint};
    ///
    /// let cutoff = Cutoff::daily(LocalTime::from_static("16:30"), LateReceipt::NextWorkingDay);
    /// let term = Term::working_days(2).with_cutoff(cutoff);
    /// assert_eq!(term.hint(), Some(TermHint::CutoffBeforeClosedDay));
    /// assert_eq!(term.with_closed_start(ClosedStart::NextWorkingDay).hint(), None);
    /// ```
    #[must_use]
    pub fn hint(&self) -> Option<TermHint> {
        let late = self.intake.map(|cutoff| cutoff.late);
        if late == Some(LateReceipt::NextWorkingDay) && self.closed_start == ClosedStart::Keep {
            return Some(TermHint::CutoffBeforeClosedDay);
        }
        let differs = self.roll.end.is_some_and(|end| end != self.end);
        let later = self.roll.end.is_some_and(|end| may_be_later(self.end.at, end.at));
        let is_odd = match self.roll.rule {
            RollRule::None => false,
            RollRule::Following => later,
            RollRule::Preceding | RollRule::ModifiedFollowing => differs,
        };
        if is_odd {
            return Some(TermHint::EndOfRoll);
        }
        let one_day = self.first_day == FirstDay::DayOne && self.count.is_one_day();
        (one_day && !self.ends_after_every_receipt()).then_some(TermHint::MayEndBeforeStart)
    }
}

/// Whether the second end can be later in the day than the first.
fn may_be_later(end: EndAt, other: EndAt) -> bool {
    match (end, other) {
        (EndAt::At(end), EndAt::At(other)) => other > end,
        (_, EndAt::Opening)
        | (EndAt::EndOfDay, _)
        | (EndAt::CloseOfBusiness, EndAt::CloseOfBusiness)
        | (EndAt::SameTime, EndAt::SameTime) => false,
        (EndAt::Opening | EndAt::CloseOfBusiness | EndAt::SameTime | EndAt::At(_), _) => true,
    }
}
