//! What a valid routing table says, but most often does not mean.
//!
//! The proof refuses holes, conflicts and rows that never decide. Three things are valid and still deserve a look:
//!
//! | What | How it is found |
//! |---|---|
//! | a complaint without an owner, in a table that allows gaps | the search for holes, up to the first one |
//! | two overlapping rows for different assignees, neither within the other, where the first decides | a complaint that both match, and one for each that only it matches |
//! | a collected row that adds nothing | another row of its assignee matches each class that it matches |
//!
//! By hand: `a` copies complaints about `billing` to the quality department, and `b` copies all of them to it. Each class
//! of the category that `a` matches is matched by `b`, so that `a` adds nothing.
//!
//! The work is counted and limited as in the proof.

use alloc::vec::Vec;

use crate::policy::fault::RoutingExample;
use crate::policy::routing::compiled::RoutingTable;
use crate::policy::routing::hit_policy::{HitPolicy, RoutingGaps};
use crate::policy::routing::list::{InputId, List, PartId, PartRange, SetId};
use crate::policy::routing::search::{Left, Search};
use crate::policy::routing::sets::parts_of_block;
use crate::policy::routing::work::{Proof, TooMuch};
use crate::vocab::{Act, Input, RuleId};

/// How many pairs of rows are told at most.
const MAX_PAIRS: usize = 100;

/// What a table says, but most often does not mean.
#[derive(Default)]
pub(in crate::policy) struct Review {
    /// The smallest complaint without an owner, in a table that assigns owners and allows gaps.
    pub(in crate::policy) unrouted: Option<RoutingExample>,
    /// A later row and an earlier one that share complaints, each with others of its own, and a shared complaint.
    pub(in crate::policy) ordered: Vec<(RuleId, RuleId, RoutingExample)>,
    /// A row that is collected and the row of the same assignee that matches whatever it matches, and a complaint.
    pub(in crate::policy) covered: Vec<(RuleId, RuleId, RoutingExample)>,
    /// Whether the table was too complex to be looked at completely.
    pub(in crate::policy) is_cut: bool,
}

impl RoutingTable {
    /// Looks for what is valid but most often not meant.
    pub(in crate::policy) fn review(&self, may_be_unrated: bool) -> Review {
        let proof = Proof::new(self, may_be_unrated);
        let mut review = Review::default();
        let done = proof.review_into(&mut review);
        review.is_cut = done.is_err();
        review
    }
}

impl Proof<'_> {
    fn review_into(&self, review: &mut Review) -> Result<(), TooMuch> {
        let owners = self.table.parts_of(Act::Owner);
        if self.table.routing.gaps == RoutingGaps::Unrouted && !owners.is_empty() {
            let order: Vec<InputId> = self.columns.ids().collect();
            let mut found = Search::new(self, None, 1).run(&order, &Left::All(owners))?;
            review.unrouted = found.pop();
        }
        for &act in Act::ALL {
            let parts = self.table.parts_of(act);
            match self.table.routing.hit_policy(act) {
                HitPolicy::Unique => {}
                HitPolicy::First => self.ordered(parts, &mut review.ordered)?,
                HitPolicy::Collect => self.covered(parts, &mut review.covered)?,
            }
        }
        Ok(())
    }

    fn ordered(
        &self,
        parts: PartRange,
        found: &mut Vec<(RuleId, RuleId, RoutingExample)>,
    ) -> Result<(), TooMuch> {
        for part in parts.iter() {
            for later in self.sharing(part, parts.after(part))? {
                if self.table.row(part).assignee == self.table.row(later).assignee {
                    continue;
                }
                self.spend(self.columns.ids().count())?;
                if self.is_within(part, later) || self.is_within(later, part) {
                    continue;
                }
                if let Some(example) = self.meet(part, later) {
                    found.push((self.id(later), self.id(part), example));
                }
                if found.len() == MAX_PAIRS {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    fn covered(
        &self,
        parts: PartRange,
        found: &mut Vec<(RuleId, RuleId, RoutingExample)>,
    ) -> Result<(), TooMuch> {
        for part in parts.iter() {
            let covers = |other: PartId| {
                other != part
                    && self.table.row(other).assignee == self.table.row(part).assignee
                    && self.is_within(part, other)
                    // Of two rows that match the same, the later one adds nothing.
                    && (other < part || !self.is_within(other, part))
            };
            let classes = self.classes_of(part, true);
            let candidates: Vec<PartId> = if classes.is_empty() {
                parts.iter().collect()
            } else {
                let common = self.table.sets.common(&classes);
                common.flat_map(|(block, parts)| parts_of_block(block, parts)).collect()
            };
            self.spend(candidates.len())?;
            let Some(by) =
                candidates.into_iter().filter(|other| parts.contains(*other)).find(|&other| covers(other))
            else {
                continue;
            };
            if self.is_said_twice(part, by) {
                continue;
            }
            if let Some(example) = self.meet(part, by) {
                found.push((self.id(part), self.id(by), example));
            }
            if found.len() == MAX_PAIRS {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Whether two parts have the same cells: such rows are refused when the policy is built.
    fn is_said_twice(&self, part: PartId, other: PartId) -> bool {
        self.columns.ids().all(|input| self.test(part, input) == self.test(other, input))
    }

    /// The sets of the classes that a part asks for, of the first input that it asks about. A complaint can have several
    /// marks, so that `marks` leaves them out where two parts need not ask for one.
    fn classes_of(&self, part: PartId, marks: bool) -> Vec<SetId> {
        let counts = |input: Input| marks || input != Input::MARK;
        let asked =
            self.columns.entries().find(|(input, column)| counts(column.input) && self.asks(part, *input));
        asked.map_or_else(Vec::new, |(_, column)| {
            column.asked_by(part).iter().map(|class| column.classes[*class].set).collect()
        })
    }

    /// The parts of a range that may share a complaint with a part.
    fn sharing(&self, part: PartId, range: PartRange) -> Result<Vec<PartId>, TooMuch> {
        let sets = self.classes_of(part, false);
        let mut found: Vec<PartId> = if sets.is_empty() {
            range.iter().collect()
        } else {
            sets.into_iter()
                .flat_map(|set| self.table.sets.parts(set))
                .filter(|other| range.contains(*other))
                .collect()
        };
        self.spend(found.len())?;
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// Whether every complaint that a part matches is matched by another one.
    fn is_within(&self, part: PartId, other: PartId) -> bool {
        let columns: &List<InputId, _> = &self.columns;
        columns.entries().all(|(input, column)| {
            if !self.asks(other, input) {
                return true;
            }
            let matched = |set: SetId| self.table.sets.contains(set, other);
            if self.asks(part, input) {
                column.asked_by(part).iter().all(|class| matched(column.classes[*class].set))
            } else {
                column.classes.as_slice().iter().all(|class| matched(class.set))
            }
        })
    }
}
