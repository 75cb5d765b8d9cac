//! Lists and the ids of their items. Each kind of list has its own type of id, so that ids cannot be mixed up.
//!
//! An id that is not in its list stops the program. It is a bug of this crate, and going on would be worse: a table
//! with a part that nobody looks at would be proved.

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use core::ops::{Index, IndexMut};

/// The place of an item in lists of one kind.
pub(super) trait Id: Copy {
    fn from_number(number: u32) -> Self;

    fn number(self) -> u32;

    #[expect(
        clippy::cast_possible_truncation,
        reason = "the lengths of lists are checked where they are filled"
    )]
    fn from_place(place: usize) -> Self {
        debug_assert!(u32::try_from(place).is_ok(), "place {place} has more than 32 bits");
        Self::from_number(place as u32)
    }

    fn place(self) -> usize {
        self.number() as usize
    }
}

macro_rules! ids {
    ($($(#[$about:meta])* $id:ident;)+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
        pub(super) struct $id(u32);

        impl Id for $id {
            fn from_number(number: u32) -> Self {
                Self(number)
            }

            fn number(self) -> u32 {
                self.0
            }
        }
    )+};
}

ids! {
    /// A row, by its place in the table.
    RowId;
    /// A part of a row, by its place in the order of the parts.
    PartId;
    /// An input of the table, by its place among them.
    InputId;
    /// A set of parts.
    SetId;
    /// A class of words of one input.
    ClassId;
}

/// A list whose items have ids of one kind.
#[derive(Clone, Eq, PartialEq)]
pub(super) struct List<I, T> {
    items: Vec<T>,
    ids: PhantomData<I>,
}

impl<I: Id, T> List<I, T> {
    pub(super) const fn new() -> Self {
        Self { items: Vec::new(), ids: PhantomData }
    }

    pub(super) const fn len(&self) -> usize {
        self.items.len()
    }

    /// Adds an item and returns its id.
    pub(super) fn push(&mut self, item: T) -> I {
        let id = I::from_place(self.items.len());
        self.items.push(item);
        id
    }

    pub(super) fn as_slice(&self) -> &[T] {
        &self.items
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = I> + use<I, T> {
        (0..self.items.len()).map(I::from_place)
    }

    /// The items, each with its id.
    pub(super) fn entries(&self) -> impl Iterator<Item = (I, &T)> {
        self.ids().zip(&self.items)
    }
}

impl<I: Id, T> Default for List<I, T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<I, T: fmt::Debug> fmt::Debug for List<I, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items.fmt(f)
    }
}

impl<I, T> FromIterator<T> for List<I, T> {
    fn from_iter<S: IntoIterator<Item = T>>(items: S) -> Self {
        Self { items: items.into_iter().collect(), ids: PhantomData }
    }
}

#[expect(clippy::indexing_slicing, reason = "ids come from lists of their kind")]
impl<I: Id, T> Index<I> for List<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.items[id.place()]
    }
}

#[expect(clippy::indexing_slicing, reason = "ids come from lists of their kind")]
impl<I: Id, T> IndexMut<I> for List<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.items[id.place()]
    }
}

/// Consecutive parts.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct PartRange {
    pub(super) start: PartId,
    /// The place behind the last part.
    pub(super) end: PartId,
}

impl PartRange {
    pub(super) fn is_empty(self) -> bool {
        self.start >= self.end
    }

    pub(super) fn contains(self, part: PartId) -> bool {
        self.start <= part && part < self.end
    }

    pub(super) fn iter(self) -> impl Iterator<Item = PartId> {
        (self.start.place()..self.end.place()).map(PartId::from_place)
    }

    /// The parts before one of them.
    pub(super) fn before(self, part: PartId) -> Self {
        debug_assert!(self.contains(part), "{part:?} is of another act");
        Self { start: self.start, end: part }
    }

    /// The parts behind one of them.
    pub(super) fn after(self, part: PartId) -> Self {
        debug_assert!(self.contains(part), "{part:?} is of another act");
        Self { start: PartId::from_place(part.place() + 1), end: self.end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "index out of bounds")]
    fn an_id_that_is_not_of_a_list_stops_the_program() {
        let list: List<RowId, &str> = ["a", "b"].into_iter().collect();
        let _ = list[RowId::from_place(2)];
    }

    #[cfg(debug_assertions)]
    #[test]
    #[should_panic(expected = "is of another act")]
    fn no_part_is_before_one_of_another_act() {
        let [start, end] = [2, 4].map(PartId::from_number);
        let _ = PartRange { start, end }.before(end);
    }
}
