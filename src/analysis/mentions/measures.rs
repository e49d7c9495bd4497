//! Dates and quantities of a text, side by side: found in one pass, merged with
//! the names, given their normal forms.

use super::{
    NameMention,
    dates::{self, When},
    quantities::{self, Amount},
    reader::{Reader, Seen, cut_letters},
    terms::{Roles, Term},
};
use crate::{
    analysis::{context::Context, tokens::TokenKind},
    annotations::{Entity, EntityType},
    document::Span,
};

/// What a date or quantity says, as far as it was read.
#[derive(Clone, Copy, Debug)]
pub enum Says {
    /// When something is.
    When(When),
    /// How much, and the token after its last.
    Amount(usize, Amount),
}

/// A date or quantity by its first token, and what it says.
pub type Measure = (usize, Says);

/// All dates and quantities of a text, in order, none overlapping another, and what
/// they say.
pub fn find(r: &Reader) -> (Vec<NameMention>, Vec<Measure>) {
    let places = r.tokens_where(may_open, |at, word| may_begin(r, at, word));
    let mut found = Vec::<NameMention>::with_capacity(places.len());
    let mut measures = Vec::with_capacity(places.len());
    for at in places {
        let free = found.last().map_or(0, |m| m.end);
        if at >= free
            && let Some((mention, says)) = one(r, at).filter(|(m, _)| m.first >= free)
        {
            measures.push((mention.first, says));
            found.push(mention);
        }
    }
    (found, measures)
}

fn one(r: &Reader, at: usize) -> Option<(NameMention, Says)> {
    if let Some((end, when)) = dates::at(r, at) {
        let date = mention(r, at, end, EntityType::Date);
        return Some((date, Says::When(when)));
    }
    let (first, end, amount) = quantities::at(r, at)?;
    let quantity = mention(r, first, end, EntityType::Qty);
    Some((quantity, Says::Amount(end, amount)))
}

/// Whether a date or quantity can begin with a token, or its number stand there; none
/// where that rests on what stands after it.
fn may_open(kind: TokenKind, seen: Option<&Seen>) -> Option<bool> {
    const OPENERS: Roles = Roles::FIRST_OF_TWO
        .union(Roles::ADVERB)
        .union(Roles::AGE)
        .union(Roles::YEAR_PART);
    if kind == TokenKind::Number {
        return Some(true);
    }
    let seen = seen?;
    Some(match seen.term() {
        Some(
            Term::Unit(_)
            | Term::Currency(_)
            | Term::Relative(_)
            | Term::Same
            | Term::Few
            | Term::Era(_),
        ) => false,
        Some(_) => true,
        None => seen.entry.roles.intersects(OPENERS),
    })
}

/// Whether one can begin at a token, given what its form says: the one question that is
/// asked of every token.
fn may_begin(r: &Reader, at: usize, form: Option<bool>) -> bool {
    form.unwrap_or_else(|| {
        let before_number =
            r.tokens.kind(at + 1) == TokenKind::Number && r.digits(at + 1).is_some();
        before_number && (r.tokens.kind(at) == TokenKind::Mark || r.article(at))
    })
}

fn mention(r: &Reader, first: usize, end: usize, kind: EntityType) -> NameMention {
    let start = r
        .tokens
        .without_proclitics(r.text, first, cut_letters(r, first))
        .start;
    NameMention {
        first,
        end,
        span: Span::new(start, r.tokens.span_of(first, end).end),
        kind,
    }
}

/// Names, dates and quantities in order; the longer one stands where two overlap.
pub fn merge(names: Vec<NameMention>, measures: Vec<NameMention>) -> Vec<NameMention> {
    if measures.is_empty() {
        return names;
    }
    let mut merged: Vec<NameMention> = Vec::with_capacity(names.len() + measures.len());
    let (mut names, mut measures) = (
        names.into_iter().peekable(),
        measures.into_iter().peekable(),
    );
    loop {
        let name_first = match (names.peek(), measures.peek()) {
            (Some(name), Some(measure)) => name.first <= measure.first,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => return merged,
        };
        let next = if name_first {
            names.next()
        } else {
            measures.next()
        };
        let Some(next) = next else { return merged };
        push(&mut merged, next);
    }
}

fn push(merged: &mut Vec<NameMention>, next: NameMention) {
    match merged.last_mut() {
        Some(last) if last.end > next.first => {
            if next.span.len() > last.span.len() {
                *last = next;
            }
        }
        _ => merged.push(next),
    }
}

/// Gives dates and quantities among the entities of an article their normal
/// forms; those of dates told from today's rest on the article's date.
pub fn set_normal_forms(entities: &mut [Entity], context: &Context) {
    let date = context.document.meta.date.as_deref();
    let r = Reader {
        text: context.text,
        tokens: &context.tokens,
        words: &context.lists,
    };
    let of = |span, today| normal(&r, &context.measures, span, today);
    let dateline = || dates::article_date(&of(dateline(&r, entities)?, None)?);
    let today = date.and_then(dates::article_date).or_else(dateline);
    for entity in entities {
        let measure = matches!(entity.kind, EntityType::Date | EntityType::Qty);
        if let (None, Some(first)) = (&entity.normal, entity.mentions.first())
            && measure
        {
            entity.normal = of(first.span, today);
        }
    }
}

/// How many tokens a line has at most that tells an article's date.
const DATELINE: usize = 14;

/// The first date in a short line below the headline.
fn dateline(r: &Reader, entities: &[Entity]) -> Option<Span> {
    let mut end = 0;
    let lines = r.text.split_inclusive('\n').map(|line| {
        let start = end;
        end += line.len();
        Span::new(start, end)
    });
    let written = |l: &Span| r.text.get(l.range()).is_some_and(|l| !l.trim().is_empty());
    let below = lines.filter(written).skip(1).take(3);
    let short =
        below.filter(|l| r.tokens.at_or_after(l.end) - r.tokens.at_or_after(l.start) <= DATELINE);
    let dates = entities.iter().filter(|e| e.kind == EntityType::Date);
    let spans = dates.filter_map(|e| Some(e.mentions.first()?.span));
    let mut within = short.filter_map(|line| {
        let inside = |s: &Span| s.start >= line.start && s.end <= line.end;
        spans.clone().find(inside)
    });
    within.next()
}

/// The normal form of the date or quantity at a place of the text; none where the words
/// leave it open.
fn normal(
    r: &Reader,
    measures: &[Measure],
    span: Span,
    today: Option<dates::Day>,
) -> Option<String> {
    let first = r.tokens.at_or_after(span.start);
    let at = measures.binary_search_by_key(&first, |measure| measure.0);
    match measures.get(at.ok()?)?.1 {
        Says::When(when) => dates::normal(&when, today),
        Says::Amount(end, amount) => quantities::normal(r, end, &amount),
    }
}

#[cfg(test)]
mod tests {
    use crate::{analysis::analyse, document::Document};

    fn forms(text: &str) -> Vec<String> {
        let entities = analyse(&Document::new(text.to_owned())).entities;
        entities.into_iter().filter_map(|e| e.normal).collect()
    }

    #[test]
    fn a_line_below_the_headline_dates_the_article() {
        let found = forms("افتتاح جسر الضفاف\nالأربعاء 28-مارس-2012\nوصل الوفد أمس إلى الميناء.");
        assert_eq!(found, ["2012-03-28", "2012-03-27"]);
    }

    #[test]
    fn the_headline_does_not() {
        let found = forms("ذكرى 28 مارس 2012\nوصل الوفد أمس إلى الميناء.");
        assert_eq!(found, ["2012-03-28"]);
    }
}
