//! Approval with separation of duties: who must sign what, who may, and whether a chain of signatures can still be
//! completed.
//!
//! - An [`ApprovalTable`] says for each kind of decision which [`Chain`] of [`Step`]s it takes. It is a part of a
//!   policy and names roles, never people.
//! - A [`Roster`] says who holds which role, up to which amount and in which period, and who stands in for whom.
//!   The host passes it with each call; nothing else gives anybody a role.
//! - [`Progress`] puts the two together at an instant: who may sign now, and whether the rest can be signed
//!   afterwards.
//! - What a policy adds by person (two actions that one person must not both do, a second person, an emergency override)
//!   stands in [`PeopleRules`](crate::policy::people::PeopleRules).
//!
//! # The signing rules
//!
//! 1. Who is [excluded](crate::approval::signing::ExcludedPerson) never signs, neither for themselves nor for another,
//!    and nobody signs for them. A step of the act `prepare` is open to the proposer and the handler, for preparing is
//!    handling; to the person complained about no step is.
//! 2. Nobody signs two steps or twice in one step, in whatever capacity: a signature uses up the person who signs
//!    and the person signed for. A step [`by_anyone_again`](Step::with_by_anyone_again) looks at no other step, and
//!    no other step at it.
//! 3. A delegate acts for one person, in one role and one period. They inherit that person's exclusions, have
//!    their own, and sign up to the smaller of that person's limit and the delegation's.
//! 4. A limit includes its amount and speaks of one currency. Who has one signs no unknown amount and none of
//!    another currency.
//! 5. A system account signs where the step names it, and nowhere else.
//! 6. A step whose time limit has passed may be signed by holders of the role it escalates to as well. Time never
//!    approves anything.
//! 7. A signature after which less of the chain could be signed than before is refused: where one person alone
//!    can sign a later step, that person does not sign an earlier one that others can.
//! 8. Who refused to sign a step does not sign it, nor a delegate for them. A refusal by a delegate is one by the
//!    person that the delegate stands in for, too.
//!
//! A signature is judged at its instant by the roster of that instant, and stays given.
//!
//! # Example: nobody signs twice
//!
//! ```
//! use redress::approval::{ApprovalTable, Chain, Holding, Progress, Roster, Signers, Step};
//! use redress::approval::signing::ChainQuery;
//! use redress::vocab::{ActorId, Role, RuleId};
//! use redress::vocab::course::{ApprovalAct, DecisionKind};
//! use redress::word;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let table = ApprovalTable::new().with_chain(
//!     Chain::new(word!(RuleId, "every-remedy"), DecisionKind::Remedy)
//!         .with_step(Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(Role::MANAGER)))
//!         .with_step(Step::new(word!(RuleId, "release"), ApprovalAct::Approve, Signers::one(Role::LEADER_IN_CHARGE))),
//! );
//! let (anna, ben): (ActorId, ActorId) = ("anna".parse()?, "ben".parse()?);
//! let roster = Roster::builder("2026-03")
//!     .holding(Holding::new(anna, Role::MANAGER))
//!     .holding(Holding::new(anna, Role::LEADER_IN_CHARGE))
//!     .holding(Holding::new(ben, Role::MANAGER))
//!     .build()?;
//! let now = "2026-03-02T10:00:00Z".parse()?;
//! assert!(table.check(&roster, now).is_ok());
//!
//! let chain = table.select(ChainQuery::new(DecisionKind::Remedy))?.ok_or("no chain")?;
//! let progress = Progress::of(chain.steps());
//! assert_eq!(progress.possible_signers(&roster, now)?.next, [ben]);
//! assert_eq!(
//!     progress.signature_by(&roster, anna, now).unwrap_err().to_string(),
//!     "`anna` cannot sign: too few people would remain to sign step `release`; ask somebody else to sign this step",
//! );
//! let signed = [progress.signature_by(&roster, ben, now)?];
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

/// The entries of a [`RosterDocument`].
pub mod entry {
    pub use crate::approval::roster::{DelegationDocument, HoldingDocument};
}

/// Time limits and amendment rules of steps, and who can sign or why they cannot.
pub mod signing {
    pub use crate::approval::missing::{MissingInput, UnknownChain};
    pub use crate::approval::progress::{ExcludedPerson, PossibleSigners};
    pub use crate::approval::query::ChainQuery;
    pub use crate::approval::step::{AmendmentEffect, AmendmentRule, TimeLimit};
    pub use crate::approval::stuck::SigningObstacle;
}

/// Whether the people of a roster can complete the chains of a policy.
pub mod staff {
    pub use crate::approval::role_place::{RolePlace, StaffingHint};
    pub use crate::approval::staffing::{StaffingFault, StaffingFaults};
}
