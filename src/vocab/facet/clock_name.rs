//! The words of the facet `clock-name`.

use crate::vocab::open::open_vocabulary;

open_vocabulary! {
    /// The name of a clock: the duty whose time it measures.
    ///
    /// A case has many clocks at once. Each stored due date carries the name of its clock.
    ///
    /// ```
    /// use redress::sample;
    /// use redress::vocab::ClockName;
    ///
    /// let policy = sample::policy()?;
    /// let names: Vec<ClockName> = policy.clocks().iter().map(|rule| rule.clock().name()).collect();
    /// assert_eq!(names, [ClockName::RESPONSE, ClockName::CLOSURE]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ClockName;
    /// The clocks every organisation starts with.
    pub enum StandardClockName {
        /// The time until the complaint must be closed.
        Closure, CLOSURE = "closure", ["closure", "结案时限", "結案時限"];
        /// The time after which a complaint that is not closed must become a project.
        Project, PROJECT = "project", ["project", "立项时限", "立項時限"];
        /// The time until a measure against further damage must be in place.
        Containment, CONTAINMENT = "containment", ["containment", "围堵时限", "圍堵時限"];
        /// The time until the complainant must be told that the complaint arrived.
        Acknowledgement, ACKNOWLEDGEMENT = "acknowledgement", ["acknowledgement", "确认时限", "確認時限"];
        /// The time until the complainant must have an answer on the matter. An acknowledgement is not an answer.
        Response, RESPONSE = "response", ["response", "答复时限", "答覆時限"];
        /// The time until the end of the day, by which an answer should be given. Usually a target and not a limit.
        SameDayAnswer, SAME_DAY_ANSWER = "same-day-answer", ["same-day answer", "当天答复", "當天答覆"];
        /// The time until the last of the visits that follow an installation.
        ReturnVisits, RETURN_VISITS = "return-visits", ["return visits", "回访时限", "回訪時限"];
        /// The time until the complainant must be told of progress. It repeats.
        Update, UPDATE = "update", ["progress update", "进展告知时限", "進展告知時限"];
        /// The time until the instant that the complainant was promised.
        Promise, PROMISE = "promise", ["promise", "承诺时限", "承諾時限"];
        /// The time until the list of complaints that are not closed must be circulated again.
        UnclosedNotice, UNCLOSED_NOTICE = "unclosed-notice", ["unclosed notice", "未结案通报", "未結案通報"];
        /// The time until the root cause must be found and the customer must have the confirmed plan of actions.
        RootCause, ROOT_CAUSE = "root-cause", ["root cause", "根本原因分析时限", "根本原因分析時限"];
        /// The time until the measures must be checked, must have helped, and must be the standard.
        Verification, VERIFICATION = "verification", ["verification", "核实时限", "核實時限"];
    }
}
