//! The thread that writes. One save is in flight at a time, and when it is done the newest state is next; what came
//! between is never written. When the file was changed by somebody else, nothing is written: both states go to the loop.

use super::library::{Post, Unsaved, rescue_file};
use super::opening::{Trouble, parse, why};
use crate::app::event::Beside;
use crate::app::model::ReadOnly;
use crate::app::{Event, Message};
use crate::arrange::Arrange as _;
use crate::store::file::backup::Backups;
use crate::store::file::draft::Drafts;
use crate::store::file::form::Form;
use crate::store::file::lock::{Held, Presence, announce};
use crate::store::file::open::{Opened, read};
use crate::store::file::save::{Expected, Links, Outcome, Plan, Sharing, save};
use crate::store::file::siblings::conflict_copies;
use crate::store::file::watch::{Change, changed};
use crate::store::file::{Digest, Place, Stamp, rescue, sweep};
use crate::store::{Store, write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// What the thread is asked to do.
pub(super) enum Job {
    /// From now on this is the file, and how it looked.
    Take(PathBuf, Option<Stamp>, Form, Store),
    /// Put this state on disk; the number tells it from newer ones.
    Save(u64, Store),
    /// The loop has taken over what was told to be changed on disk; what is to be written now, if anything.
    Merged(u64, Option<Store>),
    /// Keep what is typed into a form; nothing: it is no longer needed.
    Draft(Option<String>),
    /// Has somebody else changed the file?
    Look,
    /// Read it again in any case.
    Reload,
    /// Tell when everything before is done.
    Finish(Sender<bool>),
}

/// The way to the thread.
#[derive(Clone)]
pub(super) struct Saver {
    jobs: Sender<Job>,
}

impl Saver {
    pub(super) fn start(post: Post, state: PathBuf, unsaved: Unsaved) -> Self {
        let (jobs, inbox) = channel();
        let desk = Desk {
            post,
            state,
            unsaved,
            file: None,
            note: None,
            drafts: None,
            left: Vec::new(),
            owed: 0,
            failed: false,
        };
        // Without the thread nothing can be saved, and the first save says so.
        let _ = std::thread::Builder::new().name("saver".into()).spawn(move || desk.work(&inbox));
        Saver { jobs }
    }

    pub(super) fn send(&self, job: Job) {
        let _ = self.jobs.send(job);
    }

    /// Waits until all is written, at most so long; false when it is not.
    pub(super) fn finish(&self, patience: Duration) -> bool {
        let (done, wait) = channel();
        self.send(Job::Finish(done));
        wait.recv_timeout(patience).unwrap_or(false)
    }
}

/// The file as the thread knows it.
struct Known {
    place: Place,
    stamp: Option<Stamp>,
    form: Form,
    /// What is on disk, as records.
    base: Store,
    /// The bytes on disk are the canonical ones.
    canonical: bool,
}

struct Desk {
    post: Post,
    state: PathBuf,
    unsaved: Unsaved,
    file: Option<Known>,
    /// The note that we have the file open, as long as we have.
    note: Option<Held>,
    /// Where what is being typed is kept, and under which name.
    drafts: Option<(Drafts, String)>,
    /// The names of drafts that fallen windows left, the next to be offered last.
    left: Vec<String>,
    /// How often the loop was told of a change on disk and has not answered yet: until then nothing is written, since
    /// what it sends knows nothing of that change.
    owed: usize,
    failed: bool,
}

/// The name under which the form being typed is kept; a second window on the same file adds its number.
const DRAFT: &str = "form";

impl Desk {
    fn work(mut self, inbox: &Receiver<Job>) {
        let mut ahead: Option<Job> = None;
        while let Some(job) = ahead.take().or_else(|| inbox.recv().ok()) {
            match job {
                Job::Save(number, store) => {
                    let mut newest = (number, store);
                    for next in inbox.try_iter() {
                        match next {
                            Job::Save(number, store) => newest = (number, store),
                            other => {
                                ahead = Some(other);
                                break;
                            }
                        }
                    }
                    self.save(newest.0, newest.1);
                }
                Job::Merged(number, store) => {
                    self.owed = self.owed.saturating_sub(1);
                    match store {
                        Some(store) => self.save(number, store),
                        None => self.written(number),
                    }
                }
                Job::Take(path, stamp, form, base) => self.take(path, stamp, form, base),
                Job::Draft(draft) => {
                    let mut newest = draft;
                    for next in inbox.try_iter() {
                        match next {
                            Job::Draft(draft) => newest = draft,
                            other => {
                                ahead = Some(other);
                                break;
                            }
                        }
                    }
                    self.draft(newest.as_deref());
                }
                Job::Look => self.look(false),
                Job::Reload => self.look(true),
                Job::Finish(done) => drop(done.send(!self.failed)),
            }
        }
    }

    fn take(&mut self, path: PathBuf, stamp: Option<Stamp>, form: Form, base: Store) {
        // A folder that is not there (a share not connected) is made only when somebody begins a landscape in it.
        if stamp.is_none() && path.parent().is_some_and(|folder| !folder.exists()) {
            return;
        }
        self.owed = 0;
        match Place::find(&path) {
            Ok(place) => {
                self.beside(&place);
                self.file = Some(Known { place, stamp, form, base, canonical: false });
            }
            Err(error) => self.post.send(Event::NotSaved(error.to_string())),
        }
    }

    /// What lies beside the file: leftovers are swept, other people and copies of unsaved work are told of.
    fn beside(&mut self, place: &Place) {
        let now = jiff::Timestamp::now();
        let _ = sweep(place, now);
        self.note = None;
        match announce(place, now) {
            Presence::Alone(note) => {
                self.note = Some(note);
                self.begin_drafts(place, DRAFT.to_owned());
                self.look_for_drafts();
            }
            // A form that is open in the other window is no draft that was left.
            Presence::Others(owner) => {
                self.begin_drafts(place, format!("{DRAFT}-{}", std::process::id()));
                let who = owner.map_or_else(String::new, |owner| format!("{} ({})", owner.user, owner.host));
                self.post.send(Event::Beside(Beside::AlsoOpen(who)));
            }
            Presence::Unknown(_) => {
                self.begin_drafts(place, DRAFT.to_owned());
                self.look_for_drafts();
            }
        }
        for copy in conflict_copies(place).unwrap_or_default() {
            self.post.send(Event::Beside(Beside::ConflictCopy(copy)));
        }
        let saved = std::fs::metadata(&place.path).and_then(|meta| meta.modified()).ok();
        let saved = saved.and_then(|time| jiff::Timestamp::try_from(time).ok());
        let newer = |copy: &rescue::Rescue| saved.is_none_or(|saved| copy.at > saved);
        if let Some(copy) = rescue::list(&self.state).unwrap_or_default().into_iter().find(newer) {
            self.post.send(Event::Beside(Beside::RescueCopy(copy.path)));
        }
    }

    /// From now on what is typed is kept under this name.
    fn begin_drafts(&mut self, place: &Place, name: String) {
        let folder = self.state.join("drafts").join(place.key());
        self.drafts = Some((Drafts::in_folder(&folder), name));
    }

    /// Remembers what fallen windows left, our own first: nobody else has the file open now, and what another window
    /// begins to type later is none of ours.
    fn look_for_drafts(&mut self) {
        let Some((drafts, own)) = &self.drafts else { return };
        self.left = drafts.list().unwrap_or_default();
        self.left.retain(|name| name.starts_with(DRAFT));
        self.left.arrange_by_key(|name| name != own);
        self.left.reverse();
        self.offer_draft();
    }

    /// Tells of the next draft that was left; it is ours from now on.
    fn offer_draft(&mut self) {
        let (Some((drafts, own)), Some(name)) = (&self.drafts, self.left.pop()) else { return };
        let Some(text) = drafts.read(&name).ok().flatten().and_then(|bytes| String::from_utf8(bytes).ok()) else {
            return;
        };
        if name != *own && drafts.write(own, text.as_bytes()).is_ok() {
            let _ = drafts.remove(&name);
        }
        self.post.send(Event::DraftLeft(text));
    }

    fn draft(&mut self, text: Option<&str>) {
        let Some((drafts, name)) = &self.drafts else { return };
        let kept = match text {
            Some(text) => drafts.write(name, text.as_bytes()),
            None => drafts.remove(name),
        };
        if let Err(error) = kept {
            self.post.send(Event::Told(Message::trouble(error.to_string())));
        }
        // With several left, the next comes when the one before is done with.
        if text.is_none() {
            self.offer_draft();
        }
    }

    fn save(&mut self, number: u64, store: Store) {
        if self.owed > 0 {
            return;
        }
        let Some(file) = &mut self.file else {
            return self.fail("no file", &store);
        };
        let bytes = formed(write(&store), file.form);
        let backups = Backups::in_folder(&self.state.join("backups").join(file.place.key()));
        let plan = Plan {
            now: jiff::Timestamp::now(),
            sharing: Sharing::Private,
            links: Links::InPlace,
            backups: Some(&backups),
        };
        let expected = file.stamp.as_ref().map_or(Expected::Nothing, Expected::Same);
        match save(&file.place, &bytes, expected, &plan) {
            Ok(Outcome::Saved(saved)) => {
                let stamp = file.stamp.replace(saved.stamp);
                let base = std::mem::replace(&mut file.base, store);
                let first = !std::mem::replace(&mut file.canonical, true);
                let form = file.form;
                self.written(number);
                // Only after the first save, and when all is on disk: was the file in order before?
                let in_order = |stamp: &Stamp| stamp.digest == Digest::of(&formed(write(&base), form));
                if first && stamp.is_some_and(|stamp| !in_order(&stamp)) {
                    self.post.send(Event::PutInOrder);
                }
                let good = |bytes: &[u8]| parse(bytes).is_ok();
                let _ = backups.rotate(good, jiff::Timestamp::now());
            }
            Ok(Outcome::ChangedOnDisk(_)) => self.read_again(Some(&store)),
            Ok(Outcome::Vanished) => {
                file.stamp = None;
                self.post.send(Event::WrittenAnew);
                self.save(number, store);
            }
            Ok(Outcome::ReadOnly) => self.fail("read-only", &store),
            Ok(Outcome::NeedsDecision { links }) => self.fail(&format!("{links} hard links"), &store),
            Err(error) => self.fail(&error.to_string(), &store),
        }
    }

    /// All is on disk, up to the state of this number; told only when there is no newer one.
    fn written(&mut self, number: u64) {
        self.failed = false;
        let Ok(mut slot) = self.unsaved.lock() else { return };
        if slot.as_ref().is_none_or(|(newest, _)| *newest <= number) {
            *slot = None;
            self.post.send(Event::Saved);
        }
    }

    /// The edit stays in memory, a copy is put beside, and the message says where.
    fn fail(&mut self, why: &str, store: &Store) {
        self.failed = true;
        let copy = rescue_file(&self.state, store).map_or(String::new(), |path| format!(" → {}", path.display()));
        self.post.send(Event::NotSaved(format!("{why}{copy}")));
    }

    /// Reads the file when somebody else changed it.
    fn look(&mut self, always: bool) {
        let Some(file) = &mut self.file else { return };
        match &file.stamp {
            Some(stamp) => match changed(&file.place, stamp) {
                Ok(Change::Touched(stamp)) => file.stamp = Some(stamp),
                Ok(Change::Changed(_)) => self.read_again(None),
                _ if always => self.read_again(None),
                _ => {}
            },
            None if file.place.path.exists() => self.read_again(None),
            None => {}
        }
    }

    /// Reads what somebody else wrote and tells the loop, which puts it together with ours. When that cannot be read, a
    /// state that was to be saved is not lost: it goes beside, and the message says so.
    fn read_again(&mut self, pending: Option<&Store>) {
        let Some(file) = &mut self.file else { return };
        // Somebody may be in the middle of writing: what cannot be read gets another moment.
        let mut found = states(&file.place);
        for _ in 0..PATIENCE {
            if found.is_ok() {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
            found = states(&file.place);
        }
        match found {
            Ok(Some((theirs, ..))) if theirs.is_newer() => {
                self.post.send(Event::Barred(ReadOnly::Newer(theirs.version())));
                if let Some(store) = pending {
                    self.fail("newer", store);
                }
            }
            Ok(Some((theirs, form, stamp))) => {
                let base = std::mem::replace(&mut file.base, theirs.clone());
                (file.stamp, file.form, file.canonical) = (Some(stamp), form, false);
                self.owed += 1;
                self.post.send(Event::ChangedOnDisk(Box::new((base, theirs))));
            }
            Ok(None) => {
                file.stamp = None;
                match pending {
                    Some(store) => self.fail("gone", store),
                    None => self.post.send(Event::Gone),
                }
            }
            Err(trouble) => match pending {
                Some(store) => self.fail(&trouble.to_string(), store),
                None => self.post.send(Event::CannotReadAgain(why(trouble))),
            },
        }
    }
}

/// How often a file that cannot be read is looked at again.
const PATIENCE: usize = 5;

/// What the file holds now; nothing when it is gone.
fn states(place: &Place) -> Result<Option<(Store, Form, Stamp)>, Trouble> {
    match read(place).map_err(Trouble::File)? {
        Opened::File { bytes, stamp } => parse(&bytes).map(|(loaded, form)| Some((loaded.store, form, stamp))),
        Opened::New => Ok(None),
    }
}

/// The bytes in the outer form the file had: with its mark, with its line ends.
fn formed(bytes: Vec<u8>, form: Form) -> Vec<u8> {
    if form == Form::default() {
        return bytes;
    }
    let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 16);
    if form.bom {
        out.extend_from_slice("\u{feff}".as_bytes());
    }
    for byte in bytes {
        if byte == b'\n' && form.crlf {
            out.push(b'\r');
        }
        out.push(byte);
    }
    out
}
