//! Who says again what a noun tells (جددت [s الوزارة] التأكيد على، كرر [s الوزير] الدعوة إلى): they
//! stand between the verb and the noun, which is the cue.

use super::{site::Site, sources::Source};
use crate::analysis::{
    context::Context,
    cues::{self, CueWord, Shape},
    grammar::Class,
};

/// How far before the noun its verb may stand, in tokens.
const REACH: usize = 8;

/// The source, if the cue of a site is such a noun.
pub fn of(c: &Context, site: &Site) -> Option<Source> {
    let verb = verb(c, site.token)?;
    let first = verb + 1;
    let noun = first < site.token && c.class(first).is_none();
    noun.then_some((first, site.token))
}

/// Whether a form of جدد stands before what is said again (وجدد الوزير رفضه، مجددا دعم بلاده
/// للسلام): the noun is the content.
pub fn stance(c: &Context, cue: usize) -> bool {
    const STANCES: [&str; 21] = [
        "تاكيد",
        "رفض",
        "دعم",
        "تمسك",
        "التزام",
        "ادانه",
        "تحذير",
        "دعوه",
        "مطالبه",
        "شكر",
        "ثقه",
        "استعداد",
        "حرص",
        "تاييد",
        "وقوف",
        "موقف",
        "عزم",
        "تضامن",
        "استنكار",
        "ترحيب",
        "تعهد",
    ];
    let key = c.key(cue);
    let key = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let verb = matches!(
        key,
        "جدد" | "جددت" | "يجدد" | "تجدد" | "جددوا" | "كرر" | "كررت"
    );
    let participle = matches!(key, "مجددا" | "مجدده" | "مجددين" | "مكررا" | "مكرره");
    let stance = |at: usize| {
        let word = c.slice(at, at + 1);
        let key = c.key(at);
        let owned = ["ها", "هم", "ه"].iter().find_map(|p| key.strip_suffix(p));
        let noun = owned.filter(|_| !word.ends_with('ة')).unwrap_or(key);
        let noun = noun
            .strip_prefix("ال")
            .filter(|_| participle)
            .unwrap_or(noun);
        let feminine = noun.strip_suffix('ت').map(|noun| format!("{noun}ه"));
        let is = |noun: &str| STANCES.contains(&noun);
        is(noun) || feminine.is_some_and(|noun| is(&noun))
    };
    let (_, end) = c.sentence(cue);
    let mut near = (cue + 1..end.min(cue + REACH)).take_while(|at| !c.is_mark(*at));
    participle && stance(cue + 1) || verb && near.any(stance)
}

/// مجددا where it is no adverb, but who renews what stands behind it (، مجددا رفضه أي تدخل).
pub fn again(c: &Context, token: usize) -> Option<CueWord> {
    let key = c.key(token);
    let joined = key.starts_with('و') || token.checked_sub(1).is_some_and(|at| c.is_comma(at));
    let participle = matches!(key, "مجددا" | "ومجددا") && joined && stance(c, token);
    participle.then(|| cues::word(key)).flatten()
}

/// Whether a noun of saying surely reports what stands behind it, as a verb says it again.
pub fn is_at(c: &Context, cue: usize) -> bool {
    let governs = matches!(c.class(cue + 1), Some(Class::Ala | Class::Ila))
        || c.class(cue + 1).is_some_and(Class::is_that);
    governs && verb(c, cue).is_some()
}

/// The verb by which the noun at a token is said again.
fn verb(c: &Context, cue: usize) -> Option<usize> {
    let masdar = c
        .word(cue)
        .cue
        .is_some_and(|word| word.entry.shape == Shape::Masdar);
    if !masdar
        || !matches!(
            c.key(cue),
            "التاكيد" | "الدعوه" | "المطالبه" | "التعهد" | "الوعد"
        )
    {
        return None;
    }
    let (start, _) = c.sentence(cue);
    let near = cue.saturating_sub(REACH).max(start);
    let again = |at: &usize| {
        let key = c.key(*at);
        let key = key.strip_prefix(['و', 'ف']).unwrap_or(key);
        let key = key.strip_suffix('ت').unwrap_or(key);
        matches!(
            key,
            "جدد" | "كرر" | "اعاد" | "يجدد" | "تجدد" | "يكرر" | "تكرر" | "واصل"
        )
    };
    let verb = (near..cue).rev().find(again)?;
    let plain = |at: usize| !c.is_mark(at) && !c.class(at).is_some_and(Class::complementizer);
    (verb + 1..cue).all(plain).then_some(verb)
}
