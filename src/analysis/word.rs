//! What the lists say of one word form, and what the form alone tells: worked
//! out once for each form, whatever article it stands in.

use bitflags::bitflags;

use super::{
    clusters::{self, Clusters},
    cues::{self, Attribution, CueWord, Government, Shape, Weight},
    grammar::{self, Class},
    lexicon::{Classes, Found},
    narrow::{to_u8, to_u16},
    ranker::hash,
    speech,
    tokens::TokenKind,
};

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
    /// Whether it is definite and in the accusative (المسؤولين).
    pub accusative: bool,
    /// Whether it is a reporting verb or participle, and no title.
    pub finite: bool,
    /// Whether it names the hearer of a speech after ل.
    pub to_outlet: bool,
    /// Whether it is a noun for what a speech is given in, or a time.
    pub occasion: bool,
    /// Whether it is و and a word that is known.
    pub and_known: bool,
    /// The preposition that it is, or that is written together with it.
    pub preposition: Option<Government>,
    /// What it is between a cue and its content: a comma, a cue, a relative, a
    /// complementizer, a negation; one bit each.
    pub between: u8,
    /// What may be found at it: a sieve before the rules are asked.
    pub holds: Holds,
}

/// What a word may be to the rules: more bits than it is in the end, never fewer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holds(u8);

bitflags! {
    impl Holds: u8 {
        /// A place where a statement may be reported.
        const SITE = 1 << 0;
        /// A mark after which a content may begin.
        const MARK = 1 << 1;
        /// A word that may link a content to its cue.
        const LINK = 1 << 2;
        /// A word that may begin a content of its own.
        const NOUN = 1 << 3;
    }
}

impl Holds {
    fn of(word: &Word, kind: TokenKind) -> Self {
        let mark = matches!(word.mark, Mark::Open | Mark::Colon | Mark::Other);
        let site = mark || word.cue.is_some() || word.attribution.is_some();
        let class = word
            .class
            .is_some_and(|c| c.complementizer() || matches!(c, Class::Question | Class::What));
        let link = class || word.cue.is_some() || word.preposition.is_some();
        Self::SITE.when(site)
            | Self::MARK.when(mark)
            | Self::LINK.when(link)
            | Self::NOUN.when(kind == TokenKind::Word)
    }

    fn when(self, holds: bool) -> Self {
        if holds { self } else { Self::empty() }
    }
}

impl Word {
    /// Whether it is a cue that says, and does not only name what was said.
    #[inline]
    pub fn says(&self) -> bool {
        self.cue.is_some_and(|c| c.entry.shape != Shape::Masdar)
    }
}

/// Which mark a token is, as far as the statements ask at every turn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// None: a word or number.
    #[default]
    No,
    /// A comma or semicolon.
    Comma,
    /// A dash.
    Dash,
    /// A full stop.
    Stop,
    /// A colon.
    Colon,
    /// An opening round bracket.
    Open,
    /// A closing round bracket.
    Close,
    /// Another, or the end of the text.
    Other,
}

impl Mark {
    /// Whether it parts what is said from what follows and belongs to neither.
    pub fn is_left_out(self) -> bool {
        matches!(self, Self::Comma | Self::Dash | Self::Stop)
    }

    fn of(key: &str) -> Self {
        match key {
            "،" | "," | "؛" | ";" => Self::Comma,
            "-" | "–" | "—" | "ـ" => Self::Dash,
            "." => Self::Stop,
            ":" => Self::Colon,
            "(" => Self::Open,
            ")" => Self::Close,
            _ => Self::Other,
        }
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
    accusative: false,
    finite: false,
    to_outlet: false,
    occasion: false,
    and_known: false,
    preposition: None,
    between: 0,
    holds: Holds::MARK,
};

/// From here on looks are those of marks.
const MARK: u16 = 0x1000;

/// The ending of what is no word.
const NO_WORD: u8 = 0x40;

/// What is known of the form with this folded key, of that kind; `found` is what
/// the lists know of it.
pub fn look_up(key: &str, kind: TokenKind, found: Found) -> Word {
    let mut word = match kind {
        TokenKind::Word => of_word(key),
        TokenKind::Number => Word::default(),
        TokenKind::Mark => Word {
            mark: Mark::of(key),
            ..Word::default()
        },
    };
    word.hash = hash(key);
    word.look = look(&word);
    word.in_source = in_source(&word, found);
    word.at_end = at_end(&word);
    word.open = word.class.is_none() && word.mark == Mark::No && !word.says();
    word.definite = definite(key);
    word.between = between(&word);
    word.preposition = preposition(key, word.class);
    word.article = u8::from(key.starts_with("ال"))
        | u8::from(key.ends_with('ه')) << 1
        | u8::from(key.ends_with('ا')) << 2;
    word.ending = match kind {
        TokenKind::Word => ending(key, found.proclitics > 0),
        _ => NO_WORD,
    };
    word.accusative = key.starts_with("ال") && key.ends_with("ين") && key.chars().nth(6).is_some();
    word.finite = word.says()
        && !found
            .classes
            .intersects(Classes::TITLE | Classes::SOURCE_NOUN);
    word.to_outlet = speech::to_outlet(key, word.class, found);
    word.occasion = speech::occasion(key, word.class, found);
    word.and_known = key
        .strip_prefix('و')
        .is_some_and(|rest| rest.len() > 2 && clusters::of(rest).is_some());
    word.holds = Holds::of(&word, kind);
    word
}

fn of_word(key: &str) -> Word {
    let (class, joined) =
        grammar::of(key).map_or((None, false), |(class, joined)| (Some(class), joined));
    // بين and عبر are prepositions, and verbs of saying where what follows bears it out.
    let cue = match class {
        None | Some(Class::Between | Class::Via) => cues::word(key),
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

fn look(word: &Word) -> u16 {
    if let Some(class) = word.class {
        return class as u16;
    }
    if word.mark != Mark::No {
        return MARK + (word.hash & 0xfff) as u16;
    }
    if word.says() {
        return 0x300;
    }
    0x200 + word.clusters.map_or(0xff, |c| c.coarse.into())
}

fn at_end(word: &Word) -> u16 {
    if let Some(class) = word.class {
        return class as u16 | u16::from(word.joined) << 7;
    }
    if let Some(cue) = word.cue {
        let (shape, weight) = (cue.entry.shape as u16, cue.entry.weight as u16);
        return 0x400 + shape + (u16::from(cue.waw) << 4) + (weight << 5);
    }
    match word.attribution {
        Some(Attribution::According | Attribution::Relay) => return 0x600,
        Some(Attribution::As) => return 0x601,
        None => {}
    }
    if word.mark != Mark::No {
        return MARK + (word.hash & 0xfff) as u16;
    }
    0x200 + word.clusters.map_or(0xff, |c| c.coarse.into())
}

fn in_source(word: &Word, found: Found) -> u16 {
    const LISTED: [Classes; 5] = [
        Classes::TITLE,
        Classes::HONORIFIC,
        Classes::SOURCE_NOUN,
        Classes::ORG_HEAD,
        Classes::NATIONALITY,
    ];
    if let Some(cue) = word.cue.filter(|_| word.look == 0x300) {
        return word.look + cue.entry.shape as u16;
    }
    if word.class.is_some() || word.mark != Mark::No {
        return word.look;
    }
    let listed = LISTED
        .iter()
        .position(|class| found.classes.intersects(*class));
    listed.map_or(word.look, |at| 0x600 + to_u16(at))
}

fn preposition(key: &str, class: Option<Class>) -> Option<Government> {
    match class {
        Some(Class::Ila) => Some(Government::ILA),
        Some(Class::Ala) => Some(Government::ALA),
        Some(Class::An) => Some(Government::AN),
        Some(Class::Min) => Some(Government::MIN),
        Some(Class::In) => Some(Government::FI),
        Some(Class::What) if key == "عما" => Some(Government::AN),
        Some(_) => None,
        None => joined(key),
    }
}

fn joined(key: &str) -> Option<Government> {
    let long = key.len() > 3 * 'ب'.len_utf8();
    match key.chars().next().filter(|_| long)? {
        'ب' => Some(Government::BI),
        // دعا للحوار stands for دعا إلى الحوار.
        'ل' if key.starts_with("لل") => Some(Government::ILA),
        'ل' => Some(Government::LI),
        _ => None,
    }
}

fn between(word: &Word) -> u8 {
    let cue = word.says() && word.cue.is_some_and(|c| c.entry.weight != Weight::Act);
    let class = match word.class {
        Some(Class::Relative) => 1 << 2,
        Some(Class::Negation) => 1 << 4,
        Some(c) if c.complementizer() => 1 << 3,
        _ => 0,
    };
    u8::from(word.mark == Mark::Comma) | u8::from(cue) << 1 | class
}

fn definite(key: &str) -> u8 {
    match () {
        () if key.starts_with("ال") => 1,
        () if key.starts_with("وال") => 2,
        () if key.ends_with('ه') => 3,
        () if key.ends_with("ات") => 4,
        () if key.ends_with('ا') => 5,
        () if key.starts_with('ي') || key.starts_with('ت') => 6,
        () => 0,
    }
}

fn ending(key: &str, joined: bool) -> u8 {
    const ENDINGS: [&str; 11] = ["ين", "ون", "ات", "ان", "وا", "ه", "ي", "ا", "ت", "هم", "ها"];
    let ending = ENDINGS
        .iter()
        .position(|e| key.len() > e.len() + 2 && key.ends_with(e))
        .map_or(0, |at| to_u8(at + 1));
    ending | u8::from(key.starts_with("ال")) << 4 | u8::from(joined) << 5
}
