//! Counts what became of the rows, by type.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};

use redress::labels::Labels;
use redress::vocab::{Category, Department, Locale};
use unicode_width::UnicodeWidthStr;

use crate::{Check, Judged, Outcome};

/// A column: its title, and what it shows of a line.
pub(crate) type Column = (&'static str, fn(&Line, &Labels) -> String);

pub(crate) const ROWS: Column = ("rows", |line, _| line.rows.to_string());
pub(crate) const OWNER: Column = ("owner", Line::owner);
pub(crate) const SAME_OWNER: Column =
    ("as recorded", |line, _| count(&line.same_owners, &Some(true)).to_string());
pub(crate) const ON_TIME: Column = ("on time", |line, _| line.outcome(Outcome::OnTime).to_string());
pub(crate) const LATE: Column = ("late", |line, _| line.outcome(Outcome::Late).to_string());
pub(crate) const UNDETERMINED: Column =
    ("undetermined", |line, _| line.outcome(Outcome::Undetermined).to_string());
pub(crate) const RATE: Column = ("on-time rate", |line, _| line.rate());
pub(crate) const AGREES: Column = ("agrees", |line, _| line.check(Check::Agrees).to_string());
pub(crate) const SAME_DAY: Column = ("same day", |line, _| line.check(Check::SameDay).to_string());
pub(crate) const DIFFERS: Column = ("differs", |line, _| line.check(Check::Differs).to_string());
pub(crate) const UNCHECKED: Column = ("not compared", |line, _| line.check(Check::Unchecked).to_string());

#[derive(Default)]
pub(crate) struct Table {
    pub(crate) read: u64,
    pub(crate) refused: u64,
    lines: BTreeMap<Option<Category>, Line>,
    /// What is odd, how often, and on which line first.
    notes: BTreeMap<&'static str, (u64, u64)>,
}

/// The counts of a type.
#[derive(Clone, Default)]
pub(crate) struct Line {
    rows: u64,
    owners: BTreeMap<Option<Department>, u64>,
    same_owners: BTreeMap<Option<bool>, u64>,
    outcomes: BTreeMap<Outcome, u64>,
    checks: BTreeMap<Check, u64>,
}

impl Table {
    pub(crate) fn add(&mut self, line: u64, judged: &Judged) {
        for &note in &judged.notes {
            self.notes.entry(note).or_insert((0, line)).0 += 1;
        }
        self.lines.entry(judged.category).or_default().add(judged);
    }

    pub(crate) fn print(&self, out: &mut impl Write, columns: &[Column], labels: &Labels) -> io::Result<()> {
        let name = |category: &Option<Category>| {
            category.as_ref().map_or("–", |category| labels.label(category, Locale::En)).to_owned()
        };
        let total = self.lines.values().fold(Line::default(), Line::with);
        let titles = columns.iter().map(|(title, _)| (*title).to_owned());
        let cells = |line: &Line| columns.iter().map(|(_, cell)| cell(line, labels)).collect::<Vec<_>>();
        let mut rows = vec![[vec!["type".to_owned()], titles.collect()].concat()];
        let lines = self.lines.iter().map(|(category, line)| (name(category), line));
        for (name, line) in lines.chain([("all".to_owned(), &total)]) {
            rows.push([vec![name], cells(line)].concat());
        }
        print_aligned(out, &rows)?;

        let Self { read, refused, .. } = *self;
        let [on_time, late, undetermined] =
            [Outcome::OnTime, Outcome::Late, Outcome::Undetermined].map(|outcome| total.outcome(outcome));
        let [agree, same_day, differ, not_compared] =
            [Check::Agrees, Check::SameDay, Check::Differs, Check::Unchecked].map(|check| total.check(check));
        let (judged, compared) = (on_time + late, agree + same_day + differ);
        if [judged + undetermined, compared + not_compared].iter().any(|rows| rows + refused != read) {
            return Err(io::Error::other("the counts do not add up"));
        }
        writeln!(out)?;
        writeln!(
            out,
            "{read} rows read = {judged} judged + {undetermined} undetermined + {refused} refused"
        )?;
        writeln!(out, "{judged} judged = {on_time} on time + {late} late")?;
        let time_of_day =
            if same_day > 0 { format!(" + {same_day} differ in the time of day") } else { String::new() };
        writeln!(out, "{compared} compared = {agree} agree{time_of_day} + {differ} differ")?;
        for (note, (count, first)) in &self.notes {
            writeln!(out, "{count} × {note}, first on line {first}")?;
        }
        Ok(())
    }
}

impl Line {
    fn add(&mut self, judged: &Judged) {
        self.rows += 1;
        *self.owners.entry(judged.owner).or_default() += 1;
        *self.same_owners.entry(judged.same_owner).or_default() += 1;
        *self.outcomes.entry(judged.outcome).or_default() += 1;
        *self.checks.entry(judged.check).or_default() += 1;
    }

    fn with(mut self, other: &Self) -> Self {
        fn add<K: Copy + Ord>(to: &mut BTreeMap<K, u64>, other: &BTreeMap<K, u64>) {
            for (key, count) in other {
                *to.entry(*key).or_default() += count;
            }
        }
        self.rows += other.rows;
        add(&mut self.owners, &other.owners);
        add(&mut self.same_owners, &other.same_owners);
        add(&mut self.outcomes, &other.outcomes);
        add(&mut self.checks, &other.checks);
        self
    }

    fn outcome(&self, outcome: Outcome) -> u64 {
        count(&self.outcomes, &outcome)
    }

    fn check(&self, check: Check) -> u64 {
        count(&self.checks, &check)
    }

    /// The share that was on time of what could be judged.
    fn rate(&self) -> String {
        let on_time = self.outcome(Outcome::OnTime);
        let judged = on_time + self.outcome(Outcome::Late);
        (on_time * 100).checked_div(judged).map_or_else(|| "–".to_owned(), |share| format!("{share} %"))
    }

    /// The owner of most rows, and how many others there are.
    fn owner(&self, labels: &Labels) -> String {
        let most = self.owners.iter().max_by_key(|(owner, rows)| (*rows, Reverse(*owner)));
        let Some((owner, _)) = most else { return "–".to_owned() };
        let owner = owner.as_ref().map_or("– nobody", |owner| labels.label(owner, Locale::En));
        match self.owners.len() {
            1 => owner.to_owned(),
            several => format!("{owner} + {}", several - 1),
        }
    }
}

fn count<K: Ord>(counts: &BTreeMap<K, u64>, key: &K) -> u64 {
    counts.get(key).copied().unwrap_or(0)
}

/// Pads every column to its widest cell: the texts on the left, the numbers on the right.
fn print_aligned(out: &mut impl Write, rows: &[Vec<String>]) -> io::Result<()> {
    let columns = rows.first().map_or(0, Vec::len);
    let width =
        |at| rows.iter().filter_map(|row| row.get(at)).map(|cell: &String| cell.width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| {
            let room = " ".repeat(width - cell.width());
            let is_number =
                cell.chars().all(|character| character.is_ascii_digit() || " %".contains(character));
            if is_number { format!("{room}{cell}") } else { format!("{cell}{room}") }
        });
        writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    Ok(())
}
