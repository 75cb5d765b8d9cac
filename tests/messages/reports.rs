//! Errors of forms, reports and the ledger.

use chrono::{DateTime, Utc};
use redress::case::{Stamp, open};
use redress::policy::limits::{MAX_ENTRY, MAX_FIELDS, MAX_FORMS, MAX_REPORTS};
use redress::policy::record::{Cadence, FilledForm, Form, FormError, ReportRule};
use redress::policy::{PolicyBuilder, PolicyFault, Track};
use redress::report::ledger::{Ledger, LedgerError, LedgerRow, Round, RoundEnd, Timing};
use redress::triage::ComplaintDocument;
use redress::vocab::course::ClosureKind;
use redress::vocab::organisation::{Record, Report};
use redress::vocab::{FormField, Money, Role, Stage};
use redress::word;

use crate::messages::{Texts, at, calendar, policy, policy_fault};

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    faults(&mut texts);
    numbers(&mut texts);
    entries(&mut texts);
    periods(&mut texts);
    ledger(&mut texts);
    texts
}

fn register() -> Form {
    Form::new(Record::COMPLAINT_REGISTER).with_fields([FormField::DEMAND])
}

fn faults(texts: &mut Texts) {
    let track = |field| policy_fault(policy().track(Track::new().with_required([field])));
    texts.is(
        track(FormField::SIGNATURE),
        "track: field `signature` is not part of a complaint, expected `complainant`, `category`, `subject`, \
         `cause`, `demand`, `channel`, `medium`, `unit`, `staff`, `product`, `region`, `narrative` or `time`, \
         or the name of a facet",
    );
    let twice = Track::new().with_required([FormField::DEMAND, FormField::DEMAND]);
    texts.is(
        policy_fault(policy().track(twice)),
        "track: field `demand` is named twice; name each field once",
    );
    let form = |form: Form| policy_fault(policy().form(form));
    texts.is(
        form(register().with_optional([FormField::DEMAND])),
        "form `complaint-register`: field `demand` is named twice; name each field once",
    );
    texts.is(
        form(register().with_fields([word!(FormField, "acme:mood")])),
        "form `complaint-register`: form-field `acme:mood` is not declared in the taxonomy, \
         expected one of 48 words such as `demand`, `category` or `medium`",
    );
    texts.is(
        form(register().with_role(word!(Role, "acme:boss"))),
        "form `complaint-register`: role `acme:boss` is not declared in the taxonomy, \
         expected one of 17 words such as `manager`, `counsellor` or `handler`",
    );
    texts.is(
        policy_fault(policy().form(register()).form(register())),
        "form `complaint-register`: declared twice; keep one of the two",
    );
    texts.is(
        form(Form::new(Record::LEDGER)),
        "form `ledger`: has no fields; add one, or set `open-ended = true`",
    );
    texts.is(
        form(register().with_one_of([])),
        "form `complaint-register`: a choice in `fields` lists no fields, expected at least one",
    );
    let many = (0..=MAX_FIELDS).map(|number| format!("acme:f{number}").parse().unwrap());
    texts.is(
        form(Form::new(Record::LEDGER).with_fields(many)),
        "form `ledger`: has 101 fields, expected at most 100",
    );
}

fn numbers(texts: &mut Texts) {
    let report = |rule: ReportRule| policy_fault(policy().report(rule));
    let monthly = || ReportRule::new(Report::MONTHLY_STATISTICS, Cadence::MONTH);
    texts.is(
        policy_fault(policy().report(monthly()).report(monthly())),
        "report `monthly-statistics`: declared twice; keep one of the two",
    );
    texts.is(
        report(ReportRule::new(Report::TREND_REVIEW, Cadence::Days(0))),
        "report `trend-review`: a period length of 0, expected 1 to 36600",
    );
    texts.is(
        report(ReportRule::new(Report::TREND_REVIEW, Cadence::NotSet(" ".into()))),
        "report `trend-review`: parameter ` ` begins or ends with white space, expected 1 to 100 visible characters",
    );
    texts.is(
        report(monthly().with_counted_from(chrono::NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap())),
        "report `monthly-statistics`: its periods are counted from +10000-01-01, expected a day of the years \
         0001 to 9999",
    );
    texts.is(
        report((0..=100).fold(monthly(), |rule, _| rule.with_role(Role::MANAGER))),
        "report `monthly-statistics`: 101 roles, expected at most 100",
    );
    texts.is(
        report(monthly().with_role(word!(Role, "acme:boss"))),
        "report `monthly-statistics`: role `acme:boss` is not declared in the taxonomy, \
         expected one of 17 words such as `manager`, `counsellor` or `handler`",
    );
    let has = |builder: PolicyBuilder, what: &str| {
        let faults = builder.build().unwrap_err();
        let too_many = |fault: &&PolicyFault| matches!(fault, PolicyFault::TooMany { .. });
        let fault = faults.iter().find(too_many).unwrap().clone();
        assert_eq!(fault.to_string(), format!("the policy has 101 {what}, expected at most 100"));
        fault
    };
    let forms = (0..=MAX_FORMS).fold(policy(), |policy, _| policy.form(register()));
    texts.seen(has(forms, "forms"));
    let reports = (0..=MAX_REPORTS).fold(policy(), |policy, _| policy.report(monthly()));
    texts.seen(has(reports, "reports"));
}

fn entries(texts: &mut Texts) {
    let error = |field, text: String| FilledForm::new().with(field, text).unwrap_err();
    let extra = FilledForm::new().with(FormField::CONTACT, "x").unwrap();
    texts.is(
        register().missing(&extra).unwrap_err(),
        "form `complaint-register` has no field `contact`, expected `demand`",
    );
    let long = Form::new(Record::QUALITY_SHEET).with_fields(FormField::ALL.iter().copied().take(9));
    let extra = FilledForm::new().with(FormField::BATCH, "x").unwrap();
    texts.is(
        long.missing(&extra).unwrap_err(),
        "form `quality-sheet` has no field `batch`, expected one of 9 fields such as `complainant`, `category`, \
         `subject`, `cause`, `demand`, `channel`, `medium` or `unit`",
    );
    texts.is(
        error(FormField::GROUNDS, "x".repeat(MAX_ENTRY + 1)),
        "field `grounds` has 10001 bytes, expected at most 10000",
    );
    texts.is(
        error(FormField::GROUNDS, "a\u{7}".into()),
        "field `grounds` has a control or invisible character at byte 1; only line feeds and tabs are allowed",
    );
    let full = (0..MAX_FIELDS).try_fold(FilledForm::new(), |filled, number| {
        filled.with(format!("acme:f{number}").parse().unwrap(), "x")
    });
    let full = full.unwrap();
    assert!(full.clone().with(word!(FormField, "acme:f0"), "y").is_ok());
    texts.is::<FormError>(
        full.with(FormField::DEMAND, "x").unwrap_err(),
        "the form has 101 entries, expected at most 100",
    );
}

fn periods(texts: &mut Texts) {
    let (calendar, now) = (calendar(), at("2026-06-15T10:00:00Z"));
    let refused =
        |cadence, at| ReportRule::new(Report::TREND_REVIEW, cadence).period_at(&calendar, at).unwrap_err();
    texts.is(
        refused(Cadence::PerCase, now),
        "report `trend-review` has no period; make it for a case, for a measure or on request",
    );
    texts.is(
        refused(Cadence::NotSet("the period of the review".into()), now),
        "report `trend-review` has no period yet; set the parameter `the period of the review` in the policy",
    );
    texts.is(
        refused(Cadence::MONTH, at("2031-01-15T10:00:00Z")),
        "calendar `office` does not cover 2031-01-15, only 2026-01-01 to 2026-12-31; extend its known days",
    );
}

fn ledger(texts: &mut Texts) {
    let received: DateTime<Utc> = at("2026-06-15T10:00:00Z");
    let said = ComplaintDocument::new("a-1".parse().unwrap(), received);
    let built = policy().build().unwrap();
    let case =
        open(&built, said, Stamp::new("k-1".parse().unwrap(), "anna".parse().unwrap(), received)).unwrap();
    let other = redress::policy::Policy::builder("desk")
        .version("2")
        .routing(redress::policy::Routing::none())
        .calendar(calendar())
        .build()
        .unwrap();
    texts.is(
        LedgerRow::of(&case, &other, received).unwrap_err(),
        "policy `desk 2` was given for case `a-1`, expected policy `desk 1`",
    );
    let row = LedgerRow::of(&case, &built, received).unwrap();
    texts.is(
        Ledger::new([row.clone(), row.clone()]).unwrap_err(),
        "case `a-1` has two rows, row 1 and row 2; remove one",
    );
    let end =
        RoundEnd { at: received, kind: ClosureKind::Resolved, timing: Timing::InTime, entered_late: false };
    let forged = |forge: fn(&mut LedgerRow)| {
        let mut forged = row.clone();
        forge(&mut forged);
        Ledger::new([forged]).unwrap_err()
    };
    texts.is(
        forged(|row| row.amounts = Some(vec![Money::new(1, "EUR".parse().unwrap()); 2])),
        "case `a-1` has two amounts in `EUR`; add them up",
    );
    texts.is(
        forged(|row| row.merged_into = Some("b-2".parse().unwrap())),
        "case `a-1` continues in `b-2`, but its last round did not end as `merged`; correct one of the two",
    );
    texts.is(
        forged(|row| {
            let at = row.received;
            let (kind, timing) = (ClosureKind::Resolved, Timing::Late);
            row.rounds[0].end = Some(RoundEnd { at, kind, timing, entered_late: true });
            row.stage = Stage::Closed;
        }),
        "case `a-1` has an end that was entered late; its timing must be `in-time`",
    );
    texts.is(
        forged(|row| row.stage = Stage::Closed),
        "case `a-1` is at stage `closed` and its last round has not ended, expected a stage before `closed`",
    );
    texts.is(
        forged(|row| {
            let end = RoundEnd {
                at: row.received,
                kind: ClosureKind::Merged,
                timing: Timing::InTime,
                entered_late: false,
            };
            row.rounds[0].end = Some(end);
        }),
        "case `a-1` is at stage `received` and its last round has ended, expected `closed` or `reviewed`",
    );
    texts.is(
        forged(|row| {
            let end = RoundEnd {
                at: row.received,
                kind: ClosureKind::Merged,
                timing: Timing::InTime,
                entered_late: false,
            };
            row.rounds[0].end = Some(end);
            (row.stage, row.merged_into) = (Stage::Closed, Some(row.case));
        }),
        "case `a-1` continues in `a-1`, which leads back to it; correct one of these mergers",
    );
    let mut forged = row;
    forged.rounds = vec![Round { opened: received, end: None }, Round { opened: received, end: Some(end) }];
    texts.is::<LedgerError>(
        Ledger::new([forged]).unwrap_err(),
        "case `a-1`: its rounds are not in order, expected the first to begin at its receipt, and each to \
         end before the next begins",
    );
}
