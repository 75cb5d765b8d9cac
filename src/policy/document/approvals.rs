//! Approval tables as documents.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize};

use crate::approval::limits::{MAX_CHAINS, MAX_REMEDIES, MAX_ROLES, MAX_STEPS, MAX_SYSTEMS};
use crate::approval::signing::{AmendmentEffect, AmendmentRule, TimeLimit};
use crate::approval::{ApprovalTable, Chain, Signers, Step};
use crate::deadline::Term;
use crate::text::left_out::{is_default, some, some_amount};
use crate::text::list::list;
use crate::text::map_only::{map_only, switch};
use crate::text::written_as::written_as;
use crate::vocab::course::{ApprovalAct, DecisionKind};
use crate::vocab::{ActorId, Money, Remedy, Role, RuleId, Severity};

/// A chain: the decisions to which it applies, and its steps.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct ChainDocument {
    chain: RuleId,
    decision: DecisionKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from_severity: Option<Severity>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    above: Option<Money>,
    #[serde(default, deserialize_with = "remedies", skip_serializing_if = "Option::is_none")]
    remedies: Option<Vec<Remedy>>,
    #[serde(default, deserialize_with = "steps", skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StepDocument>,
    #[serde(default, deserialize_with = "switch", skip_serializing_if = "is_default")]
    nobody_signs: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    citation: String,
}

map_only!(ChainDocument, "a chain");

/// A step. It is signed `by` one role, by `any-of` several, or by `one-of-each`. A step of consent names nobody.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
struct StepDocument {
    step: RuleId,
    act: ApprovalAct,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<Role>,
    #[serde(default, deserialize_with = "some_amount", skip_serializing_if = "Option::is_none")]
    needed: Option<u32>,
    #[serde(default, deserialize_with = "roles", skip_serializing_if = "Option::is_none")]
    any_of: Option<Vec<Role>>,
    #[serde(default, deserialize_with = "roles", skip_serializing_if = "Option::is_none")]
    one_of_each: Option<Vec<Role>>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    within: Option<Term>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    escalate_to: Option<Role>,
    #[serde(default, deserialize_with = "switch", skip_serializing_if = "is_default")]
    by_anyone_again: bool,
    #[serde(default, deserialize_with = "systems", skip_serializing_if = "Vec::is_empty")]
    systems: Vec<ActorId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amount_raised: Option<AmendmentEffect>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    remedy_changed: Option<AmendmentEffect>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text_changed: Option<AmendmentEffect>,
}

map_only!(StepDocument, "a step");

fn chains<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<ChainDocument>, D::Error> {
    list(MAX_CHAINS, deserializer)
}

fn steps<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<StepDocument>, D::Error> {
    list(MAX_STEPS, deserializer)
}

fn remedies<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<Remedy>>, D::Error> {
    list(MAX_REMEDIES, deserializer).map(Some)
}

fn roles<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<Role>>, D::Error> {
    list(MAX_ROLES, deserializer).map(Some)
}

fn systems<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<ActorId>, D::Error> {
    list(MAX_SYSTEMS, deserializer)
}

impl From<&Step> for StepDocument {
    fn from(step: &Step) -> Self {
        let (usual, material) = (AmendmentRule::default(), step.material());
        let touch = |own: AmendmentEffect, usual: AmendmentEffect| Some(own).filter(|_| own != usual);
        let mut document = Self {
            step: step.id(),
            act: step.act(),
            by: None,
            needed: None,
            any_of: None,
            one_of_each: None,
            within: step.limit().map(|limit| limit.term),
            escalate_to: step.limit().map(|limit| limit.escalate_to),
            by_anyone_again: step.may_repeat(),
            systems: step.systems().to_vec(),
            amount_raised: touch(material.amount_raised, usual.amount_raised),
            remedy_changed: touch(material.remedy_changed, usual.remedy_changed),
            text_changed: touch(material.text_changed, usual.text_changed),
        };
        match step.signers() {
            _ if step.is_consent() => {}
            Signers::OneOfEach(roles) => document.one_of_each = Some(roles.clone()),
            Signers::AnyOf { needed: 1, roles } if roles.len() == 1 => document.by = roles.first().copied(),
            Signers::AnyOf { needed, roles } => {
                (document.needed, document.any_of) = (Some(*needed), Some(roles.clone()));
            }
        }
        document
    }
}

impl StepDocument {
    fn build(self) -> Result<Step, &'static str> {
        let signers = match (self.by, self.any_of, self.one_of_each) {
            (Some(role), None, None) if self.needed.is_none() => Some(Signers::one(role)),
            (None, Some(roles), None) => Some(Signers::any(self.needed.unwrap_or(1), roles)),
            (None, None, Some(roles)) if self.needed.is_none() => Some(Signers::one_of_each(roles)),
            (None, None, None) if self.needed.is_none() => None,
            (None, None, None) => return Err("`needed` requires `any-of` beside it"),
            _ => {
                return Err(
                    "who signs is named in more than one way, expected one of `by`, `any-of` and `one-of-each`",
                );
            }
        };
        let mut step = match (signers, self.act) {
            (Some(signers), act) => Step::new(self.step, act, signers),
            (None, ApprovalAct::CustomerConsent) => Step::consent(self.step),
            (None, _) => return Err("nobody signs, expected one of `by`, `any-of` and `one-of-each`"),
        };
        step = match (self.within, self.escalate_to) {
            (Some(term), Some(escalate_to)) => step.with_limit(TimeLimit { term, escalate_to }),
            (None, None) => step,
            _ => return Err("`within` and `escalate-to` require each other; set both or neither"),
        };
        if self.by_anyone_again {
            step = step.with_by_anyone_again();
        }
        step = self.systems.into_iter().fold(step, Step::with_system);
        let usual = AmendmentRule::default();
        Ok(step.with_material(AmendmentRule {
            amount_raised: self.amount_raised.unwrap_or(usual.amount_raised),
            remedy_changed: self.remedy_changed.unwrap_or(usual.remedy_changed),
            text_changed: self.text_changed.unwrap_or(usual.text_changed),
        }))
    }
}

impl From<&Chain> for ChainDocument {
    fn from(chain: &Chain) -> Self {
        Self {
            chain: chain.id(),
            decision: chain.kind(),
            from_severity: chain.severity(),
            above: chain.over(),
            remedies: chain.remedies().map(<[Remedy]>::to_vec),
            steps: chain.steps().iter().map(Into::into).collect(),
            nobody_signs: chain.is_unsigned(),
            citation: chain.citation().into(),
        }
    }
}

impl ChainDocument {
    fn build(self) -> Result<Chain, String> {
        let mut chain = Chain::new(self.chain, self.decision).with_citation(self.citation);
        if let Some(level) = self.from_severity {
            chain = chain.with_from_severity(level);
        }
        if let Some(amount) = self.above {
            chain = chain.with_above(amount);
        }
        if let Some(remedies) = self.remedies {
            chain = chain.with_remedies(remedies);
        }
        if self.nobody_signs {
            chain = chain.with_nobody_signs();
        }
        for (index, step) in self.steps.into_iter().enumerate() {
            chain = chain.with_step(step.build().map_err(|error| alloc::format!("steps[{index}]: {error}"))?);
        }
        Ok(chain)
    }
}

/// The chains of the table.
#[derive(Deserialize, Serialize)]
#[serde(transparent)]
struct TableDocument {
    #[serde(deserialize_with = "chains")]
    chains: Vec<ChainDocument>,
}

impl From<&ApprovalTable> for TableDocument {
    fn from(table: &ApprovalTable) -> Self {
        Self { chains: table.chains().iter().map(Into::into).collect() }
    }
}

impl TableDocument {
    fn build(self) -> Result<ApprovalTable, String> {
        let mut table = ApprovalTable::new();
        for (index, chain) in self.chains.into_iter().enumerate() {
            let chain = chain.build().map_err(|error| alloc::format!("[{index}]: {error}"))?;
            table = table.with_chain(chain);
        }
        Ok(table)
    }
}

written_as! {
    /// Reads an approval table from a list of chains. The policy proves it.
    ///
    /// ```
    /// use redress::approval::ApprovalTable;
    ///
    /// let written = r#"[
    ///   {"chain": "dear", "decision": "remedy", "above": {"minor": 2000000, "currency": "EUR"},
    ///    "steps": [{"step": "line", "act": "review", "by": "manager"},
    ///              {"step": "lead", "act": "approve", "needed": 2,
    ///               "any-of": ["leader-in-charge", "senior-management"]}]},
    ///   {"chain": "any", "decision": "remedy", "steps": [{"step": "line", "act": "approve", "by": "manager"}]}]"#;
    /// let table: ApprovalTable = serde_json::from_str(written)?;
    /// assert_eq!(table.chains().len(), 2);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ApprovalTable = TableDocument, build
}
