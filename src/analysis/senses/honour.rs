//! How somebody in high office is addressed, man or woman: before a name (معالي فلان), or with a
//! pronoun in place of it (معاليه).

use super::{Senses, is};

/// Whether a word, folded, is a form of address before a name.
///
/// ```
/// use qawl::analysis::senses;
///
/// assert!(senses::is_honour("فخامه"));
/// assert!(!senses::is_honour("عضو"));
/// ```
pub fn is_honour(word: &str) -> bool {
    is(word, Senses::EITHER) && word != "عضو"
}

/// Whether a word, folded, is a form of address with a pronoun.
///
/// ```
/// use qawl::analysis::senses;
///
/// assert!(senses::is_his_honour("معاليه"));
/// assert!(senses::is_his_honour("وجلالتها"));
/// assert!(!senses::is_his_honour("معالي"));
/// ```
pub fn is_his_honour(word: &str) -> bool {
    let word = word.strip_prefix('و').unwrap_or(word);
    let noun = word.strip_suffix("ها").or_else(|| word.strip_suffix('ه'));
    noun.is_some_and(|noun| {
        let feminine = noun.strip_suffix('ت').map(|noun| format!("{noun}ه"));
        is_honour(noun) || feminine.is_some_and(|noun| is_honour(&noun))
    })
}
