//! Which chain a decision takes, and what is wrong with a table.

use chrono::Weekday;
use proptest::prelude::*;
use redress::approval::limits::{MAX_CHAINS, MAX_REMEDIES, MAX_ROLES, MAX_SYSTEMS};
use redress::approval::signing::{AmendmentRule, ChainQuery, MissingInput, TimeLimit};
use redress::approval::{ApprovalFault, ApprovalTable, Chain, Signers, Step};
use redress::calendar::LocalTime;
use redress::deadline::choice::LateReceipt;
use redress::deadline::{Cutoff, Term};
use redress::taxonomy::Taxonomy;
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::{Money, Remedy, Role, Severity};

use crate::approval::cases;
use crate::approval::world::{HEAD, LEADER, MANAGER, approve, chain, eur, meant, rule, usd, who};

const LEVELS: [Severity; 3] = [Severity::General, Severity::Serious, Severity::Critical];

/// The texts of what is wrong with a table of a policy with three levels.
fn faults(table: &ApprovalTable) -> Vec<String> {
    table.prove(&Taxonomy::standard(), Some(&LEVELS)).iter().map(ToString::to_string).collect()
}

/// A table of these rows and a last one without conditions.
fn closed(rows: impl IntoIterator<Item = Chain>) -> ApprovalTable {
    let rows = rows.into_iter().chain([chain("rest")]);
    rows.map(meant).fold(ApprovalTable::new(), ApprovalTable::with_chain)
}

fn with(step: Step) -> Vec<String> {
    faults(&ApprovalTable::new().with_chain(meant(chain("c").with_step(step))))
}

/// Somebody signs.
fn signed(chain: Chain) -> Chain {
    chain.with_step(Step::new(rule("sign"), ApprovalAct::Approve, Signers::any(1, [MANAGER])))
}

#[test]
fn a_table_says_what_it_was_given() {
    let step = Step::new(rule("s"), ApprovalAct::Review, Signers::any(2, [MANAGER, HEAD]))
        .with_limit(TimeLimit { term: Term::working_days(2), escalate_to: LEADER })
        .with_by_anyone_again()
        .with_system(who("bot"))
        .with_system(who("bot"));
    assert_eq!((step.id(), step.act(), step.may_repeat()), (rule("s"), ApprovalAct::Review, true));
    assert_eq!(step.limit().map(|limit| limit.escalate_to), Some(LEADER));
    assert_eq!((step.systems(), step.material()), (&[who("bot")][..], AmendmentRule::default()));
    assert_eq!((step.signers().slots(), step.signers().roles()), (2, &[MANAGER, HEAD][..]));
    assert_eq!((step.signers().roles_of(1), step.signers().roles_of(2)), (&[MANAGER, HEAD][..], &[][..]));
    assert_eq!(Signers::one_of_each([HEAD]).roles_of(1), []);

    let row = chain("c")
        .with_from_severity(Severity::Serious)
        .with_above(eur(5))
        .with_remedies([Remedy::REFUND])
        .with_step(step.clone())
        .with_citation("rule 7");
    assert_eq!(
        (row.id(), row.kind(), row.severity()),
        (rule("c"), DecisionKind::Remedy, Some(Severity::Serious))
    );
    assert_eq!((row.over(), row.remedies()), (Some(eur(5)), Some(&[Remedy::REFUND][..])));
    assert_eq!((row.steps(), row.citation()), (&[step][..], "rule 7"));

    let table = closed([row.clone()]);
    assert_eq!(table.chain_of(rule("c")), Some(&row));
    assert_eq!(table.chain_of(rule("d")), None);
    assert_eq!((faults(&table), table.chains().len()), (vec![], 2));
}

#[test]
fn the_first_row_that_is_for_the_decision_decides() {
    let refund: Remedy = "refund.partial".parse().unwrap();
    let table = closed([
        signed(chain("serious-refund").with_from_severity(Severity::Serious).with_remedies([Remedy::REFUND])),
        chain("large").with_above(eur(100)),
    ]);
    let select = |severity, amount, remedies: &[Remedy]| {
        let row = table.select(
            ChainQuery::new(DecisionKind::Remedy)
                .with_severity(severity)
                .with_amount(amount)
                .with_remedies(remedies),
        );
        row.map_or_else(
            |unknown| unknown.to_string(),
            |row| row.map_or("nobody".into(), |row| row.id().to_string()),
        )
    };
    let (serious, general) = (Some(Severity::Critical), Some(Severity::General));
    assert_eq!(select(serious, None, &[Remedy::REPAIR, refund]), "serious-refund");
    assert_eq!(select(general, Some(eur(101)), &[refund]), "large");
    assert_eq!(select(general, Some(eur(100)), &[refund]), "rest");
    // A remedy that the row is not for settles it, whatever the level.
    assert_eq!(select(None, Some(eur(100)), &[Remedy::REPAIR]), "rest");
    assert_eq!(
        select(None, Some(eur(100)), &[refund]),
        "approval chain `serious-refund`: the severity is unknown; rate the complaint first"
    );
    assert_eq!(
        select(general, None, &[]),
        "approval chain `large`: the amount is unknown; state an amount in `EUR`"
    );
    assert_eq!(
        select(general, Some(usd(1)), &[]),
        "approval chain `large`: the amount is in `USD`, expected an amount in `EUR`"
    );
    assert_eq!(table.select(ChainQuery::new(DecisionKind::Recall)), Ok(None));
}

#[test]
fn a_decision_behind_the_last_row_is_unknown_and_not_free() {
    let table = ApprovalTable::new().with_chain(chain("serious").with_from_severity(Severity::Serious));
    let unknown =
        table.select(ChainQuery::new(DecisionKind::Remedy).with_severity(Severity::General)).unwrap_err();
    assert_eq!(unknown.missing, MissingInput::Row { kind: DecisionKind::Remedy });
    assert_eq!(
        unknown.to_string(),
        "approval chain `serious`: no later row applies to this decision of kind `remedy`; add a last row \
         without conditions"
    );
}

#[test]
fn undeclared_words_are_told_with_their_place() {
    let taxonomy = Taxonomy::standard().with_only(&[MANAGER]).with_only(&[Remedy::REFUND]);
    let table = closed([chain("c").with_remedies([Remedy::REPAIR]).with_step(
        approve("s", HEAD).with_limit(TimeLimit { term: Term::working_days(1), escalate_to: LEADER }),
    )]);
    let texts: Vec<String> = table.prove(&taxonomy, None).iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "approval chain `c`: remedy `repair` is not declared in the taxonomy, expected `refund`",
            "approval chain `c` step `s`: role `department-head` is not declared in the taxonomy, \
             expected `manager`",
            "approval chain `c` step `s`: role `leader-in-charge` is not declared in the taxonomy, \
             expected `manager`",
        ]
    );
}

#[test]
fn ids_stand_once() {
    let table = closed([chain("c")
        .with_above(eur(2))
        .with_step(approve("s", HEAD))
        .with_step(approve("s", MANAGER))])
    .with_chain(Chain::new(rule("c"), DecisionKind::Recall).with_nobody_signs());
    assert_eq!(
        faults(&table),
        [
            "approval chain `c` step `s`: another step has the same id; give each step an id of its own",
            "approval chain `c`: another chain has the same id; give each chain an id of its own",
        ]
    );
}

#[test]
fn a_step_has_signers_and_each_role_once() {
    let nobody = "approval chain `c` step `s`: nobody signs it, expected at least one signature and one role";
    let step = |signers| Step::new(rule("s"), ApprovalAct::Approve, signers);
    assert_eq!(with(step(Signers::any(0, [MANAGER]))), [nobody]);
    assert_eq!(with(step(Signers::any(1, []))), [nobody]);
    assert_eq!(with(step(Signers::one_of_each([]))), [nobody]);
    let twice = "approval chain `c` step `s`: role `manager` is listed twice, expected each role once";
    assert_eq!(with(step(Signers::one_of_each([MANAGER, HEAD, MANAGER]))), [twice]);
    assert_eq!(with(step(Signers::any(2, [MANAGER, MANAGER]))), [twice]);
    let many = (0..33).map(|number| format!("acme:r{number}").parse::<Role>().unwrap());
    assert_eq!(
        with(step(Signers::any(1, many))),
        ["approval chain `c` step `s`: 33 roles and 0 system accounts, expected at most 32 and 32"]
    );
}

#[test]
fn a_consent_stands_last_and_nobody_signs_it() {
    assert_eq!(with(Step::consent(rule("s"))), [""; 0]);
    let signed = "approval chain `c` step `s`: the customer's consent has signers; remove them";
    assert_eq!(with(Step::new(rule("s"), ApprovalAct::CustomerConsent, Signers::one(MANAGER))), [signed]);
    assert_eq!(with(Step::consent(rule("s")).with_system(who("bot"))), [signed]);
    let limit = TimeLimit { term: Term::working_days(1), escalate_to: MANAGER };
    assert_eq!(
        with(Step::consent(rule("s")).with_limit(limit)),
        ["approval chain `c` step `s`: the customer's consent has a time limit; remove it"]
    );
    let early = chain("c").with_step(Step::consent(rule("s"))).with_step(approve("t", MANAGER));
    assert_eq!(
        faults(&ApprovalTable::new().with_chain(early)),
        ["approval chain `c` step `s`: steps follow the customer's consent; move it to the end"]
    );
}

#[test]
fn a_time_limit_does_not_contradict_itself() {
    let cutoff = Cutoff::by_weekday(LateReceipt::NextWorkingDay)
        .with_weekday(Weekday::Mon, LocalTime::from_static("16:30"));
    let term = Term::working(redress::calendar::Span::hours(2)).with_cutoff(cutoff);
    assert_eq!(
        with(approve("s", MANAGER).with_limit(TimeLimit { term, escalate_to: LEADER })),
        [
            "approval chain `c` step `s`: time limit: a term of elapsed or working time cannot have a cut-off; count \
            days, weeks or months, or remove the cut-off"
        ]
    );
}

#[test]
fn a_kind_with_rows_leaves_no_gap() {
    let gap = |rows: &[Chain], levels: Option<&[Severity]>| -> Vec<String> {
        let table = rows.iter().cloned().map(meant).fold(ApprovalTable::new(), ApprovalTable::with_chain);
        table.prove(&Taxonomy::standard(), levels).iter().map(ToString::to_string).collect()
    };
    let text = "approval of `remedy`: no row applies to severity `general` and no amount; add a last row \
     without conditions";
    assert_eq!(gap(&[chain("a").with_from_severity(Severity::Serious)], Some(&LEVELS)), [text]);
    assert_eq!(gap(&[chain("a").with_above(eur(0))], Some(&LEVELS)), [text]);
    assert_eq!(gap(&[chain("a").with_remedies([Remedy::REFUND])], Some(&LEVELS)), [text]);
    assert_eq!(
        gap(&[chain("a").with_above(eur(0))], None),
        ["approval of `remedy`: no row applies to no amount; add a last row without conditions"]
    );
    // From the lowest level on is every level.
    assert_eq!(gap(&[chain("a").with_from_severity(Severity::General)], Some(&LEVELS)), [""; 0]);
    assert_eq!(gap(&[], Some(&LEVELS)), [""; 0]);
}

#[test]
fn a_row_that_never_decides_is_told_with_the_rows_before_it() {
    let masked = |rows: Vec<Chain>| faults(&closed(rows));
    assert_eq!(
        masked(vec![
            chain("a").with_above(eur(10)),
            chain("b").with_above(eur(20)).with_from_severity(Severity::Serious)
        ]),
        [
            "approval chain `b`: never decides, because row `a` covers everything it is for; move it up, or remove it"
        ]
    );
    let refunds: Remedy = "refund.partial".parse().unwrap();
    let taxonomy = Taxonomy::standard().with_word(refunds);
    let table = closed([
        signed(chain("a").with_remedies([Remedy::REFUND])),
        signed(chain("b").with_remedies([Remedy::REPAIR])),
        signed(chain("c").with_remedies([Remedy::REPAIR, refunds])),
    ]);
    let texts: Vec<String> = table.prove(&taxonomy, Some(&LEVELS)).iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        ["approval chain `c`: never decides, because rows `b` and `a` cover everything it is for; move it \
             up, or remove it"]
    );
    assert_eq!(masked(vec![chain("a").with_above(eur(20)), chain("b").with_above(eur(10))]), [""; 0]);
    assert_eq!(
        masked(vec![chain("a")]),
        [
            "approval chain `rest`: never decides, because row `a` covers everything it is for; move it up, or \
             remove it"
        ]
    );
}

#[test]
fn amounts_of_a_kind_are_in_one_currency_and_can_be_exceeded() {
    assert_eq!(
        faults(&closed([chain("a").with_above(eur(10)), chain("b").with_above(usd(5))])),
        ["approval chain `b`: the amount is in `USD`, expected `EUR` as in the rows before"]
    );
    assert_eq!(
        faults(&closed([chain("a").with_above(eur(u64::MAX))])),
        ["approval chain `a`: no amount is above `184467440737095516.15 EUR`; use a smaller threshold"]
    );
}

#[test]
fn levels_are_those_of_the_policy() {
    let table = closed([chain("a").with_from_severity(Severity::Minor)]);
    assert!(
        faults(&table).contains(
            &"approval chain `a`: the policy does not use severity `minor`; name a severity that it uses"
                .to_owned()
        )
    );
    for levels in [None, Some(&[][..])] {
        assert_eq!(
            table.prove(&Taxonomy::standard(), levels)[0].to_string(),
            "approval chain `a`: asks for severity `minor`, but the policy has no severity rules; add rules, or \
             remove the condition"
        );
    }
}

#[test]
fn tables_are_of_bounded_size() {
    let steps = |count: usize| {
        (0..count).fold(chain("c"), |chain, place| chain.with_step(approve(&format!("s{place}"), MANAGER)))
    };
    assert_eq!(faults(&ApprovalTable::new().with_chain(steps(8))), [""; 0]);
    assert_eq!(
        faults(&ApprovalTable::new().with_chain(steps(9))),
        ["approval chain `c`: 9 steps, expected at most 8"]
    );
    let many = |needed| Step::new(rule("s"), ApprovalAct::Approve, Signers::any(needed, [MANAGER]));
    assert_eq!(with(many(16)), [""; 0]);
    assert_eq!(with(many(17)), ["approval chain `c`: 17 signatures, expected at most 16"]);
    assert_eq!(with(many(u32::MAX)), ["approval chain `c`: 4294967295 signatures, expected at most 16"]);
    let rows = (0..=MAX_CHAINS).map(|number| chain(&format!("c{number}")));
    let table = rows.fold(ApprovalTable::new(), ApprovalTable::with_chain);
    assert_eq!(faults(&table), ["approval table: 201 chains, expected at most 200"]);
    assert_eq!(
        faults(&closed([chain("a").with_remedies([])])),
        ["approval chain `a`: 0 remedies, expected 1 to 200"]
    );
}

/// Rows with small constants, so that they meet.
fn rows() -> impl Strategy<Value = Vec<Chain>> {
    let level = proptest::option::of(proptest::sample::select(&LEVELS[..]));
    let over = proptest::option::of(0..3_u64);
    let remedies = proptest::option::of(proptest::sample::subsequence(
        vec![Remedy::REFUND, Remedy::REPAIR, Remedy::REWORK],
        1..=3,
    ));
    let row = (level, over, remedies).prop_map(|(level, over, remedies)| {
        let mut row = chain("row");
        row = level.map_or(row.clone(), |level| row.with_from_severity(level));
        row = over.map_or(row.clone(), |over| row.with_above(eur(over)));
        remedies.map_or(row.clone(), |remedies| row.with_remedies(remedies))
    });
    proptest::collection::vec(row, 1..6)
}

/// The decisions that these rows tell apart.
fn decisions() -> Vec<(Severity, Money, Vec<Remedy>)> {
    let remedies = [Remedy::REFUND, Remedy::REPAIR, Remedy::REWORK];
    let mut all = Vec::new();
    for level in LEVELS {
        for amount in 0..5 {
            for set in 0..8_usize {
                let chosen = (0..3).filter(|bit| set >> bit & 1 == 1).map(|bit| remedies[bit]);
                all.push((level, eur(amount), chosen.collect()));
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn gaps_and_masked_rows_are_what_every_decision_shows(rows in rows()) {
        let named = rows.iter().enumerate().map(|(place, row)| {
            let mut named = chain(&format!("r{place}"));
            if let Some(level) = row.severity() {
                named = named.with_from_severity(level);
            }
            if let Some(over) = row.over() {
                named = named.with_above(over);
            }
            if let Some(remedies) = row.remedies() {
                named = named.with_remedies(remedies.iter().copied());
            }
            named
        });
        let table = named.fold(ApprovalTable::new(), ApprovalTable::with_chain);
        let (mut decided, mut gap) = (vec![false; rows.len()], false);
        for (level, amount, remedies) in decisions() {
            match table.select(ChainQuery::new(DecisionKind::Remedy).with_severity(level).with_amount(amount).with_remedies(&remedies)) {
                Ok(Some(row)) => {
                    let place = table.chains().iter().position(|other| other.id() == row.id()).unwrap();
                    decided[place] = true;
                }
                Ok(None) => prop_assert!(false, "there are rows of the kind"),
                Err(unknown) => {
                    gap = true;
                    let is_row = matches!(unknown.missing, MissingInput::Row { .. });
                    prop_assert!(is_row);
                }
            }
        }
        let faults = table.prove(&Taxonomy::standard(), Some(&LEVELS));
        let told_gap = faults.iter().any(|fault| matches!(fault, ApprovalFault::Gap { .. }));
        prop_assert_eq!(told_gap, gap);
        for (row, decided) in table.chains().iter().zip(decided) {
            let told = faults.iter().any(
                |fault| matches!(fault, ApprovalFault::Masked { chain, .. } if *chain == row.id()),
            );
            prop_assert_eq!(told, !decided, "{}", row.id());
        }
    }
}

#[test]
fn as_many_as_a_table_has_are_no_fault_and_one_more_is() {
    let proved = |table: &ApprovalTable| table.prove(&Taxonomy::standard(), Some(&LEVELS));
    let has = |table: &ApprovalTable, of: fn(&ApprovalFault) -> bool| proved(table).iter().any(of);
    let rows = |count: usize| {
        let rows = (0..count).map(|number| chain(&format!("c{number}")));
        rows.fold(ApprovalTable::new(), ApprovalTable::with_chain)
    };
    let too_many: fn(&ApprovalFault) -> bool = |fault| matches!(fault, ApprovalFault::TooManyChains { .. });
    assert!(!has(&rows(MAX_CHAINS), too_many) && has(&rows(MAX_CHAINS + 1), too_many));

    let remedies = |count: usize| {
        let named = (0..count).map(|number| format!("acme:r-{number}").parse::<Remedy>().unwrap());
        closed([chain("c").with_remedies(named)])
    };
    let odd: fn(&ApprovalFault) -> bool = |fault| matches!(fault, ApprovalFault::Remedies { .. });
    assert!(has(&remedies(0), odd) && !has(&remedies(1), odd) && !has(&remedies(MAX_REMEDIES), odd));
    assert!(has(&remedies(MAX_REMEDIES + 1), odd) && has(&remedies(MAX_REMEDIES + 2), odd));

    let signers = |roles: usize, systems: usize| {
        let roles = (0..roles).map(|number| format!("acme:role-{number}").parse::<Role>().unwrap());
        let step = Step::new(rule("s"), ApprovalAct::Approve, Signers::any(1, roles));
        let named = (0..systems).map(|number| who(&format!("bot-{number}")));
        closed([chain("c").with_step(named.fold(step, Step::with_system))])
    };
    let too_many: fn(&ApprovalFault) -> bool = |fault| matches!(fault, ApprovalFault::TooManySigners { .. });
    assert!(!has(&signers(MAX_ROLES, MAX_SYSTEMS), too_many));
    for (roles, systems) in [(1, 1), (0, 1)] {
        assert!(has(&signers(MAX_ROLES + 1 + roles, 1), too_many), "{roles} more");
        assert!(has(&signers(1, MAX_SYSTEMS + systems), too_many), "{systems} more");
    }
    assert!(has(&signers(1, MAX_SYSTEMS + 2), too_many) && has(&signers(MAX_ROLES + 1, 0), too_many));
}

#[test]
fn a_consent_has_neither_signers_nor_accounts() {
    assert_eq!(with(Step::consent(rule("s"))), Vec::<String>::new());
    let signed = "approval chain `c` step `s`: the customer's consent has signers; remove them";
    let account = Step::consent(rule("s")).with_system(who("bot"));
    assert!(faults(&closed([chain("c").with_step(account)])).contains(&signed.to_owned()));
    let people = Step::new(rule("s"), ApprovalAct::CustomerConsent, Signers::one(MANAGER));
    assert!(faults(&closed([chain("c").with_step(people)])).contains(&signed.to_owned()));
    let nobody = Step::new(rule("s"), ApprovalAct::CustomerConsent, Signers::any(1, []));
    assert!(faults(&closed([chain("c").with_step(nobody)])).contains(&signed.to_owned()));
    let none = Step::new(rule("s"), ApprovalAct::CustomerConsent, Signers::any(0, [MANAGER]));
    assert!(faults(&closed([chain("c").with_step(none)])).contains(&signed.to_owned()));
}

#[test]
fn a_list_of_five_is_told_whole_and_one_of_six_in_part() {
    let stuck = |steps: usize| {
        let steps = (0..steps).map(|number| rule(&format!("s{number}"))).collect();
        redress::approval::StuckApproval::Nobody { steps, people: vec![], needed: 1, left_out: vec![] }
            .to_string()
    };
    assert!(stuck(5).starts_with("steps `s0`, `s1`, `s2`, `s3` and `s4` cannot be signed"), "{}", stuck(5));
    assert!(stuck(6).starts_with("steps `s0`, `s1`, `s2`, `s3` and 2 more cannot be signed"), "{}", stuck(6));
}

#[test]
fn a_row_that_nobody_signs_is_for_its_remedies_alone() {
    let table = closed([
        chain("free").with_remedies([Remedy::APOLOGY, Remedy::REPAIR]),
        signed(chain("refunds").with_remedies([Remedy::REFUND])),
    ]);
    assert_eq!(faults(&table), [""; 0]);
    let select = |remedies: &[Remedy]| {
        let row = table.select(ChainQuery::new(DecisionKind::Remedy).with_remedies(remedies)).unwrap();
        row.map_or_else(|| "nobody".to_owned(), |row| row.id().to_string())
    };
    assert_eq!(select(&[Remedy::APOLOGY]), "free");
    assert_eq!(select(&[Remedy::REPAIR, Remedy::APOLOGY]), "free");
    assert_eq!(select(&[Remedy::APOLOGY, Remedy::REFUND]), "refunds");
    assert_eq!(select(&[Remedy::APOLOGY, Remedy::EXCHANGE]), "rest");
    assert_eq!(select(&[]), "rest");
    // It masks what is for some of its remedies and signed by nobody either, and no row that somebody signs.
    let masked = |second: Chain| faults(&closed([chain("a").with_remedies([Remedy::APOLOGY]), second]));
    assert_eq!(
        masked(chain("b").with_remedies([Remedy::APOLOGY])),
        [
            "approval chain `b`: never decides, because row `a` covers everything it is for; move it up, or remove it"
        ]
    );
    assert_eq!(masked(chain("b").with_remedies([Remedy::APOLOGY, Remedy::REPAIR])), [""; 0]);
    assert_eq!(masked(signed(chain("b").with_remedies([Remedy::APOLOGY]))), [""; 0]);
    let both = [chain("a").with_remedies([Remedy::APOLOGY]), chain("b").with_remedies([Remedy::REPAIR])];
    let [a, b] = both;
    assert_eq!(faults(&closed([a, b, chain("c").with_remedies([Remedy::APOLOGY, Remedy::REPAIR])])), [""; 0]);
}
