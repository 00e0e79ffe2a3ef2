//! What is missing, on a board: grouped by kind, and as the picture of themes by phases with its empty cells. Computes
//! nothing itself: a thread does (`Asked`).

use super::Context;
use super::asked::{AsOf, Asked, Pending};
use super::board::{Cell, Column, Content, Row};
use super::card::Tone;
use crate::analysis::gaps::themes::{ALL_PHASES, Grid, Theme};
use crate::analysis::gaps::{Detail, Gap, gaps_beside, words};
use crate::analysis::work::Work;
use crate::i18n::Lang;
use crate::landscape::{Id, vocabulary};
use crate::store::{Store, name_of};

/// The mode that shows themes by phases.
const GRID: usize = 1;
/// Columns of the screen from which on phases have headings of several letters.
const ROOMY: u16 = 112;
/// Columns of the screen below which only the subject and the kind find room.
const NARROW: u16 = 60;
/// What stands in the cell of a theme without a network, and of one that only networks for all phases cover.
const EMPTY: &str = "–";
const ACROSS: &str = "○";

/// The board of gaps.
#[derive(Debug, Default)]
pub struct GapList {
    asked: Asked<AsOf, Found>,
}

/// What is missing, ready to be shown.
#[derive(Debug)]
struct Found {
    /// Of each mode.
    rows: [Vec<Row>; 2],
    /// The picture of themes by phases.
    grid: Grid,
}

impl Content for GapList {
    fn title(&self, cx: &Context) -> String {
        cx.texts.gaps.title.to_owned()
    }

    fn modes(&self, cx: &Context) -> Vec<&'static str> {
        vec![cx.texts.gaps.mode_list, cx.texts.gaps.mode_grid]
    }

    fn columns(&self, mode: usize, cx: &Context) -> Vec<Column> {
        let texts = &cx.texts.gaps;
        if mode == GRID {
            return grid_columns(self.asked.found().map(|found| &found.grid), cx);
        }
        if cx.size.0 < NARROW {
            return vec![Column::wide(texts.col_subject), Column::text(texts.col_kind, 15, 1)];
        }
        vec![
            Column::text(texts.col_kind, 32, 1),
            Column::text(texts.col_subject, 40, 0),
            Column { rank: 2, ..Column::wide(texts.col_text) },
        ]
    }

    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row> {
        let store = cx.data.store().clone();
        self.asked.ask(AsOf::now(cx), move |as_of, work| found(&store, as_of, work));
        let rows = self.asked.found().and_then(|found| found.rows.get(mode)).cloned().unwrap_or_default();
        if mode == GRID || cx.size.0 >= NARROW { rows } else { rows.into_iter().map(narrow).collect() }
    }

    fn empty(&self, cx: &Context) -> &'static str {
        cx.texts.gaps.none
    }

    fn asked(&mut self) -> Option<&mut dyn Pending> {
        Some(&mut self.asked)
    }
}

/// The rows of each mode.
fn found(store: &Store, as_of: &AsOf, work: &Work) -> Option<Found> {
    let found = gaps_beside(store, as_of.day, &work.part(0, 90))?;
    let count = |kind| found.iter().filter(|gap| gap.kind == kind).count();
    let mut before = None;
    let mut rows = Vec::new();
    for gap in &found {
        let first = before.replace(gap.kind) != Some(gap.kind);
        rows.push(gap_row(gap, first.then(|| count(gap.kind)), store, as_of.lang));
    }
    work.step(95, 100)?;
    let grid = Grid::of(store, &as_of.day.to_string());
    let themes = grid.themes.iter().map(|theme| theme_row(theme, &grid, store, as_of.lang)).collect();
    Some(Found { rows: [rows, themes], grid })
}

/// Where only two columns find room, the subject stands first.
fn narrow(row: Row) -> Row {
    Row { cells: row.cells.into_iter().take(2).rev().collect(), ..row }
}

/// A gap; the first of its kind says how many there are.
fn gap_row(gap: &Gap, count: Option<usize>, store: &Store, lang: Lang) -> Row {
    let kind = words::kind(gap.kind, lang);
    let head = match count {
        Some(count) => Cell::text(format!("{kind} · {count}")).tone(Tone::Strong),
        None => Cell::text(kind).tone(Tone::Quiet),
    };
    let said = words::text(store, gap, lang);
    let subject = match (&gap.subject, &gap.detail) {
        (Some((_, id)), _) => name_of(store, id),
        (None, Detail::Theme(theme) | Detail::Phases(theme, _)) => vocabulary::label("theme", theme, lang).to_owned(),
        (None, Detail::Words(words)) => words.to_string(),
        (None, _) => String::new(),
    };
    let about = match (&gap.subject, &gap.detail) {
        (Some((_, id)), _) => id.as_str(),
        (None, Detail::Theme(about) | Detail::Phases(about, _) | Detail::Words(about)) => about,
        (None, _) => said.as_str(),
    };
    let key = format!("{}/{about}", gap.kind.key());
    let label = if subject.is_empty() { kind.to_owned() } else { format!("{kind}: {subject}") };
    let cells = vec![head, Cell::text(subject), Cell::text(said.clone())];
    let row = Row::new(key, cells).say("", label).say("", said);
    match &gap.subject {
        Some((kind, id)) => row.to(*kind, id.clone()),
        None => row,
    }
}

fn grid_columns(grid: Option<&Grid>, cx: &Context) -> Vec<Column> {
    let texts = &cx.texts.gaps;
    let roomy = cx.size.0 >= ROOMY;
    let known = vocabulary::values("phase").iter().filter(|entry| entry.key != "other");
    let known: Vec<&str> = known.map(|entry| entry.key).collect();
    let mut columns = vec![Column::wide(texts.col_theme), Column::number(texts.col_all, 6, 9)];
    for phase in grid.into_iter().flat_map(|grid| &grid.phases) {
        let place = known.iter().position(|key| *key == &**phase);
        let names = if roomy { &texts.phases } else { &texts.phases_narrow };
        let own = || phase.chars().take(if roomy { 4 } else { 2 }).collect();
        let title = place.and_then(|at| names.get(at)).map_or_else(own, |name| (*name).to_owned());
        let rank = if phase.starts_with("transition") { 8 } else { 7 };
        columns.push(Column { fixed: true, ..Column::number(&title, 6, rank) });
    }
    columns
}

fn theme_row(theme: &Theme, grid: &Grid, store: &Store, lang: Lang) -> Row {
    let texts = &lang.texts().gaps;
    let label = vocabulary::label("theme", &theme.key, lang);
    let mark = if theme.focus { format!("★ {label}") } else { format!("  {label}") };
    let whole = theme.networks.len();
    let bare = whole == 0 && theme.focus;
    let mut cells = vec![Cell::text(mark).tone(if bare { Tone::Warn } else { Tone::Plain }), count(whole)];
    let empty: Vec<&str> = grid.empty(theme).collect();
    for (phase, cell) in grid.phases.iter().zip(&theme.cells) {
        cells.push(match cell.len() {
            0 if &**phase == ALL_PHASES => Cell::text(""),
            0 if empty.contains(&&**phase) => Cell::text(EMPTY).tone(Tone::Warn),
            0 => Cell::text(ACROSS).tone(Tone::Quiet),
            some => count(some),
        });
    }
    let phases = |keys: &[&str]| -> String {
        keys.iter().map(|key| vocabulary::label("phase", key, lang)).collect::<Vec<_>>().join(", ")
    };
    let names = |ids: &[Id]| ids.iter().map(|id| name_of(store, id)).collect::<Vec<_>>().join(", ");
    let row = Row::new(&*theme.key, cells).say("", texts.legend);
    let row = if empty.is_empty() || whole == 0 { row } else { row.say(texts.without, phases(&empty)) };
    if theme.networks.is_empty() {
        return row.say(label, texts.no_network);
    }
    let terms = format!("{}:\"{label}\"", vocabulary::list_label("theme", lang).to_lowercase());
    row.say(label, names(&theme.networks)).list(terms)
}

fn count(number: usize) -> Cell {
    Cell::number(f64::from(u32::try_from(number).unwrap_or(u32::MAX)), number.to_string())
}
