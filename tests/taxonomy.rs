//! The taxonomy: which words are declared, and from when to when.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use chrono::NaiveDate;
use proptest::prelude::*;
use redress::taxonomy::{Declared, Taxonomy, TaxonomyFault};
use redress::vocab::answer::{ActionTrack, ComparisonAxis, ImprovementMeasure, RelationshipPrinciple};
use redress::vocab::course::{
    ExtensionReason, FollowUp, HarmKind, LapseKind, Measurability, NotEstablishedReason,
};
use redress::vocab::kind::{CauseGroup, ClaimKind, Dynamic, Importance, Medium, Nature, Origin, Urgency};
use redress::vocab::organisation::{
    AnalysisMethod, ApprovalLevel, EvidenceBasis, Indicator, JudgementCriterion, Record, Report,
};
use redress::vocab::person::{
    Behaviour, BenefitSought, ChurnKind, ChurnSignal, ComplainantKind, Motive, Purpose, Reaction,
    SatisfactionFactor, SilenceReason, SilentOutlet,
};
use redress::vocab::track::{Containment, RiskArea, Sanction, SpreadRisk, ThanksOccasion};
use redress::vocab::*;
use redress::word;

const LOUNGE: Category = Category::from_static("acme:vip-lounge");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[track_caller]
fn refused_new<W: Word>(taxonomy: &Taxonomy, word: W, received: &str, message: &str) {
    assert_eq!(taxonomy.check_new(word, day(received)).unwrap_err().to_string(), message);
}

#[track_caller]
fn accepted_new<W: Word>(taxonomy: &Taxonomy, word: W, received: &str) {
    assert_eq!(taxonomy.check_new(word, day(received)), Ok(()));
}

#[test]
fn standard_declares_every_standard_word_and_no_other() {
    fn declared<W: Word>(taxonomy: &Taxonomy) -> usize {
        for word in W::standard_words() {
            assert!(taxonomy.contains(*word));
            assert_eq!(taxonomy.check_known(*word), Ok(()));
            accepted_new(taxonomy, *word, "2026-03-02");
        }
        let own: W = "acme:own".parse().unwrap();
        assert!(!taxonomy.contains(own));
        let words: Vec<W> = taxonomy.words().map(|declared| declared.word).collect();
        assert_eq!(words.len(), W::standard_words().len());
        assert!(words.is_sorted());
        words.len()
    }
    let taxonomy = Taxonomy::standard();
    let all = [
        declared::<Category>(&taxonomy),
        declared::<Subject>(&taxonomy),
        declared::<CauseGroup>(&taxonomy),
        declared::<Cause>(&taxonomy),
        declared::<Demand>(&taxonomy),
        declared::<Channel>(&taxonomy),
        declared::<Medium>(&taxonomy),
        declared::<Department>(&taxonomy),
        declared::<Role>(&taxonomy),
        declared::<Fact>(&taxonomy),
        declared::<Anchor>(&taxonomy),
        declared::<ClockName>(&taxonomy),
        declared::<PauseReason>(&taxonomy),
        declared::<ExtensionReason>(&taxonomy),
        declared::<RuleId>(&taxonomy),
        declared::<FaultParty>(&taxonomy),
        declared::<Origin>(&taxonomy),
        declared::<Dynamic>(&taxonomy),
        declared::<NotEstablishedReason>(&taxonomy),
        declared::<Importance>(&taxonomy),
        declared::<Urgency>(&taxonomy),
        declared::<Mark>(&taxonomy),
        declared::<SpreadRisk>(&taxonomy),
        declared::<ClaimKind>(&taxonomy),
        declared::<Remedy>(&taxonomy),
        declared::<Containment>(&taxonomy),
        declared::<Topic>(&taxonomy),
        declared::<Region>(&taxonomy),
        declared::<FollowUp>(&taxonomy),
        declared::<ThanksOccasion>(&taxonomy),
        declared::<Sanction>(&taxonomy),
        declared::<Nature>(&taxonomy),
        declared::<RiskArea>(&taxonomy),
        declared::<Behaviour>(&taxonomy),
        declared::<Purpose>(&taxonomy),
        declared::<Motive>(&taxonomy),
        declared::<Reaction>(&taxonomy),
        declared::<ComplainantKind>(&taxonomy),
        declared::<ChurnKind>(&taxonomy),
        declared::<ChurnSignal>(&taxonomy),
        declared::<SilenceReason>(&taxonomy),
        declared::<SilentOutlet>(&taxonomy),
        declared::<BenefitSought>(&taxonomy),
        declared::<SatisfactionFactor>(&taxonomy),
        declared::<ActionTrack>(&taxonomy),
        declared::<ImprovementMeasure>(&taxonomy),
        declared::<RelationshipPrinciple>(&taxonomy),
        declared::<ComparisonAxis>(&taxonomy),
        declared::<ApprovalLevel>(&taxonomy),
        declared::<Record>(&taxonomy),
        declared::<Report>(&taxonomy),
        declared::<EvidenceBasis>(&taxonomy),
        declared::<JudgementCriterion>(&taxonomy),
        declared::<AnalysisMethod>(&taxonomy),
        declared::<Indicator>(&taxonomy),
        declared::<Measurability>(&taxonomy),
        declared::<LapseKind>(&taxonomy),
        declared::<HarmKind>(&taxonomy),
        declared::<FormField>(&taxonomy),
    ];
    assert_eq!(all.len(), Facet::ALL.len());
    assert_eq!(taxonomy.declarations().len(), all.iter().sum::<usize>());
}

#[test]
fn an_own_word_is_accepted_once_declared() {
    let standard = Taxonomy::standard();
    refused_new(
        &standard,
        LOUNGE,
        "2026-03-02",
        "category `acme:vip-lounge` is not declared in the taxonomy, \
         expected one of 6 words such as `sales-process`, `service-process` or `spare-parts`",
    );
    accepted_new(&standard.with_word(LOUNGE), LOUNGE, "2026-03-02");
}

#[test]
fn a_near_miss_names_the_word_that_was_meant() {
    let taxonomy = Taxonomy::standard();
    let error = taxonomy.check_known(word!(Cause, "service.atitude")).unwrap_err().to_string();
    assert!(
        error.starts_with(
            "cause `service.atitude` is not declared in the taxonomy, \
             expected one of 132 words such as `service.attitude`, "
        ),
        "{error}"
    );
    assert_eq!(
        taxonomy.check_known(word!(Medium, "writen")).unwrap_err().to_string(),
        "medium `writen` is not declared in the taxonomy, expected `written` or `oral`"
    );
    assert_eq!(
        taxonomy.check_known(word!(RuleId, "hotline")).unwrap_err().to_string(),
        "rule-id `hotline` is not declared in the taxonomy, expected a declared word, but there is none"
    );
}

#[test]
fn a_word_belongs_to_one_facet() {
    let taxonomy = Taxonomy::standard().with_word(LOUNGE);
    assert!(!taxonomy.contains(Department::from_code(*LOUNGE.code())));
    assert!(taxonomy.contains(Subject::SERVICE));
    assert!(!taxonomy.contains(Category::from_code(*Subject::SERVICE.code())));
}

#[test]
fn a_child_is_declared_by_itself() {
    let refund = word!(Category, "sales-process.refund");
    assert!(!Taxonomy::standard().contains(refund));
    assert!(Taxonomy::standard().with_word(refund).contains(refund));
}

#[test]
fn a_word_is_in_use_from_its_first_day() {
    let taxonomy = Taxonomy::standard().with_from(LOUNGE, day("2027-01-01"));
    refused_new(
        &taxonomy,
        LOUNGE,
        "2026-12-31",
        "category `acme:vip-lounge` is in use only from 2027-01-01; choose a word that is in use on 2026-12-31",
    );
    accepted_new(&taxonomy, LOUNGE, "2027-01-01");
    assert!(taxonomy.contains(LOUNGE));
}

#[test]
fn a_retired_word_is_refused_afterwards_and_still_read() {
    let taxonomy = Taxonomy::standard().with_retired(Channel::FAX, day("2026-12-31")).unwrap();
    accepted_new(&taxonomy, Channel::FAX, "2026-12-31");
    refused_new(
        &taxonomy,
        Channel::FAX,
        "2027-01-01",
        "channel `fax` was in use until 2026-12-31; choose a word that is in use on 2027-01-01",
    );
    assert_eq!(taxonomy.check_known(Channel::FAX), Ok(()));
    assert!(taxonomy.contains(Channel::FAX));
}

#[test]
fn a_refusal_offers_only_words_in_use() {
    let taxonomy = Taxonomy::standard().with_retired(Medium::WRITTEN, day("2026-12-31")).unwrap();
    refused_new(
        &taxonomy,
        word!(Medium, "writen"),
        "2027-01-01",
        "medium `writen` is not declared in the taxonomy, expected `oral`",
    );
}

#[test]
fn a_word_of_one_day_is_in_use_on_it() {
    let taxonomy = Taxonomy::standard().with_from(LOUNGE, day("2026-05-01"));
    let taxonomy = taxonomy.with_retired(LOUNGE, day("2026-05-01")).unwrap();
    assert!(taxonomy.check_new(LOUNGE, day("2026-04-30")).is_err());
    accepted_new(&taxonomy, LOUNGE, "2026-05-01");
    assert!(taxonomy.check_new(LOUNGE, day("2026-05-02")).is_err());
}

#[test]
fn an_undeclared_word_cannot_be_retired() {
    assert_eq!(
        Taxonomy::standard().with_retired(word!(Medium, "orall"), day("2026-12-31")).unwrap_err().to_string(),
        "medium `orall` is not declared in the taxonomy, expected `oral` or `written`"
    );
}

#[test]
fn a_word_cannot_end_before_it_starts() {
    let taxonomy = Taxonomy::standard().with_from(LOUNGE, day("2027-01-01"));
    assert_eq!(
        taxonomy.with_retired(LOUNGE, day("2026-12-31")).unwrap_err().to_string(),
        "category `acme:vip-lounge` ends on 2026-12-31, before its first day 2027-01-01; correct one of the two"
    );
}

#[test]
fn declaring_again_replaces_the_period() {
    let taxonomy = Taxonomy::standard().with_retired(Channel::FAX, day("2026-12-31")).unwrap();
    accepted_new(&taxonomy.clone().with_word(Channel::FAX), Channel::FAX, "2030-01-01");
    let later = taxonomy.with_from(Channel::FAX, day("2028-01-01"));
    assert!(later.check_new(Channel::FAX, day("2027-12-31")).is_err());
    accepted_new(&later, Channel::FAX, "2028-01-01");
    assert_eq!(later.words::<Channel>().len(), Channel::ALL.len());
}

#[test]
fn only_leaves_just_these_words_with_their_periods() {
    let taxonomy = Taxonomy::standard().with_from(Category::SPARE_PARTS, day("2026-02-01")).with_only(&[
        Category::SPARE_PARTS,
        LOUNGE,
        LOUNGE,
    ]);
    let words: Vec<Declared<Category>> = taxonomy.words().collect();
    assert_eq!(
        words,
        [
            Declared::always(LOUNGE),
            Declared { word: Category::SPARE_PARTS, first_day: Some(day("2026-02-01")), last_day: None },
        ]
    );
    assert!(!taxonomy.contains(Category::SALES_PROCESS));
    assert_eq!(taxonomy.words::<Channel>().len(), Channel::ALL.len());
    assert_eq!(taxonomy.with_only::<Category>(&[]).words::<Category>().len(), 0);
}

#[test]
fn a_cause_may_be_no_more_than_its_group() {
    let taxonomy = Taxonomy::standard();
    let service = Cause::from(CauseGroup::SERVICE);
    accepted_new(&taxonomy, service, "2026-03-02");
    assert_eq!(taxonomy.check_known(service), Ok(()));
    assert!(taxonomy.words::<Cause>().all(|declared| declared.word != service));

    let own = word!(CauseGroup, "acme:weather");
    assert!(!taxonomy.contains(Cause::from(own)));
    let taxonomy = taxonomy.with_word(own).with_retired(CauseGroup::SERVICE, day("2026-12-31")).unwrap();
    assert!(taxonomy.contains(Cause::from(own)));
    refused_new(
        &taxonomy,
        service,
        "2027-01-01",
        "cause-group `service` was in use until 2026-12-31; choose a word that is in use on 2027-01-01",
    );
    assert!(!taxonomy.contains(CauseGroup::from_code(*Cause::SERVICE_ATTITUDE.code())));
}

#[test]
fn all_faults_of_a_list_are_reported_together() {
    let code = |text: &str| text.parse::<Code>().unwrap();
    let backwards = Declared {
        word: code("acme:old"),
        first_day: Some(day("2026-02-01")),
        last_day: Some(day("2026-01-01")),
    };
    let faults = Taxonomy::new([
        (Facet::Role, Declared::always(code("clerk"))),
        (Facet::Category, backwards),
        (Facet::Role, Declared::always(code("clerk"))),
        (Facet::Department, Declared::always(code("clerk"))),
    ])
    .unwrap_err();
    assert_eq!(
        faults.to_string(),
        "category `acme:old` ends on 2026-01-01, before its first day 2026-02-01; correct one of the two\n\
         role `clerk` is declared twice, expected once"
    );
    let kinds: Vec<bool> =
        faults.iter().map(|fault| matches!(fault, TaxonomyFault::DeclaredTwice { .. })).collect();
    assert_eq!(kinds, [false, true]);
}

proptest! {
    #[test]
    fn a_list_of_declarations_gives_the_taxonomy_back(
        own in prop::collection::vec("acme:[a-c]{1,2}", 0..12),
        first in 0_i64..400,
        length in 0_i64..400,
    ) {
        let first_day = day("2026-01-01") + chrono::TimeDelta::days(first);
        let last_day = first_day + chrono::TimeDelta::days(length);
        let mut taxonomy = Taxonomy::standard();
        for text in &own {
            let word: Category = text.parse().unwrap();
            taxonomy = taxonomy.with_from(word, first_day).with_retired(word, last_day).unwrap();
        }
        prop_assert_eq!(&Taxonomy::new(taxonomy.declarations()).unwrap(), &taxonomy);

        let shuffled: Vec<_> = taxonomy.declarations().collect();
        prop_assert_eq!(&Taxonomy::new(shuffled.into_iter().rev()).unwrap(), &taxonomy);
        prop_assert!(taxonomy.words::<Category>().map(|declared| declared.word).is_sorted());

        for declared in taxonomy.words::<Category>() {
            for asked in (-1..=length + 1).map(|days| first_day + chrono::TimeDelta::days(days)) {
                prop_assert_eq!(taxonomy.check_new(declared.word, asked).is_ok(), declared.is_in_use(asked));
            }
        }
    }
}
