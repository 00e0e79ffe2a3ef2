//! The matrix: networks and guiding questions, one sign a cell, the questions to the whole landscape in a line of their
//! own above; or by theme. Knows no widths.

use super::themes::{self, Share, Theme};
use super::{Cell, Line, Page};
use super::{aim, hand, rows};
use crate::app::action::OnInquiry;
use crate::app::board::Board;
use crate::app::keymap::Scope;
use crate::app::line;
use crate::app::{Action, Context, Effect, Message, Outcome, Overlay, Reply};
use crate::guide::{of_landscape, of_network};
use crate::i18n::Lang;
use crate::landscape::{Id, Kind};
use crate::search::terms::Terms;
use crate::store::Store;
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

    fn narrow(&mut self, cx: &Context) {
        let terms = Terms::parse(self.line.text(), Kind::Network.shape());
        let store = cx.data.store();
        let fits = |line: &Line| {
            terms.is_empty() || store.get(Kind::Network, &line.id).is_some_and(|record| terms.matches(record, store))
        };
        let mut shown: Vec<usize> = (0..self.lines.len()).filter(|at| self.lines.get(*at).is_some_and(fits)).collect();
        let line = |at: &usize| self.lines.get(*at);
        let column = self.column;
        shown.sort_by(|a, b| {
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

    fn last(&self) -> usize {
        if self.by_theme { self.themes.len().saturating_sub(1) } else { self.shown.len() }
    }

    pub(in crate::app) fn act(&mut self, action: &Action, cx: &Context) -> Reply {
        if self.filtering {
            return self.type_in(action, cx);
        }
        let page = isize::try_from(cx.size.1.saturating_sub(10)).unwrap_or(1).max(2);
        match action {
            Action::Down => self.move_by(1),
            Action::Up => self.move_by(-1),
            Action::HalfDown => self.move_by(page / 2),
            Action::HalfUp => self.move_by(-page / 2),
            Action::PageDown => self.move_by(page),
            Action::PageUp => self.move_by(-page),
            Action::First => self.row = 0,
            Action::Last => self.row = self.last(),
            Action::Inquiry(OnInquiry::Left) => self.across(false),
            Action::Inquiry(OnInquiry::Right) => self.across(true),
            Action::Next | Action::Previous => self.turn(),
            Action::Sort => self.sort_next(cx),
            Action::Filter => {
                if self.by_theme {
                    self.turn();
                }
                self.filtering = true;
            }
            Action::Escape if !self.line.text().is_empty() => self.unfilter(cx),
            Action::Escape => return Reply::Close(Outcome::Nothing),
            Action::Open if self.by_theme => self.open_theme(cx),
            _ => return self.at_cell(action, cx),
        }
        Reply::Stay
    }

    /// What is done with the selected cell.
    fn at_cell(&self, action: &Action, cx: &Context) -> Reply {
        if *action == Action::Inquiry(OnInquiry::Informants) {
            let content = super::informants::Informants;
            return Reply::Open(Box::new(Overlay::Board(Box::new(Board::new(Box::new(content), cx)))));
        }
        let ours = matches!(action, Action::Open | Action::Edit | Action::CopyLine)
            || matches!(
                action,
                Action::Inquiry(
                    OnInquiry::State | OnInquiry::Unset | OnInquiry::Card | OnInquiry::Prove | OnInquiry::Sheet
                )
            );
        if !ours {
            return Reply::Pass;
        }
        let Some(line) = self.selected() else { return Reply::Stay };
        let kind = if self.on_landscape() { Kind::Landscape } else { Kind::Network };
        let Some(record) = cx.data.store().get(kind, &line.id) else { return Reply::Stay };
        let at = aim::At { kind, record, key: self.key() };
        let layers = match action {
            Action::Open => aim::best(&at, cx),
            Action::Edit => aim::field(&at, cx),
            Action::Inquiry(OnInquiry::Prove) => aim::evidence(&at, cx),
            Action::Inquiry(OnInquiry::State) => hand::form(&at, cx),
            Action::Inquiry(OnInquiry::Unset) => return hand::unset(&at, cx),
            Action::Inquiry(OnInquiry::Card) => return Reply::Close(Outcome::Go(kind, line.id.clone())),
            Action::Inquiry(OnInquiry::Sheet) if kind == Kind::Network => {
                vec![Overlay::Page(Box::new(Page::sheet(&line.id, cx)))]
            }
            Action::CopyLine => return Reply::Effect(Effect::Copy(copied(line, cx))),
            _ => return Reply::Say(Message::hint(cx.texts.inquiry.no_network)),
        };
        if layers.is_empty() { Reply::Stay } else { Reply::OpenAll(layers) }
    }

    /// A layer above has closed; what it goes to, this one goes to.
    pub(in crate::app) fn receive(&mut self, outcome: Outcome, cx: &Context) -> Reply {
        self.refresh(cx);
        match outcome {
            Outcome::Go(Kind::Network, id) if self.networks().any(|line| line.id == id) => {
                self.by_theme = false;
                self.go_to(Some(&id));
                Reply::Stay
            }
            Outcome::Go(kind, id) => Reply::Close(Outcome::Go(kind, id)),
            _ => Reply::Stay,
        }
    }

    fn type_in(&mut self, action: &Action, cx: &Context) -> Reply {
        match action {
            Action::Type(letter) => self.line.press(*letter),
            Action::Paste(text) => self.line.insert(text),
            Action::Line(step) => drop(self.line.step(*step)),
            Action::Down => return self.moved(1),
            Action::Up => return self.moved(-1),
            Action::Open => {
                self.filtering = false;
                return Reply::Stay;
            }
            Action::Escape => {
                self.unfilter(cx);
                return Reply::Stay;
            }
            _ => return Reply::Pass,
        }
        self.row = 1;
        self.narrow(cx);
        Reply::Stay
    }

    fn moved(&mut self, by: isize) -> Reply {
        self.move_by(by);
        Reply::Stay
    }

    fn move_by(&mut self, by: isize) {
        self.row = self.row.saturating_add_signed(by).min(self.last());
    }

    fn across(&mut self, right: bool) {
        let (at, count) = if self.on_landscape() {
            (&mut self.wide, of_landscape().count())
        } else {
            (&mut self.column, of_network().count())
        };
        *at = if right { (*at + 1).min(count.saturating_sub(1)) } else { at.saturating_sub(1) };
    }

    fn turn(&mut self) {
        self.by_theme = !self.by_theme;
        self.row = usize::from(!self.by_theme).min(self.last());
    }

    /// Missing, name, the selected question; the selected network stays selected.
    fn sort_next(&mut self, cx: &Context) {
        self.order = match self.order {
            Order::Missing => Order::Name,
            Order::Name => Order::Question,
            Order::Question => Order::Missing,
        };
        let id = self.selected().map(|line| line.id.clone());
        self.narrow(cx);
        self.go_to(id.as_ref());
    }

    /// Drops the filter and keeps the network that is selected.
    fn unfilter(&mut self, cx: &Context) {
        let id = self.selected().map(|line| line.id.clone());
        self.filtering = false;
        self.line.replace("");
        self.narrow(cx);
        self.go_to(id.as_ref());
    }

    /// The networks of the selected theme.
    fn open_theme(&mut self, cx: &Context) {
        let Some(key) = self.theme().map(|theme| theme.key.clone()).filter(|key| !key.is_empty()) else { return };
        self.line.replace(&format!("theme:{key}"));
        self.by_theme = false;
        self.row = 1;
        self.narrow(cx);
    }
}

/// Open questions first, dropped ones last.
fn rank(line: &Line, column: usize) -> Option<crate::guide::Status> {
    line.cells.get(column).map(|cell| cell.status)
}

/// A line as text: the name, and each question with its state.
fn copied(line: &Line, cx: &Context) -> String {
    let keys: Vec<&str> = if *line.id == *Store::LANDSCAPE { of_landscape().collect() } else { of_network().collect() };
    let told = keys.iter().zip(&line.cells).map(|(key, cell)| {
        let short = crate::landscape::vocabulary::entry("questions", key).map_or(*key, |entry| entry.short(cx.lang));
        let status = crate::landscape::vocabulary::label("question_status", cell.status.key(), cx.lang);
        format!("{} {short}: {status}", cell.sign)
    });
    std::iter::once(line.name.clone()).chain(told).collect::<Vec<_>>().join("\n")
}
