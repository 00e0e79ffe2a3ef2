//! The file behind the data: opened, saved in the background, watched. What the loop asks of it, it passes to the saver
//! thread; what comes back arrives as events.

use super::saver::{Job, Saver};
use super::{Options, opening};
use crate::app::Event;
use crate::app::effect::Start;
use crate::store::file::backup::Backups;
use crate::store::file::form::Form;
use crate::store::file::open::{self, Opened};
use crate::store::file::{Place, rescue, watch};
use crate::store::{Store, write};
use crate::terminal::{Rescue, Waker};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

/// What the edge knows of the file.
pub(super) struct Library {
    path: PathBuf,
    demo: Option<tempfile::TempDir>,
    pub(super) saver: Saver,
    pub(super) post: Post,
    state: PathBuf,
    unsaved: Unsaved,
    /// How many saves were asked for.
    saves: AtomicU64,
    told: Arc<AtomicBool>,
    watch: Option<watch::Watch>,
}

/// The newest state that is not on disk, for the way out when everything else fails.
pub(super) type Unsaved = Arc<Mutex<Option<(u64, Store)>>>;

/// Sends events to the loop and wakes it.
#[derive(Clone)]
pub(super) struct Post {
    events: Sender<Event>,
    waker: Arc<OnceLock<Waker>>,
}

impl Post {
    pub(super) fn send(&self, event: Event) {
        if self.events.send(event).is_ok()
            && let Some(waker) = self.waker.get()
        {
            waker.wake();
        }
    }
}

impl Library {
    pub(super) fn new(options: &Options, events: Sender<Event>) -> Self {
        let demo = options.demo.then(|| tempfile::TempDir::with_prefix("runde-").ok()).flatten();
        let path = match &demo {
            Some(folder) => folder.path().join("musterau.json"),
            None => options.path.clone(),
        };
        let post = Post { events, waker: Arc::default() };
        let unsaved = Unsaved::default();
        let state = demo.as_ref().map_or_else(|| options.state.clone(), |folder| folder.path().to_owned());
        let saver = Saver::start(post.clone(), state.clone(), unsaved.clone());
        Library { path, demo, saver, post, state, unsaved, saves: AtomicU64::new(0), told: Arc::default(), watch: None }
    }

    pub(super) fn path(&self) -> PathBuf {
        self.path.clone()
    }

    pub(super) fn is_demo(&self) -> bool {
        self.demo.is_some()
    }

    pub(super) fn wake_with(&self, waker: Waker) {
        let _ = self.post.waker.set(waker);
    }

    /// What is done when the program falls: the newest unsaved state is written beside.
    pub(super) fn rescue(&self) -> Rescue {
        let (unsaved, state) = (self.unsaved.clone(), self.state.clone());
        Arc::new(move || {
            if let Ok(slot) = unsaved.try_lock()
                && let Some((_, store)) = slot.as_ref()
            {
                let _ = rescue_file(&state, store);
            }
        })
    }

    /// Puts this state on disk, in the background.
    pub(super) fn save(&self, store: Store) {
        let number = self.hold(store.clone());
        self.saver.send(Job::Save(number, store));
    }

    /// What somebody else wrote is taken over; with what is to be written now, if anything.
    pub(super) fn taken_over(&self, store: Option<Store>) {
        let number = match &store {
            Some(store) => self.hold(store.clone()),
            None => self.saves.load(Ordering::Relaxed),
        };
        self.saver.send(Job::Merged(number, store));
    }

    /// Keeps a state for the way out, until it is written; gives its number.
    pub(super) fn hold(&self, store: Store) -> u64 {
        let number = self.saves.fetch_add(1, Ordering::Relaxed) + 1;
        if let Ok(mut slot) = self.unsaved.lock() {
            *slot = Some((number, store));
        }
        number
    }

    /// Keeps what is typed into a form, or drops what was kept.
    pub(super) fn draft(&self, text: Option<String>) {
        self.saver.send(Job::Draft(text));
    }

    /// Looks whether somebody else wrote the file.
    pub(super) fn look(&self) {
        self.saver.send(Job::Look);
    }

    /// Looks, if the system has told of a change.
    pub(super) fn look_if_told(&self) {
        if self.told.swap(false, Ordering::Relaxed) {
            self.look();
        }
    }

    pub(super) fn reload(&self) {
        self.saver.send(Job::Reload);
    }

    /// Where the backups of a store at this path lie.
    pub(super) fn backup_folder(&self) -> Option<PathBuf> {
        let place = Place::find(&self.path).ok()?;
        Some(self.state.join("backups").join(place.key()))
    }

    /// Those backups.
    pub(super) fn backups(&self) -> Option<Backups> {
        self.backup_folder().map(|folder| Backups::in_folder(&folder))
    }

    /// Puts this state in the place of a file that could not be read; the file is kept as a backup like any other.
    pub(super) fn write_back(&self, store: Store) {
        let read = Place::find(&self.path).and_then(|place| open::read(&place));
        match read {
            Ok(Opened::File { bytes, .. }) if opening::parse(&bytes).is_ok() => {
                self.post.send(Event::RepairedMeanwhile);
            }
            Ok(found) => {
                let stamp = if let Opened::File { stamp, .. } = found { Some(stamp) } else { None };
                self.saver.send(Job::Take(self.path.clone(), stamp, Form::default(), Store::default()));
                self.save(store);
            }
            Err(error) => self.post.send(Event::NotSaved(error.to_string())),
        }
    }

    /// From now on the system tells of changes in the folder; where it cannot, looking at every focus must do.
    pub(super) fn watch(&mut self) {
        if self.is_demo() {
            return;
        }
        let (told, waker) = (self.told.clone(), self.post.waker.clone());
        self.watch = Place::find(&self.path).ok().and_then(|place| {
            watch::watch(&place, move || {
                if !told.swap(true, Ordering::Relaxed)
                    && let Some(waker) = waker.get()
                {
                    waker.wake();
                }
            })
            .ok()
        });
    }

    /// Begins with an empty store, or turns to the demo landscape.
    pub(super) fn start(&mut self, start: Start) {
        if start == Start::Demo {
            self.demo = tempfile::TempDir::with_prefix("runde-").ok();
            if let Some(folder) = &self.demo {
                self.path = folder.path().join("musterau.json");
            }
            opening::load_demo(self.path.clone(), self.saver.clone(), self.post.clone());
        } else if let Some(folder) = self.path.parent() {
            let _ = make_private_folder(folder);
            self.saver.send(Job::Take(self.path.clone(), None, Form::default(), Store::default()));
        }
    }

    /// Waits for the save in flight; false when something could only be put into a rescue file, or not even that. What
    /// is not known to be on disk is in the slot, whatever the reason.
    pub(super) fn finish(&self, patience: Duration) -> bool {
        self.saver.finish(patience);
        let Ok(slot) = self.unsaved.lock() else { return false };
        let Some((_, store)) = slot.as_ref() else { return true };
        let _ = rescue_file(&self.state, store);
        false
    }
}

/// Writes a rescue file; gives its path.
pub(super) fn rescue_file(state: &Path, store: &Store) -> Option<PathBuf> {
    make_private_folder(state).ok()?;
    rescue::write(state, &write(store), jiff::Timestamp::now()).ok()
}

/// Makes a folder only its owner can enter.
pub(super) fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}

#[cfg(test)]
#[path = "library_tests.rs"]
mod tests;
