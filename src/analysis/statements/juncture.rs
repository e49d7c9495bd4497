//! Where a second noun phrase begins in a row of nouns with nothing between: what a
//! verb does it to, or whom it addresses, behind who does it (دعت [s المنظمة]
//! السلطات إلى…، يعزو [s الخبراء] أسباب التدهور إلى…). Grammar allows few words
//! behind a definite one: its adjectives, the name or title of a person, no noun.

use smallvec::SmallVec;

use super::{addressed, rules::object, surely_noun, theirs, whom};
use crate::{
    analysis::{
        context::{Affixes, Context, Holds},
        grammar::Class,
        lexicon::{Classes, hash_word},
        mentions::vocabulary,
        senses::{self, Senses},
        stem,
    },
    annotations::EntityType,
};

/// What is put beside a name or a noun for a person.
pub(super) const BESIDE: Classes = Classes::TITLE.union(Classes::HONORIFIC);

/// What opens a noun phrase of its own where it is definite.
pub(super) const NOUNS: Classes = Classes::ORG_HEAD.union(Classes::SOURCE_NOUN);

/// How frequent a word is from which its never being a name tells something.
const COMMON: u8 = 5;

/// Whether a second phrase begins at a token of a phrase that begins at `first`.
pub fn is_at(c: &Context, first: usize, token: usize) -> bool {
    let word = c.word(token);
    let Some(before) = token.checked_sub(1).filter(|_| token > first) else {
        return false;
    };
    if word.class == Some(Class::Demonstrative) {
        return points(c, first, token);
    }
    // المتحدث نفسه | الحكومة.
    if c.means(before, Senses::EMPTY) && word.open && before > first && oneself(c, before) {
        return !c.word(token).joins;
    }
    if word.holds.intersects(Holds::COUNTS) && counts(c, before, token)
        || token == first + 1 && behind_honour(c, token)
    {
        return true;
    }
    if !word.open || !word.holds.intersects(Holds::WORD) {
        return false;
    }
    if word.joins && !is_whole(c, token) {
        return whom::is_hearer(c, first, token) || addressed::is_at(c, first, token);
    }
    if object::is_own(c, token) || c.is(token, "الله") && c.mention(token).is_none() {
        return true;
    }
    if whom::tells_whom(c, first, token) || theirs::is_at(c, token) {
        return true;
    }
    behind_definite(c, first, token)
}

/// The same of a word behind one that is definite, or in the nominative.
fn behind_definite(c: &Context, first: usize, token: usize) -> bool {
    let before = token - 1;
    let nominative =
        is_nominative(c, before) || c.ends_in(before, Affixes::WN) && names_person(c, token);
    if !nominative && !is_definite(c, before) || is_construct(c, token) {
        return false;
    }
    if let Some(mention) = c.mention(token) {
        let body = matches!(mention.kind, EntityType::Org | EntityType::Loc);
        // اتهم متظاهرون سامر: whom several do it to, unless more names follow.
        let another =
            mention.kind == EntityType::Per && nominative && !c.key(mention.end).starts_with('و');
        return (body || another) && mention.first == token;
    }
    let person = c.mention(before).is_some_and(|m| m.kind == EntityType::Per);
    if nominative && c.ends_in(token, Affixes::YA) && !c.has_article(token)
        || whom::behind_body(c, before, token)
    {
        return true;
    }
    if c.has(token, Classes::HONORIFIC) {
        return person && senses::is_honour(c.key(token)) || whom::is_man_behind(c, first, token);
    }
    if person && c.has_article(token) && is_plural(c, token) {
        return true;
    }
    if opens_object(c, first, token)
        || whom::is_office(c, first, token)
        || whom::is_behind_men(c, first, token)
        || whom::is_man_behind(c, first, token)
        // رئيس الحزب | الشباب, رئيس الجمهورية | القوى السياسية.
        || matches!(c.key(token), "الشباب" | "القوي" | "الكتل" | "المواطنين") && token > first + 1
    {
        return true;
    }
    if c.has(token, Classes::TITLE) {
        // The name of a person and a role go together, several people and one do not.
        let alike = is_plural(c, token) == (nominative || is_plural(c, before));
        let definite = c.has_article(token);
        if !definite && behind_office(c, first, token) {
            return true;
        }
        return definite
            && (!alike || whom::is_hers(c, first, token) || whom::is_addressed(c, first, token));
    }
    if c.means(token, Senses::IDIOM) {
        return true;
    }
    if c.has_article(token) {
        definite(c, first, token)
    } else {
        indefinite(c, first, token)
    }
}

/// Whether a word goes with the noun before it, whatever that looks like: a witness's eyes (شهود العيان),
/// whose a document is (قال بيان [الشركة], though بيان may be a name).
pub(super) fn is_construct(c: &Context, token: usize) -> bool {
    let whose = c.has_article(token) || c.key(token).starts_with("لل");
    matches!(c.key(token), "العيان" | "عيان") || is_document(c, token - 1) && whose
}

/// Whether a noun for a document stands at a token without its article, so that whose it is may follow.
pub(super) fn is_document(c: &Context, token: usize) -> bool {
    c.has(token, Classes::DOC_HEAD) && !c.has_article(token) && c.mention(token).is_none()
}

/// Whether a second office stands behind one, and nobody is named near (دعا رئيس الوزراء [وزير
/// الداخلية] إلى).
fn behind_office(c: &Context, first: usize, token: usize) -> bool {
    const NEAR: usize = 8;
    let person = |at: usize| c.mention(at).is_some_and(|m| m.kind == EntityType::Per);
    let construct = |at: usize| c.has_article(at + 1) || c.mention(at + 1).is_some();
    token > first + 1
        && c.has(first, Classes::TITLE)
        && c.has_article(token - 1)
        && construct(token)
        && (!c.word(token).joins || is_whole(c, token))
        && !(first..token + NEAR).any(person)
}

/// Whether هذه، تلك open a phrase of their own behind a noun that is definite without them.
fn points(c: &Context, first: usize, token: usize) -> bool {
    let before = token - 1;
    // مصدر مسؤول بالجمارك | هذه الرواية.
    let whose = c.key(before).starts_with("بال") || matches!(c.key(before), "مسؤول" | "مطلع");
    let somebody = c.has(first, Classes::SOURCE_NOUN)
        && !c.has_article(first)
        && (first + 2..first + 5).contains(&token)
        && whose;
    let definite = somebody
        || is_definite(c, before)
        || is_nominative(c, before)
        || c.is(before, "اخرون")
        || c.quote_closing(before).is_some();
    let judged = c.key(token + 1).ends_with('ا') || c.quote_opening(token + 1).is_some();
    let alone = matches!(c.key(token), "ذلك" | "هذا") && judged;
    definite && (c.has_article(token + 1) || alone)
}

/// Whether a word means that nobody else is meant (نفسه، ذاتها).
fn oneself(c: &Context, token: usize) -> bool {
    matches!(
        c.key(token),
        "نفسه" | "نفسها" | "نفسهم" | "ذاته" | "ذاتها" | "ذاتهم" | "عينه" | "عينها"
    )
}

/// Whether جميع or the like at a token opens a phrase behind a definite one (دعا الوزير [جميع الأطراف]).
fn counts(c: &Context, before: usize, token: usize) -> bool {
    c.has_article(token + 1) && is_definite(c, before)
}

/// Whether a word stands behind معاليه or the like, by which somebody is named and no more.
fn behind_honour(c: &Context, token: usize) -> bool {
    c.word(token - 1).holds.intersects(Holds::HIS_HONOUR)
        && c.tokens.is_word(token)
        && c.class(token).is_none()
}

/// Whether people in construct stand behind one man or body (دعا المحافظ [رؤساء] المدن), or a man
/// in construct behind people (ناشد سكان الحي [رئيس] البلدية): whom the verb is about.
fn opens_object(c: &Context, first: usize, token: usize) -> bool {
    let key = c.key(token);
    let before = token - 1;
    if c.has_article(token) || c.mention(token).is_some() || !is_definite(c, before) {
        return false;
    }
    let people = c.noun_stem_means(token, Senses::PLURAL)
        || matches!(
            key,
            "مديري" | "مسؤولي" | "اولياء" | "مرضي" | "عمداء" | "سائقي" | "طرفي"
        );
    let one = !is_plural(c, first) && c.mention(before).is_none_or(|m| m.kind != EntityType::Per);
    let several = is_plural(c, first) || c.noun_means(first, Senses::FOLK);
    let man = c.has(token, Classes::TITLE) && !is_plural(c, token) && !key.ends_with('ه');
    let alone = before == first && c.has_article(first);
    people && one && alone || man && several && before > first
}

/// Whether a word whose first letter is و is one that lists know so (وكالة، وزارة).
pub(super) fn is_whole(c: &Context, token: usize) -> bool {
    let known = Classes::MEDIA | Classes::ORG_HEAD | Classes::TITLE | Classes::PLACE_HEAD;
    c.key(token).starts_with('و') && c.lists.get(token).proclitics == 0 && c.has(token, known)
}

/// Whether the name of a person begins at a token.
fn names_person(c: &Context, token: usize) -> bool {
    let mention = c.mention(token);
    mention.is_some_and(|m| m.kind == EntityType::Per && m.first == token)
}

/// A word without و, preposition and article.
fn noun<'c>(c: &'c Context, token: usize) -> &'c str {
    stem::noun(c.key(token))
}

/// Whether a word is definite: by its article, or as the end of a name.
fn is_definite(c: &Context, token: usize) -> bool {
    if let Some(mention) = c.mention(token) {
        return mention.end == token + 1
            && !matches!(mention.kind, EntityType::Date | EntityType::Qty);
    }
    if !c.has_article(token) {
        return c.quote_closing(token).is_some();
    }
    // الداخل, الخارج, which look like prepositions; إلى, folded, begins like a word with its article.
    c.class(token)
        .is_none_or(|class| class.preposition() && class != Class::Ila)
}

/// Whether a noun for people stands in the nominative (متعاملون، الصناعيون, not شؤون).
pub(super) fn is_nominative(c: &Context, token: usize) -> bool {
    if !c.ends_in(token, Affixes::WN) {
        return false;
    }
    // ماكرون, غليون: names.
    if !c.has_article(token) && c.mention(token).is_some_and(|m| m.kind == EntityType::Per) {
        return false;
    }
    let noun = noun(c, token);
    let people = noun.starts_with('م')
        || noun.ends_with("يون")
        || c.has(token, BESIDE | Classes::SOURCE_NOUN);
    noun.ends_with("ون") && noun.chars().count() > 4 && c.class(token).is_none() && people
}

fn is_plural(c: &Context, token: usize) -> bool {
    // ماكرون, حسين: names.
    if c.mention(token).is_some_and(|m| m.kind == EntityType::Per) {
        return false;
    }
    c.ends_in(token, Affixes::WN | Affixes::AT)
        || c.ends_in(token, Affixes::IN) && c.key(token).chars().count() > 6
        || c.noun_stem_means(token, Senses::PLURAL) && !c.noun_means(token, Senses::OPTIONAL)
}

/// Whether a definite word is no adjective of what stands before it: a body, people, a
/// masdar, or a noun whose gender, number or case those before cannot have.
fn definite(c: &Context, first: usize, token: usize) -> bool {
    let before = token - 1;
    let case = || is_nominative(c, before) && !may_be_theirs(c, token);
    // The head alone stands before: nothing else can be what an adjective goes with.
    let several =
        || c.ends_in(token, Affixes::HA) || is_plural(c, token) || is_broken(noun(c, token));
    let number = || before == first && one_man(c, before) && several();
    // المنظمة، المتحدة may go with a feminine noun as its adjective.
    let either = || c.ends_in(before, Affixes::HA) && noun(c, token).starts_with('م');
    c.noun_means(token, Senses::FOLK)
        || c.has(token, NOUNS) && !either()
        || case()
        || number()
        || is_unlike(c, first, token)
        || is_masdar(noun(c, token))
        || surely_noun::is_at(c, token)
}

/// Whether a definite word may be an adjective of several in the nominative: it is so
/// itself, or a broken plural, short or of a people (القادمون الجدد، اللاعبون الأجانب).
fn may_be_theirs(c: &Context, token: usize) -> bool {
    let (key, noun) = (c.key(token), noun(c, token));
    let people = Classes::NATIONALITY.union(Classes::PEOPLE);
    key.ends_with("ون") || noun.chars().count() < 4 || noun.starts_with('ا') || c.has(token, people)
}

/// Whether a word without its article has the shape of a broken plural (لجان، رجال).
pub(super) fn is_broken(word: &str) -> bool {
    word.chars().count() == 4 && word.chars().nth(2) == Some('ا')
}

/// Whether a token is a noun for one man or document: no plural, broken ones as far as
/// their shape tells (تقارير، وزراء، قضاة).
fn one_man(c: &Context, token: usize) -> bool {
    let noun = noun(c, token);
    let broken = noun.chars().nth(2) == Some('ا') && noun.chars().count() > 4;
    c.has(token, BESIDE | Classes::DOC_HEAD | Classes::SOURCE_NOUN)
        && c.mention(token).is_none()
        && !noun.ends_with('ه')
        && !noun.ends_with("اء")
        && !broken
        && !is_plural(c, token)
}

/// Whether a word without article is a noun of the language that begins a phrase of its
/// own, and neither name nor adverb, nor a participle or an elative that goes with what
/// stands before it (حامل اللقب، أكبر المصدرين).
fn indefinite(c: &Context, first: usize, token: usize) -> bool {
    let key = c.key(token);
    let accusative = key.strip_suffix('ا').is_some_and(is_masdar);
    if accusative || is_masdar(key) || c.has(token, Classes::ORG_HEAD) {
        return true;
    }
    let his = c.slice(token, token + 1).ends_with('ه') && !c.has(token, BESIDE);
    let pronoun = key.ends_with("ها") || key.ends_with("هم") || his;
    if pronoun && key.chars().count() > 4 && c.word(token).clusters.is_some() {
        return !c.means(token, Senses::EMPTY);
    }
    if is_accusative(c, token) {
        return true;
    }
    let name = vocabulary::look_up(c.lists.hash(token)).is_none_or(|w| w.shares[0] > 0);
    let unlike = key.ends_with('ا') || c.means(token, Senses::EMPTY);
    let never = is_plain(c, token);
    if name || unlike || c.word(token).clusters.is_none() || !never && awaits_name(c, first, token)
    {
        return false;
    }
    let letters: SmallVec<[char; 12]> = key.chars().collect();
    let elative = matches!(letters.as_slice(), ['ا', _, third, _] if *third != 'ا');
    !elative && !matches!(letters.as_slice(), [_, 'ا', _, _])
}

/// Whether a word is a noun or an adjective in the indefinite accusative, which goes with no
/// definite one before it (توقع البنك الدولي [نموا]): the news knows it without its ending, and
/// neither as a name.
fn is_accusative(c: &Context, token: usize) -> bool {
    let key = c.key(token);
    let plain = |word: &str| {
        vocabulary::look_up(hash_word(word)).is_some_and(|w| w.shares == [0; 3] && w.frequency > 2)
    };
    let noun = key
        .strip_suffix('ا')
        .filter(|noun| noun.chars().count() > 2);
    let once = matches!(key, "سابقا" | "حاليا" | "لاحقا");
    noun.is_some_and(|noun| plain(noun) && plain(key)) && !once && c.mention(token).is_none()
}

/// Whether a word is never part of a person's name, though the news is full of it (حرص، صحة).
pub fn is_plain(c: &Context, token: usize) -> bool {
    let known = vocabulary::look_up(c.lists.hash(token));
    known.is_some_and(|w| w.shares[0] == 0 && w.frequency >= COMMON && w.proclitics == 0)
        && !matches!(c.key(token), "طيار" | "ركن" | "متقاعد" | "بحري" | "حقوقي")
}

/// Whether a role opens a phrase and nobody is named up to a token: a word that no list
/// knows may be the name (مديرة المهرجان عبلة سكر).
fn awaits_name(c: &Context, first: usize, token: usize) -> bool {
    let role = c.has(first, BESIDE) || c.noun_stem_means(first, Senses::CALLING);
    let person = |t| c.mention(t).is_some_and(|m| m.kind == EntityType::Per);
    role && !(first..token).any(person)
}

/// Whether a word without its article has the shape of a masdar of a derived form
/// (تدهور، إعلان، اجتماع، انسحاب، استقرار): such a noun is no adjective.
fn is_masdar(word: &str) -> bool {
    let letters: SmallVec<[char; 12]> = word.chars().collect();
    match letters.as_slice() {
        [.., 'ي' | 'ه'] => false,
        ['ت', second, _, _] | ['ت', second, _, _, _] => *second != 'ا',
        word => matches!(
            word,
            ['ا', 'س', 'ت', _, _, 'ا', _]
                | ['ا', _, 'ت', _, 'ا', _]
                | ['ا', 'ن', _, _, 'ا', _]
                | ['ا', _, _, 'ا', _]
        ),
    }
}

/// Whether a definite noun in the masculine stands behind a body in the feminine (الصحيفة [القرار]):
/// its adjective would be so, too.
fn is_unlike(c: &Context, first: usize, token: usize) -> bool {
    // وزارة الداخلية العراقية [الأنباء].
    let hers = |at: usize| c.has_article(at) && c.key(at).ends_with('ه');
    let whole = token == first + 1
        || (first + 1..token).all(hers)
        || c.mention(first)
            .is_some_and(|m| m.first == first && m.end == token && m.kind == EntityType::Org);
    let body =
        c.has(first, Classes::ORG_HEAD | Classes::MEDIA) || c.noun_stem_means(first, Senses::MEDIA);
    let key = c.key(token);
    let masculine = !["ه", "ات", "ين", "ون", "ي"]
        .iter()
        .any(|ending| key.ends_with(ending));
    whole && body && c.slice(first, first + 1).ends_with('ة') && masculine && key.starts_with("ال")
}
