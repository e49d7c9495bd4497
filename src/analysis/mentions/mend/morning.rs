//! صباح before a day (قال نبيل محمد [صباح] الأحد): the time, and not the last part of a name, as it is
//! in جابر صباح.

use super::{Around, is_of};
use crate::{
    analysis::{lexicon::Classes, mentions::tagger::Tagged},
    annotations::EntityType,
};

/// The names without it at their ends.
pub fn cut(text: Around, mut names: Vec<Tagged>) -> Vec<Tagged> {
    for name in &mut names {
        let (first, end, kind) = *name;
        let last = end - 1;
        let morning = last > first && text.tokens.key(last) == "صباح" && is_day(text, end);
        if morning && is_of(*name, EntityType::Per) {
            *name = (first, last, kind);
        }
    }
    names
}

/// Whether a day stands at a token.
fn is_day(text: Around, token: usize) -> bool {
    text.words.is(token, Classes::DAY)
        || matches!(
            text.tokens.key(token),
            "اليوم" | "امس" | "الامس" | "غد" | "يوم"
        )
}
