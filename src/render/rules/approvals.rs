//! Who has to sign what, in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::approval::signing::AmendmentEffect;
use crate::approval::{ApprovalTable, Chain, Signers, Step};
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
        let locale = self.locale;
        let (id, decision) = (chain.id(), chain.kind().label(locale));
        let mut when = Vec::new();
        when.extend(chain.severity().map(|level| {
            let level = level.label(locale);
            tell!(locale, "{level} or worse", "{level}及以上", "{level}及以上")
        }));
        when.extend(chain.over().map(|amount| {
            let amount = money(self.locale, amount);
            tell!(locale, "more than {amount}", "超过 {amount}", "超過 {amount}")
        }));
        when.extend(chain.remedies().map(|remedies| {
            let remedies = self.names(remedies);
            if chain.is_unsigned() {
                tell!(locale, "nothing but {remedies}", "仅含{remedies}", "僅含{remedies}")
            } else {
                tell!(locale, "with {remedies}", "含{remedies}", "含{remedies}")
            }
        }));
        let when = match (when.is_empty(), is_first) {
            (true, true) => tell!(locale, "all", "全部", "全部"),
            (true, false) => tell!(locale, "all others", "其他", "其他"),
            (false, _) => when.join(self.comma()),
        };
        let unsigned = chain.is_unsigned().then(|| {
            PolicyEntry::new(tell!(
                locale,
                "nobody signs: whoever proposes it decides it",
                "无须签署：由提出者决定",
                "無須簽署：由提出者決定"
            ))
        });
        let steps = chain.steps().iter().map(|step| self.approval_step(step));
        PolicyEntry::new(tell!(
            locale,
            "{decision}, {when} (`{id}`)",
            "{decision}，{when}（`{id}`）",
            "{decision}，{when}（`{id}`）"
        ))
        .cited(chain.citation())
        .with(unsigned)
        .with(steps.collect::<Vec<_>>())
    }

    fn approval_step(&self, step: &Step) -> PolicyEntry {
        let locale = self.locale;
        let act = step.act().label(locale);
        let mut text = if step.is_consent() {
            act.to_string()
        } else {
            let whom = self.signers(step.signers());
            tell!(locale, "{act}: {whom}", "{act}：{whom}", "{act}：{whom}")
        };
        if !step.systems().is_empty() {
            let systems: Vec<String> = step.systems().iter().map(ToString::to_string).collect();
            let systems = systems.join(self.comma());
            text += &tell!(
                locale,
                ", or the system accounts {systems}",
                "，或系统账号 {systems}",
                "，或系統帳號 {systems}"
            );
        }
        if let Some(limit) = step.limit() {
            let (term, to) = (self.term(&limit.term), self.label(&limit.escalate_to));
            text += &tell!(
                locale,
                "; within {term}, then {to} may sign too",
                "；期限：{term}，逾期后{to}亦可签署",
                "；期限：{term}，逾期後{to}亦可簽署"
            );
        }
        if step.may_repeat() {
            text += &tell!(
                locale,
                "; may be somebody who signs another step",
                "；可由签署其他步骤的人签署",
                "；可由簽署其他步驟的人簽署"
            );
        }
        let changes = step.material();
        for (effect, what) in [
            (changes.amount_raised, tell!(locale, "a greater amount", "金额增加", "金額增加")),
            (changes.remedy_changed, tell!(locale, "another remedy", "处理方案变更", "處理方案變更")),
            (changes.text_changed, tell!(locale, "another text", "文字变更", "文字變更")),
        ] {
            text += &match effect {
                AmendmentEffect::Void => continue,
                AmendmentEffect::Keep => {
                    tell!(locale, "; {what} leaves it valid", "；{what}不影响签署", "；{what}不影響簽署")
                }
                AmendmentEffect::Notify => tell!(
                    locale,
                    "; {what} leaves it valid, and the signers are told",
                    "；{what}不影响签署，但须告知签署人",
                    "；{what}不影響簽署，但須告知簽署人"
                ),
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
                tell!(self.locale, "{needed} of {roles}", "{roles}中 {needed} 人", "{roles}中 {needed} 人")
            }
            Signers::OneOfEach(roles) => names(roles, " + "),
        }
    }
}
