//! What two clusters side by side say, kept for all pairs of them that were met:
//! a table of both, in which each pair has its place.

use super::{
    facts::PLACES,
    model::{ROW, Row},
};

/// What is said of the first of the two words, and of the second.
pub type Line = [Row; 2];

/// The table of all pairs of clusters of one size.
#[derive(Debug, Default)]
pub struct Square {
    /// Empty before first use. The first score of a row is no tag's (its check
    /// stands there): it is 0 in a line that was not made.
    lines: Vec<Line>,
}

impl Square {
    /// What `make` makes of two clusters, at these places of [`PLACES`].
    #[inline]
    pub fn of(&mut self, first: usize, second: usize, make: impl FnOnce() -> Line) -> &Line {
        const NOTHING: &Line = &[[0; ROW]; 2];
        if self.lines.is_empty() {
            self.begin();
        }
        let Some(line) = self.lines.get_mut(first * PLACES + second) else {
            return NOTHING;
        };
        if line[0][0] == 0 {
            *line = make();
            line[0][0] = 1;
        }
        line
    }

    #[cold]
    fn begin(&mut self) {
        self.lines = vec![Line::default(); PLACES * PLACES];
    }
}
