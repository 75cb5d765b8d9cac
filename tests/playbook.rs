//! The playbook: complete, well-formed, found again, and in the way of nothing.

use std::collections::BTreeSet;

use redress::guidance::playbook::{Advice, Cue, Entry, Playbook, remedies};
use redress::vocab::answer::{ImprovementMeasure, RelationshipPrinciple};
use redress::vocab::kind::Nature;
use redress::vocab::person::{
    Behaviour, ChurnKind, ChurnSignal, Motive, Reaction, SilenceReason, SilentOutlet,
};
use redress::vocab::{Locale, Remedy, RuleId, Stage, Topic, Word};
use redress::word;

/// Guidance, steps, remedies, follow-ups, reports, deadlines and sanctions that the catalogue ships as data, but for
/// those in `SHIPPED_ELSEWHERE`.
const AS_DATA: &str = "
    S01-R45 S02-R01 S02-R06 S02-R07 S02-R13 S03-R16 S05-R17 S05-R19 S05-R22 S05-R23 S05-R24 S05-R25 S05-R26 S05-R27
    S05-R28 S05-R30 S05-R33 S07-R10 S08-R01 S08-R02 S08-R04 S08-R07 S08-R08 S08-R09 S08-R10 S09-R01 S09-R02 S09-R05
    S10-R02 S10-R23 S11-R18 S12-R01 S12-R02 S12-R04 S12-R06 S13-R03 S13-R04 S13-R05 S13-R07 S13-R08 S13-R09 S13-R10
    S14-R01 S14-R02 S14-R03 S14-R06 S14-R07 S17-R01 S17-R02 S19-R13 S20-R03 S21-R01 S21-R03 S22-R04 S22-R05 S22-R06
    S22-R08 S24-R02 S25-R01 S25-R02 S25-R06 S26-R01 S26-R02 S26-R03 S26-R05 S26-R09 S27-R01 S27-R02 S27-R03 S27-R04
    S27-R05 S27-R06 S27-R07 S27-R13 S27-R14 S27-R15 S27-R16 S27-R17 S28-R25 S28-R26 S28-R27 S28-R28 S29-R09 S29-R10
    S29-R11 S30-R05 S30-R07 S30-R08 S31-R05 S31-R06 S31-R07 S31-R08 S31-R09 S31-R10 S32-R14 S33-R07 S33-R08 S33-R09
    S34-R04 S34-R05 S34-R06 S34-R08 S35-R04 S35-R05 S35-R06 S35-R07 S36-R10 S36-R11 S37-R15 S37-R33 S37-R37 S37-R39
    S37-R42 S37-R48
";

/// Where the others are: parameters of profiles and of rules, and what the sources have lost.
const SHIPPED_ELSEWHERE: [(&str, &str); 9] = [
    ("S03-R20", "the schedule that a caller of `AccountableParty::amount` gives"),
    ("S10-R26", "the handling limit of the profile `tax-device`"),
    ("S16-R05", "a required parameter of the profile `supplier-qc` (A24)"),
    ("S16-R06", "a required parameter of the profile `supplier-qc` (A24)"),
    ("S16-R18", "an annex that the source does not have"),
    ("S23-R16", "the notice period of the profile `nev`"),
    ("S37-R32", "criterion B, which the source does not have (A34)"),
    ("S37-R47", "a chapter that the source does not have"),
    ("S38-R01", "the service hours of the profile `platform`"),
];

fn is_element(text: &str) -> bool {
    let number = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = text.strip_prefix('S').and_then(|rest| rest.split_once("-R"));
    parts.is_some_and(|(system, rule)| number(system) && number(rule))
}

#[test]
fn s12_r09_the_logistics_company_is_pressed_and_no_carrier() {
    let playbook = Playbook::standard();
    let logistics = playbook.entry(word!(RuleId, "script.logistics")).map(|entry| entry.text(Locale::En));
    assert_eq!(
        logistics,
        Some("We are sorry: we press the logistics company, and tell you when it arrives.")
    );
}

#[test]
fn the_playbook_calls_things_as_the_labels_do() {
    for entry in Playbook::standard().entries() {
        let text = entry.text(Locale::ZhHant);
        for other in ["質量", "反饋", "訊號", "在線", "渠道", "信息"] {
            assert!(!text.contains(other), "{}: {text}", entry.key());
        }
    }
}

#[test]
fn every_piece_of_guidance_stands_in_an_entry_or_elsewhere_and_not_in_both() {
    let playbook = Playbook::standard();
    let missing: Vec<&str> =
        AS_DATA.split_whitespace().filter(|element| playbook.citing(element).next().is_none()).collect();
    assert!(missing.is_empty(), "no entry for {missing:?}");
    for (element, place) in SHIPPED_ELSEWHERE {
        assert_eq!(playbook.citing(element).count(), 0, "{element}: {place}");
    }
    let listed = AS_DATA.split_whitespace().count() + SHIPPED_ELSEWHERE.len();
    let distinct: BTreeSet<&str> =
        AS_DATA.split_whitespace().chain(SHIPPED_ELSEWHERE.map(|(element, _)| element)).collect();
    assert_eq!(distinct.len(), listed);
}

#[test]
fn every_entry_cites_elements_that_are_well_formed_and_each_once() {
    for entry in Playbook::standard().entries() {
        assert!(!entry.citations().is_empty(), "{}", entry.key());
        let distinct: BTreeSet<&str> = entry.citations().iter().map(AsRef::as_ref).collect();
        assert_eq!(distinct.len(), entry.citations().len(), "{}", entry.key());
        for cited in distinct {
            assert!(is_element(cited), "{}: {cited}", entry.key());
        }
    }
    assert!(
        is_element("S37-R39") && !is_element("S37-R4") && !is_element("A34-R01") && !is_element("S37xR39")
    );
}

const LOCALES: [Locale; 3] = [Locale::En, Locale::ZhHans, Locale::ZhHant];

#[test]
fn every_text_is_there_short_and_not_the_same_in_two_languages() {
    for entry in Playbook::standard().entries() {
        for locale in LOCALES {
            let text = entry.text(locale);
            assert_eq!(text.trim(), text, "{}", entry.key());
            let length = text.chars().count();
            assert!((5..=170).contains(&length), "{} in {locale}: {length} characters", entry.key());
            assert_eq!(text.is_ascii(), locale == Locale::En, "{} in {locale}", entry.key());
            assert!(text.ends_with(['.', '?', '。', '？']), "{} in {locale}", entry.key());
        }
        assert_ne!(entry.text(Locale::ZhHans), entry.text(Locale::ZhHant), "{}", entry.key());
    }
}

/// Characters that only one of the two ways of writing has, among those that the texts use most.
#[test]
fn simplified_text_has_no_traditional_characters_and_the_other_way_round() {
    let pairs = "们們 说說 诉訴 处處 对對 户戶 务務 质質 产產 时時 问問 题題 应應 让讓 满滿 业業 单單 员員 训訓 关關 话話 电電";
    for entry in Playbook::standard().entries() {
        for pair in pairs.split(' ') {
            let mut pair = pair.chars();
            let (simplified, traditional) = (pair.next().unwrap(), pair.next().unwrap());
            assert!(!entry.text(Locale::ZhHans).contains(traditional), "{}: {traditional}", entry.key());
            assert!(!entry.text(Locale::ZhHant).contains(simplified), "{}: {simplified}", entry.key());
        }
    }
}

#[test]
fn no_two_entries_have_one_key_or_one_text() {
    let playbook = Playbook::standard();
    let entries = playbook.entries();
    assert_eq!(entries.iter().map(Entry::key).collect::<BTreeSet<_>>().len(), entries.len());
    for locale in LOCALES {
        let texts: BTreeSet<&str> = entries.iter().map(|entry| entry.text(locale)).collect();
        assert_eq!(texts.len(), entries.len(), "{locale}");
    }
}

#[track_caller]
fn every_word_of<W: Word>()
where
    Cue: From<W>,
{
    let playbook = Playbook::standard();
    for &word in W::standard_words() {
        assert!(playbook.on(word).next().is_some(), "nothing for {} {word}", W::FACET);
    }
}

#[test]
fn there_is_something_for_every_standard_word_that_a_playbook_speaks_to() {
    every_word_of::<Topic>();
    every_word_of::<Motive>();
    every_word_of::<Behaviour>();
    every_word_of::<Reaction>();
    every_word_of::<Nature>();
    every_word_of::<RelationshipPrinciple>();
    every_word_of::<ImprovementMeasure>();
    every_word_of::<SilenceReason>();
    every_word_of::<SilentOutlet>();
    every_word_of::<ChurnSignal>();
    every_word_of::<ChurnKind>();
}

#[test]
fn an_entry_is_found_by_its_key_its_word_its_stage_and_its_element() {
    let playbook = Playbook::standard();
    for entry in playbook.entries() {
        assert_eq!(playbook.entry(entry.key()), Some(entry));
        for &cue in entry.cues() {
            assert!(playbook.on(cue).any(|found| found == entry), "{}", entry.key());
        }
        for &stage in entry.stages() {
            assert!(playbook.at(stage).any(|found| found == entry), "{}", entry.key());
        }
        for element in entry.citations() {
            assert!(playbook.citing(element).any(|found| found == entry), "{}", entry.key());
        }
    }
    assert_eq!(playbook.entry(word!(RuleId, "acme:none")), None);
    assert_eq!(playbook.citing("S99-R99").count(), 0);
    assert_eq!(playbook.on(word!(Topic, "acme:parking")).count(), 0);
    // A word below a standard one has what that one has.
    let below = playbook.on(word!(Topic, "technical.modem"));
    assert!(below.map(Entry::key).eq(playbook.on(Topic::TECHNICAL).map(Entry::key)));
}

#[test]
fn the_order_is_that_of_the_table_and_own_entries_come_behind() {
    let standard = Playbook::standard();
    assert_eq!(standard, Playbook::standard());
    let own = |text: &'static str| {
        Entry::new(word!(RuleId, "acme:own"), Advice::Do, [text, "自己的。", "自家的。"])
    };
    let extended = standard.clone().with_entry(own("Our own."));
    assert_eq!(extended.entries().len(), standard.entries().len() + 1);
    assert_eq!(extended.entries()[..standard.entries().len()], standard.entries()[..]);
    // One with the same key takes its place, standard or own.
    let again = extended.clone().with_entry(own("Our own, later."));
    assert_eq!(again.entries().len(), extended.entries().len());
    let first = standard.entries()[0].key();
    let replaced =
        standard.clone().with_entry(Entry::new(first, Advice::Say, ["Ours.", "我们的。", "我們的。"]));
    assert_eq!(replaced.entries()[0].text(Locale::En), "Ours.");
    assert_eq!(replaced.entries()[1..], standard.entries()[1..]);
    assert_eq!(Playbook::empty().entries(), []);
}

#[test]
fn w149_the_scripts_go_with_their_remedies() {
    assert_eq!(remedies(Topic::PRODUCT_QUALITY), [Remedy::APOLOGY, Remedy::EXCHANGE]);
    assert_eq!(remedies(Topic::SERVICE_ATTITUDE), [Remedy::APOLOGY, Remedy::STAFF_RETRAINING]);
    let playbook = Playbook::standard();
    let said = |topic, element| {
        let mut entries = playbook.on(topic).filter(|entry| entry.advice() == Advice::Say);
        entries.any(|entry| entry.citations().iter().any(|cited| cited == element))
    };
    assert!(said(Topic::PRODUCT_QUALITY, "S12-R07"));
    assert!(said(Topic::SERVICE_ATTITUDE, "S12-R08"));
    assert!(said(Topic::LOGISTICS_DELAY, "S12-R09"));
    assert_eq!(remedies(word!(Topic, "acme:parking")), []);
}

#[test]
fn three_intents_open_a_complaint_and_three_tell_of_its_progress() {
    let playbook = Playbook::standard();
    for element in ["S12-R02", "S21-R01", "S12-R06"] {
        let said = playbook.citing(element).filter(|entry| entry.advice() == Advice::Say).count();
        assert_eq!(said, 3, "{element}");
    }
    assert_eq!(playbook.citing("S25-R02").filter(|entry| entry.advice() == Advice::Say).count(), 2);
    // To slow down early is something to know, and said to hold up no clock.
    let slow = playbook.citing("S37-R39").next().unwrap();
    assert_eq!(slow.advice(), Advice::Know);
    assert!(slow.stages().contains(&Stage::Received));
    assert!(slow.text(Locale::En).ends_with("No clock waits for it."));
}
