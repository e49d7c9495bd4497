//! The whole name of somebody right before what opens the content (قال عضو المجلس [برنتوف
//! الكاليسي] إن): behind a verb of saying and what somebody is, nothing but a name goes on
//! without an article, whatever the tagger made of it.

use smallvec::SmallVec;

use super::{
    Around,
    edges::{behind_role, is_given},
    is_of, last_word,
    words::{
        ROLE, is_adverb, is_common, is_definite, is_known_name, is_own_letter, is_unknown, people,
        says,
    },
};
use crate::{
    analysis::{
        lexicon::{Classes, classes_of, hash_word},
        mentions::{led::Leads, model, tagger::Tagged, vocabulary},
        normalize::fold,
        senses::{self, Senses},
        stem,
        word::own_nouns,
        work,
    },
    annotations::EntityType,
};

/// The longest name, in tokens.
const LONGEST: usize = 6;
/// Marks by their shapes, as [`Fact`](crate::analysis::mentions::facts::Fact) has them.
const COLON: u8 = 15;
/// What is no word of a person's name.
const NO_NAME: Classes = Classes::SOURCE_NOUN
    .union(Classes::ORG_HEAD)
    .union(Classes::PLACE_HEAD)
    .union(Classes::DOC_HEAD)
    .union(Classes::EVENT_HEAD)
    .union(Classes::PEOPLE)
    .union(Classes::PLACE)
    .union(Classes::MEDIA)
    .union(Classes::PORTFOLIO)
    .union(Classes::NUMBER_WORD)
    .union(Classes::FUNCTION);

/// The first and the token after the last of a name.
type Run = (usize, usize);

/// The names, those before what opens a content whole.
pub fn mend(text: Around, names: Vec<Tagged>) -> Vec<Tagged> {
    let mut runs: SmallVec<[Run; 8]> = SmallVec::new();
    for (end, fact) in text.facts.iter().enumerate() {
        let opens = match fact.leads {
            Leads::Opens => !is_anne(text, end) && !text.tokens.key(end).starts_with(['و', 'ف']),
            Leads::Says => {
                let given = has(text, end, Classes::GIVEN_NAME);
                // ألقى فلان كلمة قال فيها.
                let inside = matches!(text.tokens.key(end + 1), "فيها" | "فيه" | "خلالها");
                !given && !inside && !text.tokens.key(end).starts_with('و')
            }
            _ => fact.shape == COLON || says_so(text.tokens.key(end)) || opens_object(text, end),
        };
        if opens && !fact.opens_line {
            runs.extend(run(text, &names, end));
        }
    }
    let mut mended = Vec::with_capacity(names.len() + runs.len());
    let mut names = names.into_iter().peekable();
    for run in runs {
        mended.extend(std::iter::from_fn(|| names.next_if(|name| name.0 < run.1)));
        put(text, &mut mended, run);
    }
    mended.extend(names);
    mended
}

/// Whether a word tells that words follow (قائلا، بالقول).
fn says_so(key: &str) -> bool {
    matches!(key, "قائلا" | "قائله" | "بالقول")
}

/// Whether what somebody with a role does something to opens at a token: a definite noun (اتهم الوزير
/// [برنتوف كاليسي] الشركة), or what is their own (أبدى الباحث [برنتوف كاليسي] استعداده).
fn opens_object(text: Around, token: usize) -> bool {
    let led = token.checked_sub(1).and_then(|at| text.facts.get(at));
    if !led.is_some_and(|fact| fact.led.by() & 1 == 1 && !fact.article) {
        return false;
    }
    // الباحث سليمان الأزرق: one word has its family's behind it.
    let name = |at: usize| {
        text.facts.get(at).is_some_and(|fact| {
            let known = is_known_name(fact) || people(fact) > 0 || is_unknown(text, at);
            known && !fact.article && !fact.classes.intersects(ROLE)
        })
    };
    if token < 2 || !name(token - 1) || !name(token - 2) {
        return false;
    }
    let noun = text.facts.get(token).is_some_and(|fact| {
        fact.article && !fact.grammatical && !is_known_name(fact) && people(fact) == 0
    });
    noun && is_common(text, token) && !is_nisba(text, token)
        || own_nouns::has(text.tokens.key(token))
}

/// Puts a name behind the others, all of which begin before it ends: what it overlaps of a
/// person's is part of it, of a body's ends before it.
fn put(text: Around, names: &mut Vec<Tagged>, (mut first, end): Run) {
    let from = names.partition_point(|name| name.1 <= first);
    if let Some(near) = names.get(from).copied()
        && is_of(near, EntityType::Per)
        && near.0 < first
    {
        if near.1 > end {
            return;
        }
        let beside = (near.0..first).all(|token| is_theirs(text, token) || is_ours(text, token));
        if !beside {
            first = near.0;
        }
    }
    work::steps(names.len() - from);
    let there: SmallVec<[Tagged; 4]> = names.drain(from..).collect();
    let before = there.iter().filter(|name| name.0 < first);
    let bodies = before.filter(|name| !is_of(**name, EntityType::Per));
    names.extend(bodies.map(|name| (name.0, first, name.2)));
    names.push((first, end, model::PERSON));
}

/// The name that ends at a token, if what stands before it leaves nothing else.
fn run(text: Around, names: &[Tagged], end: usize) -> Option<Run> {
    let mut first = end;
    // حافظ الأختام [الطيب لوح]: known as it stands.
    let known = names.get(names.partition_point(|name| name.1 < end));
    let known = known.filter(|name| name.1 == end && name.1 > name.0 + 1);
    let known = known.filter(|name| is_of(**name, EntityType::Per) && name.0 > 0);
    if known.is_some_and(|name| is_closed(text, names, name.0 - 1) && !is_part(text, name.0)) {
        return None;
    }
    while first > 0 && end - first < LONGEST {
        let line = text.facts.get(first).is_some_and(|fact| fact.opens_line);
        match Part::of(text, first - 1, end) {
            Part::Sure | Part::Perhaps if !line => first -= 1,
            // قالت الوزيرة [طيف سامي الخزاعي]: a noun of the language, before a sure one.
            Part::Noun if !line && first < end && is_name_behind(text, first, end) => {
                let before = first.checked_sub(2);
                if before.is_some_and(|at| is_closed(text, names, at) || says(text, at)) {
                    first -= 1;
                }
                break;
            }
            _ if !line && first < end && is_initial(text, first - 1) => first -= 2,
            _ => break,
        }
    }
    let opens = |at: usize| {
        let son = matches!(text.tokens.key(at + 1), "ولد" | "بنت");
        !is_definite(text, at) || son || looks_like_grammar(text, at, end)
    };
    while first < end && !opens(first) {
        first += 1;
    }
    let first = behind_role(text, first).min(end);
    let length = end - first;
    let sure = |token: usize| {
        Part::of(text, token, end) == Part::Sure || looks_like_grammar(text, token, end)
    };
    let known = text.facts.get(first).is_some_and(is_known_name);
    let ends = sure(end.saturating_sub(1)) || known && length > 1;
    let part = end.checked_sub(1).is_some_and(|last| is_part(text, last));
    if length == 0 || length > LONGEST || !ends || part {
        return None;
    }
    if first == 0 || text.facts.get(first)?.opens_line {
        return None;
    }
    fits_behind(text, names, (first, end), known).then_some((first, end))
}

/// Whether what stands before a name lets it be one: a role that ends there, a verb whose subject it is.
fn fits_behind(text: Around, names: &[Tagged], (first, end): Run, known: bool) -> bool {
    let before = first - 1;
    if end - first == 1 {
        return is_definite(text, before) && is_title(text, before);
    }
    if says(text, before) {
        let sure = |token: usize| {
            Part::of(text, token, end) == Part::Sure || looks_like_grammar(text, token, end)
        };
        let inside = |token: usize| {
            let at = names.partition_point(|name| name.1 <= token);
            names
                .get(at)
                .is_some_and(|name| name.0 <= token && is_of(*name, EntityType::Per))
        };
        return (first..end).all(|token| sure(token) || is_part(text, token) || inside(token));
    }
    is_closed(text, names, before)
        || has(text, before, Classes::HONORIFIC)
        || is_title(text, before) && known
}

/// What a word may be of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Nothing.
    No,
    /// A noun of the language, which may be a given name.
    Noun,
    /// A word that goes on with a name.
    Perhaps,
    /// A word that is nothing else.
    Sure,
}

impl Part {
    fn of(text: Around, token: usize, end: usize) -> Self {
        let Some(fact) = text.facts.get(token).filter(|_| text.tokens.is_word(token)) else {
            return Self::No;
        };
        let before = token.checked_sub(1);
        // نسأل الله أن; not نصر الله.
        let part = before.is_some_and(|at| !is_definite(text, at) && is_first_part(text, at));
        if text.tokens.key(token) == "الله" && !part {
            return Self::No;
        }
        if is_part(text, token) || looks_like_grammar(text, token, end) {
            return Self::Perhaps;
        }
        if last_word::is_family(text, token, end) {
            return Self::Sure;
        }
        let known = is_known_name(fact);
        // سالم, which looks like a verb.
        let given = fact.leads == Leads::Says && has(text, token, Classes::GIVEN_NAME);
        let of_grammar =
            fact.grammatical || fact.leads != Leads::On && !given || is_adverb(text, token);
        let other = is_theirs(text, token) || is_ours(text, token);
        let other = other || is_owned(text, token) || is_given(text, token);
        if of_grammar || other || fact.joined && !is_own_letter(text, token) {
            return Self::No;
        }
        // ولد الشيخ سيديا, بنت مكناس.
        let behind_part = before.is_some_and(|at| is_part(text, at));
        if behind_part && has(text, token, Classes::PLACE) {
            return Self::Sure;
        }
        if has(text, token, NO_NAME) && !known {
            return Self::No;
        }
        if has(text, token, ROLE) && !known {
            return if behind_part { Self::Sure } else { Self::No };
        }
        let strange = is_unknown(text, token);
        if fact.article {
            let nisba = !is_common(text, token) && is_nisba(text, token);
            let sure = known || people(fact) > 0 || nisba || strange;
            return match sure || behind_part {
                true => Self::Sure,
                false if is_part(text, token + 1) => Self::Perhaps,
                false => Self::No,
            };
        }
        if known || people(fact) > 0 || strange {
            return Self::Sure;
        }
        Self::of_stranger(text, token)
    }

    /// The same of a word that the news does not know as a name.
    fn of_stranger(text: Around, token: usize) -> Self {
        // قالت تساي مي لينغ: no adjective opens a subject.
        let opens = token
            .checked_sub(1)
            .is_some_and(|before| says(text, before));
        let adjective = !opens
            && (text.tokens.key(token).ends_with('ي') || has(text, token, Classes::NATIONALITY));
        if adjective || text.tokens.key(token).starts_with('ي') {
            Self::No
        } else if !is_common(text, token) {
            Self::Perhaps
        } else {
            Self::Noun
        }
    }
}

/// Whether what stands behind a noun makes a name of it (طيف [سامي]، آمنة [بنت] المختار).
fn is_name_behind(text: Around, token: usize, end: usize) -> bool {
    Part::of(text, token, end) == Part::Sure || is_part(text, token)
}

/// Whether a noun has a pronoun (قصته).
fn is_owned(text: Around, token: usize) -> bool {
    let noun = written(text, token).strip_suffix('ه').map(fold);
    noun.is_some_and(|noun| {
        noun.ends_with('ت')
            || vocabulary::look_up(hash_word(&noun)).is_some_and(|w| w.shares[0] == 0)
    })
}

/// Whether a word is ours to whom somebody speaks (لوكالتنا).
fn is_ours(text: Around, token: usize) -> bool {
    let key = text.tokens.key(token);
    key.starts_with('ل') && key.ends_with("نا") || key.starts_with("باسم")
}

/// Whether a full stop at a token closes the initial of a name (ج. د. فانديل).
fn is_initial(text: Around, token: usize) -> bool {
    let letters = token.checked_sub(1).map_or("", |at| text.tokens.key(at));
    token > 1
        && text.tokens.key(token) == "."
        && text.touches(token)
        && text.tokens.is_word(token - 1)
        && (1..=4).contains(&letters.chars().count())
        && text
            .facts
            .get(token - 1)
            .is_some_and(|fact| !fact.grammatical && !fact.article)
        && !has(text, token - 1, ROLE)
}

/// Whether a word is a part of names that is no name alone (ولد، عبد، بن).
fn is_part(text: Around, token: usize) -> bool {
    // فإن is no فان.
    let that = written(text, token).contains('إ');
    has(text, token, Classes::NAME_PART) && !is_definite(text, token) && !that
}

/// Whether a word goes before الله in a name.
fn is_first_part(text: Around, token: usize) -> bool {
    is_part(text, token) || text.facts.get(token).is_some_and(is_known_name)
}

/// Whether a word of a name looks like one of grammar (علي، هو، آن، إلينا، بان كي).
fn looks_like_grammar(text: Around, token: usize, end: usize) -> bool {
    let key = text.tokens.key(token);
    let written = written(text, token);
    match key {
        "علي" => written.ends_with('ي') && !text.dotted,
        "الينا" => written.starts_with('إ'),
        "بان" => text.tokens.key(token + 1) == "كي",
        "كي" => token > 0 && text.tokens.key(token - 1) == "بان",
        // بارك جين هو.
        "هو" => {
            let name = |at: usize| {
                let word = token.checked_sub(at).and_then(|at| text.facts.get(at));
                word.is_some_and(|fact| !fact.article && !fact.grammatical && people(fact) > 0)
            };
            token + 1 == end && (name(1) || name(2))
        }
        _ => is_anne(text, token) || written.starts_with("آلان"),
    }
}

/// Whether آن stands at a token, which is written so as a name alone.
fn is_anne(text: Around, token: usize) -> bool {
    matches!(text.tokens.key(token), "ان" | "انا") && written(text, token).starts_with('آ')
}

fn written(text: Around<'_>, token: usize) -> &str {
    let span = text.tokens.span(token);
    text.text.get(span.range()).unwrap_or_default()
}

/// Whether a word with its article is a name after a tribe or a town, by its ending.
fn is_nisba(text: Around, token: usize) -> bool {
    text.tokens.key(token).ends_with('ي') && !written(text, token).ends_with('ى')
}

fn has(text: Around, token: usize, classes: Classes) -> bool {
    text.words.is(token, classes)
}

/// Whether a word tells what somebody is, with its article or a pronoun or without.
fn is_title(text: Around, token: usize) -> bool {
    let noun = stem::noun(text.tokens.key(token));
    has(text, token, ROLE)
        || classes_of(noun).intersects(ROLE)
        || senses::is(stem::stem(noun), Senses::CALLING)
}

/// Whether a role has a pronoun (نقيبها، مديرتها).
fn is_theirs(text: Around, token: usize) -> bool {
    let key = text.tokens.key(token);
    let pronoun = ["ها", "هم", "ه"].iter().find_map(|p| key.strip_suffix(p));
    let own = !written(text, token).ends_with('ة');
    pronoun.is_some_and(|noun| {
        let feminine = noun.strip_suffix('ت').map(classes_of);
        let role = |classes: Classes| classes.intersects(ROLE);
        own && (role(classes_of(noun)) || feminine.is_some_and(role))
    })
}

/// Whether nothing but a name goes on behind a word: it is definite, and needs no genitive.
fn is_closed(text: Around, names: &[Tagged], token: usize) -> bool {
    let after = names.partition_point(|name| name.1 <= token);
    let named = names
        .get(after)
        .is_some_and(|name| name.1 == token + 1 && !is_of(*name, EntityType::Per));
    let known = text
        .words
        .is(token, Classes::PLACE.union(Classes::NATIONALITY));
    let his = text.tokens.key(token).starts_with("باسم") && !written(text, token).ends_with('م');
    text.tokens.is_word(token)
        && (is_definite(text, token) || named || known || his || is_theirs(text, token))
}
