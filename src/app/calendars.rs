//! Calendar files in the program: what an import would do as a list, which Enter carries out as one step; Tab reads the same
//! file as holidays. What the calendars mean is the matter of `exchange`; files are read and written at the edge.

use super::board::{Board, Cell, Column, Content, Row};
use super::card::Tone;
use super::keymap::Scope;
use super::prompt::{Ask, Prompt};
use super::{Action, Context, Effect, Message, Model, Outcome, Overlay, Reply};
use crate::analysis::agenda::zone;
use crate::exchange::ics::{
    Action as Fate, Fault, Import, LARGEST, MOST_EVENTS, Preview, Read, Wish, export, import, random_bits, read,
    school_holidays, write,
};
use crate::i18n::fill;
use crate::landscape::{Id, Kind};
use crate::store::Store;

/// Asks for the path.
pub(super) fn ask(model: &mut Model, ask: Ask) -> Vec<Effect> {
    model.overlays.push(Overlay::Prompt(Box::new(Prompt::new(ask))));
    Vec::new()
}

/// The path is there: the edge is to read the file, or to write it.
pub(super) fn file(model: &Model, ask: Ask, path: &str) -> Vec<Effect> {
    if ask == Ask::ImportCalendar {
        return vec![Effect::ReadCalendar(path.to_owned())];
    }
    let cx = model.context();
    let wish =
        Wish { lang: cx.lang, today: cx.now.date(), network: None, actor: None, people: false, confidential: false };
    vec![Effect::WriteFile(path.to_owned(), write(&export(cx.data.store(), &wish)))]
}

/// The file is read: what it would bring is shown.
pub(super) fn show(model: &mut Model, name: String, bytes: &[u8]) -> Vec<Effect> {
    let cx = model.context();
    match read(bytes, &zone(cx.data.store())) {
        Ok(file) => {
            let network = model.shown().filter(|(kind, _)| *kind == Kind::Network).map(|(_, record)| record.id.clone());
            let content = CalendarImport { name, file, network, change: None };
            let layer = Overlay::Board(Box::new(Board::new(Box::new(content), &cx)));
            model.overlays.push(layer);
        }
        Err(fault) => {
            let texts = &model.texts().exchange;
            let why = match fault {
                Fault::TooLarge => fill(texts.too_large, &[&(LARGEST >> 20).to_string()]),
                Fault::TooManyEvents => fill(texts.too_many_events, &[&MOST_EVENTS.to_string()]),
                Fault::NoCalendar => texts.no_calendar.to_owned(),
            };
            model.message = Some(Message::trouble(format!("{name}: {why}")));
        }
    }
    Vec::new()
}

/// The list of what an import would do.
#[derive(Debug)]
struct CalendarImport {
    name: String,
    file: Read,
    /// The network that was selected: for events that name none.
    network: Option<Id>,
    change: Option<crate::store::Change>,
}

impl CalendarImport {
    fn preview(&self, mode: usize, cx: &Context) -> Preview {
        let store: &Store = cx.data.store();
        if mode == 1 {
            return school_holidays(store, &self.file, &self.name);
        }
        let by = Import { source: &self.name, network: self.network.as_ref(), now: cx.now, random: &random_bits };
        import(store, &self.file, &by)
    }
}

impl Content for CalendarImport {
    /// Enter goes on with the import here, it does not go to a record.
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Prompt, Scope::Board, Scope::List, Scope::Everywhere]
    }

    fn title(&self, _: &Context) -> String {
        self.name.clone()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        cx.texts.exchange.import_modes.to_vec()
    }

    fn columns(&self, _: usize, cx: &Context) -> Vec<Column> {
        let [line, what, name, why] = cx.texts.exchange.import_columns;
        vec![Column::number(line, 6, 2), Column::text(what, 12, 0), Column::text(name, 40, 0), Column::wide(why)]
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        let preview = self.preview(mode, cx);
        self.change = (!preview.change.edits.is_empty()).then_some(preview.change);
        let row = |(at, row): (usize, &crate::exchange::ics::Row)| {
            let tone = match row.action {
                Fate::Error => Tone::Warn,
                Fate::Unchanged => Tone::Quiet,
                Fate::Create | Fate::Update => Tone::Plain,
            };
            #[expect(clippy::cast_precision_loss, reason = "a file has not that many lines")]
            let line = Cell::number(row.line as f64, row.line.to_string());
            let texts = [row.action.label(cx.lang).to_owned(), row.name.clone(), row.why.words(cx.lang)];
            let cells = std::iter::once(line).chain(texts.map(|text| Cell::text(text).tone(tone)));
            Row::new(at.to_string(), cells.collect())
        };
        preview.rows.iter().enumerate().map(row).collect()
    }

    fn act(&mut self, action: &Action, _: Option<&Row>, _: &Context) -> Option<Reply> {
        if *action != Action::Open {
            return None;
        }
        let change = self.change.take();
        Some(Reply::Close(
            change.map_or(Outcome::Nothing, |change| Outcome::Change(change, Kind::Landscape, Store::landscape_id())),
        ))
    }
}
