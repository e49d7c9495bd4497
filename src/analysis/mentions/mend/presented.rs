//! Somebody whom a verb of saying and a role present, where the tagger does not know
//! the name (وقال المستثمر [برنتوف كاليسي] إن…): behind a definite noun nothing but a
//! name goes on without article, and the words that open the content end it.

use smallvec::SmallVec;

use super::{
    Around, is_of,
    words::{ROLE, is_adverb, is_common, is_joined, is_known_name, is_strange},
};
use crate::{
    analysis::{
        cues::{self, Shape},
        lexicon::Classes,
        mentions::{led::Leads, model, tagger::Tagged},
        senses,
    },
    annotations::EntityType,
};

/// The longest phrase for who speaks, and the longest name in it, in tokens.
const PHRASE: usize = 12;
const NAME: usize = 3;
/// How far behind the phrase its content may open, in tokens.
const AHEAD: usize = 10;
/// Marks by their shapes, as [`Fact`] has them.
const MARKS: u8 = 8;
const STOP: u8 = 8;
const QUOTES: std::ops::RangeInclusive<u8> = 10..=11;
const COLON: u8 = 15;

/// A role that stands before the name of a person.
/// What is no word of a person's name.
const NO_NAME: Classes = Classes::TITLE
    .union(Classes::SOURCE_NOUN)
    .union(Classes::ORG_HEAD)
    .union(Classes::PLACE_HEAD)
    .union(Classes::DOC_HEAD)
    .union(Classes::EVENT_HEAD)
    .union(Classes::NATIONALITY)
    .union(Classes::PEOPLE)
    .union(Classes::PLACE)
    .union(Classes::MEDIA)
    .union(Classes::PORTFOLIO)
    .union(Classes::NUMBER_WORD)
    .union(Classes::TIME_NOUN)
    .union(Classes::CALENDAR)
    .union(Classes::FUNCTION);

/// The names with those of the people who are presented.
pub fn add(text: Around, mut names: Vec<Tagged>) -> Vec<Tagged> {
    let mut added: SmallVec<[Tagged; 4]> = SmallVec::new();
    for (token, fact) in text.facts.iter().enumerate() {
        let said = fact.leads == Leads::Says || fact.grammatical && is_relay(text, token);
        let role = fact.classes.intersects(ROLE) && fact.proclitics == 0;
        let peer = senses::is_peer(text.tokens.key(token).trim_start_matches(['و', 'ب', 'ل']));
        if !said && !role && !peer {
            continue;
        }
        let name = said.then(|| presented(text, &names, token + 1)).flatten();
        let name = name.or_else(|| peer.then(|| behind_peer(text, &names, token)).flatten());
        let name = name.or_else(|| role.then(|| beside_role(text, &names, token)).flatten());
        if let Some((first, end)) = name {
            added.push((first, end, model::PERSON));
        }
    }
    added.sort_unstable();
    added.dedup_by(|next, name| next.0 < name.1);
    if added.is_empty() {
        return names;
    }
    names.extend(added);
    names.sort_unstable();
    names.dedup_by(|next, name| next.0 < name.1);
    names
}

/// Whether عن behind a verb of saying leads up to who spoke.
fn is_relay(text: Around, token: usize) -> bool {
    let said = text
        .facts
        .get(token)
        .is_some_and(|fact| fact.led.by() & 2 != 0);
    said && text.tokens.key(token) == "عن"
}

/// The name of two words or three behind a word for somebody's like and where its bearer is from (مع نظيرته السويدية
/// [إنغريد لوندغرن]).
fn behind_peer(text: Around, names: &[Tagged], peer: usize) -> Option<(usize, usize)> {
    let from = |at: &usize| text.facts.get(*at).is_some_and(|fact| fact.article);
    let first = (peer + 1..peer + 3).find(|at| !from(at))?;
    let word = |at: &usize| {
        let fact = text.facts.get(*at);
        fact.is_some_and(|fact| !fact.opens_line && (is_strange(text, *at) || is_known_name(fact)))
            && may_be_name(text, names, *at, *at > first)
    };
    let end = (first..first + NAME)
        .find(|at| !word(at))
        .unwrap_or(first + NAME);
    (end >= first + 2).then_some((first, end))
}

/// The name around a token.
fn at(names: &[Tagged], token: usize) -> Option<Tagged> {
    let after = names.partition_point(|name| name.0 <= token);
    let name = *names.get(after.checked_sub(1)?)?;
    (token < name.1).then_some(name)
}

/// The name at the end of the phrase that opens at a token behind a verb of saying.
fn presented(text: Around, names: &[Tagged], first: usize) -> Option<(usize, usize)> {
    let end = phrase_end(text, first)?;
    let person = |token: &usize| at(names, *token).is_some_and(|n| is_of(n, EntityType::Per));
    if (first..end).any(|token| person(&token)) {
        return None;
    }
    let name = (first..end).find(|token| may_begin(text, names, first, *token))?;
    let kind = Presented {
        role: name > first && text.facts.get(first)?.classes.intersects(ROLE),
        beside: name == first + 1,
        bare: name == first,
        opens: opens(text, end),
    };
    let able = (name..end).all(|token| may_be_name(text, names, token, token > name));
    if end - name <= NAME && able && kind.takes(text, name..end) {
        return Some((name, end));
    }
    None
}

/// The name at the end of the phrase that opens with a role: one that is known needs
/// nothing that ends it (زار المدير إدريس العلمي القسم).
fn beside_role(text: Around, names: &[Tagged], first: usize) -> Option<(usize, usize)> {
    let end = phrase_end(text, first)?;
    let name = (first + 1..end).find(|token| may_begin(text, names, first, *token))?;
    let free =
        (first..end).all(|token| at(names, token).is_none_or(|n| !is_of(n, EntityType::Per)));
    let known = text.facts.get(name).is_some_and(is_known_name);
    let stop = (name + 1..end.min(name + NAME)).find(|token| !is_family(text, *token));
    let stop = stop.unwrap_or_else(|| end.min(name + NAME));
    (free && known && stop > name + 1).then_some((name, stop))
}

/// How a name is presented.
struct Presented {
    /// Behind a role.
    role: bool,
    /// Behind one word.
    beside: bool,
    /// Behind nothing but the verb.
    bare: bool,
    /// A content opens behind the phrase.
    opens: bool,
}

impl Presented {
    /// Whether these words are a name then.
    fn takes(&self, text: Around, words: std::ops::Range<usize>) -> bool {
        let facts = || words.clone().filter_map(|token| text.facts.get(token));
        let first_known = facts().next().is_some_and(is_known_name);
        let strange = |token: usize| is_strange(text, token);
        let told = words.clone().any(strange) || facts().any(is_known_name);
        match words.len() {
            1 => self.opens && !self.bare && (self.role || self.beside) && strange(words.start),
            _ if self.bare => {
                let last = words.end - 1;
                self.opens && strange(last) && (first_known || words.clone().all(strange))
            }
            _ => self.opens && told,
        }
    }
}

/// Where the phrase at a token ends, if something ends it soon. A role goes on over في
/// and words with a preposition (المتحدث باسم الشرطة، مديرة القسم في المعهد).
fn phrase_end(text: Around, first: usize) -> Option<usize> {
    let role = text.facts.get(first)?.classes.intersects(ROLE);
    let ends = |token: &usize| {
        text.facts.get(*token).is_none_or(|fact| {
            fact.leads != Leads::On
                || fact.opens_line
                || fact.shape >= MARKS
                || !role && is_joined(text, *token)
                || !(role && fact.locative) && fact.grammatical
        })
    };
    let end = (first..first + PHRASE).find(ends)?;
    (end > first && end < text.facts.len()).then_some(end)
}

/// Whether a content opens soon behind a phrase: after أن، a colon, a quotation mark.
fn opens(text: Around, end: usize) -> bool {
    let behind = text.facts.get(end..).unwrap_or_default();
    let near = behind.iter().take(AHEAD).enumerate();
    for (by, fact) in near {
        if fact.opens_line || fact.shape == STOP || by > 0 && fact.leads == Leads::Says {
            return false;
        }
        if fact.leads == Leads::Opens || fact.shape == COLON || QUOTES.contains(&fact.shape) {
            return true;
        }
    }
    false
}

/// Whether a name may begin at a token of the phrase at `first`: at its beginning, or
/// where what stands before is definite and complete.
fn may_begin(text: Around, names: &[Tagged], first: usize, token: usize) -> bool {
    let article = |token: usize| text.facts.get(token).is_some_and(|fact| fact.article);
    if article(token) || !may_be_name(text, names, token, false) {
        return false;
    }
    token == first || article(token - 1) || at(names, token - 1).is_some_and(|n| n.1 == token)
}

/// Whether a word may be one of a name; `later` than its first, where an adjective of a
/// nation may be a family's name.
fn may_be_name(text: Around, names: &[Tagged], token: usize, later: bool) -> bool {
    let Some(fact) = text.facts.get(token) else {
        return false;
    };
    let nisba = later && fact.article && fact.classes.intersects(Classes::NATIONALITY);
    // وصف الوزير تصريحات سامر بـ.
    let said =
        cues::word(text.tokens.key(token)).is_some_and(|cue| cue.entry.shape == Shape::Masdar);
    text.tokens.is_word(token)
        && at(names, token).is_none()
        && !said
        && text.tokens.key(token) != "ب"
        && !is_adverb(text, token)
        && !is_joined(text, token)
        && (!fact.classes.intersects(NO_NAME) || nisba || is_known_name(fact))
}

/// Whether a word behind a given name goes on with it.
fn is_family(text: Around, token: usize) -> bool {
    text.facts.get(token).is_some_and(|fact| {
        let definite = fact.article && !is_common(text, token) && !fact.classes.intersects(NO_NAME);
        is_known_name(fact) || is_strange(text, token) || definite
    }) && text.tokens.is_word(token)
        && !is_adverb(text, token)
        && !is_joined(text, token)
}
