//! Who of those that an implied subject may mean is left by the sentence of the cue: its own
//! subject, whom a relative describes, who spoke last and goes on.

use super::{
    candidate::{Candidate, Candidates, Signs, Who},
    host,
    implied::{Before, agreement},
    on_stage,
    resolve::Resolver,
    said_in,
};
use crate::{
    analysis::{
        context::Context,
        cues::{Agreement, Shape, SpeechAct},
        grammar::Class,
        statements::{Draft, site::SiteKind},
    },
    annotations::EntityType,
};

/// Leaves only who or what the sentence of the cue is by, where grammar tells that nobody
/// else can be meant.
pub fn narrow(resolver: &Resolver, before: &Before, start: usize, found: &mut Candidates) {
    let Draft { site, .. } = before.draft();
    let last = before.index.checked_sub(1);
    // Nothing reports before it in its sentence.
    let alone = last.is_none_or(|last| before.draft_at(last).site.token < start);
    let host = |c: &Candidate| c.signs.intersects(Signs::HOST);
    let kind = |c: &Candidate| {
        let entity = c.entity(resolver)?;
        Some(resolver.entity(entity).kind)
    };
    let behind = site.token.checked_sub(1);
    let behind = behind.and_then(|t| resolver.context.class(t));
    let joined = matches!(site.kind, SiteKind::Cue(cue) if (cue.waw || cue.fa) && cue.entry.shape != Shape::Masdar);
    // عاد سامر الحداد، وكان قد صرح بأنه.
    let joined = joined || is_joined_by_was(resolver.context, site.token);
    going_on(resolver, before, start, found);
    // الحكومة التي طالبت.
    let objects = matches!(site.kind, SiteKind::Cue(cue) if cue.entry.pronoun);
    if (behind == Some(Class::Relative) || is_due(resolver, start, site.token)) && !objects {
        // توجيهات الملك التي أكد فيها.
        found.prefer(|c| c.signs.intersects(Signs::RELATIVE | Signs::AUTHOR));
    }
    // بيان قالت فيه.
    if said_in::holds(resolver.context, site.token) {
        found.prefer(|c| host(c) || c.signs.intersects(Signs::AUTHOR));
    }
    found.prefer(|c| c.signs.intersects(Signs::AUTHOR));
    if alone && site.shape() == Some(Shape::Participle) {
        found.prefer(host);
        if agreement(before.draft()) == Agreement::They {
            found.prefer(|c| c.signs.intersects(Signs::HOST | Signs::CLAUSE));
        }
        if !found.as_slice().iter().any(host) {
            found.prefer(|c| c.signs.intersects(Signs::TOPIC) && kind(c).is_some());
        }
    }
    if site.shape() == Some(Shape::Participle) && denied_by(resolver.context, before, start) {
        found.prefer(|c| c.signs.intersects(Signs::CLAUSE));
    }
    if serves(resolver.context, site.token, before.draft()) {
        let near = |c: &Candidate| c.signs.intersects(Signs::CLAUSE);
        if alone && !found.as_slice().iter().any(near) {
            found.prefer(host);
        }
        found.prefer(near);
    }
    // فاجأ سامر الحداد الجميع حين أعلن.
    if alone && matches!(behind, Some(Class::When | Class::Where)) {
        found.prefer(|c| host(c) && kind(c).is_some());
    }
    if alone {
        acted(resolver, before, (start, joined), found);
        on_stage::narrow(resolver, before, start, found);
    }
}

/// The same where the verb goes on with what somebody did in the sentence.
fn acted(
    resolver: &Resolver,
    before: &Before,
    (start, joined): (usize, bool),
    found: &mut Candidates,
) {
    let Draft { site, .. } = before.draft();
    let host = |c: &Candidate| c.signs.intersects(Signs::HOST);
    // التقط سامر الحداد الكرة وقال.
    if matches!(site.kind, SiteKind::Cue(cue) if cue.fa) {
        // أما سامر الحداد فقال، وتناول التقرير السوق فذكر.
        let about = matches!(resolver.context.key(start), "اما" | "واما");
        if let Some(entity) = asked(resolver, start, site.token) {
            found.prefer(|c| c.entity(resolver) == Some(entity));
        }
        found.prefer(|c| about && c.signs.intersects(Signs::TOPIC));
        found.prefer(host);
    } else if joined && agreement(before.draft()) == Agreement::They {
        // رفض الإخوان القرار ووصفوه.
        found.prefer(host);
    } else if joined {
        let of_person = |c: &Candidate| {
            let entity = c.entity(resolver);
            entity.is_some_and(|e| resolver.entity(e).kind == EntityType::Per)
        };
        // استقبل الرئيس المصري وزير الخارجية سامر الحداد، وأكد.
        let acts = |c: &Candidate| host(c) && host::is_actor(resolver, c);
        found.prefer(|c| host(c) && of_person(c) || acts(c));
    }
}

/// Whom the reporter turned to, who answers with ف (وتواصلت الصحيفة مع المدير سامر الحداد، فأكد أن).
fn asked(resolver: &Resolver, start: usize, cue: usize) -> Option<usize> {
    const TURNS: [&str; 10] = [
        "تواصل",
        "تواصلت",
        "تواصلنا",
        "اتصل",
        "اتصلت",
        "اتصلنا",
        "سالنا",
        "سالت",
        "التقينا",
        "توجهنا",
    ];
    let c = resolver.context;
    let verb = (start..cue.min(start + 3)).find(|at| !c.is_mark(*at))?;
    let key = c.key(verb).strip_prefix('و').unwrap_or(c.key(verb));
    let before = c.mentions.partition_point(|m| m.end <= cue);
    let people = c.mentions.get(..before)?.iter().rev();
    let person = people
        .take_while(|m| m.first > verb)
        .find(|m| m.kind == EntityType::Per)?;
    resolver
        .entity_at(person.first)
        .filter(|_| TURNS.contains(&key))
}

/// Whether a cue tells why or wherefore the verb before it is done (منع الجيش وصولهم بحجة أن، تجمع
/// المئات للمطالبة بـ، عدلت السفارة منشورها لتقول إن): who does that says it.
fn serves(c: &Context, cue: usize, draft: &Draft) -> bool {
    let SiteKind::Cue(word) = draft.site.kind else {
        return false;
    };
    let key = c.key(cue);
    match word.entry.shape {
        Shape::Masdar => !word.entry.pronoun && key.starts_with("لل") || is_pretext(key),
        Shape::Present => key.starts_with('ل') && key.chars().nth(1).is_some_and(is_of_imperfect),
        _ => false,
    }
}

/// Whether somebody else says the opposite of what was reported, right before the cue (وهو ما نفاه
/// رئيس النقابة، مؤكدا).
pub fn denied_by(c: &Context, before: &Before, start: usize) -> bool {
    let cue = before.draft().site.token;
    let what = |at: &usize| {
        let it = c.class(*at) == Some(Class::HeIs) && c.class(at + 1) == Some(Class::What);
        let matter = c.is(*at, "الأمر") && c.class(at + 1) == Some(Class::Relative);
        it || matter
    };
    let opens = (start..cue.saturating_sub(2)).rev().find(what);
    let last = before
        .index
        .checked_sub(1)
        .map(|last| before.draft_at(last).site.token);
    opens.is_some_and(|opens| last.is_none_or(|last| last < opens))
}

/// Whether a noun behind ب names what somebody claims as their reason.
fn is_pretext(key: &str) -> bool {
    matches!(
        key,
        "بحجه" | "بذريعه" | "بدعوي" | "بزعم" | "بتهمه" | "بدعاوي"
    )
}

/// Whether a verb in the imperfect that agrees with somebody else may begin so.
fn is_of_imperfect(letter: char) -> bool {
    matches!(letter, 'ي' | 'ت')
}

/// Whether كان joins the verb at a token to what stands before it (وكان قد صرح).
fn is_joined_by_was(c: &Context, cue: usize) -> bool {
    let mut at = cue;
    while at > 0 && c.class(at - 1) == Some(Class::Particle) {
        at -= 1;
    }
    let was = at
        .checked_sub(1)
        .filter(|at| c.class(*at) == Some(Class::Was));
    was.is_some_and(|was| matches!(c.key(was), "وكان" | "وكانت" | "وكانوا"))
}

/// Whether a verb is what is due of whom a relative tells (الشركات التي من المتوقع أن تعلن).
fn is_due(resolver: &Resolver, start: usize, cue: usize) -> bool {
    let c = resolver.context;
    let due = |t: usize| {
        matches!(
            c.key(t),
            "المتوقع" | "المرتقب" | "المقرر" | "المنتظر" | "المفترض"
        )
    };
    let [relative, min, noun, that] = [4, 3, 2, 1].map(|back| cue.wrapping_sub(back));
    cue >= start + 4
        && c.class(relative) == Some(Class::Relative)
        && c.class(min) == Some(Class::Min)
        && due(noun)
        && c.class(that) == Some(Class::That)
}

/// Leaves only whoever spoke last in the article's own words, where a verb opens a sentence
/// that only goes on with a speech (وأضاف), or the clause after «رغم» and a speech (لكنه حذر).
fn going_on(resolver: &Resolver, before: &Before, start: usize, found: &mut Candidates) {
    let c = resolver.context;
    let Draft { site, .. } = before.draft();
    let SiteKind::Cue(cue) = site.kind else {
        return;
    };
    if before.outer(before.index).is_some() || cue.entry.shape != Shape::Past {
        return;
    }
    if let Some(entity) = met(resolver, start, site.token) {
        found.prefer(|c| c.entity(resolver) == Some(entity));
    }
    let stops = |t: usize| matches!(c.slice(t, t + 1), "." | ".." | "..." | "…" | "؛");
    if cue.entry.act == SpeechAct::GoingOn {
        // Nobody adds to what they have not begun.
        let subject = Signs::HOST | Signs::CLAUSE | Signs::TOPIC | Signs::AUTHOR;
        let spoke = |c: &Candidate| match c.who {
            Who::Record(record) => resolver.record(record).said > 0,
            _ => false,
        };
        found.prefer(|c| spoke(c) || c.signs.intersects(subject));
    }
    let opens = (start..site.token).all(|t| c.is_mark(t) || c.class(t) == Some(Class::As))
        || site.token.checked_sub(1).is_some_and(stops);
    let goes_on = cue.entry.act == SpeechAct::GoingOn && opens;
    let but = site
        .token
        .checked_sub(1)
        .is_some_and(|at| c.class(at) == Some(Class::But) && c.key(at).ends_with(['ه', 'ا']));
    if !goes_on && !but {
        return;
    }
    let wanted = agreement(before.draft());
    let main = |draft: usize| {
        let of = before.draft_at(draft);
        let clause = of.site.token.checked_sub(1).and_then(|at| c.class(at));
        let report = !matches!(of.site.kind, SiteKind::Attribution(_));
        before.outer(draft).is_none() && report && clause != Some(Class::Relative)
    };
    let last = before.back().find(|(draft, by)| {
        main(*draft) && !resolver.record(*by).nobody && resolver.record(*by).agrees(wanted)
    });
    let near = |draft: usize| goes_on || before.draft_at(draft).site.token >= start;
    if let Some((_, by)) = last.filter(|last| near(last.0)) {
        found.prefer(|c| c.who == Who::Record(by));
    }
}

/// Whom the report talked with, as the sentence opens (وفي لقاء مع سامر الحداد، أوضح): by a
/// bare name, as an office is met by its like.
fn met(resolver: &Resolver, start: usize, cue: usize) -> Option<usize> {
    let c = resolver.context;
    let at = start + usize::from(matches!(c.key(start), "في" | "وفي"));
    let talk = matches!(c.key(at), "لقاء" | "حوار" | "مقابله" | "حديث");
    let with = (at + 1..cue.min(at + 4)).find(|t| c.class(*t) == Some(Class::With))?;
    let name = c.mention(with + 1).filter(|m| m.first == with + 1)?;
    let met = talk && at > start && name.kind == EntityType::Per;
    resolver.entity_at(name.first).filter(|_| met)
}
