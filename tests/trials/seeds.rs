//! What fuzzing begins with: the samples and the pages of the tests, in the shape
//! that each target takes.

use std::{fs, io::Write, path::Path};

use flate2::{Compression, write::GzEncoder};
use qawl::samples::SAMPLES;

/// The seeds of a target. `more` are further articles as text.
pub fn of(target: &str, more: &[String]) -> Vec<Vec<u8>> {
    let texts: Vec<String> = texts().into_iter().chain(more.iter().cloned()).collect();
    match target {
        "decode" => texts.iter().flat_map(|text| encoded(text)).collect(),
        "html" => pages(),
        "feed" => texts
            .iter()
            .flat_map(|text| [rss(text), atom(text)])
            .collect(),
        "json" => texts.iter().flat_map(|text| jsons(text)).collect(),
        "analysis" => texts
            .iter()
            .map(|text| framed(&[0], text))
            .chain(pieces(&[1]))
            .collect(),
        "layout" => {
            let rows = texts.iter().map(|text| framed(&[40, 0, 0], text));
            rows.chain(pieces(&[20, 0, 1])).collect()
        }
        "keys" => keys(),
        "whole" => files(&texts),
        _ => Vec::new(),
    }
}

fn texts() -> Vec<String> {
    let read = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    SAMPLES.iter().map(|sample| read(sample.bytes)).collect()
}

fn framed(head: &[u8], text: &str) -> Vec<u8> {
    [head, text.as_bytes()].concat()
}

/// Every piece in its order, in parts.
fn pieces(head: &[u8]) -> Vec<Vec<u8>> {
    let all: Vec<u8> = (0..=u8::MAX).take(super::pieces::all().len()).collect();
    all.chunks(24)
        .chain([&all[..]])
        .map(|part| [head, part].concat())
        .collect()
}

fn encoded(text: &str) -> Vec<Vec<u8>> {
    let short: String = text.chars().take(700).collect();
    let wide = |to: fn(u16) -> [u8; 2]| short.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    vec![
        framed(&[0], &short),
        [&[0, 0xff, 0xfe][..], &wide(u16::to_le_bytes)].concat(),
        [&[0, 0xfe, 0xff][..], &wide(u16::to_be_bytes)].concat(),
        [&[2][..], &wide(u16::to_le_bytes)].concat(),
    ]
}

fn pages() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let beside = |root: &Path| fs::read_dir(root.join("tests/pages")).ok();
    let folder = beside(root).or_else(|| beside(root.parent()?));
    let mut paths: Vec<_> = folder
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "html"));
    paths.sort();
    paths
        .iter()
        .filter_map(|path| fs::read(path).ok())
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn rss(text: &str) -> Vec<u8> {
    let (title, body) = text.split_once('\n').unwrap_or((text, ""));
    let (title, body) = (escaped(title), escaped(body));
    format!(
        "<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'>\
         <channel><title>بريد</title><item><title>{title}</title><guid>1</guid>\
         <dc:creator>أ</dc:creator><pubDate>Mon, 12 May 2031 10:00:00 +0300</pubDate>\
         <description>&lt;p>{body}&lt;/p></description></item></channel></rss>"
    )
    .into_bytes()
}

fn atom(text: &str) -> Vec<u8> {
    let text = escaped(text);
    format!(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>بريد</title><id>a</id>\
         <updated>2031-05-12T10:00:00Z</updated><entry><title>خبر</title><id>b</id>\
         <updated>2031-05-12T10:00:00Z</updated><link href='http://b.example'/>\
         <content type='html'>{text}</content></entry></feed>"
    )
    .into_bytes()
}

fn jsons(text: &str) -> Vec<Vec<u8>> {
    let text = serde_json::Value::from(text).to_string();
    let object = format!(
        "{{\"id\": 7, \"title\": \"خبر\", \"text\": {text}, \"source\": {{\"name\": \"\\u0628\"}}, \
         \"date\": \"2031-05-12\", \"tags\": [\"a\", null, 1.5e3]}}"
    );
    vec![
        framed(&[0], &object),
        framed(&[0], &format!("[{object}, {object}]")),
        framed(
            &[1],
            &format!("{object}\n\n{object}\n{{\"text\": \"\\ud800\"}}\n"),
        ),
    ]
}

/// Articles as files of each kind, whose name or content says what they are, and packed.
fn files(texts: &[String]) -> Vec<Vec<u8>> {
    let short = |text: &String| text.chars().take(500).collect::<String>();
    let made = texts.iter().map(short).flat_map(|text| {
        let kinds = [framed(&[], &text), rss(&text), atom(&text)];
        kinds
            .into_iter()
            .chain(jsons(&text).into_iter().map(|j| j[1..].to_vec()))
    });
    let files: Vec<_> = made.collect();
    let packed = files.iter().map(|file| {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(file).expect("memory takes it");
        packer.finish().expect("memory takes it")
    });
    let plain = files.iter().cloned();
    plain
        .chain(packed)
        .map(|file| [&[0, 0][..], &file].concat())
        .collect()
}

/// What readers press.
fn keys() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = Vec::new();
    for (number, pressed) in [
        "jjjjkk\u{4}\u{15}  bgG12jn3N",
        "nn]s]s[s]e[e]p[p",
        "\t123\tjj\n",
        "1jj\re?help\r",
        "ffj \rFFxX",
        "tj \rttxxzz",
        "/the\r nnN/\u{1b}/qa\u{7f}\u{7f}la\r",
        "manbmb'a'b\u{f}\u{f}\t\u{f}",
        "yYwa\r\rowE",
        "JJKKDD??q",
    ]
    .into_iter()
    .enumerate()
    {
        for interface in 0..4 {
            let number = u8::try_from(number).unwrap_or_default();
            seeds.push([&[number, interface][..], pressed.as_bytes()].concat());
        }
    }
    seeds.push(
        [
            &[8, 0, 0x98, 40, 24][..],
            &(0xd0..=0xff).collect::<Vec<u8>>(),
        ]
        .concat(),
    );
    seeds.push(
        [&[
            8, 1, 0x98, 20, 9, 0x90, 5, 5, 0x91, 9, 6, 0x92, 9, 6, 0x94, 3, 3, 0x9c, 1,
        ][..]]
        .concat(),
    );
    seeds
}
