//! Approvals with separation of duties: who must sign a decision, who may sign it, and whether the people you have
//! are enough.
//!
//! | Type | What it says | Who writes it |
//! |---|---|---|
//! | [`ApprovalTable`] | which decision takes which [`Chain`] of [`Step`]s; it names roles, never people | the policy |
//! | [`Roster`] | who holds which role, when and up to which amount, and who stands in for whom | the host |
//! | [`Progress`] | how far one chain is signed, and who may sign next | made from both, for each call |
//!
//! Rules about pairs of actions stand in the policy as well: see [`PeopleRules`](crate::policy::people::PeopleRules).
//!
//! # The signing rules
//!
//! 1. **Excluded people.** A person who is [excluded](crate::approval::signing::ExcludedPerson) cannot sign, neither
//!    for themselves nor for another, and nobody can sign for them. One exception: the proposer and the handler may
//!    sign a step of the act `prepare`, because preparing is a part of handling. A person complained about and a
//!    complainant cannot.
//! 2. **Nobody signs twice.** A signature uses up the person who signs and the person for whom they sign. Neither of
//!    them can sign another step, or the same step again. A step with
//!    [`with_by_anyone_again`](Step::with_by_anyone_again) ignores the signatures of other steps, and they ignore its
//!    own.
//! 3. **Delegates.** A delegate signs for one person, in one role, during one period. The exclusions of both people
//!    apply. The limit is the smaller of the person's limit and the delegation's limit.
//! 4. **Limits.** A limit includes its amount: whoever may sign up to 500 EUR may sign 500 EUR. It is in one
//!    currency. A person with a limit cannot sign an unknown amount, or an amount in another currency.
//! 5. **System accounts.** A system account can sign only a step that names it.
//! 6. **Time limits.** After the time limit of a step, holders of a second role may sign it too. Time alone never
//!    approves anything.
//! 7. **Dead ends.** A signature is refused if less of the chain could be signed afterwards. Example: only anna can
//!    sign `release`. Then anna cannot sign `review` before it, if another person can.
//! 8. **Refusals.** A person who has refused to sign a step cannot sign it later, and neither can their delegate. If
//!    a delegate refuses, the person for whom they act has refused too.
//!
//! A signature is judged once, by the roster of that instant. It stays valid when the roster changes.
//!
//! # Example: nobody signs twice
//!
//! ```
//! use redress::approval::signing::ChainQuery;
//! use redress::approval::{ApprovalTable, Chain, Holding, Progress, Roster, Signers, Step};
//! use redress::vocab::course::{ApprovalAct, DecisionKind};
//! use redress::vocab::{ActorId, Role, RuleId};
//! use redress::word;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let table = ApprovalTable::new().with_chain(
//!     Chain::new(word!(RuleId, "every-remedy"), DecisionKind::Remedy)
//!         .with_step(Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(Role::MANAGER)))
//!         .with_step(Step::new(word!(RuleId, "release"), ApprovalAct::Approve, Signers::one(Role::LEADER_IN_CHARGE))),
//! );
//! let (anna, mia): (ActorId, ActorId) = ("anna".parse()?, "mia".parse()?);
//! let roster = Roster::builder("2026-03")
//!     .holding(Holding::new(anna, Role::MANAGER))
//!     .holding(Holding::new(anna, Role::LEADER_IN_CHARGE))
//!     .holding(Holding::new(mia, Role::MANAGER))
//!     .build()?;
//! let now = "2026-03-02T10:00:00Z".parse()?;
//! assert!(table.check(&roster, now).is_ok()); // the roster has enough people
//!
//! // Only anna can sign the second step, so that mia must sign the first.
//! let chain = table.select(ChainQuery::new(DecisionKind::Remedy))?.ok_or("no chain")?;
//! let progress = Progress::of(chain.steps());
//! assert_eq!(progress.possible_signers(&roster, now)?.next, [mia]);
//! assert_eq!(
//!     progress.signature_by(&roster, anna, now).unwrap_err().to_string(),
//!     "`anna` cannot sign: too few people would remain to sign step `release`; ask somebody else to sign this step",
//! );
//! let signed = [progress.signature_by(&roster, mia, now)?];
//! let progress = Progress { signed: &signed, ..progress };
//! assert!(progress.signature_by(&roster, anna, now).is_ok());
//! # Ok(()) }
//! ```

mod answer;
mod authority;
mod chain;
mod codes;
mod fault;
pub mod limits;
mod matching;
mod missing;
mod progress;
mod proof;
mod query;
mod refusal;
mod role_place;
mod roster;
mod shown;
mod signature;
mod signers;
mod staffing;
mod step;
mod stuck;
mod table;

pub use self::chain::Chain;
pub use self::fault::ApprovalFault;
pub use self::progress::Progress;
pub use self::refusal::SigningRefusal;
pub use self::roster::{
    Delegation, Holding, Roster, RosterBuilder, RosterDocument, RosterFault, RosterFaults,
};
pub use self::signature::Signature;
pub use self::signers::Signers;
pub use self::step::Step;
pub use self::stuck::StuckApproval;
pub use self::table::ApprovalTable;

pub(crate) use self::role_place::nearest;

/// The entries of a [`RosterDocument`], as they are read and written.
pub mod entry {
    pub use crate::approval::roster::{DelegationDocument, HoldingDocument};
}

/// Who can sign, or why not, with the time limits and amendment rules of steps.
pub mod signing {
    pub use crate::approval::missing::{MissingInput, UnknownChain};
    pub use crate::approval::progress::{ExcludedPerson, PossibleSigners};
    pub use crate::approval::query::ChainQuery;
    pub use crate::approval::step::{AmendmentEffect, AmendmentRule, TimeLimit};
    pub use crate::approval::stuck::SigningObstacle;
}

/// Checks whether the people of a roster can do what a policy asks for.
pub mod staff {
    pub use crate::approval::role_place::{RolePlace, StaffingHint};
    pub use crate::approval::staffing::{StaffingFault, StaffingFaults};
}
