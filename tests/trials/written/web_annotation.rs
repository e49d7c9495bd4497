//! W3C Web Annotations, a page an article.

use serde_json::Value;

use super::{Read, values};

pub(super) fn is_true(text: &str, articles: &[Read]) {
    let pages = values(text);
    assert_eq!(pages.len(), articles.len());
    for (page, article) in pages.iter().zip(articles) {
        assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
        let items = page["items"].as_array().expect("annotations");
        let entities = article.found.entities.iter();
        let mentions = entities.map(|entity| entity.mentions.len());
        let count = article.found.statements.len() + mentions.sum::<usize>();
        assert_eq!(items.len(), count);
        for item in items {
            for target in item["target"].as_array().expect("targets") {
                target_is_true(target, article);
            }
        }
    }
}

/// A place and the words that stand there, with those around them.
fn target_is_true(target: &Value, article: &Read) {
    let selectors = target["selector"].as_array().map(Vec::as_slice);
    let Some([position, quote]) = selectors else {
        panic!("{target}");
    };
    let number = |name: &str| {
        position[name]
            .as_u64()
            .and_then(|n| usize::try_from(n).ok())
    };
    let [start, end] = ["start", "end"].map(|name| number(name).expect("a number"));
    let length = |name: &str| quote[name].as_str().expect("words").chars().count();
    assert_eq!(quote["exact"], article.slice(start, end));
    assert_eq!(
        quote["prefix"],
        article.slice(start - length("prefix"), start)
    );
    assert_eq!(quote["suffix"], article.slice(end, end + length("suffix")));
}
