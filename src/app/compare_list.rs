//! Then and now on a board: what came, went and changed, measures side by side. What is put beside the data – a backup, a
//! file, a revision in git, another day – is chosen from a list first. Computes nothing itself: a thread does.
//!
//! ```text
//!  Compare ─► Effect::ListStates ─► chooser ─► Effect::ReadState ─► board ─► Task ─► Compared (rows)
//! ```

use super::action::OnMap;
use super::board::{Cell, Column, Content, Row};
use super::card::Tone;
use super::chooser::{Choice, Chooser, Entry, Topic};
use super::job::{Done, Job};
use super::keymap::Scope;
use super::map::Map;
use super::prompt::{Ask, Prompt};
use super::{Action, Board, Context, Effect, Message, Model, Overlay, Reply};
use crate::analysis::compare::{Side, Wish, compare};
use crate::analysis::graph::Whom;
use crate::calendar::{read_date, show_date};
use crate::exchange::compared::{Line, Pair, Sign, Teller};
use crate::i18n::{Lang, fill};
use crate::store::Store;
use crate::store::file::other::{self, Other};
use jiff::civil::Date;

/// The mode that shows figures.
const FIGURES: usize = 4;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    edition: u64,
    lang: Lang,
    then: Date,
    now: Date,
}

/// The question with all that is needed to answer it.
#[derive(Clone, Debug)]
pub struct Task {
    /// What is asked.
    pub query: Query,
    then: Store,
    now: Store,
}

/// The answer, ready to be shown.
#[derive(Debug)]
pub struct Compared {
    query: Query,
    rows: [Vec<Row>; 5],
}

impl Task {
    /// Compares.
    #[must_use]
    pub fn carry_out(self) -> Compared {
        let (then, now) = (self.query.then.to_string(), self.query.now.to_string());
        let wish = Wish { whom: Whom::Institutions, confidential: true };
        let (before, after) = (Side { store: &self.then, day: &then }, Side { store: &self.now, day: &now });
        let found = compare(before, after, wish);
        let teller = Teller { then: &self.then, now: &self.now, lang: self.query.lang };
        let told = |lines: Vec<Line>| lines.iter().map(|line| row(line, &self.now)).collect::<Vec<Row>>();
        let mut records = told(teller.networks(&found));
        records.extend(told(teller.actors(&found)));
        let rows = [
            records,
            told(teller.seats(&found)),
            told(teller.ratings(&found)),
            told(teller.places(&found)),
            teller.figures(&found).into_iter().map(figure).collect(),
        ];
        Compared { query: self.query, rows }
    }
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
    wanted: Option<Query>,
    task: Option<Task>,
    found: Option<Box<Compared>>,
}

impl CompareList {
    fn is_current(&self) -> bool {
        self.found.as_ref().is_some_and(|found| Some(&found.query) == self.wanted.as_ref())
    }
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
        let query = Query { edition: cx.edition, lang: cx.lang, then: self.day, now: cx.now.date() };
        if self.wanted.as_ref() != Some(&query) {
            self.task = Some(Task { query: query.clone(), then: self.then.clone(), now: cx.data.store().clone() });
            self.wanted = Some(query);
        }
        let rows = self.found.as_ref().and_then(|found| found.rows.get(mode));
        rows.cloned().unwrap_or_default()
    }

    fn empty(&self, cx: &Context) -> &'static str {
        if self.is_current() { cx.texts.compare.nothing } else { cx.texts.measures.wait }
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

    fn job(&mut self) -> Option<Job> {
        self.task.take().map(Box::new).map(Job::Compare)
    }

    fn worked(&mut self, done: &mut Option<Done>) -> bool {
        let fits = matches!(done, Some(Done::Compared(found)) if Some(&found.query) == self.wanted.as_ref());
        if fits && let Some(Done::Compared(found)) = done.take() {
            self.found = Some(found);
        }
        fits
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
    let list = CompareList { then, day, name, wanted: None, task: None, found: None };
    let board = Board::new(Box::new(list), &cx);
    model.overlays.push(Overlay::Board(Box::new(board)));
}
