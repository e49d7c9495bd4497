//! Bytes to [`Document`]; the only place where articles are read.
//!
//! ```text
//! paths → find → Input → open (unpack) → piece (whole articles) → decode → Document
//!                                                     json, page, feed  ↗
//! ```
//!
//! Whatever the bytes are, the outcome is a document or a [`ReadError`] that
//! says where, what and what to do about it.

#[cfg(feature = "html")]
mod declared;
mod decode;
#[cfg(feature = "html")]
mod depth;
mod error;
#[cfg(feature = "html")]
mod feed;
mod fields;
mod find;
mod guess;
mod json;
mod kind;
mod lines;
mod open;
#[cfg(feature = "html")]
mod page;
mod piece;
mod record;
mod shape;

pub use decode::Encoding;
pub use error::{Fault, ReadError};
pub use fields::{Fields, Rename, UnknownField};
pub use find::size;
pub use kind::Kind;
pub use piece::{Piece, pieces};

use std::{
    path::PathBuf,
    sync::{Arc, atomic::AtomicU64},
};

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
    /// Counts the bytes that are read, as they are on the disk.
    pub count: Arc<AtomicU64>,
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
            Kind::Html => vec![placed(of_page(bytes, options), place)],
            Kind::Feed => of_feed(bytes, place, options),
        }
    }
}

#[cfg(feature = "html")]
use {feed::articles as of_feed, page::article as of_page};

#[cfg(not(feature = "html"))]
fn of_page(_: Vec<u8>, _: &Options) -> Result<Document, Fault> {
    Err(Fault::Page(
        "this program was built without the feature `html`",
    ))
}

#[cfg(not(feature = "html"))]
fn of_feed(bytes: Vec<u8>, place: Place, options: &Options) -> Vec<Result<Document, ReadError>> {
    vec![placed(of_page(bytes, options), place)]
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
