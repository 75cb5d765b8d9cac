//! Takes a case from its receipt to its solution, step by step, and prints its timeline.

use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::case::approval::ApprovalReference;
use redress::case::command::{InvestigationStart, Offer};
use redress::case::{Case, Command, Office, Request, Stamp, open};
use redress::deadline::{Clock, End, Term};
use redress::policy::{ClockRule, Policy, Routing, Track};
use redress::render::Renderer;
use redress::triage::ComplaintDocument;
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::{Anchor, ClockName, Locale, Money, Remedy, Role, RuleId};
use redress::word;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
    let review = Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(Role::MANAGER));
    let policy = Policy::builder("shop")
        .version("1")
        .calendar(Calendar::builder("office", zone).week(week).build()?)
        .routing(Routing::none())
        .clock(ClockRule::new(
            Clock::new(ClockName::CLOSURE, Anchor::RECEIVED),
            Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS),
        ))
        .track(Track::new().without_triage().without_dispatch())
        .approvals(
            ApprovalTable::new()
                .with_chain(Chain::new(word!(RuleId, "refunds"), DecisionKind::Remedy).with_step(review)),
        )
        .build()?;
    let roster = Roster::builder("2026-03")
        .holding(Holding::new("anna".parse()?, Role::MANAGER))
        .holding(Holding::new("mia".parse()?, Role::MANAGER))
        .build()?;

    let office = Office::new(&policy, &roster);

    let said = ComplaintDocument::new("A-17".parse()?, "2026-03-05T16:00:00+01:00".parse()?);
    let receipt = Stamp::new("k-0".parse()?, "anna".parse()?, "2026-03-05T16:05:00+01:00".parse()?);
    let mut case = open(&policy, said, receipt)?;
    let refund = Offer::new(Remedy::REFUND).with_amount(Money::new(4_900, "EUR".parse()?));
    let steps = [
        ("09:00", "anna", Command::Register),
        ("09:10", "anna", Command::Start(InvestigationStart::now())),
        ("10:00", "anna", Command::Propose(refund.into())),
        ("10:05", "anna", Command::Submit),
        ("10:10", "anna", Command::Sign(ApprovalReference::new(1))), // a manager, but it is their own proposal
        ("11:00", "mia", Command::Sign(ApprovalReference::new(1))),
        ("15:00", "anna", Command::Finish),
    ];
    for (number, (time, who, command)) in (1..).zip(steps) {
        let at = format!("2026-03-06T{time}:00+01:00").parse()?;
        let stamp = Stamp::new(format!("k-{number}").parse()?, who.parse()?, at);
        match office.decide(&case, Request::on(&case, stamp, command)) {
            Ok(decision) => case = case.after(&decision)?, // and its events are stored
            Err(refusal) => println!("{refusal}\n"),
        }
    }
    let told = Renderer::of(&policy, Locale::En).timeline(&case, &policy);
    println!("{}", told.with_standing("2026-03-06T15:00:00+01:00".parse()?));
    assert_eq!(Case::replay(&policy, case.events())?, case); // what is stored is the events
    Ok(())
}
