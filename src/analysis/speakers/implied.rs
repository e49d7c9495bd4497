//! Whom a statement without a source may be by: the speakers before it
//! (وأضاف), the verb that a participle goes with (مؤكدا), the names of its
//! sentence and the one before, the noun that a relative clause describes
//! (مبادرة الرئيس التي تدعو إلى…).

use std::ops::Range;

use super::{
    Attribution,
    candidate::{Candidate, Candidates, Signs, Who},
    elsewhere, host, interviewed, nobody, people,
    phrase::Phrase,
    resolve::Resolver,
    said_in, sentence, traits,
};
use crate::{
    analysis::{
        context::Context,
        cues::{Agreement, Shape},
        grammar::Class,
        mentions::NameMention,
        statements::{Draft, site::SiteKind},
    },
    annotations::EntityType,
    document::Span,
};

/// How many of the speakers before may be meant.
const RECENT: usize = 8;
/// How many statements back they are looked for.
const FAR: usize = 60;
/// How many names near a cue may be meant.
const NAMES: usize = 12;

/// What stands around a draft: the drafts before, and who they are by.
#[derive(Clone, Copy)]
pub struct Before<'d> {
    /// All drafts.
    pub drafts: &'d [Draft],
    /// For each the one whose content holds it.
    pub nested: &'d [Option<usize>],
    /// Who those before this one are by.
    pub found: &'d [Attribution],
    /// The number of this one.
    pub index: usize,
}

impl<'d> Before<'d> {
    /// The draft itself.
    pub fn draft(&self) -> &'d Draft {
        self.draft_at(self.index)
    }

    /// The draft with that number.
    #[expect(
        clippy::indexing_slicing,
        reason = "numbers of drafts are given by the list itself"
    )]
    pub fn draft_at(&self, number: usize) -> &'d Draft {
        &self.drafts[number]
    }

    /// The draft whose content holds that one.
    pub fn outer(&self, number: usize) -> Option<usize> {
        self.nested.get(number).copied().flatten()
    }

    /// The drafts before, the last one first: their numbers and speakers.
    pub fn back(self) -> impl Iterator<Item = (usize, usize)> + Clone + 'd {
        let found = self.found.iter().enumerate().take(self.index);
        found.rev().take(FAR).map(|(i, by)| (i, by.speaker.0))
    }
}

/// How the cue of a draft agrees with its subject.
pub fn agreement(draft: &Draft) -> Agreement {
    match &draft.site.kind {
        SiteKind::Cue(cue) => match (cue.entry.shape, cue.entry.pronoun) {
            // The pronoun on a masdar is its speaker, that on a verb its object.
            (Shape::Masdar, false) => Agreement::Any,
            _ => cue.entry.agreement,
        },
        _ => Agreement::Any,
    }
}

/// Everyone who may be meant.
pub fn candidates(resolver: &mut Resolver, before: &Before) -> Candidates {
    if let Some(found) = interviewed::candidates(resolver, before) {
        return found;
    }
    let mut found = Candidates::default();
    if nobody::speaks(resolver, before) {
        return found;
    }
    recent(resolver, before, &mut found);
    if let Some((on, speaker)) = leans_on(resolver, before) {
        let place = place(resolver, before.draft_at(on));
        found.add(resolver, Who::Record(speaker), Signs::LEANT_ON, Some(place));
    }
    names(resolver, before, &mut found);
    relative(resolver, before, &mut found);
    let cue = before.draft().site.token;
    let (start, _) = resolver.context.sentence(cue);
    let earlier = elsewhere::sentence_before(resolver.context, start);
    // كتب عليها: a passive, by whoever wrote.
    let written =
        said_in::holds(resolver.context, cue) && !resolver.context.key(cue + 1).starts_with("في");
    let wanted = if written {
        Agreement::Any
    } else {
        agreement(before.draft())
    };
    people::add(resolver, wanted, earlier, cue, &mut found);
    host::add(resolver, wanted, (start, cue), Signs::HOST, &mut found);
    host::add_clause(resolver, wanted, (start, cue), &mut found);
    host::add_topic(resolver, wanted, (start, cue), &mut found);
    if said_in::holds(resolver.context, cue) || said_in::in_course(resolver.context, cue) {
        said_in::add(resolver, wanted, (start, cue), &mut found);
    }
    let before_it = (earlier, start);
    host::add(resolver, wanted, before_it, Signs::HOST_BEFORE, &mut found);
    of_its_gender(resolver, before.draft(), &mut found);
    if matches!(wanted, Agreement::He | Agreement::She) {
        found.prefer(|c| traits::may_be(resolver, c, wanted));
    }
    found.prefer(|c| !traits::is_writer(resolver, c));
    sentence::narrow(resolver, before, start, &mut found);
    found
}

/// Whom the report with a source that a statement leans on in its sentence is by: theirs a
/// participle is (قلل دبلوماسي غربي من أهمية اللقاء، قائلا) and a joined verb that agrees (قال طبيب
/// إن الجرحى كثيرون، وأضاف أن: 53 of 55 of the articles with gold), whatever is weighed.
pub fn leant_on(resolver: &Resolver, before: &Before) -> Option<usize> {
    let draft = before.draft();
    let participle = draft.site.shape() == Some(Shape::Participle);
    let joined = draft.site.verb().is_some_and(|cue| cue.waw || cue.fa);
    let (start, _) = resolver.context.sentence(draft.site.token);
    if participle && sentence::denied_by(resolver.context, before, start) {
        return None;
    }
    let (on, by) = leans_on(resolver, before).filter(|_| participle || joined)?;
    let report = before.draft_at(on);
    let here = report.source.is_some() && report.site.token >= start;
    let alike = participle
        || report.site.verb().is_some() && before.outer(on) == before.outer(before.index);
    let record = resolver.record(by);
    let wanted = agreement(draft);
    let agrees = if participle {
        wanted != Agreement::He || record.agreement != Some(Agreement::She)
    } else {
        record.agrees(wanted)
    };
    (here && alike && agrees && !record.nobody).then_some(by)
}

/// Leaves out the men whom a verb in the feminine may be by, the women whom one in the
/// masculine may, and whoever is one where it is by several; unless nobody else is left.
pub fn of_its_gender(resolver: &Resolver, draft: &Draft, found: &mut Candidates) {
    let wanted = agreement(draft);
    if wanted == Agreement::He {
        found.prefer(|candidate| !traits::is_feminine_place(resolver, candidate));
    }
    match wanted {
        Agreement::He | Agreement::She => found.prefer(|candidate| {
            traits::known_gender(resolver, candidate).is_none_or(|gender| gender == wanted)
                && !traits::are_men(resolver, candidate)
        }),
        Agreement::They => {
            found.prefer(|candidate| !traits::is_one(resolver, candidate));
            // آلاف المتظاهرين خرجوا: seen to agree already.
            let subject = Signs::HOST | Signs::CLAUSE | Signs::TOPIC;
            let seen = |c: &Candidate| c.signs.intersects(subject) && c.entity(resolver).is_none();
            let men = |c: &Candidate| traits::is_named_by_men(resolver, c);
            found.prefer(|c| seen(c) || men(c) || !traits::is_body(resolver, c));
        }
        Agreement::Speaker | Agreement::Any => {}
    }
}

/// Whether whoever spoke in a draft before may go on to speak: somebody who is told of here.
fn is_known(resolver: &Resolver, before: &Before, (draft, by): (usize, usize)) -> bool {
    let (there, here) = (before.draft_at(draft).site.token, before.draft().site.token);
    let c = resolver.context;
    !resolver.record(by).nobody && (!elsewhere::is_at(c, there) || elsewhere::is_at(c, here))
}

fn recent(resolver: &Resolver, before: &Before, found: &mut Candidates) {
    let known = |b: &(usize, usize)| is_known(resolver, before, *b);
    for (draft, speaker) in before.back().filter(known) {
        let place = place(resolver, before.draft_at(draft));
        found.add(resolver, Who::Record(speaker), Signs::RECENT, Some(place));
        if found.as_slice().len() == RECENT {
            return;
        }
    }
}

/// The words by which a statement is known to lean on another: its source or its cue.
fn place(resolver: &Resolver, draft: &Draft) -> Span {
    let c = resolver.context;
    match draft.source {
        Some((first, end)) => c.span(first, end),
        None => c.tokens.span(draft.site.token),
    }
}

/// The statement before that this one leans on by its form alone: the nearest
/// of its level in the sentence, else the nearest that its verb agrees with.
fn leans_on(resolver: &Resolver, before: &Before) -> Option<(usize, usize)> {
    let draft = before.draft();
    let wanted = agreement(draft);
    let (start, _) = resolver.context.sentence(draft.site.token);
    let adverbial = matches!(draft.site.shape(), Some(Shape::Participle | Shape::Masdar));
    let own = before.outer(before.index);
    let level = |i: usize| {
        let outer = before.outer(i);
        outer == own || outer.is_none() && Some(i) != own
    };
    let fits = |record: usize| resolver.record(record).agrees(wanted);
    let known = |b: &(usize, usize)| is_known(resolver, before, *b);
    let here = before
        .back()
        .filter(known)
        .take_while(|(i, _)| before.draft_at(*i).site.token >= start)
        .find(|(i, _)| level(*i));
    if let Some(here) = here.filter(|(_, record)| adverbial || fits(*record)) {
        return Some(here);
    }
    let mut back = before.back().filter(|b| known(b) && level(b.0));
    let near = back.clone().find(|(_, record)| fits(*record));
    near.or_else(|| back.next())
}

/// The names before the cue, in its sentence and the one before.
fn names(resolver: &Resolver, before: &Before, found: &mut Candidates) {
    let c = resolver.context;
    let draft = before.draft();
    let cue = draft.site.token;
    let (start, _) = c.sentence(cue);
    let earlier = elsewhere::sentence_before(c, start);
    let end = c.mentions.partition_point(|m| m.end <= cue);
    let wanted = agreement(draft);
    let topic = fronted(c, start, cue);
    let names = |from: usize| {
        let mentions = c.mentions.get(..end).unwrap_or_default().iter().rev();
        let near = mentions.take_while(move |m| m.first >= from);
        near.filter(|m| may_agree(m.kind, wanted) && !topic.contains(&m.first))
    };
    for mention in names(earlier).take(NAMES) {
        let Some(entity) = resolver.entity_at(mention.first) else {
            continue;
        };
        let to = Some(mention.span);
        found.add(resolver, Who::Entity(entity), Signs::NAMED_NEAR, to);
    }
    let here = || names(start).take(40);
    let mut mark = |mention: Option<&NameMention>, sign| {
        if let Some(mention) = mention
            && let Some(entity) = resolver.entity_at(mention.first)
        {
            found.add(resolver, Who::Entity(entity), sign, Some(mention.span));
        }
    };
    mark(here().last(), Signs::SUBJECT);
    mark(here().find(|m| agrees(m.kind, wanted)), Signs::NEAREST);
}

/// The words of what a sentence is about, set before its verb behind a preposition (وعن غياب سالم
/// العامري، قال): nobody is meant by them.
fn fronted(c: &Context, start: usize, cue: usize) -> Range<usize> {
    let about = c.class(start) == Some(Class::An)
        || matches!(
            c.key(start),
            "حول" | "وحول" | "بشان" | "وبشان" | "بخصوص" | "وبخصوص"
        );
    let comma = cue.checked_sub(1).filter(|at| c.is_comma(*at));
    match comma {
        Some(comma) if about => start..comma,
        _ => start..start,
    }
}

/// Whether a name of that sort may be the subject of a verb that agrees so:
/// places are feminine, nearly all.
fn may_agree(kind: EntityType, wanted: Agreement) -> bool {
    match kind {
        EntityType::Date | EntityType::Qty => false,
        EntityType::Loc => !matches!(wanted, Agreement::He | Agreement::They),
        EntityType::Norp => !matches!(wanted, Agreement::He | Agreement::She),
        _ => true,
    }
}

fn agrees(kind: EntityType, wanted: Agreement) -> bool {
    match wanted {
        Agreement::She => matches!(kind, EntityType::Loc | EntityType::Org),
        Agreement::They => kind == EntityType::Norp,
        _ => kind == EntityType::Per,
    }
}

/// The noun that the relative clause around the cue describes.
fn relative(resolver: &mut Resolver, before: &Before, found: &mut Candidates) {
    let c = resolver.context;
    let cue = before.draft().site.token;
    let (start, _) = c.sentence(cue);
    let Some(relative) = (cue.saturating_sub(5).max(start)..cue)
        .rev()
        .find(|t| c.class(*t) == Some(Class::Relative))
    else {
        return;
    };
    let mut end = relative;
    while end > start && c.is_mark(end - 1) {
        end -= 1;
    }
    if let Some(name) = c.mention(end.saturating_sub(1)).filter(|m| m.end == end)
        && let Some(entity) = resolver.entity_at(name.first)
    {
        let span = Some(name.span);
        found.add(resolver, Who::Entity(entity), Signs::RELATIVE, span);
    }
    let mut first = end;
    while first > start
        && end - first < 7
        && c.tokens.is_word(first - 1)
        && c.class(first - 1).is_none()
    {
        first -= 1;
    }
    if first < end {
        let phrase = Phrase::read(c, first, end);
        let span = c.span(first, end);
        let index = resolver.guess(&phrase);
        found.add(resolver, Who::Record(index), Signs::RELATIVE, Some(span));
    }
}
