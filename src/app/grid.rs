//! A picture in rows and columns that fills the screen: a selection that moves over cells, what a cell holds below. What
//! stands in it is the matter of its content (`Content`): governance, embedding. Knows no widths.
//!
//! ```text
//!            columns (heads, in groups)
//!   rows     ┌───┬───┬───┐     arrows move over cells · Tab goes through what a cell holds · Enter opens it
//!   (heads)  │ 3 │   │ 1 │
//!            └───┴───┴───┘     below: the cell in words, its items, what the signs mean
//! ```

use super::keymap::Scope;
use super::line::Line;
use super::{Action, Context, Effect, Outcome, Overlay, Reply};
use crate::app::card::Tone;
use crate::i18n::Lang;
use crate::landscape::{Id, Kind};
use crate::search::fold;
use std::collections::HashMap;

/// The head of a row or a column.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// What it is known by, so that it stays selected when the picture changes.
    pub key: String,
    /// Its name in full.
    pub name: String,
    /// Its name where there is little room.
    pub short: String,
    /// What it belongs to; heads of one group stand together.
    pub group: String,
    /// Something is to be said about it: nothing is tied to it.
    pub warn: bool,
}

/// Something a cell holds.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it says.
    pub text: String,
    /// Where Enter leads.
    pub to: (Kind, Id),
    /// The part of that record that is meant.
    pub part: Option<String>,
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its sign or number.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// What it holds.
    pub items: Vec<Item>,
}

/// Rows, columns, cells.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The heads of the rows.
    pub rows: Vec<Head>,
    /// The heads of the columns.
    pub columns: Vec<Head>,
    /// The cells that hold something.
    pub cells: HashMap<(usize, usize), Cell>,
}

/// What a grid shows.
pub trait Content: std::fmt::Debug {
    /// The title.
    fn title(&self, cx: &Context) -> String;

    /// The picture; `wanted` are folded words that what is shown has to hold, `sorted` asks for the other order.
    fn sheet(&self, wanted: &[String], sorted: bool, cx: &Context) -> Sheet;

    /// The least and the most columns of the screen a cell takes, and the most rows.
    fn cell_size(&self) -> (u16, u16, u16);

    /// What the signs mean that stand in it.
    fn legend(&self, sheet: &Sheet, cx: &Context) -> String;

    /// What the other order is, for the heading; nothing where there is none.
    fn order(&self, _: &Context) -> Option<&'static str> {
        None
    }

    /// Is the fullest cell selected first, rather than that in the corner?
    fn starts_full(&self) -> bool {
        false
    }

    /// What is said of a cell that holds nothing.
    fn nothing(&self, cx: &Context) -> &'static str;

    /// What Enter does in a cell: at this row and column, on this item.
    fn open(&self, _row: &Head, _column: &Head, item: Option<&Item>, _: &Context) -> Reply {
        item.map_or(Reply::Stay, |item| Reply::Close(Outcome::Go(item.to.0, item.to.1.clone())))
    }
}

/// The picture on the screen.
#[derive(Debug)]
pub struct Grid {
    /// What it shows.
    pub content: Box<dyn Content>,
    /// The picture.
    pub sheet: Sheet,
    /// The selected row and column.
    pub at: (usize, usize),
    /// Which of the items of the cell.
    pub item: usize,
    /// The filter.
    pub line: Line,
    /// Is the other order wanted?
    pub sorted: bool,
    filtering: bool,
    seen: Option<(u64, Lang)>,
}

impl Grid {
    /// A picture of the data as they are; one cell is selected.
    #[must_use]
    pub fn new(content: Box<dyn Content>, cx: &Context) -> Self {
        let mut grid = Grid {
            content,
            sheet: Sheet::default(),
            at: (0, 0),
            item: 0,
            line: Line::new(""),
            sorted: false,
            filtering: false,
            seen: None,
        };
        grid.fill(cx);
        let fullest = grid.sheet.cells.iter().filter(|_| grid.content.starts_full());
        let fullest = fullest.max_by_key(|(at, cell)| (cell.items.len(), std::cmp::Reverse(**at)));
        grid.at = fullest.map_or((0, 0), |(at, _)| *at);
        grid
    }

    /// Makes the picture anew when the data or the language are others.
    pub fn refresh(&mut self, cx: &Context) {
        if self.seen != Some((cx.edition, cx.lang)) {
            self.fill(cx);
        }
    }

    fn fill(&mut self, cx: &Context) {
        let keys = self.heads().map(|(row, column)| (row.key.clone(), column.key.clone()));
        self.seen = Some((cx.edition, cx.lang));
        let wanted: Vec<String> = fold(self.line.text()).split_whitespace().map(str::to_owned).collect();
        self.sheet = self.content.sheet(&wanted, self.sorted, cx);
        if let Some((row, column)) = keys {
            let place = |heads: &[Head], key: &str, old: usize| {
                heads.iter().position(|head| head.key == key).unwrap_or(old).min(heads.len().saturating_sub(1))
            };
            self.at = (place(&self.sheet.rows, &row, self.at.0), place(&self.sheet.columns, &column, self.at.1));
        }
        self.item = self.item.min(self.cell().map_or(0, |cell| cell.items.len().saturating_sub(1)));
    }

    /// The heads of the selected cell.
    #[must_use]
    pub fn heads(&self) -> Option<(&Head, &Head)> {
        self.sheet.rows.get(self.at.0).zip(self.sheet.columns.get(self.at.1))
    }

    /// The selected cell, when it holds something.
    #[must_use]
    pub fn cell(&self) -> Option<&Cell> {
        self.sheet.cells.get(&self.at)
    }

    /// Is a filter being typed?
    #[must_use]
    pub fn types(&self) -> bool {
        self.filtering
    }

    pub(super) fn scopes(&self) -> &'static [Scope] {
        if self.filtering {
            return &[Scope::Filter, Scope::Line, Scope::Everywhere];
        }
        &[Scope::Grid, Scope::List, Scope::Everywhere]
    }

    pub(super) fn receive(&mut self, outcome: &Outcome, cx: &Context) -> Reply {
        self.fill(cx);
        match outcome {
            Outcome::Go(kind, id) => Reply::Close(Outcome::Go(*kind, id.clone())),
            _ => Reply::Stay,
        }
    }

    pub(super) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        if self.filtering {
            return self.type_in(action, cx);
        }
        if let Some(by) = action.rows(8) {
            self.step(by, 0);
            return Reply::Stay;
        }
        match action {
            Action::NextPane => self.step(0, 1),
            Action::PreviousPane => self.step(0, -1),
            Action::Next => self.turn(1),
            Action::Previous => self.turn(-1),
            Action::Filter => self.filtering = true,
            Action::Sort => {
                self.sorted = !self.sorted && self.content.order(cx).is_some();
                self.fill(cx);
            }
            Action::Escape if !self.line.text().is_empty() => {
                self.line.replace("");
                self.fill(cx);
            }
            Action::Escape => return Reply::Close(Outcome::Nothing),
            Action::Open => return self.open(cx),
            Action::CopyLine => return self.copy(),
            _ => return Reply::Pass,
        }
        Reply::Stay
    }

    fn type_in(&mut self, action: &Action, cx: &Context) -> Reply {
        match action {
            _ if self.line.take(action) => {}
            Action::Open => self.filtering = false,
            Action::Escape => {
                self.filtering = false;
                self.line.replace("");
            }
            _ => return Reply::Pass,
        }
        self.fill(cx);
        Reply::Stay
    }

    fn step(&mut self, down: isize, across: isize) {
        let by = |at: usize, by: isize, len: usize| at.saturating_add_signed(by).min(len.saturating_sub(1));
        self.at = (by(self.at.0, down, self.sheet.rows.len()), by(self.at.1, across, self.sheet.columns.len()));
        self.item = 0;
    }

    /// Through the items of the cell; where it holds one or none, to the next cell that holds something.
    fn turn(&mut self, by: isize) {
        let items = self.cell().map_or(0, |cell| cell.items.len());
        let next = self.item.checked_add_signed(by).filter(|next| *next < items);
        if let Some(next) = next {
            self.item = next;
            return;
        }
        let mut full: Vec<(usize, usize)> = self.sheet.cells.keys().copied().collect();
        full.sort_unstable();
        let to = if by > 0 {
            full.iter().find(|at| **at > self.at).or(full.first())
        } else {
            full.iter().rev().find(|at| **at < self.at).or(full.last())
        };
        self.at = to.copied().unwrap_or(self.at);
        self.item = if by > 0 { 0 } else { self.cell().map_or(0, |cell| cell.items.len().saturating_sub(1)) };
    }

    fn open(&self, cx: &Context) -> Reply {
        let item = self.cell().and_then(|cell| cell.items.get(self.item));
        self.heads().map_or(Reply::Stay, |(row, column)| self.content.open(row, column, item, cx))
    }

    fn copy(&self) -> Reply {
        let Some((row, column)) = self.heads() else { return Reply::Stay };
        let items = self.cell().map_or(&[][..], |cell| &cell.items);
        let said = items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join("; ");
        Reply::Effect(Effect::Copy(format!("{}\t{}\t{said}", row.name, column.name)))
    }
}

/// A grid as a layer.
#[must_use]
pub fn layer(content: Box<dyn Content>, cx: &Context) -> Overlay {
    Overlay::Grid(Box::new(Grid::new(content, cx)))
}
