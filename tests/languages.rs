//! Languages that are not built in: their tags, their overlays, and what falls back on what.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails by panicking"
)]

use std::collections::BTreeSet;

use redress::labels::{LabelError, Labels};
use redress::policy::severity::MarkRule;
use redress::policy::{Condition, Policy, PolicyDocument, Routing};
use redress::render::Renderer;
use redress::triage::{History, triage};
use redress::vocab::{Category, Currency, Facet, Locale, Mark, Money, RuleId, Stage};
use redress::word;

#[path = "languages/german.rs"]
mod german;

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

fn chain(tag: &str) -> Vec<String> {
    locale(tag).chain().map(|one| one.to_string()).collect()
}

/// The grammar of BCP 47, by trying every way to read the rest of a tag.
mod grammar {
    type Reader = fn(&[&str]) -> Vec<usize>;

    fn alpha(text: &str, lengths: &[usize]) -> bool {
        lengths.contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphabetic())
    }

    fn alnum(text: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
        lengths.contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric())
    }

    fn one(rest: &[&str], fits: impl Fn(&str) -> bool) -> Vec<usize> {
        if rest.first().is_some_and(|first| fits(first)) { vec![1] } else { vec![] }
    }

    fn language(rest: &[&str]) -> Vec<usize> {
        let mut ends = one(rest, |text| alpha(text, &[2, 3, 4, 5, 6, 7, 8]));
        if rest.first().is_some_and(|first| alpha(first, &[2, 3])) {
            for count in 1..=3 {
                if rest.len() > count && rest[1..=count].iter().all(|text| alpha(text, &[3])) {
                    ends.push(count + 1);
                }
            }
        }
        ends
    }

    fn script(rest: &[&str]) -> Vec<usize> {
        let mut ends = one(rest, |text| alpha(text, &[4]));
        ends.push(0);
        ends
    }

    fn region(rest: &[&str]) -> Vec<usize> {
        let digits = |text: &str| text.len() == 3 && text.chars().all(|c| c.is_ascii_digit());
        let mut ends = one(rest, |text| alpha(text, &[2]) || digits(text));
        ends.push(0);
        ends
    }

    fn variants(rest: &[&str]) -> Vec<usize> {
        let is = |text: &str| {
            alnum(text, 5..=8) || (alnum(text, 4..=4) && text.starts_with(|c: char| c.is_ascii_digit()))
        };
        let most = rest.iter().take_while(|text| is(text)).count();
        let different = |count: usize| {
            let lower: std::collections::BTreeSet<String> =
                rest[..count].iter().map(|text| text.to_lowercase()).collect();
            lower.len() == count
        };
        (0..=most).filter(|count| different(*count)).collect()
    }

    fn extensions(rest: &[&str]) -> Vec<usize> {
        let (mut ends, mut at, mut seen) = (vec![0], 0, std::collections::BTreeSet::new());
        while at < rest.len() && alnum(rest[at], 1..=1) && !rest[at].eq_ignore_ascii_case("x") {
            if !seen.insert(rest[at].to_lowercase()) {
                break;
            }
            let count = rest[at + 1..].iter().take_while(|text| alnum(text, 2..=8)).count();
            if count == 0 {
                break;
            }
            at += count + 1;
            ends.push(at);
        }
        ends
    }

    fn private(rest: &[&str]) -> Vec<usize> {
        let is = rest.first().is_some_and(|first| first.eq_ignore_ascii_case("x"))
            && rest.len() > 1
            && rest[1..].iter().all(|text| alnum(text, 1..=8));
        if is { vec![0, rest.len()] } else { vec![0] }
    }

    fn whole(rest: &[&str], readers: &[Reader]) -> bool {
        let Some((first, others)) = readers.split_first() else { return rest.is_empty() };
        first(rest).into_iter().any(|end| whole(&rest[end..], others))
    }

    pub(super) fn is_tag(text: &str) -> bool {
        let rest: Vec<&str> = text.split('-').collect();
        text.len() <= 35
            && (private(&rest).contains(&rest.len())
                || whole(&rest, &[language, script, region, variants, extensions, private]))
    }
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

#[test]
fn a_tag_is_read_exactly_if_it_is_well_formed() {
    const SUBTAGS: [&str; 28] = [
        "en",
        "EN",
        "zh",
        "de",
        "sr",
        "cmn",
        "yue",
        "Latn",
        "latn",
        "Hans",
        "Hant",
        "TW",
        "hk",
        "MO",
        "419",
        "001",
        "1996",
        "1a2b",
        "rozaj",
        "biske",
        "valencia",
        "a",
        "u",
        "x",
        "X",
        "co",
        "phonebk",
        "root1234x",
    ];
    let (mut dice, mut read) = (Dice(7), 0);
    for _ in 0..60_000 {
        let count = 1 + dice.below(6);
        let tag = (0..count).map(|_| SUBTAGS[dice.below(SUBTAGS.len())]).collect::<Vec<_>>().join("-");
        let parsed = tag.parse::<Locale>();
        assert_eq!(parsed.is_ok(), grammar::is_tag(&tag), "{tag}");
        let Ok(parsed) = parsed else { continue };
        read += 1;
        // Case carries no meaning, and the text that is kept is read as the same tag.
        assert!(parsed.as_str().eq_ignore_ascii_case(&tag));
        for other in [parsed.to_string(), tag.to_uppercase(), tag.to_lowercase()] {
            assert_eq!(other.parse::<Locale>().unwrap(), parsed);
        }
        // Each step of the chain is a shorter tag, up to the script of Chinese.
        let steps: Vec<Locale> = parsed.chain().collect();
        assert_eq!(steps[0], parsed);
        let shorter = steps.iter().take_while(|step| parsed.as_str().starts_with(step.as_str())).count();
        assert!(steps.len() - shorter <= 1, "{tag}: {steps:?}");
        assert_eq!(steps.iter().collect::<BTreeSet<_>>().len(), steps.len(), "{tag}: {steps:?}");
    }
    assert!(read > 3_000, "{read}");
    for text in [
        "",
        "-",
        "e",
        "en-",
        "-en",
        "en--GB",
        "zh_CN",
        "en-GB-oed",
        "i-klingon",
        "en\0",
        "ën",
        "x",
        "x-",
        " en",
    ] {
        assert!(text.parse::<Locale>().is_err(), "{text}");
    }
    assert!("a".repeat(100_000).parse::<Locale>().unwrap_err().to_string().len() < 400);
}

#[test]
fn a_tag_is_kept_in_the_usual_case() {
    for (text, kept) in [
        ("EN", "en"),
        ("ZH-HANT", "zh-Hant"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("de-1996", "de-1996"),
        ("en-a-BB-CCCC", "en-a-bb-cccc"),
        ("X-ACME", "x-acme"),
        ("es-419", "es-419"),
        ("zh-cmn-hans-cn", "zh-cmn-Hans-CN"),
    ] {
        assert_eq!(locale(text).as_str(), kept);
        assert_eq!(serde_json::to_string(&locale(text)).unwrap(), format!("\"{kept}\""));
    }
    assert_eq!(locale("zh-hans"), Locale::ZhHans);
    let wrong = serde_json::from_str::<Locale>("\"zh_CN\"").unwrap_err().to_string();
    assert!(wrong.starts_with("`zh_CN` is not a language tag"), "{wrong}");
}

#[test]
fn a_language_falls_back_by_losing_subtags() {
    assert_eq!(chain("de-CH-1996"), ["de-CH-1996", "de-CH", "de"]);
    assert_eq!(chain("zh-TW"), ["zh-TW", "zh", "zh-Hant"]);
    assert_eq!(chain("zh-HK"), ["zh-HK", "zh", "zh-Hant"]);
    assert_eq!(chain("zh-CN"), ["zh-CN", "zh", "zh-Hans"]);
    assert_eq!(chain("zh"), ["zh", "zh-Hans"]);
    assert_eq!(chain("zh-Hant-HK"), ["zh-Hant-HK", "zh-Hant"]);
    assert_eq!(chain("zh-Hans-TW"), ["zh-Hans-TW", "zh-Hans"]);
    assert_eq!(chain("en-GB"), ["en-GB", "en"]);
    assert_eq!(chain("de-u-co-phonebk"), ["de-u-co-phonebk", "de-u-co", "de"]);
    assert_eq!(chain("x-acme"), ["x-acme"]);
    assert_eq!(chain("en"), ["en"]);
    assert_eq!(Stage::Closed.label(locale("zh-TW")), Stage::Closed.label(Locale::ZhHant));
    assert_eq!(Stage::Closed.label(locale("fr")), "closed");
}

#[test]
fn amounts_are_written_as_people_write_them() {
    let money = |minor, code: &str| Money::new(minor, code.parse::<Currency>().unwrap());
    for (minor, code, written) in [
        (4_900, "EUR", "49.00 EUR"),
        (0, "EUR", "0.00 EUR"),
        (5, "EUR", "0.05 EUR"),
        (30_000, "CNY", "300.00 CNY"),
        (1_250, "JPY", "1250 JPY"),
        (1_250, "KWD", "1.250 KWD"),
        (12_345, "CLF", "1.2345 CLF"),
        (3, "XAU", "3 XAU"),
        (u64::MAX, "EUR", "184467440737095516.15 EUR"),
    ] {
        assert_eq!(money(minor, code).to_string(), written);
    }
    // In the texts for people, yuan are written as the language writes them.
    let fee = |code: &str| Condition::amount_at_least(money(30_000, code));
    let labels = Labels::standard();
    let told = |code: &str, tag: &str| {
        let rule = MarkRule::new(word!(RuleId, "dear"), Mark::GRAVE, fee(code));
        let policy = Policy::builder("desk").version("1").calendar(redress::sample::calendar().unwrap());
        let policy = policy.routing(Routing::none()).mark(rule).build().unwrap();
        Renderer::new(&labels, locale(tag)).policy(&policy).to_string()
    };
    for (tag, code, written) in [
        ("en", "CNY", "300.00 CNY"),
        ("zh-Hans", "CNY", "300.00 元"),
        ("zh-Hant", "CNY", "人民幣 300.00 元"),
        ("zh-HK", "CNY", "人民幣 300.00 元"),
        ("zh-Hans", "EUR", "300.00 EUR"),
        ("fr", "EUR", "300.00 EUR"),
    ] {
        let text = told(code, tag);
        assert!(text.contains(written), "{written} in {tag}: {text}");
    }
}

#[test]
fn built_in_languages_lack_nothing_and_others_can_say_what_they_lack() {
    let labels = Labels::standard();
    for built_in in ["en", "zh-Hans", "zh-Hant", "en-GB", "zh-TW", "zh"] {
        assert_eq!(labels.missing(locale(built_in)), [""; 0], "{built_in}");
    }
    let french = locale("fr");
    let keys = labels.missing(french);
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "each key once");
    // Every key names a text, and its English text is one for it; so a file of all of them is an overlay.
    let english: Vec<(&String, String)> = keys
        .iter()
        .map(|key| {
            let text = labels.text(key, Locale::En).or_else(|| labels.text(key, Locale::ZhHans));
            (key, text.unwrap_or_else(|| panic!("{key}")).into_owned())
        })
        .collect();
    let whole = Labels::standard().with_texts(french, english).unwrap();
    assert_eq!(whole.missing(french), [""; 0]);
    assert_eq!(whole.missing(locale("fr-CA")), [""; 0]);
    assert!(whole.missing(locale("de")).len() == keys.len());
}

/// Terms that are not used in Taiwan, with those that are.
const MAINLAND: [&str; 16] = [
    "在線",
    "社交媒體",
    "渠道",
    "信息",
    "質量",
    "數據",
    "默認",
    "軟件",
    "網絡",
    "反饋",
    "閉環",
    "審批",
    "身份",
    "公元",
    "缺省",
    "技術支持",
];

#[test]
fn chinese_has_one_vocabulary_in_each_writing() {
    let labels = Labels::standard();
    let keys = labels.missing(locale("fr"));
    for key in &keys {
        let traditional = labels.text(key, Locale::ZhHant).unwrap();
        for term in MAINLAND {
            assert!(!traditional.contains(term), "{key}: {traditional}");
        }
        let simplified = labels.text(key, Locale::ZhHans).unwrap();
        for term in ["闭环", "默认", "顾客"] {
            assert!(!simplified.contains(term), "{key}: {simplified}");
        }
    }
    // The forms that sources print are still read.
    assert_eq!(labels.by_label::<Category>("產品質量"), Some(Category::PRODUCT_QUALITY));
    assert_eq!(Stage::of_label("已閉環"), Some(Stage::Closed));
}

#[test]
fn a_text_with_wrong_places_is_refused_when_the_overlay_is_built() {
    let german = locale("de");
    let wrong = |key: &str, text: &str| Labels::standard().with_text(key, german, text).unwrap_err();
    assert_eq!(
        wrong("account.due", "fällig").to_string(),
        "text `account.due` in `de` lacks the place `{due}`; write it where its value belongs"
    );
    assert_eq!(wrong("account.due", "fällig {due} {x}").code(), "label.unknown-place");
    assert_eq!(wrong("account.due", "fällig {due").code(), "label.brace");
    assert_eq!(wrong("account.due", "fällig }{due}").code(), "label.brace");
    assert_eq!(wrong("account.due", "fällig {}{due}").code(), "label.brace");
    assert_eq!(wrong("account.due", "").code(), "label.text");
    assert_eq!(wrong("account.due", "{due}\n").code(), "label.text");
    assert_eq!(wrong("account.due", &"{due}".repeat(300)).code(), "label.text");
    assert_eq!(wrong("stage/closed", "zu {due}").code(), "label.unknown-place");
    assert_eq!(wrong("category/spare-parts", " ").code(), "label.blank");
    assert_eq!(
        wrong("account.deu", "x").to_string(),
        "there is no text `account.deu`, expected `account.due`"
    );
    for key in
        ["", "/", "stage/", "stage/shut", "facet/categry", "categry/x", "category/X", "no-such", "a/b/c"]
    {
        assert_eq!(wrong(key, "x").code(), "label.unknown-key", "{key}");
    }
    let faults = Labels::standard()
        .with_texts(german, [("account.due", "a"), ("stage/closed", "zu"), ("nothing", "b")])
        .unwrap_err();
    assert_eq!(faults.codes().collect::<Vec<_>>(), ["label.missing-place", "label.unknown-key"]);
    assert!(matches!(faults.faults()[1], LabelError::UnknownKey { .. }));
}

#[test]
fn a_text_is_looked_for_along_the_chain_and_then_in_the_fallback() {
    let austrian = locale("de-AT");
    let labels = Labels::standard()
        .with_text("category/spare-parts", locale("de"), "Ersatzteile")
        .and_then(|labels| labels.with_text("category/product-quality", austrian, "Güte"))
        .and_then(|labels| labels.with_text("category/product-quality", locale("de"), "Qualität"))
        .unwrap();
    let label = |labels: &Labels, word: &Category, tag: &str| labels.label(word, locale(tag)).to_owned();
    assert_eq!(label(&labels, &Category::PRODUCT_QUALITY, "de-AT-1996"), "Güte");
    assert_eq!(label(&labels, &Category::PRODUCT_QUALITY, "de-CH"), "Qualität");
    assert_eq!(label(&labels, &Category::SPARE_PARTS, "de-AT"), "Ersatzteile");
    assert_eq!(label(&labels, &Category::SALES_PROCESS, "de-AT"), "sales process");
    let labels = labels.with_fallback(locale("zh-TW"));
    assert_eq!(label(&labels, &Category::SALES_PROCESS, "de-AT"), "銷售過程");
    assert_eq!(labels.text("account.due", austrian).as_deref(), Some("到期 {due}"));
    // A fallback that is not built in ends in English.
    let labels = Labels::standard().with_fallback(locale("fr"));
    assert_eq!(label(&labels, &Category::SALES_PROCESS, "de"), "sales process");
    // A built-in language can be changed by keys, too.
    let labels = Labels::standard().with_text("account.due", Locale::En, "deadline {due}").unwrap();
    assert_eq!(labels.text("account.due", locale("en-GB")).as_deref(), Some("deadline {due}"));
}

#[test]
fn a_policy_file_brings_its_languages_and_writes_them_back() {
    let policy = redress::sample::policy().unwrap();
    let mut document = PolicyDocument::of(&policy);
    let texts = [
        ("category/product-quality", "Qualität"),
        ("account.owner", "Zuständig: {owner}"),
        ("stage/closed", "zu"),
    ];
    let german = texts.into_iter().map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
    document.texts.insert(locale("de"), german);
    document.fallback_language = Some(Locale::ZhHant);
    let zone = policy.calendar().zone().clone();
    let build = |document: PolicyDocument| document.build(|_, _| Some(zone.clone()));
    let policy: Policy = build(document.clone()).unwrap();
    assert_eq!(PolicyDocument::of(&policy), document);
    for text in [toml::to_string(&document).unwrap(), serde_json::to_string(&document).unwrap()] {
        let read: PolicyDocument = toml::from_str(&text)
            .or_else(|_| serde_json::from_str(&text).map_err(|error| error.to_string()))
            .unwrap();
        assert_eq!(read, document);
    }
    let account =
        triage(&policy, &redress::sample::complaint().unwrap(), &History::none()).unwrap().explain();
    let told = Renderer::of(&policy, locale("de-AT")).explanation(&account);
    assert!(told.contains("\nZuständig: "), "{told}");
    assert!(told.contains("投訴 A-17"), "{told}");
    let german = document.texts.get_mut(&locale("de")).unwrap();
    german.insert("account.owner".into(), "Zuständig".into());
    german.insert("category/acme:noise".into(), "Lärm".into());
    let faults = build(document).unwrap_err();
    assert_eq!(faults.codes().collect::<Vec<_>>(), ["label.missing-place"]);
}

#[test]
fn every_facet_and_closed_word_of_an_overlay_is_shown() {
    let german = locale("de");
    let labels = Labels::standard()
        .with_texts(
            german,
            [("facet/category", "Art"), ("form-field/narrative", "Erzählung"), ("mark.unit", "Stelle")],
        )
        .unwrap();
    assert_eq!(labels.facet(&Facet::Category, german), "Art");
    assert_eq!(labels.facet(&Facet::Cause, german), "cause");
}
