//! Small files of our own beside the state: replaced as a whole, readable by their owner alone. Must not know what
//! they are for.
//!
//! Their content is synced before they get their name. A folder that cannot be synced afterwards is no reason to call
//! a file unwritten that is there.

use super::again::again;
use super::error::{FileError, Step};
use super::platform;
use super::temp::Temp;
use crate::arrange::Arrange as _;
use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Makes the folder, and those above it, if need be.
pub(super) fn folder(path: &Path) -> Result<(), FileError> {
    platform::make_private_folder(path).map_err(FileError::at(Step::MakeFolder, path))
}

/// Writes `folder/name`, which appears or changes as a whole.
pub(super) fn write(folder: &Path, name: &OsStr, bytes: &[u8]) -> Result<PathBuf, FileError> {
    let path = folder.join(name);
    filled(folder, name, bytes)?.replace(&path)?;
    let _ = platform::sync_folder(folder);
    Ok(path)
}

/// The same, but only if there is no such file. `Ok(None)`: there is one.
pub(super) fn write_new(folder: &Path, name: &OsStr, bytes: &[u8]) -> Result<Option<PathBuf>, FileError> {
    let path = folder.join(name);
    match filled(folder, name, bytes)?.settle(&path) {
        Err(FileError::Io { cause, .. }) if cause.kind == ErrorKind::AlreadyExists => return Ok(None),
        settled => settled?,
    }
    let _ = platform::sync_folder(folder);
    Ok(Some(path))
}

fn filled(folder: &Path, name: &OsStr, bytes: &[u8]) -> Result<Temp, FileError> {
    self::folder(folder)?;
    let (temp, mut file) = Temp::create(folder, name)?;
    temp.fill(&mut file, bytes)?;
    Ok(temp)
}

/// The files in a folder by name; none if there is no folder.
pub(super) fn list(folder: &Path) -> Result<Vec<(String, PathBuf)>, FileError> {
    let names = match platform::names(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        names => names.map_err(FileError::at(Step::List, folder))?,
    };
    let mut names: Vec<_> = names.into_iter().filter_map(|name| name.into_string().ok()).collect();
    names.arrange_by(Ord::cmp);
    Ok(names
        .into_iter()
        .map(|name| {
            let path = folder.join(&name);
            (name, path)
        })
        .collect())
}

/// Removes a file; one that is gone already is no failure.
pub(super) fn remove(path: &Path) -> Result<(), FileError> {
    match again(|| fs::remove_file(path)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        removed => removed.map_err(FileError::at(Step::Remove, path)),
    }
}
