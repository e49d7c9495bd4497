//! TEI P5: the text with each statement in `<said who direct>`, its speakers in
//! the header.

mod said;

use std::{
    fmt::Write as _,
    hash::{DefaultHasher, Hash, Hasher},
};

use super::{
    Date,
    plain::{on_a_line, plain},
};
use crate::{
    annotations::{Annotations, SpeakerId},
    document::{Direction, Document, Span},
};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "xmlns=\"http://www.tei-c.org/ns/1.0\"";

/// What stands before the first article: of one alone, of several.
pub(super) fn opening(alone: bool, out: &mut Vec<u8>) {
    out.extend(DECLARATION.bytes());
    if !alone {
        let title = "<titleStmt><title>Articles</title></titleStmt>";
        let rest = "<publicationStmt><p>Annotated by qawl</p></publicationStmt>\
            <sourceDesc><p>Told with each article</p></sourceDesc>";
        let header = format!("<teiHeader><fileDesc>{title}{rest}</fileDesc></teiHeader>");
        out.extend(format!("<teiCorpus {NAMESPACE}>\n{header}\n").bytes());
    }
}

/// What stands behind the last article.
pub(super) fn closing(alone: bool, out: &mut Vec<u8>) {
    if !alone {
        out.extend(b"</teiCorpus>\n");
    }
}

/// Appends an article.
pub(super) fn render(document: &Document, annotations: &Annotations, out: &mut Vec<u8>) {
    let names = Names::new(document);
    let language = match document.direction() {
        Direction::Rtl => " xml:lang=\"ar\"",
        Direction::Ltr => "",
    };
    let mut xml = format!("<TEI {NAMESPACE}{language}>\n");
    header(document, annotations, &names, &mut xml);
    xml += "<text><body>\n";
    let mut marks = said::Marks::new(annotations, &names);
    for paragraph in document.paragraphs() {
        let element = if document.headline() == Some(*paragraph) {
            "head"
        } else {
            "p"
        };
        let _ = write!(xml, "<{element}>");
        marks.write(document, *paragraph, &mut xml);
        let _ = writeln!(xml, "</{element}>");
    }
    xml += "</body></text>\n</TEI>\n";
    out.extend(xml.bytes());
}

fn header(document: &Document, annotations: &Annotations, names: &Names, xml: &mut String) {
    let meta = &document.meta;
    let element = |name: &str, text: &Option<String>| {
        let text = text.as_deref().map(line).unwrap_or_default();
        if text.is_empty() {
            text
        } else {
            format!("<{name}>{text}</{name}>")
        }
    };
    let title = format!("<title>{}</title>", line(document.title()));
    let author = element("author", &meta.author);
    let publisher = element("publisher", &meta.outlet);
    let day = meta.date.as_deref().and_then(Date::find);
    let when = day.map_or_else(String::new, |day| format!(" when=\"{day}\""));
    let date = element("date", &meta.date).replacen("<date", &format!("<date{when}"), 1);
    let address = element("ref", &meta.url);
    let number = element("idno", &meta.id);
    let _ = write!(
        xml,
        "<teiHeader><fileDesc><titleStmt>{title}{author}</titleStmt>\
         <publicationStmt><p>Annotated by qawl</p></publicationStmt>\
         <sourceDesc><bibl>{title}{author}{publisher}{date}{address}{number}</bibl></sourceDesc>\
         </fileDesc>"
    );
    if !annotations.speakers.is_empty() {
        *xml += "<profileDesc><particDesc><listPerson>\n";
        for (i, speaker) in annotations.speakers.iter().enumerate() {
            let id = names.speaker(SpeakerId(i));
            let _ = write!(
                xml,
                "<person xml:id=\"{id}\"><persName>{}</persName>",
                line(&speaker.name)
            );
            for alias in &speaker.aliases {
                let _ = write!(xml, "<persName type=\"alias\">{}</persName>", line(alias));
            }
            *xml += "</person>\n";
        }
        *xml += "</listPerson></particDesc></profileDesc>";
    }
    *xml += "</teiHeader>\n";
}

/// The names of elements, which have to be of one element only in all of a corpus.
struct Names {
    article: u64,
}

impl Names {
    fn new(document: &Document) -> Self {
        let place = &document.meta.place;
        let mut hasher = DefaultHasher::new();
        (&place.path, place.line, place.item).hash(&mut hasher);
        Self {
            article: hasher.finish(),
        }
    }

    fn speaker(&self, speaker: SpeakerId) -> String {
        format!("a{:016x}-s{}", self.article, speaker.0 + 1)
    }

    /// One of the parts of a statement.
    fn said(&self, statement: usize, part: usize) -> String {
        format!("a{:016x}-q{}.{}", self.article, statement + 1, part)
    }
}

fn line(text: &str) -> String {
    escaped(&on_a_line(text))
}

fn words(document: &Document, span: Span) -> String {
    escaped(&plain(document.slice(span)))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
