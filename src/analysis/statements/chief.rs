//! Who is the first of several, by كبير and a plural in the genitive (وقال [s كبير المحللين في البنك
//! سمير حداد] إن): an adjective elsewhere, it opens the phrase here.

use super::{
    phrases,
    site::Site,
    sources::{LONGEST, Source},
};
use crate::analysis::{context::Context, senses::Senses};

/// The phrase, if it stands right behind the verb of a site.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    site.verb()?;
    let first = site.token + 1;
    if !opens(c, first) {
        return None;
    }
    let (_, end) = c.sentence(site.token);
    let last = phrases::longest(c, first, end.min(first + LONGEST))?;
    // كبير الخبراء «الأزمة عابرة».
    let last = last - usize::from(c.quote_opening(last - 1).is_some());
    let word = c.word(last);
    let closed =
        c.is_mark(last) || word.class.is_some() || word.preposition.is_some() || c.is(last, "ب");
    (closed && last > first + 1).then_some((first, last))
}

/// Whether كبير and those whose first somebody is stand at a token.
pub(super) fn opens(c: &Context, token: usize) -> bool {
    let noun = token + 1;
    let key = c.key(noun);
    let several = key.starts_with("ال") && key.ends_with("ين")
        || c.stem_means(noun, Senses::PLURAL)
        || key.ends_with('ي') && c.has_article(noun + 1);
    matches!(c.key(token), "كبير" | "كبيره") && several && c.mention(noun).is_none()
}
