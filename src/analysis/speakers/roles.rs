//! Which persons the article gives which roles: from a title before a name
//! (وزير الدفاع الروسي سيرغي شويغو) and from an apposition after it (ناصر
//! الحاسي، المتحدث باسم القوات).

use compact_str::CompactString;
use smallvec::SmallVec;

use super::{
    callings::{self, is_possessed},
    object::is_done_to_persons,
    phrase::Phrase,
    whose::{of_another, of_whom, relational},
};
use crate::{
    analysis::{
        context::Context,
        grammar::Class,
        lexicon::Classes,
        mentions::NameMention,
        senses::{self, Senses},
        stem::{bare, stem},
        word::own_letters,
        work,
    },
    annotations::EntityType,
};

/// A role that a phrase gives to a person.
#[derive(Clone, Debug)]
pub struct Role {
    /// The phrase.
    pub phrase: Phrase,
    /// The first token of the person's mention.
    pub person: usize,
    /// The nouns of it that say what the person is, by their stems; no forms of address.
    pub heads: SmallVec<[CompactString; 2]>,
}

/// The longest role, in tokens.
const LONGEST: usize = 14;

/// All roles that stand beside a person's name.
pub fn find(context: &Context) -> Vec<Role> {
    let mut roles = Vec::new();
    for mention in context
        .mentions
        .iter()
        .filter(|m| m.kind == EntityType::Per)
    {
        let read = |(first, end)| Phrase::read(context, first, end);
        let parted = is_parted(context, mention);
        let before = before(context, mention).filter(|_| !parted).map(read);
        let after = after(context, mention).or_else(|| kin(context, mention));
        let before = before.filter(|phrase| !is_owners(context, phrase, mention));
        let own = || definite(context, mention.first).map(read);
        let before = before.or_else(|| own().filter(|_| !parted));
        for phrase in before.into_iter().chain(after.map(read)) {
            roles.push(Role {
                heads: heads(context, &phrase),
                phrase,
                person: mention.first,
            });
        }
        roles.extend(peer(context, mention));
    }
    roles
}

/// Whether a preposition parts a name from the words before it (قال المدير [لفلان]، المستشار السابق
/// [لفلان]).
fn is_parted(c: &Context, mention: &NameMention) -> bool {
    c.is_joined(mention) && c.key(mention.first).starts_with(['ل', 'ب', 'ك'])
}

/// Whether the words before a name are a role of somebody else, whose kin or agent they are by
/// it (والدة الطفل المفقود فلان).
fn is_owners(c: &Context, phrase: &Phrase, mention: &NameMention) -> bool {
    let before = mention.first.checked_sub(1);
    before.is_some_and(|before| before >= phrase.first && relational(c, before))
        || of_another(phrase, c, mention.first)
}

/// The nouns of a role that say what somebody is: the one at its head, and each in apposition
/// to a definite noun (رئيس الحكومة الدكتور فلان، الكاتب والباحث فلان).
fn heads(c: &Context, phrase: &Phrase) -> SmallVec<[CompactString; 2]> {
    const NOUN: Classes = Classes::TITLE.union(Classes::HONORIFIC);
    let definite = |t: usize| c.has_article(t);
    let first = if starts_with_waw(c, phrase.first) {
        phrase.first.saturating_sub(4)
    } else {
        phrase.first
    };
    let mut heads = SmallVec::new();
    for token in first..phrase.end {
        let noun = c.has(token, NOUN) || c.stem_means(token, Senses::CALLING);
        let stands = token == phrase.head
            || noun && (token == first || definite(token - 1) || starts_with_waw(c, token));
        let stem: CompactString = if token == phrase.head {
            callings::calling(phrase).into()
        } else {
            stem(bare(c.key(token))).into()
        };
        if stands && !callings::is_address(&stem) && !heads.contains(&stem) {
            heads.push(stem);
        }
    }
    heads
}

/// The role of a person who is called the like of another (استقبل الرئيس الفرنسي فلان نظيره
/// السنغالي فلان): the other's, of their own country.
fn peer(c: &Context, mention: &NameMention) -> Option<Role> {
    let mut at = mention.first.checked_sub(1)?;
    while at > 0 && mention.first - at < 4 && c.has_article(at) {
        at -= 1;
    }
    let key = c.key(at);
    let peer = senses::is_peer(key.trim_start_matches(['و', 'ل', 'ب']));
    let (start, _) = c.sentence(at);
    let title = |t: &usize| c.has(*t, Classes::TITLE) && c.mention(*t).is_none();
    let mut first = (start..at).rev().find(title).filter(|_| peer)?;
    while first > start && title(&(first - 1)) && !starts_with_waw(c, first) {
        first -= 1;
    }
    let stops = |t: &usize| c.is_mark(*t) || c.mention(*t).is_some() || c.class(*t).is_some();
    let end = (first + 1..at).find(stops).unwrap_or(at);
    let mut phrase = Phrase::read(c, first, end);
    phrase.country = (at + 1..mention.first).find_map(|t| c.lists.get(t).country);
    phrase.feminine = c.key(at).contains("نظيرت");
    Some(Role {
        heads: heads(c, &phrase),
        phrase,
        person: mention.first,
    })
}

/// The title that ends just before a name.
fn before(context: &Context, mention: &NameMention) -> Option<(usize, usize)> {
    let mut end = mention.first;
    // قال المتهم للمستشار فلان: of whom the preposition governs no role goes before it.
    if end > 0 && is_governed(context, end - 1) {
        return Some((end - 1, end));
    }
    while end > 0
        && (context.has(end - 1, Classes::HONORIFIC)
            || context.is_mark(end - 1) && (context.is(end - 1, "(") || context.is_comma(end - 1)))
    {
        end -= 1;
    }
    let mut first = None;
    let mut token = end;
    let person = |t: usize| {
        let mention = context.mention(t);
        mention.is_some_and(|m| m.kind == EntityType::Per)
    };
    while token > 0 && end - token < LONGEST {
        let at = token - 1;
        let inside = context.tokens.is_word(at)
            && !person(at)
            && context.word(at).cue.is_none_or(|c| {
                c.entry.shape == crate::analysis::cues::Shape::Masdar
                    || context.has(at, Classes::TITLE)
            })
            && matches!(context.class(at), None | Some(Class::In));
        if !inside || of_whom(context, at) || governs(context, at) {
            break;
        }
        // انتقد الرئيس التنفيذي سلفه فلان، أشاد المدرب بلاعبه فلان: what he is of somebody ends there.
        if is_possessed(context, at) {
            let title = context.has(at, Classes::TITLE) && at + 1 == end;
            first = title.then_some(at).or(first);
            break;
        }
        if is_governed(context, at) {
            first = Some(at);
            break;
        }
        if context.has(at, Classes::TITLE) && !starts_with_waw(context, at) {
            first = Some(at);
        } else if context.has(at, Classes::TITLE) {
            return Some((at, end));
        }
        token = at;
    }
    if first.is_none() {
        return definite(context, end);
    }
    // The titles nearest to each other make one role (نائب رئيس الوزراء).
    first.map(|f| match object(context, f, mention.first) {
        Some(object) => (object, mention.first),
        None => (f, end),
    })
}

/// Whether a preposition is joined to a role or a form of address.
fn is_governed(c: &Context, token: usize) -> bool {
    const WHO: Classes = Classes::TITLE.union(Classes::HONORIFIC);
    let who = c.has(token, WHO);
    let key = c.key(token);
    // النائب الأول لرئيس المجلس، فلان: the deputy.
    let before = token.checked_sub(1);
    let office = before.is_some_and(|at| c.has_article(at) && !c.has(at, WHO));
    who && !office
        && c.lists.get(token).proclitics > 0
        && key.starts_with(['ل', 'ب', 'ك'])
        && !own_letters::has(key)
}

/// Whether a noun behind a joined preposition has the titled person behind it for its genitive
/// (أشاد الوزير [بأعمال] الفنانة فلانة).
fn governs(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let joined = c.lists.get(token).proclitics > 0 || c.word(token).preposition.is_some();
    let person = Classes::TITLE | Classes::HONORIFIC;
    joined
        && key.starts_with(['ب', 'ل', 'ك'])
        && !key.starts_with("بال")
        && !key.starts_with("لل")
        && !c.has(token, person)
        && c.has(token + 1, person)
        && c.has_article(token + 1)
}

/// The title that opens the object of a verb that reports nothing, where its subject is only a
/// title too (استقبل الرئيس المصري [وزير الخارجية الروسي] فلان).
fn object(c: &Context, subject: usize, end: usize) -> Option<usize> {
    let verb = subject.checked_sub(1)?;
    let word = c.word(verb);
    let verbal = word.open && !word.says() && word.article & 1 == 0 && c.mention(verb).is_none();
    let acts = verbal || is_done_to_persons(c, verb);
    let definite = |t: usize| c.has_article(t) && c.class(t).is_none();
    let rank = |t: usize| t + 1 == end && callings::is_address(stem(bare(c.key(t))));
    let person = Classes::TITLE | Classes::HONORIFIC;
    let opens = |t: &usize| c.has(*t, person) && definite(*t - 1) && !rank(*t);
    (subject + 1..end).rev().find(opens).filter(|_| acts)
}

/// The definite words just before a name, whatever they are (المصمم الياباني كنجيرو سانو).
fn definite(context: &Context, end: usize) -> Option<(usize, usize)> {
    let article = |t: usize| {
        context.has_article(t)
            && context.class(t).is_none()
            && context.mention(t).is_none()
            && context.word(t).cue.is_none()
    };
    let mut first = end;
    while first > 0 && end - first < 4 && article(first - 1) {
        first -= 1;
    }
    (first < end).then_some((first, end))
}

fn starts_with_waw(context: &Context, token: usize) -> bool {
    context.lists.get(token).proclitics > 0 && context.key(token).starts_with('و')
}

/// The apposition that follows a name, at once or after a comma or bracket.
fn after(context: &Context, mention: &NameMention) -> Option<(usize, usize)> {
    let set_off = context.is_comma(mention.end)
        || context.is(mention.end, "(")
        || context.is_dash(mention.end);
    let mut first = mention.end + usize::from(set_off);
    if context.class(first) == Some(Class::HeIs) {
        first += 1;
    }
    if !context.has(first, Classes::TITLE) || context.word(first).cue.is_some_and(|c| c.waw) {
        return None;
    }
    let person = |t| {
        let mention = context.mention(t);
        mention.is_some_and(|m| m.kind == EntityType::Per)
    };
    let mut end = first;
    while end < context.tokens.len() && end - first < LONGEST {
        let stop = context.is_mark(end)
            || context
                .class(end)
                .is_some_and(|c| !matches!(c, Class::In | Class::Ala | Class::Min))
            || person(end)
            || end > first && context.has(end, Classes::DAY)
            || end > first
                && context
                    .word(end)
                    .cue
                    .is_some_and(|c| c.entry.shape != crate::analysis::cues::Shape::Masdar);
        if stop {
            // استقبل الرئيس فلان مبعوث الأمين العام فلان: the role of the second.
            if person(end) && !set_off {
                return None;
            }
            break;
        }
        end += 1;
    }
    (end > first).then_some((first, end))
}

/// Whose father, wife or brother somebody is, behind their name (سامر الحداد والد الأسيرة
/// سلمى).
fn kin(context: &Context, mention: &NameMention) -> Option<(usize, usize)> {
    const KIN: [&str; 12] = [
        "والد",
        "والده",
        "شقيق",
        "شقيقه",
        "زوج",
        "زوجه",
        "نجل",
        "ابن",
        "ابنه",
        "ارمله",
        "صهر",
        "كريمه",
    ];
    let first = mention.end + usize::from(context.is_comma(mention.end));
    let other = (first + 1..first + 4).find_map(|at| context.mention(at))?;
    let kin = KIN.contains(&context.key(first)) && context.mention(first).is_none();
    (kin && other.kind == EntityType::Per).then_some((first, other.end))
}

/// How well a phrase fits a role: nothing where it does not, else more is better.
pub fn fit(phrase: &Phrase, role: &Phrase) -> Option<u32> {
    work::step();
    if phrase.any_office().is_some() {
        return (phrase.country == role.country).then_some(3);
    }
    let player = |noun: &CompactString| {
        matches!(&**noun, "لاعب" | "مهاجم" | "مدافع" | "حارس" | "نجم" | "هداف")
    };
    let alike = match role.words.as_slice() {
        [] => true,
        [noun] => player(noun) && player(&phrase.stem),
        _ => false,
    };
    if phrase.any_calling().is_some() && alike {
        return (phrase.country == role.country).then_some(3);
    }
    let same = |one: &str, other: &str| related(one, other) || callings::are_one_body(one, other);
    let role_has = |word: &CompactString| role.words.iter().any(|w| same(w, word));
    // رئيس الجمهورية is الرئيس.
    let state = |word: &str| {
        role.stem == "رئيس" && role.words.len() == 1 && callings::are_one_body(word, "دول")
    };
    if is_head_of_state(phrase) && leads_government(role) {
        return None;
    }
    if leads_the_same(phrase, role) {
        return (phrase.country.is_none() || phrase.country == role.country).then_some(2);
    }
    if !role_has(&phrase.stem) && phrase.stem != role.stem {
        return None;
    }
    let missing = phrase
        .words
        .iter()
        .filter(|w| !senses::is(w, Senses::OPTIONAL) && !role_has(w) && !state(w))
        .count();
    if missing > 0 {
        return None;
    }
    match (phrase.country, role.country) {
        (Some(a), Some(b)) if a != b => None,
        (Some(_), None) => Some(1),
        (Some(_), Some(_)) => Some(3),
        (None, _) => Some(2),
    }
}

/// Whether a role is somebody's at the side of whom a phrase speaks of (نائب الرئيس فلان:
/// الرئيس).
pub fn is_below(phrase: &Phrase, role: &Role) -> bool {
    let stem = &*role.phrase.stem;
    let below = senses::is(stem, Senses::DEPUTY | Senses::RELATION)
        || matches!(
            stem,
            "متحدث" | "ناطق" | "مستشار" | "مساعد" | "مبعوث" | "ممثل"
        );
    below && phrase.stem != role.phrase.stem && !role.heads.contains(&phrase.stem)
}

/// Whether a phrase is الرئيس alone, who leads no government by it.
pub fn is_head_of_state(phrase: &Phrase) -> bool {
    phrase.stem == "رئيس" && phrase.definite && phrase.words.len() == 1
}

/// Whether a role is the first minister's.
pub fn leads_government(role: &Phrase) -> bool {
    let of = |word: &CompactString| matches!(&**word, "وزراء" | "حكوم");
    role.stem == "رئيس" && role.words.iter().any(of)
}

/// Whether both lead one body, by another noun each (قائد القيادة المركزية, رئيس القيادة
/// المركزية).
pub fn leads_the_same(phrase: &Phrase, role: &Phrase) -> bool {
    let leads = |stem: &str| callings::LEADERS.contains(&stem);
    let rest = |one: &Phrase, other: &Phrase| {
        let mut rest = one
            .words
            .iter()
            .filter(|word| **word != one.stem)
            .peekable();
        rest.peek().is_some() && rest.all(|word| other.words.contains(word))
    };
    leads(&phrase.stem)
        && leads(&role.stem)
        && phrase.stem != role.stem
        && rest(phrase, role)
        && rest(role, phrase)
}

/// وزارة beside وزير، رئاسة beside رئيس.
fn related(a: &str, b: &str) -> bool {
    a.len() > 6 && b.len() > 6 && stem(bare(a)) == stem(bare(b))
}
