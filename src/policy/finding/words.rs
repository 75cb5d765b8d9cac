//! Words that a policy declares and that none of its rules names.
//!
//! A policy declares a word if the word is its own, such as `acme:noise`, or if it lists the only words of a facet that
//! are in use. The standard words of a facet that the policy does not list are not its declaration.
//!
//! A word is named if it stands anywhere in the written form of the policy outside its declarations, or if a word above or
//! below it does: a rule for `billing` covers `billing.refund`. So a word that is told here can be removed without any
//! change of an answer about other words.
//!
//! The words of a complaint are told only if rules ask for their facet at all: a facet that is only counted needs no rule.
//! Facts, marks, roles, clocks and the reasons of pauses and extensions do nothing unless something names them.
//!
//! Cost. One walk over the written form, and one look-up for each declared word and each word above it.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use core::ops::Bound;

use serde::Serialize;

use crate::policy::condition::Condition;
use crate::policy::finding::kinds::Finding;
use crate::policy::fingerprint::canonical::canonical;
use crate::policy::procedure::Policy;
use crate::policy::severity::{MarkRule, Rating, SeverityRules};
use crate::vocab::{Code, Facet};

/// How many words are told at most.
const MAX_WORDS: usize = 100;

/// The facets whose words do nothing unless something names them.
const OF_RULES: [Facet; 6] =
    [Facet::Fact, Facet::Mark, Facet::Role, Facet::ClockName, Facet::PauseReason, Facet::ExtensionReason];

pub(super) fn add(policy: &Policy, found: &mut Vec<Finding>) {
    let facets = asked(policy);
    let taxonomy = policy.taxonomy();
    let mut listed: BTreeMap<Facet, bool> = BTreeMap::new();
    let mut is_listed = |facet: Facet| {
        let is_left_out = |code: &Code| taxonomy.check_known_code(facet, code).is_err();
        *listed.entry(facet).or_insert_with(|| facet.standard_codes().iter().any(is_left_out))
    };
    let declared: Vec<(Facet, Code)> = taxonomy
        .declarations()
        .map(|(facet, declared)| (facet, declared.word))
        .filter(|(facet, word)| facets.contains(facet) && (word.is_own() || is_listed(*facet)))
        .collect();
    if declared.is_empty() {
        return;
    }
    let named = named(policy);
    let is_named = |word: Code| {
        let above =
            core::iter::successors(Some(word), Code::parent).any(|code| named.contains(code.as_str()));
        above
            || named
                .range::<str, _>((Bound::Excluded(word.as_str()), Bound::Unbounded))
                .next()
                .is_some_and(|next| is_below(next, word.as_str()))
    };
    let mut unused = declared.into_iter().filter(|(_, word)| !is_named(*word));
    let told = unused.by_ref().take(MAX_WORDS);
    found.extend(told.map(|(facet, word)| Finding::WordNotUsed { facet, word }));
    let more = unused.count();
    found.extend((more > 0).then_some(Finding::MoreWords { told: MAX_WORDS, more }));
}

fn is_below(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| rest.starts_with('.'))
}

/// The facets whose unused words are told.
fn asked(policy: &Policy) -> BTreeSet<Facet> {
    let mut facets: BTreeSet<Facet> = OF_RULES.into_iter().collect();
    facets.extend(policy.routing().inputs().iter().filter_map(crate::vocab::Input::facet));
    let mut add = |condition: &Condition| facets_of(condition, &mut facets);
    policy.severity().into_iter().flat_map(SeverityRules::conditions).for_each(&mut add);
    policy.importance().into_iter().flat_map(Rating::conditions).for_each(&mut add);
    policy.urgency().into_iter().flat_map(Rating::conditions).for_each(&mut add);
    policy.claim_kind().into_iter().flat_map(Rating::conditions).for_each(&mut add);
    policy.marks().iter().map(MarkRule::when).for_each(&mut add);
    policy.requirements().iter().map(|requirement| &requirement.when).for_each(&mut add);
    facets
}

fn facets_of(condition: &Condition, found: &mut BTreeSet<Facet>) {
    match condition {
        Condition::Word { input, .. } => found.extend(input.facet()),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| facets_of(part, found)),
        Condition::Not(part) | Condition::Surely(part) => facets_of(part, found),
        Condition::Fact { .. } | Condition::Amount(_) | Condition::Repeats(_) => {}
    }
}

/// Every text of the written form of a policy, its calendars and its declarations of words left out.
fn named(policy: &Policy) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    add_texts(&policy.severity(), &mut texts);
    add_texts(&policy.importance(), &mut texts);
    add_texts(&policy.urgency(), &mut texts);
    add_texts(&policy.claim_kind(), &mut texts);
    add_texts(policy.marks(), &mut texts);
    add_texts(policy.requirements(), &mut texts);
    add_texts(policy.must_ask(), &mut texts);
    add_texts(policy.routing(), &mut texts);
    add_texts(policy.clocks(), &mut texts);
    add_texts(&policy.forced_closure(), &mut texts);
    add_texts(policy.track(), &mut texts);
    add_texts(policy.people(), &mut texts);
    add_texts(policy.conduct(), &mut texts);
    add_texts(policy.approvals(), &mut texts);
    add_texts(policy.forms(), &mut texts);
    add_texts(policy.reports(), &mut texts);
    texts.extend(policy.department_calendars().map(|(department, _)| department.as_str().into()));
    texts
}

/// Adds the texts of the canonical form, in which each text stands behind its length: `5:texts`.
fn add_texts<T: Serialize + ?Sized>(part: &T, texts: &mut BTreeSet<String>) {
    let written = canonical(part);
    let mut rest = written.as_slice();
    while let Some((&first, behind)) = rest.split_first() {
        let until = |end: u8| rest.iter().position(|byte| *byte == end);
        rest = match first {
            b'0'..=b'9' => {
                let Some((length, text)) =
                    until(b':').and_then(|at| Some((rest.get(..at)?, rest.get(at + 1..)?)))
                else {
                    break;
                };
                let length = length.iter().fold(0_usize, |all, digit| 10 * all + usize::from(digit - b'0'));
                let Some((text, behind)) = text.split_at_checked(length) else { break };
                texts.extend(core::str::from_utf8(text).ok().map(String::from));
                behind
            }
            b'i' => until(b'e').and_then(|at| rest.get(at + 1..)).unwrap_or_default(),
            _ => behind,
        };
    }
}
