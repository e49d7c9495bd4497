//! The name of a person in the words that joining compares.

use compact_str::{CompactString, format_compact};
use smallvec::SmallVec;

use super::{
    forms::{Form, Source, Word},
    particles::{self, Particle},
    persons::same_word,
    spelling,
};
use crate::analysis::{cues, lexicon::Classes, tokens::TokenKind};

/// Where a word stands in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first of several.
    Given,
    /// After بن.
    Son,
    /// Between the others.
    Inner,
    /// The last.
    Family,
}

/// A word of a name, its compounds made one: عبدالله, أبومازن, آل ثاني.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Folded.
    pub key: CompactString,
    /// Its firm consonants.
    pub skeleton: CompactString,
    /// Where it stands.
    pub place: Place,
    /// Whether بن or another link stands before it.
    pub linked: bool,
    /// Whether بن does.
    pub son: bool,
    /// Whether it is a given name by the lists.
    pub given: bool,
}

/// A person's name.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// Its words, without titles and links.
    pub units: Vec<Unit>,
    /// Whether it has the title of a prince.
    pub prince: bool,
    /// Whether it is somebody whom no full name of an article is.
    pub nobody: bool,
    /// Whether a title stands in it, or a title or a verb of saying before its
    /// first place.
    pub titled: bool,
    /// What tells it from another's of the same words: الابن.
    pub apart: Option<CompactString>,
}

impl Person {
    /// Reads a form, and the word before its first place.
    pub fn read(source: Source, form: &Form) -> Self {
        let mut person = Self::default();
        let place = form.places.first().and_then(|p| source.mentions.get(*p));
        if let Some(first) = place.and_then(|m| m.first.checked_sub(1))
            && source.tokens.kind(first) == TokenKind::Word
        {
            let title = Classes::TITLE | Classes::HONORIFIC;
            let key = source.tokens.key(first);
            person.title(key, source.words.is(first, title));
            person.titled |= cues::word(key).is_some();
        }
        let named: SmallVec<[&Word; 8]> = form.words.iter().filter(|w| !w.aside).collect();
        let titles = person.titles(&named);
        person.units(named.get(titles..).unwrap_or_default());
        person.places();
        person
    }

    fn title(&mut self, key: &str, listed: bool) {
        match particles::of(key) {
            Some(Particle::Prince) => self.prince = true,
            Some(Particle::Nobody) => self.nobody = true,
            _ => {}
        }
        self.titled |= listed || self.prince;
    }

    /// How many words at the beginning of a name are titles.
    fn titles(&mut self, words: &[&Word]) -> usize {
        let mut count = 0;
        for word in words.iter().take(words.len().saturating_sub(1)) {
            // سلطان بن ماجد: a title that بن follows is a name.
            let name = words.get(count + 1).map(|next| particles::of(&next.key));
            let title = is_title(word) && !matches!(name, Some(Some(Particle::Bin)));
            if !title && particles::of(&word.key) != Some(Particle::Prince) {
                break;
            }
            self.title(&word.key, title);
            count += 1;
        }
        count
    }

    fn units(&mut self, words: &[&Word]) {
        let (mut linked, mut son) = (false, false);
        let mut at = 0;
        while let Some(word) = words.get(at) {
            at += 1;
            let next = words.get(at).map(|w| w.key.as_str());
            let compound = match (particles::of(&word.key), next) {
                (Some(Particle::Father), Some(next)) => Some(format_compact!("ابو{next}")),
                (Some(Particle::Abd), Some(next)) => Some(format_compact!("عبد{next}")),
                (Some(Particle::House), Some(next)) => Some(format_compact!("ال {next}")),
                _ => None,
            };
            match (particles::of(&word.key), self.units.last_mut()) {
                (Some(Particle::Link), _) if next.is_some() => linked = true,
                (Some(Particle::Bin), _) if next.is_some() => (linked, son) = (true, true),
                (Some(Particle::Apart), Some(_)) => self.apart = Some(word.key.clone()),
                (Some(Particle::Of), Some(before)) => before.key.push_str(&word.key),
                _ if word.key.chars().nth(1).is_none() && next.is_some() => {}
                _ => {
                    at += usize::from(compound.is_some());
                    self.units.push(Unit {
                        key: compound.unwrap_or_else(|| word.key.clone()),
                        skeleton: CompactString::default(),
                        place: Place::Inner,
                        linked,
                        son,
                        given: word.classes.intersects(Classes::GIVEN_NAME),
                    });
                    (linked, son) = (false, false);
                }
            }
        }
    }

    fn places(&mut self) {
        let last = self.units.len().saturating_sub(1);
        let mut skeleton = String::with_capacity(48);
        for (at, unit) in self.units.iter_mut().enumerate() {
            skeleton.clear();
            spelling::skeleton(&unit.key, &mut skeleton);
            unit.skeleton = skeleton.as_str().into();
            unit.place = match at {
                0 => Place::Given,
                _ if unit.son => Place::Son,
                _ if at == last => Place::Family,
                _ => Place::Inner,
            };
        }
    }

    /// How well a name of this one word is a part of one that holds the word at
    /// `place`: less is better; nothing where it is no part.
    pub fn rank(&self, place: Place) -> Option<u8> {
        let unit = self.units.first()?;
        match place {
            // بن سلمان, and never الأمير سلمان, is محمد بن سلمان.
            Place::Son => unit.son.then_some(0),
            Place::Given | Place::Inner if unit.linked => None,
            Place::Given => Some(u8::from(!self.prince)),
            Place::Family => Some(u8::from(self.prince)),
            Place::Inner => (self.titled && !self.prince || !unit.given).then_some(2),
        }
    }

    /// How far a shorter or equal name is from being this one's, its words in
    /// order; nothing where it is another's.
    pub fn covers(&self, part: &Person) -> Option<u32> {
        if self.apart != part.apart {
            return None;
        }
        let first = part.units.first()?;
        let begin = self
            .units
            .iter()
            .position(|u| same_word(u, first).is_some())?;
        // Without the given name only what is a family name of several words.
        if begin > 0 && (first.given && !first.linked) {
            return None;
        }
        let mut rest = self.units.get(begin..)?.iter();
        let mut cost = 0;
        for unit in &part.units {
            cost += rest.find_map(|u| same_word(u, unit))?;
        }
        let ends = rest.next().is_none();
        (begin == 0 || ends).then_some(cost)
    }
}

/// Whether a word at the beginning of a name is a title, by the lists.
pub(super) fn is_title(word: &Word) -> bool {
    let title = word.classes.intersects(Classes::HONORIFIC)
        || word.classes.intersects(Classes::TITLE) && word.key.starts_with("ال");
    title && !word.classes.intersects(Classes::GIVEN_NAME)
}
