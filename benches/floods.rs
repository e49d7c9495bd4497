//! Whether any text costs more a byte the more of it there is: each line of
//! `tests/cases/` over and over, in several ways, and rows of words drawn from the lists,
//! at two lengths: `cargo bench --bench floods`, with a part of a file's name (or `drawn`)
//! behind `--` for some of them. Exits with 1 where the longer text costs far more a byte,
//! so that time grows with the square of the length, or nearly so.
//!
//! What grows are the tables of an article: of who spoke, of what they were called, of
//! names. So each time the last word of a name is another, which no list knows.

use std::{fs, process::ExitCode, time::Instant};

use qawl::{analysis::analyse, document::Document};

/// The two lengths, in bytes.
const LENGTHS: [usize; 2] = [120_000, 600_000];

/// How much more a byte may cost in the longer text, which is five times as long: the cache holds
/// less of it, and tables of bounded size fill up.
const MOST: f64 = 3.0;

/// What a byte of news costs, in nanoseconds: what costs less does no harm.
const NEWS: f64 = 150.0;

/// How many rows of words are drawn.
const DRAWN: u64 = 600;

/// A text of any length.
struct Flood {
    name: String,
    /// What is written again and again, in turn.
    lines: Vec<String>,
    way: Way,
}

/// A way to write lines again and again.
#[derive(Clone, Copy)]
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
    let floods = of_cases().chain(drawn());
    for flood in floods.filter(|flood| flood.name.contains(&wanted)) {
        tried += 1;
        let [short, long] = LENGTHS.map(|length| flood.text(length));
        // The machine has other work, too: what is slow once is measured again.
        let grows = || of_byte(&long) > (of_byte(&short) * MOST).max(NEWS);
        if (0..4).all(|_| grows()) {
            grown += 1;
            let [short, long] = [of_byte(&short), of_byte(&long)];
            let (name, way, line) = (&flood.name, flood.way.name, &flood.lines[0]);
            println!("{name}, {way}: {short:.0} ns a byte, then {long:.0}: {line}");
        }
    }
    println!("{tried} texts, {grown} cost more a byte the longer they are");
    if grown == 0 && tried > 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// How long the analysis takes, in nanoseconds a byte.
fn of_byte(document: &Document) -> f64 {
    let begin = Instant::now();
    analyse(document);
    let length = u32::try_from(document.text().len()).unwrap_or(u32::MAX);
    begin.elapsed().as_secs_f64() * 1e9 / f64::from(length)
}

/// The lines with marks of all cases, in every way.
fn of_cases() -> impl Iterator<Item = Flood> {
    let marked = pages("tests/cases").flat_map(|(name, page)| {
        let lines = page.lines().filter(|line| line.contains('['));
        let lines: Vec<_> = lines.map(|line| (name.clone(), line.to_owned())).collect();
        lines
    });
    marked.flat_map(|(name, line)| {
        WAYS.map(|way| Flood {
            name: name.clone(),
            lines: vec![line.clone()],
            way,
        })
    })
}

/// Rows of words from the lists, with marks and words that no list knows.
fn drawn() -> impl Iterator<Item = Flood> {
    const MARKS: [&str; 14] = [
        "،", ".", ":", "\"", "«", "»", "(", ")", "-", "!", "و", "في", "أن", "الذي",
    ];
    let words: Vec<String> = pages("src/analysis/lexicon/ar")
        .flat_map(|(_, page)| {
            let lines = page
                .lines()
                .filter(|l| !l.is_empty() && !l.starts_with('#'));
            let words = lines.filter_map(|line| line.split('\t').next().map(str::to_owned));
            words.collect::<Vec<_>>()
        })
        .collect();
    (1..=DRAWN).map(move |number| {
        let mut state = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut below = |most: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state % most as u64).unwrap_or(0)
        };
        let mut word = || match below(10) {
            0 | 1 => "[s ز ز]".to_owned(),
            2 | 3 => MARKS[below(MARKS.len())].to_owned(),
            _ => words[below(words.len())].clone(),
        };
        let row: Vec<String> = (0..=number % 7).map(|_| word()).collect();
        // Variants of it, so that what is kept in sets has several members.
        let lines = (0..[1, 1, 5, 40][number as usize % 4]).map(|nth| {
            let words = row.iter().map(|w| {
                if nth > 0 && w.len() % 3 == nth % 3 {
                    word()
                } else {
                    w.clone()
                }
            });
            words.collect::<Vec<_>>().join(" ")
        });
        Flood {
            name: format!("drawn {number}"),
            lines: lines.collect(),
            way: WAYS[(number as usize / 4) % WAYS.len()],
        }
    })
}

/// The files of a folder, with their names.
fn pages(folder: &str) -> impl Iterator<Item = (String, String)> {
    let folder = format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = fs::read_dir(folder).expect("a folder").flatten().collect();
    files.sort_by_key(fs::DirEntry::file_name);
    files.into_iter().map(|file| {
        let name = file.file_name().to_string_lossy().into_owned();
        (
            name,
            fs::read_to_string(file.path()).expect("a readable file"),
        )
    })
}

impl Flood {
    /// The lines so often that they are about so long.
    fn text(&self, length: usize) -> Document {
        let mut text = String::with_capacity(length + 1000);
        for (number, line) in (1..).zip(self.lines.iter().cycle()) {
            unmark(line, self.way.changing, number, &mut text);
            text.push_str(self.way.between);
            if text.len() >= length {
                break;
            }
        }
        if self.way.endless {
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
