//! The letter that stands for a speaker where there is no room for a name, and
//! the signs of kinds: meaning never rests on colour alone.

use super::words::Language;
use crate::annotations::Kind;

/// The letters in the order in which Arabic numbers its points.
const ARABIC: [char; 28] = [
    'أ', 'ب', 'ج', 'د', 'ه', 'و', 'ز', 'ح', 'ط', 'ي', 'ك', 'ل', 'م', 'ن', 'س', 'ع', 'ف', 'ص', 'ق',
    'ر', 'ش', 'ت', 'ث', 'خ', 'ذ', 'ض', 'ظ', 'غ',
];

/// The letter of the speaker with that number; two letters once they run out,
/// and those again after all pairs.
///
/// ```
/// use qawl::browser::letters::letter;
/// use qawl::browser::words::Language;
///
/// assert_eq!(letter(Language::English, 1), "B");
/// assert_eq!(letter(Language::English, 26), "AA");
/// assert_eq!(letter(Language::Arabic, 2), "ج");
/// ```
pub fn letter(language: Language, number: usize) -> String {
    let latin: Vec<char> = ('A'..='Z').collect();
    let letters = match language {
        Language::Arabic => ARABIC.as_slice(),
        Language::English => latin.as_slice(),
    };
    let at = |i: usize| letters.get(i % letters.len()).copied();
    let first = (number / letters.len()).checked_sub(1).and_then(at);
    first.into_iter().chain(at(number)).collect()
}

/// The sign of a kind of statement: quotation marks, a wave, or both.
pub const fn kind_sign(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "«»",
        Kind::Indirect => "~",
        Kind::Mixed => "«~»",
    }
}
