//! What is known about a complaint, as conditions and tables ask for it.

use core::slice::Iter;

use crate::policy::condition::{Facts, Levels, Recurrence, Truth};
use crate::policy::routing::InputAnswer;
use crate::triage::complaint::Complaint;
use crate::triage::marks::Marks;
use crate::triage::recurrence::RecurrenceCount;
use crate::vocab::{Code, Facet, Fact, Input, Mark, Money, RuleId, Severity};

/// A complaint, with how it repeats earlier ones and with what was found of it so far.
pub(super) struct Known<'a> {
    pub(super) complaint: &'a Complaint,
    /// The facts that must be asked and that the complaint does not answer.
    pub(super) open: &'a [Fact],
    /// The recurrences that are asked for.
    pub(super) asked: &'a [Recurrence],
    /// What was counted for each of them.
    pub(super) recurred: &'a [RecurrenceCount],
    /// The severity, once it is decided.
    pub(super) severity: Option<Severity>,
    /// The levels that the complaint may have, once it was rated.
    pub(super) levels: Option<Levels>,
    /// The marks, once they were given.
    pub(super) marks: Option<&'a Marks>,
    /// The claim kind that rules gave, if the complaint does not say one.
    pub(super) claim_kind: Option<&'a Code>,
}

/// The words that answer one input.
enum Words<'a, C> {
    One(Option<Code>),
    Classified(C),
    Marks(Iter<'a, (Mark, RuleId)>),
}

impl<C: Iterator<Item = Code>> Iterator for Words<'_, C> {
    type Item = Code;

    fn next(&mut self) -> Option<Code> {
        match self {
            Self::One(word) => word.take(),
            Self::Classified(words) => words.next(),
            Self::Marks(words) => words.next().map(|(mark, _)| *mark.code()),
        }
    }
}

impl Facts for Known<'_> {
    fn count(&self, fact: Fact) -> u32 {
        self.complaint.count(fact)
    }

    fn is_open(&self, fact: Fact) -> bool {
        self.open.contains(&fact)
    }

    fn words(&self, input: Input) -> impl Iterator<Item = Code> {
        match input {
            Input::Severity => Words::One(self.severity.map(Severity::code)),
            Input::MARK => Words::Marks(self.marks.map_or(&[][..], |marks| &marks.given).iter()),
            Input::CLAIM_KIND if self.claim_kind.is_some() => Words::One(self.claim_kind.copied()),
            Input::Word(Facet::CauseGroup) => match group_of_cause(self.complaint) {
                Some(group) => Words::One(Some(group)),
                None => Words::Classified(self.complaint.words.codes(Facet::CauseGroup)),
            },
            Input::Word(facet) => Words::Classified(self.complaint.words.codes(facet)),
        }
    }

    fn is_known(&self, input: Input) -> bool {
        match input {
            Input::DEMAND => self.complaint.no_demand,
            Input::MARK => self.marks.is_some(),
            // The group of a cause is known even if the policy does not declare it: no rule can ask for it then.
            Input::Word(Facet::CauseGroup) => group_of_cause(self.complaint).is_some(),
            // A complaint that no rule rates is known to have no level.
            Input::Severity => self.severity.is_none() && self.levels.is_some_and(Levels::is_one),
            Input::Word(_) => false,
        }
    }

    fn levels(&self) -> Option<Levels> {
        self.levels
    }

    fn amount(&self) -> Option<Money> {
        self.complaint.amount
    }

    fn repeats(&self, asked: &Recurrence) -> Truth {
        self.recurred(asked).map_or(Truth::Unknown, |found| found.reached)
    }
}

impl<'a> Known<'a> {
    /// Returns what a complaint says, before anything was found of it.
    pub(super) fn of(
        complaint: &'a Complaint,
        asked: &'a [Recurrence],
        recurred: &'a [RecurrenceCount],
    ) -> Self {
        Self {
            complaint,
            open: &[],
            asked,
            recurred,
            severity: None,
            levels: None,
            marks: None,
            claim_kind: None,
        }
    }

    /// Returns the levels that the severity may have.
    pub(super) fn possible_levels(&self) -> impl Iterator<Item = Code> {
        self.levels.into_iter().flat_map(Levels::iter).flatten().map(Severity::code)
    }

    /// Returns the answer of the complaint to an input: its first word.
    pub(super) fn answer(&self, input: Input) -> InputAnswer {
        match self.words(input).next() {
            Some(word) => InputAnswer::Word(word),
            None if self.is_known(input) => InputAnswer::Nothing,
            None => InputAnswer::NotKnown,
        }
    }

    pub(super) fn recurred(&self, asked: &Recurrence) -> Option<RecurrenceCount> {
        let mut found = self.asked.iter().zip(self.recurred);
        found.find(|(known, _)| *known == asked).map(|(_, found)| *found)
    }
}

/// Returns the group above the cause, if the complaint names no group itself.
pub(super) fn group_of_cause(complaint: &Complaint) -> Option<Code> {
    let cause = complaint.words.stored_of(Facet::Cause).first()?;
    complaint.words.stored_of(Facet::CauseGroup).is_empty().then(|| cause.code().root())
}
