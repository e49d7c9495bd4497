//! Pictures of the screen, drawn by the program's own renderer.

use std::{fmt::Write, sync::Arc};

use qawl::{
    analysis,
    browser::{
        Event, Model, Settings, findings::Findings, handle, keys::notation, theme::Theme, view,
        words::Language,
    },
    samples,
};
use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};

/// The size of a cell in the picture, and of its letters.
const CELL: (usize, usize) = (9, 19);
const LETTER: usize = 15;

/// The pictures in `docs/`, by their paths.
pub fn all() -> [(&'static str, String); 2] {
    [
        (
            "docs/screen-en.svg",
            svg(&screen(Language::English, "dark", (112, 30))),
        ),
        (
            "docs/screen-ar.svg",
            svg(&screen(Language::Arabic, "light", (112, 30))),
        ),
    ]
}

/// The screen as text. Each line says that its letters stand in the order of
/// the screen already, as whoever shows this text would put them in order again.
pub fn text() -> String {
    let buffer = screen(Language::English, "none", (100, 24));
    let mut text = String::new();
    for row in rows(&buffer) {
        let line: String = row.iter().map(Cell::symbol).collect();
        let _ = writeln!(text, "\u{202d}{}\u{202c}", line.trim_end());
    }
    text
}

/// The third statement of the second sample.
fn screen(language: Language, theme: &str, size: (u16, u16)) -> Buffer {
    let document = Arc::new(samples::documents().remove(1));
    let findings = Findings::new(&document, analysis::analyse(&document));
    let settings = Settings::new(language, Theme::named(theme).expect("a theme"));
    let mut model = Model::new(vec![document], settings, size);
    handle(&mut model, Event::Analysed(0, Arc::new(findings)));
    for _ in 0..2 {
        handle(
            &mut model,
            Event::Key(notation::parse_key("n").expect("a key")),
        );
    }
    let mut buffer = Buffer::empty(model.frame.whole);
    view(&model, &mut buffer);
    buffer
}

fn rows(buffer: &Buffer) -> impl Iterator<Item = &[Cell]> {
    buffer.content().chunks(usize::from(buffer.area.width))
}

/// A picture in which each cell stands where the terminal puts it, whatever
/// font and order of letters the viewer has.
fn svg(buffer: &Buffer) -> String {
    let columns = usize::from(buffer.area.width);
    let (width, height) = (columns * CELL.0, usize::from(buffer.area.height) * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"'DejaVu Sans Mono',monospace\" font-size=\"{LETTER}\">\n"
    );
    for (y, row) in rows(buffer).enumerate() {
        let mut x = 0;
        while let Some(rest) = row.get(x..).filter(|rest| !rest.is_empty()) {
            let alike = |cell: &&Cell| cell.style() == rest[0].style();
            let run = &rest[..rest.iter().take_while(alike).count()];
            ground(&mut svg, run, x, y);
            letters(&mut svg, run, x, y);
            x += run.len();
        }
    }
    svg + "</svg>\n"
}

fn ground(svg: &mut String, run: &[Cell], x: usize, y: usize) {
    let (x, y, width) = (x * CELL.0, y * CELL.1, run.len() * CELL.0);
    let color = color(run[0].bg);
    let _ = writeln!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{color}\"/>",
        CELL.1
    );
}

fn letters(svg: &mut String, run: &[Cell], x: usize, y: usize) {
    if run.iter().all(|cell| cell.symbol() == " ") {
        return;
    }
    let bold = run[0].modifier.contains(Modifier::BOLD);
    let weight = if bold { " font-weight=\"bold\"" } else { "" };
    let _ = write!(svg, "<g fill=\"{}\"{weight}>", color(run[0].fg));
    let mut at = 0;
    for words in run.chunk_by(|a, b| is_latin(a) && is_latin(b)) {
        word(svg, words, x + at, y);
        at += words.len();
    }
    let _ = writeln!(svg, "</g>");
}

/// Cells of one word, stretched to the columns that they take.
fn word(svg: &mut String, cells: &[Cell], x: usize, y: usize) {
    let symbols: String = cells.iter().map(Cell::symbol).collect();
    if symbols.trim().is_empty() {
        return;
    }
    let (x, y) = (x * CELL.0, y * CELL.1 + LETTER);
    let width = cells.len() * CELL.0;
    let symbols = symbols.replace('&', "&amp;").replace('<', "&lt;");
    let _ = write!(
        svg,
        "<text x=\"{x}\" y=\"{y}\" textLength=\"{width}\" \
         lengthAdjust=\"spacingAndGlyphs\">{symbols}</text>"
    );
}

fn is_latin(cell: &Cell) -> bool {
    cell.symbol().chars().all(|c| c.is_ascii_graphic())
}

/// A colour as SVG writes it; themes for pictures name all of theirs.
fn color(color: Color) -> String {
    match color {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        other => panic!("{other} is no colour of its own"),
    }
}
