//! Histories that were altered.
//!
//! An altered history is refused, or it is one that could have happened: with some roster, the same commands make the
//! same events. `possible` asks just that of `decide`, with a roster made of what the events say.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use redress::approval::signing::TimeLimit;
use redress::approval::{ApprovalTable, Chain, Delegation, Holding, Roster, Signature, Signers, Step};
use redress::calendar::instant;
use redress::case::approval::ApprovalState;
use redress::case::stored::CaseDocument;
use redress::case::{Case, Command, Event, EventKind, Intake, Office, Request, Stamp, open};
use redress::policy::{Policy, PolicyVersion};
use redress::vocab::course::{ApprovalAct, DecisionKind};
use redress::vocab::{ActorId, Role};
use serde_json::{Value, json};

use crate::cases::generate::{Walk, cases};
use crate::cases::support::{Story, at, desk, on, who};

type Both = [&'static Policy; 2];

const STEPS: usize = 60;

fn histories(default: u64) -> impl Iterator<Item = (u64, Both, Vec<Event>)> {
    (1_000..1_000 + cases(default)).map(|seed| {
        let walk = Walk::seeded(seed).goes_on(STEPS);
        (seed, walk.policies(), walk.case.events().to_vec())
    })
}

fn groups(events: &[Event]) -> Vec<&[Event]> {
    events.chunk_by(|one, other| one.command == other.command).collect()
}

fn policy(policies: Both, version: &PolicyVersion) -> &'static Policy {
    policies.into_iter().find(|policy| version.is_of(policy)).unwrap()
}

fn signature(events: &[Event]) -> Option<(Signature, &str)> {
    events.iter().find_map(|event| match &event.what {
        EventKind::SignatureGiven(given)
        | EventKind::SignatureRefused(given)
        | EventKind::SignatureReturned(given)
        | EventKind::ApprovalOverridden(given) => Some((given.signature, given.roster.as_str())),
        _ => None,
    })
}

/// A roster by which the events of one command could have come about.
fn roster(events: &[Event]) -> Option<Roster> {
    let refused = events.iter().any(
        |event| matches!(&event.what, EventKind::ApprovalEnded(ended) if ended.state == ApprovalState::Refused),
    );
    let signed = signature(events);
    let mut roster = Roster::builder(signed.map_or("r", |(_, revision)| revision));
    let mut holdings: BTreeSet<(ActorId, &str)> = BTreeSet::new();
    let first = events.first()?;
    let limited = |person, role, limit: Option<_>| {
        let holding = Holding::new(person, role);
        limit.map_or(holding, |limit| holding.with_limit(limit))
    };
    if let Some((signature, _)) = signed {
        let (role, limit) = (signature.role(), signature.limit());
        match signature.instead_of() {
            Some(giver) => {
                let (from, until) = (at("2000-01-01T00:00:00Z"), at("2999-01-01T00:00:00Z"));
                roster = roster.holding(limited(giver, role, limit));
                roster = roster.delegation(Delegation {
                    from: giver,
                    to: signature.by(),
                    role,
                    since: from,
                    until,
                    limit: None,
                });
            }
            // A system account holds no role.
            None if signature.by() == who("robot") => roster = roster.system(signature.by()),
            None => {
                holdings.insert((signature.by(), "signed"));
                roster = roster.holding(limited(signature.by(), role, limit));
            }
        }
    }
    // Who overrides an approval does so in the role of the signature.
    let as_signed =
        |role| signed.is_some_and(|(signature, _)| (signature.by(), signature.role()) == (first.by, role));
    if let Some(role) = first.role.filter(|&role| !as_signed(role)) {
        roster = roster.holding(Holding::new(first.by, role));
    }
    // What somebody else than its proposer took back, nobody could have signed.
    if !refused && !matches!(first.what, EventKind::TookBack(_)) {
        let roles = [Role::HANDLER, Role::MANAGER, Role::LEADER_IN_CHARGE, Role::SENIOR_MANAGEMENT];
        for (index, role) in roles.into_iter().enumerate() {
            for number in 0..4 {
                roster = roster.holding(Holding::new(who(&format!("other-{index}-{number}")), role));
            }
        }
    }
    roster.build().ok()
}

/// Whether a history could have come about by commands.
fn possible(policies: Both, events: &[Event]) -> Result<(), String> {
    let groups = groups(events);
    let (first, rest) = groups.split_first().ok_or("nothing")?;
    let EventKind::Received(receipt) = &first[0].what else { return Err("no receipt".into()) };
    let by = policy(policies, &receipt.policy);
    let (said, past) = ((*receipt.complaint).clone(), receipt.past.clone());
    let mut case =
        open(by, Intake::from(said).with_past(past), Stamp::new(first[0].command, first[0].by, first[0].at))
            .map_err(|refusal| refusal.to_string())?;
    if case.events() != *first {
        return Err("the receipt makes other events".into());
    }
    for group in rest {
        let event = &group[0];
        let command = event.what.command().ok_or("no command")?;
        let roster = roster(group).ok_or("no such roster")?;
        let policy_now = policy(policies, case.policy());
        let request =
            Request::new(case.revision(), Stamp::new(event.command, event.by, event.at), command.clone());
        let decision = match &command {
            Command::MovePolicy(moving) => {
                Office::new(policy_now, &roster).decide_move(&case, policy(policies, &moving.to), request)
            }
            _ => Office::new(policy_now, &roster).decide(&case, request),
        };
        let decision = decision.map_err(|refusal| format!("event {}: {refusal}", event.number))?;
        if decision.events() != *group {
            return Err(format!("event {}: made {:?}\nstored {group:?}", event.number, decision.events()));
        }
        case = case.after(&decision).unwrap();
    }
    Ok(())
}

/// Whether an altered history is refused; where it is not, it must be possible.
#[track_caller]
fn is_refused(policies: Both, forged: &[Event], first_changed: usize, what: &str) -> bool {
    match Case::replay(policies.as_slice(), forged) {
        Ok(_) => {
            if let Err(problem) = possible(policies, forged) {
                panic!("{what}: is taken and could not have happened: {problem}");
            }
            false
        }
        Err(error) => {
            // It is noticed at the command before the change, whose end may be missing, or behind it.
            let mut begins = 0;
            for group in groups(forged) {
                if begins + group.len() >= first_changed.max(1) {
                    break;
                }
                begins += group.len();
            }
            let number = usize::try_from(error.number).unwrap();
            assert!(number > begins && number <= forged.len() + 1, "{what}: {error}");
            assert!(error.to_string().starts_with(&format!("event {number}: ")), "{what}: {error}");
            true
        }
    }
}

fn renumbered(mut events: Vec<Event>) -> Vec<Event> {
    for (number, event) in (1..).zip(&mut events) {
        event.number = number;
    }
    events
}

#[test]
fn every_history_of_the_walks_could_have_happened() {
    for (seed, policies, events) in histories(60) {
        possible(policies, &events).unwrap_or_else(|problem| panic!("seed {seed}: {problem}"));
    }
}

#[test]
fn an_event_that_is_left_out_is_noticed() {
    for (seed, policies, events) in histories(40) {
        for index in 0..events.len() {
            let mut without = events.clone();
            without.remove(index);
            let what = format!("seed {seed}, without event {}", index + 1);
            let refused = is_refused(policies, &without, index, &what);
            let is_last_alone = index + 1 == events.len() && groups(&events).last().unwrap().len() == 1;
            assert_eq!(refused, !is_last_alone, "{what}");
            is_refused(policies, &renumbered(without), index, &format!("{what}, renumbered"));
        }
    }
}

#[test]
fn an_event_that_is_moved_or_doubled_is_noticed() {
    for (seed, policies, events) in histories(40) {
        for index in 1..events.len() {
            let mut swapped = events.clone();
            swapped.swap(index - 1, index);
            let what = format!("seed {seed}, event {} moved", index + 1);
            assert!(is_refused(policies, &swapped, index - 1, &what), "{what}");
            is_refused(policies, &renumbered(swapped), index - 1, &what);
            let mut doubled = events.clone();
            doubled.insert(index, events[index].clone());
            let what = format!("seed {seed}, event {} doubled", index + 1);
            assert!(is_refused(policies, &doubled, index, &what), "{what}");
            assert!(is_refused(policies, &renumbered(doubled), index, &what), "{what}");
        }
    }
}

#[test]
fn a_history_that_ends_early_is_an_earlier_state_or_noticed() {
    for (seed, policies, events) in histories(40) {
        let mut ends: BTreeSet<usize> = BTreeSet::new();
        let mut end = 0;
        for group in groups(&events) {
            end += group.len();
            ends.insert(end);
        }
        for length in 0..events.len() {
            let what = format!("seed {seed}, the first {length} events");
            let short = &events[..length];
            let replayed = Case::replay(policies.as_slice(), short);
            match replayed {
                Err(error) => {
                    assert!(!ends.contains(&length), "{what}: {error}");
                    assert_eq!(error.number, length as u64 + 1, "{what}: {error}");
                }
                // A refusal that ended an approval is one that did not, where the roster has others left.
                Ok(_) if !ends.contains(&length) => {
                    let last = groups(short).last().unwrap()[0].what.clone();
                    assert!(matches!(last, EventKind::RefusedToSign(_)), "{what}");
                    possible(policies, short).unwrap();
                }
                Ok(_) => {}
            }
        }
    }
}

#[test]
fn an_event_of_another_case_is_noticed() {
    for (seed, policies, events) in histories(30) {
        let other = Walk::seeded(seed + 500_000).goes_on(STEPS);
        for index in 1..=events.len() {
            let foreign = &other.case.events()[index * 7 % other.case.events().len()];
            let mut mixed = events.clone();
            mixed.insert(index, foreign.clone());
            let what = format!("seed {seed}, {} as event {}", foreign.what.name(), index + 1);
            is_refused(policies, &renumbered(mixed), index, &what);
        }
    }
}

/// The texts that stand under each key anywhere in some histories.
fn texts_by_key() -> BTreeMap<String, BTreeSet<String>> {
    fn walk(value: &Value, key: &str, texts: &mut BTreeMap<String, BTreeSet<String>>) {
        match value {
            Value::String(text) => {
                texts.entry(key.into()).or_default().insert(text.clone());
            }
            Value::Array(items) => items.iter().for_each(|item| walk(item, key, texts)),
            Value::Object(entries) => entries.iter().for_each(|(key, item)| walk(item, key, texts)),
            _ => {}
        }
    }
    let mut texts = BTreeMap::new();
    for (_, _, events) in (0..30).map(|seed| {
        let walk = Walk::seeded(seed).goes_on(STEPS);
        (seed, walk.policies(), walk.case.events().to_vec())
    }) {
        for event in events {
            walk(&serde_json::to_value(event).unwrap(), "", &mut texts);
        }
    }
    texts
}

/// Every value with one leaf changed or one entry left out, each with the way to it.
fn edits(value: &Value, texts: &BTreeMap<String, BTreeSet<String>>, salt: usize) -> Vec<(String, Value)> {
    fn leaf(value: &Value, key: &str, texts: &BTreeMap<String, BTreeSet<String>>, salt: usize) -> Vec<Value> {
        match value {
            Value::Bool(flag) => vec![Value::Bool(!flag)],
            Value::Number(number) => {
                let number = number.as_u64().unwrap();
                [Some(0), number.checked_sub(1), number.checked_add(1)]
                    .into_iter()
                    .flatten()
                    .filter(|other| *other != number)
                    .map(Value::from)
                    .collect()
            }
            Value::String(text) => {
                if let Ok(at) = instant::parse(text) {
                    let by = [
                        TimeDelta::nanoseconds(1),
                        TimeDelta::nanoseconds(-1),
                        TimeDelta::days(1),
                        TimeDelta::days(-1),
                    ];
                    return by.into_iter().map(|by| Value::from(instant::format(at + by))).collect();
                }
                let known: Vec<&String> =
                    texts.get(key).into_iter().flatten().filter(|other| *other != text).collect();
                let mut others: Vec<Value> = (0..3.min(known.len()))
                    .map(|index| Value::from(known[(salt + index * 5) % known.len()].as_str()))
                    .collect();
                others.push(Value::from("other"));
                others
            }
            _ => Vec::new(),
        }
    }
    fn walk(
        value: &Value,
        key: &str,
        path: &str,
        texts: &BTreeMap<String, BTreeSet<String>>,
        salt: usize,
        found: &mut Vec<(String, Value)>,
    ) {
        match value {
            Value::Object(entries) => {
                for (key, item) in entries {
                    let mut inner = Vec::new();
                    walk(item, key, &format!("{path}.{key}"), texts, salt, &mut inner);
                    for (path, item) in inner {
                        let mut edited = entries.clone();
                        edited.insert(key.clone(), item);
                        found.push((path, Value::Object(edited)));
                    }
                    let mut without = entries.clone();
                    without.remove(key);
                    found.push((format!("{path}.{key}-"), Value::Object(without)));
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let mut inner = Vec::new();
                    walk(item, key, path, texts, salt, &mut inner);
                    for (path, item) in inner {
                        let mut edited = items.clone();
                        edited[index] = item;
                        found.push((path, Value::Array(edited)));
                    }
                    let mut without = items.clone();
                    without.remove(index);
                    found.push((format!("{path}[]-"), Value::Array(without)));
                }
            }
            other => {
                found.extend(leaf(other, key, texts, salt).into_iter().map(|value| (path.to_owned(), value)));
            }
        }
    }
    let mut found = Vec::new();
    walk(value, "", "", texts, salt, &mut found);
    found
}

/// What may be changed in silence in some history: what nobody decides by, or what somebody else could have done.
#[test]
fn an_edited_field_is_noticed_or_could_have_been_so() {
    let texts = texts_by_key();
    let (mut tried, mut unread, mut refused) = (0_u32, 0_u32, 0_u32);
    let mut silent: BTreeSet<String> = BTreeSet::new();
    for (seed, policies, events) in histories(8) {
        for index in 0..events.len() {
            let value = serde_json::to_value(&events[index]).unwrap();
            for (path, edited) in edits(&value, &texts, index + usize::try_from(seed).unwrap()) {
                tried += 1;
                let Ok(event) = serde_json::from_value::<Event>(edited) else {
                    unread += 1;
                    continue;
                };
                if event == events[index] {
                    continue;
                }
                let mut forged = events.clone();
                forged[index] = event;
                let what = format!("seed {seed}, event {}, {path}: {:?}", index + 1, forged[index]);
                if is_refused(policies, &forged, index, &what) {
                    refused += 1;
                } else {
                    silent.insert(path);
                }
            }
        }
    }
    println!("{tried} edits: {unread} not read, {refused} refused, silent: {silent:#?}");
    assert!(refused > tried / 3);
    // Nothing of these can ever be changed in silence.
    let bound = [
        ".number",
        ".what.assessed",
        ".what.moved",
        ".what.approval-opened",
        ".what.approval-raised",
        ".what.approval-ended",
        ".what.signatures-voided",
    ];
    let signed = ["approval", "completes", "act", "step", "slot", "by"];
    for path in &silent {
        let of_signature = path.contains(".what.signature-") && signed.iter().any(|key| path.ends_with(key));
        let is_bound =
            of_signature || bound.iter().any(|key| path == key || path.starts_with(&format!("{key}.")));
        assert!(!is_bound, "{path} was changed in silence");
    }
}

#[test]
fn a_forged_document_is_refused_as_its_events_are() {
    for (_, policies, events) in histories(10) {
        let mut forged = events.clone();
        forged.swap(0, 1);
        let refused = CaseDocument { events: forged.clone() }.build(policies.as_slice()).unwrap_err();
        assert_eq!(Err(refused), Case::replay(policies.as_slice(), &forged));
        let nothing = CaseDocument { events: Vec::new() }.build(policies.as_slice()).unwrap_err();
        assert_eq!(nothing.to_string(), "event 1: the history is empty, expected the receipt of a complaint");
    }
}

/// A history with a field of its last signature written anew.
fn forged(story: &Story, fields: &[(&str, Value)]) -> Vec<Event> {
    let mut events = story.case.events().to_vec();
    let last = events.iter().rposition(|event| matches!(event.what, EventKind::SignatureGiven(_))).unwrap();
    let command = events[last].command;
    let mut value = serde_json::to_value(&events[last]).unwrap();
    for (field, new) in fields {
        value["what"]["signature-given"]["signature"][*field] = new.clone();
    }
    events[last] = serde_json::from_value(value).unwrap();
    if let Some((_, by)) = fields.iter().find(|(field, _)| *field == "by") {
        let by = who(by.as_str().unwrap());
        events.iter_mut().filter(|event| event.command == command).for_each(|event| event.by = by);
    }
    events
}

#[test]
fn a_signature_that_nobody_could_give_is_no_part_of_a_history() {
    let step = |id: &str, signers| Step::new(id.parse().unwrap(), ApprovalAct::Approve, signers);
    let chain = |steps: Vec<Step>| {
        let chain = Chain::new("only".parse().unwrap(), DecisionKind::Recall);
        ApprovalTable::new().with_chain(steps.into_iter().fold(chain, Chain::with_step))
    };
    let applied = |steps| {
        let policy = desk(redress::policy::Track::new()).approvals(chain(steps)).build().unwrap();
        Story::new(policy).does("anna", Command::Apply(redress::case::approval::ApprovalSubject::Recall))
    };
    let check = |story: &Story, fields: &[(&str, Value)]| {
        assert_eq!(Case::replay(&story.policy, &forged(story, &[])), Ok(story.case.clone()));
        assert!(Case::replay(&story.policy, &forged(story, fields)).is_err(), "{fields:?}");
    };
    let manager = Signers::one(Role::MANAGER);
    // Before the time is up, the role to which it escalates signs nothing; of slots alike the first is filled first.
    let limit =
        TimeLimit { term: redress::deadline::Term::working_days(2), escalate_to: Role::LEADER_IN_CHARGE };
    let two = applied(vec![step("line", Signers::any(2, [Role::MANAGER])).with_limit(limit)])
        .does("mia", Command::Sign(on(1)));
    check(&two, &[("role", json!("leader-in-charge"))]);
    check(&two, &[("slot", json!(1))]);
    // Who has signed a step signs no other, though a third one may be signed again.
    let again = step("zero", Signers::one(Role::LEADER_IN_CHARGE)).with_by_anyone_again();
    let three = applied(vec![again, step("line", manager.clone()), step("second", manager.clone())])
        .does("leo", Command::Sign(on(1)))
        .does("mia", Command::Sign(on(1)))
        .does("max", Command::Sign(on(1)));
    check(&three, &[("by", json!("mia"))]);
    // Who has refused a step does not sign it.
    let refused = applied(vec![step("line", manager)])
        .does("mia", Command::RefuseToSign(on(1)))
        .does("max", Command::Sign(on(1)));
    check(&refused, &[("by", json!("mia"))]);
}
