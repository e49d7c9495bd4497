//! How Arabic is written to the terminal, as one pass over the finished frame:
//! all that is drawn before reads right as it stands, from left to right; a mode
//! changes it such that the terminal, whatever it does to it, shows just that.

mod apart;
mod inverse;
mod kitty;
mod logical;
mod lrm;
mod marks;
pub(super) mod overhang;
mod row;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt;
use std::str::FromStr;

/// How Arabic is written to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// As it reads, from left to right, for terminals that do not reorder or
    /// were told not to.
    #[default]
    Visual,
    /// The same with a mark after each letter that keeps it in its place.
    Lrm,
    /// Each letter in a cell of its own, by kitty's word for that.
    Kitty66,
    /// Words back to front, for a kitty that reorders inside of words.
    KittyToken,
    /// Each cell in a style of its own, for terminals that reorder what looks
    /// the same: a faintness that they do not show.
    Apart,
    /// Words in the order of reading, such that the terminal's own reordering
    /// brings each to its place.
    Inverse,
    /// Rows in the order of reading, letters unjoined: all is left to the terminal.
    Logical,
}

impl Mode {
    /// All of them, the likeliest first.
    pub const ALL: [Self; 7] = [
        Self::Visual,
        Self::Lrm,
        Self::Kitty66,
        Self::KittyToken,
        Self::Apart,
        Self::Inverse,
        Self::Logical,
    ];

    /// Its name on the command line and in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visual => "visual",
            Self::Lrm => "lrm",
            Self::Kitty66 => "kitty66",
            Self::KittyToken => "kittytoken",
            Self::Apart => "apart",
            Self::Inverse => "inverse",
            Self::Logical => "logical",
        }
    }

    /// Whether the terminal is to leave the order to us.
    pub(super) const fn is_ours(self) -> bool {
        !matches!(self, Self::Inverse | Self::Logical)
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// There is no mode of that name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no such way of drawing; there are: {}", names())]
pub struct UnknownMode;

fn names() -> String {
    Mode::ALL.map(Mode::name).join(", ")
}

impl FromStr for Mode {
    type Err = UnknownMode;

    fn from_str(name: &str) -> Result<Self, UnknownMode> {
        let found = Mode::ALL.into_iter().find(|mode| mode.name() == name);
        found.ok_or(UnknownMode)
    }
}

/// Turns what stands in `area`, which reads right from left to right, into what
/// the terminal needs. Without `marks` the marks on Arabic letters are left out.
pub fn write(buffer: &mut Buffer, area: Rect, mode: Mode, marks: bool) {
    let area = area.intersection(buffer.area);
    for y in area.top()..area.bottom() {
        let Some(row) = row::of(buffer, Rect::new(area.x, y, area.width, 1)) else {
            continue;
        };
        if !marks {
            marks::hide(row);
        }
        match mode {
            Mode::Visual => {}
            Mode::Lrm => lrm::write(row),
            Mode::Kitty66 => kitty::apart(row),
            Mode::KittyToken => kitty::tokens(row),
            Mode::Apart => apart::write(row),
            Mode::Inverse => inverse::write(row),
            Mode::Logical => logical::write(row),
        }
    }
}
