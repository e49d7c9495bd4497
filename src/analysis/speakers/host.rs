//! The subject of the sentence around a cue, right behind its first verb, whatever that
//! verb does (قدمت [23 جمعية] شكوى، مطالبة بـ…): whom a participle after it is by, be they
//! named, or only described.

use super::{
    candidate::{Candidate, Candidates, Signs, Who},
    object,
    phrase::{Phrase, sound_plural},
    resolve::Resolver,
};
use crate::{
    analysis::{
        context::Context,
        cues::Agreement,
        grammar::Class,
        lexicon::Classes,
        mentions::NameMention,
        senses::Senses,
        statements::{aside, noun_phrase},
        stem::{bare, stem},
        tokens::TokenKind,
    },
    annotations::EntityType,
};

/// How many tokens before the first verb of a sentence may be particles and circumstances.
const BEFORE: usize = 16;
/// How many tokens before a cue the verb of a clause may stand.
const CLAUSE: usize = 40;
/// The longest subject, in tokens.
const LONGEST: usize = 16;

/// Adds who or what the first verb of the sentence from `start` on is by, if the verb of
/// the cue may be theirs; `cue` ends what is looked at, `sign` tells which sentence it is.
pub fn add(
    resolver: &mut Resolver,
    wanted: Agreement,
    (start, cue): (usize, usize),
    sign: Signs,
    found: &mut Candidates,
) {
    let c = resolver.context;
    let main = subject(c, start, cue).or_else(|| behind_circumstance(c, start, cue));
    if let Some(phrase) = main {
        take(resolver, wanted, phrase, sign, found);
    }
}

/// Adds who or what the verb of the clause nearest before the cue is by, right behind it
/// (التحقيق الذي أجرته [الشرطة]، وكشفت).
pub fn add_clause(
    resolver: &mut Resolver,
    wanted: Agreement,
    (start, cue): (usize, usize),
    found: &mut Candidates,
) {
    let c = resolver.context;
    for verb in (start.max(cue.saturating_sub(CLAUSE))..cue).rev() {
        if let Some(phrase) = before_its_verb(c, verb, cue)
            && take(resolver, wanted, phrase, Signs::CLAUSE, found)
        {
            return;
        }
        if verb == start || !opens_clause(c, verb) || !is_verbal(c, verb) {
            continue;
        }
        let phrase = noun_phrase::after(c, verb, cue.min(verb + 1 + LONGEST));
        if let Some(phrase) = phrase.filter(|p| p.0 == verb + 1 && speaks(c, p.0))
            && take(resolver, wanted, phrase, Signs::CLAUSE, found)
        {
            return;
        }
    }
}

/// Who or what the clause that a particle opens begins with (لكن [الجيش] منع).
fn before_its_verb(c: &Context, particle: usize, cue: usize) -> Option<(usize, usize)> {
    let opens = matches!(
        c.class(particle),
        Some(Class::But | Class::While | Class::That)
    );
    let first = particle + 1;
    let noun = opens && speaks(c, first) && !is_verbal(c, first);
    let phrase = noun_phrase::after(c, particle, cue.min(first + LONGEST)).filter(|_| noun)?;
    (phrase.0 == first).then_some(phrase)
}

/// Whether a clause may open at a token: by و, behind a comma, a relative or a particle.
fn opens_clause(c: &Context, token: usize) -> bool {
    // الجزائر قد استدعت السفير: its subject stands before it.
    let behind_noun = token > 1
        && c.class(token - 1) == Some(Class::Particle)
        && (c.has_article(token - 2) || c.mention(token - 2).is_some());
    if behind_noun {
        return false;
    }
    c.key(token).starts_with('و')
        || c.is_comma(token - 1)
        || matches!(
            c.class(token - 1),
            Some(
                Class::Relative
                    | Class::Where
                    | Class::While
                    | Class::When
                    | Class::What
                    | Class::Particle
                    | Class::As
            )
        )
}

/// Adds whom a phrase means, if the verb of the cue may be theirs; tells whether it may.
pub fn take(
    resolver: &mut Resolver,
    wanted: Agreement,
    (first, end): (usize, usize),
    sign: Signs,
    found: &mut Candidates,
) -> bool {
    let c = resolver.context;
    if !agrees(c, first, wanted) {
        return false;
    }
    let end = without_object(c, first, end);
    let acts = sign.intersects(Signs::HOST | Signs::HOST_BEFORE | Signs::CLAUSE);
    let verb = first.checked_sub(1).filter(|_| acts);
    let end = verb.map_or(end, |verb| object::begins(c, verb, (first, end)));
    let end = of_whom(c, first, end);
    let phrase = Phrase::read(c, first, end);
    let speaker = resolver.guess(&phrase);
    let to = Some(c.span(first, end));
    found.add(resolver, Who::Record(speaker), sign, to);
    true
}

/// Whether a candidate is a person or body that only words describe, by a title or a noun for
/// bodies.
pub fn is_actor(resolver: &Resolver, candidate: &Candidate) -> bool {
    let (Who::Record(record), Some(to)) = (candidate.who, candidate.to) else {
        return false;
    };
    let c = resolver.context;
    let noun = c.tokens.at_or_after(to.start);
    let definite = c.has_article(noun);
    // خرجت الفتاة عن صمتها وقالت, استوقفت سيدة أربعينية المحافظ وقالت.
    let someone = c.stem_means(noun, Senses::CALLING | Senses::ONE_PERSON);
    let alone = definite || c.word(noun + 1).open && !c.has_article(noun + 1);
    let titled = c.has(noun, Classes::TITLE) && definite || someone && alone;
    resolver.record(record).entity().is_none() && (titled || object::is_body(c, noun))
}

/// Where a delegation ends that is told by whom it comes from (وفد من البرلمان).
fn of_whom(c: &Context, first: usize, end: usize) -> usize {
    let noun = end + 1;
    let from = end == first + 1 && is_side(bare(c.key(first))) && c.class(end) == Some(Class::Min);
    let definite = c.has_article(noun) && c.class(noun).is_none();
    match c.mention(noun) {
        Some(mention) if from => mention.end,
        None if from && definite => noun + 1,
        _ => end,
    }
}

/// Where a subject ends whose verb has its object behind على, إلى or عن (حرص الوزير على
/// الحضور), which only few nouns take themselves (المشرف على).
fn without_object(c: &Context, first: usize, end: usize) -> usize {
    let takes = |t: usize| {
        let noun = stem(c.key(t));
        matches!(noun, "مشرف" | "قائم" | "صادر" | "مسؤول" | "مطلع" | "محافظ")
    };
    let place = |t: usize| matches!(c.key(t), "مواقع" | "موقع" | "مواقف" | "تويتر");
    let object = |t: &usize| {
        matches!(c.class(*t), Some(Class::Ala | Class::Ila | Class::An))
            && !takes(*t - 1)
            && !place(*t + 1)
    };
    (first + 1..end).find(object).unwrap_or(end)
}

/// Adds who or what the sentence from `start` on opens with, before its verb (سامر الحداد
/// اختار طريقا آخر، مؤكدا).
pub fn add_topic(
    resolver: &mut Resolver,
    wanted: Agreement,
    (start, cue): (usize, usize),
    found: &mut Candidates,
) {
    let c = resolver.context;
    // أما سامر الحداد فقال.
    let start = start + usize::from(matches!(c.key(start), "اما" | "واما"));
    let opens = c.class(start).is_none() && !is_verbal(c, start) && speaks(c, start);
    let before = start.checked_sub(1).filter(|_| opens);
    let phrase = before.and_then(|at| noun_phrase::after(c, at, cue.min(start + LONGEST)));
    if let Some(phrase) = phrase.filter(|phrase| phrase.0 == start) {
        take(resolver, wanted, phrase, Signs::TOPIC, found);
    }
}

/// The noun phrase behind the first verb, or behind كان; circumstances before and behind
/// the verb are passed over, and a pointing word that is its object (أوضح ذلك المدير).
fn subject(c: &Context, start: usize, cue: usize) -> Option<(usize, usize)> {
    let mut verb = start;
    let mut was = false;
    while verb < cue && verb < start + BEFORE {
        match c.class(verb) {
            Some(Class::Was) => was = true,
            Some(Class::Particle | Class::Negation | Class::But | Class::While | Class::As) => {}
            _ if c.is_comma(verb) => {}
            // سبق أن قطع المغرب.
            _ if matches!(c.key(verb), "سبق" | "وسبق")
                && c.class(verb + 1) == Some(Class::That) =>
            {
                verb += 1;
            }
            _ if noun_phrase::opens_adverbial(c, verb) => {
                verb = noun_phrase::adverbial_end(c, verb, cue);
                continue;
            }
            _ => break,
        }
        verb += 1;
    }
    let before = if was { verb.checked_sub(1)? } else { verb };
    if !was && !is_verbal(c, verb) {
        return None;
    }
    let points = |t: usize| c.class(t) == Some(Class::Demonstrative) && !c.has_article(t + 1);
    let before = if points(before + 1) {
        behind_hearer(c, before + 2, cue.max(before + 2)) - 1
    } else {
        before
    };
    // واختلف معه الخبير.
    let with = c.class(before + 1) == Some(Class::PrepositionPronoun)
        || matches!(c.key(before + 1), "معه" | "معها" | "معهم");
    let before = before + usize::from(with);
    let (first, end) = noun_phrase::after(c, before, cue.min(before + 1 + LONGEST))?;
    let named = first + usize::from(c.quote_opening(first).is_some());
    // الفقيه الدستوري يحيى الجمال: by a noun of no list.
    let person = || c.has_article(first) && !Phrase::read(c, first, end).persons.is_empty();
    (speaks(c, named) || person()).then_some((first, end))
}

/// The noun phrase behind the first verb of a sentence that opens with a circumstance, which a
/// comma closes (بعد جدل طويل، خرجت [الفتاة] عن صمتها).
fn behind_circumstance(c: &Context, start: usize, cue: usize) -> Option<(usize, usize)> {
    if !noun_phrase::opens_adverbial(c, start) {
        return None;
    }
    let mut commas = (start..cue).filter(|at| c.is_comma(*at));
    let verb = commas.find(|at| is_verbal(c, at + 1) && !c.key(at + 1).starts_with('و'))? + 1;
    let phrase = noun_phrase::after(c, verb, cue.min(verb + 1 + LONGEST))?;
    (phrase.0 == verb + 1 && speaks(c, phrase.0)).then_some(phrase)
}

/// What stands behind the medium that somebody told something to, if one stands there (أوضح ذلك
/// لـ«الضحى» [المدير]، لصحيفة الضحى [المدير]).
fn behind_hearer(c: &Context, at: usize, limit: usize) -> usize {
    let to = c.key(at).starts_with('ل') && c.tokens.is_word(at);
    let open = at + 1;
    if (to && c.is(at, "ل") || c.is(at, "لـ"))
        && let Some(quote) = c.quote_at(open).filter(|quote| quote.closed)
    {
        return (quote.close + 1).min(limit);
    }
    if to && (c.word(at).to_outlet || aside::to_body(c, at) || c.has(at, Classes::MEDIA)) {
        let named = c.mention(open).filter(|m| m.first == open);
        let own = c.mention(at).filter(|m| m.first == at);
        let end = own.or(named).map_or(open, |m| m.end);
        let quote = c
            .quote_at(end)
            .filter(|quote| quote.closed && quote.len() <= 6);
        return quote.map_or(end, |quote| quote.close + 1).min(limit);
    }
    at
}

/// Whether a word may be a verb: it has no article, and no list knows it for a noun.
fn is_verbal(c: &Context, token: usize) -> bool {
    let word = c.word(token);
    // وعقب النائب سامر الحداد قائلا: nothing is after a person.
    let next = token + 1;
    let person = c
        .mention(next)
        .is_some_and(|m| m.kind == EntityType::Per && m.first == next);
    if matches!(c.key(token), "عقب" | "وعقب") {
        return person || c.has(next, Classes::TITLE) && c.has_article(next);
    }
    let cue = word.says();
    // ألغت, التقي have no article.
    let written = c.slice(token, token + 1);
    let hamza = written.trim_start_matches(['و', 'ف']).starts_with("أل");
    let article = word.article & 1 == 1 && !hamza && !object::is_done_to_persons(c, token);
    (word.open || cue)
        && !article
        && c.mention(token).is_none()
        && c.tokens.is_word(token)
        && !c.has(token, Classes::TITLE | Classes::ORG_HEAD)
}

/// Whether a noun for people or a body, or a number of them, stands at a token.
pub fn speaks(c: &Context, token: usize) -> bool {
    let when = |m: &NameMention| m.kind == EntityType::Date;
    c.mention(token).is_some_and(|m| !when(m))
        || c.tokens.kind(token) == TokenKind::Number
        || c.has(token, Classes::SPEAKER)
        || object::is_body(c, token)
        || c.means(token, Senses::QUANTITY)
        || c.stem_means(token, Senses::CALLING | Senses::PLURAL | Senses::ONE_PERSON)
        || is_side(bare(c.key(token)))
        // المغردون: no noun for things ends so.
        || c.key(token).ends_with("ون")
            && c.key(token).strip_prefix("ال").is_some_and(sound_plural)
}

/// Whether a noun is one for a party to something (الوفد، الجانبان).
fn is_side(noun: &str) -> bool {
    matches!(
        noun,
        "وفد"
            | "الوفد"
            | "الوفدان"
            | "الجانب"
            | "الجانبان"
            | "الطرف"
            | "الطرفان"
            | "الاثنان"
            | "الفريقان"
    )
}

/// Whether a participle or verb of that agreement may be by what a noun names.
fn agrees(c: &Context, token: usize, wanted: Agreement) -> bool {
    let key = c.key(token);
    let known = c.mention(token).is_none() && c.tokens.is_word(token);
    let dual = is_side(bare(key)) && key.ends_with("ان")
        || key.ends_with("ان") && c.has(token, Classes::TITLE);
    let plural = dual || key.ends_with("ون") || c.stem_means(token, Senses::PLURAL);
    match wanted {
        Agreement::He => !known || !key.ends_with('ه') && !plural,
        Agreement::They => {
            let many = c.means(token, Senses::QUANTITY) || c.has(token, Classes::ORG_HEAD);
            !known || plural || many
        }
        _ => true,
    }
}
