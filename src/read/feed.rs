//! RSS and Atom: each item is an article.

use atom_syndication::{Entry, Feed};
use rss::{Channel, Item};

use super::{Fault, Options, ReadError, declared, not_empty, page, placed};
use crate::{
    document::{Document, Meta},
    place::Place,
};

/// The articles of a feed.
pub(super) fn articles(
    bytes: Vec<u8>,
    place: Place,
    options: &Options,
) -> Vec<Result<Document, ReadError>> {
    match items(bytes, options) {
        Ok(items) => items
            .into_iter()
            .enumerate()
            .map(|(i, article)| {
                let item = Some(i + 1);
                placed(
                    article.document(),
                    Place {
                        item,
                        ..place.clone()
                    },
                )
            })
            .collect(),
        Err(fault) => vec![Err(ReadError { place, fault })],
    }
}

fn items(bytes: Vec<u8>, options: &Options) -> Result<Vec<Found>, Fault> {
    let xml = declared::text(bytes, options.encoding)?;
    let xml = without_declaration(&xml);
    let found: Vec<Found> = if is_atom(xml) {
        let feed = Feed::read_from(xml.as_bytes()).map_err(|e| Fault::Feed(e.to_string()))?;
        let outlet = page::words(&feed.title.value);
        feed.entries
            .into_iter()
            .map(|entry| of_atom(entry, &outlet))
            .collect()
    } else {
        let feed = Channel::read_from(xml.as_bytes()).map_err(|e| Fault::Feed(e.to_string()))?;
        let outlet = page::words(&feed.title);
        feed.items
            .into_iter()
            .map(|item| of_rss(item, &outlet))
            .collect()
    };
    if found.is_empty() {
        return Err(Fault::Empty);
    }
    Ok(found)
}

/// The text is decoded already; what it says of its encoding holds no more.
fn without_declaration(xml: &str) -> &str {
    let xml = xml.trim_start();
    let end = xml
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once("?>"));
    end.map_or(xml, |(_, rest)| rest.trim_start())
}

/// Whether the first element is `<feed>`.
fn is_atom(xml: &str) -> bool {
    let first = |name| xml.find(name).unwrap_or(usize::MAX);
    first("<feed") < first("<rss").min(first("<rdf:RDF")).min(first("<item"))
}

/// What a feed says of an article.
#[derive(Default)]
struct Found {
    title: String,
    html: String,
    meta: Meta,
}

impl Found {
    fn document(self) -> Result<Document, Fault> {
        let title = page::tidy(&page::words(&self.title));
        let text = page::titled(&title, &page::words(&self.html));
        let meta = Meta {
            title: Some(title).filter(|title| !title.is_empty()),
            made: true,
            ..self.meta
        };
        not_empty(Document::new(text).with_meta(meta))
    }
}

fn of_rss(item: Item, outlet: &str) -> Found {
    let core = item.dublin_core_ext.unwrap_or_default();
    let first = |list: Vec<String>| list.into_iter().next();
    let meta = Meta {
        outlet: said(outlet.to_owned()),
        date: item.pub_date.or_else(|| first(core.dates)),
        author: item.author.or_else(|| first(core.creators)),
        url: item.link,
        id: item.guid.map(|guid| guid.value),
        ..Meta::default()
    };
    let body = item.content.into_iter().chain(item.description);
    Found {
        title: item.title.unwrap_or_default(),
        html: body.max_by_key(String::len).unwrap_or_default(),
        meta,
    }
}

fn of_atom(entry: Entry, outlet: &str) -> Found {
    let date = entry.published.unwrap_or(entry.updated);
    let link = entry
        .links
        .iter()
        .find(|l| l.rel == "alternate")
        .or(entry.links.first());
    let meta = Meta {
        outlet: said(outlet.to_owned()),
        date: said(date.to_rfc3339()),
        author: entry
            .authors
            .first()
            .and_then(|person| said(person.name.clone())),
        url: link.and_then(|link| said(link.href.clone())),
        id: said(entry.id),
        ..Meta::default()
    };
    let content = entry.content.and_then(|content| content.value);
    let summary = entry.summary.map(|summary| summary.value);
    Found {
        title: entry.title.value,
        html: content.or(summary).unwrap_or_default(),
        meta,
    }
}

fn said(text: String) -> Option<String> {
    Some(text).filter(|text| !text.trim().is_empty())
}
