//! A file that is there whole or not at all: written beside its place, put there
//! at the end. What a run that was cut off has written stays beside it, for the
//! next one to go on from.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use super::{
    Format,
    held::{self, Held},
};

/// A file that is being written.
#[derive(Debug)]
pub(super) struct Whole {
    path: PathBuf,
    part: PathBuf,
    file: BufWriter<File>,
}

impl Whole {
    /// Begins a file anew.
    pub(super) fn create(path: &Path) -> io::Result<Self> {
        let path = target(path);
        let part = beside(&path);
        let file = BufWriter::new(File::create(&part)?);
        Ok(Self { path, part, file })
    }

    /// Goes on with what a run that was cut off has written, else with a copy of
    /// the file as it is; how many bytes of it are whole articles.
    pub(super) fn resume(path: &Path, format: Format) -> io::Result<(Self, Held, u64)> {
        let path = target(path);
        let part = beside(&path);
        if !part.exists() && path.exists() {
            fs::copy(&path, &part)?;
        }
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&part)?;
        let (held, length) = held::read(&file, format)?;
        file.set_len(length)?;
        file.seek(SeekFrom::End(0))?;
        let file = BufWriter::new(file);
        Ok((Self { path, part, file }, held, length))
    }

    /// Puts the file in its place.
    pub(super) fn finish(self) -> io::Result<()> {
        let file = self
            .file
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        if let Ok(old) = fs::metadata(&self.path) {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&self.part, &self.path)
    }

    /// Takes away what was written, for nothing was.
    pub(super) fn discard(self) -> io::Result<()> {
        fs::remove_file(&self.part)
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The file itself where a link is named, so that the link stays one.
fn target(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push(".part");
    path.with_file_name(name)
}
