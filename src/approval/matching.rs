//! A maximum matching of signatures to people: how many slots can be filled if no person fills two?
//!
//! # The problem
//!
//! A chain needs signatures, each by a different person. Each signature is a *slot*, and some people can fill it.
//! Whether the whole chain can be signed is not a question about single slots. Two slots that only anna can fill have
//! one candidate each, and still one of them stays empty. The question is whether a *matching* exists that covers all
//! slots of a bipartite graph, with slots on one side and people on the other.
//!
//! # The idea
//!
//! Kuhn's algorithm fills one slot after the other. To fill a slot, it tries each candidate. A free person takes the
//! slot. A person who already fills another slot takes this one if somebody else can be found for the other slot, by
//! the same search. Such a chain of moves is an *augmenting path*: it fills one slot more and leaves all filled slots
//! filled. If no path starts at a slot, none will appear later, so that each slot is tried once.
//!
//! By hand: `review` can be signed by anna or mia, `release` by anna alone. `review` takes anna. `release` finds only
//! anna, and asks for another person for `review`: mia. Now mia has `review` and anna has `release`.
//!
//! # Data and cost
//!
//! People are numbers from 0, and each slot has a list of them. A set of slots is the bits of one `u32`, because a
//! chain takes at most [`MAX_SLOTS`] = 16 signatures. A matching stores one slot for each person. Filling S slots
//! with at most P candidates each costs at most S × S × P steps: 16 × 16 × 18 with the candidates that `authority`
//! hands over. The recursion is at most S deep, because each level moves the filler of another slot.
//!
//! [`Graph::count_without`] answers "and if these people were gone?" It frees their slots in a copy of the matching
//! and repairs only those, in place of a new search for all slots.
//!
//! # What is missing
//!
//! If slots stay empty, [`Graph::shortage`] finds a proof. It starts at an empty slot and alternates: all candidates
//! of a slot, then the slots that these candidates fill. Every person reached fills one of the slots reached, since a
//! free person would give an augmenting path. So the slots reached are exactly one more than the people who can fill
//! any of them (König, Hall). These people and slots are what an error shows.
//!
//! # At the edges
//!
//! No slots: the matching is full. A slot without candidates stays empty and is a shortage of one slot and no people.
//! A number of a person that the graph does not know counts as marked, so that it is never used.
//!
//! Rejected: Hopcroft–Karp, which is faster for large graphs only, and trying all assignments, which takes 16! steps.

use alloc::vec;
use alloc::vec::Vec;

/// The greatest number of slots in a graph.
pub(super) const MAX_SLOTS: usize = 16;

/// For each slot, the numbers of the people who can fill it.
#[derive(Debug, Default)]
pub(super) struct Graph {
    slots: Vec<Vec<usize>>,
    people: usize,
}

/// A set of slots: bit `n` stands for slot `n`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Slots(u32);

impl Slots {
    pub(super) const NONE: Self = Self(0);

    /// Returns the first `count` slots.
    pub(super) fn first(count: usize) -> Self {
        Self((0..count.min(MAX_SLOTS)).fold(0, |set, slot| set | 1 << slot))
    }

    pub(super) const fn has(self, slot: usize) -> bool {
        self.0 >> slot & 1 == 1
    }

    pub(super) const fn with(self, slot: usize) -> Self {
        Self(self.0 | 1 << slot)
    }

    pub(super) const fn without(self, slot: usize) -> Self {
        Self(self.0 & !(1 << slot))
    }

    pub(super) const fn count(self) -> u32 {
        self.0.count_ones()
    }

    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        (0..MAX_SLOTS).filter(move |slot| self.has(*slot))
    }
}

/// A choice of people that fills as many slots of a set as possible.
#[derive(Clone, Debug)]
pub(super) struct Matching {
    slots: Slots,
    filled: Slots,
    /// The slot that each person fills; `None` if they fill none.
    slot_of: Vec<Option<usize>>,
}

impl Graph {
    /// Adds a slot with the numbers of the people who can fill it. A graph has at most [`MAX_SLOTS`].
    pub(super) fn add(&mut self, people: Vec<usize>) {
        self.people = people.iter().map(|person| person + 1).fold(self.people, usize::max);
        self.slots.push(people);
    }

    /// Returns all slots.
    pub(super) fn all(&self) -> Slots {
        Slots::first(self.slots.len())
    }

    fn people_of(&self, slot: usize) -> &[usize] {
        self.slots.get(slot).map_or(&[], Vec::as_slice)
    }

    /// Fills as many slots of a set as possible.
    pub(super) fn fill(&self, slots: Slots) -> Matching {
        let mut matching = Matching { slots, filled: Slots::NONE, slot_of: vec![None; self.people] };
        self.augment(&mut matching, &[]);
        matching
    }

    /// Returns how many slots of the matching's set can be filled without the people `gone`.
    pub(super) fn count_without(&self, matching: &Matching, gone: &[usize]) -> u32 {
        let freed = |slot: &Option<usize>| slot.is_some();
        if !gone.iter().any(|person| matching.slot_of.get(*person).is_some_and(freed)) {
            return matching.count();
        }
        let mut left = matching.clone();
        for person in gone {
            if let Some(slot) = left.slot_of.get_mut(*person).and_then(Option::take) {
                left.filled = left.filled.without(slot);
            }
        }
        self.augment(&mut left, gone);
        left.count()
    }

    /// Fills empty slots along augmenting paths.
    fn augment(&self, matching: &mut Matching, gone: &[usize]) {
        for slot in matching.slots.iter() {
            if !matching.filled.has(slot) {
                let mut seen = vec![false; self.people];
                for person in gone {
                    mark(&mut seen, *person);
                }
                if self.seat(matching, slot, &mut seen) {
                    // INVARIANT: the slots that were filled stay filled, some of them by other people.
                    matching.filled = matching.filled.with(slot);
                }
            }
        }
    }

    /// Finds a person for a slot, moving others to other slots if that helps. The recursion is at most [`MAX_SLOTS`]
    /// deep, because each level moves the filler of another slot.
    fn seat(&self, matching: &mut Matching, slot: usize, seen: &mut [bool]) -> bool {
        for &person in self.people_of(slot) {
            if mark(seen, person) {
                continue;
            }
            let held = matching.slot_of.get(person).copied().flatten();
            if held.is_none_or(|other| self.seat(matching, other, seen)) {
                if let Some(of) = matching.slot_of.get_mut(person) {
                    *of = Some(slot);
                }
                return true;
            }
        }
        false
    }

    /// Returns slots that are one more than the people who can fill any of them, with these people. Returns `None` if
    /// the matching fills every slot.
    pub(super) fn shortage(&self, matching: &Matching) -> Option<(Slots, Vec<usize>)> {
        // König: everybody whom an alternating path reaches fills one of the slots that it reaches.
        let empty = matching.slots.iter().find(|slot| !matching.filled.has(*slot))?;
        let (mut slots, mut people) = (Slots::NONE.with(empty), Vec::new());
        let mut seen = vec![false; self.people];
        let mut open = vec![empty];
        while let Some(slot) = open.pop() {
            for &person in self.people_of(slot) {
                if mark(&mut seen, person) {
                    continue;
                }
                people.push(person);
                if let Some(other) = matching.slot_of.get(person).copied().flatten()
                    && !slots.has(other)
                {
                    slots = slots.with(other);
                    open.push(other);
                }
            }
        }
        Some((slots, people))
    }
}

impl Matching {
    pub(super) const fn count(&self) -> u32 {
        self.filled.count()
    }

    pub(super) fn is_full(&self) -> bool {
        self.filled == self.slots
    }
}

/// Marks a person, and returns whether they were already marked.
fn mark(seen: &mut [bool], person: usize) -> bool {
    seen.get_mut(person).is_none_or(|seen| core::mem::replace(seen, true))
}
