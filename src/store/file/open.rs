//! The whole file read into memory. Only "there is no such file" means a new store; every other failure is an error,
//! so that a disk fault can never look like an empty store. Must not know what the bytes mean (see [`super::form`]).

use super::again::again;
use super::content::read_all;
use super::error::{FileError, Step};
use super::place::Place;
use super::platform;
use super::stamp::{self, Stamp};
use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::path::Path;

/// How often a file that changes while it is read is read again.
const TRIES: usize = 3;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// There is no file: a new store.
    New,
    /// The file's bytes and how it looked.
    File {
        /// All of it.
        bytes: Vec<u8>,
        /// For the check before saving.
        stamp: Stamp,
    },
}

/// Reads the store.
///
/// # Errors
/// Everything but "no such file".
pub fn read(place: &Place) -> Result<Opened, FileError> {
    let path = &place.path;
    for _ in 0..TRIES {
        let Some(mut file) = regular(path)? else { return Ok(Opened::New) };
        let before = again(|| file.metadata()).map_err(FileError::at(Step::Inspect, path))?;
        let size = usize::try_from(before.len()).unwrap_or_default();
        let (bytes, digest) = read_all(&mut file, size).map_err(FileError::at(Step::Read, path))?;
        let after = again(|| file.metadata()).map_err(FileError::at(Step::Inspect, path))?;
        let stamp = Stamp::new(&before, digest);
        if stamp.looks_like(&after) && stamp.size == bytes.len() as u64 {
            return Ok(Opened::File { bytes, stamp });
        }
    }
    Err(FileError::Unsteady { path: path.clone() })
}

/// How the file looks now; `None`: it is not there.
pub(super) fn stamp(path: &Path, step: Step) -> Result<Option<Stamp>, FileError> {
    let Some(mut file) = regular(path)? else { return Ok(None) };
    stamp::of(&mut file).map(Some).map_err(FileError::at(step, path))
}

/// Opens a regular file for reading; `None`: it is not there.
fn regular(path: &Path) -> Result<Option<File>, FileError> {
    let file = match platform::unblocked(OpenOptions::new().read(true)).open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        file => file.map_err(FileError::at(Step::Open, path))?,
    };
    let kind = again(|| file.metadata()).map_err(FileError::at(Step::Inspect, path))?.file_type();
    if kind.is_file() {
        Ok(Some(file))
    } else {
        Err(FileError::NotRegular { path: path.to_owned(), what: platform::special(kind) })
    }
}
