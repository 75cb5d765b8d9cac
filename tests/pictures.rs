//! The pictures of the documentation, drawn from the tables that they show.
//!
//! `UPDATE_GOLDEN=1` writes `src/docs/course.svg`, `src/docs/floors.svg` and `src/guide/way.svg`. Lines and texts take
//! the colour of the text around them, so that they are seen in every theme of rustdoc.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fmt::{Display, Write as _};
use std::{env, fs};

use chrono::{DateTime, Utc};
use redress::calendar::{Span, Zone};
use redress::case::course::ARROWS;
use redress::case::{Case, Command, Office, Outlook, Request, Stamp, open};
use redress::policy::track::FollowUpRule;
use redress::policy::{PolicyDocument, Track};
use redress::render::Renderer;
use redress::sample;
use redress::triage::{ComplaintDocument, History, triage};
use redress::vocab::course::FollowUp;
use redress::vocab::{Category, Locale, Stage};

use crate::floors::FLOORS;

/// The colour behind a text that lines may cross: the page's own where rustdoc names it.
const BEHIND: &str = "var(--main-background-color,transparent)";
/// The edge of what may be missing or is not public.
const BROKEN: &str = r#" stroke-dasharray="5 3""#;
/// The second colour, which each theme has for links.
const SECOND: &str = "var(--link-color,currentColor)";

struct Picture {
    name: &'static str,
    title: &'static str,
    desc: String,
    width: i32,
    height: i32,
    body: String,
}

impl Picture {
    fn new(name: &'static str, title: &'static str, (width, height): (i32, i32)) -> Self {
        Self { name, title, desc: String::new(), width, height, body: String::new() }
    }

    fn draw(&mut self, element: impl Display) {
        writeln!(self.body, "{element}").unwrap();
    }

    fn line(&mut self, path: &str, colour: &str) {
        self.draw(format_args!(r#"<path d="{path}" fill="none" stroke="{colour}"/>"#));
    }

    /// A head at the end of a line, which points along (`dx`, `dy`).
    fn head(&mut self, (x, y): (i32, i32), (dx, dy): (i32, i32), colour: &str) {
        let (left, right) =
            ((x - 7 * dx - 4 * dy, y - 7 * dy - 4 * dx), (x - 7 * dx + 4 * dy, y - 7 * dy + 4 * dx));
        self.draw(format_args!(
            r#"<path d="M{x},{y} {},{} {},{}z" fill="{colour}" stroke="none"/>"#,
            left.0, left.1, right.0, right.1
        ));
    }

    /// A text with attributes of its own.
    fn text(&mut self, (x, y): (i32, i32), more: &str, text: impl Display) {
        self.draw(format_args!(r#"<text x="{x}" y="{y}"{more}>{text}</text>"#));
    }

    fn cell(&mut self, (x, y): (i32, i32), (width, height): (i32, i32), more: &str) {
        self.draw(format_args!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="5" fill="currentColor" fill-opacity=".07" stroke="currentColor" stroke-opacity=".5"{more}/>"#
        ));
    }

    /// The picture as HTML inside Markdown, which a blank line would end.
    fn svg(&self) -> String {
        let Self { name, title, desc, width, height, body } = self;
        format!(
            r#"<div>
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title {name}-desc" width="{width}" viewBox="0 0 {width} {height}" style="max-width:100%;height:auto" font-size="12" fill="currentColor" stroke-width="1.2">
<title id="{name}-title">{title}</title>
<desc id="{name}-desc">{desc}</desc>
{body}</svg>
</div>
"#
        )
    }

    #[track_caller]
    fn check(&self, path: &str) {
        let svg = self.svg();
        assert!(self.width <= 700, "{path} is wider than a page");
        assert!(!svg.contains("\n\n"), "{path} has a blank line");
        if env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(path, &svg).unwrap();
        }
        assert_eq!(fs::read_to_string(path).unwrap(), svg, "UPDATE_GOLDEN=1 rewrites {path}");
    }
}

// The course: the stages in a column, the way forward on the right, the ways back on the left.

const ROW: i32 = 58;
const BOX: (i32, i32) = (256, 26);
const LANE: i32 = 21;

/// Some stages from which the same actions lead to one stage.
struct Lane {
    from: Vec<usize>,
    to: usize,
    actions: Vec<&'static str>,
    column: i32,
}

impl Lane {
    fn ends(&self) -> (usize, usize) {
        let all = || self.from.iter().copied().chain([self.to]);
        (all().min().unwrap(), all().max().unwrap())
    }
}

/// The arrows of a track that change the stage: for each pair of stages the actions.
fn moves(track: &Track) -> BTreeMap<(usize, usize), Vec<&'static str>> {
    let mut moves = BTreeMap::<_, Vec<_>>::new();
    for arrow in ARROWS.iter().filter(|arrow| arrow.only.is_of(track)) {
        let Some(from) = arrow.from.filter(|&from| from != arrow.to && track.has_stage(from)) else {
            continue;
        };
        let actions = moves.entry((from as usize, arrow.to as usize)).or_default();
        if !actions.contains(&arrow.action.as_str()) {
            actions.push(arrow.action.as_str());
        }
    }
    moves
}

/// The lanes of one side, short ones inside. Two lanes share a column if they do not overlap.
fn lanes(moves: &BTreeMap<(usize, usize), Vec<&'static str>>, back: bool) -> Vec<Lane> {
    let mut sources = BTreeMap::<(usize, &str), Vec<usize>>::new();
    for (&(from, to), actions) in
        moves.iter().filter(|((from, to), _)| (to < from) == back && from.abs_diff(*to) > 1)
    {
        for action in actions {
            sources.entry((to, action)).or_default().push(from);
        }
    }
    let mut lanes = Vec::<Lane>::new();
    for ((to, action), from) in sources {
        match lanes.iter_mut().find(|lane| lane.to == to && lane.from == from) {
            Some(lane) => lane.actions.push(action),
            None => lanes.push(Lane { from, to, actions: vec![action], column: 0 }),
        }
    }
    lanes.sort_by_key(|lane| (lane.ends().1 - lane.ends().0, lane.to));
    for next in 0..lanes.len() {
        let (placed, rest) = lanes.split_at_mut(next);
        let lane = rest.first_mut().unwrap();
        let (first, last) = lane.ends();
        let overlaps = |other: &&Lane| other.ends().0 < last && first < other.ends().1;
        // Outside everything that it overlaps: its own lines then cross none of theirs.
        lane.column = placed.iter().filter(overlaps).map(|other| other.column + 1).max().unwrap_or(0);
    }
    lanes
}

/// Writes actions beside an arrow, broken into lines that are not longer than `width`.
fn note(picture: &mut Picture, (x, y): (i32, i32), (anchor, width): (&str, usize), actions: &[&str]) {
    let mut lines = vec![String::new()];
    for (index, action) in actions.iter().enumerate() {
        let word = format!("{action}{}", if index + 1 < actions.len() { "," } else { "" });
        match lines.last_mut().unwrap() {
            line if line.is_empty() => line.push_str(&word),
            line if line.len() + 1 + word.len() <= width => line.extend([" ", &word]),
            _ => lines.push(word),
        }
    }
    let first = y + 6 - 6 * i32::try_from(lines.len()).unwrap();
    for (y, line) in (first..).step_by(12).zip(lines) {
        picture.text((x, y), &format!(r#" text-anchor="{anchor}" font-size="11""#), line);
    }
}

fn course(track: &Track) -> Picture {
    let moves = moves(track);
    let stages = Stage::ALL.len();
    let sides = [lanes(&moves, true), lanes(&moves, false)];
    let room = |lanes: &[Lane]| 26 + LANE * lanes.iter().map(|lane| lane.column + 1).max().unwrap_or(0);
    let left = room(&sides[0]);
    let top = |row: usize| 34 + ROW * i32::try_from(row).unwrap();
    let size = (left + BOX.0 + room(&sides[1]), top(stages - 1) + BOX.1 + 6);
    let mut picture = Picture::new("redress-course", "The course of a case", size);
    picture.desc =
        String::from("Down the middle, the stages in the order in which a case usually takes them:");
    // Down the middle.
    let (up, down) = (left + 150, left + 162);
    picture.line(&format!("M{down},12V{}", top(0) - 6), "currentColor");
    picture.head((down, top(0)), (0, 1), "currentColor");
    picture.draw(format_args!(r#"<circle cx="{down}" cy="8" r="4"/>"#));
    picture.text((down + 8, 22), r#" font-size="11""#, "receive");
    for (row, stage) in Stage::ALL.iter().enumerate() {
        let y = top(row);
        // A stage that some track leaves out has a broken edge.
        let plain = Track::new().without_triage().without_dispatch();
        let more = if plain.has_stage(*stage) { "" } else { BROKEN };
        picture.cell((left, y), BOX, more);
        let middle = left + BOX.0 / 2;
        picture.text((middle, y + 17), r#" text-anchor="middle" font-weight="600""#, stage);
        let (above, below) = (y + BOX.1, top(row + 1));
        if let Some(actions) = moves.get(&(row, row + 1)) {
            picture.line(&format!("M{down},{above}V{}", below - 6), "currentColor");
            picture.head((down, below), (0, 1), "currentColor");
            note(&mut picture, (down + 8, above + 20), ("start", 18), actions);
        }
        if let Some(actions) = moves.get(&(row + 1, row)) {
            picture.line(&format!("M{up},{below}V{}", above + 6), SECOND);
            picture.head((up, above), (0, -1), SECOND);
            note(&mut picture, (up - 8, above + 20), ("end", 26), actions);
        }
        write!(picture.desc, "{} {stage}", if row == 0 { "" } else { "," }).unwrap();
    }
    picture.desc.push_str(". On the left, the ways back; on the right, the ways that pass over stages.");
    for (lanes, back) in sides.iter().zip([true, false]) {
        draw_lanes(&mut picture, lanes, back, left, top);
    }
    picture
}

/// The place on the edge of a box where a lane begins or ends. In this order, lanes of one box cross each other least.
fn port(lanes: &[Lane], back: bool, lane: &Lane, row: usize) -> i32 {
    let key = |lane: &Lane| {
        let ends = lane.to == row;
        (ends == back, if ends == back { -lane.column } else { lane.column })
    };
    let key = |lane: &Lane| if back { key(lane) } else { (lane.to != row, key(lane).1) };
    let mut here: Vec<&Lane> =
        lanes.iter().filter(|lane| lane.to == row || lane.from.contains(&row)).collect();
    here.sort_by_key(|lane| key(lane));
    let place = here.iter().position(|other| std::ptr::eq(*other, lane)).unwrap();
    let [place, all] = [place, here.len()].map(|number| i32::try_from(number).unwrap());
    2 + (BOX.1 - 4) * (2 * place + 1) / (2 * all)
}

fn draw_lanes(picture: &mut Picture, lanes: &[Lane], back: bool, left: i32, top: impl Fn(usize) -> i32) {
    let colour = if back { SECOND } else { "currentColor" };
    // The texts come last: they lie on the lines.
    let mut texts = Vec::new();
    for lane in lanes {
        let (edge, side) = if back { (left, -1) } else { (left + BOX.0, 1) };
        let x = edge + side * (18 + LANE * lane.column);
        let at = |row: usize| top(row) + port(lanes, back, lane, row);
        let turn = if back { -1 } else { 1 };
        let end = at(lane.to);
        let farthest = lane.from.iter().copied().max_by_key(|from| from.abs_diff(lane.to));
        for &from in &lane.from {
            let start = at(from);
            let mut path = format!("M{edge},{start}H{}Q{x},{start} {x},{}", x - 6 * side, start + 6 * turn);
            if Some(from) == farthest {
                let (bend, tip) = (end - 6 * turn, edge + 6 * side);
                write!(path, "V{bend}Q{x},{end} {},{end}H{tip}", x - 6 * side).unwrap();
            }
            picture.line(&path, colour);
        }
        picture.head((edge, end), (-side, 0), colour);
        let (first, last) = lane.ends();
        texts.push((x + 4 * side, i32::midpoint(at(first), at(last)), lane.actions.join(", ")));
    }
    for (x, y, text) in texts {
        let turn = if back { -90 } else { 90 };
        picture.draw(format_args!(
            r#"<text transform="translate({x},{y})rotate({turn})" text-anchor="middle" font-size="11" stroke="{BEHIND}" stroke-width="3" paint-order="stroke">{text}</text>"#
        ));
    }
}

#[test]
fn the_course_is_drawn_from_its_arrows() {
    let track = Track::new()
        .with_consent()
        .with_review()
        .with_at_once()
        .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1))
        .with_silence(Span::hours(48));
    course(&track).check("src/docs/course.svg");
}

// The floors, the lowest at the bottom.

fn floors() -> Picture {
    let top = FLOORS.last().unwrap().1;
    let height = 42 * (i32::from(top) + 1) + 2;
    let on = |floor: u8| FLOORS.iter().filter(move |(_, of)| *of == floor).map(|(name, _)| *name);
    let width = |name: &str| 14 + 13 * i32::try_from(name.len()).unwrap() / 2;
    let ground =
        66 + (0..=top).map(|floor| on(floor).map(|name| width(name) + 8).sum::<i32>()).max().unwrap();
    let size = (ground + 48, height);
    let mut picture = Picture::new("redress-floors", "The floors of the crate", size);
    picture.desc = String::from("Each module imports only from lower floors, and from what is on its left.");
    let root = fs::read_to_string("src/lib.rs").unwrap();
    for floor in 0..=top {
        let y = 2 + 42 * i32::from(top - floor);
        picture
            .draw(format_args!(r#"<rect y="{y}" width="{ground}" height="38" rx="5" fill-opacity=".05"/>"#));
        picture.text((10, y + 23), r#" font-size="11" fill-opacity=".75""#, format_args!("floor {floor}"));
        let mut x = 58;
        write!(picture.desc, " Floor {floor}:").unwrap();
        for name in on(floor) {
            let width = width(name);
            let is_public = root.contains(&format!("\npub mod {name};"));
            let (edge, text) = if is_public {
                ("", format!(r#"<a href="{name}/index.html">{name}</a>"#))
            } else {
                (BROKEN, name.to_owned())
            };
            picture.cell((x, y + 5), (width, 28), edge);
            picture.text((x + width / 2, y + 23), r#" text-anchor="middle""#, text);
            write!(picture.desc, " {name}").unwrap();
            x += width + 8;
        }
        picture.desc.push('.');
    }
    let (x, middle) = (ground + 16, height / 2);
    picture.line(&format!("M{x},8V{}", height - 14), SECOND);
    picture.head((x, height - 8), (0, 1), SECOND);
    let beside = (x + 8, middle);
    let turned =
        format!(r#" transform="rotate(90 {},{middle})" text-anchor="middle" font-size="11""#, beside.0);
    picture.text(beside, &turned, "may import");
    picture
}

#[test]
fn the_floors_are_drawn_from_their_list() {
    floors().check("src/docs/floors.svg");
}

// The way of one complaint: each call is made, and its name drawn.

struct Call {
    name: String,
    takes: &'static str,
    gives: &'static str,
}

/// Makes a call and notes its name, with what it takes and gives.
macro_rules! call {
    ($way:ident, $takes:literal, $($name:ident)::+ ($($argument:expr),*) => $gives:literal) => {{
        let name = [$(stringify!($name)),+].join("::");
        $way.push(Call { name, takes: $takes, gives: $gives });
        $($name)::+($($argument),*)
    }};
}

/// The calls that one complaint takes, and where those begin and end that every step of a case repeats.
fn calls() -> Result<(Vec<Call>, [usize; 2]), Box<dyn std::error::Error>> {
    let file = serde_json::to_string(&PolicyDocument::of(&sample::policy()?))?;
    let document: PolicyDocument = serde_json::from_str(&file)?;
    let zone = |name: &str, known| Zone::iana(name, known).ok();
    let mut way = Vec::new();
    let policy = call!(way, "your policy file", PolicyDocument::build(&document, zone) => "a policy, or all its faults")?;
    let roster = sample::roster()?;
    let received: DateTime<Utc> = "2026-04-02T08:00:00Z".parse()?;
    let complaint = sample::complaint()?;
    let none = History::none();
    let answer =
        call!(way, "a complaint", triage(&policy, &complaint, &none) => "severity, owner, due dates")?;
    assert!(answer.department().is_some());
    let stamp =
        |id: &str| Ok::<_, Box<dyn std::error::Error>>(Stamp::new(id.parse()?, "anna".parse()?, received));
    let mut said = ComplaintDocument::new("A-17".parse()?, received);
    said.words.add(Category::PRODUCT_QUALITY);
    let opened = stamp("k-0")?;
    let case = call!(way, "the complaint, to be handled", open(&policy, said, opened) => "a case: its first events")?;
    let office = Office::new(&policy, &roster);
    let first = way.len();
    let stored: Vec<_> = case.events().to_vec();
    let case =
        call!(way, "the events in your database", Case::replay(&policy, &stored) => "the case as it is now")?;
    let request = Request::on(&case, stamp("k-1")?, Command::Register);
    let decision = call!(way, "what somebody asks to do", Office::decide(&office, &case, request) => "events to store, or a refusal")?;
    let case = call!(way, "the decision", Case::after(case, &decision) => "the next state of the case")?;
    let outlook = call!(way, "the case, and the time now", Outlook::of(&case, &policy, received) => "what is owed, and a timer");
    assert!(outlook.next_change(received).is_some());
    let last = way.len();
    let renderer = Renderer::of(&policy, Locale::En);
    let why = answer.explain();
    let text = call!(way, "“why?”", Renderer::explanation(&renderer, &why) => "the reasons as text");
    assert!(!text.is_empty());
    Ok((way, [first, last]))
}

fn way() -> Picture {
    let (way, [first, last]) = calls().unwrap();
    let row = |index: usize| {
        let apart = if index < first {
            0
        } else if index < last {
            26
        } else {
            36
        };
        24 + 36 * i32::try_from(index).unwrap() + apart
    };
    let mut picture = Picture::new("redress-way", "One complaint's way", (668, row(way.len())));
    for (x, text) in [(110, "you have"), (334, "you call"), (558, "you get")] {
        picture.text((x, 18), r#" text-anchor="middle" font-size="11" fill-opacity=".75""#, text);
    }
    picture.desc = String::from("What you have, the call that takes it, and what you get.");
    for (index, Call { name, takes, gives }) in way.iter().enumerate() {
        let y = row(index);
        for (x, text) in [(110, takes), (558, gives)] {
            picture.cell((x - 98, y), (196, 28), "");
            picture.text((x, y + 18), r#" text-anchor="middle""#, text);
        }
        picture.line(&format!("M208,{0}H240M428,{0}H454", y + 14), SECOND);
        picture.head((460, y + 14), (1, 0), SECOND);
        picture.draw(format_args!(
            r#"<rect x="240" y="{y}" width="188" height="28" rx="14" fill="none" stroke="{SECOND}"/>"#
        ));
        picture.text((334, y + 18), r#" text-anchor="middle" font-family="monospace""#, name);
        let every = if (first..last).contains(&index) { "For each step of the case: " } else { "" };
        write!(picture.desc, " {every}{takes}, {name}, {gives}.").unwrap();
    }
    // The steps that repeat.
    let (above, below) = (row(first) - 24, row(last - 1) + 36);
    picture.draw(format_args!(
        r#"<rect x="2" y="{above}" width="664" height="{}" rx="9" fill="none" stroke="currentColor" stroke-opacity=".5"{BROKEN}/>"#,
        below - above
    ));
    picture.text((12, above + 16), r#" font-size="11" fill-opacity=".75""#, "for each step of the case");
    picture
}

#[test]
fn the_way_of_a_complaint_is_drawn_from_calls_that_are_made() {
    way().check("src/guide/way.svg");
}
