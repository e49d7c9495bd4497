//! A teacher for the speakers: knows by the gold answers who is meant, and
//! notes the candidates of each choice.

use std::collections::{HashMap, HashSet};

use crate::{
    gold::{Article, Statement},
    groups,
    learner::Group,
};
use qawl::{
    analysis::{
        context::Context,
        entities,
        normalize::fold,
        ranker::Features,
        speakers::{
            self, Choose,
            candidate::{Candidate, Signs, Who},
            resolve::Resolver,
            view::SpeakerView,
        },
        statements::{self, Draft, Models, nest},
    },
    annotations::Entity,
};

/// For each statement of an article that the models find and that is right,
/// those who may have said it.
pub fn speakers(article: &Article, context: &Context, models: &Models) -> Vec<Group> {
    let entities = entities::join(
        context.text,
        &context.tokens,
        &context.lists,
        &context.mentions,
    );
    let drafts = statements::find(context, models);
    let nested = nest::nesting(&drafts);
    let mut teacher = Teacher::new(article, context, &drafts, &entities);
    speakers::attribute(context, &entities, &drafts, &nested, &mut teacher);
    teacher.groups
}

/// Who knows the answers.
struct Teacher<'a> {
    drafts: &'a [Draft],
    /// For each draft the folded names of its gold speaker.
    gold: Vec<Option<&'a HashSet<String>>>,
    /// The folded names of everyone named.
    named: HashSet<String>,
    entities: Vec<Vec<String>>,
    groups: Vec<Group>,
}

impl<'a> Teacher<'a> {
    fn new(
        article: &'a Article,
        context: &Context,
        drafts: &'a [Draft],
        entities: &[Entity],
    ) -> Self {
        let by_cue: HashMap<usize, &HashSet<String>> = article
            .statements
            .iter()
            .map(|s| (s.cue_token(context), &s.speaker))
            .collect();
        let names = |e: &Entity| {
            let mentions = e.mentions.iter().map(|m| article.document.slice(m.span));
            let mut all: Vec<String> = std::iter::once(e.name.as_str())
                .chain(mentions)
                .map(normal)
                .collect();
            all.dedup();
            all
        };
        Self {
            drafts,
            gold: drafts
                .iter()
                .map(|d| by_cue.get(&d.site.token).copied())
                .collect(),
            named: article.named.clone(),
            entities: entities.iter().map(names).collect(),
            groups: Vec::new(),
        }
    }

    /// How surely a candidate is the gold speaker; 0 for one who is not.
    fn likeness(
        &self,
        resolver: &Resolver,
        candidate: &Candidate,
        draft: usize,
        gold: &HashSet<String>,
    ) -> u8 {
        if let Some(entity) = candidate.entity(resolver) {
            let names = &self.entities[entity];
            return match names.iter().position(|n| gold.contains(n)) {
                Some(0) => 3,
                Some(_) => 2,
                None => 0,
            };
        }
        let called = match candidate.who {
            Who::Record(record) => {
                let record = resolver.record(record);
                let all = std::iter::once(&record.name).chain(&record.aliases);
                all.map(|n| normal(n)).collect()
            }
            _ => self.drafts[draft]
                .source
                .map(|(a, b)| vec![normal(resolver.context.slice(a, b))])
                .unwrap_or_default(),
        };
        let described = gold.is_disjoint(&self.named);
        if called.iter().any(|n| gold.contains(n)) {
            3
        } else {
            u8::from(described && called.iter().any(|n| gold.iter().any(|g| alike(n, g))))
        }
    }
}

impl Choose for Teacher<'_> {
    fn choose(
        &mut self,
        draft: usize,
        resolver: &Resolver,
        view: &SpeakerView,
        candidates: &[Candidate],
    ) -> (usize, i32, Option<usize>) {
        let like = |c| self.gold[draft].map_or(0, |gold| self.likeness(resolver, c, draft, gold));
        let likes: Vec<u8> = candidates.iter().map(like).collect();
        let best = likes.iter().enumerate().rev().max_by_key(|like| like.1);
        let Some((right, _)) = best.filter(|like| *like.1 > 0) else {
            let known = Signs::LEANT_ON | Signs::FIRST_ROLE | Signs::FIRST_BODY | Signs::FIRST_NOUN;
            let guess = candidates.iter().position(|c| c.signs.intersects(known));
            return (guess.unwrap_or(candidates.len() - 1), 0, None);
        };
        if candidates.len() > 1 {
            // Of two that have the gold name either is right; not the words of the source, which
            // tell less, where somebody has the name.
            let named = |nth: &usize| likes[*nth] > 1 && candidates[*nth].who != Who::New;
            let also = (0..likes.len()).filter(named).collect();
            let mut features = Features::default();
            let candidates = candidates
                .iter()
                .map(|c| {
                    view.features(resolver, c, &mut features);
                    features.as_slice().to_vec()
                })
                .collect();
            self.groups.push(Group {
                candidates,
                right,
                also,
                about: groups::place(resolver.context, self.drafts[draft].site.token),
            });
        }
        (right, 0, None)
    }
}

/// Whether a gold statement is by who is called so, as the scorer has it: whom the article
/// never names may be described in other words.
pub fn is_by(article: &Article, statement: &Statement, name: &str) -> bool {
    let (name, gold) = (normal(name), &statement.speaker);
    let described = gold.is_disjoint(&article.named);
    gold.contains(&name) || described && gold.iter().any(|g| alike(&name, g))
}

/// A name as the scorer compares it.
pub fn normal(name: &str) -> String {
    let folded = fold(name).replace('ؤ', "و").replace('ئ', "ي");
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '_');
    words
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether two descriptions open with the same word and share half of the rest.
fn alike(a: &str, b: &str) -> bool {
    let (first, second): (HashSet<_>, HashSet<_>) =
        (a.split(' ').collect(), b.split(' ').collect());
    a.split(' ').next() == b.split(' ').next()
        && 2 * first.intersection(&second).count() >= first.len().max(second.len())
}
