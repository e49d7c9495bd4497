//! Nothing leaves the machine: the program makes no socket that reaches beyond it,
//! told by the system itself, and works where there is no network at all.

use std::{fs, path::Path, process::Command};

use super::{Article, session::Session};

/// Whether a program can be run that way here; tells where not.
fn can(what: &str, arguments: &[&str]) -> bool {
    let ran = Command::new(what).args(arguments).output();
    let can = ran.is_ok_and(|ran| ran.status.success());
    if !can {
        println!(
            "skipped: {what} {} is not possible here",
            arguments.join(" ")
        );
    }
    can
}

const TRACE: &str = "strace -f -qq -e trace=%network -e signal=none";

/// The calls of a trace that make or use a socket. A pair of them within the process,
/// by which a signal wakes it, reaches nobody.
fn sockets(trace: &Path) -> Vec<String> {
    let calls = fs::read_to_string(trace).expect("a trace");
    // A thread that ended as it was traced: no call (31810 ???( <detached ...>).
    let call = |line: &&str| !line.contains("???(");
    let reaching = |line: &&str| call(line) && !line.contains("socketpair(AF_UNIX");
    let of_pair = |line: &&str| {
        ["recvfrom(", "sendto("]
            .iter()
            .any(|call| line.contains(call))
    };
    let calls = calls.lines().filter(reaching);
    calls
        .filter(|line| !of_pair(line))
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_socket_is_made() {
    if !can("strace", &["-f", "-e", "trace=%network", "true"]) {
        return;
    }
    let article = Article::new();
    let folder = tempfile::tempdir().expect("a folder");
    let trace = folder.path().join("trace");
    for (run, keys) in [
        ("\"$QAWL\" extract \"$1\"", ""),
        ("\"$QAWL\" extract --format tei --jobs 2 \"$1\" \"$1\"", ""),
        ("\"$QAWL\" config", ""),
        ("\"$QAWL\" --ui en \"$1\"", "nn3jy/ال\ryq"),
    ] {
        let script = format!("{TRACE} -o '{}' {run}", trace.display());
        let mut session = Session::shell(&script, article.path(), 100, 30);
        if !keys.is_empty() {
            session.wait_for("? help");
            session.press(keys);
        }
        assert_eq!(session.end(), 0, "{}", session.contents());
        assert_eq!(sockets(&trace), [""; 0], "{run}");
    }
}

/// The test above can fail.
#[test]
fn a_socket_would_be_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let trace = folder.path().join("trace");
    let line = "7 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 3\n7 socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0\n8 ???( <detached ...>\n";
    fs::write(&trace, line).expect("a file");
    assert_eq!(sockets(&trace).len(), 1);
}

#[test]
fn it_works_without_any_network() {
    if !can("unshare", &["-rn", "true"]) {
        return;
    }
    let article = Article::new();
    let mut session = Session::shell(
        "unshare -rn \"$QAWL\" extract \"$1\"",
        article.path(),
        100,
        30,
    );
    assert_eq!(session.end(), 0, "{}", session.contents());
    let mut session = Session::shell(
        "unshare -rn \"$QAWL\" --ui en \"$1\"",
        article.path(),
        100,
        30,
    );
    session.wait_for("? help");
    session.press("q");
    assert_eq!(session.end(), 0, "{}", session.contents());
}
