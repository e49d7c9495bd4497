//! An input to pieces, each of whole articles: the part of reading that waits
//! for disks and pipes. Making articles of a piece waits for nothing, so pieces
//! can be shared out.

use std::{
    io::Read,
    path::PathBuf,
    sync::{Arc, atomic::AtomicU64},
};

use super::{
    Fault, Kind, LONGEST, Options, ReadError,
    find::{Input, inputs},
    guess, kind,
    lines::Lines,
    open::{Stream, open},
};
use crate::place::Place;

/// Bytes that hold whole articles.
#[derive(Debug)]
pub struct Piece {
    /// Where they begin.
    pub place: Place,
    /// How the articles stand in them.
    pub kind: Kind,
    /// The bytes as they came, unpacked.
    pub bytes: Vec<u8>,
}

/// The pieces of all that `paths` name, in order, as they come in.
pub fn pieces(
    paths: Vec<PathBuf>,
    options: &Options,
) -> impl Iterator<Item = Result<Piece, ReadError>> + Send + use<> {
    let (kind, count) = (options.kind, Arc::clone(&options.count));
    inputs(paths).flat_map(move |input| match input {
        Ok(input) => pieces_of(&input, kind, &count),
        Err(error) => Box::new(std::iter::once(Err(error))),
    })
}

fn pieces_of(
    input: &Input,
    kind: Option<Kind>,
    count: &Arc<AtomicU64>,
) -> Box<dyn Iterator<Item = Result<Piece, ReadError>> + Send> {
    let place = input.place();
    let opened = open(input, count).and_then(|mut stream| {
        let begin = stream.fill_buf()?;
        let kind = kind.unwrap_or_else(|| kind::of(input, begin));
        let splits = kind == Kind::Jsonl && !guess::is_utf16(begin);
        Ok((stream, kind, splits))
    });
    match opened {
        Ok((stream, kind, true)) => Box::new(runs(stream, kind, place)),
        Ok((stream, kind, false)) => Box::new(std::iter::once(whole(stream, kind, place))),
        Err(fault) => Box::new(std::iter::once(Err(ReadError { place, fault }))),
    }
}

fn runs(
    stream: Stream,
    kind: Kind,
    place: Place,
) -> impl Iterator<Item = Result<Piece, ReadError>> + Send {
    Lines::new(stream, place.clone()).map(move |run| {
        let run = run?;
        let place = Place {
            line: Some(run.first),
            ..place.clone()
        };
        Ok(Piece {
            place,
            kind,
            bytes: run.bytes,
        })
    })
}

fn whole(stream: Stream, kind: Kind, place: Place) -> Result<Piece, ReadError> {
    match up_to_longest(stream) {
        Ok(bytes) => Ok(Piece { place, kind, bytes }),
        Err(fault) => Err(ReadError { place, fault }),
    }
}

fn up_to_longest(stream: Stream) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    stream.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        return Err(Fault::TooLong);
    }
    Ok(bytes)
}
