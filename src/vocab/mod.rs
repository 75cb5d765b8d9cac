//! Words: what complaints, rules and records are made of.
//!
//! Every standard word stands with its labels on one page: [the taxonomy](crate::docs::taxonomy).
//!
//! # The complaint and its handling
//!
//! | facet | type | what for |
//! |---|---|---|
//! | severity | [`Severity`] | how bad it is: four levels, ordered |
//! | importance, urgency | [`Importance`](crate::vocab::kind::Importance), [`Urgency`](crate::vocab::kind::Urgency) | how much it weighs, how soon it wants attention |
//! | validity | [`Validity`](crate::vocab::course::Validity), [`NotEstablishedReason`](crate::vocab::course::NotEstablishedReason) | whether it stands, and why not |
//! | category | [`Category`] | what a complaint is filed under; the closure limit follows from it |
//! | subject | [`Subject`] | what it is about, in three words |
//! | channel | [`Channel`] | the way it came in |
//! | medium | [`Medium`](crate::vocab::kind::Medium) | how it was put: in writing or orally |
//! | region | [`Region`] | where it happened |
//! | demand | [`Demand`] | what the complainant wants |
//! | claim kind | [`ClaimKind`](crate::vocab::kind::ClaimKind) | under which definition it is pursued |
//! | mark | [`Mark`] | what is to be kept in mind about it |
//!
//! # The cause
//!
//! | facet | type | what for |
//! |---|---|---|
//! | cause group | [`CauseGroup`](crate::vocab::kind::CauseGroup) | where the cause belongs |
//! | cause | [`Cause`] | why it went wrong: a leaf under a group |
//! | fault party | [`FaultParty`] | whose fault it was |
//! | origin, dynamic | [`Origin`](crate::vocab::kind::Origin), [`Dynamic`](crate::vocab::kind::Dynamic) | whether it arises from the organisation, and how it changes |
//! | nature | [`Nature`](crate::vocab::kind::Nature) | what the grievance is like |
//! | risk area | [`RiskArea`](crate::vocab::track::RiskArea) | where risks for customers arise |
//!
//! # The person
//!
//! | facet | type | what for |
//! |---|---|---|
//! | complainant kind | [`ComplainantKind`](crate::vocab::person::ComplainantKind) | what the complainant is to the organisation |
//! | behaviour | [`Behaviour`](crate::vocab::person::Behaviour) | how somebody complains |
//! | purpose, motive | [`Purpose`](crate::vocab::person::Purpose), [`Motive`](crate::vocab::person::Motive) | what a complaint is meant to do, and why somebody complains |
//! | reaction | [`Reaction`](crate::vocab::person::Reaction) | how the mind works while the case is open |
//! | silence reason | [`SilenceReason`](crate::vocab::person::SilenceReason), [`SilentOutlet`](crate::vocab::person::SilentOutlet) | why somebody does not complain, and where it goes |
//! | churn | [`ChurnSignal`](crate::vocab::person::ChurnSignal), [`ChurnKind`](crate::vocab::person::ChurnKind) | what says that a customer may leave, and who ends it |
//! | benefit, satisfaction | [`BenefitSought`](crate::vocab::person::BenefitSought), [`SatisfactionFactor`](crate::vocab::person::SatisfactionFactor) | what a customer seeks, and what satisfies |
//!
//! # The answer
//!
//! | facet | type | what for |
//! |---|---|---|
//! | remedy, containment | [`Remedy`], [`Containment`](crate::vocab::track::Containment) | what the complainant gets; what is done at once |
//! | action track | [`ActionTrack`](crate::vocab::answer::ActionTrack) | what the organisation does beside the answer |
//! | improvement | [`ImprovementMeasure`](crate::vocab::answer::ImprovementMeasure) | what is done so that it does not happen again |
//! | sanction | [`Sanction`](crate::vocab::track::Sanction) | how somebody is held to account |
//! | follow-up, thanks | [`FollowUp`](crate::vocab::course::FollowUp), [`ThanksOccasion`](crate::vocab::track::ThanksOccasion) | what follows a solution |
//! | topic | [`Topic`] | what a playbook speaks to |
//! | principle, axis | [`RelationshipPrinciple`](crate::vocab::answer::RelationshipPrinciple), [`ComparisonAxis`](crate::vocab::answer::ComparisonAxis) | what keeps a customer; by what alternatives are compared |
//!
//! # The organisation
//!
//! | facet | type | what for |
//! |---|---|---|
//! | department, act | [`Department`], [`Act`] | which unit deals with it, and what for |
//! | role | [`Role`] | who acts, who decides, who complains |
//! | decision, approval act | [`DecisionKind`](crate::vocab::course::DecisionKind), [`ApprovalAct`](crate::vocab::course::ApprovalAct) | what is approved, and what a step of the approval does |
//! | approval level | [`ApprovalLevel`](crate::vocab::organisation::ApprovalLevel) | how high an approval goes |
//! | record, report | [`Record`](crate::vocab::organisation::Record), [`Report`](crate::vocab::organisation::Report) | the papers of a complaint, and summaries of many |
//! | form field | [`FormField`] | what a form asks for |
//! | evidence, criterion | [`EvidenceBasis`](crate::vocab::organisation::EvidenceBasis), [`JudgementCriterion`](crate::vocab::organisation::JudgementCriterion) | what an investigation rests on, by what it judges |
//! | analysis method | [`AnalysisMethod`](crate::vocab::organisation::AnalysisMethod) | how causes are looked for |
//! | indicator | [`Indicator`](crate::vocab::organisation::Indicator) | what is measured |
//!
//! # The course
//!
//! | facet | type | what for |
//! |---|---|---|
//! | stage, closure kind | [`Stage`], [`ClosureKind`](crate::vocab::course::ClosureKind) | where it stands on its course; how it came to its end |
//! | action | [`Action`] | what is done in a case |
//! | duty | [`Duty`](crate::vocab::course::Duty) | what is owed without being asked for |
//! | side tracks | [`GoodsStep`](crate::vocab::track::GoodsStep), [`RecallStep`](crate::vocab::track::RecallStep), [`MeasureStep`](crate::vocab::track::MeasureStep), [`Discipline`](crate::vocab::track::Discipline), [`AccidentStep`](crate::vocab::track::AccidentStep), [`Opinion`](crate::vocab::course::Opinion), [`Accountable`](crate::vocab::track::Accountable) | what runs beside its course |
//! | relation | [`Relation`](crate::vocab::course::Relation) | what another case has to do with it |
//! | exclusion | [`Exclusion`](crate::vocab::course::Exclusion) | why somebody may not sign an approval |
//! | standing | [`Standing`] | how the case stands against its limit |
//! | spread risk | [`SpreadRisk`](crate::vocab::track::SpreadRisk) | where it may spread to |
//! | lapse, harm | [`LapseKind`](crate::vocab::course::LapseKind), [`HarmKind`](crate::vocab::course::HarmKind) | how the organisation failed, and what was harmed |
//! | measurability | [`Measurability`](crate::vocab::course::Measurability) | whether the harm can be measured |
//!
//! # Time and rules
//!
//! | facet | type | what for |
//! |---|---|---|
//! | anchor | [`Anchor`] | the event a clock starts from |
//! | clock | [`ClockName`] | the duty a clock measures |
//! | pause reason | [`PauseReason`] | why a clock stands still |
//! | extension reason | [`ExtensionReason`](crate::vocab::course::ExtensionReason) | why a limit was extended |
//! | fact | [`Fact`] | what is so in the case, and how often |
//! | rule, input | [`RuleId`], [`Input`] | which rule, row or step it was; what decision tables look at |
//! | money | [`Money`], [`Currency`] | an amount in minor units of a currency |
//! | facet, language | [`Facet`], [`Locale`] | which question an open word answers; which label to show |
//!
//! # Closed and open
//!
//! [`Severity`], [`Validity`](crate::vocab::course::Validity), [`Stage`], [`Action`], [`ClosureKind`](crate::vocab::course::ClosureKind), [`DecisionKind`](crate::vocab::course::DecisionKind), [`ApprovalAct`](crate::vocab::course::ApprovalAct), [`Exclusion`](crate::vocab::course::Exclusion),
//! [`Standing`], [`Duty`](crate::vocab::course::Duty), [`Act`], [`Input`], [`Locale`], the relations and the steps of the side tracks
//! are closed: the crate branches on them, and so may you. All
//! others are open: a word is any well-formed [`Code`], with a constant for each standard word and a closed
//! `Standard…` enum beside it. Which words an organisation uses is declared in a
//! [`Taxonomy`](crate::taxonomy::Taxonomy); how they read is up to [`Labels`](crate::labels::Labels).
//!
//! `as_str`, `Display`, `FromStr` and serde of a word are one text, the same for ever: a code is never
//! renamed and never given a second meaning.
//!
//! People's words are read by [`Labels::by_label`](crate::labels::Labels::by_label): a label in any language, or
//! an alias, which is another text for the same thing in the procedures. They are never stored.
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
//! # Ok::<(), redress::vocab::error::CodeError>(())
//! ```

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
mod input;
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
pub use self::closed::Locale;
pub use self::code::Code;
pub use self::facet::*;
pub use self::id::{ActorId, CaseId, CommandId, ComplainantKey, PayeeKey, ProductKey};
pub use self::input::Input;
pub use self::money::{Currency, Money};
pub use self::open::Word;
pub use self::own_facet::OwnFacet;
pub use self::severity::Severity;
pub use self::stage::Stage;
pub use self::standing::Standing;
pub(crate) use self::stored_word::{StoredWord, short_text};
pub(crate) use self::word_sieve::WordSieve;

pub(crate) use crate::text::excerpt::{Choice, Shown};

/// Why a text is no word.
pub mod error {
    pub use crate::text::excerpt::Excerpt;
    pub use crate::text::text_enum::UnknownWord;
    pub use crate::vocab::code::CodeError;
    pub use crate::vocab::id::IdError;
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
