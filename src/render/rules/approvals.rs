//! Who has to sign what, in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::approval::signing::AmendmentEffect;
use crate::approval::{ApprovalTable, Chain, Signers, Step};
use crate::render::phrase::Said;
use crate::render::phrase::{money, tell};
use crate::render::renderer::Renderer;
use crate::render::rules::entry::PolicyEntry;
use crate::vocab::Role;

impl Renderer<'_> {
    pub(super) fn approval_rules(&self, table: &ApprovalTable) -> Vec<PolicyEntry> {
        let chains = table.chains().iter().enumerate();
        chains
            .map(|(place, chain)| {
                let before = table.chains().iter().take(place);
                self.approval_rule(chain, before.filter(|other| other.kind() == chain.kind()).count() == 0)
            })
            .collect()
    }

    /// Writes a chain. `is_first` says that it is the first chain for its kind of decision.
    fn approval_rule(&self, chain: &Chain, is_first: bool) -> PolicyEntry {
        let (id, decision) = (chain.id(), chain.kind().said(self));
        let mut when = Vec::new();
        when.extend(chain.severity().map(|level| {
            let level = level.said(self);
            tell!(self, RULE_OR_WORSE, level)
        }));
        when.extend(chain.over().map(|amount| {
            let amount = money(self, amount);
            tell!(self, RULE_MORE_THAN, amount)
        }));
        when.extend(chain.remedies().map(|remedies| {
            let remedies = self.names(remedies);
            if chain.is_unsigned() {
                tell!(self, RULE_NOTHING_BUT, remedies)
            } else {
                tell!(self, RULE_WITH, remedies)
            }
        }));
        let when = match (when.is_empty(), is_first) {
            (true, true) => tell!(self, RULE_ALL),
            (true, false) => tell!(self, RULE_ALL_OTHERS),
            (false, _) => when.join(self.comma()),
        };
        let unsigned = chain.is_unsigned().then(|| PolicyEntry::new(tell!(self, RULE_NOBODY_SIGNS_WHOEVER)));
        let steps = chain.steps().iter().map(|step| self.approval_step(step));
        PolicyEntry::new(tell!(self, RULE_DECISION_WHEN_ID, decision, when, id))
            .cited(chain.citation())
            .with(unsigned)
            .with(steps.collect::<Vec<_>>())
    }

    fn approval_step(&self, step: &Step) -> PolicyEntry {
        let act = step.act().said(self);
        let mut text = if step.is_consent() {
            act.to_string()
        } else {
            let whom = self.signers(step.signers());
            tell!(self, RULE_ACT_WHOM, act, whom)
        };
        if !step.systems().is_empty() {
            let systems: Vec<String> = step.systems().iter().map(ToString::to_string).collect();
            let systems = systems.join(self.comma());
            text += &tell!(self, RULE_OR_SYSTEM_ACCOUNTS, systems);
        }
        if let Some(limit) = step.limit() {
            let (term, to) = (self.term(&limit.term), self.label(&limit.escalate_to));
            text += &tell!(self, RULE_WITHIN_THEN_MAY, term, to);
        }
        if step.may_repeat() {
            text += &tell!(self, RULE_MAY_SOMEBODY_WHO);
        }
        let changes = step.material();
        for (effect, what) in [
            (changes.amount_raised, tell!(self, RULE_GREATER_AMOUNT)),
            (changes.remedy_changed, tell!(self, RULE_ANOTHER_REMEDY)),
            (changes.text_changed, tell!(self, RULE_ANOTHER_TEXT)),
        ] {
            text += &match effect {
                AmendmentEffect::Void => continue,
                AmendmentEffect::Keep => {
                    tell!(self, RULE_LEAVES_VALID, what)
                }
                AmendmentEffect::Notify => tell!(self, RULE_LEAVES_VALID_SIGNERS, what),
            };
        }
        text.into()
    }

    fn signers(&self, signers: &Signers) -> String {
        let names = |roles: &[Role], between: &str| {
            roles.iter().map(|role| self.label(role)).collect::<Vec<_>>().join(between)
        };
        match signers {
            Signers::AnyOf { needed: 1, roles } => names(roles, self.or()),
            Signers::AnyOf { needed, roles } => {
                let roles = names(roles, self.or());
                tell!(self, RULE_OF, needed, roles)
            }
            Signers::OneOfEach(roles) => names(roles, " + "),
        }
    }
}
