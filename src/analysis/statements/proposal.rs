//! What a rule proposes: where the content of a site begins, and how it was found.

/// The pattern that joins a cue with its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Rule {
    /// A clause after أن or إن.
    Clause,
    /// An indirect question (هل، ما إذا، كيف).
    Question,
    /// A noun after the preposition that the verb governs.
    Preposition,
    /// A bare noun.
    Object,
    /// A quotation after the cue.
    Quotation,
    /// Round brackets used as quotation marks.
    Bracketed,
    /// What follows a colon.
    Colon,
    /// A quotation before the cue.
    QuotationBefore,
    /// A quotation that the report interrupts.
    Interrupted,
    /// A clause before the cue (…، كما قال الوزير).
    ClauseBefore,
    /// The clause that a phrase of attribution at its front attributes.
    AccordingFront,
    /// The clause that a phrase of attribution in or after it attributes.
    AccordingAfter,
    /// What follows the colon of a headline or of a label.
    Label,
    /// A quotation that opens a paragraph with no cue.
    LoneQuotation,
    /// The answer to a question of an interview.
    Answer,
}

impl Rule {
    /// How many there are.
    pub const COUNT: usize = Self::Answer as usize + 1;

    /// Its name in output formats and cases.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Question => "question",
            Self::Preposition => "preposition",
            Self::Object => "object",
            Self::Quotation => "quotation",
            Self::Bracketed => "bracketed",
            Self::Colon => "colon",
            Self::QuotationBefore => "quotation-before",
            Self::Interrupted => "interrupted",
            Self::ClauseBefore => "clause-before",
            Self::AccordingFront => "according-front",
            Self::AccordingAfter => "according-after",
            Self::Label => "label",
            Self::LoneQuotation => "lone-quotation",
            Self::Answer => "answer",
        }
    }
}

/// One reading of a site: the content begins here, because of this rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The rule that made it.
    pub rule: Rule,
    /// The first token of the content (of its later part, where one stands
    /// before the cue).
    pub start: usize,
    /// The token after its last, where the pattern knows it.
    pub end: Option<usize>,
    /// A part of the content that stands before the cue.
    pub before: Option<(usize, usize)>,
    /// The complementizer, preposition or mark that opens it; the start itself
    /// where none does.
    pub link: usize,
}

impl Proposal {
    /// A content from `start` on, whose end its grammar tells; `link` opens it.
    pub const fn open(rule: Rule, start: usize, link: usize) -> Self {
        Self {
            rule,
            start,
            end: None,
            before: None,
            link,
        }
    }

    /// A content of which the pattern knows the end, the token after its last.
    pub const fn closed(rule: Rule, (start, end): (usize, usize), link: usize) -> Self {
        Self {
            end: Some(end),
            ..Self::open(rule, start, link)
        }
    }

    /// The same with a part before the cue: its first token, and that after its last.
    #[must_use]
    pub const fn after(self, part: (usize, usize)) -> Self {
        Self {
            before: Some(part),
            ..self
        }
    }

    /// The first token of all its parts.
    pub fn first(&self) -> usize {
        self.before
            .map_or(self.start, |(first, _)| first.min(self.start))
    }
}
