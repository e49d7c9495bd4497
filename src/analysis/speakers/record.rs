//! A speaker while the article is read: what is known of them so far.

use compact_str::CompactString;
use smallvec::SmallVec;

use super::{distinct::Distinct, phrase::Phrase};
use crate::{
    analysis::{
        cues::Agreement,
        lexicon::CountryId,
        normalize::{fold, folds_to},
        work,
    },
    annotations::EntityId,
    document::Span,
};

/// By what a speaker is known again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// An entity of the article.
    Entity(usize),
    /// The folded words of a description.
    Words(String),
}

/// By how many head nouns somebody is known: who is called by more is called by anything.
const MOST_STEMS: usize = 64;

/// A speaker and what is known of them.
#[derive(Clone, Debug)]
pub struct Record {
    /// By what they are known again.
    pub key: Key,
    /// The fullest name or description so far.
    pub name: String,
    /// The words by which sources called them.
    pub aliases: Vec<String>,
    /// The same, folded, and all that the name was before.
    pub(super) called: Distinct,
    /// Where they are named as a source.
    pub mentions: Vec<Span>,
    /// Whether they are a person.
    pub person: bool,
    /// Whether the words by which they are known are their name, not a description.
    pub named: bool,
    /// Whether nobody in particular is meant, whom nothing takes up (أي منهم).
    pub nobody: bool,
    /// The head nouns by which they were called.
    pub stems: SmallVec<[CompactString; 2]>,
    /// How the verbs of their statements agree, where that was seen.
    pub agreement: Option<Agreement>,
    /// The content words by which they were called.
    pub words: Distinct,
    /// The country that a source spoke of with them.
    pub country: Option<CountryId>,
    /// The number of their last statement.
    pub last: Option<usize>,
    /// How many statements they have so far.
    pub said: usize,
}

impl Record {
    /// A speaker known by `key` and called `name`.
    pub fn new(key: Key, name: &str, person: bool) -> Self {
        Self {
            key,
            name: name.to_owned(),
            aliases: Vec::new(),
            called: Distinct::default(),
            mentions: Vec::new(),
            person,
            named: false,
            nobody: false,
            stems: SmallVec::new(),
            agreement: None,
            words: Distinct::default(),
            country: None,
            last: None,
            said: 0,
        }
    }

    /// The entity that they are.
    pub fn entity(&self) -> Option<EntityId> {
        match self.key {
            Key::Entity(index) => Some(EntityId(index)),
            Key::Words(_) => None,
        }
    }

    /// Takes another source for them in.
    pub fn call(&mut self, words: &str, span: Span, phrase: &Phrase) {
        let folded = fold(words);
        if !folds_to(&self.name, &folded) && self.called.add(&folded) {
            self.aliases.push(words.to_owned());
        }
        self.mentions.push(span);
        let new = !phrase.stem.is_empty() && !self.stems.contains(&phrase.stem);
        work::steps(self.stems.len());
        if new && self.stems.len() < MOST_STEMS {
            self.stems.push(phrase.stem.clone());
        }
        for word in &phrase.words {
            self.words.add(word);
        }
        self.country = self.country.or(phrase.country);
        let described = matches!(self.key, Key::Words(_)) && !self.named;
        if described && words.split_whitespace().count() > self.name.split_whitespace().count() {
            let shorter = std::mem::replace(&mut self.name, words.to_owned());
            self.aliases.retain(|a| a != words);
            self.called.add(&fold(&shorter));
            self.aliases.push(shorter);
        }
        if phrase.plural {
            self.agreement = Some(Agreement::They);
        } else if phrase.feminine && self.agreement.is_none() {
            self.agreement = Some(Agreement::She);
        }
    }

    /// Whether they are several men, by the ending of the noun for them (مسؤولون): by no
    /// verb in the singular, unless it stands before them.
    pub fn are_men(&self) -> bool {
        if self.entity().is_some() || self.agreement != Some(Agreement::They) {
            return false;
        }
        let first = self.name.split_whitespace().next().map(fold);
        let ends = |noun: String| noun.ends_with("ون") || noun.ends_with("ين");
        first.is_some_and(ends)
    }

    /// Whether a verb that agrees so may be theirs.
    pub fn agrees(&self, agreement: Agreement) -> bool {
        match (self.agreement, agreement) {
            (_, Agreement::Any | Agreement::Speaker) | (None, _) => true,
            // قالت المصادر.
            (Some(Agreement::They), Agreement::She) => !self.are_men(),
            (Some(known), wanted) => known == wanted,
        }
    }
}
