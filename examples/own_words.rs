//! A ferry line with its own words: its categories, departments, roles and facts are Rust enums. A variant without a
//! code and a name does not compile, and a category without an owner is refused when the policy is built.

use std::error::Error;

use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
use redress::deadline::{Clock, End, Term};
use redress::labels::{LabelError, Labels};
use redress::policy::clock::Target;
use redress::policy::routing::{Assignee, Cell, Row};
use redress::policy::severity::SeverityRule;
use redress::policy::{ClockRule, Condition, Policy, Routing, SeverityRules};
use redress::render::Renderer;
use redress::taxonomy::Taxonomy;
use redress::triage::{Complaint, History, Triage, triage};
use redress::vocab::{
    Act, Anchor, Category, ClockName, Department, Fact, Input, Locale, Role, RuleId, Severity, Word,
};
use redress::word;

/// An enum whose variants are words of one facet.
trait Own: Copy + 'static {
    type Word: Word;
    const ALL: &'static [Self];

    fn word(self) -> Self::Word;

    /// Its names in English and in Chinese.
    fn names(self) -> [&'static str; 2];

    /// The variant of a word; `None` if the word is not of this enum.
    fn of(word: Self::Word) -> Option<Self> {
        Self::ALL.iter().copied().find(|own| own.word() == word)
    }

    /// Makes these the only words of their facet.
    fn declare(taxonomy: Taxonomy) -> Taxonomy {
        taxonomy.with_only(&Self::ALL.iter().map(|own| own.word()).collect::<Vec<_>>())
    }

    fn label(labels: Labels) -> Result<Labels, LabelError> {
        Self::ALL.iter().try_fold(labels, |labels, own| {
            let [english, chinese] = own.names();
            labels.with_label(own.word(), Locale::En, english)?.with_label(
                own.word(),
                Locale::ZhHant,
                chinese,
            )
        })
    }
}

/// The enum of a facet. Its matches are exhaustive, and its list is complete.
macro_rules! own {
    ($(#[$meta:meta])* enum $name:ident: $word:ident { $($own:ident = $code:literal, $names:expr;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy)]
        enum $name { $($own),+ }

        impl From<$name> for $word {
            fn from(own: $name) -> Self {
                match own { $($name::$own => word!($word, $code)),+ }
            }
        }

        impl Own for $name {
            type Word = $word;
            const ALL: &'static [Self] = &[$(Self::$own),+];

            fn word(self) -> $word {
                self.into()
            }

            fn names(self) -> [&'static str; 2] {
                match self { $(Self::$own => $names),+ }
            }
        }
    };
}

own! {
    /// What passengers complain about.
    enum Matter: Category {
        Sailing = "ferry:sailing", ["sailings", "航班"];
        Late = "ferry:sailing.late", ["late sailing", "航班延誤"];
        Cancelled = "ferry:sailing.cancelled", ["cancelled sailing", "航班取消"];
        OnBoard = "ferry:on-board", ["on board", "船上"];
        Crew = "ferry:on-board.crew", ["crew", "船員"];
        Fares = "ferry:fares", ["fares", "票價"];
    }
}

own! {
    /// Who deals with it.
    enum Desk: Department {
        Timetable = "ferry:timetable", ["timetable office", "航班編排處"];
        Fleet = "ferry:fleet", ["fleet", "船隊"];
        Tickets = "ferry:tickets", ["ticket office", "票務處"];
    }
}

own! {
    /// Who acts.
    enum Post: Role {
        DutyCaptain = "ferry:duty-captain", ["captain on duty", "當值船長"];
        Director = "ferry:director", ["director", "總監"];
    }
}

own! {
    /// What happened, and how often.
    enum Circumstance: Fact {
        PassengerHurt = "ferry:passenger-hurt", ["a passenger was hurt", "有乘客受傷"];
        LeftBehind = "ferry:left-behind", ["passengers left behind", "滯留乘客"];
        LastSailing = "ferry:last-sailing", ["the last sailing", "尾班船"];
    }
}

fn severity() -> SeverityRules {
    let hurt = Condition::has(Circumstance::PassengerHurt.word());
    let stranded = Condition::all([
        Condition::has(Circumstance::LastSailing.word()),
        Condition::at_least(Circumstance::LeftBehind.word(), 10),
    ]);
    SeverityRules::new([Severity::General, Severity::Serious, Severity::Critical])
        .with_rule(SeverityRule::new(word!(RuleId, "hurt"), Severity::Critical, hurt))
        .with_rule(SeverityRule::new(word!(RuleId, "stranded"), Severity::Serious, stranded))
        .with_otherwise(Severity::General)
}

/// Who gets what; the fares are missing.
fn routing() -> Routing {
    let sailings = Row::owner(word!(RuleId, "sailings"), Desk::Timetable.word());
    let on_board = Row::owner(word!(RuleId, "on-board"), Desk::Fleet.word());
    let captain = Assignee::RoleIn(Post::DutyCaptain.word(), Desk::Fleet.word());
    let grave_on_board = Row::to(word!(RuleId, "grave-on-board"), Act::Owner, captain);
    let told = Row::to_role(word!(RuleId, "told"), Act::Copy, Post::Director.word());
    let grave = Cell::severity_at_least(Severity::Serious);
    Routing::by([Input::CATEGORY, Input::Severity])
        .with_row(sailings.with_cell(Cell::under(Matter::Sailing.word())))
        .with_row(on_board.with_cell(Cell::under(Matter::OnBoard.word())))
        .with_row(grave_on_board.with_cell(Cell::under(Matter::OnBoard.word())).with_cell(grave.clone()))
        .with_row(told.with_cell(grave))
}

fn policy(routing: Routing) -> Result<Policy, Box<dyn Error>> {
    let known = KnownDays::years(2026, 2026)?;
    let zone = Zone::tabulate("Asia/Hong_Kong", &chrono_tz::Asia::Hong_Kong, known)?;
    let calendar = Calendar::builder("piers", zone)
        .week(WeekPattern::weekdays([Hours::from_static("08:30-18:00")]))
        .holiday("2026-10-01".parse()?, "National Day")
        .build()?;
    let answer = |days| Term::working_days(days).with_end(End::CLOSE_OF_BUSINESS);
    let cancelled = Target::new(word!(RuleId, "cancelled"), Matter::Cancelled.word(), answer(2));
    let clock = Clock::new(ClockName::RESPONSE, Anchor::RECEIVED);
    let policy = Policy::builder("passenger relations")
        .version("2026-1")
        .taxonomy(Circumstance::declare(Post::declare(Desk::declare(Matter::declare(Taxonomy::standard())))))
        .labels(Circumstance::label(Post::label(Desk::label(Matter::label(Labels::standard())?)?)?)?)
        .calendar(calendar)
        .severity(severity())
        .routing(routing)
        .clock(ClockRule::by_target(clock, [cancelled]).with_otherwise(answer(10)))
        .build()?;
    Ok(policy)
}

/// What the ferry line's own program does next, by its own enum.
fn next_step(triage: &Triage<'_>) -> &'static str {
    match triage.department().and_then(Desk::of) {
        Some(Desk::Timetable) => "show it on the screen of the timetable office",
        Some(Desk::Fleet) => "radio the ship",
        Some(Desk::Tickets) => "look up the ticket",
        None => "ask the passenger what it is about",
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    // Nobody owns the fares, so that the policy is refused.
    if let Err(faults) = policy(routing()) {
        println!("Not built: {faults}\n");
    }
    let fares = Row::owner(word!(RuleId, "fares"), Desk::Tickets.word());
    let policy = policy(routing().with_row(fares.with_cell(Cell::is(Matter::Fares.word()))))?;

    let received = "2026-09-30T22:40:00+08:00".parse()?;
    let stranded = Complaint::new("F-1".parse()?, received)
        .with_category(Matter::Cancelled.word())
        .with_fact(Circumstance::LastSailing.word(), 1)
        .with_fact(Circumstance::LeftBehind.word(), 23);
    let burnt = Complaint::new("F-2".parse()?, received)
        .with_category(Matter::Crew.word())
        .with_fact(Circumstance::PassengerHurt.word(), 1);
    for (complaint, locale) in [(stranded, Locale::En), (burnt, Locale::ZhHant)] {
        let triage = triage(&policy, &complaint, &History::none())?;
        println!("{}", Renderer::of(&policy, locale).explanation(&triage.explain()));
        println!("=> {}\n", next_step(&triage));
    }
    Ok(())
}
