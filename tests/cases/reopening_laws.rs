//! Laws of reopenings: a rest is a pause, a result stays, and as if never closed is as if never closed.

use chrono::TimeDelta;
use proptest::collection::vec;
use proptest::prelude::*;
use redress::calendar::{LocalTime, Span};
use redress::case::command::{ClockExtension, ClockPause, ExtensionAmount, TimeAmount};
use redress::case::{Command, Stamp};
use redress::deadline::choice::LateReceipt;
use redress::deadline::rule::{ClockState, ExtensionRule, PauseRule};
use redress::deadline::{Clock, ClockReading, Cutoff, End, Roll, Term};
use redress::policy::clock::{ClockRounds, ReopeningEffect};
use redress::policy::{ClockRule, Policy};
use redress::taxonomy::Taxonomy;
use redress::vocab::course::ExtensionReason;
use redress::vocab::{Anchor, ClockName, PauseReason, Stage};
use redress::word;

use crate::cases::clocks::*;
use crate::cases::support::*;

const CUSTOMER: PauseReason = PauseReason::AWAITING_CUSTOMER;
const SUPPLIER: PauseReason = PauseReason::AWAITING_SUPPLIER;

fn terms() -> impl Strategy<Value = Term> {
    let cut_off = LocalTime::from_static("16:30");
    let end = prop_oneof![
        Just(End::SAME_TIME),
        Just(End::END_OF_DAY),
        Just(End::at(cut_off)),
        Just(End::at(LocalTime::from_static("08:00"))),
    ];
    let of_days = (0_usize..4, 1_u32..6, end, any::<bool>(), any::<bool>()).prop_map(
        move |(unit, amount, end, rolls, cut)| {
            let term = match unit {
                0 => Term::calendar_days(amount),
                1 => Term::working_days(amount),
                2 => Term::weeks(amount % 3 + 1),
                _ => Term::months(1),
            };
            let term = if rolls { term.with_roll(Roll::FOLLOWING) } else { term };
            let term = if cut {
                term.with_cutoff(Cutoff::daily(cut_off, LateReceipt::NextCalendarDay))
            } else {
                term
            };
            term.with_end(end)
        },
    );
    let spans = (any::<bool>(), 1_u32..120).prop_map(|(working, amount)| {
        if working { Term::working(Span::hours(amount)) } else { Term::elapsed(Span::hours(amount)) }
    });
    prop_oneof![of_days, spans]
}

fn limit(term: Term, choice: ReopeningEffect) -> Policy {
    let clock = Clock::new(ClockName::CLOSURE, Anchor::RECEIVED)
        .with_pause(PauseRule::new(CUSTOMER))
        .with_pause(PauseRule::new(SUPPLIER));
    desk_with(from_eight_to_six(), [ClockRule::new(clock, term).with_on_reopening(choice)])
}

fn reopen() -> Command {
    Command::Reopen(going_on(Stage::Investigating))
}

/// Does what is not refused.
fn may_do(story: &mut Story, command: Command) {
    if let Ok(decision) = story.try_to("anna", command) {
        story.record(&decision);
    }
}

fn last_reading(story: &Story) -> ClockReading {
    let clocks = story.case.clocks(&story.policy, story.now);
    let last = clocks.iter().rfind(|clock| clock.name() == ClockName::CLOSURE).unwrap();
    last.reading(&story.policy, story.now)
}

/// What a clock comes to, without the reason of a pause.
fn told(
    reading: &ClockReading,
) -> (ClockState, Option<redress::deadline::Due>, Option<chrono::DateTime<chrono::Utc>>) {
    (reading.status().state(), reading.due(), reading.first_breach())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_rest_is_a_pause_from_the_closing_to_the_reopening(
        term in terms(),
        spans in vec((1_i64..4_000, 1_i64..4_000), 1..6),
        paused in any::<bool>(),
    ) {
        let mut rested = begin(limit(term, ReopeningEffect::Rest), "2026-01-12 09:00");
        let mut stood = begin(limit(term, ReopeningEffect::Stays), "2026-01-12 09:00");
        let halt = || ClockPause { reason: SUPPLIER, clock: None, at: None };
        for (open, shut) in spans {
            for story in [&mut rested, &mut stood] {
                story.now += TimeDelta::minutes(open);
            }
            may_do(&mut rested, Command::Withdraw(because("never mind")));
            may_do(&mut stood, pause(CUSTOMER));
            for story in [&mut rested, &mut stood] {
                story.now += TimeDelta::minutes(shut);
            }
            may_do(&mut rested, reopen());
            may_do(&mut stood, resume(CUSTOMER));
            prop_assert_eq!(told(&last_reading(&rested)), told(&last_reading(&stood)), "{:?}", term);
            if paused {
                // A pause of another kind, which may be open over the next closing.
                for story in [&mut rested, &mut stood] {
                    may_do(story, Command::Pause(halt()));
                    may_do(story, Command::Resume(halt()));
                    story.now += TimeDelta::minutes(open / 2);
                    may_do(story, Command::Pause(halt()));
                }
            }
        }
    }

    #[test]
    fn as_if_it_had_never_been_closed_is_so(term in terms(), spans in vec((1_i64..4_000, 1_i64..4_000), 1..6)) {
        let mut closed = begin(limit(term, ReopeningEffect::Resume), "2026-01-12 09:00");
        let mut open = begin(limit(term, ReopeningEffect::Stays), "2026-01-12 09:00");
        for (before, shut) in spans {
            for story in [&mut closed, &mut open] {
                story.now += TimeDelta::minutes(before);
            }
            may_do(&mut closed, Command::Withdraw(because("never mind")));
            for story in [&mut closed, &mut open] {
                story.now += TimeDelta::minutes(shut);
            }
            may_do(&mut closed, reopen());
            prop_assert_eq!(told(&last_reading(&closed)), told(&last_reading(&open)), "{:?}", term);
        }
    }

    #[test]
    fn a_turn_from_a_reopening_is_a_clock_of_its_own_and_a_result_stays(
        term in terms(),
        steps in vec((0_u8..8, 1_i64..3_000), 1..24),
    ) {
        let name = word!(ClockName, "desk:first");
        let clock = |name| {
            Clock::new(name, Anchor::RECEIVED)
                .with_pause(PauseRule::new(CUSTOMER))
                .with_extension(ExtensionRule::new(ExtensionReason::COMPLEX_CASE).with_times(9))
        };
        let policy = desk_in(from_eight_to_six())
            .taxonomy(Taxonomy::standard().with_word(name))
            .clock(ClockRule::new(clock(ClockName::CLOSURE), term))
            .clock(ClockRule::new(clock(name), term).with_rounds(ClockRounds::First))
            .build()
            .unwrap();
        let mut story = begin(policy.clone(), "2026-01-12 09:00");
        // A case of which the receipt is the last reopening, to which everything happens that happens since.
        let mut alone = story.clone();
        let mut results: Vec<ClockReading> = Vec::new();
        let mut reopened = 0;
        for (step, wait) in steps {
            story.now += TimeDelta::minutes(wait);
            let command = match step {
                0 => pause(CUSTOMER),
                1 | 2 => resume(CUSTOMER),
                3 => Command::Extend(ClockExtension {
                    clock: ClockName::CLOSURE,
                    department: None,
                    reason: ExtensionReason::COMPLEX_CASE,
                    change: ExtensionAmount::Add(TimeAmount::Minutes(90)),
                    told: None,
                }),
                4 | 5 => Command::Withdraw(because("never mind")),
                _ => reopen(),
            };
            let is_reopening = step > 5;
            let Ok(decision) = story.try_to("anna", command.clone()) else { continue };
            story.record(&decision);
            alone.now = story.now;
            if is_reopening {
                reopened += 1;
                let mut said = said("A-1", "2025-01-01T00:00:00Z");
                said.received = Some(story.now);
                let case = redress::case::open(&policy, said, Stamp::new("k-0".parse().unwrap(), who("anna"), story.now));
                alone = Story { case: case.unwrap(), ..alone };
            } else {
                may_do(&mut alone, command);
            }
            let clocks = story.case.clocks(&policy, story.now);
            let of = |wanted| clocks.iter().filter(move |clock| clock.name() == wanted);
            let turns: Vec<ClockReading> = of(ClockName::CLOSURE).map(|clock| clock.reading(&policy, story.now)).collect();
            prop_assert_eq!(turns.len(), reopened + 1);
            prop_assert_eq!(told(turns.last().unwrap()), told(&last_reading(&alone)), "{:?}", term);
            // What a turn came to is never judged again.
            prop_assert_eq!(&turns[..results.len()], &results[..]);
            let rounds: Vec<u32> = of(ClockName::CLOSURE).map(redress::case::clock::CaseClock::round).collect();
            prop_assert!(rounds.iter().copied().eq(0..=u32::try_from(reopened).unwrap()));
            if step == 4 || step == 5 {
                results = turns;
            }
            // A clock of the first round has one turn, which is over with it.
            let first: Vec<ClockReading> = of(name).map(|clock| clock.reading(&policy, story.now)).collect();
            prop_assert_eq!(first.len(), 1);
            if reopened > 0 {
                let state = first[0].status().state();
                let is_over = [ClockState::Met, ClockState::MetLate, ClockState::Cancelled].contains(&state);
                prop_assert!(is_over, "{:?}", state);
            }
        }
        prop_assert_eq!(redress::case::Case::replay(&policy, story.case.events()).unwrap(), story.case);
    }
}
