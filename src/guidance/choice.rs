//! A choice between alternatives, guided by what each brings.

use alloc::vec::Vec;

use crate::vocab::answer::ComparisonAxis;

/// What an alternative scores on each axis; more is better, and the scale is the organisation's own.
///
/// An axis without a score is not known, and no score of 0.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Scores {
    scores: Vec<(ComparisonAxis, u32)>,
}

impl Scores {
    /// Nothing is known.
    #[must_use]
    pub const fn new() -> Self {
        Self { scores: Vec::new() }
    }

    /// Sets the score on an axis; a second one takes the place of the first.
    #[must_use]
    pub fn with_score(mut self, axis: ComparisonAxis, score: u32) -> Self {
        self.scores.retain(|(known, _)| *known != axis);
        self.scores.push((axis, score));
        self
    }

    /// The score on an axis, where it is known.
    #[must_use]
    pub fn on(&self, axis: ComparisonAxis) -> Option<u32> {
        self.scores.iter().find(|(known, _)| *known == axis).map(|(_, score)| *score)
    }
}

/// Which alternative is shown as the best, and what speaks against the others (S37-R40). Alternatives are named by
/// their places, from 0.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ChoiceAdvice {
    /// Which is the best.
    pub choice: Choice,
    /// On which axes an alternative scores less than the best one, or the best ones; in the order of the alternatives.
    pub drawbacks: Vec<Drawback>,
}

/// Which alternative is the best.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new outcome must break every embedder's match")]
pub enum Choice {
    /// There is none to choose from.
    Nothing,
    /// This one, by the sum over the axes.
    Best(usize),
    /// These have the same sum: it is for people to choose.
    Tie(Vec<usize>),
    /// These scores are not known, and none is the best without them.
    Undetermined(Vec<(usize, ComparisonAxis)>),
}

/// What speaks against an alternative.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct Drawback {
    /// The alternative.
    pub alternative: usize,
    /// The axis.
    pub axis: ComparisonAxis,
    /// What it scores.
    pub score: u32,
    /// What the best one scores; of several, the most.
    pub best: u32,
}

/// Compares alternatives on some axes, each of the same weight; those of the procedure are money, safety and peace
/// (S37-R40), [`ComparisonAxis::ALL`]. An axis that is named twice counts once.
///
/// ```
/// use redress::guidance::choice::{Choice, Drawback, Scores, guide};
/// use redress::vocab::answer::ComparisonAxis;
///
/// let of = |money, safety, peace| {
///     Scores::new()
///         .with_score(ComparisonAxis::MONEY, money)
///         .with_score(ComparisonAxis::SAFETY, safety)
///         .with_score(ComparisonAxis::PEACE, peace)
/// };
/// // To have it repaired, or to take money and see to it oneself.
/// let guided = guide(ComparisonAxis::ALL, &[of(2, 3, 3), of(4, 1, 1)]);
/// assert_eq!(guided.choice, Choice::Best(0));
/// let axes = guided.drawbacks.iter().map(|drawback| drawback.axis);
/// assert!(axes.eq([ComparisonAxis::SAFETY, ComparisonAxis::PEACE]));
/// ```
#[must_use]
pub fn guide(axes: &[ComparisonAxis], alternatives: &[Scores]) -> ChoiceAdvice {
    let mut distinct: Vec<ComparisonAxis> = Vec::with_capacity(axes.len());
    for &axis in axes {
        if !distinct.contains(&axis) {
            distinct.push(axis);
        }
    }
    let missing: Vec<(usize, ComparisonAxis)> = alternatives
        .iter()
        .enumerate()
        .flat_map(|(at, scores)| {
            distinct.iter().filter(|&&axis| scores.on(axis).is_none()).map(move |&axis| (at, axis))
        })
        .collect();
    if !missing.is_empty() {
        return ChoiceAdvice { choice: Choice::Undetermined(missing), drawbacks: Vec::new() };
    }
    let sum =
        |scores: &Scores| distinct.iter().filter_map(|&axis| scores.on(axis)).map(u64::from).sum::<u64>();
    let Some(most) = alternatives.iter().map(sum).max() else {
        return ChoiceAdvice { choice: Choice::Nothing, drawbacks: Vec::new() };
    };
    let best: Vec<usize> =
        alternatives.iter().enumerate().filter(|(_, scores)| sum(scores) == most).map(|(at, _)| at).collect();
    let best_on = |axis| best.iter().filter_map(|&at| alternatives.get(at)?.on(axis)).max();
    let drawbacks = alternatives
        .iter()
        .enumerate()
        .flat_map(|(alternative, scores)| {
            distinct.iter().map(move |&axis| (alternative, scores.on(axis), axis))
        })
        .filter_map(|(alternative, score, axis)| {
            let (score, best) = (score?, best_on(axis)?);
            (score < best).then_some(Drawback { alternative, axis, score, best })
        })
        .collect();
    let choice = match best.as_slice() {
        [one] => Choice::Best(*one),
        _ => Choice::Tie(best),
    };
    ChoiceAdvice { choice, drawbacks }
}
