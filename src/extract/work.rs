//! What a worker does: a piece of input to what is written of it.

use std::{io, path::PathBuf};

use super::{Filter, Format, held::Held, output};
use crate::{
    analysis,
    document::Document,
    read::{self, Kind, Piece, ReadError},
};

/// All that a worker has to know.
pub(super) struct Work {
    pub(super) reading: read::Options,
    /// The format; where not given, one file that is one article to be looked
    /// at, all else to be worked on.
    pub(super) format: Option<Format>,
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
        for article in piece.articles(&self.reading) {
            match article {
                Ok(document) => self.article(&document, format, rendered),
                Err(error) => rendered.errors.push(error),
            }
        }
    }

    fn article(&self, document: &Document, format: Format, rendered: &mut Rendered) {
        rendered.articles += 1;
        if self.is_done(document, format) || !self.filter.wants_day(document) {
            return;
        }
        let Some(annotations) = self.filter.apply(analysis::analyse(document)) else {
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
