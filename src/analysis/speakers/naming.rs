//! The words of a source as what somebody is called.

use super::phrase::{Phrase, again};
use crate::{
    analysis::{
        context::Context, grammar::Class, lexicon::Classes, quotes::Quote, word::own_letters,
    },
    document::Span,
};

/// The words of a phrase and their place, quotation marks at its ends left out.
pub fn words(c: &Context, phrase: &Phrase) -> (String, Span) {
    let (mut first, mut end) = (phrase.first, phrase.end);
    while first + 1 < end && c.is_mark(first) {
        first += 1;
    }
    while end > first + 1
        && c.is_mark(end - 1)
        && !(c.is(end - 1, ")") || first < phrase.head || closes(c, first, end - 1))
    {
        end -= 1;
    }
    // المتحدث ذاته، الدراسة أيضا: no part of what somebody is called.
    // A bracket that nothing in the phrase opens.
    if end > first + 1 && c.is(end - 1, ")") && !(first..end).any(|t| c.is(t, "(")) {
        end -= 1;
    }
    // المدرب (أ ف ب): who took the picture, not what he is called; initials are.
    if let Some(open) = bracket(c, phrase.head, end) {
        end = open;
    }
    let again = |t: usize| again(c, t) && t + 1 == phrase.end && c.class(t - 1).is_none();
    let empty = |t: usize| c.class(t) == Some(Class::Adverb) || again(t);
    while end > phrase.head + 1 && empty(end - 1) {
        end -= 1;
    }
    let mut span = c.span(first, end);
    // كروس is no ك with روس.
    let cut = c.lists.get(first).proclitics * u8::from(!c.is_whole_name(first));
    // والد opens with the same letters.
    let joined = c.key(first).starts_with("وال") && !c.key(first).starts_with("والد");
    let cut = cut.max(u8::from(joined && c.key(first).chars().count() > 5));
    let own = matches!(c.key(first), "كبير" | "كبيره" | "كبار");
    if cut > 0 && first == phrase.head && !own && !c.key(first).starts_with('ل') {
        let word = c.tokens.without_proclitics(c.text, first, usize::from(cut));
        span = Span::new(word.start, span.end);
    }
    let text = c.text.get(span.range()).unwrap_or_default();
    (without_li(c, phrase, text), span)
}

/// Where the brackets open with which a phrase ends, but for those that hold initials (المواطن (أ. م.)).
fn bracket(c: &Context, head: usize, end: usize) -> Option<usize> {
    let close = end.checked_sub(1).filter(|at| c.is(*at, ")"))?;
    let open = (head + 1..close).rev().find(|at| c.is(*at, "("))?;
    let initials = (open..close).any(|at| c.is(at, "."));
    // مصدر مقرب من (الضفاف)، صحيفة (الضفاف): marks around a name.
    let before = open - 1;
    let heads = c.has(before, Classes::ORG_HEAD | Classes::MEDIA) && !c.has_article(before);
    let marks = heads || c.class(before).is_some();
    (!initials && !marks).then_some(open)
}

/// Whether a mark closes a quotation within the name (مؤسسة «نبع الوادي»).
fn closes(c: &Context, first: usize, mark: usize) -> bool {
    let within = |q: &Quote| (first..mark).contains(&q.open);
    c.quote_closing(mark).is_some_and(within)
}

/// The words of a source as a name: without the ل that وفقا puts before it.
fn without_li(c: &Context, phrase: &Phrase, text: &str) -> String {
    let key = c.key(phrase.head);
    let before = phrase.head.wrapping_sub(1);
    let attributed = c.class(before).is_none() && c.word(before).attribution.is_some();
    // حسب لاعب الفريق: no ل joins anybody to it, as to وفقا.
    let bare = attributed && !c.key(before).ends_with('ا');
    if bare || own_letters::has(key) || c.is_whole_name(phrase.head) {
        return text.to_owned();
    }
    if phrase.head == phrase.first && text.starts_with('ل') {
        let own = key.strip_prefix('ل').is_some_and(own_letters::has);
        if own && key.starts_with("لل") {
            // للجنة التحقيق is لجنة التحقيق, للجنة اللجنة.
            let whose = phrase.head + 1 < phrase.end && c.has_article(phrase.head + 1);
            return text.replacen('ل', if whose { "" } else { "ال" }, 1);
        }
        if key.starts_with("لل") {
            return text.replacen("لل", "ال", 1);
        }
        if c.lists.get(phrase.head).proclitics > 0 || attributed {
            return text.chars().skip(1).collect();
        }
    }
    text.to_owned()
}
