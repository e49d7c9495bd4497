//! What is shown, written into a file: whole or not at all.

use std::{
    env,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use crate::{
    annotations::{Annotations, StatementId},
    browser::{FileFormat, Model, Report, Writing},
    extract::Format,
};

/// The formats there are, with what the reader is told of them.
const FORMATS: [(Format, FileFormat); 2] = [
    (
        Format::Json,
        FileFormat {
            name: "JSON",
            extension: "json",
        },
    ),
    (
        Format::Jsonl,
        FileFormat {
            name: "JSON Lines",
            extension: "jsonl",
        },
    ),
];

/// The formats, as the browser offers them.
pub fn formats() -> Vec<FileFormat> {
    FORMATS.iter().map(|(_, told)| *told).collect()
}

/// Writes what is asked for of the open article, and tells how it went; where a
/// file is there that may not go, asks.
pub fn write(model: &Model, writing: Writing) -> Report {
    let path = absolute(&writing.path);
    let shown = path.display().to_string();
    match try_write(model, &writing, &path) {
        Ok(()) => Report::Written(shown),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && !writing.replaces => {
            Report::Exists(writing)
        }
        Err(error) => Report::NotWritten(shown, super::why(&error)),
    }
}

fn try_write(model: &Model, writing: &Writing, path: &Path) -> io::Result<()> {
    let (Some((format, _)), Some(findings)) = (FORMATS.get(writing.format), &model.findings) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    if path.exists() && !writing.replaces {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let shown = only(&findings.annotations, &writing.statements);
    let mut bytes = Vec::new();
    format.render(model.document(), &shown, &mut bytes);
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .permissions(readable())
        .tempfile_in(folder)?;
    file.write_all(&bytes)?;
    file.as_file().sync_all()?;
    if writing.replaces {
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

/// The annotations with these statements alone; of what stands in a statement
/// that is left out, it is no longer told.
fn only(annotations: &Annotations, statements: &[StatementId]) -> Annotations {
    let mut kept: Vec<_> = statements.to_vec();
    kept.sort_unstable();
    let renumbered = |id: StatementId| kept.binary_search(&id).ok().map(StatementId);
    let found = kept
        .iter()
        .filter_map(|id| annotations.statements.get(id.0));
    let statements = found.map(|statement| {
        let mut statement = statement.clone();
        statement.nested_in = statement.nested_in.and_then(renumbered);
        statement
    });
    Annotations {
        statements: statements.collect(),
        ..annotations.clone()
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis, document::Document};

    #[test]
    fn what_is_left_out_is_not_pointed_to() {
        let text = "قال الوزير سامر الحلبي إن «الوضع مستقر». وأضاف أن الطريق مفتوح.";
        let mut found = analysis::analyse(&Document::new(text));
        assert!(found.statements.len() > 1, "{found:?}");
        found.statements[1].nested_in = Some(StatementId(0));
        let shown = only(&found, &[StatementId(1)]);
        assert_eq!(shown.statements.len(), 1);
        assert_eq!(shown.statements[0].content, found.statements[1].content);
        assert_eq!(shown.statements[0].nested_in, None);
        let both = only(&found, &[StatementId(0), StatementId(1)]);
        assert_eq!(both.statements[1].nested_in, Some(StatementId(0)));
    }
}
