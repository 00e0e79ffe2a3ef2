//! A temporary file beside the one it will replace: made by nobody else (`O_EXCL`), private, recognisable, and removed
//! when saving fails. One that a killed process left behind is swept later. Must not know what is saved.

use super::again::again;
use super::error::{Cause, FileError, Step};
use super::lock;
use super::place::{Place, beside};
use super::platform;
use super::stamp;
use jiff::{SignedDuration, Timestamp};
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Seek, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

/// Between the store's name and the process number in the name of a temporary file.
const MARK: &str = ".runde-";
/// The end of its name.
const END: &str = ".tmp";
/// A temporary file older than this belongs to no running save.
const STALE: SignedDuration = SignedDuration::from_hours(1);

/// A temporary file; removed when dropped, unless it was put in place.
#[derive(Debug)]
pub(super) struct Temp {
    path: PathBuf,
    placed: bool,
}

impl Temp {
    /// Makes one in `folder` for the file `name`.
    pub(super) fn create(folder: &Path, name: &OsStr) -> Result<(Self, File), FileError> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        loop {
            let number = COUNT.fetch_add(1, Ordering::Relaxed);
            let path = folder.join(beside(name, &format!("{MARK}{}-{number}{END}", process::id())));
            match platform::private(OpenOptions::new().read(true).write(true).create_new(true)).open(&path) {
                Ok(file) => return Ok((Self { path, placed: false }, file)),
                // left behind by an earlier process with our number
                Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 10_000 => {}
                Err(error) => return Err(FileError::at(Step::Create, &path)(error)),
            }
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes `bytes`, has them put on the disk, reads them back. `Ok(false)`: this file system knows no sync.
    pub(super) fn fill(&self, file: &mut File, bytes: &[u8]) -> Result<bool, FileError> {
        file.write_all(bytes).map_err(FileError::at(Step::Write, &self.path))?;
        let synced = sync(file, &self.path)?;
        read_back(file, &self.path, bytes)?;
        Ok(synced)
    }

    /// Gives it its name, replacing what has that name.
    pub(super) fn replace(self, to: &Path) -> Result<(), FileError> {
        self.put(to, platform::rename)
    }

    /// Gives it its name unless something has it.
    pub(super) fn settle(self, to: &Path) -> Result<(), FileError> {
        self.put(to, platform::rename_new)
    }

    fn put(mut self, to: &Path, rename: impl FnOnce(&Path, &Path) -> io::Result<()>) -> Result<(), FileError> {
        let own = again(|| fs::symlink_metadata(&self.path)).map_err(FileError::at(Step::Rename, to))?;
        let failed = rename(&self.path, to).err();
        // a network drive may rename and then lose its answer
        self.placed = failed.is_none() || is_at(to, platform::identity(&own));
        match failed {
            Some(error) if !self.placed => Err(FileError::at(Step::Rename, to)(error)),
            _ => Ok(()),
        }
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        if !self.placed {
            // what cannot be removed now is swept at a later start
            let _ = again(|| fs::remove_file(&self.path));
        }
    }
}

fn is_at(path: &Path, identity: (u64, u64)) -> bool {
    identity != (0, 0) && again(|| fs::symlink_metadata(path)).is_ok_and(|meta| platform::identity(&meta) == identity)
}

/// Has a file put on the disk, once. `Ok(false)`: this file system knows no sync.
pub(super) fn sync(file: &File, path: &Path) -> Result<bool, FileError> {
    match file.sync_all() {
        Ok(()) => Ok(true),
        Err(error) if platform::cannot_sync(&error) => Ok(false),
        Err(error) => Err(FileError::at(Step::Sync, path)(error)),
    }
}

/// Compares the file with what was written to it.
pub(super) fn read_back(file: &mut File, path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    again(|| file.rewind()).map_err(FileError::at(Step::ReadBack, path))?;
    let (mut expected, mut same) = (bytes, true);
    let compare = |piece: &[u8]| {
        match expected.split_at_checked(piece.len()) {
            Some((head, tail)) if same && head == piece => expected = tail,
            _ => same = false,
        }
        Ok(())
    };
    stamp::pieces(file, compare).map_err(FileError::at(Step::ReadBack, path))?;
    if same && expected.is_empty() { Ok(()) } else { Err(FileError::Damaged { path: path.to_owned() }) }
}

/// Removes the temporary files that killed saves of this store left behind, if nobody is saving now. Returns what was
/// removed, and what could not be.
///
/// # Errors
/// When the folder cannot be listed.
pub fn sweep(place: &Place, now: Timestamp) -> Result<(Vec<PathBuf>, Vec<FileError>), FileError> {
    let Some(_held) = lock::if_free(place, now) else { return Ok(Default::default()) };
    sweep_folder(&place.folder, &place.name, now)
}

/// The same for a folder that only this user writes to.
pub(super) fn sweep_folder(
    folder: &Path,
    name: &OsStr,
    now: Timestamp,
) -> Result<(Vec<PathBuf>, Vec<FileError>), FileError> {
    let start = beside(name, MARK);
    let (mut removed, mut failed) = (Vec::new(), Vec::new());
    for name in platform::names(folder).map_err(FileError::at(Step::List, folder))? {
        let bytes = name.as_encoded_bytes();
        if !bytes.starts_with(start.as_encoded_bytes()) || !bytes.ends_with(END.as_bytes()) {
            continue;
        }
        let path = folder.join(&name);
        match stale(&path, now).and_then(|stale| if stale { fs::remove_file(&path).map(|()| true) } else { Ok(false) })
        {
            Ok(true) => removed.push(path),
            Ok(false) => {}
            Err(error) => failed.push(FileError::Io { step: Step::Remove, path, cause: Cause::from(&error) }),
        }
    }
    Ok((removed, failed))
}

fn stale(path: &Path, now: Timestamp) -> io::Result<bool> {
    let written = again(|| fs::symlink_metadata(path))?.modified()?;
    Ok(Timestamp::try_from(written).is_ok_and(|at| now.duration_since(at) > STALE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(folder: &Path) -> Temp {
        let (temp, mut file) = Temp::create(folder, OsStr::new("store")).unwrap();
        temp.fill(&mut file, b"new").unwrap();
        temp
    }

    #[test]
    fn a_rename_whose_answer_was_lost_counts_as_done() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        fs::write(&store, "old").unwrap();
        let lost = |from: &Path, to: &Path| fs::rename(from, to).and(Err(ErrorKind::TimedOut.into()));
        assert_eq!(made(folder.path()).put(&store, lost), Ok(()));
        assert_eq!(fs::read(&store).unwrap(), b"new");
    }

    #[test]
    fn a_rename_that_failed_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        fs::write(&store, "old").unwrap();
        let refused = made(folder.path()).put(&store, |_, _| Err(ErrorKind::PermissionDenied.into())).unwrap_err();
        assert_eq!((refused.step(), refused.path()), (Some(Step::Rename), &*store));
        assert!(made(folder.path()).settle(&store).is_err(), "replaced a file it should not");
        assert_eq!((fs::read(&store).unwrap(), fs::read_dir(folder.path()).unwrap().count()), (b"old".to_vec(), 1));
    }

    #[test]
    fn what_was_not_written_is_seen_when_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let (temp, mut file) = Temp::create(folder.path(), OsStr::new("store")).unwrap();
        temp.fill(&mut file, b"12345").unwrap();
        for other in [&b"12346"[..], b"1234", b"123456", b""] {
            assert!(matches!(read_back(&mut file, temp.path(), other), Err(FileError::Damaged { .. })), "{other:?}");
        }
    }
}
