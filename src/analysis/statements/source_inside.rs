//! What a phrase holds that may be a source, gathered token by token: all ends
//! of one beginning share one walk.

use super::sources::Source;
use crate::{
    analysis::{context::Context, grammar::Class, lexicon::Classes, senses::Senses, work},
    annotations::EntityType,
};

/// What stands in a phrase.
#[derive(Clone, Copy, Debug)]
pub struct Inside {
    first: usize,
    end: usize,
    /// Which sorts of names, and whether a title.
    pub names: u64,
    /// Whether the occasion or the hearer of the speech opens after its first word.
    pub occasion: bool,
    /// Where the first person in it ends, who begins in it.
    person: Option<usize>,
}

impl Inside {
    /// An empty phrase before a token.
    pub fn from(first: usize) -> Self {
        Self {
            first,
            end: first,
            names: 0,
            occasion: false,
            person: None,
        }
    }

    /// One phrase.
    pub fn of(context: &Context, (first, end): Source) -> Self {
        let mut inside = Self::from(first);
        inside.reach(context, (first, end));
        inside
    }

    /// Goes on to that phrase, from a shorter one with the same beginning, else
    /// from its beginning.
    pub fn reach(&mut self, context: &Context, (first, end): Source) {
        if self.first != first || self.end > end {
            *self = Self::from(first);
        }
        while self.end < end {
            self.take(context, self.end);
            self.end += 1;
        }
    }

    fn take(&mut self, context: &Context, token: usize) {
        work::step();
        if let Some(mention) = context.mention(token) {
            self.names |= 1 << mention.kind as u64;
            if mention.kind == EntityType::Per && mention.first == token {
                self.person.get_or_insert(mention.end);
            }
        }
        self.names |= u64::from(context.has(token, Classes::TITLE)) << 8;
        if token > self.first {
            self.occasion = self.occasion || occasion_at(context, token);
        }
    }

    /// What goes on after the first person: nothing, or what sort of word.
    pub fn after_person(&self, look: impl FnOnce(usize) -> u16) -> u32 {
        match self.person {
            None => 0,
            Some(person) if person >= self.end => 1,
            Some(person) => u32::from(look(person)) << 1 | 1 << 20,
        }
    }
}

/// Whether the occasion or the hearer of a speech opens at a token: في كلمة،
/// خلال مؤتمر، لصحيفة, not a place that is part of who speaks (مسؤول في الشركة).
pub fn occasion_at(context: &Context, token: usize) -> bool {
    let word = context.word(token);
    match word.class {
        Some(Class::In | Class::Via | Class::Ala) => {
            let next = token + 1;
            // في كلمة، في ذات التصريح، في هذا اللقاء
            let points = context.class(next) == Some(Class::Demonstrative)
                || context.means(next, Senses::EMPTY);
            context.word(next + usize::from(points)).occasion
        }
        Some(Class::Min) => {
            context.class(token + 1) == Some(Class::Turn) || context.means(token + 1, Senses::SIDE)
        }
        Some(
            Class::TimePreposition
            | Class::Response
            | Class::Time
            | Class::Turn
            | Class::When
            | Class::Where
            | Class::While,
        ) => true,
        Some(_) => false,
        None => word.to_outlet,
    }
}
