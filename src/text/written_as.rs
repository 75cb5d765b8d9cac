//! Types with a document of their own: reading goes through the document.

/// Implements the reader and the writer of a type by its document. The document must be `From` a reference to the type.
///
/// If a method of the document is named, it builds the type or says why it cannot. Otherwise, the type must be `From`
/// the document.
macro_rules! written_as {
    ($(#[$meta:meta])* $type:ty = $document:ty, $build:ident) => {
        written_as!(@ $(#[$meta])* $type = $document,
            |document| document.$build().map_err(::serde::de::Error::custom));
    };
    ($(#[$meta:meta])* $type:ty = $document:ty $(, $bound:ident: $trait:ident)?) => {
        written_as!(@ $(#[$meta])* $type = $document, |document| Ok(document.into()) $(, $bound: $trait)?);
    };
    (@ $(#[$meta:meta])* $type:ty = $document:ty, |$read:ident| $made:expr $(, $bound:ident: $trait:ident)?) => {
        impl $(<$bound: $trait>)? ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&<$document>::from(self), serializer)
            }
        }

        $(#[$meta])*
        impl<'de $(, $bound: $trait)?> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let $read = <$document as ::serde::Deserialize>::deserialize(deserializer)?;
                $made
            }
        }
    };
}
pub(crate) use written_as;
