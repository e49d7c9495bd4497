//! What the words of a source say: the persons and bodies named in them, the
//! noun at their head, and its role.

use compact_str::CompactString;
use smallvec::SmallVec;

use super::{
    callings::{self, is_possessed},
    whose,
};
use crate::{
    analysis::{
        context::Context,
        grammar::Class,
        lexicon::{Classes, CountryId, classes_of},
        mentions::NameMention,
        senses::{self, Senses},
        stem::{bare, noun, stem},
        word::own_letters,
    },
    annotations::EntityType,
};

/// A noun phrase, as far as it matters who it is.
#[derive(Clone, Debug, Default)]
pub struct Phrase {
    /// Its first token.
    pub first: usize,
    /// The token after its last.
    pub end: usize,
    /// The persons at its head, by their mentions' first tokens.
    pub persons: SmallVec<[usize; 2]>,
    /// The body, place or document at its head, by its mention's first token.
    pub body: Option<usize>,
    /// The noun at its head.
    pub head: usize,
    /// The noun at its head, folded, without article, plural and feminine endings.
    pub stem: CompactString,
    /// All its content words, in the same form.
    pub words: SmallVec<[CompactString; 4]>,
    /// The country that it speaks of.
    pub country: Option<CountryId>,
    /// Whether its head is definite by its article.
    pub definite: bool,
    /// Whether it speaks of someone for the first time: no article at its head
    /// or on the noun after it, no name, no pronoun (مصدر أمني, not وزير الدفاع).
    pub indefinite: bool,
    /// Whether its head is a plural or dual.
    pub plural: bool,
    /// Whether its head is feminine.
    pub feminine: bool,
    /// Whether it says that it takes somebody up (المصادر ذاتها).
    pub again: bool,
    /// Whether it is somebody by whose they are, whom a pronoun stands for (مدربه، وكيل
    /// أعماله).
    pub possessed: bool,
    /// Whether it is somebody and their like (الرئيس المصري ونظيره الفرنسي).
    pub pair: bool,
}

impl Phrase {
    /// Reads the tokens from `first` up to, but without, `end`.
    pub fn read(context: &Context, first: usize, end: usize) -> Self {
        let mut phrase = Self {
            first,
            end,
            ..Self::default()
        };
        let mut head = first;
        while head + 1 < end && skipped(context, head) {
            head += 1;
        }
        phrase.head = head;
        phrase.pair = (head + 1..end).any(|t| joins_peer(context, t));
        phrase.possessed = possessed(context, head, end);
        phrase.names(context);
        let key = bare(context.key(head));
        // للشركة is الشركة behind ل.
        phrase.definite = key.starts_with("ال")
            || key.starts_with("لل")
            || context.has(head, Classes::TITLE | Classes::HONORIFIC) && pronoun(context, head);
        let key = own_key(context, head, key);
        phrase.stem = stem(key).into();
        let known = phrase.definite || pronoun(context, head) || office(context, head, end);
        // مصدر دبلوماسي: an adjective.
        let adjective = context.has(head, Classes::SOURCE_NOUN)
            && context.key(head + 1).ends_with('ي')
            && !context.has_article(head + 1)
            && context.mention(head + 1).is_none();
        let joined = head + 1 < end && !adjective && construct(context, head + 1);
        let pointing = context.class(head) == Some(Class::Demonstrative);
        // أحد السكان is somebody new, though السكان is definite; أي منهن is nobody.
        let of_one = phrase.persons.is_empty() && in_one_of(context, head + 1, end);
        let some = of_one || is_some(context, head, end) || phrase.stem == "بعض";
        phrase.indefinite =
            some || !known && !joined && !pointing && key.len() > 4 || accusative(context, head);
        phrase.plural =
            phrase.pair || is_plural(context, head) || counts(context, head) && head + 1 < end;
        phrase.feminine = key.ends_with('ه') && !phrase.plural;
        phrase.again = end > head + 1 && again(context, end - 1);
        for token in head..end - usize::from(phrase.again) {
            if context.class(token).is_none() && context.tokens.is_word(token) {
                match context
                    .lists
                    .get(token)
                    .country
                    .filter(|_| !context.has(token, Classes::PLACE) || token > head)
                    // وزير المالية is of no Mali.
                    .filter(|_| token == head || !is_field(context, token))
                {
                    Some(country) => phrase.country = phrase.country.or(Some(country)),
                    None if token == head => phrase.words.push(phrase.stem.clone()),
                    None => phrase
                        .words
                        .push(stem(bare(without_li(context, token))).into()),
                }
            }
        }
        phrase.by_its_plain_name();
        phrase
    }

    /// رئيس الدبلوماسية is the minister of foreign affairs.
    fn by_its_plain_name(&mut self) {
        let [noun, of, ..] = self.words.as_mut_slice() else {
            return;
        };
        if matches!(&**noun, "رئيس" | "كبير") && *of == "دبلوماسي" {
            self.stem = "وزير".into();
            *noun = "وزير".into();
            *of = "خارجي".into();
        }
    }

    /// Whether its head is a noun for a person: a role, a calling.
    pub fn for_person(&self, context: &Context) -> bool {
        context.has(self.head, Classes::TITLE | Classes::HONORIFIC)
            || senses::is(&self.stem, Senses::CALLING)
    }

    /// The country of somebody whom it calls by a word for any office and that country
    /// alone (المسؤول الأمريكي).
    pub fn any_office(&self) -> Option<CountryId> {
        let any = self.words.len() == 1 && senses::is(&self.stem, Senses::ANY_OFFICE);
        self.country.filter(|_| any && self.definite)
    }

    /// The same where it calls them by what they do (اللاعب الأمريكي): of somebody whom only
    /// their country tells.
    pub fn any_calling(&self) -> Option<CountryId> {
        let any = self.words.len() == 1 && senses::is(&self.stem, Senses::CALLING);
        self.country.filter(|_| any && self.definite)
    }

    /// Whether it is the country of whoever is spoken of (بلاده).
    pub fn is_homeland(&self, context: &Context) -> bool {
        self.end == self.head + 1 && senses::is(bare(context.key(self.head)), Senses::HOMELAND)
    }

    /// Whether its head is a noun for a newspaper, agency or station.
    pub fn for_media(&self) -> bool {
        senses::is(&self.stem, Senses::MEDIA)
    }

    fn names(&mut self, context: &Context) {
        let mut token = self.head;
        let mut first = true;
        while token < self.end {
            let Some(mention) = context.mention(token) else {
                token += 1;
                continue;
            };
            let at_head = mention.first <= self.head + 1
                && (mention.first..mention.end).contains(&self.head)
                || mention.first == self.head;
            match mention.kind {
                EntityType::Per if whose::heads(self, context, mention) => {
                    self.persons.push(mention.first);
                }
                EntityType::Org
                | EntityType::Loc
                | EntityType::Norp
                | EntityType::Doc
                | EntityType::Evt
                    if first && at_head =>
                {
                    self.body = Some(mention.first);
                }
                _ => {}
            }
            first = false;
            token = mention.end.max(token + 1);
        }
    }
}

/// Whether a word only says that somebody is meant again (ذاته، نفسها).
pub fn again(context: &Context, token: usize) -> bool {
    context.means(token, Senses::EMPTY)
        && pronoun(context, token)
        && context.mention(token).is_none()
}

/// A word without proclitics and article, that behind ل too.
pub fn noun_of<'c>(context: &'c Context, token: usize) -> &'c str {
    let noun = noun(context.key(token));
    noun.strip_prefix("لل").unwrap_or(noun)
}

/// Whether و and somebody's like stand at a token (ونظيره).
fn joins_peer(c: &Context, token: usize) -> bool {
    let noun = c.key(token).strip_prefix('و');
    noun.is_some_and(senses::is_peer)
}

/// The key of a role without the pronoun behind it (رئيسها), and without the preposition that is joined
/// to it (لوزير النقل، بمدرب المنتخب).
fn own_key<'k>(c: &'k Context, token: usize, key: &'k str) -> &'k str {
    let key = callings::without_pronoun(c, token).unwrap_or(key);
    let joined = c.lists.get(token).proclitics == 1 && c.has(token, Classes::TITLE);
    let role = joined && !own_letters::has(key) && !key.starts_with("لل");
    let noun = key.strip_prefix(['ل', 'ب', 'ك']).filter(|_| role);
    noun.unwrap_or(key)
}

/// Whether a title is made definite by the noun behind the next one (وزير داخلية لبنان,
/// حارس مرمى المنتخب), and not by what it is like (مسؤول رفيع المستوى).
fn office(context: &Context, head: usize, end: usize) -> bool {
    let (next, last) = (head + 1, head + 2);
    let noun = context.key(next);
    let plain = context.class(next).is_none() && context.tokens.is_word(next);
    let like = matches!(noun, "رفيع" | "كبير" | "بارز" | "واسع" | "متوسط" | "عالي");
    last < end
        && plain
        && !like
        && !noun.starts_with("ال")
        && !context.slice(next, next + 1).ends_with('ي')
        && !is_plural(context, head)
        && context.has(head, Classes::TITLE)
        && !context.stem_means(head, Senses::ANY_OFFICE)
        && !context.has(last, Classes::DAY)
        && context.class(last).is_none()
        && (bare(context.key(last)).starts_with("ال") || context.mention(last).is_some())
}

/// Whether a noun for somebody has the ending of an indefinite accusative (مسؤولا).
fn accusative(context: &Context, token: usize) -> bool {
    const PERSON: Classes = Classes::TITLE.union(Classes::SOURCE_NOUN);
    let noun = context.key(token).strip_suffix('ا').unwrap_or_default();
    let noun = noun.strip_prefix('و').unwrap_or(noun);
    !bare(context.key(token + 1)).starts_with("ال")
        && !noun.ends_with('ه')
        && !noun.starts_with("ال")
        && (classes_of(noun).intersects(PERSON) || senses::is(noun, Senses::CALLING))
}

/// Whether a pronoun is joined to a word (سموه، بلادها), by its letters as written.
pub fn pronoun(context: &Context, token: usize) -> bool {
    let word = context.slice(token, token + 1);
    word.ends_with('ه') || word.ends_with("ها") || word.ends_with("هم")
}

/// Whether a word makes the noun before it definite: by its article, a name, a
/// pronoun.
fn construct(context: &Context, token: usize) -> bool {
    bare(context.key(token)).starts_with("ال")
        || context.mention(token).is_some()
        || context.class(token).is_none()
            && context.tokens.is_word(token)
            && pronoun(context, token)
        || context.has(token, Classes::TITLE | Classes::ORG_HEAD)
        || context.quote_opening(token).is_some()
}

/// Whether a phrase is somebody by whose they are: a pronoun on its first noun or on the one
/// behind that.
fn possessed(context: &Context, head: usize, end: usize) -> bool {
    let (next, last) = (head + 1, head + 2);
    let named = |t: usize| context.mention(t).is_some();
    let person = context.has(head, Classes::TITLE | Classes::HONORIFIC)
        || context.stem_means(head, Senses::CALLING);
    let ends = || last >= end || named(last) || context.key(next).ends_with(['ا', 'م']);
    let of = next < end
        && person
        && !bare(context.key(head)).starts_with("ال")
        && context.class(next).is_none()
        && !named(next)
        && pronoun(context, next)
        && ends();
    is_possessed(context, head) || of
}

/// Whether a form of address stands before a role (معالي الوزير، سمو أمير المنطقة).
fn addresses(context: &Context, token: usize) -> bool {
    let sir = |at: usize| matches!(context.key(at), "السيد" | "السيده");
    let word = context.means(token, Senses::EITHER) && context.key(token) != "عضو" || sir(token);
    let role = |at: usize| context.has(at, Classes::TITLE) && context.mention(at).is_none();
    let named = context.mention(token).is_some();
    word && !named && (role(token + 1) || sir(token + 1) && role(token + 2))
}

/// Whether a word tells a minister's field, though it looks like a nationality.
fn is_field(context: &Context, token: usize) -> bool {
    let minister = |at: usize| {
        let key = context.key(at);
        key.contains("وزير") || key.ends_with("وزاره")
    };
    context.key(token) == "الماليه" && token.checked_sub(1).is_some_and(minister)
}

/// Whether a noun for what a body expects stands before its name (توقعات البنك المركزي).
fn expects(context: &Context, token: usize) -> bool {
    let body = |m: &NameMention| m.first == token + 1 && m.kind == EntityType::Org;
    matches!(
        context.key(token),
        "توقعات" | "تقديرات" | "لتوقعات" | "لتقديرات"
    ) && context.mention(token + 1).is_some_and(body)
}

fn skipped(context: &Context, token: usize) -> bool {
    context.is_mark(token)
        || addresses(context, token)
        || expects(context, token)
        || senses::is(bare(context.key(token)), Senses::EMPTY)
        || matches!(
            context.class(token),
            Some(Class::Demonstrative | Class::What | Class::All)
        )
}

/// Whether a noun without article has the ending of a sound masculine plural, and is none
/// that only has its letters (أمين، قانون، تعيين).
pub fn sound_plural(noun: &str) -> bool {
    const OTHERS: [&str; 20] = [
        "قانون",
        "تلفزيون",
        "تليفزيون",
        "تعاون",
        "مضمون",
        "مخزون",
        "ديون",
        "شؤون",
        "فنون",
        "سجون",
        "عيون",
        "قرون",
        "كانون",
        "تشرين",
        "اثنين",
        "بلدين",
        "رايين",
        "عامين",
        "يومين",
        "شهرين",
    ];
    let long = noun.chars().count();
    // تعيين، تكوين.
    let masdar = long == 5 && noun.starts_with('ت') && noun.ends_with("ين");
    let ends = noun.ends_with("ون") && long > 3 || noun.ends_with("ين") && long > 4;
    ends && !masdar && !OTHERS.contains(&noun)
}

/// Whether a word counts several behind من (عدد من السكان).
fn counts(context: &Context, token: usize) -> bool {
    context.means(token, Senses::QUANTITY)
        && context.class(token + 1) == Some(Class::Min)
        && stem(context.key(token)) != "واحد"
}

/// Whether the letters of a dual are those of the noun itself (الفنان، السلطان).
fn ends_so(noun: &str) -> bool {
    matches!(noun, "فنان" | "سلطان" | "مطران" | "قبطان" | "ربان")
}

/// Whether a noun for people has lost its ن before what completes it (معدو الدراسة، نازحو الحرب).
fn in_construct(context: &Context, token: usize) -> bool {
    let Some(one) = noun(context.key(token)).strip_suffix('و') else {
        return false;
    };
    let person = one.starts_with('م')
        || classes_of(one).intersects(Classes::TITLE | Classes::SOURCE_NOUN)
        || senses::is(one, Senses::CALLING);
    let next = token + 1;
    let completed = context.has_article(next) || context.mention(next).is_some();
    person && one.chars().count() > 2 && completed && !context.has_article(token)
}

/// Whether the noun at a token is a plural or dual.
pub fn is_plural(context: &Context, token: usize) -> bool {
    let person = |mention: &NameMention| mention.kind == EntityType::Per;
    if context.mention(token).is_some_and(person) {
        return false;
    }
    let key = context.key(token);
    let noun = noun(key);
    sound_plural(noun)
        || key.ends_with("ات")
        || matches!(noun, "جانبان" | "جانبين" | "طرفان" | "طرفين")
        || key.ends_with("ان") && context.has(token, Classes::TITLE) && !ends_so(noun)
        || in_construct(context, token)
        || context.stem_means(token, Senses::PLURAL)
}

/// A word without the ل that joins it to the noun before (المدير التنفيذي [لشركة] الأفق).
fn without_li<'c>(context: &'c Context, token: usize) -> &'c str {
    let key = context.key(token);
    let joined = context.lists.get(token).proclitics > 0;
    let rest = key.strip_prefix("لل").or_else(|| key.strip_prefix('ل'));
    rest.filter(|rest| joined && rest.chars().count() > 2)
        .unwrap_or(key)
}

/// Whether somebody is told of as in one of several (المسؤول [في أحد] المطابخ): nobody named before.
fn in_one_of(context: &Context, first: usize, end: usize) -> bool {
    let one_of =
        |at: usize| context.class(at) == Some(Class::In) && context.means(at + 1, Senses::ONE_OF);
    (first..end).any(one_of)
}

/// Whether one of several stands at the head of a phrase, or the deeds of some: البعض is nobody who was
/// named, and so is whose they are (أنظار البعض).
fn is_some(context: &Context, head: usize, end: usize) -> bool {
    context.means(head, Senses::ONE_OF)
        || context.class(head) == Some(Class::Which)
        || head + 1 < end && context.is(head + 1, "البعض")
}
