//! Words with which the reporter goes on, so that no content goes over them: جاء ذلك خلال;
//! وجاءت تصريحاته; …، نقلا عن شهود; …، وذلك في مؤتمر صحفي; …، وهو ما نفاه الوزير; لكنه لم يذكر
//! تفاصيل; …، من جانبه أكد.

use super::by_nobody;
use crate::analysis::{
    context::{Context, Holds, Mark},
    cues::{Attribution, Shape, Weight},
    grammar::Class,
    senses::Senses,
};

/// How far behind من جانبه the verb of the next report may stand, in tokens.
const TURN: usize = 4;

/// Whether such words open at a token: `Holds::REPORTER` has to know it.
pub fn opens(c: &Context, token: usize) -> bool {
    if !c.word(token).holds.intersects(Holds::REPORTER) {
        return false;
    }
    tells_where(c, token)
        || passes_on(c, token)
        || on_occasion(c, token)
        || judged(c, token)
        || left_open(c, token)
        || turns(c, token)
        || alludes(c, token)
        || adds(c, token)
        || attributes(c, token)
        || but_says(c, token)
        || says_nothing(c, token)
}

/// Who else said nothing (…، فيما رفضت الشركة التعليق، بينما لم ترد الوزارة على).
fn says_nothing(c: &Context, token: usize) -> bool {
    const NEAR: usize = 8;
    let verb = c.key(token + 1);
    let refused = matches!(verb, "رفض" | "رفضت" | "امتنع" | "امتنعت" | "تعذر");
    let answers = matches!(
        c.key(token + 2),
        "يرد" | "ترد" | "يعلق" | "تعلق" | "يتسن" | "يصدر" | "تصدر"
    );
    let comments = || (token + 2..token + NEAR).any(|at| c.is(at, "التعليق"));
    c.class(token) == Some(Class::While) && (refused && comments() || verb == "لم" && answers)
}

/// What somebody says by not doing it.
const RULES_OUT: [&str; 8] = [
    "يستبعد",
    "تستبعد",
    "ينف",
    "تنف",
    "ينكر",
    "تنكر",
    "يخف",
    "تخف",
];

/// What the same person says against it (لكنه أكد أن، إلا أنها أقرت بأن): five of five contents of
/// the articles with gold end before such words.
pub(super) fn but_says(c: &Context, token: usize) -> bool {
    let whose = |key: &str| ["ه", "ها", "هم", "هما"].iter().any(|p| key.ends_with(p));
    let behind = match c.class(token) {
        Some(Class::But) if whose(c.key(token)) => token + 1,
        Some(Class::Except) if c.class(token + 1) == Some(Class::ThatPronoun) => token + 2,
        _ => return false,
    };
    // لكنه لم يستبعد ارتفاع الأسعار.
    let negated = c.class(behind) == Some(Class::Negation);
    let verb = behind + usize::from(negated);
    let rules_out = negated && RULES_OUT.contains(&c.key(verb));
    let says = c.word(verb).finite
        && c.word(verb).cue.is_some_and(|cue| {
            let tense = cue.entry.shape.is_finite();
            tense && cue.entry.weight >= Weight::Think
        });
    let next = verb + 1;
    let governed = c.word(next).preposition.is_some_and(|p| {
        c.word(verb)
            .cue
            .is_some_and(|cue| cue.entry.government.contains(p))
    });
    let clause = c.class(next).is_some_and(Class::complementizer);
    says && (rules_out || !negated && (clause || governed))
}

/// Whose words these are (…، بحسب الوزارة): of thirty behind a comma of the articles with gold no
/// content goes over one that names somebody.
fn attributes(c: &Context, token: usize) -> bool {
    let word = c.word(token);
    let attribution = word.attribution == Some(Attribution::According)
        || word.attribution == Some(Attribution::As) && !c.is(token, "كما");
    attribution && token > 0 && c.is_comma(token - 1) && !by_nobody::is_at(c, token)
}

/// What the reporter adds (وتجدر الإشارة إلى أن، والجدير بالذكر أن).
fn adds(c: &Context, token: usize) -> bool {
    c.word(token).holds.intersects(Holds::WORTH)
        && matches!(
            c.key(token + 1),
            "الاشاره" | "بالذكر" | "ذكره" | "التنويه" | "بالاشاره"
        )
}

/// Where all that was said before it was said (جاء ذلك خلال، يأتي هذا في، وجاء كلامه في).
fn tells_where(c: &Context, token: usize) -> bool {
    let came = c.means(token, Senses::CAME);
    let all = c.class(token + 1) == Some(Class::Demonstrative);
    let words = c
        .word(token + 1)
        .cue
        .is_some_and(|cue| cue.entry.shape == Shape::Masdar && cue.entry.pronoun)
        || matches!(c.key(token + 1), "كلامه" | "كلامها" | "كلمته" | "كلمتها");
    let joined = c.key(token).starts_with('و');
    came && (all || words) && (joined || token > 0 && c.is_mark(token - 1))
}

/// From whom somebody has it (…، نقلا عن شهود).
fn passes_on(c: &Context, token: usize) -> bool {
    let relay = c.word(token).attribution == Some(Attribution::Relay);
    relay && c.class(token + 1) == Some(Class::An)
}

/// On what occasion (…، وذلك في بيان، وذلك خلال لقائه الوزير، وذلك ردا على سؤال).
fn on_occasion(c: &Context, token: usize) -> bool {
    let at = token + 1;
    let during = matches!(
        c.class(at),
        Some(Class::In | Class::TimePreposition | Class::Via)
    );
    let spoken =
        c.word(at + 1).occasion && c.class(at + 1).is_none() && c.mention(at + 1).is_none();
    let met = c.class(at + 1).is_none()
        && c.tokens.is_word(at + 1)
        && [
            "ئه",
            "ئها",
            "اله",
            "الها",
            "اعه",
            "اعها",
            "ارته",
            "ارتها",
            "اعهم",
        ]
        .iter()
        .any(|whose| c.key(at + 1).ends_with(whose));
    let answer = matches!(c.key(at), "ردا" | "تعليقا" | "تعقيبا");
    // …، وذلك بعد يومين من الهجوم: five of five contents of the articles with gold end there.
    let after = c.is(at, "بعد") && token > 0 && c.is_comma(token - 1);
    let on = during && (spoken || met) || answer || c.word(at).attribution.is_some();
    c.is(token, "وذلك") && (on || after)
}

/// What is meant, the reporter says («…» في إشارة إلى).
fn alludes(c: &Context, token: usize) -> bool {
    c.class(token) == Some(Class::In)
        && matches!(c.key(token + 1), "اشاره" | "اشارات" | "تلميح")
        && c.class(token + 2) == Some(Class::Ila)
        && token > 0
        && c.is_mark(token - 1)
}

/// What another says of it (وهو ما نفاه الوزير), or was made to do (الأمر الذي دفع الوزير إلى).
fn judged(c: &Context, token: usize) -> bool {
    let parted = token > 0 && c.is_comma(token - 1);
    let (behind, which) = match (c.key(token), c.class(token + 1)) {
        ("وهو", Some(Class::What)) => (token + 2, false),
        ("الامر", Some(Class::Relative)) => (token + 2, true),
        ("ما" | "مما", _) if parted => return drives(c, token + 1),
        _ => return false,
    };
    let word = c.word(behind);
    let says = word.says() && word.cue.is_some_and(|cue| cue.entry.pronoun);
    says || which && drives(c, behind)
}

/// Whether what was said made another do something (ما دفع الوزير إلى، ما استدعى ردا).
fn drives(c: &Context, token: usize) -> bool {
    matches!(
        c.key(token),
        "دفع" | "دعا" | "استدعي" | "اثار" | "اضطر" | "اغضب" | "حمل" | "اجبر"
    )
}

/// What nobody was told (لكنه لم يذكر تفاصيل، إلا أنهم لم يحددوا موعدا، من دون أن يوضح).
fn left_open(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let verb = match c.class(token) {
        Some(Class::But) => {
            let whose = ["ه", "ها", "هم", "هما"].iter().any(|p| key.ends_with(p));
            (whose && c.is(token + 1, "لم")).then_some(token + 2)
        }
        Some(Class::Except) => {
            let pronoun = c.class(token + 1) == Some(Class::ThatPronoun);
            (pronoun && c.is(token + 2, "لم")).then_some(token + 3)
        }
        Some(Class::Min) => {
            let without = c.class(token + 1) == Some(Class::Without) && c.is(token + 2, "ان");
            without.then_some(token + 3)
        }
        _ => None,
    };
    verb.is_some_and(|verb| is_untold(c.key(verb)))
}

/// Whether a verb after لم or أن tells something, whoever does it.
fn is_untold(verb: &str) -> bool {
    const UNTOLD: [&str; 8] = ["ذكر", "حدد", "وضح", "كشف", "فصح", "تطرق", "خض", "دل"];
    let verb = verb.strip_prefix(['ي', 'ت']).unwrap_or_default();
    let plain = verb
        .strip_suffix("وا")
        .or_else(|| verb.strip_suffix('ا'))
        .unwrap_or(verb);
    UNTOLD.contains(&plain)
}

/// The next report by another (…، من جانبه أكد الوزير): a verb of saying near, and nothing
/// that opens a clause.
fn turns(c: &Context, token: usize) -> bool {
    let turn = match c.class(token) {
        Some(Class::Turn) => token,
        Some(Class::Min) if c.class(token + 1) == Some(Class::Turn) => token + 1,
        _ => return false,
    };
    let parted = token > 0 && c.is_mark(token - 1);
    let mut near =
        (turn + 1..turn + 1 + TURN).take_while(|at| c.mark(*at) == Mark::No || c.is_comma(*at));
    parted && near.any(|at| c.word(at).reports())
}
