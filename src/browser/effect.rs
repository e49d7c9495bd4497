//! What the browser asks of the world outside: [`Effect`].

/// Something that [`update`](super::update()) wants done and cannot do itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Analyse the article with that number and send the findings back.
    Analyse(usize),
    /// Give the terminal back to the shell until `fg`.
    Suspend,
    /// Leave the program.
    Quit,
}
