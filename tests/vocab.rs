//! Words: their texts, order, labels, stored form and refusals.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use redress::labels::{LabelError, Labels};
use redress::policy::condition::RecurrenceKey;
use redress::vocab::answer::{ActionTrack, ComparisonAxis, ImprovementMeasure, RelationshipPrinciple};
use redress::vocab::course::{
    ApprovalAct, ClosureKind, DecisionKind, Duty, Exclusion, ExtensionReason, FollowUp, HarmKind, LapseKind,
    Measurability, NotEstablishedReason, Opinion, Relation, Validity,
};
use redress::vocab::error::{CodeError, Excerpt, UnknownWord};
use redress::vocab::kind::{CauseGroup, ClaimKind, Dynamic, Importance, Medium, Nature, Origin, Urgency};
use redress::vocab::organisation::{
    AnalysisMethod, ApprovalLevel, EvidenceBasis, Indicator, JudgementCriterion, Record, Report,
};
use redress::vocab::person::{
    Behaviour, BenefitSought, ChurnKind, ChurnSignal, ComplainantKind, Motive, Purpose, Reaction,
    SatisfactionFactor, SilenceReason, SilentOutlet,
};
use redress::vocab::standard::StandardCause;
use redress::vocab::track::{
    AccidentStep, Accountable, Containment, Discipline, GoodsStep, MeasureStep, RecallStep, RiskArea,
    Sanction, SpreadRisk, ThanksOccasion,
};
use redress::vocab::*;
use redress::word;

/// Calls a generic check for the word type of every facet.
macro_rules! for_every_facet {
    ($check:ident) => {
        for_every_facet!(@ $check
            Category Subject CauseGroup Cause Demand Channel Medium Department Role Fact Anchor
            ClockName PauseReason ExtensionReason RuleId FaultParty Origin Dynamic NotEstablishedReason
            Importance Urgency Mark SpreadRisk ClaimKind Remedy Containment Topic Region FollowUp
            ThanksOccasion Sanction Nature RiskArea Behaviour Purpose Motive Reaction ComplainantKind
            ChurnKind ChurnSignal SilenceReason SilentOutlet BenefitSought SatisfactionFactor
            ActionTrack ImprovementMeasure RelationshipPrinciple ComparisonAxis ApprovalLevel Record
            Report EvidenceBasis JudgementCriterion AnalysisMethod Indicator Measurability LapseKind
            HarmKind FormField)
    };
    (@ $check:ident $($word:ident)+) => {
        [$({
            $check::<$word>();
            $word::FACET
        }),+]
    };
}

/// Calls a generic check for every closed vocabulary.
macro_rules! check_closed {
    ($($word:ident $expected:literal [$($text:literal)+],)+) => {$(
        let texts: Vec<&str> = $word::ALL.iter().map(|word| word.as_str()).collect();
        assert_eq!(texts, [$($text),+]);
        for word in $word::ALL {
            assert_eq!(word.to_string(), word.as_str());
            assert_eq!(word.as_str().parse(), Ok(*word));
            assert_eq!($word::try_from(word.as_str()), Ok(*word));
            assert_eq!(serde_json::to_string(word).unwrap(), format!("\"{word}\""));
            assert_eq!(serde_json::from_str::<$word>(&format!("\"{word}\"")).unwrap(), *word);
            for locale in Locale::ALL {
                assert!(!word.label(*locale).trim().is_empty(), "{word} in {locale}");
            }
        }
        let error = serde_json::from_str::<$word>("3").unwrap_err().to_string();
        assert!(error.starts_with(concat!("invalid type: integer `3`, expected ", $expected)), "{error}");
    )+};
}

#[track_caller]
fn refused(text: &str, message: &str) {
    let error = text.parse::<Code>().unwrap_err();
    assert_eq!(error.to_string(), message);
    assert_eq!(Code::try_from(text), Err(error));
    assert_eq!(text.parse::<Category>().unwrap_err(), error);
    let json = serde_json::to_string(text).unwrap();
    let stored = serde_json::from_str::<Code>(&json).unwrap_err().to_string();
    assert!(stored.starts_with(message), "{stored}");
}

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

// Codes.

#[test]
fn a_code_of_one_or_forty_eight_bytes_is_read() {
    for text in ["a", "0", &"x".repeat(160)] {
        assert_eq!(code(text).as_str(), text);
        assert_eq!(code(text).to_string(), text);
    }
}

#[test]
fn separators_stand_alone_between_letters_or_digits() {
    for text in ["a-b", "a.b", "a:b", "a1-2.3", "acme:vip-lounge", "acme:vip.lounge-2.chair"] {
        assert_eq!(code(text).as_str(), text);
    }
    refused("-a", "code `-a` has '-' at byte 0, expected `a-z` or `0-9` there");
    refused(".a", "code `.a` has '.' at byte 0, expected `a-z` or `0-9` there");
    refused(":a", "code `:a` has ':' at byte 0, expected `a-z` or `0-9` there");
    refused("a..b", "code `a..b` has '.' at byte 2, expected `a-z` or `0-9` there");
    refused("a--b", "code `a--b` has '-' at byte 2, expected `a-z` or `0-9` there");
    refused("a.-b", "code `a.-b` has '-' at byte 2, expected `a-z` or `0-9` there");
    refused("acme:-b", "code `acme:-b` has '-' at byte 5, expected `a-z` or `0-9` there");
    refused("acme::b", "code `acme::b` has ':' at byte 5, expected `a-z` or `0-9` there");
    refused("a-", "code `a-` ends with '-' at byte 1, expected `a-z` or `0-9` after it");
    refused("a.b.", "code `a.b.` ends with '.' at byte 3, expected `a-z` or `0-9` after it");
    refused("acme:", "code `acme:` ends with ':' at byte 4, expected `a-z` or `0-9` after it");
}

#[test]
fn a_colon_comes_once_and_before_any_dot() {
    refused("a:b:c", "code `a:b:c` has ':' at byte 3, expected one ':' at most, before any '.'");
    refused("a.b:c", "code `a.b:c` has ':' at byte 3, expected one ':' at most, before any '.'");
}

#[test]
fn an_empty_or_long_text_is_no_code() {
    refused("", "code is empty, expected 1 to 160 bytes of `a-z`, `0-9`, `-`, `.` or `:`");
    let shown = "x".repeat(61);
    refused(&"x".repeat(161), &format!("code `{shown}…` has 161 bytes, expected at most 160"));
}

#[test]
fn look_alikes_padding_and_control_characters_are_named() {
    const EXPECTED: &str = "expected `a-z`, `0-9`, `-`, `.` or `:`";
    refused("Billing", &format!("code `Billing` has 'B' at byte 0, {EXPECTED}"));
    refused("b\u{456}lling", &format!("code `b\u{456}lling` has '\u{456}' (U+0456) at byte 1, {EXPECTED}"));
    refused(
        "\u{ff42}illing",
        &format!("code `\u{ff42}illing` has '\u{ff42}' (U+FF42) at byte 0, {EXPECTED}"),
    );
    refused("计费", &format!("code `计费` has '计' (U+8BA1) at byte 0, {EXPECTED}"));
    refused(" billing", &format!("code ` billing` has ' ' at byte 0, {EXPECTED}"));
    refused("billing ", &format!("code `billing ` has ' ' at byte 7, {EXPECTED}"));
    refused("billing\n", &format!("code `billing\\n` has '\\n' at byte 7, {EXPECTED}"));
    refused("bill\0ing", &format!("code `bill\\0ing` has '\\0' at byte 4, {EXPECTED}"));
    refused("\0", &format!("code `\\0` has '\\0' at byte 0, {EXPECTED}"));
    refused("a\u{200b}b", &format!("code `a\\u{{200b}}b` has '\\u{{200b}}' (U+200B) at byte 1, {EXPECTED}"));
    refused("a\u{202e}b", &format!("code `a\\u{{202e}}b` has '\\u{{202e}}' (U+202E) at byte 1, {EXPECTED}"));
    refused("a_b", &format!("code `a_b` has '_' at byte 1, {EXPECTED}"));
    refused("a/b", &format!("code `a/b` has '/' at byte 1, {EXPECTED}"));
}

#[test]
fn ten_megabytes_are_refused_and_not_kept() {
    let huge = "计".repeat(10_000_000 / 3);
    for _ in 0..1000 {
        assert!(huge.parse::<Code>().is_err());
        assert!(huge.parse::<Severity>().is_err());
    }
    assert_eq!(
        huge.parse::<Code>().unwrap_err().to_string(),
        format!("code `{}…` has 9999999 bytes, expected at most 160", "计".repeat(20))
    );
    assert!(huge.parse::<Severity>().unwrap_err().to_string().len() < 160);
    assert!(size_of::<CodeError>() <= 128);
    assert!(size_of::<UnknownWord>() <= 128);
}

#[test]
fn parents_and_roots_follow_the_dots() {
    let own = code("acme:lounge.chairs.legs");
    assert_eq!(own.parent(), Some(code("acme:lounge.chairs")));
    assert_eq!(own.root(), code("acme:lounge"));
    assert_eq!(own.root().parent(), None);
    assert_eq!(code("billing").root(), code("billing"));
    assert!(own.is_own());
    assert!(!code("billing.refund").is_own());
}

#[test]
fn a_child_is_under_its_parent_and_a_longer_name_is_not() {
    let billing = word!(Category, "billing");
    assert!(billing.is_or_under(&billing));
    assert!(word!(Category, "billing.refund").is_or_under(&billing));
    assert!(word!(Category, "billing.refund.late").is_or_under(&billing));
    assert!(!word!(Category, "billingx").is_or_under(&billing));
    assert!(!word!(Category, "billing-refund").is_or_under(&billing));
    assert!(!word!(Category, "acme:billing").is_or_under(&billing));
    assert!(!word!(Category, "acme:billing").is_or_under(&word!(Category, "acme")));
    assert!(!billing.is_or_under(&word!(Category, "billing.refund")));
}

#[test]
fn debug_is_short() {
    assert_eq!(format!("{:?}", code("billing")), r#"Code("billing")"#);
    assert_eq!(format!("{:?}", Category::SPARE_PARTS), r#"Category("spare-parts")"#);
    assert_eq!(format!("{:?}", Excerpt::of("a\nb")), r#""a\nb""#);
}

#[test]
fn display_pads() {
    assert_eq!(format!("[{:>8}]", code("abc")), "[     abc]");
    assert_eq!(format!("[{:8}]", Severity::Minor), "[minor   ]");
    assert_eq!(format!("[{:8}]", Medium::ORAL), "[oral    ]");
}

#[test]
fn words_are_small() {
    assert_eq!(size_of::<Code>(), 160);
    assert_eq!(size_of::<Category>(), 160);
}

/// Text near the rules of a code: right, nearly right, and wrong.
fn near_code() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z0-9]{1,8}([-.][a-z0-9]{1,8}){0,4}",
        "[a-z]{1,5}:[a-z0-9]{1,8}([-.][a-z0-9]{1,8}){0,3}",
        "[a-c0-1.:-]{0,12}",
        "\\PC{0,60}",
        any::<String>(),
    ]
}

/// The rules of a code, in other words than the crate's.
fn is_code(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    let (first, rest) = text.split_once('.').map_or((text, None), |(first, rest)| (first, Some(rest)));
    let (own, name) = first.split_once(':').map_or((None, first), |(own, name)| (Some(own), name));
    let segments = own.into_iter().chain([name]).chain(rest.into_iter().flat_map(|rest| rest.split('.')));
    text.len() <= 160 && segments.flat_map(|segment| segment.split('-')).all(is_word)
}

proptest! {
    #[test]
    fn parsing_agrees_with_the_rules_and_undoes_display(text in near_code()) {
        match text.parse::<Code>() {
            Ok(code) => {
                prop_assert!(is_code(&text));
                prop_assert_eq!(code.to_string(), text.as_str());
                prop_assert_eq!(code.to_string().parse(), Ok(code));
                let json = serde_json::to_string(&code).unwrap();
                prop_assert_eq!(&json, &format!("\"{text}\""));
                prop_assert_eq!(serde_json::from_str::<Code>(&json).unwrap(), code);
            }
            Err(error) => {
                prop_assert!(!is_code(&text));
                prop_assert!(error.to_string().len() < 200);
                prop_assert!(!error.to_string().contains(char::is_control));
            }
        }
    }

    #[test]
    fn code_order_is_text_order(
        left in "[a-b](-?[a-b0])?(\\.[a-b]){0,2}",
        right in "[a-b](-?[a-b0])?(\\.[a-b]){0,2}",
    ) {
        prop_assert_eq!(code(&left).cmp(&code(&right)), left.cmp(&right));
        prop_assert_eq!(code(&left) == code(&right), left == right);
    }

    #[test]
    fn parents_are_above(
        text in "[a-b]{1,2}(\\.[a-b]{1,2}){0,3}",
        other in "[a-b]{1,2}(\\.[a-b]{1,2}){0,3}",
    ) {
        let (child, other) = (code(&text), code(&other));
        let ancestors: Vec<Code> = std::iter::successors(Some(child), Code::parent).collect();
        prop_assert_eq!(ancestors.last(), Some(&child.root()));
        prop_assert_eq!(child.is_or_under(&other), ancestors.contains(&other));
    }

    #[test]
    fn an_excerpt_is_short_and_on_one_line(text in any::<String>(), times in 1_usize..9) {
        let text = text.repeat(times);
        let excerpt = Excerpt::of(&text);
        prop_assert!(excerpt.as_str().len() <= 64);
        prop_assert!(!excerpt.as_str().contains(char::is_control));
        let escaped: String = text.chars().flat_map(char::escape_debug).collect();
        match escaped.len() {
            ..=64 => prop_assert_eq!(excerpt.as_str(), escaped),
            _ => prop_assert!(escaped.starts_with(excerpt.as_str().strip_suffix('…').unwrap())),
        }
    }
}

// Open words.

fn standard_words_are_sound<W: Word>() {
    let words = W::standard_words();
    let codes: BTreeSet<&Code> = words.iter().map(Word::code).collect();
    assert_eq!(codes.len(), words.len(), "{} has a word twice", W::FACET);
    for word in words {
        assert!(!word.code().is_own(), "{word} holds a colon, which is for organisations");
        assert_eq!(word.to_string().parse(), Ok(*word));
        assert_eq!(W::from_code(*word.code()), *word);
        assert_eq!(Into::<Code>::into(*word), *word.code());
        assert_eq!(serde_json::to_string(word).unwrap(), format!("\"{word}\""));
        assert_eq!(serde_json::from_str::<W>(&format!("\"{word}\"")).unwrap(), *word);
        for locale in Locale::ALL {
            let label = W::standard_label(word.code(), *locale).unwrap();
            assert!(!label.trim().is_empty(), "{word} in {locale}");
            assert_eq!(W::FACET.standard_label(word.code(), *locale), Some(label));
            assert_eq!(Labels::standard().label(word, *locale), label);
        }
    }
    assert_eq!(W::standard_label(&code("acme:own"), Locale::En), None);
    assert_eq!(W::standard_label(&code("zzz"), Locale::En), None);
    let own: W = "acme:own".parse().unwrap();
    assert_eq!(Labels::standard().label(&own, Locale::ZhHant), "acme:own");
}

#[test]
fn standard_words_of_every_facet_are_sound() {
    assert_eq!(for_every_facet!(standard_words_are_sound), Facet::ALL);
}

#[test]
fn every_value_of_the_facets_ships() {
    let count = [
        Category::ALL.len(),
        Subject::ALL.len(),
        CauseGroup::ALL.len(),
        Cause::ALL.len(),
        Demand::ALL.len(),
        Channel::ALL.len(),
        Medium::ALL.len(),
        Department::ALL.len(),
        Role::ALL.len(),
        FaultParty::ALL.len(),
        Origin::ALL.len(),
        Dynamic::ALL.len(),
        NotEstablishedReason::ALL.len(),
        Importance::ALL.len(),
        Urgency::ALL.len(),
        Mark::ALL.len(),
        SpreadRisk::ALL.len(),
        ClaimKind::ALL.len(),
        Remedy::ALL.len(),
        Containment::ALL.len(),
        Topic::ALL.len(),
    ];
    assert_eq!(count, [6, 3, 16, 116, 13, 14, 2, 25, 17, 13, 2, 3, 3, 2, 3, 25, 5, 3, 24, 8, 6]);
}

#[test]
fn the_closed_view_agrees_with_the_open_word() {
    for cause in Cause::ALL {
        let standard = cause.standard().unwrap();
        assert_eq!(standard.as_str(), cause.as_str());
        assert_eq!(standard.to_string(), cause.as_str());
        assert_eq!(Cause::from(standard), *cause);
        assert_eq!(Some(standard.label(Locale::ZhHant)), Cause::standard_label(cause.code(), Locale::ZhHant));
    }
    assert_eq!(word!(Cause, "service.attitude").standard(), Some(StandardCause::ServiceAttitude));
    assert_eq!(word!(Cause, "service.attitudes").standard(), None);
}

#[test]
fn every_cause_has_a_standard_group() {
    for cause in Cause::ALL {
        assert!(cause.group().standard().is_some(), "{cause}");
        assert_ne!(cause.as_str(), cause.group().as_str());
    }
    for group in CauseGroup::ALL {
        assert!(
            Cause::ALL.iter().any(|cause| cause.group() == *group)
                || *group == CauseGroup::PRODUCT_ENVIRONMENT
        );
        assert_eq!(Cause::from(*group).group(), *group);
    }
}

#[test]
fn constants_match_and_a_literal_is_a_constant() {
    const LOUNGE: Category = Category::from_static("acme:vip-lounge");
    fn desk(category: Category) -> u8 {
        match category {
            Category::SPARE_PARTS => 1,
            LOUNGE => 2,
            _ => 3,
        }
    }
    assert_eq!(desk("spare-parts".parse().unwrap()), 1);
    assert_eq!(desk(word!(Category, "acme:vip-lounge")), 2);
    assert_eq!(desk(Category::SALES_PROCESS), 3);
}

#[test]
#[should_panic(expected = "a code holds `a-z`, `0-9`, `-`, `.` and `:` alone")]
fn a_malformed_literal_panics_when_nothing_makes_it_a_constant() {
    let _ = Category::from_static("VIP lounge");
}

#[test]
fn a_word_is_a_key() {
    let counts = std::collections::BTreeMap::from([(Channel::PHONE, 2), (Channel::EMAIL, 1)]);
    let json = serde_json::to_string(&counts).unwrap();
    assert_eq!(json, r#"{"email":1,"phone":2}"#);
    assert_eq!(serde_json::from_str::<std::collections::BTreeMap<Channel, u8>>(&json).unwrap(), counts);
}

#[test]
fn a_stored_word_that_is_no_text_is_refused() {
    let error = serde_json::from_str::<Role>("[]").unwrap_err().to_string();
    assert!(error.starts_with("invalid type: sequence, expected a code"), "{error}");
}

fn texts<W: Word>() -> Vec<String> {
    W::standard_words().iter().map(ToString::to_string).collect()
}

#[test]
fn stored_texts_stay() {
    assert_eq!(
        texts::<Category>(),
        [
            "product-quality",
            "sales-process",
            "spare-parts",
            "technical-capability",
            "service-process",
            "vehicle-documents"
        ]
    );
    assert_eq!(texts::<Medium>(), ["written", "oral"]);
    assert_eq!(texts::<Subject>(), ["service", "product-quality", "product-environment"]);
    assert_eq!(
        texts::<Anchor>(),
        [
            "received",
            "registered",
            "acknowledged",
            "dispatched",
            "department-received",
            "reclassified",
            "reopened",
            "promised",
            "agreed",
            "installed",
            "became-aware",
            "sent-to-portal",
            "final-response-sent",
            "customer-wrote",
            "answered",
            "updated",
            "contained",
            "cause-found",
            "proposed",
            "consented",
            "resolved",
            "followed-up",
            "project-opened",
            "plan-submitted",
            "effect-confirmed",
            "standardised",
            "closed"
        ]
    );
    assert_eq!(
        texts::<ClockName>(),
        [
            "closure",
            "project",
            "containment",
            "acknowledgement",
            "response",
            "same-day-answer",
            "return-visits",
            "update",
            "promise",
            "unclosed-notice",
            "root-cause",
            "verification"
        ]
    );
    assert_eq!(
        texts::<PauseReason>(),
        ["awaiting-customer", "awaiting-supplier", "awaiting-samples", "awaiting-authority", "case-closed"]
    );
    assert_eq!(
        texts::<ExtensionReason>(),
        ["complex-case", "awaiting-third-party", "agreed-with-complainant"]
    );
    assert_eq!(texts::<RuleId>(), [""; 0]);
    assert_eq!(Fact::ON_FORCED_CLOSURE_LIST.as_str(), "on-forced-closure-list");
    assert_eq!(Fact::NO_SOLUTION_NOW.as_str(), "no-solution-now");
}

#[test]
fn stored_texts_of_findings_stay() {
    assert_eq!(
        texts::<FaultParty>(),
        [
            "undetermined",
            "company",
            "producer",
            "seller",
            "service-unit",
            "staff-member",
            "department",
            "customer",
            "carrier",
            "logistics",
            "contractor",
            "supporting-unit",
            "none"
        ]
    );
    assert_eq!(texts::<Origin>(), ["endogenous", "exogenous"]);
    assert_eq!(texts::<Dynamic>(), ["exogenous-internalised", "slight-worsened", "single-generalised"]);
    assert_eq!(
        texts::<NotEstablishedReason>(),
        ["insufficient-grounds", "unreasonable-demand", "misunderstanding"]
    );
    assert_eq!(texts::<Importance>(), ["primary", "secondary"]);
    assert_eq!(texts::<Urgency>(), ["routine", "urgent", "immediate"]);
    assert_eq!(
        texts::<Mark>(),
        [
            "grave",
            "unlisted-grave",
            "long-term-measure-due",
            "compensation-demanded",
            "recall-required",
            "samples-needed",
            "may-spread-collectively",
            "may-reach-media",
            "may-bring-penalty",
            "may-block-handover",
            "small-matter",
            "answer-at-once",
            "contact-first",
            "ask-for-restart",
            "ask-for-demand",
            "refund-admissible",
            "refund-excluded",
            "rights-infringed",
            "removal-due",
            "support-needed",
            "bring-the-car-back",
            "churn-cause",
            "explanation-owed",
            "thanks-due",
            "usage-visit-due"
        ]
    );
    assert_eq!(
        texts::<SpreadRisk>(),
        ["collective", "media", "administrative-penalty", "handover-refusal", "word-of-mouth"]
    );
    assert_eq!(texts::<ClaimKind>(), ["appeal", "claim", "other"]);
    assert_eq!(
        texts::<Containment>(),
        [
            "return-exchange",
            "reship",
            "extra-inspection",
            "stock-recheck",
            "rework",
            "isolate",
            "on-site-staff",
            "supply-good"
        ]
    );
    assert_eq!(
        texts::<Topic>(),
        [
            "general-complaint",
            "product-quality",
            "service-attitude",
            "logistics-delay",
            "technical",
            "refund"
        ]
    );
    assert_eq!(texts::<Region>(), [""; 0]);
}

// Closed words.

#[test]
fn closed_words_have_one_text_and_three_labels() {
    check_closed! {
        Severity "a severity" ["minor" "general" "serious" "critical"],
        Standing "a standing" ["on-time" "unclosed" "project-due" "closed-in-time" "closed-late" "withdrawn" "merged"],
        Act "an act" ["intake" "owner" "responsible" "containment" "support" "copy"],
        Stage "a stage" ["received" "registered" "triaged" "dispatched" "investigating" "proposed" "in-approval"
            "offered" "executing" "resolved" "following-up" "closed" "reviewed"],
        ClosureKind "a closure kind" ["resolved" "explained-not-established" "explained-customer-caused" "forced"
            "withdrawn" "merged"],
        DecisionKind "a kind of decision" ["remedy" "forced-closure" "extension" "recall" "sanction"
            "corrective-action" "policy-change"],
        ApprovalAct "an approval act" ["prepare" "recheck" "review" "instruct" "approve" "sign-issue"
            "customer-consent"],
        Exclusion "a reason of exclusion" ["proposer" "complained-about" "handler" "complainant" "parted"],
        Action "an action" ["receive" "acknowledge" "register" "triage" "answer-at-once" "find-not-established" "dispatch" "redispatch" "start" "ask-customer" "find-cause" "find-customer-caused" "propose" "submit" "send-back" "sign" "refuse-to-sign" "override" "withdraw-signature" "take-back" "amend" "offer" "object" "lapse" "consent" "carry-out" "finish" "fail" "follow-up" "record-dissatisfaction" "close" "force-close" "withdraw" "merge" "open-project" "finish-project" "reopen" "review" "promise" "answer" "hear-customer" "notify-progress" "apologise" "contain" "waive-containment" "handle-goods" "recall" "take-action" "record-discipline" "propose-sanction" "decide-sanction" "hold-billing" "release-billing" "take-accident-step" "thank" "reclassify" "correct" "happen" "pause" "resume" "extend" "apply" "relax" "link" "note" "deliver" "move-policy"],
        GoodsStep "a step of returned goods" ["in-return-zone" "listed" "state-confirmed" "disposed"],
        RecallStep "a step of a recall" ["not-needed" "needed" "started" "finished"],
        MeasureStep "a step of a measure" ["planned" "carried-out" "effect-confirmed" "effect-missing" "dropped" "standardised"],
        Discipline "a discipline" ["d0" "d1" "d2" "d3" "d4" "d5" "d6" "d7" "d8" "plan" "do" "check" "act"],
        AccidentStep "a step after an accident" ["notify" "ask-insurance" "check-carrier" "feed-back" "solve" "bill"],
        Opinion "an opinion" ["asked" "satisfied" "unsatisfied" "silent"],
        Relation "a relation" ["duplicate" "recurrence" "related" "absorbed"],
        Accountable "an accountable part" ["direct" "department-head" "delayer"],
        Duty "a duty" ["warning" "breach" "missed-target" "escalation" "ladder-exhausted" "undetermined-clock" "promised-answer" "broken-promise" "new-promise" "signature" "overdue-signature" "follow-up" "further-follow-up" "lapse" "containment" "effect-check" "project"],
        Validity "a validity" ["undetermined" "established" "not-established"],
    }
}

#[test]
fn an_input_is_answered_by_the_words_of_one_facet() {
    fn answers<W: Word>() -> Input {
        assert_eq!(Input::from(W::FACET).facet(), Some(W::FACET));
        Input::from(W::FACET)
    }
    let answered = [
        answers::<Category>(),
        answers::<Subject>(),
        answers::<Cause>(),
        answers::<FaultParty>(),
        answers::<ClaimKind>(),
        answers::<Demand>(),
        answers::<Channel>(),
        answers::<Medium>(),
        answers::<Region>(),
        answers::<Containment>(),
        answers::<Topic>(),
        answers::<Department>(),
        answers::<Mark>(),
    ];
    for input in answered {
        assert!(Input::standard().any(|standard| standard == input), "{input}");
    }
    assert_eq!(Input::standard().count(), Facet::ALL.len());
    assert_eq!(Input::Severity.facet(), None);
}

#[test]
fn complaints_are_counted_by_the_words_of_every_facet() {
    let own = RecurrenceKey::Word("acme:store".parse().unwrap());
    assert_eq!(RecurrenceKey::standard().count(), 3 + Facet::ALL.len() - 2);
    for key in RecurrenceKey::standard().chain([own]) {
        assert_eq!(key.to_string(), key.as_str());
        assert_eq!(key.as_str().parse(), Ok(key));
        assert_eq!(RecurrenceKey::try_from(key.as_str()), Ok(key));
        assert_eq!(serde_json::to_string(&key).unwrap(), format!("\"{key}\""));
        assert_eq!(serde_json::from_str::<RecurrenceKey>(&format!("\"{key}\"")).unwrap(), key);
        for locale in Locale::ALL {
            let label = key.label(*locale);
            assert!(!label.trim().is_empty());
            assert!(key.facet().is_none_or(|facet| label == Input::from(facet).label(*locale)), "{key}");
        }
    }
    // The unit that a complaint is about has a name of its own, beside the department that deals with it.
    assert_eq!(
        "department".parse::<RecurrenceKey>().unwrap_err().to_string(),
        "key `department` is unknown, expected `complainant`, `staff`, `product`, `unit`, `cause`, `category`, \
         `subject`, `channel` or `region`"
    );
    // Texts of older releases.
    let texts = ["complainant", "staff", "unit", "product", "cause", "category"];
    let keys = [
        RecurrenceKey::Complainant,
        RecurrenceKey::Staff,
        RecurrenceKey::UNIT,
        RecurrenceKey::Product,
        RecurrenceKey::CAUSE,
        RecurrenceKey::CATEGORY,
    ];
    assert_eq!(texts.map(|text| text.parse::<RecurrenceKey>().unwrap()), keys);
}

#[test]
fn a_currency_is_three_capitals() {
    for text in ["EUR", "JPY", "XXX"] {
        let currency: Currency = text.parse().unwrap();
        assert_eq!((currency.as_str(), currency.to_string().as_str()), (text, text));
        assert_eq!(serde_json::to_string(&currency).unwrap(), format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<Currency>(&format!("\"{text}\"")).unwrap(), currency);
    }
    for text in ["", "EU", "EURO", "eur", "Eur", "E R", "E1R", "\u{ff25}", "计"] {
        assert_eq!(text.parse::<Currency>().unwrap_err().text, Excerpt::of(text));
    }
}

#[test]
fn severities_and_locales_are_ordered() {
    assert!(Severity::ALL.is_sorted());
    assert!(Locale::ALL.is_sorted());
    assert!(Locale::ALL.iter().map(Locale::as_str).is_sorted());
}

#[test]
fn an_unknown_closed_word_names_the_words_there_are() {
    #[track_caller]
    fn unknown<W: std::str::FromStr<Err = UnknownWord> + std::fmt::Debug>(text: &str, message: &str) {
        assert_eq!(text.parse::<W>().unwrap_err().to_string(), message);
    }
    const LEVELS: &str = "expected `minor`, `general`, `serious` or `critical`";
    unknown::<Severity>("Serious", &format!("severity `Serious` is unknown, {LEVELS}"));
    unknown::<Severity>("", &format!("severity `` is unknown, {LEVELS}"));
    unknown::<Severity>("s\u{435}rious\n", &format!("severity `s\u{435}rious\\n` is unknown, {LEVELS}"));
    unknown::<Standing>(
        "late",
        "standing `late` is unknown, \
         expected `on-time`, `unclosed`, `project-due`, `closed-in-time`, `closed-late`, `withdrawn` or `merged`",
    );
    let stored = serde_json::from_str::<Severity>(r#""fatal""#).unwrap_err().to_string();
    assert!(stored.starts_with(&format!("severity `fatal` is unknown, {LEVELS}")), "{stored}");
}

// Labels.

#[test]
fn traditional_labels_are_as_written() {
    assert_eq!(Severity::Serious.label(Locale::ZhHant), "嚴重");
    assert_eq!(Cause::standard_label(Cause::SERVICE_ATTITUDE.code(), Locale::ZhHant), Some("服務態度"));
    assert_eq!(Labels::standard().label(&Cause::CUSTOMER_SIDE_LACK_OF_KNOWLEDGE, Locale::ZhHant), "缺乏瞭解");
}

/// Every label and alias of a facet names one word, and is read as it.
fn people_s_words_are_read<W: Word>() {
    for word in W::standard_words() {
        let labels = Locale::ALL.iter().map(|locale| W::standard_label(word.code(), *locale).unwrap());
        for text in labels.chain(W::FACET.aliases_of(word.code()).iter().copied()) {
            assert_eq!(W::of_label(text), Some(*word), "{text}");
            assert_eq!(W::FACET.by_label(text), Some(*word.code()), "{text}");
            assert_eq!(Labels::standard().by_label(text), Some(*word), "{text}");
        }
    }
    for text in ["", " ", "acme:own"] {
        assert_eq!(W::of_label(text), None);
    }
}

#[test]
fn every_label_and_alias_of_a_facet_is_read() {
    for_every_facet!(people_s_words_are_read);
}

#[test]
fn every_label_and_alias_of_a_closed_word_is_read() {
    macro_rules! check {
        ($($word:ident)+) => {$(
            for word in $word::ALL {
                let labels = Locale::ALL.iter().map(|locale| word.label(*locale));
                for text in labels.chain(word.aliases().iter().copied()) {
                    assert_eq!($word::of_label(text), Some(*word), "{text}");
                }
            }
            assert_eq!($word::of_label(""), None);
        )+};
    }
    check!(Severity Standing Facet Act Stage ClosureKind DecisionKind ApprovalAct Validity);
}

#[test]
fn what_the_procedures_print_is_read() {
    assert_eq!(Severity::of_label("一般性投诉"), Some(Severity::General));
    assert_eq!(Severity::of_label("嚴重投訴"), Some(Severity::Serious));
    assert_eq!(Validity::of_label("无效投诉"), Some(Validity::NotEstablished));
    assert_eq!(ApprovalAct::of_label("核示"), Some(ApprovalAct::Instruct));
    assert_eq!(Behaviour::of_label("憤怒發洩型投訴"), Some(Behaviour::ANGRY_VENTING));
    assert_eq!(Purpose::of_label("索取性投诉"), Some(Purpose::DEMAND));
    assert_eq!(Motive::of_label("报复手段"), Some(Motive::REVENGE));
    assert_eq!(Nature::of_label("理性抱怨"), Some(Nature::RATIONAL));
    assert_eq!(Remedy::of_label("更换全新的产品"), Some(Remedy::EXCHANGE));
    assert_eq!(FaultParty::of_label("修理厂"), Some(FaultParty::COMPANY));
    assert_eq!(Channel::of_label("邮件"), Some(Channel::EMAIL));
    assert_eq!(Department::of_label("品質部"), Some(Department::QUALITY));
}

// S06-R03, S10-R21, S11-R03: as the sources print them, and in one way throughout.
#[test]
fn what_forms_ask_for_is_called_as_in_the_sources() {
    let chinese = |field: FormField| {
        [Locale::ZhHans, Locale::ZhHant].map(|locale| Labels::standard().label(&field, locale).to_owned())
    };
    assert_eq!(chinese(FormField::CONTACT), ["联系方式", "聯繫方式"]);
    assert_eq!(chinese(FormField::ENTERPRISE_DATA), ["企业基本信息", "企業基本資料"]);
    assert_eq!(chinese(FormField::CONTRACT_TERM), ["有效合同期限", "有效合同期限"]);
    assert_eq!(chinese(FormField::SIGNATURE), ["签字确认", "簽字確認"]);
    let unit = [Locale::ZhHans, Locale::ZhHant].map(|locale| Input::UNIT.label(locale));
    assert_eq!(chinese(FormField::UNIT), unit);
}

// S02-R14: the customer is told, and asked whether there is an insurance.
#[test]
fn after_an_accident_the_customer_is_told_and_asked() {
    let labels = |step: AccidentStep| Locale::ALL.iter().map(move |&locale| step.label(locale));
    assert!(labels(AccidentStep::Notify).eq(["notify the customer", "通知客户", "通知客戶"]));
    assert!(labels(AccidentStep::AskInsurance).eq(["ask whether insured", "询问是否投保", "詢問是否投保"]));
}

#[test]
fn slips_of_conversion_are_read_and_never_shown() {
    for facet in Facet::ALL {
        let label = facet.label(Locale::ZhHant);
        assert!(!label.contains("型別"), "{facet}");
        if label.contains("類型") {
            assert_eq!(Facet::of_label(&label.replace("類型", "型別")), Some(*facet));
        }
    }
    assert_eq!(Motive::of_label("發泄"), Some(Motive::VENTING));
    assert_eq!(Labels::standard().label(&Motive::VENTING, Locale::ZhHant), "發洩");
}

#[test]
fn a_text_is_taken_as_it_is() {
    assert_eq!(Channel::of_label("e-mail"), Some(Channel::EMAIL));
    for text in ["E-mail", " e-mail", "email", "e-mail\0", &"邮".repeat(100_000)] {
        assert_eq!(Channel::of_label(text), None, "{text}");
    }
}

#[test]
fn an_own_label_is_read_before_a_standard_one() {
    let own = word!(Channel, "acme:video");
    let labels = Labels::standard().with_label(own, Locale::En, "phone").unwrap();
    assert_eq!(labels.by_label("phone"), Some(own));
    assert_eq!(labels.by_label("电话"), Some(Channel::PHONE));
    assert_eq!(labels.code_by_label(Facet::Role, "phone"), None);
}

#[test]
fn a_label_that_an_organisation_gives_to_two_words_is_not_guessed() {
    let labels = Labels::standard().with_label(word!(Channel, "acme:video"), Locale::En, "call").unwrap();
    let labels = labels.with_label(word!(Channel, "acme:video"), Locale::ZhHans, "call").unwrap();
    assert_eq!(labels.by_label("call"), Some(word!(Channel, "acme:video")));
    let labels = labels.with_label(Channel::PHONE, Locale::En, "call").unwrap();
    assert_eq!(labels.by_label::<Channel>("call"), None);
}

#[test]
fn the_label_of_a_group_is_read_as_a_cause() {
    let labels = Labels::standard();
    assert_eq!(labels.by_label("诚信"), Some(Cause::from(CauseGroup::INTEGRITY)));
    assert_eq!(Cause::of_label("诚信"), None);
    let own = word!(CauseGroup, "acme:weather");
    let labels = labels.with_label(own, Locale::En, "weather").unwrap();
    assert_eq!(labels.by_label("weather"), Some(Cause::from(own)));
}

#[test]
fn levels_of_approval_rise_in_their_order() {
    assert_eq!(
        texts::<ApprovalLevel>(),
        ["handler", "unit-supervisor", "department-head", "leader-in-charge", "company"]
    );
}

#[test]
fn an_own_label_comes_before_the_standard_one() {
    let labels = Labels::standard().with_label(Channel::PHONE, Locale::En, "telephone").unwrap();
    assert_eq!(labels.label(&Channel::PHONE, Locale::En), "telephone");
    assert_eq!(labels.label(&Channel::PHONE, Locale::ZhHans), "电话");
    let labels = labels.with_label(Channel::PHONE, Locale::En, "call").unwrap();
    assert_eq!(labels.label(&Channel::PHONE, Locale::En), "call");
}

#[test]
fn a_label_belongs_to_one_facet() {
    let labels = Labels::standard().with_label(Subject::SERVICE, Locale::En, "our service").unwrap();
    assert_eq!(labels.label(&Subject::SERVICE, Locale::En), "our service");
    assert_eq!(labels.label(&CauseGroup::SERVICE, Locale::En), "service");
}

#[test]
fn a_group_lends_its_label_to_the_cause() {
    let cause = Cause::from(CauseGroup::SERVICE);
    let labels = Labels::standard().with_label(CauseGroup::SERVICE, Locale::En, "our service").unwrap();
    assert_eq!(labels.label(&cause, Locale::En), "our service");
    let labels = labels.with_label(cause, Locale::En, "service, not looked into").unwrap();
    assert_eq!(labels.label(&cause, Locale::En), "service, not looked into");
    assert_eq!(labels.label(&CauseGroup::SERVICE, Locale::En), "our service");
}

#[test]
fn a_label_has_one_to_two_hundred_characters() {
    #[track_caller]
    fn refused(text: &str, message: &str) {
        let error: LabelError =
            Labels::standard().with_label(Medium::ORAL, Locale::ZhHans, text).unwrap_err();
        assert_eq!(error.to_string(), format!("label of medium `oral` in `zh-Hans` {message}"));
    }
    assert!(Labels::standard().with_label(Medium::ORAL, Locale::ZhHans, &"口".repeat(200)).is_ok());
    refused(&"口".repeat(201), "is too long, expected 1 to 200 characters");
    refused(&"口".repeat(3_000_000), "is too long, expected 1 to 200 characters");
    refused("", "is blank, expected 1 to 200 characters");
    refused(" \u{3000}", "is blank, expected 1 to 200 characters");
    refused("口\0头", "has '\\0' at byte 3, expected visible characters");
    refused("口\u{7}", "has '\\u{7}' at byte 3, expected visible characters");
    refused("口\u{202e}", "has '\\u{202e}' (U+202E) at byte 3, expected visible characters");
}
