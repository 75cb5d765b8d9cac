//! The parts of a policy from which its fingerprint is made.
//!
//! **The problem.** A fingerprint must change with every decision, and must not change with anything else. A list of
//! the parts that decide would be forgotten when a part is added.
//!
//! **The idea.** [`Rules::of`] takes the policy apart by name, without `..`. A new part does not compile until somebody
//! has said whether it decides. What decides goes into [`Rules`], in the form of its document.
//!
//! **The layout of what is hashed.**
//!
//! ```text
//! fingerprint = SHA-256( "redress-policy-1\n"
//!                        digest of the rules                              32 bytes
//!                        for each calendar, sorted by its name:
//!                            length of the name, name                     8 bytes, text
//!                            first and last day, of calendar and zone     4 numbers
//!                            working hours and offsets on these days )
//! ```
//!
//! Each part has a fixed length or a length before it, so that no two contents have the same bytes.
//!
//! **The main calendar** has the empty name here, which no calendar can have. Rules that name the main calendar are
//! rewritten to say the same as rules that name none ([`ClockRule::without_name_of`]), so that renaming the main
//! calendar changes nothing. A target that names it is different from a target that names none, because the second one
//! may take the calendar of a department: the first keeps a reference, with the empty name.
//!
//! **Order.** Routing rows and approval chains are sorted here, as far as their order decides nothing. All other lists
//! are sorted by the canonical form.
//!
//! **Cost.** When a policy is built: one pass over its rules, and one over the days of its calendars.
//! [`Policy::fingerprint_of`] for other days repeats only the pass over the calendars.
//!
//! **Edges.** Derived parts (lexicon, recurrences, compiled tables) follow from the rules and are left out. The name
//! and the version are left out, because a case stores them itself.

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

/// The edition of what is hashed. Another edition gives every policy another fingerprint.
const FORM: &[u8] = b"redress-policy-1\n";

/// The name that stands for the main calendar. No calendar can have it.
const MAIN: &str = "";

impl Digests {
    pub(in crate::policy) fn of(policy: &Policy) -> Self {
        let rules = Hash::hash(&canonical(&Rules::of(policy)));
        let all = calendars_in_order(policy)
            .into_iter()
            .map(|(name, calendar)| (name, calendar, CoveredDays::of(calendar)));
        // INVARIANT: a calendar knows all days that `CoveredDays::of` takes from it, so that nothing is missing.
        let whole = hashed(&rules, all).unwrap_or(Self::NONE.whole);
        debug_assert!(whole != Self::NONE.whole);
        Self { rules, whole }
    }
}

/// Returns the calendars by the names that rules use, sorted. The main calendar has the empty name and comes first.
fn calendars_in_order(policy: &Policy) -> Vec<(&str, &Calendar)> {
    let mut calendars: Vec<(&str, &Calendar)> =
        policy.calendars().skip(1).map(|calendar| (calendar.name(), calendar)).collect();
    calendars.push((MAIN, policy.calendar()));
    calendars.sort_unstable_by_key(|(name, _)| *name);
    calendars
}

/// Returns the hash of the digest of the rules, and of what the calendars say about the covered days.
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
    /// Returns the fingerprint of the policy, over all known days of its calendars.
    ///
    /// It was computed when the policy was built. [`Fingerprint`] lists what is in it.
    #[must_use]
    pub const fn fingerprint(&self) -> Fingerprint {
        self.digests.whole
    }

    /// Returns the fingerprint of the policy over the covered days, as if its calendars knew only these.
    ///
    /// The rules are not hashed again; the cost is one pass over the covered days.
    ///
    /// # Errors
    ///
    /// Returns [`CoverageError`] if the policy has other calendars than the covered ones, or does not know all covered
    /// days.
    ///
    /// # Example: one half of the year
    ///
    /// ```
    /// use redress::calendar::KnownDays;
    /// use redress::policy::fingerprint::{CoveredCalendars, CoveredDays};
    /// use redress::sample;
    ///
    /// let policy = sample::policy()?;
    /// let half = CoveredDays::new(KnownDays::new("2026-01-01".parse()?, "2026-06-30".parse()?)?);
    /// assert_ne!(policy.fingerprint_of(&CoveredCalendars::new(half))?, policy.fingerprint());
    ///
    /// let later = CoveredDays::new(KnownDays::years(2026, 2027)?);
    /// let refused = policy.fingerprint_of(&CoveredCalendars::new(later)).unwrap_err().to_string();
    /// assert_eq!(refused, "calendar `office` does not know all covered days, expected 2026-01-01 to 2027-12-31");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fingerprint_of(&self, covered: &CoveredCalendars) -> Result<Fingerprint, CoverageError> {
        if let Some((name, _)) = covered.calendars().find(|(name, _)| !self.has_named(name)) {
            return Err(CoverageError::NoCalendar { name: excerpt(name) });
        }
        // Every request on a case asks this, and almost always about all known days.
        let mut named = self.calendars().skip(1);
        if covered.calendar() == CoveredDays::of(self.calendar())
            && named.all(|calendar| covered.named(calendar.name()) == Some(CoveredDays::of(calendar)))
        {
            return Ok(self.digests.whole);
        }
        let mut calendars = Vec::new();
        for (name, calendar) in calendars_in_order(self) {
            let days = if name == MAIN { Some(covered.calendar()) } else { covered.named(name) };
            let days = days.ok_or_else(|| CoverageError::NoDays { name: excerpt(name) })?;
            calendars.push((name, calendar, days));
        }
        hashed(&self.digests.rules, calendars.into_iter())
    }

    fn has_named(&self, name: &str) -> bool {
        self.calendars().skip(1).any(|calendar| calendar.name() == name)
    }
}

/// Everything in a policy that decides, except its calendars.
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
        // Every part by its name: a new part does not compile until somebody has said whether it decides.
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

/// Returns the table with its chains sorted by the kind of decision. Among chains of one kind, the first that fits
/// decides, so that their order stays.
fn in_canonical_order(table: &ApprovalTable) -> ApprovalTable {
    let mut chains = table.chains().to_vec();
    chains.sort_by_key(|chain| chain.kind().as_str());
    chains.into_iter().fold(ApprovalTable::new(), ApprovalTable::with_chain)
}

impl ClockRule {
    /// Returns the rule without the name of the main calendar.
    ///
    /// A clock that names the main calendar runs as if it named none. A target that names it does not take the calendar
    /// of a department, so that it keeps a reference.
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
