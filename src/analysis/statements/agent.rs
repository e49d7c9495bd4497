//! A noun of saying with whose it is behind it, and what is said (رغم تهديد [s كمرانيا] بإغلاق
//! المضيق، بعد إعلان [s الجيش] أن، رحبت بإعلان [s الحكومة] وقف النار): of eleven such nouns of the
//! articles with gold ten report.
//!
//! اتهام، مطالبة and their like in the singular have behind them whom they are about.

use super::{
    juncture, phrases,
    site::{Site, SiteKind},
    sources::Source,
};
use crate::{
    analysis::{
        context::Context,
        cues::{CueWord, Government, Shape, SpeechAct},
        grammar::Class,
        lexicon::Classes,
        senses::Senses,
    },
    annotations::EntityType,
};

/// The longest agent, and what may be said to whom behind it, in tokens.
const LONGEST: usize = 12;

/// Whose a noun of saying is, and where what it governs opens.
#[derive(Clone, Copy, Debug)]
pub struct Agent {
    /// The words that name them.
    pub source: Source,
    /// What links the content, or its first word.
    pub link: usize,
}

/// The source of a site that is such a noun.
pub fn source(c: &Context, site: &Site) -> Option<Source> {
    match site.kind {
        SiteKind::Cue(_) => of(c, site.token).map(|agent| agent.source),
        _ => None,
    }
}

/// The agent of the noun of saying at a token.
pub fn of(c: &Context, cue: usize) -> Option<Agent> {
    let word = c.word(cue).cue?;
    let from = c.class(cue + 1) == Some(Class::Min);
    let first = cue + 1 + usize::from(from);
    if !is_noun(c, cue, &word) || !speaks(c, first) {
        return None;
    }
    let (_, end) = c.sentence(cue);
    let mut last = first + 1;
    if let Some(name) = c.mention(first) {
        last = last.max(name.end);
    }
    let mut hearer = None;
    for at in last..end.min(first + LONGEST) {
        if governs(c, &word, at) || hearer.is_none() && is_object(c, &word, first, at) {
            let source = phrases::finished(c, first, hearer.unwrap_or(at))?;
            return Some(Agent { source, link: at });
        }
        let to = c.class(at) == Some(Class::PrepositionPronoun)
            || c.word(at).preposition == Some(Government::LI)
            || c.key(at).starts_with("لل");
        if to && hearer.is_none() {
            hearer = Some(at);
        }
        let closed =
            c.is_mark(at) && c.quote_opening(at).is_none() && c.quote_closing(at).is_none();
        if closed || phrases::is_verb(c, at) || c.class(at).is_some_and(Class::complementizer) {
            return None;
        }
    }
    None
}

/// Whether a word is a noun of saying in the indefinite, whose genitive is who says it.
fn is_noun(c: &Context, cue: usize, word: &CueWord) -> bool {
    use SpeechAct::{Asking, Blaming, Praising};
    if word.entry.shape != Shape::Masdar || word.entry.pronoun {
        return false;
    }
    let key = c.key(cue).trim_start_matches(['و', 'ف']);
    let several = key.ends_with("ات");
    // اتهامات من الاتحاد بـ.
    let from = c.class(cue + 1) == Some(Class::Min);
    let about = matches!(word.entry.act, Asking | Blaming | Praising) && !several && !from;
    let call = key.ends_with("دعوه");
    !key.trim_start_matches(['ب', 'ل', 'ك']).starts_with("ال")
        && !key.starts_with("لل")
        && (!about || call)
}

/// Whether somebody or a body opens at a token.
fn speaks(c: &Context, token: usize) -> bool {
    let named = c.mention(token).map(|m| {
        m.first == token && matches!(m.kind, EntityType::Per | EntityType::Org | EntityType::Loc)
    });
    let plain = c.class(token).is_none() && c.word(token).cue.is_none_or(|cue| !cue.waw);
    let noun = || {
        let known = c.has(
            token,
            Classes::TITLE | Classes::ORG_HEAD | Classes::SOURCE_NOUN,
        );
        (known || c.means(token, Senses::ONE_OF)) && c.lists.get(token).proclitics == 0
    };
    plain && named.unwrap_or_else(noun)
}

/// Whether what the noun governs opens at a token.
fn governs(c: &Context, word: &CueWord, token: usize) -> bool {
    let government = word.entry.government;
    let clause = c.class(token).is_some_and(Class::is_that);
    let preposition = c
        .word(token)
        .preposition
        .filter(|_| !c.key(token).starts_with("باسم"));
    let own = preposition.is_some_and(|p| government.contains(p) && p != Government::LI);
    clause && government.contains(Government::CLAUSE) || own
}

/// Whether the noun opens there that is told (إعلان الحكومة [وقف] النار).
fn is_object(c: &Context, word: &CueWord, first: usize, token: usize) -> bool {
    word.entry.government.contains(Government::OBJECT)
        && c.tokens.is_word(token)
        && c.mention(token).is_none()
        && !c.has_article(token)
        && !c.has(token, Classes::SPEAKER | Classes::TIME_NOUN)
        && juncture::is_at(c, first, token)
}
