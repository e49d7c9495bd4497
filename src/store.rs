//! What the reader did, kept from one run to the next: in the state folder, a
//! small file an article, known by its text wherever it is read from.

use std::{
    fs,
    io::{self, Write as _},
    path::PathBuf,
};

use etcetera::BaseStrategy;

use crate::{browser::Memory, document::Document};

/// The folder of what is remembered.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

impl Store {
    /// The store in that folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Self { folder }
    }

    /// The reader's: `$XDG_STATE_HOME/qawl/articles`. Nothing without a home.
    pub fn open() -> Option<Self> {
        let folders = etcetera::base_strategy::Xdg::new().ok()?;
        let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
        Some(Self::new(state.join("qawl").join("articles")))
    }

    /// What is remembered of an article; nothing where it is new, or where the
    /// file is not ours.
    pub fn recall(&self, document: &Document) -> Option<Memory> {
        let text = fs::read_to_string(self.file(document)).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// Remembers that of an article. The file is there whole, before and after.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn keep(&self, document: &Document, memory: &Memory) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        serde_json::to_writer(&mut file, memory)?;
        writeln!(file)?;
        file.persist(self.file(document))?;
        Ok(())
    }

    fn file(&self, document: &Document) -> PathBuf {
        let hash = hash(document.text().as_bytes());
        self.folder.join(format!("{hash:032x}.json"))
    }
}

/// FNV-1a in 128 bits over words of eight bytes: the same on every machine and
/// in every version, and fast enough for an article of 10 MB. Not for what is
/// to be safe from forgery: at worst an article opens where another was left.
fn hash(bytes: &[u8]) -> u128 {
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    let mut words = bytes.chunks_exact(8);
    let mix = |hash: u128, word: u64| (hash ^ u128::from(word)).wrapping_mul(PRIME);
    let hash = words.by_ref().fold(BASIS, |hash, word| {
        mix(
            hash,
            u64::from_le_bytes(word.try_into().unwrap_or_default()),
        )
    });
    let rest = words.remainder().iter();
    let hash = rest.fold(hash, |hash, byte| mix(hash, u64::from(*byte)));
    mix(hash, bytes.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_known_by_its_text() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::new(folder.path().join("new"));
        let memory = Memory {
            cursor: 7,
            ..Memory::default()
        };
        let (one, other) = (Document::new("قال الوزير"), Document::new("قال المدير"));
        store.keep(&one, &memory).expect("a writable folder");
        assert_eq!(store.recall(&Document::new("قال الوزير")), Some(memory));
        assert_eq!(store.recall(&other), None);
    }

    #[test]
    fn a_file_that_is_not_ours_is_no_memory() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::new(folder.path());
        let document = Document::new("قال الوزير");
        fs::write(store.file(&document), "{ not json").expect("a file");
        assert_eq!(store.recall(&document), None);
    }

    #[test]
    fn every_byte_counts() {
        let texts = [
            "",
            "a",
            "b",
            "aaaaaaaa",
            "aaaaaaab",
            "aaaaaaaaa",
            "aaaaaaaa\0",
        ];
        let mut hashes: Vec<_> = texts.iter().map(|t| hash(t.as_bytes())).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), texts.len());
    }
}
