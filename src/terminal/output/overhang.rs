//! Letters that reach over the edges of their cells: the tail of ر, the dots of ي. A terminal
//! draws the cells that it is given and no others, so where such a letter goes, a piece of it
//! stays in the cell beside; and where a cell beside is drawn anew, a piece of one that stays
//! is cut off. So whoever touches a word that changes is drawn with it, and so is its word.

use ratatui::buffer::{Buffer, Cell, CellDiffOption};

use super::row;

/// The frame that is shown, as it was drawn.
#[derive(Debug, Default)]
pub(in crate::terminal) struct Shown(Buffer);

impl Shown {
    /// Nothing is shown any more: the next frame is drawn whole.
    pub(in crate::terminal) fn forget(&mut self) {
        *self = Self::default();
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
    exchange(
        frame,
        cells,
        CellDiffOption::None,
        CellDiffOption::AlwaysUpdate,
    );
}

/// Lets the next frame draw them only where they have changed, now that they are drawn.
pub(in crate::terminal) fn drawn(frame: &mut Buffer, cells: &[usize]) {
    exchange(
        frame,
        cells,
        CellDiffOption::AlwaysUpdate,
        CellDiffOption::None,
    );
}

fn exchange(frame: &mut Buffer, cells: &[usize], from: CellDiffOption, to: CellDiffOption) {
    for cell in cells {
        let cell = frame.content.get_mut(*cell);
        if let Some(cell) = cell.filter(|cell| cell.diff_option == from) {
            cell.set_diff_option(to);
        }
    }
}

/// The columns of a row that stay the same and are drawn nevertheless: the cells beside a letter
/// that comes, goes or looks other than before, and the letters that touch what is drawn.
fn beside(before: &[Cell], now: &[Cell]) -> Vec<usize> {
    let letters: Vec<bool> = now.iter().map(row::may_reach_over).collect();
    let pairs = before.iter().zip(now);
    let changed: Vec<bool> = pairs.map(|(before, now)| before != now).collect();
    let mut drawn = changed.clone();
    for (at, (before, now)) in before.iter().zip(now).enumerate() {
        if before != now && (row::may_reach_over(before) || row::may_reach_over(now)) {
            for beside in [at.checked_sub(1), Some(at + 1)].into_iter().flatten() {
                if let Some(drawn) = drawn.get_mut(beside) {
                    *drawn = true;
                }
            }
        }
    }
    touch(&letters, &mut drawn, &mut (0..now.len()).rev());
    touch(&letters, &mut drawn, &mut (0..now.len()));
    let all = drawn.into_iter().zip(changed).enumerate();
    all.filter(|(_, (drawn, changed))| *drawn && !changed)
        .map(|(at, _)| at)
        .collect()
}

/// Adds the letters that follow what is drawn, on the way through these columns.
fn touch(letters: &[bool], drawn: &mut [bool], columns: &mut dyn Iterator<Item = usize>) {
    let mut last = false;
    for column in columns {
        if let (Some(letter), Some(drawn)) = (letters.get(column), drawn.get_mut(column)) {
            *drawn |= last && *letter;
            last = *drawn;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows, and under them the columns that are the same and drawn nevertheless.
    const ROWS: [(&str, &str, &str); 10] = [
        // A word goes: what touches it may hold a piece of it.
        ("a ﻝﺎﻗ b", "a     b", " ^   ^ "),
        // A letter of a word changes: the word is drawn whole.
        (" ﺭﺪﺻ", " ﺭﺪﻗ", " ^^ "),
        // So is the word on the other side of a blank that is drawn, but nothing beyond it.
        ("ﺎﻣ ﺭﺪﺻ ﻝﺎﻗ", "ﺎﻣ ﺭﺪﺻ ﻡﺎﻗ", "   ^^^^ ^^"),
        ("ab ﺭﺪﺻ", "ax ﺭﺪﺻ", "       "),
        // A word comes where a letter of another script stands beside.
        ("   ab", "ﻭﻝ ab", "  ^  "),
        // So do marks.
        ("ab، cd", "ab  cd", " ^ ^  "),
        ("ab cd", "ab xd", "     "),
        ("─│ cd", "── cd", "     "),
        ("ﻝﺎﻗ", "ﻝﺎﻗ", "   "),
        ("ﻝﺎﻗ ﺎﻣ", "ﻝﺎﻗ xx", "^^^^  "),
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

    #[test]
    fn what_was_drawn_beside_is_drawn_no_more() {
        let rows = ["ﻡﺎﻋ ﺭﺪﺻ", "ﻡﺎﻋ ﺲﺻ "];
        let mut shown = Shown::default();
        let [first, mut second] = rows.map(|row| Buffer::with_lines([row]));
        shown.beside(&first);
        let beside = shown.beside(&second);
        draw(&mut second, &beside);
        assert!(first.diff(&second).len() > 3);
        drawn(&mut second, &beside);
        assert!(second.diff(&Buffer::with_lines([rows[1]])).is_empty());
    }
}
