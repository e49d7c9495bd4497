//! Forms that report whatever the models weigh: a participle in the accusative before what it
//! governs (مشددا على رفضه، مضيفين أن: 113 of 116 of the training articles), قائلا or قال with
//! words right behind (إذ يقول «…»، وأكمل حديثه قائلا: «…»), a verb of saying with its clause.

use super::{
    super::{own_subject, phrases, reporter, theirs},
    object,
};
use crate::analysis::{
    context::{Context, Mark},
    cues::{Agreement, CueWord, Government, Lemma, Shape, SpeechAct, Weight},
    grammar::Class,
    lexicon::Classes,
    senses::Senses,
};
use crate::annotations::EntityType;

static REACHES: [Lemma; 2] = [Lemma::new("توصل"), Lemma::new("خلص")];
static ASKS: Lemma = Lemma::new("سال");
static WONDERS: Lemma = Lemma::new("تساءل");
static CENTRES: Lemma = Lemma::new("ركز");
static DIRECTS: Lemma = Lemma::new("وجه");
static DESCRIBES: Lemma = Lemma::new("وصف");
static ADMITS: Lemma = Lemma::new("اقر");

/// So few words in marks right behind a verb may be the name of who speaks.
const SHORT: usize = 4;

/// How far behind a noun of saying its clause may open, in tokens.
const FROM: usize = 14;
/// The same behind علمت and who knows from whom.
const LEARNED: usize = 24;

/// Whether a cue has such a form.
pub fn is_at(context: &Context, cue: usize) -> bool {
    let Some(word) = context.word(cue).cue else {
        return false;
    };
    is_near(context, cue)
        || from_somebody(context, cue, &word)
        || learns(context, cue)
        || behind_demonstrative(context, cue)
        || subject_and_clause(context, cue, &word)
        || goes_on_in_present(context, cue, &word)
        || describes_it(context, cue, &word)
        || directs(context, cue, &word)
        || asks_whether(context, cue, &word)
        || closes_with(context, cue, &word)
        || centres_on(context, cue, &word)
        || concludes(context, cue, &word)
        || came_in_it(context, cue)
        || (1..=2)
            .filter_map(|back| cue.checked_sub(back))
            .any(|but| reporter::but_says(context, but))
}

/// سأل with its question (سأله القاضي عما إذا كان، سأله المذيع: "متى تعود؟").
fn asks_whether(context: &Context, cue: usize, word: &CueWord) -> bool {
    const NEAR: usize = 9;
    let finite = word.entry.shape.is_finite();
    let asks = ASKS.is(&word.entry) || WONDERS.is(&word.entry);
    if !finite || !asks {
        return false;
    }
    let (_, end) = context.sentence(cue);
    let reach = cue + 1..end.min(cue + NEAR);
    let mark = reach.clone().find(|at| context.is_mark(*at));
    let quoted = mark.is_some_and(|at| {
        context.mark(at) == Mark::Colon && context.quote_opening(at + 1).is_some()
    });
    let mut near = reach.take_while(|at| !context.is_mark(*at));
    quoted || near.any(|at| context.is(at, "عما") || context.is(at, "هل"))
}

/// A verb for how somebody begins, goes on or ends, with بالقول and the words, or with a noun of saying
/// and what it governs (اكتفى الوزير بالقول: «…»، وختم بالتأكيد على); that noun itself behind what they
/// end (واختتم حديثه بالقول: «…»).
fn closes_with(context: &Context, cue: usize, word: &CueWord) -> bool {
    const LONGEST: usize = 12;
    if context.quote_of(cue).is_some() {
        return false;
    }
    let own = |at: usize| theirs::is_own_speech(context, at);
    if cue.checked_sub(1).is_some_and(own) {
        return with_words(context, cue);
    }
    let able = matches!(word.entry.act, SpeechAct::GoingOn | SpeechAct::Answering);
    let (_, end) = context.sentence(cue);
    let mut near = cue + 1..end.min(cue + LONGEST);
    let by = near.find(|at| with_words(context, *at));
    let by = by.filter(|_| able && word.entry.shape.is_finite());
    by.is_some_and(|by| !(cue + 1..by).any(own))
}

/// Whether a noun of saying behind ب stands at a token, with the words, or with what it governs.
pub fn with_words(context: &Context, token: usize) -> bool {
    let word = context.word(token);
    let masdar = word
        .cue
        .is_some_and(|cue| cue.entry.shape == Shape::Masdar && cue.preposition);
    let next = token + 1;
    let words = context.mark(next) == Mark::Colon || context.quote_opening(next).is_some();
    let that = context.class(next).is_some_and(Class::is_that);
    let on = matches!(context.class(next), Some(Class::Ala | Class::Ila));
    masdar
        && context.key(token).starts_with('ب')
        && (that || if word.tells_how() { words } else { on })
}

/// ركز with على and what is needed (ركز الرئيس في كلمته على ضرورة الحوار).
fn centres_on(context: &Context, cue: usize, word: &CueWord) -> bool {
    const LONGEST: usize = 14;
    if !word.entry.shape.is_finite() || !CENTRES.is(&word.entry) {
        return false;
    }
    let (_, end) = context.sentence(cue);
    let mut near = (cue + 1..end.min(cue + LONGEST)).take_while(|at| !context.is_mark(*at));
    let on = near.find(|at| context.class(*at) == Some(Class::Ala));
    on.is_some_and(|on| {
        let next = on + 1;
        matches!(context.key(next), "ضروره" | "اهميه" | "وجوب" | "حتميه")
            || context.class(next).is_some_and(Class::is_that)
    })
}

/// توصل or خلص with إلى and a clause (توصل فريق من الباحثين في الجامعة إلى أن).
fn concludes(context: &Context, cue: usize, word: &CueWord) -> bool {
    const LONGEST: usize = 16;
    if !word.entry.shape.is_finite() || !REACHES.iter().any(|verb| verb.is(&word.entry)) {
        return false;
    }
    let (_, end) = context.sentence(cue);
    let mut near = (cue + 1..end.min(cue + LONGEST)).take_while(|at| !context.is_mark(*at));
    let to = near.find(|at| context.class(*at) == Some(Class::Ila));
    to.is_some_and(|to| context.class(to + 1).is_some_and(Class::is_that))
}

/// جاء فيها with the words (كتب مذكرة جاء فيها: «…»).
fn came_in_it(context: &Context, cue: usize) -> bool {
    let came = matches!(context.key(cue), "جاء" | "ورد" | "وجاء" | "وورد");
    let inside = matches!(context.key(cue + 1), "فيها" | "فيه");
    let next = cue + 2 + usize::from(context.mark(cue + 2) == Mark::Colon);
    let words = context.quote_at(next).is_some_and(|quote| quote.len() > 2);
    came && inside && (words || context.class(next).is_some_and(Class::is_that))
}

/// وجه with who does and what is to be done (وجه الوزير بتشكيل لجنة).
fn directs(context: &Context, cue: usize, word: &CueWord) -> bool {
    const LONGEST: usize = 10;
    let finite = word.entry.shape.is_finite();
    if !finite || !DIRECTS.is(&word.entry) {
        return false;
    }
    let (_, end) = context.sentence(cue);
    let mut near = (cue + 1..end.min(cue + LONGEST)).take_while(|at| !context.is_mark(*at));
    let order = near.find(|at| context.word(*at).preposition == Some(Government::BI));
    order.is_some_and(|at| {
        let bare = !context.key(at).starts_with("بال") && context.mention(at).is_none();
        bare && (cue + 1..at).all(|t| context.class(t).is_none() && !context.word(t).says())
    })
}

/// وصف with a pronoun and what it describes it as (ووصفه بـ«الكارثي»).
fn describes_it(context: &Context, cue: usize, word: &CueWord) -> bool {
    let next = cue + 1;
    let by = matches!(
        context.class(next),
        Some(Class::ThatBi | Class::ThatBiPronoun)
    ) || context.word(next).preposition == Some(Government::BI)
        || context.is(next, "ب");
    let finite = word.entry.shape.is_finite();
    finite && DESCRIBES.is(&word.entry) && word.entry.pronoun && by
}

/// A verb in the present, joined to a report in the present of the same person, with what it
/// governs right behind (تقول الناقدة إن الفيلم جيد، وتؤكد أن التصوير ممتاز).
fn goes_on_in_present(context: &Context, cue: usize, word: &CueWord) -> bool {
    let present = word.entry.shape == Shape::Present && word.entry.weight >= Weight::Think;
    let next = cue + 1;
    let clause = context.class(next).is_some_and(Class::is_that);
    let governed = context
        .word(next)
        .preposition
        .is_some_and(|p| word.entry.government.contains(p));
    let comma =
        cue.checked_sub(1).is_some_and(|at| context.is_comma(at)) || context.in_headline(cue);
    if !present || !word.waw || !(clause || governed && comma) || context.quote_of(cue).is_some() {
        return false;
    }
    let (start, _) = context.sentence(cue);
    (start..cue).any(|at| {
        context.word(at).finite
            && context.word(at).cue.is_some_and(|earlier| {
                // أوضح الخبراء أن العنب مفيد، وينصحون بغسله.
                let several = word.entry.agreement == Agreement::They;
                (earlier.entry.shape == Shape::Present || several && comma)
                    && earlier.entry.weight == Weight::Say
                    && (earlier.entry.agreement == word.entry.agreement
                        || word.entry.agreement == Agreement::They)
            })
    })
}

/// A verb of saying with who says it and the clause right behind (وأفادت صحيفة الضفاف بأن).
fn subject_and_clause(context: &Context, cue: usize, word: &CueWord) -> bool {
    let first = cue + 1;
    let speaks = context.has(first, Classes::SPEAKER | Classes::MEDIA)
        || context
            .mention(first)
            .is_some_and(|m| matches!(m.kind, EntityType::Per | EntityType::Org));
    // نقلت الوكالة أن.
    let medium = context.has(first, Classes::MEDIA) || context.stem_means(first, Senses::MEDIA);
    let relays = medium && word.entry.act == SpeechAct::Relaying;
    let says = word.entry.weight == Weight::Say && speaks || relays;
    if !says || !(relays || opens_clauses(context, cue, word)) {
        return false;
    }
    let (_, end) = context.sentence(cue);
    phrases::longest(context, first, end)
        .is_some_and(|behind| context.class(behind).is_some_and(Class::is_that))
}

/// The same where what it governs stands right behind it.
pub fn is_near(context: &Context, cue: usize) -> bool {
    let Some(word) = context.word(cue).cue else {
        return false;
    };
    participle(context, cue, &word)
        || gives_words(context, cue, &word)
        || clause_behind(context, cue, &word)
        || admits(context, cue, &word)
}

/// Whether whose the words are stands behind من.
pub fn is_from(context: &Context, cue: usize) -> bool {
    let word = context.word(cue).cue;
    word.is_some_and(|word| from_somebody(context, cue, &word)) || learns(context, cue)
}

/// A noun of saying with whose it is behind من (تلقى وعدا من المحافظ بأن).
fn from_somebody(context: &Context, cue: usize, word: &CueWord) -> bool {
    // وعدا من: no dual.
    let dual = word.entry.agreement == Agreement::They && context.key(cue).ends_with('ا');
    let noun = (word.entry.shape == Shape::Masdar || dual) && !word.entry.pronoun;
    let from = context.class(cue + 1) == Some(Class::Min) && context.class(cue + 2).is_none();
    if !noun || !from {
        return false;
    }
    let (_, end) = context.sentence(cue);
    let mut behind = (cue + 2..end.min(cue + FROM))
        .take_while(|at| !context.is_mark(*at) && !context.word(*at).says());
    behind.any(|at| {
        matches!(
            context.class(at),
            Some(Class::ThatBi | Class::ThatBiPronoun)
        )
    })
}

/// A medium that has learned something (علمت «الضفاف» أن).
fn learns(context: &Context, cue: usize) -> bool {
    if !matches!(context.key(cue), "علمت" | "وعلمت" | "علم" | "وعلم") {
        return false;
    }
    let next = cue + 1;
    let medium = context.has(next, Classes::MEDIA)
        || context.stem_means(next, Senses::MEDIA)
        || context
            .quote_at(next)
            .is_some_and(|quote| quote.closed && quote.len() <= SHORT);
    let (_, end) = context.sentence(cue);
    let mut behind = next..end.min(next + LEARNED);
    medium && behind.any(|at| context.class(at) == Some(Class::That))
}

/// A verb of saying in the past, or أضاف and قال in the present, with its clause right behind
/// (وأكد أن، وتضيف بأن).
fn clause_behind(context: &Context, cue: usize, word: &CueWord) -> bool {
    let clause = context.class(cue + 1).is_some_and(Class::is_that);
    clause && word.entry.weight == Weight::Say && opens_clauses(context, cue, word)
}

/// Whether a verb that stands under no other surely reports a clause.
fn opens_clauses(context: &Context, cue: usize, word: &CueWord) -> bool {
    let told = matches!(word.entry.act, SpeechAct::Telling | SpeechAct::GoingOn);
    let form = match word.entry.shape {
        Shape::Past => true,
        Shape::Present => told && word.waw,
        _ => false,
    };
    let says = word.entry.weight >= Weight::Think
        && word.entry.agreement != Agreement::Speaker
        && !word.entry.pronoun;
    let under = cue.checked_sub(1).is_some_and(|at| {
        context.class(at).is_some_and(|class| {
            class.complementizer() || matches!(class, Class::Negation | Class::If)
        })
    });
    says && form && !under && context.quote_of(cue).is_none()
}

/// Whether only هذا and its noun part a verb from its clause (وأكدت هذه الدول أن).
pub fn behind_demonstrative(context: &Context, cue: usize) -> bool {
    let Some(word) = context.word(cue).cue else {
        return false;
    };
    let these =
        context.class(cue + 1) == Some(Class::Demonstrative) && context.has_article(cue + 2);
    let that = |at: usize| matches!(context.class(at), Some(Class::That | Class::ThatBi));
    let near = that(cue + 3) || context.has_article(cue + 3) && that(cue + 4);
    these && near && opens_clauses(context, cue, &word)
}

/// أقر with what somebody admits (تقر باعتقاله; not أقر بأغلبية).
fn admits(context: &Context, cue: usize, word: &CueWord) -> bool {
    let vote = || {
        let next = context.key(cue + 1).strip_prefix('ب');
        matches!(
            next,
            Some("اغلبيه" | "الاغلبيه" | "اجماع" | "الاجماع" | "موافقه")
        )
    };
    word.entry.shape.is_finite()
        && ADMITS.is(&word.entry)
        && context.word(cue + 1).preposition == Some(Government::BI)
        && !vote()
}

/// A participle that goes with a verb before it, and its complement.
fn participle(context: &Context, cue: usize, word: &CueWord) -> bool {
    use SpeechAct::{Asking, Blaming, Feeling, Praising, Promising};
    if word.entry.shape != Shape::Participle {
        return false;
    }
    let key = context.key(cue);
    let passive = matches!(
        word.entry.act,
        Asking | Blaming | Promising | Praising | Feeling
    );
    let before = cue.checked_sub(1);
    // مصدرين مطلعين على: what they are.
    let of_noun = before.is_some_and(|at| {
        let open = context.word(at).open && context.mention(at).is_none();
        open && !context.has_article(at)
    });
    let form = key.ends_with('ا') && word.entry.weight != Weight::Act
        || key.ends_with("ين") && !passive && !of_noun;
    if !form || context.mention(cue).is_some() {
        return false;
    }
    let was = before.is_some_and(|at| {
        matches!(
            context.class(at),
            Some(Class::Was | Class::Negation | Class::ThatPronoun)
        )
    });
    // مؤكدا سموه أن.
    let next = own_subject::end(context, cue).unwrap_or(cue + 1);
    let governs = context
        .word(next)
        .preposition
        .is_some_and(|preposition| word.entry.government.contains(preposition));
    let clause = context.class(next).is_some_and(Class::complementizer);
    // بدا مقتنعا بأن: what somebody seems, not what they say.
    let state = ["مقتنع", "واثق", "مؤمن"]
        .iter()
        .any(|state| key.contains(state));
    // مقاوما ومدافعا عن: what he is taken for.
    let paired = word.waw
        && before.is_some_and(|at| {
            context.word(at).open && context.key(at).ends_with('ا') && context.mention(at).is_none()
        });
    // متمنيا لهم التوفيق.
    let wishes = matches!(key, "متمنيا" | "متمنيه" | "متمنين" | "سائلا" | "سائلين")
        && (context.class(next) == Some(Class::PrepositionPronoun)
            || context.key(next).starts_with("لل")
            || context.is(next, "الله"));
    !was && !state && !paired && (clause || governs || wishes || object::is_own(context, next))
}

/// A form of قال with a quotation behind it, or behind a colon.
fn gives_words(context: &Context, cue: usize, word: &CueWord) -> bool {
    let says = matches!(word.entry.act, SpeechAct::Telling) && word.entry.weight == Weight::Say;
    let form = matches!(
        word.entry.shape,
        Shape::Past | Shape::Present | Shape::Participle
    );
    // وأنهى الوزير كلمته بالقول: «…»; behind a verb of saying that one is the cue.
    let alone = || {
        let (start, _) = context.sentence(cue);
        !(start..cue).any(|at| context.word(at).says())
    };
    let form = form || context.is(cue, "بالقول") && alone();
    let of_another = word.entry.agreement != Agreement::Speaker;
    let colon = context.mark(cue + 1) == Mark::Colon;
    let opens = cue + 1 + usize::from(colon);
    // قال «الحداد» إن: a name in marks is who speaks.
    let quoted = || {
        let quote = context.quote_at(opens);
        quote.is_some_and(|quote| quote.closed && quote.len() > if colon { 1 } else { SHORT })
    };
    says && form && of_another && !word.entry.pronoun && quoted() && context.quote_of(cue).is_none()
}
