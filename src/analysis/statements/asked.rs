//! Whom a verb asks, thanks or describes, where nobody else stands between it and what it
//! governs, and somebody has just spoken who goes on (قال المبعوث إن…. ودعا السلطات إلى، ووصف
//! الوضع بأنه كارثي): they are no source.

use super::{
    Draft, agreement,
    site::{Site, SiteKind},
    sources::Source,
};
use crate::{
    analysis::{
        context::{Context, Holds},
        cues::{Agreement, CueWord, Lemma, SpeechAct},
        grammar::Class,
        hash::Set,
        lexicon::Classes,
        senses::Senses,
        stem,
    },
    annotations::EntityType,
};

/// Verbs that are said to somebody or of something, which has to stand behind them.
static NEEDS: [Lemma; 6] = [
    Lemma::new("ناشد"),
    Lemma::new("حث"),
    Lemma::new("حض"),
    Lemma::new("نصح"),
    Lemma::new("شكر"),
    Lemma::new("طمان"),
];
static DESCRIBES: [Lemma; 3] = [Lemma::new("وصف"), Lemma::new("عزا"), Lemma::new("ارجع")];

/// Takes the source from every statement whose verb has nothing but its object behind it.
pub fn leave_out(c: &Context, drafts: &mut [Draft]) {
    // By which words somebody was called who has spoken.
    let mut spoke: Set<Option<u32>> = Set::default();
    let form = |token: usize| c.tokens.places().get(token).copied();
    for at in 0..drafts.len() {
        let (before, rest) = drafts.split_at_mut(at);
        let Some(draft) = rest.first_mut() else {
            continue;
        };
        let Some(source) = draft.source else {
            continue;
        };
        let word = form(source.0);
        let new = !spoke.contains(&word);
        if is_described(c, &draft.site, source) || new && is_asked(c, before, draft, source) {
            draft.source = None;
        } else {
            spoke.insert(word);
        }
    }
}

/// Whether a thing alone stands between such a verb and what it is said to be (ووصف الوضع بأنه،
/// وعزا ذلك إلى).
fn is_described(c: &Context, site: &Site, (first, end): Source) -> bool {
    let describes = |cue: &CueWord| DESCRIBES.iter().any(|verb| verb.is(&cue.entry));
    if !site.verb().is_some_and(|cue| describes(&cue)) || first != site.token + 1 {
        return false;
    }
    let somebody = Classes::SPEAKER | Classes::DOC_HEAD | Classes::MEDIA;
    let noun = c.has(first, somebody)
        || c.noun_stem_means(first, Senses::PLURAL | Senses::ONE_PERSON | Senses::CALLING)
        || c.noun_means(first, Senses::FOLK);
    let points = c.class(first) == Some(Class::Demonstrative) && end == first + 1;
    let named = (first..end).any(|at| {
        c.mention(at)
            .is_some_and(|m| m.kind == EntityType::Per || m.first == first)
    });
    // وصف الجانب الفلسطيني الاقتراح بأنه: he describes it.
    let governed = c.word(end).preposition.is_some()
        || matches!(c.class(end), Some(Class::ThatBi | Class::ThatBiPronoun));
    governed && (points || c.has_article(first) && !named && !noun)
}

/// Whether those alone stand between a joined verb that asks and what it governs whom one asks,
/// and whoever spoke before them may ask on; none that they are called by has spoken yet.
fn is_asked(c: &Context, before: &[Draft], draft: &Draft, (first, end): Source) -> bool {
    let token = draft.site.token;
    let Some(cue) = draft.site.verb() else {
        return false;
    };
    let needs = NEEDS.iter().any(|verb| verb.is(&cue.entry));
    let asks = needs || cue.entry.act == SpeechAct::Asking;
    let also = token
        .checked_sub(1)
        .is_some_and(|at| c.class(at) == Some(Class::As));
    let joined = (cue.waw || also) && !cue.entry.pronoun;
    let governs = c
        .word(end)
        .preposition
        .is_some_and(|p| cue.entry.government.contains(p));
    if !(asks && joined && governs) || first != token + 1 {
        return false;
    }
    let Some(last) = spoke_last(c, before, token, cue.entry.agreement) else {
        return false;
    };
    let here = c.paragraph(last.site.token) == c.paragraph(token);
    is_whom_one_asks(c, (first, end), here, needs)
}

/// How many reports before are looked at.
const NEAR: usize = 60;

/// The nearest report before in the article's own words, of this paragraph or the one before, if
/// its verb agrees with the same.
fn spoke_last<'d>(
    c: &Context,
    before: &'d [Draft],
    token: usize,
    agreement: Agreement,
) -> Option<&'d Draft> {
    if !matches!(agreement, Agreement::He | Agreement::She) {
        return None;
    }
    let own = |draft: &&Draft| {
        let at = draft.site.token;
        let inside = |other: &Draft| other.content.iter().any(|(a, b)| (*a..*b).contains(&at));
        draft.site.verb().is_some() && !before.iter().rev().take(6).any(inside)
    };
    let near = |draft: &&Draft| c.paragraph(draft.site.token) + 1 >= c.paragraph(token);
    let mut near = before.iter().rev().take(NEAR).take_while(near);
    let last = near.find(own)?;
    let alike = matches!(last.site.kind, SiteKind::Cue(cue) if cue.entry.agreement == agreement);
    alike.then_some(last)
}

/// Whether a phrase names those whom one asks: folk, authorities, a state; `here` tells that
/// somebody spoke in the same paragraph, `needs` that the verb needs somebody.
fn is_whom_one_asks(c: &Context, (first, end): Source, here: bool, needs: bool) -> bool {
    const AUTHORITIES: [&str; 6] = ["سلطات", "سلطه", "حكومه", "حكومات", "حكومتي", "مسؤولين"];
    const BODIES: [&str; 12] = [
        "وزاره",
        "وزارات",
        "بلديه",
        "بلديات",
        "برلمان",
        "اداره",
        "شركه",
        "شركات",
        "بنك",
        "مصرف",
        "جيش",
        "محكمه",
    ];
    // جميع الأطراف.
    let all = matches!(c.class(first), Some(Class::All | Class::Some));
    let first = first + usize::from(all);
    if first >= end || c.word(first).holds.intersects(Holds::COUNTS) {
        return false;
    }
    let named = c.mention(first).filter(|m| m.first == first);
    let kind = named.map(|m| m.kind);
    if kind == Some(EntityType::Per) || !c.tokens.is_word(first) {
        return false;
    }
    let noun = stem::noun(c.key(first));
    let council = c.key(first) == "مجلس" && c.key(first + 1) == "الامن";
    // وطالب الأهالي at the head of a paragraph: they may ask.
    let folk = c.noun_means(first, Senses::FOLK) && (here || needs || !agreement::may_ask(noun));
    if folk || council || AUTHORITIES.contains(&noun) || c.key(first).ends_with("تي") && needs {
        return true;
    }
    let definite = c.has_article(first) || end > first + 1 || named.is_some();
    let state = kind == Some(EntityType::Loc);
    let person = c.has(first, Classes::TITLE) && !c.has(first, Classes::ORG_HEAD);
    here && definite && (state || BODIES.contains(&noun) || needs && !person)
}
