//! The account of a triage as text.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::calendar::{Calendar, CalendarError};
use crate::deadline::choice::{Bound, MissingTarget};
use crate::deadline::explanation::TraceStep;
use crate::deadline::{DeadlineError, Due, Trace};
use crate::render::phrase::{count, due, moment, tell};
use crate::render::renderer::{Renderer, cited};
use crate::triage::Explanation;
use crate::triage::account::{ClockAccount, LocalAccount, LocalChoice, MissingDueDate, OwnerAccount};

impl Renderer<'_> {
    /// Writes the steps to a due date, one for each line. The trace of a running clock includes its pauses and
    /// extensions.
    ///
    /// ```
    /// use redress::render::Renderer;
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::{ClockName, Locale};
    ///
    /// let policy = sample::policy()?;
    /// let account = triage(&policy, &sample::complaint()?, &History::none())?.explain();
    /// let text = Renderer::of(&policy, Locale::En).trace(&account.clocks()[0].trace());
    /// assert!(text.contains("Good Friday"), "{text}");
    /// assert!(text.ends_with("due Wed 2026-04-08 17:00"), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn trace(&self, trace: &Trace) -> String {
        let lines = trace.steps().iter().filter_map(|step| {
            let TraceStep::Due { at, bound, local } = step else { return self.step(step, false) };
            let due = due(self, *at, *bound, *local);
            Some(tell!(self, ACCOUNT_DUE, due))
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Writes an instant in the local time of a calendar.
    ///
    /// ```
    /// use redress::render::Renderer;
    /// use redress::sample;
    /// use redress::vocab::Locale;
    ///
    /// let (calendar, policy) = (sample::calendar()?, sample::policy()?);
    /// let at = "2026-04-02T08:00:00Z".parse()?;
    /// assert_eq!(Renderer::of(&policy, Locale::En).instant(&calendar, at), "Thu 2026-04-02 10:00");
    /// assert_eq!(Renderer::of(&policy, Locale::ZhHant).instant(&calendar, at), "2026-04-02（週四）10:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn instant(&self, calendar: &Calendar, at: DateTime<Utc>) -> String {
        moment(self, at, calendar.local(at).ok())
    }

    /// Writes a due date in the local time of a calendar. A midnight that is already too late is written as 24:00 of
    /// the day before.
    ///
    /// ```
    /// use redress::{render::Renderer, sample, vocab::{ClockName, Locale}};
    /// use redress::triage::{History, triage};
    ///
    /// let (calendar, policy) = (sample::calendar()?, sample::policy()?);
    /// let answer = triage(&policy, &sample::complaint()?, &History::none())?.due(ClockName::RESPONSE);
    /// let due = answer.ok_or("no due date")?;
    /// assert_eq!(Renderer::of(&policy, Locale::En).due(&calendar, due), "Wed 2026-04-08 17:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn due(&self, calendar: &Calendar, at: Due) -> String {
        due(self, at.at(), at.bound(), calendar.wall_clock(at.at(), at.bound() == Bound::Exclusive))
    }
}

impl Renderer<'_> {
    /// Writes the whole account of a triage, over several lines.
    ///
    /// ```
    /// use redress::render::Renderer;
    /// use redress::sample;
    /// use redress::triage::{History, triage};
    /// use redress::vocab::Locale;
    ///
    /// let policy = sample::policy()?;
    /// let account = triage(&policy, &sample::complaint()?, &History::none())?.explain();
    /// let text = Renderer::of(&policy, Locale::En).explanation(&account);
    /// assert!(text.starts_with("Complaint A-17 — policy shop (1)\n"), "{text}");
    /// assert!(text.contains("\nOwner: quality department"), "{text}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn explanation(&self, account: &Explanation) -> String {
        let (policy, version) = account.policy();
        let mut lines = Vec::from([tell!(self, ACCOUNT_HEAD, id = account.complaint, policy, version)]);
        lines.extend(account.local_times().iter().map(|read| self.local_time(read)));
        lines.extend(self.findings(account));
        lines.push(tell!(self, ACCOUNT_OWNER, owner = self.owner(&account.owner)));
        lines.extend(self.routes(account));
        let mut calendar = None;
        for clock in &account.clocks {
            lines.push(self.clock(clock));
            // The calendar is written once, and again only when another one follows.
            lines.extend(self.steps(clock, calendar).map(|step| format!("  - {step}")));
            lines.extend(self.periods(clock).map(|periods| format!("  - {periods}")));
            let asked = clock.trace.steps().iter().find(|step| matches!(step, TraceStep::Calendar { .. }));
            calendar = asked.or(calendar);
        }
        if account.repeats > 0 {
            lines.push(tell!(self, ACCOUNT_EARLIER_COMPLAINTS_SAME, n = account.repeats));
        }
        lines.join("\n")
    }

    /// Writes how a local time was read that the clock of the zone does not show exactly once.
    fn local_time(&self, read: &LocalAccount) -> String {
        let event = read.event();
        let event = self.label(&event);
        let local = read.local().format("%Y-%m-%d %H:%M:%S");
        match read.reading() {
            LocalChoice::AfterGap => tell!(self, ACCOUNT_CLOCK_SKIPS_READ, event, local),
            LocalChoice::Earlier => tell!(self, ACCOUNT_CLOCK_SHOWS_TWICE, event, local),
            LocalChoice::Later => tell!(self, ACCOUNT_CLOCK_SHOWS_TWICE_READ, event, local),
        }
    }

    /// Writes the severity and what moved the due date of the first clock, on one line for a table. The example of
    /// [`Renderer`] shows it.
    #[must_use]
    pub fn short(&self, account: &Explanation) -> String {
        if let OwnerAccount::NotDispatched { .. } = account.owner {
            return self.owner(&account.owner);
        }
        let severity = account.severity.as_ref().map(|severity| self.severity_in_short(severity));
        let clock = account.clocks.first().map(|clock| match &clock.without {
            Some(without) => self.without(without),
            None => self.key_steps(clock).collect::<Vec<_>>().join(self.semicolon()),
        });
        severity.into_iter().chain(clock).collect::<Vec<_>>().join(self.semicolon())
    }

    /// Writes the headline of a clock: its name, when it is due, and by which target.
    fn clock(&self, clock: &ClockAccount) -> String {
        let department = clock.department.as_ref().map_or(String::new(), |department| {
            let department = self.label(department);
            tell!(self, ACCOUNT_DEPARTMENT, department)
        });
        let answer = match (&clock.without, clock.trace.steps().last()) {
            (Some(without), _) => self.without(without),
            (None, Some(TraceStep::Due { at, bound, local })) => {
                let due = due(self, *at, *bound, *local);
                tell!(self, ACCOUNT_DUE, due)
            }
            (None, _) => String::new(),
        };
        let target = clock.target.as_ref().map_or(String::new(), |target| {
            tell!(self, ACCOUNT_TARGET, id = target.id, citation = cited(&target.citation))
        });
        tell!(
            self,
            ACCOUNT_CLOCK,
            name = self.label(&clock.clock),
            citation = cited(&clock.citation),
            department,
            answer,
            target
        )
    }

    fn without(&self, without: &MissingDueDate) -> String {
        match without {
            MissingDueDate::NotStarted { anchor } => tell!(self, ACCOUNT_WAITS, event = self.label(anchor)),
            MissingDueDate::Exempt { citation } => {
                tell!(self, ACCOUNT_DOES_NOT_RUN, citation = cited(citation))
            }
            MissingDueDate::Undetermined { reason } => {
                tell!(self, ACCOUNT_UNDETERMINED, reason = self.error(reason))
            }
        }
    }

    pub(super) fn error(&self, error: &DeadlineError) -> String {
        match error {
            DeadlineError::Calendar(CalendarError::NotKnown { calendar, asked, first, last }) => {
                tell!(self, ACCOUNT_CALENDAR_NOT_KNOWN, calendar, asked, first, last)
            }
            DeadlineError::Calendar(CalendarError::AfterLastYear { calendar }) => {
                tell!(self, ACCOUNT_CALENDAR_ANSWER_LIES, calendar)
            }
            DeadlineError::Calendar(CalendarError::BeforeFirstYear { calendar }) => {
                tell!(self, ACCOUNT_CALENDAR_ANSWER_LIES_BEFORE, calendar)
            }
            DeadlineError::Calendar(CalendarError::SkippedTime { calendar, local }) => {
                tell!(self, ACCOUNT_CLOCK_CALENDAR_SKIPS, local = local.format("%Y-%m-%d %H:%M:%S"), calendar)
            }
            DeadlineError::Calendar(CalendarError::RepeatedTime { calendar, local }) => {
                tell!(self, ACCOUNT_CLOCK_CALENDAR_SHOWS, local = local.format("%Y-%m-%d %H:%M:%S"), calendar)
            }
            DeadlineError::Calendar(CalendarError::NoBusinessHours { calendar, date }) => {
                tell!(self, ACCOUNT_CALENDAR_NO_BUSINESS, calendar, date)
            }
            DeadlineError::SeverityNotKnown => tell!(self, ACCOUNT_SEVERITY_NOT_KNOWN),
            DeadlineError::NotAnswered { fact } => tell!(self, ACCOUNT_RUNS_ONLY_IF, fact = self.label(fact)),
            DeadlineError::NoTarget { wanted } => tell!(
                self,
                ACCOUNT_NO_TARGET_SET,
                wanted = match wanted {
                    MissingTarget::Category(category) => self.label(category).to_string(),
                    MissingTarget::Parameter(name) => name.clone(),
                    MissingTarget::AnyCategory => tell!(self, ACCOUNT_COMPLAINT_WITHOUT_CATEGORY),
                }
            ),
            DeadlineError::OutOfRange { count: amount } => {
                tell!(self, ACCOUNT_LEADS_BEYOND_YEAR, amount = count(self, *amount))
            }
            DeadlineError::TooManyPeriods { most } => tell!(self, ACCOUNT_MORE_THAN_PERIODS, most),
            // A fault of a limit is for the author of the policy, in the words of the error.
            error @ (DeadlineError::Fault(_)
            | DeadlineError::UnitMismatch { .. }
            | DeadlineError::NoAnchor { .. }
            | DeadlineError::OtherPolicy {}
            | DeadlineError::NoPartApplies { .. }) => {
                self.rare_error(error).unwrap_or_else(|| error.to_string())
            }
        }
    }
}
