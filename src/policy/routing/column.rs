//! Columns: the words of one input, in classes that the proof need not tell apart.
//!
//! Two words belong to one class if the same parts match them, which is the case if the index gave them the same set.
//! If a thousand words are declared and five rows ask for one each, there are six classes of words. "Known to be
//! nothing" is a class of its own if it can occur, and "not known" always is one. So the proof tries seven or eight
//! answers, and no answer beside them would change anything.
//!
//! For each part that asks about the input, the column lists the classes that the part matches. The list is never
//! empty: the words of a valid row are declared, so that at least one class matches.

use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::vec::Vec;

use crate::policy::answer::InputAnswer;
use crate::policy::routing::compiled::RoutingTable;
use crate::policy::routing::index::Index;
use crate::policy::routing::list::{ClassId, InputId, List, PartId, SetId};
use crate::vocab::Input;

/// One input of a table, with its words in classes.
pub(super) struct Column {
    pub(super) input: Input,
    pub(super) classes: List<ClassId, Class>,
    /// The classes in the order in which gaps are reported: words, "nothing", "not known".
    pub(super) in_order: Vec<ClassId>,
    /// The classes, those with the fewest parts first.
    pub(super) by_size: Vec<ClassId>,
    /// For each part that asks about the input, the classes that it matches; never empty.
    asked: BTreeMap<PartId, Vec<ClassId>>,
}

/// Words that the same parts match, or one of the two ways to have no word.
pub(super) struct Class {
    /// The parts that match.
    pub(super) set: SetId,
    pub(super) first: InputAnswer,
    pub(super) others: Vec<InputAnswer>,
}

impl Column {
    pub(super) fn new(table: &RoutingTable, at: InputId, index: &Index, may_be_unrated: bool) -> Self {
        let classes = classes(index, may_be_unrated);
        let in_order: Vec<ClassId> = classes.ids().collect();
        let mut by_size = in_order.clone();
        by_size.sort_by_key(|class| table.sets.size(classes[*class].set));
        let asks = |part: PartId| table.parts[part].tests[at].is_some();
        let mut asked: BTreeMap<PartId, Vec<ClassId>> = BTreeMap::new();
        for (id, class) in classes.entries() {
            for part in table.sets.parts(class.set).filter(|part| asks(*part)) {
                asked.entry(part).or_default().push(id);
            }
        }
        debug_assert!(
            table.parts.ids().all(|part| !asks(part) || asked.contains_key(&part)),
            "a part asks for a {} that no complaint has",
            index.input
        );
        Self { input: index.input, classes, in_order, by_size, asked }
    }

    /// The classes that a part matches. The part must ask about the input.
    #[expect(clippy::indexing_slicing, reason = "a part that asks matches some class")]
    pub(super) fn asked_by(&self, part: PartId) -> &[ClassId] {
        &self.asked[&part]
    }
}

/// The classes of an input: its words by their sets, then "nothing" if that can be known, and last "not known".
fn classes(index: &Index, may_be_unrated: bool) -> List<ClassId, Class> {
    let mut of_set: BTreeMap<SetId, ClassId> = BTreeMap::new();
    let mut classes = List::new();
    let class = |set, first| Class { set, first, others: Vec::new() };
    for &(word, set) in &index.domain {
        match of_set.entry(set) {
            Entry::Vacant(entry) => drop(entry.insert(classes.push(class(set, InputAnswer::Word(word))))),
            Entry::Occupied(entry) => classes[*entry.get()].others.push(InputAnswer::Word(word)),
        }
    }
    let may_be_none = match index.input {
        Input::Severity => may_be_unrated,
        Input::Word(_) => index.input.may_be_nothing(),
    };
    if may_be_none {
        classes.push(class(index.nothing, InputAnswer::Nothing));
    }
    classes.push(class(index.not_known, InputAnswer::NotKnown));
    classes
}
