//! Advice that decides nothing: what follows from the facts of a complaint by common rules, and a
//! [playbook](mod@playbook) of what to say and do next.
//!
//! Each rule is a pure function of what is known. It returns its answer together with the elements of the procedures
//! that support it. What a rule needs and nobody knows stays open: no rule guesses.
//!
//! | theme | rules |
//! |---|---|
//! | whether the complaint is established, and who is at fault | [`validity`], [`fault`] |
//! | what is owed, what may be offered | [`criteria`], [`self_repair`], [`remedy`], [`choice`] |
//! | how to talk about it | [`conversation`] |
//! | how far it reaches | [`spread`], [`churn`] |
//! | who answers for it | [`accountability`], [`accident`] |
//! | what must be present | [`checklist`] |
//! | what to say and do next | [`playbook`] |

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
