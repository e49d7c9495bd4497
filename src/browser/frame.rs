//! Where on the screen each part stands: [`Frame`].

use ratatui::layout::Rect;

use super::model::Focus;
use crate::document::Direction;

/// The fewest columns and rows in which an article can be read.
pub const SMALLEST: (u16, u16) = (40, 8);
/// The widest column of text: longer lines tire the eye.
pub const WIDEST: u16 = 78;

const BESIDE: u16 = 100;
const STACKED: (u16, u16) = (60, 16);
/// Columns of signs at the side where reading begins, and at the other side those
/// of the strip.
const GUTTER: u16 = 4;
const STRIP: u16 = 3;
/// A blank column between the text and the strip.
const GAP: u16 = 1;

/// The parts of a screen of one size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The whole of it.
    pub whole: Rect,
    /// The article, where it is shown.
    pub article: Option<Pane>,
    /// The side pane, where it is shown.
    pub side: Option<Pane>,
    /// The rule between two panes that stand side by side.
    pub divider: Option<Rect>,
    /// The last row.
    pub footer: Rect,
}

/// A pane: a row of titles, a rule beneath, the body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pane {
    /// One row of titles.
    pub head: Rect,
    /// The rule beneath; empty on a low screen.
    pub rule: Rect,
    /// The rest.
    pub body: Rect,
}

/// The columns of the article's body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Signs beside the rows, where reading begins.
    pub gutter: Rect,
    /// The text.
    pub text: Rect,
    /// Where in the article one is, at the far side.
    pub strip: Rect,
}

impl Frame {
    /// The parts of a screen of `width` and `height` that shows an article of
    /// that direction; where there is room for one pane only, the focused one.
    pub fn new(width: u16, height: u16, direction: Direction, focus: Focus) -> Self {
        let whole = Rect::new(0, 0, width, height);
        if width < SMALLEST.0 || height < SMALLEST.1 {
            let footer = Rect::default();
            return Self {
                whole,
                footer,
                ..Self::default()
            };
        }
        let footer = Rect::new(0, height - 1, width, 1);
        let above = Rect::new(0, 0, width, height - 1);
        let frame = Self {
            whole,
            footer,
            ..Self::default()
        };
        if width >= BESIDE {
            frame.beside(above, direction)
        } else if width >= STACKED.0 && height >= STACKED.1 {
            frame.stacked(above)
        } else {
            frame.single(above, focus)
        }
    }

    fn beside(self, area: Rect, direction: Direction) -> Self {
        let side = (area.width / 3).clamp(38, 64);
        let article = area.width - side - 1;
        let part = |x, width| Rect { x, width, ..area };
        let (article, divider, side) = match direction {
            Direction::Rtl => (part(side + 1, article), part(side, 1), part(0, side)),
            Direction::Ltr => (part(0, article), part(article, 1), part(article + 1, side)),
        };
        Self {
            article: Some(Pane::new(article)),
            side: Some(Pane::new(side)),
            divider: Some(divider),
            ..self
        }
    }

    fn stacked(self, area: Rect) -> Self {
        let low = (area.height * 2 / 5).max(7);
        let high = area.height - low;
        let part = |y, height| Rect { y, height, ..area };
        Self {
            article: Some(Pane::new(part(0, high))),
            side: Some(Pane::new(part(high, low))),
            ..self
        }
    }

    fn single(self, area: Rect, focus: Focus) -> Self {
        let pane = Some(Pane::new(area));
        match focus {
            Focus::Article => Self {
                article: pane,
                ..self
            },
            Focus::Side => Self { side: pane, ..self },
        }
    }

    /// Whether the screen is too small to show anything.
    pub fn is_too_small(&self) -> bool {
        self.article.is_none() && self.side.is_none()
    }
}

impl Pane {
    fn new(area: Rect) -> Self {
        let ruled = u16::from(area.height >= 10 || area.height == 7);
        let body = 1 + ruled;
        let row = |y, height| Rect {
            y: area.y + y,
            height,
            ..area
        };
        Self {
            head: row(0, 1),
            rule: row(1, ruled),
            body: row(body, area.height.saturating_sub(body)),
        }
    }

    /// The columns of an article in this pane: the text in the middle, no wider
    /// than [`WIDEST`].
    pub fn columns(&self, direction: Direction) -> Columns {
        let body = self.body;
        let text = body.width.saturating_sub(GUTTER + GAP + STRIP).min(WIDEST);
        let spare = body.width.saturating_sub(GUTTER + GAP + STRIP + text) / 2;
        let part = |from_start: u16, width: u16| {
            let x = match direction {
                Direction::Ltr => body.x + from_start,
                Direction::Rtl => body.right().saturating_sub(from_start + width),
            };
            Rect { x, width, ..body }.intersection(body)
        };
        Columns {
            gutter: part(spare, GUTTER),
            text: part(spare + GUTTER, text),
            strip: part(body.width.saturating_sub(STRIP), STRIP),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_every_size_the_parts_stay_on_the_screen_and_apart() {
        for (width, height) in (0..140).flat_map(|w| (0..40).map(move |h| (w, h))) {
            for direction in [Direction::Rtl, Direction::Ltr] {
                let frame = Frame::new(width, height, direction, Focus::Article);
                let panes = frame.article.into_iter().chain(frame.side);
                let mut parts: Vec<Rect> = panes.flat_map(|p| [p.head, p.rule, p.body]).collect();
                parts.extend(frame.divider.into_iter().chain([frame.footer]));
                for (i, a) in parts.iter().enumerate() {
                    assert_eq!(a.intersection(frame.whole), *a, "{width}×{height}");
                    assert!(parts.iter().skip(i + 1).all(|b| !a.intersects(*b)));
                }
            }
        }
    }

    #[test]
    fn the_article_of_a_right_to_left_text_stands_at_the_right() {
        let frame = Frame::new(100, 30, Direction::Rtl, Focus::Article);
        let (article, side) = (
            frame.article.unwrap_or_default(),
            frame.side.unwrap_or_default(),
        );
        assert!(article.body.x > side.body.x);
        let columns = article.columns(Direction::Rtl);
        assert!(columns.gutter.x > columns.text.x && columns.text.x > columns.strip.x);
    }
}
