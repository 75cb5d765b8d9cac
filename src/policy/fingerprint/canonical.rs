//! The canonical form of a document: one text for all ways of writing the same thing.
//!
//! **The problem.** Two documents that say the same can differ in the order of keys and of items, in defaults that are
//! written out, and in citations. A hash needs one text for both.
//!
//! **The idea.** Every value is written in the manner of [bencode](https://www.bittorrent.org/beps/bep_0003.html):
//!
//! | Value | Form | Example |
//! |---|---|---|
//! | text | length, colon, text | `5:hello` |
//! | number | `i`, digits, `e` | `i7e` |
//! | switch | `t` or `f` | `t` |
//! | nothing, in a list or a map | `n` | `n` |
//! | list | `l`, items, `e` | `l1:a1:be` |
//! | record or map | `d`, entries sorted by their form, `e` | `d3:onei1ee` |
//!
//! Every form shows where it ends. Two different values therefore have different forms, and no form is the beginning of
//! another one.
//!
//! Three rules make equal meaning equal text:
//!
//! 1. A field in [`LEFT_OUT`] is left out, because a citation decides nothing.
//! 2. A field of a record that says no more than its absence is left out: nothing, `false`, an empty text, list or
//!    record. A key whose default is another value has that value in [`USUAL`]. If the type of a field keeps a value
//!    apart from nothing, as `Some(false)` does, the field stays.
//! 3. The items of a list whose order means nothing ([`is_set`]) are sorted by their form.
//!
//! **By hand.** `{"remedies": ["refund", "goodwill"], "steps": [], "citation": "DISP 1"}` is written as
//! `d8:remediesl6:refund8:goodwillee`.
//!
//! **The layout.** One buffer holds the form. Sorting keeps the positions at which items begin, sorts the slices
//! between them, and writes them back. The keys that lead to the current value are ranges of the same buffer, so that
//! [`is_set`] can look at the key and at the key above it.
//!
//! **Cost.** Each value is written once, and each sort copies its items once for each level of nesting.
//!
//! **Edges.** The order of an unknown list counts. A list that is missing in [`SETS`] therefore tells too many policies
//! apart, and never too few. Fractions and bytes have no form: a policy holds none, and one that did would be written
//! as its error (`x`), which a debug build reports.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Display};
use core::ops::Range;

use serde::ser::{self, Serialize};

use crate::vocab::Input;

/// The keys whose values decide nothing.
const LEFT_OUT: [&str; 1] = ["citation"];

/// Defaults that documents write out: the key above, the key, and the form of the default.
const USUAL: [(&str, &str, &str); 6] = [
    ("track", "triage", "t"),
    ("track", "dispatch", "t"),
    ("track", "apology", "9:not-asked"),
    ("track", "reopening", "6:always"),
    ("track", "alternatives-wanted", "i1e"),
    ("extensions", "times", "i1e"),
];

/// The keys of lists whose order means nothing, wherever they stand. A list of words under the name of an input is one
/// too.
const SETS: [&str; 37] = [
    "words",
    "only",
    "marks",
    "requirements",
    "clocks",
    "forms",
    "reports",
    "levels",
    "fallbacks",
    "escalations",
    "all",
    "any",
    "by",
    "targets",
    "only-for",
    "pauses",
    "extensions",
    "warnings",
    "fulfilled-by",
    "required",
    "fault-only-of",
    "permits",
    "any-of",
    "one-of-each",
    "systems",
    "remedies",
    "fields",
    "optional",
    "roles",
    "departments",
    "must-ask",
    "complainant-may",
    "complained-about-may",
    "complainant-alone",
    "overriders",
    "parted",
    "second-person",
];

/// Returns whether the order of a list means nothing, by its key and the key above it.
///
/// Order counts if the first match decides (rules of a rating, keys of a repetition, alternatives of a deadline that come
/// to one instant), if
/// one thing follows another (steps of a chain, of an escalation), and if the first weighs most (inputs of routing).
/// Rows of routing and chains of approval are already sorted as far as their order means nothing.
fn is_set(above: &str, key: &str) -> bool {
    let is_input = || key.parse::<Input>().is_ok();
    // Among severity rules, the highest level decides, whatever their order. Of a rating, the first rule decides.
    // Of a repetition, the first key that the complaint has decides. Of signers and roles, any one counts.
    let is_ordered = key == "by" && above == "repeats";
    (key == "rules" && above == "severity") || (SETS.contains(&key) && !is_ordered) || is_input()
}

/// Returns the canonical form of a value.
pub(in crate::policy) fn canonical<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.value(value);
    writer.out
}

#[derive(Default)]
pub(in crate::policy) struct Writer {
    pub(in crate::policy) out: Vec<u8>,
    /// Where in `out` the keys stand that lead to the current value.
    keys: Vec<Range<usize>>,
    /// Whether the value stands in a field that may also hold nothing.
    pub(in crate::policy) in_some: bool,
}

impl Writer {
    /// Writes a value. Every value in a policy can be written; any other is written as its error.
    pub(in crate::policy) fn value<T: Serialize + ?Sized>(&mut self, value: &T) {
        let from = self.out.len();
        let keys = self.keys.len();
        if let Err(NotWritten(error)) = value.serialize(&mut *self) {
            debug_assert!(false, "a part of a policy is not written: {error}");
            self.out.truncate(from);
            self.keys.truncate(keys);
            self.out.push(b'x');
            self.text(&error);
        }
    }

    /// Writes a value of a list or a map, where nothing has a form too.
    fn value_or_nothing<T: Serialize + ?Sized>(&mut self, value: &T) {
        let from = self.out.len();
        self.value(value);
        if self.out.len() == from {
            self.out.push(b'n');
        }
    }

    fn digits(&mut self, mut number: u128) {
        let mut digits = [0; 39];
        let mut used = 0;
        for digit in digits.iter_mut().rev() {
            // INVARIANT: a remainder of ten fits into a byte.
            *digit = b'0' + u8::try_from(number % 10).unwrap_or(0);
            number /= 10;
            used += 1;
            if number == 0 {
                break;
            }
        }
        self.out.extend(digits.iter().skip(digits.len() - used));
    }

    pub(in crate::policy) fn number(&mut self, negative: bool, amount: u128) {
        self.out.push(b'i');
        if negative {
            self.out.push(b'-');
        }
        self.digits(amount);
        self.out.push(b'e');
    }

    /// Writes a text and returns where it stands, without its length.
    pub(in crate::policy) fn text(&mut self, text: &str) -> Range<usize> {
        self.digits(text.len() as u128);
        self.out.push(b':');
        let from = self.out.len();
        self.out.extend_from_slice(text.as_bytes());
        from..self.out.len()
    }

    /// Returns the key that stands `levels` above the current value.
    fn key(&self, levels: usize) -> &str {
        let place = self.keys.len().checked_sub(levels + 1).and_then(|at| self.keys.get(at));
        let bytes = place.and_then(|place| self.out.get(place.clone())).unwrap_or_default();
        // INVARIANT: every key was written as a text, so that its bytes are valid.
        debug_assert!(core::str::from_utf8(bytes).is_ok(), "a key that is no text");
        core::str::from_utf8(bytes).unwrap_or_default()
    }

    /// Sorts the parts of `out` that begin at these positions. Each part ends where the next one begins.
    fn sort(&mut self, starts: &[usize]) {
        let Some(&first) = starts.first() else { return };
        let written = self.out.split_off(first);
        let ends = starts.iter().skip(1).copied().chain([first + written.len()]);
        let mut parts: Vec<&[u8]> = starts
            .iter()
            .zip(ends)
            .filter_map(|(&start, end)| written.get(start - first..end - first))
            .collect();
        parts.sort_unstable();
        for part in parts {
            self.out.extend_from_slice(part);
        }
    }

    pub(in crate::policy) fn entries(&mut self) -> Entries<'_> {
        self.out.push(b'd');
        Entries { writer: self, starts: Vec::new() }
    }

    pub(in crate::policy) fn items(&mut self) -> Items<'_> {
        let sorted = is_set(self.key(1), self.key(0));
        Items { sorted, ..self.in_order() }
    }

    pub(in crate::policy) fn in_order(&mut self) -> Items<'_> {
        self.out.push(b'l');
        Items { writer: self, sorted: false, starts: Vec::new() }
    }
}

/// A value has no canonical form.
#[derive(Debug)]
pub(in crate::policy) struct NotWritten(String);

impl Display for NotWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for NotWritten {}

impl ser::Error for NotWritten {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// A list that is being written.
pub(in crate::policy) struct Items<'w> {
    writer: &'w mut Writer,
    sorted: bool,
    starts: Vec<usize>,
}

impl Items<'_> {
    pub(in crate::policy) fn item<T: Serialize + ?Sized>(&mut self, value: &T) {
        self.starts.push(self.writer.out.len());
        self.writer.value_or_nothing(value);
    }

    pub(in crate::policy) fn finish(self) {
        if self.sorted {
            self.writer.sort(&self.starts);
        }
        self.writer.out.push(b'e');
    }
}

/// A record or a map that is being written.
pub(in crate::policy) struct Entries<'w> {
    writer: &'w mut Writer,
    starts: Vec<usize>,
}

impl Entries<'_> {
    pub(in crate::policy) fn key<T: Serialize + ?Sized>(&mut self, key: &T) {
        let start = self.writer.out.len();
        self.starts.push(start);
        self.writer.value(key);
        // Only the text is the key; its length and the colon stand before it.
        let written = self.writer.out.get(start..).unwrap_or_default();
        debug_assert!(written.contains(&b':'), "a key of a map that is written as no text");
        let text = written.iter().position(|byte| *byte == b':').map_or(start, |colon| start + colon + 1);
        self.writer.keys.push(text..self.writer.out.len());
    }

    pub(in crate::policy) fn value<T: Serialize + ?Sized>(&mut self, value: &T) {
        self.writer.value_or_nothing(value);
        self.writer.keys.pop();
    }

    /// Writes a field of a record, unless it says no more than its absence.
    pub(in crate::policy) fn field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) {
        if LEFT_OUT.contains(&key) {
            return;
        }
        let start = self.writer.out.len();
        let text = self.writer.text(key);
        let from = text.end;
        self.writer.keys.push(text);
        self.writer.in_some = false;
        self.writer.value(value);
        let in_some = core::mem::take(&mut self.writer.in_some);
        debug_assert!(from <= self.writer.out.len(), "a value that takes back what stood before it");
        let form = self.writer.out.get(from..).unwrap_or_default();
        let above = self.writer.key(1);
        let usual = USUAL.iter().find(|(of, usual_key, _)| *of == above && *usual_key == key);
        let nothing = match usual {
            _ if form.is_empty() => true,
            Some((_, _, usual)) => usual.as_bytes() == form,
            None => !in_some && matches!(form, b"f" | b"0:" | b"le" | b"de"),
        };
        self.writer.keys.pop();
        if nothing {
            self.writer.out.truncate(start);
        } else {
            self.starts.push(start);
        }
    }

    pub(in crate::policy) fn finish(self) {
        self.writer.sort(&self.starts);
        self.writer.out.push(b'e');
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use serde::Serialize;

    use super::canonical;
    use crate::policy::track::{Conduct, Track};

    #[derive(Default, Serialize)]
    #[serde(rename_all = "kebab-case")]
    struct Record {
        remedies: Vec<&'static str>,
        steps: Vec<&'static str>,
        citation: &'static str,
        switch: bool,
        chosen: Option<bool>,
        within: Option<Vec<i64>>,
    }

    fn form(record: &Record) -> String {
        String::from_utf8_lossy(&canonical(record)).into_owned()
    }

    #[test]
    fn the_form_is_the_one_of_the_example() {
        let record =
            Record { remedies: Vec::from(["refund", "goodwill"]), citation: "DISP 1", ..Record::default() };
        assert_eq!(form(&record), "d8:remediesl6:refund8:goodwillee");
        let other = Record { remedies: Vec::from(["goodwill", "refund"]), ..record };
        assert_eq!(form(&other), "d8:remediesl6:refund8:goodwillee");
    }

    #[test]
    fn order_counts_unless_a_list_is_known_to_be_a_set() {
        let record = Record { steps: Vec::from(["b", "a"]), ..Record::default() };
        assert_eq!(form(&record), "d5:stepsl1:b1:aee");
    }

    #[test]
    fn what_a_field_keeps_apart_from_nothing_stays() {
        assert_eq!(form(&Record::default()), "de");
        assert_eq!(form(&Record { chosen: Some(false), ..Record::default() }), "d6:chosenfe");
        assert_eq!(form(&Record { within: Some(Vec::new()), ..Record::default() }), "d6:withinlee");
        let numbers =
            Record { within: Some(Vec::from([0, -7, i64::MIN])), switch: true, ..Record::default() };
        assert_eq!(form(&numbers), "d6:switcht6:withinli0ei-7ei-9223372036854775808eee");
    }

    #[test]
    fn defaults_that_documents_write_are_left_out() {
        #[derive(Serialize)]
        struct Part {
            track: Track,
        }
        assert_eq!(canonical(&Part { track: Track::new() }), b"de");
        let without = canonical(&Part { track: Track::new().without_triage() });
        assert_eq!(without, b"d5:trackd6:triagefee");
        assert_eq!(canonical(&Conduct::new()), b"de");
    }
}
