//! From article to article; each is found again as it was left.

use super::selection;
use crate::browser::{
    article::Article, effect::Effect, jumps::Jumps, memory::Memory, model::Model, side::Side,
};

/// Opens the article that stands `steps` after this one.
pub fn walk(model: &mut Model, steps: isize) -> Vec<Effect> {
    let to = model.current.checked_add_signed(steps * model.count());
    let Some(to) = to.filter(|to| *to < model.articles.len()) else {
        model.say(if steps > 0 {
            "notice.last_article"
        } else {
            "notice.first_article"
        });
        return Vec::new();
    };
    let left = model.current;
    model.memories.insert(left, Memory::of(model));
    open(model, to);
    let mut effects = vec![Effect::Keep(left)];
    match model.memories.get(&to).cloned() {
        Some(memory) => memory.restore(model),
        None => effects.push(Effect::Recall(to)),
    }
    effects.push(Effect::Analyse(to));
    effects
}

fn open(model: &mut Model, to: usize) {
    let Some(document) = model.articles.get(to).cloned() else {
        return;
    };
    model.current = to;
    model.article = Article::new(document);
    model.findings = None;
    model.filters.clear();
    model.waiting = None;
    model.search = None;
    model.selected = None;
    model.followed = None;
    model.places.clear();
    model.jumps = Jumps::default();
    model.side = Side {
        tab: model.side.tab,
        ..Side::default()
    };
    selection::refilter(model);
    model.refit();
}
