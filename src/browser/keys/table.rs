//! The literal table: which key does what, and when.

use crate::browser::action::Action;

/// What the keys are for at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The article and the side pane.
    Reading,
    /// A popup that is read and chosen from.
    Popup,
    /// A prompt, or a popup that narrows as one types: letters are text.
    Typing,
}

impl Context {
    /// Its name: `reading`, `popup`, `typing`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Popup => "popup",
            Self::Typing => "typing",
        }
    }
}

/// Under which heading help tells of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Moving through the article and the lists.
    Moving,
    /// Marks, and back and forth through jumps.
    Marks,
    /// Panes, tabs and what opens from them.
    Panes,
    /// Which statements are shown.
    Filters,
    /// Looking for words.
    Searching,
    /// What leaves the program: copies, files, other programs.
    Taking,
    /// Popups and prompts.
    Popups,
    /// The articles and the program.
    Program,
}

impl Group {
    /// All of them, in the order of help.
    pub const ALL: [Self; 8] = [
        Self::Moving,
        Self::Marks,
        Self::Panes,
        Self::Filters,
        Self::Searching,
        Self::Taking,
        Self::Popups,
        Self::Program,
    ];

    /// Its name among the words of the interface: `group.moving`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Moving => "group.moving",
            Self::Marks => "group.marks",
            Self::Panes => "group.panes",
            Self::Filters => "group.filters",
            Self::Searching => "group.searching",
            Self::Taking => "group.taking",
            Self::Popups => "group.popups",
            Self::Program => "group.program",
        }
    }
}

/// One row of the table: an action and the keys that ask for it.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// When the keys mean this.
    pub context: Context,
    /// Where help tells of it.
    pub group: Group,
    /// What they do.
    pub action: Action,
    /// Each a key or a sequence of keys, as [`notation`](super::notation) writes them.
    pub keys: &'static [&'static str],
}

const fn row(
    context: Context,
    group: Group,
    action: Action,
    keys: &'static [&'static str],
) -> Binding {
    Binding {
        context,
        group,
        action,
        keys,
    }
}

use Action as A;
use Context::{Popup, Reading, Typing};
use Group::{Filters, Marks, Moving, Panes, Popups, Program, Searching, Taking};

/// Every key of the program. No key may stand twice in one context, nor be the
/// beginning of another's sequence.
pub const TABLE: &[Binding] = &[
    row(Reading, Moving, A::Down, &["j", "Down"]),
    row(Reading, Moving, A::Up, &["k", "Up"]),
    row(Reading, Moving, A::HalfPageDown, &["C-d"]),
    row(Reading, Moving, A::HalfPageUp, &["C-u"]),
    row(Reading, Moving, A::PageDown, &["Space", "PgDn"]),
    row(Reading, Moving, A::PageUp, &["b", "PgUp"]),
    row(Reading, Moving, A::PageLeft, &["Left"]),
    row(Reading, Moving, A::PageRight, &["Right"]),
    row(Reading, Moving, A::Top, &["g", "Home"]),
    row(Reading, Moving, A::Bottom, &["G", "End"]),
    row(Reading, Moving, A::Next, &["n"]),
    row(Reading, Moving, A::Previous, &["N"]),
    row(Reading, Moving, A::NextOfSpeaker, &["] s"]),
    row(Reading, Moving, A::PreviousOfSpeaker, &["[ s"]),
    row(Reading, Moving, A::NextMention, &["] e"]),
    row(Reading, Moving, A::PreviousMention, &["[ e"]),
    row(Reading, Moving, A::NextParagraph, &["] p"]),
    row(Reading, Moving, A::PreviousParagraph, &["[ p"]),
    row(Reading, Marks, A::SetMark, &["m <letter>"]),
    row(Reading, Marks, A::GoToMark, &["' <letter>"]),
    row(Reading, Marks, A::JumpBack, &["C-o"]),
    row(Reading, Marks, A::JumpForward, &["C-i", "M-i"]),
    row(Reading, Panes, A::OtherPane, &["Tab", "S-Tab"]),
    row(Reading, Panes, A::Statements, &["1"]),
    row(Reading, Panes, A::Speakers, &["2"]),
    row(Reading, Panes, A::Entities, &["3"]),
    row(Reading, Panes, A::Open, &["Enter"]),
    row(Reading, Panes, A::Evidence, &["e"]),
    row(Reading, Filters, A::FilterSpeakers, &["f"]),
    row(Reading, Filters, A::OnlySpeaker, &["F"]),
    row(Reading, Filters, A::FilterKinds, &["t"]),
    row(Reading, Filters, A::FilterConfidence, &["T"]),
    row(Reading, Filters, A::QuotesOnly, &["z"]),
    row(Reading, Filters, A::LiftFilter, &["x"]),
    row(Reading, Filters, A::LiftFilters, &["X"]),
    row(Reading, Searching, A::Search, &["/"]),
    row(Reading, Searching, A::Cancel, &["Esc"]),
    row(Reading, Taking, A::Copy, &["y"]),
    row(Reading, Taking, A::CopyWithSource, &["Y"]),
    row(Reading, Taking, A::Write, &["w"]),
    row(Reading, Taking, A::OpenUrl, &["o"]),
    row(Reading, Taking, A::Edit, &["E"]),
    row(Reading, Program, A::NextArticle, &["J"]),
    row(Reading, Program, A::PreviousArticle, &["K"]),
    row(Reading, Program, A::Drawing, &["D"]),
    row(Reading, Program, A::Help, &["?"]),
    row(Reading, Program, A::Redraw, &["C-l"]),
    row(Reading, Program, A::Suspend, &["C-z"]),
    row(Reading, Program, A::Quit, &["q", "C-c"]),
    row(Popup, Popups, A::Down, &["j", "Down"]),
    row(Popup, Popups, A::Up, &["k", "Up"]),
    row(Popup, Popups, A::HalfPageDown, &["C-d"]),
    row(Popup, Popups, A::HalfPageUp, &["C-u"]),
    row(Popup, Popups, A::PageDown, &["Space", "PgDn"]),
    row(Popup, Popups, A::PageUp, &["b", "PgUp"]),
    row(Popup, Popups, A::Top, &["g", "Home"]),
    row(Popup, Popups, A::Bottom, &["G", "End"]),
    row(Popup, Popups, A::Accept, &["Enter"]),
    row(Popup, Popups, A::Cancel, &["Esc"]),
    row(Popup, Popups, A::Quit, &["q", "C-c"]),
    row(Popup, Popups, A::Redraw, &["C-l"]),
    row(Popup, Popups, A::Suspend, &["C-z"]),
    row(Typing, Popups, A::Down, &["Down", "C-n"]),
    row(Typing, Popups, A::Up, &["Up", "C-p"]),
    row(Typing, Popups, A::PageDown, &["PgDn"]),
    row(Typing, Popups, A::PageUp, &["PgUp"]),
    row(Typing, Popups, A::Tick, &["Tab"]),
    row(Typing, Popups, A::Accept, &["Enter"]),
    row(Typing, Popups, A::Cancel, &["Esc", "C-c"]),
    row(Typing, Popups, A::Redraw, &["C-l"]),
    row(Typing, Popups, A::Suspend, &["C-z"]),
];
