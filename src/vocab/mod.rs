//! Words: what complaints, rules and records are made of.
//!
//! [The taxonomy](crate::docs::taxonomy) lists every standard word with its labels on one page.
//!
//! # Example: words of your own
//!
//! ```
//! use redress::vocab::{Category, Severity};
//! use redress::word;
//!
//! let own = word!(Category, "acme:vip-lounge");
//! let parsed: Category = "spare-parts".parse()?;
//!
//! assert_eq!(parsed, Category::SPARE_PARTS);
//! assert!(own.code().is_own());
//! assert!(Severity::Serious > Severity::General);
//! # Ok::<(), redress::vocab::error::CodeError>(())
//! ```
//!
//! # Closed and open words
//!
//! **Closed** words are enums: the crate branches on them, and so can you. They are [`Severity`],
//! [`Validity`](crate::vocab::course::Validity), [`Stage`], [`Action`],
//! [`ClosureKind`](crate::vocab::course::ClosureKind), [`DecisionKind`](crate::vocab::course::DecisionKind),
//! [`ApprovalAct`](crate::vocab::course::ApprovalAct), [`Exclusion`](crate::vocab::course::Exclusion), [`Standing`],
//! [`Duty`](crate::vocab::course::Duty), [`Act`], [`Input`], [`Locale`], the relations, and the steps of the side
//! tracks.
//!
//! **Open** words are all others. An open word is any well-formed [`Code`]. Each standard word has a constant, and a
//! closed `Standard…` enum beside it to match on. A [`Taxonomy`](crate::taxonomy::Taxonomy) declares which words an
//! organisation uses, and [`Labels`](crate::labels::Labels) how they are shown.
//!
//! `as_str`, `Display`, `FromStr` and serde of a word all use one text, its code. A code is never renamed and never
//! gets a second meaning.
//!
//! [`Labels::by_label`](crate::labels::Labels::by_label) reads what people write: a label in any language, or an alias,
//! which is another text for the same word in printed procedures. Labels and aliases are never stored.
//!
//! # The complaint and its handling
//!
//! | facet | type | meaning |
//! |---|---|---|
//! | severity | [`Severity`] | how severe it is: four levels, ordered |
//! | importance, urgency | [`Importance`](crate::vocab::kind::Importance), [`Urgency`](crate::vocab::kind::Urgency) | its weight compared with others; how soon it needs attention |
//! | validity | [`Validity`](crate::vocab::course::Validity), [`NotEstablishedReason`](crate::vocab::course::NotEstablishedReason) | whether it is established, and why not |
//! | category | [`Category`] | what it is filed under; often decides the closing limit |
//! | subject | [`Subject`] | what it is about, in three words |
//! | channel | [`Channel`] | the way in which it came in |
//! | medium | [`Medium`](crate::vocab::kind::Medium) | whether it was written or spoken |
//! | region | [`Region`] | where it happened |
//! | demand | [`Demand`] | what the complainant asks for |
//! | claim kind | [`ClaimKind`](crate::vocab::kind::ClaimKind) | its legal form |
//! | mark | [`Mark`] | a flag that a rule set |
//!
//! # The cause
//!
//! | facet | type | meaning |
//! |---|---|---|
//! | cause group | [`CauseGroup`](crate::vocab::kind::CauseGroup) | the group to which the cause belongs |
//! | cause | [`Cause`] | why it went wrong: a word under a group |
//! | fault party | [`FaultParty`] | who is at fault |
//! | origin, dynamic | [`Origin`](crate::vocab::kind::Origin), [`Dynamic`](crate::vocab::kind::Dynamic) | whether the problem arose inside or outside; how the complaint changes |
//! | nature | [`Nature`](crate::vocab::kind::Nature) | what drives the grievance |
//! | risk area | [`RiskArea`](crate::vocab::track::RiskArea) | where risks for customers arise |
//!
//! # The person
//!
//! | facet | type | meaning |
//! |---|---|---|
//! | complainant kind | [`ComplainantKind`](crate::vocab::person::ComplainantKind) | what the complainant is to the organisation |
//! | behaviour | [`Behaviour`](crate::vocab::person::Behaviour) | how somebody complains |
//! | purpose, motive | [`Purpose`](crate::vocab::person::Purpose), [`Motive`](crate::vocab::person::Motive) | what a complaint is meant to achieve; why somebody complains |
//! | reaction | [`Reaction`](crate::vocab::person::Reaction) | the complainant's state of mind while the case is open |
//! | silence reason | [`SilenceReason`](crate::vocab::person::SilenceReason), [`SilentOutlet`](crate::vocab::person::SilentOutlet) | why a customer does not complain, and what they do instead |
//! | churn | [`ChurnSignal`](crate::vocab::person::ChurnSignal), [`ChurnKind`](crate::vocab::person::ChurnKind) | signs that a customer may leave; which side ends it |
//! | benefit, satisfaction | [`BenefitSought`](crate::vocab::person::BenefitSought), [`SatisfactionFactor`](crate::vocab::person::SatisfactionFactor) | what a customer looks for; what satisfaction depends on |
//!
//! # The answer
//!
//! | facet | type | meaning |
//! |---|---|---|
//! | remedy, containment | [`Remedy`], [`Containment`](crate::vocab::track::Containment) | what the complainant receives; action against further damage |
//! | action track | [`ActionTrack`](crate::vocab::answer::ActionTrack) | what the organisation does beside its answer |
//! | improvement | [`ImprovementMeasure`](crate::vocab::answer::ImprovementMeasure) | what keeps the problem from happening again |
//! | sanction | [`Sanction`](crate::vocab::track::Sanction) | how somebody is held to account |
//! | follow-up, thanks | [`FollowUp`](crate::vocab::course::FollowUp), [`ThanksOccasion`](crate::vocab::track::ThanksOccasion) | contacts after the solution; occasions for a letter of thanks |
//! | topic | [`Topic`] | the topic of a playbook |
//! | principle, axis | [`RelationshipPrinciple`](crate::vocab::answer::RelationshipPrinciple), [`ComparisonAxis`](crate::vocab::answer::ComparisonAxis) | what keeps a customer; how alternatives are compared |
//!
//! # The organisation
//!
//! | facet | type | meaning |
//! |---|---|---|
//! | department, act | [`Department`], [`Act`] | which unit deals with it, and what it must do |
//! | role | [`Role`] | who acts, who decides, who complains |
//! | decision, approval act | [`DecisionKind`](crate::vocab::course::DecisionKind), [`ApprovalAct`](crate::vocab::course::ApprovalAct) | what an approval decides; what a step of it does |
//! | approval level | [`ApprovalLevel`](crate::vocab::organisation::ApprovalLevel) | how high an approval goes |
//! | record, report | [`Record`](crate::vocab::organisation::Record), [`Report`](crate::vocab::organisation::Report) | forms and lists about complaints; summaries of many |
//! | form field | [`FormField`] | a field of a form |
//! | evidence, criterion | [`EvidenceBasis`](crate::vocab::organisation::EvidenceBasis), [`JudgementCriterion`](crate::vocab::organisation::JudgementCriterion) | what an investigation is based on; the questions it answers |
//! | analysis method | [`AnalysisMethod`](crate::vocab::organisation::AnalysisMethod) | a method for finding causes |
//! | indicator | [`Indicator`](crate::vocab::organisation::Indicator) | a number about complaints or customers |
//!
//! # The course
//!
//! | facet | type | meaning |
//! |---|---|---|
//! | stage, closure kind | [`Stage`], [`ClosureKind`](crate::vocab::course::ClosureKind) | where the complaint is on its course; how it ended |
//! | action | [`Action`] | what is done in a case |
//! | duty | [`Duty`](crate::vocab::course::Duty) | what somebody must do without a command asking for it |
//! | side tracks | [`GoodsStep`](crate::vocab::track::GoodsStep), [`RecallStep`](crate::vocab::track::RecallStep), [`MeasureStep`](crate::vocab::track::MeasureStep), [`Discipline`](crate::vocab::track::Discipline), [`AccidentStep`](crate::vocab::track::AccidentStep), [`Opinion`](crate::vocab::course::Opinion), [`Accountable`](crate::vocab::track::Accountable) | what runs beside the course |
//! | relation | [`Relation`](crate::vocab::course::Relation) | how another case is related to it |
//! | exclusion | [`Exclusion`](crate::vocab::course::Exclusion) | why somebody may not sign an approval |
//! | standing | [`Standing`] | how the case stands against its closing limit |
//! | spread risk | [`SpreadRisk`](crate::vocab::track::SpreadRisk) | how it may spread |
//! | lapse, harm | [`LapseKind`](crate::vocab::course::LapseKind), [`HarmKind`](crate::vocab::course::HarmKind) | how the organisation failed; what was harmed |
//! | measurability | [`Measurability`](crate::vocab::course::Measurability) | whether the harm can be measured |
//!
//! # Time and rules
//!
//! | facet | type | meaning |
//! |---|---|---|
//! | anchor | [`Anchor`] | the event from which a clock starts |
//! | clock | [`ClockName`] | the duty whose time a clock measures |
//! | pause reason | [`PauseReason`] | why a clock is paused |
//! | extension reason | [`ExtensionReason`](crate::vocab::course::ExtensionReason) | why a limit was extended |
//! | fact | [`Fact`] | a fact of the case, with a count |
//! | rule, input | [`RuleId`], [`Input`] | the name of a rule, row or step; the columns of decision tables |
//! | money | [`Money`], [`Currency`] | an amount in minor units of a currency |
//! | facet, language | [`Facet`], [`Locale`] | the question an open word answers; the language of a label |

pub(crate) mod alias;
pub(crate) mod closed;
pub(crate) mod dictionary;
pub(crate) mod open;

mod accident_step;
mod accountable;
mod act;
mod action;
mod approval_act;
mod classification;
mod closure_kind;
mod code;
mod codes;
pub mod course;
mod decision_kind;
mod discipline;
mod duty;
mod exclusion;
mod facet;
mod goods_step;
mod id;
pub(crate) mod input;
pub(crate) mod locale;
mod login;
mod measure_step;
mod money;
mod opinion;
mod own_facet;
mod recall_step;
mod relation;
mod severity;
mod stage;
mod standing;
mod stored_word;
mod validity;
mod word_sieve;

pub use self::act::Act;
pub use self::action::Action;
pub use self::classification::Classification;
pub use self::code::Code;
pub use self::facet::*;
pub use self::id::{ActorId, CaseId, CommandId, ComplainantKey, PayeeKey, ProductKey};
pub use self::input::Input;
pub use self::locale::{LanguageTag, Locale};
pub use self::money::{Currency, Money};
pub use self::open::Word;
pub use self::own_facet::OwnFacet;
pub use self::severity::Severity;
pub use self::stage::Stage;
pub use self::standing::Standing;
pub(crate) use self::stored_word::{StoredWord, short_text};
pub(crate) use self::word_sieve::WordSieve;

pub(crate) use crate::text::excerpt::{Choice, Shown};

/// The errors of texts that are not words.
pub mod error {
    pub use crate::text::excerpt::Excerpt;
    pub use crate::text::text_enum::UnknownWord;
    pub use crate::vocab::code::CodeError;
    pub use crate::vocab::id::IdError;
    pub use crate::vocab::locale::LocaleError;
    pub use crate::vocab::money::CurrencyError;
    pub use crate::vocab::own_facet::OwnFacetError;
}

/// Words of the side tracks: their steps, measures against further damage, sanctions, risks and thanks.
pub mod track {
    pub use crate::vocab::facet::track::*;

    pub use crate::vocab::accident_step::AccidentStep;
    pub use crate::vocab::accountable::Accountable;
    pub use crate::vocab::discipline::Discipline;
    pub use crate::vocab::goods_step::GoodsStep;
    pub use crate::vocab::measure_step::MeasureStep;
    pub use crate::vocab::recall_step::RecallStep;
}
