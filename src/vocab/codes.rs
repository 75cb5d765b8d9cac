//! The codes of the errors about words, each with what to do about it.

use crate::coded::codes;
use crate::text::text_enum::UnknownWord;
use crate::vocab::code::CodeError;
use crate::vocab::id::IdError;
use crate::vocab::locale::LocaleError;
use crate::vocab::money::CurrencyError;
use crate::vocab::own_facet::OwnFacetError;

codes! {
    IdError "id" {
        Empty = "empty", "Give an id.";
        TooLong = "too-long", "Shorten the id to 64 bytes.";
        Character = "character", "Use visible ASCII characters, or encode the login with `ActorId::encode`.";
    }
}

codes! {
    CodeError "code" {
        Empty = "empty", "Give a code.";
        TooLong = "too-long", "Shorten the code to 160 bytes.";
        Character = "character", "Use only lowercase letters, digits, `-`, `.` and `:`.";
        Separator = "separator", "Put a letter or a digit where the separator stands.";
        Trailing = "trailing", "End the code with a letter or a digit.";
        Colon = "colon", "Use one colon at most, before the first dot.";
    }
}

codes!(OwnFacetError = "facet.malformed", "Name the facet with a prefix and a colon, as `acme:store`.");

codes!(CurrencyError = "currency.malformed", "Give the three capital letters of the currency.");

codes!(UnknownWord = "word.unknown", "Use one of the words that the message lists.");
codes!(LocaleError = "locale.malformed", "Give a BCP 47 tag with hyphens, such as `de` or `de-AT`.");
