//! Answers as short texts, with the codes of words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::compare::judgement::{Aspect, Judgement, OwnerAnswer};
use crate::deadline::Due;
use crate::triage::answer::Level;
use crate::triage::{Complaint, History};

pub(super) fn level_text(level: Option<Level>) -> String {
    match level {
        None | Some(Level::Unrated) => "not rated".into(),
        Some(Level::ByRules(level) | Level::Default(level)) => level.to_string(),
        Some(Level::Undetermined(lowest, highest)) => {
            alloc::format!("{} to {highest}", lowest.map_or("not rated".into(), |level| level.to_string()))
        }
    }
}

pub(super) fn owner_text(owner: OwnerAnswer) -> String {
    match owner {
        OwnerAnswer::Assigned { department, role } => match (department, role) {
            (Some(department), Some(role)) => alloc::format!("{role} in {department}"),
            (Some(department), None) => department.to_string(),
            (None, Some(role)) => role.to_string(),
            (None, None) => "nobody".into(),
        },
        OwnerAnswer::Unrouted => "nobody".into(),
        OwnerAnswer::Undetermined => "not known".into(),
        OwnerAnswer::NotDispatched => "not dispatched".into(),
    }
}

pub(super) fn due_text(due: Option<Due>) -> String {
    due.map_or("no date".into(), |due| due.at().to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true))
}

pub(super) fn aspect_text(judged: &Judgement<'_>, aspect: Aspect) -> String {
    let list = |items: Vec<String>| if items.is_empty() { "none".into() } else { items.join(", ") };
    match aspect {
        Aspect::Severity => level_text(judged.level()),
        Aspect::Owner => {
            let others = judged.routes().iter().map(|(act, department, role)| {
                let whom = OwnerAnswer::Assigned { department: *department, role: *role };
                alloc::format!("; {act} {}", owner_text(whom))
            });
            owner_text(judged.owner()) + &others.collect::<String>()
        }
        Aspect::Dates => {
            list(judged.clocks().map(|(clock, due)| alloc::format!("{clock} {}", due_text(due))).collect())
        }
        Aspect::Approvals => {
            let chains =
                judged.approvals().iter().filter_map(|(kind, chain)| chain.map(|chain| (kind, chain.id())));
            list(chains.map(|(kind, chain)| alloc::format!("{kind} {chain}")).collect())
        }
        Aspect::Forms => judged.form().map_or("none".into(), |(form, _)| form.to_string()),
    }
}

/// What an example says: its facts, its words, its amount, and what came before it.
pub(super) fn complaint_text(complaint: &Complaint, history: &History) -> String {
    let mut told: Vec<String> = Vec::new();
    for (fact, count) in &complaint.facts {
        let times = if *count == 1 { String::new() } else { alloc::format!(" {count} times") };
        told.push(alloc::format!("fact `{}`{times}", fact.code()));
    }
    told.extend(complaint.facts_not_so().map(|fact| alloc::format!("fact `{fact}` not so")));
    told.extend(
        complaint.words.stored().iter().map(|word| alloc::format!("{} `{}`", word.facet(), word.code())),
    );
    if complaint.no_demand {
        told.push("no demand".into());
    }
    told.extend(complaint.amount.map(|amount| alloc::format!("an amount of `{amount}`")));
    match history.cases().len() {
        0 => {}
        1 => told.push("1 earlier complaint".into()),
        cases => told.push(alloc::format!("{cases} earlier complaints")),
    }
    if told.is_empty() { "any complaint".into() } else { told.join(", ") }
}
