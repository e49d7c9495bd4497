//! Bytes to [`Document`]; the only place where articles are read.
//!
//! ```text
//! paths → find → Input → open (unpack) → piece (whole articles) → decode → Document
//!                                                                 json  ↗
//! ```
//!
//! Whatever the bytes are, the outcome is a document or a [`ReadError`] that
//! says where, what and what to do about it.

mod decode;
mod error;
mod fields;
mod find;
mod guess;
mod json;
mod kind;
mod lines;
mod open;
mod piece;
mod record;
mod shape;

pub use decode::Encoding;
pub use error::{Fault, ReadError};
pub use fields::{Fields, Rename, UnknownField};
pub use kind::Kind;
pub use piece::{Piece, pieces};

use std::path::PathBuf;

use crate::{
    document::{Document, Meta},
    place::Place,
};

/// The longest article that is taken, in bytes as it comes.
pub const LONGEST: u64 = 256 << 20;

/// How to read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The encoding of every input; detected where not given.
    pub encoding: Option<Encoding>,
    /// The kind of every input; told by name and content where not given.
    pub kind: Option<Kind>,
    /// What the fields of JSON are called.
    pub fields: Fields,
}

/// The articles of all that `paths` name, in order: `-` is standard input, a
/// folder all files in it that are named as articles are, sorted by name,
/// folders in folders too, hidden ones left out.
pub fn articles(
    paths: Vec<PathBuf>,
    options: &Options,
) -> impl Iterator<Item = Result<Document, ReadError>> {
    pieces(paths, options).flat_map(|piece| match piece {
        Ok(piece) => piece.articles(options),
        Err(error) => vec![Err(error)],
    })
}

/// The document that `bytes` hold as plain text.
///
/// # Errors
/// A [`Fault`] where they hold no text.
///
/// ```
/// use qawl::read;
///
/// let document = read::text("قال الوزير".into(), &read::Options::default())?;
/// assert_eq!(document.text(), "قال الوزير");
/// # Ok::<(), read::Fault>(())
/// ```
pub fn text(bytes: Vec<u8>, options: &Options) -> Result<Document, Fault> {
    not_empty(Document::new(decode::decode(bytes, options.encoding)?))
}

impl Piece {
    /// The articles in it, in order.
    pub fn articles(self, options: &Options) -> Vec<Result<Document, ReadError>> {
        let Self { place, kind, bytes } = self;
        match kind {
            Kind::Text => vec![placed(text(bytes, options), place)],
            Kind::Json => json::articles(&bytes, place, options),
            Kind::Jsonl => json::lines(&bytes, &place, options),
        }
    }
}

fn placed(article: Result<Document, Fault>, place: Place) -> Result<Document, ReadError> {
    match article {
        Ok(document) => {
            let meta = Meta {
                place,
                ..document.meta.clone()
            };
            Ok(document.with_meta(meta))
        }
        Err(fault) => Err(ReadError { place, fault }),
    }
}

fn not_empty(document: Document) -> Result<Document, Fault> {
    if document.paragraphs().is_empty() {
        return Err(Fault::Empty);
    }
    Ok(document)
}
