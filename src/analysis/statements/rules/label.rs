//! The colon of a headline, or of a label in a transcript or interview:
//! موسكو: [q تعاوننا مع واشنطن ساعد على تحقيق تقدم].

use super::super::{
    proposal::{Proposal, Rule},
    second_clause,
    site::{Site, SiteKind},
    sources::Source,
};
use crate::{
    analysis::{
        context::{Context, Mark},
        cues::{Agreement, Shape},
        grammar::Class,
        lexicon::Classes,
        mentions::NameMention,
        senses::Senses,
        work,
    },
    annotations::EntityType,
};

/// How far before its colon a label is looked for, in tokens: none is nearly so long.
const FAR: usize = 200;

/// Proposes what follows the colon at `token`, to the end of its paragraph.
pub fn propose(context: &Context, token: usize, out: &mut Vec<Proposal>) {
    let (first, end) = context.paragraph_around(token);
    let start = token + 1;
    let nobody = behind_alert(context, first, token) == token;
    if start >= end || nobody || is_dateline(context, token) || is_topic(context, first) {
        return;
    }
    // «اتحاد الغرف»: يطالب بخفض الرسوم: the verb is the cue.
    let verb = context.word(start).cue.is_some_and(|cue| {
        cue.entry.shape == Shape::Present && !cue.waw && cue.entry.agreement != Agreement::Speaker
    });
    if verb && !context.class(start + 1).is_some_and(Class::complementizer) {
        return;
    }
    if let Some(quote) = context.quote_at(start) {
        out.push(Proposal::closed(Rule::Quotation, quote.inside(), token));
    }
    out.push(Proposal::open(Rule::Label, start, token));
}

/// Whether a line only tells where and for whom the article was written (بغداد: «الضفاف»).
fn is_dateline(context: &Context, token: usize) -> bool {
    let (first, end) = context.paragraph_around(token);
    let place = context
        .mention(first)
        .is_some_and(|m| m.kind == EntityType::Loc && m.end == token);
    let quote = context.quote_at(token + 1);
    place && quote.is_some_and(|q| q.closed && q.len() <= 3 && q.close + 1 >= end)
}

/// The token behind what a line is announced by, from `first` to a colon at `token` at most
/// (عاجل، #عاجل، بالفيديو |).
fn behind_alert(context: &Context, first: usize, token: usize) -> usize {
    const ALERTS: [&str; 10] = [
        "عاجل",
        "خاص",
        "حصري",
        "حصريا",
        "مباشر",
        "تحديث",
        "فيديو",
        "بالفيديو",
        "صور",
        "بالصور",
    ];
    let sign = |at: usize| matches!(context.key(at), "#" | "|");
    let word = first + usize::from(sign(first));
    if !ALERTS.contains(&context.key(word)) {
        return first;
    }
    let behind = word + 1;
    (behind + usize::from(sign(behind))).min(token)
}

/// Whether a line tells of an event, whose name is no speaker's (كأس الخليج: عمان تفوز).
fn is_topic(context: &Context, first: usize) -> bool {
    matches!(
        context.key(first),
        "دوري"
            | "الدوري"
            | "كاس"
            | "بطوله"
            | "مهرجان"
            | "معرض"
            | "متحف"
            | "المتحف"
            | "مباراه"
            | "تصفيات"
    )
}

/// The words of a label before the colon at a token: all of its paragraph before it, or
/// what stands behind an earlier stop or colon; without quotation marks around them.
fn words(context: &Context, token: usize) -> (usize, usize) {
    let (start, _) = context.paragraph_around(token);
    let start = start.max(token.saturating_sub(FAR));
    work::steps(token - start);
    let parts = |at: &usize| matches!(context.mark(*at), Mark::Stop | Mark::Colon);
    let first = (start..token).rev().find(parts).map_or(start, |at| at + 1);
    let first = behind_alert(context, first, token);
    let first = behind_verb(context, first, token).unwrap_or(first);
    if let Some(participle) = behind_participle(context, token).filter(|at| *at > first) {
        return (first, participle);
    }
    match context.quote_at(first).filter(|q| q.closed) {
        Some(quote) if quote.close + 1 == token => quote.inside(),
        _ => (first, token),
    }
}

/// Who a headline's label is, where more than they stands before the colon: behind what it reports of
/// somebody else by a verb, behind what announces it, or before where or to whom they speak (الوزير من نوران: …، النقيب
/// لـ«الضفاف»: …).
pub fn second(context: &Context, site: &Site) -> Option<Source> {
    if site.kind != SiteKind::Colon || !context.in_headline(site.token) {
        return None;
    }
    let (first, end) = words(context, site.token);
    if let Some(tail) = tail(context, first, end) {
        return Some((first, tail));
    }
    let (start, _) = context.paragraph_around(site.token);
    let own = behind_verb(context, start, site.token) == Some(first)
        || behind_participle(context, site.token) == Some(end)
        || first > start && behind_alert(context, start, site.token) == first;
    own.then_some((first, end))
}

/// Who stands before a headline's participle that has their words right behind its colon (وزير الصحة
/// محذرا: …).
pub fn of_participle(context: &Context, site: &Site) -> Option<Source> {
    let cue = site.token;
    let words_behind = context.mark(cue + 1) == Mark::Colon;
    let own = words_behind && behind_participle(context, cue + 1) == Some(cue);
    let (first, end) = own.then(|| words(context, cue + 1))?;
    (first < end && end == cue && context.class(first).is_none()).then_some((first, end))
}

/// Where it is told from where or to whom somebody speaks.
fn tail(context: &Context, first: usize, end: usize) -> Option<usize> {
    (first + 1..end).find(|at| {
        let place = context
            .mention(at + 1)
            .is_some_and(|m| m.kind == EntityType::Loc && (m.first, m.end) == (at + 1, end));
        let from = context.class(*at) == Some(Class::Min) && place;
        let quote = context.quote_at(at + 1).filter(|quote| quote.closed);
        let to = matches!(context.key(*at), "ل" | "لـ")
            && quote.is_some_and(|quote| quote.close + 1 == end);
        from || to || is_about(context, *at)
    })
}

/// Whether عن tells of what somebody speaks, and not what they are in charge of (وزير المالية [عن]
/// الأزمة: …).
fn is_about(context: &Context, token: usize) -> bool {
    const TAKES: [&str; 9] = [
        "مسوول",
        "مدافع",
        "نائب",
        "نواب",
        "ممثل",
        "متحدث",
        "ناطق",
        "باحث",
        "غائب",
    ];
    let before = context.key(token - 1);
    context.class(token) == Some(Class::An)
        && context.has_article(token - 1)
        && !TAKES.iter().any(|word| before.contains(word))
}

/// Where the participle stands that tells how a headline's label speaks, before the colon at a token
/// (رئيس النادي مهنئا اللاعبين: …).
pub fn behind_participle(context: &Context, token: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    if !context.in_headline(token) {
        return None;
    }
    let (start, _) = context.paragraph_around(token);
    let first = start.max(token.saturating_sub(LONGEST));
    let participle = |at: &usize| {
        let cue = context.word(*at).cue;
        let shape = cue.is_some_and(|cue| cue.entry.shape == Shape::Participle && !cue.waw);
        shape && context.key(*at).ends_with(['ا', 'ه', 'ن']) && !context.has_article(*at)
    };
    let found = (first + 1..token).find(participle)?;
    let verb = |at: usize| {
        let cue = context.word(at).cue;
        cue.is_some_and(|cue| cue.entry.shape.is_finite()) && context.word(at).finite
    };
    let parts = |at: usize| matches!(context.mark(at), Mark::Stop | Mark::Colon);
    (!(start..token).any(|at| verb(at) || parts(at))).then_some(found)
}

/// Where the label of somebody else begins behind what a headline reports by a verb (طهران تهدد بالرد
/// [وواشنطن]: …).
fn behind_verb(context: &Context, first: usize, token: usize) -> Option<usize> {
    if !context.in_headline(token) {
        return None;
    }
    let says = |at: usize| context.word(at).says() && context.word(at).finite;
    let verb = (first..token).find(|at| says(*at))?;
    let last = (verb + 1..token)
        .rev()
        .find(|at| second_clause::is_joined(context, *at))?;
    (!(last..token).any(says)).then_some(last)
}

/// Who a label is, before the colon at a token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Label {
    /// A name of this type and nothing else.
    Name(EntityType),
    /// A phrase that opens with a role or another noun for who speaks.
    Role,
    /// Anything else.
    Other,
}

impl Label {
    /// As a number.
    pub fn code(self) -> u64 {
        match self {
            Self::Name(kind) => kind as u64 + 1,
            Self::Role => 0x20,
            Self::Other => 0,
        }
    }
}

/// Who speaks by the label before the colon at a token.
pub fn of(context: &Context, token: usize) -> Label {
    let (first, end) = words(context, token);
    match context.mention(first) {
        Some(name) if (name.first, name.end) == (first, end) => Label::Name(name.kind),
        _ if is_role(context, first, end) => Label::Role,
        _ => Label::Other,
    }
}

/// The longest role in a label, in tokens.
const ROLE: usize = 9;
/// What opens a phrase for who speaks.
const HEADS: Classes = Classes::TITLE
    .union(Classes::SOURCE_NOUN)
    .union(Classes::ORG_HEAD)
    .union(Classes::MEDIA)
    .union(Classes::PORTFOLIO)
    .union(Classes::PEOPLE);

fn is_role(context: &Context, first: usize, end: usize) -> bool {
    let key = context.key(first);
    let alone = end == first + 1;
    let people = alone && ["ون", "ات"].iter().any(|ending| key.ends_with(ending));
    let headed = context.has(first, HEADS)
        || context
            .mention(first)
            .is_some_and(|m| m.kind != EntityType::Loc && m.kind != EntityType::Date);
    // A clause is no label: it has a verb, and those that report are known.
    let clause = (first..end).any(|at| {
        context.word(at).says() && !context.has(at, Classes::TITLE)
            || context.class(at).is_some_and(Class::complementizer)
            || context.is_comma(at)
    });
    end > first && end - first <= ROLE && !clause && (people || headed)
}

/// Whether the words behind the colon speak in the first person.
pub fn first_person(context: &Context, token: usize) -> bool {
    let (_, last) = context.paragraph_around(token);
    let quoted = context.quote_opening(token + 1).is_some();
    let never = context.is(token + 1, "لن");
    quoted
        || never
        || (token + 1..last.min(token + 14)).any(|t| {
            let key = context.key(t);
            let ours = key.ends_with("نا") && key.len() > 8;
            let not = context.is(t - 1, "لا") && key.starts_with('ن');
            ours || not || key.starts_with("سن") || key.starts_with("وسن")
        })
}

/// Whether what stands behind a place is what a state says of itself (طهران: لا مفاوضات، أنقرة:
/// ملتزمون بالاتفاق).
fn takes_a_stand(context: &Context, token: usize) -> bool {
    const NO: [&str; 14] = [
        "تفاوض",
        "مفاوضات",
        "تنازل",
        "تنازلات",
        "بديل",
        "تراجع",
        "حوار",
        "تسويه",
        "عوده",
        "مساومه",
        "سلام",
        "هدنه",
        "شروط",
        "مجال",
    ];
    const WE: [&str; 10] = [
        "ماضون",
        "مستعدون",
        "ملتزمون",
        "عازمون",
        "متمسكون",
        "جاهزون",
        "قادرون",
        "حريصون",
        "مصممون",
        "منفتحون",
    ];
    let (first, second) = (context.key(token + 1), context.key(token + 2));
    first == "لا" && NO.contains(&second) || WE.contains(&first)
}

/// Whether the article has a body of whose name a label is the end (المرور: الإدارة العامة للمرور).
fn is_short(context: &Context, first: usize, end: usize) -> bool {
    const LONGEST: usize = 3;
    const AHEAD: usize = 80;
    let label = context.key(first);
    let Some(noun) = label
        .strip_prefix("ال")
        .filter(|_| end > first && end - first <= LONGEST)
    else {
        return false;
    };
    let same = |at: usize| {
        let key = context.key(at);
        let head = key == label || key.strip_prefix("لل") == Some(noun);
        head && (first + 1..end)
            .zip(at + 1..)
            .all(|(own, other)| context.key(own) == context.key(other))
    };
    // الإدارة العامة للمرور, be it a name or not.
    let for_it = |at: usize| {
        let of = context.key(at).strip_prefix("لل") == Some(noun);
        of && at
            .checked_sub(1)
            .is_some_and(|before| context.has_article(before))
    };
    if end == first + 1 && (end..context.tokens.len().min(end + AHEAD)).any(for_it) {
        return true;
    }
    let longer = |m: &&NameMention| m.kind == EntityType::Org && m.first >= end;
    let mut bodies = context.mentions.iter().filter(longer);
    bodies.any(|m| m.end - m.first > end - first && (m.first + 1..m.end).any(same))
}

/// Whether a headline's label is somebody described, and all behind it stands in marks (بائع صحف:
/// «لا أحد يقرأ»).
fn is_quoted(context: &Context, (first, end): (usize, usize), token: usize) -> bool {
    const LONGEST: usize = 6;
    let (_, last) = context.paragraph_around(token);
    let whole = context.quote_at(token + 1).is_some_and(|quote| {
        quote.closed && quote.len() > 1 && (quote.close + 1..last).all(|t| context.is_mark(t))
    });
    let person = context.has(first, Classes::SPEAKER)
        || context.stem_means(first, Senses::CALLING | Senses::ONE_PERSON | Senses::PLURAL);
    let plain = (first..end).all(|at| {
        context.tokens.is_word(at) && !context.word(at).says() && context.class(at).is_none()
    });
    whole && person && plain && end > first && end - first <= LONGEST
}

/// Whether a verb in the third person opens what follows, of which the label is the
/// subject: «المجلس البلدي»: يوافق على….
fn has_verb(context: &Context, token: usize) -> bool {
    let word = context.word(token + 1);
    let present = word
        .cue
        .is_some_and(|cue| cue.entry.shape == Shape::Present);
    present && context.key(token + 1).starts_with(['ي', 'ت'])
}

/// Whether nothing but a name stands behind the colon: تقرير: فلان.
fn is_byline(context: &Context, token: usize) -> bool {
    let (_, last) = context.paragraph_around(token);
    let name = context.mention(token + 1);
    name.is_some_and(|name| (name.end..last).all(|at| context.is_mark(at)))
}

/// Whether a headline's colon surely reports: behind the name of a person or
/// body, or of a place whose words are its own (موسكو: تعاوننا …).
pub fn surely(context: &Context, token: usize) -> bool {
    context.in_headline(token)
        && !has_verb(context, token)
        && !is_byline(context, token)
        && match of(context, token) {
            Label::Name(EntityType::Per | EntityType::Org) | Label::Role => true,
            Label::Name(EntityType::Loc) => {
                first_person(context, token) || takes_a_stand(context, token)
            }
            Label::Other => {
                let (first, end) = words(context, token);
                is_short(context, first, end) || is_quoted(context, (first, end), token)
            }
            Label::Name(_) => false,
        }
}
