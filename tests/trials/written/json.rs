//! JSON, an object an article.

use serde_json::Value;

use super::{Read, values};

pub(super) fn is_true(text: &str, articles: &[Read], on_a_line: bool) {
    if on_a_line {
        assert_eq!(text.matches('\n').count(), articles.len(), "a line each");
    }
    let objects = values(text);
    assert_eq!(objects.len(), articles.len());
    for (object, article) in objects.iter().zip(articles) {
        assert_eq!(object["schema"], qawl::extract::SCHEMA);
        let found = article.found;
        for (name, count) in [
            ("statements", found.statements.len()),
            ("speakers", found.speakers.len()),
            ("entities", found.entities.len()),
        ] {
            assert_eq!(object[name].as_array().map(Vec::len), Some(count), "{name}");
        }
        places_are_true(object, article);
    }
}

/// Every object with a place in it gives the words that stand there.
fn places_are_true(value: &Value, article: &Read) {
    match value {
        Value::Array(values) => values.iter().for_each(|v| places_are_true(v, article)),
        Value::Object(fields) => {
            let number = |name: &str| usize::try_from(fields.get(name)?.as_u64()?).ok();
            if let (Some(start), Some(end)) = (number("start"), number("end")) {
                assert_eq!(fields["text"], article.slice(start, end));
            }
            fields.values().for_each(|v| places_are_true(v, article));
        }
        _ => {}
    }
}
