//! Advice that decides nothing: what follows from the facts of a complaint by rules that procedures share, and a
//! [playbook](mod@playbook) of what to say and to do next.
//!
//! Each rule is a pure function of what is known. It names the elements of the procedures that it rests on, and what it
//! asks for and is not known stays open.
//!
//! | theme | rules |
//! |---|---|
//! | whether it stands, whose fault it was | [`validity`], [`fault`] |
//! | what is owed, what may be offered | [`criteria`], [`self_repair`], [`remedy`], [`choice`] |
//! | how it is talked about | [`conversation`] |
//! | how far it reaches | [`spread`], [`churn`] |
//! | who answers for it | [`accountability`], [`accident`] |
//! | what has to be there | [`checklist`] |
//! | what to say and to do next | [`playbook`] |

pub mod accident;
pub mod accountability;
pub mod checklist;
pub mod choice;
pub mod churn;
mod codes;
pub mod conversation;
pub mod criteria;
pub mod fault;
mod judgement;
pub mod playbook;
pub mod remedy;
pub mod self_repair;
pub mod spread;
pub mod validity;

pub use self::judgement::Judgement;
