//! Stable codes of errors. Each error type has one table, from which its codes, its `Debug` and the page of all codes
//! follow.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::faults::Faults;

/// Something with a stable code: every error, fault, refusal, notice and hint of this crate.
///
/// A code consists of two parts separated by a dot, such as `case.stale`. It is the same in every release, and no other
/// error has it. You can store it, count by it, and translate by it. [One page lists all codes](crate::docs::errors).
/// An error that passes on another error has the code of that error.
///
/// Serialised, an error is a map with `code`, `message` and, if there are any, `kind`, `place` and `faults`.
///
/// # Example: an error as JSON
///
/// ```
/// use redress::Coded;
/// use redress::vocab::CaseId;
///
/// let error = "A 17".parse::<CaseId>().unwrap_err();
/// assert_eq!(Coded::code(&error), "id.character");
/// assert_eq!(
///     serde_json::to_string(&error)?,
///     r#"{"code":"id.character","message":"id `A 17` has ' ' at byte 1, expected visible ASCII characters"}"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait Coded: fmt::Display {
    /// Returns the stable code, such as `case.stale`.
    fn code(&self) -> &'static str;

    /// Returns a short text on which a host can branch, such as `not-permitted`. Only refusals have one.
    fn kind(&self) -> Option<&'static str> {
        None
    }

    /// Returns where the error is, such as `routing row 'noise'`, or `None` if it does not name a place.
    fn place(&self) -> Option<String> {
        None
    }

    /// Returns the single faults, if the error stands for several. Otherwise the list is empty.
    fn faults(&self) -> Vec<&dyn Coded> {
        Vec::new()
    }
}

/// A code, what it belongs to, and what to do about it.
///
/// # Example
///
/// ```
/// use redress::vocab::error::IdError;
///
/// let empty = &IdError::CODES[0];
/// assert_eq!((empty.code, empty.name, empty.advice), ("id.empty", "Empty", "Give an id."));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct ErrorCode {
    /// The code, such as `case.stale`.
    pub code: &'static str,
    /// The name of the variant, or of the type if it has no variants.
    pub name: &'static str,
    /// What to do about the error, in one sentence.
    pub advice: &'static str,
}

/// Writes an error as a map.
pub(crate) fn serialize<S: Serializer>(error: &dyn Coded, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    entries(error, &mut map)?;
    map.end()
}

/// Writes the entries of an error into a map, which may have others.
pub(crate) fn entries<M: SerializeMap>(error: &dyn Coded, map: &mut M) -> Result<(), M::Error> {
    map.serialize_entry("code", error.code())?;
    if let Some(kind) = error.kind() {
        map.serialize_entry("kind", kind)?;
    }
    map.serialize_entry("message", &Message(error))?;
    if let Some(place) = error.place() {
        map.serialize_entry("place", &place)?;
    }
    let faults = error.faults();
    if !faults.is_empty() {
        map.serialize_entry("faults", &List(&faults))?;
    }
    Ok(())
}

/// Writes the `Debug` form of an error: its message and its code.
pub(crate) fn debug(error: &dyn Coded, name: [&str; 2], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    // `{:#?}` also names the variant, for somebody who looks for the place in the source.
    if f.alternate() {
        write!(f, "{}::{}: ", name[0], name[1])?;
    }
    write!(f, "{error} [{}]", error.code())
}

struct Message<'a>(&'a dyn Coded);

impl Serialize for Message<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self.0)
    }
}

struct List<'a>(&'a [&'a dyn Coded]);

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for fault in self.0 {
            list.serialize_element(&One(*fault))?;
        }
        list.end()
    }
}

struct One<'a>(&'a dyn Coded);

impl Serialize for One<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self.0, serializer)
    }
}

impl<F: Coded> Faults<F> {
    /// Returns the code of each fault, in the same order.
    ///
    /// # Example
    ///
    /// ```
    /// use redress::policy::Policy;
    ///
    /// let faults = Policy::builder("desk").build().unwrap_err();
    /// assert_eq!(faults.codes().collect::<Vec<_>>(), ["policy.name", "policy.missing", "policy.missing"]);
    /// ```
    pub fn codes(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.iter().map(Coded::code)
    }

    /// Returns the faults without their type.
    pub(crate) fn coded(&self) -> Vec<&dyn Coded> {
        self.iter().map(|fault| fault as &dyn Coded).collect()
    }
}

/// A list of the faults, each as a map.
impl<F: Coded> Serialize for Faults<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|fault| One(fault)))
    }
}

/// Gives an error type its codes: one row for each variant, with advice. A variant without a row does not compile.
///
/// A variant that passes on another error is listed under `wraps`, with the field that holds that error, and has its
/// code. A type without variants has one row, or `by` and the field that holds the problem. Methods of [`Coded`] that
/// the type implements itself follow after `;`.
macro_rules! codes {
    (
        $type:ident $space:literal {
            $($variant:ident = $code:literal, $advice:literal;)*
        }
        $(wraps { $($wrapper:ident . $field:tt),* $(,)? })?
        $(; $($method:item)*)?
    ) => {
        impl $type {
            /// The codes of this type. An error that this type passes on has its codes in its own type.
            pub const CODES: &'static [$crate::coded::ErrorCode] = &[
                $($crate::coded::ErrorCode {
                    code: concat!($space, ".", $code),
                    name: stringify!($variant),
                    advice: $advice,
                },)*
            ];

            #[doc = concat!("Returns a stable code, `", $space, ".` and a name, the same in every release.")]
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => concat!($space, ".", $code),)*
                    $($(Self::$wrapper { $field: inner, .. } => inner.code(),)*)?
                }
            }
        }

        $crate::coded::codes!(@traits $type, |error| match error {
            $($type::$variant { .. } => stringify!($variant),)*
            $($($type::$wrapper { .. } => stringify!($wrapper),)*)?
        }, $($($method)*)?);
    };
    ($type:ident = $code:literal, $advice:literal) => {
        impl $type {
            /// The code of this type.
            pub const CODES: &'static [$crate::coded::ErrorCode] = &[
                $crate::coded::ErrorCode { code: $code, name: stringify!($type), advice: $advice },
            ];

            #[doc = concat!("Returns the stable code `", $code, "`.")]
            #[must_use]
            pub fn code(&self) -> &'static str {
                $code
            }
        }

        $crate::coded::codes!(@traits $type, |_error| stringify!($type),);
    };
    ($type:ident by $field:ident $(; $($method:item)*)?) => {
        impl $type {
            #[doc = concat!("Returns the stable code of `", stringify!($field), "`.")]
            #[must_use]
            pub fn code(&self) -> &'static str {
                self.$field.code()
            }
        }

        $crate::coded::codes!(@traits $type, |_error| stringify!($type), $($($method)*)?);
    };
    ($type:ident by $field:ident: $problem:ident $space:literal {
        $($variant:ident = $code:literal, $advice:literal;)*
    }) => {
        impl $type {
            /// The codes of this type, one for each problem.
            pub const CODES: &'static [$crate::coded::ErrorCode] = &[
                $($crate::coded::ErrorCode {
                    code: concat!($space, ".", $code),
                    name: stringify!($variant),
                    advice: $advice,
                },)*
            ];

            #[doc = concat!("Returns a stable code, `", $space, ".` and a name, the same in every release.")]
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self.$field {
                    $($problem::$variant { .. } => concat!($space, ".", $code),)*
                }
            }
        }

        $crate::coded::codes!(@traits $type, |_error| stringify!($type),);
    };
    (@traits $type:ident, |$error:ident| $name:expr, $($method:item)*) => {
        impl $crate::coded::Coded for $type {
            fn code(&self) -> &'static str {
                self.code()
            }

            $($method)*
        }

        impl core::fmt::Debug for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let $error = self;
                $crate::coded::debug(self, [stringify!($type), $name], f)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::coded::serialize(self, serializer)
            }
        }
    };
}
pub(crate) use codes;
