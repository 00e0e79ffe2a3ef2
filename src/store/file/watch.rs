//! Whether the file has been changed by somebody else: asked (cheaply), or told by the system. Must not know what is
//! done about it.

use super::again::again;
use super::error::{Cause, FileError, Step};
use super::open;
use super::place::Place;
use super::stamp::Stamp;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::fs;
use std::io::ErrorKind;

/// What became of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing.
    None,
    /// It was written again with the same content: expect this stamp from now on.
    Touched(Stamp),
    /// Its content is another.
    Changed(Stamp),
    /// It is not there.
    Gone,
}

/// Compares size, time and file number; reads the file only when they differ. Content that changed behind all three
/// is seen when saving, which always reads.
///
/// # Errors
/// When the system refuses to tell.
pub fn changed(place: &Place, stamp: &Stamp) -> Result<Change, FileError> {
    match again(|| fs::symlink_metadata(&place.path)) {
        Ok(meta) if stamp.looks_like(&meta) => return Ok(Change::None),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Change::Gone),
        meta => meta.map_err(FileError::at(Step::Inspect, &place.path))?,
    };
    Ok(match open::stamp(&place.path, Step::Read)? {
        None => Change::Gone,
        Some(now) if now.digest == stamp.digest => Change::Touched(now),
        Some(now) => Change::Changed(now),
    })
}

/// A running watch; ends when dropped.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
}

/// Calls `told` from a thread of its own each time something happens to the file (our own saves included, several
/// calls for one change): ask [`changed`] then. The folder is watched, because a watch on the file is lost when it is
/// replaced. Other machines' changes on network drives are not told.
///
/// # Errors
/// When the system cannot watch the folder: a reason for a notice, not to stop.
pub fn watch(place: &Place, told: impl Fn() + Send + 'static) -> Result<Watch, FileError> {
    let name = place.name.clone();
    let handler = move |event: notify::Result<notify::Event>| match event {
        Ok(event) if matches!(event.kind, EventKind::Access(_)) => {}
        Ok(event) if !event.need_rescan() && !event.paths.iter().any(|path| path.file_name() == Some(&*name)) => {}
        _ => told(),
    };
    let start = || -> notify::Result<RecommendedWatcher> {
        let mut watcher = notify::recommended_watcher(handler)?;
        watcher.watch(&place.folder, RecursiveMode::NonRecursive)?;
        Ok(watcher)
    };
    start().map(|watcher| Watch { _watcher: watcher }).map_err(|error| FileError::Io {
        step: Step::Watch,
        path: place.folder.clone(),
        cause: match error.kind {
            notify::ErrorKind::Io(error) => Cause::from(&error),
            notify::ErrorKind::MaxFilesWatch => Cause { kind: ErrorKind::QuotaExceeded, os: None },
            _ => Cause { kind: ErrorKind::Other, os: None },
        },
    })
}
