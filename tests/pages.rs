//! Pages of `tests/pages/`, in the shapes that news sites have, and the article
//! that stands in each: its text comes out and nothing else. And feeds.
#![cfg(feature = "html")]

use std::{fs, path::Path};

use qawl::{
    document::{Document, Meta},
    read::{self, Options},
};

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages"))
}

fn articles(path: &Path) -> Vec<Document> {
    let options = Options::default();
    let found = read::articles(vec![path.to_path_buf()], &options);
    found
        .map(|article| article.unwrap_or_else(|error| panic!("{error}")))
        .collect()
}

fn page(name: &str) -> Document {
    articles(&folder().join(name)).remove(0)
}

#[test]
fn the_article_comes_out_and_nothing_else() {
    let mut seen = 0;
    for entry in fs::read_dir(folder()).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let expected = fs::read_to_string(path.with_extension("txt")).expect("the article");
        let found = articles(&path);
        let [article] = found.as_slice() else {
            panic!("{}: {} articles", path.display(), found.len());
        };
        assert_eq!(article.text(), expected.trim_end(), "{}", path.display());
        assert!(article.headline().is_some() && article.meta.made);
        seen += 1;
    }
    assert_eq!(seen, 8);
}

#[test]
fn what_a_page_says_of_its_article_is_kept() {
    let known = |meta: &Meta| {
        [&meta.outlet, &meta.date, &meta.author, &meta.url]
            .map(|text| text.clone().unwrap_or_default())
    };
    assert_eq!(
        known(&page("01-broadcaster.html").meta),
        [
            "شبكة المنارة",
            "2031-05-12T09:20:00Z",
            "ليلى الخطاط",
            "https://manara.example/news/2031/5/12/reservoirs"
        ]
    );
    assert_eq!(
        known(&page("02-public-service.html").meta),
        ["هنا الضفة", "2031-03-02", "مراد الشاطئي", ""]
    );
    assert_eq!(
        page("07-agency-divs.html").meta.date.as_deref(),
        Some("2031-04-05")
    );
}

/// The articles of `bytes`, in a file of that name.
fn written(name: &str, bytes: &[u8]) -> Vec<Result<Document, String>> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("a file");
    let options = Options::default();
    let found = read::articles(vec![path], &options);
    found
        .map(|article| article.map_err(|error| error.fault.to_string()))
        .collect()
}

const RSS: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>بريد المرسى</title><link>https://marsa.example/</link><description>أخبار</description>
<item><title>الوزير: «الجسر آمن»</title><link>https://marsa.example/1</link><guid>n-1</guid>
<pubDate>Mon, 12 May 2031 10:00:00 +0300</pubDate><dc:creator>منى البريدي</dc:creator>
<description>موجز</description>
<content:encoded><![CDATA[<p>قال الوزير إن الجسر&nbsp;آمن.</p><figure><figcaption>الجسر</figcaption></figure><p>وأضاف أنه سيفتح غدا.</p>]]></content:encoded></item>
<item><title>خبر &amp; خبر</title><description>&lt;b&gt;قال&lt;/b&gt; الوزير نعم.</description></item>
<item><guid>n-3</guid></item>
</channel></rss>"#;

#[test]
fn each_item_of_a_feed_is_an_article() {
    for name in ["a.rss", "a.xml", "a"] {
        let found = written(name, RSS.as_bytes());
        let first = found[0].as_ref().expect("an article");
        assert_eq!(
            first.text(),
            "الوزير: «الجسر آمن»\n\nقال الوزير إن الجسر آمن.\n\nوأضاف أنه سيفتح غدا."
        );
        let meta = &first.meta;
        assert_eq!(meta.outlet.as_deref(), Some("بريد المرسى"));
        assert_eq!(meta.author.as_deref(), Some("منى البريدي"));
        assert_eq!(
            meta.date.as_deref(),
            Some("Mon, 12 May 2031 10:00:00 +0300")
        );
        assert_eq!(
            (meta.id.as_deref(), meta.place.item),
            (Some("n-1"), Some(1))
        );
        let second = found[1].as_ref().expect("an article");
        assert_eq!(second.text(), "خبر & خبر\n\nقال الوزير نعم.");
        assert!(
            found[2]
                .as_ref()
                .is_err_and(|fault| fault.contains("empty"))
        );
    }
}

#[test]
fn feeds_of_other_kinds_and_encodings_are_read() {
    let atom = r#"<?xml version="1.0" encoding="windows-1256"?><feed xmlns="http://www.w3.org/2005/Atom">
        <title>صدى</title><id>x</id><updated>2031-05-12T10:00:00Z</updated>
        <entry><title>عنوان</title><id>e-1</id><updated>2031-05-12T10:00:00Z</updated>
        <link rel="self" href="https://a.example/s"/><link href="https://a.example/1"/>
        <author><name>ليلى</name></author><content type="html">&lt;p&gt;قال الوزير نعم.&lt;/p&gt;</content></entry></feed>"#;
    let windows = encoding_rs::WINDOWS_1256.encode(atom).0;
    let found = written("a.atom", &windows);
    let article = found[0].as_ref().expect("an article");
    assert_eq!(article.text(), "عنوان\n\nقال الوزير نعم.");
    let meta = &article.meta;
    assert_eq!(meta.url.as_deref(), Some("https://a.example/1"));
    assert_eq!(
        (meta.id.as_deref(), meta.author.as_deref()),
        (Some("e-1"), Some("ليلى"))
    );
    assert_eq!(meta.outlet.as_deref(), Some("صدى"));
}

#[test]
fn pages_and_feeds_that_hold_nothing_are_errors() {
    let fault = |name: &str, bytes: &[u8]| written(name, bytes).remove(0).expect_err("a fault");
    assert!(fault("a.html", b"<html><body><nav>a</nav></body></html>").contains("no article"));
    assert!(fault("a.rss", b"<rss><channel><item>").contains("not a feed"));
    assert!(fault("a.xml", b"<rss><channel><title>a</title></channel></rss>").contains("empty"));
    assert!(fault("a.html", &b"<p>x ".repeat(5 << 20)).contains("longer than any article"));
}

#[test]
fn hostile_markup_is_survived() {
    let deep = "<div>".repeat(100_000) + "قال الوزير نعم.";
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
        <rss><channel><title>t</title><item><title>&b;&b;&b;</title></item></channel></rss>"#;
    let entities = format!(
        "<html><body><p>{}",
        "&nbsp;&#0;&#x10ffff;&bogus;".repeat(10_000)
    );
    let unclosed = "<html><body>".to_owned() + &"<b><i><a href='".repeat(20_000);
    for (name, markup) in [
        ("deep.html", deep.as_str()),
        ("bomb.xml", bomb),
        ("entities.html", &entities),
        ("unclosed.html", &unclosed),
    ] {
        // Whatever comes of it, it comes soon and is small.
        let found = written(name, markup.as_bytes());
        let length = found
            .iter()
            .flatten()
            .map(|article| article.text().len())
            .sum::<usize>();
        assert!(length <= markup.len(), "{name}: {length}");
    }
}
