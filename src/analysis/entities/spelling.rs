//! Two spellings of one name: ترمب and ترامب, غرينوف and جرينوف.
//!
//! Foreign names come into Arabic without a rule for their vowels and for g, p,
//! v, th; a [`skeleton`] of the firm consonants finds what may be the same word,
//! and [`distance`] weighs the letters that differ.

pub use crate::analysis::normalize::without_article;
use crate::analysis::{hash::WordsHash, narrow::to_u32};

/// Letters that writers exchange for one another, by the sound they stand for:
/// غ، ج، ق and ك for g; ط and ت for t.
const SOUNDS: [&str; 9] = [
    "غجقكگ",
    "طتثچ",
    "سصشث",
    "زذظ",
    "دضذ",
    "فڤوب",
    "خحه",
    "بپ",
    "جچشژ",
];

/// The words longer than this, in letters, have no other spelling.
const LONGEST: usize = 20;

/// The firm consonants of a folded word, appended to `out`: article, vowels,
/// hamzas and doubled letters left out, letters of one sound made one.
///
/// ```
/// use qawl::analysis::entities::spelling::skeleton;
///
/// let of = |word| {
///     let mut key = String::new();
///     skeleton(word, &mut key);
///     key
/// };
/// assert_eq!(of("ترمب"), of("ترامب"));
/// assert_eq!(of("غرينوف"), of("جرينوف"));
/// assert_ne!(of("كيري"), of("بوتين"));
/// ```
pub fn skeleton(word: &str, out: &mut String) {
    let stem = without_article(word);
    let begin = out.len();
    let mut last = None;
    for c in ending_off(stem).chars() {
        if is_vowel(c) {
            continue;
        }
        let sound = sound(c);
        if last != Some(sound) {
            out.push(sound);
        }
        last = Some(sound);
    }
    if out.len() == begin {
        out.push_str(stem);
    }
}

/// The hash of the skeletons of words, each of which is put together in `key`.
pub fn sounds<'w>(words: impl Iterator<Item = &'w str>, key: &mut String) -> u64 {
    let mut hash = WordsHash::default();
    for word in words {
        key.clear();
        skeleton(word, key);
        hash.push(key);
    }
    hash.value()
}

fn ending_off(word: &str) -> &str {
    let short = word.chars().nth(2).is_none();
    word.strip_suffix('ه').filter(|_| !short).unwrap_or(word)
}

/// The long vowels and all that a hamza sits on.
fn is_vowel(c: char) -> bool {
    matches!(c, 'ا' | 'و' | 'ي' | 'ء' | 'ؤ' | 'ئ')
}

/// One letter for all of a sound, for skeletons.
fn sound(c: char) -> char {
    match c {
        'غ' | 'ج' | 'ق' | 'ك' | 'گ' => 'ك',
        'ط' | 'ت' | 'ث' => 'ت',
        'س' | 'ص' | 'ش' | 'چ' | 'ژ' => 'س',
        'ز' | 'ظ' => 'ز',
        'د' | 'ذ' | 'ض' => 'د',
        'ف' | 'ڤ' => 'ف',
        'ب' | 'پ' => 'ب',
        'خ' | 'ح' | 'ه' => 'ه',
        _ => c,
    }
}

/// How far two folded words are apart, in tenths of a letter; nothing where
/// they are not the same name by any usual change of spelling.
///
/// ```
/// use qawl::analysis::entities::spelling::distance;
///
/// assert_eq!(distance("لافروف", "لافروف"), Some(0));
/// assert!(distance("نتنياهو", "نتانياهو").is_some());
/// assert!(distance("العمري", "العامري").is_none());
/// assert!(distance("كيري", "كارني").is_none());
/// ```
pub fn distance(a: &str, b: &str) -> Option<u32> {
    if a == b {
        return Some(0);
    }
    let (first, second) = (without_article(a), without_article(b));
    let articles = [first.len() < a.len(), second.len() < b.len()];
    let mut cost = 0;
    if articles[0] != articles[1] {
        cost += 3;
    }
    let left: Vec<char> = first.chars().take(LONGEST + 1).collect();
    let right: Vec<char> = second.chars().take(LONGEST + 1).collect();
    if left.len().max(right.len()) > LONGEST || left.len().abs_diff(right.len()) > 3 {
        return None;
    }
    cost += edits(&left, &right);
    let shorter = to_u32(left.len().min(right.len()));
    // What carries an article is Arabic, and its vowels tell names apart.
    let limit = if articles[0] || articles[1] {
        3
    } else {
        (shorter + 3).min(10)
    };
    (cost <= limit && shorter > 1).then_some(cost)
}

/// The cheapest way from one word to the other.
fn edits(a: &[char], b: &[char]) -> u32 {
    let mut row = [0; LONGEST + 1];
    let mut cost = 0;
    for (j, cell) in row.iter_mut().skip(1).take(b.len()).enumerate() {
        cost += gap(b, j);
        *cell = cost;
    }
    for (i, x) in a.iter().enumerate() {
        let own = gap(a, i);
        let [first, cells @ ..] = &mut row;
        let mut diagonal = *first;
        *first += own;
        let mut left = *first;
        for ((j, y), cell) in b.iter().enumerate().zip(cells) {
            let change = diagonal + exchange(*x, *y);
            let gaps = (*cell + own).min(left + gap(b, j));
            diagonal = *cell;
            *cell = change.min(gaps);
            left = *cell;
        }
    }
    row.get(b.len()).copied().unwrap_or(NEVER)
}

/// No usual change.
const NEVER: u32 = 100;

/// What it costs that only one of two words has its letter at `at`.
fn gap(word: &[char], at: usize) -> u32 {
    let Some(&c) = word.get(at) else {
        return NEVER;
    };
    let ends = at + 1 == word.len();
    let before = at.checked_sub(1).and_then(|before| word.get(before));
    let doubled = before == Some(&c);
    match c {
        'ء' => 1,
        'ه' | 'ا' if ends => 3,
        _ if doubled => 3,
        'ا' | 'ئ' | 'ؤ' => 4,
        'ي' | 'و' => 5,
        _ => NEVER,
    }
}

/// What it costs to write one letter for another.
fn exchange(a: char, b: char) -> u32 {
    if a == b {
        return 0;
    }
    let pair = |x: char, y: char| (a == x && b == y) || (a == y && b == x);
    if pair('ؤ', 'و') || pair('ئ', 'ي') || pair('ء', 'ا') || pair('ئ', 'ا') {
        return 1;
    }
    if pair('ا', 'ه') {
        return 3;
    }
    if is_vowel(a) && is_vowel(b) {
        return 7;
    }
    let one_sound = |s: &str| s.contains(a) && s.contains(b);
    if SOUNDS.iter().any(|s| one_sound(s)) {
        4
    } else {
        NEVER
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_changes_are_near() {
        for (a, b) in [
            ("ترمب", "ترامب"),
            ("غالياردي", "جالياردي"),
            ("شتاينر", "ستاينر"),
            ("فيكتور", "فكتور"),
            ("شئون", "شؤون"),
            ("هولاند", "هولاندا"),
            ("اسحاق", "اسحق"),
        ] {
            assert!(distance(a, b).is_some(), "{a} {b}");
            let (mut x, mut y) = (String::new(), String::new());
            skeleton(a, &mut x);
            skeleton(b, &mut y);
            assert_eq!(x, y, "{a} {b}");
        }
    }

    #[test]
    fn other_names_are_far() {
        for (a, b) in [
            ("كيري", "ساري"),
            ("الحربي", "الحارثي"),
            ("العمري", "العماري"),
            ("بوش", "باش"),
            ("لي", "لو"),
            ("", "ا"),
        ] {
            assert_eq!(distance(a, b), None, "{a} {b}");
        }
    }
}
