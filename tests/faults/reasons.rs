//! The reason of an answer says what was asked and what was found, and so it is true.

use redress::labels::Labels;
use redress::policy::condition::{Recurrence, RecurrenceKey, RecurrenceWindow, Truth};
use redress::policy::record::Form;
use redress::policy::severity::{SeverityGaps, SeverityRule};
use redress::policy::{Condition, Policy, PolicyBuilder, Routing, SeverityRules};
use redress::render::Renderer;
use redress::triage::account::Ground;
use redress::triage::{Complaint, Explanation, History, PastCase, triage};
use redress::vocab::organisation::Record;
use redress::vocab::{Cause, Channel, Demand, Fact, Locale, Mark, Money, RuleId, Severity, Subject};
use serde_json::{Value, json};

use crate::faults::support::{at, office};

fn id(text: &str) -> RuleId {
    text.parse().unwrap()
}

fn money(minor: u64, currency: &str) -> Money {
    Money::new(minor, currency.parse().unwrap())
}

/// A desk with one rule.
fn desk(when: Condition) -> PolicyBuilder {
    let rules = SeverityRules::new([Severity::Serious])
        .with_gaps(SeverityGaps::Unrated)
        .with_rule(SeverityRule::new(id("rule"), Severity::Serious, when));
    Policy::builder("desk").version("1").calendar(office()).routing(Routing::none()).severity(rules)
}

fn complaint() -> Complaint {
    Complaint::new("A-9".parse().unwrap(), at("03-06 10:00"))
}

fn account(policy: &Policy, complaint: &Complaint) -> Explanation {
    let key = "K-1".parse().unwrap();
    let before = PastCase::new("A-1".parse().unwrap(), at("02-20 10:00")).with_complainant(key);
    triage(policy, complaint, &History::of([before]).unwrap()).unwrap().explain()
}

/// What is said of the rule, in each language.
#[track_caller]
fn told(when: &Condition, complaint: &Complaint) -> [String; 3] {
    let policy = desk(when.clone()).build().unwrap();
    let account = account(&policy, complaint);
    [Locale::En, Locale::ZhHans, Locale::ZhHant].map(|locale| {
        let text = Renderer::of(&policy, locale).explanation(&account);
        let line = text.lines().find(|line| line.contains("`rule`")).unwrap_or_default();
        line.split_once([':', '：']).unwrap_or_default().1.trim().to_owned()
    })
}

/// The grounds of the rule as JSON.
fn written(when: &Condition, complaint: &Complaint) -> Value {
    let policy = desk(when.clone()).build().unwrap();
    let account = serde_json::to_value(account(&policy, complaint)).unwrap();
    let rule = ["/severity/matched/0/because", "/severity/open/0/because"];
    rule.iter().find_map(|place| account.pointer(place)).cloned().unwrap_or_default()
}

fn not_hotline() -> Condition {
    Condition::not(Condition::is(Channel::HOTLINE))
}

#[test]
fn fault_w01_a_rule_for_all_but_the_hotline_names_the_phone_that_was_found() {
    let phoned = complaint().with_channel(Channel::PHONE);
    assert_eq!(
        told(&not_hotline(), &phoned),
        [
            "channel phone (not service hotline)",
            "投诉渠道为电话（而非服务热线）",
            "投訴管道為電話（而非服務熱線）"
        ]
    );
    assert_eq!(
        written(&not_hotline(), &phoned),
        json!([{"word": {"input": "channel", "asked": ["hotline"], "found": ["phone"]}, "holds": "false"}])
    );
    // Nobody knows, and the rule waits; taken for no, it does not.
    assert_eq!(told(&not_hotline(), &complaint())[0], "channel not known (asked for service hotline)");
    assert_eq!(
        written(&not_hotline(), &complaint()),
        json!([{"word": {"input": "channel", "asked": ["hotline"], "found": null}, "holds": "unknown"}])
    );
    let surely = Condition::not(Condition::surely(Condition::is(Channel::HOTLINE)));
    assert_eq!(
        told(&surely, &complaint()),
        [
            "channel not known (asked for service hotline) – counts as no",
            "投诉渠道尚不清楚（须为服务热线）——按否计",
            "投訴管道尚不清楚（須為服務熱線）——按否計",
        ]
    );
    assert_eq!(
        written(&surely, &complaint()),
        json!([{
            "word": {"input": "channel", "asked": ["hotline"], "found": null},
            "holds": "unknown",
            "unknown-as-no": true,
        }])
    );
}

#[test]
fn fault_w01_words_that_are_known_to_be_none_say_so() {
    let no_refund = Condition::not(Condition::is(Demand::REFUND));
    let asked = "asked for refund";
    assert_eq!(told(&no_refund, &complaint().with_no_demand())[0], format!("no demand ({asked})"));
    assert_eq!(told(&no_refund, &complaint())[0], format!("demand not known ({asked})"));
    let several = complaint().with_demand(Demand::APOLOGY).with_demand(Demand::EXPLANATION);
    assert_eq!(told(&no_refund, &several)[0], "demand apology and explanation, statement (not refund)");
    let wanted = Condition::is_one_of([Demand::APOLOGY, Demand::REFUND]);
    assert_eq!(told(&wanted, &several)[0], "demand apology");
    assert_eq!(
        told(&Condition::not(wanted), &complaint().with_demand(Demand::EXPLANATION)),
        [
            "demand explanation, statement (not apology or refund)",
            "客户诉求为说法（而非道歉或退款）",
            "客戶訴求為說法（而非道歉或退款）",
        ]
    );
}

#[test]
fn fault_w01_a_child_is_named_with_the_word_that_was_asked_for() {
    let rude = complaint().with_cause(Cause::SERVICE_ATTITUDE);
    let service = Cause::from(redress::vocab::kind::CauseGroup::SERVICE);
    let labels = Labels::standard();
    let label = |cause: Cause| labels.label(&cause, Locale::En).to_owned();
    let (child, parent) = (label(Cause::SERVICE_ATTITUDE), label(service));
    assert_eq!(told(&Condition::is(service), &rude)[0], format!("cause {child} (asked for {parent})"));
    assert_eq!(told(&Condition::is(Cause::SERVICE_ATTITUDE), &rude)[0], format!("cause {child}"));
}

#[test]
fn fault_w01_facts_say_how_many_were_found_and_how_many_were_asked_for() {
    let tries = Condition::at_least(Fact::HOTLINE_TRIES, 3);
    let of = |number| complaint().with_fact(Fact::HOTLINE_TRIES, number);
    let name = Labels::standard().label(&Fact::HOTLINE_TRIES, Locale::En).to_owned();
    assert_eq!(told(&tries, &of(4))[0], format!("{name} 4 (asked for 3)"));
    let few = Condition::not(tries);
    assert_eq!(told(&few, &of(2))[0], format!("{name} 2 (fewer than 3)"));
    assert_eq!(told(&few, &complaint())[0], format!("{name} 0 (fewer than 3)"));
    let safe = Condition::not(Condition::has(Fact::DANGER_TO_PERSON));
    assert_eq!(told(&safe, &complaint())[0], "no danger to a person");
    assert_eq!(
        written(&safe, &complaint()),
        json!([{"fact": {"fact": "danger-to-person", "at-least": 1, "found": 0}, "holds": "false"}])
    );
}

#[test]
fn fault_w01_amounts_say_what_is_at_stake_and_what_was_asked_for() {
    let dear = Condition::amount_at_least(money(100_000, "CNY"));
    let of = |minor, currency| complaint().with_amount(money(minor, currency));
    assert_eq!(told(&dear, &of(250_050, "CNY"))[0], "amount 2500.50 CNY (asked for 1000.00 CNY)");
    assert_eq!(
        told(&Condition::not(dear.clone()), &of(30_000, "CNY")),
        [
            "amount 300.00 CNY (less than 1000.00 CNY)",
            "金额 300.00 元（不足 1000.00 元）",
            "金額 人民幣 300.00 元（不足 人民幣 1000.00 元）"
        ]
    );
    assert_eq!(told(&dear, &complaint())[0], "amount not known (asked for 1000.00 CNY)");
    assert_eq!(
        told(&Condition::not(dear.clone()), &of(1_250, "JPY"))[0],
        "amount 1250 JPY (asked for 1000.00 CNY, in another currency)"
    );
    assert_eq!(
        written(&Condition::not(dear), &of(30_000, "CNY")),
        json!([{
            "amount": {
                "at-least": {"minor": 100_000, "currency": "CNY"},
                "found": {"minor": 30_000, "currency": "CNY"},
            },
            "holds": "false",
        }])
    );
}

#[test]
fn fault_w01_repetitions_say_which_earlier_complaints_count() {
    let again = |number| Recurrence::new([RecurrenceKey::Complainant], number);
    let by = complaint().with_complainant("K-1".parse().unwrap());
    let once = Condition::repeats(again(1).with_window(RecurrenceWindow::Days(30)));
    assert_eq!(told(&once, &by)[0], "earlier complaints by complainant (within 30 days): 1 (asked for 1)");
    let twice = Condition::not(Condition::repeats(again(2)));
    assert_eq!(
        told(&twice, &by),
        [
            "earlier complaints by complainant: 1 (fewer than 2)",
            "按投诉人计此前的投诉：1 件（不足 2 件）",
            "按投訴人計此前的投訴：1 件（不足 2 件）",
        ]
    );
    assert_eq!(
        told(&once, &complaint())[0],
        "earlier complaints (within 30 days): at most 1 by a complainant that is not known (asked for 1)"
    );
    let upheld = Condition::not(Condition::repeats(again(1).with_upheld().with_severity(Severity::General)));
    assert_eq!(
        told(&upheld, &by)[0],
        "earlier complaints by complainant (rated general, upheld): 0 (fewer than 1)"
    );
    assert_eq!(
        written(&twice, &by),
        json!([{
            "repeats": {
                "asked": {"by": ["complainant"], "at-least": 2},
                "found": {"key": "complainant", "count": 1, "reached": "false"},
            },
            "holds": "false",
        }])
    );
}

#[test]
fn fault_w01_a_rule_that_waits_says_what_for_and_what_is_known_already() {
    let when = Condition::all([
        Condition::has(Fact::MEDIA_EXPOSURE),
        Condition::not(Condition::any([
            Condition::is(Channel::HOTLINE),
            Condition::is(Subject::SERVICE),
            Condition::has(Fact::MEDIA_EXPOSURE),
        ])),
    ]);
    // It does not hold, whatever becomes known.
    assert_eq!(told(&when, &complaint().with_fact(Fact::MEDIA_EXPOSURE, 1)), ["", "", ""]);
    let when = Condition::all([
        Condition::has(Fact::MEDIA_EXPOSURE),
        Condition::not(Condition::any([Condition::is(Channel::HOTLINE), Condition::is(Subject::SERVICE)])),
    ]);
    let half = complaint().with_fact(Fact::MEDIA_EXPOSURE, 1).with_channel(Channel::PHONE);
    let [english, simplified, traditional] = told(&when, &half);
    assert_eq!(
        english,
        "subject not known (asked for service); known: media exposure, channel phone (not service hotline)"
    );
    assert!(
        simplified.contains("；已知：") && traditional.contains("；已知："),
        "{simplified} {traditional}"
    );
}

#[test]
fn fault_w01_marks_and_forms_have_reasons_too() {
    let marked = SeverityRule::new(id("rule"), Severity::Serious, not_hotline())
        .with_mark_where(Mark::GRAVE, Condition::has(Fact::MEDIA_EXPOSURE));
    let rules = SeverityRules::new([Severity::Serious]).with_gaps(SeverityGaps::Unrated).with_rule(marked);
    let form = Form::new(Record::CUSTOMER_FORM).with_open_end().with_answers_where(not_hotline());
    let policy = Policy::builder("desk").version("1").calendar(office()).routing(Routing::none());
    let policy = policy.severity(rules).form(form).build().unwrap();

    let exposed = complaint().with_fact(Fact::MEDIA_EXPOSURE, 1);
    let phoned = account(&policy, &exposed.clone().with_channel(Channel::PHONE));
    let because = phoned.marks().first().unwrap().because();
    assert_eq!(because.iter().map(Ground::holds).collect::<Vec<_>>(), [Truth::False, Truth::True]);
    let text = Renderer::of(&policy, Locale::En).explanation(&phoned);
    let mark = "by rule `rule`: channel phone (not service hotline), media exposure";
    assert!(text.contains(mark), "{text}");
    assert!(
        text.lines().any(|line| line.starts_with("Answered on form") && line.contains("not service hotline")),
        "{text}"
    );

    let unknown = account(&policy, &exposed);
    let open = unknown.open_marks().first().unwrap();
    assert_eq!((open.mark(), open.rule()), (Mark::GRAVE, id("rule")));
    assert!(unknown.form().unwrap().is_undetermined());
    let text = Renderer::of(&policy, Locale::En).explanation(&unknown);
    assert!(
        text.contains("may hold, by rule `rule`: channel not known (asked for service hotline); known:"),
        "{text}"
    );
}
