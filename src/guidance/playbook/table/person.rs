//! Advice by the person: behaviour, motive, reaction, silence. Where a procedure only names a word, the advice is a
//! choice of this crate.

use super::entries;
use crate::guidance::playbook::Cue;
use crate::vocab::kind::Nature;
use crate::vocab::person::{
    Behaviour, ChurnKind, ChurnSignal, Motive, Reaction, SilenceReason, SilentOutlet,
};

entries! {
    "behaviour.passive-grumbling" Do [Cue::Behaviour(Behaviour::PASSIVE_GRUMBLING)] [Received]
        "Ask what is behind the grumbling: little is said, and it is meant."
        "话虽不多，也要问清抱怨背后的问题。"
        "話雖不多，也要問清抱怨背後的問題。"
        ["S04-R12"];
    "behaviour.negative-publicity" Do [Cue::Behaviour(Behaviour::NEGATIVE_PUBLICITY)] [Received]
        "Answer at once: bad news is faster than an answer."
        "立即回应，负面消息传得比答复快。"
        "立即回應，負面消息傳得比答覆快。"
        ["S04-R13" "S05-R30"];
    "behaviour.angry-venting" Do [Cue::Behaviour(Behaviour::ANGRY_VENTING), Cue::Motive(Motive::VENTING)] [Received]
        "Do not interrupt or criticise: let the anger out, then explain and apologise."
        "不打断、不批评，先让对方发泄，再解释、道歉。"
        "不打斷、不批評，先讓對方發洩，再解釋、道歉。"
        ["S04-R14" "S04-R22" "S14-R02" "S29-R09"];
    "behaviour.extreme-radical" Do [Cue::Behaviour(Behaviour::EXTREME_RADICAL)] [Received]
        "Keep everybody safe, answer quickly, and bring in somebody with authority."
        "确保各方安全，迅速答复，请有权限的人出面。"
        "確保各方安全，迅速答覆，請有權限的人出面。"
        ["S04-R15" "S14-R06"];
    "motive.respect" Do [Cue::Motive(Motive::RESPECT)] [Received]
        "The person wants to be taken seriously: give time, attention and thanks."
        "对方希望被尊重：给时间、给关注，并致谢。"
        "對方希望被尊重：給時間、給關注，並致謝。"
        ["S04-R23" "S08-R07"];
    "motive.redress" Do [Cue::Motive(Motive::REDRESS)] [Proposed]
        "The person wants the loss made good: speak of the solution early."
        "对方希望弥补损失：及早谈解决办法。"
        "對方希望彌補損失：及早談解決辦法。"
        ["S04-R24" "S03-R16"];
    "motive.recognition" Do [Cue::Motive(Motive::RECOGNITION)] [Received]
        "The person wants to be agreed with: say what is right about it."
        "对方希望得到认同：先肯定其中有道理的部分。"
        "對方希望得到認同：先肯定其中有道理的部分。"
        ["S04-R25"];
    "motive.showing-off" Do [Cue::Motive(Motive::SHOWING_OFF)] [Received]
        "The person wants to show what they know: ask for advice, and thank for it."
        "对方想表现自己：请教建议，并致谢。"
        "對方想表現自己：請教建議，並致謝。"
        ["S04-R26" "S28-R28"];
    "motive.revenge" Do [Cue::Motive(Motive::REVENGE)] [Received, Investigating]
        "The person is deeply disappointed: stay with the facts, and see that it goes no further."
        "对方极度失望：以事实沟通，防止事态扩大。"
        "對方極度失望：以事實溝通，防止事態擴大。"
        ["S04-R27" "S28-R02"];
    "motive.trust" Do [Cue::Motive(Motive::TRUST)] [Received, FollowingUp]
        "The person trusts you to do better: say thanks, and tell what was improved."
        "对方信任你会改进：致谢，并告知改进结果。"
        "對方信任你會改進：致謝，並告知改進結果。"
        ["S28-R03" "S09-R05"];
    "reaction.uncertainty-anxiety" Do [Cue::Reaction(Reaction::UNCERTAINTY_ANXIETY)] [Investigating]
        "Not knowing makes anxious: say what happens next, and when."
        "不确定会引起焦虑：说清下一步做什么、何时做。"
        "不確定會引起焦慮：說清下一步做什麼、何時做。"
        ["S37-R08"];
    "reaction.accumulation-chain" Do [Cue::Reaction(Reaction::ACCUMULATION_CHAIN)] [Investigating]
        "Old flaws are added up: take them one by one, each with its answer."
        "旧问题会累加：逐项回应，各有答复。"
        "舊問題會累加：逐項回應，各有答覆。"
        ["S37-R09"];
    "reaction.negative-refraction" Do [Cue::Reaction(Reaction::NEGATIVE_REFRACTION)] [Investigating]
        "The worst is believed: show what can be checked."
        "对方往坏处想：出示可以查证的依据。"
        "對方往壞處想：出示可以查證的依據。"
        ["S37-R10"];
    "reaction.herd" Do [Cue::Reaction(Reaction::HERD)] [Investigating]
        "Some follow others: talk to each one about their own matter."
        "有人是跟随他人：就各自的问题分别沟通。"
        "有人是跟隨他人：就各自的問題分別溝通。"
        ["S37-R11"];
    "reaction.group-shift" Do [Cue::Reaction(Reaction::GROUP_SHIFT)] [Investigating]
        "In a group, doubts and one's own estimates pass for facts: put figures from the file beside them."
        "群体中猜疑和自估会被当成事实：用档案数据对照。"
        "群體中猜疑和自估會被當成事實：用檔案數據對照。"
        ["S37-R12"];
    "reaction.focus-forcing" Do [Cue::Reaction(Reaction::FOCUS_FORCING)] [Investigating, Offered]
        "Everything hangs on one demand: show other ways to the same end."
        "对方咬定一个要求：给出达到同一目的的其他办法。"
        "對方咬定一個要求：給出達到同一目的的其他辦法。"
        ["S37-R13" "S37-R40"];
    "reaction.interest-orientation" Know [Cue::Reaction(Reaction::INTEREST_ORIENTATION)] [Offered]
        "In the end it is about money or a fee: do not be the first to speak of it."
        "最终指向减免或钱款：不要先提起。"
        "最終指向減免或款項：不要先提起。"
        ["S37-R14" "S37-R15"];
    "nature.emotional" Do [Cue::Nature(Nature::EMOTIONAL)] [Received]
        "Calm first, matter second."
        "先安抚情绪，再谈问题。"
        "先安撫情緒，再談問題。"
        ["S05-R14" "S10-R23"];
    "nature.rational" Do [Cue::Nature(Nature::RATIONAL)] [Received]
        "Answer facts with facts, and take the evidence into the file."
        "以事实回应事实，证据收入档案。"
        "以事實回應事實，證據收入檔案。"
        ["S05-R15"];
    "nature.structural" Do [Cue::Nature(Nature::STRUCTURAL)] [Investigating, Reviewed]
        "The process is at fault: pass it to those who can change it."
        "问题出在流程或制度：转给有权改进的部门。"
        "問題出在流程或制度：轉給有權改進的部門。"
        ["S05-R16"];
    "silence.not-used-to" Do [Cue::SilenceReason(SilenceReason::NOT_USED_TO)] []
        "Ask of your own accord: this customer does not complain by habit."
        "主动询问：这类客户没有投诉的习惯。"
        "主動詢問：這類客戶沒有投訴的習慣。"
        ["S28-R05"];
    "silence.useless" Do [Cue::SilenceReason(SilenceReason::USELESS)] []
        "Show what complaints have changed."
        "让客户看到投诉带来的改变。"
        "讓客戶看到投訴帶來的改變。"
        ["S28-R06"];
    "silence.trouble" Do [Cue::SilenceReason(SilenceReason::TROUBLE)] []
        "Make it short and easy to complain."
        "让投诉省时、省事、好办。"
        "讓投訴省時、省事、好辦。"
        ["S28-R07"];
    "outlet.tells-friends" Know [Cue::SilentOutlet(SilentOutlet::TELLS_FRIENDS)] []
        "What is not told to you is told to friends and family."
        "没对你说的，会对亲友说。"
        "沒對你說的，會對親友說。"
        ["S28-R08"];
    "outlet.rejects-inwardly" Know [Cue::SilentOutlet(SilentOutlet::REJECTS_INWARDLY)] []
        "Some give the service up inwardly, and nothing shows."
        "有人心里已否定服务，表面看不出来。"
        "有人心裡已否定服務，表面看不出來。"
        ["S28-R08"];
    "churn.complaint" Know [Cue::ChurnSignal(ChurnSignal::COMPLAINT)] []
        "Who complains may leave, and can still be kept."
        "投诉的客户可能流失，但还能挽回。"
        "投訴的客戶可能流失，但仍能挽回。"
        ["S28-R01" "S28-R28"];
    "churn.silence" Know [Cue::ChurnSignal(ChurnSignal::SILENCE)] []
        "Most who are dissatisfied say nothing: silence is a signal, too."
        "不满的客户多半不说，沉默也是信号。"
        "不滿的客戶多半不說，沉默也是信號。"
        ["S28-R01"];
    "churn.active" Do [Cue::ChurnKind(ChurnKind::ACTIVE)] []
        "Ask who left why, and which need was not met."
        "询问离开的客户为何离开、哪些需要没有得到满足。"
        "詢問離開的客戶為何離開、哪些需要沒有得到滿足。"
        ["S28-R09" "S28-R29"];
    "churn.passive" Know [Cue::ChurnKind(ChurnKind::PASSIVE)] []
        "The house ended it: count it apart from those who left by themselves."
        "由企业终止的关系，与客户自行离开的分开统计。"
        "由企業終止的關係，與客戶自行離開的分開統計。"
        ["S28-R10"];
}
