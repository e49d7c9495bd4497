//! What each token of an article looks like to the models of statements, worked out
//! once: they ask it of every token around each place where something may be said.

use super::{
    memo::ByForm,
    mentions::NameMention,
    narrow::to_u16,
    tokens::Tokens,
    word::{NOTHING, Word},
};

/// What a token looks like. The name that it is part of says more than an open word
/// does.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// To the models of readings and ends.
    pub at_site: u16,
    /// To the model of sources.
    pub in_source: u16,
}

/// What stands past the ends of a text.
pub(super) static NO_TOKEN: Look = Look {
    at_site: NOTHING.look,
    in_source: NOTHING.in_source,
};

/// The looks of all tokens.
pub fn all(tokens: &Tokens, words: &ByForm<Word>, mentions: &[NameMention]) -> Vec<Look> {
    let of_word = |word: &Word| Look {
        at_site: word.look,
        in_source: word.in_source,
    };
    let mut looks = words.of_tokens(of_word);
    for mention in mentions {
        for token in mention.first..mention.end {
            let open = words.get(token).is_some_and(|word| word.open);
            if let Some(look) = looks.get_mut(token).filter(|_| open) {
                let named = named(tokens, token, mention);
                (look.at_site, look.in_source) = (named, named);
            }
        }
    }
    looks
}

/// What a token of a name looks like: which sort, whether the name begins here, and
/// the proclitic that leans on it (لرويترز is a hearer, وكيري a second speaker).
pub fn named(tokens: &Tokens, token: usize, mention: &NameMention) -> u16 {
    let begins = mention.first == token;
    let joined = begins && tokens.span_of(token, token + 1).start < mention.span.start;
    let proclitic = match tokens.key(token).chars().next() {
        Some('و') if joined => 1,
        Some('ل') if joined => 2,
        Some(_) if joined => 3,
        _ => 0,
    };
    0x500 | to_u16(mention.kind as usize) | u16::from(begins) << 4 | proclitic << 5
}
