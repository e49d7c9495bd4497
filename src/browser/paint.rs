//! Cells of the layout into cells of the screen: the one place that paints text
//! that may be Arabic.

use super::layout::{self, VisualCell};
use crate::document::{Direction, Span};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Where in its area a label stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Where reading begins: at the right for a right-to-left label.
    #[default]
    Start,
    /// Where reading ends.
    End,
    /// At the left.
    Left,
    /// At the right.
    Right,
}

/// Paints one row: against the right edge of `area` if it reads from right to
/// left, else against the left one. What does not fit is left out at the other
/// edge. `style` is asked for the bytes of each cell and patches what is there.
pub fn cells(
    buf: &mut Buffer,
    area: Rect,
    cells: &[VisualCell],
    direction: Direction,
    style: impl Fn(Span) -> Style,
) {
    let align = match direction {
        Direction::Rtl => Align::Right,
        Direction::Ltr => Align::Left,
    };
    place(buf, area, cells, align, style);
}

/// Paints a label on one line, cut with `…` where it is wider than `area`.
pub fn label(
    buf: &mut Buffer,
    area: Rect,
    text: &str,
    direction: Direction,
    align: Align,
    style: Style,
) {
    let align = match (align, direction) {
        (Align::Start, Direction::Rtl) | (Align::End, Direction::Ltr) => Align::Right,
        (Align::Start, Direction::Ltr) | (Align::End, Direction::Rtl) => Align::Left,
        _ => align,
    };
    let area = area.intersection(buf.area);
    let shown = layout::truncate(text, usize::from(area.width));
    place(buf, area, &layout::line(&shown, direction), align, |_| {
        style
    });
}

fn place(
    buf: &mut Buffer,
    area: Rect,
    cells: &[VisualCell],
    align: Align,
    style: impl Fn(Span) -> Style,
) {
    let area = area.intersection(buf.area);
    let (room, total) = (usize::from(area.width), layout::width(cells));
    let spare = room.saturating_sub(total);
    let (mut x, mut too_many) = match align {
        Align::Right | Align::End => (spare, total.saturating_sub(room)),
        Align::Left | Align::Start => (0, 0),
    };
    for cell in cells {
        let left_out = too_many.min(usize::from(cell.width));
        too_many -= left_out;
        let end = x + usize::from(cell.width) - left_out;
        if end > room || area.is_empty() {
            break;
        }
        if left_out == 0 {
            put(
                buf,
                area.x + layout::clamped(x),
                area.y,
                cell,
                style(cell.span),
            );
        }
        x = end;
    }
}

fn put(buf: &mut Buffer, x: u16, y: u16, cell: &VisualCell, style: Style) {
    for column in x..x + cell.width {
        let Some(place) = buf.cell_mut((column, y)) else {
            continue;
        };
        // The columns that a wide character covers hold nothing of their own.
        let symbol = if column == x {
            cell.symbol.as_str()
        } else {
            " "
        };
        place.set_symbol(symbol).set_style(style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Modifier;

    const GROUND: &str = "········";

    /// A strip of eight cells after painting in the six in the middle.
    fn strip(paint: impl Fn(&mut Buffer, Rect)) -> String {
        let mut buf = Buffer::with_lines([GROUND]);
        paint(&mut buf, Rect::new(1, 0, 6, 1));
        buf.content()
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect()
    }

    fn row(text: &str, direction: Direction) -> String {
        let painted = layout::line(text, direction);
        strip(|buf, area| cells(buf, area, &painted, direction, |_| Style::new()))
    }

    fn labelled(text: &str, direction: Direction, align: Align) -> String {
        strip(|buf, area| label(buf, area, text, direction, align, Style::new()))
    }

    #[test]
    fn rows_stand_where_reading_begins() {
        assert_eq!(row("من لا", Direction::Rtl), "···ﻻ ﻦﻣ·");
        assert_eq!(row("abc", Direction::Ltr), "·abc····");
    }

    #[test]
    fn what_does_not_fit_is_left_out_where_reading_ends() {
        assert_eq!(row("12345678", Direction::Ltr), "·123456·");
        assert_eq!(
            row("مرحبا بكم", Direction::Rtl),
            "·ﺎﺒﺣﺮﻣ·".replacen('·', "· ", 1)
        );
        assert_eq!(row("ab日本c日", Direction::Ltr), "·ab日 本 ·");
        assert_eq!(row("日本語で", Direction::Rtl), "·本 語 で ·");
    }

    #[test]
    fn labels_are_placed_and_cut() {
        assert_eq!(labelled("من", Direction::Rtl, Align::Start), "·····ﻦﻣ·");
        assert_eq!(labelled("من", Direction::Rtl, Align::End), "·ﻦﻣ·····");
        assert_eq!(labelled("ab", Direction::Ltr, Align::Start), "·ab·····");
        assert_eq!(labelled("ab", Direction::Ltr, Align::Right), "·····ab·");
        assert_eq!(
            labelled("الأول والثاني", Direction::Rtl, Align::Start),
            "··…ﻝﻭﻷﺍ·"
        );
    }

    #[test]
    fn nothing_is_painted_outside() {
        let mut buf = Buffer::with_lines([GROUND]);
        for area in [
            Rect::new(7, 0, 9, 1),
            Rect::new(0, 3, 4, 1),
            Rect::new(2, 0, 0, 1),
        ] {
            label(
                &mut buf,
                area,
                "abc",
                Direction::Ltr,
                Align::Start,
                Style::new(),
            );
        }
        assert_eq!(buf, Buffer::with_lines(["·······…"]));
    }

    #[test]
    fn styles_follow_the_bytes() {
        let painted = layout::line("ab cd", Direction::Ltr);
        let mut buf = Buffer::with_lines([GROUND]);
        let bold = |span: Span| match span.start {
            1..3 => Style::new().bold(),
            _ => Style::new(),
        };
        cells(
            &mut buf,
            Rect::new(0, 0, 8, 1),
            &painted,
            Direction::Ltr,
            bold,
        );
        let is_bold = |c: &ratatui::buffer::Cell| c.modifier.contains(Modifier::BOLD);
        let found: Vec<bool> = buf.content().iter().take(4).map(is_bold).collect();
        assert_eq!(found, [false, true, true, false]);
    }
}
