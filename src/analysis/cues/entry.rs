//! What the lexicon knows of one form of a reporting word.

/// What a form says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A finite verb in the past.
    Past,
    /// A finite verb in the present, future or jussive.
    Present,
    /// A passive that its spelling shows (قيل، يقال، أشير).
    Passive,
    /// An active participle in the accusative (مؤكدا، مؤكدة، مؤكدين).
    Participle,
    /// The verbal noun, bare or with a pronoun (قوله، تصريحات).
    Masdar,
}

/// Person, number and gender of a form, as far as its spelling tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// He.
    He,
    /// She, it (bodies and plurals of things too).
    She,
    /// They, or two.
    They,
    /// I, we, you: the reporter or the speaker of a quotation.
    Speaker,
    /// Not told.
    Any,
}

/// What may stand between a cue and its content; a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Government(pub(super) u16);

impl Government {
    /// A clause after أن or إن.
    pub const CLAUSE: Self = Self(1);
    /// A noun after بـ.
    pub const BI: Self = Self(1 << 1);
    /// A noun after إلى.
    pub const ILA: Self = Self(1 << 2);
    /// A noun after على.
    pub const ALA: Self = Self(1 << 3);
    /// A noun after عن.
    pub const AN: Self = Self(1 << 4);
    /// A noun after من.
    pub const MIN: Self = Self(1 << 5);
    /// A noun after لـ.
    pub const LI: Self = Self(1 << 6);
    /// A noun after في.
    pub const FI: Self = Self(1 << 7);
    /// A bare noun.
    pub const OBJECT: Self = Self(1 << 8);

    /// Whether it holds all of `other`.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The set as a number.
    pub fn bits(self) -> u64 {
        u64::from(self.0)
    }

    /// Whether it holds any preposition.
    pub const fn any_preposition(self) -> bool {
        self.0 & 0b1111_1110 != 0
    }
}

/// How surely a verb reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// More often an act than words.
    Act,
    /// It has other common meanings.
    Weak,
    /// It reports a thought.
    Think,
    /// It reports words.
    Say,
}

/// What a word of attribution that is no verb does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attribution {
    /// A preposition: its object is the source (بحسب).
    According,
    /// A conjunction: the verb of saying after it is the cue (حسبما).
    As,
    /// It passes another's words on; the source stands after عن (نقلا).
    Relay,
}

/// What the lexicon knows of one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The verb, by its line in the list; for features and evidence.
    pub verb: u16,
    /// What the form says of itself.
    pub shape: Shape,
    /// Whom it agrees with.
    pub agreement: Agreement,
    /// Whether a pronoun is joined to it.
    pub pronoun: bool,
    /// What the verb governs.
    pub government: Government,
    /// How surely the verb reports.
    pub weight: Weight,
}
