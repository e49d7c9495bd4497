//! The subject behind what stands between it and its verb: a time (أعلن مساء الأحد [s الوزير سامر
//! الحداد] أن), whom it was told to (أكد لـ«الضفاف» [s مصدر في البلدية] أن) or the occasion (قالت في
//! بيان [s وزارة الزراعة] إن).

use super::{
    agreement, aside, occasion_between, phrases,
    proposal::Proposal,
    site::Site,
    source_opens::{begins, prefixed, timed},
    sources::{LONGEST, Source, limit},
};
use crate::{
    analysis::{
        context::Context,
        cues::{Agreement, CueWord},
        grammar::Class,
        lexicon::Classes,
        senses::Senses,
        tokens::TokenKind,
    },
    annotations::EntityType,
};

/// The subject, if something stands between it and the verb of a site.
pub fn of(c: &Context, site: &Site, proposal: &Proposal) -> Option<Source> {
    let theirs = |cue: &CueWord| {
        let own = cue.entry.agreement == Agreement::Speaker;
        !(own || cue.entry.pronoun)
    };
    let verb = site.verb().filter(theirs)?;
    let end = limit(c, site, proposal);
    let first = behind(c, site.token + 1, end);
    if first == site.token + 1 || first >= end || agreement::bars(c, site, first) {
        return None;
    }
    let last = phrases::longest(c, first, end.min(first + LONGEST))?;
    let speaks = if verb.entry.act.has_hearer() {
        // ودعت أمس الوزارة | المجتمع الدولي إلى: whom it calls on stands behind who does.
        let hearer = last < end && c.tokens.is_word(last) && c.class(last).is_none();
        let one = || is_one(c, first) || is_new(c, first) || agrees(c, site, &verb, first);
        hearer && speaks(c, first) || closes(c, last, end) && (are_subjects(c, first) || one())
    } else {
        let told = || is_told(c, &verb, last, end) && may_speak(c, first);
        let one = || speaks(c, first) || is_unknown(c, first) || told();
        closes(c, last, end) && (are_subjects(c, first) || one())
    };
    speaks.then_some((first, last))
}

/// Whether a subject is at its end before a token: a mark, a word of grammar, a hearer.
fn closes(c: &Context, last: usize, end: usize) -> bool {
    last == end
        || c.is_mark(last)
        || c.class(last).is_some()
        || c.word(last).to_outlet
        || aside::to_body(c, last)
}

/// Whether what a verb says or to whom it does follows a subject that ends at `last`.
fn is_told(c: &Context, verb: &CueWord, last: usize, end: usize) -> bool {
    let governs = |p| verb.entry.government.contains(p);
    let next = behind(c, last, end);
    next == end
        || c.class(next).is_some_and(Class::is_that)
        || c.word(last).to_outlet
        || c.word(last).preposition.is_some_and(governs)
}

/// The first token behind times, hearers and occasions.
pub(super) fn behind(c: &Context, mut at: usize, end: usize) -> usize {
    while at < end {
        let next = if timed(c, at) || matches!(c.class(at), Some(Class::Time | Class::Adverb)) {
            at + 1
        } else if c.is(at, "ل") {
            match c.quote_at(at + 1) {
                Some(quote) if quote.closed => quote.close + 1,
                _ => return at,
            }
        } else if aside::to_body(c, at) || c.word(at).to_outlet && c.tokens.is_word(at) {
            behind_name(c, at)
        } else {
            occasion_between::behind(c, at)
        };
        if next == at {
            return at;
        }
        at = next;
    }
    at
}

/// The token behind a hearer, its name and its marks.
pub(super) fn behind_name(c: &Context, token: usize) -> usize {
    if let Some(name) = c.mention(token).filter(|m| m.first == token) {
        return name.end;
    }
    match c.quote_at(token + 1) {
        Some(quote) if quote.closed => quote.close + 1,
        // لصحيفة الضفاف: no paper is told anything without its name.
        _ if names_medium(c, token) => token + 2,
        _ => token + 1,
    }
}

/// Whether a noun for a medium stands at a token, with its name behind it.
fn names_medium(c: &Context, token: usize) -> bool {
    let noun = c.key(token).strip_prefix('ل').unwrap_or_default();
    let medium = matches!(
        noun,
        "صحيفه" | "وكاله" | "قناه" | "موقع" | "اذاعه" | "شبكه" | "مجله" | "جريده"
    );
    medium && c.tokens.is_word(token + 1) && !c.has(token + 1, Classes::SPEAKER)
}

/// Whether several people stand at a token in a form that only a subject has (محتجون، ممثلو الشركات).
fn are_subjects(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let ending = key.ends_with("ون") || key.ends_with('و') && c.has_article(token + 1);
    ending && key.chars().count() > 4 && c.mention(token).is_none() && begins(c, token)
}

/// Whether words open at a token that can be nothing but who speaks, where what is said follows:
/// several people, a number of them, a noun with its article.
fn may_speak(c: &Context, token: usize) -> bool {
    let counts = matches!(
        c.class(token),
        Some(Class::Which | Class::Some | Class::All)
    );
    let several = c.stem_means(token, Senses::PLURAL) || c.key(token).ends_with("ات");
    let counted = c.tokens.kind(token) == TokenKind::Number
        || c.has(token, Classes::NUMBER_WORD)
        || c.means(token, Senses::QUANTITY);
    let definite = c.has_article(token) || c.has(token, Classes::GIVEN_NAME);
    begins(c, token)
        && !prefixed(c, token)
        && (counts || several || counted || definite || c.has(token + 1, Classes::SPEAKER))
}

/// Whether one person stands at a token (حذر أمس السفير من): no crowd, which others may ask.
fn is_one(c: &Context, token: usize) -> bool {
    let person = c
        .mention(token)
        .map(|m| m.first == token && m.kind == EntityType::Per);
    let role = c.has(token, Classes::TITLE) && c.has_article(token);
    person.unwrap_or(role && !c.noun_means(token, Senses::FOLK) && !prefixed(c, token))
}

/// Whether somebody is told of for the first time at a token (حذر أمس مصدر أمني من): nobody is asked so.
fn is_new(c: &Context, token: usize) -> bool {
    let plain = !c.has_article(token) && c.mention(token).is_none() && !prefixed(c, token);
    let new = c.has(token, Classes::SOURCE_NOUN)
        || c.means(token, Senses::ONE_OF | Senses::QUANTITY)
        || c.stem_means(token, Senses::PLURAL) && !c.has_article(token + 1);
    plain && new
}

/// Whether a body stands at a token that has the gender of the verb with which its sentence opens (ودعت
/// أمس منظمة الأطباء إلى).
fn agrees(c: &Context, site: &Site, verb: &CueWord, token: usize) -> bool {
    let opens = c.sentence(site.token).0 == site.token;
    let she = c.key(token).ends_with('ه');
    let gender = match verb.entry.agreement {
        Agreement::She => she,
        Agreement::He => !she,
        _ => false,
    };
    opens && gender && speaks(c, token)
}

/// Whether a word that the news does not know stands at a token: a name.
fn is_unknown(c: &Context, token: usize) -> bool {
    let unknown = c.tokens.is_word(token) && c.word(token).clusters.is_none();
    unknown && begins(c, token) && !prefixed(c, token)
}

/// Whether somebody or a body opens at a token.
fn speaks(c: &Context, token: usize) -> bool {
    let joined = c.lists.get(token).proclitics > 0;
    let named = c
        .mention(token)
        .map(|m| m.first == token && matches!(m.kind, EntityType::Per | EntityType::Org));
    !joined && named.unwrap_or_else(|| c.has(token, Classes::SPEAKER))
}
