//! Findings of policies. The page of findings pins their texts.

use crate::findings::examples::examples;
use crate::messages::Texts;

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    for finding in examples() {
        texts.seen(finding);
    }
    texts
}
