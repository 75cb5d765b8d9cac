//! Forms: what is missing, what is not asked, what a case fills in by itself.

use redress::case::command::{Note, Offer};
use redress::case::{Command, Stamp};
use redress::policy::condition::{Recurrence, RecurrenceKey};
use redress::policy::record::{FilledForm, Form};
use redress::policy::{Condition, PolicyBuilder, Track};
use redress::triage::answer::{AnswerForm, answer_form};
use redress::triage::{Complaint, History, PastCase, PastCounts};
use redress::vocab::kind::Medium;
use redress::vocab::organisation::Record;
use redress::vocab::{
    Category, Cause, Channel, Classification, Demand, Department, Fact, FormField, Locale, Region, Remedy,
    Subject,
};
use redress::word;

use crate::cases::support::{Story, at, desk, said, who};

fn quality_sheet() -> Form {
    Form::new(Record::QUALITY_SHEET)
        .with_fields([FormField::PHENOMENON, FormField::BATCH])
        .with_one_of([FormField::ORDER_TIME, FormField::DELIVERY_TIME])
        .with_optional([FormField::REGION])
}

fn missing(form: &Form, entries: &[(FormField, &str)]) -> Vec<String> {
    let filled =
        entries.iter().try_fold(FilledForm::new(), |filled, (field, text)| filled.with(*field, *text));
    form.missing(&filled.unwrap()).unwrap().iter().map(ToString::to_string).collect()
}

#[test]
fn missing_fields_stand_in_the_order_of_the_form_and_optional_ones_never() {
    let form = quality_sheet();
    assert_eq!(missing(&form, &[]), ["`phenomenon`", "`batch`", "`order-time` or `delivery-time`"]);
    let batch = (FormField::BATCH, "B-7");
    assert_eq!(missing(&form, &[batch]), ["`phenomenon`", "`order-time` or `delivery-time`"]);
    let delivered = (FormField::DELIVERY_TIME, "2026-03-02");
    assert_eq!(missing(&form, &[batch, delivered]), ["`phenomenon`"]);
    assert_eq!(missing(&form, &[batch, delivered, (FormField::PHENOMENON, "rust")]), [""; 0]);
}

#[test]
fn a_blank_entry_counts_as_missing() {
    for blank in ["", " ", "\n\t \u{3000}"] {
        assert!(
            missing(&quality_sheet(), &[(FormField::BATCH, blank)]).contains(&"`batch`".to_owned()),
            "{blank:?}"
        );
    }
    // Fillers, joiners and selectors of a look are refused, beside letters too: nobody sees them.
    for unseen in
        ["\u{34f}", "\u{115f}", "\u{180e}", "\u{200b}", "\u{2061}", "\u{2064}", "\u{fe0f}", "\u{e0020}"]
    {
        for entry in [unseen.to_owned(), format!("B{unseen}-7")] {
            assert!(FilledForm::new().with(FormField::BATCH, entry.clone()).is_err(), "{entry:?}");
        }
    }
}

#[test]
fn a_note_that_shows_nothing_is_none() {
    for blank in [" \n", "\u{200b}", "\u{115f}", "\u{2062} \u{fe0f}"] {
        assert_eq!(blank.parse::<Note>().unwrap_err().to_string(), "note is empty, expected 1 to 4000 bytes");
    }
    assert_eq!(
        "x\u{200b}".parse::<Note>().unwrap_err().to_string(),
        "note has a control or invisible character at byte 1; only line feeds are allowed"
    );
    // What belongs to a letter is seen.
    assert!("❤\u{fe0f} 葛\u{e0100}".parse::<Note>().is_ok());
}

#[test]
fn an_entry_that_the_form_does_not_have_is_an_error_unless_the_form_is_open_ended() {
    let own = word!(FormField, "acme:mood");
    let filled = FilledForm::new().with(own, "sour").unwrap();
    assert!(quality_sheet().missing(&filled).is_err());
    assert_eq!(quality_sheet().with_open_end().missing(&filled).unwrap().len(), 3);
}

#[test]
fn entries_are_never_shown_and_read_back_as_they_were_written() {
    let filled = FilledForm::new().with(FormField::CONTACT, "0171 …\nafter six").unwrap();
    assert!(!format!("{filled:?}").contains("0171"));
    let json = serde_json::to_string(&filled).unwrap();
    assert_eq!(serde_json::from_str::<FilledForm>(&json).unwrap(), filled);
    let refused = |json: &str| serde_json::from_str::<FilledForm>(json).unwrap_err().to_string();
    for json in [
        r#"{"contact": 1715551}"#,
        r#"{"contact": "01715551\u0000"}"#,
        r#"{"contact": "a", "contact": "01715551"}"#,
        r#""01715551""#,
        r#"{"contact": ["01715551"]}"#,
    ] {
        assert!(!refused(json).contains("5551"), "{}", refused(json));
    }
    assert!(
        refused(r#"{"contact": "a", "contact": "b"}"#)
            .starts_with("field `contact` stands twice, expected it once")
    );
    assert!(refused(r#"{"contact": 1}"#).starts_with("contact: a number, expected a text"));
}

#[test]
fn every_field_of_a_complaint_is_answered_by_one_and_no_other_field_is() {
    let plain = Complaint::new("A-1".parse().unwrap(), at("2026-03-02T10:00:00Z"));
    let with = |field: FormField| {
        let complaint = plain.clone();
        Some(match field {
            FormField::COMPLAINANT => complaint.with_complainant("c-1".parse().unwrap()),
            FormField::CATEGORY => complaint.with_category(Category::SPARE_PARTS),
            FormField::SUBJECT => complaint.with_subject(Subject::SERVICE),
            FormField::CAUSE => complaint.with_cause(Cause::SERVICE_ATTITUDE),
            FormField::DEMAND => complaint.with_demand(Demand::EXCHANGE),
            FormField::CHANNEL => complaint.with_channel(Channel::PHONE),
            FormField::MEDIUM => complaint.with_medium(Medium::ORAL),
            FormField::UNIT => complaint.with_unit(Department::QUALITY),
            FormField::STAFF => complaint.with_staff(who("wilma")),
            FormField::PRODUCT => complaint.with_product("P-1".parse().unwrap()),
            FormField::REGION => complaint.with_region(word!(Region, "acme:north")),
            FormField::NARRATIVE => complaint.with_narrative("cold soup"),
            _ => return None,
        })
    };
    for &field in FormField::ALL {
        let said = with(field);
        let held = said.is_some() || field == FormField::TIME;
        assert_eq!(field.is_of_complaint(), held, "{field}");
        assert_eq!(plain.answers(field), field == FormField::TIME, "{field}");
        assert_eq!(said.unwrap_or_else(|| plain.clone()).answers(field), held, "{field}");
    }
}

/// The form of S10 with a bit of everything that a case holds.
fn sheet() -> Form {
    Form::new(Record::HANDLING_SHEET)
        .with_fields([
            FormField::REFERENCE,
            FormField::TIME,
            FormField::OBJECT,
            FormField::DEMAND,
            FormField::CLASS,
        ])
        .with_fields([FormField::HANDLING_METHOD, FormField::RESPONSIBLE_UNIT, FormField::SIGNATURE])
        .with_optional([FormField::NARRATIVE])
}

fn policy() -> PolicyBuilder {
    desk(Track::new()).form(sheet())
}

#[test]
fn a_form_is_filled_in_with_what_a_case_holds_as_far_as_it_goes() {
    let mut complaint = said("A-1", "2025-03-11T10:00:00+08:00");
    complaint.staff = Some(who("wilma"));
    complaint.words = Classification::of(Department::FRONT_DESK).with(Demand::EXCHANGE).with(Demand::APOLOGY);
    let story = Story::of(policy().build().unwrap(), complaint).investigating();
    let form = &sheet();
    let filled = form.prefilled(&story.case, &story.policy, Locale::En).unwrap();
    let text = |field| filled.text(field).map(|text| text.reveal().as_str());
    assert_eq!(text(FormField::REFERENCE), Some("A-1"));
    assert_eq!(text(FormField::TIME), Some("Tue 2025-03-11 10:00"));
    assert_eq!(text(FormField::OBJECT), Some("wilma"));
    assert_eq!(text(FormField::CLASS), Some("general"));
    assert_eq!(text(FormField::RESPONSIBLE_UNIT), Some("quality department"));
    assert_eq!(text(FormField::HANDLING_METHOD), None);
    let missing: Vec<String> = form.missing(&filled).unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(missing, ["`handling-method`", "`signature`"]);

    let story =
        story.does("anna", Command::Propose(Offer::new(Remedy::EXCHANGE).with_remedy(Remedy::REFUND).into()));
    let filled = form.prefilled(&story.case, &story.policy, Locale::ZhHant).unwrap();
    let text = |field| filled.text(field).map(|text| text.reveal().as_str());
    assert_eq!(text(FormField::HANDLING_METHOD), Some("換貨、退款"));
    assert_eq!(text(FormField::CLASS), Some("一般"));
    assert_eq!(form.missing(&filled).unwrap().len(), 1);
}

#[test]
fn a_customer_who_wants_nothing_has_answered_the_question() {
    let mut complaint = said("A-1", "2025-03-11T10:00:00+08:00");
    complaint.no_demand = true;
    let story = Story::of(policy().build().unwrap(), complaint);
    let form = story.policy.form(Record::HANDLING_SHEET).unwrap();
    let filled = form.prefilled(&story.case, &story.policy, Locale::ZhHans).unwrap();
    assert_eq!(filled.text(FormField::DEMAND).unwrap().reveal(), "无");
}

#[test]
fn a_narrative_that_fits_no_field_is_an_error_and_not_cut() {
    let mut complaint = said("A-1", "2025-03-11T10:00:00+08:00");
    complaint.text = Some(redress::Private::new("long ".repeat(3_000)));
    let policy = policy().build().unwrap();
    let opened = redress::case::open(
        &policy,
        complaint,
        Stamp::new("k-0".parse().unwrap(), who("anna"), at("2025-03-11T10:05:00+08:00")),
    );
    let case = opened.unwrap();
    let form = policy.form(Record::HANDLING_SHEET).unwrap();
    let refused = form.prefilled(&case, &policy, Locale::En).unwrap_err();
    assert_eq!(refused.to_string(), "field `narrative` has 15000 bytes, expected at most 10000");
}

#[test]
fn the_form_of_the_answer_is_the_first_whose_condition_holds() {
    let own = Form::new(Record::CUSTOMER_FORM)
        .with_open_end()
        .with_answers_where(Condition::has(Fact::CUSTOMER_FORM_WANTED));
    let about_parts = Form::new(Record::COMPLAINT_REPORT)
        .with_fields([FormField::FINDINGS])
        .with_answers_where(Condition::is(Category::SPARE_PARTS));
    let policy = policy().form(own).form(about_parts).build().unwrap();
    let none = PastCounts::of(&policy, &complaint(), &History::none());
    let form = |complaint: Complaint| match answer_form(&policy, &complaint, &none) {
        AnswerForm::On(form) => form.record().to_string(),
        AnswerForm::Free => "free".into(),
        AnswerForm::Undetermined(form) => format!("{form}?"),
    };
    let demanded = |complaint: Complaint| complaint.with_fact(Fact::CUSTOMER_FORM_WANTED, 1);
    assert_eq!(form(demanded(complaint().with_category(Category::SPARE_PARTS))), "customer-form");
    assert_eq!(form(complaint().with_category(Category::SPARE_PARTS)), "complaint-report");
    assert_eq!(form(complaint().with_category(Category::SALES_PROCESS)), "free");
    // Of which category it is, nobody has said.
    assert_eq!(form(complaint()), "complaint-report?");
}

#[test]
fn the_form_of_the_answer_may_depend_on_earlier_complaints() {
    let again = Condition::repeats(Recurrence::new([RecurrenceKey::UNIT], 1));
    let form = Form::new(Record::CUSTOMER_FORM).with_open_end().with_answers_where(again);
    let policy = policy().form(form).build().unwrap();
    assert!(policy.looks_at_history());
    let complaint = complaint().with_unit(Department::QUALITY);
    let earlier =
        PastCase::new("A-0".parse().unwrap(), at("2026-01-02T10:00:00Z")).with_unit(Department::QUALITY);
    let past = PastCounts::of(&policy, &complaint, &History::of([earlier]).unwrap());
    assert!(matches!(answer_form(&policy, &complaint, &past), AnswerForm::On(_)));
    let past = PastCounts::of(&policy, &complaint, &History::none());
    assert_eq!(answer_form(&policy, &complaint, &past), AnswerForm::Free);
}

fn complaint() -> Complaint {
    Complaint::new("A-1".parse().unwrap(), at("2026-03-02T10:00:00Z"))
}

#[test]
fn a_note_and_an_entry_are_texts_of_their_own_sizes() {
    assert!("x".repeat(9_000).parse::<Note>().is_err());
    assert!(FilledForm::new().with(FormField::FINDINGS, "x".repeat(9_000)).is_ok());
}
