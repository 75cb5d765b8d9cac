//! The versions of a procedure, each with the days for which it is valid.
//!
//! # Which policy judges a complaint?
//!
//! The problem: rules change on a date, and a complaint is judged by the rules of the day on which it was received. Two
//! policies can be in different time zones, so that "the same day" is not the same span of time for both.
//!
//! The idea: only beginnings count. A policy begins with the first instant of its first day, in the time zone of its own
//! main calendar. It ends where the next one begins. So every instant from the first beginning on has exactly one policy,
//! whatever the zones are. A last day can be named too. It is a check: the next policy must begin on the day after.
//!
//! Checked when a book is built: the first and the last day are known to the policy, they are in order, no day is
//! left out, no day has two policies, no policy ends before it begins (which different zones can cause for a policy of one
//! day), and no name and version stands for two contents.
//!
//! Cost: a search of halves for each receipt.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use crate::calendar::reading::Fold;
use crate::faults::Faults;
use crate::policy::fault::PolicyFaults;
use crate::policy::fingerprint::PolicyContent;
use crate::policy::limits::MAX_VALIDITIES;
use crate::policy::procedure::Policy;
use crate::policy::version::PolicyVersion;

/// A policy with the days of receipt for which it is valid.
///
/// The days are days of the main calendar of the policy, in its time zone.
///
/// # Example
///
/// ```
/// use redress::policy::book::PolicyValidity;
/// use redress::sample;
///
/// let valid = PolicyValidity::from_day("2026-01-01".parse()?, sample::policy()?).with_last_day("2026-06-30".parse()?);
/// assert_eq!(valid.last_day(), "2026-06-30".parse().ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a validity does nothing until a book has it"]
pub struct PolicyValidity {
    policy: Arc<Policy>,
    first_day: NaiveDate,
    last_day: Option<NaiveDate>,
}

impl PolicyValidity {
    /// Lets a policy be valid for complaints that are received on `first_day` or later, until the next policy begins.
    pub fn from_day(first_day: NaiveDate, policy: impl Into<Arc<Policy>>) -> Self {
        Self { policy: policy.into(), first_day, last_day: None }
    }

    /// Sets the last day. The next policy of the book must then begin on the day after.
    pub const fn with_last_day(mut self, last_day: NaiveDate) -> Self {
        self.last_day = Some(last_day);
        self
    }

    /// Returns the policy.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Returns the first day of receipt for which the policy is valid.
    #[must_use]
    pub const fn first_day(&self) -> NaiveDate {
        self.first_day
    }

    /// Returns the last day that was set. `None` if the policy is valid until the next one begins.
    #[must_use]
    pub const fn last_day(&self) -> Option<NaiveDate> {
        self.last_day
    }

    /// The first instant of the first day, in the zone of the policy.
    fn start(&self) -> Option<DateTime<Utc>> {
        self.knows(self.first_day).then_some(())?;
        self.policy.calendar().zone().instant(self.first_day.and_time(NaiveTime::MIN), Fold::Earlier)
    }

    fn knows(&self, day: NaiveDate) -> bool {
        let known = self.policy.calendar().known();
        (known.first()..=known.last()).contains(&day)
    }
}

/// The policies of a procedure, one after the other: for each receipt the one that was valid.
///
/// A policy is valid from the first instant of its first day, in the time zone of its own main calendar, until the next
/// policy begins. So from the first beginning on, no instant has no policy, and none has two.
///
/// # Example: new rules from July
///
/// ```
/// use redress::policy::PolicyBook;
/// use redress::policy::book::PolicyValidity;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (old, new) = (sample::policy()?, sample::policy()?);
/// let book = PolicyBook::new([
///     PolicyValidity::from_day("2026-01-01".parse()?, old),
///     PolicyValidity::from_day("2026-07-01".parse()?, new),
/// ])?;
/// let valid = book.valid_at("2026-06-30T22:30:00Z".parse()?)?; // it is July in Berlin
/// assert_eq!(valid.first_day(), "2026-07-01".parse()?);
///
/// let early = book.policy_at("2025-12-31T12:00:00Z".parse()?).unwrap_err();
/// assert_eq!(
///     early.to_string(),
///     "no policy is valid at 2025-12-31T12:00:00Z; the first one, `shop 1`, begins on 2026-01-01",
/// );
/// # Ok(()) }
/// ```
///
/// # Example: a day without a policy
///
/// ```
/// use redress::policy::PolicyBook;
/// use redress::policy::book::PolicyValidity;
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let winter = PolicyValidity::from_day("2026-01-01".parse()?, sample::policy()?).with_last_day("2026-06-29".parse()?);
/// let summer = PolicyValidity::from_day("2026-07-01".parse()?, sample::policy()?);
/// let faults = PolicyBook::new([winter, summer]).unwrap_err();
/// assert_eq!(faults.to_string(), "no policy is valid on 2026-06-30; let `shop 1` end later, or `shop 1` begin earlier");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct PolicyBook {
    /// By their beginnings; there is at least one.
    validities: Vec<PolicyValidity>,
    /// The beginning of each.
    starts: Vec<DateTime<Utc>>,
}

impl PolicyBook {
    /// Creates a book of policies, in any order.
    ///
    /// # Errors
    ///
    /// Returns every [`BookFault`] at once.
    pub fn new(validities: impl IntoIterator<Item = PolicyValidity>) -> Result<Self, BookFaults> {
        let mut validities: Vec<PolicyValidity> = validities.into_iter().collect();
        validities.sort_by_key(PolicyValidity::first_day);
        let mut faults = Vec::new();
        if validities.is_empty() {
            faults.push(BookFault::Empty);
        }
        if validities.len() > MAX_VALIDITIES {
            faults.push(BookFault::TooMany { policies: validities.len() });
            return Faults::none_or(faults, Self { validities: Vec::new(), starts: Vec::new() });
        }
        let mut starts: Vec<DateTime<Utc>> = Vec::new();
        for valid in &validities {
            let policy = || PolicyVersion::of(valid.policy());
            if let Some(last) = valid.last_day
                && last < valid.first_day
            {
                faults.push(BookFault::Reversed { policy: policy(), first: valid.first_day, last });
            }
            match valid.start() {
                Some(start) => starts.push(start),
                None => faults.push(BookFault::NotKnown { policy: policy(), day: valid.first_day }),
            }
            if let Some(day) = valid.last_day.filter(|day| *day >= valid.first_day && !valid.knows(*day)) {
                faults.push(BookFault::NotKnown { policy: policy(), day });
            }
        }
        faults.extend(seams(&validities));
        faults.extend(two_contents(&validities));
        // The days are in order here, and the instants can still be reversed by the zones.
        if faults.is_empty() {
            let pairs = validities.iter().zip(validities.iter().skip(1));
            let reversed = pairs.zip(starts.iter().zip(starts.iter().skip(1)));
            faults.extend(reversed.filter(|(_, (before, after))| before >= after).map(
                |((before, after), _)| BookFault::NeverValid {
                    policy: PolicyVersion::of(before.policy()),
                    first: before.first_day,
                    next: PolicyVersion::of(after.policy()),
                },
            ));
        }
        Faults::none_or(faults, Self { validities, starts })
    }

    /// Returns the policy that is valid for a complaint received at an instant.
    ///
    /// # Errors
    ///
    /// Returns a [`NoPolicyError`] before the first policy begins, and after the last day of the last one.
    pub fn policy_at(&self, received: DateTime<Utc>) -> Result<&Policy, NoPolicyError> {
        self.valid_at(received).map(PolicyValidity::policy)
    }

    /// Returns the policy that is valid for a complaint received at an instant, with its days.
    ///
    /// # Errors
    ///
    /// Returns a [`NoPolicyError`] before the first policy begins, and after the last day of the last one.
    pub fn valid_at(&self, received: DateTime<Utc>) -> Result<&PolicyValidity, NoPolicyError> {
        let begun = self.starts.partition_point(|start| *start <= received);
        let Some(valid) = begun.checked_sub(1).and_then(|at| self.validities.get(at)) else {
            let first = self.validities.first();
            debug_assert!(first.is_some(), "a book has a policy");
            return Err(NoPolicyError::BeforeFirst {
                received,
                policy: first
                    .map_or(String::new(), |valid| alloc::format!("{}", PolicyVersion::of(valid.policy()))),
                first: first.map_or(NaiveDate::MIN, PolicyValidity::first_day),
            });
        };
        // The end of every other policy is the beginning of the next one.
        if let Some(last) = valid.last_day.filter(|_| begun == self.validities.len()) {
            // The last day is known, so that an instant without a local time is later.
            let day = valid.policy.calendar().zone().local(received).map(|local| local.date());
            if day.is_none_or(|day| day > last) {
                let policy = alloc::format!("{}", PolicyVersion::of(valid.policy()));
                return Err(NoPolicyError::AfterLast { received, policy, last });
            }
        }
        Ok(valid)
    }

    /// Returns the policy with this name and version, or `None` if the book does not have it.
    #[must_use]
    pub fn find(&self, version: &PolicyVersion) -> Option<&Policy> {
        self.validities.iter().map(PolicyValidity::policy).find(|policy| version.is_of(policy))
    }

    /// Returns the policies with their days, in the order in which they begin.
    pub fn validities(&self) -> &[PolicyValidity] {
        &self.validities
    }
}

/// The days without a policy, and the days with two, in the order in which they begin. Each policy is compared with the one
/// before it that ends last, so that a long policy is found to reach over several others.
fn seams(validities: &[PolicyValidity]) -> Vec<BookFault> {
    let mut faults = Vec::new();
    let mut latest: Option<(&PolicyValidity, Option<NaiveDate>)> = None;
    for (place, valid) in validities.iter().enumerate() {
        // An open policy that begins on the same day as the next one would have no day. It is given one, which is faulted.
        let next = validities.get(place + 1).and_then(|next| next.first_day.pred_opt());
        let last = valid.last_day.or_else(|| next.map(|day| day.max(valid.first_day)));
        if let Some((before, end)) = latest {
            faults.extend(seam((before, end), (valid, last)));
        }
        let goes_on = |end: Option<NaiveDate>| last.is_some_and(|last| end.is_none_or(|end| end >= last));
        latest = latest.filter(|(_, end)| goes_on(*end)).or(Some((valid, last)));
    }
    faults
}

/// The days between two policies that none has, or that both have. `None` is a policy without an end.
fn seam(
    (before, end): (&PolicyValidity, Option<NaiveDate>),
    (after, last): (&PolicyValidity, Option<NaiveDate>),
) -> Option<BookFault> {
    let [policy, next] = [before, after].map(|valid| PolicyVersion::of(valid.policy()));
    let day_before = after.first_day.pred_opt()?;
    if let Some(end) = end.filter(|end| *end < day_before) {
        let first = end.checked_add_days(Days::new(1))?;
        return Some(BookFault::Gap { days: DaySpan { first, last: day_before }, policy, next });
    }
    if end == Some(day_before) {
        return None;
    }
    let ends = [end, last].into_iter().flatten();
    let days =
        DaySpan { first: after.first_day, last: ends.min().unwrap_or(NaiveDate::MAX).max(after.first_day) };
    Some(BookFault::Overlap { days, policy, next })
}

/// The names and versions that stand for two contents. The same policy may be valid twice.
fn two_contents(validities: &[PolicyValidity]) -> Vec<BookFault> {
    let mut by_version: Vec<(PolicyVersion, &Policy)> =
        validities.iter().map(|valid| (PolicyVersion::of(valid.policy()), valid.policy())).collect();
    by_version.sort_by(|(one, _), (other, _)| one.cmp(other));
    let pairs = by_version.iter().zip(by_version.iter().skip(1));
    let same = pairs.filter(|((one, _), (other, _))| one == other);
    // A calendar may have become longer in between; then the older content matches the newer policy.
    let matches = |one: &Policy, other: &Policy| PolicyContent::of(one).is_of(other);
    let differ = same.filter(|((_, one), (_, other))| !matches(one, other) && !matches(other, one));
    differ.map(|((policy, _), _)| BookFault::OtherContent { policy: policy.clone() }).collect()
}

/// Days one after the other, the last one included.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a first and a last day")]
pub struct DaySpan {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

impl core::fmt::Display for DaySpan {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if self.first == self.last {
            write!(f, "on {}", self.first)
        } else {
            write!(f, "from {} to {}", self.first, self.last)
        }
    }
}

/// Everything that is wrong with a book.
pub type BookFaults = Faults<BookFault>;

/// Something wrong with a book of policies. It names the days and the policies.
///
/// # Example: two policies for one month
///
/// ```
/// use redress::policy::PolicyBook;
/// use redress::policy::book::{BookFault, PolicyValidity};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let one = PolicyValidity::from_day("2026-01-01".parse()?, sample::policy()?).with_last_day("2026-07-31".parse()?);
/// let other = PolicyValidity::from_day("2026-07-01".parse()?, sample::policy()?);
/// let faults = PolicyBook::new([one, other]).unwrap_err();
/// let BookFault::Overlap { days, .. } = &faults.faults()[0] else { return Err("no overlap".into()) };
/// assert_eq!(days.to_string(), "from 2026-07-01 to 2026-07-31");
/// # Ok(()) }
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum BookFault {
    /// The book has no policy.
    #[error("the book has no policy; add one with its first day")]
    Empty,
    /// The book has too many policies.
    #[error("the book has {policies} policies, expected at most {MAX_VALIDITIES}")]
    TooMany {
        /// How many there are.
        policies: usize,
    },
    /// The last day of a policy is earlier than its first day.
    #[error("policy `{policy}` is valid from {first} to {last}, expected a last day on or after the first")]
    Reversed {
        /// The name and the version of the policy.
        policy: PolicyVersion,
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
    },
    /// The main calendar of a policy does not know the first or the last day of its validity.
    #[error(
        "the calendar of policy `{policy}` does not know {day}; extend the calendar, or choose another day"
    )]
    NotKnown {
        /// The name and the version of the policy.
        policy: PolicyVersion,
        /// The day.
        day: NaiveDate,
    },
    /// There are days without a policy.
    #[error("no policy is valid {days}; let `{policy}` end later, or `{next}` begin earlier")]
    Gap {
        /// The days.
        days: DaySpan,
        /// The policy that ends before them.
        policy: PolicyVersion,
        /// The policy that begins after them.
        next: PolicyVersion,
    },
    /// There are days with two policies.
    #[error("two policies are valid {days}; let `{policy}` end earlier, or `{next}` begin later")]
    Overlap {
        /// The days.
        days: DaySpan,
        /// The policy that begins first.
        policy: PolicyVersion,
        /// The other one.
        next: PolicyVersion,
    },
    /// The next policy begins before this one, because its time zone is further east.
    #[error(
        "policy `{policy}` would begin on {first} after `{next}`, in another time zone; let `{next}` begin later"
    )]
    NeverValid {
        /// The policy that would never be valid.
        policy: PolicyVersion,
        /// Its first day.
        first: NaiveDate,
        /// The policy that begins earlier.
        next: PolicyVersion,
    },
    /// Two policies with the same name and version have different contents.
    #[error("policy `{policy}` stands in the book with two contents; give changed content another version")]
    OtherContent {
        /// The name and the version.
        policy: PolicyVersion,
    },
    /// A policy of the document cannot be built.
    #[error("policy `{policy}`: {faults}")]
    Policy {
        /// The name and the version that the document gives.
        policy: PolicyVersion,
        /// What is wrong with it.
        faults: PolicyFaults,
    },
}

/// No policy of a book is valid for a receipt.
///
/// ```
/// use redress::policy::PolicyBook;
/// use redress::policy::book::{NoPolicyError, PolicyValidity};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let only = PolicyValidity::from_day("2026-01-01".parse()?, sample::policy()?).with_last_day("2026-06-30".parse()?);
/// let late = PolicyBook::new([only])?.policy_at("2026-06-30T22:00:00Z".parse()?).unwrap_err(); // July in Berlin
/// assert!(matches!(late, NoPolicyError::AfterLast { .. }));
/// # Ok(()) }
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NoPolicyError {
    /// The receipt is earlier than the first policy.
    #[error(
        "no policy is valid at {}; the first one, `{policy}`, begins on {first}",
        received.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
    )]
    BeforeFirst {
        /// The receipt.
        received: DateTime<Utc>,
        /// The name and the version of the first policy.
        policy: String,
        /// The first day of the first policy.
        first: NaiveDate,
    },
    /// The receipt is later than the last day of the last policy.
    #[error(
        "no policy is valid at {}; the last one, `{policy}`, ended with {last}",
        received.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
    )]
    AfterLast {
        /// The receipt.
        received: DateTime<Utc>,
        /// The name and the version of the last policy.
        policy: String,
        /// The last day of the last policy.
        last: NaiveDate,
    },
}
