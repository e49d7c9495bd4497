//! Marks on Arabic letters, left out where the terminal misplaces them, or the
//! letters that carry them. Only what is drawn: the text keeps them.

use ratatui::buffer::Cell;

/// Leaves the marks out.
pub(super) fn hide(row: &mut [Cell]) {
    for cell in row {
        if cell.symbol().chars().any(is_mark) {
            let bare: String = cell.symbol().chars().filter(|c| !is_mark(*c)).collect();
            cell.set_symbol(if bare.is_empty() { " " } else { &bare });
        }
    }
}

/// The marks of Arabic: vowels, hamza and madda by themselves, those of the Quran.
const fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        | '\u{897}'..='\u{89f}' | '\u{8ca}'..='\u{8e1}' | '\u{8e3}'..='\u{8ff}')
}
