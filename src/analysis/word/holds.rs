//! What may be found at a word: a sieve before the rules are asked.

use bitflags::bitflags;

use super::{Mark, Word, own_nouns, verb_form};
use crate::analysis::{
    cues::{Attribution, Shape, SpeechAct, Weight, is_noun_too},
    grammar::Class,
    senses::{self, Senses},
    tokens::TokenKind,
};

/// What a word may be to the rules: more bits than it is in the end, never fewer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holds(u32);

bitflags! {
    impl Holds: u32 {
        /// A place where a statement may be reported.
        const SITE = 1 << 0;
        /// A mark after which a content may begin.
        const MARK = 1 << 1;
        /// A word that may link a content to its cue.
        const LINK = 1 << 2;
        /// A word that may begin a content of its own, if no preposition governs it.
        const NOUN = 1 << 3;
        /// A word that may begin words themselves that are told.
        const TOLD = 1 << 4;
        /// A preposition, which governs the word behind it.
        const PREPOSITION = 1 << 5;
        /// A comma.
        const COMMA = 1 << 6;
        /// A word or mark before which a content may end.
        const END = 1 << 7;
        /// A word that may open how something is said.
        const MANNER = 1 << 8;
        /// A verb of saying that joins the next report, if it is one where it stands.
        const NEXT = 1 << 9;
        /// Another word with which the next report, or what somebody else said, may open.
        const OTHER = 1 << 10;
        /// What somebody feels or means to do, with a pronoun.
        const OWN = 1 << 11;
        /// A verb in the imperfect that no list knows.
        const IMPERFECT = 1 << 12;
        /// A verb in the past that reports nothing.
        const PAST = 1 << 13;
        /// بعض, كل and the like, before what they count.
        const COUNTS = 1 << 14;
        /// A form of address with a pronoun (معاليه).
        const HIS_HONOUR = 1 << 15;
        /// A form of a verb with which somebody may say nothing (رفض، طلب).
        const SILENT = 1 << 16;
        /// A form of رفض.
        const REFUSES = 1 << 17;
        /// A word with which the reporter's own words may open behind a content.
        const REPORTER = 1 << 18;
        /// A word or mark past which no noun phrase may go on.
        const PARTS = 1 << 19;
        /// A form of أدان.
        const CONDEMNS = 1 << 20;
        /// A form of توصل.
        const COMES_TO = 1 << 21;
        /// What is said of God or the Prophet behind their names (صلى، سبحانه).
        const BLESSES = 1 << 22;
        /// A word that tells how often something is said, or that may open that.
        const OFTEN = 1 << 23;
        /// A word that tells with whom, for what or how strongly something is said.
        const ASIDE = 1 << 24;
        /// A word, no number and no mark.
        const WORD = 1 << 25;
        /// A word for what deserves to be told (تجدر الإشارة، الجدير بالذكر).
        const WORTH = 1 << 26;
        /// A word that asks (كيف، هل).
        const ASKS = 1 << 27;
        /// A word with which the text may tell on, or with which somebody cites.
        const GOES_ON = 1 << 28;
    }
}

impl Holds {
    /// What the word of that key may be.
    pub(super) fn of(word: &Word, key: &str, kind: TokenKind) -> Self {
        let mark = matches!(word.mark, Mark::Open | Mark::Colon | Mark::Other);
        let site = mark || word.cue.is_some() || word.attribution.is_some();
        let class = word.class.is_some_and(|c| {
            c.complementizer() || matches!(c, Class::Question | Class::What | Class::Except)
        });
        let link = class || word.cue.is_some() || word.preposition.is_some();
        Self::WORD.when(kind == TokenKind::Word)
            | Self::SITE.when(site || matches!(key, "مجددا" | "ومجددا"))
            | Self::MARK.when(mark)
            | Self::LINK.when(link)
            | Self::NOUN.when(kind == TokenKind::Word && opens(word) && !is_alone(key))
            | Self::TOLD.when(kind == TokenKind::Word && tells(word.class) && !is_alone(key))
            | Self::PREPOSITION.when(word.class.is_some_and(Class::preposition))
            | Self::COMMA.when(word.mark == Mark::Comma)
            | Self::END.when(may_end(word, key))
            | Self::MANNER.when(tells_manner(key))
            | Self::NEXT.when(joins_report(word, key))
            | Self::OTHER.when(opens_report(word, key) || matches!(key, "لقد" | "بالعكس" | "كنا"))
            | Self::OWN.when(own_nouns::has(key))
            | Self::IMPERFECT.when(verb_form::imperfect(key))
            | Self::PAST.when(verb_form::past_of_hers(key) || verb_form::listed(key))
            | Self::HIS_HONOUR.when(senses::is_his_honour(key))
            | Self::SILENT.when(says_nothing(key))
            | Self::REFUSES.when(key.contains("رفض"))
            | Self::REPORTER.when(is_reporters(word, key))
            | Self::PARTS.when(asks(key) || word.class.is_some() || word.mark == Mark::Colon)
            | Self::WORTH.when(is_worth(key))
            | Self::ASKS.when(asks(key))
            | Self::GOES_ON.when(goes_on(key))
            | Self::CONDEMNS.when(key.contains("ادان"))
            | Self::COMES_TO.when(key.contains("توصل"))
            | Self::BLESSES.when(matches!(key, "صلي" | "تعالي" | "عز" | "جل" | "سبحانه"))
            | Self::OFTEN.when(tells_how_often(key))
            | Self::ASIDE.when(stands_aside(key))
            | Self::COUNTS.when(matches!(key, "بعض" | "كل" | "جميع" | "سائر" | "كافه"))
    }

    fn when(self, holds: bool) -> Self {
        if holds { self } else { Self::empty() }
    }
}

/// Whether the text may tell on with a word, or somebody cite (…، [وقد] وصل الوفد، [مستشهدا] بقوله).
fn goes_on(key: &str) -> bool {
    matches!(key, "وقد" | "ولم" | "فقد" | "فتم" | "الا" | "غير")
        || key.starts_with("مستشهد")
        || key.starts_with("مستدل")
}

/// Whether a content that is a bare noun may begin with a word.
fn opens(word: &Word) -> bool {
    match word.class {
        None => word.attribution.is_none(),
        Some(class) => matches!(
            class,
            Class::All
                | Class::Some
                | Class::Which
                | Class::What
                | Class::Demonstrative
                | Class::Except
        ),
    }
}

/// Whether a word opens no noun phrase though it looks like a noun: a verb in the plural
/// (عندما [سيطروا]), or نفسه and the like.
fn is_alone(key: &str) -> bool {
    let oneself = matches!(key, "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "عينه" | "انفسهم");
    oneself || key.ends_with("وا")
}

/// Whether words themselves may begin with a word of grammar: وأضاف [q لن نتراجع], in
/// papers that leave the marks out.
fn tells(class: Option<Class>) -> bool {
    matches!(
        class,
        Some(Class::Pronoun | Class::Negation | Class::If | Class::There | Class::Must)
    )
}

/// Whether a word may open how something is said (بأشد العبارات، بشكل قاطع), or is an accusative
/// that may be the masdar of its verb (نفت … نفيا قاطعا).
fn tells_manner(key: &str) -> bool {
    let how = matches!(
        key,
        "باشد" | "باقسي" | "باقوي" | "بشكل" | "بصوره" | "بطريقه" | "جمله" | "ادانه"
    );
    how || VOICES.contains(&key) || key.ends_with('ا')
}

/// Whether a verb is one that says, with و before it, and no noun.
fn joins_report(word: &Word, key: &str) -> bool {
    let verb = word.cue.filter(|cue| cue.entry.shape.is_finite());
    let joins =
        verb.is_some_and(|cue| cue.waw && (cue.entry.weight >= Weight::Think || cue.entry.pronoun));
    joins && word.finite && !is_noun_too(key)
}

/// Whether a participle, كما, فيما or قبل may open the next report, or نقلا what another said.
fn opens_report(word: &Word, key: &str) -> bool {
    let leans = word.cue.is_some_and(|cue| {
        cue.entry.shape == Shape::Participle && cue.entry.act != SpeechAct::Telling
    });
    let form = key.ends_with('ا') || key.ends_with('ه') || key.ends_with("ين");
    word.attribution == Some(Attribution::Relay)
        || match word.class {
            Some(class) => matches!(
                class,
                Class::As | Class::While | Class::Before | Class::But | Class::Except
            ),
            None => leans && form,
        }
}

/// Whether a form may be of رفض, طلب or the like, by its letters.
fn says_nothing(key: &str) -> bool {
    const VERBS: [&str; 5] = ["رفض", "طلب", "طالب", "اشترط", "فضل"];
    VERBS.iter().any(|verb| key.contains(verb))
}

/// Whether the reporter's own words may open with a word.
fn is_reporters(word: &Word, key: &str) -> bool {
    let class = word.class.is_some_and(|class| {
        use Class::{But, Except, In, Min, Turn, While};
        matches!(class, But | Except | In | Min | Turn | While)
    });
    let known = matches!(key, "وذلك" | "وهو" | "الامر" | "ما" | "مما");
    class
        || known
        || is_worth(key)
        || word.attribution.is_some()
        || word.senses.intersects(Senses::CAME)
}

/// Whether a word means that something deserves what stands behind it.
fn is_worth(key: &str) -> bool {
    let word = key.strip_prefix('و').unwrap_or(key);
    matches!(word, "تجدر" | "يجدر" | "الجدير" | "جدير")
}

/// Whether a word asks.
fn asks(key: &str) -> bool {
    matches!(key, "كيف" | "لماذا" | "متي" | "اين" | "هل" | "ماذا" | "كم")
}

/// Whether a word tells how often something is said, or may open that (مرارا، أكثر من مرة).
fn tells_how_often(key: &str) -> bool {
    matches!(key, "اكثر" | "غير" | "لاول" | "مرارا" | "مجددا" | "مرتين")
}

/// How somebody speaks, by ب and a noun.
const VOICES: [&str; 27] = [
    "بهدوء",
    "بحزن",
    "بثقه",
    "بابتسامه",
    "بصوت",
    "بلهجه",
    "بنبره",
    "باسي",
    "بمراره",
    "بفخر",
    "بحماس",
    "بغضب",
    "بسخريه",
    "بتهكم",
    "بصراحه",
    "بانفعال",
    "بتاثر",
    "بارتياح",
    "بخجل",
    "باقتضاب",
    "بايجاز",
    "باختصار",
    "بحسره",
    "بحرقه",
    "بحده",
    "بعصبيه",
    "بجديه",
];

/// Whether a word tells with whom, for what or how strongly something is said (بدعم من، بحضور،
/// كمثال، بأشد العبارات), or how they speak (بهدوء، بلهجة حادة).
fn stands_aside(key: &str) -> bool {
    matches!(
        key,
        "بدعم"
            | "بحضور"
            | "بمشاركه"
            | "بالتعاون"
            | "بالتنسيق"
            | "بتنسيق"
            | "كمثال"
            | "باشد"
            | "باقسي"
            | "باقوي"
    ) || VOICES.contains(&key)
}

/// Whether a content may end before a word or mark, as far as it tells by itself.
fn may_end(word: &Word, key: &str) -> bool {
    let came = word.senses.intersects(Senses::CAME);
    if word.attribution.is_some() || word.says() || word.mark != Mark::No || came {
        return true;
    }
    match word.class {
        Some(
            Class::But
            | Class::While
            | Class::As
            | Class::ThatIs
            | Class::HeIs
            | Class::Where
            | Class::Then
            | Class::TimePreposition
            | Class::Response
            | Class::Time
            | Class::When
            | Class::Who
            | Class::What
            | Class::Despite
            | Class::Turn
            | Class::Until
            | Class::Min
            | Class::Ala
            | Class::In
            | Class::Except,
        ) => true,
        Some(Class::Was | Class::Particle | Class::Negation) => word.joined,
        Some(_) => false,
        // الأمر الذي: what the reporter adds.
        None => word.and_known || word.owned_and_joined() || word.tells_how() || key == "الامر",
    }
}
