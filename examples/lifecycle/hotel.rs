//! A noisy room: the manager looks at the complaint, the head of the department finds the cause and prepares a
//! solution, the manager reviews it, and the guest agrees. The case stays open until the guest is satisfied.

use redress::approval::signing::{AmendmentEffect, AmendmentRule, TimeLimit};
use redress::approval::{ApprovalTable, Chain, Delegation, Holding, Roster, Signers, Step};
use redress::calendar::{Calendar, Span};
use redress::case::approval::ApprovalReference;
use redress::case::command::{
    CauseFinding, ClockPause, Continuation, Delivery, Dispatch, Findings, FollowUpResult, InvestigationStart,
    Lessons, Message, Note, Offer, Proposal, Question, Remark,
};
use redress::case::stored::CaseDocument;
use redress::case::{Command, Event, EventKind, Office, Outlook};
use redress::deadline::rule::{PauseRule, Warning};
use redress::deadline::{Clock, Count, End, Term};
use redress::labels::Labels;
use redress::policy::clock::ReopeningEffect;
use redress::policy::routing::Row;
use redress::policy::severity::SeverityRule;
use redress::policy::track::{FollowUpRule, ReopeningWindow};
use redress::policy::{ClockRule, Condition, Policy, Routing, SeverityRules, Track};
use redress::taxonomy::Taxonomy;
use redress::triage::ComplaintDocument;
use redress::vocab::course::{ApprovalAct, DecisionKind, Duty, FollowUp, Opinion};
use redress::vocab::error::CurrencyError;
use redress::vocab::{
    Act, Action, Anchor, Cause, Channel, Classification, ClockName, Department, Fact, FaultParty, FormField,
    Locale, Money, PauseReason, Remedy, Role, RuleId, Severity, Stage,
};
use redress::{Private, word};

use crate::desk::{Account, Desk, Told, at};

/// A department of this hotel alone.
const ENGINEERING: Department = word!(Department, "lake:engineering");

fn policy(calendar: Calendar) -> Told<Policy> {
    let labels = Labels::standard()
        .with_label(ENGINEERING, Locale::En, "engineering")?
        .with_label(ENGINEERING, Locale::ZhHans, "工程部")?
        .with_label(ENGINEERING, Locale::ZhHant, "工程部")?;
    let danger =
        SeverityRule::new(word!(RuleId, "danger"), Severity::Serious, Condition::has(Fact::DANGER_TO_PERSON));
    let severity = SeverityRules::new([Severity::General, Severity::Serious])
        .with_rule(danger)
        .with_otherwise(Severity::General);
    let intake = Row::new(word!(RuleId, "rt06"), Act::Intake, Department::FRONT_DESK);
    let owner = Row::to_unit_concerned(word!(RuleId, "rt07"), Act::Owner, Department::FRONT_DESK);
    let routing =
        Routing::none().with_row(intake.with_citation("S11-R01")).with_row(owner.with_citation("S11-R06"));
    let policy = Policy::builder("hotel")
        .version("S11")
        .taxonomy(Taxonomy::standard().with_word(ENGINEERING))
        .labels(labels)
        .calendar(calendar)
        .severity(severity)
        .routing(routing)
        .clock(closure())
        .track(track())
        .approvals(approvals()?)
        .build()?;
    Ok(policy)
}

/// Three working days, until close of business; paused while the hotel waits for the guest.
fn closure() -> ClockRule {
    let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(PauseReason::AWAITING_CUSTOMER).with_at_most(Span::hours(24 * 14)))
        .with_warning(Warning::Lead(Count::WorkingDays(1)));
    let term = Term::working_days(3).with_end(End::CLOSE_OF_BUSINESS);
    ClockRule::new(clock, term).with_on_reopening(ReopeningEffect::Stays)
}

fn track() -> Track {
    Track::new()
        .with_required([FormField::UNIT, FormField::NARRATIVE])
        .with_intake_review(Role::MANAGER)
        .with_permit(Action::Propose, Role::DEPARTMENT_HEAD)
        .with_permit(Action::Amend, Role::DEPARTMENT_HEAD)
        .with_consent()
        .with_follow_up(FollowUpRule::new(FollowUp::SATISFACTION_CHECK, 1).with_satisfaction())
        .with_permit(Action::Close, Role::MANAGER)
        .with_reopening(ReopeningWindow::within(Count::Elapsed(Span::hours(24 * 30))))
        .with_review()
        .with_permit(Action::Review, Role::MANAGER)
}

/// The head of the department prepares, the manager reviews, and above 1,000 yuan the leader in charge approves; the
/// guest is asked after that. A more expensive solution voids the manager's signature, but not what the head prepared.
fn approvals() -> Result<ApprovalTable, CurrencyError> {
    let material = AmendmentRule { amount_raised: AmendmentEffect::Keep, ..AmendmentRule::default() };
    let one = Signers::one;
    let prepare = Step::new(word!(RuleId, "prepare"), ApprovalAct::Prepare, one(Role::DEPARTMENT_HEAD))
        .with_material(material);
    let review = Step::new(word!(RuleId, "review"), ApprovalAct::Review, one(Role::MANAGER))
        .with_limit(TimeLimit { term: Term::working_days(1), escalate_to: Role::LEADER_IN_CHARGE });
    let approve = Step::new(word!(RuleId, "approve"), ApprovalAct::Approve, one(Role::LEADER_IN_CHARGE));
    let consent = Step::consent(word!(RuleId, "consent"));
    let chain =
        |id| Chain::new(id, DecisionKind::Remedy).with_step(prepare.clone()).with_step(review.clone());
    let large = chain(word!(RuleId, "large-solution"))
        .with_above(yuan(1_000)?)
        .with_step(approve)
        .with_step(consent.clone());
    let usual = chain(word!(RuleId, "solution")).with_step(consent).with_citation("S11-R14 S11-R15");
    Ok(ApprovalTable::new().with_chain(large).with_chain(usual))
}

/// `fei` is at the front desk, `hao` the head of engineering, and `mei` the manager; `hao` may stand in as a manager,
/// too. When `mei` is away, `dan` signs in their place, up to 800 yuan.
fn roster() -> Told<Roster> {
    let delegation = Delegation {
        from: "mei".parse()?,
        to: "dan".parse()?,
        role: Role::MANAGER,
        since: at("03-10 00:00")?,
        until: at("03-14 00:00")?,
        limit: None,
    };
    let roster = Roster::builder("2026-03")
        .holding(Holding::new("fei".parse()?, Role::FRONT_DESK_STAFF))
        .holding(Holding::new("hao".parse()?, Role::DEPARTMENT_HEAD))
        .holding(Holding::new("hao".parse()?, Role::MANAGER))
        .holding(Holding::new("mei".parse()?, Role::MANAGER))
        .holding(Holding::new("lin".parse()?, Role::LEADER_IN_CHARGE))
        .delegation(delegation.with_limit(yuan(800)?))
        .build()?;
    Ok(roster)
}

fn yuan(whole: u64) -> Result<Money, CurrencyError> {
    Ok(Money::new(whole * 100, "CNY".parse()?))
}

fn note(text: &str) -> Told<Note> {
    Ok(text.parse()?)
}

fn discount(whole: u64) -> Told<Proposal> {
    Ok(Proposal::of(Offer::new(Remedy::ROOM_DISCOUNT).with_remedy(Remedy::APOLOGY).with_amount(yuan(whole)?)))
}

const fn asked(opinion: Opinion) -> Command {
    Command::FollowUp(FollowUpResult::new(FollowUp::SATISFACTION_CHECK, opinion))
}

/// The whole story, told in a language.
pub(crate) fn tell(calendar: Calendar, lang: Locale, notes: bool) -> Told<String> {
    let said = ComplaintDocument {
        words: Classification::of(ENGINEERING).with(Channel::FRONT_DESK),
        text: Some(Private::new("The air conditioning of room 1208 kept us awake all night.".into())),
        ..ComplaintDocument::new("LAKE-7".parse()?, at("03-05 20:10")?)
    };
    let title = ["A complaint at the front desk of a hotel", "酒店前台收到一件投诉", "酒店前台收到一件投訴"];
    let account = Account { lang, notes, title };
    let mut desk = Desk::open(policy(calendar)?, roster()?, account, said, ("03-05 20:15", "fei"))?;
    intake(&mut desk)?;
    waiting(&mut desk)?;
    approval(&mut desk)?;
    amendment(&mut desk)?;
    closing(&mut desk)?;
    reopening(&mut desk)?;
    storage(&mut desk)?;
    Ok(desk.finish())
}

fn intake(desk: &mut Desk) -> Told {
    desk.does("03-05 20:20", "fei", Command::Register)?;
    // The policy says who may triage: the manager looks at a complaint first.
    desk.may_not("03-05 20:25", "fei", Command::Triage(Findings::default()))?;
    desk.does("03-06 09:00", "mei", Command::Triage(Findings::default()))?;
    desk.does(
        "03-06 09:05",
        "mei",
        Command::Dispatch(Dispatch::to(ENGINEERING).with_person("hao".parse()?)),
    )?;
    desk.does("03-06 09:20", "hao", Command::Start(InvestigationStart::now()))?;
    desk.standing("03-06 09:30")
}

fn waiting(desk: &mut Desk) -> Told {
    desk.chapter([
        "The guest is away over the weekend, and the clock stands still",
        "客人周末外出，计时暂停",
        "客人週末外出，計時暫停",
    ]);
    let question = Question::new(note("May we enter the room while you are away?")?);
    desk.does("03-06 10:00", "hao", Command::AskCustomer(question))?;
    desk.does("03-06 10:00", "hao", Command::Pause(ClockPause::new(PauseReason::AWAITING_CUSTOMER)))?;
    desk.standing("03-07 12:00")?;
    let answer = Message::new().with_note(note("Yes, please do.")?);
    desk.does("03-09 11:00", "fei", Command::HearCustomer(answer))?;
    desk.does("03-09 11:00", "fei", Command::Resume(ClockPause::new(PauseReason::AWAITING_CUSTOMER)))?;
    desk.tell([
        "Friday's close of business passed while it stood still, so the due date is one working day later; Saturday and Sunday count for nothing.",
        "暂停期间经过周五下班时点，到期日顺延一个工作日；周六、周日不计。",
        "暫停期間經過週五下班時點，到期日順延一個工作日；週六、週日不計。",
    ]);
    desk.standing("03-09 11:00")
}

fn approval(desk: &mut Desk) -> Told {
    desk.chapter([
        "A solution is prepared, and nobody approves their own",
        "拟定方案：任何人不得批准自己的方案",
        "擬定方案：任何人不得批准自己的方案",
    ]);
    let found = CauseFinding::new(Cause::PRODUCT_QUALITY_BREAKDOWN_IN_USE, FaultParty::COMPANY);
    desk.does("03-09 13:30", "hao", Command::FindCause(found))?;
    desk.does("03-09 14:00", "hao", Command::Propose(discount(300)?))?;
    desk.does("03-09 14:05", "hao", Command::Submit)?;
    desk.does("03-09 14:10", "hao", Command::Sign(ApprovalReference::new(1)))?;
    // `hao` is a manager, too, but the proposal is their own:
    desk.may_not("03-09 14:15", "hao", Command::Sign(ApprovalReference::new(1)))?;
    let able = Office::new(&desk.policy, &desk.roster).possible_signers(&desk.case, 1, at("03-09 14:15")?)?;
    let next: Vec<String> = able.next.iter().map(ToString::to_string).collect();
    desk.say(&format!("can_pass → {}", next.join(", ")));
    let all = desk.may("03-09 14:15", "mei")?;
    // Each action that is not allowed has its reason, for a grey button that says why.
    let take_back = all.iter().find(|allowed| allowed.action == Action::TakeBack);
    if let Some(refusal) = take_back.and_then(|allowed| allowed.refusal.as_ref()) {
        desk.say(&format!("  {} ✗ {refusal}", Action::TakeBack));
    }
    desk.standing("03-09 14:15")?;
    desk.does("03-09 16:00", "mei", Command::Sign(ApprovalReference::new(1)))
}

/// What a program does when its timer fires: it passes on what is owed, and records that.
fn warn(desk: &mut Desk, now: &str) -> Told {
    let instant = at(now)?;
    let outlook = Outlook::of(&desk.case, &desk.policy, instant);
    let owed: Vec<_> = outlook.owed(instant).filter(|owed| owed.key.duty == Duty::Warning).collect();
    for owed in owed {
        desk.does(now, "timer", Command::Deliver(Delivery::new(owed.key).with_recipient("hao".parse()?)))?;
    }
    Ok(())
}

fn amendment(desk: &mut Desk) -> Told {
    desk.chapter([
        "The amount changes, and with it exactly one signature",
        "金额变更：恰有一项签署作废",
        "金額變更：恰有一項簽署作廢",
    ]);
    warn(desk, "03-10 08:30")?;
    let two_nights = Message::new().with_note(note("It was two nights.")?);
    desk.does("03-10 09:00", "fei", Command::HearCustomer(two_nights))?;
    desk.does("03-10 09:10", "hao", Command::Amend(discount(600)?))?;
    desk.does("03-10 10:00", "dan", Command::Sign(ApprovalReference::new(1)))?;
    desk.does("03-10 11:00", "fei", Command::Consent)?;
    desk.does("03-10 11:30", "fei", Command::Finish)
}

fn closing(desk: &mut Desk) -> Told {
    desk.chapter(["Silence is not satisfaction", "沉默不等于满意", "沉默不等於滿意"]);
    desk.does("03-10 15:00", "fei", asked(Opinion::Silent))?;
    desk.may_not("03-10 15:05", "mei", Command::Close)?;
    desk.does("03-11 10:00", "fei", asked(Opinion::Satisfied))?;
    desk.does("03-11 10:05", "mei", Command::Close)?;
    desk.standing("03-11 10:05")
}

fn reopening(desk: &mut Desk) -> Told {
    desk.chapter([
        "The noise is back: a second round, with an approval of its own",
        "噪声再现：第二轮处理，另行审批",
        "噪聲再現：第二輪處理，另行簽核",
    ]);
    let back = Continuation::to(Stage::Investigating, note("The noise is back.")?);
    desk.does("03-15 21:00", "fei", Command::Reopen(back))?;
    desk.standing("03-15 21:00")?;
    let repair = Proposal::of(Offer::new(Remedy::RECTIFICATION).with_amount(yuan(0)?));
    desk.does("03-16 09:00", "hao", Command::Propose(repair))?;
    desk.does("03-16 09:05", "hao", Command::Submit)?;
    desk.does("03-16 09:10", "hao", Command::Sign(ApprovalReference::new(2)))?;
    desk.does("03-16 10:00", "mei", Command::Sign(ApprovalReference::new(2)))?;
    desk.does("03-16 10:30", "fei", Command::Consent)?;
    desk.does("03-16 15:00", "fei", Command::Finish)?;
    warn(desk, "03-17 08:30")?;
    desk.does("03-17 10:00", "fei", asked(Opinion::Satisfied))?;
    desk.does("03-17 10:05", "mei", Command::Close)?;
    desk.does("03-31 09:00", "mei", Command::Note(Remark::new(note("The compressor was replaced.")?)))?;
    desk.does(
        "03-31 09:10",
        "mei",
        Command::Review(Lessons::new(note("Check compressors every quarter.")?)),
    )?;
    desk.standing("03-31 09:10")
}

/// Stores the events and reads them back: they make the same case, and three forged histories are refused. The page
/// `docs::trust` lists what replay does not find.
fn storage(desk: &mut Desk) -> Told {
    desk.chapter(["Stored, replayed, forged", "存储、重放、伪造", "存儲、重放、偽造"]);
    let is_signature = |event: &&Event| matches!(event.what, EventKind::SignatureGiven(_));
    let signature = desk.case.events().iter().filter(is_signature).nth(2).ok_or("a signature")?;
    desk.say(&serde_json::to_string(signature)?);
    let stored = serde_json::to_string(&CaseDocument::from(&desk.case))?;
    let again = serde_json::from_str::<CaseDocument>(&stored)?.build(&desk.policy)?;
    let same = again == desk.case;
    desk.say(&format!("replay: {} events, {}, {same}", again.revision(), again.stage()));
    // Whoever can write to the store lets `hao` sign in the place of `dan` …
    desk.refused_history(&stored.replace(r#""by":"dan""#, r#""by":"hao""#))?;
    // … or makes the approved discount a larger one …
    desk.refused_history(&stored.replace(r#""minor":60000"#, r#""minor":90000"#))?;
    // … or leaves out that anybody signed.
    let mut events = desk.case.events().to_vec();
    events.retain(|event| !matches!(event.what, EventKind::SignatureGiven(_)));
    desk.refused_history(&serde_json::to_string(&CaseDocument { events })?)
}

impl Desk {
    /// A forged history.
    fn refused_history(&mut self, stored: &str) -> Told {
        match serde_json::from_str::<CaseDocument>(stored)?.build(&self.policy) {
            Ok(_) => Err("a forged history was replayed".into()),
            Err(refused) => {
                self.say(&format!("✗ {refused}"));
                Ok(())
            }
        }
    }
}
