//! The life of a case, one line for each command, and where the case stands.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, Utc};

use crate::case::command::Note;
use crate::case::{Case, Event};
use crate::labels::phrase::fill;
use crate::labels::phrases;
use crate::policy::{Policy, PolicyVersion};
use crate::render::phrase::Said;
use crate::render::phrase::{moment, tell};
use crate::render::renderer::Renderer;
use crate::vocab::{Action, ActorId, CaseId, CommandId, Role, Stage};

/// The life of a case in a language. [`Renderer::timeline`] makes it, and `Display` writes it.
///
/// Notes may be personal, so that the text contains them only after [`Timeline::with_notes`]. The complainant's words
/// and identity are never part of it.
///
/// ```
/// use redress::render::Renderer;
/// use redress::sample;
/// use redress::vocab::{Action, Locale, Stage};
///
/// let (policy, roster) = (sample::policy()?, sample::roster()?);
/// let case = sample::case_in_approval(&policy, &roster)?;
/// let told = Renderer::of(&policy, Locale::En).timeline(&case, &policy);
/// let last = told.entries().last().ok_or("no entry")?;
/// assert_eq!((last.action, last.to), (Some(Action::Submit), Some(Stage::InApproval)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Timeline<'c> {
    id: CaseId,
    version: PolicyVersion,
    /// The whole case. `None` if only some of its events are told.
    case: Option<&'c Case>,
    policy: &'c Policy,
    renderer: Renderer<'c>,
    entries: Vec<TimelineEntry>,
    standing_at: Option<DateTime<Utc>>,
}

/// One command of a case, with what followed from it.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct TimelineEntry {
    /// The number of its first event.
    pub number: u64,
    /// The instant at which it was entered.
    pub at: DateTime<Utc>,
    /// The same instant, in the local time of the policy's calendar.
    pub when: String,
    /// The person who gave the command.
    pub by: ActorId,
    /// The role in which the person acted. `None` if the policy allows the action to everybody.
    pub role: Option<Role>,
    /// The id of the command.
    pub command: CommandId,
    /// What was done. `None` if a history begins in the middle of a command.
    pub action: Option<Action>,
    /// What was done, in words.
    pub what: String,
    /// Notes that were written with it. They may be personal.
    pub notes: Vec<Note>,
    /// What followed from it, in words: by which authority, by which rules, by which chain.
    pub then: Vec<String>,
    /// The stage to which it moved the case. `None` if the stage stayed.
    pub to: Option<Stage>,
    /// The role, in words.
    as_what: String,
    /// The stage, in words.
    to_what: String,
    /// What stands before the deed, and the text around a note.
    colon: String,
    quote: String,
    shows_notes: bool,
}

impl<'a> Renderer<'a> {
    /// Tells the life of a case: one entry for each command, together with the events that followed from it.
    ///
    /// Words have the labels of the policy, and instants are in the local time of its calendar. The text is for people
    /// only, and may improve in any version.
    ///
    /// ```
    /// use redress::case::command::Remark;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::{render::Renderer, sample, vocab::Locale};
    /// # use std::error::Error;
    ///
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let note = Command::Note(Remark::new("Called twice.".parse()?));
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T08:30:00Z".parse()?);
    /// let decision = Office::new(&policy, &roster).decide(&case, Request::on(&case, stamp, note))?;
    /// let case = case.after(&decision)?;
    ///
    /// let told = Renderer::of(&policy, Locale::En).timeline(&case, &policy);
    /// assert_eq!(told.entries().len(), 3);
    /// assert!(told.to_string().ends_with("Thu 2026-04-02 10:30  anna: note"));
    /// assert!(told.with_notes().to_string().ends_with("Thu 2026-04-02 10:30  anna: note\n    “Called twice.”"));
    /// # Ok::<(), Box<dyn Error>>(())
    /// ```
    #[must_use]
    pub fn timeline<'c>(&self, case: &'c Case, policy: &'c Policy) -> Timeline<'c>
    where
        'a: 'c,
    {
        let told = self.events(case.id(), case.events(), policy);
        Timeline { version: case.policy().clone(), case: Some(case), ..told }
    }

    /// Tells some events of a case, such as those of one day.
    ///
    /// Nothing is checked: events that do not belong together are told as well. Where the case stands is not told.
    #[must_use]
    pub fn events<'c>(&self, id: CaseId, events: &[Event], policy: &'c Policy) -> Timeline<'c>
    where
        'a: 'c,
    {
        let mut entries: Vec<TimelineEntry> = Vec::new();
        for event in events {
            let action = event.what.action();
            let last = entries.last_mut().filter(|last| action.is_none() && last.command == event.command);
            match last {
                Some(entry) => {
                    entry.then.extend(self.consequence(policy, &event.what));
                    if let Some(to) = moved(event) {
                        entry.to = Some(to);
                        entry.to_what = to.said(self).into();
                    }
                }
                None => entries.push(entry(self, policy, event)),
            }
        }
        let version = PolicyVersion::of(policy);
        Timeline { id, version, case: None, policy, renderer: *self, entries, standing_at: None }
    }

    /// Writes where a case stands at an instant: its stage and standing, one line for each clock, one for each duty
    /// that is [owed](crate::case::Outlook::owed), and when something changes next.
    ///
    /// ```
    /// use redress::{render::Renderer, sample, vocab::Locale};
    ///
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let told = Renderer::of(&policy, Locale::En).standing(&case, &policy, "2026-04-07T11:00:00Z".parse()?);
    /// assert!(told.starts_with("At Tue 2026-04-07 13:00: registered, within the limit\n"), "{told}");
    /// assert!(told.contains("\n  response: running, due Wed 2026-04-08 17:00"), "{told}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn standing(&self, case: &Case, policy: &Policy, now: DateTime<Utc>) -> String {
        self.standing_lines(case, policy, now).join("\n")
    }
}

fn entry(renderer: &Renderer<'_>, policy: &Policy, event: &Event) -> TimelineEntry {
    let local = |at| moment(renderer, at, policy.calendar().local(at).ok());
    TimelineEntry {
        number: event.number,
        at: event.at,
        when: local(event.at),
        by: event.by,
        role: event.role,
        command: event.command,
        action: event.what.action(),
        what: renderer.deed(&event.what, &local),
        notes: crate::render::deeds::notes(&event.what),
        then: renderer.consequence(policy, &event.what),
        to: moved(event),
        as_what: event.role.as_ref().map_or(String::new(), |role| {
            let role = renderer.label(role);
            tell!(renderer, TIMELINE_ROLE, role)
        }),
        to_what: moved(event).map_or(String::new(), |to| to.said(renderer).into()),
        colon: renderer.plain(phrases::MARK_COLON).into(),
        quote: renderer.plain(phrases::MARK_QUOTE).into(),
        shows_notes: false,
    }
}

fn moved(event: &Event) -> Option<Stage> {
    if let crate::case::EventKind::Moved(to) = &event.what { Some(*to) } else { None }
}

impl Timeline<'_> {
    /// Returns the entries, in the order of the case. `Display` writes each entry as it stands in the whole text.
    #[must_use]
    pub fn entries(&self) -> &[TimelineEntry] {
        &self.entries
    }

    /// Includes notes in the text. Use it only for people who may see them.
    #[must_use]
    pub fn with_notes(mut self) -> Self {
        for entry in &mut self.entries {
            entry.shows_notes = true;
        }
        self
    }

    /// Adds where every clock stands at an instant, what is owed then, and when something changes next.
    ///
    /// ```
    /// use redress::{render::Renderer, sample, vocab::Locale};
    ///
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let case = sample::case(&policy, &roster)?;
    /// let told = Renderer::of(&policy, Locale::En).timeline(&case, &policy);
    /// let told = told.with_standing("2026-04-07T11:00:00Z".parse()?).to_string();
    /// assert!(told.contains("At Tue 2026-04-07 13:00: registered, within the limit"), "{told}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn with_standing(mut self, now: DateTime<Utc>) -> Self {
        self.standing_at = Some(now);
        self
    }
}

impl fmt::Display for TimelineEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}  {}{}{}{}", self.when, self.by, self.as_what, self.colon, self.what)?;
        if self.to.is_some() {
            write!(f, " → {}", self.to_what)?;
        }
        for then in &self.then {
            write!(f, "\n  - {then}")?;
        }
        for note in self.notes.iter().filter(|_| self.shows_notes) {
            let text = note.as_str().replace('\n', "\n    ");
            write!(
                f,
                "
    {}",
                fill(&self.quote, &[("text", &text)])
            )?;
        }
        Ok(())
    }
}

impl fmt::Display for Timeline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (id, name, version) = (self.id, &self.version.name, &self.version.version);
        f.write_str(&tell!(self.renderer, TIMELINE_HEAD, id, name, version))?;
        for entry in &self.entries {
            write!(f, "\n{entry}")?;
        }
        match (self.case, self.standing_at) {
            (Some(case), Some(now)) => {
                write!(f, "\n{}", self.renderer.standing(case, self.policy, now))
            }
            (None, _) | (_, None) => Ok(()),
        }
    }
}
