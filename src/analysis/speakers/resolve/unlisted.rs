//! Persons whom the tagger did not know for such: a name of words without article
//! that ends the source after a role (قال مدير القسم في المعهد [برنتوف كاليسي]).
//! Grammar leaves nothing else: within a phrase a noun without article follows a
//! definite one only as a name.

use super::Resolver;
use crate::{
    analysis::{
        context::Context,
        lexicon::Classes,
        mentions::vocabulary,
        senses::Senses,
        speakers::{
            Attribution,
            callings::is_possessed,
            phrase::Phrase,
            step,
            whose::{is_anothers, of_another, of_whom, relational},
        },
        statements::margins::CERTAIN,
    },
    annotations::{EntityType, Reason, SpeakerId},
};

/// The longest such name, in words.
const LONGEST: usize = 4;

impl Resolver<'_, '_> {
    /// The speaker whom a source names by words that are no known name, or by one
    /// of those by which such a person was named before.
    pub(super) fn unlisted(&mut self, phrase: &Phrase) -> Option<Attribution> {
        let c = self.context;
        let from = c.span(phrase.first, phrase.end);
        let (index, reason, to) = match name(c, phrase) {
            Some((first, end)) => {
                let span = c.span(first, end);
                let words = c.text.get(span.range()).unwrap_or_default().to_owned();
                let index = self.described(&words, phrase);
                if let Some(record) = self.records.get_mut(index) {
                    (record.person, record.named) = (true, true);
                }
                let keys = (first..end).map(|t| c.key(t).to_owned()).collect();
                self.unlisted.push((keys, index));
                (index, Reason::Apposition, Some(span))
            }
            None => (self.by_part(phrase)?, Reason::SameName, None),
        };
        Some(Attribution {
            speaker: SpeakerId(index),
            steps: vec![step(reason, from, to)],
            lead: CERTAIN,
            on: None,
        })
    }

    /// The speaker whose name was torn: only its first word was taken for one, and a word of no
    /// list ends the source behind it (شقيقه [سامر] قلموش).
    pub(super) fn torn(&mut self, phrase: &Phrase) -> Option<Attribution> {
        let c = self.context;
        let [first] = phrase.persons.as_slice() else {
            return None;
        };
        let name = c.mention(*first)?;
        let entity = self.entity(self.entity_at(*first)?);
        let short = name.end == name.first + 1 && !entity.name.contains(' ');
        let last = name.end;
        let ends = last + 1 == phrase.end && may_open(c, last) && c.mention(last).is_none();
        if !short || !ends || name.first == phrase.first {
            return None;
        }
        let span = c.span(name.first, phrase.end);
        let words = c.text.get(span.range()).unwrap_or_default().to_owned();
        let index = self.described(&words, phrase);
        if let Some(record) = self.records.get_mut(index) {
            (record.person, record.named) = (true, true);
        }
        let keys = (name.first..phrase.end).map(|t| c.key(t).to_owned());
        self.unlisted.push((keys.collect(), index));
        let from = c.span(phrase.first, phrase.end);
        Some(Attribution {
            speaker: SpeakerId(index),
            steps: vec![step(Reason::Apposition, from, Some(span))],
            lead: CERTAIN,
            on: None,
        })
    }

    /// The one person whose name ends with the only word of a source (الحداد: …), where that
    /// was not taken for a person's.
    pub(super) fn surnamed(&mut self, phrase: &Phrase) -> Option<Attribution> {
        let c = self.context;
        let known = Classes::TITLE | Classes::HONORIFIC | Classes::SOURCE_NOUN | Classes::ORG_HEAD;
        let alone = phrase.end == phrase.first + 1 && phrase.persons.is_empty();
        if !alone || c.has(phrase.first, known) {
            return None;
        }
        let entity = self.index.by_surname(c.key(phrase.first))?;
        let from = c.span(phrase.first, phrase.end);
        let to = self.entity(entity).mentions.first().map(|m| m.span);
        Some(Attribution {
            speaker: SpeakerId(self.of_entity(entity)),
            steps: vec![step(Reason::SameName, from, to)],
            lead: CERTAIN,
            on: None,
        })
    }

    /// Who was named so before, by these words and others.
    fn by_part(&self, phrase: &Phrase) -> Option<usize> {
        let c = self.context;
        let mut first = phrase.first;
        while first < phrase.end && c.has(first, Classes::TITLE | Classes::HONORIFIC) {
            first += 1;
        }
        let called = || (first..phrase.end).map(|t| c.key(t));
        let same = |keys: &Vec<String>| {
            let part = keys.len().checked_sub(phrase.end - first);
            let ends = part.and_then(|part| keys.get(part..));
            let begins = keys.get(..phrase.end - first);
            let is = |part: Option<&[String]>| part.is_some_and(|part| called().eq(part.iter()));
            is(ends) || is(begins)
        };
        if first == phrase.end {
            return None;
        }
        let mut named = self.unlisted.iter().rev();
        named.find(|(keys, _)| same(keys)).map(|(_, index)| *index)
    }
}

/// The tokens of a name of unknown words that ends a phrase for a person.
fn name(c: &Context, phrase: &Phrase) -> Option<(usize, usize)> {
    if let Some(quoted) = quoted(c, phrase).or_else(|| quoted_last(c, phrase)) {
        return Some(quoted);
    }
    let kin = is_possessed(c, phrase.head);
    if !(phrase.for_person(c) || kin) || phrase.plural || !phrase.persons.is_empty() {
        return None;
    }
    let mut end = phrase.end;
    while end > phrase.head + 1 && c.is_mark(end - 1) {
        end -= 1;
    }
    let opens = |t: &usize| may_open(c, *t) && after_definite(c, *t);
    let first = (phrase.head + 1..end).find(opens)?;
    let goes_on = (first + 1..end).all(|t| is_part(c, t));
    // A single word must be none of the language.
    let known = end == first + 1 && vocabulary::look_up(c.lists.hash(first)).is_some();
    let of_whose = |t| !c.has_article(t) && relational(c, t);
    let another = (phrase.head..first).any(|t| of_whose(t) || of_whom(c, t));
    let another = another || of_another(phrase, c, first);
    let known_of_another = |t: usize| c.mention(t).is_some_and(|m| is_anothers(phrase, c, m));
    let another = another || (first..end).any(known_of_another);
    (end - first <= LONGEST && goes_on && !known && !another).then_some((first, end))
}

/// The tokens of a name in quotation marks that opens a source, with a title behind it
/// (قال "كيم سو جون" مدير المركز).
fn quoted(c: &Context, phrase: &Phrase) -> Option<(usize, usize)> {
    let quote = c.quotes.get(c.quote_opening(phrase.first)?)?;
    let behind = quote.close + 1;
    let titled = behind < phrase.end && c.has(behind, Classes::TITLE);
    let name = (quote.open + 1, quote.close);
    let short = (1..=LONGEST).contains(&(name.1 - name.0));
    (quote.closed && phrase.persons.is_empty() && titled && short).then_some(name)
}

/// The same behind a role, at the end of the source (قالت الخبيرة "ليلى سكر").
fn quoted_last(c: &Context, phrase: &Phrase) -> Option<(usize, usize)> {
    let last = phrase.end.checked_sub(1)?;
    let quote = c.quote_closing(last)?;
    let name = (quote.open + 1, quote.close);
    let role = phrase.head < quote.open && phrase.for_person(c) && !phrase.plural;
    let short = (1..=LONGEST).contains(&(name.1 - name.0));
    // مدير مركز "المنار": the name of what stands before it.
    let before = quote.open.wrapping_sub(1);
    let of_a_thing = c.has(
        before,
        Classes::ORG_HEAD | Classes::DOC_HEAD | Classes::MEDIA,
    ) || !c.has_article(before) && before > phrase.head;
    let words = (name.0..name.1).all(|t| is_part(c, t) && !c.has_article(t));
    (role && short && words && !of_a_thing && phrase.persons.is_empty()).then_some(name)
}

/// Whether a word of no class that lists know may open a name.
fn may_open(c: &Context, token: usize) -> bool {
    const NO_NAMES: Classes = Classes::TITLE
        .union(Classes::HONORIFIC)
        .union(Classes::ORG_HEAD)
        .union(Classes::PLACE_HEAD)
        .union(Classes::SOURCE_NOUN)
        .union(Classes::NATIONALITY)
        .union(Classes::TIME_NOUN)
        .union(Classes::CALENDAR)
        .union(Classes::NUMBER_WORD);
    (is_part(c, token) || is_own(c, token))
        && c.word(token).article & 1 == 0
        && !c.has(token, NO_NAMES)
}

/// Whether ك begins a name, which no preposition can behind who somebody is (الوزيرة الإيطالية كلارا روسي).
fn is_own(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    key.starts_with('ك') && c.class(token).is_none() && c.word(token).cue.is_none()
}

/// Whether a word may stand within a name.
fn is_part(c: &Context, token: usize) -> bool {
    let word = c.word(token);
    c.tokens.is_word(token)
        && c.class(token).is_none()
        && word.cue.is_none()
        && !c.means(token, Senses::BEHALF)
        && !c.key(token).starts_with("وال")
        && !word.finite
        && c.lists.get(token).proclitics == 0
        && c.mention(token)
            .is_none_or(|mention| mention.kind == EntityType::Per)
}

/// Whether the word before is definite: by its article, as a name, or as a form of
/// address.
fn after_definite(c: &Context, token: usize) -> bool {
    let before = token - 1;
    let named = c
        .mention(before)
        .is_some_and(|mention| mention.end == token && mention.kind != EntityType::Per);
    let article = c.class(before).is_none() && c.has_article(before);
    // محاميه بشارة خوري.
    let whose = is_possessed(c, before);
    named || article || whose || c.quote_closing(before).is_some()
}
