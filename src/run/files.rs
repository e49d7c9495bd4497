//! What is shown, written into a file: whole or not at all.

use std::{
    env,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use crate::{
    annotations::StatementId,
    browser::{FileFormat, Model, Report, Writing},
    extract::{Format, reduced},
};

/// The formats, as the browser offers them.
pub fn formats() -> Vec<FileFormat> {
    let all = Format::ALL.into_iter();
    all.map(|(format, name)| FileFormat {
        name,
        extension: format.endings().last().copied().unwrap_or_default(),
    })
    .collect()
}

/// Writes what is asked for of the open article, and tells how it went; where a
/// file is there that may not go, asks.
pub fn write(model: &Model, mut writing: Writing) -> Report {
    let path = absolute(&writing.path);
    let shown = path.display().to_string();
    writing.statements.sort_unstable();
    match try_write(model, &writing, &path) {
        Ok(()) => Report::Written(shown),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && !writing.replaces => {
            Report::Exists(writing)
        }
        Err(error) => Report::NotWritten(shown, super::why(&error)),
    }
}

fn try_write(model: &Model, writing: &Writing, path: &Path) -> io::Result<()> {
    let (Some((format, _)), Some(findings)) = (Format::ALL.get(writing.format), &model.findings)
    else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    if path.exists() && !writing.replaces {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let all = findings.annotations.clone();
    let shown = |i| writing.statements.binary_search(&StatementId(i)).is_ok();
    let shown: Vec<bool> = (0..all.statements.len()).map(shown).collect();
    let mut files = format.files(model.document(), &reduced(all, &shown));
    let named = files.pop();
    for (ending, bytes) in files {
        whole(&path.with_extension(ending), &bytes, writing.replaces)?;
    }
    let (_, bytes) = named.unwrap_or_default();
    whole(path, &bytes, writing.replaces)
}

/// Writes a file whole or not at all.
fn whole(path: &Path, bytes: &[u8], replaces: bool) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .permissions(readable())
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if replaces {
        file.persist(path)?;
    } else {
        file.persist_noclobber(path)?;
    }
    Ok(())
}

/// What other files are given, where the system takes nothing away.
fn readable() -> std::fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    std::fs::Permissions::from_mode(0o666)
}

/// The path as it was meant: `~` is the home, all else is from here.
fn absolute(typed: &str) -> PathBuf {
    let home = env::var_os("HOME").map(PathBuf::from);
    let path = match (typed.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    };
    std::path::absolute(&path).unwrap_or(path)
}
