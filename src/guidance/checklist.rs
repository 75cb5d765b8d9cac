//! Lists of what has to be there: nobody has seen to what nobody said is there.

/// Makes the parts of a list and the list of those that are there, with what is missing.
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
            /// Nothing is there.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            /// Records that a part is there.
            #[must_use]
            pub fn with(mut self, part: $part) -> Self {
                for (there, known) in self.there.iter_mut().zip($part::ALL) {
                    *there |= *known == part;
                }
                self
            }

            /// The parts that are not there.
            pub fn missing(&self) -> impl Iterator<Item = $part> + '_ {
                $part::ALL.iter().zip(&self.there).filter(|(_, there)| !**there).map(|(part, _)| *part)
            }
        }
    };
}

checklist! {
    /// A part of what was agreed with a complainant (S37-R41).
    #[expect(clippy::exhaustive_enums, reason = "the parts that the procedure names")]
    pub enum AgreedPart {
        /// People are planned for it.
        People,
        /// Money is planned for it.
        Money,
        /// Material is planned for it.
        Material,
        /// Every handler inside has a duty.
        Duties,
        /// The time was agreed with the customer.
        Time,
        /// The details were agreed with the customer.
        Details,
        /// Somebody keeps track of it.
        Tracking,
    }

    /// What is planned of the work that was agreed with a complainant (S37-R41).
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
    /// A part of an answer to one's own mistake.
    #[expect(clippy::exhaustive_enums, reason = "the parts that the procedures name")]
    pub enum AnswerPart {
        /// The mistake is admitted, and who is responsible is named (S09-R04, S24-R03, S25-R04).
        Admission,
        /// It is apologised for (S12-R03, S24-R03).
        Apology,
        /// It is explained (S25-R04).
        Explanation,
        /// A solution is named (S09-R04, S12-R03).
        Solution,
        /// It is said what makes it less likely to happen again (S09-R04, S25-R04).
        Assurance,
    }

    /// What an answer to one's own mistake has. To soothe is not enough (S12-R03): each of its parts is named.
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
    /// A part of what is to be understood of a complaint (S24-R01).
    #[expect(clippy::exhaustive_enums, reason = "the parts that the procedure names")]
    pub enum UnderstoodPart {
        /// What happened.
        What,
        /// When.
        When,
        /// How strong the effect is.
        Effect,
        /// What was expected; confirmed by the customer.
        Expectation,
        /// What is demanded; confirmed by the customer.
        Demand,
        /// That the main content was told back, and is right (S02-R02).
        ToldBack,
    }

    /// What is understood of a complaint before it is answered (S24-R01, S02-R02).
    ///
    /// ```
    /// use redress::guidance::checklist::{Understanding, UnderstoodPart};
    ///
    /// let heard = Understanding::new().with(UnderstoodPart::What).with(UnderstoodPart::When);
    /// assert_eq!(heard.missing().next(), Some(UnderstoodPart::Effect));
    /// ```
    pub struct Understanding;
}
