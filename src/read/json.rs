//! Articles out of JSON: an object a line, one object, or an array of them.

use std::{borrow::Cow, fmt};

use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};

use super::{
    Encoding, Fault, Options, ReadError, decode,
    fields::{Fields, Part},
    not_empty, placed,
    record::{Record, RecordOf},
};
use crate::{
    document::{Document, Meta},
    place::Place,
};

/// The articles of whole lines, the first of which is at `place`.
pub(super) fn lines(
    bytes: &[u8],
    place: &Place,
    options: &Options,
) -> Vec<Result<Document, ReadError>> {
    let text = match json_text(bytes, options.encoding) {
        Ok(text) => text,
        Err(fault) => {
            return vec![Err(ReadError {
                place: place.clone(),
                fault,
            })];
        }
    };
    let first = place.line.unwrap_or(1);
    text.split('\n')
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(i, line)| {
            let place = Place {
                line: Some(first + i),
                ..place.clone()
            };
            placed(object(line, &options.fields), place)
        })
        .collect()
}

/// The articles of one object or of an array of them.
pub(super) fn articles(
    bytes: &[u8],
    place: Place,
    options: &Options,
) -> Vec<Result<Document, ReadError>> {
    let text = match json_text(bytes, options.encoding) {
        Ok(text) => text,
        Err(fault) => return vec![Err(ReadError { place, fault })],
    };
    if !text.trim_start().starts_with('[') {
        return vec![placed(object(&text, &options.fields), place)];
    }
    let mut found = Vec::new();
    let array = Array {
        fields: &options.fields,
        place: &place,
        found: &mut found,
    };
    let mut parser = serde_json::Deserializer::from_str(&text);
    let read = parser.deserialize_seq(array).and_then(|()| parser.end());
    if let Err(error) = read {
        found.push(Err(ReadError {
            place,
            fault: Fault::Json(error),
        }));
    }
    found
}

fn object(json: &str, fields: &Fields) -> Result<Document, Fault> {
    let mut parser = serde_json::Deserializer::from_str(json);
    let record = RecordOf(fields)
        .deserialize(&mut parser)
        .map_err(Fault::Json)?;
    parser.end().map_err(Fault::Json)?;
    document(record)
}

fn document(mut record: Record) -> Result<Document, Fault> {
    let text = record.take(Part::Text).ok_or(Fault::NoText)?;
    let meta = Meta {
        title: record.take(Part::Title),
        outlet: record.take(Part::Outlet),
        date: record.take(Part::Date),
        author: record.take(Part::Author),
        url: record.take(Part::Url),
        id: record.take(Part::Id),
        ..Meta::default()
    };
    not_empty(Document::new(text).with_meta(meta))
}

/// JSON is UTF-8 nearly always; where it is not, as any text may be.
fn json_text(bytes: &[u8], forced: Option<Encoding>) -> Result<Cow<'_, str>, Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if forced.is_none() && memchr::memchr(0, bytes).is_none() {
        // The quickest of what tells whether it is.
        let (text, has_faults) = encoding_rs::UTF_8.decode_without_bom_handling(bytes);
        if !has_faults {
            return Ok(text);
        }
    }
    decode::decode(bytes.to_vec(), forced).map(Cow::from)
}

/// An array of objects; each becomes an article or a fault of its own.
struct Array<'a> {
    fields: &'a Fields,
    place: &'a Place,
    found: &'a mut Vec<Result<Document, ReadError>>,
}

impl<'de> Visitor<'de> for Array<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an array of articles")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<(), A::Error> {
        while let Some(record) = array.next_element_seed(RecordOf(self.fields))? {
            let item = Some(self.found.len() + 1);
            let place = Place {
                item,
                ..self.place.clone()
            };
            self.found.push(placed(document(record), place));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str, options: &Options) -> Vec<Result<Document, String>> {
        articles(json.as_bytes(), Place::file("a.json"), options)
            .into_iter()
            .map(|article| article.map_err(|error| error.to_string()))
            .collect()
    }

    fn one(json: &str) -> Document {
        read(json, &Options::default())
            .remove(0)
            .expect("an article")
    }

    #[test]
    fn an_object_is_an_article() {
        let article = one(
            r#"{"id": 7, "title": "عنوان", "body": "قال\nنعم", "x": [1, {"text": 2}],
                "source": {"id": null, "name": "صدى"}, "author": ["أ", "ب"], "date": null}"#,
        );
        assert_eq!(article.text(), "قال\nنعم");
        let meta = &article.meta;
        assert_eq!(meta.title.as_deref(), Some("عنوان"));
        assert_eq!(meta.id.as_deref(), Some("7"));
        assert_eq!(meta.outlet.as_deref(), Some("صدى"));
        assert_eq!(meta.author.as_deref(), Some("أ, ب"));
        assert_eq!(meta.date, None);
    }

    #[test]
    fn of_two_names_of_a_part_the_likelier_one_counts() {
        assert_eq!(one(r#"{"content": "b", "text": "a"}"#).text(), "a");
        assert_eq!(one(r#"{"text": "a", "content": "b"}"#).text(), "a");
        assert_eq!(one(r#"{"text": null, "content": "b"}"#).text(), "b");
    }

    #[test]
    fn fields_can_be_renamed_and_stand_inside_others() {
        let mut options = Options::default();
        options
            .fields
            .rename("text=_source.full.text".parse().expect("a rename"));
        let json = r#"{"text": "a", "_source": {"text": "b", "full": {"text": "c"}}}"#;
        assert_eq!(
            read(json, &options)[0].as_ref().expect("an article").text(),
            "c"
        );
        assert!(read(r#"{"text": "a", "_source": null}"#, &options)[0].is_err());
    }

    #[test]
    fn an_array_gives_an_article_or_an_error_for_each() {
        let found = read(
            r#"[{"text": "a"}, {"title": "b"}, {"text": "c"}, 4]"#,
            &Options::default(),
        );
        let texts: Vec<_> = found.iter().flatten().map(Document::text).collect();
        assert_eq!(texts, ["a", "c"]);
        let errors: Vec<_> = found.iter().filter_map(|f| f.as_ref().err()).collect();
        assert!(
            errors[0].starts_with("a.json (article 2): no text"),
            "{errors:?}"
        );
        assert_eq!(errors.len(), 2);
    }

    #[test]
    fn each_line_is_an_article_or_an_error_of_that_line() {
        let place = Place {
            line: Some(10),
            ..Place::file("a.jsonl")
        };
        let bytes =
            b"{\"text\": \"a\"}\n\n{\"text\": \"b\"\r\n{\"text\": \"c\"} {}\n{\"text\": \"d\"}\r\n";
        let found = lines(bytes, &place, &Options::default());
        let lines: Vec<_> = found
            .iter()
            .map(|f| {
                f.as_ref()
                    .map_or_else(|e| e.place.line, |d| d.meta.place.line)
            })
            .collect();
        assert_eq!(lines, [Some(10), Some(12), Some(13), Some(14)]);
        let good: Vec<_> = found.iter().map(Result::is_ok).collect();
        assert_eq!(good, [true, false, false, true]);
    }

    #[test]
    fn json_in_other_encodings_is_read() {
        let json = "{\"text\": \"قال الوزير نعم\"}";
        let windows = encoding_rs::WINDOWS_1256.encode(json).0.into_owned();
        let utf16: Vec<u8> = json.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [windows, utf16] {
            let found = lines(&bytes, &Place::default(), &Options::default());
            assert_eq!(
                found[0].as_ref().expect("an article").text(),
                "قال الوزير نعم"
            );
        }
    }
}
