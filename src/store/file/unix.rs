//! What differs between systems, for Unix: modes, owners, file numbers, renaming, syncing a folder.
//! Must not know what a store is.

use super::again::again;
use super::error::Special;
use super::place::Facts;
use rustix::fs::{Access, Dir, Gid, OFlags, Uid};
use rustix::io::Errno;
use std::ffi::{OsStr, OsString};
use std::fs::{self, DirBuilder, File, FileType, Metadata, OpenOptions, Permissions};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// Device and file number.
pub(super) fn identity(meta: &Metadata) -> (u64, u64) {
    (meta.dev(), meta.ino())
}

/// What is known of an existing regular file.
pub(super) fn facts(path: &Path, meta: &Metadata) -> io::Result<Facts> {
    let mode = meta.mode() & 0o777;
    // 0444 is meant, also when we are root and the system would let us
    let writable = mode & 0o222 != 0 && may_write(path)?;
    Ok(Facts { size: meta.len(), links: meta.nlink(), mode, owner: meta.uid(), group: meta.gid(), writable })
}

/// Whether the system would let us write there (a file), or make files there (a folder).
pub(super) fn may_write(path: &Path) -> io::Result<bool> {
    match again(|| Ok(rustix::fs::access(path, Access::WRITE_OK)?)) {
        Ok(()) => Ok(true),
        Err(error) => match Errno::from_io_error(&error) {
            Some(Errno::ACCESS | Errno::PERM | Errno::ROFS | Errno::TXTBSY) => Ok(false),
            _ => Err(error),
        },
    }
}

/// What a path that is not a regular file leads to.
pub(super) fn special(kind: FileType) -> Special {
    match kind {
        _ if kind.is_dir() => Special::Folder,
        _ if kind.is_fifo() => Special::Pipe,
        _ if kind.is_socket() => Special::Socket,
        _ if kind.is_block_device() || kind.is_char_device() => Special::Device,
        _ => Special::Other,
    }
}

/// Readable and writable by its owner alone.
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options.mode(0o600)
}

/// Never wait for the other end, should a pipe have taken the file's place.
pub(super) fn unblocked(options: &mut OpenOptions) -> &mut OpenOptions {
    options.custom_flags(OFlags::NONBLOCK.bits().cast_signed())
}

/// A folder (and those above it) that only its owner can enter.
pub(super) fn make_private_folder(path: &Path) -> io::Result<()> {
    again(|| DirBuilder::new().recursive(true).mode(0o700).create(path))
}

/// Takes everything from everybody but the owner.
pub(super) fn make_private(path: &Path) -> io::Result<()> {
    again(|| fs::set_permissions(path, Permissions::from_mode(0o600)))
}

/// Gives a new file exactly this mode, whatever the umask says.
pub(super) fn set_mode(file: &File, mode: u32) -> io::Result<()> {
    if again(|| file.metadata())?.mode() & 0o777 == mode {
        return Ok(());
    }
    again(|| file.set_permissions(Permissions::from_mode(mode)))
}

/// Gives `file` the owner, group, mode and access list of `target`, as far as allowed. `Ok(false)`: the group could
/// not be kept; then the new group gets no more rights than everybody has.
pub(super) fn dress(file: &File, target: &Path, like: &Facts) -> io::Result<bool> {
    let own = again(|| file.metadata())?;
    let group_kept = take_group(file, &own, like);
    let mode = if group_kept { like.mode } else { like.mode & !0o070 | (like.mode & 0o007) << 3 };
    set_mode(file, mode)?;
    if group_kept {
        copy_access_list(target, file)?;
    }
    Ok(group_kept)
}

/// Lets everybody who may write the store use a lock file.
pub(super) fn dress_lock(file: &File, like: &Facts) -> io::Result<()> {
    let writers = like.mode & 0o222;
    if writers != 0o200 && take_group(file, &again(|| file.metadata())?, like) {
        set_mode(file, 0o600 | writers | writers << 1)?;
    }
    Ok(())
}

fn take_group(file: &File, own: &Metadata, like: &Facts) -> bool {
    let group = (own.gid() != like.group).then(|| Gid::from_raw(like.group));
    let chown = |owner| again(|| Ok(rustix::fs::fchown(file, owner, group)?)).is_ok();
    if own.uid() != like.owner && chown(Some(Uid::from_raw(like.owner))) {
        return true; // only root gets here
    }
    group.is_none() || chown(None)
}

/// Rights beyond owner, group and others live in an extended attribute.
#[cfg(target_os = "linux")]
fn copy_access_list(from: &Path, to: &File) -> io::Result<()> {
    const NAME: &str = "system.posix_acl_access";
    let mut list = [0; 4096];
    let none = |error: &Errno| [Errno::NODATA, Errno::OPNOTSUPP, Errno::NOSYS].contains(error);
    let read = loop {
        match rustix::fs::getxattr(from, NAME, &mut list[..]) {
            Err(Errno::INTR) => {}
            Err(error) if none(&error) => return Ok(()),
            read => break read?,
        }
    };
    let list = list.get(..read).unwrap_or_default();
    again(|| Ok(rustix::fs::fsetxattr(to, NAME, list, rustix::fs::XattrFlags::empty())?))
}

#[cfg(not(target_os = "linux"))]
#[expect(clippy::unnecessary_wraps, reason = "same shape as on Linux")]
fn copy_access_list(_: &Path, _: &File) -> io::Result<()> {
    Ok(())
}

/// Replaces `to` by `from`.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    again(|| fs::rename(from, to))
}

/// Gives `from` the name `to` unless something of that name is there ([`io::ErrorKind::AlreadyExists`]).
pub(super) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags};
        let renamed = again(|| Ok(rustix::fs::renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?));
        match renamed.as_ref().err().and_then(Errno::from_io_error) {
            Some(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {} // this file system cannot
            _ => return renamed,
        }
    }
    match again(|| fs::symlink_metadata(to)) {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => rename(from, to),
        Err(error) => Err(error),
    }
}

/// The names in a folder. (The standard library's reader panics when closing the folder fails.)
pub(super) fn names(folder: &Path) -> io::Result<Vec<OsString>> {
    again(|| {
        let mut names = Vec::new();
        for entry in Dir::new(OwnedFd::from(File::open(folder)?))? {
            let entry = entry?;
            names.push(OsStr::from_bytes(entry.file_name().to_bytes()).to_owned());
        }
        names.retain(|name| name != "." && name != "..");
        Ok(names)
    })
}

/// Has the names in a folder put on the disk.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Whether a failed sync only says that this file system knows no sync.
pub(super) fn cannot_sync(error: &io::Error) -> bool {
    matches!(Errno::from_io_error(error), Some(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP))
}
