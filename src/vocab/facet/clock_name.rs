//! What a clock is called.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// What a clock is called: the duty that it measures.
    ///
    /// A case has many clocks at once; a stored due date says which one it belongs to by this name.
    pub struct ClockName;
    /// The clocks every organisation starts with.
    pub enum StandardClockName {
        /// Until the complaint is closed (S23-R01 to S23-R06).
        Closure, CLOSURE = "closure", ["closure", "闭环时限", "閉環時限"];
        /// Until an unclosed complaint becomes a project (S23-R17).
        Project, PROJECT = "project", ["project", "立项时限", "立項時限"];
        /// Until a measure against further damage is in place (S15-R18).
        Containment, CONTAINMENT = "containment", ["containment", "围堵时限", "圍堵時限"];
        /// Until the complainant is told that the complaint has come in.
        Acknowledgement, ACKNOWLEDGEMENT = "acknowledgement", ["acknowledgement", "确认时限", "確認時限"];
        /// Until the complainant has an answer on the matter.
        Response, RESPONSE = "response", ["response", "答复时限", "答覆時限"];
        /// Until the end of the day, by which an answer should be given (S14-R04).
        SameDayAnswer, SAME_DAY_ANSWER = "same-day-answer", ["same-day answer", "当天答复", "當天答覆"];
        /// Until the last of the visits that follow an installation (S26-R04).
        ReturnVisits, RETURN_VISITS = "return-visits", ["return visits", "回访时限", "回訪時限"];
        /// Until the complainant is told how far it is, again and again.
        Update, UPDATE = "update", ["progress update", "进展告知时限", "進展告知時限"];
        /// Until the instant that the complainant was promised (S02-R04, S02-R05).
        Promise, PROMISE = "promise", ["promise", "承诺时限", "承諾時限"];
        /// Until the list of unclosed complaints is passed round again (S23-R16).
        UnclosedNotice, UNCLOSED_NOTICE = "unclosed-notice", ["unclosed notice", "未闭环通报", "未閉環通報"];
        /// Until the root cause is found and the customer has the confirmed plan of actions (S16-R05).
        RootCause, ROOT_CAUSE = "root-cause", ["root cause", "根本原因分析时限", "根本原因分析時限"];
        /// Until what was done is checked, has helped, and is standardised and spread (S16-R06).
        Verification, VERIFICATION = "verification", ["verification", "核实时限", "核實時限"];
    }
}
