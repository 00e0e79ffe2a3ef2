//! The program without a terminal: keys as text in, the screen as text out, through the real loop of events, actions
//! and effects, with a clock that stands still. What would go to disk, clipboard or editor is kept to look at.

use jiff::civil::{DateTime, date};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use runde::app::job::Job;
use runde::app::key::keys;
use runde::app::keymap::Keymap;
use runde::app::model::Settings;
use runde::app::{Effect, Event, Model, handle};
use runde::i18n::Lang;
use runde::store::{Store, read, write};

/// The landscape of the demo.
pub const DEMO: &str = include_str!("../../data/musterau.json");

/// A running program.
pub struct Session {
    /// Its state.
    pub model: Model,
    /// What is on disk.
    pub disk: Vec<u8>,
    /// What was copied last.
    pub copied: Option<String>,
    /// What was written last: the path and the text.
    pub written: Option<(String, String)>,
    /// What was to be opened last.
    pub opened: Option<String>,
    /// The conflict copy that was to be read last.
    pub reads: Option<std::path::PathBuf>,
    /// What the editor was given; answered by [`Session::edited`].
    pub editing: Option<String>,
    /// The draft that was kept.
    pub draft: Option<String>,
    /// The program was left.
    pub left: bool,
    /// Work that is to be done later, where it is held back.
    pub later: Option<Vec<Job>>,
    /// Where the cursor stood in the last frame.
    pub cursor: Option<Position>,
    /// What was drawn last below a layer.
    below: runde::ui::Below,
}

/// The day the demo is made for, at ten.
pub fn demo_day() -> DateTime {
    date(2026, 11, 23).at(10, 0, 0, 0)
}

impl Session {
    /// The program on this store.
    pub fn new(text: &str, lang: Lang, size: (u16, u16)) -> Self {
        let store = read(text).expect("a store").store;
        Session::on(store, lang, size)
    }

    /// The same on a store that was made up.
    pub fn on(store: Store, lang: Lang, size: (u16, u16)) -> Self {
        let disk = write(&store);
        let settings = Settings { lang, ..Settings::default() };
        let model = Model::new(store, settings, Keymap::default(), demo_day(), size);
        Session {
            model,
            disk,
            copied: None,
            written: None,
            opened: None,
            reads: None,
            editing: None,
            draft: None,
            left: false,
            later: None,
            cursor: None,
            below: runde::ui::Below::default(),
        }
    }

    /// The program on the demo landscape.
    pub fn demo(lang: Lang, size: (u16, u16)) -> Self {
        Session::new(DEMO, lang, size)
    }

    /// Presses keys: `amt<Enter><Ctrl-s>`.
    pub fn press(&mut self, text: &str) -> &mut Self {
        for key in keys(text).expect("keys") {
            self.event(Event::Key(key));
        }
        self
    }

    /// Lets something happen.
    pub fn event(&mut self, event: Event) -> &mut Self {
        for effect in handle(&mut self.model, event) {
            self.effect(effect);
        }
        self
    }

    fn effect(&mut self, effect: Effect) {
        match effect {
            Effect::Save | Effect::TakenOver(true) => {
                self.disk = write(self.model.data.store());
                self.event(Event::Saved);
            }
            Effect::Copy(text) => self.copied = Some(text),
            Effect::WriteFile(path, text) => self.written = Some((path, text)),
            Effect::OpenLink(address) => self.opened = Some(address),
            Effect::ReadCopy(path) => self.reads = Some(path),
            Effect::Editor(text) => self.editing = Some(text),
            Effect::Draft(text) => self.draft = Some(text),
            Effect::DropDraft => self.draft = None,
            Effect::Work(job) | Effect::Prepare(job) => {
                if let Some(later) = &mut self.later {
                    later.push(job);
                } else if let Some(done) = job.carry_out() {
                    self.event(Event::Worked(done));
                }
            }
            Effect::ListStates => {
                self.event(Event::States(Vec::new()));
            }
            Effect::ReadState(other, name) => {
                let store = self.model.data.store().clone();
                let found = other.find(std::path::Path::new("none"), std::path::Path::new("none"));
                let day = found
                    .as_ref()
                    .ok()
                    .and_then(|found| found.at)
                    .map(|at| at.to_zoned(jiff::tz::TimeZone::UTC).date());
                let store = found.map_or(store, |found| {
                    runde::store::read(std::str::from_utf8(&found.bytes).unwrap()).unwrap().store
                });
                self.event(Event::State(Box::new((store, day, name))));
            }
            Effect::Quit => self.left = true,
            _ => {}
        }
    }

    /// Does the work that was held back, and what follows from it.
    pub fn catch_up(&mut self) -> &mut Self {
        while let Some(job) = self.later.as_mut().and_then(|later| (!later.is_empty()).then(|| later.remove(0))) {
            if let Some(done) = job.carry_out() {
                self.event(Event::Worked(done));
            }
        }
        self
    }

    /// The editor comes back with this.
    pub fn edited(&mut self, text: &str) -> &mut Self {
        self.editing = None;
        self.event(Event::Edited(Some(text.to_owned())))
    }

    /// The screen with its styles.
    pub fn buffer(&mut self, colour: bool) -> Buffer {
        let (width, height) = self.model.size;
        let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
        self.cursor = runde::ui::draw(&self.model, colour, &mut buffer);
        // What the program shows, which copies what stands below a layer from the frame before, is the same.
        let mut shown = Buffer::empty(buffer.area);
        let cursor = runde::ui::draw_over(&mut self.below, &self.model, colour, &mut shown);
        assert!(shown == buffer && cursor == self.cursor, "what stands below the layers is out of date");
        buffer
    }

    /// The screen as text, a line each.
    pub fn screen(&mut self) -> String {
        let buffer = self.buffer(true);
        let width = usize::from(self.model.size.0);
        buffer.content.chunks(width).map(line).collect::<Vec<_>>().join("\n")
    }

    /// The screen for a snapshot: a name with language and size, and its text with, below, what stands out.
    pub fn picture(&mut self, name: &str) -> (String, String) {
        let (width, height) = self.model.size;
        let seen = format!("{}\n{}\n{}", self.screen(), "=".repeat(width.into()), self.styles(false));
        (format!("{name}_{}_{width}x{height}", self.model.settings.lang.code()), seen)
    }

    /// Is this on the screen?
    pub fn shows(&mut self, text: &str) -> bool {
        self.screen().contains(text)
    }

    /// Which cells stand out, and how: a letter each, so that a picture without colour can be compared.
    pub fn styles(&mut self, colour: bool) -> String {
        use ratatui::style::Modifier;
        let buffer = self.buffer(colour);
        let width = usize::from(self.model.size.0);
        let sign = |cell: &ratatui::buffer::Cell| match cell.modifier {
            m if m.contains(Modifier::REVERSED) => 'R',
            m if m.contains(Modifier::UNDERLINED) => 'U',
            m if m.contains(Modifier::BOLD) => 'B',
            m if m.contains(Modifier::DIM) => 'd',
            _ => '.',
        };
        let row = |cells: &[ratatui::buffer::Cell]| {
            cells.iter().map(sign).collect::<String>().trim_end_matches('.').to_owned()
        };
        buffer.content.chunks(width).map(row).collect::<Vec<_>>().join("\n")
    }
}

fn line(cells: &[ratatui::buffer::Cell]) -> String {
    let mut text = String::new();
    let mut skip = 0;
    for cell in cells {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        text.push_str(cell.symbol());
        skip = runde::text::width(cell.symbol()).saturating_sub(1);
    }
    text.trim_end().to_owned()
}
