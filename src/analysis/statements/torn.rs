//! Phrases for who spoke that leave out part of themselves: إمام المسجد [الشيخ سامر], [سامر
//! الحداد] مدير المصنع, [ريم الصالح المشاركة] في الدراسة. A longer one of the candidates has it.

use super::{juncture, site::Site, sources::Source};
use crate::{
    analysis::{context::Context, grammar::Class, lexicon::Classes},
    annotations::EntityType,
};

/// A role that stands beside a name.
const ROLES: Classes = Classes::TITLE.union(Classes::HONORIFIC);

/// Whether a candidate is such a part of another one.
pub fn is_part(c: &Context, site: &Site, source: Source, all: &[Source]) -> bool {
    let (first, end) = source;
    if first < site.token {
        return false;
    }
    let has = |wanted: &dyn Fn(Source) -> bool| all.iter().any(|other| wanted(*other));
    let longer = || has(&|other| other.0 == first && other.1 > end);
    let whole = || has(&|other| other == (site.token + 1, end));
    first > site.token + 1 && goes_with(c, site.token + 1, first) && whole()
        || first > site.token + 1 && has(&|other| other == (site.token + 1, first))
        || follows_subject(c, site.token + 1, first)
        || longer()
            && (before_genitive(c, source)
                || before_role(c, site, end)
                || before_apposition(c, end)
                || before_and(c, end)
                || before_adjective(c, end)
                || before_place(c, source)
                || before_body(c, end)
                || before_complement(c, end))
}

/// Whether nothing but the words of one role stand from a token up to a title (إمام المسجد |
/// الشيخ).
fn goes_with(c: &Context, head: usize, title: usize) -> bool {
    let noun = !c.key(head).ends_with('ا') && c.word(head).preposition.is_none();
    let words = (head + 1..title).all(|at| c.tokens.is_word(at) && c.class(at).is_none());
    noun && words && (c.has(title, ROLES) || c.mention(title).is_some())
}

/// Whether a name stands right behind a noun in the nominative, which is who does it to them
/// (اتهم متظاهرون [سامر الحداد]).
fn follows_subject(c: &Context, subject: usize, first: usize) -> bool {
    first > subject
        && first - subject < 3
        && (subject..first).all(|at| juncture::is_nominative(c, at) || c.word(at).open)
        && juncture::is_nominative(c, first - 1)
        && c.mention(first).is_some()
}

/// Whether one indefinite noun stands before a definite one that it may go with (أهالي
/// [المختطفين]; not متظاهرون الشرطة).
fn before_genitive(c: &Context, (first, end): Source) -> bool {
    let key = c.key(first);
    let whole = ["ون", "ين", "ان", "ا"]
        .iter()
        .any(|ending| key.ends_with(ending));
    end == first + 1
        && !whole
        && !key.starts_with("ال")
        && c.word(first).open
        && c.mention(first).is_none()
        // أبلغ مصدر الصحيفة.
        && !(c.has(first, Classes::SOURCE_NOUN) && c.has(end, Classes::ORG_HEAD | Classes::MEDIA))
        && c.has_article(end)
        && c.class(end).is_none()
        && c.mention(end).is_none()
}

/// Whether a role follows a name, with no comma between; of a verb that speaks to somebody it
/// may be that one's.
fn before_role(c: &Context, site: &Site, end: usize) -> bool {
    let spoken_to = site
        .verb()
        .is_some_and(|cue| cue.entry.act.has_hearer() || cue.entry.pronoun);
    let person = c
        .mention(end - 1)
        .is_some_and(|m| m.kind == EntityType::Per && m.end == end);
    let role = c.has(end, Classes::TITLE)
        && c.mention(end).is_none()
        && c.lists.get(end).proclitics == 0
        && !c.key(end).starts_with('و');
    person && role && !spoken_to
}

/// Whether a role follows behind a comma (سامر الحداد، [رئيس النادي]): the training articles
/// have it in the source twelve times of twelve.
fn before_apposition(c: &Context, end: usize) -> bool {
    let role = end + 1;
    let plain = c.mention(role).is_none() && !c.key(role).starts_with('و');
    let known = c.has(role, Classes::TITLE) && c.lists.get(role).proclitics == 0;
    let one = matches!(
        c.key(role),
        "كبير" | "كبيره" | "احد" | "احدي" | "واحد" | "واحده" | "صاحب" | "صاحبه"
    );
    c.is_comma(end) && plain && (known || one)
}

/// Whether و that is written apart joins another (ريم الصالح [و فريق الباحثين]).
fn before_and(c: &Context, end: usize) -> bool {
    c.is(end, "و") && c.tokens.is_word(end + 1) && c.word(end + 1).open
}

/// Whether an adjective of the last word follows, both in the plural of men (دبلوماسيون
/// [يمنيون]).
fn before_adjective(c: &Context, end: usize) -> bool {
    let plural = |at: usize| {
        let key = c.key(at);
        key.ends_with("ون") && !key.starts_with(['ي', 'ت']) && c.class(at).is_none()
    };
    let known = c.key(end).ends_with("يون") && c.mention(end).is_none_or(|m| m.end == end + 1);
    let adjective = known && !c.has_article(end) && c.class(end).is_none();
    let noun = c.has(end - 1, Classes::SOURCE_NOUN)
        && !c.has_article(end - 1)
        && c.mention(end - 1).is_none();
    // مصدر [دبلوماسي]; مستشفى is a noun.
    let key = c.key(end);
    let nisba = (key.ends_with('ي') || key.ends_with("يه"))
        && key.chars().count() > 3
        && !key.starts_with("ال")
        && !c.slice(end, end + 1).ends_with('ى')
        && c.class(end).is_none()
        && c.mention(end).is_none();
    plural(end - 1) && adjective && !c.has_article(end - 1) || noun && nisba
}

/// Whether في and a body follow, where somebody works (خبير المياه [في معهد نوران]): of nine
/// such of the articles with gold all have it in the source.
fn before_body(c: &Context, end: usize) -> bool {
    let next = end + 1;
    let named = c
        .mention(next)
        .map(|m| m.first == next && m.kind == EntityType::Org);
    let body = named.unwrap_or_else(|| {
        c.has(next, Classes::ORG_HEAD) && !c.word(next).occasion && !c.has_article(next)
    });
    c.class(end) == Some(Class::In) && body
}

/// Whether an envoy stands before where he is sent (المبعوث الأممي [إلى السودان]).
fn before_place(c: &Context, (first, end): Source) -> bool {
    let to = c.class(end) == Some(Class::Ila);
    let envoy = (first..end).any(|at| {
        let key = c.key(at);
        let noun = key.strip_prefix("ال").unwrap_or(key);
        matches!(
            noun,
            "مبعوث"
                | "مبعوثه"
                | "موفد"
                | "سفير"
                | "سفيره"
                | "مندوب"
                | "بعثه"
                | "رسول"
        )
    });
    let place = c
        .mention(end + 1)
        .is_some_and(|m| matches!(m.kind, EntityType::Loc | EntityType::Org));
    to && envoy && (place || c.has_article(end + 1))
}

/// Whether a phrase ends with a definite participle before what completes it.
fn before_complement(c: &Context, end: usize) -> bool {
    let last = end - 1;
    // العاملون على المشروع, القائمون على الدار.
    let several =
        c.has_article(last) && c.key(last).ends_with("ون") && c.class(end) == Some(Class::Ala);
    let participle = (c.key(last).starts_with("الم") || several)
        && c.mention(last).is_none()
        && !c.has(last, ROLES | Classes::SOURCE_NOUN);
    let governs = matches!(c.class(end), Some(Class::In | Class::An | Class::Ala));
    let these = c.class(end + 1) == Some(Class::Demonstrative);
    participle && governs && (these || !c.word(end + 1).occasion && c.class(end + 1).is_none())
}
