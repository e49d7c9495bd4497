//! The classes of function words.

macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $name:literal,)*) => {
        /// What a function word does in its clause.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Class { $($(#[$doc])* $class,)* }

        impl Class {
            /// The class of that name, as the list gives it.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$class),)* _ => None }
            }
        }
    };
}

classes! {
    /// أن، إن: opens a clause.
    That = "that",
    /// بأن.
    ThatBi = "that-bi",
    /// أنه، إنها: opens a clause and is part of it.
    ThatPronoun = "that-pronoun",
    /// بأنه.
    ThatBiPronoun = "that-bi-pronoun",
    /// ألا: أن and لا.
    ThatNot = "that-not",
    /// فإن.
    SoThat = "so-that",
    /// فإنه.
    SoThatPronoun = "so-that-pronoun",
    /// لأن.
    Because = "because",
    /// إنما.
    Only = "only",
    /// في.
    In = "in",
    /// إلى.
    Ila = "ila",
    /// على.
    Ala = "ala",
    /// عن.
    An = "an",
    /// من.
    Min = "min",
    /// مع.
    With = "with",
    /// بين.
    Between = "between",
    /// حول، بشأن.
    About = "about",
    /// ضد.
    Against = "against",
    /// خلال، عقب، منذ.
    TimePreposition = "time-preposition",
    /// لدى.
    At = "at",
    /// أمام.
    Before = "before",
    /// عبر، ضمن.
    Via = "via",
    /// دون.
    Without = "without",
    /// مثل.
    Like = "like",
    /// حتى.
    Until = "until",
    /// له، عنها.
    PrepositionPronoun = "preposition-pronoun",
    /// الذي، التي.
    Relative = "relative",
    /// ما، مما.
    What = "what",
    /// ممن.
    Who = "who",
    /// أمس، الأحد.
    Time = "time",
    /// أيضا.
    Adverb = "adverb",
    /// من جانبه، بدوره.
    Turn = "turn",
    /// ردا على.
    Response = "response",
    /// كما، حسبما.
    As = "as",
    /// لكن.
    But = "but",
    /// غير (أن)، إلا (أن).
    Except = "except",
    /// رغم.
    Despite = "despite",
    /// بينما، فيما.
    While = "while",
    /// حيث.
    Where = "where",
    /// إذ.
    Since = "since",
    /// إذا، لو.
    If = "if",
    /// عندما.
    When = "when",
    /// كي.
    So = "so",
    /// وذلك.
    ThatIs = "that-is",
    /// ثم.
    Then = "then",
    /// أو.
    Or = "or",
    /// بل.
    Rather = "rather",
    /// سواء.
    Whether = "whether",
    /// وهو.
    HeIs = "he-is",
    /// هو، نحن.
    Pronoun = "pronoun",
    /// هذا.
    Demonstrative = "demonstrative",
    /// هناك.
    There = "there",
    /// قد، سوف.
    Particle = "particle",
    /// لم، لا.
    Negation = "negation",
    /// كان.
    Was = "was",
    /// يجب.
    Must = "must",
    /// هل، كيف.
    Question = "question",
    /// أي.
    Which = "which",
    /// كل.
    All = "all",
    /// بعض، أحد.
    Some = "some",
    /// بسبب، بفضل.
    Cause = "cause",
}

impl Class {
    /// Whether it is أن or إن, alone, with ب or with a pronoun (أن، بأن، إنه، بأنها).
    pub const fn is_that(self) -> bool {
        matches!(
            self,
            Self::That | Self::ThatBi | Self::ThatPronoun | Self::ThatBiPronoun
        )
    }

    /// Whether it opens a complement clause.
    pub const fn complementizer(self) -> bool {
        self.is_that() || matches!(self, Self::ThatNot | Self::SoThat | Self::SoThatPronoun)
    }

    /// Whether it opens a complement clause and is a part of it.
    pub const fn belongs_to_clause(self) -> bool {
        matches!(
            self,
            Self::ThatPronoun | Self::ThatBiPronoun | Self::SoThatPronoun | Self::ThatNot
        )
    }

    /// Whether it is a preposition that stands as a word of its own.
    pub const fn preposition(self) -> bool {
        matches!(
            self,
            Self::In
                | Self::Ila
                | Self::Ala
                | Self::An
                | Self::Min
                | Self::With
                | Self::Between
                | Self::About
                | Self::Against
                | Self::TimePreposition
                | Self::At
                | Self::Before
                | Self::Via
                | Self::Without
                | Self::Like
                | Self::Cause
        )
    }
}
