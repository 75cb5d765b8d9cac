//! What followed from a command, as text: by which authority, by which rules, by which chain.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::approval::{Chain, Step};
use crate::case::EventKind;
use crate::case::approval::{
    ApprovalOpening, ApprovalSignature, ApprovalState, ChainReplacement, VoidedSignatures,
};
use crate::case::assessment::Assessment;
use crate::policy::Policy;
use crate::render::phrase::{money, tell};
use crate::render::renderer::{Renderer, cited};
use crate::vocab::{Money, RuleId};

impl Renderer<'_> {
    /// Writes an event that followed from another, one line for each part. Empty for an event that a command made.
    pub(super) fn consequence(&self, policy: &Policy, what: &EventKind) -> Vec<String> {
        match what {
            EventKind::Assessed(assessed) => self.assessed(assessed),
            EventKind::ApprovalOpened(opened) => Vec::from([self.opened(policy, opened)]),
            EventKind::SignatureGiven(given) => Vec::from([self.given(given)]),
            EventKind::SignatureWithdrawn(withdrawn) => {
                let step = withdrawn.step;
                Vec::from([tell!(
                    self.locale,
                    "step `{step}` is not signed by them any more",
                    "步骤 `{step}` 的签署已撤回",
                    "步驟 `{step}` 的簽署已撤回"
                )])
            }
            EventKind::SignatureRefused(given)
            | EventKind::SignatureReturned(given)
            | EventKind::ApprovalOverridden(given) => Vec::from([self.basis(given)]),
            EventKind::SignaturesVoided(voided) => self.voided(voided),
            EventKind::ApprovalRaised(raised) => Vec::from([self.raised(policy, raised)]),
            EventKind::ApprovalEnded(ended) => {
                let (number, state) = (ended.approval, self.state(ended.state));
                Vec::from([tell!(
                    self.locale,
                    "approval {number}: {state}",
                    "审批 {number}：{state}",
                    "簽核 {number}：{state}"
                )])
            }
            EventKind::Received(_)
            | EventKind::Acknowledged
            | EventKind::Registered
            | EventKind::Triaged(_)
            | EventKind::AnsweredAtOnce(_)
            | EventKind::FoundNotEstablished(_)
            | EventKind::Dispatched(_)
            | EventKind::Redispatched(_)
            | EventKind::Started(_)
            | EventKind::AskedCustomer(_)
            | EventKind::FoundCause(_)
            | EventKind::FoundCustomerCaused(_)
            | EventKind::Proposed(_)
            | EventKind::Submitted
            | EventKind::SentBack(_)
            | EventKind::Signed(_)
            | EventKind::RefusedToSign(_)
            | EventKind::Overrode(_)
            | EventKind::WithdrewSignature(_)
            | EventKind::TookBack(_)
            | EventKind::Amended(_)
            | EventKind::Offered
            | EventKind::Objected(_)
            | EventKind::Lapsed
            | EventKind::Consented
            | EventKind::CarriedOut
            | EventKind::Finished
            | EventKind::Failed(_)
            | EventKind::FollowedUp(_)
            | EventKind::Dissatisfied(_)
            | EventKind::Closed
            | EventKind::ForceClosed
            | EventKind::Withdrawn(_)
            | EventKind::Merged(_)
            | EventKind::OpenedProject
            | EventKind::FinishedProject
            | EventKind::Reopened(_)
            | EventKind::Reviewed(_)
            | EventKind::Promised(_)
            | EventKind::Answered(_)
            | EventKind::HeardCustomer(_)
            | EventKind::NotifiedProgress(_)
            | EventKind::Apologised(_)
            | EventKind::Contained(_)
            | EventKind::WaivedContainment(_)
            | EventKind::HandledGoods(_)
            | EventKind::Recalled(_)
            | EventKind::TookAction(_)
            | EventKind::RecordedDiscipline(_)
            | EventKind::ProposedSanction(_)
            | EventKind::DecidedSanction(_)
            | EventKind::HeldBilling
            | EventKind::ReleasedBilling
            | EventKind::TookAccidentStep(_)
            | EventKind::Thanked(_)
            | EventKind::Reclassified(_)
            | EventKind::Corrected(_)
            | EventKind::Happened(_)
            | EventKind::Paused(_)
            | EventKind::Resumed(_)
            | EventKind::Extended(_)
            | EventKind::Applied(_)
            | EventKind::Relaxed(_)
            | EventKind::Linked(_)
            | EventKind::Noted(_)
            | EventKind::Delivered(_)
            | EventKind::MovedPolicy(_)
            | EventKind::Moved(_) => Vec::new(),
        }
    }

    fn assessed(&self, assessed: &Assessment) -> Vec<String> {
        let locale = self.locale;
        let rules = match assessed.rules.as_slice() {
            [] if assessed.severity.is_some() => tell!(locale, ", the default", "（缺省）", "（預設）"),
            rules => self.by_rules(rules),
        };
        let severity = match (assessed.severity, assessed.at_worst) {
            (Some(level), _) => Some(level.label(locale).to_string()),
            (None, Some(worst)) => Some(tell!(
                locale,
                "undetermined, at worst {worst}",
                "无法确定，最高为{worst}",
                "無法確定，最高為{worst}",
                worst = worst.label(locale)
            )),
            (None, None) => None,
        };
        let severity = severity.map(|level| {
            tell!(locale, "severity: {level}{rules}", "严重程度：{level}{rules}", "嚴重程度：{level}{rules}")
        });
        let role = assessed.role.as_ref().map(|role| self.label(role));
        let unit = assessed.department.as_ref().map(|unit| self.label(unit));
        let whom = match (role, unit) {
            (Some(role), Some(unit)) => Some(tell!(locale, "{role}, {unit}", "{unit}{role}", "{unit}{role}")),
            (one, other) => one.or(other).map(ToString::to_string),
        };
        let owner = whom.map(|whom| {
            let row = self.by_rules(assessed.row.as_slice());
            tell!(locale, "owner: {whom}{row}", "负责方：{whom}{row}", "負責方：{whom}{row}")
        });
        let exempt = assessed.exempt.then(|| {
            tell!(locale, "no clocks: to be closed by force", "不计时：应强制结案", "不計時：應強制結案")
        });
        let marks: Vec<&str> = assessed.marks.iter().map(|mark| self.label(mark)).collect();
        let marks = (!marks.is_empty()).then(|| {
            let marks = marks.join(self.comma());
            tell!(locale, "mark: {marks}", "标记：{marks}", "標記：{marks}")
        });
        severity.into_iter().chain(owner).chain(marks).chain(exempt).collect()
    }

    fn by_rules(&self, rules: &[RuleId]) -> String {
        if rules.is_empty() {
            return String::new();
        }
        let rules = self.ids(rules);
        tell!(self.locale, ", by {rules}", "，依 {rules}", "，依 {rules}")
    }

    fn opened(&self, policy: &Policy, opened: &ApprovalOpening) -> String {
        tell!(
            self.locale,
            "approval {number} for {kind}, by {chain}",
            "审批 {number}（{kind}），依{chain}",
            "簽核 {number}（{kind}），依{chain}",
            number = opened.approval,
            kind = opened.matter.kind().label(self.locale),
            chain = self.chain(policy, opened.chain, opened.amount)
        )
    }

    fn raised(&self, policy: &Policy, raised: &ChainReplacement) -> String {
        tell!(
            self.locale,
            "approval {number} goes from now on by {chain}",
            "审批 {number} 自此依{chain}",
            "簽核 {number} 自此依{chain}",
            number = raised.approval,
            chain = self.chain(policy, raised.chain, raised.amount)
        )
    }

    /// Writes a chain: its id, its source, the amount by which it was chosen, and its steps if the policy knows it.
    fn chain(&self, policy: &Policy, id: RuleId, amount: Option<Money>) -> String {
        let locale = self.locale;
        let chain = policy.approvals().chain_of(id);
        let citation = chain.map_or(String::new(), |chain| cited(chain.citation()));
        let amount = amount.map_or(String::new(), |amount| {
            tell!(
                locale,
                ", over {amount}",
                "，金额 {amount}",
                "，金額 {amount}",
                amount = money(self.locale, amount)
            )
        });
        let steps = chain.map_or(String::new(), |chain| {
            tell!(locale, ": {steps}", "：{steps}", "：{steps}", steps = self.steps_of(chain))
        });
        tell!(
            locale,
            "chain `{id}`{citation}{amount}{steps}",
            "审批链 `{id}`{citation}{amount}{steps}",
            "簽核鏈 `{id}`{citation}{amount}{steps}"
        )
    }

    fn steps_of(&self, chain: &Chain) -> String {
        let nobody = || tell!(self.locale, "nobody signs", "无须签署", "無須簽署");
        let unsigned = chain.is_unsigned().then(nobody);
        let steps = chain.steps().iter().map(|step| self.step_in_short(step));
        let steps: Vec<String> = unsigned.into_iter().chain(steps).collect();
        steps.join(" → ")
    }

    fn step_in_short(&self, step: &Step) -> String {
        let locale = self.locale;
        let act = step.act().label(locale);
        if step.is_consent() {
            return act.to_string();
        }
        let roles: Vec<&str> = step.signers().roles().iter().map(|role| self.label(role)).collect();
        let several = if step.slots() > 1 { format!("{} × ", step.slots()) } else { String::new() };
        let roles = roles.join(self.comma());
        tell!(locale, "{act} ({several}{roles})", "{act}（{several}{roles}）", "{act}（{several}{roles}）")
    }

    fn given(&self, given: &ApprovalSignature) -> String {
        let completes = if given.completes {
            tell!(self.locale, "; the step is complete", "；该步骤已完成", "；該步驟已完成")
        } else {
            String::new()
        };
        self.basis(given) + &completes
    }

    /// Writes the authority by which somebody acted on a step.
    fn basis(&self, given: &ApprovalSignature) -> String {
        let locale = self.locale;
        let signature = &given.signature;
        let role = signature.role();
        let instead_of = signature
            .instead_of()
            .map_or(String::new(), |person| tell!(locale, " for {person}", "，代 {person}", "，代 {person}"));
        let limit = signature.limit().map_or(String::new(), |limit| {
            let limit = money(self.locale, limit);
            tell!(locale, ", up to {limit}", "，限额 {limit}", "，限額 {limit}")
        });
        tell!(
            locale,
            "step `{step}` ({act}) as {role}{instead_of}{limit}, by roster {roster}",
            "步骤 `{step}`（{act}），身份：{role}{instead_of}{limit}，依名册 {roster}",
            "步驟 `{step}`（{act}），身分：{role}{instead_of}{limit}，依名冊 {roster}",
            step = signature.step(),
            act = given.act.label(locale),
            role = self.label(&role),
            roster = &given.roster
        )
    }

    fn voided(&self, voided: &VoidedSignatures) -> Vec<String> {
        let locale = self.locale;
        let number = voided.approval;
        let void = if voided.steps.is_empty() {
            tell!(
                locale,
                "approval {number}: no signature is void",
                "审批 {number}：签署均不作废",
                "簽核 {number}：簽署均不作廢"
            )
        } else {
            tell!(
                locale,
                "approval {number}: void are the signatures of {steps}",
                "审批 {number}：作废的签署步骤为 {steps}",
                "簽核 {number}：作廢的簽署步驟為 {steps}",
                steps = self.ids(&voided.steps)
            )
        };
        let told = (!voided.notified.is_empty()).then(|| {
            tell!(
                locale,
                "to be told, and their signatures stay: {steps}",
                "须告知而签署不作废：{steps}",
                "須告知而簽署不作廢：{steps}",
                steps = self.ids(&voided.notified)
            )
        });
        core::iter::once(void).chain(told).collect()
    }

    fn state(&self, state: ApprovalState) -> String {
        let locale = self.locale;
        match state {
            ApprovalState::Open => tell!(locale, "open", "进行中", "進行中"),
            ApprovalState::Approved => tell!(locale, "complete", "已通过", "已通過"),
            ApprovalState::Used => tell!(locale, "carried out", "已执行", "已執行"),
            ApprovalState::Refused => tell!(locale, "refused", "被拒", "被拒"),
            ApprovalState::Returned => tell!(locale, "returned", "已退回", "已退回"),
            ApprovalState::TakenBack => tell!(locale, "taken back", "已收回", "已收回"),
            ApprovalState::Void => tell!(locale, "void", "已失效", "已失效"),
        }
    }

    pub(super) fn ids(&self, ids: &[RuleId]) -> String {
        let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
        ids.join(if self.locale == crate::vocab::Locale::En { ", " } else { "、" })
    }
}
