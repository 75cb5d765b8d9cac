//! Complaint handling as a library: how bad a complaint is, who owns it, by when it must be dealt with, and
//! why.
//!
//! Organisations write down how they handle complaints. redress takes such a procedure as data, a
//! [`Policy`], proves it, and answers for each [`Complaint`] what follows from it. Every answer explains
//! itself, and what is not known is said and never guessed.
//!
//! # One program
//!
//! ```
//! use chrono_tz::Europe::Berlin;
//! use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
//! use redress::deadline::{Clock, End, Term};
//! use redress::policy::{Cell, ClockRule, Policy, Routing, Row};
//! use redress::report::{Detail, render};
//! use redress::taxonomy::Taxonomy;
//! use redress::triage::{Complaint, History, triage};
//! use redress::vocab::{Anchor, Category, ClockName, Department, Input, Locale, RuleId};
//! use redress::word;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let noise = word!(Category, "acme:noise"); // a word of your own
//! let zone = Zone::tabulate("Europe/Berlin", &Berlin, KnownDays::years(2026, 2026)?)?;
//! let calendar = Calendar::builder("office", zone)
//!     .week(WeekPattern::weekdays([Hours::from_static("09:00-17:00")]))
//!     .holiday("2026-04-03".parse()?, "Good Friday")
//!     .holiday("2026-04-06".parse()?, "Easter Monday")
//!     .build()?;
//! let answer = Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS);
//! let policy = Policy::builder("front desk", "2026-1")
//!     .taxonomy(Taxonomy::standard().only(&[noise]))
//!     .calendar(calendar)
//!     .routing(Routing::by([Input::Category]).row(
//!         Row::owner(word!(RuleId, "noise-to-desk"), Department::FRONT_DESK).when(Cell::under(noise)),
//!     ))
//!     .clock(ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), answer))
//!     .build()?; // or every fault at once
//!
//! let received = "2026-04-02T10:00:00+02:00".parse()?;
//! let complaint = Complaint::new("A-17".parse()?, received).with_category(noise);
//! let triage = triage(&policy, &complaint, &History::none())?;
//! assert_eq!(triage.department(), Some(Department::FRONT_DESK));
//! let due = triage.due(ClockName::RESPONSE).ok_or("undetermined")?;
//! assert_eq!(due.at().to_rfc3339(), "2026-04-08T15:00:00+00:00"); // Wednesday 17:00 in Berlin
//! println!("{}", render(&triage.explain(), policy.labels(), Locale::En, Detail::Full));
//! # Ok(()) }
//! ```
//!
//! # Map
//!
//! Modules stand on floors and import only downward.
//!
//! | Floor | Module | What for |
//! |---|---|---|
//! | 0 | [`vocab`] | the words: categories, departments, roles, facts …; [`Private`] data |
//! | 1 | [`taxonomy`] | the words one organisation declares, from when to when |
//! | 1 | [`labels`] | how words read in three languages |
//! | 1 | [`calendar`] | business calendars that refuse to guess |
//! | 1 | [`deadline`] | when something is due, why, and where its clock stands |
//! | 1 | [`approval`] | who must sign what, who may, and whether a chain of signatures can still be completed |
//! | 2 | [`policy`] | one organisation's procedure, proved when it is built: severity, routing, clocks |
//! | 3 | [`triage`](mod@triage) | how bad a complaint is, who gets it, and by when it must be dealt with |
//! | 3 | [`case`] | the life of a complaint as events: what may follow, who may sign, what is owed |
//! | 4 | [`profiles`] | ready policies |
//! | 4 | [`report`] | accounts rendered for people |
//! | 4 | [`docs`] | pages: [every word with its labels](docs::taxonomy) |
//!
//! # What it does not do
//!
//! It reads no clock (`now` is an argument), no file and no network, keeps no global state and no storage,
//! sends no mail, classifies no text, manages no users and gives no legal advice. It ships no list of
//! holidays: a calendar is yours, dated, and replaceable.
//!
//! # Features
//!
//! | Feature | Default | What it adds |
//! |---|---|---|
//! | `std` | yes | the standard library in the dependencies; without it `core` and `alloc` are enough |
//! | `audit` | no | a chain of SHA-256 over the events of a case |
//! | `chrono-tz` | no | `Zone::iana`: zone names from documents, resolved by the crate `chrono-tz` |
//!
//! A feature never changes an answer or what is stored.
//!
//! [`Complaint`]: triage::Complaint

#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod approval;
pub mod calendar;
pub mod case;
pub mod deadline;
pub mod docs;
mod faults;
pub mod labels;
pub mod policy;
mod private;
pub mod profiles;
pub mod report;
pub mod taxonomy;
pub mod triage;
pub mod vocab;

pub use self::calendar::Calendar;
pub use self::case::{Case, decide, evolve};
pub use self::deadline::{Deadline, Term};
pub use self::faults::Faults;
pub use self::policy::Policy;
pub use self::private::Private;
pub use self::taxonomy::Taxonomy;
pub use self::triage::{Complaint, triage};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
