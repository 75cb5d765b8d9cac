//! What commands of the course carry.

use chrono::{DateTime, Utc};

use crate::case::command::note::Note;
use crate::case::payload::payload;
use crate::vocab::course::{FollowUp, Opinion};
use crate::vocab::{ActorId, Department, Stage};

payload! {
    /// A text alone: an explanation, a reason, a note.
    pub struct Remark = "a text" {
        /// The text.
        pub note: Note,
    }
}

impl Remark {
    /// A text.
    #[must_use]
    pub const fn new(note: Note) -> Self {
        Self { note }
    }
}

impl From<Note> for Remark {
    fn from(note: Note) -> Self {
        Self::new(note)
    }
}

payload! {
    /// To whom a complaint is sent.
    pub struct Dispatch = "a dispatch" {
        /// The unit.
        pub department: Department,
        /// The person in charge there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub person: Option<ActorId>,
        /// Why it is passed on, where it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<Note>,
    }
}

impl Dispatch {
    /// To a department.
    ///
    /// ```
    /// use redress::case::command::Dispatch;
    /// use redress::vocab::Department;
    ///
    /// let to = Dispatch::to(Department::QUALITY).with_person("li".parse()?).with_reason("it is about a batch".parse()?);
    /// assert!(to.person.is_some() && to.reason.is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn to(department: Department) -> Self {
        Self { department, person: None, reason: None }
    }

    /// Names the person in charge there.
    #[must_use]
    pub const fn with_person(mut self, person: ActorId) -> Self {
        self.person = Some(person);
        self
    }

    /// Says why.
    #[must_use]
    pub fn with_reason(mut self, reason: Note) -> Self {
        self.reason = Some(reason);
        self
    }
}

payload! {
    /// Which department got the complaint, and when.
    pub struct InvestigationStart = "the start of an investigation" {
        /// The department; the one it was sent to unless given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub department: Option<Department>,
        /// When it got the message; the instant of the command unless given.
        #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
        pub received: Option<DateTime<Utc>>,
    }
}

impl InvestigationStart {
    /// In the department that it was sent to, at the instant of the command.
    #[must_use]
    pub const fn now() -> Self {
        Self { department: None, received: None }
    }

    /// In another department.
    #[must_use]
    pub const fn with_department(mut self, department: Department) -> Self {
        self.department = Some(department);
        self
    }

    /// At an instant before that of the command.
    ///
    /// ```
    /// use redress::case::command::InvestigationStart;
    ///
    /// let start = InvestigationStart::now().with_received("2026-03-02T08:05:00Z".parse()?);
    /// assert!(start.department.is_none() && start.received.is_some());
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub const fn with_received(mut self, at: DateTime<Utc>) -> Self {
        self.received = Some(at);
        self
    }
}

payload! {
    /// What the customer is asked for (S06-R08, S15-R12).
    pub struct Question = "a question" {
        /// The question.
        pub note: Note,
        /// Whether samples are asked for.
        #[serde(deserialize_with = "crate::text::map_only::switch")]
        pub samples: bool,
    }
}

impl Question {
    /// A question.
    #[must_use]
    pub const fn new(note: Note) -> Self {
        Self { note, samples: false }
    }

    /// Asks for samples, too.
    #[must_use]
    pub const fn with_samples(mut self) -> Self {
        self.samples = true;
        self
    }
}

payload! {
    /// Where a case goes on, and why.
    pub struct Continuation = "a stage and a reason" {
        /// The stage.
        pub to: Stage,
        /// Why.
        pub reason: Note,
    }
}

impl Continuation {
    /// To a stage, for a reason.
    ///
    /// ```
    /// use redress::case::Command;
    /// use redress::case::command::Continuation;
    /// use redress::vocab::Stage;
    ///
    /// let reopen = Command::Reopen(Continuation::to(Stage::Investigating, "the noise is back".parse()?));
    /// assert!(matches!(reopen, Command::Reopen(on) if on.to == Stage::Investigating));
    /// # Ok::<(), redress::case::command::NoteError>(())
    /// ```
    #[must_use]
    pub const fn to(stage: Stage, reason: Note) -> Self {
        Self { to: stage, reason }
    }
}

payload! {
    /// A contact with the complainant afterwards.
    pub struct FollowUpResult = "a follow-up" {
        /// The kind of contact.
        pub kind: FollowUp,
        /// What the complainant says.
        pub opinion: Opinion,
    }
}

impl FollowUpResult {
    /// A contact of a kind, and what the complainant says.
    #[must_use]
    pub const fn new(kind: FollowUp, opinion: Opinion) -> Self {
        Self { kind, opinion }
    }
}

payload! {
    /// The lessons of a case (S03-R24, S11-R19).
    pub struct Lessons = "lessons" {
        /// What was learnt, and what is to be improved.
        pub note: Note,
    }
}

impl Lessons {
    /// What was learnt.
    #[must_use]
    pub const fn new(note: Note) -> Self {
        Self { note }
    }
}
