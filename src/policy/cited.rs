//! What every rule and row has: an id, and where it comes from.

/// Implements the id and the citation of a rule with fields of these names.
macro_rules! cited {
    ($rule:ident $(<$word:ident: $bound:path>)?) => {
        impl $(<$word: $bound>)? $rule $(<$word>)? {
            /// Says where it comes from.
            #[must_use]
            pub fn with_citation(mut self, source: impl Into<alloc::borrow::Cow<'static, str>>) -> Self {
                self.citation = source.into();
                self
            }

            /// The id.
            #[must_use]
            pub const fn id(&self) -> $crate::vocab::RuleId {
                self.id
            }

            /// Where it comes from; empty when it is the organisation's own.
            #[must_use]
            pub fn citation(&self) -> &str {
                &self.citation
            }
        }
    };
}

pub(crate) use cited;
