//! Where complaints are read, judged and written down.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use chrono::{DateTime, Utc};
use redress::calendar::instant;
use redress::deadline::Due;
use redress::guidance::validity::validity;
use redress::policy::clock::ClockPart;
use redress::policy::clock::Target;
use redress::policy::severity::SeverityRule;
use redress::policy::{ClockRule, Policy};
use redress::render::Renderer;
use redress::triage::answer::{ClockOutcome, ClockTriage, SeverityTriage};
use redress::triage::{Complaint, ComplaintDocument, History, Owner, PastCase, Triage, triage};
use redress::vocab::error::Excerpt;
use redress::vocab::{Act, ClockName, Locale, Standing};
use serde_json::json;

use crate::columns::Plan;
use crate::rows::Rows;
use crate::summary::{Tally, undetermined};
use crate::table::{amount, assignee, header, say, severity, table_row};
use crate::visible::{one_line, visible};
use crate::{Format, tell};

/// Where complaints are read, judged and written down, one at a time.
pub(crate) struct Desk<'a, W: Write> {
    policy: &'a Policy,
    /// How the rows of an export are read; `None` if the file has the documented columns.
    pub(crate) rows: Option<Rows<'a>>,
    pub(crate) tally: Tally,
    /// The columns of the last JSON line, and what they are.
    pub(crate) last: (Vec<String>, Plan),
    /// The complaints so far, where the procedure looks at earlier ones: they alone grow with the file.
    history: History,
    now: DateTime<Utc>,
    locale: Locale,
    format: Format,
    explain: Option<&'a str>,
    explained: bool,
    /// The first line of each id, and all lines of the ids that occur more than once. Ids are compared without case.
    ids: HashMap<String, u64>,
    twice: BTreeMap<String, Vec<u64>>,
    out: W,
    totals: Totals,
}

/// How a complaint stands.
#[derive(Clone, Copy)]
enum Stand {
    Known(Standing),
    /// It has no limit.
    NoLimit,
    /// It has a limit without a known date: the limit cannot be counted, or has not started.
    Undetermined,
}

impl Stand {
    /// Reads the standing. A limit without a date is never reported as kept.
    fn of(judged: &Triage<'_>, now: DateTime<Utc>) -> Self {
        let limits = || judged.clocks().iter().filter(|clock| clock.rule().part() == ClockPart::Closure);
        let is_open = limits().any(|clock| matches!(clock.outcome(), ClockOutcome::Undetermined(_)))
            || limits().all(|clock| clock.due().is_none());
        match judged.standing(now) {
            Ok(Some(Standing::OnTime | Standing::ClosedInTime)) if is_open => Self::Undetermined,
            Ok(Some(standing)) => Self::Known(standing),
            Ok(None) => Self::NoLimit,
            Err(_) => Self::Undetermined,
        }
    }

    /// The standing as a code; `None` if it has no limit.
    fn code(self) -> Option<&'static str> {
        match self {
            Self::Known(standing) => Some(standing.as_str()),
            Self::NoLimit => None,
            Self::Undetermined => Some("undetermined"),
        }
    }
}

/// The most lines that are listed for an id that occurs more than once.
const MOST_LINES: usize = 20;

#[derive(Default)]
struct Totals {
    read: u64,
    refused: u64,
    forced: u64,
    unrouted: u64,
    pending: u64,
    unlimited: u64,
    undetermined: u64,
    standings: BTreeMap<&'static str, u64>,
}

impl<'a, W: Write> Desk<'a, W> {
    pub(crate) fn new(
        policy: &'a Policy,
        now: DateTime<Utc>,
        locale: Locale,
        format: Format,
        explain: Option<&'a str>,
        out: W,
    ) -> Self {
        Self {
            policy,
            rows: None,
            tally: Tally::default(),
            last: (Vec::new(), Plan::default()),
            history: History::none(),
            now,
            locale,
            format,
            explain,
            explained: false,
            ids: HashMap::new(),
            twice: BTreeMap::new(),
            out,
            totals: Totals::default(),
        }
    }

    /// Reads what an export has by a mapping.
    pub(crate) fn with_rows(mut self, rows: Option<Rows<'a>>) -> Self {
        self.rows = rows;
        self
    }

    pub(crate) fn header(&mut self) -> io::Result<()> {
        if self.format == Format::Table && self.explain.is_none() {
            header(&mut self.out, self.locale, self.policy.severity().is_some())?;
        }
        Ok(())
    }

    pub(crate) fn refuse(&mut self, line: u64, reason: &str) -> io::Result<()> {
        self.refuse_lines(line, line, reason)
    }

    /// Refuses the lines from `first` to `last`.
    pub(crate) fn refuse_lines(&mut self, first: u64, last: u64, reason: &str) -> io::Result<()> {
        let lines = last.saturating_sub(first) + 1;
        self.totals.refused += lines;
        self.tally.refuse(reason, lines);
        self.out.flush()?;
        let reason = one_line(reason);
        match lines {
            1 => tell(format_args!("line {first}: {reason}")),
            _ => tell(format_args!("lines {first} to {last}: {reason}")),
        }
        Ok(())
    }

    /// Remembers an id with its line.
    fn remember(&mut self, id: &str, line: u64) {
        let key = id.to_ascii_lowercase();
        match self.ids.get(&key) {
            Some(&first) => self.twice.entry(key).or_insert_with(|| vec![first]).push(line),
            None => _ = self.ids.insert(key, line),
        }
    }

    pub(crate) fn complaint(&mut self, line: u64, document: ComplaintDocument) -> io::Result<()> {
        let complaint = match document.build_with(self.policy.calendar()) {
            Ok(complaint) => complaint,
            Err(fault) => return self.refuse(line, &fault.to_string()),
        };
        self.remember(complaint.id().as_str(), line);
        let policy = self.policy;
        let judged = match triage(policy, &complaint, &self.history) {
            Ok(judged) => judged,
            Err(error) => return self.refuse(line, &error.to_string()),
        };
        if policy.looks_at_history() {
            let past = PastCase::of(&complaint).with_validity(validity(&complaint).validity);
            let level = judged.severity().and_then(|severity| severity.level().severity());
            let past = if let Some(level) = level { past.with_severity(level) } else { past };
            if let Err(twice) = self.history.insert(past) {
                return self.refuse(line, &twice.to_string());
            }
        }
        if let Some(wanted) = self.explain {
            if !wanted.eq_ignore_ascii_case(complaint.id().as_str()) {
                return Ok(());
            }
            if self.explained && self.format == Format::Table {
                writeln!(self.out)?;
            }
            self.explained = true;
            let account = judged.explain();
            return match self.format {
                Format::Table => {
                    writeln!(self.out, "{}", Renderer::of(policy, self.locale).explanation(&account))
                }
                Format::Jsonl => writeln!(self.out, "{}", serde_json::to_string(&account)?),
            };
        }
        let standing = Stand::of(&judged, self.now);
        self.totals.read += 1;
        match (standing, judged.owner()) {
            (_, Owner::NotDispatched(_)) => self.totals.forced += 1,
            (Stand::Known(standing), _) => *self.totals.standings.entry(standing.as_str()).or_default() += 1,
            (Stand::NoLimit, _) => self.totals.unlimited += 1,
            (Stand::Undetermined, _) => self.totals.undetermined += 1,
        }
        self.tally.add(undetermined(&judged));
        self.totals.unrouted += u64::from(matches!(judged.owner(), Owner::Unrouted));
        self.totals.pending += u64::from(matches!(judged.owner(), Owner::Undetermined { .. }));
        match self.format {
            Format::Table => self.row(&complaint, &judged, standing),
            Format::Jsonl => self.line(&judged, standing),
        }
    }

    fn row(&mut self, complaint: &Complaint, judged: &Triage<'_>, standing: Stand) -> io::Result<()> {
        let policy = judged.policy();
        let calendar = policy.calendar();
        let owner = match judged.owner() {
            Owner::Row(row) => assignee(judged, row, self.locale),
            Owner::Unrouted => say(self.locale, ["– nobody", "– 无", "– 無"]).to_owned(),
            Owner::Undetermined { .. } => {
                say(self.locale, ["– undetermined", "– 无法确定", "– 無法確定"]).to_owned()
            }
            Owner::NotDispatched(_) => {
                say(self.locale, ["– closed by force", "– 强制结案", "– 強制結案"]).to_owned()
            }
        };
        let clock = policy.clocks().first().map_or(ClockName::CLOSURE, ClockRule::name);
        let due = judged.due(clock);
        // A clock may have a calendar of its own, in another zone.
        let own = judged.clocks().iter().find(|judged| judged.name() == clock);
        let own = own.map_or(calendar, ClockTriage::calendar);
        let when = due.map_or_else(|| "–".to_owned(), |due| Renderer::of(policy, self.locale).due(own, due));
        let left = match (due, standing) {
            (Some(due), Stand::Known(standing)) => self.left(complaint, due.at(), standing),
            (_, Stand::Undetermined) => {
                say(self.locale, ["no date known", "到期时间未知", "到期時間未知"]).to_owned()
            }
            _ => "–".to_owned(),
        };
        let why = Renderer::of(policy, self.locale).short(&judged.explain());
        let id = complaint.id().to_string();
        let received = Renderer::of(policy, self.locale).instant(calendar, complaint.received());
        let severity = severity(judged, self.locale);
        let rated = severity.is_some();
        let cells = [id, received, severity.unwrap_or_default(), owner, when, left, why];
        table_row(&mut self.out, &cells, rated)
    }

    /// The time left until the due date, or by how much it was missed.
    fn left(&self, complaint: &Complaint, due: DateTime<Utc>, standing: Standing) -> String {
        let closed = complaint.closed().filter(|&at| at <= self.now);
        let difference = due - closed.unwrap_or(self.now);
        if closed.is_some() && difference.is_zero() {
            return say(self.locale, ["closed at the limit", "到期时刻结案", "到期時刻結案"]).to_owned();
        }
        let amount = amount(self.locale, difference.abs());
        let words = match standing {
            Standing::OnTime => ["{} left", "剩余 {}", "剩餘 {}"],
            Standing::ClosedInTime => ["closed {} early", "提前 {} 结案", "提前 {} 結案"],
            Standing::ClosedLate => ["closed {} late", "逾期 {} 结案", "逾期 {} 結案"],
            Standing::Unclosed => ["{} LATE", "逾期 {}", "逾期 {}"],
            Standing::Withdrawn => ["withdrawn", "已撤回", "已撤回"],
            Standing::Merged => ["merged", "已并入他案", "已併入他案"],
            Standing::ProjectDue => ["{} LATE, project", "逾期 {}，应立项", "逾期 {}，應立項"],
        };
        say(self.locale, words).replace("{}", &amount)
    }

    fn line(&mut self, judged: &Triage<'_>, standing: Stand) -> io::Result<()> {
        let clocks: Vec<_> = judged
            .clocks()
            .iter()
            .map(|clock| {
                json!({
                    "clock": clock.name(),
                    "department": clock.department(),
                    "due": clock.due().map(|due| instant::format(due.at())),
                    "bound": clock.due().map(Due::bound),
                    "target": clock.target().map(Target::id),
                })
            })
            .collect();
        let rules: Vec<_> =
            judged.severity().into_iter().flat_map(SeverityTriage::matched).map(SeverityRule::id).collect();
        let others = Act::ALL.iter().filter(|act| **act != Act::Owner);
        let routes: Vec<_> = others
            .flat_map(|&act| judged.routes(act).map(move |row| (act, row)))
            .map(|(act, row)| {
                json!({
                    "act": act,
                    "department": judged.department_of(row),
                    "role": row.assignee().role(),
                    "row": row.id(),
                })
            })
            .collect();
        let account = judged.explain();
        let line = json!({
            "id": judged.complaint().id(),
            "severity": judged.severity().and_then(|severity| severity.level().severity()),
            "rules": rules,
            "marks": judged.marks().iter().map(|(mark, _)| mark).collect::<Vec<_>>(),
            "owner": judged.department(),
            "because": judged.because(),
            "routes": routes,
            "standing": standing.code(),
            "clocks": clocks,
            "why": Renderer::of(judged.policy(), self.locale).short(&account),
            "policy": account.policy().0,
            "version": account.policy().1,
        });
        writeln!(self.out, "{line}")
    }

    pub(crate) fn finish(mut self) -> io::Result<bool> {
        if let Some(wanted) = self.explain {
            self.out.flush()?;
            if !self.explained {
                tell(format_args!("triage: no complaint `{}`", Excerpt::of(wanted)));
            }
            self.tell_refused();
            return Ok(self.explained && self.totals.refused == 0);
        }
        let totals = &self.totals;
        if self.format == Format::Table {
            let locale = self.locale;
            let mut summary = vec![format!(
                "{} {}",
                totals.read,
                say(locale, [if totals.read == 1 { "complaint" } else { "complaints" }, "件投诉", "件投訴"])
            )];
            for standing in Standing::ALL {
                let count = totals.standings.get(standing.as_str()).copied().unwrap_or(0);
                summary.push(format!("{count} {}", standing.label(locale)));
            }
            summary.push(format!(
                "{} {}",
                totals.forced,
                say(locale, ["closed by force", "强制结案", "強制結案"])
            ));
            for (count, words) in [
                (totals.undetermined, ["with no date known", "到期时间未知", "到期時間未知"]),
                (totals.unlimited, ["without a limit", "没有时限", "沒有時限"]),
                (totals.unrouted, ["unrouted", "无负责部门", "無負責部門"]),
                (totals.pending, ["of an owner not known yet", "负责部门待定", "負責部門待定"]),
                (
                    totals.refused,
                    [
                        if totals.refused == 1 { "line refused" } else { "lines refused" },
                        "行被拒绝",
                        "行被拒絕",
                    ],
                ),
            ] {
                if count > 0 {
                    summary.push(format!("{count} {}", say(locale, words)));
                }
            }
            writeln!(self.out, "\n{}", summary.join(" · "))?;
        }
        if self.rows.is_some() {
            let summary = self.tally.summary(self.locale, totals.read);
            match self.format {
                Format::Table => write!(self.out, "\n{summary}")?,
                Format::Jsonl => tell(format_args!("{}", summary.trim_end())),
            }
        }
        if !self.twice.is_empty() {
            let twice = self.twice();
            match self.format {
                Format::Table => write!(self.out, "\n{twice}")?,
                Format::Jsonl => tell(format_args!("{}", twice.trim_end())),
            }
        }
        self.out.flush()?;
        self.tell_refused();
        Ok(self.totals.refused == 0)
    }

    fn tell_refused(&self) {
        let (refused, read) = (self.totals.refused, self.totals.read);
        match (refused, self.explain) {
            (0, _) => {}
            (1, Some(_)) => tell(format_args!("triage: 1 line refused")),
            (_, Some(_)) => tell(format_args!("triage: {refused} lines refused")),
            (_, None) => {
                let lines = if refused + read == 1 { "line" } else { "lines" };
                tell(format_args!("triage: {refused} of {} {lines} refused", refused + read));
            }
        }
    }

    /// The ids that occur more than once, with their lines.
    fn twice(&self) -> String {
        let english = if self.twice.len() == 1 {
            "{} id stands more than once:"
        } else {
            "{} ids stand more than once:"
        };
        let words = say(self.locale, [english, "{} 个编号重复出现：", "{} 個編號重複出現："]);
        let mut text = words.replace("{}", &self.twice.len().to_string());
        for (id, lines) in &self.twice {
            let mut shown: Vec<String> = lines.iter().take(MOST_LINES).map(u64::to_string).collect();
            if lines.len() > MOST_LINES {
                shown.push("…".to_owned());
            }
            let at = say(self.locale, ["lines", "行", "行"]);
            text += "\n  ";
            text += &visible(id);
            text += ": ";
            text += at;
            text += " ";
            text += &shown.join(", ");
        }
        text + "\n"
    }
}
