//! The life of a case, a line an event, and where it stands.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use chrono::{DateTime, Utc};

use crate::case::command::Note;
use crate::case::{Case, Event};
use crate::policy::{Policy, PolicyVersion};
use crate::render::phrase::{moment, tell};
use crate::render::renderer::Renderer;
use crate::vocab::{Action, ActorId, CaseId, CommandId, Locale, Role, Stage};

/// The life of a case in a language: [`Renderer::timeline`] makes it, `Display` writes it.
///
/// Notes may be personal and are left out of the text unless [`Timeline::with_notes`] asks for them. What the
/// complainant said, and who that is, is never part of it.
#[derive(Clone, Debug)]
pub struct Timeline<'c> {
    id: CaseId,
    version: PolicyVersion,
    /// The whole case; none where only some of its events are told.
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
    /// When it was entered.
    pub at: DateTime<Utc>,
    /// The same as the wall clock of the policy's calendar shows it.
    pub when: String,
    /// Who did it.
    pub by: ActorId,
    /// As what, where the policy keeps the action to a role.
    pub role: Option<Role>,
    /// The command.
    pub command: CommandId,
    /// What was done; none where a history begins in the middle of a command.
    pub action: Option<Action>,
    /// What was done, in words.
    pub what: String,
    /// What was written down beside. It may be personal.
    pub notes: Vec<Note>,
    /// What followed from it, in words: by which authority, by which rules, by which chain.
    pub then: Vec<String>,
    /// To which stage it came.
    pub to: Option<Stage>,
    locale: Locale,
    /// The role, in words.
    as_what: String,
    shows_notes: bool,
}

impl<'a> Renderer<'a> {
    /// Tells the life of a case: an entry for each command, with the events that followed from it folded in.
    ///
    /// Words are read by the labels of the policy, instants by the zone of its calendar. The text is for people: nothing
    /// in the crate reads it, and it may improve in any version.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::approval::Roster;
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::policy::{Policy, Routing};
    /// # use redress::triage::ComplaintDocument;
    /// use redress::case::{Command, Office, Request, Stamp, open};
    /// use redress::case::command::Remark;
    /// use redress::render::Renderer;
    /// use redress::vocab::Locale;
    ///
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("office", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// # let policy = Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).build()?;
    /// # let roster = Roster::builder("2026-03").build()?;
    /// # let said = ComplaintDocument::new("A-1".parse()?, "2026-03-02T08:00:00Z".parse()?);
    /// let case = open(&policy, said, Stamp::new("k-1".parse()?, "anna".parse()?, "2026-03-02T08:05:00Z".parse()?))?;
    /// let note = Command::Note(Remark::new("Called twice.".parse()?));
    /// let request = Request::on(&case, Stamp::new("k-2".parse()?, "anna".parse()?, "2026-03-02T08:30:00Z".parse()?), note);
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// let case = case.after(&decision)?;
    ///
    /// let told = Renderer::of(&policy, Locale::En).timeline(&case, &policy);
    /// assert_eq!(told.entries().len(), 2);
    /// assert!(told.to_string().ends_with("Mon 2026-03-02 09:30  anna: note"));
    /// assert!(told.with_notes().to_string().ends_with("Mon 2026-03-02 09:30  anna: note\n    “Called twice.”"));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn timeline<'c>(&self, case: &'c Case, policy: &'c Policy) -> Timeline<'c>
    where
        'a: 'c,
    {
        let told = self.events(case.id(), case.events(), policy);
        Timeline { version: case.policy().clone(), case: Some(case), ..told }
    }

    /// Tells events of a case, such as those of one day, whether or not they are all. Nothing of them is checked: what
    /// does not belong together is told as well, and where the case stands is not.
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
                    entry.to = moved(event).or(entry.to);
                }
                None => entries.push(entry(self, policy, event)),
            }
        }
        let version = PolicyVersion::of(policy);
        Timeline { id, version, case: None, policy, renderer: *self, entries, standing_at: None }
    }

    /// Writes where a case stands at an instant: its stage and standing, a line for each clock, a line for each duty that
    /// is [owed](crate::case::Outlook::owed), and when something changes next.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
    /// # use redress::deadline::{Clock, Term};
    /// # use redress::policy::{ClockRule, Policy, Routing};
    /// # use redress::triage::ComplaintDocument;
    /// # use redress::vocab::{Anchor, ClockName};
    /// use redress::case::{Office, Stamp, open};
    /// use redress::render::Renderer;
    /// use redress::vocab::Locale;
    ///
    /// # let zone = Zone::tabulate("Europe/Berlin", &chrono_tz::Europe::Berlin, KnownDays::years(2026, 2026)?)?;
    /// # let calendar = Calendar::builder("office", zone)
    /// #     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
    /// #     .build()?;
    /// # let closure = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(2));
    /// # let policy = Policy::builder("desk").version("1").calendar(calendar).routing(Routing::none()).clock(closure).build()?;
    /// # let said = ComplaintDocument::new("A-1".parse()?, "2026-03-02T08:00:00Z".parse()?);
    /// let case = open(&policy, said, Stamp::new("k-1".parse()?, "anna".parse()?, "2026-03-02T08:05:00Z".parse()?))?;
    /// let told = Renderer::of(&policy, Locale::En).standing(&case, &policy, "2026-03-03T11:00:00Z".parse()?);
    /// assert_eq!(
    ///     told,
    ///     "At Tue 2026-03-03 12:00: received, within the limit
    ///   closure: running, due Wed 2026-03-04 09:00
    ///   next: Wed 2026-03-04 09:00, a clock changes",
    /// );
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn standing(&self, case: &Case, policy: &Policy, now: DateTime<Utc>) -> String {
        self.standing_lines(case, policy, now).join("\n")
    }
}

fn entry(renderer: &Renderer<'_>, policy: &Policy, event: &Event) -> TimelineEntry {
    let local = |at| moment(renderer.locale, at, policy.calendar().local(at).ok());
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
        locale: renderer.locale,
        as_what: event.role.as_ref().map_or(String::new(), |role| {
            let role = renderer.label(role);
            tell!(renderer.locale, " ({role})", "（{role}）", "（{role}）")
        }),
        shows_notes: false,
    }
}

fn moved(event: &Event) -> Option<Stage> {
    if let crate::case::EventKind::Moved(to) = &event.what { Some(*to) } else { None }
}

impl Timeline<'_> {
    /// The entries, in the order of the case; each is written by `Display` as it stands in the whole.
    #[must_use]
    pub fn entries(&self) -> &[TimelineEntry] {
        &self.entries
    }

    /// Shows notes, too, to those who may see them.
    #[must_use]
    pub fn with_notes(mut self) -> Self {
        for entry in &mut self.entries {
            entry.shows_notes = true;
        }
        self
    }

    /// Says below where every clock stands at an instant, what is owed then, and when something changes next.
    #[must_use]
    pub const fn with_standing(mut self, now: DateTime<Utc>) -> Self {
        self.standing_at = Some(now);
        self
    }
}

impl fmt::Display for TimelineEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colon = if self.locale == Locale::En { ": " } else { "：" };
        write!(f, "{}  {}{}{colon}{}", self.when, self.by, self.as_what, self.what)?;
        if let Some(to) = self.to {
            write!(f, " → {}", to.label(self.locale))?;
        }
        for then in &self.then {
            write!(f, "\n  - {then}")?;
        }
        for note in self.notes.iter().filter(|_| self.shows_notes) {
            let text = note.as_str().replace('\n', "\n    ");
            match self.locale {
                Locale::En | Locale::ZhHans => write!(f, "\n    “{text}”")?,
                Locale::ZhHant => write!(f, "\n    「{text}」")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Timeline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (id, name, version) = (self.id, &self.version.name, &self.version.version);
        f.write_str(&tell!(
            self.renderer.locale,
            "Case {id} — policy {name} ({version})",
            "案件 {id} — 制度 {name}（{version}）",
            "案件 {id} — 制度 {name}（{version}）",
        ))?;
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
