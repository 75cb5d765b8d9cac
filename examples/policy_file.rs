//! Reads a policy from a file, proves it, and prints it as tables: who gets what, which clocks run, who approves.
//!
//! `cargo run --example policy_file -- examples/policies/nev.toml --lang zh-Hans`
//!
//! The exit status is 0 for a policy that is proved, 1 for one with faults, 2 for a file that cannot be read.

#[path = "shared/arguments.rs"]
mod arguments;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use arguments::CommandLine;
use redress::approval::{Chain, Signers, Step};
use redress::calendar::{KnownDays, Zone};
use redress::deadline::Deadline;
use redress::labels::Labels;
use redress::policy::clock::Targets;
use redress::policy::record::{Form, ReportRule};
use redress::policy::routing::{Assignee, Cell, CellTest, Row};
use redress::policy::{ClockRule, Policy, PolicyDocument};
use redress::vocab::course::ApprovalAct;
use redress::vocab::{Code, Locale, Role, Severity, Word};

const HELP: &str = "\
Reads a policy from a file, proves it, and prints it as tables

Usage: policy_file [OPTIONS] <FILE>

Arguments:
  <FILE>  A policy document, TOML or JSON by the ending of its name

Options:
      --lang <LANGUAGE>  The language of words [default: en]
  -h, --help             Print help
";

fn main() -> ExitCode {
    let line = CommandLine::read(HELP);
    let (file, locale): (PathBuf, Locale) = (line.get("<FILE>"), line.get("--lang"));
    let document = match read(&file) {
        Ok(document) => document,
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            return ExitCode::from(2);
        }
    };
    match document.build(zone) {
        Ok(policy) => {
            print!("{}", Tables { policy: &policy, locale }.all());
            ExitCode::SUCCESS
        }
        Err(faults) => {
            for fault in &faults {
                eprintln!("{}: {fault}", file.display());
            }
            ExitCode::from(1)
        }
    }
}

fn read(file: &PathBuf) -> Result<PolicyDocument, String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    if file.extension().is_some_and(|ending| ending == "json") {
        serde_json::from_str(&text).map_err(|error| error.to_string())
    } else {
        toml::from_str(&text).map_err(|error| place(&text, &error))
    }
}

/// What is wrong with a file, and in which line: the text of the error alone shows the file as well.
fn place(text: &str, error: &toml::de::Error) -> String {
    let problem = error.message().lines().next().unwrap_or_default();
    let by_span = || {
        let before = text.get(..error.span()?.start).filter(|before| !before.is_empty())?;
        Some(before.matches('\n').count() + 1)
    };
    // Where the span is the whole file, the problem begins with the key in which it is.
    let by_key = || {
        let key = problem.split([':', '[', '.']).next().filter(|key| !key.contains(' '))?;
        let names = |line: &str| line.trim_start_matches('[').starts_with(key);
        text.lines().position(names).map(|line| line + 1)
    };
    format!("line {}: {problem}", by_span().or_else(by_key).unwrap_or(1))
}

/// A zone by its IANA name.
fn zone(name: &str, known: KnownDays) -> Option<Zone> {
    let zone: chrono_tz::Tz = name.parse().ok()?;
    Zone::tabulate(name, &zone, known).ok()
}

struct Tables<'a> {
    policy: &'a Policy,
    locale: Locale,
}

impl Tables<'_> {
    fn labels(&self) -> &Labels {
        self.policy.labels()
    }

    fn word<W: Word>(&self, word: W) -> String {
        self.labels().label(&word, self.locale).to_owned()
    }

    fn all(&self) -> String {
        let policy = self.policy;
        let calendar = policy.calendar();
        let known = calendar.known();
        let mut text = format!(
            "{} {}: calendar {}, {} to {}\n",
            policy.name(),
            policy.version(),
            calendar.name(),
            known.first(),
            known.last()
        );
        for calendar in policy.calendars().skip(1) {
            let known = calendar.known();
            let line = format!("calendar {}, {} to {}\n", calendar.name(), known.first(), known.last());
            text.push_str(&line);
        }
        let [routing, clocks, approvals, forms, reports] = self.heads();
        text += &table(routing, &self.rows());
        text += &table(clocks, &self.clocks());
        text += &table(approvals, &self.chains());
        text += &table(forms, &self.forms());
        text += &table(reports, &self.reports());
        text
    }

    /// The title and the columns of each table.
    const fn heads(&self) -> [[&'static str; 6]; 5] {
        match self.locale {
            Locale::En => [
                ["who gets what", "row", "what for", "to", "when", "source"],
                ["clocks", "clock", "target", "due", "from", "source"],
                ["approvals", "chain", "decision", "step", "signed by", "source"],
                ["forms", "form", "asks for", "may have", "filled in by", "source"],
                ["reports", "report", "period", "from", "for", "source"],
            ],
            Locale::ZhHans => [
                ["责任分派", "行", "事项", "承办", "条件", "出处"],
                ["时限", "时限", "适用", "到期", "起算", "出处"],
                ["审批", "审批链", "决定", "步骤", "签署人", "出处"],
                ["表单", "表单", "必填", "选填", "填写人", "出处"],
                ["报表", "报表", "周期", "起算", "对象", "出处"],
            ],
            Locale::ZhHant => [
                ["責任分派", "列", "事項", "承辦", "條件", "出處"],
                ["時限", "時限", "適用", "到期", "起算", "出處"],
                ["審批", "審批鏈", "決定", "步驟", "簽署人", "出處"],
                ["表單", "表單", "必填", "選填", "填寫人", "出處"],
                ["報表", "報表", "週期", "起算", "對象", "出處"],
            ],
        }
    }

    fn rows(&self) -> Vec<[String; 5]> {
        let row = |row: &Row| {
            let cells = row.cells().iter().map(|cell| self.cell(cell)).collect::<Vec<_>>().join(", ");
            let act = row.act().label(self.locale).to_owned();
            [row.id().to_string(), act, self.assignee(row.assignee()), cells, row.citation().to_owned()]
        };
        self.policy.routing().rows().iter().map(row).collect()
    }

    fn cell(&self, cell: &Cell) -> String {
        let input = cell.input();
        let word = |code: &Code| match input.facet() {
            Some(facet) => self.labels().label_of(facet, code, self.locale).to_owned(),
            // The severity is no facet: its words are closed.
            None => code
                .as_str()
                .parse::<Severity>()
                .map_or_else(|_| code.to_string(), |level| level.label(self.locale).into()),
        };
        let asked = match cell.test() {
            CellTest::OneOf(words) => words.iter().map(word).collect::<Vec<_>>().join(" / "),
            CellTest::Under(code) => word(code),
            CellTest::NotKnown => "?".to_owned(),
            CellTest::Nothing => "–".to_owned(),
        };
        format!("{}: {asked}", input.label(self.locale))
    }

    fn assignee(&self, assignee: Assignee) -> String {
        let department = assignee.department().map(|department| self.word(department));
        let role = assignee.role().map(|role| self.word(role));
        [department, role].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn clocks(&self) -> Vec<[String; 5]> {
        self.policy.clocks().iter().flat_map(|rule| self.clock(rule)).collect()
    }

    fn clock(&self, rule: &ClockRule) -> Vec<[String; 5]> {
        let (name, from) = (self.word(rule.name()), self.word(rule.clock().start()));
        let line = |target: String, due: String, source: &str| {
            [name.clone(), target, due, from.clone(), source.to_owned()]
        };
        // A clock or a target that names a calendar shows it behind its deadline.
        let by = |deadline: &Deadline, calendar: Option<&str>| {
            let every = if rule.periods().is_some() { "every " } else { "" };
            let calendar = calendar.map(|calendar| format!(", calendar {calendar}"));
            format!("{every}{}{}", due(deadline), calendar.unwrap_or_default())
        };
        match rule.targets() {
            Targets::Same(deadline) => {
                vec![line(String::new(), by(deadline, rule.calendar()), rule.citation())]
            }
            Targets::NotSet(parameter) => {
                vec![line(String::new(), format!("not set: {parameter}"), rule.citation())]
            }
            Targets::Table(targets) => {
                let one = |target: &redress::policy::clock::Target| {
                    let category = target.category().map(|category| self.word(category));
                    let level = target.severity().map(|level| level.label(self.locale).to_owned());
                    let words = [category, level].into_iter().flatten().collect::<Vec<_>>().join(", ");
                    let calendar = target.calendar().or(rule.calendar());
                    line(words, by(target.deadline(), calendar), target.citation())
                };
                targets.iter().map(one).collect()
            }
        }
    }

    fn chains(&self) -> Vec<[String; 5]> {
        self.policy.approvals().chains().iter().flat_map(|chain| self.chain(chain)).collect()
    }

    fn chain(&self, chain: &Chain) -> Vec<[String; 5]> {
        let decision = chain.kind().label(self.locale).to_owned();
        let line = |step: &Step| {
            let act = step.act().label(self.locale).to_owned();
            [chain.id().to_string(), decision.clone(), act, self.signers(step), chain.citation().to_owned()]
        };
        if chain.steps().is_empty() {
            let nobody = [
                chain.id().to_string(),
                decision,
                String::new(),
                "nobody".into(),
                chain.citation().to_owned(),
            ];
            return vec![nobody];
        }
        chain.steps().iter().map(line).collect()
    }

    fn signers(&self, step: &Step) -> String {
        if step.act() == ApprovalAct::CustomerConsent {
            return ApprovalAct::CustomerConsent.label(self.locale).to_owned();
        }
        let names = |roles: &[Role]| roles.iter().map(|&role| self.word(role)).collect::<Vec<_>>();
        match step.signers() {
            Signers::AnyOf { needed: 1, roles } => names(roles).join(" / "),
            Signers::AnyOf { needed, roles } => format!("{needed} × {}", names(roles).join(" / ")),
            Signers::OneOfEach(roles) => names(roles).join(" + "),
        }
    }
}

/// Forms and reports.
impl Tables<'_> {
    fn words<W: Word>(&self, words: &[W]) -> Vec<String> {
        words.iter().map(|word| self.labels().label(word, self.locale).to_owned()).collect()
    }

    fn forms(&self) -> Vec<[String; 5]> {
        let line = |form: &Form| {
            let asked = form.required().iter().map(|asked| self.words(asked.fields()).join(" / "));
            let by = [self.words(form.roles()), self.words(form.departments())].concat();
            [
                self.word(form.record()),
                asked.collect::<Vec<_>>().join(", "),
                self.words(form.optional()).join(", "),
                by.join(", "),
                form.citation().to_owned(),
            ]
        };
        self.policy.forms().iter().map(line).collect()
    }

    fn reports(&self) -> Vec<[String; 5]> {
        let line = |rule: &ReportRule| {
            let readers = [self.words(rule.roles()), self.words(rule.departments())].concat();
            let period = serde_json::to_string(rule.cadence()).unwrap_or_default();
            let from = rule.from_day().map(|date| date.to_string()).unwrap_or_default();
            [self.word(rule.report()), plain(&period), from, readers.join(", "), rule.citation().to_owned()]
        };
        self.policy.reports().iter().map(line).collect()
    }
}

/// JSON without its signs.
fn plain(json: &str) -> String {
    json.replace("\":", " ").replace(['{', '}', '"'], "").replace(',', ", ")
}

/// A deadline as it stands in the file.
fn due(deadline: &Deadline) -> String {
    let json = serde_json::to_string(deadline).unwrap_or_default();
    plain(&json)
}

/// Columns under their heads; nothing at all where there are no lines.
fn table([title, heads @ ..]: [&str; 6], lines: &[[String; 5]]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let heads = heads.map(str::to_owned);
    let mut widths = [0; 5];
    for line in core::iter::once(&heads).chain(lines) {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = (*width).max(unicode_width::UnicodeWidthStr::width(cell.as_str()));
        }
    }
    let mut text = format!("\n{title}\n");
    for line in core::iter::once(&heads).chain(lines) {
        let mut row = String::from(" ");
        for (cell, width) in line.iter().zip(widths) {
            let pad = width - unicode_width::UnicodeWidthStr::width(cell.as_str());
            row.extend([" ", cell, &" ".repeat(pad), " "]);
        }
        text += row.trim_end();
        text.push('\n');
    }
    text
}
