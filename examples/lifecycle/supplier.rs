//! Returned goods at a supplier of parts: two responsible departments with one clock each, the eight disciplines,
//! and a measure against the cause that must be approved and must have an effect.

use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
use redress::calendar::Calendar;
use redress::case::approval::{ApprovalReference, ApprovalSubject};
use redress::case::command::{
    AnchorEvent, CauseFinding, Delivery, Dispatch, Findings, InvestigationStart, Lessons, Note, Offer,
    Proposal, Question,
};
use redress::case::track::{DepartmentContainment, DisciplineRecord, MeasureProgress};
use redress::case::{Command, Outlook};
use redress::policy::{Policy, Track};
use redress::profiles::Supplier;
use redress::triage::ComplaintDocument;
use redress::vocab::course::{ApprovalAct, DecisionKind, Duty};
use redress::vocab::track::{Containment, Discipline, GoodsStep, MeasureStep};
use redress::vocab::{
    Action, Anchor, Category, Cause, Channel, Classification, Department, FaultParty, Locale, Remedy, Role,
    RuleId,
};
use redress::word;

use crate::desk::{Account, Desk, Told, at};

/// The measure against the cause.
const FIXTURE: RuleId = word!(RuleId, "new-fixture");

/// The ready procedure, with a course and approvals of this house.
fn policy(calendar: Calendar) -> Told<Policy> {
    let track = Track::new()
        .with_containment()
        .with_effect_check()
        .with_permit(Action::Close, Role::PERSON_IN_CHARGE)
        .with_review();
    let approve =
        Step::new(word!(RuleId, "approve"), ApprovalAct::Approve, Signers::one(Role::DEPARTMENT_HEAD));
    let review =
        Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(Role::PERSON_IN_CHARGE));
    let action = Chain::new(word!(RuleId, "action"), DecisionKind::CorrectiveAction)
        .with_step(review)
        .with_step(approve);
    let table = ApprovalTable::new().with_chain(action);
    Ok(Supplier::new(calendar, Department::SALES).track(track).approvals(table).build()?)
}

/// `wei` is at the warehouse, `sun` in sales, `pan` in production and `qi` in quality; `qin` is in charge of quality,
/// `du` the head of production.
fn roster() -> Told<Roster> {
    let roster = Roster::builder("2026-03")
        .holding(Holding::new("qi".parse()?, Role::HANDLER))
        .holding(Holding::new("qin".parse()?, Role::PERSON_IN_CHARGE))
        .holding(Holding::new("du".parse()?, Role::DEPARTMENT_HEAD))
        .build()?;
    Ok(roster)
}

fn note(text: &str) -> Told<Note> {
    Ok(text.parse()?)
}

fn discipline(discipline: Discipline, text: &str) -> Told<Command> {
    Ok(Command::RecordDiscipline(DisciplineRecord::new(discipline, note(text)?)))
}

const fn measure(step: MeasureStep) -> Command {
    Command::TakeAction(MeasureProgress::new(FIXTURE, step))
}

fn goods(step: GoodsStep) -> Command {
    Command::HandleGoods(step.into())
}

/// The whole story, told in a language.
pub(crate) fn tell(calendar: Calendar, lang: Locale, notes: bool) -> Told<String> {
    // Goods that come back without a word are a complaint, too.
    let said = ComplaintDocument {
        words: Classification::of(Category::PRODUCT_QUALITY).with(Channel::RETURNED_GOODS),
        product: Some("batch-2026-08".parse()?),
        ..ComplaintDocument::new("PART-3".parse()?, at("03-09 08:40")?)
    };
    let title = ["Goods come back to a supplier of parts", "零部件供应商收到退货", "零部件供應商收到退貨"];
    let account = Account { lang, notes, title };
    let mut desk = Desk::open(policy(calendar)?, roster()?, account, said, ("03-09 08:45", "wei"))?;
    intake(&mut desk)?;
    containment(&mut desk)?;
    eight_steps(&mut desk)?;
    action(&mut desk)?;
    closing(&mut desk)?;
    Ok(desk.finish())
}

fn intake(desk: &mut Desk) -> Told {
    desk.does("03-09 08:50", "wei", goods(GoodsStep::InReturnZone))?;
    desk.does("03-09 09:00", "qi", Command::Register)?;
    desk.does("03-09 09:05", "qi", goods(GoodsStep::Listed))?;
    let measures = vec![Containment::REWORK, Containment::RETURN_EXCHANGE];
    let findings = Findings { words: measures.into_iter().collect(), ..Findings::default() };
    desk.does("03-09 09:40", "qi", Command::Triage(findings))?;
    desk.does("03-09 09:45", "qi", goods(GoodsStep::StateConfirmed))
}

fn containment(desk: &mut Desk) -> Told {
    desk.chapter([
        "Two responsible departments, each with 24 hours of its own",
        "两个责任部门，各有 24 小时",
        "兩個責任部門，各有 24 小時",
    ]);
    desk.does("03-09 09:50", "qi", Command::Dispatch(Dispatch::to(Department::QUALITY)))?;
    let production = InvestigationStart::now().with_department(Department::PRODUCTION);
    desk.does("03-09 10:00", "qi", Command::Start(production))?;
    let sales =
        AnchorEvent::new(Anchor::DEPARTMENT_RECEIVED, at("03-09 13:30")?).with_department(Department::SALES);
    desk.does("03-09 13:40", "qi", Command::Happen(sales))?;
    desk.standing("03-09 13:40")?;
    let rework =
        DepartmentContainment::by(Department::PRODUCTION, [Containment::REWORK, Containment::ISOLATE]);
    desk.does("03-09 16:00", "pan", Command::Contain(rework))?;
    desk.tell([
        "Sales lets its time pass. Nobody has to ask for it: it is owed, once, until somebody is told.",
        "销售部逾期未办。无需有人查询：该事项列为待办一次，直至有人被告知。",
        "銷售部逾期未辦。無需有人查詢：該事項列為待辦一次，直至有人被告知。",
    ]);
    desk.next_timer("03-10 13:00")?;
    desk.standing("03-10 13:31")?;
    let now = at("03-10 13:31")?;
    let outlook = Outlook::of(&desk.case, &desk.policy, now);
    let breach = outlook.owed(now).find(|owed| owed.key.duty == Duty::Breach).ok_or("a breach")?;
    desk.does(
        "03-10 13:35",
        "qi",
        Command::Deliver(Delivery::new(breach.key).with_recipient("sun".parse()?)),
    )?;
    let exchange = DepartmentContainment::by(Department::SALES, [Containment::RETURN_EXCHANGE]);
    desk.does("03-10 14:10", "sun", Command::Contain(exchange))?;
    desk.standing("03-10 14:10")
}

fn eight_steps(desk: &mut Desk) -> Told {
    desk.chapter(["The cause, by the eight disciplines", "按 8D 步骤查明原因", "按 8D 步驟查明原因"]);
    desk.does("03-10 15:00", "qi", discipline(Discipline::D1, "quality, production, sales")?)?;
    let samples = Question::new(note("Please send three of the parts that do not fit.")?).with_samples();
    desk.does("03-10 15:10", "sun", Command::AskCustomer(samples))?;
    desk.does("03-12 10:00", "qi", discipline(Discipline::D2, "bore 0.2 mm off, batch 2026-08 alone")?)?;
    desk.does("03-12 10:05", "qi", discipline(Discipline::D3, "reworked and exchanged")?)?;
    let found = CauseFinding::new(Cause::PRODUCT_QUALITY_ROOT_EQUIPMENT, FaultParty::COMPANY);
    desk.does("03-12 16:00", "qi", Command::FindCause(found))?;
    desk.does("03-12 16:05", "qi", discipline(Discipline::D4, "a worn fixture")?)?;
    let exchange = Proposal::of(Offer::new(Remedy::EXCHANGE));
    desk.does("03-12 16:30", "qi", Command::Propose(exchange))?;
    // In this house, remedies need no approval and no consent.
    desk.does("03-12 16:35", "sun", Command::CarryOut)
}

fn action(desk: &mut Desk) -> Told {
    desk.chapter([
        "A measure against the cause: approved, carried out, its effect confirmed",
        "纠正措施：批准、实施、效果确认",
        "糾正措施：批准、實施、效果確認",
    ]);
    desk.does("03-13 09:00", "qi", discipline(Discipline::D5, "a new fixture, checked weekly")?)?;
    desk.does("03-13 09:05", "qi", measure(MeasureStep::Planned))?;
    desk.may_not("03-13 09:10", "pan", measure(MeasureStep::CarriedOut))?;
    desk.does("03-13 09:15", "qi", Command::Apply(ApprovalSubject::CorrectiveAction(FIXTURE)))?;
    desk.does("03-13 10:00", "qin", Command::Sign(ApprovalReference::new(1)))?;
    desk.does("03-13 11:00", "du", Command::Sign(ApprovalReference::new(1)))?;
    desk.does("03-16 14:00", "pan", measure(MeasureStep::CarriedOut))?;
    desk.does("03-16 14:05", "pan", discipline(Discipline::D6, "in use since today")?)?;
    desk.does("03-17 10:00", "sun", Command::Finish)?;
    desk.does("03-17 10:05", "wei", goods(GoodsStep::Disposed))?;
    desk.may_not("03-17 10:10", "qin", Command::Close)?;
    desk.standing("03-17 10:10")
}

fn closing(desk: &mut Desk) -> Told {
    desk.chapter(["Closed and reviewed", "结案与总结", "結案與總結"]);
    desk.does("04-13 09:00", "qin", measure(MeasureStep::EffectConfirmed))?;
    desk.does("04-13 09:05", "qin", measure(MeasureStep::Standardised))?;
    desk.does("04-13 09:10", "qi", discipline(Discipline::D7, "every fixture has a date")?)?;
    desk.does("04-13 09:15", "qi", discipline(Discipline::D8, "thanks to the workshop")?)?;
    desk.does("04-13 09:20", "qin", Command::Close)?;
    desk.does(
        "04-14 09:00",
        "qin",
        Command::Review(Lessons::new(note("Wear is a cause to ask for first.")?)),
    )?;
    desk.standing("04-14 09:00")
}
