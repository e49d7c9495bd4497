//! Letters that reach over the edges of their cells: the tail of ر, the dots of ي. A terminal
//! draws the cells that it is given and no others, so where such a letter goes, a piece of it
//! stays in the cell beside; and where a cell beside is drawn anew, a piece of one that stays
//! is cut off. So whoever touches a word that changes is drawn with it, and so is its word.

use ratatui::{
    buffer::{Buffer, Cell, CellDiffOption},
    layout::Rect,
};

use super::row;

/// The frame that is shown, as it was drawn.
#[derive(Debug, Default)]
pub(in crate::terminal) struct Shown(Buffer);

impl Shown {
    /// Nothing is shown any more: the next frame is drawn whole.
    pub(in crate::terminal) fn forget(&mut self) {
        self.0 = Buffer::empty(Rect::ZERO);
    }

    /// The cells of the next frame that are the same and have to be drawn nevertheless, in
    /// order; from now on that frame is shown.
    pub(in crate::terminal) fn beside(&mut self, next: &Buffer) -> Vec<usize> {
        let mut found = Vec::new();
        let width = usize::from(next.area.width);
        if self.0.area == next.area && width > 0 {
            let rows = self.0.content.chunks(width).zip(next.content.chunks(width));
            for (nth, (before, now)) in rows.enumerate() {
                if before != now {
                    let beside = beside(before, now).into_iter();
                    found.extend(beside.map(|column| nth * width + column));
                }
            }
        }
        self.0.clone_from(next);
        found
    }
}

/// Has the terminal draw these cells whether they have changed or not.
pub(in crate::terminal) fn draw(frame: &mut Buffer, cells: &[usize]) {
    for cell in cells {
        let cell = frame.content.get_mut(*cell);
        if let Some(cell) = cell.filter(|cell| cell.diff_option == CellDiffOption::None) {
            cell.set_diff_option(CellDiffOption::AlwaysUpdate);
        }
    }
}

/// The columns of a row that stay the same beside a letter that comes, goes or looks other than
/// before, to the end of their word and one more.
fn beside(before: &[Cell], now: &[Cell]) -> Vec<usize> {
    let is_letter = |at: usize| now.get(at).is_some_and(row::is_rtl);
    let changes = |at: usize| match (before.get(at), now.get(at)) {
        (Some(before), Some(now)) => before != now && (row::is_rtl(before) || row::is_rtl(now)),
        _ => false,
    };
    let mut drawn = vec![false; now.len()];
    let mut draw = |columns: &mut dyn Iterator<Item = usize>| {
        for column in columns {
            let known = drawn
                .get_mut(column)
                .map(|drawn| std::mem::replace(drawn, true));
            if known != Some(false) || !is_letter(column) {
                break;
            }
        }
    };
    for at in (0..now.len()).filter(|at| changes(*at)) {
        draw(&mut (0..at).rev());
        draw(&mut (at + 1..now.len()));
    }
    let same = |at: &usize| before.get(*at) == now.get(*at);
    let drawn = drawn.into_iter().enumerate().filter(|(_, drawn)| *drawn);
    drawn.map(|(at, _)| at).filter(same).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows, and under them the columns that are the same and drawn nevertheless.
    const ROWS: [(&str, &str, &str); 6] = [
        // A word goes: what touches it may hold a piece of it.
        ("a ﻝﺎﻗ b", "a     b", " ^   ^ "),
        // A letter of a word changes: the word is drawn whole.
        ("ﺭﺪﺻ ﻝﺎﻗ", "ﺭﺪﺻ ﻝﺎﻓ", "   ^^^ "),
        // A word comes where a letter of another script stands beside.
        ("   ab", "ﻭﻝ ab", "  ^  "),
        ("ab cd", "ab xd", "     "),
        ("ﻝﺎﻗ", "ﻝﺎﻗ", "   "),
        ("ﻝﺎﻗ ﺎﻣ", "ﻝﺎﻗ xx", "   ^  "),
    ];

    #[test]
    fn what_touches_a_letter_that_changes_is_drawn_with_it() {
        for (before, now, drawn) in ROWS {
            let mut shown = Shown::default();
            assert!(shown.beside(&Buffer::with_lines([before])).is_empty());
            let wanted = drawn.chars().enumerate().filter(|(_, c)| *c == '^');
            let wanted: Vec<usize> = wanted.map(|(at, _)| at).collect();
            let mut next = Buffer::with_lines([now]);
            let beside = shown.beside(&next);
            assert_eq!(beside, wanted, "«{before}» then «{now}»");
            let old = Buffer::with_lines([before]);
            draw(&mut next, &beside);
            let written: Vec<usize> = old.diff(&next).iter().map(|cell| cell.0.into()).collect();
            assert!(wanted.iter().all(|at| written.contains(at)), "{written:?}");
        }
    }

    #[test]
    fn a_frame_of_another_size_is_drawn_whole_anyway() {
        let mut shown = Shown::default();
        shown.beside(&Buffer::with_lines(["ﻝﺎﻗ"]));
        assert!(shown.beside(&Buffer::with_lines(["    "])).is_empty());
        shown.beside(&Buffer::with_lines(["ﻝﺎﻗ "]));
        shown.forget();
        assert!(shown.beside(&Buffer::with_lines(["    "])).is_empty());
    }

    #[test]
    fn rows_are_told_apart() {
        let mut shown = Shown::default();
        shown.beside(&Buffer::with_lines(["ab ", "ﻝﺎ "]));
        assert_eq!(shown.beside(&Buffer::with_lines(["ab ", "x  "])), [5]);
    }
}
