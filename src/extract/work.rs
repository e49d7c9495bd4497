//! What a worker does: a piece of input to what is written of it.

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
};

use super::{Filter, Format, held::Held, output};
use crate::{
    annotations::Annotations,
    document::Document,
    read::{self, Fault, Kind, Piece, ReadError},
};

/// All that a worker has to know.
pub(super) struct Work {
    pub(super) reading: read::Options,
    /// The format; where not given, one file that is one article to be looked
    /// at, all else to be worked on.
    pub(super) format: Option<Format>,
    /// The analysis; one article that it fails on does not stop the others.
    pub(super) analyse: fn(&Document) -> Annotations,
    pub(super) filter: Filter,
    /// What the output holds already.
    pub(super) held: Held,
    /// Whether there is but one input, and that no folder.
    pub(super) is_one: bool,
    /// The folder for a file an article, with what their names begin below.
    pub(super) folder: Option<PathBuf>,
    pub(super) root: Option<PathBuf>,
    pub(super) resume: bool,
}

/// A piece as it is written, and what in it could not be read.
#[derive(Default)]
pub(super) struct Rendered {
    pub(super) bytes: Vec<u8>,
    /// The format it is in, and whether it is the only piece.
    pub(super) format: Option<(Format, bool)>,
    pub(super) articles: usize,
    pub(super) statements: usize,
    pub(super) errors: Vec<ReadError>,
    pub(super) unwritten: Option<io::Error>,
}

/// What is written of a piece of many articles is about three times as long as they; so
/// much room is made for it at most, before it is known.
const ROOM: usize = 1 << 20;

impl Work {
    pub(super) fn render(&self, piece: Result<Piece, ReadError>) -> Rendered {
        let mut rendered = Rendered::default();
        match piece {
            Ok(piece) => self.piece(piece, &mut rendered),
            Err(error) => rendered.errors.push(error),
        }
        rendered
    }

    fn piece(&self, piece: Piece, rendered: &mut Rendered) {
        let alone = self.is_one && matches!(piece.kind, Kind::Text | Kind::Html);
        let usual = if alone { Format::Json } else { Format::Jsonl };
        let format = self.format.unwrap_or(usual);
        rendered.format = Some((format, alone));
        if self.folder.is_none() {
            rendered.bytes.reserve(ROOM.min(piece.bytes.len() * 3));
        }
        for article in piece.articles(&self.reading) {
            match article {
                Ok(document) => self.article(&document, format, rendered),
                Err(error) => rendered.errors.push(error),
            }
        }
    }

    fn article(&self, document: &Document, format: Format, rendered: &mut Rendered) {
        if self.is_done(document, format) || !self.filter.wants_day(document) {
            rendered.articles += 1;
            return;
        }
        let analysed = catch_unwind(AssertUnwindSafe(|| (self.analyse)(document)));
        let Ok(annotations) = analysed else {
            let place = document.meta.place.clone();
            let fault = Fault::Analysis;
            rendered.errors.push(ReadError { place, fault });
            return;
        };
        rendered.articles += 1;
        let Some(annotations) = self.filter.apply(annotations) else {
            return;
        };
        rendered.statements += annotations.statements.len();
        let Some(folder) = &self.folder else {
            format.render(document, &annotations, &mut rendered.bytes);
            return;
        };
        let name = output::name(&document.meta.place, self.root.as_deref());
        let files = format.files(document, &annotations);
        if let Err(error) = output::write(folder, &name, &files) {
            rendered.unwritten = Some(error);
        }
    }

    fn is_done(&self, document: &Document, format: Format) -> bool {
        let place = &document.meta.place;
        match &self.folder {
            Some(folder) if self.resume => {
                let name = output::name(place, self.root.as_deref());
                output::is_there(folder, &name, format.endings())
            }
            Some(_) => false,
            None => self.held.holds(place),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Place;

    #[test]
    fn an_article_that_the_analysis_fails_on_does_not_stop_the_others() {
        let analyse = |document: &Document| {
            assert!(!document.text().contains("bad"), "as if it were wrong");
            Annotations::default()
        };
        let work = Work {
            reading: read::Options::default(),
            format: None,
            analyse,
            filter: Filter::default(),
            held: Held::default(),
            is_one: false,
            folder: None,
            root: None,
            resume: false,
        };
        let lines = b"{\"text\": \"good\"}\n{\"text\": \"bad\"}\n{\"text\": \"good\"}\n";
        let rendered = work.render(Ok(Piece {
            place: Place::default(),
            kind: Kind::Jsonl,
            bytes: lines.to_vec(),
        }));
        assert_eq!((rendered.articles, rendered.errors.len()), (2, 1));
        assert_eq!(rendered.errors[0].place.line, Some(2));
        assert_eq!(rendered.bytes.iter().filter(|b| **b == b'\n').count(), 2);
    }
}
