//! Closed choices of a document, by their texts.

/// Makes the stored form of a choice: its variants in kebab case, the first one where nothing is written.
macro_rules! choice {
    ($name:ident of $type:ident { $first:ident $(, $variant:ident)* }) => {
        #[derive(Clone, Copy, Default, serde::Deserialize, Eq, PartialEq, serde::Serialize)]
        #[serde(rename_all = "kebab-case")]
        enum $name {
            #[default]
            $first,
            $($variant),*
        }

        impl From<$type> for $name {
            fn from(value: $type) -> Self {
                match value {
                    $type::$first => Self::$first,
                    $($type::$variant => Self::$variant),*
                }
            }
        }

        impl From<$name> for $type {
            fn from(value: $name) -> Self {
                match value {
                    $name::$first => Self::$first,
                    $($name::$variant => Self::$variant),*
                }
            }
        }
    };
}

pub(in crate::policy) use choice;

/// Whether a part has the value that it has where nothing is written.
pub(in crate::policy) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
