//! Plan B: when the store cannot be saved and the program has to end, its content goes to a rescue file beside the
//! state, and the next start finds it. Must not know why saving failed.

use super::error::FileError;
use super::{moment, private};
use jiff::Timestamp;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

const START: &str = "runde-rescue-";
const END: &str = ".json";

/// A rescue file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescue {
    /// Where it is.
    pub path: PathBuf,
    /// When it was written.
    pub at: Timestamp,
}

/// Writes `bytes` to `folder/runde-rescue-<time>.json`, readable by its owner alone, and has it put on the disk. An
/// earlier rescue file is never replaced.
///
/// # Errors
/// Path, step and cause.
pub fn write(folder: &Path, bytes: &[u8], now: Timestamp) -> Result<PathBuf, FileError> {
    let mut at = now;
    loop {
        let name = format!("{START}{}{END}", moment::write(at));
        if let Some(path) = private::write_new(folder, OsStr::new(&name), bytes)? {
            return Ok(path);
        }
        at += jiff::SignedDuration::from_millis(1);
    }
}

/// The rescue files in `folder`, the newest first.
///
/// # Errors
/// When the folder cannot be listed.
pub fn list(folder: &Path) -> Result<Vec<Rescue>, FileError> {
    let moment = |name: &str| moment::read(name.strip_prefix(START)?.strip_suffix(END)?);
    let files = private::list(folder)?.into_iter().rev();
    Ok(files.filter_map(|(name, path)| Some(Rescue { at: moment(&name)?, path })).collect())
}

/// Removes a rescue file, when its content has been taken over or declined.
///
/// # Errors
/// Path and cause; that it is gone already is none.
pub fn remove(rescue: &Rescue) -> Result<(), FileError> {
    private::remove(&rescue.path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_found_again_and_never_replaces_another() {
        let folder = tempfile::tempdir().unwrap();
        let now: Timestamp = "2026-11-23T13:18:15Z".parse().unwrap();
        assert_eq!(list(&folder.path().join("none")).unwrap(), []);
        let first = write(folder.path(), b"one", now).unwrap();
        let second = write(folder.path(), b"two", now).unwrap();
        assert_eq!(first.file_name().unwrap(), "runde-rescue-2026-11-23T13-18-15.000Z.json");
        let found = list(folder.path()).unwrap();
        assert_eq!(found.iter().map(|r| &r.path).collect::<Vec<_>>(), [&second, &first]);
        assert_eq!((std::fs::read(&first).unwrap(), std::fs::read(&second).unwrap()), (b"one".into(), b"two".into()));
        remove(&found[0]).unwrap();
        remove(&found[0]).unwrap();
        assert_eq!(list(folder.path()).unwrap().len(), 1);
    }
}
