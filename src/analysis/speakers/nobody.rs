//! Statements by nobody who is named: what is said in general (قيل، يقال), and what whoever
//! wrote the article says.

use super::{
    implied::{Before, agreement},
    resolve::Resolver,
};
use crate::analysis::{
    cues::{Agreement, Shape},
    grammar::Class,
    statements::{same_speaker, site::SiteKind},
};

/// Whether a statement without a source is by nobody.
pub fn speaks(resolver: &Resolver, before: &Before) -> bool {
    is_writer(resolver, before) || is_passive(resolver, before) || is_supposed(resolver, before)
}

/// Whether a verb in the first person stands in nobody's words, so that whoever wrote the
/// article speaks, who is not named.
fn is_writer(resolver: &Resolver, before: &Before) -> bool {
    let draft = before.draft();
    let (c, token) = (resolver.context, draft.site.token);
    let verb = matches!(draft.site.shape(), Some(Shape::Past | Shape::Present));
    let first = agreement(draft) == Agreement::Speaker || same_speaker::is_written_so(c, token);
    let due = draft.site.shape() == Some(Shape::Masdar)
        && c.has_article(token)
        && token
            .checked_sub(1)
            .is_some_and(|at| c.class(at) == Some(Class::Must));
    (verb && first || due) && before.outer(before.index).is_none() && c.quote_of(token).is_none()
}

/// Whether the verb is one that its spelling shows for a passive (قيل، أُعلن), and nothing
/// before it tells of whom it is said.
fn is_passive(resolver: &Resolver, before: &Before) -> bool {
    const THOUGHT: [&str; 8] = [
        "يعتقد",
        "يتوقع",
        "يقال",
        "يذكر",
        "يزعم",
        "يخشي",
        "ينتظر",
        "يظن",
    ];
    const BARE: [&str; 4] = ["قيل", "يقال", "تردد", "يتردد"];
    let c = resolver.context;
    let token = before.draft().site.token;
    let SiteKind::Cue(cue) = before.draft().site.kind else {
        return false;
    };
    let key = c.key(token);
    let bare = key.strip_prefix(['و', 'ف']).unwrap_or(key);
    let relative = token
        .checked_sub(1)
        .is_some_and(|at| c.class(at) == Some(Class::Relative));
    let written = c.slice(token, token + 1);
    let written = if cue.waw || cue.fa {
        written.trim_start_matches(['و', 'ف', '\u{64e}'])
    } else {
        written
    };
    // أُعلن may be in the first person.
    let marked = cue.entry.shape == Shape::Past
        && !written.starts_with('أ')
        && written.chars().nth(1) == Some('\u{64f}');
    // يُعتقد, يُتوقع: active, neither is written so.
    let thought = THOUGHT.contains(&bare) && written.chars().nth(1) == Some('\u{64f}');
    let said = matches!(bare, "يقال" | "تردد") && first_of_sentence(resolver, token);
    !relative
        && (marked || thought || said || BARE.contains(&bare) && cue.entry.shape == Shape::Passive)
}

/// Whether a verb opens its sentence.
fn first_of_sentence(resolver: &Resolver, token: usize) -> bool {
    let c = resolver.context;
    let (start, _) = c.sentence(token);
    (start..token).all(|at| c.is_mark(at))
}

/// Whether a verb of thinking in the present opens an article in which nobody has spoken
/// (يتوقع أن ترتفع الأسعار).
fn is_supposed(resolver: &Resolver, before: &Before) -> bool {
    let c = resolver.context;
    let token = before.draft().site.token;
    let SiteKind::Cue(cue) = before.draft().site.kind else {
        return false;
    };
    let opens = token == c.paragraph_around(token).0 && c.class(token + 1) == Some(Class::That);
    let present = cue.entry.shape == Shape::Present && cue.entry.agreement == Agreement::He;
    opens && present && !cue.waw && !cue.fa && before.back().next().is_none()
}
