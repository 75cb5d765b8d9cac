//! Types whose written form is a document of its own: the document is read, and then built.

/// Implements the reader and the writer of a type by its document, which is made `From` a reference to the type, and whose
/// method makes the type again or says why not.
macro_rules! written_as {
    ($(#[$meta:meta])* $type:ty = $document:ty, $build:ident $(, $bound:ident: $trait:ident)?) => {
        impl $(<$bound: $trait>)? ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&<$document>::from(self), serializer)
            }
        }

        $(#[$meta])*
        impl<'de $(, $bound: $trait)?> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let document = <$document as ::serde::Deserialize>::deserialize(deserializer)?;
                document.$build().map_err(<D::Error as ::serde::de::Error>::custom)
            }
        }
    };
}
pub(crate) use written_as;
