//! The phrases that may name who spoke: where they may begin, what they may end with, what none
//! goes on over; and what a model sees of them, which sites that stand near one another share.

use smallvec::SmallVec;

pub use super::phrase_ends::{ends, longest};
use super::{
    aside, noun_phrase,
    rules::joins_report,
    source_inside::Inside,
    source_opens::timed,
    sources::{LONGEST, Source},
    verb_form,
};
use crate::{
    analysis::{
        context::{Affixes, Context, Holds, Mark},
        cues::{Agreement, Government, Shape},
        grammar::Class,
        lexicon::Classes,
        narrow::to_u8,
        senses::Senses,
    },
    annotations::EntityType,
};

/// How many beginnings are kept: all that the sources of one site may have.
const SEATS: usize = 64;

/// What one model sees of the phrases around the sites of one article.
#[derive(Debug)]
pub struct Phrases {
    /// For each seat one more than the place of the beginning that has it.
    seats: [u8; SEATS],
    beginnings: Vec<Beginning>,
}

/// What it sees of those that begin at one token.
#[derive(Clone, Debug)]
struct Beginning {
    first: usize,
    seen: SmallVec<[(usize, bool, Seen); 4]>,
    inside: Inside,
}

/// What of a phrase does not rest on the site, but for the side it stands on.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// The weight of all that rests on nothing else.
    pub sum: i32,
    /// Whether the occasion of the speech opens in it, and just behind it.
    pub occasion: u8,
    /// What goes on after its first person.
    pub after_person: u32,
}

impl Default for Phrases {
    fn default() -> Self {
        Self {
            seats: [0; SEATS],
            beginnings: Vec::with_capacity(SEATS / 2),
        }
    }
}

impl Phrases {
    /// What is seen of a phrase where it stands on that side of a cue; `look` looks.
    #[inline]
    pub fn seen(
        &mut self,
        context: &Context,
        source: Source,
        after: bool,
        look: impl FnOnce(&Inside) -> Seen,
    ) -> Seen {
        let (first, end) = source;
        let Some(beginning) = self.beginning(first) else {
            return look(&Inside::of(context, source));
        };
        let mut seen = beginning.seen.iter();
        if let Some((_, _, known)) = seen.find(|seen| (seen.0, seen.1) == (end, after)) {
            return *known;
        }
        beginning.inside.reach(context, source);
        let seen = look(&beginning.inside);
        beginning.seen.push((end, after, seen));
        seen
    }

    /// What is kept of the phrases that begin at a token.
    fn beginning(&mut self, first: usize) -> Option<&mut Beginning> {
        let seat = self.seats.get_mut(first % SEATS)?;
        if *seat == 0 {
            self.beginnings.push(Beginning::at(first));
            *seat = to_u8(self.beginnings.len());
        }
        let beginning = self.beginnings.get_mut(usize::from(*seat) - 1)?;
        if beginning.first != first {
            *beginning = Beginning::at(first);
        }
        Some(beginning)
    }
}

impl Beginning {
    fn at(first: usize) -> Self {
        Self {
            first,
            seen: SmallVec::new(),
            inside: Inside::from(first),
        }
    }
}

/// Whether a verb stands at a token, with nothing before it that holds it in the phrase (ما
/// يسمى المجلس، مدرسا يدعى سامر الحداد).
#[inline]
pub(super) fn opens_clause(context: &Context, token: usize) -> bool {
    let held = matches!(
        context.class(token - 1),
        Some(Class::What | Class::Relative | Class::Who)
    );
    let verb = verb_form::is_at(context, token);
    verb && !held && !gives_name(context, token)
}

/// Whether a verb of saying stands at a token of a phrase, with no relative before it. In
/// the past he is often a noun (أستاذ علم الإجرام), or part of a name (أحسن أبو طالب).
#[inline]
pub(super) fn says(context: &Context, first: usize, token: usize) -> bool {
    let word = context.word(token);
    let verb = word.cue.is_some_and(|cue| match cue.entry.shape {
        Shape::Present => true,
        Shape::Past => cue.entry.agreement != Agreement::He,
        _ => false,
    });
    let relative = |before: usize| context.class(before) == Some(Class::Relative);
    let own = word.cue.is_some_and(|cue| cue.entry.in_first_person());
    let verb = verb || token > first && joins_report(context, token);
    verb && word.finite
        && token > first + usize::from(!own)
        && !relative(token - 1)
        && !gives_name(context, token)
}

/// The phrase from `first` up to `stop`, without the words at its end with which none ends.
pub(super) fn finished(context: &Context, first: usize, mut stop: usize) -> Option<Source> {
    while stop > first && !finishes(context, stop - 1) {
        stop -= 1;
    }
    (stop > first).then_some((first, stop))
}

/// The phrase that begins at `first` behind a preposition, up to a preposition of the verb's
/// or a clause.
pub(super) fn governed(context: &Context, first: usize, end: usize) -> Option<Source> {
    let stop = (first..end.min(first + LONGEST)).find(|at| {
        let prefixed = context.word(*at).preposition == Some(Government::BI)
            && *at > first
            && !context.key(*at).starts_with("باسم");
        parts(context, *at) || context.is_comma(*at) || is_verb(context, *at) || prefixed
    });
    finished(context, first, stop.unwrap_or(end))
}

/// Whether a verb of saying in one of its tenses stands at a token, and no participle (مصادر
/// مطلعة).
pub(super) fn is_verb(context: &Context, token: usize) -> bool {
    let word = context.word(token).cue;
    word.is_some_and(|cue| cue.entry.shape.is_finite()) && context.mention(token).is_none()
}

/// Whether what stands behind a phrase bounds it.
#[inline]
pub(super) fn stops(context: &Context, end: usize) -> bool {
    context.mention(end - 1).is_some_and(|m| m.end == end)
        || context.is_mark(end)
        || context.class(end).is_some()
        || context.word(end).cue.is_some()
}

/// Whether a word is إمام, which looks like أمام.
pub(super) fn is_imam(context: &Context, token: usize) -> bool {
    context.class(token) == Some(Class::Before) && context.slice(token, token + 1).contains('إ')
}

/// Whether no noun phrase goes on past a token: a colon, a relative, a time, a
/// word that opens a clause.
pub(super) fn parts(context: &Context, token: usize) -> bool {
    if !context.word(token).holds.intersects(Holds::PARTS) || context.mention(token).is_some() {
        return false;
    }
    let within = |class| {
        matches!(
            class,
            Class::In
                | Class::Min
                | Class::Ala
                | Class::An
                | Class::Ila
                | Class::Via
                | Class::At
                | Class::Like
                | Class::Cause
                | Class::PrepositionPronoun
                | Class::Demonstrative
                | Class::Some
                | Class::All
                | Class::Which
                | Class::What
                | Class::Or
                | Class::Adverb
                | Class::Pronoun
                | Class::Except
                | Class::Who
                | Class::There
        )
    };
    if context.word(token).holds.intersects(Holds::ASKS) {
        return true;
    }
    // إمام المسجد looks like أمام.
    if is_imam(context, token) {
        return false;
    }
    let then = matches!(
        context.key(token),
        "انذاك" | "حينها" | "وقتها" | "حينذاك" | "وقتذاك"
    ) && context
        .mention(token + 1)
        .is_some_and(|m| m.kind == EntityType::Per);
    context.mark(token) == Mark::Colon || !then && context.class(token).is_some_and(|c| !within(c))
}

/// Whether a verb gives the name of who was told of (شاهد عيان يدعى سامر الحداد).
pub(super) fn gives_name(context: &Context, token: usize) -> bool {
    let person = |t: usize| {
        let mention = context.mention(t);
        mention.is_some_and(|m| m.kind == EntityType::Per && m.first == t)
    };
    let called = matches!(context.key(token), "يدعي" | "تدعي" | "ويدعي" | "وتدعي");
    called && (person(token + 1) || context.quote_opening(token + 1).is_some() && person(token + 2))
}

/// Whether a mark that closes what the phrase opens stands just behind it.
#[inline]
pub(super) fn parts_marks(context: &Context, first: usize, end: usize) -> bool {
    if !context.is_mark(end) {
        return false;
    }
    let opened = |close: &str, open: &str| {
        context.is(end, close) && (first..end).any(|t| context.is(t, open))
    };
    let quoted = context.quote_closing(end).is_some_and(|q| q.open >= first);
    quoted || opened(")", "(") || opened("]", "[")
}

/// Whether a phrase for who speaks may begin with a token: with no time (وقت سابق) and no
/// word in the indefinite accusative (دوليًا), but behind أن.
#[inline]
pub(super) fn begins(context: &Context, token: usize) -> bool {
    const FATHATAN: char = '\u{64b}';
    if context.mention(token).is_some() {
        return true;
    }
    // ينص العقد على, not العقد الماضي.
    let contract = || {
        context.is(token, "العقد")
            && !matches!(
                context.key(token + 1),
                "الماضي" | "الحالي" | "الاخير" | "المقبل" | "القادم"
            )
    };
    let oneself = || matches!(context.key(token), "نفسه" | "نفسها" | "انفسهم" | "لي");
    let that = || {
        let before = token
            .checked_sub(1)
            .and_then(|before| context.class(before));
        before.is_some_and(Class::complementizer)
    };
    if context.has(token, Classes::TIME_NOUN) && !contract()
        || oneself()
        || aside::often(context, token)
    {
        return false;
    }
    that() || !context.slice(token, token + 1).contains([FATHATAN])
}

/// Whether a word is the adjective of one that counts (عدد متزايد من).
fn counted(context: &Context, token: usize) -> bool {
    let before = token.wrapping_sub(1);
    let adjective = context.word(token).open && !context.has_article(token);
    adjective
        && context.mention(token).is_none()
        && context.means(before, Senses::QUANTITY)
        && !context.has_article(before)
}

/// Whether a phrase may end with a token.
pub(super) fn finishes(context: &Context, token: usize) -> bool {
    if context.is_mark(token) {
        return matches!(context.key(token), ")" | "\"" | "»" | "”" | "“" | "]");
    }
    // بعض الحضور, كل المديرين: what follows is meant.
    let word = context.word(token);
    if word.holds.intersects(Holds::COUNTS) {
        return false;
    }
    let counts = context.means(token, Senses::QUANTITY);
    let participle = word.cue.is_some_and(|c| c.entry.shape == Shape::Participle);
    let leans = participle && context.ends_in(token, Affixes::ALIF);
    // رئيس | الفيفا: a role that is torn from whose it is.
    let torn = context.has(token, Classes::TITLE)
        && !context.has(token, Classes::SOURCE_NOUN)
        && !context.has_article(token)
        && context.mention(token).is_none()
        && context.mention(token + 1).is_some_and(|m| {
            m.first == token + 1
                && m.kind == EntityType::Org
                && m.span.start == context.tokens.span(token + 1).start
        });
    if timed(context, token)
        || torn
        || context.is(token, "و")
        || leans
        || noun_phrase::letter(context, token)
        || context.class(token + 1) == Some(Class::Min) && (counts || counted(context, token))
        || is_done_to(context, token + 1)
    {
        return false;
    }
    // علي ends a name as if it were على.
    if context.mention(token).is_some_and(|m| m.end == token + 1) {
        return true;
    }
    context.class(token).is_none_or(|class| match class {
        // منهم, منها: part of a phrase that counts (عدد منهم).
        Class::PrepositionPronoun => {
            context.key(token).starts_with("من") || is_done_to(context, token)
        }
        _ => matches!(
            class,
            Class::All
                | Class::Some
                | Class::Demonstrative
                | Class::Pronoun
                | Class::What
                | Class::There
                | Class::Which
        ),
    })
}

/// Whether على with a pronoun tells to whom something was done (المجني [عليه]، المدعى [عليها]).
fn is_done_to(context: &Context, token: usize) -> bool {
    context.class(token) == Some(Class::PrepositionPronoun)
        && context.key(token).starts_with("علي")
        && token.checked_sub(1).is_some_and(|before| {
            let key = context.key(before);
            let noun = key.strip_prefix("ال").unwrap_or(key);
            matches!(noun, "مجني" | "مدعي" | "محكوم" | "معتدي" | "مغمي")
        })
}
