//! The articles that come with the program, for its first run and its manual.
//!
//! All people, places and events in them are invented.

use crate::{
    document::Document,
    read::{self, Options},
};

/// One of them.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// The name of its file in `samples/`.
    pub name: &'static str,
    /// What the file holds.
    pub bytes: &'static [u8],
}

macro_rules! bundle {
    ($($name:literal),* $(,)?) => {
        [$(Sample { name: $name, bytes: include_bytes!(concat!("../samples/", $name)) }),*]
    };
}

/// All of them, in the order in which they are shown.
pub const SAMPLES: [Sample; 8] = bundle![
    "01-politics-two-ministers.txt",
    "02-economy-central-bank.txt",
    "03-sport-cup-final.txt",
    "04-court-manuscripts.txt",
    "05-science-singing-sand.txt",
    "06-interview-lighthouse.txt",
    "07-local-flood.txt",
    "08-english-night-trains.txt",
];

/// The articles in them.
pub fn documents() -> Vec<Document> {
    SAMPLES
        .iter()
        .filter_map(|sample| read::text(sample.bytes.to_vec(), &Options::default()).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_bundled_and_reads_as_an_article() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/samples");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .expect("the folder of samples")
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .into_string()
                    .expect("a name")
            })
            .collect();
        files.sort();
        assert_eq!(files, SAMPLES.map(|sample| sample.name));
        assert_eq!(documents().len(), SAMPLES.len());
        assert!(
            documents()
                .iter()
                .all(|document| document.headline().is_some())
        );
    }
}
