//! Asking the terminal to leave the order of characters to us.
//!
//! Each terminal that reorders has its own word for that; a word is sent only
//! where it is known to do no harm.

use super::ask::Multiplexer;
use std::borrow::Cow;

/// A pair of escape sequences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Switch {
    /// The terminal stops reordering.
    pub off: Cow<'static, str>,
    /// It does again as it did.
    pub on: Cow<'static, str>,
}

impl Switch {
    /// The mode of ECMA-48 in which the program orders characters: understood
    /// by VTE, mintty and `WezTerm`, ignored by all others.
    pub(super) const ORDER: Self = Self::new("\x1b[8l", "\x1b[8h");

    /// Konsole's; elsewhere the same word sets a font.
    pub(super) const KONSOLE: Self = Self::new(
        "\x1b]50;BidiRenderingEnabled=false\x07",
        "\x1b]50;BidiRenderingEnabled=true\x07",
    );

    /// mlterm's.
    pub(super) const MLTERM: Self =
        Self::new("\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07");

    /// A pair of sequences.
    pub(super) const fn new(off: &'static str, on: &'static str) -> Self {
        Self {
            off: Cow::Borrowed(off),
            on: Cow::Borrowed(on),
        }
    }

    /// The switch that the table of terminals means.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "order" => Some(Self::ORDER),
            "konsole" => Some(Self::KONSOLE),
            "mlterm" => Some(Self::MLTERM),
            _ => None,
        }
    }

    /// The same for the terminal behind a multiplexer.
    pub(super) fn through(&self, multiplexer: Multiplexer) -> Self {
        Self {
            off: multiplexer.through(&self.off).into(),
            on: multiplexer.through(&self.on).into(),
        }
    }
}
