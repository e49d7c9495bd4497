//! Where `extract` writes: files that are whole or not there, folders, runs that
//! go on, what is asked for only.

use std::{fs, path::Path};

use super::{ARTICLE, complains, folder, lines, output, path, status, text};

/// An archive of `count` articles, every seventh broken if `broken`.
fn archive(count: usize, broken: bool) -> String {
    let line = |n: usize| match n % 7 {
        0 if broken => "{\"text\": \n".to_owned(),
        _ => format!(
            "{{\"id\": {n}, \"date\": \"2031-05-{:02}\", \"text\": \"قال الوزير سامر الحلبي إن الجسر {n} آمن.\"}}\n",
            n % 28 + 1
        ),
    };
    (1..=count).map(line).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_is_written_whole_in_the_format_of_its_name() {
    let folder = folder(&[
        ("a.jsonl", archive(10, false).as_bytes()),
        ("old.csv", b"old"),
    ]);
    for (name, begin) in [
        ("x.csv", "article,date,"),
        ("old.csv", "article,date,"),
        ("x.jsonl", "{\"schema\""),
        ("x.md", "# "),
        ("x.xml", "<?xml"),
        ("x.jsonld", "{\"@context\""),
        ("plain", "{\"schema\""),
    ] {
        let target = path(&folder, name);
        let output = output(&["extract", "-o", &target, &path(&folder, "a.jsonl")]);
        assert_eq!(
            (status(&output), text(&output.stdout), text(&output.stderr)),
            (0, "", "")
        );
        let written = fs::read_to_string(&target).expect("the file");
        assert!(written.starts_with(begin), "{name}: {written}");
    }
    assert!(
        names(folder.path())
            .iter()
            .all(|name| !name.contains(".part"))
    );
}

#[test]
fn a_file_stays_as_it_was_where_nothing_could_be_read() {
    let folder = folder(&[("a.jsonl", b"{\"x\": 1}\n"), ("old.csv", b"old")]);
    let target = path(&folder, "old.csv");
    complains(
        &output(&["extract", "-o", &target, &path(&folder, "a.jsonl")]),
        2,
        &["no text in it"],
    );
    assert_eq!(fs::read(&target).expect("the file"), b"old");
    assert_eq!(names(folder.path()), ["a.jsonl", "old.csv"]);
    let nowhere = path(&folder, "no/such/x.csv");
    complains(
        &output(&["extract", "-o", &nowhere, &path(&folder, "a.jsonl")]),
        2,
        &["cannot write"],
    );
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_stays_one() {
    use std::os::unix::fs::FileTypeExt;
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let output = output(&["extract", "-o", "/dev/null", &path(&folder, "a.txt")]);
    assert_eq!((status(&output), text(&output.stderr)), (0, ""));
    assert!(
        fs::metadata("/dev/null")
            .expect("it is there")
            .file_type()
            .is_char_device()
    );
}

#[test]
fn fail_fast_stops_and_resume_goes_on() {
    for name in ["x.jsonl", "x.csv"] {
        let folder = folder(&[("a.jsonl", archive(3_000, false).as_bytes())]);
        let (source, target) = (path(&folder, "a.jsonl"), path(&folder, name));
        let extract =
            |more: &[&str]| output(&[&["extract", &source, "-o", &target], more].concat());
        assert_eq!(status(&extract(&[])), 0);
        let whole = fs::read(&target).expect("the file");

        // As a run leaves it that is cut off in the middle of an article.
        let part = path(&folder, &format!("{name}.part"));
        fs::write(&part, &whole[..whole.len() / 3]).expect("a part");
        fs::remove_file(&target).expect("the file is there");
        let resumed = extract(&["--resume"]);
        assert_eq!((status(&resumed), text(&resumed.stderr)), (0, ""));
        assert!(fs::read(&target).expect("the file") == whole, "{name}");

        // What is whole is left as it is, and taken up where more is there.
        fs::write(&source, archive(3_010, false)).expect("more articles");
        assert_eq!(status(&extract(&["--resume"])), 0);
        let more = fs::read(&target).expect("the file");
        assert_eq!(status(&extract(&[])), 0);
        assert!(fs::read(&target).expect("the file") == more, "{name}");
    }
    let folder = folder(&[("a.jsonl", archive(3_000, true).as_bytes())]);
    let (source, target) = (path(&folder, "a.jsonl"), path(&folder, "x.jsonl"));
    let stopped = output(&["extract", "--fail-fast", "-o", &target, &source]);
    assert_eq!(status(&stopped), 1);
    assert!(!Path::new(&target).exists());
    let unknown = output(&["extract", "--resume", "-o", &path(&folder, "x.md"), &source]);
    complains(&unknown, 2, &["resume jsonl, csv or a folder"]);
}

#[test]
fn a_folder_gets_a_file_an_article() {
    let folder = folder(&[
        ("a.txt", ARTICLE.as_bytes()),
        ("b.jsonl", archive(2, false).as_bytes()),
    ]);
    fs::create_dir(folder.path().join("sub")).expect("a folder");
    fs::write(folder.path().join("sub/c.txt"), ARTICLE).expect("a file");
    let source = folder.path().to_str().expect("UTF-8");
    let target = tempfile::tempdir().expect("a temporary folder");
    let brat = target.path().join("brat");
    let run = output(&[
        "extract",
        "--format",
        "brat",
        "-o",
        brat.to_str().expect("UTF-8"),
        source,
    ]);
    assert_eq!((status(&run), text(&run.stderr)), (0, ""));
    let found = names(&brat);
    assert_eq!(
        found,
        [
            "a.txt.ann",
            "a.txt.txt",
            "annotation.conf",
            "b.jsonl-1.ann",
            "b.jsonl-1.txt",
            "b.jsonl-2.ann",
            "b.jsonl-2.txt",
            "sub"
        ]
    );
    assert_eq!(names(&brat.join("sub")), ["c.txt.ann", "c.txt.txt"]);
    assert_eq!(
        fs::read(brat.join("a.txt.txt")).expect("the text"),
        ARTICLE.as_bytes()
    );
    // What is there is not done again.
    fs::write(brat.join("a.txt.ann"), "mine").expect("a file");
    let again = [
        "extract",
        "--format",
        "brat",
        "--resume",
        "-o",
        brat.to_str().expect("UTF-8"),
        source,
    ];
    assert_eq!(status(&output(&again)), 0);
    assert_eq!(fs::read(brat.join("a.txt.ann")).expect("the file"), b"mine");
    complains(
        &output(&["extract", "--format", "brat", source]),
        2,
        &["--output FOLDER"],
    );
}

#[test]
fn filters_reach_the_output() {
    let folder = folder(&[("a.jsonl", archive(56, false).as_bytes())]);
    let source = path(&folder, "a.jsonl");
    let count = |filter: &[&str]| {
        let output = output(&[&["extract", &source], filter].concat());
        assert_eq!((status(&output), text(&output.stderr)), (0, ""));
        lines(&output).len()
    };
    assert_eq!(count(&[]), 56);
    assert_eq!(count(&["--since", "2031-05-20"]), 18);
    assert_eq!(
        count(&["--since", "2031-05-02", "--until", "2031-05-03"]),
        4
    );
    assert_eq!(count(&["--speaker", "الحلبي"]), 56);
    assert_eq!(count(&["--speaker", "الحلبية"]), 0);
    assert_eq!(count(&["--kind", "direct,mixed"]), 0);
    assert_eq!(count(&["--confidence", "sure"]), 56);
    assert_eq!(count(&["--confidence", "likely,doubtful"]), 0);
    let schema = output(&["extract", "--schema"]);
    assert_eq!(status(&schema), 0);
    assert!(text(&schema.stdout).contains("\"qawl/1\""));
}

#[test]
fn quiet_leaves_the_errors() {
    let folder = folder(&[("a.jsonl", archive(14, true).as_bytes())]);
    let output = output(&["extract", "--quiet", &path(&folder, "a.jsonl")]);
    assert_eq!(
        (status(&output), text(&output.stderr).lines().count()),
        (1, 2)
    );
    assert_eq!(lines(&output).len(), 12);
}
