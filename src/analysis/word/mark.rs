//! Which mark a token is, as far as the statements ask at every turn.

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
    /// An opening bracket, round or as around a verse (﴿, {).
    Open,
    /// A closing one.
    Close,
    /// Another, or the end of the text.
    Other,
}

impl Mark {
    /// Whether it parts what is said from what follows and belongs to neither.
    pub fn is_left_out(self) -> bool {
        matches!(self, Self::Comma | Self::Dash | Self::Stop)
    }

    /// The mark with that key.
    pub(in crate::analysis) fn of(key: &str) -> Self {
        match key {
            "،" | "," | "؛" | ";" => Self::Comma,
            "-" | "–" | "—" | "ـ" => Self::Dash,
            "." => Self::Stop,
            ":" => Self::Colon,
            "(" | "{" | "﴿" => Self::Open,
            ")" | "}" | "﴾" => Self::Close,
            _ => Self::Other,
        }
    }
}
