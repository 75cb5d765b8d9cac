//! German, as a whole overlay: accounts, cases and refusals without a word of English.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use redress::approval::{Roster, SigningRefusal, StuckApproval};
use redress::case::approval::ApprovalReference;
use redress::case::{Case, Command, Office, Refusal, Request, Stamp};
use redress::deadline::rule::ClockError;
use redress::labels::Labels;
use redress::render::Renderer;
use redress::triage::{Complaint, ComplaintFault, History, triage};
use redress::vocab::{Category, Facet, Locale, Stage};

use super::locale;

static GERMAN: LazyLock<Labels> = LazyLock::new(|| {
    let texts: BTreeMap<String, String> = toml::from_str(include_str!("de.toml")).unwrap();
    Labels::standard().with_texts(locale("de"), texts).unwrap_or_else(|faults| panic!("{faults}"))
});

/// The facets whose words a host meets in accounts, cases and forms.
const MET: [Facet; 25] = [
    Facet::Category,
    Facet::Subject,
    Facet::CauseGroup,
    Facet::Demand,
    Facet::Channel,
    Facet::Medium,
    Facet::Department,
    Facet::Role,
    Facet::Fact,
    Facet::Anchor,
    Facet::ClockName,
    Facet::PauseReason,
    Facet::ExtensionReason,
    Facet::FaultParty,
    Facet::Importance,
    Facet::Urgency,
    Facet::Mark,
    Facet::ClaimKind,
    Facet::Remedy,
    Facet::Containment,
    Facet::FollowUp,
    Facet::Record,
    Facet::Report,
    Facet::EvidenceBasis,
    Facet::FormField,
];

#[test]
fn the_overlay_lacks_no_word_of_what_a_host_meets() {
    let missing = GERMAN.missing(locale("de-AT"));
    let lacks: BTreeSet<&str> = missing.iter().map(|key| key.split(['/', '.']).next().unwrap()).collect();
    for facet in MET {
        assert!(!lacks.contains(facet.as_str()), "{facet}");
    }
    // What it lacks are the rules of a policy in words, and the words of other facets.
    for key in &missing {
        let (space, _) = key.split_once(['/', '.']).unwrap();
        assert!(["rule", "title"].contains(&space) || space.parse::<Facet>().is_ok(), "{key}");
    }
    assert!(missing.iter().all(|key| !key.starts_with("stage/") && !key.starts_with("facet/")));
}

/// English words that no German sentence has.
const ENGLISH: [&str; 15] = [
    " the ",
    " by ",
    "working day",
    " until ",
    " due ",
    " cannot ",
    " rule ",
    " owner",
    "not known",
    "Wed ",
    "Thu ",
    " since ",
    " must ",
    " complaint",
    " is ",
];

fn assert_german(text: &str) {
    for word in ENGLISH {
        assert!(!format!(" {text} ").contains(word), "`{word}` in: {text}");
    }
}

#[test]
fn an_account_and_the_life_of_a_case_are_german() {
    let (policy, roster) = (redress::sample::policy().unwrap(), redress::sample::roster().unwrap());
    let told = Renderer::new(&GERMAN, locale("de-CH"));
    let account =
        triage(&policy, &redress::sample::complaint().unwrap(), &History::none()).unwrap().explain();
    let text = told.explanation(&account);
    assert_german(&text);
    assert!(text.starts_with("Beschwerde A-17 — Regelwerk shop (1)\n"), "{text}");
    assert!(text.contains("fällig Mi, 2026-04-08, 17:00 Uhr"), "{text}");
    assert_eq!(told.short(&account), "allgemein, die Vorgabe: keine Regel trifft zu; 2 Arbeitstage");
    let case = redress::sample::case_in_approval(&policy, &roster).unwrap();
    let life =
        told.timeline(&case, &policy).with_standing("2026-04-07T11:00:00Z".parse().unwrap()).to_string();
    assert_german(&life);
    assert!(life.contains("anna: zur Genehmigung einreichen → in Genehmigung"), "{life}");
    assert!(life.contains("Stand Di, 2026-04-07, 13:00 Uhr: in Genehmigung, in der Frist"), "{life}");
}

fn refused(case: &Case, by: &str, command: Command) -> Refusal {
    let (policy, roster): (_, Roster) =
        (redress::sample::policy().unwrap(), redress::sample::roster().unwrap());
    let stamp =
        Stamp::new("k-99".parse().unwrap(), by.parse().unwrap(), "2026-04-07T08:00:00Z".parse().unwrap());
    Office::new(&policy, &roster).decide(case, Request::on(case, stamp, command)).unwrap_err()
}

#[test]
fn refusals_are_told_in_every_language() {
    let (policy, roster) = (redress::sample::policy().unwrap(), redress::sample::roster().unwrap());
    let case = redress::sample::case_in_approval(&policy, &roster).unwrap();
    let standard = Labels::standard();
    let refusal = refused(&case, "anna", Command::Sign(ApprovalReference::new(1)));
    let told = |labels: &Labels, tag: &str| Renderer::new(labels, locale(tag)).refusal(&refusal);
    assert_eq!(told(&standard, "en"), refusal.to_string());
    assert_eq!(told(&standard, "fr"), refusal.to_string());
    assert_eq!(told(&GERMAN, "de"), "„anna“ kann Schritt „review“ nicht unterschreiben: schlägt es vor");
    assert_eq!(told(&standard, "zh-Hans"), "“anna”不能签署步骤“review”：提出人须回避");
    assert_eq!(told(&standard, "zh-TW"), "「anna」不能簽署步驟「review」：提出人須迴避");
    let refusal = refused(&case, "anna", Command::Consent);
    let told = Renderer::new(&GERMAN, locale("de")).refusal(&refusal);
    assert!(
        told.starts_with(
            "in der Phase „in Genehmigung“ nicht möglich: Zustimmung vermerken; möglich ist jetzt: "
        ),
        "{told}"
    );
    // A host may say a refusal in its own English.
    let own = Labels::standard()
        .with_text("case.not-from-here", Locale::En, "{action}: not now ({stage}; {allowed})")
        .unwrap();
    let told = Renderer::new(&own, Locale::En).refusal(&refusal);
    assert!(told.starts_with("record the consent: not now (in approval; "), "{told}");
}

#[test]
fn faults_of_a_complaint_are_told_in_every_language() {
    let policy = redress::sample::policy().unwrap();
    let complaint = Complaint::new("A-1".parse().unwrap(), "2026-04-02T08:00:00Z".parse().unwrap())
        .with_word(Category::SPARE_PARTS);
    let faults = triage(&policy, &complaint, &History::none()).unwrap_err();
    let told = Renderer::new(&GERMAN, locale("de")).complaint(&faults);
    assert!(
        told.starts_with("Beschwerdeart „spare-parts“ gibt es in diesem Regelwerk nicht, erwartet "),
        "{told}"
    );
    assert_eq!(Renderer::new(&GERMAN, Locale::En).complaint(&faults), faults.faults()[0].to_string());
}

/// Every code of a refusal has a text in every language, and no text has a code that there is not.
#[test]
fn every_reason_of_a_refusal_has_a_text() {
    let spaces = [
        Refusal::CODES,
        SigningRefusal::CODES,
        StuckApproval::CODES,
        ClockError::CODES,
        ComplaintFault::CODES,
        redress::taxonomy::TaxonomyError::CODES,
        redress::approval::signing::MissingInput::CODES,
    ];
    // A refused complaint is told by its faults.
    let codes = spaces.into_iter().flatten().map(|code| code.code).filter(|code| *code != "case.complaint");
    let codes: BTreeSet<&str> = codes.collect();
    assert!(codes.len() > 110, "{}", codes.len());
    let standard = Labels::standard();
    for code in &codes {
        for tag in ["zh-Hans", "zh-Hant"] {
            assert!(standard.text(code, locale(tag)).is_some(), "{code} in {tag}");
        }
        assert!(GERMAN.text(code, locale("de")).is_some(), "{code} in German");
        assert_eq!(standard.text(code, Locale::En), None, "{code} is told by its `Display`");
    }
    assert_eq!(GERMAN.text("stage/closed", locale("de")).as_deref(), Some("abgeschlossen"));
    assert_ne!(Stage::Closed.label(locale("de")), "abgeschlossen", "only labels know an overlay");
}

/// What refusals speak of has a name in every language.
#[test]
fn every_thing_that_a_refusal_names_has_a_text() {
    let standard = Labels::standard();
    let keys = standard.missing(locale("fr"));
    let known: BTreeSet<String> = keys
        .iter()
        .filter(|key| key.starts_with("thing."))
        .map(|key| standard.text(key, Locale::En).unwrap().into_owned())
        .collect();
    let mut found = 0;
    for path in crate::sources::sources(std::path::Path::new("src/case")) {
        let text = std::fs::read_to_string(&path).unwrap();
        let path = path.display();
        let text = text.replace("\\\n", "\u{1}");
        let text: String = text.split('\u{1}').map(str::trim_start).collect();
        for begin in ["what: \"", "part: \"", "check_count(\"", "check_most(\"", "check_room(\""] {
            for rest in text.split(begin).skip(1) {
                let what = rest.split('"').next().unwrap();
                found += 1;
                assert!(known.contains(what), "no text for `{what}` of {path}");
            }
        }
    }
    assert!(found > 40, "{found}");
}
