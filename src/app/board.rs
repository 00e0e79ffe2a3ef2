//! A list that fills the screen: columns, a filter, an order, details below. What stands in it is the matter of its
//! content (`Content`): clashes, work load, tasks, gaps … Knows no widths.
//!
//! ```text
//!   Content ── title · modes · columns · rows ──► Board ── filter, order, selection by key ──► ui::board
//!      ▲                                            │
//!      └──────── keys the board does not know ◄─────┘
//! ```

mod order;
pub mod row;

use super::asked::Pending;
use super::form::Form;
use super::job::Done;
use super::keymap::Scope;
use super::line::Line;
use super::{Action, Context, Effect, Outcome, Overlay, Reply};
use crate::analysis::work::Work;
use crate::i18n::Lang;
use crate::search::fold;
pub use row::{Align, Cell, Column, Row};

/// What a board shows, and the keys it has besides those of every board.
pub trait Content: std::fmt::Debug {
    /// The title, without the number of rows.
    fn title(&self, cx: &Context) -> String;

    /// Is the number of rows worth telling beside the title?
    fn counts(&self) -> bool {
        true
    }

    /// The ways to look at it that Tab goes through; none or one when there is only one.
    fn modes(&self, _: &Context) -> Vec<&'static str> {
        Vec::new()
    }

    /// Its columns in this mode.
    fn columns(&self, mode: usize, cx: &Context) -> Vec<Column>;

    /// Its rows in this mode, in their own order.
    fn rows(&mut self, mode: usize, cx: &Context) -> Vec<Row>;

    /// What is said when there is nothing to show.
    fn empty(&self, cx: &Context) -> &'static str {
        cx.texts.house.nothing_found
    }

    /// The scopes of its keys; one with keys of its own puts their scope before these.
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Board, Scope::List, Scope::Everywhere]
    }

    /// Does a text field of its own, beside the filter, take what is typed?
    fn types(&self) -> bool {
        false
    }

    /// What stands at the end of the heading: what was typed into that field.
    fn typed(&self, _: &Context) -> Option<String> {
        None
    }

    /// What is said above the details of the selected row, of the column it is sorted by: label and text.
    fn below(&self, _mode: usize, _sort: Option<usize>, _: &Context) -> Vec<(String, String)> {
        Vec::new()
    }

    /// What always stands in the last line.
    fn line(&self, _: &Context) -> Option<String> {
        None
    }

    /// The question its rows rest on, where they are worked out beside the loop.
    fn asked(&mut self) -> Option<&mut dyn Pending> {
        None
    }

    /// What its own keys do to the selected row; nothing for keys it does not know.
    fn act(&mut self, _: &Action, _: Option<&Row>, _: &Context) -> Option<Reply> {
        None
    }

    /// A layer above closed with this; nothing when that is only to be shown anew.
    fn receive(&mut self, _: &Outcome, _: Option<&Row>, _: &Context) -> Option<Reply> {
        None
    }
}

/// The list on the screen.
#[derive(Debug)]
pub struct Board {
    /// What it shows.
    pub content: Box<dyn Content>,
    /// Which of its modes.
    pub mode: usize,
    /// The columns of the mode.
    pub columns: Vec<Column>,
    rows: Vec<Row>,
    shown: Vec<usize>,
    /// The filter.
    pub line: Line,
    filtering: bool,
    /// Sorted by this column, and whether downwards; the content's own order without.
    pub sort: Option<(usize, bool)>,
    /// The selected row, among those shown.
    pub row: usize,
    seen: Option<(u64, Lang, u16)>,
    work: Option<Work>,
}

impl Board {
    /// A board with this content in its first mode.
    #[must_use]
    pub fn new(content: Box<dyn Content>, cx: &Context) -> Self {
        let mut board = Board {
            content,
            mode: 0,
            columns: Vec::new(),
            rows: Vec::new(),
            shown: Vec::new(),
            line: Line::new(""),
            filtering: false,
            sort: None,
            row: 0,
            seen: None,
            work: None,
        };
        board.refresh(cx);
        board
    }

    /// Fills the board anew when the data, the language or the width are others; the selected row stays selected.
    pub fn refresh(&mut self, cx: &Context) {
        if self.seen != Some((cx.edition, cx.lang, cx.size.0)) {
            self.fill(cx);
        }
    }

    fn fill(&mut self, cx: &Context) {
        let key = self.selected().map(|row| row.key.clone());
        self.seen = Some((cx.edition, cx.lang, cx.size.0));
        self.columns = self.content.columns(self.mode, cx);
        self.rows = self.content.rows(self.mode, cx);
        self.work = self.content.asked().and_then(|asked| asked.work());
        self.sort = self.sort.filter(|(column, _)| *column < self.columns.len());
        self.narrow();
        let again = key.and_then(|key| self.shown().position(|row| row.key == key));
        self.row = again.unwrap_or(self.row).min(self.shown.len().saturating_sub(1));
    }

    /// What came of work that may be its own.
    pub(super) fn worked(&mut self, done: &mut Option<Done>, cx: &Context) {
        if self.content.asked().is_some_and(|asked| asked.worked(done)) {
            self.fill(cx);
        }
    }

    /// How far the work on its rows is, in percent, while it goes on.
    #[must_use]
    pub fn percent(&self) -> Option<usize> {
        self.work.as_ref().map(Work::percent)
    }

    fn narrow(&mut self) {
        let wanted: Vec<String> = fold(self.line.text()).split_whitespace().map(str::to_owned).collect();
        let fits = |row: &Row| wanted.is_empty() || row.holds(&wanted);
        self.shown = self.rows.iter().enumerate().filter(|(_, row)| fits(row)).map(|(at, _)| at).collect();
        if let Some((column, down)) = self.sort {
            order::sort(&mut self.shown, &self.rows, column, down);
        }
    }

    /// The rows shown, in their order.
    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        self.shown.iter().filter_map(|at| self.rows.get(*at))
    }

    /// How many rows are shown.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// None at all?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The selected row.
    #[must_use]
    pub fn selected(&self) -> Option<&Row> {
        self.rows.get(*self.shown.get(self.row)?)
    }

    /// Is a filter, or a text of the content's own, being typed?
    #[must_use]
    pub fn types(&self) -> bool {
        self.filtering || self.content.types()
    }

    /// Is a filter being typed?
    #[must_use]
    pub fn filters(&self) -> bool {
        self.filtering
    }

    pub(super) fn scopes(&self) -> &'static [Scope] {
        if self.filtering {
            return &[Scope::Filter, Scope::Line, Scope::Everywhere];
        }
        self.content.scopes()
    }

    pub(super) fn receive(&mut self, outcome: &Outcome, cx: &Context) -> Reply {
        let row = self.shown.get(self.row).and_then(|at| self.rows.get(*at));
        let reply = self.content.receive(outcome, row, cx);
        self.fill(cx);
        reply.unwrap_or_else(|| match outcome {
            Outcome::Go(kind, id) => Reply::Close(Outcome::Go(*kind, id.clone())),
            _ => Reply::Stay,
        })
    }

    pub(super) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        if self.filtering {
            return self.type_in(action);
        }
        let row = self.shown.get(self.row).and_then(|at| self.rows.get(*at));
        if let Some(reply) = self.content.act(action, row, cx) {
            if matches!(reply, Reply::Stay) {
                self.fill(cx);
            }
            return reply;
        }
        if let Some(by) = action.rows(usize::from(cx.size.1.saturating_sub(5))) {
            self.move_by(by);
            return Reply::Stay;
        }
        match action {
            Action::Next | Action::Previous => self.turn(*action == Action::Next, cx),
            Action::Sort => self.sort_next(),
            Action::Filter => self.filtering = true,
            Action::Escape if !self.line.text().is_empty() => self.unfilter(),
            Action::Escape => return Reply::Close(Outcome::Nothing),
            Action::Open => return self.open(),
            Action::CopyLine => return self.copy(),
            Action::Edit => return self.edit(cx),
            _ => return Reply::Pass,
        }
        Reply::Stay
    }

    fn type_in(&mut self, action: &Action) -> Reply {
        match action {
            _ if self.line.take(action) => {}
            Action::Down => return self.moved(1),
            Action::Up => return self.moved(-1),
            Action::Open => {
                self.filtering = false;
                return Reply::Stay;
            }
            Action::Escape => self.unfilter(),
            _ => return Reply::Pass,
        }
        self.narrow();
        self.row = 0;
        Reply::Stay
    }

    fn moved(&mut self, by: isize) -> Reply {
        self.move_by(by);
        Reply::Stay
    }

    /// Drops the filter and keeps the row that is selected.
    fn unfilter(&mut self) {
        let at = self.shown.get(self.row).copied();
        self.filtering = false;
        self.line.replace("");
        self.narrow();
        self.row = self.shown.iter().position(|shown| Some(*shown) == at).unwrap_or(0);
    }

    fn move_by(&mut self, by: isize) {
        self.row = self.row.saturating_add_signed(by).min(self.shown.len().saturating_sub(1));
    }

    fn turn(&mut self, ahead: bool, cx: &Context) {
        let modes = self.content.modes(cx).len().max(1);
        self.mode = (self.mode + if ahead { 1 } else { modes - 1 }) % modes;
        self.sort = None;
        self.fill(cx);
    }

    /// By each column in turn, up and down or down and up, then the content's own order again.
    fn sort_next(&mut self) {
        let first = |from: usize| (from..self.columns.len()).find(|at| !self.columns.get(*at).is_none_or(|c| c.fixed));
        let first_way = |at: usize| self.columns.get(at).is_some_and(|column| column.down_first);
        self.sort = match self.sort {
            None => first(0).map(|at| (at, first_way(at))),
            Some((at, way)) if way == first_way(at) => Some((at, !way)),
            Some((at, _)) => first(at + 1).map(|at| (at, first_way(at))),
        };
        let at = self.shown.get(self.row).copied();
        self.narrow();
        self.row = self.shown.iter().position(|shown| Some(*shown) == at).unwrap_or(0);
    }

    fn open(&self) -> Reply {
        let Some(row) = self.selected() else { return Reply::Stay };
        match (&row.list, &row.to) {
            (Some(terms), _) => Reply::Close(Outcome::Act(Action::Networks(terms.clone()))),
            (None, Some((kind, id))) => Reply::Close(Outcome::Go(*kind, id.clone())),
            (None, None) => Reply::Stay,
        }
    }

    /// The form of the record the row leads to.
    fn edit(&self, cx: &Context) -> Reply {
        let to = self.selected().and_then(|row| row.to.as_ref());
        let record = to.and_then(|(kind, id)| Some((*kind, cx.data.store().get(*kind, id)?)));
        record.map_or(Reply::Stay, |(kind, record)| {
            Reply::Open(Box::new(Overlay::Form(Box::new(Form::edit(kind, record, cx)))))
        })
    }

    fn copy(&self) -> Reply {
        self.selected().map_or(Reply::Stay, |row| Reply::Effect(Effect::Copy(row.line())))
    }
}
