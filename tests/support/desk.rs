//! A house with nothing in it but layers: keys go to the top one, what it closes with to the one below.

use jiff::civil::{DateTime, date};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use runde::app::action::Action;
use runde::app::form::{Form, draft};
use runde::app::key::{Key, keys};
use runde::app::keymap::{Keymap, typed};
use runde::app::model::ThemeName;
use runde::app::{Context, Effect, Lookup, Outcome, Overlay, Reply};
use runde::i18n::Lang;
use runde::landscape::{Id, Kind, Record};
use runde::search::{fold, landscape::Found};
use runde::store::{self, Data, Store, title};
use runde::ui::{self, theme::Theme};

/// Finds records whose name has all words, by name.
pub struct Names(pub Store);

impl Lookup for Names {
    fn found(&self, query: &str, kinds: &[Kind], limit: usize) -> Vec<Found> {
        let folded = fold(query);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let mut found: Vec<(String, Kind, Id)> = Vec::new();
        for kind in kinds {
            for record in self.0.all(*kind) {
                let name = fold(&title(&self.0, record));
                if !words.is_empty() && words.iter().all(|word| name.contains(word)) {
                    found.push((name, *kind, record.id.clone()));
                }
            }
        }
        found.sort();
        found.into_iter().take(limit).map(|(_, kind, id)| Found { kind, id, score: 0, field: None }).collect()
    }
}

pub struct Desk {
    pub data: Data,
    pub layers: Vec<Overlay>,
    pub lang: Lang,
    pub keymap: Keymap,
    pub said: Vec<String>,
    pub effects: Vec<Effect>,
    /// What the lowest layer closed with.
    pub closed: Vec<Outcome>,
    pub size: (u16, u16),
}

pub const NOW: DateTime = date(2026, 11, 23).at(10, 0, 0, 0);

impl Desk {
    pub fn new(lang: Lang) -> Self {
        let data = Data::new(store::read(super::stores::small()).unwrap().store);
        Desk {
            data,
            layers: Vec::new(),
            lang,
            keymap: Keymap::default(),
            said: Vec::new(),
            effects: Vec::new(),
            closed: Vec::new(),
            size: (120, 40),
        }
    }

    pub fn with<T>(&mut self, work: impl FnOnce(&mut Vec<Overlay>, &Context) -> T) -> T {
        let lookup = Names(self.data.store().clone());
        let cx = Context {
            data: &self.data,
            lookup: &lookup,
            texts: self.lang.texts(),
            lang: self.lang,
            now: NOW,
            me: "",
            size: self.size,
            edition: 1,
        };
        work(&mut self.layers, &cx)
    }

    pub fn open(&mut self, make: impl FnOnce(&Context) -> Form) {
        self.with(|layers, cx| layers.push(Overlay::Form(Box::new(make(cx)))));
    }

    pub fn create(&mut self, kind: Kind) {
        self.open(|cx| Form::create(kind, Record::new(kind.shape(), Id::none()), cx));
    }

    pub fn edit(&mut self, kind: Kind, id: &str) {
        let record = self.data.store().get(kind, id).unwrap().clone();
        self.open(|cx| Form::edit(kind, &record, cx));
    }

    /// Presses keys, written like `Amt<Tab><Ctrl-s>`.
    pub fn press(&mut self, text: &str) -> &mut Self {
        for key in keys(text).unwrap() {
            self.key(key);
        }
        self
    }

    pub fn key(&mut self, key: Key) {
        let Some(top) = self.layers.last() else { return };
        let (types, scopes) = match top {
            Overlay::Form(form) => (form.types(), form.scopes()),
            Overlay::Pick(pick) => (pick.types(), pick.scopes()),
            #[allow(unreachable_patterns)]
            _ => unreachable!(),
        };
        let action = match typed(key).filter(|_| types) {
            Some(letter) => Some(Action::Type(letter)),
            None => self.keymap.action(key, scopes).cloned(),
        };
        if let Some(action) = action {
            self.act(&action);
        }
    }

    pub fn act(&mut self, action: &Action) {
        let reply = self.with(|layers, cx| match layers.last_mut() {
            Some(Overlay::Form(form)) => form.act(action, cx),
            Some(Overlay::Pick(pick)) => pick.act(action, cx),
            #[allow(unreachable_patterns)]
            _ => Reply::Stay,
        });
        self.carry_out(reply);
    }

    pub fn edited(&mut self, text: &str) {
        let reply = self.with(|layers, cx| match layers.last_mut() {
            Some(Overlay::Form(form)) => form.edited(Some(text.to_owned()), cx),
            _ => Reply::Stay,
        });
        self.carry_out(reply);
    }

    fn carry_out(&mut self, reply: Reply) {
        match reply {
            Reply::Stay | Reply::Pass => {}
            Reply::OpenAll(layers) => self.layers.extend(layers),
            Reply::Open(layer) => self.layers.push(*layer),
            Reply::Say(message) => self.said.push(message.text),
            Reply::Effect(effect) => self.effects.push(effect),
            Reply::Change(change, ..) => drop(self.data.apply(*change).unwrap()),
            Reply::Close(outcome) => {
                self.layers.pop();
                if let Outcome::Change(change, ..) = &outcome {
                    self.data.apply(change.clone()).unwrap();
                }
                if self.layers.is_empty() {
                    self.closed.push(outcome);
                    return;
                }
                let reply = self.with(|layers, cx| match layers.last_mut() {
                    Some(Overlay::Form(form)) => form.receive(outcome, cx),
                    Some(Overlay::Pick(pick)) => pick.receive(outcome, cx),
                    #[allow(unreachable_patterns)]
                    _ => Reply::Stay,
                });
                self.carry_out(reply);
            }
        }
    }

    pub fn form(&self) -> &Form {
        self.layers
            .iter()
            .rev()
            .find_map(|layer| if let Overlay::Form(form) = layer { Some(&**form) } else { None })
            .unwrap()
    }

    /// The title of the top form.
    pub fn title(&mut self) -> String {
        let form = self.form().clone();
        self.with(|_, cx| form.title(cx))
    }

    pub fn draft(&self) -> Option<String> {
        draft::of(&self.layers)
    }

    pub fn text(&self) -> String {
        String::from_utf8(store::write(self.data.store())).unwrap()
    }

    /// The top layer on a screen of this size, and where the cursor is.
    pub fn draw(&mut self, width: u16, height: u16) -> (Buffer, Option<Position>) {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        self.size = (width, height);
        let theme = Theme::of(ThemeName::Default, true);
        let cursor = self.with(|layers, cx| match layers.last() {
            Some(Overlay::Form(form)) => ui::form::draw(form, cx, &theme, area, &mut buffer),
            Some(Overlay::Pick(pick)) => ui::pick::draw(pick, cx, &theme, area, &mut buffer),
            #[allow(unreachable_patterns)]
            _ => None,
        });
        (buffer, cursor)
    }

    /// The screen as text; the cursor is shown as `█`.
    pub fn screen(&mut self, width: u16, height: u16) -> String {
        let (buffer, cursor) = self.draw(width, height);
        let mut out = String::new();
        for y in 0..height {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..width {
                if skip > 0 {
                    skip -= 1;
                    continue;
                }
                let symbol = buffer[(x, y)].symbol();
                skip = runde::text::width(symbol).saturating_sub(1);
                let blank_cursor = cursor == Some(Position::new(x, y)) && symbol == " ";
                line.push_str(if blank_cursor { "█" } else { symbol });
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }
}
