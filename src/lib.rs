//! Complaint handling as a library: how bad a complaint is, who owns it, by when it must be dealt with, and
//! why.
//!
//! Organisations write down how they handle complaints. redress takes such a procedure as data, a
//! [`Policy`], proves it, and answers for each [`Complaint`] what follows from it, and for each [`Case`] what may
//! happen next. Every answer explains itself, and what is not known is said and never guessed.
//!
//! # One program
//!
//! ```
//! use chrono_tz::Europe::Berlin;
//! use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
//! use redress::deadline::{Clock, End, Term};
//! use redress::policy::{ClockRule, Policy, Routing};
//! use redress::policy::routing::{Cell, Row};
//! use redress::render::Renderer;
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
//! let policy = Policy::builder("front desk").version("2026-1")
//!     .taxonomy(Taxonomy::standard().with_only(&[noise]))
//!     .calendar(calendar)
//!     .routing(Routing::by([Input::CATEGORY]).with_row(
//!         Row::owner(word!(RuleId, "noise-to-desk"), Department::FRONT_DESK).with_cell(Cell::under(noise)),
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
//! println!("{}", Renderer::of(&policy, Locale::En).explanation(&triage.explain()));
//! # Ok(()) }
//! ```
//!
//! # What happens next
//!
//! A [`Case`] is the life of a complaint as events. [`Office::decide`] refuses a request or states the events that follow from
//! it, and everything else is derived: who may sign, where every clock stands, what is owed, when to look again.
//!
//! ```
//! # use chrono_tz::Europe::Berlin;
//! # use redress::calendar::{Calendar, Hours, KnownDays, WeekPattern, Zone};
//! # use redress::deadline::{Clock, Term};
//! use redress::approval::{ApprovalTable, Chain, Holding, Roster, Signers, Step};
//! use redress::case::{Case, Command, Office, Outlook, Request, Stamp, open};
//! use redress::case::approval::ApprovalReference;
//! use redress::case::command::{InvestigationStart, Offer};
//! use redress::policy::{ClockRule, Policy, Routing, Track};
//! use redress::triage::ComplaintDocument;
//! use redress::vocab::{Anchor, ClockName, Remedy, Role, RuleId, Stage};
//! use redress::vocab::course::{ApprovalAct, DecisionKind};
//! use redress::word;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let zone = Zone::tabulate("Europe/Berlin", &Berlin, KnownDays::years(2026, 2026)?)?;
//! # let week = WeekPattern::weekdays([Hours::from_static("09:00-17:00")]);
//! # let calendar = Calendar::builder("office", zone).week(week).build()?;
//! # let closure = ClockRule::new(Clock::new(ClockName::CLOSURE, Anchor::RECEIVED), Term::working_days(2));
//! let review = Step::new(word!(RuleId, "review"), ApprovalAct::Review, Signers::one(Role::MANAGER));
//! let refunds = Chain::new(word!(RuleId, "refunds"), DecisionKind::Remedy).with_step(review);
//! let policy = Policy::builder("shop").version("1")
//!     .calendar(calendar)
//!     .routing(Routing::none())
//!     .clock(closure)
//!     .track(Track::new().without_triage().without_dispatch())
//!     .approvals(ApprovalTable::new().with_chain(refunds))
//!     .build()?;
//! let roster = Roster::builder("2026-03")
//!     .holding(Holding::new("anna".parse()?, Role::MANAGER))
//!     .holding(Holding::new("mia".parse()?, Role::MANAGER))
//!     .build()?;
//! let office = Office::new(&policy, &roster);
//!
//! let now = "2026-03-05T15:00:00Z".parse()?;
//! let said = ComplaintDocument::new("A-17".parse()?, now);
//! let mut case = open(&policy, said, Stamp::new("k-0".parse()?, "anna".parse()?, now))?;
//! for (id, command) in [
//!     ("k-1", Command::Register),
//!     ("k-2", Command::Start(InvestigationStart::now())),
//!     ("k-3", Command::Propose(Offer::new(Remedy::REFUND).into())),
//!     ("k-4", Command::Submit),
//! ] {
//!     let request = Request::on(&case, Stamp::new(id.parse()?, "anna".parse()?, now), command);
//!     let decision = office.decide(&case, request)?; // its events are stored
//!     case = case.after(&decision)?;
//! }
//! let sign = |who: &str| -> Result<Request, redress::vocab::error::IdError> {
//!     Ok(Request::on(&case, Stamp::new("k-5".parse()?, who.parse()?, now), Command::Sign(ApprovalReference::new(1))))
//! };
//! let refused = office.decide(&case, sign("anna")?).unwrap_err();
//! assert_eq!(
//!     refused.to_string(),
//!     "`anna` cannot sign step `review`: the proposer may not approve their own proposal",
//! );
//! let signed = office.decide(&case, sign("mia")?)?;
//! let case = case.after(&signed)?;
//! assert_eq!(case.stage(), Stage::Executing);
//!
//! let timer = Outlook::of(&case, &policy, now).next_change(now);
//! assert_eq!(timer, Some("2026-03-09T15:00:00Z".parse()?)); // the closure is due
//! assert_eq!(Case::replay(&policy, case.events())?, case);
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
//! | 2 | [`policy`] | one organisation's procedure, proved when it is built: [severity](policy::severity), [routing](policy::routing), [clocks](policy::clock), [the track](policy::track), [forms and reports](policy::record), and [what is wrong](policy::fault) |
//! | 3 | [`triage`](mod@triage) | how bad a complaint is, who gets it, and by when it must be dealt with |
//! | 3 | [`case`] | the life of a complaint as events: [what a command carries](case::command), [approvals](case::approval), [clocks](case::clock), [the course](case::course), [stored cases](case::stored) |
//! | 4 | [`render`] | accounts, dates and timelines as text, in three languages |
//! | 5 | [`profiles`] | ready policies (feature `profiles`) |
//! | 5 | [`report`] | forms, the ledger of cases and its statistics (feature `report`) |
//! | 5 | [`guidance`] | advice that decides nothing: judgements that procedures share, and a playbook (feature `guidance`) |
//! | 5 | [`sample`] | a small shop to try things with (feature `sample`) |
//! | 5 | [`docs`] | pages: [every word with its labels](docs::taxonomy), [every command](docs::commands), [every key of a policy file](docs::policy_file), [every code of an error](docs::errors), [what shows each element](docs::coverage), [readings](docs::readings) |
//!
//! # Numbers in the docs
//!
//! `S11-R14` is an element of a procedure that redress expresses, [as the page of them lists](docs::coverage); `A01` and
//! `K01` are [questions that procedures leave open or answer differently](docs::readings); `T24` is an arrow of
//! [the course](case), `X6` a side track beside it.
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
//! | `profiles` | no | [`profiles`]: ready policies of eighteen procedures |
//! | `report` | no | [`report`]: forms, the ledger of cases, statistics |
//! | `guidance` | no | [`guidance`]: judgements that procedures share, and a playbook |
//! | `sample` | no | [`sample`]: a small shop to try things with, used by the examples of this documentation |
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
mod coded;
pub mod deadline;
pub mod docs;
mod faults;
#[cfg(feature = "guidance")]
#[cfg_attr(docsrs, doc(cfg(feature = "guidance")))]
pub mod guidance;
pub mod labels;
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
pub mod taxonomy;
mod text;
pub mod triage;
pub mod vocab;

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
