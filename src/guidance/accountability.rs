//! Who is held to account, and how.

use alloc::vec::Vec;

use chrono::{DateTime, Utc};

use crate::case::Case;
use crate::case::state::PromiseOutcome;
use crate::policy::condition::Truth;
use crate::vocab::track::{Accountable, Sanction};
use crate::vocab::{ActorId, Money};

/// What is known of who caused or delayed a complaint.
///
/// ```
/// use redress::guidance::accountability::{AccountabilityFacts, DeductedFrom, SanctionRule};
/// use redress::policy::condition::Truth;
/// use redress::vocab::Money;
/// use redress::vocab::track::{Accountable, Sanction};
///
/// let known = AccountabilityFacts::new().with_direct("sam".parse()?).with_head("hugo".parse()?).with_delay(Truth::False);
/// let liable = known.liable(SanctionRule::Pay(DeductedFrom::Bonus));
/// assert_eq!(liable.iter().map(|one| one.part).collect::<Vec<_>>(), [Accountable::Direct, Accountable::DepartmentHead]);
/// assert!(liable[0].kinds.contains(&Sanction::BONUS_DEDUCTION));
///
/// // How much is for the organisation to say: here a tenth of the loss from the one, half of that from the other.
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
    /// The people through whose doing it went wrong, as far as they are known.
    pub direct: Vec<ActorId>,
    /// Who leads the department, where that is known.
    pub head: Option<ActorId>,
    /// Whether the handling was delayed.
    pub delayed: Truth,
    /// Who delayed it, where that is known.
    pub delayer: Option<ActorId>,
}

/// How people are held to account (K11).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the sides of K11")]
pub enum SanctionRule {
    /// By a penalty and a deduction, the head of the department and whoever delays it, too (S03-R18 to S03-R21).
    Pay(DeductedFrom),
    /// By training or a corrective measure for the staff concerned (S11-R10).
    TrainOrCorrect,
}

/// What is deducted from beside performance pay (A21): one word of the procedure reads as two.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the two readings of catalogue A21")]
pub enum DeductedFrom {
    /// The bonus: the other word is a slip of the print.
    #[default]
    Bonus,
    /// Funds, under the sanction that the organisation calls so.
    Funds(Sanction),
}

/// Somebody who is held to account.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct AccountableParty {
    /// Who; none where that is not known yet, and is to be found out.
    pub person: Option<ActorId>,
    /// As what.
    pub part: Accountable,
    /// The sanctions to choose from.
    pub kinds: Vec<Sanction>,
    /// The elements that it rests on.
    pub because: &'static [&'static str],
}

impl AccountableParty {
    /// How much, by the organisation's own schedule of the loss: the procedures name no amount (A22).
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
    /// Nothing is known.
    #[must_use]
    pub const fn new() -> Self {
        Self { direct: Vec::new(), head: None, delayed: Truth::Unknown, delayer: None }
    }

    /// Names somebody through whose doing it went wrong.
    #[must_use]
    pub fn with_direct(mut self, person: ActorId) -> Self {
        if !self.direct.contains(&person) {
            self.direct.push(person);
        }
        self
    }

    /// Names the head of the department.
    #[must_use]
    pub const fn with_head(mut self, person: ActorId) -> Self {
        self.head = Some(person);
        self
    }

    /// Says whether the handling was delayed.
    #[must_use]
    pub const fn with_delay(mut self, delayed: Truth) -> Self {
        self.delayed = delayed;
        self
    }

    /// Says that the handling was delayed, and by whom.
    #[must_use]
    pub const fn with_delayer(mut self, person: ActorId) -> Self {
        self.delayed = Truth::True;
        self.delayer = Some(person);
        self
    }

    /// Who is held to account, and by which sanctions. Nobody is, of whom it is not known that they had a part: the head
    /// of a department answers for those who did it, and a delay that is not known is none.
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
    /// What the case knows of who caused or delayed it, at an instant: those through whose doing it went wrong, and
    /// whether a promise was broken, with whoever is in charge as the one who broke it (S02-R05, S03-R21).
    ///
    /// The head of the department is not in a case, and a delay that broke no promise is not looked for: the caller adds
    /// them.
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
