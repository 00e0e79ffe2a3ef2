//! Then and now on a board: what came, went and changed, measures side by side. What is put beside the data – a backup, a
//! file, a revision in git, another day – is chosen from a list first. Computes nothing itself: a thread does.
//!
//! ```text
//!  Compare ─► Effect::ListStates ─► chooser ─► Effect::ReadState ─► board ─► Asked ─► rows
//! ```

use super::action::OnMap;
use super::asked::{AsOf, Asked, Pending};
use super::board::{Cell, Column, Content, Row};
use super::card::Tone;
use super::chooser::{Choice, Chooser, Entry, Topic};
use super::keymap::Scope;
use super::map::Map;
use super::prompt::{Ask, Prompt};
use super::{Action, Board, Context, Effect, Message, Model, Overlay, Reply};
use crate::analysis::compare::{Side, Wish, compare};
use crate::analysis::graph::Whom;
use crate::calendar::{read_date, show_date};
use crate::exchange::compared::{Line, Pair, Sign, Teller};
use crate::i18n::fill;
use crate::store::Store;
use crate::store::file::other::{self, Other};
use jiff::civil::Date;

/// The mode that shows figures.
const FIGURES: usize = 4;

/// The rows of each mode.
fn compared((then, day): (&Store, Date), now: &Store, as_of: &AsOf) -> [Vec<Row>; 5] {
    let (before, after) = (day.to_string(), as_of.day.to_string());
    let wish = Wish { whom: Whom::Institutions, confidential: true };
    let found = compare(Side { store: then, day: &before }, Side { store: now, day: &after }, wish);
    let teller = Teller { then, now, lang: as_of.lang };
    let told = |lines: Vec<Line>| lines.iter().map(|line| row(line, now)).collect::<Vec<Row>>();
    let mut records = told(teller.networks(&found));
    records.extend(told(teller.actors(&found)));
    [
        records,
        told(teller.seats(&found)),
        told(teller.ratings(&found)),
        told(teller.places(&found)),
        teller.figures(&found).into_iter().map(figure).collect(),
    ]
}

fn row(line: &Line, now: &Store) -> Row {
    let tone = match line.sign {
        Sign::Come | Sign::Up => Tone::Good,
        Sign::Gone | Sign::Down => Tone::Warn,
        Sign::Changed => Tone::Quiet,
    };
    let cells = vec![
        Cell::text(line.sign.mark()).tone(tone),
        Cell::text(&line.record.name),
        Cell { number: (line.by != 0.0).then_some(line.by), ..Cell::text(&line.text) },
    ];
    let row = Row::new(line.record.id.as_str(), cells).say(&line.record.name, &line.text);
    // What is gone has no card to lead to.
    if now.get(line.kind, &line.record.id).is_some() { row.to(line.kind, line.record.id.clone()) } else { row }
}

fn figure(pair: Pair) -> Row {
    let cells = [pair.label, &pair.then, &pair.now, &pair.difference].map(Cell::text);
    Row::new(pair.label, cells.into())
}

/// The board of differences.
#[derive(Debug)]
pub struct CompareList {
    then: Store,
    day: Date,
    name: String,
    asked: Asked<AsOf, [Vec<Row>; 5]>,
}

impl Content for CompareList {
    fn title(&self, cx: &Context) -> String {
        cx.texts.compare.title.to_owned()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        let texts = &cx.texts.compare;
        vec![texts.records, texts.seats, texts.ratings, texts.places, texts.measures]
    }

    fn columns(&self, mode: usize, cx: &Context) -> Vec<Column> {
        let texts = &cx.texts.compare;
        if mode == FIGURES {
            let number = |title, rank| Column { fixed: true, ..Column::number(title, 12, rank) };
            let first = Column { fixed: true, ..Column::wide("") };
            return vec![first, number(texts.then, 0), number(texts.now, 0), number(texts.difference, 1)];
        }
        vec![Column { fixed: true, ..Column::text("", 1, 0) }, Column::text(texts.who, 44, 0), Column::wide(texts.what)]
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        let (then, now, day) = (self.then.clone(), cx.data.store().clone(), self.day);
        self.asked.ask(AsOf::now(cx), move |as_of, _| Some(compared((&then, day), &now, as_of)));
        self.asked.found().and_then(|rows| rows.get(mode)).cloned().unwrap_or_default()
    }

    fn empty(&self, cx: &Context) -> &'static str {
        cx.texts.compare.nothing
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Compare, Scope::Board, Scope::List, Scope::Everywhere]
    }

    fn act(&mut self, action: &Action, _: Option<&Row>, cx: &Context) -> Option<Reply> {
        if *action != Action::OnMap(OnMap::Open) {
            return None;
        }
        let map = Map::beside(self.then.clone(), self.day, cx);
        Some(Reply::Open(Box::new(Overlay::Map(Box::new(map)))))
    }

    fn line(&self, cx: &Context) -> Option<String> {
        let texts = &cx.texts.compare;
        let day = show_date(self.day, cx.lang);
        let then = match self.name.as_str() {
            "" => day,
            name if name.contains(&day) => name.to_owned(),
            name => fill(texts.state, &[name, &day]),
        };
        Some(format!("{}: {then} · {}: {}", texts.then, texts.now, show_date(cx.now.date(), cx.lang)))
    }

    fn asked(&mut self) -> Option<&mut dyn Pending> {
        Some(&mut self.asked)
    }
}

/// The list of states one can put beside the data.
pub fn choose(model: &mut Model, states: Vec<other::Choice>) {
    let texts = &model.texts().compare;
    let entry = |text: &str, beside: String, action| Entry {
        text: text.to_owned(),
        beside,
        keys: String::new(),
        refused: None,
        choice: Choice::Act(action),
    };
    let mut entries = vec![
        entry(texts.another_day, String::new(), Action::AskCalendar(Ask::CompareDay)),
        entry(texts.another_file, String::new(), Action::AskCalendar(Ask::CompareFile)),
    ];
    for state in states {
        let at = state.at.to_zoned(jiff::tz::TimeZone::system());
        let at = format!("{}, {}", show_date(at.date(), model.settings.lang), at.strftime("%H:%M"));
        let (words, beside) = match &state.other {
            Other::Revision(revision) => (texts.revision, format!("{revision} {}", state.said)),
            _ => (texts.backup, String::new()),
        };
        let text = fill(words, &[&at]);
        entries.push(entry(&text, beside, Action::CompareWith(state.other.clone(), text.clone())));
    }
    model.overlays.push(Overlay::Chooser(Box::new(Chooser::new(Topic::Compare, entries))));
}

/// Asks for a day or for a file.
pub fn ask(model: &mut Model, ask: Ask) {
    model.overlays.push(Overlay::Prompt(Box::new(Prompt::new(ask))));
}

/// What was typed: a day of the same data, or the path of a file.
pub fn typed(model: &mut Model, ask: Ask, text: &str) -> Vec<Effect> {
    if ask == Ask::CompareFile {
        return vec![Effect::ReadState(Other::read(text), text.to_owned())];
    }
    let today = model.context().now.date();
    match read_date(text, today) {
        Ok(day) => {
            let store = model.data.store().clone();
            show(model, store, Some(day), String::new());
        }
        Err(_) => model.message = Some(Message::hint(fill(model.texts().measures.no_day, &[text]))),
    }
    Vec::new()
}

/// Shows a state beside the data; without a day of its own it is looked at on today.
pub fn show(model: &mut Model, then: Store, day: Option<Date>, name: String) {
    let cx = model.context();
    let day = day.unwrap_or(cx.now.date());
    let list = CompareList { then, day, name, asked: Asked::default() };
    let board = Board::new(Box::new(list), &cx);
    model.overlays.push(Overlay::Board(Box::new(board)));
}
