//! How long a reader waits from a key to its frame, at the 50th and the 99th of
//! a hundred: `cargo bench --bench latency`. Exits with 1 where a usual article
//! takes more than 4 ms or one of 10 MB more than 16 ms.
//!
//! On a machine that does other work the 99th tells of that work, so each habit is
//! measured three times and the best of the three 99ths counts; the slowest key, by
//! the middle of its own times, tells of the program.

mod screen;

use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

use qawl::{
    browser::{Event, Model, handle, keys::notation, view},
    document::Document,
    samples,
};
use ratatui::buffer::Buffer;

/// What readers do, over and over.
const HABITS: [(&str, &str); 7] = [
    ("read", "j j Space n n C-d k N G g ] p [ p"),
    ("follow", "n ] s ] s [ s ] e [ e C-o C-o m a G ' a"),
    ("filter", "n F x n F X t Tab Enter x f Tab Tab Enter x z z"),
    ("search", "/ ا ل و ز ي ر Enter n n N Esc"),
    (
        "lists",
        "2 j Enter j Esc 3 j j Enter Esc 1 j e Esc ? ن ص Esc",
    ),
    ("copy", "n y Y w Enter Esc"),
    ("panes", "Tab j j Tab k"),
];

fn main() -> ExitCode {
    let usual = Document::new(samples::documents().swap_remove(0).text());
    let mut good = true;
    for (name, document, rounds, limit) in [
        ("usual", usual, 60, Duration::from_millis(4)),
        (
            "10 MB",
            screen::article(10_000_000),
            3,
            Duration::from_millis(16),
        ),
    ] {
        let mut model = screen::model(document);
        println!("{name}: at most {limit:?}");
        for (habit, keys) in HABITS {
            let tries = (0..TRIES).map(|_| {
                let mut times = press(&mut model, keys, rounds);
                times.sort_unstable_by_key(|(time, _)| *time);
                times
            });
            let times = tries.min_by_key(|t| share(t, 99)).unwrap_or_default();
            let at = |of| share(&times, of);
            let (middle, last, worst) = (at(50), at(99), times[times.len() - 1].0);
            let (slowest, key) = slowest(&times);
            println!(
                "  {habit:8} p50 {middle:9.1?}  p99 {last:9.1?}  max {worst:9.1?}  {key} {slowest:.1?}"
            );
            good &= last <= limit;
        }
    }
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// How many times each habit is measured.
const TRIES: usize = 3;

/// The time that so many of a hundred stay under, of times in order.
fn share(times: &[(Duration, &str)], of: usize) -> Duration {
    times[(times.len() * of / 100).min(times.len() - 1)].0
}

/// The key that takes longest, by the middle of its times, of times in order.
fn slowest<'a>(times: &[(Duration, &'a str)]) -> (Duration, &'a str) {
    let middle = |key: &str| {
        let own: Vec<_> = times.iter().filter(|(_, k)| *k == key).collect();
        own[own.len() / 2].0
    };
    let keys = times.iter().map(|(_, key)| (middle(key), *key));
    keys.max().unwrap_or_default()
}

/// How long each key takes until its frame is drawn.
fn press<'a>(model: &mut Model, keys: &'a str, rounds: usize) -> Vec<(Duration, &'a str)> {
    let mut buffer = Buffer::empty(model.frame.whole);
    let parse = |key| Some((key, notation::parse_key(key)?));
    let keys: Vec<_> = keys.split(' ').filter_map(parse).collect();
    let mut times = Vec::with_capacity(keys.len() * rounds);
    for (name, key) in (0..rounds).flat_map(|_| &keys) {
        let begin = Instant::now();
        handle(model, Event::Key(*key));
        buffer.reset();
        view(model, &mut buffer);
        times.push((begin.elapsed(), *name));
    }
    times
}
