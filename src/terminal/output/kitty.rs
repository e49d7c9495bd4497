//! kitty orders the letters of each word: of what one font draws between blanks.

use super::row;
use ratatui::buffer::{Cell, CellDiffOption};
use ratatui::style::Modifier;
use std::num::NonZeroU16;
use unicode_bidi::{BidiClass, bidi_class};
use unicode_bidi_mirroring::get_mirrored;

/// Each letter by the protocol for text of any size, at the usual one: letters
/// whose size differs in any number are drawn one by one.
pub(super) fn apart(row: &mut [Cell]) {
    for (column, cell) in row.iter_mut().enumerate() {
        if row::is_rtl(cell) {
            let turn = column % 2;
            let apart = format!("\x1b]66;w=1:n=1:d=1:v={turn};{}\x1b\\", cell.symbol());
            cell.set_symbol(&apart)
                .set_diff_option(CellDiffOption::ForcedWidth(NonZeroU16::MIN));
        }
    }
}

/// Each word that kitty would turn round, back to front. Styles stay where they
/// are, as kitty leaves them there. What another font draws, the full stop after
/// a bold name, is a word of its own to kitty.
pub(super) fn tokens(row: &mut [Cell]) {
    let words = row.split_mut(|cell| ends_token(cell.symbol()));
    for token in words.flat_map(|word| word.chunk_by_mut(|a, b| font(a) == font(b))) {
        if is_turned(token) {
            turn(token);
        }
    }
}

/// What of a style chooses the font.
fn font(cell: &Cell) -> Modifier {
    cell.modifier & (Modifier::BOLD | Modifier::ITALIC)
}

/// Blanks, and lines and blocks, which kitty draws itself.
fn ends_token(symbol: &str) -> bool {
    symbol.is_empty() || symbol == " " || row::is_line(symbol)
}

/// Whether the first letter that kitty would find reads from right to left.
fn is_turned(token: &[Cell]) -> bool {
    let letters = token.iter().rev().flat_map(|cell| cell.symbol().chars());
    let first = letters
        .map(bidi_class)
        .find(|class| matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL));
    matches!(first, Some(BidiClass::R | BidiClass::AL))
}

fn turn(token: &mut [Cell]) {
    let units = row::units(token);
    let symbols = units.iter().rev().flat_map(|unit| {
        let cells = token.get(unit.clone()).unwrap_or_default();
        cells.iter().map(|cell| mirrored(cell.symbol()))
    });
    let symbols: Vec<String> = symbols.collect();
    for (cell, symbol) in token.iter_mut().zip(symbols) {
        cell.set_symbol(&symbol);
    }
}

/// Turned round once more, as kitty does that too.
pub(super) fn mirrored(symbol: &str) -> String {
    let mut chars = symbol.chars();
    let first = chars.next().map(|c| get_mirrored(c).unwrap_or(c));
    first.into_iter().chain(chars).collect()
}
