//! Bytes to [`Document`]; the only place where articles are read.
//!
//! ```text
//! paths → find (files of folders, standard input) → decode → Document
//! ```
//!
//! Whatever the bytes are, the outcome is a document or a [`ReadError`] that
//! says where, what and what to do about it.

mod decode;
mod error;
mod find;
mod guess;
mod shape;

use std::{
    fs::File,
    io::{self, Read},
};

pub use decode::Encoding;
pub use error::{Fault, Place, ReadError};
pub use find::{EXTENSIONS, Input, inputs};

use crate::document::{Document, Meta};

/// The longest article that is taken, in bytes as it comes.
pub const LONGEST: u64 = 256 << 20;

/// How to read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The encoding of every input; detected where not given.
    pub encoding: Option<Encoding>,
}

/// Reads one input whole.
///
/// # Errors
/// A [`ReadError`] where it cannot be read or holds no text.
pub fn read(input: &Input, options: &Options) -> Result<Document, ReadError> {
    let place = input.place();
    bytes(input)
        .and_then(|bytes| document(bytes, options))
        .map(|document| match &place {
            Place::Path(path) => document.with_meta(Meta {
                path: Some(path.clone()),
                ..Meta::default()
            }),
            Place::Stdin => document,
        })
        .map_err(|fault| ReadError { place, fault })
}

/// The document that `bytes` hold.
///
/// # Errors
/// A [`Fault`] where they hold no text.
///
/// ```
/// use qawl::read;
///
/// let document = read::document("قال الوزير".into(), &read::Options::default())?;
/// assert_eq!(document.text(), "قال الوزير");
/// # Ok::<(), read::Fault>(())
/// ```
pub fn document(bytes: Vec<u8>, options: &Options) -> Result<Document, Fault> {
    let document = Document::new(decode::decode(bytes, options.encoding)?);
    if document.paragraphs().is_empty() {
        return Err(Fault::Empty);
    }
    Ok(document)
}

fn bytes(input: &Input) -> Result<Vec<u8>, Fault> {
    match input {
        Input::File(path) => up_to_longest(File::open(path)?),
        Input::Stdin => up_to_longest(io::stdin().lock()),
    }
}

fn up_to_longest(source: impl Read) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    source.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(Fault::TooLong);
    }
    Ok(bytes)
}
