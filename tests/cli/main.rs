//! The program as it is called: what it writes where, and its exit status.

mod changing;
mod hostile;
mod output;

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
    thread,
};

const ARTICLE: &str = "عنوان الخبر\n\nقال الوزير مروان الديري إن الجسر آمن.\n";

fn qawl(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qawl"));
    command.args(arguments).stdin(Stdio::null());
    command
}

fn output(arguments: &[&str]) -> Output {
    qawl(arguments).output().expect("the program runs")
}

/// Runs the program with `input` on its standard input.
fn piped(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = qawl(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut stdin = child.stdin.take().expect("its standard input");
    thread::scope(|scope| {
        // A program that does not read all of its input is not the fault of this pipe.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().expect("its output")
    })
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("no signal ended it")
}

fn lines(output: &Output) -> Vec<serde_json::Value> {
    let parse = |line| serde_json::from_str(line).expect("a line of JSON");
    text(&output.stdout).lines().map(parse).collect()
}

fn title(output: &Output) -> String {
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    json["article"]["title"]
        .as_str()
        .expect("a title")
        .to_owned()
}

/// Fails unless the program ended with `code`, nothing on standard output and
/// one line on standard error that holds all of `words`.
#[track_caller]
fn complains(output: &Output, code: i32, words: &[&str]) {
    let error = text(&output.stderr);
    assert_eq!(status(output), code, "{error}");
    assert_eq!(text(&output.stdout), "");
    assert_eq!(error.lines().count(), 1, "{error}");
    assert!(error.starts_with("qawl: "), "{error}");
    for word in words {
        assert!(error.contains(word), "{word} is missing in: {error}");
    }
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("a file");
    }
    folder
}

fn path(folder: &tempfile::TempDir, name: &str) -> String {
    Path::join(folder.path(), name)
        .to_str()
        .expect("a UTF-8 path")
        .to_owned()
}

#[test]
fn one_file_is_written_as_one_indented_object() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let output = output(&["extract", &path(&folder, "a.txt")]);
    assert_eq!((status(&output), text(&output.stderr)), (0, ""));
    assert!(text(&output.stdout).starts_with("{\n  \"schema\""));
    assert_eq!(title(&output), "عنوان الخبر");
}

#[test]
fn a_folder_is_written_line_by_line_in_its_order() {
    let folder = folder(&[
        ("b.txt", "ب\n\nب.".as_bytes()),
        ("a.md", "أ\n\nأ.".as_bytes()),
        ("c.png", b"\x89PNG"),
    ]);
    let output = output(&["extract", folder.path().to_str().expect("UTF-8")]);
    assert_eq!((status(&output), text(&output.stderr)), (0, ""));
    let titles: Vec<_> = lines(&output)
        .iter()
        .map(|l| l["article"]["title"].clone())
        .collect();
    assert_eq!(titles, ["أ", "ب"]);
}

#[test]
fn a_pipe_and_a_dash_are_standard_input() {
    for arguments in [&["extract"][..], &["extract", "-"]] {
        let output = piped(arguments, ARTICLE.as_bytes());
        assert_eq!((status(&output), text(&output.stderr)), (0, ""));
        assert_eq!(title(&output), "عنوان الخبر");
    }
}

#[test]
fn encodings_are_detected_and_can_be_forced() {
    let windows = encoding_rs::WINDOWS_1256.encode(ARTICLE).0;
    assert_eq!(title(&piped(&["extract"], &windows)), "عنوان الخبر");
    let forced = piped(&["extract", "--encoding", "iso-8859-6"], &windows);
    assert_ne!(title(&forced), "عنوان الخبر");
    let unknown = output(&["extract", "--encoding", "klingon", "a.txt"]);
    assert_eq!(status(&unknown), 2);
    assert!(text(&unknown.stderr).contains("windows-1256"));
}

#[test]
fn what_gives_no_article_is_said_in_one_line() {
    let folder = folder(&[
        ("a.pdf", b"%PDF-1.7 \x00"),
        ("e.txt", b" \r\n\t"),
        ("n.bin", &[7; 64]),
    ]);
    fs::create_dir(folder.path().join("empty")).expect("a folder");
    let named = |name: &str| output(&["extract", &path(&folder, name)]);
    complains(
        &named("no-such.txt"),
        2,
        &["no-such.txt: no such file", "check the spelling"],
    );
    complains(&named("a.pdf"), 2, &["a.pdf: a PDF, not text", "pdftotext"]);
    complains(&named("e.txt"), 2, &["e.txt: it is empty"]);
    complains(&named("n.bin"), 2, &["n.bin: binary data", "--encoding"]);
    complains(&named("empty"), 2, &["no articles in this folder", ".txt"]);
    complains(&output(&["extract"]), 2, &["standard input: it is empty"]);
}

#[test]
fn one_bad_article_does_not_stop_the_others() {
    let folder = folder(&[
        ("a.txt", ARTICLE.as_bytes()),
        ("b.txt", b""),
        ("c.txt", b"c\n\nc."),
    ]);
    let output = output(&["extract", folder.path().to_str().expect("UTF-8")]);
    assert_eq!(status(&output), 1);
    assert_eq!(lines(&output).len(), 2);
    let told: Vec<_> = text(&output.stderr).lines().collect();
    assert_eq!(told.len(), 2, "an error and the summary");
    assert!(told[0].contains("b.txt: it is empty"));
    assert!(
        told[1].starts_with("qawl: articles: 2, statements: "),
        "{}",
        told[1]
    );
    assert!(told[1].contains("errors: 1;"), "{}", told[1]);
}

#[test]
fn a_closed_pipe_is_success() {
    let article = format!("عنوان\n\n{}", "كلمة ".repeat(100));
    let names: Vec<String> = (0..400).map(|i| format!("{i:03}.txt")).collect();
    let files: Vec<_> = names
        .iter()
        .map(|n| (n.as_str(), article.as_bytes()))
        .collect();
    let folder = folder(&files);
    let folder = folder.path().to_str().expect("UTF-8");
    for arguments in [
        &["extract", folder][..],
        &["config"],
        &["man"],
        &["completions", "bash"],
    ] {
        let mut command = qawl(arguments);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("its output");
        assert_eq!(
            (status(&output), text(&output.stderr)),
            (0, ""),
            "{arguments:?}"
        );
    }
}

#[test]
fn the_browser_needs_a_terminal() {
    complains(&output(&[]), 2, &["no terminal", "qawl extract"]);
}

#[test]
fn help_and_version_are_short_and_succeed() {
    for arguments in [
        &["--help"][..],
        &["-h"],
        &["extract", "-h"],
        &["extract", "--help"],
        &["calibrate", "--help"],
        &["config", "--help"],
        &["completions", "--help"],
        &["man", "--help"],
        &["--version"],
    ] {
        let output = output(arguments);
        assert_eq!(
            (status(&output), text(&output.stderr)),
            (0, ""),
            "{arguments:?}"
        );
        let lines: Vec<_> = text(&output.stdout).lines().collect();
        // All formats on one line are worth five columns more.
        let most = if arguments.contains(&"-h") { 85 } else { 80 };
        let wide = lines.iter().find(|line| line.chars().count() > most);
        assert_eq!(wide, None, "{arguments:?}");
        assert!(lines.len() <= 64, "more than two screens: {arguments:?}");
    }
    assert_eq!(status(&output(&["extract", "--no-such-option"])), 2);
}

#[test]
fn each_line_of_jsonl_is_an_article_or_an_error_of_that_line() {
    let archive: String = (0..10_000)
        .map(|n| match n % 7 {
            0 => format!("{{\"text\": \"broken {n}\n"),
            _ => format!("{{\"id\": {n}, \"text\": \"قال الوزير إن الجسر {n} آمن.\"}}\n"),
        })
        .collect();
    let run = |jobs: &str| piped(&["extract", "--jobs", jobs], archive.as_bytes());
    let output = run("1");
    assert_eq!(status(&output), 1);
    let found = lines(&output);
    assert_eq!(found.len(), 8_571);
    assert!(
        found
            .windows(2)
            .all(|w| w[0]["article"]["line"].as_u64() < w[1]["article"]["line"].as_u64())
    );
    let errors: Vec<_> = text(&output.stderr).lines().collect();
    assert_eq!(
        errors.len(),
        1_429 + 1,
        "an error line each, and the summary"
    );
    assert!(errors[1].starts_with("qawl: standard input:8: not the JSON of an article"));
    let other = run("8");
    assert_eq!(other.stdout, output.stdout);
    let others: Vec<_> = text(&other.stderr).lines().collect();
    assert_eq!(others[..1_429], errors[..1_429]);
}

#[test]
fn shells_and_manual_know_every_command_and_option() {
    let script = output(&["completions", "bash"]);
    let manual = output(&["man"]);
    for output in [&script, &manual] {
        assert_eq!((status(output), text(&output.stderr)), (0, ""));
        let text = text(&output.stdout).replace("\\-", "-");
        for word in [
            "extract",
            "--kind-of-input",
            "--speaker",
            "--theme",
            "completions",
        ] {
            assert!(text.contains(word), "{word}");
        }
    }
    assert!(text(&manual.stdout).contains(".TH qawl 1"));
    assert_eq!(status(&output(&["completions", "basic"])), 2);
}

#[test]
fn packed_archives_and_renamed_fields_are_read() {
    let line = "{\"_source\": {\"body\": \"قال الوزير نعم.\"}, \"text\": \"x\"}\n";
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed
        .write_all(line.repeat(3).as_bytes())
        .expect("memory takes it");
    let packed = packed.finish().expect("memory takes it");
    let folder = folder(&[("a.jsonl.gz", &packed)]);
    let renamed = output(&[
        "extract",
        "--field",
        "text=_source.body",
        &path(&folder, "a.jsonl.gz"),
    ]);
    assert_eq!((status(&renamed), text(&renamed.stderr)), (0, ""));
    let titles: Vec<_> = lines(&renamed)
        .iter()
        .map(|l| l["article"]["title"].clone())
        .collect();
    assert_eq!(titles, ["قال الوزير نعم."; 3]);
    let unknown = output(&["extract", "--field", "words=a", "a.jsonl"]);
    assert_eq!(status(&unknown), 2);
}
