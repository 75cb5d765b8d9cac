//! The complaints before a random one, as one description for the library and for the oracles.

use chrono::TimeDelta;
use proptest::collection::vec;
use proptest::prelude::*;
use redress::triage::{History, PastCase};
use redress::vocab::course::Validity;
use redress::vocab::{Code, Facet, Severity};

use crate::tables::world::{CODES, LEVELS, Model, actor, case_id, code, complainant, product};

/// The one description of an earlier complaint.
#[derive(Clone, Debug)]
pub(crate) struct Past {
    pub(crate) id: u8,
    /// Minutes before the new one; those below 0 came after it.
    pub(crate) before: i64,
    pub(crate) complainant: Option<u8>,
    pub(crate) staff: Option<u8>,
    pub(crate) product: Option<u8>,
    pub(crate) unit: Option<Code>,
    pub(crate) cause: Option<Code>,
    pub(crate) category: Option<Code>,
    /// The first is the main one.
    pub(crate) demands: Vec<Code>,
    pub(crate) severity: Option<Severity>,
    pub(crate) validity: Option<Validity>,
    pub(crate) admonished: bool,
}

impl Past {
    pub(crate) fn case(&self, new: &Model) -> PastCase {
        // Ids that differ in case are one.
        let id = if self.admonished { case_id(self.id).to_uppercase() } else { case_id(self.id) };
        let mut case = PastCase::new(id.parse().unwrap(), new.received - TimeDelta::minutes(self.before));
        if let Some(number) = self.complainant {
            case = case.with_complainant(complainant(number));
        }
        if let Some(number) = self.staff {
            case = case.with_staff(actor(number));
        }
        if let Some(number) = self.product {
            case = case.with_product(product(number));
        }
        if let Some(word) = self.unit {
            case = case.with_unit(word.into());
        }
        if let Some(word) = self.cause {
            case = case.with_cause(word.into());
        }
        if let Some(word) = self.category {
            case = case.with_category(word.into());
        }
        for word in &self.demands {
            case = case.with_code(Facet::Demand, *word);
        }
        if let Some(level) = self.severity {
            case = case.with_severity(level);
        }
        if let Some(validity) = self.validity {
            case = case.with_validity(validity);
        }
        if self.admonished { case.with_admonition() } else { case }
    }
}

pub(crate) fn history(past: &[Past], new: &Model) -> History {
    // Of two records of one id the later one is what is known.
    let mut history = History::none();
    for past in past {
        history.replace(past.case(new));
    }
    history
}

/// Earlier complaints, some of them later, at the same instant, with one id, or the new one itself.
pub(crate) fn pasts(ids: std::ops::Range<u8>, most: usize) -> impl Strategy<Value = Vec<Past>> {
    let before = prop_oneof![
        2 => -2_i64..4,
        4 => (0_i64..400).prop_map(|days| days * 1440),
        4 => (0_i64..45 * 96).prop_map(|quarters| quarters * 15),
        4 => 0_i64..400 * 1440,
    ];
    let key = || prop_oneof![1 => Just(None), 3 => (0_u8..2).prop_map(Some)];
    let word =
        || prop_oneof![1 => Just(None), 3 => (0_usize..3).prop_map(|number| Some(code(CODES[number])))];
    let level = proptest::option::of((0..4_usize).prop_map(|number| LEVELS[number]));
    let validity = proptest::option::of((0..3_usize).prop_map(|number| Validity::ALL[number]));
    let found = (level, validity, any::<bool>());
    let demands = vec((0_usize..3).prop_map(|number| code(CODES[number])), 0..3);
    let words = (word(), word(), word(), demands);
    let past = (ids, before, (key(), key(), key()), words, found).prop_map(
        |(id, before, (complainant, staff, product), (unit, cause, category, demands), found)| {
            let (severity, validity, admonished) = found;
            Past {
                id,
                before,
                complainant,
                staff,
                product,
                unit,
                cause,
                category,
                demands,
                severity,
                validity,
                admonished,
            }
        },
    );
    vec(past, 0..most)
}
