//! Tables of golden complaints: what they read, what they check, and what they leave out.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use redress::approval::{ApprovalTable, Chain, Signers, Step};
use redress::laws::golden::{GoldenReport, GoldenTable};
use redress::laws::{Coverage, PolicyPart};
use redress::policy::{Policy, Routing};
use redress::sample;
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::{ClockName, Money, Role, RuleId};
use redress::word;

fn shop() -> Policy {
    sample::policy().unwrap()
}

fn checked(text: &str) -> GoldenReport {
    GoldenTable::read(&shop(), text).unwrap().check(&shop())
}

fn faults(text: &str) -> Vec<String> {
    GoldenTable::read(&shop(), text).unwrap_err().iter().map(ToString::to_string).collect()
}

fn mismatches(text: &str) -> Vec<String> {
    checked(text).mismatches().iter().map(ToString::to_string).collect()
}

#[test]
fn a_table_that_the_policy_keeps_names_what_it_does_not_reach() {
    let report = checked(
        "received,category,fact.danger-to-person,expect.severity,expect.owner,expect.row,expect.due.response\n\
         2026-04-02 10:00,product-quality,yes,serious,quality,product,2026-04-08 17:00\n",
    );
    assert!(report.is_kept());
    let missing: Vec<PolicyPart> = report.coverage().missing().collect();
    assert_eq!(
        missing,
        [
            PolicyPart::SeverityOtherwise,
            PolicyPart::RoutingRow(word!(RuleId, "service")),
            PolicyPart::Chain(word!(RuleId, "refunds")),
        ]
    );
    assert!(report.coverage().reached().any(|part| part == PolicyPart::Clock(ClockName::CLOSURE)));
}

#[test]
fn every_cell_that_differs_is_named_with_its_reason() {
    assert_eq!(
        mismatches(
            "name;received;category;expect.severity;expect.owner;expect.role;expect.marks;expect.due.response;expect.due.closure\n\
             kettle;2026-04-02T10:00:00+02:00;product-quality;serious;finance;manager;grave;2026-04-08 16:59;none\n\
             ;2026-04-02 10:00;;general;quality;;none;2026-04-08 17:00;2026-04-13 17:00\n"
        ),
        [
            "line 2 `kettle`: expect.severity: expected `serious`, found `general` (no severity rule holds)",
            "line 2 `kettle`: expect.owner: expected `finance`, found `quality` (routing row `product`)",
            "line 2 `kettle`: expect.role: expected `manager`, found `none` (routing row `product`)",
            "line 2 `kettle`: expect.marks: expected `grave`, found `none`",
            "line 2 `kettle`: expect.due.response: expected `2026-04-08 16:59`, found `2026-04-08 17:00`",
            "line 2 `kettle`: expect.due.closure: expected `none`, found `2026-04-13 17:00`",
            "line 3: expect.owner: expected `quality`, found `open` (not known: input `category`)",
        ]
    );
}

#[test]
fn separators_quotes_comments_and_line_ends_are_read_as_spreadsheets_write_them() {
    let plain =
        GoldenTable::read(&shop(), "received,name,category\n2026-04-02 10:00,a,product-quality\n").unwrap();
    for same in [
        "\u{feff}received;name;category\r\n2026-04-02 10:00;a;product-quality\r\n",
        "received\tname\tcategory\n2026-04-02 10:00\ta\tproduct-quality",
        "received , name , category\n \"2026-04-02 10:00\" ,\"a\", product-quality ",
    ] {
        assert_eq!(GoldenTable::read(&shop(), same).unwrap(), plain, "{same:?}");
    }
    let quoted = "# kept by the desk\n\nreceived,name,expect.owner\n2026-04-02 10:00,\"two, \"\"lines\"\"\nhere\",none\n\n2026-04-02 10:00,last,none";
    let report = checked(quoted);
    let lines: Vec<_> = report.mismatches().iter().map(|one| (one.line, one.name.as_str())).collect();
    assert_eq!(lines, [(4, "two, \"lines\"\nhere"), (7, "last")]);
    // A short row leaves the rest empty.
    assert!(checked("received,name,expect.owner\n2026-04-02 10:00\n").is_kept());
}

#[test]
fn every_faulty_cell_is_named() {
    assert_eq!(
        faults(
            "received,category,fact.hotline-tries,amount,no-demand,staff,decision,expect.due.response,at.installed\n\
             ,,,,,,,,\n\
             2026-03-29 25:00,,,,,,,,\n\
             2028-01-01 10:00,,,,,,,,\n\
             2026-04-02 10:00,Produkt,-1,12.5 EUR,perhaps,two words,gift,soon,now\n\
             2026-04-02 10:00,product-quality,3,12.50 EUR,yes,staff-1,remedy,2026-04-08 17:00,2026-04-02 10:00\n"
        )
        .len(),
        2 + 8 // an empty row is left out
    );
    assert_eq!(
        faults("recieved,expect.ower,fact.hotline-trie,x\n2026-04-02 10:00,a,b,c\n"),
        [
            "line 1: `recieved` is no column of a golden table, expected such as `received`",
            "line 1: `expect.ower` is no column of a golden table, expected such as `expect.owner`",
            "line 1: `fact.hotline-trie` is no column of a golden table, expected such as `fact.hotline-tries`",
            "line 1: `x` is no column of a golden table, expected a column of the list",
        ]
    );
}

#[test]
fn amounts_are_read_by_the_digits_of_their_currency() {
    for (text, minor) in
        [("12.50 EUR", 1_250), ("12 EUR", 1_200), ("0.05 EUR", 5), ("12 JPY", 12), ("1.250 KWD", 1_250)]
    {
        let table =
            GoldenTable::read(&shop(), &format!("received,amount\n2026-04-02 10:00,{text}\n")).unwrap();
        let amount = table.situations().next().unwrap().complaint().amount().unwrap();
        assert_eq!(amount.minor(), minor, "{text}");
        let shown = table.situations().next().unwrap().to_string();
        let again = shown.split(" amount=").nth(1).unwrap();
        let again =
            GoldenTable::read(&shop(), &format!("received,amount\n2026-04-02 10:00,{again}\n")).unwrap();
        assert_eq!(again, table, "{text}");
    }
    for text in [
        "12.5 EUR",
        "12.500 EUR",
        "12,50 EUR",
        "EUR 12",
        "-1 EUR",
        ".5 EUR",
        "12.0 JPY",
        "99999999999999999999 EUR",
        "1 eur",
    ] {
        let cell = format!("received;amount\n2026-04-02 10:00;{text}\n");
        assert_eq!(faults(&cell).len(), 1, "{text}");
    }
}

#[test]
fn chains_and_their_steps_are_checked_by_amount_and_remedy() {
    let step = |id, role| Step::new(id, ApprovalAct::Review, Signers::one(role));
    let euros = |minor| Money::new(minor, "EUR".parse().unwrap());
    let dear = Chain::new(word!(RuleId, "dear"), DecisionKind::Remedy)
        .with_above(euros(10_000))
        .with_step(step(word!(RuleId, "review"), Role::MANAGER))
        .with_step(step(word!(RuleId, "head"), Role::SENIOR_MANAGEMENT));
    let small = Chain::new(word!(RuleId, "small"), DecisionKind::Remedy)
        .with_step(step(word!(RuleId, "review"), Role::MANAGER));
    let policy =
        Policy::builder("shop").version("1").calendar(sample::calendar().unwrap()).routing(Routing::none());
    let policy = policy.approvals(ApprovalTable::new().with_chain(dear).with_chain(small)).build().unwrap();
    let table = "received,amount,decision,remedy,expect.chain,expect.steps\n\
                 2026-04-02 10:00,100.01 EUR,remedy,refund,dear,review | head\n\
                 2026-04-02 10:00,100.00 EUR,remedy,refund,small,review\n\
                 2026-04-02 10:00,,remedy,refund,open,open\n\
                 2026-04-02 10:00,,recall,,none,none\n\
                 2026-04-02 10:00,100.00 EUR,,,open,\n";
    let report = GoldenTable::read(&policy, table).unwrap().check(&policy);
    assert!(report.is_kept(), "{report}");
    assert_eq!(report.coverage().missing().count(), 0, "{report}");
    assert_eq!(report.to_string(), "5 complaints decided as the table says; 2 of 2 parts reached");
}

#[test]
fn earlier_complaints_count_as_repetitions_of_the_same_customer() {
    let table = GoldenTable::read(
        &shop(),
        "received,customer,earlier\n2026-04-02 10:00,K-1,2026-03-01 10:00 | 2026-03-02 10:00\n",
    );
    let table = table.unwrap();
    let situation = table.situations().next().unwrap();
    assert_eq!(
        redress::triage::triage(&shop(), situation.complaint(), situation.history()).unwrap().repeats(),
        2
    );
}

#[test]
fn a_complaint_that_the_policy_refuses_is_a_mismatch() {
    let report = checked("received,category\n2026-04-02 10:00,acme:unheard-of\n");
    assert_eq!(report.mismatches().len(), 1);
    assert_eq!(report.mismatches()[0].expected, "a complaint that the policy accepts");
}

#[test]
fn a_policy_that_decided_nothing_reaches_nothing() {
    let coverage = Coverage::of(&shop());
    assert_eq!(coverage.reached().count(), 0);
    assert_eq!(coverage.parts().len(), coverage.missing().count());
}
