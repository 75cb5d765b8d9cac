//! Which slots can be filled by which people, no person filling two.

use alloc::vec;
use alloc::vec::Vec;

/// The most slots of a graph.
pub(super) const MAX_SLOTS: usize = 16;

/// The people who can fill each slot, as numbers.
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

    /// The first so many.
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

/// As many slots of a set filled as can be.
#[derive(Clone, Debug)]
pub(super) struct Matching {
    slots: Slots,
    filled: Slots,
    /// The slot that each person fills.
    slot_of: Vec<Option<usize>>,
}

impl Graph {
    /// Adds a slot, at most [`MAX_SLOTS`] in all, with the numbers of those who can fill it.
    pub(super) fn add(&mut self, people: Vec<usize>) {
        self.people = people.iter().map(|person| person + 1).fold(self.people, usize::max);
        self.slots.push(people);
    }

    /// Every slot.
    pub(super) fn all(&self) -> Slots {
        Slots::first(self.slots.len())
    }

    fn people_of(&self, slot: usize) -> &[usize] {
        self.slots.get(slot).map_or(&[], Vec::as_slice)
    }

    /// Fills as many slots of a set as can be.
    pub(super) fn fill(&self, slots: Slots) -> Matching {
        let mut matching = Matching { slots, filled: Slots::NONE, slot_of: vec![None; self.people] };
        self.augment(&mut matching, &[]);
        matching
    }

    /// How many slots of a matching's set can be filled without some people.
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

    /// Fills the empty slots along augmenting paths, as long as there are any.
    fn augment(&self, matching: &mut Matching, gone: &[usize]) {
        for slot in matching.slots.iter() {
            if !matching.filled.has(slot) {
                let mut seen = vec![false; self.people];
                for person in gone {
                    mark(&mut seen, *person);
                }
                if self.seat(matching, slot, &mut seen) {
                    // The slots that were filled before are filled still, by others.
                    matching.filled = matching.filled.with(slot);
                }
            }
        }
    }

    /// Finds somebody for a slot, moving others where that helps. At most [`MAX_SLOTS`] deep, for each level moves
    /// the filler of another slot.
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

    /// Some slots that are more than the people who can fill any of them, by one, with those people; nothing where
    /// every slot of the matching is filled.
    pub(super) fn shortage(&self, matching: &Matching) -> Option<(Slots, Vec<usize>)> {
        // Koenig: what alternating paths reach from an empty slot is filled among itself, but for that slot.
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

/// Marks a person, and tells whether they were marked before.
fn mark(seen: &mut [bool], person: usize) -> bool {
    seen.get_mut(person).is_none_or(|seen| core::mem::replace(seen, true))
}
