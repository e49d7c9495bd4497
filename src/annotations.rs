//! What the analysis found in one article: [`Annotations`], which both the
//! screen and every output format read.
//!
//! All places are [`Span`]s: bytes of the document's text. Numbers that point
//! from one part to another (`SpeakerId`, `StatementId`, `EntityId`) are
//! positions in the lists of the same `Annotations`.

use crate::document::Span;

/// The position of a speaker in [`Annotations::speakers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpeakerId(pub usize);

/// The position of a statement in [`Annotations::statements`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId(pub usize);

/// The position of an entity in [`Annotations::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub usize);

/// All that was found in one article.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// Who speaks, in the order of their first statement.
    pub speakers: Vec<Speaker>,
    /// What was said, in the order of the cues.
    pub statements: Vec<Statement>,
    /// Who and what is named, in the order of the first mention.
    pub entities: Vec<Entity>,
}

impl Annotations {
    /// The speaker with that number; one without a name where `id` is of other
    /// annotations.
    pub fn speaker(&self, id: SpeakerId) -> &Speaker {
        const NOBODY: &Speaker = &Speaker {
            name: String::new(),
            aliases: Vec::new(),
            entity: None,
            mentions: Vec::new(),
        };
        self.speakers.get(id.0).unwrap_or(NOBODY)
    }

    /// The statements of one speaker, in order.
    pub fn statements_of(
        &self,
        speaker: SpeakerId,
    ) -> impl Iterator<Item = (StatementId, &Statement)> {
        self.statements
            .iter()
            .enumerate()
            .filter(move |(_, s)| s.speaker == speaker)
            .map(|(i, s)| (StatementId(i), s))
    }
}

/// Somebody who is said to have said something: a person, a body, a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest name that the article gives, else the fullest description.
    pub name: String,
    /// The other words by which the article calls them, as it writes them.
    pub aliases: Vec<String>,
    /// The entity that they are, where they have a name.
    pub entity: Option<EntityId>,
    /// Where the article names them as a source.
    pub mentions: Vec<Span>,
}

/// How the words of a statement are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// In the speaker's words: inside quotation marks or after a colon.
    Direct,
    /// In the reporter's words.
    Indirect,
    /// In the reporter's words with some of the speaker's in quotation marks.
    Mixed,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Indirect, Self::Mixed];

    /// Its name in output formats: `direct`, `indirect`, `mixed`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// How much a statement and its speaker can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// A guess: another reading is about as good.
    Doubtful,
    /// More likely than not.
    Likely,
    /// As good as certain.
    Sure,
}

impl Confidence {
    /// All of them, the surest first.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Likely, Self::Doubtful];

    /// Its name in output formats: `sure`, `likely`, `doubtful`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Doubtful => "doubtful",
        }
    }
}

/// A choice that led to a statement and its speaker, where it is the least sure of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// Whether it is a statement at all.
    Report,
    /// Where the content begins.
    Reading,
    /// Which words name who spoke, or that none do.
    Source,
    /// Where the content ends.
    End,
    /// Who is meant by the source, or by the want of one.
    Speaker,
}

impl Doubt {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Report,
        Self::Reading,
        Self::Source,
        Self::End,
        Self::Speaker,
    ];

    /// Its name in output formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Reading => "beginning",
            Self::Source => "source",
            Self::End => "end",
            Self::Speaker => "speaker",
        }
    }
}

/// One reported act of speech, writing or thought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// In whose words the content is given.
    pub kind: Kind,
    /// The word or sign that reports.
    pub cue: Span,
    /// The words that name who spoke, where the clause of the cue has any.
    pub source: Option<Span>,
    /// Who that is.
    pub speaker: SpeakerId,
    /// What was communicated: one span, or several where it is interrupted.
    pub content: Vec<Span>,
    /// The statement inside whose content this one stands.
    pub nested_in: Option<StatementId>,
    /// The pattern that joined cue, source and content, by its short name.
    pub rule: &'static str,
    /// How sure the attribution is.
    pub confidence: Confidence,
    /// What of it is most in doubt, where it is not sure.
    pub doubt: Option<Doubt>,
    /// The steps from the source to the speaker, first to last.
    pub evidence: Vec<Step>,
}

/// One step of the way from the words of a source to a speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What kind of step it is.
    pub reason: Reason,
    /// The words it starts from.
    pub from: Span,
    /// The words it leads to, where there are any.
    pub to: Option<Span>,
    /// The best speaker that it did not choose, where there was a choice.
    pub instead_of: Option<SpeakerId>,
}

/// Why a step of the resolution was taken. Texts for readers are the browser's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The source itself is the fullest name.
    Named,
    /// A shorter or longer form of the same name stands elsewhere.
    SameName,
    /// The name stands with its role in an apposition.
    Apposition,
    /// A role (الوزير الروسي) that a named person held before.
    RoleBefore,
    /// A role whose holder is only named later.
    RoleAfter,
    /// The source is a body, a place for its government or a document.
    Body,
    /// Only described, never named.
    Described,
    /// No source: the subject of the reporting verb before.
    ImpliedSubject,
    /// A participle or a continuing quotation: the speaker of the cue it leans on.
    LeansOn,
    /// An acronym or a short form of a longer name.
    ShortForm,
    /// No one to ascribe it to was found.
    Nobody,
}

impl Reason {
    /// Its name in output formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::SameName => "same-name",
            Self::Apposition => "apposition",
            Self::RoleBefore => "role-before",
            Self::RoleAfter => "role-after",
            Self::Body => "body",
            Self::Described => "described",
            Self::ImpliedSubject => "implied-subject",
            Self::LeansOn => "leans-on",
            Self::ShortForm => "short-form",
            Self::Nobody => "nobody",
        }
    }
}

/// What sort of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityType {
    /// A person.
    Per,
    /// An organised body.
    Org,
    /// A place.
    Loc,
    /// A people, nationality, faith or tendency.
    Norp,
    /// A named event.
    Evt,
    /// A named document.
    Doc,
    /// A date or time.
    Date,
    /// A number with what it counts.
    Qty,
}

impl EntityType {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Per,
        Self::Org,
        Self::Loc,
        Self::Norp,
        Self::Evt,
        Self::Doc,
        Self::Date,
        Self::Qty,
    ];

    /// Its name in output formats: `PER`, `ORG` …
    pub const fn name(self) -> &'static str {
        match self {
            Self::Per => "PER",
            Self::Org => "ORG",
            Self::Loc => "LOC",
            Self::Norp => "NORP",
            Self::Evt => "EVT",
            Self::Doc => "DOC",
            Self::Date => "DATE",
            Self::Qty => "QTY",
        }
    }
}

/// Somebody or something that the article names, with all its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What sort of thing it is.
    pub kind: EntityType,
    /// The fullest name.
    pub name: String,
    /// A normal form: an ISO 8601 date, a number with its unit.
    pub normal: Option<String>,
    /// Where it is named, in order.
    pub mentions: Vec<Mention>,
}

/// One place where an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words, proclitics left out.
    pub span: Span,
    /// Why this mention belongs to its entity.
    pub link: Link,
}

/// Why a mention was joined to its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// It is the first mention by the fullest name.
    First,
    /// The same words.
    SameWords,
    /// A part of the fullest name (لافروف).
    PartOfName,
    /// Another spelling of the same name.
    Spelling,
    /// An acronym or short form.
    ShortForm,
    /// A part or short form of several names; of these, the nearest before it,
    /// else the nearest after.
    NearestName,
    /// Another name: one in brackets beside it, or one that a list knows (أبو
    /// مازن, أمريكا).
    OtherName,
}

impl Link {
    /// Its name in output formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::SameWords => "same-words",
            Self::PartOfName => "part-of-name",
            Self::Spelling => "spelling",
            Self::ShortForm => "short-form",
            Self::NearestName => "nearest-name",
            Self::OtherName => "other-name",
        }
    }
}
