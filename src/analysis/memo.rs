//! What was made of a word form, kept for the next time that it is met.
//!
//! A thread keeps memos over articles, by the numbers of the
//! [`interner`]; they grow and shrink with it.

use std::sync::Arc;

use super::{
    interner::{self, Generation},
    narrow::to_u32,
    tokens::{Met, Tokens},
};

/// What one function made of the forms of a text: each once, however often it
/// stands there.
#[derive(Clone, Debug)]
pub struct ByForm<T> {
    places: Arc<[u32]>,
    values: Vec<T>,
}

impl<T: Copy> ByForm<T> {
    /// What was made of a token's form; nothing past the end.
    #[inline]
    pub fn get(&self, token: usize) -> Option<&T> {
        self.values.get(*self.places.get(token)? as usize)
    }

    /// Puts something else at one token, whatever was made of its form.
    pub fn replace(&mut self, token: usize, value: T) {
        let number = to_u32(self.values.len());
        if let Some(place) = Arc::make_mut(&mut self.places).get_mut(token) {
            *place = number;
            self.values.push(value);
        }
    }

    /// For each token what `of` makes of what was made of its form.
    pub fn of_tokens<U: Copy + Default>(&self, of: impl Fn(&T) -> U) -> Vec<U> {
        let value = |place: &u32| self.values.get(*place as usize).map(&of);
        let values = self
            .places
            .iter()
            .map(|place| value(place).unwrap_or_default());
        values.collect()
    }
}

/// How many tokens of an article something else is put at, mostly: those of names.
const REPLACED: usize = 8;

/// What one function made of each form.
#[derive(Debug)]
pub struct Memo<T> {
    generation: Generation,
    values: Vec<Seat<T>>,
}

/// What was made of a form, if anything was. Forms are met in any order, and each costs
/// as many cache lines as it touches: so every seat begins with one.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Seat<T>(Option<T>);

impl<T: Copy> Memo<T> {
    /// An empty one.
    pub const fn new() -> Self {
        Self {
            generation: 0,
            values: Vec::new(),
        }
    }

    /// What `make` makes of the forms of a text; called with one token of each
    /// form that was not met before.
    pub fn all(&mut self, tokens: &Tokens, make: impl FnMut(usize) -> T) -> ByForm<T>
    where
        T: Default,
    {
        self.ready(tokens, make);
        let made = |met: &Met| self.get(met.form).copied().unwrap_or_default();
        let mut values = Vec::with_capacity(tokens.met().len() + REPLACED);
        values.extend(tokens.met().iter().map(made));
        ByForm {
            places: Arc::clone(tokens.places()),
            values,
        }
    }

    /// The same for each token, to be altered.
    pub fn of_tokens(&mut self, tokens: &Tokens, make: impl FnMut(usize) -> T) -> Vec<T>
    where
        T: Default,
    {
        self.ready(tokens, make);
        let made = |place: &u32| {
            let met = tokens.met().get(*place as usize);
            met.and_then(|met| self.get(met.form)).copied()
        };
        let places = tokens.places().iter();
        places
            .map(|place| made(place).unwrap_or_default())
            .collect()
    }

    /// Sees to it that something is made of every form of a text.
    pub fn ready(&mut self, tokens: &Tokens, mut make: impl FnMut(usize) -> T) {
        self.follow(tokens);
        for met in tokens.met() {
            if let Some(Seat(value @ None)) = self.values.get_mut(met.form) {
                *value = Some(make(met.first));
            }
        }
    }

    /// Makes room for the forms of a text.
    fn follow(&mut self, tokens: &Tokens) {
        let generation = tokens.generation();
        if self.generation != generation {
            let from = std::mem::replace(&mut self.generation, generation);
            let old = std::mem::take(&mut self.values);
            interner::moved(from, generation, |to| {
                grow(&mut self.values, tokens.forms());
                for (value, to) in old.into_iter().zip(to) {
                    let seat = to.and_then(|to| self.values.get_mut(to as usize));
                    if let Some(seat) = seat {
                        *seat = value;
                    }
                }
            });
        }
        if self.values.len() < tokens.forms() {
            grow(&mut self.values, tokens.forms());
        }
    }

    /// What `make` makes of the form of a token.
    #[inline]
    pub fn of(&mut self, tokens: &Tokens, token: usize, make: impl FnOnce() -> T) -> T {
        if self.generation != tokens.generation() || self.values.len() < tokens.forms() {
            self.follow(tokens);
        }
        self.made(tokens.form(token), make)
    }

    #[inline]
    fn made(&mut self, form: usize, make: impl FnOnce() -> T) -> T {
        match self.values.get_mut(form) {
            Some(Seat(Some(value))) => *value,
            Some(Seat(empty)) => *empty.insert(make()),
            None => make(),
        }
    }

    /// What was made of a form.
    #[inline]
    pub fn get(&self, form: usize) -> Option<&T> {
        self.values.get(form)?.0.as_ref()
    }
}

/// Makes room for so many forms. As much as is ever kept costs nothing before it is used,
/// while what grows is copied again and again.
fn grow<T: Copy>(values: &mut Vec<Seat<T>>, forms: usize) {
    values.reserve_exact(interner::MOST.saturating_sub(values.len()));
    values.resize(forms, Seat(None));
}

impl<T: Copy> Default for Memo<T> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_made_once() {
        let mut memo = Memo::new();
        let mut made = 0;
        for text in ["قال الوزير قال", "الوزير، قال"] {
            let tokens = Tokens::new(text);
            let lengths = memo.all(&tokens, |token| {
                made += 1;
                tokens.key(token).len()
            });
            let wanted: Vec<_> = (0..tokens.len()).map(|t| tokens.key(t).len()).collect();
            assert_eq!(lengths.of_tokens(|len| *len), wanted);
        }
        assert_eq!(made, 3);
    }

    #[test]
    fn numbers_of_another_thread_mean_nothing_here() {
        let mut memo = Memo::new();
        memo.all(&Tokens::new("قال الوزير"), |_| 1);
        let elsewhere = std::thread::spawn(|| Tokens::new("نعم لا ربما")).join();
        let tokens = elsewhere.expect("tokens");
        assert_eq!(memo.all(&tokens, |_| 2).of_tokens(|two| *two), [2, 2, 2]);
    }
}
