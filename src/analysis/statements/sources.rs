//! The words that name who spoke, in the clause of the cue: after it (قال الوزير),
//! before it (الوزير قال), or none where the subject is only implied.

use smallvec::SmallVec;

use super::{
    agreement, antecedent, as_they_spoke, governed, juncture, noun_phrase,
    phrases::{self, is_imam},
    proposal::{Proposal, Rule},
    relative, relayed, same_speaker,
    site::{Site, SiteKind},
    torn, verb_form,
};
use crate::{
    analysis::{
        context::Context,
        cues::{Agreement, Attribution, CueWord, Shape, SpeechAct},
        grammar::Class,
        lexicon::Classes,
        ranker::Ranker,
        senses::Senses,
        tokens::TokenKind,
        word::own_letters,
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
    // بيانا طالبت فيه الحكومة بالاعتذار: whom it asks; but قالت فيه الوزارة إن.
    let own = own || stands_in && proposal.rule != Rule::Clause;
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
    let definite = context.key(start).starts_with("ال")
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

/// Whether a verb tells that somebody goes on to speak (ومضى يقول، وراح يؤكد).
fn is_phase(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    let verb = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let verb = verb.strip_suffix('ت').unwrap_or(verb);
    let phase = matches!(
        verb,
        "مضي" | "مض" | "راح" | "عاد" | "ظل" | "بات" | "اخذ" | "انبري" | "استمر" | "عاود"
    );
    let says = |at: usize| {
        let word = context.word(at);
        word.finite
            && word
                .cue
                .is_some_and(|cue| cue.entry.shape == Shape::Present)
    };
    phase && (token + 1..token + 4).any(says)
}

/// A source that is a name in quotation marks (قالت «ضفاف»), without them.
pub fn without_marks(context: &Context, source: Source) -> Source {
    match context.quote_at(source.0) {
        Some(q) if q.closed && q.close + q.width == source.1 && !q.is_empty() => q.inside(),
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
    let parts = context.is_mark(link)
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
        if described
            || met
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
    for first in (start..cue).rev() {
        let opens = first == start
            || context.is_mark(first - 1)
            || context.class(first - 1).is_some_and(|c| !c.preposition())
            || is_phase(context, first - 1)
            || context.key(first).starts_with('و')
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

/// Whether a noun phrase may begin at a token.
pub(super) fn begins(context: &Context, token: usize) -> bool {
    if !context.is_word(token) {
        return context.quote_opening(token).is_some()
            || context.tokens.kind(token) == TokenKind::Number && !timed(context, token);
    }
    let word = context.word(token);
    // إمام المسجد looks like أمام.
    let open = matches!(
        word.class,
        None | Some(
            Class::All
                | Class::Some
                | Class::Which
                | Class::Demonstrative
                | Class::What
                | Class::Pronoun
                | Class::Who
        )
    );
    if !open && !is_imam(context, token) && !is_governor(context, token) {
        return false;
    }
    if timed(context, token) || word.attribution.is_some() || word.tells_how() {
        return false;
    }
    // A name may look like a verb (ساري، نجيب، فورد).
    let named = context.mention(token).is_some_and(|m| m.first == token);
    // دعا الله للشهداء: whom one prays to.
    if matches!(context.key(token), "الله" | "تعالي" | "عز" | "المولي") && !named {
        return false;
    }
    // ويضيف بمنتهى الوقاحة: how.
    if matches!(
        context.key(token),
        "بسؤاله"
            | "وبسؤاله"
            | "بسؤالها"
            | "وبسؤالها"
            | "بمواجهته"
            | "وبمواجهته"
            | "بمنتهي"
            | "بكل"
            | "بلهجه"
            | "بنبره"
            | "بصوت"
            | "بلغه"
            | "بحسره"
            | "بغضب"
            | "بحزن"
            | "بفخر"
    ) {
        return false;
    }
    // وقال باكيا: how.
    if !named && (as_they_spoke::stands_alone(context, token) || is_phase(context, token)) {
        return false;
    }
    if !named && opens_as_verb(context, token) {
        return false;
    }
    let plural_verb = context.key(token).ends_with("وا") && !context.key(token).starts_with("ال");
    let verb = noun_phrase::finite(context, token) || verb_form::is_at(context, token);
    if !named && (plural_verb || verb) {
        return false;
    }
    // صحيفة «ضفاف» [الكمرانية]: an adjective alone is nobody.
    let adjective = token
        .checked_sub(1)
        .is_some_and(|at| context.quote_closing(at).is_some())
        && !named
        && (context.key(token).ends_with('ي') || context.key(token).ends_with("يه"));
    if adjective {
        return false;
    }
    // كشف النقاب عن، وتابع القول.
    let said = matches!(context.key(token), "النقاب" | "القول" | "الحديث")
        && !context.word(token + 1).open;
    // قال ما معناه إن.
    let wording = context.class(token) == Some(Class::What)
        && matches!(context.key(token + 1), "معناه" | "نصه" | "مفاده" | "مضمونه");
    !wording && !said
}

/// Whether a verb in the feminine opens the sentence before its subject (فرضت الولايات المتحدة).
fn opens_as_verb(context: &Context, token: usize) -> bool {
    let next = token + 1;
    let her = context
        .mention(next)
        .is_some_and(|m| m.first == next && matches!(m.kind, EntityType::Loc | EntityType::Org));
    let key = context.key(token);
    context.sentence(token).0 == token
        && key.ends_with('ت')
        && !key.ends_with("ات")
        && key.chars().count() > 3
        && context.class(token).is_none()
        && her
}

/// Whether والي, which folded looks like وإلى, is who governs a place (والي سوسة).
fn is_governor(context: &Context, token: usize) -> bool {
    let place = |at: usize| {
        context
            .mention(at)
            .is_some_and(|m| m.kind == EntityType::Loc && m.first == at)
    };
    context.key(token) == "والي" && context.slice(token, token + 1) == "والي" && place(token + 1)
}

/// Whether a token is part of a date or time.
pub(super) fn timed(context: &Context, token: usize) -> bool {
    context
        .mention(token)
        .is_some_and(|m| m.kind == EntityType::Date)
}

/// Whether a preposition is joined to the first word of a phrase after a verb:
/// its addressee or means, not its subject.
fn indirect(context: &Context, site: &Site, first: usize) -> bool {
    let verb = site.shape().is_some_and(|s| !matches!(s, Shape::Masdar));
    let to = verb && first == site.token + 1 && is_outlet(context, first);
    to || prefixed(context, first) && (verb || context.key(first).starts_with("بال"))
}

/// Whether ل and a name that nothing knows stand before a mark: whom it is said to (تقول لدرج:).
fn is_outlet(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    let unknown = context.word(token).clusters.is_none()
        && context.mention(token).is_none()
        && !context.has(
            token,
            Classes::GIVEN_NAME | Classes::FAMILY_NAME | Classes::TITLE,
        );
    key.starts_with('ل')
        && key.chars().count() > 3
        && unknown
        && !own_letters::has(key)
        && (context.is_mark(token + 1) || context.tokens.kind(token + 1) == TokenKind::Number)
}

/// Whether a preposition is joined to a word, or ل stands alone.
fn prefixed(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    let joined = context.lists.get(token).proclitics > 0
        && key.starts_with(['ل', 'ب', 'ك'])
        && !own_letters::has(key);
    key == "ل" || key.starts_with("لل") || key.starts_with("بال") || joined
}
