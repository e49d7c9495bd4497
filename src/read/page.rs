//! A web page to the article in it, found as the reader view of a browser does.

use dom_smoothie::{Article, Config, Readability, TextMode};

use super::{Fault, Options, declared, depth, not_empty};
use crate::{
    document::{Document, Meta},
    place::Place,
};

/// The longest page, in bytes; no page of news comes near, and the tree of a
/// page takes some ten times its size.
const LONGEST_PAGE: usize = 16 << 20;

/// How few characters make an article; a bulletin has less than a feature.
const SHORTEST: usize = 140;

/// What stands in articles and is none of their text.
const FURNITURE: &str = include_str!("furniture.txt");

/// The article of a page.
pub(super) fn article(bytes: Vec<u8>, options: &Options) -> Result<Document, Fault> {
    if bytes.len() > LONGEST_PAGE {
        return Err(Fault::Page("longer than any article is"));
    }
    let html = declared::text(bytes, options.encoding)?;
    if depth::is_absurd(&html) {
        return Err(Fault::Page("nested deeper than any article is"));
    }
    let mut page = readable(html);
    let address = address(&page);
    let date = date(&page);
    let author = author(&page);
    let headline = headline(&page);
    strip(&page);
    let found = page
        .parse()
        .map_err(|_| Fault::Page("no article is found in the page"))?;
    let title = headline.unwrap_or_else(|| tidy(&found.title));
    let text = titled(&title, &paragraphs(&found.text_content));
    let meta = meta(&found, title);
    let meta = Meta {
        url: meta.url.or(address),
        date: meta.date.or(date),
        author: author.or(meta.author),
        ..meta
    };
    not_empty(Document::new(text).with_meta(meta))
}

/// The text of a piece of HTML, as feeds hold it: all of it, a paragraph a line.
pub(super) fn words(html: &str) -> String {
    if !html.contains(['<', '&']) || depth::is_absurd(html) {
        return html.to_owned();
    }
    let page = readable(html.to_owned());
    strip(&page);
    paragraphs(&page.doc.formatted_text())
}

/// The headline above the body, where the body does not begin with it.
pub(super) fn titled(title: &str, body: &str) -> String {
    let body = body.trim();
    if title.is_empty() || body.starts_with(title) {
        return body.to_owned();
    }
    if body.is_empty() {
        return title.to_owned();
    }
    format!("{title}\n\n{body}")
}

/// The lines that hold something, a blank one between two.
fn paragraphs(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n\n")
}

/// A text on one line, its blanks single ones.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn readable(html: String) -> Readability {
    let config = Config {
        text_mode: TextMode::Formatted,
        char_threshold: SHORTEST,
        ..Config::default()
    };
    let mut page = Readability::from(html);
    page.config = config;
    page
}

fn strip(page: &Readability) {
    for selector in FURNITURE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
    {
        page.doc.select(selector).remove();
    }
}

fn meta(found: &Article, title: String) -> Meta {
    let known = |text: &Option<String>| text.as_deref().map(tidy).filter(|text| !text.is_empty());
    Meta {
        title: Some(title).filter(|title| !title.is_empty()),
        outlet: known(&found.site_name),
        date: known(&found.published_time),
        author: known(&found.byline),
        url: known(&found.url),
        id: None,
        made: true,
        place: Place::default(),
    }
}

/// The only first heading of a page; its `<title>` is often cut or has the
/// outlet in it.
fn headline(page: &Readability) -> Option<String> {
    let headings = page.doc.select("h1");
    let mut texts = headings
        .iter()
        .map(|h| tidy(&h.text()))
        .filter(|text| !text.is_empty());
    texts.next().filter(|_| texts.next().is_none())
}

fn address(page: &Readability) -> Option<String> {
    first(page, "link[rel=canonical]", "href")
        .or_else(|| first(page, "meta[property='og:url']", "content"))
}

fn date(page: &Readability) -> Option<String> {
    first(page, "meta[itemprop=datePublished]", "content")
        .or_else(|| first(page, "time[datetime]", "datetime"))
}

fn author(page: &Readability) -> Option<String> {
    let named = page
        .doc
        .select_single("[rel=author], [itemprop=author], [aria-labelledby*=byline] li");
    Some(tidy(&named.text())).filter(|name| !name.is_empty())
}

fn first(page: &Readability, selector: &str, attribute: &str) -> Option<String> {
    let found = page.doc.select_single(selector).attr(attribute)?;
    Some(found.trim().to_owned()).filter(|value| !value.is_empty())
}
