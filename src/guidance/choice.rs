//! Compares alternatives by what each of them brings.

use alloc::vec::Vec;

use crate::vocab::answer::ComparisonAxis;

/// The scores of an alternative on each axis. A higher score is better; the scale is the organisation's own.
///
/// An axis without a score is unknown. It does not count as 0.
///
/// ```
/// use redress::guidance::choice::Scores;
/// use redress::vocab::answer::ComparisonAxis;
///
/// let scores = Scores::new().with_score(ComparisonAxis::MONEY, 2).with_score(ComparisonAxis::MONEY, 3);
/// assert_eq!(scores.on(ComparisonAxis::MONEY), Some(3)); // the second score replaces the first
/// assert_eq!(scores.on(ComparisonAxis::SAFETY), None); // unknown, and not 0
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Scores {
    scores: Vec<(ComparisonAxis, u32)>,
}

impl Scores {
    /// Makes scores about which nothing is known.
    #[must_use]
    pub const fn new() -> Self {
        Self { scores: Vec::new() }
    }

    /// Sets the score on an axis. A second score replaces the first.
    #[must_use]
    pub fn with_score(mut self, axis: ComparisonAxis, score: u32) -> Self {
        self.scores.retain(|(known, _)| *known != axis);
        self.scores.push((axis, score));
        self
    }

    /// Returns the score on an axis. `None` if it is not known.
    #[must_use]
    pub fn on(&self, axis: ComparisonAxis) -> Option<u32> {
        self.scores.iter().find(|(known, _)| *known == axis).map(|(_, score)| *score)
    }
}

/// Which alternative is the best, and the drawbacks of the others. Alternatives are named by their positions, from 0.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ChoiceAdvice {
    /// The best alternative.
    pub choice: Choice,
    /// The axes on which an alternative scores less than the best one, in the order of the alternatives.
    pub drawbacks: Vec<Drawback>,
}

/// The outcome of a comparison.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new outcome must break every embedder's match")]
pub enum Choice {
    /// There are no alternatives.
    Nothing,
    /// One alternative has the highest sum.
    Best(usize),
    /// Several alternatives have the highest sum: people must choose.
    Tie(Vec<usize>),
    /// These scores are not known, so that no alternative can be called the best.
    Undetermined(Vec<(usize, ComparisonAxis)>),
}

/// A drawback of an alternative.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a finding, whole as it is")]
pub struct Drawback {
    /// The position of the alternative.
    pub alternative: usize,
    /// The axis.
    pub axis: ComparisonAxis,
    /// The score of the alternative on the axis.
    pub score: u32,
    /// The score of the best alternative on the axis; the highest one in a tie.
    pub best: u32,
}

/// Compares alternatives on some axes, all with the same weight.
///
/// [`ComparisonAxis::ALL`] has the standard axes: money, safety and peace. An axis that is listed twice counts once.
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
/// // Let the company repair it, or take money and organise the repair oneself.
/// let guided = guide(ComparisonAxis::ALL, &[of(2, 3, 3), of(4, 1, 1)]);
/// assert_eq!(guided.choice, Choice::Best(0));
/// let axes = guided.drawbacks.iter().map(|drawback| drawback.axis);
/// assert!(axes.eq([ComparisonAxis::SAFETY, ComparisonAxis::PEACE]));
///
/// // A score that is missing leaves the question open.
/// let unknown = guide(ComparisonAxis::ALL, &[of(2, 3, 3), Scores::new().with_score(ComparisonAxis::MONEY, 4)]);
/// assert!(matches!(unknown.choice, Choice::Undetermined(missing) if missing.len() == 2));
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
