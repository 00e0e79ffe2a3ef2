//! Opening a store: read, checked, indexed on a thread of its own, so that the first frame never waits for a large file.

use super::DEMO;
use super::library::{Library, Post};
use super::saver::{Job, Saver};
use crate::app::model::ReadOnly;
use crate::app::unreadable::{Unreadable, Why};
use crate::app::{Event, Model, handle};
use crate::search::landscape::Landscape;
use crate::store::file::backup::Backups;
use crate::store::file::form::{self, Form};
use crate::store::file::open::{Opened, read};
use crate::store::file::{FileError, Place};
use crate::store::{Data, Loaded, ReadError, Store};
use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// Why the program cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The terminal cannot be used.
    #[error("{0}")]
    Terminal(crate::terminal::Error),
    /// The file cannot be reached.
    #[error("{0}")]
    File(FileError),
    /// The file is not text.
    #[error("{0:?}")]
    Form(form::Trouble),
    /// The text is not a store.
    #[error("{0}")]
    Read(ReadError),
}

/// Reads bytes as a store.
pub(super) fn parse(bytes: &[u8]) -> Result<(Loaded, Form), Trouble> {
    let (form, text) = form::inspect(bytes).map_err(Trouble::Form)?;
    let loaded = crate::store::read(text).map_err(Trouble::Read)?;
    Ok((loaded, form))
}

/// A store being opened.
pub(super) struct Opening;

impl Opening {
    /// Begins to read, on a thread of its own.
    pub(super) fn begin(library: &Library) -> Self {
        let (path, saver, post) = (library.path(), library.saver.clone(), library.post.clone());
        let backups = library.backups();
        if library.is_demo() {
            load_text(DEMO.to_owned(), path, saver, post);
        } else {
            let work = move || {
                let event = open(path.clone(), &saver);
                post.send(event.unwrap_or_else(|trouble| cannot_open(path, trouble, backups)));
            };
            let _ = std::thread::Builder::new().name("opening".into()).spawn(work);
        }
        Opening
    }

    /// Gives a small file the moment it needs, so that the first frame is the whole one.
    pub(super) fn wait(&mut self, model: &mut Model, inbox: &Receiver<Event>, patience: Duration) {
        let until = Instant::now() + patience;
        while model.file.loading.is_some() {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(event) = inbox.recv_timeout(left) else { return };
            handle(model, event);
        }
    }
}

fn open(path: PathBuf, saver: &Saver) -> Result<Event, Trouble> {
    let place = match Place::find(&path) {
        Ok(place) => place,
        Err(FileError::Io { cause, .. }) if cause.kind == std::io::ErrorKind::NotFound => {
            saver.send(Job::Take(path, None, Form::default(), Store::default()));
            return Ok(Event::NoStoreYet);
        }
        Err(error) => return Err(Trouble::File(error)),
    };
    match read(&place).map_err(Trouble::File)? {
        Opened::New => {
            saver.send(Job::Take(path, None, Form::default(), Store::default()));
            Ok(Event::NoStoreYet)
        }
        Opened::File { bytes, stamp } => {
            let (loaded, form) = parse(&bytes)?;
            drop(bytes);
            saver.send(Job::Take(path, Some(stamp), form, loaded.store.clone()));
            let writable = place.facts.as_ref().is_none_or(|facts| facts.writable) && place.folder_writable;
            Ok(ready(loaded.store, writable))
        }
    }
}

/// Everything computed that the first frame needs.
fn ready(store: Store, writable: bool) -> Event {
    let read_only = match (store.is_newer(), writable) {
        (true, _) => Some(ReadOnly::Newer(store.version())),
        (false, false) => Some(ReadOnly::Protected),
        (false, true) => None,
    };
    loaded_as(store, read_only)
}

fn loaded_as(store: Store, read_only: Option<ReadOnly>) -> Event {
    let (search, data) = rayon::join(|| Landscape::build(&store), || Data::new(store.clone()));
    Event::Loaded(Box::new((data, search, read_only)))
}

/// What is told of a file that cannot be opened, with the newest backup that can.
fn cannot_open(path: PathBuf, trouble: Trouble, backups: Option<Backups>) -> Event {
    let why = match trouble {
        Trouble::Read(error) => Why::Read(error),
        Trouble::Form(trouble) => Why::Text(trouble),
        other => Why::File(other.to_string()),
    };
    let good = backups.and_then(|backups| backups.newest_good(|bytes| parse(bytes).is_ok()).ok().flatten());
    let backup =
        good.map(|(version, _)| (version.until.to_zoned(jiff::tz::TimeZone::system()).datetime(), version.path));
    Event::CannotOpen(Box::new(Unreadable { path, why, backup }))
}

/// Opens a backup to look at; nothing is written.
pub(super) fn load_backup(path: PathBuf, post: Post) {
    let work = move || {
        let bytes = std::fs::read(&path).unwrap_or_default();
        post.send(match parse(&bytes) {
            Ok((loaded, _)) => loaded_as(loaded.store, Some(ReadOnly::Backup)),
            Err(trouble) => cannot_open(path, trouble, None),
        });
    };
    let _ = std::thread::Builder::new().name("opening".into()).spawn(work);
}

/// Opens a store from its text instead of from a file.
pub(super) fn load_text(text: String, path: PathBuf, saver: Saver, post: Post) {
    let work = move || match crate::store::read(&text) {
        Ok(loaded) => {
            saver.send(Job::Take(path, None, Form::default(), loaded.store.clone()));
            post.send(ready(loaded.store, true));
        }
        Err(error) => post.send(cannot_open(path, Trouble::Read(error), None)),
    };
    let _ = std::thread::Builder::new().name("opening".into()).spawn(work);
}
