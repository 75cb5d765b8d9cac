//! The course of a case, and who is kept from what, in words.

use alloc::string::String;
use alloc::vec::Vec;

use crate::policy::people::PeopleRules;
use crate::policy::track::{
    ApologyRule, CompensationRule, Conduct, ConversationRule, FollowUpRule, ReopeningWindow, ToneRule, Track,
};
use crate::render::phrase::{span, tell};
use crate::render::renderer::Renderer;
use crate::render::rules::entry::PolicyEntry;
use crate::vocab::course::Exclusion;
use crate::vocab::{Action, Locale, Stage};

/// A switch of a track, with its text in each language.
type Switch = (bool, [&'static str; 3]);

impl Renderer<'_> {
    pub(super) fn track_rules(&self, track: &Track) -> Vec<PolicyEntry> {
        let locale = self.locale;
        let mut lines = Vec::from([self.stages(track)]);
        if !track.required.is_empty() {
            let fields = self.names(&track.required);
            lines.push(tell!(
                locale,
                "must be known before registration: {fields}",
                "登记前须明确：{fields}",
                "登記前須明確：{fields}"
            ));
        }
        lines.extend(track.intake_review.as_ref().map(|role| {
            let role = self.label(role);
            tell!(locale, "reviewed before triage by: {role}", "分级前由{role}审核", "分級前由{role}審核")
        }));
        if track.fault_before_proposal {
            let of = if track.fault_only_of.is_empty() {
                String::new()
            } else {
                let groups = self.names(&track.fault_only_of);
                tell!(locale, ", for the causes {groups}", "（限{groups}）", "（限{groups}）")
            };
            lines.push(tell!(
                locale,
                "the party at fault must be known before anything is proposed{of}",
                "提出方案前须明确责任方{of}",
                "提出方案前須明確責任方{of}"
            ));
        }
        lines.extend(match track.apology {
            ApologyRule::NotAsked => None,
            ApologyRule::OwnFault => Some(tell!(
                locale,
                "an apology comes before the solution, where the fault is our own",
                "己方有责时，解决前须先致歉",
                "己方有責時，解決前須先致歉"
            )),
            ApologyRule::Always => Some(tell!(
                locale,
                "an apology comes before the solution, always",
                "解决前一律先致歉",
                "解決前一律先致歉"
            )),
            ApologyRule::AlwaysComplete => Some(tell!(
                locale,
                "an apology comes before the solution, always, and names the person, the effect and the improvement",
                "解决前一律先致歉，并说明对该客户的影响及改进措施",
                "解決前一律先致歉，並說明對該客戶的影響及改進措施"
            )),
        });
        lines
            .extend(Self::switches(track).into_iter().filter(|(on, _)| *on).map(|(_, text)| self.said(text)));
        lines.extend(track.follow_up.as_ref().map(|rule| self.follow_up(rule)));
        lines.push(match &track.reopening {
            ReopeningWindow::Always => tell!(
                locale,
                "a closed complaint may be reopened at any time",
                "结案后可随时重新打开",
                "結案後可隨時重新開啟"
            ),
            ReopeningWindow::Never => tell!(
                locale,
                "a closed complaint is never reopened",
                "结案后不得重新打开",
                "結案後不得重新開啟"
            ),
            ReopeningWindow::Within(term) => {
                let term = self.term(term);
                tell!(
                    locale,
                    "a closed complaint may be reopened within: {term}",
                    "结案后可重新打开的期限：{term}",
                    "結案後可重新開啟的期限：{term}"
                )
            }
        });
        lines.extend(track.silence.map(|length| {
            let length = span(locale, length);
            tell!(
                locale,
                "an offer that nobody answers may lapse after {length}",
                "方案提出后 {length}无回应可失效",
                "方案提出後 {length}無回應可失效"
            )
        }));
        if track.alternatives_wanted != 1 {
            let wanted = track.alternatives_wanted;
            lines.push(tell!(
                locale,
                "a proposal should have {wanted} alternatives",
                "方案应有 {wanted} 个备选",
                "方案應有 {wanted} 個備選"
            ));
        }
        lines.extend(self.permits(track));
        lines.into_iter().map(Into::into).collect()
    }

    fn stages(&self, track: &Track) -> String {
        let stages = [
            (track.triage, Stage::Triaged),
            (track.dispatch, Stage::Dispatched),
            (track.consent, Stage::Offered),
            (track.follow_up.is_some(), Stage::FollowingUp),
            (track.review, Stage::Reviewed),
        ];
        let stages = |with: bool| {
            let of = stages.iter().filter(|(on, _)| *on == with).map(|(_, stage)| stage.label(self.locale));
            of.collect::<Vec<_>>().join(self.comma())
        };
        let (with, without) = (stages(true), stages(false));
        match (with.is_empty(), without.is_empty()) {
            (_, true) => tell!(self.locale, "stages: {with}", "阶段：{with}", "階段：{with}"),
            (true, _) => {
                tell!(self.locale, "no stages {without}", "不设阶段：{without}", "不設階段：{without}")
            }
            (false, false) => tell!(
                self.locale,
                "stages: {with}; not: {without}",
                "阶段：{with}；不设：{without}",
                "階段：{with}；不設：{without}"
            ),
        }
    }

    const fn switches(track: &Track) -> [Switch; 7] {
        [
            (
                track.at_once,
                [
                    "a minor complaint may be settled where it is raised",
                    "轻微投诉可当场解决",
                    "輕微投訴可當場解決",
                ],
            ),
            (
                track.promises,
                [
                    "while it is unsolved, an answer is always promised for some instant",
                    "解决前须始终有一个承诺的答复时间",
                    "解決前須始終有一個承諾的答覆時間",
                ],
            ),
            (
                track.no_transfer_when_unclosed,
                [
                    "it may not be transferred after its closing limit",
                    "超过结案时限后不得转派",
                    "超過結案時限後不得轉派",
                ],
            ),
            (
                track.effect_check,
                [
                    "the effect of every measure is confirmed before closing",
                    "结案前须确认各项措施的效果",
                    "結案前須確認各項措施的效果",
                ],
            ),
            (
                track.findings_before_closing,
                [
                    "a cause and a responsible person are named before closing",
                    "结案前须查明原因及责任人",
                    "結案前須查明原因及責任人",
                ],
            ),
            (
                track.containment,
                [
                    "every department has a measure against further damage, or says that none is needed, before closing",
                    "结案前各部门须有围堵措施，或说明无须采取",
                    "結案前各部門須有圍堵措施，或說明無須採取",
                ],
            ),
            (
                track.customer_caused_form,
                [
                    "if the customer caused it, cause and measures are written down",
                    "客户原因的，须书面记录原因及措施",
                    "客戶原因的，須書面記錄原因及措施",
                ],
            ),
        ]
    }

    fn said(&self, [english, simplified, traditional]: [&'static str; 3]) -> String {
        String::from(match self.locale {
            Locale::En => english,
            Locale::ZhHans => simplified,
            Locale::ZhHant => traditional,
        })
    }

    fn follow_up(&self, rule: &FollowUpRule) -> String {
        let locale = self.locale;
        let (kind, minimum, target) = (self.label(&rule.kind), rule.minimum, rule.target);
        let wanted = if target > minimum {
            tell!(locale, ", {target} are wanted", "，宜 {target} 次", "，宜 {target} 次")
        } else {
            String::new()
        };
        let satisfied = if rule.satisfaction {
            tell!(
                locale,
                ", and the complainant said to be satisfied",
                "，且投诉人表示满意",
                "，且投訴人表示滿意"
            )
        } else {
            String::new()
        };
        let since = rule.since.as_ref().map_or(String::new(), |event| {
            let event = self.label(event);
            tell!(locale, ", counted from: {event}", "，自“{event}”起计", "，自「{event}」起計")
        });
        tell!(
            locale,
            "before closing, {minimum} contacts: {kind}{wanted}{satisfied}{since}",
            "结案前须{kind} {minimum} 次{wanted}{satisfied}{since}",
            "結案前須{kind} {minimum} 次{wanted}{satisfied}{since}"
        )
    }

    /// Writes each action with all roles that may take it.
    fn permits(&self, track: &Track) -> Vec<String> {
        let permitted = Action::ALL.iter().filter_map(|&action| {
            let permits = track.permits.iter().filter(|permit| permit.action == action);
            let roles: Vec<&str> = permits.map(|permit| self.label(&permit.role)).collect();
            (!roles.is_empty()).then(|| (action.label(self.locale), roles.join(self.or())))
        });
        permitted
            .map(|(action, roles)| {
                tell!(
                    self.locale,
                    "{action}: by {roles} alone",
                    "{action}：仅限{roles}",
                    "{action}：僅限{roles}"
                )
            })
            .collect()
    }

    pub(super) fn people_rules(&self, people: &PeopleRules) -> Vec<PolicyEntry> {
        let locale = self.locale;
        let names = |asked: &dyn Fn(Action) -> bool| {
            let all = Action::ALL.iter().filter(|action| asked(**action));
            let all: Vec<&str> = all.map(|action| action.label(locale)).collect();
            (!all.is_empty()).then(|| all.join(self.comma()))
        };
        let beside = |concern: Exclusion| {
            names(&|action| people.lets(concern, action) && !PeopleRules::THEIRS.contains(&(concern, action)))
        };
        let mut lines = Vec::new();
        lines.extend(beside(Exclusion::Complainant).map(|actions| {
            tell!(
                locale,
                "the complainant may also: {actions}",
                "投诉人还可：{actions}",
                "投訴人還可：{actions}"
            )
        }));
        lines.extend(beside(Exclusion::ComplainedAbout).map(|actions| {
            tell!(
                locale,
                "the person complained about may also: {actions}",
                "被投诉人还可：{actions}",
                "被投訴人還可：{actions}"
            )
        }));
        lines.extend(names(&|action| people.is_for_complainant_alone(action)).map(|actions| {
            tell!(
                locale,
                "nobody records for the complainant: {actions}",
                "不得代投诉人记录：{actions}",
                "不得代投訴人記錄：{actions}"
            )
        }));
        if !people.overriders().is_empty() {
            let roles = self.names(people.overriders());
            lines.push(tell!(
                locale,
                "may approve alone in an emergency: {roles}",
                "紧急情况下可单独批准：{roles}",
                "緊急情況下可單獨批准：{roles}"
            ));
        }
        for (place, &one) in Action::ALL.iter().enumerate() {
            for &other in Action::ALL.iter().skip(place).filter(|other| people.is_parted(one, **other)) {
                let (one, other) = (one.label(locale), other.label(locale));
                lines.push(tell!(
                    locale,
                    "nobody does both in one case: {one}, {other}",
                    "同一案件中不得由同一人兼任：{one}、{other}",
                    "同一案件中不得由同一人兼任：{one}、{other}"
                ));
            }
        }
        lines.extend(names(&|action| people.needs_second_person(action)).map(|actions| {
            tell!(
                locale,
                "done by a second person: {actions}",
                "须由另一人办理：{actions}",
                "須由另一人辦理：{actions}"
            )
        }));
        lines.into_iter().map(Into::into).collect()
    }

    pub(super) fn conduct_rules(&self, conduct: Conduct) -> Vec<PolicyEntry> {
        let compensation = conduct.compensation().map(|rule| match rule {
            CompensationRule::Proactive => {
                ["compensation may be offered before anybody asks", "可主动提出补偿", "可主動提出補償"]
            }
            CompensationRule::GraveErrors => {
                ["compensation may be offered for grave errors", "重大过失可提出补偿", "重大過失可提出補償"]
            }
            CompensationRule::Unsatisfied => [
                "compensation may be offered to a customer who is not satisfied otherwise",
                "其他方式不能使客户满意时可提出补偿",
                "其他方式不能使客戶滿意時可提出補償",
            ],
            CompensationRule::Avoid => {
                ["the organisation does not offer compensation by itself", "不主动提出补偿", "不主動提出補償"]
            }
        });
        let conversation = conduct.conversation().map(|rule| match rule {
            ConversationRule::CallFirst => {
                ["a call comes before the written answer", "书面答复前先致电", "書面答覆前先致電"]
            }
            ConversationRule::ByMatter => [
                "plain questions by phone, disputes face to face",
                "一般问题电话沟通，争议问题当面沟通",
                "一般問題電話溝通，爭議問題當面溝通",
            ],
            ConversationRule::BringBack => [
                "the customer is asked to bring the product back",
                "请客户携产品前来当面沟通",
                "請客戶攜產品前來當面溝通",
            ],
        });
        let tone = conduct.tone().map(|rule| match rule {
            ToneRule::ByFault => ["the tone depends on who is at fault", "按责任归属措辞", "按責任歸屬措辭"],
            ToneRule::OursAlways => {
                ["the fault is always spoken of as one's own", "措辞一律以己方责任论", "措辭一律以己方責任論"]
            }
        });
        [compensation, conversation, tone].into_iter().flatten().map(|text| self.said(text).into()).collect()
    }
}
