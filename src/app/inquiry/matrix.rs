//! The matrix: networks and guiding questions, one sign a cell, the questions to the whole landscape in a line of their
//! own above; or by theme. Knows no widths.

mod act;

use super::themes::{self, Share, Theme};
use super::{Cell, Line, rows};
use crate::app::keymap::Scope;
use crate::app::{Context, line};
use crate::arrange::Arrange as _;
use crate::guide::{of_landscape, of_network};
use crate::i18n::Lang;
use crate::landscape::{Id, Kind};
use crate::search::terms::Terms;
use jiff::civil::Date;

/// The order of the networks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Those with the most open questions first.
    #[default]
    Missing,
    /// By name.
    Name,
    /// By how the selected question stands, open ones first.
    Question,
}

/// The matrix on the screen.
#[derive(Debug)]
pub struct Matrix {
    /// The questions to the whole landscape.
    pub landscape: Line,
    lines: Vec<Line>,
    shown: Vec<usize>,
    /// The themes.
    pub themes: Vec<Theme>,
    /// By theme instead of by network.
    pub by_theme: bool,
    /// How each question stands over the networks shown.
    pub sums: Vec<Share>,
    /// The selected line: 0 is the landscape's, then the networks shown; by theme, the theme.
    pub row: usize,
    /// The selected question of a network.
    pub column: usize,
    /// The selected question to the landscape.
    pub wide: usize,
    /// The order of the networks.
    pub order: Order,
    /// The filter.
    pub line: line::Line,
    filtering: bool,
    seen: Option<(u64, Lang, Date)>,
}

impl Matrix {
    /// The matrix of the data as they are, on the line of this network if there is one.
    #[must_use]
    pub fn new(network: Option<&Id>, cx: &Context) -> Self {
        let (landscape, lines) = rows::all(cx);
        let mut matrix = Matrix {
            landscape,
            lines,
            shown: Vec::new(),
            themes: Vec::new(),
            by_theme: false,
            sums: Vec::new(),
            row: 1,
            column: 0,
            wide: 0,
            order: Order::Missing,
            line: line::Line::new(""),
            filtering: false,
            seen: None,
        };
        matrix.fill(cx);
        matrix.go_to(network);
        matrix
    }

    /// Looks at the data anew when they, the language or the day are others; the selected cell stays selected.
    pub fn refresh(&mut self, cx: &Context) {
        if self.seen != Some((cx.edition, cx.lang, cx.now.date())) {
            let id = self.selected().map(|line| line.id.clone());
            (self.landscape, self.lines) = rows::all(cx);
            self.fill(cx);
            self.go_to(id.as_ref());
        }
    }

    fn fill(&mut self, cx: &Context) {
        self.seen = Some((cx.edition, cx.lang, cx.now.date()));
        self.themes = themes::all(&self.lines, cx);
        self.narrow(cx);
    }

    /// The line of this record becomes the selected one, if it is shown.
    fn go_to(&mut self, id: Option<&Id>) {
        let place = id.and_then(|id| {
            if *id == self.landscape.id {
                Some(0)
            } else {
                self.networks().position(|line| line.id == *id).map(|at| at + 1)
            }
        });
        if !self.by_theme {
            self.row = place.unwrap_or(self.row).min(self.last());
        }
    }

    fn last(&self) -> usize {
        if self.by_theme { self.themes.len().saturating_sub(1) } else { self.shown.len() }
    }

    fn narrow(&mut self, cx: &Context) {
        let terms = Terms::parse(self.line.text(), Kind::Network.shape());
        let store = cx.data.store();
        let fits = |line: &Line| {
            terms.is_empty() || store.get(Kind::Network, &line.id).is_some_and(|record| terms.matches(record, store))
        };
        let mut shown: Vec<usize> = (0..self.lines.len()).filter(|at| self.lines.get(*at).is_some_and(fits)).collect();
        let line = |at: &usize| self.lines.get(*at);
        let column = self.column;
        shown.arrange_by(|a, b| {
            let (Some(a), Some(b)) = (line(a), line(b)) else { return std::cmp::Ordering::Equal };
            let ahead = match self.order {
                Order::Missing => (b.of - b.done).cmp(&(a.of - a.done)),
                Order::Name => std::cmp::Ordering::Equal,
                Order::Question => rank(a, column).cmp(&rank(b, column)),
            };
            ahead.then_with(|| a.folded.cmp(&b.folded))
        });
        self.sums = themes::shares(shown.iter().filter_map(line));
        self.shown = shown;
        self.row = self.row.min(self.last());
    }

    /// The networks shown, in their order.
    pub fn networks(&self) -> impl Iterator<Item = &Line> {
        self.shown.iter().filter_map(|at| self.lines.get(*at))
    }

    /// How many networks there are in all.
    #[must_use]
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// Answered, all, answers nobody stands behind: over everything, the landscape included.
    #[must_use]
    pub fn overall(&self) -> (usize, usize, usize) {
        let all = || self.lines.iter().chain([&self.landscape]);
        let unproven = all().flat_map(|line| &line.cells).filter(|cell| cell.unproven).count();
        (all().map(|line| line.done).sum(), all().map(|line| line.of).sum(), unproven)
    }

    /// How far all questions of the networks shown are answered.
    #[must_use]
    pub fn sum(&self) -> Share {
        let add = |sum: Share, one: &Share| Share { done: sum.done + one.done, of: sum.of + one.of };
        self.sums.iter().fold(Share::default(), add)
    }

    /// Cells in which hand and data do not fit together.
    #[must_use]
    pub fn doubts(&self) -> usize {
        let all = self.lines.iter().chain([&self.landscape]).flat_map(|line| &line.cells);
        all.filter(|cell| cell.doubt.as_ref().is_some_and(|doubt| !doubt.is_note())).count()
    }

    /// The selected line; none by theme.
    #[must_use]
    pub fn selected(&self) -> Option<&Line> {
        match self.row {
            _ if self.by_theme => None,
            0 => Some(&self.landscape),
            row => self.networks().nth(row - 1),
        }
    }

    /// The selected theme.
    #[must_use]
    pub fn theme(&self) -> Option<&Theme> {
        self.themes.get(self.row).filter(|_| self.by_theme)
    }

    /// Is the landscape's own line selected?
    #[must_use]
    pub fn on_landscape(&self) -> bool {
        !self.by_theme && self.row == 0
    }

    /// The key of the selected question.
    #[must_use]
    pub fn key(&self) -> &'static str {
        if self.on_landscape() { of_landscape().nth(self.wide) } else { of_network().nth(self.column) }.unwrap_or("")
    }

    /// The selected cell.
    #[must_use]
    pub fn cell(&self) -> Option<&Cell> {
        self.selected()?.cells.get(if self.row == 0 { self.wide } else { self.column })
    }

    /// Is a filter being typed?
    #[must_use]
    pub fn types(&self) -> bool {
        self.filtering
    }

    pub(in crate::app) fn scopes(&self) -> &'static [Scope] {
        if self.filtering {
            return &[Scope::Filter, Scope::Line, Scope::Everywhere];
        }
        &[Scope::Inquiry, Scope::List, Scope::Everywhere]
    }
}

/// Open questions first, dropped ones last.
fn rank(line: &Line, column: usize) -> Option<crate::guide::Status> {
    line.cells.get(column).map(|cell| cell.status)
}
