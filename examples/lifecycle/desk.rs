//! What a program keeps beside a case: the policy and the roster by which requests are decided. A real program takes
//! the time from its clock, the person from its login, the command id from its client, and stores the events.

use std::error::Error;
use std::fmt::Write;

use chrono::{DateTime, Utc};
use redress::approval::Roster;
use redress::calendar::instant;
use redress::case::course::arrows;
use redress::case::{Allowed, Case, Command, Office, Outlook, Refusal, Request, Stamp, open};
use redress::policy::Policy;
use redress::render::Renderer;
use redress::triage::ComplaintDocument;
use redress::vocab::{ActorId, Locale};

pub(crate) type Told<T = ()> = Result<T, Box<dyn Error>>;

/// How a story is told.
#[derive(Clone, Copy)]
pub(crate) struct Account {
    pub(crate) lang: Locale,
    /// Whether to show what people wrote down.
    pub(crate) notes: bool,
    pub(crate) title: [&'static str; 3],
}

pub(crate) struct Desk {
    pub(crate) policy: Policy,
    pub(crate) roster: Roster,
    pub(crate) case: Case,
    lang: Locale,
    notes: bool,
    out: String,
    /// How much of the case was told already.
    told: usize,
}

/// `03-05 20:15`, of this year, in China.
pub(crate) fn at(text: &str) -> Told<DateTime<Utc>> {
    let (day, time) = text.split_once(' ').ok_or("expected a day and a time")?;
    Ok(instant::parse(&format!("2026-{day}T{time}:00+08:00"))?)
}

/// The text in one language, out of English, simplified and traditional Chinese.
const fn pick(lang: Locale, [english, simplified, traditional]: [&str; 3]) -> &str {
    match lang {
        Locale::ZhHans => simplified,
        Locale::ZhHant => traditional,
        Locale::En | Locale::Other(_) => english,
    }
}

impl Desk {
    /// Opens a case with a complaint that somebody enters.
    pub(crate) fn open(
        policy: Policy,
        roster: Roster,
        account: Account,
        complaint: ComplaintDocument,
        (now, who): (&str, &str),
    ) -> Told<Self> {
        // Finds an approval that nobody could ever complete now, and not when it is needed.
        policy.check(&roster, at(now)?)?;
        let case = open(&policy, complaint, Stamp::new("k-0".parse()?, who.parse()?, at(now)?))?;
        let Account { lang, notes, title } = account;
        let out = format!("# {}\n\n", pick(lang, title));
        Ok(Self { policy, roster, case, lang, notes, out, told: 0 })
    }

    fn ask(&self, now: &str, who: &str, command: Command) -> Told<Request> {
        let id = format!("k-{}", self.case.revision()).parse()?;
        Ok(Request::on(&self.case, Stamp::new(id, who.parse()?, at(now)?), command))
    }

    /// Does something: decides it, and records its events.
    pub(crate) fn does(&mut self, now: &str, who: &str, command: Command) -> Told {
        let request = self.ask(now, who, command)?;
        let decision = Office::new(&self.policy, &self.roster).decide(&self.case, request)?;
        // A real program stores `decision.events()` here, in one transaction that checks `expected`.
        self.case = self.case.clone().after(&decision)?;
        for notice in decision.notices() {
            self.say(&format!("! {notice}"));
        }
        Ok(())
    }

    /// Tries something that is refused, and leaves no trace.
    pub(crate) fn may_not(&mut self, now: &str, who: &str, command: Command) -> Told {
        let action = command.action().label(self.lang);
        let request = self.ask(now, who, command)?;
        match Office::new(&self.policy, &self.roster).decide(&self.case, request) {
            Ok(_) => Err(format!("`{action}` by `{who}` was not refused").into()),
            Err(refusal) => {
                self.refusal(now, who, action, &refusal)?;
                Ok(())
            }
        }
    }

    fn refusal(&mut self, now: &str, who: &str, action: &str, refusal: &Refusal) -> Told {
        let when = Renderer::of(&self.policy, self.lang).instant(self.policy.calendar(), at(now)?);
        self.catch_up();
        let colon = pick(self.lang, [": ", "：", "："]);
        writeln!(self.out, "{when}  {who}{colon}{action} ✗\n  {refusal}")?;
        Ok(())
    }

    /// Lists what somebody may do now: the steps of the course, and how many actions beside it.
    pub(crate) fn may(&mut self, now: &str, who: &str) -> Told<Vec<Allowed>> {
        let actor: ActorId = who.parse()?;
        let all = Office::new(&self.policy, &self.roster).allowed(&self.case, actor, at(now)?);
        let may = || all.iter().filter(|allowed| allowed.refusal.is_none());
        let moves = |allowed: &&Allowed| {
            arrows(self.policy.track(), self.case.stage(), allowed.action).next().is_some()
        };
        let moving: Vec<&str> = may().filter(moves).map(|allowed| allowed.action.label(self.lang)).collect();
        let beside = may().count() - moving.len();
        self.say(&format!("allowed → {who}: {} (+ {beside})", moving.join(", ")));
        Ok(all)
    }

    /// Returns when to look again.
    pub(crate) fn next_timer(&mut self, now: &str) -> Told<Option<DateTime<Utc>>> {
        let now = at(now)?;
        let next = Outlook::of(&self.case, &self.policy, now).next_change(now);
        let shown =
            next.map(|next| Renderer::of(&self.policy, self.lang).instant(self.policy.calendar(), next));
        self.say(&format!("next_change → {}", shown.as_deref().unwrap_or("-")));
        Ok(next)
    }

    /// Where the clocks stand, what is owed, and what comes next.
    pub(crate) fn standing(&mut self, now: &str) -> Told {
        let told = Renderer::of(&self.policy, self.lang).standing(&self.case, &self.policy, at(now)?);
        self.say(&told);
        Ok(())
    }

    /// A heading, in the language of the account.
    pub(crate) fn chapter(&mut self, titles: [&str; 3]) {
        self.catch_up();
        let _ = writeln!(self.out, "\n## {}\n", pick(self.lang, titles));
    }

    /// A line of the account, in its language.
    pub(crate) fn tell(&mut self, texts: [&str; 3]) {
        let text = pick(self.lang, texts);
        self.say(text);
    }

    pub(crate) fn say(&mut self, text: &str) {
        self.catch_up();
        let _ = writeln!(self.out, "{text}");
    }

    /// Prints what happened in the case since the last output.
    fn catch_up(&mut self) {
        let told = Renderer::of(&self.policy, self.lang).timeline(&self.case, &self.policy);
        let told = if self.notes { told.with_notes() } else { told };
        for entry in told.entries().iter().skip(self.told) {
            let _ = writeln!(self.out, "{entry}");
        }
        self.told = told.entries().len();
    }

    pub(crate) fn finish(mut self) -> String {
        self.catch_up();
        self.out
    }
}
