//! The closed words that people are shown, with the keys of their texts.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::vocab::closed::Closed;
use crate::vocab::course::{
    ApprovalAct, ClosureKind, DecisionKind, Duty, Exclusion, Opinion, Relation, Validity,
};
use crate::vocab::track::{AccidentStep, Accountable, Discipline, GoodsStep, MeasureStep, RecallStep};
use crate::vocab::{Act, Action, Locale, Severity, Stage, Standing};

/// Returns the key of the text of a closed word, such as `stage/closed` or `closure-kind/forced`.
pub(super) fn key<C: Closed>(word: C) -> String {
    format!("{}/{}", C::NOUN.replace(' ', "-"), word.code())
}

/// A closed word that people are shown: its key, and its labels in the built-in languages.
pub(super) struct ClosedText {
    pub(super) key: String,
    labels: [&'static str; 3],
}

impl ClosedText {
    /// Returns the label in the built-in language that comes nearest.
    pub(super) fn label(&self, locale: Locale) -> &'static str {
        locale.pick(self.labels)
    }
}

/// Returns all closed words that people are shown.
pub(super) fn all() -> Vec<ClosedText> {
    fn of<C: Closed>(all: &mut Vec<ClosedText>) {
        all.extend(C::EVERY.iter().map(|word| ClosedText {
            key: key(*word),
            labels: [Locale::En, Locale::ZhHans, Locale::ZhHant].map(|locale| word.standard_label(locale)),
        }));
    }
    let mut all = Vec::new();
    of::<AccidentStep>(&mut all);
    of::<Accountable>(&mut all);
    of::<Act>(&mut all);
    of::<Action>(&mut all);
    of::<ApprovalAct>(&mut all);
    of::<ClosureKind>(&mut all);
    of::<DecisionKind>(&mut all);
    of::<Discipline>(&mut all);
    of::<Duty>(&mut all);
    of::<Exclusion>(&mut all);
    of::<GoodsStep>(&mut all);
    of::<MeasureStep>(&mut all);
    of::<Opinion>(&mut all);
    of::<RecallStep>(&mut all);
    of::<Relation>(&mut all);
    of::<Severity>(&mut all);
    of::<Stage>(&mut all);
    of::<Standing>(&mut all);
    of::<Validity>(&mut all);
    all
}
