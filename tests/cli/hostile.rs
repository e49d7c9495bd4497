//! Inputs that want to break the program: each gives articles or an error of one
//! line, soon, and nothing that a terminal obeys.

use std::{fs, io::Write};

use super::{ARTICLE, complains, folder, lines, output, path, piped, status, text};

/// Fails where something that a terminal obeys is written.
#[track_caller]
fn is_harmless(output: &std::process::Output) {
    for stream in [&output.stdout, &output.stderr] {
        let odd = text(stream).chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(odd, None, "{}", text(stream));
    }
}

fn gzip(bytes: &[u8], times: usize) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..times {
        packer.write_all(bytes).expect("memory takes it");
    }
    packer.finish().expect("memory takes it")
}

#[test]
fn bombs_are_refused() {
    let zeros = vec![b' '; 1 << 20];
    let zstd =
        ruzstd::encoding::compress_to_vec(&zeros[..], ruzstd::encoding::CompressionLevel::Fastest);
    let folder = folder(&[
        ("a.txt.gz", &gzip(&zeros, 80)),
        ("a.jsonl.gz", &gzip(&zeros, 80)),
        ("a.txt.zst", &zstd.repeat(80)),
    ]);
    for name in ["a.txt.gz", "a.jsonl.gz", "a.txt.zst"] {
        complains(
            &output(&["extract", &path(&folder, name)]),
            2,
            &[name, "unpacks to more than"],
        );
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_or_left_out() {
    complains(
        &output(&["extract", "/dev/zero"]),
        2,
        &["/dev/zero: a device"],
    );
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    // A FIFO nobody writes to would keep whoever opens it waiting.
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("b.txt"))
        .status();
    assert!(made.expect("mkfifo runs").success());
    std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).expect("a link");
    std::os::unix::fs::symlink("nowhere", folder.path().join("c.txt")).expect("a link");
    let output = output(&["extract", folder.path().to_str().expect("UTF-8")]);
    assert_eq!((status(&output), lines(&output).len()), (1, 1));
    assert_eq!(
        text(&output.stderr).lines().count(),
        3,
        "{}",
        text(&output.stderr)
    );
    is_harmless(&output);
}

#[cfg(unix)]
#[test]
fn names_cannot_forge_lines_or_send_escapes() {
    use std::os::unix::ffi::OsStringExt;

    let folder = folder(&[
        ("a\nqawl: all is well\u{1b}[2J.txt", b""),
        ("b\u{1b}]0;title\u{7}.txt", ARTICLE.as_bytes()),
    ]);
    let odd = std::ffi::OsString::from_vec(b"c\xff\x9b.txt".to_vec());
    fs::write(folder.path().join(odd), ARTICLE).expect("a file");
    for format in ["jsonl", "csv", "markdown", "web-annotation", "tei"] {
        let source = folder.path().to_str().expect("UTF-8");
        let output = output(&["extract", "--quiet", "--format", format, source]);
        assert_eq!(
            (status(&output), text(&output.stderr).lines().count()),
            (1, 1)
        );
        if format != "csv" {
            is_harmless(&output);
        }
    }
}

#[test]
fn broken_text_of_every_kind_is_read_or_refused() {
    let utf16: Vec<u8> = ARTICLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let escapes = "عنوان طويل لا نهاية له في صحيفة لا اسم لها\u{1b}[2J\u{9b}31m\u{202e}\u{2067}\u{8}\u{7}\n\nقال الوزير نعم\u{1b}]8;;http://x\u{7}.\n";
    let tower = format!("عنوان\n\nقال{} الوزير نعم.\n", "\u{64b}".repeat(10_000));
    let lone = r#"{"text": "قال الوزير \ud800 نعم."}"#;
    let deep = format!("{{\"x\": {}", "[".repeat(100_000));
    let overlong = [
        b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80 ",
        ARTICLE.as_bytes(),
    ]
    .concat();
    for (name, bytes, articles) in [
        ("cut.txt", &utf16[..utf16.len() - 1], Some(1)),
        ("overlong.txt", &overlong, Some(1)),
        ("escapes.txt", escapes.as_bytes(), Some(1)),
        ("tower.txt", tower.as_bytes(), Some(1)),
        ("lone.jsonl", lone.as_bytes(), None),
        ("deep.json", deep.as_bytes(), Some(0)),
        ("nul.txt", &[0; 5000], Some(0)),
    ] {
        let folder = folder(&[(name, bytes)]);
        let output = output(&["extract", "--format", "jsonl", &path(&folder, name)]);
        let found = text(&output.stdout).lines().count();
        assert!(
            articles.is_none_or(|articles| articles == found),
            "{name}: {}",
            text(&output.stderr)
        );
        assert_eq!(found + text(&output.stderr).lines().count(), 1, "{name}");
        is_harmless(&output);
    }
}

#[test]
fn long_lines_and_floods_of_marks_are_no_trouble() {
    let words = "كلمة ".repeat(200_000);
    let quotes = "«»\"".repeat(70_000);
    for text in [words, quotes] {
        let output = piped(&["extract"], text.as_bytes());
        assert_eq!(status(&output), 0);
    }
}

#[test]
fn a_file_that_vanishes_is_one_error() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let (there, gone) = (path(&folder, "a.txt"), path(&folder, "gone.txt"));
    let output = output(&["extract", &gone, &there]);
    assert_eq!((status(&output), lines(&output).len()), (1, 1));
    assert!(text(&output.stderr).contains("gone.txt: no such file"));
}

#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    use std::{
        io::{BufRead, BufReader},
        process::Stdio,
        time::{Duration, Instant},
    };
    let line = "{\"text\": \"قال الوزير إن الجسر آمن.\"}\n";
    let folder = folder(&[("big.jsonl", line.repeat(200_000).as_bytes())]);
    let mut command = super::qawl(&["extract", &path(&folder, "big.jsonl")]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let begun = Instant::now();
    let mut first = String::new();
    let mut stdout = BufReader::new(child.stdout.take().expect("its output"));
    stdout.read_line(&mut first).expect("a line");
    drop(stdout);
    let output = child.wait_with_output().expect("its end");
    assert_eq!((status(&output), text(&output.stderr)), (0, ""));
    assert!(first.starts_with("{\"schema\""));
    assert!(
        begun.elapsed() < Duration::from_secs(20),
        "{:?}",
        begun.elapsed()
    );
}
