//! Reads the word lists and leaves them as tables that are used in place, so
//! that the program reads none when it starts.
//!
//! The lists are read by the sources of the library itself. A table is two files:
//! its seats (`.bin`, see `packed.rs`) and its distinct values (`.rs`), which
//! are written as `Debug` writes them: for enums and tuples that is Rust.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    env,
    fmt::Debug,
    fs, io,
    path::{Path, PathBuf},
};

#[allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "the library uses what the lists' readers do not"
)]
#[path = "src/analysis"]
mod analysis {
    pub mod eights;
    pub mod entries;
    pub mod narrow;
    pub mod normalize;
    pub mod packed;
    mod presentation;
    pub mod stem;

    pub mod lexicon {
        pub mod classes;
        mod countries;
        pub mod country;
        pub mod entry;
        mod hashes;
        pub mod lists;

        pub use hashes::{BEGINNINGS_BYTES, beginning_seat, hash_parts, hash_phrase, hash_word};
    }

    pub mod entities {
        pub mod same_names;
    }

    pub mod cues {
        pub mod entry;
        mod forms;
        pub mod lists;
    }

    pub mod grammar {
        mod class;
        pub mod list;
    }

    pub mod senses {
        mod class;
        pub mod list;
    }

    pub mod mentions {
        pub mod terms {
            mod endings;
            pub mod lists;
            pub mod term;
        }
    }
}

use analysis::{
    cues, entities, grammar,
    lexicon::{self, BEGINNINGS_BYTES, beginning_seat, classes::Classes, entry::Entry, hash_word},
    mentions::terms,
    normalize, packed, senses,
};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let lexicon::lists::Known {
        entries: lexicon,
        beginnings,
    } = lexicon::lists::read();
    fs::write(out.join("beginnings.bin"), bits(beginnings))?;
    let same_names = entities::same_names::read(|key| unit(&lexicon, key)).into_iter();
    write(
        &out,
        "same_names",
        same_names.map(|(hash, line)| (hash, line.to_string())),
    )?;
    let lexicon = lexicon.into_iter();
    write(&out, "lexicon", lexicon.map(|(hash, e)| (hash, rust(e))))?;
    let [verbs, nouns] = cues::lists::cues();
    write(&out, "verbs", hashed("", verbs))?;
    write(&out, "nouns", hashed("", nouns))?;
    let attributions = cues::lists::attributions();
    write(&out, "attributions", hashed("Attribution::", attributions))?;
    write(&out, "grammar", hashed("Class::", grammar::list::read()))?;
    write(&out, "senses", hashed("", senses::list::read()))?;
    let terms = terms::lists::read();
    fs::write(out.join("endings.rs"), format!("{:?}", terms.endings))?;
    let terms = terms.table.into_iter();
    write(
        &out,
        "terms",
        terms.map(|(hash, e)| (hash, format!("{e:?}"))),
    )
}

/// Which words in a row begin phrases, a bit for the seat of each.
fn bits(beginnings: HashSet<u64>) -> [u8; BEGINNINGS_BYTES] {
    let mut bytes = [0; BEGINNINGS_BYTES];
    for words in beginnings {
        let (byte, bit) = beginning_seat(words);
        bytes[byte] |= bit;
    }
    bytes
}

/// A word as the names of one entity are compared: `entities::body::unit`.
fn unit(lexicon: &HashMap<u64, Entry>, key: &str) -> String {
    const NATIONS: Classes = Classes::COUNTRY.union(Classes::NATIONALITY);
    let known = lexicon.get(&hash_word(key));
    let country = known.filter(|e| e.classes.intersects(NATIONS));
    match country.and_then(|e| e.country) {
        Some(country) => format!("@{}", country.code()),
        None => normalize::without_article(key).to_owned(),
    }
}

/// Each word by its hash, with its value in Rust, of that type where there are
/// several that would be called the same.
fn hashed<V: Debug>(of: &str, words: HashMap<String, V>) -> impl Iterator<Item = (u64, String)> {
    let words = words.into_iter();
    words.map(move |(word, value)| (hash_word(&word), format!("{of}{value:?}")))
}

/// What is known of a word, in Rust; a country shows itself by its letters only.
fn rust(entry: Entry) -> String {
    let country = match entry.country {
        Some(country) => format!("Some(CountryId({:?}))", country.0),
        None => "None".to_owned(),
    };
    let Entry {
        classes, phrase, ..
    } = entry;
    format!("Entry {{ classes: {classes:?}, country: {country}, phrase: {phrase} }}")
}

/// Writes a table of words, by their hashes, with their values in Rust. The same
/// words make the same files, whatever their order.
fn write(out: &Path, name: &str, words: impl Iterator<Item = (u64, String)>) -> io::Result<()> {
    let words: BTreeMap<u64, String> = words.collect();
    let mut values: Vec<&str> = words.values().map(String::as_str).collect();
    values.sort_unstable();
    values.dedup();
    let number = |value: &String| {
        let at = values.binary_search(&value.as_str()).unwrap_or_default();
        u16::try_from(at).map_err(|_| io::Error::other(format!("{name}: too many values")))
    };
    let seats = words
        .iter()
        .map(|(hash, value)| Ok((*hash, number(value)?)));
    let seats: Vec<(u64, u16)> = seats.collect::<io::Result<_>>()?;
    fs::write(out.join(format!("{name}.bin")), packed::pack(&seats))?;
    fs::write(
        out.join(format!("{name}.rs")),
        format!("&[{}]", values.join(",\n")),
    )
}
