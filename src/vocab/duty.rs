//! What somebody must do in a case without a command asking for it.

use crate::vocab::closed::closed_vocabulary;

closed_vocabulary! {
    /// Something that somebody must do in a case because time has passed or a step was taken, and not because a command
    /// asks for it.
    ///
    /// [`Outlook`](crate::case::Outlook) says which duties are owed now and when the next one starts.
    ///
    /// ```
    /// use redress::case::Outlook;
    /// use redress::sample;
    /// use redress::vocab::course::Duty;
    ///
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?; // an answer is due on 2026-04-08 at 17:00
    /// let after = "2026-04-08T15:00:01Z".parse()?;
    /// let outlook = Outlook::of(&case, &policy, after);
    /// assert!(outlook.owed(after).any(|owed| owed.key.duty == Duty::Breach));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(PartialOrd, Ord)]
    #[expect(clippy::exhaustive_enums, reason = "a new duty must break every embedder's match")]
    pub enum Duty = "a" "duty";

    /// A clock will run out soon.
    Warning = "warning", ["warning", "预警", "預警"];
    /// A clock has run out.
    Breach = "breach", ["breach", "超时", "逾時"];
    /// A clock that is only a target has run out. It deserves a warning, and is not a breach.
    MissedTarget = "missed-target", ["missed target", "未达目标", "未達目標"];
    /// A missed limit must be reported to a role of the escalation ladder.
    Escalation = "escalation", ["escalation", "升级上报", "升級上報"];
    /// The last step of the escalation ladder has passed, and the clock is still overdue.
    LadderExhausted = "ladder-exhausted", ["ladder exhausted", "升级已到顶", "升級已到頂"];
    /// The due date of a clock cannot be determined, so that a person must look at it.
    UndeterminedClock = "undetermined-clock", ["clock undetermined", "时限未定", "時限未定"];
    /// An answer was promised by a certain instant, whatever the progress.
    PromisedAnswer = "promised-answer", ["promised answer", "承诺的答复", "承諾的答覆"];
    /// The promised instant has passed without an answer.
    BrokenPromise = "broken-promise", ["broken promise", "未履行的承诺", "未履行的承諾"];
    /// The complaint is not solved, and no answer is promised any more.
    NewPromise = "new-promise", ["new promise", "重新承诺", "重新承諾"];
    /// A step of an approval waits for its signatures.
    Signature = "signature", ["signature", "待签署", "待簽署"];
    /// A step of an approval has waited too long and goes to a higher level.
    OverdueSignature = "overdue-signature", ["overdue signature", "签署逾期", "簽署逾期"];
    /// The complainant has not been contacted as often as closing requires.
    FollowUp = "follow-up", ["follow-up", "回访", "回訪"];
    /// The complainant was contacted often enough for closing, but less often than the policy wishes.
    FurtherFollowUp = "further-follow-up", ["further follow-up", "继续回访", "繼續回訪"];
    /// The complainant has not answered for so long that the offer may lapse.
    Lapse = "lapse", ["lapse", "提议失效", "提議失效"];
    /// A department has no measure against further damage in place.
    Containment = "containment", ["containment", "围堵", "圍堵"];
    /// A measure was carried out, and its effect has not been confirmed.
    EffectCheck = "effect-check", ["effect check", "效果确认", "效果確認"];
    /// The complaint has been open for so long that it must become a project.
    Project = "project", ["project", "立项", "立項"];
}
