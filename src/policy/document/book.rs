//! A book of policies as a document.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::KnownDays;
use crate::calendar::reading::ZoneAnswer;
use crate::faults::Faults;
use crate::policy::document::policy::PolicyDocument;
use crate::policy::limits::MAX_VALIDITIES;
use crate::policy::policy_book::{BookFault, BookFaults, PolicyBook, PolicyValidity};
use crate::policy::version::PolicyVersion;
use crate::text::left_out::some;
use crate::text::list::list;
use crate::text::map_only::map_only;

/// A [`PolicyBook`] as JSON, TOML or any other form that serde reads.
///
/// # Example: one policy, and its document
///
/// ```
/// use redress::policy::PolicyBook;
/// use redress::policy::book::{PolicyBookDocument, PolicyValidity};
/// use redress::sample;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let policy = sample::policy()?;
/// let zone = policy.calendar().zone().clone();
/// let book = PolicyBook::new([PolicyValidity::from_day("2026-01-01".parse()?, policy)])?;
///
/// let text = serde_json::to_string(&PolicyBookDocument::of(&book))?;
/// assert!(text.starts_with(r#"{"policies":[{"from":"2026-01-01","policy":{"name":"shop""#), "{text}");
/// let again = serde_json::from_str::<PolicyBookDocument>(&text)?.build(|_, _| Some(zone.clone()))?;
/// assert_eq!(PolicyBookDocument::of(&again), PolicyBookDocument::of(&book));
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct PolicyBookDocument {
    /// The policies with their days, in any order.
    #[serde(deserialize_with = "validities")]
    pub policies: Vec<ValidityDocument>,
}

map_only!(PolicyBookDocument, "a book of policies");

/// A policy of a book with its days, as a document.
///
/// ```
/// use redress::policy::book::ValidityDocument;
///
/// let error = serde_json::from_str::<ValidityDocument>(r#"{"from": "2026-01-01"}"#).unwrap_err();
/// assert!(error.to_string().starts_with("missing field `policy`"), "{error}");
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", remote = "Self")]
#[expect(clippy::exhaustive_structs, reason = "a plain document: its fields are its interface")]
pub struct ValidityDocument {
    /// The first day of receipt, by the main calendar of the policy.
    pub from: NaiveDate,
    /// The last day of receipt. If it is left out, the policy is valid until the next one begins.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The policy.
    pub policy: PolicyDocument,
}

map_only!(ValidityDocument, "a policy with its days");

fn validities<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<ValidityDocument>, D::Error> {
    list(MAX_VALIDITIES, deserializer)
}

impl PolicyBookDocument {
    /// Returns the document of a book. Reading and building it again results in an equal book.
    #[must_use]
    pub fn of(book: &PolicyBook) -> Self {
        let document = |valid: &PolicyValidity| ValidityDocument {
            from: valid.first_day(),
            until: valid.last_day(),
            policy: PolicyDocument::of(valid.policy()),
        };
        Self { policies: book.validities().iter().map(document).collect() }
    }

    /// Proves every policy and the days, and returns the book.
    ///
    /// `resolve` returns a time zone, as for [`PolicyDocument::build`].
    ///
    /// # Errors
    ///
    /// Returns the faults of every policy that cannot be built. If all can, returns every fault of the days.
    pub fn build<A: ZoneAnswer>(
        &self,
        mut resolve: impl FnMut(&str, KnownDays) -> A,
    ) -> Result<PolicyBook, BookFaults> {
        let (mut validities, mut faults) = (Vec::new(), Vec::new());
        for ValidityDocument { from, until, policy } in &self.policies {
            match policy.build(&mut resolve) {
                Ok(built) => {
                    let valid = PolicyValidity::from_day(*from, built);
                    validities.push(until.map_or(valid.clone(), |last| valid.with_last_day(last)));
                }
                Err(of_policy) => {
                    let PolicyDocument { name, version, .. } = policy;
                    let policy = PolicyVersion { name: name.clone(), version: version.clone() };
                    faults.push(BookFault::Policy { policy, faults: of_policy });
                }
            }
        }
        Faults::none_or(faults, ())?;
        PolicyBook::new(validities)
    }
}
