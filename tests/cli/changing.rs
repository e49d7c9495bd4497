//! Files that others change while they are read: whole articles come out, what is cut
//! is one line of error, and it ends.

use std::{
    fs::{self, OpenOptions},
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Output, Stdio},
};

use super::{ARTICLE, folder, lines, path, qawl, status, text};

/// Runs `extract` on `source`, and `change` once its first article has come.
fn extract_while(source: &str, change: impl FnOnce()) -> Output {
    let mut command = qawl(&[
        "extract", "--quiet", "--jobs", "1", "--format", "jsonl", source,
    ]);
    let child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = child.expect("it runs");
    let mut stdout = BufReader::new(child.stdout.take().expect("its output"));
    let mut said = Vec::new();
    stdout.read_until(b'\n', &mut said).expect("a line");
    change();
    stdout.read_to_end(&mut said).expect("the rest");
    let ended = child.wait_with_output().expect("its end");
    Output {
        stdout: said,
        ..ended
    }
}

/// More lines than a pipe and the readers ahead of it hold.
fn archive() -> (tempfile::TempDir, String) {
    let line = format!(
        "{{\"text\": \"قال الوزير إن الجسر آمن.{}\"}}\n",
        " كلمة".repeat(400)
    );
    let folder = folder(&[("big.jsonl", line.repeat(4_000).as_bytes())]);
    let path = path(&folder, "big.jsonl");
    (folder, path)
}

#[test]
fn a_file_that_is_cut_while_read_gives_what_was_there() {
    let (_folder, path) = archive();
    let cut = || {
        let file = OpenOptions::new()
            .write(true)
            .open(&path)
            .expect("the file");
        file.set_len(100).expect("it is cut");
    };
    let output = extract_while(&path, cut);
    let found = lines(&output).len();
    let complaints = text(&output.stderr).lines().count();
    assert!(
        (1..4_000).contains(&found),
        "{found}: it was cut too late to tell"
    );
    assert!(complaints <= 1, "{}", text(&output.stderr));
    assert_eq!(status(&output), i32::from(complaints > 0));
}

#[test]
fn a_file_that_is_replaced_while_read_is_read_as_it_was() {
    let (folder, path) = archive();
    let replace = || {
        let other = folder.path().join("other");
        fs::write(&other, ARTICLE).expect("a file");
        fs::rename(other, &path).expect("it is replaced");
    };
    let output = extract_while(&path, replace);
    assert_eq!((status(&output), lines(&output).len()), (0, 4_000));
}

#[test]
fn a_folder_that_vanishes_while_read_is_an_error_for_each_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let inner = folder.path().join("articles");
    fs::create_dir(&inner).expect("a folder");
    let words = format!("{ARTICLE}{}", " كلمة".repeat(2_000));
    for number in 0..400 {
        fs::write(inner.join(format!("{number:03}.txt")), &words).expect("a file");
    }
    let vanish = |inner: &Path| fs::remove_dir_all(inner).expect("it vanishes");
    let output = extract_while(inner.to_str().expect("UTF-8"), || vanish(&inner));
    let (found, complaints) = (lines(&output).len(), text(&output.stderr).lines().count());
    assert!(
        found >= 1 && found + complaints <= 401,
        "{found} and {complaints}"
    );
    assert_eq!(status(&output), i32::from(complaints > 0));
}
