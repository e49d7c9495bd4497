//! Whether a statement is likely enough to be told: logistic regression over a few signs,
//! by Newton's method.

use std::collections::HashMap;

use qawl::{
    analysis::{
        context::Context,
        entities,
        speakers::{self, Attribution},
        statements::{self, Draft, Models, nest},
        worth::{Found, NAT, SIGNS, Signs, WEIGHTS},
    },
    annotations::{Reason, Speaker},
};

use crate::{gold::Article, teacher};

/// What was found, and whether it is right.
pub struct Case {
    signs: Signs,
    right: bool,
}

/// All that the models find in an article, whether it is likely or not.
pub fn cases(article: &Article, context: &Context, models: &Models) -> Vec<Case> {
    let (text, tokens, lists) = (context.text, &context.tokens, &context.lists);
    let entities = entities::join(text, tokens, lists, &context.mentions);
    let drafts = statements::find(context, models);
    let nested = nest::nesting(&drafts);
    let mut choose = models.speakers;
    let mut by = speakers::attribute(context, &entities, &drafts, &nested, &mut choose);
    let found = Found {
        context,
        drafts: &drafts,
        by: &by,
        holders: &nested,
    };
    let signs = found.signs();
    let speakers = by.finish(&vec![true; drafts.len()]);
    let speaker = |by: &Attribution| {
        let somebody = !by.rests_on(Reason::Nobody);
        somebody.then(|| &speakers[by.speaker.0])
    };
    let by: Vec<Option<&Speaker>> = by.found.iter().map(speaker).collect();
    let right = right(article, context, &drafts, &by);
    signs
        .into_iter()
        .zip(right)
        .map(|(signs, right)| Case { signs, right })
        .collect()
}

/// For each draft whether it is a gold statement by the same speaker, as the scorer has
/// it: the contents share half of their words. What is said to be by nobody (يقال إن) names
/// no wrong one.
fn right(
    article: &Article,
    context: &Context,
    drafts: &[Draft],
    by: &[Option<&Speaker>],
) -> Vec<bool> {
    let words = |parts: &[(usize, usize)]| -> Vec<usize> {
        let tokens = parts.iter().flat_map(|(first, end)| *first..*end);
        tokens.filter(|token| !context.is_mark(*token)).collect()
    };
    let gold: Vec<Vec<usize>> = article
        .statements
        .iter()
        .map(|s| {
            s.parts(context)
                .iter()
                .map(|p| (p.0, p.1 + 1))
                .collect::<Vec<_>>()
        })
        .map(|parts| words(&parts))
        .collect();
    let share = |own: &[usize], gold: &[usize]| {
        let both = own.iter().filter(|word| gold.contains(word)).count();
        both as f64 / (own.len() + gold.len() - both).max(1) as f64
    };
    let mut best: HashMap<usize, (f64, usize)> = HashMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        let own = words(&draft.content);
        let shares = gold.iter().map(|gold| share(&own, gold)).enumerate();
        let Some((nth, most)) = shares.max_by(|a, b| a.1.total_cmp(&b.1)) else {
            continue;
        };
        if most >= 0.5 && best.get(&nth).is_none_or(|(other, _)| most > *other) {
            best.insert(nth, (most, at));
        }
    }
    let mut right = vec![false; drafts.len()];
    for (nth, (_, at)) in best {
        let gold = &article.statements[nth];
        right[at] = by[at].is_none_or(|by| teacher::is_by(article, gold, &by.name));
    }
    right
}

/// How strongly large weights are held back: as if so many cases spoke against each.
const RIDGE: f64 = 20.0;
/// Newton's steps; the last ones change nothing any more.
const STEPS: usize = 12;

/// The weights that fit the cases, as bytes.
pub fn train<'c>(cases: impl Iterator<Item = &'c Case>) -> Vec<u8> {
    let cases: Vec<&Case> = cases.collect();
    let sizes = sizes(&cases);
    let scaled: Vec<[f64; WEIGHTS]> = cases.iter().map(|case| scaled(case, &sizes)).collect();
    let mut weights = [0.0; WEIGHTS];
    for _ in 0..STEPS {
        let (mut slope, mut bend) = ([0.0; WEIGHTS], vec![[0.0; WEIGHTS]; WEIGHTS]);
        for at in 0..SIGNS.len() {
            slope[at] = RIDGE * weights[at];
            bend[at][at] = RIDGE;
        }
        for (case, signs) in cases.iter().zip(&scaled) {
            let odds: f64 = signs.iter().zip(&weights).map(|(s, w)| s * w).sum();
            let chance = 1.0 / (1.0 + (-odds).exp());
            let wrong = chance - f64::from(u8::from(case.right));
            for (at, sign) in signs.iter().enumerate() {
                slope[at] += wrong * sign;
                for (other, its) in signs.iter().enumerate() {
                    bend[at][other] += chance * (1.0 - chance) * sign * its;
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solved(bend, slope)) {
            *weight -= step;
        }
    }
    let bytes = weights.iter().zip(sizes);
    bytes
        .flat_map(|(weight, size)| ((weight / size * NAT).round() as i32).to_le_bytes())
        .collect()
}

/// How far each sign usually strays from its mean.
fn sizes(cases: &[&Case]) -> [f64; WEIGHTS] {
    let count = cases.len() as f64;
    let mut sizes = [1.0; WEIGHTS];
    for (at, size) in sizes.iter_mut().enumerate().take(SIGNS.len()) {
        let values = || cases.iter().map(|case| f64::from(case.signs[at]));
        let mean = values().sum::<f64>() / count;
        let stray = (values().map(|v| (v - mean).powi(2)).sum::<f64>() / count).sqrt();
        *size = if stray > 0.0 { stray } else { 1.0 };
    }
    sizes
}

fn scaled(case: &Case, sizes: &[f64; WEIGHTS]) -> [f64; WEIGHTS] {
    let mut scaled = [1.0; WEIGHTS];
    for ((scaled, value), size) in scaled.iter_mut().zip(case.signs).zip(sizes) {
        *scaled = f64::from(value) / size;
    }
    scaled
}

/// The solution of linear equations, by elimination.
fn solved(mut rows: Vec<[f64; WEIGHTS]>, mut right: [f64; WEIGHTS]) -> [f64; WEIGHTS] {
    for at in 0..WEIGHTS {
        for below in at + 1..WEIGHTS {
            let times = rows[below][at] / rows[at][at];
            let above = rows[at];
            for (value, above) in rows[below].iter_mut().zip(above) {
                *value -= times * above;
            }
            right[below] -= times * right[at];
        }
    }
    for at in (0..WEIGHTS).rev() {
        let known: f64 = (at + 1..WEIGHTS).map(|c| rows[at][c] * right[c]).sum();
        right[at] = (right[at] - known) / rows[at][at];
    }
    right
}
