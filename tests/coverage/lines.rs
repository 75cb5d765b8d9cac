//! The lines, as they are written.

use std::fs;

/// A system of the procedures.
pub(crate) struct System {
    pub(crate) id: String,
    pub(crate) name: String,
    /// Whom it is for.
    pub(crate) serves: String,
}

/// An element of a system.
pub(crate) struct Element {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) of_type: String,
    pub(crate) subject: String,
    pub(crate) shown: Vec<Shown>,
}

/// An ambiguity or a conflict of the procedures.
pub(crate) struct Reading {
    pub(crate) id: String,
    pub(crate) question: String,
    pub(crate) default: String,
    /// In words; `none` where there is none.
    pub(crate) others: Vec<String>,
    pub(crate) shown: Vec<Shown>,
}

/// What shows something.
#[derive(Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Shown {
    /// A file under `tests` without its ending, and the name of a test in it.
    Test(String, String),
    /// A public item without the name of the crate.
    Item(String),
    /// Where the data is.
    Data(String),
    /// Why nothing shows it.
    Why(String),
    /// What will show it.
    Todo(String),
}

fn read(path: &str) -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let cells: Vec<String> = line.split(" | ").map(str::to_owned).collect();
            let neat =
                |cell: &String| !cell.is_empty() && cell.trim() == cell && !cell.contains(['|', '`', '<']);
            assert!(cells.iter().all(neat), "{path}: {line}");
            (line.to_owned(), cells)
        })
        .collect()
}

fn shown(cell: &str) -> Vec<Shown> {
    cell.split("; ").map(one).collect()
}

fn one(text: &str) -> Shown {
    assert_eq!(text, text.trim());
    if let Some(path) = text.strip_prefix("redress::") {
        return Shown::Item(path.to_owned());
    }
    for (mark, of) in
        [("data: ", Shown::Data as fn(String) -> Shown), ("why: ", Shown::Why), ("todo: ", Shown::Todo)]
    {
        if let Some(rest) = text.strip_prefix(mark) {
            return of(rest.to_owned());
        }
    }
    let Some((file, name)) = text.split_once("::") else { panic!("`{text}` shows nothing") };
    Shown::Test(file.to_owned(), name.to_owned())
}

pub(crate) fn elements() -> (Vec<System>, Vec<Element>) {
    let (mut systems, mut elements) = (Vec::new(), Vec::new());
    for (line, cells) in read("tests/coverage/elements.txt") {
        let heads: Vec<&str> = cells[0].split(' ').collect();
        match (heads.as_slice(), &cells[1..]) {
            (&[id], [name, serves]) => {
                systems.push(System { id: id.to_owned(), name: name.clone(), serves: serves.clone() });
            }
            (&[id, kind, of_type], [subject, rest @ ..]) if rest.len() < 2 => elements.push(Element {
                id: id.to_owned(),
                kind: kind.to_owned(),
                of_type: of_type.to_owned(),
                subject: subject.clone(),
                shown: rest.iter().flat_map(|cell| shown(cell)).collect(),
            }),
            _ => panic!("{line}"),
        }
    }
    (systems, elements)
}

pub(crate) fn readings() -> Vec<Reading> {
    let of = |(line, cells): (String, Vec<String>)| {
        let [id, question, default, others, cell] =
            <[String; 5]>::try_from(cells).unwrap_or_else(|_| panic!("{line}"));
        let others = others.split(" / ").filter(|other| *other != "none").map(str::to_owned).collect();
        Reading { id, question, default, others, shown: shown(&cell) }
    };
    read("tests/coverage/readings.txt").into_iter().map(of).collect()
}
