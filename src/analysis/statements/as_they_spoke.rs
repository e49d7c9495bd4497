//! How somebody was as they spoke (وقال الرجل [باكيا]: «…»، وأضافت [منفعلة]): no part of who
//! speaks, nor anybody by itself.

use crate::analysis::{
    context::{Context, Mark},
    grammar::Class,
};

/// Participles and adjectives for how one speaks, in the masculine.
const HOW: [&str; 40] = [
    "باكي",
    "غاضب",
    "ضاحك",
    "ساخر",
    "مبتسم",
    "متهكم",
    "مازح",
    "ممازح",
    "حزين",
    "منفعل",
    "متاثر",
    "مستغرب",
    "مندهش",
    "متحسر",
    "متنهد",
    "مرتبك",
    "محتد",
    "هازئ",
    "مستهزئ",
    "مستنكر",
    "متعجب",
    "متحمس",
    "متفاخر",
    "مفتخر",
    "معاتب",
    "عاتب",
    "مذهول",
    "مصدوم",
    "خائف",
    "متوتر",
    "متلعثم",
    "صارخ",
    "هامس",
    "باسم",
    "متالم",
    "حاسم",
    "جازم",
    "مودع",
    "متذمر",
    "مستاء",
];

/// Whether such a word stands at a token, behind the verb or who speaks.
pub fn is_at(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let masculine = key.strip_suffix('ا').or_else(|| {
        key.strip_suffix('ه')
            .filter(|_| c.slice(token, token + 1).ends_with('ة'))
    });
    masculine.is_some_and(|how| HOW.contains(&how)) && c.mention(token).is_none()
}

/// Whether a word right behind a verb of saying only tells that, before the words themselves: in
/// the accusative no list is needed.
pub fn stands_alone(c: &Context, token: usize) -> bool {
    let Some(verb) = token.checked_sub(1) else {
        return false;
    };
    let says = c.word(verb).says() && c.word(verb).finite;
    if !says {
        return false;
    }
    let next = token + 1;
    let opens = c.mark(next) == Mark::Colon
        || c.quote_opening(next).is_some()
        || c.class(next).is_some_and(Class::is_that);
    let key = c.key(token);
    // وقال والدها إن: somebody.
    let whose = key.ends_with("ها") || key.ends_with("نا");
    let mut letters = key.chars();
    let (first, second) = (letters.next(), letters.next());
    let participle = first == Some('م') || second == Some('ا') && letters.count() == 3;
    let accusative = key.ends_with('ا') && participle && !whose && !c.has_article(token);
    let named = c.mention(token).is_some();
    is_at(c, token) || accusative && opens && c.word(token).open && !named
}
