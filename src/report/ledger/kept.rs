//! The rows of a ledger, in little space.
//!
//! # Problem
//!
//! A [`LedgerRow`] has room for the longest ids and spells its words out: it takes more than 800 bytes, and what it
//! points to. A ledger keeps the rows of years.
//!
//! # Layout
//!
//! A [`Kept`] holds what every row has and what periods count: instants, rounds and closed words. It has one size and,
//! unless the case was reopened, nothing of its own on the heap. All else stands in one list of bytes that the rows of
//! a [`Rows`] share; a row knows where its part begins. The part holds, in this order:
//!
//! | what | how |
//! |---|---|
//! | the id of the case | a text |
//! | the words of the complaint | their number, then one number for each |
//! | the group of the cause, the stated cause, the department | the number of the word plus 1, or 0 |
//! | the product, the case in which this one continues | a text; empty if there is none |
//! | the remedies | their number, then one number for each |
//! | the amounts | their number plus 1, then minor units and three letters for each; 0 if they are not known |
//!
//! A text is its length and its bytes. A number is written seven bits a byte, the lowest first, and the highest bit says
//! that another byte follows: the numbers of a few hundred words take one or two bytes. A facet and a word of it have
//! one number together.
//!
//! # Cost
//!
//! A question reads the part of a row up to its answer. Nothing is written after a ledger was made.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::slice;
use core::str::FromStr;

use chrono::{DateTime, Utc};

use crate::report::ledger::by::{Answer, GroupValue, Grouping};
use crate::report::ledger::course::Course;
use crate::report::ledger::round::Round;
use crate::report::ledger::row::LedgerRow;
use crate::text::checked;
use crate::vocab::course::Opinion;
use crate::vocab::dictionary::{FacetNumber, WordNumber, Words};
use crate::vocab::{CaseId, Cause, Facet, Money, ProductKey, Severity, Stage, Standing};

/// The part of a row that every row has.
#[derive(Clone)]
pub(super) struct Kept {
    /// Where the bytes of the row begin.
    begins: usize,
    rounds: Rounds,
    pub(super) received: DateTime<Utc>,
    seen: DateTime<Utc>,
    pub(super) due: Option<DateTime<Utc>>,
    stage: Stage,
    severity: Option<Severity>,
    pub(super) standing: Option<Standing>,
    pub(super) undetermined: bool,
    opinion: Option<Opinion>,
}

/// The rounds of a case. Most cases have one.
#[derive(Clone)]
enum Rounds {
    One(Round),
    Other(Box<[Round]>),
}

/// Rows, with the words and bytes that they share.
#[derive(Clone, Default)]
pub(super) struct Rows {
    words: Words,
    /// The facet and the word of each number.
    pairs: Vec<(FacetNumber, WordNumber)>,
    pair_numbers: BTreeMap<(FacetNumber, WordNumber), u64>,
    bytes: Vec<u8>,
    kept: Vec<Kept>,
}

/// The id of a case, to compare with others: the bytes as they were spelled.
#[derive(Clone, Copy)]
pub(super) struct IdBytes<'r>(&'r [u8]);

impl IdBytes<'_> {
    pub(super) fn id(self) -> CaseId {
        read_id(self.0)
    }

    /// Returns the bytes by which ids are ordered. The order is that of [`CaseId`].
    fn folded(&self) -> impl Iterator<Item = u8> {
        self.0.iter().map(u8::to_ascii_lowercase)
    }
}

impl Ord for IdBytes<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.folded().cmp(other.folded())
    }
}

impl PartialOrd for IdBytes<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for IdBytes<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for IdBytes<'_> {}

/// Reads an id that was written from one.
fn read_id<I: FromStr>(text: &[u8]) -> I {
    let Ok(id) = checked::text(text).parse() else { unreachable!("the text is that of an id") };
    id
}

/// What a row answers to a question, in the numbers of the ledger.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Key {
    Severity(Severity),
    Word(WordNumber),
    Product(ProductKey),
    Closed(&'static str),
    NotKnown,
}

/// A question, with the number of its facet. `None` if no row has a word of the facet.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    by: Grouping,
    facet: Option<FacetNumber>,
}

/// The bytes of a row that are not read yet.
#[derive(Clone, Copy)]
struct Unread<'r>(&'r [u8]);

impl<'r> Unread<'r> {
    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                return number;
            }
        }
        unreachable!("a number ends in its row");
    }

    fn bytes(&mut self, length: usize) -> &'r [u8] {
        let Some((bytes, rest)) = self.0.split_at_checked(length) else {
            unreachable!("a text ends in its row");
        };
        self.0 = rest;
        bytes
    }

    fn length(&mut self) -> usize {
        usize::try_from(self.number()).unwrap_or(usize::MAX)
    }

    fn text(&mut self) -> &'r [u8] {
        let length = self.length();
        self.bytes(length)
    }

    /// Reads the number of a word, if there is one.
    fn word(&mut self) -> Option<WordNumber> {
        self.number().checked_sub(1).map(WordNumber::of_u64)
    }

    /// Reads as many numbers as the first one says.
    fn numbers(&mut self) -> impl Iterator<Item = u64> {
        (0..self.number()).map(|_| self.number())
    }

    fn amounts(&mut self) -> Option<impl Iterator<Item = Money>> {
        let count = self.number().checked_sub(1)?;
        Some((0..count).map(|_| {
            let minor = self.number();
            let letters = self.bytes(CURRENCY);
            let Ok(currency) = checked::text(letters).parse() else {
                unreachable!("the letters are those of a currency");
            };
            Money::new(minor, currency)
        }))
    }
}

/// The number of letters of a currency.
const CURRENCY: usize = 3;

fn write_number(bytes: &mut Vec<u8>, mut number: u64) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            bytes.push(low & 0x7f);
            return;
        }
        bytes.push(low | 0x80);
    }
}

fn write_length(bytes: &mut Vec<u8>, length: usize) {
    write_number(bytes, u64::try_from(length).unwrap_or(u64::MAX));
}

fn write_text(bytes: &mut Vec<u8>, text: &str) {
    write_length(bytes, text.len());
    bytes.extend_from_slice(text.as_bytes());
}

fn write_word(bytes: &mut Vec<u8>, word: Option<WordNumber>) {
    write_number(bytes, word.map_or(0, |word| word.to_u64() + 1));
}

impl Kept {
    pub(super) fn course(&self) -> Course<'_> {
        let rounds = match &self.rounds {
            Rounds::One(round) => slice::from_ref(round),
            Rounds::Other(rounds) => rounds,
        };
        Course { received: self.received, rounds, opinion: self.opinion }
    }
}

impl Rows {
    pub(super) fn iter(&self) -> slice::Iter<'_, Kept> {
        self.kept.iter()
    }

    pub(super) fn find(&self, case: IdBytes<'_>) -> Option<usize> {
        self.kept.binary_search_by(|row| self.case(row).cmp(&case)).ok()
    }

    pub(super) fn get(&self, index: usize) -> Option<&Kept> {
        self.kept.get(index)
    }

    /// Adds a row behind the others.
    pub(super) fn add(&mut self, row: &LedgerRow) {
        let begins = self.bytes.len();
        write_text(&mut self.bytes, row.case.as_str());
        let numbered = self.words.numbered(&row.words);
        write_length(&mut self.bytes, numbered.len());
        for pair in numbered {
            let number = self.pair(pair);
            write_number(&mut self.bytes, number);
        }
        let group = row.words.first::<Cause>().map(|cause| self.words.number(cause.group()));
        let stated = row.stated_cause.map(|cause| self.words.number(cause));
        let department = row.department.map(|department| self.words.number(department));
        for word in [group, stated, department] {
            write_word(&mut self.bytes, word);
        }
        write_text(&mut self.bytes, row.product.as_ref().map_or("", ProductKey::as_str));
        write_text(&mut self.bytes, row.merged_into.as_ref().map_or("", CaseId::as_str));
        write_length(&mut self.bytes, row.remedies.len());
        for remedy in &row.remedies {
            let number = self.words.number(*remedy);
            write_number(&mut self.bytes, number.to_u64());
        }
        match &row.amounts {
            Some(amounts) => {
                write_length(&mut self.bytes, amounts.len() + 1);
                for amount in amounts {
                    write_number(&mut self.bytes, amount.minor());
                    self.bytes.extend_from_slice(amount.currency().as_str().as_bytes());
                }
            }
            None => write_length(&mut self.bytes, 0),
        }
        let rounds = match row.rounds.as_slice() {
            [round] => Rounds::One(*round),
            rounds => Rounds::Other(Box::from(rounds)),
        };
        self.kept.push(Kept {
            begins,
            rounds,
            received: row.received,
            seen: row.seen,
            due: row.due,
            stage: row.stage,
            severity: row.severity,
            standing: row.standing,
            undetermined: row.undetermined,
            opinion: row.opinion,
        });
    }

    /// Sorts the rows by case id, and gives back the memory that no row uses.
    ///
    /// Returns the positions, from 1, at which the rows of a case were added that has two.
    pub(super) fn sort(&mut self) -> Result<(), (CaseId, [usize; 2])> {
        let mut rows: Vec<(usize, Kept)> = (1..).zip(core::mem::take(&mut self.kept)).collect();
        rows.sort_by_key(|(number, row)| (self.case(row), *number));
        let mut pairs = rows.iter().zip(rows.iter().skip(1));
        if let Some(((first, row), (second, _))) =
            pairs.find(|((_, row), (_, next))| self.case(row) == self.case(next))
        {
            return Err((self.case(row).id(), [*first, *second]));
        }
        self.kept = rows.into_iter().map(|(_, row)| row).collect();
        self.kept.shrink_to_fit();
        self.bytes.shrink_to_fit();
        Ok(())
    }

    /// Returns the number of a facet and a word. A new pair gets the next number.
    fn pair(&mut self, pair: (FacetNumber, WordNumber)) -> u64 {
        *self.pair_numbers.entry(pair).or_insert_with(|| {
            let next = u64::try_from(self.pairs.len()).unwrap_or(u64::MAX);
            self.pairs.push(pair);
            next
        })
    }

    /// Returns the facet and the word of a number. Numbers are never taken back, so that each has a pair.
    #[expect(clippy::indexing_slicing, reason = "a number is given for a pair that stays")]
    fn paired(&self, number: u64) -> (FacetNumber, WordNumber) {
        self.pairs[usize::try_from(number).unwrap_or(usize::MAX)]
    }

    fn unread(&self, row: &Kept) -> Unread<'_> {
        Unread(self.bytes.get(row.begins..).unwrap_or_default())
    }

    pub(super) fn case(&self, row: &Kept) -> IdBytes<'_> {
        IdBytes(self.unread(row).text())
    }

    /// Reads up to the words of a complaint.
    fn after_case(&self, row: &Kept) -> Unread<'_> {
        let mut unread = self.unread(row);
        unread.text();
        unread
    }

    /// Reads up to the words that stand by themselves.
    fn after_words(&self, row: &Kept) -> Unread<'_> {
        let mut unread = self.after_case(row);
        unread.numbers().for_each(drop);
        unread
    }

    /// Reads up to the product.
    fn after_single_words(&self, row: &Kept) -> Unread<'_> {
        let mut unread = self.after_words(row);
        (0..3).for_each(|_| {
            unread.number();
        });
        unread
    }

    /// Reads up to the remedies.
    fn after_texts(&self, row: &Kept) -> Unread<'_> {
        let mut unread = self.after_single_words(row);
        unread.text();
        unread.text();
        unread
    }

    pub(super) fn merged_into(&self, row: &Kept) -> Option<IdBytes<'_>> {
        let mut unread = self.after_single_words(row);
        unread.text();
        Some(unread.text()).filter(|text| !text.is_empty()).map(IdBytes)
    }

    /// Returns the amounts of a row. `None` if nobody has stated the cost.
    pub(super) fn amounts(&self, row: &Kept) -> Option<Vec<Money>> {
        let mut unread = self.after_texts(row);
        unread.numbers().for_each(drop);
        unread.amounts().map(Iterator::collect)
    }

    pub(super) fn written_out(&self, row: &Kept) -> LedgerRow {
        let codes = self.words.codes();
        let mut unread = self.unread(row);
        let case = read_id(unread.text());
        let pairs: Vec<_> = unread.numbers().map(|number| self.paired(number)).collect();
        // The group follows from the cause.
        let [_, stated_cause, department] = [unread.word(), unread.word(), unread.word()];
        let [product, merged_into] = [unread.text(), unread.text()];
        let remedies = unread.numbers().map(|remedy| codes.word(WordNumber::of_u64(remedy)).into()).collect();
        LedgerRow {
            seen: row.seen,
            stage: row.stage,
            severity: row.severity,
            words: self.words.written_out(&pairs),
            stated_cause: stated_cause.map(|cause| codes.word(cause).into()),
            product: (!product.is_empty()).then(|| read_id(product)),
            department: department.map(|department| codes.word(department).into()),
            remedies,
            amounts: unread.amounts().map(Iterator::collect),
            due: row.due,
            standing: row.standing,
            undetermined: row.undetermined,
            rounds: Vec::from(row.course().rounds),
            opinion: row.opinion,
            merged_into: (!merged_into.is_empty()).then(|| read_id(merged_into)),
            ..LedgerRow::new(case, row.received)
        }
    }

    pub(super) fn asked(&self, by: Grouping) -> Asked {
        let facet = match by {
            Grouping::Word(facet) => self.words.find_facet(facet),
            Grouping::Severity
            | Grouping::StatedCause
            | Grouping::Product
            | Grouping::Department
            | Grouping::Remedy
            | Grouping::ClosureKind
            | Grouping::Opinion => None,
        };
        Asked { by, facet }
    }

    pub(super) fn key(&self, row: &Kept, asked: Asked) -> Key {
        let word = |word: Option<WordNumber>| word.map_or(Key::NotKnown, Key::Word);
        match asked.by {
            Grouping::Severity => row.severity.map_or(Key::NotKnown, Key::Severity),
            Grouping::Word(facet) => {
                let of_facet = |asked| {
                    let mut unread = self.after_case(row);
                    let mut pairs = unread.numbers().map(|number| self.paired(number));
                    pairs.find(|(facet, _)| *facet == asked).map(|(_, word)| word)
                };
                let group = || (facet == Facet::CauseGroup).then(|| self.after_words(row).word()).flatten();
                word(asked.facet.and_then(of_facet).or_else(group))
            }
            Grouping::StatedCause => {
                let mut unread = self.after_words(row);
                let [_, cause] = [unread.word(), unread.word()];
                word(cause)
            }
            Grouping::Product => match self.after_single_words(row).text() {
                [] => Key::NotKnown,
                product => Key::Product(read_id(product)),
            },
            Grouping::Department => {
                let mut unread = self.after_words(row);
                let [_, _, department] = [unread.word(), unread.word(), unread.word()];
                word(department)
            }
            Grouping::Remedy => word(self.after_texts(row).numbers().next().map(WordNumber::of_u64)),
            Grouping::ClosureKind => {
                row.course().end().map_or(Key::NotKnown, |end| Key::Closed(end.kind.as_str()))
            }
            Grouping::Opinion => row.opinion.map_or(Key::NotKnown, |said| Key::Closed(said.as_str())),
        }
    }

    pub(super) fn value(&self, by: Grouping, key: Key) -> GroupValue {
        let answer = match key {
            Key::Severity(level) => Answer::Severity(level),
            Key::Word(number) => Answer::Word(self.words.codes().word(number)),
            Key::Product(key) => Answer::Product(key),
            Key::Closed(text) => Answer::closed(text),
            Key::NotKnown => Answer::NotKnown,
        };
        GroupValue::answered(by, answer)
    }
}

impl GroupValue {
    /// Returns the answer of a case to a question.
    #[must_use]
    pub fn of(row: &LedgerRow, by: Grouping) -> Self {
        let mut rows = Rows::default();
        rows.add(row);
        let key = rows.iter().next().map_or(Key::NotKnown, |row| rows.key(row, rows.asked(by)));
        rows.value(by, key)
    }
}
