//! The parts of a proposal that an amendment changes, and its effect on signatures.
//!
//! Each step of a chain says what a change does to its signatures: nothing, a notice to the signers, or that they
//! become void. It says so separately for a higher amount, another remedy and another text. Another payee always makes
//! every signature void, because nobody has approved a payment to that person.
//!
//! An amount counts as higher if any alternative may cost more than before. An unknown amount may always be higher. If
//! the number of alternatives changes, they cannot be compared one by one, and the amount counts as higher.
//!
//! If an amendment changes several parts, the strictest effect wins.

use alloc::vec::Vec;

use crate::approval::Step;
use crate::approval::signing::AmendmentEffect;
use crate::case::command::{Note, Proposal};
use crate::vocab::{Money, PayeeKey, Remedy};

/// The parts of a proposal that an amendment changed.
#[expect(clippy::struct_excessive_bools, reason = "each says of one part whether it changed")]
pub(super) struct Changed {
    amount: bool,
    remedy: bool,
    payee: bool,
    text: bool,
}

impl Changed {
    pub(super) fn between(
        before: Option<&Proposal>,
        after: &Proposal,
        amount_before: Option<Money>,
        amount_after: Option<Money>,
    ) -> Self {
        let remedies = |proposal: &Proposal| -> Vec<Vec<Remedy>> {
            proposal.alternatives.iter().map(|offer| offer.remedies.clone()).collect()
        };
        let payees = |proposal: &Proposal| -> Vec<Option<PayeeKey>> {
            proposal.alternatives.iter().map(|offer| offer.payee).collect()
        };
        let notes = |proposal: &Proposal| -> Vec<Option<Note>> {
            proposal.alternatives.iter().map(|offer| offer.note.clone()).collect()
        };
        let amounts = |proposal: &Proposal| -> Vec<Option<Money>> {
            proposal.alternatives.iter().map(|offer| offer.amount).collect()
        };
        // An unknown amount may be higher.
        let higher = before.is_none_or(|before| {
            let (old, new) = (amounts(before), amounts(after));
            old.len() != new.len()
                || old.iter().zip(&new).any(|pair| match pair {
                    (Some(old), Some(new)) => old.is_at_least(new) != Some(true),
                    (None, None) => false,
                    _ => true,
                })
        });
        let total_higher = match (amount_before, amount_after) {
            (Some(old), Some(new)) => old.is_at_least(&new) != Some(true),
            (None, None) => false,
            _ => true,
        };
        Self {
            amount: higher || total_higher,
            remedy: before.is_none_or(|before| remedies(before) != remedies(after)),
            payee: before.is_none_or(|before| payees(before) != payees(after)),
            text: before.is_none_or(|before| notes(before) != notes(after)),
        }
    }

    pub(super) fn touches(&self, step: &Step) -> AmendmentEffect {
        // Nobody has approved a payment to another payee.
        if self.payee {
            return AmendmentEffect::Void;
        }
        let material = step.material();
        let touched = [
            (self.amount, material.amount_raised),
            (self.remedy, material.remedy_changed),
            (self.text, material.text_changed),
        ];
        let touched = touched.into_iter().filter(|(changed, _)| *changed).map(|(_, touch)| touch);
        touched.fold(AmendmentEffect::Keep, |worst, touch| match (worst, touch) {
            (AmendmentEffect::Void, _) | (_, AmendmentEffect::Void) => AmendmentEffect::Void,
            (AmendmentEffect::Notify, _) | (_, AmendmentEffect::Notify) => AmendmentEffect::Notify,
            (AmendmentEffect::Keep, AmendmentEffect::Keep) => AmendmentEffect::Keep,
        })
    }
}
