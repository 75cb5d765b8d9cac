//! Checklists of what must be present. A part that nobody has reported counts as missing.

/// Makes the parts of a checklist, and the list of those that are present.
macro_rules! checklist {
    (
        $(#[$part_meta:meta])* pub enum $part:ident { $($(#[$meta:meta])* $variant:ident,)+ }
        $(#[$list_meta:meta])* pub struct $list:ident;
    ) => {
        $(#[$part_meta])*
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum $part {
            $($(#[$meta])* $variant,)+
        }

        impl $part {
            /// Every part, in the order of the procedures.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }

        $(#[$list_meta])*
        #[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
        pub struct $list {
            there: [bool; $part::ALL.len()],
        }

        impl $list {
            /// Makes a list in which nothing is present.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            /// Records that a part is present.
            #[must_use]
            pub fn with(mut self, part: $part) -> Self {
                for (there, known) in self.there.iter_mut().zip($part::ALL) {
                    *there |= *known == part;
                }
                self
            }

            /// Returns the parts that are missing.
            pub fn missing(&self) -> impl Iterator<Item = $part> + '_ {
                $part::ALL.iter().zip(&self.there).filter(|(_, there)| !**there).map(|(part, _)| *part)
            }
        }
    };
}

checklist! {
    /// A part of the work that was agreed with a complainant.
    #[expect(clippy::exhaustive_enums, reason = "the parts that the procedure names")]
    pub enum AgreedPart {
        /// People are planned for the work.
        People,
        /// Money is planned for the work.
        Money,
        /// Material is planned for the work.
        Material,
        /// Every handler inside the organisation has a duty.
        Duties,
        /// The time was agreed with the customer.
        Time,
        /// The details were agreed with the customer.
        Details,
        /// Somebody tracks the work.
        Tracking,
    }

    /// What is planned for the work that was agreed with a complainant.
    ///
    /// ```
    /// use redress::guidance::checklist::{AgreedPart, AgreedWork};
    ///
    /// let work = AgreedWork::new().with(AgreedPart::People).with(AgreedPart::Time);
    /// assert_eq!(work.missing().next(), Some(AgreedPart::Money));
    /// assert_eq!(work.missing().count(), 5);
    /// ```
    pub struct AgreedWork;
}

checklist! {
    /// A part of the answer to one's own mistake.
    #[expect(clippy::exhaustive_enums, reason = "the parts that the procedures name")]
    pub enum AnswerPart {
        /// The answer admits the mistake and names who is responsible.
        Admission,
        /// The answer apologises.
        Apology,
        /// The answer explains how it happened.
        Explanation,
        /// The answer names a solution.
        Solution,
        /// The answer says what makes a repetition less likely.
        Assurance,
    }

    /// The parts that an answer to one's own mistake has. Soothing words alone are not an answer.
    ///
    /// ```
    /// use redress::guidance::checklist::{AnswerPart, OwnMistakeAnswer};
    ///
    /// let soothing = OwnMistakeAnswer::new().with(AnswerPart::Apology);
    /// assert!(soothing.missing().any(|part| part == AnswerPart::Solution));
    /// ```
    pub struct OwnMistakeAnswer;
}

checklist! {
    /// A part of what must be understood about a complaint.
    #[expect(clippy::exhaustive_enums, reason = "the parts that the procedure names")]
    pub enum UnderstoodPart {
        /// What happened.
        What,
        /// When it happened.
        When,
        /// How strong the effect is.
        Effect,
        /// What the customer expected, and has confirmed.
        Expectation,
        /// What the customer demands, and has confirmed.
        Demand,
        /// The main content was repeated to the customer, who agreed.
        ToldBack,
    }

    /// What is understood about a complaint before it is answered.
    ///
    /// ```
    /// use redress::guidance::checklist::{Understanding, UnderstoodPart};
    ///
    /// let heard = Understanding::new().with(UnderstoodPart::What).with(UnderstoodPart::When);
    /// assert_eq!(heard.missing().next(), Some(UnderstoodPart::Effect));
    /// ```
    pub struct Understanding;
}
