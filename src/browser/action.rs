//! Everything a reader can do, as one documented list: [`Action`].
//!
//! The names, such as `next_statement`, are the vocabulary of the key table, the palette, the
//! configuration and the documentation alike.

macro_rules! actions {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+) => {
        /// One thing a reader can do, whichever key asks for it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Action {
            /// All of them, in the order in which they are told.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Its name: `next_statement`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }
    };
}

actions! {
    /// One row, or one entry of a list, down.
    Down = "down",
    /// One row, or one entry of a list, up.
    Up = "up",
    /// Half a screen down.
    HalfPageDown = "half_page_down",
    /// Half a screen up.
    HalfPageUp = "half_page_up",
    /// A screen down.
    PageDown = "page_down",
    /// A screen up.
    PageUp = "page_up",
    /// A page to the left: a screen down in an article that reads from right to left,
    /// else up.
    PageLeft = "page_left",
    /// A page to the right: a screen up in an article that reads from right to left,
    /// else down.
    PageRight = "page_right",
    /// To the first row; with a count, to that paragraph.
    Top = "top",
    /// To the last row.
    Bottom = "bottom",
    /// The next statement; while a search is on, the next hit.
    Next = "next",
    /// The previous statement; while a search is on, the previous hit.
    Previous = "previous",
    /// The next statement of the same speaker.
    NextOfSpeaker = "next_of_speaker",
    /// The previous statement of the same speaker.
    PreviousOfSpeaker = "previous_of_speaker",
    /// The next mention of the same entity.
    NextMention = "next_mention",
    /// The previous mention of the same entity.
    PreviousMention = "previous_mention",
    /// The next paragraph.
    NextParagraph = "next_paragraph",
    /// The previous paragraph.
    PreviousParagraph = "previous_paragraph",
    /// Marks this place with a letter.
    SetMark = "set_mark",
    /// To the place marked with a letter.
    GoToMark = "go_to_mark",
    /// Back to where the last jump began.
    JumpBack = "jump_back",
    /// Forth again, where one went back.
    JumpForward = "jump_forward",
    /// Moves the keys to the other pane.
    OtherPane = "other_pane",
    /// Shows the statements in the side pane.
    Statements = "statements",
    /// Shows the speakers in the side pane.
    Speakers = "speakers",
    /// Shows the entities in the side pane.
    Entities = "entities",
    /// From an entry of a list to its place in the article, or to its card.
    Open = "open",
    /// The evidence of the selected statement, in words.
    Evidence = "evidence",
    /// Picks the speakers whose statements are shown.
    FilterSpeakers = "filter_speakers",
    /// Only the selected statement's speaker; again to lift it.
    OnlySpeaker = "only_speaker",
    /// Picks the kinds of statements that are shown.
    FilterKinds = "filter_kinds",
    /// Picks how much the statements can be relied on that are shown.
    FilterConfidence = "filter_confidence",
    /// Dims what no shown statement holds; again to lift it.
    QuotesOnly = "quotes_only",
    /// Lifts the filter that was set last.
    LiftFilter = "lift_filter",
    /// Lifts every filter.
    LiftFilters = "lift_filters",
    /// Searches while one types, blind to hamza, harakat and tatweel.
    Search = "search",
    /// Copies what the selected statement says.
    Copy = "copy",
    /// Copies it with who said it and where it stands.
    CopyWithSource = "copy_with_source",
    /// Writes what is shown into a file.
    Write = "write",
    /// Opens the article on the web.
    OpenUrl = "open_url",
    /// Opens the article's file in an editor, at this line.
    Edit = "edit",
    /// The next article of those given.
    NextArticle = "next_article",
    /// The previous article of those given.
    PreviousArticle = "previous_article",
    /// How Arabic is drawn: all ways, to choose from.
    Drawing = "drawing",
    /// Every key and action; type to narrow, Enter runs it.
    Help = "help",
    /// Ticks an entry of a list in which several can be chosen.
    Tick = "tick",
    /// Takes what the popup or the prompt offers.
    Accept = "accept",
    /// Closes the popup, or ends the search.
    Cancel = "cancel",
    /// Closes the popup; without one, leaves the program.
    Quit = "quit",
    /// Draws the screen anew, whatever another program wrote on it.
    Redraw = "redraw",
    /// Gives the terminal back to the shell until `fg`.
    Suspend = "suspend",
}

impl Action {
    /// The action of that name.
    ///
    /// ```
    /// use qawl::browser::action::Action;
    ///
    /// assert_eq!(Action::from_name("next_article"), Some(Action::NextArticle));
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|a| a.name() == name)
    }
}
