//! The phrases of all texts for people, by what they are about.

mod account;
mod amount;
mod comparison;
mod deed;
mod duty;
mod finding;
mod ground;
mod limit;
mod mark;
mod outcome;
mod refusal;
mod rule;
mod standing;
mod step;
mod thing;
mod timeline;
mod title;

pub(crate) use self::account::*;
pub(crate) use self::amount::*;
pub(crate) use self::comparison::*;
pub(crate) use self::deed::*;
pub(crate) use self::duty::*;
pub(crate) use self::finding::*;
pub(crate) use self::ground::*;
pub(crate) use self::limit::*;
pub(crate) use self::mark::*;
pub(crate) use self::outcome::*;
pub(crate) use self::refusal::*;
pub(crate) use self::rule::*;
pub(crate) use self::standing::*;
pub(crate) use self::step::*;
pub(crate) use self::timeline::*;
pub(crate) use self::title::*;

use crate::labels::phrase::Phrase;

/// Every phrase, by what it is about.
pub(crate) const ALL: &[&[&Phrase]] = &[
    account::ALL,
    amount::ALL,
    comparison::ALL,
    deed::ALL,
    duty::ALL,
    finding::ALL,
    ground::ALL,
    limit::ALL,
    mark::ALL,
    outcome::ALL,
    refusal::ALL,
    rule::ALL,
    standing::ALL,
    step::ALL,
    thing::ALL,
    timeline::ALL,
    title::ALL,
];

/// Returns the phrase of a thing that a refusal names in English.
pub(crate) fn thing(english: &str) -> Option<&'static Phrase> {
    thing::ALL.iter().copied().find(|phrase| phrase.texts.first() == Some(&english))
}
