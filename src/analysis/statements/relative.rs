//! Verbs in a relative clause: what the clause describes is by whom they are ([s المعارضة] التي
//! دعت أنصارها إلى), or is what they say (التحقيق الذي دعت إليه [s كمرانيا]).

use super::{
    juncture,
    phrases::{finishes, parts},
    proposal::{Proposal, Rule},
    site::{Site, SiteKind},
    source_opens::{begins, timed},
    sources::Sources,
    verb_form,
};
use crate::analysis::{
    context::Context,
    cues::{Agreement, CueWord, Shape},
    grammar::Class,
    lexicon::Classes,
    senses::Senses,
};

/// The longest phrase that a relative clause describes.
const DESCRIBED: usize = 10;

/// Whether the relative before a verb agrees with it (التي يقول إنه: somebody else says it).
pub(super) fn agrees(context: &Context, cue: usize, word: &CueWord) -> bool {
    let mut at = cue;
    while at > 0 && context.class(at - 1) != Some(Class::Relative) {
        at -= 1;
    }
    let key = at.checked_sub(1).map_or("", |at| context.key(at));
    let key = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    !matches!(
        (key, word.entry.agreement),
        ("التي", Agreement::He) | ("الذي", Agreement::She)
    )
}

/// Whether a preposition with a pronoun behind the verb of a relative clause takes up what the
/// clause describes, and a noun follows: whose verb it is (زيارة نددت بها [أحزاب]، التحقيق الذي
/// دعت إليه [كمرانيا]).
pub(super) fn resumes(context: &Context, start: usize, cue: usize, relative: bool) -> bool {
    let by = context.class(cue + 1) == Some(Class::PrepositionPronoun)
        && !context.key(cue + 1).starts_with("في")
        && !context.key(cue + 1).starts_with('ل');
    // برأسية وصفها [المعلق] بأنها.
    let own = context.word(cue).cue.is_some_and(|cue| cue.entry.pronoun);
    let pronoun = by || own && context.has_article(cue + 1);
    let noun = cue + 1 + usize::from(by);
    let subject = context.tokens.is_word(noun)
        && context.class(noun).is_none()
        && context.word(noun).preposition.is_none()
        && !timed(context, noun);
    let before = cue.saturating_sub(1).max(start);
    let indefinite = context.word(before).open
        && context.mention(before).is_none()
        && !context.has_article(before);
    pronoun && subject && (relative || indefinite)
}

/// The relative before the cue, particles between them.
pub(super) fn before(context: &Context, start: usize, cue: usize) -> Option<usize> {
    let skipped = |class| matches!(class, Class::Particle | Class::Negation | Class::Was);
    let mut end = cue;
    while end > start && context.class(end - 1).is_some_and(skipped) {
        end -= 1;
    }
    let relative = end.checked_sub(1).filter(|at| *at >= start)?;
    (context.class(relative) == Some(Class::Relative)).then_some(relative)
}

/// Whether the verb of a relative clause asks or blames somebody, who stands behind it: it
/// is by whom the clause describes ([s المعارضة] التي دعت أنصارها إلى).
pub(super) fn leads(context: &Context, site: &Site, proposal: &Proposal) -> bool {
    let SiteKind::Cue(cue) = site.kind else {
        return false;
    };
    let describes = context.key(site.token).contains("وصف");
    let hearer = (cue.entry.act.has_hearer() || describes) && !cue.entry.pronoun;
    let resumes = context.class(site.token + 1) == Some(Class::PrepositionPronoun);
    // الذي وصف [النتائج] بأنها.
    let by = matches!(
        context.class(proposal.link),
        Some(Class::ThatBi | Class::ThatBiPronoun)
    );
    let noun = by || matches!(proposal.rule, Rule::Preposition | Rule::Object);
    hearer && noun && !resumes && cue.entry.shape != Shape::Masdar
}

/// Whether a noun is somebody's who is known (التي يطالب [موظفوها]).
pub(super) fn owned(context: &Context, token: usize) -> bool {
    let key = context.key(token);
    context.mention(token).is_none()
        && ["ها", "هم", "ه"].iter().any(|p| key.ends_with(p))
        && !context.slice(token, token + 1).ends_with('ة')
}

/// What the relative clause of the cue describes, wherever the phrase begins
/// (مع [s النظام] الذي يدعي).
pub(super) fn described(context: &Context, start: usize, cue: usize, found: &mut Sources) {
    let Some(mut end) = before(context, start, cue) else {
        return;
    };
    while end > start && context.is_comma(end - 1) {
        end -= 1;
    }
    if end == start || !finishes(context, end - 1) {
        return;
    }
    for first in (start.max(end.saturating_sub(DESCRIBED))..end).rev() {
        if parts(context, first) || context.is_comma(first) {
            return;
        }
        let inside = context.mention(first).is_some_and(|m| m.first < first);
        // عدد من الأطباء: no verb.
        let verb = context.word(first).finite && !context.means(first, Senses::QUANTITY);
        if !inside && (verb || verb_form::is_at(context, first)) {
            return;
        }
        if !inside && begins(context, first) {
            found.push((first, end));
        }
        // واستقبل المحافظ [مدير التعليم سالم اليامي] الذي: what stands before is another phrase.
        let prefixed =
            context.word(first).preposition.is_some() && context.mention(first).is_none();
        let somebody = context.has(first, Classes::TITLE | Classes::ORG_HEAD)
            || context.mention(first).is_some();
        let parted = first.checked_sub(1).is_some_and(|before| {
            somebody && before >= start && juncture::is_at(context, before, first)
        });
        if prefixed || parted {
            return;
        }
    }
}
