//! Two courtesies between programs on the same store: a lock round a save, and a note that somebody has it open.
//! Both are files of ours beside the store, never the store itself. Neither is what keeps the data safe – that is the
//! comparison before the rename – so a file system that cannot lock costs a notice, not the save.

use super::again::again;
use super::error::{FileError, Step};
use super::place::Place;
use super::platform;
use jiff::Timestamp;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a save waits for another one.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long it sleeps between two looks.
const PAUSE: Duration = Duration::from_millis(2);

/// Who holds a lock: text for people, believed by nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// The machine's name.
    pub host: String,
    /// The person's name there.
    pub user: String,
    /// The process number there.
    pub pid: u32,
    /// Since when.
    pub since: Option<Timestamp>,
}

/// The right to save; given back when dropped.
#[derive(Debug)]
pub struct Held {
    file: Option<(PathBuf, File)>,
    /// Why there is no lock, if there is none. Saving is allowed all the same.
    pub notice: Option<FileError>,
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some((path, _file)) = self.file.take() {
            // removed while still locked, so that nobody locks a file without a name
            let _ = again(|| fs::remove_file(&path));
        }
    }
}

/// Waits for the right to save this store. Hold it over reading, merging and saving when that must be one step.
///
/// # Errors
/// [`FileError::Busy`] when another process does not finish within five seconds; nothing else.
pub fn hold(place: &Place, now: Timestamp) -> Result<Held, FileError> {
    let path = place.beside(".lock");
    let until = Instant::now() + PATIENCE;
    loop {
        match take(place, &path, now) {
            Ok(Some(file)) => return Ok(Held { file: Some((path, file)), notice: None }),
            Ok(None) if Instant::now() < until => sleep(PAUSE),
            Ok(None) => return Err(FileError::Busy { path: place.path.clone(), owner: read_owner(&path) }),
            Err(error) => return Ok(Held { file: None, notice: Some(FileError::at(Step::Lock, &path)(error)) }),
        }
    }
}

/// The lock if nobody has it; does not wait.
pub(super) fn if_free(place: &Place, now: Timestamp) -> Option<Held> {
    let path = place.beside(".lock");
    let file = take(place, &path, now).ok()??;
    Some(Held { file: Some((path, file)), notice: None })
}

/// What the note beside the store said.
#[derive(Debug)]
pub enum Presence {
    /// Nobody else has the store open; the note is ours as long as the value lives.
    Alone(Held),
    /// Somebody has it open (whose text may be unreadable).
    Others(Option<Owner>),
    /// The folder or the file system does not allow a note.
    Unknown(FileError),
}

/// Leaves the note that we have the store open, unless a living process has left one. The note of a process that is
/// gone is taken over: the system gives its lock back.
#[must_use]
pub fn announce(place: &Place, now: Timestamp) -> Presence {
    let path = place.beside(".open");
    match take(place, &path, now) {
        Ok(Some(file)) => Presence::Alone(Held { file: Some((path, file)), notice: None }),
        Ok(None) => Presence::Others(read_owner(&path)),
        Err(error) => Presence::Unknown(FileError::at(Step::Lock, &path)(error)),
    }
}

/// `Ok(None)`: somebody else has it, or its file was removed before we got it: look again.
fn take(place: &Place, path: &Path, now: Timestamp) -> io::Result<Option<File>> {
    let mut file = open(place, path)?;
    loop {
        match file.try_lock() {
            Ok(()) => break,
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Interrupted => {}
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    let own = platform::identity(&again(|| file.metadata())?);
    match again(|| fs::symlink_metadata(path)) {
        Ok(meta) if platform::identity(&meta) == own => {}
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => return Ok(None),
    }
    // the text is a courtesy: without it the lock is as good
    let _ = file.set_len(0).and_then(|()| file.write_all(describe(now).as_bytes()));
    Ok(Some(file))
}

/// Opened to read and write, because some network drives lock nothing else.
fn open(place: &Place, path: &Path) -> io::Result<File> {
    let mut existing = OpenOptions::new();
    platform::unblocked(existing.read(true).write(true));
    for _ in 0..100 {
        match existing.open(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            opened => return opened,
        }
        match platform::private(OpenOptions::new().read(true).write(true).create_new(true)).open(path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
            Ok(file) => {
                if let Some(facts) = &place.facts {
                    // whoever may write the store may lock it
                    let _ = platform::dress_lock(&file, facts);
                }
                return Ok(file);
            }
        }
    }
    Err(ErrorKind::ResourceBusy.into())
}

fn describe(now: Timestamp) -> String {
    let variable = |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default();
    let host = fs::read_to_string("/proc/sys/kernel/hostname").map(|name| name.trim().to_owned());
    let host = host.unwrap_or_else(|_| variable(&["HOSTNAME", "COMPUTERNAME"]));
    let user = variable(&["USER", "LOGNAME", "USERNAME"]);
    format!("host: {host}\nuser: {user}\npid: {}\nsince: {now:.0}\n", std::process::id())
}

/// Reads the text; `None` where it cannot be read (Windows locks it together with the file).
fn read_owner(path: &Path) -> Option<Owner> {
    let mut text = String::new();
    let file = platform::unblocked(OpenOptions::new().read(true)).open(path).ok()?;
    file.take(4096).read_to_string(&mut text).ok()?;
    let value = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
    Some(Owner {
        host: value("host")?.to_owned(),
        user: value("user")?.to_owned(),
        pid: value("pid")?.parse().ok()?,
        since: value("since").and_then(|text| text.parse().ok()),
    })
}
