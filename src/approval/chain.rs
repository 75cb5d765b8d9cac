//! A row of the approval table.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::approval::missing::MissingInput;
use crate::approval::step::Step;
use crate::vocab::course::DecisionKind;
use crate::vocab::{Money, Remedy, RuleId, Severity};

/// A row of the approval table: the decisions it is for, and the steps they take.
///
/// A row without conditions applies to every decision of its kind. At least one step must be signed by somebody other
/// than whoever prepares the decision, unless the row declares that nobody signs: [`Chain::with_nobody_signs`].
///
/// ```
/// use redress::approval::{Chain, Signers, Step};
/// use redress::vocab::{Money, Remedy, Role, RuleId, Severity};
/// use redress::vocab::course::{ApprovalAct, DecisionKind};
/// use redress::word;
///
/// let large = Chain::new(word!(RuleId, "large-refund"), DecisionKind::Remedy)
///     .with_from_severity(Severity::Serious)
///     .with_above(Money::new(100_000, "EUR".parse()?))
///     .with_remedies([Remedy::REFUND])
///     .with_step(Step::new(word!(RuleId, "approve"), ApprovalAct::Approve, Signers::one(Role::MANAGER)))
///     .with_citation("house rule 7");
/// assert_eq!(large.steps().len(), 1);
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
    /// A row for every decision of a kind, with the id that records name it by.
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

    /// For complaints of this level or a higher one alone.
    pub const fn with_from_severity(mut self, level: Severity) -> Self {
        self.severity = Some(level);
        self
    }

    /// For amounts that are greater than this one alone.
    pub const fn with_above(mut self, amount: Money) -> Self {
        self.over = Some(amount);
        self
    }

    /// Restricts the row to decisions with one of these remedies, or a child of one.
    ///
    /// If nobody signs, every remedy of the decision must be among them. Otherwise a refund that needs a signature would
    /// go through unsigned beside an apology that needs none.
    pub fn with_remedies(mut self, remedies: impl IntoIterator<Item = Remedy>) -> Self {
        self.remedies = Some(remedies.into_iter().collect());
        self
    }

    /// Adds a step behind the others.
    pub fn with_step(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// Declares that nobody signs: whoever proposes the decision makes it. The chain may have steps that prepare it and
    /// the customer's consent, and no others.
    ///
    /// Without this word a chain that nobody signs is a fault, for it is more often a mistake than meant.
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

    /// Says where it comes from.
    pub fn with_citation(mut self, source: impl Into<Cow<'static, str>>) -> Self {
        self.citation = source.into();
        self
    }

    /// The id.
    #[must_use]
    pub const fn id(&self) -> RuleId {
        self.id
    }

    /// What is decided.
    #[must_use]
    pub const fn kind(&self) -> DecisionKind {
        self.kind
    }

    /// The lowest level it is for.
    #[must_use]
    pub const fn severity(&self) -> Option<Severity> {
        self.severity
    }

    /// The amount that has to be exceeded.
    #[must_use]
    pub const fn over(&self) -> Option<Money> {
        self.over
    }

    /// The remedies it is for, each with its children; `None` where it does not look at them.
    #[must_use]
    pub fn remedies(&self) -> Option<&[Remedy]> {
        self.remedies.as_deref()
    }

    /// The steps, in the order in which they are signed.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Whether it is for decisions of nothing but its remedies: what is decided beside them takes it to another row.
    pub(super) const fn is_narrow(&self) -> bool {
        self.unsigned && self.remedies.is_some()
    }

    /// Whether it says that nobody signs.
    #[must_use]
    pub const fn is_unsigned(&self) -> bool {
        self.unsigned
    }

    /// Where it comes from; empty when it is the organisation's own.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// Whether it is for a decision, or what would have to be known to say so.
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
        // What is surely false leaves nothing to be known.
        if !meant || level == Ok(false) || exceeds == Ok(false) {
            return Ok(false);
        }
        level.and(exceeds)
    }
}
