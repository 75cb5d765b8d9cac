//! Findings of policies. The page of findings pins their texts.

use crate::findings::examples::examples;
use crate::messages::Texts;

pub(crate) fn texts() -> Texts {
    let mut texts = Texts::default();
    examples().into_iter().for_each(|finding| texts.seen(finding));
    texts
}
