//! What is remembered of articles: brought from the store, and kept in it.

use std::collections::BTreeMap;

use crate::{
    browser::{Event, Memory, Model, handle},
    store::Store,
};

/// The store, and what of it the articles were opened with.
#[derive(Default)]
pub struct Remembering {
    store: Option<Store>,
    recalls: bool,
    known: BTreeMap<usize, Memory>,
}

impl Remembering {
    /// With `keeps` what is remembered goes into the reader's store; with
    /// `recalls` articles open where they were left.
    pub fn new(keeps: bool, recalls: bool) -> Self {
        Self {
            store: keeps.then(Store::open).flatten(),
            recalls,
            known: BTreeMap::new(),
        }
    }

    /// Brings the article with that number to where it was left.
    pub fn recall(&mut self, model: &mut Model, number: usize) {
        let (Some(store), Some(document)) = (&self.store, model.articles.get(number)) else {
            return;
        };
        // What was never moved from is not worth a file.
        let fresh = Memory::of(model);
        let recalled = self.recalls.then(|| store.recall(document)).flatten();
        if let Some(memory) = recalled {
            self.known.insert(number, memory.clone());
            handle(model, Event::Recalled(number, memory));
        } else {
            self.known.insert(number, fresh);
        }
    }

    /// Keeps what is remembered of the article with that number, where it is
    /// another than before. Nobody is told where that fails: there is nothing
    /// that the reader could do about it in the middle of an article.
    pub fn keep(&mut self, model: &Model, number: usize) {
        let memory = if number == model.current {
            Some(Memory::of(model))
        } else {
            model.memories.get(&number).cloned()
        };
        let (Some(store), Some(memory)) = (&self.store, memory) else {
            return;
        };
        let document = model.articles.get(number);
        if let Some(document) = document.filter(|_| self.known.get(&number) != Some(&memory)) {
            let _ = store.keep(document, &memory);
            self.known.insert(number, memory);
        }
    }
}
