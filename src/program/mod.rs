//! The running program: the loop between terminal and model, and the workers that load, save and watch the file. The
//! only room that knows both the terminal and the data.
//!
//! ```text
//!   Terminal::wait ─► Event ─► app::handle ─► Effect ─┬─► Desk (clipboard, editor, links)
//!        ▲   ▲                    │                    └─► Saver (a thread: one save in flight, the newest state wins)
//!        │   └─ Waker ◄─ Loader, Saver, Watch           draw once when all that came in is handled
//! ```

mod desk;
mod files;
mod library;
mod opening;
mod saver;
mod states;

use crate::analysis::agenda::zone;
use crate::app::keymap::Keymap;
use crate::app::model::{File, ReadOnly, Saved, Settings};
use crate::app::{Effect, Event, Message, Model, handle};
use crate::config::clock;
use crate::store::Store;
use crate::terminal::{Cause, Colour, ColourWish, Input, Terminal};
use crate::ui;
use desk::Desk;
use jiff::civil::DateTime;
use library::Library;
use opening::Opening;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

pub use opening::Trouble;

/// How the program is to run.
#[derive(Debug)]
pub struct Options {
    /// Where the data are kept.
    pub path: PathBuf,
    /// The folder for backups, drafts and rescue files.
    pub state: PathBuf,
    /// A private copy of the demo landscape instead.
    pub demo: bool,
    /// The user's settings.
    pub settings: Settings,
    /// The user's keys.
    pub keymap: Keymap,
    /// Whether colours are wanted.
    pub colour: ColourWish,
    /// What is to be said first (faults of the configuration file).
    pub notice: Option<String>,
}

/// How long a frame waits for work begun just now.
const BLINK: Duration = Duration::from_millis(3);

/// How long what is found by and by waits for its frame.
const FRAME: Duration = Duration::from_millis(16);

/// How long the frame for a key waits for a search that will be over by then: drawn once instead of twice.
const PATIENCE: Duration = Duration::from_millis(9);

/// How long nobody has to have typed before something is looked for in advance: who types fast does not wait for it.
const PAUSE: Duration = Duration::from_millis(20);

/// Now on the wall clock.
fn now() -> DateTime {
    clock::now().datetime()
}

/// Runs the program until the user leaves. Gives the exit code.
///
/// # Errors
/// When the terminal cannot be used, or the file cannot be read and nothing else was wanted instead.
pub fn run(options: Options) -> Result<u8, Trouble> {
    let (events, inbox) = std::sync::mpsc::channel();
    let library = Library::new(&options, events);
    let opening = Opening::begin(&library);
    let rescue = library.rescue();
    let terminal = Terminal::enter(options.colour, &rescue).map_err(Trouble::Terminal)?;
    library.wake_with(terminal.waker());
    let mut model = Model::new(Store::default(), options.settings, options.keymap, now(), terminal.size());
    model.file = File {
        path: Some(library.path()),
        read_only: Some(ReadOnly::Loading),
        loading: Some(0),
        demo: options.demo,
        ..File::default()
    };
    model.message = options.notice.map(Message::trouble);
    let asked: Vec<Effect> = inbox.try_iter().flat_map(|event| handle(&mut model, event)).collect();
    let mut house = House {
        terminal,
        model,
        library,
        inbox,
        looked: Instant::now(),
        drawn: Instant::now(),
        below: ui::Below::default(),
        helpers: None,
    };
    house.draw()?;
    match house.carry_out(asked)?.or(house.prepared(opening)?) {
        Some(code) => Ok(house.leave(code)),
        None => house.live(),
    }
}

/// Everything the loop works with.
struct House {
    terminal: Terminal,
    model: Model,
    library: Library,
    inbox: Receiver<Event>,
    looked: Instant,
    drawn: Instant,
    below: ui::Below,
    /// Threads that work for this one only.
    helpers: Option<ThreadPool>,
}

impl House {
    fn live(&mut self) -> Result<u8, Trouble> {
        self.draw()?;
        self.library.watch();
        loop {
            if Desk::offer_draft(&mut self.model) {
                self.draw()?;
            }
            let foresees = self.model.can_foresee();
            let patience = match foresees {
                _ if self.model.is_busy() => Duration::ZERO,
                true => PAUSE.saturating_sub(self.drawn.elapsed()),
                false => until_midnight(self.model.now),
            };
            let inputs = self.terminal.wait(Some(patience)).map_err(Trouble::Terminal)?;
            if inputs.is_empty() && foresees {
                self.model.foresee();
                continue;
            }
            if inputs.is_empty() && self.model.is_busy() {
                // What is found in between is shown now and then: a key that comes meanwhile waits for one slice.
                let show = self.drawn.elapsed() >= FRAME;
                self.model.go_on(show);
                if self.model.is_busy() && !show {
                    continue;
                }
            }
            let (woken, typed) = (Instant::now(), !inputs.is_empty());
            let now = self.now();
            self.event(Event::Clock(now))?;
            for input in inputs {
                if let Some(code) = self.follow(input)? {
                    return Ok(self.leave(code));
                }
            }
            while let Ok(event) = self.inbox.try_recv() {
                if let Some(code) = self.event(event)? {
                    return Ok(self.leave(code));
                }
            }
            if typed && self.model.is_busy() {
                while self.model.is_busy() && woken.elapsed().saturating_add(self.model.rest()) < PATIENCE {
                    self.model.go_on(false);
                }
                // What was found may ask for work beside the loop.
                self.event(Event::Clock(now))?;
            }
            self.draw()?;
        }
    }

    fn draw(&mut self) -> Result<(), Trouble> {
        let colour = self.terminal.colour() == Colour::On;
        let (model, below) = (&self.model, &mut self.below);
        let drawn = self.terminal.draw(|buffer| ui::draw_over(below, model, colour, buffer));
        self.drawn = Instant::now();
        drawn.map_err(Trouble::Terminal)
    }

    /// Handles one input; the exit code when it was the last.
    fn follow(&mut self, input: Input) -> Result<Option<u8>, Trouble> {
        let event = match input {
            Input::Key(key) => Event::Key(key),
            Input::Paste(text) => Event::Paste(text),
            Input::Resize(width, height) => Event::Resize(width, height),
            Input::Focus(true) => {
                self.look();
                return Ok(None);
            }
            Input::Focus(false) | Input::Resumed => return Ok(None),
            Input::Woken => {
                if self.model.file.loading.is_none() {
                    self.library.look_if_told();
                }
                return Ok(None);
            }
            Input::Suspend => return self.effect(Effect::Suspend),
            Input::Quit(cause) => return Ok(Some(exit_code(cause))),
        };
        if self.looked.elapsed() > Duration::from_secs(1) {
            self.looked = Instant::now();
            self.look();
        }
        self.event(event)
    }

    /// Looks whether somebody else wrote the file; not while it is being read.
    fn look(&self) {
        if self.model.file.loading.is_none() {
            self.library.look();
        }
    }

    /// Now, on the landscape's wall clock.
    fn now(&self) -> DateTime {
        clock::now().with_time_zone(zone(self.model.data.store())).datetime()
    }

    /// Reads the file again from the beginning, after it could not be read.
    fn open_again(&mut self) -> Result<Option<u8>, Trouble> {
        self.model.file.loading = Some(0);
        let opening = Opening::begin(&self.library);
        while let Ok(event) = self.inbox.try_recv() {
            if let Some(code) = self.event(event)? {
                return Ok(Some(code));
            }
        }
        self.draw()?;
        self.prepared(opening)
    }

    /// What was opened and is listed can be searched from now on.
    fn prepared(&mut self, opening: Opening) -> Result<Option<u8>, Trouble> {
        let Some(event) = opening.finish(self.model.data.store()) else { return Ok(None) };
        let asked = handle(&mut self.model, event);
        self.carry_out(asked)
    }

    fn event(&mut self, event: Event) -> Result<Option<u8>, Trouble> {
        // A large landscape is searched with threads of our own: the others may have a save or a board to work at.
        if matches!(event, Event::Loaded(_)) && self.helpers.is_none() {
            self.helpers = ThreadPoolBuilder::new().use_current_thread().build().ok();
        }
        let asked = handle(&mut self.model, event);
        self.carry_out(asked)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<Option<u8>, Trouble> {
        for effect in effects {
            if let Some(code) = self.effect(effect)? {
                return Ok(Some(code));
            }
        }
        Ok(None)
    }

    fn effect(&mut self, effect: Effect) -> Result<Option<u8>, Trouble> {
        match effect {
            Effect::Save => self.library.save(self.model.data.store().clone()),
            Effect::TakenOver(write) => self.library.taken_over(write.then(|| self.model.data.store().clone())),
            Effect::Hold => drop(self.library.hold(self.model.data.store().clone())),
            Effect::Draft(text) => self.library.draft(Some(text)),
            Effect::DropDraft => self.library.draft(None),
            Effect::Reload => self.library.reload(),
            Effect::OpenAgain => return self.open_again(),
            Effect::OpenBackup(path) => opening::load_backup(path, self.library.post.clone()),
            Effect::WriteBack => self.library.write_back(self.model.data.store().clone()),
            Effect::Work(job) => {
                let done = move || Some(Event::Worked(job.carry_out()?));
                opening::beside(done, self.library.post.clone());
                // What is found within a blink stands in the first frame: nothing flickers.
                if let Ok(event) = self.inbox.recv_timeout(BLINK) {
                    return self.event(event);
                }
            }
            Effect::Prepare(job) => {
                let done = move || Some(Event::Worked(job.carry_out()?));
                opening::unseen(done, self.library.post.clone());
            }
            Effect::ListStates => states::list(&self.library),
            Effect::ReadState(other, name) => states::read(other, name, &self.library, self.model.settings.lang),
            Effect::Start(start) => self.library.start(start),
            Effect::Suspend => {
                self.terminal.suspend().map_err(Trouble::Terminal)?;
                self.look();
            }
            Effect::Redraw => self.terminal.redraw(),
            Effect::Quit => return Ok(Some(0)),
            effect => {
                if let Some(event) = Desk::carry_out(effect, &mut self.terminal, &self.model) {
                    return self.event(event);
                }
            }
        }
        Ok(None)
    }

    /// Waits for a save in flight; what cannot be saved in time goes to a rescue file.
    fn leave(&mut self, code: u8) -> u8 {
        if self.model.file.state == Saved::Failed {
            self.library.save(self.model.data.store().clone());
        }
        if self.library.finish(Duration::from_secs(1)) { code } else { 2 }
    }
}

fn exit_code(cause: Cause) -> u8 {
    cause.exit_code()
}

/// The one timer: at midnight "today" is another day.
fn until_midnight(now: DateTime) -> Duration {
    let second = i64::from(now.hour()) * 3600 + i64::from(now.minute()) * 60 + i64::from(now.second());
    Duration::from_secs(u64::try_from(86_400 - second).unwrap_or(1).max(1) + 1)
}
