//! redress answers four questions about a complaint: how severe is it, who is responsible, when is it due, and why?
//!
//! You describe your organisation's procedure once, as a [`Policy`]. redress checks it for gaps and contradictions, and
//! then answers for each [`Complaint`], with reasons that you can show to a customer, a manager or an auditor. For a
//! [`Case`], it also decides what may happen next. If something is unknown, the answer says so; redress never guesses.
//!
//! New here? Read [the guide](guide): one short page for each task, from [first steps](guide::first_steps) to
//! [storage in a database](guide::cases).
//!
//! # One program
//!
//! A shop is closed on Good Friday and Easter Monday. A customer complains on the Thursday before.
//!
//! ```
//! use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
//! use redress::deadline::{Clock, End, Term};
//! use redress::policy::routing::{Cell, Row};
//! use redress::policy::{ClockRule, Policy, Routing};
//! use redress::taxonomy::Taxonomy;
//! use redress::triage::{Complaint, History, triage};
//! use redress::vocab::{Anchor, Category, ClockName, Department, Input, RuleId};
//! use redress::word;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let zone = Zone::iana("Europe/Berlin", KnownDays::years(2026, 2026)?)?;
//! let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
//! let shop = Calendar::builder("shop", zone).week(week);
//! let shop = shop.holiday("2026-04-03".parse()?, "Good Friday").holiday("2026-04-06".parse()?, "Easter Monday");
//! let noise = word!(Category, "acme:noise"); // a word of your own
//! let desk = Row::owner(word!(RuleId, "noise"), Department::FRONT_DESK).with_cell(Cell::under(noise));
//! let within = Term::working_days(2).with_end(End::CLOSE_OF_BUSINESS);
//! let response = ClockRule::new(Clock::new(ClockName::RESPONSE, Anchor::RECEIVED), within);
//! let taxonomy = Taxonomy::standard().with_only(&[noise]); // the only category there is
//! let routing = Routing::by([Input::CATEGORY]).with_row(desk);
//! let policy = Policy::builder("front desk").version("1").taxonomy(taxonomy).calendar(shop.build()?);
//! let policy = policy.routing(routing).clock(response).build()?; // or every fault at once
//!
//! let complaint = Complaint::new("A-17".parse()?, "2026-04-02T10:00:00+02:00".parse()?).with_category(noise);
//! let answer = triage(&policy, &complaint, &History::none())?;
//! assert_eq!(answer.department(), Some(Department::FRONT_DESK));
//! let due = answer.due(ClockName::RESPONSE).ok_or("no due date")?;
//! assert_eq!(due.at().to_rfc3339(), "2026-04-08T15:00:00+00:00"); // Wednesday, 17:00 in Berlin
//! # Ok(()) }
//! ```
//!
//! [`Triage::explain`](triage::Triage::explain) tells why, and a [`Renderer`](render::Renderer) writes it as text. Most
//! procedures are better written as [a file](guide::policy_file).
//!
//! # A case: what happens next
//!
//! A [`Case`] is a list of events. [`Office::decide`] refuses a request, or returns the events to store. Here `anna` has
//! proposed a refund, and somebody must approve it. [`sample`] is a small shop that these pages use.
//!
//! ```
//! use redress::case::approval::ApprovalReference;
//! use redress::case::{Case, Command, Office, Outlook, Request, Stamp};
//! use redress::sample;
//! use redress::vocab::Stage;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let (policy, roster) = (sample::policy()?, sample::roster()?); // anna and mia are managers
//! let case = sample::case_in_approval(&policy, &roster)?;
//! let office = Office::new(&policy, &roster);
//! let now = "2026-04-02T12:00:00+02:00".parse()?;
//!
//! let sign = Command::Sign(ApprovalReference::new(1));
//! let by_anna = Request::on(&case, Stamp::new("k-5".parse()?, "anna".parse()?, now), sign.clone());
//! assert_eq!(office.decide(&case, by_anna).unwrap_err().code(), "signing.excluded"); // it is their own proposal
//!
//! let by_mia = Request::on(&case, Stamp::new("k-6".parse()?, "mia".parse()?, now), sign);
//! let decision = office.decide(&case, by_mia)?; // store its events
//! let case = case.after(&decision)?;
//! assert_eq!(case.stage(), Stage::Executing);
//!
//! let timer = Outlook::of(&case, &policy, now).next_change(now); // when to look again
//! assert!(timer.is_some());
//! assert_eq!(Case::replay(&policy, case.events())?, case); // the events are all there is to store
//! # Ok(()) }
//! ```
//!
//! # Map
//!
//! Modules stand on floors. A module imports only from floors below its own, and from what is on its left.
//!
#![doc = include_str!("docs/floors.svg")]
//!
//! | Floor | Module | What it holds |
//! |---|---|---|
//! | 0 | [`vocab`] | words: categories, departments, roles, facts …; [`Private`] data |
//! | 1 | [`taxonomy`] | the words that one organisation declares, and from when to when |
//! | 1 | [`labels`] | the names of words, and all texts for people, in three languages and in your own |
//! | 1 | [`calendar`] | working days and hours, holidays, time zones |
//! | 1 | [`deadline`] | due dates with their reasons, and clocks that run, pause and warn |
//! | 1 | [`approval`] | who must sign what, and who may |
//! | 2 | [`policy`] | one organisation's procedure, proved when it is built: [severity](policy::severity), [routing](policy::routing), [clocks](policy::clock), [course](policy::track), [forms and reports](policy::record), [faults](policy::fault) |
//! | 3 | [`triage`](mod@triage) | what follows from a policy for one complaint: severity, owner, due dates |
//! | 3 | [`case`] | the life of a complaint as events: [commands](case::command), [approvals](case::approval), [clocks](case::clock), [the course](case::course), [stored cases](case::stored) |
//! | 4 | [`render`] | answers, dates, timelines and whole policies as text, in any language |
//! | 4 | [`compare`] | a policy and its draft: what differs, what it means, and what it would have meant (feature `compare`) |
//! | 5 | [`profiles`] | ready policies (feature `profiles`) |
//! | 5 | [`report`] | forms, one row per case, statistics (feature `report`) |
//! | 5 | [`guidance`] | advice on what to say and do next; it decides nothing (feature `guidance`) |
//! | 5 | [`sample`] | a small shop to try things with (feature `sample`) |
//! | 5 | [`laws`] | laws that the tests of an own policy check (feature `laws`) |
//! | 5 | [`strategies`] | random complaints, rosters and cases of an own policy for its tests (feature `proptest`) |
//! | 5 | [`wire`] | one door for other languages: JSON in, JSON out (feature `wire`) |
//! | 5 | [`docs`] | pages to look things up in: [words](docs::taxonomy), [commands](docs::commands), [keys of a policy file](docs::policy_file), [error codes](docs::errors), [elements and what shows them](docs::coverage), [readings](docs::readings), [for contributors](docs::contributing) |
//! | 5 | [`guide`] | one page for each task |
//!
//! # What it does not do
//!
//! - It reads no clock, no file and no network. The current time is an argument of each call that needs it.
//! - It stores nothing and has no global state. Your program stores events and sets timers.
//! - It sends no mail, manages no users, and does not classify text.
//! - It has no list of holidays. A calendar is your data, with a first and a last known day.
//! - It gives no legal advice.
//!
//! # Features
//!
//! | Feature | Default | What it adds |
//! |---|---|---|
//! | `std` | yes | the standard library in the dependencies; without it `core` and `alloc` are enough |
//! | `chrono-tz` | no | `Zone::iana`: time zones by their names |
//! | `profiles` | no | [`profiles`]: ready policies of eighteen procedures |
//! | `report` | no | [`report`]: forms, one row per case, statistics |
//! | `guidance` | no | [`guidance`]: advice on what to say and do next |
//! | `sample` | no | [`sample`]: a small shop to try things with, used by the examples of these pages |
//! | `compare` | no | [`compare`]: a policy and its draft compared |
//! | `laws` | no | [`laws`]: laws, golden complaints and coverage for the tests of an own policy |
//! | `proptest` | no | [`strategies`] of the crate `proptest`: complaints, rosters and cases of an own policy; includes `laws` |
//! | `wire` | no | [`wire`]: one door for callers in other languages, JSON in and JSON out |
//! | `audit` | no | a chain of SHA-256 over the events of a case |
//!
//! A feature never changes an answer, or what is stored.
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
mod coded;
#[cfg(feature = "compare")]
#[cfg_attr(docsrs, doc(cfg(feature = "compare")))]
pub mod compare;
pub mod deadline;
pub mod docs;
mod faults;
#[cfg(feature = "guidance")]
#[cfg_attr(docsrs, doc(cfg(feature = "guidance")))]
pub mod guidance;
pub mod guide;
pub mod labels;
#[cfg(feature = "laws")]
#[cfg_attr(docsrs, doc(cfg(feature = "laws")))]
pub mod laws;
pub mod policy;
mod private;
#[cfg(feature = "profiles")]
#[cfg_attr(docsrs, doc(cfg(feature = "profiles")))]
pub mod profiles;
pub mod render;
#[cfg(feature = "report")]
#[cfg_attr(docsrs, doc(cfg(feature = "report")))]
pub mod report;
#[cfg(feature = "sample")]
#[cfg_attr(docsrs, doc(cfg(feature = "sample")))]
pub mod sample;
#[cfg(feature = "proptest")]
#[cfg_attr(docsrs, doc(cfg(feature = "proptest")))]
pub mod strategies;
pub mod taxonomy;
mod text;
pub mod triage;
pub mod vocab;
#[cfg(feature = "wire")]
#[cfg_attr(docsrs, doc(cfg(feature = "wire")))]
pub mod wire;

pub use self::calendar::Calendar;
pub use self::case::{Case, Office};
pub use self::coded::{Coded, ErrorCode};
pub use self::deadline::{Deadline, Term};
pub use self::faults::Faults;
pub use self::policy::Policy;
pub use self::private::Private;
pub use self::taxonomy::Taxonomy;
pub use self::triage::{Complaint, triage};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
