//! A key as the browser knows it, whatever library read it from the terminal.

/// One press of a key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyPress {
    /// Which key.
    pub code: KeyCode,
    /// Whether Control was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

impl KeyPress {
    /// The key alone, without modifiers.
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
        }
    }

    /// A character typed, without Control or Alt.
    ///
    /// ```
    /// use qawl::browser::key::{KeyCode, KeyPress};
    ///
    /// assert_eq!(KeyPress::char('j'), KeyPress::plain(KeyCode::Char('j')));
    /// ```
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// A character typed while Control was held.
    pub const fn ctrl(c: char) -> Self {
        Self {
            code: KeyCode::Char(c),
            ctrl: true,
            alt: false,
        }
    }
}

/// Which key was pressed. Shift shows in the character itself (`J`), and in
/// [`KeyCode::BackTab`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyCode {
    /// A key that types a character; the space bar is `Char(' ')`.
    Char(char),
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// A function key, from 1.
    F(u8),
}

/// What the mouse did, where it is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// The column of the screen, from 0 at the left.
    pub column: u16,
    /// The row of the screen, from 0 at the top.
    pub row: u16,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// The main button went down.
    Press,
    /// It moved while the main button was down.
    Drag,
    /// The main button went up.
    Release,
    /// The wheel turned, away from the reader.
    WheelUp,
    /// The wheel turned, towards the reader.
    WheelDown,
}
