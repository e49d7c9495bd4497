//! What the lists say of one word form, and what the form alone tells: worked
//! out once for each form, whatever article it stands in.
//!
//! - [`mark`]: which mark it is.
//! - [`affixes`]: what stands at its ends.
//! - [`holds`]: what may be found at it, a sieve before the rules.
//! - [`own_letters`]: nouns whose first letter looks like a preposition.
//! - [`own_nouns`]: what somebody feels or means to do.
//! - [`verb_form`]: verbs that no list knows.
//! - [`look`]: what it looks like to the models, as numbers.

mod affixes;
mod holds;
mod look;
mod mark;
pub mod own_letters;
pub mod own_nouns;
pub mod verb_form;

pub use affixes::Affixes;
pub use holds::Holds;
pub use mark::Mark;

use super::{
    clusters::{self, Clusters},
    cues::{self, Attribution, CueWord, Government, Shape, SpeechAct},
    grammar::{self, Class},
    lexicon::{Classes, Found},
    ranker::hash,
    senses::{self, Senses},
    speech,
    stem::{bare, noun, stem},
    tokens::TokenKind,
};
use look::{MARK, NO_WORD};

/// What is known of one form.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Its class, if it is a function word.
    pub class: Option<Class>,
    /// Whether و or ف stands before the function word.
    pub joined: bool,
    /// What it reports, if it is a form of a reporting verb.
    pub cue: Option<CueWord>,
    /// What it attributes, if it is a word of attribution.
    pub attribution: Option<Attribution>,
    /// Which words stand where it does.
    pub clusters: Option<Clusters>,
    /// The hash of its key, for features.
    pub hash: u64,
    /// Which mark it is.
    pub mark: Mark,
    /// What it looks like: its class, else its mark, else that it is a cue, else
    /// its cluster.
    pub look: u16,
    /// The same for sources: which cue, and what the lists call it.
    pub in_source: u16,
    /// The same for the end of a content: which cue or word of attribution.
    pub at_end: u16,
    /// Whether it is neither function word nor mark nor cue: a name around it
    /// says more than it does.
    pub open: bool,
    /// Whether it is definite, or how it ends.
    pub definite: u8,
    /// Whether it has the article, and the endings ه and ا: one bit each.
    pub article: u8,
    /// Which ending it has, and whether the article or a proclitic.
    pub ending: u8,
    /// Whether it is a reporting verb or participle, and no title.
    pub finite: bool,
    /// Whether it names the hearer of a speech after ل.
    pub to_outlet: bool,
    /// Whether it is a noun for what a speech is given in, or a time.
    pub occasion: bool,
    /// Whether it is و and a word that is known.
    pub and_known: bool,
    /// Whether و or a preposition is written together with it, so that a phrase goes on.
    pub joins: bool,
    /// The preposition that it is, or that is written together with it.
    pub preposition: Option<Government>,
    /// What it is between a cue and its content: a comma, a cue, a relative, a
    /// complementizer, a negation; one bit each.
    pub between: u8,
    /// What may be found at it: a sieve before the rules are asked.
    pub holds: Holds,
    /// What stands at its ends.
    pub affixes: Affixes,
    /// What it tells of its phrase as it stands.
    pub senses: Senses,
    /// What its stem does, proclitics before its article aside.
    pub stem_senses: Senses,
    /// What it tells without these and its article.
    pub noun_senses: Senses,
    /// What the stem of that does.
    pub noun_stem_senses: Senses,
}

impl Word {
    /// Whether it is a cue that says, and does not only name what was said.
    #[inline]
    pub fn says(&self) -> bool {
        self.cue.is_some_and(|c| c.entry.shape != Shape::Masdar)
    }

    /// Whether it is a verb that says, in the form of one.
    #[inline]
    pub fn reports(&self) -> bool {
        self.says() && self.finite
    }

    /// Whether it is a masdar that tells how something was said (بقوله، بالقول).
    #[inline]
    pub fn tells_how(&self) -> bool {
        self.cue.is_some_and(|cue| {
            let masdar = cue.entry.shape == Shape::Masdar;
            masdar && cue.preposition && cue.entry.act == SpeechAct::Telling
        })
    }

    /// Whether it is a cue with و before it and a pronoun behind (وتأكيدها).
    #[inline]
    pub fn owned_and_joined(&self) -> bool {
        self.cue.is_some_and(|cue| cue.waw && cue.entry.pronoun)
    }
}

/// What stands past the ends of a text.
pub(super) static NOTHING: Word = Word {
    class: None,
    joined: false,
    cue: None,
    attribution: None,
    clusters: None,
    hash: 0,
    mark: Mark::Other,
    look: MARK,
    in_source: MARK,
    at_end: MARK,
    open: false,
    definite: 0,
    article: 0,
    ending: NO_WORD,
    finite: false,
    to_outlet: false,
    occasion: false,
    and_known: false,
    joins: false,
    preposition: None,
    between: 0,
    holds: Holds::MARK,
    affixes: Affixes::empty(),
    senses: Senses::empty(),
    stem_senses: Senses::empty(),
    noun_senses: Senses::empty(),
    noun_stem_senses: Senses::empty(),
};

/// What is known of the form with this folded key, of that kind; `found` is what
/// the lists know of it.
pub fn look_up(key: &str, kind: TokenKind, found: Found) -> Word {
    let word = match kind {
        TokenKind::Word => of_word(key),
        TokenKind::Number => Word::default(),
        TokenKind::Mark => Word {
            mark: Mark::of(key),
            ..Word::default()
        },
    };
    completed(word, key, kind, found)
}

/// What is known of a form where it is part of a name, and so neither function word
/// nor cue (بان كي مون، علي، حركة أمل).
pub fn in_name(key: &str, found: Found) -> Word {
    let word = Word {
        clusters: clusters::of(key),
        ..Word::default()
    };
    completed(word, key, TokenKind::Word, found)
}

/// A word with what follows from what the lists say of it.
fn completed(mut word: Word, key: &str, kind: TokenKind, found: Found) -> Word {
    word.hash = hash(key);
    word.look = look::look(&word);
    word.in_source = look::in_source(&word, found);
    word.at_end = look::at_end(&word);
    word.open = word.class.is_none() && word.mark == Mark::No && !word.says();
    word.definite = look::definite(key);
    word.between = look::between(&word);
    word.preposition = preposition(key, word.class);
    word.article = u8::from(own_letters::has_article(key))
        | u8::from(key.ends_with('ه')) << 1
        | u8::from(key.ends_with('ا')) << 2;
    word.ending = match kind {
        TokenKind::Word => look::ending(key, found.proclitics > 0),
        _ => NO_WORD,
    };
    word.finite = word.says()
        && !found
            .classes
            .intersects(Classes::TITLE | Classes::SOURCE_NOUN);
    word.to_outlet = speech::to_outlet(key, word.class, found);
    word.occasion = speech::occasion(key, word.class, found);
    word.and_known = key
        .strip_prefix('و')
        .is_some_and(|rest| rest.len() > 2 && clusters::of(rest).is_some());
    word.senses = senses::of(key);
    word.joins = found.proclitics > 0
        || word.preposition.is_some()
        || word.and_known
        || key.starts_with("وال")
        || word.senses.intersects(Senses::BEHALF);
    word.holds = Holds::of(&word, key, kind);
    word.affixes = Affixes::of(key);
    word.stem_senses = senses::of(stem(bare(key)));
    word.noun_senses = senses::of(noun(key));
    word.noun_stem_senses = senses::of(stem(noun(key)));
    word
}

fn of_word(key: &str) -> Word {
    let (class, joined) =
        grammar::of(key).map_or((None, false), |(class, joined)| (Some(class), joined));
    // بين and عبر are prepositions, and verbs of saying where what follows bears it out.
    let cue = match class {
        // لاعب is no ل with a verb.
        None | Some(Class::Between | Class::Via) => {
            let own = |cue: &CueWord| cue.proclitics == 0 || !own_letters::has(key);
            // سموه, an honour, and no سموا with its object; الأم, who is no form of لام.
            cues::word(key)
                .filter(own)
                .filter(|_| !senses::is_his_honour(key) && key != "الام")
        }
        Some(_) => None,
    };
    let attribution = if key.len() <= 16 {
        cues::attribution(key)
    } else {
        None
    };
    Word {
        class,
        joined,
        cue,
        attribution,
        clusters: clusters::of(key),
        ..Word::default()
    }
}

fn preposition(key: &str, class: Option<Class>) -> Option<Government> {
    match class {
        Some(Class::Ila) => Some(Government::ILA),
        Some(Class::Ala) => Some(Government::ALA),
        Some(Class::An) => Some(Government::AN),
        Some(Class::Min) => Some(Government::MIN),
        Some(Class::In) => Some(Government::FI),
        Some(Class::What) => match key {
            "عما" => Some(Government::AN),
            "بما" => Some(Government::BI),
            "مما" => Some(Government::MIN),
            _ => None,
        },
        // طالب بسرعة صرف الأجور: a noun.
        Some(Class::Adverb) if key == "بسرعه" => Some(Government::BI),
        Some(_) => None,
        None => joined(key),
    }
}

fn joined(key: &str) -> Option<Government> {
    let long = key.len() > 3 * 'ب'.len_utf8();
    if long && own_letters::has(key) {
        return None;
    }
    match key.chars().next().filter(|_| long)? {
        'ب' => Some(Government::BI),
        // دعا للحوار stands for دعا إلى الحوار.
        'ل' if key.starts_with("لل") => Some(Government::ILA),
        'ل' => Some(Government::LI),
        _ => None,
    }
}
