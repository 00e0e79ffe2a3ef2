//! Where the store is: made absolute at start, links followed to the real file, and what the system says of it.
//! Must not know what is in the file.

use super::again::again;
use super::digest::Digest;
use super::error::{FileError, Step};
use super::platform;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Links followed one after the other before the system is asked to say that there are too many.
const HOPS: usize = 40;

/// What the system says of an existing regular file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Bytes.
    pub size: u64,
    /// How many names the file has (1 where the system does not tell).
    pub links: u64,
    /// The nine mode bits (0600 where the system has none).
    pub mode: u32,
    /// The owner's number.
    pub owner: u32,
    /// The group's number.
    pub group: u32,
    /// Whether we may write it. A file nobody may write (0444) is not writable for root either.
    pub writable: bool,
}

/// Where a store is, and how the place looked when it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The path as it was given, made absolute.
    pub given: PathBuf,
    /// The real file behind it: what is read, saved and backed up.
    pub path: PathBuf,
    /// Its folder.
    pub folder: PathBuf,
    /// Its name in the folder.
    pub name: OsString,
    /// Whether `given` is a symbolic link to the file.
    pub linked: bool,
    /// What the system said of the file; `None`: there is none yet.
    pub facts: Option<Facts>,
    /// Whether files can be made in the folder, which saving needs.
    pub folder_writable: bool,
}

impl Place {
    /// Finds the real file behind `path`; it need not exist, its folder must.
    ///
    /// # Errors
    /// When the folder is missing, when the system refuses, when the path leads to something else than a file.
    pub fn find(path: &Path) -> Result<Self, FileError> {
        let given = std::path::absolute(path).map_err(FileError::at(Step::Find, path))?;
        let mut real = given.clone();
        for _ in 0..HOPS {
            let Some(next) = behind(&real)? else { break };
            real = next;
        }
        let (Some(parent), Some(name)) = (real.parent(), real.file_name()) else {
            return Err(FileError::NoName { path: given });
        };
        let folder = again(|| fs::canonicalize(parent)).map_err(FileError::at(Step::Find, parent))?;
        let path = folder.join(name);
        let facts = look(&path)?;
        let folder_writable = platform::may_write(&folder).map_err(FileError::at(Step::Inspect, &folder))?;
        Ok(Self { linked: is_link(&given), name: name.to_owned(), given, path, folder, facts, folder_writable })
    }

    /// A name for what is kept beside the state for this store: readable, and different for every path.
    #[must_use]
    pub fn key(&self) -> String {
        let stem = self.path.file_stem().unwrap_or(&self.name).to_string_lossy();
        let readable: String = stem
            .chars()
            .take(40)
            .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
            .collect();
        let digest = Digest::of(self.path.to_string_lossy().as_bytes()).to_string();
        format!("{readable}-{}", digest.get(..16).unwrap_or_default())
    }

    /// The path of a file of ours in the store's folder: `.NAME` and what follows.
    pub(super) fn beside(&self, suffix: &str) -> PathBuf {
        self.folder.join(beside(&self.name, suffix))
    }
}

/// `.NAME` and `suffix`; a name too long for that is replaced by its fingerprint.
pub(super) fn beside(name: &OsStr, suffix: &str) -> OsString {
    let mut hidden = OsString::from(".");
    if name.len() > 180 {
        hidden.push(Digest::of(name.to_string_lossy().as_bytes()).to_string());
    } else {
        hidden.push(name);
    }
    hidden.push(suffix);
    hidden
}

/// What the system says of the file at `path`, which must not be a link; `None`: nothing is there.
pub(super) fn look(path: &Path) -> Result<Option<Facts>, FileError> {
    let meta = match again(|| fs::symlink_metadata(path)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        meta => meta.map_err(FileError::at(Step::Inspect, path))?,
    };
    if !meta.is_file() {
        return Err(FileError::NotRegular { path: path.to_owned(), what: platform::special(meta.file_type()) });
    }
    platform::facts(path, &meta).map(Some).map_err(FileError::at(Step::Inspect, path))
}

/// Where a link leads, one step; `None`: it is not a link.
fn behind(path: &Path) -> Result<Option<PathBuf>, FileError> {
    match again(|| fs::symlink_metadata(path)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FileError::at(Step::Find, path)(error)),
        Ok(meta) if !meta.is_symlink() => Ok(None),
        Ok(_) => {
            let to = again(|| fs::read_link(path)).map_err(FileError::at(Step::Find, path))?;
            Ok(Some(path.parent().unwrap_or(path).join(to)))
        }
    }
}

fn is_link(path: &Path) -> bool {
    again(|| fs::symlink_metadata(path)).is_ok_and(|meta| meta.is_symlink())
}
