//! W7, a step of a case's course.
//!
//! The other programs have a machine of 12 stages, which cannot be said in the course of redress: it has its own 13. So the
//! same number of events, on the same cases and by the same recipe (90 % are among those that the stage allows, 10 % are
//! any), are asked of the course's own table.
//!
//! * `redress`        [`step`], for each event
//! * `redress-dense`  the floor for these events: one list of bytes, made from `step` before
use redress::case::course::{Branch, arrows, step};
use redress::policy::Track;
use redress::vocab::{Action, Stage};

use crate::protocol::*;

const WAYS: [Branch; 15] = [
    Branch::Only,
    Branch::StepsOpen,
    Branch::CompleteForConsent,
    Branch::Complete,
    Branch::Unreachable,
    Branch::ToStep,
    Branch::ToAuthor,
    Branch::AlternativeLeft,
    Branch::NoneLeft,
    Branch::ToProposal,
    Branch::ToInvestigation,
    Branch::ToTriage,
    Branch::Kept,
    Branch::Voided,
    Branch::AskedAnew,
];

fn mix(mut z: u64) -> u64 {
    z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ z >> 31
}

pub fn course(a: &Args) {
    let cols = read_csv(&format!("{}/w7.csv", a.data), a.limit);
    let n = cols[0].len();
    let case: Vec<u32> = cols[0].iter().map(|&c| c as u32).collect();
    let cases = case.iter().max().map_or(0, |&most| most as usize + 1);
    let track = Track::new();
    let mut at = vec![Stage::Received; cases];
    let mut state = 20_240_601u64;
    let mut below = |n: usize| {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        ((mix(state) >> 32) as usize * n) >> 32
    };
    let legal = |stage: Stage| -> Vec<(Action, Branch, Stage)> {
        let of = |action| arrows(&track, stage, action).map(move |arrow| (action, arrow.way, arrow.to));
        Action::ALL.iter().copied().flat_map(of).collect()
    };
    let legal: Vec<Vec<_>> = Stage::ALL.iter().map(|&stage| legal(stage)).collect();
    let mut moves = 0;
    let events: Vec<(Action, Branch)> = case
        .iter()
        .map(|&c| {
            let from = &legal[at[c as usize] as usize];
            let event = if below(100) < 90 && !from.is_empty() {
                let (action, way, _) = from[below(from.len())];
                (action, way)
            } else {
                (Action::ALL[below(Action::ALL.len())], WAYS[below(WAYS.len())])
            };
            if let Some(to) = step(&track, at[c as usize], event) {
                moves += usize::from(at[c as usize] != to);
                at[c as usize] = to;
            }
            event
        })
        .collect();
    eprintln!("{moves} of {n} events move their case to another stage");
    match a.peer.as_str() {
        "redress" => bench(
            a,
            n,
            |o| {
                let mut s = vec![Stage::Received; cases];
                let mut ok = 0u64;
                for (&c, &event) in case.iter().zip(&events) {
                    if let Some(to) = step(&track, s[c as usize], event) {
                        s[c as usize] = to;
                        ok += 1;
                    }
                }
                o.extend(s.iter().map(|&s| s as u64));
                o.push(ok);
            },
            show_int,
        ),
        "redress-dense" => {
            let (actions, ways) = (Action::ALL.len(), WAYS.len());
            let mut table = vec![0xFFu8; Stage::ALL.len() * actions * ways];
            for &stage in Stage::ALL {
                for &action in Action::ALL {
                    for &way in &WAYS {
                        if let Some(to) = step(&track, stage, (action, way)) {
                            table[(stage as usize * actions + action as usize) * ways + way as usize] =
                                to as u8;
                        }
                    }
                }
            }
            bench(
                a,
                n,
                |o| {
                    let mut s = vec![0u8; cases];
                    let mut ok = 0u64;
                    for (&c, &(action, way)) in case.iter().zip(&events) {
                        let p = &mut s[c as usize];
                        let to = table[(*p as usize * actions + action as usize) * ways + way as usize];
                        ok += u64::from(to != 0xFF);
                        *p = if to == 0xFF { *p } else { to };
                    }
                    o.extend(s.iter().map(|&s| u64::from(s)));
                    o.push(ok);
                },
                show_int,
            );
        }
        peer => panic!("no peer {peer}"),
    }
}
