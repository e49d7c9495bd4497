//! Dates and quantities that say the same: عام 2017 and 2017, 3 أعوام and ثلاث
//! سنوات, أمس and يوم أمس.
//!
//! Of one type they are one entity where their normal forms are equal; a date that
//! has none, where its words are, without يوم or عام before them. A part of a day
//! or year (صباح أمس, مطلع 2017) is never its whole.

use compact_str::CompactString;

use crate::{
    analysis::{
        context::Context,
        hash::Map,
        mentions::{
            reader::Reader,
            terms::{Count, Roles, Term},
        },
    },
    annotations::{Entity, EntityType, Link, Mention},
    document::Span,
};

/// Joins the entities that say the same; their order stays that of the first places.
pub fn join(entities: &mut Vec<Entity>, context: &Context) {
    let reader = Reader {
        text: context.text,
        tokens: &context.tokens,
        words: &context.lists,
    };
    let mut first: Map<(EntityType, CompactString), usize> = Map::default();
    let mut joined: Vec<Entity> = Vec::with_capacity(entities.len());
    for entity in entities.drain(..) {
        let known = said(&reader, &entity).map(|said| {
            let next = joined.len();
            *first.entry((entity.kind, said)).or_insert(next)
        });
        match known.and_then(|known| joined.get_mut(known)) {
            Some(known) => unite(known, entity),
            None => joined.push(entity),
        }
    }
    *entities = joined;
}

/// What a date or quantity says, in a form that all of its wordings share.
fn said(r: &Reader, entity: &Entity) -> Option<CompactString> {
    let span = entity.mentions.first()?.span;
    match (entity.kind, &entity.normal) {
        (EntityType::Date, Some(normal)) if is_part_of_year(normal) => Some(normal.into()),
        (EntityType::Date, _) if is_part(r, span) => None,
        (EntityType::Date | EntityType::Qty, Some(normal)) => Some(normal.into()),
        (EntityType::Date, None) => without_noun(r, span),
        _ => None,
    }
}

/// The tokens of a mention.
fn tokens(r: &Reader, span: Span) -> std::ops::Range<usize> {
    r.tokens.at_or_after(span.start)..r.tokens.at_or_after(span.end - 1) + 1
}

/// A quarter, third or half by its number, which no whole has: 2013-33.
fn is_part_of_year(normal: &str) -> bool {
    let last = normal.rsplit_once('-').map(|(_, last)| last);
    last.is_some_and(|last| ("33".."42").contains(&last))
}

fn is_part(r: &Reader, span: Span) -> bool {
    tokens(r, span).any(|token| {
        matches!(r.term(token), Some(Term::Edge | Term::PartOfDay))
            || r.has(token, Roles::YEAR_PART)
            || r.is(token, &["ليل", "ليله"])
    })
}

/// The words of a date without the noun before the day, month or year that it tells.
fn without_noun(r: &Reader, span: Span) -> Option<CompactString> {
    let mut tokens = tokens(r, span);
    let noun = |token| {
        matches!(
            r.term(token),
            Some(Term::Time("d" | "mo" | "y", Count::One))
        )
    };
    let named = |token| {
        matches!(
            r.term(token),
            Some(Term::Near(_) | Term::Weekday(_) | Term::Month { .. })
        )
    };
    if noun(tokens.start) && named(tokens.start + 1) {
        tokens.start += 1;
    }
    let letters = r.seen(tokens.start).map_or(0, |s| usize::from(s.cut));
    let mut words = CompactString::default();
    for token in tokens {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(r.key(token));
    }
    words.get(letters * 2..).map(CompactString::from)
}

/// Takes the mentions of another entity; the name with digits stands, of two such
/// the longer.
fn unite(known: &mut Entity, mut other: Entity) {
    let rank = |entity: &Entity| {
        let digits = entity.name.chars().any(char::is_numeric);
        (digits, entity.name.chars().count())
    };
    if rank(&other) > rank(known) {
        std::mem::swap(known, &mut other);
    }
    known
        .mentions
        .extend(other.mentions.iter().map(|mention| Mention {
            link: Link::OtherName,
            ..*mention
        }));
    known.mentions.sort_unstable_by_key(|m| m.span);
}

#[cfg(test)]
mod tests {
    use crate::{
        analysis::analyse,
        annotations::EntityType,
        document::{Document, Meta},
    };

    /// The dates and quantities of a text with how often each is named.
    fn measures(text: &str, date: Option<&str>) -> Vec<(String, usize)> {
        let document = Document::new(text.to_owned()).with_meta(Meta {
            date: date.map(str::to_owned),
            ..Meta::default()
        });
        let found = analyse(&document).entities.into_iter();
        found
            .filter(|e| matches!(e.kind, EntityType::Date | EntityType::Qty))
            .map(|e| (e.name, e.mentions.len()))
            .collect()
    }

    #[test]
    fn wordings_of_one_date() {
        let text = "ارتفعت الأرباح في عام 2017 وتراجعت الديون في 2017 بعد مطلع 2017.";
        let wanted = [("عام 2017".into(), 2), ("مطلع 2017".into(), 1)];
        assert_eq!(measures(text, None), wanted);
    }

    #[test]
    fn a_day_without_its_noun() {
        let text = "وصل الوزير أمس إلى الميناء. وقال إنه غادر يوم أمس. والتقى صباح أمس نظيره.";
        for date in [None, Some("2016-04-27")] {
            let wanted = [("يوم أمس".into(), 2), ("صباح أمس".into(), 1)];
            assert_eq!(measures(text, date), wanted);
        }
    }

    #[test]
    fn wordings_of_one_quantity() {
        let text = "بقي في المنصب ثلاث سنوات. وتمتد الخطة 3 أعوام، أما العقد فمدته 4 أعوام.";
        let wanted = [("3 أعوام".into(), 2), ("4 أعوام".into(), 1)];
        assert_eq!(measures(text, None), wanted);
    }
}
