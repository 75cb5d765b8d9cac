//! The id and the citation that every rule and row has.

/// Implements the id and the citation of a rule that has fields of these names.
macro_rules! cited {
    ($rule:ident $(<$word:ident: $bound:path>)?) => {
        impl $(<$word: $bound>)? $rule $(<$word>)? {
            /// Sets the citation: where the rule comes from, such as the paragraph of a law. At most 500 characters.
            #[must_use]
            pub fn with_citation(mut self, source: impl Into<alloc::borrow::Cow<'static, str>>) -> Self {
                self.citation = source.into();
                self
            }

            /// Returns the id, by which reasons and errors name this rule.
            #[must_use]
            pub const fn id(&self) -> $crate::vocab::RuleId {
                self.id
            }

            /// Returns where the rule comes from. Empty if nothing was cited.
            #[must_use]
            pub fn citation(&self) -> &str {
                &self.citation
            }
        }
    };
}

pub(crate) use cited;
