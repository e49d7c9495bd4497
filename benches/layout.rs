//! How fast text becomes rows, and rows cells.
//!
//! `cargo bench --bench layout`

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use qawl::browser::layout::{Layout, measure};
use qawl::browser::paint;
use qawl::document::{Direction, Document, Span};
use qawl::terminal::{Mode, write};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

fn main() {
    divan::main();
}

const MEGABYTE: usize = 1_000_000;

/// Invented sentences, marks, Latin words and numbers among them as in news.
const ARABIC: &str = "قال وزير النقل سامر الحلبي، اليوم الثلاثاء، إن «الخط الجديد سيبدأ العمل في 15 مايو»، \
    مؤكدًا أن كلفته بلغت 2.4 مليار دينار. وأضافت شركة Nahr Rail في بيان أن الرحلات لن تتأخر بعد الآن، \
    بحسب المدير التنفيذي (فادي عز الدين) الذي حضر الحفل إلى جانب الأهالي. ";
const LATIN: &str = "The minister of transport, Samer al-Halabi, said on Tuesday that “the new line will open \
    on 15 May”, and that it had cost 2.4 billion dinars (1.1 billion in 2019). ";

fn repeated(words: &str, bytes: usize) -> String {
    words
        .chars()
        .cycle()
        .take(words.chars().count() * bytes / words.len())
        .collect()
}

/// Paragraphs of about 600 bytes, as news has them.
fn article(words: &str, bytes: usize) -> Document {
    let paragraph = format!("{}\n\n", repeated(words, 600).trim());
    Document::new(paragraph.repeat(bytes / paragraph.len()))
}

fn lay_out(document: &Document, width: u16) -> Layout {
    Layout::new(
        document.text(),
        document.paragraphs(),
        width,
        document.direction(),
    )
}

#[divan::bench(args = [40, 78])]
fn ten_megabytes_of_arabic(bencher: Bencher, width: u16) {
    let document = article(ARABIC, 10 * MEGABYTE);
    bencher
        .counter(BytesCount::new(document.text().len()))
        .bench(|| lay_out(black_box(&document), width));
}

#[divan::bench]
fn ten_megabytes_of_english(bencher: Bencher) {
    let document = article(LATIN, 10 * MEGABYTE);
    bencher
        .counter(BytesCount::new(document.text().len()))
        .bench(|| lay_out(black_box(&document), 78));
}

#[divan::bench]
fn ten_megabytes_in_one_paragraph(bencher: Bencher) {
    let text = repeated(ARABIC, 10 * MEGABYTE);
    let all = [Span::new(0, text.len())];
    bencher
        .counter(BytesCount::new(text.len()))
        .bench(|| Layout::new(black_box(&text), &all, 78, Direction::Rtl));
}

/// A resize: an article of 4 KB, which is the usual length.
#[divan::bench]
fn a_usual_article(bencher: Bencher) {
    let document = article(ARABIC, 4000);
    bencher
        .counter(BytesCount::new(document.text().len()))
        .bench(|| lay_out(black_box(&document), 78));
}

/// What one frame needs: the cells of 40 rows.
#[divan::bench]
fn cells_of_a_screen(bencher: Bencher) {
    let document = article(ARABIC, 40_000);
    let layout = lay_out(&document, 78);
    bencher.bench(|| forty_rows(&layout, document.text()));
}

/// The same in the midst of one paragraph of 10 MB.
#[divan::bench]
fn cells_of_a_screen_in_one_paragraph(bencher: Bencher) {
    let text = repeated(ARABIC, 10 * MEGABYTE);
    let layout = Layout::new(&text, &[Span::new(0, text.len())], 78, Direction::Rtl);
    bencher.bench(|| forty_rows(&layout, &text));
}

/// What a mode of writing adds to a frame of 120 columns and 40 rows, all of them
/// Arabic.
#[divan::bench(args = Mode::ALL)]
fn a_frame_written(bencher: Bencher, mode: Mode) {
    let document = article(ARABIC, 40_000);
    let layout = lay_out(&document, 118);
    let mut frame = Buffer::empty(Rect::new(0, 0, 120, 40));
    for (y, row) in (0..40).zip(layout.rows().len() / 2..) {
        let cells = layout.cells(document.text(), row);
        let area = Rect::new(0, y, 120, 1);
        paint::cells(&mut frame, area, &cells, Direction::Rtl, |_| Style::new());
    }
    bencher
        .with_inputs(|| frame.clone())
        .bench_refs(|frame| write(frame, frame.area, mode, true));
}

fn forty_rows(layout: &Layout, text: &str) -> usize {
    let middle = layout.rows().len() / 2;
    (middle..middle + 40)
        .map(|row| layout.cells(black_box(text), row).len())
        .sum()
}

#[divan::bench]
fn measure_a_name(bencher: Bencher) {
    bencher.bench(|| measure(black_box("وزير النقل سامر الحلبي")));
}
