//! Whether any sentence costs more a byte the more of it there is: each line of
//! `tests/cases/`, over and over, in several ways, at two lengths:
//! `cargo bench --bench floods`, with a part of a file's name behind `--` for some of
//! them. Exits with 1 where the longer text costs far more a byte, so that time grows with
//! the square of the length, or nearly so.
//!
//! What grows are the tables of an article: of who spoke, of what they were called, of
//! names. So each time the last word of a name is another, which no list knows.

use std::{fs, process::ExitCode, time::Instant};

use qawl::{analysis::analyse, document::Document};

/// The two lengths, in bytes: in the shorter one, too, the tables that are of bounded size
/// are full.
const LENGTHS: [usize; 2] = [120_000, 600_000];

/// How much more a byte may cost in the longer text: the cache holds less of it.
const MOST: f64 = 1.7;

/// What a byte of news costs, in nanoseconds: what costs less does no harm.
const NEWS: f64 = 150.0;

/// A way to write a sentence again and again.
struct Way {
    name: &'static str,
    /// The marks whose last words change (`s` sources, `q` contents).
    changing: &'static str,
    between: &'static str,
    /// Whether nothing ends a sentence.
    endless: bool,
}

const WAYS: [Way; 4] = [
    way("one sentence", "s", " ", true),
    way("a paragraph each", "s", "\n\n", false),
    way("lines that are the same", "", "\n", false),
    way("other sources and contents", "sq", " ", false),
];

const fn way(
    name: &'static str,
    changing: &'static str,
    between: &'static str,
    endless: bool,
) -> Way {
    Way {
        name,
        changing,
        between,
        endless,
    }
}

fn main() -> ExitCode {
    let wanted = std::env::args().skip(1).find(|arg| !arg.starts_with('-'));
    let wanted = wanted.unwrap_or_default();
    let (mut tried, mut grown) = (0, 0);
    for (file, line) in lines().filter(|(file, _)| file.contains(&wanted)) {
        for way in WAYS {
            tried += 1;
            let [short, long] = LENGTHS.map(|length| way.text(&line, length));
            // The machine has other work, too: what is slow once is measured again.
            let grows = || of_byte(&long) > (of_byte(&short) * MOST).max(NEWS);
            if (0..4).all(|_| grows()) {
                grown += 1;
                let [short, long] = [of_byte(&short), of_byte(&long)];
                println!(
                    "{file}, {}: {short:.0} ns a byte, then {long:.0}: {line}",
                    way.name
                );
            }
        }
    }
    println!("{tried} texts, {grown} cost more a byte the longer they are");
    if grown == 0 && tried > 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The lines with marks of all cases, with the names of their files.
fn lines() -> impl Iterator<Item = (String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder).expect("cases").flatten().collect();
    files.sort_by_key(fs::DirEntry::file_name);
    files.into_iter().flat_map(|file| {
        let name = file.file_name().to_string_lossy().into_owned();
        let page = fs::read_to_string(file.path()).expect("a readable case file");
        let marked = page.lines().filter(|line| line.contains('['));
        let lines: Vec<_> = marked.map(|line| (name.clone(), line.to_owned())).collect();
        lines
    })
}

impl Way {
    /// The line so often that it is about so long.
    fn text(&self, line: &str, length: usize) -> Document {
        let mut text = String::with_capacity(length + 1000);
        for number in 1.. {
            unmark(line, self.changing, number, &mut text);
            text.push_str(self.between);
            if text.len() >= length {
                break;
            }
        }
        if self.endless {
            text = text.replace(['.', '؟', '!', '؛', '\n'], " ");
        }
        Document::new(text)
    }
}

/// Adds a line without its marks; the last words in some of them are numbered.
fn unmark(line: &str, changing: &str, number: usize, text: &mut String) {
    let mut open = Vec::new();
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '[' => {
                let mark = chars.peek().copied().unwrap_or(' ');
                open.push((mark, text.len()));
                while chars.next_if(|c| *c != ' ').is_some() {}
                chars.next();
            }
            ']' => {
                let Some((mark, start)) = open.pop() else {
                    continue;
                };
                let words = text[start..].trim_end().len();
                if changing.contains(mark)
                    && let Some(last) = text[start..start + words].rfind(' ')
                {
                    text.truncate(start + last + 1);
                    text.push_str(&word(number));
                }
            }
            _ => text.push(c),
        }
    }
}

/// A word that no list has, another for each number.
fn word(mut number: usize) -> String {
    let letters: Vec<char> = "بتدرسعفقلمنه".chars().collect();
    let mut word = String::from("ز");
    while number > 0 {
        word.push(letters[number % letters.len()]);
        number /= letters.len();
    }
    word
}

/// How long the analysis takes, in nanoseconds a byte.
fn of_byte(document: &Document) -> f64 {
    let begin = Instant::now();
    analyse(document);
    let length = u32::try_from(document.text().len()).unwrap_or(u32::MAX);
    begin.elapsed().as_secs_f64() * 1e9 / f64::from(length)
}
