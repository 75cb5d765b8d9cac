//! Connects the writer of the canonical form to serde.
//!
//! The parts of a policy are walked by the code that writes their documents. A part that has a document needs no code
//! of its own to have a fingerprint.

use alloc::format;
use core::fmt::Display;

use serde::ser::{
    self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use crate::policy::fingerprint::canonical::{Entries, Items, NotWritten, Writer};

macro_rules! numbers {
    ($($method:ident($type:ty)),*) => {
        $(fn $method(self, number: $type) -> Result<(), NotWritten> {
            self.number(number < 0, number.unsigned_abs().into());
            Ok(())
        })*
    };
}

macro_rules! amounts {
    ($($method:ident($type:ty)),*) => {
        $(fn $method(self, number: $type) -> Result<(), NotWritten> {
            self.number(false, number.into());
            Ok(())
        })*
    };
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = NotWritten;
    type SerializeSeq = Items<'w>;
    type SerializeTuple = Items<'w>;
    type SerializeTupleStruct = Items<'w>;
    type SerializeTupleVariant = Items<'w>;
    type SerializeMap = Entries<'w>;
    type SerializeStruct = Entries<'w>;
    type SerializeStructVariant = Entries<'w>;

    numbers!(
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_i128(i128)
    );
    amounts!(
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u32(u32),
        serialize_u64(u64),
        serialize_u128(u128)
    );

    fn serialize_bool(self, switch: bool) -> Result<(), NotWritten> {
        self.out.push(if switch { b't' } else { b'f' });
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), NotWritten> {
        Err(ser::Error::custom("a number that is not whole"))
    }

    fn serialize_f64(self, _: f64) -> Result<(), NotWritten> {
        Err(ser::Error::custom("a number that is not whole"))
    }

    fn serialize_char(self, character: char) -> Result<(), NotWritten> {
        self.text(character.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), NotWritten> {
        self.text(text);
        Ok(())
    }

    /// Writes an id in the form in which ids are compared, so that two spellings of one id are the same.
    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), NotWritten> {
        self.text(&format!("{value:#}"));
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), NotWritten> {
        Err(ser::Error::custom("bytes that are no text"))
    }

    fn serialize_none(self) -> Result<(), NotWritten> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), NotWritten> {
        self.value(value);
        self.in_some = true;
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), NotWritten> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), NotWritten> {
        Ok(())
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), NotWritten> {
        self.text(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), NotWritten> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), NotWritten> {
        let mut entries = self.entries();
        entries.key(variant);
        entries.value(value);
        entries.finish();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'w>, NotWritten> {
        Ok(self.items())
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'w>, NotWritten> {
        Ok(self.in_order())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'w>, NotWritten> {
        Ok(self.in_order())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'w>, NotWritten> {
        let mut items = self.in_order();
        items.item(variant);
        Ok(items)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'w>, NotWritten> {
        Ok(self.entries())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries<'w>, NotWritten> {
        Ok(self.entries())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Entries<'w>, NotWritten> {
        let mut entries = self.entries();
        entries.key("variant");
        entries.value(variant);
        Ok(entries)
    }
}

macro_rules! items {
    ($($trait:ident::$method:ident),*) => {
        $(impl $trait for Items<'_> {
            type Ok = ();
            type Error = NotWritten;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotWritten> {
                self.item(value);
                Ok(())
            }

            fn end(self) -> Result<(), NotWritten> {
                self.finish();
                Ok(())
            }
        })*
    };
}

items!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);

macro_rules! fields {
    ($($trait:ident),*) => {
        $(impl $trait for Entries<'_> {
            type Ok = ();
            type Error = NotWritten;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), NotWritten> {
                self.field(key, value);
                Ok(())
            }

            fn end(self) -> Result<(), NotWritten> {
                self.finish();
                Ok(())
            }
        })*
    };
}

fields!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = NotWritten;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NotWritten> {
        self.key(key);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotWritten> {
        self.value(value);
        Ok(())
    }

    fn end(self) -> Result<(), NotWritten> {
        self.finish();
        Ok(())
    }
}
