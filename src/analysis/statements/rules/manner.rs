//! How something is said, beside what is (أدانت كمرانيا [بأشد العبارات] الهجوم، نفت الشركة [نفيا
//! قاطعا] وجود): none of it opens a content.

use crate::analysis::{
    context::{Affixes, Context},
    cues,
};

/// The token behind such words that open at `token`, which `Holds::MANNER` has to know, or a mark.
pub fn behind(c: &Context, cue: usize, token: usize) -> Option<usize> {
    // أدانت قطر «بأشد العبارات» الهجوم.
    if let Some(quote) = c.quote_at(token) {
        let inside = token + 1;
        let how = matches!(c.key(inside), "باشد" | "بشده" | "بقوه" | "نفيا" | "رفضا");
        return (quote.closed && quote.len() <= 3 && how).then_some(quote.close + 1);
    }
    let two = match c.key(token) {
        "باشد" | "باقسي" | "باقوي" => {
            matches!(c.key(token + 1), "العبارات" | "الكلمات" | "اللهجات")
        }
        "جمله" => c.is(token + 1, "وتفصيلا"),
        // إدانة شديدة.
        "ادانه" => c.key(token + 1).ends_with('ه') && !c.has_article(token + 1),
        "بشكل" | "بصوره" | "بطريقه" | "بلهجه" => c.word(token + 1).open,
        _ => c.ends_in(token + 1, Affixes::ALIF) && is_cognate(c, cue, token),
    };
    two.then_some(token + 2)
}

/// Whether the masdar of the verb itself stands at a token, in the accusative (نفت … نفيا).
fn is_cognate(c: &Context, cue: usize, token: usize) -> bool {
    let verb = |key: &str| cues::word(key).map(|word| word.entry.verb);
    let masdar = c.key(token).strip_suffix('ا');
    let own = c.word(cue).cue.map(|word| word.entry.verb);
    own.is_some() && masdar.is_some_and(|masdar| verb(masdar) == own)
}
