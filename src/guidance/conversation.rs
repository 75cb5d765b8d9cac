//! How to talk about a complaint.

use alloc::vec::Vec;

use crate::guidance::judgement::Judgement;
use crate::policy::condition::Truth;
use crate::policy::track::ConversationRule;
use crate::triage::Complaint;
use crate::vocab::{Channel, Fact};

/// What is known about a talk with a complainant.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct TalkFacts {
    /// Whether the talk is by phone.
    pub by_phone: Truth,
    /// Whether common sense or a published list of answers settles the question.
    pub plain_question: Truth,
    /// Whether the matter is disputed.
    pub disputed: Truth,
    /// Whether the matter is complex or difficult.
    pub difficult: Truth,
    /// Whether a date for the answer was agreed.
    pub answer_date_agreed: Truth,
}

/// What to do in a talk, or next.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new step must break every embedder's match")]
pub enum ConversationStep {
    /// Answer the question directly.
    AnswerDirectly,
    /// Listen, take notes, and say that the matter will be checked.
    ListenAndCheck,
    /// Say where the organisation stands, and do not try to convince.
    AttitudeOnly,
    /// Meet the complainant face to face.
    FaceToFace,
    /// Call or send a fax to learn the details.
    CallOrFax,
    /// Agree on the answer inside the organisation.
    AgreeInside,
    /// Give the answer.
    Answer,
    /// Ask the complainant to bring the product back, without a word that hurts.
    BringBack,
}

/// What is not known about a talk, and could change it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the parts of a talk")]
pub enum ConversationQuestion {
    /// Whether the talk is by phone.
    ByPhone,
    /// Whether the question is a plain one.
    PlainQuestion,
    /// Whether the matter is disputed.
    Disputed,
    /// Whether the matter is difficult.
    Difficult,
    /// Whether a date for the answer was agreed.
    AnswerDateAgreed,
}

/// How to talk: the steps in order, and what is still open.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Conversation {
    /// The steps that are certain from what is known. Empty if the procedure says nothing.
    pub steps: Vec<ConversationStep>,
    /// What is not known, and could add a step or change one.
    pub open: Vec<ConversationQuestion>,
}

impl ConversationStep {
    /// Returns the element of the procedures that says so.
    #[must_use]
    pub const fn citation(self) -> &'static str {
        match self {
            Self::AnswerDirectly | Self::ListenAndCheck => "S37-R34",
            Self::AttitudeOnly => "S37-R35",
            Self::FaceToFace => "S37-R36",
            Self::CallOrFax => "S14-R04",
            Self::AgreeInside | Self::Answer => "S14-R05",
            Self::BringBack => "S08-R11",
        }
    }
}

impl TalkFacts {
    /// Makes a talk about which nothing is known.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            by_phone: Truth::Unknown,
            plain_question: Truth::Unknown,
            disputed: Truth::Unknown,
            difficult: Truth::Unknown,
            answer_date_agreed: Truth::Unknown,
        }
    }

    /// Reads what a complaint says about the talk: its channel, and whether the question is a plain one.
    ///
    /// ```
    /// use redress::guidance::conversation::TalkFacts;
    /// use redress::policy::condition::Truth;
    /// use redress::sample;
    /// use redress::vocab::Channel;
    ///
    /// assert_eq!(TalkFacts::about(&sample::complaint()?).by_phone, Truth::Unknown);
    /// assert_eq!(TalkFacts::about(&sample::complaint()?.with_channel(Channel::EMAIL)).by_phone, Truth::False);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn about(complaint: &Complaint) -> Self {
        let by_phone = match complaint.channel() {
            None => Truth::Unknown,
            Some(channel) => {
                let phone = [Channel::PHONE, Channel::HOTLINE];
                if phone.iter().any(|known| channel.is_or_under(known)) { Truth::True } else { Truth::False }
            }
        };
        let plain_question =
            if direct_phone_answer_allowed(complaint) { Truth::True } else { Truth::Unknown };
        Self { by_phone, plain_question, ..Self::new() }
    }

    /// Sets whether the question is a plain one.
    #[must_use]
    pub const fn with_plain_question(mut self, plain: Truth) -> Self {
        self.plain_question = plain;
        self
    }

    /// Sets whether the matter is disputed.
    #[must_use]
    pub const fn with_dispute(mut self, disputed: Truth) -> Self {
        self.disputed = disputed;
        self
    }

    /// Sets whether the matter is complex or difficult.
    #[must_use]
    pub const fn with_difficulty(mut self, difficult: Truth) -> Self {
        self.difficult = difficult;
        self
    }

    /// Sets whether a date for the answer was agreed.
    #[must_use]
    pub const fn with_answer_date(mut self, agreed: Truth) -> Self {
        self.answer_date_agreed = agreed;
        self
    }
}

impl Default for TalkFacts {
    fn default() -> Self {
        Self::new()
    }
}

/// Returns how to talk about a complaint, by the rule of the policy.
///
/// By phone, only a question that is known to be plain is answered directly. Otherwise the handler listens and says
/// that the matter will be checked.
///
/// ```
/// use redress::guidance::conversation::{ConversationStep, TalkFacts, converse};
/// use redress::policy::condition::Truth;
/// use redress::policy::track::ConversationRule;
/// use redress::triage::Complaint;
/// use redress::vocab::Channel;
///
/// let complaint = Complaint::new("A-1".parse()?, "2026-03-02T10:00:00Z".parse()?).with_channel(Channel::PHONE);
/// let disputed = TalkFacts::about(&complaint).with_plain_question(Truth::False).with_dispute(Truth::True);
/// let conversation = converse(disputed.with_answer_date(Truth::False), ConversationRule::ByMatter);
/// assert_eq!(conversation.steps, [ConversationStep::ListenAndCheck, ConversationStep::FaceToFace]);
/// assert!(conversation.open.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn converse(talk: TalkFacts, rule: ConversationRule) -> Conversation {
    match rule {
        ConversationRule::CallFirst => Conversation {
            steps: Vec::from([
                ConversationStep::CallOrFax,
                ConversationStep::AgreeInside,
                ConversationStep::Answer,
            ]),
            open: Vec::new(),
        },
        ConversationRule::BringBack => match talk.by_phone {
            Truth::True => Conversation { steps: Vec::from([ConversationStep::BringBack]), open: Vec::new() },
            Truth::False => Conversation::default(),
            Truth::Unknown => {
                Conversation { steps: Vec::new(), open: Vec::from([ConversationQuestion::ByPhone]) }
            }
        },
        ConversationRule::ByMatter => by_matter(talk),
    }
}

/// Applies the rule that depends on the matter: plain questions by phone, disputed or difficult ones face to face.
fn by_matter(talk: TalkFacts) -> Conversation {
    let mut conversation = Conversation::default();
    let Conversation { steps, open } = &mut conversation;
    let hard = talk.disputed.or(talk.difficult);
    match talk.by_phone {
        Truth::True if talk.plain_question == Truth::True => {
            steps.push(ConversationStep::AnswerDirectly);
            return conversation;
        }
        Truth::True => {
            if talk.plain_question == Truth::Unknown {
                open.push(ConversationQuestion::PlainQuestion);
            }
            steps.push(if hard.and(talk.answer_date_agreed) == Truth::True {
                ConversationStep::AttitudeOnly
            } else {
                ConversationStep::ListenAndCheck
            });
        }
        Truth::False => {}
        Truth::Unknown => open.push(ConversationQuestion::ByPhone),
    }
    match hard {
        Truth::True => {
            steps.push(ConversationStep::FaceToFace);
            if talk.by_phone != Truth::False && talk.answer_date_agreed == Truth::Unknown {
                open.push(ConversationQuestion::AnswerDateAgreed);
            }
        }
        Truth::False => {}
        Truth::Unknown => {
            let parts = [
                (talk.disputed, ConversationQuestion::Disputed),
                (talk.difficult, ConversationQuestion::Difficult),
            ];
            open.extend(
                parts.into_iter().filter(|(known, _)| *known == Truth::Unknown).map(|(_, part)| part),
            );
        }
    }
    conversation
}

/// Returns whether a question by phone may be answered directly: it is one of common sense, or a published list covers
/// it.
///
/// ```
/// use redress::guidance::conversation::direct_phone_answer_allowed;
/// use redress::sample;
/// use redress::vocab::Fact;
///
/// assert!(!direct_phone_answer_allowed(&sample::complaint()?));
/// assert!(direct_phone_answer_allowed(&sample::complaint()?.with_fact(Fact::IN_PUBLISHED_FAQ, 1)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn direct_phone_answer_allowed(complaint: &Complaint) -> bool {
    complaint.count(Fact::COMMON_SENSE_QUESTION) > 0 || complaint.count(Fact::IN_PUBLISHED_FAQ) > 0
}

/// The next step for a technical problem.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the one follows the other")]
pub enum TechnicalStep {
    /// Ask whether the customer tried a restart or an update.
    AskRestartOrUpdate,
    /// Pass the problem to the technical team.
    ToTechnicalTeam,
}

/// Returns the next step for a technical problem.
///
/// The customer is asked about a restart or an update before the technical team gets the problem. If nobody knows
/// whether they were asked, ask.
///
/// ```
/// use redress::guidance::conversation::{TechnicalStep, technical_step};
/// use redress::policy::condition::Truth;
///
/// assert_eq!(technical_step(Truth::Unknown).answer, TechnicalStep::AskRestartOrUpdate);
/// assert_eq!(technical_step(Truth::True).answer, TechnicalStep::ToTechnicalTeam);
/// ```
#[must_use]
pub const fn technical_step(asked_about_restart_or_update: Truth) -> Judgement<TechnicalStep> {
    match asked_about_restart_or_update {
        Truth::True => Judgement::new(TechnicalStep::ToTechnicalTeam, &["S21-R04"]),
        Truth::False | Truth::Unknown => Judgement::new(TechnicalStep::AskRestartOrUpdate, &["S21-R02"]),
    }
}

/// A message to a complainant: an acknowledgement or the answer.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "two messages that are told apart")]
pub enum Reply {
    /// The complaint arrived and is being worked on.
    Acknowledgement,
    /// The answer on the matter.
    Answer,
}

/// Returns which message may be sent.
///
/// An acknowledgement may be sent at once. The answer may be sent only when it is verified; an answer that nobody has
/// checked is not verified.
///
/// ```
/// use redress::guidance::conversation::{Reply, reply};
/// use redress::policy::condition::Truth;
///
/// assert_eq!(reply(Truth::Unknown).answer, Reply::Acknowledgement);
/// assert_eq!(reply(Truth::True).answer, Reply::Answer);
/// ```
#[must_use]
pub const fn reply(verified: Truth) -> Judgement<Reply> {
    match verified {
        Truth::True => Judgement::new(Reply::Answer, &["S32-R08"]),
        Truth::False | Truth::Unknown => Judgement::new(Reply::Acknowledgement, &["S06-R02", "S30-R06"]),
    }
}
