//! The entries of the procedures, by theme.

mod after;
mod investigation;
mod knowledge;
mod organisation;
mod person;
mod scripts;
mod talk;

use crate::guidance::playbook::Entry;

/// Makes a table of entries. Each row has a key, a kind, the words and the stages it is for, three texts, and elements.
macro_rules! entries {
    ($($key:literal $advice:ident [$($cue:expr),*] [$($stage:ident),*]
        $english:literal $simplified:literal $traditional:literal [$($element:literal)+];)+) => {
        pub(super) const ENTRIES: &[$crate::guidance::playbook::Entry] = &[$($crate::guidance::playbook::Entry {
            key: $crate::word!($crate::vocab::RuleId, $key),
            advice: $crate::guidance::playbook::Advice::$advice,
            cues: alloc::borrow::Cow::Borrowed(&[$($cue),*]),
            stages: alloc::borrow::Cow::Borrowed(&[$($crate::vocab::Stage::$stage),*]),
            texts: [
                alloc::borrow::Cow::Borrowed($english),
                alloc::borrow::Cow::Borrowed($simplified),
                alloc::borrow::Cow::Borrowed($traditional),
            ],
            citations: alloc::borrow::Cow::Borrowed(&[$(alloc::borrow::Cow::Borrowed($element)),+]),
        }),+];
    };
}
use entries;

/// The tables, in the order in which they are shown.
pub(super) const TABLES: &[&[Entry]] = &[
    talk::ENTRIES,
    scripts::ENTRIES,
    person::ENTRIES,
    investigation::ENTRIES,
    after::ENTRIES,
    organisation::ENTRIES,
    knowledge::ENTRIES,
];
