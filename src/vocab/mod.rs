//! Words: what complaints, rules and records are made of.
//!
//! | facet | type | what for |
//! |---|---|---|
//! | severity | [`Severity`] | how bad it is: four levels, ordered |
//! | category | [`Category`] | what a complaint is filed under; the closure limit follows from it |
//! | subject | [`Subject`] | what it is about, in three words |
//! | cause group | [`CauseGroup`] | where the cause belongs |
//! | cause | [`Cause`] | why it went wrong: a leaf under a group |
//! | demand | [`Demand`] | what the complainant wants |
//! | channel | [`Channel`] | the way it came in |
//! | medium | [`Medium`] | how it was put: in writing or orally |
//! | department | [`Department`] | which unit deals with it |
//! | role | [`Role`] | who acts, who decides, who complains |
//! | fact | [`Fact`] | what is so in the case, and how often |
//! | anchor | [`Anchor`] | the event a clock starts from |
//! | clock | [`ClockName`] | the duty a clock measures |
//! | pause reason | [`PauseReason`] | why a clock stands still |
//! | extension reason | [`ExtensionReason`] | why a limit was extended |
//! | rule | [`RuleId`] | which rule, row or step it was |
//! | standing | [`Standing`] | how the case stands against its limit |
//! | language | [`Locale`] | which label to show |
//!
//! [`Severity`], [`Standing`] and [`Locale`] are closed: the crate branches on them, and so may you. All
//! others are open: a word is any well-formed [`Code`], with a constant for each standard word and a closed
//! `Standard…` enum beside it. Which words an organisation uses is declared in a
//! [`Taxonomy`](crate::taxonomy::Taxonomy); how they read is up to [`Labels`](crate::labels::Labels).
//!
//! `as_str`, `Display`, `FromStr` and serde of a word are one text, the same for ever: a code is never
//! renamed and never given a second meaning.
//!
//! A citation such as `S23-R01` names the element of the procedures from which a word comes: the system, and
//! its rule or term. A word without one is our choice.
//!
//! # Example: words of your own
//!
//! ```
//! use redress::vocab::{Category, Severity};
//! use redress::word;
//!
//! let own = word!(Category, "acme:vip-lounge");
//! let heard: Category = "spare-parts".parse()?;
//!
//! assert_eq!(heard, Category::SPARE_PARTS);
//! assert!(own.code().is_own());
//! assert!(Severity::Serious > Severity::General);
//! # Ok::<(), redress::vocab::CodeError>(())
//! ```

pub(crate) mod closed;
pub(crate) mod map_only;
pub(crate) mod open;
pub(crate) mod text;

mod anchor;
mod category;
mod cause;
mod cause_group;
mod channel;
mod clock_name;
mod code;
mod demand;
mod department;
pub(crate) mod excerpt;
mod extension_reason;
mod facet;
mod fact;
mod id;
mod locale;
mod medium;
mod pause_reason;
mod role;
mod rule_id;
mod severity;
mod standing;
mod subject;

pub use self::anchor::{Anchor, StandardAnchor};
pub use self::category::{Category, StandardCategory};
pub use self::cause::{Cause, StandardCause};
pub use self::cause_group::{CauseGroup, StandardCauseGroup};
pub use self::channel::{Channel, StandardChannel};
pub use self::clock_name::{ClockName, StandardClockName};
pub use self::closed::UnknownWord;
pub use self::code::{Code, CodeError};
pub use self::demand::{Demand, StandardDemand};
pub use self::department::{Department, StandardDepartment};
pub use self::excerpt::Excerpt;
pub use self::extension_reason::{ExtensionReason, StandardExtensionReason};
pub use self::facet::Facet;
pub use self::fact::{Fact, StandardFact};
pub use self::id::{CaseId, ComplainantKey, IdError};
pub use self::locale::Locale;
pub use self::medium::{Medium, StandardMedium};
pub use self::open::Word;
pub use self::pause_reason::{PauseReason, StandardPauseReason};
pub use self::role::{Role, StandardRole};
pub use self::rule_id::RuleId;
pub use self::severity::Severity;
pub use self::standing::Standing;
pub use self::subject::{StandardSubject, Subject};

pub(crate) use self::excerpt::{Choice, Shown};
