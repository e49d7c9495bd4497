//! A headline's verb in the present that asks, promises, threatens or blames, behind who does (الأرصاد
//! تحذر من [q موجة حر]، النقابة تهدد [q بالإضراب]).

use super::super::second_clause;
use crate::analysis::statements::site::Site;
use crate::analysis::{
    context::{Context, Mark},
    cues::{Agreement, Shape, SpeechAct, Weight},
    grammar::Class,
    lexicon::Classes,
    senses::Senses,
};

/// The longest subject, in tokens.
const LONGEST: usize = 4;

/// Whether a cue is such a verb, with what it governs right behind it.
pub fn is_at(c: &Context, site: &Site) -> bool {
    use SpeechAct::{Asking, Blaming, Praising, Promising};
    let token = site.token;
    let Some(cue) = site.verb().filter(|_| c.in_headline(token)) else {
        return false;
    };
    let entry = &cue.entry;
    let able = matches!(entry.act, Asking | Blaming | Praising | Promising)
        && entry.weight == Weight::Say
        && entry.shape == Shape::Present
        && !(cue.waw || cue.fa || entry.pronoun);
    let others = matches!(
        entry.agreement,
        Agreement::He | Agreement::She | Agreement::They
    );
    let next = token + 1;
    let governs = c.class(next).is_some_and(Class::is_that)
        || c.word(next)
            .preposition
            .is_some_and(|p| entry.government.contains(p));
    able && others && governs && (second_clause::of(c, site).is_some() || has_subject(c, token))
}

/// Whether nothing but who does it stands before a verb at the head of the headline.
fn has_subject(c: &Context, token: usize) -> bool {
    let (start, _) = c.paragraph_around(token);
    let parts = |at: &usize| matches!(c.mark(*at), Mark::Stop | Mark::Colon);
    let first = (start..token).rev().find(parts).map_or(start, |at| at + 1);
    let first = first + usize::from(c.quote_opening(first).is_some());
    let speaks = c.mention(first).is_some()
        || c.has_article(first)
        || c.has(first, Classes::SPEAKER)
        || c.stem_means(first, Senses::PLURAL | Senses::CALLING);
    let noun = |at: usize| {
        c.is_mark(at) && c.quote_closing(at).is_some()
            || c.tokens.is_word(at)
                && (c.mention(at).is_some()
                    || c.class(at).is_none()
                        && !c.word(at).reports()
                        && c.word(at).preposition.is_none())
    };
    (1..=LONGEST + 2).contains(&(token - first)) && speaks && (first..token).all(noun)
}
