//! From a key to its frame, on a usual article and on one of 10 MB:
//! `cargo bench --bench browser`.

mod screen;

use divan::{Bencher, black_box};
use qawl::browser::{Event, Model, handle, key::KeyPress, keys::notation, view};
use ratatui::buffer::Buffer;

fn main() {
    divan::main();
}

const USUAL: usize = 1;
const HUGE: usize = 10_000_000;

fn press(model: &mut Model, buffer: &mut Buffer, key: KeyPress) {
    black_box(handle(model, Event::Key(key)));
    buffer.reset();
    view(black_box(model), buffer);
}

/// Keys pressed over and over, a frame after each.
fn keys(bencher: Bencher, bytes: usize, keys: &str) {
    let mut model = screen::model(screen::article(bytes));
    let keys: Vec<KeyPress> = keys.split(' ').filter_map(notation::parse_key).collect();
    let mut buffer = Buffer::empty(model.frame.whole);
    let mut next = keys.iter().cycle();
    bencher.bench_local(|| {
        if let Some(key) = next.next() {
            press(&mut model, &mut buffer, *key);
        }
    });
}

#[divan::bench(args = [USUAL, HUGE])]
fn read(bencher: Bencher, bytes: usize) {
    keys(bencher, bytes, "j j Space n n C-d k N G g");
}

#[divan::bench(args = [USUAL, HUGE])]
fn filter(bencher: Bencher, bytes: usize) {
    keys(bencher, bytes, "F x n F X");
}

#[divan::bench(args = [USUAL, HUGE])]
fn search(bencher: Bencher, bytes: usize) {
    keys(bencher, bytes, "/ ا ل و ز Enter n n N Esc");
}

#[divan::bench(args = [USUAL, HUGE])]
fn lists(bencher: Bencher, bytes: usize) {
    keys(
        bencher,
        bytes,
        "2 j Enter j Esc 3 j j Enter Esc 1 j e Esc f Esc ? Esc",
    );
}

#[divan::bench(args = [USUAL, HUGE], max_time = 5)]
fn resize(bencher: Bencher, bytes: usize) {
    let mut model = screen::model(screen::article(bytes));
    let mut wide = false;
    bencher.bench_local(|| {
        wide = !wide;
        let width = if wide { 140 } else { 110 };
        handle(&mut model, Event::Resize(width, 40));
    });
}
