//! Names as the tagger leaves them, mended where the signs around them leave no
//! doubt: dotted abbreviations are one word ([`abbreviations`]), a head noun goes
//! with the name in quotation marks or brackets after it ([`heads`]), a hyphen
//! within a name joins it and و between two people parts them ([`joints`]), two who
//! stand side by side are known by their fuller names ([`side_by_side`]), names of people
//! begin and end where they should ([`edges`]; [`ala`], [`last_word`], [`between_commas`]) with all the
//! letters of their words ([`own_letter`]) and their first names ([`first_names`]), not with whose kin
//! they are or where they are from ([`behind`]), a verb and
//! a role present somebody whom the tagger does not know ([`presented`]), what opens a content
//! ends a name ([`whole`], [`opener`]), which is whole wherever it stands ([`tails`]), who has a full name
//! is known by its last word ([`again`]) and by that word its full one ([`first_time`]), who is
//! from a country that the article names has no name by that ([`nations`]), and
//! the article tells what is a clitic of a name that no list holds ([`clitics`]).

mod abbreviations;
mod again;
pub mod ala;
mod behind;
mod between_commas;
pub mod clitics;
mod edges;
mod first_names;
mod first_time;
mod heads;
mod joints;
mod last_word;
mod nations;
mod opener;
mod own_letter;
mod presented;
mod purpose;
mod side_by_side;
mod tails;
mod whole;
mod words;

use super::{facts::Fact, marks, model::TYPES, tagger::Tagged};
use crate::{
    analysis::{lexicon::Words, tokens::Tokens},
    annotations::EntityType,
};

/// What the names are mended by.
#[derive(Clone, Copy)]
pub struct Around<'t> {
    /// The text.
    pub text: &'t str,
    /// Its tokens.
    pub tokens: &'t Tokens,
    /// What the lists know of them.
    pub words: &'t Words,
    /// What the tagger saw of them.
    pub facts: &'t [Fact],
    /// Whether the article dots every ي, so that علي may be على.
    pub dotted: bool,
}

impl Around<'_> {
    /// The text between a token and the one before it.
    fn gap(&self, index: usize) -> &str {
        self.tokens.gap(self.text, index)
    }

    fn opens_line(&self, index: usize) -> bool {
        self.tokens.opens_line(self.text, index)
    }

    fn touches(&self, index: usize) -> bool {
        self.tokens.touches(self.text, index)
    }

    /// The token that closes the mark at `open`, at most `within` tokens on, on the
    /// same line.
    fn closer(&self, open: usize, within: usize) -> Option<usize> {
        let closers = marks::closers(self.tokens.key(open))?;
        (open + 1..self.tokens.len().min(open + 2 + within))
            .take_while(|at| !self.opens_line(*at) && self.tokens.key(*at) != ":")
            .find(|at| closers.contains(&self.tokens.key(*at)))
    }
}

/// Whether a name is of the type `wanted`.
fn is_of(name: Tagged, wanted: EntityType) -> bool {
    TYPES.get(name.2) == Some(&wanted)
}

/// The names, mended; in order, none overlapping another.
pub fn names(text: Around, names: Vec<Tagged>) -> Vec<Tagged> {
    let names = abbreviations::join(text, names);
    let names = heads::join(text, names);
    let names = side_by_side::part(text, joints::mend(text, ala::cut(text, names)));
    let names = own_letter::mend(text, edges::mend(text, names));
    let names = presented::add(text, names);
    let names = between_commas::add(text, whole::mend(text, names));
    let names = again::add(text, tails::mend(text, names));
    let names = opener::part(text, first_time::add(text, names));
    let mut names = nations::leave_out(text, behind::cut(text, names));
    // الله عز وجل: praise, no name.
    names.retain(|name| text.tokens.key(name.0) != "عز" || text.tokens.key(name.0 + 1) != "وجل");
    names
}
