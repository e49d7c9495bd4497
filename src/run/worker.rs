//! The analysis beside the screen, so that a long article shows at once.

use std::{
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread,
    time::Duration,
};

use crate::{
    analysis,
    browser::{Model, findings::Findings},
};

/// The findings of the article with that number.
type Found = (usize, Arc<Findings>);

/// Threads that analyse articles, and what they found.
pub struct Worker {
    send: Sender<Found>,
    receive: Receiver<Found>,
    asked: Option<usize>,
}

impl Worker {
    /// Nothing to do yet.
    pub fn new() -> Self {
        let (send, receive) = mpsc::channel();
        Self {
            send,
            receive,
            asked: None,
        }
    }

    /// Begins to analyse an article of the model.
    pub fn analyse(&mut self, model: &Model, number: usize) {
        let Some(document) = model.articles.get(number).cloned() else {
            return;
        };
        self.asked = Some(number);
        let send = self.send.clone();
        thread::spawn(move || {
            let annotations = analysis::analyse(&document);
            let findings = Findings::new(&document, annotations);
            // Nobody listens any more once the program ends.
            let _ = send.send((number, Arc::new(findings)));
        });
    }

    /// Whether the article that was asked for last is not analysed yet.
    pub fn is_busy(&self) -> bool {
        self.asked.is_some()
    }

    /// What was found, where it is there within `patience`.
    pub fn wait(&mut self, patience: Duration) -> Option<Found> {
        self.asked?;
        let found = self.receive.recv_timeout(patience).ok()?;
        if self.asked == Some(found.0) {
            self.asked = None;
        }
        Some(found)
    }
}
