//! What is owed in a case without being asked for.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// What is owed in a case without being asked for, by a clock, a promise or a step of its course.
    #[derive(PartialOrd, Ord)]
    #[expect(clippy::exhaustive_enums, reason = "a new duty must break every embedder's match")]
    pub enum Duty = "a" "duty";

    /// A clock warns before it runs out.
    Warning = "warning", ["warning", "预警", "預警"];
    /// A clock has run out.
    Breach = "breach", ["breach", "超时", "超時"];
    /// A soft clock has run out: worth a warning, and no breach (A18).
    MissedTarget = "missed-target", ["missed target", "未达目标", "未達目標"];
    /// A miss is reported to a role of the ladder.
    Escalation = "escalation", ["escalation", "升级上报", "升級上報"];
    /// The last step of the ladder has passed, and the clock still runs over.
    LadderExhausted = "ladder-exhausted", ["ladder exhausted", "升级已到顶", "升級已到頂"];
    /// Nobody knows when a clock is due, and somebody has to see to it.
    UndeterminedClock = "undetermined-clock", ["clock undetermined", "时限未定", "時限未定"];
    /// An answer was promised by then, whatever the progress (S02-R05).
    PromisedAnswer = "promised-answer", ["promised answer", "承诺的答复", "承諾的答覆"];
    /// The promised instant has passed without an answer (S03-R21).
    BrokenPromise = "broken-promise", ["broken promise", "未履行的承诺", "未履行的承諾"];
    /// It is not solved, and no instant is promised (S02-R04).
    NewPromise = "new-promise", ["new promise", "重新承诺", "重新承諾"];
    /// A step of an approval waits for its signatures.
    Signature = "signature", ["signature", "待签署", "待簽署"];
    /// A step of an approval has waited for too long and goes up.
    OverdueSignature = "overdue-signature", ["overdue signature", "签署逾期", "簽署逾期"];
    /// The complainant was not yet asked as often as it takes.
    FollowUp = "follow-up", ["follow-up", "回访", "回訪"];
    /// The complainant was asked as often as it takes, and less often than wanted (S02-R12).
    FurtherFollowUp = "further-follow-up", ["further follow-up", "继续回访", "繼續回訪"];
    /// The complainant has been silent for so long that the offer may lapse.
    Lapse = "lapse", ["lapse", "提议失效", "提議失效"];
    /// A department has no measure against further damage in place yet.
    Containment = "containment", ["containment", "围堵", "圍堵"];
    /// A measure was carried out, and its effect is not confirmed.
    EffectCheck = "effect-check", ["effect check", "效果确认", "效果確認"];
    /// It has been open for so long that it has to become a project (S23-R17).
    Project = "project", ["project", "立项", "立項"];
}
