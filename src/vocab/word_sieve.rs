//! Reads words as their keys arrive, alone or among the other keys of a document.

use alloc::vec::Vec;
use core::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::text::distance::meant;
use crate::text::excerpt::Excerpt;
use crate::text::from_text::deserialize_text_with;
use crate::text::map_only::{at, no_entries};
use crate::text::sift::Sieve;
use crate::vocab::classification::Classification;
use crate::vocab::code::CodeError;
use crate::vocab::facet::table::Facet;
use crate::vocab::input::Input;
use crate::vocab::own_facet::OwnFacet;
use crate::vocab::stored_word::StoredWord;

impl<'de> Deserialize<'de> for Classification {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Facets)
    }
}

struct Facets;

impl<'de> Visitor<'de> for Facets {
    type Value = Classification;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map from facets to words")
    }

    // A text in this place may be what a complainant wrote, so that the error does not repeat it.
    fn visit_str<E: Error>(self, _: &str) -> Result<Classification, E> {
        Err(E::custom("a text, expected a map from facets to words"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Classification, A::Error> {
        no_entries(list, &self).map(|_| Classification::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Classification, A::Error> {
        let mut sieve = WordSieve::default();
        while entries.next_key_seed(FacetOf(&mut sieve))?.is_some() {
            let key = sieve.facet.map_or(Input::CATEGORY, Input::from);
            sieve.read(&mut entries).map_err(|error| at(key, error))?;
        }
        Ok(sieve.into())
    }
}

/// Reads a key that names a facet.
struct FacetOf<'s>(&'s mut WordSieve);

impl<'de> DeserializeSeed<'de> for FacetOf<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for FacetOf<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a facet")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<(), E> {
        self.0.takes(key, &[]).map(drop)
    }
}

/// Takes the words of a document as their keys arrive.
#[derive(Default)]
pub(crate) struct WordSieve {
    found: Classification,
    /// The standard facets that occurred, one bit for each number, whether or not they had words.
    standard: u64,
    own: Vec<OwnFacet>,
    /// The facet of the key that was taken last.
    facet: Option<Facet>,
}

const _: () = assert!(Facet::ALL.len() <= u64::BITS as usize, "a bit for each facet");

impl From<WordSieve> for Classification {
    fn from(sieve: WordSieve) -> Self {
        sieve.found
    }
}

impl WordSieve {
    /// Returns whether the facet occurred before, and remembers it.
    fn is_second(&mut self, facet: Facet) -> bool {
        match (facet.number(), facet) {
            (Some(number), _) => {
                let known = self.standard >> number & 1 == 1;
                self.standard |= 1 << number;
                known
            }
            (None, Facet::Own(own)) if !self.own.contains(&own) => {
                self.own.push(own);
                false
            }
            (None, _) => true,
        }
    }

    fn facets(&self) -> usize {
        self.standard.count_ones() as usize + self.own.len()
    }
}

impl Sieve for WordSieve {
    fn takes<E: Error>(&mut self, key: &str, others: &'static [&'static str]) -> Result<bool, E> {
        let carried = Input::named(key).and_then(|input| input.facet());
        let Some(facet) = carried.filter(|facet| !matches!(facet, Facet::Fact | Facet::Mark)) else {
            return if others.contains(&key) { Ok(false) } else { Err(unknown(key, others)) };
        };
        if self.is_second(facet) {
            return Err(Error::custom(format_args!("duplicate field `{key}`, expected it once")));
        }
        if self.facets() > Classification::MAX_FACETS {
            let most = Classification::MAX_FACETS;
            return Err(Error::custom(format_args!("words of more than {most} facets; use fewer facets")));
        }
        self.facet = Some(facet);
        Ok(true)
    }

    fn read<'de, A: MapAccess<'de>>(&mut self, entries: &mut A) -> Result<(), A::Error> {
        let Some(facet) = self.facet.take() else {
            return Err(Error::custom("a value without a key, expected the key before it"));
        };
        let place = Place { words: &mut self.found, facet };
        if facet.is_single() {
            entries.next_value_seed(One(place))
        } else {
            entries.next_value_seed(Many(place))
        }
    }
}

/// Makes the error for a key that belongs neither to the document nor to a facet.
fn unknown<E: Error>(key: &str, others: &'static [&'static str]) -> E {
    let shown = Excerpt::of(key);
    let facets = Facet::ALL.iter().filter(|facet| !matches!(facet, Facet::Fact | Facet::Mark));
    let facets: Vec<Input> = facets.map(|facet| Input::from(*facet)).collect();
    let facet = meant(key, facets.iter().map(Input::as_str));
    let other = meant(key, others);
    match (facet, other) {
        (facet, Some((far, other))) if facet.is_none_or(|(nearest, _)| far <= nearest) => {
            E::custom(format_args!(
                "unknown field `{shown}`, expected a key of this document such as `{other}`, or a facet"
            ))
        }
        (facet, _) => {
            let near = facet.map_or("category", |(_, near)| near);
            E::custom(format_args!(
                "unknown field `{shown}`, expected a key of this document, or a facet such as `{near}`"
            ))
        }
    }
}

/// The classification and the facet to which the next words go.
struct Place<'w> {
    words: &'w mut Classification,
    facet: Facet,
}

impl Place<'_> {
    fn add(&mut self, text: &str) -> Result<(), CodeError> {
        let word = StoredWord::read(self.facet, text)?;
        self.words.put(self.facet, word);
        Ok(())
    }
}

/// Reads one word, or null.
struct One<'w>(Place<'w>);

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for One<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a code")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self(mut place) = self;
        OfFacet(&mut place).deserialize(deserializer)
    }
}

/// Reads a list of words, or null.
struct Many<'w>(Place<'w>);

impl<'de> DeserializeSeed<'de> for Many<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Many<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    // A text in this place may be long, so that the error does not repeat it.
    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Err(E::custom("a text, expected a list"))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let mut count: usize = 0;
        loop {
            let word = list.next_element_seed(OfFacet(&mut self.0));
            match word.map_err(|error| at::<A::Error>(alloc::format!("[{count}]"), error))? {
                None => return Ok(()),
                Some(()) if count == Classification::MAX_WORDS => {
                    let most = Classification::MAX_WORDS;
                    return Err(Error::custom(format_args!("more than {most} words; shorten the list")));
                }
                Some(()) => count += 1,
            }
        }
    }
}

/// Reads a word.
struct OfFacet<'w, 's>(&'s mut Place<'w>);

impl<'de> DeserializeSeed<'de> for OfFacet<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserialize_text_with(deserializer, "a code", |text| self.0.add(text))
    }
}
