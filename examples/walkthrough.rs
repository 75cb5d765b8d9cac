//! Draws the course of a procedure as a Mermaid diagram, and lists what each step requires.
//!
//! `cargo run --example walkthrough -- hotel`; `--help` lists the procedures.

#[path = "shared/arguments.rs"]
mod arguments;

use std::error::Error;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use arguments::{CommandLine, Value};
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::case::course::{ARROWS, Arrow, Branch, mermaid};
use redress::policy::record::Cadence;
use redress::policy::track::{ApologyRule, ReopeningWindow};
use redress::policy::{Routing, SeverityRules, Track};
use redress::profiles::choice::{NoticePeriod, Signatures};
use redress::profiles::{
    Defusing, Developer, GeneralHandling, Hotel, Listening, Nev, Supplier, SupplierQc, Wire,
};
use redress::vocab::{Action, Category, Department, Region, Role, Severity};
use redress::word;

const HELP: &str = "\
Draws the course of a procedure, and lists what each step requires

Usage: walkthrough [OPTIONS] <PROCEDURE>

Arguments:
  <PROCEDURE>  The procedure
          - general:     Complaints in general: eight steps, with accountability and a review
          - listening:   Small matters at once, alternatives, consent, promises
          - hotel:       A hotel: the manager looks twice, the guest agrees
          - supplier:    A supplier of parts: containment by each department
          - supplier-qc: A supplier with quality control: three signatures, measures with effect
          - wire:        A maker of wire: nothing is proposed before it is known whose fault it was
          - nev:         A maker of new-energy vehicles: no transfer after the closing deadline
          - defusing:    Personal apologies, choices, satisfaction
          - developer:   A property developer: agreed dates, work that is tracked
          - shop:        One person who does everything: no triage, no dispatch

Options:
      --diagram  Prints only the diagram, to be pasted into a page
  -h, --help     Print help
";

#[derive(Clone, Copy)]
enum Procedure {
    General,
    Listening,
    Hotel,
    Supplier,
    SupplierQc,
    Wire,
    Nev,
    Defusing,
    Developer,
    Shop,
}

impl Value for Procedure {
    fn read(text: &OsStr) -> Result<Self, String> {
        match text.to_str() {
            Some("general") => Ok(Self::General),
            Some("listening") => Ok(Self::Listening),
            Some("hotel") => Ok(Self::Hotel),
            Some("supplier") => Ok(Self::Supplier),
            Some("supplier-qc") => Ok(Self::SupplierQc),
            Some("wire") => Ok(Self::Wire),
            Some("nev") => Ok(Self::Nev),
            Some("defusing") => Ok(Self::Defusing),
            Some("developer") => Ok(Self::Developer),
            Some("shop") => Ok(Self::Shop),
            _ => Err("is no procedure".into()),
        }
    }
}

impl Procedure {
    /// The track of its policy. A track of your own would work in the same way.
    fn track(self) -> Result<Track, Box<dyn Error>> {
        let office = office()?;
        let general = || SeverityRules::new([Severity::General]).with_otherwise(Severity::General);
        let policy = match self {
            Self::General => GeneralHandling::new(office, general(), Routing::none()).build()?,
            Self::Listening => Listening::new(office, general(), Routing::none()).build()?,
            Self::Hotel => Hotel::new(office, [word!(Region, "lake:terrace")], Cadence::MONTH).build()?,
            Self::Supplier => Supplier::new(office, Department::SALES).build()?,
            Self::SupplierQc => {
                let signatures = Signatures {
                    prepared: Role::PERSON_IN_CHARGE,
                    reviewed: Role::DEPARTMENT_HEAD,
                    approved: Role::SENIOR_MANAGEMENT,
                };
                SupplierQc::new(office, signatures).build()?
            }
            Self::Wire => Wire::new(office).build()?,
            Self::Nev => {
                let owners = Category::ALL.iter().map(|&category| (category, Department::DEALER));
                Nev::new(office, owners, NoticePeriod::NotSet).build()?
            }
            Self::Defusing => Defusing::new(office, Department::CUSTOMER_SERVICE).build()?,
            Self::Developer => Developer::new(office, Routing::none()).build()?,
            Self::Shop => {
                return Ok(Track::new()
                    .without_triage()
                    .without_dispatch()
                    .with_reopening(ReopeningWindow::Never));
            }
        };
        Ok(policy.track().clone())
    }
}

/// Monday to Friday, 09:00 to 17:30. The course does not depend on the calendar.
fn office() -> Result<Calendar, Box<dyn Error>> {
    let zone = Zone::tabulate("Asia/Shanghai", &chrono_tz::Asia::Shanghai, KnownDays::years(2025, 2026)?)?;
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:30")]);
    Ok(Calendar::builder("cn", zone).week(week).build()?)
}

fn main() -> ExitCode {
    let line = CommandLine::read(HELP);
    let (procedure, diagram): (Procedure, bool) = (line.get("<PROCEDURE>"), line.get("--diagram"));
    match procedure.track() {
        Ok(track) => {
            let mut out = mermaid(&track);
            if !diagram {
                out += &table(&track);
            }
            // The reader of the output may have closed it.
            let _ = std::io::stdout().write_all(out.as_bytes());
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "walkthrough: {error}");
            ExitCode::from(1)
        }
    }
}

/// The arrows of a track, grouped into rows: by number, outcome, and the stage they lead to.
fn table(track: &Track) -> String {
    let mut rows: Vec<(Vec<&str>, &Arrow)> = Vec::new();
    let has = |arrow: &&Arrow| arrow.only.is_of(track) && arrow.from.is_none_or(|from| track.has_stage(from));
    for arrow in ARROWS.iter().filter(has) {
        let from = arrow.from.map_or("-", |stage| stage.as_str());
        let stays = |arrow: &Arrow| arrow.from == Some(arrow.to);
        let goes_alike = |known: &Arrow| match (stays(known), stays(arrow)) {
            (true, true) => true,
            (false, false) => known.to == arrow.to,
            _ => false,
        };
        let same = |known: &Arrow| (known.code, known.way) == (arrow.code, arrow.way) && goes_alike(known);
        match rows.iter_mut().find(|(_, known)| same(known)) {
            Some((stages, _)) => stages.push(from),
            None => rows.push((vec![from], arrow)),
        }
    }
    let mut out = String::new();
    for (from, arrow) in rows {
        let way = if arrow.way == Branch::Only { String::new() } else { format!(" ({})", arrow.way) };
        let to = if arrow.from == Some(arrow.to) { "stays" } else { arrow.to.as_str() };
        let _ = write!(out, "\n{} {}{way}: {} → {to}", arrow.code, arrow.action, from.join(", "));
        for asked in asks(track, arrow) {
            let _ = write!(out, "\n    - {asked}");
        }
    }
    out.push('\n');
    out
}

/// What a step requires, whatever its command carries.
#[expect(clippy::wildcard_enum_match_arm, reason = "the other actions ask for nothing but what they carry")]
fn asks(track: &Track, arrow: &Arrow) -> Vec<String> {
    let mut asks: Vec<String> = Vec::new();
    let roles: Vec<String> = track.roles_for(arrow.action).map(|role| format!("`{role}`")).collect();
    if !roles.is_empty() {
        asks.push(format!("somebody who holds {}", roles.join(" or ")));
    }
    let mut ask = |asked: bool, text: &str| {
        if asked {
            asks.push(text.to_owned());
        }
    };
    match arrow.action {
        Action::Acknowledge => ask(true, "that it was not acknowledged before"),
        Action::Register => {
            let fields: Vec<String> = track.required().iter().map(|field| format!("`{field}`")).collect();
            ask(!fields.is_empty(), &format!("the fields {}", fields.join(", ")));
            ask(true, "a note of what was spoken");
        }
        Action::AnswerAtOnce => {
            ask(true, "that it is `minor`, and marked so where rules say what can be answered at once");
        }
        Action::FindNotEstablished => ask(true, "a reason, and what the complainant was told"),
        Action::Dispatch => ask(true, "a department, and that it is not to be closed by force"),
        Action::Redispatch => ask(!track.transfers_when_unclosed(), "that its limit has not passed"),
        Action::FindCustomerCaused => {
            ask(true, "that the fault is the customer's");
            ask(track.customer_caused_form(), "cause, corrective and preventive measure");
        }
        Action::Propose => {
            let groups: Vec<String> =
                track.fault_only_of().iter().map(|group| format!("`{group}`")).collect();
            ask(track.wants_fault_before_proposal(None) && groups.is_empty(), "the party at fault");
            ask(
                !groups.is_empty(),
                &format!("the party at fault, for {} and unknown causes", groups.join(", ")),
            );
            ask(track.apology() != ApologyRule::NotAsked, &format!("an apology ({:?})", track.apology()));
            let wanted =
                format!("{} alternatives, or a notice that they are fewer", track.alternatives_wanted());
            ask(track.alternatives_wanted() > 1, &wanted);
        }
        Action::Submit => ask(true, "that a chain of the approval table is for it, and can be completed"),
        Action::Sign | Action::RefuseToSign | Action::SendBack => {
            ask(true, "a role of the open step; not who proposed it, handled it, or is complained about");
        }
        Action::WithdrawSignature => ask(true, "a signature or a refusal of one's own on the open step"),
        Action::Override => {
            ask(true, "a role that the policy lets override, and nobody whom the case excludes");
        }
        Action::TakeBack => ask(true, "who submitted it, or that nobody is left who can sign it"),
        Action::Offer => ask(true, "that nobody has to approve it"),
        Action::Lapse => {
            let silence = track.silence();
            ask(silence.is_none(), "that offers lapse, which they do not");
            ask(silence.is_some(), &silence.map_or(String::new(), |span| format!("{span} of silence")));
        }
        Action::CarryOut => ask(true, "that nobody has to approve it, or to agree to it"),
        Action::Finish => {
            ask(track.consent(), "the complainant's consent");
            ask(true, "that it is what was approved, where somebody has to approve it");
        }
        Action::Close => closing(track, &mut ask),
        Action::ForceClose => ask(true, "the facts of the policy's test for it, and its approval"),
        Action::OpenProject => ask(true, "that the limit for a project has passed, where there is one"),
        Action::Reopen => match track.reopening() {
            ReopeningWindow::Always => {}
            ReopeningWindow::Within(term) => {
                ask(true, &format!("at most {} since it was closed", term.count()));
            }
            ReopeningWindow::Never => ask(true, "that closed cases are taken up again, which they are not"),
        },
        _ => {}
    }
    asks
}

fn closing(track: &Track, ask: &mut impl FnMut(bool, &str)) {
    if let Some(rule) = track.follow_up() {
        ask(true, &format!("`{}` at least {} times", rule.kind(), rule.minimum()));
        ask(rule.satisfaction(), "that the complainant says to be satisfied");
    }
    ask(track.findings_before_closing(), "cause and responsible person");
    ask(
        track.containment(),
        "a measure in place in every department that received it, or that none is needed",
    );
    ask(track.effect_check(), "the effect of every measure, confirmed");
    ask(true, "no open promise, approval of a remedy, project or recall");
}
