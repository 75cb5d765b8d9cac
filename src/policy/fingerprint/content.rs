//! What of a policy its fingerprint is made of.
//!
//! The rules are written in their canonical form and hashed once, when the policy is built. The fingerprint is the hash
//! of a mark of the form, of that digest, and of what each calendar says of the covered days. So the fingerprint of
//! a policy on fewer days costs no more than hashing its calendars again.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use hmac_sha256::Hash;
use serde::Serialize;

use crate::approval::ApprovalTable;
use crate::calendar::Calendar;
use crate::calendar::text::excerpt;
use crate::labels::Labels;
use crate::policy::clock::{ClockRule, Targets};
use crate::policy::document::{OnlyDocument, WordDocument, described};
use crate::policy::fingerprint::canonical::canonical;
use crate::policy::fingerprint::covered::{CoveredCalendars, CoveredDays};
use crate::policy::fingerprint::digest::Fingerprint;
use crate::policy::fingerprint::digests::Digests;
use crate::policy::fingerprint::other::CoverageError;
use crate::policy::procedure::Policy;
use crate::policy::record::{Form, ReportRule};
use crate::policy::routing::Routing;
use crate::policy::severity::{MarkRule, Rating, SeverityRules};
use crate::policy::track::{Conduct, ForcedClosure, PeopleRules, Requirement, Track};
use crate::vocab::kind::{ClaimKind, Importance, Urgency};
use crate::vocab::{Department, Fact};

/// The edition of the canonical form: another one gives every policy another fingerprint.
const FORM: &[u8] = b"redress-policy-1\n";

/// What a reference to the calendar for everything is written as: no calendar has this name.
const MAIN: &str = "";

impl Digests {
    pub(in crate::policy) fn of(policy: &Policy) -> Self {
        let rules = Hash::hash(&canonical(&Rules::of(policy)));
        let all = calendars_in_order(policy)
            .into_iter()
            .map(|(name, calendar)| (name, calendar, CoveredDays::of(calendar)));
        // INVARIANT: a calendar is known for the days for which it is known.
        let whole = hashed(&rules, all).unwrap_or(Self::NONE.whole);
        debug_assert!(whole != Self::NONE.whole);
        Self { rules, whole }
    }
}

/// The calendars by what rules call them: the one for everything first, the others by their names.
fn calendars_in_order(policy: &Policy) -> Vec<(&str, &Calendar)> {
    let mut calendars: Vec<(&str, &Calendar)> =
        policy.calendars().skip(1).map(|calendar| (calendar.name(), calendar)).collect();
    calendars.push((MAIN, policy.calendar()));
    calendars.sort_unstable_by_key(|(name, _)| *name);
    calendars
}

/// The hash of the digest of the rules and of what the calendars say of some days.
fn hashed<'p>(
    rules: &[u8; 32],
    calendars: impl Iterator<Item = (&'p str, &'p Calendar, CoveredDays)>,
) -> Result<Fingerprint, CoverageError> {
    let mut hash = Hash::new();
    hash.update(FORM);
    hash.update(rules);
    for (name, calendar, covered) in calendars {
        hash.update((name.len() as u64).to_be_bytes());
        hash.update(name);
        let (days, zone_days) = (covered.days(), covered.zone_days());
        for day in [days.first_day(), days.last_day(), zone_days.first_day(), zone_days.last_day()] {
            hash.update(day.to_be_bytes());
        }
        let not_known = || {
            let (first, last) = (days.first().min(zone_days.first()), days.last().max(zone_days.last()));
            CoverageError::NotKnown { name: excerpt(calendar.name()), first, last }
        };
        calendar.hash_content(days, zone_days, &mut hash).ok_or_else(not_known)?;
    }
    Ok(Fingerprint(hash.finalize()))
}

impl Policy {
    /// Returns the fingerprint of its content, on all known days of its calendars.
    ///
    /// It was computed when the policy was built. [`Fingerprint`] says what is in it.
    #[must_use]
    pub const fn fingerprint(&self) -> Fingerprint {
        self.digests.whole
    }

    /// Returns the fingerprint of its content on some days of its calendars, as though they were known for these alone.
    ///
    /// The rules are not looked at again: the cost is that of hashing the covered days.
    ///
    /// # Errors
    ///
    /// [`CoverageError`] where its calendars are not those of the covered days, or are not known for all of them.
    pub fn fingerprint_of(&self, covered: &CoveredCalendars) -> Result<Fingerprint, CoverageError> {
        let named = self.calendars().skip(1).count();
        if let Some((name, _)) = covered.calendars().find(|(name, _)| !self.has_named(name)) {
            return Err(CoverageError::NoCalendar { name: excerpt(name) });
        }
        let mut calendars = Vec::with_capacity(named + 1);
        for (name, calendar) in calendars_in_order(self) {
            let days = if name == MAIN { Some(covered.calendar()) } else { covered.named(name) };
            let days = days.ok_or_else(|| CoverageError::NoDays { name: excerpt(name) })?;
            calendars.push((name, calendar, days));
        }
        if calendars.iter().all(|(_, calendar, days)| CoveredDays::of(calendar) == *days) {
            return Ok(self.digests.whole);
        }
        hashed(&self.digests.rules, calendars.into_iter())
    }

    fn has_named(&self, name: &str) -> bool {
        self.calendars().skip(1).any(|calendar| calendar.name() == name)
    }
}

/// Everything of a policy that decides, beside its calendars.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Rules<'p> {
    only: Vec<OnlyDocument>,
    words: Vec<WordDocument>,
    department_calendars: BTreeMap<Department, &'p str>,
    severity: Option<&'p SeverityRules>,
    importance: Option<&'p Rating<Importance>>,
    urgency: Option<&'p Rating<Urgency>>,
    claim_kind: Option<&'p Rating<ClaimKind>>,
    marks: &'p [MarkRule],
    requirements: &'p [Requirement],
    routing: Routing,
    clocks: Vec<Cow<'p, ClockRule>>,
    forced_closure: Option<&'p ForcedClosure>,
    track: &'p Track,
    conduct: &'p Conduct,
    people: &'p PeopleRules,
    must_ask: &'p [Fact],
    approvals: ApprovalTable,
    forms: &'p [Form],
    reports: &'p [ReportRule],
}

impl<'p> Rules<'p> {
    fn of(policy: &'p Policy) -> Self {
        // Every part by its name: one that is added does not compile until somebody has said whether it decides.
        let Policy {
            name: _,
            version: _,
            taxonomy,
            lexicon: _,
            labels: _,
            calendars: _,
            severity: _,
            importance,
            urgency,
            claim_kind,
            marks,
            requirements,
            recurrences: _,
            routing,
            clocks,
            forced_closure,
            track,
            conduct,
            people,
            must_ask,
            approvals,
            forms,
            reports,
            digests: _,
        } = policy;
        let main = policy.calendar().name();
        let by_role = |name: &'p str| if name == main { MAIN } else { name };
        let (only, words) = described(taxonomy, &Labels::standard());
        let departments = policy.department_calendars();
        Self {
            only,
            words,
            department_calendars: departments
                .map(|(department, calendar)| (department, by_role(calendar.name())))
                .collect(),
            severity: policy.severity(),
            importance: importance.as_ref(),
            urgency: urgency.as_ref(),
            claim_kind: claim_kind.as_ref(),
            marks,
            requirements,
            routing: routing.routing().in_canonical_order(),
            clocks: clocks.iter().map(|rule| rule.without_name_of(main)).collect(),
            forced_closure: forced_closure.as_ref(),
            track,
            conduct,
            people,
            must_ask,
            approvals: in_canonical_order(approvals),
            forms,
            reports,
        }
    }
}

/// The chains by the kind of decision: the first that fits decides among those of one kind alone.
fn in_canonical_order(table: &ApprovalTable) -> ApprovalTable {
    let mut chains = table.chains().to_vec();
    chains.sort_by_key(|chain| chain.kind().as_str());
    chains.into_iter().fold(ApprovalTable::new(), ApprovalTable::with_chain)
}

impl ClockRule {
    /// The same without the name of the calendar for everything: a clock that names it runs by it as though it named
    /// none, a target that names it does not take the calendar of a department.
    fn without_name_of(&self, main: &str) -> Cow<'_, Self> {
        let names = |name: &Option<Cow<'static, str>>| name.as_deref() == Some(main);
        let of_target = match &self.targets {
            Targets::Table(targets) => targets.iter().any(|target| names(&target.calendar)),
            Targets::Same(_) | Targets::NotSet(_) => false,
        };
        if !of_target && !names(&self.calendar) {
            return Cow::Borrowed(self);
        }
        let mut rule = self.clone();
        rule.calendar = rule.calendar.filter(|name| *name != main);
        if let Targets::Table(targets) = &mut rule.targets {
            for target in targets.iter_mut().filter(|target| names(&target.calendar)) {
                target.calendar = Some(Cow::Borrowed(MAIN));
            }
        }
        Cow::Owned(rule)
    }
}
