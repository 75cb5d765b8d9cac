//! A row of the approval table.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::approval::missing::MissingInput;
use crate::approval::step::Step;
use crate::vocab::course::DecisionKind;
use crate::vocab::{Money, Remedy, RuleId, Severity};

/// A row of the approval table: the decisions that it is for, and the steps that they take.
///
/// A row without conditions applies to every decision of its kind. With several conditions, all of them must hold. At
/// least one step must approve the decision (not only prepare it), unless the row declares that nobody signs: see
/// [`with_nobody_signs`](Self::with_nobody_signs).
///
/// # Example: large refunds for serious complaints
///
/// ```
/// use redress::approval::{Chain, Signers, Step};
/// use redress::vocab::course::{ApprovalAct, DecisionKind};
/// use redress::vocab::{Money, Remedy, Role, RuleId, Severity};
/// use redress::word;
///
/// let large = Chain::new(word!(RuleId, "large-refund"), DecisionKind::Remedy)
///     .with_from_severity(Severity::Serious)
///     .with_above(Money::new(100_000, "EUR".parse()?)) // 1000.01 EUR and more
///     .with_remedies([Remedy::REFUND])
///     .with_step(Step::new(word!(RuleId, "approve"), ApprovalAct::Approve, Signers::one(Role::MANAGER)))
///     .with_citation("house rule 7");
/// assert_eq!(large.severity(), Some(Severity::Serious));
/// assert_eq!(large.over().map(|over| over.minor()), Some(100_000));
/// assert_eq!((large.steps().len(), large.citation()), (1, "house rule 7"));
/// # Ok::<(), redress::vocab::error::CurrencyError>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "a row does nothing until a table has it"]
pub struct Chain {
    id: RuleId,
    kind: DecisionKind,
    severity: Option<Severity>,
    over: Option<Money>,
    remedies: Option<Vec<Remedy>>,
    steps: Vec<Step>,
    unsigned: bool,
    citation: Cow<'static, str>,
}

impl Chain {
    /// Creates a row for every decision of a kind. Records refer to the row by its id.
    pub const fn new(id: RuleId, kind: DecisionKind) -> Self {
        Self {
            id,
            kind,
            severity: None,
            over: None,
            remedies: None,
            steps: Vec::new(),
            unsigned: false,
            citation: Cow::Borrowed(""),
        }
    }

    /// Restricts the row to complaints of this severity or a higher one.
    pub const fn with_from_severity(mut self, level: Severity) -> Self {
        self.severity = Some(level);
        self
    }

    /// Restricts the row to amounts greater than this one. The amount itself is not included.
    pub const fn with_above(mut self, amount: Money) -> Self {
        self.over = Some(amount);
        self
    }

    /// Restricts the row to decisions with at least one of these remedies, or a child of one.
    ///
    /// If nobody signs the row, *every* remedy of the decision must be among them. Otherwise a refund that needs a
    /// signature would pass unsigned together with an apology that needs none.
    ///
    /// # Example: an apology needs no signature, a refund does
    ///
    /// ```
    /// use redress::approval::signing::ChainQuery;
    /// use redress::approval::{ApprovalTable, Chain};
    /// use redress::vocab::course::DecisionKind;
    /// use redress::vocab::{Remedy, RuleId};
    /// use redress::word;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let kind = DecisionKind::Remedy;
    /// let words = Chain::new(word!(RuleId, "words"), kind).with_remedies([Remedy::APOLOGY]).with_nobody_signs();
    /// let table = ApprovalTable::new().with_chain(words).with_chain(Chain::new(word!(RuleId, "all-else"), kind));
    ///
    /// let apology = ChainQuery::new(kind).with_remedies(&[Remedy::APOLOGY]);
    /// assert_eq!(table.select(apology)?.map(Chain::id), Some(word!(RuleId, "words")));
    /// let both = ChainQuery::new(kind).with_remedies(&[Remedy::APOLOGY, Remedy::REFUND]);
    /// assert_eq!(table.select(both)?.map(Chain::id), Some(word!(RuleId, "all-else")));
    /// # Ok(()) }
    /// ```
    pub fn with_remedies(mut self, remedies: impl IntoIterator<Item = Remedy>) -> Self {
        self.remedies = Some(remedies.into_iter().collect());
        self
    }

    /// Adds a step after the others. Steps are signed in this order.
    pub fn with_step(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// Declares that nobody signs: whoever proposes the decision makes it.
    ///
    /// Such a chain may have steps that prepare the decision, and the customer's consent, and no others. Without this
    /// declaration, a chain that nobody signs is a fault, because it is usually a mistake.
    ///
    /// # Example: small remedies need no signature
    ///
    /// ```
    /// use redress::approval::{ApprovalTable, Chain};
    /// use redress::taxonomy::Taxonomy;
    /// use redress::vocab::RuleId;
    /// use redress::vocab::course::DecisionKind;
    /// use redress::word;
    ///
    /// let small = Chain::new(word!(RuleId, "small"), DecisionKind::Remedy);
    /// let faults = |chain| ApprovalTable::new().with_chain(chain).prove(&Taxonomy::standard(), None);
    /// assert_eq!(
    ///     faults(small.clone())[0].to_string(),
    ///     "approval chain `small`: nobody signs it; add a step other than `prepare` and `customer-consent`, \
    ///      or set `nobody-signs`",
    /// );
    /// assert!(faults(small.with_nobody_signs()).is_empty());
    /// ```
    pub const fn with_nobody_signs(mut self) -> Self {
        self.unsigned = true;
        self
    }

    /// Sets the source of the row, such as a house rule or a law.
    pub fn with_citation(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citation = source.into();
        self
    }

    /// Returns the id, by which records refer to the row.
    #[must_use]
    pub const fn id(&self) -> RuleId {
        self.id
    }

    /// Returns the kind of decision that the row is for.
    #[must_use]
    pub const fn kind(&self) -> DecisionKind {
        self.kind
    }

    /// Returns the lowest severity that the row is for; `None` if it applies at every severity.
    #[must_use]
    pub const fn severity(&self) -> Option<Severity> {
        self.severity
    }

    /// Returns the threshold: the row applies to greater amounts. `None` if it applies to every amount.
    #[must_use]
    pub const fn over(&self) -> Option<Money> {
        self.over
    }

    /// Returns the remedies that the row is for, each with its children; `None` if it applies to every remedy.
    #[must_use]
    pub fn remedies(&self) -> Option<&[Remedy]> {
        self.remedies.as_deref()
    }

    /// Returns the steps in the order in which they are signed.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Returns whether the row applies only if every remedy of the decision is among its own.
    pub(super) const fn is_narrow(&self) -> bool {
        self.unsigned && self.remedies.is_some()
    }

    /// Returns whether the row declares that nobody signs.
    #[must_use]
    pub const fn is_unsigned(&self) -> bool {
        self.unsigned
    }

    /// Returns the source of the row; empty if the rule is the organisation's own.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// Returns whether the row applies to a decision, or what must be known to say so.
    pub(crate) fn applies(
        &self,
        severity: Option<Severity>,
        amount: Option<Money>,
        remedies: &[Remedy],
    ) -> Result<bool, MissingInput> {
        let level = self
            .severity
            .map_or(Ok(true), |least| severity.map(|level| level >= least).ok_or(MissingInput::Severity));
        let exceeds = self.over.map_or(Ok(true), |over| {
            let amount = amount.ok_or(MissingInput::Amount { currency: over.currency() })?;
            let within = over.is_at_least(&amount);
            within
                .map(|within| !within)
                .ok_or(MissingInput::Currency { given: amount.currency(), currency: over.currency() })
        });
        let meant = self.remedies.as_ref().is_none_or(|meant| {
            let is_meant = |remedy: &Remedy| meant.iter().any(|meant| remedy.is_or_under(meant));
            if self.unsigned {
                !remedies.is_empty() && remedies.iter().all(is_meant)
            } else {
                remedies.iter().any(is_meant)
            }
        });
        // If one condition is false, it does not matter that another cannot be decided.
        if !meant || level == Ok(false) || exceeds == Ok(false) {
            return Ok(false);
        }
        level.and(exceeds)
    }
}
