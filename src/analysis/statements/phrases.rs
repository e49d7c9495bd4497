//! The phrases of an article that may name who spoke, by where they begin: sites
//! that stand near one another ask for the same ones, which are found once.

use smallvec::SmallVec;

use super::{
    aside, juncture, noun_phrase,
    rules::joins_report,
    source_inside::Inside,
    sources::{LONGEST, Source, Sources, timed},
    verb_form,
};
use crate::{
    analysis::{
        context::{Context, Mark},
        cues::{Agreement, Government, Shape},
        grammar::Class,
        lexicon::Classes,
        narrow::to_u32,
        senses::Senses,
        work,
    },
    annotations::EntityType,
};

/// How many beginnings are kept: all that the sources of one site may have.
const SEATS: usize = 64;
/// A phrase of so few tokens may end before any word.
const SHORT: usize = 8;

/// The phrases around the sites of one article, as one model sees them.
#[derive(Debug)]
pub struct Phrases(Vec<Beginning>);

/// Those that begin at one token, as far as they were asked for.
#[derive(Clone, Debug)]
struct Beginning {
    first: usize,
    /// The end of what was looked through.
    reached: usize,
    /// Whether none goes on past it.
    parted: bool,
    phrases: SmallVec<[Phrase; 8]>,
    inside: Inside,
}

#[derive(Clone, Debug)]
struct Phrase {
    end: u32,
    /// Whether it may end there, wherever the cue stands.
    stops: bool,
    before: Option<Seen>,
    after: Option<Seen>,
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
        Self(vec![Beginning::at(usize::MAX); SEATS])
    }
}

impl Phrases {
    /// Gives those that begin at `first` and end before `limit`, or with it.
    pub fn ends(&mut self, context: &Context, first: usize, limit: usize, found: &mut Sources) {
        let Some(beginning) = self.0.get_mut(first % SEATS) else {
            return;
        };
        if beginning.first != first {
            *beginning = Beginning::at(first);
        }
        beginning.reach(context, limit);
        let ends = beginning.phrases.iter().map(|p| (p.end as usize, p.stops));
        let within = ends.take_while(|(end, _)| *end <= limit);
        let fit = within.filter(|(end, stops)| *stops || *end == limit);
        found.extend(fit.map(|(end, _)| (first, end)));
    }

    /// What is seen of a phrase where it stands on that side of a cue; `look` looks.
    #[inline]
    pub fn seen(
        &mut self,
        context: &Context,
        source: Source,
        after: bool,
        look: impl FnOnce(&Inside) -> Seen,
    ) -> Seen {
        let beginning = self.0.get_mut(source.0 % SEATS);
        let Some(beginning) = beginning.filter(|b| b.first == source.0) else {
            return look(&Inside::of(context, source));
        };
        let Beginning {
            phrases, inside, ..
        } = beginning;
        let look = || {
            inside.reach(context, source);
            look(inside)
        };
        let at = phrases.partition_point(|p| (p.end as usize) < source.1);
        match phrases.get_mut(at) {
            Some(p) if p.end as usize == source.1 => {
                let known = if after { &mut p.after } else { &mut p.before };
                *known.get_or_insert_with(look)
            }
            _ => look(),
        }
    }
}

/// The end of the longest phrase that begins at `first` and ends before `limit`, or with it.
pub fn longest(context: &Context, first: usize, limit: usize) -> Option<usize> {
    let mut beginning = Beginning::at(first);
    beginning.reach(context, limit);
    beginning.phrases.last().map(|phrase| phrase.end as usize)
}

impl Beginning {
    fn at(first: usize) -> Self {
        Self {
            first,
            reached: first,
            parted: false,
            phrases: SmallVec::new(),
            inside: Inside::from(first),
        }
    }

    fn reach(&mut self, context: &Context, limit: usize) {
        let first = self.first;
        self.parted |= !begins(context, first);
        let limit = limit.min(first + LONGEST);
        while !self.parted && self.reached < limit {
            work::step();
            let last = self.reached;
            if parts(context, last) && context.quote_of(last) == context.quote_of(first) {
                self.parted = true;
                return;
            }
            // No phrase leaves the quotation in which it begins.
            let leaves = context.quote_closing(last).is_some_and(|q| q.open < first);
            let aside = leaves
                || last > first && opens_clause(context, last)
                || last > first && aside::opens(context, first, last)
                || context.is_comma(last) && aside::leaves_apposition(context, last + 1);
            if aside || juncture::is_at(context, first, last) || says(context, first, last) {
                self.parted = true;
                return;
            }
            let end = last + 1;
            self.reached = end;
            let inside_name = context
                .mention(last)
                .is_some_and(|m| m.end > end && m.first < end);
            if inside_name || !finishes(context, last) || parts_marks(context, first, end) {
                continue;
            }
            self.phrases.push(Phrase {
                end: to_u32(end),
                stops: end - first <= SHORT || stops(context, end),
                before: None,
                after: None,
            });
        }
    }
}

/// Whether a verb stands at a token, with nothing before it that holds it in the phrase (ما
/// يسمى المجلس، مدرسا يدعى سامر الحداد).
fn opens_clause(context: &Context, token: usize) -> bool {
    let held = matches!(
        context.class(token - 1),
        Some(Class::What | Class::Relative | Class::Who)
    );
    let verb = verb_form::is_at(context, token);
    verb && !held && !gives_name(context, token)
}

/// Whether a verb of saying stands at a token of a phrase, with no relative before it. In
/// the past he is often a noun (أستاذ علم الإجرام), or part of a name (أحسن أبو طالب).
fn says(context: &Context, first: usize, token: usize) -> bool {
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
fn stops(context: &Context, end: usize) -> bool {
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
    if context.mention(token).is_some() {
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
    if matches!(
        context.key(token),
        "كيف" | "لماذا" | "متي" | "اين" | "هل" | "ماذا" | "كم"
    ) {
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
fn parts_marks(context: &Context, first: usize, end: usize) -> bool {
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
fn begins(context: &Context, token: usize) -> bool {
    const FATHATAN: char = '\u{64b}';
    let named = context.mention(token).is_some();
    // ينص العقد على, not العقد الماضي.
    let contract = context.is(token, "العقد")
        && !matches!(
            context.key(token + 1),
            "الماضي" | "الحالي" | "الاخير" | "المقبل" | "القادم"
        );
    let time = context.has(token, Classes::TIME_NOUN) && !contract;
    let that = token
        .checked_sub(1)
        .and_then(|before| context.class(before))
        .is_some_and(Class::complementizer);
    let adverb = !that && context.slice(token, token + 1).contains(FATHATAN);
    let oneself = matches!(context.key(token), "نفسه" | "نفسها" | "انفسهم" | "لي");
    named || !time && !adverb && !oneself && !aside::often(context, token)
}

/// Whether a word is the adjective of one that counts (عدد متزايد من).
fn counted(context: &Context, token: usize) -> bool {
    let before = token.wrapping_sub(1);
    let adjective = context.word(token).open && !context.key(token).starts_with("ال");
    adjective
        && context.mention(token).is_none()
        && context.means(before, Senses::QUANTITY)
        && !context.key(before).starts_with("ال")
}

/// Whether a phrase may end with a token.
pub(super) fn finishes(context: &Context, token: usize) -> bool {
    if context.is_mark(token) {
        return matches!(context.key(token), ")" | "\"" | "»" | "”" | "“" | "]");
    }
    // بعض الحضور, كل المديرين: what follows is meant.
    if matches!(context.key(token), "بعض" | "كل" | "جميع" | "سائر" | "كافه") {
        return false;
    }
    let counts = context.means(token, Senses::QUANTITY);
    let word = context.word(token);
    let participle = word.cue.is_some_and(|c| c.entry.shape == Shape::Participle);
    let leans = participle && context.key(token).ends_with('ا');
    // رئيس | الفيفا: a role that is torn from whose it is.
    let torn = context.has(token, Classes::TITLE)
        && !context.has(token, Classes::SOURCE_NOUN)
        && !context.key(token).starts_with("ال")
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
        || (counts || counted(context, token)) && context.class(token + 1) == Some(Class::Min)
    {
        return false;
    }
    // علي ends a name as if it were على.
    if context.mention(token).is_some_and(|m| m.end == token + 1) {
        return true;
    }
    context.class(token).is_none_or(|class| match class {
        // منهم, منها: part of a phrase that counts (عدد منهم).
        Class::PrepositionPronoun => context.key(token).starts_with("من"),
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
