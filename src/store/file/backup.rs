//! Earlier versions of the store, in a folder of their own beside the state (0700, files 0600). Must not know what is
//! in them: what "good" means, the caller says.
//!
//! The name of a version is the moment it was replaced and its fingerprint. Where state and store share a file system,
//! keeping a version costs one more name for the old file (a hard link), which becomes its only name when the new file
//! takes its place; elsewhere the old file is copied and synced before it goes.

use super::again::again;
use super::digest::Digest;
use super::error::{FileError, Step};
use super::rotation;
use super::stamp::{self, Stamp};
use super::temp::{self, Temp};
use super::{moment, open, platform, private};
use jiff::Timestamp;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

const END: &str = ".json";
/// The name that temporary files in a backup folder are made for.
const TEMP: &str = "backup";

/// A folder of earlier versions of one store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backups {
    folder: PathBuf,
}

/// One earlier version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Where it is.
    pub path: PathBuf,
    /// Until when it was the current one.
    pub until: Timestamp,
    /// The fingerprint it should have.
    pub digest: Digest,
}

/// A version just kept, while the save may still be called off.
#[derive(Debug)]
pub(super) struct Kept {
    path: PathBuf,
    fresh: bool,
}

impl Kept {
    /// The save was called off: as if nothing had been kept.
    pub(super) fn withdraw(self) {
        if self.fresh {
            // one version too many harms nobody
            let _ = private::remove(&self.path);
        }
    }

    /// The save is done. Only now, as a linked version shared its mode with the store until this moment.
    pub(super) fn settle(self) -> PathBuf {
        // the folder is closed to others in any case
        let _ = platform::make_private(&self.path);
        self.path
    }
}

impl Backups {
    /// Backups in `folder`, which is made with the first one. Every store needs its own: see [`super::Place::key`].
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// All versions, the newest first.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn list(&self) -> Result<Vec<Version>, FileError> {
        let version = |(name, path): (String, PathBuf)| {
            let (until, digest) = name.strip_suffix(END)?.split_once('_')?;
            Some(Version { path, until: moment::read(until)?, digest: Digest::from_hex(digest)? })
        };
        Ok(private::list(&self.folder)?.into_iter().rev().filter_map(version).collect())
    }

    /// The newest version that can be read and that `is_good` accepts, with its content.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn newest_good(&self, is_good: impl Fn(&[u8]) -> bool) -> Result<Option<(Version, Vec<u8>)>, FileError> {
        let good = |version: Version| Some((fs::read(&version.path).ok().filter(|bytes| is_good(bytes))?, version));
        Ok(self.list()?.into_iter().find_map(good).map(|(bytes, version)| (version, bytes)))
    }

    /// Removes what the rotation does not keep (10 last, 14 days, 12 months), unless that would leave no good version;
    /// then the newest good one stays. Not part of a save: asking `is_good` may take as long as loading.
    ///
    /// # Errors
    /// When the folder cannot be listed or a version not removed.
    pub fn rotate(&self, is_good: impl Fn(&[u8]) -> bool, now: Timestamp) -> Result<Vec<Version>, FileError> {
        if self.folder.exists() {
            temp::sweep_folder(&self.folder, OsStr::new(TEMP), now)?;
        }
        let versions = self.list()?;
        let moments: Vec<_> = versions.iter().map(|version| version.until).collect();
        let (kept, mut gone): (Vec<_>, Vec<_>) =
            versions.into_iter().zip(rotation::kept(&moments)).partition(|(_, kept)| *kept);
        let good = |(version, _): &(Version, bool)| fs::read(&version.path).is_ok_and(|bytes| is_good(&bytes));
        if !gone.is_empty() && !kept.iter().any(good) {
            gone.iter().position(good).map(|newest| gone.remove(newest));
        }
        gone.iter().try_for_each(|(version, _)| private::remove(&version.path))?;
        Ok(gone.into_iter().map(|(version, _)| version).collect())
    }

    /// Replaces a version's content, for the right to be forgotten; its moment stays.
    ///
    /// # Errors
    /// Path, step and cause; the version is then as it was, or there twice.
    pub fn rewrite(&self, version: &Version, bytes: &[u8]) -> Result<Version, FileError> {
        let digest = Digest::of(bytes);
        let name = name(version.until, digest);
        let path = private::write(&self.folder, OsStr::new(&name), bytes)?;
        if path != version.path {
            private::remove(&version.path)?;
        }
        Ok(Version { path, digest, ..*version })
    }

    /// Keeps the file at `path`, which looks like `stamp`, by a second name if possible. Content that is there already
    /// only gets the new moment.
    pub(super) fn keep(&self, path: &Path, stamp: &Stamp, now: Timestamp) -> Result<Kept, FileError> {
        self.keep_by(path, stamp, now, |from, to| again(|| fs::hard_link(from, to)))
    }

    /// The same, but never by a second name: for a file that is about to be written into.
    pub(super) fn copy(&self, path: &Path, stamp: &Stamp, now: Timestamp) -> Result<Kept, FileError> {
        self.keep_by(path, stamp, now, |_, _| Err(io::ErrorKind::Unsupported.into()))
    }

    fn keep_by(
        &self,
        from: &Path,
        stamp: &Stamp,
        now: Timestamp,
        link: impl FnOnce(&Path, &Path) -> io::Result<()>,
    ) -> Result<Kept, FileError> {
        private::folder(&self.folder)?;
        let path = self.folder.join(name(now, stamp.digest));
        let same = self.list()?.into_iter().find(|version| version.digest == stamp.digest && version.is_whole());
        if let Some(same) = same {
            again(|| fs::rename(&same.path, &path)).map_err(FileError::at(Step::Backup, &path))?;
            return Ok(Kept { path, fresh: false });
        }
        if link(from, &path).is_err() {
            self.copy_file(from, &path, stamp.digest)?;
        }
        Ok(Kept { path, fresh: true })
    }

    /// (`io::copy` would be shorter; it panics when a file system breaks off its quick ways half-way.)
    fn copy_file(&self, from: &Path, to: &Path, expected: Digest) -> Result<(), FileError> {
        let (temp, mut copy) = Temp::create(&self.folder, OsStr::new(TEMP))?;
        let mut original = File::open(from).map_err(FileError::at(Step::Backup, from))?;
        stamp::pieces(&mut original, |piece| copy.write_all(piece))
            .map_err(FileError::at(Step::Backup, temp.path()))?;
        temp::sync(&copy, temp.path())?;
        again(|| copy.rewind()).map_err(FileError::at(Step::Backup, temp.path()))?;
        if stamp::of(&mut copy).map_err(FileError::at(Step::Backup, temp.path()))?.digest != expected {
            return Err(FileError::Damaged { path: temp.path().to_owned() });
        }
        temp.replace(to)?;
        platform::sync_folder(&self.folder).map_err(FileError::at(Step::Backup, &self.folder))
    }

    /// Takes back the second names that a save killed between backup and rename gave the store; returns how many.
    pub(super) fn release(&self, store: &Path) -> u64 {
        let identity = |path: &Path| fs::symlink_metadata(path).map(|meta| platform::identity(&meta)).ok();
        let Some(own) = identity(store).filter(|own| *own != (0, 0)) else { return 0 };
        let versions = self.list().unwrap_or_default();
        let mine = versions.iter().filter(|version| identity(&version.path) == Some(own));
        mine.filter(|version| private::remove(&version.path).is_ok()).count() as u64
    }
}

impl Version {
    /// Whether the content still has its fingerprint.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        matches!(open::stamp(&self.path, Step::Read), Ok(Some(stamp)) if stamp.digest == self.digest)
    }
}

fn name(until: Timestamp, digest: Digest) -> String {
    format!("{}_{digest}{END}", moment::write(until))
}
