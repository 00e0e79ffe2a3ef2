//! What differs between systems, for Windows: no modes, and programs that hold a file for a moment (virus scanners,
//! indexers, OneDrive). Must not know what a store is.

use super::error::Special;
use super::place::Facts;
use std::ffi::OsString;
use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// Windows' file numbers are not in stable std: size, time and content decide.
pub(super) fn identity(_: &Metadata) -> (u64, u64) {
    (0, 0)
}

/// What is known of an existing regular file.
#[expect(clippy::unnecessary_wraps, reason = "same shape as on Unix")]
pub(super) fn facts(_: &Path, meta: &Metadata) -> io::Result<Facts> {
    let writable = !meta.permissions().readonly();
    Ok(Facts { size: meta.len(), links: 1, mode: 0o600, owner: 0, group: 0, writable })
}

/// Access lists are not asked: the first save tells.
#[expect(clippy::unnecessary_wraps, reason = "same shape as on Unix")]
pub(super) fn may_write(_: &Path) -> io::Result<bool> {
    Ok(true)
}

/// What a path that is not a regular file leads to.
pub(super) fn special(kind: FileType) -> Special {
    if kind.is_dir() { Special::Folder } else { Special::Other }
}

/// The folder's access list decides.
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// Nothing to do here.
pub(super) fn unblocked(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

/// The profile folder's access list is inherited.
pub(super) fn make_private_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// The profile folder's access list is inherited.
#[expect(clippy::unnecessary_wraps, reason = "same shape as on Unix")]
pub(super) fn make_private(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Windows has no modes.
#[expect(clippy::unnecessary_wraps, reason = "same shape as on Unix")]
pub(super) fn set_mode(_: &File, _: u32) -> io::Result<()> {
    Ok(())
}

/// Windows has no groups to keep.
#[expect(clippy::unnecessary_wraps, reason = "same shape as on Unix")]
pub(super) fn dress(_: &File, _: &Path, _: &Facts) -> io::Result<bool> {
    Ok(true)
}

/// Windows has no modes.
#[expect(clippy::unnecessary_wraps, reason = "same shape as on Unix")]
pub(super) fn dress_lock(_: &File, _: &Facts) -> io::Result<()> {
    Ok(())
}

/// Milliseconds between tries, together under a second. Access denied (5), sharing (32) and lock violation (33) pass
/// when a scanner is done.
const PAUSES: [u64; 7] = [10, 25, 50, 100, 200, 250, 300];

/// Replaces `to` by `from`.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    for pause in PAUSES {
        match fs::rename(from, to) {
            Err(error) if matches!(error.raw_os_error(), Some(5 | 32 | 33)) => sleep(Duration::from_millis(pause)),
            done => return done,
        }
    }
    fs::rename(from, to)
}

/// Gives `from` the name `to` unless something of that name is there ([`io::ErrorKind::AlreadyExists`]).
pub(super) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::symlink_metadata(to) {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => rename(from, to),
        Err(error) => Err(error),
    }
}

/// The names in a folder.
pub(super) fn names(folder: &Path) -> io::Result<Vec<OsString>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect()
}

/// Windows writes folder entries through its own log and has no call for it.
#[expect(clippy::unnecessary_wraps, reason = "same shape as on Unix")]
pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether a failed sync only says that this file system knows no sync.
pub(super) fn cannot_sync(_: &io::Error) -> bool {
    false
}
