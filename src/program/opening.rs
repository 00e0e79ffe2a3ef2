//! Opening a store: a small one before the first frame, which then waits for nothing but its lists; a large one on a
//! thread of its own, so that no frame waits for it.

use super::library::{Library, Post};
use super::now;
use super::saver::{Job, Saver};
use crate::app::Event;
use crate::app::model::ReadOnly;
use crate::app::pane::Order;
use crate::app::unreadable::{Unreadable, Why};
use crate::config::clock;
use crate::search::landscape::Landscape;
use crate::store::file::backup::Backups;
use crate::store::file::form::{self, Form};
use crate::store::file::open::{Opened, read};
use crate::store::file::{FileError, Place};
use crate::store::{self, Data, Loaded, ReadError, Store};
use std::path::PathBuf;

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

/// How much is done when the bytes are here, when they are records, when the lists show them: in percent of the time.
const READ: u8 = 10;
const PARSED: u8 = 40;
const LISTED: u8 = 60;

/// Reads bytes as a store.
pub(super) fn parse(bytes: &[u8]) -> Result<(Loaded, Form), Trouble> {
    parse_as(bytes, store::read)
}

fn parse_as<T>(bytes: &[u8], read: impl FnOnce(&str) -> Result<T, ReadError>) -> Result<(T, Form), Trouble> {
    let (form, text) = form::inspect(bytes).map_err(Trouble::Form)?;
    Ok((read(text).map_err(Trouble::Read)?, form))
}

/// Bytes of a file that is read within a blink, by the main thread and before the screen is shown; the first key waits until
/// it can be searched. For a larger one neither waits.
const SMALL: u64 = 4 << 20;

/// A store being opened.
pub(super) enum Opening {
    /// It is here, to be looked at only for this reason, if any; searching it has still to be prepared.
    Listed(Option<ReadOnly>),
    /// Everything comes as events.
    Elsewhere,
}

impl Opening {
    /// Begins to read: a small file at once, a large one on a thread of its own.
    pub(super) fn begin(library: &Library) -> Self {
        let (path, saver, post) = (library.path(), library.saver.clone(), library.post.clone());
        if library.is_demo() {
            let data = demo_data(path, &saver);
            let refs = data.refs().clone();
            // Who refers to whom is noted while the lists are put in order.
            let _ = std::thread::Builder::new().name("opening".into()).spawn(move || refs.prepare());
            return Self::at_once(data, None, &post);
        }
        let backups = library.backups();
        let small = std::fs::metadata(&path).is_ok_and(|facts| facts.len() <= SMALL);
        let (at, told) = (path.clone(), post.clone());
        let read = move || open(path, &saver, &told).map_err(|trouble| cannot_open(at, trouble, backups));
        if small {
            return match read() {
                Ok(Some((data, read_only))) => Self::at_once(data, read_only, &post),
                Ok(None) => Opening::Elsewhere,
                Err(event) => {
                    post.send(event);
                    Opening::Elsewhere
                }
            };
        }
        let work = move || match read() {
            Ok(Some((data, read_only))) => ready(data, read_only, &post),
            Ok(None) => {}
            Err(event) => post.send(event),
        };
        let _ = std::thread::Builder::new().name("opening".into()).spawn(work);
        Opening::Elsewhere
    }

    /// Puts the lists of a small store in order.
    fn at_once(data: Data, read_only: Option<ReadOnly>, post: &Post) -> Self {
        post.send(listed(data));
        Opening::Listed(read_only)
    }

    /// Prepares the search of a small store once it is on the screen, so that the first key finds everything.
    pub(super) fn finish(self, store: &Store) -> Option<Event> {
        let Opening::Listed(read_only) = self else { return None };
        Some(Event::Loaded(Box::new((Landscape::build(store), read_only))))
    }
}

/// Data that were read, and why they cannot be changed, if so.
type Read = (Data, Option<ReadOnly>);

/// Reads a store; nothing when there is no file yet.
fn open(path: PathBuf, saver: &Saver, post: &Post) -> Result<Option<Read>, Trouble> {
    let place = match Place::find(&path) {
        Ok(place) => place,
        Err(FileError::Io { cause, .. }) if cause.kind == std::io::ErrorKind::NotFound => {
            no_store(path, saver, post);
            return Ok(None);
        }
        Err(error) => return Err(Trouble::File(error)),
    };
    match read(&place).map_err(Trouble::File)? {
        Opened::New => {
            no_store(path, saver, post);
            Ok(None)
        }
        Opened::File { bytes, stamp } => {
            post.send(Event::Loading(READ));
            let (data, form) = parse_as(&bytes, store::read_data)?;
            drop(bytes);
            post.send(Event::Loading(PARSED));
            saver.send(Job::Take(path, Some(stamp), form, data.store().clone()));
            let writable = place.facts.as_ref().is_none_or(|facts| facts.writable) && place.folder_writable;
            let barred = barred(data.store(), writable);
            Ok(Some((data, barred)))
        }
    }
}

fn no_store(path: PathBuf, saver: &Saver, post: &Post) {
    saver.send(Job::Take(path, None, Form::default(), Store::default()));
    post.send(Event::NoStoreYet);
}

/// Why a store cannot be changed, if so.
fn barred(store: &Store, writable: bool) -> Option<ReadOnly> {
    match (store.is_newer(), writable) {
        (true, _) => Some(ReadOnly::Newer(store.version())),
        (false, false) => Some(ReadOnly::Protected),
        (false, true) => None,
    }
}

/// The data as the lists show them.
fn listed(data: Data) -> Event {
    let orders = Order::all(&data, now());
    Event::Listed(Box::new((data, orders)))
}

/// Computes what the lists need, then what searching needs.
fn ready(data: Data, read_only: Option<ReadOnly>, post: &Post) {
    let store = data.store().clone();
    data.refs().prepare();
    post.send(listed(data));
    post.send(Event::Loading(LISTED));
    post.send(Event::Loaded(Box::new((Landscape::build(&store), read_only))));
    store.prepare();
}

/// The reason as the program tells it.
pub(super) fn why(trouble: Trouble) -> Why {
    match trouble {
        Trouble::Read(error) => Why::Read(error),
        Trouble::Form(trouble) => Why::Text(trouble),
        other => Why::File(other.to_string()),
    }
}

/// What is told of a file that cannot be opened, with the newest backup that can.
fn cannot_open(path: PathBuf, trouble: Trouble, backups: Option<Backups>) -> Event {
    let why = why(trouble);
    let good = backups.and_then(|backups| backups.newest_good(|bytes| parse(bytes).is_ok()).ok().flatten());
    let backup = good.map(|(version, _)| (version.until.to_zoned(clock::here()).datetime(), version.path));
    Event::CannotOpen(Box::new(Unreadable { path, why, backup }))
}

/// Opens a backup to look at; nothing is written.
pub(super) fn load_backup(path: PathBuf, post: Post) {
    let work = move || {
        let bytes = std::fs::read(&path).unwrap_or_default();
        match parse_as(&bytes, store::read_data) {
            Ok((data, _)) => ready(data, Some(ReadOnly::Backup), &post),
            Err(trouble) => post.send(cannot_open(path, trouble, None)),
        }
    };
    let _ = std::thread::Builder::new().name("opening".into()).spawn(work);
}

/// Works something out beside the loop, so that no frame waits for it.
pub(super) fn beside(work: impl FnOnce() -> Option<Event> + Send + 'static, post: Post) {
    let (done, over) = std::sync::mpsc::channel::<()>();
    let told = post.clone();
    let work = move || {
        let event = work();
        drop(done);
        event
    };
    // While it takes its time, the screen says how far it is.
    let tell = move || {
        let pause = std::time::Duration::from_millis(250);
        while over.recv_timeout(pause) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
            told.send(Event::Working);
        }
    };
    unseen(work, post);
    let _ = std::thread::Builder::new().name("work-told".into()).spawn(tell);
}

/// The same, without a word on how far it is.
pub(super) fn unseen(work: impl FnOnce() -> Option<Event> + Send + 'static, post: Post) {
    let work = move || {
        if let Some(event) = work() {
            post.send(event);
        }
    };
    let _ = std::thread::Builder::new().name("work".into()).spawn(work);
}

/// The demo landscape, with the saver told.
fn demo_data(path: PathBuf, saver: &Saver) -> Data {
    let data = Data::new(store::demo());
    saver.send(Job::Take(path, None, Form::default(), data.store().clone()));
    data
}

/// Opens the demo landscape while the program runs.
pub(super) fn load_demo(path: PathBuf, saver: Saver, post: Post) {
    let work = move || ready(demo_data(path, &saver), None, &post);
    let _ = std::thread::Builder::new().name("opening".into()).spawn(work);
}
