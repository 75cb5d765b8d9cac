//! Who is held to account, and how.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::Case;
use crate::case::state::PromiseOutcome;
use crate::policy::condition::Truth;
use crate::vocab::track::{Accountable, Sanction};
use crate::vocab::{ActorId, Money};

/// What is known about who caused or delayed a complaint.
///
/// ```
/// use redress::guidance::accountability::{AccountabilityFacts, DeductedFrom, SanctionRule};
/// use redress::policy::condition::Truth;
/// use redress::vocab::Money;
/// use redress::vocab::track::{Accountable, Sanction};
///
/// let known =
///     AccountabilityFacts::new().with_direct("mia".parse()?).with_head("anna".parse()?).with_delay(Truth::False);
/// let liable = known.liable(SanctionRule::Pay(DeductedFrom::Bonus));
/// assert_eq!(liable.iter().map(|one| one.part).collect::<Vec<_>>(), [Accountable::Direct, Accountable::DepartmentHead]);
/// assert!(liable[0].kinds.contains(&Sanction::BONUS_DEDUCTION));
///
/// // The organisation sets the amounts: here a tenth of the loss for the first, a twentieth for the head.
/// let loss = Money::new(50_000, "CNY".parse()?);
/// let amounts: Vec<_> = liable.iter().map(|one| one.amount(loss, |part, loss| match part {
///     Accountable::Direct => Some(Money::new(loss.minor() / 10, loss.currency())),
///     Accountable::DepartmentHead => Some(Money::new(loss.minor() / 20, loss.currency())),
///     Accountable::Delayer => None,
/// })).collect();
/// assert_eq!(amounts[0], Some(Money::new(5_000, "CNY".parse()?)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct AccountabilityFacts {
    /// The people who caused the problem by their own work, as far as they are known.
    pub direct: Vec<ActorId>,
    /// The head of the department. `None` if not known.
    pub head: Option<ActorId>,
    /// Whether the handling was delayed.
    pub delayed: Truth,
    /// The person who delayed it. `None` if not known.
    pub delayer: Option<ActorId>,
}

/// How people are held to account.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "both sides of a conflict between procedures")]
pub enum SanctionRule {
    /// By a penalty and a deduction. The head of the department and whoever delayed the handling are held to account,
    /// too.
    Pay(DeductedFrom),
    /// By training or a corrective measure for the staff concerned. No pay is touched.
    TrainOrCorrect,
}

/// What is deducted from, beside performance pay. The printed procedure can be read in two ways.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings of one rule")]
pub enum DeductedFrom {
    /// The bonus.
    #[default]
    Bonus,
    /// Funds, under a sanction that the organisation names.
    Funds(Sanction),
}

/// Somebody who is held to account.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct AccountableParty {
    /// The person. `None` if it must still be found out.
    pub person: Option<ActorId>,
    /// The capacity in which the person is held to account.
    pub part: Accountable,
    /// The sanctions to choose from.
    pub kinds: Vec<Sanction>,
    /// The elements of the procedures that support this.
    pub because: &'static [&'static str],
}

impl AccountableParty {
    /// Returns the amount, by the organisation's own schedule. The crate knows no amounts.
    pub fn amount(
        &self,
        loss: Money,
        schedule: impl FnOnce(Accountable, Money) -> Option<Money>,
    ) -> Option<Money> {
        schedule(self.part, loss)
    }
}

impl Default for AccountabilityFacts {
    fn default() -> Self {
        Self::new()
    }
}

impl AccountabilityFacts {
    /// Makes facts about which nothing is known.
    #[must_use]
    pub const fn new() -> Self {
        Self { direct: Vec::new(), head: None, delayed: Truth::Unknown, delayer: None }
    }

    /// Adds a person who caused the problem by their own work.
    #[must_use]
    pub fn with_direct(mut self, person: ActorId) -> Self {
        if !self.direct.contains(&person) {
            self.direct.push(person);
        }
        self
    }

    /// Sets the head of the department.
    #[must_use]
    pub const fn with_head(mut self, person: ActorId) -> Self {
        self.head = Some(person);
        self
    }

    /// Sets whether the handling was delayed.
    #[must_use]
    pub const fn with_delay(mut self, delayed: Truth) -> Self {
        self.delayed = delayed;
        self
    }

    /// Sets that the handling was delayed, and by whom.
    #[must_use]
    pub const fn with_delayer(mut self, person: ActorId) -> Self {
        self.delayed = Truth::True;
        self.delayer = Some(person);
        self
    }

    /// Returns who is held to account, and by which sanctions.
    ///
    /// Only people who are known to have taken part are held to account. The head of a department answers only if
    /// somebody of the staff caused the problem. A delay that nobody knows of does not count.
    ///
    /// # Example: nobody is known to have caused it
    ///
    /// ```
    /// use redress::guidance::accountability::{AccountabilityFacts, SanctionRule, DeductedFrom};
    ///
    /// let head_alone = AccountabilityFacts::new().with_head("anna".parse()?);
    /// assert!(head_alone.liable(SanctionRule::Pay(DeductedFrom::Bonus)).is_empty());
    /// # Ok::<(), redress::vocab::error::IdError>(())
    /// ```
    #[must_use]
    pub fn liable(&self, rule: SanctionRule) -> Vec<AccountableParty> {
        let mut liable = Vec::new();
        let deduction = match rule {
            SanctionRule::Pay(DeductedFrom::Bonus) => Sanction::BONUS_DEDUCTION,
            SanctionRule::Pay(DeductedFrom::Funds(sanction)) => sanction,
            SanctionRule::TrainOrCorrect => {
                liable.extend(self.direct.iter().map(|&person| AccountableParty {
                    person: Some(person),
                    part: Accountable::Direct,
                    kinds: Vec::from([Sanction::TRAINING, Sanction::CORRECTIVE_MEASURE]),
                    because: &["S11-R10"],
                }));
                return liable;
            }
        };
        let kinds = || Vec::from([Sanction::PENALTY, Sanction::PAY_DEDUCTION, deduction]);
        liable.extend(self.direct.iter().map(|&person| AccountableParty {
            person: Some(person),
            part: Accountable::Direct,
            kinds: kinds(),
            because: &["S03-R18", "S03-R20"],
        }));
        if !self.direct.is_empty() {
            liable.push(AccountableParty {
                person: self.head,
                part: Accountable::DepartmentHead,
                kinds: kinds(),
                because: &["S03-R19", "S03-R20"],
            });
        }
        if self.delayed == Truth::True {
            liable.push(AccountableParty {
                person: self.delayer,
                part: Accountable::Delayer,
                kinds: Vec::from([Sanction::DELAY_LIABILITY]),
                because: &["S03-R21"],
            });
        }
        liable
    }
}

impl Case {
    /// Returns what the case knows about who caused or delayed it, at an instant.
    ///
    /// The people named as responsible are the direct ones. If a promise to the complainant was broken, the handling
    /// counts as delayed, and the person in charge as the one who delayed it.
    ///
    /// A case does not know the head of the department, and this method does not look for delays that broke no promise.
    /// The caller adds them.
    ///
    /// ```
    /// use redress::policy::condition::Truth;
    /// use redress::sample;
    ///
    /// let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// let known = sample::case(&policy, &roster)?.answerable("2026-04-08T15:00:00Z".parse()?);
    /// assert!(known.direct.is_empty());
    /// assert_eq!(known.delayed, Truth::Unknown); // no promise was broken, and nothing else is known
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn answerable(&self, now: DateTime<Utc>) -> AccountabilityFacts {
        let mut known = self
            .responsible()
            .iter()
            .fold(AccountabilityFacts::new(), |known, &person| known.with_direct(person));
        if self.promises().iter().any(|promise| promise.kept(now) == PromiseOutcome::Broken) {
            known = known.with_delay(Truth::True);
            known.delayer = self.person_in_charge();
        }
        known
    }
}
