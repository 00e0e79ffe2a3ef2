//! What can go wrong with the file, as facts: the path, the step, the cause. Texts for people are made elsewhere.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What was being done when a call failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Finding the real file behind a path.
    Find,
    /// Asking for its size, mode, owner.
    Inspect,
    /// Listing a folder.
    List,
    /// Opening a file to read it.
    Open,
    /// Reading it.
    Read,
    /// Taking the lock or leaving the note that the store is open.
    Lock,
    /// Making a folder of our own.
    MakeFolder,
    /// Making the temporary file.
    Create,
    /// Giving it the mode and group of the file it replaces.
    Dress,
    /// Writing it.
    Write,
    /// Having it put on the disk.
    Sync,
    /// Reading it back.
    ReadBack,
    /// Keeping the previous version.
    Backup,
    /// Looking whether the file is still the one that was read.
    Recheck,
    /// Putting the new file in the old one's place.
    Rename,
    /// Having the new name put on the disk.
    SyncFolder,
    /// Removing a file of our own.
    Remove,
    /// Watching the folder.
    Watch,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Find => "find",
            Self::Inspect => "inspect",
            Self::List => "list",
            Self::Open => "open",
            Self::Read => "read",
            Self::Lock => "lock",
            Self::MakeFolder => "make folder",
            Self::Create => "create",
            Self::Dress => "set mode of",
            Self::Write => "write",
            Self::Sync => "sync",
            Self::ReadBack => "read back",
            Self::Backup => "back up",
            Self::Recheck => "check again",
            Self::Rename => "rename to",
            Self::SyncFolder => "sync folder",
            Self::Remove => "remove",
            Self::Watch => "watch",
        })
    }
}

/// Why the system refused: the kind, and its own number where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cause {
    /// The kind of error.
    pub kind: io::ErrorKind,
    /// The system's number (`errno`, or Windows' error code).
    pub os: Option<i32>,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.os {
            Some(number) => io::Error::from_raw_os_error(number).fmt(f),
            None => self.kind.fmt(f),
        }
    }
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        Self { kind: error.kind(), os: error.raw_os_error() }
    }
}

/// A thing that is not a regular file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Special {
    /// A folder.
    Folder,
    /// A named pipe.
    Pipe,
    /// A socket.
    Socket,
    /// A device.
    Device,
    /// Something else.
    Other,
}

/// Everything that can go wrong in this room.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The system refused a call.
    #[error("cannot {step} {}: {cause}", path.display())]
    Io {
        /// What was being done.
        step: Step,
        /// With which file or folder.
        path: PathBuf,
        /// Why not.
        cause: Cause,
    },
    /// The path leads to something that is not a regular file.
    #[error("{} is not a regular file but a {what:?}", path.display())]
    NotRegular {
        /// The path.
        path: PathBuf,
        /// What is there.
        what: Special,
    },
    /// The path has no file name (`/`, `..`), or a name that is not allowed here.
    #[error("{} does not name a file", path.display())]
    NoName {
        /// The path.
        path: PathBuf,
    },
    /// The file kept changing while it was read.
    #[error("{} kept changing while it was read", path.display())]
    Unsteady {
        /// The path.
        path: PathBuf,
    },
    /// What was read back is not what was written.
    #[error("{} does not hold what was written to it", path.display())]
    Damaged {
        /// The path.
        path: PathBuf,
    },
    /// Another process is saving and did not finish in time.
    #[error("{} is being saved by somebody else", path.display())]
    Busy {
        /// The store.
        path: PathBuf,
        /// Who holds the lock, if that could be read.
        owner: Option<super::lock::Owner>,
    },
    /// Writing in place (a file with several names) failed half-way. The previous version is in `backup`.
    #[error("{} was left half-written ({failed}); the previous version is in {}", path.display(), backup.display())]
    Torn {
        /// The store.
        path: PathBuf,
        /// The whole previous version.
        backup: PathBuf,
        /// What failed.
        failed: Box<FileError>,
    },
}

impl FileError {
    /// The file or folder it is about.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Io { path, .. }
            | Self::NotRegular { path, .. }
            | Self::NoName { path }
            | Self::Unsteady { path }
            | Self::Damaged { path }
            | Self::Busy { path, .. }
            | Self::Torn { path, .. } => path,
        }
    }

    /// The system's reason, if it was the system that refused.
    #[must_use]
    pub fn cause(&self) -> Option<Cause> {
        match self {
            Self::Io { cause, .. } => Some(*cause),
            Self::Torn { failed, .. } => failed.cause(),
            _ => None,
        }
    }

    /// What was being done, if it was the system that refused.
    #[must_use]
    pub fn step(&self) -> Option<Step> {
        match self {
            Self::Io { step, .. } => Some(*step),
            Self::Torn { failed, .. } => failed.step(),
            _ => None,
        }
    }

    /// Makes the error of a failed call: `.map_err(FileError::at(Step::Open, path))`.
    pub(super) fn at(step: Step, path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |error| Self::Io { step, path: path.to_owned(), cause: Cause::from(&error) }
    }
}
