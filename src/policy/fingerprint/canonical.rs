//! The canonical form of a document: one text for all ways to write the same.
//!
//! Values are written as [bencode](https://www.bittorrent.org/beps/bep_0003.html) has them, and switches beside: a text
//! is `5:hello`, a number `i7e`, a switch `t` or `f`, nothing `n`, a list `l…e`, a record or a map `d…e` with its
//! entries sorted by their form. No two values have one form, and none is the beginning of another. On the way
//!
//! - `citation` is left out, for it decides nothing;
//! - what a record may leave out is left out: nothing, `false`, an empty text, an empty list and an empty record, or,
//!   of a key with another default, the value in [`USUAL`]. What the type of a field keeps apart from nothing
//!   (`Some(false)`) stays;
//! - lists whose order says nothing ([`is_set`]) are sorted by the form of their items. The order of any other list
//!   counts, so that a list of which nobody thought tells too much apart and never too little.
//!
//! By hand: `{"remedies": ["refund", "goodwill"], "steps": [], "citation": "DISP 1"}` is
//! `d8:remediesl6:refund8:goodwillee`.
//!
//! The cost is that of writing each value once and of sorting its entries; nothing is kept but the form itself.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Display};
use core::ops::Range;

use serde::ser::{self, Serialize};

use crate::vocab::Input;

/// Whose value decides nothing.
const LEFT_OUT: [&str; 1] = ["citation"];

/// What documents write although it says no more than leaving it out: the key above, the key, and the form of the value.
const USUAL: [(&str, &str, &str); 6] = [
    ("track", "triage", "t"),
    ("track", "dispatch", "t"),
    ("track", "apology", "9:not-asked"),
    ("track", "reopening", "6:always"),
    ("track", "alternatives-wanted", "i1e"),
    ("extensions", "times", "i1e"),
];

/// The keys of lists whose order says nothing, wherever they stand. Words that an input is compared with stand under the
/// name of the input.
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

/// Whether the order of a list says nothing, by its key and the key above.
///
/// Order counts where the first that matches decides (rules of a rating, alternatives of a deadline that come to one
/// instant), where one thing follows another (steps of a chain, of an escalation), and where the first weighs most (the
/// inputs of routing). Rows of routing and chains of approval come sorted as far as their order says nothing.
fn is_set(above: &str, key: &str) -> bool {
    let is_input = || key.parse::<Input>().is_ok();
    // Of severity rules the highest level counts, of ratings the first rule.
    (key == "rules" && above == "severity") || SETS.contains(&key) || is_input()
}

/// Writes the canonical form of a value.
pub(in crate::policy) fn canonical<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.value(value);
    writer.out
}

#[derive(Default)]
pub(in crate::policy) struct Writer {
    pub(in crate::policy) out: Vec<u8>,
    /// Where the keys stand in `out` that lead to the value that is written.
    keys: Vec<Range<usize>>,
    /// Whether the value stands in a field that may also hold nothing.
    pub(in crate::policy) in_some: bool,
}

impl Writer {
    /// Writes a value. Nothing that a policy holds fails to be written; what would is written as its error.
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

    /// Writes a value that stands in a list or a map, where nothing has a form too.
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

    /// Writes a text, and says where it stands.
    pub(in crate::policy) fn text(&mut self, text: &str) -> Range<usize> {
        self.digits(text.len() as u128);
        self.out.push(b':');
        let from = self.out.len();
        self.out.extend_from_slice(text.as_bytes());
        from..self.out.len()
    }

    /// The key that many levels above the value.
    fn key(&self, levels: usize) -> &str {
        let place = self.keys.len().checked_sub(levels + 1).and_then(|at| self.keys.get(at));
        let bytes = place.and_then(|place| self.out.get(place.clone())).unwrap_or_default();
        // INVARIANT: a key was written as a text.
        debug_assert!(core::str::from_utf8(bytes).is_ok(), "a key that is no text");
        core::str::from_utf8(bytes).unwrap_or_default()
    }

    /// Puts what stands from each of these places up to the next one in order.
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

/// A value that cannot be written.
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

/// The items of a list.
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

/// The entries of a record or a map.
pub(in crate::policy) struct Entries<'w> {
    writer: &'w mut Writer,
    starts: Vec<usize>,
}

impl Entries<'_> {
    pub(in crate::policy) fn key<T: Serialize + ?Sized>(&mut self, key: &T) {
        let start = self.writer.out.len();
        self.starts.push(start);
        self.writer.value(key);
        // The text stands behind its length.
        let written = self.writer.out.get(start..).unwrap_or_default();
        debug_assert!(written.contains(&b':'), "a key of a map that is written as no text");
        let text = written.iter().position(|byte| *byte == b':').map_or(start, |colon| start + colon + 1);
        self.writer.keys.push(text..self.writer.out.len());
    }

    pub(in crate::policy) fn value<T: Serialize + ?Sized>(&mut self, value: &T) {
        self.writer.value_or_nothing(value);
        self.writer.keys.pop();
    }

    /// Writes a field of a record, unless it says no more than leaving it out.
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
