//! Definite words that are no adjectives of what stands before them (أرجع المدير [السبب] إلى): those
//! have both genders, and the news knows of these only one.

use compact_str::CompactString;

use super::juncture::{BESIDE, NOUNS, is_broken};
use crate::analysis::{
    context::Context,
    lexicon::{Classes, hash_word},
    mentions::vocabulary,
    stem,
};

/// Whether a definite word is no adjective: those have both genders, and the news knows of
/// it only one (الإدارة, الهبوط; but الجديد and الجديدة).
pub fn is_at(c: &Context, token: usize) -> bool {
    // Short ones that go with what stands before them all the same (الفريق الضيف، اللاعبون الجدد).
    const GO_ALONG: [&str; 26] = [
        "الاول",
        "الاخر",
        "الاقل",
        "الاهم",
        "الاشد",
        "الاحد",
        "السبت",
        "اليوم",
        "الروس",
        "العرب",
        "الجدد",
        "الخام",
        "البعض",
        "الركن",
        "العضو",
        "الذكر",
        "الرجل",
        "الابن",
        "النجم",
        "الضيف",
        "الخصم",
        "الجار",
        "الفرد",
        "الوسط",
        "الشيخ",
        "العام",
    ];
    let key = c.key(token);
    let known = |word: &str| vocabulary::look_up(hash_word(word)).is_some();
    let relation = key.ends_with('ي') || key.ends_with("يه");
    let most = key.chars().nth(2) == Some('ا') && key.chars().count() < 8;
    let long = key.chars().count() > 4 && !GO_ALONG.contains(&key);
    // المعترف بها، المكلفة الحالات: participles, which govern as verbs do.
    let before = c.key(token - 1);
    let nisba = before.ends_with('ي') || before.ends_with("يه");
    let called = c.has(token - 1, BESIDE.union(NOUNS));
    let participle = key.starts_with("الم") || before.starts_with("الم") && !nisba && !called;
    if participle
        || key == "الشباب"
        || relation
        || most
        || !long
        || !key.starts_with("ال")
        || c.has(token, Classes::NUMBER_WORD | Classes::NATIONALITY)
    {
        return false;
    }
    match key.strip_suffix('ه') {
        Some(masculine) => c.slice(token, token + 1).ends_with('ة') && !known(masculine),
        None if key.ends_with("ات") => {
            !c.key(token - 1).ends_with("ات") && !is_broken(stem::noun(c.key(token - 1)))
        }
        None => is_rarer(&feminine(key), key) && !key.ends_with("ين") && !key.ends_with("ون"),
    }
}

/// Whether the news knows a word, and another by far less or not at all (القرارة beside القرار).
fn is_rarer(other: &str, word: &str) -> bool {
    const FAR: u8 = 4;
    let frequency = |word: &str| vocabulary::look_up(hash_word(word)).map(|w| w.frequency);
    frequency(word).is_some_and(|own| frequency(other).is_none_or(|other| other + FAR <= own))
}

fn feminine(key: &str) -> CompactString {
    let mut word = CompactString::from(key);
    word.push('ه');
    word
}
