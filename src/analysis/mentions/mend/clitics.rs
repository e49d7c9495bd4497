//! The clitics of names that no list holds: what the article itself shows of the
//! word, else what stands before it.

use super::{Around, is_of};
use crate::{
    analysis::{
        cues::{self, Government},
        hash::{Map, Seeded},
        lexicon::Classes,
        mentions::{led::Leads, tagger::Tagged, vocabulary},
        senses::{self, Senses},
    },
    annotations::EntityType,
};

/// Where in names each word stands without clitics of its own.
pub struct Cuts<'t> {
    text: Around<'t>,
    inside: Map<&'t str, u8>,
}

/// In a name after its first word.
const LATER: u8 = 1;
/// As the first word of a name, nothing cut off.
const FIRST: u8 = 2;

impl<'t> Cuts<'t> {
    /// Gathers it from all names.
    pub fn new(text: Around<'t>, names: &[Tagged]) -> Self {
        let words = names.iter().map(|name| name.1 - name.0).sum();
        let mut inside: Map<&str, u8> = Map::with_capacity_and_hasher(words, Seeded::default());
        for name in names {
            let person = is_of(*name, EntityType::Per);
            for at in name.0..name.1 {
                let plain = text.facts.get(at).is_some_and(|f| f.proclitics == 0);
                let place = if at > name.0 { LATER } else { FIRST };
                if (plain || person && place == LATER) && text.tokens.is_word(at) {
                    *inside.entry(text.tokens.key(at)).or_default() |= place;
                }
            }
        }
        Self { text, inside }
    }

    /// How many letters of the first word of a name are clitics.
    pub fn of(&self, before: Option<&Tagged>, name: Tagged) -> usize {
        let first = name.0;
        let told = self
            .text
            .facts
            .get(first)
            .map_or(0, |f| usize::from(f.proclitics));
        let known = !self.text.words.get(first).classes.is_empty();
        // كارمن, لبيب: names as they are, whatever is left without their first letter.
        if is_of(name, EntityType::Per) && self.is_whole_name(first) {
            return 0;
        }
        if is_of(name, EntityType::Per) && self.is_subject(first) {
            return 0;
        }
        if known || !self.text.tokens.is_word(first) {
            return told;
        }
        let key = self.text.tokens.key(first);
        // كلارا, كنجي: nobody is like somebody else.
        let like = key.starts_with('ك') && is_of(name, EntityType::Per);
        match told {
            1 if like && !self.stands(cut(key), LATER | FIRST) => 0,
            1 if self.stands(key, LATER) && !self.stands(cut(key), LATER | FIRST) => 0,
            0 if key.chars().nth(3).is_some() => usize::from(self.has_clitic(key, before, name)),
            told => told,
        }
    }

    fn stands(&self, key: &str, places: u8) -> bool {
        self.inside.get(key).is_some_and(|p| p & places != 0)
    }

    fn has_clitic(&self, key: &str, before: Option<&Tagged>, name: Tagged) -> bool {
        if !key.starts_with(['و', 'ب', 'ل']) || self.stands(key, LATER) {
            return false;
        }
        self.stands(cut(key), LATER | FIRST)
            || key.starts_with('و') && self.in_a_list(before, name)
            || key.starts_with('ل') && self.after_a_word_of_reference(name.0)
    }

    /// A name right after another of its type, or after one with a comma, that no
    /// table knows as a whole.
    fn in_a_list(&self, before: Option<&Tagged>, (first, _, kind): Tagged) -> bool {
        let unknown = vocabulary::look_up(self.text.words.hash(first)).is_none();
        let comma = |end: usize| matches!(self.text.tokens.key(end), "،" | ",");
        let listed = |name: &&Tagged| name.1 == first || name.1 + 1 == first && comma(name.1);
        let before = before.filter(|name| name.2 == kind);
        unknown && before.as_ref().is_some_and(listed) && !self.text.opens_line(first)
    }

    fn is_whole_name(&self, token: usize) -> bool {
        vocabulary::is_whole_name(self.text.tokens.key(token), self.text.words.hash(token))
    }

    /// Whether a word stands right behind a verb of saying or a role, where no preposition with its first
    /// letter may (قال كيارا بونو، المدير فام مينه).
    fn is_subject(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1) else {
            return false;
        };
        let verb = self
            .text
            .facts
            .get(before)
            .filter(|fact| fact.leads == Leads::Says)
            .and_then(|_| cues::word(self.text.tokens.key(before)));
        let role = Classes::TITLE.union(Classes::HONORIFIC);
        let titled = self.text.words.is(before, role)
            && self.text.facts.get(before).is_some_and(|fact| fact.article);
        let key = self.text.tokens.key(first);
        match key.chars().next() {
            Some('ك' | 'ف') => verb.is_some() || titled,
            Some('ب') => verb.is_some_and(|verb| !verb.entry.government.contains(Government::BI)),
            _ => false,
        }
    }

    /// بالنسبة لفلان.
    fn after_a_word_of_reference(&self, first: usize) -> bool {
        let before = first
            .checked_sub(1)
            .map_or("", |at| self.text.tokens.key(at));
        senses::is(
            before.strip_prefix('و').unwrap_or(before),
            Senses::REFERENCE,
        )
    }
}

/// Without the first letter.
fn cut(key: &str) -> &str {
    let mut letters = key.chars();
    letters.next();
    letters.as_str()
}
