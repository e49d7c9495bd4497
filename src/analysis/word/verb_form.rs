//! Verbs that report nothing: told by their form alone, as the news knows them with another
//! prefix, or without their ending (يعاني، وأغلقت), or by a list (التقى، زار).

use std::sync::LazyLock;

use compact_str::CompactString;

use super::own_letters;
use crate::analysis::{
    entries::entries, hash::Set, lexicon::hash_word, mentions::vocabulary, normalize::fold,
};

static PAST: LazyLock<Set<String>> = LazyLock::new(|| {
    let verbs = entries(include_str!("../lexicon/ar/verbs.txt"));
    verbs.map(fold).collect()
});

/// Whether a word is a verb in the imperfect that no list knows (يعاني، ويشمل): the news
/// knows the same with ت or with س before it, or it is in the plural.
pub(super) fn imperfect(key: &str) -> bool {
    const NOUNS: [&str; 5] = ["يوما", "يومي", "يورو", "يمني", "يدها"];
    const SHORT: [&str; 8] = ["يتم", "يجب", "يعد", "يصل", "يضم", "يمر", "يقع", "يقف"];
    let key = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    if is_future(key) {
        return true;
    }
    // تبدو، تدعون: no noun ends so.
    // تتعرض: a masdar with two ت (تتويج) has no form with ي.
    let hers = key.starts_with('ت')
        && (key.ends_with('و') || key.ends_with("ون") || key.starts_with("تت"));
    let first = if hers { 'ت' } else { 'ي' };
    let Some(rest) = key.strip_prefix(first) else {
        return false;
    };
    let long = rest.chars().count() > 2 || SHORT.contains(&key);
    let several = rest.chars().count() > 3 && (rest.ends_with("ون") || rest.ends_with("وا"));
    let likely = match first {
        'ت' => known('ي', rest),
        _ => several || known('ت', rest) || known('س', key),
    };
    long && !NOUNS.contains(&key) && likely
}

/// Whether the news knows a word in ت as a verb in ي, too (تشمل; not تقرير).
pub fn is_hers(key: &str) -> bool {
    let rest = key.strip_prefix('ت');
    rest.is_some_and(|rest| rest.chars().count() > 2 && known('ي', rest))
}

/// Whether a word is the future of a verb that the news knows in both persons (ستبقى، سيبدأ).
fn is_future(key: &str) -> bool {
    let rest = key.strip_prefix("ست").or_else(|| key.strip_prefix("سي"));
    // سيارة, سياسي are none; سيأتي is.
    let noun = |rest: &str| rest.chars().count() < 3 || rest.starts_with('ا') && rest != "اتي";
    rest.is_some_and(|rest| !noun(rest) && known('ي', rest) && known('ت', rest))
}

/// Whether the news knows a word with that letter before it.
fn known(first: char, rest: &str) -> bool {
    let mut word = CompactString::default();
    word.push(first);
    word.push_str(rest);
    vocabulary::look_up(hash_word(&word)).is_some()
}

/// Whether a word is a form of a verb in the list (زار، والتقت، زاروا، التقينا).
pub(super) fn listed(key: &str) -> bool {
    let key = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    if PAST.contains(key) {
        return true;
    }
    let endings = ["ت", "وا", "نا"];
    let stem = endings.iter().find_map(|ending| key.strip_suffix(ending));
    stem.is_some_and(|stem| {
        // التقت, of التقى.
        PAST.contains(stem) || PAST.contains(format!("{stem}ي").as_str())
    })
}

/// Whether a word is a verb in the past that no list knows and that agrees with a feminine
/// (أغلقت، وأعطت): without its ت the news knows it, too.
pub(super) fn past_of_hers(key: &str) -> bool {
    const NOUNS: [&str; 10] = [
        "صوت",
        "وقت",
        "بيت",
        "بنت",
        "توقيت",
        "انترنت",
        "زيت",
        "صمت",
        "كويت",
        "تحت",
    ];
    let key = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let Some(rest) = key
        .strip_suffix('ت')
        .filter(|rest| rest.chars().count() >= 3)
    else {
        return false;
    };
    let noun = rest.ends_with('ا') || own_letters::has_article(key) || NOUNS.contains(&key);
    let mut weak = CompactString::from(rest);
    weak.push('ي');
    let known = |word: &str| vocabulary::look_up(hash_word(word)).is_some();
    !noun && (known(rest) || known(&weak))
}
