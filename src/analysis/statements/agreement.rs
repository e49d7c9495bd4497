//! Whether grammar lets what stands behind a verb be its subject: gender, number, case.
//! A verb before its subject is singular, and its gender is that of the subject; so in
//! طالب الحكومة, ودعت المتمردين and واتهمت سامر another speaks, whom the verb alone implies.

use super::site::{Site, SiteKind};
use crate::{
    analysis::{
        context::{Affixes, Context},
        cues::{self, Agreement, Lemma, SpeechAct},
        grammar::Class,
        lexicon::{Classes, classes_of},
        senses::{self, Senses},
        stem::{self, bare},
    },
    annotations::EntityType,
};

/// Verbs that never go without whom they speak to or blame.
static SPEAKS_TO: [Lemma; 6] = [
    Lemma::new("ناشد"),
    Lemma::new("اتهم"),
    Lemma::new("ابلغ"),
    Lemma::new("اخبر"),
    Lemma::new("طمان"),
    Lemma::new("حمل"),
];
static DESCRIBES: Lemma = Lemma::new("وصف");

/// How a verb and a noun that begins behind it agree, as a number for the models.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// No verb.
    None,
    /// A participle or a noun.
    Untold,
    /// The noun is in the oblique case.
    Oblique,
    /// The verb is in the plural, and has its subject before it.
    Plural,
    /// A verb in the masculine, a feminine noun.
    HeFeminine,
    /// A verb in the feminine, a man's name.
    SheMan,
    /// A verb in the feminine, another person's name.
    ShePerson,
    /// Both are feminine.
    SheFeminine,
    /// A verb in the feminine, a noun for one man.
    SheTitle,
    /// A verb in the feminine, another noun.
    SheOther,
    /// A verb in the masculine, another noun.
    He,
    /// A verb in the first or second person.
    Spoken,
}

/// How the verb of a site and a noun that begins behind it agree.
pub fn of(c: &Context, site: &Site, first: usize) -> u64 {
    fit(c, site, first) as u64
}

/// Whether the noun that begins behind the verb of a site is surely not its subject.
pub fn bars(c: &Context, site: &Site, first: usize) -> bool {
    let verb = c.key(site.token);
    if is_hearer(c, site, first) {
        return true;
    }
    match fit(c, site, first) {
        Fit::Plural | Fit::SheMan => true,
        Fit::Oblique => !cues::is_noun_too(verb),
        Fit::HeFeminine => {
            let adjacent = first == site.token + 1;
            adjacent && !cues::is_noun_too(verb) && is_feminine(c, first)
        }
        // ودعا الأمم المتحدة إلى.
        Fit::He => {
            let nations = c.key(first) == "الامم" && c.key(first + 1) == "المتحده";
            nations && !cues::is_noun_too(verb)
        }
        // دعت الاتحاد الأوروبي إلى.
        Fit::SheOther => first == site.token + 1 && is_masculine_body(c, first),
        _ => false,
    }
}

/// Whether a noun for one body in the masculine stands at a token, with its article.
fn is_masculine_body(c: &Context, token: usize) -> bool {
    matches!(
        c.key(token),
        "الاتحاد"
            | "المجلس"
            | "البرلمان"
            | "الحلف"
            | "الجيش"
            | "المجتمع"
            | "التحالف"
            | "البنك"
            | "الكونغرس"
            | "الحزب"
            | "الصندوق"
            | "الائتلاف"
    )
}

/// Whether folk right behind a joined verb that asks are whom it asks (ودعت المصارف إلى): who
/// asks has spoken before.
fn is_hearer(c: &Context, site: &Site, first: usize) -> bool {
    let SiteKind::Cue(cue) = &site.kind else {
        return false;
    };
    let asks = cue.entry.act.has_hearer()
        && cue.entry.act != SpeechAct::Answering
        && cue.waw
        && first == site.token + 1;
    if !asks || !c.has_article(first) || c.mention(first).is_some() {
        return false;
    }
    let noun = stem::noun(c.key(first));
    // وطالب الأهالي at the head of a sentence: they may ask, as المواطنين cannot.
    let (start, _) = c.sentence(site.token);
    let opens = site.token == start || c.is_mark(start) && site.token == start + 1;
    let people = may_ask(noun);
    let urges = c.key(site.token).contains("حث");
    let they = opens && people && !urges && cue.entry.agreement == Agreement::He;
    !they && c.noun_means(first, Senses::FOLK)
}

/// Whether folk may ask for something themselves.
pub fn may_ask(noun: &str) -> bool {
    matches!(
        noun,
        "اهالي"
            | "سكان"
            | "تجار"
            | "عمال"
            | "طلاب"
            | "طلبه"
            | "ناس"
            | "علماء"
            | "نواب"
            | "وزراء"
            | "قضاه"
    )
}

/// What stands from a verb up to what it governs and is whom it speaks to or blames, if it is
/// one phrase: behind اتهم and أبلغ always, behind others that ask where they go on in the
/// sentence of another report (أكد أن المهلة انتهت، وطالبت الوزارة بـ: 6 of 6 of the training
/// articles).
pub fn object(c: &Context, site: &Site, limit: usize) -> Option<(usize, usize)> {
    let cue = site.verb()?;
    let always = SPEAKS_TO.iter().any(|verb| verb.is(&cue.entry));
    let (start, _) = c.sentence(site.token);
    let opens = site.token == start || c.is_mark(start) && site.token == start + 1;
    let asks = cue.entry.act == SpeechAct::Asking;
    let mut earlier = start..site.token;
    // كما دعت وزارة النقل إلى.
    let also = site
        .token
        .checked_sub(1)
        .is_some_and(|at| c.class(at) == Some(Class::As));
    let joined = (asks || DESCRIBES.is(&cue.entry))
        && (cue.waw || also)
        && !opens
        && earlier.any(|at| c.word(at).says());
    let whole = !cue.entry.pronoun && (always || joined);
    whole.then_some((site.token + 1, limit))
}

/// Whether the noun that begins before the verb of a site is surely not its subject: there
/// the verb agrees in number, too (المسؤولون قالوا).
pub fn bars_before(c: &Context, site: &Site, first: usize) -> bool {
    let SiteKind::Cue(cue) = &site.kind else {
        return false;
    };
    if !cue.entry.shape.is_finite() || c.class(first).is_some() || !c.is_word(first) {
        return false;
    }
    let person = c.mention(first).is_some_and(|m| m.kind == EntityType::Per);
    let people = || !person && c.ends_in(first, Affixes::WN) && is_people(c, first);
    let differs = match cue.entry.agreement {
        Agreement::He => people() || !person && is_feminine(c, first),
        Agreement::She => people() || is_man(c, first, person),
        _ => false,
    };
    differs
        && !senses::is(bare(c.key(first)), Senses::EMPTY)
        && !cues::is_noun_too(c.key(site.token))
}

/// Whether a word in ون stands for people (مسؤولون, not قانون).
fn is_people(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let noun = key.strip_prefix("ال").unwrap_or(key);
    noun.starts_with('م') || c.has(token, Classes::TITLE | Classes::SOURCE_NOUN)
}

/// Whether a word is a man's name, or a role in the masculine.
fn is_man(c: &Context, token: usize, person: bool) -> bool {
    let key = c.key(token);
    if person {
        return given(c, token).is_some_and(|given| c.means(given, Senses::MALE));
    }
    c.has(token, Classes::TITLE)
        && c.mention(token).is_none()
        && !key.ends_with('ه')
        && !key.ends_with("ات")
        && !c
            .word(token)
            .stem_senses
            .intersects(Senses::PLURAL | Senses::EITHER)
}

/// How many names back a fuller one is looked for.
const NAMES: usize = 60;

/// Where the given name of the person stands who is named at a token: there, or where the
/// same family name stood before in a fuller one.
fn given(c: &Context, token: usize) -> Option<usize> {
    let is_given = |at: &usize| c.has(*at, Classes::GIVEN_NAME);
    if is_given(&token) {
        return Some(token);
    }
    let name = c.mention(token).filter(|m| m.end == token + 1)?;
    let before = c.mentions.partition_point(|m| m.first < name.first);
    let before = c.mentions.get(..before).unwrap_or_default();
    let mut fuller = before.iter().rev().take(NAMES).filter(|m| {
        m.kind == EntityType::Per && m.end > m.first + 1 && c.key(m.end - 1) == c.key(token)
    });
    fuller.next().map(|m| m.first).filter(is_given)
}

/// Whether a word is a feminine by its letters: ة as it is written, no pronoun (سموه).
fn is_feminine(c: &Context, token: usize) -> bool {
    if !c.ends_in(token, Affixes::HA | Affixes::AT) {
        return false;
    }
    let ends = c.slice(token, token + 1).ends_with('ة') || c.ends_in(token, Affixes::AT);
    // العمدة سالم، النحات باسل: a role before a name.
    let role = c
        .mention(token + 1)
        .is_some_and(|m| m.kind == EntityType::Per);
    // جلالة الملك، سعادة السفير، العمدة: men.
    let key = c.key(token);
    let honour = senses::is_honour(key) && key != "دوله"
        || matches!(key, "العمده" | "الخليفه" | "العلامه")
        || key == "دوله" && c.key(token + 1) == "الرئيس";
    ends && !role && !honour && !masculine_in_ta(c, token)
}

/// Whether a word that ends like a feminine may be none: a name, a number (ثلاثة شهود), a
/// plural of men (القادة، القراصنة), ذات.
fn masculine_in_ta(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let noun = key.strip_prefix("ال").unwrap_or(key);
    let broken = noun.chars().count() == 6 && noun.chars().nth(2) == Some('ا');
    broken
        || noun == "ذات"
        || c.mention(token).is_some_and(|m| m.kind == EntityType::Per)
        || c.stem_means(token, Senses::PLURAL)
        || c.means(token, Senses::QUANTITY)
        || c.has(token, Classes::NUMBER_WORD)
}

fn fit(c: &Context, site: &Site, first: usize) -> Fit {
    let SiteKind::Cue(cue) = &site.kind else {
        return Fit::None;
    };
    if !cue.entry.shape.is_finite() || cue.entry.pronoun {
        return Fit::Untold;
    }
    let (key, kind) = (c.key(first), c.mention(first).map(|m| m.kind));
    let people = kind.is_none_or(|kind| kind == EntityType::Norp) || key.ends_with("يين");
    // دعت مستعملي الطريق: several in construct, none of them in the nominative.
    // ودعا قائدي المركبات.
    let several = |key: &str| {
        let one = key.strip_suffix('ي').map(classes_of);
        one.is_some_and(|one| one.intersects(Classes::TITLE | Classes::SOURCE_NOUN))
    };
    let construct = kind.is_none()
        && (key.starts_with('م') || several(key))
        && c.slice(first, first + 1).ends_with('ي')
        && key.chars().count() > 4
        && c.has_article(first + 1)
        && !c.has(
            first,
            Classes::GIVEN_NAME | Classes::FAMILY_NAME | Classes::HONORIFIC | Classes::TITLE,
        );
    if is_oblique(key) && people || construct {
        return Fit::Oblique;
    }
    let person = kind == Some(EntityType::Per);
    let feminine = if person {
        c.means(first, Senses::FEMALE)
    } else {
        key.ends_with('ه') || key.ends_with("ات")
    };
    let one = kind.is_none() && c.has(first, Classes::TITLE | Classes::SOURCE_NOUN);
    match cue.entry.agreement {
        Agreement::They => Fit::Plural,
        Agreement::He if feminine => Fit::HeFeminine,
        Agreement::He => Fit::He,
        Agreement::She if person && is_man(c, first, true) => Fit::SheMan,
        Agreement::She if person => Fit::ShePerson,
        Agreement::She if feminine => Fit::SheFeminine,
        // قالت النائب هدى الزعبي.
        Agreement::She if one && c.means(first + 1, Senses::FEMALE) => Fit::SheTitle,
        Agreement::She if one && is_man(c, first, false) => Fit::SheMan,
        Agreement::She if one => Fit::SheTitle,
        Agreement::She => Fit::SheOther,
        Agreement::Speaker | Agreement::Any => Fit::Spoken,
    }
}

/// Whether a word is definite and in the oblique case (المسؤولين).
fn is_oblique(key: &str) -> bool {
    key.starts_with("ال")
        && key.ends_with("ين")
        && key.chars().nth(6).is_some()
        && key != "الكرملين"
}
