//! TEI P5, an article an element, with all of its text.

use std::collections::HashSet;

use roxmltree::{Document as Xml, Node};

use super::{Read, shows};

const TEI: &str = "http://www.tei-c.org/ns/1.0";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

pub(super) fn is_true(text: &str, articles: &[Read]) {
    let xml = Xml::parse(text).expect("XML");
    let is_article = |node: &Node| node.has_tag_name((TEI, "TEI"));
    let elements: Vec<Node> = xml.descendants().filter(is_article).collect();
    assert_eq!(elements.len(), articles.len());
    for (element, article) in elements.iter().zip(articles) {
        text_is_whole(*element, article);
        references_lead_somewhere(*element);
        let said = element.descendants().filter(|n| n.has_tag_name("said"));
        assert!(said.count() >= article.found.statements.len());
    }
    let mut ids = HashSet::new();
    let all = xml.descendants().filter_map(|n| n.attribute((XML, "id")));
    all.for_each(|id| assert!(ids.insert(id), "{id} twice"));
}

/// The paragraphs are those of the text, to the letter; of ends of lines XML keeps no
/// more than that there are some.
fn text_is_whole(element: Node, article: &Read) {
    let body = element.descendants().find(|n| n.has_tag_name("body"));
    let paragraphs = body.expect("a body").children().filter(Node::is_element);
    let written: Vec<String> = paragraphs.map(words).collect();
    let document = article.document;
    assert_eq!(written.len(), document.paragraphs().len());
    for (written, paragraph) in written.iter().zip(document.paragraphs()) {
        let original = document.slice(*paragraph).replace("\r\n", "\n");
        assert!(shows(written, &original), "{original:?}");
    }
}

fn words(element: Node) -> String {
    let texts = element.descendants().filter(Node::is_text);
    texts.filter_map(|node| node.text()).collect()
}

fn references_lead_somewhere(element: Node) {
    let ids: HashSet<&str> = element
        .descendants()
        .filter_map(|node| node.attribute((XML, "id")))
        .collect();
    for name in ["who", "prev"] {
        for reference in element.descendants().filter_map(|n| n.attribute(name)) {
            let id = reference.strip_prefix('#');
            assert!(id.is_some_and(|id| ids.contains(id)), "{reference}");
        }
    }
}
