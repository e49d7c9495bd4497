//! Other programs: the reader's editor, and what opens an address of the web.

use std::{
    env, io,
    path::Path,
    process::{Command, Stdio},
};

/// The command that opens `path` at `line` in the reader's editor, and its name.
pub fn editor(path: &Path, line: usize) -> (String, Command) {
    let set = ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(|name| env::var(name).ok());
    let told = set.into_iter().find(|value| !value.trim().is_empty());
    let told = told.unwrap_or_else(|| "vi".to_owned());
    let mut words = told.split_whitespace();
    let program = words.next().unwrap_or("vi").to_owned();
    let mut command = Command::new(&program);
    command.args(words);
    at_line(&mut command, &program, path, line);
    (program, command)
}

/// Most editors take `+LINE FILE`; some take `FILE:LINE`.
fn at_line(command: &mut Command, program: &str, path: &Path, line: usize) {
    let name = Path::new(program).file_name().unwrap_or_default();
    let mut joined = path.as_os_str().to_owned();
    joined.push(format!(":{line}"));
    match name.to_str().unwrap_or_default() {
        "code" | "codium" | "cursor" => command.arg("--goto").arg(joined),
        "subl" | "zed" | "hx" | "helix" | "micro" => command.arg(joined),
        _ => command.arg(format!("+{line}")).arg("--").arg(path),
    };
}

/// Opens an address with what the system has for that.
///
/// # Errors
/// Where there is no such program; its name comes with the error.
pub fn open(url: &str) -> Result<(), (String, io::Error)> {
    let chosen = env::var("BROWSER").ok().filter(|b| !b.trim().is_empty());
    let usual = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let program = chosen.as_deref().unwrap_or(usual);
    let started = Command::new(program)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut child = started.map_err(|error| (program.to_owned(), error))?;
    // Waited for beside, so that it does not stay behind as a ghost.
    std::thread::spawn(move || child.wait());
    Ok(())
}
