//! The place of a finding in a document, as a JSON pointer.
//!
//! A policy does not know in which order a document lists its clocks or rows. So a pointer is looked up in the document,
//! by the ids that the place holds.

use alloc::format;
use alloc::string::{String, ToString};

use crate::policy::document::policy::PolicyDocument;
use crate::policy::fault::{FaultPlace, PolicyFault};
use crate::policy::finding::kinds::Finding;
use crate::policy::severity::{Rating, SeverityRule, SeverityRules};
use crate::vocab::{Facet, RuleId, Word};

impl Finding {
    /// Returns the JSON pointer to the place of this finding in a document, such as `/routing/rows/3`.
    ///
    /// A place that the document does not write out, such as a track that is the default one, gives the pointer to the
    /// nearest part that it does write out. A finding without a single place gives the whole document, which is the empty
    /// pointer.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::deadline::{Clock, Term};
    /// use redress::policy::{ClockRule, Policy, PolicyDocument, Routing};
    /// use redress::sample;
    /// use redress::vocab::{Anchor, ClockName};
    ///
    /// let visits = Clock::new(ClockName::RETURN_VISITS, Anchor::CLOSED);
    /// let policy = Policy::builder("desk").version("1").calendar(sample::calendar()?).routing(Routing::none())
    ///     .clock(ClockRule::new(visits, Term::working_days(5)))
    ///     .build()?;
    /// let findings = policy.findings();
    /// assert_eq!(findings[0].pointer(&PolicyDocument::of(&policy)), "/clocks/0");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn pointer(&self, document: &PolicyDocument) -> String {
        if let Some(place) = self.place() {
            return place.pointer(document);
        }
        if let Self::Fault(fault) = self { of_fault(fault, document) } else { String::new() }
    }
}

/// The pointer to a fault without a place of a type of its own.
fn of_fault(fault: &PolicyFault, document: &PolicyDocument) -> String {
    if let PolicyFault::Name { part, .. } | PolicyFault::Missing { part } = fault {
        return format!("/{part}");
    }
    if let PolicyFault::AsksForItself { rule } = fault {
        return FaultPlace::Rating(Facet::ClaimKind, *rule).pointer(document);
    }
    if let PolicyFault::SeverityGap { rule, .. } = fault {
        return FaultPlace::Severity(*rule).pointer(document);
    }
    if let PolicyFault::NamedCalendar { name, .. }
    | PolicyFault::CalendarTwice { name }
    | PolicyFault::CalendarNotUsed { name } = fault
    {
        let named = document.calendars.iter().position(|calendar| calendar.name == *name);
        return named.map_or_else(|| "/calendar".to_string(), |at| format!("/calendars/{at}"));
    }
    let whole: [(&str, bool); 7] = [
        ("/severity/levels", matches!(fault, PolicyFault::NoLevels | PolicyFault::LevelNotReached { .. })),
        (
            "/severity",
            matches!(fault, PolicyFault::TooManyRules { .. } | PolicyFault::SeverityTooComplex { .. }),
        ),
        ("/severity/otherwise", matches!(fault, PolicyFault::DefaultNotDeclared { .. })),
        ("/only", matches!(fault, PolicyFault::OnlyTwice { .. } | PolicyFault::OnlyUnknown { .. })),
        ("/clocks", matches!(fault, PolicyFault::TooManyClocks { .. })),
        ("/approvals", matches!(fault, PolicyFault::Approval(_))),
        ("/calendar", matches!(fault, PolicyFault::Calendar(_))),
    ];
    let found = whole.into_iter().find(|(_, is_it)| *is_it);
    found.map_or_else(String::new, |(place, _)| place.to_string())
}

impl FaultPlace {
    /// The pointer to this place in a document.
    fn pointer(self, document: &PolicyDocument) -> String {
        match self {
            Self::Routing => "/routing".to_string(),
            Self::Row(row) => {
                let mut rows = document.routing.rows().iter();
                at("/routing", "rows", rows.position(|other| other.id() == row))
            }
            Self::SeverityRules => "/severity".to_string(),
            Self::Severity(rule) => severity(document.severity.as_ref(), rule),
            Self::Rating(Facet::Importance, rule) => rated("importance", document.importance.as_ref(), rule),
            Self::Rating(Facet::Urgency, rule) => rated("urgency", document.urgency.as_ref(), rule),
            Self::Rating(_, rule) => rated("claim-kind", document.claim_kind.as_ref(), rule),
            Self::Ratings(facet) => format!("/{facet}"),
            Self::Otherwise(facet) => format!("/{facet}/otherwise"),
            Self::Mark(rule) => at("", "marks", document.marks.iter().position(|mark| mark.id() == rule)),
            Self::Requirement(rule) => {
                at("", "requirements", document.requirements.iter().position(|other| other.id() == rule))
            }
            Self::MustAsk => "/must-ask".to_string(),
            Self::Clock(clock) => {
                at("", "clocks", document.clocks.iter().position(|rule| rule.name() == clock))
            }
            Self::Target(clock, target) => {
                let place = Self::Clock(clock).pointer(document);
                let rule = document.clocks.iter().find(|rule| rule.name() == clock);
                let position = rule.and_then(|rule| match rule.targets() {
                    crate::policy::clock::Targets::Table(targets) => {
                        targets.iter().position(|other| other.id() == target)
                    }
                    crate::policy::clock::Targets::Same(_) | crate::policy::clock::Targets::NotSet(_) => None,
                });
                at(&place, "targets", position)
            }
            Self::ForcedClosure => "/forced-closure".to_string(),
            Self::Track => "/track".to_string(),
            Self::Chain(chain) => {
                let mut chains = document.approvals.chains().iter();
                at("", "approvals", chains.position(|other| other.id() == chain))
            }
            Self::Step(chain, step) => {
                let place = Self::Chain(chain).pointer(document);
                let chain = document.approvals.chain_of(chain);
                at(
                    &place,
                    "steps",
                    chain.and_then(|chain| chain.steps().iter().position(|other| other.id() == step)),
                )
            }
            Self::Form(form) => {
                at("", "forms", document.forms.iter().position(|other| other.record() == form))
            }
            Self::Report(report) => {
                at("", "reports", document.reports.iter().position(|other| other.report() == report))
            }
            Self::DepartmentCalendar(department) => format!("/department-calendars/{department}"),
            Self::Conduct => "/conduct".to_string(),
            Self::People => "/people".to_string(),
            Self::Labels => "/words".to_string(),
            Self::Word(facet, word) => {
                let declared =
                    document.words.iter().position(|other| other.facet == facet && other.word == word);
                match declared {
                    Some(at) => format!("/words/{at}"),
                    None => at("", "only", document.only.iter().position(|only| only.facet == facet)),
                }
            }
        }
    }
}

fn at(above: &str, key: &str, position: Option<usize>) -> String {
    match position {
        Some(position) => format!("{above}/{key}/{position}"),
        None if above.is_empty() => format!("/{key}"),
        None => above.to_string(),
    }
}

fn severity(rules: Option<&SeverityRules>, rule: RuleId) -> String {
    let in_list = |key: &str, list: &[SeverityRule]| {
        list.iter().position(|other| other.id() == rule).map(|at| format!("/severity/{key}/{at}"))
    };
    let found = rules.and_then(|rules| {
        let escalation = rules.escalations().position(|(_, other)| other.id() == rule);
        in_list("rules", rules.rules())
            .or_else(|| in_list("fallbacks", rules.fallbacks()))
            .or_else(|| escalation.map(|at| format!("/severity/escalations/{at}")))
    });
    found.unwrap_or_else(|| "/severity".to_string())
}

fn rated<W: Word>(key: &str, rating: Option<&Rating<W>>, rule: RuleId) -> String {
    let position = rating.and_then(|rating| rating.rules().iter().position(|other| other.id() == rule));
    at(&format!("/{key}"), "rules", position)
}
