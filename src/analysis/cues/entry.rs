//! What the lexicon knows of one form of a reporting word.

use bitflags::bitflags;

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

impl Shape {
    /// Whether it is a verb whose spelling shows no passive.
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::Past | Self::Present)
    }
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

bitflags! {
    impl Government: u16 {
        /// A clause after أن or إن.
        const CLAUSE = 1 << 0;
        /// A noun after بـ.
        const BI = 1 << 1;
        /// A noun after إلى.
        const ILA = 1 << 2;
        /// A noun after على.
        const ALA = 1 << 3;
        /// A noun after عن.
        const AN = 1 << 4;
        /// A noun after من.
        const MIN = 1 << 5;
        /// A noun after لـ.
        const LI = 1 << 6;
        /// A noun after في.
        const FI = 1 << 7;
        /// A bare noun.
        const OBJECT = 1 << 8;
    }
}

impl Government {
    /// Whether it holds any preposition.
    pub const fn any_preposition(self) -> bool {
        self.intersects(
            Self::BI
                .union(Self::ILA)
                .union(Self::ALA)
                .union(Self::AN)
                .union(Self::MIN)
                .union(Self::LI)
                .union(Self::FI),
        )
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

/// What a verb does with words: verbs of one kind are reported alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpeechAct {
    /// Says, writes down, recounts.
    Telling,
    /// Adds, repeats, closes.
    GoingOn,
    /// Makes known, reveals.
    Announcing,
    /// Turns attention to something.
    Pointing,
    /// Gives voice to a feeling.
    Expressing,
    /// Stands by what is said, admits, insists.
    Affirming,
    /// Says what others doubt, boasts.
    Claiming,
    /// Gives reasons.
    Explaining,
    /// Holds, takes for, believes.
    Judging,
    /// Foresees, hopes, fears, intends.
    Expecting,
    /// Regrets, wonders, suffers.
    Feeling,
    /// Notices, learns, concludes.
    Finding,
    /// What documents and facts do.
    Showing,
    /// Demands, urges, proposes, orders.
    Asking,
    /// Asks a question or answers it.
    Answering,
    /// Promises, warns, threatens.
    Promising,
    /// Agrees, decides, supports.
    Agreeing,
    /// Welcomes, thanks, greets.
    Praising,
    /// Condemns, accuses, complains.
    Blaming,
    /// Refuses, objects, plays down.
    Denying,
    /// Passes on what others say.
    Relaying,
    /// Cries out, writes, chants.
    Voicing,
}

impl SpeechAct {
    /// Whether the bare noun behind the verb may be whom it speaks to or of (دعا الحكومة
    /// إلى، اتهم الجيش بـ، حذر السكان من).
    pub const fn has_hearer(self) -> bool {
        matches!(
            self,
            Self::Asking | Self::Answering | Self::Promising | Self::Praising | Self::Blaming
        )
    }
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
    /// What the verb does with words.
    pub act: SpeechAct,
}

impl Entry {
    /// Whether the form is a verb in the first person that is of now (أعتقد، نطالب), with which
    /// somebody's own words go on.
    pub fn in_first_person(&self) -> bool {
        self.agreement == Agreement::Speaker && self.shape == Shape::Present
    }
}
