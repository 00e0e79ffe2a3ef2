//! Saving: the old file or the new one, never anything between, never somebody else's work overwritten. Must not know
//! what is in the bytes.
//!
//! ```text
//!  lock ─ look ─ temp ─ mode+group ─ write ─ sync ─ read back ─ backup ─ check again ─ rename ─ sync folder
//!   └──────── any failure here: nothing happened, temp removed, Err ────────┘            └ from here on: Saved
//! ```

use super::again::again;
use super::backup::{Backups, Kept};
use super::digest::Digest;
use super::error::{FileError, Step};
use super::place::{self, Facts, Place};
use super::stamp::Stamp;
use super::temp::Temp;
use super::{in_place, lock, open, platform};
use jiff::Timestamp;
use std::io::ErrorKind;
use std::path::PathBuf;

/// What the caller believes to be on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected<'a> {
    /// No file: a new store.
    Nothing,
    /// The file as it was read or saved last.
    Same(&'a Stamp),
}

/// What to do with a file that has several names (hard links), of which a rename would keep only one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Links {
    /// Do nothing, say so.
    #[default]
    Ask,
    /// Write into the file, so that all names stay. Not safe against a power cut in the middle; the previous version
    /// is copied to the backups and synced first, and without backups it is refused.
    InPlace,
    /// Let this name have the new version and the others the old one.
    Separate,
}

/// Who may read and write a new store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sharing {
    /// Its owner (0600).
    #[default]
    Private,
    /// Its owner and group (0660).
    Shared,
}

/// How to save.
#[derive(Debug, Clone, Copy)]
pub struct Plan<'a> {
    /// The present moment.
    pub now: Timestamp,
    /// For a new store.
    pub sharing: Sharing,
    /// For a file with several names.
    pub links: Links,
    /// Where the previous version is kept. A failure there costs a notice, not the save.
    pub backups: Option<&'a Backups>,
}

/// Something the user should hear of although the store is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// No lock could be had: two programs might save at once (the check before the rename still stands).
    NoLock(FileError),
    /// The previous version could not be kept.
    NoBackup(FileError),
    /// The file belongs to another group now, which may do no more than everybody.
    GroupNotKept {
        /// The number of the group it had.
        group: u32,
    },
    /// Whether the store would survive a power cut is not known. `None`: this file system offers no sync.
    NotDurable(Option<FileError>),
}

/// A finished save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// How the file looks now: expect this at the next save.
    pub stamp: Stamp,
    /// Whether the system confirmed that it is on the disk.
    pub durable: bool,
    /// Where the previous version is.
    pub backup: Option<PathBuf>,
    /// What went less well.
    pub notices: Vec<Notice>,
}

/// How a save ended. In every case but `Saved` nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The new version is in place.
    Saved(Saved),
    /// The file is not the one that was read: read it again and merge.
    ChangedOnDisk(Stamp),
    /// The file is gone.
    Vanished,
    /// The file may not be written.
    ReadOnly,
    /// The file has so many names: ask (see [`Links`]).
    NeedsDecision {
        /// How many.
        links: u64,
    },
}

/// Takes the lock and saves.
///
/// # Errors
/// Path, step and cause; the file is as it was, except with [`FileError::Torn`].
pub fn save(place: &Place, bytes: &[u8], expected: Expected<'_>, plan: &Plan<'_>) -> Result<Outcome, FileError> {
    save_held(&lock::hold(place, plan.now)?, place, bytes, expected, plan)
}

/// Saves under a lock that is held already, over reading and merging too.
///
/// # Errors
/// As [`save`].
pub fn save_held(
    held: &lock::Held,
    place: &Place,
    bytes: &[u8],
    expected: Expected<'_>,
    plan: &Plan<'_>,
) -> Result<Outcome, FileError> {
    let found = place::look(&place.path)?;
    if let Some(outcome) = refused(found.as_ref(), place, expected)? {
        return Ok(outcome);
    }
    let links = found.map_or(1, |facts| facts.links);
    let links = if links > 1 { plan.backups.map_or(links, |b| links - b.release(&place.path)) } else { links };
    let mut notices: Vec<Notice> = held.notice.iter().cloned().map(Notice::NoLock).collect();
    match (plan.links, expected) {
        (Links::Ask, _) if links > 1 => Ok(Outcome::NeedsDecision { links }),
        (Links::InPlace, Expected::Same(stamp)) if links > 1 => in_place::write(place, bytes, stamp, plan, notices),
        _ => {
            // an inode that keeps other names must not become a backup: it can be written into
            let found = found.map(|facts| Facts { links, ..facts });
            replace(place, bytes, expected, found.as_ref(), plan, &mut notices)
        }
    }
}

/// What shows before anything is written.
fn refused(found: Option<&Facts>, place: &Place, expected: Expected<'_>) -> Result<Option<Outcome>, FileError> {
    match (expected, found) {
        (Expected::Nothing, None) => Ok(None),
        (Expected::Same(_), None) => Ok(Some(Outcome::Vanished)),
        (Expected::Same(_), Some(facts)) if !facts.writable => Ok(Some(Outcome::ReadOnly)),
        (Expected::Same(stamp), Some(facts)) if facts.size == stamp.size => Ok(None),
        _ => check(place, expected),
    }
}

/// Looks whether the file is the expected one; `None`: it is.
pub(super) fn check(place: &Place, expected: Expected<'_>) -> Result<Option<Outcome>, FileError> {
    let now = open::stamp(&place.path, Step::Recheck)?;
    Ok(match (expected, now) {
        (Expected::Nothing, None) => None,
        (Expected::Same(stamp), Some(now)) if stamp.digest == now.digest => None,
        (_, Some(now)) => Some(Outcome::ChangedOnDisk(now)),
        (Expected::Same(_), None) => Some(Outcome::Vanished),
    })
}

fn replace(
    place: &Place,
    bytes: &[u8],
    expected: Expected<'_>,
    found: Option<&Facts>,
    plan: &Plan<'_>,
    notices: &mut Vec<Notice>,
) -> Result<Outcome, FileError> {
    let (temp, mut file) = Temp::create(&place.folder, &place.name)?;
    match found {
        None => platform::set_mode(&file, plan.sharing.mode()).map_err(FileError::at(Step::Dress, temp.path()))?,
        Some(facts) => {
            if !platform::dress(&file, &place.path, facts).map_err(FileError::at(Step::Dress, temp.path()))? {
                notices.push(Notice::GroupNotKept { group: facts.group });
            }
        }
    }
    let synced = temp.fill(&mut file, bytes)?;
    let meta = again(|| file.metadata()).map_err(FileError::at(Step::Inspect, temp.path()))?;
    let stamp = Stamp::new(&meta, Digest::of(bytes));
    drop(file);

    let kept = keep(place, expected, found, plan).map_err(|error| notices.push(Notice::NoBackup(error))).ok().flatten();
    if let Some(outcome) = check(place, expected)? {
        kept.into_iter().for_each(Kept::withdraw);
        return Ok(outcome);
    }
    match expected {
        Expected::Same(_) => temp.replace(&place.path)?,
        Expected::Nothing => match temp.settle(&place.path) {
            Err(FileError::Io { cause, .. }) if cause.kind == ErrorKind::AlreadyExists => {
                return Ok(check(place, expected)?.unwrap_or(Outcome::Vanished));
            }
            settled => settled?,
        },
    }
    let folder = platform::sync_folder(&place.folder).map_err(FileError::at(Step::SyncFolder, &place.folder));
    notices.extend(durability(synced, folder.err()));
    let backup = kept.map(Kept::settle);
    Ok(Outcome::Saved(Saved { stamp, durable: !doubtful(notices), backup, notices: std::mem::take(notices) }))
}

/// Puts the version that is about to go into the backups.
fn keep(
    place: &Place,
    expected: Expected<'_>,
    found: Option<&Facts>,
    plan: &Plan<'_>,
) -> Result<Option<Kept>, FileError> {
    let (Expected::Same(stamp), Some(backups)) = (expected, plan.backups) else { return Ok(None) };
    let keep = if found.is_some_and(|facts| facts.links > 1) { Backups::copy } else { Backups::keep };
    keep(backups, &place.path, stamp, plan.now).map(Some)
}

/// What to say when a sync was not possible or failed.
pub(super) fn durability(synced: bool, failed: Option<FileError>) -> Option<Notice> {
    match failed {
        Some(error) => Some(Notice::NotDurable(Some(error))),
        None => (!synced).then_some(Notice::NotDurable(None)),
    }
}

fn doubtful(notices: &[Notice]) -> bool {
    notices.iter().any(|notice| matches!(notice, Notice::NotDurable(_)))
}

impl Sharing {
    /// The mode of a new store.
    #[must_use]
    pub fn mode(self) -> u32 {
        match self {
            Self::Private => 0o600,
            Self::Shared => 0o660,
        }
    }
}
