//! How to talk with a complainant.

use super::entries;
use crate::guidance::playbook::Cue;
use crate::vocab::Channel;

entries! {
    "talk.listen" Do [] [Received, Registered]
        "Let the person finish, show that you understand, and keep short notes."
        "让对方说完，表示理解，并简要记下。"
        "讓對方說完，表示理解，並簡要記下。"
        ["S02-R01" "S05-R17" "S05-R25" "S09-R01" "S12-R01" "S17-R02" "S21-R01" "S25-R01" "S28-R26" "S29-R09"];
    "talk.tell-back" Say [] [Received, Registered]
        "Let me tell back what you said: have I understood it right?"
        "我复述一下您说的情况：我理解得对吗？"
        "我複述一下您說的情況：我理解得對嗎？"
        ["S02-R02" "S24-R01"];
    "talk.stay-calm" Do [] [Received, Registered, Offered]
        "Stay calm, sincere and friendly, whether the complaint is justified or not."
        "不论投诉有无道理，都保持冷静、真诚、友善。"
        "無論投訴是否有理，都要冷靜、真誠、友善。"
        ["S12-R01" "S14-R03" "S17-R01" "S22-R05" "S24-R02" "S08-R04"];
    "talk.no-argument" Avoid [] [Received, Registered, Offered]
        "Arguing, contradicting, blaming, or passing the matter to others."
        "争辩、反驳、指责，或把事情推给别人。"
        "爭辯、反駁、指責，或把事情推給別人。"
        ["S24-R02" "S28-R26" "S29-R09"];
    "talk.no-hurting-words" Avoid [] [Received, Registered]
        "Words that hurt self-respect or doubt somebody's competence, even if the person is unreasonable."
        "伤自尊、质疑能力的话，哪怕对方不讲理。"
        "傷自尊、質疑能力的話，哪怕對方不講理。"
        ["S14-R07"];
    "talk.no-negative-words" Avoid [] [Registered, Offered]
        "Words of refusal: name what you are responsible for instead."
        "否定的话；改为说明自己应负的责任。"
        "否定的話；改為說明自己應負的責任。"
        ["S12-R04"];
    "talk.change-position" Do [] [Received, Investigating, Proposed]
        "Look at it from the place of the person who complains."
        "站在对方的立场看问题。"
        "站在對方的立場看問題。"
        ["S02-R07" "S08-R08"];
    "talk.take-aside" Do [] [Received]
        "Talk apart from other customers."
        "请到一旁单独谈，不影响其他客户。"
        "請到一旁單獨談，不影響其他客戶。"
        ["S08-R02"];
    "talk.state-of-mind" Do [] [Received]
        "Find out in what state of mind the person is before you speak, and let it all be told."
        "开口之前先了解对方的精神状况，让对方尽情倾诉。"
        "開口之前先了解對方的精神狀況，讓對方盡情傾訴。"
        ["S08-R04" "S08-R08"];
    "talk.make-it-count" Do [] [Received, Resolved]
        "Let the person feel important, and say thanks."
        "让对方感到受重视，并致谢。"
        "讓對方感到受重視，並致謝。"
        ["S08-R07"];
    "talk.keep-to-the-facts" Avoid [] [Investigating, Offered]
        "Giving in against the facts for the sake of peace."
        "为求息事而违背事实地迁就。"
        "為求息事而違背事實地遷就。"
        ["S08-R07"];
    "talk.ours-always" Know [] [Received]
        "Some houses speak as though the fault were always theirs: what was misunderstood was badly explained. It is tone, and no finding."
        "有的单位一律按己方有错来说话：误会即解释不周。这只是语气，不是责任认定。"
        "有的單位一律按己方有錯來說話：誤會即解釋不周。這只是語氣，不是責任認定。"
        ["S08-R01"];
    "talk.on-the-phone" Do [Cue::Channel(Channel::PHONE), Cue::Channel(Channel::HOTLINE)] [Received]
        "Speak calmly on the phone, thank for the opinion, and do not argue."
        "电话里语气平和，感谢对方的意见，不要争论。"
        "電話裡語氣平和，感謝對方的意見，不要爭論。"
        ["S08-R10"];
    "talk.place-and-mood" Do [] [Investigating, Offered]
        "Choose a fit place and a quiet moment for the talk."
        "选好谈话的场所和气氛。"
        "選好談話的場所與氣氛。"
        ["S37-R33"];
    "talk.common-ground" Do [] [Offered]
        "Look for what both sides agree on, admit what management can do better, and stand by your basic interests."
        "寻找双方的共同点，承认管理可以改进，同时守住基本利益。"
        "尋找雙方的共同點，承認管理可以改進，同時守住基本利益。"
        ["S37-R37"];
    "talk.no-compensation" Avoid [] [Received, Investigating, Offered]
        "Bringing up compensation yourself, or steering the talk towards it."
        "主动提起赔偿，或把话题引向赔偿。"
        "主動提起賠償，或把話題引向賠償。"
        ["S37-R15"];
    "talk.unreasonable-demand" Say [] [Investigating, Offered]
        "This cannot be done, and I say so at once; let us see what can."
        "这一点办不到，先跟您说明；我们看看能做什么。"
        "這一點辦不到，先跟您說明；我們看看能做什麼。"
        ["S37-R38"];
    "talk.act-soon" Do [] [Received, Registered, Investigating]
        "Act soon: what waits grows worse. No limit follows from it where none is set."
        "尽快处理，拖久了会加重。没有设定时限的，并不因此产生时限。"
        "盡快處理，拖久了會加重。沒有設定時限的，並不因此產生時限。"
        ["S08-R09" "S29-R11"];
    "talk.slow-down" Know [] [Received, Registered]
        "Early on, a slower pace can help: reporting inside takes time, and hopes settle. No clock waits for it."
        "初期放慢节奏可能有益：内部汇报需要时间，对方的期望也会调整。时限不因此顺延。"
        "初期放慢節奏可能有益：內部匯報需要時間，對方的期望也會調整。時限不因此順延。"
        ["S37-R39"];
    "talk.why-soon" Know [] [Received]
        "A quick answer shows respect and sincerity, stops bad talk, and keeps the damage small, violence included."
        "答复快，显得尊重、有诚意，能止住负面传播，把损失乃至暴力事件减到最少。"
        "答覆快，顯得尊重、有誠意，能止住負面傳播，把損失乃至暴力事件減到最少。"
        ["S14-R06"];
}
