//! The content of commands that move a case on its course.

use chrono::{DateTime, Utc};

use crate::case::command::note::Note;
use crate::case::payload::payload;
use crate::vocab::course::{FollowUp, Opinion};
use crate::vocab::{ActorId, Department, Stage};

payload! {
    /// A text alone, such as an explanation or a reason.
    ///
    /// ```
    /// use redress::case::Command;
    /// use redress::case::command::{Note, Remark};
    ///
    /// let note: Note = "The customer called back.".parse()?;
    /// assert_eq!(Command::Note(note.clone().into()), Command::Note(Remark::new(note)));
    /// # Ok::<(), redress::case::command::NoteError>(())
    /// ```
    pub struct Remark = "a text" {
        /// The text. It may be personal, so `Debug` and errors do not show it.
        pub note: Note,
    }
}

impl Remark {
    /// Creates a remark from its text.
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
    /// The department, and optionally the person, to which a complaint is sent.
    pub struct Dispatch = "a dispatch" {
        /// The department that gets the complaint.
        pub department: Department,
        /// The person in charge there, if one is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub person: Option<ActorId>,
        /// The reason for passing the complaint on. Usually `None` for the first dispatch.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<Note>,
    }
}

impl Dispatch {
    /// Creates a dispatch to a department, without a person and without a reason.
    ///
    /// ```
    /// use redress::case::command::Dispatch;
    /// use redress::vocab::Department;
    ///
    /// let to = Dispatch::to(Department::QUALITY)
    ///     .with_person("li".parse()?)
    ///     .with_reason("it is about a batch".parse()?);
    /// assert_eq!(
    ///     serde_json::to_string(&to)?,
    ///     r#"{"department":"quality","person":"li","reason":"it is about a batch"}"#,
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn to(department: Department) -> Self {
        Self { department, person: None, reason: None }
    }

    /// Names the person in charge in the department.
    #[must_use]
    pub const fn with_person(mut self, person: ActorId) -> Self {
        self.person = Some(person);
        self
    }

    /// Gives the reason for passing the complaint on.
    #[must_use]
    pub fn with_reason(mut self, reason: Note) -> Self {
        self.reason = Some(reason);
        self
    }
}

payload! {
    /// The start of an investigation: which department received the complaint, and when.
    pub struct InvestigationStart = "the start of an investigation" {
        /// The department. `None` means the department that owns the case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub department: Option<Department>,
        /// The instant at which the department received the complaint. `None` means the instant of the command.
        #[serde(default, with = "crate::calendar::instant::option", skip_serializing_if = "Option::is_none")]
        pub received: Option<DateTime<Utc>>,
    }
}

impl InvestigationStart {
    /// Creates a start in the department that owns the case, at the instant of the command.
    ///
    /// # Example: the message arrived earlier
    ///
    /// ```
    /// use redress::case::command::InvestigationStart;
    /// use redress::case::{Command, Office, Request, Stamp};
    /// use redress::sample;
    /// use redress::vocab::Stage;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let (policy, roster) = (sample::policy()?, sample::roster()?);
    /// # let case = sample::case(&policy, &roster)?;
    /// let stamp = Stamp::new("k-2".parse()?, "anna".parse()?, "2026-04-02T09:00:00Z".parse()?);
    /// let start = InvestigationStart::now().with_received("2026-04-02T08:30:00Z".parse()?);
    /// let request = Request::on(&case, stamp, Command::Start(start));
    /// let decision = Office::new(&policy, &roster).decide(&case, request)?;
    /// assert_eq!(case.after(&decision)?.stage(), Stage::Investigating);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub const fn now() -> Self {
        Self { department: None, received: None }
    }

    /// Names another department than the one that owns the case.
    #[must_use]
    pub const fn with_department(mut self, department: Department) -> Self {
        self.department = Some(department);
        self
    }

    /// Sets an earlier instant of receipt. It must lie between the receipt of the complaint and the command.
    #[must_use]
    pub const fn with_received(mut self, at: DateTime<Utc>) -> Self {
        self.received = Some(at);
        self
    }
}

payload! {
    /// A question to the customer, optionally with a request for samples.
    ///
    /// ```
    /// use redress::case::command::Question;
    ///
    /// let question = Question::new("which batch number is on the box?".parse()?);
    /// assert!(!question.samples && question.with_samples().samples);
    /// # Ok::<(), redress::case::command::NoteError>(())
    /// ```
    pub struct Question = "a question" {
        /// The text of the question.
        pub note: Note,
        /// Whether the customer is asked for samples.
        #[serde(deserialize_with = "crate::text::map_only::switch")]
        pub samples: bool,
    }
}

impl Question {
    /// Creates a question that does not ask for samples.
    #[must_use]
    pub const fn new(note: Note) -> Self {
        Self { note, samples: false }
    }

    /// Also asks for samples.
    #[must_use]
    pub const fn with_samples(mut self) -> Self {
        self.samples = true;
        self
    }
}

payload! {
    /// The stage to which a case goes back, with the reason.
    pub struct Continuation = "a stage and a reason" {
        /// The stage. The table of the course lists the possible ones.
        pub to: Stage,
        /// Why the case goes back.
        pub reason: Note,
    }
}

impl Continuation {
    /// Creates a continuation at a stage.
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
    /// The result of a follow-up contact with the complainant.
    pub struct FollowUpResult = "a follow-up" {
        /// The kind of contact.
        pub kind: FollowUp,
        /// What the complainant said. [`Opinion::Asked`] if there is no answer yet.
        pub opinion: Opinion,
    }
}

impl FollowUpResult {
    /// Creates a result.
    ///
    /// ```
    /// use redress::case::command::FollowUpResult;
    /// use redress::vocab::course::{FollowUp, Opinion};
    ///
    /// let call = FollowUpResult::new(FollowUp::OPINION_REQUEST, Opinion::Satisfied);
    /// assert_eq!(call.opinion, Opinion::Satisfied);
    /// ```
    #[must_use]
    pub const fn new(kind: FollowUp, opinion: Opinion) -> Self {
        Self { kind, opinion }
    }
}

payload! {
    /// The lessons of a case.
    pub struct Lessons = "lessons" {
        /// What was learned, and what will be improved.
        pub note: Note,
    }
}

impl Lessons {
    /// Creates the record of the lessons.
    #[must_use]
    pub const fn new(note: Note) -> Self {
        Self { note }
    }
}
