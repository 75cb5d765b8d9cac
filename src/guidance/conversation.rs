//! How a complaint is talked about.

use alloc::vec::Vec;

use crate::guidance::judgement::Judgement;
use crate::policy::condition::Truth;
use crate::policy::track::ConversationRule;
use crate::triage::Complaint;
use crate::vocab::{Channel, Fact};

/// What is known of a talk with a complainant.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct TalkFacts {
    /// Whether it is by phone.
    pub by_phone: Truth,
    /// Whether the question is one of common sense, or covered by a published list of answers.
    pub plain_question: Truth,
    /// Whether the matter is disputed.
    pub disputed: Truth,
    /// Whether it is complex or difficult.
    pub difficult: Truth,
    /// Whether a date for the answer was agreed.
    pub answer_date_agreed: Truth,
}

/// What is done in a talk, or next.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a new step must break every embedder's match")]
pub enum ConversationStep {
    /// The question is answered directly (S37-R34).
    AnswerDirectly,
    /// One listens, records, and says that it will be checked (S37-R34).
    ListenAndCheck,
    /// One says where one stands, and does not try to convince (S37-R35).
    AttitudeOnly,
    /// One meets the complainant face to face (S37-R36).
    FaceToFace,
    /// One calls, or sends a fax, to learn the details (S14-R04).
    CallOrFax,
    /// The answer is agreed inside (S14-R05).
    AgreeInside,
    /// The answer is given (S14-R05).
    Answer,
    /// The complainant is asked to bring the product back, and no word is said that hurts (S08-R11).
    BringBack,
}

/// What is not known of a talk, and would change it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the parts of a talk")]
pub enum ConversationQuestion {
    /// Whether it is by phone.
    ByPhone,
    /// Whether it is a plain question.
    PlainQuestion,
    /// Whether it is disputed.
    Disputed,
    /// Whether it is difficult.
    Difficult,
    /// Whether a date for the answer was agreed.
    AnswerDateAgreed,
}

/// How to talk, in order, with the reason for each step.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Conversation {
    /// The steps that are clear by what is known; none where the procedure says nothing.
    pub steps: Vec<ConversationStep>,
    /// What is not known, and might add a step or change one.
    pub open: Vec<ConversationQuestion>,
}

impl ConversationStep {
    /// The element that says so.
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
    /// A talk of which nothing is known.
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

    /// What a complaint says of it: the channel on which it came in, and whether the question is a plain one.
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

    /// Says whether it is a plain question.
    #[must_use]
    pub const fn with_plain_question(mut self, plain: Truth) -> Self {
        self.plain_question = plain;
        self
    }

    /// Says whether it is disputed.
    #[must_use]
    pub const fn with_dispute(mut self, disputed: Truth) -> Self {
        self.disputed = disputed;
        self
    }

    /// Says whether it is complex or difficult.
    #[must_use]
    pub const fn with_difficulty(mut self, difficult: Truth) -> Self {
        self.difficult = difficult;
        self
    }

    /// Says whether a date for the answer was agreed.
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

/// Says how to talk about a complaint (K04).
///
/// What is not known to be a plain question is not answered on the phone: one listens, and says that it will be
/// checked.
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

/// S37-R34 to S37-R36.
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

/// Whether a question on the phone may be answered directly (S37-R34).
#[must_use]
pub fn direct_phone_answer_allowed(complaint: &Complaint) -> bool {
    complaint.count(Fact::COMMON_SENSE_QUESTION) > 0 || complaint.count(Fact::IN_PUBLISHED_FAQ) > 0
}

/// What comes next where a customer has a technical problem (S21-R02, S21-R04).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the one follows the other")]
pub enum TechnicalStep {
    /// One asks whether a restart or an update was tried.
    AskRestartOrUpdate,
    /// It goes to the technical team.
    ToTechnicalTeam,
}

/// What comes next where a customer has a technical problem: before the technical team gets it, the customer is asked
/// whether a restart or an update was tried. Where nobody knows whether that was asked, it is asked.
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

/// What a complainant may be sent (K10): that it arrived, or the answer.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "two messages that are told apart")]
pub enum Reply {
    /// That it arrived and is being worked on.
    Acknowledgement,
    /// The answer.
    Answer,
}

/// What a complainant may be sent: that it arrived, at once (S06-R02, S30-R06); the answer once it is verified, and not
/// before (S32-R08). What is not known to be verified is not.
#[must_use]
pub const fn reply(verified: Truth) -> Judgement<Reply> {
    match verified {
        Truth::True => Judgement::new(Reply::Answer, &["S32-R08"]),
        Truth::False | Truth::Unknown => Judgement::new(Reply::Acknowledgement, &["S06-R02", "S30-R06"]),
    }
}
