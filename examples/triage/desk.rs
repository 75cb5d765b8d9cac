//! Where complaints are read, judged and written down.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use chrono::{DateTime, Utc};
use redress::calendar::instant;
use redress::deadline::Due;
use redress::guidance::validity::validity;
use redress::policy::clock::Target;
use redress::policy::severity::SeverityRule;
use redress::policy::{ClockRule, Policy};
use redress::render::Renderer;
use redress::triage::answer::{ClockTriage, SeverityTriage};
use redress::triage::{Complaint, ComplaintDocument, History, Owner, PastCase, Triage, triage};
use redress::vocab::error::Excerpt;
use redress::vocab::{Act, ClockName, Locale, Standing};
use serde_json::json;

use crate::progress::Progress;
use crate::records::{LONGEST_LINE, document, read_line, read_record};
use crate::table::{amount, assignee, header, say, severity, table_row};
use crate::{Format, invalid, tell};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Where complaints are read, judged and written down, one at a time.
pub(crate) struct Desk<'a, W: Write> {
    policy: &'a Policy,
    /// The complaints so far, where the procedure looks at earlier ones: they alone grow with the file.
    history: History,
    now: DateTime<Utc>,
    locale: Locale,
    format: Format,
    explain: Option<&'a str>,
    explained: bool,
    out: W,
    totals: Totals,
}

#[derive(Default)]
struct Totals {
    read: u64,
    refused: u64,
    forced: u64,
    unrouted: u64,
    pending: u64,
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
        let (history, totals) = (History::none(), Totals::default());
        Self { policy, history, now, locale, format, explain, explained: false, out, totals }
    }

    pub(crate) fn header(&mut self) -> io::Result<()> {
        if self.format == Format::Table && self.explain.is_none() {
            header(&mut self.out, self.locale, self.policy.severity().is_some())?;
        }
        Ok(())
    }

    /// Reads JSON Lines or CSV, by the file's extension or else by its first character.
    pub(crate) fn any(
        &mut self,
        mut input: impl BufRead,
        extension: Option<&str>,
        progress: &mut Progress,
    ) -> io::Result<()> {
        if input.fill_buf()?.starts_with(BYTE_ORDER_MARK) {
            input.consume(BYTE_ORDER_MARK.len());
        }
        let is_json = match extension {
            Some("jsonl" | "ndjson" | "json") => true,
            Some("csv") => false,
            _ => input
                .fill_buf()?
                .iter()
                .find(|byte| !byte.is_ascii_whitespace())
                .is_none_or(|byte| *byte == b'{'),
        };
        if is_json { self.json_lines(input, progress) } else { self.csv(input, progress) }
    }

    pub(crate) fn json_lines(&mut self, mut input: impl BufRead, progress: &mut Progress) -> io::Result<()> {
        let mut line = Vec::new();
        let mut number = 0;
        loop {
            line.clear();
            let length = read_line(&mut input, &mut line)?;
            if length == 0 || self.explained {
                return Ok(());
            }
            number += 1;
            progress.add(length);
            if line.iter().all(u8::is_ascii_whitespace) && length <= LONGEST_LINE {
                continue;
            }
            if length > LONGEST_LINE {
                self.refuse(number, &format!("is longer than {LONGEST_LINE} bytes"))?;
                continue;
            }
            match serde_json::from_slice::<ComplaintDocument>(&line) {
                Ok(document) => self.complaint(number, document)?,
                // serde_json counts from the start of the text it is given: the line is ours to name.
                Err(error) => {
                    self.refuse(number, &error.to_string().replace(" at line 1 column", " at column"))?;
                }
            }
        }
    }

    fn csv(&mut self, mut input: impl BufRead, progress: &mut Progress) -> io::Result<()> {
        let mut line = 1;
        let Some(header) = read_record(&mut input, &mut line)? else { return Ok(()) };
        let columns: Vec<String> =
            header.fields().map_err(invalid)?.iter().map(|column| column.trim().to_owned()).collect();
        if let Some(twice) = columns
            .iter()
            .enumerate()
            .find(|(at, column)| columns.iter().take(*at).any(|other| other == *column))
        {
            return Err(invalid(format_args!(
                "column `{}` stands twice in the header",
                Excerpt::of(twice.1)
            )));
        }
        while let Some(record) = read_record(&mut input, &mut line)? {
            progress.add(record.length);
            let read = record.fields().and_then(|fields| document(&columns, &fields));
            match read {
                Ok(document) => self.complaint(record.line, document)?,
                Err(error) => self.refuse(record.line, &error)?,
            }
            if self.explained {
                break;
            }
        }
        Ok(())
    }

    fn refuse(&mut self, line: u64, reason: &str) -> io::Result<()> {
        self.totals.refused += 1;
        self.out.flush()?;
        tell(format_args!("line {line}: {reason}"));
        Ok(())
    }

    fn complaint(&mut self, line: u64, document: ComplaintDocument) -> io::Result<()> {
        let complaint = match document.build_with(self.policy.calendar()) {
            Ok(complaint) => complaint,
            Err(fault) => return self.refuse(line, &fault.to_string()),
        };
        let policy = self.policy;
        let judged = match triage(policy, &complaint, &self.history) {
            Ok(judged) => judged,
            Err(error) => return self.refuse(line, &error.to_string()),
        };
        if policy.looks_at_history() {
            let past = PastCase::of(&complaint).with_validity(validity(&complaint).validity);
            let level = judged.severity().and_then(|severity| severity.level().severity());
            if let Err(twice) = self.history.insert(level.map_or(past, |level| past.with_severity(level))) {
                return self.refuse(line, &twice.to_string());
            }
        }
        if let Some(wanted) = self.explain {
            if !wanted.eq_ignore_ascii_case(complaint.id().as_str()) {
                return Ok(());
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
        let standing = judged.standing(self.now);
        self.totals.read += 1;
        match (&standing, judged.owner()) {
            (_, Owner::NotDispatched(_)) => self.totals.forced += 1,
            (Ok(Some(standing)), _) => *self.totals.standings.entry(standing.as_str()).or_default() += 1,
            (Ok(None) | Err(_), _) => self.totals.undetermined += 1,
        }
        self.totals.unrouted += u64::from(matches!(judged.owner(), Owner::Unrouted));
        self.totals.pending += u64::from(matches!(judged.owner(), Owner::Undetermined { .. }));
        let standing = standing.ok().flatten();
        match self.format {
            Format::Table => self.row(&complaint, &judged, standing),
            Format::Jsonl => self.line(&judged, standing),
        }
    }

    fn row(
        &mut self,
        complaint: &Complaint,
        judged: &Triage<'_>,
        standing: Option<Standing>,
    ) -> io::Result<()> {
        let policy = judged.policy();
        let calendar = policy.calendar();
        let owner = match judged.owner() {
            Owner::Row(row) => assignee(judged, row, self.locale),
            Owner::Unrouted => say(self.locale, ["– nobody", "– 无", "– 無"]).to_owned(),
            Owner::Undetermined { .. } => {
                say(self.locale, ["– undetermined", "– 无法确定", "– 無法確定"]).to_owned()
            }
            Owner::NotDispatched(_) => {
                say(self.locale, ["– closed by force", "– 强制闭环", "– 強制閉環"]).to_owned()
            }
        };
        let clock = policy.clocks().first().map_or(ClockName::CLOSURE, ClockRule::name);
        let due = judged.due(clock);
        // A clock may have a calendar of its own, in another zone.
        let own = judged.clocks().iter().find(|judged| judged.name() == clock);
        let own = own.map_or(calendar, ClockTriage::calendar);
        let when = due.map_or_else(|| "–".to_owned(), |due| Renderer::of(policy, self.locale).due(own, due));
        let left = match (due, standing) {
            (Some(due), Some(standing)) => self.left(complaint, due.at(), standing),
            _ => "–".to_owned(),
        };
        let why = Renderer::of(policy, self.locale).short(&judged.explain());
        let id = complaint.id().to_string().to_uppercase();
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
            return say(self.locale, ["closed at the limit", "到期时刻闭环", "到期時刻閉環"]).to_owned();
        }
        let amount = amount(self.locale, difference.abs());
        let words = match standing {
            Standing::OnTime => ["{} left", "剩余 {}", "剩餘 {}"],
            Standing::ClosedInTime => ["closed {} early", "提前 {} 闭环", "提前 {} 閉環"],
            Standing::ClosedLate => ["closed {} late", "逾期 {} 闭环", "逾期 {} 閉環"],
            Standing::Unclosed => ["{} LATE", "逾期 {}", "逾期 {}"],
            Standing::Withdrawn => ["withdrawn", "已撤回", "已撤回"],
            Standing::Merged => ["merged", "已并入他案", "已併入他案"],
            Standing::ProjectDue => ["{} LATE, project", "逾期 {}，应立项", "逾期 {}，應立項"],
        };
        say(self.locale, words).replace("{}", &amount)
    }

    fn line(&mut self, judged: &Triage<'_>, standing: Option<Standing>) -> io::Result<()> {
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
            "standing": standing,
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
            return Ok(self.explained);
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
                say(locale, ["closed by force", "强制闭环", "強制閉環"])
            ));
            for (count, words) in [
                (totals.undetermined, ["without a limit", "无法确定时限", "無法確定時限"]),
                (totals.unrouted, ["unrouted", "无负责部门", "無負責部門"]),
                (totals.pending, ["of an owner not known yet", "负责部门待定", "負責部門待定"]),
                (totals.refused, ["lines refused", "行被拒绝", "行被拒絕"]),
            ] {
                if count > 0 {
                    summary.push(format!("{count} {}", say(locale, words)));
                }
            }
            writeln!(self.out, "\n{}", summary.join(" · "))?;
        }
        self.out.flush()?;
        if totals.refused > 0 {
            tell(format_args!(
                "triage: {} of {} lines refused",
                totals.refused,
                totals.refused + totals.read
            ));
        }
        Ok(totals.refused == 0)
    }
}
