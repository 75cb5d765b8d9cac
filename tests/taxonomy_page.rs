//! The page of every word, made from the words, and their number.
//!
//! `UPDATE_GOLDEN=1 cargo test taxonomy_page::` rewrites `src/docs/taxonomy.md`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::{env, fs};

use redress::taxonomy::Taxonomy;
use redress::vocab::course::*;
use redress::vocab::*;

const PAGE: &str = "src/docs/taxonomy.md";

/// The words of one question: those of an open facet, or a closed vocabulary.
struct Section {
    /// Its code, where it is a facet.
    code: Option<Facet>,
    /// In every language.
    name: [&'static str; 3],
    /// The type in `vocab`.
    path: String,
    open: bool,
    rows: Vec<WordRow>,
}

/// A word with its labels and its aliases.
struct WordRow {
    code: String,
    labels: [&'static str; 3],
    aliases: &'static [&'static str],
}

/// A closed vocabulary, which has no facet to name it.
macro_rules! closed {
    ($word:ident, $name:expr) => {
        Section {
            code: None,
            name: $name,
            path: stringify!($word).to_owned(),
            open: false,
            rows: $word::ALL
                .iter()
                .map(|word| WordRow {
                    code: word.to_string(),
                    labels: [Locale::En, Locale::ZhHans, Locale::ZhHant].map(|locale| word.label(locale)),
                    aliases: word.aliases(),
                })
                .collect(),
        }
    };
}

/// The name of the type of a facet, in whose code each word begins small: `clock-name` is `ClockName`.
fn type_name(facet: Facet) -> String {
    let words = facet.as_str().split('-');
    words.map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// The words of an open facet in the order of their documentation.
fn open(facet: &'static Facet) -> Section {
    let labels = |code: &Code| {
        [Locale::En, Locale::ZhHans, Locale::ZhHant].map(|locale| facet.standard_label(code, locale).unwrap())
    };
    Section {
        code: Some(*facet),
        name: [Locale::En, Locale::ZhHans, Locale::ZhHant].map(|locale| facet.label(locale)),
        path: type_name(*facet),
        open: true,
        rows: facet
            .standard_codes()
            .iter()
            .map(|code| WordRow {
                code: code.to_string(),
                labels: labels(code),
                aliases: facet.aliases_of(code),
            })
            .collect(),
    }
}

/// Every vocabulary by theme, in the order of the page.
fn themes() -> Vec<(&'static str, Vec<Section>)> {
    let facets = |facets: &'static [Facet]| facets.iter().map(open).collect::<Vec<_>>();
    let mut handling = vec![
        closed!(Severity, ["severity", "严重程度", "嚴重程度"]),
        closed!(Validity, ["validity", "投诉是否成立", "投訴是否成立"]),
    ];
    handling.extend(facets(&[
        Facet::NotEstablishedReason,
        Facet::Importance,
        Facet::Urgency,
        Facet::Category,
        Facet::Subject,
        Facet::Channel,
        Facet::Medium,
        Facet::Region,
        Facet::Demand,
        Facet::ClaimKind,
        Facet::Mark,
    ]));
    let mut organisation = facets(&[Facet::Department, Facet::Role]);
    organisation.extend([
        closed!(Act, ["act", "分工", "分工"]),
        closed!(DecisionKind, ["decision kind", "决定类型", "決定類型"]),
        closed!(ApprovalAct, ["approval act", "审批动作", "簽核動作"]),
    ]);
    organisation.extend(facets(&[
        Facet::ApprovalLevel,
        Facet::Record,
        Facet::FormField,
        Facet::Report,
        Facet::EvidenceBasis,
        Facet::JudgementCriterion,
        Facet::AnalysisMethod,
        Facet::Indicator,
    ]));
    let mut course = vec![
        closed!(Stage, ["stage", "阶段", "階段"]),
        closed!(ClosureKind, ["closure kind", "结案方式", "結案方式"]),
        closed!(Standing, ["standing", "时效状态", "時效狀態"]),
    ];
    course.extend(facets(&[Facet::SpreadRisk, Facet::LapseKind, Facet::HarmKind, Facet::Measurability]));
    vec![
        ("The complaint and its handling", handling),
        (
            "The cause",
            facets(&[
                Facet::CauseGroup,
                Facet::Cause,
                Facet::FaultParty,
                Facet::Origin,
                Facet::Dynamic,
                Facet::Nature,
                Facet::RiskArea,
            ]),
        ),
        (
            "The person",
            facets(&[
                Facet::ComplainantKind,
                Facet::Behaviour,
                Facet::Purpose,
                Facet::Motive,
                Facet::Reaction,
                Facet::SilenceReason,
                Facet::SilentOutlet,
                Facet::ChurnSignal,
                Facet::ChurnKind,
                Facet::BenefitSought,
                Facet::SatisfactionFactor,
            ]),
        ),
        (
            "The answer",
            facets(&[
                Facet::Remedy,
                Facet::Containment,
                Facet::ActionTrack,
                Facet::ImprovementMeasure,
                Facet::Sanction,
                Facet::FollowUp,
                Facet::ThanksOccasion,
                Facet::Topic,
                Facet::RelationshipPrinciple,
                Facet::ComparisonAxis,
            ]),
        ),
        ("The organisation", organisation),
        ("The course", course),
        (
            "Time and rules",
            facets(&[
                Facet::Anchor,
                Facet::ClockName,
                Facet::PauseReason,
                Facet::ExtensionReason,
                Facet::Fact,
                Facet::RuleId,
            ]),
        ),
    ]
}

fn heading(section: &Section) -> String {
    let [name, _, _] = section.name;
    name[..1].to_uppercase() + &name[1..]
}

/// The fragment that a heading is reached by.
fn fragment(heading: &str) -> String {
    let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// The room of `vocab` whose front shows a type, with `::`; nothing for one that stands at the front of `vocab`.
pub(crate) fn room(name: &str) -> String {
    let names = |text: &str| text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == name);
    if names(&fs::read_to_string("src/vocab/course.rs").unwrap()) {
        return "course::".to_owned();
    }
    for front in ["src/vocab/mod.rs", "src/vocab/facet/mod.rs"] {
        let front = fs::read_to_string(front).unwrap().replace("pub(super) mod ", "pub mod ");
        for part in front.split("\npub mod ").skip(1) {
            let Some((room, rest)) = part.split_once(" {\n") else { continue };
            if !room.contains(';') && names(rest.split("\n}").next().unwrap()) {
                return format!("{room}::");
            }
        }
    }
    String::new()
}

fn write_section(page: &mut String, section: &Section) {
    let [_, simplified, traditional] = section.name;
    let path = &section.path;
    let code = section.code.map_or_else(String::new, |facet| format!("facet `{facet}` · "));
    let nature = if section.open { "open" } else { "closed" };
    let count = match section.rows.len() {
        0 => "no standard word".to_owned(),
        1 => "1 word".to_owned(),
        count => format!("{count} words"),
    };
    write!(
        page,
        "\n### {}\n\n{simplified} · {traditional} · {code}[`{path}`](crate::vocab::{}{path}) · {nature} · {count}\n",
        heading(section),
        room(path)
    )
    .unwrap();
    if section.rows.is_empty() {
        return;
    }
    let aliased = section.rows.iter().any(|row| !row.aliases.is_empty());
    *page += "\n| Code | English | 简体中文 | 繁體中文 |";
    *page += if aliased { " Also read |\n|---|---|---|---|---|\n" } else { "\n|---|---|---|---|\n" };
    for row in &section.rows {
        write!(page, "| `{}` | {} |", row.code, row.labels.join(" | ")).unwrap();
        if aliased {
            write!(page, " {} |", row.aliases.join(", ")).unwrap();
        }
        page.push('\n');
    }
}

fn page() -> String {
    let mut page = String::from(
        "Every standard word by theme: its code, which is stored, and its labels, which people read.\n\n\
         A facet that is *open* takes words of your own, such as `acme:vip-lounge`; a *closed* one does not.\n\
         A policy file names a facet by its code, as in `facet = \"category\"`.\n\
         *Also read* lists other texts for a word. [`Labels::by_label`](crate::labels::Labels::by_label) finds the word by \
         them,\nbut they are never shown.\n\n\
         | theme | words |\n|---|---|\n",
    );
    let themes = themes();
    for (theme, sections) in &themes {
        let links =
            sections.iter().map(|section| format!("[{}](#{})", section.name[0], fragment(&heading(section))));
        let links = links.collect::<Vec<_>>().join(", ");
        writeln!(page, "| [{theme}](#{}) | {links} |", fragment(theme)).unwrap();
    }
    for (theme, sections) in &themes {
        write!(page, "\n## {theme}\n").unwrap();
        for section in sections {
            write_section(&mut page, section);
        }
    }
    page
}

#[test]
fn the_page_shows_every_word() {
    let written = page();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(PAGE, written).unwrap();
        return;
    }
    for (stored, written) in fs::read_to_string(PAGE).unwrap().lines().zip(written.lines()) {
        assert_eq!(stored, written, "{PAGE}");
    }
    assert_eq!(fs::read_to_string(PAGE).unwrap(), written, "{PAGE}");
}

#[test]
fn every_facet_has_one_theme() {
    let themes = themes();
    let sections: Vec<&Section> = themes.iter().flat_map(|(_, sections)| sections).collect();
    let open: Vec<&str> =
        sections.iter().filter(|section| section.open).map(|section| section.path.as_str()).collect();
    let once: BTreeSet<&str> = open.iter().copied().collect();
    assert_eq!(open.len(), once.len());
    assert_eq!(
        once,
        Facet::ALL
            .iter()
            .map(|facet| type_name(*facet))
            .collect::<Vec<_>>()
            .iter()
            .map(String::as_str)
            .collect()
    );
    let headings: Vec<String> = sections.iter().map(|section| fragment(&heading(section))).collect();
    assert_eq!(headings.iter().collect::<BTreeSet<_>>().len(), headings.len(), "a heading stands twice");
}

#[test]
fn the_overview_of_the_words_names_every_type_under_its_theme() {
    let text = fs::read_to_string("src/vocab/mod.rs").unwrap();
    let overview: BTreeMap<&str, &str> =
        text.split("\n//! # ").filter_map(|part| part.split_once('\n')).collect();
    for (theme, sections) in themes() {
        for section in sections {
            assert!(overview[theme].contains(&format!("[`{}`]", section.path)), "{theme}: {}", section.path);
        }
    }
}

// The procedures have 55 facets with 472 values.
#[test]
fn every_value_of_the_procedures_is_a_word() {
    // Our choice: no procedure has them.
    let own = ["Mark", "Region", "Fact", "Anchor", "ClockName", "PauseReason", "ExtensionReason", "RuleId"];
    // What the forms of the procedures ask for: no facet of theirs.
    let fields = ["FormField"];
    // What the engine works with: the course, its duties and its decisions, not values of the procedures.
    let engine = ["Stage", "Act", "DecisionKind"];
    let sections: Vec<Section> = themes().into_iter().flat_map(|(_, sections)| sections).collect();
    let of_procedures: Vec<&Section> = sections
        .iter()
        .filter(|section| ![&own[..], &fields, &engine].concat().contains(&section.path.as_str()))
        .collect();
    assert_eq!(of_procedures.len(), 55);
    assert_eq!(sections.len(), 55 + own.len() + fields.len() + engine.len());

    let words: usize = of_procedures.iter().map(|section| section.rows.len()).sum();
    let critical = 1; // severity: danger to life, to health or to the organisation's licence
    let ends = 2; // closure kind: withdrawn, and merged into another case
    let unanswered = 2; // standing: withdrawn, and merged into another case
    let plan = 1; // report: the plan of the training that is said to be regular (S05-R22)
    assert_eq!(words, 472 + critical + ends + unanswered + plan);

    // Five of them are closed, since the crate branches on them.
    let closed: BTreeSet<&str> =
        of_procedures.iter().filter(|section| !section.open).map(|section| section.path.as_str()).collect();
    assert_eq!(closed, BTreeSet::from(["Severity", "Validity", "ApprovalAct", "ClosureKind", "Standing"]));

    let open: usize = sections.iter().filter(|section| section.open).map(|section| section.rows.len()).sum();
    assert_eq!(open, Taxonomy::standard().declarations().len());
}
