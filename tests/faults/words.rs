//! Words of complaints: every facet is carried, required, asked, routed by and counted by; labels and codes.

use std::collections::BTreeSet;

use redress::case::command::Findings;
use redress::case::{Case, Command, Office, Request, Stamp, open};
use redress::labels::Labels;
use redress::policy::condition::{Recurrence, RecurrenceKey};
use redress::policy::fault::ConditionProblem;
use redress::policy::record::ReportPeriod;
use redress::policy::routing::{Cell, Row};
use redress::policy::severity::SeverityRule;
use redress::policy::track::Requirement;
use redress::policy::{
    Condition, Policy, PolicyBuilder, PolicyDocument, PolicyFault, Routing, SeverityRules, Track,
};
use redress::render::Renderer;
use redress::report::ledger::{GroupValue, Grouping, Ledger, LedgerRow};
use redress::taxonomy::{Declared, Taxonomy};
use redress::triage::{Complaint, ComplaintDocument, History, PastCase, triage};
use redress::vocab::organisation::Record;
use redress::vocab::person::{Behaviour, Motive};
use redress::vocab::{
    Category, Classification, Code, Department, Facet, Fact, FormField, Input, Locale, OwnFacet, Region,
    RuleId, Severity, Subject,
};
use redress::word;

use crate::faults::support::{at, office};

const STORE: Facet = Facet::Own(word!(OwnFacet, "acme:store"));

fn code(text: &str) -> Code {
    text.parse().unwrap()
}

/// The facets that a complaint carries: all of the crate's but for what is counted and what rules give, and one of the
/// organisation's own.
fn facets() -> impl Iterator<Item = Facet> {
    let carried = Facet::ALL.iter().filter(|facet| !matches!(facet, Facet::Fact | Facet::Mark));
    carried.copied().chain([STORE])
}

fn builder(facet: Facet) -> PolicyBuilder {
    let taxonomy = Taxonomy::standard()
        .with_code(facet, Declared::always(code("acme:x")))
        .with_code(facet, Declared::always(code("acme:x.y")));
    Policy::builder("desk").version("1").taxonomy(taxonomy).calendar(office()).routing(Routing::none())
}

fn complaint() -> ComplaintDocument {
    ComplaintDocument::new("A-1".parse().unwrap(), at("03-02 10:00"))
}

fn with(facet: Facet) -> ComplaintDocument {
    let mut said = complaint();
    said.words.add_code(facet, code("acme:x.y"));
    said
}

fn triaged(policy: &Policy, said: &ComplaintDocument) -> (Option<Severity>, Option<Department>) {
    let complaint = said.clone().build().unwrap();
    let answer = triage(policy, &complaint, &History::none()).unwrap();
    (answer.severity().and_then(|severity| severity.level().severity()), answer.department())
}

#[test]
fn fault_w02_words_of_every_facet_are_carried_and_written_under_its_name() {
    for facet in facets() {
        let json = serde_json::to_value(with(facet)).unwrap();
        let key = Input::from(facet).to_string();
        let one = facet.is_single();
        assert_eq!(
            json[&key],
            if one { "acme:x.y".into() } else { serde_json::json!(["acme:x.y"]) },
            "{facet}"
        );
        let read: ComplaintDocument = serde_json::from_value(json).unwrap();
        assert_eq!(read, with(facet));
        assert_eq!(read.build().unwrap().words().codes(facet).collect::<Vec<_>>(), [code("acme:x.y")]);
    }
}

#[test]
fn fault_w02_a_word_of_every_facet_is_checked_against_the_taxonomy() {
    for facet in facets() {
        let policy = builder(facet).build().unwrap();
        let mut said = complaint();
        said.words.add_code(facet, code("acme:unheard-of"));
        let refused = triage(&policy, &said.build().unwrap(), &History::none()).unwrap_err();
        let text = refused.to_string();
        assert!(text.contains(&format!("{facet} `acme:unheard-of` is not declared")), "{text}");
    }
}

#[test]
fn fault_w02_every_facet_is_asked_and_routed_by() {
    for facet in facets() {
        let asked = Condition::is_one_of_codes(facet, [code("acme:x")]);
        let severity = SeverityRules::new([Severity::Minor, Severity::Serious])
            .with_rule(SeverityRule::new(word!(RuleId, "grave"), Severity::Serious, asked))
            .with_otherwise(Severity::Minor);
        let own = Row::owner(word!(RuleId, "own"), Department::QUALITY)
            .with_cell(Cell::under_code(facet, code("acme:x")));
        let rest = Row::owner(word!(RuleId, "rest"), Department::FRONT_DESK);
        let routing = Routing::by([Input::from(facet)]).with_row(own).with_row(rest);
        let policy = builder(facet).severity(severity).routing(routing).build().unwrap();
        assert_eq!(
            triaged(&policy, &with(facet)),
            (Some(Severity::Serious), Some(Department::QUALITY)),
            "{facet}"
        );
        // Nobody knows its words: the rule may hold, and the row may be that of the owner.
        assert_eq!(triaged(&policy, &complaint()), (None, None), "{facet}");
        // The policy says so as a document, too.
        let document = toml::to_string(&PolicyDocument::of(&policy)).unwrap();
        let read: PolicyDocument = toml::from_str(&document).unwrap();
        assert_eq!(read, PolicyDocument::of(&policy), "{facet}");
    }
}

fn does(policy: &Policy, case: &Case, id: &str, command: Command) -> Result<Case, String> {
    let roster = redress::approval::Roster::builder("1").build().unwrap();
    let stamp = Stamp::new(id.parse().unwrap(), "anna".parse().unwrap(), at("03-02 11:00"));
    let decided = Office::new(policy, &roster).decide(case, Request::on(case, stamp, command));
    decided.map_err(|refusal| refusal.to_string()).map(|decision| case.clone().after(&decision).unwrap())
}

fn received(policy: &Policy, said: ComplaintDocument) -> Case {
    open(policy, said, Stamp::new("k-0".parse().unwrap(), "anna".parse().unwrap(), at("03-02 10:00")))
        .unwrap()
}

#[test]
fn fault_w02_every_facet_is_required_found_counted_and_shown_on_a_form() {
    for facet in facets() {
        let field: FormField = Input::from(facet).to_string().parse().unwrap();
        let form = redress::policy::record::Form::new(Record::HANDLING_SHEET).with_fields([field]);
        let track = Track::new().with_required([field]);
        let policy = builder(facet).track(track).form(form.clone()).build().unwrap();
        let case = received(&policy, complaint());
        let refused = does(&policy, &case, "k-1", Command::Register).unwrap_err();
        assert!(refused.contains(&format!("`{field}`")), "{refused}");

        let found = Findings { words: with(facet).words, ..Findings::default() };
        let stored = serde_json::to_string(&found).unwrap();
        assert_eq!(serde_json::from_str::<Findings>(&stored).unwrap(), found);
        let case = received(&policy, with(facet));
        let case = does(&policy, &case, "k-1", Command::Register).unwrap();
        let case = does(&policy, &case, "k-2", Command::Triage(found)).unwrap();
        assert_eq!(case.complaint().words(), &with(facet).words);

        let row = LedgerRow::of(&case, &policy, at("03-03 10:00")).unwrap();
        assert_eq!(GroupValue::of(&row, Grouping::Word(facet)).text(), Some("acme:x.y"), "{facet}");
        let stored: LedgerRow = serde_json::from_str(&serde_json::to_string(&row).unwrap()).unwrap();
        assert_eq!(stored, row);
        let filled = form.prefilled(&case, &policy, Locale::En).unwrap();
        let ledger = Ledger::new([row]).unwrap();
        let month = ReportPeriod { from: at("03-01 00:00"), until: at("04-01 00:00") };
        let counted = ledger.by(month, Grouping::Word(facet));
        let [(value, summary)] = &counted[..] else { panic!("{facet}") };
        assert_eq!((value.text(), summary.received), (Some("acme:x.y"), 1));
        assert_eq!(filled.text(field).map(|text| text.reveal().as_str()), Some("acme:x.y"), "{facet}");
    }
}

#[test]
fn fault_w02_a_mark_and_a_fact_have_places_of_their_own() {
    for key in ["fact", "mark", "department"] {
        let json = format!(r#"{{"id": "A-1", "received": "2026-03-02T10:00:00Z", "{key}": "x"}}"#);
        let refused = serde_json::from_str::<ComplaintDocument>(&json).unwrap_err().to_string();
        assert!(
            refused.starts_with(&format!("unknown field `{key}`, expected a key of this document")),
            "{refused}"
        );
    }
    // A fact that is added as a word counts once, and neither of them is found as a word.
    let told = Complaint::new("A-1".parse().unwrap(), at("03-02 10:00")).with_word(Fact::HOTLINE_TRIES);
    assert_eq!((told.count(Fact::HOTLINE_TRIES), told.words().is_empty()), (1, true));
    let policy = builder(STORE).build().unwrap();
    let case = does(&policy, &received(&policy, complaint()), "k-1", Command::Register).unwrap();
    for facet in [Facet::Fact, Facet::Mark] {
        let mut found = Findings::default();
        found.words.add_code(facet, code("acme:x"));
        let refused = does(&policy, &case, "k-2", Command::Triage(found)).unwrap_err();
        assert!(refused.contains("facts and marks among the words"), "{refused}");
    }
    let never =
        Requirement::new(word!(RuleId, "never"), Fact::HOTLINE_TRIES, Condition::has(Fact::GRAVE_ERROR));
    let faults = builder(STORE).requirement(never).build().unwrap_err();
    assert!(matches!(faults.faults(), [PolicyFault::RequirementTooEarly { .. }]), "{faults}");
    let routing =
        Routing::by([Input::Word(Facet::Fact)]).with_row(Row::owner(word!(RuleId, "a"), Department::QUALITY));
    let faults = builder(STORE).routing(routing).build().unwrap_err();
    assert!(faults.iter().any(|fault| matches!(fault, PolicyFault::RoutedByFact)), "{faults}");
}

#[test]
fn fault_w02_a_facet_of_ones_own_has_labels_and_parents_and_a_slip_in_it_is_seen() {
    let taxonomy = Taxonomy::standard()
        .with_code(STORE, Declared::always(code("berlin")))
        .with_code(STORE, Declared::always(code("berlin.mitte")));
    let labels =
        Labels::standard().with_facet_label(word!(OwnFacet, "acme:store"), Locale::En, "store").unwrap();
    let in_berlin = SeverityRule::new(
        word!(RuleId, "berlin"),
        Severity::Serious,
        Condition::is_one_of_codes(STORE, [code("berlin")]),
    );
    let severity = SeverityRules::new([Severity::Minor, Severity::Serious])
        .with_rule(in_berlin)
        .with_otherwise(Severity::Minor);
    let policy =
        builder(Facet::Category).taxonomy(taxonomy).labels(labels).severity(severity).build().unwrap();
    let complaint =
        |word: &str| Complaint::new("A-1".parse().unwrap(), at("03-02 10:00")).with_code(STORE, code(word));
    let mitte = complaint("berlin.mitte");
    let answer = triage(&policy, &mitte, &History::none()).unwrap();
    assert_eq!(answer.severity().unwrap().level().severity(), Some(Severity::Serious));
    let slip = triage(&policy, &complaint("berlin.mitt"), &History::none()).unwrap_err();
    assert!(slip.to_string().contains("acme:store `berlin.mitt` is not declared"), "{slip}");
    let document = PolicyDocument::of(&policy);
    assert_eq!(document.facets.len(), 1);
    let toml: PolicyDocument = toml::from_str(&toml::to_string(&document).unwrap()).unwrap();
    assert_eq!(toml, document);
    let long = format!("acme:{}", "x".repeat(36));
    for name in ["acme", "acme:a.b", "acme:a:b", "Acme:store", long.as_str()] {
        assert!(name.parse::<OwnFacet>().is_err(), "{name}");
    }
}

#[test]
fn fault_w02_the_group_of_a_cause_is_asked_as_its_words_are() {
    let asked = Condition::is(redress::vocab::kind::CauseGroup::SERVICE);
    let severity = SeverityRules::new([Severity::Minor, Severity::Serious])
        .with_rule(SeverityRule::new(word!(RuleId, "service"), Severity::Serious, asked))
        .with_otherwise(Severity::Minor);
    let policy = builder(Facet::Category).severity(severity).build().unwrap();
    let level = |words: Classification| triaged(&policy, &ComplaintDocument { words, ..complaint() }).0;
    assert_eq!(level(Classification::of(redress::vocab::Cause::SERVICE_ATTITUDE)), Some(Severity::Serious));
    assert_eq!(level(Classification::of(redress::vocab::kind::CauseGroup::SERVICE)), Some(Severity::Serious));
    assert_eq!(level(Classification::of(redress::vocab::Cause::DELIVERY_TRANSPORT)), Some(Severity::Minor));
    assert_eq!(level(Classification::new()), None);
}

/// An earlier complaint with words of a facet.
fn past(number: u8, facet: Facet, words: &[&str]) -> PastCase {
    let case = PastCase::new(format!("B-{number}").parse().unwrap(), at("02-10 10:00"));
    words.iter().fold(case, |case, word| case.with_code(facet, code(word)))
}

/// Serious where a complaint repeats two others by a key.
fn counting(facet: Facet, key: RecurrenceKey) -> PolicyBuilder {
    let again = Condition::repeats(Recurrence::new([key], 2));
    let severity = SeverityRules::new([Severity::Minor, Severity::Serious])
        .with_rule(SeverityRule::new(word!(RuleId, "again"), Severity::Serious, again))
        .with_otherwise(Severity::Minor);
    builder(facet).severity(severity)
}

#[test]
fn fault_w02_a_history_keeps_the_words_of_every_facet_and_writes_them_out() {
    let all = facets().enumerate().map(|(number, facet)| {
        past(u8::try_from(number).unwrap(), facet, &["acme:x.y"]).with_severity(Severity::Minor)
    });
    let mut all: Vec<PastCase> = all.collect();
    all.push(facets().fold(past(200, STORE, &["acme:x", "acme:z"]), |case, facet| {
        case.with_code(facet, code("acme:x.y"))
    }));
    let history = History::of(all.iter().cloned()).unwrap();
    all.sort_by_key(PastCase::id);
    assert!(history.cases().eq(all.iter().cloned()));
    for case in &all {
        let json = serde_json::to_string(case).unwrap();
        assert_eq!(serde_json::from_str::<PastCase>(&json).unwrap(), *case, "{json}");
    }
    // What a complaint said is kept whole.
    let said = facets().fold(complaint(), |mut said, facet| {
        said.words.add_code(facet, code("acme:x.y"));
        said
    });
    let said = said.build().unwrap();
    assert_eq!(PastCase::of(&said).words(), said.words());
}

#[test]
fn fault_w02_an_earlier_complaint_is_a_document() {
    let json = r#"{"id":"B-1","received":"2026-02-10T10:00:00Z","category":["spare-parts"],"cause":"service.attitude","unit":"quality","acme:store":["berlin"],"customer":"K-1","staff":"s-1","product":"p-1","severity":"serious","validity":"established","admonished":true}"#;
    let read: PastCase = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), json);
    let bare = r#"{"id":"B-1","received":"2026-02-10T10:00:00Z"}"#;
    let read: PastCase = serde_json::from_str(bare).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), bare);
    for (json, problem) in [
        (r#"{"id":"B-1","received":"2026-02-10T10:00:00Z","mark":["x"]}"#, "unknown field `mark`"),
        (
            r#"{"id":"B-1","received":"2026-02-10T10:00:00Z","complainant":"K-1"}"#,
            "unknown field `complainant`",
        ),
        (r#"{"id":"B-1"}"#, "missing field `received`"),
        (r#"{"id":"B-1","received":"2026-02-10T10:00:00"}"#, "received: instant"),
    ] {
        let refused = serde_json::from_str::<PastCase>(json).unwrap_err().to_string();
        assert!(refused.starts_with(problem), "{refused}");
    }
    let private = r#"{"id":"B-1","received":"2026-02-10T10:00:00Z","customer":4915112345678}"#;
    let refused = serde_json::from_str::<PastCase>(private).unwrap_err().to_string();
    assert!(!refused.contains("4915112345678"), "{refused}");
}

#[test]
fn fault_w02_earlier_complaints_are_counted_by_every_facet() {
    for facet in facets() {
        let key = RecurrenceKey::Word(facet);
        let policy = counting(facet, key).build().unwrap();
        // As a document, too.
        let document = PolicyDocument::of(&policy);
        let read: PolicyDocument = toml::from_str(&toml::to_string(&document).unwrap()).unwrap();
        assert_eq!(read, document, "{facet}");

        let level = |others: [&str; 3]| {
            let others = others.iter().zip(1..).map(|(word, number)| past(number, facet, &[word]));
            let history = History::of(others).unwrap();
            let said = with(facet).build().unwrap();
            let answer = triage(&policy, &said, &history).unwrap();
            assert_eq!(said.repetitions(&Recurrence::new([key], 2), &history, &office()).key, Some(key));
            answer.severity().unwrap().level().severity()
        };
        assert_eq!(level(["acme:x.y", "acme:x", "acme:x.y"]), Some(Severity::Serious), "{facet}");
        // One that stands under the other is not the other.
        assert_eq!(level(["acme:x.y", "acme:x", "acme:x"]), Some(Severity::Minor), "{facet}");
        // Nobody knows the word of this one, and two others share theirs.
        let history = History::of([past(1, facet, &["acme:x"]), past(2, facet, &["acme:x"])]).unwrap();
        assert_eq!(triaged_after(&policy, &complaint(), &history), None, "{facet}");
        let history = History::of([past(1, facet, &["acme:x"]), past(2, facet, &["acme:x.y"])]).unwrap();
        assert_eq!(triaged_after(&policy, &complaint(), &history), Some(Severity::Minor), "{facet}");
    }
}

fn triaged_after(policy: &Policy, said: &ComplaintDocument, history: &History) -> Option<Severity> {
    let complaint = said.clone().build().unwrap();
    let answer = triage(policy, &complaint, history).unwrap();
    answer.severity().unwrap().level().severity()
}

#[test]
fn fault_w02_of_several_words_the_main_ones_are_compared() {
    let by = |facet| Recurrence::new([RecurrenceKey::Word(facet)], 1);
    let count = |facet: Facet, said: &[&str], before: &[&str]| {
        let mut complaint = complaint();
        for word in said {
            complaint.words.add_code(facet, code(word));
        }
        let history = History::of([past(1, facet, before)]).unwrap();
        complaint.build().unwrap().repetitions(&by(facet), &history, &office()).count
    };
    for facet in [Facet::Category, Facet::Behaviour, STORE] {
        assert_eq!(count(facet, &["acme:x", "acme:y"], &["acme:x", "acme:z"]), 1, "{facet}");
        assert_eq!(count(facet, &["acme:x", "acme:y"], &["acme:y", "acme:x"]), 0, "{facet}");
    }
    // Of a single facet the last one is the only one, and a category that was found is the main one.
    assert_eq!(count(Facet::Channel, &["acme:x", "acme:y"], &["acme:z", "acme:y"]), 1);
    let found = past(1, Facet::Category, &["acme:x", "acme:y"]).with_category("acme:z".parse().unwrap());
    assert_eq!(found.words().codes(Facet::Category).collect::<Vec<_>>(), [code("acme:z")]);
}

#[test]
fn fault_w02_a_cause_counts_for_its_group_where_none_is_said() {
    let by_group = Recurrence::new([RecurrenceKey::Word(Facet::CauseGroup)], 1);
    let count = |said: Classification, before: Classification| {
        let said = ComplaintDocument { words: said, ..complaint() }.build().unwrap();
        let history = History::of([past(1, STORE, &[]).with_words(&before)]).unwrap();
        said.repetitions(&by_group, &history, &office()).count
    };
    let cause = |text: &str| Classification::of(text.parse::<redress::vocab::Cause>().unwrap());
    let group = |text: &str| Classification::of(text.parse::<redress::vocab::kind::CauseGroup>().unwrap());
    assert_eq!(count(cause("service.attitude"), cause("service.skill")), 1);
    assert_eq!(count(cause("service.attitude"), group("service")), 1);
    assert_eq!(count(group("service"), cause("service.skill")), 1);
    assert_eq!(count(cause("service.attitude"), cause("delivery.transport")), 0);
    let other = |text: &str| {
        cause("service.attitude").with(text.parse::<redress::vocab::kind::CauseGroup>().unwrap())
    };
    assert_eq!(count(other("delivery"), cause("service.skill")), 0);
    assert_eq!(count(cause("service.skill"), other("delivery")), 0);
}

#[test]
fn fault_w02_a_policy_counts_by_no_facet_that_complaints_have_no_words_of() {
    let refused = |key: &str| {
        let faults = counting(STORE, key.parse().unwrap()).build().unwrap_err();
        let [PolicyFault::Condition { problem, .. }] = faults.faults() else { panic!("{faults}") };
        (problem.code(), faults.to_string())
    };
    for key in ["mark", "fact"] {
        let text = format!(
            "severity rule `again`: `repeats` cannot compare by `{key}`, because complaints have no such words; \
             use another key"
        );
        assert_eq!(refused(key), ("condition.not-counted", text));
    }
    assert_eq!(
        refused("acme:stoer"),
        (
            "condition.key-without-words",
            "severity rule `again`: `repeats` compares by `acme:stoer`, a facet without words in the taxonomy; \
             the nearest one with words is `acme:store`"
                .to_owned()
        )
    );
    assert_eq!(
        refused("region").1,
        "severity rule `again`: `repeats` compares by `region`, a facet without words in the taxonomy; declare \
         its words, or use another key"
    );
    let many = Recurrence::new(core::iter::repeat_n(RecurrenceKey::Staff, 101), 1);
    let requirement =
        Requirement::new(word!(RuleId, "many"), Category::SPARE_PARTS, Condition::repeats(many.clone()));
    let faults = builder(STORE).requirement(requirement).build().unwrap_err();
    let [PolicyFault::Condition { problem: ConditionProblem::TooManyKeys { keys: 101 }, .. }] =
        faults.faults()
    else {
        panic!("{faults}")
    };
    let document = serde_json::to_string(&Condition::repeats(many)).unwrap();
    let refused = serde_json::from_str::<Condition>(&document).unwrap_err().to_string();
    assert!(refused.contains("by: more than 100 items; shorten the list"), "{refused}");
    let refused = serde_json::from_str::<Condition>(r#"{"repeats": {"by": ["custumer"], "at-least": 1}}"#);
    let refused = refused.unwrap_err().to_string();
    assert!(refused.starts_with("repeats: by[0]: key `custumer` is unknown"), "{refused}");
}

#[test]
fn fault_w02_a_facet_of_ones_own_is_told_by_its_label_where_it_is_counted_by() {
    let labels = Labels::standard()
        .with_facet_label(word!(OwnFacet, "acme:store"), Locale::En, "store of the chain")
        .unwrap();
    let policy = counting(STORE, RecurrenceKey::Word(STORE)).labels(labels).build().unwrap();
    let renderer = Renderer::of(&policy, Locale::En);
    assert!(renderer.policy(&policy).to_string().contains("earlier complaints by store of the chain"));
    let history = History::of([past(1, STORE, &["acme:x.y"]), past(2, STORE, &["acme:x.y"])]).unwrap();
    let said = with(STORE).build().unwrap();
    let answer = triage(&policy, &said, &history).unwrap();
    let told = renderer.explanation(&answer.explain());
    assert!(told.contains("earlier complaints by store of the chain: 2 (asked for 2)"), "{told}");
}

#[test]
fn fault_p02_words_under_different_parents_may_share_a_label() {
    let other = |parent: &str| -> Category { format!("{parent}.other").parse().unwrap() };
    let parents: Vec<Category> =
        (0..131).map(|number| format!("acme:group-{number}").parse().unwrap()).collect();
    let mut taxonomy = Taxonomy::standard();
    let mut labels = Labels::standard();
    for parent in &parents {
        taxonomy = taxonomy.with_word(*parent).with_word(other(parent.as_str()));
        labels = labels.with_label(other(parent.as_str()), Locale::ZhHans, "其他").unwrap();
    }
    let policy = builder(Facet::Category).taxonomy(taxonomy.clone()).labels(labels.clone()).build().unwrap();
    for parent in &parents {
        assert_eq!(policy.labels().by_label_under(*parent, "其他"), Some(other(parent.as_str())));
    }
    assert_eq!(policy.labels().by_label::<Category>("其他"), None);
    // And they are told apart.
    let last = Condition::is(other("acme:group-130"));
    assert!(Renderer::of(&policy, Locale::ZhHans).condition(&last).contains("其他（acme:group-130）"));
    // Under one parent they may not.
    let again: Category = "acme:group-0.others".parse().unwrap();
    let labels = labels.with_label(again, Locale::ZhHans, "其他").unwrap();
    let faults =
        builder(Facet::Category).taxonomy(taxonomy.with_word(again)).labels(labels).build().unwrap_err();
    assert!(
        matches!(faults.faults(), [PolicyFault::LabelTwice { word, .. }] if *word == *again.code()),
        "{faults}"
    );
}

#[test]
fn fault_p09_a_code_holds_the_longest_product_and_issue_of_the_consumer_bureau() {
    let longest = "credit-reporting-credit-repair-services-or-other-personal-consumer-reports.\
                   problem-with-a-credit-reporting-company-s-investigation-into-an-existing-problem";
    assert_eq!(longest.len(), 155);
    let category: Category = longest.parse().unwrap();
    assert_eq!(category.as_str(), longest);
    assert_eq!(category.code().parent().unwrap().as_str().len(), 74);
    assert_eq!(category.to_string().parse(), Ok(category));
    assert_eq!(code(&"x".repeat(160)).as_str().len(), 160);
    assert!("x".repeat(161).parse::<Code>().is_err());
    let codes: BTreeSet<Code> = (1..=160).map(|length| code(&"y".repeat(length))).collect();
    assert_eq!(codes.len(), 160);
}

#[test]
fn fault_p10_a_word_is_declared_once() {
    let policy = |words: &str| -> PolicyDocument {
        let json = format!(
            r#"{{"name": "desk", "version": "1", "routing": {{"inputs": [], "gaps": "unrouted", "rows": []}},
                "calendar": {{"name": "office", "revision": "1", "zone": "UTC", "first": "2026-01-01",
                "last": "2026-12-31", "week": {{"mon": ["09:00-17:00"]}}}}, {words}}}"#
        );
        serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}"))
    };
    let built = |document: &PolicyDocument| {
        document
            .build(|_, known| redress::calendar::Zone::fixed(chrono::FixedOffset::east_opt(0)?, known).ok())
    };
    let own = r#"{"facet": "category", "word": "acme:noise", "en": "noise"}"#;
    let document =
        policy(&format!(r#""only": [{{"facet": "category", "words": ["spare-parts"]}}], "words": [{own}]"#));
    let policy_once = built(&document).unwrap();
    let words: Vec<Category> = policy_once.taxonomy().words().map(|declared| declared.word).collect();
    assert_eq!(words, [word!(Category, "acme:noise"), Category::SPARE_PARTS]);
    assert_eq!(PolicyDocument::of(&policy_once).only, document.only);
    assert_eq!(PolicyDocument::of(&policy_once).words, document.words);
    // A list that names it too says the same.
    let twice = policy(&format!(
        r#""only": [{{"facet": "category", "words": ["spare-parts", "acme:noise"]}}], "words": [{own}]"#
    ));
    assert_eq!(built(&twice).unwrap().taxonomy(), policy_once.taxonomy());
    // A slip in the list declares nothing.
    let slip = policy(r#""only": [{"facet": "category", "words": ["spare-part"]}]"#);
    assert!(matches!(built(&slip).unwrap_err().faults(), [PolicyFault::OnlyUnknown { .. }]));
}

#[test]
fn a_ledger_tells_more_facets_apart_than_16_bits_count() {
    let facet = |number: usize| Facet::Own(format!("acme:f-{number}").parse().unwrap());
    let rows = (0..70_000).map(|number| {
        let mut row = LedgerRow::new(format!("c-{number}").parse().unwrap(), at("03-02 10:00"));
        row.words.add_code(facet(number), code("x"));
        row
    });
    let ledger = Ledger::new(rows).unwrap();
    let month = ReportPeriod { from: at("03-01 00:00"), until: at("04-01 00:00") };
    for number in [0, 65_535, 65_536, 69_999] {
        let counted = ledger.by(month, Grouping::Word(facet(number)));
        let known: Vec<u64> = counted
            .iter()
            .filter(|(value, _)| value.is_known())
            .map(|(_, summary)| summary.received)
            .collect();
        assert_eq!(known, [1], "{number}");
    }
}

#[test]
fn a_key_of_megabytes_is_refused_as_a_short_one_is() {
    let refused = |key: &str| {
        let json = format!(r#"{{"{key}": ["x"]}}"#);
        serde_json::from_str::<Classification>(&json).unwrap_err().to_string()
    };
    assert!(refused("catgory").contains("a facet such as `category`"));
    assert!(refused(&"z".repeat(10_000_000)).starts_with("unknown field `zzz"));
    assert!(refused(&"类".repeat(1_000)).starts_with("unknown field `类"));
}

#[test]
fn a_classification_keeps_order_and_one_word_of_a_single_facet() {
    let words = Classification::of(Category::SPARE_PARTS)
        .with(Category::SALES_PROCESS)
        .with(Category::SPARE_PARTS)
        .with(Subject::SERVICE)
        .with(Subject::PRODUCT_QUALITY)
        .with(Behaviour::ANGRY_VENTING)
        .with(Motive::RESPECT);
    assert_eq!(words.all::<Category>().collect::<Vec<_>>(), [Category::SPARE_PARTS, Category::SALES_PROCESS]);
    assert_eq!(words.all::<Subject>().collect::<Vec<_>>(), [Subject::PRODUCT_QUALITY]);
    assert_eq!(words.first::<Region>(), None);
    for (json, expected) in [
        (r#"{"subject": ["service"]}"#, "subject: invalid type: sequence, expected a code"),
        (r#"{"category": ["spare-parts", "?"]}"#, "category[1]: code `?` has '?' at byte 0"),
        (r#"{"category": "a"}"#, "category: a text, expected a list"),
        (r#"{"category": ["a"], "category": ["b"]}"#, "duplicate field `category`"),
        (r#"{"catgory": "a"}"#, "unknown field `catgory`"),
        (r#"{"category": 1}"#, "category: invalid type: integer `1`, expected a list"),
        (r#""a long story""#, "a text, expected a map from facets to words at"),
    ] {
        let refused = serde_json::from_str::<Classification>(json).unwrap_err().to_string();
        assert!(refused.starts_with(expected), "{refused}");
    }
    let read: Classification =
        serde_json::from_str(r#"{"subject": null, "category": [], "acme:store": ["x"]}"#).unwrap();
    assert_eq!(read.iter().collect::<Vec<_>>(), [(STORE, code("x"))]);
    let none: Classification = serde_json::from_str("[]").unwrap();
    assert!(none.is_empty());
}

#[test]
fn a_field_that_asks_for_the_words_of_a_facet_reads_as_the_facet_does() {
    let store = word!(OwnFacet, "acme:store");
    let labels = Labels::standard().with_facet_label(store, Locale::En, "store").unwrap();
    let field = |text: &str| text.parse::<FormField>().unwrap();
    assert_eq!(labels.label(&field("acme:store"), Locale::En), "store");
    assert_eq!(labels.label(&field("acme:store"), Locale::ZhHans), "acme:store");
    assert_eq!(labels.label(&field("motive"), Locale::ZhHans), Facet::Motive.label(Locale::ZhHans));
    assert_eq!(labels.label(&field("acme:other"), Locale::En), "acme:other");
}

#[test]
fn zeros_behind_a_word_are_no_part_of_it() {
    for (facet, word) in [("category", "spare-parts"), ("subject", "service"), ("category", "acme:x")] {
        for zeros in ["\\u0000", "\\u0000\\u0000", "\\u0000x"] {
            let value = format!(r#""{word}{zeros}""#);
            let value = if facet == "category" { format!("[{value}]") } else { value };
            let json = format!(r#"{{"id": "A-1", "received": "2026-03-02T10:00:00Z", "{facet}": {value}}}"#);
            let refused = serde_json::from_str::<ComplaintDocument>(&json).unwrap_err().to_string();
            assert!(refused.contains("code `") && refused.contains("'\\0'"), "{refused}");
        }
    }
    // The longest short text, and the shortest of the others.
    for length in 20..26 {
        let word = format!("acme:{}", "x".repeat(length - 5));
        let said = with_word("category", &format!(r#"["{word}"]"#));
        assert_eq!(serde_json::to_value(&said).unwrap()["category"][0], word.as_str());
        assert!(said.words.codes(Facet::Category).eq([code(&word)]));
        assert_eq!(said, with_word("category", &format!(r#"["{word}", "{word}"]"#)));
    }
}

fn with_word(facet: &str, value: &str) -> ComplaintDocument {
    let json = format!(r#"{{"id": "A-1", "received": "2026-03-02T10:00:00Z", "{facet}": {value}}}"#);
    serde_json::from_str(&json).unwrap()
}
