//! Words whose spelling tells them apart from those that folded look like them: دعى is a misspelt دعا
//! and no passive, عدّ holds somebody to be something as اعتبر does, and promises nothing as وعد does.

use super::{
    context::Word,
    lexicon::Words,
    tokens::{TokenKind, Tokens},
    word,
};

/// How those words begin, folded, behind و and ف.
const STEMS: [&str; 2] = ["دعي", "عد"];

/// The tokens that are such words, each with what is known of the word that it stands for.
pub fn all(text: &str, tokens: &Tokens, lists: &Words) -> Vec<(usize, Word)> {
    let looks_so = |token: usize| {
        let key = tokens.key(token);
        let bare = key.strip_prefix(['و', 'ف']).unwrap_or(key);
        STEMS.iter().any(|stem| bare.starts_with(stem)) && bare.chars().count() < 7
    };
    if !tokens.met().iter().any(|met| looks_so(met.first)) {
        return Vec::new();
    }
    let of = |token: usize| {
        let written = text.get(tokens.span(token).range())?;
        let key = stands_for(tokens.key(token), written)?;
        let word = word::look_up(&key, TokenKind::Word, lists.get(token));
        word.cue.is_some().then_some((token, word))
    };
    let like = (0..tokens.len()).filter(|token| tokens.is_word(*token) && looks_so(*token));
    like.filter_map(of).collect()
}

/// The folded word for which another stands that is written so.
fn stands_for(key: &str, written: &str) -> Option<String> {
    if written.ends_with("دعى") {
        return Some(key.replace("دعي", "دعا"));
    }
    let doubled = written
        .trim_start_matches(['و', 'ف', '\u{64e}'])
        .starts_with("عد\u{651}")
        || written
            .trim_start_matches(['و', 'ف'])
            .starts_with("عَد\u{651}");
    // عدّة, عدّاد: nouns.
    let verb = !written.ends_with('ة') && !key.contains("عدا") && !key.contains("عدي");
    (doubled && verb).then(|| key.replacen("عد", "اعتبر", 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_letters_and_a_final_alif_tell() {
        assert_eq!(stands_for("ودعي", "ودعى").as_deref(), Some("ودعا"));
        assert_eq!(stands_for("دعي", "دُعي"), None);
        assert_eq!(stands_for("وعدت", "وعدّت").as_deref(), Some("واعتبرت"));
        assert_eq!(stands_for("وعدت", "وعدت"), None);
        assert_eq!(stands_for("عده", "عدّه").as_deref(), Some("اعتبره"));
        assert_eq!(stands_for("عده", "عدّة"), None);
    }
}
