//! The words that name who spoke, in the clause of the cue: after it (قال الوزير),
//! before it (الوزير قال), or none where the subject is only implied.

use smallvec::SmallVec;

use super::{
    agreement, antecedent, aside, governed, juncture, phrases,
    proposal::{Proposal, Rule},
    relative, relayed, same_speaker,
    site::{Site, SiteKind},
    source_opens::{begins, indirect, is_phase, prefixed, timed},
    torn,
};
use crate::{
    analysis::{
        context::Context,
        cues::{Agreement, Attribution, CueWord, Shape, SpeechAct},
        grammar::Class,
        lexicon::Classes,
        ranker::Ranker,
        senses::Senses,
    },
    annotations::EntityType,
};

/// The model that tells which phrase is the source, or that there is none.
pub const MODEL: Ranker = Ranker::new(include_bytes!("../weights/sources.bin"));

/// A source: its first token and the one after its last.
pub type Source = (usize, usize);

/// Those of one site that may be it.
pub type Sources = SmallVec<[Source; LONGEST]>;

/// How far after its cue a source may begin, in tokens.
pub(super) const REACH: usize = 24;
/// The longest source, in tokens.
pub(super) const LONGEST: usize = 36;
/// How many beginnings are looked at on each side.
const BEGINNINGS: usize = 6;

/// The phrases that may be the source, in order; none of them is one more choice.
pub fn candidates(context: &Context, site: &Site, proposal: &Proposal) -> Sources {
    let mut found = Sources::new();
    let mut of = |first, limit| phrases::ends(context, first, limit, &mut found);
    match site.kind {
        SiteKind::Colon => {
            let (first, _) = context.paragraph_around(site.token);
            before(context, first, site.token, &mut of);
        }
        SiteKind::Quotation(_) | SiteKind::Answer(_) => {}
        // Who stands right behind بحسب، وفقا لـ.
        SiteKind::Attribution(Attribution::According) if begins(context, site.token + 1) => {
            of(site.token + 1, limit(context, site, proposal));
        }
        SiteKind::Attribution(_) => after(context, site, proposal, &mut of),
        // A participle leans on a verb, whose subject is its own.
        SiteKind::Cue(cue) if cue.entry.shape == Shape::Participle => {}
        // A verb in the first person names its speaker by its form.
        SiteKind::Cue(cue)
            if cue.entry.agreement == Agreement::Speaker
                || same_speaker::is_written_so(context, site.token) => {}
        SiteKind::Cue(cue) => around_cue(context, (site, &cue), proposal, &mut found),
    }
    // نقلت عنه الوكالة قوله: he speaks, and is no more than a pronoun.
    if relayed::of_pronoun(context, site) {
        found.clear();
    }
    found.sort_unstable();
    found.dedup();
    let all = found.clone();
    found.retain(|source| !torn::is_part(context, site, *source, &all));
    found
}

/// Those of a cue that is a verb or a masdar.
fn around_cue(
    context: &Context,
    (site, cue): (&Site, &CueWord),
    proposal: &Proposal,
    found: &mut Sources,
) {
    let mut of = |first, limit| phrases::ends(context, first, limit, found);
    let (start, _) = context.sentence(site.token);
    let start = proposal
        .before
        .map_or(start, |(_, last)| last.min(site.token));
    let start = start.max(site.token.saturating_sub(40));
    let stands_in = antecedent::in_which(context, site.token);
    let what = context.class(site.token.wrapping_sub(1)) == Some(Class::What);
    let relative = relative::before(context, start, site.token).is_some();
    let objects = cue.entry.shape != Shape::Masdar
        && (relative && (cue.entry.pronoun || !relative::agrees(context, site.token, cue))
            || relative::resumes(context, start, site.token, relative));
    if (cue.entry.shape != Shape::Masdar || cue.entry.pronoun) && !stands_in && !what && !objects {
        before(context, start, site.token, &mut of);
    }
    let leads = noun_before(context, site);
    // دعوته الرئيس إلى: whose it is the pronoun tells, whom it is to stands behind.
    let own = cue.entry.shape == Shape::Masdar && cue.entry.pronoun;
    // بيانا طالبت فيه الحكومة بالاعتذار: whom it asks; but قالت فيه الوزارة إن, and في وقت يفكر فيه
    // الاتحاد في الانسحاب.
    let asks = cue.entry.act.has_hearer();
    let own = own || stands_in && asks && proposal.rule != Rule::Clause;
    if !(own || leads || cue.entry.act.has_hearer() && subject_before(context, site.token)) {
        after(context, site, proposal, &mut of);
    }
    // وحملت إسرائيل المسؤولية.
    let blamed = cue.entry.act == SpeechAct::Blaming && context.key(site.token).contains("حمل");
    // وناشدت المنظمات الدولية التدخل.
    let asked = context.key(site.token).contains("ناشد");
    let governed = matches!(proposal.rule, Rule::Preposition | Rule::Clause) || blamed || asked;
    let limit = limit(context, site, proposal);
    if let Some(whole) = agreement::object(context, site, limit).filter(|_| governed) {
        found.retain(|source| *source != whole);
        // One phrase, whatever part of it: whom it speaks to.
        if asked && phrases::longest(context, whole.0, whole.1) == Some(whole.1) {
            found.retain(|source| source.0 != whole.0);
        }
    }
    if relative && relative::leads(context, site, proposal) {
        found.retain(|(first, _)| *first < site.token || relative::owned(context, *first));
    }
    if !objects {
        relative::described(context, start, site.token, found);
    }
    found
        .retain(|(first, end)| *end > site.token || !agreement::bars_before(context, site, *first));
    behind_the_verb(context, (site, cue), found);
}

/// Leaves out what cannot be who speaks behind a verb: what somebody answers (رد الناطق على
/// [الانتقادات] قائلا), and what stands before its comma where somebody stands behind it (مهما كانت
/// [الخطة]، يؤكد الوزير أن).
fn behind_the_verb(context: &Context, (site, cue): (&Site, &CueWord), found: &mut Sources) {
    let on = |at: usize| context.class(at) == Some(Class::Ala) && context.mention(at).is_none();
    let answers = cue.entry.act == SpeechAct::Answering;
    found.retain(|(first, end)| *first < site.token || !(answers && (*first + 1..*end).any(on)));
    let parted = site
        .token
        .checked_sub(1)
        .is_some_and(|at| context.is_comma(at));
    let behind = |source: &Source| source.0 == site.token + 1;
    if parted && !cue.entry.act.has_hearer() && found.iter().any(behind) {
        found.retain(|(first, _)| *first > site.token);
    }
}

/// Whether a sentence opens with the subject right before its verb (الغرب يحذر النظام).
fn noun_before(context: &Context, site: &Site) -> bool {
    let SiteKind::Cue(cue) = site.kind else {
        return false;
    };
    let (start, _) = context.sentence(site.token);
    // قال إن [الأمم المتحدة] ناشدت تركيا: at the head of its clause.
    let near = start.max(site.token.saturating_sub(7));
    let that = |at: &usize| {
        context
            .class(*at)
            .is_some_and(|c| matches!(c, Class::That | Class::ThatBi))
    };
    let start = (near..site.token)
        .rev()
        .find(that)
        .map_or(start, |at| at + 1);
    let length = site.token - start;
    let finite = cue.entry.shape.is_finite() && !cue.waw && !cue.fa;
    let nominal = |at: usize| {
        context.mention(at).is_some()
            || context.tokens.is_word(at)
                && context.class(at).is_none()
                && !context.word(at).says()
                && context.word(at).open
    };
    let definite = context.has_article(start)
        || context
            .mention(start)
            .is_some_and(|m| m.kind != EntityType::Date);
    finite
        && (1..=6).contains(&length)
        && definite
        && !timed(context, start)
        && (start..site.token).all(nominal)
        && !agreement::bars_before(context, site, start)
}

/// Whether a pronoun just before a verb is its subject (لكنه حذر، إنها حثت): what follows
/// the verb is its hearer.
fn subject_before(context: &Context, cue: usize) -> bool {
    let skipped = |class| matches!(class, Class::Particle | Class::Negation | Class::Was);
    let mut at = cue;
    while at > 0 && context.class(at - 1).is_some_and(skipped) {
        at -= 1;
    }
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let bears = context
        .class(before)
        .is_some_and(|c| c.belongs_to_clause() || matches!(c, Class::But | Class::Because));
    let key = context.key(before);
    bears && ["ه", "ها", "هم", "هما"].iter().any(|p| key.ends_with(p))
}

/// A source that is a name in quotation marks (قالت «ضفاف»), without them.
pub fn without_marks(context: &Context, source: Source) -> Source {
    match context.quote_at(source.0) {
        Some(q) if q.closed && q.close + 1 == source.1 && !q.is_empty() => q.inside(),
        _ => source,
    }
}

/// The end of where a source after the cue may stand.
pub(super) fn limit(context: &Context, site: &Site, proposal: &Proposal) -> usize {
    let (_, end) = context.sentence(site.token);
    let end = end.min(site.token + REACH + LONGEST);
    if proposal.start <= site.token {
        return end;
    }
    // Before a quotation the word that stands there may be the source's last. حسبما قال
    // الوزير، …: what links the content stands before the cue, its comma behind.
    let link = match proposal.link {
        link if link < site.token => proposal.start - 1,
        link => link,
    };
    // وحسب الطبيبة | فالمرض له شكلان: the content opens with no link before it.
    let opens = proposal.rule == Rule::AccordingFront && link == proposal.start;
    let parts = context.is_mark(link)
        || opens
        || context.class(link).is_some()
        || matches!(
            proposal.rule,
            Rule::Preposition | Rule::Object | Rule::Question
        );
    (link + usize::from(!parts)).max(site.token + 1).min(end)
}

/// Where من tells of whom somebody asks something (طلب الرئيس من أنصاره أن).
fn asked(context: &Context, site: &Site) -> usize {
    let asks = context.key(site.token).contains("طلب") && site.shape() != Some(Shape::Masdar);
    if !asks {
        return usize::MAX;
    }
    let (_, end) = context.sentence(site.token);
    let mut behind = site.token + 2..end.min(site.token + REACH);
    let from = behind.find(|t| {
        let counts = context.means(t - 1, Senses::QUANTITY) || context.is(t - 1, "عدد");
        context.class(*t) == Some(Class::Min) && !counts
    });
    from.unwrap_or(usize::MAX)
}

/// Gives where a source after the cue may begin, with the end of where it may stand.
fn after(context: &Context, site: &Site, proposal: &Proposal, give: &mut impl FnMut(usize, usize)) {
    let limit = limit(context, site, proposal).min(asked(context, site));
    let (mut beginnings, mut described, mut met) = (0, false, false);
    for first in site.token + 1..limit.min(site.token + REACH) {
        // في البيان الذي ألقاه [السفير]: who does something else.
        described |= context.class(first) == Some(Class::Relative)
            || context.means(first, Senses::ISSUED)
            || governed::describes_occasion(context, first);
        described &= !context.is_comma(first);
        // خلال مؤتمر صحفي مشترك مع [نظيره]: whom one meets.
        met |= context.class(first) == Some(Class::With) && first > site.token + 1;
        met &= !context.is_comma(first);
        // تقول وهي تمسح دموعها.
        let does = aside::is_while(context, first - 1);
        if described
            || met
            || does
            || !begins(context, first)
            || indirect(context, site, first)
            || governed::is_governed(context, site, first)
            || agreement::bars(context, site, first)
        {
            continue;
        }
        let adjacent = first == site.token + 1;
        let set_off = context.is_mark(first - 1) || context.class(first - 1).is_some();
        let named = context.mention(first).is_some_and(|m| m.first == first);
        let titled = context.has(
            first,
            Classes::TITLE | Classes::HONORIFIC | Classes::SOURCE_NOUN | Classes::ORG_HEAD,
        );
        if !(adjacent || set_off || named || titled) {
            continue;
        }
        give(first, limit);
        beginnings += 1;
        if beginnings >= BEGINNINGS {
            return;
        }
    }
}

/// The same for one before it.
fn before(context: &Context, start: usize, cue: usize, give: &mut impl FnMut(usize, usize)) {
    let mut beginnings = SmallVec::<[usize; BEGINNINGS]>::new();
    // وردا على سؤال عن نادي الأمل [ونادي الوحدة]، قال: joined to what stands before it.
    let parted = cue.checked_sub(1).is_some_and(|at| context.is_comma(at));
    for first in (start..cue).rev() {
        let opens = first == start
            || context.is_mark(first - 1)
            || context.class(first - 1).is_some_and(|c| !c.preposition())
            || is_phase(context, first - 1)
            || !parted
                && context.key(first).starts_with('و')
                && !context.has(first, Classes::FUNCTION | Classes::NUMBER_WORD)
                && !juncture::is_whole(context, first);
        if !opens || !begins(context, first) || prefixed(context, first) {
            continue;
        }
        beginnings.push(first);
        if beginnings.len() >= BEGINNINGS {
            break;
        }
    }
    for first in beginnings.into_iter().rev() {
        give(first, cue);
    }
}
