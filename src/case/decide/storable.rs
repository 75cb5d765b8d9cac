//! Checks that a command can be stored: every event that is written must be readable again.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};

use crate::case::approval::ApprovalSubject;
use crate::case::command::{CaseSummary, ClockExtension, ExtensionAmount, Findings};
use crate::case::deed::Command;
use crate::case::payload::MAX_RECORDS;
use crate::case::refusal::Refusal;
use crate::triage::limits::MAX_FACTS;
use crate::vocab::{Classification, Facet};

/// Checks the instant of a request, and every instant and list in its command.
pub(in crate::case) fn check_storable(at: DateTime<Utc>, command: &Command) -> Result<(), Refusal> {
    check_instant(at)?;
    match command {
        Command::Triage(findings) | Command::Reclassify(findings) => check_findings(findings),
        Command::FindCause(found) => {
            check_most("possible causes", found.possible.len(), MAX_RECORDS)?;
            check_most("evidence", found.evidence.len(), MAX_RECORDS)?;
            check_findings(&found.findings)
        }
        Command::Apply(ApprovalSubject::PolicyChange(to)) => {
            let problem = |name: &str| crate::calendar::text::name_problem(name).is_some();
            let unnamed = problem(&to.version.name) || problem(&to.version.version);
            if unnamed {
                Err(Refusal::NoSuch { what: "policy with that name: the name or version is not valid" })
            } else {
                Ok(())
            }
        }
        Command::Start(start) => check_instants(start.received),
        Command::Promise(promised) => check_instant(promised.until),
        Command::Answer(message) | Command::HearCustomer(message) => check_instants(message.next),
        Command::Happen(happened) => check_instant(happened.at),
        Command::Correct(correction) => check_instants([correction.from, correction.to]),
        Command::Pause(pausing) | Command::Resume(pausing) => check_instants(pausing.at),
        Command::Extend(extending) | Command::Apply(ApprovalSubject::Extension(extending)) => {
            check_instants(extending.told.into_iter().chain(date(extending)))
        }
        Command::Link(linked) => check_summary(&linked.case),
        Command::Merge(merged) => check_summary(&merged.into),
        Command::Receive(_)
        | Command::Acknowledge
        | Command::Register
        | Command::AnswerAtOnce(_)
        | Command::FindNotEstablished(_)
        | Command::Dispatch(_)
        | Command::Redispatch(_)
        | Command::AskCustomer(_)
        | Command::FindCustomerCaused(_)
        | Command::Propose(_)
        | Command::Submit
        | Command::SendBack(_)
        | Command::Sign(_)
        | Command::RefuseToSign(_)
        | Command::Override(_)
        | Command::WithdrawSignature(_)
        | Command::TakeBack(_)
        | Command::Amend(_)
        | Command::Offer
        | Command::Object(_)
        | Command::Lapse
        | Command::Consent
        | Command::CarryOut
        | Command::Finish
        | Command::Fail(_)
        | Command::FollowUp(_)
        | Command::RecordDissatisfaction(_)
        | Command::Close
        | Command::ForceClose
        | Command::Withdraw(_)
        | Command::OpenProject
        | Command::FinishProject
        | Command::Reopen(_)
        | Command::Review(_)
        | Command::NotifyProgress(_)
        | Command::Apologise(_)
        | Command::Contain(_)
        | Command::WaiveContainment(_)
        | Command::HandleGoods(_)
        | Command::Recall(_)
        | Command::TakeAction(_)
        | Command::RecordDiscipline(_)
        | Command::ProposeSanction(_)
        | Command::DecideSanction(_)
        | Command::HoldBilling
        | Command::ReleaseBilling
        | Command::TakeAccidentStep(_)
        | Command::Thank(_)
        | Command::Apply(_)
        | Command::Relax(_)
        | Command::Note(_)
        | Command::Deliver(_)
        | Command::MovePolicy(_) => Ok(()),
    }
}

/// Checks that an instant can be stored. RFC 3339 writes a year with four digits, and a leap second would be read as
/// the next minute.
pub(in crate::case) fn check_instant(at: DateTime<Utc>) -> Result<(), Refusal> {
    let is_leap = at.timestamp_subsec_nanos() >= 1_000_000_000;
    if (1..=9_999).contains(&at.year()) && !is_leap { Ok(()) } else { Err(Refusal::Unwritable { at }) }
}

/// Checks that a list is not too long to be read again. An empty list is fine.
pub(in crate::case) fn check_most(what: &'static str, count: usize, limit: usize) -> Result<(), Refusal> {
    if count <= limit { Ok(()) } else { Err(Refusal::HowMany { what, count, limit }) }
}

fn check_instants(instants: impl IntoIterator<Item = DateTime<Utc>>) -> Result<(), Refusal> {
    instants.into_iter().try_for_each(check_instant)
}

/// Returns the date of an extension, as the instant at which that day begins in UTC.
fn date(extending: &ClockExtension) -> Option<DateTime<Utc>> {
    let begins = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc();
    match extending.change {
        ExtensionAmount::Until(date) | ExtensionAmount::UntilFixed(date) => Some(begins(date)),
        ExtensionAmount::Total(_) | ExtensionAmount::Add(_) => None,
    }
}

fn check_summary(summary: &CaseSummary) -> Result<(), Refusal> {
    check_instants(core::iter::once(summary.received).chain(summary.due.iter().map(|due| due.at)))
}

/// Checks that a set of words can be read again.
pub(in crate::case) fn check_words(words: &Classification) -> Result<(), Refusal> {
    // Documents keep facts and marks elsewhere: a case with these among its words could not be read again.
    let kept_elsewhere = [Facet::Fact, Facet::Mark].map(|facet| words.codes(facet).len());
    check_most("facts and marks among the words", kept_elsewhere.iter().sum(), 0)?;
    check_most("facets", words.counts().count(), Classification::MAX_FACETS)?;
    words.counts().try_for_each(|(facet, count)| {
        let named =
            [(Facet::Category, "categories"), (Facet::Demand, "demands"), (Facet::Containment, "measures")];
        let what = named.iter().find(|(of, _)| *of == facet).map_or("words of one facet", |(_, what)| what);
        check_most(what, count, Classification::MAX_WORDS)
    })
}

fn check_findings(findings: &Findings) -> Result<(), Refusal> {
    check_words(&findings.words)?;
    check_most("facts", findings.facts.len(), MAX_FACTS)
}
