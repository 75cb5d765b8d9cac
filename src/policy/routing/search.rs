//! A search for complaints that none of some parts matches. The head of `proof.rs` explains what it is for.
//!
//! The state of the search is the list of inputs that were not asked yet, and the parts that match every answer so
//! far. A step takes the next input, tries each of its classes, and keeps the parts that match the class. It ends in
//! one of three ways:
//!
//! - No part is left: the answers so far are an example.
//! - A part that is left asks none of the remaining inputs, or no input remains: that part matches whatever is
//!   answered next, so that there is no example below.
//! - The state was visited before: everything below is known.
//!
//! Three things keep it short. An input about which no remaining part asks is skipped, because its classes make no
//! difference. The memo `seen` visits each state once, so that two prefixes that leave the same parts share the work;
//! an example then has the first of these prefixes. And if one example is enough, the classes with the fewest parts
//! come first, because an empty set is most likely there.
//!
//! The search has two modes. Without `of` it looks for holes, and reports up to `most` of them in the order of the
//! inputs. Of the class at which the last part drops out, it reports every word, so that an author sees all of them.
//! With `of` it asks whether that part ever decides: for the inputs that the part asks about, only the classes that
//! it matches are tried, and these inputs come first.
//!
//! "Not known" is tried only if it is the only class or if `of` asks for it: a complaint with an unknown word is
//! undetermined, not unowned.
//!
//! Cost. Each step adds the number of the parts it looks at to the work of the proof (`Proof::spend`), which ends the
//! search with `TooMuch` beyond the limit.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::policy::answer::InputAnswer;
use crate::policy::fault::RoutingExample;
use crate::policy::routing::list::{InputId, PartId, PartRange, SetId};
use crate::policy::routing::work::{Proof, TooMuch};

/// A search for complaints that none of some parts matches.
pub(super) struct Search<'p> {
    proof: &'p Proof<'p>,
    /// The part to whose complaints the search is limited.
    of: Option<PartId>,
    /// How many complaints are enough.
    most: usize,
    /// The answers so far.
    path: Vec<(InputId, InputAnswer)>,
    found: Vec<RoutingExample>,
    /// What was looked at already: the number of inputs still to ask, and the parts that were left.
    seen: BTreeSet<(usize, Left)>,
}

impl<'p> Search<'p> {
    pub(super) const fn new(proof: &'p Proof<'p>, of: Option<PartId>, most: usize) -> Self {
        Self { proof, of, most, path: Vec::new(), found: Vec::new(), seen: BTreeSet::new() }
    }

    pub(super) fn run(mut self, inputs: &[InputId], left: &Left) -> Result<Vec<RoutingExample>, TooMuch> {
        self.look(inputs, left)?;
        Ok(self.found)
    }

    /// Looks at the inputs that are not asked yet, one class at a time.
    fn look(&mut self, inputs: &[InputId], left: &Left) -> Result<(), TooMuch> {
        let proof = self.proof;
        if self.found.len() >= self.most {
            return Ok(());
        }
        if left.is_empty() {
            self.found.push(self.example());
            return Ok(());
        }
        // A part that asks nothing more matches from here on. If no input remains, each part that is left does.
        let Some((&input, rest)) = inputs.split_first() else { return Ok(()) };
        if left.parts().any(|part| !inputs.iter().any(|&input| proof.asks(part, input))) {
            return Ok(());
        }
        // If no part asks about this input, its classes make no difference. The part in question is limited to its
        // words.
        let own = self.of.filter(|&of| proof.asks(of, input));
        if own.is_none() && !left.parts().any(|part| proof.asks(part, input)) {
            return self.look(rest, left);
        }
        if !self.seen.insert((inputs.len(), left.clone())) {
            return Ok(());
        }
        let column = &proof.columns[input];
        let classes = match (own, self.of) {
            (Some(of), _) => column.asked_by(of),
            // One example is enough. It is most likely in the classes with the fewest parts.
            (None, Some(_)) => &column.by_size,
            (None, None) => &column.in_order,
        };
        for &class in classes {
            let class = &column.classes[class];
            // "Not known" is no word, so it makes no gap. It is tried only for a part that asks for it.
            if own.is_none() && class.first == InputAnswer::NotKnown && classes.len() > 1 {
                continue;
            }
            let kept = Left::These(self.kept(left, class.set)?);
            let others = if kept.is_empty() { class.others.as_slice() } else { &[] };
            for &word in core::iter::once(&class.first).chain(others) {
                self.path.push((input, word));
                self.look(rest, &kept)?;
                self.path.pop();
            }
        }
        Ok(())
    }

    /// The parts of `left` that are in a set.
    fn kept(&self, left: &Left, set: SetId) -> Result<Vec<PartId>, TooMuch> {
        let sets = &self.proof.table.sets;
        let (size, parts) = match left {
            Left::All(parts) => {
                (sets.size(set), sets.parts(set).filter(|part| parts.contains(*part)).collect())
            }
            Left::These(parts) if sets.size(set) < parts.len() => {
                let kept = sets.parts(set).filter(|part| parts.binary_search(part).is_ok());
                (sets.size(set), kept.collect())
            }
            Left::These(parts) => {
                let kept = parts.iter().copied().filter(|part| sets.contains(set, *part));
                (parts.len(), kept.collect())
            }
        };
        self.proof.spend(size)?;
        Ok(parts)
    }

    /// The complaint that the answers so far describe.
    fn example(&self) -> RoutingExample {
        let mut path = self.path.clone();
        path.sort_unstable_by_key(|(input, _)| *input);
        let words = path.into_iter().map(|(at, word)| (self.proof.columns[at].input, word));
        RoutingExample { words: words.collect() }
    }
}

/// The parts that are left at one point of a search.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Left {
    All(PartRange),
    These(Vec<PartId>),
}

impl Left {
    fn is_empty(&self) -> bool {
        match self {
            Self::All(parts) => parts.is_empty(),
            Self::These(parts) => parts.is_empty(),
        }
    }

    fn parts(&self) -> impl Iterator<Item = PartId> {
        let (all, these) = match self {
            Self::All(parts) => (Some(*parts), [].as_slice()),
            Self::These(parts) => (None, parts.as_slice()),
        };
        all.into_iter().flat_map(PartRange::iter).chain(these.iter().copied())
    }
}
